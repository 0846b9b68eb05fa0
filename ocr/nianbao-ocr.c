/* nianbao-ocr.c - print the characters that Tesseract reads in a scan on standard input, PDF or picture, with
 * their boxes, and the lines drawn on its pages, as nianbao-pdf does (README.md). */
#include "child.h"
#include "confine.h"
#include "ocr.h"

#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* MOST_SIDE: dots; A3 at 600 an inch has 9,900. */
enum { MOST_PAGES = 400, MOST_SIDE = 12000 };

/* ---- output ---- */

static int hundredths(int dots)
{
    return dots * 100 * POINTS / DOTS;
}

static void print_rules(const BOXA *rules, bool down)
{
    for (int i = 0; i < rules->n; i++) {
        const BOX *rule = rules->box[i];
        if (down)
            printf("v %d %d %d\n", hundredths(rule->x + rule->w / 2), hundredths(rule->y),
                   hundredths(rule->y + rule->h));
        else
            printf("h %d %d %d\n", hundredths(rule->y + rule->h / 2), hundredths(rule->x),
                   hundredths(rule->x + rule->w));
    }
}

/* ---- pages ---- */

/* A page as it was read, with how many ideographs that are `sure`; -1: not yet. */
struct page {
    int width, height;
    BOXA *across, *down; /* the lines drawn on it */
    struct glyphs glyphs;
    int sure;
    bool upright;
};

struct document {
    struct recogniser recogniser;
    struct page pages[MOST_PAGES];
    int count;
};

static void page_free(struct page *page)
{
    boxaDestroy(&page->across);
    boxaDestroy(&page->down);
    free(page->glyphs.glyphs);
    free(page->glyphs.shapes);
}

/* What stands in cells is read cell by cell, those within others first, and then the rest. */
static void read_picture(const struct recogniser *recogniser, struct picture *picture, struct glyphs *glyphs)
{
    BOX whole = {0, 0, pixGetWidth(picture->ink), pixGetHeight(picture->ink), 1};
    BOXA *cells = boxaSort(picture->cells, L_SORT_BY_AREA, L_SORT_INCREASING, NULL);
    for (int i = 0; i < boxaGetCount(cells); i++) {
        read_cell(recogniser, picture, cells->box[i], glyphs);
        pixClearInRect(picture->ink, cells->box[i]);
    }
    boxaDestroy(&cells);
    picture->em = picture->em_around;
    read_lines(recogniser, picture, &whole, glyphs);
}

/* Whether what was read are words: of a page that stands on its head or lies on its side few ideographs are
 * sure. */
static bool is_upright(const struct glyphs *glyphs, int *sure)
{
    enum { FEW = 10 }; /* too few to tell */
    int doubtful = 0;
    *sure = 0;
    for (size_t i = 0; i < glyphs->count; i++) {
        const struct glyph *glyph = &glyphs->glyphs[i];
        *sure += glyph->sure;
        doubtful += !glyph->sure && (*glyph->text == '?' || (unsigned char)*glyph->text >= 0x80);
    }
    return *sure >= doubtful || *sure + doubtful < FEW;
}

/* Read a page turned by so many quarters, unless it was read better before. False: it is no picture of a
 * page. */
static bool read_turned(const struct recogniser *recogniser, PIX *scan, int quarters, struct page *best)
{
    struct page page = {.sure = -1};
    struct picture picture = {.grey = NULL};
    PIX *turned = pixRotateOrth(scan, quarters);
    bool found = turned && picture_of(turned, &picture);
    pixDestroy(&turned);
    if (found) {
        read_picture(recogniser, &picture, &page.glyphs);
        page.upright = is_upright(&page.glyphs, &page.sure);
        page.width = pixGetWidth(picture.grey), page.height = pixGetHeight(picture.grey);
        page.across = boxaCopy(picture.across, L_CLONE), page.down = boxaCopy(picture.down, L_CLONE);
    }
    if (page.sure > best->sure) {
        struct page worse = *best;
        *best = page;
        page = worse;
    }
    page_free(&page);
    picture_free(&picture);
    return found;
}

/* Read the next page. False: it is no picture of a page. */
static bool read_page(struct document *document, PIX *scan)
{
    struct page *page = &document->pages[document->count];
    *page = (struct page){.sure = -1};
    for (int quarters = 0; quarters < 4 && !page->upright; quarters++)
        if (!scan || !read_turned(&document->recogniser, scan, quarters, page))
            return false;
    document->count++;
    return true;
}

static void print_glyphs(const struct glyphs *glyphs)
{
    for (size_t i = 0; i < glyphs->count; i++) {
        const struct glyph *glyph = &glyphs->glyphs[i];
        printf("c %d %d %d %d %s\n", hundredths(glyph->x0), hundredths(glyph->y0), hundredths(glyph->x1),
               hundredths(glyph->y1), glyph->text);
    }
}

static int print_pages(struct document *document)
{
    struct glyphs *glyphs[MOST_PAGES];
    for (int i = 0; i < document->count; i++)
        glyphs[i] = &document->pages[i].glyphs;
    name_shapes(glyphs, document->count);
    widen_digits(glyphs, document->count);
    for (int i = 0; i < document->count; i++) {
        struct page *page = &document->pages[i];
        printf("page %d %d %zu %d\n", hundredths(page->width), hundredths(page->height), page->glyphs.count,
               page->across->n + page->down->n);
        print_glyphs(&page->glyphs);
        print_rules(page->across, false);
        print_rules(page->down, true);
        page_free(page);
    }
    printf("end %d\n", document->count);
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- PDF ---- */

/* What a page shows, in colours; NULL: it is too large. */
static PIX *draw(PopplerPage *page)
{
    double width, height, scale = (double)DOTS / POINTS;
    poppler_page_get_size(page, &width, &height);
    if (!(width * scale >= 1 && width * scale < MOST_SIDE && height * scale >= 1 &&
          height * scale < MOST_SIDE))
        return NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * scale), (int)(height * scale));
    cairo_t *context = cairo_create(surface);
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
    cairo_scale(context, scale, scale);
    poppler_page_render(page, context);
    cairo_surface_flush(surface);
    PIX *picture =
        pixCreate(cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), 32);
    for (int y = 0; picture && y < pixGetHeight(picture); y++) {
        const l_uint32 *from = (const l_uint32 *)(cairo_image_surface_get_data(surface) +
                                                  y * cairo_image_surface_get_stride(surface));
        l_uint32 *to = pixGetData(picture) + y * pixGetWpl(picture);
        for (int x = 0; x < pixGetWidth(picture); x++)
            to[x] = from[x] << 8;
    }
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    return picture;
}

/* Whether a page is in a list of numbers ("2,5"); all are where there is none. */
static bool is_wanted(const char *list, int number)
{
    bool wanted = !list;
    while (list && *list && !wanted) {
        char *end;
        wanted = strtol(list, &end, 10) == number;
        list = *end ? end + 1 : end;
    }
    return wanted;
}

static int print_document(struct document *read, GByteArray *bytes, const char *list)
{
    GError *error = NULL;
    GBytes *whole = g_byte_array_free_to_bytes(bytes);
    PopplerDocument *document = poppler_document_new_from_bytes(whole, NULL, &error);
    if (!document)
        return fail(g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? "encrypted" : "damaged");
    int pages = poppler_document_get_n_pages(document);
    if (pages > MOST_PAGES)
        return fail("pages");
    for (int i = 0; i < pages; i++) {
        if (!is_wanted(list, i + 1))
            continue;
        PopplerPage *page = poppler_document_get_page(document, i);
        PIX *scan = page ? draw(page) : NULL;
        bool found = read_page(read, scan);
        pixDestroy(&scan);
        if (!found)
            return fail(page ? "size" : "damaged");
        g_object_unref(page);
    }
    g_object_unref(document);
    g_bytes_unref(whole);
    return print_pages(read);
}

/* ---- pictures ---- */

/* Picture files of one page, and TIFF of many. */
static int print_pictures(struct document *read, const GByteArray *bytes)
{
    l_int32 format = 0, width = 0, height = 0;
    if (pixReadHeaderMem(bytes->data, bytes->len, &format, &width, &height, NULL, NULL, NULL))
        return fail("picture");
    if (width > MOST_SIDE || height > MOST_SIDE)
        return fail("size");
    bool tiff = format >= IFF_TIFF && format <= IFF_TIFF_ZIP;
    size_t offset = 0;
    do {
        PIX *scan = tiff ? pixReadMemFromMultipageTiff(bytes->data, bytes->len, &offset)
                         : pixReadMem(bytes->data, bytes->len);
        bool found = read_page(read, scan);
        pixDestroy(&scan);
        if (!found)
            return fail("picture");
    } while (tiff && offset && read->count < MOST_PAGES);
    return tiff && offset ? fail("pages") : print_pages(read);
}

int main(int argc, char **argv)
{
    static struct document document;
    if (!freopen("/dev/null", "w", stderr)) /* the libraries talk to themselves */
        return EXIT_FAILURE;
    setMsgSeverity(L_SEVERITY_NONE);
    confine();
    GByteArray *bytes = read_input();
    printf("nianbao-sheets 1 ocr\n");
    if (!recogniser_open(&document.recogniser))
        return fail("languages");
    bool pdf = g_strstr_len((const char *)bytes->data, MIN((gssize)bytes->len, 1024), "%PDF-") != NULL;
    int status =
        pdf ? print_document(&document, bytes, argc > 1 ? argv[1] : NULL) : print_pictures(&document, bytes);
    recogniser_close(&document.recogniser);
    return status;
}
