/* notes.c - what a table lacks: rows and tables not printed, out of order, of another form, with an empty
 * end. */
#include "table_head.h"

#include "arena.h"
#include "lexicon.h"
#include "relations.h"
#include "text.h"

#include <string.h>

/* Where a row that is not printed would stand: behind the last printed row before it. */
static struct nb_span place_of_missing(const struct nb_table *table, const struct nb_row *row)
{
    struct nb_span span = table->span;
    for (const struct nb_row *each = table->rows; each && each != row; each = each->next)
        if (each->printed)
            span = each->label;
    return span;
}

/* Whether the table has a row with fewer cells than the form has: its page has lost the empty ones. */
static bool loses_empty_cells(const struct binding *binding, const struct nb_table *table)
{
    for (const struct pending *pending = binding->pending; pending; pending = pending->next)
        if (pending->table == table && !pending->measured && pending->count < pending->slot_count)
            return true;
    for (const struct printed *printed = binding->printed; printed; printed = printed->next)
        if (printed->index >= 0 && !printed->row->room && strcmp(printed->table->id, table->form->id) == 0 &&
            printed->label == &printed->row->cells[printed->row->count - 1])
            return true;
    return false;
}

/* Where empty cells are lost, the values behind a label may be those of the next row if that has lost its
 * label. */
static void note_lost_labels(struct binding *binding, const struct nb_table *table)
{
    if (!loses_empty_cells(binding, table))
        return;
    for (const struct nb_row *row = table->rows; row && row->next; row = row->next)
        if (row->printed && !row_is_empty(row) && !row->next->printed && !row_is_replaced(table, row->next))
            bind_event(binding, EVENT_LABEL_LOST, table, row, -1, row->label)->found = row->next->form->label;
}

static bool lacks_tables(const struct binding *binding)
{
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        if (!table->printed)
            return true;
    return false;
}

/* A text that ends with the last number of a table, while other tables are still due, may have been cut
 * within the number. */
static void cut_last_value(struct binding *binding, const struct nb_table *table, size_t text_end)
{
    for (struct nb_row *row = table->rows; row; row = row->next)
        for (size_t c = 0; c < row->form->column_count; c++)
            if (row->cells[c].span.end == text_end && row->cells[c].status != NB_BLANK)
                bind_event(binding, EVENT_TABLE_TRUNCATED, table, row, (int)c, row->cells[c].span);
}

/* Whether digits stand behind the label of a row, up to the next label and near it, enough of them for half
 * of its columns. */
static bool has_digits_behind(const struct nb_report *report, const struct nb_table *table,
                              const struct nb_row *row)
{
    enum { NEAR = 300 }; /* bytes: the longest label has 110 */
    size_t end = report->text->length - row->label.end < NEAR ? report->text->length : row->label.end + NEAR,
           digits = 0;
    for (const struct nb_row *next = table->rows; next; next = next->next)
        if (next->printed && next->label.start > row->label.start && next->label.start < end)
            end = next->label.start;
    for (size_t at = row->label.end; at < end; at++)
        digits += (unsigned)(report->text->shadow[at] - '0') < 10;
    return 2 * digits >= row->form->column_count;
}

/* Rows whose label is printed and none of their cells, though numbers stand behind it: they were not read.
 * Without any the page has lost empty cells. */
static void note_bare_labels(struct binding *binding, const struct nb_table *table)
{
    for (const struct nb_row *row = table->rows; row; row = row->next) {
        size_t c = 0, count = row->form->column_count;
        while (row->printed && c < count && row->cells[c].status == NB_MISSING)
            c++;
        if (c < count || !has_digits_behind(binding->report, table, row))
            continue;
        struct nb_event *event = bind_event(binding, EVENT_CELL_COUNT, table, row, -1, row->label);
        event->expected = count;
        event->reason = "empty";
    }
}

static void note_missing_rows(struct binding *binding, const struct nb_table *table, size_t text_end)
{
    size_t printed = 0, total = 0, trailing = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next) {
        bool there = row->printed || row_is_replaced(table, row);
        total++;
        printed += there;
        trailing = there ? 0 : trailing + 1;
    }
    if (!trailing && lacks_tables(binding))
        cut_last_value(binding, table, text_end);
    bool cut = trailing && table->span.end + 64 > text_end;
    if (cut) {
        struct nb_event *event = bind_event(binding, EVENT_TABLE_TRUNCATED, table, NULL, -1,
                                            (struct nb_span){table->span.end, table->span.end});
        event->count = printed;
        event->expected = total;
    }
    size_t index = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next, index++)
        if (!row->printed && !row_is_replaced(table, row) && !(cut && index >= total - trailing))
            bind_event(binding, EVENT_ROW_MISSING, table, row, -1, place_of_missing(table, row));
}

static void note_missing(struct binding *binding)
{
    const struct nb_text *text = binding->report->text;
    size_t end = text->length;
    while (end && strchr(" \n\r\t\x01\x1D\x1E\x1F|", text->shadow[end - 1]))
        end--;
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        if (!table->printed)
            bind_event(binding, EVENT_TABLE_MISSING, table, NULL, -1, (struct nb_span){0, 0});
        else {
            note_missing_rows(binding, table, end);
            note_bare_labels(binding, table);
            note_lost_labels(binding, table);
        }
}

/* Rows read by position whose last cell is empty although others are not. */
static void note_empty_ends(struct binding *binding)
{
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next) {
            size_t last = row->form->column_count - 1, given = 0;
            for (size_t c = 0; c < last; c++)
                given += row->cells[c].status == NB_GIVEN || row->cells[c].status == NB_NA ||
                         row->cells[c].status == NB_SUSPECT;
            if (given && row->cells[last].status == NB_BLANK)
                bind_event(binding, EVENT_LAST_EMPTY, table, row, -1, row->label);
        }
}

/* Whether two rows have the same columns, with the same printed labels over them. */
static bool share_labels(const struct nb_row *row, const struct nb_row *other)
{
    const struct bound_row *one = (const struct bound_row *)row, *two = (const struct bound_row *)other;
    return row->form->columns == other->form->columns && one->grid == two->grid && one->head == two->head;
}

/* Whether some row of a table prints a cell. */
static bool prints_cells(const struct nb_table *table)
{
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (size_t c = 0; c < row->form->column_count; c++)
            if (row->cells[c].status != NB_MISSING)
                return true;
    return false;
}

/* The columns of a row of which it prints no cell, though it prints others, or no label of a column stands
 * over the table and no cell in it; with those behind it that share its labels, but where rows stand side by
 * side, each below its own. */
static uint64_t columns_lacked(const struct nb_table *table, const struct nb_row *first)
{
    uint64_t printed = 0;
    for (const struct nb_row *row = first; row; row = table->form->across ? NULL : row->next)
        for (size_t c = 0; share_labels(row, first) && c < row->form->column_count; c++)
            printed |= (uint64_t)(row->cells[c].status != NB_MISSING) << c;
    bool bare = first->printed && !((const struct bound_row *)first)->head && !prints_cells(table);
    return printed || bare ? ~printed : 0;
}

/* Columns whose labels are not there, each told once for all rows of the form that have it. Where places
 * choose, they choose columns, too. Rows before are looked at only where one is lacking, as hardly ever: a
 * table printed in pieces took 14 instructions a byte of its report else. */
static void note_missing_columns(struct binding *binding)
{
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        for (const struct nb_row *first = table->form->choice ? NULL : table->rows; first;
             first = first->next) {
            const struct nb_row *before = table->rows;
            while (before != first && (table->form->across || !share_labels(before, first)))
                before = before->next;
            uint64_t lacked = before == first ? columns_lacked(table, first) : 0;
            for (before = table->rows; lacked && before != first; before = before->next)
                if (before->form->columns == first->form->columns)
                    lacked &= ~columns_lacked(table, before);
            for (size_t c = 0; lacked && c < first->form->column_count; c++)
                if (lacked >> c & 1)
                    bind_event(binding, EVENT_COLUMN_MISSING, table, first, (int)c, table->span);
        }
}

/* ---- totals ---- */

/* The sum of what a total adds up, where the total is seen to be empty and the sum is not 0; `whole`: all of
 * it is printed and read. */
static bool total_lacks(const struct equation *equation, int64_t *sum, bool *whole)
{
    const struct nb_cell *total = equation->count ? term_cell(&equation->terms[0]) : NULL;
    if (!total || (total->status != NB_BLANK && total->status != NB_NA))
        return false;
    *sum = 0;
    *whole = true;
    bool numbers = false;
    for (size_t t = 1; t < equation->count; t++) {
        const struct nb_cell *cell = term_cell(&equation->terms[t]);
        int64_t number = 0;
        if (cell->value && !whole_number(cell->number, &number))
            return false;
        *whole &= cell->value || cell->status == NB_BLANK || cell->status == NB_NA;
        *sum -= equation->terms[t].sign * equation->terms[0].sign * number;
        numbers |= number != 0;
    }
    return numbers;
}

/* One event a row, with the sums of its totals where all of them are known. A sum over received and
 * carried-in is no total of its own (balance). */
static void note_totals(struct binding *binding, const struct nb_table *table)
{
    struct nb_arena *arena = binding->report->arena;
    struct equations equations = table_equations(table);
    struct nb_event **first = binding->event_end;
    for (size_t e = 0; e < equations.count; e++) {
        const struct equation *equation = &equations.equations[e];
        int64_t sum;
        bool whole;
        if (!total_lacks(equation, &sum, &whole) || strcmp(equation->rule, "balance") == 0)
            continue;
        const struct nb_row *row = equation->terms[0].row;
        const char *text = whole ? number_text(arena, (struct nb_number){sum, 0}) : NULL;
        struct nb_event *event = *first;
        while (event && event->row != row)
            event = event->next;
        if (!event) {
            const struct nb_cell *cell = term_cell(&equation->terms[0]);
            event = bind_event(binding, EVENT_TOTAL_MISSING, table, row, equation->terms[0].column,
                               cell->status == NB_NA ? cell->span : row->label);
            event->suggestion = text;
        } else if (event->column != equation->terms[0].column || !text || !event->suggestion ||
                   strcmp(event->suggestion, text) != 0) {
            /* another total, or the same one by its column, which asks for another number */
            event->column = -1;
            event->span = row->label;
            event->suggestion =
                text && event->suggestion ? arena_printf(arena, "%s, %s", event->suggestion, text) : NULL;
        }
    }
}

static void note_foreign_rows(struct binding *binding)
{
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            if (row->origin != binding->report->form)
                bind_event(binding, EVENT_FORM_MISMATCH, table, row, -1, row->label);
}

/* Where places choose rows, they choose their order, too. */
static void note_order(struct binding *binding)
{
    const struct printed *before = NULL;
    for (const struct printed *printed = binding->printed; printed; printed = printed->next) {
        if (printed->index < 0 || printed->repeated || printed->table->form != binding->report->form ||
            printed->table->across || printed->table->choice)
            continue;
        if (before && before->grid == printed->grid && before->table == printed->table &&
            printed->index < before->index) {
            struct nb_table *table = find_table(binding, printed->table);
            struct nb_row *row = find_row(binding, table, printed->table, printed->index);
            bind_event(binding, EVENT_ROW_ORDER, table, row, -1,
                       printed->label ? printed->label->span : grid_row_span(printed->row));
        }
        before = printed;
    }
}

/* An annex that is not printed is no table of the report. */
static void drop_annexes(struct nb_report *report)
{
    struct nb_table **table = &report->tables;
    while (*table)
        if ((*table)->form->annex && !(*table)->printed)
            *table = (*table)->next;
        else
            table = &(*table)->next;
}

/* ---- what was not seen empty ---- */

/* Whether words are a piece of the label of a column: no other one of the form's, nor another word for it. */
static bool is_piece(const struct nb_text *text, const struct grid_cell *label,
                     const struct nb_form_table *table)
{
    enum label_part most = NO_PART;
    for (size_t c = 0; label->kind != CELL_BLANK && c < table->rows->column_count; c++) {
        enum label_part part = part_of_label(text, label->span, table->rows->columns[c].label);
        most = part > most ? part : most;
    }
    return most == PART_OF;
}

/* Whether some label of a head is one of a column only in part. */
static bool has_pieces(const struct binding *binding, const struct table_head *head)
{
    for (size_t c = 0; head && c < head->count; c++)
        if (is_piece(binding->report->text, head->columns[c].label, head->table))
            return true;
    return false;
}

/* Whether what is told of a row says that its cells, whose order alone is known, are other columns': its
 * total or its end is empty where some total has moved, or columns are missing whose labels are torn. An
 * empty end alone tells nothing: of 546 cells beside such, 16 were wrong (320 converters' texts). */
static bool doubts_places(const struct binding *binding, const struct nb_event *event,
                          const struct nb_row *row)
{
    const struct bound_row *bound = (const struct bound_row *)row;
    enum text_grid known = bound->grid ? bound->grid->known : TEXT_GRID;
    if (event->kind == EVENT_COLUMN_MISSING)
        return known == TEXT_ORDER && share_labels(row, event->row) && has_pieces(binding, bound->head);
    return event->row == row && ((const struct bound_table *)event->table)->moved &&
           (event->kind == EVENT_TOTAL_MISSING ? known != TEXT_GRID
                                               : event->kind == EVENT_LAST_EMPTY && known == TEXT_ORDER);
}

/* Where the order of a row's cells alone may be that of others, it may have lost empty ones: a sign for
 * nothing that stands in the place of a sum is another column's. */
static void deny_row(struct binding *binding, const struct nb_table *table, struct nb_row *row)
{
    bool order = ((const struct bound_row *)row)->grid->known == TEXT_ORDER;
    for (int c = 0; c < (int)row->form->column_count; c++) {
        struct evidence *evidence = evidence_of(row, c);
        if (evidence->cell && evidence->cell->kind == CELL_NA)
            evidence->witness = WITNESS_GUESS;
        evidence->empty &= !order;
        verdict(binding, table, row, c);
    }
}

/* Where the last columns are not printed, a page may end there, and within the one before them, unless its
 * cells stand in a grid that is none of a page (PDF) and its label is whole. */
static void deny_end(struct binding *binding, const struct nb_table *table, struct nb_row *row)
{
    const struct table_head *head = ((const struct bound_row *)row)->head;
    int column = (int)row->form->column_count - 1;
    while (column > 0 && row->cells[column].status == NB_MISSING)
        column--;
    if (!evidence_of(row, column)->empty)
        return; /* as most */
    bool cut = !head || !head->count || head->grid->known != TEXT_GRID ||
               !strcmp(binding->report->text->format, "pdf") ||
               is_piece(binding->report->text, head->columns[head->count - 1].label, head->table);
    if (cut)
        deny_empty(binding, table, row, column, false);
}

static void deny_doubted(struct binding *binding)
{
    for (const struct nb_event *event = binding->report->events; event; event = event->next)
        for (struct nb_row *row = event->row ? event->table->rows : NULL; row; row = row->next)
            if (doubts_places(binding, event, row))
                deny_row(binding, event->table, row);
            else if (event->kind == EVENT_COLUMN_MISSING && share_labels(row, event->row) &&
                     event->column + 1 == (int)row->form->column_count)
                deny_end(binding, event->table, row);
}

void note_tables(struct binding *binding)
{
    drop_annexes(binding->report);
    note_empty_ends(binding);
    note_order(binding);
    note_foreign_rows(binding);
    note_missing(binding);
    note_missing_columns(binding);
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        note_totals(binding, table);
    deny_doubted(binding);
}
