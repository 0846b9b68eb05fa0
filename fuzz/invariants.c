/* invariants.c - compiles, writes, and looks at what came out with other readers than our own. */
#include "config.h"

#include "invariants.h"

#include "arena.h"
#include "bind.h"
#include "text.h"

#include <ctype.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

void does_not_hold(const char *condition, const char *file, int line)
{
    fprintf(stderr, "does not hold: %s (%s:%d)\n", condition, file, line);
    __builtin_trap();
}

struct nb_report *compile(const char *format, const void *bytes, size_t length, bool force)
{
    struct nb_options options = NB_OPTIONS;
    struct nb_error error = {""};
    options.format = format;
    options.all_rules = true;
    options.force = force;
    options.max_size = 1 << 24;
    struct nb_report *report = nb_compile("fuzz", bytes, length, &options, &error);
    HOLDS(report || *error.message);
    return report;
}

static char *written(const struct nb_report *report, const char *format)
{
    char *document = nb_write_memory(nb_writer_find(format), &report, 1, NULL);
    HOLDS(document);
    return document;
}

/* ---- cells ---- */

/* Walks the cells of all tables: of the row `printed`, or of all. */
struct walk {
    const struct nb_table *table;
    const struct nb_row *row;
    size_t column;
};

static const struct nb_cell *next_cell(const struct nb_report *report, struct walk *walk)
{
    if (walk->row && ++walk->column < walk->row->form->column_count)
        return &walk->row->cells[walk->column];
    walk->column = 0;
    if (walk->row)
        walk->row = walk->row->next;
    while (!walk->row) {
        walk->table = walk->table ? walk->table->next : report->tables;
        if (!walk->table)
            return NULL;
        walk->row = walk->table->rows;
    }
    return walk->row->cells;
}

char *cells_of(const struct nb_report *report)
{
    char *bytes = NULL;
    size_t length;
    FILE *out = open_memstream(&bytes, &length);
    struct walk walk = {NULL, NULL, 0};
    HOLDS(out);
    for (const struct nb_cell *cell; (cell = next_cell(report, &walk));)
        fprintf(out, "%s %s %s %s %s\n", walk.table->form->id, walk.row->form->id, walk.row->form->columns[walk.column].id,
                nb_status_name(cell->status), cell->value ? cell->value : "-");
    fclose(out);
    return bytes;
}

/* The number that the shadow has at the cell's place is the cell's value. */
static bool prints_value(const struct nb_report *report, const struct nb_cell *cell)
{
    struct nb_number number;
    size_t unit;
    const char *at = report->text->shadow + cell->span.start, *end = report->text->shadow + cell->span.end;
    while (at < end && isspace((unsigned char)*at))
        at++;
    if (!read_number(at, (size_t)(end - at), &number, &unit))
        return false;
    struct nb_arena *arena = arena_new();
    bool same = !strcmp(number_text(arena, number), cell->value);
    arena_free(arena);
    return same;
}

/* Only a dash whose column is not certain is ambiguous without a value. */
static bool agrees(const struct nb_cell *cell)
{
    if (cell->status == NB_BLANK || cell->status == NB_NA || cell->status == NB_MISSING || cell->status == NB_UNREAD)
        return !cell->value;
    return cell->value || (cell->status == NB_AMBIGUOUS && *cell->raw);
}

void check_cells(const struct nb_report *report)
{
    struct walk walk = {NULL, NULL, 0};
    for (const struct nb_cell *cell; (cell = next_cell(report, &walk));) {
        HOLDS(cell->span.start <= cell->span.end && cell->span.end <= report->text->length);
        HOLDS(agrees(cell));
        if (cell->status == NB_GIVEN)
            HOLDS(prints_value(report, cell));
    }
}

/* ---- documents ---- */

static void check_json(const struct nb_report *report, const char *document)
{
    json_t *root = json_loads(document, JSON_DECODE_INT_AS_REAL | JSON_REJECT_DUPLICATES, NULL);
    const json_t *tables = json_object_get(root, "tables");
    struct walk walk = {NULL, NULL, 0};
    HOLDS(root);
    for (const struct nb_cell *cell; (cell = next_cell(report, &walk));) {
        if (!walk.table->printed)
            continue;
        const json_t *rows = json_object_get(json_object_get(tables, walk.table->form->id), "rows");
        const json_t *member =
            json_object_get(json_object_get(rows, walk.row->form->id), walk.row->form->columns[walk.column].id);
        const char *status = json_string_value(json_object_get(member, "status"));
        const json_t *value = json_object_get(member, "value");
        HOLDS(status && !strcmp(status, nb_status_name(cell->status)));
        HOLDS(cell->value ? json_real_value(value) == strtod(cell->value, NULL) : json_is_null(value));
    }
    json_decref(root);
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

/* Counts the elements `name` below a node; with an attribute, only those that have it with this value (NULL: any). */
static size_t count_elements(const xmlNode *node, const char *name)
{
    size_t count = 0;
    for (; node; node = node->next)
        count += is_named(node, name) + count_elements(node->children, name);
    return count;
}

/* As many cells as the tables that are printed have. */
static size_t count_cells(const struct nb_report *report, bool missing_too)
{
    size_t count = 0;
    struct walk walk = {NULL, NULL, 0};
    for (const struct nb_cell *cell; (cell = next_cell(report, &walk));)
        count += walk.table->printed && (missing_too || cell->status != NB_MISSING);
    return count;
}

static void check_xml(const struct nb_report *report, const char *document)
{
    (void)report;
    xmlDocPtr parsed = xmlReadMemory(document, (int)strlen(document), NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    HOLDS(parsed);
    HOLDS(count_elements(xmlDocGetRootElement(parsed), "report") == 1);
    xmlFreeDoc(parsed);
}

/* RFC 4180: every record has the fields of the first. Returns the number of records. */
static size_t check_csv(const char *document)
{
    size_t fields = 0, first = 0, records = 0;
    for (const char *at = document; *at; at++) {
        if (*at == '"') {
            for (at++; *at && (*at != '"' || at[1] == '"'); at++)
                at += *at == '"';
            HOLDS(*at);
        }
        fields += *at == ',';
        if (*at == '\n') {
            first = first ? first : fields;
            HOLDS(fields == first);
            fields = 0;
            records++;
        }
    }
    HOLDS(!fields);
    return records;
}

static void check_findings(const struct nb_report *report)
{
    static const char *const formats[] = {"text", "json", "sarif", "html"};
    const struct nb_lint_style style = {.brief = false};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char *document = nb_lint_memory(nb_lint_writer_find(formats[i]), &style, &report, 1, NULL);
        json_t *root = i == 1 || i == 2 ? json_loads(document, JSON_DECODE_INT_AS_REAL | JSON_REJECT_DUPLICATES, NULL) : NULL;
        HOLDS(document && (root || (i != 1 && i != 2)));
        json_decref(root);
        free(document);
    }
}

void check_documents(const struct nb_report *report)
{
    static const char *const others[] = {"text", "tree", "ndjson"};
    char *json = written(report, "json"), *xml = written(report, "xml"), *csv = written(report, "csv");
    char *facts = written(report, "csv:facts");
    check_json(report, json);
    check_xml(report, xml);
    HOLDS(check_csv(csv) == count_cells(report, report->fill) + 1);
    check_csv(facts);
    free(json), free(xml), free(csv), free(facts);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        free(written(report, others[i]));
    check_findings(report);
}

/* What is written of two reports does not differ. */
static void check_same_documents(const struct nb_report *one, const struct nb_report *other)
{
    static const char *const formats[] = {"json", "tree"};
    HOLDS(!one == !other);
    for (size_t i = 0; one && i < sizeof formats / sizeof *formats; i++) {
        char *document = written(one, formats[i]), *same = written(other, formats[i]);
        if (strcmp(document, same))
            fprintf(stderr, "---- one\n%s\n---- other\n%s\n----\n", document, same);
        HOLDS(!strcmp(document, same));
        free(document);
        free(same);
    }
}

void check_input(const char *format, const void *bytes, size_t length)
{
    struct nb_report *report = compile(format, bytes, length, true), *again = compile(format, bytes, length, true);
    check_same_documents(report, again);
    if (report) {
        check_cells(report);
        check_documents(report);
    }
    nb_report_free(report);
    nb_report_free(again);
}

/* ---- ways of printing the same text ---- */

/* What stands at each line end and before and behind the whole. A blank behind a bar or a tab is an empty cell in some tables. */
static const struct way {
    const char *before, *line_end, *behind;
} ways[TEXT_ROUND_TRIP] = {
    {"", "\n", "\n"}, {"\xEF\xBB\xBF", "\n", ""}, {"", "\r\n", ""}, {"", " \n", ""}, {"", "\n", " \n  \n"}};

static bool may_be_empty_cell(const char *bytes, size_t at)
{
    return !at || strchr("\n\t |,\"", bytes[at - 1]);
}

static char *print_as(const struct way *way, const char *bytes, size_t length, size_t *printed)
{
    char *copy = malloc(2 * length + 16), *to = copy;
    HOLDS(copy);
    to = stpcpy(to, way->before);
    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '\n' && !(*way->line_end == ' ' && may_be_empty_cell(bytes, i)))
            to = stpcpy(to, way->line_end);
        else
            *to++ = bytes[i];
    *printed = (size_t)(stpcpy(to, way->behind) - copy);
    return copy;
}

static void check_same_cells(const struct nb_report *one, const struct nb_report *other)
{
    char *cells = cells_of(one), *others = cells_of(other);
    if (strcmp(cells, others))
        fprintf(stderr, "---- one\n%s\n---- other\n%s\n----\n", cells, others);
    HOLDS(!strcmp(cells, others));
    free(cells);
    free(others);
}

/* The size and the mark of the encoding do not count. */
static void forget_source(struct nb_report *report)
{
    report->bytes = 0;
    report->encoding = "";
}

/* Blanks at the ends of lines move the places that lie behind a line, and nothing else. */
static void check_way(const struct way *way, const char *bytes, size_t length)
{
    size_t printed;
    char *copy = print_as(way, bytes, length, &printed);
    struct nb_report *report = compile("text", bytes, length, false), *other = compile("text", copy, printed, false);
    HOLDS(!report == !other);
    if (report && *way->line_end == ' ') {
        check_same_cells(report, other);
    } else if (report) {
        forget_source(report);
        forget_source(other);
        check_same_documents(report, other);
    }
    nb_report_free(report);
    nb_report_free(other);
    free(copy);
}

/* The report as text, read again. */
static void check_round_trip(const char *bytes, size_t length)
{
    struct nb_report *report = compile("text", bytes, length, false);
    if (!report)
        return;
    char *text = written(report, "text");
    struct nb_report *again = compile("text", text, strlen(text), true);
    HOLDS(again);
    check_same_cells(report, again);
    free(text);
    nb_report_free(report);
    nb_report_free(again);
}

/* Whole lines of UTF-8 without what the ways add and without what is no text. */
static bool is_plain(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t')
            return false;
    struct nb_report *report = compile("text", bytes, length, true);
    bool plain = report && !strcmp(report->encoding, "UTF-8") && bytes[0] != '\xEF' && bytes[length - 1] == '\n';
    nb_report_free(report);
    return plain;
}

void check_text(const char *bytes, size_t length, unsigned way)
{
    check_input("text", bytes, length);
    if (!is_plain(bytes, length))
        return;
    if (way < TEXT_ROUND_TRIP)
        check_way(&ways[way], bytes, length);
    else
        check_round_trip(bytes, length);
}
