/* bind.h - printed rows on their way to the form: what their labels say, what may stand in which cell, and
 * why. */
#ifndef NB_BIND_H
#define NB_BIND_H

#include "event.h"
#include "forms.h"
#include "grid.h"
#include "relations.h"

/* ---- what is known of a cell ---- */

/* How it is known that a printed cell is this cell of the form. NOTHING: nothing printed has been found for
 * it. LABEL: it stands under the printed label of its column. ASSUMED: the labels of columns are not printed,
 * or its row's is not; the form's order was taken. SUMS: the form's relations leave it no other column.
 * GUESS: they leave several; this is the likeliest. DERIVED: it is not printed, and they determine it
 * (--fill). */
enum witness {
    WITNESS_NOTHING,
    WITNESS_LABEL,
    WITNESS_ASSUMED,
    WITNESS_SUMS,
    WITNESS_GUESS,
    WITNESS_DERIVED
};

/* All that is known of a cell of the form; verdict() makes its value and status of it. */
struct evidence {
    enum witness witness;
    const struct grid_cell *cell, *label; /* what is printed, and the label over it, or NULL */
    bool empty;   /* an empty cell was seen at its place, or is left over in its row */
    bool left;    /* nothing was seen there, but the row may have been measured wrongly: 0 in the sums */
    bool changed; /* the number was split or joined to fit: `number`, not what is printed */
    bool suspect; /* one change of it would mend the relations */
    int64_t number;
};

/* A bound row with the evidence and the terms of relations of each cell. `row` is first, so that a row of a
 * table leads back to it. */
struct bound_row {
    struct nb_row row;
    struct evidence *evidence;
    struct equation_term **terms;  /* of each cell the first, once the relations are kept */
    const struct nb_grid *grid;    /* where it was printed */
    const struct table_head *head; /* the labels of its columns there, or NULL */
    bool pending;                  /* its values are not placed yet */
};

/* A bound table with its relations, spelled out when its rows are known. `table` is first, so that the
 * report's leads back to it.
 */
struct bound_table {
    struct nb_table table;
    struct equations equations;
    struct nb_row **own; /* the rows of its form */
    bool evaluated;      /* no cell has changed since */
    bool moved;          /* the total of some row stood before its place, which is empty */
};

/* The evidence of a cell of a bound row. */
static inline struct evidence *evidence_of(const struct nb_row *row, int column)
{
    return &((const struct bound_row *)row)->evidence[column];
}
/* The first of the terms that are the cell, in the order of their equations; NULL: none is. */
static inline struct equation_term *terms_of(const struct nb_row *row, int column)
{
    return ((const struct bound_row *)row)->terms[column];
}

/* ---- columns and rows as printed ---- */

/* A column as the labels over it say. `row`: in an across table the label of the row, which stands over it;
 * else NULL. `named`: the columns of the form's table that its label names. `position`: which cell of a
 * row stands under it. `doubted`: it may stand elsewhere as well. `assumed`: it has no label, and is taken
 * for the one that another row has there. `alone`: it has none, and one row alone prints a value there. */
struct head_column {
    const struct grid_cell *label, *row;
    uint64_t named;
    unsigned position;
    bool doubted, assumed, alone;
    bool noted; /* as one that the form does not have */
};

/* The columns of a part of a printed table, which is `table` of the form, from left to right. `width`: cells
 * of its rows, where all of its own rows have as many, so that positions count; 0: only the order of the
 * columns is known. `first_value`, `last_value`: between which positions its rows print values; none do:
 * UINT_MAX and 0. `widest`, `most`, `cells`: how many cells a row has at most, behind its labels, and of
 * these without what is spanned; `next_widest`, `next_cells`: all but one row; `values`: how many are values.
 */
struct table_head {
    const struct nb_grid *grid;
    const struct grid_part *part;
    const struct nb_form_table *table;
    const struct nb_form_row *row; /* whose columns these are: that of the first label below them */
    struct head_column *columns;
    size_t count;
    unsigned width, first_value, last_value, widest, next_widest, most, cells, next_cells, values;
};

/* A place that a value may take: a cell of the form. `row` NULL: a column that the form does not have. */
struct slot {
    struct nb_row *row;
    int column;
    const struct grid_cell *label; /* the label above it, or NULL */
    bool doubted; /* the column may stand elsewhere as well, or the values be another row's */
    bool assumed; /* no label of its own says which column it is */
};

/* A printed row with values, on its way to the form's cells. `table`, `index`: the row that its label names
 * (-1: none; then the labels over its columns name rows, or nothing does). */
struct printed {
    struct printed *next;
    const struct nb_grid *grid;
    const struct grid_row *row;
    const struct table_head *head; /* NULL: no labels of columns are printed */
    const struct nb_form_table *table;
    const struct grid_cell *label; /* NULL: it has none */
    int index;
    unsigned numbers;  /* that it prints */
    bool inferred : 1; /* the row was told by its place in the table */
    bool
        shifted : 1; /* the row above has too many values, and one below none: these may be the row's below */
    bool guessed : 1;  /* its label is not the form's, but near to it */
    bool other : 1;    /* its words say that it is another year's, and those of another row do not */
    bool repeated : 1; /* its table prints again what another one has printed: it is not bound */
    bool deprived : 1; /* rows of its table print numbers that belong to none of the form's: they may be its
                          own */
};

/* A printed row against the form: its places, in the order of print, and what stands in each. `assumed`:
 * columns have no labels. `miscounted`: the row prints a number more or fewer than it has cells. */
struct fit {
    struct slot *slots;
    const struct grid_cell **cells; /* for each slot; NULL: nothing was seen there */
    size_t count, named;            /* of the form's, where labels name them */
    unsigned doubts;                /* which the reader has of its values (bind_row.c) */
    bool assumed, miscounted;
};

/* Values whose columns are not certain, or only as certain as the reader has measured them, in order, and the
 * cells they may take. */
enum { RUN_VALUES = 120 }; /* their index is a signed char */
struct pending {
    struct pending *next;
    struct nb_table *table;
    struct slot *slots;
    size_t slot_count;
    const struct grid_cell **values;
    size_t count;
    size_t room;   /* empty cells that the row prints */
    bool measured; /* the reader knows which slots each value may take (text_columns) */
    bool placed;   /* and has placed them all: open again only where the relations contradict that */
    bool crowded;  /* the row has a cell too many, which may be a value's */
    bool settled;  /* the relations are not to place it now */
    const struct grid_cell
        *run;          /* the first of the pieces, where values stand right behind one another; or NULL */
    size_t start, end; /* where they do: then `values` are what they may be, at most RUN_VALUES */
    struct nb_span span;
};

/* The unit that the label of a column names. */
struct label_unit {
    const struct grid_cell *label;
    const char *unit;
};
enum { UNITS = 16 };

/* A row of the forms that is printed. */
struct printed_row {
    struct printed_row *next;
    const struct nb_form_table *table;
    int index;
};

/* The work of one binding. */
struct binding {
    struct nb_report *report;
    struct nb_arena
        *work; /* what is needed until all is bound; of a table of numbers it was 3 bytes for each byte */
    struct nb_arena *scratch; /* of the head or row at hand */
    struct printed *printed, **printed_end;
    struct printed_row
        *printed_rows; /* each once: a page of small tables prints few of them, however often */
    struct pending *pending, **pending_end;
    bool shifted; /* values may stand in the column beside the measured one */
    struct nb_event **event_end;
    size_t steps;                   /* of the searches for the columns of a table */
    struct label_unit units[UNITS]; /* of the labels that stood last over each column */
};

/* ---- label.c ---- */

/* Whether something is printed in the cell: a number, a sign for nothing, or words. */
static inline bool is_printed_value(const struct grid_cell *cell)
{
    return cell_is(cell, PRINTED_CELLS);
}

/* A row like another one, without cells but with room for them. */
struct grid_row *row_with_room(struct nb_arena *arena, const struct grid_row *like, size_t room);
/* Put cells behind those of a row. */
void append_cells(struct grid_row *row, const struct grid_cell *cells, size_t count);
/* Whether the row has so many cells, or more and the rest of them empty. */
bool row_fits(const struct grid_row *row, size_t width);
/* Whether two rows print the same labels in the same cells. False where one of them is NULL. */
bool print_same_labels(const struct grid_row *one, const struct grid_row *other);
/* The columns of a table that a label names, and the first of them, which it stands for; -1: none. */
static inline uint64_t columns_named(int label, const struct nb_form_table *table)
{
    return meaning_of(label, table)->columns;
}
static inline int column_of_label(int label, const struct nb_form_table *table)
{
    return first_of(columns_named(label, table));
}
static inline uint64_t rows_named(int label, const struct nb_form_table *table)
{
    return meaning_of(label, table)->rows;
}
/* Whether two labels are the same, or wordings of one column's. */
static inline bool name_same_column(int one, int other, const struct nb_form_table *table)
{
    return one == other || lowest(columns_named(one, table)) & columns_named(other, table);
}
/* The columns of a row, which stand side by side in those of its table: the first, and all of them. */
static inline unsigned first_column(const struct nb_form_table *table, const struct nb_form_row *row)
{
    return (unsigned)(row->columns - table->rows[0].columns);
}
static inline uint64_t columns_of_row(const struct nb_form_table *table, const struct nb_form_row *row)
{
    return ((UINT64_C(2) << (row->column_count - 1)) - 1) << first_column(table, row);
}
/* The form's table with this id; NULL: it has none. */
const struct nb_form_table *form_table_find(const struct nb_form *form, const char *id);
/* The label of a row (with `over`: that may stand over columns) of the form's table, in this form or another,
 * that words are nearest to; -1: none is near enough.
 */
int nearest_label(const struct nb_text *text, struct nb_span words, const struct nb_form_table *table,
                  bool over);
/* How many characters words have in common, in one order, with a label, if they may be it, garbled as by a
 * scanner, half of the longer of the two, or shortened, three of four of its own; `even`: garbled only, and
 * with no more letters than it has; else 0. */
size_t likeness(const struct nb_text *text, struct nb_span words, const char *label, bool even);
/* How words stand to a label of the forms, both without what parts letters. */
enum label_part { NO_PART, PART_OF, WHOLE_LABEL };
enum label_part part_of_label(const struct nb_text *text, struct nb_span words, const char *label);
/* The form that the report follows, by the labels it prints and by its year; NULL if nothing tells. */
const struct nb_form *choose_form(const struct nb_report *report);

/* ---- table_head.c ---- */

/* The form's row that the first label below the head of a part names, whose columns that has: the table's
 * first where none does. */
const struct nb_form_row *row_below(const struct grid_part *part, const struct nb_form_table *table);

/* The columns of a part of a table, as the labels over them say: none (count 0) if they are the form's in its
 * order, under labels that say nothing; NULL if they name none of `table`. */
const struct table_head *read_head(struct binding *binding, const struct nb_grid *grid,
                                   const struct grid_part *part, const struct nb_form_table *table);

/* ---- arrange.c ---- */

/* The parts of a table; of one that is turned, or prints a cell a row, as the form arranges them. In the
 * report's arena. */
struct grid_part *gather(struct binding *binding, const struct nb_grid *grid);

/* Where the labels of columns come again below an empty row, that is the row of those above it: a part of its
 * own. */
void part_empty_tables(struct nb_report *report);
/* Labels of rows that are printed behind the values are put before them. */
void put_labels_first(struct nb_report *report);
/* Columns of a table that stand in one of their own, without the labels of its rows but in their order, are
 * put behind those of the table before it. */
void join_beside(struct nb_report *report);
/* Join the rows of a table that print values alone to those that print their labels, each below its own, as
 * in the text of PDFs whose labels are broken. */
void join_below(struct nb_report *report);

/* ---- table_years.c ---- */

/* Where columns of several years stand below each label, keep those of the report's. */
void keep_own_years(struct binding *binding);

/* ---- captions.c ---- */

/* What words say whose the numbers below or beside them are: the report's, by its year or office, or
 * another's. */
enum owner { OWNER_UNTOLD, OWNER_REPORT, OWNER_OTHER };
enum owner owner_of(const struct nb_report *report, struct nb_span words);
/* Whether what is said of a printed table, before it or in a row of its own at its top, makes it another's
 * than the report's: another year's, a part of the year's, another office's, one that was corrected, or a
 * sample. */
bool is_of_another(const struct nb_report *report, const struct nb_grid *grid);
/* Whether a table is the rest of the one before, which a page parts. */
bool is_rest_of(const struct nb_report *report, const struct nb_grid *before, const struct nb_grid *grid);
/* A row that is such a caption, or names this year, begins a table of its own. */
void cut_at_captions(struct nb_report *report);

/* ---- rows.c ---- */

/* Tell of each printed row which table and row of the form it is: binding->printed. */
void find_printed(struct binding *binding);

/* ---- table_sums.c ---- */

/* Where heads lack the label of one column alone, the words over the column with which the sums of the rows
 * hold are its label, as 公民 for 自然人. Notes the label. */
void name_by_sums(struct binding *binding);

/* ---- bind_fit.c ---- */

/* What a printed row may have; where its labels name no column, the form's. Notes columns that the form does
 * not have. It lives until the next one is opened. */
struct fit open_fit(struct binding *binding, struct nb_table *table, const struct printed *printed);
/* The values of the slots from one on may stand in other columns. */
void doubt_slots(struct fit *fit, size_t first);
/* Find each cell of a fit by its place or in order. `cells`: room for the row's. False: the columns of its
 * values are not known.
 */
bool fit_cells(const struct printed *printed, struct fit *fit, const struct grid_cell **cells);
/* The first cell behind the row's label. */
size_t behind_label(const struct printed *printed);
/* The cells behind the label, without those that are spanned; `values`: without empty ones too. Returns how
 * many. */
size_t cells_in_order(const struct printed *printed, bool values, const struct grid_cell **cells);
/* Whether the row has more cells than columns behind its label, and more than any other of its part: one is
 * too many, wherever it stands. Where others have more than columns, too, those behind a value for each
 * column are room. `cells`: room for all of the row. */
bool has_one_more(const struct printed *printed, const struct fit *fit, const struct grid_cell **cells);
/* Note a column that the form does not have, once for all rows below its label; with its table where numbers
 * beside it are uncertain. */
void note_column(struct binding *binding, const struct nb_table *table, struct head_column *column);

/* ---- bind_row.c ---- */

void bind_row(struct binding *binding, struct nb_table *table, const struct printed *printed);

/* ---- bind_again.c ---- */

/* The row behind those of a printed table. */
struct printed *end_of_grid(struct printed *first);
/* Where a printed table goes back to rows that stand before those of others, and most of the rows from there
 * on, as many as the form has, were printed by these, it begins a second table of the kind, of last year or
 * of another office: that is kept as it is and fills no gap of the first. */
void find_repeated(struct binding *binding, struct nb_table *table, struct printed *first);
/* Tables of another year or office, as their captions say, or their places in articles that are about no
 * table, are bound behind those of the report. */
void set_others_aside(struct binding *binding);

/* ---- events.c ---- */

/* Report something noticed; returns it for the fields that are rarely needed. */
struct nb_event *bind_event(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
                            const struct nb_row *row, int column, struct nb_span span);
/* Note a label that is not what the form says, and what it was read as. */
void note_label(struct binding *binding, struct nb_span span, const char *label);
/* An event for each row that slots belong to, which print `count` values. */
void note_rows(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
               const struct slot *slots, size_t slot_count, struct nb_span span, size_t count,
               const char *reason);

/* ---- bound.c ---- */

/* The report's tables, with the rows of its form. */
void make_tables(struct binding *binding);
/* The bound table of the same name; NULL if the report's form has none. */
struct nb_table *find_table(const struct binding *binding, const struct nb_form_table *form);
/* The bound row of a row of another form: that with its name and columns, or a new one behind the row that
 * comes before it in its own form. */
struct nb_row *find_other_row(struct binding *binding, struct nb_table *table, const struct nb_form_table *of,
                              int index);
/* The bound row of a form's row, which is nearly always the report's. */
static inline struct nb_row *find_row(struct binding *binding, struct nb_table *table,
                                      const struct nb_form_table *of, int index)
{
    return of->form == binding->report->form ? ((const struct bound_table *)table)->own[index]
                                             : find_other_row(binding, table, of, index);
}
/* The row of the forms that a printed row is, noted as printed. */
struct printed_row *printed_row(struct binding *binding, const struct printed *printed);
bool row_is_empty(const struct nb_row *row);

/* ---- verdict.c ---- */

/* Set value and status of a cell from its evidence: the only place where this is done. */
void verdict(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column);
/* The same of the cells of a new row, of which nothing is known: a verdict on each cost 1.3 instructions a
 * byte of a report. */
void verdict_unseen(struct nb_row *row);
/* What is known of the cell of a slot, as far as its column is certain. */
void take_slot(struct binding *binding, const struct nb_table *table, const struct slot *slot,
               struct evidence evidence);
/* An empty cell was not seen so: what is printed elsewhere may be its value. `left`: 0 in the sums. */
void deny_empty(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column,
                bool left);
/* The number of a printed cell; false if it holds none that can be counted. A sign for nothing is 0. */
bool printed_number(const struct nb_report *report, const struct grid_cell *cell, int64_t *number);

/* Whether a number may be one of a column: by its unit, its sign, which only changes have, and its decimals,
 * which only amounts of money have. */
bool number_suits(const struct nb_report *report, const struct grid_cell *cell,
                  const struct nb_form_column *column);

/* The unit that a column label names in brackets: "采购总金额（单位：万元）", "本年新制作数量(件)"; "" if it
 * names none. The last bracket counts, which may be closed in the next cell; a scan may have lost either. */
const char *label_unit(const struct nb_text *text, const struct grid_cell *header);

/* The unit behind the number of a printed cell; "": it has none. */
const char *unit_of(const struct nb_report *report, const struct grid_cell *cell);

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

/* Read a number as printed: sign, digits in groups, decimals; of what follows, the unit. Returns false when
 * it is no number. `words` is the text's shadow from the first character on, `length` bytes. */
bool read_number(const char *words, size_t length, struct nb_number *number, size_t *unit_start);
/* The numbers printed in the cell, which may hold several between blanks, and nothing else: among what looks
 * like words. */
size_t count_among_words(const struct nb_text *text, const struct grid_cell *cell);
static inline size_t count_numbers(const struct nb_text *text, const struct grid_cell *cell)
{
    return cell->kind == CELL_WORDS ? count_among_words(text, cell) : cell->kind == CELL_NUMBER;
}
/* What the grammar takes for words is a number where the report writes its others so: a lone 一 where others
 * are Chinese numerals; 1 842 where more numbers are so than have four digits without a blank; 1 8 where none
 * has two. */
void read_by_habit(struct nb_report *report);
/* Put cells together whose digits blanks part, 1 8 4 2, where the rows of more parts of tables are as long as
 * each other then, and only then, than are not even then. In grids each cell is known. */
void join_digits(struct nb_report *report);
/* The canonical decimal of a number, in the arena. */
const char *number_text(struct nb_arena *arena, struct nb_number number);

#endif
