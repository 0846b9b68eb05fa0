/* report.c - look things up in a compiled report: places, source lines, tables, names. */
#include "nianbao.h"
#include "text.h"

#include <string.h>

struct nb_position nb_locate(const struct nb_report *report, size_t offset)
{
    return text_position(report->text, offset);
}

const char *nb_words(const struct nb_report *report, struct nb_span span, size_t *length)
{
    *length = span.end - span.start;
    return report->text->bytes + span.start;
}

const char *nb_source_line(const struct nb_report *report, size_t line, size_t *length)
{
    const struct nb_text *text = report->text;
    if (line < 1 || line > text->line_count)
        return NULL;
    const char *start = text->source + text->line_starts[line - 1];
    const char *end = text->source + text->line_starts[line] - 1;
    if (end > start && end[-1] == '\r')
        end--;
    *length = (size_t)(end - start);
    return start;
}

const struct nb_table *nb_table_find(const struct nb_report *report, const char *id)
{
    for (const struct nb_table *table = report->tables; table; table = table->next)
        if (!strcmp(table->form->id, id))
            return table;
    return NULL;
}

const struct nb_row *nb_row_find(const struct nb_table *table, const char *id)
{
    const struct nb_row *row = table ? table->rows : NULL;
    while (row && strcmp(row->form->id, id))
        row = row->next;
    return row;
}

int nb_column_find(const struct nb_row *row, const char *id)
{
    for (size_t i = 0; row && i < row->form->column_count; i++)
        if (!strcmp(row->form->columns[i].id, id))
            return (int)i;
    return -1;
}

const char *nb_scope_name(enum nb_scope scope)
{
    static const char *const names[] = {NULL,   "year",  "last_year", "other_year",
                                        "part", "as_of", "cumulative"};
    return names[scope];
}

const char *nb_fact_kind_name(enum nb_fact_kind kind)
{
    static const char *const names[] = {"count", "change", "share", "rate", "times"};
    return names[kind];
}

const char *nb_status_name(enum nb_status status)
{
    static const char *const names[] = {
        [NB_GIVEN] = "given",     [NB_BLANK] = "blank",         [NB_NA] = "na",
        [NB_PLACED] = "placed",   [NB_AMBIGUOUS] = "ambiguous", [NB_SUSPECT] = "suspect",
        [NB_MISSING] = "missing", [NB_DERIVED] = "derived",     [NB_UNREAD] = "unread",
    };
    return names[status];
}

const char *nb_severity_name(enum nb_severity severity)
{
    static const char *const names[] = {[NB_NOTE] = "note", [NB_WARNING] = "warning", [NB_ERROR] = "error"};
    return names[severity];
}
