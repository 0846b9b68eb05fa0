/* docx_body.h - the body of a Word document as paragraphs and tables, before it becomes text. */
#ifndef NB_DOCX_BODY_H
#define NB_DOCX_BODY_H

#include "docx_comments.h"
#include "docx_numbering.h"
#include "docx_style.h"

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
