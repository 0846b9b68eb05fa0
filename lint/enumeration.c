/* enumeration.c - rule NB105: enumerations that skip, repeat or lose a number. */
#include "i18n.h"
#include "lint.h"

#include <string.h>

enum { LEVELS = 5 };

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
    size_t low = 0, high = lint->prose.token_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lint->prose.tokens[middle].span.start < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
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
static bool follows(const struct lint *lint, const struct nb_block *section, size_t above, int before)
{
    int number = section->ordinal;
    if (number == before + 1 || number == 1)
        return true;
    return number > 1 && is_glued_above(lint, (struct nb_span){above, section->span.start}, section->level, number - 1);
}

/* The sections of one list of blocks, which begins at `start`, each level by itself. Behind (三)(三), (五) goes on as well as
 * (四). */
static void check_sections(struct lint *lint, const struct nb_block *blocks, size_t start)
{
    int last[LEVELS + 1] = {0};
    bool twice[LEVELS + 1] = {false};
    size_t above[LEVELS + 1] = {start, start, start, start, start, start};
    for (const struct nb_block *block = blocks; block; block = block->next) {
        if (block->kind != NB_SECTION)
            continue;
        int level = block->level < 0 || block->level > LEVELS ? 0 : block->level, number = block->ordinal;
        if (!follows(lint, block, above[level], last[level]) && !(twice[level] && number == last[level] + 2))
            report_step(lint, block->span, number, last[level]);
        twice[level] = number && number == last[level];
        last[level] = number ? number : last[level] + 1;
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

/* Enumerators inside a paragraph: once one has opened a chain, the next of its level goes on or starts anew at one. */
static void check_inline(struct lint *lint, const struct passage *passage)
{
    int last[LEVELS + 1] = {0};
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if (!is_enumerator(lint, passage, i))
            continue;
        int *before = &last[token->level];
        if (*before && token->value != 1 && token->value != *before + 1)
            report_step(lint, token->span, token->value, *before);
        if (*before || token->value == 1 || token->span.start == passage->span.start)
            *before = token->value;
    }
}

/* 一是 二是 三是 run on from paragraph to paragraph. Inside a sentence, only the number that is due counts. */
static int check_orders(struct lint *lint, const struct passage *passage, int last)
{
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        const struct token *token = &lint->prose.tokens[i];
        if (token->kind != TOKEN_ORDER)
            continue;
        if (token->value == last + 1) {
            last = token->value;
        } else if (token_leads(&lint->prose, passage, i, lint->report->text->shadow)) {
            if (token->value != 1 && last)
                report_step(lint, token->span, token->value, last);
            last = token->value;
        }
    }
    return last;
}

void check_enumerator_broken(struct lint *lint)
{
    check_sections(lint, lint->report->preamble, 0);
    for (const struct nb_article *article = lint->report->articles; article; article = article->next)
        check_sections(lint, article->blocks, article->span.end);
    int last = 0;
    for (size_t p = 0; p < lint->prose.passage_count; p++) {
        const struct passage *passage = &lint->prose.passages[p], *before = p ? passage - 1 : NULL;
        if (!before || before->section != passage->section || before->article != passage->article)
            last = 0;
        check_inline(lint, passage);
        last = check_orders(lint, passage, last);
    }
}
