/* test_metadata.c - title, agency, year, period, dates, signature and articles of whole reports in the
 * wordings that offices use.
 */
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

static const char *const official[] = {"总体情况",
                                       "主动公开政府信息情况",
                                       "收到和处理政府信息公开申请情况",
                                       "政府信息公开行政复议、行政诉讼情况",
                                       "存在的主要问题及改进情况",
                                       "其他需要报告的事项"};
static const char title[] = "云川县2022年政府信息公开工作年度报告",
                  preamble[] = "本报告数据期限为2022年1月1日至2022年12月31日。",
                  signature[] = "云川县人民政府办公室\n2023年1月20日",
                  roles[] = "overview disclosure applications review problems other ";

/* A whole report; each heading by a pattern of its numeral in Chinese, its number and its title. */
static struct nb_report *report_of(const char *head, const char *intro, const char *heading,
                                   const char *const *titles, const char *end)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六"};
    static const char *const bodies[] = {
        "2022年,云川县推进公开。\n(一)主动公开。公开20条。\n",
        "规章 | 0 | 0 | 0\n",
        ("一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3\n三、本年度办理结果\n"
         "(一)予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3\n四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n"),
        "结果维持\n0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n",
        "一是更新不及时。二是栏目偏少。\n",
        "没有收取信息处理费。\n"};
    char text[8 * SAMPLE_SIZE];
    size_t at = (size_t)snprintf(text, sizeof text, "%s\n%s\n", head, intro);
    for (int i = 0; i < 6; i++) {
        for (const char *c = heading; *c; c++)
            if (*c == '@')
                at += (size_t)snprintf(text + at, sizeof text - at, "%s", numerals[i]);
            else if (*c == '$')
                at += (size_t)snprintf(text + at, sizeof text - at, "%d", i + 1);
            else if (*c == '%')
                at += (size_t)snprintf(text + at, sizeof text - at, "%s", titles[i]);
            else
                text[at++] = *c;
        at += (size_t)snprintf(text + at, sizeof text - at, "\n%s", bodies[i]);
    }
    snprintf(text + at, sizeof text - at, "%s\n", end);
    return sample_report(text, false);
}

static void expect_string(const char *what, const char *found, const char *expected)
{
    if (strcmp(found ? found : "", expected) != 0)
        printf("\n%s is \"%s\", not \"%s\"", what, found ? found : "", expected);
    CU_ASSERT_STRING_EQUAL(found ? found : "", expected);
}

static void expect_articles(const char *heading, const char *const *titles)
{
    struct nb_report *report = report_of(title, preamble, heading, titles, signature);
    char found[256] = "", cells[SAMPLE_SIZE];
    for (const struct nb_article *article = report->articles; article; article = article->next)
        strcat(strcat(found, article->role), " ");
    expect_string(heading, found, roles);
    expect_string(heading, sample_cells(report, "applications", "received", cells), "3p 0p 0p 0p 0p 0p 3p");
    nb_report_free(report);
}

static void test_headings(void)
{
    static const char *const patterns[] = {"@、%",   "@、 %",   "　　@、%",  "@. %", "$、%",
                                           "$. %",   "（@）%",  "第@部分 %", "%",    "@、%：",
                                           "@、%。", "## @、%", "@、\n%"};
    static const char *const others[] = {"概述",
                                         "主动公开情况",
                                         "依申请公开办理情况",
                                         "因政府信息公开被申请行政复议、提起行政诉讼情况",
                                         "工作中的不足与下一步打算",
                                         "其他事项"};
    for (size_t i = 0; i + 1 < sizeof patterns / sizeof *patterns; i++)
        expect_articles(patterns[i], official);
    expect_articles("@、%", others);
}

static void expect_title(const char *head, const char *agency)
{
    struct nb_report *report = report_of(head, preamble, "@、%", official, signature);
    expect_string(head, report->agency, agency);
    CU_ASSERT_EQUAL(report->year, 2022);
    CU_ASSERT_PTR_NOT_NULL(report->title);
    nb_report_free(report);
}

static void test_titles(void)
{
    expect_title("云川县2022年政府信息公开工作年度报告", "云川县");
    expect_title("2022年度云川县财政局政府信息公开工作年度报告", "云川县财政局");
    expect_title("云川县教育局关于2022年度政府信息公开工作年度报告", "云川县教育局");
    expect_title("云川县教育局关于发布2022年政府信息公开工作年度报告的公告", "云川县教育局");
    expect_title("2022年云川县人民政府信息公开工作年度报告", "云川县人民政府");
    expect_title("云川县政府信息公开工作年度报告（2022年度）", "云川县");
    expect_title("云川县二〇二二年政府信息公开工作年度报告", "云川县");
    expect_title("云川县2022年政府信息公开工作情况报告", "云川县");
    expect_title("云川县2022年政务公开工作年度报告", "云川县");
    expect_title("云 川 县 2 0 2 2 年 政 府 信 息 公 开 工 作 年 度 报 告", "云川县");
    expect_title("云川县自然资源局\n2022年政府信息公开工作年度报告", "云川县自然资源局");
    expect_title("云川县自然资源局\n2022年度\n政府信息公开工作年度报告", "云川县自然资源局");
    expect_title("云川县人民政府\n关于2022年度政府信息\n公开工作年度报告", "云川县人民政府");
    expect_title("首页 > 政务公开\n云川县2022年政府信息公开工作年度报告\n字号：[大 中 小]", "云川县");
}

static void expect_period(const char *intro, const char *from, const char *to)
{
    struct nb_report *report = report_of(title, intro, "@、%", official, signature);
    expect_string(intro, report->period_from, from);
    expect_string(intro, report->period_to, to);
    nb_report_free(report);
}

static void test_periods(void)
{
    expect_period("所列数据的统计期限自2022年1月1日起，至2022年12月31日止。", "2022-01-01", "2022-12-31");
    expect_period("统计时间为2022年1月1日—12月31日。", "2022-01-01", "2022-12-31");
    expect_period("数据统计期限：2022.1.1-2022.12.31。", "2022-01-01", "2022-12-31");
    expect_period("本报告所列数据为2022年度（2022年1月1日到2022年12月31日）。", "2022-01-01", "2022-12-31");
    expect_period("本报告未说明期限。", "", "");
}

static void expect_signature(const char *end, const char *by, const char *date)
{
    struct nb_report *report = report_of(title, preamble, "@、%", official, end);
    expect_string(end, report->signed_by, by);
    expect_string(end, report->signed_date, date);
    nb_report_free(report);
}

static void test_signatures(void)
{
    static const char office[] = "云川县人民政府办公室";
    expect_signature("云川县人民政府办公室\n2023年1月20日", office, "2023-01-20");
    expect_signature("云川县人民政府办公室\n2023 年 1 月 20 日", office, "2023-01-20");
    expect_signature("云川县人民政府办公室\n二〇二三年一月二十日", office, "2023-01-20");
    expect_signature("云川县人民政府办公室\n二○二三年十二月三十一日", office, "2023-12-31");
    expect_signature("云川县人民政府办公室\n二Ｏ二三年十月十日", office, "2023-10-10");
    expect_signature("云川县人民政府办公室　　2023年1月20日", office, "2023-01-20");
    expect_signature("云川县人民政府办公室\n2023年1月20日\n（此件公开发布）\n打印本页", office, "2023-01-20");
    expect_signature("", "", "");
    expect_signature("政府信息公开工作年度报告2023年1月20日\n", "", "");
}

static void test_page_dates(void)
{
    struct nb_report *report = report_of("云川县2022年政府信息公开工作年度报告\n发布日期：2023-01-21 10:20 "
                                         "来源：云川县\n更新时间：2023年1月25日",
                                         preamble, "@、%", official, signature);
    expect_string("published", report->published, "2023-01-21");
    expect_string("updated", report->updated, "2023-01-25");
    CU_ASSERT_PTR_NOT_NULL(report->furniture);
    nb_report_free(report);
}

/* A table of contents is no article; what is said behind it is said in the preamble. */
static void test_contents(void)
{
    char intro[SAMPLE_SIZE] = "目录";
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六"};
    for (int i = 0; i < 6; i++)
        strcat(strcat(strcat(strcat(intro, "\n"), numerals[i]), "、"), official[i]);
    strcat(strcat(intro, "\n"), preamble);
    struct nb_report *report = report_of(title, intro, "@、%", official, signature);
    size_t articles = 0;
    for (const struct nb_article *article = report->articles; article; article = article->next)
        articles++;
    CU_ASSERT_EQUAL(articles, 6);
    expect_string("period", report->period_from, "2022-01-01");
    nb_report_free(report);
}

int add_metadata_tests(void)
{
    CU_TestInfo tests[] = {
        {"headings and roles", test_headings},
        {"titles", test_titles},
        {"periods", test_periods},
        {"signatures", test_signatures},
        {"page dates", test_page_dates},
        {"table of contents", test_contents},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"metadata", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
