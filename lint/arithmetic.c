/* arithmetic.c - rules NB301 to NB306 and NB308: the relations of the form, and what a count may be. */
#include "forms.h"
#include "i18n.h"
#include "lint.h"

#include <inttypes.h>
#include <string.h>

/* Whether a term stands on the side of the addends, not on that of the total. */
static bool is_addend(const struct equation *equation, size_t term)
{
    return equation->terms[term].sign != equation->terms[0].sign;
}

static int64_t value_of(const struct equation_term *term)
{
    const struct nb_cell *cell = term_cell(term);
    return cell->value ? cell->number.units : 0;
}

static int64_t sum_of(const struct equation *equation, bool addends)
{
    int64_t sum = 0;
    for (size_t t = 0; t < equation->count; t++)
        if (is_addend(equation, t) == addends)
            sum += value_of(&equation->terms[t]);
    return sum;
}

/* "258 + 12 + 1 = 271", zeros left out; "0" where nothing else is left. */
static const char *side(struct lint *lint, const struct equation *equation, bool addends)
{
    const char *text = NULL;
    size_t terms = 0;
    for (size_t t = 0; t < equation->count; t++) {
        if (is_addend(equation, t) != addends || !value_of(&equation->terms[t]))
            continue;
        const char *value = term_cell(&equation->terms[t])->value;
        if (terms && *value == '-')
            value = arena_printf(lint->arena, "(%s)", value);
        text = terms++ ? arena_printf(lint->arena, "%s + %s", text, value) : value;
    }
    return terms > 1 ? arena_printf(lint->arena, "%s = %" PRId64, text, sum_of(equation, addends))
           : text    ? text
                     : "0";
}

static bool has_one_total(const struct equation *equation)
{
    size_t totals = 0;
    for (size_t t = 0; t < equation->count; t++)
        totals += !is_addend(equation, t);
    return totals == 1;
}

static const char *total_label(const struct lint *lint, const struct equation *equation)
{
    const struct equation_term *total = equation->terms;
    return lint->running == RULE_outcome_total ? row_words(lint, total->row)
                                               : column_words(lint, total->row, total->column);
}

/* "258 + 12 + 1 + 1 = 272, 总计 says 275", or both sides where there is no one total. NULL where neither is a
 * sum. */
static const char *equation_text(struct lint *lint, const struct equation *equation)
{
    const char *addends = side(lint, equation, true), *totals = side(lint, equation, false);
    if (!strchr(addends, '+') && !strchr(totals, '+'))
        return NULL;
    return has_one_total(equation)
               ? arena_printf(lint->arena, _("%s, %s says %s"), addends, total_label(lint, equation), totals)
               : arena_printf(lint->arena, _("%s, but %s"), addends, totals);
}

/* What the related place of a term is called: the column within a row, the row within a column. */
static const char *term_name(const struct lint *lint, const struct equation *equation,
                             const struct equation_term *term)
{
    bool same_row = term->row == equation->terms[0].row;
    return same_row ? column_words(lint, term->row, term->column) : row_words(lint, term->row);
}

static void name_terms(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                       const struct equation *equation)
{
    for (size_t t = 0; t < equation->count; t++)
        finding_cell(lint, finding, table, equation->terms[t].row, equation->terms[t].column);
    for (size_t t = 1; t < equation->count; t++) {
        const struct equation_term *term = &equation->terms[t];
        if (value_of(term))
            finding_related(lint, finding, term_cell(term)->span, _("“%s”: %s"),
                            term_name(lint, equation, term), term_cell(term)->value);
    }
}

static void raise_failing(struct lint *lint, const struct nb_table *table, const struct equation *equation)
{
    const struct equation_term *total = equation->terms;
    const char *column = column_words(lint, total->row, total->column);
    const char *expected = arena_printf(lint->arena, "%" PRId64, sum_of(equation, true));
    const char *found = arena_printf(lint->arena, "%" PRId64, sum_of(equation, false));
    struct nb_span span = term_cell(total)->span;
    struct nb_finding *finding;
    if (lint->running == RULE_outcome_total)
        finding = finding_add(lint, span, _("in the column %s the outcomes add up to %s, the total says %s"),
                              column, expected, found);
    else if (lint->running == RULE_balance)
        finding = finding_add(
            lint, span,
            _("in the column %s, %s applications came in or were carried in, and %s are accounted for"),
            column, expected, found);
    else
        finding = finding_add(lint, span, _("in the row “%s” the columns add up to %s, the total says %s"),
                              row_words(lint, total->row), expected, found);
    finding_says(finding, found, expected)->detail = equation_text(lint, equation);
    name_terms(lint, finding, table, equation);
}

static bool doubted(const struct lint *lint, const struct nb_table *table, const struct equation *equation)
{
    for (size_t t = 0; t < equation->count; t++)
        if (cell_doubted(lint, table, equation->terms[t].row, equation->terms[t].column))
            return true;
    return false;
}

static struct table_sums *evaluate_tables(struct lint *lint)
{
    struct table_sums *first = NULL, **last = &first;
    for (const struct nb_table *table = lint->report->tables; table; table = table->next) {
        if (!table->printed)
            continue;
        struct table_sums *sums = *last = arena_alloc(lint->arena, sizeof *sums);
        sums->table = table;
        sums->equations = evaluate_all(table);
        last = &sums->next;
    }
    return first;
}

const struct table_sums *table_sums(struct lint *lint)
{
    if (!lint->sums)
        lint->sums = evaluate_tables(lint);
    return lint->sums;
}

bool sums_ask(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column,
              int64_t *value)
{
    bool asked = false, agreed = true;
    for (const struct table_sums *sums = table_sums(lint); sums; sums = sums->next)
        for (size_t e = 0; sums->table == table && e < sums->equations.count; e++) {
            const struct equation *equation = &sums->equations.equations[e];
            for (size_t t = 0; sums->equations.states[e] == EQUATION_FAILS && t < equation->count; t++) {
                if (equation->terms[t].row != row || equation->terms[t].column != column)
                    continue;
                int64_t lacking = -sums->equations.residuals[e] * equation->terms[t].sign;
                agreed &= lacking > 0 && (!asked || lacking == *value);
                *value = lacking;
                asked = true;
            }
        }
    return asked && agreed;
}

/* Every relation of every table that fails, whatever cells are missing, and raises the running rule. */
static void check_relations(struct lint *lint)
{
    for (const struct table_sums *sums = table_sums(lint); sums; sums = sums->next)
        for (size_t e = 0; e < sums->equations.count; e++) {
            const struct equation *equation = &sums->equations.equations[e];
            enum equation_state state = sums->equations.states[e];
            if ((state == EQUATION_FAILS || state == EQUATION_EXCEEDED) &&
                !strcmp(equation->rule, rule_entry(lint->running)->name) &&
                !doubted(lint, sums->table, equation))
                raise_failing(lint, sums->table, equation);
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

/* The message takes the label of the column, that of the row and a value. */
static void report_cell(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column,
                        const char *message, const char *value)
{
    if (!cell_doubted(lint, table, row, column))
        finding_about(lint,
                      finding_add(lint, row->cells[column].span, message, column_words(lint, row, column),
                                  row_words(lint, row), value),
                      table, row, column);
}

static void negative(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    if (cell->value && cell->number.units < 0 && row->form->columns[column].type != NB_SIGNED)
        report_cell(lint, table, row, column, _("%s of “%s” is negative: %s"), cell->value);
}

void check_negative_count(struct lint *lint)
{
    for_odd_numbers(lint, negative);
}

static void fraction(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    int64_t whole = 1;
    for (int scale = cell->value ? cell->number.scale : 0; scale > 0 && whole <= INT64_MAX / 10; scale--)
        whole *= 10;
    if (whole > 1 && row->form->columns[column].type != NB_MONEY && cell->number.units % whole)
        report_cell(lint, table, row, column, _("%s of “%s” is not a whole number: %s"), cell->value);
}

void check_fraction_count(struct lint *lint)
{
    for_odd_numbers(lint, fraction);
}

/* The digits of a number that begins with a zero and goes on; 0: it does not. */
static size_t padded_digits(const struct lint *lint, const struct nb_cell *cell)
{
    const char *digits = shadow_at(lint, cell->span.start), *end = shadow_at(lint, cell->span.end);
    if (end - digits < 2 || !cell->value) /* as most cells of figures */
        return 0;
    digits += strspn(digits, "+-\x01");
    size_t count = 0;
    for (const char *at = digits; at < end && strchr("0123456789\x01", *at); at++)
        count += *at != '\x01';
    return *digits == '0' && count > 1 ? count : 0;
}

/* Whether a table fills all its numbers, but for zeros, up with zeros to as many digits: then it is how they
 * are printed. */
static bool is_padded(const struct lint *lint, const struct nb_table *table, size_t digits)
{
    size_t padded = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (size_t c = 0; row->printed && c < row->form->column_count; c++) {
            const struct nb_cell *cell = &row->cells[c];
            size_t own = padded_digits(lint, cell);
            bool shorter = cell->value && cell->number.units && !own && strlen(cell->value) < digits;
            if (shorter || (own && own != digits))
                return false;
            padded += own > 0;
        }
    return padded > 1;
}

static void leading_zero(struct lint *lint, const struct nb_table *table, const struct nb_row *row,
                         int column)
{
    const struct nb_cell *cell = &row->cells[column];
    size_t digits = padded_digits(lint, cell);
    if (digits && !is_padded(lint, table, digits))
        report_cell(lint, table, row, column,
                    _("%s of “%s” begins with a zero: %s; two cells may have run together"), cell->raw);
}

void check_leading_zero(struct lint *lint)
{
    for_odd_numbers(lint, leading_zero);
}

static void other_unit(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    if (cell->value && !unit_suits(cell->unit, &row->form->columns[column]))
        report_cell(lint, table, row, column,
                    row->form->columns[column].type == NB_MONEY
                        ? _("%s of “%s” is an amount, and %s none")
                        : _("%s of “%s” counts things, and %s does not"),
                    cell->raw);
}

void check_cell_unit(struct lint *lint)
{
    for_odd_numbers(lint, other_unit);
}
