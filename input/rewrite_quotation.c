/* rewrite_quotation.c - a text that was quoted, without the marks before its lines. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <string.h>

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
    if (!memchr(text->bytes, '>', text->length))
        return false;
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

void without_quotation(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    if (!is_quoted(text))
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        rewrite_cut(made, line.start,
                    line.start + quotation(text->bytes + line.start, text->bytes + line.end), 0);
    }
}
