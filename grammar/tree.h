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

/* Cells of the row that is being read. */
struct cell_node {
    struct cell_node *before;
    struct grid_cell cell;
};

/* What a parse builds into. Owned by the caller; everything it points to lives in the report's arena. */
struct builder {
    struct nb_report *report;
    struct nb_article *last_article;
    struct nb_grid *last_grid;
    struct grid_part *last_part;
    struct grid_row *last_row;
    struct cell_node
        *discarded; /* cells that error recovery has thrown away, for the row that it ends with */
    size_t discarded_count;
    struct cell_node *spare; /* nodes of rows that are built: they serve again */
    bool captioned;          /* the row that is read names a part of the table */
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
/* A cell, or several, behind those of its row so far (NULL: none). */
struct cell_node *build_cell(struct builder *builder, struct cell_node *before, struct token token);
/* The same of a cell that is the caption of a part: words before its row are a row of the part before, not
 * what a head between them goes on with. */
struct cell_node *build_caption(struct builder *builder, struct cell_node *before, struct token token);
/* Add a row to the table. A head opens a part of it if rows stand before it. */
void build_row(struct builder *builder, enum grid_row_kind kind, struct cell_node *cells);
/* Add a row of words, if there are any. */
void build_words(struct builder *builder, struct cell_node *cells);
/* Cells, or a token that is one, that error recovery throws away: build_broken() keeps them as a row. */
void build_discard(struct builder *builder, struct cell_node *cells);
void build_broken(struct builder *builder);

#endif
