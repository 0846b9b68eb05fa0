/* facts_sum.c - rule NB402: parts and wholes, sums, shares and rates of growth within a sentence. */
#include "config.h"

#include "facts_sum.h"

#include "fold.h"
#include "i18n.h"
#include "indicators.h"
#include "quantity.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static double ten_to(size_t power)
{
    double value = 1;
    while (power--)
        value *= 10;
    return value;
}

double distance(double one, double other)
{
    return one < other ? other - one : one - other;
}

double number_value(struct nb_number number)
{
    return (double)number.units / ten_to((size_t)number.scale);
}

double value_of(const struct nb_fact *fact)
{
    return number_value(fact_number(fact));
}

/* Whether a mark that parts clauses ends here. */
static bool ends_clause(const char *at)
{
    if (at[-1] & 0x80)
        return utf8_is(at - 3, "。") || utf8_is(at - 3, "、");
    return strchr(",;:()\n", at[-1]);
}

const char *words_before(const struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    size_t end = facts[i]->span.start, at = end, stop = i ? facts[i - 1]->span.end : 0;
    while (at > stop && !ends_clause(shadow_at(lint, at)))
        at--;
    while (at < end && *shadow_at(lint, at) == FOLD_FILLER)
        at++;
    return shadow_text(lint, at, end);
}

bool exact_count(const struct nb_fact *fact)
{
    return fact->kind == NB_FACT_COUNT && !fact->qualifier && !fact->none;
}

bool is_this_year(enum nb_scope scope)
{
    return scope == NB_SCOPE_UNSAID || scope == NB_SCOPE_YEAR;
}

bool counts_the_same(const struct nb_fact *one, const struct nb_fact *other)
{
    return exact_count(one) && exact_count(other) && !strcmp(one->unit, other->unit);
}

/* Both count the same kind of thing of the same time. */
static bool same_kind(const struct nb_fact *one, const struct nb_fact *other)
{
    return counts_the_same(one, other) &&
           (one->scope == other->scope || (is_this_year(one->scope) && is_this_year(other->scope)));
}

/* The same, or of a part of that time: 其中上半年15件. */
static bool counts_alike(const struct nb_fact *part, const struct nb_fact *whole)
{
    struct nb_fact of_all = *part;
    if (part->scope == NB_SCOPE_PART && is_this_year(whole->scope))
        of_all.scope = whole->scope;
    return same_kind(&of_all, whole);
}

void relate(struct lint *lint, struct nb_finding *finding, const struct nb_fact *fact)
{
    if (finding && fact)
        finding_related(lint, finding, fact->span, "%s%s", fact->quantity, fact->unit);
}

/* "16件 + 2件 = 18": what is related to the finding adds up to what it expects. */
static void spell_out(struct lint *lint, struct nb_finding *finding)
{
    enum { MOST = 12 }; /* parts that anybody adds up */
    const char *sum = "";
    int count = 0;
    if (!finding)
        return;
    for (const struct nb_related *part = finding->related; part && count <= MOST; part = part->next, count++)
        sum = arena_printf(lint->arena, "%s%s%s", sum, *sum ? " + " : "", part->message);
    if (count <= MOST)
        finding->detail = arena_printf(lint->arena, "%s = %s", sum, finding->expected);
}

static size_t decimals(const struct nb_fact *fact)
{
    const char *point = strchr(fact->quantity, '.');
    return point ? strlen(point + 1) : 0;
}

/* What one of the printed number stands for: 10000 in 4.77万个. */
static double scale_of(const struct nb_fact *fact)
{
    double printed = strtod(fact->quantity, NULL);
    return printed > 0 ? value_of(fact) / printed : 1;
}

double last_digit(const struct nb_fact *fact)
{
    return scale_of(fact) / ten_to(decimals(fact));
}

struct nb_finding *raise_sum(struct lint *lint, const struct nb_fact *fact, const char *message, double right)
{
    if (finding_at(lint, fact->span.start))
        return NULL;
    bool percent = !strcmp(fact->unit, "%");
    const char *expected = percent ? arena_printf(lint->arena, "%.*f", (int)decimals(fact), right)
                                   : arena_printf(lint->arena, "%.10g", right / scale_of(fact));
    return finding_says(finding_add(lint, fact->span, message, expected, fact->quantity), fact->quantity,
                        expected);
}

/* ---- parts ---- */

static void raise_part(struct lint *lint, const struct nb_fact *part, const struct nb_fact *whole)
{
    struct nb_finding *finding =
        finding_add(lint, part->span, _("the part, %s%s, is more than the whole, %s%s"), part->quantity,
                    part->unit, whole->quantity, whole->unit);
    finding->found = part->quantity;
    relate(lint, finding, whole);
}

static void check_part(struct lint *lint, const struct nb_fact *part)
{
    const struct nb_fact *whole = part->part_of;
    if (!whole || number_is_torn(lint, whole->span.start) || !same_kind(part, whole) ||
        value_of(part) <= value_of(whole))
        return;
    const char *bracket = find_between(lint, whole, part, "("), *comma = find_between(lint, whole, part, ",");
    if (find_between(lint, whole, part, ";") || (bracket && comma && comma < bracket))
        return; /* behind a semicolon, or in a bracket behind another clause, it is no part rather than too
                   great a one */
    raise_part(lint, part, whole);
}

static bool is_of_division(const struct nb_fact *fact, const char *const *divisions)
{
    return fact->names->meaning && fact->names->meaning->division &&
           string_begins_any(fact->names->meaning->division, divisions);
}

/* Whether the words stand right before a place. */
static bool is_behind(const struct lint *lint, size_t place, const char *words)
{
    size_t length = strlen(words);
    return place >= length && string_begins(shadow_at(lint, place - length), words);
}

/* What becomes of things, and their classes: 保留3件, 概况类信息38条, 二等奖3个. */
static bool is_outcome(const struct lint *lint, const struct nb_fact *fact)
{
    enum { LENGTH = 6 }; /* bytes of each */
    size_t start = fact->span.start;
    if (string_ends_any(lint->report->text->shadow, shadow_at(lint, start), words_classes))
        return true;
    if (start >= LENGTH && string_begins_any(shadow_at(lint, start - LENGTH), words_verdicts))
        return true;
    if (fact->scope == NB_SCOPE_PART)
        return true;
    return is_of_division(fact, words_exclusive);
}

/* Whether the numbers stand behind the same noun of two characters, 红色预警2条、黄色预警50条: parts of one
 * division, unless the noun or the unit says that they are published, as one may be in several places. */
static bool share_noun(const struct lint *lint, const struct nb_fact *one, const struct nb_fact *other)
{
    enum { NOUN = 2 * 3 }; /* bytes */
    if (one->span.start < NOUN || other->span.start < NOUN ||
        string_begins_any(unit_measure(one->unit), words_published))
        return false;
    const char *noun = shadow_at(lint, one->span.start - NOUN);
    return utf8_is_han(noun) && utf8_is_han(noun + 3) &&
           !memcmp(noun, shadow_at(lint, other->span.start - NOUN), NOUN) &&
           !string_begins_any(noun, words_undivided);
}

/* 网络申请20件、信函申请16件. */
static bool are_of_one_kind(const struct lint *lint, const struct nb_fact *one, const struct nb_fact *other)
{
    bool members = one->member > 0 && other->member > 0 &&
                   indicator_members[one->member - 1].word == indicator_members[other->member - 1].word;
    return members || share_noun(lint, one, other);
}

/* Outcomes, members of a kind, what becomes of documents that are reviewed, and parts of a year exclude each
 * other, so together they are no more than all. Channels do not: one text is published in several. `end` is
 * behind the last part of the whole. None where some may be the same. */
static struct parts exclusive_of(const struct lint *lint, const struct nb_fact *whole,
                                 const struct nb_fact *end)
{
    struct parts parts = {.whole = whole};
    for (const struct nb_fact *part = whole->next; part != end && part->sentence <= whole->sentence + 1;
         part = part->next) {
        if (part->part_of != whole)
            continue;
        add_part(&parts, part);
        if (!(is_outcome(lint, part) || are_of_one_kind(lint, part, parts.first)) ||
            !counts_alike(part, whole) || value_of(part) > value_of(whole))
            return (struct parts){.whole = whole};
    }
    return parts;
}

/* Whether the words right before a part say that it is the rest: "其他动态2211条", within the clause. */
static bool is_rest(const struct lint *lint, const struct nb_fact *part)
{
    enum { NEAR = 36 }; /* bytes: 其他应主动公开的政府信息 */
    for (size_t back = 6; back <= NEAR && back <= part->span.start; back += 3) {
        const char *at = shadow_at(lint, part->span.start - back);
        if (!utf8_is_han(at))
            return false;
        if (string_begins_any(at, words_rest))
            return true;
    }
    return false;
}

const char *find_between(const struct lint *lint, const struct nb_fact *one, const struct nb_fact *other,
                         const char *words)
{
    /* 各1件 is several facts, of which none stands behind another */
    return bytes_find(shadow_at(lint, one->span.end), shadow_at(lint, other->span.start), words);
}

bool are_bracketed(const struct lint *lint, const struct nb_fact *one, const struct nb_fact *other)
{
    return find_between(lint, one, other, "(") || find_between(lint, one, other, ")");
}

/* What is printed right behind a number. */
static char mark_behind(const struct lint *lint, const struct nb_fact *fact)
{
    size_t at = fact->span.end;
    while (*shadow_at(lint, at) == FOLD_FILLER)
        at++;
    return *shadow_at(lint, at);
}

bool is_earlier(const struct nb_fact *fact)
{
    return fact->scope == NB_SCOPE_LAST_YEAR || fact->scope == NB_SCOPE_OTHER;
}

/* The list of parts that follows in one sentence: what counts the same as the whole, whatever is said of
 * changes and other years before it. It is none where a bracket within holds parts of parts. Behind a colon,
 * 查询点37个:…, nothing else needs to say that they are parts. */
static struct parts parts_of(const struct lint *lint, const struct nb_fact *whole, const struct nb_fact *end)
{
    struct parts parts = {.whole = whole};
    const struct nb_fact *of = whole;
    if (whole->next == end && mark_behind(lint, whole) == ':' && exact_count(whole))
        of = end = NULL;
    for (const struct nb_fact *part = whole->next;
         part && part != end && part->sentence <= whole->sentence + (of != NULL); part = part->next) {
        if (part->kind != NB_FACT_COUNT || is_earlier(part))
            continue;
        if (part->part_of != of || !same_kind(part, whole) ||
            (parts.first && part->sentence != parts.first->sentence))
            break;
        add_part(&parts, part);
    }
    bool plain = parts.count > 1 && !are_bracketed(lint, parts.first, parts.last);
    return plain ? parts : (struct parts){.whole = whole};
}

/* A list of parts that ends with the rest leaves nothing out. */
static bool lacks(const struct lint *lint, const struct parts *parts)
{
    const struct nb_fact *whole = parts->whole;
    if (!parts->count || !is_rest(lint, parts->last) || !differ(parts))
        return false;
    for (const struct nb_fact *part = whole->next; part != parts->last->next; part = part->next)
        if (part->part_of == whole &&
            (value_of(part) > value_of(whole) ||
             (parts->sum > value_of(whole) && is_of_division(part, words_overlapping))))
            return false; /* check_part tells the first; what is published twice makes no less than all */
    return true;
}

/* Whether one digit, written wrongly, makes one number of the other. Chance does so with one list in fifty
 * whose numbers lie as near each other. */
static bool is_digit_apart(double one, double other)
{
    double by = distance(one, other), digit = 1;
    while (digit * 10 <= by)
        digit *= 10;
    double times = by / digit;
    return by > 1e-6 && distance(times, (int)(times + 0.5)) < 1e-6;
}

/* Whether the parts are said to be all: right behind the whole in a bracket or behind a colon, or by what
 * they are divided. */
static bool is_closed(const struct lint *lint, const struct nb_fact *whole, const struct nb_fact *last)
{
    return mark_behind(lint, whole) == '(' || mark_behind(lint, whole) == ':' || is_rest(lint, last) ||
           find_between(lint, whole, last, "分,");
}

/* Channels publish some texts twice, and a list may leave some out: but what makes the whole up to one digit
 * was to make it. Of parts that are not said to be all, only where they are more, by a hundredth at most:
 * 罚款112件、没收31件、拆除44件 of 178 may be so. */
static bool nearly(const struct lint *lint, const struct parts *parts)
{
    double whole = value_of(parts->whole), by = distance(parts->sum, whole);
    if (!parts->count || !is_digit_apart(parts->sum, whole))
        return false;
    return is_closed(lint, parts->whole, parts->last) ? 10 * by <= whole
                                                      : parts->sum > whole && 100 * by <= whole;
}

/* Whether a number among the parts cannot be read: 政策5,8条, 动态XX条. */
bool is_marred(const struct lint *lint, const struct nb_fact *whole)
{
    const struct nb_fact *last = whole;
    while (last->next && last->next->sentence <= whole->sentence + 1)
        last = last->next;
    static const enum slip_kind kinds[] = {SLIP_GROUPING, SLIP_PARTED, SLIP_LETTER, SLIP_PLACEHOLDER,
                                           SLIP_UNCOUNTED};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        FOR_SLIPS (slip, kinds[i])
            if (slip->span.end > whole->span.start && slip->span.start < last->span.end)
                return true;
    return false;
}

void add_part(struct parts *parts, const struct nb_fact *part)
{
    parts->first = !parts->count || part->index < parts->first->index ? part : parts->first;
    parts->last = !parts->count || part->index > parts->last->index ? part : parts->last;
    parts->sum += value_of(part);
    parts->count++;
}

bool differ(const struct parts *parts)
{
    return distance(parts->sum, value_of(parts->whole)) > 1e-6;
}

void relate_parts(struct lint *lint, struct nb_finding *finding, const struct parts *parts)
{
    for (const struct nb_fact *part = parts->first; part && part->index <= parts->last->index;
         part = part->next)
        if (part->kind == NB_FACT_COUNT && part->part_of == parts->first->part_of)
            relate(lint, finding, part);
}

void raise_parts(struct lint *lint, const struct parts *parts, const char *message)
{
    struct nb_finding *finding = raise_sum(lint, parts->whole, message, parts->sum);
    relate_parts(lint, finding, parts);
    spell_out(lint, finding);
}

static void check_parts(struct lint *lint, const struct nb_fact *whole, const struct nb_fact *end)
{
    struct parts parts = parts_of(lint, whole, end);
    for (const struct nb_fact *part = parts.first; part && part != parts.last->next; part = part->next)
        if (!part->part_of && counts_the_same(part, whole) && value_of(part) > value_of(whole)) {
            raise_part(lint, part, whole); /* 账号9个:微信5个、微博13个: behind a colon */
            return;
        }
    if (!lacks(lint, &parts)) {
        struct parts exclusive = exclusive_of(lint, whole, end);
        bool more = exclusive.count > 1 && exclusive.sum > value_of(whole) + 1e-6;
        if (!more && !nearly(lint, &parts))
            return;
        parts = more ? exclusive : parts;
    }
    if (!is_marred(lint, whole))
        raise_parts(lint, &parts, _("the parts add up to %s, the sentence says %s"));
}

/* ---- sums ---- */

/* The sentence whose numbers a sum adds up: its own, or the one before where it begins a sentence:
 * 其他处理2件。合计35件。 */
static int summed_sentence(const struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    bool begins = i && facts[i - 1]->sentence < facts[i]->sentence;
    return facts[i]->sentence - (begins && fact_begins(lint->report, facts[i], words_sums));
}

/* How many numbers a sum says that it adds up: 三项合计; 0: it does not say. */
static size_t items_of(const char *words)
{
    static const char *const counts[] = {"两", "三", "四", "五", "六", NULL};
    for (size_t i = 0; counts[i]; i++)
        for (const char *at = words; (at = strstr(at, counts[i])); at += strlen(counts[i]))
            if (string_begins_any(at + strlen(counts[i]), words_sums_of_items))
                return i + 2;
    return 0;
}

/* So many numbers before the sum, one a sentence or several: (1)网站60条,占61%。(2)微信38条。两项合计98条。
 * Returns whether it says how many. */
static bool check_counted_sum(struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    struct parts parts = {.whole = facts[i]};
    size_t left = exact_count(facts[i]) ? items_of(words_before(lint, facts, i)) : 0, items = left;
    for (size_t k = i; left && k && facts[k - 1]->article == facts[i]->article; k--) {
        if (facts[k - 1]->kind != NB_FACT_COUNT)
            continue;
        if (!same_kind(facts[k - 1], facts[i]))
            return items;
        add_part(&parts, facts[k - 1]);
        left--;
    }
    if (items && !left && differ(&parts))
        raise_parts(lint, &parts, _("the numbers add up to %s, the sentence says %s"));
    return items;
}

/* The numbers before it in that sentence, unless some of them are parts of others. */
static void check_sum(struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    if (check_counted_sum(lint, facts, i))
        return;
    const struct nb_fact *total = facts[i], *whole = i ? facts[i - 1]->part_of : NULL;
    struct parts parts = {.whole = total};
    if (!total->is_sum || !exact_count(total) || (total->part_of && total->part_of != whole))
        return;
    int sentence = summed_sentence(lint, facts, i);
    for (size_t k = i; k && facts[k - 1]->sentence == sentence && facts[k - 1] != whole; k--) {
        const struct nb_fact *fact = facts[k - 1];
        if (is_earlier(fact) && counts_the_same(fact, total))
            continue; /* 网站60条(上年50条) */
        if (!same_kind(fact, total) || fact->part_of != whole || fact->is_sum)
            return;
        add_part(&parts, fact);
    }
    if (parts.count > 1 && differ(&parts))
        raise_parts(lint, &parts, _("the numbers add up to %s, the sentence says %s"));
}

/* ---- percentages ---- */

bool number_fits(const struct nb_fact *fact, double right)
{
    return distance(value_of(fact), right) < last_digit(fact) - 1e-9;
}

void raise_percent(struct lint *lint, const struct nb_fact *percent, double right, const struct nb_fact *one,
                   const struct nb_fact *other)
{
    struct nb_finding *finding =
        raise_sum(lint, percent, _("the numbers make %s%%, the sentence says %s%%"), right);
    relate(lint, finding, one);
    relate(lint, finding, other);
}

/* What a share may be of: what its words name, or what the part is a part of; else what was received or
 * answered, in the sentence or in the table. */
struct wholes {
    double values[16];
    int count;
};

static void add_whole(struct wholes *wholes, double whole)
{
    if (whole > 0 && wholes->count < (int)(sizeof wholes->values / sizeof *wholes->values))
        wholes->values[wholes->count++] = whole;
}

static void add_cells(const struct lint *lint, struct wholes *wholes, const char *cells)
{
    double sum;
    if (cells && cells_sum(lint, cells, &sum))
        add_whole(wholes, sum);
}

/* What stands before it in its sentence, and the totals and groups of the table of applications. */
static void add_totals(const struct lint *lint, struct wholes *wholes, const struct nb_fact *const *facts,
                       size_t part)
{
    double own;
    for (size_t k = part; k > 0 && facts[k - 1]->sentence == facts[part]->sentence; k--)
        if (same_kind(facts[k - 1], facts[part]))
            add_whole(wholes, value_of(facts[k - 1]));
    bool known =
        cells_sum(lint, facts[part]->names->cells, &own) && distance(own, value_of(facts[part])) < 1e-6;
    for (const char *const *total = words_totals_of_shares; known && *total; total++)
        add_cells(lint, wholes, *total);
    wholes->count *= known;
}

/* Of what a share may be that does not say so: 予以公开20件,占57%. */
static bool is_of_applications(const struct nb_fact *fact)
{
    return fact->names->cells &&
           string_begins_any(fact->names->cells, (const char *const[]){"applications.", NULL});
}

static struct wholes wholes_of(const struct lint *lint, const struct nb_fact *const *facts, size_t part,
                               const struct nb_fact *share)
{
    struct wholes wholes = {.count = 0};
    const struct nb_fact *whole = facts[part]->part_of;
    if (whole && same_kind(facts[part], whole))
        add_whole(&wholes, value_of(whole));
    if (whole &&
        whole->sentence < facts[part]->sentence) /* 共8件,其中网上2件、当面6件。其中,同意公开3件,占37.5%。 */
        for (size_t k = part; k > 0 && facts[k - 1]->sentence >= whole->sentence; k--)
            if (facts[k - 1]->sentence == whole->sentence && same_kind(facts[k - 1], facts[part]))
                add_whole(&wholes, value_of(facts[k - 1]));
    if (share->names->cells && facts[part]->names->cells &&
        !strcmp(share->names->cells, facts[part]->names->cells))
        return wholes; /* 公开类复议18件,占复议总数的26%: these are of all kinds */
    add_cells(lint, &wholes, share->names->cells);
    for (const char *other = share->names->tolerated; other; other = cells_other(other))
        add_cells(lint, &wholes, other);
    if (!wholes.count && !share->names->cells && is_of_applications(facts[part]))
        add_totals(lint, &wholes, facts, part);
    return wholes;
}

/* Returns whether it is known of what the share is. */
static bool check_share(struct lint *lint, const struct nb_fact *const *facts, size_t part,
                        const struct nb_fact *share)
{
    if (share->kind != NB_FACT_SHARE || share->qualifier || share->named ||
        facts[part]->sentence != share->sentence || !exact_count(facts[part]))
        return false;
    struct wholes wholes = wholes_of(lint, facts, part, share);
    double sum = 0; /* 复议2件、诉讼1件,占8.6%: of all of them */
    for (size_t k = part + 1;
         k > 0 && facts[k - 1]->sentence == share->sentence && same_kind(facts[k - 1], facts[part]); k--) {
        sum += value_of(facts[k - 1]);
        for (int i = 0; i < wholes.count; i++)
            if (number_fits(share, 100 * sum / wholes.values[i]))
                return true;
    }
    if (wholes.count && value_of(facts[part]) <= wholes.values[0] && scope_is_own(lint, share))
        raise_percent(lint, share, 100 * value_of(facts[part]) / wholes.values[0], facts[part],
                      facts[part]->part_of);
    return wholes.count;
}

/* 网站60条、微信38条,网站占61%: the one part before it whose words hold those before 占; NULL: there is none,
 * or several. */
static const struct nb_fact *named_by(const struct lint *lint, const struct nb_fact *const *facts,
                                      size_t share)
{
    const char *words = words_before(lint, facts, share), *end = strstr(words, "占");
    const char *name = end && end >= words + strlen("网站")
                           ? arena_strndup(lint->scratch, words, (size_t)(end - words))
                           : NULL;
    const struct nb_fact *part = NULL;
    for (size_t k = share; name && k > 0 && facts[k - 1]->sentence + 1 >= facts[share]->sentence; k--) {
        if (!facts[k - 1]->part_of || !strstr(words_before(lint, facts, k - 1), name))
            continue;
        if (part)
            return NULL;
        part = facts[k - 1];
    }
    return part;
}

static void check_named_share(struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    const struct nb_fact *share = facts[i], *part = NULL;
    if (share->kind == NB_FACT_SHARE && share->named && !share->qualifier)
        part = named_by(lint, facts, i);
    if (!part || !same_kind(part, part->part_of) ||
        number_fits(share, 100 * value_of(part) / value_of(part->part_of)))
        return;
    raise_percent(lint, share, 100 * value_of(part) / value_of(part->part_of), part, part->part_of);
}

/* Numbers with their shares in one sentence, of a whole that nothing names:
 * 网站2048条,占62.0%;微信792条,占24.0%;微博464条,占14.0%. */
struct shares {
    const struct nb_fact *parts[16], *shares[16];
    size_t count;
};

/* The wholes of which a number can be this share. */
static void bounds_of(const struct nb_fact *part, const struct nb_fact *share, double *low, double *high)
{
    double last = last_digit(share), percent = value_of(share);
    double least = 100 * value_of(part) / (percent + last),
           most = percent > last ? 100 * value_of(part) / (percent - last) : 1e18;
    *low = *low < least ? least : *low;
    *high = *high > most ? most : *high;
}

/* A whole that all shares but one fit, 0 if there is none. */
static double whole_without(const struct shares *list, size_t left_out)
{
    double low = 0, high = 1e18;
    for (size_t i = 0; i < list->count; i++)
        if (i != left_out)
            bounds_of(list->parts[i], list->shares[i], &low, &high);
    return low <= high ? (low + high) / 2 : 0;
}

/* One of three or more that does not fit the whole of which the others are is wrong, it or its number. */
static void check_shares(struct lint *lint, const struct shares *list)
{
    double whole = 0;
    size_t wrong = list->count;
    if (list->count < 3 || whole_without(list, list->count))
        return;
    for (size_t i = 0; i < list->count; i++) {
        double fits = whole_without(list, i);
        if (fits && whole)
            return;
        whole = fits ? fits : whole;
        wrong = fits ? i : wrong;
    }
    if (whole)
        raise_percent(lint, list->shares[wrong], 100 * value_of(list->parts[wrong]) / whole,
                      list->parts[wrong], NULL);
}

/* Collect the shares of a sentence, and check them when the next has one. */
static void take_share(struct lint *lint, struct shares *list, const struct nb_fact *part,
                       const struct nb_fact *share)
{
    if (share->kind != NB_FACT_SHARE || share->qualifier || share->named || share->names->cells ||
        part->sentence != share->sentence || !exact_count(part) || value_of(part) <= 0)
        return;
    if (list->count && share->sentence != list->shares[0]->sentence) {
        check_shares(lint, list);
        list->count = 0;
    }
    if (list->count < sizeof list->parts / sizeof *list->parts &&
        (!list->count || same_kind(part, list->parts[0]))) {
        list->parts[list->count] = part;
        list->shares[list->count++] = share;
    }
}

/* Whether the fact is the one of these that is not known yet, in the unit of the others; rates are compared
 * by a change in points. */
static bool take_compared(const struct lint *lint, struct compared *found, const struct nb_fact *fact,
                          const struct nb_fact *change)
{
    const struct nb_fact *other = found->now ? found->now : found->before ? found->before : found->by;
    const struct nb_fact **place = fact->kind == NB_FACT_CHANGE ? &found->by
                                   : is_earlier(fact)           ? &found->before
                                                                : &found->now;
    bool by = fact->kind == NB_FACT_CHANGE && !fact->qualifier && (fact->up || fact->down);
    bool rate = fact->kind == NB_FACT_RATE && !fact->qualifier && strstr(change->unit, "百分");
    bool each = fact_says(lint->report, fact, "每"); /* 由每年1次调整为每半年1次 */
    bool fits = !each && (exact_count(fact) || rate || (by && strcmp(fact->unit, "%"))) && !*place &&
                (!other || !strcmp(other->unit, fact->unit));
    *place = fits ? fact : *place;
    return fits;
}

/* 增加84条,增长2.6%: nothing but a mark and the word of the change parts a rate from the difference. */
static bool are_one_change(const struct lint *lint, const struct nb_fact *by, const struct nb_fact *rate)
{
    size_t at = by->span.end;
    while (at < rate->span.start && !utf8_is_han(shadow_at(lint, at)))
        at++;
    bool moves = string_begins_any(shadow_at(lint, at), words_rise) ||
                 string_begins_any(shadow_at(lint, at), words_fall);
    return moves && !strcmp(rate->unit, "%") && rate->span.start <= at + strlen("增长了");
}

/* The numbers right before the change facts[i], and last year's right behind it: 增长50%(上年8件);
 * 增加4件,增长50%(上年8件). */
static struct compared compared_at(const struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    struct compared found = {NULL, NULL, NULL};
    const struct nb_fact *behind = facts[i]->next;
    if (behind && are_one_change(lint, facts[i], behind))
        behind = behind->next;
    for (size_t k = i; k > 0 && facts[k - 1]->sentence == facts[i]->sentence &&
                       take_compared(lint, &found, facts[k - 1], facts[i]);)
        k--;
    bool missing =
        behind && (is_earlier(behind) || (found.before && !found.now)); /* 较上年40件下降10%,为36件 */
    if (missing && behind->sentence == facts[i]->sentence)
        take_compared(lint, &found, behind, facts[i]);
    return found;
}

static struct sum_verdict judge_growth(struct compared numbers, const struct nb_fact *growth)
{
    const struct nb_fact *now = numbers.now, *by = numbers.by;
    struct sum_verdict fine = {FAULT_NONE, 0};
    if (growth->qualifier || (!numbers.before + !now + !by > 1))
        return fine;
    double before =
        numbers.before ? value_of(numbers.before) : value_of(now) + (by->down ? value_of(by) : -value_of(by));
    double change = by && numbers.before ? value_of(by) : now ? distance(value_of(now), before) : 0;
    if (before <= 0 || number_fits(growth, 100 * change / before) ||
        (now && number_fits(growth, 100 * distance(value_of(now), before) / before)))
        return fine;
    return (struct sum_verdict){FAULT_RATE, 100 * change / before};
}

/* Whether nothing but the time compared with stands before a change in its clause: 比上年增加400件. */
static bool is_bare_change(const struct lint *lint, const struct nb_fact *change)
{
    return fact_begins(lint->report, change, words_heads_of_changes);
}

/* 36件,比上年增加40件: of what were there before? */
static bool is_beyond(struct compared numbers, const struct nb_fact *by)
{
    return numbers.now && !numbers.before && by->up && value_of(by) > value_of(numbers.now);
}

/* Whether a change may be counted in the unit of numbers: points in %. */
static bool is_in_unit(const struct nb_fact *change, const char *unit)
{
    return !strcmp(change->unit, unit) || (!strcmp(unit, "%") && strstr(change->unit, "百分"));
}

/* 36件,比上年的40件减少6件: the difference is said in the unit of the numbers. */
static struct sum_verdict judge_difference(const struct lint *lint, struct compared numbers,
                                           const struct nb_fact *change)
{
    struct sum_verdict fine = {FAULT_NONE, 0};
    if (change->qualifier || !numbers.now || !is_in_unit(change, numbers.now->unit))
        return fine;
    if (!numbers.before)
        return is_beyond(numbers, change) && is_bare_change(lint, change)
                   ? (struct sum_verdict){FAULT_EXCESS, 0}
                   : fine;
    double right = distance(value_of(numbers.now), value_of(numbers.before));
    return distance(right, value_of(change)) < 1e-6 ? fine : (struct sum_verdict){FAULT_DIFFERENCE, right};
}

/* Whether the numbers beside a change are for the less, 1, for the more, -1, or nobody can say, 0. */
static int fallen(const struct lint *lint, struct compared numbers, const struct nb_fact *change)
{
    if (numbers.now && numbers.before)
        return (value_of(numbers.now) < value_of(numbers.before)) -
               (value_of(numbers.now) > value_of(numbers.before));
    return numbers.by && are_one_change(lint, numbers.by, change) ? numbers.by->down - numbers.by->up : 0;
}

/* 收到36件,比上年的40件增长10%; 比上年增加4件,下降10%: said the wrong way comes first. */
struct sum_verdict judge_change(const struct lint *lint, struct compared numbers,
                                const struct nb_fact *change)
{
    int way = fallen(lint, numbers, change);
    if (way && way == change->up - change->down)
        return (struct sum_verdict){way > 0 ? FAULT_RISES : FAULT_FALLS, 0};
    return strcmp(change->unit, "%") ? judge_difference(lint, numbers, change)
                                     : judge_growth(numbers, change);
}

/* 公开98条,其中网站60条、微信38条,比上年增长10%: it may be the whole that has grown, and is where the clause
 * begins with 总. */
static struct sum_verdict judge(const struct lint *lint, struct compared *numbers,
                                const struct nb_fact *change)
{
    struct sum_verdict said = judge_change(lint, *numbers, change);
    const struct nb_fact *whole = numbers->now ? numbers->now->part_of : NULL;
    if (!(said.fault || (numbers->by && is_beyond(*numbers, numbers->by))) || !whole ||
        !same_kind(numbers->now, whole) || whole->sentence != change->sentence)
        return said;
    struct compared of_whole = {whole, numbers->before, numbers->by};
    struct sum_verdict other = judge_change(lint, of_whole, change);
    bool total = fact_says(lint->report, change, "总") || fact_says(lint->report, change, "總") ||
                 is_bare_change(lint, change);
    *numbers = total ? of_whole : *numbers;
    return total || !other.fault ? other : said;
}

static struct nb_finding *raise_change(struct lint *lint, const struct nb_fact *change, const char *message)
{
    return finding_add(lint, change->span, message, change->quantity, change->unit);
}

/* The finding on a change; NULL where its number has been told of already. */
static struct nb_finding *raise_fault(struct lint *lint, const struct nb_fact *change,
                                      struct sum_verdict verdict)
{
    switch (verdict.fault) {
    case FAULT_RISES:
        return raise_change(lint, change, _("the numbers fall, the sentence says that they rise: %s%s"));
    case FAULT_FALLS:
        return raise_change(lint, change, _("the numbers rise, the sentence says that they fall: %s%s"));
    case FAULT_EXCESS:
        return raise_change(lint, change, _("it has grown by %s%s, which is more than all there is"));
    case FAULT_RATE:
        return raise_sum(lint, change, _("the numbers make %s%%, the sentence says %s%%"), verdict.right);
    case FAULT_DIFFERENCE:
        return raise_sum(lint, change, _("the numbers differ by %s, the sentence says %s"), verdict.right);
    case FAULT_NONE:
        break;
    }
    return NULL;
}

/* Which of the numbers a fault rests on: last year's and this year's, else the one and the difference. */
static void tell_numbers(struct lint *lint, struct nb_finding *finding, struct compared numbers)
{
    const struct nb_fact *const told[] = {numbers.now, numbers.before,
                                          numbers.before && numbers.now ? NULL : numbers.by};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        relate(lint, finding, told[i]);
}

/* 由4.2万人增加到3.1万人: nothing but the word of the change stands between them. */
static void check_rise(struct lint *lint, const struct nb_fact *before, const struct nb_fact *now)
{
    static const char *const until[] = {"到", "至", "为", NULL};
    enum { LONGEST = 12 }; /* bytes: 增加到了 */
    size_t from = before->span.end, length = now->span.start - from;
    const char *word = shadow_at(lint, from);
    bool up = string_begins_any(word, words_rise), down = string_begins_any(word, words_fall);
    bool alike = before->kind == now->kind && !before->qualifier && !now->qualifier &&
                 !strcmp(before->unit, now->unit);
    if (before->sentence != now->sentence || length > LONGEST || length < 6 || !alike || up == down ||
        !string_begins_any(shadow_at(lint, now->span.start - 3), until))
        return;
    if (up ? value_of(now) < value_of(before) : value_of(now) > value_of(before))
        relate(lint, raise_fault(lint, now, (struct sum_verdict){up ? FAULT_RISES : FAULT_FALLS, 0}), before);
}

/* 累计公开信息104条,今年新增2071条: what is new is among all so far. */
static void check_new(struct lint *lint, const struct nb_fact *all, const struct nb_fact *new)
{
    bool alike = counts_the_same(all, new) && all->sentence == new->sentence;
    if (!alike || !fact_says(lint->report, all, "累计") || !is_behind(lint, new->span.start, "新增") ||
        value_of(new) <= value_of(all))
        return;
    relate(lint,
           finding_add(lint, all->span, _("all so far, %s%s, are fewer than the new ones, %s%s"),
                       all->quantity, all->unit, new->quantity, new->unit),
           new);
}

static void check_change(struct lint *lint, const struct nb_fact *const *facts, size_t i)
{
    if (i && facts[i]->kind != NB_FACT_CHANGE) {
        check_rise(lint, facts[i - 1], facts[i]);
        check_new(lint, facts[i - 1], facts[i]);
    }
    if (facts[i]->kind != NB_FACT_CHANGE)
        return;
    struct compared numbers = compared_at(lint, facts, i);
    struct nb_finding *finding = raise_fault(lint, facts[i], judge(lint, &numbers, facts[i]));
    tell_numbers(lint, finding, numbers);
}

/* 收到申请6条: applications are counted in 件, but not 依申请公开信息6条, nor the parts of these. */
static void check_unit(struct lint *lint, const struct nb_fact *fact)
{
    if (fact->kind != NB_FACT_COUNT || fact->part_of || strcmp(unit_measure(fact->unit), "条") ||
        !is_of_applications(fact) || !is_behind(lint, fact->span.start, "申请"))
        return;
    struct nb_span unit = {fact->span.end - strlen("条"), fact->span.end};
    struct nb_finding *finding =
        finding_add(lint, unit, _("applications are counted in %s, not in %s"), "件", fact->unit);
    finding_says(finding, fact->unit, "件")->severity = NB_NOTE;
}

void check_prose_sum(struct lint *lint)
{
    report_slips(lint, SLIP_RATE, 0, N_("“%s”: no more than all can be done, 100 %%"));
    report_slips(lint, SLIP_UNITS, 1, N_("“%s”: the number has no unit"));
    report_slips(lint, SLIP_UNITS, 0, N_("“%s”: the unit is not one of what is counted, or there are two"));
    report_slips(lint, SLIP_MINUS, 0, N_("“%s”: the word and the minus both say that it falls"));
    size_t count = 0;
    for (const struct nb_fact *fact = lint->report->facts; fact; fact = fact->next)
        count++;
    const struct nb_fact **facts = xmalloc((count + 1) * sizeof *facts);
    const struct nb_fact **ends = xmalloc((count + 1) * sizeof *ends);
    facts[count] = NULL; /* checks look ahead */
    for (const struct nb_fact *fact = lint->report->facts; fact; fact = fact->next) {
        facts[fact->index] = fact;
        ends[fact->index] = fact->next;
        if (fact->part_of)
            ends[fact->part_of->index] = fact->next;
    }
    struct shares shares = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        check_unit(lint, facts[i]);
        check_part(lint, facts[i]);
        check_parts(lint, facts[i], ends[i]);
        check_sum(lint, facts, i);
        if (i >= 1 && !check_share(lint, facts,
                                   i >= 2 && facts[i - 2]->part_of == facts[i - 1] ? i - 2 : i - 1, facts[i]))
            take_share(lint, &shares, facts[i - 1], facts[i]);
        check_named_share(lint, facts, i);
        check_change(lint, facts, i);
        check_rest(lint, facts, i);
        arena_clear(lint->scratch);
    }
    xfree(facts);
    xfree(ends);
    check_shares(lint, &shares);
}
