/* pdf_pages.h - pages as nianbao-pdf and nianbao-ocr print them (pdf/README.md), told apart and put together.
 */
#ifndef NB_PDF_PAGES_H
#define NB_PDF_PAGES_H

#include <stdbool.h>
#include <stddef.h>

/* The lines of a page. `picture`: its words are seen in a picture; `layer`: so they are, and another program
 * has recognised them; `text`: it has characters. */
struct pdf_page {
    const char *bytes;
    size_t length;
    bool picture, layer, text;
};

/* The pages of a document, which are parts of what was printed. */
struct pdf_pages {
    struct pdf_page *pages;
    size_t count;
    bool whole;    /* printed to the last */
    bool misnamed; /* its characters are not what is seen */
};

/* None of NULL. */
struct pdf_pages pdf_pages(const char *bytes, size_t length);
void pdf_pages_free(struct pdf_pages *pages);
/* Whether some page has text of its own, which is what is seen, and not but what stands beside a picture. */
bool pdf_pages_have_text(const struct pdf_pages *pages);
/* The numbers of the pages whose words are seen in pictures, "2,5"; the caller frees it. */
char *pdf_pages_pictures(const struct pdf_pages *pages);
/* A document as it is printed, with `recognised` in the place of pages whose words are seen in pictures, one
 * by one, where words were found on them; the caller frees it. */
char *pdf_pages_joined(const struct pdf_pages *pages, const struct pdf_pages *recognised, size_t *length);

#endif
