/* layout_parts.h - what the parts of the column reader share: tokens on lines, labels, rows, columns of one
 * block. */
#ifndef NB_LAYOUT_PARTS_H
#define NB_LAYOUT_PARTS_H

#include "arena.h"
#include "columns.h"
#include "enumerator.h"
#include "layout.h"
#include "lexicon.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum { MAX_TOKENS = 64, MAX_LINE = 2000, MAX_COLUMNS = 32, MAX_KEY = 256 };
enum {
    PLACES = 2 * MAX_LINE + 1
}; /* in which something may begin or end: each character takes two at most */

/* A run of characters without space: bytes [from, to) of the text, columns [start, end) of its line. */
struct layout_token {
    size_t from, to;
    int start, end;
    int wide_start, wide_end;  /* the same where a wide character takes two columns */
    float x0, x1;              /* start and end as measured */
    struct label_words *words; /* what its characters say to labels (read_words); NULL: not asked for yet */
    bool value;  /* a number, perhaps with sign and unit, or a mark for none; or what stands where these do */
    bool cell;   /* it stands under the labels of columns: a cell, whatever it says */
    bool serial; /* a number before all labels of rows: it counts them */
    bool stray;  /* a label's piece by its place only: no word of a form has it */
    bool whole;  /* it was not two that were set without space when that was asked, and is not asked again */
    struct layout_label *label; /* whose piece it is */
    struct layout_label
        *above; /* that it goes on with, as the order of its line's pieces has it; NULL: nothing tells */
};

enum line_kind { LINE_BLANK, LINE_MARK, LINE_TEXT, LINE_BAR };

struct layout_line {
    size_t from, to; /* bytes, without the line break */
    struct layout_token *tokens;
    size_t count, values; /* tokens, and how many values stand at the end, behind a gap */
    bool joins;           /* some words may be a number and its unit, by how far apart they stand */
    size_t cells;         /* the first token that is no label; == count if there is none */
    enum line_kind kind;
    int page;
    size_t rank;                 /* among lines of text */
    uint64_t first;              /* the letters that its tokens begin with (lexicon_letters) */
    struct layout_label *labels; /* that begin on it */
};

/* Where characters stand: in places of their own, or in columns, of which a wide one takes two (`display`),
 * or each one. */
struct measure {
    const struct layout_place *places; /* NULL: in columns */
    bool display;
};

struct layout_lines {
    struct nb_arena *arena; /* for the block only */
    const char *bytes, *shadow;
    const struct lexicon *lexicon;
    struct layout_line *line;
    size_t count, capacity;
    struct layout_label *labels; /* in the order in which they begin; column_label() appends */
    struct layout_label **last_label;
    struct measure measure;
    struct column_modes *modes;
    struct label_words **words; /* KNOWN_WORDS of them, by what they say: NULL where there are none yet */
    struct known_step *steps;   /* KNOWN_STEPS of them */
};
/* With 256 and 512, columns of parts of labels cost 130 instructions a byte more. */
enum { KNOWN_WORDS = 2048, KNOWN_STEPS = 1024 };

/* The enumerator that a token begins with; level 0: none, or 第二十条, which is no heading but a caption in a
 * table. */
struct enumerator enumerator_at(const struct layout_lines *lines, const struct layout_token *token);
/* The column in which byte `at` of the text stands, inside of a token. */
int column_at(const struct layout_lines *lines, const struct layout_token *token, size_t at);
/* [+-] digits, separators, letters that look like digits, then a unit directly behind a digit. */
bool is_number(const char *at, const char *end);
/* A Chinese numeral, and nothing else. */
bool is_numeral(const char *at, const char *end);
/* A number, perhaps with a unit, or a mark for none. */
bool is_value(const char *at, const char *end);
/* Cut [line->from, line->to) into at most MAX_TOKENS tokens and tell what kind of line it is; LINE_BAR: no
 * line of a block. */
void read_line(const char *bytes, struct layout_line *line, struct layout_token tokens[MAX_TOKENS],
               const struct measure *measure);

/* The line that was read in narrow columns, in such that a wide character takes two. */
void widen_line(const char *bytes, struct layout_line *line, struct layout_token tokens[MAX_TOKENS]);

/* How many values stand at the line's end, one of them behind a gap. */
size_t count_values(const struct layout_line *line);

/* ---- labels ---- */

struct label_piece {
    struct label_piece *next;
    struct layout_token *token;
    size_t line;
};

/* A label, perhaps broken over lines, columns and pages. */
struct layout_label {
    struct layout_label *next, *beside; /* of the block; of the line */
    struct label_piece *pieces, **last;
    size_t first_line, last_line, rank; /* `rank`: of its last line */
    size_t met; /* behind the last line of which a piece goes on with it, as the order of the pieces has it */
    int start, end;                    /* columns that its pieces take, on its last page */
    const struct layout_token *latest; /* piece */
    int page;
    unsigned kinds;             /* lexicon.h: what it is; 0: no label of a form */
    int row;                    /* lexicon.h: its place among the rows of a form */
    struct layout_row *printed; /* while rows are made, the one that it labels; NULL: none */
    int order;                  /* its place among the labels of the forms */
    struct enumerator enumerator;
    const struct lexicon_span *key; /* the words that begin with its pieces so far */
    uint64_t next_letters;          /* with which one goes on; 0: none, it is closed */
    int depth;                      /* brackets that are still open */
    bool misspelt;                  /* has pieces that no word of a form has */
    bool closed;    /* no word of a form begins with its pieces: more can only follow in brackets */
    size_t seen[2]; /* the last line in which was looked for a piece that goes on with it, as printed [1] or
                       not [0]; 0: none */
    bool below[2];  /* whether one does in that line */
};

/* Read what the characters of all tokens say to labels: once, however often and in whatever measure labels
 * are looked for. */
void read_words(struct layout_lines *lines);
/* Join the pieces of all labels of the block: lines->labels, and token->label. */
void find_labels(struct layout_lines *lines);
/* A label of one piece that no form has: a row's, a column's. */
struct layout_label *other_label(struct layout_lines *lines, struct layout_token *token, size_t line);
struct layout_label *column_label(struct layout_lines *lines, struct layout_token *token, size_t line);
void add_piece(struct layout_lines *lines, struct layout_label *label, struct layout_token *token,
               size_t line);

/* ---- parts ---- */

/* A row as printed. Its cells come from one line, or several where values are broken. */
struct layout_row {
    struct layout_label *label; /* NULL: none is printed */
    const struct layout_label *groups[2];
    struct layout_token **cells;
    size_t count;
    size_t line;                        /* of its first cell, or of its label */
    size_t centre;                      /* in half lines */
    const struct placement *placements; /* of the cells; NULL: not measured */
    bool anywhere;                      /* nothing is known of where they stand */
    bool trusted; /* the best column of each value is likelier than the others together */
    bool astray;  /* its columns may be those of the labels beside */
    bool ragged;  /* some may stand in several: all are handed on in order, without empty cells, as doubts
                     (text.h) */
};

/* A table or part of one: header lines, then lines with rows. */
struct table_part {
    size_t header, body, end;      /* line numbers */
    const struct table_part *head; /* whose header stands over its rows; NULL: its own */
    size_t label_columns;          /* columns before the values */
    struct layout_row *rows;
    size_t row_count;
    bool known; /* it has labels of a form */
    bool loose; /* its values do not stand in columns: spaces only part them */
};

/* Whether a label is that of a column of the part. */
bool is_column(const struct table_part *part, const struct layout_label *label);
/* How many columns a part has labels for. */
size_t count_columns(const struct layout_lines *lines, const struct table_part *part);
/* The parts of a block, in order; returns how many. */
size_t find_parts(struct layout_lines *lines, struct table_part **parts);
/* Mark what stands under the labels of columns as cells. Whether there is something that was not taken for
 * one: then labels are to be found again, without it. */
bool mark_cells(struct layout_lines *lines, const struct table_part *parts, size_t count);
/* Find the rows of a part and the groups they stand in. `before`: the part before; NULL: it is the first. */
void find_rows(struct layout_lines *lines, struct table_part *part, const struct table_part *before);
/* How many numbers a row prints, if those that stand one blank apart and may be one are. */
size_t count_apart(const struct layout_lines *lines, const struct layout_row *row);
/* Put values together that are the digits of one number, 1 842 or 1 8 4 2, where rows have too many values
 * otherwise: as groups of three digits, if no number has four together, or all that stand one blank apart.
 * True: some were, in the lines, and labels and parts are to be found again. */
bool join_apart(struct layout_lines *lines, const struct table_part *parts, size_t count);

/* ---- columns ---- */

struct layout_grid {
    int columns;                                   /* that hold values */
    const struct layout_label *leaf[MAX_COLUMNS];  /* label of each column; NULL: not known */
    const struct layout_token *place[MAX_COLUMNS]; /* where that stands: one of its pieces */
    bool labelled;                                 /* each column has its label */
    bool crossed; /* two that share no line stand over one column: where others do tells nothing of them */
};

/* The columns that a cell of a row may stand in, as bits; 0: as the row is full, only in the best one. */
unsigned columns_near(const struct layout_row *row, size_t cell);
/* Find the columns of the parts and put each value of each row into its column. Returns how badly the values
 * stand in them. */
float place_values(const struct layout_lines *lines, struct table_part *parts, struct layout_grid *grids,
                   size_t count);

/* ---- output ---- */

struct layout_output {
    struct text_builder *builder;
    const struct layout_lines *lines;
};

void open_table(struct layout_output *output, size_t at);
void close_table(struct layout_output *output, size_t at);
/* Header and rows of a part as cells of the open table. */
void write_part(struct layout_output *output, const struct table_part *part, const struct layout_grid *grid);

#endif
