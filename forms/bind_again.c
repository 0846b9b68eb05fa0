/* bind_again.c - which printed tables print again what others have printed, or are another's: they are not
 * bound. */
#include "bind.h"

/* ---- a table that goes back to rows of others ---- */

/* Whether another printed table has most cells of the row, filled or empty. One that has other columns of it
 * is another part of the same table. */
static bool was_printed(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    struct fit fit = open_fit(binding, table, printed);
    size_t again = 0, cells = 0;
    for (size_t i = 0; i < fit.count; i++) {
        const struct bound_row *row = (const struct bound_row *)fit.slots[i].row;
        const struct evidence *evidence = row ? &row->evidence[fit.slots[i].column] : NULL;
        cells += row != NULL;
        again += row && row->row.printed && row->grid != printed->grid &&
                 (row->pending || evidence->cell || evidence->empty);
    }
    return again * 2 > cells;
}

/* Whether a row stands at or before one that another printed table has. */
static bool goes_back(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    if (printed->index < 0)
        return was_printed(binding, table, printed);
    for (const struct nb_row *row = find_row(binding, table, printed->table, printed->index); row;
         row = row->next)
        if (row->printed && ((const struct bound_row *)row)->grid != printed->grid)
            return true;
    return false;
}

/* Whether a table that its caption makes another's prints again most of the rows that others have printed,
 * few as these may be.
 */
static bool prints_others_again(struct binding *binding, struct nb_table *table, const struct printed *first)
{
    size_t rows = 0, again = 0;
    if (!first->grid->aside)
        return false;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        rows += row->printed;
    for (const struct printed *printed = first; printed && printed->grid == first->grid;
         printed = printed->next)
        again += find_table(binding, printed->table) == table && was_printed(binding, table, printed);
    return again * 2 > rows;
}

/* Whether a printed table goes back to rows of others. Asked before its rows are looked for in what follows,
 * a page of small tables costs 500 instructions a byte less. */
static bool begins_again(struct binding *binding, struct nb_table *table, const struct printed *first)
{
    size_t rows = 0;
    for (const struct printed *printed = first; printed && printed->grid == first->grid;
         printed = printed->next)
        if (find_table(binding, printed->table) == table && rows++ < table->form->row_count &&
            goes_back(binding, table, printed))
            return true;
    return false;
}

void find_repeated(struct binding *binding, struct nb_table *table, struct printed *first)
{
    size_t most = table->form->row_count, rows = 0, fresh = 0;
    if (!begins_again(binding, table, first))
        return;
    for (struct printed *printed = first; printed && rows < most && 2 * fresh < most; printed = printed->next)
        if (find_table(binding, printed->table) == table) {
            rows++;
            fresh += !was_printed(binding, table, printed);
        }
    bool all = 2 * fresh < rows;
    if (!all && !prints_others_again(binding, table, first))
        return;
    for (struct printed *printed = first; printed && (all || printed->grid == first->grid);
         printed = printed->next)
        printed->repeated |= find_table(binding, printed->table) == table;
    bind_event(binding, EVENT_TABLE_REPEATED, table, NULL, -1, first->grid->span)->reason =
        first->grid->follows ? "follows" : NULL;
}

static bool is_headed(const struct nb_grid *grid)
{
    return grid->parts && grid->parts->head;
}

/* For each row of the forms the last tables that print it. */
static void find_last(struct binding *binding)
{
    for (const struct printed *printed = binding->printed; printed; printed = printed->next) {
        struct printed_row *row = printed_row(binding, printed);
        row->own = printed->grid->aside ? row->own : printed->grid;
        row->untold = printed->grid->others ? row->untold : printed->grid;
        row->headed = is_headed(printed->grid) ? printed->grid : row->headed;
    }
}

/* Whether a table behind this one prints the row, and says better what it is: by its place or, where this
 * one's caption makes it another's and it stands in no article about a table, by its own; or by the labels of
 * columns that this one lacks. */
static bool stands_behind(const struct binding *binding, const struct printed_row *row,
                          const struct nb_grid *grid)
{
    bool nowhere = grid->others && !form_table_find(binding->report->form, grid->role);
    const struct nb_grid *own = nowhere ? row->untold : row->own,
                         *headed = is_headed(grid) ? NULL : row->headed;
    return (own && own->span.start > grid->span.start) || (headed && headed->span.start > grid->span.start);
}

/* The same of a printed row. One row may have all that others print below each other. */
static bool is_printed_behind(struct binding *binding, const struct printed *printed)
{
    if (!printed->table->across)
        return stands_behind(binding, printed_row(binding, printed), printed->grid);
    for (const struct printed_row *row = binding->printed_rows; row; row = row->next)
        if (row->table == printed->table &&
            (row->index == printed->index || row->index < 0 || printed->index < 0) &&
            stands_behind(binding, row, printed->grid))
            return true;
    return false;
}

/* Whether printed tables that follow have most of the rows that this one has of a form's table, and say
 * better what they are. */
static bool comes_again(struct binding *binding, const struct printed *first)
{
    size_t rows = 0, again = 0;
    for (const struct printed *printed = first; printed && printed->grid == first->grid;
         printed = printed->next) {
        if (printed->index < 0 && !printed->table->across)
            continue;
        rows++;
        again += is_printed_behind(binding, printed);
    }
    return again * 2 > rows;
}

struct printed *end_of_grid(struct printed *first)
{
    struct printed *end = first;
    while (end && end->grid == first->grid)
        end = end->next;
    return end;
}

void set_others_aside(struct binding *binding)
{
    for (struct nb_grid *grid = binding->report->grids; grid; grid = grid->next) {
        grid->others = is_of_another(binding->report, grid);
        grid->aside = grid->others || !form_table_find(binding->report->form, grid->role);
    }
    find_last(binding);
    for (struct printed *first = binding->printed, *next = NULL; first; first = next) {
        next = end_of_grid(first);
        if (!first->grid->aside || !comes_again(binding, first))
            continue;
        for (struct printed *printed = first; printed != next; printed = printed->next)
            printed->repeated = true;
        bind_event(binding, EVENT_TABLE_REPEATED, find_table(binding, first->table), NULL, -1,
                   first->grid->span);
    }
}
