/* pdf_pages.c - tell apart the pages that nianbao-pdf prints, and put what nianbao-ocr reads in the place of
 * pictures. */
#include "config.h"

#include "pdf_pages.h"

#include "files.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_page(struct pdf_pages *pages, const char *line, const char *end)
{
    pages->pages = checked(realloc(pages->pages, (pages->count + 1) * sizeof *pages->pages));
    pages->pages[pages->count++] = (struct pdf_page){.bytes = line,
                                                     .picture = string_ends(line, end, " picture\n"),
                                                     .layer = string_ends(line, end, " recognised\n")};
}

struct pdf_pages pdf_pages(const char *bytes, size_t length)
{
    struct pdf_pages pages = {NULL, 0, false, false};
    const char *end = bytes ? bytes + length : NULL;
    for (const char *line = bytes, *next; line < end; line = next) {
        const char *foot = memchr(line, '\n', (size_t)(end - line));
        next = foot ? foot + 1 : end;
        pages.whole = bytes_begin(line, next, "end ");
        pages.misnamed = pages.whole && string_ends(line, next, " misnamed\n");
        if (bytes_begin(line, next, "page "))
            add_page(&pages, line, next);
        if (!pages.count || pages.whole)
            continue;
        struct pdf_page *page = &pages.pages[pages.count - 1];
        page->length = (size_t)(next - page->bytes);
        page->text |= *line == 'c';
    }
    return pages;
}

void pdf_pages_free(struct pdf_pages *pages)
{
    free(pages->pages);
    *pages = (struct pdf_pages){NULL, 0, false, false};
}

bool pdf_pages_have_text(const struct pdf_pages *pages)
{
    for (size_t i = 0; i < pages->count; i++)
        if (pages->pages[i].text && !pages->pages[i].picture && !pages->misnamed)
            return true;
    return false;
}

char *pdf_pages_pictures(const struct pdf_pages *pages)
{
    char *list = NULL;
    size_t size = 0;
    FILE *stream = checked(open_memstream(&list, &size));
    const char *comma = "";
    for (size_t i = 0; i < pages->count; i++)
        if (pages->pages[i].picture || pages->pages[i].layer) {
            fprintf(stream, "%s%zu", comma, i + 1);
            comma = ",";
        }
    fclose(stream);
    return checked(list);
}

char *pdf_pages_joined(const struct pdf_pages *pages, const struct pdf_pages *recognised, size_t *length)
{
    char *bytes = NULL;
    FILE *stream = checked(open_memstream(&bytes, length));
    fputs("nianbao-sheets 1 ocr\n", stream);
    for (size_t i = 0, next = 0; i < pages->count; i++) {
        const struct pdf_page *page = &pages->pages[i];
        if ((page->picture || page->layer) && next < recognised->count && recognised->pages[next++].text)
            page = &recognised->pages[next - 1];
        fwrite(page->bytes, 1, page->length, stream);
    }
    fprintf(stream, "end %zu\n", pages->count);
    fclose(stream);
    return checked(bytes);
}
