/* plain_prose.c - what is written of a plain text: lines and cells without the marks of Markdown. */
#include "table_reader.h"

#include "utf8.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

void write_separator(struct reader *reader, char separator, size_t at)
{
    size_t source = reader->text->run_count ? text_source_offset(reader->text, at) : at;
    text_separator(reader->out, separator, reader->base + source);
}

static void copy(struct reader *reader, size_t start, size_t end)
{
    if (start < end)
        text_copy(reader->out, reader->text, start, end, reader->base);
}

/* ---- Markdown within a line ---- */

/* How often the mark of two bytes stands in the piece: it marks something if it has its pair. */
static bool is_paired(const char *bytes, struct piece piece, const char *mark)
{
    size_t count = 0, other = 0;
    for (size_t i = piece.start; i < piece.end; i++) {
        bool here = i + 1 < piece.end && bytes[i] == mark[0] && bytes[i + 1] == mark[1];
        count += here;
        other += !here && bytes[i] != mark[0];
        i += here;
    }
    return count && count % 2 == 0 && other;
}

/* An element: its name, and whether what it holds is no part of the text as it stands (struck out, a
 * footnote's mark). */
struct tag {
    const char *name;
    bool hides;
};

static const struct tag tags[] = {{"sup", true},   {"del", true},     {"strike", true},  {"s", true},
                                  {"b", false},    {"strong", false}, {"i", false},      {"em", false},
                                  {"u", false},    {"br", false},     {"p", false},      {"span", false},
                                  {"font", false}, {"div", false},    {"center", false}, {"html", false},
                                  {"body", false}, {"a", false},      {"sub", true}};

/* The tag that stands at `at`, up to *end, behind its '>'; NULL: none that is known. */
static const struct tag *tag_at(const char *bytes, size_t at, size_t stop, size_t *end, bool *closes)
{
    enum { LONGEST_TAG = 200 };
    size_t most = stop - at < LONGEST_TAG ? stop - at : LONGEST_TAG;
    const char *close = memchr(bytes + at, '>', most);
    *closes = at + 1 < stop && bytes[at + 1] == '/';
    const char *name = bytes + at + 1 + *closes;
    for (size_t i = 0; close && i < sizeof tags / sizeof *tags; i++) {
        size_t length = strlen(tags[i].name);
        if (name + length > close || strncasecmp(name, tags[i].name, length) != 0 ||
            isalnum((unsigned char)name[length]))
            continue;
        *end = (size_t)(close - bytes) + 1;
        return &tags[i];
    }
    return NULL;
}

/* Where the element that is open at `at` is closed, behind its end tag; 0: nowhere near. */
static size_t element_end(const char *bytes, size_t at, size_t stop, const struct tag *tag)
{
    enum { NEAR = 300 };
    size_t end;
    bool closes;
    stop = stop - at < NEAR ? stop : at + NEAR;
    for (const char *next; at < stop && (next = memchr(bytes + at, '<', stop - at)); at++) {
        at = (size_t)(next - bytes);
        if (tag_at(bytes, at, stop, &end, &closes) == tag && closes)
            return end;
    }
    return 0;
}

/* Behind the tag at `at`, or behind its element if that hides what it holds; `at`: it is no tag. */
static size_t skip_tag(const char *bytes, size_t at, size_t stop)
{
    size_t end, after;
    bool closes;
    const struct tag *tag = tag_at(bytes, at, stop, &end, &closes);
    if (!tag)
        return at;
    if (tag->hides && !closes && (after = element_end(bytes, end, stop, tag)))
        return after;
    return end;
}

static bool is_break(const char *bytes, size_t at, size_t end)
{
    return end - at > 3 && bytes[at] == '<' && strncasecmp(bytes + at + 1, "br", 2) == 0;
}

void hide_tags(struct nb_text *text, struct piece line)
{
    for (size_t at = line.start, next; at < line.end; at++) {
        bool space = line.end - at >= 6 && memcmp(text->bytes + at, "&nbsp;", 6) == 0;
        next = space ? at + 6 : text->bytes[at] == '<' ? skip_tag(text->bytes, at, line.end) : at;
        if (next == at || is_break(text->bytes, at, next))
            continue;
        memset(text->shadow + at, ' ', next - at);
        text->hides = true;
        at = next - 1;
    }
}

/* What stands for nothing at `at`: returns where the text goes on, `at` if it is text. `gone`: struck out
 * (~~). */
static size_t skip_mark(const char *bytes, size_t at, struct piece piece, bool bold, bool struck, bool *gone)
{
    size_t left = piece.end - at;
    if (bytes[at] == '\\' && (left == 1 ? at > piece.start : ispunct((unsigned char)bytes[at + 1])))
        return at + 1;
    if (bold && bytes[at] == '*' && left > 1 && bytes[at + 1] == '*')
        return at + 2;
    if (struck && bytes[at] == '~' && left > 1 && bytes[at + 1] == '~') {
        *gone = !*gone;
        return at + 2;
    }
    if (left >= 6 && memcmp(bytes + at, "&nbsp;", 6) == 0)
        return at + 6;
    return bytes[at] == '<' ? skip_tag(bytes, at, piece.end) : at;
}

static bool has_marks(const char *bytes, struct piece piece)
{
    static const bool marks[256] = {
        ['*'] = true, ['\\'] = true, ['<'] = true, ['~'] = true, ['_'] = true, ['&'] = true};
    size_t at = piece.start;
    while (at < piece.end && !marks[(unsigned char)bytes[at]])
        at += utf8_step(bytes + at);
    return at < piece.end;
}

/* \(12\): a formula, in which backslashes are no escapes. */
static bool is_formula(const char *bytes, struct piece piece)
{
    return piece.end - piece.start > 4 && !memcmp(bytes + piece.start, "\\(", 2) &&
           !memcmp(bytes + piece.end - 2, "\\)", 2);
}

/* Whether a piece is written as it stands. */
static bool is_bare(const struct reader *reader, struct piece piece)
{
    const char *bytes = reader->text->bytes;
    return !(reader->marks & LINE_INLINE) || !has_marks(bytes, piece) || is_formula(bytes, piece);
}

void write_ended(struct reader *reader, struct piece piece, char separator)
{
    if (is_bare(reader, piece)) {
        copy(reader, piece.start, piece.end + 1);
        text_end_with(reader->out, separator);
    } else {
        write_inline(reader, piece);
        write_separator(reader, separator, piece.end);
    }
}

void write_inline(struct reader *reader, struct piece piece)
{
    const char *bytes = reader->text->bytes;
    if (is_bare(reader, piece)) {
        copy(reader, piece.start, piece.end);
        return;
    }
    if (piece.end - piece.start > 4 && !memcmp(bytes + piece.start, "__", 2) &&
        !memcmp(bytes + piece.end - 2, "__", 2) && bytes[piece.start + 2] != '_')
        piece = (struct piece){piece.start + 2, piece.end - 2};
    bool bold = is_paired(bytes, piece, "**"), struck = is_paired(bytes, piece, "~~"), gone = false;
    size_t from = piece.start;
    for (size_t at = piece.start; at < piece.end;) {
        bool was_gone = gone;
        size_t next = memchr("*\\<~&", bytes[at], 5) ? skip_mark(bytes, at, piece, bold, struck, &gone) : at;
        if (next == at) {
            at++;
            continue;
        }
        if (!was_gone)
            copy(reader, from, at);
        if (is_break(bytes, at, next))
            write_separator(reader, '\n', at);
        bool escape = bytes[at] == '\\';
        from = next;
        at = escape ? next + 1 : next;
    }
    if (!gone && from < piece.end)
        copy(reader, from, piece.end);
}

/* ---- lines of prose ---- */

/* Drawn between paragraphs, or the fence of a block. */
static bool is_drawn(const struct nb_text *text, struct piece words)
{
    struct piece fence = {words.start, words.end - words.start > 3 ? words.start + 3 : words.end};
    return is_drawn_of(text, words, "-=*_") || is_drawn_of(text, fence, "`:");
}

/* Behind the marks of a heading, or of the title in Org. */
static size_t behind_heading_marks(const struct reader *reader, struct piece words)
{
    static const char org[] = "#+TITLE:";
    const char *bytes = reader->text->bytes;
    size_t at = words.start;
    if (words.end - at >= sizeof org && strncasecmp(bytes + at, org, sizeof org - 1) == 0)
        return trim(reader->text, at + sizeof org - 1, words.end).start;
    while (at < words.end && at < words.start + 6 && bytes[at] == '#')
        at++;
    struct piece rest = trim(reader->text, at, words.end);
    return at > words.start && (rest.start > at || enumerator_kind(reader->text, rest)) ? rest.start
                                                                                        : words.start;
}

/* The words of a heading in the markup of wikis, == so == or '''so'''. */
static struct piece between_wiki_marks(const struct nb_text *text, struct piece words)
{
    const char *bytes = text->bytes;
    size_t length = words.end - words.start, marks = 0;
    char mark = length ? bytes[words.start] : 0;
    if (mark != '=' && mark != '\'')
        return words;
    while (2 * marks < length && bytes[words.start + marks] == mark && bytes[words.end - 1 - marks] == mark)
        marks++;
    return marks > 1 && 2 * marks < length ? trim(text, words.start + marks, words.end - marks) : words;
}

static void write_line(struct reader *reader, const struct line *line)
{
    struct piece words = between_wiki_marks(reader->text, line->words);
    const char *bytes = reader->text->bytes;
    if (is_drawn(reader->text, words))
        return;
    size_t start = behind_heading_marks(reader, words);
    if (start == line->words.start && !(line->marks & LINE_FIELD) &&
        !memchr(bytes + line->begin, '\t', words.start - line->begin))
        copy(reader, line->begin, words.start);
    if (line->marks & LINE_INLINE)
        write_inline(reader, (struct piece){start, words.end});
    else
        copy(reader, start, words.end);
}

void write_prose(struct reader *reader, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct line *line = &reader->lines[i];
        if (line->marks & LINE_TABLE)
            copy(reader, line->begin, line->end);
        else
            write_line(reader, line);
        if (line->end < reader->text->length && reader->text->bytes[line->end] == '\n')
            write_separator(reader, '\n', line->end);
    }
}
