/* ofd_unit.h - graphics of an OFD document's resources, which its pages draw as composite objects. */
#ifndef NB_OFD_UNIT_H
#define NB_OFD_UNIT_H

#include "ofd_page.h"

struct ofd_units {
    struct ofd_unit *units;
    size_t count, capacity;
    bool sorted;
};

/* Add the unit that the reader stands at. */
void ofd_unit(struct pull *pull, struct ofd_units *units, struct nb_arena *arena, size_t *room);
/* Draw on a page all units that it uses. False: there is none of a name, or one is drawn in itself. */
bool ofd_draw_units(struct ofd_units *units, struct ofd_page *page);

#endif
