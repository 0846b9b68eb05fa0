/* plain_spans.h - a text without the spans and attributes that pandoc writes around what a page sets in fonts of its own. */
#ifndef NB_PLAIN_SPANS_H
#define NB_PLAIN_SPANS_H

#include "text.h"

/* If the text has spans with attributes, [words]{style="…"}, a new text in `arena` without their marks, without attributes of
 * headings and without fences of divisions (:::), whose source is that of `text`; else NULL. What stands in columns stays in them.
 * Takes time linear in the text, but for marks that are nested. Source: the manual of pandoc, "Divs and Spans". */
struct nb_text *without_spans(struct nb_arena *arena, const struct nb_text *text);

#endif
