/* sheet_measured.c - lines of a page without rules are set as text whose characters keep their places, for the reader of columns
 * set by measure. */
#include "layout.h"
#include "sheet_parts.h"
#include "width.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_value(const void *one, const void *other)
{
    const float *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

/* How wide a column of the text is: half an ideograph, which takes two. */
static float unit_of(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count)
{
    size_t characters = 0, wide = 0;
    for (size_t i = 0; i < count; i++)
        characters += lines[i]->count;
    float *widths = arena_alloc(scratch, characters * sizeof *widths + 1);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lines[i]->count; k++)
            if (width_of(utf8_decode(lines[i]->chars[k].text, lines[i]->chars[k].length)) == 2)
                widths[wide++] = lines[i]->chars[k].x1 - lines[i]->chars[k].x0;
    qsort(widths, wide, sizeof *widths, by_value);
    float unit = wide ? widths[wide / 2] / 2 : (lines[0]->y1 - lines[0]->y0) / 2;
    return fmaxf(unit, 1);
}

/* Ideographs are set solid, and so are digits: in a table, room between two of them parts two cells, though it be only what a
 * table set tight leaves, a point on each side. Between a digit and an ideograph, which typesetters part by a quarter of an
 * ideograph, it must be wider, and between letters as wide as between words. In units. */
static const float SOLID = 0.2F, MIXED = 0.6F;

static bool is_digit(const struct sheet_char *c)
{
    return isdigit((unsigned char)*c->text) != 0;
}

static bool is_ideograph(const struct sheet_char *c)
{
    return width_of(utf8_decode(c->text, c->length)) == 2;
}

static bool begins_word(const struct sheet_char *last, const struct sheet_char *c, float unit)
{
    float gap = (c->x0 - last->x1) / unit;
    if (is_ideograph(last) ? is_ideograph(c) : is_digit(last) && is_digit(c))
        return gap > SOLID;
    if (is_ideograph(last) ? is_digit(c) : is_digit(last) && is_ideograph(c))
        return gap > MIXED;
    return sheet_has_space(last, c);
}

/* Lines as text in which two spaces part words, and where each character stands. */
struct setting {
    char *bytes;
    struct layout_place *places;
    size_t size;
    float left, unit;
};

static void set_line(struct setting *set, const struct sheet_line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        const struct sheet_char *c = &line->chars[i];
        if (i && begins_word(c - 1, c, set->unit)) {
            memset(set->bytes + set->size, ' ', 2);
            set->size += 2;
        }
        set->places[set->size] = (struct layout_place){(c->x0 - set->left) / set->unit, (c->x1 - set->left) / set->unit};
        memcpy(set->bytes + set->size, c->text, c->length);
        set->size += c->length;
    }
    set->bytes[set->size++] = '\n';
}

struct nb_text *sheet_measured(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count,
                               const struct lexicon *lexicon, size_t *starts)
{
    struct setting set = {.left = INFINITY, .unit = unit_of(scratch, lines, count)};
    size_t most = 2;
    for (size_t i = 0; i < count; i++) {
        set.left = fminf(set.left, lines[i]->x0);
        most += 6 * lines[i]->count + 2;
    }
    set.bytes = arena_alloc(scratch, most);
    set.places = arena_alloc(scratch, most * sizeof *set.places);
    for (size_t i = 0; i < count; i++) {
        starts[i] = set.size;
        if (i && lines[i]->page > lines[i - 1]->page)
            set.bytes[set.size++] = '\f';
        set_line(&set, lines[i]);
    }
    set.bytes[set.size] = set.bytes[set.size + 1] = '\0';
    struct nb_text *plain = text_plain(scratch, set.bytes, set.size, "UTF-8");
    struct nb_text *text = layout_lower(scratch, plain, lexicon, set.places);
    return text == plain ? NULL : text;
}
