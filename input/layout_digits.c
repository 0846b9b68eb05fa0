/* layout_digits.c - put numbers together whose digits blanks part, where that is how the block writes them.
 */
#include "layout_parts.h"

#include "numeral.h"

#include <math.h>
#include <string.h>

/* What the rows of a block say, if values that stand one blank apart are put together: only as groups of
 * three digits, or any. */
struct apart {
    const struct layout_lines *lines;
    bool groups;
    bool begun, ended; /* values of the part at hand begin (end) in no more places than it has columns */
    unsigned short starts[PLACES], ends[PLACES];      /* how many do at a place */
    const struct layout_label *columns[MOST_COLUMNS]; /* labels of the part's columns, or of those over it */
    size_t column_count;
    float distance; /* of the two that are nearest to each other */
    bool other; /* some of the part stand as close, and are no number together: then one blank parts cells */
    size_t mended; /* rows that have too many values for their columns, but not if some are put together */
    bool left;     /* one has too many even then */
};

/* A blank apart, which is as wide as a digit at most. */
static bool are_close(const struct layout_token *left, const struct layout_token *right)
{
    return right->from > left->to && right->x0 - left->x1 <= 1;
}

/* How far the middles of two stretches are apart. */
static float between(int start, int end, int other_start, int other_end)
{
    return fabsf((float)(start + end - other_start - other_end)) / 2;
}

static void find_columns(struct apart *apart, const struct table_part *part)
{
    apart->column_count = 0;
    apart->distance = INFINITY;
    for (size_t i = part->header; i < part->body; i++)
        for (const struct layout_label *label = apart->lines->line[i].labels; label; label = label->beside) {
            if (!is_column(part, label) || apart->column_count == MOST_COLUMNS)
                continue;
            for (size_t c = 0; c < apart->column_count; c++)
                apart->distance =
                    fminf(apart->distance, between(label->start, label->end, apart->columns[c]->start,
                                                   apart->columns[c]->end));
            apart->columns[apart->column_count++] = label;
        }
}

/* Note where values of a part begin and end for certain: those that have none close before or behind them,
 * and the labels of its columns, each of which tells as much as several values. */
static void find_edges(struct apart *apart, const struct table_part *part, size_t columns)
{
    enum { SEVERAL = 2 };
    size_t begin = 0, end = 0;
    memset(apart->starts, 0, sizeof apart->starts);
    memset(apart->ends, 0, sizeof apart->ends);
    find_columns(apart, part->head ? part->head : part);
    for (size_t c = 0; c < apart->column_count; c++) {
        const struct layout_label *label = apart->columns[c];
        begin += !apart->starts[label->start];
        end += !apart->ends[label->end];
        apart->starts[label->start] += SEVERAL;
        apart->ends[label->end] += SEVERAL;
    }
    for (const struct layout_row *row = part->rows; row < part->rows + part->row_count; row++)
        for (size_t i = 0; i < row->count; i++) {
            if (!i || !are_close(row->cells[i - 1], row->cells[i]))
                begin += !apart->starts[row->cells[i]->start]++;
            if (i + 1 == row->count || !are_close(row->cells[i], row->cells[i + 1]))
                end += !apart->ends[row->cells[i]->end]++;
        }
    apart->begun = begin <= columns;
    apart->ended = end <= columns;
}

/* Whether a cell ends with one number, or begins with the other, for so do several of the part. */
static bool are_parted(const struct apart *apart, const struct layout_token *left,
                       const struct layout_token *right)
{
    return (apart->begun && apart->starts[right->start] > 1) || (apart->ended && apart->ends[left->end] > 1);
}

/* Whether the number that begins with token `first` goes on with `next`, one blank behind `last`. */
static bool goes_on(struct apart *apart, const struct layout_token *first, const struct layout_token *last,
                    const struct layout_token *next)
{
    const char *shadow = apart->lines->shadow;
    if (!are_close(last, next) || are_parted(apart, last, next))
        return false;
    enum digits_apart how = digits_apart(shadow + first->from, shadow + next->to);
    bool joined = how == DIGITS_GROUPED || (how != DIGITS_TOGETHER && !apart->groups);
    apart->other |= !joined;
    return joined;
}

static size_t count_numbers(struct apart *apart, const struct layout_row *row)
{
    size_t numbers = 0;
    for (size_t i = 0, first = 0; i < row->count; i++) {
        first = i && goes_on(apart, row->cells[first], row->cells[i - 1], row->cells[i]) ? first : i;
        numbers += first == i;
    }
    return numbers;
}

size_t count_apart(const struct layout_lines *lines, const struct layout_row *row)
{
    struct apart apart = {.lines = lines};
    return count_numbers(&apart, row);
}

/* The label of a column whose middle is nearest to that of a value; NULL: the part has none. */
static const struct layout_label *nearest_column(const struct apart *apart, const struct layout_token *value)
{
    const struct layout_label *nearest = NULL;
    float least = INFINITY;
    for (size_t c = 0; c < apart->column_count; c++) {
        float distance = between(apart->columns[c]->start, apart->columns[c]->end, value->start, value->end);
        nearest = distance < least ? apart->columns[c] : nearest;
        least = fminf(least, distance);
    }
    return nearest;
}

/* Whether a row has two values that may be one number, stand nearer to each other than any two columns do, by
 * half, and nearest to the same column. */
static bool holds_parted(struct apart *apart, const struct layout_row *row)
{
    for (size_t i = 1; i < row->count; i++) {
        const struct layout_token *left = row->cells[i - 1], *right = row->cells[i];
        if (2 * between(left->start, left->end, right->start, right->end) < apart->distance &&
            goes_on(apart, left, left, right) && nearest_column(apart, left) == nearest_column(apart, right))
            return true;
    }
    return false;
}

/* Whether values of a part may be put together. */
static bool look_at_part(struct apart *apart, const struct table_part *part, size_t columns)
{
    size_t mended = 0;
    bool left = false;
    find_edges(apart, part, columns);
    apart->other = false;
    for (size_t i = 0; i < part->row_count && (apart->groups || !apart->other); i++) {
        size_t values = part->rows[i].count, numbers = count_numbers(apart, &part->rows[i]);
        mended += numbers <= columns && (values > columns || holds_parted(apart, &part->rows[i]));
        left |= numbers > columns && columns;
    }
    if (apart->other && !apart->groups)
        return false;
    apart->mended += mended;
    apart->left |= left;
    return true;
}

static size_t columns_over(const struct apart *apart, const struct table_part *part)
{
    return count_columns(apart->lines, part->head ? part->head : part);
}

static bool holds_close(const struct table_part *part)
{
    for (const struct layout_row *row = part->rows; row < part->rows + part->row_count; row++)
        for (size_t i = 1; i < row->count; i++)
            if (are_close(row->cells[i - 1], row->cells[i]))
                return true;
    return false;
}

/* Whether values are put together so, as rows with too many say, or with two where one column is. One may
 * have a value too many for another reason. */
static bool is_habit(struct apart *apart, const struct table_part *parts, size_t count)
{
    for (size_t b = 0; b < count; b++)
        if (holds_close(&parts[b]))
            look_at_part(apart, &parts[b], columns_over(apart, &parts[b]));
    return apart->mended > 1 && !apart->left;
}

static void join_line(struct apart *apart, struct layout_line *line)
{
    size_t kept = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct layout_token *token = &line->tokens[i];
        struct layout_token *before = kept ? &line->tokens[kept - 1] : NULL;
        if (before && before->value && token->value && goes_on(apart, before, before, token)) {
            before->to = token->to;
            before->end = token->end;
            before->x1 = token->x1;
        } else {
            line->tokens[kept++] = *token;
        }
    }
    line->count = kept;
    line->values = kept ? count_values(line) : 0;
}

static void join_lines(struct apart *apart, struct layout_lines *lines, size_t first, size_t end)
{
    for (; first < end; first++)
        join_line(apart, &lines->line[first]);
}

bool join_apart(struct layout_lines *lines, const struct table_part *parts, size_t count)
{
    struct apart apart = {.lines = lines, .groups = true};
    if (!is_habit(&apart, parts, count)) {
        apart = (struct apart){.lines = lines};
        if (!is_habit(&apart, parts, count))
            return false;
    }
    size_t line = 0;
    for (size_t b = 0; b < count; b++) {
        apart.begun = apart.ended = false;
        join_lines(&apart, lines, line, parts[b].body);
        line =
            look_at_part(&apart, &parts[b], columns_over(&apart, &parts[b])) ? parts[b].body : parts[b].end;
        join_lines(&apart, lines, line, parts[b].end);
        line = parts[b].end;
    }
    apart.begun = apart.ended = false;
    join_lines(&apart, lines, line, lines->count);
    return true;
}
