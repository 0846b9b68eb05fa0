/* sheet_stamp.c - what is stamped across pages, such as a watermark, is none of their text. */
#include "sheet_parts.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Stamps are larger than the text by this much at least; their heights are told apart by half points, up to
 * MOST_HEIGHTS. A character inside of a stamp's has its middle in this middle part of its box. Of a box
 * higher than wide by more than this, poppler does not know where the character stands: letters that Chromium
 * makes bold have boxes of 2.6 by 1, leaning ones up to 1.7 by 1. */
static const float LARGER = 1.25F, INNER = 0.9F, SLENDER = 2;

enum { MOST_HEIGHTS = 512, SHORT = 5 };

static size_t height_of(const struct sheet_char *c)
{
    float halves = roundf(2 * (c->y1 - c->y0));
    return halves < 0 ? 0 : halves < MOST_HEIGHTS ? (size_t)halves : MOST_HEIGHTS - 1;
}

static bool is_large(const struct sheet_char *c, float least)
{
    float height = c->y1 - c->y0, width = c->x1 - c->x0;
    return height > least && height < SLENDER * width * (c->length > 1 ? 1 : 2);
}

static int by_height_and_line(const void *one, const void *other)
{
    const struct sheet_char *a = *(struct sheet_char *const *)one, *b = *(struct sheet_char *const *)other;
    size_t high = height_of(a), low = height_of(b);
    if (high != low)
        return high < low ? -1 : 1;
    return a->y0 != b->y0 ? (a->y0 > b->y0) - (a->y0 < b->y0) : (a->x0 > b->x0) - (a->x0 < b->x0);
}

/* The characters of a page that are larger than its text, those of one size and line side by side. */
static struct sheet_char **large_chars(struct nb_arena *scratch, const struct sheet_page *page, size_t *count)
{
    struct sheet_char **large = arena_alloc(scratch, page->char_count * sizeof(struct sheet_char *) + 1);
    float least = LARGER * sheet_em(page, scratch);
    *count = 0;
    for (size_t i = 0; i < page->char_count; i++)
        if (is_large(&page->chars[i], least))
            large[(*count)++] = &page->chars[i];
    qsort(large, *count, sizeof(struct sheet_char *), by_height_and_line);
    return large;
}

/* The end of the run of words that begins with the `first` of these characters. */
static size_t run_end(struct sheet_char *const *large, size_t first, size_t count)
{
    size_t end = first + 1;
    for (; end < count && height_of(large[end]) == height_of(large[first]); end++) {
        float height = large[end]->y1 - large[end]->y0, gap = large[end]->x0 - large[end - 1]->x1;
        if (fabsf(large[end]->y0 - large[end - 1]->y0) > height / 10 || gap > height)
            break;
    }
    return end;
}

static bool is_inside(const struct sheet_char *c, const struct sheet_char *stamp)
{
    float across = fabsf(c->x0 + c->x1 - stamp->x0 - stamp->x1),
          down = fabsf(c->y0 + c->y1 - stamp->y0 - stamp->y1);
    return across < INNER * (stamp->x1 - stamp->x0) && down < INNER * (stamp->y1 - stamp->y0);
}

/* Take out the characters that are marked. */
static void sweep(struct sheet_page *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->char_count; i++)
        if (page->chars[i].line != UINT_MAX)
            page->chars[kept++] = page->chars[i];
    page->char_count = kept;
}

/* Letters printed twice to look bold are no stamp, nor twice in the text: of some that pdftocairo makes, the
 * second is higher. */
static void drop_doubles(struct nb_arena *scratch, struct sheet_page *page)
{
    size_t count;
    struct sheet_char **large = large_chars(scratch, page, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < page->char_count && large[i]->line != UINT_MAX; k++)
            if (height_of(&page->chars[k]) < height_of(large[i]) &&
                sheet_same_char(&page->chars[k], large[i]) && is_inside(&page->chars[k], large[i]))
                large[i]->line = UINT_MAX;
    sweep(page);
}

/* Words of one size on one line: `count` characters from `chars` on. */
struct stamp_run {
    struct sheet_char **chars;
    size_t count;
    bool stamp; /* text of another size stands inside of some of them */
};

static bool is_stamp(const struct sheet_page *page, const struct stamp_run *run)
{
    for (size_t i = 0; i < run->count; i++)
        for (size_t k = 0; k < page->char_count; k++)
            if (height_of(&page->chars[k]) < height_of(run->chars[i]) &&
                is_inside(&page->chars[k], run->chars[i]))
                return true;
    return false;
}

static struct stamp_run *find_runs(struct nb_arena *scratch, const struct sheet_page *page, size_t *count)
{
    size_t large_count;
    struct sheet_char **large = large_chars(scratch, page, &large_count);
    struct stamp_run *runs = arena_alloc(scratch, large_count * sizeof *runs + 1);
    *count = 0;
    for (size_t first = 0, end; first < large_count; first = end) {
        end = run_end(large, first, large_count);
        runs[*count] = (struct stamp_run){large + first, end - first, false};
        runs[*count].stamp = is_stamp(page, &runs[*count]);
        *count += 1;
    }
    return runs;
}

static bool same_words(const struct stamp_run *one, const struct stamp_run *other)
{
    bool same = one->count == other->count && height_of(*one->chars) == height_of(*other->chars);
    for (size_t i = 0; i < one->count && same; i++)
        same = sheet_same_char(one->chars[i], other->chars[i]);
    return same;
}

/* Whether a run goes with the stamps of its height: it is one, or says the same, or is SHORT, as the words of
 * a line are that is not level. */
static bool goes(const struct stamp_run *runs, size_t count, const struct stamp_run *run)
{
    bool goes = run->stamp || run->count < SHORT;
    for (size_t i = 0; i < count && !goes; i++)
        goes = runs[i].stamp && same_words(&runs[i], run);
    return goes;
}

static void drop_stamps(struct nb_arena *scratch, struct sheet_page *page, const bool stamped[MOST_HEIGHTS])
{
    size_t count;
    const struct stamp_run *runs = find_runs(scratch, page, &count);
    for (size_t i = 0; i < count; i++) {
        bool drop = stamped[height_of(*runs[i].chars)] && goes(runs, count, &runs[i]);
        for (size_t k = 0; k < runs[i].count && drop; k++)
            runs[i].chars[k]->line = UINT_MAX;
    }
    sweep(page);
}

void sheet_drop_stamps(struct nb_arena *scratch, const struct sheets *sheets)
{
    bool stamped[MOST_HEIGHTS] = {false}, any = false;
    for (size_t i = 0; i < sheets->page_count; i++) {
        size_t count;
        drop_doubles(scratch, &sheets->pages[i]);
        const struct stamp_run *runs = find_runs(scratch, &sheets->pages[i], &count);
        for (size_t k = 0; k < count; k++)
            stamped[height_of(*runs[k].chars)] |= runs[k].stamp, any |= runs[k].stamp;
    }
    for (size_t i = 0; i < sheets->page_count && any; i++)
        drop_stamps(scratch, &sheets->pages[i], stamped);
}
