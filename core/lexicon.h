/* lexicon.h - the words that the tables of the forms are made of, for a reader that must put broken labels together. */
#ifndef NB_LEXICON_H
#define NB_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

/* What a label is in some form; one text may be several. */
enum {
    WORD_ROW = 1,    /* names a row with cells beside it */
    WORD_GROUP = 2,  /* stands over rows */
    WORD_COLUMN = 4, /* names a column */
    WORD_SPAN = 8,   /* stands over columns */
    WORD_PART = 16   /* caption of a part of a table */
};

/* `key`: the label's ideographs, letters and digits, without marks and spaces, for these vary in print. `row`: of the label of a
 * row, its place in the form: the row behind it has the next number; else 0. */
struct lexicon_word {
    const char *key;
    unsigned kinds;
    int row;
};

/* Sorted by key, each key once. */
struct lexicon {
    const struct lexicon_word *words;
    size_t count;
};

/* Write the key of `length` bytes of folded text (fold.h) to `key`, which has room for as many. Returns the key's length. */
size_t lexicon_key(const char *text, size_t length, char *key);
/* Whether some word begins with the key; *word: the one that is the key, NULL if there is none. */
bool lexicon_find(const struct lexicon *lexicon, const char *key, size_t length, const struct lexicon_word **word);

#endif
