/* rows.h - the walk through the tables as printed, which rows.c makes, and the labels that rows_labels.c
 * mends for it. */
#ifndef NB_ROWS_H
#define NB_ROWS_H

#include "table_head.h"

#include <stdint.h>

/* What words were found to be nearest to: the label of a row of the table, or one that stands `over` columns.
 */
struct guess {
    const char *text; /* in the shadow */
    size_t size;
    const struct nb_form_table *table; /* NULL: nothing yet */
    bool over;
    int label;
};
enum { GUESSES = 256 };

/* A walk through the tables as printed, and what it remembers of those before. */
struct walk {
    struct binding *binding;
    const struct nb_text *text;
    struct nb_arena *arena;     /* the report's */
    const struct nb_form *form; /* the report's */
    const struct nb_grid *grid;
    const struct nb_form_table *table; /* of the report's form: which one the part is of */
    const struct table_head *head;
    const struct table_head **heads;  /* for each table of the form, the last columns that were printed */
    const struct nb_form_table *last; /* the table of the part before, where it may go on */
    struct printed *before;           /* the row before, in the same part */
    int context;                      /* the label that was said last before the table or part, or -1 */
    struct guess *guesses;            /* GUESSES of them, by what words say */
};

static inline void set_cell(struct grid_cell *cell, enum grid_cell_kind kind, int label)
{
    cell->kind = kind;
    cell->label = label;
}

static inline bool is_part_of_label(const struct grid_cell *cell)
{
    return cell->kind == CELL_WORDS || cell->kind == CELL_LABEL;
}

/* The column that a label names, as the form calls it. */
static inline const struct nb_form_column *official_column(const struct nb_form_table *table, int label)
{
    return &table->rows[0].columns[column_of_label(label, table)];
}

/* The label of a row of the table at hand, or of what stands `over` its columns, that words are nearest to;
 * -1: none is near enough. Of words that come again it is asked once: of columns of pieces of labels it takes
 * 150 instructions a byte less. */
int guess_label(const struct walk *walk, struct nb_span words, bool over);
/* Cells before the first value: labels, words, and empty ones. */
size_t stub_length(const struct grid_row *row);
/* Rows of an across table at the end of a head that print their labels and nothing else are none of it,
 * though the labels may stand over columns, too: below labels of columns, before a row with a label of its
 * own. */
void give_empty_rows(const struct walk *walk, struct grid_part *part);
/* So are those before it, which are a part of their own, `title`. */
void take_title(const struct walk *walk, struct grid_part *title);
/* Read the labels of a part that are not printed as the form has them: broken over cells or rows, run
 * together, or near to one.
 */
void mend_labels(struct walk *walk, const struct grid_part *part);
/* Put the form's labels in place of those of a head that is torn, where its pieces are theirs and stand in
 * their order. */
void mend_torn_head(const struct walk *walk, struct grid_part *part);
/* Labels of which a program has left one line (本年新, 本年新) are those of the form that stand in their
 * places, if all others do: from left to right, or those that no other spans before those below it. */
void mend_cut_head(const struct walk *walk, const struct grid_part *part);
/* The last words before the values of a row, where its label stands, with letters if any has; NULL: there are
 * none. */
struct grid_cell *words_of_label(const struct nb_text *text, const struct grid_row *row);
/* The last cell of the last of some rows; NULL: they have none. */
struct grid_cell *last_cell(struct grid_row *row);

#endif
