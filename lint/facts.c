/* facts.c - the quantities that the prose states: one walk over the tokens of each passage gives them words,
 * scope and whole. */
#include "facts.h"
#include "arena.h"
#include "clause.h"
#include "quantity.h"
#include "slice.h"
#include "text.h"

#include <string.h>

/* So many facts in a row name different things, of which there are few where there are many facts. */
enum { SAME_NAMES = 8 };

/* Where the walk is. The slice runs from the last quantity or mark; lead, scope and carried topic belong to
 * the sentence. */
struct facts_walk {
    const struct nb_report *report;
    const struct prose *prose;
    const struct passage *passage, *unclosed; /* unclosed: one in which no title is closed from here on */
    struct nb_fact **last, *previous;
    const struct nb_fact *counted,
        *outside_counted; /* the last count of this year; that which a bracket stands behind */
    size_t count, named;
    const struct nb_fact_names *names[SAME_NAMES]; /* those of the last facts */
    struct slice slice, outside; /* outside: what stands before a bracket and goes on behind it */
    struct slice subject; /* what the last quantity counts, or what stands before 占: 自然人申请占83% */
    struct slice shared;  /* the list before 分别; next_share: its next member */
    int next_share;
    struct nb_fact *counts[2 * MOST_PIECES]; /* the last counts, in turn; so many were there */
    size_t count_count;
    size_t next_whole,
        last_whole; /* behind 复议69件、诉讼103件,其中公开类的分别为: what the next quantities are parts of */
    int next_year; /* of the quantities behind 2021年、2022年分别, one a year; 0: there are no such */
    size_t counted_end; /* the last quantity and its noun end here */
    bool bracketed;
    uint64_t lead, lead_head, carried, verbs, section, within; /* within: what was said before 中 */
    bool crossed;         /* the topic is carried from another sentence */
    bool dated, last_day; /* the scope is a day, that which ends the year */
    bool several;         /* behind 土地、住房分别: of things that no word of the indicators names */
    bool parted;          /* a semicolon stands behind what told of the whole */
    bool unread;          /* other words stood in its clause: 涉企类申请占比最高,共收到97件 */
    int lead_member;
    int said; /* the meanings of all words of the sentence */
    enum nb_scope scope, outside_scope;
    size_t clause_start, sentence_start;
    size_t first; /* the token that the sentence begins with, until its first quantity */
    int sentence;
    int listed; /* the parts since the sentence's last semicolon: where there are several, another ends
                   their list */
};

/* What is quoted of a clause on either side of its quantity, in bytes: a text without punctuation must not be
 * quoted over and over. */
enum { CONTEXT = 240 };

/* The clause ends before the next mark, or with the passage. */
static size_t clause_end(const struct prose *prose, const struct passage *passage, size_t token,
                         const char *bytes)
{
    size_t last = tokens_behind(passage), limit = prose->tokens[token].span.end + CONTEXT;
    while (++token < last && prose->tokens[token].kind != TOKEN_MARK &&
           prose->tokens[token].span.start < limit)
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

static bool is_quote(const struct prose_token *token)
{
    enum { DOUBLE_QUOTES = 3 };
    return (token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) && token->value == DOUBLE_QUOTES;
}

/* Whether 中 stands here, which makes what was counted the whole of what follows. */
static bool is_inside(const struct facts_walk *walk, size_t place)
{
    return !strncmp(walk->report->text->shadow + place, "中", strlen("中"));
}

static bool is_word(const struct facts_walk *walk, const struct prose_token *token, const char *text)
{
    return token->kind == TOKEN_WORD &&
           !strncmp(walk->report->text->shadow + token->span.start, text, strlen(text));
}

/* What stands behind a quantity is counted as what stands before it; alone, it may be a list:
 * 其余3件部分公开或者无法提供. */
static void add_behind(struct slice *slice, const struct slice *behind)
{
    if (behind->piece && !slice->own) {
        memcpy(slice->pieces, behind->pieces, sizeof slice->pieces);
        slice->piece = behind->piece;
        slice->total = slice->behind = true;
    }
    slice->own |= behind->own;
    slice->member = slice->member ? slice->member : behind->member;
    if (behind->head) {
        slice->head = behind->head;
        slice->modified = behind->modified;
    }
}

/* The words behind a quantity up to a mark, where what it counts may stand: "36件政府信息公开申请". Returns
 * the token behind them, or `from` where they belong to the next quantity. What does not touch the quantity
 * is counted only where a verb before it says so: 收到36件公民的申请, but 25个乡镇参加会议. What touches it
 * may be the predicate: 2件均在期限内办结. */
static size_t take_noun(struct facts_walk *walk, struct slice *slice, size_t from)
{
    size_t last = tokens_behind(walk->passage), i = from;
    const struct prose_token *tokens = walk->prose->tokens;
    struct slice behind = {.at = tokens[from - 1].span.end};
    if (slice->own && i < last && tokens[i].kind == TOKEN_WORD && tokens[i].value & WORD_ALL)
        return from; /* 制发4件均同步解读 */
    bool touches = i < last && !printed_between(walk->report, behind.at, tokens[i].span.start);
    for (; i < last; i++) {
        if (is_quote(&tokens[i])) {
            behind.at = tokens[i].span.end;
            continue;
        }
        bool goes_on = i + 1 < last && tokens[i + 1].kind != TOKEN_QUANTITY;
        if (tokens[i].kind == TOKEN_MARK && tokens[i].value == '\\' && behind.own && !behind.head &&
            goes_on) {
            behind.at = tokens[i].span.end; /* 36件公民、法人的申请 */
            continue;
        }
        if (tokens[i].kind != TOKEN_WORD || tokens[i].value & (WORD_AMONG | WORD_LIST) ||
            (tokens[i].value & WORD_JOIN && behind.head) || is_inside(walk, behind.at))
            break;
        slice_take(&behind, walk->report, &tokens[i]);
    }
    touches &= !behind.broken || word_bit(&tokens[from]) != 0; /* 12件由同一律师事务所代理 */
    bool counts_next = i < last && (tokens[i].kind == TOKEN_QUANTITY || tokens[i].kind == TOKEN_NONE);
    bool open = i < last && behind.piece && tokens[i].kind == TOKEN_WORD &&
                tokens[i].value & WORD_LIST; /* 属无法提供、不予处理等 */
    bool linked = touches || slice->value & WORD_VERB;
    if (counts_next || open || !behind.own || !linked || behind.because || (slice->head && behind.head))
        return from;
    add_behind(slice, &behind);
    return i;
}

/* ---- scope and kind ---- */

static enum nb_scope scope_of_year(const struct facts_walk *walk, int year)
{
    int own = walk->report->year;
    return !own || year == own ? NB_SCOPE_YEAR : year == own - 1 ? NB_SCOPE_LAST_YEAR : NB_SCOPE_OTHER;
}

static bool is_behind_gap(const struct facts_walk *walk, const struct prose_token *quantity)
{
    return walk->slice.gap || printed_between(walk->report, walk->slice.at, quantity->span.start);
}

/* 较上年翻了一番多8件: what a word that is not known parts from the year compared with is a difference. */
static bool differs(const struct facts_walk *walk, const struct prose_token *quantity)
{
    int value = walk->slice.value;
    return value & WORD_COMPARISON && value & WORD_LAST_YEAR && !walk->slice.counted &&
           is_behind_gap(walk, quantity);
}

static enum nb_scope scope_of(const struct facts_walk *walk, const struct prose_token *quantity)
{
    int value = walk->slice.value;
    bool goes_on = quantity + 1 < walk->prose->tokens + tokens_behind(walk->passage);
    if (value & WORD_FROM && goes_on && quantity[1].kind == TOKEN_WORD && quantity[1].value & WORD_TO)
        return NB_SCOPE_LAST_YEAR;
    if (value & WORD_LAST_YEAR && !(value & (WORD_UP | WORD_DOWN | WORD_TO)) && !differs(walk, quantity))
        return walk->slice.earlier ? NB_SCOPE_OTHER : NB_SCOPE_LAST_YEAR;
    if (value & WORD_PART_YEAR)
        return NB_SCOPE_PART;
    if (value & WORD_CUMULATIVE && walk->scope != NB_SCOPE_YEAR)
        return NB_SCOPE_CUMULATIVE;
    if (value & WORD_TO && walk->scope == NB_SCOPE_LAST_YEAR)
        return NB_SCOPE_UNSAID;
    return walk->scope;
}

static bool touches(const struct prose_token *word, const struct prose_token *next, int meaning)
{
    return word->kind == TOKEN_WORD && word->value & meaning && word->span.end == next->span.start;
}

/* 分别减少3件、1件: a number alone behind a change and 、 is another. */
static bool goes_on(const struct facts_walk *walk, const struct prose_token *quantity)
{
    bool second =
        quantity >= walk->prose->tokens + walk->passage->first + 2 && quantity[-2].kind == TOKEN_QUANTITY;
    bool mark = second && quantity[-1].kind == TOKEN_MARK && quantity[-1].value == '\\';
    bool joins = mark || (second && quantity[-1].kind == TOKEN_WORD && quantity[-1].value & WORD_JOIN);
    return joins && walk->previous && walk->previous->kind == NB_FACT_CHANGE &&
           !is_behind_gap(walk, quantity);
}

static enum nb_fact_kind kind_of(const struct facts_walk *walk, const struct prose_token *quantity,
                                 const char *unit)
{
    const struct prose_token *first = walk->prose->tokens + walk->passage->first;
    int value = walk->slice.value;
    bool again = goes_on(walk, quantity), moves = again || value & (WORD_UP | WORD_DOWN);
    if (!strcmp(unit, "%") || !strcmp(unit, "个百分点") || !strcmp(unit, "個百分點"))
        return moves ? NB_FACT_CHANGE : value & WORD_SHARE ? NB_FACT_SHARE : NB_FACT_RATE;
    if (!strcmp(unit, "倍"))
        return NB_FACT_TIMES;
    /* 申请增加6件, but 增加专栏6个, 增加6名工作人员 */
    bool touched =
        walk->slice.own && quantity > first && touches(quantity - 1, quantity, WORD_UP | WORD_DOWN);
    bool by = again || touched || walk->said & (WORD_COMPARISON | WORD_LAST_YEAR);
    return (moves && !(value & WORD_TO) && by) || (!moves && differs(walk, quantity)) ? NB_FACT_CHANGE
                                                                                      : NB_FACT_COUNT;
}

/* ---- facts ---- */

static const struct nb_fact_names no_names;

/* Facts of the same names in a row share them. */
static void call_it(struct facts_walk *walk, struct nb_fact *fact, struct nb_fact_names names)
{
    const struct nb_fact_names **kept = walk->names;
    size_t i = 0;
    while (i < SAME_NAMES && kept[i] && memcmp(kept[i], &names, sizeof names) != 0)
        i++;
    if (i == SAME_NAMES)
        i = walk->named++ % SAME_NAMES, kept[i] = NULL;
    if (!kept[i])
        kept[i] = memcpy(arena_room(walk->report->arena, sizeof names), &names, sizeof names);
    fact->names = kept[i];
}

/* It counts others than was thought. */
static void uncall(struct facts_walk *walk, struct nb_fact *fact)
{
    struct nb_fact_names names = *fact->names;
    names.indicator = names.cells = NULL;
    call_it(walk, fact, names);
}

static struct nb_fact *new_fact(struct facts_walk *walk, size_t token)
{
    const struct nb_report *report = walk->report;
    const char *bytes = report->text->bytes;
    struct nb_fact *fact = arena_alloc(report->arena, sizeof *fact);
    fact->span = walk->prose->tokens[token].span;
    fact->names = &no_names;
    struct nb_span clause = {clause_start(walk->clause_start, fact->span.start, bytes),
                             clause_end(walk->prose, walk->passage, token, bytes)};
    trim(bytes, &clause);
    fact->article = walk->passage->article ? walk->passage->article->number : 0;
    fact->section = walk->passage->section;
    fact->words = clause;
    fact->scope = scope_of(walk, &walk->prose->tokens[token]);
    fact->part_of = walk->slice.whole && fact->scope == NB_SCOPE_LAST_YEAR ? NULL : walk->slice.whole;
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

/* Of what is published, some is 依申请公开 or 不予公开, but no application; of applications none is
 * published. Of what was published right before, too, where nothing is said to be done with it, nor
 * does its whole tell: 主动公开98件、依申请公开16件. */
static bool is_of_other_kind(const struct facts_walk *walk, const struct nb_fact *fact,
                             const struct indicator *indicator)
{
    bool told = fact->part_of && fact->part_of->names->indicator;
    const struct nb_fact *whole = told ? fact->part_of : walk->previous;
    bool goes_on = whole && whole->sentence == fact->sentence && !strcmp(whole->unit, fact->unit) &&
                   !(walk->slice.own & indicator_verbs);
    if (!whole || !whole->names->indicator || !(told || goes_on))
        return false;
    return string_begins(whole->names->indicator, "published.")
               ? string_begins(indicator->id, "applications.")
               : whole->names->cells && string_begins(indicator->id, "published.");
}

/* Whether an indicator is a name, or begins with it where that ends in *. */
static bool is_named(const char *id, const char *name)
{
    size_t length = strlen(name);
    return name[length - 1] == '*' ? !strncmp(id, name, length - 1) : !strcmp(id, name);
}

/* 办结15件,其中予以公开15件,结转2件; 办结15件,结转2件,其中予以公开15件: what is carried over is none of what
 * was closed; nor is what counts the same behind a semicolon. */
static bool is_no_part(const struct nb_fact *whole, const struct indicator *indicator, bool listed)
{
    const struct indicator *of = whole ? whole->names->meaning : NULL;
    if (of && !strcmp(of->id, indicator->id))
        return !listed;
    return of && of->apart && is_named(indicator->id, of->apart);
}

/* 公开信息413条,其中工作动态301条; 发布通知公告84条,工作动态212条: what has a name and is counted as the
 * whole, or the one before, is. NULL: it does not. */
static const struct indicator *category_of(const struct facts_walk *walk, const struct nb_fact *fact,
                                           const struct slice *slice, bool named)
{
    const struct nb_fact *before = walk->previous, *whole = fact->part_of;
    const struct indicator *listed =
        before && before->sentence == fact->sentence && !slice->own ? before->names->meaning : NULL;
    if (named && listed && listed->parts && !strcmp(listed->parts, listed->id) &&
        !strcmp(before->unit, fact->unit))
        return listed;
    bool alike = named && whole && whole->names->meaning && whole->names->meaning->parts &&
                 !strcmp(whole->unit, fact->unit);
    return alike ? clause_named(whole->names->meaning->parts) : NULL;
}

/* Whether each piece of the list has a word of what the indicator says. */
static bool says_each(const struct indicator *one, const struct slice *slice)
{
    uint64_t says = 0;
    for (int i = 0; i < MAX_SAYS; i++)
        says |= one->says[i];
    for (int i = 0; i <= slice->piece; i++)
        if (!(slice->pieces[i].own & says))
            return false;
    return true;
}

/* The clause of one piece of a list; the noun may stand behind the last only: 新收和结转申请. */
static struct clause clause_of_piece(const struct facts_walk *walk, const struct slice *slice, int piece,
                                     const char *unit)
{
    uint64_t head = slice->pieces[piece].head ? slice->pieces[piece].head : slice->head;
    return (struct clause){.own = slice->pieces[piece].own | head,
                           .head = head,
                           .carried = walk->carried,
                           .crossed = walk->crossed,
                           .unit = unit,
                           .member = slice->pieces[piece].member};
}

/* A path of the language of indicators, with the name of the member for @. */
static const char *path_of(const struct facts_walk *walk, const char *path, int member)
{
    const char *at = path ? strchr(path, '@') : NULL;
    return at ? arena_printf(walk->report->arena, "%.*s%s%s", (int)(at - path), path,
                             indicator_members[member - 1].name, at + 1)
              : path;
}

static const char *joined(const struct facts_walk *walk, const char *cells, const char *more)
{
    return cells ? arena_printf(walk->report->arena, "%s and %s", cells, more) : more;
}

/* "A和B共N件": what the pieces count is added up. One indicator may name all of them; else the cells of each
 * are taken, if all have some. */
static bool add_pieces(struct facts_walk *walk, struct nb_fact *fact, const struct slice *slice,
                       const char *unit)
{
    struct clause all = clause_of_piece(walk, slice, slice->piece, unit);
    all.member = SEVERAL;
    const char *cells = NULL, *other = NULL;
    for (int i = 0; i <= slice->piece; i++) {
        struct clause clause = clause_of_piece(walk, slice, i, unit);
        const struct indicator *one = clause_indicator(&clause);
        const char *path = one ? path_of(walk, one->cells, clause.member) : NULL;
        if (!path)
            return false;
        bool ambiguous = one->tolerated &&
                         strncmp(one->tolerated, one->cells, strcspn(one->cells, " ")) != 0; /* 新收与结转 */
        all.own |= clause.own;
        other = joined(walk, other, ambiguous ? one->tolerated : path);
        cells = joined(walk, cells, path);
    }
    const struct indicator *whole = clause_indicator(&all);
    bool named = whole && says_each(whole, slice);
    fact->sure = !slice->behind; /* 10件未予公开或无法提供: these, and others like them */
    call_it(walk, fact,
            (struct nb_fact_names){.indicator = named ? whole->id : NULL,
                                   .cells = named ? whole->cells : cells,
                                   .tolerated = named ? whole->tolerated : other});
    return true;
}

static void name_fact(struct facts_walk *walk, struct nb_fact *fact, const struct indicator *indicator,
                      int member)
{
    struct nb_fact_names names = {.indicator = path_of(walk, indicator->id, member),
                                  .cells = path_of(walk, indicator->cells, member),
                                  .tolerated = indicator->tolerated,
                                  .outcome = fact->names->outcome,
                                  .meaning = indicator};
    call_it(walk, fact, names);
    fact->stock = walk->dated ? walk->last_day : indicator->stock;
    fact->member = member;
}

/* 不予公开和无法提供9件, 信息不存在或不掌握5件: outcomes that exclude each other, so the number counts them
 * all; 收到、答复36件 are two things done with the same. */
static bool is_union(const struct slice *slice)
{
    for (int i = 0; i <= slice->piece; i++)
        if (slice->pieces[i].own & indicator_verbs || !(slice->pieces[i].own & ~indicator_topics))
            return false;
    return true;
}

/* 复议后起诉5件,其中维持3件: what names one of a kind only with other words is of the one that the whole
 * counts. */
static const struct indicator *of_member(const struct nb_fact *whole, struct clause *clause)
{
    struct clause inherited = *clause;
    if (!whole || whole->member <= 0 || clause->member)
        return NULL;
    inherited.member = whole->member;
    inherited.own |= indicator_members[whole->member - 1].word;
    const struct indicator *one = clause_indicator(&inherited);
    if (!one || !one->says[1] || !strchr(one->id, '@') || clause_indicator(clause) == one)
        return NULL;
    *clause = inherited;
    return one;
}

/* One of the last counts, from the last one back. */
static struct nb_fact *count_before(const struct facts_walk *walk, size_t back)
{
    return walk->counts[(walk->count_count - back) % (2 * MOST_PIECES)];
}

/* Whether no mark parts two counts but 、: 直接起诉9件和复议后起诉5件. */
static bool is_joined(const struct facts_walk *walk, const struct nb_fact *one, const struct nb_fact *other)
{
    const char *at = walk->report->text->shadow + one->span.end,
               *end = walk->report->text->shadow + other->span.start;
    while (at < end && !strchr(",;:()", *at))
        at++;
    return at >= end;
}

/* What a fact is a part of; where it has no noun, what was counted last, too, if it names one of a kind that
 * is divided further: 复议后起诉5件,维持3件. */
static const struct nb_fact *divided_by(const struct facts_walk *walk, const struct nb_fact *fact,
                                        const struct slice *slice)
{
    const struct nb_fact *last = walk->previous;
    bool divides = last && !slice->head && last->sentence == fact->sentence && last->names->meaning &&
                   last->names->meaning->division;
    const struct nb_fact *other = divides && walk->count_count > 1 ? count_before(walk, 2) : NULL;
    bool both = other && other->sentence == fact->sentence && other->member != last->member &&
                is_joined(walk, other, last);
    return fact->part_of || !divides || both ? fact->part_of : last;
}

/* Whether the words stand between two places of the text. */
static bool says_between(const struct facts_walk *walk, size_t from, size_t to, const char *words)
{
    while (from < to && strncmp(walk->report->text->shadow + from, words, strlen(words)) != 0)
        from++;
    return from < to;
}

/* Whether an article on what is counted or the sentence itself says that it is of disclosure: 行政复议76件
 * may be of any matter.
 */
static bool is_of_disclosure(const struct facts_walk *walk, const struct nb_fact *fact,
                             const struct indicator *indicator)
{
    const struct nb_article *article = walk->passage->article;
    return (article && role_topics(article->role) & indicator->topic) ||
           says_between(walk, clause_start(walk->sentence_start, fact->span.end, walk->report->text->bytes),
                        fact->span.end, "公开");
}

/* 收到21件,结转2件,办结21件,结转下年度2件: what is carried over before it, and not said to be into the next
 * year, was carried in.
 */
static void rename_carried(struct facts_walk *walk, const struct nb_fact *fact, const struct slice *slice)
{
    static const char carried_out[] = "applications.carried_out.total",
                      carried_in[] = "applications.carried_in.total";
    if (strcmp(fact->names->indicator, carried_out) || !(slice->own & WORDS_NEXT_YEAR))
        return;
    for (size_t back = 1; back <= walk->count_count && back <= 2 * MOST_PIECES; back++) {
        struct nb_fact *other = count_before(walk, back);
        if (other->sentence == fact->sentence && other->names->indicator &&
            !strcmp(other->names->indicator, carried_out) && !fact_says(walk->report, other, "下") &&
            !fact_says(walk->report, other, "未"))
            name_fact(walk, other, clause_named(carried_in), 0);
    }
}

/* 新收36件,上年结转2件。其中自然人30件: what was counted last has no such part, nor as many; then it is one
 * of the count before it. */
static const struct indicator *of_count_before(struct facts_walk *walk, struct nb_fact *fact,
                                               struct clause *clause)
{
    const struct nb_fact *last = fact->part_of,
                         *whole = last && walk->count_count > 1 ? count_before(walk, 2) : NULL;
    if (!whole || whole->sentence != last->sentence || strcmp(whole->unit, fact->unit) ||
        fact->units <= last->units || fact->units > whole->units)
        return NULL;
    clause->whole = whole->names->meaning;
    const struct indicator *indicator = clause_indicator(clause);
    if (indicator)
        fact->part_of = walk->slice.whole = whole;
    return indicator;
}

static void give_meaning(struct facts_walk *walk, struct nb_fact *fact, const struct slice *slice,
                         const char *unit, bool gap)
{
    if (slice->piece && (slice->total || is_union(slice)) && add_pieces(walk, fact, slice, unit))
        return;
    struct clause clause = {.own = slice->own,
                            .lead = walk->lead,
                            .head = slice->head,
                            .lead_head = walk->lead_head,
                            .carried = walk->carried,
                            .verbs = walk->verbs,
                            .within = walk->within,
                            .whole = fact->part_of ? fact->part_of->names->meaning : NULL,
                            .crossed = walk->crossed,
                            .modified = slice->modified || (gap && slice->own),
                            .gap = gap,
                            .unit = unit,
                            .member = slice->member,
                            .lead_member = walk->lead ? walk->lead_member : 0};
    const struct indicator *indicator = of_member(divided_by(walk, fact, slice), &clause);
    indicator = indicator ? indicator : clause_indicator(&clause);
    indicator = indicator ? indicator : of_count_before(walk, fact, &clause);
    fact->named = slice->head;
    fact->sure = slice->head || slice->member > 0 || (walk->carried && !walk->crossed && !walk->unread);
    indicator = indicator ? indicator : category_of(walk, fact, slice, gap);
    if (!indicator || is_of_other_kind(walk, fact, indicator))
        return;
    fact->sure &= clause_is_used(&clause, walk->within, indicator) && !indicator->loosely;
    fact->wider = indicator->unsure && !is_of_disclosure(walk, fact, indicator);
    bool total = indicator->whole && walk->parted; /* 复议2件,其中维持1件;诉讼1件 */
    bool listed = walk->listed || slice->value & WORD_AMONG;
    fact->part_of = total || is_no_part(fact->part_of, indicator, listed) ? NULL : fact->part_of;
    name_fact(walk, fact, indicator, clause.member ? clause.member : clause.lead_member);
    rename_carried(walk, fact, slice);
    bool other_year = fact->scope == NB_SCOPE_LAST_YEAR || fact->scope == NB_SCOPE_OTHER;
    for (int i = 0; i < MAX_SAYS; i++)
        if (other_year && indicator->says[i] & (WORDS_LAST_YEAR | WORDS_NEXT_YEAR))
            fact->scope = walk->scope =
                NB_SCOPE_UNSAID; /* 2021年结转: the year names the thing, not the time */
}

/* 占办结总数的57%: the cells of what it is a share of. */
static void give_whole(struct facts_walk *walk, struct nb_fact *share, const struct slice *slice)
{
    struct clause clause = clause_of_piece(walk, slice, slice->piece, NULL);
    const struct indicator *whole =
        slice->own && !slice->broken && !(slice->value & WORD_ALL) ? clause_indicator(&clause) : NULL;
    if (!whole)
        return;
    call_it(walk, share,
            (struct nb_fact_names){.cells = path_of(walk, whole->cells, clause.member),
                                   .tolerated = whole->tolerated});
}

/* "A、B分别为3件和5件": this quantity counts the next of the list. */
static void take_share(struct facts_walk *walk)
{
    const struct slice *shared = &walk->shared;
    if (walk->slice.own & ~(indicator_verbs | indicator_topics) || walk->next_share > shared->piece)
        return;
    const struct slice_piece *piece = &shared->pieces[walk->next_share++];
    uint64_t counted = walk->slice.head; /* A、B分别提出申请3件和5件 */
    walk->slice.head = piece->head ? piece->head : counted ? counted : shared->head;
    walk->slice.member = piece->member;
    walk->slice.own |= piece->own | walk->slice.head;
    walk->slice.gap = walk->slice.modified = false;
}

/* A fact as one of the last counts; NULL: it is none of them. */
static struct nb_fact *counted_as(const struct facts_walk *walk, const struct nb_fact *fact)
{
    for (size_t back = 1; fact && back <= walk->count_count && back <= 2 * MOST_PIECES; back++)
        if (count_before(walk, back) == fact)
            return count_before(walk, back);
    return NULL;
}

/* 承办行政复议案件45件,其中涉及信息公开2件: the whole is of all kinds, the part is what the cells count. */
static void widen_whole(struct facts_walk *walk, struct nb_fact *fact, bool shared)
{
    struct nb_fact *whole = counted_as(walk, fact->part_of);
    if (!whole || !whole->names->indicator || fact->names->indicator ||
        !string_begins(whole->names->indicator, "review.") ||
        !says_between(walk, shared ? whole->span.end : walk->previous->span.end, fact->span.start,
                      "信息公开"))
        return;
    struct nb_fact_names names = *fact->names;
    names.indicator = whole->names->indicator;
    names.cells = whole->names->cells;
    call_it(walk, fact, names);
    uncall(walk, whole);
    fact->sure = whole->sure;
    fact->wider = false;
    whole->wider = true;
}

/* What was said is used up; what it was about goes on. */
static void close_slice(struct facts_walk *walk, size_t at)
{
    if (walk->slice.head) {
        walk->carried = walk->slice.head;
        walk->crossed = false;
        walk->unread = walk->slice.broken;
    }
    if (walk->slice.own & indicator_verbs)
        walk->verbs = walk->slice.own & indicator_verbs;
    walk->slice = (struct slice){.at = at,
                                 .counted = true,
                                 .whole = walk->slice.whole,
                                 .value = walk->slice.value & WORD_SHARE,
                                 .named = walk->slice.named /* 占880条的25% */};
}

/* 新收的36件和结转的2件中: two are counted in one clause, and what follows is a part of both. */
static bool is_listed(const struct facts_walk *walk)
{
    return walk->count_count > 1 && count_before(walk, 2)->span.start >= walk->clause_start;
}

/* 36件申请中已有33件答复: the quantity before it is what it is a part of. */
static bool is_within(const struct facts_walk *walk, size_t place)
{
    const struct nb_fact *previous = walk->previous;
    return previous && previous->kind == NB_FACT_COUNT && previous->sentence == walk->sentence &&
           walk->slice.counted && walk->counted_end < place && is_inside(walk, walk->counted_end) &&
           !is_listed(walk);
}

/* 行政复议、行政诉讼各1件: the quantity counts each of the list. Returns whether it does. */
static bool take_each(struct facts_walk *walk, size_t token)
{
    const struct slice *list = &walk->slice;
    const struct prose_token *quantity = &walk->prose->tokens[token];
    if (!list->piece || token == walk->passage->first || quantity[-1].span.end != quantity->span.start ||
        !is_word(walk, quantity - 1, "各"))
        return false;
    for (int i = 0; i <= list->piece; i++) {
        struct nb_fact *fact = new_fact(walk, token);
        quantity_read(walk->report, fact);
        struct clause clause = clause_of_piece(walk, list, i, plain_unit(walk->report, fact));
        const struct indicator *indicator = clause_indicator(&clause);
        if (indicator)
            name_fact(walk, fact, indicator, clause.member);
        fact->sure = true;
        walk->previous = fact;
    }
    walk->counted_end = quantity->span.end;
    close_slice(walk, quantity->span.end);
    return true;
}

/* The quantity is the last from here on. */
static void count_on(struct facts_walk *walk, struct nb_fact *fact)
{
    struct nb_fact *previous = walk->previous;
    bool is_whole = fact->kind == NB_FACT_COUNT && walk->slice.value & WORD_SHARE &&
                    says_between(walk, fact->span.end, fact->words.end, "的");
    if (is_whole && previous && !previous->part_of && previous->sentence == fact->sentence &&
        !says_between(walk, previous->span.end, fact->span.start, ";")) {
        previous->part_of = fact; /* 20件,占总数35件的57%: it is what the share is of */
        if (previous->names->indicator && fact->names->indicator &&
            !strcmp(previous->names->indicator, fact->names->indicator))
            uncall(walk, fact); /* 信息公开诉讼1件,占诉讼总数32件的3%: of all kinds */
    }
    walk->previous = fact;
    walk->listed += fact->kind == NB_FACT_COUNT && fact->part_of && fact->part_of == walk->slice.whole;
    if (fact->kind == NB_FACT_COUNT)
        walk->counts[walk->count_count++ % (2 * MOST_PIECES)] = fact;
    if (fact->kind == NB_FACT_COUNT && fact->scope != NB_SCOPE_LAST_YEAR &&
        !fact_says(walk->report, fact, "均"))
        walk->counted = fact; /* a mean, 月均12条, has no parts */
}

/* A bare quantity counts what the one before it does, where it says how that moved, or that one is a share or
 * a change: 由30件 增加到36件; 36件(上年30件); 自然人申请占83%,共30件; 申请增长10%,达到36件. */
static void take_subject(const struct facts_walk *walk, struct slice *slice, bool gap)
{
    const struct nb_fact *previous = walk->previous;
    if (gap || slice->own & ~WORDS_LAST_YEAR || !previous || previous->sentence != walk->sentence)
        return;
    bool moved = previous->kind == NB_FACT_SHARE || previous->kind == NB_FACT_CHANGE;
    if (!(slice->value & WORD_TO || walk->next_year || slice->own ||
          (moved && slice->value & (WORD_FILLER | WORD_SUM))))
        return;
    slice->own =
        walk->subject.own |
        (slice->own & ~WORDS_LAST_YEAR); /* 结转2件(上年4件): the year is no part of what is counted */
    slice->head = walk->subject.head;
    slice->member = walk->subject.member;
}

/* The whole that the quantity is a part of, where it was not said before: the one of several that 分别
 * divides, or what was counted before 中. Returns whether it is one of several. */
static bool take_whole(struct facts_walk *walk, const struct prose_token *quantity)
{
    bool shared = walk->next_whole < walk->last_whole;
    if (shared)
        walk->slice.whole = count_before(walk, walk->count_count - walk->next_whole++);
    else if (!walk->slice.whole && is_within(walk, quantity->span.start))
        walk->slice.whole = walk->previous;
    return shared;
}

/* What stands beside the quantity says of it, besides what it counts. */
static void say_more(const struct facts_walk *walk, struct nb_fact *fact, const struct prose_token *quantity,
                     bool gap)
{
    const struct slice *slice = &walk->slice;
    bool again = fact->kind == NB_FACT_CHANGE && goes_on(walk, quantity);
    bool within = walk->within && (slice->own & indicator_verbs || !slice->own); /* 收到的申请中,33件已答复 */
    fact->is_sum = (slice->value & WORD_SUM || slice->total) && !slice->own && !gap;
    fact->up = again ? walk->previous->up : slice->value & WORD_UP;
    fact->down = again ? walk->previous->down : slice->value & WORD_DOWN;
    fact->some |= within || (walk->several && !slice->own) || slice->member == SEVERAL;
}

static size_t take_quantity(struct facts_walk *walk, size_t token)
{
    const struct prose_token *quantity = &walk->prose->tokens[token];
    take_share(walk);
    if (take_each(walk, token))
        return token + 1;
    struct slice *slice = &walk->slice;
    bool shared = take_whole(walk, quantity);
    if (walk->next_year)
        walk->scope = scope_of_year(walk, walk->next_year++);
    struct nb_fact *fact = new_fact(walk, token);
    bool gap = is_behind_gap(walk, quantity);
    quantity_read(walk->report, fact);
    fact->kind = kind_of(walk, quantity, fact->unit);
    take_subject(walk, slice, gap);
    if (slice->piece && slice->acts)
        slice->own &= indicator_verbs | indicator_topics; /* 新收的和结转的共办结35件 */
    bool opens = !slice->own && !slice->value &&
                 !gap; /* 不予公开3件,1件申请复议: of those before, whatever its noun */
    size_t next = fact->kind == NB_FACT_COUNT ? take_noun(walk, slice, token + 1) : token + 1;
    bool listed =
        token > walk->passage->first && quantity[-1].kind == TOKEN_WORD && quantity[-1].value & WORD_LIST;
    bool other_noun = next == token + 1 && gap; /* 答复模板17个, 两个部门 */
    if (fact->kind == NB_FACT_COUNT && !listed)
        give_meaning(walk, fact, slice, plain_unit(walk->report, fact), other_noun);
    else if (fact->kind == NB_FACT_SHARE && !other_noun)
        give_whole(walk, fact, slice);
    widen_whole(walk, fact, shared);
    say_more(walk, fact, quantity, gap);
    fact->named = fact->kind == NB_FACT_SHARE ? slice->named : fact->named && !opens;
    count_on(walk, fact);
    if (fact->kind == NB_FACT_COUNT && slice->own)
        walk->subject = *slice;
    walk->counted_end = walk->prose->tokens[next - 1].span.end;
    close_slice(walk, quantity->span.end);
    return next;
}

/* Each of the topics that are denied is a fact of its own. */
static void deny(struct facts_walk *walk, size_t token, const struct slice *said, uint64_t topics)
{
    bool strict = walk->prose->tokens[token].value & WORD_TOUCHES;
    const char *seen = NULL;
    uint64_t rest = topics, topic;
    do {
        topic = rest & (~rest + 1); /* the lowest of them */
        rest &= ~topic;
        struct clause clause = {
            .own = (said->own & ~topics) | topic, .head = topic, .modified = !strict, .member = said->member};
        const struct indicator *indicator = clause_indicator(&clause);
        if (!indicator || (seen && !strcmp(seen, indicator->id)))
            continue;
        struct nb_fact *fact = new_fact(walk, token);
        fact->quantity = "0";
        fact->unit = "";
        name_fact(walk, fact, indicator, said->member);
        seen = indicator->id;
        fact->sure = clause_is_used(&clause, 0, indicator) && !indicator->loosely;
        fact->none = true;
    } while (rest);
}

/* The nouns behind "未收到", over 、 up to the next mark. Returns the token behind them. */
static size_t take_denied(struct facts_walk *walk, struct slice *behind, size_t from)
{
    const struct prose_token *tokens = walk->prose->tokens;
    size_t last = tokens_behind(walk->passage), i = from;
    for (; i < last &&
           (tokens[i].kind == TOKEN_WORD || (tokens[i].kind == TOKEN_MARK && tokens[i].value == '\\'));
         i++) {
        if (tokens[i].kind == TOKEN_WORD)
            slice_take(behind, walk->report, &tokens[i]);
        else
            slice_join(behind);
        behind->at = tokens[i].span.end;
    }
    return i;
}

/* What "未发生" denies: what it names itself, the nouns behind it, or where nothing stands behind it those
 * before it, or what the sentence is about. A strict one ("没有") must touch them. */
static uint64_t denied(const struct facts_walk *walk, const struct prose_token *none,
                       const struct slice *behind, bool alone)
{
    const struct prose_token *first = none + 1;
    bool strict = none->value & WORD_TOUCHES;
    if (word_bit(none) & indicator_topics)
        return word_bit(none);
    if (behind->head && behind->own & indicator_events)
        return slice_heads(behind);
    if (none->value & WORD_VERB)
        return 0;
    if (behind->head)
        return strict && printed_between(walk->report, none->span.end, first->span.start)
                   ? 0
                   : slice_heads(behind);
    if (!alone || (strict && printed_between(walk->report, walk->slice.at, none->span.start)))
        return 0;
    bool first_word = walk->slice.at == walk->passage->span.start; /* 均无。 as all that an article says */
    return walk->slice.head ? slice_heads(&walk->slice) : strict && !first_word ? 0 : walk->carried;
}

static size_t take_none(struct facts_walk *walk, size_t token)
{
    const struct prose_token *none = &walk->prose->tokens[token];
    struct slice behind = {.at = none->span.end};
    size_t i = take_denied(walk, &behind, token + 1);
    size_t end =
        i < tokens_behind(walk->passage) ? walk->prose->tokens[i].span.start : walk->passage->span.end;
    bool alone = !behind.own && !behind.broken && !printed_between(walk->report, behind.at, end);
    uint64_t topics = denied(walk, none, &behind, alone);
    bool row = behind.own & ~indicator_verbs && !behind.broken; /* 无不予公开情形 */
    if (!topics && none->value & WORD_VERB)
        return token + 1;
    struct slice *said = behind.head || row ? &behind : &walk->slice;
    said->own |= word_bit(none) | (said == &behind ? walk->slice.own & ~indicator_topics : behind.own);
    said->member = said->member ? said->member : walk->slice.member;
    if (said->member != SEVERAL && (topics || row)) /* 科研机构、律师事务所均未提出申请 */
        deny(walk, token, said, topics);
    walk->slice.head = behind.head ? behind.head : walk->slice.head;
    close_slice(walk, behind.at);
    return i;
}

/* ---- the walk ---- */

/* 2022年底, 2022年末. */
static bool ends_year(const struct facts_walk *walk, const struct prose_token *token)
{
    const struct nb_text *text = walk->report->text;
    const char *behind = text->shadow + token->span.end;
    return text->length - token->span.end >= 3 && (!memcmp(behind, "底", 3) || !memcmp(behind, "末", 3));
}

/* 2020年、2021年、2022年分别: the first of the years that stand before this token; 0: fewer than two do. */
static int first_of_years(const struct facts_walk *walk, const struct prose_token *token)
{
    const struct prose_token *first = walk->prose->tokens + walk->passage->first;
    int year = 0, count = 0;
    while (token-- > first) {
        bool years = token->kind == TOKEN_YEARS, one = token->kind == TOKEN_YEAR;
        bool joins = token->kind == TOKEN_MARK ? token->value == '\\' : token->value & WORD_FILLER;
        if (!years && !one && !joins)
            break;
        count += years ? 2 : one;
        year = years || one ? token->value : year;
    }
    return count > 1 ? year : 0;
}

/* Whether a date, or a year or month with 底 behind it, is the last day of the year that the report is on. */
static bool is_last_day(const struct facts_walk *walk, const struct prose_token *token)
{
    int parts[3], year = walk->report->year;
    date_read(walk->report->text->shadow + token->span.start, parts);
    bool ends = ends_year(walk, token);
    bool last = token->kind == TOKEN_YEAR ? ends : parts[1] == 12 && (parts[2] == 31 || (!parts[2] && ends));
    return last && (token->kind == TOKEN_MONTH || !year || token->value == year);
}

static void take_year(struct facts_walk *walk, const struct prose_token *token)
{
    int year = walk->report->year;
    bool compares = walk->slice.value & WORD_COMPARISON && !(walk->slice.value & (WORD_AS_OF | WORD_FROM));
    bool whole = token->kind == TOKEN_YEAR && !ends_year(walk, token);
    walk->slice.at = token->span.end;
    if (compares && token->kind == TOKEN_YEAR && token->value != year) {
        walk->slice.value |= WORD_LAST_YEAR;
        walk->slice.earlier = year && token->value != year - 1; /* 比2020年的19件增长 */
    } else if (whole)
        walk->scope = scope_of_year(walk, token->value);
    else
        walk->scope = walk->said & WORD_AS_OF || token->kind == TOKEN_YEAR ? NB_SCOPE_AS_OF : NB_SCOPE_PART;
    if (token->kind == TOKEN_YEAR && !whole)
        walk->slice.at += strlen("底");
    walk->dated = !whole;
    walk->last_day = walk->dated && is_last_day(walk, token);
    if (year && token->value == year - 1)
        walk->slice.own |= WORDS_LAST_YEAR;
    if (year && token->value == year + 1)
        walk->slice.own |= WORDS_NEXT_YEAR;
}

/* 12月31日 ends a year; any other date is a part of it, unless the sentence calls it 截至. */
static void take_month(struct facts_walk *walk, const struct prose_token *token)
{
    walk->dated = true;
    walk->last_day = is_last_day(walk, token);
    walk->scope = walk->said & WORD_AS_OF ? NB_SCOPE_AS_OF : walk->last_day ? NB_SCOPE_YEAR : NB_SCOPE_PART;
    walk->slice.at = token->span.end;
}

static void end_sentence(struct facts_walk *walk)
{
    walk->sentence_start = walk->clause_start;
    walk->lead = walk->lead_head = walk->verbs = walk->within = 0;
    walk->next_share = MOST_PIECES;
    walk->next_whole = walk->last_whole;
    walk->said = walk->next_year = walk->listed = 0;
    walk->scope = NB_SCOPE_UNSAID;
    walk->dated = walk->last_day = walk->parted = walk->several = false;
    walk->slice.whole = NULL;
    walk->crossed = true;
    walk->sentence++;
}

/* 上年结转的2件申请中, 在公开的640条信息中: what follows is a part of what was counted last. */
static bool is_topic(const struct facts_walk *walk, size_t end)
{
    const struct nb_fact *previous = walk->previous;
    const char *within = walk->report->text->shadow + end - strlen("中");
    return previous && previous->kind == NB_FACT_COUNT && previous->sentence == walk->sentence &&
           walk->slice.counted && !is_listed(walk) && end >= walk->counted_end + strlen("中") &&
           end <= walk->counted_end + strlen("信息中") && !memcmp(within, "中", 3);
}

/* Whether what the words name may become of what is counted: both are of one table. */
static bool may_become(const struct indicator *outcome, const struct nb_fact *fact)
{
    size_t table = strcspn(outcome->id, ".") + 1;
    return outcome->cells && fact->names->indicator && !strncmp(outcome->id, fact->names->indicator, table) &&
           strcmp(outcome->id, fact->names->indicator);
}

/* 收到2件,均予以公开; 行政复议1件,结果维持: a clause that counts nothing says what became of all that was
 * counted last. */
static void say_of_all(struct facts_walk *walk, size_t end)
{
    const struct slice *slice = &walk->slice;
    struct nb_fact *counted = walk->previous;
    if (!counted || counted->kind != NB_FACT_COUNT || counted->sentence != walk->sentence || slice->broken ||
        printed_between(walk->report, slice->at, end) ||
        !(slice->value & WORD_ALL || (counted->units == 1 && !counted->scale)) ||
        (slice->value & WORD_WAY && slice->own & indicator_verbs))
        return; /* 均按时答复 says it of those that were */
    struct clause clause = clause_of_piece(walk, slice, slice->piece, NULL);
    clause.own = slice->own;
    clause.member = slice->member;
    const struct indicator *outcome = of_member(counted, &clause);
    outcome = outcome ? outcome : clause_indicator(&clause);
    if (!outcome || !may_become(outcome, counted))
        return;
    struct nb_fact_names names = *counted->names;
    names.outcome = path_of(walk, outcome->cells, clause.member);
    call_it(walk, counted, names);
}

static void take_mark(struct facts_walk *walk, const struct prose_token *mark)
{
    struct slice *slice = &walk->slice;
    if (mark->value == '\\') {
        slice_join(slice);
        slice->at = mark->span.end;
        return;
    }
    say_of_all(walk, mark->span.start);
    bool why = slice->reason && !(slice->own & indicator_events); /* 因本机关不掌握,无法提供5件 */
    bool ends = slice->value & WORD_ALL && slice->own & indicator_verbs; /* 上年结转件全部办结,本年结转3件 */
    bool leads = mark->value != ';' && !slice->counted && slice->own && !why && !ends;
    if (mark->value == ';') {
        slice->whole =
            walk->listed > 1 ? NULL : slice->whole; /* 制发5件,其中新制定4件、修订1件;现行有效41件 */
        walk->listed = 0;
        walk->parted = true;
        walk->within = 0;
    }
    if (mark->value == ';' || slice->counted)
        walk->lead = walk->lead_head = 0;
    if (leads) {
        walk->lead = slice->own;
        walk->lead_head = slice->head;
        walk->lead_member = slice->member;
        walk->within = is_inside(walk, mark->span.start - strlen("中")) ? slice->own : 0;
    }
    if ((mark->value == ',' || mark->value == ':') && is_topic(walk, mark->span.start)) {
        slice->whole = walk->previous;
        walk->parted = false;
    }
    int compared = slice->value & (WORD_COMPARISON | WORD_LAST_YEAR);
    close_slice(walk, mark->span.end);
    slice->counted = false;
    slice->value = compared & WORD_COMPARISON ? WORD_COMPARISON : 0;
    walk->clause_start = mark->span.end;
    if (mark->value == '.')
        end_sentence(walk);
}

static void take_bracket(struct facts_walk *walk, const struct prose_token *token)
{
    if (token->kind == TOKEN_OPEN && !walk->bracketed) {
        walk->outside = walk->slice;
        walk->outside_scope = walk->scope;
        walk->bracketed = true;
        if (walk->slice.head) {
            walk->carried = walk->slice.head;
            walk->crossed = false;
        }
        bool follows = walk->previous && walk->counted_end <= token->span.start &&
                       !printed_between(walk->report, walk->counted_end, token->span.start);
        walk->outside_counted = follows ? walk->counted : NULL;
        walk->slice =
            (struct slice){.at = token->span.end, .whole = follows ? walk->previous : walk->slice.whole};
    } else if (token->kind == TOKEN_CLOSE && walk->bracketed) {
        say_of_all(walk, token->span.start);
        bool says = walk->slice.own && !walk->slice.counted, among = walk->slice.value & WORD_AMONG;
        if (says && among && walk->outside.own)
            slice_include(&walk->outside, &walk->slice);
        walk->slice = walk->outside;
        walk->scope = walk->outside_scope;
        walk->counted =
            walk->outside_counted ? walk->outside_counted : walk->counted; /* 4件(个人3件),其中: of the 4 */
        walk->slice.at = token->span.end;
        walk->bracketed = false;
    }
}

/* The title of a document says nothing of quantities. Returns the token that closes it; where none does, none
 * closes a later one.
 */
static size_t behind_title(struct facts_walk *walk, size_t token)
{
    size_t last = tokens_behind(walk->passage);
    for (size_t i = token; walk->unclosed != walk->passage && i < last; i++)
        if (walk->prose->tokens[i].kind == TOKEN_CLOSE && walk->prose->tokens[i].value == 1)
            return i;
    walk->unclosed = walk->passage;
    return token;
}

/* What a word says of the time: 今年, 上年 (not 比上年, 与上年相比), 目前. */
static void follow_time(struct facts_walk *walk, const struct prose_token *token)
{
    enum { since = WORD_COMPARISON | WORD_CUMULATIVE };
    int value = token->value;
    bool compares = (value | walk->slice.value) & WORD_COMPARISON && !(value & WORD_AS_OF);
    bool of_year = value & WORD_ITS_YEAR && token > walk->prose->tokens + walk->passage->first &&
                   token[-1].kind == TOKEN_YEAR;
    if (is_word(walk, token, "年底") || is_word(walk, token, "年末"))
        walk->dated = walk->last_day = true; /* 至年底办结33件: in the whole year */
    if (value & WORD_THIS_YEAR && !of_year)  /* 2018年全年 is no more this year than 2018年 */
        walk->scope = NB_SCOPE_YEAR;
    else if (value & WORD_LAST_YEAR && !compares)
        walk->scope = NB_SCOPE_LAST_YEAR;
    else if (value & WORD_NOW &&
             !((value & since) == since && walk->scope == NB_SCOPE_YEAR)) /* 条例施行以来, not 今年以来 */
        walk->scope = NB_SCOPE_AS_OF;
    else if (value & WORD_COMPARISON && compares && walk->scope == NB_SCOPE_LAST_YEAR && !walk->slice.counted)
        walk->scope = NB_SCOPE_UNSAID;
}

/* What 其中 is among: what was counted last; behind the end of a sentence, the whole of what was counted
 * last. */
static const struct nb_fact *counted_before(const struct facts_walk *walk)
{
    const struct nb_fact *counted = walk->counted;
    if (!counted || counted->sentence + 1 < walk->sentence)
        return walk->slice.whole;
    bool ended = counted->sentence < walk->sentence;
    return ended && counted->part_of ? counted->part_of : counted;
}

/* 按渠道分, 从申请人看, 按内容划分, 分类: all of it is divided, not some named. */
static bool divides(const struct facts_walk *walk, const struct prose_token *token)
{
    const char *last = walk->report->text->shadow + token->span.end - strlen("分");
    return string_begins_any(last, (const char *const[]){"分", "看", "类", NULL});
}

/* What is divided so from here on: what was counted last, unless that is one of a list; its whole. */
static const struct nb_fact *divided_before(const struct facts_walk *walk)
{
    const struct nb_fact *counted = counted_before(walk);
    const struct nb_fact *other = walk->count_count > 1 ? count_before(walk, 2) : NULL;
    bool listed = counted && other && other != counted && other->sentence == counted->sentence;
    return counted && counted->part_of ? counted->part_of : listed ? NULL : counted;
}

/* 复议69件、诉讼103件,其中公开类的分别为18件、14件: each is a part of one of as many counts before. */
static void begin_parallel(struct facts_walk *walk, const struct prose_token *token)
{
    const struct prose_token *last = walk->prose->tokens + tokens_behind(walk->passage);
    size_t count = 0, limit = token->span.end + CONTEXT;
    for (; token < last && token->span.start < limit && !(token->kind == TOKEN_MARK && token->value != '\\');
         token++)
        count += token->kind == TOKEN_QUANTITY;
    if (count < 2 || count > MOST_PIECES || count > walk->count_count)
        return;
    walk->last_whole = walk->count_count;
    walk->next_whole = walk->last_whole - count;
    if (count_before(walk, count)->sentence != walk->sentence)
        walk->next_whole = walk->last_whole;
}

/* Whether the sentence has counted nothing yet. */
static bool is_new_sentence(const struct facts_walk *walk)
{
    return walk->counted && walk->counted->sentence < walk->sentence;
}

static void follow_word(struct facts_walk *walk, const struct prose_token *token)
{
    if (token->value & (WORD_THIS_YEAR | WORD_LAST_YEAR | WORD_NOW | WORD_COMPARISON))
        follow_time(walk, token);
    walk->said |= token->value;
    if (token->value & (WORD_SHARE | WORD_UP | WORD_DOWN) && walk->slice.own)
        walk->subject = is_word(walk, token, "总") ? (struct slice){.at = token->span.end}
                                                   : walk->slice; /* 申请总量的47% */
    if (token->value & WORD_SHARE && !(walk->slice.value & WORD_SHARE))
        walk->slice.named = walk->slice.own || walk->slice.broken ||
                            printed_between(walk->report, walk->slice.at, token->span.start);
    bool among = token->value & WORD_AMONG, respectively = token->value & WORD_RESPECTIVELY;
    if (among && !(respectively && is_new_sentence(walk))) {
        walk->slice.whole = divides(walk, token) ? divided_before(walk) : counted_before(walk);
        walk->parted = false;
    }
    slice_take(&walk->slice, walk->report, token);
    if (!respectively)
        return;
    walk->next_year = first_of_years(walk, token);
    walk->several = !walk->next_year && !walk->slice.pieces[walk->slice.piece].own;
    if (walk->slice.whole && !walk->slice.piece)
        begin_parallel(walk, token);
    if (walk->slice.piece) {
        walk->shared = walk->slice;
        walk->next_share = 0;
        walk->slice =
            (struct slice){.at = token->span.end, .value = walk->slice.value, .whole = walk->slice.whole};
    }
}

/* 新收申请(36件)与上年结转申请(2件): brackets around nothing but a quantity are none. Asked at either
 * bracket. */
static bool holds_one_quantity(struct facts_walk *walk, size_t i)
{
    const struct prose_token *token = &walk->prose->tokens[i];
    size_t last = tokens_behind(walk->passage);
    bool opens = token->kind == TOKEN_OPEN && i + 2 < last && walk->slice.own && token[2].kind == TOKEN_CLOSE;
    if ((!opens || token[1].kind != TOKEN_QUANTITY) && (token->kind == TOKEN_OPEN || walk->bracketed))
        return false;
    walk->slice.gap |= printed_between(walk->report, walk->slice.at, token->span.start);
    walk->slice.at = token->span.end;
    return true;
}

/* 答复35件,其中予以公开20件: what a sentence says later on tells what it is about from the beginning. */
static void look_ahead(struct facts_walk *walk)
{
    size_t last = tokens_behind(walk->passage), i = walk->first;
    walk->first = last;
    for (; walk->crossed && i < last &&
           !(walk->prose->tokens[i].kind == TOKEN_MARK && walk->prose->tokens[i].value == '.');
         i++)
        if (walk->prose->tokens[i].kind == TOKEN_WORD &&
            word_bit(&walk->prose->tokens[i]) & indicator_about_words) {
            walk->carried = indicator_about;
            return;
        }
}

/* “其他处理”1件: quotation marks part no word from what it stands beside; “予以公开”“部分公开” are a list. */
static void pass_quote(struct facts_walk *walk, const struct prose_token *token)
{
    if (is_quote(token) && token->kind == TOKEN_OPEN && token > walk->prose->tokens && is_quote(token - 1) &&
        token[-1].kind == TOKEN_CLOSE && token[-1].span.end == token->span.start)
        slice_join(&walk->slice);
    if (is_quote(token) && !printed_between(walk->report, walk->slice.at, token->span.start))
        walk->slice.at = token->span.end;
}

static size_t step(struct facts_walk *walk, size_t i)
{
    const struct prose_token *token = &walk->prose->tokens[i];
    switch (token->kind) {
    case TOKEN_QUANTITY:
        look_ahead(walk);
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
        walk->first = token->value == '.' ? i + 1 : walk->first;
        break;
    case TOKEN_OPEN:
    case TOKEN_CLOSE:
        if (token->value == 1 && token->kind == TOKEN_OPEN)
            return behind_title(walk, i) + 1;
        if (!token->value && !holds_one_quantity(walk, i))
            take_bracket(walk, token);
        pass_quote(walk, token);
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

/* What the sentences of a passage are about unless they say so: the topics of the section's head, else those
 * of the article. */
static uint64_t topics_before(const struct facts_walk *walk)
{
    const struct nb_article *article = walk->passage->article;
    return walk->section ? walk->section : article ? role_topics(article->role) : 0;
}

static void begin_passage(struct facts_walk *walk, const struct passage *passage)
{
    const struct nb_block *section = walk->passage ? walk->passage->section : NULL;
    if (passage->section != section)
        walk->section = 0;
    walk->passage = passage;
    walk->slice = (struct slice){.at = passage->span.start};
    walk->bracketed = false;
    walk->previous = NULL;
    walk->counted = NULL;
    walk->clause_start = passage->span.start;
    end_sentence(walk);
    walk->carried = topics_before(walk);
}

/* A passage that states nothing is only a sentence between others: what it is about ends with it, unless it
 * is the head of a section. */
struct nb_fact *facts_find(const struct nb_report *report, const struct prose *prose)
{
    struct nb_fact *first = NULL;
    struct facts_walk walk = {.report = report, .prose = prose, .last = &first};
    for (size_t p = 0; p < prose->passage_count; p++) {
        const struct passage *passage = &prose->passages[p];
        bool heads = passage->heads;
        size_t last = tokens_behind(passage);
        if (!heads && !passage_has(passage, TOKEN_QUANTITY, TOKEN_NONE)) {
            walk.sentence++;
            continue;
        }
        begin_passage(&walk, passage);
        walk.first = passage->first;
        for (size_t i = passage->first; i < last;)
            i = step(&walk, i);
        if (heads)
            walk.section = walk.slice.head;
    }
    return first;
}
