/* ofd_page.h - the objects of an OFD page as characters with boxes and straight lines. */
#ifndef NB_OFD_PAGE_H
#define NB_OFD_PAGE_H

#include "pull.h"
#include "sheet.h"

/* In points, from the upper left corner of the page, or of the unit. */
struct ofd_point {
    double x, y;
};

/* Where an object stands: its matrix, then the corner of its boundary, in millimetres. */
struct ofd_place {
    double corner[2], matrix[6];
};

/* A straight line, stroked; or a filled rectangle, so thick. */
struct ofd_edge {
    struct ofd_point one, other;
    double thick;
};

/* A composite object: a unit of the document's resources that is drawn at a place. */
struct ofd_use {
    const char *unit;
    struct ofd_place place;
};

/* A page, or a unit, being filled; `arena` owns its arrays and the bytes of its characters. `box`: the page's
 * physical box, in millimetres. `room`: how much more may be drawn in all of the document. */
struct ofd_page {
    struct nb_arena *arena;
    struct sheet_page sheet;
    struct ofd_edge *edges;
    struct ofd_use *uses;
    size_t edge_count, use_count, char_capacity, rule_capacity, edge_capacity, use_capacity;
    size_t unseen; /* how many of its characters are drawn without colour */
    size_t *room;
    double box[4];
    struct ofd_part *part; /* of the path being drawn */
};

/* As many numbers as there are in a list, at most `most`; returns how many. */
size_t ofd_numbers(const char *list, double *numbers, size_t most);
/* The text of the element that the reader stands at. */
const char *ofd_words(struct pull *pull, struct nb_arena *arena);
/* Add what is inside the element that the reader stands at (GB/T 33190-2016, 7.7, 8 to 11 and 13). */
void ofd_objects(struct pull *pull, struct ofd_page *page);
/* Where a point of an object is on its page. */
struct ofd_point ofd_moved(const struct ofd_place *place, struct ofd_point point);
/* Add a character whose box has these corners. */
void ofd_add_character(struct ofd_page *page, struct ofd_point one, struct ofd_point other, const char *text,
                       unsigned length);
void ofd_add_edge(struct ofd_page *page, struct ofd_edge edge);
/* Make lines of the page's edges: of those that are thin and straight across or down. */
void ofd_rules(struct ofd_page *page);

#endif
