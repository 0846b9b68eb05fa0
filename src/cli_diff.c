/* cli_diff.c - nianbao diff: what changed from one report to another, as text, JSON or a page with both side
 * by side. */
#include "cli.h"
#include "diff.h"
#include "files.h"
#include "i18n.h"

#include <getopt.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static int cli_diff(int argc, char **argv);

static const struct cli_option option_table[] = {
    {OPTION_FORMAT, "format", "FORMAT", "text json html", N_("text (default), json, html")},
    {OPTION_LANG, "lang", "LANGUAGE", "en zh", N_("en or zh (default: by the locale)")},
    {'o', "output", "FILE", "@file", N_("write FILE, whole or not at all")},
    {OPTION_VIA_OFFICE, "via-office", NULL, NULL, N_("let LibreOffice convert .doc, .wps, .rtf and .odt")},
    OPTION_OF_HELP,
};

const struct cli_command diff_command = {
    .name = "diff",
    .full_name = "nianbao diff",
    .run = cli_diff,
    .summary = N_("tell what changed from one report to another"),
    .usage = N_("Usage: nianbao diff [OPTION...] OLD NEW\n"
                "Tell what changed from one report to another, cell by cell and paragraph by paragraph.\n"),
    .notes = N_("Exit status: 0 nothing changed, 1 something did, 2 failure.\n"),
    .options = option_table,
    .arguments = "@file",
};

/* The two reports and what changed. */
struct comparison {
    const struct nb_report *old, *new;
    struct difference difference;
};

static size_t changed_paragraphs(const struct difference *difference)
{
    size_t changed = 0;
    for (size_t i = 0; i < difference->paragraph_count; i++)
        changed += !difference->paragraphs[i].equal;
    return changed;
}

/* ---- text ---- */

static void text_value(FILE *file, const char *value)
{
    fputs(value ? value : _("(nothing)"), file);
}

static size_t characters_in(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t at = 0; at < length; at++)
        count += (text[at] & 0xC0) != 0x80;
    return count;
}

/* Bytes of the first `count` characters. */
static size_t bytes_of(const char *text, size_t count)
{
    size_t at = 0;
    for (; count && text[at]; count--)
        do
            at++;
        while ((text[at] & 0xC0) == 0x80);
    return at;
}

static void put_stretch(FILE *file, const char *text, size_t length)
{
    char *stretch = checked(strndup(text, length));
    put_safely(file, stretch);
    free(stretch);
}

enum { CONTEXT = 12 }; /* characters of what both have beside what they have not */

/* What both have as well, without its middle where it is long, nor what lies before the first and behind the
 * last change. */
static void put_kept(FILE *file, const char *text, size_t length, bool first, bool last)
{
    bool whole = first && last;
    size_t count = characters_in(text, length), before = first && !whole ? 0 : CONTEXT,
           behind = last && !whole ? 0 : CONTEXT;
    if (count <= 2 * CONTEXT) {
        put_stretch(file, text, length);
        return;
    }
    size_t tail = bytes_of(text, count - behind);
    put_stretch(file, text, bytes_of(text, before));
    fputs("…", file);
    put_stretch(file, text + tail, length - tail);
}

static void text_side(FILE *file, const char *mark, const char *text, const bool *kept)
{
    fputs(mark, file);
    for (size_t at = 0, end; text[at]; at = end) {
        for (end = at; text[end] && (!kept || kept[end] == kept[at]); end++)
            ;
        if (kept && kept[at])
            put_kept(file, text + at, end - at, !at, !text[end]);
        else
            put_stretch(file, text + at, end - at);
    }
    putc('\n', file);
}

static void text_sides(FILE *file, const struct paragraph_change *change)
{
    bool *kept_old = NULL, *kept_new = NULL;
    if (change->old && change->new) {
        kept_old = checked(malloc(strlen(change->old) + 1));
        kept_new = checked(malloc(strlen(change->new) + 1));
        diff_characters(change->old, change->new, kept_old, kept_new);
    }
    if (change->old)
        text_side(file, "- ", change->old, kept_old);
    if (change->new)
        text_side(file, "+ ", change->new, kept_new);
    free(kept_old);
    free(kept_new);
}

static void write_text(FILE *file, const struct comparison *comparison)
{
    const struct difference *difference = &comparison->difference;
    fprintf(file, "--- ");
    put_safely(file, comparison->old->name);
    fprintf(file, "\n+++ ");
    put_safely(file, comparison->new->name);
    putc('\n', file);
    const struct nb_form_table *table = NULL;
    for (size_t i = 0; i < difference->cell_count; i++) {
        const struct cell_change *cell = &difference->cells[i];
        if (cell->table != table)
            fprintf(file, "@@ %s\n", (table = cell->table)->title);
        fprintf(file, _("  %s · %s: "), cell->label, cell->column->label);
        text_value(file, cell->old);
        fputs(" → ", file);
        text_value(file, cell->new);
        putc('\n', file);
    }
    if (changed_paragraphs(difference))
        fprintf(file, "@@ %s\n", _("text"));
    for (size_t i = 0; i < difference->paragraph_count; i++)
        if (!difference->paragraphs[i].equal)
            text_sides(file, &difference->paragraphs[i]);
}

/* ---- JSON ---- */

static json_t *string_or_null(const char *string)
{
    return string ? json_string(string) : json_null();
}

static void write_json(FILE *file, const struct comparison *comparison)
{
    const struct difference *difference = &comparison->difference;
    json_t *cells = checked(json_array()), *paragraphs = checked(json_array());
    for (size_t i = 0; i < difference->cell_count; i++) {
        const struct cell_change *cell = &difference->cells[i];
        json_array_append_new(cells, json_pack("{s:[sss], s:o, s:o}", "cell", cell->table->id, cell->row->id,
                                               cell->column->id, "old", string_or_null(cell->old), "new",
                                               string_or_null(cell->new)));
    }
    for (size_t i = 0; i < difference->paragraph_count; i++)
        if (!difference->paragraphs[i].equal)
            json_array_append_new(paragraphs, json_pack("{s:o, s:o}", "old",
                                                        string_or_null(difference->paragraphs[i].old), "new",
                                                        string_or_null(difference->paragraphs[i].new)));
    json_t *document = json_pack("{s:i, s:s, s:s, s:o, s:o}", "nianbao", 1, "old", comparison->old->name,
                                 "new", comparison->new->name, "cells", cells, "paragraphs", paragraphs);
    json_dumpf(checked(document), file, JSON_INDENT(2));
    putc('\n', file);
    json_decref(document);
}

/* ---- HTML ---- */

static const char style[] =
    "body{margin:0 auto;max-width:72rem;padding:1rem;color:#1c2024;background:#fff;font:16px/1.7 "
    "system-ui,\"Noto Sans CJK "
    "SC\",\"Microsoft YaHei\",sans-serif}\n"
    "h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:1.6rem}\n"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}\n"
    "th,td{border:1px solid #7b858e;padding:.25rem "
    ".5rem;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}\n"
    "thead th{background:#f4f6f8;font-weight:600}\n"
    ".cells td{font-variant-numeric:tabular-nums}.cells th:first-child{width:50%}\n"
    "del{background:#ffe3e3;color:#8c1d1d}ins{background:#dff3e0;color:#14532d}\n"
    ".same{color:#59636e}\n"
    "@media print{body{padding:0;font-size:10pt}tr{break-inside:avoid}}\n"
    "@media (max-width:40rem){.cells th:first-child{width:45%}body{font-size:15px;padding:.6rem}}\n";

static void put_html(FILE *file, const char *string)
{
    for (; *string; string++)
        switch (*string) {
        case '<':
            fputs("&lt;", file);
            break;
        case '>':
            fputs("&gt;", file);
            break;
        case '&':
            fputs("&amp;", file);
            break;
        default:
            putc((unsigned char)*string < 0x20 ? ' ' : *string, file);
        }
}

static void put_side(FILE *file, const char *text, const char *element)
{
    fputs("<td>", file);
    if (text) {
        fprintf(file, "<%s>", element);
        put_html(file, text);
        fprintf(file, "</%s>", element);
    }
    fputs("</td>", file);
}

/* A side of a changed paragraph: what the other has as well stands plain. */
static void put_parts(FILE *file, const char *text, const bool *kept, const char *element)
{
    char *part = checked(malloc(strlen(text) + 1));
    fputs("<td>", file);
    for (size_t at = 0, end; text[at]; at = end) {
        for (end = at; text[end] && kept[end] == kept[at]; end++)
            part[end - at] = text[end];
        part[end - at] = '\0';
        if (!kept[at])
            fprintf(file, "<%s>", element);
        put_html(file, part);
        if (!kept[at])
            fprintf(file, "</%s>", element);
    }
    fputs("</td>", file);
    free(part);
}

static void put_sides(FILE *file, const struct paragraph_change *change)
{
    if (change->equal || !change->old || !change->new) {
        put_side(file, change->old, change->equal ? "span" : "del");
        put_side(file, change->new, change->equal ? "span" : "ins");
        return;
    }
    bool *kept_old = checked(malloc(strlen(change->old) + 1)),
         *kept_new = checked(malloc(strlen(change->new) + 1));
    diff_characters(change->old, change->new, kept_old, kept_new);
    put_parts(file, change->old, kept_old, "del");
    put_parts(file, change->new, kept_new, "ins");
    free(kept_old);
    free(kept_new);
}

static void put_names(FILE *file, const struct comparison *comparison, const char *first)
{
    fputs("<thead><tr>", file);
    if (first)
        fprintf(file, "<th scope=\"col\">%s</th>", first);
    fputs("<th scope=\"col\">", file);
    put_html(file, comparison->old->name);
    fputs("</th><th scope=\"col\">", file);
    put_html(file, comparison->new->name);
    fputs("</th></tr></thead>\n<tbody>\n", file);
}

static void put_cells(FILE *file, const struct comparison *comparison)
{
    fprintf(file, "<h2>%s</h2>\n<table class=\"cells\">", _("Figures"));
    put_names(file, comparison, _("Cell"));
    const struct nb_form_table *table = NULL;
    for (size_t i = 0; i < comparison->difference.cell_count; i++) {
        const struct cell_change *cell = &comparison->difference.cells[i];
        if (cell->table != table)
            fprintf(file, "<tr><th colspan=\"3\" scope=\"rowgroup\" lang=\"zh\">%s</th></tr>\n",
                    (table = cell->table)->title);
        fputs("<tr><th scope=\"row\" lang=\"zh\">", file);
        put_html(file, cell->label);
        fputs(" · ", file);
        put_html(file, cell->column->label);
        fputs("</th>", file);
        put_side(file, cell->old ? cell->old : _("(nothing)"), "del");
        put_side(file, cell->new ? cell->new : _("(nothing)"), "ins");
        fputs("</tr>\n", file);
    }
    fputs("</tbody></table>\n", file);
}

static void put_paragraphs(FILE *file, const struct comparison *comparison)
{
    fprintf(file, "<h2>%s</h2>\n<table lang=\"zh\">", _("Text"));
    put_names(file, comparison, NULL);
    for (size_t i = 0; i < comparison->difference.paragraph_count; i++) {
        const struct paragraph_change *change = &comparison->difference.paragraphs[i];
        fprintf(file, "<tr%s>", change->equal ? " class=\"same\"" : "");
        put_sides(file, change);
        fputs("</tr>\n", file);
    }
    fputs("</tbody></table>\n", file);
}

static void write_html(FILE *file, const struct comparison *comparison)
{
    /* Translators: the language of these messages, as in HTML's lang attribute. */
    fprintf(file, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", _("en"));
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", file);
    fprintf(file, "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n<h1>%s</h1>\n<p>",
            _("What changed"), style, _("What changed"));
    fprintf(file, _("%zu figures and %zu paragraphs differ."), comparison->difference.cell_count,
            changed_paragraphs(&comparison->difference));
    fputs("</p>\n", file);
    put_cells(file, comparison);
    put_paragraphs(file, comparison);
    fputs("</main>\n</body>\n</html>\n", file);
}

/* ---- the command ---- */

typedef void write_difference(FILE *file, const struct comparison *comparison);

static write_difference *find_writer(const char *format)
{
    static const struct {
        const char *format;
        write_difference *write;
    } writers[] = {{"text", write_text}, {"json", write_json}, {"html", write_html}};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (!strcmp(format, writers[i].format))
            return writers[i].write;
    return NULL;
}

static int write_comparison(struct comparison *comparison, write_difference *write, const char *output)
{
    struct target target;
    comparison->difference = diff_reports(comparison->old, comparison->new);
    bool changed = comparison->difference.cell_count || changed_paragraphs(&comparison->difference);
    bool good = target_open(&target, output);
    if (good) {
        write(target.file, comparison);
        good = target_commit(&target);
    }
    diff_free(&comparison->difference);
    return !good ? STATUS_FAILED : changed ? STATUS_FINDINGS : STATUS_OK;
}

static int compare_files(char **paths, write_difference *write, struct call *call)
{
    struct inputs inputs = inputs_of(paths, 2);
    bool destroys = is_input(&inputs, call->output);
    inputs_free(&inputs);
    if (destroys) {
        complain(call->output, _("is an input file; not overwritten"));
        return STATUS_FAILED;
    }
    struct nb_report *old = compile_or_fail(paths[0], call), *new = compile_or_fail(paths[1], call);
    struct comparison comparison = {.old = old, .new = new};
    int status = old && new ? write_comparison(&comparison, write, call->output) : STATUS_FAILED;
    failures_tell(&call->failures);
    nb_report_free(old);
    nb_report_free(new);
    return status;
}

struct diff_command {
    struct call call;
    write_difference *write;
};

static int take_option(void *user, int option)
{
    struct diff_command *diff = user;
    if (option != OPTION_FORMAT)
        return take_shared(&diff->call, option, &diff_command);
    diff->write = find_writer(optarg);
    return diff->write ? -1 : usage_error(diff_command.full_name, _("unknown output format '%s'"), optarg);
}

static int cli_diff(int argc, char **argv)
{
    struct diff_command diff = {{.options = NB_OPTIONS, .output = "-"}, write_text};
    int status = take_options(&diff_command, argc, argv, take_option, &diff);
    if (status >= 0)
        return status;
    if (argc - optind != 2)
        return usage_error(argv[0], _("two files are needed"));
    return compare_files(argv + optind, diff.write, &diff.call);
}
