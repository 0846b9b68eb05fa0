/* test_grammar.c - the tree that grammar/report.y builds from fragments of reports. */
#include "event.h"
#include "parse.h"
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

static size_t write_blocks(char *buffer, size_t at, const struct nb_block *block)
{
    for (; block && at + 64 < SAMPLE_SIZE; block = block->next) {
        if (block->kind == NB_PARAGRAPH) {
            buffer[at++] = 'p';
        } else if (block->kind == NB_TABLE) {
            buffer[at++] = block->grid->ruled ? '[' : 't';
            for (const struct nb_item *item = block->grid->items; item && at + 64 < SAMPLE_SIZE; item = item->next)
                buffer[at++] = "CLGRTVNBDX"[item->kind];
            buffer[at++] = block->grid->ruled ? ']' : ' ';
        } else {
            at += (size_t)sprintf(buffer + at, "%s(", block->number);
            at = write_blocks(buffer, at, block->blocks);
            buffer[at++] = ')';
        }
    }
    buffer[at] = '\0';
    return at;
}

/* The preamble's blocks, then each article as its title and blocks. Sections as number(blocks), tables as t and their items. */
static void expect(const char *string, const char *expected)
{
    char found[SAMPLE_SIZE] = "";
    struct nb_arena *arena = arena_new();
    struct nb_report report = {.arena = arena, .text = sample_text(arena, string)};
    CU_ASSERT_TRUE(parse_report(&report));
    size_t at = write_blocks(found, 0, report.preamble);
    for (const struct nb_article *article = report.articles; article; article = article->next) {
        at += (size_t)snprintf(found + at, SAMPLE_SIZE - at, "|%s:", article->title);
        at = write_blocks(found, at, article->blocks);
    }
    if (strcmp(found, expected) != 0)
        printf("\n%s\n  gives %s\n  not   %s", string, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
    arena_free(arena);
}

static void test_articles(void)
{
    expect("标题\n引言。\n一、总体情况\n甲。\n乙。\n二、主动公开政府信息情况\n丙。\n", "pp|总体情况:pp|主动公开政府信息情况:p");
    expect("一、总体情况\n二、主动公开政府信息情况\n", "|总体情况:|主动公开政府信息情况:");
    expect("只有一段。\n", "p");
    expect("", "");
}

static void test_sections(void)
{
    expect("一、总体情况\n(一)甲\n子。\n1.乙\n(1)丙\n①丁\n2.戊\n(二)己\n", "|总体情况:(一)(p1.((1)(①()))2.())(二)()");
    expect("一、总体情况\n1.乙\n(一)甲\n1.丙\n", "|总体情况:1.()(一)(1.())");
    expect("一、总体情况\n(一)甲。一句在后面。\n", "|总体情况:(一)(p)");
}

static void test_tables(void)
{
    expect("二、主动公开政府信息情况\n前。\n规章\n0\n0\n一个说明句子放在表格的行与行之间。\n行政许可\n5\n后面还有一句。\n",
           "|主动公开政府信息情况:ptRVV ptRV p");
    expect("二、主动公开政府信息情况\n规章 | 0 | | 0 |\n", "|主动公开政府信息情况:tRVBV ");
    expect("二、主动公开政府信息情况\n\x1d规章\x1f"
           "0\x1f\x1e\x1d\x1d行政许可\x1f"
           "5\x1f\x1e\x1d后。\n",
           "|主动公开政府信息情况:[RV][RV]p");
}

/* Numbers whose label is lost, half a table, an end before its beginning: nothing that is printed goes missing. */
static void test_recovery(void)
{
    expect("二、主动公开政府信息情况\n规章\n0\n有一句话在中间。\n5\n6\n行政许可\n7\n", "|主动公开政府信息情况:tRV ptVVRV ");
    expect("二、主动公开政府信息情况\n\x1d规章\x1f"
           "0",
           "|主动公开政府信息情况:[RV]");
    expect("二、主动公开政府信息情况\n\x1d\x1d后。\n", "|主动公开政府信息情况:p");
    expect("二、主动公开政府信息情况\n规章\n", "|主动公开政府信息情况:tR ");
}

static void test_glued(void)
{
    struct nb_arena *arena = arena_new();
    struct nb_report report = {
        .arena = arena, .text = sample_text(arena, "五、存在的主要问题及改进情况\n已经改进。六、其他需要报告的事项\n无。\n")};
    CU_ASSERT_TRUE(parse_report(&report));
    const struct nb_article *glued = report.articles->next;
    CU_ASSERT_PTR_NOT_NULL_FATAL(glued);
    CU_ASSERT_FALSE(report.articles->glued);
    CU_ASSERT_TRUE(glued->glued);
    CU_ASSERT_EQUAL(glued->ordinal, 6);
    CU_ASSERT_STRING_EQUAL(report.articles->blocks->text, "已经改进。");
    arena_free(arena);
}

int add_grammar_tests(void)
{
    CU_TestInfo tests[] = {
        {"articles", test_articles}, {"sections", test_sections},   {"tables between paragraphs", test_tables},
        {"recovery", test_recovery}, {"glued heading", test_glued}, CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"grammar", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
