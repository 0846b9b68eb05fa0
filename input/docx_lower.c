/* docx_lower.c - turn a Word document's paragraphs and tables into the one text, its tables into true grids.
 */
#include "docx_parts.h"
#include "text.h"

#include <string.h>

/* Columns narrower than this (twentieths of a point; 3 points) hold no character: they come from edges drawn
 * not quite in line.
 */
enum { SLIVER = 60, LAYOUT_COLUMNS = 3 };

struct docx_lowering {
    struct nb_arena *arena, *scratch;
    struct text_builder *builder;
    const struct docx_comment *comments;
    size_t line, paragraphs, tables;
};

/* ---- columns ---- */

/* For each edge of Word's grid (0 to table->columns) the column of the table as seen. */
struct docx_columns {
    bool *sliver, *edge;
    size_t *seen;
};

static void find_slivers(const struct docx_table *table, struct docx_columns *columns)
{
    size_t i = 0;
    for (const struct docx_column *column = table->grid; column && i < table->columns;
         column = column->next, i++)
        columns->sliver[i] = column->width > 0 && column->width < SLIVER;
}

/* Mark the edges that cells have; a cell with words in it is a column, be it ever so narrow. */
static void mark_cell(struct docx_columns *columns, const struct docx_cell *cell)
{
    size_t end = cell->column + cell->span;
    bool seen = !cell->blocks;
    columns->edge[cell->column] = columns->edge[end] = true;
    for (size_t i = cell->column; i < end && !seen; i++)
        seen = !columns->sliver[i];
    if (!seen)
        columns->sliver[cell->column] = false;
}

static struct docx_columns columns_of(struct nb_arena *scratch, const struct docx_table *table)
{
    size_t count = table->columns + 1, column = 0;
    struct docx_columns columns = {arena_alloc(scratch, count * sizeof *columns.sliver),
                                   arena_alloc(scratch, count * sizeof *columns.edge),
                                   arena_alloc(scratch, count * sizeof *columns.seen)};
    bool wide = false;
    find_slivers(table, &columns);
    for (const struct docx_row *row = table->rows; row; row = row->next)
        for (const struct docx_cell *cell = row->cells; cell; cell = cell->next)
            mark_cell(&columns, cell);
    for (size_t i = 1; i < count; i++) {
        wide |= !columns.sliver[i - 1];
        column += columns.edge[i] && wide;
        wide &= !columns.edge[i];
        columns.seen[i] = column;
    }
    return columns;
}

/* ---- paragraphs ---- */

static void add_text(struct docx_lowering *at, const struct docx_block *block)
{
    text_append(at->builder, block->text, block->length, 0);
    for (const struct docx_mark *mark = block->marks; mark; mark = mark->next)
        for (const struct docx_comment *comment = at->comments; comment; comment = comment->next)
            if (!strcmp(comment->id, mark->id))
                text_comment(at->builder, at->line, comment->words);
}

/* The words with the numbers where they have a #: printed, the places of cells cost a document 130
 * instructions a byte. */
static const char *numbered(struct nb_arena *arena, const char *words, const size_t *numbers)
{
    enum { DIGITS = 20, MOST = 3 };
    char *start = arena_room(arena, strlen(words) + MOST * DIGITS + 1), *to = start;
    for (; *words; words++) {
        char digits[DIGITS], *first = digits + DIGITS;
        if (*words != '#') {
            *to++ = *words;
            continue;
        }
        for (size_t rest = *numbers++; rest || first == digits + DIGITS; rest /= 10)
            *--first = (char)('0' + rest % 10);
        to = (char *)memcpy(to, first, (size_t)(digits + DIGITS - first)) + (digits + DIGITS - first);
    }
    *to = '\0';
    return start;
}

static void lower_paragraph(struct docx_lowering *at, const struct docx_block *block)
{
    at->paragraphs++;
    text_place(at->builder, ++at->line, numbered(at->arena, "第#段", &at->paragraphs));
    add_text(at, block);
    text_separator(at->builder, '\n', 0);
}

/* ---- tables ---- */

static void add_place(struct docx_lowering *at, size_t row, size_t column)
{
    text_place(at->builder, at->line,
               numbered(at->arena, "表#第#行第#列", (size_t[]){at->tables, row, column + 1}));
}

/* The paragraphs of a cell, one a line; those of a table inside it too. Returns whether anything stands in
 * the cell yet. */
static bool add_cell_text(struct docx_lowering *at, const struct docx_block *blocks, bool begun)
{
    for (const struct docx_block *block = blocks; block; block = block->next) {
        for (const struct docx_row *row = block->table ? block->table->rows : NULL; row; row = row->next)
            for (const struct docx_cell *cell = row->cells; cell; cell = cell->next)
                begun = add_cell_text(at, cell->blocks, begun);
        if (block->table)
            continue;
        if (begun)
            text_separator(at->builder, '\n', 0);
        add_text(at, block);
        begun = true;
    }
    return begun;
}

/* A position that the cell covers is marked: as covered from the left, or from above where it continues a
 * cell of the row above.
 */
static void lower_cell(struct docx_lowering *at, const struct docx_cell *cell,
                       const struct docx_columns *columns, size_t row)
{
    for (size_t i = columns->seen[cell->column]; i < columns->seen[cell->column + cell->span]; i++) {
        bool first = i == columns->seen[cell->column];
        add_place(at, row, i);
        if (first)
            add_cell_text(at, cell->blocks, false);
        if (cell->covered && cell->merged)
            text_separator(at->builder, SPAN_ABOVE, 0);
        else if (!first)
            text_separator(at->builder, SPAN_LEFT, 0);
        text_separator(at->builder, UNIT_SEPARATOR, 0);
    }
}

static void lower_grid(struct docx_lowering *at, const struct docx_table *table,
                       const struct docx_columns *columns)
{
    size_t number = 0;
    at->tables++;
    at->line++;
    add_place(at, 1, 0);
    text_table(at->builder, TEXT_GRID, true, 0);
    for (const struct docx_row *row = table->rows; row; row = row->next) {
        at->line += number > 0;
        number++;
        for (const struct docx_cell *cell = row->cells; cell; cell = cell->next)
            lower_cell(at, cell, columns, number);
        text_separator(at->builder, RECORD_SEPARATOR, 0);
    }
    text_separator(at->builder, GROUP_SEPARATOR, 0);
    text_separator(at->builder, '\n', 0);
}

static bool holds_table(const struct docx_table *table)
{
    for (const struct docx_row *row = table->rows; row; row = row->next)
        for (const struct docx_cell *cell = row->cells; cell; cell = cell->next)
            for (const struct docx_block *block = cell->blocks; block; block = block->next)
                if (block->table)
                    return true;
    return false;
}

static void lower_blocks(struct docx_lowering *at, const struct docx_block *blocks);

/* A table that only frames or places things: one column, or a few with a table inside. What it holds is read
 * in order. */
static void lower_table(struct docx_lowering *at, const struct docx_table *table)
{
    struct docx_columns columns = columns_of(at->scratch, table);
    size_t count = columns.seen[table->columns];
    if (count > 1 && (count > LAYOUT_COLUMNS || !holds_table(table))) {
        lower_grid(at, table, &columns);
        return;
    }
    for (const struct docx_row *row = table->rows; row; row = row->next)
        for (const struct docx_cell *cell = row->cells; cell; cell = cell->next)
            lower_blocks(at, cell->blocks);
}

static void lower_blocks(struct docx_lowering *at, const struct docx_block *blocks)
{
    for (const struct docx_block *block = blocks; block; block = block->next)
        if (block->table)
            lower_table(at, block->table);
        else
            lower_paragraph(at, block);
}

struct nb_text *docx_lower(struct nb_arena *arena, struct nb_arena *scratch, const struct docx_block *blocks,
                           const struct docx_comment *comments)
{
    struct docx_lowering at = {
        .arena = arena, .scratch = scratch, .builder = text_begin(arena, NULL, 0), .comments = comments};
    lower_blocks(&at, blocks);
    return text_end(at.builder, "docx", "UTF-8");
}
