/* nianbao-pdf.c - print the characters of a PDF on standard input with their boxes, and the lines drawn on its pages (README.md).
 */
#include "confine.h"
#include "pdf.h"

#include <errno.h>
#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A report has 3 to 40 pages; MOST_PAGES is ten times that. A page holds 3,000 characters and 500 lines. */
enum { MOST_PAGES = 400, MOST_CHARACTERS = 50000, MOST_RULES = 20000, MOST_BYTES = 256 << 20 };

static int fail(const char *word)
{
    printf("error %s\n", word);
    return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- output ---- */

static long hundredths(double points)
{
    return lround(CLAMP(points, -1e5, 1e5) * 100);
}

static void print_rule(const struct rule *rule)
{
    printf("%c %ld %ld %ld\n", rule->vertical ? 'v' : 'h', hundredths(rule->at), hundredths(rule->from), hundredths(rule->to));
}

/* Many fonts name their hyphen, which is the minus sign, a soft one; what a page prints is seen. */
static const char *name_of(const char *character)
{
    return g_utf8_get_char(character) == 0xAD ? "-" : character;
}

/* What poppler takes for letters set wide, numbers of narrow columns among them, it gives the room up to the next: a figure or
 * mark is as wide as the narrowest of its kind and height on the page. */
static void narrow_figures(const char *text, PopplerRectangle *boxes, guint count)
{
    GHashTable *widths = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    const char *at = text;
    for (int pass = 0; pass < 2; pass++, at = text)
        for (guint i = 0; i < count && *at; i++, at = g_utf8_next_char(at)) {
            gunichar character = g_utf8_get_char(at);
            gint64 kind = (gint64)character << 32 | hundredths(fabs(boxes[i].y2 - boxes[i].y1));
            double width = boxes[i].x2 - boxes[i].x1;
            double *least = g_unichar_isalpha(character) ? &width : g_hash_table_lookup(widths, &kind);
            if (pass)
                boxes[i].x2 = MIN(boxes[i].x2, boxes[i].x1 + *least);
            else if (least)
                *least = MIN(*least, width);
            else
                g_hash_table_insert(widths, g_memdup2(&kind, sizeof kind), g_memdup2(&width, sizeof width));
        }
    g_hash_table_destroy(widths);
}

static guint print_characters(const char *text, const PopplerRectangle *boxes, guint count, gboolean print)
{
    guint printed = 0;
    for (guint i = 0; i < count && *text; i++, text = g_utf8_next_char(text)) {
        const char *name = name_of(text);
        gunichar character = g_utf8_get_char(name);
        if (g_unichar_isspace(character) || g_unichar_iscntrl(character))
            continue;
        printed++;
        if (print)
            printf("c %ld %ld %ld %ld %.*s\n", hundredths(boxes[i].x1), hundredths(boxes[i].y1), hundredths(boxes[i].x2),
                   hundredths(boxes[i].y2), (int)(g_utf8_next_char(name) - name), name);
    }
    return printed;
}

static gboolean print_page(PopplerPage *page)
{
    double width, height;
    guint count = 0;
    PopplerRectangle *boxes = NULL;
    GArray *rules = g_array_new(FALSE, FALSE, sizeof(struct rule));
    char *text = poppler_page_get_text(page);
    poppler_page_get_size(page, &width, &height);
    if (!poppler_page_get_text_layout(page, &boxes, &count))
        count = 0;
    narrow_figures(text, boxes, count);
    if (count)
        rules_of_page(page, rules);
    gboolean fits = count <= MOST_CHARACTERS && rules->len <= MOST_RULES;
    if (fits) {
        printf("page %ld %ld %u %u\n", hundredths(width), hundredths(height), print_characters(text, boxes, count, FALSE),
               rules->len);
        print_characters(text, boxes, count, TRUE);
        for (guint i = 0; i < rules->len; i++)
            print_rule(&g_array_index(rules, struct rule, i));
    }
    g_array_free(rules, TRUE);
    g_free(boxes);
    g_free(text);
    return fits;
}

static int print_document(PopplerDocument *document)
{
    int pages = poppler_document_get_n_pages(document);
    if (pages > MOST_PAGES)
        return fail("pages");
    for (int i = 0; i < pages; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        if (!page)
            return fail("damaged");
        gboolean fits = print_page(page);
        g_object_unref(page);
        if (!fits)
            return fail("size");
    }
    printf("end %d\n", pages);
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- input ---- */

static GByteArray *read_input(void)
{
    static guint8 buffer[1 << 16];
    GByteArray *bytes = g_byte_array_new();
    ssize_t got;
    while ((got = read(STDIN_FILENO, buffer, sizeof buffer)) != 0 && bytes->len < MOST_BYTES)
        if (got > 0)
            g_byte_array_append(bytes, buffer, (guint)got);
        else if (errno != EINTR)
            break;
    return bytes;
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
