/* own_tables.c - rule NB310: a table of the office's own, whose last row is the total of those above it. */
#include "facts_sum.h"

#include "grid.h"
#include "i18n.h"
#include "words.h"

#include <string.h>

enum {
    MOST_ROWS = 64,
    MOST_COLUMNS = 16
}; /* of a table that is checked: a larger one is a list of something else */

/* The rows of a small table of words and numbers, in order; `count` 0: it is none that is checked. */
struct own_table {
    const struct grid_row *rows[MOST_ROWS];
    size_t count;
};

static void take_rows(struct own_table *table, const struct grid_row *row)
{
    for (; row && table->count < MOST_ROWS; row = row->next)
        table->rows[table->count++] = row;
}

static struct own_table own_table(const struct nb_grid *grid)
{
    struct own_table table = {.count = 0};
    for (const struct grid_part *part = grid->parts; part; part = part->next) {
        take_rows(&table, part->head);
        take_rows(&table, part->body);
    }
    for (size_t i = 0; i < table.count; i++)
        if (table.rows[i]->count != table.rows[0]->count || table.rows[i]->count < 2 ||
            table.rows[i]->count > MOST_COLUMNS)
            table.count = 0;
    return table;
}

static struct nb_cell cell_at(struct lint *lint, const struct own_table *table, size_t row, size_t column)
{
    struct nb_cell cell;
    read_other_cell(lint->arena, lint->report, &table->rows[row]->cells[column], &cell);
    return cell;
}

/* Numbers from row `first` to the last but one, all of one column: what is above them is its head. Returns
 * their sum; `first` is that of the total where they are no plain list. */
static double sum_above(struct lint *lint, const struct own_table *table, size_t column, size_t *first)
{
    double sum = 0;
    size_t row = table->count - 1;
    for (*first = row; row > 0; row--) {
        struct nb_cell cell = cell_at(lint, table, row - 1, column);
        if (!cell.value)
            break;
        sum += number_value(cell.number);
        *first = row - 1;
    }
    bool plain = row > 0; /* a head */
    for (; row > 0; row--)
        plain &= !string_says(cell_at(lint, table, row - 1, column).raw, words_no_sums);
    *first = plain ? *first : table->count - 1;
    return sum;
}

static bool is_plain_list(struct lint *lint, const struct own_table *table)
{
    if (table->count < 4 || !string_says(cell_at(lint, table, table->count - 1, 0).raw, words_totals))
        return false;
    for (size_t row = 0; row + 1 < table->count; row++)
        if (string_says(cell_at(lint, table, row, 0).raw, words_parts))
            return false;
    return true;
}

void check_table_total(struct lint *lint)
{
    for (const struct nb_grid *grid = lint->report->grids; grid; grid = grid->next) {
        struct own_table table =
            grid->form || !grid->parts ? (struct own_table){.count = 0} : own_table(grid);
        if (!is_plain_list(lint, &table))
            continue;
        for (size_t column = 1; column < table.rows[0]->count; column++) {
            size_t first, last = table.count - 1;
            double sum = sum_above(lint, &table, column, &first), wrong;
            struct nb_cell total = cell_at(lint, &table, last, column);
            wrong = total.value ? sum - number_value(total.number) : 0;
            if (first + 2 > last || (wrong < 1e-6 && wrong > -1e-6))
                continue;
            const char *expected = arena_printf(lint->arena, "%.10g", sum);
            finding_says(finding_add(lint, total.span, _("the rows above add up to %s, the total says %s"),
                                     expected, total.value),
                         total.value, expected);
        }
    }
}
