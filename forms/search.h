/* search.h - the combinations of candidate rows that the relations of a table allow. */
#ifndef NB_SEARCH_H
#define NB_SEARCH_H

#include "bind.h"

enum { MOST_CANDIDATES = 6500, MOST_STEPS = 100000, MOST_SLOTS = 16 };
enum { EMPTY = -1 };
/* A value that is no number: nobody knows what it adds to a sum. */
#define NOT_NUMBER INT64_MIN

/* One way to fill a row: for each slot the index of a value, or EMPTY; and the number that the relations see.
 */
struct candidate {
    signed char value[MOST_SLOTS];
    int64_t number[MOST_SLOTS];
    float likely; /* the logarithm of how likely its values stand so by where they are printed; 0: that was
                     not measured */
    bool changed; /* numbers were split or joined: no printed value stands as it is */
};

/* The least and the most that terms of an equation can add up to. */
struct range {
    int64_t low, high;
};

/* A term of an equation that is a cell of the row. */
struct own_term {
    signed char slot, sign;
};

/* The terms of an equation that are cells of one row. */
struct own_terms {
    struct own_term terms[MOST_SLOTS];
    size_t count;
};

/* A row of which one candidate is to be chosen. */
struct row_search {
    struct pending *pending;
    struct own_terms *own;       /* of each equation */
    unsigned *columns;           /* the slots that each value may take, as bits */
    int64_t *printed;            /* the values as numbers */
    float (*likely)[MOST_SLOTS]; /* how likely each stands in each slot, as logarithm; 0: not measured */
    struct candidate *candidates;
    size_t count;
    bool overflow;
    size_t *first; /* for each candidate the first one that has the same numbers */
    size_t *open;  /* of those, the ones that may take part in a combination */
    size_t open_count, chosen;
    bool *in_solution; /* the candidate takes part in a combination */
    size_t *touched;   /* the equations that have a cell of the row */
    size_t touched_count;
    int64_t
        *shares; /* for each candidate and touched equation: what it adds; UNKNOWN_SHARE if nobody knows */
    struct range *ranges; /* for each touched equation: what the open candidates can add */
};

struct search {
    struct binding *binding;
    struct nb_table *table;
    struct equations equations;
    struct row_search *rows;
    size_t row_count;
    const struct row_search *fixed; /* the row whose candidates are searched for */
    size_t tries;                   /* to part rows whose values stand right behind one another */
    bool found;                     /* there is a combination */
    int64_t *residuals;             /* of each equation, with the candidates chosen so far */
    unsigned *unknown;              /* of each equation: cells that nobody knows */
    struct sums *left;         /* for each row and equation: what the rows from there on can add (search.c) */
    uint64_t *bits;            /* room for those sums */
    struct row_search **order; /* in which rows are chosen */
};

/* Keep the candidates of a row that fare best with the relations that are all its own. */
void search_filter(struct search *search, struct row_search *row);
/* Mark the candidates that take part in a combination that no relation forbids. False: there is none, or it
 * takes too many steps.
 */
bool search_run(struct search *search);
/* Find what the row's cells are in each equation, and whether all cells of one are the row's. */
void search_find_terms(struct search *search, struct row_search *row);
bool search_owns(const struct search *search, const struct row_search *row, size_t equation);

/* ---- run.c ---- */

/* Whether some row whose values stand right behind one another has fewer characters than cells: empty ones
 * have left no trace in the table then. */
bool loses_cells(const struct search *search);
/* The candidates of such a row: every way to part its values with which its own sums hold; the values of all
 * of them become those of the row. */
void part_run(struct search *search, struct row_search *row, bool lossy);

#endif
