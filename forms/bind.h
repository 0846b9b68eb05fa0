/* bind.h - rows as they are printed, on their way to the form's rows. */
#ifndef NB_BIND_H
#define NB_BIND_H

#include "event.h"
#include "forms.h"

/* A row as printed: its label (NULL: it has none) and the items behind it. `form`, `table`, `row`: what the label says, row -1:
 * nothing. `headers` are the column labels that stand above it. */
struct printed {
    struct printed *next;
    const struct nb_grid *grid;
    const struct nb_item *label;
    const struct nb_item **items, **headers;
    size_t count, header_count;
    const struct nb_grid *header_grid; /* where the column labels stand: a note may part them from the row */
    const struct nb_form *form;
    const struct nb_form_table *table;
    int row;
    bool odd_width; /* its printed line has more or fewer cells than those of the rows around it */
    size_t strays;  /* values without a label that follow it and fit nowhere */
    bool first;     /* no row stands between it and the column labels */
    bool inferred;  /* the row was told by its place in the table, not by its label */
};

/* A place that a value may take. */
struct slot {
    struct nb_row *row;
    int column;
};

/* Cells of the form whose values are known, in order, but not which cell has which: for place_pending(). One row, or all rows of
 * an across table. */
struct pending {
    struct pending *next;
    struct nb_table *table;
    struct slot *slots;
    size_t slot_count;
    const struct nb_item **values;
    size_t count;
    struct nb_span span;
};

/* The work of one binding. */
struct binding {
    struct nb_report *report;
    struct printed *printed, **printed_end;
    struct pending *pending, **pending_end;
    struct nb_event **event_end;
    bool *labelled; /* for each row of the form, table by table: the report prints its label */
};

/* Report something noticed; returns it for the fields that are rarely needed. */
struct nb_event *bind_event(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
                            const struct nb_row *row, int column, struct nb_span span);

/* Fill in a cell from a printed item; `header` is the column label above it or NULL (it may name the unit). */
void bind_cell(struct nb_report *report, const struct nb_form_column *column, const struct nb_item *item,
               const struct nb_item *header, struct nb_cell *cell);

/* Whether something is printed in the cell: a number, a sign for nothing, or words. */
bool is_printed_value(const struct nb_item *item);
/* Whether a row that is not printed is stood in for by rows of another form: (六)其他处理 is one row in 2019 and three in 2021.
 */
bool row_is_replaced(const struct nb_table *table, const struct nb_row *row);

/* The columns of a row as indices into the columns of its table. */
int form_column_index(const struct nb_form_table *table, const struct nb_form_row *row, size_t column);

/* Place the values of all pending rows (recover.c). */
void place_pending(struct binding *binding);
/* Mark the cells that alone explain all relations that fail (recover.c). */
void find_suspects(struct binding *binding);

/* Read a number as printed: sign, digits in groups, decimals; of what follows, the unit. Returns false when it is no number.
 * `words` is the text's shadow from the first character on, `length` bytes. */
bool read_number(const char *words, size_t length, struct nb_number *number, size_t *unit_start);
/* The canonical decimal of a number, in the arena. */
const char *number_text(struct nb_arena *arena, struct nb_number number);

#endif
