/* html_sheet.h - a worksheet saved as a page: one table that holds the whole report. */
#ifndef NB_HTML_SHEET_H
#define NB_HTML_SHEET_H

#include "html_table.h"
#include "lexicon.h"

/* Whether the first row is an empty cell and letters from A on: a sheet begins, and continues none. */
bool html_letters_columns(const struct html_tree *tree, const struct html_grid *grid);
/* Drop the row of letters and the column of numbers that a program has printed around the cells of a sheet.
 */
void html_drop_index(const struct html_tree *tree, struct html_grid *grid);
/* Whether the grid holds a report: rows of one cell are the titles of its articles. */
bool html_holds_report(const struct html_tree *tree, const struct html_grid *grid,
                       const struct lexicon *lexicon);
/* The cell of a row of such a grid that is prose: its only words, and neither a number nor the label of a
 * table; NULL: the row is a table's. */
const struct html_cell *html_prose_at(const struct html_tree *tree, const struct html_grid *grid, size_t row,
                                      const struct lexicon *lexicon);

#endif
