/* html_source.h - what is mended in a page's source before the parser sees it. */
#ifndef NB_HTML_SOURCE_H
#define NB_HTML_SOURCE_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Write out the blanks whose names the parser does not know: &nbsp without its semicolon, and &amp;nbsp; */
void html_write_blanks(char *bytes, size_t length);
/* A page that shows no table and holds one where only a script, or an older browser, finds it: in a string, a
 * comment, an attribute, an address, or spelled with entities. Returns the page with it unwrapped, *length
 * bytes and two NULs; NULL: it holds none. */
char *html_unwrap(struct nb_arena *arena, const char *bytes, size_t *length);

#endif
