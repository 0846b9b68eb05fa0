/* html.c - a page becomes text: blocks are lines, tables are cells, the rest of the markup is gone. */
#include "config.h"

#include "bounds.h"
#include "decode.h"
#include "html_mime.h"
#include "html_parts.h"
#include "html_tree.h"
#include "table.h"

#include <string.h>

/* Blanks that are seen and not yet written: they count only if more text follows on the line. */
struct html_blanks {
    size_t count, tabs, at; /* tabs: also where they merge; at: where the first stands */
    bool collapsible;       /* the last merges with the next */
    bool wraps;             /* a line end of the source is among them */
};

/* What has been seen and not yet written: blanks, and the line's end. */
struct html_lowering {
    struct text_builder *builder;
    struct html_tree tree;
    struct html_lines lines;
    struct nb_error *error;
    const struct lexicon *lexicon;
    struct html_grid table, labels; /* not yet written: the next one may be its continuation; or the one to
                                       which the labels before it belong */
    size_t positions;               /* of all grids so far */
    size_t base;                    /* where the page begins in the builder's source */
    size_t again; /* bytes of the cell's text that are not written, for its label says them */
    struct html_blanks blanks;
    bool breaks;        /* a line end is pending */
    bool named, told;   /* the name that a list defines stands before it; and what comes next is its value */
    size_t cell_breaks; /* breaks pending in a cell: an empty line may be what a row printed within its row
                           has in this column */
    bool fresh;         /* nothing is written yet on this line or in this cell */
    bool preformatted, linked, in_cell, failed;
    char last; /* the first byte of the last character written */
};

/* ---- text ---- */

static bool is_wide(char first)
{
    return (unsigned char)first >= 0xE3;
}

static void drop_blanks(struct html_lowering *to)
{
    to->blanks = (struct html_blanks){0};
}

static void write_blanks(struct html_lowering *to, char next)
{
    const struct html_blanks *blanks = &to->blanks;
    /* A line break in the source between two wide characters is no space (CSS text, segment breaks). */
    bool none = blanks->count == 1 && blanks->wraps && is_wide(to->last) && is_wide(next);
    bool tabs = blanks->tabs && !blanks->wraps && !to->in_cell; /* no browser shows them: somebody set them */
    size_t count = none ? 0 : tabs ? blanks->tabs : blanks->count;
    for (size_t i = 0; i < count; i++)
        text_append(to->builder, tabs ? "\t" : " ", 1, to->base + blanks->at + i);
    drop_blanks(to);
}

static void write_line_ends(struct html_lowering *to, size_t count, size_t at)
{
    for (; count; count--)
        text_separator(to->builder, '\n', to->base + at);
    to->cell_breaks = 0;
}

static void begin_line(struct html_lowering *to, uint32_t node, size_t at)
{
    if (to->told)
        text_append(to->builder, "：", strlen("："), to->base + at);
    else
        write_line_ends(to, to->cell_breaks ? to->cell_breaks : to->breaks, at);
    to->breaks = to->fresh = to->named = to->told = false;
    if (to->in_cell)
        drop_blanks(to);
    else
        html_lines_add(&to->lines, text_length(to->builder), to->tree.nodes[node].parent, to->linked);
}

static void write_table(struct html_lowering *to);

static void write_run(struct html_lowering *to, uint32_t node, const char *bytes, size_t length, size_t at)
{
    size_t again = to->again < length ? to->again : length;
    to->again -= again;
    bytes += again;
    at += again;
    if (!(length -= again))
        return;
    if (to->table.cell_count && !to->in_cell) {
        struct html_blanks blanks = to->blanks;
        write_table(to);
        to->blanks = blanks;
    }
    if (to->fresh || to->breaks)
        begin_line(to, node, at);
    write_blanks(to, *bytes);
    text_append(to->builder, bytes, length, to->base + at);
    to->last = bytes[length - 1];
    for (size_t i = length; ((unsigned char)to->last & 0xC0) == 0x80 && i > 0; i--)
        to->last = bytes[i - 1];
}

/* Tabs at the end of a line may be empty cells. */
static void end_line(struct html_lowering *to)
{
    if (to->blanks.tabs && !to->fresh && !to->breaks && !to->in_cell && !to->blanks.wraps)
        write_blanks(to, '\0');
    to->breaks = to->breaks || !to->fresh;
    drop_blanks(to);
}

static void blank(struct html_lowering *to, char byte, size_t at)
{
    struct html_blanks *blanks = &to->blanks;
    bool collapsible = byte != (char)0xC2;
    if (to->preformatted && byte == '\n') {
        end_line(to);
        return;
    }
    if (!blanks->count && !blanks->tabs)
        blanks->at = at;
    blanks->wraps |= byte == '\n';
    blanks->tabs += byte == '\t';
    if (collapsible && (blanks->collapsible || to->fresh || to->breaks))
        return;
    blanks->count++;
    blanks->collapsible = collapsible;
}

/* In preformatted text only line ends are not written as they are. */
static bool is_text(const struct html_lowering *to, char byte)
{
    return (unsigned char)byte > ' ' || (to->preformatted && byte != '\n');
}

/* Blanks and no-break spaces (C2 A0) part the runs that are written as they are. */
static void lower_text(struct html_lowering *to, uint32_t index)
{
    const struct html_node *node = &to->tree.nodes[index];
    size_t start = 0;
    for (size_t i = 0; i <= node->size; i++) {
        while (i < node->size && (unsigned char)node->text[i] > ' ' &&
               node->text[i] != '\xC2') /* as most bytes */
            i++;
        bool end = i == node->size,
             no_break = !end && i + 1 < node->size && !memcmp(node->text + i, "\xC2\xA0", 2);
        if (!end && !no_break && is_text(to, node->text[i]))
            continue;
        if (i > start)
            write_run(to, index, node->text + start, i - start, node->at + start);
        if (!end)
            blank(to, node->text[i], node->at + i);
        i += no_break;
        start = i + 1;
    }
}

/* ---- elements ---- */

static void lower(struct html_lowering *to, uint32_t index);
static void lower_table(struct html_lowering *to, uint32_t first, uint32_t end);

static void lower_children(struct html_lowering *to, uint32_t index)
{
    const struct html_node *nodes = to->tree.nodes;
    for (uint32_t at = index + 1, next; at < nodes[index].end && !to->failed; at = next) {
        bool run = nodes[at].kind != HTML_TEXT && nodes[at].run && !to->in_cell;
        next = run ? nodes[at].run : nodes[at].end;
        if (run)
            lower_table(to, at, next);
        else
            lower(to, at);
    }
}

static void lower_block(struct html_lowering *to, uint32_t index)
{
    end_line(to);
    lower_children(to, index);
    end_line(to);
}

/* Whether an element says a word or two, as a value and its unit, or what stands for none. */
static bool is_brief(const struct html_lowering *to, uint32_t index)
{
    enum { BRIEF = 24 }; /* bytes: eight ideographs */
    size_t bytes = 0;
    for (uint32_t at = index + 1; at < to->tree.nodes[index].end; at++)
        for (size_t i = 0; to->tree.nodes[at].kind == HTML_TEXT && i < to->tree.nodes[at].size; i++)
            bytes += (unsigned char)to->tree.nodes[at].text[i] > ' ';
    return bytes && bytes <= BRIEF;
}

static void lower_loose(void *user, uint32_t index)
{
    struct html_lowering *to = user;
    bool text = to->tree.nodes[index].kind == HTML_TEXT;
    if (text)
        lower(to, index);
    else
        lower_block(to, index);
}

/* ---- tables ---- */

/* The sign of Unicode for what is shown and is no text: a cell with it is not empty. */
#define OBJECT "\xEF\xBF\xBC"

static bool is_shown(const struct html_lowering *to, const struct html_node *node)
{
    return node->shows && !to->tree.said[node->shows];
}

static bool holds_object(const struct html_lowering *to, uint32_t cell, bool empty)
{
    const struct html_node *nodes = to->tree.nodes;
    for (uint32_t at = cell + 1; at < nodes[cell].end; at++)
        if (empty ? nodes[at].kind == HTML_OBJECT || is_shown(to, &nodes[at])
                  : nodes[at].counts && nodes[at].size && is_shown(to, &nodes[at]))
            return true;
    return false;
}

static void lower_cell(struct html_lowering *to, const struct html_cell *cell)
{
    to->fresh = true;
    to->again = cell->again;
    to->breaks = false;
    to->cell_breaks = 0;
    drop_blanks(to);
    lower_children(to, cell->node);
    write_line_ends(to, to->tree.nodes[cell->node].size ? to->cell_breaks : 0, to->tree.nodes[cell->node].at);
    size_t size = to->tree.nodes[cell->node].size;
    if (size <= 1 && holds_object(to, cell->node, !size))
        write_run(to, cell->node, OBJECT, strlen(OBJECT), to->tree.nodes[cell->node].at);
}

/* What covers a position in which no cell starts: the cell before it in its row, one above, or nothing. */
static char cover_of(const struct html_cell *before, const size_t *until, size_t row, unsigned column)
{
    if (before && column < before->column + before->colspan)
        return SPAN_LEFT;
    return until[column] > row ? SPAN_ABOVE : 0;
}

/* A cell covers its columns in the rows that it spans. */
static void cover_below(const struct html_lowering *to, const struct html_cell *cell, size_t *until,
                        size_t row)
{
    unsigned rowspan = to->tree.nodes[cell->node].rowspan;
    size_t end = rowspan ? row + rowspan : SIZE_MAX;
    for (unsigned i = cell->column; i < cell->column + cell->colspan && i < LIMIT_COLUMNS; i++)
        until[i] = until[i] > end ? until[i] : end;
}

/* Cells in the columns that count. Positions that spans cover are marked; those that the row leaves out are
 * empty. */
static void lower_row(struct html_lowering *to, const struct html_grid *grid, size_t row, size_t *until)
{
    const struct html_cell *cell = &grid->cells[grid->rows[row].first],
                           *end = &grid->cells[grid->rows[row + 1].first];
    const struct html_cell *before = NULL;
    size_t at = to->tree.nodes[cell->node].at;
    for (unsigned column = 0; column < grid->rows[row].extent && !to->failed; column++) {
        char cover = cover_of(before, until, row, column);
        if (cell < end && cell->column == column) {
            at = to->tree.nodes[cell->node].at;
            cover_below(to, cell, until, row);
            if (grid->starts[column])
                lower_cell(to, cell);
            before = cell++;
        } else if (cover && grid->starts[column]) {
            text_separator(to->builder, cover, to->base + at);
        }
        if (grid->starts[column])
            text_separator(to->builder, UNIT_SEPARATOR, to->base + at);
    }
    text_separator(to->builder, RECORD_SEPARATOR, to->base + at);
}

/* A table without any span has empty cells where others span them. */
static bool has_spans(const struct html_lowering *to, const struct html_grid *grid)
{
    for (size_t i = 0; i < grid->cell_count; i++)
        if (grid->cells[i].colspan > 1 || to->tree.nodes[grid->cells[i].node].rowspan != 1)
            return true;
    return false;
}

static void open_table(struct html_lowering *to, bool spans, size_t at)
{
    end_line(to);
    if (to->breaks)
        text_separator(to->builder, '\n', to->base + at);
    text_table(to->builder, TEXT_GRID, spans, to->base + at);
    to->in_cell = true;
}

static void close_table(struct html_lowering *to, size_t at)
{
    to->in_cell = to->fresh = false;
    to->breaks = true;
    to->again = 0;
    text_separator(to->builder, GROUP_SEPARATOR, to->base + at);
}

/* A row of the open table; or, between tables, a row that is prose. */
static bool write_row(struct html_lowering *to, const struct html_grid *grid, size_t row,
                      const struct html_cell *prose, bool open, bool spans, size_t *until)
{
    size_t at = to->tree.nodes[grid->cells[grid->rows[row].first].node].at;
    if (open && prose)
        close_table(to, at);
    if (!open && !prose)
        open_table(to, spans, at);
    if (prose)
        lower_block(to, prose->node);
    else
        lower_row(to, grid, row, until);
    return !prose;
}

/* The rows of a grid: as a table or, where it holds a report, as tables between what is prose. */
static void write_grid(struct html_lowering *to, struct html_grid *grid)
{
    html_drop_index(&to->tree, grid);
    bool report = html_holds_report(&to->tree, grid, to->lexicon), spans = has_spans(to, grid), open = false;
    size_t until[LIMIT_COLUMNS];
    memset(until, 0, grid->width * sizeof *until);
    html_find_labels_again(&to->tree, grid);
    for (size_t row = 0; row < grid->row_count && !to->failed; row++) {
        if (grid->rows[row].section)
            memset(until, 0, grid->width * sizeof *until);
        if (grid->rows[row].extent)
            open = write_row(to, grid, row, report ? html_prose_at(&to->tree, grid, row, to->lexicon) : NULL,
                             open, spans, until);
    }
    if (open)
        close_table(to, to->tree.nodes[grid->cells[grid->cell_count - 1].node].at);
}

/* The table that was kept back, before anything else is written. */
static void write_table(struct html_lowering *to)
{
    struct html_grid grids[] = {to->labels, to->table};
    bool preformatted = to->preformatted;
    to->table = to->labels = (struct html_grid){0};
    to->preformatted = false;
    bool beside = grids[0].cell_count && html_put_beside(&to->tree, &grids[0], &grids[1]);
    for (int i = beside; i < 2; i++)
        if (grids[i].cell_count)
            write_grid(to, &grids[i]);
    to->preformatted = preformatted;
    html_grid_free(&grids[0]);
    html_grid_free(&grids[1]);
}

/* A table directly behind another with the same columns is its continuation. */
static void lower_table(struct html_lowering *to, uint32_t first, uint32_t end)
{
    struct html_grid grid;
    end_line(to);
    if (!html_lay_out(&to->tree, first, end, &grid, &to->positions, lower_loose, to, to->error))
        to->failed = true;
    end_line(to);
    if (to->failed || (!html_letters_columns(&to->tree, &grid) && html_join(&to->table, &grid))) {
        html_grid_free(&grid);
        return;
    }
    if (!to->labels.cell_count && html_is_labels(&to->tree, &to->table))
        to->labels = to->table;
    else
        write_table(to);
    to->table = grid;
}

static void lower_flagged(struct html_lowering *to, uint32_t index, bool *flag, bool block)
{
    bool before = *flag;
    *flag = true;
    if (block)
        lower_block(to, index);
    else
        lower_children(to, index);
    *flag = before;
}

static void lower_choice(struct html_lowering *to, uint32_t index)
{
    const struct html_node *nodes = to->tree.nodes;
    uint32_t shown = 0;
    for (uint32_t at = index + 1; at < nodes[index].end; at++)
        if (nodes[at].kind == HTML_OPTION && (!shown || (nodes[at].chosen && !nodes[shown].chosen)))
            shown = at;
    if (shown)
        lower_children(to, shown);
}

/* Only what a drawing takes over from a page is text where it stands. */
static void lower_drawing(struct html_lowering *to, uint32_t index)
{
    const struct html_node *nodes = to->tree.nodes;
    for (uint32_t at = index + 1; at < nodes[index].end;
         at = nodes[at].kind == HTML_BLOCK ? nodes[at].end : at + 1)
        if (nodes[at].kind == HTML_BLOCK)
            lower(to, at);
}

static void lower_break(struct html_lowering *to)
{
    end_line(to);
    to->cell_breaks += to->in_cell;
}

static void lower(struct html_lowering *to, uint32_t index)
{
    const struct html_node *node = &to->tree.nodes[index];
    switch (node->kind) {
    case HTML_TEXT:
        lower_text(to, index);
        break;
    case HTML_INLINE:
        lower_children(to, index);
        break;
    case HTML_LINK:
        lower_flagged(to, index, &to->linked, false);
        break;
    case HTML_PRE:
        lower_flagged(to, index, &to->preformatted, true);
        break;
    case HTML_OBJECT:
        lower_drawing(to, index);
        break;
    case HTML_BREAK:
        lower_break(to);
        break;
    case HTML_NAME:
        lower_block(to, index);
        to->named = true;
        break;
    case HTML_TOLD:
        to->told = to->named && to->breaks && is_brief(to, index);
        lower_block(to, index);
        to->told = false;
        break;
    case HTML_CHOICE:
        lower_choice(to, index);
        break;
    case HTML_TABLE:
        if (!node->layout && !to->in_cell)
            lower_table(to, index + 1, node->end);
        else
            lower_block(to, index);
        break;
    default:
        lower_block(to, index);
    }
}

size_t html_fragment(struct nb_arena *arena, struct text_builder *builder, const char *source, size_t length,
                     size_t base)
{
    struct nb_error error;
    struct html_lowering to = {.error = &error, .fresh = true, .builder = builder, .base = base};
    to.failed = !html_parse(arena, arena_strndup(arena, source, length), length, &to.tree, &error);
    if (!to.failed)
        lower(&to, 0);
    if (!to.failed)
        write_table(&to);
    html_grid_free(&to.table);
    html_grid_free(&to.labels);
    xfree(to.lines.items);
    xfree(to.tree.nodes);
    return to.failed ? 0 : length;
}

/* Whether a page has cells with labels of the forms: others belong to its site. */
static bool has_labels(const struct html_tree *tree, const struct lexicon *lexicon)
{
    enum { SEVERAL = 3, LONGEST = 160 };
    char words[LONGEST + 1];
    size_t labels = 0;
    for (uint32_t i = 0; lexicon && i < tree->count && labels < SEVERAL; i++) {
        size_t length = tree->nodes[i].kind == HTML_CELL ? html_words(tree->nodes, i, words, LONGEST) : 0;
        labels += length && lexicon_label_kinds(lexicon, words, length);
    }
    return !lexicon || labels == SEVERAL;
}

/* A page that shows no table may hold one, also in a page that it holds. */
static void take_unwrapped(struct nb_arena *arena, struct decoded *decoded, const struct lexicon *lexicon,
                           struct html_tree *tree)
{
    enum { MOST = 4 };
    struct nb_error ignored;
    struct html_tree other = {0};
    size_t length = decoded->length;
    char *page = decoded->bytes;
    for (int i = 0; page && !other.tables && i < MOST; i++) {
        xfree(other.nodes);
        other = (struct html_tree){0};
        page = html_unwrap(arena, page, &length);
        if (page && !html_parse(arena, page, length, &other, &ignored))
            page = NULL;
    }
    bool shows = page && other.tables && has_labels(&other, lexicon);
    xfree(shows ? tree->nodes : other.nodes);
    if (shows) {
        decoded->bytes = page;
        decoded->length = length;
        *tree = other;
    }
}

/* Whether a form feed ends what is in the last element, as pdftotext ends the last page. */
static bool ends_in_feed(const char *bytes, size_t length)
{
    const char *feed = memrchr(bytes, '\f', length);
    return feed && feed[1 + strspn(feed + 1, "\r\n ")] == '<';
}

struct nb_text *read_html(struct nb_arena *arena, const struct input *input, struct nb_error *error)
{
    struct decoded decoded;
    struct input page = *input;
    if (html_is_message(input->bytes, input->length))
        page.bytes = html_unpack(arena, input->bytes, &page.length);
    if (!decode(arena, &page, &decoded, error))
        return NULL;
    struct html_lowering to = {.error = error, .fresh = true, .lexicon = input->lexicon};
    html_write_blanks(decoded.bytes, decoded.length);
    to.failed = !html_parse(arena, decoded.bytes, decoded.length, &to.tree, error);
    if (!to.failed && !to.tree.tables)
        take_unwrapped(arena, &decoded, input->lexicon, &to.tree);
    struct nb_text *placed =
        to.failed || to.tree.tables ? NULL : html_read_places(arena, &to.tree, input->lexicon);
    if (placed) {
        xfree(to.tree.nodes);
        return placed;
    }
    to.builder = text_begin(arena, decoded.bytes, decoded.length);
    if (!to.failed && input->lexicon)
        html_find_shapes(&to.tree, input->lexicon);
    if (!to.failed)
        lower(&to, 0);
    if (!to.failed)
        write_table(&to);
    html_grid_free(&to.table);
    html_grid_free(&to.labels);
    struct nb_text *text = text_end(to.builder, "html", decoded.encoding);
    text->encoding_note = decoded.note;
    text->feeds = ends_in_feed(decoded.bytes, decoded.length);
    text->page_title = to.tree.page.article ? to.tree.page.article : to.tree.page.title;
    text->page_date = to.tree.page.date;
    text->page_source = to.tree.page.source;
    if (!to.failed)
        html_find_body(&to.tree, &to.lines, text);
    xfree(to.lines.items);
    xfree(to.tree.nodes);
    return to.failed ? NULL : read_tables_between(arena, text, input->lexicon);
}
