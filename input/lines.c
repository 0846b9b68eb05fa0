/* lines.c - the lines of a text and what each shows, found once for all that ask. */
#include "config.h"

#include "table_reader.h"

#include <strings.h>

/* The end of the line that begins at `begin`: its line feed, or the bounds of a table that is read already.
 */
static size_t line_stop(const struct nb_text *text, size_t begin, bool tables)
{
    bool table = text->bytes[begin] == GROUP_SEPARATOR;
    const char *bytes = text->bytes, *start = bytes + begin + table, *stop = bytes + text->length, *mark;
    if (start < stop && !table && (mark = memchr(start, '\n', (size_t)(stop - start))))
        stop = mark;
    if (tables && start < stop && (mark = memchr(start, GROUP_SEPARATOR, (size_t)(stop - start))))
        return (size_t)(mark - bytes) + table;
    return (size_t)(stop - bytes);
}

static bool opens_table(const char *at, const char *end)
{
    return end - at > 6 && strncasecmp(at, "<table", 6) == 0 && (at[6] == '>' || at[6] == ' ');
}

static unsigned comma_mark(const char *at)
{
    return *at == ','                           ? LINE_NARROW_COMMA
           : *at == ';'                         ? LINE_NARROW_SEMICOLON
           : memcmp(at, "\xEF\xBC\x8C", 3) == 0 ? LINE_WIDE_COMMA
           : memcmp(at, "\xEF\xBC\x9B", 3) == 0 ? LINE_WIDE_SEMICOLON
                                                : 0;
}

/* Bytes of the shadow that may give a line a mark: most do not, and are passed over at once. BAR and TAB do
 * so by themselves. What ends a line tells that it ends. Box drawing (U+2500, which the shadow shows as '-',
 * to U+257F), dots (…, ·) and the full stop are told from bytes; a hyphen is none of these. */
static const unsigned telling[256] = {
    ['|'] = LINE_BAR,    ['\t'] = LINE_TAB | LINE_GAP | LINE_PARTS,
    [' '] = LINE_PARTS,  ['.'] = LINE_PARTS,
    [':'] = LINE_PARTS,  [','] = LINE_COMMA,
    [';'] = LINE_COMMA,  ['\\'] = LINE_BACKSLASH | LINE_INLINE,
    ['*'] = LINE_INLINE, ['<'] = LINE_TAG | LINE_INLINE,
    ['_'] = LINE_INLINE, ['-'] = LINE_BOX,
    ['~'] = LINE_INLINE, [0xC2] = LINE_PARTS,
    ['&'] = LINE_INLINE, [0xE2] = LINE_BOX | LINE_PARTS,
    [0xE3] = LINE_STOP,  ['\n'] = LINE_TABLE,
    ['\0'] = LINE_TABLE, ['0'] = LINE_DIGIT,
    ['1'] = LINE_DIGIT,  ['2'] = LINE_DIGIT,
    ['3'] = LINE_DIGIT,  ['4'] = LINE_DIGIT,
    ['5'] = LINE_DIGIT,  ['6'] = LINE_DIGIT,
    ['7'] = LINE_DIGIT,  ['8'] = LINE_DIGIT,
    ['9'] = LINE_DIGIT,  ['"'] = LINE_SIGN,
    ['\''] = LINE_SIGN,  ['['] = LINE_SIGN,
    ['{'] = LINE_SIGN,   ['^'] = LINE_SIGN,
    ['>'] = LINE_SIGN,
};

/* What a byte that tells something really tells. */
static unsigned mark_of(const struct nb_text *text, size_t at, size_t end, unsigned mark)
{
    const char *bytes = text->bytes + at, *shadow = text->shadow + at;
    if (mark == LINE_COMMA)
        return LINE_COMMA | comma_mark(bytes);
    if (mark & LINE_TAG)
        return opens_table(bytes, text->bytes + end) ? mark : LINE_INLINE;
    if (mark == LINE_STOP)
        return memcmp(bytes, "。", 3) == 0 ? LINE_STOP : memcmp(bytes, "、", 3) == 0 ? LINE_PARTS : 0;
    if (mark & LINE_BOX)
        return (mark & LINE_PARTS) | (is_box(bytes) ? LINE_BOX : 0);
    return *shadow == ' ' && (shadow[1] == ' ' || shadow[1] == '\1') ? mark | LINE_GAP : mark;
}

/* Each reader asks these marks before it looks at a line; with a comparison for each mark and byte they cost
 * 30 instructions a byte, now 4. */
unsigned marks_of(const struct nb_text *text, struct piece words)
{
    const unsigned char *at = (const unsigned char *)text->shadow + words.start,
                        *end = (const unsigned char *)text->shadow + words.end;
    unsigned marks = has_heading_marks(text, words) ? LINE_MARKED : 0, mark, known = 0;
    size_t separators = 0;
    for (;; at++) {
        while (*at >= 0xE4) /* ideographs, two at once */
            at += at[3] >= 0xE4 ? 6 : 3;
        if (!(mark = telling[*at]))
            continue;
        if (at >= end)
            break;
        if (!(mark & ~known))
            continue;
        size_t place = (size_t)(at - (const unsigned char *)text->shadow);
        separators += mark & (LINE_BAR | LINE_TAB | LINE_COMMA) ? 1 : 0;
        marks |= text->bytes[place] == '-' ? 0 : mark_of(text, place, words.end, mark);
        known = marks & (LINE_DIGIT | LINE_INLINE | LINE_SIGN | (marks & LINE_GAP ? LINE_PARTS : 0));
        at += *at >= 0xE0 ? 2 : 0;
    }
    return separators > LIMIT_COLUMNS ? marks | LINE_CROWDED : marks;
}

static inline void set_line(const struct nb_text *text, struct line *line, size_t begin, size_t end)
{
    struct piece words = trim(text, begin, end);
    *line = (struct line){.begin = begin, .end = end, .words = words, .heading = ANSWER_NO};
    if (words.start == words.end)
        return;
    line->marks = is_digits(text, words) ? LINE_NUMBER : marks_of(text, words);
    line->heading = line->marks == LINE_NUMBER ? ANSWER_NO : ANSWER_UNKNOWN;
}

/* The lines of a text in which tables are read already, and these. */
static size_t find_lines_between(struct nb_text *text, bool tables)
{
    size_t count = 0, room = 0;
    for (size_t begin = 0, end; begin < text->length; count++) {
        text->lines = arena_grow(text->arena, text->lines, &room, count + 1, sizeof *text->lines);
        struct line *line = &text->lines[count];
        end = line_stop(text, begin, tables);
        if (text->bytes[begin] == GROUP_SEPARATOR)
            *line = (struct line){.begin = begin, .end = end, .words = {begin, end}, .marks = LINE_TABLE};
        else
            set_line(text, line, begin, end);
        begin = end + (end < text->length && text->bytes[end] == '\n');
    }
    return count;
}

size_t find_lines(struct nb_text *text)
{
    size_t count = text->line_count;
    bool tables = memchr(text->bytes, GROUP_SEPARATOR, text->length);
    if (tables || text->source != text->bytes)
        return find_lines_between(text, tables);
    if (!text->lines) {
        const uint32_t *starts = text->line_starts;
        text->lines = arena_room(text->arena, count * sizeof *text->lines);
        for (size_t i = 0; i < count; i++)
            set_line(text, &text->lines[i], starts[i], starts[i + 1] - 1);
    }
    return count - (text->lines[count - 1].begin == text->length);
}
