/* table_stacked.c - several rows printed in one, a line of each of its cells for each of them. */
#include "table_reader.h"

#include <string.h>

/* What the lines of a row's cells are: `rows` values or empty lines in each cell that has any behind the cell
 * of their labels. */
struct row_stack {
    size_t rows, label;
    bool uneven;
};

bool sheet_is_stack(const struct reader *reader, size_t cell, size_t *lines)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece, end = sheet_pieces_end(sheet, cell), words = 0;
    *lines = end - first;
    for (size_t i = first; i < end; i++)
        words += sheet->pieces[i].start < sheet->pieces[i].end && !holds_value(reader, sheet->pieces[i]);
    return 2 * words < *lines;
}

/* The pieces of a cell as labels: groups[n] is behind the last piece of label n. Returns how many labels, 0:
 * not `wanted`, or all of them are one label that is broken. */
static size_t group_labels(struct reader *reader, size_t cell, size_t wanted, size_t *groups)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece, end = sheet_pieces_end(sheet, cell), count = 0;
    while (end > first && sheet->pieces[end - 1].start == sheet->pieces[end - 1].end)
        end--;
    if (label_run(reader, sheet->pieces + first, end - first) == end - first)
        return 0;
    for (size_t at = first; at < end && count < wanted; count++) {
        size_t run = end - first == wanted ? 1 : label_run(reader, sheet->pieces + at, end - at);
        at += run ? run : 1;
        groups[count] = at;
    }
    return count == wanted && groups[count - 1] == end ? count : 0;
}

static struct row_stack find_stack(const struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    struct row_stack stack = {.label = SIZE_MAX};
    for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++) {
        size_t values;
        if (sheet_is_stack(reader, i, &values)) {
            stack.uneven |= stack.rows && stack.rows != values;
            stack.rows = values;
        } else if (values && (!stack.rows || stack.label == SIZE_MAX)) {
            stack = (struct row_stack){.label = i};
        }
    }
    return stack;
}

/* Row `index` of a stack: its piece of each cell that has so many; the other cells stand in the first row and
 * span the rest. */
static void add_layer(struct sheet *to, const struct sheet *from, size_t row, const struct row_stack *stack,
                      const size_t *groups, size_t index)
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
    struct row_stack stack = find_stack(reader, row);
    size_t one, *groups = &one;
    bool layered = stack.rows > 1 && !stack.uneven && stack.label != SIZE_MAX;
    if (layered) {
        groups = xmalloc(stack.rows * sizeof *groups);
        layered = group_labels(reader, stack.label, stack.rows, groups);
    }
    if (!layered)
        stack = (struct row_stack){1, SIZE_MAX, false};
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
    for (size_t i = 0; i < reader->sheet.cell_count && !several;
         i++) /* most tables have no cell of several lines */
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
