/* decode.h - from the bytes of a file to clean UTF-8, the encoding being given, labelled or detected. */
#ifndef NB_DECODE_H
#define NB_DECODE_H

#include "input.h"

#include <stdbool.h>

/* The decoded file: UTF-8 without a byte order mark, with two NULs after `length`. `note` says what was wrong
 * or uncertain about the encoding, NULL if nothing. */
struct decoded {
    char *bytes;
    size_t length;
    const char *encoding, *note;
};

/* Decode `input` into `arena`; the rule is that of doc/encodings.md. Of the control characters only tab, line
 * feed and form feed remain: CR LF and a lone CR become LF, others a space. Lines and columns stay as they
 * are. False with *error, which names the place, when no encoding fits. */
bool decode(struct nb_arena *arena, const struct input *input, struct decoded *decoded,
            struct nb_error *error);

#endif
