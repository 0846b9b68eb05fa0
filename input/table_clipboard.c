/* table_clipboard.c - tables as browsers copy them when a cell holds paragraphs: cells on lines of their own,
 * with tabs between.
 */
#include "table_reader.h"

#include <string.h>

static size_t tabs_in(const struct reader *reader, size_t start, size_t end)
{
    size_t count = 0;
    for (size_t i = start; i < end; i++)
        count += reader->text->bytes[i] == '\t';
    return count;
}

/* What stands between the words of a line and the next words: tabs, and how many empty lines before, between
 * and behind them. `next`: the line of the next words. A gap of more tabs is cut off; no table of a form is
 * as wide. */
enum { MOST_TABS = 48 };

struct gap {
    size_t tabs, empty[MOST_TABS + 1], next;
    bool alone;  /* some tab stands on a line of its own */
    bool filled; /* a wide blank behind the last tab is a cell without paragraphs */
};

static void count_tabs(const struct reader *reader, struct gap *gap, size_t start, size_t end)
{
    gap->tabs += tabs_in(reader, start, end);
    gap->tabs = gap->tabs < MOST_TABS ? gap->tabs : MOST_TABS;
}

static struct gap gap_behind(const struct reader *reader, size_t line)
{
    struct gap gap = {.next = line + 1};
    count_tabs(reader, &gap, reader->lines[line].words.end, reader->lines[line].end);
    for (; gap.next < reader->count && is_empty_line(reader, gap.next); gap.next++) {
        size_t tabs = gap.tabs;
        count_tabs(reader, &gap, reader->lines[gap.next].begin, reader->lines[gap.next].end);
        const char *begin = reader->text->bytes + reader->lines[gap.next].begin,
                   *end = reader->text->bytes + reader->lines[gap.next].end;
        gap.alone |= gap.tabs > tabs;
        gap.filled = gap.tabs > tabs
                         ? bytes_find(begin, end, "\xC2\xA0") || bytes_find(begin, end, "\xE3\x80\x80")
                         : gap.filled;
        gap.empty[gap.tabs] += gap.tabs == tabs;
    }
    if (gap.next < reader->count)
        count_tabs(reader, &gap, reader->lines[gap.next].begin, reader->lines[gap.next].words.start);
    return gap;
}

/* Whether a line is a cell that ends with a tab, right before the next, as word processors write one. */
static bool is_cell_with_tab(const struct reader *reader, size_t line)
{
    struct gap gap = gap_behind(reader, line);
    return gap.tabs && !gap.alone && gap.next == line + 1 &&
           tabs_in(reader, reader->lines[line].words.end, reader->lines[line].end);
}

/* Whether a tab on a line of its own parts this line's cell from the next. One before words may be their
 * indentation, where the words have one behind them, each line ends with a tab and is a cell, and as many as
 * within the words are a row of empty cells.
 */
static bool opens_cell(const struct reader *reader, size_t line)
{
    if (!reader->tabs || line + 1 >= reader->count || !is_empty_line(reader, line + 1))
        return false;
    const struct line *at = &reader->lines[line];
    struct gap gap = gap_behind(reader, line);
    size_t within = tabs_in(reader, at->words.start, at->words.end);
    if (within && within == tabs_in(reader, at[1].begin, at[1].end))
        return false;
    return gap.alone && gap.next < reader->count && !tabs_in(reader, at->words.end, at->end) &&
           !is_cell_with_tab(reader, gap.next);
}

static void add_cell(struct sheet *sheet, bool row)
{
    if (row)
        sheet_add_row(sheet);
    sheet_add_cell(sheet, 0);
}

/* The words of a line, parted by the tabs inside it. `row`: the first cell of a row; `more`: the next
 * paragraph of the last cell.
 */
static void add_line(struct reader *reader, size_t line, bool row, bool more)
{
    size_t at = reader->lines[line].words.start, end = reader->lines[line].words.end;
    while (at < end) {
        size_t stop = at + strcspn(reader->text->bytes + at, "\t\n"), tabs;
        stop = stop < end ? stop : end;
        if (!more)
            add_cell(&reader->sheet, row);
        sheet_add_piece(&reader->sheet, trim(reader->text, at, stop));
        at = stop + (tabs = strspn(reader->text->bytes + stop, "\t"));
        for (size_t i = 1; i < tabs; i++)
            add_cell(&reader->sheet, false);
        row = more = false;
    }
}

/* The least that any gap of the text has: of a table whose rows are all empty nothing could be learned. Where
 * no tab stands between a cell behind a tab and one before a tab, a row ends, or a paragraph. Rows do in most
 * such gaps: only if these have more empty lines than stand behind a tab, no more part paragraphs. */
static const struct clipboard_style *style_of(struct reader *reader)
{
    enum { MOST = 8 }; /* empty lines between rows */
    struct clipboard_style *style = &reader->clipboard;
    struct gap gap = {0};
    size_t ends[MOST + 1] = {0}, empty = 0, rows = 0, all = 0;
    bool tab_before = false, end_before = false; /* a tab before the last line; and none behind it */
    if (style->learned)
        return style;
    *style = (struct clipboard_style){SIZE_MAX, SIZE_MAX, 0, true};
    for (size_t line = 0; line < reader->count; line = gap.next) {
        end_before = tab_before && !gap.tabs;
        tab_before = gap.alone;
        empty = gap.empty[0] < MOST ? gap.empty[0] : MOST;
        gap = gap_behind(reader, line);
        if (!gap.alone || is_empty_line(reader, line))
            continue;
        ends[empty] += end_before;
        style->before = gap.empty[0] < style->before ? gap.empty[0] : style->before;
        style->behind = gap.empty[gap.tabs] < style->behind ? gap.empty[gap.tabs] : style->behind;
    }
    for (size_t i = 0; i <= MOST; i++) {
        all += ends[i];
        rows += i > style->behind ? ends[i] : 0;
    }
    style->within = 2 * rows > all ? style->behind : 0;
    return style;
}

/* Whether a row ends in a gap with tabs: its end is an empty line, and that of a cell of paragraphs another.
 */
static bool ends_row(const struct gap *gap, const struct clipboard_style *style)
{
    return gap->empty[gap->tabs] + gap->filled >= style->behind + 2;
}

/* The empty cells in a gap with tabs. A cell that is empty is an empty line, too, and so is the end of a row:
 * two lines more than usual are a row that ends in an empty cell, or begins with one. Returns whether the
 * words behind the gap begin a row. */
static bool add_gap(struct sheet *sheet, const struct gap *gap, const struct clipboard_style *style)
{
    if (gap->empty[0] >= style->before + 2)
        add_cell(sheet, true);
    for (size_t i = 1; i < gap->tabs; i++) {
        add_cell(sheet, false);
        if (gap->empty[i] >= style->before + style->behind + 3)
            add_cell(sheet, true);
    }
    bool row = ends_row(gap, style);
    if (row)
        add_cell(sheet, false);
    return row;
}

/* Whether the words behind a line and a gap are of the same cell: its lines are broken, or it has another
 * paragraph, which is no label behind a whole cell. */
static bool is_within(struct reader *reader, size_t line, const struct gap *gap,
                      const struct clipboard_style *style)
{
    if (gap->tabs || gap->next >= reader->count || !gap->empty[0])
        return !gap->tabs && gap->next < reader->count;
    bool whole = line_holds_value(reader, line) || is_label(reader, reader->lines[line].words);
    return gap->empty[0] <= style->within && !ends_table(reader, gap->next) &&
           !(whole && is_label(reader, reader->lines[gap->next].words));
}

/* The last line of the cell that begins here: where tabs have empty lines before them, cells are paragraphs,
 * and lines within one are of the same, but for a next one that is a label itself. */
static size_t last_line(struct reader *reader, size_t line, const struct clipboard_style *style)
{
    for (struct gap gap; style->before; line = gap.next) {
        gap = gap_behind(reader, line);
        if (!is_within(reader, line, &gap, style) ||
            (!gap.empty[0] && is_label(reader, reader->lines[gap.next].words)))
            break;
    }
    return line;
}

/* Whether a line without a tab before it is of the table: a label, or the first cell of a row. */
static bool begins_row(struct reader *reader, size_t line, const struct clipboard_style *style)
{
    return !ends_table(reader, line) && (is_label(reader, reader->lines[line].words) ||
                                         opens_cell(reader, last_line(reader, line, style)));
}

/* Labels alone in their rows before the first row that has several cells. What stands a paragraph before it
 * may be the table's caption. */
static size_t first_row(struct reader *reader, size_t first, const struct clipboard_style *style)
{
    const struct clipboard_style lines = {style->before, style->behind, 0, true};
    for (size_t line = first; line-- > reader->written;) {
        if (is_empty_line(reader, line))
            continue;
        bool broken = last_line(reader, line, &lines) >= first && !ends_table(reader, line);
        if (!broken && !is_label(reader, reader->lines[line].words))
            break;
        first = line;
    }
    return first;
}

/* Whether the table goes on behind the gap that follows a line. A value on the next line is in the same cell,
 * as are the broken lines of one that is a paragraph. */
static bool goes_on(struct reader *reader, size_t before, const struct gap *gap,
                    const struct clipboard_style *style)
{
    size_t line = gap->next;
    if (line >= reader->count)
        return false;
    if (is_within(reader, before, gap, style) &&
        (style->before || holds_value(reader, reader->lines[line].words)))
        return true;
    if (!gap->tabs || ends_row(gap, style))
        return begins_row(reader, line, style);
    return !ends_table(reader, line) || is_label(reader, reader->lines[line].words);
}

/* The cells from `start` on. Returns the line behind the table. */
static size_t add_table(struct reader *reader, size_t start, const struct clipboard_style *style)
{
    struct gap gap = {.next = start};
    size_t line = start;
    for (bool row = true;;) {
        add_line(reader, gap.next, row, !row && !gap.tabs);
        line = gap.next;
        gap = gap_behind(reader, line);
        if (!goes_on(reader, line, &gap, style))
            break;
        row = gap.tabs ? add_gap(&reader->sheet, &gap, style) : !is_within(reader, line, &gap, style);
    }
    gap.empty[gap.tabs] = SIZE_MAX - 1;
    if (gap.tabs)
        add_gap(&reader->sheet, &gap, style);
    return line + 1;
}

struct found read_clipboard(struct reader *reader, size_t first)
{
    if (is_empty_line(reader, first) || !opens_cell(reader, first) || ends_table(reader, first))
        return (struct found){0};
    const struct clipboard_style *style = style_of(reader);
    size_t start = first_row(reader, first, style), end = add_table(reader, start, style);
    bool table = reader->sheet.cell_count > 1 && reader->sheet.cell_count != reader->sheet.row_count;
    return (struct found){table ? FOUND : REFUSED, start, end, LOST_NOTHING};
}
