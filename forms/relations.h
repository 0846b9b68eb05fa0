/* relations.h - the form's relations (勾稽关系) over the cells of a bound table. */
#ifndef NB_RELATIONS_H
#define NB_RELATIONS_H

#include "nianbao.h"

/* A cell in an equation. Of the equations that are kept: which one it is, and the next term that is the same
 * cell, in another. `open`: its cell is searched for (search.c). */
struct equation_term {
    int sign;
    struct nb_row *row;
    int column;
    bool open;
    size_t equation;
    struct equation_term *next;
};

/* The terms add up to zero; the first is the total. `row`: that of all terms, or NULL; `column`: likewise, or
 * -1. */
struct equation {
    const char *rule;
    struct equation_term *terms;
    size_t count;
    const struct nb_row *row;
    int column;
};

/* EXCEEDED: cells of one side are missing, and those that are there are more than the other side already. */
enum equation_state { EQUATION_HOLDS, EQUATION_FAILS, EQUATION_EXCEEDED, EQUATION_UNKNOWN };

/* `states`, `residuals`: of each, once they are evaluated together. */
struct equations {
    struct equation *equations;
    size_t count;
    enum equation_state *states;
    int64_t *residuals;
};

/* Whether a row that is not printed is stood in for by rows of another form, (六)其他处理 is one row in 2019
 * and three in 2021, or may be left out. */
bool row_is_replaced(const struct nb_table *table, const struct nb_row *row);

/* Spell out the relations that hold for the rows of each table, those of another form included where the
 * report prints them: no row will be added to any table, or be printed, from now on. */
void keep_equations(struct nb_report *report);
/* Those of a table, once they are kept. In the report's arena. */
struct equations table_equations(const struct nb_table *table);

/* The relation that the cells of each row have among them; NULL: the table has none. */
const struct nb_form_relation *row_relation(const struct nb_form_table *table);

/* Whether the equation holds; *residual receives the sum of its terms. An empty cell counts as zero, except a
 * total that is left empty. Unknown: a cell is missing, so that it may hold, or holds no whole number. */
enum equation_state evaluate(const struct equation *equation, int64_t *residual);
/* Whether a term's cell adds nothing: it is empty, or has a sign for nothing, or nothing was printed where it
 * may be. */
bool is_nothing(const struct equation_term *term);

/* The equations of a table, evaluated together unless no cell has changed since they were: a total that is
 * left empty although its addends are not is unknown in every equation, not zero. */
struct equations evaluate_all(const struct nb_table *table);

/* A number without decimals (12, 12.0) as an integer; false for others, and for what is no count of anything.
 */
bool whole_number(struct nb_number number, int64_t *whole);

/* The cell of a term. */
struct nb_cell *term_cell(const struct equation_term *term);

#endif
