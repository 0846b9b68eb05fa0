/* fail_child.c - a library to be loaded before all others: the allocation FAIL_AT of a program finds no
 * memory, of those that ask the C library by way of pdf/memory.c. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

static long count;

static int fails(void)
{
    const char *at = getenv("FAIL_AT");
    return at && ++count == atol(at);
}

void *__libc_malloc(size_t size)
{
    void *(*own)(size_t) = (void *(*)(size_t))dlsym(RTLD_NEXT, "__libc_malloc");
    return fails() ? NULL : own(size);
}

void *__libc_calloc(size_t number, size_t size)
{
    void *(*own)(size_t, size_t) = (void *(*)(size_t, size_t))dlsym(RTLD_NEXT, "__libc_calloc");
    return fails() ? NULL : own(number, size);
}

void *__libc_realloc(void *memory, size_t size)
{
    void *(*own)(void *, size_t) = (void *(*)(void *, size_t))dlsym(RTLD_NEXT, "__libc_realloc");
    return fails() ? NULL : own(memory, size);
}
