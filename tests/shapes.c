/* shapes.c - figures in doubt are named by their shapes: drawn as on a pocket calculator, some damaged; those
 * of full width are made as wide as they stand. */
#include "ocr.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 40, WIDE = 20, HIGH = 36, THICK = 6, MOST = 64 };

/* The strokes of the digits: top, upper left and right, middle, lower left and right, foot. */
static const char *const strokes[] = {"1110111", "0010010", "1011101", "1011011", "0111010",
                                      "1101011", "1101111", "1010010", "1111111", "1111011"};
static const BOX places[] = {{0, 0, WIDE, THICK, 1},
                             {0, 0, THICK, HIGH / 2, 1},
                             {WIDE - THICK, 0, THICK, HIGH / 2, 1},
                             {0, (HIGH - THICK) / 2, WIDE, THICK, 1},
                             {0, HIGH / 2, THICK, HIGH / 2, 1},
                             {WIDE - THICK, HIGH / 2, THICK, HIGH / 2, 1},
                             {0, HIGH - THICK, WIDE, THICK, 1}};

struct page {
    struct picture picture;
    struct glyphs glyphs;
};

static void fill(PIX *grey, int x, const BOX *place, int op)
{
    pixRasterop(grey, x + place->x, THICK + place->y, place->w, place->h, op, NULL, 0, 0);
}

/* Draw a digit of these strokes, with a white scratch across it from `scratch` on (-1: none), that is read as
 * `text`. */
static void add(struct page *page, const char *drawn, int scratch, const char *text)
{
    struct glyph *glyph = &page->glyphs.glyphs[page->glyphs.count];
    int x = (int)page->glyphs.count++ * SIDE + THICK;
    for (int i = 0; drawn[i]; i++)
        if (drawn[i] == '1')
            fill(page->picture.grey, x, &places[i], PIX_CLR);
    BOX part = {x, THICK, WIDE, HIGH, 1}, white = {0, scratch, WIDE, THICK / 3, 1};
    if (scratch >= 0)
        fill(page->picture.grey, x, &white, PIX_SET);
    *glyph = (struct glyph){x, THICK, x + WIDE, THICK + HIGH, "", false, -1};
    strcpy(glyph->text, text);
    glyph->shape = add_shape(&page->glyphs, &page->picture, &part);
}

static int failed;

static void expect(const struct page *page, size_t at, const char *expected, const char *what)
{
    if (strcmp(page->glyphs.glyphs[at].text, expected) != 0) {
        printf("%s: %s for %s\n", what, page->glyphs.glyphs[at].text, expected);
        failed++;
    }
}

/* Whether digits are as wide as high, in a document in which so many more numbers are of full width. */
static void expect_width(struct page *page, int wide, int width)
{
    struct glyphs *pages[] = {&page->glyphs};
    const struct glyph *glyph = page->glyphs.glyphs;
    page->glyphs.wide = wide;
    widen_digits(pages, 1);
    if (glyph->x1 - glyph->x0 != width) {
        printf("%d wide for %d\n", glyph->x1 - glyph->x0, width);
        failed++;
    }
}

int main(void)
{
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char zero[] = "1000001"; /* drawn for 零, which is unlike all digits */
    struct page page = {.picture.grey = pixCreate(SIDE * MOST, HIGH + 2 * THICK, 8)};
    struct glyphs *pages[] = {&page.glyphs};
    page.glyphs.glyphs = calloc(MOST, sizeof *page.glyphs.glyphs);
    pixSetAll(page.picture.grey);
    for (int digit = 0; digit < 10; digit++)
        for (int times = 0; times < 2 && digit != 4; times++)
            add(&page, strokes[digit], -1, digits[digit]);
    size_t from = page.glyphs.count;
    for (int digit = 0; digit < 10; digit++)
        add(&page, strokes[digit], 2 * HIGH / 3, "?");
    add(&page, strokes[5], 2 * HIGH / 3, "3");
    add(&page, strokes[4], -1, "4");
    add(&page, "0000000", -1, "?");
    add(&page, zero, -1, "零");
    add(&page, zero, -1, "零");
    add(&page, zero, THICK, "?");
    name_shapes(pages, 1);
    for (size_t i = 0; i < from; i++)
        expect(&page, i, digits[i / 2 + (i >= 8)], "sure");
    for (size_t digit = 0; digit < 10; digit++)
        expect(&page, from + digit, digit == 4 ? "?" : digits[digit], "scratched");
    expect(&page, from + 10, "?", "a 5 that is read as 3");
    expect(&page, from + 11, "4", "the only 4");
    expect(&page, from + 12, "?", "nothing");
    expect(&page, from + 15, "零", "a third 零");
    expect_width(&page, 0, WIDE);
    expect_width(&page, 1, HIGH);
    pixDestroy(&page.picture.grey);
    free(page.glyphs.glyphs);
    free(page.glyphs.shapes);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
