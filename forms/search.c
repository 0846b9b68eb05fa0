/* search.c - depth first over the rows of a table, with the residual of each relation kept as rows are filled.
 *
 * A branch ends where the rows that are left can no longer bring a residual to zero. Bounded by construction: at most
 * MOST_CANDIDATES a row (C(15,7) = 6435 fits) and MOST_STEPS nodes a table. Rows and candidates are taken in a fixed order. */
#include "search.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>

static const int64_t UNKNOWN_SHARE = INT64_MIN;
static const int64_t ANYTHING = INT64_MAX / 1024; /* that a row may add to a sum; rows together do not overflow */

/* ---- what a candidate adds to an equation ---- */

static int slot_of(const struct row_search *row, const struct equation_term *term)
{
    for (size_t s = 0; s < row->pending->slot_count; s++)
        if (row->pending->slots[s].row == term->row && row->pending->slots[s].column == term->column)
            return (int)s;
    return -1;
}

/* An empty cell counts as zero, but a total that is left empty is not known. */
static int64_t share(const struct row_search *row, const struct candidate *candidate, const struct equation *equation,
                     const int *slots)
{
    int64_t sum = 0;
    bool empty = false;
    for (size_t t = 0; t < equation->count; t++) {
        if (slots[t] < 0)
            continue;
        if (candidate->number[slots[t]] == NOT_NUMBER)
            return UNKNOWN_SHARE;
        empty |= t == 0 && candidate->value[slots[t]] == EMPTY;
        sum += equation->terms[t].sign * candidate->number[slots[t]];
    }
    (void)row;
    return empty ? UNKNOWN_SHARE : sum;
}

bool search_owns(const struct row_search *row, const struct equation *equation)
{
    for (size_t t = 0; t < equation->count; t++)
        if (slot_of(row, &equation->terms[t]) < 0)
            return false;
    return equation->count > 0;
}

/* The slot of each term of an equation in the row; false: it has none. */
static bool find_slots(const struct row_search *row, const struct equation *equation, int *slots)
{
    bool any = false;
    for (size_t t = 0; t < equation->count; t++) {
        slots[t] = slot_of(row, &equation->terms[t]);
        any |= slots[t] >= 0;
    }
    return any;
}

static size_t longest_equation(const struct search *search)
{
    size_t longest = 1;
    for (size_t e = 0; e < search->equations.count; e++)
        longest = search->equations.equations[e].count > longest ? search->equations.equations[e].count : longest;
    return longest;
}

/* ---- relations that are all a row's own ---- */

/* How a candidate fares: 0 it satisfies the relation, 1 nobody knows, 2 it breaks it. A row of nothing but zeros satisfies it. */
static unsigned char grade(const struct row_search *row, const struct candidate *candidate, const struct equation *equation,
                           const int *slots)
{
    int64_t sum = share(row, candidate, equation, slots);
    bool nothing = true;
    for (size_t s = 0; s < row->pending->slot_count; s++)
        nothing &= candidate->number[s] == 0;
    return sum == 0 || nothing ? 0 : sum == UNKNOWN_SHARE ? 1 : 2;
}

void search_filter(struct search *search, struct row_search *row)
{
    unsigned char *grades = xmalloc(row->count + 1), best = 2;
    int *slots = xmalloc(longest_equation(search) * sizeof *slots);
    memset(grades, 0, row->count + 1);
    for (size_t e = 0; e < search->equations.count; e++) {
        const struct equation *equation = &search->equations.equations[e];
        if (!search_owns(row, equation) || !find_slots(row, equation, slots))
            continue;
        for (size_t c = 0; c < row->count; c++) {
            unsigned char found = grade(row, &row->candidates[c], equation, slots);
            grades[c] = found > grades[c] ? found : grades[c];
        }
    }
    for (size_t c = 0; c < row->count; c++)
        best = grades[c] < best ? grades[c] : best;
    size_t kept = 0;
    for (size_t c = 0; c < row->count; c++)
        if (grades[c] == best)
            row->candidates[kept++] = row->candidates[c];
    row->count = kept;
    xfree(slots);
    xfree(grades);
}

/* ---- preparing ---- */

static void find_shares(struct search *search, struct row_search *row, int *slots)
{
    struct nb_arena *arena = search->binding->report->arena;
    row->touched = arena_alloc(arena, (search->equations.count + 1) * sizeof *row->touched);
    for (size_t e = 0; e < search->equations.count; e++)
        if (find_slots(row, &search->equations.equations[e], slots))
            row->touched[row->touched_count++] = e;
    row->shares = arena_alloc(arena, (row->count * row->touched_count + 1) * sizeof *row->shares);
    for (size_t i = 0; i < row->touched_count; i++) {
        const struct equation *equation = &search->equations.equations[row->touched[i]];
        find_slots(row, equation, slots);
        for (size_t c = 0; c < row->count; c++)
            row->shares[c * row->touched_count + i] = share(row, &row->candidates[c], equation, slots);
    }
}

/* What a row can add to one of the equations that it touches. */
static struct range range_of(const struct row_search *row, size_t i)
{
    struct range range = {0, 0};
    for (size_t c = 0; c < row->count; c++) {
        int64_t sum = row->shares[c * row->touched_count + i];
        if (sum == UNKNOWN_SHARE)
            return (struct range){-ANYTHING, ANYTHING};
        range.low = c == 0 || sum < range.low ? sum : range.low;
        range.high = c == 0 || sum > range.high ? sum : range.high;
    }
    return range;
}

static void find_ranges(struct search *search)
{
    size_t depths = search->row_count + 1, count = search->equations.count;
    search->left = arena_alloc(search->binding->report->arena, (count * depths + 1) * sizeof *search->left);
    for (size_t r = search->row_count; r-- > 0;) {
        const struct row_search *row = &search->rows[r];
        for (size_t e = 0; e < count; e++)
            search->left[e * depths + r] = search->left[e * depths + r + 1];
        for (size_t i = 0; i < row->touched_count; i++) {
            struct range own = range_of(row, i), *left = &search->left[row->touched[i] * depths + r];
            left->low += own.low;
            left->high += own.high;
        }
    }
}

static bool is_open(const struct search *search, const struct equation_term *term)
{
    for (size_t r = 0; r < search->row_count; r++)
        if (slot_of(&search->rows[r], term) >= 0)
            return true;
    return false;
}

/* What the cells that are certain add to each equation. */
static void find_residuals(struct search *search)
{
    struct nb_arena *arena = search->binding->report->arena;
    search->residuals = arena_alloc(arena, (search->equations.count + 1) * sizeof *search->residuals);
    search->unknown = arena_alloc(arena, (search->equations.count + 1) * sizeof *search->unknown);
    for (size_t e = 0; e < search->equations.count; e++)
        for (size_t t = 0; t < search->equations.equations[e].count; t++) {
            const struct equation_term *term = &search->equations.equations[e].terms[t];
            const struct nb_cell *cell = term_cell(term);
            int64_t number = 0;
            if (is_open(search, term))
                continue;
            if (cell->value ? !whole_number(cell->number, &number)
                            : t == 0 || (cell->status != NB_BLANK && cell->status != NB_NA))
                search->unknown[e]++;
            search->residuals[e] += term->sign * number;
        }
}

/* Candidates with the same numbers fare alike; the first of them stands for all. */
struct numbered {
    const struct candidate *candidate;
    size_t index;
};

static int by_numbers(const void *a, const void *b)
{
    const struct numbered *one = a, *other = b;
    int order = memcmp(one->candidate->number, other->candidate->number, sizeof one->candidate->number);
    return order ? order : one->index < other->index ? -1 : 1;
}

static void find_first(struct row_search *row)
{
    struct numbered *all = xmalloc((row->count + 1) * sizeof *all);
    for (size_t c = 0; c < row->count; c++)
        all[c] = (struct numbered){&row->candidates[c], c};
    qsort(all, row->count, sizeof *all, by_numbers);
    for (size_t c = 0; c < row->count; c++)
        row->first[all[c].index] =
            c == 0 || memcmp(all[c].candidate->number, all[c - 1].candidate->number, sizeof all[c].candidate->number) != 0;
    xfree(all);
}

/* ---- searching ---- */

/* Add a candidate to the residuals, or with `sign` -1 take it away. */
static void add_shares(struct search *search, const struct row_search *row, size_t candidate, int sign)
{
    for (size_t i = 0; i < row->touched_count; i++) {
        int64_t sum = row->shares[candidate * row->touched_count + i];
        if (sum == UNKNOWN_SHARE)
            search->unknown[row->touched[i]] += (unsigned)sign;
        else
            search->residuals[row->touched[i]] += sign * sum;
    }
}

/* Whether the rows that are left can bring the residual of each equation that the row touches to zero. */
static bool is_allowed(const struct search *search, const struct row_search *row, size_t depth)
{
    for (size_t i = 0; i < row->touched_count; i++) {
        size_t e = row->touched[i];
        const struct range *left = &search->left[e * (search->row_count + 1) + depth + 1];
        if (!search->unknown[e] && (search->residuals[e] + left->low > 0 || search->residuals[e] + left->high < 0))
            return false;
    }
    return true;
}

static void take_combination(struct search *search)
{
    search->combinations++;
    for (size_t r = 0; r < search->row_count; r++)
        search->rows[r].in_solution[search->chosen[r]] = true;
}

static void descend(struct search *search, size_t depth)
{
    if (depth == search->row_count) {
        take_combination(search);
        return;
    }
    struct row_search *row = &search->rows[depth];
    for (size_t c = 0; c < row->count && search->steps < MOST_STEPS; c++) {
        if (!row->first[c])
            continue;
        search->steps++;
        search->chosen[depth] = c;
        add_shares(search, row, c, 1);
        if (is_allowed(search, row, depth))
            descend(search, depth + 1);
        add_shares(search, row, c, -1);
    }
}

/* What holds for the first of candidates with the same numbers holds for all. */
static void spread_solutions(struct row_search *row)
{
    for (size_t f = 0; f < row->count; f++)
        for (size_t c = f + 1; row->first[f] && row->in_solution[f] && c < row->count; c++)
            if (!row->first[c] &&
                memcmp(row->candidates[c].number, row->candidates[f].number, sizeof row->candidates[f].number) == 0)
                row->in_solution[c] = true;
}

bool search_run(struct search *search)
{
    int *slots = xmalloc(longest_equation(search) * sizeof *slots);
    bool possible = true;
    for (size_t r = 0; r < search->row_count; r++)
        possible &= search->rows[r].count > 0;
    for (size_t r = 0; possible && r < search->row_count; r++) {
        find_shares(search, &search->rows[r], slots);
        find_first(&search->rows[r]);
    }
    xfree(slots);
    if (!possible)
        return false;
    find_ranges(search);
    find_residuals(search);
    descend(search, 0);
    for (size_t r = 0; r < search->row_count; r++)
        spread_solutions(&search->rows[r]);
    return search->combinations > 0 && search->steps < MOST_STEPS;
}
