/* fold.h - variants of a character become one, in place and without moving any other byte. */
#ifndef NB_FOLD_H
#define NB_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* A variant that takes fewer bytes than what it stands for is filled up with this; patterns pass over it. */
enum { FOLD_FILLER = 0x01 };

/* Where folded text ends, [start, end) of it, without what fills up its last sign. */
static inline size_t fold_end(const char *shadow, size_t start, size_t end)
{
    while (end > start && shadow[end - 1] == FOLD_FILLER)
        end--;
    return end;
}

/* Behind the character that has one byte in a shadow at `at`, and what fills it up. */
static inline size_t fold_behind(const char *shadow, size_t at)
{
    at++;
    while (shadow[at] == FOLD_FILLER)
        at++;
    return at;
}

/* Fold `length` bytes of UTF-8: traditional ideographs become simplified ones; full-width letters, digits and
 * punctuation, dashes, minus signs and spaces of every width become ASCII's and fillers. Returns whether the
 * text is written in traditional script (a simplified text has next to no character that folds). */
bool fold(char *bytes, size_t length);

/* Whether a character of three bytes is one that the text's script does not have and the other has: in a
 * simplified text an ideograph that folds and is not in GB 2312, in a traditional one that is in GB 2312 and
 * not in Big5. */
bool fold_is_foreign(const char *character, bool traditional);

#endif
