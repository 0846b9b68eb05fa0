/* table_latex.c - tables in LaTeX, as OCR pipelines and converters of scientific papers write them: & parts
 * cells, \\ ends a row.
 */
#include "table_reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SPAN = 64 };

/* A table while it is read. `piece`: where the words began that are being read (NO_PIECE: none are). `depth`:
 * braces and environments that are open: & and \\ in them part nothing. `columns`: what the cell spans; 0:
 * none is open. Below a cell that spans rows LaTeX wants an empty one, so what it spans need not be known. */
struct latex {
    struct reader *reader;
    const char *bytes;
    size_t at, end, piece, depth, columns;
    bool open; /* a row is */
};

static const size_t NO_PIECE = SIZE_MAX;

static bool is_at(const struct latex *latex, size_t at, const char *word)
{
    return bytes_begin(latex->bytes + at, latex->bytes + latex->end, word);
}

/* ---- cells ---- */

static void end_piece(struct latex *latex)
{
    if (latex->piece != NO_PIECE)
        sheet_add_piece(&latex->reader->sheet, trim(latex->reader->text, latex->piece, latex->at));
    latex->piece = NO_PIECE;
}

static void open_cell(struct latex *latex)
{
    if (!latex->open)
        sheet_add_row(&latex->reader->sheet);
    if (!latex->open || !latex->columns)
        sheet_add_cell(&latex->reader->sheet, 0);
    latex->open = true;
    latex->columns = latex->columns ? latex->columns : 1;
}

static void end_cell(struct latex *latex)
{
    open_cell(latex);
    end_piece(latex);
    while (--latex->columns)
        sheet_add_cell(&latex->reader->sheet, SPAN_LEFT);
}

static void end_row(struct latex *latex)
{
    if (latex->open || latex->piece != NO_PIECE)
        end_cell(latex);
    latex->open = false;
}

/* ---- commands ---- */

static void skip_blanks(struct latex *latex)
{
    while (latex->at < latex->end && isspace((unsigned char)latex->bytes[latex->at]))
        latex->at++;
}

/* Behind an argument in braces or brackets, if one begins here; its number, or 0. */
static size_t skip_argument(struct latex *latex, char opens, char closes)
{
    size_t depth = 0, at = latex->at;
    if (at >= latex->end || latex->bytes[at] != opens)
        return 0;
    long number = isdigit((unsigned char)latex->bytes[at + 1]) ? strtol(latex->bytes + at + 1, NULL, 10) : 0;
    for (; at < latex->end; at++) {
        depth += latex->bytes[at] == opens;
        if (latex->bytes[at] == closes && !--depth)
            break;
    }
    latex->at = at < latex->end ? at + 1 : at;
    return number < MOST_SPAN ? (size_t)number : MOST_SPAN;
}

static bool is_named(const char *name, size_t length, const char *word)
{
    return length == strlen(word) && memcmp(name, word, length) == 0;
}

/* What a command takes before the words of the cell, by the signs that open each. */
static const struct {
    const char *name, *arguments;
} commands[] = {{"begin", "{[{"},  {"end", "{"},       {"multirow", "[{[{"}, {"makecell", "["},
                {"cline", "{"},    {"cmidrule", "({"}, {"rowcolor", "[{"},   {"cellcolor", "[{"},
                {"color", "[{"},   {"hspace", "{"},    {"vspace", "{"},      {"label", "{"},
                {"SetCell", "[{"}, {"SetRow", "[{"}};

static void skip_arguments(struct latex *latex, const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (is_named(name, length, commands[i].name))
            for (const char *sign = commands[i].arguments; *sign; sign++)
                skip_argument(latex, *sign, *sign == '(' ? ')' : *sign == '[' ? ']' : '}');
}

/* What ends a row, with the room that it wants below it. Within braces it breaks a line of the cell. */
static void read_row_end(struct latex *latex)
{
    if (latex->depth)
        return;
    end_row(latex);
    skip_blanks(latex);
    skip_argument(latex, '[', ']');
}

static void read_command(struct latex *latex)
{
    const char *name = latex->bytes + latex->at + 1;
    size_t length = 0;
    end_piece(latex);
    while (latex->at + 1 + length < latex->end && isalpha((unsigned char)name[length]))
        length++;
    latex->at += 1 + length;
    if (latex->at < latex->end && latex->bytes[latex->at] == '*')
        latex->at++;
    latex->depth += is_named(name, length, "begin");
    latex->depth -= is_named(name, length, "end") && latex->depth;
    if (is_named(name, length, "multicolumn")) {
        open_cell(latex);
        latex->columns = skip_argument(latex, '{', '}');
        latex->columns += !latex->columns;
        skip_argument(latex, '{', '}');
    }
    skip_arguments(latex, name, length);
    if (is_named(name, length, "tabularnewline") || is_named(name, length, "cr"))
        read_row_end(latex);
}

/* ---- the table ---- */

static void read_backslash(struct latex *latex)
{
    char next = latex->at + 1 < latex->end ? latex->bytes[latex->at + 1] : '\\';
    if (isalpha((unsigned char)next)) {
        read_command(latex);
        return;
    }
    end_piece(latex);
    if (next != '\\') { /* a sign that would mean something: it is printed */
        open_cell(latex);
        latex->piece = latex->at + 1;
        latex->at += 2;
        return;
    }
    latex->at += 2;
    read_row_end(latex);
}

static void read_byte(struct latex *latex)
{
    char byte = latex->bytes[latex->at];
    if (byte == '\\') {
        read_backslash(latex);
        return;
    }
    if (strchr("{}$~&\n", byte))
        end_piece(latex);
    else if (latex->piece == NO_PIECE && !isspace((unsigned char)byte)) {
        open_cell(latex);
        latex->piece = latex->at;
    }
    latex->depth += byte == '{';
    latex->depth -= byte == '}' && latex->depth;
    if (byte == '&' && !latex->depth) {
        end_cell(latex);
        sheet_add_cell(&latex->reader->sheet, 0);
        latex->columns = 1;
    }
    latex->at++;
}

static const char *const environments[] = {"{tabular}",  "{tabular*}",  "{tabularx}", "{longtable}",
                                           "{array}",    "{tabu}",      "{tblr}",     "{longtblr}",
                                           "{talltblr}", "{xltabular}", "{tabulary}", "{supertabular}"};

/* The name, in braces, of the table that opens at a place; NULL: none does. */
static const char *opens(const struct latex *latex, size_t at)
{
    for (size_t i = 0; i < sizeof environments / sizeof *environments; i++)
        if (is_at(latex, at, "\\begin") && is_at(latex, at + strlen("\\begin"), environments[i]))
            return environments[i];
    return NULL;
}

/* Where the table closes that is open; latex->end: nowhere. */
static size_t closes(const struct latex *latex)
{
    size_t depth = 1;
    for (size_t at = latex->at; at < latex->end; at++) {
        const char *sign = memchr(latex->bytes + at, '\\', latex->end - at);
        if (!sign)
            break;
        at = (size_t)(sign - latex->bytes);
        depth += opens(latex, at) != NULL;
        for (size_t i = 0; i < sizeof environments / sizeof *environments; i++)
            if (is_at(latex, at, "\\end") && is_at(latex, at + strlen("\\end"), environments[i]) && !--depth)
                return at;
    }
    return latex->end;
}

static bool is_row(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    return memchr(reader->text->bytes + words.start, '&', words.end - words.start);
}

/* The end of the table's content; where it is not closed, as in half a report, the next heading. */
static size_t find_end(const struct latex *latex, size_t first)
{
    struct reader *reader = latex->reader;
    size_t end = reader->unclosed ? latex->end : closes(latex), line = first + 1;
    if (end < latex->end)
        return end;
    reader->unclosed = true;
    while (line < reader->count && (is_row(reader, line) || !is_heading(reader, line)))
        line++;
    return line < reader->count ? reader->lines[line].begin - 1 : latex->end;
}

struct found read_latex(struct reader *reader, size_t first)
{
    struct latex latex = {
        .reader = reader, .bytes = reader->text->bytes, .end = reader->text->length, .piece = NO_PIECE};
    size_t line = first;
    latex.at = reader->lines[first].words.start;
    const char *name = opens(&latex, latex.at);
    if (!name)
        return (struct found){0};
    latex.at += strlen("\\begin") + strlen(name);
    latex.end = find_end(&latex, first);
    skip_argument(&latex, '[', ']');
    skip_argument(&latex, '{', '}');
    skip_argument(&latex, '{', '}'); /* of tabularx: its width came first */
    while (latex.at < latex.end)
        read_byte(&latex);
    end_row(&latex);
    while (line < reader->count && reader->lines[line].begin <= latex.end)
        line++;
    return (struct found){FOUND, first, line, LOST_NOTHING};
}
