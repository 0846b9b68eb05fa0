/* suspect.c - find the cell that is wrong where relations fail, and compute cells that are not printed
 * (--fill).
 *
 * The failing relations are a syndrome, as in an error-correcting code: a cell explains it if every relation
 * that the cell stands in fails, by the same amount. Only a cell that is the one explanation of the relations
 * it would mend is suspect. */
#include "arena.h"
#include "bind.h"
#include "relations.h"

#include <string.h>

struct syndrome {
    struct equations equations;
    unsigned *explanations; /* of each equation: cells that explain it */
};

/* The one change of this cell that would mend every known relation it stands in, all of which fail; false if
 * there is none. */
static bool explains(const struct syndrome *syndrome, const struct nb_row *row, int column, int64_t *change)
{
    bool any = false;
    for (const struct equation_term *term = terms_of(row, column); term; term = term->next) {
        size_t e = term->equation;
        if (syndrome->equations.states[e] == EQUATION_UNKNOWN)
            continue;
        int64_t needed = -syndrome->equations.residuals[e] * term->sign;
        if (syndrome->equations.states[e] == EQUATION_HOLDS || (any && needed != *change))
            return false;
        any = true;
        *change = needed;
    }
    const struct nb_cell *cell = &row->cells[column];
    int64_t number = 0;
    if (cell->value)
        whole_number(cell->number, &number);
    return any && number + *change >= 0;
}

static void count_explanation(struct syndrome *syndrome, const struct nb_row *row, int column)
{
    for (const struct equation_term *term = terms_of(row, column); term; term = term->next)
        syndrome->explanations[term->equation]++;
}

/* Whether this cell is the only explanation of each relation that it mends. */
static bool only_explanation(const struct syndrome *syndrome, const struct nb_row *row, int column)
{
    for (const struct equation_term *term = terms_of(row, column); term; term = term->next)
        if (syndrome->equations.states[term->equation] == EQUATION_FAILS &&
            syndrome->explanations[term->equation] != 1)
            return false;
    return true;
}

/* How a hand that meant `should` may have come to write `is`; NULL: not by a slip. */
static const char *slip(const char *is, const char *should)
{
    size_t a = strlen(is), b = strlen(should), differing = 0, first = 0;
    if (a == b) {
        for (size_t i = 0; i < a; i++)
            if (is[i] != should[i] && differing++ == 0)
                first = i;
        if (differing == 1)
            return "digit";
        return differing == 2 && is[first] == should[first + 1] && is[first + 1] == should[first] ? "swap"
                                                                                                  : NULL;
    }
    const char *longer = a > b ? is : should, *shorter = a > b ? should : is;
    size_t prefix = 0;
    while (shorter[prefix] && shorter[prefix] == longer[prefix])
        prefix++;
    if ((a > b ? a - b : b - a) == 1 && strcmp(shorter + prefix, longer + prefix + 1) == 0)
        return a > b ? "extra digit" : "missing digit";
    if (a > b && (strncmp(is, should, b) == 0 || strcmp(is + a - b, should) == 0))
        return "run together";
    return NULL;
}

static void doubt(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column)
{
    evidence_of(row, column)->suspect = true;
    verdict(binding, table, row, column);
}

static void suspect(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column,
                    int64_t change)
{
    struct nb_arena *arena = binding->report->arena;
    struct nb_cell *cell = &row->cells[column];
    int64_t number = 0;
    if (cell->value)
        whole_number(cell->number, &number);
    struct nb_number mended = {number + change, 0};
    bool printed = cell->span.end > cell->span.start;
    struct nb_event *event =
        bind_event(binding, EVENT_SUSPECT, table, row, column, printed ? cell->span : row->label);
    event->found = cell->raw;
    event->suggestion = number_text(arena, mended);
    event->reason = cell->value ? slip(cell->value, event->suggestion) : NULL;
    doubt(binding, table, row, column);
}

/* ---- tables that the sums refute ---- */

/* Whether of the rows that have numbers far more contradict their sums than not: no hand errs so often; their
 * columns are others, as where each stands twice, for two years. None of 1,200 generated reports, whole or
 * damaged, is read otherwise for it. */
static bool is_refuted(const struct syndrome *syndrome)
{
    enum { MANY = 5 };
    size_t fails = 0, holds = 0;
    for (size_t e = 0; e < syndrome->equations.count; e++) {
        const struct equation *equation = &syndrome->equations.equations[e];
        fails += equation->row && syndrome->equations.states[e] == EQUATION_FAILS;
        holds += equation->row && syndrome->equations.states[e] == EQUATION_HOLDS;
    }
    return fails >= MANY && fails > 2 * holds;
}

/* Nothing is certain of the rows whose sums hold by chance; the others are told. */
static void doubt_rows(struct binding *binding, const struct nb_table *table, const struct syndrome *syndrome)
{
    for (size_t e = 0; e < syndrome->equations.count; e++) {
        const struct equation *equation = &syndrome->equations.equations[e];
        struct nb_row *row = equation->terms[0].row;
        if (!equation->row || syndrome->equations.states[e] != EQUATION_HOLDS || !row->printed)
            continue;
        for (size_t c = 0; c < row->form->column_count; c++) {
            struct evidence *evidence = evidence_of(row, (int)c);
            evidence->witness = evidence->cell ? WITNESS_GUESS : WITNESS_NOTHING;
            evidence->empty = false;
            verdict(binding, table, row, (int)c);
        }
        bind_event(binding, EVENT_AMBIGUOUS, table, row, -1, row->label)->reason = "head";
    }
}

/* Several cells of one row that would each need a mend are no typing errors: the row has shifted, and no one
 * value mends it. */
static void suspect_row(struct binding *binding, const struct syndrome *syndrome,
                        const struct nb_table *table, struct nb_row *row)
{
    size_t slips = 0;
    int64_t change = 0;
    for (int marking = 0; marking < 2; marking++)
        for (size_t c = 0; c < row->form->column_count; c++)
            if (!explains(syndrome, row, (int)c, &change) || !only_explanation(syndrome, row, (int)c))
                continue;
            else if (!marking)
                slips++;
            else if (slips == 1)
                suspect(binding, table, row, (int)c, change);
            else
                doubt(binding, table, row, (int)c);
}

static void find_table_suspects(struct binding *binding, struct nb_table *table)
{
    struct nb_arena *arena = binding->work;
    struct syndrome syndrome = {.equations = evaluate_all(table)};
    size_t count = syndrome.equations.count, failing = 0, explained = 0;
    for (size_t e = 0; e < count; e++)
        failing += syndrome.equations.states[e] == EQUATION_FAILS;
    if (!failing)
        return;
    syndrome.explanations = arena_alloc(arena, (count + 1) * sizeof *syndrome.explanations);
    if (is_refuted(&syndrome)) {
        doubt_rows(binding, table, &syndrome);
        return;
    }
    int64_t change = 0;
    for (struct nb_row *row = table->rows; row; row = row->next)
        for (size_t c = 0; c < row->form->column_count; c++)
            if (explains(&syndrome, row, (int)c, &change))
                count_explanation(&syndrome, row, (int)c);
    for (size_t e = 0; e < count; e++)
        explained += syndrome.equations.states[e] == EQUATION_FAILS && syndrome.explanations[e] > 0;
    if (explained != failing)
        return;
    for (struct nb_row *row = table->rows; row; row = row->next)
        suspect_row(binding, &syndrome, table, row);
}

void find_suspects(struct binding *binding)
{
    for (struct nb_table *table = binding->report->tables; table; table = table->next)
        find_table_suspects(binding, table);
}

/* ---- --fill ---- */

/* The one cell of the equation that is not printed, if there is just one. */
static const struct equation_term *unknown_term(const struct equation *equation, int64_t *sum)
{
    const struct equation_term *unknown = NULL;
    *sum = 0;
    for (size_t t = 0; t < equation->count; t++) {
        const struct nb_cell *cell = term_cell(&equation->terms[t]);
        int64_t number;
        if (cell->value && whole_number(cell->number, &number) && cell->status != NB_AMBIGUOUS &&
            cell->status != NB_SUSPECT)
            *sum += equation->terms[t].sign * number;
        else if (!unknown &&
                 (cell->status == NB_BLANK || cell->status == NB_MISSING || cell->status == NB_UNREAD))
            unknown = &equation->terms[t];
        else
            return NULL;
    }
    return unknown;
}

/* Whether every relation that leaves just this cell open asks for the same number. */
static bool is_agreed(const struct equations *all, const struct equation_term *term, int64_t number)
{
    for (size_t e = 0; e < all->count; e++) {
        int64_t sum;
        const struct equation_term *other = unknown_term(&all->equations[e], &sum);
        if (other && other->row == term->row && other->column == term->column && -sum * other->sign != number)
            return false;
    }
    return number >= 0;
}

/* Fill in the first cell that a relation determines; false when none is left. */
static bool fill_one(struct binding *binding, const struct nb_table *table, const struct equations *all)
{
    for (size_t e = 0; e < all->count; e++) {
        int64_t sum;
        const struct equation_term *term = unknown_term(&all->equations[e], &sum);
        if (!term || !is_agreed(all, term, -sum * term->sign))
            continue;
        struct evidence *evidence = evidence_of(term->row, term->column);
        evidence->witness = WITNESS_DERIVED;
        evidence->number = -sum * term->sign;
        verdict(binding, table, term->row, term->column);
        return true;
    }
    return false;
}

void fill_derived(struct nb_report *report)
{
    struct binding binding = {.report = report};
    for (struct nb_table *table = report->tables; table; table = table->next) {
        struct equations all = table_equations(table);
        while (fill_one(&binding, table, &all))
            ;
    }
}
