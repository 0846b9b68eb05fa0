/* table_bars.c - tables whose cells are parted by bars: Markdown, org, and the bars of text extractors, also
 * one cell a line. */
#include "table_reader.h"

#include "fold.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* The length of the bar that stands at `at`: '|' (a full-width one in the shadow) or box drawing's; 0: none.
 */
static size_t bar_length(const struct nb_text *text, size_t at)
{
    const unsigned char *c = (const unsigned char *)text->bytes + at;
    if (text->shadow[at] == '|')
        return utf8_length(*c);
    return c[0] == 0xE2 &&
                   ((c[1] == 0x94 && (c[2] == 0x82 || c[2] == 0x83)) || (c[1] == 0x95 && c[2] == 0x91))
               ? 3
               : 0;
}

/* The next bar in [at, end) that no backslash escapes, as it does '|' only; `end`: none. */
static size_t next_bar(const struct nb_text *text, size_t at, size_t end)
{
    size_t start = at;
    for (;; at += utf8_step(text->shadow + at)) {
        while (at < end && text->shadow[at] != '|' &&
               text->bytes[at] != '\xE2') /* what no bar begins with, as nearly all */
            at += utf8_step(text->shadow + at);
        if (at >= end ||
            (bar_length(text, at) && (at == start || text->bytes[at] != '|' || text->bytes[at - 1] != '\\')))
            return at < end ? at : end;
    }
}

/* The cell at `*at`, behind which and its bar that is then. Returns the length of the bar; 0: the line ends.
 */
static size_t take_cell(const struct nb_text *text, size_t *at, size_t end, struct piece *cell)
{
    size_t bar = next_bar(text, *at, end), length = bar < end ? bar_length(text, bar) : 0;
    *cell = trim(text, *at, bar);
    *at = bar + length;
    return length;
}

static bool has_bar(const struct line *line)
{
    return (line->marks & LINE_BAR) || (line->marks & LINE_BOX);
}

/* What a line between bars shows. */
struct shape {
    size_t cells, filled;     /* as the bars part them, without what opens and closes the line */
    size_t bars, behind;      /* in all; behind the last cell with letters */
    size_t padding;           /* padding_of */
    bool opens, closes;       /* a bar stands first, last */
    size_t longest;           /* dashes in a cell */
    bool hole;                /* an empty cell stands between two others */
    bool rule;                /* draws the line below a head, in short columns with a dash or two */
    bool dashes;              /* the same, if it stands there: each cell is a dash or two */
    struct piece first, last; /* filled cell */
};

/* How many dashes a cell of a rule is drawn with, a colon counting for two; 0: it is none. Editors make one
 * long dash (—) of two or three. */
static size_t dashes_in(const struct nb_text *text, struct piece cell)
{
    size_t dashes = 0;
    for (size_t i = cell.start; i < cell.end; i++) {
        char byte = text->shadow[i];
        bool dash = byte == '-' || byte == '=';
        if (!dash && byte != ':' && byte != '+' && byte != ' ' && byte != FOLD_FILLER)
            return 0;
        dashes += byte == ':' ? 2 : dash;
    }
    return dashes;
}

/* Whether a cell has letters of Chinese, as labels have. */
static bool has_letters(const struct nb_text *text, struct piece cell)
{
    while (cell.start < cell.end && (unsigned char)text->shadow[cell.start] < 0x80)
        cell.start++;
    return cell.start < cell.end;
}

/* Nothing but box drawing and blanks. */
static bool is_drawn(const struct nb_text *text, struct piece words)
{
    const char *bytes = text->bytes;
    size_t drawn = 0;
    for (size_t i = words.start; i < words.end; i++) {
        if (bytes[i] == ' ')
            continue;
        if ((unsigned char)bytes[i] != 0xE2 || ((unsigned char)bytes[i + 1] & 0xFE) != 0x94)
            return false;
        drawn++;
        i += 2;
    }
    return drawn > 2;
}

/* Whether words mark a line, as programs do that number or compare lines: +|---|---|, 7:|---|---|. */
static bool is_mark(const struct nb_text *text, struct piece words)
{
    return strspn(text->bytes + words.start, "+:0123456789") >= words.end - words.start;
}

/* How many bars touch at the end of a line, alone behind a line that a bar ends, or behind blanks and a
 * single bar: they fill up a row whose empty cells were left out.
 * 0: one may be an empty cell. */
static size_t padding_of(const char *bytes, struct piece words)
{
    size_t at = words.end;
    while (at > words.start && bytes[at - 1] == '|')
        at--;
    size_t bar = at, count = words.end - at;
    if (count < 2) /* as most: what stands before the bars cost tables of them 12 instructions a byte */
        return 0;
    while (bar && strchr(at == words.start ? " \t\r\n" : " ", bytes[bar - 1]))
        bar--;
    bool behind = bar < at && bar && bytes[bar - 1] == '|';
    return behind ? count : 0;
}

static struct shape shape_of(const struct nb_text *text, const struct line *line)
{
    size_t at = line->words.start, end = line->words.end, length;
    struct shape shape = {.rule = true, .dashes = true};
    bool empty = false; /* the cell before */
    shape.opens = at < end && bar_length(text, at);
    at += shape.opens ? bar_length(text, at) : 0;
    shape.bars = shape.opens;
    shape.padding = padding_of(text->bytes, line->words);
    while (at < end) {
        struct piece cell;
        length = take_cell(text, &at, end, &cell);
        shape.cells++;
        if (cell.start < cell.end) {
            shape.hole |= shape.filled && empty;
            shape.first = shape.filled++ ? shape.first : cell;
            shape.last = cell;
            size_t dashes = dashes_in(text, cell);
            shape.longest = dashes > shape.longest ? dashes : shape.longest;
            shape.rule &= dashes > 0 || (shape.cells == 1 && !shape.opens && is_mark(text, cell));
            shape.dashes &= dashes > 0;
        }
        shape.dashes &= cell.start < cell.end;
        empty = cell.start == cell.end;
        shape.closes = length;
        shape.bars += length > 0;
        shape.behind = (length > 0) + (has_letters(text, cell) ? 0 : shape.behind);
    }
    shape.rule &= shape.longest > 2 && (shape.opens || shape.cells > 1);
    shape.dashes &= shape.filled > 1;
    shape.rule |= (line->marks & LINE_BOX) && is_drawn(text, line->words);
    return shape;
}

/* Whether some line of the text keeps an empty cell between two others: behind its first bar another stands.
 */
static bool keeps_empty(struct reader *reader)
{
    for (size_t i = 0; i < reader->count && !reader->keeps_empty; i++) {
        struct piece words = reader->lines[i].words;
        const char *shadow = reader->text->shadow,
                   *bar = reader->lines[i].marks & LINE_BAR
                              ? memchr(shadow + words.start, '|', words.end - words.start)
                              : NULL;
        if (bar && bar + 1 < shadow + words.end && shape_of(reader->text, &reader->lines[i]).hole)
            reader->keeps_empty = ANSWER_YES;
    }
    if (!reader->keeps_empty)
        reader->keeps_empty = ANSWER_NO;
    return reader->keeps_empty == ANSWER_YES;
}

/* Whether several bars touch the words before them: these span as many cells. */
static bool shows_span(const char *bytes, struct piece words)
{
    for (size_t at = words.start + 1; at + 1 < words.end; at++)
        if (bytes[at] == '|' && bytes[at + 1] == '|' && bytes[at - 1] != ' ' && bytes[at - 1] != '|')
            return true;
    return false;
}

/* Whether some row of the text is filled up. Where bars show spans, those at the end of a row are some. */
static bool loses_empty(struct reader *reader)
{
    bool spans = false, padded = false;
    for (size_t i = 0; !reader->loses_empty && i < reader->count && !spans; i++) {
        struct piece words = reader->lines[i].words;
        bool bars = reader->lines[i].marks & LINE_BAR;
        spans = bars && shows_span(reader->text->bytes, words);
        padded |= bars && padding_of(reader->text->bytes, words);
    }
    if (!reader->loses_empty)
        reader->loses_empty = padded && !spans ? ANSWER_YES : ANSWER_NO;
    return reader->loses_empty == ANSWER_YES;
}

/* ---- the block ---- */

/* Whether the first sign of a line behind its bars may be a rule's: that of a row of cells is not, and need
 * not be read further.
 */
static bool may_be_rule(const struct nb_text *text, const struct line *line)
{
    for (size_t at = line->words.start; at < line->words.end; at++) {
        unsigned char byte = (unsigned char)text->bytes[at];
        if (byte != ' ' && byte != '|') /* from U+4000 to U+9FFF: an ideograph */
            return strchr("-=:+", byte) || byte < ' ' || (byte >= 0x80 && byte < 0xE4) || byte > 0xE9 ||
                   (at == line->words.start && isdigit(byte)); /* 7:|---| */
    }
    return false;
}

/* A row of single dashes is a rule below the first row only. */
static bool draws_rule(const struct reader *reader, size_t line, const struct shape *shape)
{
    bool second =
        line && has_bar(&reader->lines[line - 1]) && !(line > 1 && has_bar(&reader->lines[line - 2]));
    return shape->rule || (shape->dashes && second);
}

static bool is_rule_line(const struct reader *reader, size_t line)
{
    if (line >= reader->count || !has_bar(&reader->lines[line]) ||
        !may_be_rule(reader->text, &reader->lines[line]))
        return false;
    struct shape shape = shape_of(reader->text, &reader->lines[line]);
    return draws_rule(reader, line, &shape);
}

/* At least so many rows that bars fill up tell how long rows are: with one, seven of 7,000 texts are read
 * worse, with three one. */
enum { LEAST_FILLED = 2, WIDEST = 64 /* bars of a row */ };

/* Lines with words that end alike: how many, and the most bars in one, in all and behind its labels. */
struct bar_edge {
    size_t lines, bars, behind;
};

/* The lines of a table and what most of them show. */
struct bar_block {
    size_t first, end;
    size_t rows, single, wide;         /* lines with cells; with one that a bar ends; with more */
    size_t values;                     /* lines of one that is a number, or empty */
    size_t most;                       /* cells in a line */
    struct bar_edge left[2], right[2]; /* lines without a bar at that end, and those with one */
    bool ruled, known;                 /* it has a rule; some cell is a label */
    bool opened;                       /* a line opens with a bar and has cells */
    bool spaced;                       /* all rows have an empty line behind them */
    bool apart;                        /* lines without bars stand between some */
    size_t framed;    /* bars up to where a bar opens the line behind one that a bar closes; 0: nowhere */
    bool closed_last; /* a bar closes the last line */
    size_t bars, step, room; /* in all lines; what divides those up to each that is filled up; most that do */
    size_t width;            /* bars in a row, wherever lines end: 0: it is not known */
    bool begun_by_bar;       /* one of them stands before the row */
    bool filled;             /* bars fill up rows of that width */
    size_t padded, padded_words; /* lines that end in several; those of them that have words */
    bool order;                  /* a cell a line; bars that begin a line are room */
    bool bare;   /* lines are not opened by a bar: one that stands first closes an empty cell */
    size_t tail; /* bytes of blanks behind a line at least: more of them behind a bar are an empty cell */
};

/* The bytes of the blanks behind a line. */
static size_t tail_of(const struct line *line)
{
    return line->end - line->words.end;
}

static void most_of(size_t *most, size_t bars)
{
    *most = bars > *most ? bars : *most;
}

/* The next line with bars behind `line` if the table goes on there: behind lines that are no prose, where a
 * cell is broken or a row is torn; behind an empty line where all rows have one (`spaced`). A line over a
 * rule opens the next table. */
static size_t go_on(struct reader *reader, size_t line, const struct bar_block *block)
{
    size_t next = line + 1;
    while (next < reader->count && !has_bar(&reader->lines[next])) {
        bool empty = is_empty_line(reader, next) && !is_blank_cell(reader, next);
        if (empty ? !block->spaced
                  : ends_table(reader, next) && !is_page_mark(reader->text, reader->lines[next].words))
            return reader->count;
        next++;
    }
    return next < reader->count && next > line + 1 && is_rule_line(reader, next + 1) ? reader->count : next;
}

static size_t greatest_divisor(size_t a, size_t b)
{
    while (b) {
        size_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static void add_edge(struct bar_edge *edge, const struct shape *shape)
{
    edge->lines += shape->filled > 0;
    most_of(&edge->bars, shape->bars);
    most_of(&edge->behind, shape->behind);
}

/* Whether a bar at an end of a line stands between two cells, of which the outer one is empty: one around
 * lines would be one more than others have, in all and behind the labels, of which some have two; where it
 * is more than one more, most would have it. */
static bool parts_cells_at(const struct bar_edge edge[2])
{
    return edge[1].bars <= edge[0].bars || edge[1].behind <= edge[0].behind ||
           (edge[1].bars > edge[0].bars + 1 && edge[1].lines < edge[0].lines);
}

/* A line of cells more in the block. */
static void add_shape(struct reader *reader, struct bar_block *block, size_t line, const struct shape *shape)
{
    block->bars += shape->bars;
    block->step = shape->padding ? greatest_divisor(block->bars, block->step) : block->step;
    most_of(&block->room, shape->padding);
    block->padded += shape->padding > 0;
    block->padded_words += shape->padding > 0 && shape->filled;
    block->tail = tail_of(&reader->lines[line]) < block->tail ? tail_of(&reader->lines[line]) : block->tail;
    block->rows++;
    block->opened |= shape->opens && shape->filled;
    block->single += shape->filled <= 1 && shape->closes && !(shape->opens && shape->filled);
    block->wide += shape->filled > 1;
    block->values += !shape->filled || (shape->filled == 1 && holds_value(reader, shape->first));
    block->most = shape->cells > block->most ? shape->cells : block->most;
    block->known =
        block->known || is_label(reader, shape->first) || (block->wide && is_label(reader, shape->last));
    add_edge(&block->left[shape->opens], shape);
    add_edge(&block->right[shape->closes], shape);
}

/* Whether a row begins with this line: with a bar, where one stands before each, else with words that are no
 * value, on this line or, where no bar stands behind them, on the one before. */
static bool begins_filled(const struct reader *reader, size_t line, const struct shape *shape, bool bar)
{
    if (bar || !shape->opens)
        return bar == shape->opens && (bar || !shape->filled || !holds_value(reader, shape->first));
    return line && !has_bar(&reader->lines[line - 1]) && !is_empty_line(reader, line - 1) &&
           !holds_value(reader, reader->lines[line - 1].words);
}

/* Whether all rows of a block have `width` bars: each ends with a line, `closed` by a bar, and the next one
 * begins a row. */
static bool has_width(const struct reader *reader, const struct bar_block *block, size_t width, bool bar,
                      bool closed)
{
    size_t bars = 0;
    for (size_t line = block->first; line < block->end; line++) {
        if (!has_bar(&reader->lines[line]) || reader->lines[line].marks & LINE_RULE)
            continue;
        struct shape shape = shape_of(reader->text, &reader->lines[line]);
        bool begins = !bars, ends = bars + shape.bars == width;
        if (bars + shape.bars > width || (begins && !begins_filled(reader, line, &shape, bar)) ||
            (closed && ends && shape.cells && !shape.closes))
            return false;
        bars = (bars + shape.bars) % width;
    }
    return !closed || !bars;
}

/* Whether words are a label of columns, or the note over those of rows. */
static bool is_of_head(struct reader *reader, struct piece words)
{
    unsigned kinds = label_kinds(reader, &words, 1);
    return kinds & (WORD_SPAN | WORD_PART | WORD_NOTE | WORD_HEAD) && !(kinds & WORD_ROW);
}

/* Whether rows of `width` bars are a head's or the body's: each begins with words, behind those of a head
 * stands no value, and behind a value none. */
static bool has_plain_rows(struct reader *reader, const struct bar_block *block, size_t width)
{
    bool head = false, value = false;
    size_t bars = 0;
    for (size_t line = block->first; line < block->end; line++) {
        struct shape shape = shape_of(reader->text, &reader->lines[line]);
        bool number = shape.filled && holds_value(reader, shape.last);
        bool first = bars % width == 0;
        if (first) {
            head = is_of_head(reader, shape.first);
            value = false;
        }
        if (shape.filled ? (number ? head || first : value) : first)
            return false;
        value |= number;
        bars += reader->lines[line].marks & LINE_RULE ? 0 : shape.bars;
    }
    return true;
}

/* The width from `least` to `most` that all rows have, of few that divide the bars up to each row that is
 * filled up (`step`). 0: none. */
static size_t row_width(struct reader *reader, struct bar_block *block, size_t least, size_t most)
{
    enum { MOST_TRIED = 3 };
    for (size_t width = least, tried = 0; width <= most && tried < MOST_TRIED; width++) {
        bool divides = block->step % width == 0;
        tried += divides && block->step;
        for (int bar = 0; bar < 2 && divides; bar++)
            if (has_width(reader, block, width, bar, false) &&
                (block->padded >= LEAST_FILLED || has_plain_rows(reader, block, width))) {
                block->begun_by_bar = bar;
                return width;
            }
    }
    return 0;
}

/* The least width that all rows have, where bars fill them up because cells are left out or span several: it
 * tells where rows end, wherever lines do. A row of one or two cells is filled up most, so few are tried.
 * Where no or one row is filled up, MANY rows must have it, each with two values at least. Where each line is
 * a row anyway, or bars open and close rows, some with words must be filled up so. */
static void find_width(struct reader *reader, struct bar_block *block)
{
    enum { MANY = 6, NARROWEST = 3 }; /* with 3 MANY doubts 25 of 77,000 cells needlessly, 12 do as well */
    bool certain = block->padded >= LEAST_FILLED;
    size_t most = block->step && block->step < WIDEST ? block->step : WIDEST;
    if (!certain && most > block->bars / MANY)
        most = block->bars / MANY;
    size_t least = certain || block->room >= NARROWEST ? block->room + 1 : NARROWEST;
    if (certain || (block->single > block->wide && block->values))
        block->width = row_width(reader, block, least, most);
    bool lines = !block->left[0].bars && !block->right[0].bars && block->left[1].bars == block->framed &&
                 block->bars == block->framed * block->rows; /* each is a row */
    bool framed = block->framed >= NARROWEST && block->bars > block->framed &&
                  (lines || has_width(reader, block, block->framed, true, true));
    block->filled = block->width && (!framed || block->padded_words > 1);
    if (!block->filled) {
        block->width = framed ? block->framed : 0;
        block->begun_by_bar = framed;
    }
}

/* Whether the rows of a block may be whole, of any width that those have that are filled up. */
static bool may_be_whole(const struct bar_block *block)
{
    bool whole = block->bars % block->step == 0;
    size_t most = block->step < WIDEST ? block->step : WIDEST;
    for (size_t width = block->room + 1; width <= most && !whole; width++)
        whole = block->step % width == 0 && block->bars % width == 0;
    return whole;
}

/* Whether a line begins with a head's label behind a row of the table's body, begun at line `row`, that is
 * not whole: what fills up the last row of a table may be left out. */
static bool follows_short(struct reader *reader, const struct bar_block *block, const struct shape *shape,
                          size_t row)
{
    bool body = false;
    if (!shape->filled || may_be_whole(block) || !is_of_head(reader, shape->first))
        return false;
    for (size_t line = row; line < block->end && line < row + WIDEST && !body; line++) {
        struct shape before = shape_of(reader->text, &reader->lines[line]);
        body = before.filled &&
               (holds_value(reader, before.last) || label_kinds(reader, &before.first, 1) & WORD_ROW);
    }
    return body;
}

/* The line where the rows, behind some that bars fill up to one width, are of another one: it begins with a
 * label of columns, or the note over those of rows, and the bars up to `line` are no rows of the width;
 * `head`: the first that may. 0: none. */
static size_t begin_of_other(struct reader *reader, const struct bar_block *block, const struct shape *shape,
                             size_t line, size_t head)
{
    size_t step = shape->padding ? greatest_divisor(block->bars + shape->bars, block->step) : block->step;
    if (block->padded < LEAST_FILLED || !head)
        return 0;
    if (follows_short(reader, block, shape, head))
        return line;
    if (step > block->room || step == block->step)
        return 0;
    struct shape begun = shape_of(reader->text, &reader->lines[head]);
    if (!begun.filled && head + 1 < block->end) /* its bar stands alone */
        begun = shape_of(reader->text, &reader->lines[head + 1]);
    return is_of_head(reader, begun.first) ? head : 0;
}

/* The block from line `first` on, up to line `stop` at most. */
static struct bar_block find_block(struct reader *reader, size_t first, size_t stop)
{
    struct bar_block block = {.first = first, .end = first, .tail = SIZE_MAX};
    size_t head = 0; /* the line behind the last row that is certainly whole */
    size_t below = next_line(reader, first + 1);
    block.spaced = below > first + 1 && below < reader->count && has_bar(&reader->lines[below]) &&
                   !is_rule_line(reader, below + 1);
    for (size_t line = first, next; line < reader->count && line < stop; line = next) {
        struct shape shape = shape_of(reader->text, &reader->lines[line]);
        size_t other = begin_of_other(reader, &block, &shape, line, head);
        if (other)
            return find_block(reader, first, other);
        block.end = line + 1;
        bool rule = draws_rule(reader, line, &shape);
        block.ruled |= rule;
        block.framed = !block.framed && block.closed_last && shape.opens ? block.bars : block.framed;
        block.closed_last = shape.closes || !shape.cells;
        if (rule)
            reader->lines[line].marks |= LINE_RULE;
        else
            add_shape(reader, &block, line, &shape);
        next = go_on(reader, line, &block);
        block.apart |= next > line + 1 + block.spaced && next < reader->count;
        head = block.step && block.bars % block.step == 0 ? next : head;
    }
    /* A bar that opens lines would be one more than others have, and open most. */
    block.bare = parts_cells_at(block.left);
    find_width(reader, &block);
    return block;
}

/* Whether a bar alone, on a line of its own, is an empty cell between two values of a row. */
static bool has_hole_below(struct reader *reader, const struct bar_block *block)
{
    bool value = false, gap = false; /* in this row; an empty cell behind it */
    size_t bars = 0;
    for (size_t line = block->first; line < block->end; line++) {
        struct shape shape = shape_of(reader->text, &reader->lines[line]);
        bool number = shape.filled && holds_value(reader, shape.last);
        if (number && gap)
            return true;
        if (reader->lines[line].marks & LINE_RULE)
            continue;
        if (!shape.filled && has_bar(&reader->lines[line - (line > 0)]))
            gap = value && shape.bars == 1;
        else if (shape.filled)
            value = number;
        gap &= !shape.filled;
        bars += shape.bars;
        value &= bars % block->width > 0 || !shape.bars;
        gap &= value;
    }
    return false;
}

/* Whether some table of the text, with a cell a line, keeps an empty one so. */
static bool keeps_cells(struct reader *reader)
{
    for (size_t line = 0, next; !reader->keeps_cells && line < reader->count; line = next) {
        next = line + 1;
        if (!has_bar(&reader->lines[line]))
            continue;
        struct bar_block block = find_block(reader, line, SIZE_MAX);
        if (block.filled && has_hole_below(reader, &block))
            reader->keeps_cells = ANSWER_YES;
        next = block.end;
    }
    if (!reader->keeps_cells)
        reader->keeps_cells = ANSWER_NO;
    return reader->keeps_cells == ANSWER_YES;
}

/* Whether the text keeps empty cells where they stand, in lines as those of a block: rows, or a cell each. */
static bool keeps_holes(struct reader *reader, const struct bar_block *block)
{
    return keeps_empty(reader) || (block->single > block->wide && keeps_cells(reader));
}

/* Whether lines with bars are a table: a rule or a label of a form says so, or more than two bars in a line,
 * rows of several cells below one another, or one value in each line. */
static bool is_table(const struct bar_block *block)
{
    return block->ruled || block->known || block->most > 3 ||
           (block->rows > 1 &&
            ((block->wide == block->rows && !block->apart) || block->values == block->rows || block->opened));
}

/* ---- the cells ---- */

/* A cell within marks of emphasis: *7*, **7**, _7_. */
static struct piece without_emphasis(const char *bytes, struct piece cell)
{
    size_t length = cell.end - cell.start, marks = 0;
    char mark = length ? bytes[cell.start] : '\0';
    if (mark != '*' && mark != '_')
        return cell;
    while (marks < length && bytes[cell.start + marks] == mark)
        marks++;
    for (size_t i = 1; i <= marks; i++)
        if (length <= 2 * marks || bytes[cell.end - i] != mark)
            return cell;
    return (struct piece){cell.start + marks, cell.end - marks};
}

/* Behind the line break that is written at `at` within a cell, <br> or \\n; `at`: there is none. */
static size_t behind_break(const char *bytes, size_t at, size_t end)
{
    if (bytes[at] == '\\' && bytes[at + 1] == 'n')
        return at + 2;
    if (end - at < 4 || bytes[at] != '<' || (bytes[at + 1] | 32) != 'b' || (bytes[at + 2] | 32) != 'r')
        return at;
    const char *close = memchr(bytes + at, '>', end - at);
    bool tag = close && (bytes[at + 3] == '>' || bytes[at + 3] == '/' || bytes[at + 3] == ' ');
    return tag ? (size_t)(close - bytes) + 1 : at;
}

/* Line breaks part the lines of a cell, also empty ones. */
static void add_lines(struct reader *reader, struct piece cell)
{
    const char *bytes = reader->text->bytes;
    cell = without_emphasis(bytes, cell);
    size_t start = cell.start;
    for (size_t i = cell.start, next; i + 1 < cell.end; i++) {
        if ((next = behind_break(bytes, i, cell.end)) == i)
            continue;
        sheet_add_line(&reader->sheet, trim(reader->text, start, i));
        start = next;
    }
    if (start > cell.start)
        sheet_add_line(&reader->sheet, trim(reader->text, start, cell.end));
    else
        sheet_add_piece(&reader->sheet, cell);
}

/* Whether the last cell of the sheet, which no bar ends, goes on with these words. `closed`: bars end the
 * others. */
static bool is_torn(struct reader *reader, struct piece words, bool closed)
{
    const struct sheet *sheet = &reader->sheet;
    if (!sheet->cell_count || string_is_remark(reader->text->shadow + words.start))
        return false;
    if (sheet_is_torn(reader, words))
        return true;
    size_t first = sheet->cells[sheet->cell_count - 1].piece, count = sheet->piece_count - first;
    bool alone = sheet->rows[sheet->row_count - 1] + 1 == sheet->cell_count; /* no bar stands in its line */
    return (closed || alone) && count && count <= TORN_PIECES && !is_label(reader, words) &&
           !label_kinds(reader, sheet->pieces + first, count) &&
           !string_is_remark(reader->text->shadow + sheet->pieces[first].start);
}

/* The sign of a position that the cell to its left or above covers: "<" or "^" alone, as editors of Markdown
 * write it. 0: none.
 */
static char cover_of(const struct nb_text *text, struct piece cell)
{
    char sign = cell.end - cell.start == 1 ? text->bytes[cell.start] : 0;
    return sign == '<' ? SPAN_LEFT : sign == '^' ? SPAN_ABOVE : 0;
}

/* Whether a row that ends in an open cell has room for the cells of a line, of which the first goes on it. */
static bool has_room(const struct reader *reader, const struct bar_block *block, const struct line *line)
{
    const struct sheet *sheet = &reader->sheet;
    size_t cells = sheet->cell_count - sheet->rows[sheet->row_count - 1];
    return cells + shape_of(reader->text, line).cells - 1 <= block->most;
}

/* Rows that are read from the lines of a block. `open`: the last cell goes on in the next line; `column`: of
 * the next cell, where rows have a width. */
struct bar_rows {
    struct reader *reader;
    const struct bar_block *block;
    bool open;
    size_t column;
};

/* A cell, or more of the last one. What is covered has no words. */
static void put_cell(struct reader *reader, struct piece cell, bool more, char cover)
{
    if (!more)
        sheet_add_cell(&reader->sheet, cover);
    if (!cover)
        add_lines(reader, cell);
}

/* The cells of a line; its first one goes on the cell before it where that is torn. */
static void add_line(struct bar_rows *rows, const struct line *line)
{
    struct reader *reader = rows->reader;
    const struct bar_block *block = rows->block;
    const struct nb_text *text = reader->text;
    size_t at = line->words.start, end = line->words.end, length = at < end ? bar_length(text, at) : 0;
    bool open = rows->open && !length && has_room(reader, block, line), first = true;
    at += block->bare || (block->order && at + length < end && bar_length(text, at + length)) ? 0 : length;
    do {
        struct piece cell;
        length = take_cell(text, &at, end, &cell);
        bool torn =
            first && open && cell.start < cell.end && is_torn(reader, cell, !parts_cells_at(block->right));
        if (first && !torn)
            sheet_add_row(&reader->sheet);
        put_cell(reader, cell, torn, block->opened ? cover_of(text, cell) : 0);
        first = false;
    } while (length && at < end);
    if (length && block->bare && (parts_cells_at(block->right) || tail_of(line) > block->tail))
        sheet_add_cell(&reader->sheet, 0);
    rows->open = !length;
}

/* The cells of a line where a bar parts each from the next, wherever lines end: two bars have an empty one
 * between them. The first of all may stand before the first cell. A line of words and a bar is no more of a
 * cell above it that no bar ends, unless this is torn. */
static void add_parted_line(struct bar_rows *rows, const struct line *line)
{
    struct reader *reader = rows->reader;
    size_t at = line->words.start, end = line->words.end, length;
    if (!reader->sheet.row_count)
        sheet_add_row(&reader->sheet);
    do {
        struct piece cell;
        length = take_cell(reader->text, &at, end, &cell);
        bool words = cell.start < cell.end;
        bool more = rows->open && (!words || !length || is_torn(reader, cell, true));
        if (words || (length && !more && rows->column))
            put_cell(reader, cell, more, 0);
        rows->open = !length && (words || more);
        rows->column++;
    } while (length && at < end);
}

/* The same where a bar stands behind each cell: the first of all is an empty one. */
static void add_closed_line(struct bar_rows *rows, const struct line *line)
{
    rows->column += !rows->reader->sheet.row_count;
    add_parted_line(rows, line);
}

/* Lines before `first` that nobody has taken and that begin its first cell. */
static size_t first_of(struct reader *reader, size_t first)
{
    struct piece pieces[4];
    pieces[3] = shape_of(reader->text, &reader->lines[first]).first;
    if (is_label(reader, pieces[3]) || reader->text->shadow[reader->lines[first].words.start] == '|')
        return first;
    for (size_t n = 1; n < 4 && first >= reader->written + n; n++) {
        pieces[3 - n] = reader->lines[first - n].words;
        if (pieces[3 - n].start == pieces[3 - n].end)
            break;
        if (label_run(reader, pieces + 3 - n, n + 1) == n + 1)
            return first - n;
    }
    return first;
}

/* The cells of a line of a table whose rows have as many bars each, wherever lines end. A line without bars
 * before a row that one opens is a row of its own. Bars that fill rows up are room for cells that are gone.
 */
static void add_wide_line(struct bar_rows *rows, const struct line *line)
{
    struct reader *reader = rows->reader;
    const struct nb_text *text = reader->text;
    const struct bar_block *block = rows->block;
    size_t at = line->words.start, end = line->words.end, length = bar_length(text, at),
           padding = block->filled ? padding_of(text->bytes, line->words) : 0;
    bool begun = block->begun_by_bar && !rows->column, own = begun && !length && !block->filled;
    at += begun ? length : 0;
    rows->column += begun && !own;
    while (at < end) {
        struct piece cell;
        length = take_cell(text, &at, end, &cell);
        bool room = cell.start == cell.end && !rows->open && at - length + padding >= end;
        if (!rows->open && rows->column == (block->begun_by_bar && !own))
            sheet_add_row(&reader->sheet);
        put_cell(reader, cell, rows->open, room ? ROOM : rows->open ? 0 : cover_of(text, cell));
        rows->open = !length && !own;
        rows->column = (rows->column + (length > 0)) % block->width;
    }
}

/* How many cells the rows [first, end) below one head have behind their labels, at least and at most: a
 * single bar at the end of a row is an empty cell, or fills up the row. */
struct filled_rows {
    size_t first, end, least, most;
    bool empty, lost; /* some cell is empty for certain; a row has none at all */
};

/* The first cell of a row that is no label. */
static size_t behind_labels(struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    size_t at = sheet->rows[row], end = sheet_row_end(sheet, row);
    while (at < end && !sheet->cells[at].cover && has_letters(reader->text, cell_words(sheet, at)) &&
           !holds_value(reader, cell_words(sheet, at)))
        at++;
    return at;
}

/* Whether a label without cells is that of a row, or of none that the forms have, below others. */
static bool lacks_cells(struct reader *reader, const struct filled_rows *rows, struct piece label)
{
    unsigned kinds = label_kinds(reader, &label, 1);
    return kinds & WORD_ROW || (!kinds && rows->most < SIZE_MAX);
}

/* One more row; false: it is one of a head, which has words only, and what fills it up. */
static bool add_filled_row(struct reader *reader, struct filled_rows *rows, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = behind_labels(reader, row), at = first, end = sheet_row_end(sheet, row);
    size_t labels = first - sheet->rows[row];
    struct piece label = cell_words(sheet, sheet->rows[row]);
    bool empty = false, before = false; /* this cell, one before it */
    for (; at < end && sheet->cells[at].cover != ROOM; at++) {
        before |= empty;
        empty = sheet_is_empty(sheet, at);
    }
    size_t cells = at - first, least = cells - (cells && at == end && empty);
    if (!least && labels && string_is_remark(reader->text->shadow + label.start))
        return true;
    if (!least && (first == end || labels > 1 || !lacks_cells(reader, rows, label)))
        return false;
    rows->lost |= !cells;
    rows->empty |= before;
    rows->least = least > rows->least ? least : rows->least;
    rows->most = cells < rows->most ? cells : rows->most;
    return true;
}

static struct filled_rows next_filled_rows(struct reader *reader, size_t row)
{
    struct filled_rows rows = {.most = SIZE_MAX};
    while (row < reader->sheet.row_count && !add_filled_row(reader, &rows, row))
        row++;
    rows.first = row;
    while (row < reader->sheet.row_count && add_filled_row(reader, &rows, row))
        row++;
    rows.end = row;
    return rows;
}

/* How many cells the rows have, if the head tells where the rows do not: it names each column in one row; or
 * if such rows have empty cells, which are then not left out. 0: nothing tells. */
static size_t cells_told(const struct reader *reader, const struct filled_rows *rows)
{
    size_t words = 0, head = rows->first - 1;
    for (size_t i = rows->first ? reader->sheet.rows[head] : 0;
         rows->first && i < reader->sheet.rows[head + 1]; i++)
        words += !sheet_is_empty(&reader->sheet, i);
    return rows->least == rows->most                        ? rows->most
           : words > rows->least && words - 1 <= rows->most ? words - 1
           : rows->empty                                    ? rows->most
                                                            : 0;
}

/* The empty cells of rows behind the first of their values are room. */
static void make_room(struct reader *reader, const struct filled_rows *rows, size_t values)
{
    struct sheet *sheet = &reader->sheet;
    for (size_t row = rows->first; row < rows->end; row++)
        for (size_t i = behind_labels(reader, row) + values; i < sheet_row_end(sheet, row); i++)
            if (sheet_is_empty(sheet, i))
                sheet->cells[i].cover = ROOM;
}

/* Whether rows below each head have as many cells, and some cell is empty for certain: then none is left out,
 * and what fills rows up is taken away, but where either may stand at the ends of all of them. */
static bool drop_filling(struct reader *reader, const struct bar_block *block)
{
    struct filled_rows rows = {0};
    bool whole = true, kept = false;
    for (; whole && rows.end < reader->sheet.row_count; kept |= rows.empty) {
        rows = next_filled_rows(reader, rows.end);
        whole = !rows.lost && rows.least <= rows.most;
    }
    if (!whole || (!kept && !keeps_holes(reader, block)))
        return false;
    for (int told = 1; told >= 0; told--) {
        for (rows.end = 0; rows.end < reader->sheet.row_count;) {
            rows = next_filled_rows(reader, rows.end);
            size_t cells = rows.most < SIZE_MAX ? cells_told(reader, &rows) : 0;
            if (told ? cells > 0 : !cells)
                make_room(reader, &rows, told ? cells : rows.least);
        }
        if (told)
            sheet_drop_room(&reader->sheet);
    }
    return true;
}

/* The lines of a block, each as `add` takes it. */
static void fill_sheet(struct reader *reader, const struct bar_block *block,
                       void (*add)(struct bar_rows *rows, const struct line *line))
{
    struct bar_rows rows = {.reader = reader, .block = block};
    for (size_t i = block->first; i < block->end; i++)
        if (!is_empty_line(reader, i) && !(reader->lines[i].marks & LINE_RULE) &&
            !is_page_mark(reader->text, reader->lines[i].words))
            add(&rows, &reader->lines[i]);
}

/* One cell a line. A bar alone is an empty cell; bars behind a cell, or several alone, are room for those
 * that are gone. */
static void make_order(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet;
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t first = sheet->rows[row], end = sheet_row_end(sheet, row);
        for (size_t i = first; end - first > 1 && i < end; i++)
            if (sheet_is_empty(sheet, i))
                sheet->cells[i].cover = ROOM;
    }
    sheet->row_count = 1;
}

static bool begins_with_bar(const struct reader *reader, size_t line)
{
    return bar_length(reader->text, reader->lines[line].words.start) > 0;
}

static bool ends_with_bar(const struct reader *reader, size_t line)
{
    return reader->text->shadow[reader->lines[line].words.end - 1] == '|';
}

/* Whether no line has more than a bar and a cell: each bar parts two cells, be it behind one or before one,
 * or alone between the lines of both. Then the words before the first bar are a cell, and those behind the
 * last. */
static bool parts_cells(struct reader *reader, struct bar_block *block)
{
    size_t first = block->first, last = block->end;
    if (block->most > 1 || block->left[1].bars > 1)
        return false;
    block->first -= first > reader->written && begins_with_bar(reader, first) &&
                    is_label(reader, reader->lines[first - 1].words);
    block->end += last < reader->count && ends_with_bar(reader, last - 1) && !is_empty_line(reader, last) &&
                  !ends_table(reader, last);
    return true;
}

/* How many cells stand behind the last label before cell `*end`, which is that label then. */
static size_t behind_label(struct reader *reader, size_t *end)
{
    const struct sheet *sheet = &reader->sheet;
    size_t at = *end;
    while (at && (!has_letters(reader->text, cell_words(sheet, at - 1)) ||
                  holds_value(reader, cell_words(sheet, at - 1))))
        at--;
    size_t count = *end - at;
    *end = at ? at - 1 : 0;
    return count;
}

/* Whether bars stand before their cells and not behind them, as lines with words and a bar show, or the first
 * line and the last; where both are bars alone, as in the table before. 0: none of it tells. */
static enum answer bars_before(struct reader *reader, const struct bar_block *block)
{
    bool first = begins_with_bar(reader, block->first), last = ends_with_bar(reader, block->end - 1);
    bool lines = block->opened || block->right[1].lines;
    if (lines || first != last)
        reader->bars_before = (lines ? block->opened : first) ? ANSWER_YES : ANSWER_NO;
    return reader->bars_before;
}

/* The cells of a block in which each bar parts two. Where a bar stands first and one last, the words, if any,
 * are not before the first or not behind the last; what else tells is whether the last row is then as long as
 * the one before it. */
static void fill_parted(struct reader *reader, const struct bar_block *block)
{
    enum answer before = bars_before(reader, block);
    bool closed = before == ANSWER_NO && !block->right[1].lines; /* else the first bar may begin a row */
    fill_sheet(reader, block, closed ? add_closed_line : add_parted_line);
    size_t end = reader->sheet.cell_count;
    if (!before) {
        size_t cells = behind_label(reader, &end), others = behind_label(reader, &end);
        before = others && cells >= others ? ANSWER_NO : ANSWER_YES;
    }
    if (before == ANSWER_YES && ends_with_bar(reader, block->end - 1))
        sheet_add_cell(&reader->sheet, 0); /* which nothing follows */
}

/* Where no row of the text keeps an empty cell in its middle, bars at the end of a row stand for cells that
 * are lost somewhere in it; Markdown, which has a rule below its head, keeps each in its place. */
struct found read_bars(struct reader *reader, size_t first)
{
    struct bar_block block = find_block(reader, first, SIZE_MAX);
    if (!is_table(&block))
        return (struct found){.what = REFUSED, .end = block.end};
    block.first = first_of(reader, first);
    block.first -=
        block.filled && first > reader->written && is_label(reader, reader->lines[first - 1].words);
    bool parted = !block.filled && parts_cells(reader, &block);
    block.order = parted || (!block.width && block.single > block.wide && !keeps_empty(reader));
    block.bare &= !block.order;
    if (parted)
        fill_parted(reader, &block);
    else
        fill_sheet(reader, &block, block.width ? add_wide_line : add_line);
    sheet_split_rows(reader);
    if (block.order && !parted)
        make_order(reader);
    bool kept = (block.filled ? drop_filling(reader, &block) : block.width && keeps_holes(reader, &block)) ||
                (!loses_empty(reader) && (block.ruled || block.opened || keeps_empty(reader)));
    if (kept && !block.order)
        sheet_uncover(reader);
    return (struct found){FOUND, block.first, block.end,
                          block.order ? LOST_ROWS
                          : kept      ? LOST_NOTHING
                                      : LOST_ANY};
}
