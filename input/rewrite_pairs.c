/* rewrite_pairs.c - cells with a bar on each side, |a||b|, as a text extractor wrote those without paragraphs
 * in rows that lack their empty cells: a line for each. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <string.h>

/* Whether a bar opens each cell of a line, and another closes it, on this line or a later one; `*open`: none
 * has closed the last one. An empty cell, words behind none and a bar that opens nothing belong to others. */
static bool pairs_bars(const struct nb_text *text, struct piece words, bool *open)
{
    for (size_t at = words.start, close; at < words.end; at = close + 1) {
        bool opens = !*open;
        if (opens && (text->bytes[at] != '|' || at + 1 == words.end || text->bytes[at + 1] == '|'))
            return false;
        close = text_find(text, at + opens, words.end, '|');
        *open = close == words.end;
    }
    return true;
}

/* Whether all bars of a text pair so, and some touch, behind one cell and before the next. */
static bool has_pairs(const struct nb_text *text)
{
    enum { FEWEST = 3 };
    size_t lines = 0;
    bool open = false;
    if (!bytes_find(text->bytes, text->bytes + text->length, "||")) /* as most texts */
        return false;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece words = words_of_line(text, i);
        if (text_find(text, words.start, words.end, '|') == words.end)
            continue;
        lines++;
        if (!pairs_bars(text, words, &open))
            return false;
    }
    return lines >= FEWEST && !open;
}

/* A line feed between the cells of a line; where a line has a bar only, it goes. */
void cells_apart(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    if (!has_pairs(text))
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece words = words_of_line(text, i);
        if (words.end == words.start + 1 && text->bytes[words.start] == '|')
            rewrite_cut(made, words.start, behind_line(text, i), 0);
        else
            for (size_t at = words.start; (at = text_find(text, at, words.end, '|')) < words.end;) {
                size_t behind = at + 1 + (at + 1 < words.end && text->bytes[at + 1] == '|');
                rewrite_cut(made, at, behind, at > words.start && behind < words.end ? '\n' : 0);
                at = behind;
            }
    }
}
