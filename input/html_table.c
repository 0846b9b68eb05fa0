/* html_table.c - place a table's cells as HTML's table model does, whatever its spans say. */
#include "html_parts.h"

#include "i18n.h"

#include "bounds.h"

#include <stdlib.h>
#include <string.h>

enum { ABSURD_SPAN = 100 }; /* a colspan beyond this means "all the columns there are" */

/* ---- widths ---- */

/* The sum of a row's colspans, absurd ones counted as one. */
static unsigned row_width(const struct html_grid *grid, size_t row)
{
    unsigned width = 0;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first && width < LIMIT_COLUMNS; i++)
        width += grid->cells[i].colspan > ABSURD_SPAN ? 1 : grid->cells[i].colspan;
    return width;
}

/* How many columns the widest row takes up by itself. */
static unsigned table_width(const struct html_grid *grid)
{
    unsigned widest = 1;
    for (size_t row = 0; row < grid->row_count; row++)
        if (row_width(grid, row) > widest)
            widest = row_width(grid, row);
    return widest;
}

/* ---- collecting rows and cells ---- */

struct collector {
    struct html_grid *grid;
    const struct html_node *nodes;
    uint32_t row_end; /* where the current row's element ends; 0: no row is open */
    bool section;
};

/* The row behind the last is always there, for its `first`. */
static void add_row(struct html_grid *grid, bool section)
{
    grid->rows = xgrow(grid->rows, &grid->row_capacity, grid->row_count + 2, sizeof *grid->rows);
    grid->rows[grid->row_count++] = (struct html_row){.first = grid->cell_count, .section = section};
    grid->rows[grid->row_count].first = grid->cell_count;
}

static inline void add_cell(struct html_grid *grid, struct html_cell cell)
{
    grid->cells = xgrow(grid->cells, &grid->cell_capacity, grid->cell_count + 1, sizeof *grid->cells);
    grid->cells[grid->cell_count++] = cell;
    grid->rows[grid->row_count].first = grid->cell_count;
}

static void collect_row(struct collector *to, uint32_t end)
{
    add_row(to->grid, to->section);
    to->section = false;
    to->row_end = end;
}

/* A cell outside of any row opens one. */
static void collect_cell(struct collector *to, uint32_t node)
{
    if (!to->row_end)
        collect_row(to, to->nodes[to->nodes[node].parent].end);
    unsigned colspan = to->nodes[node].colspan;
    to->grid->wide |= !to->nodes[node].thin;
    add_cell(to->grid, (struct html_cell){.node = node, .colspan = colspan ? colspan : 1});
}

struct placed_cell {
    struct html_cell cell;
    unsigned row;
};

static int compare_places(const void *a, const void *b)
{
    const struct placed_cell *one = a, *other = b;
    return one->row != other->row
               ? (one->row > other->row) - (one->row < other->row)
               : (one->cell.column > other->cell.column) - (one->cell.column < other->cell.column);
}

/* Cells that say where they are, in the rows that they say. */
static void sort_cells(const struct html_node *nodes, struct html_grid *grid)
{
    size_t count = grid->cell_count;
    struct placed_cell *placed = xmalloc(count * sizeof *placed);
    for (size_t i = 0; i < count; i++) {
        placed[i] = (struct placed_cell){grid->cells[i], nodes[grid->cells[i].node].row};
        placed[i].cell.column = nodes[grid->cells[i].node].column;
    }
    qsort(placed, count, sizeof *placed, compare_places);
    grid->row_count = grid->cell_count = 0;
    for (size_t i = 0; i < count; i++) {
        while (grid->row_count < placed[i].row)
            add_row(grid, !grid->row_count);
        add_cell(grid, placed[i].cell);
    }
    xfree(placed);
}

/* Every node in [first, end) and outside of cells is looked at once. */
static void collect(const struct html_tree *tree, uint32_t first, uint32_t end, struct html_grid *grid,
                    html_loose *loose, void *user)
{
    struct collector to = {.grid = grid, .nodes = tree->nodes, .section = true};
    for (uint32_t at = first; at < end;) {
        const struct html_node *node = &tree->nodes[at];
        if (at >= to.row_end)
            to.row_end = 0;
        bool leaf = node->kind == HTML_CELL || node->kind == HTML_TEXT || node->kind == HTML_CAPTION ||
                    node->kind == HTML_TABLE;
        if (node->kind == HTML_CELL)
            collect_cell(&to, at);
        else if (leaf)
            loose(user, at);
        else if (node->kind == HTML_ROW)
            collect_row(&to, node->end);
        else if (node->kind == HTML_SECTION)
            to.section = true;
        at = leaf ? node->end : at + 1;
    }
}

/* ---- placing ---- */

/* A colspan that reaches far beyond the table's edge ends where it leaves the other cells of its row their
 * places. */
static void clip_spans(struct html_grid *grid)
{
    unsigned edge = table_width(grid);
    for (size_t row = 0; row < grid->row_count; row++) {
        unsigned left = edge + 1 - row_width(grid, row);
        for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++)
            if (grid->cells[i].colspan > ABSURD_SPAN)
                grid->cells[i].colspan = left ? left : 1, left = 1;
    }
}

/* until[c]: the first row in which column c, if a cell has reached it, is not covered by a span from above.
 */
struct placer {
    struct html_grid *grid;
    const struct html_node *nodes;
    size_t until[LIMIT_COLUMNS];
};

/* Place a cell of `row` in the first free column from `column` on; where spans from above leave none it
 * overlaps them. Returns the column after it, 0 if the table is too wide. */
static unsigned place_cell(struct placer *placer, struct html_cell *cell, size_t row, unsigned column)
{
    unsigned said = placer->nodes[cell->node].column, free_column = said ? said - 1 : column;
    while (!said && free_column < placer->grid->width && placer->until[free_column] > row)
        free_column++;
    cell->column = free_column < LIMIT_COLUMNS ? free_column : column;
    if (cell->column >= LIMIT_COLUMNS)
        return 0;
    unsigned end =
        cell->colspan < LIMIT_COLUMNS - cell->column ? cell->column + cell->colspan : LIMIT_COLUMNS;
    unsigned rowspan = placer->nodes[cell->node].rowspan;
    size_t until = rowspan ? row + rowspan : SIZE_MAX;
    for (unsigned i = placer->grid->width; i < cell->column; i++)
        placer->until[i] = 0; /* a place that is said may leave columns out */
    for (unsigned i = cell->column; i < end; i++)
        if (i >= placer->grid->width || placer->until[i] < until)
            placer->until[i] = until;
    const struct html_node *node = &placer->nodes[cell->node];
    placer->grid->starts[cell->column] |= node->size || !node->thin || !placer->grid->wide;
    if (end > placer->grid->width)
        placer->grid->width = end;
    return end;
}

static bool place_row(struct placer *placer, size_t row)
{
    struct html_grid *grid = placer->grid;
    if (grid->rows[row].section)
        for (unsigned column = 0; column < grid->width; column++)
            placer->until[column] = 0;
    unsigned column = 0;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++)
        if (!(column = place_cell(placer, &grid->cells[i], row, column)))
            return false;
    if (column)
        for (unsigned i = grid->width; i > column; i--)
            if (placer->until[i - 1] > row)
                column = i;
    grid->rows[row].extent = column;
    return true;
}

static bool place(struct placer *placer, size_t *positions, struct nb_error *error)
{
    for (size_t row = 0; row < placer->grid->row_count; row++) {
        if (!place_row(placer, row))
            return refuse(error, _("a table with more than %d columns"), LIMIT_COLUMNS);
        *positions += placer->grid->rows[row].extent;
        if (*positions > LIMIT_CELLS)
            return refuse(error, _("tables of more than %d cells, covered ones included"), LIMIT_CELLS);
    }
    return true;
}

bool html_lay_out(const struct html_tree *tree, uint32_t first, uint32_t end, struct html_grid *grid,
                  size_t *positions, html_loose *loose, void *user, struct nb_error *error)
{
    *grid = (struct html_grid){.starts = xmalloc(LIMIT_COLUMNS * sizeof *grid->starts)};
    memset(grid->starts, 0, LIMIT_COLUMNS * sizeof *grid->starts);
    collect(tree, first, end, grid, loose, user);
    if (grid->cell_count && tree->nodes[grid->cells[0].node].row)
        sort_cells(tree->nodes, grid);
    clip_spans(grid);
    struct placer placer; /* not set as a whole, which cost each table more than all else */
    placer.grid = grid;
    placer.nodes = tree->nodes;
    return place(&placer, positions, error);
}

/* A table of its own that happens to be as wide has other columns. */
static bool same_columns(const struct html_grid *grid, const struct html_grid *part)
{
    for (unsigned column = 0; column < part->width; column++)
        if (part->starts[column] && !grid->starts[column])
            return false;
    return part->width == grid->width;
}

bool html_join(struct html_grid *grid, const struct html_grid *part)
{
    if (!grid->cell_count || !part->cell_count || !same_columns(grid, part))
        return false;
    for (size_t row = 0; row < part->row_count; row++) {
        add_row(grid, part->rows[row].section);
        grid->rows[grid->row_count - 1].extent = part->rows[row].extent;
        for (size_t i = part->rows[row].first; i < part->rows[row + 1].first; i++)
            add_cell(grid, part->cells[i]);
    }
    return true;
}

/* ---- tables beside one another ---- */

/* How many cells of a row have words that are labels, or others. */
static size_t count_words(const struct html_tree *tree, const struct html_grid *grid, size_t row, bool labels)
{
    size_t count = 0;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++)
        count +=
            tree->nodes[grid->cells[i].node].size && html_has_ideograph(tree, grid->cells[i].node) == labels;
    return count;
}

bool html_is_labels(const struct html_tree *tree, const struct html_grid *grid)
{
    size_t row = 0;
    while (row < grid->row_count && count_words(tree, grid, row, true) &&
           !count_words(tree, grid, row, false))
        row++;
    return row > 1 && row == grid->row_count;
}

bool html_put_beside(const struct html_tree *tree, const struct html_grid *labels, struct html_grid *grid)
{
    struct html_grid both = {.width = labels->width + grid->width, .starts = grid->starts};
    size_t head = 0;
    while (head < grid->row_count && count_words(tree, grid, head, true))
        head++;
    for (size_t row = head; row < grid->row_count; row++)
        if (count_words(tree, grid, row, true))
            return false;
    if (!head || grid->row_count != head + labels->row_count || both.width > LIMIT_COLUMNS)
        return false;
    memmove(grid->starts + labels->width, grid->starts, grid->width * sizeof *grid->starts);
    memcpy(grid->starts, labels->starts, labels->width * sizeof *grid->starts);
    for (size_t row = 0; row < grid->row_count; row++) {
        add_row(&both, grid->rows[row].section);
        both.rows[row].extent = labels->width + grid->rows[row].extent;
        const struct html_row *beside = row < head ? NULL : &labels->rows[row - head];
        for (size_t i = beside ? beside[0].first : 0; beside && i < beside[1].first; i++)
            add_cell(&both, labels->cells[i]);
        for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++) {
            add_cell(&both, grid->cells[i]);
            both.cells[both.cell_count - 1].column += labels->width;
        }
    }
    xfree(grid->cells);
    xfree(grid->rows);
    *grid = both;
    return true;
}

void html_grid_free(struct html_grid *grid)
{
    xfree(grid->cells);
    xfree(grid->rows);
    xfree(grid->starts);
}
