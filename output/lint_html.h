/* lint_html.h - what the parts of the page share: the page being written and its findings. */
#ifndef NB_LINT_HTML_H
#define NB_LINT_HTML_H

#include "output.h"

/* The page of one report. `findings` are those that are shown, in order of place; `pinned` tells which have
 * their mark in the page; `next` is the first whose place has not been passed. */
struct page {
    FILE *file;
    const struct nb_report *report;
    size_t number;
    const struct nb_finding **findings;
    bool *pinned;
    size_t count, next;
};

/* Text with markup characters escaped, control characters as spaces. */
void html_text(FILE *file, const char *bytes, size_t length);
void html_string(FILE *file, const char *string);
/* The mark of a finding, which leads to its entry in the list. */
void html_pin(struct page *page, size_t finding);
/* Marks of the findings before this place that have none yet. */
void html_pins_before(struct page *page, size_t offset);

/* The findings: the worst first, what follows from one below it, many of one kind folded. */
void html_list(struct page *page);
/* What a status other than "given" means, in the reader's language; NULL: nothing that needs words. */
const char *html_status_words(enum nb_status status);

/* The text in [from, to), with numbers and names of persons covered. */
void html_covered(struct page *page, size_t from, size_t to);
/* A statutory table drawn as the official form looks. */
void html_table(struct page *page, const struct nb_table *table);
/* A table of no known form, as printed. */
void html_grid(struct page *page, const struct nb_grid *grid);

#endif
