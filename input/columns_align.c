/* columns_align.c - columns whose values stand exactly under their labels: all have one left side, one middle or one right side.
 */
#include "columns.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* In units: sides that differ by less are one; a space is no wider. */
static const float SAME = 0.35F, SPACE = 1;

enum side { LEFT, MIDDLE, RIGHT, SIDES, NONE = -1 };

static float side_of(const struct run *run, enum side side)
{
    return side == LEFT ? run->x0 : side == RIGHT ? run->x1 : (run->x0 + run->x1) / 2;
}

/* The column whose label has this side where the value has it, but for a `shift`; NONE: no label, or more than one. */
static int column_of(const struct column_table *table, const struct run *value, enum side side, float shift)
{
    int found = NONE;
    for (size_t k = 0; k < table->columns; k++)
        if (fabsf(side_of(&table->labels[k], side) + shift - side_of(value, side)) < SAME * table->unit) {
            if (found != NONE)
                return NONE;
            found = (int)k;
        }
    return found;
}

/* How many values of [first, end) stand under a label, each row's in columns of their own. */
static size_t count_aligned(const struct column_table *table, size_t first, size_t end, enum side side, float shift)
{
    size_t count = 0;
    int last = NONE;
    for (size_t i = first; i < end; i++) {
        int column = column_of(table, &table->values[i], side, shift);
        bool new_row = i == first || table->values[i].line != table->values[i - 1].line;
        count += column != NONE && (new_row || column > last);
        last = column;
    }
    return count;
}

/* ---- where the values of a page have their sides ---- */

/* A place, and the column it is of: NONE if no label stands so and nothing else tells. */
struct place {
    float at;
    int column;
    struct run values; /* from where to where they reach */
};

/* The places in which values of another table stand, as many as there are columns; `count` 0: none are known. */
struct others {
    enum side side;
    float at[MOST_COLUMNS];
    size_t count;
};

struct page {
    struct column_table *table;
    struct others *others;
    size_t first, end;
    enum side side;
    float shift; /* of values against labels */
    struct place places[2 * MOST_COLUMNS];
    size_t count;
    bool contradicts; /* more places than labels */
};

static bool overlap(const struct run *one, const struct run *other)
{
    return one->x0 < other->x1 && other->x0 < one->x1;
}

/* Whether what stands here reaches over more columns than one. */
static bool is_wide(const struct column_table *table, const struct run *value)
{
    size_t labels = 0;
    for (size_t k = 0; k < table->columns; k++)
        labels += overlap(&table->labels[k], value);
    return labels > 1;
}

static int place_of(const struct page *page, const struct run *value)
{
    for (size_t i = 0; i < page->count; i++)
        if (fabsf(page->places[i].at - side_of(value, page->side)) < SAME * page->table->unit)
            return (int)i;
    return NONE;
}

static void add_place(struct page *page, const struct run *value)
{
    size_t at = page->count++;
    for (; at && page->places[at - 1].at > side_of(value, page->side); at--)
        page->places[at] = page->places[at - 1];
    page->places[at] = (struct place){side_of(value, page->side), column_of(page->table, value, page->side, page->shift), *value};
}

/* Find the places of a page's values, each once, from the left. */
static void find_places(struct page *page)
{
    page->count = 0;
    for (size_t i = page->first; i < page->end; i++) {
        const struct run *value = &page->table->values[i];
        int found = place_of(page, value);
        if (found != NONE) {
            struct run *all = &page->places[found].values;
            all->x0 = fminf(all->x0, value->x0);
            all->x1 = fmaxf(all->x1, value->x1);
        } else if (!is_wide(page->table, value) && page->count < 2 * MOST_COLUMNS) {
            add_place(page, value);
        }
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

/* Tell the columns of places [first, end), which no label has, between columns `low` and `high`: as many as there are labels are
 * theirs, one by one; fewer are each its own label's, which is the nearest. */
static void tell_places(struct page *page, size_t first, size_t end, int low, int high)
{
    size_t labels = (size_t)(high - low - 1), count = end - first;
    int last = low;
    page->contradicts |= count > labels;
    for (size_t i = first; i < end && count <= labels; i++) {
        int near = nearest(page->table, &page->places[i].values), own = count == labels ? last + 1 : near;
        bool all = count == page->table->columns;
        if (own <= last || own >= high || (near != own && !all)) {
            for (size_t k = first; k < end; k++)
                page->places[k].column = NONE;
            return;
        }
        page->places[i].column = last = own;
    }
}

/* Tell the columns of all places of a page. */
static void tell_columns(struct page *page)
{
    int low = NONE;
    for (size_t first = 0, end; first <= page->count; first = end + 1) {
        for (end = first; end < page->count && page->places[end].column == NONE;)
            end++;
        int high = end < page->count ? page->places[end].column : (int)page->table->columns;
        page->contradicts |= high <= low;
        if (end > first && high > low)
            tell_places(page, first, end, low, high);
        low = high;
    }
}

/* Whether a place is beside the label of its column, not under it. */
static bool is_beside(const struct page *page, size_t place)
{
    int column = page->places[place].column;
    return column != NONE && !overlap(&page->table->labels[column], &page->places[place].values);
}

/* Numbers stand beside their labels where all are set so, those of all columns, and on one side: else the label over them has not
 * been found, or they are those of the label on the other side. */
static void forget_beside(struct page *page)
{
    size_t left = 0, right = 0, aligned = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct place *place = &page->places[i];
        bool beside = is_beside(page, i);
        left += beside && place->values.x1 < page->table->labels[place->column].x0;
        right += beside && place->values.x0 > page->table->labels[place->column].x1;
        aligned += column_of(page->table, &place->values, page->side, page->shift) != NONE;
    }
    bool few = page->count < page->table->columns;
    for (size_t i = 0; i < page->count && ((left && right) || aligned || few); i++)
        if (is_beside(page, i))
            page->places[i].column = NONE;
}

/* ---- placing ---- */

/* Place a value surely in a column, or, where this is not told, as likely in any as in another. */
static void set_placement(const struct column_table *table, struct placement *placement, int column)
{
    *placement = (struct placement){.best = column == NONE ? placement->best : column, .exact = column != NONE};
    for (size_t k = 0; k < table->columns; k++)
        placement->p[k] = column == NONE ? 1 / (float)table->columns : (int)k == column;
}

/* The end of a row that begins with a value. *aligned: whether all its values stand as their labels do. */
static size_t row_end(const struct page *page, size_t first, bool *aligned)
{
    const struct column_table *table = page->table;
    size_t i = first;
    for (*aligned = true; i < page->end && table->values[i].line == table->values[first].line; i++)
        *aligned &= column_of(table, &table->values[i], page->side, page->shift) != NONE;
    return i;
}

/* Place the values of rows that stand as their labels do, of others none, up to the first of those with `stop`. Returns how many
 * values are placed; with `dry` they are only counted. */
static size_t place_rows(struct page *page, bool dry, bool stop)
{
    const struct column_table *table = page->table;
    size_t count = 0;
    bool aligned;
    for (size_t first = page->first, end; first < page->end; first = end) {
        end = row_end(page, first, &aligned);
        if (stop && !aligned)
            return count;
        count += aligned ? end - first : 0;
        for (size_t i = first; i < end && !dry; i++)
            set_placement(table, &table->placements[i],
                          aligned ? column_of(table, &table->values[i], page->side, page->shift) : NONE);
    }
    return count;
}

/* A space that is not seen behind each value moves it off the middle: the shift by which most values stand as labels do. Returns
 * their number. */
static size_t find_shift(struct page *page)
{
    const struct column_table *table = page->table;
    size_t most = 0;
    for (size_t i = page->first; i < page->end && i < page->first + MOST_COLUMNS; i++)
        for (size_t k = 0; k < table->columns; k++) {
            float shift = side_of(&table->values[i], MIDDLE) - side_of(&table->labels[k], MIDDLE);
            size_t count = fabsf(shift) < SPACE * table->unit ? count_aligned(table, page->first, page->end, MIDDLE, shift) : 0;
            if (count > most) {
                most = count;
                page->shift = shift;
            }
        }
    page->side = MIDDLE;
    return most;
}

/* The side that most values have as their labels do; if few do, the one that gives fewer places. */
static void find_side(struct page *page)
{
    size_t most = 0, places = 0, least = SIZE_MAX;
    enum side aligned = LEFT, fewest = LEFT;
    for (page->side = LEFT; page->side < SIDES; page->side++) {
        size_t count = count_aligned(page->table, page->first, page->end, page->side, 0);
        find_places(page);
        if (count > most)
            most = count, places = page->count, aligned = page->side;
        if (page->count < least)
            least = page->count, fewest = page->side;
    }
    if (2 * most < page->end - page->first && 2 * find_shift(page) > page->end - page->first)
        return;
    page->shift = 0;
    page->side = 2 * most >= page->end - page->first || (most && places == least) ? aligned : fewest;
}

/* As many places as there are columns tell these, if no values in one reach over those in the next, and they are not those of
 * columns on both sides of the labels. Keeps them for other pages. */
static bool tell_by_order(const struct page *page)
{
    const struct run *labels = page->table->labels;
    size_t last = page->table->columns - 1;
    bool all =
        page->count == last + 1 && (page->places[0].values.x1 >= labels[0].x0 || page->places[last].values.x0 <= labels[last].x1);
    for (size_t i = 1; i < page->count && all; i++)
        all = page->places[i - 1].values.x1 < page->places[i].values.x0;
    if (!all)
        return false;
    page->others->side = page->side;
    page->others->count = page->count;
    for (size_t i = 0; i < page->count; i++)
        page->others->at[i] = page->places[i].at;
    return true;
}

/* The column of a value in the places that another page has; NONE: it stands in none. */
static int column_in(const struct page *page, const struct run *value)
{
    for (size_t k = 0; k < page->others->count; k++)
        if (fabsf(page->others->at[k] - side_of(value, page->others->side)) < SAME * page->table->unit)
            return (int)k;
    return NONE;
}

/* Place the values of rows that stand in the places of another page, all of them, and of others none. Returns how many values
 * are placed; with `dry` they are only counted. */
static size_t place_known_rows(const struct page *page, bool dry)
{
    const struct column_table *table = page->table;
    size_t count = 0;
    for (size_t first = page->first, end; first < page->end; first = end) {
        bool known = true;
        for (end = first; end < page->end && table->values[end].line == table->values[first].line; end++)
            known &= column_in(page, &table->values[end]) != NONE;
        count += known ? end - first : 0;
        for (size_t i = first; i < end && !dry; i++)
            set_placement(table, &table->placements[i], known ? column_in(page, &table->values[i]) : NONE);
    }
    return count;
}

/* Values whose places contradict the labels are those of another table: in as many places as there are columns they tell these,
 * or nearly all stand in those of another page. */
static void place_others(struct page *page)
{
    find_side(page);
    find_places(page);
    tell_by_order(page);
    bool known = 4 * place_known_rows(page, true) >= 3 * (page->end - page->first);
    for (size_t i = page->first; i < page->end && !known; i++)
        set_placement(page->table, &page->table->placements[i], NONE);
    if (known)
        place_known_rows(page, false);
}

/* Set the side with which most values of the rows at the top stand as the labels do, row by row. Returns whether one of these
 * rows has a value under each label. */
static bool find_side_at_top(struct page *page)
{
    size_t most = 0;
    enum side best = page->side;
    bool aligned = true, full = false;
    for (page->side = LEFT; page->side < SIDES; page->side++) {
        size_t count = place_rows(page, true, true);
        if (count > most)
            most = count, best = page->side;
    }
    page->side = best;
    for (size_t first = page->first, end; first < page->end && aligned; first = end) {
        end = row_end(page, first, &aligned);
        full |= aligned && end - first == page->table->columns;
    }
    return full;
}

/* Where places contradict the labels and nearly all rows stand as these do, the others are no rows of the table; or another table
 * begins with the first that does not. */
static void place_contradicting(struct page *page)
{
    const struct column_table *table = page->table;
    bool most = 4 * place_rows(page, true, false) >= 3 * (page->end - page->first);
    bool headed = most || find_side_at_top(page) || table->labels[0].page == table->values[page->first].page;
    page->first += headed ? place_rows(page, false, !most) : 0;
    if (!most && page->first < page->end)
        place_others(page);
}

/* Whether some place is under no label, and those that are may be told by their order as well. */
static bool lacks_columns(const struct page *page)
{
    bool lacks = false, agrees = true;
    for (size_t i = 0; i < page->count; i++) {
        lacks |= page->places[i].column == NONE;
        agrees &= page->places[i].column == NONE || page->places[i].column == (int)i;
    }
    return lacks && agrees;
}

/* Place the values of a page. */
static void place_page(struct page *page)
{
    find_side(page);
    find_places(page);
    if (lacks_columns(page) && tell_by_order(page)) {
        place_others(page);
        return;
    }
    tell_columns(page);
    forget_beside(page);
    if (page->contradicts) {
        place_contradicting(page);
        return;
    }
    for (size_t i = page->first; i < page->end; i++) {
        int place = place_of(page, &page->table->values[i]);
        set_placement(page->table, &page->table->placements[i], place == NONE ? NONE : page->places[place].column);
    }
}

static void align_pages(struct column_table *table, struct others *others)
{
    for (size_t first = 0, end; first < table->count; first = end) {
        for (end = first + 1; end < table->count && table->values[end].page == table->values[first].page;)
            end++;
        struct page page = {.table = table, .others = others, .first = first, .end = end};
        place_page(&page);
    }
}

void columns_align(struct column_table *table)
{
    struct others others = {.count = 0};
    if (!table->labels || table->labels[0].x1 < table->labels[0].x0)
        return;
    align_pages(table, &others);
    if (others.count) /* a page before may stand as this one does */
        align_pages(table, &others);
}

void columns_align_all(struct column_table *table)
{
    enum side side = LEFT;
    if (!table->labels || table->labels[0].x1 < table->labels[0].x0)
        return;
    while (side < SIDES && count_aligned(table, 0, table->count, side, 0) < table->count)
        side++;
    if (side == SIDES)
        return;
    for (size_t i = 0; i < table->count; i++)
        set_placement(table, &table->placements[i], column_of(table, &table->values[i], side, 0));
}
