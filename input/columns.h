/* columns.h - the model of columns that are set by measure: which column each value of a table stands in, as
 * probabilities. */
#ifndef NB_COLUMNS_H
#define NB_COLUMNS_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { MOST_COLUMNS = 16, MOST_VALUES = 20 /* in a row */ };

/* A word or number in print: from x0 to x1 on its line, in any unit of length (columns of text, points of a
 * page); `line` is the same for all that stand in one row; [start, end) are its bytes in the text; `free`:
 * where the label of its row ends. */
struct run {
    float x0, x1, free;
    unsigned line, page;
    size_t start, end;
};

/* How likely a value stands in each column; the sum is 1. `exact`: it stands under the label of the best
 * (columns_align). */
struct placement {
    float p[MOST_COLUMNS];
    int best;
    bool exact;
};

/* A table to be placed. `labels`: of each column from left to right; the first has x1 < x0 if none are
 * printed. `values`: row by row, in the order of their places; a page's follow one another. `unit`: the width
 * of a digit. What comes out: `placements`, which has room for one a value, the logarithm of the probability
 * of all places, a unit of length wide, by how much values stand off their columns, in units, and by how much
 * a column stands off its label at most, in distances of columns. */
struct column_table {
    const struct run *labels;
    size_t columns;
    const struct run *values;
    size_t count;
    float unit;
    struct placement *placements;
    float evidence, stands, jitter, astray;
};

/* How the values of a text are set, as far as it has been read: how well each way explains so many of them;
 * and what so many lines cost, read in narrow columns and in such that a wide character takes two (layout.c);
 * `length`: its bytes; `placed`: how often values were, in all rounds.
 */
struct column_modes {
    size_t values, lines, length, placed;
    double evidence[3], narrow, wide;
};

/* How values are set is asked of so many, more than a report has: of tables behind these only the way
 * that explains them best is looked at, for one text is set in one way. Asked of each block anew, texts of
 * many cost 2,400 instructions a byte more. */
enum { TELLING_VALUES = 300 };

/* Place the values of tables, from 1 value and column on to MOST_COLUMNS and MOST_VALUES in a row, whose
 * values are all set in one way: left, centred or right in their columns. Work memory comes from the arena.
 */
void columns_place(struct nb_arena *arena, struct column_table *tables, size_t count,
                   struct column_modes *modes);
/* The same of places that are exact, as those on a page are: where nearly all values of a page stand under a
 * label, with its left side, middle or right side, they are in its column; and where labels are set left and
 * values right, in that of their cells. Others stay as they are placed. */
void columns_align(struct column_table *tables, size_t count);
/* The same of a text, whose places are rounded: only where all values of a table stand so. */
void columns_align_all(struct column_table *table);

#ifdef COLUMNS_TUNING
/* For measuring what each part of the model is worth: its numbers by name, in a program built for it. */
bool columns_tune(const char *name, float value);
#endif

#endif
