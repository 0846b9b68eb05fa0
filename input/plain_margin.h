/* plain_margin.h - lines without what a program has printed before and behind each of them. */
#ifndef NB_PLAIN_MARGIN_H
#define NB_PLAIN_MARGIN_H

#include "text.h"

/* If nearly all lines of the text have the same before or behind them, but for numbers and names in it, a new text in `arena`
 * without it, whose source is that of `text`; else NULL. Takes time linear in the text. */
struct nb_text *without_margins(struct nb_arena *arena, const struct nb_text *text);

#endif
