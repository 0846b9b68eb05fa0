/* test_scanner.c - the tokens that grammar/scanner.l cuts out of a text. */
#include "forms.h"
#include "sample.h"
#include "scanner.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

/* One letter a token. In `string`, a table is written with | behind each cell, / behind each row and [ ]
 * around it. */
static const char *tokens(const char *string, char *buffer)
{
    static const struct {
        int token;
        char letter;
    } letters[] = {{HEADING, 'H'},      {HAN, 'h'},     {PAREN, 'p'},     {ARABIC, 'a'},
                   {PAREN_ARABIC, 'b'}, {CIRCLED, 'c'}, {PARAGRAPH, 'P'}, {CAPTION, 'C'},
                   {HEADER, 'L'},       {GROUP, 'G'},   {ROW, 'R'},       {WORDS, 'T'},
                   {GRID, '['},         {ORDER, '{'},   {GRID_END, ']'},  {ROW_END, '/'}};
    static const char cells[] = {
        [CELL_BLANK] = 'B', [CELL_SPAN] = 'S', [CELL_NUMBER] = 'V', [CELL_NA] = 'N', [CELL_GARBLED] = 'X'};
    struct nb_arena *arena = arena_new();
    struct scanner scanner;
    void *state = scanner_open(&scanner, sample_table_text(arena, string), &form_lexicon);
    REPORT_STYPE value;
    size_t at = 0;
    for (int token; (token = report_lex(&value, state)) && at + 16 < SAMPLE_SIZE;) {
        char letter = token == VALUE || token == BLANK ? cells[value.token.kind] : '?';
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
            letter = letters[i].token == token ? letters[i].letter : letter;
        buffer[at++] = letter;
    }
    buffer[at] = '\0';
    scanner_close(state);
    arena_free(arena);
    return buffer;
}

static void expect(const char *string, const char *expected)
{
    char buffer[SAMPLE_SIZE];
    const char *found = tokens(string, buffer);
    if (strcmp(found, expected) != 0)
        printf("\n%s\n  gives %s, not %s", string, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
}

/* Labels are labels however a page breaks, spaces or spells them, with a remark behind them or without. */
static void test_labels(void)
{
    static const char *const spellings[] = {"规章",
                                            "规\n章",
                                            "规 章",
                                            "规　章",
                                            "规\xc2\xa0章",
                                            "　　规章",
                                            "規章",
                                            "规章（件）",
                                            "(一)予以公开",
                                            "（一）予以公开",
                                            "（一） 予以\n公开",
                                            "4．保护第三方合法权益",
                                            "4、保护第三方合法权益",
                                            "3.危及\"三安全一稳定\"",
                                            "3.危及三安全一稳定"};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        char string[256];
        snprintf(string, sizeof string, "[%s|0|/]", spellings[i]);
        expect(string, "[RV/]");
    }
    expect("[第二十条第（一）项|信息内容|规章|自然人|商业企业|（三）不予公开|]", "[CLRLLG]");
    expect("[规章制度|规章的清理|总计公开信息|]", "[TTT]");
}

/* In prose, labels are words like others. */
static void test_words_that_begin_like_labels(void)
{
    expect("规章的清理工作已经完成。\n", "P");
    expect("行政处罚信息公开20条。\n", "P");
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
    expect("[1,234|１，２３４|+378|−375|-375|0.5万元|47222.14（万元）|0件|12.0|3（其中网上2）|]",
           "[VVVVVVVVVV]");
    expect("[二|十二|零|约2|1 |\n1|]", "[VVVVVV]");
    expect("[6①|6件²|6注1|二千一百五十五|]", "[VVVV]");
    expect("[$12$|\\(12\\)|`12`|'12|共12件|12。|12*|]", "[VVVVVVV]");
    expect("[=12|==12==|￥1.5|✅ 12|📈12|12；|12,|1'234|1‚234|]", "[VVVVVVVVV]");
    expect("[·3|①|1'23|]", "[TTT]"); /* what is left of 0.3, the mark of a note */
    expect("[$n$|]", "[T]");
    expect("[(12)|]", "[T]");
    expect("[一|3月|几件|1.属于|？|]", "[TTTTT]");
    expect("[/|—|——|-|无|N/A|]", "[NNNNNN]");
    expect("[1O|l2|]", "[XX]");
    expect("[| | |]", "[BBB]");
}

/* Rows end where the reader says; a line break in a cell is part of it; what covers a position is no empty
 * cell. */
static void test_tables(void)
{
    expect("[规章|0||/行政\n许可|5|/]", "[RVB/RV/]");
    expect("[规章|一段\n话|/]后面的话。\n", "[RT/]P");
    expect("[规章|<|^|0|/]", "[RSSV/]");
    expect("{规章|0|1|}", "{RV]"); /* numbers in a row are one token */
    expect("{规章|0|1件|2|}", "{RVVV]");
    expect("前面的话。[规章|0", "P[RT/]");
}

/* Bytes and cells that once sent the scanner round in circles, or past the end. */
static void test_edges(void)
{
    expect("", "");
    expect("\n\n \t \n", "");
    expect("\x1f\x1e", "");
    expect("[]", "[]");
    expect("[(|/]", "[T/]");
    expect("规", "P");
    expect("一、", "P");
}

int add_scanner_tests(void)
{
    CU_TestInfo tests[] = {
        {"labels", test_labels},     {"words that begin like labels", test_words_that_begin_like_labels},
        {"headings", test_headings}, {"sections", test_sections},
        {"numbers", test_numbers},   {"tables", test_tables},
        {"edges", test_edges},       CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"scanner", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
