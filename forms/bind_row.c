/* bind_row.c - bind a printed row: its values are taken where they stand, or left to the relations; what is
 * doubtful is noted. */
#include "bind.h"

#include "arena.h"
#include "relations.h"
#include "text.h"

#include <string.h>

/* ---- taking what was found ---- */

static void take_cell(struct binding *binding, const struct nb_table *table, const struct slot *slot,
                      const struct grid_cell *cell, enum witness witness)
{
    if (cell && is_printed_value(cell))
        take_slot(binding, table, slot, (struct evidence){.cell = cell, .witness = witness});
    else if (slot->row && !(slot->doubted && evidence_of(slot->row, slot->column)->cell)) /* printed twice */
        take_slot(binding, table, slot, (struct evidence){.empty = cell && cell->kind == CELL_BLANK});
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
        ((struct bound_row *)row)->head = printed->head;
    }
}

/* Where a row is told of: at its label, if it has one. */
static struct nb_span place_of(const struct printed *printed)
{
    return printed->label ? printed->label->span : grid_row_span(printed->row);
}

/* The empty cells that a row prints. Where bars close rows in place of cells that are gone, no row has lost
 * any without a trace.
 */
static size_t count_room(const struct printed *printed)
{
    return printed->grid->room
               ? SIZE_MAX / 2
               : printed->row->room + row_count(printed->row, behind_label(printed), 1 << CELL_BLANK);
}

/* What the reader says of values that may stand in several columns: some is placed, some is not, some stands
 * off its label so that it may be that of the label beside. */
enum { DOUBT_PLACED = 1, DOUBT_OPEN = 2, DOUBT_ASTRAY = 4 };

static unsigned doubts_of(const struct nb_text *text, const struct grid_cell *const *values, size_t count)
{
    unsigned doubts = 0;
    for (size_t i = 0; i < count && text->doubt_count; i++) {
        const struct text_doubt *doubt = text_columns(text, values[i]->span.start);
        if (doubt)
            doubts |= (doubt->placed ? DOUBT_PLACED : DOUBT_OPEN) | (doubt->astray ? DOUBT_ASTRAY : 0);
    }
    return doubts;
}

static struct pending *add_pending(struct binding *binding, struct nb_table *table,
                                   const struct printed *printed, const struct fit *fit,
                                   const struct grid_cell **values, size_t count)
{
    struct pending *pending = arena_alloc(binding->work, sizeof *pending);
    pending->table = table;
    pending->slots = arena_alloc(binding->work, fit->count * sizeof *fit->slots);
    memcpy(pending->slots, fit->slots, fit->count * sizeof *fit->slots);
    pending->slot_count = fit->count;
    pending->values = arena_alloc(binding->work, (count + 1) * sizeof *values);
    memcpy(pending->values, values, count * sizeof *values);
    pending->count = count;
    pending->span = place_of(printed);
    pending->room = count_room(printed);
    *binding->pending_end = pending;
    binding->pending_end = &pending->next;
    return pending;
}

/* Whether the values of a row stand right behind one another, in more pieces or fewer than the row has cells.
 */
static bool is_run(const struct nb_text *text, const struct fit *fit, const struct grid_cell *const *values,
                   size_t count)
{
    bool run = text->run && count && fit->count > 1 && count != fit->count;
    for (size_t i = 0; i < count && run; i++) {
        struct nb_span span = values[i]->span;
        run = cell_is(values[i], VALUE_CELLS) ||
              strspn(text->shadow + span.start, "0123456789-/ \x01") >= span.end - span.start;
    }
    return run;
}

/* Keep the place of such values, and room for those that run.c may make of them. */
static void keep_run(struct binding *binding, struct pending *pending)
{
    pending->run = pending->values[0];
    pending->start = pending->run->span.start;
    pending->end = pending->values[pending->count - 1]->span.end;
    pending->values = arena_alloc(binding->work, RUN_VALUES * sizeof *pending->values);
    pending->count = 0;
}

/* Keep the values of a row whose columns are not known for place.c. */
static void defer(struct binding *binding, struct nb_table *table, const struct printed *printed,
                  const struct fit *fit, const struct grid_cell **values, size_t count)
{
    struct pending *pending = add_pending(binding, table, printed, fit, values, count);
    pending->measured = fit->doubts & DOUBT_OPEN;
    pending->crowded = fit->miscounted;
    for (size_t i = 0; i < fit->count; i++)
        if (fit->slots[i].row)
            ((struct bound_row *)fit->slots[i].row)->pending = true;
    if (is_run(binding->report->text, fit, values, count))
        keep_run(binding, pending);
    else if (!pending->measured)
        note_rows(binding, EVENT_CELL_COUNT, table, fit->slots, fit->count, pending->span, count, NULL);
}

/* Keep a row that the reader has measured, in case the relations contradict it. */
static void keep_measured(struct binding *binding, struct nb_table *table, const struct printed *printed,
                          const struct fit *fit, const struct grid_cell **values, size_t count)
{
    if (fit->doubts & DOUBT_PLACED) {
        struct pending *pending = add_pending(binding, table, printed, fit, values, count);
        pending->measured = pending->placed = true;
    }
}

/* A label without values: its cells are empty where they were seen so. */
static void take_empty(struct binding *binding, struct nb_table *table, const struct printed *printed,
                       const struct fit *fit)
{
    size_t room = count_room(printed);
    for (size_t i = 0; i < fit->count; i++)
        if (fit->slots[i].row) {
            evidence_of(fit->slots[i].row, fit->slots[i].column)->empty =
                room >= fit->count && !printed->deprived;
            verdict(binding, table, fit->slots[i].row, fit->slots[i].column);
        }
}

/* Whether a row is printed again: its cells are filled by another row already, or are pending. It says
 * nothing new, or contradicts the first, which stands, unless it was empty. */
static bool is_repeated(struct binding *binding, const struct nb_table *table, const struct printed *printed,
                        const struct fit *fit, const struct grid_cell *const *cells, size_t count)
{
    bool again = false, pending = false, differs = false;
    for (size_t i = 0; i < fit->count; i++) {
        const struct bound_row *row = (const struct bound_row *)fit->slots[i].row;
        const struct evidence *evidence = row ? &row->evidence[fit->slots[i].column] : NULL;
        const struct grid_cell *before = row && row->row.printed ? evidence->cell : NULL,
                               *cell = cells ? cells[i] : NULL;
        pending |= row && row->pending;
        again |= before != NULL;
        differs |= before ? !cell || !text_same(binding->report->text, cell->span, before->span)
                          : cell && row && row->row.printed && evidence->empty && is_printed_value(cell);
    }
    if (count && (differs || pending))
        note_rows(binding, EVENT_ROW_REPEATED, table, fit->slots, fit->count, place_of(printed), count, NULL);
    return again || pending;
}

/* Whether words stand between the label of a row and as many values as it has cells, where only the order of
 * cells is known: they may be the label of another row, which the form does not have. Before a single value
 * they may be its unit. */
static bool is_cut_off(const struct printed *printed, size_t columns)
{
    size_t at = behind_label(printed);
    return printed->grid->known == TEXT_ORDER && printed->label && columns > 1 &&
           row_count(printed->row, at + 1, 1 << CELL_NUMBER) == columns &&
           printed->row->cells[at].kind == CELL_WORDS;
}

/* Rows whose values stand under labels that do not tell which column is which, or may be those of another
 * row. Of a label that the form does not have, and may stand anywhere among them, note_column speaks. */
static void note_doubted(struct binding *binding, const struct nb_table *table, const struct fit *fit,
                         const struct printed *printed)
{
    for (size_t i = 0; i < fit->count; i++)
        if (!fit->slots[i].row && fit->slots[i].doubted && fit->slots[i].label->kind == CELL_WORDS)
            return;
    const struct nb_row *noted = NULL;
    for (size_t i = 0; i < fit->count; i++) {
        if (!fit->slots[i].doubted || !fit->slots[i].row || fit->slots[i].row == noted)
            continue;
        noted = fit->slots[i].row;
        bind_event(binding, EVENT_AMBIGUOUS, table, noted, -1, grid_row_span(printed->row))->reason =
            printed->shifted  ? "shifted"
            : fit->miscounted ? "count"
                              : "head";
    }
}

/* Values that stand under no labels, or under such that are torn, or behind a label that nobody is sure of:
 * for each row of the form that they fill. */
static void note_placed(struct binding *binding, const struct nb_table *table, const struct fit *fit,
                        const struct printed *printed, size_t count)
{
    for (size_t i = 0; i < fit->count; i++) {
        bool torn = printed->head && printed->head->part->torn,
             label = !fit->slots[i].assumed && !printed->inferred;
        if ((label && !torn) || !begins_row(fit, i))
            continue;
        struct nb_event *event =
            bind_event(binding, EVENT_PLACED, table, fit->slots[i].row, -1, grid_row_span(printed->row));
        event->count = count;
        event->expected = fit->count;
        event->reason = fit->slots[i].assumed ? "columns" : printed->inferred ? "row" : "torn";
    }
}

/* Values under an empty label, beside labels of all columns of the form: a number that was cut in two or,
 * where the row alone has one there, one too many, whichever it is; where a column has none, perhaps its. */
static void note_nameless(struct binding *binding, const struct nb_table *table, struct fit *fit,
                          const struct printed *printed)
{
    struct head_column *nameless = NULL;
    bool alone = false, lacks = false;
    for (size_t i = 0; i < fit->count; i++) {
        bool value = fit->cells[i] && is_printed_value(fit->cells[i]);
        lacks |= fit->slots[i].row && !value;
        if (fit->slots[i].row || fit->slots[i].label->kind != CELL_BLANK || !value)
            continue;
        nameless = &printed->head->columns[i];
        alone |= nameless->alone;
    }
    if (!nameless || fit->named < printed->table->rows[printed->index].column_count)
        return;
    note_column(binding, table, nameless);
    fit->miscounted = alone || lacks;
    if (fit->miscounted)
        doubt_slots(fit, 0);
}

/* Whether a value may be in another column than it stands in: that of its label, or beside such a one where
 * no column of the form is. */
static bool may_move(const struct fit *fit, size_t slot)
{
    return fit->slots[slot].doubted ||
           (!fit->slots[slot].row && ((slot && fit->slots[slot - 1].doubted) ||
                                      (slot + 1 < fit->count && fit->slots[slot + 1].doubted)));
}

/* Where the values under all labels whose columns are not told apart are the same number, it is each one's,
 * whichever its column.
 */
static void settle_equal(const struct binding *binding, const struct printed *printed, struct fit *fit)
{
    int64_t number, first = 0;
    size_t doubted = 0;
    for (size_t i = 0; i < fit->count; i++) {
        if (!may_move(fit, i))
            continue;
        if (!fit->cells[i] || fit->cells[i]->kind != CELL_NUMBER ||
            !printed_number(binding->report, fit->cells[i], &number))
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
    return count_numbers(text, cell) > 1 || (cell->kind == CELL_NUMBER && *printed == '0' && length > 1 &&
                                             strspn(printed, "0123456789") >= length);
}

/* Whether the last number of a row is the sum of those before it, and its total, behind it, prints none: the
 * total stands elsewhere then, unless pages say where cells stand. */
static bool ends_in_sum(const struct binding *binding, const struct printed *printed, const struct fit *fit)
{
    enum { NUMBERS = PRINTED_CELLS & ~(1 << CELL_NA) };
    int64_t sum = 0, last = 0;
    size_t at = fit->count;
    if (!at || printed->index < 0 || printed->grid->spans ||
        (fit->cells[at - 1] && cell_is(fit->cells[at - 1], NUMBERS)))
        return false; /* as most rows */
    for (size_t i = 0; i < fit->count; i++)
        if (fit->slots[i].row && fit->cells[i] && cell_is(fit->cells[i], NUMBERS)) {
            if (!printed_number(binding->report, fit->cells[i], &last))
                return false;
            sum += last;
            at = i;
        }
    const struct nb_form_relation *total = last && sum == 2 * last ? row_relation(printed->table) : NULL;
    while (total && ++at < fit->count)
        if (fit->slots[at].row && fit->slots[at].column == total->terms[0].column)
            return true;
    return false;
}

/* Where a cell prints two numbers, and the last one of the row none, the values between may be those of the
 * next columns. */
static void doubt_behind(const struct nb_text *text, struct fit *fit)
{
    const struct grid_cell *last = fit->count ? fit->cells[fit->count - 1] : NULL;
    size_t two = last && last->kind == CELL_BLANK ? 0 : fit->count;
    while (two < fit->count && !(fit->cells[two] && holds_two(text, fit->cells[two])))
        two++;
    if (two == fit->count)
        return;
    fit->miscounted = true;
    doubt_slots(fit, two);
}

/* Whether something tells before its cells are looked at that the columns of a row's values are not known. */
static bool is_doubted(const struct nb_text *text, const struct printed *printed, struct fit *fit,
                       const struct grid_cell *const *values, size_t count)
{
    bool cut = is_cut_off(printed, fit->count);
    if (cut)
        doubt_slots(fit, 0);
    fit->doubts = doubts_of(text, values, count);
    return cut || fit->doubts & DOUBT_OPEN || printed->row->kind == ROW_BROKEN;
}

/* Whether a number stands in a column that it cannot be of, and some column is empty: where nothing parts
 * columns, the order of cells is another then. */
static bool is_astray(const struct nb_report *report, const struct printed *printed, const struct fit *fit)
{
    bool empty = false, astray = false;
    for (size_t i = 0; printed->grid->known != TEXT_GRID && i < fit->count; i++)
        empty |= fit->slots[i].row && !(fit->cells[i] && is_printed_value(fit->cells[i]));
    for (size_t i = 0; empty && i < fit->count; i++) {
        const struct slot *slot = &fit->slots[i];
        astray |= slot->row && fit->cells[i] &&
                  !number_suits(report, fit->cells[i], &slot->row->form->columns[slot->column]);
    }
    return astray;
}

/* Whether the cells of a row are those of its columns, one each. */
static bool is_exact(const struct binding *binding, struct nb_table *table, const struct printed *printed,
                     struct fit *fit, const struct grid_cell **values, size_t count)
{
    const struct grid_cell **room = values + printed->row->count + 1;
    bool doubted = is_doubted(binding->report->text, printed, fit, values, count);
    fit->miscounted = has_one_more(printed, fit, room);
    if (doubted || (printed->deprived && !count) || fit->miscounted || !fit_cells(printed, fit, room))
        return false;
    bool moved = !(fit->doubts & DOUBT_PLACED) && ends_in_sum(binding, printed, fit);
    ((struct bound_table *)table)->moved |= moved;
    bool empty = moved && !(fit->cells[fit->count - 1] && is_printed_value(fit->cells[fit->count - 1]));
    return !empty && !is_astray(binding->report, printed, fit);
}

void bind_row(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    const struct nb_text *text = binding->report->text;
    struct fit fit = open_fit(binding, table, printed);
    size_t capacity = printed->row->count + 1;
    const struct grid_cell **values = arena_alloc(binding->scratch, 2 * capacity * sizeof *values);
    size_t count = cells_in_order(printed, true, values);
    bool exact = !is_run(text, &fit, values, count) && is_exact(binding, table, printed, &fit, values, count);
    if (is_repeated(binding, table, printed, &fit, exact ? fit.cells : NULL, count))
        return;
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
    const struct nb_form_row *row = &printed->table->rows[printed->index < 0 ? 0 : printed->index];
    bool lost = fit.doubts & DOUBT_ASTRAY && fit.named < row->column_count;
    for (size_t i = 0; exact && i < fit.count; i++) {
        take_cell(binding, table, &fit.slots[i], fit.cells[i],
                  !printed->inferred && !fit.slots[i].assumed ? WITNESS_LABEL : WITNESS_ASSUMED);
        if (lost && fit.slots[i].row)
            deny_empty(binding, table, fit.slots[i].row, fit.slots[i].column, true);
    }
    if (count ? exact : printed->shifted)
        note_doubted(binding, table, &fit, printed);
    if (exact && count)
        note_placed(binding, table, &fit, printed, count);
}
