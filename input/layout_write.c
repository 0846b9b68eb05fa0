/* layout_write.c - write the rows of a band: as cells, or where its columns are not certain as lines. */
#include "layout_parts.h"

void put_separator(struct output *output, char separator, size_t at)
{
    text_separator(output->builder, separator, at);
}

static bool is_latin(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* The pieces of a cell, joined as the line was before it was broken. Returns where the cell ends in the source. */
static size_t put_pieces(struct output *output, const struct piece *piece, size_t at)
{
    const char *bytes = output->lines->bytes;
    for (const struct token *before = NULL; piece; before = piece->token, piece = piece->next) {
        const struct token *token = piece->token;
        if (before && is_latin(bytes[before->to - 1]) && is_latin(bytes[token->from]))
            put_separator(output, ' ', before->to);
        text_append(output->builder, bytes + token->from, token->to - token->from, token->from);
        at = token->to;
    }
    return at;
}

static void put_token(struct output *output, struct token *token)
{
    struct piece piece = {.token = token};
    put_pieces(output, &piece, token->to);
}

static void end_cells(struct output *output, size_t cells, size_t at)
{
    while (cells--)
        put_separator(output, UNIT_SEPARATOR, at);
}

/* A header line with labels of groups of columns, each in the cell of the first column that it stands over. */
static void put_group_labels(struct output *output, const struct band *band, const struct grid *grid, const struct line *line)
{
    size_t cells = band->label_columns + (size_t)grid->columns, cell = 0, at = line->from, tokens = 0;
    for (size_t i = 0; i < line->count; i++)
        tokens += !line->tokens[i].used;
    if (!tokens || line->kind == LINE_MARK)
        return;
    for (size_t i = 0; i < line->count; i++) {
        struct token *token = &line->tokens[i];
        size_t wanted = 0;
        while (wanted + 1 < (size_t)grid->columns && grid->starts[wanted + 1] <= token->start)
            wanted++;
        wanted += band->label_columns;
        if (token->used)
            continue;
        if (wanted + tokens > cells)
            wanted = tokens < cells ? cells - tokens : 0;
        tokens--;
        if (wanted > cell) {
            end_cells(output, wanted - cell, at);
            cell = wanted;
        }
        put_token(output, token);
        at = token->to;
        put_separator(output, UNIT_SEPARATOR, at);
        cell++;
    }
    end_cells(output, cells > cell ? cells - cell : 0, at);
    put_separator(output, RECORD_SEPARATOR, at);
}

/* The labels of the columns, one row; in a table without certain columns a line. */
static void put_labels(struct output *output, const struct band *band, const struct grid *grid)
{
    size_t at = output->lines->line[band->body - 1].from;
    size_t end = put_pieces(output, grid->corner.pieces, at);
    if (band->label_columns)
        end_cells(output, band->label_columns, end);
    for (int i = 0; i < grid->columns; i++) {
        at = put_pieces(output, grid->leaf[i].pieces, at);
        put_separator(output, UNIT_SEPARATOR, at);
    }
    put_separator(output, RECORD_SEPARATOR, at);
}

static void put_header(struct output *output, const struct band *band, const struct grid *grid)
{
    for (size_t i = band->header; i < band->body; i++)
        put_group_labels(output, band, grid, &output->lines->line[i]);
    if (grid->labelled && band->header < band->body)
        put_labels(output, band, grid);
}

/* The cells before the values: groups that begin here, and the label, each in the column of its level. */
static size_t put_row_labels(struct output *output, const struct band *band, const struct row *row, size_t at)
{
    size_t own = band->label_columns ? band->label_columns - 1 : 0;
    if (row->label && row->label->level && (size_t)row->label->level - 1 < own)
        own = (size_t)row->label->level - 1;
    for (size_t i = 0; i < band->label_columns; i++) {
        size_t end = at;
        if (i == own && row->label)
            end = put_pieces(output, row->label->pieces, at);
        else if (i < 2 && row->groups[i])
            end = put_pieces(output, row->groups[i]->pieces, at);
        put_separator(output, UNIT_SEPARATOR, end);
    }
    return at;
}

/* The values of a row in order, whatever columns they belong to. */
static size_t put_values(struct output *output, const struct line *line)
{
    for (size_t i = line->count - line->values; i < line->count; i++) {
        put_token(output, &line->tokens[i]);
        put_separator(output, UNIT_SEPARATOR, line->tokens[i].to);
    }
    return line->to;
}

static void put_row(struct output *output, const struct band *band, const struct grid *grid, const struct row *row)
{
    const struct line *line = &output->lines->line[row->has_heart ? row->heart : row->label->last_line];
    size_t at = line->to, value = 0, values = row->has_heart ? line->values : 0;
    put_row_labels(output, band, row, line->from);
    for (int i = 0; i < grid->columns && !row->ragged; i++) {
        for (bool first = true; value < values && row->columns[value] == i; first = false) {
            struct token *token = &line->tokens[line->count - values + value++];
            if (!first)
                put_separator(output, ' ', token->from);
            put_token(output, token);
            at = token->to;
        }
        put_separator(output, UNIT_SEPARATOR, at);
    }
    if (row->ragged)
        at = put_values(output, line);
    put_separator(output, RECORD_SEPARATOR, at);
}

/* ---- a table whose columns are not certain: lines of cells in order, labels joined ---- */

static void put_space(struct output *output, size_t at)
{
    put_separator(output, ' ', at);
    put_separator(output, ' ', at);
}

static void put_line_cell(struct output *output, const struct piece *pieces, bool *any)
{
    if (!pieces)
        return;
    if (*any)
        put_space(output, pieces->token->from);
    put_pieces(output, pieces, 0);
    *any = true;
}

static void put_plain_row(struct output *output, const struct row *row)
{
    const struct line *line = &output->lines->line[row->has_heart ? row->heart : row->label->last_line];
    bool any = false;
    for (int i = 0; i < 2; i++)
        if (row->groups[i]) {
            put_pieces(output, row->groups[i]->pieces, 0);
            put_separator(output, '\n', line->to);
        }
    put_line_cell(output, row->label ? row->label->pieces : NULL, &any);
    for (size_t i = line->count - (row->has_heart ? line->values : 0); i < line->count; i++) {
        struct piece piece = {.token = &line->tokens[i]};
        put_line_cell(output, &piece, &any);
    }
    put_separator(output, '\n', line->to);
}

static void put_plain_header(struct output *output, const struct band *band, const struct grid *grid)
{
    bool any = false;
    for (size_t i = band->header; i < band->body; i++) {
        const struct line *line = &output->lines->line[i];
        any = false;
        for (size_t j = 0; j < line->count && line->kind != LINE_MARK; j++) {
            struct piece piece = {.token = &line->tokens[j]};
            if (!line->tokens[j].used)
                put_line_cell(output, &piece, &any);
        }
        if (any)
            put_separator(output, '\n', line->to);
    }
    any = false;
    put_line_cell(output, grid->corner.pieces, &any);
    for (int i = 0; i < grid->columns && grid->labelled; i++)
        put_line_cell(output, grid->leaf[i].pieces, &any);
    if (any)
        put_separator(output, '\n', output->lines->line[band->body - 1].to);
}

void write_cells(struct output *output, const struct band *band, const struct grid *grid)
{
    put_header(output, band, grid);
    for (size_t i = 0; i < band->row_count; i++)
        put_row(output, band, grid, &band->rows[i]);
}

void write_lines(struct output *output, const struct band *band, const struct grid *grid)
{
    put_plain_header(output, band, grid);
    for (size_t i = 0; i < band->row_count; i++)
        put_plain_row(output, &band->rows[i]);
}
