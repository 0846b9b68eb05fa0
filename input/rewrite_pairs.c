/* rewrite_pairs.c - cells with a bar on each side, |a||b|, as a text extractor wrote those without paragraphs
 * in rows that lack their empty cells: a line for each. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <string.h>

/* How many cells a line of nothing else has; 0: a bar stands in it otherwise. */
static size_t paired_cells(const char *at, const char *end)
{
    size_t cells = 0;
    for (; at < end; at++, cells++) {
        const char *bar = *at == '|' ? memchr(at + 1, '|', (size_t)(end - at - 1)) : NULL;
        if (!bar || bar == at + 1)
            return 0;
        at = bar;
    }
    return cells;
}

/* Whether all lines with bars are such lines, and some have several cells. */
static bool has_pairs(const struct nb_text *text)
{
    enum { FEWEST = 3 };
    size_t lines = 0, several = 0;
    if (!bytes_find(text->bytes, text->bytes + text->length, "||")) /* as most texts */
        return false;
    for (size_t i = 0; i < text->line_count; i++) {
        const char *at = text->bytes + words_of_line(text, i).start,
                   *end = text->bytes + words_of_line(text, i).end;
        if (!memchr(at, '|', (size_t)(end - at)))
            continue;
        size_t cells = paired_cells(at, end);
        if (!cells)
            return false;
        lines++;
        several += cells > 1;
    }
    return several && lines >= FEWEST;
}

void cells_apart(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    if (!has_pairs(text))
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece words = words_of_line(text, i);
        for (size_t at = words.start; at < words.end; at++) {
            bool inner = at > words.start && at + 1 < words.end;
            if (text->bytes[at] == '|')
                rewrite_cut(made, at, at + 1 + inner, inner ? '\n' : 0);
            at += inner && text->bytes[at] == '|';
        }
    }
}
