/* layout_column.c - find the columns of a band and put each value into one.
 *
 * A row that prints as many values as there are columns needs no measuring, and shows where the columns are on its page: the text
 * of another page may be shifted. A value of a row with lost cells goes to the column whose left edge, right edge or centre
 * it shares; where two columns are nearly as good, the grid is uncertain. */
#include "layout_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORT_PIECE = 9,   /* bytes */
    JITTER = 2,        /* columns by which an edge may be off */
    CENTRE_DRIFT = 7,  /* half columns by which the centres of a value and of its column's label may differ */
    NARROW_DRIFT = 3,  /* the same where columns stand close */
    WIDE_DISTANCE = 18 /* half columns from centre to centre that are not close */
};

/* Where a column stands on a page; sums over the values of full rows, in half columns for the centre. */
struct column {
    int start, end; /* all that stands in it */
    long starts, ends, count;
};

struct columns {
    struct column column[MAX_COLUMNS];
    int count;
};

/* ---- header ---- */

/* Where the words of some lines begin and end on a page. `hearts`: how many rows stand there. */
struct extent {
    int start, end;
    size_t hearts;
};

static struct extent words_on_page(const struct lines *lines, size_t from, size_t to, int page)
{
    struct extent extent = {INT32_MAX, 0, 0};
    for (size_t i = from; i < to; i++) {
        const struct line *line = &lines->line[i];
        size_t words = line->kind == LINE_MARK || line->page != page ? 0 : line->count - line->values;
        extent.hearts += line->page == page && line->kind == LINE_HEART;
        if (words && line->tokens[0].start < extent.start)
            extent.start = line->tokens[0].start;
        if (words && line->tokens[words - 1].end > extent.end)
            extent.end = line->tokens[words - 1].end;
    }
    return extent;
}

/* Right edge of the row labels below the header: what begins right of it in the header stands over values. -1: not known, for the
 * rows stand on the next page, and that is not set from the same edge. */
static int label_edge(const struct lines *lines, const struct band *band)
{
    int page = lines->line[band->body - 1].page;
    struct extent header = words_on_page(lines, band->header, band->body, page);
    struct extent here = words_on_page(lines, band->body, band->end, page);
    struct extent next = words_on_page(lines, band->body, band->end, page + 1);
    if (here.hearts)
        return here.end;
    return next.hearts && abs(next.start - header.start) <= 1 ? next.end : -1;
}

static bool over_values(const struct token *token, int edge)
{
    return token->start >= edge - 1;
}

static size_t header_tokens(const struct line *line, int edge)
{
    size_t count = 0;
    for (size_t i = 0; i < line->count && line->kind != LINE_MARK; i++)
        count += over_values(&line->tokens[i], edge);
    return count;
}

/* The line with the most labels of columns; of several the one that has a label above the rows' labels too, or the lowest. */
static size_t densest_line(const struct lines *lines, const struct band *band, int edge)
{
    size_t best = band->header, most = 0;
    for (size_t i = band->header; i < band->body; i++) {
        size_t count = header_tokens(&lines->line[i], edge), weight = count * MAX_TOKENS + lines->line[i].count;
        if (count && weight >= most) {
            most = weight;
            best = i;
        }
    }
    return best;
}

/* The columns that [start, end) overlaps: how many, the first in *first. */
static int overlapped(const struct columns *columns, int start, int end, int *first)
{
    int count = 0;
    *first = 0;
    for (int i = columns->count; i-- > 0;)
        if (start < columns->column[i].end && end > columns->column[i].start) {
            *first = i;
            count++;
        }
    return count;
}

static bool insert_column(struct columns *columns, int start, int end)
{
    int at = columns->count;
    if (at == MAX_COLUMNS)
        return false;
    for (; at && columns->column[at - 1].start > start; at--)
        columns->column[at] = columns->column[at - 1];
    columns->column[at] = (struct column){.start = start, .end = end};
    columns->count++;
    return true;
}

/* The same for a piece of a label; one beside all columns stands in the one whose centre is two columns away or less. */
static int stands_in(const struct columns *columns, const struct token *token, int *first)
{
    int count = overlapped(columns, token->start, token->end, first);
    for (int i = 0; !count && i < columns->count; i++)
        if (labs((long)columns->column[i].start + columns->column[i].end - token->start - token->end) <= 4) {
            *first = i;
            return 1;
        }
    return count;
}

static void widen(struct column *column, const struct token *token)
{
    column->start = token->start < column->start ? token->start : column->start;
    column->end = token->end > column->end ? token->end : column->end;
}

/* Reading the columns that the header shows, for rows with `most` values at most. */
struct header_reading {
    const struct lines *lines;
    const struct band *band;
    int edge, most;
    struct columns columns;
    bool doubtful; /* a token that may be the label of a group was taken for a column */
};

/* A line on which two neighbouring columns have a token each holds labels of columns: labels of groups stand further apart. */
static bool holds_labels(const struct columns *columns, const struct line *line)
{
    int before = -2;
    for (size_t i = 0; i < line->count; i++) {
        int first = -2;
        if (overlapped(columns, line->tokens[i].start, line->tokens[i].end, &first) != 1)
            first = -2;
        if (first >= 0 && first == before + 1)
            return true;
        before = first;
    }
    return false;
}

/* Add the columns that a line shows. A token between two columns, on a line above those with labels of columns (`low`), is taken
 * for the label of a group when there are columns enough. */
static void add_columns(struct header_reading *reading, size_t number, bool low)
{
    const struct line *line = &reading->lines->line[number];
    struct columns *columns = &reading->columns;
    for (size_t i = 0; i < line->count && line->kind != LINE_MARK; i++) {
        const struct token *token = &line->tokens[i];
        int first, over = stands_in(columns, token, &first);
        if (!over_values(token, reading->edge) || over > 1)
            continue;
        bool between =
            columns->count && token->start >= columns->column[0].end && token->end <= columns->column[columns->count - 1].start;
        if (over && low) {
            widen(&columns->column[first], token);
        } else if (over) {
            continue;
        } else if (low || !between || columns->count < reading->most) {
            insert_column(columns, token->start, token->end);
            reading->doubtful |= between && !low;
        }
    }
}

/* A caption of the whole table: one token alone on the first line, with no piece of the same label as far below the densest line.
 */
static bool is_caption(const struct header_reading *reading, size_t densest)
{
    const struct line *first = &reading->lines->line[reading->band->header];
    size_t below = 2 * densest - reading->band->header;
    if (first->count > 1 || densest == reading->band->header)
        return false;
    if (below >= reading->band->body)
        return true;
    for (size_t i = 0; i < reading->lines->line[below].count; i++) {
        const struct token *token = &reading->lines->line[below].tokens[i];
        if (labs((long)token->start + token->end - first->tokens[0].start - first->tokens[0].end) <= 4)
            return false;
    }
    return true;
}

/* The columns that the header shows: the tokens of its densest line, then those of other lines that stand beside them. */
static void read_header(struct header_reading *reading)
{
    const struct band *band = reading->band;
    reading->columns.count = 0;
    reading->doubtful = false;
    if (band->header == band->body || reading->edge < 0)
        return;
    size_t densest = densest_line(reading->lines, band, reading->edge), last = band->body;
    while (last > densest + 1 && !header_tokens(&reading->lines->line[last - 1], reading->edge))
        last--;
    add_columns(reading, densest, true);
    for (size_t i = last; i-- > band->header;)
        if (i > band->header || !is_caption(reading, densest))
            add_columns(reading, i, i + last > 2 * densest || holds_labels(&reading->columns, &reading->lines->line[i]));
}

/* The first token of a header stands above the row labels, though right of them, if nothing else does and no value stands
 * below it. */
static bool drop_corner(const struct lines *lines, const struct band *band, int most, struct columns *columns, int *edge)
{
    const struct column *first = &columns->column[0];
    if (!band->labels || columns->count < 2 || columns->count <= most)
        return false;
    for (size_t i = band->header; i < band->body; i++)
        if (lines->line[i].kind == LINE_TEXT && !over_values(&lines->line[i].tokens[0], *edge))
            return false;
    for (size_t i = band->body; i < band->end; i++) {
        const struct line *line = &lines->line[i];
        if (line->kind == LINE_HEART && line->page == lines->line[band->body - 1].page &&
            line->tokens[line->count - line->values].start < first->end)
            return false;
    }
    *edge = first->end + 1;
    return true;
}

/* ---- columns of values ---- */

static void add_value(struct column *column, const struct token *token)
{
    widen(column, token);
    column->starts += token->start;
    column->ends += token->end;
    column->count++;
}

/* Full rows of a page tell where its columns are. */
static int full_rows(const struct lines *lines, const struct band *band, int page, int count, struct columns *columns)
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

static bool touch(const struct columns *columns, int index, const struct token *token)
{
    return token->start < columns->column[index].end && token->end > columns->column[index].start;
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

/* Columns that values of a page occupy, together. `runs` may hold those of the header already. */
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

/* Whether the full rows of a page stand in columns at all: cells parted by a fixed number of spaces do not. */
static bool aligned(const struct lines *lines, const struct band *band, int page, const struct columns *columns)
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

struct page_context {
    const struct lines *lines;
    struct band *band;
    struct grid *grid;
    const struct columns *header;
    const struct alignment *alignment;
    int page, header_page;
};

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

static long centres_apart(const struct column *column, const struct token *token)
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
static void strike(const struct columns *header, const struct line *line, struct alignment *alignment)
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
    columns->count = 0;
    size_t values = value_runs(context->lines, context->band, page, columns);
    merge_split_runs(context->lines, context->band, page, columns);
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

static void place_page(const struct page_context *context)
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

/* ---- labels of columns ---- */

static void add_heading(struct lines *lines, struct heading *heading, struct token *token)
{
    struct piece *piece = arena_alloc(lines->arena, sizeof *piece);
    token->used = true;
    piece->token = token;
    if (!heading->pieces)
        heading->last = &heading->pieces;
    *heading->last = piece;
    heading->last = &piece->next;
}

static bool has_token(const struct columns *columns, const struct line *line, int column)
{
    for (size_t i = 0; i < line->count; i++)
        if (touch(columns, column, &line->tokens[i]))
            return true;
    return false;
}

/* A single piece above the densest line that has its counterpart as far below it: a label of two lines. */
static bool mirrored(const struct lines *lines, const struct band *band, const struct columns *columns, size_t at, size_t densest)
{
    const struct line *line = &lines->line[at];
    size_t below = densest + (densest - at);
    if (below >= band->body)
        return false;
    for (size_t i = 0; i < line->count; i++) {
        int first;
        if (overlapped(columns, line->tokens[i].start, line->tokens[i].end, &first) == 1 &&
            has_token(columns, &lines->line[below], first) && !has_token(columns, &lines->line[densest], first))
            return true;
    }
    return false;
}

static size_t find_leaf_top(const struct lines *lines, const struct band *band, const struct columns *columns, int edge)
{
    size_t densest = densest_line(lines, band, edge), top = densest;
    for (size_t i = densest; i-- > band->header;) {
        if (!header_tokens(&lines->line[i], edge))
            continue;
        if (!holds_labels(columns, &lines->line[i]) && !mirrored(lines, band, columns, i, densest))
            break;
        top = i;
    }
    return top;
}

/* What is known of the label of a column while the header is read upwards. */
struct stack {
    int start, end; /* columns that its pieces take */
    int width;      /* of the last piece taken */
    bool closed;    /* what stands higher is the label of a group, as it always is in a table without row labels */
};

static void take(struct stack *stack, struct token *token)
{
    bool empty = !stack->width;
    stack->start = empty || token->start < stack->start ? token->start : stack->start;
    stack->end = empty || token->end > stack->end ? token->end : stack->end;
    stack->width = token->end - token->start;
    token->used = true;
}

/* Whether a piece above the leaf rows begins the label below it: a line of a label that is broken is at least as long as the
 * next, and it hardly overhangs. Where nothing stands below, it is the label of a cell that spans rows. */
static bool begins_label(const struct stack *stack, const struct token *token)
{
    int width = token->end - token->start;
    return !stack->width || (!stack->closed && token->to - token->from <= SHORT_PIECE && width >= stack->width &&
                             width <= stack->end - stack->start + JITTER && token->start >= stack->start - JITTER &&
                             token->end <= stack->end + JITTER);
}

static void read_labels_up(const struct line *line, const struct columns *columns, int edge, bool leaf, struct stack *stacks)
{
    for (size_t i = 0; i < line->count && line->kind != LINE_MARK; i++) {
        struct token *token = &line->tokens[i];
        int first, over = overlapped(columns, token->start, token->end, &first);
        if (!over_values(token, edge) || !over)
            continue;
        if (over == 1 && (leaf || begins_label(&stacks[first], token)))
            take(&stacks[first], token);
        else
            for (int j = first; j < first + over; j++)
                stacks[j].closed = true;
    }
}

/* Give each column its label, and the corner above the row labels its text. */
static void label_columns(struct lines *lines, struct band *band, struct grid *grid, const struct columns *columns, int edge)
{
    struct stack stacks[MAX_COLUMNS] = {{0}};
    size_t leaf_top = find_leaf_top(lines, band, columns, edge);
    for (int i = 0; i < columns->count; i++)
        stacks[i].closed = !band->labels;
    for (size_t i = band->body; i-- > band->header;)
        read_labels_up(&lines->line[i], columns, edge, i >= leaf_top, stacks);
    for (size_t i = band->header; i < band->body; i++) {
        const struct line *line = &lines->line[i];
        for (size_t j = 0; j < line->count && line->kind != LINE_MARK; j++) {
            struct token *token = &line->tokens[j];
            int first;
            if (!over_values(token, edge))
                add_heading(lines, &grid->corner, token);
            else if (token->used && overlapped(columns, token->start, token->end, &first))
                add_heading(lines, &grid->leaf[first], token);
        }
    }
}

/* ---- the grid ---- */

/* Whether each column of the header has a value somewhere below: if rows print fewer values than the header shows columns, a
 * column without values may be no column at all. */
static bool supported(const struct lines *lines, const struct band *band, const struct columns *header)
{
    for (int j = 0; j < header->count; j++) {
        bool found = false;
        for (size_t i = band->body; !found && i < band->end; i++) {
            const struct line *line = &lines->line[i];
            for (size_t k = line->count - line->values; k < line->count && line->page == lines->line[band->body - 1].page; k++)
                found |= touch(header, j, &line->tokens[k]);
        }
        if (!found)
            return false;
    }
    return true;
}

/* How many values the rows have at most; a single longer one among several may have one too many. */
static int most_values(const struct lines *lines, const struct band *band)
{
    enum { SEVERAL = 4 };
    size_t most = 0, second = 0, rows = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        size_t values = lines->line[band->rows[i].heart].values;
        if (!band->rows[i].has_heart)
            continue;
        second = values > most ? most : values > second ? values : second;
        most = values > most ? values : most;
        rows++;
    }
    return (int)(rows < SEVERAL ? most : second);
}

/* Whether every one of several rows has as many values: then none has lost a cell, whatever the header seems to show. */
static bool all_full(const struct lines *lines, const struct band *band, int most)
{
    enum { SEVERAL = 4 };
    size_t full = 0;
    for (size_t i = 0; i < band->row_count; i++)
        if (!band->rows[i].has_heart || lines->line[band->rows[i].heart].values != (size_t)most)
            return false;
        else
            full++;
    return full >= SEVERAL;
}

static bool begin_reading(const struct lines *lines, const struct band *band, struct header_reading *reading)
{
    *reading = (struct header_reading){.lines = lines, .band = band, .most = most_values(lines, band)};
    reading->edge = band->header < band->body ? label_edge(lines, band) : 0;
    if (!reading->most || reading->most > MAX_COLUMNS)
        return false;
    read_header(reading);
    if (drop_corner(lines, band, reading->most, &reading->columns, &reading->edge))
        read_header(reading);
    return true;
}

/* The columns that values stand in, as header and rows show them together. */
static void join_header(struct lines *lines, struct band *band, struct grid *grid, const struct header_reading *reading)
{
    int shown = reading->columns.count;
    bool full = all_full(lines, band, reading->most);
    grid->columns = shown > reading->most && !full ? shown : reading->most;
    grid->labelled = shown == grid->columns;
    grid->uncertain = !full && reading->doubtful && shown > reading->most && !supported(lines, band, &reading->columns);
    if (grid->labelled)
        label_columns(lines, band, grid, &reading->columns, reading->edge);
    for (int i = 0; i < shown; i++)
        grid->starts[i] = reading->columns.column[i].start;
}

void weigh_alignment(const struct lines *lines, const struct band *band, struct alignment *alignment)
{
    struct header_reading reading;
    if (!begin_reading(lines, band, &reading) || reading.columns.count < reading.most)
        return;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        if (band->rows[i].has_heart && line->page == lines->line[band->body - 1].page)
            strike(&reading.columns, line, alignment);
    }
}

/* How values stand in the block; if nothing fits it all, in this band. */
static struct alignment alignment_of(const struct lines *lines, const struct band *band, const struct alignment *block)
{
    struct alignment alignment = {true, true, true};
    if (block->centre || block->right || block->left)
        return *block;
    weigh_alignment(lines, band, &alignment);
    return alignment;
}

/* Where values stand may show more columns than the header, whose first label may stand too far left to be told from the corner.
 */
static bool count_by_rows(const struct lines *lines, const struct band *band, const struct columns *header, struct grid *grid)
{
    int page = 0, most = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        struct columns columns;
        if (!band->rows[i].has_heart || lines->line[band->rows[i].heart].page == page)
            continue;
        page = lines->line[band->rows[i].heart].page;
        if (full_rows(lines, band, page, grid->columns, &columns) > 1 && aligned(lines, band, page, &columns))
            return false;
        columns.count = 0;
        size_t values = value_runs(lines, band, page, &columns);
        merge_split_runs(lines, band, page, &columns);
        bool left = columns.count && header->count && columns.column[0].end <= header->column[0].start;
        if (left && values >= 2 * (size_t)columns.count && columns.count > most)
            most = columns.count;
    }
    if (most != grid->columns + 1)
        return false;
    grid->columns = most;
    grid->labelled = false;
    return true;
}

/* A table with more doubtful rows than others is better handed on without a grid. */
static bool mostly_ragged(const struct band *band)
{
    size_t ragged = 0, others = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        ragged += band->rows[i].has_heart && band->rows[i].ragged;
        others += band->rows[i].has_heart && !band->rows[i].ragged;
    }
    return ragged > others;
}

bool find_columns(struct lines *lines, struct band *band, struct grid *grid, const struct alignment *block)
{
    struct header_reading reading;
    if (!begin_reading(lines, band, &reading))
        return false;
    join_header(lines, band, grid, &reading);
    if (!all_full(lines, band, reading.most) && !count_by_rows(lines, band, &reading.columns, grid) && !grid->labelled)
        grid->uncertain = true;
    struct alignment alignment = alignment_of(lines, band, block);
    struct page_context context = {
        .lines = lines, .band = band, .grid = grid, .header = &reading.columns, .alignment = &alignment};
    context.header_page = band->header < band->body ? lines->line[band->body - 1].page : 0;
    for (size_t i = 0; i < band->row_count; i++) {
        int page = lines->line[band->rows[i].heart].page;
        if (!band->rows[i].has_heart || page == context.page)
            continue;
        context.page = page;
        place_page(&context);
    }
    grid->uncertain |= mostly_ragged(band);
    return true;
}
