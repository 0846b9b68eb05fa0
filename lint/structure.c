/* structure.c - rules NB1xx: articles, headings, enumerations, title, period, and what the articles must
 * speak of. */
#include "config.h"

#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

/* Forms with tables of their own prescribe the articles word by word. */
static bool prescribed(const struct nb_report *report)
{
    return report->form && report->form->table_count && !report->form->tables[0].annex;
}

static const char *official_title(const struct nb_form *form, const char *role)
{
    for (size_t i = 0; i < form->article_count; i++)
        if (!strcmp(form->articles[i].role, role))
            return form->articles[i].title;
    return role;
}

/* Before the next article of the list that is there, or behind the last article. */
static struct nb_span place_of_missing(const struct nb_report *report, const char *const *roles)
{
    const struct nb_article *next = NULL, *last = report->articles;
    for (; *roles && !next; roles++)
        next = article_of(report, *roles);
    while (!next && last && last->next)
        last = last->next;
    size_t place = next ? next->span.start : last ? last->span.end : 0;
    return (struct nb_span){place, place};
}

void check_article_missing(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    if (!report->form)
        return;
    for (const char *const *role = report->form->order; *role; role++) {
        if (article_of(report, *role))
            continue;
        const char *title = official_title(report->form, *role);
        struct nb_finding *finding =
            finding_add(lint, place_of_missing(report, role + 1), _("the report has no article “%s”"), title);
        finding->expected = title;
    }
}

/* The place of a role in the form's order; -1: it has none there. */
static int rank(const struct nb_form *form, const char *role)
{
    int i = 0;
    while (form->order[i] && strcmp(form->order[i], role))
        i++;
    return form->order[i] ? i : -1;
}

/* The roles of the form that some article has, as bits in the form's order: once, for a text may have very
 * many articles. */
static unsigned present_roles(const struct nb_report *report)
{
    unsigned present = 0;
    for (int i = 0; prescribed(report) && report->form->order[i]; i++)
        present |= article_of(report, report->form->order[i]) ? 1U << i : 0;
    return present;
}

/* Whether the number is right by the form and those up to it are those of articles that are missing, which
 * article-missing tells.
 */
static bool skips_missing(const struct nb_report *report, const struct nb_article *article, int expected,
                          unsigned present)
{
    if (!prescribed(report) || article->ordinal != rank(report->form, article->role) + 1)
        return false;
    while (expected > 0 && expected < article->ordinal && !(present >> (expected - 1) & 1))
        expected++;
    return expected == article->ordinal;
}

static void report_number(struct lint *lint, const struct nb_article *article, int expected)
{
    struct nb_finding *finding =
        article->ordinal
            ? finding_add(lint, article->span, _("article %d is numbered %d"), expected, article->ordinal)
            : finding_add(lint, article->span, _("the heading of article %d has no number"), expected);
    finding_counts(lint, finding, article->ordinal, expected);
}

/* The article that stands behind one that the form has later, from `article` on; `*highest` is the rank of
 * the last so far. NULL: there is none. */
static const struct nb_article *next_misplaced(const struct nb_report *report,
                                               const struct nb_article *article, int *highest)
{
    for (; prescribed(report) && article; article = article->next) {
        int here = rank(report->form, article->role);
        if (here >= 0 && here < *highest)
            return article;
        *highest = here > *highest ? here : *highest;
    }
    return NULL;
}

/* Behind a wrong number both what follows it and what was due goes on: in 四、四、六 only the second is
 * wrong. */
static void check_numbers(struct lint *lint)
{
    int due = 1, other = 0, highest = -1;
    unsigned present = present_roles(lint->report);
    bool ordered = !next_misplaced(lint->report, lint->report->articles, &highest);
    for (const struct nb_article *article = lint->report->articles; article; article = article->next) {
        bool wrong = article->ordinal != due && !(other && article->ordinal == other) &&
                     !skips_missing(lint->report, article, due, present) &&
                     (ordered || article->ordinal !=
                                     rank(lint->report->form, article->role) + 1); /* its place is wrong */
        if (wrong)
            report_number(lint, article, due);
        other = wrong ? due + 1 : 0;
        due = (article->ordinal ? article->ordinal : due) + 1;
    }
}

void check_article_order(struct lint *lint)
{
    int highest = -1;
    check_numbers(lint);
    const struct nb_article *article = lint->report->articles;
    for (; (article = next_misplaced(lint->report, article, &highest)); article = article->next)
        finding_add(lint, article->span, _("the article “%s” stands behind “%s”; the form has it before"),
                    article->title, official_title(lint->report->form, lint->report->form->order[highest]));
}

/* Only what tells titles apart: no spaces, no punctuation, one script. Of the rule that runs. */
static const char *bare(struct lint *lint, const char *title)
{
    static const char *const skipped[] = {"、", "。", "“", "”", "《", "》", NULL};
    char *copy = arena_strdup(lint->scratch, title), *to = copy;
    size_t length = strlen(copy);
    fold(copy, length);
    for (const char *from = copy; *from;) {
        size_t step = utf8_length((unsigned char)*from);
        bool skip = (unsigned char)*from < 0x80
                        ? strchr(" \t\n\x01,.;:()'\"-", *from) != NULL
                        : (unsigned char)*from <= 0xE3 && string_begins_any(from, skipped);
        for (; step && *from; step--, from++)
            if (!skip)
                *to++ = *from;
    }
    *to = '\0';
    return copy;
}

void check_article_title(struct lint *lint)
{
    if (!prescribed(lint->report))
        return;
    for (const struct nb_article *article = lint->report->articles; article; article = article->next) {
        const char *official = rank(lint->report->form, article->role) < 0
                                   ? NULL
                                   : official_title(lint->report->form, article->role);
        if (!official || !strcmp(article->title, official) ||
            !strcmp(bare(lint, article->title), bare(lint, official)))
            continue;
        struct nb_finding *finding = finding_add(
            lint, article->span, _("the heading reads “%s”; the form has “%s”"), article->title, official);
        finding->expected = finding->suggestion = official;
        finding->found = article->title;
    }
}

void check_heading_glued(struct lint *lint)
{
    for (const struct nb_article *article = lint->report->articles; article; article = article->next)
        if (article->glued)
            finding_add(lint, article->span, _("the heading “%s” stands at the end of a paragraph"),
                        article->title);
}

void check_title_missing(struct lint *lint)
{
    if (!lint->report->title)
        finding_add(lint, (struct nb_span){0, 0}, _("the report has no title"));
}

void check_year_unknown(struct lint *lint)
{
    if (!lint->report->year)
        finding_add(lint, lint->report->title_span,
                    _("nothing says which year the report is on; left out for it: year-mismatch, "
                      "fee-statement-missing and what the "
                      "form of a year asks for"));
}

void check_encoding_label(struct lint *lint)
{
    const char *note = lint->report->text->encoding_note;
    if (note)
        finding_add(lint, (struct nb_span){0, 0}, "%s", note);
}

/* "数据截至2022年12月31日", "2022年全年(1月1日至12月31日)" in the preamble: the year is told. */
static bool tells_last_day(const struct lint *lint)
{
    static const char day[] = "12月31日";
    static const char *const until[] = {"截", "至", "到", "-", "—", NULL};
    enum { NEAR = 24 }; /* bytes between the word and the day: the year, fillers */
    const struct nb_article *first = lint->report->articles;
    const char *text = lint->report->text->shadow, *end = first ? shadow_at(lint, first->span.start) : text;
    for (const char *at = text; (at = strstr(at, day)) && at < end; at += strlen(day))
        for (const char *from = at; from > text && at - from < NEAR; from--)
            if (string_begins_any(from - 1, until))
                return true;
    return false;
}

void check_period_missing(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    if ((report->period_from && report->period_to) || tells_last_day(lint))
        return;
    size_t place = report->articles ? report->articles->span.start : 0;
    finding_add(lint, (struct nb_span){place, place},
                _("the report does not say which period its figures cover"));
}

/* The meanings of all words in an article; in its sections only, if it has some. */
static int words_of(const struct lint *lint, const struct nb_article *article, bool in_sections)
{
    int words = 0;
    const struct passage *end, *passage = passages_of(&lint->prose, article, &end);
    for (; passage < end; passage++) {
        if (in_sections && !passage->section)
            continue;
        FOR_TOKENS (token, &lint->prose, passage)
            if (token->kind == TOKEN_WORD || token->kind == TOKEN_NONE)
                words |= token->value;
    }
    return words;
}

/* What article one covers: the meanings of words that tell of it, and what a section's title calls it. */
static const struct {
    int word;
    const char *aspect, *titles[5];
} aspects[] = {
    {WORD_PROACTIVE, "主动公开", {"主动公开", "主动"}},
    {WORD_ON_REQUEST, "依申请公开", {"申请"}},
    {WORD_MANAGEMENT, "政府信息管理", {"信息管理", "信息资源", "规范管理", "制度"}},
    {WORD_PLATFORM, "平台建设", {"平台", "载体", "渠道", "阵地"}},
    {WORD_OVERSIGHT, "监督保障", {"监督", "保障", "考核"}},
};
enum { ASPECTS = sizeof aspects / sizeof *aspects };

/* Whether the head of a section of the article names the aspect. */
static bool has_section_on(const struct lint *lint, const struct nb_article *article, size_t aspect)
{
    const struct passage *end, *passage = passages_of(&lint->prose, article, &end);
    for (; passage < end; passage++) {
        if (!passage->heads)
            continue;
        const char *from = shadow_at(lint, passage->span.start),
                   *end_of_head = shadow_at(lint, passage->span.end),
                   *stop = bytes_find(from, end_of_head, "。");
        size_t length = (size_t)((stop ? stop : end_of_head) - from);
        if (string_says(arena_strndup(lint->scratch, from, length), aspects[aspect].titles))
            return true;
    }
    return false;
}

/* An aspect without a section where each of the others has one, and no section under another title may be
 * its. */
static void check_sections(struct lint *lint, const struct nb_article *overview)
{
    size_t count = 0, missing = 0, sections = 0;
    for (const struct nb_block *block = overview->blocks; block; block = block->next)
        sections += block->kind == NB_SECTION && block->level == 1;
    for (size_t i = 0; i < ASPECTS; i++) {
        bool has = has_section_on(lint, overview, i);
        count += has;
        missing = has ? missing : i;
    }
    if (count != ASPECTS - 1 || sections != count)
        return;
    struct nb_finding *finding = finding_add(
        lint, overview->span, _("the overview has a section on each of its other aspects, none on %s"),
        aspects[missing].aspect);
    finding->severity = NB_NOTE;
    finding->expected = aspects[missing].aspect;
}

void check_aspect_missing(struct lint *lint)
{
    const struct nb_article *overview = article_of(lint->report, "overview");
    if (!overview || !prescribed(lint->report))
        return;
    int words = words_of(lint, overview, has_block(overview->blocks, NB_SECTION));
    size_t count = 0;
    for (size_t i = 0; i < ASPECTS; i++)
        if (words & aspects[i].word)
            count++;
        else
            finding_add(lint, overview->span, _("the overview does not speak of %s"), aspects[i].aspect)
                ->expected = aspects[i].aspect;
    if (count == ASPECTS)
        check_sections(lint, overview);
}

/* Whether the article says of the fees how much they were, or that there were none; a heading alone does not.
 */
static bool states_fees(const struct lint *lint, const struct nb_article *article)
{
    if (!(words_of(lint, article, false) & WORD_FEE))
        return false;
    const char *at = shadow_at(lint, article->span.start);
    const char *end = shadow_at(lint, article->next ? article->next->span.start : lint->report->text->length);
    for (; at < end; at += utf8_step(at))
        if (string_begins_any(at, words_state_fees))
            return true;
    return false;
}

void check_fee_statement_missing(struct lint *lint)
{
    const struct nb_article *other = article_of(lint->report, "other");
    if (!other || lint->report->year < 2021 || states_fees(lint, other))
        return;
    const struct passage *end, *first = passages_of(&lint->prose, other, &end);
    finding_add(lint, first < end ? first->span : other->span,
                _("the report does not say what was collected in information-processing fees (信息处理费)"))
        ->expected = "信息处理费";
}
