/* prose.h - the prose of a report as tokens: document numbers, brackets, enumerators, years, quantities and
 * telling words. */
#ifndef NB_PROSE_H
#define NB_PROSE_H

#include "nianbao.h"

enum token_kind {
    TOKEN_MARK,            /* punctuation; value: . for 。!?…, else ; : , or \ for 、 */
    TOKEN_OPEN,            /* an opening bracket; value: its class */
    TOKEN_CLOSE,           /* a closing bracket */
    TOKEN_DOCUMENT,        /* 〔2019〕60号 */
    TOKEN_BROKEN_DOCUMENT, /* 【2019】60号 and the like */
    TOKEN_YEAR,            /* 2019年, 2019年度; value: the year */
    TOKEN_DATE,            /* 2019年1月, 2019年1月1日 */
    TOKEN_YEARS,           /* 2019至2020年 */
    TOKEN_QUANTITY,        /* 5981条 */
    TOKEN_ENUMERATOR,      /* (一) 1. (1) ①; value: its number; level as in nb_block */
    TOKEN_ORDER,           /* 一是, or, level 1, 第一; value: its number */
    TOKEN_WORD, /* value: the meanings of the word, a set of enum word; level: the word of the indicators,
                   from 1, or 0 */
    TOKEN_NONE, /* 未收到, 没有; value and level as for a word */
    TOKEN_MONTH /* 3月, 12月31日; value: the month */
};

/* What a word means to the rules and to the structure of a sentence; what it names is the language of
 * indicators (forms/). */
enum word {
    WORD_PROACTIVE = 1 << 0, /* the five aspects of article one */
    WORD_ON_REQUEST = 1 << 1,
    WORD_MANAGEMENT = 1 << 2,
    WORD_PLATFORM = 1 << 3,
    WORD_OVERSIGHT = 1 << 4,
    WORD_FEE = 1 << 5,           /* 信息处理费 */
    WORD_COMPARISON = 1 << 6,    /* 同比, 相比, 以来 */
    WORD_REPORT = 1 << 7,        /* 政府信息公开工作年度报告 */
    WORD_LAST_YEAR = 1 << 8,     /* 上年, 去年 */
    WORD_THIS_YEAR = 1 << 9,     /* 今年, 本年度 */
    WORD_FROM = 1 << 10,         /* 由, 从 */
    WORD_TO = 1 << 11,           /* 增加到 */
    WORD_UP = 1 << 12,           /* 增长 */
    WORD_DOWN = 1 << 13,         /* 下降 */
    WORD_AS_OF = 1 << 14,        /* 截至 */
    WORD_CUMULATIVE = 1 << 15,   /* 累计 */
    WORD_PART_YEAR = 1 << 16,    /* 上半年 */
    WORD_AMONG = 1 << 17,        /* 其中 */
    WORD_SHARE = 1 << 18,        /* 占 */
    WORD_ITS_YEAR = 1 << 19,     /* 全年: that which the sentence is on */
    WORD_SUM = 1 << 20,          /* 合计 */
    WORD_JOIN = 1 << 21,         /* 和 */
    WORD_ALL = 1 << 22,          /* 均, 全部: what follows is said of all that was counted */
    WORD_FILLER = 1 << 23,       /* 共, 的: says nothing about what is counted */
    WORD_LIST = 1 << 24,         /* 等: the end of a list of several things */
    WORD_WAY = 1 << 25,          /* 依法, 按时: how it is done; where it is denied, only that is */
    WORD_NOW = 1 << 26,          /* 目前, 年底: how much there is by then */
    WORD_RESPECTIVELY = 1 << 27, /* 分别 */
    WORD_VERB = 1 << 28,         /* 收到, 召开: what is done with what is counted */
    WORD_RESTRICTS = 1 << 30,    /* 涉及: of some of what is counted */
    WORD_TOUCHES = 1 << 29,      /* of TOKEN_NONE: the noun must touch it */
    WORD_UNCLEAR = WORD_TOUCHES, /* of TOKEN_WORD: a verb must say what is meant: 依申请公开信息 may be
                                    received or disclosed */
};

enum { LEVEL_CHINESE = 1, LEVEL_NUMBER, LEVEL_BRACKETED, LEVEL_CIRCLED };

/* `level` of an enumerator; of a quantity, 1 if a space stands in it. Dates and years: 1 if a space stands in
 * it. */
struct prose_token {
    enum token_kind kind : 8;
    int level : 24, value;
    struct nb_span span;
};

/* A paragraph, or what heads a section, with its tokens, which begin at `first` and end where those of the
 * next passage begin. `article` is NULL in the preamble, `section` the section it stands in. `kinds`: which
 * its tokens are of, a bit a kind. A list of headings has one for twenty bytes, so they are kept small.
 */
struct passage {
    const struct nb_article *article;
    const struct nb_block *section;
    struct nb_span span;
    uint32_t first, kinds : 31, heads : 1;
};

/* Where the tokens of a passage end: behind the last one stands another, which is empty. */
static inline size_t tokens_behind(const struct passage *passage)
{
    return passage[1].first;
}

/* Whether some token of the passage is of one of two kinds: asked before its tokens are looked through. */
static inline bool passage_has(const struct passage *passage, enum token_kind one, enum token_kind other)
{
    return passage->kinds & (1U << one | 1U << other);
}

struct prose {
    struct prose_token *tokens;
    size_t token_count, token_room;
    struct passage *passages;
    size_t passage_count, passage_room;
    unsigned kinds; /* of the tokens, a bit a kind, since it was last set to 0 */
};

/* Behind the last passage; the tokens of one begin here. NULL where there is none. */
static inline const struct passage *passages_end(const struct prose *prose)
{
    return prose->passage_count ? prose->passages + prose->passage_count : prose->passages;
}

static inline const struct prose_token *tokens_of(const struct prose *prose, const struct passage *passage)
{
    return tokens_behind(passage) > passage->first ? prose->tokens + passage->first : NULL;
}

#define FOR_PASSAGES(passage, prose)                                                                         \
    for (const struct passage *passage = (prose)->passages, *passage##_end = passages_end(prose);            \
         passage < passage##_end; passage++)
#define FOR_TOKENS(token, prose, passage)                                                                    \
    for (const struct prose_token *token = tokens_of(prose, passage),                                        \
                                  *token##_end = token ? token + (tokens_behind(passage) - (passage)->first) \
                                                       : NULL;                                               \
         token < token##_end; token++)

/* Scan every passage of preamble and articles. The caller frees with prose_discard(). */
void prose_scan(struct prose *prose, const struct nb_report *report);
void prose_discard(struct prose *prose);

/* The passages of an article, which stand together: from the first up to `*end`. Looked for among all of
 * them, a text of very many articles took a time that grew with its square. */
const struct passage *passages_of(const struct prose *prose, const struct nb_article *article,
                                  const struct passage **end);

/* A scanner that appends to `prose`, which is empty then and has room, also for passages (the caller frees it
 * with prose_discard()); append the tokens of `length` shadow bytes that stand at `start` in the text; free
 * the scanner. */
struct prose_scanner *prose_open(struct prose *prose);
void prose_tokens(struct prose_scanner *scanner, const char *shadow, size_t length, size_t start);
void prose_close(struct prose_scanner *scanner);

/* The sentence of a passage that begins at a place, with the 。 or ; that ends it. */
struct nb_span sentence_from(const char *shadow, struct nb_span passage, size_t from);
/* A number that tells what is printed in a span, but for blanks; `length`: how many bytes that is. */
uint64_t words_hash(const char *shadow, struct nb_span span, size_t *length);

/* Whether the token begins a passage or follows a mark: where an enumerator may stand. `shadow` is the
 * text's. */
bool token_leads(const struct prose *prose, const struct passage *passage, size_t token, const char *shadow);

#endif
