/* paragraphs.h - paragraphs that are broken into lines are put together again. */
#ifndef NB_PARAGRAPHS_H
#define NB_PARAGRAPHS_H

#include "lexicon.h"
#include "text.h"

/* The text with its paragraphs in one line each, or the same text where nothing is broken. Lines of tables,
 * and labels of the forms (lexicon; NULL: none are known), are left alone. Lives in the text's arena;
 * positions lead to the same source. */
struct nb_text *join_paragraphs(struct nb_text *text, const struct lexicon *lexicon);

#endif
