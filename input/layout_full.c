/* layout_full.c - rows that print as many values as there are columns: whether each stands in its own.
 *
 * Such rows show where columns are, and are taken in order. But a row that has lost a value and has one too many is as long: its
 * values stand off the columns, or two stand in one. */
#include "layout_place.h"

bool looks_full(const struct placing *placing, const struct row *row)
{
    const struct line *line = &placing->lines->line[row->line];
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i]->from < line->from || row->cells[i]->to > line->to)
            return false;
    return row->count == (size_t)placing->grid->columns;
}

/* By how much a value of a full row and the one before, both as close as two in one column, are closer than `apart`. */
static long squeezed(const struct row *row, size_t value, int mode, long apart)
{
    const struct token *left = row->cells[value - 1], *right = row->cells[value];
    return right->start - left->end > CLOSE ? 0 : apart - anchor_of(right, mode) + anchor_of(left, mode);
}

/* By how much the furthest value of a full row misses its column, or two stand closer than theirs. */
static long furthest(const struct fit *fit, size_t number)
{
    struct table table;
    const struct column *column = fit->frame->column;
    int mode = fit->mode;
    long miss = 0;
    begin_table(fit, number, &table);
    for (size_t i = 0; i < table.row->count; i++) {
        miss = larger(miss, cost_of(&table, i, (int)i));
        if (i && column[i].count[mode] && column[i - 1].count[mode])
            miss = larger(miss, squeezed(table.row, i, mode, column[i].anchor[mode] - column[i - 1].anchor[mode]));
    }
    return miss;
}

/* What all full rows of a frame but the one that is furthest off miss at most. */
static long usual_miss(const struct fit *fit)
{
    long most = 0, second = 0;
    for (size_t i = 0; i < fit->placing->band->row_count; i++) {
        if (!fit->placing->band->rows[i].full || fit->placing->frame[i] != fit->number)
            continue;
        long miss = furthest(fit, i);
        second = larger(second, least(most, miss));
        most = larger(most, miss);
    }
    return second;
}

/* Whether two values of a full row stand much closer than the labels of their columns: one is too many. Values one space apart
 * were moved together by the extractor. */
static bool is_squeezed(const struct frame *labels, const struct row *row)
{
    for (size_t i = 1; i < row->count; i++)
        if (row->cells[i]->start - row->cells[i - 1]->end > 1 &&
            squeezed(row, i, CENTRE, labels->column[i].centre - labels->column[i - 1].centre) >= FAR)
            return true;
    return false;
}

/* A row that prints as many values as there are columns may have lost one and have one too many: then two of its values stand in
 * one column, or it stands off the columns by much or by more than the others, which miss them by `usual` (NEVER: these do not
 * tell). */
static bool is_misfit(const struct fit *fit, size_t number, long usual)
{
    struct table table;
    int columns[MAX_TOKENS];
    begin_table(fit, number, &table);
    long in_order = 0, best = fill_in(&table);
    read_off(&table, columns);
    for (size_t i = 0; i < table.row->count; i++) {
        in_order += cost_of(&table, i, (int)i);
        if (i && columns[i] == columns[i - 1] && table.row->cells[i]->start - table.row->cells[i - 1]->end <= 1)
            return false; /* the extractor has moved them together */
    }
    long margin = fit->frame->headed && is_squeezed(fit->frame, table.row) ? 0 : 2 * UNIT;
    long miss = usual < NEVER ? furthest(fit, number) : 0;
    return best + margin < in_order || miss > FAR || (miss > 2 * UNIT && miss >= usual + UNIT / 2);
}

/* Unless many rows are so: then it is not known where columns are. A row of few columns has no sums that would tell. */
static bool is_really_misfit(const struct placing *placing, const struct row *row, size_t misfit, size_t printed)
{
    return row->misfit && (4 * misfit <= printed || misfit == 1 || placing->grid->columns <= FEW_COLUMNS);
}

/* Whether a full row is a misfit in each way in which values may be set; in all ways if the other rows are off as well: that is
 * no error of the row but of the page. */
static bool is_misfit_anyway(const struct placing *placing, struct frame *frame, size_t row, const struct alignment *alignment,
                             const long usual[MODES])
{
    bool regular = true;
    for (int mode = 0; mode < MODES; mode++)
        regular &= !alignment->allowed[mode] || usual[mode] <= FAR || usual[mode] == NEVER;
    for (int mode = 0; mode < MODES; mode++) {
        struct fit fit = {placing, frame, placing->frame[row], mode};
        if ((!regular || alignment->allowed[mode]) && !is_misfit(&fit, row, regular ? usual[mode] : NEVER))
            return false;
    }
    return true;
}

/* Look at the full rows of a frame, by its other full rows or by the labels above them. */
static void check_frame(const struct placing *placing, int number, const struct alignment *alignment)
{
    struct frame frame, labels = {0};
    long usual[MODES] = {NEVER, NEVER, NEVER};
    bool labelled = placing->grid->labelled && !placing->grid->packed;
    open_frame(placing, number, &frame);
    bool several = frame.full >= SEVERAL, few = !several && labelled && (!frame.headed || placing->grid->columns <= FEW_COLUMNS);
    if (few)
        put_labels(placing, &labels, 0);
    for (int mode = 0; mode < MODES && several; mode++) {
        struct fit fit = {placing, &frame, number, mode};
        fit_columns(&fit);
        usual[mode] = usual_miss(&fit);
    }
    for (size_t i = 0; i < placing->band->row_count; i++) {
        struct row *row = &placing->band->rows[i];
        if (row->full && placing->frame[i] == number)
            row->misfit = (few && is_squeezed(&labels, row)) ||
                          ((frame.headed || several) && is_misfit_anyway(placing, &frame, i, alignment, usual));
    }
}

void check_full_rows(const struct placing *placing, int frames, const struct alignment *alignment)
{
    size_t printed = 0, misfit = 0;
    struct row *rows = placing->band->rows;
    for (int number = 0; number < frames; number++)
        check_frame(placing, number, alignment);
    for (size_t i = 0; i < placing->band->row_count; i++) {
        printed += rows[i].count > 0;
        misfit += rows[i].misfit;
    }
    for (size_t i = 0; i < placing->band->row_count; i++)
        rows[i].full = rows[i].full && !is_really_misfit(placing, &rows[i], misfit, printed);
}
