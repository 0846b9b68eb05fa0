/* finding.c - builds findings: message, cells, further places. */
#include "lint.h"

#include <stdarg.h>
#include <string.h>

struct nb_finding *finding_add(struct lint *lint, struct nb_span span, const char *message, ...)
{
    struct nb_finding *finding = arena_alloc(lint->arena, sizeof *finding);
    finding->rule = rule_entry(lint->running);
    finding->severity = finding->rule->severity;
    finding->span = span;
    va_list arguments;
    va_start(arguments, message);
    finding->message = arena_vprintf(lint->arena, message, arguments);
    va_end(arguments);
    *lint->last = finding;
    lint->last = &finding->next;
    lint->count++;
    return finding;
}

void finding_cells(struct lint *lint, struct nb_finding *finding, size_t room)
{
    finding->cells = arena_alloc(lint->arena, room * sizeof *finding->cells);
}

void finding_cell(struct nb_finding *finding, const struct nb_table *table, const struct nb_row *row, int column)
{
    finding->cells[finding->cell_count++] =
        (struct nb_cell_ref){table->form->id, row->form->id, row->form->columns[column].id, row->cells[column].span};
}

/* More places than this explain nothing. */
enum { MOST_RELATED = 40 };

void finding_related(struct lint *lint, struct nb_finding *finding, struct nb_span span, const char *message, ...)
{
    struct nb_related *related, **last = &finding->related;
    int count = 0;
    for (; *last; last = &(*last)->next)
        count++;
    if (count >= MOST_RELATED)
        return;
    *last = related = arena_alloc(lint->arena, sizeof *related);
    related->span = span;
    va_list arguments;
    va_start(arguments, message);
    related->message = arena_vprintf(lint->arena, message, arguments);
    va_end(arguments);
}

static bool names(const struct nb_finding *finding, const char *table, const char *row, const char *column)
{
    for (size_t i = 0; i < finding->cell_count; i++)
        if (!strcmp(finding->cells[i].row, row) && !strcmp(finding->cells[i].table, table) &&
            !strcmp(finding->cells[i].column, column))
            return true;
    return false;
}

bool cell_doubted(const struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    uint64_t needs = rule_needs(lint->running);
    for (const struct nb_finding *finding = lint->first; finding; finding = finding->next)
        if (needs >> rule_number(finding->rule) & 1 &&
            names(finding, table->form->id, row->form->id, row->form->columns[column].id))
            return true;
    return false;
}
