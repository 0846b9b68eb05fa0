/* sheet_stack.c - tables that stand right below one another share a frame: they are told by their cells, which lie across those
 * of the table above. */
#include "sheet_parts.h"

#include <math.h>

/* The column behind the cell that begins in a column. */
static size_t end_of(const struct sheet_table *table, size_t row, size_t column)
{
    do
        column++;
    while (column < table->columns && sheet_cell_at(table, row, column)->cover == SPAN_LEFT);
    return column;
}

/* Cells of one table lie over, under or beside each other. Two that share a part of their width, and have each another part for
 * itself, all of them as wide as a character or more, are of two tables. */
bool sheet_rows_cross(const struct sheet_table *table, size_t row, const struct sheet_table *other, size_t other_row, float em)
{
    for (size_t a = 0, end; a < table->columns; a = end) {
        end = end_of(table, row, a);
        float low = table->edges[a], high = table->edges[end];
        for (size_t b = 0, next; b < other->columns; b = next) {
            next = end_of(other, other_row, b);
            float from = other->edges[b], to = other->edges[next];
            float shared = fminf(high, to) - fmaxf(low, from), before = fabsf(low - from), behind = fabsf(high - to);
            if (shared > em && before > em && behind > em && (low < from) == (high < to))
                return true;
        }
    }
    return false;
}

/* Whether no cell reaches over the line above a row. */
static bool is_parted(const struct sheet_table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++)
        if (sheet_cell_at(table, row, c)->cover == SPAN_ABOVE)
            return false;
    return true;
}

/* The row with which the next table begins, behind that in which one begins: with the first that is parted from the last row of
 * several cells. */
static size_t next_table(const struct sheet_table *table, size_t first, float em)
{
    size_t last = table->rows, start = table->rows;
    for (size_t r = first; r < table->rows; r++) {
        if (r > first && start == table->rows && is_parted(table, r))
            start = r;
        if (end_of(table, r, 0) == table->columns)
            continue;
        if (last < r && start <= r && sheet_rows_cross(table, last, table, r, em))
            return start;
        last = r;
        start = table->rows;
    }
    return table->rows;
}

/* Whether a cell, of all columns up to `next`, begins in a column. */
static bool is_cell(const struct sheet_table *table, size_t row, size_t column, size_t next)
{
    return sheet_cell_at(table, row, column)->cover != SPAN_LEFT && end_of(table, row, column) == next;
}

/* Whether nothing stands in a column of rows on whose outer side no line is drawn: room beside a table that is narrower than the
 * next. */
static bool is_room(const struct sheet_table *table, size_t first, size_t end, const size_t *column, const bool *drawn)
{
    bool room = true;
    for (size_t r = first; r < end && room; r++)
        room = !drawn[r] && !*sheet_cell_at(table, r, *column)->text && is_cell(table, r, *column, column[1]);
    return room;
}

/* Rows [first, end) with the columns that they have. */
static struct sheet_table *copy_rows(struct nb_arena *scratch, const struct sheet_table *table, size_t first, size_t end,
                                     const struct sheet_sides *sides)
{
    struct sheet_table *part = arena_alloc(scratch, sizeof *part);
    size_t *columns = arena_alloc(scratch, (table->columns + 1) * sizeof *columns), count = 0;
    for (size_t c = 0; c < table->columns; c++) {
        bool begins = false;
        for (size_t r = first; r < end && !begins; r++)
            begins = sheet_cell_at(table, r, c)->cover != SPAN_LEFT;
        if (begins)
            columns[count++] = c;
    }
    columns[count] = table->columns;
    if (count > 1 && is_room(table, first, end, &columns[count - 1], sides->right))
        count--;
    if (count > 1 && is_room(table, first, end, columns, sides->left))
        columns++, count--;
    *part = *table;
    part->rows = end - first;
    part->columns = count;
    part->edges = arena_alloc(scratch, (count + 1) * sizeof *part->edges);
    part->cells = arena_alloc(scratch, part->rows * count * sizeof *part->cells);
    for (size_t c = 0; c <= count; c++)
        part->edges[c] = table->edges[columns[c]];
    for (size_t r = first; r < end; r++)
        for (size_t c = 0; c < count; c++)
            *sheet_cell_at(part, r - first, c) = *sheet_cell_at(table, r, columns[c]);
    return part;
}

struct sheet_table *sheet_unstack(struct nb_arena *scratch, struct sheet_table *table, const struct sheet_sides *sides, float em)
{
    struct sheet_table *first_table = NULL, **last = &first_table;
    for (size_t first = 0, end; first < table->rows; first = end) {
        end = next_table(table, first, em);
        *last = copy_rows(scratch, table, first, end, sides);
        (*last)->top = sides->ys[first];
        (*last)->bottom = sides->ys[end];
        last = &(*last)->next;
    }
    return first_table;
}
