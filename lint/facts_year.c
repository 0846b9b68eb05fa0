/* facts_year.c - rule NB507: how much more or less a sentence says there was than last year, against last
 * year's report. */
#include "facts_sum.h"

#include "i18n.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

/* Whether nothing but a mark, the year compared with and the word of the change stands between a number and
 * its change. */
static bool is_its_change(const struct lint *lint, const struct nb_fact *fact, const struct nb_fact *change)
{
    size_t at = fact->span.end, end = change->span.start;
    bool compared = false;
    while (at < end && !utf8_is_han(shadow_at(lint, at)))
        at++;
    for (size_t length; (length = string_opening(shadow_at(lint, at), words_than_last_year)); at += length)
        compared = true;
    while (at < end && !utf8_is_han(shadow_at(lint, at)))
        at++;
    at += string_opening(shadow_at(lint, at), change->up ? words_rise : words_fall);
    return compared && change->sentence == fact->sentence && at <= end && end - at <= strlen("了");
}

/* This year's number and last year's, as the reports have what the fact counts; `last` is filled in. No last
 * year's where it is not certain in both, or the sentence says otherwise than this year's table. */
static struct compared both_years(const struct lint *lint, const struct nb_fact *fact, struct nb_fact *last)
{
    struct lint before = {.report = (struct nb_report *)lint->previous,
                          .scratch = lint->scratch,
                          .arena = lint->arena,
                          .first = lint->previous->findings};
    double this_year, last_year = 0;
    *last = *fact;
    bool known = cells_sum(lint, fact->names->cells, &this_year) &&
                 cells_sum(&before, fact->names->cells, &last_year) && !fact->scale &&
                 distance(value_of(fact), this_year) < 1e-6;
    last->units = (int64_t)last_year;
    last->scale = 0;
    known &= distance(value_of(last), last_year) < 1e-6;
    return (struct compared){fact, known ? last : NULL, NULL};
}

static void check_change(struct lint *lint, const struct nb_fact *fact, const struct nb_fact *change)
{
    struct nb_fact last;
    struct compared numbers = both_years(lint, fact, &last);
    bool percent = !strcmp(change->unit, "%");
    if (!numbers.before || (percent && last.units <= 0) || !judge_change(lint, numbers, change).fault)
        return;
    double now = value_of(fact), before = value_of(&last), by = distance(now, before);
    const char *point = strchr(change->quantity, '.');
    const char *printed = arena_printf(lint->arena, "%.*f", point ? (int)strlen(point + 1) : 0,
                                       percent ? 100 * by / before : by);
    const char *told = now == before  ? _("last year's report has as many, %.0f")
                       : now > before ? _("last year's report has %.0f, this one %.0f: a rise by %s%s")
                                      : _("last year's report has %.0f, this one %.0f: a fall by %s%s");
    struct nb_finding *finding = finding_add(lint, change->span, told, before, now, printed, change->unit);
    finding_related(lint, finding_says(finding, change->quantity, printed), fact->span, "%s%s",
                    fact->quantity, fact->unit);
}

void check_growth_mismatch(struct lint *lint)
{
    const struct nb_fact *first = lint->report->facts;
    if (!lint->previous || lint->previous->year != lint->report->year - 1)
        return;
    for (const struct nb_fact *fact = first; fact && fact->next; fact = fact->next) {
        const struct nb_fact *change = fact->next;
        first = scope_first(first, fact);
        bool counts = scope_is_this_year(fact) && !fact->qualifier && !fact->none && fact->sure;
        bool changes = change->kind == NB_FACT_CHANGE && !change->qualifier && change->up != change->down &&
                       (!strcmp(change->unit, "%") || !strcmp(change->unit, fact->unit));
        if (counts && changes && is_its_change(lint, fact, change) &&
            scope_extent(lint, first, fact) == EXTENT_ALL)
            check_change(lint, fact, change);
    }
}
