/* sheet_unwrap.c - a number is set on one line again with what found no room beside it and stands below it: its unit, or the
 * label that it counts. */
#include "layout_parts.h"
#include "sheet_parts.h"

#include <math.h>
#include <string.h>

/* A number is looked for among the words of so many lines above: those of the cells beside it, which are centred, stand between.
 */
enum { ABOVE = 4, LONGEST = 64 };

/* Characters of a line that stand together. */
struct word {
    struct sheet_char *first, *end;
};

static struct word word_at(const struct sheet_line *line, size_t index)
{
    struct word word = {&line->chars[index], &line->chars[index] + 1};
    while (word.end < line->chars + line->count && !sheet_has_space(word.end - 1, word.end))
        word.end++;
    return word;
}

static size_t text_of(const struct word *word, char text[LONGEST])
{
    size_t size = 0;
    for (const struct sheet_char *c = word->first; c < word->end; c++) {
        if (size + c->length > LONGEST)
            return 0;
        memcpy(text + size, c->text, c->length);
        size += c->length;
    }
    return size;
}

static bool is_number_word(const struct word *word)
{
    char text[LONGEST];
    size_t size = text_of(word, text);
    return size && is_number(text, text + size);
}

static bool is_unit_word(const struct word *word)
{
    char text[LONGEST];
    size_t size = text_of(word, text);
    return size && is_unit(text, text + size);
}

/* Whether a word stands right below another: both in one column, and less than half a line apart. */
static bool is_below(const struct word *word, const struct word *above)
{
    float height = above->first->y1 - above->first->y0, gap = word->first->y0 - above->first->y1;
    return fabsf(gap) < height / 2 && word->first->x0 < above->end[-1].x1 && word->end[-1].x1 > above->first->x0;
}

/* Set a word from `left` on, and lower. Returns where it ends. */
static float set_word(const struct word *word, float left, float scale, float down)
{
    for (struct sheet_char *c = word->first; c < word->end; c++) {
        float width = (c->x1 - c->x0) * scale;
        c->x0 = left;
        c->x1 = left + width;
        c->y0 += down;
        c->y1 += down;
        left = c->x1;
    }
    return left;
}

static float width_of_word(const struct word *word)
{
    float width = 0;
    for (const struct sheet_char *c = word->first; c < word->end; c++)
        width += c->x1 - c->x0;
    return width;
}

/* Both on one line, half way between, in the width that they had. */
static void join(const struct word *number, const struct word *unit)
{
    float left = fminf(number->first->x0, unit->first->x0), right = fmaxf(number->end[-1].x1, unit->end[-1].x1);
    float scale = (right - left) / (width_of_word(number) + width_of_word(unit));
    float half = (unit->first->y0 - number->first->y0) / 2;
    left = set_word(number, left, scale, half);
    set_word(unit, left, scale, -half);
}

/* Look for the number above a word. */
static bool find_number(const struct sheet_lines *lines, size_t line, const struct word *word, struct word *number)
{
    for (size_t above = line; above-- > 0 && line - above <= ABOVE;)
        for (size_t i = 0; i < lines->lines[above].count;) {
            *number = word_at(&lines->lines[above], i);
            if (is_below(word, number))
                return is_number_word(number);
            i = (size_t)(number->end - lines->lines[above].chars);
        }
    return false;
}

/* ".其他", whose number has been left on the line above: lines may be broken between them. */
static bool has_lost_number(const struct word *word)
{
    static const char *const points[] = {".", "．", "、"};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        if (word->first + 1 < word->end && word->first->length == strlen(points[i]) &&
            !memcmp(word->first->text, points[i], word->first->length))
            return true;
    return false;
}

/* Set a number before the word below it. */
static void count_word(const struct word *number, const struct word *word)
{
    set_word(number, word->first->x0 - width_of_word(number), 1, word->first->y0 - number->first->y0);
}

bool sheet_unwrap(const struct sheet_lines *lines)
{
    bool any = false;
    for (size_t line = 1; line < lines->count; line++)
        for (size_t i = 0; i < lines->lines[line].count;) {
            struct word word = word_at(&lines->lines[line], i), number;
            i = (size_t)(word.end - lines->lines[line].chars);
            bool counted = has_lost_number(&word);
            if ((!counted && !is_unit_word(&word)) || !find_number(lines, line, &word, &number))
                continue;
            (counted ? count_word : join)(&number, &word);
            any = true;
        }
    return any;
}
