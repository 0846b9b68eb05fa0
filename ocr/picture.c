/* picture.c - a scan turned upright, its ink parted into the lines of tables and the rest, and the cells
 * between the lines. */
#include "ocr.h"

#include <stdlib.h>

/* In dots at 300 an inch. SHORT_SIDE: of A4. ACROSS, DOWN: the shortest line drawn across is longer than two
 * ideographs of 10.5 points (44 dots), one drawn down as high as a row. GAP: that noise leaves in a line.
 * THICK: the thickest, where a page is bent. EVEN: over so many a line is evened. CELL: the least side of a
 * cell. SPECK: what is smaller is dirt; a decimal point has 5. */
enum { SHORT_SIDE = 2480, ACROSS = 101, DOWN = 57, GAP = 7, THICK = 25, EVEN = 9, CELL = 20, SPECK = 4 };
/* A line is darker than what is around it by FAINT. */
enum { FAINT = 14 };

/* Brought to DOTS. NULL: too small to be a page. */
static PIX *resized(PIX *grey)
{
    int side = grey ? (pixGetWidth(grey) < pixGetHeight(grey) ? pixGetWidth(grey) : pixGetHeight(grey)) : 0;
    if (side < SHORT_SIDE / 8)
        return NULL;
    if (side > SHORT_SIDE * 9 / 10 && side < SHORT_SIDE * 5 / 4)
        return pixClone(grey);
    return pixScale(grey, (float)SHORT_SIDE / (float)side, (float)SHORT_SIDE / (float)side);
}

/* Its paper made white. */
static PIX *flattened(PIX *grey)
{
    PIX *page = resized(grey), *flat = page ? pixBackgroundNormMorph(page, NULL, 4, 9, 200) : NULL;
    pixDestroy(&page);
    return flat;
}

/* By how much a page is turned. */
static float skew_of(PIX *grey)
{
    PIX *ink = pixThresholdToBinary(grey, PALE);
    float angle = 0, confidence = 0;
    if (!ink || pixFindSkew(ink, &angle, &confidence) || confidence < 2)
        angle = 0;
    pixDestroy(&ink);
    return angle * 3.14159265F / 180;
}

static PIX *turned(PIX *grey, float angle)
{
    return pixRotate(grey, angle, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
}

/* A scan as it is without the red of stamps: what is redder than green is half as much paler, for JPEG
 * spreads colours wider than light and black beside red must stay. NULL: it has no colours. */
static PIX *red_dropped(PIX *scan)
{
    if (pixGetDepth(scan) != 32)
        return NULL;
    PIX *red = pixGetRGBComponent(scan, COLOR_RED), *green = pixGetRGBComponent(scan, COLOR_GREEN);
    PIX *redder = pixSubtractGray(NULL, red, green);
    pixMultConstantGray(redder, 0.5F);
    pixAddGray(red, red, redder);
    pixDestroy(&green);
    pixDestroy(&redder);
    return red;
}

/* A scan in greys, and without stamps. False: it holds no picture of a page. */
static bool greys_of(PIX *scan, PIX **all, PIX **without_red)
{
    PIX *opaque = pixRemoveAlpha(scan), *grey = pixConvertTo8(opaque, 0), *flat = flattened(grey),
        *red = NULL;
    PIX *channel = opaque ? red_dropped(opaque) : NULL;
    float angle = flat ? skew_of(flat) : 0;
    *all = flat ? turned(flat, angle) : NULL;
    red = *all && channel ? flattened(channel) : NULL;
    *without_red = red ? turned(red, angle) : pixClone(*all);
    pixDestroy(&opaque);
    pixDestroy(&grey);
    pixDestroy(&flat);
    pixDestroy(&red);
    pixDestroy(&channel);
    return *all && *without_red;
}

/* Where a picture of strokes is darker than FAINT and, if there are much longer ones, than half of these: the
 * strokes of letters that are made even are paler than rules. */
static PIX *dark_lines(PIX *lines, PIX *longest)
{
    l_float32 usual = 0;
    PIX *sure = pixThresholdToBinary(longest, FAINT), *pale = NULL;
    pixInvert(sure, sure);
    if (pixGetAverageMasked(lines, sure, 0, 0, 1, L_MEAN_ABSVAL, &usual) || usual < 2 * FAINT)
        usual = 2 * FAINT;
    pale = pixThresholdToBinary(lines, (int)usual / 2);
    pixDestroy(&sure);
    return pixInvert(pale, pale);
}

/* Ink made even along strokes across, or down, all that is thick taken away. */
static PIX *thin_ink(PIX *grey, bool down)
{
    L_KERNEL *along = down ? makeFlatKernel(EVEN, 1, EVEN / 2, 0) : makeFlatKernel(1, EVEN, 0, EVEN / 2);
    PIX *ink = pixConvolve(grey, along, 8, 1);
    pixInvert(ink, ink);
    PIX *thin = pixTophat(ink, down ? THICK : 1, down ? 1 : THICK, L_TOPHAT_WHITE);
    kernelDestroy(&along);
    pixDestroy(&ink);
    return thin;
}

/* Long strokes in it, however pale: what is as dark all along. */
static PIX *strokes(PIX *thin, int length, bool down)
{
    PIX *lines = pixOpenGray(thin, down ? 1 : length, down ? length : 1);
    PIX *longest = pixOpenGray(thin, down ? 1 : 5 * length, down ? 5 * length : 1);
    PIX *found = dark_lines(lines, longest);
    pixDestroy(&lines);
    pixDestroy(&longest);
    return found;
}

/* Whether a line drawn across is near. */
static bool meets(PIX *across, int x, int y)
{
    BOX *box = boxCreate(x - GAP, y - GAP, 2 * GAP, 2 * GAP);
    PIX *near = box ? pixClipRectangle(across, box, NULL) : NULL;
    l_int32 nothing = 1;
    if (near)
        pixZero(near, &nothing);
    pixDestroy(&near);
    boxDestroy(&box);
    return !nothing;
}

/* Take away the strokes of letters in rows set tight, that are as long as a row is high; but these end
 * anywhere. */
static void drop_letters(PIX *down, PIX *across)
{
    BOXA *all = pixConnCompBB(down, 8);
    for (int i = 0; i < boxaGetCount(all); i++) {
        const BOX *line = all->box[i];
        int middle = line->x + line->w / 2;
        if (line->h <= 3 * DOWN &&
            !(meets(across, middle, line->y) && meets(across, middle, line->y + line->h)))
            pixClearInRect(down, all->box[i]);
    }
    boxaDestroy(&all);
}

/* The lines drawn across, with what goes on from them in shorter strokes where a page is bent. */
static PIX *lines_across(PIX *grey)
{
    PIX *thin = thin_ink(grey, false), *lines = strokes(thin, ACROSS, false),
        *bent = strokes(thin, ACROSS / 3, false);
    pixOr(bent, bent, lines);
    PIX *whole = pixSeedfillBinary(NULL, lines, bent, 8),
        *across = pixCloseSafeBrick(NULL, whole, 2 * GAP, 1);
    pixDestroy(&thin);
    pixDestroy(&lines);
    pixDestroy(&bent);
    pixDestroy(&whole);
    return across;
}

/* Find the lines of tables: those that meet others, and long ones. */
static void find_rules(struct picture *picture, PIX *grey)
{
    PIX *across = lines_across(grey);
    PIX *thin = thin_ink(grey, true), *down = strokes(thin, DOWN, true);
    drop_letters(down, across);
    PIX *both = pixOr(NULL, across, down);
    picture->rules = pixSelectBySize(both, 4 * ACROSS, DOWN, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
    pixAnd(across, across, picture->rules);
    pixAnd(down, down, picture->rules);
    picture->across = pixConnCompBB(across, 8);
    picture->down = pixConnCompBB(down, 8);
    pixDestroy(&thin);
    pixDestroy(&across);
    pixDestroy(&down);
    pixDestroy(&both);
}

/* What stands between a line drawn across and the next one below it: a row, whose cells none may enclose. */
static void add_rows(const BOXA *across, int height, BOXA *cells)
{
    for (int i = 0; i < across->n; i++) {
        const BOX *top = across->box[i], *foot = NULL;
        for (int k = 0; k < across->n; k++) {
            const BOX *rule = across->box[k];
            if (rule->y > top->y + CELL && rule->x < top->x + top->w && top->x < rule->x + rule->w &&
                (!foot || rule->y < foot->y))
                foot = rule;
        }
        int x0 = foot && foot->x > top->x ? foot->x : top->x,
            x1 = foot && foot->x + foot->w < top->x + top->w ? foot->x + foot->w : top->x + top->w;
        if (foot && x1 - x0 >= CELL && foot->y - top->y < height * 2 / 3)
            boxaAddBox(cells, boxCreate(x0, top->y, x1 - x0, foot->y - top->y), L_INSERT);
    }
}

/* The rooms that the lines enclose; the sides of a table on which none is drawn are those of the box around
 * it. */
static BOXA *find_cells(PIX *rules)
{
    PIX *walls = pixCloseSafeBrick(NULL, rules, 2 * GAP, 2 * GAP);
    BOXA *tables = pixConnCompBB(walls, 8), *cells = boxaCreate(0);
    for (int i = 0; i < boxaGetCount(tables); i++)
        pixRenderBox(walls, tables->box[i], 2, L_SET_PIXELS);
    pixInvert(walls, walls);
    BOXA *rooms = pixConnCompBB(walls, 4);
    for (int i = 0; i < boxaGetCount(rooms); i++) {
        const BOX *room = rooms->box[i];
        bool inside = room->x > 0 && room->y > 0 && room->x + room->w < pixGetWidth(rules) &&
                      room->y + room->h < pixGetHeight(rules) && room->h < pixGetHeight(rules) * 2 / 3;
        if (inside && room->w >= CELL && room->h >= CELL)
            boxaAddBox(cells, rooms->box[i], L_COPY);
    }
    boxaDestroy(&tables);
    boxaDestroy(&rooms);
    pixDestroy(&walls);
    return cells;
}

static int by_value(const void *one, const void *other)
{
    return *(const int *)one - *(const int *)other;
}

/* Of parts about as wide as high the third quarter: ideographs of one piece. Where there are none, `usual`.
 */
static int find_em(PIX *ink, int usual)
{
    BOXA *parts = pixConnCompBB(ink, 8);
    int *heights = calloc((size_t)boxaGetCount(parts) + 1, sizeof *heights), count = 0;
    for (int i = 0; heights && i < boxaGetCount(parts); i++) {
        const BOX *part = parts->box[i];
        if (part->h > DOTS / 15 && part->h < DOTS / 3 && 5 * part->w > 4 * part->h &&
            4 * part->w < 5 * part->h)
            heights[count++] = part->h;
    }
    if (count)
        qsort(heights, (size_t)count, sizeof *heights, by_value);
    int em = count ? heights[count * 3 / 4] + 2 : usual;
    free(heights);
    boxaDestroy(&parts);
    return em;
}

bool picture_of(PIX *scan, struct picture *picture)
{
    PIX *without_red = NULL;
    *picture = (struct picture){.grey = NULL};
    if (!greys_of(scan, &picture->grey, &without_red))
        return false;
    find_rules(picture, without_red);
    picture->cells = find_cells(picture->rules);
    add_rows(picture->across, pixGetHeight(picture->rules), picture->cells);
    for (int i = 0; i < boxaGetCount(picture->cells); i++) {
        const BOX *cell = picture->cells->box[i];
        pixRasterop(picture->grey, cell->x, cell->y, cell->w, cell->h, PIX_SRC, without_red, cell->x,
                    cell->y);
    }
    PIX *ink = pixThresholdToBinary(picture->grey, PALE),
        *margin = pixDilateBrick(NULL, picture->rules, 5, 5);
    pixSubtract(ink, ink, margin);
    picture->ink = pixSelectBySize(ink, SPECK, SPECK, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
    PIX *around = pixCopy(NULL, picture->ink);
    for (int i = 0; i < boxaGetCount(picture->cells); i++)
        pixClearInRect(around, picture->cells->box[i]);
    pixXor(ink, picture->ink, around);
    picture->em_around = find_em(around, DOTS / 7);
    picture->em = find_em(ink, picture->em_around);
    pixDestroy(&around);
    pixDestroy(&without_red);
    pixDestroy(&ink);
    pixDestroy(&margin);
    return true;
}

void picture_free(struct picture *picture)
{
    pixDestroy(&picture->grey);
    pixDestroy(&picture->rules);
    pixDestroy(&picture->ink);
    boxaDestroy(&picture->across);
    boxaDestroy(&picture->down);
    boxaDestroy(&picture->cells);
}
