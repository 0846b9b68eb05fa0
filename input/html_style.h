/* html_style.h - what styles say of an element: its own, and those that the page's sheets give its classes.
 */
#ifndef NB_HTML_STYLE_H
#define NB_HTML_STYLE_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { HTML_DOTS = 3 }; /* what is no larger keeps a distance */

/* What is asked of a style, in the order of their names. */
enum html_property {
    HTML_BOTTOM,
    HTML_DISPLAY,
    HTML_FLEX,
    HTML_DIRECTION,
    HTML_FONT_SIZE,
    HTML_LEFT,
    HTML_LINE_HEIGHT,
    HTML_OPACITY,
    HTML_OVERFLOW,
    HTML_DECORATION,
    HTML_DECORATION_LINE,
    HTML_TOP,
    HTML_TRANSFORM,
    HTML_ALIGN,
    HTML_VISIBILITY,
    HTML_WHITE_SPACE,
    HTML_WIDTH,
    HTML_PROPERTIES
};

struct html_style {
    const char *values[HTML_PROPERTIES]; /* an empty string: it is not there */
};

/* Of a sheet: the style of the elements of a class, or of an id with its "#", and, where these are no empty
 * strings, of this name, and of another class, too. `next`: behind which rule of the same bucket it stands;
 * 0: none. */
struct html_rule {
    const char *tag, *class_name, *other;
    struct html_style style;
    unsigned next;
};

/* The rules of a page's sheets that say what is asked, on the heap. */
enum { HTML_BUCKETS = 1024 };
struct html_rules {
    struct html_rule *items;
    size_t count, capacity;
    bool ids;                       /* some are of an id */
    unsigned buckets[HTML_BUCKETS]; /* of the last rule of each, from 1 */
};

struct html_style html_no_style(void);

/* Add what a style says and the styles before it do not; of several values the first counts. Returns
 * whether it says anything that is asked. */
bool html_style_add(struct html_style *style, const char *text);
/* Whether nothing of the element is seen: also what stands outside of the page, or is struck out. */
bool html_style_hides(const struct html_style *style);
/* The same of one that is there, and is nothing to see, or has no place to be seen in. */
bool html_style_vanishes(const struct html_style *style);

/* Whether it is a few dots wide that keep a distance. */
bool html_style_is_thin(const struct html_style *style);

/* Add the rules of a sheet for classes and ids; what it says for some media, or of elements inside others, is
 * left out. */
void html_rules_read(struct html_rules *rules, struct nb_arena *arena, const char *sheet, size_t length);
/* Add what the rules say of an element, by its id and classes ("": none). Returns whether they say anything
 * that is asked. */
bool html_rules_apply(const struct html_rules *rules, const char *tag, const char *id, const char *names,
                      struct html_style *style);

#endif
