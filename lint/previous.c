/* previous.c - rules NB501, NB502 and NB505: the figures of this report against those of last year's, and of
 * the offices'. */
#include "i18n.h"
#include "lint.h"
#include "relations.h"

#include <inttypes.h>
#include <stdlib.h>
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

static void name_cell(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                      const struct nb_row *row, int column, long long found, long long expected)
{
    finding_cell(lint, finding, table, row, column);
    finding_says(finding, arena_printf(lint->arena, "%lld", found),
                 arena_printf(lint->arena, "%lld", expected));
}

/* ---- a total that is off by as much as what it adds up ---- */

/* The finding of the running rule on a cell, NULL where there is none. */
static struct nb_finding *finding_on(const struct lint *lint, const struct nb_table *table,
                                     const struct equation_term *term)
{
    for (struct nb_finding *finding = lint->first; finding; finding = finding->next)
        if (finding->rule == rule_entry(lint->running) &&
            finding_names(finding, table->form->id, term->row->form->id,
                          term->row->form->columns[term->column].id))
            return finding;
    return NULL;
}

static int64_t off_by(const struct nb_finding *finding)
{
    return finding ? atoll(finding->found) - atoll(finding->expected) : 0;
}

/* Hang a finding, and what hangs under it, below its cause. */
static void hang(struct lint *lint, struct nb_finding *finding, struct nb_finding *cause)
{
    for (struct nb_finding *led = lint->first; led; led = led->next)
        if (led->cause == finding)
            led->cause = cause;
    finding->cause = cause;
    finding->leads = false;
    cause->leads = true;
}

/* The first finding on what the equation adds up: the one it hangs under. */
static struct nb_finding *leader_of(const struct lint *lint, const struct nb_table *table,
                                    const struct equation *equation)
{
    for (size_t t = 1; t < equation->count; t++) {
        struct nb_finding *finding = finding_on(lint, table, &equation->terms[t]);
        for (struct nb_finding *other = lint->first; finding && finding->cause && other; other = other->next)
            if (other == finding->cause)
                return other;
        if (finding)
            return finding;
    }
    return NULL;
}

/* Where the cells of a relation are all off and the relation holds between what they are off by, its total
 * follows from the rest.
 */
static void hang_totals(struct lint *lint, const struct nb_table *table)
{
    struct equations equations = table_equations(table);
    for (size_t e = 0; e < equations.count; e++) {
        const struct equation *equation = &equations.equations[e];
        struct nb_finding *total = equation->count ? finding_on(lint, table, equation->terms) : NULL;
        int64_t residual = 0;
        for (size_t t = 0; total && t < equation->count; t++)
            residual += equation->terms[t].sign * off_by(finding_on(lint, table, &equation->terms[t]));
        struct nb_finding *leader =
            total && !total->cause && !residual ? leader_of(lint, table, equation) : NULL;
        if (leader && leader != total)
            hang(lint, total, leader);
    }
}

/* ---- last year ---- */

/* Column by column: what last year's report carries out, this one carries in. */
static void check_carried(struct lint *lint, const struct nb_row *out, const struct nb_table *table,
                          const struct nb_row *in)
{
    for (int i = 0; i < (int)in->form->column_count; i++) {
        long long before, now;
        if (!number_of(out, nb_column_find(out, in->form->columns[i].id), &before) ||
            !number_of(in, i, &now) || before == now)
            continue;
        struct nb_finding *finding = finding_add(
            lint, in->cells[i].span,
            _("“%s”, %s: last year's report carries %lld over into this year, this one takes over %lld"),
            row_words(lint, in), column_words(lint, in, i), before, now);
        name_cell(lint, finding, table, in, i, now, before);
    }
}

/* 2019: what there was last year, and how much more or less there is now, make what there is. Last year's
 * report says the first.
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
    struct nb_finding *finding =
        finding_add(lint, row->cells[last].span,
                    _("“%s”, %s: last year's report comes to %lld %+lld = %lld, this one begins with %lld"),
                    row_words(lint, row), column_words(lint, row, last), before, more, before + more, now);
    name_cell(lint, finding, table, row, last, now, before + more);
}

void check_carry_over(struct lint *lint)
{
    const struct nb_table *table = table_of(lint->report, "applications");
    const struct nb_row *in = row_of(table, "carried_in"),
                        *out = row_of(table_of(lint->previous, "applications"), "carried_out");
    if (in && out) {
        check_carried(lint, out, table, in);
        hang_totals(lint, table);
    }
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
        !number_of(row, nb_column_find(row, "issued"), &issued) ||
        !number_of(row, nb_column_find(row, "repealed"), &repealed) || !number_of(row, column, &now) ||
        before + issued - repealed == now)
        return;
    struct nb_finding *finding = finding_add(
        lint, row->cells[column].span,
        _("“%s”: %lld were in force last year; with %lld issued and %lld repealed there are %lld, not %lld"),
        row_words(lint, row), before, issued, repealed, before + issued - repealed, now);
    finding->detail = arena_printf(lint->arena, "%lld + %lld - %lld = %lld", before, issued, repealed,
                                   before + issued - repealed);
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

static struct part_sum sum_of_parts(const struct lint *lint, const struct nb_table *table,
                                    const struct nb_row *row, int column)
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

/* Whether a cell can be compared with the parts: what it says, and what they come to. */
static bool compares(const struct lint *lint, const struct nb_table *table, const struct nb_row *row,
                     int column, long long *now, struct part_sum *parts)
{
    if (!adds_up(&row->form->columns[column]) || !number_of(row, column, now))
        return false;
    *parts = sum_of_parts(lint, table, row, column);
    return parts->parts && parts->certain;
}

static long long value_in(const struct nb_report *part, const struct nb_table *table,
                          const struct nb_row *row, int column)
{
    const struct nb_row *own = row_of(table_of(part, table->form->id), row->form->id);
    long long number;
    return own && number_of(own, nb_column_find(own, row->form->columns[column].id), &number) ? number : 0;
}

/* Whether the summary is short, in every cell, by what this part says. */
static bool is_left_out(const struct lint *lint, const struct nb_report *part)
{
    bool any = false;
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (int i = 0; row->printed && i < (int)row->form->column_count; i++) {
                struct part_sum parts;
                long long now, own = value_in(part, table, row, i);
                if (!compares(lint, table, row, i, &now, &parts))
                    continue;
                if (parts.sum - now != own)
                    return false;
                any |= own != 0;
            }
    return any;
}

static void check_table_parts(struct lint *lint, const struct nb_table *table)
{
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (int i = 0; row->printed && i < (int)row->form->column_count; i++) {
            struct part_sum parts;
            long long now;
            if (!compares(lint, table, row, i, &now, &parts) || parts.sum == now)
                continue;
            struct nb_finding *finding =
                finding_add(lint, row->cells[i].span,
                            _("“%s”, %s: the %zu reports of the offices add up to %lld, this one says %lld"),
                            row_words(lint, row), column_words(lint, row, i), parts.parts, parts.sum, now);
            name_cell(lint, finding, table, row, i, now, parts.sum);
        }
    hang_totals(lint, table);
}

/* One office that was forgotten is one finding. */
static void check_left_out(struct lint *lint)
{
    const struct nb_report *out = NULL;
    size_t candidates = 0;
    for (size_t i = 0; i < lint->part_count; i++)
        if (is_left_out(lint, lint->parts[i])) {
            out = lint->parts[i];
            candidates++;
        }
    if (candidates != 1)
        return;
    struct nb_finding *first = lint->first;
    while (first && first->rule != rule_entry(lint->running))
        first = first->next;
    struct nb_finding *cause =
        first ? finding_add(lint, first->span,
                            _("the summary is short by just the report of %s (%s): was it left out?"),
                            out->agency ? out->agency : "", out->name)
              : NULL;
    for (; cause && first; first = first->next)
        if (first != cause && first->rule == cause->rule && !first->cause)
            hang(lint, first, cause);
}

void check_parts_sum(struct lint *lint)
{
    if (!lint->part_count)
        return;
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        check_table_parts(lint, table);
    check_left_out(lint);
}
