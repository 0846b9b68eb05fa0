/* sheet_halves.c - sheets of paper on which two or four pages are printed become pages again. */
#include "sheet_parts.h"

#include <math.h>

/* Where a character or a rule begins, or ends, across the line that parts two pages: below one another
 * (`down`) or beside. */
static float char_edge(const struct sheet_char *c, bool down, bool last)
{
    return down ? (last ? c->y1 : c->y0) : last ? c->x1 : c->x0;
}

static float rule_edge(const struct sheet_rule *rule, bool down, bool last)
{
    return rule->vertical != down ? rule->at : last ? rule->to : rule->from;
}

/* Whether nothing stands in the middle of a sheet, one character's height to each side, but for a program's
 * own name in tiny letters. */
static bool is_parted(const struct sheet_page *page, float em)
{
    bool down = page->height >= page->width;
    float middle = (down ? page->height : page->width) / 2, near = em;
    for (size_t i = 0; i < page->char_count; i++) {
        const struct sheet_char *c = &page->chars[i];
        bool tiny = c->y1 - c->y0 <= em / 2;
        if (!tiny && char_edge(c, down, false) < middle + near && char_edge(c, down, true) > middle - near)
            return false;
    }
    for (size_t i = 0; i < page->rule_count; i++)
        if (rule_edge(&page->rules[i], down, false) < middle + near &&
            rule_edge(&page->rules[i], down, true) > middle - near)
            return false;
    return true;
}

/* What stands on one side of a sheet. */
static struct sheet_page half_of(struct nb_arena *scratch, const struct sheet_page *page, bool last)
{
    bool down = page->height >= page->width;
    float middle = (down ? page->height : page->width) / 2, from = last ? middle : 0;
    struct sheet_page half = {.width = page->width, .height = page->height, .number = page->number};
    *(down ? &half.height : &half.width) = middle;
    half.chars = arena_alloc(scratch, page->char_count * sizeof *half.chars + 1);
    half.rules = arena_alloc(scratch, page->rule_count * sizeof *half.rules + 1);
    for (size_t i = 0; i < page->char_count; i++)
        if ((char_edge(&page->chars[i], down, false) > middle) == last) {
            struct sheet_char *c = &half.chars[half.char_count++];
            *c = page->chars[i];
            *(down ? &c->y0 : &c->x0) -= from, *(down ? &c->y1 : &c->x1) -= from;
        }
    for (size_t i = 0; i < page->rule_count; i++)
        if ((rule_edge(&page->rules[i], down, false) > middle) == last) {
            struct sheet_rule *rule = &half.rules[half.rule_count++];
            *rule = page->rules[i];
            *(rule->vertical != down ? &rule->at : &rule->from) -= from;
            rule->to -= rule->vertical != down ? 0 : from;
        }
    return half;
}

/* How far from its head what stands on a page begins. */
static float top_of(const struct sheet_page *page)
{
    float top = INFINITY;
    for (size_t i = 0; i < page->char_count; i++)
        top = fminf(top, page->chars[i].y0);
    for (size_t i = 0; i < page->rule_count; i++)
        top = fminf(top, rule_edge(&page->rules[i], true, false));
    return top;
}

/* Whether two halves may be two pages: something stands on both. Those above one another have one margin,
 * which the room in the middle of a page has not. */
static bool are_pages(const struct sheet_page *one, const struct sheet_page *other, bool down, float em)
{
    return one->char_count && other->char_count && (!down || fabsf(top_of(one) - top_of(other)) < em);
}

/* A heading, or a paragraph of one page over the whole sheet, reaches over the middle of at least one sheet;
 * so does a table. Returns whether there are more pages now. */
static bool halve(struct nb_arena *scratch, struct sheets *sheets)
{
    struct sheet_page *halves = arena_alloc(scratch, 2 * sheets->page_count * sizeof *halves + 1);
    bool both = false;
    for (size_t i = 0; i < sheets->page_count; i++) {
        const struct sheet_page *page = &sheets->pages[i];
        bool down = page->height >= page->width;
        float em = sheet_em(page, scratch);
        if (!is_parted(page, em))
            return false;
        halves[2 * i] = half_of(scratch, page, false);
        halves[2 * i + 1] = half_of(scratch, page, true);
        both |= are_pages(&halves[2 * i], &halves[2 * i + 1], down, em);
    }
    if (both) {
        sheets->pages = halves;
        sheets->page_count *= 2;
    }
    return both;
}

void sheet_halve(struct nb_arena *scratch, struct sheets *sheets)
{
    if (halve(scratch, sheets))
        halve(scratch, sheets);
}
