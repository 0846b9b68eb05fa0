/* table_covered.c - rows that lack the cells which others above them span, as programs write them that turn
 * pages into Markdown: a cell that spans columns is followed by as many empty ones, one that spans rows
 * leaves nothing behind. */
#include "table_reader.h"

/* A sheet whose rows are put where they stood. `stub`: the columns of the labels of rows; `reach`: how many
 * columns at its front the next row may lack; wide[c]: the column in which the label of a head begins that
 * spans several columns, c among them, counted from 1; 0: none does. */
struct uncovering {
    struct reader *reader;
    struct sheet whole;
    size_t width, stub, reach, *wide;
};

static size_t row_width(const struct sheet *sheet, size_t row)
{
    return sheet_row_end(sheet, row) - sheet->rows[row];
}

/* The cells at the front of a row that hold words, and no values. */
static size_t labels_of(const struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->rows[row], at = first, end = sheet_row_end(sheet, row);
    while (at < end && !sheet_is_empty(sheet, at) && !holds_value(reader, cell_words(sheet, at)))
        at++;
    return at - first;
}

static bool has_cell(const struct reader *reader, size_t row, bool value)
{
    const struct sheet *sheet = &reader->sheet;
    for (size_t i = sheet->rows[row]; i < sheet_row_end(sheet, row); i++)
        if (!sheet_is_empty(sheet, i) && (!value || holds_value(reader, cell_words(sheet, i))))
            return true;
    return false;
}

/* Whether a row has a label of its own: one of the forms', or words before a value. */
static bool has_label(struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    size_t at = sheet->rows[row], labels = labels_of(reader, row), first = sheet->cells[at].piece;
    if (!labels)
        return false;
    if (label_kinds(reader, sheet->pieces + first, sheet_pieces_end(sheet, at) - first) &
        (WORD_ROW | WORD_GROUP))
        return true;
    for (at += labels; at < sheet_row_end(sheet, row); at++)
        if (!sheet_is_empty(sheet, at))
            return holds_value(reader, cell_words(sheet, at));
    return false;
}

/* A row below a label that spans rows: what it lacks stood at its front, under labels beside which others
 * stand, and its label reaches to the last column of labels. */
static bool place_row(struct uncovering *un, size_t row)
{
    const struct sheet *sheet = &un->reader->sheet;
    size_t lacks = un->width - row_width(sheet, row), labels = labels_of(un->reader, row),
           first = sheet->rows[row];
    if (lacks > un->reach)
        return false;
    for (size_t column = 0; column < un->width; column++) {
        size_t cell = first + column - lacks;
        bool beside = column >= lacks + labels && column < un->stub;
        if (beside && !sheet_is_empty(sheet, cell))
            return false;
        if (column < lacks || beside)
            sheet_add_cell(&un->whole, column < lacks ? SPAN_ABOVE : SPAN_LEFT);
        else
            sheet_copy_cell(&un->whole, sheet, cell);
        un->wide[column] = 0;
    }
    un->reach = lacks + labels - 1;
    return true;
}

/* From which column on the wide labels of the row above have `count` columns; SIZE_MAX: from none. */
static size_t begin_below(const struct uncovering *un, size_t count)
{
    for (size_t column = un->width; column-- > 0;)
        if (un->wide[column] && --count == 0)
            return un->wide[column] == column + 1 ? column : SIZE_MAX;
    return SIZE_MAX;
}

/* A row of a head: what it lacks stood under labels that span no columns, and under those left of a column.
 * One of values lacks nothing. */
static bool place_head(struct uncovering *un, size_t row)
{
    const struct sheet *sheet = &un->reader->sheet;
    bool head = !has_cell(un->reader, row, true);
    size_t count = head ? row_width(sheet, row) : un->width, cell = sheet->rows[row], label = 0,
           begin = count < un->width ? begin_below(un, count) : 0;
    if (begin == SIZE_MAX || (!head && row_width(sheet, row) < un->width))
        return false;
    for (size_t column = 0; column < un->width; column++) {
        if (count < un->width && (column < begin || !un->wide[column])) {
            sheet_add_cell(&un->whole, SPAN_ABOVE);
            un->wide[column] = label = 0;
            continue;
        }
        bool goes_on = head && label && sheet_is_empty(sheet, cell);
        if (goes_on)
            sheet_add_cell(&un->whole, SPAN_LEFT);
        else
            sheet_copy_cell(&un->whole, sheet, cell);
        label = goes_on ? label : sheet_is_empty(sheet, cell) ? 0 : column + 1;
        un->wide[column] = goes_on ? label : 0;
        if (goes_on)
            un->wide[label - 1] = label;
        cell++;
    }
    un->reach = 0;
    return true;
}

static bool place_rows(struct uncovering *un)
{
    const struct sheet *sheet = &un->reader->sheet;
    for (size_t row = 0; row < sheet->row_count; row++) {
        bool below = un->reach && row_width(sheet, row) < un->width; /* a note, if it has no label */
        if (!row && !has_cell(un->reader, row, false)) /* which Markdown must have above its rule */
            continue;
        sheet_add_row(&un->whole);
        if (!(below || has_label(un->reader, row) ? place_row(un, row) : place_head(un, row)))
            return false;
    }
    return true;
}

bool sheet_uncover(struct reader *reader)
{
    const struct sheet *sheet = &reader->sheet;
    struct uncovering un = {.reader = reader};
    if (sheet_is_even(sheet) || sheet_is_full(sheet))
        return false;
    for (size_t row = 0; row < sheet->row_count; row++)
        un.width = row_width(sheet, row) > un.width ? row_width(sheet, row) : un.width;
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t labels =
            has_label(reader, row) ? un.width - row_width(sheet, row) + labels_of(reader, row) : 0;
        un.stub = labels > un.stub ? labels : un.stub;
    }
    un.wide = xmalloc((un.width + 1) * sizeof *un.wide);
    memset(un.wide, 0, (un.width + 1) * sizeof *un.wide);
    bool placed = un.stub < un.width && place_rows(&un);
    struct sheet other = placed ? *sheet : un.whole;
    if (placed)
        reader->sheet = un.whole;
    sheet_free(&other);
    xfree(un.wide);
    return placed;
}
