/* table_head.c - the columns of a printed table, as the labels over them say. */
#include "table_head.h"

#include "arena.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- labels by their places: spans are known, and every row has as many cells ---- */

/* The cells of the part's rows where its rows of labels and most of its rows of values have as many; 0:
 * positions do not count. */
static unsigned common_width(const struct table_head *head)
{
    size_t width = 0, same = 0, rows = 0;
    if (head->grid->known == TEXT_ORDER)
        return 0;
    for (const struct grid_row *row = head->part->head; row; row = row->next) {
        if (row->count > 1 && width && row->count != width)
            return 0;
        width = row->count > 1 ? row->count : width;
    }
    for (const struct grid_row *row = head->part->body; row; row = row->next) {
        rows += row->kind == ROW_DATA;
        same += row->kind == ROW_DATA && row_fits(row, width);
    }
    return same * 2 > rows || !rows ? (unsigned)width : 0;
}

static bool is_spanned(const struct nb_report *report, const struct grid_cell *cell, char from)
{
    return cell->kind == CELL_SPAN && report->text->bytes[cell->span.start] == from;
}

/* The cell that stands at a position, or spans it from the left. */
static const struct grid_cell *cell_at(const struct nb_report *report, const struct grid_row *row,
                                       unsigned position)
{
    const struct grid_cell *cell = &row->cells[position];
    while (cell > row->cells && is_spanned(report, cell, SPAN_LEFT))
        cell--;
    return cell;
}

/* The rows of a head, from the last to the first. */
struct levels {
    const struct grid_row *rows[16];
    size_t count;
};

static struct levels head_levels(const struct table_head *head)
{
    struct levels levels = {.count = 0};
    size_t rows = 0, limit = sizeof levels.rows / sizeof *levels.rows;
    for (const struct grid_row *row = head->part->head; row; row = row->next)
        rows += row->count == head->width;
    for (const struct grid_row *row = head->part->head; row; row = row->next)
        if (row->count == head->width && rows-- <= limit)
            levels.rows[rows] = row, levels.count += levels.count < limit;
    return levels;
}

/* Whether the labels of columns in a row, and what spans some, begin over the labels of rows, and end before
 * the last values: they have lost what spanned them from above. What says what the labels of rows are
 * (信息内容) stands over them as it is meant. `rows`: the rows with such labels so far. */
static bool has_moved(const struct nb_report *report, const struct table_head *head,
                      const struct grid_row *row, size_t *rows)
{
    unsigned first = UINT_MAX, end = 0;
    bool named = false, over = false;
    for (unsigned p = 0; p < row->count; p++) {
        const struct grid_cell *cell = &row->cells[p];
        const struct form_meaning *says = meaning_of(cell->label, head->table);
        bool columns = says->columns | says->spanned;
        named |= says->columns != 0;
        over |= cell->kind == CELL_LABEL && !columns && first == UINT_MAX;
        first = columns && first == UINT_MAX ? p : first;
        end = cell->kind == CELL_BLANK || is_spanned(report, cell, SPAN_ABOVE) ? end : p + 1;
    }
    *rows += named;
    return named && !over && first < head->first_value && end <= head->last_value;
}

/* Whether the cells of a row stand at the positions of the labels. */
static bool is_even(const struct table_head *head, const struct grid_row *row)
{
    return row->kind == ROW_DATA && row->count == head->width;
}

/* The rows that print something of these kinds at a position. */
static size_t count_at(const struct table_head *head, unsigned position, unsigned kinds)
{
    size_t count = 0;
    for (const struct grid_row *row = head->part->body; row; row = row->next)
        count += is_even(head, row) && cell_is(&row->cells[position], kinds);
    return count;
}

/* Whether a column without a label is one: between two that have labels where any row prints a value; before
 * or behind them where most do, for there may stand what one row has too many. */
static bool is_column_at(const struct table_head *head, unsigned position)
{
    size_t rows = 0, values = count_at(head, position, PLAIN_CELLS);
    for (const struct grid_row *row = head->part->body; row; row = row->next)
        rows += is_even(head, row) && row_count(row, 0, PLAIN_CELLS);
    bool between = head->columns[0].position < position && position < head->columns[head->count - 1].position;
    return between ? values > 0 : values * 2 > rows;
}

/* Whether words stand behind a label of the head that is not the note in brackets, and rows have a cell for
 * each label from there on, half of them the form's: others say what stands in the rows, or are pieces of it.
 */
static bool is_among_labels(const struct nb_text *text, const struct table_head *head, size_t at)
{
    const struct grid_cell *words = head->columns[at].label;
    size_t columns = head->count - at, named = 0;
    for (size_t c = at; c < head->count; c++)
        named += head->columns[c].named != 0;
    bool before = false, over = false; /* a label that stands over those of rows */
    FOR_CELLS (cell, head->part->head) {
        bool first = cell->span.start < words->span.start;
        const struct form_meaning *says = meaning_of(cell->label, head->table);
        before |= cell->kind == CELL_LABEL && first && text->shadow[cell->span.start] != '(';
        over |= cell->kind == CELL_LABEL && !first && !(says->columns | says->spanned);
    }
    return before && !over && words->kind == CELL_WORDS && named * 2 >= columns &&
           (columns == head->most || columns == head->values);
}

/* Words that are no column's label: over a column that prints nothing (before the first one, words are labels
 * of rows) or, where positions do not count, before the first label that is known. */
static void drop_words(const struct nb_text *text, struct table_head *head)
{
    size_t kept = 0;
    for (size_t c = 0; c < head->count; c++) {
        const struct head_column *column = &head->columns[c];
        if (column->named ||
            (head->width ? count_at(head, column->position, kept ? PRINTED_CELLS : VALUE_CELLS) > 0
                         : kept || is_among_labels(text, head, c)))
            head->columns[kept++] = *column;
    }
    head->count = kept;
}

static int by_position(const void *a, const void *b)
{
    const struct head_column *one = a, *other = b;
    return one->position < other->position ? -1 : one->position > other->position;
}

/* Put the columns in the order of their positions, if each has one label there: words over or below it are
 * none, nor is a label that comes again below, or are words over words. */
static bool sort_positions(struct binding *binding, struct table_head *head)
{
    size_t room = head->count + head->width + head->most + 2, count = 0;
    struct head_column *sorted = arena_room(binding->scratch, room * sizeof *sorted);
    for (size_t c = 0; c < head->count; c++) {
        struct head_column column = head->columns[c];
        size_t at = count;
        column.doubted = false;
        while (at && sorted[at - 1].position > column.position)
            at--;
        if (at && sorted[at - 1].position == column.position) {
            int label = column.label->label, before = sorted[at - 1].label->label;
            if (label >= 0 && before >= 0 && label != before)
                return false;
            if (label >= 0 || before < 0)
                sorted[at - 1] = column;
            continue;
        }
        memmove(sorted + at + 1, sorted + at, (count++ - at) * sizeof *sorted);
        sorted[at] = column;
    }
    head->columns = sorted;
    head->count = count;
    return true;
}

/* Whether no row of labels has the heading over a row (行政诉讼 over 复议后起诉) elsewhere: as the last label
 * up to its place another. Else what spanned the row's label from above is lost, and it lies too far to the
 * left. */
static bool keep_headings(const struct table_head *head)
{
    for (const struct grid_row *level = head->part->head; level; level = level->next)
        FOR_CELLS (label, head->part->head) {
            bool printed = false, over = false;
            for (unsigned p = 0; p < level->count && names_row(head->table, label); p++) {
                const struct form_meaning *says = meaning_of(level->cells[p].label, head->table);
                bool heading = says->headed & lowest(rows_named(label->label, head->table));
                printed |= heading;
                over = p <= label->column && level->cells[p].kind == CELL_LABEL ? heading : over;
            }
            if (printed && !over)
                return false;
        }
    return true;
}

/* Where spans are known, the row of a column in an across table is that whose label stands over it, or its
 * own that says both. */
static void span_rows(const struct nb_report *report, struct table_head *head)
{
    struct levels levels = head_levels(head);
    for (size_t c = 0; c < head->count; c++) {
        struct head_column *column = &head->columns[c];
        bool own = false;
        for (size_t i = 0; i < levels.count; i++) {
            const struct grid_cell *cell = cell_at(report, levels.rows[i], column->position);
            own |= cell == column->label;
            if (own && names_row(head->table, cell)) {
                column->row = cell;
                break;
            }
        }
    }
}

/* The rows of an across table that its head names, from left to right. */
static size_t find_rows(const struct table_head *head, struct head_column *rows, size_t room)
{
    size_t count = 0;
    FOR_CELLS (cell, head->part->head)
        if (count < room && names_row(head->table, cell) && !names_column(head->table, cell))
            rows[count++] = (struct head_column){.label = cell, .position = cell->column};
    qsort(rows, count, sizeof *rows, by_position);
    return count;
}

/* The end of the run of different labels that begins with a column; `sorted`: of labels in the form's order.
 */
static size_t run_end(const struct table_head *head, size_t start, bool sorted)
{
    size_t end = start + 1;
    for (; end < head->count; end++)
        for (size_t c = sorted ? end - 1 : start; c < end; c++) {
            const struct head_column *one = &head->columns[c], *next = &head->columns[end];
            uint64_t own = lowest(one->named), turn = lowest(next->named);
            if (sorted ? turn && turn <= own : one->label->label == next->label->label || own & next->named)
                return end;
        }
    return end;
}

/* The last row whose label stands over a place or left of it; NULL: none does. */
static const struct head_column *row_over(const struct head_column *rows, size_t count, unsigned position)
{
    while (count && rows[count - 1].position > position)
        count--;
    return count ? &rows[count - 1] : NULL;
}

/* Name each run of labels, all different, by the row that stands over its beginning, if one does. Returns how
 * many are named. */
static size_t name_runs(struct table_head *head, const struct head_column *rows, size_t count)
{
    size_t named = 0;
    for (size_t start = 0; start < head->count;) {
        const struct head_column *row = row_over(rows, count, head->columns[start].position);
        row = row && row->position == head->columns[start].position ? row : NULL;
        named += row != NULL;
        for (size_t end = run_end(head, start, false); start < end; start++)
            head->columns[start].row = row ? row->label : NULL;
    }
    return named;
}

/* Whether labels of rows stand each over the first of its columns, up to those of the next: none has a label
 * twice. */
static bool name_by_place(struct table_head *head, const struct head_column *rows, size_t count)
{
    size_t run = 0;
    for (size_t start = 0, end; start < head->count; start = end, run++) {
        const struct head_column *row = row_over(rows, count, head->columns[start].position);
        if (!row || row != &rows[run] || row->position != head->columns[start].position)
            return false;
        for (end = start; end < head->count && row_over(rows, count, head->columns[end].position) == row;
             end++)
            head->columns[end].row = row->label;
        if (run_end(head, start, false) < end)
            return false;
    }
    return run == count;
}

static size_t count_runs(const struct table_head *head, bool sorted)
{
    size_t runs = 0;
    for (size_t start = 0; start < head->count; start = run_end(head, start, sorted))
        runs++;
    return runs;
}

/* The rows that are named over the columns of an across table, in a head whose spans are not known. They
 * stand over runs of different labels: each over the beginning of one or, where rows lack columns, over all
 * up to the next; or, where there are as many, from left to right, where runs may end with labels that go
 * back in the form's order. False: neither; then places do not count, and the order in which labels are
 * printed tells (hang). */
static bool name_rows(struct table_head *head)
{
    struct head_column rows[16];
    size_t count = find_rows(head, rows, sizeof rows / sizeof *rows);
    if (!count ||
        (keep_headings(head) && (name_runs(head, rows, count) == count || name_by_place(head, rows, count))))
        return true;
    bool sorted = count_runs(head, true) == count;
    if (!sorted && count_runs(head, false) != count)
        return false;
    for (size_t start = 0, run = 0; start < head->count; run++)
        for (size_t end = run_end(head, start, sorted); start < end; start++)
            head->columns[start].row = rows[run].label;
    return true;
}

/* Where the labels of all columns of an across table are printed, those of each row together, and none of the
 * rows': they are the form's rows, in its order. */
static void assume_rows(struct binding *binding, struct table_head *head)
{
    const struct nb_form_table *table = head->table;
    size_t width = table->rows->column_count;
    uint64_t run = 0;
    if (!table->across || head->count != table->row_count * width)
        return;
    for (size_t c = 0; c < head->count; c++) {
        run = (c % width ? run : 0) | lowest(head->columns[c].named);
        if (head->columns[c].row || (c % width + 1 == width && run != columns_of_row(table, table->rows)))
            return;
    }
    struct grid_cell *rows = arena_alloc(binding->report->arena, table->row_count * sizeof *rows);
    for (size_t c = 0; c < head->count; c++) {
        struct grid_cell *row = &rows[c / width];
        *row = *head->columns[c / width * width].label;
        row->label = label_of(table->rows[c / width].label);
        head->columns[c].row = row;
        head->columns[c].assumed = true;
    }
}

/* ---- columns without a label ---- */

/* The empty cell of the head that stands next to the values at a position; NULL: something is printed there.
 */
static const struct grid_cell *empty_label(const struct levels *levels, unsigned position)
{
    for (size_t i = 0; i < levels->count; i++)
        if (levels->rows[i]->cells[position].kind != CELL_SPAN)
            return levels->rows[i]->cells[position].kind == CELL_BLANK ? &levels->rows[i]->cells[position]
                                                                       : NULL;
    return NULL;
}

/* A column of values whose label is empty is a column that nobody can name. */
static void add_unlabelled(struct table_head *head)
{
    struct levels levels = head_levels(head);
    for (unsigned p = head->count ? 0 : head->width; p < head->width; p++) {
        const struct grid_cell *label = empty_label(&levels, p);
        if (!label || head_column_at(head, p) || !is_column_at(head, p))
            continue;
        struct head_column column = {.label = label, .position = p};
        size_t at = head->count++;
        for (; at > 0 && head->columns[at - 1].position > p; at--)
            head->columns[at] = head->columns[at - 1];
        head->columns[at] = column;
    }
}

/* How many cells a row has for values: those behind its label and, where positions count, not left of all
 * values. */
static size_t cells_for_values(const struct table_head *head, const struct grid_row *row)
{
    size_t behind = head->grid->known == TEXT_ORDER ? 0 : head->first_value;
    for (size_t i = 0; i < row->count; i++)
        behind = row->cells[i].kind == CELL_LABEL && i + 1 > behind ? i + 1 : behind;
    return row->count > behind ? row->count - behind : 0;
}

/* Whether each row has so many cells, and some row a value in each of them: empty ones may be what spans have
 * left, and words the unit. */
static bool have_as_many(const struct table_head *head, size_t columns)
{
    uint64_t filled = 0;
    for (const struct grid_row *row = head->part->body; row; row = row->next) {
        size_t cells = row->kind == ROW_DATA ? cells_for_values(head, row) : 0;
        if (cells && cells != columns)
            return false;
        for (size_t i = 0; i < cells; i++) {
            const struct grid_cell *cell = &row->cells[row->count - cells + i];
            filled |= (uint64_t)cell_is(cell, VALUE_CELLS) << i;
        }
    }
    uint64_t ends = columns < 64 ? 1 | UINT64_C(1) << (columns - 1) : 0;
    return columns < 64 && (filled & ends) == ends;
}

/* The columns of the form's row that a column of the head is. */
static uint64_t named_of_row(const struct table_head *head, size_t at)
{
    return head->columns[at].named >> first_column(head->table, head->row);
}

bool in_form_order(const struct table_head *head, size_t *gap)
{
    size_t at = 0;
    for (size_t c = 0; c < head->row->column_count; c++) {
        while (at < head->count && !head->columns[at].named)
            at++;
        if (at < head->count && named_of_row(head, at) >> c & 1)
            at++;
        else
            *gap = c;
    }
    while (at < head->count && !head->columns[at].named)
        at++;
    return at == head->count;
}

/* Where labels of the form's columns stand in its order among columns without one, as many as it has, but not
 * each in its place: they may stand beside their columns, as measured ones do. */
static void doubt_moved(struct table_head *head)
{
    size_t first = head->count, end = 0;
    for (size_t c = 0; c < head->count; c++) {
        if (head->columns[c].label->kind != CELL_BLANK && !head->columns[c].named)
            return;
        if (head->columns[c].named && !(named_of_row(head, c) >> c & 1)) {
            first = c < first ? c : first;
            end = c + 1;
        }
    }
    while (first && first < end && !head->columns[first - 1].named)
        first--;
    while (end && end < head->count && !head->columns[end].named)
        end++;
    for (; first < end; first++)
        head->columns[first].doubted = true;
}

/* Whether the last column has no label, and the form's last, which is its total, is nowhere named. */
static bool ends_nameless(const struct table_head *head)
{
    uint64_t named = 0;
    for (size_t c = 0; c < head->count; c++)
        named |= head->columns[c].named;
    uint64_t all = columns_of_row(head->table, head->row), total = all & ~(all >> 1);
    return head->count && head->columns[head->count - 1].label->kind == CELL_BLANK && !(named & total);
}

/* Where all labels of the form's columns are printed but one, in its order, that one's place is the gap in
 * it. Where only the order is known and every row has a cell more than there are labels, its column stands
 * there. */
static void settle_left_out(struct table_head *head)
{
    static const struct grid_cell none = {.label = -1, .kind = CELL_BLANK};
    size_t columns = head->row->column_count, gap = columns;
    if (head->table->across || !in_form_order(head, &gap))
        return;
    if (!head->width && head->count + 1 == columns && have_as_many(head, columns)) {
        memmove(head->columns + gap + 1, head->columns + gap, (head->count++ - gap) * sizeof *head->columns);
        head->columns[gap] = (struct head_column){.label = &none};
    } else if (head->width && (head->count == columns || ends_nameless(head))) {
        doubt_moved(head);
    }
}

/* ---- both ---- */

/* Whether most labels of columns say nothing (数据1, 数据2), and there are as many as the form has, with what
 * is known in its place: then the columns are the form's, in its order. `first`: columns that stand over the
 * labels of rows. */
static bool is_counted(const struct table_head *head, size_t named, size_t first)
{
    if (!named || named * 2 >= head->count - first || head->count - first != head->row->column_count)
        return false;
    for (size_t c = first; c < head->count; c++)
        if (head->columns[c].named && !(named_of_row(head, c) >> (c - first) & 1))
            return false;
    return true;
}

/* Keep the largest of all counts and of all but one. */
static void add_count(unsigned count, unsigned *most, unsigned *next)
{
    unsigned fewer = count < *most ? count : *most;
    *next = fewer > *next ? fewer : *next;
    *most = count > *most ? count : *most;
}

/* What the rows of a part show of its columns: the first and the last position of a value, and how many cells
 * a row has at most.
 */
static void find_values(struct table_head *head)
{
    head->first_value = UINT_MAX;
    for (const struct grid_row *row = head->part->body; row; row = row->next) {
        unsigned count = row->kind == ROW_DATA ? (unsigned)row->count : 0, behind = count, cells = 0,
                 values = 0;
        for (unsigned p = 0; p < count; p++) {
            cells += row->cells[p].kind != CELL_SPAN;
            if (row->cells[p].kind == CELL_LABEL)
                behind = count - p - 1, cells = values = 0;
            if (!cell_is(&row->cells[p], PLAIN_CELLS))
                continue;
            values++;
            head->first_value = p < head->first_value ? p : head->first_value;
            head->last_value = p > head->last_value ? p : head->last_value;
        }
        add_count(count, &head->widest, &head->next_widest);
        add_count(cells, &head->cells, &head->next_cells);
        head->most = behind > head->most ? behind : head->most;
        head->values = values > head->values ? values : head->values;
    }
}

/* Settle whether the labels' positions count: then they are sorted by them. They do not where a label stands
 * where it cannot. */
static void settle_positions(struct binding *binding, struct table_head *head)
{
    struct head_column *printed = head->columns;
    size_t count = head->count, named = 0, moved = 0, labelled = 0;
    bool spans = head->grid->spans, rows = !spans && head->table->across, labels = false;
    for (unsigned p = 0; p < head->width && p < head->first_value; p++)
        labels |= count_at(head, p, 1 << CELL_LABEL | 1 << CELL_WORDS) > 0;
    for (size_t c = 0; c < count; c++)
        named += head->columns[c].named != 0;
    labels &= head->last_value + 1 >= head->first_value + named; /* else some stand over empty columns */
    for (const struct grid_row *row = labels ? head->part->head : NULL; row; row = row->next)
        moved += has_moved(binding->report, head, row, &labelled);
    if (spans ? moved || !keep_headings(head) : moved < labelled && moved)
        head->width = 0;
    if (head->width && (!sort_positions(binding, head) || (rows && !name_rows(head)))) {
        head->columns = printed;
        head->count = count;
        head->width = 0;
        for (size_t c = 0; rows && c < count; c++) /* labels of two lines may have been taken for one line */
            head->columns[c].doubted = true;
    } else if (head->width && spans) {
        span_rows(binding->report, head);
    }
    if (moved)
        head->width = 0;
}

/* Tell the columns without a label in which one row alone prints a value. */
static void find_alone(struct table_head *head)
{
    for (size_t c = 0; head->width && c < head->count; c++)
        head->columns[c].alone = head->columns[c].label->kind == CELL_BLANK &&
                                 count_at(head, head->columns[c].position, PLAIN_CELLS) == 1;
}

/* Columns that name the same cells, as those of two years side by side: which of them is meant nothing tells.
 * Those left of one that is alike have been compared with that. */
static void doubt_twins(struct table_head *head)
{
    for (struct head_column *column = head->columns; column < head->columns + head->count; column++)
        for (struct head_column *left = column; column->named && left-- > head->columns;)
            if (lowest(left->named) & column->named &&
                (left->row ? left->row->label : -1) == (column->row ? column->row->label : -1)) {
                left->doubted = column->doubted = true;
                if (left->named == column->named)
                    break;
            }
}

/* Where some columns would stand behind the last cell of the rows, no position is known. */
static void keep_within(struct table_head *head)
{
    for (size_t c = 0; c < head->count; c++)
        if (head->columns[c].position >= head->width)
            head->width = 0;
}

/* A head without what it was made of: kept, that was 6 bytes for each of a text of reports printed again and
 * again. */
static const struct table_head *keep_head(struct nb_arena *arena, const struct table_head *head)
{
    struct table_head *kept = arena_room(arena, sizeof *kept);
    *kept = *head;
    kept->columns = arena_room(arena, head->count * sizeof *head->columns);
    memcpy(kept->columns, head->columns, head->count * sizeof *head->columns);
    return kept;
}

const struct nb_form_row *row_below(const struct grid_part *part, const struct nb_form_table *table)
{
    uint64_t rows = 0;
    for (const struct grid_row *row = table->across ? NULL : part->body; row && !rows; row = row->next)
        for (size_t i = 0; i < row->count && !rows; i++)
            rows = rows_named(row->cells[i].label, table);
    return &table->rows[rows ? first_of(rows) : 0];
}

const struct table_head *read_head(struct binding *binding, const struct nb_grid *grid,
                                   const struct grid_part *part, const struct nb_form_table *table)
{
    size_t cells = table->rows[0].column_count,
           named = 0; /* some may be assumed below a label over columns */
    for (const struct grid_row *row = part->head; row; row = row->next)
        cells += row->count;
    struct table_head made = {.grid = grid, .part = part, .table = table, .row = row_below(part, table)},
                      *head = &made;
    arena_clear(binding->scratch);
    head->width = common_width(head);
    find_values(head);
    head->columns =
        arena_alloc(binding->scratch, (cells + head->width + head->most + 2) * sizeof *head->columns);
    read_order(binding, cells, head);
    settle_positions(binding, head);
    for (size_t c = 0; c < head->count; c++)
        named += head->columns[c].named != 0;
    bool counted = is_counted(head, named, columns_over_labels(head));
    if (!grid->spans || !head->width)
        drop_words(binding->report->text, head);
    if (head->width)
        add_unlabelled(head);
    find_alone(head);
    assume_rows(binding, head);
    if (counted || is_counted(head, named, 0))
        head->count = 0;
    keep_within(head);
    doubt_twins(head);
    settle_left_out(head);
    return named ? keep_head(binding->work, head) : NULL;
}
