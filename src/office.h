/* office.h - old word processors' documents are converted by LibreOffice, where the user asks for it
 * (--via-office). */
#ifndef NB_OFFICE_H
#define NB_OFFICE_H

#include "nianbao.h"

/* Whether these bytes are a document that LibreOffice must convert: .doc and .wps (OLE), RTF, OpenDocument.
 */
bool is_office(const char *bytes, size_t length);
/* Replace *bytes, such a document on the heap, by the DOCX that LibreOffice makes of it; *length too. False
 * with *error filled in and *bytes as they were, where LibreOffice is not there, fails, or takes longer than
 * 2 minutes. It runs without shell, with a profile of its own, in a folder that is removed. */
bool office_to_docx(char **bytes, size_t *length, size_t limit, struct nb_error *error);

#endif
