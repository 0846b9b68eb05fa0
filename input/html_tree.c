/* html_tree.c - libxml2's SAX events become the flat list; every text is traced back to the bytes it was read
 * from. */
#include "config.h"

#include "html_tree.h"

#include "fold.h"
#include "i18n.h"

#include "bounds.h"
#include "html_parts.h"
#include "memory.h"
#include "text.h"
#include "watch.h"

#include <string.h>
#include <strings.h>

enum {
    PARSER_CHUNK = 1000, /* libxml2 hands on longer texts in pieces of at least so many bytes */
    ENTITY_BYTES = 64,   /* how far before the parser an entity's '&' may stand */
    PROSE_BYTES = 1200 /* a cell with more text than this holds prose: its table is layout; all labels of rows
                          of a form, a line each in one cell, take 1,076 */
};

struct html_builder {
    struct nb_arena *arena;
    struct html_tree *tree;
    size_t capacity;
    const char *source;
    size_t length;
    htmlParserCtxtPtr parser;
    uint32_t open;                   /* the innermost open node */
    unsigned depth, hidden;          /* open elements; how many of them are hidden or inside a hidden one */
    bool veiled;                     /* the outermost hidden one is by an attribute */
    struct html_veils *veils;        /* that are found */
    const struct html_veils *unsaid; /* those of the first reading; NULL: this is it */
    size_t veil;                     /* where the tag of the outermost hidden element ends */
    unsigned veiled_tables;          /* open tables that are hidden */
    bool in_title;                   /* the innermost open element is <title> */
    uint32_t drawing;                /* the open <svg> outside of tables, 0: none */
    size_t ignore_until;             /* the end of a bogus comment that the parser takes for text */
    struct html_names names;
    struct html_rules rules;
    struct nb_error *error;
    bool failed, out_of_memory;
};

/* `message` tells the limit that is passed. */
static void fail(struct html_builder *builder, const char *message, int limit)
{
    if (!builder->failed)
        snprintf(builder->error->message, sizeof builder->error->message, message, limit);
    builder->failed = true;
    xmlStopParser(builder->parser);
}

/* How much of the source the parser has consumed. */
static size_t consumed(const struct html_builder *builder)
{
    const xmlParserInput *input = builder->parser->input;
    size_t offset = input->consumed + (size_t)(input->cur - input->base);
    return offset < builder->length ? offset : builder->length;
}

/* ---- memory ---- */

/* The parser holds memory of its own while it calls, so where ours runs out it is stopped, and freed before
 * we give up: what asks for memory is guarded. A guard around each event cost a page 5 instructions a byte,
 * and few need any. */
struct request {
    struct html_builder *builder;
    const char *bytes;
    size_t size;
    const xmlChar **attributes;
    struct html_spot *spot;
    char *copy;
};

static void guarded(void (*work)(void *data), struct request *request)
{
    struct html_builder *builder = request->builder;
    if (memory_guard(work, request))
        return;
    builder->failed = builder->out_of_memory = true;
    xmlStopParser(builder->parser);
}

static void grow(void *data)
{
    struct html_builder *builder = ((struct request *)data)->builder;
    struct html_tree *tree = builder->tree;
    tree->nodes = xgrow(tree->nodes, &builder->capacity, tree->count + 1, sizeof *tree->nodes);
}

static void copy(void *data)
{
    struct request *request = data;
    request->copy = arena_strndup(request->builder->arena, request->bytes, request->size);
}

static void take_meta(void *data)
{
    struct request *request = data;
    html_page_meta(&request->builder->tree->page, request->builder->arena,
                   (const char *const *)request->attributes);
}

static void take_spot(void *data)
{
    struct request *request = data;
    struct html_tree *tree = request->builder->tree;
    request->spot->node = request->builder->open;
    tree->spots = arena_grow(request->builder->arena, tree->spots, &tree->spot_room, tree->spot_count + 1,
                             sizeof *tree->spots);
    tree->spots[tree->spot_count++] = *request->spot;
}

/* The parser hands on a sheet in pieces. */
static void take_sheet(void *data)
{
    struct html_builder *builder = ((struct request *)data)->builder;
    const char *sheet = builder->source + consumed(builder), *end = strcasestr(sheet, "</style");
    sheet += *sheet == '>';
    html_rules_read(&builder->rules, builder->arena, sheet, end ? (size_t)(end - sheet) : strlen(sheet));
}

static void take_title(void *data)
{
    struct request *request = data;
    html_page_title(&request->builder->tree->page, request->builder->arena, request->bytes, request->size);
}

/* The bytes as the tree refers to them: where they stand in the source, or a copy. */
static const char *kept(struct html_builder *builder, const char *source, const char *bytes, size_t size)
{
    struct request request = {.builder = builder, .bytes = bytes, .size = size};
    if (!source)
        guarded(copy, &request);
    return source ? source : request.copy;
}

/* ---- building ---- */

static struct html_node *add(struct html_builder *builder, const struct html_node *node)
{
    struct html_tree *tree = builder->tree;
    if (tree->count == LIMIT_NODES)
        fail(builder, _("a page of more than %d tags and texts"), LIMIT_NODES);
    else if (tree->count == builder->capacity)
        guarded(grow, &(struct request){.builder = builder});
    if (builder->failed)
        return NULL;
    tree->nodes[tree->count] = *node;
    return &tree->nodes[tree->count++];
}

/* The value of an attribute, NULL: it has none. */
static const char *attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (!strcmp((const char *)attributes[0], name))
            return (const char *)attributes[1];
    return NULL;
}

/* A field shows its value, if it is one to write in. */
static void show_field(struct html_builder *builder, const xmlChar **attributes)
{
    static const char *const written[] = {"text", "number", "search", "tel", "date"};
    const char *type = attribute(attributes, "type"), *value = attribute(attributes, "value");
    bool shown = !type;
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        shown = shown || !strcasecmp(type, written[i]);
    if (!shown || !value || !*value)
        return;
    size_t size = strlen(value), end = consumed(builder), tag = end;
    while (tag && builder->source[tag - 1] != '<')
        tag--;
    const char *from = memmem(builder->source + tag, end - tag, "value", strlen("value"));
    const char *same = from ? memmem(from, end - (size_t)(from - builder->source), value, size) : NULL;
    struct html_node node = {.kind = HTML_TEXT, .parent = builder->open, .size = (uint32_t)size};
    node.at = same ? (size_t)(same - builder->source) : tag;
    node.text = kept(builder, same, value, size);
    node.end = (uint32_t)builder->tree->count + 1;
    builder->tree->nodes[builder->open].size += node.size;
    add(builder, &node);
}

/* Whether an element does not show. */
static bool is_hidden(struct html_builder *builder, const struct html_node *node, bool hides)
{
    bool veils = hides && node->kind != HTML_HIDDEN;
    bool shows = veils && builder->unsaid && html_is_unsaid(builder->unsaid, consumed(builder));
    if (!builder->hidden) {
        builder->veiled = veils;
        builder->veil = consumed(builder);
    }
    return builder->hidden || node->kind == HTML_HIDDEN || (veils && !shows);
}

/* Some elements mean something only in a table. */
static void settle_kind(struct html_node *node, const char *name)
{
    if (node->kind == HTML_NOTE)
        node->kind = node->table ? HTML_OBJECT : HTML_INLINE;
    if (node->kind == HTML_CHOICE && !node->table)
        node->kind = HTML_HIDDEN;
    if (!node->table && ((node->kind == HTML_OBJECT && !html_is(name, "svg")) || html_is(name, "noscript")))
        node->kind = HTML_HIDDEN;
}

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
    struct html_builder *builder = user;
    if (builder->failed)
        return;
    if (++builder->depth > LIMIT_DEPTH) {
        fail(builder, _("a page with more than %d elements inside one another"), LIMIT_DEPTH);
        return;
    }
    if (html_is((const char *)name, "meta"))
        guarded(take_meta, &(struct request){.builder = builder, .attributes = attributes});
    struct html_node node = {.parent = builder->open, .tiny = builder->tree->nodes[builder->open].tiny};
    struct html_spot spot;
    spot.placed = builder->tree->spot_count > 0;
    const struct html_node *parent = &builder->tree->nodes[builder->open];
    node.table = parent->kind == HTML_TABLE ? builder->open : parent->table;
    bool hides = html_read_tag(&builder->names, &builder->rules, (const char *)name,
                               (const char *const *)attributes, &node, &spot);
    builder->in_title = !builder->hidden && !builder->drawing && node.kind == HTML_HIDDEN &&
                        html_is((const char *)name, "title");
    if (html_is((const char *)name, "style"))
        guarded(take_sheet, &(struct request){.builder = builder});
    settle_kind(&node, (const char *)name);
    if (is_hidden(builder, &node, hides)) {
        builder->hidden++;
        builder->veiled_tables += html_is((const char *)name, "table");
        return;
    }
    node.at = consumed(builder) + (consumed(builder) < builder->length);
    if (node.kind == HTML_OBJECT && node.table) {
        node.end = (uint32_t)builder->tree->count + 1;
        add(builder, &node);
        builder->hidden++; /* what is inside it */
        return;
    }
    if (add(builder, &node))
        builder->open = (uint32_t)(builder->tree->count - 1);
    if (node.kind == HTML_OBJECT && !builder->drawing)
        builder->drawing = builder->open;
    if (spot.placed || (builder->tree->spot_count && (spot.size > 0 || spot.width > 0)))
        guarded(take_spot, &(struct request){.builder = builder, .spot = &spot});
    if (node.table && html_is((const char *)name, "input"))
        show_field(builder, attributes);
}

/* A formula is written for screen readers and drawn for the eye: where an element says anything else, what is
 * drawn inside it says nothing. */
static void leave_out_drawings(struct html_node *nodes, struct html_node *element)
{
    uint32_t drawn = 0, first = (uint32_t)(element - nodes) + 1;
    for (uint32_t child = first; child < element->end; child = nodes[child].end)
        drawn += nodes[child].drawn ? nodes[child].size : 0;
    if (drawn == element->size)
        return;
    element->size -= drawn;
    for (uint32_t child = first; child < element->end; child = nodes[child].end)
        for (uint32_t at = child; nodes[child].drawn && at < nodes[child].end; at++)
            nodes[at].size = 0;
}

/* A table has a grid worth keeping if it has cells beside one another and is not wrapped around another such
 * table or prose. */
static void end_table(struct html_builder *builder, struct html_node *table)
{
    struct html_node *nodes = builder->tree->nodes;
    bool wrapped = table->table && (table->grid || table->layout);
    uint32_t cell = table->parent;
    while (wrapped && nodes[cell].kind != HTML_CELL && cell > table->table)
        cell = nodes[cell].parent;
    if (wrapped && cell > table->table)
        nodes[cell].nests = true;
    else if (wrapped)
        nodes[table->table].layout = true;
    table->layout = table->layout || !table->grid;
    builder->tree->tables |= !table->layout;
}

/* The table that is all that a cell holds, if it is a row of cells as wide as the cell; 0: there is none. */
static uint32_t find_row_in(const struct html_node *nodes, uint32_t cell)
{
    uint32_t table = 0, rows = 0, width = 0;
    for (uint32_t at = cell + 1; at < nodes[cell].end; at++) {
        if (nodes[at].kind == HTML_TABLE && (table || nodes[at].layout || nodes[at].size < nodes[cell].size))
            return 0;
        table = nodes[at].kind == HTML_TABLE ? at : table;
        rows += nodes[at].kind == HTML_ROW;
        width += nodes[at].kind == HTML_CELL ? nodes[at].colspan : 0;
    }
    return rows == 1 && width == nodes[cell].colspan ? table : 0;
}

/* Cells of a row in a cell are cells of the row that the cell is in, and its table wraps nothing. */
static void take_apart(struct html_builder *builder, uint32_t cell, uint32_t table)
{
    struct html_node *nodes = builder->tree->nodes;
    for (uint32_t at = cell; at < nodes[cell].end; at++) {
        nodes[at].table = at > cell && nodes[at].table == table ? nodes[cell].table : nodes[at].table;
        if (nodes[at].kind == HTML_TABLE || nodes[at].kind == HTML_SECTION || nodes[at].kind == HTML_ROW ||
            at == cell)
            nodes[at].kind = HTML_INLINE;
    }
}

static void end_cell(struct html_builder *builder, uint32_t cell)
{
    struct html_node *nodes = builder->tree->nodes, *table = &nodes[nodes[cell].table];
    uint32_t row = nodes[cell].nests ? find_row_in(nodes, cell) : 0;
    if (row)
        take_apart(builder, cell, row);
    table->grid = ++nodes[nodes[cell].parent].cells > 1 || row || table->grid;
    table->layout = table->layout || nodes[cell].size > PROSE_BYTES || (nodes[cell].nests && !row);
}

static bool is_zero(const struct html_node *nodes, const struct html_node *element)
{
    const struct html_node *at = element + 1;
    while (element->size == 1 && at < nodes + element->end && (at->kind != HTML_TEXT || *at->text <= ' '))
        at++;
    return element->size == 1 && at < nodes + element->end && *at->text == '0';
}

/* The innermost open element ends. */
static void end_open(struct html_builder *builder)
{
    struct html_node *nodes = builder->tree->nodes, *node = &nodes[builder->open];
    node->end = (uint32_t)builder->tree->count;
    nodes[node->parent].draws |= node->drawn;
    builder->tree->said[node->shows] |= node->shows && node->size && !is_zero(nodes, node);
    if (node->draws)
        leave_out_drawings(nodes, node);
    if (node->kind == HTML_TABLE)
        end_table(builder, node);
    else if (node->kind == HTML_CELL && node->table)
        end_cell(builder, builder->open);
    nodes[node->parent].size += node->kind == HTML_CHOICE ? 0 : node->size;
    if (builder->drawing == builder->open)
        builder->drawing = 0;
    builder->open = node->parent;
}

static void end_element(void *user, const xmlChar *name)
{
    struct html_builder *builder = user;
    if (builder->failed || !builder->depth)
        return;
    builder->depth--;
    builder->in_title = false;
    if (builder->hidden) {
        builder->hidden--;
        builder->veiled_tables -= builder->veiled_tables && html_is((const char *)name, "table");
        return;
    }
    end_open(builder);
}

/* ---- texts ---- */

/* Where a text that the parser has just read stands. It is a copy of the source that ends where the parser
 * is, except that a long text is handed on one character, and a lone '<' wholly, before the parser moves past
 * it, and that an entity differs from its text. */
static size_t locate(const struct html_builder *builder, const char *bytes, size_t length, bool *same)
{
    size_t here = consumed(builder), ahead = here;
    if (length >= PARSER_CHUNK && here < builder->length)
        ahead = here + utf8_length((unsigned char)builder->source[here]);
    bool lone = length == 1 && *bytes == '<' && builder->source[here] == '<';
    size_t ends[] = {lone ? here + 1 : ahead, here};
    *same = true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i] >= length && ends[i] <= builder->length &&
            !memcmp(builder->source + ends[i] - length, bytes, length))
            return ends[i] - length;
    *same = false;
    for (size_t at = here; at > 0 && here - at < ENTITY_BYTES; at--)
        if (builder->source[at - 1] == '&')
            return at - 1;
    return here;
}

/* The parser takes "<![if !supportLists]>", which word processors write, for text: leave it out up to its
 * '>'. */
static void note_bogus_comment(struct html_builder *builder, const char *at)
{
    if (strncmp(at, "<!", 2))
        return;
    const char *end = strchr(at, '>');
    builder->ignore_until = end ? (size_t)(end - builder->source) + 1 : builder->length;
}

/* Whether the bytes are nothing but blanks and no-break spaces (C2 A0). */
static bool is_blank(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length &&
           ((unsigned char)bytes[at] <= ' ' || (at + 1 < length && !memcmp(bytes + at, "\xC2\xA0", 2))))
        at += (unsigned char)bytes[at] <= ' ' ? 1 : 2;
    return at == length;
}

/* A text that an attribute hides. */
static void note_veiled(struct html_builder *builder, const char *bytes, size_t length)
{
    struct html_veils *veils = builder->veils;
    if (!builder->veiled_tables)
        return;
    if (!veils->count || veils->items[veils->count - 1].at != builder->veil) {
        if (veils->count == HTML_VEILS)
            return;
        veils->shows[veils->count] = false;
        veils->items[veils->count++] = (struct html_veil){.at = builder->veil};
    }
    html_pairs_add(&veils->items[veils->count - 1].pairs, bytes, length);
}

static void characters(void *user, const xmlChar *bytes, int length)
{
    struct html_builder *builder = user;
    if (!builder->failed && builder->in_title && length > 0)
        guarded(take_title,
                &(struct request){.builder = builder, .bytes = (const char *)bytes, .size = (size_t)length});
    if (builder->hidden && builder->veiled)
        note_veiled(builder, (const char *)bytes, (size_t)length);
    if (builder->failed || builder->hidden || length <= 0 || builder->tree->nodes[builder->open].tiny)
        return;
    bool same;
    size_t size = (size_t)length, at = locate(builder, (const char *)bytes, size, &same);
    if (same && *bytes == '<' && at >= builder->ignore_until)
        note_bogus_comment(builder, builder->source + at);
    if (at < builder->ignore_until) {
        size_t skipped = builder->ignore_until - at < size ? builder->ignore_until - at : size;
        size = same ? size - skipped : 0;
        bytes += skipped;
        at += skipped;
    }
    if (!size)
        return;
    struct html_node node = {.kind = HTML_TEXT, .parent = builder->open, .at = at, .size = (uint32_t)size};
    node.text = kept(builder, same ? builder->source + at : NULL, (const char *)bytes, size);
    node.end = (uint32_t)builder->tree->count + 1;
    if (node.text && !is_blank(node.text, size))
        builder->tree->nodes[builder->open].size += (uint32_t)size;
    add(builder, &node);
}

static void ignore_raw(void *user, const xmlChar *bytes, int length)
{
    (void)user, (void)bytes, (void)length;
}

/* ---- the whole page ---- */

/* What the parser leaves open at the end of the page. */
static void close_all(struct html_builder *builder)
{
    while (builder->open)
        end_open(builder);
    builder->tree->nodes[0].end = (uint32_t)builder->tree->count;
}

/* An XML file of a vocabulary of its own; one that has elements of HTML in it may be a page. */
static bool is_other_xml(const char *source)
{
    return string_begins(source, "<?xml") && !strcasestr(source, "<html");
}

static void parse(struct html_builder *builder)
{
    struct xml_watch watch;
    builder->names.others = is_other_xml(builder->source) ? HTML_BLOCK : HTML_INLINE;
    if (!add(builder, &(struct html_node){.kind = HTML_BLOCK}))
        memory_out();
    xml_watch(&watch);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(builder->source, (int)builder->length);
    if (!parser) {
        xml_unwatch(&watch);
        memory_out();
    }
    builder->parser = watch.page = parser;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = start_element;
    parser->sax->endElement = end_element;
    parser->sax->characters = parser->sax->ignorableWhitespace = characters;
    parser->sax->cdataBlock = ignore_raw;
    parser->userData = builder;
    parser->charset = XML_CHAR_ENCODING_UTF8;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    htmlParseDocument(parser);
    xml_unwatch(&watch);
    if (parser->myDoc)
        xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
    xfree(builder->rules.items);
    if (builder->out_of_memory || watch.out_of_memory)
        memory_out();
    if (!builder->failed)
        close_all(builder);
}

/* What the tables that show say. */
static void add_shown(const struct html_tree *tree, struct html_pairs *shown)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].kind == HTML_TEXT && tree->nodes[tree->nodes[i].parent].table)
            html_pairs_add(shown, tree->nodes[i].text, tree->nodes[i].size);
}

bool html_parse(struct nb_arena *arena, const char *source, size_t length, struct html_tree *tree,
                struct nb_error *error)
{
    struct html_veils veils, more;
    struct html_pairs shown = {{0}};
    struct html_builder builder = {
        .arena = arena, .tree = tree, .source = source, .length = length, .error = error, .veils = &veils};
    veils.count = more.count = 0;
    *tree = (struct html_tree){0};
    if (length > INT32_MAX || !html_attributes_bounded(source))
        return refuse(error, _("a page with a tag of more than %d attributes"), LIMIT_ATTRIBUTES);
    parse(&builder);
    if (builder.failed)
        return false;
    if (veils.count)
        add_shown(tree, &shown);
    if (veils.count && html_find_unsaid(&veils, &shown)) {
        xfree(tree->nodes);
        *tree = (struct html_tree){0};
        builder = (struct html_builder){.arena = arena,
                                        .tree = tree,
                                        .source = source,
                                        .length = length,
                                        .error = error,
                                        .veils = &more,
                                        .unsaid = &veils};
        parse(&builder);
    }
    return !builder.failed;
}

size_t html_words(const struct html_node *nodes, uint32_t element, char *words, size_t most)
{
    size_t length = 0;
    *words = '\0';
    for (uint32_t at = element + 1; at < nodes[element].end; at++) {
        if (nodes[at].kind != HTML_TEXT)
            continue;
        if (length + nodes[at].size > most)
            return 0;
        memcpy(words + length, nodes[at].text, nodes[at].size);
        length += nodes[at].size;
    }
    fold(words, length);
    while (length && (unsigned char)words[length - 1] <= ' ')
        length--;
    size_t blanks = 0;
    while (blanks < length && (unsigned char)words[blanks] <= ' ')
        blanks++;
    memmove(words, words + blanks, length -= blanks);
    words[length] = '\0';
    return length;
}
