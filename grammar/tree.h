/* tree.h - what the scanner hands to the parser, and the builders that the grammar's actions call. */
#ifndef NB_TREE_H
#define NB_TREE_H

#include "nianbao.h"
#include "text.h"

/* A token's value. `label` is an index into form_labels (-1: none). An enumerator ("一、", "(二)", "3.") has the number it names
 * in `ordinal` (0: lost) and stands at `number`; `words` is the rest: a title, a paragraph. `line` and `column` place a cell in
 * its table; for PAD, `ordinal` is the number of cells it stands for. `roomy`: an empty cell that cannot be a bar that closes the
 * row. `glued`: a heading at the end of a paragraph. */
struct token {
    struct nb_span number, words;
    int label, ordinal;
    unsigned line, column;
    bool roomy, glued;
};

/* A list that is being built. */
struct block_list {
    struct nb_block *first, *last;
};

/* What a parse builds into. Owned by the caller; everything it points to lives in the report's arena. */
struct builder {
    struct nb_report *report;
    struct nb_article *last_article;
    struct nb_grid *last_grid;
    struct nb_grid *grid; /* the table that cells are being added to, or NULL */
    struct nb_item *last_item;
    bool ruled; /* between TABLE_BEGIN and TABLE_END */
};

/* Builders. Those that take a list return it with the new block at its end. */
struct block_list *build_list(struct builder *builder);
/* An empty list; and cells that follow belong to a new table. */
struct block_list *build_break(struct builder *builder);
struct block_list *build_join(struct block_list *list, struct block_list *more);
struct block_list *build_paragraph(struct builder *builder, struct block_list *list, struct token token);
struct block_list *build_section(struct builder *builder, struct block_list *list, int level, struct token token,
                                 struct block_list *blocks);
struct nb_item *build_item(struct builder *builder, enum nb_item_kind kind, struct token token);
/* Add the item to the table that is being read; a first item opens one, whose block goes into the list. */
struct block_list *build_cell(struct builder *builder, struct block_list *list, struct nb_item *item);
void build_ruled(struct builder *builder, struct nb_span span);
void build_ruled_end(struct builder *builder, struct nb_span span);
void build_preamble(struct builder *builder, struct block_list *blocks);
void build_article(struct builder *builder, struct token token, struct nb_span span, struct block_list *blocks);
/* A token that error recovery throws away: nothing that is printed goes unnoticed. */
void build_discarded(struct builder *builder, struct token token);

#endif
