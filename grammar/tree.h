/* tree.h - what the scanner hands to the parser, and the builders that the grammar's actions call. */
#ifndef NB_TREE_H
#define NB_TREE_H

#include "grid.h"

/* ---- what the scanner hands on ---- */

/* A token's value. `label` is an index into form_labels (-1: none). An enumerator ("一、", "(二)", "3.") has
 * the number it names in `ordinal` (0: lost) and stands at `number`; `words` is the rest: a title, a
 * paragraph, a cell. Of the token that opens a table, `number` is what was said last before it. `glued`: a
 * heading at the end of a paragraph; `several`: cells that separators part. */
struct token {
    struct nb_span number, words;
    int label, ordinal;
    enum grid_cell_kind kind;
    bool glued, several;
};

/* ---- builders ---- */

/* A list that is being built. */
struct block_list {
    struct nb_block *first, *last;
};

/* What a parse builds into. Owned by the caller; everything it points to lives in the report's arena. */
struct builder {
    struct nb_report *report;
    struct nb_article *last_article;
    struct nb_grid *last_grid;
    struct grid_part *last_part;
    struct grid_row *last_row;
    struct grid_cell *cells;    /* of the row that is read, as they are printed */
    size_t count, room, latest; /* `latest`: those of the last token */
    size_t titles;              /* of columns, in that row */
    bool captioned; /* that row names a part: words before it are a row of the part before, not what a head
                       between them goes on with */
};

/* Builders. Those that take a list return it with the new block at its end. */
struct block_list build_join(struct block_list list, struct block_list more);
struct block_list build_paragraph(struct builder *builder, struct block_list list, struct token token);
struct block_list build_section(struct builder *builder, int level, struct token token,
                                struct block_list blocks);
void build_preamble(struct builder *builder, struct block_list blocks);
void build_article(struct builder *builder, struct token token, struct block_list blocks);

/* Open a table; its rows are those that are built until the next is opened. */
void build_grid(struct builder *builder, struct token token);
/* The block of the table that ends at `end`. */
struct block_list build_table(struct builder *builder, size_t end);
/* The next cell of the row that is read, or several. */
void build_cell(struct builder *builder, struct token token);
/* Add the row that is read to the table, without the cells of its last token if that is seen `ahead`. A head
 * opens a part of it if rows stand before it. */
void build_row(struct builder *builder, enum grid_row_kind kind, bool ahead);

#endif
