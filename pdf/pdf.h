/* pdf.h - the two halves of nianbao-pdf: what is drawn on a page, and the lines in which it is printed. */
#ifndef NB_PDF_H
#define NB_PDF_H

#include <cairo.h>
#include <glib.h>
#include <poppler.h>

/* A straight line as drawn, in points: at `at` from `from` to `to`. */
struct rule {
    gboolean vertical;
    double at, from, to;
};

/* A page turned so that its text is upright: how wide and high it is then, and how its points are turned. */
struct sheet {
    double width, height;
    cairo_matrix_t turn;
};

struct box {
    double x0, y0, x1, y1;
};

/* Whether a character can be what a glyph shows: poppler adds spaces where it finds room, and
 * Ghostscript 10.0 names figures by control characters. */
gboolean is_named(gunichar character);

/* The glyphs that a page draws, found among its characters: `text` has `count` of them, whose boxes become as
 * high as their size. Characters of narrow scripts by which glyphs as wide as ideographs are named are added
 * to `misnamed`, which is the caller's. */
struct glyphs *glyphs_new(const struct sheet *sheet, const char *text, PopplerRectangle *boxes, guint count,
                          GHashTable *misnamed);
void glyphs_free(struct glyphs *glyphs);
/* Glyphs drawn in one go: how their places become points of the page, how large the font is in points, and
 * where they are seen.
 */
struct run {
    cairo_matrix_t matrix;
    cairo_scaled_font_t *font;
    double em;
    struct box clip;
    cairo_glyph_t *glyphs;
    int count;
};

/* In which direction these glyphs follow each other, on a page that is turned so. */
void glyphs_course(const struct run *run, double *x, double *y);
/* Called for each run of glyphs that is drawn. */
void glyphs_drawn(struct glyphs *glyphs, const struct run *run);
/* Which of `count` characters are drawn where they are not seen: the line that a page cuts, which some
 * programs print on both pages, is seen on that which shows its middle; of a number that its cell cuts at a
 * side all digits count as seen. The caller frees the array. */
gboolean *glyphs_hidden(const struct glyphs *glyphs, guint count);
/* How many glyphs were drawn. */
guint glyphs_count(const struct glyphs *glyphs);
/* The boxes (PopplerRectangle) of those where the page has no character; the caller frees the array. */
GArray *glyphs_unread(const struct glyphs *glyphs);

/* What a page draws: lines (struct rule), glyphs (struct run), how many shapes with curves, and pictures of
 * what area together.
 */
struct drawing {
    GArray *rules, *runs;
    unsigned curves;
    double pictured;
};

/* Adds to `drawn` what a page draws; poppler takes the characters meanwhile, of which the page then tells. */
void draw_page(PopplerPage *page, struct drawing *drawn);
/* Turn what is drawn with the page. */
void turn_drawing(struct drawing *drawn, const cairo_matrix_t *turn);

#endif
