/* plain.c - plain text is its own source: decoded, it is handed on as it stands, but for tables set in columns by spaces. */
#include "decode.h"
#include "paragraphs.h"
#include "tables.h"

struct nb_text *read_text(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct decoded decoded;
    if (!decode(arena, input, &decoded, error))
        return NULL;
    struct nb_text *text = text_plain(arena, decoded.bytes, decoded.length, decoded.encoding);
    text = read_tables(arena, text, input->lexicon);
    text->encoding_note = decoded.note;
    text = join_paragraphs(text, input->lexicon);
    return text;
}
