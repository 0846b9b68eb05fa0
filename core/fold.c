/* fold.c - fold variants of a character, ideographs and what looks like them by tables made from OpenCC's and Unicode's data. */
#include "fold.h"

#include "fold-table.h"

#include <string.h>

/* Full-width forms U+FF01..U+FF5E are ASCII's, in order. The others are dashes, minus signs and spaces as people type them. */
static char ascii_of(unsigned code)
{
    if (code > 0x3000 && code < 0xFE52) /* 。 、 and ideographs: most of what is asked for */
        return '\0';
    if (code >= 0xFF01 && code <= 0xFF5E)
        return (char)(code - 0xFF01 + '!');
    if ((code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF ||
        code == 0x2060)
        return ' ';
    if (code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202D) || (code >= 0x2066 && code <= 0x2069))
        return ' '; /* marks of direction; not that which turns digits about */
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x2500 || code == 0xFE63 || code == 0xFE58 ||
        code == 0x2043)
        return '-';
    if (code == 0x2215 || code == 0x2044)
        return '/';
    return code == 0xFE62 ? '+' : code == 0xFE52 ? '.' : code == 0xFE59 ? '(' : code == 0xFE5A ? ')' : '\0';
}

static void put(unsigned char *at, unsigned code)
{
    at[0] = (unsigned char)(0xE0 | code >> 12);
    at[1] = (unsigned char)(0x80 | (code >> 6 & 0x3F));
    at[2] = (unsigned char)(0x80 | (code & 0x3F));
}

/* Two bytes: the no-break space and the soft hyphen have variants. */
static void fold_two(unsigned char *at)
{
    if (at[0] == 0xC2 && (at[1] == 0xA0 || at[1] == 0xAD)) {
        at[0] = at[1] == 0xA0 ? ' ' : FOLD_FILLER;
        at[1] = FOLD_FILLER;
    }
}

/* Four bytes: the digits of mathematical alphabets, U+1D7CE on, ten of each. */
static void fold_four(unsigned char *at)
{
    if (at[1] == 0x9D && at[2] == 0x9F && at[3] >= 0x8E && at[3] <= 0xBF) {
        at[0] = (unsigned char)('0' + (at[3] - 0x8E) % 10);
        memset(at + 1, FOLD_FILLER, 3);
    }
}

bool fold(char *bytes, size_t length)
{
    unsigned char *at = (unsigned char *)bytes, *end = at + length;
    size_t ideographs = 0, folded = 0;
    char ascii;
    while (at < end) {
        if (*at < 0xC0) {
            at++;
        } else if (*at < 0xE0 || *at >= 0xF0 || end - at < 3) {
            if (*at >= 0xF0 && end - at >= 4)
                fold_four(at);
            else if (end - at >= 2)
                fold_two(at);
            at += *at < 0xE0 ? 1 : *at >= 0xF0 && end - at >= 4 ? 4 : 1;
        } else {
            unsigned code = (unsigned)(at[0] & 0xF) << 12 | (unsigned)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
            if (code >= FOLD_FIRST && code <= FOLD_LAST) {
                ideographs++;
                unsigned to = simplified[code - FOLD_FIRST];
                if (to != code) {
                    folded++;
                    put(at, to);
                }
            } else if (code >= RADICAL_FIRST && code <= RADICAL_LAST) {
                put(at, of_radical[code - RADICAL_FIRST]);
            } else if (code >= DOUBLE_FIRST && code <= DOUBLE_LAST) {
                put(at, of_double[code - DOUBLE_FIRST]);
            } else if ((ascii = ascii_of(code))) {
                *at = (unsigned char)ascii;
                memset(at + 1, FOLD_FILLER, 2);
            }
            at += 3;
        }
    }
    return folded * 20 > ideographs;
}
