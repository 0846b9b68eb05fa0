/* layout_fit.c - fit the columns of a frame to what stands in them. */
#include "layout_place.h"

#include <stdlib.h>

enum {
    ROUNDS = 3,
    CROWDED = 4 * UNIT /* what two values in one column cost a fit */
};

void begin_table(const struct fit *fit, size_t row, struct table *table)
{
    table->frame = fit->frame;
    table->row = &fit->placing->band->rows[row];
    table->shift = fit->placing->shift[row];
    table->columns = fit->placing->grid->columns;
    table->mode = fit->mode;
    table->pinned = SIZE_MAX;
    table->pin = 0;
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
    struct table table;
    begin_table(fit, number, &table);
    if (fill_in(&table) >= NEVER)
        return false;
    read_off(&table, columns);
    return true;
}

static int by_spot(const void *a, const void *b)
{
    const struct spot *one = a, *other = b;
    return one->column != other->column ? one->column - other->column : one->at < other->at ? -1 : one->at > other->at;
}

size_t spots_of(const struct fit *fit, size_t number, struct spot *spots)
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

/* The same without those that are far from where their columns are known to be. */
static size_t near_spots(const struct fit *fit, size_t number, struct spot *spots)
{
    size_t count = spots_of(fit, number, spots), kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!fit->frame->column[spots[i].column].count[fit->mode] ||
            miss(fit->frame, spots[i].column, spots[i].at, fit->mode) <= FAR)
            spots[kept++] = spots[i];
    return kept;
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
            count += near_spots(fit, i, spots + count);
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

/* Whether a piece of a label stands on the label's last page, where its place counts. */
static bool counts(const struct lines *lines, const struct label *label, const struct token *token)
{
    size_t line = label->last_line;
    while (lines->line[line].from > token->from)
        line--;
    return lines->line[line].page == label->page;
}

/* Where a label stands: the middle of its lines, and the edges of the longest, on average. */
static void measure_label(const struct lines *lines, const struct label *label, struct column *column)
{
    long centres = 0, starts = 0, ends = 0, count = 0, longest = 0;
    int width = 0;
    for (const struct piece *piece = label->pieces; piece; piece = piece->next)
        if (counts(lines, label, piece->token) && piece->token->end - piece->token->start > width)
            width = piece->token->end - piece->token->start;
    for (const struct piece *piece = label->pieces; piece; piece = piece->next) {
        const struct token *token = piece->token;
        if (!counts(lines, label, token))
            continue;
        centres += UNIT * (token->start + token->end) / 2;
        count++;
        if (token->end - token->start < width)
            continue;
        starts += UNIT * token->start;
        ends += UNIT * token->end;
        longest++;
    }
    column->centre = centres / count;
    column->start = starts / longest;
    column->end = ends / longest;
}

void put_labels(const struct placing *placing, struct frame *frame, long shift)
{
    frame->headed = true;
    for (int j = 0; j < placing->grid->columns; j++) {
        struct column *column = &frame->column[j];
        measure_label(placing->lines, placing->grid->leaf[j], column);
        column->centre += shift;
        column->start += shift;
        column->end += shift;
    }
}

void open_frame(const struct placing *placing, int number, struct frame *frame)
{
    *frame = (struct frame){0};
    if (number == 0 && placing->grid->labelled && !placing->grid->packed)
        put_labels(placing, frame, 0);
    for (size_t i = 0; i < placing->band->row_count; i++)
        frame->full += placing->frame[i] == number && placing->band->rows[i].full;
}

void fit_columns(const struct fit *fit)
{
    if (!fit->frame->heaped)
        find_anchors(fit, true);
    for (int round = 0; round < ROUNDS; round++)
        find_anchors(fit, false);
}

long cost_of_fit(const struct fit *fit)
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
                        : CROWDED;
    }
    for (int j = 0; fit->frame->headed && j < fit->placing->grid->columns; j++) {
        const struct column *column = &fit->frame->column[j];
        if (column->count[fit->mode])
            cost += miss_label(column, column->anchor[fit->mode], fit->mode);
    }
    return cost;
}

size_t values_in(const struct placing *placing, int number)
{
    size_t count = 0;
    for (size_t i = 0; i < placing->band->row_count; i++)
        count += placing->frame[i] == number ? placing->band->rows[i].count : 0;
    return count;
}
