/* bound.c - the tables and rows of the form that a report's are bound to. */
#include "bind.h"

#include "arena.h"

#include <string.h>

/* Whether two tables are the same one of a form, or of two: those of one form are compared at once. */
static inline bool is_same_table(const struct nb_form_table *one, const struct nb_form_table *other)
{
    return one->form == other->form ? one == other : strcmp(one->id, other->id) == 0;
}

struct nb_table *find_table(const struct binding *binding, const struct nb_form_table *form)
{
    for (struct nb_table *table = binding->report->tables; table; table = table->next)
        if (is_same_table(table->form, form))
            return table;
    return NULL;
}

static struct nb_row *new_row(const struct binding *binding, const struct nb_form *origin,
                              const struct nb_form_row *form)
{
    struct nb_arena *arena = binding->report->arena;
    struct bound_row *bound = arena_alloc(arena, sizeof *bound);
    bound->evidence = arena_alloc(arena, form->column_count * sizeof *bound->evidence);
    bound->terms = arena_alloc(arena, form->column_count * sizeof *bound->terms);
    bound->row.form = form;
    bound->row.origin = origin;
    bound->row.cells = arena_alloc(arena, form->column_count * sizeof *bound->row.cells);
    verdict_unseen(&bound->row);
    return &bound->row;
}

/* Whether the row is one of another form: it has the same name, and columns of the same meaning. */
static bool is_same_row(const struct nb_form_row *row, const struct nb_form_row *other)
{
    return row == other ||
           (!strcmp(row->id, other->id) && !strcmp(row->columns[0].label, other->columns[0].label));
}

/* Whether the row has the name of one that stands before another in the form. */
static bool stands_before(const struct nb_row *row, const struct nb_form_table *of, int index)
{
    for (int before = 0; before < index; before++)
        if (strcmp(row->form->id, of->rows[before].id) == 0)
            return true;
    return false;
}

struct nb_row *find_other_row(struct binding *binding, struct nb_table *table, const struct nb_form_table *of,
                              int index)
{
    const struct nb_form_row *wanted = &of->rows[index];
    struct nb_row **place = &table->rows;
    for (struct nb_row **at = &table->rows; *at; at = &(*at)->next) {
        if (is_same_row((*at)->form, wanted))
            return *at;
        if (stands_before(*at, of, index))
            place = &(*at)->next;
    }
    struct nb_row *row = new_row(binding, of->form, wanted);
    row->next = *place;
    return *place = row;
}

bool row_is_empty(const struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].status != NB_BLANK && row->cells[c].status != NB_MISSING)
            return false;
    return true;
}

void make_tables(struct binding *binding)
{
    struct nb_report *report = binding->report;
    struct nb_table **end = &report->tables;
    for (size_t t = 0; t < report->form->table_count; t++) {
        struct nb_table *table = arena_alloc(report->arena, sizeof(struct bound_table));
        table->form = &report->form->tables[t];
        struct nb_row **row_end = &table->rows,
                      **own = arena_alloc(binding->work, table->form->row_count * sizeof *own);
        ((struct bound_table *)table)->own = own;
        for (size_t r = 0; r < table->form->row_count; r++) {
            *row_end = own[r] = new_row(binding, report->form, &table->form->rows[r]);
            row_end = &(*row_end)->next;
        }
        *end = table;
        end = &table->next;
    }
}

struct printed_row *printed_row(struct binding *binding, const struct printed *printed)
{
    struct printed_row *row = binding->printed_rows;
    while (row && (row->table != printed->table || row->index != printed->index))
        row = row->next;
    if (!row) {
        row = arena_alloc(binding->work, sizeof *row);
        *row = (struct printed_row){binding->printed_rows, printed->table, printed->index};
        binding->printed_rows = row;
    }
    return row;
}
