/* sheet_table.c - a frame of lines and the characters in it become a grid of cells, with spans. */
#include "sheet_parts.h"
#include "sheet_rule.h"

#include "bounds.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* The measurements beside constants are of 117,000 cells by 13 producers, of which LOST is how many are exact
 * no more. Lines are one where they are less than this many characters apart: double borders, borders drawn
 * cell by cell. LOST 181 at 0.2, none at 0.4. */
#define NEAR 0.3F
/* Twins (tightness) are at most so far apart. Borders of 3 points around cells of 9 were none at 0.3, where
 * 130 of 396 cells of two documents were lost; nothing else changes, nor at 0.5. */
#define TWINS 0.4F
/* Without twins (tightness): at 0.08 borders of a turned page did not meet (tests/sheets/drawn-turned.pdf),
 * at 0.12 a frame's lines were the table's (346 of 996 cells lost, at 0.1 4). */
#define TIGHT 0.1F

struct span {
    float low, high;
};

/* A grid being found. `walls_right[r * columns + c]`: a line between this position and the next;
 * `walls_below`: the one below. */
struct grid {
    struct nb_arena *arena, *scratch;
    const struct lexicon *lexicon;
    const struct sheet_frame *frame;
    float em, tight, *xs, *ys;
    struct span *x_spans, *y_spans; /* of each edge, where the lines are that it stands for */
    size_t columns, rows;
    bool *walls_right, *walls_below;
    bool lowest;      /* is_lowest */
    size_t *owner;    /* of each position the first position of its cell */
    size_t *chars_of; /* of each character the position it stands in, and then that of its cell */
};

/* ---- edges ---- */

/* Where lines of one direction stand; those nearer than `near` are one: `spans`. Returns their number. */
static size_t find_edges(const struct sheet_frame *frame, bool vertical, float near, float *edges,
                         struct span *spans)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < frame->count; i++)
        if (frame->rules[i].vertical == vertical)
            edges[count++] = frame->rules[i].at;
    sheet_sort(edges, count);
    for (size_t first = 0, end; first < count; first = end) {
        float sum = edges[first];
        for (end = first + 1; end < count && edges[end] - edges[end - 1] <= near; end++)
            sum += edges[end];
        spans[kept] = (struct span){edges[first], edges[end - 1]};
        edges[kept++] = sum / (float)(end - first);
    }
    return kept;
}

/* Add to the edges of rows where lines down end, and none is drawn across within a character: so far up the
 * labels of columns are parted, and above it stands what several have in common. Returns their number. */
static size_t add_ends(const struct grid *grid, float *edges, struct span *spans, size_t count)
{
    for (size_t i = 0; i < 2 * grid->frame->count; i++) {
        const struct sheet_rule *rule = &grid->frame->rules[i / 2];
        float end = i % 2 ? rule->to : rule->from;
        size_t place = count;
        while (place && edges[place - 1] > end)
            place--;
        if (!rule->vertical || !place || place == count || end - edges[place - 1] < grid->em ||
            edges[place] - end < grid->em)
            continue;
        memmove(edges + place + 1, edges + place, (count - place) * sizeof *edges);
        memmove(spans + place + 1, spans + place, (count++ - place) * sizeof *spans);
        edges[place] = spans[place].low = spans[place].high = end;
    }
    return count;
}

/* How many edges stand between the outer ones, how many of these have another near, and how far off it is at
 * most. */
struct twins {
    size_t edges, pairs;
    float gap;
};

static void count_twins(const struct grid *grid, bool vertical, struct twins *twins)
{
    float *edges = arena_alloc(grid->scratch, grid->frame->count * sizeof *edges);
    struct span *spans = arena_alloc(grid->scratch, grid->frame->count * sizeof *spans);
    size_t count = find_edges(grid->frame, vertical, grid->tight, edges, spans);
    for (size_t i = 1; i + 1 < count; i++) {
        float gap = fminf(edges[i] - edges[i - 1], edges[i + 1] - edges[i]);
        twins->edges++;
        if (gap <= TWINS * grid->em)
            twins->pairs++, twins->gap = fmaxf(twins->gap, gap);
    }
}

/* How far apart lines are that stand for one: where most edges are drawn twice, double or as the sides of
 * cells that stand apart, as far as these two. At 1/2 and at 7/8 of them no cell changes; without it LOST is
 * 921. */
static float tightness(const struct grid *grid)
{
    struct twins twins = {0};
    count_twins(grid, true, &twins);
    count_twins(grid, false, &twins);
    return 3 * twins.pairs > 2 * twins.edges ? twins.gap + grid->tight / 2 : grid->tight;
}

/* How much of [from, to] the lines in a span cover; where they are drawn double, at most all of it counts. */
static float covered(const struct grid *grid, bool vertical, struct span span, float from, float to)
{
    float sum = 0;
    for (size_t i = 0; i < grid->frame->count; i++) {
        const struct sheet_rule *rule = &grid->frame->rules[i];
        if (rule->vertical != vertical || rule->at < span.low - grid->tight ||
            rule->at > span.high + grid->tight)
            continue;
        float low = fmaxf(rule->from, from), high = fminf(rule->to, to);
        sum = high > low && high - low > sum ? high - low : sum;
    }
    return sum;
}

static void find_walls(struct grid *grid)
{
    for (size_t r = 0; r < grid->rows; r++)
        for (size_t c = 0; c < grid->columns; c++) {
            float width = grid->xs[c + 1] - grid->xs[c], height = grid->ys[r + 1] - grid->ys[r];
            grid->walls_right[r * grid->columns + c] =
                c + 1 == grid->columns ||
                covered(grid, true, grid->x_spans[c + 1], grid->ys[r], grid->ys[r + 1]) > height / 2;
            grid->walls_below[r * grid->columns + c] =
                r + 1 == grid->rows ||
                covered(grid, false, grid->y_spans[r + 1], grid->xs[c], grid->xs[c + 1]) > width / 2;
        }
}

/* ---- cells ---- */

static void spread(struct grid *grid, size_t *queue, size_t from)
{
    size_t count = grid->rows * grid->columns, columns = grid->columns, head = 0, tail = 0;
    for (queue[tail++] = from, grid->owner[from] = from; head < tail; head++) {
        size_t at = queue[head], next[4] = {count, count, count, count};
        if (!grid->walls_right[at])
            next[0] = at + 1;
        if (!grid->walls_below[at])
            next[1] = at + columns;
        if (at % columns && !grid->walls_right[at - 1])
            next[2] = at - 1;
        if (at >= columns && !grid->walls_below[at - columns])
            next[3] = at - columns;
        for (int i = 0; i < 4; i++)
            if (next[i] < count && grid->owner[next[i]] == count) {
                grid->owner[next[i]] = from;
                queue[tail++] = next[i];
            }
    }
}

static void find_owners(struct grid *grid)
{
    size_t count = grid->rows * grid->columns, *queue = arena_alloc(grid->scratch, count * sizeof *queue);
    for (size_t i = 0; i < count; i++)
        grid->owner[i] = count;
    for (size_t i = 0; i < count; i++)
        if (grid->owner[i] == count)
            spread(grid, queue, i);
}

/* Whether no line parts two positions beside each other that one parts in the next row, or the reverse. */
static bool same_sides(const struct grid *grid, size_t at)
{
    size_t columns = grid->columns, first = at, end = at;
    while (first % columns && !grid->walls_right[first - 1] && !grid->walls_right[first - 1 + columns])
        first--;
    while (!grid->walls_right[end] && !grid->walls_right[end + columns])
        end++;
    return (!(first % columns) || (grid->walls_right[first - 1] && grid->walls_right[first - 1 + columns])) &&
           grid->walls_right[end] && grid->walls_right[end + columns];
}

/* A cell is a rectangle: what is wider in one row than in the next is two, one of which is room beside a
 * table whose rows are not all of one width, or words over several columns. */
static void part_corners(struct grid *grid)
{
    for (size_t at = 0; at + grid->columns < grid->rows * grid->columns; at++)
        if (!grid->walls_below[at] && !same_sides(grid, at))
            grid->walls_below[at] = true;
}

/* ---- what stands in the cells ---- */

/* The last of `count` edges that is not behind `value`; `count` if it is outside. */
static size_t between(const float *edges, size_t count, float value)
{
    if (value < edges[0] || value >= edges[count])
        return count;
    size_t i = 0;
    while (value >= edges[i + 1])
        i++;
    return i;
}

/* Where a character counts as standing: in its middle, but a mark that hangs over the side of its cell begins
 * in it. */
static float place_of(const struct sheet_char *c)
{
    return sheet_may_hang(c) ? c->x0 + (c->x1 - c->x0) / 8 : (c->x0 + c->x1) / 2;
}

/* Whether no line is drawn across the page below a grid. */
static bool is_lowest(const struct grid *grid, const struct sheet_page *page)
{
    for (size_t i = 0; i < page->rule_count; i++)
        if (!page->rules[i].vertical && page->rules[i].at > grid->ys[grid->rows] + grid->tight)
            return false;
    return true;
}

/* The position in which a character stands, or the number of positions. What does not find room at the foot
 * of a page hangs over the lowest line, which is a quarter of its height from its top at least, as from
 * nothing that stands below a table. LOST 332 at 1/8, 15 at 1/2. */
static size_t position_of(const struct grid *grid, const struct sheet_char *c)
{
    size_t column = between(grid->xs, grid->columns, place_of(c));
    float hanging = c->y0 + (c->y1 - c->y0) / 4, middle = (c->y0 + c->y1) / 2, foot = grid->ys[grid->rows];
    size_t row = between(grid->ys, grid->rows, middle >= foot && grid->lowest ? hanging : middle);
    return column < grid->columns && row < grid->rows ? row * grid->columns + column
                                                      : grid->rows * grid->columns;
}

/* Give each character that is in no table the first position of its cell. */
static void place_chars(struct grid *grid, const struct sheet_page *page)
{
    size_t cells = grid->rows * grid->columns;
    for (size_t i = 0; i < page->char_count; i++)
        grid->chars_of[i] =
            !page->chars[i].in_table && grid->chars_of[i] < cells ? grid->owner[grid->chars_of[i]] : cells;
}

/* ---- sides that are not drawn all along ---- */

/* Whether a line down before a column would be drawn through what stands in a row. */
static bool is_struck(const struct grid *grid, const struct sheet_page *page, size_t row, size_t column)
{
    float x = grid->xs[column];
    for (size_t i = 0; i < page->char_count; i++) {
        const struct sheet_char *c = &page->chars[i], *next = c + 1;
        if (grid->chars_of[i] / grid->columns != row)
            continue;
        bool touch = i + 1 < page->char_count && c->line == next->line && place_of(c) < x &&
                     place_of(next) > x && !sheet_has_space(c, next);
        if (touch || (c->x0 < x - grid->tight && c->x1 > x + grid->tight))
            return true;
    }
    return false;
}

/* Whether characters of a cell stand on both sides of a line down before a column, which some row of it has.
 */
static bool has_side(const struct grid *grid, const struct sheet_page *page, size_t cell, size_t column)
{
    bool drawn = false, left = false, right = false;
    for (size_t at = column; at < grid->rows * grid->columns; at += grid->columns)
        drawn |= grid->walls_right[at - 1] && (grid->owner[at] == cell || grid->owner[at - 1] == cell);
    for (size_t i = 0; drawn && i < page->char_count; i++)
        if (grid->chars_of[i] < grid->rows * grid->columns && grid->owner[grid->chars_of[i]] == cell)
            *(grid->chars_of[i] % grid->columns < column ? &left : &right) = true;
    return left && right;
}

/* Whether something stands in the positions from one up to another. */
static bool is_filled(const struct grid *grid, const struct sheet_page *page, size_t from, size_t to)
{
    for (size_t i = 0; i < page->char_count; i++)
        if (grid->chars_of[i] >= from && grid->chars_of[i] < to)
            return true;
    return false;
}

/* Where borders are drawn cell by cell, and a cell over several rows has those of its first: a side goes on
 * in the other rows, unless it, or another of them, were drawn through what stands there. It goes on between
 * two cells of one row all the same. */
static void extend_sides(struct grid *grid, const struct sheet_page *page, size_t cell)
{
    size_t columns = grid->columns;
    bool *sides = arena_alloc(grid->scratch, columns * sizeof *sides), some = false;
    for (size_t k = 1; k < columns; k++)
        some |= sides[k] = has_side(grid, page, cell, k);
    for (size_t first = 0, end; some && first < grid->rows * columns; first = end) {
        bool struck = false;
        for (end = first + 1; end % columns && !grid->walls_right[end - 1]; end++)
            struck |= grid->owner[first] == cell && sides[end % columns] &&
                      is_struck(grid, page, end / columns, end % columns);
        for (size_t at = first + 1; at < end && grid->owner[first] == cell; at++)
            grid->walls_right[at - 1] =
                sides[at % columns] &&
                (!struck || (!is_struck(grid, page, at / columns, at % columns) &&
                             is_filled(grid, page, first, at) && is_filled(grid, page, at, end)));
    }
}

/* Whether at a position a side ends within its cell, or the cell is wider in one row than in the next. */
static bool is_corner(const struct grid *grid, size_t at)
{
    size_t columns = grid->columns, below = at + columns, own = grid->owner[at];
    const size_t *owner = grid->owner;
    bool right = at % columns + 1 < columns, left = at % columns > 0;
    if (right && owner[at + 1] == own && grid->walls_right[at])
        return true;
    return below < grid->rows * columns && owner[below] == own &&
           ((right && (owner[at + 1] == own) != (owner[below + 1] == own)) ||
            (left && (owner[at - 1] == own) != (owner[below - 1] == own)));
}

static void extend_all_sides(struct grid *grid, const struct sheet_page *page)
{
    size_t count = grid->rows * grid->columns;
    bool *corners = arena_alloc(grid->scratch, count * sizeof *corners);
    find_owners(grid);
    for (size_t at = 0; at < count; at++)
        corners[grid->owner[at]] |= is_corner(grid, at);
    for (size_t cell = 0; cell < count; cell++)
        if (corners[cell])
            extend_sides(grid, page, cell);
}

static bool is_digit(const struct sheet_char *c)
{
    return isdigit((unsigned char)*c->text) != 0;
}

/* Whether two characters are of one number: digits, or a point behind one, that nothing parts. */
static bool are_one_number(const struct sheet_char *c, const struct sheet_char *next)
{
    bool point = *next->text == '.' || *next->text == ',';
    return c->line == next->line && ((is_digit(c) && point) || is_digit(next)) &&
           fabsf(next->x0 - c->x1) < (c->y1 - c->y0) / 10;
}

/* The characters [first, end) are a number that runs over a side of its cell: it stands where its middle is.
 * Where the side is between two characters, they may be of two numbers, and nobody can read either. */
static void place_number(struct grid *grid, struct sheet_page *page, size_t first, size_t end)
{
    struct sheet_char *chars = page->chars, whole = chars[first];
    size_t cells = grid->rows * grid->columns, at;
    bool struck = false;
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; k <= grid->columns; k++)
            struck |= grid->xs[k] > chars[i].x0 + NEAR * grid->em / 2 &&
                      grid->xs[k] < chars[i].x1 - NEAR * grid->em / 2;
    whole.x1 = chars[end - 1].x1;
    at = position_of(grid, &whole);
    at = at < cells ? grid->owner[at] : grid->chars_of[first];
    for (size_t i = first; i < end; i++) {
        if (!struck)
            chars[i].text = "?", chars[i].length = 1;
        else if (at < cells)
            grid->chars_of[i] = at, chars[i].in_table = true;
    }
}

static void place_numbers(struct grid *grid, struct sheet_page *page)
{
    for (size_t first = 0, end; first < page->char_count; first = end) {
        bool apart = false;
        for (end = first + 1; end < page->char_count && is_digit(&page->chars[first]) &&
                              are_one_number(&page->chars[end - 1], &page->chars[end]);
             end++)
            apart |= grid->chars_of[end] != grid->chars_of[first];
        if (apart)
            place_number(grid, page, first, end);
    }
}

/* Numbers the characters of each cell together: sorted[starts[cell]] to sorted[starts[cell + 1]]. */
static size_t *sort_chars(struct grid *grid, const struct sheet_page *page, struct sheet_char *sorted)
{
    size_t cells = grid->rows * grid->columns,
           *starts = arena_alloc(grid->scratch, (cells + 2) * sizeof *starts);
    for (size_t i = 0; i < page->char_count; i++)
        if (grid->chars_of[i] < cells)
            starts[grid->chars_of[i] + 2]++;
    for (size_t i = 2; i < cells + 2; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < page->char_count; i++)
        if (grid->chars_of[i] < cells)
            sorted[starts[grid->chars_of[i] + 1]++] = page->chars[i];
    return starts;
}

/* The same characters set from top to bottom, columns from right to left: turned so that columns are lines.
 */
static const char *words_down(const struct grid *grid, const struct sheet_char *chars, size_t count)
{
    struct sheet_char *turned = arena_alloc(grid->scratch, count * sizeof *turned);
    for (size_t i = 0; i < count; i++) {
        turned[i] = chars[i];
        turned[i].x0 = chars[i].y0, turned[i].x1 = chars[i].y1;
        turned[i].y0 = -chars[i].x1, turned[i].y1 = -chars[i].x0;
    }
    struct sheet_lines lines = sheet_lines(grid->scratch, turned, count, 0);
    return sheet_words(grid->arena, &lines, 0);
}

static const char *words_of(const struct grid *grid, struct sheet_char *chars, size_t count, float room)
{
    struct sheet_lines lines = sheet_lines(grid->scratch, chars, count, 0);
    const char *words = sheet_words(grid->arena, &lines, room);
    if (count < 2 || lines.count == count || (lines.count < 2 && (unsigned char)*words < 0x80) ||
        sheet_label(grid->lexicon, grid->scratch, words))
        return words;
    const char *down = words_down(grid, chars, count);
    return sheet_label(grid->lexicon, grid->scratch, down) ? down : words;
}

/* The least room between a wall and what stands beside it: what cells keep free on each side. A mark that may
 * not begin a line hangs over its cell's side, and so does a character where there is no room for two. */
static float padding(const struct grid *grid, const struct sheet_char *sorted, const size_t *starts)
{
    float least = INFINITY;
    for (size_t cell = 0; cell < grid->rows * grid->columns; cell++) {
        const struct sheet_char *first = &sorted[starts[cell]], *last = first;
        for (const struct sheet_char *c = first; c < &sorted[starts[cell + 1]]; c++) {
            first = c->x0 < first->x0 ? c : first;
            last = c->x1 > last->x1 ? c : last;
        }
        bool lines = starts[cell] < starts[cell + 1] && last->x0 > first->x0 + (first->x1 - first->x0) / 2;
        if (lines && !sheet_may_hang(last))
            least = fminf(least, first->x0 - grid->xs[cell % grid->columns]);
    }
    return isinf(least) ? 0 : least;
}

static float width_of(const struct grid *grid, size_t cell)
{
    size_t column = cell % grid->columns, end = column + 1;
    while (end < grid->columns && grid->owner[cell - column + end] == cell)
        end++;
    return grid->xs[end] - grid->xs[column];
}

static unsigned first_line(const struct sheet_char *chars, size_t count)
{
    unsigned first = count ? chars->line : 0;
    for (size_t i = 0; i < count; i++)
        first = chars[i].line < first ? chars[i].line : first;
    return first;
}

static void set_cell(const struct grid *grid, struct sheet_table *table, size_t at)
{
    size_t columns = grid->columns, owner = grid->owner[at];
    struct box_cell *cell = &table->cells[at];
    cell->text = "";
    cell->page = table->page;
    if (owner != at)
        cell->cover = at % columns && grid->owner[at - 1] == owner ? SPAN_LEFT : SPAN_ABOVE;
}

static void fill_cells(const struct grid *grid, struct sheet_page *page, struct sheet_table *table)
{
    size_t cells = grid->rows * grid->columns;
    struct sheet_char *sorted = arena_alloc(grid->scratch, page->char_count * sizeof *sorted + 1);
    size_t *starts = sort_chars((struct grid *)grid, page, sorted);
    float free_room = 2 * padding(grid, sorted, starts);
    for (size_t i = 0; i < cells; i++) {
        size_t count = starts[i + 1] - starts[i];
        set_cell(grid, table, i);
        table->cells[i].line = first_line(sorted + starts[i], count);
        if (count)
            table->cells[i].text = words_of(grid, sorted + starts[i], count, width_of(grid, i) - free_room);
    }
}

/* A cell without words has the line of what stands before it in its row. */
static void number_rows(struct sheet_table *table)
{
    unsigned last = 1;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        if (table->cells[i].line)
            last = table->cells[i].line;
        else
            table->cells[i].line = last;
    }
}

/* ---- lines that are none of the table's ---- */

/* What the words in a cell, or in two, are in the forms' tables. */
static unsigned label_of(const struct grid *grid, const struct sheet_page *page, size_t cell, size_t other)
{
    struct sheet_char *chars = arena_alloc(grid->scratch, page->char_count * sizeof *chars + 1);
    size_t count = 0;
    for (size_t i = 0; i < page->char_count; i++)
        if (grid->chars_of[i] == cell || grid->chars_of[i] == other)
            chars[count++] = page->chars[i];
    struct sheet_lines lines = sheet_lines(grid->scratch, chars, count, 0);
    return sheet_label(grid->lexicon, grid->scratch, sheet_words(grid->scratch, &lines, 0));
}

/* Whether a line is drawn through a label: ideographs on both sides touch, and neither side is one. */
static bool is_drawn_through(const struct grid *grid, const struct sheet_page *page, size_t i)
{
    const struct sheet_char *c = &page->chars[i], *next = c + 1;
    size_t cells = grid->rows * grid->columns, left = grid->chars_of[i], right = grid->chars_of[i + 1];
    return left < cells && right < cells && left != right && c->line == next->line && c->length > 2 &&
           next->length > 2 && next->x0 - c->x1 < TIGHT * grid->em && label_of(grid, page, left, right) &&
           !label_of(grid, page, left, left) && !label_of(grid, page, right, right);
}

/* Take such lines out of the walls, as one between columns of text that is drawn over a table that is wider
 * than one. Returns whether there was one. */
static bool open_labels(struct grid *grid, const struct sheet_page *page)
{
    bool opened = false;
    for (size_t i = 0; i + 1 < page->char_count; i++) {
        bool through = is_drawn_through(grid, page, i);
        for (size_t at = 0; through && at + 1 < grid->rows * grid->columns; at++)
            if (grid->owner[at] == grid->chars_of[i] && grid->owner[at + 1] == grid->chars_of[i + 1])
                grid->walls_right[at] = false, opened = true;
    }
    return opened;
}

/* ---- whether it is a table ---- */

/* What stands in a cell: how many values and labels, how many of these are of rows, whether one is a value,
 * and whether one is the label of a column,
 * and whether there are other words. */
struct contents {
    unsigned count, rows;
    bool value, words, column;
};

/* Count what characters of one line are that nothing parts. */
static void count_run(const struct grid *grid, struct contents *contents, struct sheet_char *chars,
                      size_t count)
{
    struct sheet_line line = {.chars = chars, .count = count};
    struct sheet_lines lines = {&line, 1};
    const char *words = sheet_words(grid->scratch, &lines, 0);
    bool value = sheet_is_value(words);
    unsigned label = value ? 0 : sheet_label(grid->lexicon, grid->scratch, words);
    contents->count += value || label;
    contents->rows += (label & WORD_ROW) != 0;
    contents->value |= value;
    contents->column |= (label & WORD_COLUMN) != 0;
    contents->words |= !value && !label && !sheet_is_unit(words);
}

/* What stands in a cell of which `room` is its width; a number that found no room on one line is one, and so
 * is a label with room behind its number, or between its words. */
static struct contents contents_of(const struct grid *grid, struct sheet_char *chars, size_t count,
                                   float room)
{
    struct sheet_lines lines = sheet_lines(grid->scratch, chars, count, 0);
    const char *whole = sheet_words(grid->scratch, &lines, room);
    unsigned label = sheet_label(grid->lexicon, grid->scratch, whole);
    if (!sheet_stand_apart(&lines) && (label || sheet_is_value(whole)))
        return (struct contents){.count = 1,
                                 .rows = (label & WORD_ROW) != 0,
                                 .value = !label,
                                 .column = (label & WORD_COLUMN) != 0};
    struct contents contents = {0};
    for (struct sheet_line *line = lines.lines; line < lines.lines + lines.count; line++)
        for (size_t first = 0, end; first < line->count; first = end) {
            for (end = first + 1;
                 end < line->count && !sheet_has_space(&line->chars[end - 1], &line->chars[end]); end++)
                ;
            count_run(grid, &contents, &line->chars[first], end - first);
        }
    return contents;
}

/* Whether lines part what stands in a grid: some row has two cells, and most values and labels have a cell
 * for themselves. Else what is drawn frames tables, or parts rows and no columns, or columns and no rows.
 * LOST 36 where twice as many may stand together, none where half as many. */
static bool parts_contents(struct grid *grid, const struct sheet_page *page)
{
    struct sheet_char *sorted = arena_alloc(grid->scratch, page->char_count * sizeof *sorted + 1);
    size_t *starts = sort_chars(grid, page, sorted), alone = 0, together = 0;
    float free_room = 2 * padding(grid, sorted, starts);
    bool columns = false, rows = true;
    for (size_t i = 0; i < grid->rows * grid->columns; i++) {
        struct contents contents =
            contents_of(grid, sorted + starts[i], starts[i + 1] - starts[i], width_of(grid, i) - free_room);
        bool several = contents.count > 1 || (contents.value && contents.words);
        *(several ? &together : &alone) += contents.count;
        columns |= grid->owner[i] % grid->columns != 0;
        rows &= contents.rows < 2 && !(contents.column && contents.value);
    }
    return columns && rows && together <= alone;
}

/* ---- a table ---- */

static bool find_grid(struct grid *grid, const struct sheet_page *page)
{
    size_t most = 3 * grid->frame->count;
    grid->xs = arena_alloc(grid->scratch, most * sizeof *grid->xs);
    grid->ys = arena_alloc(grid->scratch, most * sizeof *grid->ys);
    grid->x_spans = arena_alloc(grid->scratch, most * sizeof *grid->x_spans);
    grid->y_spans = arena_alloc(grid->scratch, most * sizeof *grid->y_spans);
    grid->tight = tightness(grid);
    size_t down = find_edges(grid->frame, true, grid->tight, grid->xs, grid->x_spans),
           across = find_edges(grid->frame, false, grid->tight, grid->ys, grid->y_spans);
    across = add_ends(grid, grid->ys, grid->y_spans, across);
    if (down < 2 || across < 2 || down > LIMIT_COLUMNS || (down - 1) * (across - 1) > LIMIT_CELLS)
        return false;
    grid->columns = down - 1;
    grid->rows = across - 1;
    size_t cells = grid->rows * grid->columns;
    grid->walls_right = arena_alloc(grid->scratch, cells * sizeof *grid->walls_right);
    grid->walls_below = arena_alloc(grid->scratch, cells * sizeof *grid->walls_below);
    grid->owner = arena_alloc(grid->scratch, cells * sizeof *grid->owner);
    grid->chars_of = arena_alloc(grid->scratch, page->char_count * sizeof *grid->chars_of + 1);
    grid->lowest = is_lowest(grid, page);
    for (size_t i = 0; i < page->char_count; i++)
        grid->chars_of[i] = position_of(grid, &page->chars[i]);
    find_walls(grid);
    extend_all_sides(grid, page);
    do {
        part_corners(grid);
        find_owners(grid);
        place_chars(grid, page);
    } while (open_labels(grid, page));
    return parts_contents(grid, page);
}

static struct sheet_table *make_table(struct grid *grid, struct sheet_page *page, size_t number)
{
    struct sheet_table *table = arena_alloc(grid->scratch, sizeof *table);
    *table = (struct sheet_table){
        .page = number, .last_page = number, .top = grid->ys[0], .bottom = grid->ys[grid->rows]};
    table->edges = grid->xs;
    table->rows = grid->rows;
    table->columns = grid->columns;
    table->cells = arena_alloc(grid->scratch, grid->rows * grid->columns * sizeof *table->cells);
    for (size_t i = 0; i < page->char_count; i++)
        page->chars[i].in_table |= grid->chars_of[i] < grid->rows * grid->columns;
    place_numbers(grid, page);
    fill_cells(grid, page, table);
    number_rows(table);
    sheet_join_rows(grid->scratch, table, grid->lexicon);
    return table;
}

/* Put a table where it stands among those found, from the top. */
static void insert(struct sheet_table **here, struct sheet_table *table)
{
    while (*here &&
           ((*here)->top < table->top || ((*here)->top == table->top && *(*here)->edges < *table->edges)))
        here = &(*here)->next;
    table->next = *here;
    *here = table;
}

/* Whether a frame lies around a table: it has been drawn around what stands beside tables. */
static bool is_around_table(const struct sheet_frames *frames, const struct sheet_frame *frame,
                            const bool *tables)
{
    for (size_t i = 0; i < frames->count; i++)
        if (tables[i] && sheet_is_around(frame, &frames->frames[i]))
            return true;
    return false;
}

struct sheet_table *sheet_tables(struct nb_arena *arena, struct nb_arena *scratch, struct sheet_page *page,
                                 size_t number, const struct lexicon *lexicon)
{
    struct sheet_table *first = NULL;
    float em = sheet_em(page, scratch);
    struct sheet_frames frames = sheet_frames(scratch, page, NEAR * em, TIGHT * em);
    bool *tables = arena_alloc(scratch, frames.count * sizeof *tables + 1);
    for (size_t i = 0; i < frames.count; i++) {
        struct grid grid = {.arena = arena,
                            .scratch = scratch,
                            .lexicon = lexicon,
                            .frame = &frames.frames[i],
                            .em = em,
                            .tight = TIGHT * em};
        if (is_around_table(&frames, grid.frame, tables) || !find_grid(&grid, page))
            continue;
        tables[i] = true;
        insert(&first, make_table(&grid, page, number));
    }
    return first;
}
