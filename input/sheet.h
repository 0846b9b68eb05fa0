/* sheet.h - pages as geometry: characters with boxes and straight lines become paragraphs and tables with
 * cells and spans. */
#ifndef NB_SHEET_H
#define NB_SHEET_H

#include "lexicon.h"
#include "text.h"

/* Lengths are points, from the upper left corner of the page. */
struct sheet_char {
    float x0, y0, x1, y1;
    const char *text; /* one character of UTF-8 */
    unsigned length;
    unsigned line; /* set by sheet_lines(): the line of the page on which it stands, from 1 */
    bool in_table; /* set by sheet_tables() */
};

/* A straight line drawn at `at`, from `from` to `to`. */
struct sheet_rule {
    bool vertical;
    float at, from, to;
};

struct sheet_page {
    float width, height;
    struct sheet_char *chars;
    size_t char_count;
    struct sheet_rule *rules;
    size_t rule_count;
    bool picture;  /* its words are seen in a picture, and not among the characters */
    size_t number; /* set by sheet_lower(): of the document's page, from 1 */
};

struct sheets {
    bool recognised; /* read in a scan, not printed by a program */
    bool layer;      /* by another program than ours, which may have missed words */
    bool guessed;    /* only where its words begin is known, not how wide they are: lines are not joined */
    struct sheet_page *pages;
    size_t page_count;
};

/* The text of these pages: headers, footers and page numbers are left out, paragraphs joined over lines and
 * pages, tables joined over page breaks, with their repeated heads dropped and rows that a break cuts mended
 * by the labels in `lexicon` (NULL: not mended). Numbers the characters' lines and sorts them. Places are
 * pages and lines. The text lives in `arena`, as must the characters'. */
struct nb_text *sheet_lower(struct nb_arena *arena, struct nb_arena *scratch, struct sheets *sheets,
                            const struct lexicon *lexicon);

#endif
