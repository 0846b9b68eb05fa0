/* html_page.h - what a page says of itself outside its text: <title>, and the <meta> elements of government
 * sites. */
#ifndef NB_HTML_PAGE_H
#define NB_HTML_PAGE_H

#include "arena.h"

/* NULL: the page does not say. `article`: the title in <meta>, which has no name of the site behind it. */
struct html_page {
    const char *title, *article, *date, *source;
};

/* Take down what the attributes of a <meta> element say (name, value, name, value…, NULL; values may be
 * NULL). */
void html_page_meta(struct html_page *page, struct nb_arena *arena, const char *const *attributes);
/* Take down a piece of the text of <title>. */
void html_page_title(struct html_page *page, struct nb_arena *arena, const char *bytes, size_t length);

#endif
