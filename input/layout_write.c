/* layout_write.c - write header and rows of a part as cells of a table. */
#include "layout_parts.h"

#include <ctype.h>
#include <string.h>

static bool is_latin(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static void put(struct layout_output *output, char separator, size_t at)
{
    text_separator(output->builder, separator, at);
}

static void put_token(struct layout_output *output, const struct layout_token *token)
{
    text_append(output->builder, output->lines->bytes + token->from, token->to - token->from, token->from);
}

/* The pieces of a label, joined as the line was before it was broken. Returns where it ends in the source. */
static size_t put_label(struct layout_output *output, const struct layout_label *label, size_t at)
{
    const char *bytes = output->lines->bytes;
    const struct layout_token *before = NULL;
    for (const struct label_piece *piece = label ? label->pieces : NULL; piece;
         before = piece->token, piece = piece->next) {
        if (before && is_latin(bytes[before->to - 1]) && is_latin(bytes[piece->token->from]))
            put(output, ' ', before->to);
        put_token(output, piece->token);
        at = piece->token->to;
    }
    return at;
}

static void end_cells(struct layout_output *output, size_t cells, size_t at)
{
    while (cells--)
        put(output, UNIT_SEPARATOR, at);
}

/* ---- header ---- */

/* Whether something in the header stands over the labels of rows. */
static bool is_corner(const struct table_part *part, const struct layout_grid *grid,
                      const struct layout_token *token)
{
    return grid->labelled && part->label_columns && token->end <= grid->place[0]->start;
}

/* The tokens of a header line that are not labels of columns, or their first pieces: those over the rows'
 * labels, or the others.
 */
static size_t other_tokens(const struct layout_output *output, const struct table_part *part,
                           const struct layout_grid *grid, size_t number, bool corner,
                           const struct layout_token **tokens)
{
    const struct layout_line *line = &output->lines->line[number];
    size_t count = 0;
    for (size_t i = 0; line->kind == LINE_TEXT && i < line->count; i++) {
        const struct layout_token *token = &line->tokens[i];
        bool first = !token->label || token->label->pieces->token == token;
        if (first && (!token->label || !(token->label->kinds & WORD_COLUMN)) &&
            is_corner(part, grid, token) == corner)
            tokens[count++] = token;
    }
    return count;
}

/* A label of the header, or words that are none. */
static size_t put_words(struct layout_output *output, const struct layout_token *token)
{
    if (token->label)
        return put_label(output, token->label, token->to);
    put_token(output, token);
    return token->to;
}

/* The cell that something over the columns stands in: that of the last column that begins before it. */
static size_t cell_over(const struct table_part *part, const struct layout_grid *grid,
                        const struct layout_token *token)
{
    size_t column = 0;
    while (grid->labelled && column + 1 < (size_t)grid->columns &&
           grid->place[column + 1]->start <= token->start)
        column++;
    return part->label_columns + column;
}

static void put_header_line(struct layout_output *output, const struct table_part *part,
                            const struct layout_grid *grid, size_t number)
{
    const struct layout_line *line = &output->lines->line[number];
    const struct layout_token *tokens[MAX_TOKENS];
    size_t cells = part->label_columns + (size_t)grid->columns, cell = 0, at = line->from;
    size_t count = other_tokens(output, part, grid, number, false, tokens);
    if (!count)
        return;
    for (size_t i = 0; i < count; i++) {
        size_t wanted = cell_over(part, grid, tokens[i]);
        if (wanted > cell) {
            end_cells(output, wanted - cell, at);
            cell = wanted;
        }
        at = put_words(output, tokens[i]);
        put(output, UNIT_SEPARATOR, at);
        cell++;
    }
    end_cells(output, cells > cell ? cells - cell : 0, at);
    put(output, RECORD_SEPARATOR, at);
}

static void put_header(struct layout_output *output, const struct table_part *part,
                       const struct layout_grid *grid)
{
    size_t at = output->lines->line[part->header].from;
    for (size_t i = part->header; i < part->body; i++)
        put_header_line(output, part, grid, i);
    if (!grid->labelled || part->head)
        return;
    for (size_t i = part->header; i < part->body; i++) {
        const struct layout_token *tokens[MAX_TOKENS];
        size_t count = other_tokens(output, part, grid, i, true, tokens);
        for (size_t j = 0; j < count; j++)
            at = put_words(output, tokens[j]);
    }
    end_cells(output, part->label_columns, at);
    for (int i = 0; i < grid->columns; i++) {
        at = put_label(output, grid->leaf[i], at);
        put(output, UNIT_SEPARATOR, at);
    }
    put(output, RECORD_SEPARATOR, at);
}

/* ---- rows ---- */

/* The cells before the values: groups that begin here, and the label, each in the column of its level. */
static size_t put_row_labels(struct layout_output *output, const struct table_part *part,
                             const struct layout_row *row, size_t at)
{
    size_t own = part->label_columns ? part->label_columns - 1 : 0;
    size_t level = row->label ? (size_t)row->label->enumerator.level : 0;
    if (level && level - 1 < own)
        own = level - 1;
    for (size_t i = 0; i < part->label_columns; i++) {
        size_t end = at;
        if (i == own)
            end = put_label(output, row->label, at);
        else if (i < 2)
            end = put_label(output, row->groups[i], at);
        put(output, UNIT_SEPARATOR, end);
    }
    return at;
}

/* In which columns the value that comes next may stand. */
static void put_doubt(struct layout_output *output, const struct layout_row *row, size_t cell, unsigned near,
                      int best, bool placed)
{
    struct text_doubt doubt = {.columns = near, .best = best, .placed = placed, .astray = row->astray};
    if (row->placements)
        memcpy(doubt.p, row->placements[cell].p, sizeof doubt.p);
    text_doubt(output->builder, doubt);
}

/* Whether more than a blank of the same line stands between two values: so they are two, not one number whose
 * thousands a blank parts. */
static bool stand_apart(const char *bytes, size_t end, size_t start)
{
    return start > end + 1 && !memchr(bytes + end, '\n', start - end);
}

/* The values of column `column`, from cell *next on: one, or several side by side or one below the other. */
static size_t put_cell(struct layout_output *output, const struct layout_row *row, int column, size_t *next,
                       size_t at)
{
    for (bool first = true; *next < row->count && row->placements[*next].best == column; first = false) {
        const struct layout_token *token = row->cells[*next];
        unsigned near = columns_near(row, *next);
        if (!first)
            put(output, ' ', token->from);
        if (!first && stand_apart(output->lines->bytes, at, token->from))
            put(output, ' ', token->from);
        if (near)
            put_doubt(output, row, *next, near, column, true);
        ++*next;
        put_token(output, token);
        at = token->to;
    }
    put(output, UNIT_SEPARATOR, at);
    return at;
}

static void put_row(struct layout_output *output, const struct table_part *part,
                    const struct layout_grid *grid, const struct layout_row *row)
{
    const struct layout_line *line = &output->lines->line[row->line];
    size_t at = line->to, next = 0;
    put_row_labels(output, part, row, line->from);
    for (int i = 0; i < grid->columns && !row->ragged; i++)
        at = put_cell(output, row, i, &next, at);
    for (; next < row->count; next++) {
        put_doubt(output, row, next, columns_near(row, next), row->trusted ? row->placements[next].best : -1,
                  false);
        put_token(output, row->cells[next]);
        at = row->cells[next]->to;
        put(output, UNIT_SEPARATOR, at);
    }
    put(output, RECORD_SEPARATOR, at);
}

/* Whether the report goes on behind a header without values that may be its row: then its table was not cut
 * off, and has a row that prints nothing. */
static bool goes_on(const struct layout_lines *lines, const struct table_part *part)
{
    bool text = false;
    for (size_t i = part->end; i < lines->count; i++) {
        text |= lines->line[i].kind == LINE_TEXT;
        if (lines->line[i].kind == LINE_TEXT && lines->line[i].values > 1)
            return false;
    }
    return text;
}

/* Whether values have run into the labels of a header. */
static bool holds_values(const struct layout_lines *lines, const struct table_part *part)
{
    bool found = false;
    for (size_t i = part->header; i < part->body; i++)
        for (size_t k = 0; k < lines->line[i].count; k++) {
            const struct layout_token *token = &lines->line[i].tokens[k];
            found |= token->to > token->from && isdigit((unsigned char)lines->bytes[token->to - 1]);
        }
    return found;
}

void open_table(struct layout_output *output, size_t at)
{
    put(output, GROUP_SEPARATOR, at);
}

void close_table(struct layout_output *output, size_t at)
{
    put(output, GROUP_SEPARATOR, at);
    put(output, '\n', at);
}

void write_part(struct layout_output *output, const struct table_part *part, const struct layout_grid *grid)
{
    put_header(output, part, grid);
    for (size_t i = 0; i < part->row_count; i++)
        put_row(output, part, grid, &part->rows[i]);
    if (!part->row_count && !holds_values(output->lines, part) && goes_on(output->lines, part)) {
        size_t at = output->lines->line[part->end - 1].to;
        end_cells(output, (size_t)grid->columns, at);
        put(output, RECORD_SEPARATOR, at);
    }
}
