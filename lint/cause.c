/* cause.c - one cause, one finding: what follows from another finding hangs under it. */
#include "lint.h"

#include <stdlib.h>
#include <string.h>

static bool is(const struct nb_finding *finding, enum rule rule)
{
    return finding->rule == rule_entry(rule);
}

static bool same_cell(const struct nb_cell_ref *one, const struct nb_cell_ref *other)
{
    return !strcmp(one->row, other->row) && !strcmp(one->column, other->column) && !strcmp(one->table, other->table);
}

static bool names_cell(const struct nb_finding *finding, const struct nb_cell_ref *cell)
{
    for (size_t i = 0; i < finding->cell_count; i++)
        if (same_cell(&finding->cells[i], cell))
            return true;
    return false;
}

static bool is_sum(const struct nb_finding *finding)
{
    return is(finding, RULE_row_total) || is(finding, RULE_outcome_total) || is(finding, RULE_balance) ||
           is(finding, RULE_review_total);
}

/* The sums that one changed cell would settle follow from it. */
static bool follows_typo(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is_sum(finding) && is(cause, RULE_likely_typo) && cause->cell_count && names_cell(finding, &cause->cells[0]);
}

/* The sums that the figures would satisfy in their own places. */
static bool follows_exchange(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!is(cause, RULE_cells_exchanged) || !is_sum(finding))
        return false;
    for (size_t i = 0; i < cause->cell_count; i++)
        if (names_cell(finding, &cause->cells[i]))
            return true;
    return false;
}

/* Whether the number that last year's report asks for would settle a failing balance: then that is what is wrong. */
static bool follows_carried(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!is(cause, RULE_carry_over) || !is(finding, RULE_balance) || !cause->cell_count || !names_cell(finding, &cause->cells[0]))
        return false;
    long long change = atoll(cause->expected) - atoll(cause->found);
    return atoll(finding->expected) + change == atoll(finding->found);
}

/* A cell that the sums have shown to be wrong already. */
static bool follows_wrong_cell(const struct nb_finding *cause, const struct nb_finding *finding)
{
    bool compared = is(finding, RULE_carry_over) || is(finding, RULE_in_force) || is(finding, RULE_parts_sum);
    return compared && is(cause, RULE_likely_typo) && cause->cell_count && names_cell(finding, &cause->cells[0]) &&
           cause->expected && !strcmp(cause->expected, finding->expected);
}

/* The total that is not printed is the last cell that is empty. */
static bool follows_total(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!is(cause, RULE_total_missing) || !is(finding, RULE_last_empty))
        return false;
    for (size_t i = 0; i < finding->cell_count; i++)
        if (!cause->cell_count || strcmp(finding->cells[i].row, cause->cells[0].row))
            return false;
    return finding->cell_count;
}

/* Behind a table that stops with the text there is nothing: that is one loss. */
static bool follows_cut(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(cause, RULE_table_truncated) && finding->span.start >= cause->span.start &&
           (is(finding, RULE_article_missing) || is(finding, RULE_table_missing) || is(finding, RULE_fee_statement_missing) ||
            is(finding, RULE_signature_missing) || is(finding, RULE_row_missing));
}

/* Without its article a table is missing, and the articles behind it have the wrong number. */
static bool follows_article(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!is(cause, RULE_article_missing) || !cause->expected)
        return false;
    if (is(finding, RULE_table_missing))
        return finding->expected && !strcmp(finding->expected, cause->expected);
    return is(finding, RULE_article_order) && finding->span.start >= cause->span.start && finding->found;
}

/* One date, several complaints: the first of these rules leads. */
static bool follows_date(const struct nb_finding *cause, const struct nb_finding *finding)
{
    static const enum rule rules[] = {RULE_year_mismatch, RULE_impossible_date, RULE_late_date};
    int leads = -1, led = -1;
    for (int i = 0; i < 3; i++) {
        leads = is(cause, rules[i]) ? i : leads;
        led = is(finding, rules[i]) ? i : led;
    }
    bool overlap = cause->span.start < finding->span.end && finding->span.start < cause->span.end;
    return leads >= 0 && led > leads && overlap;
}

/* A date that is none, where the signature should stand: the report is dated, only wrongly. */
static bool follows_wrong_signature(const struct nb_finding *cause, const struct nb_finding *finding)
{
    enum { NEAR = 64 }; /* bytes between the date and the end of the text, where a missing signature is told */
    return is(cause, RULE_impossible_date) && is(finding, RULE_signature_missing) && finding->span.start >= cause->span.start &&
           finding->span.start - cause->span.start < NEAR;
}

/* The same wrong name or year at another place. */
static bool follows_word(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(cause, RULE_office_mismatch) && is(finding, RULE_office_mismatch) && cause->span.start < finding->span.start &&
           cause->found && finding->found && !strcmp(cause->found, finding->found);
}

static bool follows(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return follows_typo(cause, finding) || follows_exchange(cause, finding) || follows_carried(cause, finding) ||
           follows_wrong_cell(cause, finding) || follows_total(cause, finding) || follows_cut(cause, finding) ||
           follows_article(cause, finding) || follows_date(cause, finding) || follows_word(cause, finding) || follows_wrong_signature(cause, finding);
}

/* The finding itself, or the one that it hangs under. */
static struct nb_finding *root_of(struct nb_finding *first, struct nb_finding *finding)
{
    struct nb_finding *root = finding->cause ? first : finding;
    while (finding->cause && root != finding->cause)
        root = root->next;
    return root;
}

/* Whether others may follow from a finding of this kind. Most are of another: with each beside each, a text with 1,000 findings
 * of a kind cost 7,000 instructions a byte. */
static bool may_lead(const struct nb_finding *finding)
{
    static const enum rule rules[] = {RULE_likely_typo,   RULE_total_missing,   RULE_table_truncated, RULE_article_missing,
                                      RULE_year_mismatch, RULE_impossible_date, RULE_late_date,       RULE_office_mismatch,
                                      RULE_carry_over,    RULE_cells_exchanged};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (is(finding, rules[i]))
            return true;
    return false;
}

/* A finding leads or is led, never both. */
void find_causes(struct nb_finding *first)
{
    for (struct nb_finding *cause = first; cause; cause = cause->next)
        for (struct nb_finding *finding = may_lead(cause) ? first : NULL; finding; finding = finding->next) {
            if (finding == cause || finding->cause || finding->leads || !follows(cause, finding))
                continue;
            struct nb_finding *root = root_of(first, cause);
            if (root == finding)
                continue;
            finding->cause = root;
            root->leads = true;
            if (finding->severity > root->severity)
                root->severity = finding->severity;
        }
}
