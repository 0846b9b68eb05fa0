/* layout_place.c - put each value of a row into a column.
 *
 * A row that prints as many values as there are columns needs no measuring, and shows where the columns are on its page: the text
 * of another page may be shifted. A value of a row with lost cells goes to the column whose left edge, right edge or centre
 * it shares; where two columns are nearly as good, the row is ragged. */
#include "layout_column.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NARROW_DRIFT = 3 }; /* as CENTRE_DRIFT, where columns stand close */

bool touch(const struct columns *columns, int index, const struct token *token)
{
    return token->start < columns->column[index].end && token->end > columns->column[index].start;
}

/* ---- columns of values ---- */

static void add_value(struct column *column, const struct token *token)
{
    widen(column, token);
    column->starts += token->start;
    column->ends += token->end;
    column->count++;
}

int full_rows(const struct lines *lines, const struct band *band, int page, int count, struct columns *columns)
{
    int rows = 0;
    memset(columns, 0, sizeof *columns);
    columns->count = count;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        if (!band->rows[i].has_heart || line->page != page || line->values != (size_t)count)
            continue;
        const struct token *token = line->tokens + line->count - line->values;
        for (int j = 0; j < count; j++, token++) {
            struct column *column = &columns->column[j];
            if (!rows)
                *column = (struct column){.start = token->start, .end = token->end};
            add_value(column, token);
        }
        rows++;
    }
    return rows;
}

/* Twice the distance of a token from a column: of the edges or centres that are nearest. */
static long distance(const struct column *column, const struct token *token)
{
    long n = column->count ? column->count : 1;
    long starts = column->count ? column->starts : column->start, ends = column->count ? column->ends : column->end;
    long left = labs(2 * (starts - n * token->start)), right = labs(2 * (ends - n * token->end));
    long centre = labs(starts + ends - n * (token->start + token->end));
    long best = left < right ? left : right;
    return (centre < best ? centre : best) / n;
}

/* Put each value into the nearest column. False: not in order, or another column is nearly as near. */
static bool nearest_columns(const struct columns *columns, const struct line *line, struct row *row)
{
    int taken = -1;
    for (size_t i = 0; i < line->values; i++) {
        const struct token *token = &line->tokens[line->count - line->values + i];
        long best = INT32_MAX, second = INT32_MAX;
        int at = 0;
        for (int j = 0; j < columns->count; j++) {
            long here = distance(&columns->column[j], token);
            if (here < best) {
                second = best;
                best = here;
                at = j;
            } else if (here < second) {
                second = here;
            }
        }
        if (at <= taken || best > 6 || second < best + 4)
            return false;
        row->columns[i] = taken = at;
    }
    return true;
}

/* Whether two neighbouring runs ever hold values of the same line; if not, and they nearly touch, they are one column. */
static bool both_in_a_line(const struct lines *lines, const struct band *band, int page, const struct columns *runs, int left)
{
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        bool in_left = false, in_right = false;
        if (!band->rows[i].has_heart || line->page != page)
            continue;
        for (size_t j = line->count - line->values; j < line->count; j++) {
            in_left |= touch(runs, left, &line->tokens[j]);
            in_right |= touch(runs, left + 1, &line->tokens[j]);
        }
        if (in_left && in_right)
            return true;
    }
    return false;
}

static void merge_split_runs(const struct lines *lines, const struct band *band, int page, struct columns *runs)
{
    for (int i = 0; i + 1 < runs->count; i++) {
        struct column *left = &runs->column[i], *right = left + 1;
        if (right->start - left->end >= 3 || both_in_a_line(lines, band, page, runs, i))
            continue;
        left->end = right->end;
        left->starts += right->starts;
        left->ends += right->ends;
        left->count += right->count;
        memmove(right, right + 1, (size_t)(runs->count - i - 2) * sizeof *right);
        runs->count--;
        i--;
    }
}

/* Runs of columns that values of a page occupy together. */
static size_t value_runs(const struct lines *lines, const struct band *band, int page, struct columns *runs)
{
    size_t values = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        if (!band->rows[i].has_heart || line->page != page)
            continue;
        for (size_t j = line->count - line->values; j < line->count; j++, values++) {
            const struct token *token = &line->tokens[j];
            int first, over = overlapped(runs, token->start, token->end, &first);
            if (over > 1 || (!over && !insert_column(runs, token->start, token->end)))
                return 0;
            overlapped(runs, token->start, token->end, &first);
            add_value(&runs->column[first], token);
        }
    }
    return values;
}

size_t value_columns(const struct lines *lines, const struct band *band, int page, struct columns *columns)
{
    columns->count = 0;
    size_t values = value_runs(lines, band, page, columns);
    merge_split_runs(lines, band, page, columns);
    return values;
}

bool aligned(const struct lines *lines, const struct band *band, int page, const struct columns *columns)
{
    long total = 0, count = 0;
    int least = INT32_MAX, most = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        if (!band->rows[i].has_heart || line->page != page || line->values != (size_t)columns->count)
            continue;
        size_t labels = line->count - line->values;
        int end = labels ? line->tokens[labels - 1].end : 0;
        least = end < least ? end : least;
        most = end > most ? end : most;
        for (int j = 0; j < columns->count; j++, count++)
            total += distance(&columns->column[j], &line->tokens[labels + (size_t)j]);
    }
    return most - least >= 2 && total <= 3 * count;
}

/* Whether all cells are parted by the same few spaces: then they do not stand in columns. */
static bool fixed_gaps(const struct lines *lines, const struct band *band)
{
    int gap = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        if (!band->rows[i].has_heart)
            continue;
        size_t labels = line->count - line->values;
        for (size_t j = labels ? labels : 1; j < line->count; j++) {
            int here = line->tokens[j].start - line->tokens[j - 1].end;
            if ((gap && here != gap) || here > 3)
                return false;
            gap = here;
        }
    }
    return true;
}

static bool partial_rows(const struct page_context *context)
{
    for (size_t i = 0; i < context->band->row_count; i++) {
        const struct row *row = &context->band->rows[i];
        const struct line *line = &context->lines->line[row->heart];
        if (row->has_heart && line->page == context->page && line->values != (size_t)context->grid->columns)
            return true;
    }
    return false;
}

/* ---- values below the header ---- */

long centres_apart(const struct column *column, const struct token *token)
{
    return labs((long)column->start + column->end - token->start - token->end);
}

static bool near_centre(const struct columns *header, const struct token *token)
{
    for (int i = 0; i < header->count; i++)
        if (centres_apart(&header->column[i], token) <= CENTRE_DRIFT)
            return true;
    return false;
}

/* A label is centred above its column: a value aligned right ends no further left, one aligned left begins no further right. */
void strike(const struct columns *header, const struct line *line, struct alignment *alignment)
{
    bool full = line->values == (size_t)header->count;
    for (size_t i = 0; i < line->values; i++) {
        const struct token *token = &line->tokens[line->count - line->values + i];
        const struct column *first = &header->column[full ? i : 0], *last = &header->column[full ? (int)i : header->count - 1];
        alignment->centre &= full ? centres_apart(first, token) <= CENTRE_DRIFT : near_centre(header, token);
        alignment->right &= token->end >= first->end - JITTER;
        alignment->left &= token->start <= last->start + JITTER;
    }
}

/* Whether the header can be trusted to tell columns apart. An extractor of PDF text counts each character as one column and moves
 * what does not fit, so that values drift by some columns from the labels above them. */
static bool is_exact(const struct lines *lines, const struct columns *header)
{
    for (int i = 1; i < header->count && !lines->display; i++) {
        const struct column *left = &header->column[i - 1], *right = left + 1;
        if (right->start + right->end - left->start - left->end < WIDE_DISTANCE)
            return false;
    }
    return true;
}

static int centred_column(const struct columns *header, const struct token *token, long drift)
{
    int best = 0;
    long second = INT32_MAX;
    for (int i = 1; i < header->count; i++) {
        long here = centres_apart(&header->column[i], token), before = centres_apart(&header->column[best], token);
        second = here < before ? before : here < second ? here : second;
        best = here < before ? i : best;
    }
    long distance = centres_apart(&header->column[best], token);
    return distance <= drift && distance + 4 <= second ? best : -1;
}

/* The last column whose label ends before the value does; -1 if the next one's nearly does too. */
static int right_column(const struct columns *header, const struct token *token)
{
    int at = header->count - 1;
    while (at >= 0 && token->end < header->column[at].end - JITTER)
        at--;
    return at + 1 < header->count && token->end >= header->column[at + 1].end - 2 * JITTER ? -1 : at;
}

/* The first column whose label begins behind the beginning of the value; -1 if the one before nearly does too. */
static int left_column(const struct columns *header, const struct token *token)
{
    int at = 0;
    while (at < header->count && token->start > header->column[at].start + JITTER)
        at++;
    return at == header->count || (at && token->start <= header->column[at - 1].start + 2 * JITTER) ? -1 : at;
}

/* Put each value below the label it belongs to. False: the ways in which values may be aligned do not agree on one. */
static bool header_columns(const struct page_context *context, const struct line *line, struct row *row)
{
    const struct columns *header = context->header;
    const struct alignment *alignment = context->alignment;
    bool exact = is_exact(context->lines, header);
    int taken = -1;
    if (!exact && (alignment->right || alignment->left))
        return false;
    for (size_t i = 0; i < line->values; i++) {
        const struct token *token = &line->tokens[line->count - line->values + i];
        int found[3] = {alignment->centre ? centred_column(header, token, exact ? CENTRE_DRIFT : NARROW_DRIFT) : -2,
                        alignment->right ? right_column(header, token) : -2, alignment->left ? left_column(header, token) : -2};
        int at = -2;
        for (int j = 0; j < 3; j++)
            at = at == -2 || at == found[j] || found[j] == -2 ? (at == -2 ? found[j] : at) : -1;
        if (at <= taken)
            return false;
        row->columns[i] = taken = at;
    }
    return true;
}

/* ---- placing ---- */

static const struct label *label_of_level(const struct page_context *context, int page, int level)
{
    for (size_t i = 0; i < context->band->row_count; i++) {
        const struct row *row = &context->band->rows[i];
        if (row->has_heart && row->label && row->label->level == level && row->label->page == page &&
            context->lines->line[row->heart].page == page)
            return row->label;
    }
    return NULL;
}

/* Whether the text of two pages is set from the same left edge: labels of the same level begin in the same column. */
static bool same_edge(const struct page_context *context, int page)
{
    bool found = false;
    for (int level = 1; level <= 3; level++) {
        const struct label *here = label_of_level(context, context->page, level), *there = label_of_level(context, page, level);
        if (here && there && here->start != there->start)
            return false;
        found |= here && there;
    }
    return found;
}

enum method { BY_DISTANCE, BY_HEADER, NOT_AT_ALL };

/* How the columns of a page show by its rows alone: from full rows, or from where values stand. */
static enum method columns_of_rows(const struct page_context *context, int page, struct columns *columns)
{
    int wanted = context->grid->columns;
    if (full_rows(context->lines, context->band, page, wanted, columns) > 1 &&
        aligned(context->lines, context->band, page, columns))
        return BY_DISTANCE;
    size_t values = value_columns(context->lines, context->band, page, columns);
    return values >= 2 * (size_t)wanted && columns->count == wanted ? BY_DISTANCE : NOT_AT_ALL;
}

/* How the columns of a page show for rows with lost cells: from its rows, from the header above them, or from the rows of another
 * page that is set from the same edge. */
static enum method page_columns(const struct page_context *context, struct columns *columns)
{
    enum method method = columns_of_rows(context, context->page, columns);
    if (method == NOT_AT_ALL && context->page == context->header_page && context->header->count == context->grid->columns)
        return BY_HEADER;
    for (int step = -1; method == NOT_AT_ALL && step <= 1; step += 2)
        if (same_edge(context, context->page + step) && columns_of_rows(context, context->page + step, columns) != NOT_AT_ALL)
            method = BY_DISTANCE;
    return method;
}

/* Put the values of a full row into its columns in order. Where labels stand far apart and two values close together under one of
 * them, both are of that column: one too many. */
static void place_full(const struct page_context *context, const struct line *line, struct row *row)
{
    const struct columns *header = context->header;
    bool known =
        header->count == context->grid->columns && context->page == context->header_page && is_exact(context->lines, header);
    for (int i = 0; i < (int)line->values; i++) {
        const struct token *token = &line->tokens[line->count - line->values + (size_t)i];
        row->columns[i] = i;
        if (!i || !known || token->start - token[-1].end > 2)
            continue;
        const struct column *left = &header->column[i - 1], *own = left + 1;
        if (own->start + own->end - left->start - left->end >= WIDE_DISTANCE &&
            centres_apart(left, token) < centres_apart(own, token))
            row->columns[i] = row->columns[i - 1];
    }
}

static bool place_row(const struct page_context *context, enum method method, const struct columns *columns, struct row *row)
{
    const struct line *line = &context->lines->line[row->heart];
    if (line->values == (size_t)context->grid->columns) {
        place_full(context, line, row);
        return true;
    }
    return method == BY_DISTANCE ? nearest_columns(columns, line, row)
           : method == BY_HEADER ? header_columns(context, line, row)
                                 : false;
}

void place_page(const struct page_context *context)
{
    struct columns columns;
    bool placed = partial_rows(context) && !fixed_gaps(context->lines, context->band);
    enum method method = placed ? page_columns(context, &columns) : NOT_AT_ALL;
    for (size_t i = 0; i < context->band->row_count; i++) {
        struct row *row = &context->band->rows[i];
        if (row->has_heart && context->lines->line[row->heart].page == context->page)
            row->ragged = !place_row(context, method, &columns, row);
    }
}
