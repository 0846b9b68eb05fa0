/* diff.h - two reports beside each other: cells that differ, paragraphs that came, went or changed. */
#ifndef NB_DIFF_H
#define NB_DIFF_H

#include "nianbao.h"

/* A cell that both forms have and whose values differ; NULL where a report prints none. `label`: of its row,
 * as printed. */
struct cell_change {
    const struct nb_form_table *table;
    const struct nb_form_row *row;
    const struct nb_form_column *column;
    const char *label, *old, *new;
};

/* A paragraph of one report, of the other, or of both: then they say the same (equal) or one took the place
 * of the other. */
struct paragraph_change {
    const char *old, *new;
    bool equal;
};

/* All strings show numbers and names of persons covered. */
struct difference {
    char **strings;
    size_t string_count, string_room;
    struct cell_change *cells;
    size_t cell_count, cell_room;
    struct paragraph_change *paragraphs;
    size_t paragraph_count, paragraph_room;
};

/* What changed from `old` to `new`; both must outlive the difference. Free with diff_free(). */
struct difference diff_reports(const struct nb_report *old, const struct nb_report *new);
/* Which bytes of two texts are common to both (longest common subsequence of characters); each array has room
 * for its text and the zero behind it. Returns the common characters in percent of the longer text. */
size_t diff_characters(const char *old, const char *new, bool *kept_old, bool *kept_new);
void diff_free(struct difference *difference);

#endif
