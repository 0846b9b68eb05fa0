/* fold.h - variants of a character become one, in place and without changing a byte's position. */
#ifndef NB_FOLD_H
#define NB_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* Fold `length` bytes of UTF-8: traditional characters to simplified ones, spaces of three bytes to U+3000. Returns whether
 * the text is written in traditional script (a simplified text has next to no character that folds). */
bool fold(char *bytes, size_t length);

#endif
