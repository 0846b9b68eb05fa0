/* layout_label.c - put the pieces of broken labels together: the words of the forms tell what comes next,
 * columns tell where. */
#include "fold.h"
#include "layout_words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_TEXT = 64, /* bytes of a label that its enumerator is read from */
    REACH = 8,     /* lines of text that may stand between two pieces of a label: those of labels beside it */
    AHEAD = 3,     /* lines below in which is looked for what goes on with a label */
    OVER_PAGE = 40, /* what it costs to go on behind a page break, where columns may have moved */
    CLOSE = 2,      /* columns between two pieces of a label on one line, and by which edges may be off */
    APART = 8, /* the same where something is sure to follow: behind an enumerator, in a label that is not
                  whole */
    NO_FIT = -1,
    OPEN = 24, /* labels that are looked at: those of a head, and a row; 20 and 48 read 900 reports set with
                  spaces alike */
    /* Costs of pairing a line's pieces with the labels above; what is exact of the blank reports of
     * tests/pdf, and of 200 generated ones set with spaces, when they are halved and doubled: 98.2 %
     * and 99.61 % as they are. */
    MOVED = 40, /* half columns by which a piece may be moved: 80.8 %, 98.2 % */
    FRESH = 60, /* a piece begins a label that is not whole: the same; without it 98.74 % of the generated */
    UNFINISHED = 120 /* a label that is not whole goes without its next piece: at 40 a head that a page parts
                        is lost, 90.0 % */
};

struct assembly {
    struct layout_lines *lines;
    struct layout_label *open[OPEN]; /* the latest labels, oldest first */
    size_t open_count;
    uint64_t behind; /* the letters with which one of them goes on, or did so where the line began */
};

/* The pieces of a label as they are read: the shadow of the text. */
static const char *shadow_of(const struct layout_lines *lines, const struct layout_token *token)
{
    return lines->shadow + token->from;
}

static size_t length_of(const struct layout_token *token)
{
    return token->to - token->from;
}

/* Whether it goes on with the label as the forms have it. */
static bool goes_on(const struct layout_lines *lines, const struct layout_label *label,
                    struct layout_token *token)
{
    return may_step(label, token->words, AS_PRINTED) && step_by(lines, label, token, AS_PRINTED)->fits;
}

/* ---- places ---- */

/* How badly a token fits a label on the same line: it must stand right behind it. */
static int misfit_beside(const struct layout_line *line, const struct layout_label *label,
                         const struct layout_token *token)
{
    if (token == line->tokens || token - 1 != label->latest)
        return NO_FIT;
    int gap = token->start - token[-1].end;
    return gap <= CLOSE ? gap : NO_FIT;
}

/* How far apart a token and a label may stand that share no column. Where a bracket is open, or the label is
 * not whole, more must follow, and an extractor may have moved it. */
static int reach_of(const struct layout_lines *lines, const struct layout_label *label,
                    const struct layout_token *token)
{
    if (label->depth > 0)
        return 5 * APART;
    return !label->kinds || *shadow_of(lines, token) == '(' ? 2 * APART : 2 * CLOSE;
}

/* Whether a token stands in the columns of a label. */
static bool is_below(const struct layout_label *label, const struct layout_token *token)
{
    return token->start < label->end && token->end > label->start;
}

/* How badly a token's place fits a label that it may go on with, in half columns and lines; NO_FIT: not at
 * all. */
static int misfit(const struct layout_lines *lines, const struct layout_label *label,
                  const struct layout_token *token, size_t number)
{
    const struct layout_line *line = &lines->line[number];
    if (label->last_line == number)
        return misfit_beside(line, label, token);
    size_t gap = line->rank - label->rank - 1;
    if (gap > (label->key->length ? REACH : 1))
        return NO_FIT;
    int edges = 2 * abs(token->start - label->start),
        centres = abs(token->start + token->end - label->start - label->end);
    int apart = edges < centres ? edges : centres, between = 4 * (int)gap;
    if (label->page != line->page)
        return apart <= 3 * APART ? OVER_PAGE + apart + between : NO_FIT;
    if (is_below(label, token) || apart <= 2 * CLOSE)
        return apart + between;
    return apart <= reach_of(lines, label, token) ? 2 * apart + between : NO_FIT;
}

/* ---- assembling ---- */

void add_piece(struct layout_lines *lines, struct layout_label *label, struct layout_token *token,
               size_t number)
{
    const struct layout_line *line = &lines->line[number];
    struct label_piece *piece = arena_room(lines->arena, sizeof *piece);
    *piece = (struct label_piece){NULL, token, number};
    *label->last = piece;
    label->last = &piece->next;
    if (!label->latest || label->page != line->page) {
        label->start = token->start;
        label->end = token->end;
    }
    label->start = token->start < label->start ? token->start : label->start;
    label->end = token->end > label->end ? token->end : label->end;
    label->page = line->page;
    label->latest = token;
    label->last_line = number;
    label->rank = line->rank;
    label->seen[0] = label->seen[1] = 0;
    label->depth += token->words->depth;
    token->label = label;
}

static struct layout_label *new_label(struct layout_lines *lines, struct layout_token *token, size_t number)
{
    static const struct lexicon_span nothing;
    struct layout_label *label = arena_alloc(lines->arena, sizeof *label);
    label->key = &nothing;
    label->last = &label->pieces;
    label->first_line = number;
    label->enumerator = enumerator_of(lines, token);
    add_piece(lines, label, token, number);
    return label;
}

struct layout_label *other_label(struct layout_lines *lines, struct layout_token *token, size_t number)
{
    struct layout_label *label = new_label(lines, token, number);
    label->misspelt = true;
    return label;
}

/* Put a label behind all others, and behind those that begin on its line: parts ask for theirs only, or a
 * block of many costs 100 instructions a byte more. */
static void list_label(struct layout_lines *lines, struct layout_label *label)
{
    struct layout_label **last = &lines->line[label->first_line].labels;
    while (*last)
        last = &(*last)->beside;
    *last = label;
    *lines->last_label = label;
    lines->last_label = &label->next;
}

struct layout_label *column_label(struct layout_lines *lines, struct layout_token *token, size_t number)
{
    struct layout_label *label = new_label(lines, token, number);
    label->kinds = WORD_COLUMN;
    list_label(lines, label);
    return label;
}

static void open_label(struct assembly *state, struct layout_label *label)
{
    if (state->open_count == OPEN)
        memmove(state->open, state->open + 1, --state->open_count * sizeof *state->open);
    state->open[state->open_count++] = label;
    list_label(state->lines, label);
}

static void name_label(struct layout_label *label, const struct lexicon_word *word)
{
    label->kinds = word->kinds;
    label->row = word->row;
    label->order = word->label;
}

/* Whether no other word begins with this one. */
static bool is_final(const struct lexicon *lexicon, const struct lexicon_word *word)
{
    return word + 1 == lexicon->words + lexicon->count ||
           strncmp(word[1].key, word->key, strlen(word->key)) != 0;
}

/* The words that a label begins with a step: they are kept, as many labels begin alike. A bracket that opens
 * alone is the beginning of any. */
static const struct lexicon_span *words_with(const struct layout_lines *lines,
                                             const struct layout_label *label, const struct step *step)
{
    size_t length = step->first ? label->key->length + step->length : 0;
    const struct lexicon_word *first = step->first ? step->first : lines->lexicon->words;
    struct lexicon_span **known =
        &lines->spans[((size_t)(first - lines->lexicon->words) + 32 * length) % KNOWN_SPANS];
    if (!*known || (*known)->first != first || (*known)->length != length) {
        *known = arena_room(lines->arena, sizeof **known);
        **known = lexicon_span(lines->lexicon, first, length);
    }
    return *known;
}

static void go_on(struct assembly *state, struct layout_label *label, struct layout_token *token,
                  size_t number, const struct step *step)
{
    label->seen[0] = label->seen[1] = 0;
    label->key = words_with(state->lines, label, step);
    label->closed = step->closed || (step->word && is_final(state->lines->lexicon, step->word));
    label->next_letters = label->closed ? 0 : label->key->next;
    state->behind |= label->next_letters;
    if (step->word)
        name_label(label, step->word);
    if (label->latest != token)
        add_piece(state->lines, label, token, number);
}

/* ---- all pieces of a line ---- */

/* Whether a piece of a line goes on with a label right below it or, if not as `printed`, near enough to. */
static bool goes_on_in(const struct layout_lines *lines, const struct layout_label *label, size_t number,
                       bool printed)
{
    const struct layout_line *line = &lines->line[number];
    struct layout_token *token = line->tokens, *end = token + line->count;
    int below = printed && !lines->measure.places ? label->end : INT_MAX; /* on a page tokens may overlap */
    for (; token < end && token->start < below; token++)
        if (may_step(label, token->words, AS_PRINTED) &&
            (printed ? is_below(label, token) : misfit(lines, label, token, number) >= 0) &&
            step_by(lines, label, token, AS_PRINTED)->fits)
            return true;
    return false;
}

/* The same of the lines behind this one. Each is looked at once, for all pieces of the lines before it: with
 * each anew lines of letters cost 1,500 instructions a byte more. */
static bool goes_on_below(const struct layout_lines *lines, struct layout_label *label, size_t number,
                          enum reading reading)
{
    bool printed = reading == AS_PRINTED, below = label->below[printed] && label->seen[printed] > number;
    size_t seen = label->seen[printed] > number ? label->seen[printed] : number,
           last = number + AHEAD < lines->count ? number + AHEAD : lines->count - 1;
    const struct layout_line *line = lines->line;
    for (; !below && seen < last && line[seen + 1].page == label->page; seen++)
        below = line[seen + 1].first & label->next_letters && goes_on_in(lines, label, seen + 1, printed);
    label->seen[printed] = seen;
    return label->below[printed] = below;
}

/* Whether a token beside a label is not what it goes on with: that stands right below it, in a line that
 * follows, or where the token is only near to a word, near enough to go on with it. */
static bool is_passed_over(const struct layout_lines *lines, struct layout_label *label,
                           const struct layout_token *token, size_t number, enum reading reading)
{
    return !is_below(label, token) && goes_on_below(lines, label, number, reading);
}

/* What it costs that a token goes on with a label above, as its letters may (may_step); INT_MAX: it does not.
 */
static int cost_of_pair(const struct layout_lines *lines, struct layout_label *label,
                        struct layout_token *token, size_t number)
{
    const struct layout_line *line = &lines->line[number];
    size_t gap = line->rank - label->rank - 1;
    int edges = 2 * abs(token->start - label->start),
        centres = abs(token->start + token->end - label->start - label->end);
    int apart = edges < centres ? edges : centres;
    if (apart > MOVED || !step_by(lines, label, token, AS_PRINTED)->fits ||
        is_passed_over(lines, label, token, number, AS_PRINTED))
        return INT_MAX;
    return apart + 4 * (int)gap + (label->page != line->page ? OVER_PAGE : 0) -
           (label->kinds ? 0 : UNFINISHED);
}

/* What it costs that a token goes on with none. */
static int cost_alone(const struct layout_lines *lines, struct layout_token *token)
{
    const struct step *step = step_by(lines, NULL, token, AS_PRINTED);
    return step->fits && !step->word ? FRESH : 0;
}

/* Whether a label above is near the line and not complete. Most are, and are left out of what the pieces of a
 * line are paired with: text set with spaces costs 150 instructions a byte less. */
static bool may_go_on(const struct layout_lines *lines, const struct layout_label *label, size_t number)
{
    return !label->closed && label->last_line != number &&
           lines->line[number].rank - label->rank - 1 <= REACH;
}

/* Those labels above that may go on with the pieces of a line, from left to right. Most lie in order. */
static size_t labels_above(const struct assembly *state, size_t number, struct layout_label *labels[OPEN])
{
    const struct layout_line *line = &state->lines->line[number];
    size_t count = 0;
    for (size_t i = 0; i < state->open_count; i++) {
        struct layout_label *label = state->open[i];
        size_t at = count;
        if (!(line->first & label->next_letters) || !may_go_on(state->lines, label, number))
            continue;
        for (; at && label->start < labels[at - 1]->start; at--)
            labels[at] = labels[at - 1];
        labels[at] = label;
        count++;
    }
    return count;
}

/* The best that can be made of the tokens of a line, from one on, and of the labels, from one on. */
struct pairing {
    int cost;
    enum { TOKEN_ALONE, LABEL_ALONE, PAIR } first;
};

/* Whether a token stands right below a whole label that it goes on with: then it goes on with none beside
 * that is not whole, 结果 below 其他, beside 纠正. */
static bool is_anothers(const struct layout_lines *lines, struct layout_label *const *labels, size_t count,
                        struct layout_token *token)
{
    for (size_t l = 0; l < count; l++)
        if (labels[l]->kinds && is_below(labels[l], token) && goes_on(lines, labels[l], token))
            return true;
    return false;
}

/* What it costs that a token goes on with each of the labels above. False: it goes on with none. */
static bool cost_pairs(const struct layout_lines *lines, struct layout_label *const *labels, size_t count,
                       struct layout_token *token, size_t number, int cost[OPEN])
{
    const struct label_words *words = token->words;
    bool any = false, asked = false, anothers = false;
    for (size_t l = 0; l < count; l++) {
        cost[l] = INT_MAX;
        if (!may_step(labels[l], words, AS_PRINTED)) /* as few labels above a token may */
            continue;
        if (!labels[l]->kinds && !is_below(labels[l], token)) {
            anothers = asked ? anothers : is_anothers(lines, labels, count, token);
            asked = true;
            if (anothers)
                continue;
        }
        cost[l] = cost_of_pair(lines, labels[l], token, number);
        any |= cost[l] < INT_MAX;
    }
    return any;
}

/* Fill in a row of pairings from the row behind it. */
static void pair_token(const int *cost, int alone, size_t count, const struct pairing *behind,
                       struct pairing *here)
{
    here[count] = (struct pairing){behind[count].cost + alone, TOKEN_ALONE};
    for (size_t l = count; l-- > 0;) {
        here[l] = (struct pairing){behind[l].cost + alone, TOKEN_ALONE};
        if (here[l + 1].cost <= here[l].cost)
            here[l] = (struct pairing){here[l + 1].cost, LABEL_ALONE};
        if (cost[l] < INT_MAX && behind[l + 1].cost + cost[l] < here[l].cost)
            here[l] = (struct pairing){behind[l + 1].cost + cost[l], PAIR};
    }
}

/* Note the pairs in the tokens, or only count them. */
static size_t take_pairs(struct layout_token *const *tokens, size_t token_count, size_t number,
                         struct layout_label *const *labels, size_t count, struct pairing (*best)[OPEN + 1],
                         bool note)
{
    size_t pairs = 0;
    for (size_t t = 0, l = 0; t < token_count && l < count;) {
        bool pair = best[t][l].first == PAIR, skip = best[t][l].first == LABEL_ALONE;
        if (pair && note) {
            tokens[t]->above = labels[l];
            labels[l]->met = number + 1;
        }
        pairs += pair;
        t += !skip;
        l += pair || skip;
    }
    return pairs;
}

/* The labels of columns are broken alike, so that the pieces of a line go on with the labels above in their
 * order. Where several do, of all ways to pair them the cheapest. Most pieces go on with none: left out of
 * what is paired, they save letters in columns 200 instructions a byte. */
static void pair_line(const struct assembly *state, size_t number)
{
    struct layout_line *line = &state->lines->line[number];
    struct layout_label *labels[OPEN];
    struct layout_token *tokens[MAX_TOKENS];
    int costs[MAX_TOKENS][OPEN];
    struct pairing best[MAX_TOKENS + 1][OPEN + 1];
    size_t count = labels_above(state, number, labels), pieces = 0;
    uint64_t next_letters = 0;
    for (size_t l = 0; l < count; l++)
        next_letters |= labels[l]->next_letters;
    for (size_t t = 0; count > 1 && t < line->count; t++)
        if (!line->tokens[t].value && line->tokens[t].words->first & next_letters &&
            cost_pairs(state->lines, labels, count, &line->tokens[t], number, costs[pieces]))
            tokens[pieces++] = &line->tokens[t];
    if (pieces < 2)
        return;
    memset(best[pieces], 0, sizeof best[pieces]);
    for (size_t t = pieces; t-- > 0;)
        pair_token(costs[t], cost_alone(state->lines, tokens[t]), count, best[t + 1], best[t]);
    if (take_pairs(tokens, pieces, number, labels, count, best, false) > 1)
        take_pairs(tokens, pieces, number, labels, count, best, true);
}

/* The open label that the token goes on with, by the words of the forms; the one whose columns it fits best.
 * A label that is whole goes on with what may begin another only where that stands right below. *step: what
 * it adds to the label, or if there is none, what it is alone. */
static inline __attribute__((always_inline)) struct layout_label *
find_before(const struct assembly *state, struct layout_token *token, size_t number, enum reading reading,
            struct step *step)
{
    const struct label_words *words = token->words;
    struct layout_label *best = NULL;
    int least = INT_MAX;
    if (token->above) {
        *step = *step_by(state->lines, token->above, token, AS_PRINTED);
        return token->above;
    }
    *step = *step_by(state->lines, NULL, token, reading);
    bool opens = step->fits;
    if (reading == AS_PRINTED && !(words->first & state->behind))
        return NULL;
    for (size_t i = state->open_count; i-- > 0;) {
        if (!may_step(state->open[i], words, reading) || state->open[i]->closed)
            continue;
        int here = misfit(state->lines, state->open[i], token, number);
        bool below = here <= 2 * CLOSE && state->open[i]->page == state->lines->line[number].page &&
                     state->open[i]->last_line < number;
        if (here < 0 || here >= least || (opens && state->open[i]->kinds && !below))
            continue;
        const struct step *with = step_by(state->lines, state->open[i], token, reading);
        if (!with->fits)
            continue;
        struct step fitting = *with;
        if (is_passed_over(state->lines, state->open[i], token, number, reading))
            continue;
        least = here;
        best = state->open[i];
        *step = fitting;
    }
    return best;
}

/* Compiled twice, for most labels are read as they are printed: each open one is asked how, else. */
static struct layout_label *label_before(const struct assembly *state, struct layout_token *token,
                                         size_t number, enum reading reading, struct step *step)
{
    return reading == AS_PRINTED ? find_before(state, token, number, AS_PRINTED, step)
                                 : find_before(state, token, number, reading, step);
}

/* Whether a token has no letters. Stars and question marks stand for a number that is not told: no label has
 * them. */
static bool is_punctuation(const struct layout_lines *lines, struct layout_token *token)
{
    const char *text = shadow_of(lines, token);
    return !token->words->length && !memchr(text, '*', length_of(token)) &&
           !memchr(text, '?', length_of(token));
}

/* Whether a token that is no word of a form belongs to a label: it has no letters (`marks`); it goes on in
 * brackets; the label is not whole yet, and may be misspelt. On one line it stands right behind it. */
static bool may_belong(const struct layout_line *line, const struct layout_label *label,
                       const struct layout_token *token, char first, bool marks)
{
    size_t gap = line->rank - label->rank;
    if (gap > 2 || (gap ? label->page != line->page : label->latest + 1 != token))
        return false;
    if (gap && label->depth <= 0 && /* out of its reach (reach_of) */
        (token->start > label->end + APART || token->end + APART < label->start))
        return false;
    if (!gap && label->kinds && !label->depth)
        return marks;
    return marks || label->depth > 0 || !label->kinds ||
           (first == '(' && label->kinds & (WORD_COLUMN | WORD_SPAN));
}

static struct layout_label *label_around(const struct assembly *state, struct layout_token *token,
                                         size_t number)
{
    struct layout_label *best = NULL;
    int least = INT_MAX;
    const struct layout_line *line = &state->lines->line[number];
    bool marks = is_punctuation(state->lines, token);
    char first = *shadow_of(state->lines, token);
    if (!marks && enumerator_of(state->lines, token).level)
        return NULL;
    for (size_t i = state->open_count; i-- > 0;) {
        if (!may_belong(line, state->open[i], token, first, marks))
            continue;
        int here = misfit(state->lines, state->open[i], token, number);
        if (here >= 0 && here < least && state->open[i]->met <= number &&
            !is_passed_over(state->lines, state->open[i], token, number, GARBLED)) {
            least = here;
            best = state->open[i];
        }
    }
    return best;
}

/* An opening bracket alone: the label that it opens goes on below. */
static bool is_open_bracket(const struct layout_lines *lines, struct layout_token *token)
{
    return *shadow_of(lines, token) == '(' && !token->words->length;
}

/* What is known of a token that is cut from another: that it goes on with a label, or begins one; `word`:
 * what that is then. */
struct label_step {
    bool known, goes_on;
    const struct lexicon_word *word;
};

static struct label_step part_of(const struct assembly *state, struct layout_token *token, size_t number)
{
    struct step step;
    bool goes_on = label_before(state, token, number, AS_PRINTED, &step);
    return (struct label_step){step.fits, goes_on, step.word};
}

/* Whether what begins here may begin a label: more than one character, or an enumerator; or it goes on with
 * one. */
static bool is_beginning(const struct layout_lines *lines, const struct layout_token *token,
                         const struct label_step *part)
{
    size_t length = length_of(token);
    return length > strlen("字") || part->goes_on || (length > 1 && enumerator_at(lines, token).level);
}

/* Whether what stands behind a seam is a word too, or the first cell of the row whose label `word` is. On a
 * line with nothing else only a row's enumerator tells a label from a heading. */
static bool is_rest(const struct assembly *state, struct layout_token *rest, size_t number,
                    const struct lexicon_word *word)
{
    const struct layout_lines *lines = state->lines;
    if (is_value(lines->bytes + rest->from, lines->bytes + rest->to))
        return word && word->kinds & WORD_ROW;
    if (word && word->kinds & WORD_COLUMN &&
        lexicon_begin(lines->lexicon, shadow_of(lines, rest), length_of(rest)).label)
        return true;
    struct label_step part = part_of(state, rest, number);
    return part.known && is_beginning(lines, rest, &part) &&
           (lines->line[number].count > 1 || enumerator_at(lines, rest).level);
}

/* Whether a token ends in an opening bracket, which belongs to what follows. */
static bool ends_open(const struct layout_lines *lines, const struct layout_token *token)
{
    return lines->shadow[fold_end(lines->shadow, token->from + 1, token->to) - 1] == '(';
}

/* The assembly without the open labels that do not go on with the first letter of some words: what a token
 * begins with is asked at each place where it may be two, which cost lines of quotations 35 instructions a
 * byte. */
static struct assembly only_before(const struct assembly *state, const struct label_words *words)
{
    struct assembly only = {.lines = state->lines, .behind = state->behind};
    for (size_t i = 0; i < state->open_count; i++)
        if (goes_on_with(state->open[i], words))
            only.open[only.open_count++] = state->open[i];
    return only;
}

/* Where a token that is no word of a form is two that were set without space, but for an enumerator, which
 * belongs to what follows unless that has its own. Returns token->to if it is not. */
static size_t find_seam(const struct assembly *state, struct layout_token *token, size_t number)
{
    const struct layout_lines *lines = state->lines;
    const struct label_words *whole = token->words;
    const struct assembly only = only_before(state, whole);
    struct label_words before, behind;
    size_t seam = token->to, length = 0, enumerator = token->from + enumerator_of(lines, token).length;
    for (size_t from = token->from, at = from;
         (at += utf8_length((unsigned char)lines->bytes[at])) < token->to; from = at) {
        struct layout_token first = *token, rest = *token;
        char key[MAX_KEY];
        first.to = rest.from = at;
        first.words = &before;
        rest.words = &behind;
        length += lexicon_key(lines->shadow + from, at - from, key);
        struct enumerator own = enumerator_at(lines, &rest);
        bool torn = at < enumerator || (at == enumerator && !own.level);
        enumerator = own.level && at >= enumerator ? at + own.length : enumerator;
        if (!length || torn || ends_open(lines, &first))
            continue;
        first.end = rest.start = column_at(lines, token, at);
        fill_words(lines, &first, whole->key, length, &before);
        struct label_step part = part_of(&only, &first, number);
        if (!part.known)
            break;
        if (!is_beginning(lines, &first, &part))
            continue;
        fill_words(lines, &rest, whole->key + length, whole->length - length, &behind);
        if (is_rest(state, &rest, number, part.word))
            seam = at;
    }
    return seam;
}

/* Cut a token in two. */
static void split_token(struct layout_lines *lines, size_t number, size_t index, size_t at)
{
    struct layout_line *line = &lines->line[number];
    struct layout_token *tokens = arena_room(lines->arena, (line->count + 1) * sizeof *tokens);
    memcpy(tokens, line->tokens, (index + 1) * sizeof *tokens);
    memcpy(tokens + index + 1, line->tokens + index, (line->count - index) * sizeof *tokens);
    tokens[index].to = tokens[index + 1].from = at;
    tokens[index].end = tokens[index + 1].start = column_at(lines, &tokens[index], at);
    tokens[index].x1 = tokens[index + 1].x0 = (float)tokens[index].end;
    tokens[index + 1].value = is_value(lines->bytes + at, lines->bytes + tokens[index + 1].to);
    keep_words(lines, &tokens[index]);
    keep_words(lines, &tokens[index + 1]);
    for (size_t i = 0; i < index; i++)
        for (struct label_piece *piece = tokens[i].label ? tokens[i].label->pieces : NULL; piece;
             piece = piece->next)
            if (piece->token == &line->tokens[i])
                piece->token = &tokens[i];
    for (size_t i = 0; i < index; i++)
        if (tokens[i].label && tokens[i].label->latest == &line->tokens[i])
            tokens[i].label->latest = &tokens[i];
    line->tokens = tokens;
    line->count++;
}

/* Go on with a label, or begin one. False: the token does neither. */
static bool take_token(struct assembly *state, struct layout_token *token, size_t number,
                       enum reading reading)
{
    struct step step;
    struct layout_label *label = NULL;
    if (token->value && !token->above && !(token->words->first & state->behind)) /* as nearly all values */
        return false;
    if (token->cell)
        step = *step_by(state->lines, NULL, token, reading);
    else
        label = label_before(state, token, number, reading, &step);
    if (!label && token->value)
        return false;
    if (!label && !step.fits && !is_open_bracket(state->lines, token))
        return false;
    if (!label)
        open_label(state, label = new_label(state->lines, token, number));
    go_on(state, label, token, number, &step);
    return true;
}

/* Take what no word of a form has for a piece of a label. */
static void take_stray(struct assembly *state, struct layout_label *label, struct layout_token *token,
                       size_t number)
{
    label->misspelt = true;
    token->stray = true;
    add_piece(state->lines, label, token, number);
}

/* Whether a token is two is asked once: with each turn anew, lines of shortened labels cost 600 instructions
 * a byte more. */
static void place_token(struct assembly *state, size_t index, size_t number)
{
    struct layout_lines *lines = state->lines;
    struct layout_token *token = &lines->line[number].tokens[index];
    if (take_token(state, token, number, AS_PRINTED) || token->value)
        return;
    bool whole = token->whole || length_of(token) >= MAX_KEY || lines->line[number].count + 1 >= MAX_TOKENS;
    size_t seam = whole ? token->to : find_seam(state, token, number);
    token->whole = seam == token->to;
    if (seam < token->to) {
        split_token(lines, number, index, seam);
        place_token(state, index, number);
        return;
    }
    if (may_be_faulty(token->words) &&
        (take_token(state, token, number, SHORTENED) || take_token(state, token, number, GARBLED)))
        return;
    struct layout_label *label = label_around(state, token, number);
    if (label)
        take_stray(state, label, token, number);
}

/* Take apart what was found before. */
static void forget_labels(struct layout_lines *lines)
{
    lines->labels = NULL;
    lines->last_label = &lines->labels;
    for (size_t i = 0; i < lines->count; i++) {
        struct layout_line *line = &lines->line[i];
        line->labels = NULL;
        line->first = 0;
        for (size_t j = 0; j < line->count; j++) {
            struct layout_token *token = &line->tokens[j];
            token->label = token->above = NULL;
            token->stray = false;
            line->first |= words_of(lines, token)->first;
        }
    }
}

/* The shadows of a label's pieces, joined, as far as there is room. Returns the length. */
static size_t join(const struct layout_lines *lines, const struct layout_label *label, char text[MAX_TEXT])
{
    size_t length = 0;
    for (const struct label_piece *piece = label->pieces; piece && length < MAX_TEXT; piece = piece->next) {
        size_t more = length_of(piece->token), room = MAX_TEXT - length;
        memcpy(text + length, shadow_of(lines, piece->token), more < room ? more : room);
        length += more < room ? more : room;
    }
    return length;
}

/* Whether nothing but values, several of them, stands behind a piece of the label on its line. */
static bool has_values_behind(const struct layout_lines *lines, const struct layout_label *label)
{
    for (const struct label_piece *piece = label->pieces; piece; piece = piece->next) {
        const struct layout_line *line = &lines->line[piece->line];
        size_t first = (size_t)(piece->token - line->tokens) + 1, end = first;
        while (end < line->count && line->tokens[end].value)
            end++;
        if (end == line->count && end - first > 1)
            return true;
    }
    return false;
}

/* Read the enumerator of the whole label. */
static void settle(const struct layout_lines *lines, struct layout_label *label)
{
    char text[MAX_TEXT];
    if (label->pieces->next)
        label->enumerator = enumerator_heads(text, text + join(lines, label, text));
    if (label->kinds & (WORD_SPAN | WORD_WHOLE) &&
        has_values_behind(lines, label)) /* the rows of a table whose blocks are set below each other */
        label->kinds = WORD_ROW;
}

/* Whether a label stands among those of columns: two others do on a line of its, and no value. */
static bool is_among_columns(const struct layout_lines *lines, const struct layout_label *label)
{
    for (const struct label_piece *piece = label->pieces; piece; piece = piece->next) {
        const struct layout_line *line = &lines->line[piece->line];
        size_t others = 0, left = line->count; /* from the last one on, which is a value in most rows */
        while (left && !line->tokens[left - 1].value) {
            const struct layout_label *other = line->tokens[--left].label;
            others += other && other != label && other->kinds & WORD_COLUMN;
        }
        if (others > 1 && !left)
            return true;
    }
    return false;
}

/* The label of a column whose end stands before its beginning: an extractor has set it across the one beside,
 * 他 计 其. */
static void join_across(struct assembly *state, struct layout_label *label)
{
    if (label->kinds || label->pieces->next || !label->key->length)
        return;
    struct layout_line *line = &state->lines->line[label->first_line];
    for (struct layout_token *token = line->tokens; token < label->pieces->token; token++) {
        if (token->label || token->value || !goes_on(state->lines, label, token))
            continue;
        struct step step = *step_by(state->lines, label, token, AS_PRINTED);
        if (step.word && step.word->kinds & WORD_COLUMN) {
            if (is_among_columns(state->lines, label))
                go_on(state, label, token, label->first_line, &step);
            return;
        }
    }
}

/* The label of a column that lacks its end, among others that do not: 法律服务 for 法律服务机构. */
static void complete(const struct layout_lines *lines, struct layout_label *label)
{
    const struct lexicon_word *word = NULL;
    if (!label->kinds && label->key->kinds & WORD_COLUMN && label->key->length > strlen("字"))
        word = lexicon_begun(lines->lexicon, label->key->first->key, label->key->length, WORD_COLUMN);
    if (word &&
        2 * label->key->length >= strlen(word->key) && /* 上年, of 上年总计, is none of 上年项目数量 */
        is_among_columns(lines, label))
        name_label(label, word);
}

/* Read a line. With which letters labels go on is asked anew for it, not for each token, which cost letters
 * in columns 35 instructions a byte more: those of labels that have gone on in it meanwhile mislead nobody.
 */
static void read_tokens(struct assembly *state, size_t number)
{
    struct layout_line *line = &state->lines->line[number];
    state->behind = 0;
    for (size_t i = 0; i < state->open_count; i++)
        state->behind |= state->open[i]->next_letters;
    if (line->count > 1)
        pair_line(state, number);
    for (size_t i = 0; i < line->count; i++)
        place_token(state, i, number);
}

void find_labels(struct layout_lines *lines)
{
    struct assembly state = {.lines = lines};
    forget_labels(lines);
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->line[i].kind == LINE_TEXT)
            read_tokens(&state, i);
    }
    for (struct layout_label *label = lines->labels; label; label = label->next)
        join_across(&state, label);
    for (struct layout_label *label = lines->labels; label; label = label->next)
        settle(lines, label);
    for (struct layout_label *label = lines->labels; label; label = label->next)
        complete(lines, label);
}
