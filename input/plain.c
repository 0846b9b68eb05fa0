/* plain.c - plain text is its own source: decoded, it is handed on as it stands, but for tables and marks of quotation. */
#include "config.h"

#include "decode.h"
#include "paragraphs.h"
#include "plain_glued.h"
#include "plain_joint.h"
#include "plain_margin.h"
#include "plain_spans.h"
#include "plain_unfold.h"
#include "table.h"
#include "table_reader.h"

#include <string.h>

/* The length without the empty lines behind the last one with words: they are no cells of a table that the text ends with. A tab
 * may be an empty cell. */
static size_t without_last_lines(const char *bytes, size_t length)
{
    size_t end;
    while (length && (end = length - 1, bytes[end] == '\n')) {
        while (end && bytes[end - 1] == ' ')
            end--;
        if (!end || bytes[end - 1] != '\n')
            break;
        length = end;
    }
    return length;
}

/* The bytes of the marks of quotation that a line begins with: "> ", ">> ". */
static size_t quotation(const char *line, const char *end)
{
    const char *at = line;
    while (at < end && (*at == '>' || (*at == ' ' && at + 1 < end && at[1] == '>')))
        at++;
    return at == line ? 0 : (size_t)(at - line) + (at < end && *at == ' ');
}

/* Whether nearly all lines are quoted, or rows of tables. */
static bool is_quoted(const struct nb_text *text)
{
    enum { TABLE = 3 }; /* a head, its rule and a row */
    size_t lines = 0, arrows = 0, rows = 0;
    for (size_t i = 0; i < text->line_count; i++) {
        const char *at = text->bytes + text->line_starts[i];
        lines += *at && *at != '\n';
        if (*at != '>' && *at != ' ') /* as nearly no line begins */
            continue;
        const char *end = text->bytes + line_of(text, i).end;
        bool arrow = quotation(at, end) > 0;
        arrows += arrow;
        rows += arrow && memchr(at, '|', (size_t)(end - at));
    }
    return (arrows > 1 && arrows * 10 >= lines * 8) || rows >= TABLE;
}

/* The text without its marks of quotation, which leads to the source with them. */
static struct nb_text *without_quotation(struct nb_arena *arena, const struct nb_text *text)
{
    struct text_builder *builder = text_begin_anew(arena, text);
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        line.start += quotation(text->bytes + line.start, text->bytes + line.end);
        text_copy(builder, text, line.start, line.end + (line.end < text->length), 0);
    }
    return text_end(builder, "text", text->encoding);
}

/* ---- blank lines ---- */

static bool is_blank_line(const struct nb_text *text, size_t i)
{
    struct piece line = trim(text, text->line_starts[i], line_of(text, i).end);
    return line.start == line.end;
}

/* Whether a line breaks off in mid-sentence: it is as long as one of a page, ends in an ideograph or a comma, and has a comma,
 * and no blanks that would part cells. */
static bool breaks_off(const struct nb_text *text, struct piece line)
{
    enum { LONG = 60 }; /* bytes: 20 ideographs; the narrowest of pages, of large type, takes 24 */
    if (line.end - line.start < LONG)
        return false;
    line = trim(text, line.start, line.end);
    const char *at = text->bytes + line.start, *end = text->bytes + line.end;
    unsigned char last = (unsigned char)end[-3];
    return ((last >= 0xE4 && last <= 0xE9) || memcmp(end - 3, "，", 3) == 0) &&
           memmem(at, (size_t)(end - at), "，", strlen("，")) && !memmem(at, (size_t)(end - at), "  ", 2);
}

/* Whether a blank line stands behind each line, or block of lines, of a page, as programs write what they find in a PDF: nearly
 * all lines that break off in mid-sentence have one. */
static bool is_spaced_out(const struct nb_text *text)
{
    enum { SEVERAL = 4 };
    size_t lines = 0, spaced = 0;
    for (size_t i = 0; i + 1 < text->line_count; i++)
        if (breaks_off(text, line_of(text, i))) {
            lines++;
            spaced += is_blank_line(text, i + 1);
        }
    return lines >= SEVERAL && spaced * 10 >= lines * 9;
}

/* ---- bars alone ---- */

static bool is_lone_bar(const struct nb_text *text, size_t i)
{
    struct piece line = trim(text, text->line_starts[i], line_of(text, i).end);
    return line.end == line.start + 1 && text->bytes[line.start] == '|';
}

/* Whether programs have written each bar of a table in a line of its own, behind a cell. Where cells begin with bars (MediaWiki),
 * one alone is an empty cell; where they end with them, it begins a row; where a line of dashes rules the table (html2text), its
 * cells are told by them. */
static bool has_lone_bars(const struct nb_text *text)
{
    enum { SEVERAL = 8 }; /* a row of the shortest table has two; one other may stand in a page's path */
    size_t lone = 0, other = 0;
    if (!memchr(text->bytes, '|', text->length)) /* 13 instructions a byte less where cells are lines */
        return false;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        bool bar = is_lone_bar(text, i), ruler = !strncmp(text->bytes + line.start, "---|", 4);
        if (!bar && (ruler || text->bytes[line.start] == '|'))
            return false;
        lone += bar;
        other += !bar && memchr(text->bytes + line.start, '|', line.end - line.start);
    }
    return lone >= SEVERAL && lone > SEVERAL * other;
}

/* The text without the lines that a predicate picks. */
static struct nb_text *without_lines(struct nb_arena *arena, const struct nb_text *text,
                                     bool (*is_picked)(const struct nb_text *text, size_t i))
{
    struct text_builder *builder = text_begin_anew(arena, text);
    for (size_t i = 0; i < text->line_count; i++)
        if (!is_picked(text, i)) {
            struct piece line = line_of(text, i);
            text_copy(builder, text, line.start, line.end + (line.end < text->length), 0);
        }
    return text_end(builder, "text", text->encoding);
}

/* ---- fillers ---- */

/* Whether several dashes stand before the label of a column, behind other words, in a line, whose cells blanks, tabs or bars
 * part. Behind that of a row they are values. */
static bool is_filled(const struct lexicon *lexicon, const char *line, const char *end)
{
    size_t words = 0, dashes = 0;
    for (const char *at = line, *next; at < end; at = next + 1) {
        next = at + strcspn(at, " \t|\n");
        if (next == at + 1 && *at == '-') {
            dashes++;
        } else if (next > at) {
            const struct lexicon_word *label = lexicon_label(lexicon, at, (size_t)(next - at));
            unsigned kinds = label ? label->kinds : 0, over = kinds & (WORD_COLUMN | WORD_SPAN);
            if ((kinds & WORD_ROW && !over) || (over && words && dashes > 1))
                return over;
            words++;
            dashes = 0;
        }
    }
    return false;
}

/* Dashes that stand alone in a line become blanks, where it has words; one of dashes alone is a row of values. */
static void blank_fillers(char *line, const char *end)
{
    if (strspn(line, "- \t|") >= (size_t)(end - line))
        return;
    for (char *at = line, *next; at < end; at = next + 1) {
        next = at + strcspn(at, " \t|\n");
        if (next == at + 1 && *at == '-')
            *at = ' ';
    }
}

/* Whether some line is filled so. Only those with a dash are looked at: all of them cost a text 10 instructions a byte. */
static bool has_fillers(const struct lexicon *lexicon, const char *bytes, const char *end)
{
    for (const char *at = bytes; (at = memchr(at, '-', (size_t)(end - at)));) {
        const char *before = memrchr(bytes, '\n', (size_t)(at - bytes));
        at = strchrnul(at, '\n');
        if (is_filled(lexicon, before ? before + 1 : bytes, at))
            return true;
    }
    return false;
}

/* Programs that cannot leave a cell empty, for blanks part theirs, write a dash in what a span covers. The head of a table tells
 * it, between its labels. */
static void find_fillers(const struct lexicon *lexicon, char *bytes, size_t length)
{
    char *end = bytes + length, *stop;
    bool filled = has_fillers(lexicon, bytes, end);
    for (char *at = bytes; filled && at < end; at = stop + 1) {
        stop = strchrnul(at, '\n');
        blank_fillers(at, stop);
    }
}

/* Whether a line quotes what stands in columns: several numbers do between blanks. Between tabs a quoted cell may hold lines. */
static bool quotes_columns(const char *line, const char *end)
{
    size_t quoted = 0;
    for (const char *at = line; (at = memchr(at, '"', (size_t)(end - at))); at++) {
        size_t number = strspn(at + 1, "0123456789.-");
        bool apart = (at == line || at[-1] == ' ') && number && at[number + 1] == '"';
        quoted += apart && (at + number + 2 == end || at[number + 2] == ' ');
    }
    return quoted > 1 && !memchr(line, '\t', (size_t)(end - line));
}

/* Quotes that open or close what stands in a column become blanks: programs that print strings quote them. */
static void blank_quotes(char *bytes, size_t length)
{
    char *end = bytes + length;
    for (char *at = bytes, *line, *stop; (at = memchr(at, '"', (size_t)(end - at))); at = stop) {
        line = memrchr(bytes, '\n', (size_t)(at - bytes));
        line = line ? line + 1 : bytes;
        stop = strchrnul(at, '\n');
        for (bool quoted = quotes_columns(line, stop); quoted && at < stop; at++)
            if (*at == '"' && (at == line || at[-1] == ' ' || at + 1 == stop || at[1] == ' '))
                *at = ' ';
    }
}

static struct nb_text *read_plain(struct nb_arena *arena, struct nb_text *plain, const struct input *input)
{
    struct nb_text *lowered = read_tables(arena, plain, input->lexicon);
    bool apart = lowered->apart; /* which label a number belongs to nothing tells any more */
    text_discard(apart ? lowered : plain);
    struct nb_text *text = join_paragraphs(apart ? plain : lowered, input->lexicon);
    text->apart = apart;
    return text;
}

static struct nb_text *plain_of(struct nb_arena *arena, struct nb_text *made)
{
    size_t length = without_last_lines(made->bytes, made->length);
    memset(made->bytes + length, 0, 2);
    return text_plain(arena, made->bytes, length, made->encoding);
}

/* The text without what programs have put around its lines; NULL: nothing was. */
static struct nb_text *bare_of(struct nb_arena *arena, const struct nb_text *plain)
{
    if (is_quoted(plain))
        return without_quotation(arena, plain);
    if (is_spaced_out(plain))
        return without_lines(arena, plain, is_blank_line);
    return has_lone_bars(plain) ? without_lines(arena, plain, is_lone_bar) : without_margins(arena, plain);
}

/* The text with what programs have left out, or written as nobody else does; NULL: nothing was. */
static struct nb_text *whole_of(struct nb_arena *arena, const struct nb_text *plain, const struct lexicon *lexicon)
{
    struct nb_text *made = without_spans(arena, plain);
    made = made ? made : with_tabs(arena, plain, lexicon);
    made = made ? made : unfold(arena, plain, lexicon);
    return made ? made : unglue(arena, plain, lexicon);
}

/* The reading of a plain text, or of one made of it, which keeps the places of the file. */
static struct nb_text *read_whole(struct nb_arena *arena, struct nb_text *plain, const struct input *input)
{
    struct nb_text *made = whole_of(arena, plain, input->lexicon);
    return made ? text_through(read_plain(arena, plain_of(arena, made), input), made) : read_plain(arena, plain, input);
}

struct nb_text *read_text(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct decoded decoded;
    if (!decode(arena, input, &decoded, error))
        return NULL;
    decoded.length = without_last_lines(decoded.bytes, decoded.length);
    memset(decoded.bytes + decoded.length, 0, 2);
    if (input->lexicon)
        find_fillers(input->lexicon, decoded.bytes, decoded.length);
    blank_quotes(decoded.bytes, decoded.length);
    struct nb_text *plain = text_plain(arena, decoded.bytes, decoded.length, decoded.encoding);
    struct nb_text *bare = bare_of(arena, plain);
    struct nb_text *text =
        bare ? text_through(read_whole(arena, plain_of(arena, bare), input), bare) : read_whole(arena, plain, input);
    text->encoding_note = decoded.note;
    return text;
}
