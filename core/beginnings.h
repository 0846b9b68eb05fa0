/* beginnings.h - passes over the characters of prose that begin nothing in a scanner that flex has made: two
 * in three, or more. By its own tables each costs five times as much. */
#ifndef NB_BEGINNINGS_H
#define NB_BEGINNINGS_H

#include "utf8.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The table that beginnings.c writes: for a character a set of those that may stand behind it where it begins
 * a match; what has not three bytes counts as character 0. Several share a set, and a place in it: what is
 * marked may begin something, what is not does not. */
enum { BEGINNINGS = 1 << 11, NULS = sizeof(uint32_t) };

/* Whether a character of three bytes is the first of them, as nearly all are. */
static inline bool has_three(uint32_t four)
{
    return __builtin_expect((four & 0xF0) == 0xE0, true);
}

/* Which set is a character's, and its place in a set. */
static inline uint32_t beginning_set(uint32_t character)
{
    return character * UINT32_C(0x9E3779B1) >> 21;
}

static inline uint32_t beginning_place(uint32_t character)
{
    return character * UINT32_C(0x85EBCA6B) >> 27;
}

/* The bytes from `bytes` on of characters that begin nothing, as far as what stands behind each tells. They
 * end with NULS NULs.
 */
static inline size_t begins_nothing(const uint32_t *beginnings, const char *bytes)
{
    const char *at = bytes;
    for (uint32_t one = utf8_three(at), other; has_three(one); one = other, at += 3) {
        const uint32_t set = beginnings[beginning_set(one)];
        other = utf8_three(at + 3);
        if (set >> (has_three(other) ? beginning_place(other) : 0) & 1)
            break;
    }
    return (size_t)(at - bytes);
}

#endif
