/* utf8.c - check UTF-8 in wide steps and make its control characters harmless. */
#include "config.h"

#include "utf8.h"

#include "text.h"

#include <string.h>

/* Eight bytes, the first one lowest. */
static inline uint64_t load(const void *bytes)
{
    const unsigned char *at = bytes;
    return at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

static bool continues(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The length of the valid sequence at `at`, 0 if there is none. */
static size_t sequence(const unsigned char *at, size_t left)
{
    if (*at < 0x80)
        return 1;
    if (*at < 0xC2 || *at > 0xF4 || left < 2 || !continues(at[1]))
        return 0;
    if (*at < 0xE0)
        return 2;
    if (left < 3 || !continues(at[2]))
        return 0;
    if (*at < 0xF0)
        return (*at == 0xE0 && at[1] < 0xA0) || (*at == 0xED && at[1] >= 0xA0) ? 0 : 3;
    if (left < 4 || !continues(at[3]))
        return 0;
    return (*at == 0xF0 && at[1] < 0x90) || (*at == 0xF4 && at[1] >= 0x90) ? 0 : 4;
}

/* One ideograph or wide mark, the commonest case by far: U+1000 and above, without the surrogates. */
static bool ideograph(const unsigned char *at)
{
    return (*at & 0xF0) == 0xE0 && *at != 0xE0 && *at != 0xED && continues(at[1]) && continues(at[2]);
}

/* Two of them, in one step. */
static bool two_ideographs(const unsigned char *at)
{
    static const unsigned char mask[8] = {0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0},
                               wanted[8] = {0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80};
    return (load(at) & load(mask)) == load(wanted) && *at != 0xE0 && *at != 0xED && at[3] != 0xE0 &&
           at[3] != 0xED;
}

/* How many of eight bytes are ASCII's before the first that is not. */
static size_t ascii(const unsigned char *at)
{
    uint64_t other = load(at) & UINT64_C(0x8080808080808080);
    return other ? (size_t)__builtin_ctzll(other) / 8 : 8;
}

size_t utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *start = (const unsigned char *)bytes, *at = start, *end = start + length;
    while (end - at >= 8) {
        if (two_ideographs(at))
            at += 6;
        else if (*at < 0x80)
            at += ascii(at);
        else if (ideograph(at))
            at += 3;
        else if (sequence(at, (size_t)(end - at)))
            at += utf8_length(*at);
        else
            return (size_t)(at - start);
    }
    for (size_t step; at < end && (step = sequence(at, (size_t)(end - at))); at += step)
        ;
    return (size_t)(at - start);
}

size_t utf8_count(const char *bytes, size_t length)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t at = 0, count = length;
    for (; length - at >= 8; at += 8) {
        uint64_t word = load(bytes + at), continuing = word >> 7 & ~word >> 6 & ones;
        count -= (size_t)(continuing * ones >> 56);
    }
    for (; at < length; at++)
        count -= continues((unsigned char)bytes[at]);
    return count;
}

static size_t clean_byte(char *bytes, size_t at)
{
    char byte = bytes[at];
    if ((unsigned char)byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\f')
        return 0;
    bytes[at] = byte == '\r' ? '\n' : ' ';
    return byte != '\r';
}

/* U+0085 and the separators U+2028 and U+2029 end a line as a line feed does; the bytes before it are blanks.
 * memmem() for two bytes costs 30 times as much as memchr() for the first. */
static void end_lines(char *bytes, size_t length)
{
    char *end = bytes + length;
    for (char *at = bytes; at < end && (at = memchr(at, 0xC2, (size_t)(end - at))); at++)
        if (at + 1 < end && at[1] == '\x85')
            memcpy(at, " \n", 2);
    for (char *at = bytes; at < end && (at = memchr(at, 0xE2, (size_t)(end - at))); at++)
        if (at + 2 < end && at[1] == '\x80' && (at[2] == '\xA8' || at[2] == '\xA9'))
            memcpy(at, "  \n", 3);
}

void utf8_hush(char *bytes, size_t length)
{
    char *end = bytes + length;
    for (char *at = bytes; (at = memchr(at, 0x7F, (size_t)(end - at)));)
        *at++ = ' ';
    for (char *at = bytes; (at = memchr(at, 0xC2, (size_t)(end - at))) && ++at < end;)
        if ((unsigned char)*at < 0xA0)
            *at = '\xA0';
}

size_t utf8_clean(char *bytes, size_t length)
{
    size_t at = 0, controls = 0;
    end_lines(bytes, length);
    while (length - at >= 8) {
        uint64_t word = load(bytes + at);
        uint64_t low = (word - UINT64_C(0x2020202020202020)) & ~word & UINT64_C(0x8080808080808080);
        at += low ? (size_t)__builtin_ctzll(low) / 8 : 8; /* to the first one */
        if (low)
            controls += clean_byte(bytes, at++);
    }
    for (; at < length; at++)
        controls += clean_byte(bytes, at);
    return controls;
}
