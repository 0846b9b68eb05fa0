/* ocr.h - the parts of nianbao-ocr: pictures of pages, what is drawn on one, the words in it. */
#ifndef NB_OCR_H
#define NB_OCR_H

#include <leptonica/allheaders.h>
#include <stdbool.h>
#include <tesseract/capi.h>

/* Pictures are brought to about this many dots an inch: letters of 8 to 12 points are then as high as
 * Tesseract likes them. */
enum { DOTS = 300, POINTS = 72 };

/* Paper is made as pale as 200; grey above PALE is paper. */
enum { PALE = 160 };

/* A page as it is seen, upright: `grey`, and what is ink in it: the lines of tables (`rules`) and the rest
 * (`ink`). */
struct picture {
    PIX *grey, *rules, *ink;
    BOXA *across, *down; /* the lines drawn across, and down */
    BOXA *cells;         /* white rooms that lines enclose */
    int em, em_around;   /* the height of an ideograph in cells, and of the others */
};

/* Turn a scan upright and find its lines and cells. False: it holds no picture of a page. */
bool picture_of(PIX *scan, struct picture *picture);
void picture_free(struct picture *picture);

/* A character with its box, in dots. `sure`: it is an ideograph, without doubt. */
struct glyph {
    int x0, y0, x1, y1;
    char text[8];
    bool sure;
    int shape; /* a digit's, among those of its page; -1: none */
};

struct glyphs {
    struct glyph *glyphs;
    size_t count, room;
    struct shape *shapes;
    size_t shape_count;
    int wide; /* how many more of its numbers have digits of full width than others have not */
};

struct recogniser {
    TessBaseAPI *words, *figures; /* Chinese; digits only */
};

/* Load what Tesseract knows of Chinese and of digits. False: it is not installed. */
bool recogniser_open(struct recogniser *recogniser);
void recogniser_close(struct recogniser *recogniser);

/* Read a cell, or what stands in a part of a page line by line. Of figures that are in doubt, a "?" is read.
 */
void read_cell(const struct recogniser *recogniser, const struct picture *picture, const BOX *cell,
               struct glyphs *glyphs);
void read_lines(const struct recogniser *recogniser, const struct picture *picture, const BOX *region,
                struct glyphs *glyphs);

/* Keep the shape of a digit. Its number among those of its page; -1: there is no room. */
int add_shape(struct glyphs *glyphs, const struct picture *picture, const BOX *part);

/* Make the digits of a document as wide as ideographs, if its numbers are set so. */
void widen_digits(struct glyphs *const *pages, int count);

/* Name the digits of a document that are in doubt ("?") by the shapes of those that are not; those that look
 * like others are then in doubt. */
void name_shapes(struct glyphs *const *pages, int count);

#endif
