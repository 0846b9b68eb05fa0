/* bind.c - give the printed tables their meaning: which form, which row, which column.
 *
 * A value belongs to the label before it. Its column is certain where borders are known or where the row prints as many cells as
 * the form has; the other rows are left to recovery (recover.c). */
#include "bind.h"

#include "arena.h"
#include "fold.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* ---- what labels say ---- */

static bool is_cell(const struct nb_item *item)
{
    return item->kind >= NB_ITEM_VALUE;
}

bool is_printed_value(const struct nb_item *item)
{
    return item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_NA || item->kind == NB_ITEM_NOT_NUMBER;
}

static size_t count_values(const struct printed *printed)
{
    size_t count = 0;
    for (size_t i = 0; i < printed->count; i++)
        count += is_printed_value(printed->items[i]);
    return count;
}

/* The use of a label as a row (or, with `column`, as a column) of the form, or NULL. */
static const struct form_use *find_use(int label, size_t form, bool column, const struct nb_form_table *table)
{
    if (label < 0)
        return NULL;
    for (int i = 0; i < form_labels[label].use_count; i++) {
        const struct form_use *use = &form_uses[form_labels[label].first_use + i];
        bool wanted = column ? use->column >= 0
                             : use->row >= 0 && use->column < 0 && use->class != LABEL_CAPTION && use->class != LABEL_GROUP;
        if ((size_t)use->form == form && wanted && (!table || &form_table[form].tables[use->table] == table))
            return use;
    }
    return NULL;
}

/* A label of a row that is a group of rows in this form, or a group of an across table: not a row. */
static bool is_group(int label, size_t form)
{
    for (int i = 0; i < form_labels[label].use_count; i++) {
        const struct form_use *use = &form_uses[form_labels[label].first_use + i];
        if ((size_t)use->form == form && use->class == LABEL_GROUP)
            return true;
    }
    return false;
}

int form_column_index(const struct nb_form_table *table, const struct nb_form_row *row, size_t column)
{
    return (int)(row->columns - table->rows[0].columns) + (int)column;
}

static bool is_column_label(int label, size_t form, const struct nb_form_table *table, int column)
{
    for (int i = 0; i < form_labels[label].use_count; i++) {
        const struct form_use *use = &form_uses[form_labels[label].first_use + i];
        if ((size_t)use->form == form && use->column == column && &form_table[form].tables[use->table] == table)
            return true;
    }
    return false;
}

static size_t form_index(const struct nb_form *form)
{
    return (size_t)(form - form_table);
}

/* ---- the form ---- */

static const struct nb_form *form_of_year(int year)
{
    for (size_t f = 0; f < form_count; f++)
        if (year >= form_table[f].first_year && (!form_table[f].last_year || year <= form_table[f].last_year))
            return &form_table[f];
    return NULL;
}

/* Labels that only one form has vote for it. */
static void count_votes(const struct nb_report *report, size_t *votes, size_t *rows)
{
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (const struct nb_item *item = grid->items; item; item = item->next) {
            if (item->label_id < 0 || is_cell(item))
                continue;
            const struct form_label *label = &form_labels[item->label_id];
            int form = form_uses[label->first_use].form;
            bool one = true;
            for (int i = 1; i < label->use_count; i++)
                one &= form_uses[label->first_use + i].form == form;
            votes[form] += one;
            *rows += item->kind == NB_ITEM_ROW && item->next && is_cell(item->next);
        }
}

/* The form whose labels the tables use; without tables, or where they do not tell, that of the year. */
static const struct nb_form *choose_form(const struct nb_report *report)
{
    size_t *votes = arena_alloc(report->arena, form_count * sizeof *votes), rows = 0, best = 0;
    count_votes(report, votes, &rows);
    for (size_t f = 1; f < form_count; f++)
        if (votes[f] > votes[best])
            best = f;
    const struct nb_form *by_year = report->year ? form_of_year(report->year) : NULL;
    if (!rows || (by_year && by_year->table_count && votes[form_index(by_year)] == votes[best]))
        return by_year;
    if (votes[best])
        return &form_table[best];
    return by_year && by_year->table_count ? by_year : &form_table[form_count - 1];
}

/* ---- rows as printed ---- */

struct collector {
    struct binding *binding;
    const struct nb_grid *grid, *header_grid;
    size_t header_capacity;
    const struct nb_item **items, **headers;
    size_t item_count, header_count;
    const struct nb_item *label;
    unsigned line;     /* where the last item stands */
    bool headers_done; /* a row has been seen since the last column label */
};

static const struct nb_item **copy_items(struct nb_arena *arena, const struct nb_item **items, size_t count)
{
    const struct nb_item **copy = arena_alloc(arena, (count + 1) * sizeof *copy);
    memcpy(copy, items, count * sizeof *copy);
    return copy;
}

static void finish_row(struct collector *c)
{
    struct nb_arena *arena = c->binding->report->arena;
    if (!c->label && !c->item_count)
        return;
    if (c->label && c->label->kind != NB_ITEM_ROW && !c->item_count)
        return;
    struct printed *printed = arena_alloc(arena, sizeof *printed);
    printed->grid = c->grid;
    printed->label = c->label;
    printed->items = copy_items(arena, c->items, c->item_count);
    printed->count = c->item_count;
    printed->headers = copy_items(arena, c->headers, c->header_count);
    printed->header_count = c->header_count;
    printed->header_grid = c->header_grid;
    printed->row = -1;
    printed->first = !c->headers_done;
    *c->binding->printed_end = printed;
    c->binding->printed_end = &printed->next;
    c->headers_done = true;
}

/* Empty cells before the first label of a printed line stand under labels that span rows: they are not cells of the row above. */
static bool before_label(const struct nb_item *item)
{
    if (item->kind != NB_ITEM_BLANK && item->kind != NB_ITEM_PAD)
        return false;
    for (const struct nb_item *next = item->next; next && next->line == item->line; next = next->next)
        if (!is_cell(next))
            return true;
        else if (is_printed_value(next))
            return false;
    return false;
}

static void add_header(struct collector *c, const struct nb_item *item)
{
    if (c->header_count == c->header_capacity) {
        c->header_capacity = c->header_capacity ? 2 * c->header_capacity : 32;
        c->headers = xrealloc(c->headers, c->header_capacity * sizeof *c->headers);
    }
    c->headers[c->header_count++] = item;
}

/* Whether a cell begins a printed line while the row before it has ended with its own line: a row without a label. */
static bool begins_row(const struct collector *c, const struct nb_item *item)
{
    if (item->line == c->line)
        return false;
    bool one_line =
        c->item_count ? c->items[0]->line == c->line && (!c->label || c->label->line == c->line) : c->label && c->grid->ruled;
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
        if (!before_label(item))
            c->items[c->item_count++] = item;
        c->line = item->line;
        return;
    }
    start_row(c, item);
    c->line = item->line;
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
    for (const struct nb_item *item = grid->items; item; item = item->next)
        collect_item(c, item);
    finish_row(c);
    free(c->items);
}

/* Column labels hold until the next ones, also for a table that a note has cut in two. */
static void collect_rows(struct binding *binding)
{
    struct collector c = {.binding = binding, .headers_done = true};
    for (const struct nb_grid *grid = binding->report->grids; grid; grid = grid->next)
        collect_grid(&c, grid);
    free(c.headers);
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

/* The row that the label names: in the report's form, or in the form whose columns stand above it. */
static void resolve(struct binding *binding, struct printed *printed)
{
    size_t own = form_index(binding->report->form);
    int label = printed->label ? printed->label->label_id : -1;
    if (!printed->label && printed->first)
        printed->table = table_of_headers(printed, own);
    if (printed->table && !printed->table->across && !count_values(printed))
        printed->table = NULL;
    if (printed->table)
        printed->form = binding->report->form;
    if (label < 0 || (printed->label->kind == NB_ITEM_HEADER && !printed->count))
        return;
    const struct form_use *best = find_use(label, own, false, NULL);
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

/* ---- cells ---- */

/* The unit that a column label names in brackets: "采购总金额（单位：万元）", "本年新制作数量(件)"; "" if it names none. */
static const char *header_unit(const struct nb_text *text, const struct nb_item *header)
{
    static const char *const units[] = {"亿元", "万元", "元", "件", "条", "项", "个", "次", "份", "宗", "起", "人"};
    if (!header)
        return "";
    size_t end = header->span.end + strspn(text->shadow + header->span.end, " \n\r\x01"), length = 0;
    if (text->shadow[end] == '(')
        end += strcspn(text->shadow + end, ")\t|\x1D\x1E\x1F") + 1;
    char words[64]; /* the label without line breaks, spaces and fillers */
    for (size_t at = header->span.start; at < end && length + 1 < sizeof words; at++)
        if (!strchr(" \n\r\x01", text->shadow[at]))
            words[length++] = text->shadow[at];
    words[length] = '\0';
    const char *bracket = strchr(words, '(');
    for (size_t i = 0; bracket && i < sizeof units / sizeof *units; i++) {
        const char *unit = strstr(bracket, units[i]);
        if (unit && unit[strlen(units[i])] == ')')
            return units[i];
    }
    return "";
}

/* The unit behind a number, in simplified script: its words without brackets, spaces and fillers. */
static const char *printed_unit(struct nb_report *report, struct nb_span span)
{
    const char *shadow = report->text->shadow;
    while (span.start < span.end && strchr(" (\x01", shadow[span.start]))
        span.start++;
    while (span.end > span.start && strchr(" )\x01", shadow[span.end - 1]))
        span.end--;
    return arena_strndup(report->arena, shadow + span.start, span.end - span.start);
}

void bind_cell(struct nb_report *report, const struct nb_form_column *column, const struct nb_item *item,
               const struct nb_item *header, struct nb_cell *cell)
{
    const struct nb_text *text = report->text;
    cell->unit = column->unit;
    cell->raw = "";
    cell->status = NB_BLANK;
    if (!item || item->kind == NB_ITEM_BLANK || item->kind == NB_ITEM_PAD)
        return;
    cell->span = item->span;
    cell->raw = arena_strndup(report->arena, text->bytes + item->span.start, item->span.end - item->span.start);
    cell->status = item->kind == NB_ITEM_NA ? NB_NA : NB_GIVEN;
    size_t unit;
    if (item->kind != NB_ITEM_VALUE ||
        !read_number(text->shadow + item->span.start, item->span.end - item->span.start, &cell->number, &unit))
        return;
    cell->value = number_text(report->arena, cell->number);
    if (item->span.start + unit < item->span.end)
        cell->unit = printed_unit(report, (struct nb_span){item->span.start + unit, item->span.end});
    else if (*header_unit(text, header))
        cell->unit = header_unit(text, header);
}

/* ---- columns ---- */

/* The column label above each cell of a row: in an across table, the n-th label of that name for the n-th row. NULL where there
 * is none. */
static void find_headers(const struct printed *printed, int row, const struct nb_item **headers)
{
    const struct nb_form_row *form_row = &printed->table->rows[row];
    size_t form = form_index(printed->form);
    for (size_t c = 0; c < form_row->column_count; c++) {
        int column = form_column_index(printed->table, form_row, c), nth = printed->table->across ? row : 0;
        headers[c] = NULL;
        for (size_t h = 0; h < printed->header_count && !headers[c]; h++)
            if (is_column_label(printed->headers[h]->label_id, form, printed->table, column) && nth-- == 0)
                headers[c] = printed->headers[h];
    }
}

/* Whether printed lines and columns are those of a table: borders are known, or bars or tabs stand between cells of one line. */
static bool is_gridded(const struct nb_text *text, const struct printed *printed)
{
    if (printed->grid->ruled)
        return true;
    if (!printed->label || !printed->count || printed->items[printed->count - 1]->line != printed->label->line)
        return false;
    const char *start = text->bytes + printed->label->span.end;
    size_t length = printed->items[printed->count - 1]->span.end - printed->label->span.end;
    return memchr(start, '|', length) || memchr(start, '\t', length);
}

/* How many cells the printed line of this item has from here on, counted in columns. */
static unsigned line_width(const struct nb_item *item)
{
    unsigned line = item->line, width = 0;
    for (; item && item->line == line; item = item->next)
        width = item->column + (item->kind == NB_ITEM_PAD ? (unsigned)item->label_id : 1);
    return width;
}

/* What the column labels say of the cells of a row. */
enum by_headers { NO_HEADERS, CONTRADICTED, FOUND };

/* Whether each column has a label, in order, in a line as wide as the row's: then the cells stand under them. */
static bool headers_above(const struct printed *printed, const struct nb_item *const *headers, size_t count)
{
    if (printed->header_grid != printed->grid || !printed->count)
        return false;
    unsigned width = line_width(printed->items[0]);
    for (size_t c = 0; c < count; c++)
        if (!headers[c] || (c && headers[c]->column <= headers[c - 1]->column) ||
            (!printed->grid->ruled && line_width(headers[c]) != width))
            return false;
    return true;
}

/* Take each cell from under its column label. CONTRADICTED: two values under one label, or one under none. */
static enum by_headers bind_by_headers(const struct printed *printed, const struct nb_item *const *headers, size_t count,
                                       const struct nb_item **cells)
{
    size_t placed = 0;
    if (!headers_above(printed, headers, count))
        return NO_HEADERS;
    memset(cells, 0, count * sizeof *cells);
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < printed->count; i++)
            if (printed->items[i]->column == headers[c]->column && is_printed_value(printed->items[i])) {
                if (cells[c])
                    return CONTRADICTED;
                cells[c] = printed->items[i];
                placed++;
            }
    return placed == count_values(printed) ? FOUND : CONTRADICTED;
}

/* Whether the row is printed over several lines, label and cells each on their own. */
static bool over_lines(const struct printed *printed)
{
    const struct nb_item *first = printed->count ? printed->items[0] : NULL;
    if (!first || printed->grid->ruled)
        return false;
    bool apart = printed->label && printed->label->kind != NB_ITEM_HEADER && printed->label->line != first->line;
    return apart || printed->items[printed->count - 1]->line != first->line;
}

/* The cells that count: without pads, and without empty cells that close a row printed over several lines. */
static size_t countable(const struct printed *printed, bool pads, const struct nb_item **cells)
{
    size_t count = 0;
    bool lines = over_lines(printed);
    for (size_t i = 0; i < printed->count; i++) {
        const struct nb_item *item = printed->items[i], *before = i ? printed->items[i - 1] : NULL;
        if (item->kind == NB_ITEM_PAD) {
            for (int n = 0; pads && n < item->label_id; n++)
                cells[count++] = item;
        } else if (item->kind != NB_ITEM_BLANK || !lines || !before || before->line != item->line) {
            cells[count++] = item;
        }
    }
    return count;
}

/* Whether bars close some cells of a row that is printed over lines, and not one that others follow: a value may be broken there.
 */
static bool is_broken(const struct nb_text *text, const struct printed *printed)
{
    bool closed = false, open = false;
    for (size_t i = 0; i < printed->count; i++) {
        size_t at = printed->items[i]->span.end;
        at += strspn(text->bytes + at, " ");
        closed |= is_printed_value(printed->items[i]) && text->bytes[at] == '|';
        open |= is_printed_value(printed->items[i]) && text->bytes[at] == '\n';
    }
    return closed && open && over_lines(printed);
}

/* Take the cells in order, if there are as many as the form has. */
static bool bind_by_count(const struct printed *printed, size_t expected, bool pads, const struct nb_item **cells)
{
    size_t capacity = 1;
    for (size_t i = 0; i < printed->count; i++)
        capacity += printed->items[i]->kind == NB_ITEM_PAD ? (size_t)printed->items[i]->label_id : 1;
    const struct nb_item **all = xmalloc(capacity * sizeof *all);
    size_t count = countable(printed, pads, all), values = 0, first = 0;
    for (size_t i = 0; i < count; i++)
        values += is_printed_value(all[i]);
    bool exact = count == expected || values == expected;
    if (!exact && count > expected && !over_lines(printed)) { /* empty cells under a label that spans columns */
        for (exact = true; first < count - expected; first++)
            exact &= !is_printed_value(all[first]);
    } else if (exact && count != expected) {
        for (size_t i = 0, n = 0; i < count; i++)
            if (is_printed_value(all[i]))
                all[n++] = all[i];
    }
    for (size_t c = 0; exact && c < expected; c++)
        cells[c] = all[first + c];
    free(all);
    return exact;
}

/* An empty cell with room between its bars. */
static bool is_roomy(const struct nb_text *text, const struct nb_item *blank)
{
    size_t at = blank->span.start;
    return text->bytes[at] != '|' || (at > 1 && text->bytes[at - 1] == ' ' && text->bytes[at - 2] == ' ');
}

/* Whether the table prints an empty cell with room in it, or between two values: then empty cells were not lost. */
static bool keeps_empty_cells(const struct nb_text *text, const struct nb_grid *grid)
{
    bool value = false, blank = false;
    for (const struct nb_item *item = grid->items, *before = NULL; item; before = item, item = item->next) {
        if (!before || before->line != item->line || !is_cell(item))
            value = blank = false;
        if ((is_printed_value(item) && blank) || (item->kind == NB_ITEM_BLANK && is_roomy(text, item)))
            return true;
        blank = value && !is_printed_value(item);
        value = value || is_printed_value(item);
    }
    return false;
}

/* "规章 | 3 | 4 | |": the last bar may close an empty cell, or stand for a lost one anywhere in the row. Without any other empty
 * cell in the table, and without room between the bars, nobody can tell. */
static bool may_have_lost_cells(const struct nb_text *text, const struct printed *printed)
{
    const struct nb_item *last = printed->count ? printed->items[printed->count - 1] : NULL;
    if (!last || printed->grid->ruled || is_printed_value(last))
        return false;
    return !keeps_empty_cells(text, printed->grid);
}

/* ---- filling rows ---- */

static struct nb_table *find_table(const struct binding *binding, const struct nb_form_table *form)
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
static struct nb_row *find_row(const struct binding *binding, struct nb_table *table, const struct printed *printed, int index)
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

static struct nb_span row_span(const struct printed *printed)
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

/* Keep the values of cells whose columns are not known for recovery. `row`: the row, or NULL for all rows of the table. */
static void defer(struct binding *binding, struct nb_table *table, struct nb_row *row, const struct printed *printed)
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
        for (size_t c = 0; (!row || each == row) && c < each->form->column_count; c++)
            pending->slots[pending->slot_count++] = (struct slot){each, (int)c};
    pending->values = arena_alloc(arena, (printed->count + 1) * sizeof *pending->values);
    for (size_t i = 0; i < printed->count; i++)
        if (is_printed_value(printed->items[i]))
            pending->values[pending->count++] = printed->items[i];
    *binding->pending_end = pending;
    binding->pending_end = &pending->next;
    for (struct nb_row *each = table->rows; each; each = each->next) {
        if (row && each != row)
            continue;
        struct nb_event *event = bind_event(binding, EVENT_CELL_COUNT, table, each, -1, pending->span);
        event->count = pending->count;
        event->expected = slots;
    }
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

static bool row_is_empty(const struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].status != NB_BLANK && row->cells[c].status != NB_MISSING)
            return false;
    return true;
}

static void take_cells(struct binding *binding, const struct nb_table *table, struct nb_row *row, const struct printed *printed,
                       const struct nb_item *const *cells, const struct nb_item *const *headers)
{
    for (size_t c = 0; c < row->form->column_count; c++) {
        bind_cell(binding->report, &row->form->columns[c], cells[c], headers[c], &row->cells[c]);
        if (cells[c] && (cells[c]->kind == NB_ITEM_NOT_NUMBER || (cells[c]->kind == NB_ITEM_VALUE && !row->cells[c].value)))
            bind_event(binding, EVENT_NOT_A_NUMBER, table, row, (int)c, cells[c]->span)->found = row->cells[c].raw;
    }
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

/* Whether two values stand between the same borders. */
static bool has_crowded_cell(const struct printed *printed)
{
    for (size_t i = 1; i < printed->count; i++)
        if (is_printed_value(printed->items[i]) && is_printed_value(printed->items[i - 1]) &&
            printed->items[i]->line == printed->items[i - 1]->line && printed->items[i]->column == printed->items[i - 1]->column)
            return true;
    return false;
}

/* The cells of a row whose columns are certain; false where they are not. */
static bool bind_exactly(const struct binding *binding, const struct printed *printed, const struct nb_item **headers,
                         size_t count, const struct nb_item **cells)
{
    const struct nb_text *text = binding->report->text;
    if ((may_have_lost_cells(text, printed) && count_values(printed) != count) || is_broken(text, printed))
        return false;
    bool gridded = is_gridded(text, printed), full = printed->count == count && count_values(printed) == count;
    if (gridded && (printed->odd_width || has_crowded_cell(printed)) && !full)
        return false;
    enum by_headers found = gridded ? bind_by_headers(printed, headers, count, cells) : NO_HEADERS;
    if (found != NO_HEADERS)
        return found == FOUND || (full && bind_by_count(printed, count, false, cells));
    return bind_by_count(printed, count, false, cells) || (!over_lines(printed) && bind_by_count(printed, count, true, cells));
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
    bool exact = bind_exactly(binding, printed, headers, count, cells);
    bool any = false;
    for (size_t i = 0; i < printed->count; i++)
        any |= is_printed_value(printed->items[i]);
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
    take_cells(binding, table, row, printed,
               exact ? cells : (const struct nb_item *const *)arena_alloc(binding->report->arena, count * sizeof *cells),
               headers);
    if (!exact)
        defer(binding, table, row, printed);
}

/* ---- across tables: the cells of all rows stand in one line under all column labels ---- */

static size_t across_width(const struct nb_form_table *table)
{
    size_t width = 0;
    for (size_t r = 0; r < table->row_count; r++)
        width += table->rows[r].column_count;
    return width;
}

static void bind_across(struct binding *binding, const struct printed *printed)
{
    struct nb_table *table = find_table(binding, printed->table);
    size_t width = across_width(printed->table), at = 0;
    if (!table || table->rows->printed)
        return;
    const struct nb_item **cells = arena_alloc(binding->report->arena, 2 * width * sizeof *cells), **headers = cells + width;
    for (size_t r = 0; r < printed->table->row_count; at += printed->table->rows[r++].column_count)
        find_headers(printed, (int)r, headers + at);
    bool exact = bind_exactly(binding, printed, headers, width, cells);
    if (!exact)
        memset(cells, 0, width * sizeof *cells);
    at = 0;
    for (struct nb_row *row = table->rows; row; row = row->next) {
        take_cells(binding, table, row, printed, cells + at, headers + at);
        at += row->form->column_count;
    }
    if (!exact)
        defer(binding, table, NULL, printed);
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

/* A row that prints the cells of several rows has swallowed rows whose labels are lost: cut it. */
static void split_rows(struct binding *binding)
{
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        if (printed->row < 0 || printed->table->across)
            continue;
        size_t width = printed->table->rows[printed->row].column_count, values = count_values(printed);
        int lost = unlabelled_after(binding, printed->table, printed->row);
        if (width < 2 || printed->count != values || values <= width || lost < 0 ||
            printed->table->rows[lost].column_count != values - width)
            continue;
        struct printed *rest = arena_alloc(binding->report->arena, sizeof *rest);
        *rest = *printed;
        rest->items += width;
        rest->count -= width;
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

/* The cells of a row's printed line, all of them or from its label on. */
static unsigned row_width(const struct printed *printed, bool from_label)
{
    return printed->label ? line_width(printed->label) - (from_label ? printed->label->column : 0) : 0;
}

/* The width that most rows from `first` up to `end` have, by majority vote; *votes receives how many do. */
static unsigned common_width(const struct printed *first, const struct printed *end, bool from_label, size_t *votes)
{
    unsigned candidate = 0;
    size_t lead = 0;
    for (const struct printed *row = first; row != end; row = row->next) {
        unsigned width = row_width(row, from_label);
        candidate = lead ? candidate : width;
        lead = candidate == width ? lead + 1 : lead - 1;
    }
    *votes = 0;
    for (const struct printed *row = first; row != end; row = row->next)
        *votes += row_width(row, from_label) == candidate;
    return candidate;
}

/* Lines of one table have the same width, or, where labels that span columns or rows leave no trace, the same width from the
 * label on. Whichever holds for more rows is the rule; the rows that break it have lost or gained a cell. */
static void find_widths(struct binding *binding)
{
    for (struct printed *first = binding->printed, *end; first; first = end) {
        size_t rows = 0, votes[2];
        for (end = first; end == first || same_kind(first, end); end = end->next)
            rows++;
        unsigned common[2] = {common_width(first, end, false, &votes[0]), common_width(first, end, true, &votes[1])};
        bool from_label = votes[1] > votes[0];
        for (struct printed *row = first; rows > 2 && votes[from_label] * 2 > rows && row != end; row = row->next)
            row->odd_width = row_width(row, from_label) != common[from_label];
    }
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
        if (row >= 0 && values == width) {
            printed->form = printed->form ? printed->form : before->form;
            printed->table = table;
            printed->row = row;
            printed->inferred = true;
            *label_mark(binding, table, row) = true;
            before = printed;
        } else if (before && before->row >= 0 && !printed->table && !bare &&
                   values + count_values(before) == before->table->rows[before->row].column_count) {
            const struct nb_item **items = arena_alloc(binding->report->arena, (before->count + printed->count) * sizeof *items);
            memcpy(items, before->items, before->count * sizeof *items);
            memcpy(items + before->count, printed->items, printed->count * sizeof *items);
            before->items = items;
            before->count += printed->count;
            before->inferred = true;
            printed->count = 0;
        } else if (before && bare) {
            before->strays += values;
        }
    }
}

/* ---- what is missing, out of order, of another form ---- */

bool row_is_replaced(const struct nb_table *table, const struct nb_row *row)
{
    if (row->printed)
        return false;
    for (const struct nb_row *other = table->rows; other; other = other->next)
        if (other->printed && other->origin != row->origin &&
            (strcmp(other->form->label, row->form->group) == 0 || strcmp(other->form->group, row->form->label) == 0))
            return true;
    return false;
}

/* Where a row that is not printed would stand: behind the last printed row before it. */
static struct nb_span place_of_missing(const struct nb_table *table, const struct nb_row *row)
{
    struct nb_span span = table->span;
    for (const struct nb_row *each = table->rows; each && each != row; each = each->next)
        if (each->printed)
            span = each->label;
    return span;
}

/* A label that the text ends with has lost its cells with the rest of the table: they are missing, not empty. */
static void cut_last_row(const struct nb_table *table, size_t text_end)
{
    for (struct nb_row *row = table->rows; row; row = row->next)
        if (row->printed && row_is_empty(row) && row->label.end == text_end)
            for (size_t c = 0; c < row->form->column_count; c++)
                row->cells[c].status = NB_MISSING;
}

/* Whether the table has a row label with nothing behind it: its page has lost the empty cells. */
static bool loses_empty_cells(const struct binding *binding, const struct nb_table *table)
{
    for (const struct printed *printed = binding->printed; printed; printed = printed->next)
        if (printed->row >= 0 && !printed->count && strcmp(printed->table->id, table->form->id) == 0)
            return true;
    return false;
}

/* Where empty cells are lost, the values behind a label may be those of the next row if that has lost its label. */
static void note_lost_labels(struct binding *binding, const struct nb_table *table)
{
    if (!loses_empty_cells(binding, table))
        return;
    for (const struct nb_row *row = table->rows; row && row->next; row = row->next)
        if (row->printed && !row_is_empty(row) && !row->next->printed && !row_is_replaced(table, row->next))
            bind_event(binding, EVENT_LABEL_LOST, table, row, -1, row->label)->found = row->next->form->label;
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
    bool cut = trailing && table->span.end + 64 > text_end;
    if (cut) {
        cut_last_row(table, text_end);
        struct nb_event *event =
            bind_event(binding, EVENT_TABLE_TRUNCATED, table, NULL, -1, (struct nb_span){table->span.end, table->span.end});
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
    while (end && strchr(" \n\r\t\x1D\x1E\x1F|", text->bytes[end - 1]))
        end--;
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        if (!table->printed)
            bind_event(binding, EVENT_TABLE_MISSING, table, NULL, -1, (struct nb_span){0, 0});
        else {
            note_missing_rows(binding, table, end);
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
                given += row->cells[c].status == NB_GIVEN || row->cells[c].status == NB_NA;
            if (given && row->cells[last].status == NB_BLANK)
                bind_event(binding, EVENT_LAST_EMPTY, table, row, (int)last, row->label);
        }
}

static void note_foreign_rows(struct binding *binding)
{
    for (const struct nb_table *table = binding->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            if (row->origin != binding->report->form)
                bind_event(binding, EVENT_FORM_MISMATCH, table, row, -1, row->label);
}

static void note_order(struct binding *binding)
{
    const struct printed *before = NULL;
    for (const struct printed *printed = binding->printed; printed; printed = printed->next) {
        if (printed->row < 0 || printed->form != binding->report->form)
            continue;
        struct nb_table *table = find_table(binding, printed->table);
        bool again = before && before->table == printed->table && before->row == printed->row;
        if (table && before && before->table == printed->table && printed->row < before->row && !again &&
            printed->grid == before->grid)
            bind_event(binding, EVENT_ROW_ORDER, table, find_row(binding, table, printed, printed->row), -1, row_span(printed));
        before = printed;
    }
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
    size_t start = row_span(printed).start,
           end = printed->count ? printed->items[printed->count - 1]->span.end : row_span(printed).end;
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

/* Page furniture before the first article has no statutory rows; a table with borders is none. */
static void drop_furniture(struct binding *binding)
{
    const struct nb_article *first = binding->report->articles;
    while (first && binding->printed && !binding->printed->grid->ruled &&
           binding->printed->grid->span.start < first->span.start && !count_values(binding->printed))
        binding->printed = binding->printed->next;
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
        collect_rows(&binding);
        drop_furniture(&binding);
        for (struct printed *printed = binding.printed; printed; printed = printed->next)
            resolve(&binding, printed);
        mark_labels(&binding);
        find_widths(&binding);
        split_rows(&binding);
        infer_rows(&binding);
        bind_printed(&binding);
        place_pending(&binding);
        find_suspects(&binding);
        note_empty_ends(&binding);
        note_order(&binding);
        note_foreign_rows(&binding);
        note_missing(&binding);
    }
    number_other_grids(report);
}
