/* parse.h - from the text to the tree. */
#ifndef NB_PARSE_H
#define NB_PARSE_H

#include "lexicon.h"
#include "nianbao.h"

/* Parse report->text into report->preamble, articles, grids, in the report's arena. `lexicon`: the labels
 * that tables may print. Rows that the grammar does not know stand in the tree as broken ones. Returns false
 * when it gave up before the end of the text. */
bool parse_report(struct nb_report *report, const struct lexicon *lexicon);

#endif
