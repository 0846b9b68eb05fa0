/* fold.c - fold variants of a character, ideographs and what looks like them by tables made from OpenCC's and
 * Unicode's data. */
#include "fold.h"

#include "fold-table.h"
#include "width.h"

#include <endian.h>
#include <string.h>

/* Places where a line may break or not, and how the character before is to be drawn: they part nothing. */
static bool has_no_width(unsigned code)
{
    return (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF ||
           (code >= 0xFE00 && code <= 0xFE0F);
}

/* Full-width forms U+FF01..U+FF5E are ASCII's, in order. The others are dashes, minus signs and spaces as
 * people type them. */
static char ascii_of(unsigned code)
{
    if (code > 0x3000 && code < 0xFE00) /* 。 、 and ideographs: most of what is asked for */
        return '\0';
    if (code >= 0xFF01 && code <= 0xFF5E)
        return (char)(code - 0xFF01 + '!');
    if ((code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000)
        return ' ';
    if (code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202D) ||
        (code >= 0x2066 && code <= 0x2069))
        return ' '; /* marks of direction; not that which turns digits about */
    if (has_no_width(code))
        return FOLD_FILLER;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x2500 || code == 0xFE63 ||
        code == 0xFE58 || code == 0x2043 || code == 0x2E3A || code == 0x2E3B)
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

static bool is_ideograph(unsigned code)
{
    return code >= FOLD_FIRST && code <= FOLD_LAST;
}

/* Characters that were ideographs and folded, and that are ideographs since they were. */
struct folded {
    size_t ideographs, others;
};

static void fold_three(unsigned char *at, struct folded *folded)
{
    unsigned code = (unsigned)(at[0] & 0xF) << 12 | (unsigned)(at[1] & 0x3F) << 6 | (at[2] & 0x3F), to = code;
    char ascii = ascii_of(code);
    if (ascii) {
        *at = (unsigned char)ascii;
        memset(at + 1, FOLD_FILLER, 2);
        return;
    }
    if (is_ideograph(code))
        to = simplified[code - FOLD_FIRST];
    else if (code >= RADICAL_FIRST && code <= RADICAL_LAST)
        to = of_radical[code - RADICAL_FIRST];
    else if (code >= DOUBLE_FIRST && code <= DOUBLE_LAST)
        to = of_double[code - DOUBLE_FIRST];
    folded->ideographs += is_ideograph(code);
    folded->others += !is_ideograph(code) && is_ideograph(to);
    put(at, to);
}

/* Whether fewer than `count` ideographs stand in the text, of which each takes three bytes. */
static bool has_fewer(const unsigned char *at, const unsigned char *end, size_t count)
{
    if (count > (size_t)(end - at) / 3)
        return true;
    for (; at < end && count; at += *at < 0xE0 ? 1 : 3)
        count -= (*at >= 0xE5 && *at <= 0xE9) || (*at == 0xE4 && end - at > 2 && at[1] >= 0xB8);
    return count;
}

/* The places in may_fold of two characters of three bytes that a word begins with, 24 bits apart. */
static inline uint64_t places_of_two(uint64_t word)
{
    return (word & UINT64_C(0xF00000F)) | (word >> 4 & UINT64_C(0x3F00003F0));
}

static inline bool may_be_folded(uint64_t place, uint64_t third)
{
    return may_fold[place & 0x3FF] >> (third & 0x3F) & 1;
}

/* Eight bytes, the first one lowest. */
static inline uint64_t load_eight(const unsigned char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return le64toh(word);
}

/* Whether the word begins with two characters of three bytes, and a bit of a table tells of both that they
 * stay as they are: most of a text. Both are told from one word, which makes folding half as dear. */
static inline bool stay(uint64_t word)
{
    uint64_t places = places_of_two(word);
    return (word & 0xF00000F0) == 0xE00000E0 && !may_be_folded(places, word >> 16) &&
           !may_be_folded(places >> 24, word >> 40);
}

/* Fold the character at `at`. Returns where the next one may begin. */
static inline unsigned char *fold_one(unsigned char *at, const unsigned char *end, struct folded *folded)
{
    if (*at < 0xC0)
        return at + 1;
    if (*at >= 0xE0 && *at < 0xF0 && end - at >= 3) {
        if (may_be_folded(places_of_two(at[0] | (uint64_t)at[1] << 8), at[2]))
            fold_three(at, folded);
        return at + 3;
    }
    if (*at >= 0xF0 && end - at >= 4) {
        fold_four(at);
        return at + 4;
    }
    if (end - at >= 2)
        fold_two(at);
    return at + 1;
}

/* Ideographs are counted only where some have folded: a text without traditional ones has none that do. What
 * ASCII has is passed over up to eight bytes at once. */
bool fold(char *bytes, size_t length)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    unsigned char *at = (unsigned char *)bytes, *end = at + length, *last = length < 8 ? at : end - 7;
    struct folded folded = {0};
    while (at < last) {
        uint64_t word = load_eight(at);
        if (stay(word))
            at += 6;
        else if (word & 0x80)
            at = fold_one(at, end, &folded);
        else
            at += word & high ? (size_t)__builtin_ctzll(word & high) / 8 : 8;
    }
    while (at < end)
        at = fold_one(at, end, &folded);
    return folded.ideographs &&
           has_fewer((unsigned char *)bytes, end, folded.ideographs * 20 + folded.others);
}

bool fold_is_foreign(const char *character, bool traditional)
{
    const uint64_t *only = traditional ? only_simplified : only_traditional;
    unsigned code = utf8_decode(character, 3);
    return code >= FOLD_FIRST && code <= FOLD_LAST &&
           only[(code - FOLD_FIRST) / 64] >> (code - FOLD_FIRST) % 64 & 1;
}
