/* scanner.h - the scanner's state beside flex's own. */
#ifndef NB_SCANNER_H
#define NB_SCANNER_H

#include "lexicon.h"
#include "report.h"
#include "tree.h"

/* Where the scanner stands in the report. */
struct scanner {
    const struct nb_text *text;
    const struct lexicon *lexicon; /* the labels of the forms */
    REPORT_STYPE *value;
    size_t paragraph;      /* where the paragraph being read starts */
    struct nb_span before; /* the last heading, title of a section or paragraph */
    size_t title_end;      /* of the last official title */
    size_t line_end;       /* of the line of the last enumerator */
    bool in_table;         /* between GRID or ORDER and GRID_END */
    bool has_rows;         /* ... whose rows end: the text may end within one */
    bool glued;            /* the next heading stands at the end of a paragraph */
    int top;               /* what numbers the articles by its first lines */
    int numbering; /* what numbers the articles: HAN 一、, HEADING 第一部分, PAREN, ARABIC; 0: not known yet
                    */
    int article, section; /* the last numbers of articles, and of sections 一、 in this article (0: none) */
};

/* Open a scanner over the text's shadow from body_start on. Returns flex's state; `scanner` must outlive it.
 */
void *scanner_open(struct scanner *scanner, const struct nb_text *text, const struct lexicon *lexicon);
void scanner_close(void *state);

/* The next token, and its value; 0 at the end of the text. */
int report_lex(REPORT_STYPE *value, void *state);

#endif
