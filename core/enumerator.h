/* enumerator.h - what numbers articles and sections. */
#ifndef NB_ENUMERATOR_H
#define NB_ENUMERATOR_H

#include "text.h"

enum enumerator_kind {
    ENUMERATOR_NONE,
    ENUMERATOR_HAN,          /* 一、 */
    ENUMERATOR_PART,         /* 第一部分 第一章 */
    ENUMERATOR_PAREN,        /* (一) */
    ENUMERATOR_ARABIC,       /* 1. */
    ENUMERATOR_PAREN_ARABIC, /* (1) */
    ENUMERATOR_CIRCLED,      /* ① */
    ENUMERATOR_CLAUSE,       /* 第一条 */
    ENUMERATOR_ORDINAL,      /* 第一、 */
    ENUMERATOR_ROMAN         /* I. */
};

/* `ordinal` 0: its number is lost; `level`: 1 for articles to 4 for (1) and ①, 0: no level; `closed`: a mark
 * or bracket stands at it; `mark`: the first byte of the one that ends it, 0: none; `length` in bytes. */
struct enumerator {
    enum enumerator_kind kind;
    int ordinal, level;
    bool closed;
    char mark;
    size_t length;
};

/* The enumerator that the shadow's bytes from `at` begin with; blanks around it count into its length. */
struct enumerator enumerator_read(const char *at, const char *end);

/* The same, if it can head a line: from 1 to 99, ended by a bracket, or by a mark that is neither comma,
 * colon nor the point of a decimal. All zeros: it cannot. */
struct enumerator enumerator_heads(const char *at, const char *end);

/* The kind that numbers the articles of the text; none where no lines begin with one and two. */
enum enumerator_kind enumerator_of_articles(const struct nb_text *text);

#endif
