/* rewrite_pages.c - what a program printed at the edges of pages and a reader has copied with the text: lines
 * whose number counts the pages, and lines that are the same beside those. */
#include "config.h"

#include "rewrite.h"

#include "fold.h"
#include "page_mark.h"
#include "table_reader.h"

#include <ctype.h>
#include <string.h>

/* A line that may count pages: its number, and the words before and behind that. */
struct page_edge {
    size_t line;
    unsigned number;
    struct piece words, digits;
};

struct page_edges {
    struct nb_arena *arena;
    const struct nb_text *text;
    const struct lexicon *lexicon;
    bool *drops; /* for each line: it is at an edge */
    struct page_edge *items;
    size_t count, capacity;
};

static bool begins_page(const struct nb_text *text, size_t i)
{
    return i < text->line_count && text->bytes[text->line_starts[i]] == '\f';
}

static const char *before_digits(const char *at, const char *end)
{
    while (end > at && isdigit((unsigned char)end[-1]))
        end--;
    return end;
}

/* Where the digits stand that number the page: in a page mark, before how many there are, or alone where the
 * page ends; none: nothing does. */
static struct piece page_digits(const struct nb_text *text, size_t i, struct piece words)
{
    const char *shadow = text->shadow, *at = shadow + words.start, *end = shadow + words.end;
    const char *digits = before_digits(at, end);
    bool of_pages = digits > at && digits < end && digits[-1] == '/';
    if ((of_pages || digits == end) && is_page_mark_at(at, end, of_pages)) {
        for (digits = at; digits < end && !isdigit((unsigned char)*digits);)
            digits++;
    } else if (of_pages) {
        end = digits - 1;
        digits = before_digits(at, end);
        if (digits == at || digits[-1] != ' ')
            digits = end;
    } else if (digits > at || !begins_page(text, i + 1)) {
        digits = end;
    }
    for (at = digits; at < end && isdigit((unsigned char)*at);)
        at++;
    return (struct piece){(size_t)(digits - shadow), (size_t)(at - shadow)};
}

static void add_edge(struct page_edges *edges, size_t i, struct piece words)
{
    enum { PAGES = 5 }; /* digits */
    struct piece digits = page_digits(edges->text, i, words);
    if (digits.start == digits.end || digits.end - digits.start > PAGES)
        return;
    unsigned number = 0;
    for (size_t at = digits.start; at < digits.end; at++)
        number = number * 10 + (unsigned)(edges->text->shadow[at] - '0');
    edges->items =
        arena_grow(edges->arena, edges->items, &edges->capacity, edges->count + 1, sizeof *edges->items);
    edges->items[edges->count++] = (struct page_edge){i, number, words, digits};
}

/* Whether two lines number pages that follow each other, and are the same but for that. */
static bool follows(const struct nb_text *text, const struct page_edge *edge, const struct page_edge *next)
{
    const struct piece before = {edge->words.start, edge->digits.start},
                       behind = {edge->digits.end, edge->words.end};
    return next->number == edge->number + 1 &&
           same_words(text, before, (struct piece){next->words.start, next->digits.start}) &&
           same_words(text, behind, (struct piece){next->digits.end, next->words.end});
}

/* From a line to the first before or behind it that has words, and those as far as they may be a page's head
 * or foot: no number, no label; else nothing. */
static struct piece beside(const struct page_edges *edges, size_t *line, int step)
{
    enum { NEAR = 3, SHORT = 12 }; /* lines; bytes: four ideographs */
    const struct nb_text *text = edges->text;
    struct piece words = {0, 0};
    for (int i = 0; i < NEAR && words.start == words.end; i++) {
        if (step < 0 ? !*line : *line + 1 >= text->line_count)
            return words;
        *line = step < 0 ? *line - 1 : *line + 1;
        words = words_of_line(text, *line);
    }
    size_t length = words.end - words.start;
    bool none = length < SHORT || memchr(text->bytes + words.start, '|', length) ||
                (edges->lexicon && lexicon_label_kinds(edges->lexicon, text->shadow + words.start, length));
    return none ? (struct piece){0, 0} : words;
}

static void drop_beside(struct page_edges *edges, const struct page_edge *edge, const struct page_edge *next,
                        int step)
{
    size_t line = edge->line, other = next->line;
    struct piece words = beside(edges, &line, step), others = beside(edges, &other, step);
    if (words.start < words.end && same_words(edges->text, words, others))
        edges->drops[line] = edges->drops[other] = true;
}

static bool find_edges(struct page_edges *edges)
{
    const struct nb_text *text = edges->text;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece words = words_of_line(text, i);
        if (words.start == words.end || (text->lines[i].marks & LINE_NUMBER && !begins_page(text, i + 1)))
            continue; /* digits alone number a page where it ends */
        unsigned char last = (unsigned char)text->shadow[words.end - 1];
        if (last == '-' || isdigit(last) || last == FOLD_FILLER ||
            (words.end - words.start > 3 && !memcmp(text->shadow + words.end - 3, "页", 3)))
            add_edge(edges, i, words);
    }
    if (edges->count < 2)
        return false;
    edges->drops = arena_alloc(edges->arena, text->line_count * sizeof *edges->drops);
    for (size_t i = 0; i + 1 < edges->count; i++)
        if (follows(text, &edges->items[i], &edges->items[i + 1])) {
            edges->drops[edges->items[i].line] = edges->drops[edges->items[i + 1].line] = true;
            drop_beside(edges, &edges->items[i], &edges->items[i + 1], -1);
            drop_beside(edges, &edges->items[i], &edges->items[i + 1], 1);
        }
    return true;
}

void without_page_edges(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    struct page_edges edges = {.arena = arena_new(), .text = text, .lexicon = made->lexicon};
    if (find_edges(&edges))
        for (size_t i = 0; i < text->line_count; i++)
            if (edges.drops[i]) /* the form feed stays: what stands in columns begins anew there */
                rewrite_cut(made, text->line_starts[i] + begins_page(text, i), behind_line(text, i), 0);
    arena_free(edges.arena);
}
