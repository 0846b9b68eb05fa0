/* layout_digits.c - put numbers together whose digits blanks part, where that is how the block writes them. */
#include "layout_parts.h"

#include "numeral.h"

/* What the rows of a block say, if values that stand one blank apart are put together: only as groups of three digits, or any. */
struct apart {
    const struct lines *lines;
    bool groups;
    size_t columns;  /* of the band that is looked at; 0: they have no labels */
    bool other;      /* some stand as close, and are no number together */
    size_t mended;   /* rows that have too many values for their columns, but not if some are put together */
    bool wide, left; /* one has too many; even then */
};

/* Bytes as a blank has, and as wide as a digit at most. */
static bool are_close(const struct token *left, const struct token *right)
{
    enum { LONGEST_BLANK = 3 };
    return right->from > left->to && right->from - left->to <= LONGEST_BLANK && right->x0 - left->x1 <= 1;
}

/* Whether the number that begins with token `first` goes on with `next`, one blank behind `last`. */
static bool goes_on(struct apart *apart, const struct token *first, const struct token *last, const struct token *next)
{
    const char *shadow = apart->lines->shadow;
    if (!are_close(last, next))
        return false;
    enum digits_apart how = digits_apart(shadow + first->from, shadow + next->to);
    bool joined = how == DIGITS_GROUPED || (how != DIGITS_TOGETHER && !apart->groups);
    apart->other |= !joined;
    return joined;
}

static void look_at_row(struct apart *apart, const struct row *row)
{
    size_t numbers = 0;
    for (size_t i = 0, first = 0; i < row->count; i++) {
        first = i && goes_on(apart, row->cells[first], row->cells[i - 1], row->cells[i]) ? first : i;
        numbers += first == i;
    }
    apart->wide |= row->count > apart->columns && apart->columns;
    apart->mended += row->count > apart->columns && numbers <= apart->columns;
    apart->left |= numbers > apart->columns && apart->columns;
}

/* Whether values are put together so. One row may have a value too many for another reason. */
static bool is_habit(struct apart *apart, const struct band *bands, size_t count)
{
    for (size_t b = 0; b < count; b++) {
        apart->columns = count_columns(apart->lines, bands[b].head ? bands[b].head : &bands[b]);
        for (size_t i = 0; i < bands[b].row_count; i++)
            look_at_row(apart, &bands[b].rows[i]);
    }
    return apart->mended > 1 && !apart->left && (apart->groups || !apart->other);
}

static void join_line(struct apart *apart, struct line *line)
{
    size_t kept = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct token *token = &line->tokens[i];
        struct token *before = kept ? &line->tokens[kept - 1] : NULL;
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

bool join_apart(struct lines *lines, const struct band *bands, size_t count)
{
    struct apart apart = {.lines = lines, .groups = true};
    if (!is_habit(&apart, bands, count)) {
        bool wide = apart.wide;
        apart = (struct apart){.lines = lines};
        if (!wide || !is_habit(&apart, bands, count))
            return false;
    }
    for (size_t i = 0; i < lines->count; i++)
        join_line(&apart, &lines->line[i]);
    return true;
}
