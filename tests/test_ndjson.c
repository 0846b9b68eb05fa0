/* test_ndjson.c - streams: lines, members carried over as written, bad lines, the bound on a line. */
#include "ndjson.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

struct stream {
    struct ndjson ndjson;
    char *bytes;
};

static struct stream open_stream(const char *bytes, size_t max_size)
{
    struct stream stream = {{.max_size = max_size}, strdup(bytes)};
    stream.ndjson.file = fmemopen(stream.bytes, strlen(bytes), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream.ndjson.file);
    return stream;
}

static void close_stream(struct stream *stream)
{
    fclose(stream->ndjson.file);
    ndjson_end(&stream->ndjson);
    free(stream->bytes);
}

static bool read_record(struct ndjson *stream, struct ndjson_record *record)
{
    bool read = ndjson_next(stream, record);
    if (read)
        ndjson_parse(record);
    return read;
}

static bool is(const char *found, const char *expected)
{
    bool same = found && expected ? !strcmp(found, expected) : found == expected;
    if (!same)
        printf("\n  is   %s\n  want %s\n", found ? found : "(none)", expected ? expected : "(none)");
    return same;
}

/* The line must give this record; `error` is part of the message or NULL. */
static void check_line(const char *line, const char *text, const char *carried, const char *error)
{
    struct stream stream = open_stream(line, 1000);
    struct ndjson_record record;
    CU_ASSERT_FATAL(read_record(&stream.ndjson, &record));
    CU_ASSERT(is(record.text, text));
    CU_ASSERT(is(record.carried, carried));
    CU_ASSERT(error ? strstr(record.error, error) != NULL : !*record.error);
    if (error && !strstr(record.error, error))
        printf("\n  error %s\n  want  %s\n", record.error, error);
    ndjson_free(&record);
    close_stream(&stream);
}

static void test_members(void)
{
    check_line("{\"text\":\"a\\nb\"}", "a\nb", NULL, NULL);
    check_line("{\"id\":7,\"text\":\"a\"}", "a", "\"id\":7", NULL);
    check_line("\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"a\"}\r\n", "a", "\"id\":\"x\"", NULL);
    check_line("{\"text\":\"a\",\"html\":\"<p>\",\"u\":null}", "<p>", "\"u\":null", NULL);
    check_line(" { \"a\" : [ {\"b\":\"]},\\\"\"} , 1 ] , \"text\" : \"t\" , \"c\" : 1.50 } ", "t",
               "\"a\":[ {\"b\":\"]},\\\"\"} , 1 ],\"c\":1.50", NULL);
    check_line("{\"id\":123456789012345678901234567890,\"text\":\"t\"}", "t",
               "\"id\":123456789012345678901234567890", NULL);
    check_line("{\"title\":\"T\",\"\\u0079ear\":1,\"text\":\"t\"}", "t",
               "\"input_title\":\"T\",\"input_\\u0079ear\":1", NULL);
    check_line("{\"text\":null,\"html\":\"h\"}", "h", NULL, NULL);
    check_line("{\"te\\u0078t\":\"t\"}", "t", NULL, NULL);
}

/* Strings of this length jansson does not see, unless one is wrong. */
#define LONG "0123456789012345678901234567890123456789012345678901234567890123456789"

static void test_long_strings(void)
{
    check_line("{\"a\":\"" LONG
               "\\n\",\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4E2d\\u00e9\\u0041\\ud83d\\ude00" LONG "\"}",
               "\"\\/\b\f\n\r\t中é"
               "A😀" LONG,
               "\"a\":\"" LONG "\\n\"", NULL);
    check_line("{\"n\":1e999,\"text\":\"" LONG "\"}", LONG, "\"n\":1e999", NULL);
    check_line("{\"" LONG "\":1,\"text\":\"t\"}", "t", "\"" LONG "\":1", NULL);
    check_line("{\"" LONG "a\":1,\"" LONG "b\":2,\"text\":\"t\"}", "t", "\"" LONG "a\":1,\"" LONG "b\":2",
               NULL);
    check_line("{\"" LONG "\":1,\"" LONG "\":2,\"text\":\"t\"}", NULL, NULL, "member of this name already");
    check_line("{\"text\":\"" LONG "\\u0000\"}", NULL, NULL, "byte 86: a NUL in a string");
    check_line("{\"text\":\"" LONG "\xFF\"}", NULL, NULL, "not UTF-8");
    check_line("{\"text\":\"" LONG "\t\"}", NULL, NULL, "something else is expected");
    check_line("{\"text\":\"" LONG "\\ud83d\\u0041\"}", NULL, NULL, "not valid JSON");
    check_line("{\"text\":\"" LONG "\\ude00\"}", NULL, NULL, "not valid JSON");
    check_line("{\"text\":\"" LONG "\\u12g4\"}", NULL, NULL, "not valid JSON");
    check_line("{\"text\":\"" LONG "\\x\"}", NULL, NULL, "not valid JSON");
    check_line("{\"text\":\"" LONG, NULL, NULL, "not valid JSON");
}

static void test_bad_lines(void)
{
    check_line("{\"id\":1}", NULL, "\"id\":1", "neither");
    check_line("{\"id\":1,\"text\":5}", NULL, "\"id\":1", "neither");
    check_line("[1]", NULL, NULL, "no JSON object");
    check_line("\"text\"", NULL, NULL, "no JSON object");
    check_line("{\"id\":1,\"text\":\"a\"", NULL, NULL, "not valid JSON at byte 18");
    check_line("{\"text\":\"a\"} x", NULL, NULL, "not valid JSON");
    check_line("{\"text\":\"\xFF\"}", NULL, NULL, "not valid JSON");
    check_line("{\"text\":\"a\\u0000\"}", NULL, NULL, "not valid JSON");
    check_line("{\"id\":1,\"id\":2,\"text\":\"a\"}", NULL, NULL, "member of this name already");
}

static void test_lines(void)
{
    struct stream stream =
        open_stream("\n{\"text\":\"a\"}\n  \r\nbad\n{\"text\":\"0123456789\"}\n{\"text\":\"z\"}", 16);
    struct ndjson_record record;
    CU_ASSERT_FATAL(read_record(&stream.ndjson, &record));
    CU_ASSERT_EQUAL(stream.ndjson.line, 2);
    CU_ASSERT(is(record.text, "a"));
    ndjson_free(&record);
    CU_ASSERT_FATAL(read_record(&stream.ndjson, &record));
    CU_ASSERT_EQUAL(stream.ndjson.line, 4);
    CU_ASSERT_STRING_NOT_EQUAL(record.error, "");
    ndjson_free(&record);
    CU_ASSERT_FATAL(read_record(&stream.ndjson, &record));
    CU_ASSERT_PTR_NOT_NULL(strstr(record.error, "longer than 16 bytes"));
    ndjson_free(&record);
    CU_ASSERT_FATAL(read_record(&stream.ndjson, &record));
    CU_ASSERT_EQUAL(stream.ndjson.line, 6);
    CU_ASSERT(is(record.text, "z"));
    ndjson_free(&record);
    CU_ASSERT_FALSE(read_record(&stream.ndjson, &record));
    close_stream(&stream);
}

/* However long the stream and whatever its longest line, memory stays within the bound on a line. */
static void test_memory(void)
{
    FILE *file = tmpfile();
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    for (int i = 0; i < 20000; i++)
        fprintf(file, "{\"id\":%d,\"text\":\"%0*d\"}\n", i, i % 10 ? 50 : 200000 / 10, 0);
    rewind(file);
    struct ndjson stream = {.file = file, .max_size = 1000};
    struct ndjson_record record;
    size_t good = 0;
    for (; read_record(&stream, &record); ndjson_free(&record))
        good += !*record.error;
    CU_ASSERT_EQUAL(good, 18000);
    CU_ASSERT_EQUAL(stream.line, 20000);
    CU_ASSERT(stream.capacity <= 64 * 1024);
    ndjson_end(&stream);
    fclose(file);
}

int add_ndjson_tests(void)
{
    CU_TestInfo tests[] = {
        {"members", test_members},     {"long strings", test_long_strings},
        {"bad lines", test_bad_lines}, {"lines", test_lines},
        {"memory", test_memory},       CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"ndjson", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
