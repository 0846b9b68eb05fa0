/* torn_head.c - heads of texts that were taken from PDFs line by line: their labels are broken over lines,
 * each of which holds pieces of several. */
#include "rows.h"

#include "arena.h"
#include "fold.h"
#include "text.h"
#include "width.h"

#include <string.h>

enum { MOST_SIGNS = 200, NO_COLUMN = -1, NOBODY = -2 };

/* The signs of a head and how often each stands there still; the only column whose label has it. */
struct sign {
    unsigned code;
    int left, column;
};
struct signs {
    struct sign all[MOST_SIGNS];
    size_t count;
    int left;
};

static struct sign *find_sign(struct signs *signs, unsigned code)
{
    for (size_t i = 0; i < signs->count; i++)
        if (signs->all[i].code == code)
            return &signs->all[i];
    return NULL;
}

/* The sign at `*at`, which goes behind it; NULL: none that the head has, or a blank. */
static struct sign *next_sign(struct signs *signs, const char **at)
{
    size_t length = utf8_length((unsigned char)**at);
    unsigned code = utf8_decode(*at, length);
    *at += length;
    return code <= ' ' || code == FOLD_FILLER ? NULL : find_sign(signs, code);
}

/* Count the signs of a cell; false: there are too many kinds. */
static bool add_cell(struct signs *signs, const char *at, const char *end)
{
    while (at < end) {
        size_t length = utf8_length((unsigned char)*at);
        unsigned code = utf8_decode(at, length);
        at += length;
        if (code <= ' ' || code == FOLD_FILLER)
            continue;
        struct sign *sign = find_sign(signs, code);
        if (!sign && signs->count == MOST_SIGNS)
            return false;
        if (!sign)
            *(sign = &signs->all[signs->count++]) = (struct sign){code, 0, NOBODY};
        sign->left++;
        signs->left++;
    }
    return true;
}

/* Take the signs of a label away, if all are there; `column`: that has it. */
static bool take_label(struct signs *signs, const char *label, int column)
{
    struct signs left = *signs;
    for (const char *at = label; *at;) {
        struct sign *sign = next_sign(&left, &at);
        if (!sign || !sign->left)
            return false;
        sign->left--;
        left.left--;
        sign->column = sign->column == NOBODY || sign->column == column ? column : NO_COLUMN;
    }
    *signs = left;
    return true;
}

/* Take what else a head may print: the longest first, of which shorter ones are parts. */
static void take_others(struct signs *signs)
{
    for (size_t longest = SIZE_MAX, next = 0; signs->left && longest; longest = next, next = 0)
        for (size_t i = 0; i < form_label_count && signs->left; i++) {
            size_t length = strlen(form_labels[i].text);
            if (length == longest && form_labels[i].class != LABEL_ROW)
                take_label(signs, form_labels[i].text, NO_COLUMN);
            next = length < longest && length > next ? length : next;
        }
}

/* Whether the signs of a head are those of all labels of the form, and of nothing else. */
static bool is_of_form(const struct nb_form_table *table, struct signs *signs)
{
    for (size_t r = 0; r < (table->across ? table->row_count : 1); r++) {
        if (table->across && !take_label(signs, table->rows[r].label, NO_COLUMN))
            return false;
        for (size_t c = 0; c < table->rows[r].column_count; c++)
            if (!take_label(signs, table->rows[r].columns[c].label, (int)c))
                return false;
    }
    take_others(signs);
    return !signs->left;
}

/* What the lines of a head say of the order of columns, by the signs that only one has. */
struct line_order {
    int before;
    size_t descents, blocks, seen[64];
    uint64_t columns, mates;
};

/* A line ends: the columns begin anew in it as often as it has rows of the form, no more. */
static bool end_line(struct line_order *line)
{
    bool sorted = line->descents < (line->blocks ? line->blocks : 1);
    line->mates |= line->columns & (line->columns - 1) ? line->columns : 0;
    *line = (struct line_order){.before = NO_COLUMN, .mates = line->mates};
    return sorted;
}

static bool read_cell(struct signs *signs, const char *at, const char *end, struct line_order *line)
{
    bool sorted = true;
    while (at < end) {
        bool breaks = *at == '\n';
        struct sign *sign = next_sign(signs, &at);
        int column = sign ? sign->column : NO_COLUMN;
        if (breaks)
            sorted &= end_line(line);
        if (column < 0 || column == line->before)
            continue;
        line->descents += column < line->before;
        line->blocks = ++line->seen[column] > line->blocks ? line->seen[column] : line->blocks;
        line->columns |= UINT64_C(1) << column;
        line->before = column;
    }
    return sorted;
}

/* The columns that have a sign of their own. */
static uint64_t told_columns(const struct signs *signs)
{
    uint64_t told = 0;
    for (size_t i = 0; i < signs->count; i++)
        told |= signs->all[i].column >= 0 ? UINT64_C(1) << signs->all[i].column : 0;
    return told;
}

/* Whether each column but one (其他, whose signs 法人或其他组织 has, too) stands in some line with others,
 * and in each line they stand in the form's order. */
static bool is_in_order(const struct walk *walk, const struct grid_part *part, struct signs *signs)
{
    struct line_order line = {.before = NO_COLUMN};
    uint64_t told = told_columns(signs),
             untold = ((UINT64_C(1) << walk->table->rows[0].column_count) - 1) & ~told;
    bool sorted = !(untold & (untold - 1));
    for (const struct grid_row *row = part->head; row; row = row->next) {
        for (size_t i = 0; i < row->count; i++)
            sorted &= read_cell(signs, walk->text->shadow + row->cells[i].span.start,
                                walk->text->shadow + row->cells[i].span.end, &line);
        sorted &= end_line(&line);
    }
    return sorted && line.mates == told;
}

/* Whether some cell of the head is no label. */
static bool is_torn(const struct walk *walk, const struct grid_part *part, struct signs *signs)
{
    bool words = false;
    FOR_CELLS (cell, part->head) {
        words |= cell->kind == CELL_WORDS;
        if (!add_cell(signs, walk->text->shadow + cell->span.start, walk->text->shadow + cell->span.end))
            return false;
    }
    return words;
}

static struct grid_row *label_row(const struct walk *walk, size_t count, struct grid_row *next)
{
    struct grid_row *row = arena_alloc(walk->arena, sizeof *row);
    *row = (struct grid_row){
        .next = next, .kind = ROW_HEAD, .cells = arena_alloc(walk->arena, count * sizeof *row->cells)};
    return row;
}

static void add_label(struct grid_row *row, const char *label, struct nb_span span)
{
    row->cells[row->count] =
        (struct grid_cell){.span = span, .kind = CELL_LABEL, .label = label_of(label), .column = row->count};
    row->count++;
}

void mend_torn_head(const struct walk *walk, struct grid_part *part)
{
    const struct nb_form_table *table = walk->table;
    struct signs signs = {.count = 0};
    if (walk->grid->known != TEXT_ROWS || !part->head || !is_torn(walk, part, &signs) ||
        !is_of_form(table, &signs) || !is_in_order(walk, part, &signs))
        return;
    struct nb_span span = {grid_row_span(part->head).start, grid_row_span(part->head).start};
    for (const struct grid_row *row = part->head; row; row = row->next)
        span.end = row->count ? grid_row_span(row).end : span.end;
    size_t rows = table->across ? table->row_count : 1;
    struct grid_row *columns = label_row(walk, rows * table->rows[0].column_count, NULL);
    part->head = table->across ? label_row(walk, rows, columns) : columns;
    for (size_t r = 0; r < rows; r++) {
        if (table->across)
            add_label(part->head, table->rows[r].label, span);
        for (size_t c = 0; c < table->rows[r].column_count; c++)
            add_label(columns, table->rows[r].columns[c].label, span);
    }
}
