/* test_grammar.c - the tree that grammar/report.y builds from fragments of reports. */
#include "forms.h"
#include "parse.h"
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

static size_t write_blocks(char *buffer, size_t at, const struct nb_text *text, const struct nb_block *block)
{
    for (; block && at + 64 < SAMPLE_SIZE; block = block->next) {
        if (block->kind == NB_PARAGRAPH) {
            buffer[at++] = 'p';
        } else if (block->kind == NB_TABLE) {
            buffer[at++] = 't';
        } else {
            at += (size_t)sprintf(buffer + at, "%.*s(", (int)(block->number_end - block->span.start),
                                  text->bytes + block->span.start);
            at = write_blocks(buffer, at, text, block->blocks);
            buffer[at++] = ')';
        }
    }
    buffer[at] = '\0';
    return at;
}

/* The preamble's blocks, then each article as its title and blocks. Sections as number(blocks), tables as t
 * and their items. */
static void expect(const char *string, const char *expected)
{
    char found[SAMPLE_SIZE] = "";
    struct nb_arena *arena = arena_new();
    struct nb_report report = {.arena = arena, .text = sample_table_text(arena, string)};
    CU_ASSERT_TRUE(parse_report(&report, &form_lexicon));
    size_t at = write_blocks(found, 0, report.text, report.preamble);
    for (const struct nb_article *article = report.articles; article; article = article->next) {
        at += (size_t)snprintf(found + at, SAMPLE_SIZE - at, "|%s:", article->title);
        at = write_blocks(found, at, report.text, article->blocks);
    }
    if (strcmp(found, expected) != 0)
        printf("\n%s\n  gives %s\n  not   %s", string, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
    arena_free(arena);
}

static void test_articles(void)
{
    expect("标题\n引言。\n一、总体情况\n甲。\n乙。\n二、主动公开政府信息情况\n丙。\n",
           "pp|总体情况:pp|主动公开政府信息情况:p");
    expect("一、总体情况\n二、主动公开政府信息情况\n", "|总体情况:|主动公开政府信息情况:");
    expect("只有一段。\n", "p");
    /* the caption of a part of a table, not a law's article */
    expect("一、总体情况\n二、主动公开政府信息情况\n第二十条 第(一)项\n",
           "|总体情况:|主动公开政府信息情况:p");
    expect("", "");
}

static void test_sections(void)
{
    expect("一、总体情况\n(一)甲\n子。\n1.乙\n(1)丙\n①丁\n2.戊\n(二)己\n",
           "|总体情况:(一)(p1.((1)(①()))2.())(二)()");
    expect("一、总体情况\n1.乙\n(一)甲\n1.丙\n", "|总体情况:1.()(一)(1.())");
    expect("一、总体情况\n(一)甲。一句在后面。\n", "|总体情况:(一)(p)");
}

/* What stands in tables is tested by tests/corpus. */
static void test_tables(void)
{
    expect("二、主动公开政府信息情况\n前。\n[规章|0|/]后面还有一句。\n", "|主动公开政府信息情况:ptp");
    expect("二、主动公开政府信息情况\n[规章|0|/][行政许可|5|/]", "|主动公开政府信息情况:tt");
    expect("二、主动公开政府信息情况\n[规章|0", "|主动公开政府信息情况:t");
    expect("二、主动公开政府信息情况\n[]后。\n", "|主动公开政府信息情况:tp");
}

/* Each row of cells of any kinds is a table, and the report goes on behind it. */
static void test_any_cells(void)
{
    static const char *const kinds[] = {
        "规章|", "自然人|", "三、本年度办理结果|", "第二十条第(一)项|", "说明|", "3|", "无|", "3*|", "|",
        "~|",    "|/3|"};
    enum { KINDS = sizeof kinds / sizeof *kinds, LENGTH = 4 };
    for (unsigned number = 0; number < KINDS * KINDS * KINDS * KINDS; number++)
        for (int open = 0; open < 2; open++) {
            char string[512], *at = string + sprintf(string, "一、总体情况\n%c", "[{"[open]);
            for (unsigned i = 0, rest = number; i < LENGTH; i++, rest /= KINDS)
                at += sprintf(at, "%s", kinds[rest % KINDS]);
            sprintf(at, "%s后。\n", open ? "}" : "/]");
            if (!open || !strchr(string, '/')) /* rows end where they are known to */
                expect(string, "|总体情况:tp");
        }
}

/* What the first cell is, is asked of a row without cells, too. */
static void test_empty_rows(void)
{
    struct nb_arena *arena = arena_new();
    struct text_builder *builder = text_begin(arena, NULL, 0);
    text_table(builder, TEXT_ROWS, false, 0);
    text_separator(builder, RECORD_SEPARATOR, 0);
    text_separator(builder, GROUP_SEPARATOR, 0);
    struct nb_report report = {.arena = arena, .text = text_end(builder, "text", "UTF-8")};
    CU_ASSERT_TRUE(parse_report(&report, &form_lexicon));
    const struct grid_row *row = report.grids->parts->body;
    CU_ASSERT_EQUAL(row->count, 0);
    CU_ASSERT_EQUAL(row->cells->label, -1);
    arena_free(arena);
}

static void test_glued(void)
{
    struct nb_arena *arena = arena_new();
    struct nb_report report = {
        .arena = arena,
        .text = sample_text(arena, "五、存在的主要问题及改进情况\n已经改进。六、其他需要报告的事项\n无。\n")};
    CU_ASSERT_TRUE(parse_report(&report, &form_lexicon));
    const struct nb_article *glued = report.articles->next;
    CU_ASSERT_PTR_NOT_NULL_FATAL(glued);
    CU_ASSERT_FALSE(report.articles->glued);
    CU_ASSERT_TRUE(glued->glued);
    CU_ASSERT_EQUAL(glued->ordinal, 6);
    CU_ASSERT_STRING_EQUAL(text_line(arena, report.text, report.articles->blocks->words), "已经改进。");
    arena_free(arena);
}

int add_grammar_tests(void)
{
    CU_TestInfo tests[] = {
        {"articles", test_articles},
        {"sections", test_sections},
        {"tables between paragraphs", test_tables},
        {"any cells", test_any_cells},
        {"rows without cells", test_empty_rows},
        {"glued heading", test_glued},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"grammar", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
