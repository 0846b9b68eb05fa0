/* table_counted.c - tables as data frames print them, with the number of each row at the left: blanks set all
 * cells to one side of their columns, between which no line has anything. Those wider than the page stand in
 * blocks of columns below one another. */
#include "config.h"

#include "table_reader.h"
#include "width.h"

#include <ctype.h>
#include <string.h>

enum { FEWEST_COLUMNS = 2, MOST_HEADS = 4, MOST_APART = 2 };

/* Lines of the table: of its head, then rows behind whose numbers, from place `names` on, columns stand. It
 * is a block `below` or above others of the same rows. */
struct counted {
    size_t first, row, end, names, before;
    bool below, above;
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

/* Whether words are dots and nothing else, which stand for rows or columns that are left out, or the
 * backslash of those that stand in another block. */
static bool is_left_out(const struct nb_text *text, struct piece words)
{
    size_t length = words.end - words.start;
    return (length > 1 && length <= 3 && !memcmp(text->bytes + words.start, "...", length)) ||
           (length == 1 && text->bytes[words.start] == '\\');
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

/* How far a line is drawn in. */
static size_t indent_of(const struct reader *reader, size_t line)
{
    return reader->lines[line].words.start - reader->lines[line].begin;
}

/* Where the rows end, whose numbers grow and begin in the places of those above, and how far these reach. */
static void find_end(const struct reader *reader, struct counted *table)
{
    size_t number, before = 0, places;
    for (table->end = table->row; table->end < reader->count; table->end++, before = number) {
        size_t left_out = left_out_places(reader, table->end);
        places = row_number_places(reader->text, line_at(reader, table->end), &number);
        if (left_out)
            number = before;
        else if (!places || (table->end > table->row &&
                             (number <= before || indent_of(reader, table->end) >= table->names)))
            break;
        places += left_out;
        table->names = places > table->names ? places : table->names;
    }
}

/* Lines that are drawn in further than the numbers of the rows below them; of one row only, if they are all
 * lines above it. */
static bool find_rows(const struct reader *reader, struct counted *table)
{
    size_t number, least = SIZE_MAX;
    table->row = table->first;
    for (bool begun = false;
         !begun && ++table->row < reader->count && table->row <= table->first + MOST_HEADS;) {
        size_t drawn_in = is_empty_line(reader, table->row - 1) ? 0 : indent_of(reader, table->row - 1);
        least = drawn_in < least ? drawn_in : least;
        begun = row_number_places(reader->text, line_at(reader, table->row), &number) - 1 < drawn_in;
    }
    find_end(reader, table);
    bool whole = table->end > table->row + 1 || !table->first || is_empty_line(reader, table->first - 1);
    return table->end > table->row && whole && least >= table->names;
}

/* The block below another, with as many lines in its head, which may be empty, and the same rows. Lines stand
 * between them where a backslash says that it goes on. */
static bool find_below(const struct reader *reader, const struct counted *table, struct counted *next)
{
    size_t heads = table->row - table->first, row = table->end + heads, one, other;
    struct piece names = reader->lines[table->first].words;
    size_t most = row + (names.end && reader->text->bytes[names.end - 1] == '\\' ? MOST_APART : 0);
    while (row < reader->count && row < most && is_empty_line(reader, row - heads) &&
           !row_number_places(reader->text, line_at(reader, row), &one))
        row++;
    *next = (struct counted){.first = row - heads, .row = row, .end = row, .below = true};
    if (row < reader->count)
        find_end(reader, next);
    if (next->end == row || next->end - row != table->end - table->row || next->names != table->names)
        return false;
    row_number_places(reader->text, line_at(reader, row), &one);
    row_number_places(reader->text, line_at(reader, table->row), &other);
    for (size_t line = next->first; line < row && one == other; line++)
        if (!is_empty_line(reader, line) && indent_of(reader, line) < next->names)
            return false;
    return one == other;
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
    return table->columns.count >= (table->below || table->above ? 1 : FEWEST_COLUMNS);
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

/* Columns a blank apart are one where each line that fills both does so with words, up to the blank: it is
 * within a cell. If other columns are a blank apart, too, it may part cells. */
static void join_columns(struct reader *reader, struct counted *table)
{
    struct place_columns *columns = &table->columns;
    struct place_cell cells[PLACE_COLUMNS];
    bool parted[PLACE_COLUMNS] = {false}, joined[PLACE_COLUMNS] = {false};
    size_t kept = 0;
    for (size_t line = table->first; line < table->end; line++) {
        columns_cut(reader, columns, line, cells);
        for (size_t i = 0; i + 1 < columns->count; i++) {
            bool both = cells[i].stop && cells[i + 1].stop,
                 words = both && cells[i + 1].start == cells[i].stop + 1 &&
                         !holds_value(reader, cells[i].words) && !holds_value(reader, cells[i + 1].words);
            parted[i] |= both && !words;
            joined[i] |= words;
        }
    }
    for (size_t i = 1; i < columns->count; i++)
        if (parted[i - 1] && columns->start[i] == columns->stop[i - 1] + 1)
            return;
    for (size_t i = 1; i < columns->count; i++) {
        bool own = parted[i - 1] || !joined[i - 1];
        kept += own;
        columns->start[kept] = own ? columns->start[i] : columns->start[kept];
        columns->stop[kept] = columns->stop[i];
    }
    columns->count = kept + 1;
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

/* The measure in which cells are flush: most of them, for else several are taken for one, in fewest columns.
 */
static bool measure(struct reader *reader, struct counted *table, size_t first)
{
    struct counted tried = *table;
    size_t most = 0;
    for (tried.columns.measure = PLACES_WIDE; tried.columns.measure < PLACES_KINDS; tried.columns.measure++) {
        bool columns = find_columns(reader, &tried);
        size_t filled = columns ? count_flush(reader, &tried, first) : 0;
        if (filled > most || (filled && filled == most && tried.columns.count < table->columns.count)) {
            *table = tried;
            most = filled;
        }
    }
    if (most)
        join_columns(reader, table);
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
        if (at < end || first - table->before > 1 || number != first + i)
            return false;
    }
    return true;
}

/* The lines of the table, but for those that count the columns or stand for rows that are left out. */
static void fill_sheet(struct reader *reader, const struct counted *table)
{
    struct place_cell cells[PLACE_COLUMNS];
    for (size_t line = table->first; line < table->end; line++) {
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
    return most >= FEWEST_COLUMNS || table->above;
}

/* The cells of a block, behind those of the blocks above it in each row. */
static bool add_block(struct reader *reader, struct counted *block)
{
    struct sheet above = reader->sheet, own, both = {0};
    if (!measure(reader, block, block->end == block->row + 1 ? block->first : block->row) ||
        !(block->below || has_head(reader, block)))
        return false;
    drop_left_out(reader, block);
    reader->sheet = (struct sheet){0};
    fill_sheet(reader, block);
    own = reader->sheet;
    for (size_t row = 0; row < own.row_count; row++) {
        sheet_add_row(&both);
        for (size_t i = row < above.row_count ? above.rows[row] : 0;
             row < above.row_count && i < sheet_row_end(&above, row); i++)
            sheet_copy_cell(&both, &above, i);
        for (size_t i = own.rows[row]; i < sheet_row_end(&own, row); i++)
            sheet_copy_cell(&both, &own, i);
    }
    bool same = !block->below || own.row_count == above.row_count;
    sheet_free(&own);
    sheet_free(same ? &above : &both);
    reader->sheet = same ? both : above;
    return same;
}

struct found read_counted(struct reader *reader, size_t first)
{
    struct counted block = {.first = first}, next;
    size_t end = first;
    for (bool more = find_rows(reader, &block); more; block = next) {
        more = block.above = find_below(reader, &block, &next);
        if (!add_block(reader, &block))
            break;
        end = block.end;
        next.before = block.before + block.columns.count;
    }
    return (struct found){end > first ? FOUND : NONE_FOUND, first, end, LOST_NOTHING};
}
