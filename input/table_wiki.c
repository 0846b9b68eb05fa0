/* table_wiki.c - tables in the markup of wikis: {| opens one, |- a row, | and ! a cell, |} closes it. */
#include "table_reader.h"

#include <stdlib.h>
#include <string.h>

static bool starts(const struct reader *reader, size_t line, const char *mark)
{
    struct piece words = reader->lines[line].words;
    return bytes_begin(reader->text->bytes + words.start, reader->text->bytes + words.end, mark);
}

/* Behind what is said of a cell, which an equals sign and a single bar close: colspan="2" | text. */
static size_t behind_attributes(const struct nb_text *text, size_t start, size_t end)
{
    const char *bar = memchr(text->bytes + start, '|', end - start);
    return bar && memchr(text->bytes + start, '=', (size_t)(bar - text->bytes) - start) ? (size_t)(bar - text->bytes) + 1 : start;
}

static size_t span_in(const struct nb_text *text, size_t start, size_t end, const char *name)
{
    enum { MOST = 64 };
    size_t length = strlen(name);
    for (size_t i = start; i + length + 2 < end; i++)
        if (memcmp(text->bytes + i, name, length) == 0 && text->bytes[i + length] == '=') {
            size_t at = i + length + 1 + (text->bytes[i + length + 1] == '"');
            long span = text->bytes[at] >= '1' && text->bytes[at] <= '9' ? strtol(text->bytes + at, NULL, 10) : 1;
            return span < MOST ? (size_t)span : MOST;
        }
    return 1;
}

/* A table while it is read: for each column, how many rows the cell above still spans. */
struct wiki {
    struct reader *reader;
    size_t hanging[256], column;
    bool spans; /* some cell says that it spans others */
};

/* Positions that a cell above covers. */
static void pass_hanging(struct wiki *wiki)
{
    for (; wiki->column < 256 && wiki->hanging[wiki->column]; wiki->column++) {
        wiki->hanging[wiki->column]--;
        sheet_add_cell(&wiki->reader->sheet, SPAN_ABOVE);
    }
}

static void begin_row(struct wiki *wiki)
{
    if (wiki->reader->sheet.row_count)
        pass_hanging(wiki);
    wiki->column = 0;
    sheet_add_row(&wiki->reader->sheet);
}

static void add_cell(struct wiki *wiki, size_t start, size_t end)
{
    const struct nb_text *text = wiki->reader->text;
    size_t words = behind_attributes(text, start, end);
    size_t columns = span_in(text, start, words, "colspan"), rows = span_in(text, start, words, "rowspan");
    pass_hanging(wiki);
    wiki->spans |= columns > 1 || rows > 1;
    for (size_t i = 0; i < columns; i++, wiki->column++) {
        sheet_add_cell(&wiki->reader->sheet, i ? SPAN_LEFT : 0);
        if (!i)
            sheet_add_piece(&wiki->reader->sheet, trim(text, words, end));
        if (wiki->column < 256)
            wiki->hanging[wiki->column] = rows - 1;
    }
}

/* The cells of a line, which || or !! part. */
static void add_cells(struct wiki *wiki, size_t line)
{
    const struct nb_text *text = wiki->reader->text;
    size_t start = wiki->reader->lines[line].words.start + 1, end = wiki->reader->lines[line].words.end;
    if (!wiki->reader->sheet.row_count)
        begin_row(wiki);
    for (size_t i = start; i < end; i++)
        if (i + 1 < end && (memcmp(text->bytes + i, "||", 2) == 0 || memcmp(text->bytes + i, "!!", 2) == 0)) {
            add_cell(wiki, start, i);
            start = i + 2;
            i++;
        }
    add_cell(wiki, start, end);
}

/* One more line of the last cell; elements around it are no words of it. */
static void add_words(struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    hide_tags(reader->text, words);
    sheet_add_piece(&reader->sheet, trim(reader->text, words.start, words.end));
}

size_t read_wiki(struct reader *reader, size_t first)
{
    if (!starts(reader, first, "{|"))
        return first;
    struct wiki wiki = {.reader = reader};
    size_t line = first + 1;
    for (; line < reader->count && !starts(reader, line, "|}"); line++) {
        if (starts(reader, line, "|-"))
            begin_row(&wiki);
        else if (starts(reader, line, "|+"))
            continue;
        else if (starts(reader, line, "|") || starts(reader, line, "!"))
            add_cells(&wiki, line);
        else if (reader->sheet.cell_count)
            add_words(reader, line);
    }
    pass_hanging(&wiki);
    line += line < reader->count;
    reader_claim(reader, first, line);
    enum text_grid known = sheet_known(reader, false);
    sheet_write(reader, known, wiki.spans || (known == TEXT_GRID && sheet_cover(reader)));
    return line;
}
