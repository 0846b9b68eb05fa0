/* scope.c - whose numbers a sentence states, and of how many years: where it is not this office and this year, no cell says them.
 */
#include "fold.h"
#include "lint.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_SENTENCE = 300, LONGEST_NAME = 12 }; /* bytes; characters */

/* Where the sentence of a place begins. */
static size_t sentence_start(const struct lint *lint, size_t place)
{
    size_t limit = place > LONGEST_SENTENCE ? place - LONGEST_SENTENCE : 3, at = place;
    while (at > limit && !strchr("\n;\x1E\x1F", *shadow_at(lint, at - 1)) && strncmp(shadow_at(lint, at - 3), "。", 3))
        at--;
    return at;
}

/* The name that ends before `end`: the Chinese characters before it in its clause, without 年 and what stands before that. */
static char *name_before(struct lint *lint, size_t start, size_t end)
{
    size_t from = end;
    while (from >= start + 3 && end - from < 3 * (size_t)LONGEST_NAME && utf8_is_han(shadow_at(lint, from - 3)) &&
           strncmp(shadow_at(lint, from - 3), "年", 3) && strncmp(shadow_at(lint, from - 3), "中", 3))
        from -= 3;
    return arena_strndup(lint->arena, shadow_at(lint, from), end - from);
}

/* 我局, 本机关, 本级, and the names of the office that reports. */
static bool is_own(struct lint *lint, const char *name)
{
    static const char *const own[] = {"我", "本", NULL};
    for (const char *at = name; *at; at += 3)
        if (string_begins_any(at, own))
            return true;
    return !lint->report->agency || office_is_same(lint, lint->report->agency, name);
}

/* Whether an office at the head of a clause does what its predicate says, which begins behind it: 县教育局收到, 各部门共办理. */
static bool acts(const char *at)
{
    static const char *const predicates[] = {"收到", "共",   "均",   "都",   "未",   "没有", "全年", "新收", "接到",
                                             "受理", "答复", "办理", "办结", "承办", "审理", "制定", "制发", "废止",
                                             "印发", "公开", "发布", "主动", "依法", "累计", "合计", "2",    NULL};
    return string_begins_any(at, predicates);
}

/* Whether an office other than the one that reports is the subject of the sentence up to a place, or several are. */
static bool has_other_subject(struct lint *lint, size_t start, size_t place)
{
    static const char *const offices[] = {"局", "委", "厅", "院", "乡", "镇", "街道", "部门", "单位", "机关", NULL};
    for (size_t at = start; at < place; at++) {
        const char *word = shadow_at(lint, at), *const *office = offices;
        while (*office && strncmp(word, *office, strlen(*office)))
            office++;
        if (!*office || !acts(word + strlen(*office)))
            continue;
        char *name = name_before(lint, start, at + strlen(*office));
        if (!is_own(lint, name))
            return true;
    }
    return false;
}

/* Whether a sentence counts over years, for a part of one, as an average does, or more than disclosure: 近三年, “十三五”期间,
 * 月均, 各类行政复议. */
static bool counts_other(const struct lint *lint, size_t start, size_t place)
{
    static const char *const words[] = {"期间", "近两年", "近三年", "近几年",   "近五年", "年均",
                                        "月均", "日均",   "平均",   "各类行政", NULL};
    for (size_t at = start; at < place; at++)
        if (string_begins_any(shadow_at(lint, at), words))
            return true;
    return false;
}

/* "3 6件": one number of which a blank has cut off the first digit, or two. */
static bool is_torn(const struct lint *lint, size_t place)
{
    const char *shadow = lint->report->text->shadow;
    size_t before = place;
    while (before > 0 && strchr(" \x01", shadow[before - 1]))
        before--;
    return before > 0 && before < place && isdigit((unsigned char)shadow[before - 1]);
}

bool scope_is_unclear(struct lint *lint, struct nb_span fact)
{
    size_t start = sentence_start(lint, fact.start);
    return is_torn(lint, fact.start) || counts_other(lint, start, fact.start) || has_other_subject(lint, start, fact.start);
}
