/* lint.c - runs the rules in the order of their needs and sorts what they find. */
#include "lint.h"
#include "facts.h"
#include "memory.h"

#include <stdlib.h>

typedef void check(struct lint *lint);

static check *const checks[] = {
#define RULE(number, identifier, ...) check_##identifier,
#include "rules.def"
#undef RULE
};

static void check_alone(struct lint *lint, enum rule rule)
{
    lint->running = rule;
    checks[rule](lint);
    arena_clear(lint->scratch);
}

/* Every rule after the rules it needs. The needs form no circle: a rule marks itself done before it asks for
 * them. */
static void run(struct lint *lint, enum rule rule)
{
    if (lint->done[rule])
        return;
    lint->done[rule] = true;
    int other = 0;
    for (uint64_t needs = rule_needs(rule); needs; needs >>= 1, other++)
        if (needs & 1)
            run(lint, (enum rule)other);
    check_alone(lint, rule);
}

/* A finding and when it was found: qsort() need not keep the order of equals, and that of musl does not. */
struct placed {
    struct nb_finding *finding;
    size_t index;
};

static int by_place(const void *left, const void *right)
{
    const struct placed *one = left, *other = right;
    const struct nb_finding *a = one->finding, *b = other->finding;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

static struct nb_finding *sorted(struct lint *lint)
{
    if (!lint->count)
        return NULL;
    struct placed *order = xmalloc(lint->count * sizeof *order);
    size_t count = 0;
    for (struct nb_finding *finding = lint->first; finding; finding = finding->next, count++)
        order[count] = (struct placed){finding, count};
    qsort(order, count, sizeof *order, by_place);
    for (size_t i = 0; i < count; i++) {
        order[i].finding->next = i + 1 < count ? order[i + 1].finding : NULL;
        order[i].finding->index = i;
    }
    struct nb_finding *first = order[0].finding;
    xfree(order);
    return first;
}

/* In the order of their places; a cause may have moved to another, that of a year to the title. */
static struct nb_finding *put_in_order(struct lint *lint)
{
    finding_count_rest(lint);
    lint->first = sorted(lint);
    find_causes(lint, lint->first);
    return sorted(lint);
}

void lint_report(struct nb_report *report, bool all_rules)
{
    struct lint lint = {.report = report, .arena = report->arena, .scratch = arena_new()};
    lint.last = &lint.first;
    for (const struct nb_article *article = report->articles; article; article = article->next)
        lint.last_article = article;
    prose_scan(&lint.prose, report);
    if (all_rules)
        slips_scan(&lint.slips, report->text->shadow, report->text->length);
    report->facts = facts_find(report, &lint.prose);
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (all_rules || rule_entry((enum rule)rule)->group <= 3)
            run(&lint, (enum rule)rule);
    if (lint.covered)
        report->text = lint.covered;
    report->findings = put_in_order(&lint);
    prose_discard(&lint.prose);
    slips_discard(&lint.slips);
    arena_free(lint.scratch);
}

/* One call of nb_compare(). */
struct series_comparison {
    struct nb_report *report;
    const struct nb_report *previous;
    const struct nb_report *const *parts;
    size_t part_count;
};

static void compare(void *data)
{
    const struct series_comparison *comparison = data;
    struct nb_report *report = comparison->report;
    struct lint lint = {.report = report,
                        .arena = report->arena,
                        .scratch = arena_new(),
                        .previous = comparison->previous,
                        .parts = comparison->parts,
                        .part_count = comparison->part_count,
                        .first = report->findings};
    for (lint.last = &lint.first; *lint.last; lint.last = &(*lint.last)->next)
        lint.count++;
    prose_scan(&lint.prose, report);
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (rule_entry((enum rule)rule)->group == 5)
            check_alone(&lint, (enum rule)rule);
    report->findings = put_in_order(&lint);
    prose_discard(&lint.prose);
    arena_free(lint.scratch);
}

bool nb_compare(struct nb_report *report, const struct nb_report *previous,
                const struct nb_report *const *parts, size_t part_count)
{
    struct series_comparison comparison = {report, previous, parts, part_count};
    struct nb_finding *before = report->findings, **end = &before;
    while (*end)
        end = &(*end)->next;
    if (memory_guard(compare, &comparison))
        return true;
    *end = NULL;
    report->findings = before;
    return false;
}
