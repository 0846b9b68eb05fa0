/* invariants.c - compiles, writes, and looks at what came out with other readers than our own. */
#include "config.h"

#include "invariants.h"

#include "arena.h"
#include "bind.h"
#include "text.h"
#include "utf8.h"

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
        fprintf(out, "%s %s %s %s %s\n", walk.table->form->id, walk.row->form->id,
                walk.row->form->columns[walk.column].id, nb_status_name(cell->status),
                cell->value ? cell->value : "-");
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
    if (cell->status == NB_BLANK || cell->status == NB_NA || cell->status == NB_MISSING ||
        cell->status == NB_UNREAD)
        return !cell->value;
    return cell->value || (cell->status == NB_AMBIGUOUS && *cell->raw);
}

void check_cells(const struct nb_report *report)
{
    struct walk walk = {NULL, NULL, 0};
    for (const struct nb_cell *cell; (cell = next_cell(report, &walk));) {
        HOLDS(agrees(cell));
        if (cell->status == NB_GIVEN)
            HOLDS(prints_value(report, cell));
    }
}

/* ---- places ---- */

/* A place begins and ends where characters do. */
static void check_span(const struct nb_report *report, struct nb_span span)
{
    const char *bytes = report->text->bytes;
    HOLDS(span.start <= span.end && span.end <= report->text->length);
    HOLDS(((unsigned char)bytes[span.start] & 0xC0) != 0x80 &&
          ((unsigned char)bytes[span.end] & 0xC0) != 0x80);
}

static void check_spans(const struct nb_report *report)
{
    struct walk walk = {NULL, NULL, 0};
    for (const struct nb_cell *cell; (cell = next_cell(report, &walk));)
        check_span(report, cell->span);
    for (const struct nb_fact *fact = report->facts; fact; fact = fact->next)
        check_span(report, fact->span);
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next) {
        check_span(report, finding->span);
        for (const struct nb_related *related = finding->related; related; related = related->next)
            check_span(report, related->span);
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
        const json_t *member = json_object_get(json_object_get(rows, walk.row->form->id),
                                               walk.row->form->columns[walk.column].id);
        const char *status = json_string_value(json_object_get(member, "status"));
        const json_t *value = json_object_get(member, "value");
        HOLDS(status && !strcmp(status, nb_status_name(cell->status)));
        HOLDS(cell->value ? json_real_value(value) == strtod(cell->value, NULL) : json_is_null(value));
    }
    json_decref(root);
}

/* What XML cannot hold stands there as U+FFFD: likewise in a string of JSON's, which the caller frees. */
static char *as_xml(const char *string)
{
    char *copy = malloc(3 * strlen(string) + 1), *to = copy;
    HOLDS(copy);
    for (; *string; string++) {
        bool control = (unsigned char)*string < ' ' && !strchr("\t\n\r", *string);
        if (control || !strncmp(string, "\xEF\xBF\xBE", 3) || !strncmp(string, "\xEF\xBF\xBF", 3)) {
            to = stpcpy(to, "\xEF\xBF\xBD");
            string += control ? 0 : 2;
        } else {
            *to++ = *string;
        }
    }
    *to = '\0';
    return copy;
}

static const xmlNode *element_from(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

/* A number, a string or a boolean of JSON says what the node says. */
static void check_same_word(const json_t *word, const xmlNode *node)
{
    char *said = (char *)xmlNodeGetContent(node),
         *wanted = as_xml(json_is_string(word) ? json_string_value(word) : "");
    HOLDS(said);
    if (json_is_string(word))
        HOLDS(!strcmp(said, wanted));
    else if (json_is_number(word))
        HOLDS(strtod(said, NULL) == json_number_value(word));
    else
        HOLDS(!strcmp(said, json_is_true(word) ? "true" : "false"));
    xmlFree(said);
    free(wanted);
}

static void check_same(const json_t *value, const xmlNode *element);

/* A field is an attribute, the element's content or an element in it; an object's key may be the id of one.
 * Returns that element's next, or `child` where it was none. */
static const xmlNode *check_field(const char *key, const json_t *value, const xmlNode *element,
                                  const xmlNode *child)
{
    const xmlAttr *attribute = xmlHasProp(element, (const xmlChar *)key);
    if (!strcmp(key, "type")) {
        HOLDS(!strcmp(json_string_value(value), (const char *)element->name));
        return child;
    }
    if (json_is_null(value) || attribute) {
        HOLDS(json_is_null(value) == !attribute);
        if (attribute)
            check_same_word(value, (const xmlNode *)attribute);
        return child;
    }
    if (!child) {
        HOLDS(!strcmp(key, "text"));
        check_same_word(value, element);
        return child;
    }
    xmlChar *id = xmlGetProp(child, (const xmlChar *)"id");
    HOLDS(!strcmp(key, id ? (const char *)id : (const char *)child->name));
    xmlFree(id);
    check_same(value, child);
    return element_from(child->next);
}

/* The same in both, to the last element. */
static void check_same(const json_t *value, const xmlNode *element)
{
    const xmlNode *child = element_from(element->children);
    const xmlAttr *attribute = element->properties;
    const char *key;
    json_t *field;
    size_t i;
    if (!json_is_object(value) && !json_is_array(value))
        check_same_word(value, element);
    json_object_foreach((json_t *)value, key, field) child = check_field(key, field, element, child);
    json_array_foreach(value, i, field)
    {
        if (json_is_string(field)) {
            HOLDS(attribute);
            check_same_word(field, (const xmlNode *)attribute);
            attribute = attribute->next;
        } else {
            HOLDS(child);
            check_same(field, child);
            child = element_from(child->next);
        }
    }
    HOLDS(!child);
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

static void check_xml(const char *json, const char *document)
{
    json_t *root = json_loads(json, JSON_DECODE_INT_AS_REAL, NULL);
    xmlDocPtr parsed =
        xmlReadMemory(document, (int)strlen(document), NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    HOLDS(root && parsed);
    check_same(root, xmlDocGetRootElement(parsed));
    xmlFreeDoc(parsed);
    json_decref(root);
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
        json_t *root = i == 1 || i == 2
                           ? json_loads(document, JSON_DECODE_INT_AS_REAL | JSON_REJECT_DUPLICATES, NULL)
                           : NULL;
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
    check_xml(json, xml);
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
    struct nb_report *report = compile(format, bytes, length, true),
                     *again = compile(format, bytes, length, true);
    check_same_documents(report, again);
    if (report) {
        check_cells(report);
        check_spans(report);
        check_documents(report);
    }
    nb_report_free(report);
    nb_report_free(again);
}

/* ---- ways of printing the same text ---- */

/* What stands at each line end and before and behind the whole. A blank behind a bar or a tab is an empty
 * cell in some tables. */
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
    struct nb_report *report = compile("text", bytes, length, false),
                     *other = compile("text", copy, printed, false);
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

/* Digits and punctuation are of full width, as an input method sets them. */
static void check_wide(const char *bytes, size_t length)
{
    char *copy = malloc(3 * length + 1), *to = copy;
    HOLDS(copy);
    for (size_t i = 0; i < length; i++)
        if (bytes[i] > ' ' && bytes[i] < 'A')
            to += sprintf(to, "\xEF\xBC%c", bytes[i] + 0x60);
        else
            *to++ = bytes[i];
    check_input("text", copy, (size_t)(to - copy));
    free(copy);
}

/* Whole lines of UTF-8 without what the ways add and without what is no text. */
static bool is_plain(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t')
            return false;
    return length && bytes[length - 1] == '\n' && bytes[0] != '\xEF' && utf8_valid(bytes, length) == length;
}

void check_text(const char *bytes, size_t length, unsigned way)
{
    if (way < TEXT_ROUND_TRIP && is_plain(bytes, length))
        check_way(&ways[way], bytes, length);
    else if (way == TEXT_ROUND_TRIP && is_plain(bytes, length))
        check_round_trip(bytes, length);
    else if (way == TEXT_WIDE && is_plain(bytes, length))
        check_wide(bytes, length);
    else
        check_input("text", bytes, length);
}
