/* build.c - the builders that the grammar's actions call: tokens become blocks, articles and tables in the
 * report's arena. */
#include "memory.h"
#include "tree.h"

#include <ctype.h>
#include <string.h>

static struct nb_block *new_block(struct builder *builder, enum nb_block_kind kind, struct nb_span span)
{
    struct nb_block *block = arena_alloc(builder->report->arena, sizeof *block);
    block->kind = kind;
    block->span = block->words = span;
    return block;
}

struct block_list build_join(struct block_list list, struct block_list more)
{
    if (!list.first || !more.first)
        return list.first ? list : more;
    list.last->next = more.first;
    return (struct block_list){list.first, more.last};
}

struct block_list build_paragraph(struct builder *builder, struct block_list list, struct token token)
{
    struct nb_block *paragraph = new_block(builder, NB_PARAGRAPH, token.words);
    return build_join(list, (struct block_list){paragraph, paragraph});
}

/* Whether the character is a mark, a blank, a shape or an arrow that no title ends with; ）, ” and 》 close
 * what is in it. */
static bool is_stray(const char *at)
{
    static const char *const closing[] = {")", "\"", "'", "”", "’", "〉", "》", "」", "』", "）", NULL};
    const unsigned char *c = (const unsigned char *)at;
    bool mark = c[0] <= ' ' || (c[0] < 0x80 && ispunct(c[0])) || c[0] == 0xE2 ||
                (c[0] == 0xE3 && c[1] == 0x80) ||
                (c[0] == 0xEF && c[1] == 0xBC && (c[2] < 0x90 || (c[2] > 0x99 && c[2] < 0xA1)));
    return mark && !string_begins_any(at, closing);
}

/* A title without the stop and the stray signs that end it. */
static struct nb_span trimmed(const char *bytes, struct nb_span span)
{
    while (span.end > span.start) {
        size_t last = span.end - 1;
        while (last > span.start && ((unsigned char)bytes[last] & 0xC0) == 0x80)
            last--;
        if (!is_stray(bytes + last))
            break;
        span.end = last;
    }
    return span;
}

struct block_list build_section(struct builder *builder, int level, struct token token,
                                struct block_list blocks)
{
    struct nb_block *section =
        new_block(builder, NB_SECTION, (struct nb_span){token.number.start, token.words.end});
    section->number_end = token.number.end;
    section->words = trimmed(builder->report->text->bytes, token.words);
    section->level = level;
    section->ordinal = token.ordinal;
    section->blocks = blocks.first;
    return (struct block_list){section, section};
}

/* ---- tables ---- */

void build_grid(struct builder *builder, struct token token)
{
    const struct text_table *table = text_table_at(builder->report->text, token.words.start);
    struct nb_grid *grid = arena_alloc(builder->report->arena, sizeof *grid);
    grid->span = token.words;
    grid->before = token.number;
    grid->known = table ? table->known : TEXT_GRID;
    grid->spans = table && table->spans;
    if (builder->last_grid)
        builder->last_grid->next = grid;
    else
        builder->report->grids = grid;
    builder->last_grid = grid;
    builder->last_part = NULL;
}

struct block_list build_table(struct builder *builder, size_t end)
{
    builder->last_grid->span.end = end;
    struct nb_block *table = new_block(builder, NB_TABLE, builder->last_grid->span);
    table->grid = builder->last_grid;
    return (struct block_list){table, table};
}

static void add_cell(struct builder *builder, struct token token)
{
    if (builder->count == builder->room) {
        builder->room = 2 * builder->room + 64;
        builder->cells = xrealloc(builder->cells, builder->room * sizeof *builder->cells);
    }
    builder->cells[builder->count++] = (struct grid_cell){token.words, token.kind, token.label, 0};
}

void build_cell(struct builder *builder, struct token token)
{
    const char *shadow = builder->report->text->shadow;
    const size_t end = token.words.end, before = builder->count;
    for (size_t at = token.words.start; token.several && at < end; at++)
        if (shadow[at] == UNIT_SEPARATOR) {
            token.words.end = at;
            add_cell(builder, token);
            token.words = (struct nb_span){at + 1, end};
        }
    add_cell(builder, token);
    builder->latest = builder->count - before;
}

/* Words between labels of columns are theirs: a label that is broken over rows. */
static void take_back_words(struct grid_part *part)
{
    struct grid_row *last = part->head;
    for (const struct grid_row *row = part->body; row; row = row->next)
        if (row->kind != ROW_WORDS && row->kind != ROW_EMPTY)
            return;
    while (last && last->next)
        last = last->next;
    if (last) {
        last->next = part->body;
        part->body = NULL;
    }
}

static struct grid_row **row_end(struct builder *builder, enum grid_row_kind kind)
{
    struct grid_part *part = builder->last_part;
    if (part && kind == ROW_HEAD && part->head && part->body && part->body->kind != ROW_DATA &&
        !builder->captioned)
        take_back_words(part);
    if (!part || (kind == ROW_HEAD && part->body)) {
        part = arena_alloc(builder->report->arena, sizeof *part);
        if (builder->last_part)
            builder->last_part->next = part;
        else
            builder->last_grid->parts = part;
        builder->last_part = part;
        builder->last_row = NULL;
    }
    bool first = !builder->last_row || (kind != ROW_HEAD && !part->body);
    return !first ? &builder->last_row->next : kind == ROW_HEAD ? &part->head : &part->body;
}

static bool is_room(const struct builder *builder, const struct grid_cell *cell)
{
    return cell->kind == CELL_SPAN && builder->report->text->bytes[cell->span.start] == ROOM;
}

void build_row(struct builder *builder, enum grid_row_kind kind, bool ahead)
{
    struct grid_row *row = arena_alloc(builder->report->arena, sizeof *row);
    size_t left = ahead ? builder->latest : 0;
    const struct grid_cell *cell = builder->cells,
                           *end = builder->count > left ? cell + builder->count - left : cell;
    row->kind = kind;
    row->cells =
        arena_room(builder->report->arena, (cell < end ? (size_t)(end - cell) : 1) * sizeof *row->cells);
    *row->cells = (struct grid_cell){
        .label = -1}; /* where the row has no cell: what its first is, is asked all the same */
    for (; cell < end; cell++) {
        if (is_room(builder, cell)) {
            row->room++;
            continue;
        }
        row->cells[row->count] = *cell;
        row->cells[row->count].column = grid_column(row->count);
        row->count++;
    }
    if (left)
        memmove(builder->cells, end, left * sizeof *end);
    builder->count = left;
    builder->last_grid->room |= row->room > 0;
    *row_end(builder, kind) = row;
    builder->last_row = row;
    builder->captioned = false;
    builder->titles = 0;
}

void build_preamble(struct builder *builder, struct block_list blocks)
{
    builder->report->preamble = blocks.first;
}

void build_article(struct builder *builder, struct token token, struct block_list blocks)
{
    struct nb_article *article = arena_alloc(builder->report->arena, sizeof *article);
    article->span = (struct nb_span){token.number.start, token.words.end};
    const struct nb_text *text = builder->report->text;
    article->title = text_line(builder->report->arena, text, trimmed(text->bytes, token.words));
    article->role = "";
    article->ordinal = token.ordinal;
    article->glued = token.glued;
    article->number = builder->last_article ? builder->last_article->number + 1 : 1;
    article->blocks = blocks.first;
    if (builder->last_article)
        builder->last_article->next = article;
    else
        builder->report->articles = article;
    builder->last_article = article;
}
