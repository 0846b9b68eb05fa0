/* years.c - rule NB107: title, period, signature and sentences agree on the year reported on. */
#include "config.h"

#include "i18n.h"
#include "lint.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static struct nb_finding *disagree(struct lint *lint, struct nb_span span, const char *message, int found,
                                   int expected)
{
    struct nb_finding *finding = finding_add(lint, span, message, found, expected);
    finding_counts(lint, finding, found, expected);
    if (lint->report->title)
        finding_related(lint, finding, lint->report->title_span, _("the title says %d"), expected);
    return finding;
}

/* The first full date of this year in the prose, else the title. */
static struct nb_span date_in_prose(const struct lint *lint, int year)
{
    for (size_t i = 0; i < lint->prose.token_count; i++)
        if (lint->prose.tokens[i].kind == TOKEN_DATE && lint->prose.tokens[i].value == year)
            return lint->prose.tokens[i].span;
    return lint->report->title_span;
}

/* An academic year may begin in the year before. */
static void check_period(struct lint *lint, int year)
{
    const char *days[] = {lint->report->period_from, lint->report->period_to};
    bool academic = days[0] && days[1] && strcmp(days[0] + 4, "-01-01") && atoi(days[0]) == atoi(days[1]) - 1;
    if (academic && (atoi(days[0]) == year || atoi(days[1]) == year))
        return;
    for (size_t i = 0; i < 2; i++) {
        int found = days[i] ? atoi(days[i]) : year;
        if (found == year)
            continue;
        disagree(lint, date_in_prose(lint, found), _("the figures cover %d, the report is on %d"), found,
                 year);
        return;
    }
}

/* The figures are those of the whole year (article 50); an office that came or went in it counts its own
 * months. */
void check_period_partial(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    const char *from = report->period_from, *to = report->period_to;
    if (!from || !to || !is_day(atoi(to), atoi(to + 5), atoi(to + 8)) || report->year < 2019 ||
        atoi(from) != report->year || atoi(to) != report->year ||
        (!strcmp(from + 5, "01-01") && !strcmp(to + 5, "12-31")))
        return;
    struct nb_finding *finding = finding_add(lint, date_in_prose(lint, report->year),
                                             _("the figures cover %s to %s, not the whole year"),
                                             date_words(lint, from), date_words(lint, to));
    finding_says(finding, arena_printf(lint->arena, "%s - %s", from, to),
                 arena_printf(lint->arena, "%d-01-01 - %d-12-31", report->year, report->year));
}

static void check_signature(struct lint *lint, int year)
{
    int found = lint->report->signed_date ? atoi(lint->report->signed_date) : year;
    if (found < year || found > year + 1)
        disagree(lint, last_place(lint, arena_printf(lint->arena, "%d年", found)),
                 _("the report is signed in %d, it is on %d"), found, year);
}

/* "编制了《…" in the introduction names the report itself; elsewhere 《》 holds the title of another one. */
static bool opens_own_title(const struct lint *lint, const struct passage *passage,
                            const struct prose_token *open)
{
    return !passage->article && string_ends_any(shadow_at(lint, passage->span.start),
                                                shadow_at(lint, open->span.start), words_make_titles);
}

/* "…2021年政府信息公开工作年度报告" in the report on 2022; other reports are named within 《》. */
static void check_self_reference(struct lint *lint, const struct passage *passage, int year)
{
    int titles = 0;
    bool own = false;
    const struct prose_token *named = NULL;
    FOR_TOKENS (token, &lint->prose, passage) {
        if ((token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) && token->value == 1) {
            titles += token->kind == TOKEN_OPEN ? 1 : -1;
            own = token->kind == TOKEN_OPEN && opens_own_title(lint, passage, token);
        }
        if (token->kind == TOKEN_WORD && token->value & WORD_REPORT && named && (titles <= 0 || own) &&
            named->value != year && named->span.end == token->span.start)
            disagree(lint, named->span, _("the report calls itself one on %d, it is on %d"), named->value,
                     year);
        named = token->kind == TOKEN_YEAR ? token : NULL;
    }
}

static bool is_mark(const struct prose_token *token)
{
    return token->kind == TOKEN_MARK;
}

static bool is_stop(const struct prose_token *token)
{
    return is_mark(token) && token->value == '.';
}

/* What stands from a token up to the mark that ends its clause. */
static const char *clause_from(const struct lint *lint, const struct passage *passage, size_t token)
{
    const struct prose_token *tokens = lint->prose.tokens;
    size_t from = tokens[token].span.end, mark = token + 1, end = tokens_behind(passage);
    while (mark < end && !is_mark(&tokens[mark]))
        mark++;
    size_t to = mark < end ? tokens[mark].span.start : passage->span.end;
    return shadow_text(lint, from, to > from ? to : from);
}

/* Whether a year opens its clause, or only who reports stands before it there: 管委会2023年…. */
static bool opens_clause(struct lint *lint, const struct passage *passage, size_t token)
{
    enum { LONGEST = 20 * 3, SHORTEST = 2 * 3 }; /* bytes */
    const struct prose_token *tokens = lint->prose.tokens;
    size_t at = tokens[token].span.start, from = passage->span.start;
    while (token > passage->first && from == passage->span.start) {
        const struct prose_token *before = &tokens[--token];
        bool ends = is_mark(before) || before->kind == TOKEN_ENUMERATOR || before->kind == TOKEN_ORDER;
        from = ends || before->span.end + LONGEST < at ? before->span.end : from;
    }
    char *name = shadow_text(lint, from, at);
    for (const char *c = name; *c; c += 3)
        if (!utf8_is_han(c))
            return false;
    return !*name || (at - from <= LONGEST && string_begins_any(name, words_own)) ||
           (at - from > SHORTEST && at - from <= LONGEST && lint->report->agency &&
            office_is_same(lint, lint->report->agency, name));
}

/* Whether the year tells when it happened, "2022年,…", "2022年收到申请3件", and not which of several things
 * (2022年修订的指南), nor what once was or is carried over from it (2022年结转3件). */
static bool dates_clause(const struct lint *lint, const struct passage *passage, size_t token)
{
    enum { MOST = 40 }; /* tokens of a sentence that are looked at */
    const struct prose_token *next = &lint->prose.tokens[token + 1],
                             *end = &lint->prose.tokens[tokens_behind(passage)];
    const char *from = shadow_at(lint, lint->prose.tokens[token].span.end);
    if (string_begins_any(from + strspn(from, " \x01"), words_behind_dates))
        return true;
    end = end - next > MOST ? next + MOST : end;
    while (next < end && !is_stop(next) && next->kind != TOKEN_QUANTITY && next->kind != TOKEN_NONE)
        next++;
    return next < end && !is_stop(next) &&
           !string_says(clause_from(lint, passage, token), words_of_other_years);
}

/* Whether a token is on this year: 2022年建成,今年启用. */
static bool moves_on(const struct prose_token *token, int year)
{
    bool dated = token->kind == TOKEN_YEAR || token->kind == TOKEN_DATE;
    bool now = token->kind == TOKEN_WORD && token->value & (WORD_THIS_YEAR | WORD_NOW) &&
               !(token->value & (WORD_ITS_YEAR | WORD_CUMULATIVE));
    return now || token->kind == TOKEN_YEARS || (dated && token->value >= year);
}

/* A sentence that tells of a year before that of the report, in a paragraph that does not go on to this one;
 * what it compares itself with (比上年) is older still. */
static void check_stale_sentence(struct lint *lint, const struct passage *passage, int year)
{
    const struct prose_token *tokens = lint->prose.tokens;
    size_t end = tokens_behind(passage), moved = passage->first;
    for (size_t i = passage->first; i < end; i++)
        moved = moves_on(&tokens[i], year) ? i + 1 : moved;
    while (moved > passage->first && moved < end && !is_stop(&tokens[moved]))
        moved++;
    for (size_t i = moved; i < end; i++) {
        bool dated = tokens[i].kind == TOKEN_YEAR || tokens[i].kind == TOKEN_DATE;
        if (!dated || !opens_clause(lint, passage, i) || !dates_clause(lint, passage, i))
            continue;
        struct nb_finding *finding = disagree(
            lint, tokens[i].span, _("the sentence speaks of %d, the report is on %d"), tokens[i].value, year);
        if (tokens[i].span.start != passage->span.start)
            finding->severity = NB_WARNING;
        return;
    }
}

/* "2022年底前聘请…": by when it will be done, unless the sentence says that it has been. */
static bool is_deadline(const struct lint *lint, const struct passage *passage, size_t token)
{
    const char *from = shadow_at(lint, lint->prose.tokens[token].span.end);
    return string_begins_any(from, words_deadlines) &&
           !string_says(clause_from(lint, passage, token), words_are_done);
}

/* "2022年,县政府办将…": what the office will do then. */
static bool is_intent(const struct lint *lint, const struct passage *passage, size_t token)
{
    enum { SUBJECT = 14 * 3 }; /* bytes: the name of an office and the comma before it */
    static const char will[] = "将", *const plans[] = {"力争", "计划", "打算", NULL};
    const char *from = shadow_at(lint, lint->prose.tokens[token].span.end),
               *end = shadow_at(lint, passage->span.end);
    if (string_begins_any(from + strspn(from, ",\x01"), plans))
        return true;
    const char *at = memmem(from, end - from < SUBJECT ? (size_t)(end - from) : SUBJECT, will, strlen(will));
    return at && (opens_predicate(at + strlen(will)) || at[strlen(will)] == ':');
}

/* 将在2024年6月: what stands before the date says that it is to come. */
static bool is_to_come(const struct lint *lint, const struct passage *passage, size_t token)
{
    const char *at = shadow_at(lint, lint->prose.tokens[token].span.start);
    return string_ends_any(shadow_at(lint, passage->span.start), at, words_to_come);
}

/* In article five of the report on 2022 what is planned for 2022: it is planned for a year to come. */
static void check_past_plan(struct lint *lint, const struct passage *passage, int year)
{
    for (size_t i = passage->first; i < tokens_behind(passage); i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        bool dated = (token->kind == TOKEN_YEAR || token->kind == TOKEN_DATE) && token->value <= year;
        if (dated && (is_to_come(lint, passage, i) ||
                      (opens_clause(lint, passage, i) &&
                       (is_deadline(lint, passage, i) || is_intent(lint, passage, i)))))
            disagree(lint, token->span, _("this is planned for %d; the year of the report, %d, is over"),
                     token->value, year);
    }
}

/* 增加, or the number of that year: 较2022年的640条. */
static bool is_compared(const char *behind)
{
    return string_begins_any(behind, words_behind_compared) ||
           (utf8_is(behind, "的") && behind[3] >= '0' && behind[3] <= '9');
}

/* "比2022年增加" in the report on 2022: a year is compared with the one before. */
static void check_comparison(struct lint *lint, const struct passage *passage, int year)
{
    FOR_TOKENS (token, &lint->prose, passage) {
        if (token->kind == TOKEN_YEAR && token->value > year)
            return;
        if (token->kind == TOKEN_YEAR && token->value == year &&
            token->span.start >= passage->span.start + 3 &&
            string_begins_any(shadow_at(lint, token->span.start - 3), words_before_compared) &&
            is_compared(shadow_at(lint, token->span.end)))
            disagree(lint, token->span, _("%d is compared with itself; the year before was %d"), year,
                     year - 1);
    }
}

/* "(一)2021年主动公开情况" in the report on 2022: the head of a section names what the form has there. */
static void check_section_head(struct lint *lint, const struct passage *passage, int year)
{
    size_t end = tokens_behind(passage);
    for (size_t i = passage->first; passage->heads && i < end; i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        if (token->kind == TOKEN_YEAR && token->value < year &&
            string_begins_any(shadow_at(lint, token->span.end), words_parts_of_overviews) &&
            opens_clause(lint, passage, i))
            disagree(lint, token->span, _("the section is headed %d, the report is on %d"), token->value,
                     year);
    }
}

/* Whether the report speaks here for its own year: not of what was or will be done, but of this year's fees
 * in any article. */
static bool is_of_year(struct lint *lint, const struct passage *passage)
{
    static const char fee[] = "信息处理费";
    const char *role = passage->article ? passage->article->role : "overview";
    if (!strcmp(role, "other"))
        return bytes_find(text_at(lint, passage->span.start), text_at(lint, passage->span.end), fee);
    return *role && strcmp(role, "problems");
}

void check_year_mismatch(struct lint *lint)
{
    int year = lint->report->year;
    if (!year)
        return;
    check_period(lint, year);
    check_signature(lint, year);
    FOR_PASSAGES (passage, &lint->prose) {
        if (!passage_has(passage, TOKEN_YEAR, TOKEN_DATE))
            continue;
        if (passage->article && !strcmp(passage->article->role, "problems"))
            check_past_plan(lint, passage, year);
        if (!is_of_year(lint, passage))
            continue;
        check_self_reference(lint, passage, year);
        if (passage->article) {
            check_stale_sentence(lint, passage, year);
            check_section_head(lint, passage, year);
        }
        check_comparison(lint, passage, year);
    }
}
