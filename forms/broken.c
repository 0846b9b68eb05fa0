/* broken.c - labels of rows that are broken over several rows of a printed table, as converters write that take each line of text
 * for a row: put together, beside the values. */
#include "bind.h"

#include "text.h"

enum { MOST_PIECES = 8 };

/* The rows around one that prints values: those that print pieces of labels and nothing else. */
struct around {
    struct grid_row *rows[2 * MOST_PIECES + 1];
    size_t own, end;
};

static bool is_piece(const struct grid_row *row)
{
    bool words = false;
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i].kind != CELL_WORDS && row->cells[i].kind != CELL_BLANK && row->cells[i].kind != CELL_SPAN)
            return false;
        words |= row->cells[i].kind == CELL_WORDS;
    }
    return words;
}

static bool has_values(const struct grid_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].kind == CELL_NUMBER || row->cells[i].kind == CELL_NA)
            return true;
    return false;
}

/* The label that the words in one column of some rows are together; -1: none. */
static int label_of(const struct nb_text *text, const struct around *around, size_t first, size_t end, size_t column,
                    const char *id)
{
    struct nb_span pieces[2 * MOST_PIECES + 1];
    size_t count = 0;
    for (size_t r = first; r < end; r++)
        if (column < around->rows[r]->count && around->rows[r]->cells[column].kind == CELL_WORDS)
            pieces[count++] = around->rows[r]->cells[column].span;
    return count > 1 ? joined_label(text, pieces, count, id, false) : -1;
}

/* The label stands in the row of values; its pieces are taken out of the others. */
static void put_label(const struct around *around, size_t first, size_t end, size_t column, int label)
{
    struct grid_cell *cell = &around->rows[around->own]->cells[column];
    for (size_t r = first; r < end; r++) {
        struct grid_cell *piece = column < around->rows[r]->count ? &around->rows[r]->cells[column] : NULL;
        if (!piece || piece == cell || piece->kind != CELL_WORDS)
            continue;
        cell->span = cell->kind == CELL_WORDS ? cell->span : piece->span;
        piece->kind = CELL_BLANK;
    }
    cell->kind = CELL_LABEL;
    cell->label = label;
}

static bool join_around(const struct nb_text *text, const struct around *around, size_t column, const char *id)
{
    for (size_t first = around->own + 1; first-- > 0;)
        for (size_t end = around->own + 1; end <= around->end; end++) {
            int label = label_of(text, around, first, end, column, id);
            if (label < 0)
                continue;
            put_label(around, first, end, column, label);
            return true;
        }
    return false;
}

/* The rows of pieces above and below a row: `above` are those since the row of values before it. */
static struct around rows_around(struct grid_row *const *above, size_t count, struct grid_row *own)
{
    struct around around = {.own = count};
    for (size_t i = 0; i < count; i++)
        around.rows[i] = above[i];
    around.rows[count] = own;
    around.end = count + 1;
    for (struct grid_row *row = own->next; row && is_piece(row) && around.end < 2 * MOST_PIECES + 1; row = row->next)
        around.rows[around.end++] = row;
    return around;
}

/* The columns before the first value are those of labels. */
static void join_row(const struct nb_text *text, struct grid_row *const *above, size_t count, struct grid_row *own,
                     const char *id)
{
    const struct around around = rows_around(above, count, own);
    for (size_t column = 0; column < own->count; column++) {
        enum grid_cell_kind kind = own->cells[column].kind;
        if ((kind != CELL_WORDS && kind != CELL_BLANK && kind != CELL_SPAN) || join_around(text, &around, column, id))
            return;
    }
}

void join_broken_labels(const struct nb_text *text, const struct grid_part *part, const char *id)
{
    struct grid_row *above[MOST_PIECES];
    size_t count = 0;
    for (struct grid_row *row = part->body; row; row = row->next) {
        if (is_piece(row) && count < MOST_PIECES) {
            above[count++] = row;
            continue;
        }
        if (has_values(row))
            join_row(text, above, count, row, id);
        count = 0;
    }
}
