/* layout_align.c - the columns of a band, and how values are set in all bands of a block. */
#include "layout_place.h"

#include <stdlib.h>
#include <string.h>

/* No form has as many rows, columns, or values in a row; a band that has more is not placed. */
enum { MOST_ROWS = 100, MOST_COLUMNS = 16, MOST_VALUES = 20, MOST_FRAMES = 16 };

static bool is_column(const struct token *token)
{
    return token->label && token->label->kinds & WORD_COLUMN;
}

/* Whether most labels of columns stand one space from the next: then an extractor that counts each character as one column has
 * moved them. */
static bool is_packed(const struct lines *lines, const struct band *band, int columns)
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
    return close && 2 * close >= all + (columns <= FEW_COLUMNS); /* one of two pairs may be so by chance */
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
    grid->packed = is_packed(lines, band, grid->columns);
}

/* Whether two values of a row stand as close as they do where one is too many. */
static bool has_close_values(const struct row *row)
{
    for (size_t i = 1; i < row->count; i++)
        if (row->cells[i]->start - row->cells[i - 1]->end <= CLOSE)
            return true;
    return false;
}

/* How many values rows have at most; a single longer one may have one too many: one among several, or one that has just one more
 * than there are labels above and shows where. */
static int most_values(const struct band *band, size_t labels)
{
    enum { MANY = 4 };
    size_t second = 0, rows = 0;
    const struct row *longest = NULL;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct row *row = &band->rows[i];
        if (!row->count)
            continue;
        rows++;
        if (longest && row->count <= longest->count) {
            second = row->count > second ? row->count : second;
            continue;
        }
        second = longest ? longest->count : 0;
        longest = row;
    }
    if (!longest)
        return 0;
    bool surplus = second <= labels && longest->count == labels + 1 && has_close_values(longest);
    return (int)(rows >= MANY || surplus ? second : longest->count);
}

static void find_columns(const struct lines *lines, const struct band *band, struct grid *grid)
{
    *grid = (struct grid){0};
    find_leaves(lines, band, grid);
    int most = most_values(band, (size_t)grid->columns);
    if (most > grid->columns && most <= MAX_COLUMNS && band->row_count > 1) {
        grid->columns = most;
        grid->labelled = false;
    }
    if (!grid->columns)
        grid->columns = most < MAX_COLUMNS ? most : MAX_COLUMNS;
}

/* ---- rows and frames ---- */

static int by_start(const void *a, const void *b)
{
    const struct token *const *one = a, *const *other = b;
    int apart = (*one)->start - (*other)->start;
    return apart ? apart : (*one)->from < (*other)->from ? -1 : 1;
}

static bool is_placeable(const struct placing *placing)
{
    if (placing->band->row_count > MOST_ROWS || placing->grid->columns > MOST_COLUMNS)
        return false;
    for (size_t i = 0; i < placing->band->row_count; i++)
        if (placing->band->rows[i].count > MOST_VALUES)
            return false;
    return true;
}

/* Hand on the values of rows that are not full in order, as if each might stand anywhere. */
static bool give_up(const struct placing *placing)
{
    for (size_t i = 0; i < placing->band->row_count; i++) {
        struct row *row = &placing->band->rows[i];
        row->ragged = !row->full && row->count;
        for (size_t j = 0; j < row->count; j++) {
            row->columns[j] = (int)j;
            row->near[j] = row->ragged ? ~0u : 0;
        }
    }
    return false;
}

bool begin_placing(struct placing *placing, const struct alignment *alignment, int *frames)
{
    struct band *band = placing->band;
    const struct line *line = placing->lines->line;
    placing->header_page = line[band->body > band->header ? band->body - 1 : band->body].page;
    find_columns(placing->lines, band, placing->grid);
    for (size_t i = 0; i < band->row_count; i++) {
        struct row *row = &band->rows[i];
        if (row->count)
            qsort(row->cells, row->count, sizeof *row->cells, by_start);
        row->full = looks_full(placing, row);
        row->ragged = row->misfit = false;
        memset(row->near, 0, sizeof row->near);
    }
    if (!is_placeable(placing))
        return give_up(placing);
    *frames = find_frames(placing);
    if (*frames > MOST_FRAMES)
        return give_up(placing);
    for (int number = 0; number < *frames && number < MOST_FRAMES; number++)
        split_frame(placing, number, frames);
    check_full_rows(placing, *frames, alignment);
    return *frames <= MOST_FRAMES || give_up(placing);
}

/* ---- how values are set ---- */

/* What the bands of a block say of how values are set; each mode has its sums. */
struct weights {
    long cost[MODES];                  /* by how much values miss their columns */
    long spread[MODES], values[MODES]; /* by how much those of full rows miss each other, and how many these are */
    size_t headers, broken;            /* headers with labels, and those whose labels stand in each other's columns */
};

static void add_spread(const struct fit *fit, struct weights *weights)
{
    struct spot spots[MAX_TOKENS];
    for (size_t i = 0; i < fit->placing->band->row_count && fit->frame->full > 1; i++) {
        if (!fit->placing->band->rows[i].full || fit->placing->frame[i] != fit->number)
            continue;
        size_t count = spots_of(fit, i, spots);
        for (size_t j = 0; j < count; j++)
            weights->spread[fit->mode] += miss(fit->frame, spots[j].column, spots[j].at, fit->mode);
        weights->values[fit->mode] += (long)count;
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

static void weigh_band(const struct lines *lines, struct band *band, struct weights *weights)
{
    struct grid grid;
    struct placing placing = {.lines = lines, .band = band, .grid = &grid};
    struct alignment any = {.allowed = {true, true, true}};
    int frames;
    if (!band->known || !begin_placing(&placing, &any, &frames))
        return;
    for (int number = 0; number < frames; number++) {
        struct frame frame;
        open_frame(&placing, number, &frame);
        for (int mode = 0; mode < MODES; mode++) {
            struct fit fit = {&placing, &frame, number, mode};
            fit_columns(&fit);
            weights->cost[mode] += cost_of_fit(&fit);
            add_spread(&fit, weights);
        }
    }
    weights->headers += grid.labelled;
    weights->broken += overlap(&grid);
}

/* Whether cells do not stand in columns, but are only parted by spaces: then their places say nothing. */
static bool is_loose(const struct lines *lines, const struct band *bands, size_t count, const struct weights *weights, int mode)
{
    return 2 * weights->broken > weights->headers || (weights->broken && !is_wrapped(lines)) ||
           has_fixed_gaps(lines, bands, count) || weights->spread[mode] > weights->values[mode] * 2 * UNIT;
}

struct alignment weigh_alignment(const struct lines *lines, struct band *bands, size_t count)
{
    struct alignment alignment = {0};
    struct weights weights = {0};
    for (size_t i = 0; i < count; i++)
        weigh_band(lines, &bands[i], &weights);
    for (int mode = 0; mode < MODES; mode++)
        alignment.likeliest = weights.cost[mode] < weights.cost[alignment.likeliest] ? mode : alignment.likeliest;
    alignment.cost = weights.cost[alignment.likeliest];
    for (int mode = 0; mode < MODES; mode++)
        alignment.allowed[mode] = weights.cost[mode] <= alignment.cost + alignment.cost / 16 + 3 * UNIT;
    alignment.none = is_loose(lines, bands, count, &weights, alignment.likeliest);
    return alignment;
}
