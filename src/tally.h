/* tally.h - what reports came to, for the summary: cells by status, findings by rule. */
#ifndef NB_TALLY_H
#define NB_TALLY_H

#include "catalogue.h"

#include <stdio.h>

enum { STATUSES = NB_UNREAD + 1 };

/* `findings` and `rules`, by index in nb_rules(): without what is waived, and what follows from another
 * counts with that. */
struct tally {
    size_t findings, cells[STATUSES], rules[RULE_COUNT];
};

/* Add what a report has. */
void tally_report(struct tally *tally, const struct nb_report *report);
/* Add what other reports have. */
void tally_add(struct tally *tally, const struct tally *other);
/* One line with the cells, one for each rule that found something, by its number. */
void tally_print(const struct tally *tally, FILE *file);

#endif
