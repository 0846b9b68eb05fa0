/* facts_sum.h - what the checks of rule NB402 share: the value of a fact, and how a sum that does not hold is
 * told. */
#ifndef NB_FACTS_SUM_H
#define NB_FACTS_SUM_H

#include "facts.h"
#include "lint.h"

double distance(double one, double other);
double number_value(struct nb_number number);
double value_of(const struct nb_fact *fact);
/* A plain count, neither rounded nor denied. */
bool exact_count(const struct nb_fact *fact);
/* Of this year, which is what is meant where nothing is said; of the last or another. */
bool is_this_year(enum nb_scope scope);
bool is_earlier(const struct nb_fact *fact);
/* Both count the same, of whatever time. */
bool counts_the_same(const struct nb_fact *one, const struct nb_fact *other);
/* What one more in the last printed digit stands for: 100 in 4.77万个. */
double last_digit(const struct nb_fact *fact);
/* The words of its clause right before a fact, up to a mark or the number before it. */
const char *words_before(const struct lint *lint, const struct nb_fact *const *facts, size_t i);
/* Where words stand between two facts, or NULL; whether a bracket opens or closes there; whether a number
 * from the whole to `end` cannot be read. */
const char *find_between(const struct lint *lint, const struct nb_fact *one, const struct nb_fact *other,
                         const char *words);
bool are_bracketed(const struct lint *lint, const struct nb_fact *one, const struct nb_fact *other);
bool is_marred(const struct lint *lint, const struct nb_fact *whole);
/* Raise that the fact should be another number; the message takes that, printed as the fact is, and what is
 * printed. NULL where its number has been told of already. */
struct nb_finding *raise_sum(struct lint *lint, const struct nb_fact *fact, const char *message,
                             double right);
/* A whole, its parts from the first to the last, and what these add up to. */
struct parts {
    const struct nb_fact *whole, *first, *last;
    size_t count;
    double sum;
};
/* Add a part, before the first or behind the last. */
void add_part(struct parts *parts, const struct nb_fact *part);
/* Whether they make another sum than their whole. */
bool differ(const struct parts *parts);
/* Raise that they do, as raise_sum() does; name them; tell how they are added up. */
void raise_parts(struct lint *lint, const struct parts *parts, const char *message);
void relate_parts(struct lint *lint, struct nb_finding *finding, const struct parts *parts);
/* Raise that a percentage should be another: that of the one in the other, where that one is a number. */
void raise_percent(struct lint *lint, const struct nb_fact *percent, double right, const struct nb_fact *one,
                   const struct nb_fact *other);
/* Name a number that the finding rests on; nothing where there is no finding, or no such number. */
void relate(struct lint *lint, struct nb_finding *finding, const struct nb_fact *fact);
/* What is known beside a change: this year's number, last year's, the difference. */
struct compared {
    const struct nb_fact *now, *before, *by;
};

/* What is wrong with a change beside the numbers that it is told with; `right` is what they make of it. */
enum fault { FAULT_NONE, FAULT_RATE, FAULT_DIFFERENCE, FAULT_RISES, FAULT_FALLS, FAULT_EXCESS };
struct sum_verdict {
    enum fault fault;
    double right;
};
struct sum_verdict judge_change(const struct lint *lint, struct compared numbers,
                                const struct nb_fact *change);

/* What is left, halves, rates of two numbers, means (facts_rest.c); `facts` are all of the report, and NULL
 * behind them. */
void check_rest(struct lint *lint, const struct nb_fact *const *facts, size_t i);

#endif
