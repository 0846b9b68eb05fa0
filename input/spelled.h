/* spelled.h - files of ASCII that spell what is beyond it. */
#ifndef NB_SPELLED_H
#define NB_SPELLED_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

/* If a file is ASCII and spells characters or bytes beyond it as programs do that write nothing else - \u4e00
 * (RFC 8259, Java), \[u4E00] (troff), \xE4\xB8\x80 and \344\270\200 (C, Python), %u4E00 and %E4%B8%80 (RFC
 * 3986, ECMA-262 B.2.1),
 * &#19968; and &#x4e00; (HTML) - *bytes and *length become a copy of it in `arena` in which those stand
 * themselves, in its own encoding; columns are those of the copy. Entities of ASCII are left to the
 * reader of HTML. False: it is not, and nothing has changed. */
bool read_spelled(struct nb_arena *arena, const char **bytes, size_t *length);

/* Write at `to` the character that is spelled at `at`, or its first byte where none is. Returns the bytes
 * written, never more than *length, those that spell it. */
size_t spelled_write(char *to, const char *at, const char *end, size_t *length);

#endif
