/* transpose.c - a table as printed whose rows are the form's columns, turned about its diagonal. */
#include "bind.h"

#include "arena.h"

/* The rows of a part, head and body, as one list that can be indexed. */
struct rows {
    const struct grid_row **all;
    size_t count, width, labels; /* `labels`: rows at the beginning that print no number */
};

static bool prints_number(const struct grid_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].kind == CELL_NUMBER)
            return true;
    return false;
}

/* False: the rows are not all of one width. */
static bool collect_rows(struct nb_arena *arena, const struct grid_part *part, struct rows *rows)
{
    size_t room = 0;
    for (int body = 0; body < 2; body++)
        for (const struct grid_row *row = body ? part->body : part->head; row; row = row->next)
            room++;
    rows->all = arena_alloc(arena, (room + 1) * sizeof *rows->all);
    for (int body = 0; body < 2; body++)
        for (const struct grid_row *row = body ? part->body : part->head; row; row = row->next) {
            rows->all[rows->count++] = row;
            if (row->count != rows->all[0]->count || row->room)
                return false;
        }
    rows->width = rows->count ? rows->all[0]->count : 0;
    while (rows->labels < rows->count && !prints_number(rows->all[rows->labels]))
        rows->labels++;
    return rows->width > 1 && rows->labels && rows->labels < rows->count;
}

/* Whether most rows of values begin with the label of a column, and not with that of a row, and labels of rows stand over them.
 */
static bool is_turned(const struct rows *rows, size_t form, const struct nb_form_table *table)
{
    size_t columns = 0, above = 0, values = rows->count - rows->labels;
    for (size_t r = rows->labels; r < rows->count; r++) {
        int label = rows->all[r]->cells[0].label;
        columns += label >= 0 && find_use(label, form, true, table) && !find_use(label, form, false, table);
    }
    for (size_t r = 0; r < rows->labels; r++)
        for (size_t i = 1; i < rows->width; i++) {
            int label = rows->all[r]->cells[i].label;
            above += label >= 0 && find_use(label, form, false, table);
        }
    return columns * 2 > values && above * 2 > rows->width - 1;
}

static struct grid_row *turned_row(struct nb_arena *arena, const struct rows *rows, size_t column)
{
    struct grid_row *row = arena_alloc(arena, sizeof *row);
    row->kind = column ? ROW_DATA : ROW_HEAD;
    row->count = (unsigned)rows->count;
    row->cells = arena_alloc(arena, rows->count * sizeof *row->cells);
    for (size_t r = 0; r < rows->count; r++) {
        row->cells[r] = rows->all[r]->cells[column];
        row->cells[r].column = (unsigned)r;
    }
    return row;
}

const struct grid_part *transpose(struct binding *binding, const struct nb_grid *grid, const struct grid_part *part,
                                  const struct nb_form_table *table)
{
    struct nb_arena *arena = binding->report->arena;
    struct rows rows = {.count = 0};
    if (grid->known == TEXT_ORDER || !collect_rows(arena, part, &rows) ||
        !is_turned(&rows, form_index(binding->report->form), table))
        return part;
    struct grid_part *turned = arena_alloc(arena, sizeof *turned);
    turned->head = turned_row(arena, &rows, 0);
    struct grid_row **end = &turned->body;
    for (size_t column = 1; column < rows.width; column++) {
        *end = turned_row(arena, &rows, column);
        end = &(*end)->next;
    }
    return turned;
}
