/* shapes.c - name digits by their shapes: a document prints all its 3s alike, and those that Tesseract is
 * sure of show what a 3 is there. */
#include "ocr.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A shape is brought to HIGH dots, with MARGIN around it. */
enum { DIGITS = 10, HIGH = 32, WIDE = 28, AREA = HIGH * WIDE, MARGIN = 2 };

/* The ink of a digit, its mean 0 and its length 1, and what an unsure reading takes it for ('?': there is
 * none). */
struct shape {
    float ink[AREA];
    char guess;
};

/* The digits of a document: of those that are sure the sum, how many they are, and how unlike the others each
 * is, all together.
 */
struct model {
    float sum[DIGITS][AREA], unlike[DIGITS];
    int count[DIGITS];
};

static float product(const float *one, const float *other)
{
    float sum = 0;
    for (int i = 0; i < AREA; i++)
        sum += one[i] * other[i];
    return sum;
}

static void set_ink(float *ink, PIX *frame)
{
    float mean = 0, length;
    for (int i = 0; i < AREA; i++) {
        ink[i] = (float)GET_DATA_BYTE(pixGetData(frame) + i / WIDE * pixGetWpl(frame), i % WIDE);
        mean += ink[i] / AREA;
    }
    for (int i = 0; i < AREA; i++)
        ink[i] -= mean;
    length = sqrtf(product(ink, ink));
    for (int i = 0; i < AREA && length > 0; i++)
        ink[i] /= length;
}

int add_shape(struct glyphs *glyphs, const struct picture *picture, const BOX *part, char guess)
{
    enum { MORE = 64 };
    if (glyphs->shape_count % MORE == 0) {
        struct shape *more = realloc(glyphs->shapes, (glyphs->shape_count + MORE) * sizeof *more);
        if (!more)
            return -1;
        glyphs->shapes = more;
    }
    struct shape *shape = &glyphs->shapes[glyphs->shape_count];
    float scale = (float)(HIGH - 2 * MARGIN) / (float)part->h;
    BOX *box = boxCreate(part->x, part->y, part->w, part->h);
    PIX *grey = pixClipRectangle(picture->grey, box, NULL), *scaled = pixScale(grey, scale, scale),
        *frame = pixCreate(WIDE, HIGH, 8);
    int width = pixGetWidth(scaled);
    pixInvert(scaled, scaled);
    pixRasterop(frame, (WIDE - width) / 2, MARGIN, width, pixGetHeight(scaled), PIX_SRC, scaled, 0, 0);
    PIX *soft = pixBlockconv(frame, 1, 1); /* a box may be one dot too large */
    set_ink(shape->ink, soft);
    shape->guess = guess;
    boxDestroy(&box);
    pixDestroy(&grey);
    pixDestroy(&scaled);
    pixDestroy(&frame);
    pixDestroy(&soft);
    return (int)glyphs->shape_count++;
}

/* How unlike a shape is those of a digit, itself (`own`) left out: 0 the same, 1 nothing in common. */
static float unlike(const struct model *model, int digit, const struct shape *shape, bool own)
{
    float square = product(model->sum[digit], model->sum[digit]),
          common = product(shape->ink, model->sum[digit]);
    return model->count[digit] <= own ? 1 : 1 - (common - own) / sqrtf(square - 2 * own * common + own);
}

static void add_ink(struct model *model, int digit, const struct shape *shape)
{
    for (int i = 0; i < AREA; i++)
        model->sum[digit][i] += shape->ink[i];
    model->count[digit]++;
}

static int digit_of(const struct glyph *glyph)
{
    return glyph->shape >= 0 && *glyph->text != '?' ? *glyph->text - '0' : -1;
}

/* The digit that a shape is most like, and how unlike it is that one and the next. */
static int most_like(const struct model *model, const struct shape *shape, int own, float *best, float *next)
{
    int digit = 0;
    *best = *next = 1;
    for (int i = 0; i < DIGITS; i++) {
        float other = unlike(model, i, shape, i == own);
        *next = other < *best ? *best : other < *next ? other : *next;
        digit = other < *best ? i : digit;
        *best = other < *best ? other : *best;
    }
    return digit;
}

/* What is clearly most like one digit is that digit: if it has been taken for it, or is as like it as those
 * that are sure. */
static void name(const struct model *model, const struct shape *shape, struct glyph *glyph)
{
    float best, next;
    int own = digit_of(glyph), digit = most_like(model, shape, own, &best, &next);
    bool taken = own < 0 && shape->guess == '0' + digit && 2 * best <= next,
         usual = best * (float)model->count[digit] <= 3 * model->unlike[digit] && 3 * best <= next;
    if (model->count[digit] > 1 && (taken || usual))
        *glyph->text = (char)('0' + digit);
}

void name_shapes(struct glyphs *const *pages, int count)
{
    struct model *model = calloc(1, sizeof *model);
    enum { SUM, SPREAD, NAME };
    for (int pass = SUM; model && pass <= NAME; pass++)
        for (int page = 0; page < count; page++)
            for (size_t i = 0; i < pages[page]->count; i++) {
                struct glyph *glyph = &pages[page]->glyphs[i];
                int own = digit_of(glyph);
                if (glyph->shape < 0 || (own < 0 && pass != NAME))
                    continue;
                const struct shape *shape = &pages[page]->shapes[glyph->shape];
                if (pass == NAME)
                    name(model, shape, glyph);
                else if (pass == SPREAD)
                    model->unlike[own] += unlike(model, own, shape, true);
                else
                    add_ink(model, own, shape);
            }
    free(model);
}
