/* sheet_parts.h - the parts of the stage for pages: lines, tables, page breaks. */
#ifndef NB_SHEET_PARTS_H
#define NB_SHEET_PARTS_H

#include "arena.h"
#include "sheet.h"

#include <string.h>

/* Characters that stand side by side. */
struct sheet_line {
    struct sheet_char *chars; /* from left to right */
    size_t count;
    float x0, y0, x1, y1;
    size_t page;
    unsigned number; /* on its page, from 1 */
    bool furniture;
};

struct sheet_lines {
    struct sheet_line *lines;
    size_t count;
};

/* One position of a table's grid. `cover`: 0, or the SPAN byte that says from where it is covered. */
struct box_cell {
    char cover;
    const char *text; /* "" if empty */
    size_t page;
    unsigned line;
};

/* A table. Rows count from its top over all pages; `cells` has rows * columns of them. */
struct sheet_table {
    struct sheet_table *next;
    size_t page, last_page; /* the first and the last page */
    float top, bottom;      /* on these */
    float *edges;           /* columns + 1 of them, from the left */
    size_t rows, columns;
    struct box_cell *cells;
};

static inline struct box_cell *sheet_cell_at(const struct sheet_table *table, size_t row, size_t column)
{
    return &table->cells[row * table->columns + column];
}

/* The cell that covers a position. */
struct box_cell *sheet_owner(const struct sheet_table *table, size_t row, size_t column);
/* Sort numbers, the least first. */
void sheet_sort(float *values, size_t count);
/* The height that most characters of a page have: the unit in which distances are judged. 0: no characters.
 */
float sheet_em(const struct sheet_page *page, struct nb_arena *scratch);
/* Make two pages of each sheet, or four, where all of them show so many, side by side or above one another.
 */
void sheet_halve(struct nb_arena *scratch, struct sheets *sheets, const struct lexicon *lexicon);
/* A part of a page, and what stands in it as a page of its own, so much larger. Rules are cut, but a stroke
 * that runs over the end, `em` long, is none. */
struct sheet_area {
    float left, top, width, height;
};
struct sheet_page sheet_part(struct nb_arena *scratch, const struct sheet_page *sheet, struct sheet_area area,
                             float scale, float em);
/* Make a page of each column of pages whose text runs down one column and then the next, as in a newspaper,
 * and of what stands between over all of them. */
void sheet_columns(struct nb_arena *scratch, struct sheets *sheets, const struct lexicon *lexicon);
/* Put sheets that are the right parts of others to the right of these. Returns whether two had been cut from
 * one sheet, where their rows stood side by side. */
bool sheet_put_beside(struct nb_arena *scratch, struct sheets *sheets, const struct lexicon *lexicon);
/* Take the characters of watermarks and stamps from the pages. */
void sheet_drop_stamps(struct nb_arena *scratch, const struct sheets *sheets);
/* Take the headings of a sheet, which name its columns and number its rows, from a page. */
void sheet_drop_headings(struct nb_arena *scratch, struct sheet_page *page);
/* Sort characters into lines, top to bottom and left to right, and number the lines. */
struct sheet_lines sheet_lines(struct nb_arena *scratch, struct sheet_char *chars, size_t count, size_t page);
/* Where letters are set apart, give each the room behind it that most have: the digits of a number touch.
 * The characters are in lines. */
void sheet_close_up(struct nb_arena *scratch, const struct sheets *sheets);
/* Whether two lines print the same characters in the same places across. */
bool sheet_is_copy(const struct sheet_line *line, const struct sheet_line *other);
/* The words of some lines, one behind the other: a line break stays only where `room` is left for what the
 * next line begins with.
 */
const char *sheet_words(struct nb_arena *arena, const struct sheet_lines *lines, float room);
/* Whether between two of some lines another would find room, as between rows. At half the room and at one and
 * a half no cell of a ruled table changes. */
bool sheet_stand_apart(const struct sheet_lines *lines);
/* Append one line's characters, with spaces where there is room between them; `size`: bytes written so far.
 * Returns the new size.
 */
size_t sheet_line_text(const struct sheet_line *line, char *into, size_t size);
/* Whether there is room for a space between a character and the next on its line. */
bool sheet_has_space(const struct sheet_char *last, const struct sheet_char *c);
/* Whether a character is a mark that never begins a line. */
bool sheet_may_hang(const struct sheet_char *c);
/* Whether a character is a mark that never ends a line, such as a bracket that opens. */
bool sheet_opens(const struct sheet_char *c);
/* How wide the first word of a line is, with the marks that may not be parted from it. */
float sheet_first_word(const struct sheet_line *line);

/* Lines outside of ruled tables as plain text in which each word stands in the column of its place, a form
 * feed before each new page, read for the tables in it; NULL: there are none. `starts`, room for one a line:
 * where the lines stand in the text's source. `set_on`: see sheet_cells.h. */
struct nb_text *sheet_measured(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count,
                               const struct lexicon *lexicon, size_t *starts, size_t *set_on);

/* What these words are in the tables of the forms (enum in lexicon.h); 0: no label of theirs. */
unsigned sheet_label(const struct lexicon *lexicon, struct nb_arena *scratch, const char *words);

/* Whether words are a number, or a mark for none. */
bool sheet_is_value(const char *words);
/* Whether words are a measure word, such as stands behind a number. */
bool sheet_is_unit(const char *words);

/* The tables that rules draw on one page, from the top; what stands in them is marked (in_table). */
struct sheet_table *sheet_tables(struct nb_arena *arena, struct nb_arena *scratch, struct sheet_page *page,
                                 size_t number, const struct lexicon *lexicon);
/* Whether `next`, at the top of the page behind, can be the rest of `table`: its sides are the same. */
bool sheet_goes_on(struct nb_arena *scratch, const struct sheet_table *table, const struct sheet_table *next,
                   float em);
/* How many rows of `next`, `from` on, are those of `table` printed again: a head, which is somewhere before
 * its row `end`. */
size_t sheet_repeated(struct nb_arena *scratch, const struct sheet_table *table, size_t end,
                      const struct sheet_table *next, size_t from);
/* The words of a cell of which each side of a page break has a piece. */
const char *sheet_one_cell(struct nb_arena *arena, const char *above, const char *below);
/* Which characters of a page are printed over the head that its first table repeats of the page before: they
 * are of the row that the page cuts. NULL: none is. */
bool *sheet_over_head(struct nb_arena *scratch, const struct sheet_page *page,
                      const struct sheet_page *next_page, const struct sheet_table *next);
/* Give the words below `table`, which ends a page, and above `next`, with which it goes on, or over its head,
 * to the row that the page cuts, if all of them stand in columns of it; their lines then count as furniture.
 */
void sheet_take_cut(struct nb_arena *arena, struct nb_arena *scratch, const struct sheet_table *table,
                    const struct sheet_lines *lines, const struct sheet_table *next,
                    const struct sheet_lines *next_lines, const struct lexicon *lexicon);
/* Take the row before `row` from a table that a page cuts there, if nothing stands in it: room that is left
 * at the foot of a page is no row, but browsers draw the sides of the table on to the edge of the paper.
 * Returns whether it was. */
bool sheet_drop_bare(struct sheet_table *table, size_t row);
/* Make one row of two that a value spans, or the label of a row, or a cell that begins where nothing stands:
 * borders that do not meet part the rest. */
void sheet_join_rows(struct nb_arena *scratch, struct sheet_table *table, const struct lexicon *lexicon);
/* Put `next` behind `table`. */
void sheet_join(struct nb_arena *arena, struct nb_arena *scratch, struct sheet_table *table,
                const struct sheet_table *next, float em, const struct lexicon *lexicon);

/* Whether both are the same character, wherever they stand. */
static inline bool sheet_same_char(const struct sheet_char *one, const struct sheet_char *other)
{
    return one->length == other->length && !memcmp(one->text, other->text, one->length);
}

/* Whether one is the same character as another, so far to the right of it and below. */
bool sheet_is_at(const struct sheet_char *one, const struct sheet_char *other, float right, float down);
/* Whether some are. */
bool sheet_has_char(const struct sheet_char *chars, size_t count, const struct sheet_char *other, float right,
                    float down);

#endif
