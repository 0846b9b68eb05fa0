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
    bool lossless;     /* its table prints empty cells, so none are lost */
    int surplus_width; /* the cells that its printed line has more, or fewer, than those of the rows around it or the labels above
                        */
    unsigned leftmost; /* the first column in which it, or a row around it, prints a value */
    bool cut;          /* the text ends with it before its line is as wide as others; too few rows tell by how much */
    size_t strays;     /* values without a label that follow it and fit nowhere */
    bool first;        /* no row stands between it and the column labels */
    bool inferred;     /* the row was told by its place in the table, not by its label */
};

/* A place that a value may take. */
struct slot {
    struct nb_row *row;
    int column;
    const struct nb_item *header; /* the label above it, or NULL */
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
    bool measured; /* the reader knows which slots each value may take (text_columns) */
    bool settled;  /* it is not to be placed by the relations */
    bool mends;    /* placed in another way, it would mend what the relations contradict */
    struct nb_span span;
};

/* The work of one binding. */
struct binding {
    struct nb_report *report;
    struct printed *printed, **printed_end;
    struct pending *pending, **pending_end;
    struct pending *measured; /* rows whose columns the reader has measured: pending again where the relations contradict */
    struct nb_event **event_end;
    bool *labelled; /* for each row of the form, table by table: the report prints its label */
};

/* ---- label.c ---- */

bool is_cell(const struct nb_item *item);
/* Whether something is printed in the cell: a number, a sign for nothing, or words. */
bool is_printed_value(const struct nb_item *item);
size_t count_values(const struct printed *printed);
/* The use of a label as a row (or, with `column`, as a column) of a form, in `table` or in any (NULL); NULL if it has none. */
const struct form_use *find_use(int label, size_t form, bool column, const struct nb_form_table *table);
/* Whether the label names a group of rows in this form. */
bool is_group(int label, size_t form);
bool is_column_label(int label, size_t form, const struct nb_form_table *table, int column);
/* The columns of a row as indices into the columns of its table. */
int form_column_index(const struct nb_form_table *table, const struct nb_form_row *row, size_t column);
size_t form_index(const struct nb_form *form);
/* The cells of all rows of an across table. */
size_t across_width(const struct nb_form_table *table);
/* The form that the report follows, by the labels it prints and by its year; NULL if nothing tells. */
const struct nb_form *choose_form(const struct nb_report *report);

/* ---- printed.c ---- */

/* Cut the tables into binding->printed, and tell which row of the form each is. */
void find_printed(struct binding *binding);

/* ---- cell.c ---- */

/* Fill in a cell from a printed item; `header` is the column label above it or NULL (it may name the unit). */
void bind_cell(struct nb_report *report, const struct nb_form_column *column, const struct nb_item *item,
               const struct nb_item *header, struct nb_cell *cell);

/* ---- column.c ---- */

/* The column label above each cell of row `row` of the printed row's table: in an across table, the n-th label of that name for
 * the n-th row. NULL where there is none. */
void find_headers(const struct printed *printed, int row, const struct nb_item **headers);
/* Whether the reader says of a value of the row that it may stand in several columns (text_columns): one that it has `placed` in
 * the best of them, or one that it has not. */
bool has_doubts(const struct nb_text *text, const struct printed *printed, bool placed);
/* The item that is printed for each of `count` cells (NULL: nothing); false where columns are not certain. */
bool bind_exactly(const struct nb_text *text, const struct printed *printed, const struct nb_item **headers, size_t count,
                  const struct nb_item **cells);

/* ---- bind.c ---- */

/* Report something noticed; returns it for the fields that are rarely needed. */
struct nb_event *bind_event(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
                            const struct nb_row *row, int column, struct nb_span span);
/* The bound table of the same name; NULL if the report's form has none. */
struct nb_table *find_table(const struct binding *binding, const struct nb_form_table *form);
/* The bound row of a form's row; one of another form takes the place of the row with its name, or stands behind the row that
 * comes before it in its own form. */
struct nb_row *find_row(const struct binding *binding, struct nb_table *table, const struct printed *printed, int index);
/* Fill in a cell of a row (bind_cell), and note it if it holds something else than a number. */
void bind_item(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column, const struct nb_item *item,
               const struct nb_item *header);
bool row_is_empty(const struct nb_row *row);
/* Where a printed row stands: its label, or its first cell. */
struct nb_span row_span(const struct printed *printed);

/* ---- place.c, suspect.c, notes.c: once all rows are bound ---- */

/* Place the values of all pending rows. */
void place_pending(struct binding *binding);
/* Mark the cells that alone explain all relations that fail. */
void find_suspects(struct binding *binding);
/* Where relations still fail, note the rows that the reader has measured and may have put aside. */
void doubt_measured(struct binding *binding);
/* Note rows and tables that are missing, cut off, out of order, of another form. */
void note_tables(struct binding *binding);

/* ---- number.c ---- */

/* Read a number as printed: sign, digits in groups, decimals; of what follows, the unit. Returns false when it is no number.
 * `words` is the text's shadow from the first character on, `length` bytes. */
bool read_number(const char *words, size_t length, struct nb_number *number, size_t *unit_start);
/* The canonical decimal of a number, in the arena. */
const char *number_text(struct nb_arena *arena, struct nb_number number);

#endif
