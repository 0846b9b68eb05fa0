/* html_guard.h - a look at a page's tags before the parser sees them. */
#ifndef NB_HTML_GUARD_H
#define NB_HTML_GUARD_H

#include <stdbool.h>

/* Whether no tag has more attributes than LIMIT_ATTRIBUTES. libxml2 compares each attribute of a tag with all
 * before it and offers no place to stop it, so a page made of one endless tag must not reach it. `source`
 * ends in NUL. */
bool html_attributes_bounded(const char *source);

#endif
