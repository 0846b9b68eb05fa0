/* years.c - rule NB107: title, period, signature and sentences agree on the year reported on. */
#include "config.h"

#include "i18n.h"
#include "lint.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static void disagree(struct lint *lint, struct nb_span span, const char *message, int found, int expected)
{
    struct nb_finding *finding = finding_add(lint, span, message, found, expected);
    finding->found = arena_printf(lint->arena, "%d", found);
    finding->expected = arena_printf(lint->arena, "%d", expected);
    if (lint->report->title)
        finding_related(lint, finding, lint->report->title_span, _("the title says %d"), expected);
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
        disagree(lint, date_in_prose(lint, found), _("the figures cover %d, the report is on %d"), found, year);
        return;
    }
}

/* The figures are those of the whole year (article 50); an office that came or went in it counts its own months. */
void check_period_partial(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    const char *from = report->period_from, *to = report->period_to;
    if (!from || !to || !is_day(atoi(to), atoi(to + 5), atoi(to + 8)) || report->year < 2019 || atoi(from) != report->year ||
        atoi(to) != report->year || (!strcmp(from + 5, "01-01") && !strcmp(to + 5, "12-31")))
        return;
    struct nb_finding *finding =
        finding_add(lint, date_in_prose(lint, report->year), _("the figures cover %s to %s, not the whole year"),
                    date_words(lint, from), date_words(lint, to));
    finding->found = arena_printf(lint->arena, "%s - %s", from, to);
    finding->expected = arena_printf(lint->arena, "%d-01-01 - %d-12-31", report->year, report->year);
}

static void check_signature(struct lint *lint, int year)
{
    int found = lint->report->signed_date ? atoi(lint->report->signed_date) : year;
    if (found < year || found > year + 1)
        disagree(lint, last_place(lint, arena_printf(lint->arena, "%d年", found)), _("the report is signed in %d, it is on %d"),
                 found, year);
}

/* "编制了《…" in the introduction names the report itself; elsewhere 《》 holds the title of another one. */
static bool opens_own_title(const struct lint *lint, const struct passage *passage, const struct token *open)
{
    static const char *const verbs[] = {"编制", "编制了", "编写了", "形成",   "形成了", "公布",
                                        "发布", "撰写了", "制作了", "制定了", NULL};
    return !passage->article && ends_with_any(shadow_at(lint, passage->span.start), shadow_at(lint, open->span.start), verbs);
}

/* "…2021年政府信息公开工作年度报告" in the report on 2022; other reports are named within 《》. */
static void check_self_reference(struct lint *lint, const struct passage *passage, int year)
{
    int titles = 0;
    bool own = false;
    const struct token *named = NULL;
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if ((token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) && token->value == 1) {
            titles += token->kind == TOKEN_OPEN ? 1 : -1;
            own = token->kind == TOKEN_OPEN && opens_own_title(lint, passage, token);
        }
        if (token->kind == TOKEN_WORD && token->value & WORD_REPORT && named && (titles <= 0 || own) && named->value != year &&
            named->span.end == token->span.start)
            disagree(lint, named->span, _("the report calls itself one on %d, it is on %d"), named->value, year);
        named = token->kind == TOKEN_YEAR ? token : NULL;
    }
}

/* Whether the year tells when the sentence happened, and not which of several things it speaks of (2021年修订的指南). */
static bool dates_sentence(const struct lint *lint, const struct token *year)
{
    static const char *const subjects[] = {",", "我", "本", "全", "以来", "未", "没", NULL};
    const char *next = shadow_at(lint, year->span.end);
    return string_begins_any(next + strspn(next, " \x01"), subjects);
}

/* A paragraph that opens with last year, tells of nothing else and compares nothing. */
static void check_stale_opening(struct lint *lint, const struct passage *passage, int year)
{
    if (!passage->count)
        return;
    const struct token *tokens = &lint->prose.tokens[passage->first];
    if (tokens->kind != TOKEN_YEAR || tokens->value != year - 1 || tokens->span.start != passage->span.start ||
        !dates_sentence(lint, tokens))
        return;
    for (size_t i = 1; i < passage->count; i++) {
        bool dated = tokens[i].kind == TOKEN_YEAR || tokens[i].kind == TOKEN_DATE || tokens[i].kind == TOKEN_YEARS;
        bool compared = tokens[i].kind == TOKEN_WORD && tokens[i].value & (WORD_COMPARISON | WORD_LAST_YEAR | WORD_THIS_YEAR) &&
                        !(tokens[i].value & WORD_ITS_YEAR);
        if ((dated && tokens[i].value >= year) || compared)
            return;
    }
    disagree(lint, tokens->span, _("the paragraph speaks of %d, the report is on %d"), year - 1, year);
}

/* "2022年,县政府办将…" in article five of the report on 2022: what is planned there is planned for a year to come. */
static void check_past_plan(struct lint *lint, const struct passage *passage, int year)
{
    enum { SUBJECT = 14 * 3 }; /* bytes: the name of an office and the comma before it */
    static const char will[] = "将";
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        const char *from = shadow_at(lint, token->span.end), *end = shadow_at(lint, passage->span.end);
        bool opens = token->span.start == passage->span.start || !strncmp(shadow_at(lint, token->span.start - 3), "。", 3);
        if (token->kind != TOKEN_YEAR || token->value > year || !opens)
            continue;
        const char *at = memmem(from, end - from < SUBJECT ? (size_t)(end - from) : SUBJECT, will, strlen(will));
        if (at && opens_predicate(at + strlen(will)))
            disagree(lint, token->span, _("this is planned for %d, the report is on %d"), token->value, year);
    }
}

/* "比2022年增加" in the report on 2022: a year is compared with the one before. */
static void check_comparison(struct lint *lint, const struct passage *passage, int year)
{
    static const char *const before[] = {"比", "较", NULL}, *const behind[] = {"增", "减", "上", "下", "提", "多", "少", NULL};
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if (token->kind == TOKEN_YEAR && token->value > year)
            return;
        if (token->kind == TOKEN_YEAR && token->value == year && token->span.start >= passage->span.start + 3 &&
            string_begins_any(shadow_at(lint, token->span.start - 3), before) &&
            string_begins_any(shadow_at(lint, token->span.end), behind))
            disagree(lint, token->span, _("%d is compared with itself; the year before was %d"), year, year - 1);
    }
}

/* Whether the report speaks here for its own year: not of what was or will be done, but of this year's fees in any article. */
static bool is_of_year(struct lint *lint, const struct passage *passage)
{
    static const char fee[] = "信息处理费";
    const char *role = passage->article ? passage->article->role : "overview";
    if (!strcmp(role, "other"))
        return memmem(text_at(lint, passage->span.start), passage->span.end - passage->span.start, fee, strlen(fee));
    return *role && strcmp(role, "problems");
}

void check_year_mismatch(struct lint *lint)
{
    int year = lint->report->year;
    if (!year)
        return;
    check_period(lint, year);
    check_signature(lint, year);
    for (size_t p = 0; p < lint->prose.passage_count; p++) {
        const struct passage *passage = &lint->prose.passages[p];
        if (passage->article && !strcmp(passage->article->role, "problems"))
            check_past_plan(lint, passage, year);
        if (!is_of_year(lint, passage))
            continue;
        check_self_reference(lint, passage, year);
        check_stale_opening(lint, passage, year);
        check_comparison(lint, passage, year);
    }
}
