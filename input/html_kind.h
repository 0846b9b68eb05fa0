/* html_kind.h - what an element is for a text. */
#ifndef NB_HTML_KIND_H
#define NB_HTML_KIND_H

#include "html_style.h"
#include "html_tree.h"

#include <string.h>

/* Names of elements seen before, by their addresses, and what they are. */
enum { HTML_NAMES = 256 };
struct html_names {
    const char *names[HTML_NAMES];
    enum html_kind kinds[HTML_NAMES];
    enum html_kind
        others; /* what elements of other names are: inline as of HTML, or blocks as of an XML file */
};

/* Whether a tag or an attribute has this name. Most have none that begins so: a call for each cost a page 5
 * instructions a byte.
 */
static inline bool html_is(const char *name, const char *wanted)
{
    return *name == *wanted && !strcmp(name, wanted);
}

/* Set the kind of the element, by its tag or, where that says little, by its role or its style, and a cell's
 * spans. `attributes`: name, value, name, value…, NULL; values may be NULL. node->table is set. *spot: what
 * is said of its place, asked of all elements only where one before is `placed`, which the caller sets.
 * Returns whether an attribute hides the element or, in a table, a sheet. */
bool html_read_tag(struct html_names *names, const struct html_rules *rules, const char *name,
                   const char *const *attributes, struct html_node *node, struct html_spot *spot);

#endif
