/* pdf.h - the two halves of nianbao-pdf: what is drawn on a page, and the lines in which it is printed. */
#ifndef NB_PDF_H
#define NB_PDF_H

#include <glib.h>
#include <poppler.h>

/* A straight line as drawn, in points: at `at` from `from` to `to`. */
struct rule {
    gboolean vertical;
    double at, from, to;
};

/* Adds to `rules` (an array of struct rule) the lines that a page draws. */
void rules_of_page(PopplerPage *page, GArray *rules);

#endif
