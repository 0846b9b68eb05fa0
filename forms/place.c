/* place.c - labels are anchors, arithmetic is parity: place values whose columns are lost by the form's relations.
 *
 * Placing is an exact search. A row that prints k values for n cells has as candidates every way to put the values, in their
 * order, into the cells; where one value too many or too few could come from a split or a merge of numbers, these are candidates
 * too. Each row keeps the candidates that its own relations allow, and a depth-first search over the rows keeps the combinations
 * that all relations of the table allow. It is bounded by construction: at most MOST_CANDIDATES a row (C(15,7) = 6435 fits) and
 * MOST_STEPS nodes of the search a table; beyond that the rows count as ambiguous. Candidates are made, and the search goes, in a
 * fixed order.
 *
 * One combination: its values are `placed`. Several: a value that stands in the same cell in all of them is `placed`, the others
 * are `ambiguous` and stand where the likeliest candidate has them. Likeliest: the last value stands in the total; of the rest,
 * the one furthest to the left. */
#include "bind.h"

#include "arena.h"
#include "fold.h"
#include "relations.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CANDIDATES = 6500, MOST_STEPS = 100000, MOST_SLOTS = 16, MOST_SURPLUS = 3, MOST_DIGITS = 12 };

/* ---- candidates ---- */

/* What stands in each slot of a pending row: index of a value, or one of the below. `numbers` are what the relations see. */
enum { EMPTY = -1 };

struct candidate {
    signed char value[MOST_SLOTS]; /* index into pending->values, EMPTY */
    int64_t number[MOST_SLOTS];
    bool changed; /* numbers were split or joined: no printed value stands as it is */
};

/* The least and the most that terms of an equation can add up to. */
struct range {
    int64_t low, high;
};

/* A pending row in the search. */
struct row_search {
    const struct pending *pending;
    const struct nb_text *text;
    unsigned *columns; /* the slots that each value may take, as bits */
    int64_t *printed;  /* the values as numbers; NOT_NUMBER where a value is none */
    struct candidate *candidates;
    size_t count;
    bool overflow;
    size_t solutions;           /* combinations that each candidate takes part in, summed */
    unsigned char *in_solution; /* per candidate */
};

static const int64_t NOT_NUMBER = INT64_MIN;
static const int64_t ANYTHING = INT64_MAX / 1024; /* that a row may add to a sum; rows together do not overflow */

static struct candidate *add_candidate(struct row_search *row)
{
    if (row->count == MOST_CANDIDATES) {
        row->overflow = true;
        return NULL;
    }
    return &row->candidates[row->count++];
}

static int64_t value_number(const struct nb_report *report, const struct nb_item *item)
{
    struct nb_number number;
    size_t unit;
    if (item->kind == NB_ITEM_NA)
        return 0;
    if (item->kind != NB_ITEM_VALUE ||
        !read_number(report->text->shadow + item->span.start, item->span.end - item->span.start, &number, &unit) || number.scale)
        return NOT_NUMBER;
    return number.units;
}

/* Whether each value may stand where it is put; of one that was split, one half. */
static bool is_near(const struct row_search *row, const signed char *map, const size_t *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool half = i && map[i] == map[i - 1];
        if (!half && !(row->columns[map[i]] >> at[i] & 1))
            return false;
    }
    return true;
}

/* False: there are too many. */
static bool put_candidate(struct row_search *row, const int64_t *numbers, const signed char *map, const size_t *at, size_t count,
                          bool changed)
{
    struct candidate *candidate = add_candidate(row);
    if (!candidate)
        return false;
    memset(candidate->value, EMPTY, sizeof candidate->value);
    memset(candidate->number, 0, sizeof candidate->number);
    candidate->changed = changed;
    for (size_t i = 0; i < count; i++) {
        candidate->value[at[i]] = map[i];
        candidate->number[at[i]] = numbers[i];
    }
    return true;
}

/* Put `count` numbers, in order, into the slots in every way; `map` tells which printed value each is (EMPTY: made of others). */
static void spread(struct row_search *row, const int64_t *numbers, const signed char *map, size_t count, bool changed)
{
    size_t slots = row->pending->slot_count, at[MOST_SLOTS];
    if (count > slots)
        return;
    for (size_t i = 0; i < count; i++)
        at[i] = i;
    for (;;) {
        if (is_near(row, map, at, count) && !put_candidate(row, numbers, map, at, count, changed))
            return;
        size_t i = count;
        while (i > 0 && at[i - 1] == slots - count + i - 1)
            i--;
        if (i == 0)
            return;
        at[i - 1]++;
        for (; i < count; i++)
            at[i] = at[i - 1] + 1;
    }
}

/* One value too few: each value of two digits or more may be two that have run together. */
static void spread_splits(struct row_search *row, size_t count)
{
    int64_t numbers[MOST_SLOTS + 1];
    signed char map[MOST_SLOTS + 1];
    for (size_t v = 0; v < count; v++) {
        int64_t value = row->printed[v];
        for (int64_t power = 10; value != NOT_NUMBER && value >= power; power *= 10) {
            for (size_t i = 0, n = 0; i < count; i++, n++) {
                numbers[n] = row->printed[i];
                map[n] = (signed char)i;
                if (i == v) {
                    numbers[n] = value / power;
                    numbers[++n] = value % power;
                    map[n] = (signed char)i;
                }
            }
            spread(row, numbers, map, count + 1, true);
        }
    }
}

/* One value too many: it is a stranger, or two neighbours are one number set over two lines. */
static void spread_surplus(struct row_search *row, size_t count)
{
    int64_t numbers[MOST_SLOTS + MOST_SURPLUS];
    signed char map[MOST_SLOTS + MOST_SURPLUS];
    for (size_t skip = count; skip-- > 0;) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++)
            if (i != skip) {
                numbers[n] = row->printed[i];
                map[n++] = (signed char)i;
            }
        spread(row, numbers, map, n, false);
    }
    for (size_t join = 0; join + 1 < count; join++) {
        size_t n = 0;
        int64_t power = 10;
        while (power <= row->printed[join + 1] && power < INT64_C(1000000000000))
            power *= 10;
        if (row->printed[join] == NOT_NUMBER || row->printed[join + 1] == NOT_NUMBER || row->printed[join] <= 0 ||
            row->printed[join] > 1000000)
            continue;
        for (size_t i = 0; i < count; i++) {
            numbers[n] = i == join ? row->printed[i] * power + row->printed[i + 1] : row->printed[i];
            map[n++] = (signed char)i;
            i += i == join;
        }
        spread(row, numbers, map, n, true);
    }
}

/* What the reader says of the columns of a value; NULL: its place in the table tells. */
static const struct text_doubt *doubt_of(const struct nb_text *text, const struct pending *pending, size_t value)
{
    return text_columns(text, pending->values[value]->span.start);
}

/* Whether the reader has placed two neighbours in one column, or of two that it has not placed neither has a column behind the
 * other's, so that both may be in one. */
static bool is_doubled(const struct row_search *row, bool placed)
{
    for (size_t i = 1; i < row->pending->count; i++) {
        const struct text_doubt *left = doubt_of(row->text, row->pending, i - 1), *right = doubt_of(row->text, row->pending, i);
        if (!left || !right || left->placed != placed || right->placed != placed)
            continue;
        if (placed ? left->best == right->best : (left->columns ^ right->columns) < (left->columns & right->columns))
            return true;
    }
    return false;
}

static void make_candidates(struct row_search *row)
{
    size_t count = row->pending->count, slots = row->pending->slot_count;
    signed char map[MOST_SLOTS];
    if (slots > MOST_SLOTS || count > slots + 1 || !count)
        return;
    if (count == slots + 1 || is_doubled(row, true)) {
        spread_surplus(row, count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        map[i] = (signed char)i;
    spread(row, row->printed, map, count, false);
    if (is_doubled(row, false))
        spread_surplus(row, count);
    if (count + 1 == slots)
        spread_splits(row, count);
}

/* ---- trying candidates against the relations ---- */

struct search {
    struct nb_report *report;
    struct nb_table *table;
    struct equations equations;
    struct row_search *rows;
    size_t row_count, steps, combinations;
    bool *parts; /* for each depth and equation: whether the row has a cell of it */
    size_t *chosen;
    struct range *left; /* for each equation and depth: what the rows from there on can still add */
};

/* Write a candidate's numbers into the cells, for evaluate(). */
static void try_candidate(const struct row_search *row, const struct candidate *candidate)
{
    for (size_t s = 0; s < row->pending->slot_count; s++) {
        struct nb_cell *cell = &row->pending->slots[s].row->cells[row->pending->slots[s].column];
        bool filled = candidate && candidate->value[s] != EMPTY && candidate->number[s] != NOT_NUMBER;
        cell->status = candidate && candidate->value[s] != EMPTY ? NB_PLACED : NB_BLANK;
        cell->value = filled ? "" : NULL;
        cell->number = (struct nb_number){filled ? candidate->number[s] : 0, 0};
    }
}

static bool owns(const struct row_search *row, const struct equation_term *term)
{
    for (size_t s = 0; s < row->pending->slot_count; s++)
        if (row->pending->slots[s].row == term->row && row->pending->slots[s].column == term->column)
            return true;
    return false;
}

/* Whether every cell of the equation is this row's. */
static bool is_own(const struct row_search *row, const struct equation *equation)
{
    for (size_t t = 0; t < equation->count; t++)
        if (!owns(row, &equation->terms[t]))
            return false;
    return equation->count > 0;
}

/* How a candidate fares with the row's own relations: 0 it satisfies them all, 1 it leaves a total empty, 2 it breaks one. */
static unsigned char own_relations(const struct search *search, const struct row_search *row, const struct candidate *candidate)
{
    unsigned char worst = 0;
    try_candidate(row, candidate);
    for (size_t e = 0; e < search->equations.count; e++) {
        int64_t residual;
        if (!is_own(row, &search->equations.equations[e]))
            continue;
        enum equation_state state = evaluate(&search->equations.equations[e], &residual);
        unsigned char grade = state == EQUATION_HOLDS ? 0 : state == EQUATION_UNKNOWN ? 1 : 2;
        worst = grade > worst ? grade : worst;
    }
    return worst;
}

/* Keep the candidates that fare best with the row's own relations. */
static void filter_row(struct search *search, struct row_search *row)
{
    unsigned char *grades = xmalloc(row->count + 1), best = 2;
    for (size_t c = 0; c < row->count; c++) {
        grades[c] = own_relations(search, row, &row->candidates[c]);
        best = grades[c] < best ? grades[c] : best;
    }
    size_t kept = 0;
    for (size_t c = 0; c < row->count; c++)
        if (grades[c] == best)
            row->candidates[kept++] = row->candidates[c];
    row->count = kept;
    free(grades);
    try_candidate(row, NULL);
}

/* What a candidate adds to an equation; false if it puts something that is no number there: nobody knows the sum then. */
static bool share(const struct row_search *row, const struct candidate *candidate, const struct equation *equation, int64_t *sum)
{
    *sum = 0;
    for (size_t t = 0; t < equation->count; t++)
        for (size_t s = 0; s < row->pending->slot_count; s++) {
            if (row->pending->slots[s].row != equation->terms[t].row ||
                row->pending->slots[s].column != equation->terms[t].column)
                continue;
            if (candidate->number[s] == NOT_NUMBER)
                return false;
            *sum += equation->terms[t].sign * candidate->number[s];
        }
    return true;
}

/* Whether some cell of the equation is this row's. */
static bool has_part(const struct row_search *row, const struct equation *equation)
{
    for (size_t t = 0; t < equation->count; t++)
        if (owns(row, &equation->terms[t]))
            return true;
    return false;
}

static struct range share_range(const struct row_search *row, const struct equation *equation)
{
    struct range range = {0, 0};
    if (!has_part(row, equation))
        return range;
    for (size_t c = 0; c < row->count; c++) {
        int64_t sum;
        if (!share(row, &row->candidates[c], equation, &sum))
            return (struct range){-ANYTHING, ANYTHING};
        range.low = c == 0 || sum < range.low ? sum : range.low;
        range.high = c == 0 || sum > range.high ? sum : range.high;
    }
    return range;
}

static void find_ranges(struct search *search)
{
    size_t depths = search->row_count + 1;
    search->left = arena_alloc(search->report->arena, search->equations.count * depths * sizeof *search->left);
    for (size_t e = 0; e < search->equations.count; e++)
        for (size_t r = search->row_count; r-- > 0;) {
            struct range own = share_range(&search->rows[r], &search->equations.equations[e]),
                         *left = &search->left[e * depths + r];
            left->low = left[1].low + own.low;
            left->high = left[1].high + own.high;
        }
}

/* Whether no equation is broken for good: one whose rows are all placed fails, or the rows left cannot bring its sum to zero. A
 * total that stays empty makes an equation unknown, so the sum counts only once the total is there. */
static bool allowed_so_far(const struct search *search, size_t depth)
{
    for (size_t e = 0; e < search->equations.count; e++) {
        const struct equation *equation = &search->equations.equations[e];
        int64_t residual;
        if (!search->parts[depth * search->equations.count + e] || evaluate(equation, &residual) != EQUATION_FAILS)
            continue;
        const struct range *left = &search->left[e * (search->row_count + 1) + depth + 1];
        if (residual + left->low > 0 || residual + left->high < 0)
            return false;
    }
    return true;
}

static bool same_numbers(const struct row_search *row, const struct candidate *a, const struct candidate *b)
{
    return memcmp(a->number, b->number, row->pending->slot_count * sizeof *a->number) == 0;
}

/* Depth first; candidates with the same numbers fare alike, so the first of them stands for all. */
static void descend(struct search *search, size_t depth)
{
    if (depth == search->row_count) {
        search->combinations++;
        for (size_t r = 0; r < search->row_count; r++) {
            struct row_search *row = &search->rows[r];
            for (size_t c = search->chosen[r]; c < row->count; c++)
                if (same_numbers(row, &row->candidates[c], &row->candidates[search->chosen[r]]))
                    row->in_solution[c] = 1;
        }
        return;
    }
    struct row_search *row = &search->rows[depth];
    for (size_t c = 0; c < row->count && search->steps < MOST_STEPS; c++) {
        bool seen = false;
        for (size_t before = 0; before < c && !seen; before++)
            seen = same_numbers(row, &row->candidates[c], &row->candidates[before]);
        if (seen)
            continue;
        search->steps++;
        search->chosen[depth] = c;
        try_candidate(row, &row->candidates[c]);
        if (allowed_so_far(search, depth))
            descend(search, depth + 1);
    }
    try_candidate(row, NULL);
}

static void find_parts(struct search *search)
{
    search->parts = arena_alloc(search->report->arena, (search->row_count * search->equations.count + 1) * sizeof *search->parts);
    for (size_t e = 0; e < search->equations.count; e++)
        for (size_t r = 0; r < search->row_count; r++)
            search->parts[r * search->equations.count + e] = has_part(&search->rows[r], &search->equations.equations[e]);
}

/* ---- taking the result ---- */

/* The last slot is a total if the relations of the row say so; the likeliest candidate fills it with the last value. */
static bool has_total(const struct search *search, const struct row_search *row)
{
    const struct slot *last = &row->pending->slots[row->pending->slot_count - 1];
    for (size_t e = 0; e < search->equations.count; e++) {
        const struct equation *equation = &search->equations.equations[e];
        if (is_own(row, equation) && equation->terms[0].row == last->row && equation->terms[0].column == last->column)
            return true;
    }
    return false;
}

static size_t likeliest(const struct search *search, const struct row_search *row)
{
    size_t last = row->pending->slot_count - 1;
    bool total = has_total(search, row);
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c] && !row->candidates[c].changed &&
            (!total || row->candidates[c].value[last] == (signed char)(row->pending->count - 1)))
            return c;
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c])
            return c;
    return 0;
}

/* Whether all candidates of the solutions have the same value in this slot. */
static bool agreed(const struct row_search *row, size_t slot, signed char value)
{
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c] && row->candidates[c].value[slot] != value)
            return false;
    return true;
}

/* Whether the relations leave one way only, and the reader has found the same: two witnesses. */
static bool is_confirmed(const struct search *search, const struct row_search *row, const struct candidate *candidate,
                         bool certain)
{
    const struct pending *pending = row->pending;
    size_t used = 0;
    if (!certain || !search->combinations || candidate->changed || !pending->measured)
        return false;
    for (size_t s = 0; s < pending->slot_count; s++) {
        signed char value = candidate->value[s];
        used += value != EMPTY;
        const struct text_doubt *doubt = value == EMPTY ? NULL : doubt_of(search->report->text, pending, (size_t)value);
        if (!agreed(row, s, value) || (value != EMPTY && (!doubt || doubt->best != (int)s)))
            return false;
    }
    return used == pending->count;
}

/* Whether the reader has seen a value of a doubtful row stand in one column only. */
static bool is_measured(const struct nb_report *report, const struct pending *pending, signed char value)
{
    const struct text_doubt *doubt = doubt_of(report->text, pending, (size_t)value);
    return doubt && !doubt->placed && doubt->columns && !(doubt->columns & (doubt->columns - 1));
}

static void take(struct binding *binding, const struct row_search *row, const struct candidate *candidate, bool certain,
                 bool confirmed)
{
    struct nb_report *report = binding->report;
    for (size_t s = 0; s < row->pending->slot_count; s++) {
        const struct slot *slot = &row->pending->slots[s];
        struct nb_cell *cell = &slot->row->cells[slot->column];
        signed char value = candidate->value[s];
        bind_item(binding, row->pending->table, slot->row, slot->column, value == EMPTY ? NULL : row->pending->values[value],
                  slot->header);
        if (value == EMPTY)
            continue;
        bool sure = certain && !candidate->changed && agreed(row, s, value);
        if (confirmed || (!candidate->changed && is_measured(report, row->pending, value)))
            continue;
        cell->status = sure ? NB_PLACED : NB_AMBIGUOUS;
        if (candidate->changed && cell->value) {
            cell->number = (struct nb_number){candidate->number[s], 0};
            cell->value = number_text(report->arena, cell->number);
        }
    }
}

/* An event for each row that the pending cells belong to. */
static void note_rows(struct binding *binding, const struct pending *pending, enum nb_event_kind kind, size_t count)
{
    for (size_t s = 0; s < pending->slot_count; s++) {
        if (s && pending->slots[s].row == pending->slots[s - 1].row)
            continue;
        struct nb_event *event = bind_event(binding, kind, pending->table, pending->slots[s].row, -1, pending->span);
        event->count = count;
        event->expected = pending->slot_count;
    }
}

static void take_row(struct binding *binding, const struct search *search, struct row_search *row, bool certain)
{
    const struct pending *pending = row->pending;
    size_t alternatives = 0;
    for (size_t c = 0; c < row->count; c++)
        alternatives += row->in_solution[c];
    const struct candidate *candidate = &row->candidates[likeliest(search, row)];
    bool confirmed = is_confirmed(search, row, candidate, certain);
    take(binding, row, candidate, certain, confirmed);
    if (confirmed)
        return;
    bool one = certain && alternatives == 1 && !candidate->changed;
    note_rows(binding, pending, one ? EVENT_PLACED : EVENT_AMBIGUOUS, one ? pending->count : alternatives);
}

/* No candidate at all (far too many values): the first ones stand where they would, all ambiguous. */
static void take_in_order(struct binding *binding, const struct pending *pending)
{
    for (size_t s = 0; s < pending->slot_count; s++) {
        const struct slot *slot = &pending->slots[s];
        bind_item(binding, pending->table, slot->row, slot->column, s < pending->count ? pending->values[s] : NULL, slot->header);
        if (s < pending->count)
            slot->row->cells[slot->column].status = NB_AMBIGUOUS;
    }
    note_rows(binding, pending, EVENT_AMBIGUOUS, 0);
}

/* ---- the search of a table ---- */

/* A table that has lost its empty cells prints as many values in one row as in the other. A zero beyond that, in a row of zeros,
 * has no column of its own: it is left out, and the row's finding says so. */
static void drop_surplus_zeros(const struct search *search, struct pending *pending)
{
    size_t usual = 0, same = 0;
    for (size_t r = 0; r < search->row_count; r++) {
        size_t count = search->rows[r].pending->count, alike = 0;
        for (size_t o = 0; o < search->row_count; o++)
            alike += search->rows[o].pending->count == count;
        if (alike > same) {
            same = alike;
            usual = count;
        }
    }
    if (pending->measured || search->row_count < 3 || same * 2 <= search->row_count || usual < 2 || pending->count <= usual)
        return;
    for (size_t i = 0; i < pending->count; i++)
        if (value_number(search->report, pending->values[i]) != 0)
            return;
    pending->values[usual - 1] = pending->values[pending->count - 1];
    pending->count = usual;
}

static void open_row(struct search *search, struct row_search *row)
{
    const struct pending *pending = row->pending;
    row->text = search->report->text;
    row->printed = xmalloc((pending->count + 1) * sizeof *row->printed);
    row->columns = xmalloc((pending->count + 1) * sizeof *row->columns);
    for (size_t i = 0; i < pending->count; i++) {
        const struct text_doubt *doubt = doubt_of(search->report->text, pending, i);
        unsigned columns = doubt ? doubt->columns : ~0u;
        row->printed[i] = value_number(search->report, pending->values[i]);
        row->columns[i] = pending->slot_count <= MOST_SLOTS && columns >> pending->slot_count == 0 ? columns : ~0u;
    }
    row->candidates = xmalloc(MOST_CANDIDATES * sizeof *row->candidates);
    make_candidates(row);
    filter_row(search, row);
    row->candidates = xrealloc(row->candidates, (row->count + 1) * sizeof *row->candidates);
    row->in_solution = xmalloc(row->count + 1);
    memset(row->in_solution, 0, row->count + 1);
}

static void close_row(struct row_search *row)
{
    free(row->printed);
    free(row->columns);
    free(row->candidates);
    free(row->in_solution);
}

static bool find_combinations(struct search *search)
{
    for (size_t r = 0; r < search->row_count; r++)
        if (!search->rows[r].count)
            return false;
    find_parts(search);
    find_ranges(search);
    descend(search, 0);
    return search->combinations > 0 && search->steps < MOST_STEPS;
}

/* Where the table's relations allow nothing, each row stands for itself. */
static void take_rows(struct binding *binding, struct search *search, bool found)
{
    for (size_t r = 0; r < search->row_count; r++) {
        struct row_search *row = &search->rows[r];
        if (!found)
            memset(row->in_solution, 1, row->count);
        if (row->count)
            take_row(binding, search, row, !row->overflow);
        else
            take_in_order(binding, row->pending);
    }
}

/* Rows with few candidates first, else in the order of the table. */
static int by_count(const void *a, const void *b)
{
    const struct row_search *one = a, *other = b;
    if (one->count != other->count)
        return one->count < other->count ? -1 : 1;
    return one->pending->span.start < other->pending->span.start ? -1 : one->pending->span.start > other->pending->span.start;
}

static size_t count_rows(const struct pending *pending, const struct nb_table *table)
{
    size_t count = 0;
    for (; pending; pending = pending->next)
        count += pending->table == table && !pending->settled;
    return count;
}

static void add_rows(struct search *search, struct pending *pending)
{
    for (; pending; pending = pending->next)
        if (pending->table == search->table && !pending->settled)
            search->rows[search->row_count++] = (struct row_search){.pending = pending};
}

/* Begin a search over the rows of a table that are not settled. */
static void open_search(struct binding *binding, struct nb_table *table, struct search *search)
{
    *search = (struct search){.report = binding->report, .table = table};
    size_t count = count_rows(binding->pending, table) + count_rows(binding->measured, table);
    search->equations = table_equations(binding->report, table);
    search->rows = xmalloc((count + 1) * sizeof *search->rows);
    search->chosen = arena_alloc(binding->report->arena, (count + 1) * sizeof *search->chosen);
    add_rows(search, binding->pending);
    add_rows(search, binding->measured);
    for (struct pending *pending = binding->pending; pending; pending = pending->next)
        if (pending->table == table)
            drop_surplus_zeros(search, pending);
    for (size_t r = 0; r < search->row_count; r++)
        open_row(search, &search->rows[r]);
    qsort(search->rows, search->row_count, sizeof *search->rows, by_count);
}

static void close_search(struct search *search)
{
    for (size_t r = 0; r < search->row_count; r++)
        close_row(&search->rows[r]);
    free(search->rows);
}

/* The cells of all rows of a table, to put them back. */
static struct nb_cell *copy_cells(struct nb_arena *arena, const struct nb_table *table, struct nb_cell *copy)
{
    size_t count = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        count += row->form->column_count;
    struct nb_cell *all = copy ? copy : arena_alloc(arena, count * sizeof *all), *at = all;
    for (struct nb_row *row = table->rows; row; at += row->form->column_count, row = row->next)
        memcpy(copy ? row->cells : at, copy ? at : row->cells, row->form->column_count * sizeof *at);
    return all;
}

/* Whether a relation fails. */
static bool is_contradicted(const struct nb_report *report, const struct nb_table *table)
{
    struct equations equations = table_equations(report, table);
    for (size_t e = 0; e < equations.count; e++) {
        int64_t residual;
        if (evaluate(&equations.equations[e], &residual) == EQUATION_FAILS)
            return true;
    }
    return false;
}

static void settle(struct binding *binding, const struct nb_table *table, bool settled)
{
    for (struct pending *pending = binding->measured; pending; pending = pending->next)
        if (pending->table == table)
            pending->settled = settled;
}

/* Search with the rows that are not settled, and take what is found, or only see whether there is something. */
static bool try_search(struct binding *binding, struct nb_table *table, bool take)
{
    struct search search;
    struct nb_cell *cells = copy_cells(binding->report->arena, table, NULL);
    open_search(binding, table, &search);
    bool found = find_combinations(&search);
    if (found && take)
        take_rows(binding, &search, true);
    else
        copy_cells(binding->report->arena, table, cells);
    close_search(&search);
    return found;
}

/* Whether values stand in the table that belong to no row: then it is they that the sums lack. */
static bool has_strays(const struct binding *binding, const struct nb_table *table)
{
    for (const struct printed *printed = binding->printed; printed; printed = printed->next)
        if (printed->strays && printed->table && strcmp(printed->table->id, table->form->id) == 0)
            return true;
    return false;
}

/* Whether a relation that fails has a number of this row. */
static bool is_involved(const struct equations *equations, const struct pending *pending)
{
    for (size_t e = 0; e < equations->count; e++) {
        int64_t residual;
        if (evaluate(&equations->equations[e], &residual) != EQUATION_FAILS)
            continue;
        for (size_t t = 0; t < equations->equations[e].count; t++)
            for (size_t s = 0; s < pending->slot_count; s++)
                if (pending->slots[s].row == equations->equations[e].terms[t].row &&
                    pending->slots[s].column == equations->equations[e].terms[t].column &&
                    term_cell(&equations->equations[e].terms[t])->number.units)
                    return true;
    }
    return false;
}

/* Where the relations contradict what the reader has measured, try the columns beside as well: of rows that have numbers in the
 * relations that fail, or would mend them alone; if that is not enough, of all. False: it does not mend them. */
static bool place_again(struct binding *binding, struct nb_table *table)
{
    struct equations equations = table_equations(binding->report, table);
    if (has_strays(binding, table))
        return false;
    for (struct pending *pending = binding->measured; pending; pending = pending->next) {
        if (pending->table != table)
            continue;
        pending->settled = false;
        pending->mends = is_involved(&equations, pending) || try_search(binding, table, false);
        pending->settled = true;
    }
    for (struct pending *pending = binding->measured; pending; pending = pending->next)
        if (pending->table == table)
            pending->settled = !pending->mends;
    if (count_rows(binding->measured, table) && try_search(binding, table, true))
        return true;
    settle(binding, table, false);
    return count_rows(binding->measured, table) && try_search(binding, table, true);
}

static void place_table(struct binding *binding, struct nb_table *table)
{
    struct search search;
    settle(binding, table, true);
    if (!count_rows(binding->pending, table)) {
        if (is_contradicted(binding->report, table))
            place_again(binding, table);
        return;
    }
    open_search(binding, table, &search);
    bool found = find_combinations(&search);
    if (found || !place_again(binding, table))
        take_rows(binding, &search, found);
    close_search(&search);
}

void place_pending(struct binding *binding)
{
    for (struct nb_table *table = binding->report->tables; table; table = table->next)
        place_table(binding, table);
}

/* ---- what nothing explains ---- */

/* The event that says which cell of a table explains the relations that fail; NULL: there is none. */
static const struct nb_event *suspect_of(const struct binding *binding, const struct nb_table *table)
{
    const struct nb_event *event = binding->report->events;
    while (event && (event->kind != EVENT_SUSPECT || event->table != table))
        event = event->next;
    return event;
}

/* Whether a measured row has moved a number aside, as far as the relations that fail tell: one of its cells should be empty, or
 * no one cell explains why they fail. */
static bool may_have_moved(const struct equations *equations, const struct pending *pending, const struct nb_event *suspect)
{
    if (!suspect)
        return is_involved(equations, pending);
    if (strcmp(suspect->suggestion, "0") != 0)
        return false;
    for (size_t s = 0; s < pending->slot_count; s++)
        if (pending->slots[s].row == suspect->row)
            return true;
    return false;
}

void doubt_measured(struct binding *binding)
{
    for (struct pending *pending = binding->measured; pending; pending = pending->next) {
        struct equations equations = table_equations(binding->report, pending->table);
        if (is_contradicted(binding->report, pending->table) &&
            may_have_moved(&equations, pending, suspect_of(binding, pending->table)))
            note_rows(binding, pending, EVENT_AMBIGUOUS, 0);
    }
}
