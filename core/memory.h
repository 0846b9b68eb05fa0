/* memory.h - what happens when memory runs out: the work that needed it is given up as a whole, and nothing
 * of it stays. */
#ifndef NB_MEMORY_H
#define NB_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* One thing that is released where its work is given up; part of a struct that knows how. */
struct held {
    struct held *before, *after;
    void (*release)(struct held *held);
};

/* Run work(data). Returns false where memory ran out in it: then all that it held is released. Guards nest:
 * inside another one, what is held stays held until the outermost gives up, and the caller goes on to it with
 * memory_out(). */
bool memory_guard(void (*work)(void *data), void *data);

/* Give up the work of the innermost guard of this thread, without which the process is trapped: each public
 * function that may run out of memory has one. Not to be called with functions of other libraries between
 * here and the guard, which would keep what they hold. */
_Noreturn void memory_out(void);

/* Add to what is held, and take away again without releasing. */
void memory_hold(struct held *held);
void memory_forget(struct held *held);

/* malloc, realloc and free of held memory: they never return NULL. */
void *xmalloc(size_t size);
void *xrealloc(void *memory, size_t size);
void xfree(void *memory);
/* The array, with room for `needed` things of this size: `*room` doubles where it is less. */
void *xgrow_more(void *array, size_t *room, size_t needed, size_t size);
static inline void *xgrow(void *array, size_t *room, size_t needed, size_t size)
{
    return needed <= *room ? array : xgrow_more(array, room, needed, size);
}

/* A thing of another library; `release` is its own function. foreign_free() releases it and forgets it; NULL
 * is allowed. */
struct foreign *foreign_hold(void *thing, void (*release)(void *thing));
void foreign_free(struct foreign *foreign);

#endif
