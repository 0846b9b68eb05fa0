/* layout_place.c - put each value of a row into a column.
 *
 * Rows that print as many values as there are columns show where columns stand; so do the labels above them. The values of other rows
 * are put, in their order, where they miss the columns least. A row is ragged where another way is nearly as good, or where values may
 * be set left, centred or right, as far as the text shows, and that makes a difference. Text of another page may be shifted. */
#include "layout_parts.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEFT, CENTRE, RIGHT, MODES };

/* Positions and distances are counted in units of UNIT to a column. */
enum {
    UNIT = 16,
    NEVER = INT_MAX / 4,
    JITTER = 2 * UNIT,     /* by which an edge may be off */
    MARGIN = UNIT,         /* by which the second best way must be worse */
    FAR = 5 * UNIT / 2,    /* a value that misses its column by more is in none */
    DOUBLE = 4 * UNIT,     /* what it costs to put two values into one column */
    CLOSE = 2,             /* columns between two values that may be in one */
    STRAY = 9 * UNIT / 4,  /* a value that misses a column of another page by more tells that this is elsewhere */
    MANY_VALUES = 12,      /* that show whether labels stand where columns are */
    FEW = 12,              /* one of so many values may stand elsewhere */
    GAP = 5 * UNIT / 2,    /* between values of two columns */
    SEVERAL = 3,           /* values that tell well where a column is */
    DRIFT = 5 * UNIT / 4,  /* the same for the values of a column on average */
    VARIES = 3 * UNIT,     /* labels that vary by more do not tell how a page is shifted */
    ROUNDS = 3,
    FURTHEST = 40,         /* columns by which a page may be shifted */
    MOST_ROWS = 300
};

/* Where a column stands: its label, and on average the values that are in it, set in each of the modes. */
struct column {
    long start, end, centre; /* centre: of the lines of the label, on average */
    long anchor[MODES], count[MODES];
};

/* Rows whose places can be compared: of one page, and of others where it is known how they are shifted. */
struct frame {
    bool headed;
    size_t full; /* rows that print all their values */
    bool heaped; /* its values alone show the columns */
    struct column column[MAX_COLUMNS];
};

struct placing {
    const struct lines *lines;
    struct band *band;
    struct grid *grid;
    int header_page;
    int *frame; /* of each row; -1: not known yet */
    long *shift; /* of each row against the frame */
};

static long anchor_of(const struct token *token, int mode)
{
    return mode == LEFT ? UNIT * token->start : mode == RIGHT ? UNIT * token->end : UNIT * (token->start + token->end) / 2;
}

static int page_of(const struct placing *placing, const struct row *row)
{
    return placing->lines->line[row->line].page;
}

/* Whether a row prints as many values as there are columns, all on one line. */
static bool looks_full(const struct placing *placing, const struct row *row)
{
    const struct line *line = &placing->lines->line[row->line];
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i]->from < line->from || row->cells[i]->to > line->to)
            return false;
    return row->count == (size_t)placing->grid->columns;
}

/* ---- how pages are shifted ---- */

/* Where the labels of one level, or the values of full rows, stand on a page: sums and bounds of edges and centres. */
struct extent {
    long count, start, least_start, most_start, centre, least_centre, most_centre;
};

static void extend(struct extent *extent, long start, long centre)
{
    bool first = !extent->count++;
    extent->start += start;
    extent->centre += centre;
    extent->least_start = first || start < extent->least_start ? start : extent->least_start;
    extent->most_start = first || start > extent->most_start ? start : extent->most_start;
    extent->least_centre = first || centre < extent->least_centre ? centre : extent->least_centre;
    extent->most_centre = first || centre > extent->most_centre ? centre : extent->most_centre;
}

static struct extent labels_on(const struct placing *placing, int page, int level)
{
    struct extent extent = {0};
    for (size_t i = 0; i < placing->band->row_count; i++) {
        const struct label *label = placing->band->rows[i].label;
        if (label && label->kinds & WORD_ROW && label->page == page && label->enumerator.level == level &&
            placing->lines->line[label->first_line].page == page)
            extend(&extent, UNIT * label->start, UNIT * (label->start + label->end) / 2);
    }
    return extent;
}

static struct extent values_on(const struct placing *placing, int page)
{
    struct extent extent = {0};
    for (size_t i = 0; i < placing->band->row_count; i++) {
        const struct row *row = &placing->band->rows[i];
        if (!row->full || page_of(placing, row) != page)
            continue;
        long centres = 0;
        for (size_t j = 0; j < row->count; j++)
            centres += anchor_of(row->cells[j], CENTRE);
        extend(&extent, centres / (long)row->count, centres / (long)row->count);
    }
    return extent;
}

static long larger(long a, long b)
{
    return a > b ? a : b;
}

static long least(long a, long b)
{
    return a < b ? a : b;
}

/* How far things on page `to` stand right of the same on page `from`, by edges or by centres, whichever vary less. Returns how much
 * they vary; NEVER: not known. */
static long shift_between(const struct extent *from, const struct extent *to, long *shift)
{
    if (!from->count || !to->count)
        return NEVER;
    long edges = larger(from->most_start - from->least_start, to->most_start - to->least_start);
    long centres = larger(from->most_centre - from->least_centre, to->most_centre - to->least_centre);
    *shift = edges <= centres ? to->start / to->count - from->start / from->count
                              : to->centre / to->count - from->centre / from->count;
    return least(edges, centres);
}

/* How far page `to` is shifted against page `from`; false: not known. */
static bool page_shift(const struct placing *placing, int from, int to, long *shift)
{
    *shift = 0;
    if (from == to)
        return true;
    long best = VARIES + 1;
    for (int level = 0; level <= 4; level++) {
        struct extent here = labels_on(placing, from, level), there = labels_on(placing, to, level);
        long by = 0, spread = shift_between(&here, &there, &by);
        if (spread < best) {
            best = spread;
            *shift = by;
        }
    }
    struct extent here = values_on(placing, from), there = values_on(placing, to);
    if (here.count > 1 && there.count > 1)
        return shift_between(&here, &there, shift) <= VARIES;
    return best <= VARIES;
}

/* Put the rows of page `page` into the frame of an earlier page, or one of their own. */
static void frame_page(struct placing *placing, size_t row, int *frames)
{
    struct band *band = placing->band;
    int page = page_of(placing, &band->rows[row]), frame = -1;
    long shift = 0, by;
    if (page == placing->header_page)
        frame = 0;
    for (size_t i = row; frame < 0 && i-- > 0;)
        if (placing->frame[i] >= 0 && page_shift(placing, page_of(placing, &band->rows[i]), page, &by)) {
            frame = placing->frame[i];
            shift = placing->shift[i] + by;
        } else {
            while (i && page_of(placing, &band->rows[i - 1]) == page_of(placing, &band->rows[i]))
                i--;
        }
    if (frame < 0)
        frame = ++*frames;
    for (size_t i = row; i < band->row_count; i++)
        if (page_of(placing, &band->rows[i]) == page) {
            placing->frame[i] = frame;
            placing->shift[i] = shift;
        }
}

/* Frame 0 is that of the header. Returns how many there are. */
static int find_frames(struct placing *placing)
{
    int frames = 0;
    size_t count = placing->band->row_count;
    placing->frame = arena_alloc(placing->lines->arena, (count + 1) * sizeof *placing->frame);
    placing->shift = arena_alloc(placing->lines->arena, (count + 1) * sizeof *placing->shift);
    for (size_t i = 0; i < count; i++)
        placing->frame[i] = -1;
    for (size_t i = 0; i < count; i++)
        if (placing->frame[i] < 0)
            frame_page(placing, i, &frames);
    return frames + 1;
}

/* ---- how badly a value fits a column ---- */

/* A label is centred above its column: a value set right ends no further left than it, one set left begins no further right. */
static long miss_label(const struct column *column, long at, int mode)
{
    if (mode == CENTRE)
        return labs(at - column->centre);
    long over = mode == RIGHT ? at - column->end : column->start - at;
    return over < -JITTER ? -3 * over : labs(over);
}

static long miss(const struct frame *frame, int column, long at, int mode)
{
    const struct column *here = &frame->column[column];
    if (here->count[mode])
        return labs(at - here->anchor[mode]);
    return frame->headed ? miss_label(here, at, mode) : NEVER;
}

/* ---- the best way to put the values of a row into columns ---- */

struct table {
    const struct frame *frame;
    const struct row *row;
    long shift;
    int columns, mode;
    size_t pinned; /* this value must stand in column `pin` */
    int pin;
    long cost[MAX_COLUMNS + 1][MAX_TOKENS + 3]; /* of values from there on in columns from there on */
};

static long cost_of(const struct table *table, size_t value, int column)
{
    if (value == table->pinned && column != table->pin)
        return NEVER;
    return miss(table->frame, column, anchor_of(table->row->cells[value], table->mode) - table->shift, table->mode);
}

/* Two values in one column: side by side, or one below the other where a value is broken. */
static long cost_of_two(const struct table *table, size_t value, int column)
{
    if (column != table->pin && (value == table->pinned || value + 1 == table->pinned))
        return NEVER;
    const struct token *left = table->row->cells[value], *right = table->row->cells[value + 1];
    struct token both = {.start = left->start, .end = left->end > right->end ? left->end : right->end};
    return right->start - left->end > CLOSE
               ? NEVER
               : miss(table->frame, column, anchor_of(&both, table->mode) - table->shift, table->mode) + DOUBLE;
}

/* Fill in the table from its end: the least cost to place values from `value` on in columns from `column` on. */
static long fill_in(struct table *table)
{
    size_t count = table->row->count;
    for (size_t value = 0; value <= count; value++)
        table->cost[table->columns][value] = value == count ? 0 : NEVER;
    for (int column = table->columns; column-- > 0;)
        for (size_t value = count + 1; value-- > 0;) {
            const long *next = table->cost[column + 1];
            long best = next[value];
            if (value < count)
                best = least(best, next[value + 1] + cost_of(table, value, column));
            if (value + 1 < count)
                best = least(best, next[value + 2] + cost_of_two(table, value, column));
            table->cost[column][value] = least(best, NEVER);
        }
    return table->cost[0][0];
}

static void read_off(const struct table *table, int *columns)
{
    size_t value = 0, count = table->row->count;
    for (int column = 0; column < table->columns && value < count; column++) {
        const long *next = table->cost[column + 1];
        if (table->cost[column][value] == next[value])
            continue;
        columns[value] = column;
        if (table->cost[column][value] != next[value + 1] + cost_of(table, value, column))
            columns[++value] = column;
        value++;
    }
}

static bool is_alone(const struct row *row, const int *columns, size_t value)
{
    return (!value || columns[value - 1] != columns[value]) &&
           (value + 1 == row->count || columns[value + 1] != columns[value]);
}

/* ---- a frame in one mode: where columns are shows where values are, and the other way round ---- */

struct fit {
    const struct placing *placing;
    struct frame *frame;
    int number, mode;
};

static struct table table_of(const struct fit *fit, size_t row)
{
    return (struct table){.frame = fit->frame,
                          .row = &fit->placing->band->rows[row],
                          .shift = fit->placing->shift[row],
                          .columns = fit->placing->grid->columns,
                          .mode = fit->mode,
                          .pinned = SIZE_MAX};
}

/* Put the values of a row into columns; false: no way is possible. */
static bool assign(const struct fit *fit, size_t number, int *columns)
{
    const struct row *row = &fit->placing->band->rows[number];
    if (row->full) {
        for (size_t i = 0; i < row->count; i++)
            columns[i] = (int)i;
        return true;
    }
    struct table table = table_of(fit, number);
    if (fill_in(&table) >= NEVER)
        return false;
    read_off(&table, columns);
    return true;
}

/* Where a value stands, and in which column. */
struct spot {
    int column;
    long at;
};

static int by_spot(const void *a, const void *b)
{
    const struct spot *one = a, *other = b;
    return one->column != other->column ? one->column - other->column : one->at < other->at ? -1 : one->at > other->at;
}

/* The values of a row that are alone in their columns. Returns how many. */
static size_t spots_of(const struct fit *fit, size_t number, struct spot *spots)
{
    const struct row *row = &fit->placing->band->rows[number];
    int columns[MAX_TOKENS];
    size_t count = 0;
    if (!assign(fit, number, columns))
        return 0;
    for (size_t i = 0; i < row->count; i++)
        if (is_alone(row, columns, i))
            spots[count++] = (struct spot){columns[i], anchor_of(row->cells[i], fit->mode) - fit->placing->shift[number]};
    return count;
}

/* The average of sorted places that are near their median: text extractors push some values far aside. */
static long middle_of(const struct spot *spots, size_t count)
{
    long median = spots[count / 2].at, sum = 0, near = 0;
    for (size_t i = 0; i < count; i++)
        if (labs(spots[i].at - median) <= 2 * UNIT) {
            sum += spots[i].at;
            near++;
        }
    return sum / near;
}

/* Find where the values of each column stand, in the rows of the frame, or in its full rows only. */
static void find_anchors(const struct fit *fit, bool only_full)
{
    const struct band *band = fit->placing->band;
    size_t room = 0, count = 0;
    for (size_t i = 0; i < band->row_count; i++)
        room += band->rows[i].count;
    struct spot *spots = xmalloc((room + 1) * sizeof *spots);
    for (size_t i = 0; i < band->row_count; i++)
        if (fit->placing->frame[i] == fit->number && band->rows[i].count && (!only_full || band->rows[i].full))
            count += spots_of(fit, i, spots + count);
    qsort(spots, count, sizeof *spots, by_spot);
    for (int j = 0; j < fit->placing->grid->columns; j++)
        fit->frame->column[j].count[fit->mode] = 0;
    for (size_t from = 0, to; from < count; from = to) {
        struct column *column = &fit->frame->column[spots[from].column];
        for (to = from; to < count && spots[to].column == spots[from].column;)
            to++;
        column->count[fit->mode] = (long)(to - from);
        column->anchor[fit->mode] = middle_of(spots + from, to - from);
    }
    free(spots);
}

/* Where the middle of the lines of a label is. */
static long centre_of(const struct lines *lines, const struct label *label)
{
    long sum = 0, count = 0;
    for (const struct piece *piece = label->pieces; piece; piece = piece->next) {
        size_t line = label->last_line;
        while (lines->line[line].from > piece->token->from)
            line--;
        if (lines->line[line].page != label->page)
            continue;
        sum += UNIT * (piece->token->start + piece->token->end) / 2;
        count++;
    }
    return sum / count;
}

/* The labels of the columns, as they would stand on a page that is shifted by `shift`. */
static void put_labels(const struct placing *placing, struct frame *frame, long shift)
{
    frame->headed = true;
    for (int j = 0; j < placing->grid->columns; j++) {
        const struct label *label = placing->grid->leaf[j];
        frame->column[j].start = UNIT * label->start + shift;
        frame->column[j].end = UNIT * label->end + shift;
        frame->column[j].centre = centre_of(placing->lines, label) + shift;
    }
}

static void open_frame(const struct placing *placing, int number, struct frame *frame)
{
    *frame = (struct frame){0};
    if (number == 0 && placing->grid->labelled && !placing->grid->packed)
        put_labels(placing, frame, 0);
    for (size_t i = 0; i < placing->band->row_count; i++)
        frame->full += placing->frame[i] == number && placing->band->rows[i].full;
}

static void fit_columns(const struct fit *fit)
{
    if (!fit->frame->heaped)
        find_anchors(fit, true);
    for (int round = 0; round < ROUNDS; round++)
        find_anchors(fit, false);
}

/* By how much all values of a frame miss their columns, and columns their labels. */
static long cost_of_fit(const struct fit *fit)
{
    long cost = 0;
    int columns[MAX_TOKENS];
    for (size_t i = 0; i < fit->placing->band->row_count; i++) {
        const struct row *row = &fit->placing->band->rows[i];
        if (fit->placing->frame[i] != fit->number || !row->count)
            continue;
        if (!assign(fit, i, columns)) {
            cost += FAR * (long)row->count;
            continue;
        }
        for (size_t j = 0; j < row->count; j++)
            cost += is_alone(row, columns, j)
                        ? miss(fit->frame, columns[j], anchor_of(row->cells[j], fit->mode) - fit->placing->shift[i], fit->mode)
                        : DOUBLE;
    }
    for (int j = 0; fit->frame->headed && j < fit->placing->grid->columns; j++) {
        const struct column *column = &fit->frame->column[j];
        if (column->count[fit->mode])
            cost += miss_label(column, column->anchor[fit->mode], fit->mode);
    }
    return cost;
}

/* Whether the values of one page stand where the rest of the frame has its columns, in one mode. */
static bool fits_frame(const struct fit *fit, int page)
{
    const struct placing *placing = fit->placing;
    long sum[MAX_COLUMNS] = {0}, count[MAX_COLUMNS] = {0};
    struct spot spots[MAX_TOKENS];
    for (size_t i = 0; i < placing->band->row_count; i++) {
        const struct row *row = &placing->band->rows[i];
        if (!row->count || page_of(placing, row) != page)
            continue;
        size_t found = spots_of(fit, i, spots);
        for (size_t j = 0; j < found; j++) {
            const struct column *column = &fit->frame->column[spots[j].column];
            long home = column->count[fit->mode] ? column->anchor[fit->mode] : column->centre;
            if (miss(fit->frame, spots[j].column, spots[j].at, fit->mode) > STRAY + (column->count[fit->mode] < SEVERAL || placing->lines->display ? UNIT : 0))
                return false;
            sum[spots[j].column] += spots[j].at - home;
            count[spots[j].column]++;
        }
        if (!found)
            return false;
    }
    for (int j = 0; j < placing->grid->columns; j++)
        if (count[j] > 1 && labs(sum[j]) > count[j] * DRIFT && (fit->frame->column[j].count[fit->mode] || fit->mode == CENTRE))
            return false;
    return true;
}

/* Leave the rows from page `page` on out of their frame, and take them in again. */
static void hide_pages(const struct placing *placing, int number, int page)
{
    for (size_t i = 0; i < placing->band->row_count; i++)
        if (placing->frame[i] == number && page_of(placing, &placing->band->rows[i]) >= page)
            placing->frame[i] = -2 - number;
}

static void show_pages(const struct placing *placing, int number)
{
    for (size_t i = 0; i < placing->band->row_count; i++)
        if (placing->frame[i] == -2 - number)
            placing->frame[i] = number;
}

static void set_frame(const struct placing *placing, int page, int number)
{
    for (size_t i = 0; i < placing->band->row_count; i++)
        if (page_of(placing, &placing->band->rows[i]) == page)
            placing->frame[i] = number;
}

/* Text extractors stretch pages too. Take page after page into a frame; one that does not fit is a frame of its own. */
static void split_frame(const struct placing *placing, int number, int *frames)
{
    struct band *band = placing->band;
    int first = number == 0 && placing->grid->labelled ? placing->header_page : -1;
    for (size_t i = 0; i < band->row_count; i++) {
        int page = page_of(placing, &band->rows[i]);
        bool fits = first < 0 || page == first;
        if (placing->frame[i] != number || (i && page_of(placing, &band->rows[i - 1]) == page))
            continue;
        first = first < 0 ? page : first;
        hide_pages(placing, number, page);
        for (int mode = 0; mode < MODES && !fits; mode++) {
            struct frame frame;
            struct fit fit = {placing, &frame, number, mode};
            open_frame(placing, number, &frame);
            fit_columns(&fit);
            fits = fits_frame(&fit, page);
        }
        show_pages(placing, number);
        if (!fits)
            set_frame(placing, page, (*frames)++);
    }
}

/* Find how a frame without header is shifted against the header's: as its values fit the labels best, if no other shift comes near. */
static void find_shift(const struct placing *placing, struct frame *frame, int number, int mode)
{
    long best = NEVER, at = 0, second = NEVER, costs[2 * FURTHEST + 1];
    for (long shift = -FURTHEST; shift <= FURTHEST; shift++) {
        struct frame shifted = *frame;
        struct fit fit = {placing, &shifted, number, mode};
        put_labels(placing, &shifted, shift * UNIT);
        fit_columns(&fit);
        long cost = costs[shift + FURTHEST] = cost_of_fit(&fit);
        if (cost < best) {
            best = cost;
            at = shift;
        }
    }
    for (long shift = -FURTHEST; shift <= FURTHEST; shift++)
        if (labs(shift - at) > 2)
            second = least(second, costs[shift + FURTHEST]);
    if (second > best + best / 4 + 4 * UNIT)
        put_labels(placing, frame, at * UNIT);
}

static size_t count_values(const struct placing *placing, int number)
{
    size_t count = 0;
    for (size_t i = 0; i < placing->band->row_count; i++)
        count += placing->frame[i] == number ? placing->band->rows[i].count : 0;
    return count;
}

/* Labels that may have been moved count if many values stand right below them. */
static void try_labels(const struct placing *placing, struct frame *frame, int number, int mode)
{
    struct frame labelled = *frame;
    struct fit fit = {placing, &labelled, number, mode};
    size_t values = count_values(placing, number);
    put_labels(placing, &labelled, 0);
    fit_columns(&fit);
    if (values >= MANY_VALUES && cost_of_fit(&fit) <= (long)values * UNIT / 2)
        put_labels(placing, frame, 0);
}

/* ---- columns by values alone ---- */

static int by_size(const void *a, const void *b)
{
    long one = *(const long *)a, other = *(const long *)b;
    return one < other ? -1 : one > other;
}

/* Where all values of a frame stand, sorted. The caller frees it. */
static long *all_anchors(const struct fit *fit, size_t *count)
{
    const struct band *band = fit->placing->band;
    long *anchors = xmalloc((count_values(fit->placing, fit->number) + 1) * sizeof *anchors);
    *count = 0;
    for (size_t i = 0; i < band->row_count; i++)
        for (size_t j = 0; fit->placing->frame[i] == fit->number && j < band->rows[i].count; j++)
            anchors[(*count)++] = anchor_of(band->rows[i].cells[j], fit->mode) - fit->placing->shift[i];
    qsort(anchors, *count, sizeof *anchors, by_size);
    return anchors;
}

/* Cut sorted places into heaps where they are wide apart; false: many stand alone or beside the middle of their heap. */
static bool cut_heaps(const long *anchors, size_t count, struct column *columns, int mode, int *heaps)
{
    size_t strays = 0;
    *heaps = 0;
    for (size_t from = 0, to; from < count; from = to) {
        long sum = 0, near = 0;
        for (to = from + 1; to < count && anchors[to] - anchors[to - 1] < GAP;)
            to++;
        for (size_t i = from; i < to; i++)
            if (labs(anchors[i] - anchors[(from + to) / 2]) <= DRIFT) {
                sum += anchors[i];
                near++;
            }
        strays += to - from - (size_t)(near > 1 ? near : 0);
        if (near < 2)
            continue;
        if (*heaps == MAX_COLUMNS)
            return false;
        columns[*heaps].anchor[mode] = sum / near;
        columns[(*heaps)++].count[mode] = near;
    }
    return strays * FEW <= count;
}

/* If values stand in as many narrow heaps as there are columns, the heaps are the columns. */
static void find_heaps(const struct placing *placing, struct frame *frame, int number, int mode)
{
    struct frame heaped = *frame;
    struct fit fit = {placing, &heaped, number, mode};
    size_t count;
    int heaps;
    long *anchors = all_anchors(&fit, &count);
    if (cut_heaps(anchors, count, heaped.column, mode, &heaps) && heaps == placing->grid->columns) {
        *frame = heaped;
        frame->heaped = true;
    }
    free(anchors);
}

/* Labels, full rows, or how the page must be shifted tell where the columns of a frame are. */
static void fit_frame(const struct placing *placing, int number, int likeliest, struct frame *frame)
{
    open_frame(placing, number, frame);
    if (number == 0 && !frame->full && placing->grid->labelled && placing->grid->packed)
        try_labels(placing, frame, number, likeliest);
    if (!frame->headed && !frame->full)
        find_heaps(placing, frame, number, likeliest);
    if (!frame->headed && !frame->full && !frame->heaped && placing->grid->labelled && !placing->grid->packed)
        find_shift(placing, frame, number, likeliest);
    for (int mode = 0; mode < MODES; mode++) {
        struct fit fit = {placing, frame, number, mode};
        if (mode != likeliest && frame->heaped)
            find_heaps(placing, frame, number, mode);
        fit_columns(&fit);
    }
}

/* ---- placing ---- */

/* The columns whose labels the values of a column may stand under nearly as well; full rows need no label. */
static unsigned labels_near(const struct fit *fit, int number)
{
    const struct frame *frame = fit->frame;
    const struct column *column = &frame->column[number];
    unsigned near = 1u << number;
    if (frame->full || !frame->headed || !column->count[fit->mode])
        return near;
    long at = column->anchor[fit->mode], own = miss_label(column, at, fit->mode);
    for (int j = 0; j < fit->placing->grid->columns; j++)
        if (miss_label(&frame->column[j], at, fit->mode) < own + MARGIN)
            near |= 1u << j;
    return near;
}

/* The columns that a value may stand in: where it costs little more than in the best. */
static unsigned columns_near(const struct fit *fit, struct table *table, size_t value, long cost)
{
    unsigned near = 0;
    table->pinned = value;
    for (table->pin = 0; table->pin < table->columns; table->pin++)
        if (fill_in(table) < cost + MARGIN)
            near |= labels_near(fit, table->pin);
    table->pinned = SIZE_MAX;
    return near;
}

static unsigned all_columns(const struct placing *placing)
{
    return placing->grid->columns < MAX_COLUMNS ? (1u << placing->grid->columns) - 1 : ~0u;
}

/* Whether a value stands in the last column and behind the middle of its label: however wide the column, there is none behind it. */
static bool is_last(const struct fit *fit, const struct row *row, const int *columns, size_t value)
{
    int last = fit->placing->grid->columns - 1;
    return fit->frame->headed && value + 1 == row->count && columns[value] == last &&
           UNIT * row->cells[value]->start >= fit->frame->column[last].centre;
}

/* Place the values of a row, as far as one mode tells: add the columns that each may stand in to row->near; of a mode that is not
 * the likeliest only the best. */
static void place_in_mode(const struct fit *fit, size_t number, bool likeliest)
{
    struct row *row = &fit->placing->band->rows[number];
    struct table table = table_of(fit, number);
    long cost = fill_in(&table);
    int best[MAX_TOKENS];
    bool far = false;
    if (cost < NEVER)
        read_off(&table, best);
    for (size_t i = 0; i < row->count; i++)
        far |= cost >= NEVER || (is_alone(row, best, i) && cost_of(&table, i, best[i]) > FAR && !is_last(fit, row, best, i));
    for (size_t i = 0; i < row->count && far; i++)
        row->near[i] = all_columns(fit->placing);
    if (likeliest && cost < NEVER)
        memcpy(row->columns, best, row->count * sizeof *best);
    for (size_t i = 0; i < row->count && cost < NEVER; i++)
        row->near[i] |= likeliest ? columns_near(fit, &table, i, cost) : 1u << best[i];
}

/* Place a row whose values are fewer or more than the columns, in each way in which values may be set. */
static void place_row(const struct placing *placing, struct frame *frame, int number, size_t at, const struct alignment *alignment)
{
    struct row *row = &placing->band->rows[at];
    for (int mode = 0; mode < MODES; mode++) {
        struct fit fit = {placing, frame, number, mode};
        if (alignment->allowed[mode])
            place_in_mode(&fit, at, mode == alignment->likeliest);
    }
    row->trusted = placing->lines->display || frame->full || frame->heaped;
    for (size_t i = 0; i < row->count; i++)
        row->ragged |= row->near[i] != 1u << row->columns[i];
    for (size_t i = 0; i < row->count && !row->ragged; i++)
        row->near[i] |= (3u << row->columns[i] | 1u << row->columns[i] >> 1) & all_columns(placing);
}

static int by_start(const void *a, const void *b)
{
    const struct token *const *one = a, *const *other = b;
    int apart = (*one)->start - (*other)->start;
    return apart ? apart : (*one)->from < (*other)->from ? -1 : 1;
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

/* ---- the columns of a band ---- */

static bool is_column(const struct token *token)
{
    return token->label && token->label->kinds & WORD_COLUMN;
}

/* Whether most labels of columns stand one space from the next: then an extractor that counts each character as one column has moved
 * them. */
static bool is_packed(const struct lines *lines, const struct band *band)
{
    size_t close = 0, all = 0;
    for (size_t i = band->header; i < band->body && !lines->display; i++) {
        const struct line *line = &lines->line[i];
        for (size_t j = 1; j < line->count && line->kind == LINE_TEXT; j++)
            if (is_column(&line->tokens[j - 1]) && is_column(&line->tokens[j])) {
                close += line->tokens[j].start - line->tokens[j - 1].end == 1;
                all++;
            }
    }
    return close && 2 * close >= all;
}

/* The labels of columns, from left to right; of two that stand one above the other the lower one. */
static void find_leaves(const struct lines *lines, const struct band *band, struct grid *grid)
{
    for (const struct label *label = lines->labels; label; label = label->next) {
        if (label->first_line < band->header || label->first_line >= band->body || !(label->kinds & WORD_COLUMN) ||
            grid->columns == MAX_COLUMNS)
            continue;
        int at = grid->columns++;
        for (; at && grid->leaf[at - 1]->start > label->start; at--)
            grid->leaf[at] = grid->leaf[at - 1];
        grid->leaf[at] = label;
    }
    for (int i = 0; i < grid->columns; i++)
        grid->starts[i] = grid->leaf[i]->start;
    grid->labelled = grid->columns > 0;
    grid->packed = is_packed(lines, band);
}

/* How many values rows have; a single longer one among several may have one too many. */
static int most_values(const struct band *band)
{
    enum { MANY = 4 };
    size_t most = 0, second = 0, rows = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        size_t values = band->rows[i].count;
        if (!values)
            continue;
        second = values > most ? most : values > second ? values : second;
        most = values > most ? values : most;
        rows++;
    }
    return (int)(rows < MANY ? most : second);
}

static void find_columns(const struct lines *lines, const struct band *band, struct grid *grid)
{
    *grid = (struct grid){0};
    find_leaves(lines, band, grid);
    int most = most_values(band);
    if (most > grid->columns && most <= MAX_COLUMNS && band->row_count > 1) {
        grid->columns = most;
        grid->labelled = false;
    }
    if (!grid->columns)
        grid->columns = most < MAX_COLUMNS ? most : MAX_COLUMNS;
}

/* A row that prints as many values as there are columns may have lost one and have one too many: below the labels, two of its values
 * stand in one column, whatever way values are set. */
static bool has_two_in_one(const struct fit *fit, size_t number)
{
    struct table table = table_of(fit, number);
    long in_order = 0, best = fill_in(&table);
    int columns[MAX_TOKENS];
    bool apart = true; /* values one space from each other were moved together by the extractor */
    read_off(&table, columns);
    for (size_t i = 0; i < table.row->count; i++) {
        in_order += cost_of(&table, i, (int)i);
        if (i && columns[i] == columns[i - 1])
            apart &= table.row->cells[i]->start - table.row->cells[i - 1]->end > 1;
    }
    return apart && best + 2 * UNIT < in_order;
}

/* Unless many rows are so: then labels do not tell where columns are. */
static void check_full_rows(const struct placing *placing)
{
    struct frame frame;
    struct row *rows = placing->band->rows;
    size_t printed = 0, twice = 0;
    open_frame(placing, 0, &frame);
    for (size_t i = 0; i < placing->band->row_count && frame.headed; i++) {
        rows[i].twice = rows[i].full && placing->frame[i] == 0;
        for (int mode = 0; mode < MODES && rows[i].twice; mode++) {
            struct fit fit = {placing, &frame, 0, mode};
            rows[i].twice = has_two_in_one(&fit, i);
        }
        printed += rows[i].count > 0;
        twice += rows[i].twice;
    }
    for (size_t i = 0; i < placing->band->row_count; i++)
        rows[i].full = rows[i].full && !(rows[i].twice && 4 * twice <= printed);
}

/* Values of rows in order of their place; find the frames. False: the band is no table. */
static bool begin_placing(struct placing *placing, int *frames)
{
    struct band *band = placing->band;
    const struct line *line = placing->lines->line;
    placing->header_page = line[band->body > band->header ? band->body - 1 : band->body].page;
    for (size_t i = 0; i < band->row_count; i++) {
        struct row *row = &band->rows[i];
        row->ragged = band->row_count > MOST_ROWS;
        for (size_t j = 0; j < row->count; j++)
            row->near[j] = row->ragged ? ~0u : 0;
        if (row->count)
            qsort(row->cells, row->count, sizeof *row->cells, by_start);
    }
    find_columns(placing->lines, band, placing->grid);
    if (band->row_count > MOST_ROWS)
        return false;
    for (size_t i = 0; i < band->row_count; i++)
        band->rows[i].full = looks_full(placing, &band->rows[i]);
    *frames = find_frames(placing);
    check_full_rows(placing);
    for (int number = 0; number < *frames; number++)
        split_frame(placing, number, frames);
    return true;
}

/* By how much the values of full rows miss each other, added to alignment->spread. */
static void add_spread(const struct fit *fit, struct alignment *alignment)
{
    struct spot spots[MAX_TOKENS];
    for (size_t i = 0; i < fit->placing->band->row_count && fit->frame->full > 1; i++) {
        if (!fit->placing->band->rows[i].full || fit->placing->frame[i] != fit->number)
            continue;
        size_t count = spots_of(fit, i, spots);
        for (size_t j = 0; j < count; j++)
            alignment->spread[fit->mode] += miss(fit->frame, spots[j].column, spots[j].at, fit->mode);
        alignment->values[fit->mode] += (long)count;
    }
}

/* Whether labels of columns stand in each other's columns. */
static bool overlap(const struct grid *grid)
{
    for (int i = 1; i < grid->columns && grid->labelled; i++)
        if (grid->leaf[i]->start < grid->leaf[i - 1]->end - 1)
            return true;
    return false;
}

/* Whether some label is broken over lines: cells that only spaces part are each on one. */
static bool is_wrapped(const struct lines *lines)
{
    for (const struct label *label = lines->labels; label; label = label->next)
        if (label->kinds && label->first_line != label->last_line)
            return true;
    return false;
}

/* Whether all cells are parted by the same few spaces. */
static bool has_fixed_gaps(const struct lines *lines, const struct band *bands, size_t count)
{
    int fixed = 0;
    for (size_t b = 0; b < count; b++)
        for (size_t r = 0; r < bands[b].row_count; r++) {
            const struct line *line = &lines->line[bands[b].rows[r].line];
            for (size_t i = line->cells ? line->cells : 1; i < line->count && bands[b].rows[r].count; i++) {
                int gap = line->tokens[i].start - line->tokens[i - 1].end;
                if (gap > CLOSE + 1 || (fixed && gap != fixed))
                    return false;
                fixed = gap;
            }
        }
    return fixed > 0;
}

struct alignment weigh_alignment(const struct lines *lines, struct band *bands, size_t count)
{
    struct alignment alignment = {0};
    long cost[MODES] = {0};
    size_t headers = 0, broken = 0;
    for (size_t i = 0; i < count; i++) {
        struct grid grid;
        struct placing placing = {.lines = lines, .band = &bands[i], .grid = &grid};
        int frames;
        if (!bands[i].known || !begin_placing(&placing, &frames))
            continue;
        for (int number = 0; number < frames; number++) {
            struct frame frame;
            open_frame(&placing, number, &frame);
            for (int mode = 0; mode < MODES; mode++) {
                struct fit fit = {&placing, &frame, number, mode};
                fit_columns(&fit);
                cost[mode] += cost_of_fit(&fit);
                add_spread(&fit, &alignment);
            }
        }
        headers += grid.labelled;
        broken += overlap(&grid);
    }
    for (int mode = 0; mode < MODES; mode++)
        alignment.likeliest = cost[mode] < cost[alignment.likeliest] ? mode : alignment.likeliest;
    alignment.cost = cost[alignment.likeliest];
    long values = alignment.values[alignment.likeliest];
    alignment.none = 2 * broken > headers || has_fixed_gaps(lines, bands, count) || (broken && !is_wrapped(lines)) ||
                     (values && alignment.spread[alignment.likeliest] > values * 2 * UNIT);
    for (int mode = 0; mode < MODES; mode++)
        alignment.allowed[mode] = cost[mode] <= alignment.cost + alignment.cost / 16 + 3 * UNIT;
    if (getenv("NBDBG")) fprintf(stderr, "modes %ld %ld %ld\n", cost[0], cost[1], cost[2]);
    return alignment;
}

long place_values(const struct lines *lines, struct band *band, struct grid *grid, const struct alignment *alignment)
{
    struct placing placing = {.lines = lines, .band = band, .grid = grid};
    int frames;
    long ragged = 0;
    if (!begin_placing(&placing, &frames))
        return (long)band->row_count;
    for (int number = 0; number < frames; number++)
        place_frame(&placing, number, alignment);
    for (size_t i = 0; i < band->row_count; i++)
        ragged += band->rows[i].ragged;
    return ragged;
}
