/* arrange.c - tables printed otherwise than the form arranges them: turned about their diagonal, labels of
 * rows behind their values, or several tables in one. */
#include "bind.h"

#include "arena.h"
#include "table_head.h"
#include "text.h"

#include <limits.h>
#include <string.h>

static const struct grid_cell nothing = {.kind = CELL_BLANK, .label = -1};

/* The rows of a part, head and body, as one list that can be indexed. */
struct rows {
    const struct grid_row **all;
    size_t count, width;
    size_t labels, stub; /* rows at the beginning, and columns, that print no number */
};

static bool holds_number(const struct rows *rows, size_t column)
{
    for (size_t r = 0; r < rows->count; r++)
        if (column < rows->all[r]->count && rows->all[r]->cells[column].kind == CELL_NUMBER)
            return true;
    return false;
}

/* Whether a column prints no number; nor are those of values that print nothing at all below a label. */
static bool is_stub(const struct rows *rows, size_t column)
{
    bool empty = true;
    for (size_t r = rows->labels; r < rows->count; r++)
        empty &=
            rows->all[r]->cells[column].kind == CELL_BLANK || rows->all[r]->cells[column].kind == CELL_NA;
    for (size_t r = 0; r < rows->labels && empty; r++)
        if (rows->all[r]->cells[column].kind == CELL_LABEL)
            return false;
    return !holds_number(rows, column);
}

static void add_rows(struct rows *rows, const struct grid_row *row)
{
    for (; row; row = row->next)
        rows->all[rows->count++] = row;
}

/* The rows of the parts up to another. False: they are more than a form has cells (160, and as many
 * headings), not all of one width, or none holds a number. */
static bool collect_rows(struct nb_arena *arena, const struct grid_part *first, const struct grid_part *end,
                         struct rows *rows)
{
    enum { MOST = 1000 }; /* what spans rows is looked for in each */
    size_t room = 0;
    for (const struct grid_part *part = first; part != end; part = part->next)
        for (int body = 0; body < 2; body++)
            for (const struct grid_row *row = body ? part->body : part->head; row; row = row->next)
                room++;
    rows->all = arena_alloc(arena, (room + 1) * sizeof *rows->all);
    for (const struct grid_part *part = first; part != end && room <= MOST; part = part->next) {
        add_rows(rows, part->head);
        add_rows(rows, part->body);
    }
    bool even = rows->count > 0;
    for (size_t r = 0; r < rows->count; r++) {
        even &= rows->all[r]->count == rows->all[0]->count && !rows->all[r]->room;
        rows->width = rows->all[r]->count > rows->width ? rows->all[r]->count : rows->width;
    }
    while (even && rows->labels < rows->count && !row_count(rows->all[rows->labels], 0, 1 << CELL_NUMBER))
        rows->labels++;
    while (even && rows->stub < rows->width && is_stub(rows, rows->stub))
        rows->stub++;
    return even && rows->labels < rows->count && rows->stub < rows->width;
}

/* ---- rows and columns exchanged ---- */

/* What the cells before the values name: a column and no row, or by one label a cell, 行政复议/结果维持. */
enum named { NAMES_NEITHER, NAMES_COLUMN, NAMES_CELL };

static enum named named_before(const struct rows *rows, size_t r, const struct nb_form_table *table)
{
    enum named named = NAMES_NEITHER;
    for (size_t i = 0; i < rows->stub; i++) {
        int label = rows->all[r]->cells[i].label;
        bool column = columns_named(label, table);
        if (rows_named(label, table)) {
            if (!column)
                return NAMES_NEITHER;
            named = NAMES_CELL;
        } else if (column && !named) {
            named = NAMES_COLUMN;
        }
    }
    return named;
}

/* What labels make a table one that is turned: most rows of values begin with that of a column, and those of
 * rows stand over the values; or they begin with one that says both. */
static enum named turned_by(const struct rows *rows, const struct nb_form_table *table)
{
    size_t named[3] = {0}, above = 0, values = rows->count - rows->labels;
    for (size_t r = rows->labels; r < rows->count; r++)
        named[named_before(rows, r, table)]++;
    for (size_t r = 0; r < rows->labels; r++)
        for (size_t i = rows->stub; i < rows->width; i++)
            above += rows_named(rows->all[r]->cells[i].label, table) != 0;
    if (named[NAMES_CELL] * 2 > values)
        return NAMES_CELL;
    bool turned = named[NAMES_COLUMN] * 2 > values && above * 2 > rows->width - rows->stub;
    return turned ? NAMES_COLUMN : NAMES_NEITHER;
}

/* What is printed at a place: of a label that spans several, the label. */
static struct grid_cell cell_at(const struct nb_text *text, const struct rows *rows, size_t r, size_t i)
{
    struct grid_cell own = rows->all[r]->cells[i], cell = own;
    while (cell.kind == CELL_SPAN) {
        bool left = text->bytes[cell.span.start] == SPAN_LEFT;
        if (left ? !i : !r || i >= rows->all[r - 1]->count)
            break;
        cell = left ? rows->all[r]->cells[--i] : rows->all[--r]->cells[i];
    }
    return cell.kind == CELL_LABEL || cell.kind == CELL_WORDS ? cell : own;
}

static struct grid_row *turned_row(const struct nb_report *report, const struct rows *rows, size_t column,
                                   enum named by)
{
    struct grid_row *row = arena_alloc(report->arena, sizeof *row);
    row->kind = column < rows->stub ? ROW_HEAD : ROW_DATA;
    row->count = (unsigned)rows->count;
    row->cells = arena_alloc(report->arena, rows->count * sizeof *row->cells);
    for (size_t r = 0; r < rows->count; r++) {
        row->cells[r] = cell_at(report->text, rows, r, column);
        row->cells[r].column = grid_column(r);
        if (r < rows->labels && by == NAMES_CELL && row->kind == ROW_DATA)
            row->cells[r].kind = CELL_BLANK; /* 数量, which says what all values are */
    }
    return row;
}

/* The rows as a part, turned; NULL: they are not to be. */
static struct grid_part *turned_part(const struct nb_report *report, const struct rows *printed,
                                     const struct nb_form_table *table)
{
    struct rows of = *printed, *rows = &of;
    while (rows->labels && named_before(rows, rows->labels - 1, table) == NAMES_CELL)
        rows->labels--; /* a cell that prints no number */
    enum named by = rows->stub ? turned_by(rows, table) : NAMES_NEITHER;
    if (!by || (by == NAMES_COLUMN && !rows->labels))
        return NULL;
    struct grid_part *turned = arena_alloc(report->arena, sizeof *turned);
    struct grid_row **end = &turned->head;
    for (size_t column = 0; column < rows->width; column++) {
        if (column == rows->stub)
            end = &turned->body;
        *end = turned_row(report, rows, column, by);
        end = &(*end)->next;
    }
    return turned;
}

/* ---- a cell a row ---- */

/* Of a table that prints in each row the labels of a cell's row and column and its value, where the first
 * numbers stand behind labels; the label of the column is the last before. */
struct long_table {
    const struct nb_report *report;
    const struct rows *rows;
    const struct nb_form_table *table;
    unsigned value;
};

/* The place of the label of a row's column; `value`: none is printed. */
static unsigned column_of(const struct long_table *of, size_t r)
{
    for (unsigned i = of->value; i-- > 0;) {
        int label = i < of->rows->all[r]->count ? cell_at(of->report->text, of->rows, r, i).label : -1;
        if (columns_named(label, of->table))
            return i;
    }
    return of->value;
}

/* The label of a row's cell: the last that names a row, or the words that stand where others do. */
static struct grid_cell row_of(const struct long_table *of, size_t r)
{
    struct grid_cell label = nothing;
    unsigned column = column_of(of, r);
    for (unsigned i = 0; i < of->value && i < of->rows->all[r]->count; i++) {
        struct grid_cell cell = cell_at(of->report->text, of->rows, r, i);
        bool names = rows_named(cell.label, of->table);
        if (i != column && (names || (label.kind == CELL_BLANK && cell.kind == CELL_WORDS)))
            label = cell;
    }
    return label;
}

/* Whether most rows with numbers have the first of them in one place, and labels of a row and a column before
 * it. */
static bool is_long(struct long_table *of)
{
    enum { WIDEST = 8 }; /* with a number, two headings of rows and a remark */
    const struct rows *rows = of->rows;
    size_t cells = 0, columns = 0, named = 0;
    if (rows->width > WIDEST)
        return false;
    for (of->value = 1; of->value < rows->width && !holds_number(rows, of->value); of->value++)
        ;
    for (size_t r = 0; r < rows->count && of->value < rows->width; r++) {
        if (!row_count(rows->all[r], 0, 1 << CELL_NUMBER))
            continue;
        cells++;
        columns += column_of(of, r) < of->value;
        named += row_of(of, r).label >= 0;
    }
    return columns * 2 > cells && named;
}

/* Whether the cells of two rows belong to the same one: the label is repeated, or left out. */
static bool is_same_row(const struct grid_cell *label, const struct grid_cell *next)
{
    return next->kind == CELL_BLANK || (label->label == next->label && label->label >= 0) ||
           (label->span.start == next->span.start && label->span.end == next->span.end);
}

/* Whether a row prints its label of a column, or words in its place, and a value or nothing. */
static bool prints_cell(const struct long_table *of, size_t r)
{
    const struct grid_row *row = of->rows->all[r];
    if (row->count + row->room < of->value) /* an empty value may be lost at its end */
        return false;
    return column_of(of, r) < of->value ||
           (row->count > of->value && row->cells[of->value].kind == CELL_NUMBER &&
            row->cells[of->value - 1].kind == CELL_WORDS);
}

/* The label of a row's column, or the words in its place. */
static struct grid_cell label_of_column(const struct long_table *of, size_t r)
{
    unsigned column = column_of(of, r);
    return cell_at(of->report->text, of->rows, r, column < of->value ? column : column - 1);
}

/* The cells of one row of the form, from `*r` on, as a row of values and one of labels over it. */
static struct grid_row *wide_row(const struct long_table *of, size_t *r, struct grid_row **head)
{
    const struct rows *rows = of->rows;
    struct nb_arena *arena = of->report->arena;
    struct grid_cell label = row_of(of, *r);
    size_t end = *r, first = *r;
    for (bool again = false; end < rows->count && !again && prints_cell(of, end); end += !again) {
        struct grid_cell next = row_of(of, end);
        again = !is_same_row(&label, &next);
        int column = label_of_column(of, end).label;
        for (size_t before = first; before < end && !again; before++)
            again = name_same_column(label_of_column(of, before).label, column, of->table) && column >= 0;
    }
    struct grid_row *row = row_with_room(arena, &(struct grid_row){.kind = ROW_DATA}, end - first + 1);
    *head = row_with_room(arena, &(struct grid_row){.kind = ROW_HEAD}, end - first + 1);
    append_cells(row, &label, 1);
    append_cells(*head, &nothing, 1);
    for (; *r < end; ++*r) {
        struct grid_cell column = label_of_column(of, *r);
        append_cells(*head, &column, 1);
        append_cells(row, of->value < rows->all[*r]->count ? &rows->all[*r]->cells[of->value] : &nothing, 1);
    }
    return row;
}

/* Such a table as parts of rows with the same columns; NULL: it is none. */
static struct grid_part *widened(const struct nb_report *report, const struct rows *rows,
                                 const struct nb_form_table *table)
{
    struct long_table of = {report, rows, table, 0};
    struct grid_part *first = NULL, **end = &first, *part = NULL;
    struct grid_row **last = NULL, *head;
    if (!is_long(&of))
        return NULL;
    for (size_t r = 0; r < rows->count;) {
        if (!prints_cell(&of, r)) {
            r++;
            continue;
        }
        struct grid_row *row = wide_row(&of, &r, &head);
        if (!part || !print_same_labels(part->head, head)) {
            part = *end = arena_alloc(report->arena, sizeof *part);
            end = &part->next;
            part->head = head;
            last = &part->body;
        }
        *last = row;
        last = &row->next;
    }
    return first;
}

/* The parts up to another as one that is turned. NULL: they are not to be. `rows`: what they print. */
static struct grid_part *turned_parts(struct binding *binding, const struct grid_part *first,
                                      const struct grid_part *end, struct rows *rows)
{
    const struct nb_form *form = binding->report->form;
    struct grid_part *turned = NULL;
    *rows = (struct rows){.count = 0};
    arena_clear(binding->scratch);
    bool even = collect_rows(binding->scratch, first, end, rows);
    for (size_t t = 0; t < form->table_count && even && !turned; t++)
        turned = turned_part(binding->report, rows, &form->tables[t]);
    return turned;
}

/* The parts, those turned that are so by themselves, as where a table stands right below another. */
static struct grid_part *each_turned(struct binding *binding, const struct grid_part *part)
{
    struct grid_part *first = NULL, **end = &first;
    for (struct rows rows; part; part = part->next) {
        *end = turned_parts(binding, part, part->next, &rows);
        if (!*end) {
            *end = arena_alloc(binding->report->arena, sizeof **end);
            **end = *part;
        }
        end = &(*end)->next;
    }
    *end = NULL;
    return first;
}

struct grid_part *gather(struct binding *binding, const struct nb_grid *grid)
{
    const struct nb_form *form = binding->report->form;
    if (grid->known == TEXT_ORDER)
        return grid->parts;
    struct rows rows;
    struct grid_part *other = turned_parts(binding, grid->parts, NULL, &rows);
    for (size_t t = 0; t < form->table_count && !other; t++)
        other = widened(binding->report, &rows, &form->tables[t]);
    if (!other && grid->parts && grid->parts->next)
        other = each_turned(binding, grid->parts);
    return other ? other : grid->parts;
}

/* ---- tables that print nothing ---- */

/* The row of a head before which the labels above an empty row are printed again; NULL: none are. */
static struct grid_row *end_of_empty(struct grid_row *labels)
{
    struct grid_row *empty = labels->next;
    if (!empty || empty->kind != ROW_EMPTY)
        return NULL;
    for (; empty->next && empty->next->kind != ROW_HEAD; empty = empty->next)
        ;
    return empty->next && print_same_labels(labels, empty->next) ? empty : NULL;
}

void part_empty_tables(struct nb_report *report)
{
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (struct grid_part *part = grid->parts; part; part = part->next)
            for (struct grid_row *row = part->head; row; row = row->next) {
                struct grid_row *end = end_of_empty(row);
                if (!end)
                    continue;
                struct grid_part *rest = arena_alloc(report->arena, sizeof *rest);
                *rest = (struct grid_part){.next = part->next, .head = end->next, .body = part->body};
                part->body = row->next;
                part->next = rest;
                row->next = end->next = NULL;
                break;
            }
}

/* ---- labels of rows behind their values ---- */

enum { WORD_CELLS = 1 << CELL_LABEL | 1 << CELL_WORDS };

/* How many cells the words take with which a row ends that prints none before its last value; 0: it does not.
 */
static unsigned words_behind(const struct grid_row *row)
{
    unsigned behind = 0, words = 0;
    for (; behind < row->count && cell_is(&row->cells[row->count - 1 - behind], WORD_CELLS | 1 << CELL_SPAN);
         behind++)
        words += cell_is(&row->cells[row->count - 1 - behind], WORD_CELLS);
    return words && words == row_count(row, 0, WORD_CELLS) && behind < row->count ? behind : 0;
}

/* How many columns the labels of rows take, if most rows of values print them behind; 0: they do not.
 * `width`: how many cells such a row has. */
static unsigned columns_behind(const struct nb_grid *grid, unsigned *width)
{
    unsigned columns = UINT_MAX, behind = 0, before = 0;
    for (const struct grid_part *part = grid->parts; part; part = part->next)
        for (const struct grid_row *row = part->body; row; row = row->next) {
            unsigned words = row->kind == ROW_DATA ? words_behind(row) : 0;
            int label = row->count ? row->cells[row->count - 1].label : -1;
            bool last = words && label >= 0 && form_labels[label].class == LABEL_ROW;
            before += row->kind == ROW_DATA && cell_is(row->cells, WORD_CELLS);
            behind += last;
            columns = last && words < columns ? words : columns;
            *width = last ? row->count : *width;
        }
    return behind > before ? columns : 0;
}

/* Put the last cells of a row before the others. */
static void turn_row(const struct nb_report *report, struct grid_row *row, unsigned last)
{
    struct grid_row *turned = row_with_room(report->arena, row, row->count);
    append_cells(turned, row->cells + row->count - last, last);
    append_cells(turned, row->cells, row->count - last);
    *row = *turned;
}

/* Whether what stands above the labels of rows, at the end of a row of a head, is no part of what stands
 * before it. */
static bool ends_head(const struct nb_report *report, const struct grid_row *row, unsigned columns)
{
    const struct grid_cell *cell = &row->cells[row->count - columns];
    bool named = cell->kind == CELL_SPAN && report->text->bytes[cell->span.start] == SPAN_LEFT;
    for (size_t t = 0; t < report->form->table_count; t++)
        named |= names_column(&report->form->tables[t], cell);
    return !named;
}

static void turn_rows(const struct nb_report *report, struct grid_part *part, unsigned columns,
                      unsigned width)
{
    for (struct grid_row *row = part->head; row; row = row->next)
        if (row->count > columns && ends_head(report, row, columns))
            turn_row(report, row, columns);
    for (struct grid_row *row = part->body; row; row = row->next) {
        unsigned last = row->count == width ? columns : words_behind(row);
        bool several = !last && row->count && cell_is(row->cells, ~WORD_CELLS); /* rows in one */
        row->kind = several && row->kind == ROW_DATA ? ROW_BROKEN : row->kind;
        if (last)
            turn_row(report, row, last);
    }
}

/* Whether all rows of a part, of whose cells only the order is known, have as many values, but that the first
 * has no label, and the last nothing else: each stands behind its values. */
static bool labels_follow(const struct grid_part *part)
{
    const struct grid_row *first = part->body, *row = first ? first->next : NULL;
    bool bare = row && first->kind == ROW_DATA && !row_count(first, 0, WORD_CELLS);
    while (bare && row->next && row->count == first->count + 1 && row_count(row, 0, WORD_CELLS) == 1 &&
           !row->room)
        row = row->next;
    return bare && !row->next && row != first->next && row->count == 1 && row->cells->kind == CELL_LABEL &&
           !row->room;
}

/* Give each row the label of the next one. */
static void shift_labels(const struct nb_report *report, struct grid_row *row)
{
    struct grid_row *next;
    for (unsigned label = 0, count = row->count; (next = row->next); label = 1, row = next) {
        struct grid_row *labelled = row_with_room(report->arena, row, count + 1);
        append_cells(labelled, next->cells, 1);
        append_cells(labelled, row->cells + label, count);
        labelled->next = next->next ? next : NULL;
        *row = *labelled;
    }
}

void put_labels_first(struct nb_report *report)
{
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next) {
        unsigned width = 0, columns = grid->known == TEXT_ORDER ? 0 : columns_behind(grid, &width);
        for (struct grid_part *part = grid->parts; part; part = part->next)
            if (columns)
                turn_rows(report, part, columns, width);
            else if (grid->known == TEXT_ORDER && labels_follow(part))
                shift_labels(report, part->body);
    }
}

/* ---- columns beside the rest, in a table of their own ---- */

static size_t count_rows(const struct grid_part *part)
{
    size_t count = 0;
    for (const struct grid_row *row = part->body; row; row = row->next)
        count += row->kind == ROW_DATA;
    return count;
}

/* How many rows of a part begin with the label of a row of a table; with any words or label (`table` NULL).
 */
static size_t count_labelled(const struct grid_part *part, const struct nb_form_table *table)
{
    size_t count = 0;
    for (const struct grid_row *row = part->body; row; row = row->next) {
        bool labelled = false;
        for (size_t i = 0; row->kind == ROW_DATA && i < row->count; i++)
            labelled |=
                table ? rows_named(row->cells[i].label, table) != 0 : row->cells[i].kind >= CELL_WORDS;
        count += labelled;
    }
    return count;
}

/* Whether the head of a part names columns of a table, and none that another part has. */
static bool names_others(const struct grid_part *part, const struct grid_part *other,
                         const struct nb_form_table *table)
{
    size_t named = 0;
    FOR_CELLS (cell, part->head) {
        if (!names_column(table, cell))
            continue;
        named++;
        FOR_CELLS (left, other->head)
            if (name_same_column(left->label, cell->label, table))
                return false;
    }
    return named;
}

/* The table of which a part without labels of rows has columns that another with as many rows, which has
 * them, lacks; NULL: there is none. */
static const struct nb_form_table *table_beside(const struct nb_report *report, const struct grid_part *left,
                                                const struct grid_part *part)
{
    enum { FEWEST = 3 }; /* rows: fewer are as many by chance */
    size_t rows = count_rows(part);
    for (size_t t = 0; t < report->form->table_count && rows >= FEWEST && rows == count_rows(left); t++) {
        const struct nb_form_table *table = &report->form->tables[t];
        if (!table->across && 2 * count_labelled(left, table) > rows && !count_labelled(part, NULL) &&
            names_others(part, left, table))
            return table;
    }
    return NULL;
}

/* Put the cells of a row, or as many empty ones, behind those of another. */
static void widen_row(const struct nb_report *report, struct grid_row *row, const struct grid_row *from,
                      unsigned count)
{
    struct grid_row *wide = row_with_room(report->arena, row, row->count + count + 1);
    append_cells(wide, row->cells, row->count);
    for (unsigned i = 0; i < count; i++)
        append_cells(wide, from && i < from->count ? &from->cells[i] : &nothing, 1);
    *row = *wide;
}

static void append_columns(const struct nb_report *report, struct grid_part *left, struct grid_part *part)
{
    unsigned count = 0;
    for (int body = 0; body < 2; body++)
        for (const struct grid_row *row = body ? part->body : part->head; row; row = row->next)
            count = row->count > count ? row->count : count;
    size_t spare = 0; /* rows of the left head above those of the other */
    for (const struct grid_row *row = left->head; row; row = row->next)
        spare++;
    for (const struct grid_row *row = part->head; row && spare; row = row->next)
        spare--;
    struct grid_row *from = part->head;
    for (struct grid_row *row = left->head; row; row = row->next) {
        widen_row(report, row, spare ? NULL : from, count);
        from = spare || !from ? from : from->next;
        spare -= spare > 0;
    }
    from = part->body;
    for (struct grid_row *row = left->body; row; row = row->next) {
        while (row->kind == ROW_DATA && from && from->kind != ROW_DATA)
            from = from->next;
        widen_row(report, row, row->kind == ROW_DATA ? from : NULL, count);
        from = row->kind == ROW_DATA && from ? from->next : from;
    }
}

void join_beside(struct nb_report *report)
{
    struct grid_part *left = NULL;
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (struct grid_part **part = &grid->parts; grid->known != TEXT_ORDER && *part;) {
            const struct nb_form_table *table = left ? table_beside(report, left, *part) : NULL;
            if (table && !is_of_another(report, grid)) {
                append_columns(report, left, *part);
                grid->form = grid->parts->next ? grid->form : table;
                *part = (*part)->next;
                continue;
            }
            left = *part;
            part = &(*part)->next;
        }
}

/* ---- rows of values below the rows of their labels ---- */

static bool is_label_alone(const struct grid_row *row)
{
    return row && row->kind == ROW_DATA && !row->room && row->count &&
           row_count(row, 0, 1 << CELL_LABEL) == row->count;
}

/* Whether a row prints values and no label; words may stand among them. */
static bool is_values_alone(const struct grid_row *row)
{
    return row && row->kind == ROW_DATA && !row->room && row->count && cell_is(row->cells, VALUE_CELLS) &&
           !row_count(row, 0, 1 << CELL_LABEL);
}

/* The end of the rows of labels or values alone from one on, behind `above`. `below`: each row of values
 * stands right below a label, or words that no form has; else one has lost its label, and the others may
 * have, too.
 */
static const struct grid_row *end_of_run(const struct grid_row *above, const struct grid_row *row,
                                         bool *below)
{
    bool label = above && above->kind == ROW_WORDS;
    *below = true;
    for (; is_label_alone(row) || is_values_alone(row); row = row->next) {
        *below &= label || is_label_alone(row);
        label = is_label_alone(row);
    }
    return row;
}

/* How many rows of values alone stand right below a label alone, if one of them has no such label below it,
 * too: otherwise the values may be those of the label below. */
static size_t count_below(const struct nb_grid *grid, const struct grid_row *row)
{
    size_t count = 0, last = 0;
    for (; grid->known == TEXT_ROWS && row && row->next; row = row->next)
        if (is_label_alone(row) && is_values_alone(row->next)) {
            count++;
            last += !is_label_alone(row->next->next);
        }
    return last ? count : 0;
}

static void join_run(const struct nb_report *report, struct grid_row *row, const struct grid_row *end)
{
    for (; row != end; row = row->next)
        if (is_label_alone(row) && is_values_alone(row->next)) {
            widen_row(report, row, row->next, row->next->count);
            row->next = row->next->next;
        }
}

/* One such row alone may have lost its label, and the row above it its values. */
void join_below(struct nb_report *report)
{
    size_t count = 0;
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (const struct grid_part *part = grid->parts; part; part = part->next)
            count += count_below(grid, part->body);
    for (struct nb_grid *grid = report->grids; count > 1 && grid; grid = grid->next)
        for (struct grid_part *part = grid->parts; part; part = part->next) {
            struct grid_row *above = NULL, *row = count_below(grid, part->body) ? part->body : NULL;
            for (bool below; row; above = row, row = row->next) {
                const struct grid_row *end = end_of_run(above, row, &below);
                if (below)
                    join_run(report, row, end);
                while (row != end && row->next != end)
                    row = row->next;
            }
        }
}
