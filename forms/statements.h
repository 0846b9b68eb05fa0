/* statements.h - what both compilers of form data share: files of one statement a line, their words, and
 * messages that name the place. */
#ifndef NB_STATEMENTS_H
#define NB_STATEMENTS_H

#include "arena.h"

/* Where the reader stands, and the arena of all strings. */
struct place {
    const char *file;
    int line;
    struct nb_arena *arena;
};

/* Print the place, message and word, and end with status 1. */
_Noreturn void fail(const struct place *at, const char *message, const char *what);
/* The index of the next of `limit` things, of which there are *count. */
int next(const struct place *at, int *count, int limit, const char *what);
/* Which of `count` things, `size` bytes apart, has this name, a string that it begins with; -1: none. */
int find(const void *things, int count, size_t size, const char *name);

/* What stands between, without blanks around it. */
char *copy(const struct place *at, const char *start, const char *end);
/* Cut the next word off *text; "" at the end. */
char *word(const struct place *at, char **text);

/* Hand each line of a file on, without its end. */
void read_lines(struct place *at, const char *file, void (*read_line)(void *user, char *line), void *user);

#endif
