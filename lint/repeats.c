/* repeats.c - rule NB712: a paragraph, a sentence, a heading or the signature that the report prints twice.
 */
#include "config.h"

#include "i18n.h"
#include "lint.h"
#include "memory.h"

#include <string.h>

/* Shorter sentences are said twice with good reason ("全年未收到此类申请。"): 16 characters in the 3,000
 * texts at hand are not. Side by side nobody says even 8 twice. */
enum { SHORTEST = 16 * 3, SHORTEST_BESIDE = 8 * 3 };

/* A sentence as printed: where, in which passage, and what it says, in so many bytes. */
struct sentence {
    struct nb_span span;
    uint32_t passage, length;
    uint64_t hash;
};

struct sentences {
    struct sentence *list;
    size_t count, room;
    struct nb_finding **told; /* of each passage: the finding that stands in it; NULL: none yet */
};

static void cut_sentences(const struct lint *lint, struct sentences *all, const struct passage *passage)
{
    struct sentence one = {.span.end = passage->span.start, .passage = passage - lint->prose.passages};
    while (one.span.end < passage->span.end) {
        size_t length;
        one.span = sentence_from(shadow_at(lint, 0), passage->span, one.span.end);
        one.hash = words_hash(shadow_at(lint, 0), one.span, &length);
        one.length = length;
        if (length < SHORTEST_BESIDE)
            continue;
        all->list = xgrow(all->list, &all->room, all->count + 1, sizeof *all->list);
        all->list[all->count++] = one;
    }
}

static bool are_one(const struct sentence *first, const struct sentence *again)
{
    return first->hash == again->hash && first->length == again->length &&
           (first->length >= SHORTEST || first->span.end == again->span.start);
}

/* Lines that are told already may stand in a passage. */
static void note_told(struct lint *lint, struct nb_finding **told)
{
    for (struct nb_finding *finding = lint->first; finding; finding = finding->next) {
        const struct passage *passage = passage_at(lint, finding->span.start);
        if (finding->rule != rule_entry(RULE_repeated_passage) || !passage ||
            !span_within(finding->span, passage->span))
            continue;
        struct nb_finding **place = &told[passage - lint->prose.passages];
        *place = *place ? *place : finding;
    }
}

/* One finding for each passage, over all that it says again. What is told again in another article may be
 * meant to be there. */
static void report_again(struct lint *lint, const struct sentences *all, const struct sentence *first,
                         const struct sentence *again)
{
    struct nb_finding **told = &all->told[again->passage], *finding = *told;
    const struct passage *of = &lint->prose.passages[again->passage],
                         *before = &lint->prose.passages[first->passage];
    if (finding) {
        finding->span.start =
            again->span.start < finding->span.start ? again->span.start : finding->span.start;
        finding->span.end = again->span.end > finding->span.end ? again->span.end : finding->span.end;
        return;
    }
    finding = *told = finding_add(lint, again->span, _("this stands in the report already"));
    finding_related(lint, finding, first->span, _("first said here"));
    bool beside = of->section == before->section && of->article == before->article;
    finding->severity = beside ? NB_WARNING : NB_NOTE;
}

/* Each sentence is looked for where the last one that says the same was put, by the high bits of its hash. */
static void find_again(struct lint *lint, const struct sentences *all)
{
    size_t slots = 1;
    while (slots < 2 * all->count)
        slots *= 2;
    uint32_t *last = xmalloc(slots * sizeof *last); /* behind which it stands in the list; 0: none yet */
    memset(last, 0, slots * sizeof *last);
    for (size_t i = 0; i < all->count; i++) {
        const struct sentence *one = &all->list[i];
        size_t slot = one->hash >> 32 & (slots - 1);
        while (last[slot] && all->list[last[slot] - 1].hash != one->hash)
            slot = (slot + 1) & (slots - 1);
        if (last[slot] && are_one(&all->list[last[slot] - 1], one))
            report_again(lint, all, &all->list[last[slot] - 1], one);
        last[slot] = i + 1;
    }
    xfree(last);
}

/* ---- lines twice ---- */

/* The line of the text at a place, without the blanks at its ends. */
static struct nb_span line_at(const struct lint *lint, size_t at)
{
    const char *bytes = lint->report->text->bytes, *last = memrchr(bytes, '\n', at);
    const char *next = memchr(bytes + at, '\n', lint->report->text->length - at);
    struct nb_span line = {last ? (size_t)(last + 1 - bytes) : 0,
                           next ? (size_t)(next - bytes) : lint->report->text->length};
    while (line.start < line.end && strchr(" \t\r\x01", *shadow_at(lint, line.start)))
        line.start++;
    while (line.end > line.start && strchr(" \t\r\x01", *shadow_at(lint, line.end - 1)))
        line.end--;
    return line;
}

/* The line with words next to a line; empty where there is none. */
static struct nb_span line_beside(const struct lint *lint, struct nb_span line, bool below)
{
    size_t length = lint->report->text->length;
    while (below ? line.end < length : line.start > 0) {
        line = line_at(lint, below ? line.end + 1 : line.start - 1);
        if (line.end > line.start)
            return line;
        while (below && line.end < length && *text_at(lint, line.end) != '\n')
            line.end++;
        while (!below && line.start && *text_at(lint, line.start - 1) != '\n')
            line.start--;
    }
    return (struct nb_span){0, 0};
}

static bool is_line(const struct lint *lint, struct nb_span line, struct nb_span other)
{
    size_t length = line.end - line.start;
    return length && length == other.end - other.start && line.start != other.start &&
           !memcmp(text_at(lint, line.start), text_at(lint, other.start), length);
}

static void report_line(struct lint *lint, struct nb_span first, struct nb_span again)
{
    struct nb_finding *finding = finding_add(lint, again, _("this stands in the report already"));
    finding_related(lint, finding, first, _("first said here"));
}

/* The heading of an article printed twice, one under the other. */
static void check_headings(struct lint *lint)
{
    for (const struct nb_article *article = lint->report->articles; article; article = article->next) {
        struct nb_span line = line_at(lint, article->span.start), above = line_beside(lint, line, false);
        struct nb_span below = line_beside(lint, line, true);
        if (article->glued)
            continue;
        if (is_line(lint, above, line))
            report_line(lint, above, line);
        else if (is_line(lint, line, below))
            report_line(lint, line, below);
    }
}

/* Name and date under the text, and both once more. */
static void check_signatures(struct lint *lint)
{
    const char *by = lint->report->signed_by, *text = lint->report->text->bytes;
    for (const char *at = by && lint->report->signed_date ? text : NULL; at && (at = strstr(at, by)); at++) {
        struct nb_span name = line_at(lint, (size_t)(at - text)), date = line_beside(lint, name, true);
        struct nb_span again = line_beside(lint, date, true);
        if (name.end - name.start != strlen(by) || !is_line(lint, name, again) ||
            !is_line(lint, date, line_beside(lint, again, true)))
            continue;
        report_line(lint, name, again);
        return;
    }
}

void check_repeated_passage(struct lint *lint)
{
    check_headings(lint);
    check_signatures(lint);
    size_t room = lint->prose.passage_count * sizeof(struct nb_finding *);
    struct sentences all = {.told = memset(xmalloc(room), 0, room)};
    note_told(lint, all.told);
    FOR_PASSAGES (passage, &lint->prose)
        if (!passage->heads)
            cut_sentences(lint, &all, passage);
    if (all.count)
        find_again(lint, &all);
    xfree(all.list);
    xfree(all.told);
}
