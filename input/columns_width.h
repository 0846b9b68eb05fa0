/* columns_width.h - the columns of a table that has empty ones and no head of its own, by how wide its columns are. */
#ifndef NB_COLUMNS_WIDTH_H
#define NB_COLUMNS_WIDTH_H

#include "columns.h"

/* What all in a column have in common: their left sides, their middles or their right sides. */
enum side { LEFT, MIDDLE, RIGHT, SIDES, NONE = -1 };

static inline float side_of(const struct run *run, enum side side)
{
    return side == LEFT ? run->x0 : side == RIGHT ? run->x1 : (run->x0 + run->x1) / 2;
}

/* Columns under labels: where these stand, and how wide the widest content of each is, if none is wrapped. */
struct headed {
    const struct run *labels;
    const float *width;
    size_t columns;
    enum side side;
    float unit;
};

/* The room beside the contents of a cell, as the columns tell it; 0: they do not. */
float columns_room(const struct headed *head);
/* Tell the columns of places, which are fewer than the labels, in a table as wide as that of the labels: column[i] of each.
 * False: their distances do not tell. */
bool columns_by_width(const struct headed *head, float room, const struct run *places, size_t count, int *column);

#endif
