/* arena.h - memory that is freed at once: the tree and all strings of a report live in one arena. */
#ifndef NB_ARENA_H
#define NB_ARENA_H

#include "memory.h"

#include <stdarg.h>
#include <stddef.h>

struct nb_arena;

/* A new empty arena. Never NULL: where memory runs out, here and in what follows, the work is given up
 * (memory.h), and the arena with it unless it was kept. */
struct nb_arena *arena_new(void);
/* The arena outlives the work that made it. */
void arena_keep(struct nb_arena *arena);
void arena_free(struct nb_arena *arena);
/* What lives in the arena is forgotten, and its room serves again. */
void arena_clear(struct nb_arena *arena);

/* `size` zeroed bytes, aligned for pointers, counts and doubles, owned by the arena. */
void *arena_alloc(struct nb_arena *arena, size_t size);
/* The same without the zeros, for what is written at once. */
void *arena_room(struct nb_arena *arena, size_t size);
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
