/* html_kind.h - what an element is for a text. */
#ifndef NB_HTML_KIND_H
#define NB_HTML_KIND_H

#include "html_tree.h"

/* Names of elements seen before, by their addresses, and what they are. */
enum { HTML_NAMES = 64 };
struct html_names {
    const char *names[HTML_NAMES];
    enum html_kind kinds[HTML_NAMES];
};

/* Set the kind of the element, by its tag or, where that says little, by its role or its style, and a cell's spans. `attributes`:
 * name, value, name, value…, NULL; values may be NULL. Returns whether an attribute hides the element. */
bool html_read_tag(struct html_names *names, const char *name, const char *const *attributes, struct html_node *node);

#endif
