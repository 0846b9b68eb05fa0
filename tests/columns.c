/* columns.c - print which columns the model puts the values of texts in, and how surely: for
 * tests/columns.py, which knows where they belong. Usage: columns [NAME=NUMBER]... FILE...; the numbers take
 * the place of the model's own. */
#include "columns.h"
#include "forms.h"
#include "layout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct nb_text *read_file(struct nb_arena *arena, const char *path)
{
    enum { LARGEST = 1 << 20 };
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    char *bytes = arena_alloc(arena, LARGEST + 2);
    size_t length = fread(bytes, 1, LARGEST, file);
    fclose(file);
    return layout_lower(arena, text_plain(arena, bytes, length, "UTF-8"), &form_lexicon, NULL,
                        &(struct column_modes){0});
}

/* A line a value: file, row, the value, the column that is written, and the probabilities. */
static void print_value(const char *path, const struct nb_text *text, const struct text_doubt *doubt,
                        size_t row)
{
    const char *value = text->shadow + doubt->start;
    printf("%s\t%zu\t%.*s\t%d\t%d\t", path, row, (int)strcspn(value, "\x1F "), value, doubt->best,
           doubt->placed);
    for (int k = 0; k < MOST_COLUMNS; k++)
        printf(" %.6f", (double)doubt->p[k]);
    puts("");
}

static void print_text(const char *path, const struct nb_text *text)
{
    size_t row = 0, at = 0;
    for (size_t i = 0; i < text->doubt_count; i++) {
        float sum = 0;
        for (int k = 0; k < MOST_COLUMNS; k++)
            sum += text->doubts[i].p[k];
        for (; at < text->doubts[i].start; at++)
            row += text->bytes[at] == RECORD_SEPARATOR;
        if (sum > 0)
            print_value(path, text, &text->doubts[i], row);
    }
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *equals = strchr(argv[i], '=');
        if (equals) {
            *equals = '\0';
            if (!columns_tune(argv[i], strtof(equals + 1, NULL)))
                return fprintf(stderr, "columns: no number %s\n", argv[i]), 2;
            continue;
        }
        struct nb_arena *arena = arena_new();
        struct nb_text *text = read_file(arena, argv[i]);
        if (!text)
            return perror(argv[i]), 2;
        print_text(argv[i], text);
        arena_free(arena);
    }
    return 0;
}
