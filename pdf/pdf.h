/* pdf.h - the two halves of nianbao-pdf: what is drawn on a page, and the lines in which it is printed. */
#ifndef NB_PDF_H
#define NB_PDF_H

#include <glib.h>

/* A straight line as drawn, in points: at `at` from `from` to `to`. */
struct rule {
    gboolean vertical;
    double at, from, to;
};

/* Adds to `rules` (an array of struct rule) the lines that a page draws. `script` is what cairo's script surface wrote of it. */
void rules_of_script(const char *script, size_t length, GArray *rules);

#endif
