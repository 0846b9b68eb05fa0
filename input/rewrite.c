/* rewrite.c - a text of which something is taken out, or replaced by a sign, from left to right. */
#include "config.h"

#include "rewrite.h"

#include "fold.h"
#include "utf8.h"

#include <string.h>

void rewrite_cut(struct rewriting *made, size_t start, size_t end, char sign)
{
    if (!made->builder)
        made->builder = text_begin_anew(made->arena, made->text);
    if (made->copied < start)
        text_copy(made->builder, made->text, made->copied, start, 0);
    if (sign)
        text_separator(made->builder, sign, start);
    made->copied = end;
}

struct nb_text *rewrite_end(struct rewriting *made)
{
    if (!made->builder)
        return NULL;
    rewrite_cut(made, made->text->length, made->text->length, 0);
    return text_end(made->builder, made->text->format, made->text->encoding);
}

/* Such characters fold to fillers from their first byte on; of others the first byte says something. */
struct nb_text *without_invisible(struct nb_arena *arena, const struct nb_text *text,
                                  const struct lexicon *lexicon)
{
    struct rewriting made = {.arena = arena, .text = text};
    const char *end = text->shadow + text->length;
    (void)lexicon;
    for (const char *at = text->shadow; (at = memchr(at, FOLD_FILLER, (size_t)(end - at)));) {
        size_t start = (size_t)(at - text->shadow), length = utf8_length((unsigned char)text->bytes[start]);
        if (((unsigned char)text->bytes[start] & 0xC0) == 0xC0)
            rewrite_cut(&made, start, start + length, 0);
        at += length;
    }
    return rewrite_end(&made);
}
