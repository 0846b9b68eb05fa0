/* sheet_cut.c - words of a row that a page cuts, where they stand outside of the lines: some programs set
 * them in the middle of the whole cell, though that is in the margin of a page. */
#include "layout_parts.h"
#include "sheet_parts.h"

#include <math.h>

/* Between two cells there is room beside their characters, in heights: in a line of words there is none. */
static const float APART = 0.1F;

/* So many characters tell a head, and so far down its words begin, in lines. */
enum { COPIED = 20, FIRST_LINES = 4 };

static float middle_of(const struct sheet_line *line)
{
    return (line->y0 + line->y1) / 2;
}

/* The column in which a character stands, or the number of columns. */
static size_t column_of(const struct sheet_table *table, const struct sheet_char *c)
{
    float middle = (c->x0 + c->x1) / 2;
    for (size_t i = 0; i < table->columns; i++)
        if (middle >= table->edges[i] && middle < table->edges[i + 1])
            return i;
    return table->columns;
}

/* The column in which the cell of a row begins that covers a column. */
static size_t start_of(const struct sheet_table *table, size_t row, size_t column)
{
    while (column && sheet_cell_at(table, row, column)->cover == SPAN_LEFT)
        column--;
    return column;
}

/* Some lines beside a table, and the row of it that may have printed them. */
struct beside {
    const struct sheet_table *table;
    size_t row;
    struct sheet_line **lines;
    size_t count;
};

/* Those of a page, none of them furniture, that stand below its last table; or above its first one, or over
 * its head. */
static struct beside lines_beside(struct nb_arena *scratch, const struct sheet_table *table, size_t row,
                                  const struct sheet_lines *lines, bool below)
{
    struct beside beside = {table, row, arena_alloc(scratch, lines->count * sizeof *beside.lines + 1), 0};
    for (struct sheet_line *line = lines->lines; line < lines->lines + lines->count; line++) {
        bool over = line->x1 > table->edges[0] && line->x0 < table->edges[table->columns] &&
                    middle_of(line) < table->bottom;
        if (!line->furniture &&
            (below ? middle_of(line) > table->bottom : over || middle_of(line) < table->top))
            beside.lines[beside.count++] = line;
    }
    return beside;
}

/* Whether each word of a line stands in a cell of the row: there is room where one ends. Marks the columns.
 */
static bool stands_in_cells(const struct beside *at, const struct sheet_line *line, bool *used)
{
    size_t last = at->table->columns;
    for (const struct sheet_char *c = line->chars; c < line->chars + line->count; c++) {
        size_t column = column_of(at->table, c);
        if (column == at->table->columns)
            return false;
        column = start_of(at->table, at->row, column);
        if (c > line->chars && column != last && c->x0 - c[-1].x1 < APART * (c->y1 - c->y0))
            return false;
        used[column] = true;
        last = column;
    }
    return true;
}

/* The words of a column, from some lines. */
static const char *words_in(struct nb_arena *arena, struct nb_arena *scratch, const struct beside *at,
                            size_t column)
{
    size_t size = 1, count = 0;
    for (size_t i = 0; i < at->count; i++)
        size += at->lines[i]->count;
    struct sheet_char *chars = arena_alloc(scratch, size * sizeof *chars);
    for (size_t i = 0; i < at->count; i++)
        for (const struct sheet_char *c = at->lines[i]->chars; c < at->lines[i]->chars + at->lines[i]->count;
             c++)
            if (start_of(at->table, at->row, column_of(at->table, c)) == column)
                chars[count++] = *c;
    struct sheet_lines lines = sheet_lines(scratch, chars, count, 0);
    return sheet_words(arena, &lines, sheet_stand_apart(&lines) ? INFINITY : 0);
}

/* What a cell then has: the words of its column behind its own, or before them. */
static const char *whole_cell(struct nb_arena *arena, struct nb_arena *scratch, const struct beside *at,
                              size_t column, bool behind)
{
    const char *words = words_in(arena, scratch, at, column),
               *own = sheet_owner(at->table, at->row, column)->text;
    return behind ? sheet_one_cell(arena, own, words) : sheet_one_cell(arena, words, own);
}

/* In how many columns some lines stand: a heading of few words may stand in one, so what makes a label of
 * what its cell has counts for two, and a label that stands beside rows. -1: not all of their words stand in
 * cells. */
static int columns_of(struct nb_arena *scratch, const struct beside *at, bool behind,
                      const struct lexicon *lexicon)
{
    bool *used = arena_alloc(scratch, at->table->columns * sizeof *used);
    int columns = 0;
    for (size_t i = 0; i < at->count; i++)
        if (!stands_in_cells(at, at->lines[i], used))
            return -1;
    for (size_t i = 0; i < at->table->columns; i++)
        if (used[i]) {
            unsigned label = sheet_label(lexicon, scratch, whole_cell(scratch, scratch, at, i, behind));
            bool ends = label && *sheet_owner(at->table, at->row, i)->text;
            columns += ends || label & WORD_GROUP ? 2 : 1;
        }
    return columns;
}

/* Give the words of lines to the cells of their row. */
static void give(struct nb_arena *arena, struct nb_arena *scratch, const struct beside *at, bool behind)
{
    for (size_t c = 0; c < at->table->columns && at->count; c++)
        if (start_of(at->table, at->row, c) == c)
            sheet_owner(at->table, at->row, c)->text = whole_cell(arena, scratch, at, c, behind);
    for (size_t i = 0; i < at->count; i++)
        at->lines[i]->furniture = true;
}

void sheet_take_cut(struct nb_arena *arena, struct nb_arena *scratch, const struct sheet_table *table,
                    const struct sheet_lines *lines, const struct sheet_table *next,
                    const struct sheet_lines *next_lines, const struct lexicon *lexicon)
{
    struct beside above = lines_beside(scratch, table, table->rows - 1, lines, true);
    size_t row = sheet_repeated(scratch, table, table->rows, next, 0);
    struct beside below = lines_beside(scratch, next, row < next->rows ? row : 0, next_lines, false);
    int columns = columns_of(scratch, &above, true, lexicon),
        others = columns_of(scratch, &below, false, lexicon);
    if (columns < 0 || others < 0 || (columns < 2 && others < 2))
        return;
    give(arena, scratch, &above, true);
    give(arena, scratch, &below, false);
}

/* ---- over a head ---- */

/* Whether a page has the same character, so much further down. */
static bool has_copy(const struct sheet_page *page, const struct sheet_char *c, float down)
{
    return sheet_has_char(page->chars, page->char_count, c, 0, down);
}

/* How much further down most characters of labels are that the next page repeats at the top of its table; 0:
 * it repeats none. */
static float find_down(const struct sheet_page *page, const struct sheet_page *next, float top)
{
    size_t most = 0;
    float best = 0;
    for (const struct sheet_char *c = page->chars; c < page->chars + page->char_count; c++)
        for (const struct sheet_char *copy = next->chars; copy < next->chars + next->char_count; copy++) {
            bool labels = c->in_table && copy->in_table && copy->y0 - top < FIRST_LINES * (c->y1 - c->y0);
            if (!labels || !sheet_is_at(copy, c, 0, copy->y0 - c->y0) ||
                is_value(c->text, c->text + c->length))
                continue;
            size_t count = 0;
            for (const struct sheet_char *other = c;
                 other < c + COPIED && other < page->chars + page->char_count; other++)
                count += has_copy(next, other, copy->y0 - c->y0);
            if (count == COPIED) /* no more are looked at */
                return copy->y0 - c->y0;
            if (count > most)
                most = count, best = copy->y0 - c->y0;
        }
    return best;
}

/* The first line drawn across below a place; INFINITY: there is none. */
static float rule_below(const struct sheet_page *page, float place)
{
    float first = INFINITY;
    for (size_t i = 0; i < page->rule_count; i++)
        if (!page->rules[i].vertical && page->rules[i].at >= place)
            first = fminf(first, page->rules[i].at);
    return first;
}

/* Where what is printed again on the next page ends: above the first character below `top` that is not, or
 * with the table, but no lower than the line drawn below it, for rows may be empty. `top`: it is no head. */
static float foot_of_head(const struct sheet_page *page, float top, const struct sheet_page *next, float down)
{
    float foot = top, last = top;
    size_t count = 0;
    for (const struct sheet_char *c = page->chars; c < page->chars + page->char_count; c++)
        foot = c->in_table ? fmaxf(foot, c->y1) : foot;
    for (const struct sheet_char *c = page->chars; c < page->chars + page->char_count; c++)
        if (c->in_table && c->y0 >= top && c->y0 < foot && !has_copy(next, c, down))
            foot = c->y0;
    for (const struct sheet_char *c = page->chars; c < page->chars + page->char_count; c++)
        if (c->in_table && c->y0 >= top && c->y0 < foot)
            last = fmaxf(last, c->y1), count++;
    return count < COPIED ? top : fminf(foot, rule_below(page, last));
}

bool *sheet_over_head(struct nb_arena *scratch, const struct sheet_page *page,
                      const struct sheet_page *next_page, const struct sheet_table *next)
{
    float down = find_down(page, next_page, next->top),
          foot = foot_of_head(page, next->top - down, next_page, down) + down - 1;
    bool *over = arena_alloc(scratch, next_page->char_count * sizeof *over + 1), any = false;
    for (size_t i = 0; i < next_page->char_count; i++) {
        const struct sheet_char *c = &next_page->chars[i];
        over[i] = c->in_table && c->y0 < foot && !has_copy(page, c, -down);
        any |= over[i];
    }
    return any ? over : NULL;
}
