/* page.c - what a web page prints around the report becomes furniture, a paragraph for each line or row of a
 * table. */
#include "metadata.h"
#include "text.h"

/* Whether anything is left of a line without the borders and blanks that it begins and ends with. */
static bool trim(const char *bytes, struct nb_span *line)
{
    while (line->start < line->end && (unsigned char)bytes[line->start] <= ' ')
        line->start++;
    while (line->end > line->start && (unsigned char)bytes[line->end - 1] <= ' ')
        line->end--;
    return line->start < line->end;
}

static struct nb_block **add_lines(struct nb_report *report, struct nb_block **list, size_t start, size_t end)
{
    const struct nb_text *text = report->text;
    for (size_t at = start; at < end; at++) {
        struct nb_span line = {at, at};
        while (line.end < end && text->bytes[line.end] != '\n' && text->bytes[line.end] != RECORD_SEPARATOR)
            line.end++;
        at = line.end;
        if (!trim(text->bytes, &line))
            continue;
        *list = arena_alloc(report->arena, sizeof **list);
        **list = (struct nb_block){.kind = NB_PARAGRAPH, .span = line, .words = line};
        list = &(*list)->next;
    }
    return list;
}

void keep_furniture(struct nb_report *report)
{
    const struct nb_text *text = report->text;
    if (text->body_end)
        add_lines(report, add_lines(report, &report->furniture, 0, text->body_start), text->body_end,
                  text->length);
}
