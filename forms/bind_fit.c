/* bind_fit.c - which cell of the form each cell of a printed row is: by its place under the labels, or in the
 * order of cells. */
#include "table_head.h"

#include "arena.h"
#include "text.h"

#include <string.h>

/* ---- the cells that a printed row may have ---- */

/* The column of the row that a label names, the first if it names several; -1: none. */
static int column_in(const struct nb_form_table *table, const struct nb_form_row *row, uint64_t named)
{
    return first_of((named & columns_of_row(table, row)) >> first_column(table, row));
}

/* The row that a column belongs to: in an across table that of its label, unless the printed row has one of
 * its own; else the printed row's; -1: not known. */
static int row_of_column(const struct printed *printed, const struct head_column *column)
{
    bool own = printed->index >= 0 && printed->label;
    uint64_t rows = column->row && !own ? rows_named(column->row->label, printed->table) : 0;
    return rows ? first_of(rows) : printed->index;
}

void note_column(struct binding *binding, const struct nb_table *table, struct head_column *column)
{
    const struct nb_span words =
        column->label->kind == CELL_BLANK ? (struct nb_span){0} : column->label->span;
    if (!column->noted)
        bind_event(binding, EVENT_COLUMN_UNKNOWN, table, NULL, -1, column->label->span)->found =
            printed_words(binding->report, words);
    column->noted = true;
}

static void slots_by_head(struct binding *binding, struct nb_table *table, const struct printed *printed,
                          struct fit *fit)
{
    struct nb_row *row = NULL; /* of the column before: nearly always the same */
    for (size_t i = 0, before = 0; i < printed->head->count; i++) {
        struct head_column *column = &printed->head->columns[i];
        int index = row_of_column(printed, column);
        int c = index < 0 ? -1 : column_in(printed->table, &printed->table->rows[index], column->named);
        if (c < 0 || !row || before != (size_t)index)
            row = c < 0 ? NULL : find_row(binding, table, printed->table, index);
        before = (size_t)index;
        fit->slots[fit->count++] = (struct slot){row, c, column->label, column->doubted, column->assumed};
        fit->named += row != NULL;
    }
    for (size_t i = 0; fit->named && i < fit->count; i++)
        if (!fit->slots[i].row && fit->slots[i].label->kind == CELL_WORDS)
            note_column(binding, fit->slots[i].doubted ? table : NULL, &printed->head->columns[i]);
}

/* No label of a column is printed: those of the form, in its order. */
static void slots_by_form(struct binding *binding, struct nb_table *table, const struct printed *printed,
                          struct fit *fit)
{
    int first = printed->index < 0 ? 0 : printed->index;
    int end = printed->index < 0 ? (int)printed->table->row_count : printed->index + 1;
    struct slot *slot = fit->slots; /* in place of those of a head that names none */
    fit->assumed = true;
    for (int r = first; r < end; r++) {
        struct nb_row *row = find_row(binding, table, printed->table, r);
        int columns = (int)printed->table->rows[r].column_count;
        for (int c = 0; c < columns; c++)
            *slot++ = (struct slot){row, c, NULL, false, true};
    }
    fit->count = fit->named = (size_t)(slot - fit->slots);
}

static size_t most_slots(const struct printed *printed)
{
    size_t count = 0, labels = printed->head ? printed->head->count : 0;
    size_t first = printed->index < 0 ? 0 : (size_t)printed->index;
    for (size_t r = first; r < (printed->index < 0 ? printed->table->row_count : first + 1); r++)
        count += printed->table->rows[r].column_count;
    return count > labels ? count : labels;
}

void doubt_slots(struct fit *fit, size_t first)
{
    for (size_t i = first; i < fit->count; i++)
        fit->slots[i].doubted = true;
}

struct fit open_fit(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    struct nb_arena *arena = binding->scratch;
    arena_clear(arena);
    struct fit fit = {.slots = arena_room(arena, most_slots(printed) * sizeof *fit.slots)};
    if (printed->head)
        slots_by_head(binding, table, printed, &fit);
    if (!fit.named)
        slots_by_form(binding, table, printed, &fit);
    if (printed->shifted)
        doubt_slots(&fit, 0);
    fit.cells = arena_alloc(arena, (fit.count + 1) * sizeof *fit.cells);
    return fit;
}

/* ---- cells under their labels, or in the order of their labels ---- */

/* Whether a cell holds a mark that stands left of all columns: the label of the row spans it, or it stands
 * for the label above; or words, which are a label that the form does not have (案件数). Where spans differ
 * from row to row, the first of as many cells as columns may stand there.
 */
static bool is_mark(const struct printed *printed, size_t at)
{
    const struct table_head *head = printed->head;
    return cell_is(&printed->row->cells[at], 1U << CELL_NA | 1U << CELL_WORDS) && head && head->width &&
           head->count && at < head->columns[0].position &&
           row_count(printed->row, at, ~(1U << CELL_SPAN)) > head->count;
}

size_t behind_label(const struct printed *printed)
{
    size_t at = printed->label && printed->row->kind != ROW_BROKEN ? printed->label->column + 1 : 0;
    while (at < printed->row->count && (printed->row->cells[at].kind == CELL_LABEL || is_mark(printed, at)))
        at++;
    return at;
}

/* Each cell under its label. False: the row is not as wide as its labels, or its own label reaches under one
 * of them, as in a part of the table that is cut otherwise than the part with the head; or it prints a value
 * under none, or more values under labels that nobody knows than under others; in an across table any, where
 * all cells of its rows have labels. */
static bool fit_positions(const struct printed *printed, struct fit *fit)
{
    const struct table_head *head = printed->head;
    const struct grid_row *row = printed->row;
    size_t taken = 0, nameless = 0, first = behind_label(printed);
    if (fit->assumed || !head->width ||
        (printed->grid->spans ? row->count != head->width : !row_fits(row, head->width)))
        return false;
    for (size_t i = 0; i < head->count; i++) {
        if (fit->slots[i].row && head->columns[i].position < first)
            return false;
        fit->cells[i] = &row->cells[head->columns[i].position];
        bool value = is_printed_value(fit->cells[i]) && fit->cells[i]->column >= first;
        taken += value;
        nameless += value && !fit->slots[i].row && head->columns[i].label->kind != CELL_WORDS;
    }
    if (printed->table->across && nameless &&
        fit->named == printed->table->row_count * printed->table->rows->column_count)
        return false;
    return row_count(row, first, PRINTED_CELLS) == taken && nameless * 2 <= taken;
}

size_t cells_in_order(const struct printed *printed, bool values, const struct grid_cell **cells)
{
    size_t count = 0;
    for (size_t i = behind_label(printed); i < printed->row->count; i++) {
        const struct grid_cell *cell = &printed->row->cells[i];
        if (cell->kind != CELL_SPAN && (!values || is_printed_value(cell)))
            cells[count++] = cell;
    }
    return count;
}

bool has_one_more(const struct printed *printed, const struct fit *fit, const struct grid_cell **cells)
{
    const struct table_head *head = printed->head;
    size_t count;
    if (!head || !head->next_widest || printed->row->count <= head->next_widest ||
        (count = cells_in_order(printed, false, cells)) <= head->next_cells || count <= fit->count)
        return false;
    for (size_t i = 0; head->next_cells > fit->count && i < fit->count; i++)
        if (!is_printed_value(cells[i]))
            return true;
    return head->next_cells <= fit->count;
}

/* The columns that stand over what is before the row's label, as that of its number does: they are none of
 * the row's cells. */
static size_t columns_before(const struct printed *printed, const struct fit *fit)
{
    size_t first = behind_label(printed), before = 0;
    while (before < fit->count && !fit->slots[before].row && printed->head->columns[before].position < first)
        before++;
    return before;
}

/* Where spans are known, and the row has as many cells as columns, each is that of its place in the order:
 * spans may begin elsewhere than those of the labels do, and a page may cut off a part that is drawn wider.
 */
static bool fit_spans(const struct printed *printed, struct fit *fit, const struct grid_cell **cells)
{
    const struct table_head *head = printed->head;
    if (!printed->grid->spans || fit->assumed || !head->width)
        return false;
    size_t before = columns_before(printed, fit);
    if (cells_in_order(printed, false, cells) != fit->count - before)
        return false;
    memcpy(fit->cells + before, cells, (fit->count - before) * sizeof *cells);
    return true;
}

/* Whether a cell is an empty one that a row may have too many: at its front, which the label may span, or at
 * its end, where room is left over; not where another row of the part prints a value. In an across table no
 * label stands before the values, and below that of a column the cell may be another row's. */
static bool is_spare(const struct grid_cell *cell, const struct table_head *head, bool front)
{
    bool across = head && head->table->across;
    if (cell->kind != CELL_BLANK || !head)
        return cell->kind == CELL_BLANK;
    return front ? !across && cell->column < head->first_value
                 : cell->column > head->last_value &&
                       !(across && head->width && head_column_at(head, cell->column));
}

/* Words beside as many numbers as there are columns are a note, or what is left of a label. */
static size_t drop_words(const struct grid_cell **cells, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (cells[i]->kind != CELL_WORDS)
            cells[kept++] = cells[i];
    return kept;
}

/* Whether the row has lost cells: others have more, and more behind their labels. */
static bool has_lost(const struct printed *printed)
{
    const struct table_head *head = printed->head;
    return head && printed->row->count < head->widest &&
           printed->row->count - behind_label(printed) < head->most;
}

/* Whether some row has a value for each column of the form, and labels are fewer: one was not printed, and of
 * a row with as many cells as labels any may be that column's. */
static bool lacks_label(const struct printed *printed)
{
    const struct table_head *head = printed->head;
    return head && !head->width && !printed->table->across && head->count && head->count < head->values &&
           head->values == printed->table->rows->column_count;
}

/* Whether the label may span the first cell of a row: it is empty, and left of all labels of columns or,
 * where the row has lost cells, of all values of the others. */
static bool may_be_spanned(const struct grid_cell *cell, const struct table_head *head, bool lost)
{
    return cell->kind == CELL_BLANK && head &&
           ((head->count && cell->column < head->columns[0].position) ||
            (lost && is_spare(cell, head, true)));
}

/* How many cells a row prints from its first value to its last, with the empty ones before them that no label
 * may span. */
static size_t count_inner(const struct printed *printed, const struct grid_cell *const *cells, size_t count)
{
    size_t first = 0;
    while (count && !is_printed_value(cells[count - 1]))
        count--;
    while (printed->label && printed->grid->known != TEXT_ORDER && first < count &&
           may_be_spanned(cells[first], printed->head, true))
        first++;
    return count - first;
}

/* Each value is a column's, in order, and so is an empty cell, unless it is spare: the row may have it or
 * not. False: which of them it has is not certain. Where there are values for all columns none is empty
 * between them; where the row is narrower than its labels, or has lost cells, it may have lost more of them.
 */
static bool fit_order(const struct printed *printed, struct fit *fit, const struct grid_cell **cells)
{
    const struct table_head *head = printed->head;
    bool order = printed->grid->known == TEXT_ORDER, lost = order || has_lost(printed),
         narrow = head && head->width >= printed->row->count && !printed->grid->spans;
    if (lacks_label(printed))
        return false;
    size_t wanted = fit->count, all = cells_in_order(printed, false, cells), front = 0, end = 0,
           inner = count_inner(printed, cells, all), values = cells_in_order(printed, true, cells);
    if (values == wanted || drop_words(cells, values) == wanted) {
        bool room = inner > values && all != wanted && !fit->assumed;
        fit->miscounted = room && order;
        if (room)
            return false;
    } else {
        cells_in_order(printed, false, cells);
        while (front < all && is_spare(cells[front], head, true))
            front++;
        while (end < all - front && is_spare(cells[all - end - 1], head, false))
            end++;
        if (narrow || all < wanted || all - front - end > wanted ||
            (all > wanted ? lost || (front && end)
                          : !order && !printed->grid->spans && may_be_spanned(cells[0], head, lost)))
            return false;
        cells += front < all - wanted ? front : all - wanted;
    }
    memcpy(fit->cells, cells, wanted * sizeof *cells);
    return true;
}

bool fit_cells(const struct printed *printed, struct fit *fit, const struct grid_cell **cells)
{
    return fit_spans(printed, fit, cells) || fit_positions(printed, fit) || fit_order(printed, fit, cells);
}
