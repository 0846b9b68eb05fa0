/* table_spread.c - tables whose cells are paragraphs with bars between, as html2text writes cells that hold
 * paragraphs, or with bars around them, too, as turndown does. */
#include "table_reader.h"

#include <string.h>

/* A table while it is read. `opened`: a bar opens and closes each row; `row`: the next cell begins a row;
 * `cell`: the next words begin a cell; `gap`: an empty line stands before them; `marked`: blanks tell where
 * rows end; `ruled`: a rule is drawn in it; `filled`: bars without blanks between them fill up a row. */
struct spread {
    struct reader *reader;
    bool opened, row, cell, gap, marked, ruled, filled;
    size_t end; /* behind the last line that is certainly of the table */
};

/* Two blanks alone are the line break behind a row. */
static bool is_row_end(const struct reader *reader, size_t line)
{
    return is_empty_line(reader, line) && reader->lines[line].end - reader->lines[line].begin == 2;
}

static bool is_bars(const struct reader *reader, size_t line)
{
    return consists_of(reader->text, reader->lines[line].words, "| ");
}

static bool begins_with_bar(const struct reader *reader, size_t line)
{
    return line < reader->count && !is_empty_line(reader, line) &&
           reader->text->bytes[reader->lines[line].begin] == '|';
}

static bool ends_with_bar(const struct reader *reader, size_t line)
{
    return !is_empty_line(reader, line) && reader->text->bytes[reader->lines[line].words.end - 1] == '|';
}

/* Whether a row ends with this line: the next one is opened by a bar on the line below a bar, or below blanks
 * (crawlers). */
static bool is_followed(const struct reader *reader, size_t line)
{
    const struct line *at = &reader->lines[line];
    bool blanks = is_empty_line(reader, line) && at->end > at->begin && !is_row_end(reader, line);
    return (blanks || ends_with_bar(reader, line)) && begins_with_bar(reader, line + 1);
}

/* Whether rows are opened by bars: some line of their cells is empty, else bars that stand alone part cells.
 * What is found far below is known for all lines before it. */
static bool is_opened(struct reader *reader, size_t line)
{
    if (line < reader->spread_end)
        return reader->spread_opened;
    bool followed = false, empty = false, ends = false;
    while (!(followed && empty) && !ends && line < reader->count && !is_row_end(reader, line) &&
           !(reader->lines[line].marks & LINE_TABLE)) {
        bool begins = !is_empty_line(reader, line) && line &&
                      is_empty_line(reader, line - 1); /* a paragraph, not a line of one */
        followed |= is_followed(reader, line);
        ends = begins && ends_table(reader, line);
        empty |= begins && !ends && !is_blank_cell(reader, line - 1); /* nor only behind the table */
        line++;
    }
    reader->spread_end = line;
    return reader->spread_opened = followed && empty;
}

/* Behind the last line of the paragraph at `line`. */
static size_t paragraph_end(const struct reader *reader, size_t line)
{
    while (line < reader->count && !is_empty_line(reader, line) && !(reader->lines[line].marks & LINE_BAR))
        line++;
    return line;
}

/* The words at `line`, behind an empty line and not behind a bar, are the first cell of a row, or another
 * paragraph of a cell: a bar or the end of a row follows behind a few such. */
static bool goes_on(struct reader *reader, size_t line)
{
    enum { FEW = 12 }; /* the longest label that some page breaks into paragraphs has eleven */
    for (size_t paragraphs = 0; paragraphs < FEW && line < reader->count && !ends_table(reader, line);
         paragraphs++) {
        size_t end = paragraph_end(reader, line);
        line = next_line(reader, end);
        if (line < reader->count && (is_row_end(reader, end) || reader->lines[line].marks & LINE_BAR))
            return true;
    }
    return false;
}

static void open_row(struct spread *spread)
{
    if (spread->row)
        sheet_add_row(&spread->reader->sheet);
    spread->row = false;
}

static void add_cell(struct spread *spread)
{
    open_row(spread);
    sheet_add_cell(&spread->reader->sheet, 0);
    spread->cell = false;
}

/* A cell ends here, at a bar or where its row does: an empty one, if it had no words. */
static void end_cell(struct spread *spread)
{
    if (spread->cell)
        add_cell(spread);
    spread->cell = true;
}

static void add_words(struct spread *spread, struct piece words)
{
    if (words.start == words.end)
        return;
    if (spread->cell)
        add_cell(spread);
    sheet_add_piece(&spread->reader->sheet, words);
}

static void end_row(struct spread *spread)
{
    if (spread->cell && !spread->row && !spread->opened)
        add_cell(spread);
    spread->row = spread->cell = true;
}

/* Whether a row ends with a line, of blanks that an empty line follows: behind words those of a line break,
 * behind its bar also that of an empty cell; on the line below it another bar would go on. Where bars open
 * rows, the next one does so on the line below, or none of the blanks follows that stand behind bars before a
 * cell. */
static bool closes_row(struct spread *spread, size_t line)
{
    const struct reader *reader = spread->reader;
    size_t blanks = reader->lines[line].end - reader->lines[line].words.end;
    bool bar = ends_with_bar(reader, line),
         last = line + 1 == reader->count || is_empty_line(reader, line + 1);
    if (!spread->opened)
        return spread->marked && last && blanks == (bar ? 3 : 2);
    if (!bar)
        return false;
    spread->marked |= blanks > 0;
    return is_followed(reader, line) || (spread->marked && !blanks);
}

/* A line of words, bars or both. */
static void add_line(struct spread *spread, size_t line)
{
    const struct nb_text *text = spread->reader->text;
    size_t at = spread->reader->lines[line].words.start, end = spread->reader->lines[line].words.end;
    for (size_t i = at, start = at; i < end; i++)
        if (text->bytes[i] == '|') {
            add_words(spread, trim(text, at, i));
            if (spread->opened && spread->row)
                open_row(spread);
            else
                end_cell(spread);
            spread->filled |= i == at && i > start && i + 1 == end;
            at = i + 1;
        }
    add_words(spread, trim(text, at, end));
    if (closes_row(spread, line))
        end_row(spread);
    spread->gap = false;
    spread->end = line + 1;
}

/* Whether the table is over before this line of words: where a bar opens rows and none has, and behind
 * another if it is a heading. */
static bool is_over(const struct spread *spread, size_t line)
{
    struct reader *reader = spread->reader;
    if (reader->lines[line].marks & LINE_BAR)
        return false;
    if (spread->row || (spread->gap && !spread->cell))
        return (spread->row && spread->opened) || !goes_on(reader, line);
    return spread->cell && is_heading(reader, line);
}

/* Bars with dashes between, or three dashes and more; a dash or two alone are a sign for nothing. */
static bool is_rule(const struct reader *reader, size_t line)
{
    const struct piece words = reader->lines[line].words;
    bool dashes = is_drawn_of(reader->text, words, "-");
    return dashes || (reader->lines[line].marks & LINE_BAR && consists_of(reader->text, words, "-| ") &&
                      !is_bars(reader, line));
}

static void add_table(struct spread *spread, size_t line)
{
    struct reader *reader = spread->reader;
    for (; line < reader->count && !(reader->lines[line].marks & (LINE_TABLE | LINE_HEADING)); line++) {
        if (is_row_end(reader, line)) {
            spread->marked = true;
            end_row(spread);
        } else if (is_empty_line(reader, line)) {
            spread->gap = true;
            if (spread->opened && is_followed(reader, line))
                end_row(spread);
        } else if (is_rule(reader, line)) {
            spread->ruled = true;
            spread->end = line + 1;
        } else {
            if (is_over(spread, line))
                break;
            if (spread->gap && !spread->cell && !(reader->lines[line].marks & LINE_BAR) && !spread->marked)
                end_row(spread); /* blanks at the ends of lines are lost */
            add_line(spread, line);
        }
    }
    if (!spread->row)
        end_row(spread);
}

/* The first line of the first cell, above the first bar; the bar itself, if the cell is empty. */
static size_t first_of(struct reader *reader, size_t bar)
{
    size_t line = bar;
    while (line > reader->written && is_empty_line(reader, line - 1) && !is_row_end(reader, line - 1))
        line--;
    while (line > reader->written && !is_empty_line(reader, line - 1))
        line--;
    return ends_table(reader, line) || reader->lines[line].marks & LINE_TABLE ? bar : line;
}

/* Whether a table may begin with this bar, that is alone on its line: words follow and, where bars open no
 * rows, an empty line stands on each side of it. */
static bool may_begin(struct reader *reader, size_t first, bool opened)
{
    size_t below = next_line(reader, first + 1);
    if (below == reader->count || begins_with_bar(reader, below))
        return false;
    return opened || (!(reader->lines[below].marks & LINE_BAR) && first && is_empty_line(reader, first - 1) &&
                      is_empty_line(reader, first + 1));
}

struct found read_spread(struct reader *reader, size_t first)
{
    if (!is_bars(reader, first))
        return (struct found){0};
    struct spread spread = {
        .reader = reader, .opened = is_opened(reader, first), .row = true, .cell = true, .end = first};
    if (!may_begin(reader, first, spread.opened))
        return (struct found){0};
    size_t start = spread.opened ? first : first_of(reader, first);
    add_table(&spread, start);
    bool table = reader->sheet.row_count >= (spread.ruled ? 1 : 2) &&
                 reader->sheet.cell_count > reader->sheet.row_count;
    return (struct found){table ? FOUND : REFUSED, start, spread.end,
                          spread.filled ? LOST_ANY : LOST_NOTHING};
}
