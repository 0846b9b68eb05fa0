/* enumeration.c - rule NB105: enumerations that skip, repeat or lose a number. */
#include "i18n.h"
#include "lint.h"
#include "text.h"

#include <string.h>

enum { LEVELS = 5 };

/* How far a list has come: its last number and, where that was a wrong one, the one that was due. */
struct list {
    int last, due;
};

/* Behind (二)(四), (五) goes on as well as (四). */
static bool goes_on(const struct list *list, int number)
{
    return number == list->last + 1 || (list->due && number == list->due + 1);
}

static void go_on(struct list *list, int number, bool wrong)
{
    *list = (struct list){number ? number : list->last + 1, wrong ? list->last + 1 : 0};
}

static void report_step(struct lint *lint, struct nb_span span, int number, int before)
{
    struct nb_finding *finding;
    if (!number)
        finding = finding_add(lint, span, _("an enumerator has lost its number; %d is due here"), before + 1);
    else if (!before)
        finding = finding_add(lint, span, _("an enumeration starts at %d"), number);
    else if (number == before)
        finding = finding_add(lint, span, _("the number %d stands twice in an enumeration"), number);
    else if (number > before)
        finding = finding_add(lint, span, _("an enumeration jumps from %d to %d"), before, number);
    else
        finding = finding_add(lint, span, _("an enumeration falls back from %d to %d"), before, number);
    finding->expected = arena_printf(lint->arena, "%d", before + 1);
    finding->found = number ? arena_printf(lint->arena, "%d", number) : NULL;
}

/* The first token that starts at `place` or behind it. */
static size_t token_at(const struct lint *lint, size_t place)
{
    return first_not_before(&lint->prose.tokens->span.start, lint->prose.token_count, sizeof *lint->prose.tokens, place);
}

/* Whether the enumerator that is due stands inside a paragraph of the text `above` a section: glued on. */
static bool is_glued_above(const struct lint *lint, struct nb_span above, int level, int due)
{
    for (size_t i = token_at(lint, above.start), end = token_at(lint, above.end); i < end; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if (token->kind == TOKEN_ENUMERATOR && token->level == level && token->value == due)
            return true;
    }
    return false;
}

/* A list may start anew at one, under a heading without a number or behind an introduction. */
static bool follows(const struct lint *lint, const struct nb_block *section, size_t above, const struct list *list)
{
    int number = section->ordinal;
    if (goes_on(list, number) || number == 1)
        return true;
    return number > 1 && is_glued_above(lint, (struct nb_span){above, section->span.start}, section->level, number - 1);
}

/* The sections of one list of blocks, which begins at `start`, each level by itself. */
static void check_sections(struct lint *lint, const struct nb_block *blocks, size_t start)
{
    struct list lists[LEVELS + 1] = {{0}};
    size_t above[LEVELS + 1] = {start, start, start, start, start, start};
    for (const struct nb_block *block = blocks; block; block = block->next) {
        if (block->kind != NB_SECTION)
            continue;
        int level = block->level < 0 || block->level > LEVELS ? 0 : block->level;
        bool wrong = !follows(lint, block, above[level], &lists[level]);
        if (wrong)
            report_step(lint, block->span, block->ordinal, lists[level].last);
        go_on(&lists[level], block->ordinal, wrong);
        above[level] = block->span.end;
        check_sections(lint, block->blocks, block->span.end);
    }
}

/* "2、3月" is no enumerator. */
static bool is_enumerator(const struct lint *lint, const struct passage *passage, size_t i)
{
    const struct token *token = &lint->prose.tokens[i];
    if (token->kind != TOKEN_ENUMERATOR || !token_leads(&lint->prose, passage, i, lint->report->text->shadow))
        return false;
    if (token->level != LEVEL_NUMBER)
        return true;
    char next = *shadow_at(lint, token->span.end);
    bool listed = i > passage->first && token[-1].kind == TOKEN_MARK && token[-1].value == '\\';
    return !listed && !(next >= '0' && next <= '9');
}

/* "(一)至(五)类", "(一)、(二)两项": what is counted so is told of, and heads nothing. */
static bool is_referred(const struct lint *lint, const struct passage *passage)
{
    static const char *const joins[] = {"至", "到", "、", "和", NULL};
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const char *end = shadow_at(lint, lint->prose.tokens[i].span.end);
        if (lint->prose.tokens[i].kind == TOKEN_ENUMERATOR && string_begins_any(end, joins) && end[3] == '(')
            return true;
    }
    return false;
}

/* Enumerators inside a paragraph: once one has opened a chain, the next of its level goes on or starts anew at one. */
static void check_inline(struct lint *lint, const struct passage *passage)
{
    struct list lists[LEVELS + 1] = {{0}};
    if (!passage_has(passage, TOKEN_ENUMERATOR, TOKEN_ENUMERATOR) || is_referred(lint, passage))
        return;
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if (!is_enumerator(lint, passage, i))
            continue;
        struct list *list = &lists[token->level];
        bool wrong = list->last && token->value != 1 && !goes_on(list, token->value);
        if (wrong)
            report_step(lint, token->span, token->value, list->last);
        if (list->last || token->value == 1 || token->span.start == passage->span.start)
            go_on(list, token->value, wrong);
    }
}

/* 一是 二是 三是 run on from paragraph to paragraph. Inside a sentence, only the number that is due counts. */
static void check_orders(struct lint *lint, const struct passage *passage, struct list *list)
{
    size_t end = passage->first + (passage_has(passage, TOKEN_ORDER, TOKEN_ORDER) ? passage->count : 0);
    for (size_t i = passage->first; i < end; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if (token->kind != TOKEN_ORDER)
            continue;
        bool next = goes_on(list, token->value);
        if (!next && !token_leads(&lint->prose, passage, i, lint->report->text->shadow))
            continue;
        bool wrong = !next && token->value != 1 && list->last;
        if (wrong)
            report_step(lint, token->span, token->value, list->last);
        go_on(list, token->value, wrong);
    }
}

void check_enumerator_broken(struct lint *lint)
{
    check_sections(lint, lint->report->preamble, 0);
    for (const struct nb_article *article = lint->report->articles; article; article = article->next)
        check_sections(lint, article->blocks, article->span.end);
    struct list orders = {0};
    for (size_t p = 0; p < lint->prose.passage_count; p++) {
        const struct passage *passage = &lint->prose.passages[p], *before = p ? passage - 1 : NULL;
        if (!before || before->section != passage->section || before->article != passage->article)
            orders = (struct list){0};
        check_inline(lint, passage);
        check_orders(lint, passage, &orders);
    }
}
