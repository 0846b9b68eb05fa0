/* sheet_measured.c - lines of a page without rules are set as text whose characters keep their places, for
 * the reader of columns set by measure. */
#include "columns.h"
#include "layout_parts.h"
#include "sheet_cells.h"
#include "width.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

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
    sheet_sort(widths, wide);
    float unit = wide ? widths[wide / 2] / 2 : (lines[0]->y1 - lines[0]->y0) / 2;
    return fmaxf(unit, 1);
}

/* Ideographs are set solid, and so are digits: in a table, room between two of them parts two cells, though
 * it be only what a table set tight leaves, a point on each side. Between a digit and an ideograph, which
 * typesetters part by a quarter of an ideograph or a third, and behind a bracket it must be wider, and
 * between letters as wide as between words. In units; OFF: in heights. */
static const float SOLID = 0.2F, MIXED = 0.75F, OFF = 0.1F;

/* Whether a character is a digit, a mark for none, or begins a number, as a sign does. */
static bool is_figure(const struct sheet_char *c)
{
    char number[8] = "";
    if (c->length + 1 >= sizeof number)
        return false;
    memcpy(number, c->text, c->length);
    number[c->length] = '1';
    return is_value(c->text, c->text + c->length) || is_value(number, number + c->length + 1);
}

static bool is_ideograph(const struct sheet_char *c)
{
    return width_of(utf8_decode(c->text, c->length)) == 2 && !is_figure(c);
}

/* Characters of one size on one line of a cell have one base; cells beside each other, whose lines are not as
 * many, need not. */
static bool is_on_base(const struct sheet_char *last, const struct sheet_char *c)
{
    float height = c->y1 - c->y0, before = last->y1 - last->y0;
    return fabsf(height - before) > OFF * height || fabsf(c->y0 - last->y0) < OFF * height;
}

bool sheet_begins_word(const struct sheet_char *last, const struct sheet_char *c, float unit)
{
    unit = fmaxf(
        unit, fmaxf(is_ideograph(last) ? last->x1 - last->x0 : 0, is_ideograph(c) ? c->x1 - c->x0 : 0) / 2);
    float gap = (c->x0 - last->x1) / unit;
    if (gap > 0 && !is_on_base(last, c))
        return true;
    bool ideographs = is_ideograph(last) && is_ideograph(c), figures = is_figure(last) && is_figure(c);
    if (ideographs || figures)
        return gap > SOLID;
    if (is_ideograph(last) || is_ideograph(c) || (*last->text == ')' && is_figure(c)))
        return gap > MIXED;
    return sheet_has_space(last, c);
}

/* Lines as text in which two spaces part words, and where each character stands. */
struct type_setting {
    char *bytes;
    struct layout_place *places;
    size_t size;
    float left, unit;
};

/* Set a word; of a label that was wrapped the characters share the room that it takes. */
static void set_word(struct type_setting *set, const struct sheet_word *word)
{
    size_t characters = 0, number = 0;
    for (const struct sheet_word *piece = word; piece; piece = piece->rest)
        characters += piece->count;
    float left = (word->x0 - set->left) / set->unit,
          width = (word->x1 - word->x0) / set->unit / (float)characters;
    for (const struct sheet_word *piece = word; piece; piece = piece->rest)
        for (size_t i = 0; i < piece->count; i++, number++) {
            const struct sheet_char *c = &piece->chars[i];
            struct layout_place own = {(c->x0 - set->left) / set->unit,
                                       (fminf(c->x1, word->x1) - set->left) / set->unit};
            struct layout_place shared = {left + (float)number * width, left + (float)(number + 1) * width};
            set->places[set->size] = word->rest ? shared : own;
            memcpy(set->bytes + set->size, c->text, c->length);
            set->size += c->length;
        }
}

static void set_line(struct type_setting *set, const struct sheet_word *words)
{
    for (const struct sheet_word *word = words; word; word = word->next) {
        if (word != words) {
            memset(set->bytes + set->size, ' ', 2);
            set->size += 2;
        }
        set_word(set, word);
    }
    set->bytes[set->size++] = '\n';
}

struct nb_text *sheet_measured(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count,
                               const struct lexicon *lexicon, size_t *starts, size_t *set_on)
{
    struct type_setting set = {.left = INFINITY, .unit = unit_of(scratch, lines, count)};
    size_t most = 2;
    for (size_t i = 0; i < count; i++) {
        set.left = fminf(set.left, lines[i]->x0);
        most += 6 * lines[i]->count + 2;
    }
    set.bytes = arena_alloc(scratch, most);
    set.places = arena_alloc(scratch, most * sizeof *set.places);
    struct sheet_word **words = sheet_cells(scratch, lines, count, set.unit, lexicon, set_on);
    for (size_t i = 0; i < count; i++) {
        starts[i] = set.size;
        if (i && lines[i]->page > lines[i - 1]->page)
            set.bytes[set.size++] = '\f';
        set_line(&set, words[i]);
    }
    set.bytes[set.size] = set.bytes[set.size + 1] = '\0';
    struct nb_text *plain = text_plain(scratch, set.bytes, set.size, "UTF-8");
    struct nb_text *text = layout_lower(scratch, plain, lexicon, set.places, &(struct column_modes){0});
    return text == plain ? NULL : text;
}
