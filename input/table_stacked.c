/* table_stacked.c - several rows printed in one, a line of each of its cells for each of them, in whatever format. */
#include "table.h"
#include "table_reader.h"

#include <stdlib.h>
#include <string.h>

/* What the lines of a row's cells are: `rows` values or empty lines in each cell that has any behind the cell of their labels. */
struct stack {
    size_t rows, label;
    bool uneven;
};

bool sheet_is_stack(const struct reader *reader, size_t cell, size_t *lines)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece, end = sheet_pieces_end(sheet, cell), words = 0;
    *lines = end - first;
    for (size_t i = first; i < end; i++)
        words += sheet->pieces[i].start < sheet->pieces[i].end && !shows_value(reader->text, sheet->pieces[i]);
    return 2 * words < *lines;
}

/* The pieces of a cell as labels: groups[n] is behind the last piece of label n. Returns how many labels, 0: not `wanted`. */
static size_t group_labels(struct reader *reader, size_t cell, size_t wanted, size_t *groups)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece, end = sheet_pieces_end(sheet, cell), count = 0;
    while (end > first && sheet->pieces[end - 1].start == sheet->pieces[end - 1].end)
        end--;
    for (size_t at = first; at < end && count < wanted; count++) {
        size_t run = end - first == wanted ? 1 : label_run(reader, sheet->pieces + at, end - at);
        at += run ? run : 1;
        groups[count] = at;
    }
    return count == wanted && groups[count - 1] == end ? count : 0;
}

static struct stack find_stack(const struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    struct stack stack = {.label = SIZE_MAX};
    for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++) {
        size_t values;
        if (sheet_is_stack(reader, i, &values)) {
            stack.uneven |= stack.rows && stack.rows != values;
            stack.rows = values;
        } else if (values && (!stack.rows || stack.label == SIZE_MAX)) {
            stack = (struct stack){.label = i};
        }
    }
    return stack;
}

/* Row `index` of a stack: its piece of each cell that has so many; the other cells stand in the first row and span the rest. */
static void add_layer(struct sheet *to, const struct sheet *from, size_t row, const struct stack *stack, const size_t *groups,
                      size_t index)
{
    sheet_add_row(to);
    for (size_t i = from->rows[row], end = sheet_row_end(from, row); i < end; i++) {
        size_t first = from->cells[i].piece, last = sheet_pieces_end(from, i), count = last - first;
        bool layered = i == stack->label || (count == stack->rows && i > stack->label);
        sheet_add_cell(to, !layered && index && count ? SPAN_ABOVE : from->cells[i].cover);
        if (i == stack->label) {
            first = index ? groups[index - 1] : first;
            last = groups[index];
        } else if (layered) {
            first += index;
            last = first + 1;
        }
        for (; first < last && (layered || !index); first++)
            sheet_add_piece(to, from->pieces[first]);
    }
}

static void add_stack(struct reader *reader, struct sheet *to, size_t row)
{
    struct stack stack = find_stack(reader, row);
    size_t one, *groups = &one;
    bool layered = stack.rows > 1 && !stack.uneven && stack.label != SIZE_MAX;
    if (layered) {
        groups = xmalloc(stack.rows * sizeof *groups);
        layered = group_labels(reader, stack.label, stack.rows, groups);
    }
    if (!layered)
        stack = (struct stack){1, SIZE_MAX, false};
    for (size_t i = 0; i < stack.rows; i++)
        add_layer(to, &reader->sheet, row, &stack, groups, i);
    if (groups != &one)
        xfree(groups);
}

void sheet_split_rows(struct reader *reader)
{
    struct sheet to = {0};
    bool any = false, several = false;
    for (size_t i = 0; i < reader->sheet.piece_count && !any; i++)
        any = reader->sheet.pieces[i].start >= reader->sheet.pieces[i].end;
    for (size_t i = 0; i < reader->sheet.cell_count && !several; i++) /* most tables have no cell of several lines */
        several = sheet_pieces_end(&reader->sheet, i) - reader->sheet.cells[i].piece > 1;
    for (size_t row = 0; row < reader->sheet.row_count && several && !any; row++)
        any = find_stack(reader, row).rows > 1;
    if (!any)
        return;
    for (size_t row = 0; row < reader->sheet.row_count; row++)
        add_stack(reader, &to, row);
    sheet_free(&reader->sheet);
    reader->sheet = to;
}

/* ---- in the text of any format ---- */

/* A text whose tables are split. `out`: NULL until one is. */
struct splitting {
    struct reader reader;
    struct nb_text *text;
    struct text_builder *out;
    size_t copied, body_start, body_end;
};

static size_t find(const struct nb_text *text, size_t start, size_t end, char byte)
{
    const char *mark = memchr(text->bytes + start, byte, end - start);
    return mark ? (size_t)(mark - text->bytes) : end;
}

/* A cell of the table language, [start, end), with its empty lines. */
static void take_cell(struct reader *reader, size_t start, size_t end)
{
    char last = end > start ? reader->text->bytes[end - 1] : 0;
    bool covered = last == SPAN_LEFT || last == SPAN_ABOVE || last == ROOM;
    sheet_add_cell(&reader->sheet, covered ? last : 0);
    for (size_t stop; start < end && !covered; start = stop + 1) {
        stop = find(reader->text, start, end, '\n');
        sheet_add_line(&reader->sheet, trim(reader->text, start, stop));
        if (stop + 1 == end)
            sheet_add_line(&reader->sheet, (struct piece){end, end});
    }
}

/* What tells labels; most texts need it not. */
static void open_reader(struct reader *reader)
{
    reader->arena = arena_new();
    reader->longest = reader->lexicon->longest;
    reader->key = arena_room(reader->arena, reader->longest + reader->text->length + 1);
    reader->labels = arena_alloc(reader->arena, KNOWN_LABELS * sizeof *reader->labels);
}

/* Read the row [start, end), its record's separator left out. Returns whether it is several. */
static bool take_row(struct splitting *at, size_t start, size_t end)
{
    if (!at->reader.key)
        open_reader(&at->reader);
    sheet_clear(&at->reader.sheet);
    sheet_add_row(&at->reader.sheet);
    for (size_t stop; start < end; start = stop + 1) {
        stop = find(at->text, start, end, UNIT_SEPARATOR);
        take_cell(&at->reader, start, stop);
    }
    sheet_split_rows(&at->reader);
    return at->reader.sheet.row_count > 1;
}

/* Copy the text up to `end`; where the body begins and ends is known of the copy, too. */
static void copy_up_to(struct splitting *at, size_t end)
{
    size_t shift = text_length(at->out) - at->copied;
    if (at->copied <= at->text->body_start && at->text->body_start <= end)
        at->body_start = at->text->body_start + shift;
    if (at->copied <= at->text->body_end && at->text->body_end <= end)
        at->body_end = at->text->body_end + shift;
    text_copy(at->out, at->text, at->copied, end, 0);
    at->copied = end;
}

static void put_cell(struct splitting *at, size_t cell, size_t source)
{
    const struct sheet *sheet = &at->reader.sheet;
    size_t first = sheet->cells[cell].piece, last = sheet_pieces_end(sheet, cell);
    for (size_t i = first; i < last; i++) {
        if (i > first)
            text_separator(at->out, '\n', source);
        text_copy(at->out, at->text, sheet->pieces[i].start, sheet->pieces[i].end, 0);
    }
    if (sheet->cells[cell].cover)
        text_separator(at->out, sheet->cells[cell].cover, source);
    text_separator(at->out, UNIT_SEPARATOR, source);
}

/* The rows that stand in [start, end), where one stood. */
static void put_rows(struct splitting *at, size_t start, size_t end)
{
    const struct sheet *sheet = &at->reader.sheet;
    size_t source = text_source_offset(at->text, start);
    if (!at->out)
        at->out = text_begin_anew(at->text->arena, at->text);
    copy_up_to(at, start);
    for (size_t row = 0; row < sheet->row_count; row++) {
        for (size_t i = sheet->rows[row]; i < sheet_row_end(sheet, row); i++)
            put_cell(at, i, source);
        text_separator(at->out, RECORD_SEPARATOR, source);
    }
    at->copied = end;
}

static void split_table(struct splitting *at, size_t start)
{
    size_t end = find(at->text, start + 1, at->text->length, GROUP_SEPARATOR);
    if (find(at->text, start, end, '\n') == end)
        return;
    for (size_t stop; ++start < end; start = stop) {
        stop = find(at->text, start, end, RECORD_SEPARATOR);
        if (stop < end && find(at->text, start, stop, '\n') < stop && take_row(at, start, stop))
            put_rows(at, start, stop + 1);
    }
}

struct nb_text *split_stacked_rows(struct nb_text *text, const struct lexicon *lexicon)
{
    struct splitting at = {.text = text, .reader = {.text = text, .lexicon = lexicon}};
    for (size_t i = 0; i < text->table_count; i++)
        if (text->tables[i].known != TEXT_ORDER)
            split_table(&at, text->tables[i].start);
    sheet_free(&at.reader.sheet);
    if (at.reader.arena)
        arena_free(at.reader.arena);
    if (!at.out)
        return text;
    copy_up_to(&at, text->length);
    struct nb_text *split = text_end(at.out, text->format, text->encoding);
    split->apart = text->apart;
    split->body_start = at.body_start;
    split->body_end = at.body_end;
    text_discard(text);
    return split;
}
