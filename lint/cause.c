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

/* The sums that one changed cell would settle follow from it, and that its number is below zero. */
static bool follows_typo(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return (is_sum(finding) || is(finding, RULE_negative_count)) && cause->cell_count && names_cell(finding, &cause->cells[0]);
}

/* The sums and sentences that the figures would satisfy in their own places. */
static bool follows_exchange(const struct nb_finding *cause, const struct nb_finding *finding)
{
    for (size_t i = 0; (is_sum(finding) || is(finding, RULE_prose_table)) && i < cause->cell_count; i++)
        if (names_cell(finding, &cause->cells[i]))
            return true;
    return false;
}

/* Too few documents in force, where a sentence has another number of them. */
static bool follows_prose(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(finding, RULE_in_force_low) && cause->cell_count && names_cell(finding, &cause->cells[0]);
}

/* Two sentences of which each has the number that the table gives to the other: the figures of two rows have changed places. */
static bool follows_crossed(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(finding, RULE_prose_table) && cause->found && cause->expected && finding->found && finding->expected &&
           !strcmp(cause->found, finding->expected) && !strcmp(cause->expected, finding->found);
}

/* Whether the number that last year's report asks for would settle a failing balance: then that is what is wrong. */
static bool follows_carried(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!is(finding, RULE_balance) || !cause->cell_count || !names_cell(finding, &cause->cells[0]))
        return false;
    long long change = atoll(cause->expected) - atoll(cause->found);
    return atoll(finding->expected) + change == atoll(finding->found);
}

/* A cell that the sums have shown to be wrong already. */
static bool follows_wrong_cell(const struct nb_finding *cause, const struct nb_finding *finding)
{
    bool compared = is(finding, RULE_carry_over) || is(finding, RULE_in_force) || is(finding, RULE_parts_sum);
    return compared && cause->cell_count && names_cell(finding, &cause->cells[0]) && cause->expected &&
           !strcmp(cause->expected, finding->expected);
}

/* A total that lacks only because of the wrong cell: without it there is nothing to add up. */
static bool follows_typo_total(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!is(finding, RULE_total_missing) || !cause->cell_count || !finding->cell_count || !finding->expected)
        return false;
    const struct nb_cell_ref *cell = cause->cells, *total = finding->cells;
    bool along = !strcmp(cell->row, total->row) || !strcmp(cell->column, total->column);
    return along && !strcmp(cell->table, total->table) &&
           atoll(finding->expected) == atoll(cause->found) - atoll(cause->expected);
}

/* The total that is not printed is the last cell that is empty, or that has a word. */
static bool follows_total(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (is(finding, RULE_zero_word))
        return finding->cell_count == 1 && names_cell(cause, &finding->cells[0]);
    if (!is(finding, RULE_last_empty))
        return false;
    for (size_t i = 0; i < finding->cell_count; i++)
        if (!cause->cell_count || strcmp(finding->cells[i].row, cause->cells[0].row))
            return false;
    return finding->cell_count;
}

/* Behind a table that stops with the text there is nothing: that is one loss. */
static bool follows_cut(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return finding->span.start >= cause->span.start &&
           (is(finding, RULE_article_missing) || is(finding, RULE_table_missing) || is(finding, RULE_fee_statement_missing) ||
            is(finding, RULE_signature_missing) || is(finding, RULE_row_missing));
}

/* Without its article a table is missing, and the articles behind it have the wrong number. */
static bool follows_article(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!cause->expected)
        return false;
    if (is(finding, RULE_table_missing))
        return finding->expected && !strcmp(finding->expected, cause->expected);
    return is(finding, RULE_article_order) && finding->span.start >= cause->span.start && finding->found;
}

/* One date, several complaints. */
static bool follows_date(const struct nb_finding *cause, const struct nb_finding *finding)
{
    bool later = is(finding, RULE_late_date) || is(finding, RULE_impossible_date);
    return later && cause->span.start < finding->span.end && finding->span.start < cause->span.end;
}

/* A date that is none, or a gap for one, where the signature should stand: the report is dated, only wrongly. */
static bool follows_wrong_signature(const struct nb_finding *cause, const struct nb_finding *finding)
{
    enum {
        NEAR = 64
    }; /* bytes between the date and the end of the text, or the name above it, where a missing signature is told */
    if (!is(finding, RULE_signature_missing))
        return false;
    return finding->span.start >= cause->span.start ? finding->span.start - cause->span.start < NEAR
                                                    : cause->span.start - finding->span.end < NEAR;
}

/* A day that no calendar has in the preamble, where the period stands: it is told, only wrongly. */
static bool follows_wrong_period(const struct nb_finding *cause, const struct nb_finding *finding)
{
    enum { NEAR = 100 }; /* bytes between the two days of a period */
    if (is(finding, RULE_period_partial))
        return cause->span.start < finding->span.end + NEAR && finding->span.start < cause->span.end + NEAR;
    return is(finding, RULE_period_missing) && cause->span.end <= finding->span.start;
}

/* Rows whose values fit several columns, where one column is not printed. */
static bool follows_column(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(finding, RULE_cell_ambiguous) && cause->cell_count && finding->cell_count &&
           !strcmp(cause->cells[0].table, finding->cells[0].table);
}

/* What was carried over stands in other columns of the same row. */
static bool follows_row(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(finding, RULE_carry_over) && cause->cell_count && finding->cell_count && finding->span.start > cause->span.start &&
           !strcmp(finding->cells[0].row, cause->cells[0].row) && !strcmp(finding->cells[0].table, cause->cells[0].table);
}

/* The paragraph that names last year is the only one that was taken over. */
static bool follows_stale(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(finding, RULE_copied_prose) && !finding->related && cause->span.start < finding->span.end &&
           finding->span.start < cause->span.end;
}

/* A paragraph that opens with last year's year because it is last year's; a clause that stands twice is words that do; a document
 * that is to be another needs no other brackets. */
static bool follows_passage(const struct nb_finding *cause, const struct nb_finding *finding)
{
    enum rule rule = is(cause, RULE_stale_year)        ? RULE_year_mismatch
                     : is(cause, RULE_notice_outdated) ? RULE_document_number
                                                       : RULE_repeated_words;
    return is(finding, rule) && cause->span.start < finding->span.end && finding->span.start < cause->span.end;
}

/* What is left over names an office, or begins or ends the paragraph; an article that says nothing does not tell of fees. */
static bool follows_leftover(const struct nb_finding *cause, const struct nb_finding *finding)
{
    enum { NEAR = 40 }; /* bytes: the longest name of an office */
    if (is(finding, RULE_office_mismatch))
        return finding->span.end >= cause->span.start && finding->span.start < cause->span.end + NEAR;
    if (is(finding, RULE_fee_statement_missing))
        return is(cause, RULE_empty_article) && finding->span.start >= cause->span.start &&
               finding->span.start <= cause->span.end;
    return (is(finding, RULE_missing_full_stop) || is(finding, RULE_leading_mark)) && finding->span.start <= cause->span.end &&
           finding->span.end >= cause->span.start;
}

/* The same wrong name or year at another place. */
static bool follows_word(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return is(finding, RULE_office_mismatch) && cause->span.start < finding->span.start && cause->found && finding->found &&
           !strcmp(cause->found, finding->found);
}

/* What may follow from a finding of which rule; earlier lines go before later ones. Most findings are of no rule here: with each
 * beside each, a text with 1,000 of a kind cost 7,000 instructions a byte. */
static const struct {
    enum rule cause;
    bool (*follows)(const struct nb_finding *cause, const struct nb_finding *finding);
} links[] = {{RULE_likely_typo, follows_typo_total},
             {RULE_likely_typo, follows_typo},
             {RULE_likely_typo, follows_wrong_cell},
             {RULE_cells_exchanged, follows_exchange},
             {RULE_prose_table, follows_crossed},
             {RULE_prose_table, follows_prose},
             {RULE_stale_year, follows_passage},
             {RULE_stale_year, follows_stale},
             {RULE_carry_over, follows_row},
             {RULE_repeated_passage, follows_passage},
             {RULE_notice_outdated, follows_passage},
             {RULE_column_missing, follows_column},
             {RULE_carry_over, follows_carried},
             {RULE_total_missing, follows_total},
             {RULE_table_truncated, follows_cut},
             {RULE_article_missing, follows_article},
             {RULE_year_mismatch, follows_date},
             {RULE_impossible_date, follows_date},
             {RULE_impossible_date, follows_wrong_signature},
             {RULE_impossible_date, follows_wrong_period},
             {RULE_placeholder, follows_wrong_signature},
             {RULE_doubled_mark, follows_leftover},
             {RULE_empty_article, follows_leftover},
             {RULE_placeholder, follows_leftover},
             {RULE_placeholder, follows_wrong_period},
             {RULE_office_mismatch, follows_word}};

/* The finding itself, or the one that it hangs under. */
static struct nb_finding *root_of(struct nb_finding *first, struct nb_finding *finding)
{
    struct nb_finding *root = finding->cause ? first : finding;
    while (finding->cause && root != finding->cause)
        root = root->next;
    return root;
}

/* Hang a finding under its cause, or under what that hangs under. A finding leads or is led, never both. */
static void hang(struct nb_finding *first, struct nb_finding *cause, struct nb_finding *finding)
{
    struct nb_finding *root = root_of(first, cause);
    if (root == finding)
        return;
    finding->cause = root;
    root->leads = true;
    if (finding->severity > root->severity)
        root->severity = finding->severity;
}

enum { WITNESSES = 3 };

/* How much a finding tells for this year in place of that of the title: a signature in the year after it more than another place.
 */
static size_t witnesses_of(const struct nb_finding *finding, int year, int title)
{
    int found = finding->found ? atoi(finding->found) : 0;
    bool mismatch = is(finding, RULE_year_mismatch), early = is(finding, RULE_impossible_date) && found == title;
    return found == year + 1 && (mismatch || early) ? WITNESSES - 1 : mismatch && found == year;
}

/* A date of the next year that the title makes impossible. */
static bool ahead_of_title(const struct nb_finding *finding, int year)
{
    return is(finding, RULE_impossible_date) && finding->found && atoi(finding->found) == year + 1;
}

/* Three places, or one and the signature, agree on another year than the title: then the title is wrong, and all that differ from
 * it are one finding. */
static void hang_years(struct nb_finding *first)
{
    for (struct nb_finding *cause = first; cause; cause = cause->next) {
        size_t count = 0;
        int year = is(cause, RULE_year_mismatch) ? atoi(cause->found) : 0;
        for (struct nb_finding *other = first; year && other; other = other->next)
            count += witnesses_of(other, year, atoi(cause->expected));
        for (struct nb_finding *other = first; count >= WITNESSES && other; other = other->next)
            if (other != cause && !other->cause && !other->leads &&
                (is(other, RULE_year_mismatch) || ahead_of_title(other, year) || is(other, RULE_notice_outdated) ||
                 is(other, RULE_form_mismatch)))
                hang(first, cause, other);
        if (count >= WITNESSES)
            return;
    }
}

void find_causes(struct nb_finding *first)
{
    hang_years(first);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        for (struct nb_finding *cause = first; cause; cause = cause->next)
            for (struct nb_finding *finding = is(cause, links[i].cause) ? first : NULL; finding; finding = finding->next)
                if (finding != cause && !finding->cause && !finding->leads && links[i].follows(cause, finding))
                    hang(first, cause, finding);
}
