/* html_place.h - pages on which each line, or part of one, is put at its place, as converters of PDF write
 * them. */
#ifndef NB_HTML_PLACE_H
#define NB_HTML_PLACE_H

#include "html_style.h"
#include "html_tree.h"
#include "lexicon.h"

/* What attributes say of an element's place: SVG's, pdftotext's and hOCR's. Edges: x, y, and x and y of the
 * end; `moved`: it is transformed; `any`: the others are set. */
struct html_edges {
    bool any, moved, said[4];
    float at[4];
};

void html_read_edges(struct html_edges *edges, const char *name, const char *value);

/* What a style and attributes say of an element's place. */
void html_read_spot(const struct html_style *style, const struct html_edges *edges, struct html_spot *spot);

/* The text of a page that puts nearly all its text at places; NULL: it does not. */
struct nb_text *html_read_places(struct nb_arena *arena, const struct html_tree *tree,
                                 const struct lexicon *lexicon);

#endif
