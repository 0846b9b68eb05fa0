/* rewrite_spans.c - the marks of pandoc's spans, [words]{style="…"}, and other attributes are taken out of a
 * text; tags that its lines break stand on one. */
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

static size_t columns_of(const char *at, const char *end)
{
    size_t columns = 0;
    for (size_t length; at < end; at += length) {
        length = utf8_length((unsigned char)*at);
        columns += (size_t)width_of(utf8_decode(at, length));
    }
    return columns;
}

/* As many blanks as columns are gone stand where a gap is behind that, up to `end`, so that what follows
 * keeps its place. */
static void fill_gap(struct rewriting *made, size_t start, size_t end, size_t *gone)
{
    const char *bytes = made->text->bytes, *line = memrchr(bytes + start, '\n', end - start);
    const char *gap = *gone && !line ? memmem(bytes + start, end - start, "  ", 2) : NULL;
    for (; gap && *gone; --*gone)
        rewrite_cut(made, (size_t)(gap - bytes), (size_t)(gap - bytes), ' ');
    *gone = line ? 0 : *gone;
}

void without_spans(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    struct marks marks = {.bytes = text->bytes};
    size_t at = 0, gone = 0;
    /* memmem() for two bytes costs 8 instructions for each byte of a text, memchr() a sixth of one. */
    if (!memchr(text->bytes, '{', text->length) || !memmem(text->bytes, text->length, "]{", 2))
        return;
    find_spans(&marks);
    for (size_t i = 0; marks.cut_count && i < text->line_count; i++)
        find_line_marks(&marks, line_of(text, i));
    if (marks.cut_count)
        qsort(marks.cuts, marks.cut_count, sizeof *marks.cuts, by_start);
    for (size_t i = 0; i < marks.cut_count; at = marks.cuts[i++].end) {
        const struct nb_span *cut = &marks.cuts[i];
        fill_gap(made, at, cut->start, &gone);
        rewrite_cut(made, cut->start, cut->end, 0);
        gone += columns_of(text->bytes + cut->start, text->bytes + cut->end);
    }
    fill_gap(made, at, text->length, &gone);
    xfree(marks.cuts);
    xfree(marks.open);
}

/* Behind the tag at `at`, if line breaks stand in it, and no other tag or empty line; 0: none do. */
static size_t broken_tag_end(const char *at)
{
    enum { LONGEST = 300 }; /* bytes: of 5,173 that pandoc had broken the longest has 126 */
    size_t name = 1 + (at[1] == '/'), length = strcspn(at + name, "<>\n");
    bool broken = ((at[name] | ' ') >= 'a' && (at[name] | ' ') <= 'z') && at[name + length] == '\n';
    length = broken ? name + strcspn(at + name, "<>") : 0;
    return length && length < LONGEST && at[length] == '>' && !memmem(at, length, "\n\n", 2) ? length + 1 : 0;
}

void tags_together(struct rewriting *made)
{
    const char *bytes = made->text->bytes, *end = bytes + made->text->length;
    for (const char *at = bytes; (at = memchr(at, '<', (size_t)(end - at))); at++)
        for (size_t i = 0, length = broken_tag_end(at); i < length; i++)
            if (at[i] == '\n')
                rewrite_cut(made, (size_t)(at + i - bytes), (size_t)(at + i + 1 - bytes), ' ');
}
