/* table_cells.c - a table while it is being read from plain text, and how it is handed on. */
#include "config.h"

#include "table_reader.h"

#include "utf8.h"

#include <string.h>

void sheet_add_row(struct sheet *sheet)
{
    if (sheet_is_full(sheet))
        return;
    sheet->rows = xgrow(sheet->rows, &sheet->row_capacity, sheet->row_count + 1, sizeof *sheet->rows);
    sheet->rows[sheet->row_count++] = sheet->cell_count;
}

void sheet_add_cell(struct sheet *sheet, char cover)
{
    if (sheet_is_full(sheet))
        return;
    sheet->cells = xgrow(sheet->cells, &sheet->cell_capacity, sheet->cell_count + 1, sizeof *sheet->cells);
    sheet->cells[sheet->cell_count++] = (struct sheet_cell){.piece = sheet->piece_count, .cover = cover};
}

void sheet_add_piece(struct sheet *sheet, struct piece piece)
{
    if (piece.start < piece.end)
        sheet_add_line(sheet, piece);
}

void sheet_add_line(struct sheet *sheet, struct piece piece)
{
    if (sheet_is_full(sheet))
        return;
    sheet->pieces =
        xgrow(sheet->pieces, &sheet->piece_capacity, sheet->piece_count + 1, sizeof *sheet->pieces);
    sheet->pieces[sheet->piece_count++] = piece;
}

void sheet_copy_cell(struct sheet *to, const struct sheet *from, size_t cell)
{
    sheet_add_cell(to, from->cells[cell].cover);
    if (to->cell_count) {
        to->cells[to->cell_count - 1].compared = from->cells[cell].compared;
        to->cells[to->cell_count - 1].kinds = from->cells[cell].kinds;
    }
    for (size_t i = from->cells[cell].piece; i < sheet_pieces_end(from, cell); i++)
        sheet_add_piece(to, from->pieces[i]);
}

bool sheet_is_torn(struct reader *reader, struct piece words)
{
    const struct sheet *sheet = &reader->sheet;
    struct piece pieces[TORN_PIECES + 1];
    if (!sheet->cell_count)
        return false;
    size_t first = sheet->cells[sheet->cell_count - 1].piece, count = sheet->piece_count - first;
    if (!count || count > TORN_PIECES)
        return false;
    memcpy(pieces, sheet->pieces + first, count * sizeof *pieces);
    pieces[count] = words;
    int open = 0;
    for (size_t i = 0; i < count; i++)
        open = open_behind(reader->text, pieces[i], open);
    if (open > 0 && !is_label(reader, words))
        return true;
    const char *mark = reader->text->shadow + words.start;
    bool number = count == 1 && is_digits(reader->text, *pieces) && *mark != '.' && !utf8_is(mark, "、");
    if (holds_value(reader, words) || number)
        return false; /* the first of a row, or the last of one: 1 and 属于国家秘密 are no label, as 3 and
                         ．其他 */
    bool begun = begins_label(reader, pieces, count) || opens_label(reader->text, pieces);
    if (begun && begins_label(reader, pieces, count + 1))
        return true;
    pieces[count].end = label_end(reader->text, words);
    return pieces[count].end < words.end && label_kinds(reader, pieces, count + 1);
}

void sheet_scatter(struct scattered *scattered, size_t cell, struct piece piece)
{
    size_t count = scattered->count + 1;
    if (piece.start >= piece.end)
        return;
    scattered->pieces =
        xgrow(scattered->pieces, &scattered->piece_capacity, count, sizeof *scattered->pieces);
    scattered->cells = xgrow(scattered->cells, &scattered->cell_capacity, count, sizeof *scattered->cells);
    scattered->pieces[scattered->count] = piece;
    scattered->cells[scattered->count++] = (uint32_t)cell;
}

void sheet_forget(struct scattered *scattered, size_t cell)
{
    size_t kept = 0;
    for (size_t i = 0; i < scattered->count; i++)
        if (scattered->cells[i] != cell) {
            scattered->cells[kept] = scattered->cells[i];
            scattered->pieces[kept++] = scattered->pieces[i];
        }
    scattered->count = kept;
}

void sheet_gather(struct sheet *sheet, struct scattered *scattered)
{
    size_t count = 0;
    for (size_t i = 0; i < scattered->count; i++)
        sheet->cells[scattered->cells[i]].piece++;
    for (size_t i = 0; i < sheet->cell_count; i++) /* behind its last one */
        sheet->cells[i].piece = (uint32_t)(count += sheet->cells[i].piece);
    sheet->pieces = xgrow(sheet->pieces, &sheet->piece_capacity, count, sizeof *sheet->pieces);
    sheet->piece_count = count;
    for (size_t i = count; i-- > 0;)
        sheet->pieces[--sheet->cells[scattered->cells[i]].piece] = scattered->pieces[i];
    xfree(scattered->pieces);
    xfree(scattered->cells);
    *scattered = (struct scattered){0};
}

void sheet_clear(struct sheet *sheet)
{
    sheet->piece_count = sheet->cell_count = sheet->row_count = 0;
}

void sheet_free(struct sheet *sheet)
{
    xfree(sheet->pieces);
    xfree(sheet->cells);
    xfree(sheet->rows);
}

static bool is_value_cell(const struct reader *reader, size_t cell)
{
    const struct sheet *sheet = &reader->sheet;
    size_t first = sheet->cells[cell].piece;
    return sheet_pieces_end(sheet, cell) == first + 1 && holds_value(reader, sheet->pieces[first]);
}

static bool has_values(const struct reader *reader, size_t row)
{
    for (size_t i = reader->sheet.rows[row], end = sheet_row_end(&reader->sheet, row); i < end; i++)
        if (is_value_cell(reader, i))
            return true;
    return false;
}

/* ---- how much of the grid is known ---- */

/* A part of a table while it is judged: rows without values (its head) and rows with values below them.
 * `head`, `narrowest`: cells of the head's widest row, and of the narrowest that has several. */
struct cell_part {
    size_t head, narrowest;
    bool body, hole; /* `hole`: of the head */
};

/* An empty cell before a filled one; `inner`: between two. */
static bool has_hole(const struct sheet *sheet, size_t row, bool inner)
{
    size_t first = sheet->rows[row], end = sheet_row_end(sheet, row);
    bool empty = false;
    while (inner && first < end && sheet_is_empty(sheet, first))
        first++;
    for (size_t i = first; i < end; i++) {
        if (empty && !sheet_is_empty(sheet, i))
            return true;
        empty |= sheet_is_empty(sheet, i) && !sheet->cells[i].cover;
    }
    return false;
}

static bool has_words(const struct sheet *sheet, size_t row)
{
    for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++)
        if (!sheet_is_empty(sheet, i))
            return true;
    return false;
}

/* The kinds of the labels in a row. */
static unsigned row_kinds(struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    unsigned kinds = 0;
    for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++)
        if (!sheet_is_empty(sheet, i))
            kinds |= label_kinds(reader, sheet->pieces + sheet->cells[i].piece,
                                 sheet_pieces_end(sheet, i) - sheet->cells[i].piece);
    return kinds;
}

/* Cells are in their columns if no row of values is wider than the labels above it. A row narrower than them
 * has lost its last cells only (`trimmed`), if that is the way of whoever wrote them
 * (`hole`) or some row keeps an empty cell in its middle. Where rows of a head differ in width and none has
 * an empty cell, what spans others left none behind. Labels alone tell of columns only where that is
 * known, and their rows keep empty cells, too, or are one. */
static bool keeps_columns(struct reader *reader, bool hole, bool *trimmed)
{
    const struct sheet *sheet = &reader->sheet;
    struct cell_part part = {.narrowest = SIZE_MAX};
    bool narrow = false, values = false, gap = false;
    size_t heads = 0;
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t width = sheet_row_end(sheet, row) - sheet->rows[row];
        if (!has_values(reader, row)) {
            unsigned kinds = row_kinds(reader, row);
            if (kinds & WORD_ROW) { /* a row that prints no values, not a head */
                narrow |= width < part.head;
                part.body = true;
            }
            if (kinds & WORD_ROW || !kinds) /* nor is a note */
                continue;
            if (part.body)
                part = (struct cell_part){.narrowest = SIZE_MAX};
            part.head = width > part.head ? width : part.head;
            part.narrowest = width > 1 && width < part.narrowest ? width : part.narrowest;
            part.hole |= has_hole(sheet, row, false);
            heads++;
            gap |= has_hole(sheet, row, true);
            continue;
        }
        values = true;
        part.body = true;
        if ((part.head && width > part.head) || (part.narrowest < part.head && !part.hole))
            return false;
        narrow |= width < part.head;
        hole |= has_hole(sheet, row, false);
    }
    values |= hole && (heads == 1 || gap);
    *trimmed = values && ((narrow && hole) || (!narrow && gap));
    return values && (!narrow || hole);
}

void sheet_drop_room(struct sheet *sheet)
{
    size_t cells = 0, pieces = 0;
    if (sheet_is_full(sheet))
        return;
    for (size_t row = 0, first = 0, end; row < sheet->row_count; row++, first = end) {
        end = sheet_row_end(sheet, row);
        sheet->rows[row] = cells;
        for (size_t i = first, at, last; i < end; i++) {
            if (sheet->cells[i].cover == ROOM)
                continue;
            at = sheet->cells[i].piece;
            last = sheet_pieces_end(sheet, i);
            sheet->cells[cells] = sheet->cells[i];
            sheet->cells[cells++].piece = pieces;
            while (at < last)
                sheet->pieces[pieces++] = sheet->pieces[at++];
        }
    }
    sheet->cell_count = cells;
    sheet->piece_count = pieces;
}

/* One more than the last column in which some row has something. */
static size_t used_width(const struct sheet *sheet)
{
    size_t width = 0;
    for (size_t row = 0; row < sheet->row_count; row++)
        for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++)
            if ((!sheet_is_empty(sheet, i) || sheet->cells[i].cover) && i - sheet->rows[row] >= width)
                width = i - sheet->rows[row] + 1;
    return width;
}

bool sheet_is_even(const struct sheet *sheet)
{
    bool even = true;
    for (size_t row = 1; row < sheet->row_count; row++)
        even &= sheet_row_end(sheet, row) - sheet->rows[row] == sheet->rows[1];
    return even;
}

/* Whether a row of one cell says what the row below the next head is: a caption, which has no cells of its
 * own. */
static bool is_caption(const struct reader *reader, size_t row)
{
    const struct sheet *sheet = &reader->sheet;
    const char *shadow = reader->text->shadow;
    if (row + 2 >= sheet->row_count || sheet_row_end(sheet, row) > sheet->rows[row] + 1 ||
        sheet_is_empty(sheet, sheet->rows[row]) || sheet_is_empty(sheet, sheet->rows[row + 2]))
        return false;
    struct piece caption = sheet->pieces[sheet->cells[sheet->rows[row]].piece],
                 label = sheet->pieces[sheet->cells[sheet->rows[row + 2]].piece];
    size_t length = caption.end - caption.start, size = label.end - label.start;
    return memmem(shadow + caption.start, length, shadow + label.start, size) ||
           memmem(shadow + label.start, size, shadow + caption.start, length);
}

/* Whether the text breaks off within the last line of the sheet: what its last row lacks was not left out. */
static bool breaks_off(const struct reader *reader)
{
    const struct sheet *sheet = &reader->sheet;
    size_t end = sheet->piece_count ? sheet->pieces[sheet->piece_count - 1].end : reader->text->length;
    return !memchr(reader->text->bytes + end, '\n', reader->text->length - end);
}

/* Empty cells that were left out at the ends of rows stand there again. */
static void pad(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet, whole = {0};
    size_t width = used_width(sheet), whole_rows = sheet->row_count - breaks_off(reader);
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t first = sheet->rows[row], end = sheet_row_end(sheet, row);
        sheet_add_row(&whole);
        for (size_t i = first; i < end; i++)
            sheet_copy_cell(&whole, sheet, i);
        for (size_t column = end - first; column < width && row < whole_rows && !is_caption(reader, row);
             column++)
            sheet_add_cell(&whole, 0);
    }
    sheet_free(sheet);
    *sheet = whole;
}

static enum text_grid known_of(struct reader *reader, bool ends_lost)
{
    bool trimmed = false;
    bool grid = sheet_is_even(&reader->sheet) || keeps_columns(reader, ends_lost, &trimmed);
    if (trimmed)
        pad(reader);
    return grid ? TEXT_GRID : TEXT_ROWS;
}

/* ---- room ---- */

/* How much of the grid is known where empty cells at the end of a row stand for cells that are lost somewhere
 * in it: they are taken away if the rest is a grid, else they are ROOM. A row without any words has lost
 * none: wherever its cells stood, they are empty. */
static enum text_grid known_without_ends(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet, whole = *sheet;
    if (sheet_is_full(sheet))
        return known_of(reader, false);
    *sheet = (struct sheet){0};
    for (size_t row = 0; row < whole.row_count; row++) {
        size_t first = whole.rows[row], last = sheet_row_end(&whole, row);
        while (has_words(&whole, row) && last > first + 1 && sheet_is_empty(&whole, last - 1))
            whole.cells[--last].cover = ROOM;
        sheet_add_row(sheet);
        for (size_t i = first; i < last; i++)
            sheet_copy_cell(sheet, &whole, i);
    }
    bool trimmed = false;
    bool grid = sheet_is_even(sheet) || (keeps_columns(reader, false, &trimmed) && !trimmed);
    struct sheet other = grid ? whole : *sheet;
    sheet_free(&other);
    if (!grid)
        *sheet = whole;
    return grid ? TEXT_GRID : TEXT_ROWS;
}

/* ---- writing ---- */

void sheet_write(struct reader *reader, enum text_grid known, bool spans)
{
    struct sheet *sheet = &reader->sheet;
    size_t at = sheet->piece_count ? sheet->pieces[0].start : reader->lines[reader->written - 1].begin;
    text_table(reader->out, known, spans, reader->base + text_source_offset(reader->text, at));
    for (size_t row = 0; row < sheet->row_count; row++) {
        for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++) {
            size_t first = sheet->cells[i].piece,
                   last = sheet->cells[i].cover ? first : sheet_pieces_end(sheet, i);
            for (size_t p = first; p < last; p++) {
                write_ended(reader, sheet->pieces[p], p + 1 < last ? '\n' : UNIT_SEPARATOR);
                at = sheet->pieces[p].end;
            }
            if (sheet->cells[i].cover)
                write_separator(reader, sheet->cells[i].cover, at);
            if (first == last)
                write_separator(reader, UNIT_SEPARATOR, at);
        }
        if (known != TEXT_ORDER)
            write_separator(reader, RECORD_SEPARATOR, at);
    }
    write_separator(reader, GROUP_SEPARATOR, at);
    write_separator(reader, '\n', at);
    sheet_clear(sheet);
}

static bool has_covers(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->cell_count; i++)
        if (sheet->cells[i].cover == SPAN_LEFT || sheet->cells[i].cover == SPAN_ABOVE)
            return true;
    return false;
}

void sheet_finish(struct reader *reader, enum lost lost)
{
    if (lost < LOST_ANY)
        sheet_drop_index(&reader->sheet, reader->text);
    if (lost != LOST_ROWS && !sheet_is_even(&reader->sheet))
        sheet_drop_repeats(reader);
    enum text_grid known = lost == LOST_ROWS  ? TEXT_ORDER
                           : lost == LOST_ANY ? known_without_ends(reader)
                                              : known_of(reader, lost == LOST_ENDS);
    bool spans = known != TEXT_ORDER && has_covers(&reader->sheet);
    spans |= known == TEXT_GRID && sheet_cover(reader);
    sheet_write(reader, known, spans);
    text_compared(reader->out); /* compared again, tables between tabs cost 30 instructions a byte more */
}
