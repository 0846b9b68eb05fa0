/* test_text.c - the text with its folded shadow, and the way from an offset back to the file. */
#include "fold.h"
#include "mask.h"
#include "numeral.h"
#include "tests.h"
#include "text.h"
#include "utf8.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

static char *with_two_nuls(struct nb_arena *arena, const char *string)
{
    size_t length = strlen(string);
    char *bytes = arena_alloc(arena, length + 2);
    memcpy(bytes, string, length);
    return bytes;
}

static void test_plain_positions(void)
{
    struct nb_arena *arena = arena_new();
    const char *string = "规章\n第二行 7\n";
    struct nb_text *text = text_plain(arena, with_two_nuls(arena, string), strlen(string), "UTF-8");
    struct nb_position at = text_position(text, (size_t)(strchr(string, '7') - string));
    CU_ASSERT_EQUAL(at.line, 2);
    CU_ASSERT_EQUAL(at.column, 5);
    CU_ASSERT_PTR_NULL(at.place);
    at = text_position(text, text->length);
    CU_ASSERT_EQUAL(at.line, 3);
    CU_ASSERT_EQUAL(at.column, 1);
    arena_free(arena);
}

static void test_shadow_keeps_length(void)
{
    struct nb_arena *arena = arena_new();
    const char *string = "規章\xe3\x80\x80總計 1";
    struct nb_text *text = text_plain(arena, with_two_nuls(arena, string), strlen(string), "UTF-8");
    CU_ASSERT_TRUE(text->traditional);
    CU_ASSERT_STRING_EQUAL(text->bytes, string);
    CU_ASSERT_STRING_EQUAL(text->shadow, "规章 \x01\x01总计 1");
    arena_free(arena);
    char selected[] = "1\uFE0F"; /* how a character is to be drawn is none */
    fold(selected, strlen(selected));
    CU_ASSERT_STRING_EQUAL(selected, "1\x01\x01\x01");
}

/* Fonts of PDFs name radicals and compatibility ideographs in place of the ideographs that look the same. */
static void test_radicals(void)
{
    char bytes[] = "⾏政⼈⻅⾧⺀\uF98E\uF97E\uFAD1";
    CU_ASSERT_FALSE(fold(bytes, strlen(bytes)));
    CU_ASSERT_STRING_EQUAL(bytes, "行政人见长⺀年量\uFAD1");
    char dashes[] = "\u2E3A \u2E3B"; /* —— and ——— drawn as one */
    fold(dashes, strlen(dashes));
    CU_ASSERT_STRING_EQUAL(dashes, "-\x01\x01 -\x01\x01");
}

static void test_lowered_positions(void)
{
    struct nb_arena *arena = arena_new();
    const char *source = "<p>\n<td>规章</td><td>0</td>";
    struct text_builder *builder = text_begin(arena, source, strlen(source));
    size_t label = (size_t)(strstr(source, "规章") - source), zero = (size_t)(strchr(source, '0') - source);
    text_separator(builder, GROUP_SEPARATOR, label);
    text_append(builder, source + label, strlen("规章"), label);
    text_separator(builder, UNIT_SEPARATOR, label);
    text_append(builder, source + zero, 1, zero);
    struct nb_text *text = text_end(builder, "html", "UTF-8");
    CU_ASSERT_EQUAL(text->length, 9);
    CU_ASSERT_EQUAL(text_source_offset(text, 8), zero);
    struct nb_position at = text_position(text, 8);
    CU_ASSERT_EQUAL(at.line, 2);
    CU_ASSERT_EQUAL(at.column, 16);
    arena_free(arena);
}

/* Each column of a long line, against counting; the line does not start where a block does. */
/* A cursor finds what a search does, in whatever order places are asked for. */
static void test_cursor(void)
{
    static const size_t order[] = {0, 1, 2, 3, 9, 8, 4, 0, 9, 5, 5, 6, 7, 2};
    struct nb_arena *arena = arena_new();
    const char *source = "甲\n乙\n\n丙丁 戊\n己";
    struct text_builder *builder = text_begin(arena, source, strlen(source));
    for (size_t at = strlen(source), length; at > 0;
         at -= length) { /* backwards, so that each character is a run */
        for (length = 1; ((unsigned char)source[at - length] & 0xC0) == 0x80;)
            length++;
        text_append(builder, source + at - length, length, at - length);
    }
    struct nb_text *text = text_end(builder, "text", "UTF-8");
    struct text_cursor cursor = {0};
    CU_ASSERT_TRUE(text->run_count > 9 && text->line_count > 4);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t offset = text->runs[order[i]].start;
        struct nb_position near = text_position_near(text, offset, &cursor),
                           found = text_position(text, offset);
        CU_ASSERT_TRUE(near.line == found.line && near.column == found.column);
    }
    arena_free(arena);
}

static void test_long_line(void)
{
    enum { CHARACTERS = 4000 };
    struct nb_arena *arena = arena_new();
    char *string = arena_alloc(arena, 3 + 4 * CHARACTERS + 2), *end = string;
    end = stpcpy(end, "首\n");
    for (int i = 0; i < CHARACTERS; i++)
        end = stpcpy(end, i % 3 ? "字" : "a");
    struct nb_text *text = text_plain(arena, string, (size_t)(end - string), "UTF-8");
    size_t offset = 4, wrong = 0;
    for (size_t i = 0; i < CHARACTERS; i++) {
        struct nb_position at = text_position(text, offset);
        wrong += at.line != 2 || at.column != i + 1;
        offset += utf8_length((unsigned char)string[offset]);
    }
    CU_ASSERT_PTR_NOT_NULL(text->marks);
    CU_ASSERT_EQUAL(wrong, 0);
    arena_free(arena);
}

static void test_places(void)
{
    struct nb_arena *arena = arena_new();
    struct text_builder *builder = text_begin(arena, NULL, 0);
    text_place(builder, 1, "paragraph 1");
    text_append(builder, "概述\n", 7, 0);
    text_place(builder, 2, "paragraph 2");
    text_append(builder, "共5件", 7, 0);
    struct nb_text *text = text_end(builder, "docx", "UTF-8");
    struct nb_position at = text_position(text, 10);
    CU_ASSERT_EQUAL(at.line, 2);
    CU_ASSERT_EQUAL(at.column, 2);
    CU_ASSERT_STRING_EQUAL(at.place, "paragraph 2");
    arena_free(arena);
}

/* Numerals as people write them, and how many bytes they take. */
static void test_numerals(void)
{
    static const struct {
        const char *text;
        int64_t value;
        size_t bytes;
    } cases[] = {{"七", 7, 3},
                 {"十", 10, 3},
                 {"十二件", 12, 6},
                 {"二十", 20, 6},
                 {"三十一", 31, 9},
                 {"一百零二", 102, 12},
                 {"二百三", 230, 9},
                 {"二千一百五十五", 2155, 21},
                 {"一千零五", 1005, 12},
                 {"三万", 30000, 6},
                 {"一亿二千万", 120000000, 15},
                 {"二〇二三年", 2023, 12},
                 {"零", 0, 3},
                 {"两条", 2, 3},
                 {"万元", -1, 0},
                 {"6", -1, 0},
                 {"", -1, 0},
                 {"十万零三百", 100300, 15}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = cases[i].text;
        CU_ASSERT_EQUAL(numeral_read(&at, at + strlen(at)), cases[i].value);
        CU_ASSERT_EQUAL((size_t)(at - cases[i].text), cases[i].bytes);
    }
    char longest[3 * 400 + 1] = "";
    for (int i = 0; i < 400; i++)
        strcat(longest, i % 2 ? "亿" : "九");
    const char *at = longest;
    CU_ASSERT_TRUE(numeral_read(&at, at + strlen(at)) > 0);
}

/* The byte behind the end is not looked at, as the sanitizer for addresses would say. */
static void test_end_is_no_character(void)
{
    volatile size_t one = 1; /* else the compiler knows and warns */
    char *end = calloc(one, 1);
    CU_ASSERT(end && !utf8_is_han(end));
    free(end);
    CU_ASSERT(utf8_is_han("\xE4\xB8\x80"));
    CU_ASSERT(!utf8_is_han("\xE3\x80\x82"));
}

/* `middle` within a text of ideographs, digits or both, behind its first `before` bytes; where a character
 * ends there. Returns the length. */
static size_t surround(const char *text, size_t before, const char *middle, char *to)
{
    memcpy(to, text, before);
    memcpy(to + before, middle, strlen(middle));
    strcpy(to + before + strlen(middle), text + before);
    return strlen(text) + strlen(middle);
}

static const char *const surroundings[] = {"政府信息公开工作年度报告政府信息公开工作",
                                           "0123456789012345678901234567890123456789",
                                           "1件政务2公开34信息567公8报9告政府0"};
enum { SURROUNDINGS = sizeof surroundings / sizeof *surroundings };

/* Each fault, and each character that is none, at each place: bytes are looked through sixteen at a time. */
static void test_faults_are_found(void)
{
    static const char *const faults[] = {"\x80",
                                         "\xC3(",
                                         "\xC0\x80",
                                         "\xE4\xB8",
                                         "\xE4\xB8(",
                                         "\xE0\x9F\xBF",
                                         "\xED\xA0\x80",
                                         "\xE4\xB8\x80\x80",
                                         "\xF0\x8F\xBF\xBF",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80",
                                         "\xFF"},
                             *const valid[] = {
                                 "é", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80",
                                 "一"};
    char bytes[128];
    for (size_t t = 0; t < SURROUNDINGS; t++)
        for (size_t at = 0; at <= strlen(surroundings[t]); at++) {
            if ((surroundings[t][at] & 0xC0) == 0x80)
                continue;
            for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
                size_t length = surround(surroundings[t], at, faults[i], bytes);
                CU_ASSERT_EQUAL(utf8_valid(bytes, length), at + (i == 7 ? strlen("一") : 0));
            }
            for (size_t i = 0; i < sizeof valid / sizeof *valid; i++) {
                size_t length = surround(surroundings[t], at, valid[i], bytes);
                CU_ASSERT_EQUAL(utf8_valid(bytes, length), length);
            }
        }
}

/* The same of control characters: what each becomes, and whether it counts as one. */
static void test_controls_are_cleaned(void)
{
    static const struct {
        const char *control, *cleaned;
        size_t count;
    } cases[] = {{"\x01", " ", 1}, {"\x1F", " ", 1}, {"\r", "\n", 0},    {"\n", "\n", 0},
                 {"\t", "\t", 0},  {"\f", "\f", 0},  {"\x7F", "\x7F", 0}};
    char bytes[128], expected[128];
    for (size_t t = 0; t < SURROUNDINGS; t++)
        for (size_t at = 0; at <= strlen(surroundings[t]); at++)
            for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                size_t length = surround(surroundings[t], at, cases[i].control, bytes);
                surround(surroundings[t], at, cases[i].cleaned, expected);
                CU_ASSERT_EQUAL(utf8_clean(bytes, length), cases[i].count);
                CU_ASSERT_STRING_EQUAL(bytes, expected);
            }
}

/* Numbers in either width, however parted; names, but not the words that announce a number. */
static void test_masks(void)
{
    static const char *const cases[][2] = {
        {"13800138000", "138******00"},
        {"138 0013-8000", "138 ****-**00"},
        {"139.1234.5678", "139.****.**78"},
        {"１３８００１３８０００", "１３８＊＊＊＊＊＊００"},
        {"11010519491231002Ｘ", "110*************2Ｘ"},
        {"身份证号11010519491231002X", "身份证号110*************2X"},
        {"王小明,手机13800138000", "王＊＊,手机138******00"},
        {"王小明身份证号11010519491231002X", "王＊＊身份证号110*************2X"},
        {"买买提·吐尔逊13800138000", "买＊＊·＊＊＊138******00"},
        {"13800138000(王小明", "138******00(王＊＊"},
        {"110105 19491231 002X,联系人:王小明", "110*** ******** **2X,联系人:王＊＊"},
        {"王小明,住北街3号2幢401室", "王＊＊,住北街*号*幢***室"},
        {"青石县人民政府办公室", "青石县人民政府办公室"},
        {"123456", "123456"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[128];
        strcpy(text, cases[i][0]);
        mask_personal(text, strlen(text));
        CU_ASSERT_STRING_EQUAL(text, cases[i][1]);
    }
}

/* A text made of another's, which is large and then needed no more, leads to the same file, and knows what is
 * known of it. */
static void test_made_anew(void)
{
    enum { LARGE = 2 << 20 };
    struct nb_arena *arena = arena_new();
    char *bytes = arena_alloc(arena, LARGE + 2);
    memset(bytes, 'a', LARGE);
    bytes[LARGE / 2] = '\n';
    struct nb_text *text = text_plain(arena, bytes, LARGE, "UTF-8");
    text->page_title = "title", text->page_date = "date", text->page_source = "source",
    text->encoding_note = "note";
    struct text_builder *builder = text_begin_anew(arena, text);
    text_copy(builder, text, LARGE / 2, LARGE, 0);
    struct nb_text *half = text_end(builder, text->format, text->encoding);
    text_discard(text);
    CU_ASSERT_STRING_EQUAL(half->page_title, "title");
    CU_ASSERT_STRING_EQUAL(half->page_date, "date");
    CU_ASSERT_STRING_EQUAL(half->page_source, "source");
    CU_ASSERT_STRING_EQUAL(half->encoding_note, "note");
    CU_ASSERT_EQUAL(half->length, LARGE / 2);
    CU_ASSERT_EQUAL(half->shadow[half->length - 1], 'a');
    CU_ASSERT_EQUAL(text_position(half, 1).line, 2);
    arena_free(arena);
}

int add_text_tests(void)
{
    CU_TestInfo tests[] = {
        {"plain positions", test_plain_positions},
        {"the shadow keeps its length", test_shadow_keeps_length},
        {"radicals are folded", test_radicals},
        {"lowered positions", test_lowered_positions},
        {"a cursor", test_cursor},
        {"columns of a long line", test_long_line},
        {"places", test_places},
        {"made anew", test_made_anew},
        {"numerals", test_numerals},
        {"names and numbers are covered", test_masks},
        {"the end is no character", test_end_is_no_character},
        {"faults are found", test_faults_are_found},
        {"controls are cleaned", test_controls_are_cleaned},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"text", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
