/* layout_place.c - put each value of a row into a column.
 *
 * Rows that print as many values as there are columns show where columns stand; so do the labels above them. The values of other
 * rows are put, in their order, where they miss the columns least. A row is ragged where another way is nearly as good, or where
 * values may be set left, centred or right, as far as the text shows, and that makes a difference. */
#include "layout_place.h"

#include <stdlib.h>
#include <string.h>

enum {
    NARROWEST = 2 * UNIT, /* values of two columns stand no closer */
    MARGIN = UNIT /* by which the second best way must be worse: half of it where the sums confirm the best, twice where few
                     values or another page tell */
};

/* The columns whose labels the values of a column may stand under nearly as well; full rows need no label. */
static unsigned labels_near(const struct fit *fit, int number, long margin)
{
    const struct frame *frame = fit->frame;
    const struct column *column = &frame->column[number];
    unsigned near = 1u << number;
    if (frame->full || !frame->headed || !column->count[fit->mode])
        return near;
    long at = column->anchor[fit->mode], own = miss_label(column, at, fit->mode);
    if (column->count[fit->mode] < SEVERAL)
        margin *= 2;
    for (int j = 0; j < fit->placing->grid->columns; j++) {
        const struct column *other = &frame->column[j];
        bool same = other->count[fit->mode] && labs(other->anchor[fit->mode] - at) < NARROWEST;
        if (same || miss_label(other, at, fit->mode) < own + margin)
            near |= 1u << j;
    }
    return near;
}

/* What the row costs with one value in each of the columns. */
static void costs_with(struct table *table, size_t value, long costs[MAX_COLUMNS])
{
    table->pinned = value;
    for (table->pin = 0; table->pin < table->columns; table->pin++)
        costs[table->pin] = fill_in(table);
    table->pinned = SIZE_MAX;
}

/* The columns that a value may stand in: where it costs little more than in the best. */
static unsigned columns_near(const struct fit *fit, const long costs[MAX_COLUMNS], long cost, long margin)
{
    unsigned near = 0;
    for (int j = 0; j < fit->placing->grid->columns; j++)
        if (costs[j] < cost + margin)
            near |= labels_near(fit, j, margin);
    return near;
}

static unsigned all_columns(const struct placing *placing)
{
    return placing->grid->columns < MAX_COLUMNS ? (1u << placing->grid->columns) - 1 : ~0u;
}

/* Whether a value stands in the last column and behind the middle of its label: however wide the column, there is none behind it.
 */
static bool is_last(const struct fit *fit, const struct row *row, const int *columns, size_t value)
{
    int last = fit->placing->grid->columns - 1;
    return fit->frame->headed && value + 1 == row->count && columns[value] == last &&
           UNIT * row->cells[value]->start >= fit->frame->column[last].centre;
}

/* The columns of `near` behind the first of those of the value before, or not behind it if both may be in one column. */
static unsigned behind(unsigned near, unsigned before, bool apart)
{
    unsigned first = before & -before;
    return near & ~(first - 1) & ~(apart ? first : 0);
}

/* Whether a value and the one before it cannot be in one column. */
static bool are_apart(const struct row *row, size_t value)
{
    return row->cells[value]->start - row->cells[value - 1]->end > CLOSE;
}

/* Values stand in the order of their columns: leave out columns that would take the last one from a neighbour. */
static void keep_order(const struct row *row, unsigned *near, int columns)
{
    unsigned kept[MAX_TOKENS];
    memcpy(kept, near, row->count * sizeof *kept);
    for (size_t i = 1; i < row->count; i++)
        kept[i] = behind(kept[i], kept[i - 1], are_apart(row, i));
    for (size_t i = row->count; i-- > 1;) {
        int last = columns - 1;
        while (last > 0 && !(kept[i] >> last & 1))
            last--;
        kept[i - 1] &= (are_apart(row, i) ? 1u : 2u) * (1u << last) - 1;
    }
    for (size_t i = 0; i < row->count; i++)
        if (!kept[i])
            return;
    memcpy(near, kept, row->count * sizeof *kept);
}

/* Find the columns that each value may stand in in the likeliest mode, and whether the best of each is better than the others, if
 * only by little. */
static void find_near(const struct fit *fit, struct table *table, struct row *row, long cost)
{
    unsigned nearer[MAX_TOKENS];
    bool here = page_of(fit->placing, row) == fit->placing->header_page || !table->shift;
    long margin =
        here || fit->frame->full >= SEVERAL ? MARGIN : 2 * MARGIN; /* how a page is shifted is known from its labels only */
    for (size_t i = 0; i < row->count; i++) {
        long costs[MAX_COLUMNS];
        costs_with(table, i, costs);
        row->near[i] |= columns_near(fit, costs, cost, margin);
        nearer[i] = columns_near(fit, costs, cost, margin / 2);
    }
    keep_order(row, nearer, table->columns);
    for (size_t i = 0; i < row->count; i++)
        row->trusted &= nearer[i] == 1u << row->columns[i];
}

/* Place the values of a row, as far as one mode tells: add the columns that each may stand in to row->near; of a mode that is not
 * the likeliest only the best. */
static void place_in_mode(const struct fit *fit, size_t number, bool likeliest)
{
    struct row *row = &fit->placing->band->rows[number];
    struct table table;
    begin_table(fit, number, &table);
    long cost = fill_in(&table);
    int best[MAX_TOKENS];
    bool far = false;
    if (cost < NEVER)
        read_off(&table, best);
    for (size_t i = 0; i < row->count; i++)
        far |= cost >= NEVER || (is_alone(row, best, i) && cost_of(&table, i, best[i]) > FAR && !is_last(fit, row, best, i));
    for (size_t i = 0; i < row->count && far; i++)
        row->near[i] = all_columns(fit->placing);
    row->trusted &= !far;
    if (cost >= NEVER)
        return;
    if (likeliest) {
        memcpy(row->columns, best, row->count * sizeof *best);
        find_near(fit, &table, row, cost);
        return;
    }
    for (size_t i = 0; i < row->count; i++)
        row->near[i] |= 1u << best[i];
}

/* Place a row whose values are fewer or more than the columns, in each way in which values may be set. */
static void place_row(const struct placing *placing, struct frame *frame, int number, size_t at,
                      const struct alignment *alignment)
{
    struct row *row = &placing->band->rows[at];
    row->trusted = true;
    for (int mode = 0; mode < MODES; mode++) {
        struct fit fit = {placing, frame, number, mode};
        if (alignment->allowed[mode])
            place_in_mode(&fit, at, mode == alignment->likeliest);
    }
    keep_order(row, row->near, placing->grid->columns);
    for (size_t i = 0; i < row->count; i++)
        row->ragged |= row->near[i] != 1u << row->columns[i];
    for (size_t i = 0; i < row->count && !row->ragged; i++)
        row->near[i] |= (3u << row->columns[i] | 1u << row->columns[i] >> 1) & all_columns(placing);
}

static void place_frame(const struct placing *placing, int number, const struct alignment *alignment)
{
    struct frame frame;
    fit_frame(placing, number, alignment->likeliest, &frame);
    for (size_t i = 0; i < placing->band->row_count; i++) {
        struct row *row = &placing->band->rows[i];
        if (placing->frame[i] != number || !row->count)
            continue;
        if (row->full)
            for (size_t j = 0; j < row->count; j++)
                row->columns[j] = (int)j;
        else
            place_row(placing, &frame, number, i, alignment);
    }
}

long place_values(const struct lines *lines, struct band *band, struct grid *grid, const struct alignment *alignment)
{
    struct placing placing = {.lines = lines, .band = band, .grid = grid};
    int frames;
    long ragged = 0;
    if (!begin_placing(&placing, alignment, &frames))
        return (long)band->row_count;
    for (int number = 0; number < frames; number++)
        place_frame(&placing, number, alignment);
    for (size_t i = 0; i < band->row_count; i++)
        ragged += band->rows[i].ragged;
    return ragged;
}
