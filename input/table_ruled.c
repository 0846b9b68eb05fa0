/* table_ruled.c - tables whose columns are drawn by a rule of dashes with gaps, as pandoc and
 * reStructuredText write them. */
#include "table_reader.h"

#include <string.h>

/* Whether the same words stand in a line not far above or below: a table of values alone has few rows. */
static bool stands_again(const struct reader *reader, size_t number)
{
    enum { FAR = 8 };
    for (size_t line = number > FAR ? number - FAR : 0; line < reader->count && line <= number + FAR; line++)
        if (line != number &&
            same_words(reader->text, reader->lines[line].words, reader->lines[number].words))
            return true;
    return false;
}

/* The stretches of a line of nothing but dashes (or equals signs) and blanks; none: it is no rule. Where they
 * are as short as the signs for nothing in a row of cells ("-", "--"), it is that row, unless another such
 * line closes the table. */
static struct place_columns columns_of(const struct reader *reader, size_t number)
{
    const struct line *line = &reader->lines[number];
    const char *bytes = reader->text->bytes;
    struct place_columns columns;
    size_t signs = 0;
    columns.count = 0;
    columns.measure = PLACES_WIDE;
    for (size_t i = line->begin; i < line->words.end; i++) {
        bool drawn = bytes[i] == '-' || bytes[i] == '=', before = i > line->begin && bytes[i - 1] != ' ';
        if ((!drawn && bytes[i] != ' ') || columns.count == PLACE_COLUMNS) {
            columns.count = 0;
            return columns;
        }
        signs += drawn;
        if (!drawn || before)
            continue;
        columns.start[columns.count] = columns.count ? i - line->begin : 0;
        columns.stop[columns.count++] = SIZE_MAX;
        if (columns.count > 1)
            columns.stop[columns.count - 2] = i - line->begin;
    }
    if (signs < 3 * columns.count && (signs <= columns.count || !stands_again(reader, number)))
        columns.count = 0;
    return columns;
}

static void add_empty_row(struct sheet *sheet, size_t count)
{
    sheet_add_row(sheet);
    for (size_t i = 0; i < count; i++)
        sheet_add_cell(sheet, 0);
}

/* A line of the table: a row, or one more line of the cells of the row above (`goes_on`). */
static void add_line(struct reader *reader, size_t number, const struct place_columns *columns,
                     struct scattered *words, bool goes_on)
{
    struct place_cell cells[PLACE_COLUMNS];
    columns_cut(reader, columns, number, cells);
    if (!goes_on)
        add_empty_row(&reader->sheet, columns->count);
    for (size_t i = 0; i < columns->count; i++) {
        struct piece cell = cells[i].words; /* a backslash alone stands in a first cell that is empty */
        if (cell.end - cell.start != 1 || reader->text->bytes[cell.start] != '\\')
            sheet_scatter(words, reader->sheet.cell_count - columns->count + i, cell);
    }
}

/* Where a ruled table is. `rule` draws the columns; `apart`: rows have empty lines between, and a rule closes
 * the table. */
struct ruled {
    struct place_columns columns;
    size_t first, rule, end;
    bool apart;
};

/* Whether the line may be a rule by its first sign: so most lines are passed over. */
static bool begins_rule(const struct reader *reader, size_t number)
{
    const struct line *line = &reader->lines[number];
    char sign = reader->text->bytes[line->words.start];
    return (sign == '-' || sign == '=') && line->words.start + 1 < line->words.end;
}

/* The rule that draws the columns: the first line, the one below it, or below a head that has a rule above.
 */
static bool find_rule(struct reader *reader, struct ruled *ruled)
{
    enum { HEAD = 6 }; /* lines of a head at most */
    bool drawn = begins_rule(reader, ruled->first) && columns_of(reader, ruled->first).count;
    for (size_t line = ruled->first; line < reader->count && line < ruled->first + (drawn ? HEAD : 2);
         line++) {
        if (is_empty_line(reader, line))
            break;
        if (!begins_rule(reader, line))
            continue;
        ruled->columns = columns_of(reader, line);
        ruled->rule = line;
        if (ruled->columns.count > 1)
            return line == ruled->first || drawn || (reader->lines[ruled->first].marks & LINE_GAP);
    }
    return false;
}

/* The table ends before an empty line or, if it opens with a rule, with one behind which no row follows. Its
 * rows are apart where some line stands behind an empty one. */
static void find_end(struct reader *reader, struct ruled *ruled)
{
    size_t line = ruled->rule + 1, closed = 0;
    bool behind = false;
    ruled->end = line;
    for (; line < reader->count && !is_empty_line(reader, line); line++)
        if (is_heading(reader, line) && !(reader->lines[line].marks & LINE_GAP))
            return;
        else
            ruled->end = line + 1;
    for (; line < reader->count && begins_rule(reader, ruled->first); line++) {
        if (is_empty_line(reader, line))
            continue;
        closed = columns_of(reader, line).count;
        if (closed || (ends_table(reader, line) && !(reader->lines[line].marks & LINE_GAP)))
            break;
        behind = true;
    }
    bool last = line + 1 >= reader->count || is_empty_line(reader, line + 1); /* else the next table's */
    if (!closed || !last || columns_of(reader, ruled->end - 1).count)
        return;
    ruled->apart = behind || ruled->end == ruled->rule + 2;
    ruled->end = line + 1;
}

/* How often words of a line reach over the gap behind their column. */
static size_t count_crossings(const struct reader *reader, size_t number, const struct place_columns *columns)
{
    struct place_cell cells[PLACE_COLUMNS];
    size_t crossings = 0;
    columns_cut(reader, columns, number, cells);
    for (size_t i = 0; i < columns->count; i++)
        crossings += cells[i].stop >= columns->stop[i];
    return crossings;
}

/* Words are measured so that they keep to their columns. */
static void choose_measure(const struct reader *reader, struct ruled *ruled)
{
    struct place_columns tried = ruled->columns;
    for (size_t least = SIZE_MAX; tried.measure < PLACES_KINDS && least; tried.measure++) {
        size_t crossings = 0;
        for (size_t line = ruled->first; line < ruled->end; line++)
            crossings += count_crossings(reader, line, &tried);
        if (crossings < least) {
            least = crossings;
            ruled->columns.measure = tried.measure;
        }
    }
}

/* The lines of a row apart are put together, column by column. An empty line below the first row is a row of
 * empty cells; where rows are apart, each second one is. */
static void add_rows(struct reader *reader, const struct ruled *ruled)
{
    struct scattered words = {0};
    size_t empty_lines = 0; /* that stand together */
    bool goes_on = false, begun = false;
    for (size_t line = ruled->first; line < ruled->end; line++) {
        bool rule = columns_of(reader, line).count > 0, empty = is_empty_line(reader, line);
        begun |= line > ruled->rule && !empty;
        empty_lines = empty && begun ? empty_lines + 1 : 0;
        if (!rule && !empty)
            add_line(reader, line, &ruled->columns, &words, goes_on);
        else if (empty_lines && (!ruled->apart || empty_lines % 2 == 0))
            add_empty_row(&reader->sheet, ruled->columns.count);
        goes_on = !rule && !empty && (ruled->apart || line < ruled->rule);
    }
    sheet_gather(&reader->sheet, &words);
}

struct found read_ruled(struct reader *reader, size_t first)
{
    struct ruled ruled = {.first = first};
    if (is_empty_line(reader, first) || !find_rule(reader, &ruled))
        return (struct found){0};
    find_end(reader, &ruled);
    choose_measure(reader, &ruled);
    add_rows(reader, &ruled);
    return (struct found){reader->sheet.row_count ? FOUND : REFUSED, first, ruled.end, LOST_NOTHING};
}
