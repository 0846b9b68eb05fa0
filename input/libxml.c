/* libxml.c - load libxml2. */
#define LIBXML_LOADER
#include "libxml.h"

#ifdef LIBXML_NAME
#include <dlfcn.h>
#include <string.h>

struct libxml libxml;

bool libxml_load(void)
{
    void *library = NULL, *function = NULL;
    if (libxml.xmlTextReaderSetStructuredErrorHandler) /* the last */
        return true;
    library = function = dlopen(LIBXML_NAME, RTLD_LAZY | RTLD_LOCAL);
#define X(name)                                                                                                                  \
    if (function && (function = dlsym(library, #name)))                                                                          \
        memcpy(&libxml.name, &function, sizeof function);
    LIBXML_FUNCTIONS(X)
#undef X
    return function;
}
#else
bool libxml_load(void)
{
    return true;
}
#endif
