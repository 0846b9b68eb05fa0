/* indicators.h - the quantities that sentences state, as the indicator compiler lays them out. */
#ifndef NB_INDICATORS_H
#define NB_INDICATORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words of the language of indicators are bits; the first is said where a sentence speaks of last year, the
 * second of next year, to which applications are carried. */
#define WORDS_LAST_YEAR UINT64_C(1)
#define WORDS_NEXT_YEAR UINT64_C(2)
enum { MAX_SAYS = 4 };

/* One wording of an indicator: every set of `says` has a word in the clause, `topic` (0: none need be) is
 * what the clause is about, and nothing but `topics` is; none of `without` is said; `with` may be said
 * besides. `plain`: the noun has no other words before it, `modified`: some; `unsure`: something else may be
 * meant unless the article or the sentence is about disclosure; `stock`: it stands at a date, so that 截至
 * the end of the year is this year's number. Those of one `division` stand beside each other in a list;
 * `loosely`: offices count it in other ways than the cell, a difference is a note;
 * `whole`: it is all that the table counts, so that what follows is not said of some. `lacks`: the cells of
 * what others that are told as parts of it count besides. `apart`: no part of it, an indicator or all that
 * begin so (*). `rest`: the cells of what of it is left, told apart from it; nothing is where the cells
 * `done` are said of all of it. `parts`: what counts a part of it that has only a name. `units` are separated
 * by spaces. `cells` is a sum of TABLE.ROW.COLUMN, ROW may end in *; NULL where the form has none;
 * `tolerated` is another sum that may be meant. */
struct indicator {
    const char *id;
    uint64_t says[MAX_SAYS], topic, topics, without, with;
    bool plain, modified, stock, unsure, whole, loosely;
    const char *units, *cells, *tolerated, *division, *lacks, *apart, *rest, *done, *parts;
};

/* One of several things of a kind, as the rows of 不予公开: the word of all of them, and the name that stands
 * for @ in the indicator and its cells. Their tokens are numbered behind those of the words. */
struct indicator_member {
    uint64_t word;
    const char *name;
};
enum { MAX_WORDS = 64 };

/* What an article of this role is about. */
struct indicator_role {
    const char *role;
    uint64_t topics;
};

extern const struct indicator indicator_table[];
extern const size_t indicator_count;
extern const struct indicator_member indicator_members[];
extern const struct indicator_role indicator_roles[];
extern const size_t indicator_role_count;
extern const uint64_t indicator_about; /* what a sentence is about that says one of the next */
extern const uint64_t indicator_about_words;
extern const uint64_t indicator_topics; /* the words that are what is counted, and what a sentence is about */
extern const uint64_t indicator_nouns;  /* these, and others that are counted */
extern const uint64_t indicator_events; /* verbs of what may happen to an office, or not */
extern const uint64_t indicator_kinds;  /* words that have members */
extern const uint64_t indicator_verbs;  /* what is done with them: said once for a whole list */
extern const uint64_t indicator_light;  /* words that say nothing more beside others */

#endif
