/* policy.h - which findings count, and how much: --enable, --disable, and the waivers of a file
 * .nianbao-lint. */
#ifndef NB_POLICY_H
#define NB_POLICY_H

#include "catalogue.h"

/* A line of a waiver file: findings of `rule` in files that `glob` matches are lowered to `level`, or waived
 * (-1), for the reason `why`; with `words`, only where these stand in the line, the row or the paragraph of
 * the finding. */
struct waiver {
    struct waiver *next;
    const struct nb_rule *rule;
    int level;
    char *glob, *words, *why;
};

/* `off`: the rules that --disable names. `config` is the path that --config gave, or NULL: the
 * nearest .nianbao-lint in the folder of a file or above. */
struct policy {
    bool off[RULE_COUNT];
    const char *config;
    bool no_config;
    char *loaded; /* the path of the waiver file that `waivers` came from */
    struct waiver *waivers;
    struct comment
        *comments; /* those of the report that was looked at last; reasons of its findings stand in them */
};

/* Switch the rules of a list "heading-glued,NB302" or "all". False after one line on standard error. */
bool policy_switch(struct policy *policy, const char *list, bool on);
/* The level of a word: off is -1, otherwise a severity below error; -2 for a word that is neither. */
int policy_level(const char *word);
/* Drop the findings of rules that are off, mark the waived ones and lower the others, for the file at `path`
 * ("-": standard input). False after one line on standard error if the waiver file, or a waiver in a comment
 * of the report, cannot be read. */
bool policy_apply(struct policy *policy, const char *path, struct nb_report *report);
void policy_free(struct policy *policy);

#endif
