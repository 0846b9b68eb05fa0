/* resume.h - which inputs of a folder of outputs are done already, so that a second run does only what is new
 * or changed. */
#ifndef NB_RESUME_H
#define NB_RESUME_H

#include <stdbool.h>
#include <time.h>

/* When the folder's note was written, which says how its files are made. */
struct resume {
    struct timespec noted;
};

/* Read the note of a folder, or write it where there is none or another: `how` is the program and the options
 * that its files depend on. Returns false after one line on standard error. */
bool resume_begin(struct resume *resume, const char *folder, const char *how);
/* Whether `output` is a file that was written after the input was changed last, and after the note. */
bool resume_is_done(const struct resume *resume, const char *input, const char *output);

#endif
