/* number.c - numbers as reports print them, read exactly. */
#include "arena.h"
#include "bind.h"
#include "fold.h"
#include "numeral.h"

#include <string.h>

enum { MOST_DIGITS = 18 }; /* of a number in an int64_t, whatever they are */

/* Pass over one of some words; false: none stands there. */
static bool take_any(const char **at, const char *end, const char *const *words)
{
    while (*words && !bytes_begin(*at, end, *words))
        words++;
    *at += *words ? strlen(*words) : 0;
    return *words;
}

/* Pass over a tick or an emoji: those of grammar/scanner.l, before a number. */
static bool take_picture(const char **at, const char *end)
{
    const unsigned char *c = (const unsigned char *)*at;
    size_t length = end - *at < 4                                                  ? 0
                    : *c == 0xF0                                                   ? 4
                    : (*c == 0xE2 && c[1] >= 0x98) || (*c == 0xEF && c[1] == 0xB8) ? 3
                                                                                   : 0;
    *at += length;
    return length > 0;
}

/* A blank, also the end of a line over which a cell is broken, or a filler: all are less than any sign. */
static bool is_blank(char byte)
{
    return (unsigned char)byte <= ' ';
}

/* Whether what stands behind a comma is three digits, or none: 5,77 may be torn, or have a comma for its
 * point. */
static bool is_group_of_three(const char *at, const char *end)
{
    int digits = 0;
    while (at < end && is_blank(*at))
        at++;
    for (; at < end && ((*at >= '0' && *at <= '9') || *at == FOLD_FILLER); at++)
        digits += *at != FOLD_FILLER;
    return digits == 0 || digits == 3;
}

/* Digits in groups, and decimals. False: none, too many to hold, or in other groups. */
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
        } else if (**at == ',' || **at == '\'' || bytes_begin(*at, end, "‚")) {
            *at += **at == ',' || **at == '\'' ? 0 : strlen("‚") - 1;
            if (!is_group_of_three(*at + 1, end))
                return false;
        } else if (!is_blank(**at)) {
            break;
        }
    }
    return any && number->scale <= MOST_DIGITS;
}

/* A Chinese numeral up to the unit of an amount: 十二 of 十二万元. -1: there is none, or ten thousands are
 * what it counts (三万), which may be those of the column. */
static int64_t read_numeral(const char **at, const char *end)
{
    static const char *const weights[] = {"万", "亿", NULL};
    const char *start = *at, *unit;
    int64_t numeral = numeral_read(at, end);
    if (numeral < 0 || *at - start < 6 || (unit = *at - 3, !take_any(&unit, end, weights)))
        return numeral;
    bool amount = bytes_begin(unit, end, "元");
    *at = start;
    numeral = numeral_read(at, unit - 3);
    return amount ? numeral : -1;
}

bool read_number(const char *words, size_t length, struct nb_number *number, size_t *unit_start)
{
    static const char *const minus[] = {"-", "减少", "减", "↓", NULL}, *const plus[] = {"+", "增加", "增",
                                                                                        "↑", NULL};
    /* What says that it is not exact, or that it is a sum, or sets it as code, as a formula or as text: it
     * stays in what is printed. */
    static const char *const opening[] = {"约",   "大约", "为",     "≈", "~", "近", "超过", "超",   "≥", "共",
                                          "合计", "计",   "人民币", "=", ":", "“",  "\"",   "$",    "¥", "￥",
                                          "\\",   "(",    "`",      "'", "‘", "[",  " ",    "\x01", NULL};
    const char *at = words, *end = words + length;
    bool digits = length && *words >= '0' && *words <= '9', negative = false; /* as in nearly all cells */
    if (!digits) {
        while (take_any(&at, end, opening) || take_picture(&at, end))
            ;
        negative = take_any(&at, end, minus);
        if (!negative)
            take_any(&at, end, plus);
    }
    const char *start = at;
    int64_t numeral = digits ? -1 : read_numeral(&at, end);
    *number = (struct nb_number){numeral > 0 ? numeral : 0, 0};
    if (numeral < 0 && (at > start || !read_digits(&at, end, number)))
        return false;
    *unit_start = (size_t)(at - words);
    if (negative)
        number->units = -number->units;
    return true;
}

size_t count_among_words(const struct nb_text *text, const struct grid_cell *cell)
{
    size_t numbers = 0, unit;
    const char *shadow = text->shadow;
    for (size_t at = cell->span.start, end; at < cell->span.end; at = end, numbers++) {
        struct nb_number number;
        at += strspn(shadow + at, " \n\r\t\x01");
        if (at >= cell->span.end)
            break;
        if (shadow[at] < '+' || shadow[at] > '9' || shadow[at] == '/') /* as of nearly all words */
            return 0;
        end = at + strcspn(shadow + at, " \n\r\t\x1F");
        if (strspn(shadow + at, "0123456789.,+-\x01") < end - at ||
            (read_number(shadow + at, end - at, &number, &unit) ? unit < end - at
                                                                : strspn(shadow + at, "-") < end - at))
            return 0;
    }
    return numbers;
}

/* ---- how a report writes its numbers ---- */

enum { SEVERAL = 3 };

/* What cells say of it: of one kind some are words and some numbers. */
struct habits {
    bool han_words,
        han_numbers; /* Chinese numerals: of 一 alone the grammar makes words, as it is a dash as often */
    size_t grouped;  /* words that are digits which blanks part, before each three */
    size_t single;   /* or behind each: a few may be two numbers; all that a row prints may be several */
    size_t four_together; /* whole numbers that print so many digits without a blank, as amounts often do */
    bool two_together;    /* some number does so with two */
};

static bool is_han(const char *at, const char *end)
{
    return at < end && (unsigned char)*at >= 0x80 && numeral_read(&at, end) >= 0 && at == end;
}

/* Behind a sign, as of a change, they say nothing of how counts are written. */
static int digits_together(const char *at, const char *end)
{
    int digits = 0;
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        digits++;
    return at == end ? digits : 0;
}

/* What is done with a cell: words tell, in the few reports where they may be numbers the numbers tell, and
 * words become numbers.
 */
enum visit { TELL_WORDS, TELL_NUMBERS, TURN_WORDS };

/* A number of four digits together is an amount where several others are grouped. */
static bool are_grouped(const struct habits *habits)
{
    return !habits->four_together || (habits->grouped >= SEVERAL && habits->grouped > habits->four_together);
}

/* Whether the cell has words that are digits which blanks part, each behind one. */
static bool visit_cell(struct habits *habits, enum visit visit, const char *shadow, struct grid_cell *cell)
{
    enum digits_apart apart = DIGITS_TOGETHER;
    const char *at = shadow + cell->span.start, *end = shadow + cell->span.end;
    if (cell->kind == CELL_NUMBER && visit == TELL_NUMBERS) {
        int digits = digits_together(at, end);
        habits->han_numbers |= is_han(at, end);
        habits->four_together += digits >= 4;
        habits->two_together |= digits >= 2;
    } else if (cell->kind == CELL_WORDS && visit != TELL_NUMBERS) {
        apart = digits_apart(at, end);
        bool han = (visit == TURN_WORDS ? habits->han_numbers : !habits->han_words) && is_han(at, end);
        habits->han_words |= han;
        habits->grouped += visit == TELL_WORDS && apart == DIGITS_GROUPED;
        if (visit == TURN_WORDS &&
            (han || (apart == DIGITS_GROUPED && are_grouped(habits)) ||
             (apart == DIGITS_SINGLE && habits->single >= SEVERAL && !habits->two_together)))
            cell->kind = CELL_NUMBER;
    }
    return apart == DIGITS_SINGLE;
}

/* Whether a label is that of a row of amounts, in some form. */
static bool is_of_money(int label)
{
    for (size_t f = 0; label >= 0 && f < form_count; f++)
        for (size_t t = 0; form_labels[label].forms >> f & 1 && t < form_table[f].table_count; t++) {
            const struct nb_form_table *table = &form_table[f].tables[t];
            int row = first_of(rows_named(label, table));
            if (row >= 0 && table->rows[row].columns->type == NB_MONEY)
                return true;
        }
    return false;
}

/* Whether the row is of a table without labels, or one of amounts: they say nothing of how counts are
 * written. */
static bool says_nothing(const struct grid_part *part, const struct grid_row *row)
{
    bool labelled = part->head, money = false;
    for (size_t i = 0; i < row->count; i++) {
        labelled |= row->cells[i].label >= 0;
        money |= is_of_money(row->cells[i].label);
    }
    return money || !labelled;
}

/* The cells of a row that print numbers. */
static size_t count_cells(const struct nb_text *text, const struct grid_row *row)
{
    size_t cells = 0;
    for (size_t i = 0; i < row->count; i++)
        cells += count_numbers(text, &row->cells[i]) > 0;
    return cells;
}

static void visit_row(const struct nb_text *text, struct habits *habits, enum visit visit,
                      struct grid_row *row)
{
    size_t single = 0;
    for (size_t i = 0; i < row->count; i++)
        single += visit_cell(habits, visit, text->shadow, &row->cells[i]);
    if (visit == TELL_WORDS && single && count_cells(text, row) > 1) /* else no other cell prints a number */
        habits->single += single;
}

static void visit_cells(struct nb_report *report, struct habits *habits, enum visit visit)
{
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (struct grid_part *part = grid->parts; part; part = part->next)
            for (struct grid_row *row = part->body; row; row = row->next)
                if (visit != TELL_NUMBERS || !says_nothing(part, row))
                    visit_row(report->text, habits, visit, row);
}

void read_by_habit(struct nb_report *report)
{
    struct habits habits = {0};
    visit_cells(report, &habits, TELL_WORDS);
    if (!habits.han_words && !habits.grouped && habits.single < SEVERAL)
        return;
    visit_cells(report, &habits, TELL_NUMBERS);
    visit_cells(report, &habits, TURN_WORDS);
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
