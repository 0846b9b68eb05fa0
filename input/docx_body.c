/* docx_body.c - read document.xml as the reader of the page sees it: insertions in, deletions, hidden text
 * and notes out. */
#include "docx_parts.h"
#include "i18n.h"

#include "bounds.h"
#include "pull.h"

#include <stdlib.h>
#include <string.h>

/* The line being gathered; on the heap. */
struct body_line {
    char *bytes;
    size_t length, capacity;
};

/* A place that holds paragraphs and tables: the body, a cell, a text box. A paragraph whose mark is deleted
 * or hidden runs on into the next one, so the line may outlast it, with the number of the first. */
struct flow {
    struct docx_block **end;
    struct body_line line;
    const char *label;
    const struct docx_mark *marks; /* of comments since the last paragraph */
};

struct paragraph {
    const struct word_style *style;
    struct number_ref number;
    bool mark_deleted, mark_hidden;
};

struct body_table {
    struct docx_table *table;
    struct docx_row **end;
    struct docx_row *above; /* the row before */
    struct docx_column **grid_end;
    size_t grid_count;
};

struct body_row {
    struct docx_cell **end;
    const struct docx_cell *above; /* the cell of the row before that was followed to */
    size_t column;
    int after;
    bool dropped;
};

struct body_cell {
    struct docx_cell *cell;
    bool continues_above, continues_left, dropped;
    bool shows; /* a picture or another object */
};

/* Where in the document the reader is; NULL where it is in none. */
struct context {
    struct flow *flow;
    struct paragraph *paragraph;
    struct body_table *table;
    struct body_row *row;
    struct body_cell *cell;
    bool hidden; /* the run */
};

struct body {
    struct nb_arena *arena;
    const struct word_styles *styles;
    struct numbering *numbering;
    struct context at;
    size_t cells;
    unsigned fields;       /* open fields around */
    uint64_t instructions; /* a bit for each field whose instruction, not its result, is being read */
};

static pull_child child;

static void add(struct body *body, const char *bytes, size_t length)
{
    if (!body->at.paragraph || body->at.hidden || body->instructions)
        return;
    struct body_line *line = &body->at.flow->line;
    line->bytes = xgrow(line->bytes, &line->capacity, line->length + length, 1);
    memcpy(line->bytes + line->length, bytes, length);
    line->length += length;
}

/* ---- paragraphs ---- */

static void add_block(struct body *body, struct docx_block block)
{
    struct docx_block *added = arena_alloc(body->arena, sizeof *added);
    *added = block;
    added->marks = body->at.flow->marks;
    body->at.flow->marks = NULL;
    *body->at.flow->end = added;
    body->at.flow->end = &added->next;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The line becomes a paragraph, unless there is nothing to see; a page break before it leaves no empty line.
 */
static void end_line(struct body *body)
{
    struct flow *flow = body->at.flow;
    const char *start = flow->line.bytes ? flow->line.bytes : "", *end = start + flow->line.length,
               *label = flow->label ? flow->label : "";
    while (end > start && is_blank(end[-1]))
        end--;
    while (start < end && *start == '\n')
        start++;
    size_t label_length = strlen(label), length = label_length + (size_t)(end - start);
    if (length) {
        char *text = arena_alloc(body->arena, length + 1);
        memcpy(text, label, label_length);
        if (end > start)
            memcpy(text + label_length, start, (size_t)(end - start));
        add_block(body, (struct docx_block){.text = text, .length = length});
    }
    flow->line.length = 0;
    flow->label = NULL;
}

static void end_paragraph(struct body *body, const struct paragraph *paragraph)
{
    struct flow *flow = body->at.flow;
    char label[LABEL_MAX];
    if (paragraph->mark_deleted || (paragraph->mark_hidden && !flow->line.length))
        return;
    if (!flow->label && numbering_label(body->numbering, paragraph->style, paragraph->number, label))
        flow->label = arena_strdup(body->arena, label);
    if (!paragraph->mark_hidden)
        end_line(body);
}

static void read_paragraph(struct body *body, struct pull *pull)
{
    struct context outer = body->at;
    struct paragraph paragraph = {.style = body->styles->default_paragraph, .number = {NULL, -1}};
    body->at.paragraph = &paragraph;
    size_t before = outer.flow->line.length;
    pull_children(pull, child, body);
    body->at = outer;
    body->instructions =
        0; /* an instruction does not run over a paragraph; one that never ends must not swallow the rest */
    if (paragraph.style && paragraph.style->contents)
        outer.flow->line.length = before < outer.flow->line.length ? before : outer.flow->line.length;
    else
        end_paragraph(body, &paragraph);
}

static void mark_child(struct pull *pull, const char *name, void *state)
{
    struct paragraph *paragraph = state;
    if (!strcmp(name, "del") || !strcmp(name, "moveFrom"))
        paragraph->mark_deleted = true;
    else if (!strcmp(name, "vanish"))
        paragraph->mark_hidden = word_setting(pull) == ON;
}

static void paragraph_property(struct pull *pull, const char *name, void *state)
{
    struct body *body = state;
    struct paragraph *paragraph = body->at.paragraph;
    if (!paragraph)
        return;
    struct word_number_state number = {body->arena, &paragraph->number};
    if (!strcmp(name, "pStyle"))
        paragraph->style = word_style_find(body->styles, pull_attribute(pull, "val"));
    else if (!strcmp(name, "numPr"))
        pull_children(pull, word_number_child, &number);
    else if (!strcmp(name, "rPr"))
        pull_children(pull, mark_child, paragraph);
}

/* ---- runs ---- */

struct run_settings {
    struct body *body;
    enum setting direct, styled;
};

/* Whether the run is the mark of a note: raised or lowered behind the number of a cell. Alone in its cell it
 * is what the cell says. */
static bool is_note(const struct body *body, struct pull *pull, const char *name)
{
    const char *value = strcmp(name, "vertAlign") ? NULL : pull_attribute(pull, "val");
    return value && strcmp(value, "baseline") && body->at.cell && body->at.flow->line.length;
}

static void run_property(struct pull *pull, const char *name, void *state)
{
    struct run_settings *run = state;
    const struct word_styles *styles = run->body->styles;
    bool note = is_note(run->body, pull, name);
    bool struck =
        note || !strcmp(name, "strike") || !strcmp(name, "dstrike"); /* what is struck out is not printed */
    enum setting setting = note ? ON : struck || !strcmp(name, "vanish") ? word_setting(pull) : UNSET;
    if (setting == ON || (setting == OFF && !struck && run->direct == UNSET))
        run->direct = setting;
    else if (!strcmp(name, "rStyle"))
        run->styled = word_style_hidden(styles, word_style_find(styles, pull_attribute(pull, "val")));
}

static void read_run_properties(struct body *body, struct pull *pull)
{
    struct run_settings run = {body, UNSET, UNSET};
    pull_children(pull, run_property, &run);
    if (run.direct != UNSET || run.styled != UNSET)
        body->at.hidden = (run.direct != UNSET ? run.direct : run.styled) == ON;
}

static void read_run(struct body *body, struct pull *pull)
{
    bool outer = body->at.hidden;
    const struct word_style *style = body->at.paragraph ? body->at.paragraph->style : NULL;
    body->at.hidden = word_style_hidden(body->styles, style) == ON;
    pull_children(pull, child, body);
    body->at.hidden = outer;
}

static void add_piece(const char *text, void *state)
{
    struct body *body = state;
    for (size_t run; *text; text += run) {
        run = strcspn(text, "\r\n");
        add(body, text, run);
        if (text[run]) {
            add(body, " ", 1);
            run++;
        }
    }
}

static void read_characters(struct body *body, struct pull *pull)
{
    const char *space = pull_attribute(pull, "space");
    bool preserve = space && !strcmp(space, "preserve");
    struct body_line *line = body->at.flow ? &body->at.flow->line : NULL;
    size_t before = line ? line->length : 0, blank = 0;
    pull_text(pull, add_piece, body);
    if (preserve || !line || line->length <= before)
        return;
    while (line->length > before && is_blank(line->bytes[line->length - 1]))
        line->length--;
    while (before + blank < line->length && is_blank(line->bytes[before + blank]))
        blank++;
    line->length -= blank;
    memmove(line->bytes + before, line->bytes + before + blank, line->length - before);
}

/* A character of a symbol font. What is no such character in Unicode stays visible as one that could not be
 * read. */
static const char *symbol_of(const char *font, unsigned code)
{
    static const struct {
        const char *font;
        unsigned code;
        const char *utf8;
    } known[] = {
        {"Symbol", 0x2D, "−"},      {"Symbol", 0xB4, "×"},      {"Symbol", 0xB8, "÷"},
        {"Symbol", 0xB7, "•"},      {"Symbol", 0xB1, "±"},      {"Symbol", 0xA3, "≤"},
        {"Symbol", 0xB3, "≥"},      {"Wingdings", 0xFC, "✓"},   {"Wingdings", 0xFB, "✗"},
        {"Wingdings", 0xFE, "☑"},   {"Wingdings", 0xA8, "□"},   {"Wingdings", 0x6C, "●"},
        {"Wingdings", 0x6E, "■"},   {"Wingdings 2", 0x52, "☑"}, {"Wingdings 2", 0xA3, "□"},
        {"Wingdings 2", 0x50, "✓"},
    };
    static const char digits[] = "0\0001\0002\0003\0004\0005\0006\0007\0008\0009";
    if ((code & 0xFF) >= '0' && (code & 0xFF) <= '9' && !strcmp(font, "Symbol"))
        return digits + 2 * ((code & 0xFF) - '0');
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == (code & 0xFF) && !strcmp(known[i].font, font))
            return known[i].utf8;
    return "\xEF\xBF\xBD";
}

static void read_symbol(struct body *body, struct pull *pull)
{
    const char *font = pull_attribute(pull, "font"), *digits = pull_attribute(pull, "char");
    const char *symbol = symbol_of(font ? font : "", digits ? (unsigned)strtoul(digits, NULL, 16) : 0);
    add(body, symbol, strlen(symbol));
}

/* A field is begin, instruction, separate, result, end; fields nest, also inside an instruction. Deeper than
 * 64 none are told apart. */
static void read_field_mark(struct body *body, struct pull *pull)
{
    const char *type = pull_attribute(pull, "fldCharType");
    if (!type)
        return;
    uint64_t bit = body->fields && body->fields <= 64 ? (uint64_t)1 << (body->fields - 1) : 0;
    if (!strcmp(type, "begin")) {
        body->fields++;
        if (body->fields <= 64)
            body->instructions |= (uint64_t)1 << (body->fields - 1);
    } else if (!strcmp(type, "separate")) {
        body->instructions &= ~bit;
    } else if (!strcmp(type, "end") && body->fields) {
        body->instructions &= ~bit;
        body->fields--;
    }
}

/* ---- tables ---- */

static bool count_cells(struct body *body, struct pull *pull, size_t column, size_t more)
{
    body->cells += more;
    if (column + more > LIMIT_COLUMNS)
        pull_fail(pull, _("a table's row has more columns than any real one"));
    else if (body->cells > LIMIT_CELLS)
        pull_fail(pull, _("the tables have more cells than any real report"));
    else
        return true;
    return false;
}

static void grid_child(struct pull *pull, const char *name, void *state)
{
    struct body *body = state;
    struct body_table *table = body->at.table;
    if (!table || strcmp(name, "gridCol") || table->grid_count++ >= LIMIT_COLUMNS)
        return;
    struct docx_column *column = arena_alloc(body->arena, sizeof *column);
    column->width = word_number(pull, "w", 0, 1 << 20);
    *table->grid_end = column;
    table->grid_end = &column->next;
}

static void add_cell(struct body *body, struct docx_cell *cell)
{
    struct body_row *row = body->at.row;
    cell->column = row->column;
    row->column += cell->span;
    *row->end = cell;
    row->end = &cell->next;
}

/* Columns that a row leaves out at its start or end. */
static void leave_out(struct body *body, struct pull *pull, int columns)
{
    if (columns <= 0 || !count_cells(body, pull, body->at.row->column, (size_t)columns))
        return;
    struct docx_cell *cell = arena_alloc(body->arena, sizeof *cell);
    cell->span = (size_t)columns;
    cell->covered = true;
    add_cell(body, cell);
}

static void row_property(struct pull *pull, const char *name, void *state)
{
    struct body_row *row = ((struct body *)state)->at.row;
    if (!row)
        return;
    if (!strcmp(name, "gridBefore"))
        leave_out(state, pull, word_number(pull, "val", 0, LIMIT_COLUMNS + 1));
    else if (!strcmp(name, "gridAfter"))
        row->after = word_number(pull, "val", 0, LIMIT_COLUMNS + 1);
    else if (!strcmp(name, "del"))
        row->dropped = true;
    else if (!strcmp(name, "hidden"))
        row->dropped = word_setting(pull) == ON;
}

/* Whether a cell goes on with the one that it is merged with, which "restart" begins. */
static bool continues(struct pull *pull)
{
    const char *value = pull_attribute(pull, "val");
    return !value || strcmp(value, "restart");
}

static void cell_property(struct pull *pull, const char *name, void *state)
{
    struct body_cell *cell = ((struct body *)state)->at.cell;
    if (!cell)
        return;
    if (!strcmp(name, "gridSpan")) {
        cell->cell->span = (size_t)word_number(pull, "val", 1, LIMIT_COLUMNS + 1);
    } else if (!strcmp(name, "vMerge")) {
        cell->cell->merged = true;
        cell->continues_above = continues(pull);
    } else if (!strcmp(name, "hMerge")) {
        cell->continues_left = continues(pull);
    } else if (!strcmp(name, "cellDel")) {
        cell->dropped = true;
    }
}

/* Read what a place holds into `end`, with nothing of the place around it in force. */
static void read_flow(struct body *body, struct pull *pull, struct docx_block ***end, struct body_cell *cell)
{
    struct context outer = body->at;
    struct flow flow = {.end = *end};
    body->at = (struct context){.flow = &flow, .cell = cell};
    pull_children(pull, child, body);
    end_line(body);
    xfree(flow.line.bytes);
    body->at = outer;
    *end = flow.end;
}

/* A cell continues the one above only if that is merged too and has the same edges; else Word shows it as a
 * cell of its own. */
static bool is_below_merged(struct body_row *row, const struct docx_cell *cell)
{
    while (row->above && row->above->column < cell->column)
        row->above = row->above->next;
    return row->above && row->above->merged && row->above->column == cell->column &&
           row->above->span == cell->span;
}

static bool is_empty(const struct docx_block *block)
{
    for (; block; block = block->next)
        if (block->table || block->length)
            return false;
    return true;
}

/* A cell that shows an object and no words is not empty: it has the sign of Unicode for one. */
static void put_object(struct body *body, struct docx_cell *cell)
{
    static const char object[] = "\xEF\xBF\xBC";
    struct docx_block *block = arena_alloc(body->arena, sizeof *block);
    block->text = object;
    block->length = strlen(object);
    block->next = cell->blocks;
    cell->blocks = block;
}

static void read_cell(struct body *body, struct pull *pull)
{
    struct body_row *row = body->at.row;
    if (!row || row->dropped)
        return;
    struct docx_cell *cell = arena_alloc(body->arena, sizeof *cell);
    struct body_cell reading = {.cell = cell};
    struct docx_block **end = &cell->blocks;
    cell->span = 1;
    read_flow(body, pull, &end, &reading);
    cell->span += !cell->span;
    if (reading.shows && is_empty(cell->blocks))
        put_object(body, cell);
    if (reading.dropped || !count_cells(body, pull, row->column, cell->span))
        return;
    add_cell(body, cell);
    if (reading.continues_left || (reading.continues_above && is_below_merged(row, cell))) {
        cell->covered = true;
        cell->blocks = NULL;
    }
}

static void read_row(struct body *body, struct pull *pull)
{
    struct body_table *table = body->at.table;
    if (!table)
        return;
    struct context outer = body->at;
    struct docx_row *made = arena_alloc(body->arena, sizeof *made);
    struct body_row row = {.end = &made->cells, .above = table->above ? table->above->cells : NULL};
    body->at.table = NULL;
    body->at.row = &row;
    pull_children(pull, child, body);
    leave_out(body, pull, row.after);
    body->at = outer;
    if (row.dropped || !made->cells)
        return;
    *table->end = table->above = made;
    table->end = &made->next;
    if (row.column > table->table->columns)
        table->table->columns = row.column;
}

static void read_table(struct body *body, struct pull *pull)
{
    if (!body->at.flow || body->at.paragraph)
        return;
    struct context outer = body->at;
    struct docx_table *made = arena_alloc(body->arena, sizeof *made);
    struct body_table table = {.table = made, .end = &made->rows, .grid_end = &made->grid};
    end_line(body);
    body->at = (struct context){.flow = outer.flow, .table = &table};
    pull_children(pull, child, body);
    body->at = outer;
    if (made->rows)
        add_block(body, (struct docx_block){.table = made});
}

/* ---- what stands around them ---- */

/* A text box stands before the paragraph that it is anchored in. */
static void read_text_box(struct body *body, struct pull *pull)
{
    if (body->at.flow && !body->at.hidden && !body->instructions)
        read_flow(body, pull, &body->at.flow->end, NULL);
}

struct choice {
    struct body *body;
    bool taken;
};

static void alternative(struct pull *pull, const char *name, void *state)
{
    struct choice *choice = state;
    if (choice->taken || (strcmp(name, "Choice") && strcmp(name, "Fallback")))
        return;
    choice->taken = true;
    pull_children(pull, child, choice->body);
}

/* A content control: prompts to fill it in and a table of contents are the word processor's words, not the
 * report's. */
struct control {
    struct body *body;
    bool dropped;
};

static void control_property(struct pull *pull, const char *name, void *state)
{
    struct control *control = state;
    const char *value = pull_attribute(pull, "val");
    if (!strcmp(name, "showingPlcHdr"))
        control->dropped = word_setting(pull) == ON;
    else if (!strcmp(name, "docPartObj"))
        pull_children(pull, control_property, control);
    else if (!strcmp(name, "docPartGallery") && value && !strcmp(value, "Table of Contents"))
        control->dropped = true;
}

static void control_child(struct pull *pull, const char *name, void *state)
{
    struct control *control = state;
    if (!strcmp(name, "sdtPr"))
        pull_children(pull, control_property, control);
    else if (!strcmp(name, "sdtContent") && !control->dropped)
        pull_children(pull, child, control->body);
}

static void read_control(struct body *body, struct pull *pull)
{
    struct control control = {body, false};
    pull_children(pull, control_child, &control);
}

static void read_comment_mark(struct body *body, struct pull *pull)
{
    const char *id = pull_attribute(pull, "id");
    if (!body->at.flow || !id)
        return;
    struct docx_mark *mark = arena_alloc(body->arena, sizeof *mark);
    *mark = (struct docx_mark){body->at.flow->marks, arena_strdup(body->arena, id)};
    body->at.flow->marks = mark;
}

/* A picture, or an object of another program; a text box in it is read. */
static void read_object(struct body *body, struct pull *pull)
{
    if (body->at.cell)
        body->at.cell->shows = true;
    pull_children(pull, child, body);
}

/* What is read of a document: as a function does it, as what stands for it, or child by child. All else is
 * left: del, moveFrom, delText, instrText, notes' marks, breaks of sections. */
static const struct element {
    const char *name;
    void (*read)(struct body *body, struct pull *pull);
    const char *words;
    pull_child *child;
} elements[] = {
    {"r", .read = read_run},
    {"t", .read = read_characters},
    {"rPr", .read = read_run_properties},
    {"p", .read = read_paragraph},
    {"pPr", .child = paragraph_property},
    {"tc", .read = read_cell},
    {"tcPr", .child = cell_property},
    {"tr", .read = read_row},
    {"trPr", .child = row_property},
    {"tbl", .read = read_table},
    {"tblGrid", .child = grid_child},
    {"tab", .words = "\t"},
    {"ptab", .words = "\t"},
    {"br", .words = "\n"},
    {"cr", .words = "\n"},
    {"noBreakHyphen", .words = "-"},
    {"sym", .read = read_symbol},
    {"fldChar", .read = read_field_mark},
    {"txbxContent", .read = read_text_box},
    {"commentRangeStart", .read = read_comment_mark},
    {"commentReference", .read = read_comment_mark},
    {"sdt", .read = read_control},
    {"body", .child = child},
    {"hyperlink", .child = child},
    {"ins", .child = child},
    {"moveTo", .child = child},
    {"smartTag", .child = child},
    {"customXml", .child = child},
    {"fldSimple", .child = child},
    {"dir", .child = child},
    {"bdo", .child = child},
    {"ruby", .child = child},
    {"rubyBase", .child = child},
    {"drawing", .read = read_object},
    {"pict", .read = read_object},
    {"object", .read = read_object},
};

static void word_element(struct body *body, struct pull *pull, const char *name)
{
    const struct element *element = elements, *end = elements + sizeof elements / sizeof *elements;
    while (element < end && (*element->name != *name || strcmp(element->name, name) != 0))
        element++;
    if (element == end)
        return;
    if (element->read)
        element->read(body, pull);
    else if (element->words)
        add(body, element->words, strlen(element->words));
    else
        pull_children(pull, element->child, body);
}

/* A fraction's parts must not run together into one number. */
static void math_element(struct body *body, struct pull *pull, const char *name)
{
    if (!strcmp(name, "den"))
        add(body, "/", 1);
    if (!strcmp(name, "t"))
        read_characters(body, pull);
    else
        pull_children(pull, child, body);
}

static void child(struct pull *pull, const char *name, void *state)
{
    struct body *body = state;
    struct choice choice = {body, false};
    switch (pull_space(pull)) {
    case PULL_WORD:
        word_element(body, pull, name);
        break;
    case PULL_MATH:
        math_element(body, pull, name);
        break;
    case PULL_COMPATIBILITY:
        if (!strcmp(name, "AlternateContent"))
            pull_children(pull, alternative, &choice);
        break;
    default: /* drawings around text boxes */
        pull_children(pull, child, body);
    }
}

static void read_document(struct body *body, struct pull *pull)
{
    const char *root = pull_root(pull);
    if (!root)
        return;
    if (strcmp(root, "document") || pull_space(pull) != PULL_WORD)
        pull_fail(pull, _("no Word document"));
    else
        pull_children(pull, child, body);
}

bool docx_body_read(struct docx_block **blocks, struct nb_arena *arena, const struct zip_part *part,
                    const struct word_styles *styles, struct numbering *numbering, struct nb_error *error)
{
    struct pull pull;
    *blocks = NULL;
    if (!pull_open(&pull, "document.xml", part, error))
        return false;
    struct flow flow = {.end = blocks};
    struct body body = {.arena = arena, .styles = styles, .numbering = numbering, .at = {.flow = &flow}};
    read_document(&body, &pull);
    end_line(&body);
    xfree(flow.line.bytes);
    return pull_close(&pull);
}
