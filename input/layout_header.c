/* layout_header.c - read the header of a band: how many columns it shows, where they stand, how they are called. */
#include "layout_column.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_PIECE = 9 }; /* bytes */

/* ---- columns ---- */

/* Where the words of some lines begin and end on a page. `hearts`: how many rows stand there. */
struct extent {
    int start, end;
    size_t hearts;
};

static struct extent words_on_page(const struct lines *lines, size_t from, size_t to, int page)
{
    struct extent extent = {INT32_MAX, 0, 0};
    for (size_t i = from; i < to; i++) {
        const struct line *line = &lines->line[i];
        size_t words = line->kind == LINE_MARK || line->page != page ? 0 : line->count - line->values;
        extent.hearts += line->page == page && line->kind == LINE_HEART;
        if (words && line->tokens[0].start < extent.start)
            extent.start = line->tokens[0].start;
        if (words && line->tokens[words - 1].end > extent.end)
            extent.end = line->tokens[words - 1].end;
    }
    return extent;
}

/* Right edge of the row labels below the header: what begins right of it in the header stands over values. -1: not known, for the
 * rows stand on the next page, and that is not set from the same edge. */
static int label_edge(const struct lines *lines, const struct band *band)
{
    int page = lines->line[band->body - 1].page;
    struct extent header = words_on_page(lines, band->header, band->body, page);
    struct extent here = words_on_page(lines, band->body, band->end, page);
    struct extent next = words_on_page(lines, band->body, band->end, page + 1);
    if (here.hearts)
        return here.end;
    return next.hearts && abs(next.start - header.start) <= 1 ? next.end : -1;
}

static bool over_values(const struct token *token, int edge)
{
    return token->start >= edge - 1;
}

static size_t header_tokens(const struct line *line, int edge)
{
    size_t count = 0;
    for (size_t i = 0; i < line->count && line->kind != LINE_MARK; i++)
        count += over_values(&line->tokens[i], edge);
    return count;
}

/* The line with the most labels of columns; of several the one that has a label above the rows' labels too, or the lowest. */
static size_t densest_line(const struct lines *lines, const struct band *band, int edge)
{
    size_t best = band->header, most = 0;
    for (size_t i = band->header; i < band->body; i++) {
        size_t count = header_tokens(&lines->line[i], edge), weight = count * MAX_TOKENS + lines->line[i].count;
        if (count && weight >= most) {
            most = weight;
            best = i;
        }
    }
    return best;
}

int overlapped(const struct columns *columns, int start, int end, int *first)
{
    int count = 0;
    *first = 0;
    for (int i = columns->count; i-- > 0;)
        if (start < columns->column[i].end && end > columns->column[i].start) {
            *first = i;
            count++;
        }
    return count;
}

bool insert_column(struct columns *columns, int start, int end)
{
    int at = columns->count;
    if (at == MAX_COLUMNS)
        return false;
    for (; at && columns->column[at - 1].start > start; at--)
        columns->column[at] = columns->column[at - 1];
    columns->column[at] = (struct column){.start = start, .end = end};
    columns->count++;
    return true;
}

/* The same for a piece of a label; one beside all columns stands in the one whose centre is two columns away or less. */
static int stands_in(const struct columns *columns, const struct token *token, int *first)
{
    int count = overlapped(columns, token->start, token->end, first);
    for (int i = 0; !count && i < columns->count; i++)
        if (labs((long)columns->column[i].start + columns->column[i].end - token->start - token->end) <= 4) {
            *first = i;
            return 1;
        }
    return count;
}

void widen(struct column *column, const struct token *token)
{
    column->start = token->start < column->start ? token->start : column->start;
    column->end = token->end > column->end ? token->end : column->end;
}

/* A line on which two neighbouring columns have a token each holds labels of columns: labels of groups stand further apart. */
static bool holds_labels(const struct columns *columns, const struct line *line)
{
    int before = -2;
    for (size_t i = 0; i < line->count; i++) {
        int first = -2;
        if (overlapped(columns, line->tokens[i].start, line->tokens[i].end, &first) != 1)
            first = -2;
        if (first >= 0 && first == before + 1)
            return true;
        before = first;
    }
    return false;
}

/* Add the columns that a line shows. A token between two columns, on a line above those with labels of columns (`low`), is taken
 * for the label of a group when there are columns enough. */
static void add_columns(struct header_reading *reading, size_t number, bool low)
{
    const struct line *line = &reading->lines->line[number];
    struct columns *columns = &reading->columns;
    for (size_t i = 0; i < line->count && line->kind != LINE_MARK; i++) {
        const struct token *token = &line->tokens[i];
        int first, over = stands_in(columns, token, &first);
        if (!over_values(token, reading->edge) || over > 1)
            continue;
        bool between =
            columns->count && token->start >= columns->column[0].end && token->end <= columns->column[columns->count - 1].start;
        if (over && low) {
            widen(&columns->column[first], token);
        } else if (over) {
            continue;
        } else if (low || !between || columns->count < reading->most) {
            insert_column(columns, token->start, token->end);
            reading->doubtful |= between && !low;
        }
    }
}

/* A caption of the whole table: one token alone on the first line, with no piece of the same label as far below the densest line.
 */
static bool is_caption(const struct header_reading *reading, size_t densest)
{
    const struct line *first = &reading->lines->line[reading->band->header];
    size_t below = 2 * densest - reading->band->header;
    if (first->count > 1 || densest == reading->band->header)
        return false;
    if (below >= reading->band->body)
        return true;
    for (size_t i = 0; i < reading->lines->line[below].count; i++) {
        const struct token *token = &reading->lines->line[below].tokens[i];
        if (labs((long)token->start + token->end - first->tokens[0].start - first->tokens[0].end) <= 4)
            return false;
    }
    return true;
}

/* The columns that the header shows: the tokens of its densest line, then those of other lines that stand beside them. */
static void read_header(struct header_reading *reading)
{
    const struct band *band = reading->band;
    reading->columns.count = 0;
    reading->doubtful = false;
    if (band->header == band->body || reading->edge < 0)
        return;
    size_t densest = densest_line(reading->lines, band, reading->edge), last = band->body;
    while (last > densest + 1 && !header_tokens(&reading->lines->line[last - 1], reading->edge))
        last--;
    add_columns(reading, densest, true);
    for (size_t i = last; i-- > band->header;)
        if (i > band->header || !is_caption(reading, densest))
            add_columns(reading, i, i + last > 2 * densest || holds_labels(&reading->columns, &reading->lines->line[i]));
}

/* The first token of a header stands above the row labels, though right of them, if nothing else does and no value stands
 * below it. */
static bool drop_corner(const struct lines *lines, const struct band *band, int most, struct columns *columns, int *edge)
{
    const struct column *first = &columns->column[0];
    if (!band->labels || columns->count < 2 || columns->count <= most)
        return false;
    for (size_t i = band->header; i < band->body; i++)
        if (lines->line[i].kind == LINE_TEXT && !over_values(&lines->line[i].tokens[0], *edge))
            return false;
    for (size_t i = band->body; i < band->end; i++) {
        const struct line *line = &lines->line[i];
        if (line->kind == LINE_HEART && line->page == lines->line[band->body - 1].page &&
            line->tokens[line->count - line->values].start < first->end)
            return false;
    }
    *edge = first->end + 1;
    return true;
}

/* How many values the rows have at most; a single longer one among several may have one too many. */
static int most_values(const struct lines *lines, const struct band *band)
{
    enum { SEVERAL = 4 };
    size_t most = 0, second = 0, rows = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        size_t values = lines->line[band->rows[i].heart].values;
        if (!band->rows[i].has_heart)
            continue;
        second = values > most ? most : values > second ? values : second;
        most = values > most ? values : most;
        rows++;
    }
    return (int)(rows < SEVERAL ? most : second);
}

bool begin_reading(const struct lines *lines, const struct band *band, struct header_reading *reading)
{
    *reading = (struct header_reading){.lines = lines, .band = band, .most = most_values(lines, band)};
    reading->edge = band->header < band->body ? label_edge(lines, band) : 0;
    if (!reading->most || reading->most > MAX_COLUMNS)
        return false;
    read_header(reading);
    if (drop_corner(lines, band, reading->most, &reading->columns, &reading->edge))
        read_header(reading);
    return true;
}

/* ---- labels ---- */

static void add_heading(const struct lines *lines, struct heading *heading, struct token *token)
{
    struct piece *piece = arena_alloc(lines->arena, sizeof *piece);
    token->used = true;
    piece->token = token;
    if (!heading->pieces)
        heading->last = &heading->pieces;
    *heading->last = piece;
    heading->last = &piece->next;
}

static bool has_token(const struct columns *columns, const struct line *line, int column)
{
    for (size_t i = 0; i < line->count; i++)
        if (touch(columns, column, &line->tokens[i]))
            return true;
    return false;
}

/* A single piece above the densest line that has its counterpart as far below it: a label of two lines. */
static bool mirrored(const struct lines *lines, const struct band *band, const struct columns *columns, size_t at, size_t densest)
{
    const struct line *line = &lines->line[at];
    size_t below = densest + (densest - at);
    if (below >= band->body)
        return false;
    for (size_t i = 0; i < line->count; i++) {
        int first;
        if (overlapped(columns, line->tokens[i].start, line->tokens[i].end, &first) == 1 &&
            has_token(columns, &lines->line[below], first) && !has_token(columns, &lines->line[densest], first))
            return true;
    }
    return false;
}

static size_t find_leaf_top(const struct lines *lines, const struct band *band, const struct columns *columns, int edge)
{
    size_t densest = densest_line(lines, band, edge), top = densest;
    for (size_t i = densest; i-- > band->header;) {
        if (!header_tokens(&lines->line[i], edge))
            continue;
        if (!holds_labels(columns, &lines->line[i]) && !mirrored(lines, band, columns, i, densest))
            break;
        top = i;
    }
    return top;
}

/* What is known of the label of a column while the header is read upwards. */
struct stack {
    int start, end; /* columns that its pieces take */
    int width;      /* of the last piece taken */
    bool closed;    /* what stands higher is the label of a group, as it always is in a table without row labels */
};

static void take(struct stack *stack, struct token *token)
{
    bool empty = !stack->width;
    stack->start = empty || token->start < stack->start ? token->start : stack->start;
    stack->end = empty || token->end > stack->end ? token->end : stack->end;
    stack->width = token->end - token->start;
    token->used = true;
}

/* Whether a piece above the leaf rows begins the label below it: a line of a label that is broken is at least as long as the
 * next, and it hardly overhangs. Where nothing stands below, it is the label of a cell that spans rows. */
static bool begins_label(const struct stack *stack, const struct token *token)
{
    int width = token->end - token->start;
    return !stack->width || (!stack->closed && token->to - token->from <= SHORT_PIECE && width >= stack->width &&
                             width <= stack->end - stack->start + JITTER && token->start >= stack->start - JITTER &&
                             token->end <= stack->end + JITTER);
}

static void read_labels_up(const struct line *line, const struct columns *columns, int edge, bool leaf, struct stack *stacks)
{
    for (size_t i = 0; i < line->count && line->kind != LINE_MARK; i++) {
        struct token *token = &line->tokens[i];
        int first, over = overlapped(columns, token->start, token->end, &first);
        if (!over_values(token, edge) || !over)
            continue;
        if (over == 1 && (leaf || begins_label(&stacks[first], token)))
            take(&stacks[first], token);
        else
            for (int j = first; j < first + over; j++)
                stacks[j].closed = true;
    }
}

void label_columns(const struct lines *lines, const struct band *band, struct grid *grid, const struct columns *columns, int edge)
{
    struct stack stacks[MAX_COLUMNS] = {{0}};
    size_t leaf_top = find_leaf_top(lines, band, columns, edge);
    for (int i = 0; i < columns->count; i++)
        stacks[i].closed = !band->labels;
    for (size_t i = band->body; i-- > band->header;)
        read_labels_up(&lines->line[i], columns, edge, i >= leaf_top, stacks);
    for (size_t i = band->header; i < band->body; i++) {
        const struct line *line = &lines->line[i];
        for (size_t j = 0; j < line->count && line->kind != LINE_MARK; j++) {
            struct token *token = &line->tokens[j];
            int first;
            if (!over_values(token, edge))
                add_heading(lines, &grid->corner, token);
            else if (token->used && overlapped(columns, token->start, token->end, &first))
                add_heading(lines, &grid->leaf[first], token);
        }
    }
}
