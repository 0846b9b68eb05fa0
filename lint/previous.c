/* previous.c - rules NB501 and NB502: the figures of this report against those of last year's. */
#include "i18n.h"
#include "lint.h"

#include <string.h>

static const struct nb_table *table_of(const struct nb_report *report, const char *id)
{
    return report ? nb_table_find(report, id) : NULL;
}

static const struct nb_row *row_of(const struct nb_table *table, const char *id)
{
    const struct nb_row *row = nb_row_find(table, id);
    return row && row->printed ? row : NULL;
}

/* The cell as a whole number; blank cells and strokes count as zero. False where the value is not certain. */
static bool number_of(const struct nb_row *row, int column, long long *number)
{
    if (!row || column < 0)
        return false;
    const struct nb_cell *cell = &row->cells[column];
    *number = cell->value ? cell->number.units : 0;
    if (cell->value)
        return (cell->status == NB_GIVEN || cell->status == NB_PLACED) && cell->number.scale == 0;
    return cell->status == NB_BLANK || cell->status == NB_NA;
}

static void name_cell(struct lint *lint, struct nb_finding *finding, const struct nb_table *table, const struct nb_row *row,
                      int column, long long found, long long expected)
{
    finding_cells(lint, finding, 1);
    finding_cell(finding, table, row, column);
    finding->found = arena_printf(lint->arena, "%lld", found);
    finding->expected = arena_printf(lint->arena, "%lld", expected);
}

/* Column by column: what last year's report carries out, this one carries in. */
static void check_carried(struct lint *lint, const struct nb_row *out, const struct nb_table *table, const struct nb_row *in)
{
    for (int i = 0; i < (int)in->form->column_count; i++) {
        long long before, now;
        if (!number_of(out, nb_column_find(out, in->form->columns[i].id), &before) || !number_of(in, i, &now) || before == now)
            continue;
        struct nb_finding *finding = finding_add(
            lint, in->cells[i].span, _("“%s”, %s: last year's report carries %lld over into this year, this one takes over %lld"),
            in->form->label, in->form->columns[i].label, before, now);
        name_cell(lint, finding, table, in, i, now, before);
    }
}

/* 2019: what there was last year, and how much more or less there is now, make what there is. Last year's report says the first.
 */
static void check_items(struct lint *lint, const struct nb_table *table, const struct nb_row *row)
{
    int last = nb_column_find(row, "items_last_year"), change = nb_column_find(row, "change");
    const struct nb_row *old = row_of(table_of(lint->previous, table->form->id), row->form->id);
    long long before, more, now;
    if (last < 0 || !old || !number_of(old, nb_column_find(old, "items_last_year"), &before) ||
        !number_of(old, nb_column_find(old, "change"), &more) || !number_of(row, last, &now) || change < 0 ||
        before + more == now)
        return;
    struct nb_finding *finding = finding_add(
        lint, row->cells[last].span, _("“%s”, %s: last year's report comes to %lld %+lld = %lld, this one begins with %lld"),
        row->form->label, row->form->columns[last].label, before, more, before + more, now);
    name_cell(lint, finding, table, row, last, now, before + more);
}

void check_carry_over(struct lint *lint)
{
    const struct nb_table *table = table_of(lint->report, "applications");
    const struct nb_row *in = row_of(table, "carried_in"), *out = row_of(table_of(lint->previous, "applications"), "carried_out");
    if (in && out)
        check_carried(lint, out, table, in);
    const struct nb_table *disclosure = lint->previous ? table_of(lint->report, "disclosure") : NULL;
    for (const struct nb_row *row = disclosure ? disclosure->rows : NULL; row; row = row->next)
        if (row->printed)
            check_items(lint, disclosure, row);
}

/* What was in force, and what was issued, less what was repealed, is in force now. */
static void check_row(struct lint *lint, const struct nb_table *table, const struct nb_row *row)
{
    const struct nb_row *old = row_of(table_of(lint->previous, "disclosure"), row->form->id);
    long long before, issued, repealed, now;
    int column = nb_column_find(row, "in_force");
    if (column < 0 || !old || !number_of(old, nb_column_find(old, "in_force"), &before) ||
        !number_of(row, nb_column_find(row, "issued"), &issued) || !number_of(row, nb_column_find(row, "repealed"), &repealed) ||
        !number_of(row, column, &now) || before + issued - repealed == now)
        return;
    struct nb_finding *finding =
        finding_add(lint, row->cells[column].span,
                    _("“%s”: %lld were in force last year; with %lld issued and %lld repealed there are %lld, not %lld"),
                    row->form->label, before, issued, repealed, before + issued - repealed, now);
    finding->detail =
        arena_printf(lint->arena, "%lld + %lld - %lld = %lld", before, issued, repealed, before + issued - repealed);
    name_cell(lint, finding, table, row, column, now, before + issued - repealed);
}

void check_in_force(struct lint *lint)
{
    const struct nb_table *table = lint->previous ? table_of(lint->report, "disclosure") : NULL;
    for (const struct nb_row *row = table ? table->rows : NULL; row; row = row->next)
        if (row->printed)
            check_row(lint, table, row);
}

/* ---- the level above ---- */

struct part_sum {
    long long sum;
    size_t parts;
    bool certain;
};

static struct part_sum sum_of_parts(const struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    struct part_sum total = {0, 0, true};
    for (size_t i = 0; i < lint->part_count; i++) {
        const struct nb_row *part = row_of(table_of(lint->parts[i], table->form->id), row->form->id);
        long long number;
        if (!part)
            continue;
        bool good = number_of(part, nb_column_find(part, row->form->columns[column].id), &number);
        total.certain &= good;
        total.sum += good ? number : 0;
        total.parts++;
    }
    return total;
}

/* Regulations in force and money are not summed over offices: only what each office counts for itself. */
static bool adds_up(const struct nb_form_column *column)
{
    return column->type == NB_COUNT && strcmp(column->id, "in_force") != 0;
}

void check_parts_sum(struct lint *lint)
{
    if (!lint->part_count)
        return;
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (int i = 0; row->printed && i < (int)row->form->column_count; i++) {
                long long now;
                struct part_sum parts = sum_of_parts(lint, table, row, i);
                if (!adds_up(&row->form->columns[i]) || !parts.parts || !parts.certain || !number_of(row, i, &now) ||
                    parts.sum == now)
                    continue;
                struct nb_finding *finding = finding_add(
                    lint, row->cells[i].span, _("“%s”, %s: the %zu reports of the offices add up to %lld, this one says %lld"),
                    row->form->label, row->form->columns[i].label, parts.parts, parts.sum, now);
                name_cell(lint, finding, table, row, i, now, parts.sum);
            }
}
