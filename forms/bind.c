/* bind.c - give the printed tables their meaning: which form, which row, which column.
 *
 * A value belongs to the label before it. Its column is certain where borders are known or where the row prints as many cells as
 * the form has; the other rows are left to recovery (place.c). */
#include "bind.h"

#include "arena.h"
#include "fold.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* ---- filling rows ---- */

struct nb_table *find_table(const struct binding *binding, const struct nb_form_table *form)
{
    for (struct nb_table *table = binding->report->tables; table; table = table->next)
        if (strcmp(table->form->id, form->id) == 0)
            return table;
    return NULL;
}

static struct nb_row *new_row(struct nb_report *report, const struct nb_form *origin, const struct nb_form_row *form)
{
    struct nb_row *row = arena_alloc(report->arena, sizeof *row);
    row->form = form;
    row->origin = origin;
    row->cells = arena_alloc(report->arena, form->column_count * sizeof *row->cells);
    for (size_t c = 0; c < form->column_count; c++) {
        row->cells[c].status = NB_MISSING;
        row->cells[c].raw = "";
        row->cells[c].unit = form->columns[c].unit;
    }
    return row;
}

/* The bound row of a form's row; one of another form takes the place of the row with its name, or stands behind the row that
 * comes before it in its own form. */
struct nb_row *find_row(const struct binding *binding, struct nb_table *table, const struct printed *printed, int index)
{
    const struct nb_form_row *wanted = &printed->table->rows[index];
    for (struct nb_row **at = &table->rows; *at; at = &(*at)->next)
        if (strcmp((*at)->form->id, wanted->id) == 0) {
            if ((*at)->form == wanted || (*at)->printed || (*at)->form->columns[0].label == wanted->columns[0].label)
                return *at;
            struct nb_row *row = new_row(binding->report, printed->form, wanted);
            row->next = (*at)->next;
            return *at = row;
        }
    struct nb_row **place = &table->rows;
    for (int before = 0; before < index; before++)
        for (struct nb_row **at = &table->rows; *at; at = &(*at)->next)
            if (strcmp((*at)->form->id, printed->table->rows[before].id) == 0)
                place = &(*at)->next;
    struct nb_row *row = new_row(binding->report, printed->form, wanted);
    row->next = *place;
    return *place = row;
}

struct nb_span row_span(const struct printed *printed)
{
    if (printed->label)
        return printed->label->span;
    return printed->count ? printed->items[0]->span : printed->grid->span;
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

/* The values of a row, or with `row` NULL of all rows of the table, and the cells they may take, under their headers. */
static struct pending *new_pending(const struct binding *binding, struct nb_table *table, const struct nb_row *row,
                                   const struct printed *printed, const struct nb_item *const *headers)
{
    struct nb_arena *arena = binding->report->arena;
    struct pending *pending = arena_alloc(arena, sizeof *pending);
    size_t slots = 0;
    for (struct nb_row *each = table->rows; each; each = each->next)
        slots += !row || each == row ? each->form->column_count : 0;
    pending->table = table;
    pending->span = row_span(printed);
    pending->slots = arena_alloc(arena, slots * sizeof *pending->slots);
    for (struct nb_row *each = table->rows; each; each = each->next)
        for (size_t c = 0; (!row || each == row) && c < each->form->column_count; c++, pending->slot_count++)
            pending->slots[pending->slot_count] = (struct slot){each, (int)c, headers[pending->slot_count]};
    pending->values = arena_alloc(arena, (printed->count + 1) * sizeof *pending->values);
    for (size_t i = 0; i < printed->count; i++)
        if (is_printed_value(printed->items[i]))
            pending->values[pending->count++] = printed->items[i];
    return pending;
}

/* Keep the values of cells whose columns are not known for recovery. `row`: the row, or NULL for all rows of the table. */
static void defer(struct binding *binding, struct nb_table *table, struct nb_row *row, const struct printed *printed,
                  const struct nb_item *const *headers)
{
    struct pending *pending = new_pending(binding, table, row, printed, headers);
    pending->measured = has_doubts(binding->report->text, printed, false);
    *binding->pending_end = pending;
    binding->pending_end = &pending->next;
    for (struct nb_row *each = table->rows; each; each = each->next) {
        if ((row && each != row) || pending->measured)
            continue;
        struct nb_event *event = bind_event(binding, EVENT_CELL_COUNT, table, each, -1, pending->span);
        event->count = pending->count;
        event->expected = pending->slot_count;
    }
}

/* Keep a row that the reader has measured, in case the relations contradict it. */
static void keep_measured(struct binding *binding, struct nb_table *table, struct nb_row *row, const struct printed *printed,
                          const struct nb_item *const *headers)
{
    if (!has_doubts(binding->report->text, printed, true))
        return;
    struct pending *pending = new_pending(binding, table, row, printed, headers);
    pending->measured = true;
    pending->next = binding->measured;
    binding->measured = pending;
}

/* Whether a row that is printed again says the same. */
static bool same_values(const struct nb_report *report, const struct nb_row *row, const struct nb_item *const *cells)
{
    for (size_t c = 0; c < row->form->column_count; c++) {
        struct nb_cell cell = {0};
        bind_cell((struct nb_report *)report, &row->form->columns[c], cells[c], NULL, &cell);
        if (cell.status != row->cells[c].status ||
            strcmp(cell.value ? cell.value : "", row->cells[c].value ? row->cells[c].value : "") != 0)
            return false;
    }
    return true;
}

bool row_is_empty(const struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].status != NB_BLANK && row->cells[c].status != NB_MISSING)
            return false;
    return true;
}

/* Note that a cell holds something else than a number, once for what is printed, wherever it is put at last. */
static void note_not_number(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    struct nb_event *event = binding->report->events;
    while (event && (event->kind != EVENT_NOT_A_NUMBER || event->span.start != cell->span.start))
        event = event->next;
    if (!event)
        event = bind_event(binding, EVENT_NOT_A_NUMBER, table, row, column, cell->span);
    event->row = row;
    event->column = column;
    event->found = cell->raw;
}

void bind_item(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column, const struct nb_item *item,
               const struct nb_item *header)
{
    bind_cell(binding->report, &row->form->columns[column], item, header, &row->cells[column]);
    if (item && (item->kind == NB_ITEM_NOT_NUMBER || (item->kind == NB_ITEM_VALUE && !row->cells[column].value)))
        note_not_number(binding, table, row, column);
}

static void take_cells(struct binding *binding, const struct nb_table *table, struct nb_row *row, const struct printed *printed,
                       const struct nb_item *const *cells, const struct nb_item *const *headers)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        bind_item(binding, table, row, (int)c, cells[c], headers[c]);
    row->printed = true;
    row->label =
        printed->label ? printed->label->span : (struct nb_span){printed->items[0]->span.start, printed->items[0]->span.start};
}

static bool is_pending(const struct binding *binding, const struct nb_row *row)
{
    for (const struct pending *pending = binding->pending; pending; pending = pending->next)
        for (size_t i = 0; i < pending->slot_count; i++)
            if (pending->slots[i].row == row)
                return true;
    return false;
}

/* Bind a printed row to row `index` of its table. */
static void bind_row(struct binding *binding, const struct printed *printed, int index)
{
    struct nb_table *table = find_table(binding, printed->table);
    if (!table)
        return;
    struct nb_row *row = find_row(binding, table, printed, index);
    size_t count = row->form->column_count;
    const struct nb_item **cells = arena_alloc(binding->report->arena, 2 * count * sizeof *cells), **headers = cells + count;
    find_headers(printed, index, headers);
    bool exact = bind_exactly(binding->report->text, printed, headers, count, cells);
    bool any = count_values(printed) > 0;
    if (!exact && !any) {
        memset(cells, 0, count * sizeof *cells);
        exact = true;
    }
    bool again = row->printed && (!row_is_empty(row) || is_pending(binding, row));
    if (again && (!any || (exact && same_values(binding->report, row, cells))))
        return;
    if (again) {
        bind_event(binding, EVENT_ROW_REPEATED, table, row, -1, row_span(printed));
        return;
    }
    if (row->printed && any)
        bind_event(binding, EVENT_ROW_REPEATED, table, row, -1, row_span(printed));
    take_cells(binding, table, row, printed,
               exact ? cells : (const struct nb_item *const *)arena_alloc(binding->report->arena, count * sizeof *cells),
               headers);
    if (!exact)
        defer(binding, table, row, printed, headers);
    else
        keep_measured(binding, table, row, printed, headers);
}

/* ---- across tables: the cells of all rows stand in one line under all column labels ---- */

static void bind_across(struct binding *binding, const struct printed *printed)
{
    struct nb_table *table = find_table(binding, printed->table);
    size_t width = across_width(printed->table), at = 0;
    if (!table || table->rows->printed)
        return;
    const struct nb_item **cells = arena_alloc(binding->report->arena, 2 * width * sizeof *cells), **headers = cells + width;
    for (size_t r = 0; r < printed->table->row_count; at += printed->table->rows[r++].column_count)
        find_headers(printed, (int)r, headers + at);
    bool exact = bind_exactly(binding->report->text, printed, headers, width, cells);
    if (!exact)
        memset(cells, 0, width * sizeof *cells);
    at = 0;
    for (struct nb_row *row = table->rows; row; row = row->next) {
        take_cells(binding, table, row, printed, cells + at, headers + at);
        at += row->form->column_count;
    }
    if (!exact)
        defer(binding, table, NULL, printed, headers);
    else
        keep_measured(binding, table, NULL, printed, headers);
}

/* ---- all of it ---- */

static void make_tables(struct nb_report *report)
{
    struct nb_table **end = &report->tables;
    for (size_t t = 0; t < report->form->table_count; t++) {
        struct nb_table *table = arena_alloc(report->arena, sizeof *table);
        table->form = &report->form->tables[t];
        struct nb_row **row_end = &table->rows;
        for (size_t r = 0; r < table->form->row_count; r++) {
            *row_end = new_row(report, report->form, &table->form->rows[r]);
            row_end = &(*row_end)->next;
        }
        *end = table;
        end = &table->next;
    }
}

/* A value that was read but belongs to no row: say so. */
static void note_unknown(struct binding *binding, const struct printed *printed)
{
    if (!count_values(printed) || !printed->grid->form)
        return;
    struct nb_span span = row_span(printed);
    bind_event(binding, EVENT_ROW_UNKNOWN, NULL, NULL, -1, span)->found =
        arena_strndup(binding->report->arena, binding->report->text->bytes + span.start, span.end - span.start);
}

static void mark_inferred(struct binding *binding, const struct printed *printed)
{
    struct nb_table *table = find_table(binding, printed->table);
    struct nb_row *row = table ? find_row(binding, table, printed, printed->row) : NULL;
    if (!row)
        return;
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].status == NB_GIVEN)
            row->cells[c].status = NB_PLACED;
    struct nb_event *event = bind_event(binding, EVENT_PLACED, table, row, -1, row_span(printed));
    event->count = printed->count;
    event->expected = row->form->column_count;
}

/* Numbers without a label that follow a row may be its own, set over two lines. */
static void note_strays(struct binding *binding, struct nb_table *table, const struct printed *printed)
{
    for (struct nb_row *row = table->rows; row; row = row->next) {
        if (printed->row >= 0 && row != find_row(binding, table, printed, printed->row))
            continue;
        struct nb_event *event = bind_event(binding, EVENT_CELL_COUNT, table, row, -1, row_span(printed));
        event->count = count_values(printed) + printed->strays;
        event->expected = printed->row >= 0 ? row->form->column_count : across_width(printed->table);
    }
}

static void extend(struct nb_table *table, const struct printed *printed)
{
    bool headed = printed->first && printed->header_count && printed->header_grid == printed->grid;
    size_t start = headed ? printed->headers[0]->span.start : row_span(printed).start;
    size_t end = printed->count ? printed->items[printed->count - 1]->span.end : row_span(printed).end;
    if (!table->printed || start < table->span.start)
        table->span.start = start;
    if (!table->printed || end > table->span.end)
        table->span.end = end;
    table->printed = true;
}

static void bind_printed(struct binding *binding)
{
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        struct nb_table *table = printed->table ? find_table(binding, printed->table) : NULL;
        bool across = table && printed->table->across && printed->row < 0;
        if (table && (across || printed->row >= 0)) {
            if (across)
                bind_across(binding, printed);
            else
                bind_row(binding, printed, printed->row);
            extend(table, printed);
            if (printed->inferred)
                mark_inferred(binding, printed);
            if (printed->strays)
                note_strays(binding, table, printed);
            if (!printed->grid->form)
                ((struct nb_grid *)printed->grid)->form = table->form;
        } else {
            note_unknown(binding, printed);
        }
    }
}

/* A table of no known form: its cells say what they say. */
static void bind_other_cells(struct nb_report *report, struct nb_grid *grid)
{
    static const struct nb_form_column unknown = {"", "", NB_COUNT, ""};
    for (struct nb_item *item = grid->items; item; item = item->next) {
        item->cell = arena_alloc(report->arena, sizeof *item->cell);
        bind_cell(report, &unknown, item, NULL, item->cell);
        item->cell->span = item->span;
    }
}

/* A grid that has official labels but no row (a caption cut off from its table) belongs to the form too; the rest are other
 * tables. */
static void number_other_grids(struct nb_report *report)
{
    unsigned index = 0;
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next) {
        for (const struct nb_item *item = grid->items; item && !grid->form && report->form; item = item->next)
            if (item->label_id >= 0 && item->kind < NB_ITEM_TEXT)
                for (int u = 0; u < form_labels[item->label_id].use_count && !grid->form; u++) {
                    const struct form_use *use = &form_uses[form_labels[item->label_id].first_use + u];
                    if (&form_table[use->form] == report->form)
                        grid->form = &report->form->tables[use->table];
                }
        if (!grid->form && grid->items) {
            grid->other_index = index++;
            bind_other_cells(report, grid);
        }
    }
}

void bind_tables(struct nb_report *report)
{
    struct binding binding = {.report = report, .event_end = &report->events};
    while (*binding.event_end)
        binding.event_end = &(*binding.event_end)->next;
    binding.printed_end = &binding.printed;
    binding.pending_end = &binding.pending;
    report->form = choose_form(report);
    if (report->form && report->form->table_count) {
        make_tables(report);
        find_printed(&binding);
        bind_printed(&binding);
        place_pending(&binding);
        find_suspects(&binding);
        doubt_measured(&binding);
        note_tables(&binding);
    }
    number_other_grids(report);
}
