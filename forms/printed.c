/* printed.c - cut the printed tables into rows, and tell which row of the form each is. */
#include "bind.h"

#include "arena.h"
#include "text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_HEADERS = 64 };

struct collector {
    struct binding *binding;
    const struct nb_grid *grid, *header_grid;
    const struct nb_item **items, *headers[MOST_HEADERS];
    size_t item_count, header_count;
    const struct nb_item *label;
    const struct nb_item **copied; /* the column labels, for all rows below them; NULL: not copied yet */
    unsigned line;                 /* where the last item stands */
    bool in_run, label_follows;    /* inside a run of empty cells; a label comes behind it */
    bool lossless;
    bool headers_done; /* a row has been seen since the last column label */
};

/* Whether the table prints an empty cell with room in it, or between two values, of one line or of lines of their own: then empty
 * cells were not lost. */
static bool keeps_empty_cells(const struct nb_grid *grid)
{
    bool value = false, blank = false;
    for (const struct nb_item *item = grid->items, *before = NULL; item; before = item, item = item->next) {
        if (!before || !is_cell(item) || (before->line != item->line && (before->line_width > 1 || item->line_width > 1)))
            value = blank = false;
        if ((is_printed_value(item) && blank) || (item->kind == NB_ITEM_BLANK && item->roomy))
            return true;
        blank = value && !is_printed_value(item);
        value = value || is_printed_value(item);
    }
    return false;
}

static const struct nb_item **copy_items(struct nb_arena *arena, const struct nb_item **items, size_t count)
{
    const struct nb_item **copy = arena_alloc(arena, (count + 1) * sizeof *copy);
    memcpy(copy, items, count * sizeof *copy);
    return copy;
}

/* Whether cells without a row label are a row: they hold something, or are as many empty ones as an across table has. */
static bool is_row(const struct collector *c)
{
    for (size_t i = 0; i < c->item_count; i++)
        if (is_printed_value(c->items[i]))
            return true;
    const struct nb_form *form = c->binding->report->form;
    for (size_t t = 0; t < form->table_count; t++)
        if (form->tables[t].across && c->item_count == across_width(&form->tables[t]))
            return true;
    return false;
}

static void finish_row(struct collector *c)
{
    struct nb_arena *arena = c->binding->report->arena;
    if ((!c->label || c->label->kind != NB_ITEM_ROW) && !is_row(c))
        return;
    struct printed *printed = arena_alloc(arena, sizeof *printed);
    printed->grid = c->grid;
    printed->label = c->label;
    printed->items = copy_items(arena, c->items, c->item_count);
    printed->count = c->item_count;
    if (!c->copied)
        c->copied = copy_items(arena, c->headers, c->header_count);
    printed->headers = c->copied;
    printed->lossless = c->lossless;
    printed->header_count = c->header_count;
    printed->header_grid = c->header_grid;
    printed->row = -1;
    printed->strays = c->label && text_columns(c->binding->report->text, c->label->span.start);
    printed->first = !c->headers_done;
    *c->binding->printed_end = printed;
    c->binding->printed_end = &printed->next;
    c->headers_done = true;
}

/* Whether the next thing printed in this line is a label. */
static bool label_follows(const struct nb_item *item)
{
    for (const struct nb_item *next = item->next; next && next->line == item->line; next = next->next)
        if (!is_cell(next))
            return true;
        else if (is_printed_value(next))
            return false;
    return false;
}

/* Empty cells before the first label of a printed line stand under labels that span rows: they are not cells of the row above.
 * What follows is looked up once for a run of them. */
static bool before_label(struct collector *c, const struct nb_item *item)
{
    if (item->kind != NB_ITEM_BLANK && item->kind != NB_ITEM_PAD)
        return c->in_run = false;
    if (c->in_run && item->line == c->line)
        return c->label_follows;
    c->in_run = true;
    c->label_follows = label_follows(item);
    return c->label_follows;
}

/* Keep a column label; of a long run of them, the last, for no form has as many columns as MOST_HEADERS. */
static void add_header(struct collector *c, const struct nb_item *item)
{
    if (c->header_count == MOST_HEADERS) {
        c->header_count /= 2;
        memmove(c->headers, c->headers + c->header_count, c->header_count * sizeof *c->headers);
    }
    c->headers[c->header_count++] = item;
    c->copied = NULL;
}

/* Whether bars have closed the row: several, or one behind the last value of a row that is printed over lines. */
static bool is_closed(const struct collector *c)
{
    if (!c->item_count)
        return false;
    const struct nb_item *last = c->items[c->item_count - 1], *first = c->label ? c->label : c->items[0];
    bool beside = c->item_count > 1 && c->items[c->item_count - 2]->line == last->line;
    return last->kind == NB_ITEM_PAD || (last->kind == NB_ITEM_BLANK && beside && first->line != last->line);
}

/* Whether a cell begins a printed line while the row before it has ended with its own line, or bars have closed it: a row without
 * a label. */
static bool begins_row(const struct collector *c, const struct nb_item *item)
{
    if (item->line == c->line)
        return false;
    if (is_closed(c))
        return true;
    bool beside = !c->label || c->label->kind != NB_ITEM_ROW || c->label->line == c->line;
    bool one_line = c->item_count ? c->items[0]->line == c->line && beside : c->label && c->grid->ruled;
    return one_line && (c->grid->ruled || (c->item_count > 1 && c->items[0]->column != c->items[c->item_count - 1]->column));
}

static void start_row(struct collector *c, const struct nb_item *label)
{
    finish_row(c);
    c->item_count = 0;
    c->label = label;
}

static void collect_item(struct collector *c, const struct nb_item *item)
{
    if (is_cell(item)) {
        if (begins_row(c, item))
            start_row(c, NULL);
        if (!before_label(c, item))
            c->items[c->item_count++] = item;
        c->line = item->line;
        return;
    }
    start_row(c, item);
    c->line = item->line;
    c->in_run = false;
    if (item->kind == NB_ITEM_HEADER) {
        if (c->headers_done || c->header_grid != c->grid)
            c->header_count = 0;
        c->headers_done = false;
        c->header_grid = c->grid;
        add_header(c, item);
    }
}

static void collect_grid(struct collector *c, const struct nb_grid *grid)
{
    size_t count = 0;
    for (const struct nb_item *item = grid->items; item; item = item->next)
        count++;
    c->grid = grid;
    c->label = NULL;
    c->item_count = 0;
    c->items = xmalloc(count * sizeof *c->items);
    c->lossless = keeps_empty_cells(grid);
    for (const struct nb_item *item = grid->items; item; item = item->next)
        collect_item(c, item);
    finish_row(c);
    free(c->items);
}

/* Tell each item how many cells its printed line has, counted in columns. */
static void measure_lines(const struct nb_grid *grid)
{
    for (struct nb_item *first = grid->items, *end; first; first = end) {
        unsigned width = 0;
        for (end = first; end && end->line == first->line; end = end->next)
            width = end->column + (end->kind == NB_ITEM_PAD ? (unsigned)end->label_id : 1);
        for (struct nb_item *item = first; item != end; item = item->next)
            item->line_width = width;
    }
}

/* Column labels hold until the next ones, also for a table that a note has cut in two. */
static void collect_rows(struct binding *binding)
{
    struct collector c = {.binding = binding, .headers_done = true};
    for (const struct nb_grid *grid = binding->report->grids; grid; grid = grid->next) {
        measure_lines(grid);
        collect_grid(&c, grid);
    }
}

/* ---- which row of the form a printed row is ---- */

/* The table of a column label, by the labels that only one table has. */
static const struct nb_form_table *table_of_headers(const struct printed *printed, size_t form)
{
    for (size_t i = printed->header_count; i-- > 0;)
        for (size_t t = 0; t < form_table[form].table_count; t++) {
            const struct nb_form_table *table = &form_table[form].tables[t];
            bool elsewhere = false;
            for (size_t o = 0; o < form_table[form].table_count; o++)
                elsewhere |= o != t && find_use(printed->headers[i]->label_id, form, true, &form_table[form].tables[o]);
            if (!elsewhere && find_use(printed->headers[i]->label_id, form, true, table))
                return table;
        }
    return NULL;
}

static void set_row(struct printed *printed, size_t form, const struct form_use *use)
{
    printed->form = &form_table[form];
    printed->table = &form_table[form].tables[use->table];
    printed->row = use->row;
}

/* How many of the row's columns stand among the column labels above it. */
static size_t columns_above(const struct printed *printed, size_t form, const struct form_use *use)
{
    const struct nb_form_table *table = &form_table[form].tables[use->table];
    const struct nb_form_row *row = &table->rows[use->row];
    size_t found = 0;
    for (size_t c = 0; c < row->column_count; c++)
        for (size_t h = 0; h < printed->header_count; h++)
            if (is_column_label(printed->headers[h]->label_id, form, table, form_column_index(table, row, c))) {
                found++;
                break;
            }
    return found;
}

/* A group of the report's form that another form has as a row is that row if no row of the group follows it. */
static bool group_as_row(const struct printed *printed, size_t form)
{
    if (!is_group(printed->label->label_id, form))
        return true;
    const struct printed *next = printed->next;
    const struct form_use *use = next && next->label ? find_use(next->label->label_id, form, false, NULL) : NULL;
    const char *group = use ? form_table[form].tables[use->table].rows[use->row].group : "";
    return printed->count && strcmp(group, form_labels[printed->label->label_id].text) != 0;
}

/* A row of the report's form that stands for a group, because the rows of the other form's group follow it. */
static bool row_as_group(const struct printed *printed, const struct form_use *use, size_t form)
{
    const struct printed *next = printed->next;
    int label = next && next->label ? next->label->label_id : -1;
    if (printed->count || label < 0 || find_use(label, form, false, NULL))
        return false;
    const char *words = form_table[form].tables[use->table].rows[use->row].label;
    for (size_t f = 0; f < form_count; f++) {
        const struct form_use *other = f == form ? NULL : find_use(label, f, false, NULL);
        if (other && strcmp(form_table[f].tables[other->table].rows[other->row].group, words) == 0)
            return true;
    }
    return false;
}

/* Whether words stand above the values on a line of their own: a label that is not known, or a line that does not belong here. */
static bool under_stray_line(const struct printed *printed)
{
    return printed->label && printed->label->kind == NB_ITEM_TEXT && printed->count &&
           printed->items[0]->line != printed->label->line;
}

/* The cells that a row prints: values, and empty cells of a row in one line or on lines of their own. */
static size_t count_cells(const struct printed *printed)
{
    size_t count = 0;
    bool one_line = printed->count && printed->items[0]->line == printed->items[printed->count - 1]->line;
    for (size_t i = 0; i < printed->count; i++) {
        const struct nb_item *item = printed->items[i];
        count += is_printed_value(item) || (item->kind == NB_ITEM_BLANK && (one_line || item->line_width == 1));
    }
    return count;
}

/* The last of the rows that a stray line each has parted from this one, if together they print `width` cells; NULL otherwise. */
static struct printed *last_part(struct printed *printed, size_t width)
{
    size_t cells = count_cells(printed);
    while (cells < width) {
        printed = printed->next;
        if (!printed || !(under_stray_line(printed) || (!printed->label && !printed->first)))
            return NULL;
        cells += count_cells(printed);
    }
    return cells == width ? printed : NULL;
}

/* The table of a row without a label: that of the column labels right above it. A stray line may stand between them if the row
 * has all cells of an across table. */
static const struct nb_form_table *table_above(struct printed *printed, size_t form)
{
    if (!printed->first || (printed->label && !under_stray_line(printed)))
        return NULL;
    const struct nb_form_table *table = table_of_headers(printed, form);
    bool whole = table && table->across && last_part(printed, across_width(table));
    return whole || !printed->label ? table : NULL;
}

/* The row that the label names: in the report's form, or in the form whose columns stand above it. */
static void resolve(struct binding *binding, struct printed *printed)
{
    size_t own = form_index(binding->report->form);
    int label = printed->label ? printed->label->label_id : -1;
    printed->table = table_above(printed, own);
    if (printed->table)
        printed->label = NULL;
    if (printed->table && !printed->table->across && !count_values(printed))
        printed->table = NULL;
    if (printed->table)
        printed->form = binding->report->form;
    if (label < 0 || (printed->label->kind == NB_ITEM_HEADER && !printed->count))
        return;
    const struct form_use *best = find_use(label, own, false, NULL);
    if (best && row_as_group(printed, best, own))
        return;
    size_t best_form = own, best_columns = best ? columns_above(printed, own, best) : 0;
    for (size_t f = 0; f < form_count; f++) {
        const struct form_use *use = f == own ? NULL : find_use(label, f, false, NULL);
        if (!use || (!best && !group_as_row(printed, own)))
            continue;
        size_t columns = columns_above(printed, f, use);
        if (!best || columns > best_columns) {
            best = use;
            best_form = f;
            best_columns = columns;
        }
    }
    if (best)
        set_row(printed, best_form, best);
    else if (printed->label->kind == NB_ITEM_HEADER)
        printed->table = table_of_headers(printed, own);
    if (printed->table && !printed->form)
        printed->form = binding->report->form;
}

/* ---- rows that have lost their label ---- */

/* Where a row of any form stands in binding->labelled; NULL for one that the report's form does not have. */
static bool *label_mark(const struct binding *binding, const struct nb_form_table *table, int row)
{
    bool *mark = binding->labelled;
    for (size_t t = 0; t < binding->report->form->table_count; mark += binding->report->form->tables[t++].row_count) {
        const struct nb_form_table *own = &binding->report->form->tables[t];
        for (size_t r = 0; r < own->row_count && strcmp(own->id, table->id) == 0; r++)
            if ((own == table && (int)r == row) || (own != table && strcmp(own->rows[r].id, table->rows[row].id) == 0))
                return mark + r;
    }
    return NULL;
}

static void mark_labels(struct binding *binding)
{
    size_t rows = 0;
    for (size_t t = 0; t < binding->report->form->table_count; t++)
        rows += binding->report->form->tables[t].row_count;
    binding->labelled = arena_alloc(binding->report->arena, rows * sizeof *binding->labelled);
    for (const struct printed *printed = binding->printed; printed; printed = printed->next) {
        bool *mark = printed->row >= 0 ? label_mark(binding, printed->table, printed->row) : NULL;
        if (mark)
            *mark = true;
    }
}

static bool is_bound(const struct binding *binding, const struct nb_form_table *table, int row)
{
    const bool *mark = label_mark(binding, table, row);
    return !mark || *mark;
}

/* The row that stands next in the form behind this one, if the report has no label for it; -1 otherwise. */
static int unlabelled_after(const struct binding *binding, const struct nb_form_table *table, int row)
{
    if (table->across || row + 1 >= (int)table->row_count || is_bound(binding, table, row + 1))
        return -1;
    return row + 1;
}

/* The items of a row that count as cells: all but pads. */
static size_t without_pads(const struct printed *printed, const struct nb_item **items)
{
    size_t count = 0;
    for (size_t i = 0; i < printed->count; i++)
        if (printed->items[i]->kind != NB_ITEM_PAD)
            items[count++] = printed->items[i];
    return count;
}

/* A row that prints the cells of several rows has swallowed rows whose labels are lost: cut it. */
static void split_rows(struct binding *binding)
{
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        if (printed->row < 0 || printed->table->across)
            continue;
        size_t width = printed->table->rows[printed->row].column_count, values = count_values(printed);
        int lost = unlabelled_after(binding, printed->table, printed->row);
        if (width < 2 || lost < 0 || !values || values < width || (printed->count != values && printed->grid->ruled))
            continue;
        const struct nb_item **items = arena_alloc(binding->report->arena, printed->count * sizeof *items);
        if (without_pads(printed, items) != width + printed->table->rows[lost].column_count)
            continue;
        struct printed *rest = arena_alloc(binding->report->arena, sizeof *rest);
        *rest = *printed;
        printed->items = items;
        rest->items = items + width;
        rest->count = printed->table->rows[lost].column_count;
        rest->label = NULL;
        rest->row = lost;
        rest->inferred = true;
        *label_mark(binding, rest->table, lost) = true;
        printed->count = width;
        printed->next = rest;
    }
}

static bool same_kind(const struct printed *a, const struct printed *b)
{
    return a && b && a->row >= 0 && b->row >= 0 && a->grid == b->grid && a->table == b->table &&
           a->table->rows[a->row].column_count == b->table->rows[b->row].column_count;
}

/* Whether a label without cells and without a row of the form stands in the table of `row`: the head of a group. */
static bool is_group_head(const struct printed *row, const struct printed *printed)
{
    return printed && printed->row < 0 && !printed->count && printed->grid == row->grid;
}

/* The cells of a row's printed line, all of them or from its label on. */
static unsigned row_width(const struct printed *printed, bool from_label)
{
    return printed->label ? printed->label->line_width - (from_label ? printed->label->column : 0) : 0;
}

/* The width that most rows from `first` up to `end` have, by majority vote; *votes receives how many do. */
static unsigned common_width(const struct printed *first, const struct printed *end, bool from_label, size_t *votes)
{
    unsigned candidate = 0;
    size_t lead = 0;
    for (const struct printed *row = first; row != end; row = row->next) {
        if (row->row < 0)
            continue;
        unsigned width = row_width(row, from_label);
        candidate = lead ? candidate : width;
        lead = candidate == width ? lead + 1 : lead - 1;
    }
    *votes = 0;
    for (const struct printed *row = first; row != end; row = row->next)
        *votes += row->row >= 0 && row_width(row, from_label) == candidate;
    return candidate;
}

/* Whether nothing but empty cells follows a row: the text may have been cut within it. */
static bool ends_text(const struct nb_text *text, const struct printed *printed)
{
    size_t end = printed->count ? printed->items[printed->count - 1]->span.end : row_span(printed).end;
    while (end < text->length && strchr(" \t\n\r|", text->bytes[end]))
        end++;
    return end >= text->length;
}

/* Whether a row's printed line has fewer cells than the first row's, or than a line of column labels. */
static bool is_narrower(const struct printed *row, const struct printed *first)
{
    unsigned width = row_width(row, false);
    bool narrower = first->row >= 0 && width < row_width(first, false);
    for (size_t h = 0; h < row->header_count && row->header_grid == row->grid; h++)
        narrower |= width < row->headers[h]->line_width;
    return narrower;
}

/* By how many cells a row between borders is wider than the lines of column labels above it, or, of an across table, narrower: a
 * row with a label may leave out the last ones. 0: it is not, or there are no labels. */
static int surplus_to_labels(const struct printed *row)
{
    unsigned width = 0;
    for (size_t h = 0; h < row->header_count && row->header_grid == row->grid && row->grid->ruled; h++)
        width = row->headers[h]->line_width > width ? row->headers[h]->line_width : width;
    int surplus = width && row->count ? (int)row->items[0]->line_width - (int)width : 0;
    return surplus > 0 || row->table->across ? surplus : 0;
}

/* The leftmost column in which rows from `first` up to `end` print a value. */
static unsigned first_column(const struct printed *first, const struct printed *end)
{
    unsigned column = UINT_MAX;
    for (const struct printed *row = first; row != end; row = row->next)
        for (size_t i = 0; i < row->count && row->row >= 0; i++)
            if (is_printed_value(row->items[i]) && row->items[i]->column < column)
                column = row->items[i]->column;
    return column;
}

/* Lines of one table have the same width, or, where labels that span columns or rows leave no trace, the same width from the
 * label on. Whichever holds for more rows is the rule; the rows that break it have lost or gained a cell. */
static void find_widths(struct binding *binding)
{
    for (struct printed *first = binding->printed, *end; first; first = end) {
        size_t rows = 0, votes[2];
        for (end = first; end == first || same_kind(first, end) || is_group_head(first, end); end = end->next)
            rows += end->row >= 0;
        unsigned common[2] = {common_width(first, end, false, &votes[0]), common_width(first, end, true, &votes[1])};
        bool from_label = votes[1] > votes[0];
        for (struct printed *row = first; rows > 2 && votes[from_label] * 2 > rows && row != end; row = row->next)
            row->surplus_width = (int)row_width(row, from_label) - (int)common[from_label];
        unsigned column = first_column(first, end);
        for (struct printed *row = first; row != end; row = row->next)
            row->leftmost = column;
        for (struct printed *row = first; rows < 3 && row != end; row = row->next)
            row->surplus_width = row->table ? surplus_to_labels(row) : 0;
        for (struct printed *row = first; rows < 3 && row != end; row = row->next)
            row->cut = row->row >= 0 && ends_text(binding->report->text, row) && is_narrower(row, first);
    }
}

/* Give the cells of `part` to the row that it was parted from. */
static void append_part(struct binding *binding, struct printed *printed, struct printed *part)
{
    const struct nb_item **items = arena_alloc(binding->report->arena, (printed->count + part->count) * sizeof *items);
    memcpy(items, printed->items, printed->count * sizeof *items);
    memcpy(items + printed->count, part->items, part->count * sizeof *items);
    printed->items = items;
    printed->count += part->count;
    part->count = 0;
}

/* An across table has no labels of rows, so lines that stand among its cells take none away: it has as many as the form. */
static void join_parts(struct binding *binding)
{
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        bool across = printed->table && printed->table->across && printed->row < 0;
        struct printed *last = across ? last_part(printed, across_width(printed->table)) : NULL;
        for (struct printed *part = printed; last && part != last;) {
            part = part->next;
            append_part(binding, printed, part);
        }
    }
}

/* Whether the row prints all cells of one that is `width` wide: values and empty cells, or values and the bars that close the
 * row. */
static bool fills_row(const struct printed *printed, size_t width)
{
    const struct nb_item *last = printed->items[printed->count - 1];
    size_t values = count_values(printed),
           bars = last->kind == NB_ITEM_PAD ? (size_t)last->label_id : last->kind == NB_ITEM_BLANK;
    return values == width || count_cells(printed) == width || (values < width && values + bars >= width);
}

/* Whether a row under unknown words may be the rest of the one before: the words are a line of their own, or a line break has cut
 * the line before, where no bar closes the last cell. */
static bool is_rest(const struct nb_text *text, const struct printed *before, const struct printed *printed)
{
    if (!printed->label || printed->label->kind != NB_ITEM_TEXT || !before->count)
        return under_stray_line(printed);
    size_t start = row_span(before).start, end = before->items[before->count - 1]->span.end;
    bool open = text->bytes[end + strspn(text->bytes + end, " ")] == '\n';
    return under_stray_line(printed) || (open && memchr(text->bytes + start, '|', end - start));
}

/* Whether a row prints fewer values than it has cells. */
static bool lacks_values(const struct printed *printed)
{
    return printed->row >= 0 && count_values(printed) < printed->table->rows[printed->row].column_count;
}

/* A row without a known label is the row that its place in the table leaves for it, if it prints as many cells; else it may be
 * the rest of the row before it, parted from it by a stray line. */
static void infer_rows(struct binding *binding)
{
    struct printed *before = NULL;
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        if (printed->row >= 0 || (printed->table && printed->table->across)) {
            before = printed;
            continue;
        }
        bool bare = !printed->label || printed->label->kind != NB_ITEM_TEXT;
        const struct nb_form_table *table = printed->table ? printed->table : before ? before->table : NULL;
        if (!table || table->across || !count_values(printed))
            continue;
        int row = before && before->row < 0 && !printed->table
                      ? -1
                      : unlabelled_after(binding, table, printed->table ? -1 : before->row);
        size_t width = row >= 0 ? table->rows[row].column_count : 0, values = count_values(printed);
        if (row >= 0 && fills_row(printed, width)) {
            printed->form = printed->form ? printed->form : before->form;
            printed->table = table;
            printed->row = row;
            printed->inferred = true;
            *label_mark(binding, table, row) = true;
            before = printed;
        } else if (before && before->row >= 0 && !printed->table && is_rest(binding->report->text, before, printed) &&
                   values + count_values(before) == before->table->rows[before->row].column_count) {
            append_part(binding, before, printed);
            before->inferred = true;
        } else if (before && (bare || (under_stray_line(printed) && lacks_values(before)))) {
            before->strays += values;
        }
    }
}

/* Page furniture before the first article has no statutory rows; a table with borders is none. */
static void drop_furniture(struct binding *binding)
{
    const struct nb_article *first = binding->report->articles;
    while (first && binding->printed && !binding->printed->grid->ruled &&
           binding->printed->grid->span.start < first->span.start && !count_values(binding->printed))
        binding->printed = binding->printed->next;
}

void find_printed(struct binding *binding)
{
    collect_rows(binding);
    drop_furniture(binding);
    for (struct printed *printed = binding->printed; printed; printed = printed->next)
        resolve(binding, printed);
    join_parts(binding);
    mark_labels(binding);
    find_widths(binding);
    split_rows(binding);
    infer_rows(binding);
}
