/* html_shape.c - rows are siblings that hold as many pieces beside one another; the words of the forms tell
 * whether they mean it.
 */
#include "html_parts.h"

#include "fold.h"
#include "memory.h"

#include <string.h>

enum {
    CELL_BYTES = 300, /* no label is longer */
    GAP_BYTES = 48,   /* sixteen wide blanks */
    WRAPPERS = 4,     /* elements around a row or a cell that hold nothing else */
    HEAD_ROWS = 4,    /* rows that the head of a table has at most */
    WIDEST = 64,      /* cells of a row */
    DEEPEST = 8       /* rows in rows */
};

/* A row: its element, and that of the run's parent which it is or stands in. */
struct shape_row {
    uint32_t row, top;
    unsigned cells;
};

struct shapes {
    struct html_node *nodes;
    const struct lexicon *lexicon;
    uint32_t *blocks; /* of each node: how many blocks are in it that hold none themselves */
    struct shape_row *rows;
    size_t count, capacity;
    bool said; /* the widths that cells say they have count */
};

static bool is_element(const struct html_node *node)
{
    return node->kind == HTML_INLINE || (node->kind >= HTML_BLOCK && node->kind <= HTML_TOLD) ||
           node->kind == HTML_ROW || node->kind == HTML_CELL || node->kind == HTML_SECTION;
}

/* Blanks of any width stand between cells. */
static bool is_blank_text(const struct html_node *node)
{
    char wide[GAP_BYTES];
    uint32_t from = 0;
    while (from < node->size && (unsigned char)node->text[from] <= ' ')
        from++;
    size_t size = node->size - from;
    if (!size || size > GAP_BYTES || (unsigned char)node->text[from] < 0x80)
        return !size;
    memcpy(wide, node->text + from, size);
    fold(wide, size);
    while (size && (unsigned char)wide[size - 1] <= ' ')
        size--;
    return !size;
}

/* How many elements a node holds; 0 where it holds anything else. */
static inline unsigned children_of(const struct shapes *shapes, uint32_t index)
{
    unsigned count = 0;
    for (uint32_t at = index + 1; at < shapes->nodes[index].end; at = shapes->nodes[at].end) {
        const struct html_node *node = &shapes->nodes[at];
        if (node->kind == HTML_TEXT && is_blank_text(node))
            continue;
        if (!is_element(node) || count == WIDEST)
            return 0;
        count++;
    }
    return count;
}

static uint32_t next_element(const struct shapes *shapes, uint32_t at)
{
    while (shapes->nodes[at].kind == HTML_TEXT)
        at++;
    return at;
}

/* Whether an element is one line at most, and no row itself. */
static bool is_cell(const struct shapes *shapes, uint32_t index)
{
    const struct html_node *node = &shapes->nodes[index];
    return shapes->blocks[index] <= 1 && node->size <= CELL_BYTES && node->kind != HTML_ROW;
}

/* The cells of the row that an element is, without what is wrapped around them; 0: it is none. One cell has a
 * wrapper. */
static unsigned cells_of(const struct shapes *shapes, uint32_t *row)
{
    unsigned count = 0;
    if (!is_element(&shapes->nodes[*row]))
        return 0;
    for (uint32_t inner = *row, i = 0; i < WRAPPERS; i++) {
        unsigned here = children_of(shapes, inner);
        if (!here)
            break;
        count = here;
        *row = inner;
        if (here > 1)
            break;
        inner = next_element(shapes, inner + 1);
    }
    for (uint32_t at = *row + 1; count && at < shapes->nodes[*row].end; at = shapes->nodes[at].end)
        if (shapes->nodes[at].kind != HTML_TEXT && !is_cell(shapes, at))
            return 0;
    return count;
}

/* ---- labels ---- */

/* What the cells of a row say: how many are labels, and how many only that of a column; whether one is a
 * number, and whether one ends with a colon, behind which a value is to come. */
struct sayings {
    unsigned labels, columns;
    bool number, colon;
};

static void add_saying(const struct shapes *shapes, uint32_t cell, struct sayings *sayings)
{
    char words[CELL_BYTES + 1];
    size_t length = html_words(shapes->nodes, cell, words, CELL_BYTES);
    unsigned kinds = length ? lexicon_label_kinds(shapes->lexicon, words, length) : 0;
    sayings->labels += kinds != 0;
    sayings->columns += (kinds & (WORD_COLUMN | WORD_ROW)) == WORD_COLUMN;
    sayings->number |= length && strspn(words, "0123456789., \n\x01") == length;
    sayings->colon |= length && words[length - 1] == ':';
}

static void add_sayings(const struct shapes *shapes, uint32_t row, struct sayings *sayings)
{
    for (uint32_t at = row + 1; at < shapes->nodes[row].end; at = shapes->nodes[at].end)
        if (shapes->nodes[at].kind != HTML_TEXT && is_cell(shapes, at))
            add_saying(shapes, at, sayings);
        else if (shapes->nodes[at].kind != HTML_TEXT)
            add_sayings(shapes, at, sayings);
}

static struct sayings sayings_of(const struct shapes *shapes, uint32_t row)
{
    struct sayings sayings = {0};
    add_sayings(shapes, row, &sayings);
    return sayings;
}

/* Whether the rows have a head with labels of columns, and none of those beside its values. */
static bool has_head(const struct shapes *shapes)
{
    bool head = false;
    for (size_t i = 0; i < shapes->count && (head || i < HEAD_ROWS); i++) {
        struct sayings sayings = sayings_of(shapes, shapes->rows[i].row);
        if (sayings.colon || (sayings.number && sayings.columns))
            return false;
        head |= sayings.labels > 1 && sayings.columns;
    }
    return head;
}

/* Paragraphs behind a table may look like rows of it, but say nothing of the form. */
static void drop_paragraphs(struct shapes *shapes)
{
    for (; shapes->count; shapes->count--) {
        struct sayings sayings = sayings_of(shapes, shapes->rows[shapes->count - 1].row);
        if (sayings.labels || sayings.number)
            return;
    }
}

/* ---- runs of rows ---- */

struct box {
    unsigned row, column, rows, columns;
};

/* An element that stands among rows and has none in it. */
static bool is_leaf(const struct shapes *shapes, uint32_t index)
{
    const struct html_node *node = &shapes->nodes[index];
    return is_element(node) && is_cell(shapes, index) && !(node->beside && children_of(shapes, index) > 1);
}

/* How many rows and columns an element takes in which cells stand beside one another, if it is a row or its
 * style says so, or below; of none: it is no such element. */
static struct box measure(const struct shapes *shapes, uint32_t index, bool row, size_t depth)
{
    const struct html_node *nodes = shapes->nodes;
    struct box box = {0};
    bool beside = row || nodes[index].beside;
    if (!row && is_leaf(shapes, index))
        return (struct box){0, 0, 1, shapes->said && nodes[index].colspan ? nodes[index].colspan : 1};
    if (depth == DEEPEST || !children_of(shapes, index))
        return box;
    for (uint32_t at = index + 1; at < nodes[index].end; at = nodes[at].end) {
        if (nodes[at].kind == HTML_TEXT)
            continue;
        struct box part = measure(shapes, at, false, depth + 1);
        if (!part.rows)
            return (struct box){0};
        box.rows = beside ? part.rows > box.rows ? part.rows : box.rows : box.rows + part.rows;
        box.columns = beside                       ? box.columns + part.columns
                      : part.columns > box.columns ? part.columns
                                                   : box.columns;
    }
    return box;
}

/* Cells get their places. The last of those that stand below one another takes what is left; so does a title,
 * or a value behind its label. */
static void put(const struct shapes *shapes, uint32_t index, bool row, struct box box)
{
    struct html_node *node = &shapes->nodes[index];
    bool beside = row || node->beside;
    node->run = 0;
    if (!row && is_leaf(shapes, index)) {
        node->kind = HTML_CELL;
        node->row = box.row & 0xFFFF, node->column = box.column & 0xFFFF;
        node->rowspan = box.rows & 0xFFFF, node->colspan = box.columns & 0xFFFF;
        return;
    }
    node->kind = row ? HTML_ROW : HTML_BLOCK;
    unsigned count = children_of(shapes, index), left = count;
    for (uint32_t at = index + 1; at < node->end; at = shapes->nodes[at].end) {
        if (shapes->nodes[at].kind == HTML_TEXT)
            continue;
        struct box part = measure(shapes, at, false, 0), rest = box;
        left--;
        if (beside) {
            rest.columns = (!left && count <= 2) || part.columns > box.columns ? box.columns : part.columns;
            box.column += rest.columns, box.columns -= rest.columns;
        } else {
            rest.rows = !left || part.rows > box.rows ? box.rows : part.rows;
            box.row += rest.rows, box.rows -= rest.rows;
        }
        put(shapes, at, false, rest);
    }
}

static unsigned widest_row(const struct shapes *shapes)
{
    unsigned width = 0;
    for (size_t i = 0; i < shapes->count; i++)
        width = shapes->rows[i].cells > width ? shapes->rows[i].cells : width;
    return width;
}

/* Widths that are said count where all rows are as wide. */
static void put_rows(struct shapes *shapes)
{
    struct box box = {1, 1, 0, 0};
    shapes->said = true;
    for (size_t i = 0; i < shapes->count; i++) {
        unsigned columns = measure(shapes, shapes->rows[i].row, true, 0).columns;
        shapes->said &= !i || columns == box.columns;
        box.columns = columns;
    }
    box.columns = shapes->said ? box.columns : widest_row(shapes);
    for (size_t i = 0; i < shapes->count; i++) {
        box.rows = measure(shapes, shapes->rows[i].row, true, 0).rows;
        put(shapes, shapes->rows[i].row, true, box);
        box.row += box.rows;
    }
}

/* ---- all of them ---- */

/* What the rows since the last that was none are; then they are forgotten. */
static void end_run(struct shapes *shapes)
{
    if (shapes->count > 1 && widest_row(shapes) > 1 && has_head(shapes)) {
        drop_paragraphs(shapes);
        put_rows(shapes);
        shapes->nodes[shapes->rows[0].top].run = shapes->nodes[shapes->rows[shapes->count - 1].top].end;
    }
    shapes->count = 0;
}

/* Add the row that an element is. */
static bool add_row(struct shapes *shapes, uint32_t index, uint32_t top)
{
    uint32_t row = index;
    unsigned cells = cells_of(shapes, &row);
    if (!cells && shapes->nodes[index].beside)
        cells = measure(shapes, row = index, true, 0).columns;
    if (!cells)
        return false;
    shapes->rows = xgrow(shapes->rows, &shapes->capacity, shapes->count + 1, sizeof *shapes->rows);
    shapes->rows[shapes->count++] = (struct shape_row){row, top, cells};
    return true;
}

/* Add the rows that an element holds, as those of a head or a body. False: it holds anything else. */
static bool add_section(struct shapes *shapes, uint32_t top)
{
    size_t before = shapes->count;
    bool rows = is_element(&shapes->nodes[top]);
    for (uint32_t at = top + 1; rows && at < shapes->nodes[top].end; at = shapes->nodes[at].end)
        rows = (shapes->nodes[at].kind == HTML_TEXT && is_blank_text(&shapes->nodes[at])) ||
               add_row(shapes, at, top);
    if (rows && shapes->count > before)
        return true;
    shapes->count = before;
    return false;
}

/* The runs of rows among the children of an element. */
static void find_runs(struct shapes *shapes, uint32_t parent)
{
    for (uint32_t at = parent + 1; at < shapes->nodes[parent].end; at = shapes->nodes[at].end) {
        const struct html_node *node = &shapes->nodes[at];
        if (node->kind == HTML_TEXT && is_blank_text(node))
            continue;
        if (!add_row(shapes, at, at) && !add_section(shapes, at))
            end_run(shapes);
    }
    end_run(shapes);
}

/* ---- tables of one row ---- */

/* Whether a table has one row and no other table in it. */
static bool is_row_table(const struct html_node *nodes, uint32_t table)
{
    size_t rows = 0;
    for (uint32_t at = table + 1; nodes[table].kind == HTML_TABLE && at < nodes[table].end && rows < 2; at++)
        rows += nodes[at].kind == HTML_TABLE ? 2 : nodes[at].kind == HTML_ROW;
    return rows == 1;
}

/* Such tables, from the first to the end of the last, are the rows of one, into which spans reach, too. */
static void join_row_tables(struct html_node *nodes, uint32_t first, uint32_t end)
{
    for (uint32_t at = first; at < end; at = nodes[at].end)
        if (nodes[at].kind == HTML_TABLE)
            nodes[at].kind = HTML_BLOCK;
    nodes[first].run = end;
}

static void find_row_tables(const struct shapes *shapes, uint32_t parent)
{
    enum { FEWEST = 4 }; /* fewer stand over one another on pages that lay out their heads so */
    struct html_node *nodes = shapes->nodes;
    uint32_t first = 0, last = 0, count = 0;
    for (uint32_t at = parent + 1; at <= nodes[parent].end; at = nodes[at].end) {
        bool inside = at < nodes[parent].end;
        if (inside && nodes[at].kind == HTML_TEXT && is_blank_text(&nodes[at]))
            continue;
        if (inside && is_row_table(nodes, at)) {
            first = count++ ? first : at;
            last = nodes[at].end;
            continue;
        }
        if (count >= FEWEST)
            join_row_tables(nodes, first, last);
        count = 0;
        if (!inside)
            break;
    }
}

/* The innermost first: what is a table by itself needs no element around it. */
void html_find_shapes(struct html_tree *tree, const struct lexicon *lexicon)
{
    struct shapes shapes = {.nodes = tree->nodes, .lexicon = lexicon};
    shapes.blocks = xmalloc(tree->count * sizeof *shapes.blocks);
    memset(shapes.blocks, 0, tree->count * sizeof *shapes.blocks);
    for (uint32_t i = (uint32_t)tree->count; i-- > 0;) {
        struct html_node *node = &tree->nodes[i];
        bool inline_ = node->kind == HTML_TEXT || node->kind == HTML_INLINE || node->kind == HTML_LINK;
        shapes.blocks[i] += !inline_ && node->size && !shapes.blocks[i];
        if (i)
            shapes.blocks[node->parent] += shapes.blocks[i];
        if (is_element(node) && !(node->table && !tree->nodes[node->table].layout))
            find_runs(&shapes, i), find_row_tables(&shapes, i);
    }
    xfree(shapes.blocks);
    xfree(shapes.rows);
}
