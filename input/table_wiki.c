/* table_wiki.c - tables in markup that says what cells span: of wikis ({| opens one, |- a row, | and ! a
 * cell, |} closes it; or a bar opens each cell and a line each row, below a head of |=), of AsciiDoc and
 * Textile; calls of Typst; and lists that are tables in reStructuredText. */
#include "table_reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* How many columns and rows a cell takes. */
struct wiki_spans {
    size_t columns, rows;
};

/* A number that says so; 1: there is none. */
static size_t span_at(const char *at)
{
    enum { MOST = 64 };
    long span = *at >= '1' && *at <= '9' ? strtol(at, NULL, 10) : 1;
    return span < MOST ? (size_t)span : MOST;
}

static bool starts(const struct reader *reader, size_t line, const char *mark)
{
    struct piece words = reader->lines[line].words;
    return bytes_begin(reader->text->bytes + words.start, reader->text->bytes + words.end, mark);
}

/* Behind what is said of a cell, which an equals sign and a single bar close: colspan="2" | text. */
static size_t behind_attributes(const struct nb_text *text, size_t start, size_t end)
{
    const char *bar = memchr(text->bytes + start, '|', end - start);
    return bar && memchr(text->bytes + start, '=', (size_t)(bar - text->bytes) - start)
               ? (size_t)(bar - text->bytes) + 1
               : start;
}

static size_t span_in(const struct nb_text *text, size_t start, size_t end, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = start; i + length + 2 < end; i++)
        if (memcmp(text->bytes + i, name, length) == 0 && text->bytes[i + length] == '=') {
            size_t at = i + length + 1 + (text->bytes[i + length + 1] == '"');
            return span_at(text->bytes + at);
        }
    return 1;
}

/* A table while it is read: for each column, how many rows the cell above still spans. `width`: how many
 * columns cells fill before another row begins; 0: rows are marked. */
struct wiki {
    struct reader *reader;
    size_t hanging[256], column, width;
    size_t beside, below; /* positions beside the last cell and below it that it covers as well */
    bool spans;           /* some cell says that it spans others */
};

/* The last cell has all its words: what it covers beside it follows. */
static void end_cell(struct wiki *wiki)
{
    for (; wiki->beside; wiki->beside--, wiki->column++) {
        sheet_add_cell(&wiki->reader->sheet, SPAN_LEFT);
        if (wiki->column < 256)
            wiki->hanging[wiki->column] = wiki->below;
    }
}

/* Positions that a cell above covers. */
static void pass_hanging(struct wiki *wiki)
{
    end_cell(wiki);
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

static void add_cell(struct wiki *wiki, struct wiki_spans spans, struct piece words)
{
    if (wiki->width && !wiki->reader->sheet.row_count)
        begin_row(wiki);
    pass_hanging(wiki);
    if (wiki->width && wiki->column >= wiki->width) {
        begin_row(wiki);
        pass_hanging(wiki);
    }
    wiki->spans |= spans.columns > 1 || spans.rows > 1;
    sheet_add_cell(&wiki->reader->sheet, 0);
    sheet_add_piece(&wiki->reader->sheet, words);
    wiki->beside = spans.columns - 1;
    wiki->below = spans.rows - 1;
    if (wiki->column < 256)
        wiki->hanging[wiki->column] = wiki->below;
    wiki->column++;
}

static void add_wiki_cell(struct wiki *wiki, size_t start, size_t end)
{
    const struct nb_text *text = wiki->reader->text;
    size_t words = behind_attributes(text, start, end);
    struct wiki_spans spans = {span_in(text, start, words, "colspan"),
                               span_in(text, start, words, "rowspan")};
    add_cell(wiki, spans, trim(text, words, end));
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
            add_wiki_cell(wiki, start, i);
            start = i + 2;
            i++;
        }
    add_wiki_cell(wiki, start, end);
}

/* One more line of the last cell; elements around it are no words of it. */
static void add_words(struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    hide_tags(reader->text, words);
    sheet_add_piece(&reader->sheet, trim(reader->text, words.start, words.end));
}

struct found read_wiki(struct reader *reader, size_t first)
{
    if (!starts(reader, first, "{|"))
        return (struct found){0};
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
    return (struct found){FOUND, first, line, LOST_NOTHING};
}

/* ---- a bar for each cell, a line for each row ---- */

/* Behind what a cell begins with: the sign of a head and, in brackets with percent signs, what it spans. */
static size_t behind_parameters(const struct nb_text *text, size_t start, size_t end,
                                struct wiki_spans *spans)
{
    size_t at = start + (start < end && text->bytes[start] == '=');
    at = trim(text, at, end).start;
    if (!bytes_begin(text->bytes + at, text->bytes + end, "(%"))
        return at;
    size_t close = (size_t)(bytes_find(text->bytes + at, text->bytes + end, "%)") - text->bytes);
    *spans = (struct wiki_spans){span_in(text, at, close, "colspan"), span_in(text, at, close, "rowspan")};
    return close + (close < end ? 2 : 0);
}

/* Whether a mark stands at `at`: "(((" and ")))" are set around the paragraphs of one cell. */
static bool is_mark(const struct nb_text *text, size_t at, size_t end, const char *mark)
{
    return bytes_begin(text->bytes + at, text->bytes + end, mark);
}

/* A line of such a table, within as many groups as are open. Returns how many are behind it. */
static size_t add_creole_line(struct wiki *wiki, size_t line, size_t groups)
{
    struct nb_text *text = wiki->reader->text;
    struct sheet *sheet = &wiki->reader->sheet;
    size_t start = wiki->reader->lines[line].words.start, end = wiki->reader->lines[line].words.end;
    if (!groups && text->bytes[start] == '|')
        begin_row(wiki);
    for (size_t at = start; at < end; at++) {
        bool opens = is_mark(text, at, end, "((("), closes = groups && is_mark(text, at, end, ")))");
        if (opens || closes) {
            groups += opens ? 1 : (size_t)-1;
            memset(text->shadow + at, ' ', 3);
            at += 2;
        } else if (is_mark(text, at, end, "\\\\")) { /* a line break */
            sheet_add_piece(sheet, trim(text, start, at));
            start = at++ + 2;
        } else if (text->bytes[at] == '|' && !groups) {
            struct wiki_spans spans = {1, 1};
            sheet_add_piece(sheet, trim(text, start, at));
            start = behind_parameters(text, at + 1, end, &spans);
            add_cell(wiki, spans, (struct piece){start, start});
            at = start - 1;
        }
    }
    sheet_add_piece(sheet, trim(text, start, end));
    return groups;
}

struct found read_creole(struct reader *reader, size_t first)
{
    if (!starts(reader, first, "|=") || starts(reader, first, "|=="))
        return (struct found){0};
    struct wiki wiki = {.reader = reader};
    size_t line = first, groups = 0;
    while (line < reader->count && (groups || starts(reader, line, "|")))
        groups = add_creole_line(&wiki, line++, groups);
    pass_hanging(&wiki);
    return (struct found){sheet_is_even(&reader->sheet) ? FOUND : REFUSED, first, line, LOST_NOTHING};
}

/* ---- AsciiDoc and Textile ---- */

/* AsciiDoc says in front of a bar what the cell behind it spans, how it is set and what it holds: "3+|",
 * ".2+|", "^.^|", "3.2+a|". Returns where that begins; `bar`: nowhere. */
static size_t spans_before(const char *bytes, size_t start, size_t bar, struct wiki_spans *spans)
{
    size_t at = bar;
    bool said = at > start && strchr("adehlmsv", bytes[at - 1]), digits = false, plus = false;
    at -= said;
    for (; at > start && strchr("0123456789.+<>^", bytes[at - 1]); at--) {
        digits |= isdigit((unsigned char)bytes[at - 1]);
        plus |= bytes[at - 1] == '+';
        said |= bytes[at - 1] > '9'; /* < > ^ */
    }
    if (!(said || (plus && digits)) || (at > start && bytes[at - 1] != ' '))
        return bar;
    if (plus)
        *spans =
            (struct wiki_spans){span_at(bytes + at), span_at(bytes + at + strcspn(bytes + at, ".+") + 1)};
    return at;
}

/* Textile says it behind the bar: "|\3. ", "|/2. ", "|\3/2. ". Returns where the words begin. */
static size_t behind_spans(const char *bytes, size_t start, struct wiki_spans *spans)
{
    size_t signs = strspn(bytes + start, "\\/_<>=^~0123456789");
    if (!signs || isdigit((unsigned char)bytes[start]) || strncmp(bytes + start + signs, ". ", 2) != 0)
        return start;
    for (size_t at = start; at < start + signs; at++)
        if (bytes[at] == '\\' || bytes[at] == '/')
            *(bytes[at] == '/' ? &spans->rows : &spans->columns) = span_at(bytes + at + 1);
    return start + signs + 2;
}

/* A row of Textile. */
static void add_row(struct wiki *wiki, size_t line)
{
    const struct nb_text *text = wiki->reader->text;
    size_t at = wiki->reader->lines[line].words.start + 1, end = wiki->reader->lines[line].words.end;
    begin_row(wiki);
    for (size_t bar; at < end; at = bar + 1) {
        struct wiki_spans spans = {1, 1};
        bar = text_find(text, at, end, '|');
        size_t words = behind_spans(text->bytes, at, &spans);
        add_cell(wiki, spans, trim(text, words, bar));
    }
}

/* The words of a cell of AsciiDoc: a plus behind them breaks the line. */
static struct piece asciidoc_words(const struct nb_text *text, size_t start, size_t end)
{
    struct piece words = trim(text, start, end);
    bool plus = words.start < words.end && text->bytes[words.end - 1] == '+' &&
                (words.end - words.start == 1 || text->bytes[words.end - 2] == ' ');
    return trim(text, words.start, words.end - plus);
}

/* A line of AsciiDoc: cells, of which each begins at a bar, behind more words of the last one. */
static void add_asciidoc_line(struct wiki *wiki, size_t line)
{
    const struct nb_text *text = wiki->reader->text;
    size_t at = wiki->reader->lines[line].words.start, end = wiki->reader->lines[line].words.end;
    struct wiki_spans spans = {1, 1}, next = spans;
    bool cell = false;
    for (size_t bar = at; bar < end; spans = next, cell = true) {
        bar = text_find(text, at, end, '|');
        next = (struct wiki_spans){1, 1};
        size_t behind = bar < end ? spans_before(text->bytes, at, bar, &next) : bar;
        struct piece words = asciidoc_words(text, at, behind);
        if (cell)
            add_cell(wiki, spans, words);
        else if (wiki->reader->sheet.cell_count)
            sheet_add_piece(&wiki->reader->sheet, words);
        at = bar + 1;
    }
}

/* Whether the line is a row of Textile of which some cell says what it spans or how it is set. */
static bool has_spans(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    const char *bytes = reader->text->bytes, *at = bytes + words.start, *end = bytes + words.end;
    struct wiki_spans spans;
    for (; starts(reader, line, "|") && (at = memchr(at, '|', (size_t)(end - at))); at++)
        if (behind_spans(at + 1, 0, &spans))
            return true;
    return false;
}

/* How many columns the attributes before a table of AsciiDoc say that it has, [cols="3*,1"]; 0: they do not.
 */
static size_t columns_said(const struct reader *reader, size_t first)
{
    if (!first || !starts(reader, first - 1, "["))
        return 0;
    struct piece words = reader->lines[first - 1].words;
    const char *end = reader->text->bytes + words.end,
               *at = bytes_find(reader->text->bytes + words.start, end, "cols=");
    size_t columns = 0;
    bool more = at < end;
    for (at += more ? strlen("cols=") : 0; at < end && strchr("\"'", *at);)
        at++;
    while (more && columns < 256) {
        size_t digits = strspn(at, "0123456789");
        columns += at[digits] == '*' ? span_at(at) : 1;
        at += strcspn(at, ",\"']");
        more = at < end && *at == ',';
        at += more;
    }
    return columns;
}

/* The same from the cells of its first line, where nothing says it. */
static size_t columns_shown(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line < reader->count ? line : reader->count - 1].words;
    struct wiki_spans spans = {1, 1};
    size_t columns = 0;
    const char *bytes = reader->text->bytes;
    for (size_t at = words.start; at < words.end; at++)
        if (bytes[at] == '|') {
            spans_before(bytes, words.start, at, &spans);
            columns += spans.columns;
            spans.columns = 1;
        }
    return columns;
}

/* Read the rows from a line on. Returns the line behind the last. */
static size_t read_rows(struct wiki *wiki, size_t line, bool asciidoc)
{
    struct reader *reader = wiki->reader;
    for (; line < reader->count && (asciidoc ? !starts(reader, line, "|===") : starts(reader, line, "|"));
         line++)
        if (!is_empty_line(reader, line))
            (asciidoc ? add_asciidoc_line : add_row)(wiki, line);
    if (reader->sheet.row_count)
        pass_hanging(wiki);
    return line + (asciidoc && line < reader->count);
}

struct found read_spans(struct reader *reader, size_t first)
{
    bool asciidoc = starts(reader, first, "|===");
    if (!asciidoc && !has_spans(reader, first))
        return (struct found){0};
    size_t said = asciidoc ? columns_said(reader, first) : 0;
    struct wiki wiki = {.reader = reader, .width = said};
    if (asciidoc && !said)
        wiki.width = columns_shown(reader, next_line(reader, first + 1));
    size_t line = read_rows(&wiki, first + asciidoc, asciidoc);
    bool table = (!asciidoc || wiki.spans || wiki.width) && sheet_is_even(&reader->sheet);
    return (struct found){table ? FOUND : REFUSED, first - (said && reader->written < first), line,
                          LOST_NOTHING};
}

/* ---- Typst ---- */

/* Behind the sign that closes what opens at a place, be it (, [ or a quotation; `end`: none does. */
static size_t behind_closing(const char *bytes, size_t at, size_t end)
{
    bool quoted = bytes[at] == '"';
    for (size_t depth = 0; at < end; at++) {
        char sign = bytes[at];
        bool closes = quoted ? sign == '"' && depth : sign == ')' || sign == ']';
        at += sign == '\\';
        depth += quoted ? sign == '"' && !depth : sign == '(' || sign == '[';
        if (closes && !--depth)
            return at + 1;
    }
    return end;
}

/* How many columns the value of `columns:` says: a number, or one in brackets for each, also so many times.
 */
static size_t typst_columns(const char *bytes, size_t at, size_t end)
{
    size_t columns = 1;
    if (bytes[at] != '(')
        return span_at(bytes + at);
    size_t close = behind_closing(bytes, at, end);
    for (size_t i = at; i + 1 < close; i++)
        columns += bytes[i] == ',' && bytes[i + 1 + strspn(bytes + i + 1, " \n")] != ')';
    for (close += strspn(bytes + close, " "); close < end && bytes[close] == '*'; close++)
        columns *= span_at(bytes + close + 1 + strspn(bytes + close + 1, " "));
    return columns;
}

/* The words of a cell in brackets or quotation marks, without marks of emphasis around them. */
static void add_typst_cell(struct wiki *wiki, struct wiki_spans spans, size_t start, size_t end)
{
    const struct nb_text *text = wiki->reader->text;
    while (start + 1 < end && strchr("*_", text->bytes[start]) && text->bytes[start] == text->bytes[end - 1])
        start++, end--;
    for (bool first = true; first || start < end; first = false) {
        size_t stop = text_find(text, start, end, '\n');
        struct piece words = trim(text, start, stop - (stop > start && text->bytes[stop - 1] == '\\'));
        if (first)
            add_cell(wiki, spans, words);
        else
            sheet_add_piece(&wiki->reader->sheet, words);
        start = stop + 1;
    }
}

/* The named arguments of a call: what the table says of its columns, or a cell of what it spans. Returns the
 * place behind the name. */
static size_t read_typst_name(struct wiki *wiki, struct wiki_spans *spans, size_t at, size_t end)
{
    const char *bytes = wiki->reader->text->bytes;
    size_t length = strspn(bytes + at, "abcdefghijklmnopqrstuvwxyz.-"), behind = at + length;
    struct {
        const char *name;
        size_t *says;
    } names[] = {{"colspan", &spans->columns}, {"rowspan", &spans->rows}, {"columns", &wiki->width}};
    bool named = behind < end && bytes[behind] == ':';
    size_t value = named ? behind + 1 + strspn(bytes + behind + 1, " ") : behind;
    for (size_t i = 0; named && i < sizeof names / sizeof *names; i++)
        if (length == strlen(names[i].name) && memcmp(bytes + at, names[i].name, length) == 0)
            *names[i].says = typst_columns(bytes, value, end);
    bool line = length > 4 && memcmp(bytes + behind - 4, "line", 4) == 0; /* table.hline(start: 1) */
    if (value < end && bytes[value] == '(' && (named || line))
        return behind_closing(bytes, value, end);
    return value;
}

struct found read_typst(struct reader *reader, size_t first)
{
    const char *bytes = reader->text->bytes;
    size_t at = reader->lines[first].words.start + starts(reader, first, "#"), line = first;
    if (!bytes_begin(bytes + at, bytes + reader->text->length, "table("))
        return (struct found){0};
    at += strlen("table");
    size_t end = behind_closing(bytes, at, reader->text->length), close;
    struct wiki wiki = {.reader = reader};
    struct wiki_spans spans = {1, 1};
    for (at++; at + 1 < end; at = close) {
        close = at + 1;
        if (bytes[at] >= 'a' && bytes[at] <= 'z') {
            close = read_typst_name(&wiki, &spans, at, end);
        } else if (strchr("[\"", bytes[at])) {
            close = behind_closing(bytes, at, end);
            add_typst_cell(&wiki, spans, at + 1, close - 1);
            spans = (struct wiki_spans){1, 1};
        }
    }
    if (reader->sheet.row_count)
        pass_hanging(&wiki);
    while (line < reader->count && reader->lines[line].begin < end)
        line++;
    return (struct found){wiki.width && sheet_is_even(&reader->sheet) ? FOUND : REFUSED, first, line,
                          LOST_NOTHING};
}

/* ---- lists that are tables ---- */

struct found read_list(struct reader *reader, size_t first)
{
    if (!starts(reader, first, ".. list-table::"))
        return (struct found){0};
    struct wiki wiki = {.reader = reader};
    size_t line = first + 1;
    for (; line < reader->count; line++) {
        struct piece words = reader->lines[line].words;
        bool row = starts(reader, line, "* -"), cell = row || starts(reader, line, "-");
        if (is_page_mark(reader->text, words))
            continue;
        if (words.start == reader->lines[line].begin && words.start < words.end)
            break;
        if (row)
            begin_row(&wiki);
        if (cell && reader->sheet.row_count)
            add_cell(&wiki, (struct wiki_spans){1, 1},
                     trim(reader->text, words.start + (row ? 3 : 1), words.end));
        else if (reader->sheet.cell_count)
            add_words(reader, line);
    }
    return (struct found){reader->sheet.cell_count ? FOUND : NONE_FOUND, first, line, LOST_NOTHING};
}
