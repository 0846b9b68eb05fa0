/* sheet_join.c - tables go on over page breaks: columns put in line, repeated heads dropped, rows and labels
 * cut by the break mended. */
#include "fold.h"
#include "layout_parts.h"
#include "sheet_parts.h"

#include <math.h>
#include <string.h>

unsigned sheet_label(const struct lexicon *lexicon, struct nb_arena *scratch, const char *words)
{
    const struct lexicon_word *word;
    size_t length = strlen(words);
    char *folded = arena_strndup(scratch, words, length + 1), *key = arena_alloc(scratch, length + 1);
    fold(folded, length);
    length = lexicon_key(folded, length, key);
    return lexicon && length && lexicon_find(lexicon, key, length, &word) && word ? word->kinds : 0;
}

bool sheet_is_value(const char *words)
{
    enum { LONGEST = 64 };
    char figures[LONGEST];
    size_t length = strlen(words);
    for (size_t i = 0; i < length && i < LONGEST; i++)
        figures[i] = words[i] == '?' ? '0' : words[i]; /* a digit that cannot be read is one all the same */
    return length <= LONGEST ? is_value(figures, figures + length) : is_value(words, words + length);
}

bool sheet_is_unit(const char *words)
{
    return *words && is_unit(words, words + strlen(words));
}

static bool has_edge(const struct sheet_table *table, float at, float em)
{
    for (size_t i = 0; i <= table->columns; i++)
        if (fabsf(table->edges[i] - at) < em)
            return true;
    return false;
}

/* The column behind the cell that begins in a column. */
static size_t end_of(const struct sheet_table *table, size_t row, size_t column)
{
    do
        column++;
    while (column < table->columns && sheet_cell_at(table, row, column)->cover == SPAN_LEFT);
    return column;
}

/* Cells of one table lie over, under or beside each other. Two that share a part of their width, and have
 * each another part for itself, all of them as wide as a character or more, are of two tables. */
static bool rows_cross(const struct sheet_table *table, size_t row, const struct sheet_table *other,
                       size_t other_row, float em)
{
    for (size_t a = 0, end; a < table->columns; a = end) {
        end = end_of(table, row, a);
        float low = table->edges[a], high = table->edges[end];
        for (size_t b = 0, next; b < other->columns; b = next) {
            next = end_of(other, other_row, b);
            float from = other->edges[b], to = other->edges[next];
            float shared = fminf(high, to) - fmaxf(low, from), before = fabsf(low - from),
                  behind = fabsf(high - to);
            if (shared > em && before > em && behind > em && (low < from) == (high < to))
                return true;
        }
    }
    return false;
}

/* A left side that is not drawn is not seen where one label stands beside all rows of a page: then the rest
 * begins at an inner edge. The next table may begin right at the top of a page, and rows that end at an inner
 * edge stand elsewhere than their columns; so may those of a head that is repeated. */
bool sheet_goes_on(struct nb_arena *scratch, const struct sheet_table *table, const struct sheet_table *next,
                   float em)
{
    float right = table->edges[table->columns] - next->edges[next->columns];
    if (next->page != table->last_page + 1 || !has_edge(table, next->edges[0], em) || fabsf(right) >= em)
        return false;
    if (!rows_cross(table, table->rows - 1, next, 0, em))
        return true;
    size_t heads = sheet_repeated(scratch, table, table->rows, next, 0);
    return heads && heads < next->rows && !rows_cross(table, table->rows - 1, next, heads, em);
}

/* ---- columns ---- */

/* The edge nearest to a place. */
static size_t nearest(const float *edges, size_t columns, float at)
{
    size_t best = 0;
    for (size_t i = 1; i <= columns; i++)
        if (fabsf(edges[i] - at) < fabsf(edges[best] - at))
            best = i;
    return best;
}

/* Put the edges of `other` that are one with an edge of `one` at its place: those nearer than half a
 * character, each to each. */
static void snap(const struct sheet_table *one, const struct sheet_table *other, float em, float *edges)
{
    for (size_t i = 0; i <= other->columns; i++) {
        float at = other->edges[i], near = one->edges[nearest(one->edges, one->columns, at)];
        edges[i] = fabsf(near - at) <= em / 2 && nearest(other->edges, other->columns, near) == i ? near : at;
    }
}

/* The edges of both tables. Returns the number of columns between them. */
static size_t all_edges(const struct sheet_table *one, const struct sheet_table *other, float *edges)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i <= one->columns; i++)
        edges[count++] = one->edges[i];
    for (size_t i = 0; i <= other->columns; i++)
        edges[count++] = other->edges[i];
    sheet_sort(edges, count);
    for (size_t i = 0; i < count; i++)
        if (!kept || edges[i] > edges[kept - 1])
            edges[kept++] = edges[i];
    return kept - 1;
}

/* Copy the rows of `from` into those of `to` from `row` on, each cell as many columns wide as it is in `to`.
 * Columns that `from` does not have go on from above. */
static void copy_rows(const struct sheet_table *from, struct sheet_table *to, size_t row)
{
    for (size_t i = 0; i < from->rows * to->columns; i++)
        to->cells[row * to->columns + i] =
            (struct box_cell){SPAN_ABOVE, "", from->cells->page, from->cells->line};
    for (size_t r = 0; r < from->rows; r++)
        for (size_t c = 0; c < from->columns; c++) {
            size_t start = nearest(to->edges, to->columns, from->edges[c]);
            size_t end = nearest(to->edges, to->columns, from->edges[c + 1]);
            for (size_t i = start; i < end; i++) {
                struct box_cell *cell = sheet_cell_at(to, row + r, i);
                *cell = *sheet_cell_at(from, r, c);
                if (i > start) {
                    cell->cover = SPAN_LEFT;
                    cell->text = "";
                }
            }
        }
}

/* ---- heads ---- */

/* All words of a row. */
static const char *words_of(struct nb_arena *scratch, const struct sheet_table *table, size_t row)
{
    const char *words = "";
    for (size_t c = 0; c < table->columns; c++)
        words = arena_printf(scratch, "%s%s", words, sheet_cell_at(table, row, c)->text);
    return words;
}

static bool has_value(const struct sheet_table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++)
        if (sheet_is_value(sheet_cell_at(table, row, c)->text))
            return true;
    return false;
}

size_t sheet_repeated(struct nb_arena *scratch, const struct sheet_table *table, size_t end,
                      const struct sheet_table *next, size_t from)
{
    size_t most = 0;
    for (size_t first = 0; first < end; first++) {
        size_t count = 0;
        while (first + count < end && from + count < next->rows && !has_value(table, first) &&
               !strcmp(words_of(scratch, table, first + count), words_of(scratch, next, from + count)))
            count += 1;
        most = count > most ? count : most;
    }
    return most;
}

static void remove_rows(struct sheet_table *table, size_t first, size_t count)
{
    size_t behind = table->rows - first - count;
    memmove(sheet_cell_at(table, first, 0), sheet_cell_at(table, first + count, 0),
            behind * table->columns * sizeof *table->cells);
    table->rows -= count;
}

/* ---- mending ---- */

struct break_ {
    struct nb_arena *arena, *scratch;
    struct sheet_table *table;
    const struct lexicon *lexicon;
    size_t row; /* the first behind the break */
};

struct box_cell *sheet_owner(const struct sheet_table *table, size_t row, size_t column)
{
    for (;;) {
        struct box_cell *cell = sheet_cell_at(table, row, column);
        if (cell->cover == SPAN_LEFT && column)
            column--;
        else if (cell->cover == SPAN_ABOVE && row)
            row--;
        else
            return cell;
    }
}

/* Whether a cell's words are a number, or what a break may part from one. */
static bool goes_on_a_number(const char *text)
{
    return sheet_is_value(text) || sheet_is_unit(text);
}

static const char *together(const struct break_ *at, const char *above, const char *below)
{
    return arena_printf(at->arena, "%s%s", above, below);
}

/* Whether two pieces of words are two labels of the form, though one of it may be as both together. */
static bool are_two_labels(const struct break_ *at, const char *above, const char *below)
{
    return sheet_label(at->lexicon, at->scratch, above) && sheet_label(at->lexicon, at->scratch, below);
}

/* Whether two pieces of words are one label of the form, and the lower no value. */
static bool are_one_label(const struct break_ *at, const char *above, const char *below)
{
    return *above && *below && !sheet_is_value(below) &&
           sheet_label(at->lexicon, at->scratch, together(at, above, below)) &&
           !are_two_labels(at, above, below);
}

/* Whether pieces of words may be those of one label that is misread, for neither is a label of the form. */
static bool may_be_one_label(const struct break_ *at, const char *above, const char *below)
{
    return *above && *below && !sheet_is_value(above) && !sheet_is_value(below) &&
           !sheet_label(at->lexicon, at->scratch, above) && !sheet_label(at->lexicon, at->scratch, below);
}

/* What one side of a break has in places that the break may cut: cells with words, with numbers, that are
 * labels of columns. */
struct side {
    unsigned words, numbers, columns;
};

static void count_cell(const struct break_ *at, struct side *side, const char *text)
{
    side->numbers += *text && goes_on_a_number(text);
    side->words += *text && !goes_on_a_number(text);
    side->columns += (sheet_label(at->lexicon, at->scratch, text) & WORD_COLUMN) != 0;
}

/* A row has its own label on one side of the break only: what the other side has, in places that this one
 * leaves empty, is its rest, and figures below others may be of one number, which nobody can read. Labels of
 * columns are no row's. */
static bool are_one_row(const struct side *above, const struct side *below)
{
    return !above->columns && !below->columns && !above->words != !below->words;
}

/* Whether below the break there are words below words only, and no label among them, nor a number on either
 * side: the rest of labels with which no row begins. */
static bool is_rest(const struct break_ *at)
{
    bool words = false;
    for (size_t c = 0; c < at->table->columns; c++) {
        const char *below = sheet_cell_at(at->table, at->row, c)->text,
                   *above = sheet_owner(at->table, at->row - 1, c)->text;
        if (sheet_is_value(above) || sheet_is_value(below) || (*below && !*above) ||
            sheet_label(at->lexicon, at->scratch, below))
            return false;
        words |= *below != 0;
    }
    return words;
}

/* Whether words are of one row: a value, or the label of a row and of nothing else. */
static bool are_of_row(const struct lexicon *lexicon, struct nb_arena *scratch, const char *words)
{
    return sheet_is_value(words) || (sheet_label(lexicon, scratch, words) &
                                     (WORD_ROW | WORD_GROUP | WORD_COLUMN | WORD_SPAN)) == WORD_ROW;
}

/* Whether one row is cut: a label goes on below, or may do so, with numbers on one side only, or the sides
 * are one row; beside a label that spans rows, each side may have a row of its own. */
static bool is_cut(const struct break_ *at)
{
    struct side sides[2] = {{0}, {0}}; /* above, below */
    bool both = false, goes_on = false, halves = false;
    for (size_t c = 0; c < at->table->columns; c++) {
        const struct box_cell *below = sheet_cell_at(at->table, at->row, c),
                              *before = sheet_cell_at(at->table, at->row - 1, c);
        const char *above = sheet_owner(at->table, at->row - 1, c)->text;
        if (below->cover ? below->cover == SPAN_LEFT && !before->cover : before->cover == SPAN_LEFT)
            return false; /* a cell of one side stands over several of the other */
        bool ends_here =
            at->row + 1 == at->table->rows || sheet_cell_at(at->table, at->row + 1, c)->cover != SPAN_ABOVE;
        bool begins_here = before->cover != SPAN_ABOVE;
        if (!before->cover)
            count_cell(at, &sides[0], above);
        bool own = begins_here ||
                   (sheet_label(at->lexicon, at->scratch, below->text) && strcmp(below->text, above) != 0);
        if (!below->cover && ends_here && own)
            count_cell(at, &sides[1], below->text);
        if (below->cover || !ends_here || !begins_here)
            continue;
        if (are_two_labels(at, above, below->text))
            return false;
        goes_on |= are_one_label(at, above, below->text);
        bool half = may_be_one_label(at, above, below->text);
        halves |= half;
        bool numbers = sheet_is_value(above) && sheet_is_value(below->text);
        both |= *above && *below->text && !half && !numbers && !sheet_is_unit(below->text);
    }
    halves &= !sides[0].numbers != !sides[1].numbers;
    return goes_on || is_rest(at) || (!both && (halves || are_one_row(&sides[0], &sides[1])));
}

const char *sheet_one_cell(struct nb_arena *arena, const char *above, const char *below)
{
    if (!*above || !*below)
        return *above ? above : below;
    return arena_printf(arena, sheet_is_value(above) && !sheet_is_unit(below) ? "%s\n%s" : "%s%s", above,
                        below);
}

/* Give the words of a cell behind the break to the cell above it, which then covers it. */
static void give_up(const struct break_ *at, size_t column)
{
    struct box_cell *below = sheet_cell_at(at->table, at->row, column),
                    *above = sheet_owner(at->table, at->row - 1, column);
    above->text = sheet_one_cell(at->arena, above->text, below->text);
    below->text = "";
    below->cover = SPAN_ABOVE;
}

/* Whether the row behind the break has words to the right of a column. */
static bool has_label_behind(const struct break_ *at, size_t column)
{
    for (size_t c = column + 1; c < at->table->columns; c++) {
        const char *text = sheet_cell_at(at->table, at->row, c)->text;
        if (*text && !sheet_is_value(text))
            return true;
    }
    return false;
}

/* Whether a label that stands beside several rows goes on behind the break: the rest of its words, or all of
 * them, or none; then its place is empty and the row's own label stands behind it. */
static bool goes_on(const struct break_ *at, size_t column)
{
    const char *below = sheet_cell_at(at->table, at->row, column)->text,
               *above = sheet_owner(at->table, at->row - 1, column)->text;
    if (!*below)
        return has_label_behind(at, column) && !are_of_row(at->lexicon, at->scratch, above);
    if (!*above)
        return sheet_label(at->lexicon, at->scratch, below) & (WORD_GROUP | WORD_COLUMN | WORD_SPAN);
    return are_one_label(at, above, below);
}

/* Whether nothing stands in the cells of a row. */
static bool is_bare(const struct sheet_table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++)
        if (*sheet_cell_at(table, row, c)->text)
            return false;
    return true;
}

bool sheet_drop_bare(struct sheet_table *table, size_t row)
{
    bool room = row > 1 && is_bare(table, row - 1);
    if (room)
        remove_rows(table, row - 1, 1);
    return room;
}

/* Whether the next table begins at the break: labels that stand over columns, below values or the label of a
 * row. */
static bool begins_table(const struct break_ *at)
{
    bool row = false, values = false, span = false;
    for (size_t c = 0; c < at->table->columns; c++) {
        const char *above = sheet_cell_at(at->table, at->row - 1, c)->text,
                   *below = sheet_cell_at(at->table, at->row, c)->text;
        row |= sheet_is_value(above) || (sheet_label(at->lexicon, at->scratch, above) & WORD_ROW) != 0;
        values |= sheet_is_value(below);
        span |= (sheet_label(at->lexicon, at->scratch, below) & WORD_SPAN) != 0;
    }
    return row && !values && span;
}

void sheet_join_rows(struct nb_arena *scratch, struct sheet_table *table, const struct lexicon *lexicon)
{
    for (size_t row = table->rows; --row > 0;) {
        const struct break_ at = {scratch, scratch, table, lexicon, row};
        bool one = false, both = false, bare = is_bare(table, row - 1);
        for (size_t c = 0; c < table->columns && !both; c++) {
            const struct box_cell *below = sheet_cell_at(table, row, c), *above = below - table->columns;
            both = *below->text && *above->text && !are_one_label(&at, above->text, below->text);
            one |= below->cover == SPAN_ABOVE &&
                   ((bare && !above->cover) ||
                    are_of_row(lexicon, scratch, sheet_owner(table, row - 1, c)->text));
        }
        for (size_t c = 0; c < table->columns && one && !both; c++) {
            struct box_cell *below = sheet_cell_at(table, row, c), *above = below - table->columns;
            const char *words = together(&at, above->text, below->text);
            if (below->cover != SPAN_ABOVE && !*above->text)
                *above = *below;
            above->text = words;
        }
        if (one && !both)
            remove_rows(table, row, 1);
    }
}

static void mend(struct break_ at)
{
    if (begins_table(&at))
        return;
    bool room = sheet_drop_bare(at.table, at.row);
    at.row -= room;
    bool cut = !room && is_cut(&at);
    for (size_t c = 0; c < at.table->columns; c++)
        if (!sheet_cell_at(at.table, at.row, c)->cover && (cut || goes_on(&at, c)))
            give_up(&at, c);
    if (cut)
        remove_rows(at.table, at.row, 1);
}

/* Nothing stands in the first row behind a break: room at the head of a page is no row, either. */
static void drop_room(struct sheet_table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++) {
        const struct box_cell *cell = sheet_cell_at(table, row, c);
        if (sheet_cell_at(table, row + 1, c)->cover == SPAN_ABOVE)
            *sheet_cell_at(table, row + 1, c) = *cell;
    }
    remove_rows(table, row, 1);
}

void sheet_join(struct nb_arena *arena, struct nb_arena *scratch, struct sheet_table *table,
                const struct sheet_table *next, float em, const struct lexicon *lexicon)
{
    struct sheet_table joined = *table, rest = *next;
    rest.edges = arena_alloc(scratch, (next->columns + 1) * sizeof *rest.edges);
    snap(table, next, em, rest.edges);
    joined.edges = arena_alloc(scratch, (table->columns + next->columns + 2) * sizeof *joined.edges);
    joined.columns = all_edges(table, &rest, joined.edges);
    joined.rows = table->rows + next->rows;
    joined.cells = arena_alloc(scratch, joined.rows * joined.columns * sizeof *joined.cells);
    copy_rows(table, &joined, 0);
    copy_rows(&rest, &joined, table->rows);
    joined.last_page = next->last_page;
    joined.bottom = next->bottom;
    while (table->rows + 1 < joined.rows && is_bare(&joined, table->rows))
        drop_room(&joined, table->rows);
    size_t heads = sheet_repeated(scratch, &joined, table->rows, &joined, table->rows);
    remove_rows(&joined, table->rows, heads);
    if (table->rows < joined.rows)
        mend((struct break_){arena, scratch, &joined, lexicon, table->rows});
    *table = joined;
}
