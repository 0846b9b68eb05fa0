/* table.c - one pass over the lines of a plain text: each table goes to the reader of its kind, the rest is
 * prose. */
#include "table.h"

#include "columns.h"
#include "layout.h"
#include "rewrite.h"
#include "table_reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- lines ---- */

/* A line with more separators than a table has columns is no row of one. */
static unsigned row_marks(unsigned marks)
{
    return marks & LINE_CROWDED
               ? marks & (LINE_TAG | LINE_STOP | LINE_PARTS | LINE_INLINE | LINE_MARKED | LINE_DIGIT)
               : marks;
}

/* A sheet saved as a whole has its prose in a first field, quoted or not, with empty fields behind it: the
 * words of such a line are those of the field. Returns false for any other line. */
static bool cut_to_field(const struct nb_text *text, struct piece *words)
{
    const char *bytes = text->bytes;
    size_t end = words->end;
    char sign = words->start < end && bytes[end - 1] == ';' ? ';' : ',';
    while (end > words->start && bytes[end - 1] == sign)
        end--;
    if (words->end - end < 2 || end == words->start)
        return false;
    bool quoted = end - words->start > 2 && bytes[words->start] == '"' && bytes[end - 1] == '"';
    struct piece field = {words->start + quoted, end - quoted};
    if ((!quoted && bytes[end - 1] == '"') ||
        memchr(bytes + field.start, quoted ? '"' : sign, field.end - field.start))
        return false;
    *words = field;
    return true;
}

static void take_lines(struct reader *reader)
{
    struct nb_text *text = reader->text;
    reader->count = find_lines(text);
    reader->lines = text->lines;
    for (struct line *line = reader->lines; line < reader->lines + reader->count; line++) {
        line->marks = row_marks(line->marks);
        reader->marks |= line->marks;
        if (line->marks & LINE_BAR && line->marks & LINE_INLINE)
            hide_tags(text, line->words);
        if (line->marks & LINE_COMMA && cut_to_field(text, &line->words))
            line->marks |= LINE_FIELD | (has_heading_marks(text, line->words) ? LINE_MARKED : 0);
    }
}

/* Whether line i draws a heading's end: one line, not set in columns, stands right above, and nothing right
 * below. */
static bool underlines(const struct reader *reader, size_t i)
{
    const struct line *line = &reader->lines[i], *above = line - 1;
    return is_drawn_of(reader->text, line->words, "-=~^") && above->words.start < above->words.end &&
           !(above->marks & (LINE_TABLE | LINE_GAP)) && !is_drawn_of(reader->text, above->words, "-=~^") &&
           (i < 2 || above[-1].words.start == above[-1].words.end) &&
           (i + 1 == reader->count || line[1].words.start == line[1].words.end);
}

/* The length of a rule that line i draws over what stands right below it, and nothing right above; 0: it
 * draws none. */
static size_t opens_ruled(const struct reader *reader, size_t i)
{
    const struct line *line = &reader->lines[i];
    bool above = line[-1].words.start < line[-1].words.end,
         below = i + 1 < reader->count && line[1].words.start < line[1].words.end;
    return below && !above && is_drawn_of(reader->text, line->words, "-=~^")
               ? line->words.end - line->words.start
               : 0;
}

/* The rule that closes a table is as long as the one that opens it, and underlines no heading. */
static void find_underlined(struct reader *reader)
{
    for (size_t i = 1, opened = 0, length; i < reader->count; i++)
        if ((length = opens_ruled(reader, i)))
            opened = length;
        else if (underlines(reader, i) &&
                 reader->lines[i].words.end - reader->lines[i].words.start != opened) {
            reader->lines[i - 1].marks |= LINE_HEADING;
            reader->lines[i - 1].heading = ANSWER_YES;
            reader->lines[i].words.end = reader->lines[i].words.start;
        }
}

/* Whether the number that a line begins with is the first of its kind: 一、 (1) 第一部分 ①; not 80). */
static bool is_first_number(const struct nb_text *text, struct piece words)
{
    static const char *const before[] = {"第", "#", " ", "\t", "(", "\x01", NULL}, *const firsts[] = {
                                                                                       "一", "1", "①", NULL};
    const char *at = text->shadow + words.start;
    while (string_begins_any(at, before))
        at += (unsigned char)*at < 0x80 ? 1 : 3;
    return string_begins_any(at, firsts) && (*at != '1' || !isdigit((unsigned char)at[1]));
}

static bool has_han(const struct nb_text *text, struct piece words)
{
    while (words.start < words.end && (unsigned char)text->bytes[words.start] < 0xE4)
        words.start++;
    return words.start < words.end;
}

/* The first line that is numbered as the first of a list and no label tells how articles are; in a part of a
 * report, any. */
static unsigned article_kind(struct reader *reader)
{
    unsigned any = 0;
    for (size_t i = 0; i < reader->count; i++) {
        struct piece words = reader->lines[i].words;
        unsigned kind = line_number(reader->text, &reader->lines[i]);
        if (!kind || !has_han(reader->text, words) ||
            (is_label(reader, words) && !is_numbered_note(reader, words)))
            continue;
        if (is_first_number(reader->text, words))
            return kind;
        any = any ? any : kind;
    }
    return any;
}

static struct reader open_reader(struct nb_arena *arena, struct nb_text *text, const struct lexicon *lexicon)
{
    struct reader reader = {
        .arena = arena, .text = text, .lexicon = lexicon, .longest = lexicon ? lexicon->longest : 0};
    reader_make_room(&reader);
    reader.tabs = memchr(text->bytes, '\t', text->length);
    take_lines(&reader);
    find_underlined(&reader);
    read_slashes_as_bars(&reader);
    return reader;
}

/* ---- between tables with borders ---- */

/* Whether blanks may part cells in some line; those in a label that fills its line only spread it:
 * 自　然　人. */
static bool has_gaps(struct reader *reader, size_t first, size_t end)
{
    for (size_t i = first; reader->marks & LINE_GAP && i < end; i++)
        if (reader->lines[i].marks & LINE_GAP && !is_label(reader, reader->lines[i].words))
            return true;
    return false;
}

/* The lines that the column reader and the reader of lines leave are prose. */
static void read_rest(struct reader *reader, size_t first, size_t end)
{
    size_t count = reader->count, written = reader->written;
    reader->count = end;
    reader->written = first;
    reader->inner = true;
    read_lines(reader, first, end);
    write_prose(reader, reader->written, end);
    reader->count = count;
    reader->written = written;
    reader->inner = false;
}

/* Lines without any border: tables set in columns by spaces first, for their lines may look like rows of
 * words. */
static void read_gap(struct reader *reader, size_t first, size_t end)
{
    if (first == end)
        return;
    size_t start = reader->lines[first].begin, stop = reader->lines[end - 1].end;
    struct nb_text *lowered = NULL;
    if (has_gaps(reader, first, end)) {
        stop += stop < reader->text->length;
        reader->modes = reader->modes ? reader->modes : arena_alloc(reader->arena, sizeof *reader->modes);
        struct text_loan part = text_lend(reader->arena, reader->text, start, stop);
        lowered = layout_lower(reader->arena, part.text, reader->lexicon, NULL, reader->modes);
        lowered = lowered == part.text ? NULL : lowered;
        text_give_back(&part);
    }
    if (!lowered) {
        read_rest(reader, first, end);
        return;
    }
    if (reader->last && end == reader->count)
        text_forget_shadow(reader->text);
    struct reader inner = open_reader(reader->arena, lowered, reader->lexicon);
    inner.out = reader->out;
    inner.base = reader->base + start;
    inner.articles = reader->articles;
    inner.empty_cells = reader->empty_cells;
    read_rest(&inner, 0, inner.count);
    sheet_free(&inner.sheet);
}

void reader_claim(struct reader *reader, size_t first, size_t end)
{
    size_t written = reader->written;
    reader->written = end;
    if (reader->inner) {
        write_prose(reader, written, first);
        return;
    }
    struct sheet sheet = reader->sheet; /* of the table that is being claimed */
    reader->sheet = (struct sheet){0};
    read_gap(reader, written, first);
    sheet_free(&reader->sheet);
    reader->sheet = sheet;
}

/* ---- the pass ---- */

/* What else tells readers of a line, beside its marks: the sign it begins with, that it is drawn in and has
 * borders or may stand over counted rows, that a tab stands somewhere in the text. */
enum {
    BEGINS_RULE = 1 << 22,
    BEGINS_FRAME = 1 << 23,
    BEGINS_SIGN = 1 << 24,
    DRAWN_IN = 1 << 25,
    TABS_SOMEWHERE = 1 << 26,
    ANY_LINE = 1 << 27
};

/* What a line shows to readers of tables with borders; nothing but ANY_LINE and TABS_SOMEWHERE: no border. */
static unsigned shown_by(const struct reader *reader, const struct line *line)
{
    static const unsigned begins[256] = {['+'] = BEGINS_FRAME, ['-'] = BEGINS_RULE, ['='] = BEGINS_RULE,
                                         ['{'] = BEGINS_SIGN,  ['"'] = BEGINS_SIGN, ['.'] = BEGINS_SIGN,
                                         ['#'] = BEGINS_SIGN,  ['t'] = BEGINS_SIGN, [0xE2] = BEGINS_FRAME};
    unsigned shown = begins[(unsigned char)reader->text->bytes[line->words.start]] |
                     (line->marks & (LINE_BAR | LINE_TAB | LINE_COMMA | LINE_TAG | LINE_BOX | LINE_GAP |
                                     LINE_TABLE | LINE_FIELD | LINE_BACKSLASH | LINE_RULE));
    if (line->begin < line->words.start) {
        const struct line *next = line + 1 < reader->lines + reader->count ? line + 1 : line;
        char first = reader->text->bytes[next->words.start];
        shown |= shown || isdigit((unsigned char)first) || first == '[' ? DRAWN_IN : 0;
    }
    return shown | ANY_LINE | (reader->tabs ? TABS_SOMEWHERE : 0);
}

/* The ways of printing a table, in the order in which a line is shown to their readers: to each those lines
 * only that have one of its marks. Shown to all, a line of a single sign cost 2,000 instructions more. */
static const struct {
    table_reader *read;
    unsigned marks;
} readers[] = {
    {read_pairs, ANY_LINE},
    {read_fragment, LINE_TAG},
    {read_latex, LINE_BACKSLASH},
    {read_markup, BEGINS_SIGN | LINE_BAR},
    {read_typst, BEGINS_SIGN},
    {read_frame, BEGINS_FRAME},
    {read_counted, DRAWN_IN},
    {read_ruled, BEGINS_RULE | LINE_GAP},
    {read_spread, LINE_BAR},
    {read_bars, LINE_BAR | LINE_BOX},
    {read_clipboard, TABS_SOMEWHERE},
    {read_tabs, LINE_TAB},
    {read_commas, LINE_COMMA | BEGINS_SIGN},
};
enum { READERS = sizeof readers / sizeof *readers };

/* Show a line to the readers, until one knows it; `refused`: up to which line each has said no. Returns the
 * line behind its table, or behind this one. */
static size_t read_line(struct reader *reader, size_t line, size_t refused[READERS])
{
    unsigned shown = shown_by(reader, &reader->lines[line]);
    for (size_t i = 0; i < (shown == ANY_LINE ? 1 : READERS); i++) {
        if (!(readers[i].marks & shown) || line < refused[i])
            continue;
        reader->refused = refused[i];
        struct found found = readers[i].read(reader, line);
        if (found.what == FOUND) {
            reader_claim(reader, found.first, found.end);
            sheet_finish(reader, found.lost);
        }
        if (found.what == REFUSED) {
            refused[i] = found.end;
            sheet_clear(&reader->sheet);
        } else if (found.what != NONE_FOUND)
            return found.end;
    }
    return line + 1;
}

/* Whether a form feed ends the text: pdftotext ends each page with one, the last too; other programs part
 * pages with it. */
static bool ends_in_feed(const struct nb_text *text)
{
    size_t end = text->length;
    while (end && (text->bytes[end - 1] == '\n' || text->bytes[end - 1] == ' '))
        end--;
    return end && text->bytes[end - 1] == '\f';
}

struct nb_text *read_tables(struct nb_arena *arena, struct nb_text *plain, const struct lexicon *lexicon,
                            bool last)
{
    struct nb_arena *scratch = arena_new();
    struct reader reader = open_reader(scratch, plain, lexicon);
    size_t refused[READERS] = {0};
    reader.out = text_begin_anew(arena, plain);
    reader.articles = article_kind(&reader);
    reader.empty_cells = lines_empty_cells(&reader);
    reader.feeds = plain->feeds || ends_in_feed(plain);
    reader.last = last && !reader.feeds; /* without, none is apart */
    for (size_t line = 0; line < reader.count;) {
        bool empty = is_empty_line(&reader, line) && !reader.lines[line].marks;
        line = empty ? line + 1 : read_line(&reader, line, refused);
    }
    reader_claim(&reader, reader.count, reader.count);
    sheet_free(&reader.sheet);
    arena_free(scratch);
    struct nb_text *text = text_end(reader.out, plain->format, plain->encoding);
    text->apart = reader.apart;
    return text;
}

/* ---- between the tables of another format ---- */

/* Stretches of a text, cut where a table opens or closes and where the body begins and ends. */
static size_t stretch_end(const struct nb_text *text, size_t start)
{
    bool table = text->bytes[start] == GROUP_SEPARATOR;
    const char *mark = memchr(text->bytes + start + table, GROUP_SEPARATOR, text->length - start - table);
    size_t end = mark ? (size_t)(mark - text->bytes) + table : text->length;
    if (start < text->body_start && text->body_start < end)
        return text->body_start;
    return start < text->body_end && text->body_end < end ? text->body_end : end;
}

/* A stretch whose lines were joined is read as lines again. */
static struct nb_text *lower_plain(struct nb_arena *arena, struct nb_text *plain,
                                   const struct lexicon *lexicon)
{
    find_lines(plain);
    struct rewriting rewriting = {.arena = arena, .text = plain, .lexicon = lexicon};
    unfold(&rewriting);
    struct nb_text *made = rewrite_end(&rewriting);
    if (!made)
        return read_tables(arena, plain, lexicon, false);
    struct nb_text *own = text_own(arena, made, made->length);
    own->feeds = plain->feeds;
    struct nb_text *lowered = read_tables(arena, own, lexicon, false);
    text_through(lowered, made);
    return lowered;
}

static struct nb_text *lower_stretch(struct nb_arena *arena, struct nb_text *text, size_t start, size_t end,
                                     const struct lexicon *lexicon)
{
    struct text_loan loan = text_lend(arena, text, start, end);
    loan.text->feeds = text->feeds;
    struct nb_text *lowered = lower_plain(arena, loan.text, lexicon);
    text_give_back(&loan);
    return lowered;
}

/* The text as it is, and not a copy of it, where no more tables are found. Those in columns of spaces have no
 * record (layout.h). */
struct nb_text *read_tables_between(struct nb_arena *arena, struct nb_text *text,
                                    const struct lexicon *lexicon)
{
    struct text_builder *builder = NULL;
    struct nb_arena *scratch = arena_new();
    size_t body_start = 0, body_end = 0;
    for (size_t start = 0, end; start < text->length; start = end) {
        end = stretch_end(text, start);
        struct nb_text *lowered =
            text->bytes[start] == GROUP_SEPARATOR ? NULL : lower_stretch(scratch, text, start, end, lexicon);
        text->apart |= lowered && lowered->apart;
        bool tables = lowered && !lowered->apart && memchr(lowered->bytes, GROUP_SEPARATOR, lowered->length);
        if (tables && !builder) {
            builder = text_begin_anew(arena, text);
            text_copy(builder, text, 0, start, 0);
        }
        body_start = start != text->body_start ? body_start : builder ? text_length(builder) : start;
        if (tables)
            text_copy_over(builder, lowered, text, start);
        else if (builder)
            text_copy(builder, text, start, end, 0);
        body_end = end != text->body_end ? body_end : builder ? text_length(builder) : end;
        arena_clear(scratch);
    }
    arena_free(scratch);
    if (!builder)
        return text;
    struct nb_text *whole = text_end(builder, text->format, text->encoding);
    whole->apart = text->apart;
    text_discard(text);
    whole->body_start = body_start;
    whole->body_end = body_end;
    return whole;
}
