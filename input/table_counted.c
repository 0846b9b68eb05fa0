/* table_counted.c - tables as a data frame prints them: numbers count the rows at the left, and blanks set
 * all cells to one side of their columns, between which no line has anything. */
#include "table_reader.h"
#include "width.h"

#include <ctype.h>
#include <string.h>

enum { MOST_COLUMNS = 64, FEWEST_COLUMNS = 2, MOST_HEADS = 4 };

/* Lines of the table: of its head, then rows behind whose numbers, from place `names` on, columns stand. */
struct counted {
    size_t first, row, end, names;
    bool narrow; /* a wide character takes one place, as for programs that do not know of such */
    size_t count, start[MOST_COLUMNS], stop[MOST_COLUMNS]; /* columns, in places */
};

size_t row_number_places(const struct nb_text *text, struct piece line, size_t *number)
{
    enum { MOST = 100000 };
    const char *bytes = text->bytes;
    size_t at = line.start, digits;
    while (at < line.end && bytes[at] == ' ')
        at++;
    bool bracket = at < line.end && bytes[at] == '[';
    digits = at += bracket;
    for (*number = 0; at < line.end && isdigit((unsigned char)bytes[at]) && *number < MOST; at++)
        *number = 10 * *number + (size_t)(bytes[at] - '0');
    if (at == digits || (bracket && (line.end - at < 2 || bytes[at] != ',' || bytes[at + 1] != ']')))
        return 0;
    at += bracket ? 2 : at < line.end && bytes[at] == ':';
    return at == line.end || bytes[at] == ' ' ? at - line.start : 0;
}

static struct piece line_at(const struct reader *reader, size_t line)
{
    return (struct piece){reader->lines[line].begin, reader->lines[line].words.end};
}

/* Whether words are dots and nothing else, which stand for rows or columns that are left out. */
static bool is_left_out(const struct nb_text *text, struct piece words)
{
    size_t length = words.end - words.start;
    return length > 1 && length <= 3 && !memcmp(text->bytes + words.start, "...", length);
}

/* How far the dots reach that a line begins with in place of a number; 0: it begins with none. */
static size_t left_out_places(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    const char *bytes = reader->text->bytes,
               *blank = memchr(bytes + words.start, ' ', words.end - words.start);
    words.end = blank ? (uint32_t)(blank - bytes) : words.end;
    return is_left_out(reader->text, words) ? words.end - reader->lines[line].begin : 0;
}

/* Lines that are drawn in further than the numbers of the rows below them, which grow; of one row only, if
 * they are all lines above it. */
static bool find_rows(const struct reader *reader, struct counted *table)
{
    size_t number, before = 0, places, least = SIZE_MAX;
    table->row = table->first;
    for (bool begun = false;
         !begun && ++table->row < reader->count && table->row <= table->first + MOST_HEADS;) {
        const struct line *above = &reader->lines[table->row - 1];
        size_t drawn_in = above->words.start < above->words.end ? above->words.start - above->begin : 0;
        least = drawn_in < least ? drawn_in : least;
        begun = row_number_places(reader->text, line_at(reader, table->row), &number) - 1 < drawn_in;
    }
    for (table->end = table->row; table->end < reader->count; table->end++, before = number) {
        size_t left_out = left_out_places(reader, table->end);
        places = row_number_places(reader->text, line_at(reader, table->end), &number);
        if (left_out)
            number = before;
        else if (!places || (table->end > table->row && number <= before))
            break;
        places += left_out;
        table->names = places > table->names ? places : table->names;
    }
    bool whole = table->end > table->row + 1 || !table->first || is_empty_line(reader, table->first - 1);
    return table->end > table->row && whole && least >= table->names;
}

/* The places in which a line has something, behind the number of its row. */
static void mark_places(const struct reader *reader, const struct counted *table, size_t number, bool *taken)
{
    struct piece line = line_at(reader, number);
    const char *bytes = reader->text->bytes;
    size_t place = 0;
    for (size_t at = line.start, length; at < line.end; at += length) {
        length = utf8_length((unsigned char)bytes[at]);
        size_t places = places_of(table->narrow, bytes + at, length);
        if (place >= table->names && bytes[at] != ' ')
            memset(taken + place, true, places);
        place += places;
    }
}

/* Columns are the places that some line takes, with places between that none takes. */
static bool find_columns(const struct reader *reader, struct counted *table)
{
    size_t longest = 0;
    for (size_t line = table->first; line < table->end; line++) {
        struct piece words = line_at(reader, line);
        longest = words.end - words.start > longest ? words.end - words.start : longest;
    }
    bool *taken = arena_alloc(reader->arena, longest + 2);
    for (size_t line = table->first; line < table->end; line++)
        mark_places(reader, table, line, taken);
    table->count = 0;
    for (size_t place = table->names, start; place <= longest; place++) {
        for (start = place; taken[place]; place++)
            ;
        if (place > start && table->count == MOST_COLUMNS)
            return false;
        if (place > start) {
            table->start[table->count] = start;
            table->stop[table->count++] = place;
        }
    }
    return table->count >= FEWEST_COLUMNS;
}

/* A cell, and the places that its words stand in. */
struct counted_cell {
    struct piece words;
    size_t start, stop;
};

static void cut_line(const struct reader *reader, const struct counted *table, size_t number,
                     struct counted_cell *cells)
{
    struct piece line = line_at(reader, number);
    const char *bytes = reader->text->bytes;
    size_t place = 0, column = 0;
    memset(cells, 0, table->count * sizeof *cells);
    for (size_t at = line.start, length; at < line.end; at += length) {
        length = utf8_length((unsigned char)bytes[at]);
        size_t places = places_of(table->narrow, bytes + at, length);
        while (column < table->count && place >= table->stop[column])
            column++;
        if (column < table->count && place >= table->start[column] && bytes[at] != ' ') {
            struct counted_cell *cell = &cells[column];
            bool begins = cell->words.start == cell->words.end;
            cell->words.start = begins ? (uint32_t)at : cell->words.start;
            cell->start = begins ? place : cell->start;
            cell->words.end = (uint32_t)(at + length);
            cell->stop = place + places;
        }
        place += places;
    }
}

/* Whether the cells of each column, below its label, all begin where it begins or all end where it ends;
 * where there is but one, with its label. */
static bool is_flush(const struct reader *reader, const struct counted *table)
{
    struct counted_cell cells[MOST_COLUMNS];
    bool left[MOST_COLUMNS], right[MOST_COLUMNS];
    memset(left, true, sizeof left);
    memset(right, true, sizeof right);
    for (size_t line = table->end == table->row + 1 ? table->first : table->row; line < table->end; line++) {
        cut_line(reader, table, line, cells);
        for (size_t i = 0; i < table->count; i++) {
            bool empty = cells[i].words.start == cells[i].words.end;
            left[i] &= empty || cells[i].start == table->start[i];
            right[i] &= empty || cells[i].stop == table->stop[i];
            if (!left[i] && !right[i])
                return false;
        }
    }
    return true;
}

/* Columns of dots are left out of the table. */
static void drop_left_out(const struct reader *reader, struct counted *table)
{
    struct counted_cell cells[MOST_COLUMNS];
    bool filled[MOST_COLUMNS] = {false};
    size_t kept = 0;
    for (size_t line = table->first; line < table->end; line++) {
        cut_line(reader, table, line, cells);
        for (size_t i = 0; i < table->count; i++)
            filled[i] |=
                cells[i].words.start < cells[i].words.end && !is_left_out(reader->text, cells[i].words);
    }
    for (size_t i = 0; i < table->count; i++)
        if (filled[i]) {
            table->start[kept] = table->start[i];
            table->stop[kept++] = table->stop[i];
        }
    table->count = kept;
}

static bool measure(const struct reader *reader, struct counted *table)
{
    for (int narrow = 0; narrow < 2; narrow++) {
        table->narrow = narrow;
        if (find_columns(reader, table) && is_flush(reader, table))
            return true;
    }
    return false;
}

/* Whether a line of the head only counts the columns: 0 1 2, V1 V2 V3, [,1] [,2]. */
static bool counts_columns(const struct reader *reader, const struct counted *table,
                           const struct counted_cell *cells)
{
    const char *bytes = reader->text->bytes;
    for (size_t i = 0, first = 0; i < table->count; i++) {
        size_t at = cells[i].words.start, number = 0, end = cells[i].words.end;
        at += at < end && bytes[at] == 'V' ? 1 : bytes_begin(bytes + at, bytes + end, "[,") ? 2 : 0;
        if (at == end || !isdigit((unsigned char)bytes[at]))
            return false;
        for (; at < end && isdigit((unsigned char)bytes[at]); at++)
            number = 10 * number + (size_t)(bytes[at] - '0');
        at += at < end && bytes[at] == ']';
        first = i ? first : number;
        if (at < end || first > 1 || number != first + i)
            return false;
    }
    return true;
}

size_t read_counted(struct reader *reader, size_t first)
{
    struct counted table = {.first = first};
    struct counted_cell cells[MOST_COLUMNS];
    if (reader->lines[first].words.start == reader->lines[first].begin || !find_rows(reader, &table) ||
        !measure(reader, &table))
        return first;
    drop_left_out(reader, &table);
    reader_claim(reader, first, table.end);
    for (size_t line = first; line < table.end; line++) {
        cut_line(reader, &table, line, cells);
        if (line < table.row ? counts_columns(reader, &table, cells) : left_out_places(reader, line))
            continue;
        sheet_add_row(&reader->sheet);
        for (size_t i = 0; i < table.count; i++) {
            sheet_add_cell(&reader->sheet, 0);
            sheet_add_piece(&reader->sheet, cells[i].words);
        }
    }
    enum text_grid known = sheet_known(reader, false);
    sheet_write(reader, known, known == TEXT_GRID && sheet_cover(reader));
    return table.end;
}
