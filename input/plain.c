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

static rewrite_pass *const passes[] = {
    without_invisible, without_links,    without_counts,   dashes_together,     marks_together,
    with_shown_blanks, letters_together, without_requests, with_rows,           without_escapes,
    with_rows,         with_listed_rows, with_blanks,      with_printed_cells,  with_bars,
    without_quotation, without_emphasis, cells_apart,      without_blank_lines, without_page_edges,
    without_margins,   without_spans,    tags_together,    with_tabs,           without_unshown,
    tables_apart,      unfold,           headings_apart};
enum { PASSES = sizeof passes / sizeof *passes };

/* The reading of what the passes from this one on make of a text; it keeps the places of the file. */
static struct nb_text *read_from(struct nb_arena *arena, struct nb_text *plain, const struct input *input,
                                 size_t pass)
{
    struct rewriting rewriting = {.arena = arena, .text = plain, .lexicon = input->lexicon};
    find_lines(plain);
    bool own = pass; /* of what a pass made */
    while (pass < PASSES && !rewriting.builder)
        passes[pass++](&rewriting);
    struct nb_text *made = rewrite_end(&rewriting);
    if (!made && own)
        text_forget_starts(plain);
    if (!made)
        return read_plain(arena, plain, input);
    text_discard(plain);
    size_t length = without_last_lines(made->bytes, made->length);
    struct nb_text *text = read_from(arena, text_own(arena, made, length), input, pass);
    text_through(text, made);
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
    if (input->lexicon)
        blank_fillers(input->lexicon, decoded.bytes, decoded.length);
    struct nb_text *plain = text_plain(arena, decoded.bytes, decoded.length, decoded.encoding);
    struct nb_text *read = read_from(arena, plain, input, 0),
                   *text = join_paragraphs(read, input->lexicon); /* where no other text's bytes are kept */
    text->apart = read->apart;
    text->encoding_note = decoded.note;
    return text;
}
