/* catalogue.h - the rules by number, for the code that checks them. */
#ifndef NB_CATALOGUE_H
#define NB_CATALOGUE_H

#include "nianbao.h"

enum rule {
#define RULE(number, identifier, ...) RULE_##identifier,
#include "rules.def"
#undef RULE
    RULE_COUNT
};

/* Only rules among the first of the catalogue are needed by others: sets of them are 64 bits wide. */
enum { NEEDED_RULES = 64 };

/* The entry of a rule, and its number from an entry. */
const struct nb_rule *rule_entry(enum rule rule);
enum rule rule_number(const struct nb_rule *entry);
/* The rules that must run before this one, as a set of bits 1 << rule. */
uint64_t rule_needs(enum rule rule);

#endif
