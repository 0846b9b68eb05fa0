/* cell_ids.c - goes through the forms, newest first, and leaves out what a newer one has. */
#include "cell_ids.h"

#include <string.h>

static bool row_has(const struct nb_form_row *row, const char *column)
{
    for (size_t c = 0; c < row->column_count; c++)
        if (!strcmp(row->columns[c].id, column))
            return true;
    return false;
}

static bool form_has(const struct nb_form *form, const struct cell_id *cell)
{
    for (size_t t = 0; t < form->table_count; t++) {
        const struct nb_form_table *table = &form->tables[t];
        for (size_t r = 0; r < table->row_count && !strcmp(table->id, cell->table->id); r++)
            if (!strcmp(table->rows[r].id, cell->row->id) && row_has(&table->rows[r], cell->column->id))
                return true;
    }
    return false;
}

static void take_table(const struct nb_form *form, const struct nb_form_table *table,
                       const struct nb_form *end, void (*take)(void *user, const struct cell_id *cell),
                       void *user)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->rows[r].column_count; c++) {
            const struct cell_id cell = {form, table, &table->rows[r], &table->rows[r].columns[c]};
            bool newer = false;
            for (const struct nb_form *other = form + 1; other < end && !newer; other++)
                newer = form_has(other, &cell);
            if (!newer)
                take(user, &cell);
        }
}

void each_cell_id(void (*take)(void *user, const struct cell_id *cell), void *user)
{
    size_t count;
    const struct nb_form *forms = nb_forms(&count);
    for (size_t f = count; f-- > 0;)
        for (size_t t = 0; t < forms[f].table_count; t++)
            take_table(&forms[f], &forms[f].tables[t], forms + count, take, user);
}
