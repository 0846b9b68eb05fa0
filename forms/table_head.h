/* table_head.h - what the two ways of reading the labels of columns share. */
#ifndef NB_TABLE_HEAD_H
#define NB_TABLE_HEAD_H

#include "bind.h"

/* Whether a cell is the label of a column, or of a row of an across table. */
static inline bool names_column(const struct nb_form_table *table, const struct grid_cell *cell)
{
    return columns_named(cell->label, table);
}
static inline bool names_row(const struct nb_form_table *table, const struct grid_cell *cell)
{
    return table->across && rows_named(cell->label, table);
}

/* The columns of a head whose `cells` labels are known in their order only; head->columns has room for all of
 * them. */
void read_order(struct binding *binding, size_t cells, struct table_head *head);

/* The column whose labels stand over a position; NULL: none. */
static inline const struct head_column *head_column_at(const struct table_head *head, unsigned position)
{
    for (size_t c = 0; c < head->count; c++)
        if (head->columns[c].position == position)
            return &head->columns[c];
    return NULL;
}

/* How many of the first columns stand over the labels of rows, where positions count: words there (项目) name
 * no column. */
static inline size_t columns_over_labels(const struct table_head *head)
{
    size_t over = 0;
    while (head->width && over < head->count && head->columns[over].position + head->most < head->widest)
        over++;
    return over;
}

/* Whether the labels of columns that are known are some of those of the form's row, in its order. `gap`: the
 * last of its columns that has none. */
bool in_form_order(const struct table_head *head, size_t *gap);

/* Whether words say a sum, 小计, and not another year's: it stands before the columns that it sums, not
 * behind the total. */
bool says_sum(const struct nb_report *report, struct nb_span words);

/* The label of the forms that reads so; -1: none does. */
int label_of(const char *words);

/* The rows whose sums fail if their cells stand under the columns of the head. */
size_t count_broken(const struct binding *binding, const struct table_head *head);

/* The rows whose sums hold if the only words over a column of the head are the label of the form's only
 * column that it lacks; 0 where there is no such pair. */
size_t count_held(const struct binding *binding, const struct table_head *head);

/* The year that a cell is, and nothing else: 2019年, 2019年度, 2019; 0: it is none. */
int year_alone(const struct nb_text *text, const struct grid_cell *cell);

/* Whether more rows fail than hold either way, by more than a slip or two: the columns are others. */
bool sums_contradict(const struct binding *binding, const struct table_head *head);

/* Whether the columns of a part are years, or its rows are, and no labels of the form stand beside them: what
 * it prints is of no cell of the form, though its rows or columns have the names of such. */
bool part_is_of_years(const struct nb_text *text, const struct grid_part *part);

#endif
