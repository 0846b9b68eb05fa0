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

/* What a backslash and this letter stand for in a string of C, JSON or a script: a sign; the letter itself,
 * of which the backslash is taken out (1); 0: something else. */
static char escaped_sign(char letter)
{
    static const char letters[] = "nrt\"\\/", signs[] = "\n\r\t\1\1\1";
    const char *at = letter ? strchr(letters, letter) : NULL;
    return at ? signs[at - letters] : '\0';
}

/* Whether nearly all line ends of a text are written in letters. */
static bool is_escaped(const struct nb_text *text)
{
    enum { SEVERAL = 20 }; /* the shortest table of the form, a cell a line, has thirty */
    size_t ends = 0;
    const char *at = text->bytes, *end = at + text->length;
    if (text->line_count * SEVERAL > text->length / 2)
        return false;
    for (; (at = memchr(at, '\\', (size_t)(end - at))) && at + 1 < end; at += 2)
        ends += at[1] == 'n';
    return ends > SEVERAL && ends > 4 * text->line_count;
}

struct nb_text *without_escapes(struct nb_arena *arena, const struct nb_text *text,
                                const struct lexicon *lexicon)
{
    struct rewriting made = {.arena = arena, .text = text};
    const char *at = text->bytes, *end = at + text->length;
    (void)lexicon;
    if (!is_escaped(text))
        return NULL;
    for (; at < end && (at = memchr(at, '\\', (size_t)(end - at))); at += 2) {
        size_t start = (size_t)(at - text->bytes);
        char sign = escaped_sign(at[1]);
        if (sign)
            rewrite_cut(&made, start, start + 1 + (sign != 1), sign == 1 ? '\0' : sign);
    }
    return rewrite_end(&made);
}
