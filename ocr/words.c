/* words.c - read the words and figures in a part of a page: its ink parted into lines and runs, each read by
 * Tesseract. */
#include "ocr.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Runs of words of one cell are read side by side, up to MOST of them. A figure has at most FIGURES digits.
 * EDGE: white around what is read. */
enum { MOST = 40, FIGURES = 24, EDGE = 16, LINE = 100 };
/* A number with its unit is no longer than LONGEST ideographs. */
enum { LONGEST = 10 };
/* Rows between lines that touch have DEEP times less ink than others: of nine pairs one twentieth at most; in
 * titles, which are higher than the rest, three fifths at least. */
enum { DEEP = 4 };
/* How high ideographs are set where words are read, and how often side by side. So high 347 of 464 labels of
 * five reports at 150 to 300 dots an inch are read without a fault; with 44 dots 336, with 50 314, with 32
 * 338, with 27 332. Where Tesseract reads no words in a cell the others are tried until it does: of seven
 * heads of 12 points in which it read none at 50 dots, it read six at 21 dots and six at 25, five at 35. */
static const struct setting {
    int high, times;
} settings[] = {{38, 1}, {21, 3}, {25, 3}};
enum { SETTINGS = sizeof settings / sizeof *settings };
/* A slash is SLIM times as long as thick, at least. */
enum { SLIM = 6 };
/* How high figures are set for the readings, two of which must agree and none differ; how sure, in
 * hundredths, each must be of every digit: of 131 figures at 150 dots an inch, 8 points high, 128 right ones
 * were at least 80, those read wrongly below 40.
 */
static const int heights[] = {36, 27, 32};
enum { READINGS = sizeof heights / sizeof *heights, SURE = 60 };
/* How sure of a character among words. PALER: grey of strokes that the scan has nearly lost. */
enum { SURE_ONCE = 95, PALER = 170 };
static const float SMALLER = 0.75F;
/* Grey up to BLACK is black for Tesseract, and from PALE on white: of blurred letters of 8 points at 150 dots
 * an inch 规章 is read with up to 165, and nothing from 175 on. Digits that touch are looked for down to
 * DARK. */
enum { BLACK = 40, DARK = 80 };

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

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Between U+3400 and U+9FFF, in UTF-8. */
static bool is_ideograph(const char *text)
{
    return (unsigned char)*text >= 0xE3 && (unsigned char)*text <= 0xE9;
}

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
    return (struct glyph){x0, middle - half, x1, middle + half, "", false, -1};
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

/* Stretches of a row (or column) of numbers in which there is something, joined where fewer than `gap` have
 * nothing. */
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

/* Clear the rows with least ink between lines that touch, as those set tight or turned a little do: where ink
 * goes on for more than an ideograph and a half. */
static void part_lines(NUMA *rows, int em)
{
    float *ink = numaGetFArray(rows, L_NOCOPY), sum = 0;
    for (int i = 1, start = 0; i < numaGetCount(rows); i++) {
        if (ink[i - 1] + ink[i] <= 0)
            start = i + 1, sum = 0;
        else
            sum += ink[i];
        if (i - start < em * 3 / 2)
            continue;
        int valley = start + em * 3 / 4;
        for (int row = valley; row < start + em * 5 / 4; row++)
            if (ink[row] + ink[row + 1] < ink[valley] + ink[valley + 1])
                valley = row;
        if (DEEP * (ink[valley] + ink[valley + 1]) * (float)(i - start) < 2 * sum) {
            ink[valley] = ink[valley + 1] = 0;
            i = valley + 1;
        }
        start = i + 1, sum = 0;
    }
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

/* Where a line of words is crossed by one drawn down, as in rows that nothing closes below. 0: nowhere. */
static int crossing(const struct picture *picture, const BOX *line)
{
    int middle = line->y + line->h / 2, found = 0;
    for (int i = 0; i < picture->down->n && !found; i++) {
        const BOX *rule = picture->down->box[i];
        int x = rule->x + rule->w / 2;
        bool crosses =
            x > line->x && x < line->x + line->w && rule->y <= middle && middle < rule->y + rule->h;
        found = crosses ? x : 0;
    }
    return found;
}

/* The runs of one line, parted by lines drawn down, and by more room than an ideograph and a half takes. */
static void add_runs(const struct picture *picture, const BOX *line, BOXA *runs)
{
    int parts[MOST][2], x = crossing(picture, line);
    if (x) {
        add_runs(picture, &(BOX){line->x, line->y, x - line->x, line->h, 1}, runs);
        add_runs(picture, &(BOX){x, line->y, line->x + line->w - x, line->h, 1}, runs);
        return;
    }
    BOX *box = boxCreate(line->x, line->y, line->w, line->h);
    int count = stretches(pixCountByColumn(picture->ink, box), picture->em * 3 / 2, parts, MOST);
    for (int i = 0; i < count; i++) {
        BOX *run = boxCreate(line->x + parts[i][0], line->y, parts[i][1] - parts[i][0], line->h);
        boxaAddBox(runs, run, L_INSERT);
    }
    boxDestroy(&box);
}

/* The runs of a region, line by line. */
static void find_runs(const struct picture *picture, const BOX *region, BOXA *runs)
{
    enum { LINES = 400 };
    int lines[LINES][2];
    BOX *box = boxCreate(region->x, region->y, region->w, region->h);
    NUMA *rows = pixCountByRow(picture->ink, box);
    part_lines(rows, picture->em);
    int count = join_parts(lines, stretches(rows, 2, lines, LINES), picture->em);
    for (int i = 0; i < count; i++) {
        BOX line = {region->x, region->y + lines[i][0], region->w, lines[i][1] - lines[i][0], 1};
        add_runs(picture, &line, runs);
    }
    boxDestroy(&box);
}

/* Those of a cell, column by column: where no lines are drawn down it is a row, in which numbers stand beside
 * the middle of a label of two lines. */
static void find_columns(const struct picture *picture, const BOX *cell, BOXA *runs)
{
    int columns[MOST][2];
    BOX *box = boxCreate(cell->x, cell->y, cell->w, cell->h);
    int count = stretches(pixCountByColumn(picture->ink, box), picture->em * 3 / 2, columns, MOST);
    for (int i = 0; i < count; i++) {
        BOX column = {cell->x + columns[i][0], cell->y, columns[i][1] - columns[i][0], cell->h, 1};
        find_runs(picture, &column, runs);
    }
    boxDestroy(&box);
}

/* ---- Tesseract ---- */

struct reading {
    char text[LINE + 1];
    float least; /* how sure it is of what it is least sure of */
};

/* What is read of a line of figures, without spaces. */
static struct reading read_line(TessBaseAPI *api, PIX *line)
{
    struct reading reading = {"", 0};
    size_t size = 0;
    TessBaseAPISetImage2(api, pixGammaTRC(line, line, 1, BLACK, PALE));
    if (TessBaseAPIRecognize(api, NULL))
        return reading;
    TessResultIterator *at = TessBaseAPIGetIterator(api);
    reading.least = at ? 100 : 0;
    for (bool more = at != NULL; more; more = TessResultIteratorNext(at, RIL_SYMBOL)) {
        char *symbol = TessResultIteratorGetUTF8Text(at, RIL_SYMBOL);
        float sure = TessResultIteratorConfidence(at, RIL_SYMBOL);
        if (symbol && (unsigned char)*symbol > ' ' && size < LINE) {
            reading.text[size++] = *symbol;
            reading.least = sure < reading.least ? sure : reading.least;
        }
        TessDeleteText(symbol);
    }
    TessResultIteratorDelete(at);
    return reading;
}

/* ---- figures ---- */

/* The digits and marks of a number, from left to right; `sign`: "-" or "+", if one stands before them.
 * `least`, `most`: how many they are, for some may have run together. */
struct figures {
    BOX parts[FIGURES];
    int count, height, least, most;
    char sign;
};

/* How many parts are none of the digits: a sign. */
static int first_digit(const struct figures *figures)
{
    return figures->sign != 0;
}

/* Parts one above the other are of one digit that the scan has broken, and so are two, none a mark, that
 * stand nearer than digits, which are 0.74 of their height apart at least (add_count). */
static bool add_part(struct figures *figures, const BOX *part)
{
    BOX *last = figures->count ? &figures->parts[figures->count - 1] : NULL;
    int right = part->x + part->w, foot = part->y + part->h;
    bool marks = last && 2 * (last->h < part->h ? last->h : part->h) < figures->height;
    if (last && (part->x + part->w / 2 < last->x + last->w ||
                 (!marks && 10 * (right - last->x) <= 7 * figures->height))) {
        int top = last->y < part->y ? last->y : part->y,
            lower = last->y + last->h > foot ? last->y + last->h : foot;
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

static bool is_white(const PIX *ink, int x, int y, int width, int height)
{
    BOX *box = boxCreate(x, y, width, height);
    PIX *part = pixClipRectangle((PIX *)ink, box, NULL);
    l_int32 nothing = 1;
    if (part)
        pixZero(part, &nothing);
    boxDestroy(&box);
    pixDestroy(&part);
    return nothing;
}

/* The sign that a part is: a stroke is thin, for digits that have run together are as wide; a cross is as
 * wide as high and has white corners. '\0': none. */
static char sign_of(const struct picture *picture, const BOX *part)
{
    int x = part->x, y = part->y, w = part->w, h = part->h, third = w / 3;
    if (w > 2 * h && h * 4 < picture->em)
        return '-';
    bool cross = 5 * w > 4 * h && 5 * h > 4 * w && w * 5 < picture->em * 4;
    for (int corner = 0; corner < 4 && cross; corner++)
        cross = is_white(picture->ink, corner % 2 ? x + w - third : x, corner / 2 ? y + h - third : y, third,
                         third);
    return cross ? '+' : '\0';
}

static bool is_mark(const struct figures *figures, const BOX *part)
{
    return part != figures->parts && 2 * part->h < figures->height;
}

/* Whether a part is a digit or a mark, which is small and stands low; or digits that have run together, which
 * are 0.75 of their height apart (0.74 in Times, 0.77 in Helvetica). */
static bool add_count(struct figures *figures, const BOX *part, const BOX *run, bool joined)
{
    int height = figures->height, wide = part->w * 20;
    bool mark = is_mark(figures, part) && 2 * (part->y - run->y) > run->h;
    bool one = mark || part->w * 10 < part->h * 9;
    figures->least += one ? 1 : (wide + 18 * height - 1) / (18 * height);
    figures->most += one ? 1 : wide / (12 * height);
    return mark || (part->h * 5 > height * 4 && (one || (joined && wide > 22 * height)));
}

/* Whether a run looks like a number, what is paler than `level` left out: narrow parts of one height side by
 * side. */
static bool are_figures_at(const struct picture *picture, const BOX *run, int level, bool joined,
                           struct figures *figures)
{
    BOX *box = boxCreate(run->x, run->y, run->w, run->h);
    PIX *ink = pixClipRectangle(picture->ink, box, NULL), *grey = pixClipRectangle(picture->grey, box, NULL);
    PIX *dark = pixThresholdToBinary(grey, level);
    pixAnd(ink, ink, dark);
    BOXA *found = pixConnCompBB(ink, 8), *parts = boxaSort(found, L_SORT_BY_X, L_SORT_INCREASING, NULL);
    bool good = boxaGetCount(parts) > 0;
    *figures = (struct figures){.count = 0};
    for (int i = 0; i < boxaGetCount(parts); i++)
        figures->height = parts->box[i]->h > figures->height ? parts->box[i]->h : figures->height;
    for (int i = 0; i < boxaGetCount(parts) && good; i++) {
        BOX part = *parts->box[i];
        part.x += run->x, part.y += run->y;
        good = add_part(figures, &part);
    }
    figures->sign = good ? sign_of(picture, &figures->parts[0]) : '\0';
    good &= figures->sign != '+' || figures->count > 1;
    for (int i = first_digit(figures); i < figures->count && good; i++)
        good = add_count(figures, &figures->parts[i], run, joined);
    /* Letters with them reach higher; bits of what is pale do not reach as high. */
    good = good && (figures->sign == '-' || figures->height * 2 > picture->em) &&
           figures->height * 20 < picture->em * 17;
    boxDestroy(&box);
    pixDestroy(&ink);
    pixDestroy(&grey);
    pixDestroy(&dark);
    boxaDestroy(&found);
    boxaDestroy(&parts);
    return good;
}

/* Digits that have run together may be parted where only what is darker counts. */
static bool are_figures(const struct picture *picture, const BOX *run, struct figures *figures)
{
    bool good = false;
    for (int level = PALE; level >= DARK && !good; level -= 20)
        good = are_figures_at(picture, run, level, false, figures);
    return good || are_figures_at(picture, run, PALE, true, figures);
}

/* Digits set `height` high, close to each other, `times` side by side: Tesseract loses what stands alone. */
static struct reading read_digits(const struct recogniser *recogniser, const struct picture *picture,
                                  const struct figures *figures, int height, int times)
{
    const BOX *first = &figures->parts[first_digit(figures)], *last = &figures->parts[figures->count - 1];
    int top = first->y, foot = first->y + first->h, x = EDGE, gap = figures->height / 6;
    for (const BOX *part = first; part <= last; part++) {
        top = part->y < top ? part->y : top;
        foot = part->y + part->h > foot ? part->y + part->h : foot;
    }
    PIX *line =
        pixCreate(times * (last->x + last->w - first->x + 4 + gap) + 2 * EDGE, foot - top + 4 + 2 * EDGE, 8);
    pixSetAll(line);
    for (int i = 0; i < times; i++, x += gap)
        for (const BOX *part = first; part <= last; part++) {
            int room = part > first ? part->x - part[-1].x - part[-1].w : 2,
                before = room > 2 * gap ? gap : room, width = before + part->w + 2 * (part == last);
            pixRasterop(line, x, EDGE, width, foot - top + 4, PIX_SRC, picture->grey, part->x - before,
                        top - 2);
            x += width;
        }
    float scale = (float)height / (float)figures->height;
    BOX *box = boxCreate(0, 0, x + EDGE, pixGetHeight(line));
    PIX *set = pixClipRectangle(line, box, NULL), *scaled = pixScale(set, scale, scale);
    struct reading reading = read_line(recogniser->figures, scaled);
    boxDestroy(&box);
    pixDestroy(&line);
    pixDestroy(&set);
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

/* Whether a stroke stands alone, and is not what the scan has left of a digit: nothing paler is above it or
 * below. */
static bool is_lone_stroke(const struct picture *picture, const BOX *stroke)
{
    BOX *box = boxCreate(stroke->x, stroke->y + stroke->h / 2 - picture->em / 2, stroke->w, picture->em),
        *found = NULL;
    PIX *grey = pixClipRectangle(picture->grey, box, NULL), *dark = pixThresholdToBinary(grey, PALER);
    bool alone = !pixClipToForeground(dark, NULL, &found) && found && found->h < 3 * stroke->h;
    boxDestroy(&box);
    boxDestroy(&found);
    pixDestroy(&grey);
    pixDestroy(&dark);
    return alone;
}

/* Whether all ink of a run is one straight thin stroke that rises: what stands for nothing. By the moments of
 * its dots. */
static bool is_slash(const struct picture *picture, const BOX *run)
{
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (int i = run->y; i < run->y + run->h; i++)
        for (int j = run->x; j < run->x + run->w; j++)
            if (GET_DATA_BIT(pixGetData(picture->ink) + i * pixGetWpl(picture->ink), j)) {
                n++, x += j, y += i;
                xx += (double)j * j, yy += (double)i * i, xy += (double)j * i;
            }
    xx -= x * x / n, yy -= y * y / n, xy -= x * y / n;
    double half = (xx + yy) / 2, root = hypot((xx - yy) / 2, xy);
    return half - root < (half + root) / (SLIM * SLIM) && xy < 0 && 3 * xx > yy / 3 && 3 * yy > xx &&
           2 * run->h > picture->em;
}

/* Whether the digits of a number are of full width, 1.4 of their height apart: others are 0.74. */
static bool are_wide(const struct figures *figures)
{
    const BOX *first = &figures->parts[first_digit(figures)], *last = &figures->parts[figures->count - 1];
    return last->x - first->x > (int)(last - first) * figures->height;
}

/* The characters of figures, from where the first stands to where the last ends; of what has run together
 * each is as wide. */
static void add_characters(const struct picture *picture, const BOX *run, const struct figures *figures,
                           const char *text, struct glyphs *glyphs)
{
    int length = (int)strlen(text), parts = figures->count - first_digit(figures);
    const BOX *first = &figures->parts[first_digit(figures)], *last = &figures->parts[figures->count - 1];
    int end = last->x + last->w;
    if (figures->sign)
        add_glyph(glyphs, glyph_at(picture, run, figures->parts->x, parts ? first->x : end),
                  (char[]){figures->sign, '\0'});
    if (length == parts && parts > 1)
        glyphs->wide += are_wide(figures) ? 1 : -1;
    for (int i = 0; i < length; i++) {
        char one[2] = {text[i], '\0'};
        int from = first->x + (end - first->x) * i / length,
            to = first->x + (end - first->x) * (i + 1) / length;
        struct glyph glyph = glyph_at(picture, run, from, to);
        if (length == parts && (is_digit(text[i]) || text[i] == '?'))
            glyph.shape = add_shape(glyphs, picture, &first[i]);
        add_glyph(glyphs, glyph, one);
    }
}

/* What two readings of figures agree on, both sure, with as many digits as there are parts. False: in doubt,
 * for only one or none is sure, or another differs; `agreed` is then what one has read. */
static bool read_twice(const struct recogniser *recogniser, const struct picture *picture,
                       const struct figures *figures, struct reading *agreed)
{
    int times = figures->most < 3 ? 3 : 1, sure = 0;
    for (int i = 0; i < READINGS && sure < 2; i++) {
        struct reading reading = read_digits(recogniser, picture, figures, heights[i], times);
        if (!fold(&reading, times) || !*reading.text)
            continue;
        int length = (int)strlen(reading.text);
        bool fits = length >= figures->least && length <= figures->most, certain = reading.least >= SURE,
             differs = fits && sure && strcmp(reading.text, agreed->text) != 0;
        if (!*agreed->text || (certain && (fits || !sure)))
            *agreed = reading;
        if (differs && certain)
            return false;
        sure += certain && fits;
    }
    return sure == 2;
}

/* Figures in doubt: their marks as they have been taken for, and their digits to be named by their shapes.
 * False: they are not parted, or more or fewer were read than there are parts: halves of a 6 look like 1s. */
static bool doubt_digits(const struct figures *figures, const char *guess, char *text)
{
    int count = figures->count - first_digit(figures);
    bool parted = count == figures->most && (!*guess || (int)strlen(guess) == count);
    for (int i = 0; i < count; i++) {
        bool mark = is_mark(figures, &figures->parts[first_digit(figures) + i]);
        parted &= !mark || guess[i] == '.' || guess[i] == ',';
        text[i] = mark ? guess[i] : '?';
    }
    text[count] = '\0';
    return parted;
}

/* Whether an ideograph, without doubt, is read where a number would stand: the halves of 组 look like 28. */
static bool has_ideograph(const struct recogniser *recogniser, const struct picture *picture, BOX *run,
                          const BOX *number);

/* Whether some digits seem to have run together; an ideograph looks the same. */
static bool have_run_together(const struct figures *figures)
{
    return figures->most != figures->count - first_digit(figures);
}

/* The characters of figures. False: they are in doubt, and must not be (`doubtful`). */
static bool add_figures(const struct recogniser *recogniser, const struct picture *picture, BOX *run,
                        const struct figures *figures, bool doubtful, struct glyphs *glyphs)
{
    struct reading reading = {"", 0};
    char text[LINE + 1] = "";
    bool alone = figures->sign && figures->count == 1;
    if (alone) {
        if (!is_lone_stroke(picture, figures->parts))
            return false;
    } else if (have_run_together(figures) && has_ideograph(recogniser, picture, run, run)) {
        return false;
    } else if (read_twice(recogniser, picture, figures, &reading)) {
        strcpy(text, reading.text);
    } else if (!doubtful || !doubt_digits(figures, reading.text, text)) {
        return false;
    }
    add_characters(picture, run, figures, text, glyphs);
    return true;
}

/* ---- words ---- */

/* Runs side by side on one line, so many times, and where each begins there. */
struct strip {
    PIX *line;
    int starts[MOST + 1], times;
    float scale; /* of the line, for which the places are not */
};

static void set_runs(const struct picture *picture, BOX *const *runs, int count, struct strip *strip)
{
    int height = picture->em, gap = picture->em / 10, width = 0;
    for (int i = 0; i < count; i++) {
        strip->starts[i] = EDGE + width;
        width += runs[i]->w + gap;
        height = runs[i]->h > height ? runs[i]->h : height;
    }
    strip->starts[count] = EDGE + width;
    strip->line = pixCreate(strip->times * width + 2 * EDGE, height + 2 * EDGE, 8);
    pixSetAll(strip->line);
    for (int i = 0; i < strip->times * count; i++) {
        const BOX *run = runs[i % count];
        pixRasterop(strip->line, strip->starts[i % count] + i / count * width, EDGE + (height - run->h) / 2,
                    run->w, run->h, PIX_SRC, picture->grey, run->x, run->y);
    }
}

/* Of runs set three times the middle ones are read. Where a character ends Tesseract often does not know: it
 * is no wider than an ideograph, and ends where the run does or the next character begins. */
static void add_symbol(const TessResultIterator *at, const struct picture *picture, BOX *const *runs,
                       int count, const struct strip *strip, struct glyphs *glyphs)
{
    int x0, y0, x1, y1, i = 0, before = strip->times / 2 * (strip->starts[count] - EDGE);
    char *symbol = TessResultIteratorGetUTF8Text(at, RIL_SYMBOL);
    TessPageIteratorBoundingBox(TessResultIteratorGetPageIteratorConst(at), RIL_SYMBOL, &x0, &y0, &x1, &y1);
    x0 = (int)((float)x0 / strip->scale), x1 = (int)((float)x1 / strip->scale);
    int middle = x0 + (x1 - x0 < picture->em ? x1 - x0 : picture->em) / 2 - before;
    while (i + 1 < count && middle >= strip->starts[i + 1])
        i++;
    int shift = runs[i]->x - strip->starts[i] - before;
    bool sure = TessResultIteratorConfidence(at, RIL_SYMBOL) >= SURE_ONCE;
    x1 = x1 + shift < runs[i]->x + runs[i]->w ? x1 + shift : runs[i]->x + runs[i]->w;
    struct glyph glyph = glyph_at(picture, runs[i], x0 + shift, x1),
                 *last = glyphs->glyphs + glyphs->count - 1;
    if (glyphs->count && last->y0 == glyph.y0 && last->x0 < glyph.x0 && last->x1 > glyph.x0)
        last->x1 = glyph.x0;
    glyph.sure = sure && symbol && is_ideograph(symbol);
    if (symbol && (unsigned char)*symbol > ' ' && middle >= EDGE && middle < strip->starts[count])
        add_glyph(glyphs, glyph, is_digit(*symbol) && !sure ? "?" : symbol);
    TessDeleteText(symbol);
}

/* Whether the digits among these characters are those of another reading, in order. */
static bool same_digits(const struct glyphs *glyphs, size_t from, const char *other)
{
    for (; from < glyphs->count; from++) {
        if (!is_digit(*glyphs->glyphs[from].text))
            continue;
        while (*other && !is_digit(*other))
            other++;
        if (*other++ != *glyphs->glyphs[from].text)
            return false;
    }
    while (*other && !is_digit(*other))
        other++;
    return !*other;
}

/* Digits among words are read once more, smaller; where they differ, or stand among few, all are in doubt. */
static void confirm_digits(const struct recogniser *recogniser, const struct strip *strip, size_t from,
                           struct glyphs *glyphs)
{
    bool digits = false;
    for (size_t i = from; i < glyphs->count; i++)
        digits |= is_digit(*glyphs->glyphs[i].text);
    if (!digits)
        return;
    float scale = SMALLER * strip->scale;
    PIX *smaller = pixScale(strip->line, scale, scale);
    struct reading other = read_line(recogniser->words, smaller);
    pixDestroy(&smaller);
    if (strip->times == 1 && same_digits(glyphs, from, other.text))
        return;
    for (size_t i = from; i < glyphs->count; i++)
        if (is_digit(*glyphs->glyphs[i].text))
            *glyphs->glyphs[i].text = '?';
}

static void add_words(const struct recogniser *recogniser, const struct picture *picture, BOX *const *runs,
                      int count, const struct setting *setting, struct glyphs *glyphs)
{
    struct strip strip = {.times = setting->times, .scale = (float)setting->high / (float)picture->em};
    size_t before = glyphs->count;
    if (!count)
        return;
    set_runs(picture, runs, count, &strip);
    PIX *line = pixScale(strip.line, strip.scale, strip.scale);
    TessBaseAPISetImage2(recogniser->words, pixGammaTRC(line, line, 1, BLACK, PALE));
    TessResultIterator *at =
        TessBaseAPIRecognize(recogniser->words, NULL) ? NULL : TessBaseAPIGetIterator(recogniser->words);
    for (bool more = at != NULL; more; more = TessResultIteratorNext(at, RIL_SYMBOL))
        add_symbol(at, picture, runs, count, &strip, glyphs);
    TessResultIteratorDelete(at);
    confirm_digits(recogniser, &strip, before, glyphs);
    pixDestroy(&line);
    pixDestroy(&strip.line);
}

/* Whether words were read: two ideographs, or one that is sure or stands for a number: of 40 cells in which
 * it stands alone 零 was sure in 2, and read in no other. */
static bool has_words(const struct glyphs *glyphs, size_t from)
{
    int found = 0;
    for (; from < glyphs->count; from++) {
        const struct glyph *glyph = &glyphs->glyphs[from];
        found += is_ideograph(glyph->text) + (glyph->sure || !strcmp(glyph->text, "零"));
    }
    return found > 1;
}

/* In cells all brackets are round: which are printed tells nothing there, and round ones are taken for
 * others. */
static void round_brackets(struct glyphs *glyphs, size_t from)
{
    static const char *const kinds[][2] = {{"(", "〈《〔【["}, {")", "〉》〕】]"}};
    for (; from < glyphs->count; from++)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (strstr(kinds[i][1], glyphs->glyphs[from].text))
                strcpy(glyphs->glyphs[from].text, kinds[i][0]);
}

/* The shape of a lone ideograph in a cell, for it may be 零; -1: more stands there, or less. */
static int lone_shape(const struct picture *picture, const BOX *run, struct glyphs *glyphs)
{
    int em = picture->em;
    bool lone = 2 * run->w > em && 2 * run->h > em && 5 * run->w < 6 * em && 5 * run->h < 6 * em;
    return lone ? add_shape(glyphs, picture, run) : -1;
}

static void add_doubt(const struct recogniser *recogniser, const struct picture *picture, BOX *run,
                      struct glyphs *glyphs)
{
    struct figures figures;
    if (are_figures(picture, run, &figures) && add_figures(recogniser, picture, run, &figures, true, glyphs))
        return;
    struct glyph glyph = glyph_at(picture, run, run->x, run->x + run->w);
    glyph.shape = lone_shape(picture, run, glyphs);
    add_glyph(glyphs, glyph, "?");
}

/* Words of a cell; if there are none it would be a number, but has not been read as one. */
static void add_label(const struct recogniser *recogniser, const struct picture *picture, BOX *const *runs,
                      int count, struct glyphs *glyphs)
{
    size_t before = glyphs->count;
    for (int i = 0; i < SETTINGS && !has_words(glyphs, before); i++) {
        glyphs->count = before;
        add_words(recogniser, picture, runs, count, &settings[i], glyphs);
    }
    if (count == 1 && glyphs->count == before + 1)
        glyphs->glyphs[before].shape = lone_shape(picture, runs[0], glyphs);
    if (has_words(glyphs, before))
        return;
    glyphs->count = before;
    for (int i = 0; i < count; i++)
        add_doubt(recogniser, picture, runs[i], glyphs);
}

/* Part a run before its last ideographs, the unit of a number. False: nothing stands before them. */
static bool split_unit(const struct picture *picture, const BOX *run, int ideographs, BOX *number, BOX *unit)
{
    int parts[MOST][2], width = ideographs * picture->em * 4 / 5;
    BOX *box = boxCreate(run->x, run->y, run->w, run->h);
    int count =
        run->w < LONGEST * picture->em ? stretches(pixCountByColumn(picture->ink, box), 1, parts, MOST) : 0;
    int first = count - 1;
    boxDestroy(&box);
    while (first > 0 && run->w - parts[first][0] < width)
        first--;
    if (first <= 0)
        return false;
    *number = *unit = *run;
    number->w = parts[first - 1][1];
    unit->x += parts[first][0];
    unit->w -= parts[first][0];
    return true;
}

static bool has_ideograph(const struct recogniser *recogniser, const struct picture *picture, BOX *run,
                          const BOX *number)
{
    struct glyphs words = {.count = 0};
    bool found = false;
    add_words(recogniser, picture, &run, 1, settings, &words);
    for (size_t i = 0; i < words.count; i++)
        found |=
            words.glyphs[i].sure && (words.glyphs[i].x0 + words.glyphs[i].x1) / 2 < number->x + number->w;
    free(words.glyphs);
    return found;
}

/* Read figures that have a unit, whose place is left in `run`. */
static void add_number(const struct recogniser *recogniser, const struct picture *picture, BOX *run,
                       struct glyphs *glyphs)
{
    for (int ideographs = 1; ideographs <= 2; ideographs++) {
        BOX number, unit;
        struct figures figures;
        if (split_unit(picture, run, ideographs, &number, &unit) && !are_figures(picture, &unit, &figures) &&
            are_figures(picture, &number, &figures) && !has_ideograph(recogniser, picture, run, &number) &&
            add_figures(recogniser, picture, &number, &figures, false, glyphs)) {
            *run = unit;
            return;
        }
    }
}

void read_cell(const struct recogniser *recogniser, const struct picture *picture, const BOX *cell,
               struct glyphs *glyphs)
{
    BOX *words[MOST];
    int count = 0;
    size_t before = glyphs->count;
    BOXA *runs = boxaCreate(0);
    find_columns(picture, cell, runs);
    for (int i = 0; i < boxaGetCount(runs); i++) {
        struct figures figures;
        BOX *run = runs->box[i];
        if (is_slash(picture, run)) {
            add_glyph(glyphs, glyph_at(picture, run, run->x, run->x + run->w), "/");
            continue;
        }
        if (are_figures(picture, run, &figures) &&
            add_figures(recogniser, picture, run, &figures, false, glyphs))
            continue;
        if (count == MOST) {
            add_doubt(recogniser, picture, run, glyphs);
            continue;
        }
        add_number(recogniser, picture, run, glyphs);
        words[count++] = run;
    }
    add_label(recogniser, picture, words, count, glyphs);
    round_brackets(glyphs, before);
    close_up(glyphs, before, picture->em);
    boxaDestroy(&runs);
}

void read_lines(const struct recogniser *recogniser, const struct picture *picture, const BOX *region,
                struct glyphs *glyphs)
{
    size_t before = glyphs->count;
    BOXA *runs = boxaCreate(0);
    find_runs(picture, region, runs);
    for (int i = 0; i < boxaGetCount(runs); i++) {
        struct figures figures;
        if (!are_figures(picture, runs->box[i], &figures) ||
            !add_figures(recogniser, picture, runs->box[i], &figures, false, glyphs))
            add_words(recogniser, picture, &runs->box[i], 1, settings, glyphs);
    }
    close_up(glyphs, before, picture->em);
    boxaDestroy(&runs);
}
