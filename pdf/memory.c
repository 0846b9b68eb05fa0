/* memory.c - a program that ends where memory runs out. The libraries that read PDF and pictures go on
 * without what they could not keep, a font or an object: of 160 allocations of a report that failed, 5 made
 * another text of it. */
#include "config.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) &&                 \
    !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

/* What is larger is what a document says of itself, and that may be untrue. */
enum { LARGEST = 64 << 20, SHORT_OF_MEMORY = 3 };

/* The C library's own names. NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *memalign(size_t alignment, size_t size);

static void *checked(void *memory, size_t size)
{
    if (!memory && size && size <= LARGEST)
        _exit(SHORT_OF_MEMORY);
    return memory;
}

void *malloc(size_t size)
{
    return checked(__libc_malloc(size), size);
}

void *calloc(size_t count, size_t size)
{
    return checked(__libc_calloc(count, size), size && count > SIZE_MAX / size ? SIZE_MAX : count * size);
}

void *realloc(void *memory, size_t size)
{
    return checked(__libc_realloc(memory, size), size);
}

void *memalign(size_t alignment, size_t size)
{
    return checked(__libc_memalign(alignment, size), size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    *memory = memalign(alignment, size);
    return *memory ? 0 : ENOMEM;
}

#endif
