/* facts.c - the quantities that the prose states, with the cell of the form that the words name. */
#include "facts.h"
#include "arena.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* Words in the clause that must be there, words in the sentence so far that must be there, and the cell they name. */
struct indicator {
    int clause, sentence;
    const char *cell;
};

static const struct indicator indicators[] = {
    {WORD_CARRIED_IN, WORD_APPLICATION, "applications.carried_in.total"},
    {WORD_CARRIED_OUT, WORD_APPLICATION, "applications.carried_out.total"},
    {WORD_RECEIVED | WORD_APPLICATION, 0, "applications.received.total"},
    {WORD_GRANTED, WORD_APPLICATION, "applications.granted.total"},
    {WORD_PARTLY, WORD_APPLICATION, "applications.partly_granted.total"},
    {WORD_DONE, WORD_APPLICATION, "applications.outcome_total.total"},
    {WORD_REVIEW, 0, "review.reconsideration.total"},
};

/* What was said before a quantity: in its clause, in its sentence. */
struct context {
    int clause, sentence;
    size_t start;
    bool counted; /* the clause has already counted something */
};

static const char *indicator_of(const struct nb_report *report, const struct context *context, const char *unit)
{
    if (!report->form || !report->form->table_count || strcmp(unit, "件") || context->counted ||
        context->clause & WORD_OTHER_COUNT)
        return NULL;
    const int kinds = WORD_CARRIED_IN | WORD_CARRIED_OUT | WORD_RECEIVED | WORD_GRANTED | WORD_PARTLY | WORD_DONE | WORD_REVIEW;
    const char *found = NULL;
    for (size_t i = 0; i < sizeof indicators / sizeof *indicators; i++) {
        const struct indicator *one = &indicators[i];
        if ((context->clause & one->clause) != one->clause || (context->sentence & one->sentence) != one->sentence)
            continue;
        if (context->clause & kinds & ~one->clause)
            return NULL;
        found = one->cell;
    }
    return found;
}

/* "１，２３４．５余万" is 1234.5, unit 万: digits made ASCII, separators and vague words left out. */
static void split_quantity(struct nb_arena *arena, const char *text, size_t length, struct nb_fact *fact)
{
    char *number = arena_alloc(arena, length + 1), *unit = arena_alloc(arena, length + 1);
    size_t digits = 0, rest = 0;
    for (size_t i = 0; i < length;) {
        size_t step = utf8_length((unsigned char)text[i]);
        const unsigned char *at = (const unsigned char *)text + i;
        if (!rest && *at >= '0' && *at <= '9')
            number[digits++] = (char)*at;
        else if (!rest && at[0] == 0xEF && at[1] == 0xBC && at[2] >= 0x90 && at[2] <= 0x99)
            number[digits++] = (char)(at[2] - 0x90 + '0');
        else if (!rest && *at == '.')
            number[digits++] = '.';
        else if (*at > ' ' && *at != ',' && strncmp(text + i, "，", 3) && strncmp(text + i, "\xE3\x80\x80", 3) &&
                 strncmp(text + i, "\xC2\xA0", 2) && strncmp(text + i, "余", 3) && strncmp(text + i, "多", 3))
            memcpy(unit + rest, text + i, step), rest += step;
        i += step;
    }
    size_t zeros = strspn(number, "0"); /* 08件 is 8 */
    fact->quantity = number + zeros - (zeros && (!number[zeros] || number[zeros] == '.'));
    fact->unit = unit;
}

/* What is quoted of a clause on either side of its quantity, in bytes: a text without punctuation must not be quoted over and
 * over. */
enum { CONTEXT = 240 };

/* The clause ends before the next mark, or with the passage. */
static size_t clause_end(const struct prose *prose, const struct passage *passage, size_t token, const char *bytes)
{
    size_t last = passage->first + passage->count, limit = prose->tokens[token].span.end + CONTEXT;
    while (++token < last && prose->tokens[token].kind != TOKEN_MARK && prose->tokens[token].span.start < limit)
        continue;
    size_t end = token < last ? prose->tokens[token].span.start : passage->span.end;
    if (end <= limit)
        return end;
    while ((bytes[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

static size_t clause_start(size_t start, size_t quantity, const char *bytes)
{
    if (quantity - start <= CONTEXT)
        return start;
    start = quantity - CONTEXT;
    while ((bytes[start] & 0xC0) == 0x80)
        start++;
    return start;
}

static void trim(const char *bytes, struct nb_span *span)
{
    while (span->start < span->end && strchr(" \t\n", bytes[span->start]))
        span->start++;
    while (span->end > span->start && strchr(" \t\n", bytes[span->end - 1]))
        span->end--;
}

static struct nb_fact *fact_of(const struct nb_report *report, const struct prose *prose, const struct passage *passage,
                               size_t token, const struct context *context)
{
    const struct token *quantity = &prose->tokens[token];
    const char *bytes = report->text->bytes;
    struct nb_fact *fact = arena_alloc(report->arena, sizeof *fact);
    struct nb_span clause = {clause_start(context->start, quantity->span.start, bytes), clause_end(prose, passage, token, bytes)};
    trim(bytes, &clause);
    fact->article = passage->article ? passage->article->number : 0;
    fact->span = quantity->span;
    fact->text = arena_strndup(report->arena, bytes + clause.start, clause.end - clause.start);
    split_quantity(report->arena, bytes + quantity->span.start, quantity->span.end - quantity->span.start, fact);
    fact->indicator = indicator_of(report, context, fact->unit);
    return fact;
}

static void follow(struct context *context, const struct token *token)
{
    if (token->kind == TOKEN_WORD) {
        context->clause |= token->value;
        context->sentence |= token->value;
    } else if (token->kind == TOKEN_QUANTITY) {
        context->counted = true;
    } else if (token->kind == TOKEN_MARK && token->value != '\\') {
        *context = (struct context){.sentence = token->value == '.' ? 0 : context->sentence, .start = token->span.end};
    }
}

struct nb_fact *facts_find(const struct nb_report *report, const struct prose *prose)
{
    struct nb_fact *first = NULL, **last = &first;
    for (size_t p = 0; p < prose->passage_count; p++) {
        const struct passage *passage = &prose->passages[p];
        struct context context = {.start = passage->span.start};
        for (size_t i = passage->first; i < passage->first + passage->count; i++) {
            if (prose->tokens[i].kind == TOKEN_QUANTITY) {
                *last = fact_of(report, prose, passage, i, &context);
                last = &(*last)->next;
            }
            follow(&context, &prose->tokens[i]);
        }
    }
    return first;
}
