/* copied.c - rules NB503, NB504 and NB506: prose taken over from last year's report, last year's years in it,
 * and its figures. The passages of both reports are compared by winnowed fingerprints (Schleimer, Wilkerson,
 * Aiken: Winnowing, SIGMOD 2003). */
#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "memory.h"
#include "words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A fingerprint is the hash of GRAM characters; of WINDOW neighbouring ones the least is kept, so that every
 * match of GRAM + WINDOW - 1 = 15 characters is found: the length of a clause, and longer than the names of
 * offices and documents. */
enum { GRAM = 8, WINDOW = 8 };

/* A paragraph is a copy when this share of its fingerprints stands in last year's report; shorter ones are
 * not looked at. One word changed costs a tenth to a fifth of a paragraph's. Where last year's year stands
 * too, with the words behind it, half is enough. */
enum { COPIED_PERCENT = 60, STALE_PERCENT = 50, SHORTEST = 20 };

struct prints {
    uint64_t *list;
    size_t count, room;
};

static void add_print(struct prints *prints, uint64_t print)
{
    if (prints->count && prints->list[prints->count - 1] == print)
        return;
    prints->list = xgrow(prints->list, &prints->room, prints->count + 1, sizeof *prints->list);
    prints->list[prints->count++] = print;
}

/* The Chinese characters of a passage: figures, marks and blanks change from year to year, and are left out.
 */
static size_t characters_of(const char *shadow, struct nb_span span, uint32_t *characters)
{
    size_t count = 0;
    for (size_t at = span.start; at + 2 < span.end; at++)
        if ((unsigned char)shadow[at] >= 0xE4 && (unsigned char)shadow[at] <= 0xE9) {
            characters[count++] = (uint32_t)(unsigned char)shadow[at] << 16 |
                                  (uint32_t)(unsigned char)shadow[at + 1] << 8 |
                                  (unsigned char)shadow[at + 2];
            at += 2;
        }
    return count;
}

static uint64_t hash_of(const uint32_t *characters, size_t count)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ characters[i]) * UINT64_C(1099511628211);
    return hash;
}

/* Winnowing: of each window the least hash, the rightmost of equal ones. Returns the number of characters. */
static size_t winnow(struct prints *prints, const char *shadow, struct nb_span span)
{
    uint32_t *characters = xmalloc((span.end - span.start + 1) * sizeof *characters);
    size_t count = characters_of(shadow, span, characters), grams = count < GRAM ? 0 : count - GRAM + 1;
    for (size_t first = 0; grams && first + (grams < WINDOW ? grams : WINDOW) <= grams; first++) {
        uint64_t least = UINT64_MAX;
        for (size_t i = first; i < first + WINDOW && i < grams; i++) {
            uint64_t hash = hash_of(characters + i, GRAM);
            least = hash <= least ? hash : least;
        }
        add_print(prints, least);
    }
    xfree(characters);
    return count;
}

static int by_print(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

static bool contains(const struct prints *prints, uint64_t print)
{
    return prints->count && bsearch(&print, prints->list, prints->count, sizeof print, by_print);
}

/* How many of 100 fingerprints stand among others; 100 where there is none. */
static size_t share_of(const struct prints *prints, const struct prints *others)
{
    size_t shared = 0;
    for (size_t i = 0; i < prints->count; i++)
        shared += contains(others, prints->list[i]);
    return prints->count ? shared * 100 / prints->count : 100;
}

/* Every report says the regulation's and the form's own sentences. */
static bool is_statutory(const struct lint *lint, const struct passage *passage)
{
    return string_says(shadow_text(lint, passage->span.start, passage->span.end), words_statutory);
}

static bool is_copied(const struct lint *lint, const struct passage *passage, const struct prints *old,
                      size_t percent, size_t *characters)
{
    struct prints prints = {0};
    *characters = 0;
    if (passage->heads || is_statutory(lint, passage))
        return false;
    *characters = winnow(&prints, lint->report->text->shadow, passage->span);
    bool copied = *characters >= SHORTEST && share_of(&prints, old) >= percent;
    xfree(prints.list);
    return copied;
}

/* Adds the prints of a passage of another report. */
typedef void gather_prints(struct prints *prints, const struct nb_report *report, const struct prose *prose,
                           const struct passage *passage);

static struct prints prints_of(const struct nb_report *report, gather_prints *gather)
{
    struct prints prints = {0};
    struct prose prose;
    prose_scan(&prose, report);
    FOR_PASSAGES (passage, &prose)
        gather(&prints, report, &prose, passage);
    prose_discard(&prose);
    if (prints.count)
        qsort(prints.list, prints.count, sizeof *prints.list, by_print);
    return prints;
}

static void gather_all(struct prints *prints, const struct nb_report *report, const struct prose *prose,
                       const struct passage *passage)
{
    (void)prose;
    winnow(prints, report->text->shadow, passage->span);
}

/* The next place from `*token` on where a passage names the year; false where there is none. */
static bool next_year(const struct prose *prose, const struct passage *passage, int year, size_t *token)
{
    for (; *token < tokens_behind(passage); ++*token) {
        const struct prose_token *one = &prose->tokens[*token];
        if ((one->kind == TOKEN_YEAR || one->kind == TOKEN_DATE) && one->value == year)
            return true;
    }
    return false;
}

/* What a passage says behind a year that it names. */
static struct nb_span said_of(const struct prose *prose, const struct passage *passage, size_t token)
{
    size_t from = prose->tokens[token].span.end;
    return (struct nb_span){from, passage->span.end > from ? passage->span.end : from};
}

/* What a report says of its own year, in each passage from the first place on that names it. */
static void gather_own_year(struct prints *prints, const struct nb_report *report, const struct prose *prose,
                            const struct passage *passage)
{
    size_t token = passage->first;
    if (next_year(prose, passage, report->year, &token))
        winnow(prints, report->text->shadow, said_of(prose, passage, token));
}

typedef void on_copy(struct lint *lint, const struct passage *passage, void *state);

/* Calls back for each paragraph of which `percent` are copied; returns the share of the characters that stand
 * in one, in percent.
 */
static size_t for_copies(struct lint *lint, size_t percent, on_copy *found, void *state)
{
    struct prints old = prints_of(lint->previous, gather_all);
    size_t all = 0, copied = 0;
    FOR_PASSAGES (passage, &lint->prose) {
        size_t characters;
        bool copy = is_copied(lint, passage, &old, percent, &characters);
        all += characters;
        copied += copy ? characters : 0;
        if (copy)
            found(lint, passage, state);
    }
    xfree(old.list);
    return all ? copied * 100 / all : 0;
}

static void gather(struct lint *lint, const struct passage *passage, void *state)
{
    struct nb_finding **finding = state;
    if (*finding)
        finding_related(lint, *finding, passage->span, _("and this paragraph"));
    else
        *finding = finding_add(lint, passage->span, "%s", "");
}

void check_copied_prose(struct lint *lint)
{
    struct nb_finding *finding = NULL;
    if (!lint->previous)
        return;
    size_t share = for_copies(lint, COPIED_PERCENT, gather, &finding);
    if (!finding)
        return;
    finding->message = arena_printf(
        lint->arena,
        _("this paragraph stands in last year's report; in all, %zu %% of the text is taken over"), share);
    finding->found = arena_printf(lint->arena, "%zu %%", share);
}

struct stale {
    int year;           /* last year */
    struct prints said; /* what its report says of it */
};

/* Whether last year's report says the same of that year. */
static bool is_left(const struct lint *lint, const struct passage *passage, size_t token,
                    const struct stale *stale)
{
    struct prints prints = {0};
    winnow(&prints, lint->report->text->shadow, said_of(&lint->prose, passage, token));
    bool left = prints.count && share_of(&prints, &stale->said) >= STALE_PERCENT;
    xfree(prints.list);
    return left;
}

/* A copied paragraph that says of last year what last year's report said of it. One whose author moved the
 * year on (2022年以前的文件 where 2021年以前的文件 stood) does not. */
static void name_stale(struct lint *lint, const struct passage *passage, void *state)
{
    const struct stale *stale = state;
    size_t token = passage->first;
    while (next_year(&lint->prose, passage, stale->year, &token) && !is_left(lint, passage, token, stale))
        token++;
    if (token >= tokens_behind(passage) ||
        next_year(&lint->prose, passage, stale->year + 1, &(size_t){passage->first}))
        return;
    finding_counts(lint,
                   finding_add(lint, lint->prose.tokens[token].span,
                               _("the paragraph is last year's, and still says %d"), stale->year),
                   stale->year, stale->year + 1);
}

void check_stale_year(struct lint *lint)
{
    if (!lint->previous || !lint->report->year || lint->previous->year != lint->report->year - 1)
        return;
    struct stale stale = {lint->previous->year, prints_of(lint->previous, gather_own_year)};
    for_copies(lint, STALE_PERCENT, name_stale, &stale);
    xfree(stale.said.list);
}

/* ---- figures ---- */

static void gather_sentences(struct prints *prints, const struct nb_report *report, const struct prose *prose,
                             const struct passage *passage)
{
    (void)prose;
    struct nb_span sentence = {passage->span.start, passage->span.start};
    size_t length;
    for (; sentence.end < passage->span.end;
         add_print(prints, words_hash(report->text->shadow, sentence, &length)))
        sentence = sentence_from(report->text->shadow, passage->span, sentence.end);
}

/* Whether a quantity counts what happens in a year, and many of them: what an office has (乡镇, 栏目, 人) may
 * be as many again.
 */
static bool counts_events(const struct lint *lint, const struct prose_token *token)
{
    if (token->kind != TOKEN_QUANTITY)
        return false;
    size_t end = fold_end(shadow_at(lint, 0), token->span.start, token->span.end), digits = 0;
    for (size_t at = token->span.start; at < end; at++)
        digits += isdigit((unsigned char)*shadow_at(lint, at)) != 0;
    return digits > 1 && string_begins_any(shadow_at(lint, end - 3), words_units_of_events);
}

/* Two numbers of two digits or more are not the same by chance. `token` moves behind the sentence. */
static bool has_figures(const struct lint *lint, const struct passage *passage, struct nb_span sentence,
                        size_t *token)
{
    size_t figures = 0, end = tokens_behind(passage);
    for (; *token < end && lint->prose.tokens[*token].span.start < sentence.end; ++*token)
        figures += counts_events(lint, &lint->prose.tokens[*token]);
    return figures > 1;
}

/* Sentences that stand word for word and figure for figure in last year's report: one finding. */
void check_stale_figures(struct lint *lint)
{
    struct nb_finding *finding = NULL;
    struct prints old = lint->previous ? prints_of(lint->previous, gather_sentences) : (struct prints){0};
    FOR_PASSAGES (passage, &lint->prose) {
        struct nb_span sentence = {passage->span.start, passage->span.start};
        size_t token = passage->first;
        while (old.count && sentence.end < passage->span.end) {
            size_t length;
            sentence = sentence_from(lint->report->text->shadow, passage->span, sentence.end);
            if (!has_figures(lint, passage, sentence, &token) ||
                !contains(&old, words_hash(lint->report->text->shadow, sentence, &length)))
                continue;
            if (finding)
                finding_related(lint, finding, sentence, _("and here"));
            else
                finding = finding_add(lint, sentence,
                                      _("this sentence has the figures of last year's report, all of them"));
        }
    }
    xfree(old.list);
}
