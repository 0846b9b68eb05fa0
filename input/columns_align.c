/* columns_align.c - columns whose values stand exactly under their labels: all have one left side, one middle
 * or one right side.
 */
#include "columns.h"

#include <limits.h>
#include <math.h>
#include <string.h>

/* What all in a column have in common: their left sides, their middles or their right sides. */
enum side { LEFT, MIDDLE, RIGHT, SIDES, NONE = -1 };

static float side_of(const struct run *run, enum side side)
{
    return side == LEFT ? run->x0 : side == RIGHT ? run->x1 : (run->x0 + run->x1) / 2;
}

/* In units: sides that differ by less are one; the room between two cells is no wider; a space that is not
 * seen. */
static const float SAME = 0.35F, ROOM = 3, SPACE = 1.1F;

/* DEAR: more than any rows cost as one table. */
enum { MOST_LINES = 100, DEAR = 1000, MANY = 5 };

/* The column whose label has this side where the value has it; NONE: no label, or more than one. */
static int column_of(const struct column_table *table, const struct run *value, enum side side)
{
    int found = NONE;
    for (size_t k = 0; k < table->columns; k++)
        if (fabsf(side_of(&table->labels[k], side) - side_of(value, side)) < SAME * table->unit) {
            if (found != NONE)
                return NONE;
            found = (int)k;
        }
    return found;
}

/* How many values of [first, end) stand under a label, each row's in columns of their own. */
static size_t count_aligned(const struct column_table *table, size_t first, size_t end, enum side side)
{
    size_t count = 0;
    int last = NONE;
    for (size_t i = first; i < end; i++) {
        int column = column_of(table, &table->values[i], side);
        bool new_row = i == first || table->values[i].line != table->values[i - 1].line;
        count += column != NONE && (new_row || column > last);
        last = column;
    }
    return count;
}

/* ---- the rows of one table ---- */

/* A place, and the column it is of: NONE if no label stands so and nothing else tells. */
struct aligned_place {
    float at;
    int column;
    struct run values; /* from where to where they reach */
};

/* The places in which values stand by one of their sides, from the left; where the labels of their rows end.
 */
struct places {
    struct aligned_place place[2 * MOST_COLUMNS];
    size_t count;
    float free;
};

/* Rows that one table may have set, one behind the other on a page: values over one another have a side in
 * common. Another table has columns of its own, and if its head is left out, those of the head before it do
 * not tell them. Rows are cut into tables such that all have the fewest places beside those of the labels. */
struct aligned_part {
    struct column_table *table;
    size_t first, end;
    bool alive[SIDES]; /* the sides that all may have in common */
    enum side side;
    struct places places;
    bool contradicts;               /* more places than labels */
    struct run cells[MOST_COLUMNS]; /* find_cells */
    struct column_table of_cells;
};

/* What parts before tell of others: the places in which values stand, as many as there are columns (`count`
 * 0: of none); whether those of some part stand as the labels do, and in which side, if but one may be
 * theirs; how far from the next label (0: not known; find_cells). */
struct known {
    enum side side, labels;
    struct places places;
    bool headed;
    float room;
};

static bool overlap(const struct run *one, const struct run *other)
{
    return one->x0 < other->x1 && other->x0 < one->x1;
}

/* Whether what stands here reaches over the middles of more labels than one. */
static bool is_wide(const struct column_table *table, const struct run *value)
{
    size_t labels = 0;
    for (size_t k = 0; k < table->columns; k++) {
        float middle = side_of(&table->labels[k], MIDDLE);
        labels += value->x0 < middle && value->x1 > middle;
    }
    return labels > 1;
}

static int place_of(const struct places *places, const struct run *value, enum side side, float unit)
{
    for (size_t i = 0; i < places->count; i++)
        if (fabsf(places->place[i].at - side_of(value, side)) < SAME * unit)
            return (int)i;
    return NONE;
}

/* Add a value to the places: to its own, or as a new one. */
static void add_value(struct places *places, const struct run *value, enum side side, float unit)
{
    int found = place_of(places, value, side, unit);
    if (found != NONE) {
        struct run *all = &places->place[found].values;
        all->x0 = fminf(all->x0, value->x0);
        all->x1 = fmaxf(all->x1, value->x1);
    } else if (places->count < 2 * MOST_COLUMNS) {
        size_t at = places->count++;
        for (; at && places->place[at - 1].at > side_of(value, side); at--)
            places->place[at] = places->place[at - 1];
        places->place[at] = (struct aligned_place){side_of(value, side), NONE, *value};
    }
}

static size_t row_end(const struct column_table *table, size_t first)
{
    size_t end = first + 1;
    while (end < table->count && table->values[end].line == table->values[first].line)
        end++;
    return end;
}

/* Add the values [first, end) of a row to the places of those before, if they have the side of all that stand
 * above or below them, no more places than columns come of it, and none is where rows have their labels. */
static bool add_row(const struct column_table *table, struct places *places, size_t first, size_t end,
                    enum side side)
{
    for (size_t i = first; i < end; i++) {
        if (i > first && table->values[i].x0 < table->values[i - 1].x1) /* the numbers of two rows */
            return false;
        if (!is_wide(table, &table->values[i]))
            add_value(places, &table->values[i], side, table->unit);
        places->free = fmaxf(places->free, table->values[i].free);
    }
    if (places->count && places->place[0].values.x0 < places->free)
        return false;
    for (size_t i = 1; i < places->count; i++)
        if (places->place[i - 1].values.x1 > places->place[i].values.x0)
            return false;
    return places->count <= table->columns;
}

/* ---- which rows are one table's ---- */

/* Rows that may be one table's, while more are added: in which sides all stand as the labels do (`under`), or
 * have places of their own (`alive`), and which. */
struct growing {
    bool under[SIDES], alive[SIDES];
    struct places places[SIDES];
};

/* What rows cost as one table, in a side: itself where they stand as the labels do, else its places besides.
 */
static int cost_of(const struct growing *rows, enum side side)
{
    return rows->under[side] ? 1 : rows->alive[side] ? 1 + (int)rows->places[side].count : DEAR;
}

/* Add the row [first, end). Returns what all cost in the best side; DEAR: they are not one table's. */
static int grow(const struct column_table *table, struct growing *rows, size_t first, size_t end)
{
    int least = DEAR;
    for (enum side side = LEFT; side < SIDES; side++) {
        rows->under[side] = rows->under[side] && count_aligned(table, first, end, side) == end - first;
        rows->alive[side] = rows->alive[side] && add_row(table, &rows->places[side], first, end, side);
        int cost = cost_of(rows, side);
        least = cost < least ? cost : least;
    }
    return least;
}

/* Cut rows of a page, from a value on, into the tables that cost the least: those behind values ends[0],
 * ends[1], .. Returns how many, the last rows first. */
static size_t cut_rows(const struct column_table *table, size_t first, size_t *ends)
{
    size_t starts[MOST_LINES + 1] = {first}, from[MOST_LINES + 1] = {0}, rows = 0, count = 0;
    int cost[MOST_LINES + 1] = {0};
    for (; rows < MOST_LINES && starts[rows] < table->count; rows++)
        starts[rows + 1] = row_end(table, starts[rows]), cost[rows + 1] = INT_MAX;
    for (size_t r = 0; r < rows; r++) {
        struct growing all = {{true, true, true}, {true, true, true}, {{.count = 0}}};
        for (size_t end = r + 1, own = 0; end <= rows; end++) {
            own = (size_t)grow(table, &all, starts[end - 1], starts[end]);
            if (own == DEAR && end > r + 1)
                break;
            if (cost[r] + (int)own < cost[end])
                cost[end] = cost[r] + (int)own, from[end] = r;
        }
    }
    for (size_t end = rows; end; end = from[end])
        ends[count++] = starts[end];
    return count;
}

/* The sides in which rows cost the least as one table. */
static struct aligned_part part_of(struct column_table *table, size_t first, size_t end)
{
    struct aligned_part part = {.table = table, .first = first, .end = end};
    struct growing all = {{true, true, true}, {true, true, true}, {{.count = 0}}};
    int least = DEAR;
    for (size_t i = first; i < end; i = row_end(table, i))
        least = grow(table, &all, i, row_end(table, i));
    for (enum side side = LEFT; side < SIDES; side++)
        part.alive[side] = least < DEAR && cost_of(&all, side) == least;
    return part;
}

/* ---- where its columns are ---- */

/* Find the places of a part's values, each once, from the left, and the columns of those that stand as their
 * labels do. */
static void find_places(struct aligned_part *part)
{
    const struct column_table *table = part->table;
    part->places.count = 0;
    for (size_t i = part->first; i < part->end; i++)
        if (!is_wide(table, &table->values[i]))
            add_value(&part->places, &table->values[i], part->side, table->unit);
    for (size_t i = 0; i < part->places.count; i++) {
        float at = part->places.place[i].at;
        part->places.place[i].column = column_of(table, &(struct run){.x0 = at, .x1 = at}, part->side);
    }
}

/* How far values stand off a label's width. */
static float distance(const struct run *label, const struct run *value)
{
    return fmaxf(0, fmaxf(label->x0 - value->x1, value->x0 - label->x1));
}

/* The label of columns [low, high) to which values are nearer than to any other; NONE: two are as near. */
static int nearest(const struct column_table *table, const struct run *value)
{
    int best = 0;
    bool tie = false;
    for (size_t k = 1; k < table->columns; k++) {
        float here = distance(&table->labels[k], value), least = distance(&table->labels[best], value);
        tie = here == least || (tie && here > least);
        if (here < least)
            best = (int)k;
    }
    return tie ? NONE : best;
}

/* Tell the columns of places [first, end), which no label has, between columns `low` and `high`: as many as
 * there are labels are theirs, one by one; fewer are each its own label's, which is the nearest. */
static void tell_places(struct aligned_part *part, size_t first, size_t end, int low, int high)
{
    size_t labels = (size_t)(high - low - 1), count = end - first;
    int last = low;
    part->contradicts |= count > labels;
    for (size_t i = first; i < end && count <= labels; i++) {
        int near = nearest(part->table, &part->places.place[i].values),
            own = count == labels ? last + 1 : near;
        bool all = count == part->table->columns;
        if (own <= last || own >= high || (near != own && !all)) {
            for (size_t k = first; k < end; k++)
                part->places.place[k].column = NONE;
            return;
        }
        part->places.place[i].column = last = own;
    }
}

/* Tell the columns of all places of a part. */
static void tell_columns(struct aligned_part *part)
{
    int low = NONE;
    for (size_t first = 0, end; first <= part->places.count; first = end + 1) {
        for (end = first; end < part->places.count && part->places.place[end].column == NONE;)
            end++;
        int high = end < part->places.count ? part->places.place[end].column : (int)part->table->columns;
        part->contradicts |= high <= low;
        if (end > first && high > low)
            tell_places(part, first, end, low, high);
        low = high;
    }
}

/* Whether a place is beside the label of its column, not under it. */
static bool is_beside(const struct aligned_part *part, size_t place)
{
    int column = part->places.place[place].column;
    return column != NONE && !overlap(&part->table->labels[column], &part->places.place[place].values);
}

/* Numbers stand beside their labels where all are set so, those of all columns, and on one side: else the
 * label over them has not been found, or they are those of the label on the other side. */
static void forget_beside(struct aligned_part *part)
{
    size_t left = 0, right = 0, aligned = 0;
    for (size_t i = 0; i < part->places.count; i++) {
        const struct aligned_place *place = &part->places.place[i];
        bool beside = is_beside(part, i);
        left += beside && place->values.x1 < part->table->labels[place->column].x0;
        right += beside && place->values.x0 > part->table->labels[place->column].x1;
        aligned += column_of(part->table, &place->values, part->side) != NONE;
    }
    bool few = part->places.count < part->table->columns;
    for (size_t i = 0; i < part->places.count && ((left && right) || aligned || few); i++)
        if (is_beside(part, i))
            part->places.place[i].column = NONE;
}

/* ---- placing ---- */

/* Place a value surely in a column, or, where this is not told, as likely in any as in another. */
static void set_placement(const struct column_table *table, struct placement *placement, int column)
{
    *placement =
        (struct placement){.best = column == NONE ? placement->best : column, .exact = column != NONE};
    for (size_t k = 0; k < table->columns; k++)
        placement->p[k] = column == NONE ? 1 / (float)table->columns : (int)k == column;
}

/* The cells of labels that are set left, each up to the next less what is left free between them; the last
 * goes as far as values do. Returns how many values of the part stand right in them. */
static size_t try_cells(struct aligned_part *part, const struct column_table *table, float room)
{
    size_t last = table->columns - 1;
    for (size_t k = 0; k < last; k++)
        part->cells[k] = (struct run){.x0 = table->labels[k].x0, .x1 = table->labels[k + 1].x0 - room};
    part->cells[last] = table->labels[last];
    for (size_t i = part->first; i < part->end; i++)
        if (table->values[i].x1 > table->labels[last].x0)
            part->cells[last].x1 = table->values[i].x1;
    part->of_cells = *table;
    part->of_cells.labels = part->cells;
    return count_aligned(&part->of_cells, part->first, part->end, RIGHT);
}

/* Where labels are set left and values right, all at the same distance from the next label: look for the
 * columns in cells. As other tables have the distance, if they have one: *room. */
static void find_cells(struct aligned_part *part, float *room)
{
    const struct column_table *table = part->table;
    size_t count = part->end - part->first;
    bool found = *room > 0 && try_cells(part, table, *room) == count;
    for (size_t i = part->first; i < part->end && i < part->first + MOST_COLUMNS && !found && *room == 0; i++)
        for (size_t k = 1; k < table->columns && !found; k++) {
            float here = table->labels[k].x0 - table->values[i].x1;
            found = here > 0 && here < ROOM * table->unit && try_cells(part, table, here) == count;
            *room = found ? here : 0;
        }
    if (found) {
        part->table = &part->of_cells;
        part->side = RIGHT;
    }
}

/* Of the sides that all values may have in common, that which most have as their labels do. */
static void find_side(struct aligned_part *part, struct known *known)
{
    size_t most = 0;
    for (enum side side = SIDES; side-- > LEFT;) {
        bool may_be = part->alive[side] &&
                      (known->labels == NONE || known->labels == side || !part->alive[known->labels]);
        size_t count = may_be ? count_aligned(part->table, part->first, part->end, side) : 0;
        if (may_be && count >= most)
            most = count, part->side = side;
    }
    if (most < part->end - part->first && part->alive[RIGHT] && (!known->headed || known->room > 0))
        find_cells(part, &known->room);
}

/* Whether some row has values in a place and the next one. */
static bool are_in_row(const struct aligned_part *part, size_t place)
{
    const struct column_table *table = part->table;
    for (size_t i = part->first + 1; i < part->end; i++)
        if (table->values[i].line == table->values[i - 1].line &&
            place_of(&part->places, &table->values[i - 1], part->side, table->unit) == (int)place &&
            place_of(&part->places, &table->values[i], part->side, table->unit) == (int)place + 1)
            return true;
    return false;
}

/* Whether places, as many as there are columns, are of as many: where no row has values in two, they are as
 * far apart as labels by half or more. Rows of two tables, each with columns of its own, may have two places
 * of one column. */
static bool are_apart(const struct aligned_part *part)
{
    const struct aligned_place *place = part->places.place;
    const struct run *labels = part->table->labels;
    for (size_t i = 1; i < part->places.count; i++)
        if (2 * (place[i].at - place[i - 1].at) <
                side_of(&labels[i], MIDDLE) - side_of(&labels[i - 1], MIDDLE) &&
            !are_in_row(part, i - 1))
            return false;
    return true;
}

/* As many places as there are columns tell these, unless they are those of columns on both sides of the
 * labels. Keeps them for other parts. */
static bool tell_by_order(struct aligned_part *part, struct known *known, size_t aligned)
{
    struct places *places = &part->places;
    const struct run *labels = part->table->labels;
    size_t last = part->table->columns - 1;
    if (places->count != last + 1 || !are_apart(part) ||
        (places->place[0].values.x1 < labels[0].x0 && places->place[last].values.x0 > labels[last].x1))
        return false;
    for (size_t i = 0; i <= last; i++)
        places->place[i].column = (int)i;
    if (aligned < places->count) {
        known->side = part->side;
        known->places = *places;
    }
    return true;
}

/* The places of another part tell the columns of all that stand in them. Returns whether all values of most
 * rows do. */
static bool tell_by_known(struct aligned_part *part, const struct known *known)
{
    const struct column_table *table = part->table;
    size_t count = 0;
    for (size_t i = part->first; i < part->end && known->places.count; i++)
        count += place_of(&known->places, &table->values[i], known->side, table->unit) != NONE;
    if (!count || count < part->end - part->first)
        return false;
    part->places = known->places;
    part->side = known->side;
    return true;
}

static void forget(struct places *places)
{
    for (size_t i = 0; i < places->count; i++)
        places->place[i].column = NONE;
}

/* Tell the columns of many places that stand but a space off their labels, each; of fewer that may be by
 * chance (3 and 7 for MANY read 23,898 cells of three producers alike; without this 15 of 27,862 of
 * Chromium's are not told). */
static void tell_about(struct aligned_part *part, const struct known *known)
{
    struct places *places = &part->places;
    struct column_table wide = *part->table;
    int last = NONE;
    bool all = known->labels == part->side && places->count >= MANY;
    wide.unit *= SPACE / SAME;
    for (size_t i = 0; i < places->count; i++) {
        places->place[i].column = column_of(&wide, &places->place[i].values, part->side);
        all &= places->place[i].column > last;
        last = places->place[i].column;
    }
    if (!all)
        forget(places);
}

/* All places are those of labels. */
static void learn(const struct aligned_part *part, struct known *known)
{
    known->headed = true;
    if (part->alive[LEFT] + part->alive[MIDDLE] + part->alive[RIGHT] == 1 && part->places.count > 2)
        known->labels = part->side;
}

/* Tell the columns of a part's places. */
static void tell_part(struct aligned_part *part, struct known *known)
{
    struct places *places = &part->places;
    size_t aligned = 0;
    find_side(part, known);
    find_places(part);
    for (size_t i = 0; i < places->count; i++)
        aligned += places->place[i].column != NONE;
    if (aligned && aligned == places->count)
        learn(part, known);
    if (tell_by_order(part, known, aligned) || (2 * aligned < places->count && tell_by_known(part, known)))
        return;
    if (2 * aligned < places->count && known->headed) {
        tell_about(part, known);
        return;
    }
    tell_columns(part);
    forget_beside(part);
    if (part->contradicts)
        forget(places);
}

static void place_part(struct aligned_part *part, struct known *known)
{
    const struct column_table *table = part->table;
    tell_part(part, known);
    for (size_t i = part->first; i < part->end; i++) {
        int place = place_of(&part->places, &table->values[i], part->side, table->unit);
        set_placement(table, &table->placements[i], place == NONE ? NONE : part->places.place[place].column);
    }
}

static void place_parts(struct column_table *table, struct known *known)
{
    for (size_t first = 0; first < table->count;) {
        size_t ends[MOST_LINES], count = cut_rows(table, first, ends);
        for (; count; first = ends[--count]) {
            struct aligned_part part = part_of(table, first, ends[count - 1]);
            place_part(&part, known);
        }
    }
}

static bool has_labels(const struct column_table *table)
{
    return table->labels && table->labels[0].x1 >= table->labels[0].x0;
}

/* Place the values of a table as others have them, and then as its own have them. */
static void align_table(struct column_table *table, struct known *all)
{
    struct known known = *all;
    known.places.count = 0;
    known.headed = false;
    place_parts(table, &known);
    known.headed |= all->headed;
    if (known.places.count || known.headed)
        place_parts(table, &known);
    *all = known;
    all->headed = known.labels != NONE;
}

/* All tables of a text have one side. */
void columns_align(struct column_table *tables, size_t count)
{
    struct known all = {.labels = NONE};
    for (size_t i = 0; i < 2 * count; i++)
        if (has_labels(&tables[i % count]))
            align_table(&tables[i % count], &all);
}

void columns_align_all(struct column_table *table)
{
    enum side side = LEFT;
    size_t first = 0;
    if (!has_labels(table))
        return;
    for (size_t end; first < table->count && side < SIDES; first = end) {
        end = row_end(table, first);
        if (count_aligned(table, first, end, side) < end - first) { /* most rows tell it of all sides */
            side++;
            end = 0;
        }
    }
    for (size_t i = 0; i < table->count && side < SIDES; i++)
        set_placement(table, &table->placements[i], column_of(table, &table->values[i], side));
}
