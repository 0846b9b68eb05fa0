/* files.h - files read whole and files written whole or not at all. */
#ifndef NB_FILES_H
#define NB_FILES_H

#include "echo.h"
#include "nianbao.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Memory that was asked for; without it the process ends with one line, and the file that is being written is
 * removed. */
void *checked(void *memory);
/* A copy in valid UTF-8 that no terminal obeys, as what goes into documents must be. */
static inline char *clean_copy(const char *string)
{
    char *copy = checked(malloc(4 * strlen(string) + 1));
    echo_name(copy, string);
    return copy;
}
/* The array, with room for `needed` things of this size: `*room` doubles where it is less. */
static inline void *checked_grow(void *array, size_t *room, size_t needed, size_t size)
{
    if (needed <= *room)
        return array;
    *room = needed < 64 ? 64 : 2 * needed;
    return checked(realloc(array, *room * size));
}

/* What can be read, up to a byte more than `limit`; false where it cannot. The caller frees *bytes. */
bool read_stream(FILE *file, size_t limit, char **bytes, size_t *length);
/* All bytes of `path` ("-": standard input), at most `limit`. Returns false with why in *error; else the
 * caller frees *bytes. */
bool read_file(const char *path, size_t limit, char **bytes, size_t *length, struct nb_error *error);

/* What tells a spreadsheet that a file is UTF-8. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A file being written: beside its final place under another name, until it is complete. Something that is no
 * regular file (a device, a pipe), and standard output, are written directly. */
struct target {
    FILE *file;
    char *path, *temporary;
};

/* From now on a signal that ends the process, or exit(), leaves no unfinished file behind. One target is open
 * at a time. */
void targets_clean_up(void);

/* Start to write `path` ("-": standard output). Returns false after one line on standard error. */
bool target_open(struct target *target, const char *path);
/* Put the file in its place. Returns false after one line on standard error, with the old file untouched. */
bool target_commit(struct target *target);
/* Forget the file; what was there before stays. */
void target_abandon(struct target *target);

/* Which files are read, by device and inode. */
struct inputs {
    struct file_id *ids;
    size_t count;
};
struct inputs inputs_of(char **paths, size_t count);
void inputs_free(struct inputs *inputs);
/* Whether writing `path` would destroy an input; a link is followed. */
bool is_input(const struct inputs *inputs, const char *path);
/* Whether `path` is there and no regular file. */
bool is_special(const char *path);
/* Whether a file is in a folder or in one below it, links followed. */
bool is_below(const char *folder, const char *path);
/* Whether `path`, a file below `folder`, is a link that leads out of it, or below one that does. */
bool leads_out(const char *folder, const char *path);
/* Make the folders that are missing between a folder and a file below it, none that leads out. What cannot be
 * made is told when the file is opened. */
void make_folders(const char *folder, char *path);
/* Flush standard output; false after one line on standard error if something could not be written. */
bool flush_stdout(void);

#endif
