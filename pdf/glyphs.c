/* glyphs.c - find the glyphs that a page draws where it has no character: of what its fonts do not name,
 * nobody but a reader of pictures can tell what it is. */
#include "pdf.h"

#include <math.h>
#include <stdlib.h>

/* How much of its size an ideograph takes above its base line. */
#define ASCENT 0.86
/* Of its size, how wide an ideograph is: 1. */
#define WIDE 0.95
/* Points: places that differ by less are one. */
#define SAME 0.05
/* Of its length, how far a line leaves its axis at most: 5.7 degrees. */
#define ASLANT 0.1

/* What a page has as a character, whether a glyph is drawn there, and whether one is seen. */
struct place {
    PopplerRectangle box;
    guint index; /* in the text */
    gunichar name;
    gboolean drawn, seen;
};

/* A glyph where no character begins: its origin, the size of its font, and the box around it, as high as a
 * character's. */
struct stray {
    double x, y, em;
    PopplerRectangle box;
};

struct glyphs {
    GHashTable *misnamed;    /* the document's */
    PopplerRectangle *boxes; /* of the characters */
    struct place *places;    /* from left to right */
    guint count, drawn;
    double width, height;
    GArray *strays;
};

static int by_left(const void *one, const void *other)
{
    const struct place *a = one, *b = other;
    return (a->box.x1 > b->box.x1) - (a->box.x1 < b->box.x1);
}

gboolean is_named(gunichar character)
{
    return !g_unichar_isspace(character) && !g_unichar_iscntrl(character);
}

struct glyphs *glyphs_new(const struct sheet *sheet, const char *text, PopplerRectangle *boxes, guint count,
                          GHashTable *misnamed)
{
    struct glyphs *glyphs = g_new0(struct glyphs, 1);
    glyphs->misnamed = misnamed;
    glyphs->boxes = boxes;
    glyphs->places = g_new0(struct place, count + 1); /* none is no place at all */
    glyphs->strays = g_array_new(FALSE, FALSE, sizeof(struct stray));
    glyphs->width = sheet->width;
    glyphs->height = sheet->height;
    for (guint i = 0; i < count && *text; i++, text = g_utf8_next_char(text))
        if (is_named(g_utf8_get_char(text)))
            glyphs->places[glyphs->count++] =
                (struct place){boxes[i], i, g_utf8_get_char(text), FALSE, FALSE};
    qsort(glyphs->places, glyphs->count, sizeof *glyphs->places, by_left);
    return glyphs;
}

void glyphs_free(struct glyphs *glyphs)
{
    g_array_free(glyphs->strays, TRUE);
    g_free(glyphs->places);
    g_free(glyphs);
}

/* The first place that begins at `x` or behind it. */
static guint first_from(const struct glyphs *glyphs, double x)
{
    guint low = 0;
    for (guint high = glyphs->count; low < high;) {
        guint middle = low + (high - low) / 2;
        if (glyphs->places[middle].box.x1 < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static gboolean is_near(const PopplerRectangle *box, double x, double y, double near)
{
    return box->x1 <= x + near && box->x2 >= x - near && box->y1 <= y + near && box->y2 >= y - near;
}

/* Whether one of two characters is nearer to a point than the other: of those that begin as near, as they do
 * on lines whose boxes are three as high, the one in whose middle it is. */
static gboolean is_nearer(const PopplerRectangle *one, const PopplerRectangle *other, double x, double y,
                          gboolean level)
{
    double off = fabs(one->x1 - x) - fabs(other->x1 - x);
    if (fabs(off) > SAME || !level)
        return off < 0;
    return fabs(one->y1 + one->y2 - 2 * y) < fabs(other->y1 + other->y2 - 2 * y);
}

/* The character that begins nearest to this point, which boxes are up to so far off; NULL: there is none.
 * Words that boxes clip may lie under others. */
static struct place *place_at(const struct glyphs *glyphs, double x, double y, double off, gboolean level)
{
    struct place *best = NULL;
    for (guint i = first_from(glyphs, x - off); i < glyphs->count && glyphs->places[i].box.x1 <= x + off;
         i++) {
        struct place *place = &glyphs->places[i];
        if (is_near(&place->box, x, y, off) && (!best || is_nearer(&place->box, &best->box, x, y, level)))
            best = place;
    }
    return best;
}

/* Whether the font draws anything: it draws nothing for a space. `end` is where that ends. */
static gboolean is_drawn(const struct run *run, const cairo_glyph_t *glyph, double *end)
{
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(run->font, glyph, 1, &extents);
    double y = glyph->y;
    *end = glyph->x + extents.x_bearing + extents.width;
    cairo_matrix_transform_point(&run->matrix, end, &y);
    return extents.width > 0 && extents.height > 0;
}

/* Whether some of a character, and its middle line, is within a box. */
static gboolean is_inside(const PopplerRectangle *box, const struct box *clip)
{
    double middle = (box->y1 + box->y2) / 2;
    return middle >= clip->y0 && middle <= clip->y1 && box->x1 < clip->x1 && box->x2 > clip->x0;
}

/* How high a character of an upright font is, which may lean; 0: it is not upright, or not known. A font of
 * its own units (Type 3) has ideographs as high as wide. */
static double height_of(const struct run *run, const struct place *place)
{
    cairo_matrix_t font;
    cairo_scaled_font_get_font_matrix(run->font, &font);
    double x = font.xy, y = font.yy;
    cairo_matrix_transform_distance(&run->matrix, &x, &y);
    if (cairo_scaled_font_get_type(run->font) == CAIRO_FONT_TYPE_USER)
        return g_unichar_iswide(place->name) ? place->box.x2 - place->box.x1 : 0;
    return 2 * fabs(x) > y ? 0 : y;
}

/* A glyph is drawn in a place, on this base line. Fonts say how high their boxes are: what has one size and
 * one base has one height here. */
static void see(struct glyphs *glyphs, struct place *place, const struct run *run, double base)
{
    PopplerRectangle *box = &glyphs->boxes[place->index];
    double height = height_of(run, place);
    place->drawn = TRUE;
    place->seen |= is_inside(&place->box, &run->clip);
    if (height > 0)
        box->y1 = base - ASCENT * height, box->y2 = base + (1 - ASCENT) * height;
    if (place->box.x2 - place->box.x1 > WIDE * run->em && !g_unichar_iswide_cjk(place->name))
        g_hash_table_add(glyphs->misnamed, GUINT_TO_POINTER(place->name));
}

void glyphs_course(const struct run *run, double *x, double *y)
{
    cairo_matrix_t font;
    cairo_scaled_font_get_font_matrix(run->font, &font);
    *x = font.xx, *y = font.yx;
    cairo_matrix_transform_distance(&run->matrix, x, y);
}

/* Whether glyphs are set on a line that is neither level nor runs straight down or up, or upside down: of
 * stamps and watermarks, never of the text of a page, and scans are not skewed so much. */
static gboolean is_aslant(const struct run *run)
{
    double x, y;
    glyphs_course(run, &x, &y);
    return x < -fabs(y) || MIN(fabs(x), fabs(y)) > ASLANT * hypot(x, y);
}

/* A glyph of such a line begins here, at a side of the box that poppler gives its character: it is none of
 * the page's, and not seen, as that of another there is by its own glyph. */
static void hide(struct glyphs *glyphs, double x, double y, double near)
{
    for (guint i = 0; i < glyphs->count; i++) {
        const PopplerRectangle *box = &glyphs->places[i].box;
        double across = MIN(fabs(box->x1 - x), fabs(box->x2 - x)),
               down = MIN(fabs(box->y1 - y), fabs(box->y2 - y));
        glyphs->places[i].drawn |= is_near(box, x, y, near) && MIN(across, down) < near;
    }
}

void glyphs_drawn(struct glyphs *glyphs, const struct run *run)
{
    double em = run->em, end;
    gboolean aslant = is_aslant(run), level = run->count > 1 && run->glyphs[1].y == run->glyphs[0].y;
    glyphs->drawn += (guint)run->count;
    for (int i = 0; i < run->count; i++) {
        double x = run->glyphs[i].x, y = run->glyphs[i].y;
        cairo_matrix_transform_point(&run->matrix, &x, &y);
        struct place *place = aslant ? NULL : place_at(glyphs, x, y, em / 10, level);
        if (aslant)
            hide(glyphs, x, y, em / 10);
        if (place)
            see(glyphs, place, run, y);
        gboolean outside = y < run->clip.y0 || y - ASCENT * em > run->clip.y1 || x > run->clip.x1;
        if (place || aslant || outside || !is_drawn(run, &run->glyphs[i], &end))
            continue;
        struct stray stray = {
            x,
            y,
            em,
            {MIN(x, end), y - ASCENT * em, MAX(x, end), MIN(y + (1 - ASCENT) * em, glyphs->height)}};
        g_array_append_val(glyphs->strays, stray);
    }
}

/* Whether it is on the page, or its foot cuts it: of that poppler tells nothing. What its head cuts stands on
 * the page before. */
static gboolean is_seen(const struct glyphs *glyphs, const struct stray *stray)
{
    return stray->x > 0 && stray->box.x2 < glyphs->width && stray->y > stray->em &&
           stray->box.y1 < glyphs->height;
}

/* The boxes of text set vertically are half an em off: a character that no glyph has been found for. */
static gboolean is_character(const struct glyphs *glyphs, const struct stray *stray)
{
    for (guint i = 0; i < glyphs->count; i++)
        if (!glyphs->places[i].drawn && is_near(&glyphs->places[i].box, stray->x, stray->y, stray->em))
            return TRUE;
    return FALSE;
}

/* The digit that stands right behind another in the text and on the page; NULL: there is none. */
static struct place *next_digit(struct place **by_index, guint index)
{
    struct place *place = by_index[index], *next = by_index[index + 1];
    gboolean digits = place && next && g_ascii_isdigit(place->name) && g_ascii_isdigit(next->name);
    return digits && is_near(&next->box, place->box.x2, place->box.y1, (place->box.x2 - place->box.x1) / 4)
               ? next
               : NULL;
}

gboolean *glyphs_hidden(const struct glyphs *glyphs, guint count)
{
    gboolean *hidden = g_new0(gboolean, count + 1);
    struct place **by_index = g_new0(struct place *, count + 1), *next;
    for (guint i = 0; i < glyphs->count; i++)
        by_index[glyphs->places[i].index] = &glyphs->places[i];
    for (guint i = 0; i < count; i++)
        if ((next = next_digit(by_index, i)))
            next->seen |= by_index[i]->seen;
    for (guint i = count; i-- > 0;)
        if ((next = next_digit(by_index, i)))
            by_index[i]->seen |= next->seen;
    for (guint i = 0; i < count; i++)
        hidden[i] = by_index[i] && by_index[i]->drawn && !by_index[i]->seen;
    g_free(by_index);
    return hidden;
}

guint glyphs_count(const struct glyphs *glyphs)
{
    return glyphs->drawn;
}

GArray *glyphs_unread(const struct glyphs *glyphs)
{
    GArray *unread = g_array_new(FALSE, FALSE, sizeof(PopplerRectangle));
    for (guint i = 0; i < glyphs->strays->len; i++) {
        const struct stray *stray = &g_array_index(glyphs->strays, struct stray, i);
        if (is_seen(glyphs, stray) && !is_character(glyphs, stray))
            g_array_append_val(unread, stray->box);
    }
    return unread;
}
