/* arena.h - memory that is freed at once: the tree and all strings of a report live in one arena. */
#ifndef NB_ARENA_H
#define NB_ARENA_H

#include "memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What lives here holds pointers, counts and doubles. Aligned for a long double, each second struct had eight
 * bytes behind it. */
enum { ARENA_ALIGNMENT = 8 };
_Static_assert(alignof(void *) <= ARENA_ALIGNMENT && alignof(int64_t) <= ARENA_ALIGNMENT &&
                   alignof(double) <= ARENA_ALIGNMENT,
               "aligned for all");

/* Under the sanitizer for addresses each piece has a block of its own, so that what is written behind it is
 * found: it was another piece's. */
#ifdef __has_feature
#define NB_ADDRESSES_CHECKED __has_feature(address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define NB_ADDRESSES_CHECKED 1
#else
#define NB_ADDRESSES_CHECKED 0
#endif
enum { ARENA_CHECKED = NB_ADDRESSES_CHECKED };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t memory[];
};

struct nb_arena {
    struct held held;
    struct arena_block *blocks;
};

/* A new empty arena. Never NULL: where memory runs out, here and in what follows, the work is given up
 * (memory.h), and the arena with it unless it was kept. */
struct nb_arena *arena_new(void);
/* The arena outlives the work that made it. */
void arena_keep(struct nb_arena *arena);
void arena_free(struct nb_arena *arena);
/* What lives in the arena is forgotten, and its room serves again. */
void arena_clear(struct nb_arena *arena);

/* Bytes of a new block. */
void *arena_more(struct nb_arena *arena, size_t size);
/* `size` bytes whose place is a multiple of `alignment`, a power of two. Called for each token, it cost lines
 * of labels in columns 10 instructions a byte more. */
static inline void *arena_place(struct nb_arena *arena, size_t size, size_t alignment)
{
    struct arena_block *block = arena->blocks;
    size_t from = block ? (block->used + alignment - 1) & ~(alignment - 1) : 0;
    if (!block || ARENA_CHECKED || from > block->size || block->size - from < size)
        return arena_more(arena, size);
    block->used = from + size;
    return (char *)block->memory + from;
}
/* `size` bytes, aligned for pointers, counts and doubles, owned by the arena, for what is written at once. */
static inline void *arena_room(struct nb_arena *arena, size_t size)
{
    return arena_place(arena, size, ARENA_ALIGNMENT);
}
/* The same, zeroed. */
static inline void *arena_alloc(struct nb_arena *arena, size_t size)
{
    return memset(arena_room(arena, size), 0, size);
}
/* Memory that is needed no more. What is large has a block of its own, which is freed; the rest goes with the
 * arena. */
void arena_discard(struct nb_arena *arena, const void *memory);
/* As xgrow() of memory.h. */
void *arena_grow(struct nb_arena *arena, void *array, size_t *room, size_t needed, size_t size);
/* A copy of `length` bytes with a NUL after them. */
char *arena_strndup(struct nb_arena *arena, const char *bytes, size_t length);
char *arena_strdup(struct nb_arena *arena, const char *string);
/* What printf would print. */
char *arena_printf(struct nb_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct nb_arena *arena, const char *format, va_list arguments);

#endif
