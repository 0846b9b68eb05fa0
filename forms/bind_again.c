/* bind_again.c - which printed tables print again what others have printed, or are another's: they are not
 * bound. */
#include "bind.h"

/* ---- a table that goes back to rows of others ---- */

/* Whether another printed table has most cells of the row, filled, empty or in columns that are in doubt. One
 * that has other columns of it is another part of the same table. */
static bool was_printed(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    struct fit fit = open_fit(binding, table, printed);
    size_t again = 0, cells = 0;
    for (size_t i = 0; i < fit.count; i++) {
        const struct bound_row *row = (const struct bound_row *)fit.slots[i].row;
        const struct evidence *evidence = row ? &row->evidence[fit.slots[i].column] : NULL;
        cells += row != NULL;
        again += row && row->row.printed && row->grid != printed->grid &&
                 (row->pending || evidence->label || evidence->cell || evidence->empty);
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
    bool others = first->grid->others; /* those behind it in the list are of another report */
    for (struct printed *printed = first;
         printed && printed->grid->others == others && rows < most && 2 * fresh < most;
         printed = printed->next)
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

/* ---- which of several is the report's ---- */

struct printed *end_of_grid(struct printed *first)
{
    struct printed *end = first;
    while (end && end->grid == first->grid)
        end = end->next;
    return end;
}

/* How little a printed table says that it is the report's own: it may be another's by its caption, stand in
 * no article about a table, and there lack labels of columns. */
static unsigned doubts_of(const struct nb_grid *grid)
{
    bool headed = grid->parts && grid->parts->head;
    return (unsigned)(grid->others << 2 | grid->aside << 1 | (grid->aside && !headed));
}

void set_others_aside(struct binding *binding)
{
    enum { MOST_DOUBTS = 8 };
    struct printed *lists[MOST_DOUBTS], **ends[MOST_DOUBTS];
    const struct nb_grid *before = NULL;
    for (struct nb_grid *grid = binding->report->grids; grid; before = grid, grid = grid->next) {
        grid->others = is_of_another(binding->report, grid) ||
                       (before && before->others && is_rest_of(binding->report, before, grid));
        grid->aside = grid->others || !form_table_find(binding->report->form, grid->role);
    }
    for (size_t d = 0; d < MOST_DOUBTS; d++)
        ends[d] = &lists[d];
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        unsigned doubts = doubts_of(printed->grid);
        *ends[doubts] = printed;
        ends[doubts] = &printed->next;
    }
    binding->printed_end = &binding->printed;
    for (size_t d = 0; d < MOST_DOUBTS; d++) {
        *ends[d] = NULL;
        *binding->printed_end = lists[d];
        binding->printed_end = lists[d] ? ends[d] : binding->printed_end;
    }
}
