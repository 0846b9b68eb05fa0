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

/* By how much a value and the one before stand closer than their columns, if they stand as close as two in one. */
static long squeezed(const struct table *table, size_t value)
{
    struct token *const *cells = table->row->cells;
    const struct column *column = &table->frame->column[value];
    int mode = table->mode;
    if (cells[value]->start - cells[value - 1]->end > CLOSE || !column->count[mode] || !column[-1].count[mode])
        return 0;
    return column->anchor[mode] - column[-1].anchor[mode] - anchor_of(cells[value], mode) + anchor_of(cells[value - 1], mode);
}

/* By how much the furthest value of a full row misses its column, or two stand closer than theirs. */
static long furthest(const struct fit *fit, size_t number)
{
    struct table table;
    long miss = 0;
    begin_table(fit, number, &table);
    for (size_t i = 0; i < table.row->count; i++) {
        miss = larger(miss, cost_of(&table, i, (int)i));
        miss = larger(miss, i ? squeezed(&table, i) : 0);
    }
    return miss;
}

/* Whether a full row is off its columns: by much, or by more than any other. */
static bool is_off(const struct fit *fit, size_t number)
{
    long miss = furthest(fit, number), others = 0;
    for (size_t i = 0; i < fit->placing->band->row_count && miss <= FAR; i++)
        if (i != number && fit->placing->band->rows[i].full && fit->placing->frame[i] == fit->number)
            others = larger(others, furthest(fit, i));
    return miss > FAR || (miss > 2 * UNIT && miss >= others + UNIT / 2);
}

/* Whether two values of a full row stand much closer than the labels of their columns: one is too many. Values one space apart
 * were moved together by the extractor. */
static bool is_squeezed(const struct frame *labels, const struct row *row)
{
    for (size_t i = 1; i < row->count; i++) {
        long apart = labels->column[i].centre - labels->column[i - 1].centre;
        if (row->cells[i]->start - row->cells[i - 1]->end == CLOSE &&
            apart - anchor_of(row->cells[i], CENTRE) + anchor_of(row->cells[i - 1], CENTRE) >= FAR)
            return true;
    }
    return false;
}

/* A row that prints as many values as there are columns may have lost one and have one too many: then two of its values stand in
 * one column, or among regular rows it alone does not stand in the columns. */
static bool is_misfit(const struct fit *fit, size_t number, bool regular)
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
    return best + margin < in_order || (regular && fit->frame->full >= SEVERAL && is_off(fit, number));
}

/* Unless many rows are so: then it is not known where columns are. A row of few columns has no sums that would tell. */
static bool is_really_misfit(const struct placing *placing, const struct row *row, size_t misfit, size_t printed)
{
    return row->misfit && (4 * misfit <= printed || misfit == 1 || placing->grid->columns <= FEW_COLUMNS);
}

/* Whether at most one full row of a frame stands elsewhere: several are no error of the row but of the page. */
static bool is_regular(const struct fit *fit)
{
    size_t far = 0;
    for (size_t i = 0; i < fit->placing->band->row_count; i++)
        far += fit->placing->band->rows[i].full && fit->placing->frame[i] == fit->number && furthest(fit, i) > FAR;
    return far <= 1;
}

/* Whether a full row is a misfit in each way in which values may be set, or if the rows are not regular in all ways. */
static bool is_misfit_anyway(const struct placing *placing, struct frame *frame, size_t row, const struct alignment *alignment,
                             bool regular)
{
    for (int mode = 0; mode < MODES; mode++) {
        struct fit fit = {placing, frame, placing->frame[row], mode};
        if ((!regular || alignment->allowed[mode]) && !is_misfit(&fit, row, regular))
            return false;
    }
    return true;
}

/* Look at the full rows of a frame, by its other full rows or by the labels above them. */
static void check_frame(const struct placing *placing, int number, const struct alignment *alignment)
{
    struct frame frame, labels = {0};
    bool regular = true, labelled = placing->grid->labelled && !placing->grid->packed;
    open_frame(placing, number, &frame);
    bool several = frame.full >= SEVERAL, few = !several && labelled && (!frame.headed || placing->grid->columns <= FEW_COLUMNS);
    if (few)
        put_labels(placing, &labels, 0);
    for (int mode = 0; mode < MODES && several; mode++) {
        struct fit fit = {placing, &frame, number, mode};
        fit_columns(&fit);
        regular &= !alignment->allowed[mode] || is_regular(&fit);
    }
    for (size_t i = 0; i < placing->band->row_count; i++) {
        struct row *row = &placing->band->rows[i];
        if (row->full && placing->frame[i] == number)
            row->misfit = (few && is_squeezed(&labels, row)) ||
                          ((frame.headed || several) && is_misfit_anyway(placing, &frame, i, alignment, regular));
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
