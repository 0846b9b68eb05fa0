/* picture.c - a scan turned upright, its ink parted into the lines of tables and the rest, and the cells between the lines. */
#include "ocr.h"

#include <stdlib.h>

/* In dots at 300 an inch. SHORT_SIDE: of A4. ACROSS, DOWN: the shortest line drawn across is longer than two ideographs of 10.5
 * points (44 dots), one drawn down as high as a row. GAP: that noise leaves in a line. THICK: the thickest, where a page is bent.
 * CELL: the least side of a cell. SPECK: what is smaller is dirt; a decimal point has 5. */
enum { SHORT_SIDE = 2480, ACROSS = 100, DOWN = 56, GAP = 7, THICK = 24, CELL = 20, SPECK = 4 };
/* Paper is made as pale as 200; grey above this is paper: of letters, and of lines, which are thinner and so paler. */
enum { PALE = 135, PALE_LINE = 165 };

static PIX *grey_of(PIX *scan)
{
    PIX *opaque = pixRemoveAlpha(scan), *grey = pixConvertTo8(opaque, 0);
    int side = grey ? (pixGetWidth(grey) < pixGetHeight(grey) ? pixGetWidth(grey) : pixGetHeight(grey)) : 0;
    pixDestroy(&opaque);
    if (side < SHORT_SIDE / 8 || (side > SHORT_SIDE * 9 / 10 && side < SHORT_SIDE * 5 / 4))
        return grey;
    PIX *scaled = pixScale(grey, (float)SHORT_SIDE / (float)side, (float)SHORT_SIDE / (float)side);
    pixDestroy(&grey);
    return scaled;
}

/* Turned upright, its paper white. */
static PIX *upright(PIX *grey)
{
    PIX *flat = pixBackgroundNormSimple(grey, NULL, NULL), *ink = flat ? pixThresholdToBinary(flat, PALE) : NULL;
    float angle = 0, confidence = 0;
    if (!ink || pixFindSkew(ink, &angle, &confidence) || confidence < 2)
        angle = 0;
    PIX *turned = flat ? pixRotate(flat, angle * 3.14159265F / 180, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0) : NULL;
    pixDestroy(&flat);
    pixDestroy(&ink);
    return turned;
}

/* Lines drawn across; their boxes in *boxes. */
static PIX *lines_across(PIX *ink, BOXA **boxes)
{
    PIX *joined = pixCloseSafeBrick(NULL, ink, GAP, 1), *lines = pixOpenBrick(NULL, joined, ACROSS, 1);
    PIX *thin = pixSelectBySize(lines, THICK, THICK, 8, L_SELECT_HEIGHT, L_SELECT_IF_LT, NULL);
    *boxes = pixConnCompBB(thin, 8);
    pixDestroy(&joined);
    pixDestroy(&lines);
    return thin;
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

/* Lines drawn down. Strokes of letters in rows set tight join to some that are as long as a row is high; but these end anywhere.
 */
static PIX *lines_down(PIX *ink, PIX *across, BOXA **boxes)
{
    PIX *joined = pixCloseSafeBrick(NULL, ink, 1, GAP / 2), *lines = pixOpenBrick(NULL, joined, 1, DOWN);
    PIX *thin = pixSelectBySize(lines, THICK, THICK, 8, L_SELECT_WIDTH, L_SELECT_IF_LT, NULL);
    BOXA *all = pixConnCompBB(thin, 8);
    *boxes = boxaCreate(0);
    for (int i = 0; i < boxaGetCount(all); i++) {
        const BOX *line = all->box[i];
        int middle = line->x + line->w / 2;
        if (line->h > 3 * DOWN || (meets(across, middle, line->y) && meets(across, middle, line->y + line->h)))
            boxaAddBox(*boxes, all->box[i], L_COPY);
        else
            pixClearInRect(thin, all->box[i]);
    }
    boxaDestroy(&all);
    pixDestroy(&joined);
    pixDestroy(&lines);
    return thin;
}

/* The rooms that the lines enclose; the sides of a table on which none is drawn are those of the box around it. */
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

/* Of parts about as wide as high the middle one: ideographs of one piece. */
static int find_em(PIX *ink)
{
    BOXA *parts = pixConnCompBB(ink, 8);
    int *heights = calloc((size_t)boxaGetCount(parts) + 1, sizeof *heights), count = 0;
    for (int i = 0; heights && i < boxaGetCount(parts); i++) {
        const BOX *part = parts->box[i];
        if (part->h > DOTS / 15 && part->h < DOTS / 3 && 5 * part->w > 4 * part->h && 4 * part->w < 5 * part->h)
            heights[count++] = part->h;
    }
    if (count)
        qsort(heights, (size_t)count, sizeof *heights, by_value);
    int em = count ? heights[count * 3 / 4] + 2 : DOTS / 7;
    free(heights);
    boxaDestroy(&parts);
    return em;
}

bool picture_of(PIX *scan, struct picture *picture)
{
    PIX *grey = grey_of(scan);
    *picture = (struct picture){.grey = grey ? upright(grey) : NULL};
    pixDestroy(&grey);
    if (!picture->grey)
        return false;
    PIX *dark = pixThresholdToBinary(picture->grey, PALE_LINE), *ink = pixThresholdToBinary(picture->grey, PALE);
    picture->rules = lines_across(dark, &picture->across);
    PIX *down = lines_down(dark, picture->rules, &picture->down);
    pixOr(picture->rules, picture->rules, down);
    picture->cells = find_cells(picture->rules);
    PIX *margin = pixDilateBrick(NULL, picture->rules, 5, 5);
    pixSubtract(ink, ink, margin);
    picture->ink = pixSelectBySize(ink, SPECK, SPECK, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
    picture->em = find_em(picture->ink);
    pixDestroy(&dark);
    pixDestroy(&down);
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
