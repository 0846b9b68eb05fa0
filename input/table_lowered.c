/* table_lowered.c - tables that readers of other formats have lowered, read as those of plain text are:
 * several rows in one, and the text of a spanning cell in each position that it covers. */
#include "table.h"
#include "table_reader.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* A text whose tables are read again. `out`: NULL until one is another. */
struct lowered {
    struct reader reader;
    struct nb_text *text;
    struct text_builder *out;
    size_t copied, body_start, body_end;
};

/* ---- from the table language to a sheet ---- */

/* A cell of the table language, [start, end), with its empty lines. */
static void take_cell(struct reader *reader, size_t start, size_t end)
{
    char last = end > start ? reader->text->bytes[end - 1] : 0;
    bool covered = last == SPAN_LEFT || last == SPAN_ABOVE || last == ROOM;
    sheet_add_cell(&reader->sheet, covered ? last : 0);
    for (size_t stop; start < end && !covered; start = stop + 1) {
        stop = text_find(reader->text, start, end, '\n');
        sheet_add_line(&reader->sheet, trim(reader->text, start, stop));
        if (stop + 1 == end)
            sheet_add_line(&reader->sheet, (struct piece){end, end});
    }
}

/* What tells labels; most texts need it not. */
static void open_reader(struct reader *reader)
{
    reader->arena = arena_new();
    reader->longest = reader->lexicon->longest;
    reader_make_room(reader);
}

/* Whether all cells of a row, those that have anything, end in a line break: pages write one behind the words
 * of each cell, and it shows nothing. */
static bool ends_in_breaks(const struct nb_text *text, size_t start, size_t row_end)
{
    for (size_t stop; start < row_end; start = stop + 1) {
        stop = text_find(text, start, row_end, UNIT_SEPARATOR);
        unsigned char last = stop > start ? (unsigned char)text->bytes[stop - 1] : SPAN_LEFT;
        if (last != '\n' && last != SPAN_LEFT && last != SPAN_ABOVE)
            return false;
    }
    return true;
}

static void take_table(struct lowered *at, size_t start, size_t end)
{
    if (!at->reader.key)
        open_reader(&at->reader);
    sheet_clear(&at->reader.sheet);
    for (size_t row_end; ++start < end; start = row_end) {
        row_end = text_find(at->text, start, end, RECORD_SEPARATOR);
        sheet_add_row(&at->reader.sheet);
        bool breaks = ends_in_breaks(at->text, start, row_end);
        for (size_t stop; start < row_end; start = stop + 1) {
            stop = text_find(at->text, start, row_end, UNIT_SEPARATOR);
            take_cell(&at->reader, start,
                      stop - (breaks && stop > start && at->text->bytes[stop - 1] == '\n'));
        }
    }
}

/* ---- and back ---- */

/* Copy the text up to `end`; where the body begins and ends is known of the copy, too. */
static void copy_up_to(struct lowered *at, size_t end)
{
    size_t shift = text_length(at->out) - at->copied;
    if (at->copied <= at->text->body_start && at->text->body_start <= end)
        at->body_start = at->text->body_start + shift;
    if (at->copied <= at->text->body_end && at->text->body_end <= end)
        at->body_end = at->text->body_end + shift;
    text_copy(at->out, at->text, at->copied, end, 0);
    at->copied = end;
}

/* The sheet as the table that stands in [start, end), with the line end behind it. */
static void put_table(struct lowered *at, const struct text_table *table, bool spans, size_t end)
{
    if (!at->out)
        at->out = text_begin_anew(at->text->arena, at->text);
    copy_up_to(at, table->start);
    at->reader.out = at->out;
    sheet_write(&at->reader, table->known, spans);
    at->copied = end + 1 + (end + 1 < at->text->length && at->text->bytes[end + 1] == '\n');
}

/* ---- all tables ---- */

enum { LONGEST_MARK = 6 }; /* bytes: ——, 同上 */

/* Whether a cell is a mark, of a few bytes, or words that may stand for what is before it: -, ——, 〃, 同上.
 */
static bool may_be_mark(const struct nb_text *text, struct piece words)
{
    const char *at = text->shadow + words.start;
    if (words.start == words.end || words.end - words.start > LONGEST_MARK)
        return false;
    bool letter = isalnum((unsigned char)*at) || utf8_is_han(at);
    return letter ? is_ditto(text, words) : *at != '/';
}

/* Whether words are printed twice beside one another, or a mark behind them, and no cell is known to span
 * others. */
static bool repeats_words(const struct nb_text *text, size_t start, size_t end)
{
    size_t before = 0, length = 0;
    if (text_find(text, start, end, SPAN_LEFT) < end || text_find(text, start, end, SPAN_ABOVE) < end)
        return false;
    for (size_t stop; ++start < end; start = stop) {
        if (text->bytes[start] == RECORD_SEPARATOR) { /* what ends the row before is not beside it */
            stop = start;
            length = 0;
            continue;
        }
        stop = text_find(text, start, end, UNIT_SEPARATOR);
        bool words = (unsigned char)text->bytes[start] >= 0x80;
        if (words && stop - start == length && !memcmp(text->bytes + start, text->bytes + before, length))
            return true;
        if (length > LONGEST_MARK && (unsigned char)text->bytes[before] >= 0x80 &&
            may_be_mark(text, (struct piece){start, stop}))
            return true;
        before = start;
        length = stop - start;
    }
    return false;
}

/* Whether a table begins with an empty cell, and beside or below it a cell with a digit, as where columns or
 * rows are counted. */
static bool begins_with_count(const struct nb_text *text, size_t start, size_t end)
{
    const char *cell = text->bytes + start + 1;
    size_t below = text_find(text, start, end, RECORD_SEPARATOR) + 1;
    return *cell == UNIT_SEPARATOR &&
           (isdigit((unsigned char)cell[1]) || (below < end && text->bytes[below] == '0'));
}

static void read_again(struct lowered *at, const struct text_table *table)
{
    size_t end = text_find(at->text, table->start + 1, at->text->length, GROUP_SEPARATOR);
    bool lines = text_find(at->text, table->start, end, '\n') < end;
    bool repeats = table->known == TEXT_GRID && !table->spans && !table->compared &&
                   repeats_words(at->text, table->start, end);
    bool counts = begins_with_count(at->text, table->start, end);
    if (!lines && !repeats && !counts)
        return;
    take_table(at, table->start, end);
    size_t cells = at->reader.sheet.cell_count;
    sheet_drop_index(&at->reader.sheet, at->text);
    counts = at->reader.sheet.cell_count < cells;
    size_t rows = at->reader.sheet.row_count;
    sheet_split_rows(&at->reader);
    bool spans = (repeats && sheet_cover(&at->reader)) || table->spans, covered = false;
    const struct sheet *sheet = &at->reader.sheet;
    for (size_t i = 0; repeats && i < sheet->cell_count; i++)
        covered |= sheet->cells[i].cover && may_be_mark(at->text, cell_words(sheet, i));
    if (counts || covered || spans != table->spans || at->reader.sheet.row_count > rows)
        put_table(at, table, spans, end);
}

struct nb_text *read_lowered_tables(struct nb_text *text, const struct lexicon *lexicon)
{
    struct lowered at = {.text = text, .reader = {.text = text, .lexicon = lexicon}};
    for (size_t i = 0; i < text->table_count; i++)
        if (text->tables[i].known != TEXT_ORDER)
            read_again(&at, &text->tables[i]);
    sheet_free(&at.reader.sheet);
    if (at.reader.arena)
        arena_free(at.reader.arena);
    if (!at.out)
        return text;
    copy_up_to(&at, text->length);
    struct nb_text *again = text_end(at.out, text->format, text->encoding);
    again->apart = text->apart;
    again->body_start = at.body_start;
    again->body_end = at.body_end;
    text_discard(text);
    return again;
}
