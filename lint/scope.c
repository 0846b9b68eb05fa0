/* scope.c - of what a sentence states a number: of all that a cell counts, of some of it, or of what no cell
 * counts, as those of another office, of another year, of a sample. For the first, every word before the
 * number must be read. */
#include "facts_sum.h"

#include "fold.h"
#include "indicators.h"
#include "office_name.h"
#include "slice.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_SENTENCE = 300 }; /* bytes: so much is read before a number, and behind it */

/* The bytes here that name nothing; 0: a name begins. */
static size_t unnamed_length(const char *at)
{
    size_t length = string_opening(at, words_grammar);
    return length                                           ? length
           : utf8_is_han(at) || isalnum((unsigned char)*at) ? 0
                                                            : utf8_length((unsigned char)*at);
}

/* Widen the name by what is one between two places. Returns whether anything is. */
static bool add_name(const struct lint *lint, struct nb_span *name, size_t from, size_t to)
{
    bool found = false;
    while (from < to) {
        size_t length = unnamed_length(shadow_at(lint, from));
        if (!length) {
            length = utf8_length((unsigned char)*shadow_at(lint, from));
            *name = (struct nb_span){name->end ? name->start : from, from + length};
            found = true;
        }
        from += length;
    }
    return found;
}

/* 市政府 in the report of a county: a government of a level that the office's name does not end with. */
static bool is_other_level(const char *agency, const char *name)
{
    size_t length = office_stem_length(agency), level = strlen(name);
    if (level < strlen("市政府") || strcmp(name + level - strlen("政府"), "政府"))
        return false;
    level = office_stem_length(name);
    return length >= 3 && level >= 3 && strncmp(agency + length - 3, name + level - 3, 3);
}

/* Whether a name begins with 全县, 我局, 本机关, and these are this office: a level of government is that of
 * its name. */
static bool is_pronoun(const char *agency, const char *name)
{
    size_t length = office_stem_length(agency);
    if (strlen(name) < strlen("我局") || !string_begins_any(name, words_own))
        return false;
    const char noun[] = {name[3], name[4], name[5], '\0'};
    if (string_begins_any(noun, words_levels))
        return length >= 3 && !strncmp(noun, agency + length - 3, 3);
    return strncmp(name, "全", strlen("全")) || strstr(agency, noun); /* 全局, not 全系统 */
}

/* Whether words behind 全县, 石渠县, 我局 leave it all of that office: 全县各级行政机关, 全县各乡镇、各部门,
 * but not 全县各部门. Behind a name a predicate may begin (我局高效), but no unit of it (我局下属单位). */
static bool is_all(const char *rest, bool named)
{
    bool whole = strstr(rest, "各级") || strstr(rest, "行政机关") ||
                 (strstr(rest, "镇") && strstr(rest, "部门")) || !*rest ||
                 string_begins_any(rest, words_predicates);
    return whole || (named && !strstr(rest, "各") && !string_says(rest, words_offices));
}

/* 我关, 本中心, 支队, 云溪海关: the words that the office's name ends with, or short ones for them. */
static bool ends_name(const char *agency, const char *name)
{
    static const char *const called[][2] = {
        {"大学", "学校"}, {"学院", "学校"}, {"大学", "校"}, {"学院", "校"}, {"管理委员会", "管委会"}};
    const char *end = agency + strlen(agency);
    bool ours = utf8_is(name, "我") || utf8_is(name, "本");
    const char *self = name + (ours ? 3 : 0);
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        if (!strcmp(self, called[i][1]) && string_ends(agency, end, called[i][0]))
            return true;
    return strlen(self) >= (ours ? 3 : 6) && string_ends(agency, end, self);
}

/* 我局, 全县, 县政府及其部门, and the names of the office that reports, with words of the predicate behind
 * them or none. */
static bool is_own(struct lint *lint, const char *agency, const char *name)
{
    size_t stem = office_stem_length(agency);
    const char *with = strstr(name, "政府及"), *rest = name + stem;
    if (string_begins_any(name, words_all_offices) || ends_name(agency, name))
        return true;
    if (!string_says(name, words_offices) || strpbrk(name, "()0123456789"))
        return false; /* 规划类; 各区(县)分局 */
    if (with)
        return !is_other_level(agency,
                               arena_strndup(lint->arena, name, (size_t)(with - name) + strlen("政府")));
    if (is_pronoun(agency, name))
        return is_all(name + strlen("我局"), strncmp(name, "全", strlen("全")));
    if (office_stem_length(name) <= stem)
        return !is_other_level(agency, name) && office_is_same(lint, agency, name);
    return !strncmp(name, agency, stem) &&
           is_all(rest + string_opening(rest, words_parts_of_governments), true);
}

/* 县政府, 县政府办公室 alone in the report of a county, which sums up those of its departments: it may be all
 * of them; 市局办公室 in that of the bureau. */
static bool may_be_part(const char *agency, const char *name)
{
    if (strstr(name, "办公室") && !strstr(agency, "办公室"))
        return true;
    size_t length = office_stem_length(agency);
    return strlen(name) > strlen("县") && office_stem_length(name) == strlen("县") &&
           length >= strlen("县") && !strncmp(name, agency + length - strlen("县"), strlen("县"));
}

/* Words of a clause, up to a number or to its end: whose it is, as far as a name stands before its predicate,
 * and whether all behind that is read. */
struct said {
    struct nb_span name;
    bool predicate, unread;
    bool other; /* it is of what is checked, of what others do */
    bool some; /* of some things only: 涉及第三方权益的申请; not where the clause says what became of them
                  (不予公开) */
    uint64_t places; /* where: its words of platforms (专区受理申请5件) */
    bool total;      /* it says itself that it is of all the year: 全年共 */
};

static bool tells_time(const struct prose_token *token)
{
    enum { times = WORD_THIS_YEAR | WORD_LAST_YEAR | WORD_NOW | WORD_AMONG | WORD_AS_OF | WORD_CUMULATIVE };
    return token->kind == TOKEN_YEAR || token->kind == TOKEN_DATE || token->kind == TOKEN_YEARS ||
           token->kind == TOKEN_MONTH || token->kind == TOKEN_ORDER || token->kind == TOKEN_ENUMERATOR ||
           token->value & times;
}

/* What it says of the clause that a token stands here, its gap before it read: 抽查申请5件, 代理诉讼2件,
 * 涉及申请3件. */
static void hear(const struct lint *lint, struct said *said, const struct prose_token *token)
{
    static const char *const is[] = {"是", NULL}, *const all[] = {"共", NULL};
    const char *text = shadow_at(lint, token->span.start);
    bool word = token->kind == TOKEN_WORD, verb = word && token->value & WORD_VERB;
    bool checks = word && token->value & (WORD_OVERSIGHT | WORD_MANAGEMENT),
         names = word && !token->level && !tells_time(token) && !(token->value & WORD_ALL);
    bool agent = token->kind == TOKEN_QUANTITY &&
                 string_begins_any(shadow_at(lint, token->span.end - 3), words_agents);
    bool restricts = word && token->value & WORD_RESTRICTS &&
                     !string_begins_any(shadow_at(lint, token->span.end), words_disclosure);
    said->total |= token->kind == TOKEN_YEAR ||
                   (word && (token->value & (WORD_THIS_YEAR | WORD_SUM) || string_begins_any(text, all)));
    said->other |=
        (verb && !token->level) || (said->predicate && checks) || agent; /* 3位申请人提出申请15件 */
    said->places |= word && token->value & WORD_PLATFORM ? word_bit(token) : 0;
    said->some = (said->some || restricts) && !(word && word_bit(token) & indicator_about_words);
    if (word && string_begins_any(text, is))
        *said = (struct said){
            .unread = said->unread, .other = said->other, .some = said->some}; /* 较多的是住建部门,… */
    else if (!said->predicate && names && (checks || string_begins_any(text, words_whose)))
        said->name = (struct nb_span){said->name.end ? said->name.start : token->span.start, token->span.end};
    else if (word)
        said->predicate |= token->level || verb;
    else
        said->predicate |= token->kind == TOKEN_QUANTITY || token->kind == TOKEN_NONE ||
                           (tells_time(token) && said->name.end);
}

static bool is_bracket(const struct prose_token *token, enum token_kind kind)
{
    return token->kind == kind && token->value <= 1; /* or a title */
}

/* Read the tokens of a clause up to a place; what stands in brackets that close before it says nothing of
 * whose it is. */
static struct said read_clause(const struct lint *lint, const struct prose_token *token,
                               const struct prose_token *end, size_t at, size_t to)
{
    struct said said = {.predicate = false};
    for (; token <= end; token++) {
        size_t gap = token < end && token->span.start < to ? token->span.start : to;
        if (said.predicate)
            said.unread |= add_name(lint, &(struct nb_span){0, 0}, at, gap);
        else
            add_name(lint, &said.name, at, gap);
        if (gap == to)
            break;
        const struct prose_token *close = token;
        while (is_bracket(token, TOKEN_OPEN) && close < end && !is_bracket(close, TOKEN_CLOSE))
            close++;
        if (close < end && close->span.end <= to)
            token = close;
        hear(lint, &said, token);
        at = token->span.end;
    }
    return said;
}

bool number_is_torn(const struct lint *lint, size_t place)
{
    const char *shadow = lint->report->text->shadow;
    size_t before = place;
    while (before > 0 && strchr(" \x01", shadow[before - 1]))
        before--;
    return before > 0 && before < place && isdigit((unsigned char)shadow[before - 1]);
}

/* 行政复议291件,信息公开类占一成: those counted first are of all kinds. */
static bool is_of_all_kinds(const struct lint *lint, const struct nb_fact *fact)
{
    if (strncmp(fact->names->cells, "review.", strlen("review.")) != 0)
        return false;
    const char *at = shadow_at(lint, fact->span.end);
    for (int i = 0; i < LONGEST_SENTENCE && *at && !utf8_is(at, "。") && *at != ';'; i++, at++)
        if (string_begins_any(at, words_of_all_kinds))
            return true;
    return false;
}

bool scope_is_this_year(const struct nb_fact *fact)
{
    bool part = fact->part_of && fact->part_of->names->indicator && fact->names->indicator &&
                !strcmp(fact->part_of->names->indicator, fact->names->indicator);
    bool now = is_this_year(fact->scope) || (fact->scope == NB_SCOPE_AS_OF && fact->stock);
    return fact->names->cells && fact->kind == NB_FACT_COUNT && !part && now;
}

/* Whether a clause ends with this token: with a mark; with 、 only behind a number (县教育局6件、我局12件).
 */
static bool ends_clause(const struct prose_token *token)
{
    return token->kind == TOKEN_MARK && (token->value != '\\' || token[-1].kind == TOKEN_QUANTITY);
}

/* The token, or where it closes a bracket that holds clauses, the one that opens it:
 * 收到36件(县本级12件,乡镇24件),上年结转2件.
 */
static size_t bracket_first(const struct passage *passage, const struct prose_token *tokens, size_t token)
{
    size_t open = token;
    if (!is_bracket(&tokens[token], TOKEN_CLOSE))
        return token;
    while (open > passage->first + 1 && !is_bracket(&tokens[open], TOKEN_OPEN) &&
           !(tokens[open].kind == TOKEN_MARK && tokens[open].value == '.') &&
           tokens[open].span.start + LONGEST_SENTENCE > tokens[token].span.start)
        open--;
    return is_bracket(&tokens[open], TOKEN_OPEN) ? open : token;
}

/* The first token of the clause, or of as much of it as is read, that ends before a token. */
static size_t clause_first(const struct lint *lint, const struct passage *passage, size_t token)
{
    const struct prose_token *tokens = lint->prose.tokens;
    size_t first = token;
    while (first > passage->first + 1 && !ends_clause(&tokens[first - 1]) &&
           tokens[first - 1].span.start + LONGEST_SENTENCE > tokens[token].span.start)
        first = bracket_first(passage, tokens, first - 1);
    bool leads = first == passage->first + 1 && tokens[passage->first].kind != TOKEN_MARK;
    return leads ? passage->first : first;
}

/* The clause of a number, up to the number. */
static struct said own_clause(const struct lint *lint, const struct passage *passage, size_t place)
{
    size_t token = token_at(lint, place), first = clause_first(lint, passage, token);
    size_t start = first > passage->first ? lint->prose.tokens[first - 1].span.end : passage->span.start;
    return read_clause(lint, lint->prose.tokens + first, lint->prose.tokens + token, start, place);
}

/* Whether a name begins with that of an office, which no word before it makes an object: 县住建局较多, not
 * 对县住建局. */
static bool is_office(const struct lint *lint, struct nb_span name)
{
    size_t at = name.start < 3 ? 0 : name.start - 3;
    while (at < name.end && !string_begins_any(shadow_at(lint, at), words_prepositions) &&
           (at < name.start || !string_begins_any(shadow_at(lint, at), words_predicates)) &&
           (at < name.start || !string_begins_any(shadow_at(lint, at), words_offices)))
        at += at < name.start ? name.start - at : utf8_length((unsigned char)*shadow_at(lint, at));
    return at < name.end && string_begins_any(shadow_at(lint, at), words_offices);
}

static bool is_same_table(const struct nb_fact *one, const struct nb_fact *other)
{
    const char *first = one->names->indicator ? one->names->indicator : one->names->cells,
               *second = other->names->indicator ? other->names->indicator : other->names->cells;
    return first && second && !strncmp(first, second, strcspn(first, ".") + 1);
}

/* Whether the number is that of its cells: then it is told of what they count, whatever words stand there. */
static bool is_that_of_cells(const struct lint *lint, const struct nb_fact *fact)
{
    double sum;
    return cells_sum(lint, fact->names->cells, &sum) && sum > 0 && distance(sum, value_of(fact)) < 1e-6;
}

/* 县政府本级, 市局机关: where the words begin that leave out what is below the office; NULL: none do. */
static char *level_of(char *name)
{
    char *level = strstr(name, "本级"), *noun = strstr(name, "机关");
    return level                                                                                 ? level
           : noun && !noun[strlen("机关")] && string_ends_any(name, noun, words_ends_of_offices) ? noun
                                                                                                 : NULL;
}

static unsigned name_extent(struct lint *lint, struct nb_span span)
{
    char *name = shadow_text(lint, span.start, span.end), *level = level_of(name);
    if (!lint->report->agency)
        return EXTENT_ALL;
    char *agency = arena_strdup(lint->arena, lint->report->agency);
    fold(agency, strlen(agency));
    if (level)
        *level = '\0'; /* 县政府本级 */
    return !is_own(lint, agency, name)          ? EXTENT_OTHER
           : level || may_be_part(agency, name) ? EXTENT_SOME
                                                : EXTENT_ALL;
}

/* 不予公开3件,其中第三方权益1件: the row is one of the group that the whole counts. */
static bool is_of_group(const struct nb_fact *fact, const struct nb_fact *group)
{
    for (const char *path = group->names->cells; path; path = strchr(path, ' ')) {
        path += *path == ' ';
        size_t length = strcspn(path, "* ");
        if (path[length] == '*' && !strncmp(fact->names->cells, path, length))
            return true;
    }
    return false;
}

/* 涉及国家秘密的2件 are some of all, but where those not disclosed are told by reasons. */
static bool is_some(const struct said *said, const struct nb_fact *fact, const struct nb_fact *of)
{
    return said->some && !(of && is_of_group(fact, of));
}

/* What is told of a place, unless the place is what it counts: 专区受理申请5件, but 网站发布信息640条. */
static bool is_placed(const struct said *said, const struct nb_fact *fact)
{
    uint64_t own = fact->names->meaning ? fact->names->meaning->topics : 0;
    for (int i = 0; fact->names->meaning && i < MAX_SAYS; i++)
        own |= fact->names->meaning->says[i];
    return said->places & ~own;
}

/* Whether another number of the same table between two places is of something not read. */
static bool goes_on(struct lint *lint, const struct passage *passage, const struct nb_fact *first,
                    const struct nb_fact *fact, struct nb_span clause)
{
    for (; first != fact; first = first->next) {
        bool here = first->span.start >= clause.start && first->span.start < clause.end;
        if (!here || !is_same_table(fact, first) || !scope_is_this_year(first))
            continue; /* 条例施行以来累计受理410件,今年新收36件 */
        struct said said = own_clause(lint, passage, first->span.start);
        if (said.unread || said.other || is_some(&said, first, first->part_of) ||
            (said.name.end && name_extent(lint, said.name) == EXTENT_OTHER))
            return true;
    }
    return false;
}

/* What clauses before that of the number say of whose it is: the nearest subject governs it, and another
 * number of the same table that is of something not read goes on. */
static unsigned carried_extent(struct lint *lint, const struct passage *passage, const struct nb_fact *first,
                               const struct nb_fact *fact, bool total)
{
    const struct prose_token *tokens = lint->prose.tokens;
    size_t to = clause_first(lint, passage, token_at(lint, fact->span.start));
    unsigned unsure = 0;
    bool goes_with = !total; /* no semicolon parts the clause from the number */
    while (to > passage->first && tokens[to - 1].value != '.' &&
           fact->span.start - tokens[to - 1].span.start < LONGEST_SENTENCE) {
        size_t from = clause_first(lint, passage, to - 1);
        struct nb_span clause = {from > passage->first ? tokens[from - 1].span.end : passage->span.start,
                                 tokens[to - 1].span.start};
        struct said said = read_clause(lint, tokens + from, tokens + to - 1, clause.start, clause.end);
        struct nb_span name = said.name;
        unsigned extent = name.end ? name_extent(lint, name) : EXTENT_OTHER;
        goes_with &= tokens[to - 1].value != ';';
        if (goes_on(lint, passage, first, fact, clause))
            return EXTENT_OTHER;
        unsure |= goes_with && (said.other || said.some || is_placed(&said, fact))
                      ? EXTENT_UNSURE
                      : 0; /* 对乡镇开展暗访,提交申请14件 */
        unsure |= string_says(shadow_text(lint, name.start, name.end), words_periods)
                      ? EXTENT_UNSURE
                      : 0; /* “十四五”前三年,… */
        if (extent != EXTENT_OTHER || (name.end && is_office(lint, name)))
            return extent | unsure;
        to = from;
    }
    return unsure;
}

static const char *division_of(const struct nb_fact *fact)
{
    return fact->names->meaning ? fact->names->meaning->division : NULL;
}

/* Parts of one division stand beside each other: 网络21件、信函15件. */
static bool are_beside(const struct nb_fact *one, const struct nb_fact *other)
{
    const char *first = division_of(one), *second = division_of(other);
    if (!first || !second)
        return first == second && !one->names->indicator == !other->names->indicator;
    return !strcmp(first, second) && is_same_table(one, other);
}

/* 来函15件,属于公开申请的11件: of those counted before. */
static bool is_of_those(const struct lint *lint, const struct nb_fact *fact)
{
    static const char those[] = "的";
    return fact->span.start >= strlen(those) &&
           !strncmp(shadow_at(lint, fact->span.start - strlen(those)), those, strlen(those));
}

/* What a number without a noun of its own is told of: what it is a part of, or what was counted last that is
 * of no part beside it; behind several parts of one division it is again what these divide. NULL: nothing. */
static const struct nb_fact *told_of(const struct lint *lint, const struct nb_fact *first,
                                     const struct nb_fact *fact)
{
    const struct nb_fact *last = NULL, *divided = NULL;
    bool listed = false;
    if ((fact->named && !is_of_those(lint, fact)) || fact->part_of)
        return fact->part_of;
    for (; first != fact; first = first->next) {
        bool counts = first->kind == NB_FACT_COUNT && !first->none && !strcmp(first->unit, fact->unit) &&
                      !is_earlier(first);
        if (!counts)
            continue;
        bool goes_on =
            last && !memchr(shadow_at(lint, last->span.end), ';', first->span.start - last->span.end);
        if (goes_on && are_beside(last, first)) {
            listed = true;
        } else {
            divided = !goes_on ? NULL
                      : listed ? divided
                               : last; /* what stands behind a semicolon begins anew */
            listed = false;
        }
        last = first;
    }
    return last && (listed || are_beside(last, fact)) ? divided : last;
}

/* 行政复议2件 may be of any matter, unless another number of its sentence is that of its cells. */
static bool is_wider(const struct lint *lint, const struct nb_fact *first, const struct nb_fact *fact)
{
    size_t to = fact->span.end + LONGEST_SENTENCE;
    for (; fact->wider && first && first->sentence == fact->sentence && first->span.start < to;
         first = first->next)
        if (first != fact && first->names->cells && is_same_table(first, fact) &&
            is_that_of_cells(lint, first))
            return false;
    return fact->wider;
}

static unsigned set_extent(const struct nb_fact *fact, const struct nb_fact *of)
{
    if (!of || (of->names->meaning && of->names->meaning->whole) || of->wider || is_of_group(fact, of))
        return EXTENT_ALL;
    return is_same_table(of, fact) ? EXTENT_SOME : fact->named ? EXTENT_UNSURE : EXTENT_OTHER;
}

static unsigned subject_extent(struct lint *lint, const struct passage *passage, const struct nb_fact *first,
                               const struct nb_fact *fact, const struct nb_fact *of)
{
    struct said said = own_clause(lint, passage, fact->span.start);
    if (said.unread || said.other || is_some(&said, fact, of) || is_placed(&said, fact))
        return EXTENT_OTHER;
    return said.name.end ? name_extent(lint, said.name)
                         : carried_extent(lint, passage, first, fact, said.total);
}

/* What stands behind a number up to a mark: 5件撤诉 may be some of all, for it is not read what is said of
 * them; 32件(含上年结转) are more. */
static unsigned behind_extent(const struct lint *lint, const struct passage *passage,
                              const struct nb_fact *fact)
{
    size_t at = fact->span.end, limit = at + LONGEST_SENTENCE;
    bool includes = false;
    for (size_t i = token_at(lint, at); i < tokens_behind(passage); i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        if (add_name(lint, &(struct nb_span){0, 0}, at, token->span.start))
            return EXTENT_SOME;
        if ((token->kind == TOKEN_QUANTITY && !fact->none) || token->span.start > limit)
            return EXTENT_ALL;
        if (token->kind == TOKEN_MARK || (includes && token->kind == TOKEN_CLOSE))
            return includes ? EXTENT_OTHER : EXTENT_ALL;
        includes |=
            token->kind == TOKEN_WORD && token->value & WORD_AMONG && !(token->value & WORD_RESPECTIVELY);
        at = token->span.end;
    }
    return add_name(lint, &(struct nb_span){0, 0}, at, passage->span.end) ? EXTENT_SOME : EXTENT_ALL;
}

bool scope_is_own(struct lint *lint, const struct nb_fact *fact)
{
    const struct passage *passage = passage_at(lint, fact->span.start);
    struct nb_span name = passage ? own_clause(lint, passage, fact->span.start).name : (struct nb_span){0, 0};
    return !name.end || name_extent(lint, name) != EXTENT_OTHER;
}

const struct nb_fact *scope_first(const struct nb_fact *first, const struct nb_fact *fact)
{
    while (first->sentence != fact->sentence || fact->span.start - first->span.start > LONGEST_SENTENCE)
        first = first->next;
    return first;
}

unsigned scope_extent(struct lint *lint, const struct nb_fact *first, const struct nb_fact *fact)
{
    const struct passage *passage = passage_at(lint, fact->span.start);
    if (!passage || !scope_is_this_year(fact) || number_is_torn(lint, fact->span.start) ||
        is_of_all_kinds(lint, fact))
        return EXTENT_OTHER;
    const struct nb_fact *of = told_of(lint, first, fact);
    return subject_extent(lint, passage, first, fact, of) | behind_extent(lint, passage, fact) |
           set_extent(fact, of) | (fact->some ? EXTENT_SOME : 0) |
           (is_wider(lint, first, fact) ? EXTENT_WIDER : 0);
}
