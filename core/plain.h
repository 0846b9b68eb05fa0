/* plain.h - bytes that stand in a string of JSON as they are, copied many at a time: nearly all are. */
#ifndef NB_PLAIN_H
#define NB_PLAIN_H

#include "sixteen.h"

/* Whether one of the bytes is a control character, a quote or a backslash. */
static inline bool has_special(sixteen bytes)
{
    return is_any((sixteen)((bytes < 0x20) | (bytes == '"') | (bytes == '\\')));
}

/* The same of eight bytes, each in its place of a word. */
static inline bool has_special_word(uint64_t bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t quote = bytes ^ ones * '"', backslash = bytes ^ ones * '\\';
    uint64_t found =
        ((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
    return found & ones * 0x80;
}

/* Copy fewer than SIXTEEN bytes, but no fewer than four, by their first and last ones, which may be the
 * same. False: one may be special, or they are more or fewer. Put byte by byte what is left of each string
 * cost 3 instructions a byte of a report. */
static inline bool copy_plain_rest(char *to, const char *from, size_t length)
{
    uint64_t words[2];
    uint32_t halves[2];
    if (length >= SIXTEEN || length < sizeof *halves)
        return false;
    if (length < sizeof *words) {
        memcpy(halves, from, sizeof *halves);
        memcpy(halves + 1, from + length - sizeof *halves, sizeof *halves);
        memcpy(to, halves, sizeof *halves);
        memcpy(to + length - sizeof *halves, halves + 1, sizeof *halves);
        return !has_special_word((uint64_t)halves[0] << 32 | halves[1]);
    }
    memcpy(words, from, sizeof *words);
    memcpy(words + 1, from + length - sizeof *words, sizeof *words);
    memcpy(to, words, sizeof *words);
    memcpy(to + length - sizeof *words, words + 1, sizeof *words);
    return !has_special_word(words[0]) && !has_special_word(words[1]);
}

/* Copy such bytes from *from on and move both places behind them. Behind them fewer than SIXTEEN are left,
 * or one of so many is special. */
static inline void copy_plain(char **to, const char **from, const char *end)
{
    for (sixteen bytes; end - *from >= SIXTEEN; *to += SIXTEEN, *from += SIXTEEN) {
        bytes = load_sixteen(*from);
        if (has_special(bytes))
            return;
        memcpy(*to, &bytes, sizeof bytes);
    }
}

#endif
