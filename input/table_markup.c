/* table_markup.c - tables in markup that says what cells span: of wikis, AsciiDoc, Textile and Typst, and
 * lists that are tables in reStructuredText. */
#include "table_reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* How many columns and rows a cell takes. */
struct cell_spans {
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

static size_t span_in(const char *at, const char *end, const char *name)
{
    const char *found = bytes_find(at, end, name);
    found = found ? found + strlen(name) : end;
    return found < end && *found == '=' ? span_at(found + 1 + (found[1] == '"')) : 1;
}

/* What attributes say: colspan="2" rowspan="3". */
static struct cell_spans spans_in(const char *at, const char *end)
{
    return (struct cell_spans){span_in(at, end, "colspan"), span_in(at, end, "rowspan")};
}

/* MediaWiki says behind a cell's sign what it spans, which a single bar closes: colspan="2" | words. Returns
 * where the words begin. */
static const char *behind_attributes(const char *at, const char *end, struct cell_spans *spans)
{
    const char *bar = memchr(at, '|', (size_t)(end - at));
    if (!bar || bar[1] == '|' || !memchr(at, '=', (size_t)(bar - at)) || bytes_find(at, bar, "!!"))
        return at;
    *spans = spans_in(at, bar);
    return bar + 1;
}

/* Creole and XWiki have the sign of a head and, in brackets with percent signs, what the cell spans: =(%
 * colspan="2" %). */
static const char *behind_parameters(const char *at, const char *end, struct cell_spans *spans)
{
    at += at < end && *at == '=';
    const char *opens = at + strspn(at, " "),
               *close = bytes_begin(opens, end, "(%") ? bytes_find(opens, end, "%)") : NULL;
    if (close)
        *spans = spans_in(opens, close);
    return close ? close + 2 : at;
}

/* Textile has it so: "|\\3. ", "|/2. ", "|\\3/2. ". */
static const char *behind_signs(const char *at, const char *end, struct cell_spans *spans)
{
    size_t signs = strspn(at, "\\/_<>=^~0123456789");
    if (!signs || isdigit((unsigned char)*at) || !bytes_begin(at + signs, end, ". "))
        return at;
    for (const char *sign = at; sign < at + signs; sign++)
        if (*sign == '\\' || *sign == '/')
            *(*sign == '/' ? &spans->rows : &spans->columns) = span_at(sign + 1);
    return at + signs + 2;
}

/* AsciiDoc says in front of a bar what the cell behind it spans, how it is set and what it holds: "3+|",
 * ".2+|", "^.^|", "3.2+a|". Returns where that begins; `bar`: nowhere. */
static const char *spans_before(const char *start, const char *bar, struct cell_spans *spans)
{
    const char *at = bar;
    bool said = at > start && strchr("adehlmsv", at[-1]), digits = false, plus = false;
    at -= said;
    for (; at > start && strchr("0123456789.+<>^", at[-1]); at--) {
        digits |= isdigit((unsigned char)at[-1]);
        plus |= at[-1] == '+';
        said |= at[-1] > '9'; /* < > ^ */
    }
    if (!(said || (plus && digits)) || (at > start && at[-1] != ' '))
        return bar;
    if (plus)
        *spans = (struct cell_spans){span_at(at), span_at(at + strcspn(at, ".+") + 1)};
    return at;
}

/* A language that marks the rows and cells of tables. A line that begins with `row` begins one, and is it as
 * a whole if `apart`; signs that begin a cell stand `first` in a line, or `within` it, but for one that
 * `closes` a row. Up to a line that begins with `end` a table goes on, NULL: while lines begin with `row` or,
 * in a `list`, are drawn in. `breaks`: ends a line of a cell. */
struct markup {
    const char *begin, *end, *row, *breaks;
    const char *first[3], *within[3];
    const char *(*behind)(const char *at, const char *end, struct cell_spans *spans);
    const char *(*before)(const char *start, const char *bar, struct cell_spans *spans);
    bool apart, closes, list;
};

static const struct markup languages[] = {
    {"{|", "|}", "|-", NULL, {"|", "!"}, {"||", "!!"}, behind_attributes, NULL, true, false, false},
    {"|===", "|===", NULL, NULL, {"|"}, {"|"}, NULL, spans_before, false, false, false},
    {"|=", NULL, "|", "\\\\", {"|"}, {"|"}, behind_parameters, NULL, false, false, false},
    {"|", NULL, "|", NULL, {"|"}, {"|"}, behind_signs, NULL, false, true, false},
    {".. list-table::", NULL, "* -", NULL, {"* -", "-"}, {NULL}, NULL, NULL, false, false, true}};
enum { LANGUAGES = sizeof languages / sizeof *languages };

/* A table while it is read: for each column, how many rows the cell above still spans. `width`: how many
 * columns cells fill before another row begins; 0: rows are marked. `groups`: how many "(((" are open, which
 * XWiki sets around the paragraphs of one cell. */
struct markup_table {
    struct reader *reader;
    const struct markup *markup;
    size_t hanging[256], column, width, groups;
    size_t beside, below; /* positions beside the last cell and below it that it covers as well */
};

/* The last cell has all its words: what it covers beside it follows. */
static void end_cell(struct markup_table *table)
{
    for (; table->beside; table->beside--, table->column++) {
        sheet_add_cell(&table->reader->sheet, SPAN_LEFT);
        if (table->column < 256)
            table->hanging[table->column] = table->below;
    }
}

/* Positions that a cell above covers. */
static void pass_hanging(struct markup_table *table)
{
    end_cell(table);
    for (; table->column < 256 && table->hanging[table->column]; table->column++) {
        table->hanging[table->column]--;
        sheet_add_cell(&table->reader->sheet, SPAN_ABOVE);
    }
}

static void begin_row(struct markup_table *table)
{
    if (table->reader->sheet.row_count)
        pass_hanging(table);
    table->column = 0;
    sheet_add_row(&table->reader->sheet);
}

static void add_cell(struct markup_table *table, struct cell_spans spans)
{
    if (!table->reader->sheet.row_count)
        begin_row(table);
    pass_hanging(table);
    if (table->width && table->column >= table->width) {
        begin_row(table);
        pass_hanging(table);
    }
    sheet_add_cell(&table->reader->sheet, 0);
    table->beside = spans.columns - 1;
    table->below = spans.rows - 1;
    if (table->column < 256)
        table->hanging[table->column] = table->below;
    table->column++;
}

/* Words of the last cell, but for a plus behind a blank, which breaks a line in AsciiDoc, and a backslash. */
static void add_words(struct markup_table *table, const char *start, const char *end)
{
    const struct nb_text *text = table->reader->text;
    struct piece words = trim(text, (size_t)(start - text->bytes), (size_t)(end - text->bytes));
    char last = words.start < words.end ? text->bytes[words.end - 1] : '\0';
    bool alone = last && (words.end - words.start == 1 || text->bytes[words.end - 2] == ' ');
    if (table->reader->sheet.cell_count)
        sheet_add_piece(&table->reader->sheet, trim(text, words.start, words.end - (last == '+' && alone)));
}

/* The bytes of what stands at `at` and is no word: a line break of the cell, a bracket of a group. */
static size_t mark_length(struct markup_table *table, const char *at, const char *end)
{
    if (!table->markup->breaks)
        return 0;
    bool opens = bytes_begin(at, end, "((("), closes = table->groups && bytes_begin(at, end, ")))");
    table->groups += opens;
    table->groups -= closes;
    return opens || closes                               ? 3
           : bytes_begin(at, end, table->markup->breaks) ? strlen(table->markup->breaks)
                                                         : 0;
}

/* The cells of a line, and what of it goes on with the last one; elements around it are no words of it. */
static void read_line(struct markup_table *table, size_t number)
{
    const struct markup *as = table->markup;
    struct piece line = table->reader->lines[number].words;
    const char *begin = table->reader->text->bytes + line.start, *start = begin,
               *end = table->reader->text->bytes + line.end;
    bool row = as->row && !table->groups && bytes_begin(begin, end, as->row);
    hide_tags(table->reader->text, line);
    if (row)
        begin_row(table);
    for (const char *at = begin; at < end && !(row && as->apart);) {
        size_t sign = table->groups ? 0 : string_opening(at, at == begin ? as->first : as->within),
               mark = sign ? 0 : mark_length(table, at, end);
        struct cell_spans spans = {1, 1};
        if (sign || mark)
            add_words(table, start, sign && as->before ? as->before(start, at, &spans) : at);
        at += sign + mark;
        start = sign || mark ? at : start;
        if (sign && !(as->closes && at == end)) {
            start = at = as->behind ? as->behind(at, end, &spans) : at;
            add_cell(table, spans);
        }
        at += !sign && !mark;
    }
    if (!(row && as->apart))
        add_words(table, start, end);
}

static bool goes_on(const struct markup_table *table, size_t line)
{
    const struct line *at = &table->reader->lines[line];
    const struct markup *as = table->markup;
    return as->end    ? !starts(table->reader, line, as->end)
           : as->list ? at->words.start > at->begin || at->words.start == at->words.end ||
                            is_page_mark(table->reader->text, at->words)
                      : table->groups || starts(table->reader, line, as->row);
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
    bool more = at != NULL;
    for (at += more ? strlen("cols=") : 0; more && at < end && strchr("\"'", *at);)
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
    const char *start = reader->text->bytes + words.start, *end = reader->text->bytes + words.end;
    size_t columns = 0;
    for (const char *at = start; (at = memchr(at, '|', (size_t)(end - at))); at++) {
        struct cell_spans spans = {1, 1};
        spans_before(start, at, &spans);
        columns += spans.columns;
    }
    return columns;
}

/* Whether a cell of a line says what it spans or how it is set, which alone tells a row of Textile. */
static bool has_spans(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    const char *at = reader->text->bytes + words.start, *end = reader->text->bytes + words.end;
    struct cell_spans spans;
    while ((at = memchr(at, '|', (size_t)(end - at))) && behind_signs(at + 1, end, &spans) == at + 1)
        at++;
    return at != NULL;
}

/* A table of a language that begins with a line. */
static struct found read_language(struct reader *reader, size_t first, const struct markup *as)
{
    struct markup_table table = {.reader = reader, .markup = as};
    size_t line = first + (as->end || as->list), said = as->before ? columns_said(reader, first) : 0;
    table.width = said || !as->before ? said : columns_shown(reader, next_line(reader, line));
    for (; line < reader->count && goes_on(&table, line); line++)
        if (!(as->apart && starts(reader, line, "|+")) &&
            !is_page_mark(reader->text, reader->lines[line].words))
            read_line(&table, line);
    pass_hanging(&table);
    line += as->end && line < reader->count;
    bool found = as->apart || as->list ? reader->sheet.cell_count > 0 : sheet_is_even(&reader->sheet);
    return (struct found){found ? FOUND : REFUSED, first - (said && reader->written < first), line,
                          LOST_NOTHING};
}

struct found read_markup(struct reader *reader, size_t first)
{
    struct found found = {0};
    for (size_t i = 0; i < LANGUAGES && found.what == NONE_FOUND; i++)
        if (starts(reader, first, languages[i].begin) && (!languages[i].closes || has_spans(reader, first)))
            found = read_language(reader, first, &languages[i]);
    return found;
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
static void add_typst_cell(struct markup_table *table, struct cell_spans spans, size_t start, size_t end)
{
    const struct nb_text *text = table->reader->text;
    add_cell(table, spans);
    while (start + 1 < end && strchr("*_", text->bytes[start]) && text->bytes[start] == text->bytes[end - 1])
        start++, end--;
    for (size_t stop; start < end; start = stop + 1) {
        stop = text_find(text, start, end, '\n');
        sheet_add_piece(&table->reader->sheet,
                        trim(text, start, stop - (stop > start && text->bytes[stop - 1] == '\\')));
    }
}

/* The named arguments of a call: what the table says of its columns, or a cell of what it spans. Returns the
 * place behind the name. */
static size_t read_typst_name(struct markup_table *table, struct cell_spans *spans, size_t at, size_t end)
{
    const char *bytes = table->reader->text->bytes;
    size_t length = strspn(bytes + at, "abcdefghijklmnopqrstuvwxyz.-"), behind = at + length;
    struct {
        const char *name;
        size_t *says;
    } names[] = {{"colspan", &spans->columns}, {"rowspan", &spans->rows}, {"columns", &table->width}};
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
    struct markup_table table = {.reader = reader};
    struct cell_spans spans = {1, 1};
    for (at++; at + 1 < end; at = close) {
        close = at + 1;
        if (bytes[at] >= 'a' && bytes[at] <= 'z') {
            close = read_typst_name(&table, &spans, at, end);
        } else if (strchr("[\"", bytes[at])) {
            close = behind_closing(bytes, at, end);
            add_typst_cell(&table, spans, at + 1, close - 1);
            spans = (struct cell_spans){1, 1};
        }
    }
    if (reader->sheet.row_count)
        pass_hanging(&table);
    while (line < reader->count && reader->lines[line].begin < end)
        line++;
    return (struct found){table.width && sheet_is_even(&reader->sheet) ? FOUND : REFUSED, first, line,
                          LOST_NOTHING};
}
