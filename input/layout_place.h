/* layout_place.h - what finding columns and placing values share: frames, in which places of rows can be compared, and how values
 * fit them. */
#ifndef NB_LAYOUT_PLACE_H
#define NB_LAYOUT_PLACE_H

#include "layout_parts.h"

#include <limits.h>

/* How values are set in their columns. */
enum { LEFT, CENTRE, RIGHT, MODES };

/* Positions and distances are counted in units of UNIT to a column. */
enum {
    UNIT = 16,
    NEVER = INT_MAX / 4,
    FAR = 5 * UNIT / 2, /* a value that misses its column by more is in none */
    CLOSE = 2,          /* columns between two values that may be in one */
    SEVERAL = 3,        /* values, or full rows, that tell well where a column is */
    FEW_COLUMNS = 3     /* of a table without sums */
};

/* Where a column stands: its label, and in each mode on average the `count` values that are in it. */
struct column {
    long start, end, centre; /* centre: of the lines of the label, on average */
    long anchor[MODES], count[MODES];
};

/* Rows whose places can be compared: of one page, and of others where it is known how they are shifted. */
struct frame {
    bool headed; /* its columns have their labels */
    size_t full; /* rows that print all their values */
    bool heaped; /* its values alone show the columns */
    struct column column[MAX_COLUMNS];
};

/* The work on one band. */
struct placing {
    const struct lines *lines;
    struct band *band;
    struct grid *grid;
    int header_page;
    int *frame;  /* of each row; -1: not known yet */
    long *shift; /* of each row against the frame */
};

static inline long anchor_of(const struct token *token, int mode)
{
    return mode == LEFT ? UNIT * token->start : mode == RIGHT ? UNIT * token->end : UNIT * (token->start + token->end) / 2;
}

static inline int page_of(const struct placing *placing, const struct row *row)
{
    return placing->lines->line[row->line].page;
}

static inline long least(long a, long b)
{
    return a < b ? a : b;
}

static inline long larger(long a, long b)
{
    return a > b ? a : b;
}

/* ---- layout_way.c: the best way to put the values of a row into columns ---- */

/* For a row: what it costs to place its values from each on in the columns from each on. */
struct table {
    const struct frame *frame;
    const struct row *row;
    long shift;
    int columns, mode;
    size_t pinned; /* this value must stand in column `pin` */
    int pin;
    long cost[MAX_COLUMNS + 1][MAX_TOKENS + 3]; /* [column][value] */
};

/* How far from where the label of its column allows a value stands. */
long miss_label(const struct column *column, long at, int mode);
/* How far from column `column` of the frame a value stands; NEVER: it is not known where that is. */
long miss(const struct frame *frame, int column, long at, int mode);
/* What it costs to put one value into a column. */
long cost_of(const struct table *table, size_t value, int column);
/* Fill in the table. Returns the least cost of all; NEVER: there is no way. */
long fill_in(struct table *table);
/* The columns of the way that costs least. */
void read_off(const struct table *table, int *columns);
/* Whether no other value stands in the same column. */
bool is_alone(const struct row *row, const int *columns, size_t value);

/* ---- layout_fit.c: a frame in one mode: where columns are shows where values are, and the other way round ---- */

struct fit {
    const struct placing *placing;
    struct frame *frame;
    int number, mode;
};

/* Where a value stands, and in which column. */
struct spot {
    int column;
    long at;
};

/* Make the table ready for a row of the band. */
void begin_table(const struct fit *fit, size_t row, struct table *table);
/* The values of a row that are alone in their columns. Returns how many. */
size_t spots_of(const struct fit *fit, size_t number, struct spot *spots);
/* The labels of the columns, as they would stand on a page that is shifted by `shift`. */
void put_labels(const struct placing *placing, struct frame *frame, long shift);
/* Count the full rows; put the labels of the header, if it is this frame's and can be trusted. */
void open_frame(const struct placing *placing, int number, struct frame *frame);
/* Find where columns are, from full rows or labels first, then from all rows as they are placed so. */
void fit_columns(const struct fit *fit);
/* By how much all values of a frame miss their columns, and columns their labels. */
long cost_of_fit(const struct fit *fit);
/* How many values a frame has. */
size_t values_in(const struct placing *placing, int number);

/* ---- layout_frame.c: frames, from page to page ---- */

/* Give each row its frame, by how pages are shifted. Frame 0 is that of the header. Returns how many there are. */
int find_frames(struct placing *placing);
/* Text extractors stretch pages too. Take page after page into a frame; one that does not fit is a frame of its own. */
void split_frame(const struct placing *placing, int number, int *frames);
/* Find where the columns of a frame are, for all modes; by the likeliest first. */
void fit_frame(const struct placing *placing, int number, int likeliest, struct frame *frame);

/* ---- layout_full.c: rows that print all their values ---- */

/* Whether a row prints as many values as there are columns, all on one line. */
bool looks_full(const struct placing *placing, const struct row *row);
/* Take back row->full where the values do not stand in the columns. `alignment`: how values may be set. */
void check_full_rows(const struct placing *placing, int frames, const struct alignment *alignment);

/* ---- layout_align.c: the columns of a band ---- */

/* Find the columns, the full rows and the frames of a band, and sort the cells of its rows. False: it is too long to be a table.
 */
bool begin_placing(struct placing *placing, const struct alignment *alignment, int *frames);

#endif
