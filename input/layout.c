/* layout.c - find blocks of lines set in columns and replace their tables by cells. */
#include "layout.h"

#include "layout_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    REACH = 24,       /* lines that are read before the first heart of a block */
    PATIENCE = 80,    /* lines of text that may stand between its hearts: rows may have no numbers */
    MAX_LINES = 3000, /* of a block; a longer one is left as it is */
};

struct lowering {
    struct nb_arena *arena;
    struct nb_text *text;
    struct text_builder *builder; /* NULL: nothing was lowered yet */
    size_t copied;                /* bytes of the text that stand in the builder or were replaced */
    size_t recent[REACH];         /* starts of the lines before the current one */
    size_t recent_count;
};

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
static void copy_up_to(struct lowering *lowering, struct output *output, size_t to)
{
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

static void put_band(struct lowering *lowering, struct output *output, const struct band *band, const struct grid *grid)
{
    const struct nb_text *text = lowering->text;
    size_t start = line_start(output->lines, band->header), end = output->lines->line[band->end - 1].to;
    if (!lowering->builder)
        lowering->builder = text_begin(lowering->arena, text->bytes, text->length);
    output->builder = lowering->builder;
    copy_up_to(lowering, output, start);
    if (grid->uncertain) {
        close_table(output, start);
        write_lines(output, band, grid);
    } else {
        if (!output->inside)
            put_separator(output, GROUP_SEPARATOR, start);
        output->inside = true;
        write_cells(output, band, grid);
    }
    lowering->copied = end < text->length ? end + 1 : end;
}

static void lower_band(struct lowering *lowering, struct output *output, struct band *band, const struct alignment *alignment)
{
    struct grid *grid = arena_alloc(output->lines->arena, sizeof *grid);
    if (find_columns(output->lines, band, grid, alignment) && is_table(band, grid) && !is_simple(band, grid))
        put_band(lowering, output, band, grid);
}

static void lower_block(struct lowering *lowering, struct lines *lines)
{
    struct output output = {.builder = lowering->builder, .lines = lines};
    struct alignment alignment = {true, true, true};
    struct band *bands;
    size_t found = find_bands(lines, &bands), count = 0;
    for (size_t i = 0; i < found; i++) {
        if (!find_rows(lines, &bands[i]))
            continue;
        weigh_alignment(lines, &bands[i], &alignment);
        bands[count++] = bands[i];
    }
    for (size_t i = 0; i < count; i++)
        lower_band(lowering, &output, &bands[i], &alignment);
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
