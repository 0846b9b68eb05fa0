/* child.h - how the programs that read documents for another take them and say that they cannot. */
#ifndef NB_CHILD_H
#define NB_CHILD_H

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_BYTES = 256 << 20 };

/* Say why nothing was read; returns the exit status. */
static inline int fail(const char *word)
{
    printf("error %s\n", word);
    return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* All of standard input. */
static inline GByteArray *read_input(void)
{
    static guint8 buffer[1 << 16];
    GByteArray *bytes = g_byte_array_new();
    ssize_t got;
    while ((got = read(STDIN_FILENO, buffer, sizeof buffer)) != 0 && bytes->len < MOST_BYTES)
        if (got > 0)
            g_byte_array_append(bytes, buffer, (guint)got);
        else if (errno != EINTR)
            break;
    return bytes;
}

#endif
