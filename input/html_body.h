/* html_body.h - which part of a page is the report and which is the site around it. */
#ifndef NB_HTML_BODY_H
#define NB_HTML_BODY_H

#include "html_tree.h"
#include "text.h"

/* A line of text outside of tables: where it starts, the element it stands in, whether it is a link. */
struct html_line {
    size_t start;
    uint32_t node;
    bool linked;
};

/* Lines in order, on the heap. */
struct html_lines {
    struct html_line *items;
    size_t count, capacity;
};

void html_lines_add(struct html_lines *lines, size_t start, uint32_t node, bool linked);

/* Set body_start and body_end of the text: from the report's title to the end of the smallest element that
 * holds it and all article headings. They stay 0 where the page has no title or fewer than two headings. */
void html_find_body(const struct html_tree *tree, const struct html_lines *lines, struct nb_text *text);

#endif
