/* facts_rest.c - rule NB402: what is left of a number, the halves of a whole, the rate of two numbers, the
 * mean of a year. */
#include "config.h"

#include "facts_sum.h"

#include "i18n.h"
#include "text.h"
#include "words.h"

#include <stddef.h>
#include <string.h>

/* A whole may stand behind its part: 20件,占总数35件的57%. */
static bool is_before(const struct nb_fact *whole, const struct nb_fact *part)
{
    return whole && whole->index < part->index;
}

/* ---- what is left ---- */

/* Whether the words end in one of these, or in what joins it to a number: 其余为3件, not 其余单位收到3件. */
static bool ends_in(const char *words, const char *const *endings)
{
    static const char *const joins[] = {"的", "为", "有", NULL};
    const char *end = words + strlen(words);
    bool joined = end - words > 3 && string_begins_any(end - 3, joins);
    return string_ends_any(words, end, endings) || (joined && string_ends_any(words, end - 3, endings));
}

/* 其余3件; 另有2件正在办理. */
static bool is_left(const struct lint *lint, const struct nb_fact *fact, const char *words)
{
    return ends_in(words, words_left) ||
           (string_says(words, words_besides) &&
            string_begins_any(shadow_at(lint, fact->span.end), words_unfinished));
}

enum { MOST_BEFORE = 16 }; /* facts that are looked back at */

/* The first fact that a fact may be left of: in its sentence or the one before. */
static size_t first_before(const struct nb_fact *const *facts, size_t i)
{
    size_t first = i;
    while (first && i - first < MOST_BEFORE && facts[first - 1]->article == facts[i]->article &&
           facts[first - 1]->sentence + 1 >= facts[i]->sentence)
        first--;
    return first;
}

/* Whether some that stand beside one another before it, less some behind them that do so, leave the fact:
 * 收到20件,加上结转2件, 答复21件,剩余1件. */
static bool fits_some(const struct nb_fact *const *facts, size_t first, size_t i)
{
    double sums[MOST_BEFORE + 1] = {0}; /* of those before each */
    for (size_t k = first; k < i; k++)
        sums[k - first + 1] =
            sums[k - first] + (counts_the_same(facts[k], facts[i]) ? value_of(facts[k]) : 0);
    size_t count = i - first;
    for (size_t from = 0; from < count; from++)
        for (size_t to = from + 1; to <= count; to++)
            for (size_t part = to; part < count; part++)
                for (size_t end = part + 1; end <= count; end++)
                    if (distance(sums[to] - sums[from] - (sums[end] - sums[part]), value_of(facts[i])) < 1e-6)
                        return true;
    return false;
}

/* 除不宜公开的2件外,其他98件都已公开: of the greatest number that was counted before. */
static const struct nb_fact *whole_but(const struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    const struct nb_fact *but = facts[i - 1], *whole = NULL;
    if (but->sentence != facts[i]->sentence || !find_between(lint, but, facts[i], "外,") ||
        !strstr(words_before(lint, facts, i - 1), "除"))
        return NULL;
    for (size_t k = first_before(facts, i); k + 1 < i; k++)
        if (counts_the_same(facts[k], facts[i]) && (!whole || value_of(facts[k]) > value_of(whole)))
            whole = facts[k];
    return whole;
}

/* 来信36封,回复30封,其余6封…: the two numbers before it, where the first is what came or was given. */
static const struct nb_fact *whole_of_two(const struct lint *lint, const struct nb_fact *const *facts,
                                          size_t i)
{
    size_t alike = 0, first = i < 2 ? 0 : i - 2;
    for (size_t k = first_before(facts, i); k < i; k++)
        alike += counts_the_same(facts[k], facts[i]);
    const char *words = words_before(lint, facts, first);
    bool two = alike == 2 && first + 2 == i && counts_the_same(facts[first], facts[i]) &&
               counts_the_same(facts[i - 1], facts[i]);
    return two && (string_says(words, words_came) || string_says(words, words_given)) ? facts[first] : NULL;
}

/* What the parts right before it are parts of. */
static const struct nb_fact *whole_of(const struct lint *lint, const struct nb_fact *const *facts, size_t i,
                                      const char *words)
{
    const struct nb_fact *whole = whole_but(lint, facts, i);
    if (whole || !is_left(lint, facts[i], words))
        return whole;
    for (size_t first = i; first && facts[first - 1]->sentence == facts[i]->sentence; first--)
        if (counts_the_same(facts[first - 1], facts[i]) && is_before(facts[first - 1]->part_of, facts[i]))
            return facts[first - 1]->part_of;
    return whole_of_two(lint, facts, i);
}

static void check_left(struct lint *lint, const struct nb_fact *const *facts, size_t i, const char *words)
{
    const struct nb_fact *whole = whole_of(lint, facts, i, words);
    if (!whole || !counts_the_same(whole, facts[i]) || are_bracketed(lint, facts[i - 1], facts[i]) ||
        is_marred(lint, whole) || finding_at(lint, whole->span.start) ||
        fits_some(facts, first_before(facts, i), i))
        return;
    struct parts parts = {.whole = whole};
    for (size_t k = i; k - 1 > whole->index && facts[k - 1]->sentence == facts[i]->sentence; k--) {
        if (facts[k - 1]->kind != NB_FACT_COUNT)
            continue;
        if (!counts_the_same(facts[k - 1], facts[i]))
            return;
        add_part(&parts, facts[k - 1]);
    }
    double left = value_of(whole) - parts.sum;
    if (left < 0)
        return;
    struct nb_finding *finding =
        raise_sum(lint, facts[i], _("the numbers before it leave %s, the sentence says %s"), left);
    relate(lint, finding, whole);
    relate_parts(lint, finding, &parts);
}

/* ---- halves and quarters ---- */

/* The whole that stands before its parts, which begin with facts[i]: said to be one, or 8件(甲5件,乙3件); of
 * parts of the year, what the sentence begins with: all before quarters, that alone before halves. */
static const struct nb_fact *divided(const struct nb_fact *const *facts, size_t i, const char *part)
{
    if (is_before(facts[i]->part_of, facts[i]))
        return facts[i]->part_of;
    bool alone = i < 2 || facts[i - 2]->sentence != facts[i]->sentence;
    bool of_year = !strcmp(part, *words_quarters) || (alone && strstr(part, "半年"));
    for (size_t k = first_before(facts, i); of_year && k < i; k++)
        if (facts[k]->sentence == facts[i]->sentence)
            return facts[k];
    return NULL;
}

/* Whether facts[i] and those behind it are named by the words in turn and count the same. */
static bool are_named(const struct lint *lint, const struct nb_fact *const *facts, size_t i, size_t parts,
                      const char *const *names)
{
    for (size_t part = 0; part < parts; part++)
        if (!facts[i + part] || facts[i + part]->sentence != facts[i]->sentence ||
            !counts_the_same(facts[i + part], facts[i]) ||
            !strstr(words_before(lint, facts, i + part), names[part]))
            return false;
    return true;
}

/* Whether the list goes on behind the last part, or has begun before the first: then these are not all. */
static bool goes_on(const struct lint *lint, const struct nb_fact *const *facts, size_t i, size_t parts)
{
    const struct nb_fact *last = facts[i + parts - 1], *next = last->next, *before = i ? facts[i - 1] : NULL;
    bool more = next && next->sentence == last->sentence && counts_the_same(next, last) &&
                !are_bracketed(lint, last, next) && !find_between(lint, last, next, ";");
    return more || (before && before->part_of && before->part_of == facts[i]->part_of);
}

static void check_division(struct lint *lint, const struct nb_fact *const *facts, size_t i, size_t parts,
                           const char *const *names)
{
    struct parts all = {.whole = divided(facts, i, *names)};
    if (!all.whole || !counts_the_same(all.whole, facts[i]) || !are_named(lint, facts, i, parts, names) ||
        goes_on(lint, facts, i, parts) || is_marred(lint, all.whole))
        return;
    for (size_t part = 0; part < parts; part++)
        add_part(&all, facts[i + part]);
    if (differ(&all))
        raise_parts(lint, &all, _("the parts add up to %s, the sentence says %s"));
}

static void check_divisions(struct lint *lint, const struct nb_fact *const *facts, size_t i,
                            const char *words)
{
    if (strstr(words, *words_quarters))
        check_division(lint, facts, i, 4, words_quarters);
    for (const char *const *half = words_halves; *half && divided(facts, i, *half); half++) {
        ptrdiff_t other = (half - words_halves) % 2 ? -1 : 1;
        if (facts[i]->part_of ? strstr(words, *half) != NULL : !strcmp(words, *half))
            check_division(lint, facts, i, 2, (const char *const[]){half[0], half[other]});
    }
}

/* ---- rates and means ---- */

/* Whether the printed numbers may be of ones whose rate is the printed one: 4.77万 of 4.80万 may be 4.765
 * of 4.804. `digit`: what the last one of `all` stands for. */
static bool makes_rate(const struct nb_fact *done, double all, double digit, const struct nb_fact *rate)
{
    double least = value_of(done) - last_digit(done) / 2, most = value_of(done) + last_digit(done) / 2;
    double low = 100 * least / (all + digit / 2), high = 100 * most / (all - digit / 2);
    return value_of(rate) > low - last_digit(rate) + 1e-9 && value_of(rate) < high + last_digit(rate) - 1e-9;
}

/* Of what came in this year and the last, as the table has it. */
static bool rate_of_table(struct lint *lint, const struct nb_fact *done, const struct nb_fact *rate)
{
    double due;
    return cells_sum(lint, "applications.received.total + applications.carried_in.total", &due) &&
           makes_rate(done, due, 0, rate);
}

/* Whether the words say that it is done; 不合格 says that it is not. */
static bool says_done(const char *words, const char *verb)
{
    static const char *const denied[] = {"不", "未", NULL};
    const char *at = strstr(words, verb);
    return at && !string_ends_any(words, at, denied);
}

/* What is done in the rate facts[i], 办结率: a word of the list, or NULL. That all was done in time (100 %)
 * is said of what was due. */
static const char *done_in_rate(const struct nb_fact *rate, const char *words)
{
    const char *const *verb = words_done;
    if (rate->qualifier || value_of(rate) >= 100)
        return NULL;
    while (*verb && !string_begins(words, *verb))
        verb++;
    return *verb && string_begins(words + strlen(*verb), "率") ? *verb : NULL;
}

/* 应办153件,办结151件,办结率98.7%: of what stands before it, or of what was done and what is left. */
static void check_rate(struct lint *lint, const struct nb_fact *const *facts, size_t i, const char *words)
{
    const char *verb = done_in_rate(facts[i], words);
    const struct nb_fact *done = NULL, *all = NULL;
    double left = 0; /* 办结35件,结转下年3件: of 38 */
    for (size_t k = i; verb && k && facts[k - 1]->sentence == facts[i]->sentence; k--) {
        const struct nb_fact *fact = facts[k - 1];
        if (!done && exact_count(fact) && says_done(words_before(lint, facts, k - 1), verb)) {
            done = fact;
        } else if (!done && exact_count(fact)) {
            left += value_of(fact);
        } else if (done && counts_the_same(fact, done)) {
            if (makes_rate(done, value_of(fact), last_digit(fact), facts[i]))
                return;
            all = all || value_of(fact) < value_of(done) ? all : fact;
        }
    }
    if (!all || (done->names->cells && rate_of_table(lint, done, facts[i])) ||
        (left > 0 && makes_rate(done, value_of(done) + left, 0, facts[i])))
        return;
    raise_percent(lint, facts[i], 100 * value_of(done) / value_of(all), done, all);
}

/* 来信36封,回复38封; what came before this year may have been answered, too. */
static void check_answered(struct lint *lint, const struct nb_fact *const *facts, size_t i, const char *words)
{
    const struct nb_fact *came = facts[i - 1], *done = facts[i];
    if (came->sentence != done->sentence || !counts_the_same(came, done) ||
        value_of(done) <= value_of(came) || came->names->cells || done->names->cells ||
        are_bracketed(lint, came, done) || !string_says(words, words_done) ||
        !string_says(words_before(lint, facts, i - 1), words_came) ||
        fact_says_any(lint->report, came, words_of_before) ||
        fact_says_any(lint->report, done, words_of_before))
        return;
    struct nb_finding *finding = finding_add(lint, done->span, _("more are done, %s%s, than came, %s%s"),
                                             done->quantity, done->unit, came->quantity, came->unit);
    finding->found = done->quantity;
    finding->severity = NB_NOTE;
    relate(lint, finding, came);
}

/* 1830条,平均每月153条: a mean may be rounded, but by no more than a tenth of it. */
static void check_mean(struct lint *lint, const struct nb_fact *const *facts, size_t i, const char *words)
{
    const struct nb_fact *all = facts[i - 1], *mean = facts[i];
    enum { MONTHS = 12 };
    double right = (double)(int64_t)(value_of(all) / MONTHS * 10 + 0.5) / 10;
    if (all->sentence != mean->sentence || !exact_count(all) || mean->kind != NB_FACT_COUNT ||
        strcmp(all->unit, mean->unit) || all->scope == NB_SCOPE_PART || !string_says(words, words_monthly) ||
        distance(right, value_of(mean)) <= right / 10 + 1)
        return;
    relate(lint,
           raise_sum(lint, mean, _("a twelfth of the number before it is %s, the sentence says %s"), right),
           all);
}

void check_rest(struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    bool rate = facts[i]->kind == NB_FACT_RATE;
    const char *words = rate || facts[i]->kind == NB_FACT_COUNT ? words_before(lint, facts, i) : NULL;
    if (rate)
        check_rate(lint, facts, i, words);
    else if (words && i)
        check_mean(lint, facts, i, words);
    if (!words || !i || !exact_count(facts[i]))
        return;
    check_divisions(lint, facts, i, words);
    check_left(lint, facts, i, words);
    check_answered(lint, facts, i, words);
}
