/* libxml.c - load libxml2. */
#define LIBXML_LOADER
#include "libxml.h"

#ifdef LIBXML_LOADED
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

struct libxml libxml;

/* Where the loader has no memory for the symbols that the C++ library shares, which libxml2's ICU needs, it
 * ends the process (glibc 2.36, do_lookup_unique): at 3 of the allocations that loading makes. So more is
 * asked for before than all of it takes.
 */
enum { LOADING = 1 << 20 };

bool libxml_load(void)
{
    void *library = NULL, *function = NULL;
    if (libxml.xmlTextReaderSetStructuredErrorHandler) /* the last */
        return true;
    void *room = malloc(LOADING);
    if (!room)
        return false;
    free(room);
    library = function = dlopen(LIBXML_NAME, RTLD_LAZY | RTLD_LOCAL);
#define FUNCTION(name)                                                                                       \
    if (function && (function = dlsym(library, #name)))                                                      \
        memcpy(&libxml.name, &function, sizeof function);
#include "libxml.def"
#undef FUNCTION
    return function;
}
#else
bool libxml_load(void)
{
    return true;
}
#endif
