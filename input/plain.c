/* plain.c - plain text is its own source: decoded, it is handed on as it stands, but for tables set in columns by spaces. */
#include "decode.h"
#include "paragraphs.h"
#include "tables.h"

#include <string.h>

/* The length without the empty lines behind the last one with words: they are no cells of a table that the text ends with. A tab
 * may be an empty cell. */
static size_t without_last_lines(const struct decoded *decoded)
{
    size_t length = decoded->length, end;
    while (length && (end = length - 1, decoded->bytes[end] == '\n')) {
        while (end && decoded->bytes[end - 1] == ' ')
            end--;
        if (!end || decoded->bytes[end - 1] != '\n')
            break;
        length = end;
    }
    return length;
}

struct nb_text *read_text(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct decoded decoded;
    if (!decode(arena, input, &decoded, error))
        return NULL;
    decoded.length = without_last_lines(&decoded);
    memset(decoded.bytes + decoded.length, 0, 2);
    struct nb_text *plain = text_plain(arena, decoded.bytes, decoded.length, decoded.encoding);
    struct nb_text *text = read_tables(arena, plain, input->lexicon);
    bool apart = text->apart;
    if (apart) /* which label a number belongs to nothing tells any more */
        text = plain;
    text->encoding_note = decoded.note;
    text = join_paragraphs(text, input->lexicon);
    text->apart = apart;
    return text;
}
