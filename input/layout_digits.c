/* layout_digits.c - put numbers together whose digits blanks part, where that is how the block writes them. */
#include "layout_parts.h"

#include "numeral.h"

/* What the rows of a block say, if values that stand one blank apart are put together: only as groups of three digits, or any. */
struct apart {
    const struct lines *lines;
    const struct band *band; /* that is looked at */
    int columns;             /* that it has labels for */
    bool groups;
    bool joined;
    bool other;         /* some stand as close, and are no number together */
    bool wide;          /* values stand further apart, too */
    bool four_together; /* a number of four digits has no blank */
    bool mended;        /* a row has too many values for its columns, but not if some are put together */
    bool left;          /* it has even then */
};

/* Bytes as a blank has, and as wide as a digit at most. */
static bool is_one_blank(const struct token *left, const struct token *right)
{
    enum { LONGEST_BLANK = 3 };
    return right->from > left->to && right->from - left->to <= LONGEST_BLANK && right->x0 - left->x1 <= 1;
}

/* The column that a label is of, in the band's own head or the one over it. */
static bool has_column(const struct band *band, const struct label *label)
{
    return is_column(band->head ? band->head : band, label);
}

/* Whether the middle of more than one label stands over what begins with one token and ends with another. */
static bool spans_labels(const struct apart *apart, const struct token *first, const struct token *last)
{
    int over = 0;
    for (const struct label *label = apart->lines->labels; label; label = label->next)
        over += has_column(apart->band, label) && label->start + label->end > 2 * first->start &&
                label->start + label->end < 2 * last->end;
    return over > 1;
}

/* Whether the number that begins with a row's cell `first` goes on with `next`. */
static bool continues(const struct apart *apart, const struct row *row, size_t first, size_t next)
{
    const char *shadow = apart->lines->shadow;
    enum digits_apart how = digits_apart(shadow + row->cells[first]->from, shadow + row->cells[next]->to);
    return how == DIGITS_GROUPED || (how != DIGITS_TOGETHER && !apart->groups);
}

/* The cells of a row from `first` on that are one number: [first, returned). */
static size_t number_end(struct apart *apart, const struct row *row, size_t first)
{
    size_t end = first + 1;
    while (end < row->count && is_one_blank(row->cells[end - 1], row->cells[end])) {
        if (!continues(apart, row, first, end)) {
            apart->other = true;
            return end;
        }
        apart->joined = true;
        end++;
    }
    apart->wide |= end < row->count;
    return end;
}

/* Whether a number of a row would stand under several labels: it is more than one, and where they part is not known. */
static bool is_crowded(struct apart *apart, const struct row *row)
{
    for (size_t i = 0, end; i < row->count; i = end) {
        end = number_end(apart, row, i);
        if (end > i + 1 && spans_labels(apart, row->cells[i], row->cells[end - 1]))
            return true;
    }
    return false;
}

static bool has_four_together(const char *at, const char *end)
{
    int digits = 0;
    for (; at < end && digits < 4 && *at != '.'; at++)
        digits = *at >= '0' && *at <= '9' ? digits + 1 : 0;
    return digits == 4;
}

static void look_at_row(struct apart *apart, const struct row *row)
{
    int numbers = 0;
    for (size_t i = 0; i < row->count; numbers++) {
        const char *from = apart->lines->shadow + row->cells[i]->from;
        i = number_end(apart, row, i);
        apart->four_together |= has_four_together(from, apart->lines->shadow + row->cells[i - 1]->to);
    }
    apart->mended |= (int)row->count > apart->columns && numbers <= apart->columns;
    apart->left |= numbers > apart->columns && apart->columns;
}

/* Go on to the next band of a block. */
static void turn_to(struct apart *apart, const struct band *band)
{
    apart->band = band;
    apart->columns = 0;
    for (const struct label *label = apart->lines->labels; label; label = label->next)
        apart->columns += has_column(band, label);
}

static void join_row(struct apart *apart, struct row *row)
{
    size_t kept = 0;
    row->doubtful |= is_crowded(apart, row);
    for (size_t i = 0; i < row->count;) {
        struct token *first = row->cells[i];
        i = number_end(apart, row, i);
        first->to = row->cells[i - 1]->to;
        first->end = row->cells[i - 1]->end;
        first->x1 = row->cells[i - 1]->x1;
        row->cells[kept++] = first;
    }
    row->count = kept;
}

/* Whether values are put together so. */
static bool is_habit(struct apart *apart, const struct band *bands, size_t count)
{
    for (size_t b = 0; b < count; b++) {
        turn_to(apart, &bands[b]);
        for (size_t i = 0; i < bands[b].row_count; i++)
            look_at_row(apart, &bands[b].rows[i]);
    }
    bool mended = apart->mended && !apart->left;
    return apart->joined && apart->wide &&
           (apart->groups ? !apart->four_together && (mended || !apart->other) : mended && !apart->other);
}

void join_apart(const struct lines *lines, struct band *bands, size_t count)
{
    struct apart apart = {.lines = lines, .groups = true};
    if (!is_habit(&apart, bands, count)) {
        apart = (struct apart){.lines = lines};
        if (!is_habit(&apart, bands, count))
            return;
    }
    for (size_t b = 0; b < count; b++) {
        turn_to(&apart, &bands[b]);
        for (size_t i = 0; i < bands[b].row_count; i++)
            join_row(&apart, &bands[b].rows[i]);
    }
}
