/* table_pairs.c - tables told as lists of names and values, "row: column 3, column 0", as language models and
 * programs that print records write them, in outlines, YAML, JSON and sentences. */
#include "table_reader.h"

#include "fold.h"
#include "utf8.h"
#include "width.h"

#include <ctype.h>
#include <string.h>

/* Such a list is read as what it names: LABEL VALUE is a cell of the column LABEL; any other LABEL names the
 * row of those behind it. How they are punctuated, and in which lines they stand, tells nothing. Words that
 * are no label stand for one where labels do: before a value among cells, and over cells, where a line has
 * nothing else. What they mean is asked when the table is bound, as of words in any head. */
enum token { TOKEN_NONE, TOKEN_LABEL, TOKEN_VALUE, TOKEN_WORDS };

/* A cell: its row's label, its column's, and its value (start == end: it is empty). In a row without cells, a
 * heading of rows, `column` is empty. */
struct pair {
    struct piece row, column, value;
};

/* A list while it is read. `row`: the row that is named; `open`: words that name the next if cells follow;
 * `key`: what names rows, "item: row", where words do; `kept`: how many of the pairs stand before `end`, the
 * line behind the last value; `values`: under labels of columns, or words that are near to one; `strange`:
 * under other words; `line`: where the line begins that is read; `path`: the names that lead to the row, of
 * which that line has repeated `depth`. */
enum { LONGEST_PATH = 6 }; /* a part, three headings, a row and one more */

struct pairs {
    struct reader *reader;
    struct pair *pairs;
    size_t count, capacity, kept, values, strange, kept_strange, line, end;
    struct piece row, open, key, path[LONGEST_PATH];
    size_t path_count, depth;
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
    for (size_t at = start, next, open = 0, words = 0; at < last; at = next) {
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
        words += letter;
        if (letter && !open && (next - at > 3 || words > 1) && piece.end != longest.end &&
            !holds_value(reader, piece) && !begins_joined(reader, piece))
            break; /* its words begin none; one letter may be a number (一、) */
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
        bool behind = at && isdigit((unsigned char)sign[-1]);
        bool grouped = *sign == ',' && behind && strspn(sign + 1, "0123456789") == 3;
        size_t note = *sign == '[' && behind ? strspn(sign + 1, "0123456789") : 0; /* 12[1] */
        if (note && sign[note + 1] == ']')
            at += note + 1;
        else if ((parts(sign) && !grouped) || *sign == ' ')
            break;
    }
    return at;
}

/* Behind marks that lead from a name to its value. A long dash (——) does where something stands behind it; at
 * the end of a line it is the value. */
static size_t behind_marks(const struct nb_text *text, size_t at, size_t end)
{
    size_t dash;
    while (at < end && (strchr(":=|\t \"'`>.", text->shadow[at]) || utf8_is(text->shadow + at, "…")))
        at = step(text, at);
    for (dash = at; dash < end && utf8_is(text->bytes + dash, "—");)
        dash = step(text, dash);
    while (dash > at + 3 && dash < end && text->shadow[dash] == ' ')
        dash = step(text, dash);
    return dash > at + 3 && dash < end ? dash : at;
}

/* The value behind a label, and what stands between them: marks, never words. */
static struct piece value_behind(const struct reader *reader, size_t at, size_t end)
{
    const struct nb_text *text = reader->text;
    size_t start = behind_marks(text, at, end);
    struct piece value = trim(text, start, value_end(text, start, end));
    const char *sign = text->shadow + value.start;
    bool written = ((unsigned char)*sign < 0x80 && !bytes_begin(sign, text->shadow + end, "_.")) ||
                   utf8_is_han(sign) ||
                   utf8_is(sign, "—"); /* no frame, no other script, no mark of Textile */
    return written && !is_none(value) && holds_value(reader, value) ? value : (struct piece){start, start};
}

/* Behind the number before a label of the form, which has none: 1.自然人; `at`: none stands there. */
static size_t behind_number(const struct nb_text *text, size_t at, size_t stop)
{
    size_t end = at + strspn(text->shadow + at, "0123456789");
    if (end == at || !(strchr(".)", text->shadow[end]) || utf8_is(text->shadow + end, "、")))
        return at;
    for (end = step(text, end); end < stop && text->shadow[end] == ' ';)
        end = step(text, end);
    return end < stop ? end : at; /* blanks that end the line are not of its words */
}

/* Words up to a sign or blank that parts them from what is behind, or the value there; 2021年 is none. */
static struct piece words_at(const struct reader *reader, size_t start, size_t end)
{
    const struct nb_text *text = reader->text;
    size_t at = start;
    for (bool letter = false; at < end; at = step(text, at)) {
        const char *sign = text->shadow + at;
        if (parts(sign) || *sign == ' ' ||
            (letter && isdigit((unsigned char)*sign) &&
             holds_value(reader, (struct piece){at, value_end(text, at, end)})))
            break;
        letter = utf8_is_han(sign) || *sign == ')';
    }
    return trim(text, start, at);
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
    if (is_none(*piece) && behind_number(text, *at, end) > *at)
        *piece = label_at(reader, behind_number(text, *at, end), end);
    enum token token = TOKEN_LABEL;
    if (is_none(*piece)) {
        piece->end = value_end(text, *at, end);
        token = holds_value(reader, trim(text, *at, piece->end)) ? TOKEN_VALUE : TOKEN_WORDS;
        if (token == TOKEN_WORDS)
            *piece = words_at(reader, *at, end);
    }
    *at = piece->end;
    return token;
}

/* Where the ideograph before a place begins; `at`: none stands there. */
static size_t ideograph_before(const struct nb_text *text, size_t start, size_t at)
{
    return at - start >= 3 && utf8_is_han(text->shadow + at - 3) ? at - 3 : at;
}

/* Whether blanks stand between all characters of the words before a place: 自 然 人. Returns where the one
 * before them begins; `at`: they are not set so. */
static size_t spread_before(const struct nb_text *text, size_t start, size_t at)
{
    size_t end = at, one;
    while (end > start && (text->shadow[end - 1] == ' ' || text->shadow[end - 1] == FOLD_FILLER))
        end--;
    one = end < at ? ideograph_before(text, start, end) : end;
    return one < end && ideograph_before(text, start, one) == one ? one : at;
}

/* The words before a number in a line, with only marks and what brackets hold between, as a unit. */
static struct piece name_before(const struct nb_text *text, size_t start, size_t at)
{
    const char *shadow = text->shadow;
    for (bool inside = false; at > start && (inside || (unsigned char)shadow[at - 1] < 0x80); at--) {
        if (isdigit((unsigned char)shadow[at - 1]))
            return (struct piece){0, 0};
        inside = shadow[at - 1] == ')' || (inside && shadow[at - 1] != '(');
    }
    size_t first = at, before = at;
    bool spread = false;
    do {
        first = before;
        before = ideograph_before(text, start, first);
        before -= before == first && before > start && shadow[before - 1] == '/';
        spread |= at - first == 3;
        if (before == first && spread)
            before = spread_before(text, start, first);
    } while (before < first);
    return (struct piece){first, at};
}

/* The first digit of a line from `at` on; `end`, or behind it: none. The first in all is known to be in the
 * line. */
static size_t next_digit(const struct nb_text *text, size_t at)
{
    return at + strcspn(text->shadow + at, "0123456789\n");
}

/* Whether a line that has a digit has the name of a column and its value: before one of its first numbers,
 * which no other stands beside. No list has such lines: looked for behind them, too, rows in columns cost 20
 * instructions a byte more. */
static bool ends_in_pair(struct reader *reader, size_t line)
{
    enum { NUMBERS = 3 };
    const struct nb_text *text = reader->text;
    struct piece words = reader->lines[line].words;
    size_t at = next_digit(text, words.start);
    for (size_t numbers = 0, behind; numbers < NUMBERS && at < words.end; numbers++) {
        struct piece name = name_before(text, words.start, at);
        behind = at + strspn(text->shadow + at, "0123456789.,");
        at = next_digit(text, behind);
        if (at > behind && at < words.end && behind + strspn(text->shadow + behind, " \t") == at &&
            behind_number(text, at, words.end) == at)
            return false;
        for (const char *slash = text->shadow + name.start - 1; slash;
             slash = memchr(text->shadow + name.start, '/', name.end - name.start)) {
            name.start = (size_t)(slash + 1 - text->shadow);
            if (!is_none(name) && label_kinds(reader, &name, 1) & WORD_COLUMN)
                return true;
        }
    }
    return false;
}

static inline bool is_pair_line(struct reader *reader, size_t line)
{
    return reader->lines[line].marks & LINE_DIGIT && ends_in_pair(reader, line);
}

/* ---- the list ---- */

static void add_pair(struct pairs *list, struct piece column, struct piece value)
{
    list->pairs = xgrow(list->pairs, &list->capacity, list->count + 1, sizeof *list->pairs);
    list->pairs[list->count++] = (struct pair){list->row, column, value};
}

/* Name the row of what follows, if it is another. One that stands behind the names that lead to it is the
 * same where all are repeated. */
static void open_row(struct pairs *list, struct piece name)
{
    const struct nb_text *text = list->reader->text;
    list->open = (struct piece){0, 0};
    if (is_none(name))
        return;
    bool again = same_words(text, list->row, name),
         leads = list->depth < list->path_count && same_words(text, list->path[list->depth], name);
    list->row = name;
    list->depth += leads;
    if (again || leads)
        return;
    if (list->depth < LONGEST_PATH)
        list->path[list->depth++] = name;
    list->path_count = list->depth;
    add_pair(list, (struct piece){0, 0}, (struct piece){0, 0});
}

/* Whether the row that is named has a cell under this name. */
static bool has_cell(const struct pairs *list, struct piece name)
{
    for (size_t i = list->count; i-- > 0 && !is_none(list->pairs[i].column);)
        if (same_words(list->reader->text, list->pairs[i].column, name))
            return true;
    return false;
}

/* Whether a label names a row and a column at once: 行政复议/结果维持. */
static bool names_cell(const struct pairs *list, struct piece label)
{
    return (label_kinds(list->reader, &label, 1) & (WORD_COLUMN | WORD_SPAN)) == (WORD_COLUMN | WORD_SPAN);
}

/* A name and the value behind it; another of the same name is of a row that is named again. False: the name
 * is a label, but of no column, or the cell is of no row. */
static bool take_cell(struct pairs *list, bool label, struct piece name, struct piece value)
{
    open_row(list, list->open);
    bool column = !label || label_kinds(list->reader, &name, 1) & WORD_COLUMN;
    if (!column || (is_none(list->row) && !names_cell(list, name)))
        return false;
    bool shorter = list->depth && list->depth < list->path_count;
    list->path_count = shorter ? list->depth : list->path_count;
    if (shorter || has_cell(list, name))
        add_pair(list, (struct piece){0, 0}, (struct piece){0, 0});
    add_pair(list, name, value);
    *(label || near_label_kinds(list->reader, &name, 1) & WORD_COLUMN ? &list->values : &list->strange) += 1;
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

/* A column's label without a value behind it: the cell is empty or has signs of no value (**), or it names
 * what names the row: "item: row". False: labels of columns stand side by side, as in the head of a table. */
static bool take_empty(struct pairs *list, struct piece label, size_t end)
{
    static const char blanks[] = {'"', '\'', ' ', FOLD_FILLER, 0};
    const char *shadow = list->reader->text->shadow;
    size_t at = label.end + strspn(shadow + label.end, blanks);
    if (at >= end) {
        add_pair(list, label, (struct piece){end, end});
        return true;
    }
    if (!strchr(":=|", shadow[at]))
        return false;
    at += 1 + strspn(shadow + at + 1, blanks);
    struct piece signs = trim(list->reader->text, at, at < end ? value_end(list->reader->text, at, end) : at);
    size_t letter = signs.start;
    while (letter < signs.end && !utf8_is_han(shadow + letter) && !isalnum((unsigned char)shadow[letter]))
        letter = step(list->reader->text, letter);
    if (letter >= signs.end)
        add_pair(list, label, signs);
    return true;
}

/* A label without a value behind it: the row of what follows, or a column. False: the row before has no
 * cells. */
static bool take_name(struct pairs *list, struct piece label, size_t end)
{
    if (is_column_alone(list, label) && (!is_none(list->row) || names_cell(list, label)))
        return take_empty(list, label, end);
    bool lacks = lacks_cells(list) && !same_words(list->reader->text, list->row, label);
    open_row(list, label);
    return !lacks;
}

/* Words behind the `key` on their line name a row if the key did so before, or no row is named yet; else they
 * are what a cell says: "remark: words". */
static void take_text(struct pairs *list, struct piece key, struct piece words)
{
    if (!is_none(list->row) && !same_words(list->reader->text, list->key, key)) {
        take_cell(list, false, key, words);
        return;
    }
    list->key = key;
    list->open = words;
}

/* 其中, 3 of which: the words name no row. */
static bool names_part(const struct nb_text *text, struct piece words)
{
    return utf8_is(text->shadow + words.start, "其") && utf8_is(text->shadow + words.start + 3, "中");
}

/* Whether a label stands over columns of the row that is named: what is behind it is one of these. */
static bool spans_columns(const struct pairs *list, struct piece label)
{
    enum { NAMES = WORD_ROW | WORD_GROUP | WORD_COLUMN | WORD_PART | WORD_NOTE };
    return !is_none(label) && !is_none(list->row) &&
           (label_kinds(list->reader, &label, 1) & (NAMES | WORD_SPAN)) == WORD_SPAN &&
           label_kinds(list->reader, &list->row, 1) & WORD_ROW;
}

/* A name, label or words, and the value behind it, if there is one; `*key`: words before it on its line that
 * have no value, or a label over columns. */
static bool take_pair(struct pairs *list, struct piece *key, bool label, struct piece name,
                      struct piece value, size_t end)
{
    const struct nb_text *text = list->reader->text;
    struct piece before = *key;
    *key = (struct piece){0, 0};
    if (spans_columns(list, before)) /* 法人或其他组织/小计 */
        before = (struct piece){0, 0};
    if (is_none(value) && spans_columns(list, name)) {
        *key = name;
        return true;
    }
    if (!is_none(before) && !label && (is_none(value) || value.start == name.end)) {
        name.end = is_none(value) ? name.end : value.end;
        take_text(list, before, name);
        return strchr(":=\"'", text->shadow[before.end]) != NULL;
    }
    if (!is_none(value)) {
        bool named = !is_none(list->open) || (!is_none(list->row) && list->row.start >= list->line);
        if (!is_none(before) && !names_part(text, before) && named)
            take_cell(list, false, before, (struct piece){before.end, before.end});
        else if (!is_none(before) && !names_part(text, before))
            list->open = before;
        return take_cell(list, label, name, value);
    }
    if (label) {
        list->key = is_none(before) ? list->key : before;
        return take_name(list, name, end);
    }
    *key = name;
    return name.end >= end || strchr(":=|\"' \t", text->shadow[name.end]);
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

/* The value behind words: no label, nor the number of one. */
static struct piece value_behind_words(struct reader *reader, size_t at, size_t end)
{
    struct piece value = value_behind(reader, at, end);
    const char *shadow = reader->text->shadow;
    bool number = utf8_is_han(shadow + value.start) && utf8_is(shadow + value.end, "、"); /* 一、 */
    bool label = !is_none(value) && (number || !is_none(label_at(reader, value.start, end)));
    return label ? (struct piece){at, at} : value;
}

/* Words that end a line and have no value behind them: where nothing stands before them they may name a row,
 * if its cells are below; else a cell is empty. */
static bool take_last(struct pairs *list, struct piece words, bool alone)
{
    if (!alone)
        return take_cell(list, false, words, (struct piece){words.end, words.end});
    list->open = words;
    return true;
}

/* Read a line into the list. False: it is none of the list's. */
static bool take_line(struct pairs *list, struct piece line)
{
    struct piece piece, value, key = {0, 0};
    size_t tokens = 0;
    list->line = line.start;
    list->depth = 0;
    bool taken = true;
    enum token token;
    for (size_t at = line.start; taken && (token = next_token(list->reader, &at, line.end, &piece));
         tokens++) {
        if (token == TOKEN_VALUE) {
            taken = !tokens && is_number_of(list->reader->text, line, piece);
            continue;
        }
        value = token == TOKEN_LABEL ? value_behind(list->reader, at, line.end)
                                     : value_behind_words(list->reader, at, line.end);
        taken = take_pair(list, &key, token == TOKEN_LABEL, piece, value, line.end);
        at = value.end > at ? value.end : at;
    }
    return taken && (is_none(key) || spans_columns(list, key) || take_last(list, key, tokens == 1));
}

/* The name of the cell that the first line with words behind line `number` begins with; empty: it is no cell.
 */
static struct piece cell_below(struct reader *reader, size_t number)
{
    size_t next = next_line(reader, number + 1);
    struct piece name = {0, 0};
    if (next == reader->count)
        return name;
    struct piece words = reader->lines[next].words;
    size_t at = words.start;
    enum token token = next_token(reader, &at, words.end, &name);
    bool cell = token == TOKEN_LABEL
                    ? is_pair_line(reader, next) && !is_none(value_behind(reader, at, words.end))
                : token == TOKEN_WORDS ? !is_none(value_behind_words(reader, at, words.end))
                                       : false;
    return cell ? name : (struct piece){0, 0};
}

/* Whether the row that is named lacks a cell of this name, which the one before it has. */
static bool lacks_cell(const struct pairs *list, struct piece name)
{
    size_t at = list->count;
    while (at > 0 && !is_none(list->pairs[at - 1].column))
        at--;
    if (at < 2 || at == list->count || has_cell(list, name))
        return false;
    const struct pairs before = {.reader = list->reader, .pairs = list->pairs, .count = at - 1};
    return has_cell(&before, name);
}

/* Whether words that fill line `number` name a row: they are no prose, and the line below begins with a cell.
 * Where that is one which the row still lacks, they are a page's, and the row goes on behind them. */
static bool opens_row(struct pairs *list, size_t number)
{
    struct piece name = cell_below(list->reader, number);
    if (is_none(name) || ends_table(list->reader, number))
        return false;
    if (lacks_cell(list, name))
        list->open = (struct piece){0, 0};
    return true;
}

/* Whether the cells behind the last that is kept, whose names are no labels, have names that cells before it
 * have, too: as each row's last. */
static bool goes_on(const struct pairs *list)
{
    enum { FAR = 64 };
    const struct nb_text *text = list->reader->text;
    for (size_t i = list->kept; i < list->count; i++) {
        size_t at = list->kept > FAR ? list->kept - FAR : 0;
        while (at < list->kept && !same_words(text, list->pairs[at].column, list->pairs[i].column))
            at++;
        if (at == list->kept || is_none(list->pairs[i].column))
            return false;
    }
    return list->kept < list->count;
}

/* Whether a line has an empty cell: such lines are rows of a grid. In LaTeX no border stands before the
 * first.
 */
static bool has_empty_cell(const struct reader *reader, size_t line)
{
    const char *bytes = reader->text->bytes, *end = bytes + reader->lines[line].end;
    char before = '&';
    for (const char *at = bytes + reader->lines[line].begin; at < end; at++)
        if (*at != ' ') {
            if (*at == before && strchr("|,\t&!", *at))
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
    for (; line < reader->count && list->count <= LIMIT_CELLS; line++) {
        size_t values = list->values, open = list->open.start;
        bool taken = !(reader->lines[line].marks & LINE_TABLE) && take_line(list, reader->lines[line].words);
        taken = taken && (is_none(list->open) || list->open.start == open || opens_row(list, line));
        if (!taken || (list->values > values && has_empty_cell(reader, line))) {
            list->values = values;
            break;
        }
        if (list->values > values || goes_on(list)) {
            list->end = line + 1;
            list->kept = list->count;
            list->kept_strange = list->strange;
        }
    }
    return line;
}

/* ---- the table ---- */

static void add_label(struct sheet *sheet, struct piece label)
{
    sheet_add_row(sheet);
    sheet_add_cell(sheet, 0);
    sheet_add_piece(sheet, label);
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
        for (first = at; first < list->kept && is_none(pairs[first].column);)
            first++;
        for (end = first; end < list->kept && !is_none(pairs[end].column);)
            end++;
        if (first == end) /* the last line named one more row behind its value */
            break;
        bool again = head && same_columns(reader->text, head, columns, pairs + first, end - first);
        if (head && !again)
            sheet_write(reader, TEXT_GRID, true);
        columns = end - first;
        head = pairs + first;
        if (!again)
            add_row(&reader->sheet, (struct piece){0, 0}, head, columns, true);
        add_row(&reader->sheet, head->row, head, columns, false);
    }
    sheet_write(reader, TEXT_GRID, true);
}

/* The first line from this one on that a list may begin with: a value stands in it, or soon behind it.
 * Without this look each label of other tables is sought in the forms once more, which cost a table of lines
 * 100 instructions a byte. */
static size_t first_beginning(struct reader *reader, size_t line)
{
    /* lines: the head of long rows and its rule, a part, headings of rows, a row, with empty ones between */
    enum { NAMES = 12 };
    if (reader->behind_pair <= line) {
        size_t pair = line;
        while (pair < reader->count && !is_pair_line(reader, pair))
            pair++;
        reader->behind_pair = pair < reader->count ? pair + 1 : SIZE_MAX;
    }
    return reader->behind_pair - line <= NAMES ? line : reader->behind_pair - NAMES;
}

/* Whether the list may be a sentence with names and counts: it has a full stop, and no row of the forms. */
static bool may_be_prose(const struct pairs *list, size_t line)
{
    bool stop = false;
    for (; line < list->end; line++)
        stop |= list->reader->lines[line].marks & LINE_STOP;
    for (size_t i = 0; i < list->kept && stop; i++)
        if (is_none(list->pairs[i].column) &&
            (is_label(list->reader, list->pairs[i].row) || is_near_label(list->reader, list->pairs[i].row)))
            return false;
    return stop;
}

struct found read_pairs(struct reader *reader, size_t first)
{
    enum { FEWEST = 2 };
    size_t begin = reader->lexicon ? first_beginning(reader, first) : SIZE_MAX;
    if (begin > first)
        return (struct found){REFUSED, first, begin, LOST_NOTHING};
    struct pairs list = {.reader = reader};
    size_t end = find_pairs(&list, first);
    bool found = list.values >= FEWEST && list.kept_strange <= 2 * list.values && !may_be_prose(&list, first);
    if (found) {
        reader_claim(reader, first, list.end);
        write_pairs(&list);
    }
    xfree(list.pairs);
    return (struct found){found ? WRITTEN : REFUSED, first, found ? list.end : end, LOST_NOTHING};
}
