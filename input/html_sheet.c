/* html_sheet.c - a worksheet saved as a page: what counts its rows and columns, and which rows of its one
 * table are prose. */
#include "html_sheet.h"

#include "enumerator.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 512 }; /* bytes of a title or label */

/* The only cell of a row that has words; NULL: none has, or more. */
static const struct html_cell *lone_cell(const struct html_tree *tree, const struct html_grid *grid,
                                         size_t row)
{
    const struct html_cell *lone = NULL;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++) {
        if (!tree->nodes[grid->cells[i].node].size)
            continue;
        if (lone)
            return NULL;
        lone = &grid->cells[i];
    }
    return lone;
}

static bool is_title(const struct html_tree *tree, const struct html_cell *cell,
                     const struct lexicon *lexicon)
{
    char words[LONGEST + 1], key[LONGEST];
    size_t length = html_words(tree->nodes, cell->node, words, LONGEST), blanks = 0;
    while (blanks < length && (unsigned char)words[blanks] <= ' ')
        blanks++;
    size_t start = blanks + enumerator_heads(words + blanks, words + length).length;
    return start < length && lexicon_is_title(lexicon, key, lexicon_key(words + start, length - start, key));
}

/* ---- the letters of columns and the numbers of rows around a sheet ---- */

/* Whether the first row is an empty cell and letters from A on. */
static bool letters_columns(const struct html_tree *tree, const struct html_grid *grid)
{
    size_t count = grid->row_count > 1 ? grid->rows[1].first : 0;
    char words[LONGEST + 1];
    for (size_t i = 0; i < count; i++) {
        size_t length = html_words(tree->nodes, grid->cells[i].node, words, LONGEST);
        if (grid->cells[i].column != i || (i ? length != 1 || words[0] != (char)('A' + i - 1) : length))
            return false;
    }
    return count > 1;
}

/* Whether each other row begins with a greater number than the one before it. */
static bool numbers_rows(const struct html_tree *tree, const struct html_grid *grid)
{
    char words[LONGEST + 1];
    long before = 0;
    for (size_t row = 1; row < grid->row_count; row++) {
        const struct html_cell *cell = &grid->cells[grid->rows[row].first];
        size_t length = grid->rows[row].first < grid->rows[row + 1].first && !cell->column
                            ? html_words(tree->nodes, cell->node, words, LONGEST)
                            : 0;
        char *end = words;
        long number = length ? strtol(words, &end, 10) : 0;
        if (number <= before || *end || cell->colspan > 1)
            return false;
        before = number;
    }
    return true;
}

void html_drop_index(const struct html_tree *tree, struct html_grid *grid)
{
    if (!letters_columns(tree, grid) || !numbers_rows(tree, grid))
        return;
    size_t kept = 0;
    for (size_t row = 1; row < grid->row_count; row++) {
        size_t first = grid->rows[row].first + 1;
        grid->rows[row - 1] = grid->rows[row];
        grid->rows[row - 1].first = kept;
        grid->rows[row - 1].extent--;
        for (; first < grid->rows[row + 1].first; first++) {
            grid->cells[kept] = grid->cells[first];
            grid->cells[kept++].column--;
        }
    }
    grid->rows[--grid->row_count].first = grid->cell_count = kept;
    memmove(grid->starts, grid->starts + 1, --grid->width * sizeof *grid->starts);
}

bool html_holds_report(const struct html_tree *tree, const struct html_grid *grid,
                       const struct lexicon *lexicon)
{
    enum { SEVERAL = 3, NARROWEST = 3 };
    size_t titles = 0;
    for (size_t row = 0; lexicon && grid->width >= NARROWEST && row < grid->row_count && titles < SEVERAL;
         row++) {
        const struct html_cell *cell = lone_cell(tree, grid, row);
        titles += cell && is_title(tree, cell, lexicon);
    }
    return titles == SEVERAL;
}

const struct html_cell *html_prose_at(const struct html_tree *tree, const struct html_grid *grid, size_t row,
                                      const struct lexicon *lexicon)
{
    char words[LONGEST + 1];
    const struct html_cell *cell = lone_cell(tree, grid, row);
    size_t length = cell ? html_words(tree->nodes, cell->node, words, LONGEST) : 0;
    bool number = length && !words[strspn(words, "0123456789.,- \t\n\r\x01")];
    return number || (length && lexicon_label(lexicon, words, length)) ? NULL : cell;
}
