/* layout_band.c - cut a block into bands: header lines, then lines with rows; what stands between them is not the table's. */
#include "layout_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NEIGHBOURS = 8 }; /* rows on each side that tell where values begin */

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

size_t find_bands(const struct lines *lines, struct band **bands)
{
    struct gap_context context = {0};
    size_t gap = 0, floor = 0, count = 0;
    find_hearts(lines, &context);
    *bands = arena_alloc(lines->arena, (context.count + 1) * sizeof **bands);
    while (gap < context.count) {
        (*bands)[count] = next_band(&context, &gap, floor);
        floor = (*bands)[count++].end;
    }
    return count;
}
