/* plain_glued.h - a text whose labels have run together with the values behind them, with a blank between again. */
#ifndef NB_PLAIN_GLUED_H
#define NB_PLAIN_GLUED_H

#include "lexicon.h"
#include "text.h"

/* If labels of rows stand right before their first values in the text, as some programs take them out of a PDF, a new text in
 * `arena` with a blank between, whose source is that of `text`; else NULL. Takes time linear in the text. */
struct nb_text *unglue(struct nb_arena *arena, const struct nb_text *text, const struct lexicon *lexicon);

#endif
