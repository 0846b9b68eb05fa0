/* beginnings.c - reads the tables of a scanner that flex has made (-CF) and writes which characters may begin
 * a match in it, and what stands behind them then. Of all others its last rule takes one and does nothing. */
#include "beginnings.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NUMBERS = 8 << 20, MOST_SOURCE = 64 << 20 };

/* The tables, all numbers in the order of print: of each transition the class of the byte and the way; the
 * states that scanning starts in; the class of each byte; and the number of the last rule. */
struct tables {
    int *transitions, *starts, *classes, last;
    size_t start_count;
};

static uint32_t sets[BEGINNINGS];

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "beginnings: no %s\n", what);
    exit(1);
}

/* The numbers of an array in C, up to its end. */
static int *numbers(const char *source, const char *name, size_t *count)
{
    char *at = strstr(source, name);
    int *list = malloc(MOST_NUMBERS * sizeof *list);
    if (!at || !list || !(at = strchr(at, '=')))
        fail(name);
    for (*count = 0; *at != ';' && *count < MOST_NUMBERS;)
        if ((*at >= '0' && *at <= '9') || *at == '-')
            list[(*count)++] = (int)strtol(at, &at, 10);
        else
            at++;
    return list;
}

/* The state that a byte leads to; -1: none. */
static int step(const struct tables *tables, int state, unsigned byte)
{
    int class = tables->classes[byte];
    const int *transition = tables->transitions + 2 * (size_t)(state + class);
    return transition[0] == class ? state + transition[1] : -1;
}

/* Whether a rule that does something ends here. */
static bool ends_rule(const struct tables *tables, int state)
{
    int rule = tables->transitions[2 * (size_t)(state - 1) + 1];
    return rule && rule != tables->last;
}

static void mark(uint32_t one, uint32_t other)
{
    sets[beginning_set(one)] |= UINT32_C(1) << beginning_place(other);
}

/* Mark the characters with which a match goes on behind the character `one`, or ends in them. `code`: the
 * first `depth` bytes of such a character. Of a match that has ended (`state` -1) nobody asks what follows.
 */
static void mark_behind(const struct tables *tables, int state, uint32_t one, uint32_t code, int depth)
{
    if (depth == 3)
        mark(one, code);
    for (unsigned byte = depth ? 0x80 : 1; depth < 3 && byte < (depth ? 0xC0 : 0x100); byte++) {
        int next = state < 0 ? state : step(tables, state, byte);
        if (state >= 0 && next < 0)
            continue;
        if (!depth && (byte & 0xF0) != 0xE0)
            mark(one, 0);
        else
            mark_behind(tables, next < 0 || ends_rule(tables, next) ? -1 : next, one,
                        code | byte << 8 * depth, depth + 1);
    }
}

/* Mark the characters that begin a match; one that is a match itself does, whatever stands behind it. */
static void mark_first(const struct tables *tables, int state, uint32_t code, int depth)
{
    if (depth == 3 && state < 0)
        sets[beginning_set(code)] = UINT32_MAX;
    else if (depth == 3)
        mark_behind(tables, state, code, 0, 0);
    for (unsigned byte = depth ? 0x80 : 0xE0; depth < 3 && byte < (depth ? 0xC0 : 0xF0); byte++) {
        int next = state < 0 ? state : step(tables, state, byte);
        if (state < 0 || next >= 0)
            mark_first(tables, next < 0 || ends_rule(tables, next) ? -1 : next, code | byte << 8 * depth,
                       depth + 1);
    }
}

int main(int count, char **arguments)
{
    static char source[MOST_SOURCE];
    FILE *file = count == 2 ? fopen(arguments[1], "r") : NULL;
    size_t length = file ? fread(source, 1, sizeof source - 1, file) : 0;
    if (!file || fclose(file) || !length)
        fail("source");
    size_t found;
    struct tables tables;
    const char *rules = strstr(source, "YY_NUM_RULES ");
    tables.transitions = numbers(source, "yy_transition[", &found);
    tables.starts = numbers(source, "yy_start_state_list[", &tables.start_count);
    tables.classes = numbers(source, "yy_ec[", &found);
    if (found != 256 || !rules)
        fail("classes of 256 bytes");
    tables.last =
        (int)strtol(rules + strlen("YY_NUM_RULES "), NULL, 10) - 1; /* the rule that flex adds is behind it */
    for (size_t i = 1; i < tables.start_count; i++)
        mark_first(&tables, tables.starts[i], 0, 0);
    printf("static const uint32_t beginnings[BEGINNINGS] = {");
    for (size_t i = 0; i < BEGINNINGS; i++)
        printf("%s%" PRIu32 "u,", i % 12 ? "" : "\n", sets[i]);
    return puts("\n};") < 0;
}
