/* test_scanner.c - the tokens that grammar/scanner.l cuts out of a text. */
#include "forms.h"
#include "sample.h"
#include "scanner.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

/* One letter a token; behind those of a table, where `places` is set, the printed line and column. */
static const char *tokens(const char *string, bool places, char *buffer)
{
    static const struct {
        int token;
        char letter;
    } letters[] = {{HEADING, 'H'}, {HAN, 'h'},        {PAREN, 'p'},       {ARABIC, 'a'},   {PAREN_ARABIC, 'b'},
                   {CIRCLED, 'c'}, {PARAGRAPH, 'P'},  {CAPTION, 'C'},     {HEADER, 'L'},   {GROUP, 'G'},
                   {ROW, 'R'},     {TEXT, 'T'},       {VALUE, 'V'},       {NA, 'N'},       {BLANK, 'B'},
                   {PAD, 'D'},     {NOT_NUMBER, 'X'}, {TABLE_BEGIN, '['}, {TABLE_END, ']'}};
    struct nb_arena *arena = arena_new();
    struct scanner scanner;
    void *state = scanner_open(&scanner, sample_text(arena, string));
    REPORT_STYPE value;
    struct nb_span place;
    size_t at = 0;
    for (int token; (token = report_lex(&value, &place, state)) && at + 16 < SAMPLE_SIZE;) {
        char letter = '?';
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
            letter = letters[i].token == token ? letters[i].letter : letter;
        buffer[at++] = letter;
        if (places)
            at += (size_t)sprintf(buffer + at, "%u.%u ", value.token.line, value.token.column);
    }
    buffer[at] = '\0';
    scanner_close(state);
    arena_free(arena);
    return buffer;
}

static void expect(const char *string, const char *expected)
{
    char buffer[SAMPLE_SIZE];
    const char *found = tokens(string, false, buffer);
    if (strcmp(found, expected) != 0)
        printf("\n%s\n  gives %s, not %s", string, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
}

static void expect_places(const char *string, const char *expected)
{
    char buffer[SAMPLE_SIZE];
    const char *found = tokens(string, true, buffer);
    if (strcmp(found, expected) != 0)
        printf("\n%s\n  gives %s, not %s", string, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
}

/* Labels are labels however a page breaks, spaces or spells them. */
static void test_labels(void)
{
    expect("规章\n0\n", "RV");
    expect("规\n章\n0\n", "RV");
    expect("行政规范\n性文件\n0\n", "RV");
    expect("行\n政\n规\n范\n性\n文\n件\n0\n", "RV");
    expect("规 章\n0\n", "RV");
    expect("规　章\n0\n", "RV");
    expect("规\xc2\xa0章\n0\n", "RV");
    expect("　　规章\n0\n", "RV");
    expect("規章\n0\n", "RV");
    expect("(一)予以公开\n0\n", "RV");
    expect("（一）予以公开\n0\n", "RV");
    expect("（一） 予以\r\n公开\r\n0\r\n", "RV");
    expect("予以公开\n0\n", "RV");
    expect("4．保护第三方合法权益\n0\n", "RV");
    expect("4、保护第三方合法权益\n0\n", "RV");
    expect("3.危及\"三安全一稳定\"\n0\n", "RV");
    expect("3.危及三安全一稳定\n0\n", "RV");
    expect("第二十条第（一）项\n信息内容\n规章\n0\n", "CCRV");
    expect("自然人\n商业企业\n规章\n0\n", "LLRV");
    expect("(三)不予公开\n1.属于国家秘密\n0\n", "GRV");
}

/* A label is one only where it fills its line or cell. */
static void test_words_that_begin_like_labels(void)
{
    expect("规章的清理工作已经完成。\n", "P");
    expect("规章制度\n", "P");
    expect("行政处罚信息公开20条。\n", "P");
    expect("总计公开信息20条，比上年增加。\n", "P");
}

/* What looks like an article and is a row of the applications table. */
static void test_rows_that_look_like_headings(void)
{
    expect("三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n1\n2\n", "HRVV");
    expect("三、收到和处理政府信息公开申请情况\n规章\n0\n三、本年度办理结果\n(一)"
           "予以公开\n1\n四、结转下年度继续办理\n1\n四、政府信息公开行政复议、行政诉讼情况\n",
           "HRVGRVRVH");
    expect("三、本年度办理结果 | (一)予以公开 | 1 | 0 |\n", "GRVV");
}

static void test_headings(void)
{
    expect("一、总体情况\n本年公开信息。\n二、主动公开政府信息情况\n", "HPH");
    expect("总体情况\n本年公开信息。\n主动公开政府信息情况\n", "HPH");
    expect("第一部分 总体情况\n本年公开信息。\n第二部分 主动公开政府信息情况\n", "HPH");
    expect("1、总体情况\n本年公开信息。\n2、主动公开政府信息情况\n", "HPH");
    expect("（一）总体情况\n1.本年。\n（二）主动公开政府信息情况\n", "HaH");
    expect("　　一、总体情况\n", "H");
    expect("# 一、总体情况\n", "H");
    expect("一、总体情况：\n", "H");
    expect("本年公开信息。一、总体情况\n", "PH");
    expect("本年公开信息。详见第一章。\n", "P");
    expect("本节说明总体情况\n", "P");
}

static void test_sections(void)
{
    expect("一、总体情况\n(一)主动公开\n1.文件\n（1）细目\n①甲\n", "Hpabc");
    expect("一、总体情况\n一、主动公开\n二、依申请公开\n二、主动公开政府信息情况\n", "HhhH");
    expect("一、总体情况\n）主动公开\n", "Hp");
    expect("一、总体情况\n3.5万人次浏览。\n", "HP");
}

static void test_numbers(void)
{
    expect("规章\n1,234\n", "RV");
    expect("规章\n１，２３４\n", "RV");
    expect("规章\n+378\n−375\n-375\n", "RVVV");
    expect("行政事业性收费\n0.5万元\n", "RV");
    expect("行政事业性收费\n47222.14（万元）\n", "RV");
    expect("规章\n0件\n零\n", "RVV");
    expect("规章\n/\n—\n——\n-\n无\n", "RNNNNN");
    expect("规章\n1O\nl2\n", "RXX");
    expect("规章 0 0 0\n", "RVVV");
    expect("规章\t0\t\t0\n", "RVBV");
    expect("规章\n3（其中网上2）\n", "RX");
    expect("规章\n3（其中网上2） |\n", "RX");
    expect("规章\t3（其中网上2）\t0\n", "RXV");
    expect("规章 0 0 0\n3月 81 69\n4月\t7\n", "RVVVTVVTV");
}

/* Page numbers go without a token; a sign for nothing does not. */
static void test_page_marks(void)
{
    expect("规章\n0\n-4-\n0\n", "RVV");
    expect("规章\n0\n— 4 —\n0\n", "RVV");
    expect("规章\n0\n第 4 页\n0\n", "RVV");
    expect("规章\n0\n第4页 共12页\n0\n", "RVV");
    expect("规章 | - | 4 | - |\n", "RNVN");
    expect("规章\n- - - - - - - - - - - -\n", "RNNNNNNNNNNNN");
}

static void test_bars(void)
{
    expect("规章 | 0 | 0 | 0\n", "RVVV");
    expect("| 规章 | 0 | | 0 |\n", "RVBV");
    expect("规章 | 3 | 4 ||\n", "RVVD");
    expect("| 规章 | 0 |\n| --- | --- |\n| 行政许可 | 1 |\n", "RVRV");
    expect("规章 | 0\n--- | ---\n行政许可 | 1\n", "RVRV");
    expect_places("规章 | 7 | 8\n行政许可 | | 9\n", "R0.0 V0.1 V0.2 R1.0 B1.1 V1.2 ");
    expect_places("规章 |||| 7\n", "R0.0 D0.1 V0.4 ");
    expect_places("| 甲 ||| 7 |\n||| 规章 | 7 |\n", "T0.0 D0.1 V0.3 D1.0 R1.2 V1.3 ");
    expect_places("甲 ||| 7 |\n|| 规章 | 7 |\n", "T0.0 D0.1 V0.3 D1.0 R1.2 V1.3 ");
    expect_places("|| 甲 | 7 |\n| 规章 | | 7 |\n", "D0.0 T0.1 V0.2 R1.0 B1.1 V1.2 ");
    expect_places("|| 甲 | 7 |\n规章 | | 7 |\n", "D0.0 T0.2 V0.3 R1.0 B1.1 V1.2 ");
    expect_places("| 规章 | 1\n3 | 2 |\n| 行政许可 | 4 |\n", "R0.0 V0.1 V1.0 V1.1 R2.0 V2.1 ");
}

/* The line under a Markdown header may be as short as :- and is one only where it fills a line; elsewhere dashes are cells. */
static void test_rules(void)
{
    expect("| 规章 | 0 |\n| :- | -: |\n| 行政许可 | 1 |\n", "RVRV");
    expect("规章 | 0\n:-: | :-\n行政许可 | 1\n", "RVRV");
    expect("| 规章 | --- | --- |\n", "RNN");
    expect("规章 | --- | ---\n", "RNN");
    expect("规章 | 0\n:- | -:\n行政许可 | \n", "RVRB");
}

/* GS opens and closes a table, US ends a cell, RS a row; a line break in a cell is part of it. */
static void test_ruled(void)
{
    expect("\x1d规章\x1f"
           "0\x1f\x1f\x1e行政\n许可\x1f"
           "5\x1f\x1e\x1d",
           "[RVBRV]");
    expect("\x1d规章\x1f一段\n话\x1f\x1e\x1d后面的话。\n", "[RX]P");
    expect("\x1d规章\x1f"
           "0",
           "[RV]");
    expect_places("\x1d规章\x1f"
                  "0\x1f\x1f"
                  "2\x1f\x1e甲\x1f\x1e\x1d",
                  "[1.0 R1.0 V1.1 B1.2 V1.3 T2.0 ]4.0 ");
}

/* Bytes and cells that once sent the scanner round in circles, or past the end. */
static void test_edges(void)
{
    expect("", "");
    expect("\n\n \t \n", "");
    expect("|", "B");
    expect("\x1f\x1e", "");
    expect("规章\n(\n", "RT");
    expect("规章\t(", "RX");
    expect("\x1d(\x1f\x1e\x1d", "[T]");
    expect("规", "P");
    expect("一、", "P");
}

int add_scanner_tests(void)
{
    CU_TestInfo tests[] = {
        {"labels", test_labels},
        {"words that begin like labels", test_words_that_begin_like_labels},
        {"rows that look like headings", test_rows_that_look_like_headings},
        {"headings", test_headings},
        {"sections", test_sections},
        {"numbers", test_numbers},
        {"page marks", test_page_marks},
        {"bars", test_bars},
        {"Markdown rules", test_rules},
        {"tables with borders", test_ruled},
        {"edges", test_edges},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"scanner", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
