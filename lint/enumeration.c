/* enumeration.c - enumerations that skip, repeat or lose a number (NB105) or have another length than was
 * announced (NB721). */
#include "config.h"

#include "i18n.h"
#include "lint.h"
#include "numeral.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
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
    finding_counts(lint, finding, number, before + 1);
}

/* Whether the enumerator that is due stands inside a paragraph of the text `above` a section: glued on. */
static bool is_glued_above(const struct lint *lint, struct nb_span above, int level, int due)
{
    for (size_t i = token_at(lint, above.start), end = token_at(lint, above.end); i < end; i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        if (token->kind == TOKEN_ENUMERATOR && token->level == level && token->value == due)
            return true;
    }
    return false;
}

/* A list may start anew at one, under a heading without a number or behind an introduction. */
static bool follows(const struct lint *lint, const struct nb_block *section, size_t above,
                    const struct list *list)
{
    int number = section->ordinal;
    if (goes_on(list, number) || number == 1)
        return true;
    return number > 1 &&
           is_glued_above(lint, (struct nb_span){above, section->span.start}, section->level, number - 1);
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
    const struct prose_token *token = &lint->prose.tokens[i];
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
    FOR_TOKENS (token, &lint->prose, passage) {
        const char *end = shadow_at(lint, token->span.end);
        if (token->kind == TOKEN_ENUMERATOR && string_begins_any(end, joins) && end[3] == '(')
            return true;
    }
    return false;
}

/* Enumerators inside a paragraph: once one has opened a chain, the next of its level goes on or starts anew
 * at one. */
static void check_inline(struct lint *lint, const struct passage *passage)
{
    struct list lists[LEVELS + 1] = {{0}};
    if (!passage_has(passage, TOKEN_ENUMERATOR, TOKEN_ENUMERATOR) || is_referred(lint, passage))
        return;
    for (size_t i = passage->first; i < tokens_behind(passage); i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
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

/* The list that runs, of 一是 (style 0) or of 第一 (style 1), the one of whose items it is a part, and where
 * the last item begins. */
struct orders {
    struct list list, outer;
    size_t item;
    int style;
};

/* "二是规范答复。一是…;二是…": behind the title of an item, which is one sentence, a list within it begins.
 */
static bool opens_within(const struct lint *lint, const struct passage *passage, const struct orders *orders,
                         size_t place)
{
    if (!orders->list.last || orders->item < passage->span.start)
        return false;
    const char *item = shadow_at(lint, orders->item),
               *stop = memmem(item, place - orders->item, "。", strlen("。"));
    return stop && stop + strlen("。") == shadow_at(lint, place);
}

/* Whether a list opens with this 一是: in a sentence, 打算一是…,二是…, the next of the passage must go on
 * with it. */
static bool opens_list(const struct lint *lint, const struct passage *passage, size_t i)
{
    const struct prose_token *first = &lint->prose.tokens[i],
                             *end = lint->prose.tokens + tokens_behind(passage);
    if (token_leads(&lint->prose, passage, i, lint->report->text->shadow))
        return true;
    for (const struct prose_token *next = first + 1; next < end; next++)
        if (next->kind == TOKEN_ORDER && next->level == first->level)
            return next->value == 2;
    return false;
}

/* Whether a token is an item of the kind of list that runs. */
static bool is_item(const struct prose_token *token, const struct orders *orders)
{
    return token->kind == TOKEN_ORDER && token->level == orders->style;
}

/* Go on with an item: inside a sentence, only the number that is due counts. False: none begins here. `due`:
 * the number that is due in place of the token's; 0: none is. */
static bool take_order(const struct lint *lint, const struct passage *passage, size_t i,
                       struct orders *orders, int *due)
{
    const struct prose_token *token = &lint->prose.tokens[i];
    bool leads = token->value == 1 ? opens_list(lint, passage, i)
                                   : token_leads(&lint->prose, passage, i, lint->report->text->shadow);
    bool next = goes_on(&orders->list, token->value);
    if (leads && token->value == 1) {
        orders->outer =
            opens_within(lint, passage, orders, token->span.start) ? orders->list : (struct list){0};
    } else if (leads && !next && orders->outer.last && goes_on(&orders->outer, token->value)) {
        orders->list = orders->outer;
        orders->outer = (struct list){0};
        next = true;
    }
    if (!next && !leads)
        return false;
    *due = !next && token->value != 1 && orders->list.last ? orders->list.last + 1 : 0;
    go_on(&orders->list, token->value, *due > 0);
    orders->item = token->span.start;
    return true;
}

/* 一是 二是 三是, or 第一, 第二, run on from paragraph to paragraph. */
static void check_orders(struct lint *lint, const struct passage *passage, struct orders *orders)
{
    size_t end = passage_has(passage, TOKEN_ORDER, TOKEN_ORDER) ? tokens_behind(passage) : 0;
    int due;
    for (size_t i = passage->first; i < end; i++)
        if (is_item(&lint->prose.tokens[i], orders) && take_order(lint, passage, i, orders, &due) && due)
            report_step(lint, lint->prose.tokens[i].span, lint->prose.tokens[i].value, due - 1);
}

/* Whether the passage begins right behind another of its section. */
static bool follows_passage(const struct lint *lint, const struct passage *passage)
{
    return passage > lint->prose.passages && passage[-1].section == passage->section &&
           passage[-1].article == passage->article;
}

void check_enumerator_broken(struct lint *lint)
{
    check_sections(lint, lint->report->preamble, 0);
    bool torn = lint->report->text->apart; /* labels that stand apart from their values look like sections */
    for (const struct nb_article *article = lint->report->articles; article && !torn; article = article->next)
        check_sections(lint, article->blocks, article->span.end);
    struct orders spoken = {0}, ranked = {.style = 1};
    FOR_PASSAGES (passage, &lint->prose) {
        if (!follows_passage(lint, passage)) {
            spoken = (struct orders){0};
            ranked = (struct orders){.style = 1};
        }
        check_inline(lint, passage);
        check_orders(lint, passage, &spoken);
        check_orders(lint, passage, &ranked);
    }
}

/* ---- how many there are to be ---- */

/* How many a sentence announces, 三个方面, and where; 0: none. */
struct promise {
    int number;
    struct nb_span span;
};

/* The last number of things, 三个方面, 两件事, 四点不足, between two places. Of what is done so many times
 * (三次) or printed in so many copies, others may be told. */
static struct promise promise_before(const struct lint *lint, size_t from, size_t end)
{
    enum { NOUN = 10 * 3 }; /* bytes between what is counted and the list: 方面的突出问题 */
    struct promise found = {0};
    for (size_t at = from, step; at < end; at += step) {
        const char *number = shadow_at(lint, at), *behind = number, *stop = shadow_at(lint, end);
        step = utf8_step(number);
        int64_t value = utf8_is(number, "两") ? 2 : numeral_read(&behind, stop);
        behind += utf8_is(number, "两") ? strlen("两") : 0;
        if (value < 0 && *number >= '1' && *number <= '9')
            value = strtol(number, (char **)&behind, 10);
        if (value < 1)
            continue;
        bool counts = behind == stop || (string_begins_any(behind, words_things) && stop - behind <= NOUN);
        bool ranks =
            at >= 3 && (utf8_is(shadow_at(lint, at - 3), "第") || utf8_is(shadow_at(lint, at - 3), "每"));
        size_t length =
            (size_t)(behind - number) + (behind < stop ? string_opening(behind, words_things) : 0);
        found = counts && !ranks && value > 1 && value < 20 ? (struct promise){(int)value, {at, at + length}}
                                                            : (struct promise){0};
        step = (size_t)(behind - number);
    }
    return found;
}

/* Bytes of the mark before `end` behind which a list begins: a colon, or a stop that ends a paragraph on
 * several matters (做了五个方面的工作。); 0: none. */
static size_t opening_mark(const struct lint *lint, struct nb_span before, bool paragraph)
{
    enum { CLAUSE = 15 * 3 }; /* bytes */
    const char *from = shadow_at(lint, before.start), *end = shadow_at(lint, before.end);
    if (end > from && end[-1] == ':')
        return 1;
    if (!paragraph || end - from < 3 || !utf8_is(end - 3, "。"))
        return 0;
    from = end - from > CLAUSE ? end - CLAUSE : from;
    return string_says(arena_strndup(lint->scratch, from, (size_t)(end - from)), words_matters) ? strlen("。")
                                                                                                : 0;
}

/* What is announced right before the list that opens with this token, in its paragraph or at the end of the
 * one before. */
static struct promise promise_of_list(const struct lint *lint, const struct passage *passage,
                                      const struct prose_token *token)
{
    size_t end = token->span.start;
    bool begins = end == passage->span.start && follows_passage(lint, passage);
    passage -= begins;
    end = begins ? passage->span.end : end;
    while (end > passage->span.start && strchr(" \x01", *shadow_at(lint, end - 1)))
        end--;
    size_t mark = opening_mark(lint, (struct nb_span){passage->span.start, end}, begins);
    if (!mark)
        return (struct promise){0};
    size_t from = end -= mark;
    while (from > passage->span.start && !strchr(",;:", *shadow_at(lint, from - 1)) &&
           !(from >= 3 && utf8_is(shadow_at(lint, from - 3), "。")))
        from--;
    return promise_before(lint, from, end);
}

/* How far the list goes that opens with token `i`, up to the end of its section; 0 where a number is left
 * out, which is another rule's. */
static int length_of_list(const struct lint *lint, const struct passage *passage, size_t i)
{
    const struct passage *end = lint->prose.passages + lint->prose.passage_count, *own = passage;
    const struct prose_token *first = &lint->prose.tokens[i];
    struct orders orders = {.list = {.last = 1}, .item = first->span.start, .style = first->level};
    for (size_t from = i + 1;
         passage < end && passage->section == own->section && passage->article == own->article; passage++) {
        size_t stop = tokens_behind(passage);
        for (size_t t = from > passage->first ? from : passage->first; t < stop; t++) {
            int before = orders.list.last, due = 0;
            bool taken =
                is_item(&lint->prose.tokens[t], &orders) && take_order(lint, passage, t, &orders, &due);
            if (taken && lint->prose.tokens[t].value == 1 && !orders.outer.last)
                return before;
            if (taken && due)
                return 0;
        }
    }
    return orders.outer.last ? orders.outer.last : orders.list.last;
}

/* Where a passage says how many parts the report has, 由总体情况……六部分组成; `number` 0: it does not. */
static struct promise promise_of_parts(const struct lint *lint, struct nb_span passage)
{
    enum { NUMBER = 12 }; /* bytes: 十二个大 */
    size_t sentence = passage.start;
    for (size_t at = sentence; at < passage.end; at += utf8_step(shadow_at(lint, at))) {
        sentence = utf8_is(shadow_at(lint, at), "。") ? at : sentence;
        if (!string_begins_any(shadow_at(lint, at), words_parts_of_reports))
            continue;
        bool own = string_says(shadow_text(lint, sentence, at), words_begin_parts);
        return own ? promise_before(lint, at > sentence + NUMBER ? at - NUMBER : sentence, at)
                   : (struct promise){0};
    }
    return (struct promise){0};
}

/* The preamble names as many parts as the report has articles, where all of the form's are there. */
static void check_parts(struct lint *lint)
{
    int count = 0, prescribed = 0;
    for (const struct nb_article *article = lint->report->articles; article; article = article->next)
        count++;
    while (lint->report->form && lint->report->form->order[prescribed])
        prescribed++;
    FOR_PASSAGES (passage, &lint->prose) {
        struct promise promise = {0};
        if (!passage->article && count == prescribed)
            promise = promise_of_parts(lint, passage->span);
        if (promise.number && promise.number != count)
            finding_add(lint, promise.span, _("%d parts are announced; the report has %d"), promise.number,
                        count);
    }
}

void check_list_count(struct lint *lint)
{
    check_parts(lint);
    FOR_PASSAGES (passage, &lint->prose) {
        if (!passage_has(passage, TOKEN_ORDER, TOKEN_ORDER))
            continue;
        FOR_TOKENS (token, &lint->prose, passage) {
            if (token->kind != TOKEN_ORDER || token->value != 1)
                continue;
            struct promise promise = promise_of_list(lint, passage, token);
            int length =
                promise.number ? length_of_list(lint, passage, (size_t)(token - lint->prose.tokens)) : 0;
            if (length && length != promise.number)
                finding_counts(lint,
                               finding_add(lint, promise.span, _("%d are announced, %d are listed"),
                                           promise.number, length),
                               promise.number, length);
        }
    }
}
