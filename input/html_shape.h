/* html_shape.h - tables made of elements that do not say so: blocks in rows of as many, with the labels of
 * columns over them. */
#ifndef NB_HTML_SHAPE_H
#define NB_HTML_SHAPE_H

#include "html_tree.h"
#include "lexicon.h"

/* Make rows and cells of such elements, and tell where each run of them ends (html_node.run). Takes time
 * linear in the page. */
void html_find_shapes(struct html_tree *tree, const struct lexicon *lexicon);

#endif
