/* layout.h - tables set in columns by spaces, as text extractors print them, become tables with cells. */
#ifndef NB_LAYOUT_H
#define NB_LAYOUT_H

#include "lexicon.h"
#include "text.h"

/* The left and the right edge of a character, in halves of an ideograph. */
struct layout_place {
    float x0, x1;
};

/* Lower the blocks of `text` that are set in columns to GROUP ... GROUP tables (text.h): labels wrapped above
 * and below their numbers are joined, vertical side labels stand at the first row they span, cells that print
 * nothing are empty cells, page marks inside a table are gone. A row of which it is not certain which cells
 * are empty has its values in order and no empty cells, so that it is shorter than the others; a table of
 * which that is true throughout becomes lines "label  value  value" outside of tables; a block that is not
 * understood stays as it is. Returns `text` itself when nothing was lowered, else a new text in `arena` whose
 * source is `text`'s bytes, which must live as long. A text that is not its own source (text_plain) is
 * returned as it is. `places`: where the characters of the text stand, by the byte with which they begin;
 * NULL: in columns, as its spaces have it. */
struct nb_text *layout_lower(struct nb_arena *arena, struct nb_text *text, const struct lexicon *lexicon,
                             const struct layout_place *places);

/* Units that stand behind a number; a unit of another kind makes the token a text, and the row is not taken
 * for one. */
bool is_unit(const char *at, const char *end);

#endif
