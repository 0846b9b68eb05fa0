/* table_counted.c - tables as a data frame prints them: numbers count the columns over the right edge of
 * each, numbers count the rows at the left, and blanks set all cells to those edges. */
#include "table_reader.h"
#include "width.h"

#include <ctype.h>
#include <string.h>

enum { MOST_COLUMNS = 64, FEWEST_COLUMNS = 2 };

/* Where the columns of a table end, in places on its lines. */
struct edges {
    size_t place[MOST_COLUMNS], count;
    bool narrow; /* a wide character takes one place, as for programs that do not know of such */
};

/* The number that begins at `at`; `*at` is behind it then. */
static size_t number_at(const char *bytes, size_t *at, size_t end)
{
    enum { MOST = 100000 };
    size_t number = 0;
    while (*at < end && isdigit((unsigned char)bytes[*at]) && number < MOST)
        number = 10 * number + (size_t)(bytes[(*at)++] - '0');
    return number;
}

/* Whether the line is drawn in and counts columns from 0 on, and nothing else: where each ends. */
static bool find_edges(const struct reader *reader, size_t number, struct edges *edges)
{
    const struct line *line = &reader->lines[number];
    const char *bytes = reader->text->bytes;
    size_t at = line->words.start, end = line->words.end;
    if (!(line->marks & LINE_GAP) || at == line->begin || at == end || bytes[at] != '0')
        return false;
    for (size_t next = 0; at < end; next++) {
        size_t start = at;
        if (number_at(bytes, &at, end) != next || at == start || edges->count == MOST_COLUMNS ||
            (at < end && bytes[at] != ' '))
            return false;
        edges->place[edges->count++] = at - line->begin;
        at += strspn(bytes + at, " ");
    }
    return edges->count >= FEWEST_COLUMNS;
}

/* Behind the number at the very beginning of a line that counts its row; the beginning: none does. */
static size_t behind_index(const struct reader *reader, size_t number, size_t *index)
{
    const struct line *line = &reader->lines[number];
    size_t at = line->begin;
    *index = number_at(reader->text->bytes, &at, line->words.end);
    return at == line->words.end || reader->text->bytes[at] == ' ' ? at : line->begin;
}

/* The cells of a line. Returns whether some character stands over the edge of its column, of which all are
 * right. */
static bool cut_line(const struct reader *reader, size_t number, const struct edges *edges,
                     struct piece *cells)
{
    const struct line *line = &reader->lines[number];
    const struct nb_text *text = reader->text;
    size_t index, start = behind_index(reader, number, &index), place = start - line->begin, column = 0;
    bool over = place > edges->place[0];
    memset(cells, 0, edges->count * sizeof *cells);
    for (size_t i = start, length; i < line->words.end; i += length) {
        length = utf8_length((unsigned char)text->bytes[i]);
        if (column < edges->count && place >= edges->place[column]) {
            cells[column++] = trim(text, start, i);
            over |= place > edges->place[column - 1] || text->bytes[i] != ' ';
            start = i;
        }
        place += places_of(edges->narrow, text->bytes + i, length);
    }
    if (column < edges->count)
        cells[column] = trim(text, start, line->words.end);
    return over || column == edges->count || (place > edges->place[column] && line->words.end > line->begin);
}

/* Behind the last line of the table: rows count on. */
static size_t find_end(const struct reader *reader, size_t first)
{
    size_t line = first + 1, index, before = 0;
    for (; line < reader->count && behind_index(reader, line, &index) > reader->lines[line].begin; line++) {
        if (line > first + 1 && index <= before)
            break;
        before = index;
    }
    return line;
}

/* A column whose words end a place behind its number ends there: programs set the numbers a place too far
 * left above words that are wide. */
static void widen(const struct reader *reader, size_t number, const struct edges *edges, struct edges *wider)
{
    const struct line *line = &reader->lines[number];
    const char *bytes = reader->text->bytes;
    size_t place = 0, column = 0;
    for (size_t i = line->begin, length; i < line->words.end && column < edges->count; i += length) {
        length = utf8_length((unsigned char)bytes[i]);
        place += places_of(edges->narrow, bytes + i, length);
        while (column < edges->count && place > edges->place[column] + 1)
            column++;
        if (column < edges->count && place == edges->place[column] + 1 && bytes[i] != ' ')
            wider->place[column] = place;
    }
}

/* Whether all characters keep to their columns with one of both widths. */
static bool choose_width(const struct reader *reader, size_t first, size_t end, struct edges *edges)
{
    struct piece cells[MOST_COLUMNS];
    const struct edges counted = *edges;
    for (int narrow = 0; narrow < 2; narrow++) {
        struct edges measured = counted;
        bool over = false;
        measured.narrow = narrow;
        *edges = measured;
        for (size_t line = first; line < end; line++)
            widen(reader, line, &measured, edges);
        for (size_t line = first; line < end && !over; line++)
            over = cut_line(reader, line, edges, cells);
        if (!over)
            return true;
    }
    return false;
}

struct found read_counted(struct reader *reader, size_t first)
{
    struct edges edges = {.count = 0};
    struct piece cells[MOST_COLUMNS];
    if (!find_edges(reader, first, &edges))
        return (struct found){0};
    size_t end = find_end(reader, first);
    if (end < first + 3 || !choose_width(reader, first + 1, end, &edges))
        return (struct found){0};
    for (size_t line = first + 1; line < end; line++) {
        cut_line(reader, line, &edges, cells);
        sheet_add_row(&reader->sheet);
        for (size_t i = 0; i < edges.count; i++) {
            sheet_add_cell(&reader->sheet, 0);
            sheet_add_piece(&reader->sheet, cells[i]);
        }
    }
    return (struct found){FOUND, first, end, LOST_NOTHING};
}
