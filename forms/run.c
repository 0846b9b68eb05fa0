/* run.c - values of a row that stand right behind one another, 801000081: every way to part them with which
 * the row's own sums hold. */
#include "search.h"

#include "arena.h"
#include "fold.h"
#include "text.h"

#include <ctype.h>
#include <string.h>

/* A row that is being parted. `lossy`: empty cells may have left no trace; `free`: whatever the sums say. */
struct parting {
    struct search *search;
    struct row_search *row;
    const char *bytes;
    size_t end;
    struct nb_span value[MOST_SLOTS]; /* empty: an empty cell */
    int64_t number[MOST_SLOTS];
    const struct own_terms
        *own[MOST_SLOTS];    /* of each slot the relation that is all the row's own; NULL: none */
    size_t last[MOST_SLOTS]; /* the last slot of that: its total */
    bool lossy, free;
};

/* ---- values ---- */

static size_t skip_gaps(const struct parting *parting, size_t at)
{
    while (at < parting->end && (unsigned char)parting->bytes[at] <= ' ')
        at++;
    return at;
}

/* Behind the sign for no value at `at`: / or -, or that twice; `at`: none. */
static size_t behind_sign(const struct parting *parting, size_t at)
{
    char sign = parting->bytes[at];
    size_t end = sign == '-' || sign == '/' ? fold_behind(parting->bytes, at) : at;
    return end > at && end < parting->end && sign == '-' && parting->bytes[end] == sign
               ? fold_behind(parting->bytes, end)
               : end;
}

static bool is_digit(const struct parting *parting, size_t at)
{
    return at < parting->end && isdigit((unsigned char)parting->bytes[at]);
}

/* Behind the longest value at `at`: digits, of which a zero stands alone, with a minus or without; or a sign
 * alone. */
static size_t behind_longest(const struct parting *parting, size_t at)
{
    enum { DIGITS = 9 };
    const char *bytes = parting->bytes;
    size_t first = behind_sign(parting, at), end = first;
    bool alone =
        first > at && (bytes[at] == '/' || first > fold_behind(parting->bytes, at) || bytes[first] == '0');
    for (size_t digits = 0; !alone && digits < DIGITS && is_digit(parting, end); digits++) {
        if (digits && bytes[first] == '0')
            break;
        end = fold_behind(parting->bytes, end);
        end += end < parting->end && bytes[end] == ',' && is_digit(parting, end + 1);
    }
    return end;
}

/* Whether commas part a number's digits by three, if any do. */
static bool is_grouped(const struct parting *parting, size_t start, size_t end)
{
    size_t digits = 0;
    bool parted = false, right = true;
    for (size_t at = start; at < end; at++) {
        bool comma = parting->bytes[at] == ',';
        right &= !comma || (parted ? digits == 3 : digits && digits <= 3);
        parted |= comma;
        digits = comma ? 0 : digits + is_digit(parting, at);
    }
    return right && (!parted || digits == 3) && (end == parting->end || parting->bytes[end] != ',');
}

/* Behind the decimals of an amount, and the letters of a unit, that stand at `end`. */
static size_t behind_rest(const struct parting *parting, size_t slot, size_t end)
{
    const struct slot *place = &parting->row->pending->slots[slot];
    bool money = place->row && place->row->form->columns[place->column].type == NB_MONEY;
    if (money && end < parting->end && parting->bytes[end] == '.' && is_digit(parting, end + 1))
        for (end++; is_digit(parting, end);)
            end = fold_behind(parting->bytes, end);
    while (end < parting->end && (unsigned char)parting->bytes[end] > 0x7F)
        end++;
    return end;
}

/* The number of a value that has no decimals: these take no part in sums. */
static int64_t number_at(const struct parting *parting, struct nb_span value)
{
    int64_t number = 0;
    for (size_t at = value.start; at < value.end; at++)
        if (isdigit((unsigned char)parting->bytes[at]))
            number = number * 10 + (parting->bytes[at] - '0');
    bool decimals = memchr(parting->bytes + value.start, '.', value.end - value.start);
    return decimals ? NOT_NUMBER : parting->bytes[value.start] == '-' ? -number : number;
}

/* Whether a value is a sign for none. */
static bool is_sign(const struct parting *parting, struct nb_span value)
{
    size_t at = value.start;
    while (at < value.end && !isdigit((unsigned char)parting->bytes[at]))
        at++;
    return at == value.end;
}

/* ---- ways ---- */

/* The value as a cell of the row: the same for all ways that have it. -1: there is no room for more. */
static int cell_of(const struct parting *parting, struct nb_span value)
{
    struct pending *pending = parting->row->pending;
    for (size_t i = 0; i < pending->count; i++)
        if (pending->values[i]->span.start == value.start && pending->values[i]->span.end == value.end)
            return (int)i;
    if (pending->count == RUN_VALUES)
        return -1;
    struct grid_cell *cell = arena_alloc(parting->search->binding->report->arena, sizeof *cell);
    *cell = *pending->run;
    cell->span = value;
    cell->kind = is_sign(parting, value) ? CELL_NA : CELL_NUMBER;
    pending->values[pending->count] = cell;
    return (int)pending->count++;
}

static void add_way(struct parting *parting)
{
    struct row_search *row = parting->row;
    row->overflow |= row->count == MOST_CANDIDATES;
    struct candidate candidate = {.changed = false};
    memset(candidate.value, EMPTY, sizeof candidate.value);
    for (size_t s = 0; s < row->pending->slot_count && !row->overflow; s++) {
        bool empty = parting->value[s].start == parting->value[s].end;
        int cell = empty ? EMPTY : cell_of(parting, parting->value[s]);
        row->overflow |= !empty && cell < 0;
        candidate.value[s] = (signed char)cell;
        candidate.number[s] = parting->number[s];
    }
    if (!row->overflow)
        row->candidates[row->count++] = candidate;
}

static void find_own(struct parting *parting)
{
    for (size_t e = 0; e < parting->search->equations.count; e++) {
        const struct own_terms *own = &parting->row->own[e];
        size_t last = 0;
        for (size_t i = 0; i < own->count; i++)
            last = (size_t)own->terms[i].slot > last ? (size_t)own->terms[i].slot : last;
        for (size_t i = 0; i < own->count && search_owns(parting->search, parting->row, e); i++) {
            parting->own[(size_t)own->terms[i].slot] = own;
            parting->last[(size_t)own->terms[i].slot] = last;
        }
    }
}

/* Whether the values up to a slot can be: their sum is the total, or what stands from `at` on has room for a
 * total with as many digits, and for a character of each slot where none is empty. */
static bool may_add_up(const struct parting *parting, size_t slot, size_t at)
{
    const struct own_terms *own = parting->free ? NULL : parting->own[slot];
    size_t slots = parting->lossy ? 0 : parting->row->pending->slot_count - slot - 1;
    int64_t sum = 0;
    for (size_t i = 0; own && i < own->count; i++) {
        size_t term = (size_t)own->terms[i].slot;
        if (term <= slot && parting->number[term] != NOT_NUMBER)
            sum += own->terms[i].sign * parting->number[term];
    }
    if (own && slot == parting->last[slot])
        return !sum && parting->end - at >= slots;
    size_t digits = sum ? 1 : 0;
    for (sum /= 10; sum; sum /= 10)
        digits++;
    return parting->end - at >= slots + (digits && !parting->lossy ? digits - 1 : digits);
}

/* Every way to part what stands from `at` on into the slots from `slot` on. */
static void part(struct parting *parting, size_t at, size_t slot)
{
    at = skip_gaps(parting, at);
    if (slot == parting->row->pending->slot_count) {
        if (at == parting->end)
            add_way(parting);
        return;
    }
    parting->row->overflow |= !parting->search->tries;
    if (parting->row->overflow || (at == parting->end && !parting->lossy))
        return;
    parting->search->tries--;
    size_t longest = at < parting->end ? behind_longest(parting, at) : at;
    for (size_t end = at; end < longest;) {
        end = fold_behind(parting->bytes, end);
        size_t rest = behind_rest(parting, slot, end);
        parting->value[slot] = (struct nb_span){at, rest};
        parting->number[slot] = number_at(parting, parting->value[slot]);
        if (is_grouped(parting, at, end) && may_add_up(parting, slot, rest))
            part(parting, rest, slot + 1);
    }
    parting->value[slot] = (struct nb_span){at, at};
    parting->number[slot] = 0;
    if (parting->lossy && may_add_up(parting, slot, at))
        part(parting, at, slot + 1);
}

/* The characters of a row, each of which may be a value; a minus before a digit may be none. */
static size_t count_characters(const char *bytes, const struct pending *pending)
{
    size_t count = 0;
    for (size_t at = pending->start; at < pending->end; at++)
        count += isdigit((unsigned char)bytes[at]) || bytes[at] == '/' ||
                 (bytes[at] == '-' && !(bytes[at + 1] >= '1' && bytes[at + 1] <= '9'));
    return count;
}

bool loses_cells(const struct search *search)
{
    const char *bytes = search->binding->report->text->shadow;
    for (size_t r = 0; r < search->row_count; r++) {
        const struct pending *pending = search->rows[r].pending;
        if (pending->run && count_characters(bytes, pending) < pending->slot_count)
            return true;
    }
    return false;
}

static void find_ways(struct parting *parting, bool lossy, bool without_sums)
{
    parting->lossy = lossy;
    parting->free = without_sums;
    part(parting, parting->row->pending->start, 0);
}

void part_run(struct search *search, struct row_search *row, bool lossy)
{
    struct pending *pending = row->pending;
    struct parting parting = {
        .search = search, .row = row, .bytes = search->binding->report->text->shadow, .end = pending->end};
    size_t characters = count_characters(parting.bytes, pending);
    pending->count = 0;
    if (pending->slot_count > MOST_SLOTS)
        return;
    find_own(&parting);
    find_ways(&parting, lossy, false);
    if (!row->count && !lossy)
        find_ways(&parting, true, false);
    if (!row->count && characters == pending->slot_count)
        find_ways(&parting, false, true);
}
