/* layout_frame.c - which rows can be compared: extractors shift the text of a page, and stretch it.
 *
 * A frame holds the rows of one page, and of others if these are only shifted. Its columns show by its full rows, by the labels
 * above them, or by the heaps in which its values stand; or it is shifted against the frame of the header. */
#include "layout_place.h"

#include <stdlib.h>

enum {
    VARIES = 3 * UNIT,    /* labels that vary by more do not tell how a page is shifted */
    STRAY = 9 * UNIT / 4, /* a value that misses a column of another page by more tells that this is elsewhere */
    DRIFT = 5 * UNIT / 4, /* the same for the values of a column on average */
    MANY_ROWS = 4,        /* of a page */
    MANY_VALUES = 12,     /* that show whether labels stand where columns are */
    FURTHEST = 40,        /* columns by which a page may be shifted */
    GAP = 5 * UNIT / 2,   /* between values of two columns */
    FEW = 12              /* one of so many values may stand elsewhere */
};

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

/* How far things on page `to` stand right of the same on page `from`, by edges or by centres, whichever vary less. Returns how
 * much they vary; NEVER: not known. */
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

/* Where the leftmost word of a page stands, on any of its lines. */
static int margin_of(const struct lines *lines, int page)
{
    int margin = INT_MAX;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->line[i];
        if (line->page == page && line->kind == LINE_TEXT && line->tokens[0].start < margin)
            margin = line->tokens[0].start;
    }
    return margin;
}

/* Pages that both keep the same margin are not shifted. */
static bool same_margin(const struct lines *lines, int from, int to)
{
    int margin = margin_of(lines, from);
    return margin > 0 && margin < INT_MAX && margin == margin_of(lines, to);
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
    if (best > VARIES)
        *shift = 0;
    return best <= VARIES || same_margin(placing->lines, from, to);
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
    if (frame < 0 && page_shift(placing, placing->header_page, page, &shift))
        frame = 0;
    if (frame < 0)
        frame = ++*frames;
    for (size_t i = row; i < band->row_count; i++)
        if (page_of(placing, &band->rows[i]) == page) {
            placing->frame[i] = frame;
            placing->shift[i] = shift;
        }
}

int find_frames(struct placing *placing)
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

/* ---- how pages are stretched ---- */

/* How the values of a page stand against the columns of a frame: sums and counts of a column's, and rows that stand elsewhere. */
struct drift {
    long sum[MAX_COLUMNS], count[MAX_COLUMNS];
    size_t rows, strays;
};

static void add_drift(const struct fit *fit, size_t number, struct drift *drift)
{
    struct spot spots[MAX_TOKENS];
    size_t found = spots_of(fit, number, spots);
    drift->rows++;
    for (size_t j = 0; j < found; j++) {
        const struct column *column = &fit->frame->column[spots[j].column];
        long limit = STRAY + (column->count[fit->mode] < SEVERAL || fit->placing->lines->display ? UNIT : 0);
        if (miss(fit->frame, spots[j].column, spots[j].at, fit->mode) > limit) {
            drift->strays++;
            return;
        }
    }
    for (size_t j = 0; j < found; j++) {
        const struct column *column = &fit->frame->column[spots[j].column];
        drift->sum[spots[j].column] += spots[j].at - (column->count[fit->mode] ? column->anchor[fit->mode] : column->centre);
        drift->count[spots[j].column]++;
    }
    drift->strays += !found;
}

/* Whether the values of one page stand where the rest of the frame has its columns, in one mode. One row among many may be in
 * disorder. */
static bool fits_frame(const struct fit *fit, int page)
{
    const struct placing *placing = fit->placing;
    struct drift drift = {0};
    for (size_t i = 0; i < placing->band->row_count; i++)
        if (placing->band->rows[i].count && page_of(placing, &placing->band->rows[i]) == page)
            add_drift(fit, i, &drift);
    for (int j = 0; j < placing->grid->columns; j++)
        if (drift.count[j] > 1 && labs(drift.sum[j]) > drift.count[j] * DRIFT &&
            (fit->frame->column[j].count[fit->mode] || fit->mode == CENTRE))
            return false;
    return drift.strays == 0 || (drift.strays == 1 && drift.rows >= MANY_ROWS);
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

/* Take page after page into a frame. */
void split_frame(const struct placing *placing, int number, int *frames)
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

/* ---- where the columns of a frame are ---- */

/* Labels that may have been moved count if many values stand right below them. */
static void try_labels(const struct placing *placing, struct frame *frame, int number, int mode)
{
    struct frame labelled = *frame;
    struct fit fit = {placing, &labelled, number, mode};
    size_t values = values_in(placing, number);
    put_labels(placing, &labelled, 0);
    fit_columns(&fit);
    if (values >= MANY_VALUES && cost_of_fit(&fit) <= (long)values * UNIT / 2)
        put_labels(placing, frame, 0);
}

/* Find how a frame without header is shifted against the header's: as its values fit the labels best, if no other shift comes
 * near. */
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

static int by_size(const void *a, const void *b)
{
    long one = *(const long *)a, other = *(const long *)b;
    return one < other ? -1 : one > other;
}

/* Where all values of a frame stand, sorted. The caller frees it. */
static long *all_anchors(const struct fit *fit, size_t *count)
{
    const struct band *band = fit->placing->band;
    long *anchors = xmalloc((values_in(fit->placing, fit->number) + 1) * sizeof *anchors);
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

/* Labels, full rows, heaps, or how the page must be shifted tell. */
void fit_frame(const struct placing *placing, int number, int likeliest, struct frame *frame)
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
