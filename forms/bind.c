/* bind.c - give the printed tables their meaning: which form, which row, which column.
 *
 * A value belongs to the column whose printed label stands over it and to the row whose label stands before it. Where a row has
 * lost cells, or has too many, its values are left to the form's relations (place.c). What is known of each cell is gathered as
 * evidence; verdict.c makes value and status of it. */
#include "bind.h"

#include "arena.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* ---- rows of the form ---- */

struct nb_table *find_table(const struct binding *binding, const struct nb_form_table *form)
{
    for (struct nb_table *table = binding->report->tables; table; table = table->next)
        if (strcmp(table->form->id, form->id) == 0)
            return table;
    return NULL;
}

static struct nb_row *new_row(struct binding *binding, const struct nb_table *table, const struct nb_form *origin,
                              const struct nb_form_row *form)
{
    struct nb_arena *arena = binding->report->arena;
    struct bound_row *bound = arena_alloc(arena, sizeof *bound);
    bound->evidence = arena_alloc(arena, form->column_count * sizeof *bound->evidence);
    bound->terms = arena_alloc(arena, form->column_count * sizeof *bound->terms);
    bound->row.form = form;
    bound->row.origin = origin;
    bound->row.cells = arena_alloc(arena, form->column_count * sizeof *bound->row.cells);
    for (size_t c = 0; c < form->column_count; c++)
        verdict(binding, table, &bound->row, (int)c);
    return &bound->row;
}

/* Whether the row is one of another form: it has the same name, and columns of the same meaning. */
static bool is_same_row(const struct nb_form_row *row, const struct nb_form_row *other)
{
    return row == other || (!strcmp(row->id, other->id) && !strcmp(row->columns[0].label, other->columns[0].label));
}

/* Whether the row has the name of one that stands before another in the form. */
static bool stands_before(const struct nb_row *row, const struct nb_form_table *of, int index)
{
    for (int before = 0; before < index; before++)
        if (strcmp(row->form->id, of->rows[before].id) == 0)
            return true;
    return false;
}

struct nb_row *find_row(struct binding *binding, struct nb_table *table, const struct nb_form_table *of, int index)
{
    const struct nb_form_row *wanted = &of->rows[index];
    struct nb_row **place = &table->rows;
    if (of->form == binding->report->form) /* as nearly always */
        return ((const struct bound_table *)table)->own[index];
    for (struct nb_row **at = &table->rows; *at; at = &(*at)->next) {
        if (is_same_row((*at)->form, wanted))
            return *at;
        if (stands_before(*at, of, index))
            place = &(*at)->next;
    }
    struct nb_row *row = new_row(binding, table, of->form, wanted);
    row->next = *place;
    return *place = row;
}

struct nb_event *bind_event(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
                            const struct nb_row *row, int column, struct nb_span span)
{
    struct nb_event *event = arena_alloc(binding->report->arena, sizeof *event);
    event->kind = kind;
    event->table = table;
    event->row = row;
    event->column = column;
    event->span = span;
    *binding->event_end = event;
    binding->event_end = &event->next;
    return event;
}

bool row_is_empty(const struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].status != NB_BLANK && row->cells[c].status != NB_MISSING)
            return false;
    return true;
}

/* ---- the cells that a printed row may have ---- */

/* A printed row against the form: its places, in the order of print, and what stands in each. `assumed`: columns have no labels.
 * `miscounted`: the row prints a number more or fewer than it has cells. */
struct fit {
    struct slot *slots;
    const struct grid_cell **cells; /* for each slot; NULL: nothing was seen there */
    size_t count;
    bool assumed, miscounted;
};

/* The column of the row that a label names, the first if it names several; -1: none. */
static int column_named(const struct nb_form_table *table, const struct nb_form_row *row, int label)
{
    int first = form_column_index(table, row, 0), end = first + (int)row->column_count, found = end;
    for (const struct form_use *use = next_use(label, table, NULL); use; use = next_use(label, table, use))
        if (use->column >= first && use->column < found)
            found = use->column;
    return found < end ? found - first : -1;
}

/* The same for a column of the head: looked for once for all rows of the form that have the same columns. */
static int column_under(const struct printed *printed, const struct nb_form_row *row, struct head_column *column)
{
    if (column->known != row->columns) {
        column->known = row->columns;
        column->index = column_named(printed->table, row, column->label->label);
    }
    return column->index;
}

/* The row that a column belongs to: in an across table that of its label, unless the printed row has one of its own; else the
 * printed row's; -1: not known. */
static int row_of_column(const struct printed *printed, const struct head_column *column)
{
    bool own = printed->index >= 0 && printed->label;
    const struct form_use *use = column->row && !own ? find_use(column->row->label, printed->table, false) : NULL;
    return use ? use->row : printed->index;
}

/* A column that the form does not have, once for all rows below its label; with its table where numbers beside it are uncertain.
 */
static void note_column(struct binding *binding, const struct nb_table *table, struct head_column *column)
{
    const struct nb_report *report = binding->report;
    const struct grid_cell *label = column->label;
    if (!column->noted)
        bind_event(binding, EVENT_COLUMN_UNKNOWN, table, NULL, -1, label->span)->found =
            arena_strndup(report->arena, report->text->bytes + label->span.start,
                          label->kind == CELL_BLANK ? 0 : label->span.end - label->span.start);
    column->noted = true;
}

/* Values under an empty label, beside labels of all columns of the form: a number that was cut in two or, where the row alone
 * has one there, one too many, whichever it is. */
static void note_nameless(struct binding *binding, const struct nb_table *table, struct fit *fit, const struct printed *printed)
{
    struct head_column *nameless = NULL;
    size_t named = 0;
    bool alone = false;
    for (size_t i = 0; i < fit->count; i++) {
        named += fit->slots[i].row != NULL;
        if (fit->slots[i].row || fit->slots[i].label->kind != CELL_BLANK || !fit->cells[i] || !is_printed_value(fit->cells[i]))
            continue;
        nameless = &printed->head->columns[i];
        alone |= nameless->alone;
    }
    if (!nameless || named < printed->table->rows[printed->index].column_count)
        return;
    note_column(binding, table, nameless);
    fit->miscounted = alone;
    for (size_t i = 0; i < fit->count && alone; i++)
        fit->slots[i].doubted = true;
}

static size_t slots_by_head(struct binding *binding, struct nb_table *table, const struct printed *printed, struct fit *fit)
{
    size_t named = 0;
    struct nb_row *row = NULL; /* of the column before: nearly always the same */
    for (size_t i = 0, before = 0; i < printed->head->count; i++) {
        struct head_column *column = &printed->head->columns[i];
        int index = row_of_column(printed, column);
        int c = index < 0 ? -1 : column_under(printed, &printed->table->rows[index], column);
        if (c < 0 || !row || before != (size_t)index)
            row = c < 0 ? NULL : find_row(binding, table, printed->table, index);
        before = (size_t)index;
        fit->slots[fit->count++] = (struct slot){row, c, column->label, column->doubted, column->assumed};
        named += row != NULL;
    }
    for (size_t i = 0; named && i < fit->count; i++)
        if (!fit->slots[i].row && fit->slots[i].label->kind == CELL_WORDS)
            note_column(binding, fit->slots[i].doubted ? table : NULL, &printed->head->columns[i]);
    return named;
}

/* No label of a column is printed: those of the form, in its order. */
static void slots_by_form(struct binding *binding, struct nb_table *table, const struct printed *printed, struct fit *fit)
{
    int first = printed->index < 0 ? 0 : printed->index;
    int end = printed->index < 0 ? (int)printed->table->row_count : printed->index + 1;
    fit->assumed = true;
    fit->count = 0;
    for (int r = first; r < end; r++) {
        struct nb_row *row = find_row(binding, table, printed->table, r);
        for (size_t c = 0; c < printed->table->rows[r].column_count; c++)
            fit->slots[fit->count++] = (struct slot){row, (int)c, NULL, false, true};
    }
}

static size_t most_slots(const struct printed *printed)
{
    size_t count = 0, labels = printed->head ? printed->head->count : 0;
    size_t first = printed->index < 0 ? 0 : (size_t)printed->index;
    for (size_t r = first; r < (printed->index < 0 ? printed->table->row_count : first + 1); r++)
        count += printed->table->rows[r].column_count;
    return count > labels ? count : labels;
}

/* It lives until the next one is opened. */
static struct fit open_fit(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    struct nb_arena *arena = binding->scratch;
    arena_clear(arena);
    struct fit fit = {.slots = arena_room(arena, most_slots(printed) * sizeof *fit.slots)};
    if (!printed->head || !slots_by_head(binding, table, printed, &fit))
        slots_by_form(binding, table, printed, &fit);
    for (size_t i = 0; printed->shifted && i < fit.count; i++)
        fit.slots[i].doubted = true;
    fit.cells = arena_alloc(arena, (fit.count + 1) * sizeof *fit.cells);
    return fit;
}

/* ---- cells under their labels, or in the order of their labels ---- */

/* The first cell behind the row's label. */
static size_t behind_label(const struct printed *printed)
{
    size_t at = printed->label && printed->row->kind != ROW_BROKEN ? printed->label->column + 1 : 0;
    while (at < printed->row->count && printed->row->cells[at].kind == CELL_LABEL)
        at++;
    return at;
}

/* The cell that stands under a label: of several that are printed there, the one that is not spanned and not empty. */
static const struct grid_cell *cell_under(const struct grid_row *row, const struct head_column *column)
{
    const struct grid_cell *found = &row->cells[column->first];
    for (unsigned p = column->first; p <= column->last; p++)
        if (is_printed_value(&row->cells[p]) || (found->kind == CELL_SPAN && row->cells[p].kind == CELL_BLANK))
            found = &row->cells[p];
    return found;
}

/* Each cell under its label. False: the row is not as wide as its labels, or its own label reaches under one of them, as in a
 * part of the table that is cut otherwise than the part with the head; or it prints a value under none, or more values under
 * labels that nobody knows than under others; in an across table any, where all cells of its rows have labels. */
static bool fit_positions(const struct printed *printed, struct fit *fit)
{
    const struct table_head *head = printed->head;
    const struct grid_row *row = printed->row;
    size_t taken = 0, values = 0, nameless = 0, named = 0, first = behind_label(printed);
    if (fit->assumed || !head->width || (printed->grid->spans ? row->count != head->width : !row_fits(row, head->width)))
        return false;
    for (size_t i = 0; i < head->count; i++) {
        if (fit->slots[i].row && head->columns[i].last < first)
            return false;
        fit->cells[i] = cell_under(row, &head->columns[i]);
        bool value = is_printed_value(fit->cells[i]) && fit->cells[i]->column >= first;
        taken += value;
        named += fit->slots[i].row != NULL;
        nameless += value && !fit->slots[i].row && head->columns[i].label->kind != CELL_WORDS;
    }
    for (size_t i = first; i < row->count; i++)
        values += is_printed_value(&row->cells[i]);
    if (printed->table->across && nameless && named == printed->table->row_count * printed->table->rows->column_count)
        return false;
    return values == taken && nameless * 2 <= taken;
}

/* The cells behind the label, without those that are spanned; `values`: without empty ones too. */
static size_t cells_in_order(const struct printed *printed, bool values, const struct grid_cell **cells)
{
    size_t count = 0;
    for (size_t i = behind_label(printed); i < printed->row->count; i++) {
        const struct grid_cell *cell = &printed->row->cells[i];
        if (cell->kind != CELL_SPAN && (!values || is_printed_value(cell)))
            cells[count++] = cell;
    }
    return count;
}

/* Whether the row has more cells than columns, and more than any other of its part, `cells` of them behind its label: one is too
 * many, wherever it stands. */
static bool has_one_more(const struct printed *printed, const struct fit *fit, size_t cells)
{
    const struct table_head *head = printed->head;
    return head && head->next_widest && printed->row->count > head->next_widest && cells > head->next_cells && cells > fit->count;
}

/* The columns that stand over what is before the row's label, as that of its number does: they are none of the row's cells. */
static size_t columns_before(const struct printed *printed, const struct fit *fit)
{
    size_t first = behind_label(printed), before = 0;
    while (before < fit->count && !fit->slots[before].row && printed->head->columns[before].last < first)
        before++;
    return before;
}

/* Where spans are known, and the row is as wide as its labels and has as many cells as columns, each is that of its place in the
 * order: spans may begin elsewhere than those of the labels do. */
static bool fit_spans(const struct printed *printed, struct fit *fit, const struct grid_cell **cells)
{
    const struct table_head *head = printed->head;
    if (!printed->grid->spans || fit->assumed || !head->width || printed->row->count != head->width)
        return false;
    size_t before = columns_before(printed, fit);
    if (cells_in_order(printed, false, cells) != fit->count - before)
        return false;
    memcpy(fit->cells + before, cells, (fit->count - before) * sizeof *cells);
    return true;
}

/* Whether a cell is an empty one that a row may have too many: at its front, which the label may span, or at its end, where room
 * is left over; not where another row of the part prints a value. */
static bool is_spare(const struct grid_cell *cell, const struct table_head *head, bool front)
{
    return cell->kind == CELL_BLANK && (!head || (front ? cell->column < head->first_value : cell->column > head->last_value));
}

/* Drop spare cells until as many are left as there are columns. Where there are some at either end, nobody can say which are the
 * row's own. */
static size_t drop_room(const struct table_head *head, const struct grid_cell **cells, size_t count, size_t wanted)
{
    if (count > wanted && is_spare(cells[0], head, true) && is_spare(cells[count - 1], head, false))
        return count;
    while (count > wanted && is_spare(cells[0], head, true))
        memmove(cells, cells + 1, --count * sizeof *cells);
    while (count > wanted && is_spare(cells[count - 1], head, false))
        count--;
    return count;
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
    return head && printed->row->count < head->widest && printed->row->count - behind_label(printed) < head->most;
}

/* Whether an empty cell behind the row's label stands left of all labels of columns, or in a row that has lost cells left of all
 * values of the other rows, so that the label may span it. */
static bool may_be_spanned(const struct printed *printed)
{
    const struct table_head *head = printed->head;
    size_t at = behind_label(printed), first = SIZE_MAX;
    if (!head || at >= printed->row->count || printed->row->cells[at].kind != CELL_BLANK)
        return false;
    for (size_t c = 0; c < head->count; c++)
        first = head->columns[c].first < first ? head->columns[c].first : first;
    return at < first || (at < head->first_value && has_lost(printed));
}

/* Whether an empty cell stands between values or, where no label could span it, before them. */
static bool has_inner_room(const struct printed *printed, const struct grid_cell **cells, size_t count)
{
    size_t first = 0;
    while (count && !is_printed_value(cells[count - 1]))
        count--;
    while (printed->label && printed->grid->known != TEXT_ORDER && first < count && !is_printed_value(cells[first]))
        first++;
    for (size_t i = first; i < count; i++)
        if (cells[i]->kind == CELL_BLANK)
            return true;
    return false;
}

/* Whether some row has a value for each column of the form, and labels are fewer: one was not printed, and of a row with as many
 * values as labels any may be that column's. */
static bool lacks_label(const struct printed *printed)
{
    const struct table_head *head = printed->head;
    return head && !head->width && !printed->table->across && head->count && head->count < head->values &&
           head->values == printed->table->rows->column_count;
}

/* As many cells as columns, or as many values, in their order. Of a row that is not as wide as its labels only values count; but
 * where the places of cells are kept, an empty one between values is one of its columns. */
static bool fit_order(const struct printed *printed, struct fit *fit, const struct grid_cell **cells)
{
    bool width = printed->head && printed->head->width && !printed->grid->spans;
    size_t all = cells_in_order(printed, false, cells);
    bool room = all != fit->count && has_inner_room(printed, cells, all);
    size_t count = drop_words(cells, cells_in_order(printed, true, cells));
    if (count != fit->count)
        count = cells_in_order(printed, true, cells);
    room &= count == fit->count && !fit->assumed;
    fit->miscounted = room && printed->grid->known == TEXT_ORDER;
    if (room || (count == fit->count && lacks_label(printed)))
        return false;
    if (count != fit->count && !width) {
        count = cells_in_order(printed, false, cells);
        if (count == fit->count && printed->grid->known != TEXT_ORDER && may_be_spanned(printed))
            return false;
        if (printed->grid->known != TEXT_ORDER && !has_lost(printed))
            count = drop_room(printed->head, cells, count, fit->count);
    }
    if (count != fit->count)
        return false;
    memcpy(fit->cells, cells, count * sizeof *cells);
    return true;
}

/* Whether the reader says of a value that it may stand in several columns: of one that it has placed, or not. */
static bool has_doubts(const struct nb_text *text, const struct grid_cell *const *values, size_t count, bool placed)
{
    for (size_t i = 0; i < count && text->doubt_count; i++) {
        const struct text_doubt *doubt = text_columns(text, values[i]->span.start);
        if (doubt && doubt->placed == placed)
            return true;
    }
    return false;
}

/* ---- taking what was found ---- */

static void take_cell(struct binding *binding, struct nb_table *table, const struct slot *slot, const struct grid_cell *cell,
                      enum witness witness)
{
    if (!slot->row)
        return;
    struct evidence *evidence = evidence_of(slot->row, slot->column);
    bool printed = cell && is_printed_value(cell);
    evidence->label = slot->label;
    evidence->cell = printed ? cell : NULL;
    evidence->witness = !printed ? WITNESS_NOTHING : slot->doubted ? WITNESS_GUESS : witness;
    evidence->empty = cell && cell->kind == CELL_BLANK && !slot->doubted;
    verdict(binding, table, slot->row, slot->column);
}

/* Whether the first of a row's slots is this one. */
static bool begins_row(const struct fit *fit, size_t slot)
{
    const struct nb_row *row = fit->slots[slot].row;
    while (slot > 0 && !fit->slots[slot - 1].row)
        slot--;
    return row && (!slot || fit->slots[slot - 1].row != row);
}

/* Rows are printed: where the label stands, or the first cell. */
static void mark_rows(const struct fit *fit, const struct printed *printed)
{
    size_t start = grid_row_span(printed->row).start;
    for (size_t i = 0; i < fit->count; i++) {
        if (!begins_row(fit, i))
            continue;
        struct nb_row *row = fit->slots[i].row;
        row->printed = true;
        row->label = printed->label ? printed->label->span : (struct nb_span){start, start};
        ((struct bound_row *)row)->grid = printed->grid;
    }
}

/* The empty cells that a row prints. Where bars close rows in place of cells that are gone, no row has lost any without a trace.
 */
static size_t count_room(const struct printed *printed)
{
    size_t room = printed->row->room;
    for (size_t i = behind_label(printed); i < printed->row->count; i++)
        room += printed->row->cells[i].kind == CELL_BLANK;
    return printed->grid->room ? SIZE_MAX / 2 : room;
}

static struct pending *add_pending(struct binding *binding, struct nb_table *table, const struct printed *printed,
                                   const struct fit *fit, const struct grid_cell **values, size_t count)
{
    struct pending *pending = arena_alloc(binding->work, sizeof *pending);
    pending->table = table;
    pending->slots = arena_alloc(binding->work, fit->count * sizeof *fit->slots);
    memcpy(pending->slots, fit->slots, fit->count * sizeof *fit->slots);
    pending->slot_count = fit->count;
    pending->values = arena_alloc(binding->work, (count + 1) * sizeof *values);
    memcpy(pending->values, values, count * sizeof *values);
    pending->count = count;
    pending->span = printed->label ? printed->label->span : grid_row_span(printed->row);
    pending->room = count_room(printed);
    *binding->pending_end = pending;
    binding->pending_end = &pending->next;
    return pending;
}

/* Keep the values of a row whose columns are not known for place.c. */
static void defer(struct binding *binding, struct nb_table *table, const struct printed *printed, const struct fit *fit,
                  const struct grid_cell **values, size_t count)
{
    struct pending *pending = add_pending(binding, table, printed, fit, values, count);
    pending->measured = has_doubts(binding->report->text, values, count, false);
    pending->crowded = fit->miscounted;
    for (size_t i = 0; i < fit->count; i++) {
        if (!fit->slots[i].row || ((struct bound_row *)fit->slots[i].row)->pending)
            continue;
        ((struct bound_row *)fit->slots[i].row)->pending = true;
        if (pending->measured)
            continue;
        struct nb_event *event = bind_event(binding, EVENT_CELL_COUNT, table, fit->slots[i].row, -1, pending->span);
        event->count = count;
        event->expected = fit->count;
    }
}

/* Keep a row that the reader has measured, in case the relations contradict it. */
static void keep_measured(struct binding *binding, struct nb_table *table, const struct printed *printed, const struct fit *fit,
                          const struct grid_cell **values, size_t count)
{
    if (has_doubts(binding->report->text, values, count, true)) {
        struct pending *pending = add_pending(binding, table, printed, fit, values, count);
        pending->measured = pending->placed = true;
    }
}

/* A label without values: its cells are empty where they were seen so. */
static void take_empty(struct binding *binding, struct nb_table *table, const struct printed *printed, const struct fit *fit)
{
    size_t room = count_room(printed);
    for (size_t i = 0; i < fit->count; i++)
        if (fit->slots[i].row) {
            evidence_of(fit->slots[i].row, fit->slots[i].column)->empty = room >= fit->count && !printed->deprived;
            verdict(binding, table, fit->slots[i].row, fit->slots[i].column);
        }
}

/* Whether the cells that the row would fill are filled by another row already; `differs`: with something else, or seen empty. */
static bool is_again(const struct fit *fit, const struct grid_cell *const *cells, const struct nb_text *text, bool *differs)
{
    bool again = false;
    for (size_t i = 0; i < fit->count; i++) {
        const struct slot *slot = &fit->slots[i];
        const struct evidence *evidence = slot->row && slot->row->printed ? evidence_of(slot->row, slot->column) : NULL;
        const struct grid_cell *before = evidence ? evidence->cell : NULL;
        *differs |= evidence && evidence->empty && cells && cells[i] && is_printed_value(cells[i]);
        if (!before)
            continue;
        again = true;
        size_t length = before->span.end - before->span.start;
        *differs |= !cells || !cells[i] || cells[i]->span.end - cells[i]->span.start != length ||
                    memcmp(text->shadow + cells[i]->span.start, text->shadow + before->span.start, length) != 0;
    }
    return again;
}

static bool is_pending(const struct fit *fit)
{
    for (size_t i = 0; i < fit->count; i++)
        if (fit->slots[i].row && ((const struct bound_row *)fit->slots[i].row)->pending)
            return true;
    return false;
}

/* A row that is printed again says nothing new, or contradicts the first, which stands, unless it was empty. */
static bool is_repeated(struct binding *binding, const struct nb_table *table, const struct printed *printed,
                        const struct fit *fit, const struct grid_cell *const *cells, size_t count)
{
    bool differs = false, again = is_again(fit, cells, binding->report->text, &differs), pending = is_pending(fit);
    if (!count)
        return again || pending;
    for (size_t i = 0; i < fit->count && (differs || (again && !cells) || pending); i++)
        if (begins_row(fit, i))
            bind_event(binding, EVENT_ROW_REPEATED, table, fit->slots[i].row, -1,
                       printed->label ? printed->label->span : grid_row_span(printed->row));
    return again || pending;
}

/* Whether values stand before the label of the row, more than a number that counts the rows. */
static bool leads_with_values(const struct printed *printed)
{
    size_t values = 0;
    for (size_t i = 0; printed->label && i < printed->label->column; i++)
        values += printed->row->cells[i].kind == CELL_NUMBER;
    return values > 1;
}

/* The values of a row whose label stands behind them all. */
static size_t values_before(const struct printed *printed, const struct grid_cell **values)
{
    size_t count = 0;
    for (size_t i = 0; i < printed->label->column; i++)
        if (is_printed_value(&printed->row->cells[i]))
            values[count++] = &printed->row->cells[i];
    return count;
}

/* Whether words stand between the label of a row and as many values as it has cells, where only the order of cells is known: they
 * may be the label of another row, which the form does not have. Before a single value they may be its unit. */
static bool is_cut_off(const struct printed *printed, size_t columns)
{
    size_t at = behind_label(printed), values = 0;
    if (printed->grid->known != TEXT_ORDER || !printed->label || columns < 2)
        return false;
    for (size_t i = at + 1; i < printed->row->count; i++)
        values += printed->row->cells[i].kind == CELL_NUMBER;
    return values == columns && printed->row->cells[at].kind == CELL_WORDS;
}

/* Rows whose values stand under labels that do not tell which column is which, or may be those of another row. Of a label that
 * the form does not have, and may stand anywhere among them, note_column speaks. */
static void note_doubted(struct binding *binding, const struct nb_table *table, const struct fit *fit,
                         const struct printed *printed)
{
    for (size_t i = 0; i < fit->count; i++)
        if (!fit->slots[i].row && fit->slots[i].label->kind == CELL_WORDS)
            return;
    const struct nb_row *noted = NULL;
    for (size_t i = 0; i < fit->count; i++) {
        if (!fit->slots[i].doubted || !fit->slots[i].row || fit->slots[i].row == noted)
            continue;
        noted = fit->slots[i].row;
        bind_event(binding, EVENT_AMBIGUOUS, table, noted, -1, grid_row_span(printed->row))->reason = printed->shifted ? "shifted"
                                                                                                      : fit->miscounted ? "count"
                                                                                                                        : "head";
    }
}

/* Values that stand under no labels, or behind a label that nobody is sure of: for each row of the form that they fill. */
static void note_placed(struct binding *binding, const struct nb_table *table, const struct fit *fit,
                        const struct printed *printed, size_t count)
{
    for (size_t i = 0; i < fit->count; i++) {
        bool label = !fit->slots[i].assumed && !printed->inferred && !printed->torn;
        if (label || !begins_row(fit, i))
            continue;
        struct nb_event *event = bind_event(binding, EVENT_PLACED, table, fit->slots[i].row, -1, grid_row_span(printed->row));
        event->count = count;
        event->expected = fit->count;
        event->reason = fit->slots[i].assumed ? "columns" : printed->inferred ? "row" : "lines";
    }
}

/* Where the values under all labels whose columns are not told apart are the same number, it is each one's, whichever its column.
 */
static void settle_equal(const struct binding *binding, const struct printed *printed, struct fit *fit)
{
    int64_t number, first = 0;
    size_t doubted = 0;
    for (size_t i = 0; i < fit->count; i++) {
        if (!fit->slots[i].doubted)
            continue;
        if (!fit->cells[i] || fit->cells[i]->kind != CELL_NUMBER || !printed_number(binding->report, fit->cells[i], &number))
            return;
        first = doubted++ ? first : number;
        if (number != first)
            return;
    }
    for (size_t i = 0; !printed->shifted && i < fit->count; i++)
        fit->slots[i].doubted = false;
}

/* Whether a cell prints two numbers, as 3 0 or 00 do. */
static bool holds_two(const struct nb_text *text, const struct grid_cell *cell)
{
    const char *printed = text->shadow + cell->span.start;
    size_t length = cell->span.end - cell->span.start;
    return count_numbers(text, cell) > 1 ||
           (cell->kind == CELL_NUMBER && *printed == '0' && length > 1 && strspn(printed, "0123456789") >= length);
}

/* Where a cell prints two numbers, and the last one of the row none, the values between may be those of the next columns. */
static void doubt_behind(const struct nb_text *text, struct fit *fit)
{
    size_t two = 0;
    while (two < fit->count && !(fit->cells[two] && holds_two(text, fit->cells[two])))
        two++;
    if (two == fit->count || !fit->cells[fit->count - 1] || fit->cells[fit->count - 1]->kind != CELL_BLANK)
        return;
    fit->miscounted = true;
    for (; two < fit->count; two++)
        fit->slots[two].doubted = true;
}

static void bind_row(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    const struct nb_text *text = binding->report->text;
    struct fit fit = open_fit(binding, table, printed);
    size_t capacity = printed->row->count + 1;
    const struct grid_cell **values = arena_alloc(binding->scratch, 2 * capacity * sizeof *values);
    size_t count = cells_in_order(printed, true, values);
    if (!count && !printed->table->across && leads_with_values(printed))
        count = values_before(printed, values);
    bool cut = is_cut_off(printed, fit.count);
    bool doubted =
        cut || has_doubts(text, values, count, false) || printed->row->kind == ROW_BROKEN || leads_with_values(printed);
    for (size_t i = 0; cut && i < fit.count; i++)
        fit.slots[i].doubted = true;
    fit.miscounted = has_one_more(printed, &fit, cells_in_order(printed, false, values + capacity));
    bool exact = !doubted && !(printed->deprived && !count) && !fit.miscounted &&
                 (fit_spans(printed, &fit, values + capacity) || fit_positions(printed, &fit) ||
                  fit_order(printed, &fit, values + capacity));
    if (is_repeated(binding, table, printed, &fit, exact ? fit.cells : NULL, count))
        return;
    bool sure = !printed->inferred && !printed->torn;
    if (exact)
        settle_equal(binding, printed, &fit);
    if (exact && count && !fit.assumed && printed->index >= 0)
        note_nameless(binding, table, &fit, printed);
    if (exact)
        doubt_behind(text, &fit);
    mark_rows(&fit, printed);
    if (!count && !exact)
        take_empty(binding, table, printed, &fit);
    else if (!exact)
        defer(binding, table, printed, &fit, values, count);
    else
        keep_measured(binding, table, printed, &fit, values, count);
    for (size_t i = 0; exact && i < fit.count; i++)
        take_cell(binding, table, &fit.slots[i], fit.cells[i], sure && !fit.slots[i].assumed ? WITNESS_LABEL : WITNESS_ASSUMED);
    if (count ? exact : printed->shifted)
        note_doubted(binding, table, &fit, printed);
    if (exact && count)
        note_placed(binding, table, &fit, printed, count);
}

/* ---- a second table of the same kind ---- */

/* Whether another printed table has most cells of the row, filled or empty. One that has other columns of it is another part of
 * the same table. */
static bool was_printed(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    struct fit fit = open_fit(binding, table, printed);
    size_t again = 0, cells = 0;
    for (size_t i = 0; i < fit.count; i++) {
        const struct bound_row *row = (const struct bound_row *)fit.slots[i].row;
        const struct evidence *evidence = row ? &row->evidence[fit.slots[i].column] : NULL;
        cells += row != NULL;
        again += row && row->row.printed && row->grid != printed->grid && (row->pending || evidence->cell || evidence->empty);
    }
    return again * 2 > cells;
}

/* Whether a row stands at or before one that another printed table has. */
static bool goes_back(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    if (printed->index < 0)
        return was_printed(binding, table, printed);
    for (const struct nb_row *row = find_row(binding, table, printed->table, printed->index); row; row = row->next)
        if (row->printed && ((const struct bound_row *)row)->grid != printed->grid)
            return true;
    return false;
}

/* Whether a table that its caption makes another's prints again most of the rows that others have printed, few as these may be.
 */
static bool prints_others_again(struct binding *binding, struct nb_table *table, const struct printed *first)
{
    size_t rows = 0, again = 0;
    if (!first->grid->aside)
        return false;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        rows += row->printed;
    for (const struct printed *printed = first; printed && printed->grid == first->grid; printed = printed->next)
        again += find_table(binding, printed->table) == table && was_printed(binding, table, printed);
    return again * 2 > rows;
}

/* Whether a printed table goes back to rows of others. Asked before its rows are looked for in what follows, a page of small
 * tables costs 500 instructions a byte less. */
static bool begins_again(struct binding *binding, struct nb_table *table, const struct printed *first)
{
    size_t rows = 0;
    for (const struct printed *printed = first; printed && printed->grid == first->grid; printed = printed->next)
        if (find_table(binding, printed->table) == table && rows++ < table->form->row_count && goes_back(binding, table, printed))
            return true;
    return false;
}

/* Where a printed table goes back to rows that stand before those of others, and most of the rows from there on, as many as the
 * form has, were printed by these, it begins a second table of the kind, of last year or of another office: that is kept as it is
 * and fills no gap of the first. */
static void find_repeated(struct binding *binding, struct nb_table *table, struct printed *first)
{
    size_t most = table->form->row_count, rows = 0, fresh = 0;
    if (!begins_again(binding, table, first))
        return;
    for (struct printed *printed = first; printed && rows < most && 2 * fresh < most; printed = printed->next)
        if (find_table(binding, printed->table) == table) {
            rows++;
            fresh += !was_printed(binding, table, printed);
        }
    bool all = 2 * fresh < rows;
    if (!all && !prints_others_again(binding, table, first))
        return;
    for (struct printed *printed = first; printed && (all || printed->grid == first->grid); printed = printed->next)
        printed->repeated |= find_table(binding, printed->table) == table;
    bind_event(binding, EVENT_TABLE_REPEATED, table, NULL, -1, first->grid->span)->reason =
        first->grid->follows ? "follows" : NULL;
}

static bool is_headed(const struct nb_grid *grid)
{
    return grid->parts && grid->parts->head;
}

/* For each row of the forms the last tables that print it. */
static void find_last(struct binding *binding)
{
    for (const struct printed *printed = binding->printed; printed; printed = printed->next) {
        struct printed_row *row = printed_row(binding, printed);
        row->own = printed->grid->aside ? row->own : printed->grid;
        row->headed = is_headed(printed->grid) ? printed->grid : row->headed;
    }
}

/* Whether a table behind this one prints the row, and says better what it is: by its place, or by the labels of columns that this
 * one lacks. */
static bool stands_behind(const struct printed_row *row, const struct nb_grid *grid)
{
    const struct nb_grid *headed = is_headed(grid) ? NULL : row->headed;
    return (row->own && row->own->span.start > grid->span.start) || (headed && headed->span.start > grid->span.start);
}

/* The same of a printed row. One row may have all that others print below each other. */
static bool is_printed_behind(struct binding *binding, const struct printed *printed)
{
    if (!printed->table->across)
        return stands_behind(printed_row(binding, printed), printed->grid);
    for (const struct printed_row *row = binding->printed_rows; row; row = row->next)
        if (row->table == printed->table && (row->index == printed->index || row->index < 0 || printed->index < 0) &&
            stands_behind(row, printed->grid))
            return true;
    return false;
}

/* Whether printed tables that follow have most of the rows that this one has of a form's table, and say better what they are. */
static bool comes_again(struct binding *binding, const struct printed *first)
{
    size_t rows = 0, again = 0;
    for (const struct printed *printed = first; printed && printed->grid == first->grid; printed = printed->next) {
        if (printed->index < 0 && !printed->table->across)
            continue;
        rows++;
        again += is_printed_behind(binding, printed);
    }
    return again * 2 > rows;
}

/* The row behind those of a printed table. */
static struct printed *end_of_grid(struct printed *first)
{
    struct printed *end = first;
    while (end && end->grid == first->grid)
        end = end->next;
    return end;
}

/* A table of another year or office, as its caption says, or its place in an article that is about no table, before that of the
 * report, is the second one of the two. */
static void set_others_aside(struct binding *binding)
{
    for (struct nb_grid *grid = binding->report->grids; grid; grid = grid->next) {
        grid->others = is_of_another(binding->report, grid);
        grid->aside = grid->others || !form_table_find(binding->report->form, grid->role);
    }
    find_last(binding);
    for (struct printed *first = binding->printed, *next = NULL; first; first = next) {
        next = end_of_grid(first);
        if (!first->grid->aside || !comes_again(binding, first))
            continue;
        for (struct printed *printed = first; printed != next; printed = printed->next)
            printed->repeated = true;
        bind_event(binding, EVENT_TABLE_REPEATED, find_table(binding, first->table), NULL, -1, first->grid->span);
    }
}

/* ---- all of it ---- */

static void make_tables(struct binding *binding)
{
    struct nb_report *report = binding->report;
    struct nb_table **end = &report->tables;
    for (size_t t = 0; t < report->form->table_count; t++) {
        struct nb_table *table = arena_alloc(report->arena, sizeof(struct bound_table));
        table->form = &report->form->tables[t];
        struct nb_row **row_end = &table->rows, **own = arena_alloc(binding->work, table->form->row_count * sizeof *own);
        ((struct bound_table *)table)->own = own;
        for (size_t r = 0; r < table->form->row_count; r++) {
            *row_end = own[r] = new_row(binding, table, report->form, &table->form->rows[r]);
            row_end = &(*row_end)->next;
        }
        *end = table;
        end = &table->next;
    }
}

/* Five questions ask for the numbers of a row. */
static void count_printed(const struct binding *binding)
{
    for (struct printed *printed = binding->printed; printed; printed = printed->next)
        for (size_t i = 0; i < printed->row->count; i++)
            printed->numbers += count_numbers(binding->report->text, &printed->row->cells[i]);
}

/* Whether the row has a place in the form: of its own, or under labels that name rows. */
static bool is_placed(const struct printed *printed)
{
    return !printed->other && (printed->index >= 0 || (printed->table->across && printed->row->kind != ROW_WORDS));
}

/* Whose a row of an across table is, whose labels stand over its columns, by the words that it begins with: 2019年, 上年. They
 * are its label. */
static enum owner owner_of_row(const struct nb_report *report, struct printed *printed)
{
    const struct grid_cell *first = printed->row->cells;
    bool words = printed->row->count && printed->table->across && printed->index < 0 && first->kind == CELL_WORDS;
    enum owner owner = words ? owner_of(report, first->span) : OWNER_UNTOLD;
    printed->label = owner != OWNER_UNTOLD ? first : printed->label;
    return owner;
}

/* Whether a cell of a head holds several numbers and nothing else: they are no label. */
static bool holds_row_in_head(const struct nb_text *text, const struct nb_grid *grid)
{
    for (const struct grid_part *part = grid->parts; part; part = part->next)
        for (const struct grid_row *row = part->head; row; row = row->next)
            for (size_t i = 0; i < row->count; i++)
                if (row->cells[i].kind == CELL_WORDS && count_numbers(text, &row->cells[i]) > 1)
                    return true;
    return false;
}

/* Of the rows [first, end) of a printed table: rows of several years, one below the other, are not all the report's. Where rows
 * of numbers have no place in the form, they may be those of its rows that print none; a single number (of a page) is nobody's
 * row. */
static void compare_rows(const struct nb_report *report, struct printed *first, const struct printed *end)
{
    bool own = false, strays = holds_row_in_head(report->text, first->grid);
    for (struct printed *printed = first; printed != end; printed = printed->next) {
        printed->other = owner_of_row(report, printed) == OWNER_OTHER;
        own |= is_placed(printed) && printed->numbers;
    }
    for (struct printed *printed = first; printed != end; printed = printed->next) {
        printed->other &= own;
        strays |= !printed->other && !is_placed(printed) && printed->numbers > 1;
    }
    for (struct printed *printed = first; printed != end; printed = printed->next)
        printed->deprived = strays;
}

/* Where labels stand behind their values, as a reader of pages put them, a row has the values of the next one, too, and a row
 * below none: whose the values between are nothing tells. */
static void find_shifted(struct binding *binding)
{
    struct printed *surplus = NULL;
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        size_t numbers = printed->numbers, columns = printed->table->rows->column_count;
        if (printed->grid->known != TEXT_ORDER || !printed->label || (surplus && surplus->grid != printed->grid)) {
            surplus = NULL;
        } else if (columns > 1 && numbers >= 2 * columns) {
            surplus = printed;
        } else if (surplus && !numbers) {
            for (surplus = surplus->next; surplus != printed->next; surplus = surplus->next)
                surplus->shifted = true;
            surplus = NULL;
        }
    }
}

/* Whether a whole row of values stands before the label of the form's first row: then labels follow their values, where they take
 * several lines, and which row the others belong to nothing tells (PyMuPDF, sorted). */
static bool leads_labels(const struct printed *printed)
{
    size_t columns = printed->table->rows->column_count;
    return !printed->label && printed->index < 0 && !printed->table->across && printed->next &&
           printed->next->grid == printed->grid && printed->next->label && !printed->next->index &&
           printed->row->count == columns && printed->numbers == columns && columns > 1;
}

/* Whether the values of several rows stand behind one label, and as many rows print none, more than print some: a page's labels,
 * and then its values (pdfminer). */
static bool holds_values_of_all(const struct binding *binding, const struct printed *printed)
{
    enum { SEVERAL = 3 };
    size_t columns = printed->table->rows->column_count, empty = 0, filled = 0;
    if (!printed->label || columns < 2 || printed->numbers < SEVERAL * columns)
        return false;
    for (const struct printed *other = binding->printed; other; other = other->next)
        *(other->numbers ? &filled : &empty) += other->table == printed->table && other->label;
    return (empty + 1) * columns >= printed->numbers && empty > filled;
}

/* Whether labels and values stand apart from each other, so that nothing tells which belong together. */
static bool stands_apart(const struct binding *binding)
{
    for (const struct printed *printed = binding->printed; printed; printed = printed->next)
        if (printed->grid->known == TEXT_ORDER && (leads_labels(printed) || holds_values_of_all(binding, printed)))
            return true;
    return false;
}

/* Whether a row may have a value in a column of a head: where it is as wide as the head, under it only. */
static bool may_reach(const struct grid_row *row, const struct table_head *head, size_t column)
{
    return !head || row->count != head->width || is_printed_value(cell_under(row, &head->columns[column]));
}

/* The empty cells of a row beside values without a label were not seen empty: the values may be theirs. */
static void doubt_empty(struct binding *binding, const struct printed *printed, const struct printed *beside)
{
    if (!beside || (beside->grid != printed->grid && !beside->guessed) || beside->index < 0 || beside->repeated)
        return;
    struct nb_table *table = find_table(binding, beside->table);
    struct fit fit = open_fit(binding, table, beside);
    for (size_t i = 0; i < fit.count; i++) {
        struct nb_row *row = fit.slots[i].row;
        int column = fit.slots[i].column;
        if (!row || !evidence_of(row, column)->empty || !may_reach(printed->row, fit.assumed ? NULL : beside->head, i))
            continue;
        evidence_of(row, column)->empty = false;
        verdict(binding, table, row, column);
    }
}

/* Whether a row prints nothing but words that are near to a label: they may be the rest of what stands before them. */
static bool is_rest(const struct printed *printed)
{
    return printed && printed->guessed && !printed->numbers;
}

/* Whether a row prints numbers, or what is left of one: the torn-off end of "0.08" is ".08". */
static bool prints_numbers(const struct printed *printed)
{
    for (size_t i = 0; i < printed->row->count; i++)
        if (printed->row->cells[i].kind == CELL_GARBLED)
            return true;
    return printed->numbers;
}

/* Values that belong to no row: say so. */
static void note_unknown(struct binding *binding, const struct printed *printed, const struct printed *before)
{
    if (!prints_numbers(printed) || !printed->grid->form)
        return;
    const struct grid_cell *first = printed->row->cells;
    while (first + 1 < printed->row->cells + printed->row->count && !is_printed_value(first))
        first++;
    struct nb_event *event = bind_event(binding, EVENT_ROW_UNKNOWN, find_table(binding, printed->table), NULL, -1, first->span);
    event->found = first->kind == CELL_WORDS && !is_rest(printed->next)
                       ? arena_strndup(binding->report->arena, binding->report->text->bytes + first->span.start,
                                       first->span.end - first->span.start)
                       : "";
    event->count = printed->deprived;
    if (!*event->found) {
        doubt_empty(binding, printed, before);
        doubt_empty(binding, printed, printed->next);
    }
    if (before && before->grid == printed->grid && before->index >= 0 && !before->repeated)
        event->row = find_row(binding, find_table(binding, before->table), before->table, before->index);
}

static void extend(struct nb_table *table, const struct printed *printed)
{
    const struct table_head *head = printed->head;
    size_t start = grid_row_span(printed->row).start;
    for (size_t c = 0; head && !table->printed && c < head->count; c++) {
        const struct grid_cell *label = head->columns[c].row ? head->columns[c].row : head->columns[c].label;
        if (label->span.start >= printed->grid->span.start && label->span.start < start)
            start = label->span.start;
    }
    if (!table->printed || start < table->span.start)
        table->span.start = start;
    if (!table->printed || grid_row_span(printed->row).end > table->span.end)
        table->span.end = grid_row_span(printed->row).end;
    table->printed = true;
}

static void bind_printed(struct binding *binding)
{
    const struct printed *before = NULL;
    for (struct printed *printed = binding->printed; printed; before = printed, printed = printed->next) {
        struct nb_table *table = find_table(binding, printed->table);
        bool fresh = !before || before->grid != printed->grid || before->table != printed->table;
        if (fresh && table->printed && !printed->repeated)
            find_repeated(binding, table, printed);
        if (printed->repeated)
            continue;
        if (!is_placed(printed))
            continue;
        if (fresh && printed->grid->others)
            bind_event(binding, EVENT_TABLE_CAPTION, table, NULL, -1, printed->grid->span);
        bind_row(binding, table, printed);
        extend(table, printed);
        if (!printed->grid->form)
            ((struct nb_grid *)printed->grid)->form = table->form;
    }
    before = NULL;
    for (const struct printed *printed = binding->printed; printed; before = printed, printed = printed->next)
        if (!printed->repeated && !is_placed(printed))
            note_unknown(binding, printed, before);
}

/* A table that has official labels but no row (a caption cut off from its table) belongs to the form too; the rest are other
 * tables. */
static const struct nb_form_table *labelled_table(const struct nb_grid *grid, const struct nb_form *form)
{
    for (const struct grid_part *part = grid->parts; part; part = part->next)
        for (const struct grid_row *row = part->head; row; row = row->next)
            for (size_t i = 0; i < row->count; i++)
                for (size_t t = 0; row->cells[i].label >= 0 && t < form->table_count; t++)
                    if (find_use(row->cells[i].label, &form->tables[t], true) ||
                        find_use(row->cells[i].label, &form->tables[t], false))
                        return &form->tables[t];
    return NULL;
}

static void number_other_grids(const struct binding *binding)
{
    const struct nb_report *report = binding->report;
    unsigned index = 0;
    for (const struct printed *printed = binding->printed; printed; printed = printed->next)
        ((struct nb_grid *)printed->grid)->repeated |= printed->repeated;
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next) {
        if (!grid->form && report->form && !grid->repeated)
            grid->form = labelled_table(grid, report->form);
        if (!grid->form)
            grid->other_index = index++;
    }
}

void bind_tables(struct nb_report *report)
{
    struct binding binding = {.report = report, .work = arena_new(), .scratch = arena_new(), .event_end = &report->events};
    while (*binding.event_end)
        binding.event_end = &(*binding.event_end)->next;
    binding.printed_end = &binding.printed;
    binding.pending_end = &binding.pending;
    report->form = choose_form(report);
    assign_roles(report);
    if (report->form && report->form->table_count) {
        make_tables(&binding);
        join_digits(report);
        read_by_habit(report);
        cut_at_captions(report);
        part_empty_tables(report);
        struct nb_event **noted = binding.event_end;
        find_printed(&binding);
        count_printed(&binding);
        if (stands_apart(&binding)) {
            ((struct nb_text *)report->text)->apart = true;
            binding.printed = NULL;
            *(binding.event_end = noted) = NULL;
        }
        for (struct printed *first = binding.printed, *end; first; first = end)
            compare_rows(report, first, end = end_of_grid(first));
        find_shifted(&binding);
        set_others_aside(&binding);
        bind_printed(&binding);
        keep_equations(report);
        place_pending(&binding);
        find_suspects(&binding);
        doubt_measured(&binding);
        note_tables(&binding);
    }
    number_other_grids(&binding);
    arena_free(binding.scratch);
    arena_free(binding.work);
}
