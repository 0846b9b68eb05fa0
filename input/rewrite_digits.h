/* rewrite_digits.h - the values of a row whose digits nothing parts (230 000023), told by how many they are
 * and by their totals.
 */
#ifndef NB_REWRITE_DIGITS_H
#define NB_REWRITE_DIGITS_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGITS_MOST = 32 }; /* columns */

/* Part the digits of [at, end), of which blanks and signs for no value part some already, into so many
 * `columns`; `totals`: how many of them are totals, each behind its addends. `starts`: where each begins;
 * `tries`: steps that may yet be taken. False: no way, several, or no tries left. */
bool part_digits(const char *bytes, size_t at, size_t end, size_t columns, size_t totals, size_t *starts,
                 size_t *tries);

#endif
