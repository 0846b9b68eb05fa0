/* grid.h - tables as they are printed: parts of a head and rows, rows of cells. */
#ifndef NB_GRID_H
#define NB_GRID_H

#include "nianbao.h"
#include "text.h"

enum grid_cell_kind { CELL_BLANK, CELL_SPAN, CELL_NUMBER, CELL_NA, CELL_GARBLED, CELL_WORDS, CELL_LABEL };

/* A printed cell. `label`: the official label that it is, an index into form_labels, or -1. `column`: how
 * many cells stand before it in its row, as far as is counted: no table has so many. A SPAN is covered by the
 * cell to its left or above it. GARBLED: letters where digits are meant. Most of what a sheet takes are its
 * cells, so they are kept small. */
enum { LABEL_BITS = 10, LAST_COLUMN = (1 << 14) - 1 };
struct grid_cell {
    struct nb_span span;
    enum grid_cell_kind kind : 8; /* what is asked most has a byte of its own */
    int label : LABEL_BITS;
    unsigned column : 14;
};
_Static_assert(sizeof(struct grid_cell) == 12, "a cell in three numbers");

/* What is kept of how many cells stand before one. */
static inline unsigned grid_column(size_t before)
{
    return before < LAST_COLUMN ? (unsigned)before : LAST_COLUMN;
}

/* HEAD: labels of columns, or a caption. GROUP: the label of a group of rows, alone. DATA: a row that has a
 * label or values. WORDS: words alone. EMPTY: no words either. BROKEN: what the grammar could not read as a
 * row. */
enum grid_row_kind { ROW_HEAD, ROW_GROUP, ROW_DATA, ROW_WORDS, ROW_EMPTY, ROW_BROKEN };

/* `room`: empty cells that the row prints in columns that are not known; they are not among its cells. */
struct grid_row {
    struct grid_row *next;
    struct grid_cell *cells;
    unsigned count;
    unsigned room : 24;
    enum grid_row_kind kind : 8;
};

/* Kinds of cells, as sets of 1 << kind: numbers and signs for nothing; values, as far as they can be read;
 * all that is printed and no label. */
enum {
    PLAIN_CELLS = 1 << CELL_NUMBER | 1 << CELL_NA,
    VALUE_CELLS = PLAIN_CELLS | 1 << CELL_GARBLED,
    PRINTED_CELLS = VALUE_CELLS | 1 << CELL_WORDS
};

static inline bool cell_is(const struct grid_cell *cell, unsigned kinds)
{
    return kinds >> cell->kind & 1;
}

/* How many cells of a row, from one on, are of these kinds. */
static inline size_t row_count(const struct grid_row *row, size_t at, unsigned kinds)
{
    size_t count = 0;
    for (; at < row->count; at++)
        count += cell_is(&row->cells[at], kinds);
    return count;
}

/* Each cell of some rows. */
#define FOR_CELLS(cell, rows)                                                                                \
    for (const struct grid_row *row_of_##cell = (rows); row_of_##cell; row_of_##cell = row_of_##cell->next)  \
        for (struct grid_cell *cell = row_of_##cell->cells;                                                  \
             cell < row_of_##cell->cells + row_of_##cell->count; cell++)

/* Whether a row prints numbers, or signs for nothing, and all of them before a cell. */
static inline bool row_is_before(const struct grid_row *row, size_t at)
{
    return row_count(row, 0, PLAIN_CELLS) && !row_count(row, at, PLAIN_CELLS);
}

/* The last cell may stand before the first (put_labels_first). */
static inline struct nb_span grid_row_span(const struct grid_row *row)
{
    if (!row->count)
        return (struct nb_span){0, 0};
    struct nb_span first = row->cells[0].span, last = row->cells[row->count - 1].span;
    return last.end >= first.start ? (struct nb_span){first.start, last.end}
                                   : (struct nb_span){last.start, first.end};
}

/* Rows of column labels and captions, and the rows below them. `torn`: its labels are torn over lines that do
 * not say of all columns which is left of which; set by binding. */
struct grid_part {
    struct grid_part *next;
    struct grid_row *head, *body;
    bool torn;
};

/* A table as printed. `before`: what was said last before it. `form` is set by binding when rows of it belong
 * to a statutory table; NULL: another table, the `other_index`th. */
struct nb_grid {
    struct nb_grid *next;
    struct grid_part *parts;
    struct nb_span span, before;
    enum text_grid known;
    bool spans, room; /* some row has room */
    const char
        *role;   /* of the article that it stands in: tables and roles have the same names; set by binding */
    bool aside;  /* its caption, or its place, says that it is of another year or office; set by binding */
    bool others; /* its caption does */
    bool repeated; /* some row of it is printed again; set by binding */
    bool follows;  /* it was cut off where the head comes again: nothing between tells whose it is; set by
                      binding */
    const struct nb_form_table *form;
    unsigned other_index;
};

#endif
