/* layout_column.h - what reading a header, placing values and making the grid share: where columns stand. */
#ifndef NB_LAYOUT_COLUMN_H
#define NB_LAYOUT_COLUMN_H

#include "layout_parts.h"

enum {
    JITTER = 2,        /* columns by which an edge may be off */
    CENTRE_DRIFT = 7,  /* half columns by which the centres of a value and of its column's label may differ */
    WIDE_DISTANCE = 18 /* half columns from centre to centre that are not close */
};

struct column {
    int start, end; /* all that stands in it */
    long starts, ends, count;
};

struct columns {
    struct column column[MAX_COLUMNS];
    int count;
};

/* The columns that [start, end) overlaps: how many, the first in *first. */
int overlapped(const struct columns *columns, int start, int end, int *first);
/* False: there are MAX_COLUMNS already. */
bool insert_column(struct columns *columns, int start, int end);
void widen(struct column *column, const struct token *token);
bool touch(const struct columns *columns, int index, const struct token *token);
/* Twice the distance of the centres. */
long centres_apart(const struct column *column, const struct token *token);

/* Reading the columns that the header shows, for rows with `most` values at most. */
struct header_reading {
    const struct lines *lines;
    const struct band *band;
    int edge, most;
    struct columns columns;
    bool doubtful; /* a token that may be the label of a group was taken for a column */
};

/* Read what the header of a band shows. False: the band has no values, or too many. */
bool begin_reading(const struct lines *lines, const struct band *band, struct header_reading *reading);
/* Give each column its label, and the corner above the row labels its text. */
void label_columns(const struct lines *lines, const struct band *band, struct grid *grid, const struct columns *columns,
                   int edge);

/* Where values are placed: the rows of a band that stand on one page. */
struct page_context {
    const struct lines *lines;
    struct band *band;
    struct grid *grid;
    const struct columns *header;
    const struct alignment *alignment;
    int page, header_page;
};

/* The columns of the rows of a page that have `count` values each; returns how many rows. */
int full_rows(const struct lines *lines, const struct band *band, int page, int count, struct columns *columns);
/* Whether those rows stand in columns at all: cells parted by a fixed number of spaces do not. */
bool aligned(const struct lines *lines, const struct band *band, int page, const struct columns *columns);
/* Columns that values of a page occupy, together; returns how many values, 0 if they are not apart. */
size_t value_columns(const struct lines *lines, const struct band *band, int page, struct columns *columns);
/* Put the values of a page into columns; rows for which that is not certain become ragged. */
void place_page(const struct page_context *context);
/* Strike what the values of a row rule out. */
void strike(const struct columns *header, const struct line *line, struct alignment *alignment);

#endif
