/* table_pairs.c - tables told as lists of names and values, "row: column 3, column 0", as language models and
 * programs that print records write them, in outlines, YAML, JSON and sentences. */
#include "table_reader.h"

#include "fold.h"
#include "utf8.h"
#include "width.h"

#include <ctype.h>
#include <string.h>

/* Such a list is read as what it names: LABEL VALUE is a cell of the column LABEL; any other LABEL names the
 * row of those behind it. How they are punctuated, and in which lines they stand, tells nothing. */
enum token { TOKEN_NONE, TOKEN_LABEL, TOKEN_VALUE, TOKEN_WORDS };

/* A cell: its row's label, its column's, and its value (start == end: it is empty). In a row without cells, a
 * heading of rows, `column` is empty. */
struct pair {
    struct piece row, column, value;
};

/* A list while it is read. `row`: the row that is named; `kept`: how many of the pairs stand before `end`,
 * the line behind the last value. */
struct pairs {
    struct reader *reader;
    struct pair *pairs;
    size_t count, capacity, kept, values, end;
    struct piece row;
};

static bool is_none(struct piece piece)
{
    return piece.start == piece.end;
}

/* ---- tokens ---- */

static size_t step(const struct nb_text *text, size_t at)
{
    do
        at += utf8_step(text->shadow + at);
    while (text->shadow[at] == FOLD_FILLER);
    return at;
}

/* Whether a sign parts what stands before it from what stands behind, but within brackets. */
static bool parts(const char *sign)
{
    static const bool ascii[128] = {[':'] = true, ['='] = true, [','] = true,  [';'] = true,  ['|'] = true,
                                    ['<'] = true, ['>'] = true, ['{'] = true,  ['}'] = true,  ['['] = true,
                                    [']'] = true, ['"'] = true, ['\''] = true, ['\t'] = true, ['`'] = true};
    unsigned char byte = (unsigned char)*sign;
    return byte < 0x80    ? ascii[byte]
           : byte == 0xE2 ? (unsigned char)sign[1] == 0x86 /* arrows */
                          : byte == 0xE3 && (utf8_is(sign, "、") || utf8_is(sign, "。"));
}

static size_t skip_ideographs(const struct nb_text *text, size_t at, size_t end)
{
    while (at < end && utf8_is_han(text->shadow + at))
        at += 3;
    return at < end ? at : end;
}

/* The longest label that begins at a place. It ends where ideographs do, or behind a bracket or quotation
 * that closes there; no longer one is sought behind a sign that parts words, for a row and its column may be
 * a label together: 行政复议，结果维持. */
static struct piece label_at(struct reader *reader, size_t start, size_t end)
{
    const struct nb_text *text = reader->text;
    const char *shadow = text->shadow;
    struct piece longest = {start, start};
    size_t last = end - start > 3 * LEXICON_LONGEST ? start + 3 * LEXICON_LONGEST : end;
    bool none = utf8_is_han(shadow + start)
                    ? !lexicon_may_begin(reader->lexicon, utf8_decode(shadow + start, 3))
                    : strspn(shadow + start, "0123456789") > 1; /* no label has so great a number */
    if (none)
        return longest;
    for (size_t at = start, next, open = 0; at < last; at = next) {
        bool letter = utf8_is_han(shadow + at), closes = shadow[at] == ')' || utf8_is(shadow + at, "”");
        next = letter ? skip_ideographs(text, at, end) : step(text, at);
        bool value = (shadow[at] == '(' || (open && !closes)) &&
                     isdigit((unsigned char)shadow[next]); /* a cell in brackets */
        if (value || utf8_is(shadow + at, "。") || (!is_none(longest) && !open && parts(shadow + at)))
            break;
        open += shadow[at] == '(';
        open -= shadow[at] == ')' && open;
        struct piece piece = {start, next < end ? next : end};
        if ((letter || closes) && !open && is_label(reader, piece))
            longest = piece;
    }
    return longest;
}

/* Where a value ends that begins at a place: before what parts values, but for the comma within a number, and
 * before a bracket that has opened before it. */
static size_t value_end(const struct nb_text *text, size_t at, size_t end)
{
    for (size_t open = 0; at < end; at = step(text, at)) {
        const char *sign = text->shadow + at;
        open += *sign == '(';
        if (*sign == ')' && !open--)
            break;
        bool grouped =
            *sign == ',' && at && isdigit((unsigned char)sign[-1]) && strspn(sign + 1, "0123456789") == 3;
        if ((parts(sign) && !grouped) || *sign == ' ')
            break;
    }
    return at;
}

/* The value behind a label, and what stands between them: marks, never words. */
static struct piece value_behind(const struct reader *reader, size_t at, size_t end)
{
    const struct nb_text *text = reader->text;
    size_t start = at;
    while (start < end && (strchr(":=|\t \"'`>.", text->shadow[start]) || utf8_is(text->shadow + start, "…")))
        start = step(text, start);
    struct piece value = trim(text, start, value_end(text, start, end));
    const char *sign = text->shadow + value.start;
    bool written = (unsigned char)*sign < 0x80 || utf8_is_han(sign) ||
                   utf8_is(sign, "—"); /* no frame, no other script */
    return written && !is_none(value) && holds_value(reader, value) ? value : (struct piece){start, start};
}

/* The next token of a line from `*at` on; behind it then. Marks and letters are none. */
static enum token next_token(struct reader *reader, size_t *at, size_t end, struct piece *piece)
{
    const struct nb_text *text = reader->text;
    const char *shadow = text->shadow;
    while (*at < end && !utf8_is_han(shadow + *at) && !isdigit((unsigned char)shadow[*at]) &&
           shadow[*at] != '(')
        *at = step(text, *at);
    if (*at >= end)
        return TOKEN_NONE;
    *piece = label_at(reader, *at, end);
    if (is_none(*piece) && shadow[*at] == '(') /* around the cells of a row */
        *piece = label_at(reader, step(text, *at), end);
    enum token token = TOKEN_LABEL;
    if (is_none(*piece)) {
        piece->end = value_end(text, *at, end);
        token = holds_value(reader, trim(text, *at, piece->end)) ? TOKEN_VALUE : TOKEN_WORDS;
        if (token == TOKEN_WORDS)
            piece->end = skip_ideographs(text, step(text, *at), end);
    }
    *at = piece->end;
    return token;
}

/* ---- the list ---- */

static void add_pair(struct pairs *list, struct piece column, struct piece value)
{
    list->pairs = xgrow(list->pairs, &list->capacity, list->count + 1, sizeof *list->pairs);
    list->pairs[list->count++] = (struct pair){list->row, column, value};
    list->values += !is_none(value);
}

/* A label and the value behind it. False: the label names no column, or of no row. */
static bool take_cell(struct pairs *list, struct piece label, struct piece value)
{
    if (is_none(list->row) || !(label_kinds(list->reader, &label, 1) & WORD_COLUMN))
        return false;
    add_pair(list, label, value);
    return true;
}

static bool is_column_alone(struct pairs *list, struct piece label)
{
    return (label_kinds(list->reader, &label, 1) & (WORD_COLUMN | WORD_ROW | WORD_GROUP)) == WORD_COLUMN;
}

/* Whether the last row has no cells, nor is it a heading of rows: so labels stand in the head of a table. */
static bool lacks_cells(const struct pairs *list)
{
    const struct pair *last = list->count ? &list->pairs[list->count - 1] : NULL;
    unsigned kinds = last && is_none(last->column) ? label_kinds(list->reader, &last->row, 1) : 0;
    return (kinds & (WORD_ROW | WORD_GROUP | WORD_PART)) == WORD_ROW;
}

/* A column's label without a value behind it: a sign says that the cell is empty, or the label names what
 * names the row: "item: row". False: labels of columns stand side by side, as in the head of a table. */
static bool take_empty(struct pairs *list, struct piece label, size_t end)
{
    static const char blanks[] = {'"', '\'', ' ', FOLD_FILLER, 0};
    const char *shadow = list->reader->text->shadow;
    size_t at = label.end + strspn(shadow + label.end, blanks);
    if (at >= end)
        return true;
    if (!strchr(":=|", shadow[at]))
        return false;
    at += 1 + strspn(shadow + at + 1, blanks);
    if (at >= end || strchr(",;}", shadow[at]))
        add_pair(list, label, (struct piece){at, at});
    return true;
}

/* A label without a value behind it: the row of what follows, or a column. False: the row before has no
 * cells. */
static bool take_name(struct pairs *list, struct piece label, size_t end)
{
    const struct nb_text *text = list->reader->text;
    if (is_column_alone(list, label) && !is_none(list->row))
        return take_empty(list, label, end);
    if (same_words(text, list->row, label))
        return true;
    bool lacks = lacks_cells(list);
    list->row = label;
    add_pair(list, (struct piece){0, 0}, (struct piece){0, 0});
    return !lacks;
}

/* Whether a value that begins a line is the number of what follows, or of a record: "*** 2. row ***". */
static bool is_number_of(const struct nb_text *text, struct piece line, struct piece value)
{
    struct piece rest = trim(text, value.end, line.end);
    bool record =
        strspn(text->shadow + rest.start, "-*] .abcdefghijklmnopqrstuvwxyz") >= rest.end - rest.start &&
        strchr("*-[", text->shadow[line.start]);
    return record ||
           (value.end < line.end && (text->shadow[value.end - 1] == '.' || text->shadow[value.end] == ')'));
}

/* Read a line into the list. False: it is none of the list's. */
static bool take_line(struct pairs *list, struct piece line)
{
    struct piece piece, value;
    bool first = true, words = false;
    enum token token;
    for (size_t at = line.start; (token = next_token(list->reader, &at, line.end, &piece)); first = false) {
        bool leads = first && (token != TOKEN_VALUE || is_number_of(list->reader->text, line, piece));
        words = token == TOKEN_WORDS;
        if ((token != TOKEN_LABEL && !leads) ||
            (words && !strchr(":=|\"' \t", list->reader->text->shadow[at])))
            return false;
        if (token != TOKEN_LABEL)
            continue;
        value = value_behind(list->reader, at, line.end);
        if (is_none(value) ? !take_name(list, piece, line.end) : !take_cell(list, piece, value))
            return false;
        at = value.end > at ? value.end : at;
    }
    return !words; /* words may stand before a label only: "item: row" */
}

/* Whether a line has marks only, as those that close a list of programs. */
static bool is_marks(struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words, piece;
    size_t at = words.start;
    return !is_none(words) && strchr("}]`", reader->text->shadow[at]) &&
           !next_token(reader, &at, words.end, &piece);
}

/* Whether a line has an empty cell: such lines are rows of a grid. */
static bool has_empty_cell(const struct reader *reader, size_t line)
{
    const char *bytes = reader->text->bytes, *end = bytes + reader->lines[line].end;
    char before = 0;
    for (const char *at = bytes + reader->lines[line].begin; at < end; at++)
        if (*at != ' ') {
            if (*at == before && strchr("|,\t", *at))
                return true;
            before = *at;
        }
    return before == '\t';
}

/* Returns the line behind the list, the first that is none of it. */
static size_t find_pairs(struct pairs *list, size_t first)
{
    struct reader *reader = list->reader;
    size_t line = first;
    for (; line < reader->count && list->values <= LIMIT_CELLS; line++) {
        size_t values = list->values;
        bool taken = !(reader->lines[line].marks & LINE_TABLE) && take_line(list, reader->lines[line].words);
        if (!taken || (list->values > values && has_empty_cell(reader, line))) {
            list->values = values;
            break;
        }
        if (list->values > values) {
            list->end = line + 1;
            list->kept = list->count;
        }
    }
    while (list->end && list->end < reader->count && is_marks(reader, list->end))
        list->end++;
    return line;
}

/* ---- the table ---- */

static void add_label(struct sheet *sheet, struct piece label)
{
    sheet_add_row(sheet);
    sheet_add_cell(sheet, 0);
    sheet_add_piece(sheet, label);
}

static void add_heading(struct sheet *sheet, struct piece label, size_t columns)
{
    add_label(sheet, label);
    while (columns--)
        sheet_add_cell(sheet, SPAN_LEFT);
}

static void add_row(struct sheet *sheet, struct piece label, const struct pair *pairs, size_t count,
                    bool head)
{
    add_label(sheet, label);
    for (size_t i = 0; i < count; i++) {
        sheet_add_cell(sheet, 0);
        sheet_add_piece(sheet, head ? pairs[i].column : pairs[i].value);
    }
}

static bool same_columns(const struct nb_text *text, const struct pair *a, size_t a_count,
                         const struct pair *b, size_t b_count)
{
    if (a_count != b_count)
        return false;
    for (size_t i = 0; i < a_count; i++)
        if (!same_words(text, a[i].column, b[i].column))
            return false;
    return true;
}

/* Rows that name the same columns are a table, with the headings between them. */
static void write_pairs(struct pairs *list)
{
    struct reader *reader = list->reader;
    const struct pair *pairs = list->pairs, *head = NULL;
    for (size_t at = 0, first, end, columns = 0; at < list->kept; at = end) {
        for (first = at; is_none(pairs[first].column);)
            first++;
        for (end = first; end < list->kept && !is_none(pairs[end].column);)
            end++;
        bool again = head && same_columns(reader->text, head, columns, pairs + first, end - first);
        if (head && !again)
            sheet_write(reader, TEXT_GRID, true);
        columns = end - first;
        for (size_t i = at; i < first; i++)
            if (!same_words(reader->text, pairs[i].row, pairs[first].row))
                add_heading(&reader->sheet, pairs[i].row, columns);
        head = pairs + first;
        if (!again)
            add_row(&reader->sheet, (struct piece){0, 0}, head, columns, true);
        add_row(&reader->sheet, head->row, head, columns, false);
    }
    sheet_write(reader, TEXT_GRID, true);
}

/* The words before the value that a line ends in, as nearly all lines of a list do; a unit in brackets behind
 * them is no part. An empty piece: it ends in no value, or in several. */
static struct piece name_before_value(const struct nb_text *text, struct piece words)
{
    enum { UNITS = 9 }; /* bytes of them, and of a full stop */
    const char *shadow = text->shadow;
    size_t start = words.start, at = words.end, units = at - start > UNITS ? at - UNITS : start, step;
    while (at > start && !isdigit((unsigned char)shadow[at - 1]) &&
           ((unsigned char)shadow[at - 1] < 0x80 || at > units))
        at -= at - start > 2 && (unsigned char)shadow[at - 3] >= 0xE0 ? 3 : 1;
    if (at == start || !isdigit((unsigned char)shadow[at - 1]))
        return (struct piece){0, 0};
    while (at > start && (isdigit((unsigned char)shadow[at - 1]) || strchr(".,", shadow[at - 1])))
        at--;
    for (bool inside = false; at > start && (inside || (unsigned char)shadow[at - 1] < 0x80); at--) {
        if (isdigit((unsigned char)shadow[at - 1]))
            return (struct piece){0, 0};
        inside = shadow[at - 1] == ')' || (inside && shadow[at - 1] != '(');
    }
    struct piece name = {at, at};
    do {
        step = name.start - start >= 3 && utf8_is_han(shadow + name.start - 3)
                   ? 3
                   : name.start > start && shadow[name.start - 1] == '/';
        name.start -= step;
    } while (step);
    return name;
}

/* Whether a line ends in the name of a column and its value. */
static bool is_pair_line(struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    struct piece name =
        is_digits(reader->text, words) ? (struct piece){0, 0} : name_before_value(reader->text, words);
    return !is_none(name) && label_kinds(reader, &name, 1) & WORD_COLUMN;
}

/* Whether a list may begin with a line: a value stands in it, or soon behind it. Without this look each label
 * of other tables is sought in the forms once more, which cost a table of lines 100 instructions a byte. */
static bool may_begin(struct reader *reader, size_t line)
{
    enum {
        NAMES = 12
    }; /* lines: the head of long rows and its rule, a part, headings of rows, a row, with empty ones between
        */
    if (reader->pair_line < line)
        reader->pair_line = line;
    while (reader->pair_line < reader->count && !is_pair_line(reader, reader->pair_line))
        reader->pair_line++;
    return reader->pair_line < reader->count && reader->pair_line - line < NAMES;
}

/* A list of a row, a column and a value in each line may have a head with a name for each, and a rule below
 * it. Returns the line behind it, where it has a sign that parts them; `first`: it has none. */
static size_t behind_names(const struct reader *reader, size_t first)
{
    enum { LONGEST = 96 };
    const struct line *line = &reader->lines[first];
    if (!(line->marks & (LINE_TAB | LINE_BAR | LINE_NARROW_COMMA)) ||
        line->words.end - line->words.start > LONGEST)
        return first;
    return first + 1 < reader->count && consists_of(reader->text, line[1].words, "|-: ") ? first + 2
                                                                                         : first + 1;
}

/* Whether the list begins with a row, a column and a value in one line. */
static bool is_long(const struct pairs *list, size_t line)
{
    return list->kept > 1 && is_none(list->pairs[0].column) && !is_none(list->pairs[1].column) &&
           list->pairs[1].value.end <= list->reader->lines[line].words.end;
}

size_t read_pairs(struct reader *reader, size_t first)
{
    enum { FEWEST = 2 };
    if (first < reader->refused[REFUSED_PAIRS] || !reader->lexicon || !may_begin(reader, first))
        return first;
    struct pairs list = {.reader = reader};
    size_t end = find_pairs(&list, first), second = end > first ? first : behind_names(reader, first);
    bool found = list.values >= FEWEST;
    if (second > first) {
        list.count = list.values = 0;
        list.row = (struct piece){0, 0};
        find_pairs(&list, second);
        found = is_long(&list, second);
    }
    if (found) {
        reader_claim(reader, first, list.end);
        write_pairs(&list);
    } else {
        list.end = reader_refuse(reader, REFUSED_PAIRS, first, end);
    }
    xfree(list.pairs);
    return list.end;
}
