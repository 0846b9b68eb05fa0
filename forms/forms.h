/* forms.h - the statutory forms as the form compiler lays them out, and binding a report's tables to them. */
#ifndef NB_FORMS_H
#define NB_FORMS_H

#include "grid.h"
#include "lexicon.h"
#include "nianbao.h"

enum label_class { LABEL_ROW, LABEL_GROUP, LABEL_HEADER, LABEL_CAPTION };

/* What a label text is in a table of a form, as sets of its rows and columns, a bit for each: those that it
 * names, the rows over which it is the heading, the columns that it spans, the rows with which groups of its
 * name begin; and in the tables of this name of all forms: the rows that it names there, and the forms whose
 * tables have it. */
struct form_meaning {
    uint64_t rows, columns, headed, spanned, grouped, rows_anywhere, forms;
};

enum { MOST_FORMS = 8, MOST_TABLES = 8 };

/* A label text of any form. One text may be several things, in one form or in several: in table t of form f
 * what form_meanings[meanings[f][t]] says (the first: nothing). `forms`: those that have it. */
struct form_label {
    const char *text;
    enum label_class class; /* what the scanner takes it for */
    unsigned char forms;
    unsigned short meanings[MOST_FORMS][MOST_TABLES];
};

extern const struct nb_form form_table[];
extern const size_t form_count;
extern const struct form_label form_labels[];
extern const size_t form_label_count;
extern const struct form_meaning form_meanings[];
extern const struct lexicon form_lexicon;

static inline size_t form_index(const struct nb_form *form)
{
    return (size_t)(form - form_table);
}

/* What a label (-1: none) is in a table. */
static inline const struct form_meaning *meaning_of(int label, const struct nb_form_table *table)
{
    size_t index =
        label < 0 ? 0 : form_labels[label].meanings[form_index(table->form)][table - table->form->tables];
    return &form_meanings[index];
}

/* The first of a set of rows or columns, as a set, and as a number; -1: it is empty. */
static inline uint64_t lowest(uint64_t set)
{
    return set & -set;
}
static inline int first_of(uint64_t set)
{
    return set ? __builtin_ctzll(set) : -1;
}

/* Whether a number with this unit ("": none) may stand in a column: what counts things is no amount nor share
 * of them, and an amount counts no things. */
bool unit_suits(const char *unit, const struct nb_form_column *column);
/* The form for reports on a year; NULL: none. */
const struct nb_form *form_of_year(int year);
/* Give the articles their roles and the printed tables their meaning: choose the form (from the year and the
 * labels printed) and fill in report->form, tables, events. Values whose columns are lost are placed by the
 * form's relations; cells that contradict them are marked suspect. Needs the tree and the year (report->year,
 * 0 if unknown). */
void bind_tables(struct nb_report *report);
/* What a cell of a table of no known form says. */
void read_other_cell(struct nb_arena *arena, const struct nb_report *report, const struct grid_cell *printed,
                     struct nb_cell *cell);
/* What is printed there, on one line; "" where that is nothing, or more than one cell of a table. In the
 * report's arena. */
char *printed_words(const struct nb_report *report, struct nb_span span);
/* The label of a row, and of the column of a cell, to stand within “” in a message: as the draft prints it,
 * on one line; the form's where it prints none. In the report's arena. */
const char *quote_row(const struct nb_report *report, const struct nb_row *row);
const char *quote_column(const struct nb_report *report, const struct nb_row *row, int column);
/* A label of the form with the full-width marks that the form is printed with: our data has those of ASCII.
 */
char *form_words(struct nb_arena *arena, const char *label);
/* Compute cells that are not printed but determined by the relations (--fill). */
void fill_derived(struct nb_report *report);
/* Headings that come again later are a table of contents: they become paragraphs of the preamble. */
void drop_contents(struct nb_report *report);
/* The article that a place stands in; NULL: none. */
const struct nb_article *article_at(const struct nb_report *report, size_t place);

/* Give each article its role by the words of its heading, and each printed table that of its article. */
void assign_roles(struct nb_report *report);
/* Whether the report is on a school year, as 高等学校信息公开办法 asks for: no statutory form is prescribed
 * for it. */
bool is_on_school_year(const struct nb_report *report);
/* Whether the text is an annual report on information disclosure; else *error says what speaks against it.
 * Needs all of the above. */
bool is_report(const struct nb_report *report, struct nb_error *error);

#endif
