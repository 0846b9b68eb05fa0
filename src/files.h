/* files.h - files read whole and files written whole or not at all. */
#ifndef NB_FILES_H
#define NB_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* All bytes of `path` ("-": standard input), at most `limit`. Returns false after one line on standard error; else the caller
 * frees *bytes. */
bool read_file(const char *path, size_t limit, char **bytes, size_t *length);

/* A file being written: beside its final place under another name, until it is complete. Something that is no regular file (a
 * device, a pipe), and standard output, are written directly. */
struct target {
    FILE *file;
    char *path, *temporary;
};

/* Start to write `path` ("-": standard output). Returns false after one line on standard error. */
bool target_open(struct target *target, const char *path);
/* Put the file in its place. Returns false after one line on standard error, with the old file untouched. */
bool target_commit(struct target *target);
/* Forget the file; what was there before stays. */
void target_abandon(struct target *target);

/* Whether the two paths name one file that exists. */
bool same_file(const char *one, const char *other);
/* Flush standard output; false after one line on standard error if something could not be written. */
bool flush_stdout(void);

#endif
