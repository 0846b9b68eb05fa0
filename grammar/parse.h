/* parse.h - from the text to the tree. */
#ifndef NB_PARSE_H
#define NB_PARSE_H

#include "nianbao.h"

/* Parse report->text into report->preamble, articles, grids, in the report's arena. What the parser had to pass over becomes an
 * event. Returns false when it gave up before the end of the text. */
bool parse_report(struct nb_report *report);

#endif
