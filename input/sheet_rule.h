/* sheet_rule.h - the straight lines of a page, joined, and which of them make up a table. */
#ifndef NB_SHEET_RULE_H
#define NB_SHEET_RULE_H

#include "arena.h"
#include "sheet.h"

#include <stdbool.h>

/* Lines that touch or cross, how many of them run down and across, and the box around them. */
struct sheet_frame {
    struct sheet_rule *rules;
    size_t count, down, across;
    float x0, y0, x1, y1;
};

struct sheet_frames {
    struct sheet_frame *frames; /* the smallest first */
    size_t count;
};

/* Whether two lines of a page touch or cross, or are up to `near` apart. */
bool sheet_touch(const struct sheet_rule *one, const struct sheet_rule *other, float near);
/* Whether a frame lies within another. */
bool sheet_is_around(const struct sheet_frame *one, const struct sheet_frame *other);
/* The frames of a page: lines that meet, `tight` apart at most, and frames that enclose nothing and stand no
 * more than `near` apart, as cells may. Pieces are one line up to `near` apart. Sides that are not drawn,
 * though all lines across end there, are added. */
struct sheet_frames sheet_frames(struct nb_arena *scratch, const struct sheet_page *page, float near,
                                 float tight);

#endif
