/* sheet_measured.c - lines of a page without rules are set as text, each word in the column where it stands, for the reader of
 * columns by measure. */
#include "sheet_parts.h"
#include "tables.h"
#include "width.h"

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

/* Where the words of a line begin, in columns; it is at most MOST characters wide. */
enum { MOST_COLUMN = 1000 };

static size_t set_line(const struct sheet_line *line, float left, float unit, char *into)
{
    size_t size = 0, column = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct sheet_char *c = &line->chars[i];
        float place = (c->x0 - left) / unit;
        size_t wanted = place > 0 ? (size_t)lroundf(fminf(place, MOST_COLUMN)) : 0;
        bool begins = !i || sheet_has_space(c - 1, c);
        size_t blanks = begins && wanted > column ? wanted - column : i && begins;
        memset(into + size, ' ', blanks);
        memcpy(into + size + blanks, c->text, c->length);
        size += blanks + c->length;
        column += blanks + (size_t)width_of(utf8_decode(c->text, c->length));
    }
    into[size++] = '\n';
    return size;
}

struct nb_text *sheet_measured(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count,
                               const struct lexicon *lexicon, size_t *starts)
{
    float unit = unit_of(scratch, lines, count), left = INFINITY;
    size_t most = 2, size = 0;
    for (size_t i = 0; i < count; i++) {
        left = fminf(left, lines[i]->x0);
        most += 5 * lines[i]->count + MOST_COLUMN + 2;
    }
    char *bytes = arena_alloc(scratch, most);
    for (size_t i = 0; i < count; i++) {
        starts[i] = size;
        if (i && lines[i]->page > lines[i - 1]->page)
            bytes[size++] = '\f';
        size += set_line(lines[i], left, unit, bytes + size);
    }
    bytes[size] = bytes[size + 1] = '\0';
    struct nb_text *text = read_tables(scratch, text_plain(scratch, bytes, size, "UTF-8"), lexicon);
    return memchr(text->bytes, GROUP_SEPARATOR, text->length) ? text : NULL;
}
