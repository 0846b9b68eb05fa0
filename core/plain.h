/* plain.h - bytes that stand in a string of JSON as they are, copied many at a time: nearly all are. */
#ifndef NB_PLAIN_H
#define NB_PLAIN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { PLAIN_STEP = 16 };
typedef unsigned char plain_bytes __attribute__((vector_size(PLAIN_STEP)));

/* Whether one of the bytes is a control character, a quote or a backslash. */
static inline bool has_special(plain_bytes bytes)
{
    uint64_t halves[2];
    bytes = (plain_bytes)((bytes < 0x20) | (bytes == '"') | (bytes == '\\'));
    memcpy(halves, &bytes, sizeof bytes);
    return halves[0] | halves[1];
}

/* Copy such bytes from *from on and move both places behind them. Behind them fewer than PLAIN_STEP are left,
 * or one of so many is special. */
static inline void copy_plain(char **to, const char **from, const char *end)
{
    for (plain_bytes bytes; end - *from >= PLAIN_STEP; *to += PLAIN_STEP, *from += PLAIN_STEP) {
        memcpy(&bytes, *from, sizeof bytes);
        if (has_special(bytes))
            return;
        memcpy(*to, &bytes, sizeof bytes);
    }
}

#endif
