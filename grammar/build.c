/* build.c - the builders that the grammar's actions call: tokens become blocks, articles and tables in the report's arena. */
#include "event.h"
#include "tree.h"

#include <string.h>

struct block_list *build_list(struct builder *builder)
{
    return arena_alloc(builder->report->arena, sizeof(struct block_list));
}

struct block_list *build_break(struct builder *builder)
{
    if (!builder->ruled)
        builder->grid = NULL;
    return build_list(builder);
}

static struct nb_block *add_block(struct builder *builder, struct block_list *list, enum nb_block_kind kind, struct nb_span span)
{
    struct nb_block *block = arena_alloc(builder->report->arena, sizeof *block);
    block->kind = kind;
    block->span = span;
    block->number = block->title = block->text = "";
    if (list->last)
        list->last->next = block;
    else
        list->first = block;
    return list->last = block;
}

struct block_list *build_join(struct block_list *list, struct block_list *more)
{
    if (!list->first)
        return more;
    if (more->first) {
        list->last->next = more->first;
        list->last = more->last;
    }
    return list;
}

static const char *words(struct builder *builder, struct nb_span span)
{
    return arena_strndup(builder->report->arena, builder->report->text->bytes + span.start, span.end - span.start);
}

struct block_list *build_paragraph(struct builder *builder, struct block_list *list, struct token token)
{
    add_block(builder, list, NB_PARAGRAPH, token.words)->text = words(builder, token.words);
    return list;
}

/* A title without the stop that ends it. */
static struct nb_span trimmed(const char *bytes, struct nb_span span)
{
    static const char *const stops[] = {"。", "；", "：", "，", "、", ";", ":", ",", ".", " ", "\t", "\r", "　"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t length = strlen(stops[i]);
        if (span.end - span.start >= length && memcmp(bytes + span.end - length, stops[i], length) == 0) {
            span.end -= length;
            i = (size_t)-1;
        }
    }
    return span;
}

struct block_list *build_section(struct builder *builder, struct block_list *list, int level, struct token token,
                                 struct block_list *blocks)
{
    struct nb_block *section = add_block(builder, list, NB_SECTION, (struct nb_span){token.number.start, token.words.end});
    section->number = words(builder, token.number);
    section->title = words(builder, trimmed(builder->report->text->bytes, token.words));
    section->level = level;
    section->ordinal = token.ordinal;
    section->blocks = blocks->first;
    return list;
}

struct nb_item *build_item(struct builder *builder, enum nb_item_kind kind, struct token token)
{
    struct nb_item *item = arena_alloc(builder->report->arena, sizeof *item);
    item->kind = kind;
    item->label_id = kind == NB_ITEM_PAD ? token.ordinal : token.label; /* a pad keeps its number of cells here */
    item->span = token.words;
    item->line = token.line;
    item->column = token.column;
    item->roomy = token.roomy;
    return item;
}

static struct nb_grid *add_grid(struct builder *builder, struct nb_span span, bool ruled)
{
    struct nb_grid *grid = arena_alloc(builder->report->arena, sizeof *grid);
    grid->span = span;
    grid->ruled = ruled;
    if (builder->last_grid)
        builder->last_grid->next = grid;
    else
        builder->report->grids = grid;
    builder->last_item = NULL;
    return builder->grid = builder->last_grid = grid;
}

struct block_list *build_cell(struct builder *builder, struct block_list *list, struct nb_item *item)
{
    if (!builder->grid)
        add_grid(builder, item->span, false);
    struct nb_grid *grid = builder->grid;
    if (!grid->items) {
        grid->items = item;
        add_block(builder, list, NB_TABLE, item->span)->grid = grid;
    } else {
        builder->last_item->next = item;
    }
    builder->last_item = item;
    grid->span.end = item->span.end;
    return list;
}

void build_ruled(struct builder *builder, struct nb_span span)
{
    builder->ruled = true;
    add_grid(builder, span, true);
}

void build_ruled_end(struct builder *builder, struct nb_span span)
{
    if (builder->grid)
        builder->grid->span.end = span.end;
    builder->ruled = false;
    builder->grid = NULL;
}

void build_preamble(struct builder *builder, struct block_list *blocks)
{
    builder->report->preamble = blocks->first;
}

void build_article(struct builder *builder, struct token token, struct nb_span span, struct block_list *blocks)
{
    struct nb_article *article = arena_alloc(builder->report->arena, sizeof *article);
    article->span = (struct nb_span){span.start, token.words.end};
    article->title = words(builder, trimmed(builder->report->text->bytes, token.words));
    article->role = "";
    article->ordinal = token.ordinal;
    article->glued = token.glued;
    article->number = builder->last_article ? builder->last_article->number + 1 : 1;
    article->blocks = blocks->first;
    if (builder->last_article)
        builder->last_article->next = article;
    else
        builder->report->articles = article;
    builder->last_article = article;
}

void build_discarded(struct builder *builder, struct token token)
{
    struct nb_event *event = arena_alloc(builder->report->arena, sizeof *event);
    event->kind = EVENT_ROW_UNKNOWN;
    event->span = token.words;
    event->column = -1;
    event->found = words(builder, token.words);
    event->next = builder->report->events;
    builder->report->events = event;
}
