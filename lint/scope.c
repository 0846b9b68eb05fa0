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

static bool is_behind(const struct lint *lint, size_t end, const char *word)
{
    return end >= strlen(word) && !strncmp(shadow_at(lint, end - strlen(word)), word, strlen(word));
}

/* Where the name that ends before `end` begins: behind the first sign that is no Chinese character, behind 年 and 中, and behind
 * the word that makes it an object. */
static size_t name_start(const struct lint *lint, size_t start, size_t end)
{
    static const char *const breaks[] = {"年", "中", "由", "向", "对", NULL};
    for (size_t from = end; from >= start + 3 && end - from < 3 * (size_t)LONGEST_NAME; from -= 3)
        if (!utf8_is_han(shadow_at(lint, from - 3)) || string_begins_any(shadow_at(lint, from - 3), breaks))
            return from;
    return end - start < 3 * (size_t)LONGEST_NAME ? start : end - 3 * (size_t)LONGEST_NAME;
}

/* 市政府 in the report of a county: a government of a level that the office's name does not end with. */
static bool is_other_level(const char *agency, const char *name)
{
    static const char *const ends[] = {"办公室", "人民政府", "政府", NULL};
    size_t length = strlen(agency), level = strlen(name);
    if (level < strlen("市政府") || strcmp(name + level - strlen("政府"), "政府"))
        return false;
    level -= strlen("政府");
    level -= level > strlen("人民") && !strncmp(name + level - strlen("人民"), "人民", strlen("人民")) ? strlen("人民") : 0;
    for (size_t i = 0; ends[i]; i++)
        if (length > strlen(ends[i]) && !strncmp(agency + length - strlen(ends[i]), ends[i], strlen(ends[i])))
            length -= strlen(ends[i]);
    return length >= 3 && strncmp(agency + length - 3, name + level - 3, 3);
}

/* 我局, 本机关, 本级, and the names of the office that reports. */
static bool is_own(struct lint *lint, const char *name)
{
    static const char *const own[] = {"我", "本", NULL};
    for (const char *at = name; *at; at += 3)
        if (string_begins_any(at, own))
            return true;
    return !lint->report->agency ||
           (!is_other_level(lint->report->agency, name) && office_is_same(lint, lint->report->agency, name));
}

/* Whether a predicate follows an office that ends here: past adverbs and 共 the next token is a verb, a denial, a time, or the
 * comma that sets a topic off (较多的是住建部门,收到…); 的 and a noun make the office an attribute. */
static bool acts(const struct lint *lint, const struct passage *passage, size_t end)
{
    enum { LONGEST_ADVERB = 4 * 3 }; /* bytes */
    const struct token *token = lint->prose.tokens + passage->first, *last = token + passage->count;
    while (token < last && token->span.start < end)
        token++;
    for (; token < last && token->span.start - end <= LONGEST_ADVERB; token++) {
        if (token->kind == TOKEN_MARK)
            return token->value == ',';
        if (token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) {
            end = token->span.end; /* 村(社区)未收到 */
            continue;
        }
        if (token->kind == TOKEN_NONE || token->kind == TOKEN_YEAR ||
            token->value & (WORD_VERB | WORD_THIS_YEAR | WORD_RESPECTIVELY))
            return true;
        if (!(token->value & WORD_FILLER) ||
            string_begins_any(shadow_at(lint, token->span.start), (const char *const[]){"的", NULL}))
            return false;
        end = token->span.end;
    }
    return false;
}

/* The bytes of the word here that ends the name of an office; 0: none does. */
static size_t office_length(const char *at)
{
    static const char *const offices[] = {"局",   "委",   "厅",   "院",   "乡",   "镇",   "村",   "街道",
                                          "社区", "科室", "处室", "部门", "单位", "机关", "政府", "全系统"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t length = strlen(offices[i]);
        if (!strncmp(at, offices[i], length))
            return strncmp(at + length, "政府", strlen("政府")) ? length : 0; /* 镇政府 may be this one */
    }
    return 0;
}

/* Whether an office other than the one that reports is the subject of the sentence up to a place, or several are. */
static bool has_other_subject(struct lint *lint, size_t start, size_t place)
{
    const struct passage *passage = passage_at(lint, place);
    for (size_t at = start; passage && at < place; at++) {
        size_t length = office_length(shadow_at(lint, at));
        if (!length || !acts(lint, passage, at + length))
            continue;
        size_t from = name_start(lint, start, at + length);
        bool object = is_behind(lint, from, "向") || is_behind(lint, from, "对");
        if (!object && !is_own(lint, arena_strndup(lint->arena, shadow_at(lint, from), at + length - from)))
            return true;
    }
    return false;
}

bool number_is_torn(const struct lint *lint, size_t place)
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
    return number_is_torn(lint, fact.start) || has_other_subject(lint, start, fact.start);
}
