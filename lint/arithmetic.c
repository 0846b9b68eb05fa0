/* arithmetic.c - rules NB301 to NB306: the relations of the form, and what a count may be. */
#include "i18n.h"
#include "lint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One addend: the row and column it is read from, on which side of the equation it stands, and its value. */
struct term {
    const struct nb_row *row;
    int column;
    bool left; /* away from the total */
    struct nb_number number;
};

/* A relation read from the bound rows: left terms add up to `left`, the total and its side to `right`, both times 10^scale. */
struct equation {
    const struct nb_table *table;
    struct term *terms;
    size_t count;
    int64_t left, right;
    int scale;
};

/* The row of the report's own form with this index, as bound; or NULL. */
static const struct nb_row *bound_row(const struct nb_table *table, int index)
{
    const struct nb_row *row = table->rows;
    while (row && row->form != &table->form->rows[index])
        row = row->next;
    return row;
}

/* "other" of one form and "other.overdue_fee" of another are about the same thing. */
static bool akin(const char *id, const char *other)
{
    size_t length = strlen(id), others = strlen(other);
    return length < others ? !strncmp(id, other, length) && other[length] == '.' : !strncmp(other, id, others) && id[others] == '.';
}

static bool has_term(const struct equation *equation, const struct nb_row *row, int column)
{
    for (size_t i = 0; i < equation->count; i++)
        if (equation->terms[i].row == row && equation->terms[i].column == column)
            return true;
    return false;
}

/* Blank cells and those marked as not applicable count as zero. */
static bool readable(const struct nb_cell *cell)
{
    return cell->value || cell->status == NB_BLANK || cell->status == NB_NA;
}

/* Add the cell of one row. False if it cannot be read or a rule that comes first doubts it. */
static bool add_term(struct lint *lint, struct equation *equation, const struct nb_row *row, int column, bool left)
{
    if ((size_t)column >= row->form->column_count)
        return false;
    const struct nb_cell *cell = &row->cells[column];
    if (!readable(cell) || cell_doubted(lint, equation->table, row, column) || (!equation->count && !cell->value))
        return false;
    struct nb_number number = cell->value ? cell->number : (struct nb_number){0, 0};
    if (!has_term(equation, row, column))
        equation->terms[equation->count++] = (struct term){row, column, left, number};
    return true;
}

/* Add the row of a term; in place of a missing one, the printed rows of another form that are about the same thing. */
static bool collect_term(struct lint *lint, struct equation *equation, const struct nb_form_term *term, bool left)
{
    const struct nb_row *row = bound_row(equation->table, term->row);
    if (row && row->printed)
        return add_term(lint, equation, row, term->column, left);
    bool found = false;
    for (row = equation->table->rows; row; row = row->next) {
        if (!row->printed || !akin(row->form->id, equation->table->form->rows[term->row].id))
            continue;
        if (!add_term(lint, equation, row, term->column, left))
            return false;
        found = true;
    }
    return found;
}

static size_t row_count(const struct nb_table *table)
{
    size_t count = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        count++;
    return count;
}

/* Collect the terms of a relation. False if one of them is not understood. The caller frees equation->terms. */
static bool collect(struct lint *lint, const struct nb_form_relation *relation, struct equation *equation)
{
    equation->terms = xmalloc((relation->term_count + row_count(equation->table)) * sizeof *equation->terms);
    for (size_t i = 0; i < relation->term_count; i++)
        if (!collect_term(lint, equation, &relation->terms[i], relation->terms[i].sign != relation->terms[0].sign))
            return false;
    return true;
}

static bool scaled(struct nb_number number, int scale, int64_t *units)
{
    *units = number.units;
    for (; number.scale < scale; number.scale++)
        if (__builtin_mul_overflow(*units, 10, units))
            return false;
    return true;
}

/* Add up both sides. False where the numbers are too large to add. */
static bool add_up(struct equation *equation)
{
    for (size_t i = 0; i < equation->count; i++)
        if (equation->terms[i].number.scale > equation->scale)
            equation->scale = equation->terms[i].number.scale;
    for (size_t i = 0; i < equation->count; i++) {
        int64_t units, *side = equation->terms[i].left ? &equation->left : &equation->right;
        if (!scaled(equation->terms[i].number, equation->scale, &units) || __builtin_add_overflow(*side, units, side))
            return false;
    }
    return true;
}

static const char *decimal(struct nb_arena *arena, int64_t units, int scale)
{
    char digits[32];
    bool negative = units < 0;
    uint64_t size = negative ? -(uint64_t)units : (uint64_t)units;
    if (!scale)
        return arena_printf(arena, "%s%llu", negative ? "-" : "", (unsigned long long)size);
    int length = snprintf(digits, sizeof digits, "%0*llu", scale + 1, (unsigned long long)size);
    return arena_printf(arena, "%s%.*s.%s", negative ? "-" : "", length - scale, digits, digits + length - scale);
}

/* "258 + 12 + 1 = 271", zeros left out; "0" where nothing else is left. */
static const char *side(struct lint *lint, const struct equation *equation, bool left)
{
    const char *text = NULL;
    size_t terms = 0;
    for (size_t i = 0; i < equation->count; i++) {
        const struct term *term = &equation->terms[i];
        if (term->left != left || !term->number.units)
            continue;
        const char *value = decimal(lint->arena, term->number.units, term->number.scale);
        text = terms++ ? arena_printf(lint->arena, "%s + %s", text, value) : value;
    }
    const char *sum = decimal(lint->arena, left ? equation->left : equation->right, equation->scale);
    return terms > 1 ? arena_printf(lint->arena, "%s = %s", text, sum) : text ? text : "0";
}

static bool one_total(const struct equation *equation)
{
    size_t rights = 0;
    for (size_t i = 0; i < equation->count; i++)
        rights += !equation->terms[i].left;
    return rights == 1;
}

static const char *total_label(const struct equation *equation, const char *rule)
{
    const struct term *total = equation->terms;
    return !strcmp(rule, "outcome-total") ? total->row->form->label : total->row->form->columns[total->column].label;
}

/* "258 + 12 + 1 + 1 = 272, 总计 says 275", or both sides where there is no one total. */
static const char *equation_text(struct lint *lint, const struct equation *equation, const char *rule)
{
    const char *left = side(lint, equation, true), *right = side(lint, equation, false);
    return one_total(equation) ? arena_printf(lint->arena, _("%s, %s says %s"), left, total_label(equation, rule), right)
                               : arena_printf(lint->arena, _("%s, but %s"), left, right);
}

/* What the related place of a term is called: the column within a row, the row within a column. */
static const char *term_name(const struct equation *equation, const struct term *term)
{
    bool same_row = term->row == equation->terms[0].row;
    return same_row ? term->row->form->columns[term->column].label : term->row->form->label;
}

static void name_terms(struct lint *lint, struct nb_finding *finding, const struct equation *equation)
{
    finding_cells(lint, finding, equation->count);
    for (size_t i = 0; i < equation->count; i++)
        finding_cell(finding, equation->table, equation->terms[i].row, equation->terms[i].column);
    for (size_t i = 1; i < equation->count; i++) {
        const struct term *term = &equation->terms[i];
        if (term->number.units)
            finding_related(lint, finding, term->row->cells[term->column].span, "%s: %s", term_name(equation, term),
                            term->row->cells[term->column].value);
    }
}

static void raise(struct lint *lint, const struct equation *equation, const char *rule)
{
    const struct term *total = equation->terms;
    const struct nb_form_row *row = total->row->form;
    const char *expected = decimal(lint->arena, equation->left, equation->scale);
    const char *found = decimal(lint->arena, equation->right, equation->scale);
    struct nb_span span = total->row->cells[total->column].span;
    struct nb_finding *finding;
    if (lint->running == RULE_outcome_total)
        finding = finding_add(lint, span, _("in the column %s the outcomes add up to %s, the total says %s"),
                              row->columns[total->column].label, expected, found);
    else if (lint->running == RULE_balance)
        finding = finding_add(lint, span, _("in the column %s, %s applications came in or were carried in, and %s are accounted for"),
                              row->columns[total->column].label, expected, found);
    else
        finding = finding_add(lint, span, _("in the row “%s” the columns add up to %s, the total says %s"), row->label, expected, found);
    finding->expected = expected;
    finding->found = found;
    finding->detail = equation_text(lint, equation, rule);
    name_terms(lint, finding, equation);
}

/* Every relation of every table that raises the running rule. */
static void check_relations(struct lint *lint)
{
    const char *rule = rule_entry(lint->running)->name;
    for (const struct nb_table *table = lint->report->tables; table; table = table->next) {
        for (size_t i = 0; table->printed && i < table->form->relation_count; i++) {
            const struct nb_form_relation *relation = &table->form->relations[i];
            if (strcmp(relation->rule, rule) || !relation->term_count)
                continue;
            struct equation equation = {.table = table};
            if (collect(lint, relation, &equation) && add_up(&equation) && equation.left != equation.right)
                raise(lint, &equation, rule);
            free(equation.terms);
        }
    }
}

void check_row_total(struct lint *lint)
{
    check_relations(lint);
}

void check_outcome_total(struct lint *lint)
{
    check_relations(lint);
}

void check_balance(struct lint *lint)
{
    check_relations(lint);
}

void check_review_total(struct lint *lint)
{
    check_relations(lint);
}

typedef void cell_check(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column);

static void for_cells(struct lint *lint, cell_check *check)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (size_t i = 0; i < row->form->column_count; i++)
                if (row->cells[i].value && !cell_doubted(lint, table, row, (int)i))
                    check(lint, table, row, (int)i);
}

static void name_cell(struct lint *lint, struct nb_finding *finding, const struct nb_table *table, const struct nb_row *row, int column)
{
    finding->found = row->cells[column].raw;
    finding_cells(lint, finding, 1);
    finding_cell(finding, table, row, column);
}

static void negative(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    if (row->form->columns[column].type == NB_SIGNED || cell->number.units >= 0)
        return;
    name_cell(lint, finding_add(lint, cell->span, _("%s of “%s” is negative: %s"), row->form->columns[column].label, row->form->label, cell->value),
              table, row, column);
}

void check_negative_count(struct lint *lint)
{
    for_cells(lint, negative);
}

static void fraction(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    int64_t whole = 1;
    for (int scale = cell->number.scale; scale > 0 && whole <= INT64_MAX / 10; scale--)
        whole *= 10;
    if (row->form->columns[column].type == NB_MONEY || cell->number.units % whole == 0)
        return;
    name_cell(lint, finding_add(lint, cell->span, _("%s of “%s” is not a whole number: %s"), row->form->columns[column].label,
                                row->form->label, cell->value),
              table, row, column);
}

void check_fraction_count(struct lint *lint)
{
    for_cells(lint, fraction);
}
