/* facts.c - the quantities that the prose states: one walk over the tokens of each passage gives them words, scope and whole. */
#include "facts.h"
#include "arena.h"
#include "clause.h"
#include "quantity.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* What stands before a bracket and goes on behind it. */
struct slice {
    uint64_t own, head;
    int value;     /* the meanings of its words, a set of enum word */
    size_t at;     /* its last word ends here */
    bool gap;      /* other words stand behind its last word */
    bool modified; /* other words stand before the noun */
    bool counted;  /* the clause has counted something */
    struct nb_fact *whole;
};

/* Where the walk is. The slice runs from the last quantity or mark; lead, scope and carried topic belong to the sentence. */
struct walk {
    const struct nb_report *report;
    const struct prose *prose;
    const struct passage *passage;
    struct nb_fact **last, *previous;
    size_t count;
    struct slice slice, outside;
    bool bracketed;
    uint64_t lead, lead_head, carried, section;
    bool crossed; /* the topic is carried from another sentence */
    int said;     /* the meanings of all words of the sentence */
    enum nb_scope scope;
    size_t clause_start;
    int sentence;
};

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

/* Whether anything but spaces stands between two places. */
static bool printed_between(const struct walk *walk, size_t from, size_t to)
{
    for (const char *shadow = walk->report->text->shadow; from < to; from++)
        if (!strchr(" \t\n\x01", shadow[from]))
            return true;
    return false;
}

static uint64_t word_bit(const struct token *token)
{
    return token->level ? UINT64_C(1) << (token->level - 1) : 0;
}

/* Take a word into the slice. */
static void take_word(struct walk *walk, struct slice *slice, const struct token *token)
{
    uint64_t bit = word_bit(token);
    slice->gap |= printed_between(walk, slice->at, token->span.start);
    if (bit & indicator_topics) {
        slice->head = bit;
        slice->modified = slice->gap || slice->own & indicator_topics & ~bit;
    }
    if (!(token->value & WORD_FILLER))
        slice->gap = false;
    slice->own |= bit | (token->value & WORD_LAST_YEAR ? WORDS_LAST_YEAR : 0);
    slice->value |= token->value;
    slice->at = token->span.end;
}

static bool is_quote(const struct token *token)
{
    enum { DOUBLE_QUOTES = 3 };
    return (token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) && token->value == DOUBLE_QUOTES;
}

/* The words behind a quantity up to a mark, where what it counts may stand: "36件政府信息公开申请". Returns the token behind
 * them, or `from` where they belong to the next quantity. */
static size_t take_noun(struct walk *walk, struct slice *slice, size_t from)
{
    size_t last = walk->passage->first + walk->passage->count, i = from;
    struct slice behind = {.at = walk->prose->tokens[from - 1].span.end};
    for (; i < last; i++) {
        if (is_quote(&walk->prose->tokens[i])) {
            behind.at = walk->prose->tokens[i].span.end;
            continue;
        }
        if (walk->prose->tokens[i].kind != TOKEN_WORD || walk->prose->tokens[i].value & WORD_AMONG ||
            (walk->prose->tokens[i].value & WORD_JOIN && behind.head))
            break;
        take_word(walk, &behind, &walk->prose->tokens[i]);
    }
    bool counts_next = i < last && (walk->prose->tokens[i].kind == TOKEN_QUANTITY || walk->prose->tokens[i].kind == TOKEN_NONE);
    if (counts_next || !behind.own || (slice->head && behind.head))
        return from;
    slice->own |= behind.own;
    if (behind.head) {
        slice->head = behind.head;
        slice->modified = behind.modified;
    }
    return i;
}

/* ---- scope and kind ---- */

static enum nb_scope scope_of(const struct walk *walk, const struct token *quantity)
{
    int value = walk->slice.value;
    bool goes_on = quantity + 1 < walk->prose->tokens + walk->passage->first + walk->passage->count;
    if (value & WORD_FROM && goes_on && quantity[1].kind == TOKEN_WORD && quantity[1].value & WORD_TO)
        return NB_SCOPE_LAST_YEAR;
    if (value & WORD_LAST_YEAR && !(value & (WORD_UP | WORD_DOWN | WORD_TO)))
        return NB_SCOPE_LAST_YEAR;
    if (value & WORD_PART_YEAR)
        return NB_SCOPE_PART;
    if (value & WORD_CUMULATIVE && walk->scope != NB_SCOPE_YEAR)
        return NB_SCOPE_CUMULATIVE;
    return walk->scope;
}

static enum nb_fact_kind kind_of(const struct walk *walk, const char *unit)
{
    int value = walk->slice.value;
    bool moves = value & (WORD_UP | WORD_DOWN);
    if (!strcmp(unit, "%") || !strcmp(unit, "个百分点") || !strcmp(unit, "個百分點"))
        return moves ? NB_FACT_CHANGE : value & WORD_SHARE ? NB_FACT_SHARE : NB_FACT_RATE;
    if (!strcmp(unit, "倍"))
        return NB_FACT_TIMES;
    return moves && !(value & WORD_TO) && walk->said & WORD_COMPARISON ? NB_FACT_CHANGE : NB_FACT_COUNT;
}

/* ---- facts ---- */

static struct nb_fact *new_fact(struct walk *walk, size_t token)
{
    const struct nb_report *report = walk->report;
    const char *bytes = report->text->bytes;
    struct nb_fact *fact = arena_alloc(report->arena, sizeof *fact);
    fact->span = walk->prose->tokens[token].span;
    struct nb_span clause = {clause_start(walk->clause_start, fact->span.start, bytes),
                             clause_end(walk->prose, walk->passage, token, bytes)};
    trim(bytes, &clause);
    fact->article = walk->passage->article ? walk->passage->article->number : 0;
    fact->section = walk->passage->section ? walk->passage->section->title : NULL;
    fact->text = arena_strndup(report->arena, bytes + clause.start, clause.end - clause.start);
    fact->scope = scope_of(walk, &walk->prose->tokens[token]);
    fact->part_of = walk->slice.whole;
    fact->sentence = walk->sentence;
    fact->index = walk->count++;
    *walk->last = fact;
    walk->last = &fact->next;
    return fact;
}

/* The unit in the script of the indicators. */
static const char *plain_unit(const struct nb_report *report, const struct nb_fact *fact)
{
    size_t length = strlen(fact->unit), end = fact->span.end;
    if (!report->traditional || !length)
        return unit_measure(fact->unit);
    return unit_measure(arena_strndup(report->arena, report->text->shadow + end - length, length));
}

static void give_meaning(struct walk *walk, struct nb_fact *fact, const struct slice *slice, const char *unit, bool gap)
{
    struct clause clause = {
        slice->own, walk->lead, slice->head, walk->lead_head, walk->carried, walk->crossed, slice->modified || gap, gap, unit};
    const struct indicator *indicator = clause_indicator(&clause);
    fact->indicator = indicator ? indicator->id : NULL;
    fact->cells = indicator ? indicator->cells : NULL;
    fact->tolerated = indicator ? indicator->tolerated : NULL;
    fact->sure = slice->head || walk->lead_head || (walk->carried && !walk->crossed);
}

/* 由30件增加到36件: both are of one thing. */
static void copy_meaning(struct nb_fact *fact, const struct nb_fact *from)
{
    if (!from || from->sentence != fact->sentence || from->scope != NB_SCOPE_LAST_YEAR || strcmp(from->unit, fact->unit))
        return;
    fact->indicator = from->indicator;
    fact->cells = from->cells;
    fact->tolerated = from->tolerated;
    fact->sure = from->sure;
}

/* What was said is used up; what it was about goes on. */
static void close_slice(struct walk *walk, size_t at)
{
    if (walk->slice.head) {
        walk->carried = walk->slice.head;
        walk->crossed = false;
    }
    walk->slice = (struct slice){.at = at, .counted = true, .whole = walk->slice.whole};
}

static size_t take_quantity(struct walk *walk, size_t token)
{
    const struct token *quantity = &walk->prose->tokens[token];
    struct nb_fact *fact = new_fact(walk, token);
    struct slice *slice = &walk->slice;
    bool gap = (slice->gap || printed_between(walk, slice->at, quantity->span.start)) && slice->own;
    quantity_read(walk->report, fact);
    fact->kind = kind_of(walk, fact->unit);
    size_t next = fact->kind == NB_FACT_COUNT ? take_noun(walk, slice, token + 1) : token + 1;
    bool listed = token > walk->passage->first && quantity[-1].kind == TOKEN_WORD && quantity[-1].value & WORD_LIST;
    if (fact->kind == NB_FACT_COUNT && !listed)
        give_meaning(walk, fact, slice, plain_unit(walk->report, fact), gap && next == token + 1);
    if (!fact->indicator && slice->value & WORD_TO)
        copy_meaning(fact, walk->previous);
    fact->is_sum = slice->value & WORD_SUM && !slice->own;
    fact->down = slice->value & WORD_DOWN;
    walk->previous = fact;
    close_slice(walk, quantity->span.end);
    return next;
}

/* Each topic that "没有发生" denies is a fact of its own. */
static void deny(struct walk *walk, size_t token, const struct slice *slice)
{
    bool strict = walk->prose->tokens[token].value & WORD_TOUCHES;
    uint64_t topics = slice->own & indicator_topics;
    const char *seen = NULL;
    for (uint64_t topic = 1; topic && topic <= topics; topic <<= 1) {
        struct slice one = *slice;
        one.own = (slice->own & ~indicator_topics) | topic;
        one.head = topic;
        one.modified = false;
        struct clause clause = {.own = one.own, .head = topic, .modified = !strict};
        const struct indicator *indicator = topics & topic ? clause_indicator(&clause) : NULL;
        if (!indicator || (seen && !strcmp(seen, indicator->id)))
            continue;
        struct nb_fact *fact = new_fact(walk, token);
        fact->quantity = "0";
        fact->unit = "";
        fact->indicator = seen = indicator->id;
        fact->cells = indicator->cells;
        fact->sure = fact->none = true;
    }
}

/* "未收到…申请": the nouns behind it, over 、 up to the next mark; or those before it. */
static size_t take_none(struct walk *walk, size_t token)
{
    const struct token *tokens = walk->prose->tokens, *none = &tokens[token];
    size_t last = walk->passage->first + walk->passage->count, i = token + 1;
    struct slice behind = {.at = none->span.end};
    bool strict = none->value & WORD_TOUCHES, touches = true;
    for (; i < last && (tokens[i].kind == TOKEN_WORD || (tokens[i].kind == TOKEN_MARK && tokens[i].value == '\\')); i++) {
        if (tokens[i].kind == TOKEN_WORD) {
            touches &= behind.own != 0 || !printed_between(walk, none->span.end, tokens[i].span.start);
            take_word(walk, &behind, &tokens[i]);
        }
        behind.at = tokens[i].span.end;
    }
    struct slice *said = behind.head ? &behind : &walk->slice;
    if (!behind.head && strict)
        touches = !printed_between(walk, walk->slice.at, none->span.start) && i == token + 1;
    said->own |= word_bit(none) | (behind.head ? walk->slice.own & ~indicator_topics : behind.own);
    if (!said->head && !strict)
        said->own |= walk->carried;
    if (!strict || touches)
        deny(walk, token, said);
    walk->slice.head = behind.head ? behind.head : walk->slice.head;
    close_slice(walk, behind.at);
    return i;
}

/* ---- the walk ---- */

static void take_year(struct walk *walk, const struct token *token)
{
    int year = walk->report->year;
    bool compares = walk->slice.value & WORD_COMPARISON && !(walk->slice.value & (WORD_AS_OF | WORD_FROM));
    if (compares && token->kind == TOKEN_YEAR && token->value != year) {
        walk->slice.value |= WORD_LAST_YEAR;
    } else if (token->kind == TOKEN_YEAR) {
        walk->scope = !year || token->value == year ? NB_SCOPE_YEAR
                      : token->value == year - 1    ? NB_SCOPE_LAST_YEAR
                                                    : NB_SCOPE_OTHER;
    } else {
        walk->scope = walk->said & WORD_AS_OF ? NB_SCOPE_AS_OF : NB_SCOPE_PART;
    }
    if (year && token->value == year - 1)
        walk->slice.own |= WORDS_LAST_YEAR;
    walk->slice.at = token->span.end;
}

/* 12月31日 ends a year; any other date is a part of it, unless the sentence calls it 截至. */
static void take_month(struct walk *walk, const struct token *token)
{
    static const char end_of_year[] = "12月31日";
    size_t length = token->span.end - token->span.start;
    bool ends = length == strlen(end_of_year) && !memcmp(walk->report->text->shadow + token->span.start, end_of_year, length);
    walk->scope = walk->said & WORD_AS_OF ? NB_SCOPE_AS_OF : ends ? NB_SCOPE_YEAR : NB_SCOPE_PART;
    walk->slice.at = token->span.end;
}

static void end_sentence(struct walk *walk)
{
    walk->lead = walk->lead_head = 0;
    walk->said = 0;
    walk->scope = NB_SCOPE_UNSAID;
    walk->slice.whole = NULL;
    walk->crossed = true;
    walk->sentence++;
}

static void take_mark(struct walk *walk, const struct token *mark)
{
    struct slice *slice = &walk->slice;
    if (mark->value == '\\') {
        slice->at = mark->span.end;
        return;
    }
    bool leads = !slice->counted && slice->own;
    if (mark->value == ';' || slice->counted)
        walk->lead = walk->lead_head = 0;
    if (leads) {
        walk->lead = slice->own;
        walk->lead_head = slice->head;
    }
    int compared = slice->value & (WORD_COMPARISON | WORD_LAST_YEAR);
    close_slice(walk, mark->span.end);
    slice->counted = false;
    slice->value = compared & WORD_COMPARISON ? WORD_COMPARISON : 0;
    walk->clause_start = mark->span.end;
    if (mark->value == '.')
        end_sentence(walk);
}

static void take_bracket(struct walk *walk, const struct token *token)
{
    if (token->kind == TOKEN_OPEN && !walk->bracketed) {
        walk->outside = walk->slice;
        walk->bracketed = true;
        bool follows = walk->previous && walk->previous->span.end <= token->span.start &&
                       !printed_between(walk, walk->previous->span.end, token->span.start);
        walk->slice = (struct slice){.at = token->span.end, .whole = follows ? walk->previous : walk->slice.whole};
    } else if (token->kind == TOKEN_CLOSE && walk->bracketed) {
        walk->slice = walk->outside;
        walk->slice.at = token->span.end;
        walk->bracketed = false;
    }
}

/* The title of a document says nothing of quantities. Returns the token that closes it. */
static size_t behind_title(const struct walk *walk, size_t token)
{
    size_t last = walk->passage->first + walk->passage->count;
    for (size_t i = token; i < last; i++)
        if (walk->prose->tokens[i].kind == TOKEN_CLOSE && walk->prose->tokens[i].value == 1)
            return i;
    return token;
}

static void follow_word(struct walk *walk, const struct token *token)
{
    struct nb_fact *previous = walk->previous;
    walk->said |= token->value;
    if (token->value & WORD_THIS_YEAR)
        walk->scope = NB_SCOPE_YEAR;
    if (token->value & WORD_AMONG && previous && previous->kind == NB_FACT_COUNT && previous->sentence + 1 >= walk->sentence)
        walk->slice.whole = previous;
    if (token->value & WORD_ALL_DONE && previous && previous->sentence == walk->sentence)
        previous->all_done = true;
    take_word(walk, &walk->slice, token);
}

static size_t step(struct walk *walk, size_t i)
{
    const struct token *token = &walk->prose->tokens[i];
    switch (token->kind) {
    case TOKEN_QUANTITY:
        return take_quantity(walk, i);
    case TOKEN_NONE:
        return take_none(walk, i);
    case TOKEN_WORD:
        follow_word(walk, token);
        break;
    case TOKEN_YEAR:
    case TOKEN_DATE:
    case TOKEN_YEARS:
        take_year(walk, token);
        break;
    case TOKEN_MONTH:
        take_month(walk, token);
        break;
    case TOKEN_MARK:
        take_mark(walk, token);
        break;
    case TOKEN_OPEN:
    case TOKEN_CLOSE:
        if (token->value == 1 && token->kind == TOKEN_OPEN)
            return behind_title(walk, i) + 1;
        if (!token->value)
            take_bracket(walk, token);
        break;
    case TOKEN_ENUMERATOR:
    case TOKEN_ORDER:
        walk->slice.at = token->span.end;
        break;
    case TOKEN_DOCUMENT:
    case TOKEN_BROKEN_DOCUMENT:
        break;
    }
    return i + 1;
}

/* What the sentences of a passage are about unless they say so: the topics of the section's head, else those of the article. */
static uint64_t topics_before(const struct walk *walk)
{
    const struct nb_article *article = walk->passage->article;
    return walk->section ? walk->section : article ? role_topics(article->role) : 0;
}

static void begin_passage(struct walk *walk, const struct passage *passage)
{
    const struct nb_block *section = walk->passage ? walk->passage->section : NULL;
    if (passage->section != section)
        walk->section = 0;
    walk->passage = passage;
    walk->slice = (struct slice){.at = passage->span.start};
    walk->bracketed = false;
    walk->previous = NULL;
    walk->clause_start = passage->span.start;
    end_sentence(walk);
    walk->carried = topics_before(walk);
}

struct nb_fact *facts_find(const struct nb_report *report, const struct prose *prose)
{
    struct nb_fact *first = NULL;
    struct walk walk = {.report = report, .prose = prose, .last = &first};
    for (size_t p = 0; p < prose->passage_count; p++) {
        const struct passage *passage = &prose->passages[p];
        size_t last = passage->first + passage->count;
        begin_passage(&walk, passage);
        for (size_t i = passage->first; i < last;)
            i = step(&walk, i);
        if (passage->block == passage->section)
            walk.section = walk.slice.head;
    }
    return first;
}
