/* html_body.c - find the report's own container by its article headings and its title. */
#include "config.h"

#include "html_parts.h"

#include "enumerator.h"
#include "fold.h"

#include <string.h>

enum { TITLE_BYTES = 240 };

void html_lines_add(struct html_lines *lines, size_t start, uint32_t node, bool linked)
{
    lines->items = xgrow(lines->items, &lines->capacity, lines->count + 1, sizeof *lines->items);
    lines->items[lines->count++] = (struct html_line){start, node, linked};
}

/* The line's bytes in the shadow, without leading blanks. */
static const char *line_text(const struct nb_text *text, size_t start, size_t *length)
{
    const char *at = text->shadow + start;
    while (*at == ' ' || *at == '\t' || *at == FOLD_FILLER)
        at++;
    *length = strcspn(at, "\n\x1D");
    return at;
}

/* Whether the line opens with the number of an article: 一、 1、 第一部分. */
static bool is_heading(const char *at, size_t length)
{
    enum enumerator_kind kind = enumerator_heads(at, at + length).kind;
    return kind == ENUMERATOR_HAN || kind == ENUMERATOR_PART || kind == ENUMERATOR_ARABIC;
}

static bool holds(const char *at, size_t length, const char *word)
{
    return memmem(at, length, word, strlen(word)) != NULL;
}

static bool is_title(const char *at, size_t length)
{
    return length < TITLE_BYTES && holds(at, length, "信息公开") &&
           (holds(at, length, "报告") || holds(at, length, "年报")) && holds(at, length, "年") &&
           !holds(at, length, "。") && !holds(at, length, ">") && !holds(at, length, "位置") &&
           !holds(at, length, ":");
}

static uint32_t common_ancestor(const struct html_node *nodes, uint32_t a, uint32_t b)
{
    while (a != b)
        if (a > b) /* a parent comes before its children */
            a = nodes[a].parent;
        else
            b = nodes[b].parent;
    return a;
}

/* Where the first line behind the container starts. */
static size_t end_of(const struct html_tree *tree, uint32_t container, const struct html_lines *lines,
                     size_t from, size_t length)
{
    for (; from < lines->count; from++)
        if (lines->items[from].node >= tree->nodes[container].end)
            return lines->items[from].start;
    return length;
}

/* The title is the last line that looks like one before the first article; what looks like an article before
 * it is the site's. */
void html_find_body(const struct html_tree *tree, const struct html_lines *lines, struct nb_text *text)
{
    size_t headings = 0, title = SIZE_MAX;
    uint32_t container = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct html_line *line = &lines->items[i];
        size_t length;
        const char *at = line_text(text, line->start, &length);
        if (!headings && !line->linked && is_title(at, length)) {
            title = i;
            container = line->node;
        } else if (title != SIZE_MAX && !line->linked && is_heading(at, length)) {
            container = common_ancestor(tree->nodes, container, line->node);
            headings++;
        }
    }
    if (headings < 2)
        return;
    text->body_start = lines->items[title].start;
    text->body_end = end_of(tree, container, lines, title, text->length);
}
