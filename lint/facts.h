/* facts.h - the quantities that the prose states. */
#ifndef NB_FACTS_H
#define NB_FACTS_H

#include "prose.h"
#include "text.h"

/* The quantities of all passages, in order, in the report's arena. `indicator` is set where the words of the
 * clause name one cell of the report's form and nothing speaks for another. */
struct nb_fact *facts_find(const struct nb_report *report, const struct prose *prose);

static inline struct nb_number fact_number(const struct nb_fact *fact)
{
    return (struct nb_number){fact->units, fact->scale};
}

/* Whether a word, or one of them, stands in the clause of a fact; whether one of them opens it. */
static inline bool fact_says(const struct nb_report *report, const struct nb_fact *fact, const char *word)
{
    return bytes_find(report->text->bytes + fact->words.start, report->text->bytes + fact->words.end, word);
}
static inline bool fact_says_any(const struct nb_report *report, const struct nb_fact *fact,
                                 const char *const *words)
{
    while (*words && !fact_says(report, fact, *words))
        words++;
    return *words;
}
static inline bool fact_begins(const struct nb_report *report, const struct nb_fact *fact,
                               const char *const *words)
{
    size_t length = string_opening(report->text->bytes + fact->words.start, words);
    return length && length <= fact->words.end - fact->words.start;
}

#endif
