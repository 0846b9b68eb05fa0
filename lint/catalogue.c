/* catalogue.c - the table of all rules, made from rules.def, and how to find one in it. */
#include "catalogue.h"
#include "i18n.h"
#include "rule_names.h"

#include <string.h>
#include <strings.h>

#define NEEDS(identifier) (UINT64_C(1) << RULE_##identifier)
static const struct nb_rule rules[] = {
#define RULE(number, identifier, name, severity, needs, summary, checks, source, wrong, right, mend)         \
    {                                                                                                        \
        "NB" #number, name,         CHINESE_##identifier,                                                    \
        severity,     number / 100, needs,                                                                   \
        summary,      checks,       source,                                                                  \
        wrong,        right,        mend},
#include "rules.def"
#undef RULE
};

const struct nb_rule *nb_rules(size_t *count)
{
    *count = RULE_COUNT;
    return rules;
}

const struct nb_rule *nb_rule_find(const char *id_or_name)
{
    for (size_t i = 0; i < RULE_COUNT; i++)
        if (!strcasecmp(id_or_name, rules[i].id) || !strcmp(id_or_name, rules[i].name) ||
            !strcmp(id_or_name, rules[i].chinese))
            return &rules[i];
    return NULL;
}

const struct nb_rule *rule_entry(enum rule rule)
{
    return &rules[rule];
}

enum rule rule_number(const struct nb_rule *entry)
{
    return (enum rule)(entry - rules);
}

uint64_t rule_needs(enum rule rule)
{
    return rules[rule].needs;
}
