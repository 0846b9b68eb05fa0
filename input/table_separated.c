/* table_separated.c - tables whose rows are lines and whose cells are parted by tabs, commas or semicolons,
 * quoted where need be.
 */
#include "config.h"

#include "table_reader.h"

#include "fold.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* ---- a row ---- */

/* What parts the cells, and the mark of lines that have it. */
struct separator {
    const char *sign;
    size_t length;
    unsigned mark;
};

static bool is_sign(const char *at, struct separator by)
{
    return *at == *by.sign && (by.length == 1 || utf8_is(at, by.sign));
}

/* The end of a cell that a quotation mark opens at `at`: behind its closing mark, which a separator or the
 * line's end follows. A mark that is not closed within a few lines quotes nothing, nor does one that is a
 * cell between tabs, as ditto marks are. 0: none. */
static size_t quoted_end(const struct reader *reader, size_t at, struct separator by)
{
    enum { FAR = 2000 };
    const char *bytes = reader->text->bytes;
    size_t stop = reader->text->length - at < FAR ? reader->text->length : at + FAR;
    if (by.mark == LINE_TAB && bytes[at + 1] == '\t')
        return 0;
    for (size_t i = at + 1; i < stop; i++) {
        if (bytes[i] != '"')
            continue;
        if (bytes[i + 1] == '"')
            i++;
        else
            return i + 1 == reader->text->length || strchr(" \t\n", bytes[i + 1]) ||
                           is_sign(bytes + i + 1, by)
                       ? i + 1
                       : 0;
    }
    return 0;
}

/* The lines of a cell. */
static void add_pieces(struct reader *reader, size_t start, size_t end)
{
    for (size_t next; start < end; start = next + 1) {
        next = text_find(reader->text, start, end, '\n');
        sheet_add_piece(&reader->sheet, trim(reader->text, start, next));
    }
}

/* A cell from `at` on, or more of the last one (`torn`). Returns where its separator or its line's end
 * stands.
 */
static size_t add_cell(struct reader *reader, size_t at, struct separator by, bool torn)
{
    const char *bytes = reader->text->bytes;
    size_t open = at + strspn(bytes + at, " "),
           quoted = bytes[open] == '"' ? quoted_end(reader, open, by) : 0;
    if (!torn)
        sheet_add_cell(&reader->sheet, 0);
    if (quoted) {
        add_pieces(reader, open + 1, quoted - 1);
        return quoted + strspn(bytes + quoted, " ");
    }
    size_t end = at;
    while (end < reader->text->length && bytes[end] != '\n' && !is_sign(bytes + end, by))
        end += utf8_step(bytes + end);
    add_pieces(reader, at, end);
    return end;
}

/* Whether the last cell of a row goes on in line `line`, as browsers copy one whose words are broken over
 * lines; what was quoted would go on within its marks. */
static bool is_torn(struct reader *reader, size_t line, struct separator by)
{
    const char *bytes = reader->text->bytes;
    if (by.mark != LINE_TAB || line >= reader->count || is_empty_line(reader, line) ||
        is_empty_line(reader, line - 1) || bytes[reader->lines[line].begin] == '"' ||
        bytes[reader->lines[line - 1].words.end - 1] == '"')
        return false;
    size_t begin = reader->lines[line].begin, end = reader->lines[line].end;
    struct piece words = trim(reader->text, begin, begin + strcspn(bytes + begin, "\t\n"));
    return words.start < words.end && sheet_is_torn(reader, words) &&
           (memchr(bytes + begin, '\t', end - begin) || !ends_table(reader, line));
}

/* Whether a line ends with a tab. */
static bool ends_with_tab(const struct reader *reader, size_t line)
{
    const struct line *at = &reader->lines[line];
    return at->end > at->begin && reader->text->bytes[at->end - 1] == '\t';
}

/* Whether a line begins with a tab, and no label stands behind it, nor quotes, which no browser writes. */
static bool opens_with_tab(struct reader *reader, size_t line)
{
    const char *bytes = reader->text->bytes;
    size_t begin = reader->lines[line].begin, words = reader->lines[line].words.start;
    return bytes[begin] == '\t' && bytes[words] != '"' &&
           (is_empty_line(reader, line) ||
            !is_label(reader, trim(reader->text, words, words + strcspn(bytes + words, "\t\n"))));
}

/* Whether a line ends with the label of a row. */
static bool ends_with_label(struct reader *reader, size_t line)
{
    const char *bytes = reader->text->bytes;
    struct piece cell = reader->lines[line].words;
    const char *tab = memrchr(bytes + cell.start, '\t', cell.end - cell.start);
    cell = trim(reader->text, tab ? (size_t)(tab + 1 - bytes) : cell.start, cell.end);
    return cell.start < cell.end && label_kinds(reader, &cell, 1) & WORD_ROW;
}

/* The line with which a row goes on: empty ones follow the tab that ends the line before `line`, and then
 * another tab, as browsers copy an empty cell that holds a paragraph; or two tabs or more follow the label of
 * a row, and the line has none. 0: there is none. */
static size_t hanging_line(struct reader *reader, size_t line, struct separator by)
{
    size_t next = line;
    bool tab = by.mark == LINE_TAB && ends_with_tab(reader, line - 1);
    while (tab && next < reader->count && is_empty_line(reader, next) &&
           reader->text->bytes[reader->lines[next].begin] != '\t')
        next++;
    if (by.mark != LINE_TAB || next == reader->count || !opens_with_tab(reader, next))
        return 0;
    const struct line *at = &reader->lines[line];
    bool cells = next == line && memchr(reader->text->bytes + at->begin + 1, '\t', at->end - at->begin - 1);
    bool label = cells && !tab && !is_empty_line(reader, line) && ends_with_label(reader, line - 1) &&
                 !ends_with_label(reader, line);
    return next > line || label ? next : 0;
}

/* The row that begins with `line`; inside quotation marks it goes on over the next lines, and so it does,
 * with tabs, in a cell that is torn, or where it `hangs` (hanging_line). Returns the line behind it. Of a
 * line with more cells than any table has, no more are read: is_bounded() refuses it. */
static size_t add_row(struct reader *reader, size_t line, struct separator by, bool *hangs)
{
    size_t at = reader->lines[line].begin, length = reader->text->length, first = reader->sheet.cell_count,
           next;
    bool torn = false;
    sheet_add_row(&reader->sheet);
    do {
        while ((at = add_cell(reader, at, by, torn)) < length && is_sign(reader->text->bytes + at, by) &&
               reader->sheet.cell_count - first <= LIMIT_COLUMNS) {
            at += by.length;
            torn = false;
        }
        while (line < reader->count && reader->lines[line].end < at)
            line++;
        torn = is_torn(reader, ++line, by);
        next = torn ? 0 : hanging_line(reader, line, by);
        *hangs |= next > 0;
        line = next ? next : line;
        at = torn || next ? reader->lines[line].begin + (next > 0) : at;
    } while ((torn || next) && reader->sheet.cell_count - first <= LIMIT_COLUMNS);
    return line;
}

/* Whether the last row may be a table's by its size. */
static bool is_bounded(const struct sheet *sheet)
{
    return sheet->cell_count - sheet->rows[sheet->row_count - 1] <= LIMIT_COLUMNS;
}

/* ---- what rows show ---- */

/* `line`: where the row begins; `begins`: it may be a table's first. */
struct content {
    size_t cells, filled, labels, values, line;
    bool begins;
};

static struct content content_of(struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    struct content content = {0};
    for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++) {
        size_t piece = sheet->cells[i].piece, count = sheet_pieces_end(sheet, i) - piece;
        content.cells++;
        content.filled += count > 0;
        bool value = count == 1 && holds_value(reader, sheet->pieces[piece]);
        content.values += value;
        content.labels += count && !value && label_run(reader, sheet->pieces + piece, count) == count &&
                          !is_numbered_note(reader, sheet->pieces[piece]);
    }
    return content;
}

/* The last row of the sheet is none. */
static void drop_row(struct sheet *sheet)
{
    size_t first = sheet->rows[--sheet->row_count];
    sheet->piece_count = sheet->cells[first].piece;
    sheet->cell_count = first;
}

/* Where all rows end, or begin, in an empty cell, a separator stands at that end of each line; one row tells
 * nothing, nor do rows of values that go on with what a page parts them from. */
static void cut_empty_ends(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet;
    bool first = sheet->row_count > 1 && !content_of(reader, 0).values, last = sheet->row_count > 1;
    for (size_t row = 0; row < sheet->row_count; row++) {
        first &= sheet_is_empty(sheet, sheet->rows[row]);
        last &= sheet_is_empty(sheet, sheet_row_end(sheet, row) - 1);
    }
    for (size_t row = 0; row < sheet->row_count; row++)
        if (sheet_row_end(sheet, row) - sheet->rows[row] > 1) {
            if (last)
                sheet->cells[sheet_row_end(sheet, row) - 1].cover = ROOM;
            if (first)
                sheet->cells[sheet->rows[row]].cover = ROOM;
        }
    sheet_drop_room(sheet);
}

/* ---- tabs ---- */

static const struct separator tab = {"\t", 1, LINE_TAB};

/* Whether the line is a row: tabs stand between its words, or at their ends. */
static bool is_tabbed(struct reader *reader, size_t line)
{
    const struct line *at = &reader->lines[line];
    if (at->marks & LINE_TAB)
        return true;
    return memchr(reader->text->bytes + at->begin, '\t', at->end - at->begin) &&
           (is_empty_line(reader, line) || !ends_table(reader, line));
}

/* Whether the last cell of a line is in quotation marks that are closed behind `end`. */
static bool is_quoted_beyond(const struct reader *reader, const struct line *line, size_t end)
{
    size_t cell = line->end;
    while (cell > line->begin && reader->text->bytes[cell - 1] != '\t')
        cell--;
    return reader->text->bytes[cell] == '"' && quoted_end(reader, cell, tab) > end;
}

/* Whether the line is a row of one cell: a label, or what begins there in quotation marks and goes on below.
 */
static bool is_lone_cell(struct reader *reader, size_t line)
{
    const struct line *at = &reader->lines[line];
    return is_quoted_beyond(reader, at, at->end) ||
           (is_label(reader, at->words) && !is_numbered_note(reader, at->words));
}

/* The next row of a table of which some hang, behind empty lines; `line`: it is there. */
static size_t behind_hanging(struct reader *reader, size_t line)
{
    size_t next = next_line(reader, line);
    return next < reader->count && (is_tabbed(reader, next) || is_lone_cell(reader, next)) ? next : line;
}

/* Whether a line behind empty ones is the next row: its first cell is the label of one, or of a column, and
 * the row before is of labels, too. */
static bool is_next_row(struct reader *reader, size_t line)
{
    const char *bytes = reader->text->bytes;
    size_t begin = line < reader->count ? reader->lines[line].begin : 0;
    if (line == reader->count || !reader->sheet.row_count ||
        !(is_tabbed(reader, line) || hanging_line(reader, line + 1, tab)))
        return false;
    struct piece first = trim(reader->text, begin, begin + strcspn(bytes + begin, "\t\n"));
    unsigned kinds = first.start < first.end ? label_kinds(reader, &first, 1) : 0;
    return kinds & WORD_ROW ||
           (kinds & WORD_COLUMN && !content_of(reader, reader->sheet.row_count - 1).values);
}

/* The line up to which the table goes on at one without tabs: with cells that are alone in their rows, which
 * a row follows if they are none that stand by themselves. The line itself: it does not go on. */
static size_t goes_on(struct reader *reader, size_t line)
{
    size_t row = line, next = is_empty_line(reader, line) ? next_line(reader, line) : line;
    if (next > line)
        return is_next_row(reader, next) ? next : line;
    if (is_lone_cell(reader, line))
        return line + 1;
    while (row < reader->count && !is_tabbed(reader, row) && !is_empty_line(reader, row) &&
           !ends_table(reader, row))
        row++;
    return row < reader->count && is_tabbed(reader, row) ? row : line;
}

/* Whether a table that is tried now may have begun in the line before this one: what was refused is not
 * looked at again. */
static bool may_begin_before(struct reader *reader, size_t line)
{
    return line > reader->written && line > reader->refused && !is_empty_line(reader, line - 1);
}

/* The line in which a cell in quotation marks begins that reaches into line `first` or the one before;
 * `first`: none does. */
static size_t quoted_from(struct reader *reader, size_t first)
{
    enum { MOST = 8 }; /* lines of one cell */
    for (size_t at = first; first - at < MOST && may_begin_before(reader, at); at--) {
        const struct line *line = &reader->lines[at - 1];
        if (is_quoted_beyond(reader, line, at == first ? line->end : reader->lines[first - 1].begin))
            return at - 1;
    }
    return first;
}

/* The first row may begin in lines before, in quotation marks; before it stand rows of one cell. */
static size_t first_row(struct reader *reader, size_t first)
{
    for (size_t at;; first = at) {
        at = quoted_from(reader, first);
        if (at == first && may_begin_before(reader, at) &&
            (is_lone_cell(reader, at - 1) || is_tabbed(reader, at - 1)))
            at--;
        if (at == first)
            return first;
    }
}

/* A table has several rows of several cells, or a label of a form in one; a row alone is one where it has
 * nothing but values, and tabs part the cells of the text's last table, too. The last row of a full sheet is
 * cut. */
static bool is_table(struct reader *reader)
{
    size_t wide = 0, values = 0, rows = reader->sheet.row_count - sheet_is_full(&reader->sheet);
    for (size_t row = 0; row < rows; row++) {
        struct content content = content_of(reader, row);
        if (content.labels && content.cells > 1)
            return true;
        wide += content.filled > 1;
        values += content.filled > 1 && content.values == content.filled;
    }
    return wide == rows && (wide > 1 || (reader->tabbed && values == 1));
}

/* Whether some row keeps an empty cell between two numbers, or a cell is quoted, as spreadsheets do. */
static bool keeps_empty(const char *shadow)
{
    bool keeps = strstr(shadow, "\t\"");
    for (const char *at = shadow; !keeps && (at = strstr(at, "\t\t"));) {
        const char *before = at;
        while (before > shadow && before[-1] == FOLD_FILLER)
            before--;
        bool number = before > shadow && isdigit((unsigned char)before[-1]);
        at += strspn(at, "\t");
        keeps = number && isdigit((unsigned char)*at);
    }
    return keeps;
}

/* Whether only empty cells at the ends of rows are left out. */
static bool tabs_keep_empty(struct reader *reader)
{
    if (!reader->tabs_keep_empty)
        reader->tabs_keep_empty = keeps_empty(reader->text->shadow) ? ANSWER_YES : ANSWER_NO;
    return reader->tabs_keep_empty == ANSWER_YES;
}

struct found read_tabs(struct reader *reader, size_t first)
{
    size_t start = first_row(reader, first), line = start, known = first;
    bool bounded = true, hangs = false;
    while (bounded && line < reader->count &&
           (line < known || is_tabbed(reader, line) || (known = goes_on(reader, line)) > line)) {
        line = known > line && is_empty_line(reader, line) ? known : line;
        line = add_row(reader, line, tab, &hangs);
        line = hangs && line < reader->count ? behind_hanging(reader, line) : line;
        bounded = is_bounded(&reader->sheet);
    }
    if (!bounded || !is_table(reader))
        return (struct found){.what = REFUSED, .end = line};
    reader->tabbed = true;
    cut_empty_ends(reader);
    return (struct found){FOUND, start, line, tabs_keep_empty(reader) ? LOST_ENDS : LOST_NOTHING};
}

/* ---- commas ---- */

static const struct separator signs[] = {{",", 1, LINE_NARROW_COMMA},
                                         {";", 1, LINE_NARROW_SEMICOLON},
                                         {"\xEF\xBC\x8C", 3, LINE_WIDE_COMMA},
                                         {"\xEF\xBC\x9B", 3, LINE_WIDE_SEMICOLON}};

/* Rows that were read, up to one that is none or the end of the lines that may be. `end`: the line behind
 * them; if there are none, behind what was read: what quotation marks hold together is tried once. */
struct rows_shown {
    struct content *row;
    size_t count, room, end;
};

/* The first of the rows from which on all may be a table; their count: there is none. Clauses of a sentence,
 * a label among them, are more words than labels and values. A row alone has no words, no end of a sentence,
 * nor a gap, which sets the label of a column apart from prose beside it. */
static size_t first_separated(const struct reader *reader, const struct rows_shown *shown)
{
    size_t words = 0, told = 0, labels = 0, first = shown->count;
    for (size_t i = shown->count; i-- > 0;) {
        const struct content *row = &shown->row[i];
        size_t known = row->labels + row->values;
        told += known;
        labels += row->labels;
        words += row->filled > known ? row->filled - known : 0;
        bool table = i + 1 < shown->count ? words <= told
                                          : !words && (told > 1 || !labels) &&
                                                !(reader->lines[row->line].marks & (LINE_GAP | LINE_STOP));
        first = table && row->begins ? i : first;
    }
    return first;
}

/* A sentence or a heading, with empty fields behind it. */
static bool is_lone_prose(struct reader *reader, size_t line)
{
    return reader->lines[line].marks & LINE_FIELD && ends_table(reader, line);
}

/* Whether a table may begin with the line: with a separator, or in quotation marks behind which its first one
 * may stand on a line below. Sentences, read as rows before they were refused, cost a report 15 instructions
 * a byte. */
static bool may_begin(const struct reader *reader, size_t line, struct separator by)
{
    const struct line *at = &reader->lines[line];
    bool quoted = reader->text->bytes[at->begin] == '"';
    return (at->marks & by.mark && (quoted || !(at->marks & LINE_STOP))) ||
           (quoted && !is_empty_line(reader, line) && quoted_end(reader, at->begin, by) > at->end);
}

/* Whether the last row of the sheet may be the first of a table: it has a label, counts the columns, or has
 * nothing but values in as many cells as the last table had. */
static bool begins_table(struct reader *reader, const struct content *row)
{
    const struct sheet *sheet = &reader->sheet;
    return row->labels
               ? row->cells > 1
               : (row->cells == reader->separated && row->values == row->filled) ||
                     (row->values > 1 && sheet_counts_columns(sheet, sheet->row_count - 1, reader->text));
}

/* Whether a row is one behind a row of `width` cells. Sentences have commas, too: a row of a table has cells
 * that are labels of a form or values. A label alone is a row whose empty cells were all left out. */
static bool goes_on_with(const struct content *row, size_t width)
{
    return row->labels || (row->cells > 1 && (row->values || row->cells == width));
}

/* Rows from line `first` on. */
static void read_separated(struct reader *reader, size_t first, struct separator by, struct rows_shown *shown)
{
    size_t line = first;
    bool hangs = false;
    shown->count = 0;
    shown->end = first;
    while (line < reader->count && !is_empty_line(reader, line) && !is_lone_prose(reader, line)) {
        size_t begin = line;
        line = add_row(reader, line, by, &hangs);
        shown->end = shown->count ? shown->end : line;
        if (!is_bounded(&reader->sheet))
            break;
        struct content row = content_of(reader, reader->sheet.row_count - 1);
        row.line = begin;
        row.begins = begins_table(reader, &row) && may_begin(reader, begin, by);
        if (shown->count ? !goes_on_with(&row, shown->row[shown->count - 1].cells) : !row.begins)
            break;
        shown->row = xgrow(shown->row, &shown->room, shown->count + 1, sizeof row);
        shown->row[shown->count++] = row;
        shown->end = line;
    }
    while (reader->sheet.row_count > shown->count)
        drop_row(&reader->sheet);
}

/* What was refused is tried again from the next of its rows on with which a table may begin, as a sentence
 * may stand before it: tried with each line of it, 200 at most, it cost 18,000 instructions a byte. */
struct found read_commas(struct reader *reader, size_t first)
{
    const struct line *line = &reader->lines[first];
    struct rows_shown shown = {0};
    bool table = false, quoted = reader->text->bytes[line->begin] == '"', field = line->marks & LINE_FIELD;
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !table; i++) {
        size_t *refused = &reader->refused_signs[i];
        if (first < *refused || !may_begin(reader, first, signs[i]))
            continue;
        if (!quoted && !field && is_label(reader, line->words)) /* 一,本年新收… is one cell */
            break;
        read_separated(reader, first, signs[i], &shown);
        size_t begin = first_separated(reader, &shown);
        table = shown.count && !begin;
        if (table) {
            reader->separated = shown.row[shown.count - 1].cells;
            cut_empty_ends(reader);
        } else {
            *refused = begin < shown.count ? shown.row[begin].line : shown.end;
            sheet_clear(&reader->sheet);
        }
    }
    xfree(shown.row);
    return (struct found){table ? FOUND : NONE_FOUND, first, shown.end, LOST_ENDS};
}
