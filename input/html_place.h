/* html_place.h - pages on which each line, or part of one, is put at its place, as converters of PDF write
 * them. */
#ifndef NB_HTML_PLACE_H
#define NB_HTML_PLACE_H

#include "html_style.h"
#include "html_tree.h"
#include "lexicon.h"

/* What a style says of an element's place. */
void html_read_spot(const struct html_style *style, struct html_spot *spot);

/* The text of a page that puts nearly all its text at places; NULL: it does not. */
struct nb_text *html_read_places(struct nb_arena *arena, const struct html_tree *tree,
                                 const struct lexicon *lexicon);

#endif
