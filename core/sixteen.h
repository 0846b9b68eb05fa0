/* sixteen.h - sixteen bytes at once, as the compiler's vectors have them: all comparisons of them take as
 * long as one. */
#ifndef NB_SIXTEEN_H
#define NB_SIXTEEN_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { SIXTEEN = 16 };
typedef unsigned char sixteen __attribute__((vector_size(SIXTEEN)));

static inline sixteen load_sixteen(const void *bytes)
{
    sixteen loaded;
    memcpy(&loaded, bytes, sizeof loaded);
    return loaded;
}

/* Whether one of the bytes is not zero. */
static inline bool is_any(sixteen bytes)
{
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof bytes);
    return halves[0] | halves[1];
}

/* Puts `first` and the place of each of the bytes that is 0xFF, for the others are 0, into a list with room
 * for sixteen. Returns how many. */
static inline size_t put_places(uint32_t *to, sixteen bytes, size_t first)
{
    uint64_t halves[2];
    size_t count = 0;
    memcpy(halves, &bytes, sizeof bytes);
    for (size_t i = 0; i < 2; i++)
        for (uint64_t half = le64toh(halves[i]) & UINT64_C(0x8080808080808080); half; half &= half - 1)
            to[count++] = (uint32_t)(first + 8 * i + (size_t)__builtin_ctzll(half) / 8);
    return count;
}

#endif
