/* layout.c - find blocks of lines set in columns, cut them into bands of header and rows, and hand on cells. */
#include "layout.h"

#include "layout_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    REACH = 24,       /* lines that are read before the first heart of a block */
    PATIENCE = 80,    /* lines of text that may stand between its hearts: rows may have no numbers */
    MAX_LINES = 3000, /* of a block; a longer one is left as it is */
    NEIGHBOURS = 8    /* hearts on each side that tell where values begin */
};

struct lowering {
    struct nb_arena *arena;
    struct nb_text *text;
    struct text_builder *builder; /* NULL: nothing was lowered yet */
    size_t copied;                /* bytes of the text that stand in the builder or were replaced */
    size_t recent[REACH];         /* starts of the lines before the current one */
    size_t recent_count;
};

/* ---- bands ---- */

struct gap_context {
    const struct lines *lines;
    const size_t *hearts; /* line numbers */
    const bool *parted;   /* whether the lines before a heart part two bands */
    size_t count;
};

static int first_value(const struct line *line)
{
    return line->tokens[line->count - line->values].start;
}

/* Where values begin in the rows of the band before (step -1) or after a gap, on the page of `line`; INT32_MAX: not known. */
static int value_start(const struct gap_context *context, size_t gap, int step, const struct line *line)
{
    int start = INT32_MAX;
    size_t heart = step < 0 ? gap - 1 : gap;
    for (int i = 0; i < NEIGHBOURS && heart < context->count; i++, heart += (size_t)step) {
        const struct line *here = &context->lines->line[context->hearts[heart]];
        if (here->page != line->page || (i && context->parted[step < 0 ? heart + 1 : heart]))
            break;
        start = first_value(here) < start ? first_value(here) : start;
    }
    return start;
}

/* Whether all tokens stand left of where values begin. */
static bool left_of(const struct line *line, int start)
{
    for (size_t i = 0; start != INT32_MAX && i < line->count; i++)
        if (line->tokens[i].start >= start - 1 || line->tokens[i].end > start + 2)
            return false;
    return true;
}

static int label_end(const struct line *heart)
{
    size_t labels = heart->count - heart->values;
    return labels ? heart->tokens[labels - 1].end : INT32_MAX / 2;
}

static bool enumerated(const struct lines *lines, const struct line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (enumerator_at(lines->bytes + line->tokens[i].from, line->tokens[i].to - line->tokens[i].from).level)
            return true;
    return false;
}

/* Whether a line ends in a token far right of the label of a row on the same page, nearer to its values: it stands over them. */
static bool beyond_label(const struct lines *lines, const struct line *line, const struct line *heart)
{
    const struct token *last = &line->tokens[line->count - 1];
    int end = label_end(heart);
    return line->page == heart->page && last->start > end + 2 && last->start + last->end > end + first_value(heart) &&
           !enumerated(lines, line);
}

/* "第二十条第（六）项": a caption, which is no piece of the label above it. */
static bool is_caption(const struct lines *lines, const struct line *line)
{
    const struct token *token = &line->tokens[0];
    const char *at = lines->bytes + token->from, *end = lines->bytes + token->to;
    if (line->count != 1 || end - at < 9 || memcmp(at, "第", 3) != 0)
        return false;
    for (at += 3; end - at >= 6 && memcmp(at, "条", 3) != 0 && memcmp(at, "條", 3) != 0; at += 3)
        if (!strstr("一二三四五六七八九十", (char[]){at[0], at[1], at[2], '\0'}))
            return false;
    return end - at >= 6 && memcmp(at + 3, "第", 3) == 0;
}

static bool fits_before(const struct gap_context *context, size_t gap, const struct line *line)
{
    return !is_caption(context->lines, line) && left_of(line, value_start(context, gap, -1, line));
}

static bool fits_after(const struct gap_context *context, size_t gap, const struct line *line)
{
    if (value_start(context, gap, 1, line) == INT32_MAX) /* the rows begin on the next page */
        return gap ? fits_before(context, gap, line) : line->count < 2 && line->tokens[0].start < 8;
    return left_of(line, value_start(context, gap, 1, line)) &&
           (gap == context->count || !beyond_label(context->lines, line, &context->lines->line[context->hearts[gap]]) ||
            (gap && !context->parted[gap]));
}

static size_t gap_start(const struct gap_context *context, size_t gap)
{
    return gap ? context->hearts[gap - 1] + 1 : 0;
}

static size_t gap_end(const struct gap_context *context, size_t gap)
{
    return gap < context->count ? context->hearts[gap] : context->lines->count;
}

/* Whether a line between two rows is no piece of a label that stands left of their values. */
static bool is_header(const struct lines *lines, const struct line *line, const struct line *heart, const struct line *next)
{
    bool before = heart->page == line->page, after = next->page == line->page;
    return ((before || after) && (!before || !left_of(line, first_value(heart))) &&
            (!after || !left_of(line, first_value(next)))) ||
           (line->count > 1 && beyond_label(lines, line, heart) && beyond_label(lines, line, next));
}

/* Whether the lines between two hearts part two bands. */
static bool parts(const struct lines *lines, size_t before, size_t after)
{
    for (size_t i = before + 1; i < after; i++)
        if (lines->line[i].kind == LINE_TEXT && is_header(lines, &lines->line[i], &lines->line[before], &lines->line[after]))
            return true;
    return false;
}

static bool ends_sentence(const struct lines *lines, const struct line *line)
{
    const char *end = lines->bytes + line->tokens[line->count - 1].to;
    size_t length = line->tokens[line->count - 1].to - line->tokens[line->count - 1].from;
    return length >= 3 && (!memcmp(end - 3, "。", 3) || !memcmp(end - 3, "：", 3) || !memcmp(end - 3, "；", 3));
}

/* A heading, caption or sentence at the left margin; not part of a table's header. */
static bool is_prose(const struct lines *lines, const struct line *line)
{
    const struct token *token = line->tokens;
    if (!line->count || ends_sentence(lines, line))
        return line->count;
    struct enumerator enumerator = enumerator_at(lines->bytes + token->from, token->to - token->from);
    for (size_t i = 1; i < line->count; i++)
        if (token[i].start - token[i - 1].end > 1)
            return false;
    return enumerator.level || (line->count == 1 && token->start <= 4);
}

static bool has_value(const struct line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->tokens[i].value)
            return true;
    return false;
}

static bool opens_note(const struct lines *lines, const struct line *line)
{
    const char *at = lines->bytes + line->tokens[0].from;
    size_t length = line->tokens[0].to - line->tokens[0].from;
    return (*at == '(' || (length > 3 && !memcmp(at, "（", 3))) && !enumerator_at(at, length).level;
}

/* A caption of the rows below, such as 第二十条第(一)项: one token far from the margin. */
static bool is_centred(const struct lines *lines, const struct line *line)
{
    return line->count == 1 && line->tokens[0].start >= 8 && !is_prose(lines, line);
}

/* The first line of the header that ends before heart number `gap`, and in *body the line behind it. */
static size_t find_header(const struct gap_context *context, size_t gap, size_t *body)
{
    const struct lines *lines = context->lines;
    size_t start = gap_start(context, gap), end = gap_end(context, gap), top = end;
    while (end > start && (lines->line[end - 1].kind != LINE_TEXT || fits_after(context, gap, &lines->line[end - 1])))
        end--;
    *body = end;
    for (size_t i = end; i-- > start;) {
        const struct line *line = &lines->line[i];
        bool right = line->kind == LINE_TEXT && !fits_after(context, gap, line);
        bool note = !right && line->kind == LINE_TEXT && i + 1 == top && opens_note(lines, line);
        if (line->kind == LINE_TEXT && !note &&
            (right ? has_value(line) || is_prose(lines, line)
                   : i + 3 < top || (top < end && is_centred(lines, &lines->line[top]))))
            break;
        if (right || (line->kind == LINE_TEXT && i + 1 == top && (opens_note(lines, line) || is_centred(lines, line))))
            top = i;
    }
    if (end == start)
        *body = top = gap_end(context, gap);
    return top;
}

/* Closing brackets without an opening one: the end of a note that began in the header. */
static bool closes_bracket(const struct lines *lines, const struct line *line)
{
    int depth = 0;
    for (const char *at = lines->bytes + line->from, *end = lines->bytes + line->to; at < end; at++) {
        bool wide = end - at >= 3 && (unsigned char)*at == 0xEF;
        depth += *at == '(' || (wide && !memcmp(at, "（", 3));
        depth -= *at == ')' || (wide && !memcmp(at, "）", 3));
        if (depth < 0)
            return true;
    }
    return false;
}

/* Lines between header and first heart belong to the label of the first row; but a note in the header may reach down. */
static size_t skip_note(const struct gap_context *context, size_t body, size_t heart)
{
    const struct lines *lines = context->lines;
    for (size_t i = body; i < heart; i++)
        if (lines->line[i].kind == LINE_TEXT && enumerated(lines, &lines->line[i]))
            return i;
    for (size_t i = heart; i-- > body;)
        if (closes_bracket(lines, &lines->line[i]))
            return i + 1;
    return body;
}

/* The first line of the label of the first row, where no header stands before it: up to the nearest blank line or prose. */
static size_t find_lead(const struct gap_context *context, size_t gap)
{
    const struct lines *lines = context->lines;
    size_t heart = gap_end(context, gap), at = heart;
    while (at > gap_start(context, gap) && lines->line[at - 1].kind == LINE_TEXT &&
           fits_after(context, gap, &lines->line[at - 1]) && !ends_sentence(lines, &lines->line[at - 1]))
        at--;
    return at;
}

struct seen {
    int ordinal[5];
};

static void see(const struct lines *lines, const struct line *line, struct seen *seen)
{
    for (size_t i = 0; i < line->count - line->values; i++) {
        struct enumerator found = enumerator_at(lines->bytes + line->tokens[i].from, line->tokens[i].to - line->tokens[i].from);
        seen->ordinal[found.level] = found.ordinal;
    }
}

/* Whether a line behind the last heart opens a row without numbers: its enumerator goes on counting. */
static bool next_row(const struct lines *lines, const struct line *line, const struct seen *seen)
{
    const struct token *token = &line->tokens[line->count - 1];
    struct enumerator found = enumerator_at(lines->bytes + token->from, token->to - token->from);
    return found.level && seen->ordinal[found.level] && found.ordinal == seen->ordinal[found.level] + 1;
}

/* Lines of text directly before the last heart that belong to its label. */
static size_t lead_of(const struct lines *lines, size_t start, size_t heart)
{
    size_t lead = 0;
    while (heart - lead > start && lines->line[heart - lead - 1].kind == LINE_TEXT) {
        lead++;
        if (enumerated(lines, &lines->line[heart - lead]))
            break;
    }
    return lead;
}

/* The line behind the last row of a band: pieces of its label below its numbers, and rows without numbers. */
static size_t find_tail(const struct gap_context *context, size_t gap, size_t start, size_t end)
{
    const struct lines *lines = context->lines;
    struct seen seen = {{0}};
    size_t at = context->hearts[gap - 1] + 1, pieces = lead_of(lines, start, at - 1);
    int width = lines->line[at - 1].count > lines->line[at - 1].values ? lines->line[at - 1].tokens[0].end : INT32_MAX;
    pieces = pieces ? pieces : lines->line[at - 1].count > lines->line[at - 1].values;
    for (size_t i = start; i < at; i++)
        see(lines, &lines->line[i], &seen);
    for (; at < end && lines->line[at].kind == LINE_TEXT; at++) {
        const struct line *line = &lines->line[at];
        if (!fits_before(context, gap, line) || ends_sentence(lines, line))
            break;
        bool opens = enumerated(lines, line);
        if (opens ? !next_row(lines, line, &seen) : !pieces || line->tokens[line->count - 1].end > width)
            break;
        pieces = opens ? 1 : pieces - 1;
        see(lines, line, &seen);
        width = INT32_MAX;
    }
    return at;
}

/* The next band from heart number *gap on; moves *gap to the first heart behind it. `floor` is the first line still free. */
static struct band next_band(const struct gap_context *context, size_t *gap, size_t floor)
{
    struct band band = {0};
    size_t first = *gap;
    band.header = find_header(context, first, &band.body);
    if (band.header == band.body)
        band.header = band.body = find_lead(context, first);
    else
        band.body = skip_note(context, band.body, context->hearts[first]);
    if (band.header < floor)
        band.header = floor;
    if (band.body < floor)
        band.body = floor;
    do
        ++*gap;
    while (*gap < context->count && !context->parted[*gap]);
    size_t limit, end = gap_end(context, *gap);
    if (*gap < context->count) {
        size_t header = find_header(context, *gap, &limit);
        end = header < limit ? header : find_lead(context, *gap);
    }
    band.end = find_tail(context, *gap, band.body, end);
    return band;
}

/* ---- output ---- */

struct output {
    struct lowering *lowering;
    struct lines *lines;
    bool inside; /* a GROUP is open */
};

static void put_separator(struct output *output, char separator, size_t at)
{
    text_separator(output->lowering->builder, separator, at);
}

static bool is_latin(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* The pieces of a cell, joined as the line was before it was broken. Returns where the cell ends in the source. */
static size_t put_pieces(struct output *output, const struct piece *piece, size_t at)
{
    const char *bytes = output->lowering->text->bytes;
    for (const struct token *before = NULL; piece; before = piece->token, piece = piece->next) {
        const struct token *token = piece->token;
        if (before && is_latin(bytes[before->to - 1]) && is_latin(bytes[token->from]))
            put_separator(output, ' ', before->to);
        text_append(output->lowering->builder, bytes + token->from, token->to - token->from, token->from);
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

/* ---- blocks ---- */

static void close_table(struct output *output, size_t at)
{
    if (!output->inside)
        return;
    put_separator(output, GROUP_SEPARATOR, at);
    put_separator(output, '\n', at);
    output->inside = false;
}

/* Copy what stands before byte `to` and was not lowered. */
static void copy_up_to(struct output *output, size_t to)
{
    struct lowering *lowering = output->lowering;
    if (to <= lowering->copied)
        return;
    close_table(output, lowering->copied);
    text_append(lowering->builder, lowering->text->bytes + lowering->copied, to - lowering->copied, lowering->copied);
    lowering->copied = to;
}

/* A table is taken for one if it has columns: several values in a row, or a header that shows as many columns as the rows have.
 */
static bool is_table(const struct band *band, const struct grid *grid)
{
    if (!band->row_count || (!band->labels && !grid->labelled))
        return false;
    return grid->labelled ? grid->columns > 1 || grid->corner.pieces : grid->columns > 2 && band->row_count > 1;
}

/* Whether a band without lost cells prints each row on one line: then the text as it stands says the same. */
static bool is_simple(const struct band *band, const struct grid *grid)
{
    if (band->body - band->header > 1)
        return false;
    for (const struct label *label = band->labels; label; label = label->next)
        if (label->group || label->first_line != label->last_line || !label->has_heart)
            return false;
    return grid->uncertain && band->labels;
}

static size_t line_start(const struct lines *lines, size_t line)
{
    return line < lines->count ? lines->line[line].from : lines->line[lines->count - 1].to;
}

static void put_band(struct output *output, struct band *band, struct grid *grid)
{
    struct lowering *lowering = output->lowering;
    struct nb_text *text = lowering->text;
    if (!lowering->builder)
        lowering->builder = text_begin(lowering->arena, text->bytes, text->length);
    size_t start = line_start(output->lines, band->header), end = output->lines->line[band->end - 1].to;
    copy_up_to(output, start);
    if (grid->uncertain) {
        close_table(output, start);
        put_plain_header(output, band, grid);
        for (size_t i = 0; i < band->row_count; i++)
            put_plain_row(output, &band->rows[i]);
    } else {
        if (!output->inside)
            put_separator(output, GROUP_SEPARATOR, start);
        output->inside = true;
        put_header(output, band, grid);
        for (size_t i = 0; i < band->row_count; i++)
            put_row(output, band, grid, &band->rows[i]);
    }
    lowering->copied = end < text->length ? end + 1 : end;
}

static void find_hearts(const struct lines *lines, struct gap_context *context)
{
    size_t *hearts = arena_alloc(lines->arena, (lines->count + 1) * sizeof *hearts);
    bool *parted = arena_alloc(lines->arena, lines->count + 1);
    for (size_t i = 0; i < lines->count; i++)
        if (lines->line[i].kind == LINE_HEART) {
            parted[context->count] = !context->count || parts(lines, hearts[context->count - 1], i);
            hearts[context->count++] = i;
        }
    context->lines = lines;
    context->hearts = hearts;
    context->parted = parted;
}

static void lower_band(struct output *output, struct band *band, const struct alignment *alignment)
{
    struct grid *grid = arena_alloc(output->lines->arena, sizeof *grid);
    if (find_columns(output->lines, band, grid, alignment) && is_table(band, grid) && !is_simple(band, grid))
        put_band(output, band, grid);
}

static void lower_block(struct lowering *lowering, struct lines *lines)
{
    struct gap_context context = {0};
    struct output output = {.lowering = lowering, .lines = lines};
    struct alignment alignment = {true, true, true};
    size_t gap = 0, floor = 0, count = 0;
    find_hearts(lines, &context);
    struct band *bands = arena_alloc(lines->arena, (context.count + 1) * sizeof *bands);
    while (gap < context.count) {
        struct band band = next_band(&context, &gap, floor);
        floor = band.end;
        if (!find_rows(lines, &band))
            continue;
        weigh_alignment(lines, &band, &alignment);
        bands[count++] = band;
    }
    for (size_t i = 0; i < count; i++)
        lower_band(&output, &bands[i], &alignment);
    close_table(&output, lowering->copied);
}

/* ---- the text, line by line ---- */

static size_t line_end(const struct nb_text *text, size_t start)
{
    const char *found = memchr(text->bytes + start, '\n', text->length - start);
    return found ? (size_t)(found - text->bytes) : text->length;
}

/* Whether `mark` stands somewhere in the line. */
static bool holds(const char *line, size_t length, const char *mark)
{
    size_t size = strlen(mark);
    for (const char *at = line, *end = line + length; (size_t)(end - at) >= size; at++) {
        at = memchr(at, mark[0], (size_t)(end - at) - size + 1);
        if (!at)
            return false;
        if (!memcmp(at, mark, size))
            return true;
    }
    return false;
}

/* Cheap: whether two spaces stand together somewhere behind the line's indentation, or a wide one does. */
static bool has_gap(const char *line, size_t length)
{
    size_t indent = 0;
    while (indent < length && line[indent] == ' ')
        indent++;
    return holds(line + indent, length - indent, "  ") || holds(line + indent, length - indent, "\xC2\xA0\xC2\xA0") ||
           holds(line + indent, length - indent, "\xE3\x80\x80");
}

static bool is_seed(const struct nb_text *text, size_t start, size_t end)
{
    struct token tokens[MAX_TOKENS];
    struct line line = {.from = start, .to = end};
    if (end - start > MAX_LINE || !has_gap(text->bytes + start, end - start))
        return false;
    read_line(text->bytes, &line, tokens, false);
    return line.kind == LINE_HEART && line.count > 1;
}

static bool add_line(struct lines *lines, size_t start, size_t end)
{
    struct token tokens[MAX_TOKENS];
    struct line line = {.from = start, .to = end, .page = lines->count ? lines->line[lines->count - 1].page : 1};
    if (end > start && lines->bytes[start] == '\f')
        line.page++;
    read_line(lines->bytes, &line, tokens, lines->display);
    if (line.kind == LINE_BAR)
        return false;
    line.tokens = arena_alloc(lines->arena, (line.count + 1) * sizeof *line.tokens);
    memcpy(line.tokens, tokens, line.count * sizeof *tokens);
    if (lines->count == lines->capacity) {
        lines->capacity = lines->capacity ? 2 * lines->capacity : 128;
        lines->line = xrealloc(lines->line, lines->capacity * sizeof *lines->line);
    }
    lines->line[lines->count++] = line;
    return true;
}

/* Read the block around a seed: from the lines before it up to PATIENCE lines of text behind its last heart. */
static bool read_block(const struct lowering *lowering, struct lines *lines, size_t seed)
{
    const struct nb_text *text = lowering->text;
    size_t before = lowering->recent_count < REACH ? lowering->recent_count : REACH, idle = 0, at = seed;
    for (size_t i = 0; i < before; i++) {
        size_t start = lowering->recent[(lowering->recent_count - before + i) % REACH];
        if (start >= lowering->copied && !add_line(lines, start, line_end(text, start)))
            lines->count = 0;
    }
    while (at < text->length && idle < PATIENCE && lines->count < MAX_LINES) {
        size_t end = line_end(text, at);
        if (!add_line(lines, at, end))
            break;
        enum line_kind kind = lines->line[lines->count - 1].kind;
        idle = kind == LINE_HEART ? 0 : idle + (kind == LINE_TEXT);
        at = end + 1;
    }
    return lines->count < MAX_LINES;
}

/* Twice the distance between the edges or centres of two values that are nearest. */
static long apart(const struct token *one, const struct token *other)
{
    long left = labs(2L * (one->start - other->start)), right = labs(2L * (one->end - other->end));
    long centre = labs((long)one->start + one->end - other->start - other->end);
    left = right < left ? right : left;
    return centre < left ? centre : left;
}

/* How far the values of a row stand from the nearest values of another. */
static long miss(const struct line *line, const struct line *other)
{
    long total = 0;
    for (size_t i = line->count - line->values; i < line->count; i++) {
        long least = INT32_MAX;
        for (size_t j = other->count - other->values; j < other->count; j++) {
            long here = apart(&line->tokens[i], &other->tokens[j]);
            least = here < least ? here : least;
        }
        total += least;
    }
    return total;
}

/* How badly the values of neighbouring rows miss each other: the right measure of width misses least. */
static long misfit(const struct lines *lines)
{
    const struct line *before = NULL;
    long total = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->line[i];
        if (line->kind != LINE_HEART)
            continue;
        if (before && before->page == line->page)
            total += before->values < line->values ? miss(before, line) : miss(line, before);
        before = line;
    }
    return total;
}

static void measure_again(struct lines *lines)
{
    lines->display = true;
    for (size_t i = 0; i < lines->count; i++) {
        struct token tokens[MAX_TOKENS];
        read_line(lines->bytes, &lines->line[i], tokens, true);
        struct token *copy = arena_alloc(lines->arena, (lines->line[i].count + 1) * sizeof *copy);
        memcpy(copy, tokens, lines->line[i].count * sizeof *copy);
        lines->line[i].tokens = copy;
    }
}

static void choose_measure(struct lines *lines)
{
    long narrow = misfit(lines);
    struct lines other = *lines;
    other.line = arena_alloc(lines->arena, lines->count * sizeof *lines->line);
    memcpy(other.line, lines->line, lines->count * sizeof *lines->line);
    measure_again(&other);
    if (misfit(&other) >= narrow)
        return;
    memcpy(lines->line, other.line, lines->count * sizeof *lines->line);
    lines->display = true;
}

/* Lower the block around the seed line. Returns where to go on. */
static size_t lower_at(struct lowering *lowering, size_t seed)
{
    struct lines lines = {.arena = arena_new(), .bytes = lowering->text->bytes};
    bool whole = read_block(lowering, &lines, seed);
    size_t next = line_end(lowering->text, seed) + 1;
    for (size_t i = lines.count; i-- > 0;)
        if (lines.line[i].kind == LINE_HEART || !whole) {
            next = lines.line[i].to + 1 > next ? lines.line[i].to + 1 : next;
            break;
        }
    if (whole && lines.count) {
        choose_measure(&lines);
        lower_block(lowering, &lines);
    }
    free(lines.line);
    arena_free(lines.arena);
    return next > lowering->copied ? next : lowering->copied;
}

struct nb_text *layout_lower(struct nb_arena *arena, struct nb_text *text)
{
    struct lowering lowering = {.arena = arena, .text = text};
    if (text->source != text->bytes)
        return text;
    for (size_t at = 0, end; at < text->length; at = end) {
        end = line_end(text, at);
        if (is_seed(text, at, end)) {
            end = lower_at(&lowering, at);
            lowering.recent_count = 0;
        } else {
            lowering.recent[lowering.recent_count++ % REACH] = at;
            end++;
        }
    }
    if (!lowering.builder)
        return text;
    text_append(lowering.builder, text->bytes + lowering.copied, text->length - lowering.copied, lowering.copied);
    return text_end(lowering.builder, "text", text->encoding);
}
