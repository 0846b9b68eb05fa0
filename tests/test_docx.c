/* test_docx.c - Word documents: numbering, grids, tracked changes, places, and what is refused. */
#include "bounds.h"
#include "input.h"
#include "numeral.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

/* A growing string. */
struct string {
    char *bytes;
    size_t length;
};

static void append(struct string *string, const char *bytes, size_t length)
{
    string->bytes = realloc(string->bytes, string->length + length + 1);
    memcpy(string->bytes + string->length, bytes, length);
    string->length += length;
    string->bytes[string->length] = '\0';
}

static void append_string(struct string *string, const char *more)
{
    append(string, more, strlen(more));
}

static void repeat(struct string *string, const char *more, size_t times)
{
    size_t length = strlen(more);
    string->bytes = realloc(string->bytes, string->length + length * times + 1);
    for (size_t i = 0; i < times; i++, string->length += length)
        memcpy(string->bytes + string->length, more, length);
    string->bytes[string->length] = '\0';
}

static struct string load(const char *name)
{
    const char *folder = getenv("srcdir");
    char path[4096], buffer[4096];
    struct string string = {NULL, 0};
    snprintf(path, sizeof path, "%s/tests/docx/%s", folder ? folder : ".", name);
    FILE *file = fopen(path, "rb");
    append(&string, "", 0);
    CU_ASSERT_PTR_NOT_NULL(file);
    for (size_t got; file && (got = fread(buffer, 1, sizeof buffer, file));)
        append(&string, buffer, got);
    if (file)
        fclose(file);
    return string;
}

/* The text as people can read it: | after a cell, a line for a row, === around a table. */
static struct string shown(const struct nb_text *text)
{
    struct string out = {NULL, 0};
    append(&out, "", 0);
    for (size_t i = 0; i < text->length; i++) {
        char byte = text->bytes[i];
        if (byte == GROUP_SEPARATOR)
            append_string(&out, "===");
        else if (byte == SPAN_LEFT || byte == SPAN_ABOVE)
            append_string(&out, byte == SPAN_LEFT ? "<" : "^");
        else
            append(&out, byte == UNIT_SEPARATOR ? "|" : byte == RECORD_SEPARATOR ? "\n" : &byte, 1);
    }
    return out;
}

static struct nb_text *read_bytes(struct nb_arena *arena, const struct string *bytes, size_t max_size,
                                  struct nb_error *error)
{
    struct input input = {
        .bytes = bytes->bytes, .length = bytes->length, .max_size = max_size, .format = "docx"};
    error->message[0] = '\0';
    return input_read(arena, &input, error);
}

static void compare(const char *document, const char *expected_name)
{
    struct nb_arena *arena = arena_new();
    struct nb_error error;
    struct string bytes = load(document), expected = load(expected_name), found = {NULL, 0};
    struct nb_text *text = read_bytes(arena, &bytes, 0, &error);
    CU_ASSERT_STRING_EQUAL(error.message, "");
    if (text)
        found = shown(text);
    CU_ASSERT_PTR_NOT_NULL(text);
    CU_ASSERT(text && strcmp(found.bytes, expected.bytes) == 0);
    free(found.bytes);
    free(expected.bytes);
    free(bytes.bytes);
    arena_free(arena);
}

static void test_numbering(void)
{
    compare("numbering.docx", "numbering.txt");
}

static void test_revisions(void)
{
    compare("revisions.docx", "revisions.txt");
}

static void test_merges(void)
{
    compare("merges.docx", "merges.txt");
}

static void test_word_processor(void)
{
    compare("draft.docx", "draft.txt");
    compare("report.docx", "report.txt");
}

static void test_numerals(void)
{
    static const struct {
        const char *format;
        unsigned number;
        const char *expected;
    } cases[] = {
        {"chineseCounting", 1, "一"},
        {"chineseCounting", 10, "十"},
        {"chineseCounting", 19, "十九"},
        {"chineseCounting", 20, "二十"},
        {"chineseCounting", 99, "九十九"},
        {"chineseCounting", 101, "一〇一"},
        {"chineseCountingThousand", 101, "一百零一"},
        {"chineseCountingThousand", 110, "一百一十"},
        {"chineseCountingThousand", 1001, "一千零一"},
        {"chineseCountingThousand", 10000, "10000"},
        {"chineseLegalSimplified", 12, "壹拾贰"},
        {"ideographDigital", 20, "二〇"},
        {"ideographTraditional", 10, "癸"},
        {"ideographTraditional", 11, "11"},
        {"ideographZodiac", 12, "亥"},
        {"decimalEnclosedCircle", 20, "⑳"},
        {"decimalEnclosedCircle", 21, "21"},
        {"decimalEnclosedParen", 3, "⑶"},
        {"decimalFullWidth", 10, "１０"},
        {"decimalZero", 7, "07"},
        {"lowerLetter", 28, "bb"},
        {"upperRoman", 1994, "MCMXCIV"},
        {"none", 5, ""},
        {"unheardOf", 5, "5"},
    };
    char numeral[NUMERAL_MAX];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CU_ASSERT_EQUAL(numeral_write(numeral, cases[i].format, cases[i].number), strlen(cases[i].expected));
        CU_ASSERT_STRING_EQUAL(numeral, cases[i].expected);
    }
    size_t longest = 0;
    for (unsigned number = 0; number <= 70000; number++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            size_t length = numeral_write(numeral, cases[i].format, number);
            longest = length > longest ? length : longest;
        }
    CU_ASSERT(longest < NUMERAL_MAX);
}

static void check_place(const struct nb_text *text, const char *word, size_t line, size_t column,
                        const char *place)
{
    const char *found = strstr(text->bytes, word);
    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    struct nb_position at = text_position(text, (size_t)(found - text->bytes));
    CU_ASSERT_EQUAL(at.line, line);
    CU_ASSERT_EQUAL(at.column, column);
    CU_ASSERT_STRING_EQUAL(at.place, place);
}

static void test_places(void)
{
    struct nb_arena *arena = arena_new();
    struct nb_error error;
    struct string bytes = load("merges.docx");
    struct nb_text *text = read_bytes(arena, &bytes, 0, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    check_place(text, "合并单元格", 1, 1, "第1段");
    check_place(text, "单元格", 1, 3, "第1段");
    check_place(text, "\x1D类", 2, 1, "表1第1行第1列");
    check_place(text, "类", 2, 1, "表1第1行第1列");
    check_place(text, "企业", 3, 1, "表1第2行第3列");
    check_place(text, "（件）", 4, 3, "表1第3行第3列");
    check_place(text, "行首", 5, 1, "第2段");
    check_place(text, "乙", 6, 1, "表2第1行第3列");
    check_place(text, "框内段", 27, 1, "第9段");
    free(bytes.bytes);
    arena_free(arena);
}

/* ---- the whole way ---- */

static const struct nb_cell *find_cell(const struct nb_report *report, const char *table_id,
                                       const char *row_id, const char *column_id)
{
    const struct nb_table *table = nb_table_find(report, table_id);
    for (const struct nb_row *row = table ? table->rows : NULL; row; row = row->next)
        for (size_t i = 0; !strcmp(row->form->id, row_id) && i < row->form->column_count; i++)
            if (!strcmp(row->form->columns[i].id, column_id))
                return &row->cells[i];
    return NULL;
}

/* "table, row, column, value, raw, status", set apart by tabs. */
static void check_cell(const struct nb_report *report, char *line)
{
    char *fields[6];
    for (size_t i = 0; i < 6; i++)
        fields[i] = strsep(&line, "\t");
    CU_ASSERT_PTR_NOT_NULL_FATAL(fields[5]);
    const struct nb_cell *cell = find_cell(report, fields[0], fields[1], fields[2]);
    CU_ASSERT_PTR_NOT_NULL_FATAL(cell);
    CU_ASSERT_STRING_EQUAL(cell->value ? cell->value : "", fields[3]);
    CU_ASSERT_STRING_EQUAL(cell->raw, fields[4]);
    CU_ASSERT_STRING_EQUAL(nb_status_name(cell->status), fields[5]);
}

/* Each cell of the report is exact, and its status is what is printed: nothing has been guessed. */
static void test_report_cells(void)
{
    struct string bytes = load("report.docx"), truth = load("report.tsv");
    struct nb_error error;
    struct nb_report *report = nb_compile("report.docx", bytes.bytes, bytes.length, NULL, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(report);
    size_t cells = 0;
    char *rest = truth.bytes;
    strsep(&rest, "\n");
    for (char *line; (line = strsep(&rest, "\n")) && *line; cells++)
        check_cell(report, line);
    CU_ASSERT_EQUAL(cells, 200);
    CU_ASSERT_STRING_EQUAL(report->format, "docx");
    CU_ASSERT_EQUAL(report->year, 2023);
    const struct nb_cell *cell = find_cell(report, "disclosure", "fees", "amount");
    CU_ASSERT_STRING_EQUAL(nb_locate(report, cell->span.start).place, "表1第14行第2列");
    nb_report_free(report);
    free(bytes.bytes);
    free(truth.bytes);
}

/* ---- what is refused ---- */

static void check_refused(const struct string *bytes, size_t max_size, const char *why)
{
    struct nb_arena *arena = arena_new();
    struct nb_error error;
    CU_ASSERT_PTR_NULL(read_bytes(arena, bytes, max_size, &error));
    CU_ASSERT_PTR_NOT_NULL(strstr(error.message, why));
    CU_ASSERT_PTR_NULL(strchr(error.message, '\n'));
    if (!strstr(error.message, why))
        fprintf(stderr, "expected \"%s\", found \"%s\"\n", why, error.message);
    arena_free(arena);
}

static void add_member(struct archive *archive, const char *name, const char *bytes, size_t length)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, (la_int64_t)length);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    CU_ASSERT_EQUAL(archive_write_header(archive, entry), ARCHIVE_OK);
    CU_ASSERT_EQUAL(archive_write_data(archive, bytes, length), (la_ssize_t)length);
    archive_entry_free(entry);
}

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONSHIPS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

static const char package_relationships[] = RELATIONSHIPS
    "<Relationship Id=\"r\" Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

/* An archive of `empty` members and a document.xml. The caller frees the bytes. */
static struct string docx_of(const struct string *document, size_t empty)
{
    size_t room = document->length + 200 * empty + 65536, used = 0;
    struct string bytes = {malloc(room), 0};
    struct archive *archive = archive_write_new();
    char name[32];
    CU_ASSERT_EQUAL(archive_write_set_format_zip(archive), ARCHIVE_OK);
    CU_ASSERT_EQUAL(archive_write_open_memory(archive, bytes.bytes, room, &used), ARCHIVE_OK);
    for (size_t i = 0; i < empty; i++) {
        snprintf(name, sizeof name, "e%zu", i);
        add_member(archive, name, "", 0);
    }
    add_member(archive, "_rels/.rels", package_relationships, strlen(package_relationships));
    add_member(archive, "word/document.xml", document->bytes, document->length);
    CU_ASSERT_EQUAL(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
    bytes.length = used;
    return bytes;
}

#define DOCUMENT                                                                                             \
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
#define DOCUMENT_END "</w:body></w:document>"
#define LINE(words) "<w:p><w:r><w:t>" words "</w:t></w:r></w:p>"
#define CELL(words) "<w:tc>" LINE(words) "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define TEXT LINE("x")

/* `more`, so many times, between `before` and `after`, must be refused; one time less than `times` (if
 * `fits`) must be read. */
static void check_limit(const char *before, const char *more, size_t times, const char *after,
                        size_t max_size, const char *why)
{
    struct string document = {NULL, 0};
    append_string(&document, before);
    repeat(&document, more, times);
    append_string(&document, after);
    struct string bytes = docx_of(&document, 0);
    if (why) {
        check_refused(&bytes, max_size, why);
    } else {
        struct nb_arena *arena = arena_new();
        struct nb_error error;
        CU_ASSERT_PTR_NOT_NULL(read_bytes(arena, &bytes, max_size, &error));
        CU_ASSERT_STRING_EQUAL(error.message, "");
        arena_free(arena);
    }
    free(document.bytes);
    free(bytes.bytes);
}

/* Numbers that stand under an empty label, and a table of paragraphs: of neither the places in the file are
 * known. */
static void test_numbers_beside(void)
{
    static const char *const tables[] = {
        "<w:tbl>" ROW(CELL("信息内容") CELL("") CELL("本年制发件数") CELL("本年废止件数") CELL(
            "现行有效件数")) ROW(CELL("规章") CELL("1") CELL("523") CELL("4") CELL("6")) "</w:tbl>",
        LINE("信息内容 本年制发件数 本年废止件数 现行有效件数") LINE("规章 1 523 4 6")};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct string document = {NULL, 0};
        append_string(&document,
                      DOCUMENT LINE("云川县2021年政府信息公开工作年度报告") LINE("二、主动公开政府信息情况"));
        append_string(&document, tables[i]);
        append_string(&document, DOCUMENT_END);
        struct string bytes = docx_of(&document, 0);
        struct nb_error error;
        struct nb_report *report = nb_compile("draft.docx", bytes.bytes, bytes.length, NULL, &error);
        CU_ASSERT_PTR_NOT_NULL_FATAL(report);
        CU_ASSERT_PTR_NOT_NULL(find_cell(report, "disclosure", "regulations", "in_force"));
        nb_report_free(report);
        free(document.bytes);
        free(bytes.bytes);
    }
}

/* Paragraphs whose words tabs part are rows of a table, as in a plain text. */
static void test_tabs(void)
{
#define TAB "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>"
    struct string document = {NULL, 0};
    append_string(&document,
                  DOCUMENT LINE("云川县2021年政府信息公开工作年度报告") LINE("二、主动公开政府信息情况")
                      LINE("信息内容" TAB "本年制发件数" TAB "本年废止件数" TAB "现行有效件数")
                          LINE("规章" TAB "4" TAB TAB "37") DOCUMENT_END);
    struct string bytes = docx_of(&document, 0);
    struct nb_error error;
    struct nb_report *report = nb_compile("draft.docx", bytes.bytes, bytes.length, NULL, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(report);
    const struct nb_cell *cell = find_cell(report, "disclosure", "regulations", "in_force");
    CU_ASSERT_EQUAL(cell->status, NB_GIVEN);
    CU_ASSERT_STRING_EQUAL(cell->value, "37");
    CU_ASSERT_EQUAL(find_cell(report, "disclosure", "regulations", "repealed")->status, NB_BLANK);
    nb_report_free(report);
    free(document.bytes);
    free(bytes.bytes);
#undef TAB
}

/* A picture alone in a cell, a digit of a symbol font; marks of notes, and a number raised alone.
 */
static void test_objects(void)
{
#define SHIFTED(how) "<w:r><w:rPr><w:vertAlign w:val=\"" how "\"/></w:rPr><w:t>"
#define RAISED SHIFTED("superscript")
    static const char table[] = DOCUMENT
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>7</"
        "w:t><w:object/></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:sym w:font=\"Symbol\" "
        "w:char=\"F034\"/></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r>" RAISED
        "1</w:t></w:r>" SHIFTED("subscript") "2</w:t></w:r></w:p></w:tc><w:tc><w:p/>"
                                             "</w:tc><w:tc><w:p>" RAISED
                                             "5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" DOCUMENT_END;
#undef RAISED
#undef SHIFTED
    struct string document = {NULL, 0};
    append_string(&document, table);
    struct string bytes = docx_of(&document, 0), found = {NULL, 0};
    struct nb_arena *arena = arena_new();
    struct nb_error error;
    struct nb_text *text = read_bytes(arena, &bytes, 0, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    found = shown(text);
    CU_ASSERT_PTR_NOT_NULL(strstr(found.bytes, "\xEF\xBF\xBC|7|4||5"));
    arena_free(arena);
    free(document.bytes);
    free(bytes.bytes);
    free(found.bytes);
}

static void test_depth(void)
{
    struct string end = {NULL, 0};
    repeat(&end, "</w:ins>", LIMIT_DEPTH - 5);
    append_string(&end, DOCUMENT_END);
    check_limit(DOCUMENT, "<w:ins>", LIMIT_DEPTH - 5, strstr(end.bytes, "<"), 0, "holds no text");
    repeat(&end, " ", 1);
    check_limit(DOCUMENT TEXT, "<w:ins>", LIMIT_DEPTH, "", 0, "nested too deep");
    free(end.bytes);
}

static void test_tables(void)
{
    check_limit(DOCUMENT "<w:tbl><w:tr>", "<w:tc/>", LIMIT_COLUMNS, "</w:tr></w:tbl>" DOCUMENT_END, 0, NULL);
    check_limit(DOCUMENT "<w:tbl><w:tr>", "<w:tc/>", LIMIT_COLUMNS + 1, "</w:tr></w:tbl>" DOCUMENT_END, 0,
                "more columns");
    check_limit(DOCUMENT "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"", "9", 99,
                "\"/></w:tcPr></w:tc></w:tr></w:tbl>" DOCUMENT_END, 0, "more columns");
    check_limit(DOCUMENT "<w:tbl>", "<w:tr><w:trPr><w:gridBefore w:val=\"1000\"/></w:trPr></w:tr>",
                LIMIT_CELLS / 1000 + 1, "</w:tbl>" DOCUMENT_END, 0, "more cells");
}

static void test_tags(void)
{
    check_limit(DOCUMENT TEXT "<w:p a=\"", "x='>' ", 1000, "\"/>" DOCUMENT_END, 0, NULL);
    check_limit(DOCUMENT TEXT "<w:p ", "a='>' ", LIMIT_ATTRIBUTES + 1, "/>" DOCUMENT_END, 0,
                "more attributes");
    struct string nested = {NULL, 0};
    char element[32];
    append_string(&nested, DOCUMENT);
    for (int i = 0; i < 120; i++) {
        append_string(&nested, "<w:ins");
        for (int j = 0; j < 5; j++) {
            snprintf(element, sizeof element, " xmlns:a%d_%d='u'", i, j);
            append_string(&nested, element);
        }
        append_string(&nested, ">");
    }
    check_limit(nested.bytes, "", 0, "", 0, "namespaces");
    free(nested.bytes);
}

static void test_size(void)
{
    check_limit(DOCUMENT TEXT, " ", 100000, DOCUMENT_END, 0, NULL);
    check_limit(DOCUMENT TEXT, " ", 100000, DOCUMENT_END, 90000, "unpacks to more than 90000 bytes");
    check_limit(DOCUMENT TEXT, " ", LIMIT_RATIO_FREE + 100, DOCUMENT_END, 0, "times its size");
}

static void test_members(void)
{
    struct string document = {NULL, 0};
    append_string(&document, DOCUMENT TEXT DOCUMENT_END);
    struct string bytes = docx_of(&document, LIMIT_MEMBERS + 1);
    check_refused(&bytes, 0, "more than 10000 members");
    free(bytes.bytes);
    free(document.bytes);
}

static void check_file_refused(const char *name, const char *why)
{
    struct string bytes = load(name);
    check_refused(&bytes, 0, why);
    free(bytes.bytes);
}

static void test_other_files(void)
{
    check_file_refused("no-xlsx.zip", "an Excel workbook");
    check_file_refused("no-odt.zip", "OpenDocument text: open it with Word or WPS");
    check_file_refused("no-document.zip", "without a Word document");
    check_file_refused("entity.docx", "document type");
    check_file_refused("broken.docx", "not well-formed XML at line");
    check_file_refused("report.html", "archive is damaged");
}

/* Whatever is cut off or overwritten: an error or a text, and never a fault. */
static void test_damaged_files(void)
{
    struct string bytes = load("report.docx");
    struct nb_error error;
    for (size_t length = 0; length < bytes.length; length += 1 + bytes.length / 200) {
        struct string cut = {bytes.bytes, length};
        struct nb_arena *arena = arena_new();
        CU_ASSERT_PTR_NULL(read_bytes(arena, &cut, 0, &error));
        CU_ASSERT_STRING_NOT_EQUAL(error.message, "");
        arena_free(arena);
    }
    free(bytes.bytes);
}

/* Names that lead out of the archive are left alone; a document may have a page as its whole body. */
static void test_member_names(void)
{
    static const char *const files[][2] = {{"nameless.docx", "正文\n"}, {"page.docx", "===规章|3|\n==="}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct nb_arena *arena = arena_new();
        struct nb_error error;
        struct string bytes = load(files[i][0]), out;
        struct nb_text *text = read_bytes(arena, &bytes, 0, &error);
        CU_ASSERT_PTR_NOT_NULL_FATAL(text);
        out = shown(text);
        CU_ASSERT_STRING_EQUAL(out.bytes, files[i][1]);
        free(out.bytes);
        free(bytes.bytes);
        arena_free(arena);
    }
}

int add_docx_tests(void)
{
    CU_TestInfo tests[] = {
        {"numerals", test_numerals},
        {"numbering as Word shows it", test_numbering},
        {"tracked changes, hidden text, fields, boxes", test_revisions},
        {"merged cells become a grid", test_merges},
        {"documents of a word processor", test_word_processor},
        {"places", test_places},
        {"each cell of a report", test_report_cells},
        {"objects", test_objects},
        {"numbers beside one without a label", test_numbers_beside},
        {"paragraphs with tabs", test_tabs},
        {"limit: depth", test_depth},
        {"limit: columns and cells", test_tables},
        {"limit: attributes and namespaces", test_tags},
        {"limit: size and ratio", test_size},
        {"limit: members", test_members},
        {"files that are no DOCX", test_other_files},
        {"files cut off", test_damaged_files},
        {"member names are no paths, and a page is a body", test_member_names},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"docx", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
