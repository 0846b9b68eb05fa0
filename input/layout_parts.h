/* layout_parts.h - what the parts of the column reader share: tokens on lines, labels, rows, columns of one block. */
#ifndef NB_LAYOUT_PARTS_H
#define NB_LAYOUT_PARTS_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* A run of characters without space: bytes [from, to) of the text, columns [start, end) of its line. */
struct token {
    size_t from, to;
    int start, end;
    bool value; /* a number, perhaps with sign and unit, or a mark for none */
    bool used;  /* a header token that is (part of) the label of one column, or stands above the row labels */
};

/* A heart is a line that ends in values: the numbers of one row, with or without (part of) its label before them. */
enum line_kind { LINE_BLANK, LINE_MARK, LINE_TEXT, LINE_HEART, LINE_BAR };

struct line {
    size_t from, to; /* bytes, without the line break */
    struct token *tokens;
    size_t count, values; /* tokens, and how many values stand at the end */
    enum line_kind kind;
    int page;
};

struct lines {
    struct nb_arena *arena; /* for the block only */
    const char *bytes;
    struct line *line;
    size_t count, capacity;
    bool display; /* a wide character takes two columns; else each character one */
};

enum { MAX_TOKENS = 64, MAX_LINE = 2000, MAX_COLUMNS = 32 };

/* 一、 is of level 1, (一) 2, 1. 3, (1) and ① 4; level 0: none. */
struct enumerator {
    int level, ordinal;
    size_t length; /* bytes */
};

struct enumerator enumerator_at(const char *bytes, size_t length);
/* Cut [line->from, line->to) into at most MAX_TOKENS tokens and tell what kind of line it is; LINE_BAR: no line of a block. */
void read_line(const char *bytes, struct line *line, struct token tokens[MAX_TOKENS], bool display);

/* ---- rows ---- */

struct piece {
    struct piece *next;
    struct token *token;
};

struct label {
    struct label *next;
    struct piece *pieces, **last;
    size_t first_line, last_line;
    int start, end;             /* columns that its pieces take, on its last page */
    const struct token *latest; /* piece */
    int page;
    int level, ordinal;
    size_t lead, trail;    /* pieces on lines before and after its heart */
    bool open, carried;    /* carried over a page break: its columns are not known any more */
    bool note;             /* a remark between rows */
    bool group, has_heart; /* group: spans rows, as 三、 and (三) do */
    size_t heart;
};

struct row {
    struct label *label; /* NULL: none is printed */
    const struct label *groups[2];
    bool has_heart;
    size_t heart;
    size_t centre;           /* in half lines */
    int columns[MAX_TOKENS]; /* of each value of the heart */
    bool ragged;             /* which columns they belong to is not certain: they are handed on in order, without empty cells */
};

/* A table or part of one: header lines, then lines with rows. */
struct band {
    size_t header, body, end; /* line numbers */
    size_t label_columns;     /* columns before the values */
    struct row *rows;
    size_t row_count;
    struct label *labels;
};

/* The bands of a block, in order; returns how many. */
size_t find_bands(const struct lines *lines, struct band **bands);
/* Join labels, find rows and the groups they stand in. False: not understood. */
bool find_rows(struct lines *lines, struct band *band);

/* ---- columns ---- */

struct heading {
    struct piece *pieces, **last;
};

struct grid {
    int columns;                      /* that hold values */
    struct heading leaf[MAX_COLUMNS]; /* label of each column */
    struct heading corner;            /* what stands in the header above the row labels */
    bool labelled;                    /* the header shows the same columns as the values */
    int starts[MAX_COLUMNS];          /* where the columns begin in the header */
    bool uncertain;                   /* which columns the values of some row belong to is not certain */
};

/* How values may stand below the labels of their columns, by what is printed. */
struct alignment {
    bool centre, right, left;
};

/* Strike from `alignment` what the values of this band rule out. */
void weigh_alignment(const struct lines *lines, const struct band *band, struct alignment *alignment);
/* Find the columns and put each value of each row into its column; `block` is how values stand in the whole block. False: not
 * understood. */
bool find_columns(const struct lines *lines, struct band *band, struct grid *grid, const struct alignment *block);
/* ---- output ---- */

struct output {
    struct text_builder *builder;
    const struct lines *lines;
    bool inside; /* a GROUP is open */
};

void put_separator(struct output *output, char separator, size_t at);
/* Header and rows of a band as cells of the open table. */
void write_cells(struct output *output, const struct band *band, const struct grid *grid);
/* The same as lines "label  value  value", outside of tables: values in order, no empty cells. */
void write_lines(struct output *output, const struct band *band, const struct grid *grid);

#endif
