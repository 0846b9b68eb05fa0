/* cause.c - one cause, one finding: what follows from another finding hangs under it. */
#include "config.h"

#include "i18n.h"
#include "lint.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool is(const struct nb_finding *finding, enum rule rule)
{
    return finding->rule == rule_entry(rule);
}

static bool names_cell(const struct nb_finding *finding, const struct nb_cell_ref *cell)
{
    return finding_names(finding, cell->table, cell->row, cell->column);
}

/* ---- in what way one finding follows from another ---- */

/* The cell that the cause is about is one of those that the finding is about: a sum that a wrong cell breaks.
 */
static bool names_it(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return cause->cell_count && names_cell(finding, &cause->cells[0]);
}

/* The sums that lack what an empty cell should have. */
static bool lacks_it(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return cause->expected && names_it(cause, finding);
}

/* The sums and sentences that the figures would satisfy in their own places; the wrong number in a place that
 * is not certain. */
static bool names_any(const struct nb_finding *cause, const struct nb_finding *finding)
{
    for (size_t i = 0; i < cause->cell_count; i++)
        if (names_cell(finding, &cause->cells[i]))
            return true;
    return false;
}

static bool same(const char *one, const char *other)
{
    return one && other && !strcmp(one, other);
}

/* What another report asks for in a cell that the sums have shown to be wrong already; the table of an
 * article that is missing.
 */
static bool expects_the_same(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return same(cause->expected, finding->expected) && (!cause->cell_count || names_it(cause, finding));
}

/* A sentence that has the number which another report asks for in the cell. */
static bool has_expected(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return same(cause->expected, finding->found) && names_it(cause, finding);
}

/* Two sentences of which each has the number that the table gives to the other: the figures of two rows have
 * changed places. */
static bool is_crossed(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return same(cause->found, finding->expected) && same(cause->expected, finding->found);
}

/* The number that last year's report asks for would settle a failing balance: then that is what is wrong. */
static bool is_settled(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return names_it(cause, finding) &&
           atoll(finding->expected) + atoll(cause->expected) - atoll(cause->found) == atoll(finding->found);
}

/* How much more a sum says than its total. */
static long long gap_of(const struct nb_finding *finding)
{
    return finding->expected && finding->found ? llabs(atoll(finding->expected) - atoll(finding->found)) : 0;
}

/* Two numbers of a sentence that are off by as much: one of them was counted with the other, or is a part of
 * it. */
static bool is_off_alike(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return gap_of(cause) && gap_of(cause) == gap_of(finding);
}

static const char *column_of(const struct nb_finding *finding)
{
    return finding->cell_count ? finding->cells[0].column : "";
}

/* What was left out of a column and of the totals alike: both lack as much, in the same column or in that of
 * the totals. */
static bool lacks_as_much(const struct nb_finding *cause, const struct nb_finding *finding)
{
    const char *one = column_of(cause), *other = column_of(finding);
    bool same_rule = cause->rule == finding->rule, total = !strcmp(one, "total") || !strcmp(other, "total");
    return gap_of(cause) && gap_of(cause) == gap_of(finding) && (same_rule ? total : !strcmp(one, other));
}

/* A total that lacks only because of the wrong cell: without it there is nothing to add up. */
static bool lacks_only_it(const struct nb_finding *cause, const struct nb_finding *finding)
{
    if (!cause->cell_count || !finding->cell_count || !finding->expected)
        return false;
    const struct nb_cell_ref *cell = cause->cells, *total = finding->cells;
    bool along = !strcmp(cell->row, total->row) || !strcmp(cell->column, total->column);
    return along && !strcmp(cell->table, total->table) &&
           atoll(finding->expected) == atoll(cause->found) - atoll(cause->expected);
}

/* The total that is not printed is the only cell with a word. */
static bool is_that_cell(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return finding->cell_count == 1 && names_cell(cause, &finding->cells[0]);
}

/* All cells of the finding stand in the row of the cause. */
static bool is_of_row(const struct nb_finding *cause, const struct nb_finding *finding)
{
    for (size_t i = 0; i < finding->cell_count; i++)
        if (!cause->cell_count || strcmp(finding->cells[i].row, cause->cells[0].row) ||
            strcmp(finding->cells[i].table, cause->cells[0].table))
            return false;
    return finding->cell_count;
}

/* The total that is not printed is the last cell that is empty, of its row or of this and others. */
static bool has_row(const struct nb_finding *cause, const struct nb_finding *finding)
{
    for (size_t i = 0; i < finding->cell_count && cause->cell_count; i++)
        if (!strcmp(finding->cells[i].row, cause->cells[0].row) &&
            !strcmp(finding->cells[i].table, cause->cells[0].table))
            return true;
    return false;
}

/* Rows whose values fit several columns, where one column is not printed. */
static bool is_of_table(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return cause->cell_count && finding->cell_count &&
           !strcmp(cause->cells[0].table, finding->cells[0].table);
}

/* What is said of cells whose column is not certain; of what is no number, words that a value stuck to: a
 * sign or a letter is a slip of its own, and so are numbers that do not add up. */
static bool is_in_doubt(const struct nb_finding *cause, const struct nb_finding *finding)
{
    bool slip = is(finding, RULE_not_a_number) &&
                (finding->suggestion || !finding->found || !strpbrk(finding->found, "0123456789"));
    return !slip && names_any(cause, finding);
}

/* Rows of a table that has lost cells of which fewer were read than they have. */
static bool lacks_values(const struct nb_finding *cause, const struct nb_finding *finding)
{
    bool more = finding->found && atoll(finding->found) >= atoll(finding->expected);
    return !more && is_of_table(cause, finding);
}

/* The label of the row that is missing stands in what was taken for a value, or went with the cells. */
static bool has_its_label(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return cause->found && finding->expected && strstr(cause->found, finding->expected);
}

/* A column of totals was left empty. */
static bool is_of_column(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return finding->span.start > cause->span.start && same(column_of(cause), column_of(finding)) &&
           is_of_table(cause, finding);
}

/* What was carried over stands in other columns of the same row. */
static bool goes_on_in_row(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return finding->span.start > cause->span.start && is_of_row(cause, finding);
}

/* Cells of a column that are lost as those of the rows are, though its label is printed. */
static bool is_labelled(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return finding->found && is_of_table(cause, finding);
}

static bool is_behind(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return finding->span.start >= cause->span.start;
}

/* The articles behind one that is missing have the wrong number. */
static bool is_number_behind(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return cause->expected && finding->found && is_behind(cause, finding);
}

/* An overview that says nothing of oversight says nothing of assessment. */
static bool is_of_oversight(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return same(cause->expected, "监督保障") && finding->span.start == cause->span.start;
}

/* “…": the straight mark is what should close the other. */
static bool is_half_quote(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return cause->found && *cause->found == '"' && (same(finding->found, "“") || same(finding->found, "”"));
}

/* A sum in the sentence that the wrong number is a part of, or the whole. */
static bool reckons_with_it(const struct nb_finding *cause, const struct nb_finding *finding)
{
    const struct nb_related *other = finding->related;
    while (other && other->span.start != cause->span.start)
        other = other->next;
    return other || finding->span.start == cause->span.start;
}

static bool spans_touch(struct nb_span one, struct nb_span other)
{
    return one.start <= other.end && other.start <= one.end;
}

/* What was reckoned with the number that is printed wrongly, or with what is left of it. */
static bool rests_on_it(const struct nb_finding *cause, const struct nb_finding *finding)
{
    const struct nb_related *other = finding->related;
    while (other && !spans_touch(other->span, cause->span))
        other = other->next;
    return other || spans_touch(finding->span, cause->span);
}

/* The paragraph that names last year, or has its figures, is the only one that was taken over. */
static bool is_all_copied(const struct nb_finding *cause, const struct nb_finding *finding)
{
    return !finding->related && finding->span.start <= cause->span.start;
}

/* A number within what was taken over. */
static bool stands_in(const struct nb_finding *cause, const struct nb_finding *finding)
{
    const struct nb_related *place = cause->related;
    while (place && !span_within(finding->span, place->span))
        place = place->next;
    return place || span_within(finding->span, cause->span);
}

/* Bytes: the end of the line; "(12)、" and the blanks behind it; what is quoted; the two days of a period;
 * the date and the end of the text, where a missing signature is told; the name of an office; the clause
 * before; a row of a table. */
#define ANYWHERE SIZE_MAX
enum {
    NEXT_LINE = 2,
    ENUMERATOR = 16,
    QUOTED = 120,
    PERIOD = 100,
    SIGNATURE = 64,
    NAME = 40,
    CLAUSE = 60,
    ROW = 250
};

struct rules {
    const enum rule *list;
    size_t count;
};

#define RULES(...)                                                                                           \
    {                                                                                                        \
        (const enum rule[]){__VA_ARGS__}, sizeof((const enum rule[]){__VA_ARGS__}) / sizeof(enum rule)       \
    }
#define SUMS RULE_row_total, RULE_outcome_total, RULE_balance, RULE_review_total
#define OTHER_REPORTS RULE_carry_over, RULE_in_force, RULE_parts_sum

/* What may follow from a finding of which rules; earlier lines go before later ones. Most findings are of no
 * rule here, or far apart: with each beside each, a text with 1,000 of a kind cost 7,000 instructions a byte,
 * with each beside those of the rules 1,100. */
static const struct link {
    struct rules causes, effects;
    size_t reach;
    bool (*follows)(const struct nb_finding *cause,
                    const struct nb_finding *finding); /* NULL: all so near do */
} links[] = {
    {RULES(RULE_cell_ambiguous), RULES(RULE_likely_typo, RULE_label_lost, RULE_not_a_number), ANYWHERE,
     is_in_doubt},
    {RULES(RULE_cell_ambiguous), RULES(RULE_cell_count), ANYWHERE, lacks_values},
    {RULES(RULE_not_a_number, RULE_label_lost), RULES(RULE_row_missing), ANYWHERE, has_its_label},
    {RULES(RULE_likely_typo), RULES(RULE_total_missing), ANYWHERE, lacks_only_it},
    {RULES(RULE_likely_typo), RULES(SUMS, RULE_negative_count), ANYWHERE, names_it},
    {RULES(RULE_likely_typo), RULES(OTHER_REPORTS), ANYWHERE, expects_the_same},
    {RULES(RULE_negative_count), RULES(RULE_negative_count), ANYWHERE, goes_on_in_row},
    {RULES(RULE_negative_count), RULES(SUMS), ANYWHERE, names_it},
    {RULES(RULE_cell_blank), RULES(SUMS), ANYWHERE, lacks_it},
    {RULES(RULE_empty_article),
     RULES(RULE_aspect_missing, RULE_oversight_missing, RULE_fee_statement_missing), NEXT_LINE, NULL},
    {RULES(RULE_aspect_missing), RULES(RULE_oversight_missing), 0, is_of_oversight},
    {RULES(RULE_straight_quote), RULES(RULE_unbalanced_bracket), QUOTED, is_half_quote},
    {RULES(RULE_unbalanced_bracket), RULES(RULE_unbalanced_bracket), QUOTED, NULL},
    {RULES(RULE_cells_exchanged), RULES(SUMS, RULE_prose_table), ANYWHERE, names_any},
    {RULES(RULE_prose_table), RULES(RULE_prose_table), ANYWHERE, is_crossed},
    {RULES(RULE_prose_table), RULES(RULE_prose_table), CLAUSE, is_off_alike},
    {RULES(RULE_prose_table), RULES(RULE_prose_sum), ANYWHERE, reckons_with_it},
    {RULES(RULE_digit_letter, RULE_number_grouping, RULE_number_space),
     RULES(RULE_prose_table, RULE_prose_sum), ANYWHERE, rests_on_it},
    {RULES(RULE_prose_table), RULES(RULE_in_force_low, RULE_fee_mismatch), ANYWHERE, names_it},
    {RULES(RULE_stale_year), RULES(RULE_year_mismatch), 0, NULL},
    {RULES(RULE_stale_year, RULE_stale_figures), RULES(RULE_copied_prose), 0, is_all_copied},
    {RULES(RULE_carry_over), RULES(RULE_carry_over), ANYWHERE, goes_on_in_row},
    {RULES(OTHER_REPORTS), RULES(RULE_prose_table), ANYWHERE, has_expected},
    {RULES(RULE_copied_prose, RULE_stale_figures), RULES(RULE_prose_table, RULE_prose_sum), ANYWHERE,
     stands_in},
    {RULES(RULE_repeated_passage), RULES(RULE_repeated_words, RULE_enumerator_broken), ENUMERATOR, NULL},
    {RULES(RULE_notice_outdated), RULES(RULE_document_number), 0, NULL},
    {RULES(RULE_cell_ambiguous), RULES(RULE_column_missing), ANYWHERE, is_labelled},
    {RULES(RULE_column_missing), RULES(RULE_cell_ambiguous, RULE_column_missing), ANYWHERE, is_of_table},
    {RULES(RULE_cell_placed), RULES(RULE_cell_placed), ANYWHERE, is_of_table},
    {RULES(RULE_carry_over), RULES(RULE_balance), ANYWHERE, is_settled},
    {RULES(RULE_outcome_total, RULE_balance), RULES(RULE_outcome_total, RULE_balance), ANYWHERE,
     lacks_as_much},
    {RULES(RULE_row_missing), RULES(RULE_row_missing), 0, NULL},
    {RULES(RULE_row_repeated), RULES(RULE_row_repeated), ANYWHERE, is_of_table},
    {RULES(RULE_row_order), RULES(RULE_row_label), ROW, NULL},
    {RULES(RULE_empty_article), RULES(RULE_empty_article), ANYWHERE, is_behind},
    {RULES(RULE_total_missing), RULES(RULE_zero_word), ANYWHERE, is_that_cell},
    {RULES(RULE_total_missing), RULES(RULE_total_missing), ANYWHERE, is_of_column},
    {RULES(RULE_total_missing), RULES(RULE_last_empty), ANYWHERE, has_row},
    {RULES(RULE_table_truncated),
     RULES(RULE_article_missing, RULE_table_missing, RULE_fee_statement_missing, RULE_signature_missing,
           RULE_row_missing),
     ANYWHERE, is_behind},
    {RULES(RULE_article_missing), RULES(RULE_table_missing), ANYWHERE, expects_the_same},
    {RULES(RULE_article_missing), RULES(RULE_article_order), ANYWHERE, is_number_behind},
    {RULES(RULE_year_mismatch), RULES(RULE_late_date, RULE_impossible_date), 0, NULL},
    {RULES(RULE_impossible_date), RULES(RULE_impossible_date), 0, NULL},
    {RULES(RULE_impossible_date), RULES(RULE_late_date), SIGNATURE, NULL},
    {RULES(RULE_impossible_date, RULE_placeholder), RULES(RULE_signature_missing), SIGNATURE, NULL},
    {RULES(RULE_impossible_date, RULE_placeholder), RULES(RULE_period_partial), PERIOD, NULL},
    {RULES(RULE_impossible_date, RULE_placeholder), RULES(RULE_period_missing), ANYWHERE, is_behind},
    {RULES(RULE_doubled_mark, RULE_placeholder), RULES(RULE_missing_full_stop, RULE_leading_mark), 0, NULL},
    {RULES(RULE_placeholder), RULES(RULE_office_mismatch), NAME, NULL},
};

static bool is_any(const struct nb_finding *finding, const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        if (is(finding, rules->list[i]))
            return true;
    return false;
}

/* Hang a finding under its cause, or under what that hangs under. A finding leads or is led, never both. */
static void hang(struct nb_finding *cause, struct nb_finding *finding)
{
    struct nb_finding *root =
        cause->cause ? (struct nb_finding *)cause->cause : cause; /* of the list, which is ours */
    if (root == finding)
        return;
    finding->cause = root;
    root->leads = true;
    if (finding->severity > root->severity)
        root->severity = finding->severity;
}

enum { WITNESSES = 3 };

/* How much a finding tells for this year in place of that of the title: a signature in the year after it more
 * than another place.
 */
static size_t witnesses_of(const struct lint *lint, const struct nb_finding *finding, int year, int title)
{
    int found = finding->found ? atoi(finding->found) : 0;
    bool mismatch = is(finding, RULE_year_mismatch), early = is(finding, RULE_impossible_date) &&
                                                             found == title &&
                                                             finding->found == lint->report->signed_date;
    return found == year + 1 && (early || (mismatch && found != title)) ? WITNESSES - 1
                                                                        : mismatch && found == year;
}

/* A date of the next year that the title makes impossible. */
static bool ahead_of_title(const struct nb_finding *finding, int year)
{
    return is(finding, RULE_impossible_date) && finding->found && atoi(finding->found) == year + 1;
}

/* The year in the title, else the title. */
static struct nb_span year_in_title(const struct lint *lint, const char *year)
{
    struct nb_span title = lint->report->title_span;
    const char *at = bytes_find(shadow_at(lint, title.start), shadow_at(lint, title.end), year);
    size_t start = at ? (size_t)(at - shadow_at(lint, 0)) : title.start;
    return at ? (struct nb_span){start, start + strlen(year)} : title;
}

/* The finding stands at the title then, and names the place that tells. */
static void blame_title(struct lint *lint, struct nb_finding *cause, int year)
{
    struct nb_span told = cause->span, title = year_in_title(lint, cause->expected);
    cause->message = arena_printf(
        lint->arena, _("the title says %s, but what is said below it is that of %d"), cause->expected, year);
    if (!cause->related || span_within(told, lint->report->title_span))
        return;
    cause->span = title;
    cause->related->span = told;
    cause->related->message = arena_printf(lint->arena, _("%d is said here"), year);
}

/* Three places, or one and the signature, agree on another year than the title: then the title is wrong, and
 * all that differ from it are one finding. */
static void hang_years(struct lint *lint, struct nb_finding *first)
{
    for (struct nb_finding *cause = first; cause; cause = cause->next) {
        size_t count = 0;
        int year = is(cause, RULE_year_mismatch) ? atoi(cause->found) : 0;
        for (struct nb_finding *other = first; year && other; other = other->next)
            count += witnesses_of(lint, other, year, atoi(cause->expected));
        for (struct nb_finding *other = first; count >= WITNESSES && other; other = other->next)
            if (other != cause && !other->cause && !other->leads &&
                (is(other, RULE_year_mismatch) || ahead_of_title(other, year) ||
                 is(other, RULE_notice_outdated) || is(other, RULE_form_mismatch) ||
                 is(other, RULE_table_caption)))
                hang(cause, other);
        if (count < WITNESSES)
            continue;
        if (lint->report->title)
            blame_title(lint, cause, year);
        return;
    }
}

/* The same other office at several places: one report was made from another, or its title is wrong. */
static void hang_offices(struct lint *lint, struct nb_finding *first)
{
    for (struct nb_finding *cause = first; cause; cause = cause->next)
        for (struct nb_finding *other = is(cause, RULE_office_mismatch) && cause->found ? cause->next : NULL;
             other; other = other->next)
            if (is(other, RULE_office_mismatch) && other->found && !other->cause && !cause->cause &&
                !other->leads && office_is_same(lint, cause->found, other->found))
                hang(cause, other);
}

/* ---- all links ---- */

/* What may hang under the causes of a link, by where it begins; `longest`: bytes of the longest. */
struct effects {
    struct effect {
        uint32_t start;
        struct nb_finding *finding;
    } * list;
    size_t count, longest;
};

/* The findings stand by their places; the one that has moved to the title leads others. */
static void collect(struct effects *effects, const struct rules *rules, struct nb_finding *first)
{
    effects->count = effects->longest = 0;
    for (struct nb_finding *finding = first; finding; finding = finding->next) {
        size_t length = finding->span.end - finding->span.start;
        if (finding->cause || finding->leads || !is_any(finding, rules))
            continue;
        effects->list[effects->count++] = (struct effect){finding->span.start, finding};
        effects->longest = length > effects->longest ? length : effects->longest;
    }
}

/* Hang what follows from the cause and has no more than the link's reach between it and the cause. Of a link
 * that reaches anywhere what is hung leaves the list: else many findings took a time that grew with their
 * square. */
static void hang_effects(const struct link *link, struct nb_finding *cause, struct effects *effects)
{
    bool all = link->reach == ANYWHERE;
    size_t kept = 0;
    size_t from = cause->span.start, reach = link->reach, low = reach < from ? from - reach : 0;
    size_t high = reach < SIZE_MAX - cause->span.end ? cause->span.end + reach : SIZE_MAX;
    for (size_t i = first_not_before(&effects->list->start, effects->count, sizeof *effects->list,
                                     low > effects->longest ? low - effects->longest : 0);
         i < effects->count && effects->list[i].start <= high; i++) {
        struct nb_finding *finding = effects->list[i].finding;
        bool free = !finding->cause && !finding->leads;
        if (finding != cause && free && finding->span.end >= low &&
            (!link->follows || link->follows(cause, finding))) {
            hang(cause, finding);
            free = false;
        }
        if (all && free)
            effects->list[kept++] = effects->list[i];
    }
    effects->count = all ? kept : effects->count;
}

/* Which rules have a finding. */
static bool has_any(const bool raised[RULE_COUNT], const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        if (raised[rules->list[i]])
            return true;
    return false;
}

/* Beside other reports all is asked again: what they say may lead what led before. Their own findings the
 * rules have hung. */
void find_causes(struct lint *lint, struct nb_finding *first)
{
    struct effects effects = {0};
    bool raised[RULE_COUNT] = {0};
    for (struct nb_finding *finding = first; finding; finding = finding->next) {
        raised[rule_number(finding->rule)] = true;
        effects.count++;
        if (finding->rule->group != 5) {
            finding->cause = NULL;
            finding->leads = false;
        }
    }
    effects.list = arena_alloc(lint->arena, (effects.count + 1) * sizeof *effects.list);
    hang_years(lint, first);
    hang_offices(lint, first);
    for (const struct link *link = links; link < links + sizeof links / sizeof *links; link++) {
        if (!has_any(raised, &link->causes) || !has_any(raised, &link->effects))
            continue;
        collect(&effects, &link->effects, first);
        for (struct nb_finding *cause = effects.count ? first : NULL; cause; cause = cause->next)
            if (is_any(cause, &link->causes))
                hang_effects(link, cause, &effects);
    }
}
