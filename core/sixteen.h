/* sixteen.h - sixteen bytes at once, as the compiler's vectors have them: all comparisons of them take as
 * long as one. */
#ifndef NB_SIXTEEN_H
#define NB_SIXTEEN_H

#include <stdbool.h>
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

#endif
