/* number.c - numbers as reports print them, read exactly. */
#include "arena.h"
#include "bind.h"
#include "fold.h"
#include "numeral.h"

#include <string.h>

enum { MOST_DIGITS = 18 }; /* of a number in an int64_t, whatever they are */

static bool starts_with(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* Pass over a sign; returns whether it is a minus. */
static bool read_sign(const char **at, const char *end)
{
    static const char *const minus[] = {"-", "减少", "减", "↓"}, *const plus[] = {"+", "增加", "增", "↑"};
    for (size_t i = 0; i < sizeof minus / sizeof *minus; i++)
        if (starts_with(*at, end, minus[i])) {
            *at += strlen(minus[i]);
            return true;
        }
    for (size_t i = 0; i < sizeof plus / sizeof *plus; i++)
        if (starts_with(*at, end, plus[i])) {
            *at += strlen(plus[i]);
            break;
        }
    return false;
}

/* What stands before a number: what says that it is not exact, or that it is a sum, or sets it as code, as a formula or as text.
 * The number is read all the same, and it stays in what is printed. */
static void skip_opening(const char **at, const char *end)
{
    static const char *const words[] = {"约", "近", "超", "共", "计", "$", "\\", "(", "`", "'", "‘", "[", " ", "\x01"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        while (starts_with(*at, end, words[i]))
            *at += strlen(words[i]);
}

/* Digits in groups, and decimals. False: none, or too many to hold. */
static bool read_digits(const char **at, const char *end, struct nb_number *number)
{
    bool point = false, any = false;
    int digits = 0;
    for (; *at < end; ++*at) {
        if (**at >= '0' && **at <= '9') {
            if (digits == MOST_DIGITS)
                return false;
            any = true;
            digits += number->units != 0 || **at != '0';
            number->units = number->units * 10 + (**at - '0');
            number->scale += point;
        } else if (**at == '.' && !point) {
            point = true;
        } else if (**at != ',' && **at != FOLD_FILLER && **at != ' ') {
            break;
        }
    }
    return any && number->scale <= MOST_DIGITS;
}

bool read_number(const char *words, size_t length, struct nb_number *number, size_t *unit_start)
{
    const char *at = words, *end = words + length;
    bool digits = length && *words >= '0' && *words <= '9', negative = false; /* as in nearly all cells */
    if (!digits) {
        skip_opening(&at, end);
        negative = read_sign(&at, end);
    }
    const char *start = at;
    int64_t numeral = digits ? -1 : numeral_read(&at, end);
    *number = (struct nb_number){numeral > 0 ? numeral : 0, 0};
    if (numeral < 0 && (at > start || !read_digits(&at, end, number)))
        return false;
    *unit_start = (size_t)(at - words);
    if (negative)
        number->units = -number->units;
    return true;
}

/* Whether a cell is a Chinese numeral. */
static bool is_han(const struct nb_text *text, const struct grid_cell *cell)
{
    const char *at = text->shadow + cell->span.start, *end = text->shadow + cell->span.end;
    return at < end && (unsigned char)*at >= 0x80 && numeral_read(&at, end) >= 0 && at == end;
}

/* Whether a table that the report prints has a cell of a kind with a Chinese numeral. */
static bool prints_han(const struct nb_report *report, enum grid_cell_kind kind)
{
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (const struct grid_part *part = grid->parts; part; part = part->next)
            for (const struct grid_row *row = part->body; row; row = row->next)
                for (size_t i = 0; i < row->count; i++)
                    if (row->cells[i].kind == kind && is_han(report->text, &row->cells[i]))
                        return true;
    return false;
}

void read_ones(struct nb_report *report)
{
    if (!prints_han(report, CELL_WORDS) || !prints_han(report, CELL_NUMBER))
        return;
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (struct grid_part *part = grid->parts; part; part = part->next)
            for (struct grid_row *row = part->body; row; row = row->next)
                for (size_t i = 0; i < row->count; i++)
                    if (row->cells[i].kind == CELL_WORDS && is_han(report->text, &row->cells[i]))
                        row->cells[i].kind = CELL_NUMBER;
}

/* Digit by digit from the last: printf() cost a seventh of binding. */
const char *number_text(struct nb_arena *arena, struct nb_number number)
{
    enum { MOST_TEXT = 2 * MOST_DIGITS + 4 };
    char text[MOST_TEXT], *at = text + MOST_TEXT;
    uint64_t left = number.units < 0 ? 0 - (uint64_t)number.units : (uint64_t)number.units;
    for (int digits = 0; digits <= number.scale || left; digits++) {
        if (number.scale && digits == number.scale)
            *--at = '.';
        *--at = (char)('0' + left % 10);
        left /= 10;
    }
    if (number.units < 0)
        *--at = '-';
    return arena_strndup(arena, at, (size_t)(text + MOST_TEXT - at));
}
