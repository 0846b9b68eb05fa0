/* bind.c - give the printed tables their meaning: which form, which row, which column.
 *
 * A value belongs to the column whose printed label stands over it and to the row whose label stands before
 * it. Where a row has lost cells, or has too many, its values are left to the form's relations (place.c).
 * What is known of each cell is gathered as evidence; verdict.c makes value and status of it. */
#include "table_head.h"

#include "arena.h"
#include "text.h"

#include <string.h>

/* Five questions ask for the numbers of a row. */
static void count_row_numbers(const struct binding *binding)
{
    for (struct printed *printed = binding->printed; printed; printed = printed->next)
        for (size_t i = 0; i < printed->row->count; i++)
            printed->numbers += count_numbers(binding->report->text, &printed->row->cells[i]);
}

/* ---- what rows of a printed table say of each other ---- */

/* Whether the row has a place in the form: of its own, or under labels that name rows. */
static bool is_placed(const struct printed *printed)
{
    return !printed->other &&
           (printed->index >= 0 || (printed->table->across && printed->row->kind != ROW_WORDS));
}

/* Whose a row of an across table is, whose labels stand over its columns, by the words that it begins with:
 * 2019年, 上年. They are its label. */
static enum owner owner_of_row(const struct nb_report *report, struct printed *printed)
{
    const struct grid_cell *first = printed->row->cells;
    bool words =
        printed->row->count && printed->table->across && printed->index < 0 && first->kind == CELL_WORDS;
    enum owner owner = words ? owner_of(report, first->span) : OWNER_UNTOLD;
    printed->label = owner != OWNER_UNTOLD ? first : printed->label;
    return owner;
}

/* Whether a cell of a head holds several numbers and nothing else: they are no label. */
static bool holds_row_in_head(const struct nb_text *text, const struct nb_grid *grid)
{
    for (const struct grid_part *part = grid->parts; part; part = part->next)
        FOR_CELLS (cell, part->head)
            if (cell->kind == CELL_WORDS && count_numbers(text, cell) > 1)
                return true;
    return false;
}

/* Of the rows [first, end) of a printed table: rows of several years, one below the other, are not all the
 * report's. Where rows of numbers have no place in the form, they may be those of its rows that print none; a
 * single number (of a page) is nobody's row. */
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

/* Where labels stand behind their values, as a reader of pages put them, a row has the values of the next
 * one, too, and a row below none: whose the values between are nothing tells. */
static void find_shifted(struct binding *binding)
{
    struct printed *surplus = NULL;
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        size_t values = row_count(printed->row, 0, PLAIN_CELLS), columns = printed->table->rows->column_count;
        if (printed->grid->known != TEXT_ORDER || !printed->label ||
            (surplus && surplus->grid != printed->grid)) {
            surplus = NULL;
        } else if (columns > 1 && values >= 2 * columns) {
            surplus = printed;
        } else if (surplus && !values) {
            for (surplus = surplus->next; surplus != printed->next; surplus = surplus->next)
                surplus->shifted = true;
            surplus = NULL;
        }
    }
}

/* Whether a whole row of values stands before the label of the form's first row: then labels follow their
 * values, where they take several lines, and which row the others belong to nothing tells (PyMuPDF, sorted).
 */
static bool leads_labels(const struct printed *printed)
{
    size_t columns = printed->table->rows->column_count;
    return !printed->label && printed->index < 0 && !printed->table->across && printed->next &&
           printed->next->grid == printed->grid && printed->next->label && !printed->next->index &&
           printed->row->count == columns && printed->numbers == columns && columns > 1;
}

/* Whether the values of several rows of a table stand behind one label, and as many rows print none, more
 * than print some: a page's labels, and then its values (pdfminer). */
static bool holds_values_of_all(const struct binding *binding, const struct nb_form_table *table)
{
    enum { SEVERAL = 3 };
    size_t columns = table->rows->column_count, empty = 0, filled = 0, fewest = SIZE_MAX;
    for (const struct printed *printed = binding->printed; printed; printed = printed->next) {
        if (printed->table != table || !printed->label)
            continue;
        *(printed->numbers ? &filled : &empty) += 1;
        if (printed->grid->known == TEXT_ORDER && printed->numbers >= SEVERAL * columns &&
            printed->numbers < fewest)
            fewest = printed->numbers;
    }
    return columns > 1 && empty > filled && (empty + 1) * columns >= fewest;
}

/* Whether labels and values stand apart from each other, so that nothing tells which belong together. */
static bool stands_apart(const struct binding *binding)
{
    const struct nb_form *form = binding->report->form;
    for (const struct printed *printed = binding->printed; printed; printed = printed->next)
        if (printed->grid->known == TEXT_ORDER && leads_labels(printed))
            return true;
    for (size_t t = 0; t < form->table_count; t++)
        if (holds_values_of_all(binding, &form->tables[t]))
            return true;
    return false;
}

/* Whether the head over the rows [first, end) has lost labels: those that are known stand in the form's
 * order, and most rows hold a value for each column of the form, which are more, and some print more than
 * there are labels. */
static bool is_torn(const struct table_head *head, const struct printed *first, const struct printed *end)
{
    size_t columns = head->row->column_count, gap, rows = 0, full = 0, known = 0;
    bool wide = false;
    for (size_t c = 0; c < head->count; c++)
        known += head->columns[c].named != 0;
    if (head->table->across || known >= columns || !in_form_order(head, &gap))
        return false;
    for (const struct printed *printed = first; printed != end; printed = printed->next) {
        rows += printed->numbers > 0;
        full += printed->numbers == columns && printed->row->count != head->width;
        wide |= row_count(printed->row, behind_label(printed), PRINTED_CELLS) > head->count;
    }
    return wide && full * 2 > rows;
}

/* The columns of a head that has lost labels are the form's, in its order. */
static void give_up_torn_heads(const struct binding *binding)
{
    for (struct printed *first = binding->printed, *end; first; first = end) {
        for (end = first->next; end && end->head == first->head;)
            end = end->next;
        if (first->head && is_torn(first->head, first, end))
            ((struct table_head *)first->head)->count = 0;
    }
}

/* ---- values that belong to no row ---- */

/* Whether a cell prints nothing but numbers and signs for nothing, also such as run together, as a page's
 * values do that are no wider than their glyphs. */
static bool holds_only_values(const struct nb_text *text, const struct grid_cell *cell)
{
    const char *at = text->shadow + cell->span.start, *end = text->shadow + cell->span.end;
    while (at < end && (strchr("0123456789-/ \n\x01", *at) || utf8_is(at, "无")))
        at += utf8_step(at);
    return at == end;
}

/* Whether the one value of a row stands left of all columns, as a piece of a label that is set downwards does
 * (三): it is none of the rows beside it. */
static bool is_in_labels(const struct nb_text *text, const struct grid_row *row,
                         const struct table_head *head)
{
    size_t values = 0, at = 0;
    for (size_t i = 0; i < row->count; i++)
        if (is_printed_value(&row->cells[i])) {
            values++;
            at = i;
        }
    bool several =
        values == 1 && row->cells[at].kind == CELL_WORDS && holds_only_values(text, &row->cells[at]);
    return values == 1 && !several && head && head->count && row->count == head->width &&
           at < head->columns[0].position;
}

/* The empty cells of a row beside values without a label were not seen empty: the values may be theirs. */
static void doubt_empty(struct binding *binding, const struct printed *printed, const struct printed *beside)
{
    if (!beside || (beside->grid != printed->grid && !beside->guessed) || beside->index < 0 ||
        beside->repeated || is_in_labels(binding->report->text, printed->row, beside->head))
        return;
    struct nb_table *table = find_table(binding, beside->table);
    struct nb_row *row = find_row(binding, table, beside->table, beside->index);
    for (size_t c = 0; c < row->form->column_count; c++)
        deny_empty(binding, table, row, (int)c, false);
}

/* Whether a row prints nothing but words that are near to a label: they may be the rest of what stands before
 * them. */
static bool is_rest(const struct printed *printed)
{
    return printed && printed->guessed && !printed->numbers;
}

/* Whether a cell of a row stands where labels of rows do: words that stand over a page (a watermark's) may
 * stand among values. */
static bool is_before_columns(const struct printed *printed, const struct grid_cell *cell)
{
    const struct table_head *head = printed->head;
    return !head || !head->count || printed->row->count != head->width ||
           cell->column < head->columns[0].position;
}

/* Whether a row has a label of the form and prints nothing behind it. */
static bool is_bare(const struct printed *printed)
{
    return printed && printed->index >= 0 && printed->label && !printed->repeated &&
           !row_count(printed->row, behind_label(printed), PRINTED_CELLS);
}

/* Values that belong to no row: say so; of signs for nothing only beside a row without any. */
static void note_unknown(struct binding *binding, const struct printed *printed, const struct printed *before)
{
    bool bare = (is_bare(before) || is_bare(printed->next)) && row_count(printed->row, 0, PRINTED_CELLS);
    for (size_t i = 0; i < printed->row->count; i++)
        bare &= cell_is(&printed->row->cells[i], 1 << CELL_SPAN) ||
                holds_only_values(binding->report->text, &printed->row->cells[i]);
    if ((!printed->numbers && !row_count(printed->row, 0, 1 << CELL_GARBLED) && !bare) ||
        !printed->grid->form)
        return;
    const struct grid_cell *first = printed->row->cells;
    while (first + 1 < printed->row->cells + printed->row->count && !is_printed_value(first))
        first++;
    struct nb_event *event =
        bind_event(binding, EVENT_ROW_UNKNOWN, find_table(binding, printed->table), NULL, -1, first->span);
    event->found =
        first->kind == CELL_WORDS && !bare && is_before_columns(printed, first) && !is_rest(printed->next)
            ? printed_words(binding->report, first->span)
            : "";
    event->count = printed->deprived;
    if (!*event->found) {
        doubt_empty(binding, printed, before);
        doubt_empty(binding, printed, printed->next);
    }
    if (before && before->grid == printed->grid && before->index >= 0 && !before->repeated)
        event->row = find_row(binding, find_table(binding, before->table), before->table, before->index);
}

/* ---- all of it ---- */

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

/* A table that has official labels but no row (a caption cut off from its table) belongs to the form too; the
 * rest are other tables. */
static const struct nb_form_table *labelled_table(const struct nb_grid *grid, const struct nb_form *form)
{
    for (const struct grid_part *part = grid->parts; part; part = part->next)
        FOR_CELLS (cell, part->head)
            for (size_t t = 0; cell->label >= 0 && t < form->table_count; t++)
                if (rows_named(cell->label, &form->tables[t]) | columns_named(cell->label, &form->tables[t]))
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
    struct binding binding = {
        .report = report, .work = arena_new(), .scratch = arena_new(), .event_end = &report->events};
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
        keep_own_years(&binding);
        put_labels_first(report);
        join_beside(report);
        join_below(report);
        struct nb_event **noted = binding.event_end;
        find_printed(&binding);
        count_row_numbers(&binding);
        if (stands_apart(&binding)) {
            ((struct nb_text *)report->text)->apart = true;
            binding.printed = NULL;
            *(binding.event_end = noted) = NULL;
        }
        for (struct printed *first = binding.printed, *end; first; first = end)
            compare_rows(report, first, end = end_of_grid(first));
        find_shifted(&binding);
        give_up_torn_heads(&binding);
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
