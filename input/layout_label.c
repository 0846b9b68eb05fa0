/* layout_label.c - put the pieces of broken labels together: the words of the forms tell what comes next, columns tell where. */
#include "fold.h"
#include "layout_parts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_TEXT = 512, /* bytes of a label that are looked at */
    REACH = 8,      /* lines of text that may stand between two pieces of a label: those of labels beside it */
    OVER_PAGE = 40, /* what it costs to go on behind a page break, where columns may have moved */
    CLOSE = 2,      /* columns between two pieces of a label on one line, and by which edges may be off */
    APART = 8,      /* the same where something is sure to follow: behind an enumerator, in a label that is not whole */
    NO_FIT = -1,
    OPEN = 24, /* labels that are looked at: those of a head, and a row; 20 and 48 read 900 reports set with spaces alike */
    /* Costs of pairing a line's pieces with the labels above; what is exact of the blank reports of tests/pdf, and of 200
     * generated ones set with spaces, when they are halved and doubled: 98.2 % and 99.61 % as they are. */
    MOVED = 40,      /* half columns by which a piece may be moved: 80.8 %, 98.2 % */
    FRESH = 60,      /* a piece begins a label that is not whole: the same; without it 98.74 % of the generated */
    UNFINISHED = 120 /* a label that is not whole goes without its next piece: at 40 a head that a page parts is lost, 90.0 % */
};

struct assembly {
    struct lines *lines;
    struct label *open[OPEN]; /* the latest labels, oldest first */
    size_t open_count;
};

/* The pieces of a label as they are read: the shadow of the text. */
static const char *shadow_of(const struct lines *lines, const struct token *token)
{
    return lines->shadow + token->from;
}

static size_t length_of(const struct token *token)
{
    return token->to - token->from;
}

static int depth_of(const struct lines *lines, const struct token *token)
{
    int depth = 0;
    for (const char *at = shadow_of(lines, token), *end = at + length_of(token); at < end; at++)
        depth += (*at == '(') - (*at == ')');
    return depth;
}

/* ---- words ---- */

/* What a token adds to a label: `length` bytes of its key, and what the label is then. */
struct step {
    bool fits, closed;
    size_t length;
    const struct lexicon_word *word; /* NULL: none yet */
    const char *meant;               /* what is to be added where the token is garbled; NULL: what is printed */
};

/* Whether a word of a form goes on with the token; of a token that closes it with words in brackets, "本年收费金额(单位:元)",
 * those are not looked at. */
static struct step step_with(const struct lines *lines, const struct label *label, const struct token *token)
{
    char key[MAX_KEY + MAX_LINE + 1];
    size_t known = label ? label->key_length : 0;
    const char *text = shadow_of(lines, token), *bracket = memchr(text + 1, '(', length_of(token) - 1);
    struct step step = {0};
    if (label && label->closed)
        return step;
    if (known)
        memcpy(key, label->key, known);
    step.length = lexicon_key(text, length_of(token), key + known);
    if (label && !known && step.length && (unsigned char)*key < 0x80) /* a bracket opens (一), not 1. */
        return step;
    step.fits =
        step.length && known + step.length < MAX_KEY && lexicon_find(lines->lexicon, key, known + step.length, &step.word);
    if (step.fits || !bracket)
        return step;
    step.length = lexicon_key(text, (size_t)(bracket - text), key + known);
    step.fits = step.length && known + step.length < MAX_KEY &&
                lexicon_find(lines->lexicon, key, known + step.length, &step.word) && step.word;
    step.closed = true;
    return step;
}

/* How the pieces of a label are read: as the forms have them, or with a fault. */
enum reading { AS_PRINTED, SHORTENED, GARBLED };

/* What a word of a form begins with that goes on as the key of a token is meant. */
static const char *meant_by(const struct lexicon *lexicon, const char *key, size_t known, size_t *length, enum reading reading)
{
    if (reading == SHORTENED)
        return lexicon_meant(lexicon, LEXICON_SHORTENED, key, known, length, WORD_COLUMN | WORD_SPAN);
    const char *meant = lexicon_meant(lexicon, LEXICON_GARBLED, key, known, length, ~0u);
    if (meant || !*length)
        return meant;
    return lexicon_meant(lexicon, LEXICON_GARBLED, key, known, length, WORD_COLUMN | WORD_SPAN); /* 结杲: 结果, 结转 of a row */
}

enum { LETTER = 3, LONGEST = 16 * LETTER }; /* bytes; a label is broken into pieces that are shorter */

/* What a token adds to a label by this reading. With a fault, two characters do not tell a label. */
static struct step step_by(const struct lines *lines, const struct label *label, const struct token *token, enum reading reading)
{
    char key[MAX_KEY + LONGEST + 1];
    size_t known = label ? label->key_length : 0;
    struct step step = {0};
    if (reading == AS_PRINTED)
        return step_with(lines, label, token);
    if ((label && label->closed) || length_of(token) > LONGEST)
        return step;
    memcpy(key, label ? label->key : "", known);
    size_t length = known + lexicon_key(shadow_of(lines, token), length_of(token), key + known);
    key[length] = '\0';
    const char *meant =
        length < known + 2 * LETTER || length >= MAX_KEY ? NULL : meant_by(lines->lexicon, key, known, &length, reading);
    if (!meant || length >= MAX_KEY)
        return step;
    lexicon_find(lines->lexicon, meant, length, &step.word);
    step.fits = !step.word || length > 2 * LETTER;
    step.length = length - known;
    step.meant = meant + known;
    return step;
}

/* Of a longer token only the first counts: it is read as printed or not at all. */
static void read_letters(const struct lines *lines, struct token *token)
{
    char key[LONGEST + LETTER];
    size_t most = length_of(token) > LONGEST ? 1 : LONGEST;
    size_t length = lexicon_key_within(shadow_of(lines, token), length_of(token), key, most);
    token->letters = lexicon_letters(key, length);
    token->first = lexicon_letters(key, length ? 1 : 0);
}

/* Whether a token may go on with a label, as far as their letters tell: most do not, and all labels near a line are asked for
 * each of its tokens, in each reading. With the keys compared instead, lines of shortened labels cost 10,800 instructions a byte.
 */
static bool may_step(const struct label *label, const struct token *token, enum reading reading)
{
    uint64_t strange = token->letters & ~label->letters;
    return reading == AS_PRINTED ? token->first & label->behind : reading == SHORTENED ? !strange : !(strange & (strange - 1));
}

/* Whether it goes on with the label as the forms have it. */
static bool goes_on(const struct lines *lines, const struct label *label, const struct token *token)
{
    return may_step(label, token, AS_PRINTED) && step_with(lines, label, token).fits;
}

/* ---- places ---- */

/* Whether a label has no word yet. */
static bool is_enumerator(const struct label *label)
{
    return label->key_length == 1 || (label->key_length == 3 && label->enumerator.level);
}

/* How badly a token fits a label on the same line: it must stand right behind it. */
static int misfit_beside(const struct line *line, const struct label *label, const struct token *token)
{
    if (token == line->tokens || token - 1 != label->latest)
        return NO_FIT;
    int gap = token->start - token[-1].end;
    return gap <= (is_enumerator(label) ? APART : CLOSE) ? gap : NO_FIT;
}

/* How far apart a token and a label may stand that share no column. Where a bracket is open, or the label is not whole, more must
 * follow, and an extractor may have moved it. */
static int reach_of(const struct lines *lines, const struct label *label, const struct token *token)
{
    if (label->depth > 0)
        return 5 * APART;
    return !label->kinds || *shadow_of(lines, token) == '(' ? 2 * APART : 2 * CLOSE;
}

/* Whether a token stands in the columns of a label. */
static bool is_below(const struct label *label, const struct token *token)
{
    return token->start < label->end && token->end > label->start;
}

/* How badly a token's place fits a label that it may go on with, in half columns and lines; NO_FIT: not at all. */
static int misfit(const struct lines *lines, const struct label *label, const struct token *token, size_t number)
{
    const struct line *line = &lines->line[number];
    if (label->last_line == number)
        return misfit_beside(line, label, token);
    size_t gap = line->rank - lines->line[label->last_line].rank - 1;
    if (gap > (label->key_length ? REACH : 1))
        return NO_FIT;
    int edges = 2 * abs(token->start - label->start), centres = abs(token->start + token->end - label->start - label->end);
    int apart = edges < centres ? edges : centres, between = 4 * (int)gap;
    if (label->page != line->page)
        return apart <= 3 * APART ? OVER_PAGE + apart + between : NO_FIT;
    if (is_below(label, token) || apart <= 2 * CLOSE)
        return apart + between;
    return apart <= reach_of(lines, label, token) ? 2 * apart + between : NO_FIT;
}

/* ---- assembling ---- */

void add_piece(struct lines *lines, struct label *label, struct token *token, size_t number)
{
    const struct line *line = &lines->line[number];
    struct piece *piece = arena_alloc(lines->arena, sizeof *piece);
    piece->token = token;
    piece->line = number;
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
    label->depth += depth_of(lines, token);
    token->label = label;
}

static struct label *new_label(struct lines *lines, struct token *token, size_t number)
{
    struct label *label = arena_alloc(lines->arena, sizeof *label);
    label->last = &label->pieces;
    label->first_line = number;
    label->letters = label->behind = ~UINT64_C(0);
    label->enumerator = enumerator_at(lines, token);
    add_piece(lines, label, token, number);
    return label;
}

struct label *other_label(struct lines *lines, struct token *token, size_t number)
{
    struct label *label = new_label(lines, token, number);
    label->misspelt = true;
    return label;
}

struct label *column_label(struct lines *lines, struct token *token, size_t number)
{
    struct label *label = new_label(lines, token, number);
    label->kinds = WORD_COLUMN;
    *lines->last_label = label;
    lines->last_label = &label->next;
    return label;
}

static void open_label(struct assembly *state, struct label *label)
{
    if (state->open_count == OPEN)
        memmove(state->open, state->open + 1, --state->open_count * sizeof *state->open);
    state->open[state->open_count++] = label;
    *state->lines->last_label = label;
    state->lines->last_label = &label->next;
}

static void name_label(struct label *label, const struct lexicon_word *word)
{
    label->kinds = word->kinds;
    label->row = word->row;
    label->order = word->label;
}

/* Whether no other word begins with this one. */
static bool is_final(const struct lexicon *lexicon, const struct lexicon_word *word)
{
    return word + 1 == lexicon->words + lexicon->count || strncmp(word[1].key, word->key, strlen(word->key)) != 0;
}

static void go_on(struct assembly *state, struct label *label, struct token *token, size_t number, struct step step)
{
    char key[MAX_LINE + 1];
    lexicon_key(shadow_of(state->lines, token), length_of(token), key);
    memcpy(label->key + label->key_length, step.meant ? step.meant : key, step.length);
    label->key_length += step.length;
    if (!label->closed)
        label->letters = lexicon_rest(state->lines->lexicon, label->key, label->key_length, &label->behind);
    label->closed = step.closed || (step.word && is_final(state->lines->lexicon, step.word));
    if (step.word)
        name_label(label, step.word);
    if (label->latest != token)
        add_piece(state->lines, label, token, number);
}

/* ---- all pieces of a line ---- */

/* Whether a token beside a label is not what it goes on with: that stands right below it, in a line that follows. */
static bool is_passed_over(const struct lines *lines, const struct label *label, const struct token *token, size_t number)
{
    enum { AHEAD = 3 };
    if (is_below(label, token))
        return false;
    for (size_t i = number + 1; i < lines->count && i <= number + AHEAD && lines->line[i].page == label->page; i++)
        for (size_t j = 0; j < lines->line[i].count; j++)
            if (is_below(label, &lines->line[i].tokens[j]) && goes_on(lines, label, &lines->line[i].tokens[j]))
                return true;
    return false;
}

/* What it costs that a token goes on with a label above; INT_MAX: it does not. */
static int cost_of_pair(const struct lines *lines, const struct label *label, const struct token *token, size_t number)
{
    const struct line *line = &lines->line[number];
    size_t gap = line->rank - lines->line[label->last_line].rank - 1;
    int edges = 2 * abs(token->start - label->start), centres = abs(token->start + token->end - label->start - label->end);
    int apart = edges < centres ? edges : centres;
    if (apart > MOVED || !goes_on(lines, label, token) || is_passed_over(lines, label, token, number))
        return INT_MAX;
    return apart + 4 * (int)gap + (label->page != line->page ? OVER_PAGE : 0) - (label->kinds ? 0 : UNFINISHED);
}

/* What it costs that a token goes on with none. */
static int cost_alone(const struct lines *lines, const struct token *token)
{
    struct step step = step_with(lines, NULL, token);
    return step.fits && !step.word ? FRESH : 0;
}

static int by_place(const void *a, const void *b)
{
    const struct label *const *one = a, *const *other = b;
    int apart = (*one)->start - (*other)->start;
    return apart ? apart : (*one)->first_line < (*other)->first_line ? -1 : 1;
}

/* The best that can be made of the tokens of a line, from one on, and of the labels, from one on. */
struct pairing {
    int cost;
    enum { TOKEN_ALONE, LABEL_ALONE, PAIR } first;
};

/* Fill in a row of pairings from the row behind it. */
static void pair_token(const struct lines *lines, struct label *const *labels, size_t count, const struct token *token,
                       size_t number, const struct pairing *behind, struct pairing *here)
{
    int alone = token->value ? 0 : cost_alone(lines, token);
    here[count] = (struct pairing){behind[count].cost + alone, TOKEN_ALONE};
    for (size_t l = count; l-- > 0;) {
        int pair = token->value ? INT_MAX : cost_of_pair(lines, labels[l], token, number);
        here[l] = (struct pairing){behind[l].cost + alone, TOKEN_ALONE};
        if (here[l + 1].cost <= here[l].cost)
            here[l] = (struct pairing){here[l + 1].cost, LABEL_ALONE};
        if (pair < INT_MAX && behind[l + 1].cost + pair < here[l].cost)
            here[l] = (struct pairing){behind[l + 1].cost + pair, PAIR};
    }
}

/* Note the pairs in the tokens, or only count them. */
static size_t take_pairs(struct line *line, struct label *const *labels, size_t count, struct pairing (*best)[OPEN + 1],
                         bool note)
{
    size_t pairs = 0;
    for (size_t t = 0, l = 0; t < line->count && l < count;) {
        bool pair = best[t][l].first == PAIR, skip = best[t][l].first == LABEL_ALONE;
        if (pair && note)
            line->tokens[t].above = labels[l];
        pairs += pair;
        t += !skip;
        l += pair || skip;
    }
    return pairs;
}

/* Whether a label above is near the line and not complete. Most are, and are left out of what the pieces of a line are paired
 * with: text set with spaces costs 150 instructions a byte less. */
static bool may_go_on(const struct lines *lines, const struct label *label, size_t number)
{
    return !label->closed && label->last_line != number &&
           lines->line[number].rank - lines->line[label->last_line].rank - 1 <= REACH;
}

/* The labels of columns are broken alike, so that the pieces of a line go on with the labels above in their order. Where several
 * do, of all ways to pair them the cheapest. */
static void pair_line(const struct assembly *state, size_t number)
{
    struct line *line = &state->lines->line[number];
    struct label *labels[OPEN];
    struct pairing best[MAX_TOKENS + 1][OPEN + 1];
    size_t count = 0;
    for (size_t i = 0; i < state->open_count; i++)
        if (may_go_on(state->lines, state->open[i], number))
            labels[count++] = state->open[i];
    qsort(labels, count, sizeof(struct label *), by_place);
    memset(best[line->count], 0, sizeof best[line->count]);
    for (size_t t = line->count; t-- > 0;)
        pair_token(state->lines, labels, count, &line->tokens[t], number, best[t + 1], best[t]);
    if (take_pairs(line, labels, count, best, false) > 1)
        take_pairs(line, labels, count, best, true);
}

/* The open label that the token goes on with, by the words of the forms; the one whose columns it fits best. A label that is
 * whole goes on with what may begin another only where that stands right below. *step: what it adds to the label, or if there is
 * none, what it is alone. */
static struct label *label_before(const struct assembly *state, const struct token *token, size_t number, enum reading reading,
                                  struct step *step)
{
    struct label *best = NULL;
    int least = INT_MAX;
    if (token->above) {
        *step = step_with(state->lines, token->above, token);
        return token->above;
    }
    *step = step_by(state->lines, NULL, token, reading);
    bool opens = step->fits;
    for (size_t i = state->open_count; i-- > 0;) {
        if (state->open[i]->closed || !may_step(state->open[i], token, reading))
            continue;
        int here = misfit(state->lines, state->open[i], token, number);
        bool below = here <= 2 * CLOSE && state->open[i]->page == state->lines->line[number].page;
        if (here < 0 || here >= least || (opens && state->open[i]->kinds && !below))
            continue;
        struct step with = step_by(state->lines, state->open[i], token, reading);
        if (!with.fits || is_passed_over(state->lines, state->open[i], token, number))
            continue;
        least = here;
        best = state->open[i];
        *step = with;
    }
    return best;
}

/* Whether a token has no letters. Stars and question marks stand for a number that is not told: no label has them. */
static bool is_punctuation(const struct lines *lines, const struct token *token)
{
    char key[MAX_LINE + 1];
    const char *text = shadow_of(lines, token);
    return !lexicon_key(text, length_of(token), key) && !memchr(text, '*', length_of(token)) &&
           !memchr(text, '?', length_of(token));
}

/* Whether a token that is no word of a form belongs to a label: it has no letters; it goes on in brackets; the label is not whole
 * yet, and may be misspelt. */
static bool may_belong(const struct assembly *state, const struct label *label, const struct token *token, size_t number)
{
    size_t gap = state->lines->line[number].rank - state->lines->line[label->last_line].rank;
    bool closes = *shadow_of(state->lines, token) == ')';
    bool marks = is_punctuation(state->lines, token);
    bool bracket = *shadow_of(state->lines, token) == '(' && label->kinds & (WORD_COLUMN | WORD_SPAN);
    if (!marks && enumerator_at(state->lines, token).level)
        return false;
    if (closes && marks)
        return label->depth > 0;
    if (!gap && label->kinds && !label->depth)
        return marks;
    return label->page == state->lines->line[number].page && gap <= 2 && (marks || label->depth > 0 || bracket || !label->kinds);
}

/* Whether a piece of the line goes on with the label by its words. */
static bool goes_on_here(const struct line *line, const struct label *label)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->tokens[i].above == label)
            return true;
    return false;
}

static struct label *label_around(const struct assembly *state, const struct token *token, size_t number)
{
    struct label *best = NULL;
    int least = INT_MAX;
    for (size_t i = state->open_count; i-- > 0;) {
        int here = misfit(state->lines, state->open[i], token, number);
        if (here >= 0 && here < least && may_belong(state, state->open[i], token, number) &&
            !goes_on_here(&state->lines->line[number], state->open[i]) &&
            !is_passed_over(state->lines, state->open[i], token, number)) {
            least = here;
            best = state->open[i];
        }
    }
    return best;
}

/* An opening bracket alone: the label that it opens goes on below. */
static bool is_open_bracket(const struct lines *lines, const struct token *token)
{
    char key[MAX_LINE + 1];
    return *shadow_of(lines, token) == '(' && !lexicon_key(shadow_of(lines, token), length_of(token), key);
}

/* Whether a token goes on with a label, or begins one; *word: the label that is whole with it. */
static bool is_known(const struct assembly *state, const struct token *token, size_t number, const struct lexicon_word **word)
{
    struct step step;
    label_before(state, token, number, AS_PRINTED, &step);
    *word = step.word;
    return step.fits;
}

/* Whether what begins here may begin a label: more than one character, or an enumerator. */
static bool is_beginning(const struct assembly *state, const struct token *token, size_t number)
{
    struct step step;
    bool begins = length_of(token) > strlen("字") || enumerator_at(state->lines, token).level;
    return begins || label_before(state, token, number, AS_PRINTED, &step);
}

/* Whether several labels without space between them begin here. */
static bool begins_with_word(const struct lines *lines, const struct token *token)
{
    const struct lexicon_word *word = NULL;
    char key[MAX_KEY];
    bool known = true;
    for (size_t at = token->from; known && !word && at < token->to;) {
        at += utf8_length((unsigned char)lines->bytes[at]);
        size_t length = lexicon_key(shadow_of(lines, token), at - token->from, key);
        known = length && lexicon_find(lines->lexicon, key, length, &word);
    }
    return known && word;
}

/* Whether what stands behind a seam is a word too, or the first cell of the row whose label `word` is. On a line with nothing
 * else only a row's enumerator tells a label from a heading. */
static bool is_rest(const struct assembly *state, const struct token *rest, size_t number, const struct lexicon_word *word)
{
    const char *from = state->lines->bytes + rest->from, *to = state->lines->bytes + rest->to;
    if (is_value(from, to))
        return word && word->kinds & WORD_ROW;
    if (word && word->kinds & WORD_COLUMN && begins_with_word(state->lines, rest))
        return true;
    return is_known(state, rest, number, &word) && is_beginning(state, rest, number) &&
           (state->lines->line[number].count > 1 || enumerator_at(state->lines, rest).level);
}

/* Whether a token ends in an opening bracket, which belongs to what follows. */
static bool ends_open(const struct lines *lines, const struct token *token)
{
    size_t at = token->to;
    while (at > token->from + 1 && lines->shadow[at - 1] == FOLD_FILLER)
        at--;
    return lines->shadow[at - 1] == '(';
}

/* Where a token that is no word of a form is two that were set without space. Returns token->to if it is not. */
static size_t find_seam(const struct assembly *state, const struct token *token, size_t number)
{
    const char *bytes = state->lines->bytes;
    size_t seam = token->to;
    for (size_t at = token->from; (at += utf8_length((unsigned char)bytes[at])) < token->to;) {
        struct token first = *token, rest = *token;
        const struct lexicon_word *word;
        char key[MAX_KEY];
        first.to = rest.from = at;
        first.end = rest.start = column_at(state->lines, token, at);
        if (!lexicon_key(state->lines->shadow + token->from, at - token->from, key) || ends_open(state->lines, &first))
            continue;
        read_letters(state->lines, &first);
        read_letters(state->lines, &rest);
        if (!is_known(state, &first, number, &word))
            break;
        if (is_beginning(state, &first, number) && is_rest(state, &rest, number, word))
            seam = at;
    }
    return seam;
}

/* Cut a token in two. */
static void split_token(struct lines *lines, size_t number, size_t index, size_t at)
{
    struct line *line = &lines->line[number];
    struct token *tokens = arena_room(lines->arena, (line->count + 1) * sizeof *tokens);
    memcpy(tokens, line->tokens, (index + 1) * sizeof *tokens);
    memcpy(tokens + index + 1, line->tokens + index, (line->count - index) * sizeof *tokens);
    tokens[index].to = tokens[index + 1].from = at;
    tokens[index].end = tokens[index + 1].start = column_at(lines, &tokens[index], at);
    tokens[index].x1 = tokens[index + 1].x0 = (float)tokens[index].end;
    tokens[index + 1].value = is_value(lines->bytes + at, lines->bytes + tokens[index + 1].to);
    read_letters(lines, &tokens[index]);
    read_letters(lines, &tokens[index + 1]);
    for (size_t i = 0; i < index; i++)
        for (struct piece *piece = tokens[i].label ? tokens[i].label->pieces : NULL; piece; piece = piece->next)
            if (piece->token == &line->tokens[i])
                piece->token = &tokens[i];
    for (size_t i = 0; i < index; i++)
        if (tokens[i].label && tokens[i].label->latest == &line->tokens[i])
            tokens[i].label->latest = &tokens[i];
    line->tokens = tokens;
    line->count++;
}

/* Whether a label above lacks what the token says, wherever it stands. */
static bool is_lacking(const struct assembly *state, const struct token *token, size_t number)
{
    for (size_t i = 0; i < state->open_count; i++)
        if (may_go_on(state->lines, state->open[i], number) && !state->open[i]->kinds &&
            goes_on(state->lines, state->open[i], token))
            return true;
    return false;
}

/* Go on with a label, or begin one. False: the token does neither. */
static bool take_token(struct assembly *state, struct token *token, size_t number, enum reading reading)
{
    struct step step;
    struct label *label = NULL;
    if (token->cell)
        step = step_by(state->lines, NULL, token, reading);
    else
        label = label_before(state, token, number, reading, &step);
    if (!label && token->value)
        return false;
    if (!label && reading != AS_PRINTED && step.fits && is_lacking(state, token, number))
        step = (struct step){0};
    if (!label && !step.fits && !is_open_bracket(state->lines, token))
        return false;
    if (!label)
        open_label(state, label = new_label(state->lines, token, number));
    go_on(state, label, token, number, step);
    return true;
}

static void place_token(struct assembly *state, size_t index, size_t number)
{
    struct lines *lines = state->lines;
    struct token *token = &lines->line[number].tokens[index];
    if (take_token(state, token, number, AS_PRINTED) || token->value)
        return;
    size_t seam =
        length_of(token) < MAX_KEY && lines->line[number].count + 1 < MAX_TOKENS ? find_seam(state, token, number) : token->to;
    if (seam < token->to) {
        split_token(lines, number, index, seam);
        place_token(state, index, number);
        return;
    }
    if (take_token(state, token, number, SHORTENED) || take_token(state, token, number, GARBLED))
        return;
    struct label *label = label_around(state, token, number);
    if (label) {
        label->misspelt = true;
        token->stray = true;
        add_piece(lines, label, token, number);
    }
}

/* Take apart what was found before. */
static void forget_labels(struct lines *lines)
{
    lines->labels = NULL;
    lines->last_label = &lines->labels;
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; j < lines->line[i].count; j++) {
            struct token *token = &lines->line[i].tokens[j];
            token->label = token->above = NULL;
            token->stray = false;
        }
}

/* The shadows of a label's pieces, joined. Returns the length. */
static size_t join(const struct lines *lines, const struct label *label, char text[MAX_TEXT])
{
    size_t length = 0;
    for (const struct piece *piece = label->pieces; piece && length + length_of(piece->token) < MAX_TEXT; piece = piece->next) {
        memcpy(text + length, shadow_of(lines, piece->token), length_of(piece->token));
        length += length_of(piece->token);
    }
    return length;
}

/* Whether nothing but values, several of them, stands behind a piece of the label on its line. */
static bool has_values_behind(const struct lines *lines, const struct label *label)
{
    for (const struct piece *piece = label->pieces; piece; piece = piece->next) {
        const struct line *line = &lines->line[piece->line];
        size_t first = (size_t)(piece->token - line->tokens) + 1, end = first;
        while (end < line->count && line->tokens[end].value)
            end++;
        if (end == line->count && end - first > 1)
            return true;
    }
    return false;
}

/* Read the enumerator of the whole label. One that is no word of a form may be one with more in brackets. */
static void settle(const struct lines *lines, struct label *label)
{
    char text[MAX_TEXT], key[MAX_TEXT];
    size_t length = join(lines, label, text);
    if (label->pieces->next)
        label->enumerator = enumerator_heads(text, text + length);
    const char *bracket = length ? memchr(text + 1, '(', length - 1) : NULL;
    const struct lexicon_word *word = NULL;
    if (!label->kinds && bracket)
        lexicon_find(lines->lexicon, key, lexicon_key(text, (size_t)(bracket - text), key), &word);
    if (word)
        name_label(label, word);
    if (label->kinds & WORD_SPAN &&
        has_values_behind(lines, label)) /* the rows of a table whose blocks are set below each other */
        label->kinds = WORD_ROW;
}

/* Whether a label stands among those of columns: two others do on a line of its, and no value. */
static bool is_among_columns(const struct lines *lines, const struct label *label)
{
    for (const struct piece *piece = label->pieces; piece; piece = piece->next) {
        const struct line *line = &lines->line[piece->line];
        size_t others = 0, values = 0;
        for (size_t i = 0; i < line->count; i++) {
            const struct label *other = line->tokens[i].label;
            others += other && other != label && other->kinds & WORD_COLUMN;
            values += line->tokens[i].value;
        }
        if (others > 1 && !values)
            return true;
    }
    return false;
}

/* The label of a column whose end stands before its beginning: an extractor has set it across the one beside, 他 计 其. */
static void join_across(struct assembly *state, struct label *label)
{
    if (label->kinds || label->pieces->next || !label->key_length || !is_among_columns(state->lines, label))
        return;
    struct line *line = &state->lines->line[label->first_line];
    for (struct token *token = line->tokens; token < label->pieces->token; token++) {
        if (token->label || token->value || !goes_on(state->lines, label, token))
            continue;
        struct step step = step_with(state->lines, label, token);
        if (step.word && step.word->kinds & WORD_COLUMN) {
            go_on(state, label, token, label->first_line, step);
            return;
        }
    }
}

/* The label of a column that lacks its end, among others that do not: 法律服务 for 法律服务机构. */
static void complete(const struct lines *lines, struct label *label)
{
    const struct lexicon_word *word = NULL;
    if (!label->kinds && label->key_length > strlen("字") && is_among_columns(lines, label))
        word = lexicon_begun(lines->lexicon, label->key, label->key_length, WORD_COLUMN);
    if (word && 2 * label->key_length >= strlen(word->key)) /* 上年, of 上年总计, is none of 上年项目数量 */
        name_label(label, word);
}

/* Of a value any letters: it is hardly ever asked whether it goes on with a label. */
static void find_letters(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (struct token *token = lines->line[i].tokens; token < lines->line[i].tokens + lines->line[i].count; token++)
            if (token->value)
                token->letters = 0, token->first = ~UINT64_C(0);
            else if (!token->letters)
                read_letters(lines, token);
}

void find_labels(struct lines *lines)
{
    struct assembly state = {.lines = lines};
    find_letters(lines);
    forget_labels(lines);
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->line[i].kind == LINE_TEXT && lines->line[i].count > 1)
            pair_line(&state, i);
        for (size_t j = 0; lines->line[i].kind == LINE_TEXT && j < lines->line[i].count; j++)
            place_token(&state, j, i);
    }
    for (struct label *label = lines->labels; label; label = label->next)
        join_across(&state, label);
    for (struct label *label = lines->labels; label; label = label->next)
        settle(lines, label);
    for (struct label *label = lines->labels; label; label = label->next)
        complete(lines, label);
}
