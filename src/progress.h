/* progress.h - what a call says on standard error while it works: findings, how far it is, and what it came
 * to. */
#ifndef NB_PROGRESS_H
#define NB_PROGRESS_H

#include "tally.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum progress_mode { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

/* Filled with zeros: a line on a terminal for work of more than a second. `all`: how many inputs there are, 0
 * where that is not known; `share`: the part of all bytes that is done, 0 where that is not known;
 * `left_out`: how many were up to date; `quiet`: no findings, and progress only with PROGRESS_ALWAYS. */
struct progress {
    enum progress_mode mode;
    bool quiet;
    size_t all, done, failed, left_out;
    double share;
    struct tally tally;
    struct timespec began, drawn;
    bool visible; /* the line is on the terminal, and the cursor behind it */
    bool shown;   /* it has been there */
};

/* The mode that a word names: auto, always, never. False for any other. */
bool progress_mode(struct progress *progress, const char *word);
void progress_begin(struct progress *progress, size_t all);
/* One input is done, and has what `tally` says, or failed (NULL). Its findings, `length` bytes, are printed;
 * the line is drawn anew at most ten times a second. */
void progress_step(struct progress *progress, const struct tally *tally, const char *findings, size_t length);
/* Take the line away, because something else is printed on the terminal; progress_step() draws it anew. */
void progress_hide(struct progress *progress);
/* Take the line away; where it was there, or with PROGRESS_ALWAYS, say what all came to. */
void progress_end(struct progress *progress);

#endif
