/* utf8.h - check UTF-8 in wide steps and make its control characters harmless. */
#ifndef NB_UTF8_H
#define NB_UTF8_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* How many leading bytes are whole, valid UTF-8 sequences. */
size_t utf8_valid(const char *bytes, size_t length);

/* How many characters there are: bytes that continue none. */
size_t utf8_count(const char *bytes, size_t length);

/* In place, offsets unchanged: DEL becomes a space, the controls U+0080 to U+009F, which terminals obey as
 * they obey ESC, become no-break spaces. */
void utf8_hush(char *bytes, size_t length);

/* Likewise CR becomes LF, U+0085, U+2028 and U+2029 end in LF, any other control character of ASCII but tab,
 * line feed, form feed and DEL becomes a space. Returns how many of those last there were. */
size_t utf8_clean(char *bytes, size_t length);

/* Whether a Chinese character begins there: not the marks and brackets of the block before them. */
static inline bool utf8_is_han(const char *at)
{
    unsigned char first = (unsigned char)at[0];
    return (first >= 0xE4 && first <= 0xE9) || (first == 0xE3 && (unsigned char)at[1] >= 0x90);
}

/* Bytes up to where the next character may begin: most have three. */
static inline size_t utf8_step(const char *at)
{
    return (unsigned char)*at >= 0xE0 ? 3 : 1;
}

/* Whether this character of three bytes stands there. */
static inline bool utf8_is(const char *at, const char *character)
{
    return at[0] == character[0] && at[1] == character[1] && at[2] == character[2];
}

/* The three bytes that stand there as a number, by which characters are compared at once: the byte behind
 * them is read, too. */
static inline uint32_t utf8_three(const char *at)
{
    uint32_t four;
    memcpy(&four, at, sizeof four);
    return le32toh(four) & 0xFFFFFF;
}

#endif
