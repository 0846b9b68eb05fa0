/* fail_alloc.h - malloc and its kin for tests: they count, and one call of them fails. */
#ifndef FAIL_ALLOC_H
#define FAIL_ALLOC_H

#include <stddef.h>

/* In a page that forked children share. `count` counts calls that allocate, the call number `fail_at` of them
 * fails (0: none), `live` are the blocks that have not been freed. */
struct allocations {
    size_t count, fail_at, live;
};

extern struct allocations *allocations;

#endif
