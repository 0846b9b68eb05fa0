/* layout_words.h - what the characters of a token say to labels, wherever it stands. */
#ifndef NB_LAYOUT_WORDS_H
#define NB_LAYOUT_WORDS_H

#include "layout_parts.h"

/* How the pieces of a label are read: as the forms have them, or with a fault. */
enum reading { AS_PRINTED, SHORTENED, GARBLED, READINGS };
/* Only such words are shortened by what stands before a letter of theirs. */
enum { HEADS = WORD_COLUMN | WORD_SPAN };

/* What a token adds to a label: `length` bytes of its key, and what the label is then. */
struct step {
    bool fits, closed;
    size_t length;
    const struct lexicon_word *first; /* of the words that begin as the label does then */
    const struct lexicon_word *word;  /* NULL: none yet */
};

/* Of `size` bytes of the shadow. */
struct label_words {
    const char *text;
    size_t size;
    const char *key;               /* to MAX_KEY, and not all of what is longer */
    size_t length, before_bracket; /* of the key; of what stands before a bracket behind the first byte,
                                      NO_BRACKET: there is none */
    uint64_t letters, first;       /* of the key (lexicon_letters), and the first of them */
    unsigned row;                  /* of the first letter (lexicon_row) */
    int depth;                     /* brackets that they open and do not close */
    bool numbered;
    struct enumerator enumerator; /* that they begin with, where that was asked */
    bool asked[READINGS];
    struct step alone[READINGS]; /* what they begin, where that was asked */
};

#define NO_BRACKET SIZE_MAX

/* Read the words of a token, which share what is known of them with all tokens that say the same, in the
 * arena of the lines. */
struct label_words *keep_words(const struct layout_lines *lines, struct layout_token *token);

/* The words of a token; it is longer once it was put together with another. Each is asked by all labels near
 * it, in each reading, in each turn and measure: read anew each time, lines of shortened labels cost 1,500
 * instructions a byte more. */
static inline struct label_words *words_of(const struct layout_lines *lines, struct layout_token *token)
{
    struct label_words *words = token->words;
    return words && words->size == token->to - token->from ? words : keep_words(lines, token);
}

/* The enumerator that a token begins with; it is kept, too. */
struct enumerator enumerator_of(const struct layout_lines *lines, struct layout_token *token);
/* Those of a token that is cut from another and only read as printed; its key is `length` bytes at `key`. */
void fill_words(const struct layout_lines *lines, const struct layout_token *token, const char *key,
                size_t length, struct label_words *words);
/* What a token begins by this reading, which is kept with its words; what it adds to a label, to be copied
 * before more is asked. */
const struct step *find_alone(const struct layout_lines *lines, struct label_words *words,
                              enum reading reading);
const struct step *find_step(const struct layout_lines *lines, const struct layout_label *label,
                             const struct label_words *words, enum reading reading);

/* What a token adds to a label (NULL: to none, so that it begins one). */
static inline const struct step *step_by(const struct layout_lines *lines, const struct layout_label *label,
                                         struct layout_token *token, enum reading reading)
{
    struct label_words *words = token->words;
    return label                   ? find_step(lines, label, words, reading)
           : words->asked[reading] ? &words->alone[reading]
                                   : find_alone(lines, words, reading);
}

/* Bytes of a letter; a label is broken into pieces of fewer than LONGEST. */
enum { LETTER = 3, LONGEST = 16 * LETTER };

/* Whether a token may be read with a fault: two letters tell a label, and long words are none. Asked first,
 * columns of single letters cost 2,000 instructions a byte less. */
static inline bool may_be_faulty(const struct label_words *words)
{
    return words->size <= LONGEST && words->length >= 2 * LETTER;
}

/* Whether a label goes on with the first letter of some words, as they are printed. */
static inline bool goes_on_with(const struct layout_label *label, const struct label_words *words)
{
    return words->first & label->next_letters && label->key->rows[words->row / 64] >> words->row % 64 & 1;
}

/* Whether a token may go on with a label, as far as their letters tell. Most may not, and all labels near a
 * line are asked for each of its tokens, in each reading. With the keys compared instead, lines of shortened
 * labels cost 10,800 instructions a byte. */
static inline bool may_step(const struct layout_label *label, const struct label_words *words,
                            enum reading reading)
{
    if (reading == AS_PRINTED && !goes_on_with(label, words)) /* as most labels near a token */
        return false;
    uint64_t strange = words->letters & ~label->key->letters;
    return reading == AS_PRINTED  ? !strange || words->before_bracket != NO_BRACKET
           : reading == SHORTENED ? !strange && label->key->kinds & HEADS
                                  : !(strange & (strange - 1));
}

#endif
