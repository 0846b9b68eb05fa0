/* digits.c - cells are put together whose digits blanks part, where that is how the report writes its
 * numbers: 1 8 4 2. */
#include "bind.h"
#include "numeral.h"

/* What the parts of tables say, if numbers that stand one blank apart are put together: only as groups of
 * three digits, or any.
 */
struct digits {
    struct nb_text *text;
    struct text_cursor at;
    bool groups;
    bool other;    /* some stand as close, and are no number together */
    bool parted;   /* a sign stands so behind a number: then one blank parts cells */
    size_t evened; /* parts whose rows have as many values then, several, and have not else */
    size_t ragged; /* parts that have some put together, and rows of unlike length even then */
    size_t blanks; /* of evened parts, between numbers put together: one alone may part one value too many */
};

/* The cells of a row that are no label, nor words before it. */
static size_t count_values(const struct grid_row *row)
{
    size_t values = 0;
    bool words = true; /* nothing else stands before */
    for (size_t i = 0; i < row->count; i++) {
        enum grid_cell_kind kind = row->cells[i].kind;
        words &= kind == CELL_LABEL || kind == CELL_WORDS;
        values = kind != CELL_LABEL ? values + 1 : words ? 0 : values;
    }
    return values;
}

/* Whether one blank is all that is printed between two cells of a row. Of cells of a file that is no text
 * nothing tells. */
static bool are_close(const struct nb_text *text, struct text_cursor *cursor, const struct grid_cell *left,
                      const struct grid_cell *right)
{
    if (!text->source || left->kind != CELL_NUMBER || right->kind != CELL_NUMBER ||
        right->span.start != left->span.end + 1)
        return false;
    size_t at = text_source_near(text, left->span.end - 1, cursor) + 1;
    return text->source[at] == ' ' && text_source_near(text, right->span.start, cursor) == at + 1;
}

/* How blanks part the digits of two numbers, if they are one. */
static enum digits_apart digits_of(const struct nb_text *text, const struct grid_cell *first,
                                   const struct grid_cell *last)
{
    enum { LONGEST = 40 }; /* a digit and a blank for each that a number may have */
    char number[LONGEST];
    size_t length = last->span.end - first->span.start;
    if (length > LONGEST)
        return DIGITS_TOGETHER;
    for (size_t i = 0; i < length; i++) {
        char byte = text->shadow[first->span.start + i];
        number[i] = byte == UNIT_SEPARATOR ? ' ' : byte;
    }
    return digits_apart(number, number + length);
}

/* Whether the number that begins with cell `first` goes on with `cell`, behind `last`. */
static bool goes_on(struct digits *digits, const struct grid_cell *first, const struct grid_cell *last,
                    const struct grid_cell *cell)
{
    if (!are_close(digits->text, &digits->at, last, cell))
        return false;
    digits->parted |= digits->text->shadow[cell->span.start] == '-';
    enum digits_apart how = digits_of(digits->text, first, cell);
    bool joined = how == DIGITS_GROUPED || (how != DIGITS_TOGETHER && !digits->groups);
    digits->other |= !joined;
    return joined;
}

/* How many cells go on a number before them. */
static size_t count_joined(struct digits *digits, const struct grid_row *row)
{
    size_t joined = 0;
    for (size_t i = 1, first = 0; i < row->count; i++) {
        first = goes_on(digits, &row->cells[first], &row->cells[i - 1], &row->cells[i]) ? first : i;
        joined += first != i;
    }
    return joined;
}

/* Whether it is told that digits are not put together so, whatever other rows say. */
static bool is_refuted(const struct digits *digits)
{
    return digits->other && !digits->groups;
}

/* Whether each row of a part has as many cells as some row of its head. */
static bool is_as_labelled(const struct grid_part *part)
{
    const struct grid_row *labels = part->head, *row = part->body;
    while (labels && row && labels->count != row->count)
        labels = labels->next;
    while (labels && row && (row->count == labels->count || !count_values(row)))
        row = row->next;
    return labels && !row;
}

static void look_at_part(struct digits *digits, const struct grid_part *part)
{
    size_t most = 0, least = SIZE_MAX, longest = 0, joined = 0;
    bool labelled = is_as_labelled(part);
    for (const struct grid_row *row = part->body; row && !is_refuted(digits); row = row->next) {
        size_t values = count_values(row), in_row = count_joined(digits, row);
        if (!values)
            continue;
        longest = values > longest ? values : longest;
        most = values - in_row > most ? values - in_row : most;
        least = values - in_row < least ? values - in_row : least;
        joined += in_row;
    }
    bool several = part->head ||
                   (part->body && part->body->next); /* one row without labels is always as long as itself */
    bool evened = joined && !labelled && several && most == least && most > 1 && longest > most;
    digits->evened += evened;
    digits->blanks += evened ? joined : 0;
    digits->ragged += joined && most != least;
}

static bool is_habit(struct digits *digits, const struct nb_report *report)
{
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (const struct grid_part *part = grid->known == TEXT_GRID ? NULL : grid->parts;
             part && !is_refuted(digits); part = part->next)
            look_at_part(digits, part);
    return digits->evened > digits->ragged && !digits->parted && !is_refuted(digits) &&
           (!digits->other || digits->blanks > 1);
}

/* What parted the cells is a blank again. */
static void join_row(struct digits *digits, struct grid_row *row)
{
    struct nb_text *text = digits->text;
    size_t kept = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct grid_cell *cell = &row->cells[kept];
        if (kept && goes_on(digits, cell - 1, cell - 1, &row->cells[i])) {
            text->bytes[cell[-1].span.end] = text->shadow[cell[-1].span.end] = ' ';
            cell[-1].span.end = row->cells[i].span.end;
        } else {
            *cell = row->cells[i];
            cell->column = (unsigned)kept++;
        }
    }
    row->count = (unsigned)kept;
}

void join_digits(struct nb_report *report)
{
    struct digits digits = {.text = (struct nb_text *)report->text, .groups = true};
    if (!is_habit(&digits, report)) {
        if (!digits.other)
            return;
        digits = (struct digits){.text = (struct nb_text *)report->text};
        if (!is_habit(&digits, report))
            return;
    }
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (struct grid_part *part = grid->known == TEXT_GRID ? NULL : grid->parts; part; part = part->next)
            for (struct grid_row *row = part->body; row; row = row->next)
                join_row(&digits, row);
}
