/* rewrite.c - a text of which something is taken out, or replaced by a sign, from left to right. */
#include "config.h"

#include "rewrite.h"

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
