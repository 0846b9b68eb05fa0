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
/* Things of a kind, not more than so many: a structure's members. */
#define LIST(type, most)                                                                                     \
    {                                                                                                        \
        type item[most];                                                                                     \
        int count;                                                                                           \
    }
/* The next thing of a list. */
#define NEXT(at, list, what)                                                                                 \
    (&(list).item[next(at, &(list).count, (int)(sizeof(list).item / sizeof *(list).item), what)])
/* Which of `count` things, `size` bytes apart, has this name, a string that it begins with; -1: none. */
int find(const void *things, int count, size_t size, const char *name);

/* Each thing of a list. */
#define FOR_LIST(thing, list)                                                                                \
    for (__typeof__(*(list).item) *thing = (list).item; thing < (list).item + (list).count; thing++)
/* The index of the thing with this name in a list, or an array, whose things begin with their names. */
#define FIND(list, name) find((list).item, (list).count, sizeof *(list).item, name)
#define FIND_ANY(array, name) find(array, (int)(sizeof(array) / sizeof *(array)), sizeof *(array), name)

/* An index that was looked for; a failure if it is -1. */
int need_known(const struct place *at, int index, const char *message, const char *name);

/* What stands between, without blanks around it. */
char *copy(const struct place *at, const char *start, const char *end);
/* Cut the next word off *text; "" at the end. */
char *word(const struct place *at, char **text);

/* Hand each line of a file on, without its end. */
void read_lines(struct place *at, const char *file, void (*read_line)(void *user, char *line), void *user);

#endif
