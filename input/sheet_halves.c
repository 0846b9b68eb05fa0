/* sheet_halves.c - sheets of paper on which two pages are printed side by side become two pages each. */
#include "sheet_parts.h"

/* Whether nothing stands in the middle of a sheet that is wider than high, one character's height to each side, but for a
 * program's own name in tiny letters. */
static bool is_parted(const struct sheet_page *page, float em)
{
    float low = page->width / 2 - em, high = page->width / 2 + em;
    for (size_t i = 0; i < page->char_count; i++)
        if (page->chars[i].x0 < high && page->chars[i].x1 > low && page->chars[i].y1 - page->chars[i].y0 > em / 2)
            return false;
    for (size_t i = 0; i < page->rule_count; i++) {
        const struct sheet_rule *rule = &page->rules[i];
        if ((rule->vertical ? rule->at : rule->from) < high && (rule->vertical ? rule->at : rule->to) > low)
            return false;
    }
    return page->width > page->height;
}

/* What stands on one side of a sheet. */
static struct sheet_page half_of(struct nb_arena *scratch, const struct sheet_page *page, bool right)
{
    float middle = page->width / 2, from = right ? middle : 0;
    struct sheet_page half = {.width = middle, .height = page->height, .number = page->number};
    half.chars = arena_alloc(scratch, page->char_count * sizeof *half.chars + 1);
    half.rules = arena_alloc(scratch, page->rule_count * sizeof *half.rules + 1);
    for (size_t i = 0; i < page->char_count; i++)
        if ((page->chars[i].x0 > middle) == right) {
            struct sheet_char *c = &half.chars[half.char_count++];
            *c = page->chars[i];
            c->x0 -= from, c->x1 -= from;
        }
    for (size_t i = 0; i < page->rule_count; i++)
        if (((page->rules[i].vertical ? page->rules[i].at : page->rules[i].from) > middle) == right) {
            struct sheet_rule *rule = &half.rules[half.rule_count++];
            *rule = page->rules[i];
            *(rule->vertical ? &rule->at : &rule->from) -= from;
            rule->to -= rule->vertical ? 0 : from;
        }
    return half;
}

/* A heading, or a paragraph of one page over the whole sheet, reaches over the middle of at least one sheet; so does a table. */
void sheet_halve(struct nb_arena *scratch, struct sheets *sheets)
{
    struct sheet_page *halves = arena_alloc(scratch, 2 * sheets->page_count * sizeof *halves + 1);
    bool both = false;
    for (size_t i = 0; i < sheets->page_count; i++) {
        const struct sheet_page *page = &sheets->pages[i];
        if (!is_parted(page, sheet_em(page, scratch)))
            return;
        halves[2 * i] = half_of(scratch, page, false);
        halves[2 * i + 1] = half_of(scratch, page, true);
        both |= halves[2 * i].char_count && halves[2 * i + 1].char_count;
    }
    if (!both)
        return;
    sheets->pages = halves;
    sheets->page_count *= 2;
}
