/* sheet_halves.c - sheets of paper on which several pages are printed become pages again. */
#include "sheet_parts.h"

#include <math.h>
#include <string.h>

/* How the sheets of a document are tiled with pages of one size, from left to right and then down. */
struct tiling {
    size_t rows, columns;
};

/* What printers' drivers put on a sheet that is wider than high, the most pages first; rows and columns
 * change places on one that is higher. */
static const struct tiling tilings[] = {{4, 4}, {3, 3}, {2, 2}, {2, 3}, {1, 2}};

/* A sheet being cut, and the height that most of its characters have. */
struct cutting {
    const struct sheet_page *sheet;
    struct tiling tiling;
    float em;
};

/* An interval of a sheet across or down. */
struct interval {
    float from, to;
};

static struct interval interval_of_char(const struct sheet_char *c, bool down)
{
    return down ? (struct interval){c->y0, c->y1} : (struct interval){c->x0, c->x1};
}

static struct interval interval_of_rule(const struct sheet_rule *rule, bool down)
{
    return rule->vertical != down ? (struct interval){rule->at, rule->at}
                                  : (struct interval){rule->from, rule->to};
}

static size_t parts(const struct cutting *at, bool down)
{
    return down ? at->tiling.rows : at->tiling.columns;
}

/* How long each part is. */
static float step(const struct cutting *at, bool down)
{
    return (down ? at->sheet->height : at->sheet->width) / (float)parts(at, down);
}

/* ---- whether nothing is cut ---- */

/* Whether an interval is nearer than `near` to a place where the sheet is cut. */
static bool is_cut(const struct cutting *at, bool down, struct interval interval, float near)
{
    for (size_t i = 1; i < parts(at, down); i++) {
        float place = (float)i * step(at, down);
        if (interval.from < place + near && interval.to > place - near)
            return true;
    }
    return false;
}

/* Whether no character is cut, nor stands so near, but those of a program's own name in tiny letters. */
static bool parts_chars(const struct cutting *at, bool down, float near)
{
    for (size_t i = 0; i < at->sheet->char_count; i++) {
        const struct sheet_char *c = &at->sheet->chars[i];
        if (c->y1 - c->y0 > at->em / 2 && is_cut(at, down, interval_of_char(c, down), near))
            return false;
    }
    return true;
}

/* Whether a line is a side of the frame that programs draw around pages on a sheet: as long as one, and where
 * one ends. */
static bool is_border(const struct cutting *at, const struct sheet_rule *rule)
{
    float across = step(at, !rule->vertical), along = step(at, rule->vertical);
    float off = rule->at - roundf(rule->at / across) * across;
    return fabsf(off) < at->em / 2 && rule->to - rule->from > along - at->em;
}

static bool parts_rules(const struct cutting *at, bool down, float near)
{
    for (size_t i = 0; i < at->sheet->rule_count; i++)
        if (is_cut(at, down, interval_of_rule(&at->sheet->rules[i], down), near) &&
            !is_border(at, &at->sheet->rules[i]))
            return false;
    return true;
}

/* Whether a sheet may be cut so. A heading, a paragraph or a table of one page over the whole sheet reaches
 * over its middle, so that nothing else need tell pages side by side; where these have no margins at head and
 * foot, the sides of a table may go on from one page to the one below. */
static bool is_parted(const struct cutting *at)
{
    bool beside = at->tiling.columns > 1;
    return parts_chars(at, false, at->em) && parts_rules(at, false, at->em) &&
           parts_chars(at, true, beside ? -at->em / 4 : at->em) && (beside || parts_rules(at, true, at->em));
}

/* ---- pages of their own ---- */

/* Move an interval of the sheet to where it stands on the page that begins there. */
static struct interval moved(struct interval interval, float from, float scale)
{
    return (struct interval){(interval.from - from) * scale, (interval.to - from) * scale};
}

static bool is_within(struct interval interval, float length)
{
    float middle = (interval.from + interval.to) / 2;
    return middle >= 0 && middle < length;
}

/* What a page has of a line: all of it, or a piece that is longer than a stroke that runs over its end. */
static bool take_piece(struct interval *interval, float length, float em)
{
    struct interval whole = *interval;
    interval->from = fmaxf(whole.from, 0), interval->to = fminf(whole.to, length);
    return interval->to - interval->from > fminf(em, whole.to - whole.from) / 2 ||
           (whole.from >= 0 && whole.to <= length);
}

struct sheet_page sheet_part(struct nb_arena *scratch, const struct sheet_page *sheet, struct sheet_area area,
                             float scale, float em)
{
    struct sheet_page page = {
        .width = area.width * scale, .height = area.height * scale, .number = sheet->number};
    page.chars = arena_alloc(scratch, sheet->char_count * sizeof *page.chars + 1);
    page.rules = arena_alloc(scratch, sheet->rule_count * sizeof *page.rules + 1);
    for (size_t i = 0; i < sheet->char_count; i++) {
        struct sheet_char *c = &page.chars[page.char_count];
        *c = sheet->chars[i];
        struct interval x = moved(interval_of_char(c, false), area.left, scale),
                        y = moved(interval_of_char(c, true), area.top, scale);
        c->x0 = x.from, c->x1 = x.to, c->y0 = y.from, c->y1 = y.to;
        page.char_count += is_within(x, page.width) && is_within(y, page.height);
    }
    for (size_t i = 0; i < sheet->rule_count; i++) {
        struct sheet_rule *rule = &page.rules[page.rule_count];
        *rule = sheet->rules[i];
        bool down = rule->vertical;
        struct interval along = moved(interval_of_rule(rule, down), down ? area.top : area.left, scale),
                        across = moved(interval_of_rule(rule, !down), down ? area.left : area.top, scale);
        page.rule_count += is_within(across, down ? page.width : page.height) &&
                           take_piece(&along, down ? page.height : page.width, em * scale);
        rule->at = across.from, rule->from = along.from, rule->to = along.to;
    }
    return page;
}

/* Leave out the frames around pages. */
static struct sheet_page without_borders(struct nb_arena *scratch, const struct cutting *at)
{
    struct sheet_page sheet = *at->sheet;
    sheet.rules = arena_alloc(scratch, sheet.rule_count * sizeof *sheet.rules + 1);
    sheet.rule_count = 0;
    for (size_t i = 0; i < at->sheet->rule_count; i++)
        if (!is_border(at, &at->sheet->rules[i]))
            sheet.rules[sheet.rule_count++] = at->sheet->rules[i];
    return sheet;
}

/* The page in this row and column of a sheet, as large as that, so that its characters are again. */
static struct sheet_page page_of(struct nb_arena *scratch, const struct cutting *at,
                                 const struct sheet_page *sheet, size_t part)
{
    float width = step(at, false), height = step(at, true);
    size_t row = part / at->tiling.columns, column = part % at->tiling.columns;
    struct sheet_area area = {(float)column * width, (float)row * height, width, height};
    return sheet_part(scratch, sheet, area, sqrtf((float)(at->tiling.rows * at->tiling.columns)), at->em);
}

/* ---- whether they are pages ---- */

/* How far from the side or the head of a page what stands on it begins, lines that run on left aside. */
static float margin_of(const struct sheet_page *page, bool down)
{
    float margin = INFINITY;
    for (size_t i = 0; i < page->char_count; i++)
        margin = fminf(margin, interval_of_char(&page->chars[i], down).from);
    for (size_t i = 0; i < page->rule_count; i++)
        if (page->rules[i].vertical != down)
            margin = fminf(margin, page->rules[i].at);
    return margin;
}

/* The least margin that the pages of one row, or column, of all sheets have. */
static float least_margin(const struct sheet_page *pages, size_t count, const struct tiling *tiling,
                          bool down, size_t part)
{
    float least = INFINITY;
    for (size_t i = 0; i < count; i++) {
        size_t place = i % (tiling->rows * tiling->columns);
        if ((down ? place / tiling->columns : place % tiling->columns) == part)
            least = fminf(least, margin_of(&pages[i], down));
    }
    return least;
}

/* Whether the pages of all rows, or columns, have one margin, which the room in the middle of a page has not.
 * Behind the first there may be none, and of pages that stand beside others few may begin at their head or
 * side: half of the margin is enough. */
static bool have_one_margin(const struct sheet_page *pages, size_t count, const struct tiling *tiling,
                            bool down, float em)
{
    float first = least_margin(pages, count, tiling, down, 0);
    bool one = true, few = tiling->columns > 1;
    for (size_t i = 1; i < (down ? tiling->rows : tiling->columns) && one; i++) {
        float more = least_margin(pages, count, tiling, down, i) - first;
        one = isinf(more) || (few ? more > -fmaxf(em, first / 2) : fabsf(more) < em);
    }
    return one;
}

/* More ideographs than stand over the columns of a table, whose rows have their labels on the left: those of
 * the forms are 40. */
enum { MOST_LABELS = 50 };

static bool has_words(const struct sheet_page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->char_count; i++)
        count += (unsigned char)*page->chars[i].text >= 0xE4;
    return count > MOST_LABELS;
}

/* Whether two pages have one head, as browsers print it on each: most of some characters. */
static bool have_one_head(const struct sheet_page *page, const struct sheet_page *other, float em)
{
    enum { FEWEST = 5 };
    float head = margin_of(other, true) + em / 2;
    size_t count = 0, same = 0;
    for (const struct sheet_char *c = other->chars; c < other->chars + other->char_count; c++)
        if (c->y0 < head)
            count++, same += sheet_has_char(page->chars, page->char_count, c, 0, 0);
    return count >= FEWEST && 4 * same >= 3 * count;
}

/* Whether what a document's sheets were cut into are pages, of which the first two are there. Those side by
 * side need not begin as far from their sides, unless the paper is upright, which is seldom cut so: there a
 * table alone may have nothing in its middle. Where the paper is not, and they would be as wide, those above
 * one another have margins, or one head: most sheets have pages that are higher. */
static bool are_pages(const struct sheet_page *pages, size_t count, const struct tiling *tiling, float em)
{
    bool upright = pages->width * (float)tiling->columns < pages->height * (float)tiling->rows;
    if (!pages[0].char_count || !pages[1].char_count || !have_one_margin(pages, count, tiling, true, em))
        return false;
    if (tiling->columns == 1)
        return true;
    if (upright)
        return has_words(&pages[1]) && have_one_margin(pages, count, tiling, false, em);
    return tiling->rows < tiling->columns || least_margin(pages, count, tiling, true, 0) > 2 * em ||
           have_one_head(&pages[0], &pages[tiling->columns], em);
}

/* Cut all sheets so. Returns whether that makes pages of them: parts that belong side by side again are
 * columns of one table. */
static bool cut(struct nb_arena *scratch, struct sheets *sheets, struct tiling tiling,
                const struct lexicon *lexicon)
{
    size_t each = tiling.rows * tiling.columns, count = 0;
    struct sheet_page *pages = arena_alloc(scratch, each * sheets->page_count * sizeof *pages + 1);
    float em = 0;
    for (size_t i = 0; i < sheets->page_count; i++) {
        struct cutting at = {&sheets->pages[i], tiling, sheet_em(&sheets->pages[i], scratch)};
        em = fmaxf(em, at.em * sqrtf((float)each));
        if (!is_parted(&at))
            return false;
        struct sheet_page sheet = without_borders(scratch, &at);
        for (size_t part = 0; part < each; part++)
            pages[count++] = page_of(scratch, &at, &sheet, part);
    }
    struct sheets parts = {.pages = pages, .page_count = count};
    if (!are_pages(pages, count, &tiling, em) || sheet_put_beside(scratch, &parts, lexicon))
        return false;
    sheets->pages = pages;
    sheets->page_count = count;
    return true;
}

void sheet_halve(struct nb_arena *scratch, struct sheets *sheets, const struct lexicon *lexicon)
{
    bool tiled = !sheets->page_count;
    for (size_t i = 0; i < sizeof tilings / sizeof *tilings && !tiled; i++) {
        struct tiling tiling = tilings[i];
        if (sheets->pages->height >= sheets->pages->width)
            tiling = (struct tiling){tiling.columns, tiling.rows};
        tiled = cut(scratch, sheets, tiling, lexicon);
    }
}
