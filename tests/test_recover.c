/* test_recover.c - values whose columns are lost are placed by the form's arithmetic, and a cell that
 * contradicts it is named. */
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row of seven cells whose columns are not printed. */
#define GRANTED(values, expected) APPLICATIONS("(一)予以公开\n" values "\n", "granted " expected)
/* Received 4 + carried in 0 = outcomes 3 + carried out 1, in each column: rows that know their columns tell
 * the others theirs. */
#define CONSISTENT(total)                                                                                                                    \
    "一、本年新收政府信息公开申请数量\n3\n0\n0\n0\n1\n0\n4\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0" \
    "\n0\n0\n"                                                                                                                               \
    "三、本年度办理结果\n(一)予以公开\n2\n0\n0\n0\n1\n0\n3\n(七)总计\n" total                                                                \
    "\n四、结转下年度继续办理\n1\n0\n0\n0\n0\n0\n1\n"

static const struct sample_case cases[] = {
    /* Three values, the last the total: 5 + 2 = 7 fits wherever 5 and 2 stand, so only the total is certain.
     */
    GRANTED("5\n2\n7", "5a 2a . . . . 7p"),
    GRANTED("7", ". . . . . . 7a"),
    GRANTED("7\n7", "7a . . . . . 7p"),
    GRANTED("1\n1\n1\n1\n1\n5", "1a 1a 1a 1a 1a . 5p"),
    GRANTED("3\n1\n4\n2\n1\n12", "3a 1a 4a 2a 1a . 12a"), /* no sum holds; an empty total would break none */
    APPLICATIONS(CONSISTENT("2\n1\n3"),
                 "outcome_total 2p . . . 1p . 3p; cell-placed: some; cell-ambiguous: 0"),
    /* Two values in one: nothing in it stands as given. */
    APPLICATIONS(CONSISTENT("2\n0\n0\n01\n0\n3"), "outcome_total 2p 0a 0a . 1p 0p 3p"),
    /* Where cells are lost, values under strange words may be those of the row before, or of the next if its
       label is lost. */
    APPLICATIONS("(一)予以公开\n(续表)\n3\n4\n7\n(二)部分公开\n1\n0\n0\n0\n0\n0\n1\n",
                 "cell-ambiguous: some"),
    APPLICATIONS("二、上年结转政府信息公开申请数量\n5\n5\n(一)予以公开\n3\n1\n4\n0\n1\n5\n6\n"
                 "(三)不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n",
                 "label-lost: some"),
    /* Columns half a column off their labels: by its places one row has a number where all the others have
     * none, by the sums the others stand in the column before it, or it in theirs. */
    APPLICATIONS("                              自然人       商业企业     科研机构     社会公益组织 "
                 "法律服务机构 其他         总计\n"
                 "一、本年新收政府信息公开申请数量    29                        13           7               "
                 "                       49\n"
                 "二、上年结转政府信息公开申请数量                 3            1                            "
                 "                       4\n"
                 "（一）予以公开                                   18           8            5               "
                 "                       31\n"
                 "（二）部分公开                                   5                                         "
                 "                       5\n"
                 "1．属于国家秘密                                  1            2                            "
                 "                       3\n"
                 "4．保护第三方合法权益                            4                                         "
                 "                       4\n"
                 "1．本机关不掌握相关政府信息                      1            1                            "
                 "                       2\n"
                 "1．信访举报投诉类申请                            3            3            2               "
                 "                       8\n"
                 "（七）总计                                       32           14           7               "
                 "                       53\n"
                 "四、结转下年度继续办理                                                                     "
                 "                       0\n",
                 "received 29a 13a 7a . . _ 49p; granted 18a 8a 5a . . _ 31p"),
    /* A value between two columns, nearer to the second. Its row adds up in both; if no other sum tells, it
     * stands where it is nearer, and what may be its own is not empty. */
    APPLICATIONS("                              自然人       商业企业     科研机构     社会公益组织 "
                 "法律服务机构 其他         总计\n"
                 "一、本年新收政府信息公开申请数量    ?             0            0            0            0 "
                 "           0            ?\n"
                 "二、上年结转政府信息公开申请数量    0             0            0            0            0 "
                 "           0            0\n"
                 "（一）予以公开                      1             0            0            0            0 "
                 "           0            1\n"
                 "（二）部分公开                                           2                                 "
                 "                       2\n"
                 "（七）总计                          ?             0            0            0            0 "
                 "           0            ?\n"
                 "四、结转下年度继续办理              0             0            0            0            0 "
                 "           0            0\n",
                 "partly_granted _ . 2a _ _ _ 2"),
    /* Totals whose digits a blank parts fail in their rows; in others the same numbers may stand a column
     * off, which no sum of theirs tells, and so say their places. */
    APPLICATIONS(
        "   （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）     申请人情况\n"
        "                                          自然人 法人或其他组织                     总计\n"
        "                                              商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        "   一、本年新收政府信息公开申请数量                       656 364       318           497 1 835\n"
        "   二、上年结转政府信息公开申请数量                       10            33            35  78\n"
        "   三、本年度办理结果 （一）予以公开                      30  241                     45  316\n"
        "                     2.其他法律行政法规禁止公开       204                             204\n"
        "                     5.属于三类内部事务信息         116 97                          213\n"
        "                     8.属于行政查询事项           290                         166 456\n"
        "                     3.补正后申请内容仍不明确        10                          316 326\n"
        "                     5.要求行政机关确认或重新出具已获取信息 16            351               367\n"
        "             （七）总计                        666 338       351           527 1 882\n"
        "   四、结转下年度继续办理                                26                      5   31\n",
        "carried_in 10 _ _ 33 35a . 78p"),
    /* A row alone on its page draws the columns to its values: what is between two is doubted. */
    REVIEW("                  行政复议                                               行政诉讼\n"
           "       结果    结果     其他      尚未                  未经复议直接起诉                         "
           "     复议后起诉\n"
           "      维持     纠正    结果      审结     总计    结果     结果      其他      尚未   总计     "
           "结果     结果       其他 "
           "    尚未   总计\n"
           "                                         维持     纠正     结果     审结           维持      "
           "纠正    结果       审结\n"
           "                                                         1       1       2\n",
           "litigation_direct 1a 1a 2a . .; cell-ambiguous: some"),
    /* A value too many beside another, and one too few further on: as many as columns, but they do not stand
       in theirs. */
    APPLICATIONS("                              自然人       商业企业     科研机构     社会公益组织 "
                 "法律服务机构 其他         总计\n"
                 "一、本年新收政府信息公开申请数量    2             0            0            0            0 "
                 "           0            2\n"
                 "二、上年结转政府信息公开申请数量    0             0            0            0            0 "
                 "           0            0\n"
                 "（一）予以公开                      2             0            0            0            0 "
                 "           0            2\n"
                 "1．属于国家秘密                     0      0      0            0                         0 "
                 "           0            0\n"
                 "2．重复申请                         0             0            0            0            0 "
                 "           0            0\n"
                 "（七）总计                          2             0            0            0            0 "
                 "           0            2\n",
                 "cell-ambiguous: some"),
    /* A row that stands alone: any of its cells could be the wrong one. The sum is reported, no cell is
       accused. */
    APPLICATIONS("(一)予以公开\n2\n0\n0\n0\n1\n0\n4\n",
                 "granted 2p 0p 0p 0p 1p 0p 4p; row-total: 1; likely-typo: 0"),
};

static void test_cases(void)
{
    sample_check(cases, sizeof cases / sizeof *cases);
}

static void expect(const struct nb_report *report, const char *row, const char *expected)
{
    char buffer[SAMPLE_SIZE];
    const char *found = sample_cells(report, "applications", row, buffer);
    if (strcmp(found, expected) != 0)
        printf("\n%s gives %s, not %s", row, found, expected);
    CU_ASSERT_STRING_EQUAL(found, expected);
}

/* One digit wrong breaks its row and its column: where they cross stands the cell, and what it should say. */
static void expect_suspect(const char *granted, const char *expected, const char *should)
{
    const char *const changes[] = {"received",    "2 0 0 0 21 0 23", "granted",
                                   granted,       "outcome_total",   "2 0 0 0 20 0 22",
                                   "carried_out", "0 0 0 0 1 0 1",   NULL};
    struct nb_report *report = sample_full_applications(changes);
    expect(report, "granted", expected);
    const struct nb_finding *finding = sample_finding(report, "likely-typo");
    CU_ASSERT_PTR_NOT_NULL(finding);
    if (finding) {
        CU_ASSERT_STRING_EQUAL(finding->suggestion, should);
        CU_ASSERT_STRING_EQUAL(finding->cells[0].row, "granted");
    }
    CU_ASSERT_EQUAL(sample_findings(report, "likely-typo"), 1);
    nb_report_free(report);
}

static void test_suspects(void)
{
    expect_suspect("9 0 0 0 20 0 22", "9! 0p 0p 0p 20p 0p 22p", "2");    /* a digit */
    expect_suspect("2 0 0 0 200 0 22", "2p 0p 0p 0p 200! 0p 22p", "20"); /* one too many */
    expect_suspect("2 0 0 0 2 0 22", "2p 0p 0p 0p 2! 0p 22p", "20");     /* one missing */
    expect_suspect("2 0 0 0 02 0 22", "2p 0p 0p 0p 2! 0p 22p", "20");    /* swapped */
    expect_suspect("2 0 0 0 20 0 28", "2p 0p 0p 0p 20p 0p 28!", "22");   /* the total */
    expect_suspect("2 0 5 0 20 0 22", "2p 0p 5! 0p 20p 0p 22p", "0");
}

/* Two slips in different rows and columns are two suspects. */
static void test_two_slips(void)
{
    const char *const changes[] = {"received",
                                   "2 0 0 0 1 0 3",
                                   "granted",
                                   "9 0 0 0 1 0 3",
                                   "outcome_total",
                                   "2 0 0 0 1 0 3",
                                   "unavailable.not_held",
                                   "0 0 0 4 0 0 0",
                                   NULL};
    struct nb_report *report = sample_full_applications(changes);
    expect(report, "granted", "9! 0p 0p 0p 1p 0p 3p");
    expect(report, "unavailable.not_held", "0p 0p 0p 4! 0p 0p 0p");
    CU_ASSERT_EQUAL(sample_findings(report, "likely-typo"), 2);
    nb_report_free(report);
}

/* Nothing wrong, nothing said. */
static void test_consistent(void)
{
    const char *const changes[] = {"received",      "2 0 0 0 1 0 3", "granted", "2 0 0 0 1 0 3",
                                   "outcome_total", "2 0 0 0 1 0 3", NULL};
    struct nb_report *report = sample_full_applications(changes);
    CU_ASSERT_EQUAL(sample_findings(report, "row-total") + sample_findings(report, "outcome-total") +
                        sample_findings(report, "balance") + sample_findings(report, "likely-typo"),
                    0);
    nb_report_free(report);
}

/* A value between two columns, nearer to the second. Its row adds up in both; if no other sum tells, it
 * stands where it is nearer, and what may be its own is not empty. */
/* The whole table set in columns, 0 in each cell but for rows that `changes` has. */
static struct nb_report *measured_applications(const char *const changes[])
{
    const struct nb_form_table *table = &nb_form_find("2021")->tables[1];
    char text[8 * SAMPLE_SIZE] = "";
    int at = snprintf(text, sizeof text, "%50s%s\n", "",
                      "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计");
    for (size_t r = 0; r < table->row_count; r++) {
        const char *values = "0         0         0           0             0         0     0",
                   *label = table->rows[r].label;
        int wide = 0;
        for (const char *const *change = changes; *change; change += 2)
            values = strcmp(change[0], table->rows[r].id) == 0 ? change[1] : values;
        for (const char *byte = label; *byte; byte++)
            wide += (*byte & 0xC0) != 0x80;
        at += snprintf(text + at, sizeof text - (size_t)at, "%s%*s%s\n", label, 50 - wide, "", values);
    }
    return sample_applications(text);
}

/* No place of a value brings the sums about: the rows that were placed may be wrong as well, and what seems
 * to be empty in them may be where their numbers belong. */
static void test_no_way(void)
{
    const char *const changes[] = {"received",
                                   "0         2         0           0             3         0     5",
                                   "outcome_total",
                                   "0         2         0           0             3         0     5",
                                   "granted",
                                   "3                                                             3",
                                   "partly_granted",
                                   "               2                                             2",
                                   NULL};
    struct nb_report *report = measured_applications(changes);
    bool named = false;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        for (size_t c = 0; strcmp(finding->rule->name, "cell-ambiguous") == 0 && c < finding->cell_count; c++)
            named |= strcmp(finding->cells[c].row, "granted") == 0;
    CU_ASSERT_TRUE(named);
    expect(report, "granted", "3 . . . . . 3");
    nb_report_free(report);
}

/* A number beside the place of a sum that its row does not print, though others do: it is that sum. */
static void test_lacking_total(void)
{
    const char *const changes[] = {"granted", "3                                                         3",
                                   "outcome_total", "", NULL};
    struct nb_report *report = measured_applications(changes);
    expect(report, "granted", "3a . _ _ _ _ 3p");
    nb_report_free(report);
}

/* Every row has lost cells in the way that leaves most placements: the search ends, and nothing stands as
 * given. */
static void test_bound(void)
{
    static const char *const labels[] = {"一、本年新收政府信息公开申请数量",
                                         "二、上年结转政府信息公开申请数量",
                                         "(一)予以公开",
                                         "(二)部分公开",
                                         "1.属于国家秘密",
                                         "1.本机关不掌握相关政府信息",
                                         "2.重复申请",
                                         "(七)总计",
                                         "四、结转下年度继续办理"};
    char table[SAMPLE_SIZE] = "", buffer[SAMPLE_SIZE];
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        strcat(strcat(table, labels[i]), "\n1\n1\n1\n3\n");
    struct nb_report *report = sample_applications(table);
    const char *cells = sample_cells(report, "applications", "denied.state_secret", buffer);
    CU_ASSERT_PTR_NOT_NULL(strstr(cells, "1a"));
    size_t named = 0;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        named += strcmp(finding->rule->name, "cell-ambiguous") ? 0 : finding->cell_count;
    CU_ASSERT_TRUE(named >= 9 * 7);
    nb_report_free(report);
}

static void test_fill(void)
{
    struct nb_report *report = sample_report(
        "云川县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "(一)予以公开\t2\t0\t0\t0\t1\t0\t\n(二)部分公开\t\t0\t0\t0\t1\t0\t\n(七)总计\t2\t0\t0\t0\t1\t0\t3\n",
        true);
    expect(report, "granted", "2p 0p 0p 0p 1p 0p 3d");
    expect(report, "partly_granted", "_ 0p 0p 0p 1p 0p _"); /* two are lost: neither is determined */
    nb_report_free(report);
    report = sample_report("云川县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
                           "(一)予以公开\t2\t0\t0\t0\t1\t0\t?\n",
                           true);
    const struct nb_row *row = nb_table_find(report, "applications")->rows;
    while (strcmp(row->form->id, "granted") != 0)
        row = row->next;
    expect(report, "granted", "2p 0p 0p 0p 1p 0p 3d");
    CU_ASSERT_STRING_EQUAL(row->cells[6].raw, "?"); /* what is printed stays */
    nb_report_free(report);
}

int add_recover_tests(void)
{
    CU_TestInfo tests[] = {
        {"cases", test_cases},
        {"a consistent table", test_consistent},
        {"suspects", test_suspects},
        {"two slips", test_two_slips},
        {"sums that no way brings about", test_no_way},
        {"a sum beside its place", test_lacking_total},
        {"bound of the search", test_bound},
        {"fill", test_fill},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"recover", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
