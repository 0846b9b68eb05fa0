/* plain_joint.h - tables whose cells are parted by a string of their writer's own, in tabs. */
#ifndef NB_PLAIN_JOINT_H
#define NB_PLAIN_JOINT_H

#include "lexicon.h"
#include "text.h"

/* If the labels of a table's columns, and the values of its rows, are joined by the same string, which no reader of tables knows,
 * a new text in `arena` with tabs between them, whose source is that of `text`; else NULL. Takes time linear in the text. */
struct nb_text *with_tabs(struct nb_arena *arena, const struct nb_text *text, const struct lexicon *lexicon);

#endif
