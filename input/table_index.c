/* table_index.c - the numbers of rows and columns around a table that a data frame or spreadsheet has
 * printed: none of its cells.
 */
#include "table_reader.h"

#include <ctype.h>
#include <string.h>

enum { FEWEST_COLUMNS = 2, LONGEST_NUMBER = 4 };

/* The number that a cell holds, and nothing else; -1: none. */
static long number_in(const struct sheet *sheet, const struct nb_text *text, size_t cell)
{
    size_t first = sheet->cells[cell].piece;
    struct piece piece =
        sheet_pieces_end(sheet, cell) == first + 1 ? sheet->pieces[first] : (struct piece){0, 0};
    long number = piece.end > piece.start && piece.end - piece.start <= LONGEST_NUMBER ? 0 : -1;
    for (size_t at = piece.start; at < piece.end && number >= 0; at++)
        number = isdigit((unsigned char)text->shadow[at]) ? number * 10 + text->shadow[at] - '0' : -1;
    return number;
}

/* Whether the corner between the numbers says nothing, or that they are an index. */
static bool is_corner(const struct sheet *sheet, const struct nb_text *text, size_t cell)
{
    static const char index[] = "(index)";
    struct piece words = cell_words(sheet, cell);
    return !sheet->cells[cell].cover &&
           (sheet_is_empty(sheet, cell) || (words.end - words.start == strlen(index) &&
                                            memcmp(text->bytes + words.start, index, strlen(index)) == 0));
}

/* The first of the numbers that count the cells of a row, of which there are more than a few; -1: none do. */
static long counted_from(const struct sheet *sheet, const struct nb_text *text, size_t first, size_t end)
{
    long start = end - first >= FEWEST_COLUMNS ? number_in(sheet, text, first) : -1;
    for (size_t i = first; i < end && start >= 0; i++)
        if (number_in(sheet, text, i) != start + (long)(i - first))
            return -1;
    return start;
}

bool sheet_counts_columns(const struct sheet *sheet, size_t row, const struct nb_text *text)
{
    size_t first = sheet->rows[row], end = sheet_row_end(sheet, row);
    if (first == end || !is_corner(sheet, text, first))
        return false;
    long start = counted_from(sheet, text, first + 1, end);
    return start == 0 || start == 1;
}

/* Whether the first row counts all columns, above words only, or so many that no values do: data frames
 * without names of columns and without an index of rows print it, from 0 on, and records of such a table are
 * named so, from 1 on. */
static bool counts_columns_alone(const struct sheet *sheet, const struct nb_text *text)
{
    enum { MANY = 5 }; /* 0 1 2 3 4: the last of five values would be the sum */
    long start = sheet->row_count < 2 ? -1 : counted_from(sheet, text, 0, sheet->rows[1]);
    if (start != 0 && start != 1)
        return false;
    for (size_t i = sheet->rows[1], end = sheet_row_end(sheet, 1); i < end && sheet->rows[1] < MANY; i++)
        if (number_in(sheet, text, i) >= 0)
            return false;
    return sheet_row_end(sheet, 1) == 2 * sheet->rows[1];
}

/* Whether each other row begins with a greater number than the one before it: some may have been left out,
 * but where a data frame does so under labels of columns, too (`all`): from 0 on, before other cells. */
static bool counts_rows(const struct sheet *sheet, const struct nb_text *text, bool all)
{
    long before = -1;
    for (size_t row = 1; row < sheet->row_count; row++) {
        size_t first = sheet->rows[row], end = sheet_row_end(sheet, row);
        long number = first + all < end ? number_in(sheet, text, first) : -1;
        if (number <= before || (all && number > before + 1))
            return false;
        before = number;
    }
    return sheet->row_count > 1 + (size_t)all && (!all || is_corner(sheet, text, 0));
}

bool sheet_counts_rows(const struct sheet *sheet, const struct nb_text *text)
{
    enum { SEVERAL = 3 };
    long count = 0;
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t first = sheet->rows[row];
        if (first == sheet_row_end(sheet, row) || sheet_is_empty(sheet, first))
            continue;
        long number = number_in(sheet, text, first);
        if (number != count + 1 && (number >= 0 || count))
            return false;
        count += number == count + 1;
    }
    return count >= SEVERAL;
}

struct piece words_unquoted(const struct nb_text *text, struct piece piece)
{
    char mark = text->bytes[piece.start];
    bool quoted =
        piece.end - piece.start > 1 && (mark == '\'' || mark == '"') && text->bytes[piece.end - 1] == mark;
    return quoted ? (struct piece){piece.start + 1, piece.end - 1} : piece;
}

/* Whether the cells below the first row, but the first `index` of each, are printed with quotation marks, as
 * strings are; numbers need none. */
static bool is_all_quoted(const struct sheet *sheet, const struct nb_text *text, size_t index)
{
    size_t quoted = 0;
    for (size_t row = 1; row < sheet->row_count; row++)
        for (size_t i = sheet->rows[row] + index, end = sheet_row_end(sheet, row); i < end; i++) {
            size_t first = sheet->cells[i].piece;
            bool marks = sheet_pieces_end(sheet, i) == first + 1 &&
                         words_unquoted(text, sheet->pieces[first]).end < sheet->pieces[first].end;
            if (!marks && number_in(sheet, text, i) < 0)
                return false;
            quoted += marks;
        }
    return quoted > 0;
}

/* Whether a cell says that the column below it counts the rows. */
static bool names_index(const struct sheet *sheet, const struct nb_text *text, size_t cell)
{
    static const char *const names[] = {"序号", "行号", "编号", "行次", NULL};
    struct piece words = cell_words(sheet, cell);
    return string_begins_any(text->shadow + words.start, names) &&
           words.end - words.start == strlen(names[0]);
}

/* Leave out the first cells of the rows that a column of this name counts; where spanned cells are not
 * printed, rows of the head have none there. */
static void drop_serial(struct sheet *sheet, const struct nb_text *text)
{
    struct sheet rest = {0};
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t first = sheet->rows[row];
        sheet_add_row(&rest);
        for (size_t i = first, end = sheet_row_end(sheet, row); i < end; i++)
            if (i > first ||
                !(sheet_is_empty(sheet, i) || number_in(sheet, text, i) >= 0 || names_index(sheet, text, i)))
                sheet_copy_cell(&rest, sheet, i);
    }
    sheet_free(sheet);
    *sheet = rest;
}

void sheet_drop_index(struct sheet *sheet, const struct nb_text *text)
{
    if (!sheet->row_count)
        return;
    if (names_index(sheet, text, 0) && sheet_counts_rows(sheet, text)) {
        drop_serial(sheet, text);
        return;
    }
    bool both = sheet_counts_columns(sheet, 0, text) && counts_rows(sheet, text, false),
         rows = both || counts_rows(sheet, text, true), quoted = is_all_quoted(sheet, text, rows),
         columns = both || counts_columns_alone(sheet, text);
    if (!rows && !quoted && !columns)
        return;
    struct sheet rest = {0};
    for (size_t row = columns; row < sheet->row_count; row++) {
        sheet_add_row(&rest);
        for (size_t i = sheet->rows[row] + rows, end = sheet_row_end(sheet, row); i < end; i++) {
            if (quoted && row && !sheet_is_empty(sheet, i)) {
                sheet_add_cell(&rest, sheet->cells[i].cover);
                sheet_add_piece(&rest, words_unquoted(text, sheet->pieces[sheet->cells[i].piece]));
            } else
                sheet_copy_cell(&rest, sheet, i);
        }
    }
    sheet_free(sheet);
    *sheet = rest;
}
