/* tree.c - writes the syntax tree as an S-expression, each node with its line and column: what the grammar
 * made of the text. */
#include "output.h"

#include "grid.h"
#include "text.h"

struct printer {
    struct output out;
    const struct nb_report *report;
    struct nb_arena *arena; /* of the words of one node */
    unsigned depth;
};

/* A node on a line of its own: its name, and where it begins. */
static void open_node(struct printer *printer, const char *name, struct nb_span span)
{
    struct nb_position position = text_position(printer->report->text, span.start);
    output_char(&printer->out, '\n');
    for (unsigned i = 0; i < printer->depth; i++)
        output_string(&printer->out, "  ");
    output_char(&printer->out, '(');
    output_string(&printer->out, name);
    output_char(&printer->out, ' ');
    output_decimal(&printer->out, position.line);
    output_char(&printer->out, ':');
    output_decimal(&printer->out, position.column);
    printer->depth++;
}

static void close_node(struct printer *printer)
{
    printer->depth--;
    output_char(&printer->out, ')');
}

/* A string in quotes; what would end it, and line breaks, behind a backslash. */
static void put_string(struct printer *printer, const char *bytes, size_t length)
{
    output_string(&printer->out, " \"");
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '"' || bytes[i] == '\\')
            output_char(&printer->out, '\\');
        if (bytes[i] == '\n')
            output_string(&printer->out, "\\n");
        else if ((unsigned char)bytes[i] >= ' ' || bytes[i] == '\t')
            output_char(&printer->out, bytes[i]);
    }
    output_char(&printer->out, '"');
}

static void put_line(struct printer *printer, struct nb_span span)
{
    const char *line = text_line(printer->arena, printer->report->text, span);
    put_string(printer, line, strlen(line));
    arena_clear(printer->arena);
}

static void put_cell(struct printer *printer, const struct grid_cell *cell)
{
    static const char *const names[] = {
        [CELL_BLANK] = "blank", [CELL_SPAN] = "span",   [CELL_NUMBER] = "number",  [CELL_NA] = "na",
        [CELL_WORDS] = "words", [CELL_LABEL] = "label", [CELL_GARBLED] = "garbled"};
    const char *bytes = printer->report->text->bytes + cell->span.start;
    output_string(&printer->out, " (");
    output_string(&printer->out, names[cell->kind]);
    if (cell->kind != CELL_BLANK && cell->kind != CELL_SPAN)
        put_string(printer, bytes, cell->span.end - cell->span.start);
    output_char(&printer->out, ')');
}

static void put_rows(struct printer *printer, const struct grid_row *row)
{
    static const char *const names[] = {
        [ROW_HEAD] = "labels", [ROW_GROUP] = "group", [ROW_DATA] = "row",
        [ROW_WORDS] = "words", [ROW_EMPTY] = "empty", [ROW_BROKEN] = "broken"};
    for (; row; row = row->next) {
        open_node(printer, names[row->kind], grid_row_span(row));
        for (size_t i = 0; i < row->count; i++)
            put_cell(printer, &row->cells[i]);
        close_node(printer);
    }
}

static void put_grid(struct printer *printer, const struct nb_grid *grid)
{
    static const char *const known[] = {
        [TEXT_GRID] = " grid", [TEXT_ROWS] = " rows", [TEXT_ORDER] = " order"};
    open_node(printer, "table", grid->span);
    output_string(&printer->out, known[grid->known]);
    for (const struct grid_part *part = grid->parts; part; part = part->next) {
        if (part->head) {
            open_node(printer, "head", grid_row_span(part->head));
            put_rows(printer, part->head);
            close_node(printer);
        }
        if (part->body) {
            open_node(printer, "body", grid_row_span(part->body));
            put_rows(printer, part->body);
            close_node(printer);
        }
    }
    close_node(printer);
}

static void put_blocks(struct printer *printer, const struct nb_block *block)
{
    for (; block; block = block->next) {
        if (block->kind == NB_TABLE) {
            put_grid(printer, block->grid);
            continue;
        }
        bool section = block->kind == NB_SECTION;
        open_node(printer, section ? "section" : "paragraph", block->span);
        if (section) {
            put_line(printer, (struct nb_span){block->span.start, block->number_end});
            put_line(printer, block->words);
        } else
            put_string(printer, printer->report->text->bytes + block->words.start,
                       block->words.end - block->words.start);
        put_blocks(printer, block->blocks);
        close_node(printer);
    }
}

static void tree_report(FILE *file, const struct nb_report *report)
{
    struct printer printer = {.report = report, .arena = arena_new()};
    output_begin(&printer.out, file);
    output_string(&printer.out, "(report");
    printer.depth = 1;
    if (report->preamble) {
        open_node(&printer, "preamble", report->preamble->span);
        put_blocks(&printer, report->preamble);
        close_node(&printer);
    }
    for (const struct nb_article *article = report->articles; article; article = article->next) {
        open_node(&printer, "article", article->span);
        put_string(&printer, article->title, strlen(article->title));
        put_blocks(&printer, article->blocks);
        close_node(&printer);
    }
    output_string(&printer.out, ")\n");
    output_flush(&printer.out);
    arena_free(printer.arena);
}

const struct nb_writer tree_writer = {"tree", .report = tree_report};
