/* html_table.c - place a table's cells as HTML's table model does, whatever its spans say. */
#include "html_table.h"

#include "bounds.h"

#include <stdlib.h>

enum { ABSURD_SPAN = 100 }; /* a colspan beyond this means "all the columns there are" */

/* ---- collecting rows and cells ---- */

struct collector {
    struct html_grid *grid;
    const struct html_node *nodes;
    size_t cell_capacity, row_capacity;
    uint32_t row_end; /* where the current row's element ends; 0: no row is open */
    bool section;
};

static struct html_row *add_row(struct collector *to)
{
    struct html_grid *grid = to->grid;
    if (grid->row_count + 1 >= to->row_capacity) {
        to->row_capacity = to->row_capacity ? 2 * to->row_capacity : 64;
        grid->rows = xrealloc(grid->rows, to->row_capacity * sizeof *grid->rows);
    }
    return &grid->rows[grid->row_count];
}

static void begin_row(struct collector *to, uint32_t end)
{
    *add_row(to) = (struct html_row){.first = to->grid->cell_count, .section = to->section};
    to->grid->row_count++;
    to->section = false;
    to->row_end = end;
}

static void add_cell(struct collector *to, uint32_t node)
{
    struct html_grid *grid = to->grid;
    if (!to->row_end)
        begin_row(to, to->nodes[to->nodes[node].parent].end);
    if (grid->cell_count == to->cell_capacity) {
        to->cell_capacity = to->cell_capacity ? 2 * to->cell_capacity : 256;
        grid->cells = xrealloc(grid->cells, to->cell_capacity * sizeof *grid->cells);
    }
    unsigned colspan = to->nodes[node].colspan;
    grid->cells[grid->cell_count++] = (struct html_cell){.node = node, .colspan = colspan ? colspan : 1};
}

/* Every node inside the table and outside of its cells is looked at once. */
static void collect(struct collector *to, uint32_t table, html_loose *loose, void *user)
{
    uint32_t at = table + 1;
    while (at < to->nodes[table].end) {
        const struct html_node *node = &to->nodes[at];
        if (at >= to->row_end)
            to->row_end = 0;
        bool leaf = node->kind == HTML_CELL || node->kind == HTML_TEXT || node->kind == HTML_CAPTION || node->kind == HTML_TABLE;
        if (node->kind == HTML_CELL)
            add_cell(to, at);
        else if (leaf)
            loose(user, at);
        else if (node->kind == HTML_ROW)
            begin_row(to, node->end);
        else if (node->kind == HTML_SECTION)
            to->section = true;
        at = leaf ? node->end : at + 1;
    }
    add_row(to)->first = to->grid->cell_count;
}

/* ---- placing ---- */

/* The sum of a row's colspans, absurd ones counted as one. */
static unsigned row_width(const struct html_grid *grid, size_t row)
{
    unsigned width = 0;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first && width < LIMIT_COLUMNS; i++)
        width += grid->cells[i].colspan > ABSURD_SPAN ? 1 : grid->cells[i].colspan;
    return width;
}

/* A colspan that reaches far beyond the table's edge ends where it leaves the other cells of its row their places. */
static void clip_spans(struct html_grid *grid)
{
    unsigned edge = 1;
    for (size_t row = 0; row < grid->row_count; row++)
        if (row_width(grid, row) > edge)
            edge = row_width(grid, row);
    for (size_t row = 0; row < grid->row_count; row++) {
        unsigned left = edge + 1 - row_width(grid, row);
        for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++)
            if (grid->cells[i].colspan > ABSURD_SPAN)
                grid->cells[i].colspan = left ? left : 1, left = 1;
    }
}

/* until[c]: the first row in which column c is not covered by a span from above. */
struct placer {
    struct html_grid *grid;
    const struct html_node *nodes;
    size_t until[LIMIT_COLUMNS];
};

/* Place a cell of `row` in the first free column from `column` on; where spans from above leave none it overlaps them.
 * Returns the column after it, 0 if the table is too wide. */
static unsigned place_cell(struct placer *placer, struct html_cell *cell, size_t row, unsigned column)
{
    unsigned free_column = column;
    while (free_column < LIMIT_COLUMNS && placer->until[free_column] > row)
        free_column++;
    cell->column = free_column < LIMIT_COLUMNS ? free_column : column;
    if (cell->column >= LIMIT_COLUMNS)
        return 0;
    unsigned end = cell->colspan < LIMIT_COLUMNS - cell->column ? cell->column + cell->colspan : LIMIT_COLUMNS;
    unsigned rowspan = placer->nodes[cell->node].rowspan;
    size_t until = rowspan ? row + rowspan : SIZE_MAX;
    for (unsigned i = cell->column; i < end; i++)
        if (placer->until[i] < until)
            placer->until[i] = until;
    placer->grid->starts[cell->column] = true;
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
        if (!place_row(placer, row)) {
            snprintf(error->message, sizeof error->message, "a table with more than %d columns", LIMIT_COLUMNS);
            return false;
        }
        *positions += placer->grid->rows[row].extent;
        if (*positions > LIMIT_CELLS) {
            snprintf(error->message, sizeof error->message, "tables of more than %d cells, covered ones included", LIMIT_CELLS);
            return false;
        }
    }
    return true;
}

bool html_lay_out(const struct html_tree *tree, uint32_t table, struct html_grid *grid, size_t *positions, html_loose *loose,
                  void *user, struct nb_error *error)
{
    *grid = (struct html_grid){.starts = xmalloc(LIMIT_COLUMNS * sizeof *grid->starts)};
    for (unsigned column = 0; column < LIMIT_COLUMNS; column++)
        grid->starts[column] = false;
    struct collector collector = {.grid = grid, .nodes = tree->nodes};
    collect(&collector, table, loose, user);
    clip_spans(grid);
    struct placer placer = {.grid = grid, .nodes = tree->nodes};
    return place(&placer, positions, error);
}

void html_grid_free(struct html_grid *grid)
{
    free(grid->cells);
    free(grid->rows);
    free(grid->starts);
}
