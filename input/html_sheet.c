/* html_sheet.c - a worksheet saved as a page: what counts its rows and columns, and which rows of its one
 * table are prose. */
#include "html_parts.h"

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
    size_t length = html_words(tree->nodes, cell->node, words, LONGEST);
    size_t start = enumerator_heads(words, words + length).length;
    return start < length && lexicon_is_title(lexicon, key, lexicon_key(words + start, length - start, key));
}

/* ---- the letters of columns and the numbers of rows around a sheet ---- */

bool html_letters_columns(const struct html_tree *tree, const struct html_grid *grid)
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

/* The first cell of a row, if it stands in the first column; NULL: it does not. */
static struct html_cell *first_cell(const struct html_grid *grid, size_t row)
{
    struct html_cell *cell = &grid->cells[grid->rows[row].first];
    return grid->rows[row].first < grid->rows[row + 1].first && !cell->column ? cell : NULL;
}

/* Whether each row from `row` on begins with a greater number than the one before it; `titles`: or with a
 * cell that covers other columns, too. */
static bool numbers_rows(const struct html_tree *tree, const struct html_grid *grid, size_t row, bool titles)
{
    char words[LONGEST + 1];
    long before = 0;
    for (; row < grid->row_count; row++) {
        const struct html_cell *cell = first_cell(grid, row);
        if (!cell || (titles && cell->colspan > 1))
            continue;
        char *end = words;
        long number = html_words(tree->nodes, cell->node, words, LONGEST) ? strtol(words, &end, 10) : 0;
        if (number <= before || *end || cell->colspan > 1)
            return false;
        before = number;
    }
    return before > 1;
}

/* The row behind the head of a column that numbers the rows, 0: the first column does not. */
static size_t behind_serial(const struct html_tree *tree, const struct html_grid *grid)
{
    static const char *const heads[] = {"序号", "行号", "编号", NULL};
    char words[LONGEST + 1];
    for (size_t row = 0; row < grid->row_count; row++) {
        const struct html_cell *cell = first_cell(grid, row);
        if (cell && cell->colspan == 1 && html_words(tree->nodes, cell->node, words, LONGEST))
            return string_begins_any(words, heads) ? row + 1 : 0;
    }
    return 0;
}

/* Leave out the first column, and the first row where it names the columns. */
void html_drop_index(const struct html_tree *tree, struct html_grid *grid)
{
    bool letters = html_letters_columns(tree, grid);
    size_t serial = letters ? 1 : behind_serial(tree, grid), kept = 0, rows = 0;
    if (!serial || !numbers_rows(tree, grid, serial, !letters))
        return;
    for (size_t row = letters; row < grid->row_count; row++) {
        const struct html_cell *index = first_cell(grid, row);
        size_t at = grid->rows[row].first, end = grid->rows[row + 1].first;
        at += index && index->colspan == 1;
        grid->rows[rows] = grid->rows[row];
        grid->rows[rows].extent -= grid->rows[row].extent > 0;
        grid->rows[rows++].first = kept;
        for (; at < end; at++) {
            grid->cells[kept] = grid->cells[at];
            if (grid->cells[kept].column)
                grid->cells[kept].column--;
            else
                grid->cells[kept].colspan--;
            kept++;
        }
    }
    grid->row_count = rows;
    grid->rows[rows].first = grid->cell_count = kept;
    memmove(grid->starts, grid->starts + 1, --grid->width * sizeof *grid->starts);
    grid->starts[0] = true;
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

/* Whether a row that has words in one cell goes on with the cell above: spreadsheets put the lines of a cell
 * of a page into rows of their own. Then a row with several cells is above, and between no number of a list,
 * no sentence and nothing longer than a label. */
static bool goes_on(const struct html_tree *tree, const struct html_grid *grid, size_t row,
                    const struct lexicon *lexicon)
{
    char words[LONGEST + 1];
    for (const struct html_cell *cell; row > 0 && (cell = lone_cell(tree, grid, row)); row--) {
        size_t length = html_words(tree->nodes, cell->node, words, LONGEST);
        if (!length || length > lexicon->longest || enumerator_heads(words, words + length).length ||
            bytes_find(words, words + length, "。"))
            return false;
    }
    size_t filled = 0;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++)
        filled += tree->nodes[grid->cells[i].node].size > 0;
    return filled > 1;
}

const struct html_cell *html_prose_at(const struct html_tree *tree, const struct html_grid *grid, size_t row,
                                      const struct lexicon *lexicon)
{
    char words[LONGEST + 1];
    const struct html_cell *cell = lone_cell(tree, grid, row);
    size_t length = cell ? html_words(tree->nodes, cell->node, words, LONGEST) : 0;
    bool number = length && !words[strspn(words, "0123456789.,- \t\n\r\x01")];
    bool label = length && (lexicon_label(lexicon, words, length) || goes_on(tree, grid, row, lexicon));
    return number || label ? NULL : cell;
}
