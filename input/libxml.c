/* libxml.c - finds the functions of libxml2. */
#include "libxml.h"

#ifdef __EMSCRIPTEN__
/* One program with all that it needs in it (web/). */
#define X(name) name,
struct libxml libxml = {LIBXML_FUNCTIONS(X)};
#undef X

bool libxml_load(void)
{
    return true;
}
#else

#include <dlfcn.h>
#include <string.h>

struct libxml libxml;

/* The library's ABI is part of its file's name. */
static const char soname[] = "libxml2.so.2";

static const struct {
    const char *name;
    size_t place;
} functions[] = {
#define X(name) {#name, offsetof(struct libxml, name)},
    LIBXML_FUNCTIONS(X)
#undef X
};

/* It stays loaded: the next report needs it again. */
bool libxml_load(void)
{
    if (libxml.xmlInitParser)
        return true;
    struct libxml found;
    void *library = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library && i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library, functions[i].name);
        if (!function)
            return false;
        memcpy((char *)&found + functions[i].place, &function, sizeof function);
    }
    if (library)
        libxml = found;
    return library;
}
#endif
