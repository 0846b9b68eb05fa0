/* pdf_child.h - PDF documents are read by a program of its own, nianbao-pdf (pdf/README.md); scans by
 * nianbao-ocr (ocr/README.md).
 */
#ifndef NB_PDF_CHILD_H
#define NB_PDF_CHILD_H

#include "nianbao.h"

/* Whether these bytes are a PDF: its mark stands within the first 1,024 bytes. */
bool is_pdf(const char *bytes, size_t length);
/* Replace *bytes, a PDF on the heap, by what nianbao-pdf prints of it, at most `limit` bytes; *length too.
 * False with *error filled in, and *bytes as they were, where the program is not there or fails. It runs
 * without shell and within limits of time and memory. Where no page has a character nianbao-ocr reads them.
 */
bool pdf_to_sheets(char **bytes, size_t *length, size_t limit, struct nb_error *error);
/* Whether these bytes are a picture: PNG, JPEG or TIFF. */
bool is_picture(const char *bytes, size_t length);
/* The same for a picture, by nianbao-ocr. */
bool picture_to_sheets(char **bytes, size_t *length, size_t limit, struct nb_error *error);

#endif
