/* search.c - which candidates of the rows of a table take part in a combination that no relation forbids.
 *
 * What the rows can add to a relation bounds it: a candidate that no choice of the others can balance is put
 * aside, until nothing changes. Of each that is left one combination is searched, depth first with the
 * residual of each relation kept as rows are filled; what it contains needs no search of its own, so that the
 * number of combinations does not count. Bounded by construction: at most MOST_CANDIDATES a row (C(15,7) =
 * 6435 fits) and MOST_STEPS nodes a table, in a fixed order. */
#include "search.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>

static const int64_t UNKNOWN_SHARE = INT64_MIN;
static const int64_t ANYTHING =
    INT64_MAX / 1024; /* that a row may add to a sum; rows together do not overflow */

/* ---- what a candidate adds to an equation ---- */

/* Whether a slot before is the same cell. */
static bool is_again(const struct pending *pending, size_t slot)
{
    for (size_t s = 0; s < slot; s++)
        if (pending->slots[s].row == pending->slots[slot].row &&
            pending->slots[s].column == pending->slots[slot].column)
            return true;
    return false;
}

void search_find_terms(struct search *search, struct row_search *row)
{
    const struct slot *slots = row->pending->slots;
    row->own = arena_alloc(search->binding->work, (search->equations.count + 1) * sizeof *row->own);
    for (size_t s = 0; s < row->pending->slot_count; s++) {
        const struct equation_term *term =
            slots[s].row && !is_again(row->pending, s) ? terms_of(slots[s].row, slots[s].column) : NULL;
        for (; term; term = term->next) {
            struct own_terms *own = &row->own[term->equation];
            if (own->count < MOST_SLOTS)
                own->terms[own->count++] = (struct own_term){(signed char)s, (signed char)term->sign};
        }
    }
}

bool search_owns(const struct search *search, const struct row_search *row, size_t equation)
{
    size_t count = search->equations.equations[equation].count;
    return count > 0 && row->own[equation].count == count;
}

/* An empty cell counts as zero. So does an empty total: that it is left out by mistake is no witness for
 * where the rest stands.
 */
static int64_t share(const struct candidate *candidate, const struct own_terms *own)
{
    int64_t sum = 0;
    for (size_t i = 0; i < own->count; i++) {
        const struct own_term *term = &own->terms[i];
        if (candidate->number[term->slot] == NOT_NUMBER)
            return UNKNOWN_SHARE;
        sum += term->sign * candidate->number[term->slot];
    }
    return sum;
}

/* ---- relations that are all a row's own ---- */

enum { WORST = 2 }; /* a relation is broken */

/* How a candidate fares: 0 it satisfies the relation, 1 nobody knows, WORST it breaks it. A row of nothing
 * but zeros satisfies it, and so do cells that are all empty. */
static unsigned char grade(const struct row_search *row, const struct candidate *candidate,
                           const struct own_terms *own)
{
    int64_t sum = share(candidate, own);
    bool nothing = true;
    for (size_t s = 0; s < row->pending->slot_count && sum && nothing; s++)
        nothing = candidate->number[s] == 0;
    return sum == 0 || nothing ? 0 : sum == UNKNOWN_SHARE ? 1 : WORST;
}

void search_filter(struct search *search, struct row_search *row)
{
    unsigned char *grades = xmalloc(row->count + 1), best = WORST;
    memset(grades, 0, row->count + 1);
    for (size_t e = 0; e < search->equations.count && row->count; e++) {
        if (!search_owns(search, row, e))
            continue;
        for (size_t c = 0; c < row->count; c++) {
            unsigned char found = grades[c] < WORST ? grade(row, &row->candidates[c], &row->own[e]) : WORST;
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
    xfree(grades);
}

/* ---- preparing ---- */

/* NOT_NUMBER differs from 0 in the highest bit only, which no product brings down: a row of five words, whose
 * candidates all had the same hash, took 300 million instructions. */
static size_t number_hash(const int64_t *number)
{
    uint64_t hash = 0;
    for (size_t s = 0; s < MOST_SLOTS; s++) {
        hash = (hash ^ (uint64_t)number[s]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

/* Candidates with the same numbers fare alike; the first of them stands for all. */
static void find_first(struct row_search *row)
{
    size_t size = 16;
    while (size < 2 * row->count)
        size *= 2;
    size_t *table = xmalloc(size * sizeof *table);
    memset(table, 0, size * sizeof *table);
    for (size_t c = 0; c < row->count; c++) {
        const int64_t *number = row->candidates[c].number;
        size_t at = number_hash(number) % size;
        while (table[at] &&
               memcmp(row->candidates[table[at] - 1].number, number, sizeof row->candidates[c].number) != 0)
            at = (at + 1) % size;
        if (!table[at]) {
            table[at] = c + 1;
            row->open[row->open_count++] = c;
        }
        row->first[c] = table[at] - 1;
    }
    xfree(table);
}

static void find_shares(struct search *search, struct row_search *row)
{
    struct nb_arena *arena = search->binding->work;
    row->touched = arena_alloc(arena, (search->equations.count + 1) * sizeof *row->touched);
    for (size_t e = 0; e < search->equations.count; e++)
        if (row->own[e].count)
            row->touched[row->touched_count++] = e;
    row->ranges = arena_alloc(arena, (row->touched_count + 1) * sizeof *row->ranges);
    row->shares = arena_alloc(arena, (row->count * row->touched_count + 1) * sizeof *row->shares);
    for (size_t o = 0; o < row->open_count; o++)
        for (size_t i = 0; i < row->touched_count; i++)
            row->shares[row->open[o] * row->touched_count + i] =
                share(&row->candidates[row->open[o]], &row->own[row->touched[i]]);
}

/* Mark the cells that are searched for, and no others. */
static void mark_open(struct search *search)
{
    for (size_t e = 0; e < search->equations.count; e++)
        for (size_t t = 0; t < search->equations.equations[e].count; t++)
            search->equations.equations[e].terms[t].open = false;
    for (size_t r = 0; r < search->row_count; r++) {
        const struct pending *pending = search->rows[r].pending;
        for (const struct slot *slot = pending->slots; slot < pending->slots + pending->slot_count; slot++)
            for (struct equation_term *term = slot->row ? terms_of(slot->row, slot->column) : NULL; term;
                 term = term->next)
                term->open = true;
    }
}

/* What the cells that are certain add to each equation. */
static void find_residuals(struct search *search)
{
    struct nb_arena *arena = search->binding->work;
    search->residuals = arena_alloc(arena, (search->equations.count + 1) * sizeof *search->residuals);
    search->unknown = arena_alloc(arena, (search->equations.count + 1) * sizeof *search->unknown);
    mark_open(search);
    for (size_t e = 0; e < search->equations.count; e++)
        for (size_t t = 0; t < search->equations.equations[e].count; t++) {
            const struct equation_term *term = &search->equations.equations[e].terms[t];
            const struct nb_cell *cell = term_cell(term);
            int64_t number = 0;
            if (term->open)
                continue;
            if (cell->value ? !whole_number(cell->number, &number) : t == 0 || !is_nothing(term))
                search->unknown[e]++;
            search->residuals[e] += term->sign * number;
        }
}

/* ---- what the rows can add ---- */

/* The sums that rows can add up to, as bits from the least on; beyond so many only the least and the greatest
 * are known. */
enum { MOST_SUMS = 2048, SUM_WORDS = MOST_SUMS / 64 };

struct sums {
    struct range range;
    uint64_t *bits; /* SUM_WORDS, where they are asked for and the range is small enough; else NULL */
};

static bool may_be(const struct sums *sums, int64_t sum)
{
    uint64_t at = (uint64_t)(sum - sums->range.low);
    return sum >= sums->range.low && sum <= sums->range.high &&
           (!sums->bits || (sums->bits[at / 64] >> at % 64 & 1));
}

/* Mark the sums that are `by` more than others. */
static void shift_sums(struct sums *to, const struct sums *from, int64_t by)
{
    uint64_t shift = (uint64_t)(from->range.low + by - to->range.low),
             words = (uint64_t)(from->range.high - from->range.low) / 64 + 1;
    for (uint64_t w = 0, at = shift / 64; w < words; w++, at++) {
        to->bits[at] |= from->bits[w] << shift % 64;
        if (shift % 64 && at + 1 < SUM_WORDS)
            to->bits[at + 1] |= from->bits[w] >> (64 - shift % 64);
    }
}

/* What a row can add to what those below it can; with bits, if there is room for them. */
static void add_sums(const struct row_search *row, size_t i, const struct sums *below, struct sums *sums,
                     uint64_t *bits)
{
    int64_t last = 0;
    sums->range =
        (struct range){below->range.low + row->ranges[i].low, below->range.high + row->ranges[i].high};
    sums->bits = sums->range.high - sums->range.low < MOST_SUMS ? bits : NULL;
    if (sums->bits)
        memset(bits, 0, SUM_WORDS * sizeof *bits);
    for (size_t o = 0; o < row->open_count && sums->bits; o++) {
        int64_t sum = row->shares[row->open[o] * row->touched_count + i];
        if (!o || sum != last)
            shift_sums(sums, below, sum);
        last = sum;
    }
}

/* What the rows from each depth on can add to the equations, but for the one whose candidates are searched;
 * without `exact` as ranges only. */
static void find_sums(struct search *search, bool exact)
{
    size_t count = search->equations.count;
    uint64_t *bits = exact ? search->bits : NULL;
    *search->bits = 1; /* no row adds 0 */
    for (size_t e = 0; e < count; e++)
        search->left[search->row_count * count + e] = (struct sums){{0, 0}, bits};
    for (size_t r = search->row_count; r-- > 0;) {
        const struct row_search *row = search->order[r];
        struct sums *left = &search->left[r * count];
        memcpy(left, left + count, count * sizeof *left);
        for (size_t i = 0; i < row->touched_count && row != search->fixed; i++)
            add_sums(row, i, &left[row->touched[i] + count], &left[row->touched[i]],
                     exact ? bits += SUM_WORDS : NULL);
    }
}

/* What the open candidates of a row can add to each of the equations that it touches. */
static void find_ranges(struct row_search *row)
{
    for (size_t i = 0; i < row->touched_count; i++) {
        struct range range = {ANYTHING, -ANYTHING};
        for (size_t o = 0; o < row->open_count; o++) {
            int64_t sum = row->shares[row->open[o] * row->touched_count + i];
            bool unknown = sum == UNKNOWN_SHARE;
            range.low = unknown ? -ANYTHING : sum < range.low ? sum : range.low;
            range.high = unknown ? ANYTHING : sum > range.high ? sum : range.high;
        }
        row->ranges[i] = range;
    }
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

/* Whether the rows from `depth` on can bring the residual of each equation to zero that a candidate of the
 * row adds to. */
static bool is_allowed(const struct search *search, const struct row_search *row, size_t candidate,
                       size_t depth)
{
    const struct sums *left = &search->left[depth * search->equations.count];
    const int64_t *shares = &row->shares[candidate * row->touched_count];
    for (size_t i = 0; i < row->touched_count; i++) {
        size_t e = row->touched[i];
        if (shares[i] != UNKNOWN_SHARE && !search->unknown[e] &&
            !may_be(&left[e], -(search->residuals[e] + shares[i])))
            return false;
    }
    return true;
}

/* Put candidates aside until each that is open can be balanced. False: a row has none left. */
static bool narrow(struct search *search)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t r = 0; r < search->row_count; r++) {
            struct row_search *row = &search->rows[r];
            size_t kept = 0, count = row->open_count;
            search->fixed = row;
            find_sums(search, false);
            for (size_t o = 0; o < count; o++)
                if (is_allowed(search, row, row->open[o], 0))
                    row->open[kept++] = row->open[o];
            row->open_count = kept;
            if (kept < count)
                find_ranges(row);
            changed |= kept < count;
            if (!kept)
                return false;
        }
    }
    return true;
}

static bool descend(struct search *search, size_t depth);

/* Whether a combination has this candidate and those chosen before. */
static bool choose(struct search *search, struct row_search *row, size_t candidate, size_t depth)
{
    search->binding->steps++;
    if (!is_allowed(search, row, candidate, depth)) /* as with nearly all */
        return false;
    row->chosen = candidate;
    add_shares(search, row, candidate, 1);
    bool found = descend(search, depth);
    add_shares(search, row, candidate, -1);
    return found;
}

/* Choose for the rows from `depth` on; `fixed` is chosen already. */
static bool descend(struct search *search, size_t depth)
{
    depth += depth < search->row_count && search->order[depth] == search->fixed;
    if (depth >= search->row_count)
        return true;
    struct row_search *row = search->order[depth];
    for (size_t o = 0; o < row->open_count && search->binding->steps < MOST_STEPS; o++)
        if (choose(search, row, row->open[o], depth + 1))
            return true;
    return false;
}

/* Search a combination for each open candidate of a row that is in none yet. */
static void find_solutions(struct search *search, struct row_search *row)
{
    search->fixed = row;
    bool ready = false;
    for (size_t o = 0; o < row->open_count && search->binding->steps < MOST_STEPS; o++) {
        if (row->in_solution[row->open[o]])
            continue;
        if (!ready)
            find_sums(search, true);
        ready = true;
        if (!choose(search, row, row->open[o], 0))
            continue;
        search->found = true;
        for (size_t other = 0; other < search->row_count; other++)
            search->rows[other].in_solution[search->rows[other].chosen] = true;
    }
}

/* Rows of many equations first, a total among them: what the others may add is known then. */
static int by_equations(const void *a, const void *b)
{
    const struct row_search *one = *(struct row_search *const *)a, *other = *(struct row_search *const *)b;
    if (one->touched_count != other->touched_count)
        return one->touched_count > other->touched_count ? -1 : 1;
    return one < other ? -1 : 1; /* as they were: with fewer candidates, in the order of the table */
}

static void open_rows(struct search *search)
{
    struct nb_arena *arena = search->binding->work;
    size_t touched = 0;
    search->order = arena_alloc(arena, (search->row_count + 1) * sizeof *search->order);
    search->left =
        arena_alloc(arena, (search->row_count + 1) * (search->equations.count + 1) * sizeof *search->left);
    for (size_t r = 0; r < search->row_count; r++) {
        struct row_search *row = &search->rows[r];
        row->open = arena_alloc(arena, (row->count + 1) * sizeof *row->open);
        row->first = arena_alloc(arena, (row->count + 1) * sizeof *row->first);
        find_first(row);
        find_shares(search, row);
        find_ranges(row);
        search->order[r] = row;
        touched += row->touched_count;
    }
    search->bits = arena_alloc(arena, (touched + 1) * SUM_WORDS * sizeof *search->bits);
    qsort(search->order, search->row_count, sizeof *search->order, by_equations);
    find_residuals(search);
}

bool search_run(struct search *search)
{
    for (size_t r = 0; r < search->row_count; r++)
        if (!search->rows[r].count)
            return false;
    open_rows(search);
    if (!narrow(search))
        return false;
    for (size_t r = 0; r < search->row_count; r++)
        find_solutions(search, search->order[r]);
    for (size_t r = 0; r < search->row_count; r++) {
        struct row_search *row = &search->rows[r];
        for (size_t c = 0; c < row->count; c++)
            row->in_solution[c] = row->in_solution[row->first[c]];
    }
    return search->found && search->binding->steps < MOST_STEPS;
}
