/* scope.c - of what a sentence states a number: of all that a cell counts, of some of it, or of what no cell counts, as those of
 * another office, of another year, of a sample. */
#include "fold.h"
#include "lint.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_SENTENCE = 300, LONGEST_CLAUSE = 120, LONGEST_NAME = 12 }; /* bytes; characters */

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
    static const char *const breaks[] = {"年", "中", "由", "向", "对", "以", NULL};
    for (size_t from = end; from >= start + 3 && end - from < 3 * (size_t)LONGEST_NAME; from -= 3)
        if (!utf8_is_han(shadow_at(lint, from - 3)) || string_begins_any(shadow_at(lint, from - 3), breaks))
            return from;
    return end - start < 3 * (size_t)LONGEST_NAME ? start : end - 3 * (size_t)LONGEST_NAME;
}

/* The length of a government's name up to its level: 清溪县 of 清溪县人民政府办公室. */
static size_t level_length(const char *agency)
{
    static const char *const ends[] = {"办公室", "办公厅", "人民政府", "政府"};
    size_t length = strlen(agency);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (length > strlen(ends[i]) && !strncmp(agency + length - strlen(ends[i]), ends[i], strlen(ends[i])))
            length -= strlen(ends[i]);
    return length;
}

/* 市政府 in the report of a county: a government of a level that the office's name does not end with. */
static bool is_other_level(const char *agency, const char *name)
{
    size_t length = level_length(agency), level = strlen(name);
    if (level < strlen("市政府") || strcmp(name + level - strlen("政府"), "政府"))
        return false;
    level = level_length(name);
    return length >= 3 && level >= 3 && strncmp(agency + length - 3, name + level - 3, 3);
}

/* 全县各级行政机关, 县政府及其部门 in the report of a county, 全局 in that of a department: all those whose numbers it sums up.
 */
static bool is_whole(struct lint *lint, const char *agency, const char *name)
{
    size_t length = level_length(agency);
    const char *all = strstr(name, "全"), *with = strstr(name, "政府及");
    if (with)
        return !is_other_level(agency, arena_strndup(lint->arena, name, (size_t)(with - name) + strlen("政府")));
    return all && length >= 3 && !strncmp(all + 3, agency + length - 3, 3) &&
           (!all[6] || strstr(all, "各级") || strstr(all, "行政机关"));
}

/* 我局, 本机关, 本级, and the names of the office that reports. */
static bool is_own(struct lint *lint, const char *name)
{
    static const char *const own[] = {"我", "本", NULL};
    for (const char *at = name; *at; at += 3)
        if (string_begins_any(at, own))
            return true;
    return !lint->report->agency || is_whole(lint, lint->report->agency, name) ||
           (!is_other_level(lint->report->agency, name) && office_is_same(lint, lint->report->agency, name));
}

/* Whether a predicate follows an office that ends here: past adverbs and 共 the next token is a verb, a denial, a time, or the
 * comma that sets a topic off (较多的是住建部门,收到…); 的 and a noun make the office an attribute, 提出 makes it one that
 * applies. Words not known before the verb are as long as `adverb`. */
static bool acts(const struct lint *lint, const struct passage *passage, size_t end, size_t adverb)
{
    static const char *const applies[] = {"提出", "提交", "递交", "申请", NULL}, *const suffers[] = {"被", NULL};
    const struct token *token = lint->prose.tokens + passage->first, *last = token + passage->count;
    while (token < last && token->span.start < end)
        token++;
    for (; token < last && token->span.start - end <= adverb; token++) {
        if (string_begins_any(shadow_at(lint, token->span.start), applies))
            return false;
        if (token->kind == TOKEN_MARK)
            return token->value == ',';
        if (token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) {
            end = token->span.end; /* 村(社区)未收到 */
            continue;
        }
        if (token->kind == TOKEN_NONE || token->kind == TOKEN_YEAR ||
            token->value & (WORD_VERB | WORD_THIS_YEAR | WORD_RESPECTIVELY) ||
            (token->span.start == end && string_begins_any(shadow_at(lint, end), suffers)))
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
    static const char *const offices[] = {"局",     "委",     "厅",   "院",   "乡",   "镇",     "村", "街道", "社区", "科室",
                                          "处室",   "部门",   "单位", "机关", "政府", "全系统", "站", "大队", "中心", "管理所",
                                          "服务所", "派出所", "公司", "企业", "学校", "县",     "市", "区"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t length = strlen(offices[i]);
        if (!strncmp(at, offices[i], length))
            return strncmp(at + length, "政府", strlen("政府")) && strncmp(at - 3, "网站", strlen("网站"))
                       ? length
                       : 0; /* 镇政府 may be this one */
    }
    return 0;
}

/* 县政府 alone in the report of a county, which sums up those of its departments: it may be all of them. */
static bool may_be_part(const char *agency, const char *name)
{
    size_t length = strlen(name);
    return agency && level_length(agency) < strlen(agency) && length == strlen("县政府") && !strcmp(name + strlen("县"), "政府");
}

/* What the subject of the sentence up to a place says: nothing, or that it is another office than the one that reports, or
 * several. */
static enum extent subject_extent(struct lint *lint, size_t start, size_t place)
{
    static const char *const regions[] = {"县", "市", "区", NULL}; /* 区分处理 */
    enum { LONGEST_ADVERB = 4 * 3 };                               /* bytes */
    enum extent extent = EXTENT_ALL;
    const struct passage *passage = passage_at(lint, place);
    for (size_t at = start; passage && at < place; at++) {
        size_t length = office_length(shadow_at(lint, at));
        size_t adverb = string_begins_any(shadow_at(lint, at), regions) ? 0 : LONGEST_ADVERB;
        if (!length || !acts(lint, passage, at + length, adverb))
            continue;
        size_t from = name_start(lint, start, at + length);
        bool object = is_behind(lint, from, "向") || is_behind(lint, from, "对");
        const char *name = arena_strndup(lint->arena, shadow_at(lint, from), at + length - from);
        if (!object && !is_own(lint, name))
            return EXTENT_OTHER;
        if (may_be_part(lint->report->agency, name))
            extent = EXTENT_SOME;
    }
    return extent;
}

/* Words that tell of what a clause counts, and where they may stand. */
struct evidence {
    const char *words[16];
    enum extent extent;
    enum { BEFORE, AROUND, SENTENCE } reach; /* in the clause before the number, anywhere in it, in the sentence before it */
};

static const struct evidence evidence[] = {
    {{"最多", "最大", "最高", "最少", "最集中", "居首", "同一", "单个", "单月"}, EXTENT_OTHER, AROUND}, /* one of many */
    {{"抽查", "抽取", "抽检", "抽样", "评查", "随机", "前三", "前五", "前列"}, EXTENT_OTHER, SENTENCE}, /* a sample */
    {{"各类行政复议", "各类行政诉讼", "各类案件", "其他行政行为"}, EXTENT_OTHER, AROUND},     /* not only on disclosure */
    {{"协助", "交办", "转办", "代为", "代理", "指导", "参与", "审理"}, EXTENT_OTHER, BEFORE}, /* another's case */
    {{"当场", "当日", "当天", "提前", "即时", "延期", "延长", "超期", "逾期", "期限内"},
     EXTENT_SOME,
     AROUND},                                                                     /* how it was done */
    {{"含上年", "含结转", "含乡镇", "含下属", "包括上年"}, EXTENT_OTHER, AROUND}, /* and others with them */
    {{"层面", "一级", "名义"}, EXTENT_SOME, SENTENCE},
    {{"决定书", "答复书", "告知书", "文书", "案卷", "案例"}, EXTENT_OTHER, BEFORE}, /* papers on them */
    {{"通过", "经由"}, EXTENT_SOME, BEFORE},                                        /* one way of several */
};

static bool has_word(const struct lint *lint, size_t from, size_t to, const char *const *words)
{
    for (; from < to; from++)
        if (string_begins_any(shadow_at(lint, from), words))
            return true;
    return false;
}

/* The clause of the number: to the mark before and behind it, with the bracket there. */
static struct nb_span clause_of(const struct lint *lint, struct nb_span fact)
{
    static const char *const marks[] = {",", ";", ":", "(", ")", "。", "\n", "\x1E", NULL};
    size_t length = lint->report->text->length;
    struct nb_span clause = fact;
    while (clause.start > 0 && fact.start - clause.start < LONGEST_CLAUSE &&
           !string_begins_any(shadow_at(lint, clause.start - 1), marks) &&
           (clause.start < 3 || strncmp(shadow_at(lint, clause.start - 3), "。", 3)))
        clause.start--;
    while (clause.end < length && clause.end - fact.end < LONGEST_CLAUSE &&
           !string_begins_any(shadow_at(lint, clause.end), marks))
        clause.end++;
    if (clause.end < length && *shadow_at(lint, clause.end) == '(')
        clause.end += strcspn(shadow_at(lint, clause.end), ")\n");
    return clause;
}

/* 有1件申请因检索不全面重新答复, 5件撤诉: cases are told of, for there is more behind the number than the longest noun, or what
 * follows at once is no word that is known. */
static bool are_single_cases(const struct lint *lint, struct nb_span fact, size_t end)
{
    static const char *const why[] = {"因", "被", "经", "是", "涉及", NULL}, *const goes_on[] = {"以上", "左右", "以内", "的",
                                                                                                 "并",   "且",   "而",   "较",
                                                                                                 "比",   "同",   "主要", NULL};
    bool long_or_why = end - fact.end > strlen("依申请公开政府信息申请") || has_word(lint, fact.end, end, why);
    if (is_behind(lint, fact.start, "有") && long_or_why)
        return true;
    const struct passage *passage = passage_at(lint, fact.start);
    if (!passage || is_behind(lint, fact.start, "的") || !utf8_is_han(shadow_at(lint, fact.end)) ||
        string_begins_any(shadow_at(lint, fact.end), goes_on))
        return false;
    for (size_t i = passage->first; i < passage->first + passage->count; i++)
        if (lint->prose.tokens[i].span.start == fact.end)
            return false;
    return true;
}

static enum extent said_extent(const struct lint *lint, const struct nb_fact *said)
{
    static const char *const all[] = {"均", "全部", "都", "各", NULL};
    struct nb_span fact = said->span, clause = clause_of(lint, fact);
    for (size_t i = 0; i < sizeof evidence / sizeof *evidence; i++) {
        const struct evidence *one = &evidence[i];
        size_t from = one->reach == SENTENCE ? sentence_start(lint, fact.start) : clause.start;
        if (has_word(lint, from, one->reach == AROUND ? clause.end : fact.start, one->words) &&
            !(one->extent == EXTENT_SOME && has_word(lint, clause.start, clause.end, all)))
            return one->extent;
    }
    return !said->none && are_single_cases(lint, fact, clause.end) ? EXTENT_SOME : EXTENT_ALL;
}

bool number_is_torn(const struct lint *lint, size_t place)
{
    const char *shadow = lint->report->text->shadow;
    size_t before = place;
    while (before > 0 && strchr(" \x01", shadow[before - 1]))
        before--;
    return before > 0 && before < place && isdigit((unsigned char)shadow[before - 1]);
}

/* 上年结转的2件中予以公开1件: the cell counts those received this year as well. */
static bool is_of_carried(const struct nb_fact *fact)
{
    static const char carried[] = "applications.carried_";
    return fact->part_of && fact->part_of->indicator && !strncmp(fact->part_of->indicator, carried, strlen(carried));
}

/* 收到36件,其中已答复33件: the cell counts the answers to those carried in as well, so less may be right. */
static bool is_of_received(const struct nb_fact *fact)
{
    static const char received[] = "applications.received.total", answered[] = "applications.outcome_total.total";
    const char *whole = fact->part_of ? fact->part_of->indicator : NULL;
    return whole && fact->indicator && !strcmp(whole, received) && !strcmp(fact->indicator, answered);
}

bool scope_is_this_year(const struct nb_fact *fact)
{
    bool part =
        fact->part_of && fact->part_of->indicator && fact->indicator && !strcmp(fact->part_of->indicator, fact->indicator);
    bool now = fact->scope == NB_SCOPE_UNSAID || fact->scope == NB_SCOPE_YEAR || (fact->scope == NB_SCOPE_AS_OF && fact->stock);
    return fact->cells && fact->kind == NB_FACT_COUNT && !part && !is_of_carried(fact) && !fact->restricted && now;
}

enum extent scope_extent(struct lint *lint, const struct nb_fact *fact)
{
    if (!scope_is_this_year(fact) || number_is_torn(lint, fact->span.start))
        return EXTENT_OTHER;
    enum extent subject = subject_extent(lint, sentence_start(lint, fact->span.start), fact->span.start);
    enum extent said = said_extent(lint, fact), own = fact->some || is_of_received(fact) ? EXTENT_SOME : EXTENT_ALL;
    enum extent least = said > own ? said : own; /* they are in order: less and less of what the cells count */
    return subject > least ? subject : least;
}
