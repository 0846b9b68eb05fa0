/* fillers.h - dashes with which programs that print columns fill cells become blanks. */
#ifndef NB_FILLERS_H
#define NB_FILLERS_H

#include "lexicon.h"
#include "text.h"

#include <stddef.h>

/* In place, in a text that is its own source. Programs that cannot leave a cell empty, for blanks part
 * theirs, write a dash in what a span covers: the head of a table tells it, between its labels. */
void blank_fillers(const struct lexicon *lexicon, struct nb_text *text);
/* Blanks for the names that data frames give to columns without any, Unnamed: 3; the bytes end in a NUL. */
void blank_unnamed(char *bytes, size_t length);
/* The bytes of the word at `at` that programs write for an empty cell or one that is none: NaN, None, null,
 * in whatever case; 0: none stands there. */
size_t unfilled_length(const char *at, const char *end);
/* The bytes of the dots at `at` that lead from one cell to the next, ... … ···; 0: none do, three at least.
 */
size_t leader_length(const char *at, const char *end);

#endif
