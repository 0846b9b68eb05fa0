/* arena.c - a list of blocks that grow, handed out front to back. */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct block {
    struct block *next;
    size_t used, size;
    max_align_t memory[];
};

struct nb_arena {
    struct block *blocks;
};

/* A compiler for one report has nothing better to do without memory than to say so. */
static void *checked(void *memory)
{
    if (!memory) {
        fputs("nianbao: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

void *xmalloc(size_t size)
{
    return checked(malloc(size ? size : 1));
}

void *xrealloc(void *memory, size_t size)
{
    return checked(realloc(memory, size ? size : 1));
}

struct nb_arena *arena_new(void)
{
    struct nb_arena *arena = xmalloc(sizeof *arena);
    arena->blocks = NULL;
    return arena;
}

void arena_free(struct nb_arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

static void add_block(struct nb_arena *arena, size_t needed)
{
    size_t size = arena->blocks ? 2 * arena->blocks->size : FIRST_BLOCK;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < needed)
        size = needed;
    struct block *block = xmalloc(sizeof *block + size);
    block->next = arena->blocks;
    block->used = 0;
    block->size = size;
    arena->blocks = block;
}

static void *allocate(struct nb_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        checked(NULL);
    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    if (!arena->blocks || arena->blocks->size - arena->blocks->used < size)
        add_block(arena, size);
    void *memory = (char *)arena->blocks->memory + arena->blocks->used;
    arena->blocks->used += size;
    return memory;
}

void *arena_alloc(struct nb_arena *arena, size_t size)
{
    return memset(allocate(arena, size), 0, size);
}

char *arena_strndup(struct nb_arena *arena, const char *bytes, size_t length)
{
    char *copy = allocate(arena, length + 1);
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
        string = allocate(arena, (size_t)length + 1);
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
