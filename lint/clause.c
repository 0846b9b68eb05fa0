/* clause.c - finds the indicator that the words of a clause name: own words first say it, the topic may be
 * carried on. */
#include "clause.h"

#include <string.h>

/* One reading of a clause: the words said, the topic of its own, the topic carried. */
struct clause_reader {
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

static bool topic_fits(const struct indicator *one, const struct clause_reader *reader)
{
    if (reader->head && !(reader->head & one->topics))
        return false;
    if (reader->words & one->topic & indicator_topics)
        return true;
    if (!one->topic)
        return reader->head || reader->crossed || !(reader->carried & one->without);
    uint64_t topics = reader->carried;
    return topics & one->topic && !(reader->crossed && reader->gap);
}

/* What has a name or cells for each member of a kind needs to know which; one of the kind is meant where none
 * is named, or several.
 */
static bool member_fits(const struct indicator *one, const struct clause_reader *reader)
{
    uint64_t says = 0;
    for (int i = 0; i < MAX_SAYS; i++)
        says |= one->says[i];
    bool each = strchr(one->id, '@') || (one->cells && strchr(one->cells, '@'));
    return each ? reader->member > 0 && indicator_members[reader->member - 1].word & says
                : reader->member <= 0 || !(says & reader->words & indicator_kinds);
}

/* 在予以公开的申请中,自然人16件; 予以公开20件,其中自然人16件: whose they are and what became of them cross,
 * so that no cell of a total counts it. */
static bool crosses(const struct indicator *one, const struct clause_reader *reader)
{
    const struct indicator *whole = reader->whole;
    uint64_t words = reader->within;
    bool divided = whole && whole->division && one->division && strcmp(whole->division, one->division);
    for (int i = 0; divided && i < MAX_SAYS; i++)
        words |= whole->says[i];
    return words & ~indicator_events & one->without;
}

static const struct indicator *find(const struct clause_reader *reader)
{
    uint64_t words = reader->words, said = words | reader->verbs | (reader->head ? 0 : reader->carried);
    for (size_t i = 0; words && i < indicator_count; i++) { /* a word of its own is said */
        const struct indicator *one = &indicator_table[i];
        if (!says_all(one, words, said) || (words & ~indicator_topics ? words : said) & one->without ||
            crosses(one, reader) || !topic_fits(one, reader) || !member_fits(one, reader))
            continue;
        if (!unit_fits(one->units, reader->unit) || (one->plain && reader->modified) ||
            (one->modified && !reader->modified))
            continue;
        return one;
    }
    return NULL;
}

const struct indicator *clause_indicator(const struct clause *clause)
{
    uint64_t other_verbs = clause->own & indicator_verbs ? indicator_verbs : 0; /* 收到的申请中,3件已办结 */
    struct clause_reader reader = {.words = clause->own | (clause->lead & ~other_verbs),
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
    const struct indicator *found = clause->lead ? find(&reader) : NULL;
    if (found)
        return found;
    reader.words = clause->own;
    reader.head = clause->head;
    reader.modified = clause->modified;
    reader.member = clause->member;
    return find(&reader);
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
