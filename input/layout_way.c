/* layout_way.c - the best way to put the values of a row into columns: in their order, where they miss the columns least. */
#include "layout_place.h"

#include <stdlib.h>

enum {
    JITTER = 2 * UNIT, /* by which an edge may be off */
    DOUBLE = 4 * UNIT  /* what it costs to put two values into one column */
};

/* A label is centred above its column: a value set right ends no further left than it, one set left begins no further right. */
long miss_label(const struct column *column, long at, int mode)
{
    if (mode == CENTRE)
        return labs(at - column->centre);
    long over = mode == RIGHT ? at - column->end : column->start - at;
    return over < -JITTER ? -3 * over : labs(over);
}

long miss(const struct frame *frame, int column, long at, int mode)
{
    const struct column *here = &frame->column[column];
    if (here->count[mode])
        return labs(at - here->anchor[mode]);
    return frame->headed ? miss_label(here, at, mode) : NEVER;
}

long cost_of(const struct table *table, size_t value, int column)
{
    if (value == table->pinned && column != table->pin)
        return NEVER;
    return miss(table->frame, column, anchor_of(table->row->cells[value], table->mode) - table->shift, table->mode);
}

/* Two values in one column: side by side, or one below the other where a value is broken. */
static long cost_of_two(const struct table *table, size_t value, int column)
{
    if (column != table->pin && (value == table->pinned || value + 1 == table->pinned))
        return NEVER;
    const struct token *left = table->row->cells[value], *right = table->row->cells[value + 1];
    struct token both = {.start = left->start, .end = left->end > right->end ? left->end : right->end};
    return right->start - left->end > CLOSE
               ? NEVER
               : miss(table->frame, column, anchor_of(&both, table->mode) - table->shift, table->mode) + DOUBLE;
}

/* From the end: the least cost to place values from `value` on in columns from `column` on. */
long fill_in(struct table *table)
{
    size_t count = table->row->count;
    for (size_t value = 0; value <= count; value++)
        table->cost[table->columns][value] = value == count ? 0 : NEVER;
    for (int column = table->columns; column-- > 0;)
        for (size_t value = count + 1; value-- > 0;) {
            const long *next = table->cost[column + 1];
            long best = next[value];
            if (value < count)
                best = least(best, next[value + 1] + cost_of(table, value, column));
            if (value + 1 < count)
                best = least(best, next[value + 2] + cost_of_two(table, value, column));
            table->cost[column][value] = least(best, NEVER);
        }
    return table->cost[0][0];
}

void read_off(const struct table *table, int *columns)
{
    size_t value = 0, count = table->row->count;
    for (int column = 0; column < table->columns && value < count; column++) {
        const long *next = table->cost[column + 1];
        if (table->cost[column][value] == next[value])
            continue;
        columns[value] = column;
        if (table->cost[column][value] != next[value + 1] + cost_of(table, value, column))
            columns[++value] = column;
        value++;
    }
}

bool is_alone(const struct row *row, const int *columns, size_t value)
{
    return (!value || columns[value - 1] != columns[value]) && (value + 1 == row->count || columns[value + 1] != columns[value]);
}
