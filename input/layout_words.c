/* layout_words.c - what the characters of a token say to labels: which words of the forms begin with it, or
 * go on with it. */
#include "layout_words.h"

#include <string.h>

static const char *text_of(const struct layout_lines *lines, const struct layout_token *token)
{
    return lines->shadow + token->from;
}

static size_t length_of(const struct layout_token *token)
{
    return token->to - token->from;
}

/* Where the bracket opens with which a label ends, "本年收费金额(单位:元)"; not one with letters behind it:
 * 三、本年度办理结果/(一)予以公开 are two. NULL: there is none. */
static const char *bracket_at_end(const struct layout_lines *lines, const struct layout_token *token)
{
    const char *text = text_of(lines, token), *end = text + length_of(token);
    const char *open = memchr(text + 1, '(', length_of(token) - 1),
               *close = open ? memchr(open, ')', (size_t)(end - open)) : NULL;
    char behind[LETTER + 1];
    bool letters = close && lexicon_key_within(close, (size_t)(end - close), behind, 0);
    return letters ? NULL : open;
}

void fill_words(const struct layout_lines *lines, const struct layout_token *token, const char *key,
                size_t length, struct label_words *words)
{
    const char *text = text_of(lines, token), *bracket = bracket_at_end(lines, token);
    char before[MAX_KEY + LETTER];
    *words = (struct label_words){
        .text = text, .size = length_of(token), .key = key, .length = length, .before_bracket = NO_BRACKET};
    words->letters = words->first = lexicon_letters(key, length ? 1 : 0);
    words->row = length ? lexicon_first_row(key) : 0;
    if (bracket)
        words->before_bracket = lexicon_key_within(text, (size_t)(bracket - text), before, MAX_KEY - 1);
}

static int depth_of(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++)
        depth += (*at == '(') - (*at == ')');
    return depth;
}

static struct label_words *read_token(const struct layout_lines *lines, const struct layout_token *token)
{
    size_t room = length_of(token) < MAX_KEY ? length_of(token) : MAX_KEY + LETTER;
    char *key = arena_room(lines->arena, room + 1);
    size_t length = lexicon_key_within(text_of(lines, token), length_of(token), key, MAX_KEY - 1);
    struct label_words *words = arena_room(lines->arena, sizeof *words);
    fill_words(lines, token, key, length, words);
    words->depth = depth_of(words->text, words->text + words->size);
    if (length_of(token) <= LONGEST) /* a longer one is read as printed or not at all */
        words->letters = lexicon_letters(key, length);
    return words;
}

struct label_words *keep_words(const struct layout_lines *lines, struct layout_token *token)
{
    const char *text = text_of(lines, token);
    size_t size = length_of(token);
    struct label_words **known = &lines->words[lexicon_hash(text, size) % KNOWN_WORDS];
    if (!*known || (*known)->size != size || memcmp((*known)->text, text, size) != 0)
        *known = read_token(lines, token);
    return token->words = *known;
}

struct enumerator enumerator_of(const struct layout_lines *lines, struct layout_token *token)
{
    struct label_words *words = token->words;
    if (!words->numbered)
        words->enumerator = enumerator_at(lines, token);
    words->numbered = true;
    return words->enumerator;
}

/* What words add to a label, as it was found last. Near a line stand labels that begin alike, and each is
 * asked for each of its tokens, in each turn and measure. */
struct known_step {
    const char *text;
    size_t size;
    const struct lexicon_word *label;
    size_t length; /* of its key */
    enum reading reading;
    struct step step;
};

void read_words(struct layout_lines *lines)
{
    lines->steps = arena_alloc(lines->arena, KNOWN_STEPS * sizeof *lines->steps);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; lines->line[i].kind == LINE_TEXT && j < lines->line[i].count; j++)
            words_of(lines, &lines->line[i].tokens[j]);
}

/* ---- steps ---- */

/* Add what the first `length` bytes of the words' key say to a label. */
static void add_key(const struct layout_lines *lines, const struct layout_label *label,
                    const struct label_words *words, size_t length, struct step *step)
{
    step->length = length;
    step->word = step->first = NULL;
    if (length)
        step->first = label ? lexicon_go_on(lines->lexicon, label->key, words->key, length, &step->word)
                            : lexicon_find(lines->lexicon, words->key, length, &step->word);
}

/* Whether a word of a form goes on with the token; of a token that closes it with words in brackets,
 * "本年收费金额(单位:元)", those are not looked at. */
static struct step step_with(const struct layout_lines *lines, const struct layout_label *label,
                             const struct label_words *words)
{
    struct step step = {.length = words->length};
    if (label && !label->key->length && words->length &&
        (unsigned char)*words->key < 0x80) /* a bracket opens (一), not 1. */
        return step;
    add_key(lines, label, words, words->length, &step);
    step.fits = step.first;
    if (step.fits || words->before_bracket == NO_BRACKET)
        return step;
    add_key(lines, label, words, words->before_bracket, &step);
    step.fits = step.word;
    step.closed = true;
    return step;
}

/* What a word of a form begins with that goes on as the key of a token is meant. */
static const char *meant_by(const struct lexicon *lexicon, const char *key, const struct lexicon_span *known,
                            size_t *length, enum reading reading)
{
    if (reading == SHORTENED)
        return lexicon_meant(lexicon, LEXICON_SHORTENED, key, known, length, HEADS);
    const char *meant = lexicon_meant(lexicon, LEXICON_GARBLED, key, known, length, ~0u);
    if (meant || !*length)
        return meant;
    return lexicon_meant(lexicon, LEXICON_GARBLED, key, known, length, HEADS); /* 结杲: 结果, 结转 of a row */
}

/* The same with a fault. Two characters do not tell a label then. */
static struct step step_with_fault(const struct layout_lines *lines, const struct layout_label *label,
                                   const struct label_words *words, enum reading reading)
{
    static const struct lexicon_span nothing;
    const struct lexicon_span *known = label ? label->key : &nothing;
    char key[MAX_KEY + LONGEST + 1];
    size_t length = known->length + words->length;
    struct step step = {0};
    if (!may_be_faulty(words) || length >= MAX_KEY)
        return step;
    memcpy(key, known->length ? known->first->key : "", known->length);
    memcpy(key + known->length, words->key, words->length);
    key[length] = '\0';
    const char *meant = meant_by(lines->lexicon, key, known, &length, reading);
    if (!meant || length >= MAX_KEY)
        return step;
    step.first = lexicon_find(lines->lexicon, meant, length, &step.word);
    step.fits = !step.word || length > 2 * LETTER;
    step.length = length - known->length;
    return step;
}

static struct step read_step(const struct layout_lines *lines, const struct layout_label *label,
                             const struct label_words *words, enum reading reading)
{
    return reading == AS_PRINTED ? step_with(lines, label, words)
                                 : step_with_fault(lines, label, words, reading);
}

const struct step *find_alone(const struct layout_lines *lines, struct label_words *words,
                              enum reading reading)
{
    words->asked[reading] = true;
    words->alone[reading] = read_step(lines, NULL, words, reading);
    return &words->alone[reading];
}

const struct step *find_step(const struct layout_lines *lines, const struct layout_label *label,
                             const struct label_words *words, enum reading reading)
{
    static const struct step closed;
    if (label->closed)
        return &closed;
    const struct lexicon_word *first = label->key->first;
    size_t length = label->key->length, place = (size_t)(words->text - lines->shadow);
    place =
        place * 5 + words->size + length * 32 + (size_t)(first - lines->lexicon->words) * 8 + reading * 64;
    struct known_step *known = &lines->steps[place % KNOWN_STEPS];
    if (known->text != words->text || known->size != words->size || known->label != first ||
        known->length != length || known->reading != reading)
        *known = (struct known_step){words->text, words->size, first,
                                     length,      reading,     read_step(lines, label, words, reading)};
    return &known->step;
}
