/* test_output.c - the back ends, on reports built by hand: what they write is parsed again and says the same.
 */
#include "grid.h"
#include "output.h"
#include "tests.h"
#include "text.h"

#include <CUnit/CUnit.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>

/* ---- a small form and a report that fills it ---- */

static const struct nb_form_column columns[] = {
    {"made", "本年新制作数量", NB_COUNT, ""},
    {"amount", "采购总金额", NB_MONEY, "万元"},
};
static const struct nb_form_row form_rows[] = {
    {"denied.state_secret", "1.属于国家秘密", "", "(三)不予公开", columns, 2},
    {"regulations", "规章", "第二十条第(一)项", "", columns, 2},
};
static const struct nb_form_table form_table = {
    "applications", "收到和处理", false, false, false, form_rows, 2, NULL, 0, NULL};
static const struct nb_form form = {"2019", "格式", "通知", 2019, 2020, NULL, 0, NULL, &form_table, 1};

/* Every control character but NUL, the characters that formats treat specially, and one beyond the first
 * plane. */
#define ODD                                                                                                  \
    "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19"   \
    "\x1a\x1b\x1c\x1d\x1e"                                                                                   \
    "\x1f"                                                                                                   \
    "\"\\/<>&',;\x7f\xf0\xa0\x80\x80 ]]> \xef\xbf\xbe plain text after it"

static void add_tables(struct nb_report *report)
{
    struct nb_table *table = report->tables = arena_alloc(report->arena, sizeof *table);
    struct nb_row *rows = arena_alloc(report->arena, 2 * sizeof *rows);
    for (int i = 0; i < 2; i++)
        rows[i] = (struct nb_row){.form = &form_rows[i],
                                  .origin = &form,
                                  .cells = arena_alloc(report->arena, 2 * sizeof(struct nb_cell)),
                                  .printed = !i};
    *table = (struct nb_table){.form = &form_table, .rows = rows, .printed = true, .span = {5, 20}};
    rows[0].next = &rows[1];
    rows[0].cells[0] =
        (struct nb_cell){.value = "-375", .raw = "−375", .unit = "", .status = NB_GIVEN, .span = {7, 12}};
    rows[0].cells[1] = (struct nb_cell){
        .value = "47222.14", .raw = "4,7222.14\"", .unit = "万元", .status = NB_PLACED, .span = {13, 20}};
    rows[1].cells[0] = rows[1].cells[1] = (struct nb_cell){.raw = "", .unit = "", .status = NB_MISSING};
}

static struct nb_span span_of(const struct nb_report *report, const char *words)
{
    size_t at = (size_t)(strstr(report->text->bytes, words) - report->text->bytes);
    return (struct nb_span){at, at + strlen(words)};
}

static void add_prose(struct nb_report *report)
{
    struct nb_block *section = arena_alloc(report->arena, sizeof *section);
    struct nb_block *paragraph = arena_alloc(report->arena, sizeof *paragraph);
    struct nb_block *table = arena_alloc(report->arena, sizeof *table);
    struct nb_grid *grid = report->grids = arena_alloc(report->arena, sizeof *grid);
    struct grid_part *part = arena_alloc(report->arena, sizeof *part);
    struct grid_row *rows = arena_alloc(report->arena, 2 * sizeof *rows);
    struct grid_cell *cells = arena_alloc(report->arena, 4 * sizeof *cells);
    struct nb_article *article = report->articles = arena_alloc(report->arena, sizeof *article);
    size_t words = span_of(report, "户数").start;
    cells[0] = (struct grid_cell){.kind = CELL_WORDS, .span = {words, words + 6}, .label = -1};
    cells[1] =
        (struct grid_cell){.kind = CELL_NUMBER, .span = {words + 7, words + 12}, .label = -1, .column = 1};
    rows[0] = (struct grid_row){.next = &rows[1], .kind = ROW_DATA, .cells = cells, .count = 2};
    rows[1] = (struct grid_row){.kind = ROW_EMPTY, .cells = cells + 2, .count = 2};
    part->body = rows;
    *grid = (struct nb_grid){.parts = part, .span = {5, 20}};
    *table = (struct nb_block){.kind = NB_TABLE, .span = {5, 20}, .grid = grid};
    *paragraph = (struct nb_block){.kind = NB_PARAGRAPH, .words = span_of(report, ODD), .next = table};
    struct nb_span number = span_of(report, "(一)");
    *section = (struct nb_block){.kind = NB_SECTION,
                                 .span = number,
                                 .number_end = number.end,
                                 .words = {number.end, number.end},
                                 .blocks = paragraph};
    *article = (struct nb_article){
        .title = "总体情况", .role = "overview", .number = 1, .ordinal = 1, .blocks = section};
}

static void add_findings(struct nb_report *report)
{
    struct nb_finding *finding = report->findings = arena_alloc(report->arena, sizeof *finding);
    static const struct nb_fact_names names;
    struct nb_fact *fact = report->facts = arena_alloc(report->arena, sizeof *fact);
    struct nb_cell_ref *cell = arena_alloc(report->arena, sizeof *cell);
    struct nb_related *related = arena_alloc(report->arena, sizeof *related);
    *cell = (struct nb_cell_ref){"applications", "denied.state_secret", "made", {7, 12}};
    *related = (struct nb_related){.span = {13, 20}, .message = "an addend"};
    *finding = (struct nb_finding){.rule = nb_rule_find("outcome-total"),
                                   .severity = NB_ERROR,
                                   .span = {7, 12},
                                   .message = ODD,
                                   .detail = "1 + 1 = 2, not 3",
                                   .expected = "2",
                                   .cells = cell,
                                   .cell_count = 1,
                                   .related = related};
    *fact = (struct nb_fact){
        .article = 1, .span = {7, 12}, .quantity = "5981", .unit = "条", .names = &names, .words = {7, 12}};
}

static struct nb_report *sample(void)
{
    static const char words[] = "标题\n−375 4,7222.14\"\n户数 12户\n(一)", odd[] = ODD;
    char source[sizeof words + sizeof odd] = "";
    memcpy(source, words, sizeof words - 1);
    memset(source + sizeof words - 1, ' ', sizeof odd - 1);
    struct nb_arena *arena = arena_new();
    struct nb_report *report = arena_alloc(arena, sizeof *report);
    char *bytes = memcpy(arena_alloc(arena, sizeof source + 1), source, sizeof source);
    *report = (struct nb_report){.arena = arena,
                                 .name = "a,b.txt",
                                 .format = "text",
                                 .encoding = "UTF-8",
                                 .bytes = 30,
                                 .year = 2019,
                                 .form = &form,
                                 .agency = "示例\"局\"",
                                 .signed_date = "2020-01-31"};
    report->text = text_plain(arena, bytes, sizeof source - 2, "UTF-8");
    memcpy(bytes + sizeof words - 1, odd, sizeof odd - 1); /* as no reader would leave it */
    add_prose(report);
    add_tables(report);
    add_findings(report);
    return report;
}

/* What a writer writes of `count` times the sample, three times at most; freed by the caller. */
static char *written(const char *format, size_t count, bool fill)
{
    const struct nb_report *reports[3];
    struct nb_report *report = sample();
    size_t length = 0;
    report->fill = fill;
    for (size_t i = 0; i < count; i++)
        reports[i] = report;
    char *bytes = nb_write_memory(nb_writer_find(format), reports, count, &length);
    nb_report_free(report);
    return bytes;
}

/* ---- JSON ---- */

static json_t *parsed(const char *bytes)
{
    json_error_t error;
    json_t *json = json_loads(bytes, JSON_REJECT_DUPLICATES, &error);
    if (!json)
        fprintf(stderr, "%d: %s\n", error.line, error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    return json;
}

/* The member at a path of keys and indices, "articles/0/title". */
static json_t *at(json_t *json, const char *path)
{
    char key[64];
    for (int used = 0; json && sscanf(path, "%63[^/]%n", key, &used) == 1; path += used + (path[used] == '/'))
        json = json_is_array(json) ? json_array_get(json, (size_t)atoi(key)) : json_object_get(json, key);
    return json;
}

static const char *string_at(json_t *json, const char *path)
{
    const char *string = json_string_value(at(json, path));
    return string ? string : "(none)";
}

static void check_json(json_t *json)
{
    CU_ASSERT_EQUAL(json_integer_value(at(json, "nianbao")), 1);
    CU_ASSERT_STRING_EQUAL(string_at(json, "source/name"), "a,b.txt");
    CU_ASSERT_TRUE(json_is_null(at(json, "title")));
    CU_ASSERT_STRING_EQUAL(string_at(json, "agency"), "示例\"局\"");
    CU_ASSERT_TRUE(json_is_null(at(json, "signed/by")));
    CU_ASSERT_STRING_EQUAL(string_at(json, "articles/0/blocks/0/blocks/0/text"), ODD);
    CU_ASSERT_EQUAL(json_integer_value(at(json, "articles/0/blocks/0/blocks/1/other")), 0);
    CU_ASSERT_EQUAL(json_array_size(at(json, "other_tables/0/rows")), 2);
    CU_ASSERT_STRING_EQUAL(string_at(json, "other_tables/0/rows/0/1/raw"), "12户");
    CU_ASSERT_EQUAL(json_integer_value(at(json, "other_tables/0/rows/0/1/value")), 12);
    CU_ASSERT_EQUAL(json_array_size(at(json, "other_tables/0/rows/1")), 2);
    CU_ASSERT_STRING_EQUAL(string_at(json, "other_tables/0/rows/1/0/status"), "blank");
    json_t *row = at(json, "tables/applications/rows/denied.state_secret");
    CU_ASSERT_EQUAL(json_integer_value(at(row, "made/value")), -375);
    CU_ASSERT_EQUAL(json_integer_value(at(row, "made/line")), 2);
    CU_ASSERT_EQUAL(json_integer_value(at(row, "amount/column")), 5);
    CU_ASSERT_STRING_EQUAL(string_at(row, "amount/status"), "placed");
    json_t *missing = at(json, "tables/applications/rows/regulations/made");
    CU_ASSERT_TRUE(json_is_null(at(missing, "value")));
    CU_ASSERT_TRUE(json_is_null(at(missing, "line")));
    CU_ASSERT_STRING_EQUAL(string_at(missing, "status"), "missing");
    CU_ASSERT_STRING_EQUAL(string_at(json, "findings/0/message"), ODD);
    CU_ASSERT_STRING_EQUAL(string_at(json, "findings/0/cells/0/1"), "denied.state_secret");
    CU_ASSERT_EQUAL(json_integer_value(at(json, "findings/0/related/0/column")), 5);
    CU_ASSERT_TRUE(json_is_false(at(json, "findings/0/waived")));
    CU_ASSERT_EQUAL(json_integer_value(at(json, "facts/0/quantity")), 5981);
}

static void test_json(void)
{
    char *bytes = written("json", 1, false);
    json_t *json = parsed(bytes);
    check_json(json);
    CU_ASSERT_PTR_NOT_NULL(strstr(bytes, "\"value\": 47222.14,"));
    json_decref(json);
    free(bytes);
}

static void test_json_array(void)
{
    char *bytes = written("json", 3, false);
    json_t *json = parsed(bytes);
    CU_ASSERT_EQUAL(json_array_size(json), 3);
    check_json(json_array_get(json, 2));
    json_decref(json);
    free(bytes);
}

static void test_ndjson(void)
{
    char *bytes = written("ndjson", 2, false), *second = strchr(bytes, '\n') + 1;
    CU_ASSERT_EQUAL(strlen(second), (size_t)(second - bytes));
    CU_ASSERT_PTR_EQUAL(strchr(second, '\n'), second + strlen(second) - 1);
    json_t *json = parsed(second);
    check_json(json);
    json_decref(json);
    free(bytes);
}

static void test_carried(void)
{
    struct nb_report *report = sample();
    char *bytes = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&bytes, &length);
    report->carried = "\"id\": [7]";
    nb_writer_find("ndjson")->report(file, report);
    fclose(file);
    json_t *json = parsed(bytes);
    CU_ASSERT_EQUAL(json_integer_value(at(json, "id/0")), 7);
    check_json(json);
    json_decref(json);
    free(bytes);
    nb_report_free(report);
}

/* A special character at each place of strings of each length, as text is looked through eight bytes at a
 * time. */
static void walk_probe(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, TUPLE, "probe", NULL);
    field_string(sink, "probe", report->title);
    sink->close(sink);
}

static void check_escape(const char *string, char *expected_back)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&bytes, &length);
    json_write(file, false, walk_probe, &(struct nb_report){.title = string});
    fclose(file);
    json_t *json = parsed(bytes);
    CU_ASSERT_STRING_EQUAL(string_at(json, "0"), expected_back);
    json_decref(json);
    free(bytes);
}

static void test_escapes(void)
{
    static const char specials[] = "\x01\n\x1f\"\\\x20\x7f!";
    char string[28];
    for (size_t length = 1; length < sizeof string; length++)
        for (size_t i = 0; i < length; i++)
            for (const char *special = specials; *special; special++) {
                memset(string, 'x', length);
                string[length] = '\0';
                string[i] = *special;
                check_escape(string, string);
            }
}

/* ---- XML ---- */

static xmlDocPtr parsed_xml(const char *bytes)
{
    xmlDocPtr document = xmlReadMemory(bytes, (int)strlen(bytes), "report.xml", NULL, XML_PARSE_NONET);
    CU_ASSERT_PTR_NOT_NULL_FATAL(document);
    return document;
}

/* Errors are expected: the result says enough. */
static void quiet(void *context, const char *message, ...)
{
    (void)context, (void)message;
}

static bool valid(xmlDocPtr document)
{
    const char *bytes = nb_schema("xml");
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(bytes, (int)strlen(bytes));
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSetValidErrors(validator, quiet, quiet, NULL);
    bool result = schema && !xmlSchemaValidateDoc(validator, document);
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    return result;
}

static void check_xpath(xmlDocPtr document, const char *expression, const char *expected)
{
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathRegisterNs(context, BAD_CAST "n", BAD_CAST "urn:nianbao:report:1");
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression, context);
    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    xmlChar *string = xmlXPathCastToString(found);
    CU_ASSERT_STRING_EQUAL((char *)string, expected);
    xmlFree(string);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
}

static void test_xml(void)
{
    char *bytes = written("xml", 1, false);
    xmlDocPtr document = parsed_xml(bytes);
    CU_ASSERT_TRUE(valid(document));
    check_xpath(document, "/n:report/n:agency", "示例\"局\"");
    CU_ASSERT_PTR_NOT_NULL(strstr(bytes, "unit=\"万元\""));
    check_xpath(document, "count(/n:report/n:title)", "0");
    check_xpath(document,
                "//n:table[@id='applications']//n:row[@id='denied.state_secret']/n:cell[@id='amount']/@value",
                "47222.14");
    check_xpath(document, "//n:row[@id='denied.state_secret']/n:cell[@id='amount']/@raw", "4,7222.14\"");
    check_xpath(document,
                "count(//n:row[@id='regulations']/n:cell[@status='missing' and not(@value) and not(@line)])",
                "2");
    check_xpath(document, "/n:report/n:findings/n:finding/n:cells/n:cell/@row", "denied.state_secret");
    check_xpath(document, "/n:report/n:other_tables/n:table/n:rows/n:row[1]/n:cell[2]/@raw", "12户");
    check_xpath(document, "string-length(//n:paragraph) - string-length(//n:finding/@message)", "0");
    check_xpath(document, "substring-after(//n:paragraph, '\"')",
                "\\/<>&',;\x7f\xf0\xa0\x80\x80 ]]> \xef\xbf\xbd plain text after it");
    check_xpath(document, "substring(//n:paragraph, 9, 2)", "\t\n");
    check_xpath(document, "substring(//n:finding/@message, 13, 1)", "\r");
    xmlFreeDoc(document);
    free(bytes);
}

static void test_xml_several(void)
{
    char *bytes = written("xml", 2, false);
    xmlDocPtr document = parsed_xml(bytes);
    CU_ASSERT_TRUE(valid(document));
    check_xpath(document, "count(/n:reports/n:report)", "2");
    xmlFreeDoc(document);
    free(bytes);
}

/* A document that lacks something is not valid: the schema is not an empty promise. */
static void test_xml_schema_refuses(void)
{
    char *bytes = written("xml", 1, false);
    memcpy(strstr(bytes, "status=\"missing\""), "status=\"mislaid\"", 16);
    xmlDocPtr document = parsed_xml(bytes);
    CU_ASSERT_FALSE(valid(document));
    xmlFreeDoc(document);
    free(bytes);
}

/* ---- CSV ---- */

enum { CSV_COLUMNS = 14 };

/* Cut one record in place (RFC 4180); returns what follows it, or NULL at the end of the bytes. */
static char *csv_record(char *bytes, char *fields[], size_t *count)
{
    char *to = bytes;
    if (!*bytes)
        return NULL;
    for (*count = 0; *count < CSV_COLUMNS;) {
        bool quoted = *bytes == '"';
        fields[(*count)++] = to;
        for (bytes += quoted;
             quoted ? *bytes != '"' || *++bytes == '"' : *bytes && *bytes != ',' && *bytes != '\r';)
            *to++ = *bytes++;
        bool more = *bytes == ',';
        bytes += more ? 1 : 2;
        *to++ = '\0';
        if (!more)
            break;
    }
    return bytes;
}

static void test_csv(void)
{
    char *bytes = written("csv", 1, false), *next = bytes, *fields[CSV_COLUMNS] = {0};
    size_t count = 0;
    static const char *const amount[CSV_COLUMNS] = {"a,b.txt",      "示例\"局\"",
                                                    "2019",         "2019",
                                                    "applications", "denied.state_secret",
                                                    "amount",       "1.属于国家秘密",
                                                    "采购总金额",   "47222.14",
                                                    "万元",         "4,7222.14\"",
                                                    "placed",       "2"};
    next = csv_record(next, fields, &count);
    CU_ASSERT_EQUAL(count, CSV_COLUMNS);
    CU_ASSERT_STRING_EQUAL(fields[0], "source");
    CU_ASSERT_STRING_EQUAL(fields[13], "line");
    next = csv_record(next, fields, &count);
    next = csv_record(next, fields, &count);
    CU_ASSERT_EQUAL_FATAL(count, CSV_COLUMNS);
    for (size_t i = 0; i < CSV_COLUMNS; i++)
        CU_ASSERT_STRING_EQUAL(fields[i], amount[i]);
    CU_ASSERT_PTR_NULL(csv_record(next, fields, &count));
    free(bytes);
}

static void test_csv_fill(void)
{
    char *bytes = written("csv", 1, true);
    const char *missing =
        strstr(bytes, "regulations,made,第二十条第(一)项/规章,本年新制作数量,,,,missing,\r\n");
    CU_ASSERT_PTR_NOT_NULL(missing);
    free(bytes);
}

/* ---- text, and what holds for all ---- */

static void test_text(void)
{
    struct nb_arena *arena = arena_new();
    struct nb_report report = {.arena = arena};
    char source[] = "前\n\x1d规\n章\x1f"
                    "0\x1f\x1f\x1e一\x1f\x1e\x1d后";
    char *bytes = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&bytes, &length);
    report.text = text_plain(arena, memcpy(arena_alloc(arena, sizeof source + 1), source, sizeof source),
                             sizeof source - 1, "UTF-8");
    nb_write_report(nb_writer_find("text"), file, &report, 0);
    fclose(file);
    CU_ASSERT_STRING_EQUAL(bytes, "前\n| 规 章 | 0 |  |\n| 一 |\n后\n");
    free(bytes);
    arena_free(arena);
}

static void test_repeatable(void)
{
    static const char *const formats[] = {"json", "ndjson", "xml", "csv", "text"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char *one = written(formats[i], 2, true), *two = written(formats[i], 2, true);
        CU_ASSERT_STRING_EQUAL(one, two);
        free(one);
        free(two);
    }
    CU_ASSERT_PTR_NULL(nb_writer_find("yaml"));
}

static void test_schemas(void)
{
    json_t *json = parsed(nb_schema("json")), *csv = parsed(nb_schema("csv"));
    CU_ASSERT_EQUAL(json_array_size(at(csv, "tableSchema/columns")), CSV_COLUMNS);
    CU_ASSERT_PTR_NOT_NULL(at(json, "$defs/report/required"));
    CU_ASSERT_PTR_NULL(nb_schema("text"));
    json_decref(json);
    json_decref(csv);
}

/* ---- the interface ---- */

struct pieces {
    size_t length, calls, most;
    char bytes[1 << 18];
};

static bool collect(void *user, const void *bytes, size_t length)
{
    struct pieces *pieces = user;
    if (++pieces->calls > pieces->most || pieces->length + length > sizeof pieces->bytes)
        return false;
    memcpy(pieces->bytes + pieces->length, bytes, length);
    pieces->length += length;
    return true;
}

static void test_take(void)
{
    static struct pieces pieces;
    struct nb_report *report = sample();
    const struct nb_report *reports[] = {report, report};
    size_t length = 0;
    char *whole = nb_write_memory(nb_writer_find("json"), reports, 2, &length);
    pieces = (struct pieces){.most = 100};
    CU_ASSERT_TRUE(nb_write(nb_writer_find("json"), reports, 2, collect, &pieces));
    CU_ASSERT_EQUAL(pieces.length, length);
    CU_ASSERT_EQUAL(memcmp(pieces.bytes, whole, length), 0);
    CU_ASSERT_EQUAL(strlen(whole), length);
    size_t calls = pieces.calls;
    pieces = (struct pieces){.most = calls - 1};
    CU_ASSERT_FALSE(nb_write(nb_writer_find("json"), reports, 2, collect, &pieces));
    CU_ASSERT_EQUAL(pieces.calls, calls);
    free(whole);
    nb_report_free(report);
}

static void test_take_findings(void)
{
    static struct pieces pieces = {.most = 100};
    struct nb_report *report = sample();
    const struct nb_report *reports[] = {report, report};
    const struct nb_lint_style style = {.brief = true};
    size_t length = 0;
    char *whole = nb_lint_memory(nb_lint_writer_find("json"), &style, reports, 2, &length);
    json_t *document = parsed(whole);
    CU_ASSERT_EQUAL(json_array_size(at(document, "reports")), 2);
    CU_ASSERT_TRUE(nb_lint(nb_lint_writer_find("json"), &style, reports, 2, collect, &pieces));
    CU_ASSERT_EQUAL(pieces.length, length);
    json_decref(document);
    free(whole);
    nb_report_free(report);
}

/* What a caller of another version of the header hands over. */
static void test_options_grow(void)
{
    struct later {
        struct nb_options options;
        int option;
    } later = {.options = NB_OPTIONS};
    struct nb_error error;
    const char *text = "not a report";
    later.options.size = sizeof later;
    later.options.force = true;
    struct nb_report *report = nb_compile("a", text, strlen(text), &later.options, &error);
    CU_ASSERT_PTR_NOT_NULL(report);
    nb_report_free(report);
    later.option = 1;
    CU_ASSERT_PTR_NULL(nb_compile("a", text, strlen(text), &later.options, &error));
    later.options.size = 0;
    CU_ASSERT_PTR_NULL(nb_compile("a", text, strlen(text), &later.options, &error));
    later.options.size = offsetof(struct nb_options, force);
    CU_ASSERT_PTR_NULL(nb_compile("a", text, strlen(text), &later.options, &error));
    CU_ASSERT_STRING_EQUAL(nb_version(), NB_VERSION);
}

int add_output_tests(void)
{
    CU_TestInfo tests[] = {
        {"json", test_json},
        {"json of several reports", test_json_array},
        {"ndjson", test_ndjson},
        {"members carried over", test_carried},
        {"json escapes", test_escapes},
        {"xml", test_xml},
        {"xml of several reports", test_xml_several},
        {"the xml schema refuses", test_xml_schema_refuses},
        {"csv", test_csv},
        {"csv with missing cells", test_csv_fill},
        {"text", test_text},
        {"the same from run to run", test_repeatable},
        {"schemas", test_schemas},
        {"documents to a function and to memory", test_take},
        {"findings to a function and to memory", test_take_findings},
        {"options of another version", test_options_grow},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"output", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
