/* clipboard.c - tables as browsers copy them when a cell holds paragraphs: cells on lines of their own, with tabs between. */
#include "reader.h"

#include <string.h>

static bool is_empty_line(const struct reader *reader, size_t line)
{
    return reader->lines[line].words.start == reader->lines[line].words.end;
}

static size_t tabs_in(const struct reader *reader, size_t start, size_t end)
{
    size_t count = 0;
    for (size_t i = start; i < end; i++)
        count += reader->text->bytes[i] == '\t';
    return count;
}

/* The tabs between the words of `line` and those of the next line that has any, *next. */
static size_t tabs_behind(const struct reader *reader, size_t line, size_t *next)
{
    size_t count = tabs_in(reader, reader->lines[line].words.end, reader->lines[line].end);
    for (*next = line + 1; *next < reader->count && is_empty_line(reader, *next); ++*next)
        count += tabs_in(reader, reader->lines[*next].begin, reader->lines[*next].end);
    if (*next < reader->count)
        count += tabs_in(reader, reader->lines[*next].begin, reader->lines[*next].words.start);
    return count;
}

/* Whether a tab on a line of its own parts this line's cell from the next; one before words may be their indentation. */
static bool opens_cell(const struct reader *reader, size_t line, size_t next)
{
    return next < reader->count && next > line + 1 && tabs_in(reader, reader->lines[line].end, reader->lines[next].begin);
}

/* Whether a line without a tab before it is of the table: a label, or the first cell of a row. */
static bool begins_row(struct reader *reader, size_t line)
{
    size_t next;
    if (ends_table(reader, line))
        return false;
    if (is_label(reader, reader->lines[line].words))
        return true;
    tabs_behind(reader, line, &next);
    return opens_cell(reader, line, next);
}

/* The words are another paragraph of the last cell, where together they are a label. */
static bool is_paragraph(struct reader *reader, struct piece words)
{
    const struct sheet *sheet = &reader->sheet;
    if (!sheet->cell_count)
        return false;
    size_t last = sheet->cells[sheet->cell_count - 1].piece;
    struct piece pieces[] = {sheet->piece_count == last + 1 ? sheet->pieces[last] : words, words};
    return sheet->piece_count == last + 1 && label_run(reader, pieces, 2) == 2;
}

static void add_words(struct reader *reader, struct piece words, size_t tabs)
{
    struct sheet *sheet = &reader->sheet;
    if (!tabs && is_paragraph(reader, words)) {
        sheet_add_piece(sheet, words);
        return;
    }
    if (!tabs)
        sheet_add_row(sheet);
    for (size_t i = 1; i < tabs; i++)
        sheet_add_cell(sheet, 0);
    sheet_add_cell(sheet, 0);
    sheet_add_piece(sheet, words);
}

/* The words of a line, parted by the tabs inside it. */
static void add_line(struct reader *reader, size_t line, size_t tabs)
{
    size_t at = reader->lines[line].words.start, end = reader->lines[line].words.end;
    while (at < end) {
        size_t stop = at + strcspn(reader->text->bytes + at, "\t\n");
        stop = stop < end ? stop : end;
        add_words(reader, trim(reader->text, at, stop), tabs);
        at = stop + strspn(reader->text->bytes + stop, "\t");
        tabs = at - stop;
    }
}

/* Labels alone in their rows before the first row that has several cells. */
static size_t first_row(struct reader *reader, size_t first)
{
    for (size_t line = first; line-- > reader->written;) {
        if (is_empty_line(reader, line))
            continue;
        if (!is_label(reader, reader->lines[line].words))
            break;
        first = line;
    }
    return first;
}

size_t read_clipboard(struct reader *reader, size_t first)
{
    size_t next, tabs = 0, start, line, end = first;
    if (first < reader->refused[REFUSED_CLIPBOARD] || is_empty_line(reader, first))
        return first;
    tabs_behind(reader, first, &next);
    if (!opens_cell(reader, first, next) || ends_table(reader, first))
        return first;
    line = start = first_row(reader, first);
    while (line < reader->count &&
           (tabs ? !ends_table(reader, line) || is_label(reader, reader->lines[line].words) : begins_row(reader, line))) {
        add_line(reader, line, tabs);
        end = line + 1;
        tabs = tabs_behind(reader, line, &line);
    }
    if (reader->sheet.cell_count < 2 || reader->sheet.cell_count == reader->sheet.row_count) {
        reader->refused[REFUSED_CLIPBOARD] = end;
        sheet_clear(&reader->sheet);
        return first;
    }
    reader_claim(reader, start, end);
    sheet_write(reader, sheet_known(reader), false);
    return end;
}
