/* test_bind.c - printed cells find their rows and columns (forms/bind.c and its parts), and numbers their values. */
#include "bind.h"
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

static void expect(const struct nb_report *report, const char *table, const char *row, const char *expected)
{
    char buffer[SAMPLE_SIZE];
    const char *found = sample_cells(report, table, row, buffer);
    if (strcmp(found, expected) != 0)
        printf("\n%s gives %s, not %s", row, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
}

static void expect_disclosure(const char *text, const char *row, const char *expected)
{
    struct nb_report *report = sample_disclosure(text);
    expect(report, "disclosure", row, expected);
    nb_report_free(report);
}

static void test_by_count(void)
{
    expect_disclosure("规章\n4\n1\n37\n", "regulations", "4p 1p 37p");
    expect_disclosure("规章 4 1 37\n", "regulations", "4p 1p 37p");
    expect_disclosure("规章\n0\n0\n0\n0\n", "regulations", "0p 0p 0p"); /* whichever is one too many */
    expect_disclosure("规章\n0\n0\n0\n/\n", "regulations", "0p 0p 0a"); /* which may be the last */
    expect_disclosure("规章 | 4 | 1 | 37 |\n", "regulations", "4p 1p 37p");
    expect_disclosure("规章\t4\t\t37\n", "regulations", "4p _ 37p");
    expect_disclosure("规章 | 4 | / | — |\n", "regulations", "4p / /");
    expect_disclosure("规章 | 4 | 无 | 3O |\n", "regulations", "4p / '3O'?");
}

/* With borders a cell belongs to the label above it, and an empty one keeps its place. */
static void test_by_headers(void)
{
    expect_disclosure("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t4\t\t37\n", "regulations", "4 _ 37");
    struct nb_report *report =
        sample_report("<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>"
                      "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
                      "<tr><td>规章<td>4<td><td>37</table></body></html>",
                      false);
    expect(report, "disclosure", "regulations", "4 _ 37");
    nb_report_free(report);
}

/* A unit in a cell of its own is that of the label before it, and no column. */
static void test_units_apart(void)
{
    static const char table[] = "信息内容\n本年制发件数\n(件)\n本年废止件数\n（个）\n现行有效件数\n(件)\n规章\n4\n1\n37\n";
    struct nb_report *report = sample_disclosure(table);
    expect(report, "disclosure", "regulations", "4 1 37");
    CU_ASSERT_EQUAL(sample_findings(report, "column-unknown"), 0);
    nb_report_free(report);
}

/* Rows of values before a head are no title of it. */
static void test_rows_before_head(void)
{
    expect_disclosure("| 规章 | 4 | 1 | 37 |\n|---|---|---|---|\n| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | 5 | | |\n",
                      "regulations", "4p 1p 37p");
}

/* A row without values whose label nobody knows stands between two heads with the same label: the one above the values counts. */
static void test_heads_in_a_row(void)
{
    static const char table[] = "| 信息内容 | 本年处理决定数量 | | |\n|---|---|---|---|\n| 查无此项 | | | |\n"
                                "| 第二十条第(六)项 | | | |\n| 信息内容 | 本年处理决定数量 | | |\n| 行政处罚 | 6190 | | |\n";
    expect_disclosure(table, "penalty", "6190");
}

/* A head of one row whose labels name row and column together. */
static void test_joined_labels(void)
{
    static const char head[] = "<td>行政复议结果维持<td>行政复议-总计<td>行政诉讼(复议后起诉)总计<td>未经复议直接起诉 其他结果";
    char page[1000];
    snprintf(page, sizeof page,
             "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p>"
             "<table><tr>%s<tr><td>4<td>5<td>6<td>7</table></body></html>",
             head);
    struct nb_report *report = sample_report(page, false);
    expect(report, "review", "reconsideration", "4 . . . 5");
    expect(report, "review", "litigation_direct", ". . 7 . .");
    expect(report, "review", "litigation_after_review", ". . . . 6");
    nb_report_free(report);
}

/* An empty cell that is printed is one, in whatever way: then a last one is not a bar too many. */
static void test_empty_cells(void)
{
    expect_disclosure("| 规章 | 4 | 1 | |\n|---|---|---|---|\n| 行政规范性文件 | | 1 | |\n", "regulations", "4p 1p _");
    expect_disclosure("| 规章 | 4 | 1 | |\n|---|---|---|---|\n| 行政规范性文件 | | 1 | |\n", "normative_documents", "_ 1p _");
    expect_disclosure("| 规章 | 4 | 1 | |\n| 行政规范性文件 | | 1 | |\n", "normative_documents", "_ 1p _");
    expect_disclosure("规章 |\n4 |\n|\n37 |\n行政规范性文件 |\n2 |\n1 |\n|\n", "regulations", "4p _ 37p");
    expect_disclosure("规章 |\n4 |\n|\n37 |\n行政规范性文件 |\n2 |\n1 |\n|\n", "normative_documents", "2p 1p _");
    expect_disclosure("规章 | 4 | 1 | |\n行政规范性文件 | 2 | 3 | |\n", "regulations", "4a 1a .");
    /* what programs write into one */
    expect_disclosure(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | NaN | None | _37_ |\n",
        "regulations", "_ _ 37");
}

/* A value beside the empty cell under the one column label is one too many, or has slipped. */
static void test_value_beside(void)
{
    static const char header[] = "| 信息内容 | 本年处理决定数量 |   |   |\n|---|---|---|---|\n";
    char table[300];
    snprintf(table, sizeof table, "%s| 行政许可 | 74 |   |   |\n", header);
    expect_disclosure(table, "licensing", "74");
    snprintf(table, sizeof table, "%s| 行政许可 |   | 74 |   |\n", header);
    expect_disclosure(table, "licensing", "74a");
}

/* A table that keeps its empty cells may print some behind its last column label. */
static void test_headers_end_early(void)
{
    static const char table[] = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t4\t\t37\t\n"
                                "行政规范性文件\t\t5\t\t\n";
    expect_disclosure(table, "regulations", "4 _ 37");
    expect_disclosure(table, "normative_documents", "_ 5 _");
    expect_disclosure("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t37\t8\t5\n", "regulations", "37 8 5");
    struct nb_report *report = sample_report("云川县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\t4\t\t37\n"
                                             "信息内容\t上一年项目数量\t本年增/减\n行政事业性收费\t\t−6\t\n",
                                             false);
    expect(report, "disclosure", "fees", "_ -6");
    nb_report_free(report);
}

/* "0 | ||||||" closes a row printed over lines: what follows is another row, here one that has lost its label. */
static void test_closed_rows(void)
{
    static const char table[] = "5.属于三类内部事务信息 |\n0 |\n0 | |||||||\n"
                                "761 |\n0 |\n0 |\n0 |\n761 | ||||\n"
                                "7.属于行政执法案卷 |\n0 |\n12 |\n12 | ||||||\n";
    struct nb_report *report = sample_applications(table);
    char buffer[SAMPLE_SIZE];
    expect(report, "applications", "denied.internal_affairs", "0a . . . . . 0a");
    CU_ASSERT_PTR_NULL(strstr(sample_cells(report, "applications", "denied.deliberative", buffer), "761 "));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer, "761p"));
    nb_report_free(report);
    static const char full[] = "5.属于三类内部事务信息 |\n1 |\n0 |\n0 |\n0 |\n0 |\n0 |\n1 | |||\n"
                               "2 |\n0 |\n0 |\n0 |\n0 |\n0 |\n2 | |||\n7.属于行政执法案卷 |\n0 |\n";
    report = sample_applications(full);
    expect(report, "applications", "denied.internal_affairs", "1p 0p 0p 0p 0p 0p 1p");
    expect(report, "applications", "denied.deliberative", "2p 0p 0p 0p 0p 0p 2p");
    nb_report_free(report);
    static const char one_bar[] = "5.属于三类内部事务信息 |\n1 |\n0 |\n0 |\n0 |\n|\n0 |\n1 | |\n"
                                  "2 |\n|\n0 |\n0 |\n0 |\n0 |\n2 | ||\n7.属于行政执法案卷 |\n0 |\n";
    report = sample_applications(one_bar);
    expect(report, "applications", "denied.internal_affairs", "1p 0p 0p 0p _ 0p 1p");
    expect(report, "applications", "denied.deliberative", "2p _ 0p 0p 0p 0p 2p");
    nb_report_free(report);
}

/* A value that is broken over two lines makes its row uncertain, though it has as many values as the form. */
static void test_torn_row(void)
{
    expect_disclosure("规章\t4\t\t37\n行政规范性文件\t51\n19\t2\t\n", "normative_documents", "51p 19p 2p");
}

/* Of a row that has one cell more than its neighbours, and whose first is empty, nobody can say which value came in. The head of
 * a group, a line of its own, does not part it from them. */
static void test_wide_row(void)
{
    static const char table[] = "1.信访举报投诉类申请\t0\t\t0\t0\t0\t0\t0\n2.重复申请\t0\t0\t\t0\t0\t0\t0\n"
                                "3.要求提供公开出版物\t0\t0\t0\t\t0\t0\t0\n（六）其他处理\n"
                                "4.无正当理由大量反复申请\t\t0\t0\t0\t0\t0\t0\t0\n";
    struct nb_report *report = sample_applications(table);
    char buffer[SAMPLE_SIZE];
    expect(report, "applications", "rejected.repeated", "0p 0p _ 0p 0p 0p 0p");
    CU_ASSERT_PTR_NOT_NULL(strchr(sample_cells(report, "applications", "rejected.excessive", buffer), 'p'));
    nb_report_free(report);
}

/* A row whose first cells are empty opens with tabs, behind a note as well as behind another row. */
static void test_row_behind_note(void)
{
    static const char table[] = "三、本年度办理结果\t(一)予以公开\t\t1\t\t\t\t\t\t1\n备注：含上年结转的申请。\n"
                                "\t(二)部分公开\t\t\t2\t\t\t\t\t2\n\t(三)不予公开\t1.属于国家秘密\t\t\t\t\t\t\t\n";
    struct nb_report *report = sample_applications(table);
    expect(report, "applications", "granted", "1p _ _ _ _ _ 1p");
    expect(report, "applications", "partly_granted", "_ 2p _ _ _ _ 2p");
    nb_report_free(report);
}

/* Lines that end with CR LF end where others end. */
static void test_returns(void)
{
    struct nb_report *report = sample_report("云川县2022年政府信息公开工作年度报告\r\n二、主动公开政府信息情况\r\n"
                                             "规章\t4\t\t\r\n行政规范性文件\t2\t\t19\r\n",
                                             false);
    expect(report, "disclosure", "regulations", "4p _ _");
    nb_report_free(report);
    report = sample_report("云川县2022年政府信息公开工作年度报告\r\n二、主动公开政府信息情况\r\n"
                           "规章 | 4 |  | 37 |\r\n--- | --- | --- | ---\r\n行政规范性文件 | 2 | 1 |  |\r\n",
                           false);
    expect(report, "disclosure", "regulations", "4p _ 37p");
    expect(report, "disclosure", "normative_documents", "2p 1p _");
    nb_report_free(report);
    report = sample_report("云川县2022年政府信息公开工作年度报告\r\r\n二、主动公开政府信息情况\r\r\n"
                           "规章\t4\t\t37\r\r\n行政规范性文件\t2\t\t19\r\r\n", /* CR LF, made CR LF again */
                           false);
    expect(report, "disclosure", "regulations", "4p _ 37p");
    nb_report_free(report);
}

/* Where the rows begin without a bar, one that stands first closes an empty cell. */
static void test_bare_bars(void)
{
    static const char table[] =
        " |  |  | 申请人情况 |  |  |  |  |  |  |\n"
        "（本列数据的勾稽关系） |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
        "三、本年度办理结果 | (一)予以公开 |  | 0 | 4 | 0 | 0 | 0 | 0 | 4 |\n"
        " | (二)部分公开 |  | 0 |  | 0 | 3 | 0 | 0 | 3 |\n";
    struct nb_report *report = sample_applications(table);
    expect(report, "applications", "granted", "0 4 0 0 0 0 4");
    expect(report, "applications", "partly_granted", "0 _ 0 3 0 0 3");
    nb_report_free(report);
}

/* Lines that end with CR LF are the same lines: no blank stands behind the last bar of a row, nor behind a heading. */
static void test_returns_are_no_blanks(void)
{
    static const char text[] =
        "云川县2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章 | 4 |  | 37 |\n行政规范性文件 | 2 |  |  \n"
        "六、其他需要报告的事项\n";
    char returns[2 * sizeof text], *to = returns;
    for (const char *at = text; *at; *to++ = *at++)
        if (*at == '\n')
            *to++ = '\r';
    *to = '\0';
    struct nb_report *report = sample_report(text, false), *other = sample_report(returns, false);
    expect(other, "disclosure", "normative_documents", "2p _ _");
    const struct nb_finding *finding = report->findings, *same = other->findings;
    for (; finding && same; finding = finding->next, same = same->next)
        CU_ASSERT_EQUAL(nb_locate(report, finding->span.start).column, nb_locate(other, same->span.start).column);
    CU_ASSERT_TRUE(!finding && !same);
    nb_report_free(report);
    nb_report_free(other);
}

static void expect_fees(const char *table, const char *value, const char *unit)
{
    struct nb_report *report = sample_disclosure(table);
    for (const struct nb_row *row = nb_table_find(report, "disclosure")->rows; row; row = row->next)
        if (strcmp(row->form->id, "fees") == 0) {
            CU_ASSERT_STRING_EQUAL(row->cells[0].value, value);
            CU_ASSERT_STRING_EQUAL(row->cells[0].unit, unit);
        }
    nb_report_free(report);
}

/* A cell a line: the last words before the values are the label of their row, though no form has them so. */
static void test_short_first_label(void)
{
    struct nb_report *report =
        sample_applications("申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n"
                            "其他\n一、本年新收\n1\n2\n3\n4\n5\n6\n21\n二、上年结转\n0\n0\n0\n0\n0\n7\n7\n");
    expect(report, "applications", "received", "1 2 3 4 5 6 21");
    expect(report, "applications", "carried_in", "0 0 0 0 0 7 7");
    CU_ASSERT_EQUAL(sample_findings(report, "column-unknown"), 0);
    nb_report_free(report);
}

/* A part of the table with more columns for labels than the part with the head has: its cells do not stand under those labels. */
static void test_cut_otherwise(void)
{
    struct nb_report *report = sample_applications(
        "| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n\n下表续。\n\n"
        "| （四）无法提供 | < | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "| ^ | < | 2.没有现成信息需要另行制作 | 1 | 0 | 2 | 0 | 3 | | |\n"
        "| 四、结转下年度继续办理 | < | < | 4 | | 2 | 1 | 3 | | |\n");
    expect(report, "applications", "unavailable.needs_creation", "1 0 2 0 3 _ _");
    expect(report, "applications", "carried_out", "4 _ 2 1 3 _ _");
    nb_report_free(report);
}

/* The unit stands behind the number or in the label, whose bracket may be closed in the next line. */
static void test_units(void)
{
    expect_fees("行政事业性收费\n0.5亿元\n", "0.5", "亿元");
    expect_fees("信息内容\t本年收费金额（单位：元）\n行政事业性收费\t7（含上年）\n", "7", "元");
    expect_fees("行政事业性收费\n0.5万元①\n", "0.5", "万元");
    expect_fees("信息内容\t本年收费金额（单位：元）\n行政事业性收费\t1,200\n", "1200", "元");
    /* A scan has lost one bracket. */
    expect_fees("信息内容\t本年收费金额单位：元）\n行政事业性收费\t1,200\n", "1200", "元");
    expect_fees("信息内容\t本年收费金额（单位：元\n行政事业性收费\t1,200\n", "1200", "元");
    expect_fees("信息内容 本年处理决定数量\n行政许可 5\n信息内容 本年收费金额(单位:\n元)\n行政事业性收费 510.3\n", "510.3", "元");
    expect_fees("信息内容 本年处理决定数量\n行政许可 5\n信息内容 本年收费金额(单\n位：元)\n行政事业性收费 510.3\n", "510.3",
                "元");
    expect_fees("信息内容\n本年收费金额\n(单位：元)\n行政事业性收费\n510.3\n", "510.3", "元");
    /* what is torn from the label, and no row's, holds it */
    expect_fees("信息内容 本年处理决定数量\n行政许可 5\n信息内容 本年收费\n金额（单位：元）\n行政事业性收费 0\n", "0", "元");
    expect_fees(
        "信息内容 本年处理决定数量\n行政许可 5\n行政处罚 3\n信息内容 本年收费\n金额（单位\n：元）\n行政事业性收费 510.3\n",
        "510.3", "元");
    expect_fees("信息内容 本年处理决定数量\n行政许可 5\n信息内容 本年收费\n金额（元\n）\n行政事业性收费 0\n", "0", "元");
}

/* A row that says the same again is passed over; one that says something else is reported, and the first stays. */
static void test_repeated_rows(void)
{
    struct nb_report *report = sample_disclosure("规章\n4\n1\n37\n规章\n4\n1\n37\n");
    expect(report, "disclosure", "regulations", "4p 1p 37p");
    CU_ASSERT_EQUAL(sample_findings(report, "row-repeated"), 0);
    nb_report_free(report);
    report = sample_disclosure("规章\n4\n1\n37\n规章\n4\n1\n38\n");
    expect(report, "disclosure", "regulations", "4p 1p 37p");
    CU_ASSERT_EQUAL(sample_findings(report, "row-repeated"), 1);
    nb_report_free(report);
    /* the first was empty: the values may be of a row with another label */
    report = sample_disclosure("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | | | |\n"
                               "| 规章 | 4 | 1 | 38 |\n");
    expect(report, "disclosure", "regulations", "4 1 38");
    CU_ASSERT_EQUAL(sample_findings(report, "row-repeated"), 1);
    nb_report_free(report);
}

/* A second table of the same kind fills no cell that the first has left empty. */
static void test_second_table(void)
{
    struct nb_report *report = sample_disclosure(
        "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|规章|||3|\n|行政规范性文件||||\n\n上年：\n\n"
        "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|规章|1|||\n|行政规范性文件|2|1|9|\n");
    expect(report, "disclosure", "regulations", "_ _ 3");
    expect(report, "disclosure", "normative_documents", "_ _ _");
    CU_ASSERT_EQUAL(sample_findings(report, "table-repeated"), 1);
    nb_report_free(report);
    static const char head[] = "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n",
                      licensing[] = "\n|信息内容|本年处理决定数量|\n|-|-|\n|行政许可|5|\n\n";
    char blocks[1000];
    snprintf(blocks, sizeof blocks, "%s|行政规范性文件|1|2|3|\n%s上年：\n\n%s|规章|7|8|9|\n|行政规范性文件|2|1|9|\n%s", head,
             licensing, head, licensing);
    report = sample_disclosure(blocks);
    expect(report, "disclosure", "regulations", ". . .");
    expect(report, "disclosure", "normative_documents", "1 2 3");
    CU_ASSERT_EQUAL(sample_findings(report, "table-repeated"), 1);
    nb_report_free(report);
}

/* Of two tables in no article of theirs the one without labels of columns yields: a line of a page's menu. */
static void test_headless_table(void)
{
    struct nb_report *report =
        sample_report("|规章|9|9|9|\n\n甲县教育局2021年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息。\n\n"
                      "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|规章|2|0|1|\n|行政规范性文件|3|0|4|\n",
                      false);
    expect(report, "disclosure", "regulations", "2 0 1");
    expect(report, "disclosure", "normative_documents", "3 0 4");
    nb_report_free(report);
}

static void test_lost_label(void)
{
    static const char table[] = "一、本年新收政府信息公开申请数量\n3\n0\n0\n0\n0\n0\n3\n"
                                "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
                                "三、本年度办理结果\n(一)予以公开\n2\n0\n0\n0\n0\n0\n2\n"
                                "某些别的文字\n1\n0\n0\n0\n0\n0\n1\n"
                                "(三)不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n";
    struct nb_report *report = sample_applications(table);
    expect(report, "applications", "partly_granted", "1p 0p 0p 0p 0p 0p 1p");
    expect(report, "applications", "denied.state_secret", "0p 0p 0p 0p 0p 0p 0p");
    CU_ASSERT_EQUAL(sample_findings(report, "cell-placed"), 5);
    nb_report_free(report);
}

/* Rows of the form of 2019 in a report of 2021 keep their place and say so. */
static void test_foreign_row(void)
{
    struct nb_report *report =
        sample_applications("一、本年新收政府信息公开申请数量\n3\n0\n0\n0\n0\n0\n3\n(六)其他处理\n1\n0\n0\n0\n0\n0\n1\n"
                            "(七)总计\n3\n0\n0\n0\n0\n0\n3\n");
    expect(report, "applications", "other", "1p 0p 0p 0p 0p 0p 1p");
    CU_ASSERT_TRUE(sample_findings(report, "form-mismatch") > 0);
    nb_report_free(report);
}

/* A table of no known form behind the last row takes nothing from it and gives it nothing. */
static void test_other_table_below(void)
{
    struct nb_report *report = sample_disclosure("行政事业性收费    /\n月份    发布    阅读\n3月    81    693\n4月    7    12\n");
    expect(report, "disclosure", "fees", "/");
    CU_ASSERT_EQUAL(sample_findings(report, "cell-count"), 0);
    nb_report_free(report);
}

static void test_missing_and_unknown(void)
{
    struct nb_report *report = sample_disclosure("规章\n4\n1\n37\n行政许可\n5\n");
    expect(report, "disclosure", "penalty", ".");
    expect(report, "disclosure", "normative_documents", ". . .");
    CU_ASSERT_TRUE(sample_findings(report, "row-missing") > 0);
    CU_ASSERT_EQUAL(sample_findings(report, "table-missing"), 2);
    nb_report_free(report);
}

/* A label that the form does not have, where only the order of the labels is known: the sums tell whether it stands in the row of
 * labels that ends before it or in the one that begins with it. Where they do not, nobody knows. */
static void expect_extra(const char *label, const char *first, const char *second, const char *expected)
{
    char table[SAMPLE_SIZE];
    snprintf(table, sizeof table,
             "申请人情况\n自然人\n法人或其他组织\n总计\n%s\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
             "一、本年新收政府信息公开申请数量\n%s\n二、上年结转政府信息公开申请数量\n%s\n",
             label, first, second);
    struct nb_report *report = sample_applications(table);
    expect(report, "applications", "received", expected);
    CU_ASSERT_EQUAL(sample_findings(report, "column-unknown"), 1);
    nb_report_free(report);
}

static void test_extra_column(void)
{
    expect_extra("小计", "5\n3\n1\n0\n0\n0\n2\n8", "0\n0\n0\n0\n0\n0\n0\n0", "5 1 0 0 0 2 8");
    expect_extra("上年总计", "5\n1\n0\n0\n0\n2\n8\n9", "0\n0\n0\n0\n0\n0\n0\n4", "5 1 0 0 0 2 8");
    expect_extra("小计", "5\n1\n2\n3\n4\n5\n6\n7", "0\n0\n0\n0\n0\n0\n0\n0", "5 1a 2a 3a 4a 5a 6a");
    /* of equal numbers each is every column's */
    expect_extra("小计", "0\n0\n0\n0\n0\n0\n0\n0", "0\n0\n0\n0\n0\n0\n0\n0", "0 0 0 0 0 0 0");
    expect_extra("备注", "0\n0\n0\n0\n0\n0\n0\n当面说明", "0\n0\n0\n0\n0\n0\n0\n无", "0 0 0 0 0 0 0");
}

/* Where the ends of rows are printed, the sums need not tell on which side of its neighbours a label stands. */
static void test_extra_column_in_rows(void)
{
    struct nb_report *report = sample_applications("（勾稽关系）\t申请人情况\n自然人\t法人或其他组织\t总计\t备注\n"
                                                   "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
                                                   "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\t无\n"
                                                   "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\t无\n");
    expect(report, "applications", "received", "0 0 0 0 0 0 0");
    nb_report_free(report);
}

/* A row that prints something in a foreign column only is read like the others. */
static void test_extra_column_alone(void)
{
    static const char table[] = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 上年件数 |\n|---|---|---|---|---|\n"
                                "| 规章 |  |  |  | 3 |\n| 行政规范性文件 | 2 | 0 | 9 | 5 |\n";
    expect_disclosure(table, "regulations", "_ _ _");
}

/* A label that is left empty between two others stands over a column, whatever its cells hold; nobody can name it. */
static void test_label_left_empty(void)
{
    static const char table[] = "| 信息内容 | 本年制发件数 |  | 现行有效件数 |\n|---|---|---|---|\n"
                                "| 规章 | 4 | / | 37 |\n| 行政规范性文件 | 2 |  | 9 |\n";
    expect_disclosure(table, "regulations", "4 . 37");
    expect_disclosure(table, "normative_documents", "2 . 9");
    expect_disclosure("| 信息内容 |  | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | 1 | 37 |\n", "regulations",
                      ". 1 37");
    /* in order: all labels but one, and a value more than labels in each row */
    struct nb_report *report = sample_applications("自然人\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
                                                   "1.属于国家秘密\n1\n5\n0\n0\n0\n0\n6\n2.重复申请\n3\n0\n0\n0\n0\n0\n3\n");
    expect(report, "applications", "denied.state_secret", "1 . 0 0 0 0 6");
    expect(report, "applications", "rejected.repeated", "3 . 0 0 0 0 3");
    nb_report_free(report);
    /* words among them may be of any column */
    report = sample_applications("自然人\n不明之词\n社会公益组织\n法律服务机构\n其他\n总计\n"
                                 "1.属于国家秘密\n1\n5\n0\n0\n0\n0\n6\n");
    CU_ASSERT_EQUAL(sample_findings(report, "column-unknown"), 1);
    nb_report_free(report);
}

#define COUNTED_HEAD "| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n|---|---|---|---|---|---|---|---|\n"

/* A table for each row, with labels that count the columns or are those of rows: the form's order, not the head of the table
 * before. */
static void test_heads_of_nothing(void)
{
    struct nb_report *report = sample_applications(
        "| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n|---|---|---|---|---|\n| - | - | - | - | - |\n\n"
        "一、本年新收政府信息公开申请数量\n\n" COUNTED_HEAD "| 本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 2 | 0 | 8 |\n\n"
        "| 项目 | 本年新收件数 | 上年结转件数 | 予以公开 | 部分公开 | 不予公开 | 结转下年度 | 总计 |\n"
        "|---|---|---|---|---|---|---|---|\n| （七）总计 | 4 | 1 | 0 | 0 | 2 | 0 | 7 |\n"
        "| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n");
    expect(report, "applications", "received", "5p 1p 0p 0p 2p 0p 8p");
    expect(report, "applications", "outcome_total", "4p 1p 0p 0p 2p 0p 7p");
    expect(report, "applications", "carried_out", "1p 0p 0p 0p 0p 0p 1p");
    CU_ASSERT_EQUAL(sample_findings(report, "cell-count") + sample_findings(report, "not-a-number"), 0);
    nb_report_free(report);
}

static void expect_applications(const char *head, const char *row, const char *expected)
{
    char text[SAMPLE_SIZE];
    snprintf(text, sizeof text, "云川县2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n%s", head);
    struct nb_report *report = sample_report(text, false);
    expect(report, "applications", row, expected);
    nb_report_free(report);
}

static void expect_review(const char *cells, const char *first, const char *last)
{
    char text[SAMPLE_SIZE];
    snprintf(text, sizeof text,
             "云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
             "结果维持 结果纠正 其他结果 尚未审结 总计\n%s\n五、存在的主要问题及改进情况\n",
             cells);
    struct nb_report *report = sample_report(text, false);
    expect(report, "review", "reconsideration", first);
    expect(report, "review", "litigation_after_review", last);
    nb_report_free(report);
}

/* The review table of a report that prints nothing else: the cells of its three rows. */
static void expect_blocks(const char *table, const char *reconsideration, const char *direct, const char *after)
{
    char text[SAMPLE_SIZE];
    snprintf(text, sizeof text, "云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n%s", table);
    struct nb_report *report = sample_report(text, false);
    expect(report, "review", "reconsideration", reconsideration);
    expect(report, "review", "litigation_direct", direct);
    expect(report, "review", "litigation_after_review", after);
    nb_report_free(report);
}

/* Between bars, two values in one cell are not two cells: nobody can tell which cell is lacking. */
static void test_bars_across(void)
{
    expect_review("| 0 | | 1 | | 1 | 0 | 0 | 0 | 1 | 1 | | 0 | 0 | 0 | 0 |\n|---|---|", "0p _ 1p _ 1p", "_ 0p 0p 0p 0p");
    expect_review("| 0 0 | | 1 | | 1 | 0 | 0 | 0 | 1 | | 0 | 0 | 0 | 0 |\n|---|---|", "'0 0'? 1a . . .", "0a 0a 0a . 0a");
}

/* A line that does not belong among them takes no cell away, as long as they are all there. */
static void test_stray_lines_across(void)
{
    expect_review("打印此页\n1 2 3 4 10 0 0 0 1 1 5 0 0 0 5", "1p 2p 3p 4p 10p", "5p 0p 0p 0p 5p");
    expect_review("打印此页\n1\n2\n3\n4\n10\n0\n0\n关闭窗口\n0\n1\n1\n5\n0\n0\n0\n5", "1p 2p 3p 4p 10p", "5p 0p 0p 0p 5p");
    expect_review("打印此页\n1 |  | 3 | 4 | 8 | 0 | 0 | 0 | 1 | 1 |  | 0 | 0 | 0 | 0 |", "1p _ 3p 4p 8p", "_ 0p 0p 0p 0p");
    expect_review("点击次数\n1\n2\n3", ". . . . .", "1a 2a . . 3a");
}

/* All cells of the table on reviews stand in one line. */
static void test_across(void)
{
    expect_blocks("结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n1\n2\n3\n4\n10\n0\n0\n0\n1\n1\n0\n0\n0\n0\n0\n",
                  "1p 2p 3p 4p 10p", "0p 0p 0p 1p 1p", "0p 0p 0p 0p 0p");
    struct nb_report *report =
        sample_report("云川县2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
                      "行政复议\t\t\t\t\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\n"
                      "\t\t\t\t\t0\t3\t0\t1\t4\t\t\t\t\t\n",
                      false);
    for (size_t c = 0; c < 5; c++) /* five values behind five empty cells are not those of the first five columns */
        CU_ASSERT_NOT_EQUAL(nb_table_find(report, "review")->rows->cells[c].status, NB_GIVEN);
    nb_report_free(report);
}

/* Rows and columns exchanged: labels of columns before the rows, those of rows over them. */
static void test_turned(void)
{
    static const char table[] = "| 信息内容 | 规章 | 行政规范性文件 |\n|---|---|---|\n| 本年制发件数 | 4 | 2 |\n"
                                "| 本年废止件数 | 1 |  |\n| 现行有效件数 | 37 | / |\n";
    expect_disclosure(table, "regulations", "4 1 37");
    expect_disclosure(table, "normative_documents", "2 _ /");
    struct nb_report *report = sample_report(
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>"
        "<tr><td rowspan=2><td rowspan=2>行政复议<td colspan=2>行政诉讼<tr><td>未经复议直接起诉<td>复议后起诉"
        "<tr><td>结果维持<td>1<td>0<td>4<tr><td>结果纠正<td>2<td>0<td>0<tr><td>其他结果<td>0<td>0<td>0"
        "<tr><td>尚未审结<td>0<td>3<td>1<tr><td>总计<td>3<td>3<td>5</table></body></html>",
        false);
    expect(report, "review", "reconsideration", "1 2 0 0 3");
    expect(report, "review", "litigation_after_review", "4 0 0 1 5");
    nb_report_free(report);
    /* a row that prints no value looks like labels, a column like those of rows */
    report = sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
                           "结果\t行政复议\t行政诉讼\t\n\t\t未经复议直接起诉\t复议后起诉\n结果维持\t\t3\t4\n结果纠正\t\t\t1\n"
                           "其他结果\t\t\t\n尚未审结\t\t2\t\n总计\t\t5\t5\n",
                           false);
    expect(report, "review", "reconsideration", "_ _ _ _ _");
    expect(report, "review", "litigation_direct", "3 _ _ 2 5");
    expect(report, "review", "litigation_after_review", "4 1 _ _ 5");
    nb_report_free(report);
    /* a cell a line */
    report = sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
                           "结果\n行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结果维持\n0\n3\n4\n结果纠正\n0\n0\n1\n"
                           "其他结果\n0\n0\n0\n尚未审结\n0\n2\n0\n总计\n0\n5\n5\n",
                           false);
    expect(report, "review", "litigation_direct", "3 0 0 2 5");
    expect(report, "review", "litigation_after_review", "4 1 0 0 5");
    nb_report_free(report);
}

/* Where a row of values stands before the label of the first row, labels follow values, and no table is read. */
static void test_labels_behind(void)
{
#define HEAD "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
    struct nb_report *report = sample_disclosure(HEAD "4\n1\n37\n规章\n2\n0\n9\n行政规范性\n文件\n");
    expect(report, "disclosure", "regulations", ". . .");
    CU_ASSERT_EQUAL(sample_findings(report, "table-unread"), 1);
    nb_report_free(report);
    expect_disclosure(HEAD "规章\n4\n1\n37\n行政规范性文件\n2\n0\n9\n", "regulations", "4 1 37");
#undef HEAD
}

/* Labels that are printed again behind the values. */
static void test_labels_on_both_sides(void)
{
    expect_disclosure("|信息内容|本年制发件数|本年废止件数|现行有效件数|信息内容|\n|-|-|-|-|-|\n"
                      "|规章|4|1|37|规章|\n|行政规范性文件|2|0|9|行政规范性文件|\n",
                      "regulations", "4 1 37");
}

/* A row of the review table that is printed again, with other values, is told of for each row of the form. */
static void test_repeated_across(void)
{
    struct nb_report *report =
        sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
                      "|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|"
                      "结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
                      "|1|0|0|0|1|2|0|0|0|2|0|0|3|0|3|\n|1|0|0|0|1|4|0|0|0|4|0|0|5|0|5|\n",
                      false);
    CU_ASSERT_EQUAL(sample_findings(report, "row-repeated"), 3);
    nb_report_free(report);
}

/* Rows that are counted, with spans that begin elsewhere than those of the labels: their cells stand in the order of columns. */
static void test_counted_spans(void)
{
    struct nb_report *report = sample_report(
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>"
        "<tr><td colspan=2>序号<td>信息内容<td colspan=2>本年制发件数<td colspan=2>本年废止件数<td colspan=2>现行有效件数"
        "<tr><td colspan=2>1<td>规章<td colspan=3>4<td><td colspan=2>37"
        "<tr><td colspan=2>2<td>行政规范性文件<td>5<td colspan=4>6<td></table></body></html>",
        false);
    expect(report, "disclosure", "regulations", "4 _ 37");
    expect(report, "disclosure", "normative_documents", "5 6 _");
    nb_report_free(report);
}

/* Of two columns that name one cell nothing tells which is meant. */
static void test_twin_columns(void)
{
    expect_disclosure(
        "|信息内容|本年制发件数|本年废止件数|现行有效件数|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|-|-|-|\n"
        "|规章|4|1|37|3|0|34|\n|行政规范性文件|2|0|9|2|0|7|\n",
        "regulations", "3a 0a 34a");
}

/* A worksheet saved as a page is one table, whose rows of one cell are its title, headings and paragraphs. */
static void test_worksheet(void)
{
#define ROW(words) "<tr><td>" words "<td><td><td>"
    struct nb_report *report =
        sample_report("<html><body><table>" ROW("云川县教育局2022年政府信息公开工作年度报告") ROW("一、总体情况")
                          ROW("今年的工作有序推进。") ROW("二、主动公开政府信息情况")
                              ROW("第二十条第（一）项") "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>"
                                                        "规章<td>4<td>1<td>37" ROW("行政规范性文件") "<tr><td><td><td>7<td>" ROW(
                                                            "三、收到和处理政府信息公开申请情况") "</table></body></html>",
                      false);
    expect(report, "disclosure", "regulations", "4 1 37");
    expect(report, "disclosure", "normative_documents", "_ . _");
    CU_ASSERT_STRING_EQUAL(report->title, "云川县教育局2022年政府信息公开工作年度报告");
    CU_ASSERT_EQUAL(sample_findings(report, "article-missing"), 3);
    CU_ASSERT_EQUAL(sample_findings(report, "row-unknown"), 1); /* a number that stands alone is no prose */
    nb_report_free(report);
#undef ROW
}

/* Labels with all that stands over them in one cell. */
static void test_joined_groups(void)
{
#define HEAD "| 项目 | 自然人 | 总计 |\n|---|---|---|\n"
    expect_applications(HEAD "| 三、本年度办理结果-（三）不予公开-1.属于国家秘密 | 4 | 5 |\n", "denied.state_secret",
                        "4 . . . . . 5");
    expect_applications(HEAD "| 本年度办理结果/不予公开/属于国家秘密 | 4 | 5 |\n", "denied.state_secret", "4 . . . . . 5");
    expect_applications(HEAD "| 三、本年度办理结果：（七）总计 | 4 | 5 |\n", "outcome_total", "4 . . . . . 5");
#undef HEAD
}

/* The same where labels over labels span them. */
static void test_turned_spans(void)
{
    static const char table[] =
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>"
        "<tr><td rowspan=2 colspan=3>（勾稽关系）<td rowspan=2>一、本年新收政府信息公开申请数量"
        "<td rowspan=2>二、上年结转政府信息公开申请数量<td colspan=2>三、本年度办理结果<td rowspan=2>四、结转下年度继续办理"
        "<tr><td>（一）予以公开<td>（二）部分公开"
        "<tr><td rowspan=4>申请人情况<td colspan=2>自然人<td>5<td>1<td>4<td><td>2"
        "<tr><td rowspan=2>法人或其他组织<td>商业企业<td>3<td>0<td>1<td>1<td>1"
        "<tr><td>科研机构<td>0<td>0<td>0<td>0<td>0"
        "<tr><td colspan=2>总计<td>8<td>1<td>5<td>1<td>3</table></body></html>";
    struct nb_report *report = sample_report(table, false);
    expect(report, "applications", "granted", "4 1 0 . . . 5");
    expect(report, "applications", "partly_granted", "_ 1 0 . . . 1");
    expect(report, "applications", "carried_out", "2 1 0 . . . 3");
    nb_report_free(report);
}

/* A list with label, column and value in each row; its rows may print no value. */
static void test_value_a_row(void)
{
    expect_disclosure("| 事项 | 指标 | 数量 |\n|---|---|---|\n| 规章 | 本年制发件数 | 4 |\n| 规章 | 本年废止件数 | 1 |\n"
                      "| 规章 | 现行有效件数 | |\n| 行政许可 | 本年处理决定数量 | 12 |\n",
                      "regulations", "4 1 _");
    static const char blocks[] = "<table><tr><td colspan=2>类别<td>结果<td>数量"
                                 "<tr><td rowspan=2 colspan=2>行政复议<td>结果维持<td>4<tr><td>总计<td>6"
                                 "<tr><td rowspan=4>行政诉讼<td rowspan=2>未经复议直接起诉<td>结果维持<td><tr><td>总计<td>1"
                                 "<tr><td rowspan=2>复议后起诉<td>结果维持<td><tr><td>总计<td></table>";
    char page[SAMPLE_SIZE];
    snprintf(
        page, sizeof page,
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p>%s</body></html>",
        blocks);
    struct nb_report *report = sample_report(page, false);
    expect(report, "review", "reconsideration", "4 . . . 6");
    expect(report, "review", "litigation_direct", "_ . . . 1");
    expect(report, "review", "litigation_after_review", "_ . . . _");
    nb_report_free(report);
}

/* Words near to a label, behind numbers under words that are none, may be the rest of these: then its cells were not seen empty.
 */
static void test_rest_of_label(void)
{
#define ZEROS " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    static const char *const labels[] = {"正后申请内容仍不明砚", "3.补正后申请内容仍不明确"};
    for (size_t i = 0; i < 2; i++) {
        char table[2048];
        snprintf(table, sizeof table,
                 "| 信息内容 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 "
                 "|\n|---|---|---|---|---|---|---|---|\n"
                 "| 1.本机关不掌握相关政府信息" ZEROS "| 2.没有现成信息需要另行制作" ZEROS
                 "| 3补.补 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n\n"
                 "| %s | | | | | | | |\n| 1.信访举报投诉类申请" ZEROS "| 2.重复申请" ZEROS,
                 labels[i]);
        struct nb_report *report = sample_applications(table);
        expect(report, "applications", "unavailable.still_unclear", i ? "_ _ _ _ _ _ _" : ". . . . . . .");
        nb_report_free(report);
    }
#undef ZEROS
}

/* Statistical forms count their columns below the head, and give unit and code of each row before its values. */
static void test_statistical_form(void)
{
#define HEAD "| 信息内容 | 代码 | 计量单位 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|---|---|\n"
#define ROWS "| 规章 | 01 | 件 | 4 | | 37 |\n| 行政规范性文件 | 02 | 件 | | | 9 |\n"
    expect_disclosure(HEAD ROWS, "regulations", "4 _ 37");
    expect_disclosure(HEAD "| 甲 | 乙 | 丙 | 1 | 2 | 3 |\n" ROWS, "normative_documents", "_ _ 9");
#define PLAIN "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | | 37 |\n"
    static const char *const beside[] = {PLAIN "| | 1 | 2 | 3 |\n", PLAIN "| 规章制度类 | 1 | 2 | 3 |\n"};
#undef PLAIN
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        struct nb_report *report = sample_disclosure(beside[i]);
        CU_ASSERT_EQUAL(sample_findings(report, "row-unknown"), 1);
        nb_report_free(report);
    }
#undef ROWS
#undef HEAD
    expect_review("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n1 2 3 4 10 0 0 0 1 1 5 0 0 0 5", "1p 2p 3p 4p 10p", "5p 0p 0p 0p 5p");
}

static void expect_first_row(const char *table, const char *expected, const char *rule, size_t findings)
{
    struct nb_report *report = sample_applications(table);
    expect(report, "applications", "received", expected);
    CU_ASSERT_EQUAL(sample_findings(report, rule), findings);
    nb_report_free(report);
}

/* A label of a column that is printed twice stands in both places, and names neither; also where it repeats the one beside it. */
static void test_doubled_columns(void)
{
#define UNDER(one, two) "申请人情况\n自然人\n法人或其他组织\n总计\n" one "\n" two "\n社会公益组织\n法律服务机构\n其他\n"
#define ROW "一、本年新收政府信息公开申请数量\n10\n2\n3\n4\n5\n6\n30\n"
    expect_first_row(UNDER("商业企业", "科研机构") ROW, "10 2 3 4 5 6 30", "column-missing", 0);
    expect_first_row(UNDER("商业企业", "商业企业") ROW, "10 3a . 4 5 6 30", "column-missing", 1);
    expect_first_row(UNDER("自然人", "科研机构") ROW, "2a . 3 4 5 6 30", "column-missing", 1);
#undef ROW
#undef UNDER
#define ROW "| 一、本年新收政府信息公开申请数量 | 10 | 2 | 3 | 4 | 5 | 6 | 30 |\n"
    expect_first_row("| | 自然人 | 法人或其他组织 | | | | | 总计 |\n|---|---|---|---|---|---|---|---|\n"
                     "| | | 商业企业 | 科研机构 | 社会公益组织 | 其他 | 其他 | |\n" ROW,
                     "10 2 3 4 . 6a 30", "column-missing", 1);
#undef ROW
}

/* A label left out of a head: its first cell stands over the labels of rows, and is no column without a label. */
static void test_corner(void)
{
    expect_first_row("\t自然人\t商业企业\t科研机构\t法律服务机构\t其他\t总计\n"
                     "一、本年新收政府信息公开申请数量\t10\t2\t3\t4\t5\t6\t30\n",
                     "10 2 3 . 5 6 30", "column-missing", 1);
}

/* A page's strings in one paragraph, and in one line of a text: each is a cell again, in its place in the file. */
static void test_joined_strings(void)
{
#define SENTENCE                                                                                                                 \
    "本机关主动公开政府信息的范围、形式和时限，按照条例和本机关的公开指南执行，内容以本机关网站的公开专栏为准，群众可以查阅。 "
#define JOINED                                                                                                                                                                         \
    "云川县2022年政府信息公开工作年度报告 一、总体情况 " SENTENCE SENTENCE SENTENCE                                                                                                    \
    "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 4 0 37 行政规范性文件 5 "    \
    "1 9 "                                                                                                                                                                             \
    "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 71 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 8 行政强制 " \
    "6"
    static const char *const texts[] = {JOINED, "<html><body><p>" JOINED "</p></body></html>"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct nb_report *report = sample_report(texts[i], false);
        expect(report, "disclosure", "normative_documents", "5 1 9");
        expect(report, "disclosure", "coercion", "6");
        CU_ASSERT_EQUAL(sample_findings(report, "article-missing"), 4);
        nb_report_free(report);
    }
#undef JOINED
#undef SENTENCE
}

/* The three blocks of the review table as tables of their own, in another order than the form's, each below its name. */
static void test_blocks_reordered(void)
{
#define BLOCK(name, values) "### " name "\n\n|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|\n|" values "|\n\n"
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n" BLOCK("复议后起诉", "3|6|4|6|19")
            BLOCK("未经复议直接起诉", "0|8|3|7|18") BLOCK("行政复议情况", "0|0|8|0|8"),
        false);
    expect(report, "review", "reconsideration", "0 0 8 0 8");
    expect(report, "review", "litigation_direct", "0 8 3 7 18");
    expect(report, "review", "litigation_after_review", "3 6 4 6 19");
    nb_report_free(report);
#undef BLOCK
}

/* A label behind its values in a row: they are its, placed, and no repeats of the label above. */
static void test_label_at_end(void)
{
    struct nb_report *report = sample_applications(
        "|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
        "|一、本年新收政府信息公开申请数量|1|0|0|2|0|0|3|\n|5|0|0|0|1|0|6|二、上年结转政府信息公开申请数量|\n");
    expect(report, "applications", "carried_in", "5p 0p 0p 0p 1p 0p 6p");
    CU_ASSERT_EQUAL(sample_findings(report, "cell-placed"), 1);
    nb_report_free(report);
}

/* Labels behind their values: a row has those of two, one below none, and whose those between are nothing tells. */
static void test_rows_shifted(void)
{
    struct nb_report *report = sample_applications(
        "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
        "一、本年新收政府信息公开申请数量\n1\n0\n0\n2\n0\n0\n3\n7\n0\n0\n0\n0\n0\n7\n"
        "二、上年结转政府信息公开申请数量\n5\n0\n0\n0\n1\n0\n6\n（一）予以公开\n（二）部分公开\n1\n0\n0\n0\n0\n0\n1\n");
    expect(report, "applications", "carried_in", "5a 0a 0a 0a 1a 0a 6a");
    expect(report, "applications", "granted", ". . . . . . .");
    expect(report, "applications", "partly_granted", "1 0 0 0 0 0 1");
    CU_ASSERT_EQUAL(sample_findings(report, "cell-ambiguous"), 3);
    nb_report_free(report);
}

/* Where the head comes again, and below it rows that were printed, a table of another year or office begins: it fills no gap, and
 * if nothing stands between the two, the cells are named. Where only rows that are new follow, the table goes on. */
static void test_head_again(void)
{
#define HEAD "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define CARRIED "二、上年结转政府信息公开申请数量\t1\t0\t0\t2\t0\t0\t3\n"
#define RECEIVED "一、本年新收政府信息公开申请数量\t9\t9\t9\t9\t9\t9\t54\n"
#define GRANTED "（一）予以公开\t1\t0\t0\t2\t0\t0\t3\n"
    expect_first_row(HEAD CARRIED GRANTED HEAD RECEIVED CARRIED GRANTED, ". . . . . . .", "table-repeated", 1);
    struct nb_report *report = sample_applications(HEAD CARRIED GRANTED HEAD RECEIVED CARRIED GRANTED);
    CU_ASSERT_EQUAL(sample_finding(report, "table-repeated")->cell_count, 14);
    nb_report_free(report);
    expect_first_row(HEAD RECEIVED CARRIED HEAD GRANTED, "9 9 9 9 9 9 54", "table-repeated", 0);
#undef HEAD
#undef CARRIED
#undef RECEIVED
#undef GRANTED
}

/* The columns of a table in two parts, one below the other: they are one table, and no second one. */
static void test_parts_of_columns(void)
{
    static const char text[] =
        "云川县2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
        "| 项目 | 自然人 | 商业企业 | 科研机构 |\n|---|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 5 | 3 | 4 |\n"
        "| 四、结转下年度继续办理 | | | 2 |\n\n续表\n\n"
        "| 项目 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | 0 | 2 | 1 | 15 |\n| 四、结转下年度继续办理 | | | | 2 |\n";
    struct nb_report *report = sample_report(text, false);
    expect(report, "applications", "received", "5 3 4 0 2 1 15");
    expect(report, "applications", "carried_out", "_ _ 2 _ _ _ 2");
    CU_ASSERT_EQUAL(sample_findings(report, "table-repeated"), 0);
    nb_report_free(report);
}

/* Where positions do not count, as some rows have a cell more than there are labels, the labels of one row stand in its order,
 * whatever stands over them. */
static void test_flat_order(void)
{
    expect_applications("| 项目 | 法人或其他组织 | | | |\n|---|---|---|---|---|\n| | 自然人 | 商业企业 | 科研机构 | 总计 |\n"
                        "| 一、本年新收政府信息公开申请数量 | 5 | 3 | 4 | 12 | |\n| 四、结转下年度继续办理 | 1 | 0 | 2 | 3 | |\n",
                        "received", "5 3 4 . . . 12");
}

/* A number in a column without a label, beside those of the form, is in no cell: that is said. */
static void test_nameless_column(void)
{
    struct nb_report *report = sample_disclosure(
        "|信息内容|本年制发件数||本年废止件数|现行有效件数|\n|-|-|-|-|-|\n|规章|1|8|2|3|\n|行政规范性文件|2|0|1|9|\n");
    expect(report, "disclosure", "regulations", "1 2 3");
    CU_ASSERT_EQUAL(sample_findings(report, "column-unknown"), 1);
    nb_report_free(report);
}

/* The number of a heading is no part of the name of the block below it. */
static void test_numbered_block(void)
{
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n（三）行政诉讼：复议后起诉\n\n"
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| 0 | 1 | 0 | 2 | 3 |\n",
        false);
    expect(report, "review", "litigation_after_review", "0 1 0 2 3");
    nb_report_free(report);
}

/* Each line of a label in a row of its own, one of them with the values: together they are it. Where they are not, nothing tells
 * which are pieces of one, and nothing is said of their cells. */
static void test_labels_over_rows(void)
{
#define TABLE "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | 1 | 37 |\n"
    struct nb_report *report = sample_disclosure(TABLE "| 行政规范 | | | |\n| 性 | 2 | 0 | 9 |\n| 文件 | | | |\n");
    expect(report, "disclosure", "normative_documents", "2 0 9");
    CU_ASSERT_EQUAL(sample_findings(report, "row-unknown") + sample_findings(report, "row-label"), 0);
    nb_report_free(report);
    report = sample_disclosure(TABLE "| 行政规范 | | | |\n| 性 | 2 | 0 | 9 |\n| 文 | | | |\n");
    expect(report, "disclosure", "regulations", "4 1 37");
    expect(report, "disclosure", "normative_documents", ". . .");
    CU_ASSERT_EQUAL(sample_findings(report, "row-unknown"), 1);
    nb_report_free(report);
    report = sample_disclosure(TABLE "| 行政规范 | 2 | 0 | 9 |\n| 性文件 | 1 | 0 | 8 |\n"); /* values of two rows */
    CU_ASSERT_NOT_EQUAL(sample_findings(report, "row-label") + sample_findings(report, "row-unknown"), 0);
    nb_report_free(report);
#undef TABLE
}

/* Shortened labels of rows that print nothing, beside a group, and under a head of another printed table with fewer columns. */
static void test_short_rows(void)
{
    struct nb_report *report = sample_report(
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>"
        "<tr><td>类别<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计"
        "<tr><td>一、本年新收<td>1<td><td><td><td><td><td>1</table><p>下页</p><table>"
        "<tr><td>三、办理结果<td>（三）不予公开<td>1.国家秘密<td><td><td><td><td><td><td>"
        "<tr><td><td><td>4.第三方权益<td>0<td>0<td>0<td>0<td>5<td>0<td>5<tr><td><td><td>6.过程性信息<td><td><td><td><td><td><td>"
        "<tr><td colspan=3>四、结转下年度<td><td><td><td><td><td><td></table></body></html>",
        false);
    expect(report, "applications", "received", "1 _ _ _ _ _ 1");
    expect(report, "applications", "denied.state_secret", "_ _ _ _ _ _ _");
    expect(report, "applications", "denied.third_party_rights", "0 0 0 0 5 0 5");
    expect(report, "applications", "denied.deliberative", "_ _ _ _ _ _ _");
    expect(report, "applications", "carried_out", "_ _ _ _ _ _ _");
    nb_report_free(report);
}

/* A cell a line: the shortened label of the next row begins it, however many values the row before prints. */
static void test_short_in_order(void)
{
    struct nb_report *report = sample_applications("自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
                                                   "1.属于国家秘密\n1\n0\n0\n0\n0\n0\n1\n2.重复申请\n1\n4\n5\n"
                                                   "4.第三方权益\n0\n0\n2\n0\n5\n0\n7\n");
    expect(report, "applications", "denied.state_secret", "1 0 0 0 0 0 1");
    expect(report, "applications", "denied.third_party_rights", "0 0 2 0 5 0 7");
    nb_report_free(report);
}

/* Three rows of five, a cell a line: the label before the values is their row's, though it stands over columns elsewhere. */
static void test_blocks_in_order(void)
{
    struct nb_report *report = sample_report("云川县2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n"
                                             "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n行政复议\n1\n0\n0\n2\n3\n"
                                             "未经复议直接起诉\n0\n0\n0\n0\n0\n复议后起诉\n4\n0\n0\n0\n4\n",
                                             false);
    expect(report, "review", "reconsideration", "1 0 0 2 3");
    expect(report, "review", "litigation_direct", "0 0 0 0 0");
    expect(report, "review", "litigation_after_review", "4 0 0 0 4");
    nb_report_free(report);
}

/* Values each exactly under its label, where a wide character takes one column, as lynx prints them: they are in its column,
 * though columns are so near to each other and so often empty that their places alone do not tell. */
static void test_exact_columns(void)
{
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n"
        "三、收到和处理政府信息公开申请情况\n"
        "\n"
        "   (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)                      申请人情况\n"
        "                                                           自然人 法人或其他组织                    总计\n"
        "                                                               商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        "   一、本年新收政府信息公开申请数量                                        8   1    0    0      1      0  10\n"
        "   二、上年结转政府信息公开申请数量                                                 0           0      0  0\n"
        "   三、本年度办理结果 (一)予以公开                                       0        0           0\n"
        "             (二)部分公开(区分处理的,只计这一情形,不计其他情形)                  0   0    0           0\n"
        "             (三)不予公开 1.属于国家秘密                                            0\n"
        "                     2.其他法律行政法规禁止公开                        0             0                0\n"
        "                     3.危及\"三安全一稳定\"                          0        0           0\n"
        "                     4.保护第三方合法权益                           0   1    0    0      0      0  1\n"
        "                     5.属于三类内部事务信息                          0\n"
        "                     6.属于四类过程性信息                           0        0\n"
        "                     7.属于行政执法案卷                            0   0    0    0      1      0  1\n"
        "                     8.属于行政查询事项                                     0    0      0\n"
        "             (四)无法提供 1.本机关不掌握相关政府信息                            0    0    0      0         0\n"
        "                     2.没有现成信息需要另行制作                        0   0    0    0      0         0\n"
        "                     3.补正后申请内容仍不明确                         3   0    0    0      0      0  3\n"
        "             (五)不予处理 1.信访举报投诉类申请                                    0    0      0      0  0\n"
        "                     2.重复申请                                0                              0\n"
        "                     3.要求提供公开出版物                           5   0    0    0      0      0  5\n"
        "                     4.无正当理由大量反复申请                                  0    0      0      0  0\n"
        "                     5.要求行政机关确认或重新出具已获取信息                  0             0      0      0  0\n"
        "             (六)其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请     0             0      0   "
        "   0  0\n"
        "                     2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 0        0    0\n"
        "                     3.其他                                  0        0    0      0      0\n"
        "             (七)总计                                         8   1    0    0      1      0  10\n"
        "   四、结转下年度继续办理                                                 0    0    0                0\n"
        "   行政复议                   行政诉讼\n"
        "   结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉               复议后起诉\n"
        "                          结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
        "        0         0    0  0    0    1    0    1  0    0    0\n"
        "五、存在的主要问题及改进情况\n",
        false);
    expect(report, "applications", "received", "8 1 0 0 1 0 10");
    expect(report, "review", "reconsideration", "_ 0 _ 0 0");
    expect(report, "review", "litigation_direct", "0 0 1 0 1");
    expect(report, "review", "litigation_after_review", "0 0 0 _ _");
    nb_report_free(report);
}

/* The measure of width is the one in which values stand in fewer places: lines of a sparse table are not to be compared one by
 * one. */
static void test_sparse_table(void)
{
    struct nb_report *report =
        sample_report("云川县2020年政府信息公开工作年度报告\n"
                      "二、主动公开政府信息情况\n"
                      "   信息内容       本年新制作数量 本年新公开数量 对外公开总数量\n"
                      "   规章         0       3       0\n"
                      "   规范性文件              0       0\n"
                      "   第二十条第(五)项\n"
                      "   信息内容       上一年项目数量 本年增/减   处理决定数量\n"
                      "   行政许可       0\n"
                      "   其他对外管理服务事项 0               0\n"
                      "   第二十条第(六)项\n"
                      "   信息内容       上一年项目数量 本年增/减   处理决定数量\n"
                      "   行政处罚       5       0       0\n"
                      "   行政强制       0\n"
                      "   第二十条第(八)项\n"
                      "   信息内容       上一年项目数量 本年增/减\n"
                      "   行政事业性收费    0       1\n"
                      "   第二十条第(九)项\n"
                      "   信息内容       采购项目数量  采购总金额(万元)\n"
                      "   政府集中采购     3       266.9383\n"
                      "   (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)     申请人情况\n"
                      "                                          自然人 法人或其他组织                    总计\n"
                      "                                              商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
                      "   一、本年新收政府信息公开申请数量                           0    0           0         0\n"
                      "   二、上年结转政府信息公开申请数量                       0   0    0    0\n"
                      "   三、本年度办理结果 (一)予以公开                      0                           0\n"
                      "             (二)部分公开(区分处理的,只计这一情形,不计其他情形)     0                0      0\n"
                      "             (三)不予公开 1.属于国家秘密             0        0    0                0\n"
                      "                     2.其他法律行政法规禁止公开           0    0    0      0      0\n"
                      "                     3.危及\"三安全一稳定\"         0   0    0\n"
                      "                     4.保护第三方合法权益          0   0                       0\n"
                      "                     5.属于三类内部事务信息             0    0    0      0      0  0\n"
                      "                     6.属于四类过程性信息          0        0                     0\n"
                      "                     7.属于行政执法案卷           0   0                       0  0\n"
                      "                     8.属于行政查询事项           0   0    0           0      0\n"
                      "             (四)无法提供 1.本机关不掌握相关政府信息                0    0                0\n"
                      "                     2.没有现成信息需要另行制作       0                    0         0\n"
                      "                     3.补正后申请内容仍不明确        0   0    0    0             0  0\n"
                      "             (五)不予处理 1.信访举报投诉类申请          0   0    0                  0  0\n"
                      "                     2.重复申请                   0    0\n"
                      "                     3.要求提供公开出版物                   0    0      0      0  0\n"
                      "                     4.无正当理由大量反复申请        0   0                       0  0\n"
                      "                     5.要求行政机关确认或重新出具已获取信息 0   0    0    0\n"
                      "             (六)其他处理                      0        0                  0  0\n"
                      "             (七)总计                            0         0\n"
                      "   四、结转下年度继续办理                            0\n"
                      "五、存在的主要问题及改进情况\n",
                      false);
    expect(report, "applications", "granted", "0 _ _ _ _ 0 _");
    nb_report_free(report);
}

/* Rows over the columns of which no labels stand have those of another row, where there are as many cells. */
static void test_bare_blocks(void)
{
#define TITLES "行政复议,,,,,行政诉讼,,,,,,,,,\n结果维持,结果纠正,其他结果,尚未审结,总计,未经复议直接起诉,,,,,复议后起诉,,,,\n"
    static const char page[] =
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>"
        "<tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
        "<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉"
        "<tr><td>1<td>0<td>0<td>2<td>3<td>0<td>3<td>0<td>1<td>4<td>0<td>0<td>0<td>0<td>0</table></body></html>";
    struct nb_report *reports[] = {
        sample_report(page, false),
        sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n" TITLES
                      "1,0,0,2,3,0,3,0,1,4,0,0,0,0,0\n五、存在的主要问题及改进情况\n",
                      false),
    };
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        expect(reports[i], "review", "reconsideration", "1 0 0 2 3");
        expect(reports[i], "review", "litigation_direct", "0p 3p 0p 1p 4p");
        expect(reports[i], "review", "litigation_after_review", "0p 0p 0p 0p 0p");
        CU_ASSERT_EQUAL(sample_findings(reports[i], "cell-placed"), 2);
        nb_report_free(reports[i]);
    }
    /* where the first block is empty, the row of labels that is lost may have shifted the values */
    struct nb_report *report =
        sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n" TITLES
                      ",,,,,1,0,0,2,3,0,3,0,1,4\n五、存在的主要问题及改进情况\n",
                      false);
    for (size_t c = 0; c < 5; c++)
        CU_ASSERT_NOT_EQUAL(nb_table_find(report, "review")->rows->cells[c].status, NB_BLANK);
    nb_report_free(report);
#undef TITLES
}

/* A span that is too short in the head puts labels over the labels of rows: their order tells. */
static void test_short_span(void)
{
    struct nb_report *report = sample_report(
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>"
        "<tr><td rowspan=2 colspan=3>（勾稽关系）<td colspan=7>申请人情况"
        "<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计"
        "<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他"
        "<tr><td colspan=3>一、本年新收政府信息公开申请数量<td>5<td>1<td>0<td>0<td>0<td>2<td>8</table></body></html>",
        false);
    expect(report, "applications", "received", "5 1 0 0 0 2 8");
    nb_report_free(report);
}

/* A block of the head that the form does not have, with labels of columns of its own: it is not taken for the one behind it. */
static void test_block_of_spans(void)
{
#define BLOCK "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
    struct nb_report *report = sample_report(
        "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>"
        "<tr><td rowspan=2 colspan=5>行政复议<td colspan=15>行政诉讼"
        "<tr><td colspan=5>合并计算<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉"
        "<tr>" BLOCK BLOCK BLOCK BLOCK
        "<tr><td>1<td>0<td>0<td>0<td>1<td>4<td>2<td>0<td>0<td>6<td>3<td>0<td>0<td>0<td>3<td>1<td>2<td>0<td>0<td>3"
        "</table></body></html>",
        false);
    expect(report, "review", "litigation_direct", "3a 0a 0a 0a 3a");
    expect(report, "review", "litigation_after_review", "1 2 0 0 3");
    nb_report_free(report);
#undef BLOCK
}

/* Where the label of one block is lost, its columns may stand on either side of those of the others. */
static void test_orphaned_block(void)
{
    struct nb_report *report =
        sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政诉讼\n结果维持\n"
                      "结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n"
                      "尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
                      "0\n0\n2\n0\n2\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n",
                      false);
    expect(report, "review", "litigation_direct", "0a 0a 2a 0a 2a");
    nb_report_free(report);
}

#define LEFT_HEAD                                                                                                                \
    "| （勾稽关系） | | | 申请人情况 | | | | | | |\n|---|---|---|---|---|---|---|---|---|---|\n"                      \
    "| 自然人 | 法人或其他组织 | | | | | 总计 | | | |\n"                                                             \
    "| | 商业企业 | 社会公益组织 | 科研机构 | 法律服务机构 | 其他 | | | | |\n"
#define FIRST_ROW "| 一、本年新收政府信息公开申请数量 | | | 5 | 1 | 2 | | 3 | | 11 |\n"

/* A head whose cells spanned rows and columns, as converters leave it that know no spans: its labels stand left of the values.
 * The columns are the last ones, but only where nothing stands left of them, and something in the last. */
static void test_head_left(void)
{
    expect_applications(LEFT_HEAD FIRST_ROW, "received", "5 1 _ 2 3 _ 11");
    expect_applications(LEFT_HEAD FIRST_ROW "| 四、结转下年度继续办理 | | | | | 2 | | | | 2 |\n", "carried_out", "_ _ _ 2 _ _ 2");
    expect_applications(LEFT_HEAD "| 一、本年新收 | | | 5 | 1 | 2 | | 3 | | 11 |\n| 四、结转下年度 | | | | | 2 | | | | 2 |\n",
                        "received", "5 1 _ 2 3 _ 11"); /* rows whose labels are shortened */
    expect_applications(LEFT_HEAD FIRST_ROW "| 二、上年结转政府信息公开申请数量 | | 7 | | | | | | | |\n", "received",
                        "5a 1a 3a 2a . . 11p");
}

/* A head whose cells spanned rows and columns, each row of labels from its first on: an empty one is that of a column. */
static void test_empty_label(void)
{
#define ROWS "\n一、本年新收政府信息公开申请数量\t5\t3\t4\t0\t2\t1\t15\n四、结转下年度继续办理\t\t\t2\t\t\t\t2\n"
    expect_applications("勾稽关系\t申请人情况\n自然人\t法人或其他组织\t总计\n\t科研机构\t社会公益组织\t法律服务机构\t其他" ROWS,
                        "received", "5 . 4 0 2 1 15");
    expect_applications("勾稽关系\t申请人情况\n\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他" ROWS,
                        "carried_out", ". _ 2 _ _ _ 2");
#undef ROWS
}

/* A label that is shortened or garbled and torn over lines as well. */
static void test_torn_near_label(void)
{
#define HEAD "申请人情况\n自然人\n总\n计\n"
    expect_applications(HEAD "一、本年新\n收\n4\n4\n二、上年结转\n1\n1\n", "received", "4 . . . . . 4"); /* no heading of prose */
    expect_applications(HEAD "一、\n新收政府信息公开\n4\n4\n二、上年结转\n1\n1\n", "received", "4 . . . . . 4");
    expect_applications(HEAD "二、上年结转\n1\n1\n8\n.行政\n查询\n4\n4\n", "denied.inquiry", "4 . . . . . 4");
    expect_applications(HEAD "二、上年结转\n1\n1\n2.重夏\n申请\n4\n4\n", "rejected.repeated", "4 . . . . . 4");
#undef HEAD
    expect_disclosure("第二十条第（八）项\n信息内容\n本年收费金额\n行政\n事业收费\n4\n", "fees", "4");
}

/* Columns set with spaces: a label of one line between labels of two is none of their pieces; nor is a piece that is garbled one
 * of the label beside it. */
static void test_stacked_labels(void)
{
#define STACKED(piece)                                                                                                           \
    "        行政复议                                        行政诉讼\n"                                                 \
    "                                      未经复议直接起诉              复议后起诉\n"                              \
    "  " piece "        其他  尚未        结果        其他  尚未        结果        其他  尚未\n"                \
    "        纠正              总计        纠正              总计        纠正              总计\n"                   \
    "  维持        结果  审结        维持        结果  审结        维持        结果  审结\n"                   \
    "   1           2           3           4           1     5           1           2     3\n"                                 \
    "五、存在的主要问题及改进情况\n"
    expect_blocks(STACKED("结果"), "1 _ 2 _ 3", "_ 4 _ 1 5", "_ 1 _ 2 3");
    expect_blocks(STACKED("结杲"), "1 _ 2 _ 3", "_ 4 _ 1 5", "_ 1 _ 2 3");
#undef STACKED
}

/* Columns set with spaces whose labels are shortened and torn: a piece may begin in the middle of a label, 公益, or be moved. */
static void test_short_stacked_labels(void)
{
#define ROWS                                                                                                                     \
    "一、本年新收政府信息公开申请数量   3           1           2           6\n"                                 \
    "二、上年结转政府信息公开申请数量         4           5                 9\n"                                 \
    "四、结转下年度继续办理                               1                 1\n"
    expect_applications("                                  自然        科研  公益  法律        总计\n"
                        "                                  人    企业  机构  组织  服务  其他\n" ROWS,
                        "received", "3 _ 1 _ 2 _ 6");
    expect_applications("                                  自然              公益  法律        总计\n"
                        "                                  人    企业  科研              其他\n"
                        "                                                    组织     服务\n" ROWS,
                        "received", "3 _ 1 _ 2 _ 6");
#undef ROWS
}

/* All cells of an across table have labels, and a number stands where none does: the row is set by other places. */
static void test_number_under_no_label(void)
{
#define FIVE "结果维持,结果纠正,其他结果,尚未审结,总计"
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告,,,,,,,,,,,,,,,\n四、政府信息公开行政复议、行政诉讼情况,,,,,,,,,,,,,,,\n"
        "行政复议,,,,,,未经复议直接起诉,,,,,复议后起诉,,,,\n"
        "结果维持,结果纠正,,其他结果,尚未审结,总计," FIVE "," FIVE "\n0,,1,,,1,,,,,,,,,,\n"
        "五、存在的主要问题及改进情况,,,,,,,,,,,,,,,\n",
        false);
    const struct nb_row *row = nb_row_find(nb_table_find(report, "review"), "reconsideration");
    for (size_t c = 0; row && c < 5; c++)
        CU_ASSERT(row->cells[c].status == NB_AMBIGUOUS || row->cells[c].status == NB_MISSING);
    nb_report_free(report);
#undef FIVE
}

/* A cell a line, an empty line an empty cell: the one that the label before it covers is told by labels that are only near, too.
 */
static void test_empty_lines_near_labels(void)
{
    expect_applications("申请人情况\n\n自然人\n商业企业\n总计\n一、本年新收\n3\n\n3\n二、上年结轮\n\n1\n1\n\n"
                        "（一）予以公开\n\n\n\n（二）部分公开\n\n\n\n（三）不予公干\n1．属于国家秘密\n2\n\n2\n"
                        "四、结转下年度\n1\n1\n2\n",
                        "carried_in", "_ 1 . . . . 1");
}

/* Wordings in use, a translation beside a label, and labels in one cell with those over them. */
static void test_wordings(void)
{
    expect_applications(
        "| | 合计 | 自然人 | 商业企业 | 科研院所 | 社会公益组织 | 律所 | 其它 |\n|---|---|---|---|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | 7 | 3 | 1 | 0 | 0 | 2 | 1 |\n",
        "received", "3 1 0 0 2 1 7");
    expect_applications("| | A.商业企业 | B.自然人 Individuals | 总计 Total |\n|---|---|---|---|\n"
                        "| 一、本年新收 New | 1 | 3 | 4 |\n",
                        "received", "3 1 . . . . 4");
    expect_applications("| | 申请人情况.法人或其他组织.其他 | 申请人情况.自然人 | 申请人情况.总计 |\n|---|---|---|---|\n"
                        "| 一、本年新收政府信息公开申请数量 | 1 | 3 | 4 |\n",
                        "received", "3 . . . . 1 4");
    expect_applications("申请人情况\n自然人\n法人或他组织\n总计\n商业企业\n其他\n"
                        "一、本年新收政府信息公开申请数量\n3\n0\n1\n4\n四、结转下年度继续办理\n1\n1\n0\n2\n",
                        "received", "3a 4a . . . . 1a");
    expect_applications("申请人情况\n自然人\n法人及其他组织\n总计\n商业企业\n其他\n"
                        "一、本年新收政府信息公开申请数量\n3\n0\n1\n4\n四、结转下年度继续办理\n1\n1\n0\n2\n",
                        "received", "3 0 . . . 1 4");
}

/* Last year's table before this year's: its caption says so. One table is the report's, whatever its caption says. */
static void test_other_year_first(void)
{
#define TABLE(number) "\n| | 自然人 | 总计 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | " number " | " number " |\n\n"
    expect_applications("2021年收到和处理申请的情况：" TABLE("7") "2022年的情况：" TABLE("4"), "received", "4 . . . . . 4");
    expect_applications("二〇二一年的情况：" TABLE("7") "二〇二二年的情况：" TABLE("4"), "received", "4 . . . . . 4");
    expect_applications("上年情况" TABLE("7") "本年度情况如下：" TABLE("4"), "received", "4 . . . . . 4");
    expect_applications("2021年收到和处理申请的情况：" TABLE("7"), "received", "7 . . . . . 7");
#define ROW                                                                                                                                                        \
    "**二、上年结转政府信息公开申请数量**\n\n| | 自然人 | 总计 |\n|---|---|---|\n| 二、上年结转政府信息公开申请数量 | 7 | 7 " \
    "|\n\n"
    expect_applications(ROW ROW, "carried_in", "7 . . . . . 7"); /* no caption of last year's */
#undef ROW
    expect_applications("与2021年相比，2022年的情况：" TABLE("4") "2021年的情况：" TABLE("7"), "received", "4 . . . . . 4");
#undef TABLE
}

static void expect_second(const char *first, const char *second, bool taken)
{
    static const char table[] =
        "\n\n|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|规章|%s||3|\n|行政规范性文件||||\n\n";
    char text[SAMPLE_SIZE], one[300], other[300];
    snprintf(one, sizeof one, table, "1");
    snprintf(other, sizeof other, table, "2");
    snprintf(text, sizeof text, "%s%s%s%s", first, one, second, other);
    struct nb_report *report = sample_disclosure(text);
    expect(report, "disclosure", "regulations", taken ? "2 _ 3" : "1 _ 3");
    CU_ASSERT_EQUAL(sample_findings(report, "table-repeated"), 1);
    nb_report_free(report);
}

/* Of two tables the one that its caption makes another's is the second, though it stands first; unless both are. */
static void test_captions(void)
{
    expect_second("1—6月情况", "全年情况", true);
    expect_second("1至12月情况", "上半年情况", false);
    expect_second("第三季度情况", "全年情况", true);
    expect_second("其中：河东分局", "云川县教育局（汇总）", true);
    expect_second("全省汇总（供参考）", "本单位", true);
    expect_second("更正前：", "更正后：", true);
    expect_second("表样（空表）", "统计表", true);
    expect_second("其中：河东分局", "其中：河西分局", false);
    expect_second("2022年工作计划数", "2022年完成数", true);
    expect_second("按年度计划公开情况", "区县情况", false);
    expect_second("统计表", "统计表（续）", false);
    expect_second("各分局及机关合计", "机关本部", false);
    expect_second("表样式见通知", "统计表", false);
}

/* Of three tables of reviews each is what the words before it say, also where these stand in the same table as printed, behind
 * values or in a row of their own, and where one prints nothing. */
static void test_blocks_apart(void)
{
#define BEFORE                                                                                                                                                                         \
    "云川县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n项目\t自然人\t总计\n一、本年新收政府信息公开申请" \
    "数量\t1\t1\n二、上年结转政府信息公开申请数量\t0\t0\n四、政府信息公开行政复议、行政诉讼情况\n"
#define LINES(A, B) "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n" A "\n0\n0\n" B "\n3\n"
#define ROWS(CELLS) "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n" CELLS "\n"
#define BARS(CELLS) "|结果维持|结果纠正|其他结果|尚未审结|总计|\n" CELLS "\n"
    static const char *const texts[] = {
        "（一）行政复议\n" LINES("1", "2") "（二）行政诉讼：未经复议直接起诉\n" LINES(
            "2", "1") "（三）行政诉讼：复议后起诉\n" LINES("3", "0"),
        "（一）行政复议\n" ROWS("1\t0\t0\t2\t3") "（二）行政诉讼：未经复议直接起诉\n" ROWS(
            "2\t0\t0\t1\t3") "（三）行政诉讼：复议后起诉\n" ROWS("3\t0\t0\t0\t3"),
        "（一）行政复议\n" BARS("|1|0|0|2|3|") "（二）行政诉讼：未经复议直接起诉\n" BARS(
            "|2|0|0|1|3|") "（三）行政诉讼：复议后起诉\n" BARS("|3|0|0|0|3|"),
    };
    char text[SAMPLE_SIZE];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        snprintf(text, sizeof text, BEFORE "%s五、其他\n", texts[i]);
        struct nb_report *report = sample_report(text, false);
        expect(report, "review", "reconsideration", "1 0 0 2 3");
        expect(report, "review", "litigation_direct", "2 0 0 1 3");
        expect(report, "review", "litigation_after_review", "3 0 0 0 3");
        CU_ASSERT_EQUAL(sample_findings(report, "row-repeated"), 0);
        nb_report_free(report);
    }
    snprintf(text, sizeof text, BEFORE "%s五、其他\n",
             "（一）行政复议\n" BARS("||||||") "（二）行政诉讼：未经复议直接起诉\n" BARS(
                 "||||||") "（三）行政诉讼：复议后起诉\n" BARS("|3|0|0|0|3|"));
    struct nb_report *report = sample_report(text, false);
    expect(report, "review", "reconsideration", "_ _ _ _ _");
    expect(report, "review", "litigation_direct", "_ _ _ _ _");
    expect(report, "review", "litigation_after_review", "3 0 0 0 3");
    nb_report_free(report);
#undef BARS
#undef ROWS
#undef LINES
#undef BEFORE
    /* below each block a line, or a row, that says in what its numbers count */
    report = sample_report("云川县2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\n\n单位："
                           "件\n\n"
                           "| 总计 | 其他结果 | 结果维持 |\n|---|---|---|\n| 5 | 4 | 1 |\n\n复议后起诉\n\n"
                           "| 单位：件 |  |  |\n|---|---|---|\n| 总计 | 其他结果 | 结果维持 |\n| 7 | 6 | 1 |\n",
                           false);
    expect(report, "review", "reconsideration", "1 . 4 . 5");
    expect(report, "review", "litigation_after_review", "1 . 6 . 7");
    nb_report_free(report);
}

/* Where spaces part labels and stand for nothing else, one may stand below itself by chance, and those of two lines among each
 * other. */
static void test_labels_by_chance(void)
{
    expect_blocks("行政复议       行政诉讼\n"
                  "结果维持      结果纠正        其他结果    尚未审结       总计      未经复议直接起诉      复议后起诉\n"
                  "结果维持    结果纠正    其他结果  尚未审结   总计    结果维持       结果纠正  其他结果    尚未审结      总计\n"
                  "1     2  3    4      10   0    0     5    0       5   6      0    0       7   13\n",
                  "1 2 3 4 10", "0 0 5 0 5", "6 0 0 7 13");
    expect_blocks(
        "行政复议     行政诉讼\n"
        "结果维持           结果纠正          其他结果       尚未审结         总计         未经复议直接起诉       复议后起诉\n"
        "  结果维持            结果纠正           其他结果        尚未审结      总计    结果维持    结果纠正     其他结果    "
        "尚未审结  总计\n"
        "1   2       3     4  10     0      0    5  0    5   6  0     0    7     13\n",
        "1 2 3 4 10", "0 0 5 0 5", "6 0 0 7 13");
}

/* Which table a part is of tell the labels that it prints, not how often it prints each: 其他 and 总计 are those of two tables.
 */
static void test_labels_of_both(void)
{
    struct nb_report *report =
        sample_applications("项目\t\t自然人\t总计\n一、本年新收政府信息公开申请数量\t\t1\t1\n四、结转下年度继续办理\t\t0\t0\n"
                            "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
                            "维持\t纠正\t其他\t未审结\t总计\t直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
                            "\t\t\t\t\t维持\t纠正\t其他\t未审结\t总计\t维持\t纠正\t其他\t未审结\t总计\n"
                            "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t5\t0\t0\t0\t5\n");
    expect(report, "review", "reconsideration", "1 2 3 4 10");
    expect(report, "review", "litigation_after_review", "5 0 0 0 5");
    nb_report_free(report);
}

/* Where far more rows contradict their sums than not, those that do not are in doubt: their sums hold by chance. */
static void test_refuted(void)
{
#define HEAD "|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
#define ROWS(LAST)                                                                                                                              \
    HEAD "|一、本年新收政府信息公开申请数量|5|7|0|0|0|0|9|\n|二、上年结转政府信息公开申请数量|3|4|0|0|0|0|9|\n" \
         "|（一）予以公开|2|2|0|0|0|0|5|\n|（二）部分公开|6|1|0|0|0|0|8|\n" LAST "|四、结转下年度继续办理|2|1|0|0|0|0|3|\n"
    expect_applications(ROWS("|1.属于国家秘密|1|1|0|0|0|0|3|\n|2.重复申请|0|0|0|0|0|0|0|\n"), "carried_out",
                        "2a 1a 0a 0a 0a 0a 3a");
    expect_applications(ROWS("|1.属于国家秘密|1|2|0|0|0|0|3|\n|2.重复申请|0|0|0|0|0|0|0|\n"), "carried_out", "2 1 0 0 0 0 3");
#undef HEAD
#undef ROWS
}

/* However many labels stand among the columns that the form does not have: both ways are tried of a few. */
static void test_many_foreign(void)
{
    enum { LABELS = 40 };
    char text[SAMPLE_SIZE] = "自然人\n商业企业\n";
    for (int i = 0; i < LABELS; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "去年数%c\n", 'a' + i % 26);
    strcat(text, "总计\n一、本年新收政府信息公开申请数量\n4\n5\n9\n");
    struct nb_report *report = sample_applications(text);
    CU_ASSERT_EQUAL(sample_findings(report, "column-unknown"), LABELS);
    nb_report_free(report);
}

static void expect_received(const char *first, const char *second, const char *expected)
{
    static const char table[] = "%s\n\n|项目|自然人|总计|\n|-|-|-|\n|一、本年新收政府信息公开申请数量|%s|%s|\n\n";
    char text[SAMPLE_SIZE];
    size_t length = (size_t)snprintf(text, sizeof text, "云川县2022年政府信息公开工作年度报告\n\n");
    length += (size_t)snprintf(text + length, sizeof text - length, table, first, "7", "7");
    snprintf(text + length, sizeof text - length, table, second, "4", "4");
    struct nb_report *report = sample_report(text, false);
    expect(report, "applications", "received", expected);
    nb_report_free(report);
}

/* So is one that stands in the introduction or another article than its own, whatever is said of it, where its own prints it too.
 */
static void test_astray(void)
{
    static const char own[] = "三、收到和处理政府信息公开申请情况";
    expect_received("现予公布。", own, "4 . . . . . 4");
    expect_received("一、总体情况", own, "4 . . . . . 4");
    expect_received(own, "五、存在的主要问题及改进情况", "7 . . . . . 7");
    expect_received("一、总体情况", "五、存在的主要问题及改进情况", "7 . . . . . 7");
}

/* The only table of a kind is read whatever its caption says, but not in silence; a note to the rows above is no caption. */
static void test_captioned(void)
{
#define TABLE "\n\n|项目|自然人|总计|\n|-|-|-|\n|一、本年新收政府信息公开申请数量|4|4|\n"
    struct nb_report *report = sample_applications("附：2021年情况" TABLE);
    expect(report, "applications", "received", "4 . . . . . 4");
    CU_ASSERT_EQUAL(sample_findings(report, "table-caption"), 1);
    nb_report_free(report);
    report = sample_applications("2022年情况" TABLE "备注：不含所属单位。\n|二、上年结转政府信息公开申请数量|1|1|\n");
    CU_ASSERT_EQUAL(sample_findings(report, "table-caption"), 0);
    nb_report_free(report);
#undef TABLE
}

/* Where all labels but one are printed, a cell more than there are labels is that column's only if a value stands in it. */
static void test_label_left_out(void)
{
#define HEAD "|项目|||||||\n|-|-|-|-|-|-|-|-|\n|自然人|商业企业|科研机构|法律服务机构|其他|总计|||\n"
    expect_applications(HEAD
                        "|一、本年新收政府信息公开申请数量|4|5|6|7|8|30||\n|三、本年度办理结果|（一）予以公开|1|2|3|4|5|15|\n",
                        "received", "4 5 6 . 7 8 30");
#undef HEAD
    /* rows begin with one label or with two; their values are those behind it */
    expect_applications("申请人情况\n自然人\t法人或其他组织\t总计\n\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
                        "一、本年新收政府信息公开申请数量\t4\t5\t6\t7\t8\t9\t39\n"
                        "三、本年度办理结果\t（一）予以公开\t1\t2\t\t4\t5\t6\t18\n",
                        "granted", "1 . _ 4 5 6 18");
    expect_applications("申请人情况\n自然人\t商业企业\t科研机构\t法律服务机构\t其他\t总计\n"
                        "一、本年新收政府信息公开申请数量\t4\t5\t6\t7\t8\t30\t\n",
                        "received", "4 5 6 . 7 8 30");
    /* of a row with fewer values than another, which has one for each column, nothing tells which is missing */
    expect_disclosure("第二十条第（一）项\n信息内容\n本年制发件数\n现行有效件数\n规章\n4\n1\n37\n行政规范性文件\n5\n9\n",
                      "normative_documents", "5p . 9p");
}

/* A caption between rows that names the report's office, or its year, begins its table; so do any words before a head that comes
 * again. */
static void test_own_captions(void)
{
#define TABLE(N)                                                                                                                 \
    "项目\t自然人\t总计\n一、本年新收政府信息公开申请数量\t" N "\t" N "\n二、上年结转政府信息公开申请数量\t" N "\t" N "\n"
    expect_applications("全省情况（供参考）\n" TABLE("7") "云川县申请情况\n" TABLE("4"), "received", "4 . . . . . 4");
    expect_applications("2021年情况\n" TABLE("7") "2022年情况\n" TABLE("4"), "received", "4 . . . . . 4");
    expect_applications("全县情况\n" TABLE("7") "云川县2021年情况\n" TABLE("4"), "received", "7 . . . . . 7");
    expect_applications("更正前：\n" TABLE("7") "更正后：\n" TABLE("4"), "received", "4 . . . . . 4");
#undef TABLE
}

/* Another year's table fills no gap of this year's, however few rows that prints. */
static void test_rows_left_out(void)
{
#define HEAD "|项目|自然人|总计|\n|-|-|-|\n"
    static const char text[] =
        HEAD "|一、本年新收政府信息公开申请数量|4|4|\n|四、结转下年度继续办理|1|1|\n\n附：2021年情况\n\n" HEAD
             "|一、本年新收政府信息公开申请数量|7|7|\n|二、上年结转政府信息公开申请数量|2|2|\n|（一）予以公开|5|5|\n"
             "|（二）部分公开|1|1|\n|（七）总计|6|6|\n|四、结转下年度继续办理|3|3|\n";
    expect_applications(text, "received", "4 . . . . . 4");
    expect_applications(text, "granted", ". . . . . . .");
    expect_applications(text, "carried_in", ". . . . . . .");
#undef HEAD
}

/* Rows of captions between the rows of one table: each begins a table of its own. */
static void test_caption_rows(void)
{
    expect_disclosure(
        "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|2021年|||\n|规章|1||3|\n|行政规范性文件|4|4|4|\n"
        "|2022年||||\n|规章|2|5|6|\n|行政规范性文件||||\n",
        "regulations", "2 5 6");
    /* words in the place of a value are no caption */
    expect_disclosure("信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n4\n1\n未统计\n第二十条第（五）项\n信息内容\n"
                      "本年处理决定数量\n行政许可\n5\n",
                      "regulations", "4 1 '未统计'?");
    /* a cell a line: behind the last value of the report's own table, which lacks a row */
    struct nb_report *report = sample_disclosure(
        "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n4\n第二十条第（八）项\n信息内容\n"
        "本年收费金额（单位：万元）\n行政事业性收费\n5\n2021年（上一年）情况\n"
        "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n7\n行政强制\n8\n第二十条第（八）项\n信息内容\n"
        "本年收费金额（单位：万元）\n行政事业性收费\n9\n");
    expect(report, "disclosure", "penalty", "4");
    expect(report, "disclosure", "coercion", ".");
    nb_report_free(report);
}

/* Last year's rows, told by a caption behind its values where only the order is known, or by their own words. */
static void test_rows_of_years(void)
{
#define REVIEW "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    struct nb_report *report = sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
                                             "2021年（上年）数据\n政府信息公开行政复议、行政诉讼情况表\n" REVIEW
                                             "1\n2\n3\n0\n6\n2022年（本年）数据\n复议情况表\n" REVIEW "4\n0\n1\n0\n5\n",
                                             false);
    expect(report, "review", "reconsideration", "4 0 1 0 5");
    CU_ASSERT_EQUAL(sample_findings(report, "row-repeated"), 0);
    nb_report_free(report);
#undef REVIEW
    report = sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
                           "年度\t行政复议\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
                           "2021年\t1\t2\t3\t0\t6\n2022年\t4\t0\t\t1\t5\n",
                           false);
    expect(report, "review", "reconsideration", "4 0 _ 1 5");
    CU_ASSERT_EQUAL(sample_findings(report, "row-unknown"), 1);
    nb_report_free(report);
}

/* What is only near to a label that another column bears is a column that the form does not have. */
static void test_near_label_taken(void)
{
    expect_disclosure("第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数 制发件数\n规章 4 1 37 9\n",
                      "regulations", "4 1 37");
}

/* Columns set with spaces: numbers beside the label of a group are not those of the row above that prints none. */
static void test_numbers_of_group(void)
{
    expect_applications("                                  自然人   商业企业  其他   总计\n"
                        "7．属于行政执法案卷               2        3         4      9\n"
                        "8．属于行政查询事项\n"
                        "（四）无法提供                    5                  1      6\n"
                        "1．本机关不掌握相关政府信息       5                  1      6\n",
                        "denied.inquiry", ". . . . . . .");
}

/* Words that are no label, over the only column whose label is not printed: where the sums of the rows hold with it, they are its
 * label, in every head with these words, and a finding says so. */
static void test_words_told_by_sums(void)
{
#define HEAD(words) "| |" words "|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
#define OUT "|四、结转下年度继续办理|0|0|0|0|0|0|0|\n"
    expect_applications(HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|6|\n" OUT, "received", "3 1 0 0 2 0 6");
    expect_applications(HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|3|\n" OUT, "received", ". 1 0 0 2 0 3");
    expect_applications(HEAD("公民") "|一、本年新收政府信息公开申请数量|0|1|0|0|2|0|3|\n" OUT, "received", ". 1 0 0 2 0 3");
    expect_applications(HEAD("公民") OUT "\n|一、本年新收|\n\n" HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|6|\n",
                        "carried_out", "0 0 0 0 0 0 0");
    expect_applications(
        HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|6|\n|二、上年结转政府信息公开申请数量|1|0|0|0|0|0|9|\n"
                     "|四、结转下年度继续办理|2|0|0|0|0|0|9|\n",
        "received", ". 1 0 0 2 0 6");
    expect_applications("| |公民|户数|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|-|\n"
                        "|一、本年新收政府信息公开申请数量|3|3|1|0|0|2|0|6|\n|四、结转下年度继续办理|0|0|0|0|0|0|0|0|\n",
                        "received", ". 1 0 0 2 0 6"); /* either may be */
#undef OUT
#undef HEAD
}

/* What a row is called instead of its label, which its place tells, is none of its values. */
static void test_row_in_other_words(void)
{
    expect_applications("| |自然人|商业企业|总计|\n|-|-|-|-|\n|3.危及“三安全一稳定”|0|1|1|\n|涉及旁人的|4||4|\n"
                        "|5.属于三类内部事务信息|0|0|0|\n",
                        "denied.third_party_rights", "4p _ . . . . 4p");
}

/* The label of a column before the values of a row is the row's whose label is near to it: 总计 for (七)总计. */
static void test_row_named_as_column(void)
{
    expect_applications("| |自然人|商业企业|总计|\n|-|-|-|-|\n|（六）其他处理|1|0|1|\n|总计|4||4|\n", "outcome_total",
                        "4 _ . . . . 4");
}

/* A cell a line: labels sorted by their height on the page do not tell what stands below them. The sums say so where the total is
 * none of what stands under its label, but of what stands last. */
static void test_sorted_labels(void)
{
#define ROWS "一、本年新收政府信息公开申请数量\n2\n1\n0\n0\n0\n0\n3\n四、结转下年度继续办理\n1\n0\n0\n0\n0\n0\n1\n"
    expect_applications("自然人\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n" ROWS, "received",
                        "2a 0a 0a 0a 0a 3a 1a");
    expect_applications("商业企业\n自然人\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" ROWS, "received", "1 2 0 0 0 0 3");
#undef ROWS
}

/* The numbers of rows and columns that a data frame prints around a table, with commas, bars or as a page; columns may be counted
 * where rows are not. */
static void test_index(void)
{
    expect_blocks("| |1|2|3|4|5|\n|-|-|-|-|-|-|\n|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|行政复议|3|2|2|2|9|\n",
                  "3 2 2 2 9", ". . . . .", ". . . . .");
    expect_blocks(",0,1,2,3,4,5\n0,类别,结果维持,结果纠正,其他结果,尚未审结,总计\n1,行政复议,3,2,2,2,9\n"
                  "4,未经复议直接起诉,1,2,0,0,3\n",
                  "3 2 2 2 9", "1 2 0 0 3", ". . . . .");
    expect_blocks("|   | 0 | 1 | 2 | 3 | 4 | 5 |\n|--:|:--|:--|:--|:--|:--|:--|\n"
                  "| 0 | 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 7 | 复议后起诉 | 1 | 2 | 0 | 0 | 3 |\n",
                  ". . . . .", ". . . . .", "1 2 0 0 3");
    expect_disclosure(",0,1,2,3,4,5,6\n1,信息内容,本年制发件数,本年制发件数,本年废止件数,本年废止件数,现行有效件数,现行有效件数\n"
                      "2,规章,2,2,16,16,155,155\n3,规范性文件,6,6,1,1,41,41\n",
                      "regulations", "2 16 155");
    static const char page[] =
        "<h1>云川县2022年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>"
        "<table><tr><th><th>0<th>1<th>2<th>3<th>4<th>5<tr><th>0<td>类别<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
        "<tr><th>1<td>复议后起诉<td>1<td>2<td>0<td>0<td>3</table>";
    struct nb_report *report = sample_report(page, false);
    expect(report, "review", "litigation_after_review", "1 2 0 0 3");
    nb_report_free(report);
}

/* The rows of the review table may bear their heading, and a number, before a bracket; what was said before a table tells which
 * it is, as well as its labels do. */
static void test_row_in_note(void)
{
    expect_blocks("|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|\n|一、行政复议|3|2|2|2|9|\n"
                  "|二、行政诉讼（未经复议直接起诉）|1|2|0|0|3|\n|行政诉讼（复议后起诉）|1|0|0|3|4|\n",
                  "3 2 2 2 9", "1 2 0 0 3", "1 0 0 3 4");
    expect_blocks("### 1.行政复议情况\n\n|维持|纠正|其他|未审结|总计|\n|-|-|-|-|-|\n|2|3|1|3|9|\n\n"
                  "### 2.未经复议直接起诉\n\n|维持|纠正|其他|未审结|总计|\n|-|-|-|-|-|\n|1|1||2|4|\n",
                  "2 3 1 3 9", "1 1 _ 2 4", ". . . . .");
}

/* Columns set with spaces: the row whose sum does not hold may have moved a number aside, so that none of its cells was seen
 * empty. They count as nothing in its sum all the same. */
static void test_doubted_blanks(void)
{
    struct nb_report *report = sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
                                             "                    结果维持  结果纠正  其他结果  尚未审结   总计\n"
                                             "行政复议               3                    1                 9\n"
                                             "未经复议直接起诉       1         2                            3\n"
                                             "复议后起诉             1         1          1        4        7\n",
                                             false);
    expect(report, "review", "reconsideration", "3 . 1 . 9");
    expect(report, "review", "litigation_direct", "1 2 _ _ 3");
    CU_ASSERT_EQUAL(sample_findings(report, "review-total"), 1);
    nb_report_free(report);
}

/* A cell a line: values behind words that no form has, as many as a row has, may be another row's than that of the label before.
 */
static void test_row_between(void)
{
    expect_applications("自然人\n商业企业\n总计\n7．属于行政执法案卷\n2\n3\n5\n8．属于行政查询事项\n小计\n3\n3\n6\n"
                        "（七）总计\n3\n3\n6\n",
                        "denied.inquiry", "'小计'? 3a . . . . 3a");
}

/* The label of a row printed before each of its columns, a cell a line. */
static void test_row_over_each_column(void)
{
#define FIVE(row) row "\n结果维持\n" row "\n结果纠正\n" row "\n其他结果\n" row "\n尚未审结\n" row "\n总计\n"
    expect_blocks(FIVE("行政复议") FIVE("未经复议直接起诉") FIVE("复议后起诉") "1\n2\n3\n4\n10\n0\n5\n0\n1\n6\n2\n2\n0\n0\n4\n",
                  "1 2 3 4 10", "0 5 0 1 6", "2 2 0 0 4");
#undef FIVE
}

/* The unit of a label, in a line of its own, is no piece of the torn label behind it. */
static void test_unit_before_torn_label(void)
{
    struct nb_report *report =
        sample_report("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\n"
                      "上一年项目数量（项）\n本年增/减\n（项）\n处\n理决定\n数量（件）\n行政处罚\n1\n2\n3\n",
                      false);
    expect(report, "disclosure", "penalty", "1 2 3");
    const struct nb_row *row = nb_row_find(nb_table_find(report, "disclosure"), "penalty");
    CU_ASSERT(row && !strcmp(row->cells[1].unit, "项") && !strcmp(row->cells[2].unit, "件"));
    nb_report_free(report);
}

/* The wordings of a label are one column, in whichever block they stand: 维持结果, 结果维持. */
static void test_mixed_wordings(void)
{
    expect_blocks("行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n"
                  "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n维持结果\n纠正结果\n其他结果\n尚未审结\n总计\n"
                  "1\n2\n3\n4\n10\n0\n0\n0\n1\n1\n2\n2\n0\n0\n4\n",
                  "1 2 3 4 10", "0 0 0 1 1", "2 2 0 0 4");
}

/* Words that are torn in the middle name one column that the form does not have. */
static void test_torn_words(void)
{
    expect_applications(
        "勾稽关系 申请人情况\n自然人 法人或其他组织 总计 说\n明\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        "一、本年新收政府信息公开申请数量 11 0 2 1 4 1 19 无\n二、上年结转政府信息公开申请数量 0 3 0 0 0 0 3 无\n",
        "received", "11 0 2 1 4 1 19");
}

/* Rows that lost their last empty cells: an empty cell left of where others print values is the label's, and no column. */
static void test_lost_ends(void)
{
    const char *rows = "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"
                       "|一、本年新收政府信息公开申请数量 | | |5 |1 | |2 |3 | |11\n"
                       "|三、本年度办理结果 |（一）予以公开 | |1 | | | |1 | |2\n"
                       "| |（二）部分公开 | | | | |2 | |2\n";
    expect_applications(rows, "partly_granted", "2a . . . . . 2p");
}

/* Some labels of a head alone: an empty cell between values is a column that has none, so five values are not those of five
 * labels. */
static void test_head_apart(void)
{
    const char *text = "云川县2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
                       "| |商业企业 |法律服务机构 |社会公益组织 |科研机构 |其他 | | | |\n"
                       "|一、本年新收政府信息公开申请数量 | | |123 |105 | |7 |83 |79 |397\n"
                       "|四、结转下年度继续办理 | | |25 |40 | | |52 |58 |175\n";
    struct nb_report *report = sample_report(text, false);
    for (struct nb_row *row = report->tables->next->rows; row; row = row->next)
        for (size_t c = 0; c < row->form->column_count; c++)
            CU_ASSERT_NOT_EQUAL(row->cells[c].status, NB_GIVEN);
    nb_report_free(report);
}

/* The last label of a head is torn off and stands alone: it is the last all the same. */
static void test_torn_label(void)
{
    expect_disclosure("信息内容\t本年制发件数\t本年废止件数\n现行有效件数\n\n规章\t4\t1\t37\n", "regulations", "4 1 37");
}

/* Labels of two lines that were taken for one: where they stand tells nothing, and neither does their order. */
static void test_lines_of_labels(void)
{
    struct nb_report *report =
        sample_report("云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政诉讼   行政复议\n"
                      "未经复议直接起诉     复议后起诉        结果维持         结果纠正     其他结果        尚未审结      总计\n"
                      "结果维持    结果纠正     其他结果   尚未审结      总计        结果维持      结果纠正       其他结果     "
                      "尚未审结       总计\n"
                      "0     0      0         0         0     0        0  0   0     0    3    1       0    3         7\n",
                      false);
    expect(report, "review", "reconsideration", "0a 0a 0a 0a 0a");
    CU_ASSERT_EQUAL(sample_findings(report, "cell-ambiguous"), 3);
    nb_report_free(report);
}

/* Three rows of five: the first, empty, looks like labels over the second, whose own label tells which row it is. */
static void test_rows_of_blocks(void)
{
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
        "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n| 行政复议 | | | | | |\n"
        "| 未经复议直接起诉 | 25 | 15 | 0 | 0 | 40 |\n| 复议后起诉 | | | | | |\n",
        false);
    expect(report, "review", "litigation_direct", "25 15 0 0 40");
    nb_report_free(report);
}

/* Five cells that are all empty satisfy the sum of their block: so the five values behind the first ones may be the second
 * block's or the last one's, and no cell is said to be empty. */
static void test_empty_of_blocks(void)
{
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议 |\n行政诉讼 | "
        "|||||||||||||\n结果维持 |\n"
        "结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n未经复议直接起诉 |\n复议后起诉 | ||||||||\n结果维持 |\n结果纠正 |\n"
        "其他结果 |\n尚未审结 |\n总计 |\n结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 | |||||\n"
        "3 |\n0 |\n0 |\n19 |\n22 |\n0 |\n3 |\n0 |\n0 |\n3 | |||||\n",
        false);
    const struct nb_row *row = nb_table_find(report, "review")->rows->next;
    for (size_t c = 0; c < row->form->column_count; c++)
        CU_ASSERT_NOT_EQUAL(row->cells[c].status, NB_BLANK);
    nb_report_free(report);
}

/* A table of one row may as well stand in columns; that the others of its text do not tells that it does not. */
static void test_alike(void)
{
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n申请人情况\n自然人    法人或其他组织  总计\n"
        "商业企业  科研机构     社会公益组织   法律服务机构      其他\n"
        "一、本年新收政府信息公开申请数量    1      0  2       0     0  0         3\n"
        "二、上年结转政府信息公开申请数量  0         0     0  0       4  0    4\n"
        "（一）予以公开       1  0      2    0  0     0         3\n"
        "（二）部分公开    0  0         0      0     4  0       4\n"
        "（七）总计         1    0       2  0      4     0  7\n"
        "四、结转下年度继续办理  0       0    0         0     0      0  0\n"
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议      行政诉讼\n"
        "结果维持     结果纠正      其他结果         尚未审结  总计      未经复议直接起诉        复议后起诉\n"
        "结果维持       结果纠正         其他结果   尚未审结    总计     结果维持     结果纠正   其他结果         尚未审结       "
        " 总计\n"
        "0        0      0   4  4   0    20      15     0   35    0       0         0     0         0\n",
        false);
    expect(report, "review", "reconsideration", "0 0 0 4 4");
    nb_report_free(report);
}

/* A block of its own under a heading that names it, with nothing in its cells. */
static void test_empty_block(void)
{
    struct nb_report *report =
        sample_report("云川县2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\n\n"
                      "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n|  |  |  |  |  |\n",
                      false);
    expect(report, "review", "reconsideration", "_ _ _ _ _");
    nb_report_free(report);
}

/* A table of which one row's name is lost: the others stand where their names begin. */
static void test_lost_name_across(void)
{
    static const char text[] =
        "云川县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
        "某处\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
        "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
        "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
        "1\t0\t2\t0\t3\t\t\t\t\t\t4\t0\t0\t1\t5\n五、存在的主要问题及改进情况\n";
    struct nb_report *report = sample_report(text, false);
    expect(report, "review", "reconsideration", ". . . . .");
    expect(report, "review", "litigation_direct", "_ _ _ _ _");
    expect(report, "review", "litigation_after_review", "4 0 0 1 5");
    nb_report_free(report);
}

/* Rows of numbers that belong to nobody may be those of rows that print none: nothing is said to be empty. */
static void test_deprived_rows(void)
{
    static const char head[] = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
    char table[300];
    snprintf(table, sizeof table, "%s4 1 37\t\t\t\n规章\t\t\t\n行政规范性文件\t2\t\t9\n", head);
    expect_disclosure(table, "regulations", ". . .");
    expect_disclosure(table, "normative_documents", "2 _ 9");
    snprintf(table, sizeof table, "%s4\t\t\t\n规章\t\t\t\n行政规范性文件\t2\t\t9\n", head);
    expect_disclosure(table, "regulations", "_ _ _");
}

/* The name of a group stands before rows of its own, the first of which has lost its label. */
static void test_lost_label_in_group(void)
{
    struct nb_report *report =
        sample_applications("(六)其他处理\t5\t0\t0\t0\t0\t0\t5\n"
                            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n"
                            "3.其他\t0\t0\t0\t0\t0\t2\t2\n(七)总计\t6\t0\t0\t0\t0\t2\t8\n");
    expect(report, "applications", "other.overdue_fee", "1p 0p 0p 0p 0p 0p 1p");
    CU_ASSERT_EQUAL(sample_findings(report, "form-mismatch"), 0);
    CU_ASSERT_EQUAL(sample_findings(report, "label-lost") + sample_findings(report, "row-unknown"), 1);
    nb_report_free(report);
}

/* Numbers that stand in one cell together are those of the row's columns, in order; its empty cells are none of them. */
static void test_numbers_together(void)
{
    static const char head[] = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n";
    char table[300];
    snprintf(table, sizeof table, "%s| 规章 | 4 1 37 |  |  |\n| 行政规范性文件 | 2 | 0 | 9 |\n", head);
    expect_disclosure(table, "regulations", "4 1 37");
    snprintf(table, sizeof table, "%s| 规章 |  | 4 37 |  |\n| 行政规范性文件 | 2 | 0 | 9 |\n", head);
    expect_disclosure(table, "regulations", "4a 37a .");
    snprintf(table, sizeof table, "%s| 规章 | 5 | 4 37 |  |\n| 行政规范性文件 | 2 | 0 | 9 |\n", head);
    expect_disclosure(table, "regulations", "5 '4 37'? _");
}

/* A column of remarks is a column, whatever it holds. */
static void test_remarks(void)
{
    static const char table[] = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 备注 |\n|---|---|---|---|---|\n"
                                "| 规章 | 4 | 1 |   | 无 |\n| 行政规范性文件 | 2 | 0 | 9 | 见附件 |\n";
    expect_disclosure(table, "regulations", "4 1 _");
    expect_disclosure(table, "normative_documents", "2 0 9");
}

static void expect_number(const char *string, bool valid, const char *value, const char *unit)
{
    struct nb_arena *arena = arena_new();
    struct nb_text *text = sample_text(arena, string);
    struct nb_number number = {0, 0};
    size_t at = 0;
    CU_ASSERT_EQUAL(read_number(text->shadow, text->length, &number, &at), valid);
    if (valid) {
        CU_ASSERT_STRING_EQUAL(number_text(arena, number), value);
        CU_ASSERT_STRING_EQUAL(text->bytes + at, unit);
    }
    arena_free(arena);
}

/* A lone 一 may be a dash, but not where others count in numerals. */
static void test_ones(void)
{
    expect_disclosure("规章 | 一 | 二 | 十 |\n", "regulations", "1p 2p 10p");
    expect_disclosure("规章 | 一 | 2 | 10 |\n", "regulations", "'一'? 2p 10p");
    expect_disclosure("规章 | 一般 | 二 | 一 |\n", "regulations", "'一般'? 2p 1p");
}

/* A blank may stand in a number where no other shows that this report writes none. */
static void test_digits_apart(void)
{
    expect_disclosure("规章 | 1 204 | 15 | 12 345 678 |\n", "regulations", "1204p 15p 12345678p");
    expect_disclosure("规章 | 1 204 | 1500 | -12 345.5 |\n", "regulations", "'1 204'? 1500p '-12 345.5'?");
    expect_disclosure("规章 | 1 2 0 4 | 1 5 | 1 7 |\n", "regulations", "1204p 15p 17p");
    expect_disclosure("规章 | 1 2 | 1 5 | 7 |\n", "regulations", "'1 2'? '1 5'? 7p");
    expect_disclosure("规章 | 1 2 0 4 | 15 | 0 7 |\n", "regulations", "'1 2 0 4'? 15p '0 7'?");
    expect_disclosure("规章 | 1 20 4 | 0 204 | 1 204件 |\n", "regulations", "'1 20 4'? '0 204'? '1 204件'?");
}

/* What programs and people set around numbers; the same beside the same is no text of a span. */
static void test_dressed(void)
{
    static const char *const zeros[] = {"\\0",
                                        "=\"0\"",
                                        "“0”",
                                        ":0",
                                        "：0",
                                        "\\( 0 \\)",
                                        "0↑",
                                        "0→",
                                        "0▲",
                                        "0.",
                                        "\xE2\x80\xAD"
                                        "0"
                                        "\xE2\x80\xAC",
                                        "\xF0\x9D\x9F\x8E",
                                        "0\xC2\xAD"};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++) {
        char text[SAMPLE_SIZE];
        snprintf(text, sizeof text,
                 "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|规章|%s|%s|%s|\n|行政规范性文件|1|2|3|\n",
                 zeros[i], zeros[i], zeros[i]);
        expect_disclosure(text, "regulations", "0 0 0");
    }
#define HEAD "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n"
    expect_disclosure(HEAD "|规章|[4]|[0]|[12]|\n|行政规范性文件|[4]|[4]|[4]|\n", "regulations", "4 0 12");
    expect_disclosure(HEAD "|规章|4|[0]|[12]|\n", "regulations", "4 '[0]'? '[12]'?"); /* the marks of notes */
#undef HEAD
}

static void test_numbers(void)
{
    expect_number("0", true, "0", "");
    expect_number("007", true, "7", "");
    expect_number("1,234,567", true, "1234567", "");
    expect_number("１２３", true, "123", "");
    expect_number("-375", true, "-375", "");
    expect_number("−375", true, "-375", "");
    expect_number("+378", true, "378", "");
    expect_number("47222.14万元", true, "47222.14", "万元");
    expect_number("零", true, "0", "");
    expect_number("$-12$", true, "-12", "$");
    expect_number("[12](#t1)", true, "12", "](#t1)");
    expect_number("12[^1]", true, "12", "[^1]");
    expect_number("12①", true, "12", "①");
    expect_number("共 12件", true, "12", "件");
    expect_number("-", false, "", "");
    expect_number("件", false, "", "");
    expect_number("99999999999999999999999999", false, "", "");
}

static CU_TestInfo tests[] = {
    {"by count", test_by_count},
    {"by column labels", test_by_headers},
    {"joined labels", test_joined_labels},
    {"units apart", test_units_apart},
    {"heads in a row", test_heads_in_a_row},
    {"rows before a head", test_rows_before_head},
    {"empty cells", test_empty_cells},
    {"a value beside its cell", test_value_beside},
    {"labels end early", test_headers_end_early},
    {"closed rows", test_closed_rows},
    {"a row behind a note", test_row_behind_note},
    {"a torn row", test_torn_row},
    {"a row that is too wide", test_wide_row},
    {"CR LF", test_returns},
    {"CR LF and blanks", test_returns_are_no_blanks},
    {"bars without a frame", test_bare_bars},
    {"a shortened label behind the columns", test_short_first_label},
    {"a part that is cut otherwise", test_cut_otherwise},
    {"units", test_units},
    {"repeated rows", test_repeated_rows},
    {"second table", test_second_table},
    {"a table without labels of columns", test_headless_table},
    {"a lost label", test_lost_label},
    {"a row of another form", test_foreign_row},
    {"another table below", test_other_table_below},
    {"what is missing", test_missing_and_unknown},
    {"a column that the form does not have", test_extra_column},
    {"the same where rows end", test_extra_column_in_rows},
    {"the same alone in its row", test_extra_column_alone},
    {"a label left empty", test_label_left_empty},
    {"heads that say nothing", test_heads_of_nothing},
    {"an empty block", test_empty_block},
    {"a numbered block", test_numbered_block},
    {"rows and columns exchanged", test_turned},
    {"exchanged, with spans", test_turned_spans},
    {"joined groups", test_joined_groups},
    {"worksheet", test_worksheet},
    {"twin columns", test_twin_columns},
    {"rows that are counted, with spans", test_counted_spans},
    {"labels on both sides", test_labels_on_both_sides},
    {"a row across printed again", test_repeated_across},
    {"labels behind values", test_labels_behind},
    {"a value a row", test_value_a_row},
    {"statistical form", test_statistical_form},
    {"rest of a label", test_rest_of_label},
    {"parts of columns", test_parts_of_columns},
    {"labels of one row", test_flat_order},
    {"column without a label", test_nameless_column},
    {"labels over several rows", test_labels_over_rows},
    {"rows with shortened labels", test_short_rows},
    {"shortened labels in order", test_short_in_order},
    {"blocks in order", test_blocks_in_order},
    {"blocks without labels of columns", test_bare_blocks},
    {"a sparse table", test_sparse_table},
    {"values exactly under their labels", test_exact_columns},
    {"a span that is too short", test_short_span},
    {"a block of spans that the form does not have", test_block_of_spans},
    {"a torn label that is none of the form's", test_torn_near_label},
    {"labels of one line and of two", test_stacked_labels},
    {"shortened labels over several lines", test_short_stacked_labels},
    {"a number under no label", test_number_under_no_label},
    {"empty lines between labels that are near", test_empty_lines_near_labels},
    {"wordings, translations, joined labels", test_wordings},
    {"another year's table first", test_other_year_first},
    {"three tables, the block before each", test_blocks_apart},
    {"labels that two tables have", test_labels_of_both},
    {"labels below themselves by chance", test_labels_by_chance},
    {"the report's own captions", test_own_captions},
    {"a table that the sums refute", test_refuted},
    {"many labels that the form does not have", test_many_foreign},
    {"a table outside its article", test_astray},
    {"the only table, another's caption", test_captioned},
    {"no label left out", test_label_left_out},
    {"a column that is near to a label beside it", test_near_label_taken},
    {"captions", test_captions},
    {"rows of captions", test_caption_rows},
    {"rows of several years", test_rows_of_years},
    {"rows left out", test_rows_left_out},
    {"numbers of a group", test_numbers_of_group},
    {"blanks of a doubted row", test_doubted_blanks},
    {"labels sorted by height", test_sorted_labels},
    {"a row in other words", test_row_in_other_words},
    {"a row named as a column", test_row_named_as_column},
    {"numbers of rows and columns", test_index},
    {"a row in a note", test_row_in_note},
    {"words told by sums", test_words_told_by_sums},
    {"a row of its own behind an empty one", test_row_between},
    {"the label of a row over each column", test_row_over_each_column},
    {"a unit before a torn label", test_unit_before_torn_label},
    {"wordings of one label in a head", test_mixed_wordings},
    {"a block without its label", test_orphaned_block},
    {"a head left of its columns", test_head_left},
    {"rows without their ends", test_lost_ends},
    {"labels apart", test_head_apart},
    {"an empty label", test_empty_label},
    {"torn words", test_torn_words},
    {"a label torn off", test_torn_label},
    {"lines of labels", test_lines_of_labels},
    {"tables set alike", test_alike},
    {"empty cells of a block", test_empty_of_blocks},
    {"rows of blocks", test_rows_of_blocks},
    {"cells in one line", test_across},
    {"bars between cells in one line", test_bars_across},
    {"stray lines among them", test_stray_lines_across},
    {"a name lost over them", test_lost_name_across},
    {"numbers that belong to nobody", test_deprived_rows},
    {"a label lost in a group", test_lost_label_in_group},
    {"numbers in one cell", test_numbers_together},
    {"a column of remarks", test_remarks},
    {"columns whose label is doubled", test_doubled_columns},
    {"the corner of a head", test_corner},
    {"a head that comes again", test_head_again},
    {"rows that may be shifted", test_rows_shifted},
    {"a label behind its values", test_label_at_end},
    {"blocks in another order", test_blocks_reordered},
    {"strings joined in one", test_joined_strings},
    {"ones", test_ones},
    {"digits apart", test_digits_apart},
    {"what is set around numbers", test_dressed},
    {"numbers", test_numbers},
    CU_TEST_INFO_NULL,
};

int add_bind_tests(void)
{
    CU_SuiteInfo suites[] = {{"bind", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
