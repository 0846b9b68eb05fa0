/* relations.c - spell the form's relations out over the rows that a report prints, and evaluate them. */
#include "bind.h"

#include "arena.h"

#include <string.h>

bool row_is_replaced(const struct nb_table *table, const struct nb_row *row)
{
    if (row->printed || !table->printed)
        return false;
    if (table->form->choice)
        return true;
    for (const struct nb_row *other = table->rows; other; other = other->next)
        if (other->printed && other->origin != row->origin &&
            (strcmp(other->form->label, row->form->group) == 0 ||
             strcmp(other->form->group, row->form->label) == 0))
            return true;
    return false;
}

struct nb_cell *term_cell(const struct equation_term *term)
{
    return &term->row->cells[term->column];
}

/* The bound rows by their index in the form; NULL for one that rows of another form stand in for. */
static struct nb_row **rows_by_index(const struct nb_report *report, const struct nb_table *table,
                                     const struct nb_form_table *form)
{
    struct nb_row **rows = arena_alloc(report->arena, form->row_count * sizeof *rows);
    for (struct nb_row *row = table->rows; row; row = row->next)
        if (row->form >= form->rows && row->form < form->rows + form->row_count &&
            !row_is_replaced(table, row))
            rows[row->form - form->rows] = row;
    return rows;
}

/* The relation over bound rows; room is left for `spare` more terms. */
static struct equation spell_out(const struct nb_report *report, struct nb_row *const *rows,
                                 const struct nb_form_relation *relation, size_t spare)
{
    struct equation equation = {
        .rule = relation->rule,
        .terms = arena_alloc(report->arena, (relation->term_count + spare) * sizeof *equation.terms),
    };
    for (size_t t = 0; t < relation->term_count; t++) {
        const struct nb_form_term *term = &relation->terms[t];
        if (rows[term->row])
            equation.terms[equation.count++] =
                (struct equation_term){.sign = term->sign, .row = rows[term->row], .column = term->column};
    }
    /* Where a place leaves out the total, or the first of its parts (其中:1.), it prints no sum. */
    if (!rows[relation->terms[0].row] || !rows[relation->terms[1].row])
        equation.count = 0;
    return equation;
}

static bool is_row_relation(const struct nb_form_relation *relation)
{
    for (size_t t = 1; t < relation->term_count; t++)
        if (relation->terms[t].row != relation->terms[0].row)
            return false;
    return true;
}

const struct nb_form_relation *row_relation(const struct nb_form_table *table)
{
    for (size_t r = 0; r < table->relation_count; r++)
        if (is_row_relation(&table->relations[r]))
            return &table->relations[r];
    return NULL;
}

/* A row of another form: its own row relation, and its term in each column relation of the same name. */
static void add_foreign_row(const struct nb_report *report, const struct nb_table *table, struct nb_row *row,
                            struct equations *all, size_t own)
{
    const struct nb_form_table *form = form_table_find(row->origin, table->form->id);
    struct nb_row **rows = form ? rows_by_index(report, table, form) : NULL;
    for (size_t r = 0; form && r < form->relation_count; r++) {
        const struct nb_form_relation *relation = &form->relations[r];
        for (size_t t = 0; t < relation->term_count; t++) {
            if (&form->rows[relation->terms[t].row] != row->form)
                continue;
            if (is_row_relation(relation)) {
                all->equations[all->count++] = spell_out(report, rows, relation, 0);
                break;
            }
            for (size_t e = 0; e < own; e++) {
                struct equation *equation = &all->equations[e];
                if (equation->count && strcmp(equation->rule, relation->rule) == 0 &&
                    equation->terms[0].column == relation->terms[t].column)
                    equation->terms[equation->count++] = (struct equation_term){
                        .sign = relation->terms[t].sign, .row = row, .column = relation->terms[t].column};
            }
        }
    }
}

/* What all terms of an equation have in common: a row, a column, or neither. */
static void find_common(struct equation *equation)
{
    equation->row = equation->count ? equation->terms[0].row : NULL;
    equation->column = equation->count ? equation->terms[0].column : -1;
    for (size_t t = 1; t < equation->count; t++) {
        equation->row = equation->terms[t].row == equation->row ? equation->row : NULL;
        equation->column = equation->terms[t].column == equation->column ? equation->column : -1;
    }
}

static struct equations spell_table(const struct nb_report *report, const struct nb_table *table)
{
    size_t foreign = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        foreign += row->origin != report->form;
    size_t most = table->form->relation_count + foreign;
    struct equations all = {.equations = arena_alloc(report->arena, most * sizeof *all.equations),
                            .states = arena_alloc(report->arena, (most + 1) * sizeof *all.states),
                            .residuals = arena_alloc(report->arena, (most + 1) * sizeof *all.residuals)};
    struct nb_row **rows = rows_by_index(report, table, table->form);
    for (size_t r = 0; r < table->form->relation_count; r++)
        all.equations[all.count++] = spell_out(report, rows, &table->form->relations[r], foreign);
    size_t own = all.count;
    for (struct nb_row *row = table->rows; row; row = row->next)
        if (row->origin != report->form)
            add_foreign_row(report, table, row, &all, own);
    for (size_t e = 0; e < all.count; e++)
        find_common(&all.equations[e]);
    return all;
}

struct equations table_equations(const struct nb_table *table)
{
    return ((const struct bound_table *)table)->equations;
}

/* Lead from each cell to the terms that it is: searched for in all equations, they took a third of binding
 * where sums fail. */
static void link_terms(const struct equations *all)
{
    for (size_t e = all->count; e-- > 0;)
        for (size_t t = all->equations[e].count; t-- > 0;) {
            struct equation_term *term = &all->equations[e].terms[t];
            struct equation_term **first = &((struct bound_row *)term->row)->terms[term->column];
            term->equation = e;
            term->next = *first;
            *first = term;
        }
}

void keep_equations(struct nb_report *report)
{
    for (struct nb_table *table = report->tables; table; table = table->next) {
        struct bound_table *bound = (struct bound_table *)table;
        bound->equations = spell_table(report, table);
        link_terms(&bound->equations);
    }
}

/* Numbers beyond this are no counts of anything; leaving them out keeps every sum within an int64_t. */
bool whole_number(struct nb_number number, int64_t *whole)
{
    const int64_t limit = INT64_C(1000000000000000);
    for (; number.scale > 0 && number.units % 10 == 0; number.scale--)
        number.units /= 10;
    *whole = number.units;
    return number.scale == 0 && number.units < limit && number.units > -limit;
}

bool is_nothing(const struct equation_term *term)
{
    const struct nb_cell *cell = term_cell(term);
    return !cell->value &&
           (cell->status == NB_BLANK || cell->status == NB_NA || evidence_of(term->row, term->column)->left);
}

/* Which sides of an equation miss cells. */
enum { NONE_OPEN, TOTALS_OPEN, ADDENDS_OPEN };

enum equation_state evaluate(const struct equation *equation, int64_t *residual)
{
    bool numbers = false, guessed = false;
    unsigned open = NONE_OPEN;
    *residual = 0;
    for (size_t t = 0; t < equation->count; t++) {
        const struct equation_term *term = &equation->terms[t];
        const struct nb_cell *cell = term_cell(term);
        int64_t number = 0;
        if (cell->value && !whole_number(cell->number, &number))
            return EQUATION_UNKNOWN;
        if (!cell->value && !is_nothing(term))
            open |= term->sign > 0 ? TOTALS_OPEN : ADDENDS_OPEN;
        *residual += term->sign * number;
        numbers |= t > 0 && number != 0;
        guessed |= cell->status == NB_AMBIGUOUS;
    }
    const struct nb_cell *total = equation->count ? term_cell(&equation->terms[0]) : NULL;
    if (open && guessed)
        return EQUATION_UNKNOWN;
    if (open)
        return (open == ADDENDS_OPEN && *residual < 0) || (open == TOTALS_OPEN && *residual > 0)
                   ? EQUATION_EXCEEDED
                   : EQUATION_UNKNOWN;
    if (!equation->count || (!total->value && numbers))
        return EQUATION_UNKNOWN;
    return *residual ? EQUATION_FAILS : EQUATION_HOLDS;
}

struct equations evaluate_all(const struct nb_table *table)
{
    struct bound_table *bound = (struct bound_table *)table;
    const struct equations *all = &bound->equations;
    for (size_t e = 0; !bound->evaluated && e < all->count; e++)
        all->states[e] = evaluate(&all->equations[e], &all->residuals[e]);
    for (size_t e = 0; !bound->evaluated && e < all->count; e++) {
        const struct equation_term *total = all->equations[e].terms;
        bool unknown =
            all->states[e] == EQUATION_UNKNOWN && all->equations[e].count && !term_cell(total)->value;
        for (const struct equation_term *term = unknown ? terms_of(total->row, total->column) : NULL; term;
             term = term->next)
            all->states[term->equation] = EQUATION_UNKNOWN;
    }
    bound->evaluated = true;
    return *all;
}
