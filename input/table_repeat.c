/* table_repeat.c - tables printed with the text of a spanning cell in each position that it covers, or with several rows in one.
 */
#include "table_reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- several rows in one ---- */

/* What the lines of a row's cells are: `rows` values or empty lines in each cell that has any behind the cell of their labels. */
struct stack {
    size_t rows, label;
    bool uneven;
};

/* Whether the lines of a cell are those of several rows: values, and words in place of a few. */
static bool is_stack(const struct reader *reader, size_t cell, size_t *lines)
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
        if (is_stack(reader, i, &values)) {
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

/* ---- repeated texts ---- */

/* Two rows while repeats are marked. above[c]: the cell whose text is printed in column c of the row above; left[c]: the label
 * over column c spans from the left. */
struct repeats {
    struct reader *reader;
    size_t *above, *here;
    bool *left;
    size_t above_width;
    bool any, blank;
};

static bool same(const struct reader *reader, size_t one, size_t other)
{
    const struct sheet *sheet = &reader->sheet;
    size_t a = sheet->cells[one].piece, b = sheet->cells[other].piece, count = sheet_pieces_end(sheet, one) - a;
    if (!count || sheet_pieces_end(sheet, other) - b != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        struct piece p = sheet->pieces[a + i], q = sheet->pieces[b + i];
        const char *bytes = reader->text->bytes;
        if (p.end - p.start != q.end - q.start || memcmp(bytes + p.start, bytes + q.start, p.end - p.start) != 0)
            return false;
    }
    return true;
}

static bool is_words(const struct reader *reader, size_t cell)
{
    size_t values;
    return !is_stack(reader, cell, &values) && values;
}

/* Whether a cell says again what another of the row has said before it. */
static bool is_said_again(const struct reader *reader, size_t first, size_t cell)
{
    for (size_t i = first; i < cell; i++)
        if (same(reader, i, cell))
            return true;
    return false;
}

/* How many cells of the row are labels: all of a row without values, else those before the first value that no label follows, but
 * for one that is printed again behind them. Behind dashes alone the label may be shortened. */
static size_t label_columns(struct reader *reader, size_t row)
{
    struct sheet *sheet = &reader->sheet;
    size_t first = sheet->rows[row], end = sheet_row_end(sheet, row), values, count = 0, known = 0, stacks = 0;
    for (size_t i = first; i < end; i++) {
        bool stack = is_stack(reader, i, &values);
        struct piece words = values == 1 ? sheet->pieces[sheet->cells[i].piece] : (struct piece){0, 0};
        if (!stack && values && !stacks)
            count = i - first + 1;
        bool near = !stack && stacks && stacks == i - first && is_near_label(reader, words);
        if (values == 1 && (near || is_label(reader, words)) && !(stacks && is_said_again(reader, first, i)))
            known = i - first + 1;
        stacks += stack;
    }
    return !stacks ? end - first : known > count ? known : count;
}

static bool has_digit(const struct reader *reader, struct piece piece)
{
    while (piece.start < piece.end && !isdigit((unsigned char)reader->text->shadow[piece.start]))
        piece.start++;
    return piece.start < piece.end;
}

/* A dash or ditto mark before the label of the row stands for the label above it, as a number that counts the rows tells nothing;
 * several numbers there are values. */
static void cover_dashes(struct repeats *repeats, size_t first, size_t labels)
{
    struct sheet *sheet = &repeats->reader->sheet;
    size_t numbers = 0;
    for (size_t i = 0, values; i + 1 < labels; i++)
        numbers += is_stack(repeats->reader, first + i, &values) && values == 1 &&
                   has_digit(repeats->reader, sheet->pieces[sheet->cells[first + i].piece]);
    for (size_t i = 0, values; i + 1 < labels && i < repeats->above_width && numbers < 2; i++)
        if (is_stack(repeats->reader, first + i, &values) && values == 1) {
            sheet->cells[first + i].cover = SPAN_ABOVE;
            repeats->here[i] = repeats->above[i];
        }
}

/* Mark what repeats its neighbour among the labels of a row. */
static void cover_labels(struct repeats *repeats, size_t first, size_t labels, bool twice)
{
    struct reader *reader = repeats->reader;
    for (size_t i = 0; i < labels; i++) {
        struct sheet_cell *cell = &reader->sheet.cells[first + i];
        repeats->blank |= !cell->cover && sheet_is_empty(&reader->sheet, first + i);
        if (cell->cover || !is_words(reader, first + i))
            continue;
        if (!twice && i < repeats->above_width && same(reader, first + i, repeats->above[i]))
            cell->cover = SPAN_ABOVE, repeats->here[i] = repeats->above[i];
        else if (i && same(reader, first + i, repeats->here[i - 1]))
            cell->cover = SPAN_LEFT, repeats->here[i] = repeats->here[i - 1];
    }
}

/* Of a row without values: whether all its cells repeat those above. Such a row is printed twice, and spans nothing. */
static bool is_twice(const struct repeats *repeats, size_t first, size_t labels)
{
    for (size_t i = 0; i < labels; i++)
        if (i >= repeats->above_width || !same(repeats->reader, first + i, repeats->above[i]))
            return false;
    return true;
}

static bool is_label_cell(struct reader *reader, size_t cell)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece, count = sheet_pieces_end(sheet, cell) - first;
    return label_run(reader, sheet->pieces + first, count) > 0;
}

static void cover_row(struct repeats *repeats, size_t row)
{
    struct sheet *sheet = &repeats->reader->sheet;
    size_t first = sheet->rows[row], width = sheet_row_end(sheet, row) - first;
    size_t labels = label_columns(repeats->reader, row), alone = 0, filled = 0;
    for (size_t i = 0; i < width; i++)
        repeats->here[i] = first + i;
    cover_dashes(repeats, first, labels);
    cover_labels(repeats, first, labels, is_twice(repeats, first, labels));
    for (size_t i = labels; i < width; i++)
        if (i && repeats->left[i] && same(repeats->reader, first + i, repeats->here[i - 1]))
            sheet->cells[first + i].cover = SPAN_LEFT, repeats->here[i] = repeats->here[i - 1];
    for (size_t i = 0; i < width; i++) {
        repeats->any |= sheet->cells[first + i].cover != 0;
        alone += repeats->here[i] != repeats->here[0];
        filled += sheet->cells[first + i].piece < sheet_pieces_end(sheet, first + i);
    }
    for (size_t i = 0; i < width && labels == width && filled > 1; i++)
        repeats->left[i] =
            alone && i && repeats->here[i] == repeats->here[i - 1] && is_label_cell(repeats->reader, repeats->here[i]);
    memcpy(repeats->above, repeats->here, width * sizeof *repeats->here);
    repeats->above_width = width;
}

/* The pieces of what is marked are gone. */
static void drop_covered(struct sheet *sheet)
{
    size_t count = 0, stop;
    for (size_t i = 0, first; i < sheet->cell_count; i++) {
        first = sheet->cells[i].piece;
        stop = sheet_pieces_end(sheet, i);
        sheet->cells[i].piece = count;
        for (; first < stop && !sheet->cells[i].cover; first++)
            sheet->pieces[count++] = sheet->pieces[first];
    }
    sheet->piece_count = count;
}

bool sheet_cover(struct reader *reader)
{
    size_t width = 0;
    for (size_t row = 0; row < reader->sheet.row_count; row++) {
        size_t cells = sheet_row_end(&reader->sheet, row) - reader->sheet.rows[row];
        width = cells > width ? cells : width;
    }
    struct repeats repeats = {.reader = reader, .above = xmalloc((width + 1) * sizeof(size_t))};
    repeats.here = xmalloc((width + 1) * sizeof(size_t));
    repeats.left = xmalloc(width + 1);
    memset(repeats.left, 0, width + 1);
    for (size_t row = 0; row < reader->sheet.row_count; row++)
        cover_row(&repeats, row);
    drop_covered(&reader->sheet);
    xfree(repeats.above);
    xfree(repeats.here);
    xfree(repeats.left);
    return repeats.any && !repeats.blank;
}
