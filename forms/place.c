/* place.c - labels are anchors, arithmetic is parity: place values whose columns are lost by the form's
 * relations.
 *
 * A row that prints k values for n cells has as candidates every way to put the values, in their order, into
 * the cells; where one value too many or too few could come from a split or a merge of numbers, these are
 * candidates too. search.c keeps the combinations of rows that all relations of the table allow.
 *
 * One combination: its values are `placed`. Several: a value that stands in the same cell in all of them is
 * `placed`, the others are `ambiguous` and stand where the likeliest candidate has them. Likeliest: by where
 * the values are printed, if the reader has measured that; else the last value stands in the total; of the
 * rest, the one furthest to the left. */
#include "search.h"

#include "arena.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SURPLUS = 3 };

/* ---- candidates ---- */

static struct candidate *add_candidate(struct row_search *row)
{
    if (row->count == MOST_CANDIDATES) {
        row->overflow = true;
        return NULL;
    }
    return &row->candidates[row->count++];
}

/* Whether each value may stand where it is put; of one that was split, one half. */
static bool is_allowed_at(const struct row_search *row, const signed char *map, const size_t *at,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool half = i && map[i] == map[i - 1];
        if (!half && !(row->columns[map[i]] >> at[i] & 1))
            return false;
    }
    return true;
}

/* False: there are too many. */
static bool put_candidate(struct row_search *row, const int64_t *numbers, const signed char *map,
                          const size_t *at, size_t count, bool changed)
{
    struct candidate *candidate = add_candidate(row);
    if (!candidate)
        return false;
    float(*const by_place)[MOST_SLOTS] = row->likely, likely = 0;
    memset(candidate->value, EMPTY, sizeof candidate->value);
    memset(candidate->number, 0, sizeof candidate->number);
    for (size_t i = 0; i < count; i++) {
        likely += by_place[map[i]][at[i]];
        candidate->value[at[i]] = map[i];
        candidate->number[at[i]] = numbers[i];
    }
    candidate->changed = changed;
    candidate->likely = likely;
    return true;
}

/* Put `count` numbers, in order, into the slots in every way; `map` tells which printed value each is (EMPTY:
 * made of others). Where all may stand anywhere nobody asks: asked of each way, rows that have lost cells
 * cost 70 instructions a byte more. */
static void spread(struct row_search *row, const int64_t *numbers, const signed char *map, size_t count,
                   bool changed)
{
    size_t slots = row->pending->slot_count, at[MOST_SLOTS];
    unsigned anywhere = ~0U;
    if (count > slots)
        return;
    for (size_t i = 0; i < count; i++) {
        at[i] = i;
        anywhere &= row->columns[map[i]];
    }
    for (;;) {
        if ((anywhere == ~0U || is_allowed_at(row, map, at, count)) &&
            !put_candidate(row, numbers, map, at, count, changed))
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

/* Spread the values with other numbers in place of those from `first` to `end`. */
static void spread_instead(struct row_search *row, size_t first, size_t end, const int64_t *instead,
                           size_t count, bool changed)
{
    int64_t numbers[MOST_SLOTS + MOST_SURPLUS];
    signed char map[MOST_SLOTS + MOST_SURPLUS];
    size_t n = 0;
    for (size_t i = 0; i <= row->pending->count; i++) {
        for (size_t k = 0; i == first && k < count; k++) {
            map[n] = (signed char)first;
            numbers[n++] = instead[k];
        }
        i = i == first ? end : i;
        if (i < row->pending->count) {
            map[n] = (signed char)i;
            numbers[n++] = row->printed[i];
        }
    }
    spread(row, numbers, map, n, changed);
}

/* One value too few: each value of two digits or more may be two that have run together. */
static void spread_splits(struct row_search *row)
{
    for (size_t v = 0; v < row->pending->count; v++) {
        int64_t value = row->printed[v];
        for (int64_t power = 10; value != NOT_NUMBER && value >= power; power *= 10)
            spread_instead(row, v, v + 1, (int64_t[]){value / power, value % power}, 2, true);
    }
}

/* One value too many: it is a stranger, or two neighbours are one number set over two lines. */
static void spread_surplus(struct row_search *row)
{
    const int64_t *printed = row->printed;
    for (size_t skip = row->pending->count; skip-- > 0;)
        spread_instead(row, skip, skip + 1, NULL, 0, false);
    for (size_t join = 0; join + 1 < row->pending->count; join++) {
        int64_t power = 10;
        while (power <= printed[join + 1] && power < INT64_C(1000000000000))
            power *= 10;
        if (printed[join + 1] != NOT_NUMBER && printed[join] > 0 && printed[join] <= 1000000)
            spread_instead(row, join, join + 2, (int64_t[]){printed[join] * power + printed[join + 1]}, 1,
                           true);
    }
}

/* What the reader says of the columns of a value; NULL: its place in the table tells. */
static const struct text_doubt *doubt_of(const struct nb_text *text, const struct pending *pending,
                                         size_t value)
{
    return text_columns(text, pending->values[value]->span.start);
}

/* Whether the reader has placed two neighbours in one column, or of two that it has not placed neither has a
 * column behind the other's, so that both may be in one. In a row with as many values as columns, all of them
 * measured, they are, if not each stands in its own. */
static bool is_doubled(const struct nb_text *text, const struct row_search *row, bool placed)
{
    bool full = row->pending->count == row->pending->slot_count;
    for (size_t i = 0; i < row->pending->count; i++)
        full &= row->columns[i] != ~0u;
    for (size_t i = 1; i < row->pending->count; i++) {
        const struct text_doubt *left = doubt_of(text, row->pending, i - 1),
                                *right = doubt_of(text, row->pending, i);
        if (!left || !right || left->placed != placed || right->placed != placed)
            continue;
        unsigned both = left->columns & right->columns;
        if (placed ? left->best == right->best : (full && both) || (left->columns ^ right->columns) < both)
            return true;
    }
    return false;
}

static void make_candidates(const struct nb_text *text, struct row_search *row)
{
    size_t count = row->pending->count, slots = row->pending->slot_count;
    if (slots > MOST_SLOTS || count > slots + 1 || !count)
        return;
    bool surplus = count == slots + 1 || is_doubled(text, row, true);
    if (!surplus)
        spread_instead(row, count, count, NULL, 0, false);
    if (surplus || row->pending->crowded || is_doubled(text, row, false))
        spread_surplus(row);
    if (!surplus && count + 1 == slots)
        spread_splits(row);
}

/* ---- taking the result ---- */

/* The last slot is a total if the relations of the row say so; the likeliest candidate fills it with the last
 * value. */
static bool has_total(const struct search *search, const struct row_search *row)
{
    const struct slot *last = &row->pending->slots[row->pending->slot_count - 1];
    for (const struct equation_term *term = last->row ? terms_of(last->row, last->column) : NULL; term;
         term = term->next)
        if (search_owns(search, row, term->equation) &&
            term == search->equations.equations[term->equation].terms)
            return true;
    return false;
}

/* Of the candidates in solutions whose numbers are printed so that which is likeliest by where these stand;
 * row->count: none. */
static size_t likeliest_measured(const struct row_search *row)
{
    size_t best = row->count;
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c] && !row->candidates[c].changed &&
            (best == row->count || row->candidates[c].likely > row->candidates[best].likely))
            best = c;
    return best;
}

static size_t likeliest(const struct search *search, const struct row_search *row)
{
    size_t last = row->pending->slot_count - 1;
    bool total = has_total(search, row), measured = row->pending->measured && !search->binding->shifted;
    size_t best = measured ? likeliest_measured(row) : row->count;
    if (best < row->count)
        return best;
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c] && !row->candidates[c].changed &&
            (!total || row->pending->run ||
             row->candidates[c].value[last] == (signed char)(row->pending->count - 1)))
            return c;
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c])
            return c;
    return 0;
}

/* Whether two values of a row are the same number. A sign for nothing is none. */
static bool are_equal(const struct row_search *row, signed char one, signed char other)
{
    return one == other ||
           (one != EMPTY && other != EMPTY && row->pending->values[(size_t)one]->kind == CELL_NUMBER &&
            row->pending->values[(size_t)other]->kind == CELL_NUMBER &&
            row->printed[(size_t)one] == row->printed[(size_t)other]);
}

/* Whether all candidates of the solutions have the same value in this slot, or another with the same number.
 */
static bool agreed(const struct row_search *row, size_t slot, const struct candidate *candidate)
{
    for (size_t c = 0; c < row->count; c++) {
        const struct candidate *other = &row->candidates[c];
        if (row->in_solution[c] && (other->number[slot] != candidate->number[slot] ||
                                    !are_equal(row, other->value[slot], candidate->value[slot])))
            return false;
    }
    return true;
}

/* Whether all candidates of the solutions put the values as this one does. */
static bool is_only_way(const struct row_search *row, const struct candidate *candidate)
{
    for (size_t c = 0; c < row->count; c++)
        if (row->in_solution[c] &&
            memcmp(row->candidates[c].value, candidate->value, sizeof candidate->value) != 0)
            return false;
    return true;
}

/* Whether the relations leave one way only, and the reader has found the same: two witnesses. */
static bool is_confirmed(const struct search *search, const struct row_search *row,
                         const struct candidate *candidate, bool certain)
{
    const struct pending *pending = row->pending;
    size_t used = 0;
    if (!certain || !search->found || candidate->changed || !pending->measured ||
        !is_only_way(row, candidate))
        return false;
    for (size_t s = 0; s < pending->slot_count; s++) {
        signed char value = candidate->value[s];
        used += value != EMPTY;
        const struct text_doubt *doubt =
            value == EMPTY ? NULL : doubt_of(search->binding->report->text, pending, (size_t)value);
        if (value != EMPTY && (!doubt || doubt->best != (int)s))
            return false;
    }
    return used == pending->count;
}

/* Whether the reader has seen a value of a doubtful row stand in one column only. */
static bool is_measured(const struct nb_text *text, const struct pending *pending, signed char value)
{
    const struct text_doubt *doubt = doubt_of(text, pending, (size_t)value);
    return doubt && !doubt->placed && doubt->columns && !(doubt->columns & (doubt->columns - 1));
}

/* How it is known that a value stands in a slot. */
static enum witness witness_of(const struct search *search, const struct row_search *row,
                               const struct candidate *candidate, size_t slot, bool certain, bool confirmed)
{
    signed char value = candidate->value[slot];
    if (confirmed || (!candidate->changed && is_measured(search->binding->report->text, row->pending, value)))
        return WITNESS_LABEL;
    return certain && !candidate->changed && agreed(row, slot, candidate) ? WITNESS_SUMS : WITNESS_GUESS;
}

/* What is left over in a row is empty, if it prints as many empty cells. */
static bool is_left_empty(const struct pending *pending, size_t used)
{
    return pending->measured || (!pending->run && pending->room + used >= pending->slot_count);
}

static void take(const struct search *search, const struct row_search *row, const struct candidate *candidate,
                 bool certain, bool confirmed)
{
    const struct pending *pending = row->pending;
    for (size_t s = 0; s < pending->slot_count; s++) {
        signed char value = candidate->value[s];
        bool left =
            value == EMPTY && certain && agreed(row, s, candidate) && (search->found || !pending->measured);
        struct evidence evidence = {.empty = left && is_left_empty(pending, pending->count),
                                    .left = value == EMPTY && !left && pending->measured};
        if (value != EMPTY)
            evidence = (struct evidence){.witness = witness_of(search, row, candidate, s, certain, confirmed),
                                         .cell = pending->values[value],
                                         .changed = candidate->changed && candidate->number[s] != NOT_NUMBER,
                                         .number = candidate->number[s]};
        take_slot(search->binding, pending->table, &pending->slots[s], evidence);
    }
}

/* What is peculiar to a row whose values are placed. */
static const char *reason_of(const struct pending *pending)
{
    return pending->run ? "run" : NULL;
}

static void take_row(const struct search *search, struct row_search *row, bool certain)
{
    const struct pending *pending = row->pending;
    size_t alternatives = 0;
    for (size_t c = 0; c < row->count; c++)
        alternatives += row->in_solution[c];
    const struct candidate *candidate = &row->candidates[likeliest(search, row)];
    bool confirmed = is_confirmed(search, row, candidate, certain);
    take(search, row, candidate, certain, confirmed);
    if (confirmed)
        return;
    bool one = certain && alternatives == 1 && !candidate->changed;
    note_rows(search->binding, one ? EVENT_PLACED : EVENT_AMBIGUOUS, pending->table, pending->slots,
              pending->slot_count, pending->span, one ? pending->count : alternatives, reason_of(pending));
}

/* No candidate at all (far too many values): the first ones stand where they would, all ambiguous. */
static void take_in_order(struct binding *binding, const struct pending *pending)
{
    for (size_t s = 0; s < pending->slot_count; s++) {
        const struct grid_cell *cell = s < pending->count ? pending->values[s] : NULL;
        take_slot(binding, pending->table, &pending->slots[s],
                  (struct evidence){.witness = cell ? WITNESS_GUESS : WITNESS_NOTHING, .cell = cell});
    }
    note_rows(binding, EVENT_AMBIGUOUS, pending->table, pending->slots, pending->slot_count, pending->span, 0,
              reason_of(pending));
}

/* ---- the search of a table ---- */

/* A table that has lost its empty cells prints as many values in one row as in the other. A zero beyond that,
 * in a row of zeros, has no column of its own: it is left out, and the row's finding says so. */
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
    if (pending->measured || search->row_count < 3 || same * 2 <= search->row_count || usual < 2 ||
        pending->count <= usual)
        return;
    for (size_t i = 0; i < pending->count; i++) {
        int64_t number;
        if (!printed_number(search->binding->report, pending->values[i], &number) || number)
            return;
    }
    pending->values[usual - 1] = pending->values[pending->count - 1];
    pending->count = usual;
}

/* Rows with few candidates first, else in the order of the table. */
static int by_count(const void *a, const void *b)
{
    const struct row_search *one = a, *other = b;
    if (one->count != other->count)
        return one->count < other->count ? -1 : 1;
    return one->pending->span.start < other->pending->span.start
               ? -1
               : one->pending->span.start > other->pending->span.start;
}

/* The slots that a value may take by what is printed, as bits; ~0u: that tells nothing. */
static unsigned slots_by_print(const struct nb_report *report, const struct pending *pending, size_t value)
{
    unsigned slots = 0;
    for (size_t s = 0; pending->slot_count <= MOST_SLOTS && s < pending->slot_count; s++) {
        const struct slot *slot = &pending->slots[s];
        bool suits = !slot->row ||
                     number_suits(report, pending->values[value], &slot->row->form->columns[slot->column]);
        slots |= (unsigned)suits << s;
    }
    bool told = slots && slots + 1 != 1U << pending->slot_count; /* else it suits none or all */
    return told ? slots : ~0u;
}

/* What the reader says of where value i stands, and what its unit says. */
static void open_value(const struct search *search, struct row_search *row, size_t i)
{
    static const float LEAST = 1e-3f; /* of a slot that only the sums point to */
    const struct nb_report *report = search->binding->report;
    const struct text_doubt *doubt = doubt_of(report->text, row->pending, i);
    unsigned columns = doubt ? doubt->columns : ~0u;
    if (search->binding->shifted && doubt && doubt->astray)
        columns |= columns << 1 | columns >> 1;
    if (!printed_number(report, row->pending->values[i], &row->printed[i]))
        row->printed[i] = NOT_NUMBER;
    row->columns[i] =
        row->pending->slot_count <= MOST_SLOTS && columns >> row->pending->slot_count == 0 ? columns : ~0u;
    row->columns[i] &= slots_by_print(report, row->pending, i);
    for (size_t s = 0; s < MOST_SLOTS; s++)
        row->likely[i][s] = doubt ? logf(fmaxf(doubt->p[s], LEAST)) : 0;
}

static void open_row(struct search *search, struct row_search *row, bool lossy)
{
    const struct nb_report *report = search->binding->report;
    row->candidates = xmalloc(MOST_CANDIDATES * sizeof *row->candidates);
    search_find_terms(search, row);
    if (row->pending->run)
        part_run(search, row, lossy);
    size_t count = row->pending->count;
    row->printed = xmalloc((count + 1) * sizeof *row->printed);
    row->columns = xmalloc((count + 1) * sizeof *row->columns);
    row->likely = xmalloc((count + 1) * sizeof *row->likely);
    for (size_t i = 0; i < count; i++)
        open_value(search, row, i);
    if (!row->pending->run)
        make_candidates(report->text, row);
    search_filter(search, row);
    row->candidates = xrealloc(row->candidates, (row->count + 1) * sizeof *row->candidates);
    row->in_solution = arena_alloc(search->binding->work, row->count + 1);
}

static void close_search(struct search *search)
{
    for (size_t r = 0; r < search->row_count; r++) {
        xfree(search->rows[r].printed);
        xfree(search->rows[r].columns);
        xfree(search->rows[r].likely);
        xfree(search->rows[r].candidates);
    }
    xfree(search->rows);
}

/* The first of the rows that the relations are to place in a table; NULL: there are none. */
static struct pending *unsettled(struct pending *pending, const struct nb_table *table)
{
    while (pending && (pending->table != table || pending->settled))
        pending = pending->next;
    return pending;
}

/* Begin a search over the rows of a table that are not settled. */
static void open_search(struct binding *binding, struct nb_table *table, struct search *search)
{
    enum { TRIES = 32000 }; /* of 278 tables that are printed so half need 450, nine in ten 22,800 */
    *search = (struct search){.binding = binding, .table = table, .tries = TRIES};
    size_t count = 0;
    for (struct pending *row = unsettled(binding->pending, table); row; row = unsettled(row->next, table))
        count++;
    search->equations = table_equations(table);
    search->rows = xmalloc((count + 1) * sizeof *search->rows);
    for (struct pending *row = unsettled(binding->pending, table); row; row = unsettled(row->next, table))
        search->rows[search->row_count++] = (struct row_search){.pending = row};
    for (struct pending *row = unsettled(binding->pending, table); row; row = unsettled(row->next, table))
        drop_surplus_zeros(search, row);
    bool lossy = loses_cells(search);
    for (size_t r = 0; r < search->row_count; r++)
        open_row(search, &search->rows[r], lossy);
    qsort(search->rows, search->row_count, sizeof *search->rows, by_count);
}

/* Where the table's relations allow nothing, each row stands for itself. */
static void take_rows(struct search *search, bool found)
{
    for (size_t r = 0; r < search->row_count; r++) {
        struct row_search *row = &search->rows[r];
        if (!found)
            memset(row->in_solution, 1, row->count);
        if (row->count)
            take_row(search, row, !row->overflow);
        else
            take_in_order(search->binding, row->pending);
    }
}

/* What the terms add up to, empty cells as zeros. */
static int64_t sum_of(const struct equation *equation)
{
    int64_t sum = 0, number;
    for (size_t t = 0; t < equation->count; t++)
        if (term_cell(&equation->terms[t])->value &&
            whole_number(term_cell(&equation->terms[t])->number, &number))
            sum += equation->terms[t].sign * number;
    return sum;
}

static const struct nb_cell *total_of(const struct equation *equation)
{
    return equation->count ? term_cell(&equation->terms[0]) : NULL;
}

/* Whether a sum is not printed of numbers that are, though its row is: it may stand beside its place. */
static bool lacks_total(const struct equation *equation)
{
    const struct nb_cell *total = total_of(equation);
    if (!total || total->value || total->status == NB_NA || !is_nothing(&equation->terms[0]) ||
        !sum_of(equation))
        return false;
    for (size_t c = 0; c < equation->terms[0].row->form->column_count; c++)
        if (equation->terms[0].row->cells[c].value)
            return true;
    return false;
}

/* Whether a relation does not hold as the cells stand. */
static bool is_broken(const struct equation *equation)
{
    int64_t residual;
    return evaluate(equation, &residual) == EQUATION_FAILS || lacks_total(equation);
}

static bool is_contradicted(const struct equations *equations)
{
    for (size_t e = 0; e < equations->count; e++)
        if (is_broken(&equations->equations[e]))
            return true;
    return false;
}

/* Search with the rows that are not settled, and take what is found. */
static bool try_search(struct binding *binding, struct nb_table *table)
{
    struct search search;
    open_search(binding, table, &search);
    bool found = search_run(&search);
    if (found)
        take_rows(&search, true);
    close_search(&search);
    return found;
}

/* The next row of a table, from one on, that the reader has placed; NULL: there is none. */
static struct pending *placed_row(struct pending *pending, const struct nb_table *table)
{
    while (pending && (pending->table != table || !pending->placed))
        pending = pending->next;
    return pending;
}

/* False: the table has no row that the reader has placed. */
static bool settle(struct binding *binding, const struct nb_table *table, bool settled)
{
    struct pending *first = placed_row(binding->pending, table);
    for (struct pending *row = first; row; row = placed_row(row->next, table))
        row->settled = settled;
    return first;
}

/* Whether a broken relation has a number of this row. */
static bool is_involved(const struct equations *equations, const struct pending *pending)
{
    for (const struct slot *slot = pending->slots; slot < pending->slots + pending->slot_count; slot++) {
        bool number = slot->row && slot->row->cells[slot->column].number.units;
        for (const struct equation_term *term = number ? terms_of(slot->row, slot->column) : NULL; term;
             term = term->next)
            if (is_broken(&equations->equations[term->equation]))
                return true;
    }
    return false;
}

/* Whether one column has too much by what another has too little: a number stands in the other's column, or
 * all the rest do. */
static bool is_exchange(const struct equations *equations)
{
    for (size_t e = 0; e < equations->count; e++)
        for (size_t o = 0; o < e; o++) {
            const struct equation *one = &equations->equations[e], *other = &equations->equations[o];
            int64_t sum = sum_of(one);
            if (one->rule == other->rule && sum && llabs(sum) == llabs(sum_of(other)))
                return true;
        }
    return false;
}

/* As if each value might stand in the column beside its own, too, where the columns do not stand under their
 * labels. */
static bool try_shifted(struct binding *binding, struct nb_table *table)
{
    binding->shifted = true;
    bool found = try_search(binding, table);
    binding->shifted = false;
    return found;
}

/* Where the relations contradict what the reader has measured, try the columns beside as well. False: it does
 * not mend them. */
static bool place_again(struct binding *binding, struct nb_table *table)
{
    struct equations equations = table_equations(table);
    return settle(binding, table, false) &&
           (try_search(binding, table) || (is_exchange(&equations) && try_shifted(binding, table)));
}

static void place_table(struct binding *binding, struct nb_table *table)
{
    struct search search;
    struct equations equations = table_equations(table);
    binding->steps = 0;
    bool placed = settle(binding, table, true);
    if (!unsettled(binding->pending, table)) {
        if (placed && is_contradicted(&equations))
            place_again(binding, table);
        return;
    }
    open_search(binding, table, &search);
    bool found = search_run(&search);
    if (found || !place_again(binding, table))
        take_rows(&search, found);
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

/* Whether a value of a measured row may stand in another column, though that is unlikely. */
static bool is_unsure(const struct nb_text *text, const struct pending *pending)
{
    for (size_t i = 0; i < pending->count; i++) {
        const struct text_doubt *doubt = doubt_of(text, pending, i);
        if (doubt && doubt->columns & (doubt->columns - 1))
            return true;
    }
    return false;
}

/* Whether a measured row has moved a number aside, as far as the relations that fail tell: one of its cells
 * should be empty, or no one cell explains why they fail. */
static bool may_have_moved(const struct nb_text *text, const struct equations *equations,
                           const struct pending *pending, const struct nb_event *suspect)
{
    if (!suspect)
        return is_involved(equations, pending) || is_unsure(text, pending);
    if (strcmp(suspect->suggestion, "0") != 0)
        return false;
    for (size_t s = 0; s < pending->slot_count; s++)
        if (pending->slots[s].row == suspect->row)
            return true;
    return false;
}

void doubt_measured(struct binding *binding)
{
    for (struct nb_table *table = binding->report->tables; table; table = table->next) {
        struct equations equations = table_equations(table);
        struct pending *row = placed_row(binding->pending, table);
        for (bool doubted = row && is_contradicted(&equations); doubted && row;
             row = placed_row(row->next, table))
            if (may_have_moved(binding->report->text, &equations, row, suspect_of(binding, table))) {
                note_rows(binding, EVENT_AMBIGUOUS, table, row->slots, row->slot_count, row->span, 0, NULL);
                for (const struct slot *slot = row->slots; slot < row->slots + row->slot_count; slot++)
                    if (slot->row) /* beside a number that has moved aside none was seen empty */
                        deny_empty(binding, table, slot->row, slot->column, true);
            }
    }
}
