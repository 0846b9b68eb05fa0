/* sheet_heading.c - the headings of a sheet, A B C above and 1 2 3 on the left, which spreadsheets may print
 * in boxes of their own, are none of its text. */
#include "sheet_parts.h"

#include <ctype.h>
#include <math.h>

/* The headings of a page: the line of letters, and where the box of its corner, and all the boxes, end. */
struct heading {
    const struct sheet_line *letters;
    float left, top, foot;
};

/* Rules that are so near are of one line. */
static const float NEAR = 1;

/* Whether a line says nothing but the names of columns that follow each other, as A, Z, AA; those that are
 * too narrow for theirs lack it. */
static bool names_columns(const struct sheet_line *line)
{
    unsigned last = 0, column = 0;
    for (size_t i = 0; i < line->count; i++) {
        if (!isupper((unsigned char)*line->chars[i].text))
            return false;
        column = 26 * column + (unsigned)(*line->chars[i].text - 'A') + 1;
        if (column > last)
            last = column, column = 0;
    }
    return line->count > 1 && !column;
}

/* Find the box that stands before a line of letters. Returns whether there is one. */
static bool find_corner(struct heading *heading, const struct sheet_page *page)
{
    const struct sheet_line *line = heading->letters;
    const struct sheet_rule *rules = page->rules, *end = rules + page->rule_count;
    heading->left = -INFINITY, heading->top = INFINITY, heading->foot = -INFINITY;
    for (const struct sheet_rule *rule = rules; rule < end; rule++) {
        if (rule->vertical && rule->at <= line->x0 && rule->from < line->y0 + NEAR &&
            rule->to > line->y1 - NEAR)
            heading->left = fmaxf(heading->left, rule->at);
        if (!rule->vertical && rule->at >= line->y1 - NEAR && rule->from < line->x0)
            heading->top = fminf(heading->top, rule->at);
    }
    for (const struct sheet_rule *rule = rules; rule < end; rule++)
        if (rule->vertical && fabsf(rule->at - heading->left) < NEAR)
            heading->foot = fmaxf(heading->foot, rule->to);
    return heading->foot > heading->top;
}

/* Whether a character stands in the headings, and of these below the letters if `below`. */
static bool is_heading(const struct heading *heading, const struct sheet_char *c, bool below)
{
    float x = (c->x0 + c->x1) / 2, y = (c->y0 + c->y1) / 2, top = heading->letters->y0;
    return (y > heading->top && y < heading->foot && x < heading->left) ||
           (!below && y > top && y < heading->top);
}

/* Whether on the left of a page nothing stands but the numbers of rows that follow each other. */
static bool numbers_rows(struct nb_arena *scratch, const struct sheet_page *page,
                         const struct heading *heading)
{
    struct sheet_char *chars = arena_alloc(scratch, page->char_count * sizeof *chars + 1);
    size_t count = 0;
    unsigned last = 0;
    for (size_t i = 0; i < page->char_count; i++)
        if (is_heading(heading, &page->chars[i], true))
            chars[count++] = page->chars[i];
    struct sheet_lines lines = sheet_lines(scratch, chars, count, 0);
    for (size_t i = 0; i < lines.count; i++) {
        unsigned number = 0;
        for (const struct sheet_char *c = lines.lines[i].chars;
             c < lines.lines[i].chars + lines.lines[i].count; c++) {
            if (!isdigit((unsigned char)*c->text))
                return false;
            number = 10 * number + (unsigned)(*c->text - '0');
        }
        if (number <= last)
            return false;
        last = number;
    }
    return lines.count > 0;
}

/* Take the headings from a page, and what is drawn of their boxes. */
static void drop(struct sheet_page *page, const struct heading *heading)
{
    size_t chars = 0, rules = 0;
    for (size_t i = 0; i < page->char_count; i++)
        if (!is_heading(heading, &page->chars[i], false))
            page->chars[chars++] = page->chars[i];
    for (size_t i = 0; i < page->rule_count; i++) {
        struct sheet_rule rule = page->rules[i];
        float first = rule.vertical ? heading->left : heading->top,
              begin = rule.vertical ? heading->top : heading->left;
        rule.from = fmaxf(rule.from, begin);
        if (rule.at > first - NEAR && rule.to > begin + NEAR)
            page->rules[rules++] = rule;
    }
    page->char_count = chars, page->rule_count = rules;
}

void sheet_drop_headings(struct nb_arena *scratch, struct sheet_page *page)
{
    size_t letters = 0;
    for (size_t i = 0; i < page->char_count; i++)
        letters += isupper((unsigned char)*page->chars[i].text) != 0;
    if (letters < 2) /* as on most pages, whose lines are not asked for */
        return;
    struct sheet_lines lines = sheet_lines(scratch, page->chars, page->char_count, 0);
    for (size_t i = 0; i < lines.count; i++) {
        struct heading heading = {.letters = &lines.lines[i]};
        if (names_columns(&lines.lines[i]) && find_corner(&heading, page) &&
            numbers_rows(scratch, page, &heading)) {
            drop(page, &heading);
            return;
        }
    }
}
