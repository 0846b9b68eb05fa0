/* ofd_page.h - the objects of an OFD page as characters with boxes and straight lines. */
#ifndef NB_OFD_PAGE_H
#define NB_OFD_PAGE_H

#include "pull.h"
#include "sheet.h"

/* A page being filled; `arena` owns its arrays and the bytes of its characters. `box`: the page's physical box, in millimetres.
 */
struct ofd_page {
    struct nb_arena *arena;
    struct sheet_page sheet;
    size_t char_capacity, rule_capacity;
    double box[4];
    struct ofd_part *part; /* of the path being drawn */
};

/* As many numbers as there are in a list, at most `most`; returns how many. */
size_t ofd_numbers(const char *list, double *numbers, size_t most);
/* The text of the element that the reader stands at. */
const char *ofd_words(struct pull *pull, struct nb_arena *arena);
/* Add what is inside the element that the reader stands at (GB/T 33190-2016, 7.7 and 8 to 11). */
void ofd_objects(struct pull *pull, struct ofd_page *page);

#endif
