/* plain_unfold.h - a text whose lines were joined, in lines again. */
#ifndef NB_PLAIN_UNFOLD_H
#define NB_PLAIN_UNFOLD_H

#include "lexicon.h"
#include "text.h"

/* If lines of the text hold several rows of tables each (a page's strings were joined with blanks, bars or commas), a new text in
 * `arena` with a line for each string, whose source is that of `text`; else NULL. Takes time linear in the text. */
struct nb_text *unfold(struct nb_arena *arena, const struct nb_text *text, const struct lexicon *lexicon);

#endif
