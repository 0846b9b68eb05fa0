/* echo.h - the one filter between what a user's files say and the user's terminal. */
#ifndef NB_ECHO_H
#define NB_ECHO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* How many bytes the character at `at` has, of `left`; *harmless tells whether a terminal shows it and does
 * nothing else: no control character (C0, DEL, C1), nothing that turns the direction of writing, no line
 * separator, no byte that is not UTF-8. */
size_t echo_step(const char *at, size_t left, bool *harmless);

/* The bytes, '?' for each character that is not harmless and a space for each tab. */
void echo(FILE *file, const char *bytes, size_t length);

/* A file's name may be any bytes, a document is UTF-8 and is read on terminals, too: each byte of what is not
 * harmless is written as \xHH, so that two names stay two. `to` has room for four times the length and a NUL.
 */
void echo_name(char *to, const char *name);

#endif
