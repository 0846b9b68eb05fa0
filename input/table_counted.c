/* table_counted.c - tables as programs print them: blanks set all cells to one side of their columns, between
 * which no line has anything; data frames count the rows at the left. */
#include "config.h"

#include "table_reader.h"
#include "width.h"

#include <ctype.h>
#include <string.h>

enum { FEWEST_COLUMNS = 2, FEWEST_LINES = 3, MOST_HEADS = 4 };

/* Lines of the table: of its head, then rows behind whose numbers, from place `names` on, columns stand. */
struct counted {
    size_t first, row, end, names;
    struct place_columns columns;
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

/* Whether a line only stands between the pages of a table. */
static bool is_between(const struct reader *reader, size_t line)
{
    return is_empty_line(reader, line) || is_page_mark(reader->text, reader->lines[line].words);
}

/* The places in which a line has something, behind the number of its row. */
static void mark_places(const struct reader *reader, const struct counted *table, size_t number, bool *taken)
{
    struct piece line = line_at(reader, number);
    const char *bytes = reader->text->bytes;
    size_t place = 0;
    for (size_t at = line.start, length; at < line.end; at += length) {
        length = utf8_length((unsigned char)bytes[at]);
        size_t places = places_of(table->columns.measure, bytes + at, length);
        bool takes = place >= table->names && reader->text->shadow[at] != ' ';
        for (size_t end = place + places; place < end; place++)
            taken[place] |= takes;
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
        if (!is_between(reader, line))
            mark_places(reader, table, line, taken);
    table->columns.count = 0;
    for (size_t place = table->names, start; place <= longest; place++) {
        for (start = place; taken[place]; place++)
            ;
        if (place > start && table->columns.count == PLACE_COLUMNS)
            return false;
        if (place > start) {
            table->columns.start[table->columns.count] = start;
            table->columns.stop[table->columns.count++] = place;
        }
    }
    return table->columns.count >= FEWEST_COLUMNS;
}

void columns_cut(const struct reader *reader, const struct place_columns *columns, size_t number,
                 struct place_cell *cells)
{
    struct piece line = line_at(reader, number);
    const struct nb_text *text = reader->text;
    size_t place = 0, column = 0;
    bool inside = false; /* of a word that began in the column */
    memset(cells, 0, columns->count * sizeof *cells);
    for (size_t at = line.start, length; at < line.end; at += length) {
        length = utf8_length((unsigned char)text->bytes[at]);
        while (!inside && column + 1 < columns->count && place >= columns->start[column + 1])
            column++;
        size_t end = place + places_of(columns->measure, text->bytes + at, length);
        struct place_cell *cell = &cells[column];
        inside = text->shadow[at] != ' ' &&
                 (inside || (place >= columns->start[column] && place < columns->stop[column]));
        if (inside && cell->words.start == cell->words.end)
            *cell = (struct place_cell){{(uint32_t)at, (uint32_t)at}, place, place};
        if (inside) {
            cell->words.end = (uint32_t)(at + length);
            cell->stop = end;
        }
        place = end;
    }
}

/* Whether cells stand at the left, the middle and the right of a column. */
struct sides {
    bool left, middle, right;
};

static void narrow_sides(struct sides *sides, const struct counted *table, const struct place_cell *cell,
                         size_t column)
{
    if (cell->words.start == cell->words.end)
        return;
    size_t before = cell->start - table->columns.start[column],
           behind = table->columns.stop[column] - cell->stop;
    sides->left &= before == 0;
    sides->right &= behind == 0;
    sides->middle &= before <= behind + 1 && behind <= before + 1;
}

/* Whether blanks that could part two cells stand within one. */
static bool has_gap(const struct nb_text *text, struct piece words)
{
    return memmem(text->bytes + words.start, words.end - words.start, "  ", 2) != NULL;
}

/* How many cells are filled, if those of each column, in the lines from `first` on, all stand at one side of
 * it, and none is several; 0: they do not. */
static size_t count_flush(const struct reader *reader, const struct counted *table, size_t first)
{
    struct place_cell cells[PLACE_COLUMNS];
    struct sides sides[PLACE_COLUMNS];
    size_t filled = 0;
    memset(sides, true, sizeof sides);
    for (size_t line = first; line < table->end; line++) {
        if (is_between(reader, line))
            continue;
        columns_cut(reader, &table->columns, line, cells);
        for (size_t i = 0; i < table->columns.count; i++) {
            narrow_sides(&sides[i], table, &cells[i], i);
            if ((!sides[i].left && !sides[i].middle && !sides[i].right) ||
                has_gap(reader->text, cells[i].words))
                return 0;
            filled += cells[i].words.start < cells[i].words.end;
        }
    }
    return filled;
}

/* Columns of dots are left out of the table. */
static void drop_left_out(const struct reader *reader, struct counted *table)
{
    struct place_cell cells[PLACE_COLUMNS];
    bool filled[PLACE_COLUMNS] = {false};
    size_t kept = 0;
    for (size_t line = table->first; line < table->end; line++) {
        columns_cut(reader, &table->columns, line, cells);
        for (size_t i = 0; i < table->columns.count; i++)
            filled[i] |=
                cells[i].words.start < cells[i].words.end && !is_left_out(reader->text, cells[i].words);
    }
    for (size_t i = 0; i < table->columns.count; i++)
        if (filled[i]) {
            table->columns.start[kept] = table->columns.start[i];
            table->columns.stop[kept++] = table->columns.stop[i];
        }
    table->columns.count = kept;
}

/* Whether cells of a few lines, from `first` on, are flush as those of all must be: most texts are told so.
 * With all lines asked, labels spread in columns cost 130 instructions a byte more. */
static bool may_be_flush(const struct reader *reader, const struct counted *table, size_t first)
{
    enum { FEW = 8 };
    struct counted few = *table;
    few.end = first + FEW < table->end ? first + FEW : table->end;
    if (few.end == table->end)
        return true;
    find_columns(reader, &few);
    return !few.columns.count || few.columns.count == PLACE_COLUMNS || count_flush(reader, &few, first);
}

/* The measure in which cells are flush: most of them, for else several are taken for one, in fewest columns.
 */
static bool measure(const struct reader *reader, struct counted *table, size_t first)
{
    struct counted tried = *table;
    size_t most = 0;
    for (tried.columns.measure = PLACES_WIDE; tried.columns.measure < PLACES_KINDS; tried.columns.measure++) {
        bool columns = may_be_flush(reader, &tried, first) && find_columns(reader, &tried);
        size_t filled = columns ? count_flush(reader, &tried, first) : 0;
        if (filled > most || (filled && filled == most && tried.columns.count < table->columns.count)) {
            *table = tried;
            most = filled;
        }
    }
    return most > 0;
}

/* Whether a line of the head only counts the columns: 0 1 2, V1 V2 V3, [,1] [,2]. */
static bool counts_columns(const struct reader *reader, const struct counted *table,
                           const struct place_cell *cells)
{
    const char *bytes = reader->text->bytes;
    for (size_t i = 0, first = 0; i < table->columns.count; i++) {
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

/* The lines of the table; below what stands between its pages those of its head are left out again. */
static void fill_sheet(struct reader *reader, const struct counted *table)
{
    struct place_cell cells[PLACE_COLUMNS];
    size_t again = SIZE_MAX;
    for (size_t line = table->first; line < table->end; line++) {
        bool between = is_between(reader, line);
        again = between ? table->first : again;
        if (between || (again < line &&
                        same_words(reader->text, reader->lines[again].words, reader->lines[line].words))) {
            again += !between;
            continue;
        }
        again = SIZE_MAX;
        columns_cut(reader, &table->columns, line, cells);
        if (line < table->row ? counts_columns(reader, table, cells) : left_out_places(reader, line) > 0)
            continue;
        sheet_add_row(&reader->sheet);
        for (size_t i = 0; i < table->columns.count; i++) {
            sheet_add_cell(&reader->sheet, 0);
            sheet_add_piece(&reader->sheet, cells[i].words);
        }
    }
}

/* Whether each line of the head has words, or counts the columns, and one names several: digits of one
 * number, each a blank apart, do neither, nor pieces of a row's label. */
static bool has_head(const struct reader *reader, const struct counted *table)
{
    struct place_cell cells[PLACE_COLUMNS];
    size_t most = 0;
    for (size_t line = table->first; line < table->row; line++) {
        struct piece words = reader->lines[line].words;
        size_t filled = 0;
        columns_cut(reader, &table->columns, line, cells);
        if (strspn(reader->text->shadow + words.start, "0123456789 \x01") >= words.end - words.start &&
            !counts_columns(reader, table, cells))
            return false;
        for (size_t i = 0; i < table->columns.count; i++)
            filled += cells[i].words.start < cells[i].words.end;
        most = filled > most ? filled : most;
    }
    return most >= FEWEST_COLUMNS;
}

struct found read_counted(struct reader *reader, size_t first)
{
    struct counted table = {.first = first};
    if (!find_rows(reader, &table) ||
        !measure(reader, &table, table.end == table.row + 1 ? first : table.row) || !has_head(reader, &table))
        return (struct found){0};
    drop_left_out(reader, &table);
    fill_sheet(reader, &table);
    return (struct found){FOUND, table.first, table.end, LOST_NOTHING};
}

/* ---- without numbers ---- */

/* What the reader of columns does not make of a sheet: labels that are whole, for none goes on in the cell
 * below, and are set by their bytes, or printed in each column that they span; some over the first value:
 * rows without a head stand in columns by chance, and a head without values has its rows behind an empty
 * line. */
static bool is_sheet_of_labels(struct reader *reader, const struct counted *table)
{
    const struct sheet *sheet = &reader->sheet;
    size_t repeated = 0, head = 0;
    bool values = false;
    for (size_t cell = 0; cell < sheet->cell_count; cell++) {
        struct piece above = cell >= table->columns.count ? cell_words(sheet, cell - table->columns.count)
                                                          : (struct piece){0},
                     words = cell_words(sheet, cell), pair[2] = {above, words};
        values |= words.start < words.end && holds_value(reader, words);
        if (words.start == words.end || holds_value(reader, words))
            continue;
        bool label = is_label(reader, words);
        if (!label && above.start < above.end && begins_label(reader, pair, 2))
            return false;
        head += label && !values;
        repeated += label && cell % table->columns.count &&
                    same_words(reader->text, cell_words(sheet, cell - 1), words);
    }
    return values && head > FEWEST_COLUMNS && table->columns.count > FEWEST_COLUMNS &&
           (repeated || table->columns.measure == PLACES_BYTES);
}

/* Behind the lines of a table from `first` on that nothing but blanks parts. */
static size_t blanks_end(struct reader *reader, size_t first)
{
    size_t end = first;
    for (; end < reader->count && !is_empty_line(reader, end); end++) {
        const struct line *line = &reader->lines[end];
        if (line->marks & (LINE_BAR | LINE_TAB | LINE_BOX | LINE_TABLE | LINE_TAG) ||
            consists_of(reader->text, line->words, "-= ") ||
            (!(line->marks & LINE_GAP) && ends_table(reader, end)))
            break;
    }
    return end;
}

/* Behind the table, which goes on where its first line is printed again, on the next page. */
static size_t pages_end(struct reader *reader, size_t first)
{
    enum { MOST_BETWEEN = 4 };
    for (;;) {
        size_t end = blanks_end(reader, first), next = end;
        while (next < reader->count && next < end + MOST_BETWEEN && is_between(reader, next))
            next++;
        bool again = next > end && next < reader->count &&
                     same_words(reader->text, reader->lines[first].words, reader->lines[next].words);
        if (!again)
            return end;
        first = next;
    }
}

struct found read_flush(struct reader *reader, size_t first)
{
    struct counted table = {.first = first};
    if (!reader->lexicon || is_label(reader, reader->lines[first].words)) /* blanks only spread it */
        return (struct found){0};
    while (table.first > reader->written && is_label(reader, reader->lines[table.first - 1].words) &&
           !is_heading(reader, table.first - 1))
        table.first--;
    table.row = table.first;
    table.end = pages_end(reader, table.first);
    bool ruled = table.first && consists_of(reader->text, reader->lines[table.first - 1].words, "-= ");
    bool flush =
        !ruled && table.end >= table.first + FEWEST_LINES && measure(reader, &table, table.first + 1);
    if (flush)
        fill_sheet(reader, &table);
    bool labels = flush && is_sheet_of_labels(reader, &table);
    return (struct found){labels ? FOUND : REFUSED, table.first, table.end, LOST_NOTHING};
}
