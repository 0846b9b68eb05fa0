/* plain.c - plain text is its own source: decoded, it is handed on as it stands, but for tables and what
 * programs did to it as a whole. */
#include "config.h"

#include "decode.h"
#include "fillers.h"
#include "paragraphs.h"
#include "rewrite.h"
#include "table.h"
#include "table_reader.h"

#include <string.h>

/* The length without the empty lines behind the last one with words: they are no cells of a table that the
 * text ends with. A tab may be an empty cell. */
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

static struct nb_text *read_plain(struct nb_arena *arena, struct nb_text *plain, const struct input *input)
{
    struct nb_text *lowered = read_tables(arena, plain, input->lexicon, true);
    if (lowered->apart) { /* which label a number belongs to nothing tells any more */
        text_discard(lowered);
        plain->apart = true;
        return plain;
    }
    text_discard(plain);
    text_share(lowered);
    return lowered;
}

/* Asked of all texts, not only of those in which some line has a mark. */
enum { ANY_TEXT = 0 };

/* The passes in their order, and the marks of which some line has one where they find anything. */
static const struct {
    rewrite_pass *rewrite;
    unsigned marks;
} passes[] = {
    {without_invisible, ANY_TEXT},
    {without_links, LINE_SIGN},
    {without_counts, LINE_PARTS},
    {dashes_together, ANY_TEXT},
    {marks_together, LINE_COMMA},
    {with_shown_blanks, LINE_PARTS},
    {letters_together, LINE_PARTS},
    {without_requests, LINE_PARTS},
    {with_rows, LINE_SIGN},
    {without_escapes, LINE_BACKSLASH | LINE_SIGN},
    {with_rows, LINE_SIGN},
    {with_listed_rows, LINE_PARTS | LINE_BAR},
    {with_blanks, ANY_TEXT},
    {with_printed_cells, LINE_PARTS},
    {with_bars, LINE_BAR | LINE_SIGN},
    {without_quotation, LINE_SIGN},
    {without_emphasis, LINE_INLINE | LINE_PARTS},
    {cells_apart, LINE_BAR},
    {without_blank_lines, ANY_TEXT},
    {without_page_edges, ANY_TEXT},
    {without_margins, ANY_TEXT},
    {without_spans, LINE_SIGN},
    {tags_together, LINE_INLINE},
    {with_tabs, ANY_TEXT},
    {without_unshown, LINE_INLINE},
    {tables_apart, ANY_TEXT},
    {unfold, ANY_TEXT},
    {headings_apart, ANY_TEXT},
};
enum { PASSES = sizeof passes / sizeof *passes };

/* What any line of a text shows. */
static unsigned marks_of_lines(const struct nb_text *text)
{
    unsigned marks = 0;
    for (size_t i = 0; i < text->line_count; i++)
        marks |= text->lines[i].marks;
    return marks;
}

/* The reading of what the passes from this one on make of a text; it keeps the places of the file. */
static struct nb_text *read_from(struct nb_arena *arena, struct nb_text *plain, const struct input *input,
                                 size_t pass)
{
    struct rewriting rewriting = {.arena = arena, .text = plain, .lexicon = input->lexicon};
    find_lines(plain);
    unsigned marks = marks_of_lines(plain);
    bool own = pass; /* of what a pass made */
    for (; pass < PASSES && !rewriting.builder; pass++)
        if (passes[pass].marks == ANY_TEXT || passes[pass].marks & marks)
            passes[pass].rewrite(&rewriting);
    struct nb_text *made = rewrite_end(&rewriting);
    if (!made && own)
        text_forget_starts(plain);
    if (!made)
        return read_plain(arena, plain, input);
    text_discard(plain);
    size_t length = without_last_lines(made->bytes, made->length);
    struct nb_text *text = read_from(arena, text_own(arena, made, length), input, pass);
    text_through(text, made);
    text->run |= rewriting.run;
    return text;
}

struct nb_text *read_text(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct decoded decoded;
    if (!decode(arena, input, &decoded, error))
        return NULL;
    decoded.length = without_last_lines(decoded.bytes, decoded.length);
    memset(decoded.bytes + decoded.length, 0, 2);
    blank_unnamed(decoded.bytes, decoded.length);
    struct nb_text *plain = text_plain(arena, decoded.bytes, decoded.length, decoded.encoding);
    if (input->lexicon)
        blank_fillers(input->lexicon, plain);
    struct nb_text *read = read_from(arena, plain, input, 0),
                   *text = join_paragraphs(read, input->lexicon); /* where no other text's bytes are kept */
    text->apart = read->apart;
    text->run = read->run;
    text->encoding_note = decoded.note;
    return text;
}
