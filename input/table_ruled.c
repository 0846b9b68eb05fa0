/* table_ruled.c - tables whose columns are drawn by a rule of dashes with gaps, as pandoc and
 * reStructuredText write them. */
#include "table_reader.h"
#include "width.h"

#include <string.h>

/* A column: the places on a line from where it starts to where the next does. */
enum { MOST_COLUMNS = 64 };

struct columns {
    size_t start[MOST_COLUMNS + 1];
    size_t count;
    enum places measure;
};

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
static struct columns columns_of(const struct reader *reader, size_t number)
{
    const struct line *line = &reader->lines[number];
    const char *bytes = reader->text->bytes;
    struct columns columns;
    size_t signs = 0;
    columns.count = 0;
    columns.measure = PLACES_WIDE;
    for (size_t i = line->begin; i < line->words.end; i++) {
        bool drawn = bytes[i] == '-' || bytes[i] == '=', before = i > line->begin && bytes[i - 1] != ' ';
        if ((!drawn && bytes[i] != ' ') || columns.count == MOST_COLUMNS) {
            columns.count = 0;
            return columns;
        }
        signs += drawn;
        if (drawn && !before)
            columns.start[columns.count++] = i - line->begin;
    }
    columns.start[columns.count] = SIZE_MAX;
    if (signs < 3 * columns.count && (signs <= columns.count || !stands_again(reader, number)))
        columns.count = 0;
    return columns;
}

/* The words of a line in each column. A word that reaches over a column's start stays whole in the column
 * where it begins. */
static void add_pieces(const struct reader *reader, size_t number, const struct columns *columns,
                       struct piece *pieces)
{
    const struct line *line = &reader->lines[number];
    const struct nb_text *text = reader->text;
    size_t place = 0, column = 0, start = line->begin;
    bool blank = true;
    memset(pieces, 0, columns->count * sizeof *pieces);
    for (size_t i = line->begin, length; i < line->words.end; i += length) {
        length = utf8_length((unsigned char)text->bytes[i]);
        while (blank && column + 1 < columns->count && place >= columns->start[column + 1]) {
            pieces[column++] = trim(text, start, i);
            start = i;
        }
        blank = text->shadow[i] == ' ';
        place += places_of(columns->measure, text->bytes + i, length);
    }
    pieces[column] = trim(text, start, line->words.end);
}

/* How often words of a line reach over the gap before a column. */
static size_t count_crossings(const struct reader *reader, size_t number, const struct columns *columns)
{
    const struct line *line = &reader->lines[number];
    const struct nb_text *text = reader->text;
    size_t place = 0, column = 1, crossings = 0;
    for (size_t i = line->begin, length; i < line->words.end && column < columns->count; i += length) {
        length = utf8_length((unsigned char)text->bytes[i]);
        place += places_of(columns->measure, text->bytes + i, length);
        crossings += place >= columns->start[column] && text->shadow[i] != ' ';
        while (column < columns->count && place >= columns->start[column])
            column++;
    }
    return crossings;
}

static void add_empty_row(struct sheet *sheet, size_t count)
{
    sheet_add_row(sheet);
    for (size_t i = 0; i < count; i++)
        sheet_add_cell(sheet, 0);
}

/* A line of the table: a row, or one more line of the cells of the row above (`goes_on`). */
static void add_line(struct reader *reader, size_t number, const struct columns *columns,
                     struct scattered *words, bool goes_on)
{
    struct piece pieces[MOST_COLUMNS];
    add_pieces(reader, number, columns, pieces);
    if (!goes_on)
        add_empty_row(&reader->sheet, columns->count);
    for (size_t i = 0; i < columns->count; i++)
        sheet_scatter(words, reader->sheet.cell_count - columns->count + i, pieces[i]);
}

/* Where a ruled table is. `rule` draws the columns; `apart`: rows have empty lines between, and a rule closes
 * the table. */
struct ruled {
    struct columns columns;
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

/* Whether a line is set as those of the table are: in columns, or drawn in as far as they are. */
static bool is_set_in(const struct reader *reader, size_t number, const struct columns *columns)
{
    const struct line *line = &reader->lines[number];
    return line->marks & LINE_GAP ||
           (columns->start[0] && line->words.start - line->begin >= columns->start[0]);
}

/* The table ends before an empty line or, if it opens with a rule, with one behind which no row follows. Its
 * rows are apart where some line stands behind an empty one. */
static void find_end(struct reader *reader, struct ruled *ruled)
{
    size_t line = ruled->rule + 1, closed = 0;
    bool behind = false;
    ruled->end = line;
    for (; line < reader->count && !is_empty_line(reader, line); line++)
        if (is_heading(reader, line) && !is_set_in(reader, line, &ruled->columns))
            return;
        else
            ruled->end = line + 1;
    for (; line < reader->count && begins_rule(reader, ruled->first); line++) {
        if (is_empty_line(reader, line))
            continue;
        closed = columns_of(reader, line).count;
        if (closed || (ends_table(reader, line) && !is_set_in(reader, line, &ruled->columns)))
            break;
        behind = true;
    }
    bool last = line + 1 >= reader->count || is_empty_line(reader, line + 1); /* else the next table's */
    if (!closed || !last || columns_of(reader, ruled->end - 1).count)
        return;
    ruled->apart = behind || ruled->end == ruled->rule + 2;
    ruled->end = line + 1;
}

/* Words are measured so that they keep to their columns. */
static void choose_measure(const struct reader *reader, struct ruled *ruled)
{
    struct columns tried = ruled->columns;
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

/* Whether nothing but values has been read. */
static bool is_of_values(const struct reader *reader)
{
    for (size_t i = 0; i < reader->sheet.piece_count; i++)
        if (!holds_value(reader, reader->sheet.pieces[i]))
            return false;
    return true;
}

struct found read_ruled(struct reader *reader, size_t first)
{
    struct ruled ruled = {.first = first};
    if (is_empty_line(reader, first) || !find_rule(reader, &ruled))
        return (struct found){0};
    find_end(reader, &ruled);
    choose_measure(reader, &ruled);
    add_rows(reader, &ruled);
    bool framed = ruled.rule == first && columns_of(reader, ruled.end - 1).count && is_of_values(reader);
    return (struct found){reader->sheet.row_count < (framed ? 1 : 2) ? REFUSED : FOUND, first, ruled.end,
                          LOST_NOTHING};
}
