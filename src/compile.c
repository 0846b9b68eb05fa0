/* compile.c - the driver that joins the stages: bytes, text, tree, bound tables, findings. */
#include "arena.h"
#include "echo.h"
#include "forms.h"
#include "input.h"
#include "lint.h"
#include "nianbao.h"
#include "parse.h"

#include <string.h>

static bool build(struct nb_report *report, const struct nb_options *options, struct nb_error *error)
{
    parse_report(report, &form_lexicon);
    keep_furniture(report);
    drop_contents(report);
    read_metadata(report);
    bind_tables(report);
    if (!options->force && !is_report(report, error))
        return false;
    if (options->fill)
        fill_derived(report);
    report->fill = options->fill;
    report->csv_raw = options->csv_raw;
    lint_report(report, options->all_rules);
    return true;
}

/* A file's name may be any bytes; what is written is UTF-8. */
static const char *clean_name(struct nb_arena *arena, const char *name)
{
    char *copy = arena_alloc(arena, 4 * strlen(name) + 1);
    echo_name(copy, name);
    return copy;
}

struct nb_report *nb_compile(const char *name, const void *bytes, size_t length, const struct nb_options *options,
                             struct nb_error *error)
{
    static const struct nb_options defaults = {0};
    options = options ? options : &defaults;
    struct nb_arena *arena = arena_new();
    struct input input = {
        bytes, length, options->format, options->encoding, options->max_size ? options->max_size : NB_MAX_SIZE, &form_lexicon};
    struct nb_report *report = arena_alloc(arena, sizeof *report);
    report->arena = arena;
    report->text = input_read(arena, &input, error);
    if (report->text) {
        report->name = clean_name(arena, name);
        report->format = report->text->format;
        report->encoding = report->text->encoding;
        report->bytes = length;
    }
    if (!report->text || !build(report, options, error)) {
        arena_free(arena);
        return NULL;
    }
    return report;
}

void nb_report_free(struct nb_report *report)
{
    if (report)
        arena_free(report->arena);
}

/* The forms are static data (forms/tables.c). */
const struct nb_form *nb_forms(size_t *count)
{
    *count = form_count;
    return form_table;
}

const struct nb_form *nb_form_find(const char *id)
{
    for (size_t f = 0; f < form_count; f++)
        if (strcmp(form_table[f].id, id) == 0)
            return &form_table[f];
    return NULL;
}
