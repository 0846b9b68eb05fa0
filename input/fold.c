/* fold.c - fold variants of a character, by a table made from OpenCC's data. */
#include "fold.h"

#include "fold-table.h"

/* U+2000..U+200B, U+202F, U+205F: spaces as wide as an en, an em, a digit, nothing; U+FEFF: a byte order mark inside a text. */
static bool is_space(unsigned code)
{
    return (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F || code == 0xFEFF;
}

static void put(unsigned char *at, unsigned code)
{
    at[0] = (unsigned char)(0xE0 | code >> 12);
    at[1] = (unsigned char)(0x80 | (code >> 6 & 0x3F));
    at[2] = (unsigned char)(0x80 | (code & 0x3F));
}

bool fold(char *bytes, size_t length)
{
    unsigned char *at = (unsigned char *)bytes, *end = at + length;
    size_t ideographs = 0, folded = 0;
    while (at < end) {
        if (*at < 0xE0) {
            at++;
            continue;
        }
        if (*at >= 0xF0 || end - at < 3) {
            at += *at >= 0xF0 && end - at >= 4 ? 4 : 1;
            continue;
        }
        unsigned code = (unsigned)(at[0] & 0xF) << 12 | (unsigned)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
        if (code >= FOLD_FIRST && code <= FOLD_LAST) {
            ideographs++;
            unsigned to = simplified[code - FOLD_FIRST];
            if (to != code) {
                folded++;
                put(at, to);
            }
        } else if (is_space(code)) {
            put(at, 0x3000);
        }
        at += 3;
    }
    return folded * 20 > ideographs;
}
