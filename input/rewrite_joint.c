/* rewrite_joint.c - tables whose cells are parted by a string of their writer's own (自然人#总计, [自然人]
 * [总计]): it stands between the labels of a head that the forms have. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 12 }; /* bytes of a joint: &emsp; with blanks */

/* What stands between two labels; what opens and closes the head's line does so for the rows, too. */
struct joint {
    const char *bytes, *open, *close;
    size_t length, open_length, close_length;
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

/* Whether readers of tables know the joint: bars, tags, quotes, what commas or blanks part. */
static bool is_known(const struct nb_text *text, struct joint joint)
{
    bool mark = false;
    for (size_t i = 0; i < joint.length; i++)
        mark |= joint.bytes[i] == '_' || foreign(joint.bytes + i);
    return !mark || has(joint, "|\t</0123456789=-+*\"'") || strspn(joint.bytes, ",;. ") >= joint.length ||
           (has(joint, "&") && memmem(text->bytes, text->length, "\\begin{", strlen("\\begin{"))) ||
           (has(joint, "[") && memmem(text->bytes, text->length, "table(", strlen("table(")));
}

/* The next joint of a line from `at` on; `end`: none. */
static size_t next_joint(const struct nb_text *text, size_t at, size_t end, struct joint joint)
{
    const char *found = memmem(text->bytes + at, end - at, joint.bytes, joint.length);
    return found ? (size_t)(found - text->bytes) : end;
}

/* What a row says, without what stands around it. */
static struct piece inside(const struct nb_text *text, struct piece line, struct joint joint)
{
    const char *bytes = text->bytes;
    line = trim(text, line.start, line.end);
    if (line.end - line.start >= joint.open_length &&
        !memcmp(bytes + line.start, joint.open, joint.open_length))
        line.start += (unsigned)joint.open_length;
    if (line.end - line.start >= joint.close_length &&
        !memcmp(bytes + line.end - joint.close_length, joint.close, joint.close_length))
        line.end -= (unsigned)joint.close_length;
    return line;
}

/* Whether rows of values are joined as the head is. */
static bool joins_values(const struct nb_text *text, struct joint joint)
{
    enum { SEVERAL = 3 };
    size_t rows = 0;
    for (size_t i = 0; i < text->line_count && rows < SEVERAL; i++) {
        struct piece line = line_of(text, i);
        size_t at = next_joint(text, line.start, line.end, joint), next;
        for (size_t values = 0; at < line.end && values < SEVERAL; at = next) {
            at += joint.length;
            next = next_joint(text, at, line.end, joint);
            values = isdigit((unsigned char)text->bytes[trim(text, at, next).start]) ? values + 1 : 0;
            rows += values == SEVERAL;
        }
    }
    return rows == SEVERAL;
}

/* No text has many heads whose rows are not joined as they are: each asks all lines. */
static struct joint find_joint(const struct nb_text *text, const struct lexicon *lexicon)
{
    enum { MANY = 8 };
    for (size_t i = 0, heads = 0; i < text->line_count && heads < MANY; i++) {
        if (text->lines[i].marks == LINE_NUMBER || !may_be_head(text, &text->lines[i]))
            continue;
        struct joint joint = joint_of(text, lexicon, line_of(text, i));
        if (joint.length && is_known(text, joint))
            break;
        if (joint.length && joins_values(text, joint))
            return joint;
        heads += joint.length > 0;
    }
    return (struct joint){0};
}

/* Tabs for the joints of a line. One all of whose words stand behind them is none of a table. */
static void part_row(struct rewriting *made, struct piece line, struct joint joint)
{
    const struct nb_text *text = made->text;
    struct piece row = inside(text, line, joint);
    size_t at = row.start, next, words = 0, behind = line.start;
    for (; (next = next_joint(text, at, row.end, joint)) < row.end; at = next + joint.length)
        words += next > at;
    for (at = row.start; words && at <= row.end; at = next + joint.length) {
        next = next_joint(text, at, row.end, joint);
        struct piece cell = trim(text, at, next);
        rewrite_cut(made, behind, cell.start, at > row.start ? '\t' : '\0');
        behind = cell.end;
    }
    if (words)
        rewrite_cut(made, behind, line.end, '\0');
}

void with_tabs(struct rewriting *made)
{
    struct joint joint = made->lexicon ? find_joint(made->text, made->lexicon) : (struct joint){0};
    for (size_t i = 0; joint.length && i < made->text->line_count; i++)
        part_row(made, line_of(made->text, i), joint);
}
