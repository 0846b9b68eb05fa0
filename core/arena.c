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

void arena_discard(struct nb_arena *arena, const void *memory)
{
    for (struct arena_block **at = &arena->blocks, *block; memory && (block = *at); at = &block->next)
        if (block->size > LARGEST_BLOCK && block->memory == memory) {
            *at = block->next;
            free(block);
            return;
        }
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

void *arena_grow(struct nb_arena *arena, void *array, size_t *room, size_t needed, size_t size)
{
    size_t before = *room;
    if (needed <= before)
        return array;
    *room = needed < 64 ? 64 : 2 * needed;
    void *larger = arena_room(arena, *room * size);
    if (before)
        memcpy(larger, array, before * size);
    arena_discard(arena, array);
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
