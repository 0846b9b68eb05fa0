/* flex.h - how the scanners that flex makes get memory and give up: as the rest of the house does (memory.h). */
#ifndef NB_FLEX_H
#define NB_FLEX_H

#include "memory.h"

/* What flex calls a fatal error is a lack of memory, or cannot be: its own function prints and exits. */
#define YY_FATAL_ERROR(message) memory_out()
#pragma GCC diagnostic ignored "-Wunused-function"

/* The three functions that "%option noyyalloc noyyrealloc noyyfree" asks for; they never return NULL. */
#define FLEX_MEMORY(prefix)                                                                                                      \
    void *prefix##alloc(size_t size, void *scanner)                                                                              \
    {                                                                                                                            \
        (void)scanner;                                                                                                           \
        return xmalloc(size);                                                                                                    \
    }                                                                                                                            \
    void *prefix##realloc(void *memory, size_t size, void *scanner)                                                              \
    {                                                                                                                            \
        (void)scanner;                                                                                                           \
        return xrealloc(memory, size);                                                                                           \
    }                                                                                                                            \
    void prefix##free(void *memory, void *scanner)                                                                               \
    {                                                                                                                            \
        (void)scanner;                                                                                                           \
        xfree(memory);                                                                                                           \
    }

#endif
