/* clause.h - which indicator the words of a clause name. */
#ifndef NB_CLAUSE_H
#define NB_CLAUSE_H

#include "indicators.h"

/* The words said of one quantity. `own` stand in its clause, `lead` in a clause before it that counts
 * nothing; `head` is the last topic of its own, `lead_head` that of the lead; `carried` is what the sentence
 * (crossed: an earlier sentence, the heading) is about, `verbs` what it does with it. `modified`: other words
 * stand before the noun; `gap`: between the last word and the quantity. `within`: the words of what it is
 * told to be some of (予以公开的申请中, 自然人16件); `whole`: the indicator of what it is a part of, or NULL.
 * `unit` is NULL for "none of it".
 */
struct clause {
    uint64_t own, lead, head, lead_head, carried, verbs, within;
    bool crossed, modified, gap;
    const char *unit;
    const struct indicator *whole;
    int member, lead_member; /* the one of a kind that is named (slice.h) */
};

/* The indicator, or NULL. */
const struct indicator *clause_indicator(const struct clause *clause);
/* Whether the indicator has use for every word of the clause and of what it is said to be within:
 * 网络申请予以公开3件 is more than 予以公开3件. */
bool clause_is_used(const struct clause *clause, uint64_t within, const struct indicator *indicator);
/* The first wording of an indicator; NULL: there is none of this id. */
const struct indicator *clause_named(const char *id);

/* What an article of this role is about: a set of topics. */
uint64_t role_topics(const char *role);

#endif
