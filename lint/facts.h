/* facts.h - the quantities that the prose states. */
#ifndef NB_FACTS_H
#define NB_FACTS_H

#include "prose.h"

/* The quantities of all passages, in order, in the report's arena. `indicator` is set where the words of the
 * clause name one cell of the report's form and nothing speaks for another. */
struct nb_fact *facts_find(const struct nb_report *report, const struct prose *prose);

#endif
