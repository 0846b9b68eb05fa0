/* clause.c - finds the indicator that the words of a clause name: own words first say it, the topic may be carried on. */
#include "clause.h"

#include <string.h>

/* One reading of a clause: the words said, the topic of its own, the topic carried. */
struct reading {
    uint64_t words, head, carried, verbs, within;
    bool crossed, modified, gap;
    const char *unit;
    const struct indicator *whole;
    int member;
};

static bool unit_fits(const char *units, const char *unit)
{
    size_t length = unit ? strlen(unit) : 0;
    if (!length || !units)
        return true; /* "共12,": the unit is not printed */
    for (const char *at = units; (at = strstr(at, unit)); at += length)
        if ((at == units || at[-1] == ' ') && (!at[length] || at[length] == ' '))
            return true;
    return false;
}

/* Every set has a word that is said: in the clause, at least one of them, or carried to it. */
static bool says_all(const struct indicator *one, uint64_t words, uint64_t said)
{
    bool own = false;
    for (int i = 0; i < MAX_SAYS && one->says[i]; i++) {
        if (!(one->says[i] & said))
            return false;
        own |= (one->says[i] & words) != 0;
    }
    return own;
}

static bool topic_fits(const struct indicator *one, const struct reading *reading)
{
    if (reading->head && !(reading->head & one->topics))
        return false;
    if (reading->words & one->topic & indicator_topics)
        return true;
    if (!one->topic)
        return reading->head || reading->crossed || !(reading->carried & one->without);
    uint64_t topics = reading->carried;
    return topics & one->topic && !(reading->crossed && reading->gap);
}

/* What has a name or cells for each member of a kind needs to know which; one of the kind is meant where none is named, or
 * several.
 */
static bool member_fits(const struct indicator *one, const struct reading *reading)
{
    uint64_t says = 0;
    for (int i = 0; i < MAX_SAYS; i++)
        says |= one->says[i];
    bool each = strchr(one->id, '@') || (one->cells && strchr(one->cells, '@'));
    return each ? reading->member > 0 && indicator_members[reading->member - 1].word & says
                : reading->member <= 0 || !(says & reading->words & indicator_kinds);
}

/* 在予以公开的申请中,自然人16件; 予以公开20件,其中自然人16件: whose they are and what became of them cross, so that no cell of a
 * total counts it. */
static bool crosses(const struct indicator *one, const struct reading *reading)
{
    const struct indicator *whole = reading->whole;
    uint64_t words = reading->within;
    bool divided = whole && whole->division && one->division && strcmp(whole->division, one->division);
    for (int i = 0; divided && i < MAX_SAYS; i++)
        words |= whole->says[i];
    return words & ~indicator_events & one->without;
}

static const struct indicator *find(const struct reading *reading)
{
    uint64_t words = reading->words, said = words | reading->verbs | (reading->head ? 0 : reading->carried);
    for (size_t i = 0; i < indicator_count; i++) {
        const struct indicator *one = &indicator_table[i];
        if (!says_all(one, words, said) || (words & ~indicator_topics ? words : said) & one->without || crosses(one, reading) ||
            !topic_fits(one, reading) || !member_fits(one, reading))
            continue;
        if (!unit_fits(one->units, reading->unit) || (one->plain && reading->modified) || (one->modified && !reading->modified))
            continue;
        return one;
    }
    return NULL;
}

const struct indicator *clause_indicator(const struct clause *clause)
{
    uint64_t other_verbs = clause->own & indicator_verbs ? indicator_verbs : 0; /* 收到的申请中,3件已办结 */
    struct reading reading = {.words = clause->own | (clause->lead & ~other_verbs),
                              .head = clause->head ? clause->head : clause->lead_head,
                              .carried = clause->carried,
                              .verbs = clause->verbs,
                              .within = clause->within,
                              .whole = clause->whole,
                              .crossed = clause->crossed,
                              .modified = clause->modified || clause->gap,
                              .gap = clause->gap,
                              .unit = clause->unit,
                              .member = clause->member ? clause->member : clause->lead_member};
    const struct indicator *found = clause->lead ? find(&reading) : NULL;
    if (found)
        return found;
    reading.words = clause->own;
    reading.head = clause->head;
    reading.modified = clause->modified;
    reading.member = clause->member;
    return find(&reading);
}

bool clause_is_used(const struct clause *clause, uint64_t within, const struct indicator *indicator)
{
    uint64_t used = indicator->topics | indicator->with | indicator_light | WORDS_LAST_YEAR | WORDS_NEXT_YEAR;
    for (int i = 0; i < MAX_SAYS; i++)
        used |= indicator->says[i];
    return !((clause->own | clause->lead | within) & ~used);
}

const struct indicator *clause_named(const char *id)
{
    for (size_t i = 0; i < indicator_count; i++)
        if (!strcmp(indicator_table[i].id, id))
            return &indicator_table[i];
    return NULL;
}

uint64_t role_topics(const char *role)
{
    for (size_t i = 0; role && i < indicator_role_count; i++)
        if (!strcmp(indicator_roles[i].role, role))
            return indicator_roles[i].topics;
    return 0;
}
