/* baseline.h - what an earlier run of lint has found, so that only what is new is told. */
#ifndef NB_BASELINE_H
#define NB_BASELINE_H

#include "nianbao.h"

struct baseline;

/* Read a file that `nianbao lint --format=json` has written. NULL after one line on standard error. */
struct baseline *baseline_read(const char *path);
void baseline_free(struct baseline *baseline);
/* Drop the findings that the baseline has for this file: the same rule, cells and words, wherever they stand
 * by now. Each finding of the baseline covers one. */
void baseline_apply(struct baseline *baseline, struct nb_report *report);

#endif
