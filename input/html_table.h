/* html_table.h - the true grid of an HTML table, its spans resolved. */
#ifndef NB_HTML_TABLE_H
#define NB_HTML_TABLE_H

#include "html_tree.h"

/* A cell in its place. `again`: bytes of its text, blanks left aside, that say its label again
 * (html_again.h); `sure`: for sure.
 */
struct html_cell {
    uint32_t node;
    unsigned column, colspan, again;
    bool sure;
};

/* A row: its cells are those from `first` up to the next row's. `extent` is one more than the last column
 * that a cell or a span from above covers; `section`: it opens a section, into which no span from above
 * reaches. */
struct html_row {
    size_t first;
    unsigned extent;
    bool section;
};

/* The grid. rows[row_count].first is cell_count. Of the columns those count in which a cell starts: others
 * exist only in spans.
 */
struct html_grid {
    struct html_cell *cells;
    struct html_row *rows;
    size_t cell_count, row_count, cell_capacity, row_capacity;
    unsigned width;
    bool *starts; /* for each column */
};

/* What stands in a table outside of its cells (captions, stray texts) is handed to `loose`, node by node. */
typedef void html_loose(void *user, uint32_t node);

/* Lay out the rows in nodes [first, end) as HTML's table model does; the grid is to be freed. `positions`
 * counts grid positions of all tables so far. False with *error when LIMIT_COLUMNS or LIMIT_CELLS is
 * exceeded. */
bool html_lay_out(const struct html_tree *tree, uint32_t first, uint32_t end, struct html_grid *grid,
                  size_t *positions, html_loose *loose, void *user, struct nb_error *error);

/* Add the rows of `part` to `grid` if they have the same columns, for pages break a table into several. */
bool html_join(struct html_grid *grid, const struct html_grid *part);

/* Whether a grid is nothing but labels, which a program that keeps them in view prints as a table of its own.
 */
bool html_is_labels(const struct html_tree *tree, const struct html_grid *grid);

/* Put such a grid before `grid`, whose rows below its head are as many and have no labels. False: they are
 * not so. */
bool html_put_beside(const struct html_tree *tree, const struct html_grid *labels, struct html_grid *grid);

void html_grid_free(struct html_grid *grid);

#endif
