/* sheet_line.c - characters with boxes become lines, and lines words. */
#include "sheet_parts.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In heights: letters that are set apart stand so far off each other at least, and differ by less; more than
 * a FEW do. Digits differ by twice as much: some are a little wider than the narrowest. Of 15,714 cells of 79
 * documents whose letters are, LOST is how many are exact no more: SPACED none at 0.05, STEADY 3 at 0.015,
 * none at 0.06, FEW none at 10, 20 at 160; without all of it 522. */
static const float SPACED = 0.1F, STEADY = 0.03F;
enum { FEW = 40 };

static int by_value(const void *one, const void *other)
{
    const float *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

/* Most pages and lines are sorted, and all characters of many are of one height: sorted all the same, pages
 * of single digits cost 300 instructions a byte more. */
static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    const char *at = items;
    size_t i = 1;
    while (i < count && compare(at + (i - 1) * size, at + i * size) <= 0)
        i++;
    if (i < count)
        qsort(items, count, size, compare);
}

void sheet_sort(float *values, size_t count)
{
    sort(values, count, sizeof *values, by_value);
}

float sheet_em(const struct sheet_page *page, struct nb_arena *scratch)
{
    float *heights = arena_alloc(scratch, page->char_count * sizeof *heights + 1);
    for (size_t i = 0; i < page->char_count; i++)
        heights[i] = page->chars[i].y1 - page->chars[i].y0;
    sheet_sort(heights, page->char_count);
    return page->char_count ? heights[page->char_count / 2] : 0;
}

/* ---- sorting ---- */

static float middle(const struct sheet_char *c)
{
    return (c->y0 + c->y1) / 2;
}

static int by_middle(const void *one, const void *other)
{
    const struct sheet_char *a = one, *b = other;
    float x = middle(a), y = middle(b);
    return x != y ? (x > y) - (x < y) : (a->x0 > b->x0) - (a->x0 < b->x0);
}

static int by_left(const void *one, const void *other)
{
    const struct sheet_char *a = one, *b = other;
    return (a->x0 > b->x0) - (a->x0 < b->x0);
}

static void widen(struct sheet_line *line, const struct sheet_char *c)
{
    line->x0 = c->x0 < line->x0 ? c->x0 : line->x0;
    line->y0 = c->y0 < line->y0 ? c->y0 : line->y0;
    line->x1 = c->x1 > line->x1 ? c->x1 : line->x1;
    line->y1 = c->y1 > line->y1 ? c->y1 : line->y1;
}

/* A character is on the line of the one above it whose middle lies within its own height: `first`, the
 * highest, decides, so that lines that stand a little lower each do not run together. */
static bool same_line(const struct sheet_char *first, const struct sheet_char *c)
{
    float middle_of_first = middle(first), middle_of_this = middle(c);
    return middle_of_this < first->y1 - (first->y1 - first->y0) / 8 && middle_of_first > c->y0;
}

struct sheet_lines sheet_lines(struct nb_arena *scratch, struct sheet_char *chars, size_t count, size_t page)
{
    struct sheet_lines lines = {arena_alloc(scratch, count * sizeof *lines.lines + 1), 0};
    sort(chars, count, sizeof *chars, by_middle);
    for (size_t i = 0; i < count; i++) {
        struct sheet_line *line = lines.count ? &lines.lines[lines.count - 1] : NULL;
        if (!line || !same_line(line->chars, &chars[i])) {
            line = &lines.lines[lines.count++];
            *line = (struct sheet_line){&chars[i],   0,    chars[i].x0, chars[i].y0, chars[i].x1,
                                        chars[i].y1, page, 0,           false};
        }
        line->count++;
        widen(line, &chars[i]);
    }
    for (size_t i = 0; i < lines.count; i++) {
        sort(lines.lines[i].chars, lines.lines[i].count, sizeof *chars, by_left);
        lines.lines[i].number = lines.lines[i].chars->line;
    }
    return lines;
}

bool sheet_is_at(const struct sheet_char *one, const struct sheet_char *other, float right, float down)
{
    return fabsf(one->x0 - other->x0 - right) < 1 && fabsf(one->y0 - other->y0 - down) < 1 &&
           sheet_same_char(one, other);
}

bool sheet_has_char(const struct sheet_char *chars, size_t count, const struct sheet_char *other, float right,
                    float down)
{
    size_t i = 0;
    while (i < count && !sheet_is_at(&chars[i], other, right, down))
        i++;
    return i < count;
}

bool sheet_is_copy(const struct sheet_line *line, const struct sheet_line *other)
{
    bool same = line->count == other->count;
    for (size_t i = 0; i < line->count && same; i++) {
        const struct sheet_char *one = &line->chars[i], *two = &other->chars[i];
        same = sheet_is_at(one, two, 0, one->y0 - two->y0);
    }
    return same;
}

/* ---- words ---- */

static bool is_wide(const struct sheet_char *c)
{
    return (unsigned char)*c->text >= 0xE2;
}

/* Marks that never begin a line (full width, and ASCII's), and those that never end one. */
static bool is_among(const struct sheet_char *c, const char *marks)
{
    for (const char *at = marks; *at; at += utf8_length((unsigned char)*at))
        if (*at == *c->text && !memcmp(at, c->text, c->length))
            return true;
    return false;
}

bool sheet_may_hang(const struct sheet_char *c)
{
    return is_among(c, "，。．、；：？！）》〉」』】〕”’％,.;:?!)]}%");
}

bool sheet_opens(const struct sheet_char *c)
{
    return is_among(c, "（《〈「『【〔“‘([{");
}

/* ---- letters set apart ---- */

/* Whether a character is as high as the last on its line. */
static bool is_next(const struct sheet_char *c)
{
    float height = c->y1 - c->y0;
    return c->line == c[-1].line && fabsf(height - c[-1].y1 + c[-1].y0) < height / 10;
}

/* How far apart most ideographs are, which are as wide as high, of those that do not touch. */
static float spacing_of(struct nb_arena *scratch, const struct sheets *sheets)
{
    size_t most = 0, count = 0, best = 0;
    for (size_t i = 0; i < sheets->page_count; i++)
        most += sheets->pages[i].char_count;
    float *rooms = arena_alloc(scratch, most * sizeof *rooms + 1), spacing = 0;
    for (const struct sheet_page *page = sheets->pages; page < sheets->pages + sheets->page_count; page++)
        for (size_t i = 1; i < page->char_count; i++) {
            const struct sheet_char *c = &page->chars[i];
            float room = (c->x0 - c[-1].x0) / (c->y1 - c->y0) - 1;
            if (is_wide(c) && is_wide(c - 1) && is_next(c) && room > SPACED && room < 1)
                rooms[count++] = room;
        }
    sheet_sort(rooms, count);
    for (size_t first = 0, end = 0; end < count; end++) {
        while (rooms[end] - rooms[first] > STEADY)
            first++;
        if (end - first > best)
            best = end - first, spacing = rooms[(first + end) / 2];
    }
    return best > FEW ? spacing : 0;
}

void sheet_close_up(struct nb_arena *scratch, const struct sheets *sheets)
{
    float spacing = spacing_of(scratch, sheets);
    for (size_t p = 0; p < sheets->page_count && spacing > 0; p++)
        for (size_t i = 1; i < sheets->pages[p].char_count; i++) {
            struct sheet_char *c = &sheets->pages[p].chars[i];
            if (is_next(c) && fabsf((c->x0 - c[-1].x1) / (c->y1 - c->y0) - spacing) < 2 * STEADY)
                c[-1].x1 = c->x0;
        }
}

/* ---- room ---- */

/* Letters and digits are set close, at most a fifth of their height apart; ideographs that are justified, up
 * to half of it. Digits stand in equal steps, of 0.5 to 0.65 of their height, though the box of a 1 be
 * narrow. */
bool sheet_has_space(const struct sheet_char *last, const struct sheet_char *c)
{
    float height = c->y1 - c->y0 < last->y1 - last->y0 ? c->y1 - c->y0 : last->y1 - last->y0,
          gap = c->x0 - last->x1;
    bool narrow = !is_wide(last) && !is_wide(c), step = isdigit((unsigned char)*last->text) &&
                                                        isdigit((unsigned char)*c->text) &&
                                                        c->x0 - last->x0 < height * 0.65F;
    return gap > height * (narrow ? 0.2F : 0.6F) && !step;
}

size_t sheet_line_text(const struct sheet_line *line, char *into, size_t size)
{
    for (size_t i = 0; i < line->count; i++) {
        const struct sheet_char *c = &line->chars[i];
        if (i && sheet_has_space(c - 1, c))
            into[size++] = ' ';
        memcpy(into + size, c->text, c->length);
        size += c->length;
    }
    return size;
}

static bool parted(const struct sheet_char *last, const struct sheet_char *c)
{
    static const char quotes[] = "“”‘’"; /* Unicode's rules for breaks part them from nothing */
    if (sheet_may_hang(c) || sheet_opens(last) || is_among(c, quotes) || is_among(last, quotes))
        return false;
    return is_wide(last) || is_wide(c) || sheet_has_space(last, c);
}

float sheet_first_word(const struct sheet_line *line)
{
    size_t i = 1;
    while (i < line->count && !parted(&line->chars[i - 1], &line->chars[i]))
        i++;
    return line->chars[i - 1].x1 - line->chars->x0;
}

/* Whether the next line begins another paragraph: what it begins with would still have found room, by a third
 * of its height, for rules are drawn up to a point off. Words of labels, which are broken where they look
 * well, go on all the same. */
static bool breaks(const struct sheet_line *line, const struct sheet_line *next, float room)
{
    const struct sheet_char *last = &line->chars[line->count - 1], *first = next->chars;
    if (is_wide(last) || is_wide(first))
        return false;
    return line->x1 - line->x0 + sheet_first_word(next) < room - (next->y1 - next->y0) / 3;
}

bool sheet_stand_apart(const struct sheet_lines *lines)
{
    bool apart = false;
    for (size_t i = 1; i < lines->count && !apart; i++)
        apart = lines->lines[i].y0 - lines->lines[i - 1].y1 > lines->lines[i].y1 - lines->lines[i].y0;
    return apart;
}

static bool are_letters(const struct sheet_line *line, const struct sheet_line *next)
{
    return isalpha((unsigned char)*line->chars[line->count - 1].text) &&
           isalpha((unsigned char)*next->chars->text);
}

const char *sheet_words(struct nb_arena *arena, const struct sheet_lines *lines, float room)
{
    size_t size = 0;
    for (size_t i = 0; i < lines->count; i++)
        size += 5 * lines->lines[i].count + 1;
    char *words = arena_alloc(arena, size + 1);
    size = 0;
    for (size_t i = 0; i < lines->count; i++) {
        if (i && breaks(&lines->lines[i - 1], &lines->lines[i], room))
            words[size++] = '\n';
        else if (i && are_letters(&lines->lines[i - 1], &lines->lines[i]))
            words[size++] = ' ';
        size = sheet_line_text(&lines->lines[i], words, size);
    }
    words[size] = 0;
    return words;
}
