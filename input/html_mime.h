/* html_mime.h - a web page in one file, as Word, Excel and browsers save it (.mht, RFC 2557), or in a mail
 * (.eml). */
#ifndef NB_HTML_MIME_H
#define NB_HTML_MIME_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether the file begins with the headers of such a message. */
bool html_is_message(const char *bytes, size_t length);
/* The pages of the message, one behind the other, as they were before they were packed; pictures and styles
 * are left out. *length: before and after. */
const char *html_unpack(struct nb_arena *arena, const char *bytes, size_t *length);

/* Write the bytes that letters stand for: four are three bytes (RFC 2045, 6.8). Returns where they end. */
char *html_unpack_base64(char *to, const char *at, const char *end);

#endif
