/* rewrite_spans.c - the marks of pandoc's spans, [words]{style="…"}, and other attributes are taken out of a
 * text. */
#include "config.h"

#include "rewrite.h"

#include "memory.h"
#include "table_reader.h"
#include "width.h"

#include <stdlib.h>
#include <string.h>

/* What is cut out of the text, and the brackets that are open. */
struct marks {
    const char *bytes;
    struct nb_span *cuts;
    size_t *open;
    size_t cut_count, cut_room, open_count, open_room;
};

static void cut(struct marks *marks, size_t start, size_t end)
{
    marks->cuts = xgrow(marks->cuts, &marks->cut_room, marks->cut_count + 1, sizeof *marks->cuts);
    marks->cuts[marks->cut_count++] = (struct nb_span){start, end};
}

static void open_bracket(struct marks *marks, size_t at)
{
    marks->open = xgrow(marks->open, &marks->open_room, marks->open_count + 1, sizeof *marks->open);
    marks->open[marks->open_count++] = at;
}

/* Behind the attributes that begin at `at`: {#name .class key="value"}, in one line; 0: none begin there. */
static size_t attributes_end(const char *bytes, size_t at)
{
    if (bytes[at] != '{')
        return 0;
    size_t length = strcspn(bytes + at, "}\n"), key = strspn(bytes + at + 1, "abcdefghijklmnopqrstuvwxyz-");
    bool named = bytes[at + 1] == '#' || bytes[at + 1] == '.' || (key && bytes[at + 1 + key] == '=');
    return named && bytes[at + length] == '}' ? at + length + 1 : 0;
}

/* The marks of spans; a paragraph closes what is left open in it. */
static void find_spans(struct marks *marks)
{
    for (size_t at = 0, end; marks->bytes[at]; at++) {
        if (marks->bytes[at] == '[') {
            open_bracket(marks, at);
        } else if (marks->bytes[at] == '\n' && marks->bytes[at + 1] == '\n') {
            marks->open_count = 0;
        } else if (marks->bytes[at] == ']' && marks->open_count) {
            size_t start = marks->open[--marks->open_count];
            if (!(end = attributes_end(marks->bytes, at + 1)))
                continue;
            cut(marks, start, start + 1);
            cut(marks, at, end);
            at = end - 1;
        }
    }
}

/* The attributes of a heading, and a fence: the whole line. */
static void find_line_marks(struct marks *marks, struct piece line)
{
    const char *start = marks->bytes + line.start;
    const char *brace = *start == '#' ? memrchr(start, '{', line.end - line.start) : NULL;
    if (!strncmp(start, ":::", 3))
        cut(marks, line.start, line.end);
    else if (brace && attributes_end(marks->bytes, (size_t)(brace - marks->bytes)) == line.end &&
             brace[-1] == ' ')
        cut(marks, (size_t)(brace - marks->bytes), line.end);
}

static int by_start(const void *left, const void *right)
{
    const struct nb_span *one = left, *other = right;
    return (one->start > other->start) - (one->start < other->start);
}

/* Append [start, end), and as many blanks as columns are gone before it where a gap is, so that what follows
 * keeps its place. */
static void append(struct text_builder *builder, const struct nb_text *text, size_t start, size_t end,
                   size_t *gone)
{
    static const char blanks[] = "                                ";
    const char *line = memrchr(text->bytes + start, '\n', end - start);
    const char *gap = *gone && !line ? memmem(text->bytes + start, end - start, "  ", 2) : NULL;
    size_t at = gap ? (size_t)(gap - text->bytes) : end;
    text_copy(builder, text, start, at, 0);
    for (size_t part; gap && *gone; *gone -= part) {
        part = *gone < sizeof blanks - 1 ? *gone : sizeof blanks - 1;
        text_append(builder, blanks, part, text_source_offset(text, at));
    }
    text_copy(builder, text, at, end, 0);
    *gone = line ? 0 : *gone;
}

static size_t columns_of(const char *at, const char *end)
{
    size_t columns = 0;
    for (size_t length; at < end; at += length) {
        length = utf8_length((unsigned char)*at);
        columns += (size_t)width_of(utf8_decode(at, length));
    }
    return columns;
}

static struct nb_text *without_cuts(struct nb_arena *arena, const struct nb_text *text,
                                    const struct marks *marks)
{
    struct text_builder *builder = text_begin_anew(arena, text);
    size_t at = 0, gone = 0;
    for (const struct nb_span *cut = marks->cuts; cut < marks->cuts + marks->cut_count; at = cut++->end) {
        append(builder, text, at, cut->start, &gone);
        gone += columns_of(text->bytes + cut->start, text->bytes + cut->end);
    }
    append(builder, text, at, text->length, &gone);
    return text_end(builder, text->format, text->encoding);
}

struct nb_text *without_spans(struct nb_arena *arena, const struct nb_text *text,
                              const struct lexicon *lexicon)
{
    (void)lexicon;
    struct marks marks = {.bytes = text->bytes};
    struct nb_text *bare = NULL;
    /* memmem() for two bytes costs 8 instructions for each byte of a text, memchr() a sixth of one. */
    if (!memchr(text->bytes, '{', text->length) || !memmem(text->bytes, text->length, "]{", 2))
        return NULL;
    find_spans(&marks);
    if (marks.cut_count) {
        for (size_t i = 0; i < text->line_count; i++)
            find_line_marks(&marks, line_of(text, i));
        qsort(marks.cuts, marks.cut_count, sizeof *marks.cuts, by_start);
        bare = without_cuts(arena, text, &marks);
    }
    xfree(marks.cuts);
    xfree(marks.open);
    return bare;
}
