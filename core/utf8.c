/* utf8.c - check UTF-8 in wide steps and make its control characters harmless. */
#include "config.h"

#include "utf8.h"

#include "sixteen.h"
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

/* Whether sixteen bytes are ASCII and ideographs or wide marks, U+1000 and above without the surrogates, as
 * nearly all of a report is: two bytes that continue stand behind each first one, and nowhere else. The first
 * ones may stand before `at`, and the last ones behind its sixteen. Character by character it costs twice as
 * much. */
static bool is_common(const unsigned char *at)
{
    sixteen here = load_sixteen(at), one = load_sixteen(at - 1), two = load_sixteen(at - 2);
    sixteen continuing = (sixteen)((here & 0xC0) == 0x80);
    sixteen due = (sixteen)(((one & 0xF0) == 0xE0) | ((two & 0xF0) == 0xE0));
    sixteen rare = (sixteen)(((here & 0xE0) == 0xC0) | (here >= 0xF0) | (here == 0xE0) | (here == 0xED));
    return !is_any((continuing ^ due) | rare);
}

size_t utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *start = (const unsigned char *)bytes, *at = start, *end = start + length;
    while (at < end) {
        while (at - start >= 2 && end - at >= 16 && is_common(at))
            at += 16;
        for (size_t back = 1; back < 3 && back <= (size_t)(at - start);
             back++) /* to where a character begins */
            if ((at[-(ptrdiff_t)back] & 0xF0) == 0xE0) {
                at -= back;
                break;
            }
        for (const unsigned char *stop = end - at < 16 ? end : at + 16; at < stop;) {
            size_t step = sequence(at, (size_t)(end - at));
            if (!step)
                return (size_t)(at - start);
            at += step;
        }
    }
    return length;
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

static inline bool holds_control(sixteen here)
{
    return is_any((sixteen)((here < 0x20) & (here != '\n') & (here != '\t')));
}

static size_t clean_byte(char *bytes, size_t at)
{
    char byte = bytes[at];
    if ((unsigned char)byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\f')
        return 0;
    bool ends = byte == '\r' || byte == '\v'; /* the latter is a line end within a paragraph of Word's */
    bytes[at] = ends ? '\n' : ' ';
    return !ends;
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
    while (at < length) {
        while (length - at >= SIXTEEN && !holds_control(load_sixteen(bytes + at)))
            at += SIXTEEN;
        for (size_t stop = length - at < SIXTEEN ? length : at + SIXTEEN; at < stop; at++)
            controls += clean_byte(bytes, at);
    }
    return controls;
}
