/* copied.c - rules NB503 and NB504: prose taken over from last year's report, and last year's years in it. The passages of both
 * reports are compared by winnowed fingerprints (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003). */
#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* A fingerprint is the hash of GRAM characters; of WINDOW neighbouring ones the least is kept, so that every match of
 * GRAM + WINDOW - 1 = 15 characters is found: the length of a clause, and longer than the names of offices and documents. */
enum { GRAM = 8, WINDOW = 8 };

/* A paragraph is a copy when this share of its fingerprints stands in one of last year's; shorter ones are not looked at. */
enum { COPIED_PERCENT = 80, SHORTEST = 20 };

struct prints {
    uint64_t *list;
    size_t count, room;
};

static void add_print(struct prints *prints, uint64_t print)
{
    if (prints->count && prints->list[prints->count - 1] == print)
        return;
    if (prints->count == prints->room) {
        prints->room = prints->room ? prints->room * 2 : 256;
        prints->list = xrealloc(prints->list, prints->room * sizeof *prints->list);
    }
    prints->list[prints->count++] = print;
}

/* The Chinese characters of a passage: figures, marks and blanks change from year to year, and are left out. */
static size_t characters_of(const char *shadow, struct nb_span span, uint32_t *characters)
{
    size_t count = 0;
    for (size_t at = span.start; at + 2 < span.end; at++)
        if ((unsigned char)shadow[at] >= 0xE4 && (unsigned char)shadow[at] <= 0xE9) {
            characters[count++] = (uint32_t)(unsigned char)shadow[at] << 16 | (uint32_t)(unsigned char)shadow[at + 1] << 8 |
                                  (unsigned char)shadow[at + 2];
            at += 2;
        }
    return count;
}

static uint64_t gram_at(const uint32_t *characters)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (int i = 0; i < GRAM; i++)
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
            uint64_t hash = gram_at(characters + i);
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

/* Every report says the regulation's and the form's own sentences. */
static bool is_statutory(const struct lint *lint, const struct passage *passage)
{
    static const char *const words[] = {"中华人民共和国政府信息公开条例", "统计期限", "勾稽关系", "信息处理费"};
    char *text = arena_strndup(lint->arena, shadow_at(lint, passage->span.start), passage->span.end - passage->span.start);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]))
            return true;
    return false;
}

static bool is_copied(const struct lint *lint, const struct passage *passage, const struct prints *old, size_t *characters)
{
    struct prints prints = {0};
    size_t shared = 0;
    *characters = 0;
    if (passage->block->kind != NB_PARAGRAPH || is_statutory(lint, passage))
        return false;
    *characters = winnow(&prints, lint->report->text->shadow, passage->span);
    for (size_t i = 0; i < prints.count; i++)
        shared += contains(old, prints.list[i]);
    bool copied = *characters >= SHORTEST && shared * 100 >= prints.count * COPIED_PERCENT;
    xfree(prints.list);
    return copied;
}

static struct prints prints_of(const struct nb_report *report)
{
    struct prints prints = {0};
    struct prose prose;
    prose_scan(&prose, report);
    for (size_t p = 0; p < prose.passage_count; p++)
        winnow(&prints, report->text->shadow, prose.passages[p].span);
    prose_discard(&prose);
    if (prints.count)
        qsort(prints.list, prints.count, sizeof *prints.list, by_print);
    return prints;
}

/* A copied paragraph that names last year, as if it were this one. */
static bool names_year(const struct lint *lint, const struct passage *passage, int year, struct nb_span *place)
{
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if ((token->kind == TOKEN_YEAR || token->kind == TOKEN_DATE) && token->value == year) {
            *place = token->span;
            return true;
        }
    }
    return false;
}

typedef void on_copy(struct lint *lint, const struct passage *passage, void *state);

/* Calls back for each copied paragraph; returns the share of the characters that stand in one, in percent. */
static size_t for_copies(struct lint *lint, on_copy *found, void *state)
{
    struct prints old = prints_of(lint->previous);
    size_t all = 0, copied = 0;
    for (size_t p = 0; p < lint->prose.passage_count; p++) {
        size_t characters;
        bool copy = is_copied(lint, &lint->prose.passages[p], &old, &characters);
        all += characters;
        copied += copy ? characters : 0;
        if (copy)
            found(lint, &lint->prose.passages[p], state);
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
    size_t share = for_copies(lint, gather, &finding);
    if (!finding)
        return;
    finding->message = arena_printf(
        lint->arena, _("this paragraph stands in last year's report; in all, %zu %% of the text is taken over"), share);
    finding->found = arena_printf(lint->arena, "%zu %%", share);
}

static void name_stale(struct lint *lint, const struct passage *passage, void *state)
{
    struct nb_span place;
    int *year = state;
    if (!names_year(lint, passage, *year, &place) || names_year(lint, passage, *year + 1, &(struct nb_span){0, 0}))
        return;
    struct nb_finding *finding = finding_add(lint, place, _("the paragraph is last year's, and still says %d"), *year);
    finding->found = arena_printf(lint->arena, "%d", *year);
    finding->expected = arena_printf(lint->arena, "%d", *year + 1);
}

void check_stale_year(struct lint *lint)
{
    int year = lint->report->year - 1;
    if (lint->previous && lint->report->year && lint->previous->year == year)
        for_copies(lint, name_stale, &year);
}
