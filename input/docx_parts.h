/* docx_parts.h - what the files of the reader of Word documents share, one section each. */
#ifndef NB_DOCX_PARTS_H
#define NB_DOCX_PARTS_H

#include "arena.h"
#include "names.h"
#include "zip.h"

/* ---- docx_style.c: what the styles of a Word document say about numbering and hidden text ---- */

/* A setting that a style may make, unmake or leave to the style below it. */
enum setting { UNSET, OFF, ON };

/* Numbering as a paragraph or style asks for it: num_id NULL or level -1 where it does not say. */
struct number_ref {
    const char *num_id;
    int level;
};

/* A paragraph or character style. `contents`: of the table of contents, which the word processor writes by
 * itself. */
struct word_style {
    const char *id, *based_on;
    bool contents;
    enum setting hidden;
    struct number_ref number;
};

/* All styles of a document. */
struct word_styles {
    struct nb_arena *arena;
    struct names *by_id;
    const struct word_style *default_paragraph;
};

/* Styles are inherited over this many steps at most: a circle of styles ends. */
enum { STYLE_STEPS = 32 };

struct pull;

/* Read styles.xml (a part without bytes: no styles). What is read lives in `arena`, the table until
 * word_styles_free(). */
bool word_styles_read(struct word_styles *styles, struct nb_arena *arena, const struct zip_part *part,
                      struct nb_error *error);
void word_styles_free(struct word_styles *styles);
/* The style of this id, or NULL. */
const struct word_style *word_style_find(const struct word_styles *styles, const char *id);
/* The style a style is based on, or NULL. */
const struct word_style *word_style_base(const struct word_styles *styles, const struct word_style *style);
/* Whether text in this style (NULL: none) is hidden, through the styles it is based on. */
enum setting word_style_hidden(const struct word_styles *styles, const struct word_style *style);

/* What <w:vanish/> and its like say: on unless their val is 0, false or off. */
enum setting word_setting(struct pull *pull);
/* A number in the attribute val, or `otherwise`; kept within 0 and `most`. */
int word_number(struct pull *pull, const char *attribute, int otherwise, int most);
/* A handler of numPr's children; state is a struct word_number_state. */
struct word_number_state {
    struct nb_arena *arena;
    struct number_ref *number;
};
void word_number_child(struct pull *pull, const char *name, void *state);

/* ---- docx_numbering.c: Word's automatic numbering: the label that stands before a numbered paragraph on the
 * page ---- */

/* All lists of a document and how far each has counted. */
struct numbering {
    struct nb_arena *arena;
    const struct word_styles *styles;
    struct names *lists, *numbers; /* abstractNum and num by id */
};

/* Bytes of the longest label, with what sets it off from the text and the NUL. */
enum { LABEL_MAX = 256 };

/* Read numbering.xml (a part without bytes: no lists). What is read lives in `arena`, the tables until
 * numbering_free(). */
bool numbering_read(struct numbering *numbering, struct nb_arena *arena, const struct word_styles *styles,
                    const struct zip_part *part, struct nb_error *error);
void numbering_free(struct numbering *numbering);
/* Count a paragraph of this style (NULL: none) and own numbering, and write its label ("" if it has no
 * number); its length. */
size_t numbering_label(struct numbering *numbering, const struct word_style *style, struct number_ref own,
                       char out[LABEL_MAX]);

/* ---- docx_comments.c: the comments in the margin of a Word document that speak to this program ---- */

/* Where a comment begins, or where its mark stands; comment_words() knows what it says. */
struct docx_mark {
    const struct docx_mark *next;
    const char *id;
};

/* What a comment says, its paragraphs joined by blanks. */
struct docx_comment {
    struct docx_comment *next;
    const char *id, *words;
};

/* Read comments.xml (a part without bytes: no comments): of those that begin with "nianbao" what they say, in
 * `arena`. False with *error filled in when the part is damaged. */
bool docx_comments_read(struct docx_comment **comments, struct nb_arena *arena, const struct zip_part *part,
                        struct nb_error *error);

/* ---- docx_body.c: the body of a Word document as paragraphs and tables, before it becomes text ---- */

struct docx_table;

/* A paragraph as Word shows it, its automatic number in front; or a table (then text is NULL). */
struct docx_block {
    struct docx_block *next;
    const char *text;
    size_t length;
    struct docx_table *table;
    const struct docx_mark *marks; /* of comments in the margin */
};

/* A cell over grid columns [column, column + span). `merged`: part of a vertical merge; `covered`: nothing is
 * shown in it, for it continues the cell above or to the left, or stands for the columns that a row leaves
 * out. */
struct docx_cell {
    struct docx_cell *next;
    size_t column, span;
    bool merged, covered;
    struct docx_block *blocks;
};

struct docx_row {
    struct docx_row *next;
    struct docx_cell *cells;
};

/* A column of Word's grid and its width in twentieths of a point (0: not said). */
struct docx_column {
    struct docx_column *next;
    int width;
};

struct docx_table {
    struct docx_row *rows;
    struct docx_column *grid;
    size_t columns; /* of the widest row */
};

/* Read document.xml. All blocks live in `arena`. False with *error filled in when it is no document, damaged
 * or beyond a limit.
 */
bool docx_body_read(struct docx_block **blocks, struct nb_arena *arena, const struct zip_part *part,
                    const struct word_styles *styles, struct numbering *numbering, struct nb_error *error);
/* Lower the blocks to text in `arena`; `scratch` is needed for the time of the call. */
struct nb_text *docx_lower(struct nb_arena *arena, struct nb_arena *scratch, const struct docx_block *blocks,
                           const struct docx_comment *comments);

#endif
