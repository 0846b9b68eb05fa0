/* label.c - what the labels that a report prints say: which form it follows, which row and column they name. */
#include "bind.h"

#include "arena.h"

bool is_cell(const struct nb_item *item)
{
    return item->kind >= NB_ITEM_VALUE;
}

bool is_printed_value(const struct nb_item *item)
{
    return item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_NA || item->kind == NB_ITEM_NOT_NUMBER;
}

size_t count_values(const struct printed *printed)
{
    size_t count = 0;
    for (size_t i = 0; i < printed->count; i++)
        count += is_printed_value(printed->items[i]);
    return count;
}

/* The use of a label as a row (or, with `column`, as a column) of the form, or NULL. */
const struct form_use *find_use(int label, size_t form, bool column, const struct nb_form_table *table)
{
    if (label < 0)
        return NULL;
    for (int i = 0; i < form_labels[label].use_count; i++) {
        const struct form_use *use = &form_uses[form_labels[label].first_use + i];
        bool wanted = column ? use->column >= 0
                             : use->row >= 0 && use->column < 0 && use->class != LABEL_CAPTION && use->class != LABEL_GROUP;
        if ((size_t)use->form == form && wanted && (!table || &form_table[form].tables[use->table] == table))
            return use;
    }
    return NULL;
}

/* A label of a row that is a group of rows in this form, or a group of an across table: not a row. */
bool is_group(int label, size_t form)
{
    for (int i = 0; i < form_labels[label].use_count; i++) {
        const struct form_use *use = &form_uses[form_labels[label].first_use + i];
        if ((size_t)use->form == form && use->class == LABEL_GROUP)
            return true;
    }
    return false;
}

int form_column_index(const struct nb_form_table *table, const struct nb_form_row *row, size_t column)
{
    return (int)(row->columns - table->rows[0].columns) + (int)column;
}

bool is_column_label(int label, size_t form, const struct nb_form_table *table, int column)
{
    for (int i = 0; i < form_labels[label].use_count; i++) {
        const struct form_use *use = &form_uses[form_labels[label].first_use + i];
        if ((size_t)use->form == form && use->column == column && &form_table[form].tables[use->table] == table)
            return true;
    }
    return false;
}

size_t form_index(const struct nb_form *form)
{
    return (size_t)(form - form_table);
}

/* ---- the form ---- */

static const struct nb_form *form_of_year(int year)
{
    for (size_t f = 0; f < form_count; f++)
        if (year >= form_table[f].first_year && (!form_table[f].last_year || year <= form_table[f].last_year))
            return &form_table[f];
    return NULL;
}

size_t across_width(const struct nb_form_table *table)
{
    size_t width = 0;
    for (size_t r = 0; r < table->row_count; r++)
        width += table->rows[r].column_count;
    return width;
}

/* Labels that only one form has vote for it. */
static void count_votes(const struct nb_report *report, size_t *votes, size_t *rows)
{
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (const struct nb_item *item = grid->items; item; item = item->next) {
            if (item->label_id < 0 || is_cell(item))
                continue;
            const struct form_label *label = &form_labels[item->label_id];
            int form = form_uses[label->first_use].form;
            bool one = true;
            for (int i = 1; i < label->use_count; i++)
                one &= form_uses[label->first_use + i].form == form;
            votes[form] += one;
            *rows += item->kind == NB_ITEM_ROW && item->next && is_cell(item->next);
        }
}

/* The form whose labels the tables use; without tables, or where they do not tell, that of the year. */
const struct nb_form *choose_form(const struct nb_report *report)
{
    size_t *votes = arena_alloc(report->arena, form_count * sizeof *votes), rows = 0, best = 0;
    count_votes(report, votes, &rows);
    for (size_t f = 1; f < form_count; f++)
        if (votes[f] > votes[best])
            best = f;
    const struct nb_form *by_year = report->year ? form_of_year(report->year) : NULL;
    if (!rows || (by_year && by_year->table_count && votes[form_index(by_year)] == votes[best]))
        return by_year;
    if (votes[best])
        return &form_table[best];
    return by_year && by_year->table_count ? by_year : &form_table[form_count - 1];
}
