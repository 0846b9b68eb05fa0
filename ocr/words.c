/* words.c - read the words and figures in a part of a page: its ink parted into lines and runs, each read by Tesseract. */
#include "ocr.h"

#include <stdlib.h>
#include <string.h>

/* Runs of words of one cell are read side by side, up to MOST of them. A figure has at most FIGURES digits. EDGE: white around
 * what is read. */
enum { MOST = 40, FIGURES = 24, EDGE = 16 };
/* How high figures are set for the two readings that must agree; how sure, in hundredths, each must be of every digit. */
enum { FIRST_HEIGHT = 36, OTHER_HEIGHT = 27, SURE = 60 };
/* How sure of a digit among words, where it is read once. PALER: grey of strokes that the scan has nearly lost. */
enum { SURE_ONCE = 95, PALER = 170 };
/* Grey up to BLACK is black for Tesseract, and from WHITE on, which paper is (picture.c), white. */
enum { BLACK = 40, WHITE = 185 };

static bool open_one(TessBaseAPI **api, const char *language)
{
    *api = TessBaseAPICreate();
    if (TessBaseAPIInit3(*api, NULL, language))
        return false;
    TessBaseAPISetPageSegMode(*api, PSM_SINGLE_LINE);
    TessBaseAPISetVariable(*api, "user_defined_dpi", "300");
    TessBaseAPISetVariable(*api, "debug_file", "/dev/null");
    return true;
}

bool recogniser_open(struct recogniser *recogniser)
{
    if (!open_one(&recogniser->words, "chi_sim") || !open_one(&recogniser->figures, "eng"))
        return false;
    return TessBaseAPISetVariable(recogniser->figures, "tessedit_char_whitelist", "0123456789.,/");
}

void recogniser_close(struct recogniser *recogniser)
{
    TessBaseAPIDelete(recogniser->words);
    TessBaseAPIDelete(recogniser->figures);
}

/* ---- characters ---- */

static void add_glyph(struct glyphs *glyphs, struct glyph glyph, const char *text)
{
    if (glyphs->count == glyphs->room) {
        size_t room = glyphs->room ? 2 * glyphs->room : 256;
        struct glyph *more = realloc(glyphs->glyphs, room * sizeof *more);
        if (!more)
            return;
        glyphs->glyphs = more;
        glyphs->room = room;
    }
    strncpy(glyph.text, text, sizeof glyph.text - 1);
    glyphs->glyphs[glyphs->count++] = glyph;
}

/* Boxes are as high as ideographs, so that what stands on one line has one height. */
static struct glyph glyph_at(const struct picture *picture, const BOX *run, int x0, int x1)
{
    int middle = run->y + run->h / 2, half = (run->h > picture->em ? run->h : picture->em) / 2;
    return (struct glyph){x0, middle - half, x1, middle + half, ""};
}

/* What stands close on one line is set without room between, for boxes around narrow digits leave some. */
static void close_up(struct glyphs *glyphs, size_t from, int em)
{
    for (size_t i = from; i + 1 < glyphs->count; i++) {
        struct glyph *glyph = &glyphs->glyphs[i];
        const struct glyph *next = glyph + 1;
        if (glyph->y0 == next->y0 && next->x0 > glyph->x1 && next->x0 - glyph->x1 < em / 2)
            glyph->x1 = next->x0;
    }
}

/* ---- lines and runs ---- */

/* Stretches of a row (or column) of numbers in which there is something, joined where fewer than `gap` have nothing. */
static int stretches(NUMA *counts, int gap, int (*found)[2], int most)
{
    int count = 0, length = numaGetCount(counts);
    for (int i = 0; i < length; i++) {
        int ink = 0;
        numaGetIValue(counts, i, &ink);
        if (!ink)
            continue;
        if (count && i - found[count - 1][1] < gap)
            found[count - 1][1] = i + 1;
        else if (count < most) {
            found[count][0] = i;
            found[count++][1] = i + 1;
        }
    }
    numaDestroy(&counts);
    return count;
}

/* Parts of one ideograph, such as 二, are one line: together they are no higher than it. */
static int join_parts(int (*lines)[2], int count, int em)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (kept && lines[i][1] - lines[kept - 1][0] <= em + em / 10)
            lines[kept - 1][1] = lines[i][1];
        else
            memmove(lines[kept++], lines[i], sizeof *lines);
    }
    return kept;
}

/* The runs of one line, parted by more room than an ideograph and a half takes. */
static void add_runs(const struct picture *picture, const BOX *line, BOXA *runs)
{
    int parts[MOST][2];
    BOX *box = boxCreate(line->x, line->y, line->w, line->h);
    int count = stretches(pixCountByColumn(picture->ink, box), picture->em * 3 / 2, parts, MOST);
    for (int i = 0; i < count; i++) {
        BOX *run = boxCreate(line->x + parts[i][0], line->y, parts[i][1] - parts[i][0], line->h);
        boxaAddBox(runs, run, L_INSERT);
    }
    boxDestroy(&box);
}

static BOXA *find_runs(const struct picture *picture, const BOX *region)
{
    enum { LINES = 400 };
    int lines[LINES][2];
    BOX *box = boxCreate(region->x, region->y, region->w, region->h);
    int count = stretches(pixCountByRow(picture->ink, box), 2, lines, LINES);
    BOXA *runs = boxaCreate(0);
    count = join_parts(lines, count, picture->em);
    for (int i = 0; i < count; i++) {
        BOX line = {region->x, region->y + lines[i][0], region->w, lines[i][1] - lines[i][0], 1};
        add_runs(picture, &line, runs);
    }
    boxDestroy(&box);
    return runs;
}

/* ---- Tesseract ---- */

struct reading {
    char text[FIGURES + 1];
    float least; /* how sure it is of what it is least sure of */
};

/* What is read of a line of figures, without spaces. */
static struct reading read_line(TessBaseAPI *api, PIX *line)
{
    struct reading reading = {"", 0};
    size_t size = 0;
    TessBaseAPISetImage2(api, pixGammaTRC(line, line, 1, BLACK, WHITE));
    if (TessBaseAPIRecognize(api, NULL))
        return reading;
    TessResultIterator *at = TessBaseAPIGetIterator(api);
    reading.least = at ? 100 : 0;
    for (bool more = at != NULL; more; more = TessResultIteratorNext(at, RIL_SYMBOL)) {
        char *symbol = TessResultIteratorGetUTF8Text(at, RIL_SYMBOL);
        float sure = TessResultIteratorConfidence(at, RIL_SYMBOL);
        if (symbol && *symbol > ' ' && size < FIGURES) {
            reading.text[size++] = *symbol;
            reading.least = sure < reading.least ? sure : reading.least;
        }
        TessDeleteText(symbol);
    }
    TessResultIteratorDelete(at);
    return reading;
}

/* ---- figures ---- */

/* The digits and marks of a number, from left to right; `minus`: a stroke stands before them. */
struct figures {
    BOX parts[FIGURES];
    int count, height;
    bool minus;
};

/* Parts one above the other are of one digit that the scan has broken. */
static bool add_part(struct figures *figures, const BOX *part)
{
    BOX *last = figures->count ? &figures->parts[figures->count - 1] : NULL;
    int right = part->x + part->w, foot = part->y + part->h;
    if (last && part->x + part->w / 2 < last->x + last->w) {
        int top = last->y < part->y ? last->y : part->y, lower = last->y + last->h > foot ? last->y + last->h : foot;
        last->w = (right > last->x + last->w ? right : last->x + last->w) - last->x;
        last->y = top;
        last->h = lower - top;
    } else if (figures->count < FIGURES) {
        figures->parts[figures->count++] = *part;
    } else {
        return false;
    }
    return true;
}

static bool is_stroke(const BOX *part)
{
    return part->w > 2 * part->h;
}

/* Whether a run looks like a number: narrow parts of one height side by side; points and commas are small and stand low. */
static bool are_figures(const struct picture *picture, const BOX *run, struct figures *figures)
{
    BOX *box = boxCreate(run->x, run->y, run->w, run->h);
    PIX *ink = pixClipRectangle(picture->ink, box, NULL);
    BOXA *found = pixConnCompBB(ink, 8), *parts = boxaSort(found, L_SORT_BY_X, L_SORT_INCREASING, NULL);
    bool good = boxaGetCount(parts) > 0;
    *figures = (struct figures){.count = 0};
    for (int i = 0; i < boxaGetCount(parts) && good; i++) {
        BOX part = *parts->box[i];
        part.x += run->x, part.y += run->y;
        figures->height = part.h > figures->height ? part.h : figures->height;
        good = add_part(figures, &part);
    }
    figures->minus = good && is_stroke(&figures->parts[0]);
    for (int i = figures->minus; i < figures->count && good; i++) {
        const BOX *part = &figures->parts[i];
        bool mark = i && 2 * part->h < figures->height && 2 * (part->y - run->y) > run->h;
        good = mark || (part->w * 10 < part->h * 9 && part->h * 5 > figures->height * 4);
    }
    good = good && figures->height * 20 < picture->em * 17; /* letters with them reach higher */
    boxDestroy(&box);
    pixDestroy(&ink);
    boxaDestroy(&found);
    boxaDestroy(&parts);
    return good;
}

/* Digits set `height` high, `times` side by side: Tesseract loses what stands alone. */
static struct reading read_digits(const struct recogniser *recogniser, const struct picture *picture,
                                  const struct figures *figures, int height, int times)
{
    const BOX *first = &figures->parts[figures->minus], *last = &figures->parts[figures->count - 1];
    int top = first->y, foot = first->y + first->h;
    for (const BOX *part = first; part <= last; part++) {
        top = part->y < top ? part->y : top;
        foot = part->y + part->h > foot ? part->y + part->h : foot;
    }
    int width = last->x + last->w - first->x + 4, gap = figures->height / 6, step = width + gap;
    PIX *line = pixCreate(times * step + 2 * EDGE, foot - top + 4 + 2 * EDGE, 8);
    pixSetAll(line);
    for (int i = 0; i < times; i++)
        pixRasterop(line, EDGE + i * step, EDGE, width, foot - top + 4, PIX_SRC, picture->grey, first->x - 2, top - 2);
    float scale = (float)height / (float)figures->height;
    PIX *scaled = pixScale(line, scale, scale);
    struct reading reading = read_line(recogniser->figures, scaled);
    pixDestroy(&line);
    pixDestroy(&scaled);
    return reading;
}

/* Of a text that is the same so many times over, one. False: it is not. */
static bool fold(struct reading *reading, int times)
{
    size_t length = strlen(reading->text), one = length / (size_t)times;
    for (size_t i = one; i < length; i++)
        if (reading->text[i] != reading->text[i - one])
            return false;
    reading->text[one] = '\0';
    return one * (size_t)times == length;
}

/* Whether a stroke stands alone, and is not what the scan has left of a digit: nothing paler is above it or below. */
static bool is_lone_stroke(const struct picture *picture, const BOX *stroke)
{
    BOX *box = boxCreate(stroke->x, stroke->y + stroke->h / 2 - picture->em / 2, stroke->w, picture->em), *found = NULL;
    PIX *grey = pixClipRectangle(picture->grey, box, NULL), *dark = pixThresholdToBinary(grey, PALER);
    bool alone = !pixClipToForeground(dark, NULL, &found) && found && found->h < 3 * stroke->h;
    boxDestroy(&box);
    boxDestroy(&found);
    pixDestroy(&grey);
    pixDestroy(&dark);
    return alone;
}

/* Of figures that two readings agree on, are sure of and find as many as there are parts, the characters. False: they are in
 * doubt. */
static bool add_figures(const struct recogniser *recogniser, const struct picture *picture, const BOX *run,
                        const struct figures *figures, struct glyphs *glyphs)
{
    int count = figures->count - figures->minus, times = count < 3 ? 3 : 1;
    struct reading one = {"", 100}, other = {"", 100};
    if (!count && !is_lone_stroke(picture, figures->parts))
        return false;
    if (count) {
        one = read_digits(recogniser, picture, figures, FIRST_HEIGHT, times);
        other = read_digits(recogniser, picture, figures, OTHER_HEIGHT, times);
    }
    bool whole = fold(&one, times) && fold(&other, times) && (int)strlen(one.text) == count && !strcmp(one.text, other.text);
    if (!whole || one.least < SURE || other.least < SURE)
        return false;
    for (int i = 0; i < figures->count; i++) {
        const BOX *part = &figures->parts[i];
        char text[2] = {i < figures->minus ? '-' : one.text[i - figures->minus], '\0'};
        add_glyph(glyphs, glyph_at(picture, run, part->x, part->x + part->w), text);
    }
    return true;
}

/* ---- words ---- */

/* Runs side by side on one line, and where each begins there. */
struct strip {
    PIX *line;
    int starts[MOST + 1];
};

static void set_runs(const struct picture *picture, BOX *const *runs, int count, struct strip *strip)
{
    int height = picture->em, gap = picture->em / 10;
    strip->starts[0] = EDGE;
    for (int i = 0; i < count; i++) {
        strip->starts[i + 1] = strip->starts[i] + runs[i]->w + gap;
        height = runs[i]->h > height ? runs[i]->h : height;
    }
    strip->line = pixCreate(strip->starts[count] + EDGE, height + 2 * EDGE, 8);
    pixSetAll(strip->line);
    for (int i = 0; i < count; i++)
        pixRasterop(strip->line, strip->starts[i], EDGE + (height - runs[i]->h) / 2, runs[i]->w, runs[i]->h, PIX_SRC,
                    picture->grey, runs[i]->x, runs[i]->y);
}

static void add_symbols(const TessResultIterator *at, const struct picture *picture, BOX *const *runs, int count,
                        const struct strip *strip, struct glyphs *glyphs)
{
    int x0, y0, x1, y1, i = 0;
    char *symbol = TessResultIteratorGetUTF8Text(at, RIL_SYMBOL);
    TessPageIteratorBoundingBox(TessResultIteratorGetPageIteratorConst(at), RIL_SYMBOL, &x0, &y0, &x1, &y1);
    while (i + 1 < count && (x0 + x1) / 2 >= strip->starts[i + 1])
        i++;
    int shift = runs[i]->x - strip->starts[i];
    bool doubtful = symbol && *symbol >= '0' && *symbol <= '9' && TessResultIteratorConfidence(at, RIL_SYMBOL) < SURE_ONCE;
    if (symbol && (unsigned char)*symbol > ' ')
        add_glyph(glyphs, glyph_at(picture, runs[i], x0 + shift, x1 + shift), doubtful ? "?" : symbol);
    TessDeleteText(symbol);
}

static void add_words(const struct recogniser *recogniser, const struct picture *picture, BOX *const *runs, int count,
                      struct glyphs *glyphs)
{
    struct strip strip;
    size_t before = glyphs->count;
    if (!count)
        return;
    set_runs(picture, runs, count, &strip);
    TessBaseAPISetImage2(recogniser->words, pixGammaTRC(strip.line, strip.line, 1, BLACK, WHITE));
    TessResultIterator *at = TessBaseAPIRecognize(recogniser->words, NULL) ? NULL : TessBaseAPIGetIterator(recogniser->words);
    for (bool more = at != NULL; more; more = TessResultIteratorNext(at, RIL_SYMBOL))
        add_symbols(at, picture, runs, count, &strip, glyphs);
    TessResultIteratorDelete(at);
    if (glyphs->count == before)
        add_glyph(glyphs, glyph_at(picture, runs[0], runs[0]->x, runs[0]->x + runs[0]->w), "?");
    pixDestroy(&strip.line);
}

static bool has_ideograph(const struct glyphs *glyphs, size_t from)
{
    for (; from < glyphs->count; from++)
        if ((unsigned char)*glyphs->glyphs[from].text >= 0xE3 && (unsigned char)*glyphs->glyphs[from].text <= 0xE9)
            return true;
    return false;
}

/* What looks like figures and is read as none is a word, or else "?". */
static void add_doubtful(const struct recogniser *recogniser, const struct picture *picture, BOX *run, struct glyphs *glyphs)
{
    size_t before = glyphs->count;
    add_words(recogniser, picture, &run, 1, glyphs);
    if (has_ideograph(glyphs, before))
        return;
    glyphs->count = before;
    add_glyph(glyphs, glyph_at(picture, run, run->x, run->x + run->w), "?");
}

void read_region(const struct recogniser *recogniser, const struct picture *picture, const BOX *region, struct glyphs *glyphs)
{
    BOX *words[MOST];
    int count = 0;
    size_t before = glyphs->count;
    BOXA *runs = find_runs(picture, region);
    for (int i = 0; i < boxaGetCount(runs); i++) {
        struct figures figures;
        if (!are_figures(picture, runs->box[i], &figures))
            words[count++] = runs->box[i];
        else if (!add_figures(recogniser, picture, runs->box[i], &figures, glyphs))
            add_doubtful(recogniser, picture, runs->box[i], glyphs);
        if (count == MOST || region->w > 16 * picture->em) {
            add_words(recogniser, picture, words, count, glyphs);
            count = 0;
        }
    }
    add_words(recogniser, picture, words, count, glyphs);
    close_up(glyphs, before, picture->em);
    boxaDestroy(&runs);
}
