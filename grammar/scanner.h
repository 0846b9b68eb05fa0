/* scanner.h - the scanner's state beside flex's own. */
#ifndef NB_SCANNER_H
#define NB_SCANNER_H

#include "report.h"
#include "tree.h"

/* Where the scanner stands in the report and in a table. */
struct scanner {
    const struct nb_text *text;
    REPORT_STYPE *value;
    struct nb_span *place;
    size_t paragraph;      /* where the paragraph being read starts */
    unsigned line, column; /* in the table */
    bool filled;           /* the cell that is being read has something in it */
    bool line_start;       /* nothing but spaces since the last line end */
    bool ruled;            /* inside a table whose borders are known */
    bool labelled;         /* a row label stands in this printed line */
    bool indented;         /* tabs at the start of this line are no cells */
    bool bordered;         /* bars or tabs part the cells of this line */
    bool framed;           /* lines of this table open with a bar */
    bool bare;             /* lines of this table do not open with a bar, though bars end their cells */
    bool open;             /* a Markdown table whose lines neither open nor close with a bar */
    bool drawn;            /* a Markdown rule has drawn the columns of this table */
    bool tables;           /* this article has shown a label of a table */
    bool returns;          /* lines end with a space that was a carriage return */
    bool glued;            /* the next heading stands at the end of a paragraph */
    int numbering;         /* what numbers the articles: HAN 一、, HEADING 第一部分, PAREN, ARABIC; 0: not known yet */
    int article, section;  /* the last numbers of articles, and of sections 一、 in this article (0: none) */
};

/* Open a scanner over the text's shadow from body_start on. Returns flex's state; `scanner` must outlive it. */
void *scanner_open(struct scanner *scanner, const struct nb_text *text);
void scanner_close(void *state);

/* The next token, its value and its place; 0 at the end of the text. */
int report_lex(REPORT_STYPE *value, struct nb_span *place, void *state);

#endif
