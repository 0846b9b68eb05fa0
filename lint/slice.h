/* slice.h - the words of a clause that stand before a quantity, from the quantity or mark before it on. */
#ifndef NB_SLICE_H
#define NB_SLICE_H

#include "indicators.h"
#include "prose.h"

#include <stdint.h>

/* A member of "A、B和C": its words, its last topic. */
struct slice_piece {
    uint64_t own, head;
    int member; /* of a kind of which a member is named: its number from 1; SEVERAL: more than one */
};
/* Longer lists before one quantity count nothing that could be told apart. */
enum { MOST_PIECES = 6, SEVERAL = -1 };

struct slice {
    uint64_t own, head; /* its words, its last topic: sets of words of the indicators */
    int member;         /* as of a piece */
    uint64_t places;    /* topics that may turn out to be where something is published */
    int value;          /* the meanings of its words, a set of enum word */
    size_t at;          /* its last word ends here */
    bool gap;           /* other words stand behind its last word */
    bool broken;        /* other words stand anywhere in it */
    bool modified;      /* other words stand before the noun */
    bool counted;       /* the clause has counted something */
    bool total;         /* 合计, 共: its last word says that its pieces are added up */
    bool reason;        /* 因第三方权益不予公开: of those for this reason */
    bool because;       /* 因 stands before its last words, which are no verbs */
    bool earlier;       /* the year that it is compared with is not the last */
    bool behind;        /* its pieces stand behind the quantity */
    bool named;         /* of a share: words of its own say what has it (公开类占50.8%) */
    bool acts;          /* its last word, but for others that say nothing, is a verb */
    const struct nb_fact *whole;
    struct slice_piece pieces[MOST_PIECES];
    int piece; /* the last of them */
};

/* Take a word into the slice. */
void slice_take(struct slice *slice, const struct nb_report *report, const struct prose_token *token);
/* A 、 or 和: another member of the list begins. */
void slice_join(struct slice *slice);
/* 予以公开(含部分公开): what the bracket holds is counted, too. */
void slice_include(struct slice *slice, const struct slice *bracket);
/* The last topic of each of its pieces. */
uint64_t slice_heads(const struct slice *slice);
/* Whether anything but spaces stands between two places of the text. */
bool printed_between(const struct nb_report *report, size_t from, size_t to);

static inline uint64_t word_bit(const struct prose_token *token)
{
    if (token->level > MAX_WORDS)
        return indicator_members[token->level - MAX_WORDS - 1].word;
    return token->level ? UINT64_C(1) << (token->level - 1) : 0;
}

#endif
