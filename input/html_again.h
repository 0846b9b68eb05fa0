/* html_again.h - labels that a table says again in its cells, for screen readers and phones: 自然人：3 below
 * 自然人. */
#ifndef NB_HTML_AGAIN_H
#define NB_HTML_AGAIN_H

#include "html_table.h"

/* Set `again` of the cells: how many bytes of text, blanks left aside, repeat the labels over and before a
 * cell. */
void html_find_labels_again(const struct html_tree *tree, struct html_grid *grid);

bool html_has_ideograph(const struct html_tree *tree, uint32_t cell);

#endif
