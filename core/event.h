/* event.h - what binding noticed while it gave the printed cells their meaning; lint turns events into
 * findings. */
#ifndef NB_EVENT_H
#define NB_EVENT_H

#include "nianbao.h"

enum nb_event_kind {
    /* a row prints `count` values where the form has `expected` cells; none was read: the `reason` "empty" */
    EVENT_CELL_COUNT,
    /* a row prints values and leaves its last cell empty: where a cell was lost, the others have moved up */
    EVENT_LAST_EMPTY,
    /* values of a row were placed: by the form's relations, which one placement fits; or, as `reason` says,
       "columns" in the form's order without labels, "row" told by its place */
    EVENT_PLACED,
    /* the relations allow `count` placements; or, with the `reason` "head", labels do not tell the columns */
    EVENT_AMBIGUOUS,
    /* a cell holds `found`; `suggestion` is the number it may have been meant to be, or NULL */
    EVENT_NOT_A_NUMBER,
    /* a row with values under a label that no form has: `found`, behind `row`; count 1: rows that print
       nothing may be meant */
    EVENT_ROW_UNKNOWN,
    /* a row stands before one that the form puts above it */
    EVENT_ROW_ORDER,
    /* a row of the form is not printed */
    EVENT_ROW_MISSING,
    /* the row after this one is not printed, and empty cells are not either: the values may be its */
    EVENT_LABEL_LOST,
    /* a row is printed again, with other values */
    EVENT_ROW_REPEATED,
    /* a table of the form is not printed */
    EVENT_TABLE_MISSING,
    /* a table stops before its last row: `count` rows printed of `expected` */
    EVENT_TABLE_TRUNCATED,
    /* a row or column of another form than the report's */
    EVENT_FORM_MISMATCH,
    /* a second table of the kind, kept as another table */
    EVENT_TABLE_REPEATED,
    /* the only table of the kind, which its caption makes another's than the report's */
    EVENT_TABLE_CAPTION,
    /* the label `found` is not the form's; it was taken for `suggestion` */
    EVENT_ROW_LABEL,
    /* the label of a column of the form is not printed, and so none of its cells */
    EVENT_COLUMN_MISSING,
    /* a column under a label that the form does not have: `found` */
    EVENT_COLUMN_UNKNOWN,
    /* a total is left empty or dashed although what it adds up is printed: `suggestion` is the sum */
    EVENT_TOTAL_MISSING,
    /* the relations that fail are explained by this one cell: prints `found`, would be `suggestion` */
    EVENT_SUSPECT
};

/* `table`, `row` and `column` (-1: the whole row) name the cell where there is one. `reason` tells, beside
 * what is said above, how a suspect cell may have come about: "digit", "swap", "missing digit", "extra
 * digit", "run together", or NULL. */
struct nb_event {
    struct nb_event *next;
    struct nb_span span;
    enum nb_event_kind kind;
    int column;
    const struct nb_table *table;
    const struct nb_row *row;
    size_t count, expected;
    const char *found, *suggestion, *reason;
};

#endif
