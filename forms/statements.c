/* statements.c - lines, words and messages for the compilers of form data. */
#include "statements.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fail(const struct place *at, const char *message, const char *what)
{
    fprintf(stderr, "%s:%d: %s: %s\n", at->file, at->line, message, what);
    exit(1);
}

int next(const struct place *at, int *count, int limit, const char *what)
{
    if (*count == limit)
        fail(at, "too many", what);
    return (*count)++;
}

int find(const void *things, int count, size_t size, const char *name)
{
    const char *thing = things;
    for (int i = 0; i < count; i++, thing += size)
        if (strcmp(*(const char *const *)(const void *)thing, name) == 0)
            return i;
    return -1;
}

int need_known(const struct place *at, int index, const char *message, const char *name)
{
    if (index < 0)
        fail(at, message, name);
    return index;
}

char *copy(const struct place *at, const char *start, const char *end)
{
    while (start < end && isspace((unsigned char)*start))
        start++;
    while (end > start && isspace((unsigned char)end[-1]))
        end--;
    return arena_strndup(at->arena, start, (size_t)(end - start));
}

char *word(const struct place *at, char **text)
{
    char *start = *text + strspn(*text, " \t");
    *text = start + strcspn(start, " \t");
    return copy(at, start, *text);
}

void read_lines(struct place *at, const char *file, void (*read_line)(void *user, char *line), void *user)
{
    FILE *in = fopen(file, "r");
    char line[4096];
    at->file = file;
    at->line = 0;
    if (!in)
        fail(at, "cannot be opened", file);
    while (fgets(line, sizeof line, in)) {
        at->line++;
        if (strlen(line) == sizeof line - 1)
            fail(at, "line too long", "4096 bytes");
        line[strcspn(line, "\r\n")] = '\0';
        read_line(user, line);
    }
    fclose(in);
}
