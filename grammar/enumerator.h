/* enumerator.h - what numbers articles and sections. */
#ifndef NB_ENUMERATOR_H
#define NB_ENUMERATOR_H

#include "text.h"

/* Kinds besides the tokens HAN 一、, HEADING 第一部分, PAREN (一), PAREN_ARABIC (1), ARABIC 1. and CIRCLED ①: they number
 * articles or nothing. */
enum { ENUMERATOR_ORDINAL = 1 /* 第一、 */, ENUMERATOR_ROMAN /* I. */ };

/* `kind` 0: none stands there; `ordinal` 0: its number is lost; `closed`: a mark or bracket ends it; `length` in bytes. */
struct enumerator {
    int kind, ordinal;
    bool closed;
    size_t length;
};

/* The enumerator that the shadow's bytes from `at` begin with; blanks around it count into its length. */
struct enumerator enumerator_read(const char *at, const char *end);

/* The kind that numbers the articles of the text; 0 where no lines begin with one and two. */
int enumerator_of_articles(const struct nb_text *text);

#endif
