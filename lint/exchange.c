/* exchange.c - rule NB309: figures that stand in each other's place. Where sums fail and no one cell explains
 * them, looks for two cells of a row that have changed places, or rows whose figures stand one row too low or
 * too high. */
#include "i18n.h"
#include "lint.h"

#include <string.h>

/* Longer stretches of rows are not moved as a whole: a line that was left out or typed twice while copying
 * shifts a group. */
enum { LONGEST = 12 };

/* What may have happened: the cells `a` and `b` of `row`, the only one from `first` on, were exchanged; or,
 * where `row` is NULL, the figures of `count` rows from `first` on stand one row too low (the last of them on
 * top), or too high: in one column, or in all (-1). */
struct exchange {
    const struct nb_row *row;
    int a, b, column;
    size_t first, count;
    bool low;
};

/* The rows that an equation has terms in, from `low` to `high`, and the columns: what moves none of them does
 * not change it. */
struct exchange_reach {
    size_t low, high;
    unsigned columns;
};

/* A term of an equation; `place`: which of the rows its row is; `alike`: how many terms, with this one, stand
 * in rows one below the other, and in one column, with the same sign. */
struct exchange_term {
    size_t place, alike;
    int column, sign;
};

/* `rows`: those that are printed, row_count of them, and behind them the others, all_count together. */
struct exchange_search {
    const struct nb_table *table;
    const struct nb_row **rows;
    size_t row_count, all_count, columns;
    int64_t *numbers; /* of each row and column; empty cells are zero */
    struct equations equations;
    struct exchange_term **terms; /* of each equation, from the first row to the last */
    const enum equation_state *states;
    size_t *failed; /* which equations fail, `failing` of them */
    size_t failing;
    struct exchange_reach common; /* what each failing equation reaches: only what moves rows from `low` to
                                     `high` can mend them all */
};

static const int64_t UNKNOWN = INT64_MIN; /* there is no cell, or no whole number in it */

static int64_t number_at(const struct exchange_search *search, size_t row, int column)
{
    return search->numbers[row * search->columns + (size_t)column];
}

/* Whether the exchange moves what stands at this place. */
static bool moves(const struct exchange *exchange, size_t row, int column)
{
    return row - exchange->first < exchange->count &&
           (exchange->row || exchange->column < 0 || column == exchange->column);
}

/* The number that belongs to this place if the exchange is taken back. */
static inline int64_t number_after(const struct exchange_search *search, const struct exchange *exchange,
                                   size_t row, int column)
{
    size_t first = exchange->first, end = first + exchange->count;
    if (!moves(exchange, row, column))
        return number_at(search, row, column);
    if (exchange->row)
        column = column == exchange->a ? exchange->b : column == exchange->b ? exchange->a : column;
    else
        row = exchange->low ? (row + 1 < end ? row + 1 : first) : (row > first ? row - 1 : end - 1);
    return number_at(search, row, column);
}

/* Only the terms that are moved are looked at: all of them cost four times as much. */
static bool holds_after(const struct exchange_search *search, const struct exchange *exchange, size_t e)
{
    const struct exchange_term *term = search->terms[e], *end = term + search->equations.equations[e].count;
    int64_t residual = search->equations.residuals[e];
    while (term < end && term->place < exchange->first)
        term++;
    if (residual && !exchange->row && term < end && term->place == exchange->first &&
        term->alike >= exchange->count)
        return false; /* figures that change places among themselves have the same sum */
    for (; term < end && term->place < exchange->first + exchange->count; term++) {
        if (!moves(exchange, term->place, term->column))
            continue;
        int64_t before = number_at(search, term->place, term->column);
        int64_t after = number_after(search, exchange, term->place, term->column);
        if (before == UNKNOWN || after == UNKNOWN)
            return false;
        residual += term->sign * (after - before);
    }
    return !residual;
}

/* Whether every sum holds once the exchange is taken back; those that fail are tried first, as they decide
 * soonest. */
static bool settles(const struct exchange_search *search, const struct exchange *exchange)
{
    for (size_t f = 0; f < search->failing; f++)
        if (!holds_after(search, exchange, search->failed[f]))
            return false;
    for (size_t e = 0; e < search->equations.count; e++)
        if (search->states[e] == EQUATION_HOLDS && !holds_after(search, exchange, e))
            return false;
    return true;
}

static bool differ(int64_t left, int64_t right)
{
    return left != right && left != UNKNOWN && right != UNKNOWN;
}

/* ---- two cells of a row ---- */

/* An exchange within a row that settles everything. */
static bool find_pair(const struct exchange_search *search, struct exchange *found)
{
    for (size_t r = search->common.low; r <= search->common.high && r < search->row_count; r++) {
        const struct nb_row *row = search->rows[r];
        for (int a = 0; a < (int)row->form->column_count; a++)
            for (int b = a + 1; b < (int)row->form->column_count; b++) {
                *found = (struct exchange){.row = row, .a = a, .b = b, .first = r, .count = 1};
                if (differ(number_at(search, r, a), number_at(search, r, b)) && settles(search, found))
                    return true;
            }
    }
    return false;
}

static void name_pair(struct lint *lint, const struct exchange_search *search, const struct exchange *pair)
{
    const struct nb_row *row = pair->row;
    const struct nb_cell *a = &row->cells[pair->a], *b = &row->cells[pair->b];
    struct nb_finding *finding = finding_add(
        lint, a->span,
        _("“%s”: %s (%s) and %s (%s) may stand in each other's place; exchanged, they make every sum right"),
        row_words(lint, row), a->value ? a->value : "0", column_words(lint, row, pair->a),
        b->value ? b->value : "0", column_words(lint, row, pair->b));
    finding_cell(lint, finding, search->table, row, pair->a);
    finding_cell(lint, finding, search->table, row, pair->b);
}

/* ---- rows that have moved ---- */

/* The shortest stretch of a column, or of all (-1), whose move back settles everything: one that changes
 * nothing settles no sum that fails. */
static bool find_stretch(const struct exchange_search *search, int column, struct exchange *found)
{
    const struct exchange_reach *common = &search->common;
    if (column >= 0 && !(common->columns >> column & 1))
        return false;
    for (size_t count = 2; count <= LONGEST && count <= search->row_count; count++)
        for (size_t first = common->low < count ? 0 : common->low + 1 - count;
             first <= common->high && first + count <= search->row_count; first++)
            for (int low = 1; low >= 0; low--) {
                struct exchange exchange = {.column = column, .first = first, .count = count, .low = low};
                if (settles(search, &exchange)) {
                    *found = exchange;
                    return true;
                }
            }
    return false;
}

/* Whole rows first: to move them takes no more words than to move a part. */
static bool find_move(const struct exchange_search *search, struct exchange *found)
{
    int columns = search->row_count ? (int)search->rows[0]->form->column_count : 0;
    for (int column = -1; column < columns; column++)
        if (find_stretch(search, column, found))
            return true;
    return false;
}

static const char *stretch_message(const struct exchange *stretch)
{
    if (stretch->column >= 0)
        return stretch->count == 2 ? _("“%s” and “%s”, column “%s”: the two figures may stand in each "
                                       "other's row; exchanged, "
                                       "they make every sum right")
               : stretch->low ? _("“%s” to “%s”, column “%s”: the figures seem to stand one row too low; "
                                  "moved back, they make "
                                  "every sum right")
                              : _("“%s” to “%s”, column “%s”: the figures seem to stand one row too high; "
                                  "moved back, they make "
                                  "every sum right");
    if (stretch->count == 2)
        return _("the figures of “%s” and “%s” may stand in each other's row; exchanged, they make every sum "
                 "right");
    return stretch->low ? _("the figures from “%s” to “%s” seem to stand one row too low; moved back, they "
                            "make every sum right")
                        : _("the figures from “%s” to “%s” seem to stand one row too high; moved back, they "
                            "make every sum right");
}

static void name_stretch(struct lint *lint, const struct exchange_search *search,
                         const struct exchange *stretch)
{
    const struct nb_row *first = search->rows[stretch->first],
                        *last = search->rows[stretch->first + stretch->count - 1];
    bool one = stretch->column >= 0;
    size_t from = one ? (size_t)stretch->column : 0, end = one ? from + 1 : first->form->column_count;
    struct nb_finding *finding =
        finding_add(lint, first->cells[from].span, stretch_message(stretch), row_words(lint, first),
                    row_words(lint, last), column_words(lint, first, (int)from));
    for (size_t r = stretch->first; r < stretch->first + stretch->count; r++)
        for (size_t c = from; c < end && c < search->rows[r]->form->column_count; c++)
            finding_cell(lint, finding, search->table, search->rows[r], (int)c);
}

/* ---- a table ---- */

/* One wrong cell is the simpler explanation. */
static bool has_suspect(const struct lint *lint, const struct nb_table *table)
{
    for (const struct nb_event *event = lint->report->events; event; event = event->next)
        if (event->kind == EVENT_SUSPECT && event->table == table)
            return true;
    return false;
}

/* A cell as a number, empty ones as zero. */
static int64_t number_in(const struct nb_cell *cell)
{
    int64_t number = 0;
    bool known =
        cell->value ? whole_number(cell->number, &number) : cell->status == NB_BLANK || cell->status == NB_NA;
    return known ? number : UNKNOWN;
}

static void read_numbers(struct lint *lint, struct exchange_search *search)
{
    for (const struct nb_row *row = search->table->rows; row; row = row->next, search->all_count++)
        search->columns =
            row->form->column_count > search->columns ? row->form->column_count : search->columns;
    search->rows = arena_alloc(lint->arena, search->all_count * sizeof *search->rows);
    search->numbers = arena_alloc(lint->arena, search->all_count * search->columns * sizeof *search->numbers);
    size_t other = search->all_count;
    for (const struct nb_row *row = search->table->rows; row; row = row->next)
        search->rows[row->printed ? search->row_count++ : --other] = row;
    for (size_t r = 0; r < search->all_count; r++)
        for (size_t c = 0; c < search->columns; c++)
            search->numbers[r * search->columns + c] =
                c < search->rows[r]->form->column_count ? number_in(&search->rows[r]->cells[c]) : UNKNOWN;
}

static void count_alike(struct exchange_term *terms, size_t count)
{
    for (size_t t = count; t-- > 1;)
        if (terms[t].place == terms[t - 1].place + 1 && terms[t].column == terms[t - 1].column &&
            terms[t].sign == terms[t - 1].sign)
            terms[t - 1].alike = terms[t].alike + 1;
}

/* Where the rows of all terms stand. Looked for anew with each exchange that is tried, they cost 1,300
 * instructions for each byte of a report whose sums fail. */
static void find_places(struct lint *lint, struct exchange_search *search)
{
    search->terms = arena_alloc(lint->arena, (search->equations.count + 1) * sizeof *search->terms);
    size_t row = 0;
    search->common = (struct exchange_reach){0, search->row_count, ~0U};
    for (size_t e = 0; e < search->equations.count; e++) {
        const struct equation *equation = &search->equations.equations[e];
        struct exchange_term *terms = search->terms[e] =
            arena_alloc(lint->arena, (equation->count + 1) * sizeof *terms);
        struct exchange_reach reach = {search->row_count, 0, 0};
        for (size_t t = 0; t < equation->count; t++) {
            while (search->rows[row] != equation->terms[t].row) /* the same or the next, in nearly all */
                row = (row + 1) % search->all_count;
            size_t at = t; /* the row of a sum may stand behind those that it adds up */
            for (; at > 0 && terms[at - 1].place > row; at--)
                terms[at] = terms[at - 1];
            terms[at] = (struct exchange_term){row, 1, equation->terms[t].column, equation->terms[t].sign};
            reach.low = row < reach.low ? row : reach.low;
            reach.high = row > reach.high ? row : reach.high;
            reach.columns |= 1U << equation->terms[t].column;
        }
        count_alike(terms, equation->count);
        if (search->states[e] != EQUATION_FAILS)
            continue;
        search->common.low = reach.low > search->common.low ? reach.low : search->common.low;
        search->common.high = reach.high < search->common.high ? reach.high : search->common.high;
        search->common.columns &= reach.columns;
    }
}

static struct exchange_search search_of(struct lint *lint, const struct table_sums *sums)
{
    struct exchange_search search = {
        .table = sums->table, .equations = sums->equations, .states = sums->equations.states};
    search.failed = arena_alloc(lint->arena, (search.equations.count + 1) * sizeof *search.failed);
    for (size_t e = 0; e < search.equations.count; e++)
        if (search.states[e] == EQUATION_FAILS)
            search.failed[search.failing++] = e;
    return search;
}

void check_cells_exchanged(struct lint *lint)
{
    for (const struct table_sums *sums = table_sums(lint); sums; sums = sums->next) {
        struct exchange_search search = {0};
        struct exchange exchange;
        if (has_suspect(lint, sums->table) || (search = search_of(lint, sums)).failing < 2)
            continue;
        read_numbers(lint, &search);
        find_places(lint, &search);
        if (find_pair(&search, &exchange))
            name_pair(lint, &search, &exchange);
        else if (find_move(&search, &exchange))
            name_stretch(lint, &search, &exchange);
    }
}
