/* arena.c - a list of blocks that grow, handed out front to back. */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

/* Where an arena's work is given up, it goes with it. */
static void release(struct held *held)
{
    arena_free((struct nb_arena *)held);
}

struct nb_arena *arena_new(void)
{
    struct nb_arena *arena = malloc(sizeof *arena);
    if (!arena)
        memory_out();
    *arena = (struct nb_arena){.held.release = release};
    memory_hold(&arena->held);
    return arena;
}

void arena_keep(struct nb_arena *arena)
{
    memory_forget(&arena->held);
}

static void free_blocks(struct arena_block *block)
{
    for (struct arena_block *next; block; block = next) {
        next = block->next;
        free(block);
    }
}

void arena_free(struct nb_arena *arena)
{
    if (!arena)
        return;
    memory_forget(&arena->held);
    free_blocks(arena->blocks);
    free(arena);
}

void arena_clear(struct nb_arena *arena)
{
    struct arena_block *last = arena->blocks;
    if (!last)
        return;
    free_blocks(last->next);
    last->next = NULL;
    last->used = 0;
}

/* Where the block hangs that holds this memory alone; NULL: it shares one with others. */
static struct arena_block **block_alone(struct nb_arena *arena, const void *memory)
{
    struct arena_block **at = &arena->blocks;
    while (*at && ((*at)->size <= LARGEST_BLOCK || (*at)->memory != memory))
        at = &(*at)->next;
    return *at ? at : NULL;
}

void arena_discard(struct nb_arena *arena, const void *memory)
{
    struct arena_block **at = block_alone(arena, memory), *block = at ? *at : NULL;
    if (block)
        *at = block->next;
    free(block);
}

/* A new block; one that is larger than others is for this alone, and what comes next goes on in that at hand.
 */
static struct arena_block *add_block(struct nb_arena *arena, size_t needed)
{
    size_t size = arena->blocks ? 2 * arena->blocks->size : FIRST_BLOCK;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < needed || ARENA_CHECKED)
        size = needed;
    struct arena_block *block = malloc(sizeof *block + size);
    if (!block)
        memory_out();
    block->used = 0;
    block->size = size;
    struct arena_block **at = size > LARGEST_BLOCK && arena->blocks ? &arena->blocks->next : &arena->blocks;
    block->next = *at;
    *at = block;
    return block;
}

void *arena_more(struct nb_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        memory_out();
    struct arena_block *block = add_block(arena, size);
    block->used = size;
    return block->memory;
}

/* A block of its own grows where it is, or is moved by the system: a copy beside it would take half as much
 * again as it does. */
static void *resized(struct arena_block **at, size_t size)
{
    struct arena_block *block = size < SIZE_MAX / 2 ? realloc(*at, sizeof *block + size) : NULL;
    if (!block)
        memory_out();
    block->used = block->size = size;
    *at = block;
    return block->memory;
}

void *arena_grow(struct nb_arena *arena, void *array, size_t *room, size_t needed, size_t size)
{
    size_t before = *room;
    if (needed <= before)
        return array;
    *room = needed < 64 ? 64 : 2 * needed;
    struct arena_block **at = before ? block_alone(arena, array) : NULL;
    if (at)
        return resized(at, *room * size);
    void *larger = arena_room(arena, *room * size);
    if (before)
        memcpy(larger, array, before * size);
    return larger;
}

char *arena_strndup(struct nb_arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_place(arena, length + 1, 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(struct nb_arena *arena, const char *string)
{
    return arena_strndup(arena, string, strlen(string));
}

char *arena_vprintf(struct nb_arena *arena, const char *format, va_list arguments)
{
    char most[128];
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(most, sizeof most, format, arguments);
    char *string;
    if ((size_t)length < sizeof most) {
        string = arena_strndup(arena, most, (size_t)length);
    } else {
        string = arena_place(arena, (size_t)length + 1, 1);
        vsnprintf(string, (size_t)length + 1, format, again);
    }
    va_end(again);
    return string;
}

char *arena_printf(struct nb_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *string = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return string;
}
