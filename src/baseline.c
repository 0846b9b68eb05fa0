/* baseline.c - compares findings with those of an earlier run by what they say, not by their line: other
 * lines may have changed.
 */
#include "baseline.h"
#include "cli.h"
#include "files.h"
#include "i18n.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct baseline {
    json_t *document;
    json_t *known; /* key of a finding: how often it was found */
};

static const char *file_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static const char *word(const char *string)
{
    return string ? string : "";
}

/* The file, the rule, what was found and wanted, the cells; in no language. */
static char *key_of(const char *file, const char *rule, const char *found, const char *expected,
                    const char *cells)
{
    size_t size = strlen(file_part(file)) + strlen(rule) + strlen(word(found)) + strlen(word(expected)) +
                  strlen(cells) + 5;
    char *key = checked(malloc(size));
    snprintf(key, size, "%s\n%s\n%s\n%s\n%s", file_part(file), rule, word(found), word(expected), cells);
    return key;
}

static char *append_cell(char *cells, const char *table, const char *row, const char *column)
{
    size_t length = strlen(cells), size = length + strlen(table) + strlen(row) + strlen(column) + 4;
    cells = checked(realloc(cells, size));
    snprintf(cells + length, size - length, "%s %s %s;", table, row, column);
    return cells;
}

static void remember(struct baseline *baseline, const char *file, json_t *finding)
{
    char *cells = checked(strdup(""));
    json_t *cell;
    size_t i;
    json_array_foreach(json_object_get(finding, "cells"), i, cell) cells = append_cell(
        cells, word(json_string_value(json_array_get(cell, 0))),
        word(json_string_value(json_array_get(cell, 1))), word(json_string_value(json_array_get(cell, 2))));
    char *key = key_of(file, word(json_string_value(json_object_get(finding, "rule"))),
                       json_string_value(json_object_get(finding, "found")),
                       json_string_value(json_object_get(finding, "expected")), cells);
    json_object_set_new(baseline->known, key,
                        json_integer(json_integer_value(json_object_get(baseline->known, key)) + 1));
    free(key);
    free(cells);
}

struct baseline *baseline_read(const char *path)
{
    struct nb_error error;
    char *bytes;
    size_t length;
    if (!read_file(path, NB_MAX_SIZE, &bytes, &length, &error)) {
        complain(path, error.message);
        return NULL;
    }
    json_t *document = json_loadb(bytes, length, 0, NULL), *report, *finding;
    free(bytes);
    if (!json_is_array(json_object_get(document, "reports"))) {
        complain(path, _("is not what 'nianbao lint --format=json' writes"));
        json_decref(document);
        return NULL;
    }
    struct baseline *baseline = checked(malloc(sizeof *baseline));
    *baseline = (struct baseline){document, checked(json_object())};
    size_t r, f;
    json_array_foreach(json_object_get(document, "reports"), r, report)
    {
        const char *file = json_string_value(json_object_get(json_object_get(report, "source"), "name"));
        json_array_foreach(json_object_get(report, "findings"), f, finding)
            remember(baseline, word(file), finding);
    }
    return baseline;
}

void baseline_free(struct baseline *baseline)
{
    if (!baseline)
        return;
    json_decref(baseline->known);
    json_decref(baseline->document);
    free(baseline);
}

static bool is_known(struct baseline *baseline, const struct nb_report *report,
                     const struct nb_finding *finding)
{
    char *cells = checked(strdup(""));
    for (size_t i = 0; i < finding->cell_count; i++)
        cells = append_cell(cells, finding->cells[i].table, finding->cells[i].row, finding->cells[i].column);
    char *key = key_of(report->name, finding->rule->id, finding->found, finding->expected, cells);
    json_int_t left = json_integer_value(json_object_get(baseline->known, key));
    if (left > 0)
        json_object_set_new(baseline->known, key, json_integer(left - 1));
    free(key);
    free(cells);
    return left > 0;
}

void baseline_apply(struct baseline *baseline, struct nb_report *report)
{
    for (struct nb_finding **link = &report->findings; *link;)
        if (is_known(baseline, report, *link))
            *link = (*link)->next;
        else
            link = &(*link)->next;
}
