/* beginnings.h - passes over the characters of prose that begin nothing in a scanner that flex has made: two
 * in three, or more. By its own tables each costs five times as much. */
#ifndef NB_BEGINNINGS_H
#define NB_BEGINNINGS_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The table that beginnings.c writes: for a character a set of those that may stand behind it where it begins
 * a match; what has not three bytes counts as character 0. Several share a set, and a place in it: what is
 * marked may begin something, what is not does not. */
enum { BEGINNINGS = 1 << 11, NULS = sizeof(uint32_t) };

/* A character of three bytes as a number; 0: it has not three. Read byte by byte it took half of what passing
 * over costs. */
static inline uint32_t character_of(const unsigned char *at)
{
    uint32_t four;
    memcpy(&four, at, sizeof four);
    four = le32toh(four);
    return (four & 0xF0) == 0xE0 ? four & 0xFFFFFF : 0;
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
    const unsigned char *start = (const unsigned char *)bytes, *at = start;
    for (uint32_t one = character_of(at), other; one; one = other, at += 3) {
        other = character_of(at + 3);
        if (beginnings[beginning_set(one)] >> beginning_place(other) & 1)
            break;
    }
    return (size_t)(at - start);
}

#endif
