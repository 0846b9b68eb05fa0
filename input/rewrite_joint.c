/* rewrite_joint.c - tables whose cells are parted by a string of their writer's own (自然人#总计, [自然人]
 * [总计], ('自然人', '总计')): it stands between the labels of a head that the forms have. Lists of rows as
 * programs print them are such, too ([["自然人", null], …]). */
#include "config.h"

#include "fillers.h"
#include "rewrite.h"

#include "table_reader.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 12 }; /* bytes of a joint: &emsp; with blanks */

/* What stands between two labels. Where it quotes them, `quote` is the mark and the joint what stands between
 * the marks; else the marks that open and close the head's line are those of the rows, too. */
struct joint {
    const char *bytes, *open, *close;
    size_t length, open_length, close_length;
    char quote;
    bool heads;     /* it parts the cells of heads only, which bars part elsewhere */
    bool bracketed; /* rows of quoted cells stand in brackets, and may break off in them; so those of CSV do
                       not */
};

/* Whether a character is one of which no label consists: marks of ASCII, and those that others draw between
 * cells. */
static bool foreign(const char *at)
{
    unsigned char byte = (unsigned char)*at;
    if (byte < 0x80)
        return byte > ' ' && byte != '(' && byte != ')' && ispunct(byte);
    if (byte == 0xE3 && at[1] == '\x80') /* 【 】 〖 〗 */
        return at[2] == '\x90' || at[2] == '\x91' || at[2] == '\x96' || at[2] == '\x97';
    return (byte == 0xC2 && at[1] == '\xA6') ||
           (byte == 0xE2 && (strncmp(at, "→", 3) == 0 || strncmp(at, "␟", 3) == 0)); /* ¦ */
}

/* Whether marks stand in a line that no sentence is, of which some are not those that readers of tables know:
 * asked of all lines, the others cost 10 instructions a byte. */
static bool may_be_head(const struct nb_text *text, const struct line *whole)
{
    enum { SEVERAL = 3, SHORTEST = 20 }; /* bytes: three labels of two ideographs, and what joins them */
    const char *line = text->bytes + whole->begin, *end = text->bytes + whole->end;
    static const bool begins[256] = {
        ['!'] = true, ['"'] = true, ['#'] = true, ['$'] = true,  ['&'] = true,  ['\''] = true, [';'] = true,
        ['@'] = true, ['['] = true, [']'] = true, ['\\'] = true, ['^'] = true,  ['`'] = true,  ['{'] = true,
        ['}'] = true, ['~'] = true, [':'] = true, ['_'] = true,  [0xC2] = true, [0xE2] = true, [0xE3] = true};
    if (end - line < SHORTEST || whole->marks & (LINE_STOP | LINE_BOX)) /* lone cells, prose, frames */
        return false;
    size_t marks = line + 2 < end && line[0] == '|' && line[1] == '|' ? SEVERAL : 0; /* of a wiki */
    for (const char *at = line; at < end && marks < SEVERAL; at++) {
        while ((unsigned char)*at >= 0xE4) /* the text ends in two NULs */
            at += 3;
        if (begins[(unsigned char)*at])
            marks += foreign(at);
    }
    return marks == SEVERAL;
}

static bool in_word(const char *at, const char *end)
{
    return at < end && ((unsigned char)*at >= 0xE4 || *at == '(' || *at == ')') && !foreign(at);
}

/* The next words of ideographs from `at` on; false: none. */
static bool next_words(const char *at, const char *end, struct piece *words, const char *base)
{
    while (at < end && (!in_word(at, end) || *at == '(' || *at == ')'))
        at += utf8_step(at);
    words->start = (unsigned)(at - base);
    while (in_word(at, end))
        at += utf8_step(at);
    words->end = (unsigned)(at - base);
    return words->end > words->start;
}

static bool is_column(const struct nb_text *text, const struct lexicon *lexicon, struct piece words)
{
    return lexicon_label_kinds(lexicon, text->shadow + words.start, words.end - words.start) & WORD_COLUMN;
}

/* What joins three labels of columns that follow one another in a line; no length: nothing does. */
static struct joint joint_of(const struct nb_text *text, const struct lexicon *lexicon, struct piece line)
{
    const char *base = text->bytes, *end = base + line.end;
    struct piece words, before = {0};
    struct joint joint = {0};
    bool found = false;
    for (const char *at = base + line.start; next_words(at, end, &words, base); at = base + words.end) {
        const char *between = base + before.end;
        size_t length = before.end ? words.start - before.end : 0;
        if (!joint.open)
            joint = (struct joint){.open = base + line.start, .open_length = words.start - line.start};
        joint.close = base + words.end;
        joint.close_length = line.end - words.end;
        if (found)
            continue;
        bool column = is_column(text, lexicon, words);
        found = column && length && joint.length == length && memcmp(joint.bytes, between, length) == 0;
        joint.bytes = between;
        joint.length = column && length <= LONGEST ? length : 0;
        before.end = column ? words.end : 0;
    }
    return found ? joint : (struct joint){0};
}

static bool has(struct joint joint, const char *marks)
{
    for (size_t i = 0; i < joint.length; i++)
        if (strchr(marks, joint.bytes[i]))
            return true;
    return false;
}

/* What quotes labels is no part of the joint. */
static struct joint unquoted(struct joint joint)
{
    char first = joint.length > 2 ? *joint.bytes : 0;
    if (first != joint.bytes[joint.length - 1] || (first != '"' && first != '\''))
        return joint;
    bool bracketed =
        first == '\'' ||
        (joint.open_length > 1 && (*joint.open == '[' || strchr("[({", joint.open[joint.open_length - 2])));
    joint = (struct joint){
        .bytes = joint.bytes + 1, .length = joint.length - 2, .quote = first, .bracketed = bracketed};
    while (joint.length > 1 && joint.bytes[joint.length - 1] == ' ')
        joint.length--;
    return joint;
}

/* Whether readers of tables know the joint: bars, tags, what commas or blanks part, CSV's quoted cells with
 * empty ones between, or with blanks within the quotes ("自然人 ","总计 ").
 */
static bool is_known(const struct nb_text *text, struct joint joint)
{
    bool mark = false, one = true;
    for (size_t i = 0; i < joint.length; i++) {
        mark |= joint.bytes[i] == '_' || foreign(joint.bytes + i);
        one &= joint.bytes[i] == *joint.bytes;
    }
    return !mark || (joint.quote == '"' && one && !joint.bracketed) || has(joint, "|\t</0123456789=-+*") ||
           (!joint.quote && strspn(joint.bytes, ",;. ") >= joint.length) ||
           (has(joint, "\"") && memchr(joint.bytes, ',', joint.length)) ||
           (has(joint, "&") && memmem(text->bytes, text->length, "\\begin{", strlen("\\begin{"))) ||
           (has(joint, "[") && memmem(text->bytes, text->length, "table(", strlen("table(")));
}

/* The next joint of a line from `at` on, outside of quotes; `end`: none. */
static const char *next_joint(const char *at, const char *end, struct joint joint)
{
    bool quoted = false;
    for (; at + joint.length <= end; at++) {
        quoted ^= joint.quote && *at == joint.quote;
        if (!quoted && memcmp(at, joint.bytes, joint.length) == 0)
            return at;
    }
    return end;
}

/* The length of a word that programs print in a list for a cell that is none, or empty; 0: it is none. */
static size_t nothing_at(const char *at, struct joint joint)
{
    return joint.bracketed ? unfilled_length(at, at + strlen("None")) : 0;
}

/* Whether such a word ends before `end`. */
static bool ends_in_nothing(const char *start, const char *end, struct joint joint)
{
    return (end - start >= 4 && nothing_at(end - 4, joint) == 4) ||
           (end - start >= 3 && nothing_at(end - 3, joint) == 3);
}

static bool is_outside(char byte, struct joint joint)
{
    return joint.quote && byte != joint.quote && !isdigit((unsigned char)byte);
}

/* What a row says, without what stands around it. */
static struct piece inside(const struct nb_text *text, struct piece line, struct joint joint)
{
    const char *bytes = text->bytes;
    line = trim(text, line.start, line.end);
    if (joint.open_length && line.end - line.start >= joint.open_length &&
        memcmp(bytes + line.start, joint.open, joint.open_length) == 0)
        line.start += (unsigned)joint.open_length;
    if (joint.close_length && line.end - line.start >= joint.close_length &&
        memcmp(bytes + line.end - joint.close_length, joint.close, joint.close_length) == 0)
        line.end -= (unsigned)joint.close_length;
    while (line.start < line.end && is_outside(bytes[line.start], joint) &&
           !nothing_at(bytes + line.start, joint))
        line.start++;
    while (line.start < line.end && is_outside(bytes[line.end - 1], joint) &&
           !ends_in_nothing(bytes + line.start, bytes + line.end, joint))
        line.end--;
    return line;
}

/* Whether a line is a list of one quoted cell. */
static bool is_lone_cell(const struct nb_text *text, struct piece line, struct piece row, struct joint joint)
{
    line = trim(text, line.start, line.end);
    return joint.bracketed && row.end > row.start && text->bytes[row.start] == joint.quote &&
           strchr("[(", text->bytes[line.start]);
}

/* The cells of a line: joints and one more. A line all of whose words stand behind its joints is none of a
 * table. */
static size_t cells_of(const struct nb_text *text, struct piece line, struct joint joint)
{
    struct piece row = inside(text, line, joint);
    const char *at = text->bytes + row.start, *end = text->bytes + row.end, *next;
    size_t cells = row.end > row.start, words = 0;
    for (; (next = next_joint(at, end, joint)) < end; at = next + joint.length) {
        words += next > at;
        cells++;
    }
    return (cells > 1 && words) || is_lone_cell(text, line, row, joint) ? cells : 0;
}

/* Whether rows of values are joined as the head is. */
static bool joins_values(const struct nb_text *text, struct joint joint)
{
    enum { SEVERAL = 3 };
    size_t rows = 0;
    for (size_t i = 0; i < text->line_count && rows < SEVERAL; i++) {
        struct piece line = line_of(text, i);
        const char *end = text->bytes + line.end, *at = next_joint(text->bytes + line.start, end, joint),
                   *next;
        for (size_t values = 0; at < end && values < SEVERAL; at = next) {
            at += joint.length;
            next = next_joint(at, end, joint);
            at += strspn(at, " ");
            values = isdigit((unsigned char)at[joint.quote && *at == joint.quote]) ? values + 1 : 0;
            rows += values == SEVERAL;
        }
    }
    return rows == SEVERAL;
}

/* Marks that part the cells of a line, where those of heads are bars, too; `values`: those of a number. */
static size_t count_bars(const char *at, const char *end, struct joint joint, size_t *values)
{
    size_t bars = 0;
    for (*values = 0; at < end; at++) {
        bool mark = at + joint.length <= end && memcmp(at, joint.bytes, joint.length) == 0;
        if (!mark && *at != '|')
            continue;
        at += mark ? joint.length - 1 : 0;
        bars++;
        *values += isdigit((unsigned char)at[1 + strspn(at + 1, " ")]) != 0;
    }
    return bars;
}

/* What wikis part the cells of heads with, ||, if rows of values have as many bars. */
static struct joint head_mark(const struct nb_text *text, struct joint joint, struct piece head)
{
    enum { SEVERAL = 3 };
    size_t rows = 0, values, bars;
    while (joint.length && *joint.bytes == ' ')
        joint.bytes++, joint.length--;
    while (joint.length && joint.bytes[joint.length - 1] == ' ')
        joint.length--;
    if (joint.length != 2 || memcmp(joint.bytes, "||", 2) != 0)
        return (struct joint){0};
    bars = count_bars(text->bytes + head.start, text->bytes + head.end, joint, &values);
    for (size_t i = 0; i < text->line_count && rows < SEVERAL; i++) {
        struct piece line = line_of(text, i);
        rows += count_bars(text->bytes + line.start, text->bytes + line.end, joint, &values) == bars &&
                values >= SEVERAL;
    }
    joint.heads = rows == SEVERAL;
    joint.length = rows == SEVERAL ? joint.length : 0;
    return joint;
}

/* Whether a line begins and ends with double bars, and has no other. */
static bool has_double_bars(const char *at, const char *end)
{
    if (end - at < 5 || at[0] != '|' || end[-1] != '|')
        return false;
    for (; at < end && (at = memchr(at, '|', (size_t)(end - at))); at += 2)
        if (at + 1 == end || at[1] != '|' || (at + 2 < end && at[2] == '|'))
            return false;
    return true;
}

/* The end of the first row of a line: where its bracket closes and another opens, as lists of rows are
 * printed in one line. */
static size_t row_end(const struct nb_text *text, struct piece line, struct joint joint)
{
    bool quoted = false;
    for (size_t at = line.start; joint.bracketed && at < line.end; at++) {
        const char *mark = text->bytes + at;
        quoted ^= *mark == joint.quote;
        size_t gap = *mark == ']' || *mark == ')' ? strspn(mark + 1, ", \n") : 0;
        if (!quoted && gap && at + gap + 1 < line.end && strchr("[(", mark[gap + 1]))
            return at + 1;
    }
    return line.end;
}

/* What parts the cells of a list, where a line is one by its own marks, whatever it says: - ["甲", "3"]. */
static struct joint list_joint(const struct nb_text *text, struct piece line)
{
    const char *at = text->bytes + line.start, *end = text->bytes + line.end, *close;
    at += strspn(at, " \t");
    at += bytes_begin(at, end, "- ") ? 2 : 0;
    size_t opens = *at == '[' || *at == '(' ? strspn(at, "[( \n") : 0;
    at += opens;
    if (!opens || at + 1 >= end || (*at != '"' && *at != '\''))
        return (struct joint){0};
    close = memchr(at + 1, *at, (size_t)(end - at - 1));
    if (!close || end - close < 4 || close[1] != ',')
        return (struct joint){0};
    struct joint joint = {.bytes = close + 1, .length = 1, .quote = *at, .bracketed = true};
    close += 2 + strspn(close + 2, " \n");
    bool cell = close < end && (*close == *at || *close == '-' || isdigit((unsigned char)*close) ||
                                nothing_at(close, joint));
    return cell ? joint : (struct joint){0};
}

/* Whether a row of quoted cells goes on with the next line: it breaks off behind a cell's comma, or where its
 * bracket opens. */
static bool goes_on(const struct nb_text *text, size_t i, struct joint joint)
{
    if (!joint.bracketed || i + 1 >= text->line_count)
        return false;
    struct piece line = line_of(text, i), next = line_of(text, i + 1);
    line = trim(text, line.start, line.end);
    next = trim(text, next.start, next.end);
    bool cell = next.start < next.end &&
                (!is_outside(text->bytes[next.start], joint) || nothing_at(text->bytes + next.start, joint) ||
                 text->bytes[next.start] == '-');
    bool comma = line.end > line.start + 1 && text->bytes[line.end - 1] == ',';
    return cell && line.end > line.start &&
           (comma ? !strchr("])}", text->bytes[line.end - 2]) : text->bytes[line.end - 1] == '[');
}

/* The same where a list has a line for each of its cells. */
static struct joint tall_list_joint(const struct nb_text *text, size_t i, struct piece *line)
{
    *line = line_of(text, i);
    const char *first = text->bytes + line->start;
    while (*first == ' ' || *first == '\t')
        first++;
    if (*first != '[' && *first != '(' && *first != '-') /* as most lines */
        return (struct joint){0};
    if (line->start == line->end || text->bytes[line->end - 1] != '[' || i + 1 == text->line_count)
        return list_joint(text, *line);
    struct piece next = line_of(text, i + 1);
    const char *quote = text->bytes + trim(text, next.start, next.end).start;
    struct joint joint = {.length = 1, .quote = *quote, .bracketed = true};
    for (bool more = true; more && goes_on(text, i, joint); more = text->bytes[line->end - 1] == ',')
        line->end = line_of(text, ++i).end;
    return list_joint(text, *line);
}

/* How many rows a line of a list has. */
static size_t rows_of(const struct nb_text *text, struct piece line, struct joint joint)
{
    size_t rows = 0;
    for (; line.start < line.end; rows++)
        line.start = (uint32_t)row_end(text, line, joint);
    return rows;
}

/* No text has many heads whose rows are not joined as they are: each asks all lines. */
static struct joint find_joint(const struct nb_text *text, const struct lexicon *lexicon)
{
    enum { SEVERAL = 3, MANY = 8 };
    struct joint list = {0};
    size_t rows = 0;
    for (size_t i = 0, heads = 0; i < text->line_count && heads < MANY; i++) {
        const struct line *at = &text->lines[i];
        if (at->words.start == at->words.end || at->marks == LINE_NUMBER)
            continue;
        char first = text->bytes[at->words.start];
        struct piece line = line_of(text, i), whole;
        struct joint own = {0};
        if ((first == '[' || first == '(' || first == '-') &&
            (own = tall_list_joint(text, i, &whole)).length) {
            list = own;
            rows += rows_of(text, whole, own);
        }
        if (!may_be_head(text, at))
            continue;
        struct joint joint = joint_of(text, lexicon, line);
        if (!joint.length && has_double_bars(text->bytes + line.start, text->bytes + line.end))
            joint = (struct joint){.bytes = text->bytes + line.start, .length = 2}; /* whatever it says */
        if (!joint.length)
            continue;
        heads++;
        if (unquoted(joint).bracketed || joins_values(text, unquoted(joint)))
            return is_known(text, unquoted(joint)) ? (struct joint){0} : unquoted(joint);
        bool known = is_known(text, joint) && !has(joint, "|");
        joint = head_mark(text, joint, line);
        if (joint.heads || known)
            return joint;
    }
    return rows >= SEVERAL ? list : (struct joint){0};
}

/* Keep of [start, end) what a cell says. */
static void keep_cell(struct rewriting *made, size_t start, size_t end, struct joint joint)
{
    const char *bytes = made->text->bytes;
    while (start < end && strchr(" \n", bytes[start]))
        start++;
    while (start < end && strchr(" \n", bytes[end - 1]))
        end--;
    bool quoted =
        joint.quote && end - start > 1 && bytes[start] == joint.quote && bytes[end - 1] == joint.quote;
    start = nothing_at(bytes + start, joint) == end - start ? end : start + quoted;
    end -= quoted && start < end;
    rewrite_cut(made, made->copied, start, 0);
    for (size_t at = start; joint.bracketed && at + 1 < end; at++)
        if (bytes[at] == '\\' && bytes[at + 1] == 'n') /* a line break of the cell */
            rewrite_cut(made, at, at + 2, ' '), at++;
    rewrite_cut(made, end, end, 0);
}

static void keep_row(struct rewriting *made, struct piece row, struct joint joint)
{
    const char *base = made->text->bytes, *at = base + row.start, *end = base + row.end, *next;
    for (; (next = next_joint(at, end, joint)) < end; at = next + joint.length) {
        keep_cell(made, (size_t)(at - base), (size_t)(next - base), joint);
        made->copied = (size_t)(next - base);
        rewrite_cut(made, made->copied, made->copied, '\t');
    }
    keep_cell(made, (size_t)(at - base), row.end, joint);
}

/* The rows of a line; of one that is none, what it says. */
static void keep_rows(struct rewriting *made, struct piece line, struct joint joint)
{
    const struct nb_text *text = made->text;
    for (struct piece row = line; row.start < line.end; row.start = row.end) {
        row.end = (uint32_t)row_end(text, (struct piece){row.start, line.end}, joint);
        bool cells = cells_of(text, row, joint);
        if (cells)
            keep_row(made, inside(text, row, joint), joint);
        if (cells || row.end < line.end)
            rewrite_cut(made, cells ? made->copied : row.end, row.end, row.end < line.end ? '\n' : 0);
    }
}

void with_tabs(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    struct joint joint = made->lexicon ? find_joint(text, made->lexicon) : (struct joint){0};
    for (size_t i = 0; joint.length && i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        while (goes_on(text, i, joint))
            line.end = line_of(text, ++i).end;
        rewrite_cut(made, line.start, line.start, 0);
        if (joint.bracketed && consists_of(text, line, "[](), ")) /* between rows */
            rewrite_cut(made, line.start, line.end + (line.end < text->length), 0);
        else if (!joint.heads)
            keep_rows(made, line, joint);
        for (size_t at = line.start; joint.heads && text->bytes[line.start] == '|' && at < line.end; at++)
            if (memcmp(text->bytes + at, joint.bytes, joint.length) == 0)
                rewrite_cut(made, at, at + joint.length, '|'), at += joint.length - 1;
    }
}
