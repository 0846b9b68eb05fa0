/* nianbao-pdf.c - print the characters of a PDF on standard input with their boxes, and the lines drawn on
 * its pages (README.md).
 */
#include "child.h"
#include "confine.h"
#include "pdf.h"

#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A report has 3 to 40 pages; MOST_PAGES is ten times that. A page holds 3,000 characters and 500 lines. */
enum { MOST_PAGES = 400, MOST_CHARACTERS = 50000, MOST_RULES = 20000 };

/* So many narrow characters name glyphs as wide as ideographs where the fonts name what they do not show: 23
 * to 220 in 13 documents of which Ghostscript 10.0 exchanged the names, and at most 2, such as the letters m
 * and W, in those of others. */
enum { MISNAMED = 10 };

/* Stands for a glyph that the fonts do not name: poppler's text has some of them. */
enum { UNREAD = 0xFFFD };

/* How the fonts of a document name what it shows: the narrow characters by which they name glyphs as wide as
 * ideographs, how many glyphs they do not name, and how many digits. Where these are fewer, the numbers
 * cannot be read, of which a report is made.
 */
struct naming {
    GHashTable *misnamed;
    guint unread, digits;
};

static gboolean is_misnamed(const struct naming *naming)
{
    return g_hash_table_size(naming->misnamed) >= MISNAMED || naming->unread > MISNAMED + naming->digits;
}

/* ---- turned pages ---- */

/* To where the characters of a page run. */
enum course { RIGHT, DOWN, LEFT, UP, COURSES };

/* To where most glyphs of a page run. */
static enum course course_of(const struct drawing *drawn)
{
    int counts[COURSES] = {0}, best = RIGHT;
    for (guint i = 0; i < drawn->runs->len; i++) {
        double x, y;
        glyphs_course(&g_array_index(drawn->runs, struct run, i), &x, &y);
        counts[fabs(x) >= fabs(y) ? (x < 0 ? LEFT : RIGHT)
               : y < 0            ? UP
                                  : DOWN] += g_array_index(drawn->runs, struct run, i).count;
    }
    for (int course = RIGHT; course < COURSES; course++)
        best = counts[course] > counts[best] ? course : best;
    return (enum course)best;
}

/* A page may be turned, or what it prints, to have room for a wide table. */
static struct sheet turn(PopplerPage *page, const struct drawing *drawn, PopplerRectangle *boxes, guint count)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    const struct sheet sheets[COURSES] = {[RIGHT] = {width, height, {1, 0, 0, 1, 0, 0}},
                                          [DOWN] = {height, width, {0, -1, 1, 0, 0, width}},
                                          [LEFT] = {width, height, {-1, 0, 0, -1, width, height}},
                                          [UP] = {height, width, {0, 1, -1, 0, height, 0}}};
    const struct sheet *sheet = &sheets[course_of(drawn)];
    for (guint i = 0; i < count; i++) {
        PopplerRectangle box = boxes[i];
        cairo_matrix_transform_point(&sheet->turn, &box.x1, &box.y1);
        cairo_matrix_transform_point(&sheet->turn, &box.x2, &box.y2);
        boxes[i] = (PopplerRectangle){MIN(box.x1, box.x2), MIN(box.y1, box.y2), MAX(box.x1, box.x2),
                                      MAX(box.y1, box.y2)};
    }
    return *sheet;
}

/* ---- output ---- */

static long hundredths(double points)
{
    return lround(CLAMP(points, -1e5, 1e5) * 100);
}

static void print_rule(const struct rule *rule)
{
    printf("%c %ld %ld %ld\n", rule->vertical ? 'v' : 'h', hundredths(rule->at), hundredths(rule->from),
           hundredths(rule->to));
}

/* Many fonts name their hyphen, which is the minus sign, a soft one; what a page prints is seen. */
static const char *name_of(const char *character)
{
    return g_utf8_get_char(character) == 0xAD ? "-" : character;
}

/* What poppler takes for letters set wide, numbers of narrow columns among them, it gives the room up to the
 * next: a figure or mark is as wide as the narrowest of its kind and height on the page. */
static void narrow_figures(const char *text, PopplerRectangle *boxes, guint count)
{
    GHashTable *widths = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    const char *at = text;
    for (int pass = 0; pass < 2; pass++, at = text)
        for (guint i = 0; i < count && *at; i++, at = g_utf8_next_char(at)) {
            gunichar character = g_utf8_get_char(at);
            gint64 kind = (gint64)character << 32 | hundredths(fabs(boxes[i].y2 - boxes[i].y1));
            double width = boxes[i].x2 - boxes[i].x1;
            double *least = g_unichar_isalpha(character) || g_unichar_iswide(character)
                                ? &width
                                : g_hash_table_lookup(widths, &kind);
            if (pass)
                boxes[i].x2 = MIN(boxes[i].x2, boxes[i].x1 + *least);
            else if (least)
                *least = MIN(*least, width);
            else
                g_hash_table_insert(widths, g_memdup2(&kind, sizeof kind), g_memdup2(&width, sizeof width));
        }
    g_hash_table_destroy(widths);
}

static guint print_characters(const char *text, const PopplerRectangle *boxes, const gboolean *hidden,
                              guint count, gboolean print)
{
    guint printed = 0;
    for (guint i = 0; i < count && *text; i++, text = g_utf8_next_char(text)) {
        const char *name = name_of(text);
        if (hidden[i] || !is_named(g_utf8_get_char(name)))
            continue;
        printed++;
        if (print)
            printf("c %ld %ld %ld %ld %.*s\n", hundredths(boxes[i].x1), hundredths(boxes[i].y1),
                   hundredths(boxes[i].x2), hundredths(boxes[i].y2), (int)(g_utf8_next_char(name) - name),
                   name);
    }
    return printed;
}

static void print_rules(const GArray *rules)
{
    for (guint i = 0; i < rules->len; i++)
        print_rule(&g_array_index(rules, struct rule, i));
}

static void print_unread(const GArray *unread)
{
    for (guint i = 0; i < unread->len; i++) {
        const PopplerRectangle *box = &g_array_index(unread, PopplerRectangle, i);
        printf("c %ld %ld %ld %ld \xEF\xBF\xBD\n", hundredths(box->x1), hundredths(box->y1),
               hundredths(box->x2), hundredths(box->y2));
    }
}

/* What is said of a page whose characters are not what is seen on it: " picture", where they are few and it
 * draws a picture, or their outlines, or what its fonts do not name; " recognised", where a picture is drawn
 * and none of them is. */
static const char *seen(const struct drawing *drawn, guint glyphs, guint characters, guint unread,
                        double area)
{
    enum { FEW = 40, MANY = 50 }; /* a header and a page number; a line of words */
    gboolean picture = drawn->pictured > area / 2;
    if (picture && characters > FEW && glyphs <= FEW)
        return " recognised";
    return characters <= FEW && (picture || drawn->curves >= MANY || unread >= MANY) ? " picture" : "";
}

/* The characters of a page. Where an area ends within a block of words, as the page does that cuts one,
 * poppler leaves out the blocks that it counts before that: none ends a page's length outside. */
static char *text_of(PopplerPage *page, PopplerRectangle **boxes, guint *count)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    PopplerRectangle area = {-width, -height, 2 * width, 2 * height};
    if (!poppler_page_get_text_layout_for_area(page, &area, boxes, count))
        *count = 0;
    return poppler_page_get_text_for_area(page, &area);
}

static void free_drawing(struct drawing *drawn)
{
    for (guint i = 0; i < drawn->runs->len; i++) {
        cairo_scaled_font_destroy(g_array_index(drawn->runs, struct run, i).font);
        g_free(g_array_index(drawn->runs, struct run, i).glyphs);
    }
    g_array_free(drawn->runs, TRUE);
    g_array_free(drawn->rules, TRUE);
}

static void count_names(struct naming *naming, const char *text, guint unread)
{
    naming->unread += unread;
    for (; *text; text = g_utf8_next_char(text)) {
        naming->digits += g_unichar_isdigit(g_utf8_get_char(text));
        naming->unread += g_utf8_get_char(text) == UNREAD;
    }
}

/* Print a page whose characters and whose drawing are upright. Returns whether it is none too large. */
static gboolean print_sheet(const struct sheet *sheet, const char *text, PopplerRectangle *boxes, guint count,
                            const struct drawing *drawn, struct naming *naming)
{
    struct glyphs *glyphs = glyphs_new(sheet, text, boxes, count, naming->misnamed);
    for (guint i = 0; i < drawn->runs->len; i++)
        glyphs_drawn(glyphs, &g_array_index(drawn->runs, struct run, i));
    GArray *unread = glyphs_unread(glyphs);
    gboolean *hidden = glyphs_hidden(glyphs, count);
    guint characters = print_characters(text, boxes, hidden, count, FALSE);
    gboolean fits = characters + unread->len <= MOST_CHARACTERS && drawn->rules->len <= MOST_RULES;
    if (fits) {
        const char *mark =
            seen(drawn, glyphs_count(glyphs), characters, unread->len, sheet->width * sheet->height);
        count_names(naming, text, *mark ? 0 : unread->len);
        printf("page %ld %ld %u %u%s\n", hundredths(sheet->width), hundredths(sheet->height),
               characters + unread->len, drawn->rules->len, mark);
        print_characters(text, boxes, hidden, count, TRUE);
        print_unread(unread);
        print_rules(drawn->rules);
    }
    g_array_free(unread, TRUE);
    g_free(hidden);
    glyphs_free(glyphs);
    return fits;
}

static gboolean print_page(PopplerPage *page, struct naming *naming)
{
    guint count = 0;
    PopplerRectangle *boxes = NULL;
    struct drawing drawn = {g_array_new(FALSE, FALSE, sizeof(struct rule)),
                            g_array_new(FALSE, FALSE, sizeof(struct run)), 0, 0};
    draw_page(page, &drawn);
    char *text = text_of(page, &boxes, &count);
    const struct sheet sheet = turn(page, &drawn, boxes, count);
    turn_drawing(&drawn, &sheet.turn);
    narrow_figures(text, boxes, count);
    gboolean fits = print_sheet(&sheet, text, boxes, count, &drawn, naming);
    free_drawing(&drawn);
    g_free(boxes);
    g_free(text);
    return fits;
}

static int print_document(PopplerDocument *document)
{
    int pages = poppler_document_get_n_pages(document);
    struct naming naming = {g_hash_table_new(NULL, NULL), 0, 0};
    if (pages > MOST_PAGES)
        return fail("pages");
    if (pages < 1)
        return fail("damaged");
    for (int i = 0; i < pages; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        if (!page)
            return fail("damaged");
        gboolean fits = print_page(page, &naming);
        g_object_unref(page);
        if (!fits)
            return fail("size");
    }
    printf("end %d%s\n", pages, is_misnamed(&naming) ? " misnamed" : "");
    g_hash_table_destroy(naming.misnamed);
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(void)
{
    GError *error = NULL;
    confine();
    GBytes *bytes = g_byte_array_free_to_bytes(read_input());
    printf("nianbao-sheets 1\n");
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, &error);
    if (!document)
        return fail(g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? "encrypted" : "damaged");
    int status = print_document(document);
    g_object_unref(document);
    g_bytes_unref(bytes);
    return status;
}
