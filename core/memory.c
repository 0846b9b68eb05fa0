/* memory.c - a list of what the running work holds, and the way out of it. */
#include "memory.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

/* The guard that runs; on its caller's stack, so a thread that is in no call of the library has none. */
struct guard {
    struct guard *outer;
    struct held *first; /* the outermost guard's list is everybody's */
    jmp_buf way_out;
};

/* Found at a place that is known when the library is loaded, without a call each time: a hundredth of what a
 * page costs. glibc keeps room for so little also where the library is loaded later. */
#ifdef __GLIBC__
#define INITIAL_EXEC __attribute__((tls_model("initial-exec")))
#else
#define INITIAL_EXEC
#endif

/* A thread is in one call at a time: this is a part of its stack that every function can find, not a state
 * that outlives a call, and it is NULL between calls. Handed on as an argument it would go through every
 * function that allocates, flex's and libxml2's allocators, which take none, among them. */
static _Thread_local struct guard *running INITIAL_EXEC;

static struct guard *outermost(void)
{
    struct guard *guard = running;
    while (guard && guard->outer)
        guard = guard->outer;
    return guard;
}

static void release_all(struct guard *guard)
{
    for (struct held *held; (held = guard->first);) {
        guard->first = held->after;
        if (held->after)
            held->after->before = NULL;
        held->after = NULL;
        held->release(held);
    }
}

bool memory_guard(void (*work)(void *data), void *data)
{
    struct guard **const innermost = &running,
                         guard; /* to find what is a thread's own costs a call each time */
    guard.outer = *innermost;
    guard.first = NULL;
    if (setjmp(guard.way_out)) {
        *innermost = guard.outer;
        if (!guard.outer)
            release_all(&guard);
        return false;
    }
    *innermost = &guard;
    work(data);
    *innermost = guard.outer;
    return true;
}

void memory_out(void)
{
    if (!running)
        __builtin_trap();
    longjmp(running->way_out, 1);
}

void memory_hold(struct held *held)
{
    struct guard *guard = outermost();
    held->before = NULL;
    held->after = guard ? guard->first : NULL;
    if (held->after)
        held->after->before = held;
    if (guard)
        guard->first = held;
}

void memory_forget(struct held *held)
{
    struct guard *guard = outermost();
    if (held->after)
        held->after->before = held->before;
    if (held->before)
        held->before->after = held->after;
    else if (guard && guard->first == held)
        guard->first = held->after;
    held->before = held->after = NULL;
}

/* ---- memory ---- */

struct held_block {
    struct held held;
    max_align_t bytes[];
};

static void release_block(struct held *held)
{
    free(held);
}

static struct held_block *block_of(void *memory)
{
    return (struct held_block *)((char *)memory - offsetof(struct held_block, bytes));
}

void *xmalloc(size_t size)
{
    struct held_block *block = size < SIZE_MAX / 2 ? malloc(sizeof *block + size) : NULL;
    if (!block)
        memory_out();
    block->held.release = release_block;
    memory_hold(&block->held);
    return block->bytes;
}

void *xrealloc(void *memory, size_t size)
{
    if (!memory)
        return xmalloc(size);
    struct held_block *block = block_of(memory);
    memory_forget(&block->held);
    struct held_block *moved = size < SIZE_MAX / 2 ? realloc(block, sizeof *block + size) : NULL;
    if (!moved) {
        free(block);
        memory_out();
    }
    memory_hold(&moved->held);
    return moved->bytes;
}

void xfree(void *memory)
{
    if (!memory)
        return;
    memory_forget(&block_of(memory)->held);
    free(block_of(memory));
}

void *xgrow_more(void *array, size_t *room, size_t needed, size_t size)
{
    *room = needed < 64 ? 64 : 2 * needed;
    return xrealloc(array, *room * size);
}

/* ---- things of other libraries ---- */

struct foreign {
    struct held held;
    void *thing;
    void (*release)(void *thing);
};

static void release_foreign(struct held *held)
{
    struct foreign *foreign = (struct foreign *)held;
    foreign->release(foreign->thing);
    free(foreign);
}

struct foreign *foreign_hold(void *thing, void (*release)(void *thing))
{
    struct foreign *foreign = malloc(sizeof *foreign);
    if (!foreign) {
        release(thing);
        memory_out();
    }
    *foreign = (struct foreign){{NULL, NULL, release_foreign}, thing, release};
    memory_hold(&foreign->held);
    return foreign;
}

void foreign_free(struct foreign *foreign)
{
    if (!foreign)
        return;
    memory_forget(&foreign->held);
    release_foreign(&foreign->held);
}
