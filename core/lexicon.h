/* lexicon.h - the words that the tables of the forms are made of, for a reader that must put broken labels
 * together. */
#ifndef NB_LEXICON_H
#define NB_LEXICON_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Characters of the longest label that formc takes, and how many words; the forms' longest has 39, and there
 * are 358. */
enum { LEXICON_LONGEST = 64, LEXICON_MOST = 4096 };

/* What a character that the label does not have adds to the distance of a key (lexicon_nearest). */
enum { LEXICON_WRONG = 6 };

/* The distance from words that are not near. */
enum { LEXICON_FAR = 1 << 20 };

/* A letter is one of so many, with some that it shares its number with; of rows, with nearly none: words that
 * had a letter by its bit only cost a page of lines of a letter 700 instructions a byte. */
enum { LEXICON_BITS = 64, LEXICON_ROWS = 512 };

/* What a label is in some form; one text may be several. */
enum {
    WORD_ROW = 1,     /* names a row with cells beside it */
    WORD_GROUP = 2,   /* stands over rows */
    WORD_COLUMN = 4,  /* names a column */
    WORD_SPAN = 8,    /* stands over columns */
    WORD_PART = 16,   /* caption of a part of a table */
    WORD_NOTE = 32,   /* explains the table */
    WORD_LONG = 64,   /* with the part of its label that may be missing: not shortened any further */
    WORD_WHOLE = 128, /* a label with its heading: known as it is, and no rival of others */
    WORD_HEAD = 256   /* says what the labels of rows are, over no column */
};

/* `key`: the label's ideographs and digits, without letters, marks and spaces, for these vary in print.
 * `row`: of the label of a row, its place in the form: the row behind it has the next number; else 0.
 * `label`: index into the forms' labels. `sense`: the same in all wordings of one label. `letters`:
 * lexicon_letters of the key; `head`: lexicon_head. `spelling`: where in the lexicon's spellings its `length`
 * letters stand (a pointer would be relocated at each start); spelt at each comparison they cost lines near
 * to labels 90 instructions a byte more. */
struct lexicon_word {
    const char *key;
    unsigned spelling, length;
    unsigned kinds;
    int row, label, sense;
    uint64_t letters, head;
};

/* Sorted by key, each key once. `joined`: labels printed in one cell with the label that stands over them,
 * known as a whole only; sorted, too. `longest`: bytes of the longest key. `titles`: keys of the articles'
 * titles, sorted. `starts`: of LEXICON_STARTS beginnings (lexicon_start) and one more, how many words are
 * sorted before each. `lacking`: for each of the LEXICON_ROWS letters of lexicon_row, which words lack it, 64
 * words a group; `few`: the same for each repeat (a letter that stands before, too) from the first to the
 * last that some word has, `most_repeats`; `longer`: which words have more letters than 0, 1 ..
 * LEXICON_LONGEST. `pairs`: a bit for each pair of letters of a word that stand side by side or of which one
 * is its first or last. `title_letters`: the bits of what titles begin with. */
struct lexicon {
    const struct lexicon_word *words;
    size_t count;
    const struct lexicon_word *joined;
    size_t joined_count, longest;
    const char *const *titles;
    size_t title_count;
    const unsigned short *starts, *joined_starts;
    const uint64_t *lacking, *few, *longer, *pairs;
    size_t most_repeats;
    uint64_t title_letters;
    const uint16_t *spellings; /* letters of words, two zeros before and behind each word */
};

/* By the digit or the ideograph that they begin with keys fall into as many heaps, most of them empty or of a
 * few words: eight neighbours among ideographs share one. With 64 more words were sought that begin no label:
 * 2 instructions a byte of a table of lines. */
enum {
    LEXICON_DIGITS = 10,
    LEXICON_EIGHT = 3,
    LEXICON_STARTS = LEXICON_DIGITS + (6 << (12 - LEXICON_EIGHT))
};

/* The heap of an ideograph from U+4000 on. */
static inline unsigned lexicon_start_of(unsigned letter)
{
    return LEXICON_DIGITS + ((letter - 0x4000) >> LEXICON_EIGHT);
}

/* The heap of a key; LEXICON_STARTS: none, it begins with neither a digit nor an ideograph from U+4000 on. */
static inline unsigned lexicon_start(const char *key)
{
    unsigned char first = (unsigned char)*key;
    if (first >= '0' && first <= '9')
        return first - (unsigned)'0';
    if (first < 0xE4 || first > 0xE9)
        return LEXICON_STARTS;
    return lexicon_start_of((first & 0xFU) << 12 | (key[1] & 0x3FU) << 6 | (key[2] & 0x3FU));
}

/* What keys are compared by first: their bytes up to this one, without the first, as one number. */
enum { LEXICON_HEAD = 9 };

static inline uint64_t lexicon_head(const char *key, size_t length)
{
    uint64_t head = 0;
    uint32_t first, last;
    if (length >= LEXICON_HEAD) {
        memcpy(&head, key + 1, sizeof head);
        return be64toh(head);
    }
    if (length <= sizeof first) {
        for (size_t i = 1; i < length; i++)
            head |= (uint64_t)(unsigned char)key[i] << 8 * (8 - i);
        return head;
    }
    memcpy(&first, key + 1, sizeof first);
    memcpy(&last, key + length - sizeof last, sizeof last);
    return (uint64_t)be32toh(first) << 32 | (uint64_t)be32toh(last) << 8 * (LEXICON_HEAD - length);
}

/* A number for what words say, by which readers keep what they know of them: bytes at the beginning and the
 * length tell words apart; others only take each other's place. */
static inline size_t lexicon_hash(const char *words, size_t length)
{
    enum { TOLD_BY = 12 };
    size_t hash = length;
    for (size_t i = 0; i < length && i < TOLD_BY; i++)
        hash = hash * 31 + (unsigned char)words[i];
    return hash;
}

/* The row of a letter, among LEXICON_ROWS. */
static inline unsigned lexicon_row(unsigned letter)
{
    return letter * 0x9E3779B1U >> 23;
}

/* The bit of a pair of letters. */
enum { LEXICON_PAIRS = 1 << 16 };
static inline unsigned lexicon_pair(unsigned one, unsigned other)
{
    return (one * 0x9E3779B1U ^ other * 0x85EBCA6BU) >> 16;
}

/* Whether a word counts where the caller looks: the labels of one table, of one form. */
typedef bool lexicon_filter(const struct lexicon_word *word, const void *context);

/* Whether some word, joined label or title begins with this ideograph (U+3400 to U+9FFF). False is certain.
 */
bool lexicon_may_begin(const struct lexicon *lexicon, unsigned letter);
bool lexicon_may_begin_title(const struct lexicon *lexicon, unsigned letter);

/* Write the key of `length` bytes of folded text (fold.h) to `key`, which has room for as many. Returns the
 * key's length. */
size_t lexicon_key(const char *text, size_t length, char *key);
/* The same, but once the key is longer than `most` no more of it is made; it is then three bytes longer at
 * most. */
size_t lexicon_key_within(const char *text, size_t length, char *key, size_t most);
/* The first word that begins with the key, NULL: none does; *word: the one that is the key, NULL if there is
 * none. */
const struct lexicon_word *lexicon_find(const struct lexicon *lexicon, const char *key, size_t length,
                                        const struct lexicon_word **word);
/* The words, [first, end), that begin with the same `length` bytes, `count` letters. `kinds`, `letters`
 * (lexicon_letters) of all of them, and of these `next`: the one right behind those bytes in each; `rows`:
 * the same by their rows (lexicon_row). */
struct lexicon_span {
    const struct lexicon_word *first, *end;
    size_t length, count;
    uint64_t letters, next, rows[LEXICON_ROWS / 64];
    unsigned kinds;
};
/* Those that begin as the first of them does. */
struct lexicon_span lexicon_span(const struct lexicon *lexicon, const struct lexicon_word *first,
                                 size_t length);
/* The first of the words that has the key behind what all begin with, NULL: none has; *word: the one that
 * ends in it, NULL if there is none. */
const struct lexicon_word *lexicon_go_on(const struct lexicon *lexicon, const struct lexicon_span *span,
                                         const char *key, size_t length, const struct lexicon_word **word);
/* The word of one of `kinds` that begins with the key; NULL: none does, or several that are not wordings of
 * one label. */
const struct lexicon_word *lexicon_begun(const struct lexicon *lexicon, const char *key, size_t length,
                                         unsigned kinds);
/* What may be wrong with a key that no word begins with: characters are left out behind what is known, or one
 * there is another (no digit or numeral is taken for another). */
enum lexicon_fault { LEXICON_SHORTENED, LEXICON_GARBLED };
/* The key of a word of one of `kinds` that begins as the key is meant (社会公益 for 公益, 结果 for 结杲),
 * *length: its bytes up to the end of that, from 0 on. `known`: the words that begin as the key is known to.
 * `key` ends in a NUL. NULL: none begins so, or some in this way and some in that. */
const char *lexicon_meant(const struct lexicon *lexicon, enum lexicon_fault fault, const char *key,
                          const struct lexicon_span *known, size_t *length, unsigned kinds);
/* Which words begin with a key: none, only joined labels, the one that it is, longer ones. */
enum lexicon_prefix { PREFIX_NONE, PREFIX_JOINED, PREFIX_WHOLE, PREFIX_LONGER };
/* The same as lexicon_exact(), and which words begin with the key. */
const struct lexicon_word *lexicon_look_up(const struct lexicon *lexicon, const char *key, size_t length,
                                           enum lexicon_prefix *begins);
/* The word or joined label that is the key, or NULL. */
const struct lexicon_word *lexicon_exact(const struct lexicon *lexicon, const char *key, size_t length);
/* For a key that is no word: the word that it means if it is shortened to what tells it apart, or garbled in
 * a few characters. Only words of one of `kinds` for which `filter` (NULL: all) holds count, also as rivals.
 * NULL where no word is near, or a word of another sense is nearly as near; *cost (NULL: not asked for): how
 * far the nearest is, LEXICON_FAR if no word is near. Two characters tell a label only among those that a
 * filter lets through. */
const struct lexicon_word *lexicon_nearest(const struct lexicon *lexicon, const char *key, size_t length,
                                           unsigned kinds, lexicon_filter *filter, const void *context,
                                           int *cost);
/* The row of a key's first letter. */
unsigned lexicon_first_row(const char *key);
/* One bit or more for each character of a key, several characters a bit: what it lacks of another's bits, the
 * key lacks. */
uint64_t lexicon_letters(const char *key, size_t length);

/* Whether the key is the title of an article. */
bool lexicon_is_title(const struct lexicon *lexicon, const char *key, size_t length);
/* What of the forms begins where folded text does, whatever marks and spaces stand in it: the bytes of the
 * longest label, and which it is, or of the longest title of an article; 0: none does. */
struct lexicon_beginning {
    size_t label, title;
    const struct lexicon_word *word;
};
struct lexicon_beginning lexicon_begin(const struct lexicon *lexicon, const char *text, size_t length);
/* The label that `length` bytes of folded text are, with what stands in brackets behind it or without; NULL:
 * none. */
const struct lexicon_word *lexicon_label(const struct lexicon *lexicon, const char *text, size_t length);
/* What that label is in the forms; 0: none. */
unsigned lexicon_label_kinds(const struct lexicon *lexicon, const char *text, size_t length);

#endif
