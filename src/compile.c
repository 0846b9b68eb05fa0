/* compile.c - the driver that joins the stages: bytes, text, tree, bound tables, findings. */
#include "config.h"

#include "arena.h"
#include "echo.h"
#include "forms.h"
#include "i18n.h"
#include "input.h"
#include "lint.h"
#include "metadata.h"
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

/* One call of nb_compile(). */
struct compilation {
    const char *name;
    struct input input;
    const struct nb_options *options;
    struct nb_error *error;
    struct nb_report *report; /* the result */
};

static void compile(void *data)
{
    struct compilation *compilation = data;
    struct input *input = &compilation->input;
    struct foreign *bytes = NULL;
    if (compilation->options->release)
        bytes = foreign_hold((void *)(uintptr_t)input->bytes, compilation->options->release);
    input->owned = &bytes;
    struct nb_arena *arena = arena_new();
    struct nb_report *report = arena_alloc(arena, sizeof *report);
    report->arena = arena;
    report->text = input_read(arena, input, compilation->error);
    input_done(input);
    if (report->text) {
        report->name = clean_name(arena, compilation->name);
        report->format = report->text->format;
        report->encoding = report->text->encoding;
        report->bytes = input->length;
    }
    if (!report->text || !build(report, compilation->options, compilation->error)) {
        arena_free(arena);
        return;
    }
    arena_keep(arena);
    compilation->report = report;
}

/* What the caller knows of the options. Members that this library does not know must be zero: they cannot be
 * obeyed. */
static bool take_options(struct nb_options *own, const struct nb_options *options, struct nb_error *error)
{
    static const struct nb_options defaults = NB_OPTIONS;
    options = options ? options : &defaults;
    *own = defaults;
    bool known = options->size >= sizeof options->size;
    for (size_t i = sizeof *own; known && i < options->size; i++)
        known = !((const unsigned char *)options)[i];
    if (!known)
        return refuse(error, _("the size of nb_options is not set, or an option is unknown to this library"));
    memcpy(own, options, options->size < sizeof *own ? options->size : sizeof *own);
    return true;
}

struct nb_report *nb_compile(const char *name, const void *bytes, size_t length,
                             const struct nb_options *options, struct nb_error *error)
{
    struct nb_options own;
    if (!take_options(&own, options, error))
        return NULL;
    size_t most = own.max_size ? own.max_size : NB_MAX_SIZE;
    struct compilation compilation = {
        name, {bytes, length, own.format, own.encoding, most, &form_lexicon, NULL}, &own, error, NULL};
    if (!memory_guard(compile, &compilation))
        refuse(error, _("out of memory"));
    return compilation.report;
}

const char *nb_version(void)
{
    return PACKAGE_VERSION;
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
