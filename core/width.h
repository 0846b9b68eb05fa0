/* width.h - how many columns a character takes on a terminal or in a text set in columns. */
#ifndef NB_WIDTH_H
#define NB_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

/* 2 for a wide or full-width character (East Asian Width W, F), 0 for a combining or invisible one, else 1.
 */
int width_in_table(unsigned code_point);
/* The same. Nearly all are ASCII's or ideographs: known without a call, text set with spaces costs 14
 * instructions a byte less. */
static inline int width_of(unsigned code_point)
{
    return code_point < 0x80                             ? 1
           : code_point >= 0x4E00 && code_point < 0xA000 ? 2
                                                         : width_in_table(code_point);
}

/* The code point that the UTF-8 sequence of `length` bytes at `bytes` stands for. */
static inline unsigned utf8_decode(const char *bytes, size_t length)
{
    unsigned code = (unsigned char)bytes[0];
    if (length < 2)
        return code;
    if (length == 3) /* most characters */
        return (code & 0xFU) << 12 | ((unsigned char)bytes[1] & 0x3FU) << 6 |
               ((unsigned char)bytes[2] & 0x3FU);
    code &= 0xFFU >> (length + 1);
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3FU);
    return code;
}
/* Characters that are one column wide or two, as the font has it: quotation marks, dashes, dots, circled
 * numbers. */
static inline bool is_ambiguous_width(unsigned code)
{
    return code == 0xB7 || code == 0xD7 || (code >= 0x2010 && code <= 0x2026) ||
           (code >= 0x2460 && code <= 0x24FF) || (code >= 0x2190 && code <= 0x21FF) ||
           (code >= 0x2200 && code <= 0x22FF);
}
/* How programs tell the places of a character: in two those that are wide, or may be; each in one, or in one
 * for each of its bytes, where they know of no wide ones. */
enum places { PLACES_WIDE, PLACES_AMBIGUOUS, PLACES_NARROW, PLACES_BYTES, PLACES_KINDS };
/* In how many a program sets the character at `at`, of `length` bytes. */
static inline size_t places_of(enum places kind, const char *at, size_t length)
{
    unsigned code = kind <= PLACES_AMBIGUOUS ? utf8_decode(at, length) : 0;
    return kind == PLACES_BYTES                                   ? length
           : kind == PLACES_NARROW                                ? 1
           : kind == PLACES_AMBIGUOUS && is_ambiguous_width(code) ? 2
                                                                  : (size_t)width_of(code);
}

#endif
