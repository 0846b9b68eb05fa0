/* table_repeat.c - tables printed with the text of a spanning cell in each position that it covers. */
#include "table_reader.h"

#include "numeral.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* ---- repeated texts ---- */

/* Two rows while repeats are marked. above[c]: the cell whose text is printed in column c of the row above;
 * left[c]: the label over column c, the last there, spans from the left; valued[c]: it has had a value, or
 * the label of a column, so that 同上 stands there for a value, too. */
struct repeats {
    struct reader *reader;
    size_t *above, *here;
    bool *left, *valued;
    size_t above_width, serial; /* serial: 1 if the first column counts the rows */
    bool any, blank, headed;    /* headed: a row has printed labels of columns */
};

/* Whether words say how many, whatever is set around the number: 0； ==0== 2/7 近1 1件左右. They span no
 * cells. Words that count themselves (1.其他) and those that name a year (2021年) do not. */
static bool is_figure(const struct nb_text *text, struct piece piece)
{
    const char *at = text->shadow + piece.start, *end = text->shadow + piece.end, *digits = at;
    while (digits < end && !isdigit((unsigned char)*digits))
        digits++;
    const char *behind = digits;
    while (behind < end && isdigit((unsigned char)*behind))
        behind++;
    return digits < end && !enumerator_kind(text, piece) && !bytes_begin(behind, end, "年");
}

static bool same(const struct reader *reader, size_t one, size_t other)
{
    const struct sheet *sheet = &reader->sheet;
    size_t a = sheet->cells[one].piece, b = sheet->cells[other].piece,
           count = sheet_pieces_end(sheet, one) - a;
    if (!count || sheet_pieces_end(sheet, other) - b != count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!same_words(reader->text, sheet->pieces[a + i], sheet->pieces[b + i]))
            return false;
    return true;
}

static bool is_words(const struct reader *reader, size_t cell)
{
    size_t values;
    return !sheet_is_stack(reader, cell, &values) && values &&
           !is_figure(reader->text, reader->sheet.pieces[reader->sheet.cells[cell].piece]);
}

bool is_ditto(const struct nb_text *text, struct piece words)
{
    static const char *const dittos[] = {"同上", "〃", "\""};
    for (size_t i = 0; i < sizeof dittos / sizeof *dittos; i++)
        if (words.end - words.start == strlen(dittos[i]) &&
            !memcmp(text->bytes + words.start, dittos[i], strlen(dittos[i])))
            return true;
    return false;
}

/* How many cells of the row are labels: all of a row without values, else those before the first value that
 * no label follows, but for one that ends the row, behind its values. Behind dashes alone the label may be
 * shortened. `serial`: so many cells before these only count the row. */
static size_t label_columns(struct reader *reader, size_t row, size_t serial)
{
    struct sheet *sheet = &reader->sheet;
    size_t first = sheet->rows[row], end = sheet_row_end(sheet, row), values, count = 0, known = 0,
           stacks = 0;
    for (size_t i = first + serial; i < end; i++) {
        size_t before = i - first;
        if (before && (known == before || count == before) && is_ditto(reader->text, cell_words(sheet, i))) {
            *(known == before ? &known : &count) = before + 1;
            continue;
        }
        if (sheet_is_stack(reader, i, &values)) {
            stacks++;
            continue;
        }
        struct piece words = values == 1 ? sheet->pieces[sheet->cells[i].piece] : (struct piece){0, 0};
        if (values && !stacks)
            count = before + 1;
        bool near = stacks && values == 1 && stacks + serial == before && is_near_label(reader, words);
        if (i + 1 < end && values && stacks &&
            (near || label_run(reader, sheet->pieces + sheet->cells[i].piece, values) == values))
            known = before + 1;
    }
    return !stacks ? end - first : known > count ? known : count;
}

/* Whether a numeral stands in words. */
static bool has_digit(const struct reader *reader, struct piece piece)
{
    const char *at = reader->text->shadow + piece.start, *end = reader->text->shadow + piece.end;
    for (const char *read = at; at < end && !isdigit((unsigned char)*at); read = at += utf8_step(at))
        if (numeral_read(&read, end) >= 0)
            return true;
    return at < end;
}

static unsigned cell_kinds(struct reader *reader, size_t cell)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece, pieces = sheet_pieces_end(sheet, cell) - first;
    return pieces ? label_kinds(reader, sheet->pieces + first, pieces) : 0;
}

/* Whether words stand for a value, and for no label that is printed beside or above them. */
static bool is_valued(const struct repeats *repeats, size_t first, size_t i)
{
    return repeats->valued[i] && is_words(repeats->reader, first + i) &&
           !cell_kinds(repeats->reader, first + i);
}

/* A mark stands for the label above it or, where there is none, for that before it. */
static void cover_mark(struct repeats *repeats, size_t first, size_t i)
{
    bool above = i < repeats->above_width;
    repeats->reader->sheet.cells[first + i].cover = above ? SPAN_ABOVE : SPAN_LEFT;
    repeats->here[i] = above ? repeats->above[i] : repeats->here[i - 1];
}

/* A dash or ditto mark before the label of the row stands for another label, as a number that counts the rows
 * tells nothing; several numbers there are values. */
static void cover_dashes(struct repeats *repeats, size_t first, size_t labels)
{
    struct sheet *sheet = &repeats->reader->sheet;
    size_t numbers = 0;
    for (size_t i = 0, values; i + 1 < labels; i++)
        numbers += sheet_is_stack(repeats->reader, first + i, &values) && values == 1 &&
                   has_digit(repeats->reader, sheet->pieces[sheet->cells[first + i].piece]);
    for (size_t i = 0, values; i + 1 < labels && numbers < 2; i++)
        if ((i || repeats->above_width) && !is_valued(repeats, first, i) &&
            sheet_is_stack(repeats->reader, first + i, &values) && values == 1)
            cover_mark(repeats, first, i);
}

/* Whether a row prints several labels of columns or, above all that do, one that stands over such, and no
 * number, which most rows end in. */
static bool is_head(struct repeats *repeats, size_t first, size_t width)
{
    struct reader *reader = repeats->reader;
    const struct sheet *sheet = &reader->sheet;
    size_t columns = 0, over = 0;
    for (size_t i = first + width; reader->lexicon && i-- > first;) {
        if (sheet_is_empty(sheet, i))
            continue;
        struct piece words = sheet->pieces[sheet->cells[i].piece];
        unsigned kinds =
            lexicon_label_kinds(reader->lexicon, reader->text->shadow + words.start, words.end - words.start);
        if (!kinds && has_digit(reader, words))
            return false;
        over += (kinds & (WORD_SPAN | WORD_PART)) && !(kinds & (WORD_ROW | WORD_COLUMN | WORD_NOTE));
        columns += (kinds & WORD_COLUMN) != 0;
    }
    bool above = !repeats->headed;
    repeats->headed |= columns > 1;
    return columns > 1 || (over && above);
}

/* Behind the labels of columns, too. */
static void cover_behind(struct repeats *repeats, size_t first, size_t labels, size_t width)
{
    bool head = width > 1 && (labels < width || !repeats->headed) && is_head(repeats, first, width);
    if (labels == width || !head)
        return;
    for (size_t i = labels; i < width; i++)
        if ((i || repeats->above_width) && !is_words(repeats->reader, first + i) &&
            is_words(repeats->reader, i < repeats->above_width ? repeats->above[i] : repeats->here[i - 1]))
            cover_mark(repeats, first, i);
}

/* Whether a label stands over a column that the one before it does not: then the label below it is no part of
 * the label before that. */
static bool is_parted(const struct repeats *repeats, size_t i)
{
    return i < repeats->above_width && repeats->above[i] != repeats->above[i - 1] &&
           cell_kinds(repeats->reader, repeats->above[i]) & WORD_SPAN;
}

/* Mark what repeats its neighbour among the labels of a row, or says so: behind a label of the row that, else
 * the one above. `body`: it has values, too. */
static void cover_labels(struct repeats *repeats, size_t first, size_t labels, bool body, bool twice)
{
    struct reader *reader = repeats->reader;
    for (size_t i = 0; i < labels; i++) {
        struct sheet_cell *cell = &reader->sheet.cells[first + i];
        repeats->blank |= !cell->cover && sheet_is_empty(&reader->sheet, first + i);
        bool ditto = is_ditto(reader->text, cell_words(&reader->sheet, first + i)),
             label = i && cell[-1].cover != SPAN_ABOVE && is_words(reader, first + i - 1),
             up = i < repeats->above_width,
             above = up && (ditto ? !label : !twice && same(reader, first + i, repeats->above[i])),
             left = i &&
                    (ditto ? label : same(reader, first + i, repeats->here[i - 1]) && !is_parted(repeats, i));
        if (cell->cover || !(above || left) || !(ditto || is_words(reader, first + i)) ||
            ((ditto || above || body) && is_valued(repeats, first, i)))
            continue;
        cell->cover = above ? SPAN_ABOVE : SPAN_LEFT;
        repeats->here[i] = above ? repeats->above[i] : repeats->here[i - 1];
    }
}

/* Whether all labels of a row repeat those above, and empty cells stand below such. The row is printed twice,
 * and spans nothing.
 */
static bool is_twice(const struct repeats *repeats, size_t first, size_t labels)
{
    const struct sheet *sheet = &repeats->reader->sheet;
    for (size_t i = 0; i < labels; i++)
        if (i >= repeats->above_width ||
            !(same(repeats->reader, first + i, repeats->above[i]) ||
              (sheet_is_empty(sheet, first + i) && sheet_is_empty(sheet, repeats->above[i]))))
            return false;
    return true;
}

/* Whether a cell holds a label that may stand over one value, not over columns only (复议后起诉). */
static bool is_label_cell(struct reader *reader, size_t cell)
{
    const struct sheet *sheet = &reader->sheet;
    const struct piece *pieces = sheet->pieces + sheet->cells[cell].piece;
    size_t count = sheet_pieces_end(sheet, cell) - sheet->cells[cell].piece;
    return count && label_run(reader, pieces, count) &&
           (label_kinds(reader, pieces, count) & (WORD_SPAN | WORD_COLUMN)) != WORD_SPAN;
}

/* Whether the rows below repeat in a column what stands left of it, up to the next words there. */
static bool is_repeated_below(const struct repeats *repeats, size_t row, size_t column)
{
    const struct sheet *sheet = &repeats->reader->sheet;
    while (++row < sheet->row_count) {
        size_t cell = sheet->rows[row] + column;
        if (cell >= sheet_row_end(sheet, row) || is_words(repeats->reader, cell))
            break;
        if (!same(repeats->reader, cell, cell - 1) &&
            !(sheet_is_empty(sheet, cell) && sheet_is_empty(sheet, cell - 1)))
            return false;
    }
    return true;
}

/* Which columns the labels of a row span from the left. Where values below one differ, it spans columns whose
 * own labels are lost, and no values. */
static void find_spanned(struct repeats *repeats, size_t row, size_t width)
{
    size_t first = repeats->reader->sheet.rows[row], alone = 0;
    for (size_t i = 0; i < width; i++)
        alone += repeats->here[i] != repeats->here[0];
    for (size_t i = 0, begin = 0; i < width; i++) {
        begin = i && repeats->here[i] == repeats->here[i - 1] ? begin : i;
        repeats->left[i] = alone && begin < i && is_label_cell(repeats->reader, repeats->here[i]) &&
                           same(repeats->reader, first + i, repeats->here[i]);
        if (repeats->left[i] && !is_repeated_below(repeats, row, i))
            memset(repeats->left + begin, 0, i - begin + 1);
        else if (i > begin + 1)
            repeats->left[i] &= repeats->left[i - 1];
    }
}

static void cover_row(struct repeats *repeats, size_t row)
{
    struct sheet *sheet = &repeats->reader->sheet;
    size_t first = sheet->rows[row], width = sheet_row_end(sheet, row) - first;
    size_t labels = label_columns(repeats->reader, row, repeats->serial), filled = 0;
    for (size_t i = 0; i < width; i++) {
        repeats->here[i] = first + i;
        repeats->valued[i] |=
            labels < width ? i >= labels : (cell_kinds(repeats->reader, first + i) & WORD_COLUMN);
    }
    cover_dashes(repeats, first, labels);
    cover_behind(repeats, first, labels, width);
    cover_labels(repeats, first, labels, labels < width, is_twice(repeats, first, labels));
    for (size_t i = labels; i < width; i++)
        if (i && repeats->left[i] && same(repeats->reader, first + i, repeats->here[i - 1]))
            sheet->cells[first + i].cover = SPAN_LEFT, repeats->here[i] = repeats->here[i - 1];
    for (size_t i = 0; i < width; i++) {
        repeats->any |= sheet->cells[first + i].cover != 0;
        filled += sheet->cells[first + i].piece < sheet_pieces_end(sheet, first + i);
        repeats->left[i] =
            repeats->left[i] && (sheet->cells[first + i].cover || !is_label_cell(repeats->reader, first + i));
    }
    if (labels == width && filled > 1)
        find_spanned(repeats, row, width);
    memcpy(repeats->above, repeats->here, width * sizeof *repeats->here);
    repeats->above_width = width;
}

bool sheet_cover(struct reader *reader)
{
    size_t width = 0;
    for (size_t row = 0; row < reader->sheet.row_count; row++) {
        size_t cells = sheet_row_end(&reader->sheet, row) - reader->sheet.rows[row];
        width = cells > width ? cells : width;
    }
    struct repeats repeats = {.reader = reader, .above = xmalloc((width + 1) * sizeof(size_t))};
    repeats.serial = sheet_counts_rows(&reader->sheet, reader->text);
    repeats.here = xmalloc((width + 1) * sizeof(size_t));
    repeats.left = xmalloc(2 * (width + 1));
    memset(repeats.left, 0, 2 * (width + 1));
    repeats.valued = repeats.left + width + 1;
    for (size_t row = 0; row < reader->sheet.row_count; row++)
        cover_row(&repeats, row);
    xfree(repeats.above);
    xfree(repeats.here);
    xfree(repeats.left);
    return repeats.any && !repeats.blank;
}

/* ---- heads that repeat downwards only ---- */

/* What a row has: cells with words, labels of columns among them, and cells that are none of its labels: a
 * row without these is of a head, or a note. */
struct row_counts {
    size_t words, columns, values;
};

static struct row_counts count_row(struct reader *reader, size_t row, bool drop)
{
    struct sheet *sheet = &reader->sheet;
    struct row_counts counts = {0};
    size_t end = sheet_row_end(sheet, row);
    for (size_t i = sheet->rows[row]; i < end; i++) {
        bool column = cell_kinds(reader, i) & WORD_COLUMN;
        counts.words += !sheet_is_empty(sheet, i);
        counts.columns += column;
        if (drop && column)
            sheet->cells[i].cover = ROOM;
    }
    counts.values = end - sheet->rows[row] - label_columns(reader, row, 0);
    return counts;
}

/* Whether the rows of a body have as many values each as the head above it has columns. One alone may have so
 * by chance if cells of it are empty. Returns the row behind them in `end`. */
static bool fill_columns(struct reader *reader, size_t body, size_t columns, size_t *end)
{
    bool fill = columns > 1, empty = false;
    size_t row = body;
    for (; row < reader->sheet.row_count; row++) {
        struct row_counts counts = count_row(reader, row, false);
        if (!counts.values)
            break;
        fill &= counts.values == columns;
        empty |= counts.words < sheet_row_end(&reader->sheet, row) - reader->sheet.rows[row];
    }
    *end = row;
    return fill && (row > body + 1 || (row > body && !empty));
}

/* How many empty cells a row begins with. */
static size_t empty_before(const struct sheet *sheet, size_t row)
{
    size_t first = sheet->rows[row], at = first, end = sheet_row_end(sheet, row);
    while (at < end && sheet_is_empty(sheet, at))
        at++;
    return at - first;
}

void sheet_drop_repeats(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet;
    for (size_t i = 0; i < sheet->cell_count; i++)
        if (sheet->cells[i].cover == ROOM)
            return;
    for (size_t head = 0, body, row; head < sheet->row_count; head = row) {
        for (body = head; body < sheet->row_count && !count_row(reader, body, false).values;)
            body++;
        size_t columns = body > head + 1 ? count_row(reader, body - 1, false).columns : 0;
        bool fill = fill_columns(reader, body, columns, &row);
        for (size_t i = body; fill && i-- > head + 1 &&
                              empty_before(sheet, i) <= empty_before(sheet, i - 1) &&
                              count_row(reader, i - 1, true).columns;)
            ;
    }
    sheet_drop_room(sheet);
}
