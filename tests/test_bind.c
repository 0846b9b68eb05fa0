/* test_bind.c - printed cells find their rows and columns (forms/bind.c and its parts), and numbers their
 * values. */
#include "bind.h"
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

/* All cells of the table on reviews, below the labels of its columns, and what its first row and its last
 * are. */
#define ACROSS(cells, first, last)                                                                           \
    REVIEW("结果维持 结果纠正 其他结果 尚未审结 总计\n" cells "\n五、存在的主要问题及改进情况\n",            \
           "reconsideration " first "; litigation_after_review " last)
#define OUTCOMES_CELLS "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
#define OUTCOMES_TABS "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
#define OUTCOMES_BARS "结果维持|结果纠正|其他结果|尚未审结|总计|"
#define OUTCOMES_COMMAS "结果维持,结果纠正,其他结果,尚未审结,总计,"
#define OUTCOMES "<tr>" OUTCOMES_CELLS
/* A label that the form does not have, among those whose order alone is known. */
#define EXTRA(label, first, second, expected)                                                                \
    APPLICATIONS("申请人情况\n自然人\n法人或其他组织\n总计\n" label                                          \
                 "\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"            \
                 "一、本年新收政府信息公开申请数量\n" first "\n二、上年结转政府信息公开申请数量\n" second    \
                 "\n",                                                                                       \
                 "received " expected "; column-unknown: 1")
#define TORN(label)                                                                                                                          \
    "（勾稽关系）\t申请人情况\n自然人\t法人或其他组织\t总计\t" label                                                                         \
    "\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"                                                         \
    "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\t9\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0" \
    "\t0\t0\t0\t7\n"
/* Two tables below their captions, of which one is taken. */
#define REGULATIONS(number)                                                                                  \
    "\n\n|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|规章|" number                        \
    "||3|\n|行政规范性文件||||\n\n"
#define FIRST_TAKEN(first, second)                                                                           \
    DISCLOSURE(first REGULATIONS("1") second REGULATIONS("2"), "regulations 1 _ 3; table-repeated: 1")
#define SECOND_TAKEN(first, second)                                                                          \
    DISCLOSURE(first REGULATIONS("1") second REGULATIONS("2"), "regulations 2 _ 3; table-repeated: 1")
#define RECORDS(received, granted)                                                                           \
    "*** 1. row ***\n项目: 一、本年新收政府信息公开申请数量\n自然人: " received "\n总计: " received          \
    "\n*** 2. row ***\n项目: （一）予以公开\n自然人: " granted "\n总计: " granted "\n"
#define COUNTED_HEAD                                                                                         \
    "| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
#define LEFT_HEAD                                                                                            \
    "| （勾稽关系） | | | 申请人情况 | | | | | | |\n|---|---|---|---|---|---|---|---|---|---|\n"  \
    "| 自然人 | 法人或其他组织 | | | | | 总计 | | | |\n"                                         \
    "| | 商业企业 | 社会公益组织 | 科研机构 | 法律服务机构 | 其他 | | | | |\n"
#define CORNERED_HEAD                                                                                                       \
    "<table><tr><td rowspan=3 colspan=3>项目<td colspan=7>申请人情况<tr><td rowspan=2>自然人"                     \
    "<td colspan=5>法人或其他组织<td rowspan=2>总计<tr><td>商业企业<td>科研机构<td><td>法律服务机构" \
    "<td>其他"
#define LEFT_PART                                                                                                          \
    "| 项目 | 自然人 | 商业企业 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 4 | 3 |\n" \
    "| 二、上年结转政府信息公开申请数量 | 1 | 0 |\n| （一）予以公开 | 3 | 1 |\n"
#define FIRST_ROW "| 一、本年新收政府信息公开申请数量 | | | 5 | 1 | 2 | | 3 | | 11 |\n"

#define NAMELESS(rows)                                                                                                      \
    "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"    \
    "|---|---|---|---|---|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 5 | 2 | 0 | 0 | 0 | 0 | 7 |\n" \
    "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n" rows                                               \
    "| 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"

static const struct sample_case cases[] = {
    DISCLOSURE("规章\n4\n1\n37\n", "regulations 4p 1p 37p"),
    DISCLOSURE("规章 4 1 37\n", "regulations 4p 1p 37p"),
    DISCLOSURE("规章\n0\n0\n0\n0\n", "regulations 0p 0p 0p"), /* whichever is one too many */
    DISCLOSURE("规章\n0\n0\n0\n/\n", "regulations 0p 0p 0a"), /* which may be the last */
    DISCLOSURE("规章 | 4 | 1 | 37 |\n", "regulations 4p 1p 37p"),
    DISCLOSURE("规章\t4\t\t37\n", "regulations 4p _ 37p"),
    DISCLOSURE("规章 | 4 | / | — |\n", "regulations 4p / /"),
    DISCLOSURE("规章 | 约为4 | ○ | ≈37 |\n行政规范性文件 | 大约3 | ~2 | 2 |\n",
               "regulations 4p 0p 37p; normative_documents 3p 2p 2p"),
    DISCLOSURE("规章 | 4 | 无 | 3O |\n", "regulations 4p / '3O'?"),
    /* A label of older statistics, however often it is printed, does not tell against the year. */
    DISCLOSURE("|信息内容|处理决定数量|单位|\n|-|-|-|\n|行政许可|3|件|\n|信息内容|处理决定数量|单位|\n"
               "|行政处罚|4|件|\n",
               "licensing 3; penalty 4; column-unknown: 2"),
    /* Digits that blanks part are one number where the rows are as long as each other then; not where zeros
       stand so too. */
    DISCLOSURE("规章  1 8 4  2 1  3\n行政规范性文件  7  1 0  4 4 1\n",
               "regulations 184p 21p 3p; normative_documents 7p 10p 441p"),
    DISCLOSURE("规章  1 842  21  3\n行政规范性文件  7  10  4 410\n",
               "regulations 1842p 21p 3p; normative_documents 7p 10p 4410p"),
    DISCLOSURE("规章  0  98  6 124\n行政规范性文件  0  1  24\n", /* one blank may part a value too many */
               "regulations 0p 98a 6a; normative_documents 0p 1p 24p"),
    DISCLOSURE("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 3 104 0\n行政规范性文件 4 164 0\n",
               "regulations 3 104 0; normative_documents 4 164 0"), /* as many as labels */
    /* A note below the values is no label of their row, over which labels would have moved. */
    REVIEW("行政复议,,,,,行政诉讼,,,,,,,,,,,,,\n" OUTCOMES_COMMAS
           "未经复议直接起诉,,,,,,,,复议后起诉,,,,,\n,,,,,结果维持,,,结果纠正,,其他结果,尚未审结,"
           "总计," OUTCOMES_COMMAS "\n,,3,0,3,1,,,,,,,1,2,,,,2,\n说明：由科室填报,,,,,,,,,,,,,,,,,,\n",
           "reconsideration _ _ 3 0 3; litigation_direct 1 _ _ _ 1; litigation_after_review 2 _ _ _ 2"),
    /* Beside a number in a column without a label no cell was seen empty. */
    DISCLOSURE("|信息内容| |上一年项目数量|本年增/减|处理决定数量|\n|-|-|-|-|-|\n|行政处罚|7|7|1|0|\n"
               "|行政强制|8| |-2|5|\n",
               "penalty 7 1 0; coercion . -2a 5a; cell-ambiguous: 1"),
    /* A label ends with its unit, wherever lines break it. */
    DISCLOSURE("信息内容\n本年制发件数\n（件\n）\n本年\n废止件数（件）\n现\n行有效件数（件）\n规章 1 2 3\n"
               "行政规范性文件 4 5 6\n",
               "regulations 1[件] 2[件] 3[件]; normative_documents 4[件] 5[件] 6[件]"),
    DISCLOSURE("信息内容,本年制发件数(件),\"本年废止件数(\n件)\",现行有效件数(件)\n规章,1,2,"
               "3\n行政规范性文件,4,5,9\n",
               "regulations 1 2 3; normative_documents 4 5 9"),
    DISCLOSURE("信息内容 采购项目数量\n采购总金额（单位：元\n）\n政府集中采购 1 20\n",
               "procurement 1 20[元]"),
    /* Cells as paragraphs: a heading right before a line that is a label by itself is no part of its cell. */
    APPLICATIONS("三、收到和处理\n自然人\n\n\t\n总计\n\n四、结转下年度继续办理\n\n\t\n1\n\n\t\n3\n\n",
                 "carried_out 1 . . . . . 3"),
    /* A head is printed again below another's only up to a row without labels of columns. */
    REPORT("某县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（八）项\n信息内容|"
           "上一年项目数量|本年增/减\n行政事业性收费| |\n第二十条第（九）项\n信息内容|采购项目数量|"
           "采购总金额\n政府集中采购|1|2\n",
           "fees _ _; procurement 1 2"),
    /* A cell below the label of a column is that column's, though as many values stand behind it. */
    DISCLOSURE("|信息内容|本年处理决定数量| |\n|-|-|-|\n|行政处罚|182| |\n|行政强制| |52|\n",
               "penalty 182; coercion 52p; cell-count: 1"),
    REVIEW("|案件|||||行政诉讼||||||||||\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
           "|未经复议直接起诉|||||复议后起诉||||||||||\n|" OUTCOMES_BARS OUTCOMES_BARS OUTCOMES_BARS
           "\n|1|2|3|4|10|5|6|7|8|26|9|0|0|0|9|\n",
           "litigation_direct 1a 2a 3a 4a 10a; litigation_after_review 5a 6a 7a 8a 26a"),
    /* Labels over columns that print nothing have not moved, though words beside rows be repeated. */
    APPLICATIONS("|（勾稽关系）|||申请人情况||||||||\n|-|-|-|-|-|-|-|-|-|-|-|\n||||自然人|法人或其他组织|||||"
                 "总计|说明|\n"
                 "|||||商业企业|科研机构|社会公益组织|法律服务机构|其他|||\n"
                 "||（四）无法提供|1.本机关不掌握相关政府信息||||||||当面答复|\n|||2."
                 "没有现成信息需要另行制作||||||||当面答复|\n"
                 "|||3.补正后申请内容仍不明确|||||||||\n||（五）不予处理|1.信访举报投诉类申请||||||||无|\n",
                 "unavailable.not_held _ _ _ _ _ _ _; unavailable.needs_creation _ _ _ _ _ _ _"),
    /* Words in a row of labels that has moved over those of rows are the label of a column. */
    APPLICATIONS(
        "|（勾稽关系）|||申请人情况|||||||\n|-|-|-|-|-|-|-|-|-|-|\n|公民|法人或其他组织|||||末列|||\n"
        "||商业企业|科研机构|社会公益组织|法律服务机构|其他||||\n"
        "|一、本年新收政府信息公开申请数量|||8|18|29|0|25|3|83|\n"
        "|二、上年结转政府信息公开申请数量|||3|0|0|1|0|0|4|\n",
        "received . 18 29 0 25 3 .; carried_in . 0 0 1 0 0 ."),
    /* A tab before each line begins no cell. */
    REVIEW("\t行政复议\t行政诉讼\n\t未经复议直接起诉\t复议后起诉\n\t" OUTCOMES_TABS "\t" OUTCOMES_TABS
           "\t" OUTCOMES_TABS "\n\t\t\t1\t4\t5\t5\t2\t4\t2\t13\t\t\t\t\t\n",
           "reconsideration _ _ 1 4 5; litigation_direct 5 2 4 2 13; litigation_after_review _ _ _ _ _"),
    /* What says what the labels of rows are stands over them, however far a value too many stands behind. */
    REPORT("云川县2019年政府信息公开工作年度报告,,,,,,,,,\n"
           "二、主动公开政府信息情况,,,,,,,,,\n"
           "第二十条第(六)项,,,,,,,,,\n"
           "信息内容,,上一年项目数量,,,本年增/减,处理决定数量,,,\n"
           "行政处罚,,0,,,+2935,—,,,\n"
           "行政强制,,343,,,+13655,—,,73,\n",
           "penalty 0 2935 /; cell-count: 1"),
    /* Where one row of labels has moved, and another has not, they stand as they are printed. */
    APPLICATIONS("（勾稽关系） || || || 自然人 || 法人或其他组织 || || || || || 总计\n"
                 "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | | | |\n"
                 "一、本年新收政府信息公开申请数量 | | | 8 | 18 | 29 | 0 | 25 | 3 | 83\n"
                 "二、上年结转政府信息公开申请数量 | | | 3 | 0 | 0 | 1 | 0 | 0 | 4\n",
                 "received 8 18 29 0 25 3 83; carried_in 3 0 0 1 0 0 4"),
    /* What spans columns is, beside them, a column whose own label is left empty. */
    APPLICATIONS("|项目|自然人|法人或其他组织-商业企业|法人或其他组织-科研机构|法人或其他组织-社会公益组织|"
                 "法人或其他组织-|法人或其他组织-其他|总计|\n|-|-|-|-|-|-|-|-|\n"
                 "|一、本年新收政府信息公开申请数量|4|1|2|3|5|6|21|\n"
                 "|二、上年结转政府信息公开申请数量|1|0|0|0|2|0|3|\n",
                 "received 4 1 2 3 . 6 21; carried_in 1 0 0 0 . 0 3"),
    /* What stands over a row is set before its label, as it were a remark in brackets behind the other. */
    APPLICATIONS("项目                             自然人  商业企业  科研机构  社会公益组织  法律服务机构  "
                 "其他  总计\n"
                 "一、本年新收政府信息公开申请数量   8       1         2         3             4             "
                 "5     23\n"
                 "三、本年度办理结果/（一）予以公开  7       0         2         3             4             "
                 "0     16\n"
                 "三、本年度办理结果/（七）总计      7       0         2         3             4             "
                 "0     16\n"
                 "四、结转下年度继续办理             1       1         0         0             0             "
                 "5     7\n",
                 "received 8 1 2 3 4 5 23; granted 7 0 2 3 4 0 16; outcome_total 7 0 2 3 4 0 16; "
                 "carried_out 1 1 0 0 0 5 7"),
    /* A row of labels that has lost what spans it from above lies too far to the left. */
    REVIEW("<table><tr><th colspan=5>行政复议<th colspan=10>行政诉讼<tr><th colspan=5>未经复议直接起诉"
           "<th colspan=5>复议后起诉<th><th><th><th><th>" OUTCOMES OUTCOMES_CELLS OUTCOMES_CELLS
           "<tr><td>1<td>2<td>3<td>4<td>10<td>5<td>6<td>7<td>8<td>26<td>9<td>0<td>0<td>0<td>9</table>\n",
           "reconsideration 1 2 3 4 10; litigation_direct 5 6 7 8 26; litigation_after_review 9 0 0 0 9"),
    /* Where rows have no labels, those of columns stand over none, though the first column is empty. */
    REVIEW("| 行政复议 | | | | | | | 行政诉讼 | | | | | | | | | | | |\n"
           "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | | | 总计 | 未经复议直接起诉 | | | | | | 复议后起诉 "
           "| | | | | |\n"
           "| | | | | | | | 结果维持 | 结果纠正 | 其他结果 | | 尚未审结 | 总计 | 结果维持 | 结果纠正 | "
           "其他结果 | | "
           "尚未审结 | 总计 |\n|-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-|\n"
           "| | 0 | 0 | | | | 0 | 0 | 0 | 11 | | 0 | 11 | 0 | 4 | 0 | | 2 | 6 |\n",
           "reconsideration _ 0 0 _ 0; litigation_direct 0 0 11 0 11; litigation_after_review 0 4 0 2 6"),
    /* What stands in one row of labels with 法人或其他组织 is none of its columns. */
    APPLICATIONS("自然人 法人或其他组织 小计 其他 总计\n"
                 "商业企业 科研机构 法律服务机构\n"
                 "一、本年新收政府信息公开申请数量 4 2 3 1 6 5 15\n"
                 "二、上年结转政府信息公开申请数量 1 - 2 - 2 1 4\n"
                 "（一）予以公开 3 7 - 2 9 - 12\n"
                 "（二）部分公开 - 1 2 4 7 8 15\n",
                 "received 4 2 3 . 1 5 15; carried_in 1 / 2 . / 1 4; granted 3 7 / . 2 / 12; "
                 "partly_granted / 1 2 . 4 8 15"),
    /* Where rows are not printed it may be; what the form's nesting makes of the order is doubted where the
       sums of most rows deny it; a dash counts for nothing in them. */
    APPLICATIONS(
        "自然人\n"
        "法人或其他组织\n小计\n其他\n总计\n商业企业\n科研机构\n"
        "法律服务机构\n"
        "一、本年新收政府信息公开申请数量\n4\n2\n3\n1\n6\n5\n15\n"
        "二、上年结转政府信息公开申请数量\n1\n-\n2\n-\n2\n1\n4\n"
        "（一）予以公开\n3\n7\n-\n2\n9\n-\n12\n"
        "（二）部分公开\n-\n1\n2\n4\n7\n8\n15\n",
        "received 4a 3a 1a . 6a 2a 15a; carried_in 1a 2a '-'a . 2a '-'a 4a; granted 3a '-'a 2a . 9a 7a 12a; "
        "partly_granted '-'a 2a 4a . 7a 1a 15a"),
    /* What the label of another column parts from the others below 法人或其他组织 may stand beside it, and
       the sums tell no columns of words then. */
    APPLICATIONS(
        "自然人\n法人或其他组织\n备注\n其他\n总计\n商业企业\n科研机构\n社合公益祖织\n法律服务机构\n"
        "一、本年新收政府信息公开申请数量\n4\n2\n3\n1\n6\n-\n5\n21\n二、上年结转政府信息公开申请数量\n"
        "1\n-\n2\n-\n-\n-\n-\n3\n（一）予以公开\n3\n-\n-\n-\n2\n-\n-\n5\n",
        "received 4 1a 6a . 5a 3a 21"),
    /* Behind the label that spans them columns may have short or garbled ones. */
    APPLICATIONS(
        "|自然人|法人或其他组织/"
        "企业|法人或其他组织-科研|法人或其他组织杜会公益组织|法人或其他组织法律服务|总计|\n|-|-|-|-|-|-|\n"
        "|一、本年新收政府信息公开申请数量|4|2|3|1|6|16|\n",
        "received 4 2 3 1 6 . 16; row-label: 4"),
    /* What stands a blank beside a number may be the rest of it: it is no sign of another column. */
    DISCLOSURE("      信息内容       本年制发件数   本年废止件数    现行有效件数\n"
               "   规章                     4            1       1 523\n"
               "   行政规范性文件              7            2          37\n",
               "regulations 4 1 1523"),
    /* a cell a line: several digits in most lines are no rows */
    DISCLOSURE("信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n1 8 4\n2 1\n3\n行政规范性文件\n7 "
               "9\n1 0\n4 4 1\n",
               "regulations 184 21 3; normative_documents 79 10 441"),
    /* an amount printed together denies nothing, nor does a change or a table without labels */
    APPLICATIONS("申请人情况\t自然人\t商业企业\t总计\n一、本年新收政府信息公开申请数量\t1 8\t2 1\t3 9\n"
                 "\n二、主动公开政府信息情况\n信息内容\t本年收费金额(单位:万元)"
                 "\n行政事业性收费\t406\n\n季度\t来电\t来信\n一季度\t80\t31\n二季度\t70\t41\n",
                 "received 18 21 . . . . 39"),
    /* what a row prints alone may be one number or several */
    DISCLOSURE(
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t1 3 9\t\n行政规范性文件\t1\t\t7\n",
        "regulations 1p 3p 9p; cell-count: 1"),
    /* where labels are parted by slashes, values without one between are one */
    DISCLOSURE("信息内容 / 本年制发件数 / 本年废止件数 / 现行有效件数\n规章 / 1 8 4 / 2 1 / "
               "3\n行政规范性文件 / 7 / 1 0 / 4 4 1\n",
               "regulations 184 21 3; normative_documents 7 10 441"),
    DISCLOSURE("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 8 / 2\n行政规范性文件 7 0 / 4\n",
               "regulations 18 / 2"),
    /* An amount printed without blanks does not deny that threes of digits are parted; two digits together
       deny that all are. */
    DISCLOSURE("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1 842\t2 100\t3 "
               "004\n行政规范性文件\t9\t5277\t27\n",
               "regulations 1842 2100 3004; normative_documents 9 5277 27"),
    DISCLOSURE("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1 8\t2 1\t3 0 "
               "4\n行政规范性文件\t9\t16\t2 7\n",
               "regulations '1 8'? '2 1'? '3 0 4'?; normative_documents 9 16 '2 7'?"),
    /* A sign behind one blank shows that it parts cells. */
    DISCLOSURE("规章 10 12 115\n行政规范性文件 130 -13 162\n",
               "regulations 10p 12p 115p; normative_documents 130p -13p 162p"),
    /* With borders a cell belongs to the label above it, and an empty one keeps its place. */
    DISCLOSURE("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t4\t\t37\n", "regulations 4 _ 37"),
    DISCLOSURE("<table>"
               "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
               "<tr><td>规章<td>4<td><td>37</table>",
               "regulations 4 _ 37"),
    /* Rows of which no label is known are those that are left between others, if they are as many. */
    APPLICATIONS(NAMELESS("| 甲 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| 乙 | 0 | 2 | 0 | 0 | 0 | 0 | 2 |\n"),
                 "granted 3p 0p 0p 0p 0p 0p 3p; partly_granted 0p 2p 0p 0p 0p 0p 2p"),
    APPLICATIONS(NAMELESS("| 甲 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| 乙 | 0 | 2 | 0 | 0 | 0 | 0 | 2 |\n"
                          "| 丙 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"),
                 "granted . . . . . . .; row-missing: some"),
    /* Values between two rows that follow each other are not those of a row that is printed nowhere, though
       words stand below them that are no row's. */
    APPLICATIONS(NAMELESS("| （六）其他处理 | | | | | | | |\n| 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                          "| 甲 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| 乙 | | | | | | | |\n"
                          "| （七）总计 | 5 | 2 | 0 | 0 | 0 | 0 | 7 |\n"),
                 "carried_out . . . . . . .; row-unknown: some"),
    /* Words over the labels of rows are no label of the column that has none, though the sums of the rows
       would hold; where most rows are as wide as the labels, and where they are not. */
    APPLICATIONS(CORNERED_HEAD
                 "<tr><td colspan=3>一、本年新收政府信息公开申请数量<td>20<td>9<td>8<td><td>1<td>2<td>40"
                 "<tr><td colspan=3>二、上年结转政府信息公开申请数量<td><td>4<td><td><td><td><td>4"
                 "<tr><td colspan=2>（七）总计<td>14<td>9<td>8<td><td>1<td>2<td>34</table>",
                 "received 20 9 8 . 1 2 40; carried_in _ 4 _ . _ _ 4"),
    APPLICATIONS(CORNERED_HEAD
                 "<tr><td colspan=3>一、本年新收政府信息公开申请数量<td>20<td>9<td>8<td><td>1<td>2<td>40"
                 "<tr><td colspan=2>（七）总计<td>14<td>9<td>8<td><td>1<td>2<td>34</table>",
                 "received 20p 9p 8p . 1p 2p 40p; outcome_total 14p 9p 8p . 1p 2p 34p"),
    /* A number in one cell with the label of its row may be that of the first column. */
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|-|-|-|-|\n| 规章 4 | | 1 | 37 |\n| "
        "行政规范性文件：2件 | | 0 | |\n",
        "regulations . 1a 37a; normative_documents . 0a ."),
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|-|-|-|-|\n| 规章 4 | 3 | 1 | 37 |\n",
        "regulations 3a 1a 37a"),
    DISCLOSURE("| 信息内容 | 本年处理决定数量 |\n|-|-|\n| 行政处罚　１２ | |\n| 行政强制 | 2 |\n",
               "penalty .; coercion 2"),
    APPLICATIONS("| | | 自然人 | 总计 |\n|-|-|-|-|\n| 一、本年新收政府信息公开申请数量 3 | | | 3 |\n",
                 "received . . . . . . 3a"),
    /* A row of empty cells, whose words are half of the label of a row that should stand there, is that row;
     * other words are none. */
    APPLICATIONS("| | 自然人 | 总计 |\n|-|-|-|\n| 7.属于行政执法案卷 | 1 | 1 |\n| 8.厉干行政查徇亊项 | | |\n"
                 "| 1.本机关不掌握相关政府信息 | 1 | 1 |\n",
                 "denied.inquiry _ . . . . . _; row-label: 1"),
    APPLICATIONS("| | 自然人 | 总计 |\n|-|-|-|\n| 7.属于行政执法案卷 | 1 | 1 |\n| 查无此类情形 | | |\n"
                 "| 1.本机关不掌握相关政府信息 | 1 | 1 |\n",
                 "denied.inquiry . . . . . . .; row-label: 0"),
    /* A label that the form does not have is that of the first column of its row, whatever is empty before
       it. */
    APPLICATIONS("\\begin{tabular}{lllllllllll}\n\\multicolumn{3}{l}{\\multirow{3}{*}{（勾稽关系）}} & "
                 "\\multicolumn{8}{l}{申请人情况} \\\\\n& & & \\multirow{2}{*}{自然人} & "
                 "\\multicolumn{6}{l}{法人或其他组织} & \\multirow{2}{*}{总计} \\\\\n& & & & 小计 & 商业企业 "
                 "& 科研机构 & "
                 "社会公益组织 & 法律服务机构 & 其他 "
                 "\\\\\n\\multicolumn{3}{l}{一、本年新收政府信息公开申请数量} & 0 & 4 & ~ & 2 & "
                 "1 & 1 & 0 & 4 \\\\\n\\multicolumn{3}{l}{二、上年结转政府信息公开申请数量} & 0 & 0 & ~ & 0 "
                 "& ~ & 0 & ~ & 0 "
                 "\\\\\n\\end{tabular}\n",
                 "received 0 _ 2 1 1 0 4; carried_in 0 _ 0 _ 0 _ 0"),
    /* One label of another year's form, which may be any word, makes no table of that form. */
    APPLICATIONS("本年度\t3\n", "table-missing: 2; table-unread: 1"),
/* A head that stands again with its labels in another order: programs that lose spans leave such. */
#define AGAIN(labels, expected)                                                                                                        \
    APPLICATIONS(                                                                                                                      \
        "<table><tr><td><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计" \
        "<tr><td>一、本年新收政府信息公开申请数量<td>0<td>0<td>0<td>0<td>0<td>0<td>0<tr><td>" labels                                   \
        "<tr><td>(二)部分公开<td>0<td>0<td><td>0<td><td><td>0</table>",                                                                \
        "received 0 0 0 0 0 0 0; partly_granted " expected)
    AGAIN("<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计",
          "0 0 _ 0 _ _ 0"),
    AGAIN("<td>自然人<td>商业企业<td>总计<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他",
          "0a 0a 0a . . 0a ."),
#undef AGAIN
    /* A label with none of its cells, and a number behind it that is none of them; without one they are
       empty. */
    DISCLOSURE("信息内容\t本年处理决定数量\n行政处罚\n注3\n行政强制\t5\n",
               "penalty .; coercion 5; cell-count: 1"),
    DISCLOSURE("信息内容\t本年处理决定数量\n行政处罚\n行政强制\t5\n", "penalty .; coercion 5; cell-count: 0"),
    /* Of columns with the same label nobody knows which is the form's: neither hides what the other prints.
     */
    APPLICATIONS(
        "<table><tr><td><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计"
        "<td>总计<td>上年<tr><td>一、本年新收政府信息公开申请数量<td>0<td>0<td>0<td>0<td>0<td>1<td>1<td><td>6"
        "</table>",
        "received 0 0 0 0 0 1 1a; cell-ambiguous: 1"),
    /* Numbers in one cell are those of the row's columns, but not where one is torn behind its point. */
    DISCLOSURE("| 信息内容 | 采购项目数量 | 采购总金额(万元) |\n|-|-|-|\n| 政府集中采购 | | 0. 23 |\n",
               "procurement _ '0. 23'?; not-a-number: 1"),
/* A column without a label before all others is one where most rows that print numbers have one in it. */
#define EMPTY_ROW(label) "|" label "||||||||||\n"
    APPLICATIONS("|||||法人或其他组织|||||总计|\n|-|-|-|-|-|-|-|-|-|-|\n"
                 "|||||商业企业|科研机构|社会公益组织|法律服务机构|其他||\n"
                 "|一、本年新收政府信息公开申请数量|||4|0|1|0|0|1|6|\n" EMPTY_ROW(
                     "二、上年结转政府信息公开申请数量") EMPTY_ROW("(一)予以公开") EMPTY_ROW("(二)部分公开"),
                 "received . 0 1 0 0 1 6; column-missing: 1; cell-count: 0"),
#undef EMPTY_ROW
    /* Where empty cells are lost and none has a number, the columns have labels and are not missed. */
    APPLICATIONS("自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n一、本年新收政府信息公"
                 "开申请数量\n"
                 "二、上年结转政府信息公开申请数量\n(一)予以公开\n",
                 "received . . . . . . .; column-missing: 0"),
    /* A value with a unit of amounts stands in a column of amounts. */
    REPORT(
        "云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n采购项目数量\n采购总金额\n"
        "政府集中采购\n377.36万元\n三、收到和处理政府信息公开申请情况\n",
        "procurement . 377.36[万元]p; cell-unit: 0"),
    /* Values that may move are not told apart by being the same if one beside them, in no column of the form,
       is another. */
    APPLICATIONS("\t申请人情况\n自然人\t法人或其他组织\t总计\t法人或其他组织\n商业企业\t科研机构\t社会公益组"
                 "织\t法律服务机构\t小计\n"
                 "一、本年新收政府信息公开申请数量\t79\t305\t6\t8\t24\t422\t343\n"
                 "二、上年结转政府信息公开申请数量\t5\t0\t0\t0\t0\t5\t0\n"
                 "(一)予以公开\t0\t0\t0\t0\t0\t0\t0\n",
                 "carried_in 5 0a 0a 0a 0a . 0a; granted 0 0 0 0 0 . 0"),
    /* Of three rows that are named the values of one are left: they may be any one's. */
    REVIEW("行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n未经复议直接起诉\n复议后起诉\n4\n2\n5"
           "\n22\n",
           "reconsideration 4a 2a 5a 22a .; cell-ambiguous: 1"),
    /* A row of dashes with numbers between is no page's number. */
    REVIEW("行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 "
           "复议后起诉\n"
           "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 "
           "总计\n"
           "—— —— —— —— —— —— —— —— 1 1 —— —— —— —— ——\n",
           "table-unread: 0"),
    /* Rows may end in one empty cell more than others where all have such. */
    DISCLOSURE(
        "| 信息内容 | 本年处理决定数量 | | |\n|-|-|-|-|\n| 行政处罚 | 158 | | |\n| 行政强制 | 171 | |\n",
        "penalty 158; coercion 171; cell-count: 0"),
    /* Words for what stands above them count no rows, though they stand under words as values do under
       labels. */
    APPLICATIONS("同上                              同上  同上                        自然人  法人或其他组织 "
                 " 同上      同上          同上          同上  总计\n"
                 "同上                              同上  同上                        同上    商业企业       "
                 " 科研机构  社会公益组织  法律服务机构  其他  同上\n"
                 "二、上年结转政府信息公开申请数量  同上  同上                        6       1              "
                 " 0         6             0             0     13\n"
                 "同上                              同上  2.其他法律行政法规禁止公开  8       0              "
                 " 0         27            0             0     35\n",
                 "carried_in 6p 1p 0p 6p 0p 0p 13p; denied.forbidden_by_law 8p 0p 0p 27p 0p 0p 35p"),
    /* A head in a table of its own is read with the rows of the next: 项目 over their labels is no column,
       and the empty label is one. */
    /* A part of the table that is drawn wider than its head has the cells of its rows in the head's order. */
    APPLICATIONS(
        "<table><tr><td rowspan=2>项目<td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计"
        "<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他"
        "<tr><td>一、本年新收政府信息公开申请数量<td>3<td><td><td><td>1<td><td>4</table>"
        "<table><tr><td>三、本年度办理结果<td colspan=2>(一)予以公开<td colspan=2>1<td><td><td><td>1<td><td>2"
        "</table>",
        "received 3 _ _ _ 1 _ 4; granted 1 _ _ _ 1 _ 2"),
    APPLICATIONS(
        "<table><tr><td rowspan=2 colspan=3>项目<td rowspan=2>自然人<td colspan=5>法人或其他组织<td "
        "rowspan=2>总计"
        "<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td></table><table>"
        "<tr><td colspan=3>一、本年新收政府信息公开申请数量<td>70<td>27<td>35<td>21<td>3<td>9<td>165"
        "<tr><td>三、本年度办理结果<td colspan=2>(一)予以公开<td>1<td>0<td>27<td>8<td>0<td>8<td>44</table>",
        "received 70 27 35 21 3 . 165; granted 1 0 27 8 0 . 44; column-missing: 1"),
    /* Not all that is more than columns is room: of the first three two are empty. */
    DISCLOSURE("第二十条第(一)项\n信息内容 / 本年制发件数 / 本年废止件数 / 现行有效件数\n规章 / / / 1 / /\n"
               "行政规范性文件 / 17 / 17 / /\n第二十条第(五)项\n信息内容 / 本年处理决定数量\n行政许可 / /\n"
               "第二十条第(六)项\n信息内容 / 本年处理决定数量\n行政处罚 / 3\n",
               "normative_documents 17 17 _; cell-ambiguous: 1"),
    /* A blank may stand before a quoted cell: empty ones are empty. */
    DISCLOSURE("\"信息内容\", \"本年制发件数\", \"\", \"现行有效件数\"\n\"规章\", \"\", \"2\", \"3\"\n"
               "\"行政规范性文件\", \"4\", \"5\", \"\"\n",
               "regulations _ . 3; normative_documents 4 . _; column-unknown: 0"),
    /* A page's number ends no list of rows. */
    DISCLOSURE(
        ".. list-table::\n\n   * - 信息内容\n     - 本年处理决定数量\n   * - 行政处罚\n- 4 -\n     - 27\n"
        "   * - 行政强制\n     - 7\n",
        "penalty 27; coercion 7"),
    /* Behind a caption may stand empty cells: last year's table below it fills no gap of this. */
    APPLICATIONS("行政许可\n3\n总计\n结转下年\n6\n0\n2021年收到和处理政府信息公开申请情况（对比）\n\n \n"
                 "社会公益组织\n法律服务机构\n一、本年新收政府信息公开申请数量\n594\n四、结转下年度继续办理\n"
                 "未结\n\n0\n",
                 "received . . . . . . ."),
    /* Ten thousands are the unit's, in Chinese numerals too; without one they may be the column's. */
    DISCLOSURE("信息内容\t本年收费金额(单位:万元)\n行政事业性收费\t一千零五十万元\n", "fees 1050[万元]"),
    DISCLOSURE("信息内容\t本年收费金额(单位:万元)\n行政事业性收费\t三万\n", "fees '三万'?; not-a-number: 1"),
    /* A number that is broken over lines behind its comma is one; broken elsewhere nobody can tell. */
    DISCLOSURE("<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>37,<br>236<tr><td>行政强制<td>"
               "2,<br>5</table>",
               "penalty 37236; not-a-number: 1"),
    /* A blank may stand between a number and its unit. */
    DISCLOSURE("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 5 件 3 件 2 件\n行政规范性文件 1 2 3\n",
               "regulations 5[件] 3[件] 2[件]; normative_documents 1 2 3"),
    /* Signs and words without a Chinese character go on with no label: they are a cell, and no more is lost.
     */
    DISCLOSURE("信息内容\n本年处理决定数量\n行政处罚\n√\n行政强制\n7\n",
               "penalty '√'?; coercion 7; not-a-number: 1"),
    DISCLOSURE("信息内容\t本年处理决定数量\n行政处罚\tTBD\n行政强制\t7\n",
               "penalty 'TBD'?; coercion 7; not-a-number: 1"),
    /* A label beside the one that spans all columns stands behind them all, where only the order of labels is
       known, too. */
    APPLICATIONS("（勾稽关系）\t申请人情况\t备注\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益"
                 "组织\t法律服务机构\t其他\n"
                 "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\t\n二、上年结转政府信息公开申请数量"
                 "\t0\t0\t0\t7\t0\t0\t7\t\n",
                 "received 1 2 3 4 5 6 21; carried_in 0 0 0 7 0 0 7"),
    APPLICATIONS("（勾稽关系）\n申请人情况\n备注\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益"
                 "组织\n法律服务机构\n其他\n"
                 "一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n含网上申请\n二、上年结转政府信息公"
                 "开申请数量\n0\n0\n0\n7\n0\n0\n"
                 "7\n",
                 "received 1 2 3 4 5 6 21"),
    /* so where another column than the first has no label */
    APPLICATIONS(
        "（勾稽关系）\t\n申请人情况\t\n备注\t\n自然人\t\n法人或其他组织\t\n商业企业\t\n科研机构\t\n社会公益组"
        "织\t"
        "\n法律服务机构\t\n其他\t\n一、本年新收政府信息公开申请数量\t\n1\t\n2\t\n3\t\n4\t\n5\t\n6\t\n\t\n"
        "二、上年结转政府信息公开申请数量\t\n0\t\n0\t\n0\t\n7\t\n0\t\n0\t\n\t\n",
        "received 1a 2a 3a 4a 5a 6a .; carried_in 0a 0a 0a 7a 0a 0a ."),
    /* A dash for the label above it may stand behind the labels of columns, too; below a label alone it is a
       value. */
    APPLICATIONS("（勾稽关系）\t申请人情况\t\t\t\t\t\t\t\n-\t自然人\t法人或其他组织\t\t\t\t\t总计\t上年数\n"
                 "-\t-\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t-\t-\n"
                 "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\t9\n二、上年结转政府信息公开申请数量"
                 "\t0\t0\t0\t7\t0\t-\t7\t9\n",
                 "received 1 2 3 4 5 6 21; carried_in 0 0 0 7 0 / 7"),
    /* One sign of three dots leads from cell to cell as three dots do. */
    DISCLOSURE("信息内容…本年制发件数…本年废止件数…现行有效件数\n规章…4…1…37\n行政规范性文件…2…0…5\n",
               "regulations 4 1 37; normative_documents 2 0 5"),
    /* Lines in which dots lead from cell to cell are not set in columns, whatever else they hold. */
    APPLICATIONS(
        "自 然 人 ...... 法人或其他组织 ...... 总 计\n商业企业 ...... 科研机构 ...... 社会公益组织 ...... "
        "法律服务机构 "
        "...... 其  他\n"
        "一、本年新收政府信息公开申请数量 ...... 2 ...... / ...... 1 ...... / ...... / ...... 4 ...... 7\n"
        "二、上年结转政府信息公开申请数量 ...... / ...... / ...... 64 ...... / ...... / ...... / ...... 64\n",
        "received 2 / 1 / / 4 7; carried_in / / 64 / / / 64"),
    /* A row that says nothing but 总计 is of no table that is about something else, nor of one before it. */
    DISCLOSURE("|总计|631|55|\n\n| |自然人|总计|\n|-|-|-|\n|（七）总计|3|3|\n",
               "outcome_total 3 . . . . . 3; row-repeated: 0"),
    /* What a spreadsheet prints for an error is no heading. */
    DISCLOSURE("信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n4\n#REF!\n37\n行政规范性文件\n#DIV/"
               "0!\n1\n9\n",
               "regulations 4 '#REF!'? 37; normative_documents '#DIV/0!'? 1 9"),
    /* what has no letters is no label that others stand before */
    DISCLOSURE("|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|---|---|---|---|\n|规章|4|1|37|\n"
               "|行政规范文件|?|1|9|\n",
               "regulations 4 1 37; normative_documents '?'? 1 9"),
    /* Where slashes part labels, a cell behind the last one may be empty. */
    DISCLOSURE("信息内容 / 本年制发件数 / 本年废止件数 / 现行有效件数 / 备注\n规章 / 4 / 1 / 37 "
               "/\n行政规范性文件 / 7 / 0 / 41 /\n",
               "regulations 4 1 37; normative_documents 7 0 41"),
    DISCLOSURE("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 / 4 /\n行政规范性文件 / 7 /\n",
               "regulations / 4 /; normative_documents / 7 /"),
    /* in a table of LaTeX they stand for nothing */
    DISCLOSURE("\\begin{tabular}{llll}\n信息内容 & 本年制发件数 & 本年废止件数 & 现行有效件数 \\\\\n"
               "规章 & / & / & / \\\\\n行政规范性文件 & 4 & / & / \\\\\n\\end{tabular}\n",
               "regulations / / /; normative_documents 4 / /"),
    /* Where no heading tells which article tables stand in, the caption does which of two is the report's. */
    REPORT("云川县2022年政府信息公开工作年度报告\n一、总体情况\n2021年情况" REGULATIONS(
               "1") "2022年情况" REGULATIONS("2") "五、存在的主要问题及改进情况\n一是不足。\n六、其他需要报告"
                                                  "的事项\n无。\n",
           "regulations 2 _ 3; table-repeated: 1"),
/* A heading in the markup of wikis names the row of the table below it. */
#define WIKI(row, values)                                                                                    \
    "=== " row " ===\n\n{|\n|-\n| 结果维持 || 结果纠正 || 其他结果 || 尚未审结 || 总计\n|-\n| " values       \
    "\n|}\n\n"
    REVIEW(WIKI("行政复议", "2 || 0 || 0 || 1 || 3")
               WIKI("行政诉讼（未经复议直接起诉）", "1 || 0 || 1 || 2 || 4"),
           "reconsideration 2 0 0 1 3; litigation_direct 1 0 1 2 4"),
#undef WIKI
    /* A unit in a cell of its own is that of the label before it, and no column. */
    DISCLOSURE("信息内容\n本年制发件数\n(件)\n本年废止件数\n（个）\n现行有效件数\n(件)\n规章\n4\n1\n37\n",
               "regulations 4 1 37; column-unknown: 0"),
    /* Rows of values before a head are no title of it. */
    DISCLOSURE("| 规章 | 4 | 1 | 37 |\n|---|---|---|---|\n| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | "
               "5 | | |\n",
               "regulations 4p 1p 37p"),
    /* A row without values whose label nobody knows stands between two heads with the same label: the one
       above the values counts. */
    DISCLOSURE("| 信息内容 | 本年处理决定数量 | | |\n|---|---|---|---|\n| 查无此项 | | | |\n"
               "| 第二十条第(六)项 | | | |\n| 信息内容 | 本年处理决定数量 | | |\n| 行政处罚 | 6190 | | |\n",
               "penalty 6190"),
    /* An empty cell that is printed is one, in whatever way: then a last one is not a bar too many. */
    DISCLOSURE("| 规章 | 4 | 1 | |\n|---|---|---|---|\n| 行政规范性文件 | | 1 | |\n",
               "regulations 4p 1p _; normative_documents _ 1p _"),
    DISCLOSURE("| 规章 | 4 | 1 | |\n| 行政规范性文件 | | 1 | |\n", "normative_documents _ 1p _"),
    DISCLOSURE("规章 |\n4 |\n|\n37 |\n行政规范性文件 |\n2 |\n1 |\n|\n",
               "regulations 4p _ 37p; normative_documents 2p 1p _"),
    DISCLOSURE("规章 | 4 | 1 | |\n行政规范性文件 | 2 | 3 | |\n", "regulations 4a 1a ."),
    /* what programs write into one */
    DISCLOSURE("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | NaN | "
               "none | _37_ |\n",
               "regulations _ _ 37"),
    /* A table that keeps its empty cells may print some behind its last column label. */
    DISCLOSURE("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t4\t\t37\t\n"
               "行政规范性文件\t\t5\t\t\n",
               "regulations 4 _ 37; normative_documents _ 5 _"),
    DISCLOSURE("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t37\t8\t5\n",
               "regulations 37 8 5"),
    REPORT("云川县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\t4\t\t37\n"
           "信息内容\t上一年项目数量\t本年增/减\n行政事业性收费\t\t−6\t\n",
           "fees _ -6"),
    /* A value that is broken over two lines makes its row uncertain, though it has as many values as the
       form. */
    DISCLOSURE("规章\t4\t\t37\n行政规范性文件\t51\n19\t2\t\n", "normative_documents 51a . ."),
    /* A row whose first cells are empty opens with tabs, behind a note as well as behind another row. */
    APPLICATIONS("三、本年度办理结果\t(一)予以公开\t\t1\t\t\t\t\t\t1\n备注：含上年结转的申请。\n"
                 "\t(二)部分公开\t\t\t2\t\t\t\t\t2\n\t(三)不予公开\t1.属于国家秘密\t\t\t\t\t\t\t\n",
                 "granted 1p _ _ _ _ _ 1p; partly_granted _ 2p _ _ _ _ 2p"),
    /* A number torn behind its comma is neither two nor one: 5,77 is no group of three. */
    DISCLOSURE("| 信息内容 | 采购项目数量 | 采购总金额 |\n|---|---|---|\n| 政府集中采购 | 5,77 8 | |\n",
               "procurement '5,77 8'? _; not-a-number: 1"),
    /* Where the rows begin without a bar, one that stands first closes an empty cell. */
    APPLICATIONS(" |  |  | 申请人情况 |  |  |  |  |  |  |\n"
                 "（本列数据的勾稽关系） |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 "
                 "| 其他 | 总计 |\n"
                 "三、本年度办理结果 | (一)予以公开 |  | 0 | 4 | 0 | 0 | 0 | 0 | 4 |\n"
                 " | (二)部分公开 |  | 0 |  | 0 | 3 | 0 | 0 | 3 |\n",
                 "granted 0 4 0 0 0 0 4; partly_granted 0 _ 0 3 0 0 3"),
    /* A cell a line: the last words before the values are the label of their row, though no form has them so.
     */
    APPLICATIONS("申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n"
                 "其他\n一、本年新收\n1\n2\n3\n4\n5\n6\n21\n二、上年结转\n0\n0\n0\n0\n0\n7\n7\n",
                 "received 1 2 3 4 5 6 21; carried_in 0 0 0 0 0 7 7; column-unknown: 0"),
    /* Labels with blanks between their characters are told by order: as measured columns they are broken. */
    APPLICATIONS("自 然 人  法人或其他组织  总　计\n"
                 "商　业　企　业  科 研 机 构  社　会　公　益　组　织  法　律　服　务　机　构  其 他\n"
                 "一、本年新收政府信息公开申请数量  5  148  0  0  27  0  180\n"
                 "三、本年度办理结果  （一）予以公开  0  0  0  0  0  0  0\n"
                 "（二）部分公开（区分处理的,只计这一情形,不计其他情形）  0  0  0  0  0  0  0\n",
                 "received 5 148 0 0 27 0 180; granted 0 0 0 0 0 0 0"),
    /* Words between a label and as many values as it has cells may be the label of a row that no form has. */
    APPLICATIONS(
        "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
        "一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n2.重复申请\n申请材料没有交齐的\n"
        "1\n0\n0\n2\n0\n0\n3\n3.要求提供公开出版物\n0\n0\n0\n0\n0\n0\n0\n",
        "rejected.repeated 1a 0a 0a 2a 0a 0a 3a; rejected.publication 0 0 0 0 0 0 0"),
    /* A zero more than the other rows print is one of the empty cells that the page has lost. */
    APPLICATIONS(
        "申请人情况 |\n自然人 |\n法人或其他组织 |\n总计 |\n商业企业 |\n科研机构 |\n社会公益组织 |\n"
        "法律服务机构 |\n其他 |\n一、本年新收政府信息公开申请数量 |\n3 |\n3 | |||||||\n"
        "二、上年结转政府信息公开申请数量 |\n0 |\n0 | |||||||\n三、本年度办理结果 |\n（一）予以公开 |\n"
        "0 |\n0 |\n0 | |||||\n（二）部分公开 |\n0 |\n0 | |||||||\n（三）不予公开 |\n"
        "1.属于国家秘密 |\n3 |\n3 | |||||||\n",
        "granted 0a . . . . . 0a"),
    /* A part of the table with more columns for labels than the part with the head has: its cells do not
       stand under those labels. */
    APPLICATIONS("| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 "
                 "|\n\n下表续。\n\n"
                 "| （四）无法提供 | < | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                 "| ^ | < | 2.没有现成信息需要另行制作 | 1 | 0 | 2 | 0 | 5 | | |\n"
                 "| 四、结转下年度继续办理 | < | < | 4 | | 2 | 1 | 3 | | |\n",
                 "unavailable.needs_creation 1 0 2 0 5 _ _; carried_out 4 _ 2 1 3 _ _"),
    /* What a row ends in, before empty cells, is its total if the values before it add up to that: the cells
       stood elsewhere. */
    APPLICATIONS("| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
                 "|-|-|-|-|-|-|-|-|\n"
                 "| 二、上年结转政府信息公开申请数量 | 4 | | 2 | 1 | 5 | | |\n"
                 "| 四、结转下年度继续办理 | 4 | 1 | 1 | 1 | 1 | 8 | |\n",
                 "carried_in 4 _ 2 1 5 _ _; carried_out 4a 1a 1a 1a 1a . 8p"),
    /* Several rows in one, a line of each cell for each, whether a line break ends each cell or not. */
    DISCLOSURE("<table><tr><td>信息内容<br><td>本年制发件数<br><td>本年废止件数<br><td>现行有效件数<br><tr><"
               "td>规章<br>"
               "行政规范性文件<br><td>3<br>4<br><td>0<br>1<br><td>5<br>6<br></table>",
               "regulations 3 0 5; normative_documents 4 1 6"),
    DISCLOSURE("<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<br>"
               "行政规范性文件<td>3<br>4<td>0<br><td>5<br>6</table>",
               "regulations 3 0 5; normative_documents 4 _ 6"),
    /* Rows of the review table, some of which print nothing, whatever their labels span. */
    REVIEW("<table><tr><td colspan=2><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
           "<tr><td colspan=2>行政复议<td><td><td><td><td>"
           "<tr><td "
           "rowspan=2>行政诉讼<td>未经复议直接起诉<td><td><td><td><td><tr><td>复议后起诉<td><td>5<td>4<td>3<"
           "td>12"
           "</table>",
           "reconsideration _ _ _ _ _; litigation_direct _ _ _ _ _; litigation_after_review _ 5 4 3 12"),
    /* Columns of blanks, a table for each row below its label: the label alone is a heading, and no empty
       row. */
    APPLICATIONS(
        "一、本年新收政府信息公开申请数量\n"
        "                                  自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  "
        "总计\n"
        "一、本年新收政府信息公开申请数量  13      0         0         21            0             0     34\n"
        "四、结转下年度继续办理\n"
        "                        自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
        "四、结转下年度继续办理  2       0         0         2             0             0     4\n",
        "received 13 0 0 21 0 0 34; carried_out 2 0 0 2 0 0 4; row-repeated: 0"),
    /* What is left of a label tells the row that it stands for, of those missing there, without values, too.
     */
    APPLICATIONS(
        "|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
        "|1.逾期不补正|5||||||5|\n|2.逾期不缴费||||||||\n|3.其他|1||||||1|\n",
        "other.overdue_correction 5 _ _ _ _ _ 5; other.overdue_fee _ _ _ _ _ _ _; other.other 1 _ _ _ _ _ 1"),
    /* A row that says the same again is passed over; one that says something else is reported, and the first
       stays. */
    DISCLOSURE("规章\n4\n1\n37\n规章\n4\n1\n37\n", "regulations 4p 1p 37p; row-repeated: 0"),
    DISCLOSURE("规章\n4\n1\n37\n规章\n4\n1\n38\n", "regulations 4p 1p 37p; row-repeated: 1"),
    /* the first was empty: the values may be of a row with another label */
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | | | |\n"
        "| 规章 | 4 | 1 | 38 |\n",
        "regulations 4 1 38; row-repeated: 1"),
    /* Of two tables in no article of theirs the one without labels of columns yields: a line of a page's
       menu. */
    REPORT("|规章|9|9|9|\n\n甲县教育局2021年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息。\n\n"
           "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|规章|2|0|1|\n|行政规范性文件|3|0|4|\n",
           "regulations 2 0 1; normative_documents 3 0 4"),
    APPLICATIONS(
        "一、本年新收政府信息公开申请数量\n3\n0\n0\n0\n0\n0\n3\n"
        "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
        "三、本年度办理结果\n(一)予以公开\n2\n0\n0\n0\n0\n0\n2\n"
        "某些别的文字\n1\n0\n0\n0\n0\n0\n1\n"
        "(三)不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n",
        "partly_granted 1p 0p 0p 0p 0p 0p 1p; denied.state_secret 0p 0p 0p 0p 0p 0p 0p; cell-placed: 1"),
    /* Rows of the form of 2019 in a report of 2021 keep their place and say so. */
    APPLICATIONS("一、本年新收政府信息公开申请数量\n3\n0\n0\n0\n0\n0\n3\n(六)其他处理\n1\n0\n0\n0\n0\n0\n1\n"
                 "(七)总计\n3\n0\n0\n0\n0\n0\n3\n",
                 "other 1p 0p 0p 0p 0p 0p 1p; form-mismatch: some"),
    /* A table of no known form behind the last row takes nothing from it and gives it nothing. */
    DISCLOSURE("行政事业性收费    /\n月份    发布    阅读\n3月    81    693\n4月    7    12\n",
               "fees /; cell-count: 0"),
    DISCLOSURE("规章\n4\n1\n37\n行政许可\n5\n",
               "penalty .; normative_documents . . .; row-missing: some; table-missing: 2"),
    /* How many columns are under the second of two spans, nothing tells where cells stand a line each. */
    APPLICATIONS(
        "法人或其他组织\n自然人\n法人或其他组织\n总计\n社会公益组织\n商业企业\n科研机构\n法律服务机构"
        "\n其他\n一、本年新收政府信息公开申请数量\n4\n1\n9\n3\n1\n2\n20\n二、上年结转政府信息公开申请数量"
        "\n0\n3\n4\n2\n0\n0\n9\n",
        "received 2a 1a 9a 4a 3a 1a 20; carried_in 0a 3a 4a 0a 2a 0a 9"),
    /* A label that the form does not have, where only the order of the labels is known: the sums tell whether
     * it stands in the row of labels that ends before it or in the one that begins with it. Where they do
     * not, nobody knows. */
    EXTRA("小计", "5\n3\n1\n0\n0\n0\n2\n8", "0\n0\n0\n0\n0\n0\n0\n0", "5 1 0 0 0 2 8"),
    EXTRA("上年总计", "5\n1\n0\n0\n0\n2\n8\n9", "0\n0\n0\n0\n0\n0\n0\n4", "5 1 0 0 0 2 8"),
    EXTRA("小计", "5\n1\n2\n3\n4\n5\n6\n7", "0\n0\n0\n0\n0\n0\n0\n0", "5 1a 2a 3a 4a 5a 6a"),
    /* of equal numbers each is every column's */
    EXTRA("小计", "0\n0\n0\n0\n0\n0\n0\n0", "0\n0\n0\n0\n0\n0\n0\n0", "0 0 0 0 0 0 0"),
    /* what sums columns stands before them where the sums allow that as well */
    EXTRA("小计", "/\n0\n/\n/\n/\n/\n/\n/", "0\n0\n0\n0\n0\n0\n0\n0", "/ / / / / / /"),
    /* a sum of some of the columns, whose label is near to that of what spans them, or is another of the
       total's beside the form's own */
    EXTRA("法人及其他组织小计", "5\n3\n1\n0\n0\n0\n2\n8", "0\n0\n0\n0\n0\n0\n0\n0", "5 1 0 0 0 2 8"),
    EXTRA("合计", "5\n3\n1\n0\n0\n0\n2\n8", "/\n0\n/\n/\n/\n/\n/\n/", "5 1 0 0 0 2 8"),
    APPLICATIONS("项目\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n合计\n总计\n"
                 "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n2\n3\n8\n",
                 "received 5 1 0 0 0 2 8; column-unknown: 1"),
    EXTRA("上年合计", "/\n0\n/\n/\n/\n/\n/\n/", "0\n0\n0\n0\n0\n0\n0\n0", "/ 0a '/'a '/'a '/'a '/'a '/'a"),
    /* The label of a column that comes again goes on the words before it; words that are only near to it are
       no label. */
    EXTRA("上年\n总计", "5\n1\n0\n0\n0\n2\n8\n9", "0\n0\n0\n0\n0\n0\n0\n4", "5 1 0 0 0 2 8"),
    APPLICATIONS(TORN("上年\n总计"), "received 3 0 0 0 0 0 3"),
    APPLICATIONS(TORN("上\n年总计"), "received 3 0 0 0 0 0 3"),
    EXTRA("备注", "0\n0\n0\n0\n0\n0\n0\n当面说明", "0\n0\n0\n0\n0\n0\n0\n无", "0 0 0 0 0 0 0"),
    /* words behind a label of the head, for which rows have a cell, too, are a column's, though no known one
       is left of it */
    APPLICATIONS(
        "申请人情况\n公民\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
        "一、本年新收政府信息公开申请数量\n5\n2\n0\n1\n0\n0\n8\n二、上年结转政府信息公开申请数量\n3\n0\n0\n0"
        "\n0\n0\n3\n",
        "received 5 2 0 1 0 0 8"),
    /* ... and which is the only column whose label is lacking: a sum of each row, not one of five columns */
    APPLICATIONS(
        "申请人情况\n自然人\n法人或其他组织\n小计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
        "一、本年新收政府信息公开申请数量\n5\n2\n0\n1\n0\n0\n8\n二、上年结转政府信息公开申请数量\n3\n0\n0\n0"
        "\n0\n0\n3\n",
        "received 5 2 0 1 0 0 8; cell-ambiguous: 0"),
    /* A row that is wider than its labels by the label of its group has all its cells, empty ones too. */
    APPLICATIONS("（勾稽关系）\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
                 "一、本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t0\t5\n"
                 "三、本年度办理结果\t（一）予以公开\t3\t\t0\t0\t\t\t\n"
                 "（二）部分公开\t1\t0\t0\t0\t0\t0\t1\n",
                 "granted 3 _ 0 0 _ _ _"),
    /* A pause parts no garbled label whose first part is near to it alone. */
    APPLICATIONS("一、本年新收政府信息公开申请数量\n9\n0\n0\n0\n0\n0\n9\n2."
                 "申请人逾期未按收费通知要求缴纳费用、行故机关不再处理其政府信息公开申请\n"
                 "4\n0\n0\n0\n0\n0\n4\n",
                 "other.overdue_fee 4p 0p 0p 0p 0p 0p 4p; not-a-number: 0"),
    /* Where only the order is known, words near to the label of a group of rows end the row before it. */
    APPLICATIONS("一、本年新收政府信息公开申请数量\n9\n0\n0\n0\n0\n0\n9\n"
                 "(二)部分公开\n4\n0\n0\n0\n0\n0\n4\n(三)不予么开\n1.属于国家秘密\n5\n0\n0\n0\n0\n0\n5\n"
                 "8.属于行政查询事项\n0\n0\n0\n0\n0\n0\n0\n(四)无法捉供\n1."
                 "厲于本机关不掌握相关政府信息\n7\n0\n0\n0\n0\n0"
                 "\n7\n",
                 "partly_granted 4p 0p 0p 0p 0p 0p 4p; denied.inquiry 0p 0p 0p 0p 0p 0p 0p; "
                 "unavailable.not_held 7p 0p 0p 0p 0p 0p 7p; "
                 "cell-count: 0; row-label: 3"),
    /* Where the ends of rows are printed, the sums need not tell on which side of its neighbours a label
       stands. */
    APPLICATIONS("（勾稽关系）\t申请人情况\n自然人\t法人或其他组织\t总计\t备注\n"
                 "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
                 "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\t无\n"
                 "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\t无\n",
                 "received 0 0 0 0 0 0 0"),
    /* A row whose label is shortened, and which prints nothing, is no words of the head below it: that has a
       caption. */
    DISCLOSURE(
        "| 第二十条第（八）项 |  |  |\n|---|---|---|\n| 信息内容 | 上一年项目数量 | 本年增/减 |\n| "
        "事业性收费 |  |  |\n"
        "| 第二十条第（九）项 |  |  |\n| 信息内容 | 采购项目数量 | 采购总金额 |\n| 政府集中采购 | 7 | 3 |\n",
        "fees _ _; procurement 7 3"),
    /* A label left out of a head that stands left of its columns: rows have as many cells as the form, though
       no row prints a value in one of them. */
    APPLICATIONS("| 关系 | | 申请人情况 | | | | | | |\n|---|---|---|---|---|---|---|---|---|\n"
                 "| 自然人 | 法人或其他组织 | | | | | 总计 | | |\n"
                 "| | | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | | |\n"
                 "| 一、本年新收政府信息公开申请数量 | | 21 | 5 | 20 | | 1 | 2 | 49 |\n"
                 "| 二、上年结转政府信息公开申请数量 | | | | 1 | | | 1 | 2 |\n",
                 "received 21 . 20 _ 1 2 49; carried_in _ . 1 _ _ 1 2"),
    /* the same where only their order is known, with a tab behind each cell */
    APPLICATIONS("申请人情况\t\n自然人\t\n法人或其他组织\t\n总计\t\n\t\n科研机构\t\n社会公益组织\t\n"
                 "法律服务机构\t\n其他\t\n一、本年新收政府信息公开申请数量\n48\t\n40\t\n13\t\n27\t\n\t\n"
                 "58\t\n186\t\n二、上年结转政府信息公开申请数量\n2\t\n\t\n\t\n9\t\n\t\n9\t\n20\t\n",
                 "received 48 . 13 27 _ 58 186; carried_in 2 . _ 9 _ 9 20"),
/* A cell a line: where no label says a seventh column, the empty line behind each row is none; a page's
   title in one row tells nothing of the others. */
#define ROW_OF_SIX(label) label "\n1\n0\n0\n0\n0\n1\n\n"
    APPLICATIONS(
        "0\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n法律服务机构\n其他\n\n"
        "一、本年新收政府信息公开申请数量\n1\n2\n0\n4\n5\n12\n\n" ROW_OF_SIX(
            "二、上年结转政府信息公开申请数量") ROW_OF_SIX("（一）予以公开")
            ROW_OF_SIX("1.属于国家秘密") "2."
                                         "其他法律行政法规禁止公开\n0\n0\n0\n0\n云川县2022年政府信息公开工作"
                                         "年度报告\n0\n0\n" ROW_OF_SIX("4.保护第三方合法权益") ROW_OF_SIX(
                                             "5.属于三类内部事务信息") ROW_OF_SIX("6.属于四类过程性信息")
                                             ROW_OF_SIX("7.属于行政执法案卷") ROW_OF_SIX("8.属于行政查询事项")
                                                 ROW_OF_SIX("2.重复申请")
                                                     ROW_OF_SIX("3.要求提供公开出版物") "行政诉讼\n\n2\n",
        "received 1 2 0 . 4 5 12; carried_in 1 0 0 . 0 0 1"),
#undef ROW_OF_SIX
/* A line of nothing but a tab is a cell: the rows have seven, though most show less and a label is empty. */
#define ROW_OF_SEVEN(label) label "\t\n0\t\n0\t\n\t\n\t\n0\t\n\t\n"
    APPLICATIONS(
        "自然人\t\n法人或其他组织\t\n总计\t\n\t\n科研机构\t\n社会公益组织\t\n法律服务机构\t\n其他\t\n"
        "一、本年新收政府信息公开申请数量\t\n1\t\n2\t\n0\t\n4\t\n0\t\n5\t\n12\t\n" ROW_OF_SEVEN(
            "二、上年结转政府信息公开申请数量\t\n") ROW_OF_SEVEN("1.属于国家秘密\t\n")
            ROW_OF_SEVEN("5.属于三类内部事务信息\t\n") "行政诉讼\n2\n",
        "received 1 . 0 4 0 5 12; carried_in _ . 0 _ _ 0 _"),
#undef ROW_OF_SEVEN
/* Rows of which only the total is printed: more empty lines than part paragraphs, one for each empty cell. */
#define ONLY_TOTAL(label) label "\n\n\n\n\n\n\n\n0\n\n"
    REPORT("云川县2021年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n信息内容\n\n本年制发件数\n\n"
           "本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n0\n\n3\n\n三、收到和处理政府信息公开申请情况\n\n自然"
           "人\n\n"
           "法人或其他组织\n\n总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"
           "\n" ONLY_TOTAL("一、本年新收政府信息公开申请数量") ONLY_TOTAL("二、上年结转政府信息公开申请数量")
               ONLY_TOTAL("（一）予以公开") ONLY_TOTAL("1.属于国家秘密"),
           "regulations 1 0 3; received _ _ _ _ _ _ 0; granted _ _ _ _ _ _ 0; cell-ambiguous: 0"),
#undef ONLY_TOTAL
    /* Columns that were measured stand by one column off their labels, of which one is left out: what is no
       value there was not seen empty. */
    APPLICATIONS("   之和，等于第三项加第四项之和）            商业    科研                      总计\n"
                 "                                          公益    服务    其他\n"
                 " 一、本年新收政府信息公开申请数量       83     7    33    48     7          178\n"
                 " 二、上年结转政府信息公开申请数量        9     7                 4           20\n"
                 "      （一）予以公开           20                 1                 21\n",
                 "carried_in . 9 7 . . 4 20; column-missing: 1"),
    /* Labels of columns in the row that they stand over. */
    APPLICATIONS("| 总计 | 自然人 | 商业企业 | 一、本年新收政府信息公开申请数量 | 5 | 4 | 1 |\n",
                 "received 4 1 . . . . 5"),
    /* Labels of columns in several rows, in another order than the form's, may have been sorted by their
       height: without sums nothing tells which is where. */
    DISCLOSURE("|  | 本年废止件数 |  |  |\n|---|---|---|---|\n| 信息内容 | 本年制发件数 |  | 现行有效件数 "
               "|\n| 规章 | 4 | 1 | 37 |\n",
               "regulations 1a 4a 37a; cell-ambiguous: 1"),
    REPORT(
        "云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n上一年项目数\n"
        "信息内容 处理决定数量 本年增/减\n量\n行政许可 4 1 3\n",
        "licensing 4a 3a 1a; cell-ambiguous: 1"),
    /* Whole labels, or such whose pieces follow each other, are printed in the order of their cells. */
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
           "信息内容 处理决定数量 上一年项目数量\n本年增/减\n行政许可 4 1 3\n",
           "licensing 1 3 4; cell-ambiguous: 0; cell-placed: 0"),
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
           "信息内容 上一年项目数量 处理决定数量\n本年增/\n减\n行政许可 4 1 3\n",
           "licensing 4 3 1; cell-ambiguous: 0; cell-placed: 0"),
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（九）项\n信息内容 "
           "采购项目数量 采\n"
           "购总金额\n(单位:元)\n政府集中采购 0 2,102.35\n",
           "procurement 0 2102.35[元]; cell-placed: 0"),
    /* In the form's order they may have been sorted, too, and stand there. */
    REPORT(
        "云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n上一年项目数\n"
        "信息内容 本年增/减 处理决定数量\n量\n行政许可 4 1 3\n",
        "licensing 4 1 3; cell-placed: 1"),
    /* Labels of which only the first line is left, so that two are the same. */
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
           "| 信息内容 | 本年新 | 本年新 | 对外公开总数量 |\n|-|-|-|-|\n| 规章 | 4 | 1 | 3 |\n",
           "regulations 4 1 3; row-label: 2; cell-ambiguous: 0"),
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
           "| 信息内容 | 本年新 | 对外公开总数量 | 本年新 |\n|-|-|-|-|\n| 规章 | 4 | 1 | 3 |\n",
           "regulations . . 1; column-missing: 2"),
    REVIEW("| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
           "| 结果 | 结果 | 其他 | 尚未 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
           "| | | | | | 结果 | 结果 | 其他 | 尚未 | 总计 | 结果 | 结果 | 其他 | 尚未 | 总计 |\n"
           "| 1 | 2 | 0 | 0 | 3 | 0 | 4 | 0 | 1 | 5 | 0 | 0 | 6 | 0 | 6 |\n",
           "reconsideration 1 2 0 0 3; litigation_direct 0 4 0 1 5; litigation_after_review 0 0 6 0 6"),
/* So are those over columns, and those that no other spans stand before those below it. */
#define LAST_LINES(one, over, total, others)                                                                 \
    "\n| 项目 |" one "|" over "| | | | |" total "|\n|-|-|-|-|-|-|-|-|\n| | |" others "| |\n"                 \
    "| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 4 | 0 | 2 | 10 |\n"
    APPLICATIONS(LAST_LINES("人", "组织", "总计", "企业|机构|组织|机构|其他"), "received 3 1 0 4 0 2 10"),
    APPLICATIONS(LAST_LINES("人", "组织", "总计", "企业|组织|机构|机构|其他"),
                 "received 3p 1p 0p 4p 0p 2p 10p"),
    APPLICATIONS("\n| | 人 | 企业 | 机构 | 组织 | 机构 | 其他 | 总计 |\n|-|-|-|-|-|-|-|-|\n"
                 "| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 4 | 0 | 2 | 10 |\n",
                 "received 3 1 0 4 0 2 10"),
#undef LAST_LINES
    /* A label left out, in another part of the table than the first. */
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
           "信息内容\n上一年项目数量\n处理决定数量\n行政许可\n4\n1\n3\n其他对外管理服务事项\n5\n0\n6\n",
           "licensing 4 . 3; other_services 5 . 6; column-missing: 1; cell-ambiguous: 0"),
    /* Words that are near to a label are not that where others are near to it, too, and in an across table
       not where each row has it already; another form's labels are none of this one's. */
    DISCLOSURE("| 信息内容 | 本年制发件 | 本年制发数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|---|\n"
               "| 规章 | 4 | 9 | 1 | 37 |\n",
               "regulations . 1 37; column-missing: 1"),
    DISCLOSURE("| 信息内容 | 本年制发件数 | 上年 | 本年废止件数 | 上年 | 现行有效件数 | 上年 "
               "|\n|---|---|---|---|---|---|---|\n"
               "| 规章 | 4 | 9 | 1 | 9 | 37 | 9 |\n",
               "regulations 4 1 37; row-label: 0"),
    REVIEW("行政复议,,,,,行政诉讼,,,,,,,,,,纠错率\n结果维持,结果纠正,其他结果,尚未审结,总计,未经复议直接起诉,"
           ",,,,"
           "复议后起诉,,,,,\n,,,,,结果维持,结果纠正,其他结果,尚未审结,总计,结果维持,结果纠正,其他结果,"
           "尚未审结,总计,\n"
           "1,0,0,2,3,0,3,0,1,4,0,2,0,0,2,0%\n",
           "litigation_direct 0 3 0 1 4; litigation_after_review 0 2 0 0 2; row-label: 0"),
    /* Rows of an across table that lack columns: each label is of the row over it or, where places do not
       count, of the next one where it goes back in the form's order. */
    REVIEW("行政复议,,,,行政诉讼,,,,,,,\n结果维持,结果纠正,尚未审结,总计,未经复议直接起诉,,,复议后起诉,,,,\n"
           ",,,,结果纠正,尚未审结,总计,结果维持,结果纠正,其他结果,尚未审结,总计\n1,2,3,6,4,5,9,1,2,3,4,10\n",
           "reconsideration 1 2 . 3 6; litigation_direct . 4 . 5 9; litigation_after_review 1 2 3 4 10"),
    REVIEW("行政复议\t行政诉讼\n结果维持\t结果纠正\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
           "结果纠正\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t2\t3\t6\t4\t5\t9\t1\t2"
           "\t3\t4\t10\n",
           "reconsideration 1 2 . 3 6; litigation_direct . 4 . 5 9; litigation_after_review 1 2 3 4 10"),
    /* One cause is one finding: a sign that no number is, in several cells; a table printed again. */
    DISCLOSURE("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | O "
               "| 37 |\n"
               "| 行政规范性文件 | O | 0 | 9 |\n",
               "regulations 4 'O'? 37; normative_documents 'O'? 0 9; not-a-number: 1"),
    /* Two years side by side, each over labels of columns. */
    APPLICATIONS("| 项目 | 2021年 | | | 2022年 | | |\n|---|---|---|---|---|---|---|\n"
                 "| | 自然人 | 商业企业 | 总计 | 自然人 | 商业企业 | 总计 |\n"
                 "| 一、本年新收政府信息公开申请数量 | 9 | 8 | 17 | 4 | 1 | 5 |\n",
                 "received 4a 1a . . . . 5a"),
    /* Set with spaces: an enumerator is of the label behind it, a remark of the number before it. */
    APPLICATIONS("                                   （1）自然人   （2）商业企业   （3）科研机构   "
                 "（4）社会公益组织   （5）法律服务机构   （6）其他   （7）总计\n"
                 "一、本年新收政府信息公开申请数量   4             1               0               0         "
                 "          0                   0           5\n"
                 "二、上年结转政府信息公开申请数量   0             0               0               0         "
                 "          0                   0           0\n"
                 "（一）予以公开                     3             0               2               0         "
                 "          0                   0           5\n",
                 "received 4p 1p 0p 0p 0p 0p 5p; granted 3p 0p 2p 0p 0p 0p 5p"),
    APPLICATIONS("                                   自然人     商业企业   科研机构   社会公益组织   "
                 "法律服务机构   其他      总计\n"
                 "一、本年新收政府信息公开申请数量   4 （10）   1 （2）    0 （3）    0 （0）        0 （0） "
                 "       0 （0）   5 （15）\n"
                 "二、上年结转政府信息公开申请数量   1 （0）    0 （0）    2 （1）    0 （0）        0 （0） "
                 "       0 （0）   3 （1）\n"
                 "（一）予以公开                     3 （4）    0 （1）    2 （3）    0 （0）        0 （0） "
                 "       0 （0）   5 （8）\n",
                 "received 4 1 0 0 0 0 5; granted 3 0 2 0 0 0 5"),
    /* Numbers that are not exact, as on cheques, or with a remark behind a comma or in another bracket. */
    DISCLOSURE("规章\t超过4余件\t≥1\t37【含修订2件】\n行政规范性文件\t贰\t合计拾贰\t9，其中修订2件\n"
               "行政事业性收费\t人民币47.14万元\n",
               "regulations 4p 1p 37p; normative_documents 2p 12p 9p; fees 47.14p; not-a-number: 0"),
    /* Columns in a table of their own, without the labels of the rows; not where a caption makes it
       another's. */
    APPLICATIONS(LEFT_PART "\n| 其他 | 总计 |\n|---|---|\n| 2 | 9 |\n| 0 | 1 |\n| 1 | 5 |\n",
                 "received 4 3 . . . 2 9; carried_in 1 0 . . . 0 1; granted 3 1 . . . 1 5"),
    APPLICATIONS(LEFT_PART "\n上年数据：\n\n| 其他 | 总计 |\n|---|---|\n| 2 | 9 |\n| 0 | 1 |\n| 1 | 5 |\n",
                 "received 4 3 . . . . .; granted 3 1 . . . . ."),
    /* A share is no number of a count's column. */
    APPLICATIONS("自然人\t法人或其他组织\t总计\t占比\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
                 "一、本年新收政府信息公开申请数量\t4\t50%\t1\t0\t0\t1\t2\t8\n",
                 "cell-unit: 1"),
    /* A row that prints something in a foreign column only is read like the others. */
    DISCLOSURE("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 上年件数 |\n|---|---|---|---|---|\n"
               "| 规章 |  |  |  | 3 |\n| 行政规范性文件 | 2 | 0 | 9 | 5 |\n",
               "regulations _ _ _"),
    /* Columns of another year beside the report's own, in pairs below each label, are in no cell; where each
       has its own label, nothing tells which are meant. */
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | | 本年废止件数 | | 现行有效件数 | |\n|---|---|---|---|---|---|---|\n"
        "| | 2021年 | 2022年 | 2021年 | 2022年 | 2021年 | 2022年 |\n| 规章 | 9 | 4 | 9 | 1 | 9 | 37 |\n",
        "regulations 4 1 37; column-unknown: 1"),
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | | 本年废止件数 | | 现行有效件数 | |\n|---|---|---|---|---|---|---|\n"
        "| | 本年 | 上年 | 本年 | 上年 | 本年 | 上年 |\n| 规章 | 4 | 9 | 1 | 9 | 37 | 9 |\n",
        "regulations 4 1 37"),
    DISCLOSURE("<table><tr><td rowspan=2>信息内容<td colspan=2>本年制发件数<td colspan=2>本年废止件数<td "
               "colspan=2>现行有效件数"
               "<tr><td>去年<td>今年<td>去年<td>今年<td>去年<td>今年<tr><td>规章<td>9<td>4<td>9<td>1<td>9<td>"
               "37</table>",
               "regulations 4 1 37"),
    DISCLOSURE("信息内容；本年制发件数；本年废止件数；现行有效件数\n；本年；上年；增减；本年；上年；增减；本"
               "年；上年；增减\n"
               "规章；4；9；-5；1；9；-8；37；9；28\n",
               "regulations 4a 9a -5a"),
/* So they are where only the order is known; a row that has fewer cells is read no further. */
#define YEARS(one, other, rows)                                                                              \
    "\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" one other one other one other   \
        one other one other one other one other rows
    APPLICATIONS(YEARS("2021年\n", "2022年\n",
                       "一、本年新收政府信息公开申请数量\n7\n3\n7\n1\n7\n0\n7\n0\n7\n0\n7\n2\n7\n6\n"
                       "二、上年结转政府信息公开申请数量\n7\n1\n1\n"),
                 "received 3 1 0 0 0 2 6; column-unknown: 1"),
    APPLICATIONS(YEARS("2020年\n", "2021年\n",
                       "一、本年新收政府信息公开申请数量\n7\n3\n7\n1\n7\n0\n7\n0\n7\n0\n7\n2\n7\n6\n"),
                 "received 7a 3a 7a 1a 7a 0a 7a"),
#undef YEARS
    DISCLOSURE("<table><tr><td>信息内容<td colspan=2>本年制发件数<td "
               "colspan=2>本年废止件数<td>现行有效件数<td colspan=2>去年合计"
               "<tr><td>规章<td>4<td colspan=2>1<td colspan=3>37<td>9"
               "<tr><td>行政规范性文件<td>2<td colspan=2>3<td colspan=2>5<td colspan=2>9</table>",
               "regulations 4 1 37; normative_documents 2 3 5"),
    DISCLOSURE("| | 2021年度 | | | 2022年度 | | |\n|---|---|---|---|---|---|---|\n"
               "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 本年制发件数 | 本年废止件数 | "
               "现行有效件数 |\n"
               "| 规章 | 9 | 9 | 9 | 4 | 1 | 37 |\n",
               "regulations 4a 1a 37a"),
    /* all are another year's: nothing tells them apart */
    DISCLOSURE(
        "| | 2021年 | | |\n|---|---|---|---|\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "| 规章 | 4 | 1 | 37 |\n",
        "regulations 4 1 37"),
    /* A remark of how the table was filled in is no caption of an example. */
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | 1 | 37 "
        "|\n"
        "| 行政规范性文件 | 2 | 0 | 9 |\n| 第二十条第（八）项 | | | |\n| 信息内容 | "
        "本年收费金额（单位：万元） | | |\n"
        "| 填报说明：数据截至12月31日 | | | |\n| 行政事业性收费 | 846 | | |\n| 备注：同比增加3件。 | | | "
        "|\n\n三、收到和处理政府信息公开申请情况\n",
        "regulations 4 1 37; fees 846; table-repeated: 0"),
    /* A label that is left empty between two others stands over a column, whatever its cells hold; nobody can
       name it. */
    DISCLOSURE("| 信息内容 | 本年制发件数 |  | 现行有效件数 |\n|---|---|---|---|\n"
               "| 规章 | 4 | / | 37 |\n| 行政规范性文件 | 2 |  | 9 |\n",
               "regulations 4 . 37; normative_documents 2 . 9"),
    DISCLOSURE("| 信息内容 |  | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | 1 | 37 |\n",
               "regulations . 1 37"),
    /* in order: all labels but one, and a value more than labels in each row */
    APPLICATIONS("自然人\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
                 "1.属于国家秘密\n1\n5\n0\n0\n0\n0\n6\n2.重复申请\n3\n0\n0\n0\n0\n0\n3\n",
                 "denied.state_secret 1 . 0 0 0 0 6; rejected.repeated 3 . 0 0 0 0 3"),
    /* words among them may be of any column */
    APPLICATIONS("自然人\n不明之词\n社会公益组织\n法律服务机构\n其他\n总计\n"
                 "1.属于国家秘密\n1\n5\n0\n0\n0\n0\n6\n",
                 "column-unknown: 1"),
    /* A table for each row, with labels that count the columns or are those of rows: the form's order, not
     * the head of the table before. */
    APPLICATIONS(
        "| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n|---|---|---|---|---|\n| - | - | - | "
        "- | - |\n\n"
        "一、本年新收政府信息公开申请数量\n\n" COUNTED_HEAD
        "| 本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 2 | 0 | 8 |\n\n"
        "| 项目 | 本年新收件数 | 上年结转件数 | 予以公开 | 部分公开 | 不予公开 | 结转下年度 | 总计 |\n"
        "|---|---|---|---|---|---|---|---|\n| （七）总计 | 4 | 1 | 0 | 0 | 2 | 0 | 7 |\n"
        "| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n",
        "received 5p 1p 0p 0p 2p 0p 8p; outcome_total 4p 1p 0p 0p 2p 0p 7p; carried_out 1p 0p 0p 0p 0p 0p "
        "1p; "
        "cell-count: 0; not-a-number: 0"),
    /* Between bars, two values in one cell are not two cells: nobody can tell which cell is lacking. */
    ACROSS("| 0 | | 1 | | 1 | 0 | 0 | 0 | 1 | 1 | | 0 | 0 | 0 | 0 |\n|---|---|", "0p _ 1p _ 1p",
           "_ 0p 0p 0p 0p"),
    ACROSS("| 0 0 | | 1 | | 1 | 0 | 0 | 0 | 1 | | 0 | 0 | 0 | 0 |\n|---|---|", "'0 0'? 1a . . .",
           "0a 0a 0a . 0a"),
    /* A line that does not belong among them takes no cell away, as long as they are all there. */
    ACROSS("打印此页\n1 2 3 4 10 0 0 0 1 1 5 0 0 0 5", "1p 2p 3p 4p 10p", "5p 0p 0p 0p 5p"),
    ACROSS("打印此页\n1\n2\n3\n4\n10\n0\n0\n关闭窗口\n0\n1\n1\n5\n0\n0\n0\n5", "1p 2p 3p 4p 10p",
           "5p 0p 0p 0p 5p"),
    ACROSS("打印此页\n1 |  | 3 | 4 | 8 | 0 | 0 | 0 | 1 | 1 |  | 0 | 0 | 0 | 0 |", "1p _ 3p 4p 8p",
           "_ 0p 0p 0p 0p"),
    ACROSS("点击次数\n1\n2\n3", ". . . . .", "1a 2a . . 3a"),
    /* Rows and columns exchanged: labels of columns before the rows, those of rows over them. */
    DISCLOSURE("| 信息内容 | 规章 | 行政规范性文件 |\n|---|---|---|\n| 本年制发件数 | 4 | 2 |\n"
               "| 本年废止件数 | 1 |  |\n| 现行有效件数 | 37 | / |\n",
               "regulations 4 1 37; normative_documents 2 _ /"),
    REVIEW(
        "<table>"
        "<tr><td rowspan=2><td rowspan=2>行政复议<td colspan=2>行政诉讼<tr><td>未经复议直接起诉<td>复议后起诉"
        "<tr><td>结果维持<td>1<td>0<td>4<tr><td>结果纠正<td>2<td>0<td>0<tr><td>其他结果<td>0<td>0<td>0"
        "<tr><td>尚未审结<td>0<td>3<td>1<tr><td>总计<td>3<td>3<td>5</table>",
        "reconsideration 1 2 0 0 3; litigation_after_review 4 0 0 1 5"),
    /* a row that prints no value looks like labels, a column like those of rows */
    /* A table that is turned right below another, as one of the same table. */
    REPORT("云川县2022年政府信息公开工作年度报告\n\n项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务"
           "机构\t其他\t总计\t\n"
           "结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\t\n结果\t行政复议\t未经复议直接起诉\t复议后起诉\t\n"
           "结果维持\t1\t0\t0\t\n其他结果\t0\t1\t1\t\n结果纠正\t2\t1\t0\t\n尚未审结\t0\t3\t14\t\n总计\t3\t5\t"
           "15\t\n",
           "reconsideration 1 2 0 0 3; litigation_direct 0 1 1 3 5; litigation_after_review 0 0 1 14 15; "
           "row-repeated: 0"),
    REVIEW("结果\t行政复议\t行政诉讼\t\n\t\t未经复议直接起诉\t复议后起诉\n结果维持\t\t3\t4\n结果纠正\t\t\t1\n"
           "其他结果\t\t\t\n尚未审结\t\t2\t\n总计\t\t5\t5\n",
           "reconsideration _ _ _ _ _; litigation_direct 3 _ _ 2 5; litigation_after_review 4 1 _ _ 5"),
/* Where a row of values stands before the label of the first row, labels follow values: each its own, if all
 * rows have as many; else no table is read. */
#define HEAD "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
    DISCLOSURE(HEAD "4\n1\n37\n规章\n2\n0\n9\n行政规范性\n文件\n",
               "regulations 4 1 37; normative_documents 2 0 9"),
    DISCLOSURE(HEAD "4\n1\n37\n规章\n2\n0\n9\n行政规范性\n文件\n5\n", "regulations . . .; table-unread: 1"),
    DISCLOSURE(HEAD "规章\n4\n1\n37\n行政规范性文件\n2\n0\n9\n", "regulations 4 1 37"),
#undef HEAD
    /* Cells with nothing between them are there, though nothing can be read of them: in one line, or a row a
     * line. */
    DISCLOSURE("信息内容本年制发件数本年废止件数现行有效件数规章4137行政规范性文件209\n",
               "table-unread: 1; table-missing: 2"),
    APPLICATIONS("申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他\n"
                 "一、本年新收政府信息公开申请数量4000004\n二、上年结转政府信息公开申请数量0\n",
                 "table-unread: 1; table-missing: 2"),
/* So it is where the values of all rows stand behind the last label. */
#define HEAD "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
#define ROW "1\n0\n0\n0\n0\n0\n1\n"
    APPLICATIONS(HEAD "1.属于国家秘密\n4.保护第三方合法权益\n7.属于行政执法案卷\n" ROW ROW ROW,
                 "denied.enforcement_files . . . . . . .; table-unread: 1; column-unknown: 0"),
    APPLICATIONS(HEAD "1.属于国家秘密\n" ROW "4.保护第三方合法权益\n" ROW "7.属于行政执法案卷\n" ROW,
                 "denied.enforcement_files 1 0 0 0 0 0 1; table-unread: 0"),
#undef ROW
#undef HEAD
    /* Labels that are printed again behind the values. */
    DISCLOSURE("|信息内容|本年制发件数|本年废止件数|现行有效件数|信息内容|\n|-|-|-|-|-|\n"
               "|规章|4|1|37|规章|\n|行政规范性文件|2|0|9|行政规范性文件|\n",
               "regulations 4 1 37"),
    /* A row of the review table that is printed again, with other values, is told of for each row of the
       form. */
    REVIEW("|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|"
           "结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
           "|1|0|0|0|1|2|0|0|0|2|0|0|3|0|3|\n|1|0|0|0|1|4|0|0|0|4|0|0|5|0|5|\n",
           "row-repeated: 3"),
    /* Rows that are counted, with spans that begin elsewhere than those of the labels: their cells stand in
     * the order of columns.
     */
    DISCLOSURE("<table>"
               "<tr><td colspan=2>序号<td>信息内容<td colspan=2>本年制发件数<td colspan=2>本年废止件数<td "
               "colspan=2>现行有效件数"
               "<tr><td colspan=2>1<td>规章<td colspan=3>4<td><td colspan=2>37"
               "<tr><td colspan=2>2<td>行政规范性文件<td>5<td colspan=4>6<td></table>",
               "regulations 4 _ 37; normative_documents 5 6 _"),
    /* Of two columns that name one cell nothing tells which is meant. */
    DISCLOSURE("|信息内容|本年制发件数|本年废止件数|现行有效件数|本年制发件数|本年废止件数|现行有效件数|\n|-|"
               "-|-|-|-|-|-|\n"
               "|规章|4|1|37|3|0|34|\n|行政规范性文件|2|0|9|2|0|7|\n",
               "regulations 3a 0a 34a"),
/* Labels with all that stands over them in one cell. */
#define HEAD "| 项目 | 自然人 | 总计 |\n|---|---|---|\n"
    APPLICATIONS(HEAD "| 三、本年度办理结果-（三）不予公开-1.属于国家秘密 | 4 | 5 |\n",
                 "denied.state_secret 4 . . . . . 5"),
    APPLICATIONS(HEAD "| 本年度办理结果/不予公开/属于国家秘密 | 4 | 5 |\n",
                 "denied.state_secret 4 . . . . . 5"),
    APPLICATIONS(HEAD "| 三、本年度办理结果：（七）总计 | 4 | 5 |\n", "outcome_total 4 . . . . . 5"),
#undef HEAD
    /* The same where labels over labels span them. */
    APPLICATIONS("<table>"
                 "<tr><td rowspan=2 colspan=3>（勾稽关系）<td rowspan=2>一、本年新收政府信息公开申请数量"
                 "<td rowspan=2>二、上年结转政府信息公开申请数量<td colspan=2>三、本年度办理结果<td "
                 "rowspan=2>四、结转下年度继续办理"
                 "<tr><td>（一）予以公开<td>（二）部分公开"
                 "<tr><td rowspan=4>申请人情况<td colspan=2>自然人<td>5<td>1<td>4<td><td>2"
                 "<tr><td rowspan=2>法人或其他组织<td>商业企业<td>3<td>0<td>1<td>1<td>1"
                 "<tr><td>科研机构<td>0<td>0<td>0<td>0<td>0"
                 "<tr><td colspan=2>总计<td>8<td>1<td>5<td>1<td>3</table>",
                 "granted 4 1 0 . . . 5; partly_granted _ 1 0 . . . 1; carried_out 2 1 0 . . . 3"),
/* Two columns with labels of one are in doubt, and with them no other: their sums are not the form's. */
#define ROWS                                                                                                 \
    "\n一、本年新收政府信息公开申请数量\n"                                                   \
    "2\n1\n1\n0\n0\n1\n3\n5\n二、上年结转政府信息公开申请数量\n"                             \
    "1\n2\n0\n0\n0\n0\n2\n3\n"                                                                               \
    "（一）予以公开\n2\n3\n1\n0\n0\n0\n4\n6\n（七）总计\n2\n3\n1\n0\n0\n0\n4\n6\n"
    APPLICATIONS("申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n"
                 "其他\n总数" ROWS,
                 "received 2 1 1 0 0 1 5a"),
#undef ROWS
/* A label of a column that is printed twice stands in both places, and names neither; also where it repeats
 * the one beside it. */
#define UNDER(one, two)                                                                                      \
    "申请人情况\n自然人\n法人或其他组织\n总计\n" one "\n" two "\n社会公益组织\n法律服务机构\n其他\n"
#define ROW "一、本年新收政府信息公开申请数量\n10\n2\n3\n4\n5\n6\n30\n"
    APPLICATIONS(UNDER("商业企业", "科研机构") ROW, "received 10 2 3 4 5 6 30; column-missing: 0"),
    APPLICATIONS(UNDER("商业企业", "商业企业") ROW, "received 10 3a . 4 5 6 30; column-missing: 1"),
    APPLICATIONS(UNDER("自然人", "科研机构") ROW, "received 2a . 3 4 5 6 30; column-missing: 1"),
#undef ROW
#undef UNDER
#define ROW "| 一、本年新收政府信息公开申请数量 | 10 | 2 | 3 | 4 | 5 | 6 | 30 |\n"
    APPLICATIONS("| | 自然人 | 法人或其他组织 | | | | | 总计 |\n|---|---|---|---|---|---|---|---|\n"
                 "| | | 商业企业 | 科研机构 | 社会公益组织 | 其他 | 其他 | |\n" ROW,
                 "received 10 2 3 4 . 5a 30; column-missing: 1"),
#undef ROW
    /* A label left out of a head: its first cell stands over the labels of rows, and is no column without a
       label. */
    APPLICATIONS("\t自然人\t商业企业\t科研机构\t法律服务机构\t其他\t总计\n"
                 "一、本年新收政府信息公开申请数量\t10\t2\t3\t4\t5\t6\t30\n",
                 "received 10 2 3 . 5 6 30; column-missing: 1"),
/* The three blocks of the review table as tables of their own, in another order than the form's, each below
 * its name. */
#define BLOCK(name, values)                                                                                  \
    "### " name "\n\n|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|\n|" values "|\n\n"
    REPORT("云川县2022年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n" BLOCK(
               "复议后起诉", "3|6|4|6|19") BLOCK("未经复议直接起诉", "0|8|3|7|18")
               BLOCK("行政复议情况", "0|0|8|0|8"),
           "reconsideration 0 0 8 0 8; litigation_direct 0 8 3 7 18; litigation_after_review 3 6 4 6 19"),
    /* Other words may stand around the name of a block, but no other block's. */
    REPORT("云川县2022年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n" BLOCK(
               "表1 行政复议办理情况", "0|0|8|0|8")
               BLOCK("（二）未经复议直接起诉的行政诉讼情况", "0|8|3|7|18")
                   BLOCK("行政诉讼中复议后起诉案件", "3|6|4|6|19"),
           "reconsideration 0 0 8 0 8; litigation_direct 0 8 3 7 18; litigation_after_review 3 6 4 6 19"),
    REPORT("云川县2022年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n" BLOCK(
               "未经复议直接起诉", "0|8|3|7|18") BLOCK("行政复议与行政诉讼合计", "0|0|8|0|8"),
           "reconsideration . . . . .; litigation_direct 0 8 3 7 18"),
#undef BLOCK
    /* Labels behind their values: a row has those of two, one below none, and whose those between are nothing
       tells. */
    APPLICATIONS("自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
                 "一、本年新收政府信息公开申请数量\n1\n0\n0\n2\n0\n0\n3\n7\n0\n0\n0\n0\n0\n7\n"
                 "二、上年结转政府信息公开申请数量\n5\n0\n0\n0\n1\n0\n6\n（一）予以公开\n（二）部分公开\n1\n0"
                 "\n0\n0\n0\n0\n1\n",
                 "carried_in 5a 0a 0a 0a 1a 0a 6a; granted . . . . . . .; partly_granted 1 0 0 0 0 0 1; "
                 "cell-ambiguous: 3"),
    APPLICATIONS(
        "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
        "一、本年新收政府信息公开申请数量\n1\n/\n/\n2\n/\n/\n3\n7\n/\n/\n/\n/\n/\n7\n"
        "二、上年结转政府信息公开申请数量\n5\n/\n4\n/\n1\n/\n10\n（一）予以公开\n（二）部分公开\n1\n/"
        "\n/\n/\n/\n/\n1\n",
        "carried_in 5a '/'a 4a '/'a 1a '/'a 10a; granted . . . . . . .; partly_granted 1 / / / / / 1"),
    /* All rows in one: a cell that holds all labels of the form is no prose. */
    APPLICATIONS(
        "<table><tr><td>项目<td>自然人<td>总计<tr><td>一、本年新收政府信息公开申请数量<br>"
        "二、上年结转政府信息公开申请数量<br>（一）予以公开<br>（二）部分公开（区"
        "分处理的，只计这一情形，不计其他情形）<br>1.属于国家秘密<br>2.其他法律行政法规禁止公开<br>3."
        "危及“三安"
        "全一稳定”<br>4.保护第三方合法权益<br>5.属于三类内部事务信息<br>6.属于四类过程性信息<br>7.属于行"
        "政执法案卷<br>8.属于行政查询事项<br>1.本机关不掌握相关政府信息<br>2.没有现成信息需要另行制作<br>3"
        ".补正后申请内容仍不明确<br>1.信访举报投诉类申请<br>2.重复申请<br>3.要求提供公开出版物<br>4.无正"
        "当理由大量反复申请<br>5.要求行政机关确认或重新出具已获取信息<br>1."
        "申请人无正当理由逾期不补正、行政机关不再处"
        "理其政府信息公开申请<br>2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请<br>"
        "3.其他<"
        "br>（七）总计<br>四、结转下年度继续办理"
        "<td>7<br>0<br>4<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>"
        "0<br>0<br>0<br>0<br>4<br>3<td>7<br>0<br>4<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>"
        "0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>0<br>4<br>3</table>",
        "received 7 . . . . . 7; granted 4 . . . . . 4; outcome_total 4 . . . . . 4; carried_out 3 . . . . . "
        "3"),
    /* Lines that are labels each, beside one value in each cell, are one label that is broken. */
    APPLICATIONS("+-------------------------+------+----+\n|项目                     |自然人|总计|\n"
                 "+-------------------------+------+----+\n|三、本年度办理结果-（一）|4     |4   |\n"
                 "|予以公开                 |      |    |\n+-------------------------+------+----+\n"
                 "|三、本年度办理结果-（二）|2     |2   |\n|部分公开                 |      |    |\n"
                 "+-------------------------+------+----+\n",
                 "granted 4 . . . . . 4; partly_granted 2 . . . . . 2"),
    /* A label that a number in a circle tells from a column's. */
    APPLICATIONS("自然人\n其他\n总计\n一、本年新收政府信息公开申请数量\n3\n1\n4\n①逾期不补正\n2\n0\n2\n③其他"
                 "\n1\n0\n1\n"
                 "（七）总计\n3\n0\n3\n",
                 "other.other 1 . . . . 0 1; outcome_total 3 . . . . 0 3"),
    /* Labels that have moved when the row of those beside them was lost. */
    APPLICATIONS("| | 申请人情况 | | | | | | |\n|---|---|---|---|---|---|---|---|\n"
                 "| | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | |\n"
                 "| 一、本年新收政府信息公开申请数量 | 5 | 3 | 2 | 1 | 4 | 0 | 15 |\n"
                 "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 2 | 0 | 0 | 3 |\n",
                 "received . 5a 3a 2a 1a 4a .; carried_in . 1a 0a 0a 2a 0a ."),
    APPLICATIONS("| | 申请人情况 | | | | | | |\n|---|---|---|---|---|---|---|---|\n"
                 "| | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | |\n"
                 "| 一、本年新收政府信息公开申请数量 | 5 | 3 | 2 | 1 | 4 | | 15 |\n"
                 "| 二、上年结转政府信息公开申请数量 | 1 | | | 2 | | | 3 |\n",
                 "received . 5a 3a 2a 1a 4a ."),
    /* What counts the rows is no value before a label that is shortened. */
    APPLICATIONS("序号\t\t申请人情况\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服"
                 "务机构\t其他\n"
                 "1\t一、本年新收政府信息公开申请数量\t3\t0\t1\t0\t0\t0\t4\n2\t二、上年结转\t1\t\t\t\t\t\t1\n"
                 "3\t三、本年度办理结果\t（一）予以公开\t4\t0\t1\t0\t0\t0\t5\n"
                 "4\t5.内部事务信息\t5\t\t\t\t\t1\t6\n",
                 "carried_in 1 _ _ _ _ _ 1; denied.internal_affairs 5 _ _ _ _ 1 6; cell-count: 0"),
    /* Rows that come again without a head are another table's, and fill no row of the first. */
    APPLICATIONS(
        "| 项目 | 自然人 | 总计 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 3 | 3 |\n"
        "| 四、结转下年度继续办理 | 1 | 1 |\n| 一、本年新收政府信息公开申请数量 | 9 | 9 |\n"
        "| 二、上年结转政府信息公开申请数量 | 5 | 5 |\n| 四、结转下年度继续办理 | 2 | 2 |\n",
        "received 3 . . . . . 3; carried_in . . . . . . .; carried_out 1 . . . . . 1; table-repeated: 1"),
    APPLICATIONS(
        "自然人\n总计\n一、本年新收政府信息公开申请数量\n3\n3\n四、结转下年度继续办理\n1\n1\n上年数据\n"
        "一、本年新收政府信息公开申请数量\n9\n9\n二、上年结转政府信息公开申请数量\n5\n5\n"
        "四、结转下年度继续办理\n2\n2\n",
        "received 3 . . . . . 3; carried_in . . . . . . .; carried_out 1 . . . . . 1; table-repeated: 1"),
    /* The columns of a table in two parts, one below the other: they are one table, and no second one. */
    APPLICATIONS(
        "\n"
        "| 项目 | 自然人 | 商业企业 | 科研机构 |\n|---|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 5 "
        "| 3 | 4 |\n"
        "| 四、结转下年度继续办理 | | | 2 |\n\n续表\n\n"
        "| 项目 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | 0 | 2 | 1 | 15 |\n| 四、结转下年度继续办理 | | | | 2 |\n",
        "received 5 3 4 0 2 1 15; carried_out _ _ 2 _ _ _ 2; table-repeated: 0"),
    /* Where positions do not count, as some rows have a cell more than there are labels, the labels of one
     * row stand in its order, whatever stands over them. */
    APPLICATIONS(
        "| 项目 | 法人或其他组织 | | | |\n|---|---|---|---|---|\n| | 自然人 | 商业企业 | 科研机构 | 总计 |\n"
        "| 一、本年新收政府信息公开申请数量 | 5 | 3 | 4 | 12 | |\n| 四、结转下年度继续办理 | 1 | 0 | 2 | 3 | "
        "|\n",
        "received 5 3 4 . . . 12"),
    /* A number in a column without a label, beside those of the form, is in no cell: that is said. */
    DISCLOSURE("|信息内容|本年制发件数||本年废止件数|现行有效件数|\n|-|-|-|-|-|\n|规章|1|8|2|3|\n|"
               "行政规范性文件|2|0|1|9|\n",
               "regulations 1 2 3; column-unknown: 1"),
    /* The number of a heading is no part of the name of the block below it. */
    REVIEW("\n"
           "（三）行政诉讼：复议后起诉\n\n"
           "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| 0 | 1 | 0 | 2 | 3 "
           "|\n",
           "litigation_after_review 0 1 0 2 3"),
    /* Shortened labels of rows that print nothing, beside a group, and under a head of another printed table
     * with fewer columns.
     */
    APPLICATIONS(
        "<table>"
        "<tr><td>类别<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计"
        "<tr><td>一、本年新收<td>1<td><td><td><td><td><td>1</table><p>下页</p><table>"
        "<tr><td>三、办理结果<td>（三）不予公开<td>1.国家秘密<td><td><td><td><td><td><td>"
        "<tr><td><td><td>4.第三方权益<td>0<td>0<td>0<td>0<td>5<td>0<td>5<tr><td><td><td>6.过程性信息<td><td><"
        "td><td><td><td><td>"
        "<tr><td colspan=3>四、结转下年度<td><td><td><td><td><td><td></table>",
        "received 1 _ _ _ _ _ 1; denied.state_secret _ _ _ _ _ _ _; denied.third_party_rights 0 0 0 0 5 0 5; "
        "denied.deliberative "
        "_ _ _ _ _ _ _; carried_out _ _ _ _ _ _ _"),
    /* A cell a line: the shortened label of the next row begins it, however many values the row before
       prints. */
    APPLICATIONS("自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
                 "1.属于国家秘密\n1\n0\n0\n0\n0\n0\n1\n2.重复申请\n1\n4\n5\n"
                 "4.第三方权益\n0\n0\n2\n0\n5\n0\n7\n",
                 "denied.state_secret 1 0 0 0 0 0 1; denied.third_party_rights 0 0 2 0 5 0 7"),
    /* a piece below a whole label that it goes on with is its, and not of the shortened one beside that */
    REVIEW("       行政复议                          行政诉讼\n"
           "                         未经复议直接起诉             复议后起诉\n"
           "        其他  未审\n"
           "维持  纠正          总计          其他  未审              其他  未审\n"
           "        结果  结       维持  纠正          总计  维持  纠正          总计\n"
           "                            结果  结               结果  结\n"
           " 1   0   0   0   1   9   0   8   4  21   3   0   0   0   3\n",
           "litigation_direct 9 0 8 4 21"),
    /* Three rows of five, a cell a line: the label before the values is their row's, though it stands over
       columns elsewhere. */
    REVIEW("结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n行政复议\n1\n0\n0\n2\n3\n"
           "未经复议直接起诉\n0\n0\n0\n0\n0\n复议后起诉\n4\n0\n0\n0\n4\n",
           "reconsideration 1 0 0 2 3; litigation_direct 0 0 0 0 0; litigation_after_review 4 0 0 0 4"),
    /* Values each exactly under its label, where a wide character takes one column, as lynx prints them: they
     * are in its column, though columns are so near to each other and so often empty that their places alone
     * do not tell. */
    APPLICATIONS(
        "   (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)                      "
        "申请人情况\n"
        "                                                           自然人 法人或其他组织                    "
        "总计\n"
        "                                                               商业企业 科研机构 社会公益组织 "
        "法律服务机构 其他\n"
        "   一、本年新收政府信息公开申请数量                                        8   1    0    0      1   "
        "   0  10\n"
        "   二、上年结转政府信息公开申请数量                                                 0           0   "
        "   0  0\n"
        "   三、本年度办理结果 (一)予以公开                                       0        0           0\n"
        "             (二)部分公开(区分处理的,只计这一情形,不计其他情形)                  0   0    0         "
        "  0\n"
        "             (三)不予公开 1.属于国家秘密                                            0\n"
        "                     2.其他法律行政法规禁止公开                        0             0              "
        "  0\n"
        "                     3.危及\"三安全一稳定\"                          0        0           0\n"
        "                     4.保护第三方合法权益                           0   1    0    0      0      0  "
        "1\n"
        "                     5.属于三类内部事务信息                          0\n"
        "                     6.属于四类过程性信息                           0        0\n"
        "                     7.属于行政执法案卷                            0   0    0    0      1      0  "
        "1\n"
        "                     8.属于行政查询事项                                     0    0      0\n"
        "             (四)无法提供 1.本机关不掌握相关政府信息                            0    0    0      0  "
        "       0\n"
        "                     2.没有现成信息需要另行制作                        0   0    0    0      0       "
        "  0\n"
        "                     3.补正后申请内容仍不明确                         3   0    0    0      0      0 "
        " 3\n"
        "             (五)不予处理 1.信访举报投诉类申请                                    0    0      0     "
        " 0  0\n"
        "                     2.重复申请                                0                              0\n"
        "                     3.要求提供公开出版物                           5   0    0    0      0      0  "
        "5\n"
        "                     4.无正当理由大量反复申请                                  0    0      0      0 "
        " 0\n"
        "                     5.要求行政机关确认或重新出具已获取信息                  0             0      0 "
        "     0  0\n"
        "             (六)其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请     0    "
        "         0      0   "
        "   0  0\n"
        "                     2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 0     "
        "   0    0\n"
        "                     3.其他                                  0        0    0      0      0\n"
        "             (七)总计                                         8   1    0    0      1      0  10\n"
        "   四、结转下年度继续办理                                                 0    0    0               "
        " 0\n"
        "   行政复议                   行政诉讼\n"
        "   结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉               复议后起诉\n"
        "                          结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 "
        "尚未审结 总计\n"
        "        0         0    0  0    0    1    0    1  0    0    0\n"
        "五、存在的主要问题及改进情况\n",
        "received 8 1 0 0 1 0 10; reconsideration _ 0 _ 0 0; litigation_direct 0 0 1 0 1; "
        "litigation_after_review 0 0 0 _ _"),
    /* The measure of width is the one in which values stand in fewer places: lines of a sparse table are not
     * to be compared one by one. */
    REPORT("云川县2020年政府信息公开工作年度报告\n"
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
           "granted 0 _ _ _ _ 0 _"),
    /* A span that is too short in the head puts labels over the labels of rows: their order tells. */
    APPLICATIONS(
        "<table>"
        "<tr><td rowspan=2 colspan=3>（勾稽关系）<td colspan=7>申请人情况"
        "<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计"
        "<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他"
        "<tr><td colspan=3>一、本年新收政府信息公开申请数量<td>5<td>1<td>0<td>0<td>0<td>2<td>8</table>",
        "received 5 1 0 0 0 2 8"),
/* A block of the head that the form does not have, with labels of columns of its own: it is not taken for the
 * one behind it. */
#define BLOCK "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
    REVIEW("<table>"
           "<tr><td rowspan=2 colspan=5>行政复议<td colspan=15>行政诉讼"
           "<tr><td colspan=5>合并计算<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉"
           "<tr>" BLOCK BLOCK BLOCK BLOCK "<tr><td>1<td>0<td>0<td>0<td>1<td>4<td>2<td>0<td>0<td>6<td>3<td>0<"
           "td>0<td>0<td>3<td>1<td>2<td>0<td>0<td>3"
           "</table>",
           "litigation_direct 3a 0a 0a 0a 3a; litigation_after_review 1 2 0 0 3"),
#undef BLOCK
    /* Where the label of one block is lost, its columns may stand on either side of those of the others. */
    REVIEW("行政诉讼\n结果维持\n"
           "结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n"
           "尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
           "0\n0\n2\n0\n2\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n",
           "litigation_direct 0a 0a 2a 0a 2a"),
    /* A head whose cells spanned rows and columns, as converters leave it that know no spans: its labels
     * stand left of the values. The columns are the last ones, but only where nothing stands left of them,
     * and something in the last. */
    APPLICATIONS(LEFT_HEAD FIRST_ROW, "received 5 1 _ 2 3 _ 11"),
    APPLICATIONS(LEFT_HEAD FIRST_ROW "| 四、结转下年度继续办理 | | | | | 2 | | | | 2 |\n",
                 "carried_out _ _ _ 2 _ _ 2"),
    APPLICATIONS(LEFT_HEAD
                 "| 一、本年新收 | | | 5 | 1 | 2 | | 3 | | 11 |\n| 四、结转下年度 | | | | | 2 | | | | 2 |\n",
                 "received 5 1 _ 2 3 _ 11"), /* rows whose labels are shortened */
    APPLICATIONS(LEFT_HEAD FIRST_ROW "| 二、上年结转政府信息公开申请数量 | | 7 | | | | | | | |\n",
                 "received 5a 1a 3a 2a . . 11p"),
/* A head whose cells spanned rows and columns, each row of labels from its first on: an empty one is that of
 * a column. */
#define ROWS                                                                                                 \
    "\n一、本年新收政府信息公开申请数量\t5\t3\t4\t0\t2\t1\t15\n四、结转下年度继续办理\t\t\t2\t\t\t\t2\n"
    APPLICATIONS("勾稽关系\t申请人情况\n自然人\t法人或其他组织\t总计\n\t科研机构\t社会公益组织\t法律服务机构"
                 "\t其他" ROWS,
                 "received 5 . 4 0 2 1 15"),
    APPLICATIONS("勾稽关系\t申请人情况\n\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机"
                 "构\t其他" ROWS,
                 "carried_out . _ 2 _ _ _ 2"),
#undef ROWS
/* A label that is shortened or garbled and torn over lines as well. */
#define HEAD "申请人情况\n自然人\n总\n计\n"
    APPLICATIONS(HEAD "一、本年新\n收\n4\n4\n二、上年结转\n1\n1\n",
                 "received 4 . . . . . 4"), /* no heading of prose */
    APPLICATIONS(HEAD "一、\n新收政府信息公开\n4\n4\n二、上年结转\n1\n1\n", "received 4 . . . . . 4"),
    APPLICATIONS(HEAD "二、上年结转\n1\n1\n8\n.行政\n查询\n4\n4\n", "denied.inquiry 4 . . . . . 4"),
    APPLICATIONS(HEAD "二、上年结转\n1\n1\n2.重夏\n申请\n4\n4\n", "rejected.repeated 4 . . . . . 4"),
#undef HEAD
    DISCLOSURE("第二十条第（八）项\n信息内容\n本年收费金额\n行政\n事业收费\n4\n", "fees 4"),
/* Columns set with spaces: a label of one line between labels of two is none of their pieces; nor is a piece
 * that is garbled one of the label beside it. */
#define STACKED(piece)                                                                                            \
    "        行政复议                                        行政诉讼\n"                                  \
    "                                      未经复议直接起诉              复议后起诉\n"               \
    "  " piece "        其他  尚未        结果        其他  尚未        结果        其他  尚未\n" \
    "        纠正              总计        纠正              总计        纠正              总计\n"    \
    "  维持        结果  审结        维持        结果  审结        维持        结果  审结\n"    \
    "   1           2           3           4           1     5           1           2     3\n"                  \
    "五、存在的主要问题及改进情况\n"
    REVIEW(STACKED("结果"),
           "reconsideration 1 _ 2 _ 3; litigation_direct _ 4 _ 1 5; litigation_after_review _ 1 _ 2 3"),
    REVIEW(STACKED("结杲"),
           "reconsideration 1 _ 2 _ 3; litigation_direct _ 4 _ 1 5; litigation_after_review _ 1 _ 2 3"),
#undef STACKED
/* Columns set with spaces whose labels are shortened and torn: a piece may begin in the middle of a label,
 * 公益, or be moved. */
#define ROWS                                                                                                 \
    "一、本年新收政府信息公开申请数量   3           1           2           6\n"             \
    "二、上年结转政府信息公开申请数量         4           5                 9\n"             \
    "四、结转下年度继续办理                               1                 1\n"
    APPLICATIONS("                                  自然        科研  公益  法律        总计\n"
                 "                                  人    企业  机构  组织  服务  其他\n" ROWS,
                 "received 3 _ 1 _ 2 _ 6"),
    APPLICATIONS("                                  自然              公益  法律        总计\n"
                 "                                  人    企业  科研              其他\n"
                 "                                                    组织     服务\n" ROWS,
                 "received 3 _ 1 _ 2 _ 6"),
#undef ROWS
    /* A cell a line, an empty line an empty cell: the one that the label before it covers is told by labels
     * that are only near, too.
     */
    APPLICATIONS("申请人情况\n\n自然人\n商业企业\n总计\n一、本年新收\n3\n\n3\n二、上年结轮\n\n1\n1\n\n"
                 "（一）予以公开\n\n\n\n（二）部分公开\n\n\n\n（三）不予公干\n1．属于国家秘密\n2\n\n2\n"
                 "四、结转下年度\n1\n1\n2\n",
                 "carried_in _ 1 . . . . 1"),
    /* Wordings in use, a translation beside a label, and labels in one cell with those over them. */
    APPLICATIONS("| | 合计 | 自然人 | 商业企业 | 科研院所 | 社会公益组织 | 律所 | 其它 "
                 "|\n|---|---|---|---|---|---|---|---|\n"
                 "| 一、本年新收政府信息公开申请数量 | 7 | 3 | 1 | 0 | 0 | 2 | 1 |\n",
                 "received 3 1 0 0 2 1 7"),
    APPLICATIONS("| | A.商业企业 | B.自然人 Individuals | 总计 Total |\n|---|---|---|---|\n"
                 "| 一、本年新收 New | 1 | 3 | 4 |\n",
                 "received 3 1 . . . . 4"),
    APPLICATIONS(
        "| | 申请人情况.法人或其他组织.其他 | 申请人情况.自然人 | 申请人情况.总计 |\n|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | 1 | 3 | 4 |\n",
        "received 3 . . . . 1 4"),
    APPLICATIONS("申请人情况\n自然人\n法人或他组织\n总计\n商业企业\n其他\n"
                 "一、本年新收政府信息公开申请数量\n3\n0\n1\n4\n四、结转下年度继续办理\n1\n1\n0\n2\n",
                 "received 3 0 . . . 1 4; carried_out 1 1 . . . 0 2"),
    APPLICATIONS("申请\n自然人\n法人或其\n总计\n商业企业\n其他\n"
                 "一、本年新收政府信息公开申请数量\n3\n0\n1\n4\n四、结转下年度继续办理\n1\n1\n0\n2\n",
                 "received 3 0 . . . 1 4; carried_out 1 1 . . . 0 2"),
    APPLICATIONS("申请人情况\n自然人\n法人及其他组织\n总计\n商业企业\n其他\n"
                 "一、本年新收政府信息公开申请数量\n3\n0\n1\n4\n四、结转下年度继续办理\n1\n1\n0\n2\n",
                 "received 3 0 . . . 1 4"),
/* Last year's table before this year's: its caption says so. One table is the report's, whatever its caption
 * says. */
#define TABLE(number)                                                                                        \
    "\n| | 自然人 | 总计 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | " number " | " number " |"   \
    "\n\n"
    APPLICATIONS("2021年收到和处理申请的情况：" TABLE("7") "2022年的情况：" TABLE("4"),
                 "received 4 . . . . . 4"),
    APPLICATIONS("二〇二一年的情况：" TABLE("7") "二〇二二年的情况：" TABLE("4"), "received 4 . . . . . 4"),
    APPLICATIONS("上年情况" TABLE("7") "本年度情况如下：" TABLE("4"), "received 4 . . . . . 4"),
    APPLICATIONS("2021年收到和处理申请的情况：" TABLE("7"), "received 7 . . . . . 7"),
#define ROW                                                                                                  \
    "**二、上年结转政府信息公开申请数量**\n\n| | 自然人 | 总计 |\n|---|---|---|\n| "    \
    "二、上年结转政府信息公开申请数量 | 7 | 7 "                                              \
    "|\n\n"
    APPLICATIONS(ROW ROW, "carried_in 7 . . . . . 7"), /* no caption of last year's */
#undef ROW
    APPLICATIONS("与2021年相比，2022年的情况：" TABLE("4") "2021年的情况：" TABLE("7"),
                 "received 4 . . . . . 4"),
#undef TABLE
    /* Of two tables the one that its caption makes another's is the second, though it stands first; unless
       both are. */
    /* A table of several years before the form's is none of the form's, whether these are its columns or its
       rows. */
    DISCLOSURE(
        "\n\n|项目|2019年|2020年|2021年|\n|-|-|-|-|\n|规章|5|6|7|\n|行政规范性文件|1|2|3|\n\n" REGULATIONS(
            "1"),
        "regulations 1 _ 3"),
    DISCLOSURE("\n\n|项目|２０１９|２０２０|２０２１|\n|-|-|-|-|\n|规章|5|6|7|\n|行政规范性文件|1|2|3|"
               "\n\n" REGULATIONS("1"),
               "regulations 1 _ 3"),
    DISCLOSURE("\n\n|年份|规章|规范性文件|\n|-|-|-|\n|2019年度|5|6|\n|2020年度|1|2|\n\n" REGULATIONS("1"),
               "regulations 1 _ 3"),
    DISCLOSURE("\n\n|项目|2019年|2020年|增长率|\n|-|-|-|-|\n|规章|5|6|20|\n\n" REGULATIONS("1"),
               "regulations 1 _ 3"),
    APPLICATIONS(
        "\n\n|年份|新收申请|予以公开|部分公开|结转|\n|-|-|-|-|-|\n|2019年|5|6|1|2|\n|2020年|1|2|3|4|\n\n"
        "申请人情况 / 自然人 / 法人或其他组织 / 总计\n商业企业 / 科研机构 / 社会公益组织 / 法律服务机构 / "
        "其他\n"
        "（二）部分公开 / 1 / 1 / 1 / 1 / 1 / 1 / 6\n",
        "partly_granted 1 1 1 1 1 1 6"),
    /* Numbers that may be years are values of a row of the form. */
    DISCLOSURE("规章 | 2019 | 2020 | 2021 |\n", "regulations 2019p 2020p 2021p"),
    SECOND_TAKEN("1—6月情况", "全年情况"),
    /* So of the office before the title of a table; a name that is part of the other is the same office's. */
    SECOND_TAKEN("青禾街道办事处主动公开政府信息情况", "云川县主动公开政府信息情况"),
    SECOND_TAKEN("附：青禾街道办事处2022年主动公开政府信息情况表", "云川县人民政府主动公开政府信息情况"),
    FIRST_TAKEN("云川县人民政府主动公开政府信息情况", "青禾街道办事处主动公开政府信息情况"),
    FIRST_TAKEN("全县各级机关主动公开政府信息情况", "分类情况"),
/* The first line of a head may stand before the table. */
#define SLASHES(number)                                                                                      \
    "申请人情况\n自然人 / 商业企业 / 总计\n一、本年新收政府信息公开申请数量 / " number " / 0 / " number      \
    "\n二、上年结转政府信息公开申请数量 / 0 / 0 / 0\n\n"
    APPLICATIONS("2021年收到和处理政府信息公开申请情况\n\n" SLASHES(
                     "7") "2022年收到和处理政府信息公开申请情况\n\n" SLASHES("4"),
                 "received 4 0 . . . . 4"),
#undef SLASHES
    /* A tab alone before cells that end with one each is an empty cell, not what parts the cells of a
       browser. */
    APPLICATIONS(
        "单位：件\n\n\t\n申请人情况\t\n自然人\t\n总计\t\n"
        "一、本年新收政府信息公开申请数量\t\n3\t\n4\t\n二、上年结转政府信息公开申请数量\t\n1\t\n2\t\n",
        "received 3 . . . . . 4; carried_in 1 . . . . . 2"),
    /* Marks that stand for a label, in the first row of a head too; what they cover is no repeated number. */
    APPLICATIONS("\"\",\"—\",\"申请人情况\",\"—\",\"—\",\"—\",\"—\"\n"
                 "\"—\",\"—\",\"自然人\",\"法人或其他组织\",\"—\",\"—\",\"总计\"\n"
                 "\"—\",\"—\",\"—\",\"商业企业\",\"科研机构\",\"其他\",\"—\"\n"
                 "\"一、本年新收政府信息公开申请数量\",\"—\",\"3\",\"0\",\"0\",\"0\",\"3\"\n"
                 "\"三、本年度办理结果\",\"（一）予以公开\",\"3\",\"0\",\"0\",\"0\",\"3\"\n",
                 "received 3 0 0 . . 0 3; granted 3 0 0 . . 0 3; cell-count: 0"),
    DISCLOSURE("\"第二十条第（五）项\",\"—\",\"—\",\"—\"\n\"信息内容\",\"本年处理决定数量\",\"—\",\"—\"\n"
               "\"行政许可\",\"240\",,\n",
               "licensing 240; cell-placed: 0"),
    DISCLOSURE("<table><tr><td colspan=2>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
               "<tr><td>规章<td colspan=2>—<td>2<td>4<tr><td colspan=2>行政规范性文件<td>1<td>2<td>5</table>",
               "regulations / 2 4; normative_documents 1 2 5; cell-ambiguous: 0"),
    /* Where no label of a column is printed, the blocks are those of their labels all the same. */
    REVIEW(
        "<table><tr><td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<td colspan=5>行政复议"
        "<tr><td>—<td>—<td>11<td>—<td>11<td>1<td>—<td>2<td>—<td>3<td>2<td>—<td>—<td>—<td>2</table>",
        "reconsideration 2p / / / 2p; litigation_direct / / 11p / 11p; litigation_after_review 1p / 2p / 3p"),
    REVIEW(
        "行政诉讼\n行政复议\n未经复议直接起诉\n复议后起诉\n0\n0\n11\n0\n11\n1\n0\n2\n0\n3\n2\n0\n0\n0\n2\n",
        "reconsideration 2p 0p 0p 0p 2p; litigation_direct 0p 0p 11p 0p 11p"),
    /* A head has lost a label where rows have more cells than it has labels, one that the form lacks among
       them. */
    APPLICATIONS("自然人 / 科研机构 / 社会公益组织 / 法律服务机构 / 其他 / 总计 / 备注\n"
                 "一、本年新收政府信息公开申请数量 / 1 / 2 / 3 / 4 / 5 / 6 / 21\n"
                 "二、上年结转政府信息公开申请数量 / 1 / 0 / 0 / 0 / 0 / 0 / 1 / 见说明\n"
                 "四、结转下年度继续办理 / 0 / 0 / 0 / 0 / 2 / 0 / 2\n",
                 "received 1p 2p 3p 4p 5p 6p 21p; carried_out 0p 0p 0p 0p 2p 0p 2p"),
    REVIEW("|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|\n|行政复议|/|/|/|/|/|\n"
           "|未经复议直接起诉|/|/|/|/|/|\n|复议后起诉|/|/|1|/|1|\n",
           "reconsideration / / / / /; litigation_after_review / / 1 / 1"),
    APPLICATIONS("| | | 自然人 | 商业企业 | 总计 |\n|-|-|-|-|-|\n"
                 "| 二、上年结转政府信息公开申请数量 | | 1 | 0 | 1 "
                 "|\n\n一、本年新收政府信息公开申请数量\t/\n3\t/\t3\n",
                 "received '/'a . . . . . ."),
    FIRST_TAKEN("1至12月情况", "上半年情况"),
    SECOND_TAKEN("第三季度情况", "全年情况"),
    SECOND_TAKEN("其中：河东分局", "云川县教育局（汇总）"),
    SECOND_TAKEN("全省汇总（供参考）", "本单位"),
    SECOND_TAKEN("更正前：", "更正后："),
    SECOND_TAKEN("本机关作为复议机关的情况：", "本机关被复议的情况："),
    SECOND_TAKEN("所辖街道", "本单位"),
    /* also where one prints its rows below each other, the other beside each other */
    REVIEW("所辖街道情况\n\n|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|\n|行政复议|1|0|0|"
           "0|1|\n"
           "|未经复议直接起诉|0|0|0|0|0|\n|复议后起诉|0|0|0|0|0|\n\n本机关情况\n\n"
           "<table><tr><td colspan=5>行政复议<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉"
           "<tr><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计<td>结果维持<td>结果纠正<td>其他结果<"
           "td>尚未审结<td>总计"
           "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
           "<tr><td>2<td>0<td>0<td>0<td>2<td>0<td>0<td>0<td>0<td>0<td>0<td>0<td>0<td>0<td>0</table>\n",
           "reconsideration 2 0 0 0 2; table-repeated: 1"),
    SECOND_TAKEN("表样（空表）", "统计表"),
    FIRST_TAKEN("其中：河东分局", "其中：河西分局"),
    SECOND_TAKEN("2022年工作计划数", "2022年完成数"),
    FIRST_TAKEN("按年度计划公开情况", "区县情况"),
    FIRST_TAKEN("统计表", "统计表（续）"),
    FIRST_TAKEN("各分局及机关合计", "机关本部"),
    FIRST_TAKEN("表样式见通知", "统计表"),
    /* Where spaces part labels and stand for nothing else, one may stand below itself by chance, and those of
     * two lines among each other. */
    REVIEW("行政复议       行政诉讼\n"
           "结果维持      结果纠正        其他结果    尚未审结       总计      未经复议直接起诉      "
           "复议后起诉\n"
           "结果维持    结果纠正    其他结果  尚未审结   总计    结果维持       结果纠正  其他结果    "
           "尚未审结      总计\n"
           "1     2  3    4      10   0    0     5    0       5   6      0    0       7   13\n",
           "reconsideration 1 2 3 4 10; litigation_direct 0 0 5 0 5; litigation_after_review 6 0 0 7 13"),
    REVIEW("行政复议     行政诉讼\n"
           "结果维持           结果纠正          其他结果       尚未审结         总计         "
           "未经复议直接起诉       复议后起诉\n"
           "  结果维持            结果纠正           其他结果        尚未审结      总计    结果维持    "
           "结果纠正     其他结果    "
           "尚未审结  总计\n"
           "1   2       3     4  10     0      0    5  0    5   6  0     0    7     13\n",
           "reconsideration 1 2 3 4 10; litigation_direct 0 0 5 0 5; litigation_after_review 6 0 0 7 13"),
    /* Which table a part is of tell the labels that it prints, not how often it prints each: 其他 and 总计
     * are those of two tables.
     */
    APPLICATIONS(
        "项目\t\t自然人\t总计\n一、本年新收政府信息公开申请数量\t\t1\t1\n四、结转下年度继续办理\t\t0\t0\n"
        "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
        "维持\t纠正\t其他\t未审结\t总计\t直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
        "\t\t\t\t\t维持\t纠正\t其他\t未审结\t总计\t维持\t纠正\t其他\t未审结\t总计\n"
        "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t5\t0\t0\t0\t5\n",
        "reconsideration 1 2 3 4 10; litigation_after_review 5 0 0 0 5"),
/* Where far more rows contradict their sums than not, those that do not are in doubt: their sums hold by
 * chance. */
#define HEAD "|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
#define ROWS(LAST)                                                                                                                          \
    HEAD "|一、本年新收政府信息公开申请数量|5|7|0|0|0|0|9|\n|二、上年结转政府信息公开申请数量|3|4|0|0|0|0|" \
         "9|\n"                                                                                                                             \
         "|（一）予以公开|2|2|0|0|0|0|5|\n|（二）部分公开|6|1|0|0|0|0|8|\n" LAST                                                            \
         "|四、结转下年度继续办理|2|1|0|0|0|0|3|\n"
    APPLICATIONS(ROWS("|1.属于国家秘密|1|1|0|0|0|0|3|\n|2.重复申请|0|0|0|0|0|0|0|\n"),
                 "carried_out 2a 1a 0a 0a 0a 0a 3a"),
    APPLICATIONS(ROWS("|1.属于国家秘密|1|2|0|0|0|0|3|\n|2.重复申请|0|0|0|0|0|0|0|\n"),
                 "carried_out 2 1 0 0 0 0 3"),
#undef HEAD
#undef ROWS
/* The only table of a kind is read whatever its caption says, but not in silence; a note to the rows above is
 * no caption. */
#define TABLE "\n\n|项目|自然人|总计|\n|-|-|-|\n|一、本年新收政府信息公开申请数量|4|4|\n"
    APPLICATIONS("附：2021年情况" TABLE, "received 4 . . . . . 4; table-caption: 1"),
    APPLICATIONS("2.青禾街道办事处收到和处理政府信息公开申请情况" TABLE, "table-caption: 1"),
    APPLICATIONS("（二）行政机关收到和处理政府信息公开申请情况" TABLE, "table-caption: 0"),
    APPLICATIONS("2022年情况" TABLE "备注：不含所属单位。\n|二、上年结转政府信息公开申请数量|1|1|\n",
                 "table-caption: 0"),
#undef TABLE
/* Where all labels but one are printed, a cell more than there are labels is that column's only if a value
 * stands in it. */
#define HEAD "|项目|||||||\n|-|-|-|-|-|-|-|-|\n|自然人|商业企业|科研机构|法律服务机构|其他|总计|||\n"
    APPLICATIONS(HEAD "|一、本年新收政府信息公开申请数量|4|5|6|7|8|30||\n|三、本年度办理结果|（一）予以公开|"
                      "1|2|3|4|5|15|\n",
                 "received 4 5 6 . 7 8 30"),
#undef HEAD
    /* rows begin with one label or with two; their values are those behind it */
    APPLICATIONS("申请人情况\n自然人\t法人或其他组织\t总计\n\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
                 "一、本年新收政府信息公开申请数量\t4\t5\t6\t7\t8\t9\t39\n"
                 "三、本年度办理结果\t（一）予以公开\t1\t2\t\t4\t5\t6\t18\n",
                 "granted 1 . _ 4 5 6 18"),
    APPLICATIONS("申请人情况\n自然人\t商业企业\t科研机构\t法律服务机构\t其他\t总计\n"
                 "一、本年新收政府信息公开申请数量\t4\t5\t6\t7\t8\t30\t\n",
                 "received 4 5 6 . 7 8 30"),
    /* of a row with fewer values than another, which has one for each column, nothing tells which is missing
     */
    DISCLOSURE(
        "第二十条第（一）项\n信息内容\n本年制发件数\n现行有效件数\n规章\n4\n1\n37\n行政规范性文件\n5\n9\n",
        "normative_documents 5p . 9p"),
/* A caption between rows that names the report's office, or its year, begins its table; so do any words
 * before a head that comes again. */
#define TABLE(N)                                                                                             \
    "项目\t自然人\t总计\n一、本年新收政府信息公开申请数量\t" N "\t" N                                        \
    "\n二、上年结转政府信息公开申请数量\t" N "\t" N "\n"
    APPLICATIONS("全省情况（供参考）\n" TABLE("7") "云川县申请情况\n" TABLE("4"), "received 4 . . . . . 4"),
    APPLICATIONS("2021年情况\n" TABLE("7") "2022年情况\n" TABLE("4"), "received 4 . . . . . 4"),
    APPLICATIONS("全县情况\n" TABLE("7") "云川县2021年情况\n" TABLE("4"), "received 7 . . . . . 7"),
    APPLICATIONS("更正前：\n" TABLE("7") "更正后：\n" TABLE("4"), "received 4 . . . . . 4"),
#undef TABLE
/* Another year's table fills no gap of this year's, however few rows that prints. */
#define HEAD "|项目|自然人|总计|\n|-|-|-|\n"
    APPLICATIONS(
        HEAD "|一、本年新收政府信息公开申请数量|4|4|\n|四、结转下年度继续办理|1|1|\n\n附：2021年情况\n\n" HEAD
             "|一、本年新收政府信息公开申请数量|7|7|\n|二、上年结转政府信息公开申请数量|2|2|\n|"
             "（一）予以公开|5|5|\n"
             "|（二）部分公开|1|1|\n|（七）总计|6|6|\n|四、结转下年度继续办理|3|3|\n",
        "received 4 . . . . . 4; granted . . . . . . .; carried_in . . . . . . ."),
#undef HEAD
    /* Rows of captions between the rows of one table: each begins a table of its own. */
    DISCLOSURE("|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|2021年|||\n|规章|1||3|\n|"
               "行政规范性文件|4|4|4|\n"
               "|2022年||||\n|规章|2|5|6|\n|行政规范性文件||||\n",
               "regulations 2 5 6"),
    /* words in the place of a value are no caption */
    DISCLOSURE("信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n4\n1\n未统计\n第二十条第（五）项\n"
               "信息内容\n"
               "本年处理决定数量\n行政许可\n5\n",
               "regulations 4 1 '未统计'?"),
    /* a cell a line: behind the last value of the report's own table, which lacks a row */
    DISCLOSURE("第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n4\n第二十条第（八）项\n信息内容\n"
               "本年收费金额（单位：万元）\n行政事业性收费\n5\n2021年（上一年）情况\n"
               "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n7\n行政强制\n8\n第二十条第（八）项"
               "\n信息内容\n"
               "本年收费金额（单位：万元）\n行政事业性收费\n9\n",
               "penalty 4; coercion ."),
    /* the rest of last year's table on the next page */
    APPLICATIONS(
        "2021年度情况\n\n|项目|自然人|总计|\n|-|-|-|\n|一、本年新收政府信息公开申请数量|5|5|\n\n- 3 -\n\n"
        "|（一）予以公开|4|4|\n|-|-|-|\n|（七）总计|4|4|\n\n2022年度情况\n\n|项目|自然人|总计|\n|-|-|-|\n"
        "|一、本年新收政府信息公开申请数量|7|7|\n|（一）予以公开|6|6|\n|（七）总计|6|6|\n",
        "received 7 . . . . . 7; granted 6 . . . . . 6; outcome_total 6 . . . . . 6"),
    /* the rule over a record is no caption */
    APPLICATIONS("2021年度情况\n\n" RECORDS("5", "4") "\n2022年度情况\n\n" RECORDS("7", "6"),
                 "received 7 . . . . . 7; granted 6 . . . . . 6"),
/* Last year's rows, told by a caption behind its values where only the order is known, or by their own words.
 */
#define SIX "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    REVIEW("2021年（上年）数据\n政府信息公开行政复议、行政诉讼情况表\n" SIX
           "1\n2\n3\n0\n6\n2022年（本年）数据\n复议情况表\n" SIX "4\n0\n1\n0\n5\n",
           "reconsideration 4 0 1 0 5; row-repeated: 0"),
#undef SIX
    REVIEW("年度\t行政复议\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
           "2021年\t1\t2\t3\t0\t6\n2022年\t4\t0\t\t1\t5\n",
           "reconsideration 4 0 _ 1 5; row-unknown: 1"),
    /* What is only near to a label that another column bears is a column that the form does not have. */
    DISCLOSURE(
        "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数 制发件数\n规章 4 1 37 9\n",
        "regulations 4 1 37"),
    /* Columns set with spaces: numbers beside the label of a group are not those of the row above that prints
       none. */
    APPLICATIONS("                                  自然人   商业企业  其他   总计\n"
                 "7．属于行政执法案卷               2        3         4      9\n"
                 "8．属于行政查询事项\n"
                 "（四）无法提供                    5                  1      6\n"
                 "1．本机关不掌握相关政府信息       5                  1      6\n",
                 "denied.inquiry . . . . . . ."),
/* Words that are no label, over the only column whose label is not printed: where the sums of the rows hold
 * with it, they are its label, and a finding says so. */
#define HEAD(words) "| |" words "|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
#define OUT "|四、结转下年度继续办理|0|0|0|0|0|0|0|\n"
    APPLICATIONS(HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|6|\n" OUT,
                 "received 3 1 0 0 2 0 6"),
    APPLICATIONS(HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|3|\n" OUT,
                 "received . 1 0 0 2 0 3"),
    APPLICATIONS(HEAD("公民") "|一、本年新收政府信息公开申请数量|0|1|0|0|2|0|3|\n" OUT,
                 "received . 1 0 0 2 0 3"),
    APPLICATIONS(HEAD("公民") "|一、本年新收政府信息公开申请数量|3|1|0|0|2|0|6|\n|"
                              "二、上年结转政府信息公开申请数量|1|0|0|0|0|0|9|\n"
                              "|四、结转下年度继续办理|2|0|0|0|0|0|9|\n",
                 "received . 1 0 0 2 0 6"),
    APPLICATIONS(
        "| |公民|户数|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|-|\n"
        "|一、本年新收政府信息公开申请数量|3|3|1|0|0|2|0|6|\n|四、结转下年度继续办理|0|0|0|0|0|0|0|0|\n",
        "received . 1 0 0 2 0 6"), /* either may be */
#undef OUT
#undef HEAD
    /* What a row is called instead of its label, which its place tells, is none of its values. */
    APPLICATIONS("| |自然人|商业企业|总计|\n|-|-|-|-|\n|3.危及“三安全一稳定”|0|1|1|\n|涉及旁人的|4||4|\n"
                 "|5.属于三类内部事务信息|0|0|0|\n",
                 "denied.third_party_rights 4p _ . . . . 4p"),
    /* What a label of the form's or another spans is printed once in each row that it takes. */
    APPLICATIONS("申请人情况 | 行次\n自然人 | 法人或其他组织 | 总计 | 行次\n自然人 | 商业企业 | 科研机构 | "
                 "社会公益组织 | 法律服务机构 | 其他 | 总计 | 行次\n"
                 "一、本年新收政府信息公开申请数量 | 3 | — | 0 | 0 | 0 | 0 | 3 | "
                 "1\n二、上年结转政府信息公开申请数量 | 1 | 0 | — | 0 | 0 | 0 | 1 | 2\n",
                 "received 3 / 0 0 0 0 3; carried_in 1 0 / 0 0 0 1; column-unknown: 1"),
    /* The number of a footnote behind a label is none either. */
    APPLICATIONS("| |自然人|商业企业|总计|\n|-|-|-|-|\n|4.保护第三方合法权益^[1]|4|无|4|\n",
                 "denied.third_party_rights 4 / . . . . 4"),
    /* The label of a column before the values of a row is the row's whose label is near to it: 总计 for
       (七)总计. */
    APPLICATIONS("| |自然人|商业企业|总计|\n|-|-|-|-|\n|（六）其他处理|1|0|1|\n|总计|4||4|\n",
                 "outcome_total 4 _ . . . . 4"),
/* A cell a line: labels sorted by their height on the page do not tell what stands below them. The sums say
 * so where the total is none of what stands under its label, but of what stands last. */
#define ROWS                                                                                                 \
    "一、本年新收政府信息公开申请数量\n2\n1\n0\n0\n0\n0\n3\n四、结转下年度继续办理\n1\n0\n0\n0\n0\n0\n1\n"
    APPLICATIONS("自然人\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n" ROWS,
                 "received 2a 0a 0a 0a 0a 3a 1a"),
    APPLICATIONS("商业企业\n自然人\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" ROWS,
                 "received 1 2 0 0 0 0 3"),
#undef ROWS
    /* The numbers of rows and columns that a data frame prints around a table, with commas, bars or as a
     * page; columns may be counted where rows are not. */
    REVIEW(
        "| "
        "|1|2|3|4|5|\n|-|-|-|-|-|-|\n|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|行政复议|3|2|2|2|9|\n",
        "reconsideration 3 2 2 2 9; litigation_direct . . . . .; litigation_after_review . . . . ."),
    REVIEW(",0,1,2,3,4,5\n0,类别,结果维持,结果纠正,其他结果,尚未审结,总计\n1,行政复议,3,2,2,2,9\n"
           "4,未经复议直接起诉,1,2,0,0,3\n",
           "reconsideration 3 2 2 2 9; litigation_direct 1 2 0 0 3; litigation_after_review . . . . ."),
    REVIEW("|   | 0 | 1 | 2 | 3 | 4 | 5 |\n|--:|:--|:--|:--|:--|:--|:--|\n"
           "| 0 | 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 7 | 复议后起诉 | 1 | 2 | 0 | "
           "0 | 3 |\n",
           "reconsideration . . . . .; litigation_direct . . . . .; litigation_after_review 1 2 0 0 3"),
    DISCLOSURE(",0,1,2,3,4,5,6\n1,信息内容,本年制发件数,本年制发件数,本年废止件数,本年废止件数,现行有效件数,"
               "现行有效件数\n"
               "2,规章,2,2,16,16,155,155\n3,规范性文件,6,6,1,1,41,41\n",
               "regulations 2 16 155"),
    REPORT("<h1>云川县2022年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>"
           "<table><tr><th><th>0<th>1<th>2<th>3<th>4<th>5<tr><th>0<td>类别<td>结果维持<td>结果纠正<td>"
           "其他结果<td>尚未审结<td>总计"
           "<tr><th>1<td>复议后起诉<td>1<td>2<td>0<td>0<td>3</table>",
           "litigation_after_review 1 2 0 0 3"),
    /* The rows of the review table may bear their heading, and a number, before a bracket; what was said
     * before a table tells which it is, as well as its labels do. */
    REVIEW("|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|\n|一、行政复议|3|2|2|2|9|\n"
           "|二、行政诉讼（未经复议直接起诉）|1|2|0|0|3|\n|行政诉讼（复议后起诉）|1|0|0|3|4|\n",
           "reconsideration 3 2 2 2 9; litigation_direct 1 2 0 0 3; litigation_after_review 1 0 0 3 4"),
    REVIEW("### 1.行政复议情况\n\n|维持|纠正|其他|未审结|总计|\n|-|-|-|-|-|\n|2|3|1|3|9|\n\n"
           "### 2.未经复议直接起诉\n\n|维持|纠正|其他|未审结|总计|\n|-|-|-|-|-|\n|1|1||2|4|\n",
           "reconsideration 2 3 1 3 9; litigation_direct 1 1 _ 2 4; litigation_after_review . . . . ."),
    /* Columns set with spaces: the row whose sum does not hold may have moved a number aside, so that none of
     * its cells was seen empty. They count as nothing in its sum all the same. */
    REVIEW("                    结果维持  结果纠正  其他结果  尚未审结   总计\n"
           "行政复议               3                    1                 9\n"
           "未经复议直接起诉       1         2                            3\n"
           "复议后起诉             1         1          1        4        7\n",
           "reconsideration 3 . 1 . 9; litigation_direct 1 2 _ _ 3; review-total: 1"),
    /* A cell a line: values behind words that no form has, as many as a row has, may be another row's than
     * that of the label before.
     */
    APPLICATIONS("自然人\n商业企业\n总计\n7．属于行政执法案卷\n2\n3\n5\n8．属于行政查询事项\n小计\n3\n3\n6\n"
                 "（七）总计\n3\n3\n6\n",
                 "denied.inquiry '小计'? 3a . . . . 3a"),
/* The label of a row printed before each of its columns, a cell a line. */
#define FIVE(row) row "\n结果维持\n" row "\n结果纠正\n" row "\n其他结果\n" row "\n尚未审结\n" row "\n总计\n"
    REVIEW(FIVE("行政复议") FIVE("未经复议直接起诉")
               FIVE("复议后起诉") "1\n2\n3\n4\n10\n0\n5\n0\n1\n6\n2\n2\n0\n0\n4\n",
           "reconsideration 1 2 3 4 10; litigation_direct 0 5 0 1 6; litigation_after_review 2 2 0 0 4"),
#undef FIVE
    /* The label over the rows of an across table is known, too, where it is garbled. */
    REVIEW("行政复议\t行故诉讼\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复"
           "议后起诉\n"
           "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
           "1\t0\t0\t0\t1\t0\t2\t0\t0\t2\t0\t0\t0\t3\t3\n",
           "reconsideration 1 0 0 0 1; litigation_direct 0 2 0 0 2; litigation_after_review 0 0 0 3 3; "
           "column-unknown: 0"),
    /* ... and where it is the first of a table, or all there is in the lines above its other labels. */
    REVIEW("行政夏议 |\n行政诉讼 |\n结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n未经复议直接起诉 "
           "|\n复议后起诉 |\n"
           "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n结果维持 |\n结果纠正 |\n其他结果 "
           "|\n尚未审结 |\n总计 |\n"
           "1 |\n0 |\n0 |\n0 |\n1 |\n0 |\n2 |\n0 |\n0 |\n2 |\n0 |\n0 |\n0 |\n3 |\n3 |\n",
           "reconsideration 1 0 0 0 1; litigation_direct 0 2 0 0 2; litigation_after_review 0 0 0 3 3; "
           "row-label: 1"),
    REVIEW("行政夏议 行政拆讼\n结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
           "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
           "1 0 0 0 1 0 2 0 0 2 0 0 0 3 3\n",
           "reconsideration 1 0 0 0 1; litigation_direct 0 2 0 0 2; litigation_after_review 0 0 0 3 3; "
           "row-label: 2"),
    /* A row that prints its label and nothing else is none of the head, though the label may be; where
       values without a label follow, it is the name of a block. */
    REVIEW(
        "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n"
        "| 行政复议 | | | | | |\n| 未经复议直接起诉 | | 2 | | | 2 |\n| 复议后起诉 | | | | | |\n\n六、其他\n",
        "reconsideration _ _ _ _ _; litigation_direct _ 2 _ _ 2; litigation_after_review _ _ _ _ _; "
        "row-missing: 0"),
    REVIEW("| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n"
           "| 行政复议 | | | | | |\n| 未经复议直接起诉 | | | | | |\n| 复议后起诉 | | | | | |\n\n六、其他\n",
           "reconsideration _ _ _ _ _; litigation_direct _ _ _ _ _; litigation_after_review _ _ _ _ _; "
           "table-unread: 0"),
    REVIEW(
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| 行政复议 | | | | |\n"
        "| 1 | 2 | 0 | 0 | 3 |\n",
        "reconsideration 1 2 0 0 3"),
    /* Empty cells under the labels of one row's columns are not room before the values of another row, whose
       columns have lost their labels. */
    REVIEW("<table><tr><td colspan=5>行政复议<td "
           "colspan=10>行政诉讼<tr><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>"
           "总计<td colspan=5>未经复议直接起诉<td "
           "colspan=5>复议后起诉<tr><td><td><td><td><td><td><td><td><td><td><td>4<td>"
           "<td><td><td>4</table>",
           "reconsideration 4a . . . 4p; cell-ambiguous: 1"),
    REVIEW("行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
           "\t\t\t\t\t\t\t\t\t\t5\t3\t4\t\t12\n",
           "reconsideration 5a 3a 4a . 12p; cell-ambiguous: 1"),
    /* a tab behind the last cell of a row that stands alone behind the next heading is no cell */
    REVIEW("行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
           "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
           "五、存在的主要问题及改进情况\n0\t0\t0\t\t\t2\t0\t1\t2\t5\t0\t0\t0\t\t0\t\n",
           "reconsideration 0 0 0 _ _; litigation_direct 2 0 1 2 5; litigation_after_review 0 0 0 _ 0"),
/* Nothing is said to be empty where the row before the empty one has words in the places of values. */
#define BLANKS "||||||||||||||||\n"
#define OUTCOMES_THRICE                                                                                      \
    "|行政复议|||||未经复议直接起诉|||||复议后起诉|||||\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n" \
    "|" OUTCOMES_BARS OUTCOMES_BARS OUTCOMES_BARS "\n"
    REVIEW(OUTCOMES_THRICE "|甲|乙|甲|乙|甲|乙|甲|乙|甲|乙|甲|乙|甲|乙|甲|\n" BLANKS,
           "reconsideration . . . . .; litigation_direct . . . . .; table-unread: 1"),
    REVIEW(OUTCOMES_THRICE BLANKS, "reconsideration _ _ _ _ _; litigation_direct _ _ _ _ _; table-unread: 0"),
#undef OUTCOMES_THRICE
#undef BLANKS
    /* A row without any label that has a value for each cell of the table that the article is about; one
       fewer, and it is not. */
    REVIEW("| 1 | 0 | 2 | 0 | 3 | 0 | 4 | 0 | 1 | 5 | 2 | 0 | 0 | 2 | 4 |\n",
           "reconsideration 1p 0p 2p 0p 3p; litigation_direct 0p 4p 0p 1p 5p; litigation_after_review 2p 0p "
           "0p 2p 4p"),
    REVIEW("| 1 | 0 | 2 | 0 | 3 | 0 | 4 | 0 | 1 | 5 | 2 | 0 | 0 | 2 |\n", "reconsideration . . . . ."),
    /* Blanks alone part its values: that it would be as long as itself with two of them as one number says
       nothing. */
    REVIEW("119 25 91 24 259 7 0 15 6 28 21 1 7 9 38\n",
           "reconsideration 119p 25p 91p 24p 259p; litigation_direct 7p 0p 15p 6p 28p; "
           "litigation_after_review 21p 1p 7p 9p 38p"),
    /* Nor do a group's words before a label, which are no value, make a row longer than others. */
    APPLICATIONS("1.属于国家秘密 746 0 0 0 0 0 746\n8.属于行政查询事项 105 0 0 0 0 0 105\n"
                 "（四）无 1.本机关不掌握相关政府信息 746 12 0 0 10 1 769\n",
                 "unavailable.not_held 746p 12p 0p 0p 10p 1p 769p"),
    /* Rows that have lost their numbers and are called as columns are; elsewhere they are not those rows. */
    APPLICATIONS("|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
                 "|逾期未缴费|1|0|0|0|0|2|3|\n|其他|0|1|0|0|0|1|2|\n|合计|1|1|0|0|0|3|5|\n|"
                 "结转下年度继续办理|0|0|0|0|0|0|0|\n",
                 "other.other 0 1 0 0 0 1 2; outcome_total 1 1 0 0 0 3 5"),
    APPLICATIONS("|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
                 "|属于国家秘密|1|0|0|0|0|2|3|\n|其他|0|1|0|0|0|1|2|\n|结转下年度继续办理|0|0|0|0|0|0|0|\n",
                 "other.other . . . . . . .; row-unknown: 1"),
    /* Labels with notes. */
    APPLICATIONS("2.其他法律行政法规禁止公开 30 1 0 0 0 0 31\n4.保护第三方合法权益1 6 0 0 0 0 0 6\n"
                 "5.属于三类内部事务信息2 7 1 0 0 0 0 8\n6.属于四类过程性信息3 12 0 0 0 0 0 12\n",
                 "denied.third_party_rights 6a 0a 0a 0a 0a 0a 6a"),
    /* The wordings of a label are one column, in whichever block they stand: 维持结果, 结果维持. */
    REVIEW("行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n"
           "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n维持结果\n纠正结果\n其他结果\n尚未审结\n总计\n"
           "1\n2\n3\n4\n10\n0\n0\n0\n1\n1\n2\n2\n0\n0\n4\n",
           "reconsideration 1 2 3 4 10; litigation_direct 0 0 0 1 1; litigation_after_review 2 2 0 0 4"),
    /* Words that are torn in the middle name one column that the form does not have. */
    APPLICATIONS("勾稽关系 申请人情况\n自然人 法人或其他组织 总计 说\n明\n商业企业 科研机构 社会公益组织 "
                 "法律服务机构 其他\n"
                 "一、本年新收政府信息公开申请数量 11 0 2 1 4 1 19 无\n二、上年结转政府信息公开申请数量 0 3 "
                 "0 0 0 0 3 无\n",
                 "received 11 0 2 1 4 1 19"),
    /* Rows that lost their last empty cells: an empty cell left of where others print values is the label's,
       and no column. */
    APPLICATIONS("| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"
                 "|一、本年新收政府信息公开申请数量 | | |5 |1 | |2 |3 | |11\n"
                 "|三、本年度办理结果 |（一）予以公开 | |1 | | | |1 | |2\n"
                 "| |（二）部分公开 | | | | |2 | |2\n",
                 "partly_granted 2a . . . . . 2p"),
    /* The last label of a head is torn off and stands alone: it is the last all the same. */
    DISCLOSURE("信息内容\t本年制发件数\t本年废止件数\n现行有效件数\n\n规章\t4\t1\t37\n",
               "regulations 4 1 37"),
    /* Labels of two lines that were taken for one: where they stand tells nothing, and neither does their
       order. */
    REVIEW(
        "行政诉讼   行政复议\n"
        "未经复议直接起诉     复议后起诉        结果维持         结果纠正     其他结果        尚未审结      "
        "总计\n"
        "结果维持    结果纠正     其他结果   尚未审结      总计        结果维持      结果纠正       其他结果 "
        "    "
        "尚未审结       总计\n"
        "0     0      0         0         0     0        0  0   0     0    3    1       0    3         7\n",
        "reconsideration 0a 0a 0a 0a 0a; cell-ambiguous: some"),
    /* Three rows of five: the first, empty, looks like labels over the second, whose own label tells which
       row it is. */
    REVIEW("\n"
           "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n| 行政复议 | "
           "| | | | |\n"
           "| 未经复议直接起诉 | 25 | 15 | 0 | 0 | 40 |\n| 复议后起诉 | | | | | |\n",
           "litigation_direct 25 15 0 0 40"),
    /* A table of one row may as well stand in columns; that the others of its text do not tells that it does
       not. */
    APPLICATIONS(
        "申请人情况\n自然人    法人或其他组织  总计\n"
        "商业企业  科研机构     社会公益组织   法律服务机构      其他\n"
        "一、本年新收政府信息公开申请数量    1      0  2       0     0  0         3\n"
        "二、上年结转政府信息公开申请数量  0         0     0  0       4  0    4\n"
        "（一）予以公开       1  0      2    0  0     0         3\n"
        "（二）部分公开    0  0         0      0     4  0       4\n"
        "（七）总计         1    0       2  0      4     0  7\n"
        "四、结转下年度继续办理  0       0    0         0     0      0  0\n"
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议      行政诉讼\n"
        "结果维持     结果纠正      其他结果         尚未审结  总计      未经复议直接起诉        复议后起诉\n"
        "结果维持       结果纠正         其他结果   尚未审结    总计     结果维持     结果纠正   其他结果    "
        "     尚未审结       "
        " 总计\n"
        "0        0      0   4  4   0    20      15     0   35    0       0         0     0         0\n",
        "reconsideration 0 0 0 4 4"),
    /* A block of its own under a heading that names it, with nothing in its cells. */
    REVIEW("\n"
           "行政复议\n\n"
           "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n|  |  |  |  |  |\n",
           "reconsideration _ _ _ _ _"),
    /* A table of which one row's name is lost: the others stand where their names begin. */
    REVIEW("某处\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
           "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
           "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t"
           "总计\n"
           "1\t0\t2\t0\t3\t\t\t\t\t\t4\t0\t0\t1\t5\n五、存在的主要问题及改进情况\n",
           "reconsideration . . . . .; litigation_direct _ _ _ _ _; litigation_after_review 4 0 0 1 5"),
    /* A column of remarks is a column, whatever it holds. */
    DISCLOSURE("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 备注 |\n|---|---|---|---|---|\n"
               "| 规章 | 4 | 1 |   | 无 |\n| 行政规范性文件 | 2 | 0 | 9 | 见附件 |\n",
               "regulations 4 1 _; normative_documents 2 0 9"),
    /* A lone 一 may be a dash, but not where others count in numerals. */
    DISCLOSURE("规章 | 一 | 二 | 十 |\n", "regulations 1p 2p 10p"),
    DISCLOSURE("规章 | ==1'234== | ✔ 2； | ￥1‚000 |\n", "regulations 1234p 2p 1000p"),
    DISCLOSURE("规章 | 一 | 2 | 10 |\n", "regulations '一'? 2p 10p"),
    DISCLOSURE("规章 | 一般 | 二 | 一 |\n", "regulations '一般'? 2p 1p"),
    /* A blank may stand in a number where no other shows that this report writes none. */
    DISCLOSURE("规章 | 1 204 | 15 | 12 345 678 |\n", "regulations 1204p 15p 12345678p"),
    DISCLOSURE("规章 | 1 204 | 1500 | -12 345.5 |\n", "regulations '1 204'? 1500p '-12 345.5'?"),
    DISCLOSURE("规章 | 1 2 0 4 | 1 5 | 1 7 |\n", "regulations 1204p 15p 17p"),
    DISCLOSURE("规章 | 1 2 | 1 5 | 7 |\n", "regulations '1 2'? '1 5'? 7p"),
    DISCLOSURE("规章 | 1 2 0 4 | 15 | 0 7 |\n", "regulations '1 2 0 4'? 15p '0 7'?"),
    DISCLOSURE("规章 | 1 20 4 | 0 204 | 1 204件 |\n", "regulations '1 20 4'? '0 204'? '1 204件'?"),
    /* A head of one row whose labels name row and column together. */
    REVIEW("<table><tr><td>行政复议结果维持<td>行政复议-总计<td>行政诉讼(复议后起诉)总计<td>未经复议直接起诉 "
           "其他结果"
           "<tr><td>4<td>5<td>6<td>7</table>",
           "reconsideration 4 . . . 5; litigation_direct . . 7 . .; litigation_after_review . . . . 6"),
/* Bars in lines of their own between the cells of a table that a line of dashes rules. */
#define BAR "\n\n| \n\n"
#define END "  \n  \n"
#define FIVE "结果维持" BAR "结果纠正" BAR "其他结果" BAR "尚未审结" BAR "总计"
#define VALUES "1" BAR "2" BAR "3" BAR "0" BAR "6"
    REVIEW("\n行政复议" BAR "行政诉讼" END "---|---" END FIVE BAR "未经复议直接起诉" BAR
           "复议后起诉" END FIVE BAR FIVE END VALUES BAR VALUES BAR VALUES END,
           "reconsideration 1 2 3 0 6; litigation_direct 1 2 3 0 6; litigation_after_review 1 2 3 0 6; "
           "cell-ambiguous: 0"),
#undef VALUES
#undef FIVE
#undef END
#undef BAR
/* Where cells begin with bars, one alone is an empty cell: here what labels and values spanned. */
#define SPAN "\n|\n|\n"
    DISCLOSURE("{|\n| 信息内容" SPAN "| 本年制发件数" SPAN "| 本年废止件数" SPAN "| 现行有效件数" SPAN
               "|-\n| 规章" SPAN "| 4" SPAN "|" SPAN "| 37" SPAN "|}\n",
               "regulations 4 _ 37; normative_documents . . .; cell-placed: 0"),
#undef SPAN
/* Labels that spanned two columns, in rows whose cells span others: programs without spans leave empty cells,
 * which may be another column's. */
#define RULE "+----------------+--------------+--------------+------+--------------+\n"
#define HEAD                                                                                                 \
    RULE "| 信息内容       | 本年制发件数 | 本年废止件数 |      | 现行有效件数 |\n" RULE                     \
         "| 规章           | 4            |              | 1    | 37           |\n" RULE
    DISCLOSURE(HEAD "| 行政规范性文件 | 2            |              | 0    | 9            |\n" RULE,
               "regulations 4a . 37a; normative_documents 2a . 9a; column-unknown: some"),
    DISCLOSURE(HEAD "| 行政规范性文件 | 2            | 5            | 0    | 9            |\n" RULE,
               "column-unknown: some"),
#undef HEAD
#undef RULE
/* A value beside the empty cell under the one column label is one too many, or has slipped. */
#define HEAD "| 信息内容 | 本年处理决定数量 |   |   |\n|---|---|---|---|\n"
    DISCLOSURE(HEAD "| 行政许可 | 74 |   |   |\n", "licensing 74"),
    DISCLOSURE(HEAD "| 行政许可 |   | 74 |   |\n", "licensing 74a"),
#undef HEAD
    /* "0 | ||||||" closes a row printed over lines: what follows is another row. */
    APPLICATIONS("5.属于三类内部事务信息 |\n1 |\n0 |\n0 |\n0 |\n0 |\n0 |\n1 | |||\n"
                 "2 |\n0 |\n0 |\n0 |\n0 |\n0 |\n2 | |||\n7.属于行政执法案卷 |\n0 |\n",
                 "denied.internal_affairs 1p 0p 0p 0p 0p 0p 1p; denied.deliberative 2p 0p 0p 0p 0p 0p 2p"),
    APPLICATIONS("5.属于三类内部事务信息 |\n1 |\n0 |\n0 |\n0 |\n|\n0 |\n1 | |\n"
                 "2 |\n|\n0 |\n0 |\n0 |\n0 |\n2 | ||\n7.属于行政执法案卷 |\n0 |\n",
                 "denied.internal_affairs 1p 0p 0p 0p _ 0p 1p; denied.deliberative 2p _ 0p 0p 0p 0p 2p"),
    /* Lines that end with CR LF end where others end; so do those in which CR LF was made CR LF again. */
    DISCLOSURE("\r\n规章\t4\t\t\r\n行政规范性文件\t2\t\t19\r\n", "regulations 4p _ _"),
    DISCLOSURE("\r\n规章 | 4 |  | 37 |\r\n--- | --- | --- | ---\r\n行政规范性文件 | 2 | 1 |  |\r\n",
               "regulations 4p _ 37p; normative_documents 2p 1p _"),
    REPORT("云川县2022年政府信息公开工作年度报告\r\r\n二、主动公开政府信息情况\r\r\n"
           "规章\t4\t\t37\r\r\n行政规范性文件\t2\t\t19\r\r\n",
           "regulations 4p _ 37p"),
/* A second table of the same kind fills no cell that the first has left empty. */
#define HEAD "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n"
    DISCLOSURE(HEAD "|规章|||3|\n|行政规范性文件||||\n\n上年：\n\n" HEAD
                    "|规章|1|||\n|行政规范性文件|2|1|9|\n",
               "regulations _ _ 3; normative_documents _ _ _; table-repeated: 1"),
#define LICENSING "\n|信息内容|本年处理决定数量|\n|-|-|\n|行政许可|5|\n\n"
    DISCLOSURE(HEAD "|行政规范性文件|1|2|3|\n" LICENSING "上年：\n\n" HEAD
                    "|规章|7|8|9|\n|行政规范性文件|2|1|9|\n" LICENSING,
               "regulations . . .; normative_documents 1 2 3; table-repeated: 1"),
#undef LICENSING
#undef HEAD
    /* A row with more cells than all others has one too many; where several are as wide, an empty one at the
       end is spare. */
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 3 | | 1 | |\n"
        "| 行政规范性文件 | 4 | 2 | 2 |\n| 行政许可 | 1 |\n",
        "regulations 3a 1a ."),
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 3 | | 1 | |\n"
        "| 行政规范性文件 | 4 | 2 | 2 | |\n| 行政许可 | 1 |\n",
        "regulations 3 _ 1"),
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | | | |\n"
        "| 行政规范性文件 | | | | 98 |\n",
        "normative_documents 98a . ."),
    DISCLOSURE("信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章 |\n4 |\n0 |\n37 |\n行政规范性文件 "
               "|\n2 |\n|\n0 |\n0 |\n",
               "regulations 4 0 37; normative_documents 2a 0a 0a"),
/* A value under no label, where no other row has one, is one too many, whichever it is; a column of them is
 * another column. */
#define HEAD                                                                                                                        \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | |\n|---|---|---|---|---|\n| 规章 | 4 | 1 | " \
    "37 | 9 |\n"
    DISCLOSURE(HEAD "| 行政规范性文件 | 2 | 0 | 5 | |\n",
               "regulations 4a 1a 37a; normative_documents 2 0 5; cell-count: 1"),
    DISCLOSURE(HEAD "| 行政规范性文件 | 2 | 0 | 5 | 8 |\n",
               "regulations 4 1 37; normative_documents 2 0 5; column-unknown: 1"),
#undef HEAD
    /* between columns that all have one, too */
    DISCLOSURE("| 信息内容 | 本年制发件数 | | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|---|\n"
               "| 规章 | 4 | 9 | 1 | 37 |\n| 行政规范性文件 | 2 | | 0 | 5 |\n",
               "regulations 4a 1a 37a; normative_documents 2 0 5; column-unknown: 1"),
    /* A number that begins with a zero may be two, and what stands before the last, empty cell its. */
    DISCLOSURE(
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 00 | 4 | |\n",
        "regulations 0a 4a .; cell-ambiguous: 1"),
    /* All cells of the table on reviews stand in one line. */
    REVIEW("结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n1\n2\n3\n4\n10\n0\n0\n0\n1\n1\n0\n0\n0\n0\n0\n",
           "reconsideration 1p 2p 3p 4p 10p; litigation_direct 0p 0p 0p 1p 1p; litigation_after_review 0p 0p "
           "0p 0p 0p"),
/* Words near to a label, behind numbers under words that are none, may be the rest of these: then its cells
 * were not seen empty.
 */
#define ZEROS " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
#define BEHIND(label)                                                                                                       \
    "| 信息内容 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 " \
    "|\n|---|---|---|---|---|---|---|---|\n"                                                                                \
    "| 1.本机关不掌握相关政府信息" ZEROS "| 2.没有现成信息需要另行制作" ZEROS                                               \
    "| 3补.补 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n\n"                                                                          \
    "| " label " | | | | | | | |\n| 1.信访举报投诉类申请" ZEROS "| 2.重复申请" ZEROS
    APPLICATIONS(BEHIND("正后申请内容仍不明砚"), "unavailable.still_unclear . . . . . . ."),
    APPLICATIONS(BEHIND("3.补正后申请内容仍不明确"), "unavailable.still_unclear _ _ _ _ _ _ _"),
#undef BEHIND
#undef ZEROS
/* Statistical forms count their columns below the head, and give unit and code of each row before its values.
 */
#define HEAD                                                                                                 \
    "| 信息内容 | 代码 | 计量单位 | 本年制发件数 | 本年废止件数 | 现行有效件数 " \
    "|\n|---|---|---|---|---|---|\n"
#define ROWS "| 规章 | 01 | 件 | 4 | | 37 |\n| 行政规范性文件 | 02 | 件 | | | 9 |\n"
#define PLAIN                                                                                                \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | | 37 |\n"
    DISCLOSURE(HEAD ROWS, "regulations 4 _ 37"),
    DISCLOSURE(HEAD "| 甲 | 乙 | 丙 | 1 | 2 | 3 |\n" ROWS, "normative_documents _ _ 9"),
    DISCLOSURE(PLAIN "| | 1 | 2 | 3 |\n", "row-unknown: 1"),
    DISCLOSURE(PLAIN "| 规章制度类 | 1 | 2 | 3 |\n", "row-unknown: 1"),
#undef PLAIN
#undef ROWS
#undef HEAD
    ACROSS("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n1 2 3 4 10 0 0 0 1 1 5 0 0 0 5", "1p 2p 3p 4p 10p",
           "5p 0p 0p 0p 5p"),
/* A page's strings in one paragraph, and in one line of a text: each is a cell again, in its place in the
 * file. */
#define SENTENCE                                                                                                                                                \
    "本机关主动公开政府信息的范围、形式和时限，按照条例和本机关的公开指南执行，内容以本机关网站的公开专栏为" \
    "准，群众可以查阅。 "
#define JOINED                                                                                                                                           \
    "云川县2022年政府信息公开工作年度报告 一、总体情况 " SENTENCE SENTENCE SENTENCE                                                                      \
    "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 4 0 " \
    "37 行政规范性文件 5 "                                                                                                                        \
    "1 9 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 71 第二十条第（六）项 信息内容 "                    \
    "本年处理决定数量 行政处罚 8 "                                                                                                           \
    "行政强制 6"
    REPORT(JOINED, "normative_documents 5 1 9; coercion 6; article-missing: 4"),
    REPORT("<html><body><p>" JOINED "</p></body></html>",
           "normative_documents 5 1 9; coercion 6; article-missing: 4"),
#undef JOINED
#undef SENTENCE
/* Where the head comes again, and below it rows that were printed, a table of another year or office begins:
 * it fills no gap, and if nothing stands between the two, the cells are named. Where only rows that are new
 * follow, the table goes on. */
#define HEAD "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define CARRIED "二、上年结转政府信息公开申请数量\t1\t0\t0\t2\t0\t0\t3\n"
#define RECEIVED "一、本年新收政府信息公开申请数量\t9\t9\t9\t9\t9\t9\t54\n"
#define GRANTED "（一）予以公开\t1\t0\t0\t2\t0\t0\t3\n"
    APPLICATIONS(HEAD CARRIED GRANTED HEAD RECEIVED CARRIED GRANTED,
                 "received . . . . . . .; table-repeated: 1"),
    APPLICATIONS(HEAD RECEIVED CARRIED HEAD GRANTED, "received 9 9 9 9 9 9 54; table-repeated: 0"),
#undef GRANTED
#undef RECEIVED
#undef CARRIED
#undef HEAD
/* Each line of a label in a row of its own, one of them with the values: nothing tells which are pieces of
 * one, and nothing is said of their cells. */
#define TABLE                                                                                                \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 4 | 1 | 37 |\n"
    DISCLOSURE(TABLE "| 行政规范 | | | |\n| 性 | 2 | 0 | 9 |\n| 文 | | | |\n",
               "regulations 4 1 37; normative_documents . . .; row-unknown: 1"),
    DISCLOSURE(TABLE "| 行政规范 | 2 | 0 | 9 |\n| 性文件 | 1 | 0 | 8 |\n",
               "row-label: some"), /* values of two rows */
#undef TABLE
/* A head that lost labels on the way: most rows have a value for each column of the form, and what is left of
 * the labels stands in its order. In another order nothing tells; nor is a row with a value too many alone
 * enough. */
#define HEAD(LABELS) "| 数据项 | " LABELS " |\n|---|---|---|---|\n\n"
#define ROWS "| 一、本年新收政府信息公开申请数量 | 9 | 2 | 0 | 0 | 0 | 0 | 11 |\n"
#define LAST "| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
    APPLICATIONS(HEAD("自然人 | 商业 | 总计") ROWS LAST,
                 "received 9p 2p 0p 0p 0p 0p 11p; carried_out 1p 0p 0p 0p 0p 0p 1p"),
    APPLICATIONS(HEAD("总计 | 自然人 | 商业") ROWS LAST, "received 2a 0a . . . . 9a"),
#undef HEAD
#undef ROWS
#undef LAST
/* A label in the middle of a cell that spans others stands further down than those behind it, but before
   them; rows whose labels reach under it have their values in that order. */
#define DRAWN                                                                                                \
    "+----------+--------+----------------------+------------+\n"                                            \
    "| 项目     |        | 法人或其他组织       |            |\n"                                   \
    "|          | 自然人 +----------+-----------+ 总计       |\n"                                       \
    "|          |        | 商业企业 | 科研机构  |            |\n"                                    \
    "+----------+--------+----------+-----------+------+-----+\n"                                            \
    "|(三)不予公|1.属于国| 1        | 2         | 4    | 7   |\n"                                     \
    "|开        |家秘密  |          |           |      |     |\n"                                        \
    "|          +--------+----------+-----------+------+-----+\n"                                            \
    "|          |8.属于行| 0        | 3         | 0    | 3   |\n"                                         \
    "|          |政查询事|          |           |      |     |\n"                                        \
    "|          |项      |          |           |      |     |\n"                                           \
    "+----------+--------+----------+-----------+------+-----+\n"
    APPLICATIONS(DRAWN, "denied.state_secret 1 2 4 . . . 7; denied.inquiry 0 3 0 . . . 3"),
#undef DRAWN
    /* The row of an across table under pieces of its labels, one of which is the label of another table. */
    REVIEW("| 维持 | 纠正 | 结果 | 审结 | 结果 | 结果 | 其他 | 尚未 |\n|---|---|---|---|---|---|---|---|\n"
           "| 1 | 0 | 0 | 2 | 3 | 0 | 3 | 0 | 1 | 4 | 0 | 0 | 0 | 0 | 0 |\n",
           "reconsideration 1p 0p 0p 2p 3p; litigation_direct 0p 3p 0p 1p 4p"),
/* Rows over the columns of which no labels stand have those of another row, where there are as many cells. */
#define DIRECT "litigation_direct 0p 3p 0p 1p 4p; litigation_after_review 0p 0p 0p 0p 0p; cell-placed: 1"
#define TITLES                                                                                                                         \
    "行政复议,,,,,行政诉讼,,,,,,,,,\n结果维持,结果纠正,其他结果,尚未审结,总计,未经复议直接起诉,,,,," \
    "复议后起诉,,,,\n"
    REVIEW("<table><tr><td colspan=5>行政复议<td "
           "colspan=10>行政诉讼<tr><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
           "<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉"
           "<tr><td>1<td>0<td>0<td>2<td>3<td>0<td>3<td>0<td>1<td>4<td>0<td>0<td>0<td>0<td>0</table>",
           "reconsideration 1 0 0 2 3; " DIRECT),
    REVIEW(TITLES "1,0,0,2,3,0,3,0,1,4,0,0,0,0,0\n五、存在的主要问题及改进情况\n",
           "reconsideration 1 0 0 2 3; " DIRECT),
/* All labels of columns, and none of the rows': the form's order of rows, whatever that of the columns is. */
#define THRICE(labels) "|" labels "|" labels "|" labels "|\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
    REVIEW(THRICE("结果维持|结果纠正|其他结果|尚未审结|总计") "||3||9|12||||3|3||1|5|8|14|\n",
           "reconsideration _ 3p _ 9p 12p; litigation_direct _ _ _ 3p 3p; litigation_after_review _ 1p 5p 8p "
           "14p"),
    REVIEW(THRICE("结果纠正|结果维持|其他结果|尚未审结|总计") "|1|3||9|13|2|||3|5||1|5|8|14|\n",
           "reconsideration 3p 1p _ 9p 13p; litigation_direct _ 2p _ 3p 5p; litigation_after_review 1p _ 5p "
           "8p 14p"),
#undef THRICE
    /* Rows in a list of the report's own, with what stands over them behind. */
    REVIEW("|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|\n|一、行政复议|1|0|0|0|1|\n"
           "|二、未经复议直接起诉的行政诉讼|2|0|0|0|2|\n|三、复议后起诉的行政诉讼|3|0|0|1|4|\n",
           "reconsideration 1 0 0 0 1; litigation_direct 2 0 0 0 2; litigation_after_review 3 0 0 1 4; "
           "row-repeated: 0"),
    REVIEW("|类别|结果维持|结果纠正|其他结果|尚未审结|总计|\n|-|-|-|-|-|-|\n|行政复议|1|0|0|0|1|\n"
           "|未经复议直接起诉（行政诉讼）|2|0|0|0|2|\n|复议后起诉（行政诉讼）|3|0|0|1|4|\n",
           "reconsideration 1 0 0 0 1; litigation_direct 2 0 0 0 2; litigation_after_review 3 0 0 1 4"),
    /* A label beside its like below another label spans no column of that. */
    REVIEW("|行政复议|||||行政诉讼||||||||||\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
           "|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉|||||\n"
           "||||||结果维持|结果纠正|其他结果|尚未审结|总计|总计|结果维持|结果纠正|其他结果|尚未审结|\n"
           "|1|0|0|0|1|2|0|0|0|2|4|3|0|0|1|\n",
           "reconsideration 1 0 0 0 1; litigation_direct 2 0 0 0 2; litigation_after_review 3 0 0 1 4"),
    /* where the first block is empty, the row of labels that is lost may have shifted the values */
    REVIEW(TITLES ",,,,,1,0,0,2,3,0,3,0,1,4\n五、存在的主要问题及改进情况\n",
           "reconsideration 1a 0a 0a 2a 3a"),
#undef TITLES
#undef DIRECT
    /* Where a column has no label and rows are filled up, one with as many cells as labels may have lost any.
     */
    APPLICATIONS(
        "| 自然人 | 法人或其他组织 | 总计 | |||||||\n| 商业企业 | 科研机构 | 社会公益组织 | | 其他 | |||||\n"
        "| （一）予以公开 | 1 | 2 | 0 | 4 | 3 | 5 | 15 | ||\n| （二）部分公开 | 0 | 0 | 0 | | 0 | 0 | 0 | "
        "||\n"
        "| 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | | 0 | | ||\n| 2.重复申请 | 0 | 0 | 0 | 2 | 0 | 0 | 2 | "
        "||\n",
        "denied.third_party_rights 0a 0a 0a 0a . 0a ."),
    /* A column 单位 beside a label that names its unit is no piece of that. */
    DISCLOSURE(
        "| 信息内容 | 本年收费金额（单位：万元） | 单位 |\n|---|---|---|\n| 行政事业性收费 | 125 | 项 |\n",
        "fees 125[万元]"),
    /* Words over the cells of a row that has a label of its own are no row of the label that stands before
           the table. */
    APPLICATIONS("（一）予以公开\n\n| 类别 | 列1 | 列2 | 列3 | 列4 | 列5 | 列6 | 列7 "
                 "|\n|---|---|---|---|---|---|---|---|\n"
                 "| 予以公开 | 1 | 0 | 2 | 0 | 0 | 0 | 3 |\n",
                 "granted 1p 0p 2p 0p 0p 0p 3p; not-a-number: 0; row-repeated: 0; cell-placed: 1"),
/* Values that stand right behind one another are parted in the one way with which the sums hold; of several
 * ways none is taken for sure; a sign for nothing is a value, and so is a number with its unit. */
#define RUN(first, second, third, last)                                                                                 \
    "自然人商业企业科研机构社会公益组织法律服务机构其他总计一、本年新收政府信息公开申请数量" first                      \
    "二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开" second "1.属于国家秘密" third             \
    "4.保护第三方合法权益00000005.属于三类内部事务信息00000006.属于四类过程性信息00000008." \
    "属于行政查询事项0000000（五）不予处理2.重复申请0000000"                                         \
    "（七）总计" last "四、结转下年度继续办理0000000\n"
    /* 22 is 22 and 0 or 2 and 20: what came in and was dealt with tells */
    APPLICATIONS(RUN("220000022", "1000001", "0000000", "22 0000022"),
                 "received 22p 0p 0p 0p 0p 0p 22p; granted 1p 0p 0p 0p 0p 0p 1p; cell-placed: 1; "
                 "cell-ambiguous: 0; column-missing: 0"),
    APPLICATIONS(RUN("220000022", "220000022", "0000000", "220000022"),
                 "granted 2a 20a 0p 0p 0p 0p 22p; carried_in 0p 0p 0p 0p 0p 0p 0p; cell-ambiguous: 1"),
    APPLICATIONS(RUN("23 00/0-23", "23件00/0-23件", "0000000", "2300/0-23"),
                 "received 23p 0p 0p / 0p / 23p; granted 23[件]p 0p 0p / 0p / 23[件]p"),
    /* one that no way makes right is not read, nor is what it may be */
    APPLICATIONS(RUN("230000024", "220000022", "1000001", "230000023"),
                 "received . . . . . . .; granted 2a 20a 0p 0p 0p 0p 22p; cell-ambiguous: 1"),
    /* empty cells have left no trace: only what stands so in all ways is said */
    APPLICATIONS(RUN("3003", "33", "0", "33"), "received 3a 0a 0a . . . 3p; granted 3a . . . . . 3p"),
    DISCLOSURE("第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件808"
               "第二十条第（五）项信息内容本年处理决定数量行政许可0第二十条第（六）项信息内容本年处理决定数量"
               "行政处罚0行政强制1,"
               "200第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费0三、收到和处理政府信息"
               "公开申请情况" RUN("1000001", "1000001", "0000000", "1000001"),
               "regulations 0p 0p 0p; normative_documents 8p 0p 8p; licensing 0; coercion 1200; fees 0"),
#undef RUN
/* Of three tables of reviews each is what the words before it say, also where these stand in the same table
 * as printed, behind values or in a row of their own, and where one prints nothing. */
#define IN_ORDER(A, B) "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n" A "\n0\n0\n" B "\n3\n"
#define IN_ROWS(CELLS) "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n" CELLS "\n"
#define IN_BARS(CELLS) "|结果维持|结果纠正|其他结果|尚未审结|总计|\n" CELLS "\n"
#define BLOCKS(one, two, three)                                                                                                                   \
    "项目\t自然人\t总计\n一、本年新收政府信息公开申请数量\t1\t1\n二、上年结转政府信息公开申请数量\t0\t0\n" \
    "四、政府信息公开行政复议、行政诉讼情况\n（一）行政复议\n" one "（二）行政诉讼：未经复议直接起诉\n" two                                       \
    "（三）行政诉讼：复议后起诉\n" three "五、其他\n"
#define FOUND                                                                                                \
    "reconsideration 1 0 0 2 3; litigation_direct 2 0 0 1 3; litigation_after_review 3 0 0 0 3; "            \
    "row-repeated: 0"
    APPLICATIONS(BLOCKS(IN_ORDER("1", "2"), IN_ORDER("2", "1"), IN_ORDER("3", "0")), FOUND),
    APPLICATIONS(BLOCKS(IN_ROWS("1\t0\t0\t2\t3"), IN_ROWS("2\t0\t0\t1\t3"), IN_ROWS("3\t0\t0\t0\t3")), FOUND),
    APPLICATIONS(BLOCKS(IN_BARS("|1|0|0|2|3|"), IN_BARS("|2|0|0|1|3|"), IN_BARS("|3|0|0|0|3|")), FOUND),
    APPLICATIONS(BLOCKS(IN_BARS("||||||"), IN_BARS("||||||"), IN_BARS("|3|0|0|0|3|")),
                 "reconsideration _ _ _ _ _; litigation_direct _ _ _ _ _; litigation_after_review 3 0 0 0 3"),
#undef FOUND
#undef BLOCKS
    /* No line has a total in its place: the sums say that it stands first. */
    REVIEW("行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未\n"
           "总计 结果 结果 其他 尚未 结果 结果 其他 尚未\n维持 纠正 结果 审结 总计 总计\n"
           "维持 纠正 结果 审结 维持 纠正 结果 审结\n1 ／ 1 0 ／ 7 ／ ／ 4 3 ／ 0 0 0 ／\n",
           "cell-ambiguous: 3"),
#undef IN_BARS
#undef IN_ROWS
#undef IN_ORDER
    /* below each block a line, or a row, that says in what its numbers count */
    REVIEW("\n行政复议\n\n单位：件\n\n| 总计 | 其他结果 | 结果维持 |\n|---|---|---|\n| 5 | 4 | 1 "
           "|\n\n复议后起诉\n\n"
           "| 单位：件 |  |  |\n|---|---|---|\n| 总计 | 其他结果 | 结果维持 |\n| 7 | 6 | 1 |\n",
           "reconsideration 1 . 4 . 5; litigation_after_review 1 . 6 . 7"),
/* A table that stands in the introduction or another article than its own is the second, whatever is said of
 * it, where its own prints it too. */
#define OWN "三、收到和处理政府信息公开申请情况"
#define TABLE(number)                                                                                        \
    "\n\n|项目|自然人|总计|\n|-|-|-|\n|一、本年新收政府信息公开申请数量|" number "|" number "|\n\n"
    REPORT("云川县2022年政府信息公开工作年度报告\n\n现予公布。" TABLE("7") OWN TABLE("4"),
           "received 4 . . . . . 4"),
    REPORT("云川县2022年政府信息公开工作年度报告\n\n一、总体情况" TABLE("7") OWN TABLE("4"),
           "received 4 . . . . . 4"),
    REPORT(
        "云川县2022年政府信息公开工作年度报告\n\n" OWN TABLE("7") "五、存在的主要问题及改进情况" TABLE("4"),
        "received 7 . . . . . 7"),
    REPORT("云川县2022年政府信息公开工作年度报告\n\n一、总体情况" TABLE(
               "7") "五、存在的主要问题及改进情况" TABLE("4"),
           "received 7 . . . . . 7"),
#undef TABLE
#undef OWN
/* Rows of numbers that belong to nobody may be those of rows that print none: nothing is said to be empty. */
#define HEAD "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
    DISCLOSURE(HEAD "4 1 37\t\t\t\n规章\t\t\t\n行政规范性文件\t2\t\t9\n",
               "regulations . . .; normative_documents 2 _ 9"),
    /* a number that is broken behind the comma of its thousands goes on */
    DISCLOSURE(
        "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|---|---|---|---|\n|规章|36,<br>410件|4|1|\n",
        "regulations 36410 4 1"),
    DISCLOSURE("|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|---|---|---|---|\n|规章|3,<br>6|4|1|\n",
               "not-a-number: 1"),
    /* where no row prints any cell, its columns are missed all the same */
    DISCLOSURE("|信息内容|\n|---|\n|规章|\n|行政规范性文件|\n", "regulations . . .; column-missing: 3"),
    DISCLOSURE("|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|---|---|---|---|\n|规章|5|||\n"
               "|4|1|||\n|行政规范性文件|2||9|\n",
               "regulations 5 . ."),
    DISCLOSURE(HEAD "4\t\t\t\n规章\t\t\t\n行政规范性文件\t2\t\t9\n", "regulations _ _ _"),
#undef HEAD
    /* those under a column of no form, too */
    DISCLOSURE("|信息内容|说明|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|-|\n|规章|||||\n||4|||\n|"
               "行政规范性文件||2||9|\n",
               "regulations . . .; normative_documents 2 . 9"),
    /* The name of a group stands before rows of its own, the first of which has lost its label. */
    APPLICATIONS(
        "(六)其他处理\t5\t0\t0\t0\t0\t0\t5\n"
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n"
        "3.其他\t0\t0\t0\t0\t0\t2\t2\n(七)总计\t6\t0\t0\t0\t0\t2\t8\n",
        "other.overdue_fee 1p 0p 0p 0p 0p 0p 1p; form-mismatch: 0; label-lost: 0; row-unknown: 1"),
/* Numbers that stand in one cell together are those of the row's columns, in order; its empty cells are none
 * of them. */
#define HEAD "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
#define NEXT "| 行政规范性文件 | 2 | 0 | 9 |\n"
    DISCLOSURE(HEAD "| 规章 | 4 1 37 |  |  |\n" NEXT, "regulations 4 1 37"),
    DISCLOSURE(HEAD "| 规章 |  | 4 37 |  |\n" NEXT, "regulations 4a 37a ."),
    DISCLOSURE(HEAD "| 规章 | 5 | 4 37 |  |\n" NEXT, "regulations 5 '4 37'? ."),
#undef NEXT
/* What programs and people set around numbers; the same beside the same is no text of a span. */
#define ZERO(zero)                                                                                           \
    DISCLOSURE(HEAD "|规章|" zero "|" zero "|" zero "|\n|行政规范性文件|1|2|3|\n", "regulations 0 0 0")
    ZERO("\\0"),
    ZERO("=\"0\""),
    ZERO("“0”"),
    ZERO(":0"),
    ZERO("：0"),
    ZERO("\\( 0 \\)"),
    ZERO("0↑"),
    ZERO("0→"),
    ZERO("0▲"),
    ZERO("0."),
    ZERO("\xE2\x80\xAD"
         "0"
         "\xE2\x80\xAC"),
    ZERO("\xF0\x9D\x9F\x8E"),
    ZERO("0\xC2\xAD"),
#undef ZERO
#undef HEAD
    /* Rows closed so, the second of which has lost its label: a value or two of it stand where nobody can
       tell. */
    APPLICATIONS("5.属于三类内部事务信息 |\n0 |\n0 | |||||||\n761 |\n0 |\n0 |\n0 |\n761 | "
                 "||||\n7.属于行政执法案卷 |\n0 |\n12 "
                 "|\n12 | ||||||\n",
                 "denied.internal_affairs 0a . . . . . 0a; denied.deliberative 761a 0a 0a 0a . . 761p"),
    /* Of a row that has one cell more than its neighbours, and whose first is empty, nobody can say which
     * value came in. The head of a group, a line of its own, does not part it from them. */
    APPLICATIONS("1.信访举报投诉类申请\t0\t\t0\t0\t0\t0\t0\n2.重复申请\t0\t0\t\t0\t0\t0\t0\n"
                 "3.要求提供公开出版物\t0\t0\t0\t\t0\t0\t0\n（六）其他处理\n"
                 "4.无正当理由大量反复申请\t\t0\t0\t0\t0\t0\t0\t0\n",
                 "rejected.repeated 0p 0p _ 0p 0p 0p 0p; rejected.excessive 0p 0p 0p 0p 0p 0p 0p"),
    /* Five values behind five empty cells are not those of the first five columns. */
    REVIEW("\n行政复议\t\t\t\t\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\n"
           "\t\t\t\t\t0\t3\t0\t1\t4\t\t\t\t\t\n",
           "reconsideration 0p 3p 0p 1p 4p"),
/* A worksheet saved as a page is one table, whose rows of one cell are its title, headings and paragraphs; a
 * number that stands alone is no prose. */
#define ROW(words) "<tr><td>" words "<td><td><td>"
    REPORT("<html><body><table>" ROW("云川县教育局2022年政府信息公开工作年度报告") ROW("一、总体情况")
               ROW("今年的工作有序推进。") ROW("二、主动公开政府信息情况") ROW(
                   "第二十条第（一）项") "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
                                         "<tr><td>规章<td>4<td>1<td>37" ROW(
                                             "行政规范性文件") "<tr><td><td><td>7<td>" ROW("三、收到和处理政"
                                                                                           "府信息公开申请情"
                                                                                           "况") "</table></"
                                                                                                 "body></"
                                                                                                 "html>",
           "regulations 4 1 37; normative_documents . . .; title-missing: 0; article-missing: 3; "
           "row-unknown: 1"),
#undef ROW
/* All cells of an across table have labels, and a number stands where none does: the row is set by other
 * places. */
#define FIVE "结果维持,结果纠正,其他结果,尚未审结,总计"
    REPORT(
        "云川县2022年政府信息公开工作年度报告,,,,,,,,,,,,,,,\n四、政府信息公开行政复议、行政诉讼情况,,,,,,,,,"
        ",,,,,,\n"
        "行政复议,,,,,,未经复议直接起诉,,,,,复议后起诉,,,,\n结果维持,结果纠正,,其他结果,尚未审结,总计," FIVE
        "," FIVE "\n0,,1,,,1,,,,,,,,,,\n五、存在的主要问题及改进情况,,,,,,,,,,,,,,,\n",
        "reconsideration 0a . . . ."),
#undef FIVE
    /* The unit of a label, in a line of its own, is no piece of the torn label behind it. */
    /* Lines that have lost the blanks before them tell no column: nothing is certain. */
    APPLICATIONS("申请人情况\n法人或其他组织\n（本列数据的勾稽关系为：第一项加第二项之和，等\n"
                 "自然              社会  法律\n于第三项加第四项之和）                    商业  科研         "
                 "           总计\n"
                 "人               公益  服务  其他\n企业  机构\n组织  机构\n"
                 "一、本年新收政府信息公开申请数量                 2     4     2     1     1     3     13\n"
                 "二、上年结转政府信息公开申请数量                 0     0     0     0     0     0     0\n"
                 "（一）予以公开                    0     0     0     1     0     0     1\n"
                 "1．属于国家秘密             0     1     0     0     0     0     1\n",
                 "received 2a 4a 1a . . 3a .; cell-ambiguous: 4"),
/* Labels sorted by their height are those of the form in its order, unless blanks set one of them elsewhere.
 */
#define BY_HEIGHT(line)                                                                                                                     \
    "            申请人情况\n              法人或其他组织\n" line                                                                           \
    "\n            商业企业 科研机构 社会公益组织 法律服务机构 其他\n"                                                \
    "  一、本年新收政府信息公开申请数量   3 / 1 / 0 / 4\n  二、上年结转政府信息公开申请数量   2 / 0 / 0 / " \
    "2\n"                                                                                                                                   \
    "  （一）予以公开   5 / 1 / 0 / 6\n  1.属于国家秘密   0 / 0 / / / 0\n"                                                     \
    "  2.其他法律行政法规禁止公开   0 / 0 / / / 0\n  4.保护第三方合法权益   0 / 0 / / / 0\n"                           \
    "  6.属于四类过程性信息   0 / 0 / / / 0\n  7.属于行政执法案卷   0 / 0 / / / 0\n"                                       \
    "  8.属于行政查询事项   0 / 0 / / / 0\n"
    APPLICATIONS(BY_HEIGHT("     自然人                                       总计"),
                 "received 3 / 1 / 0 / 4; carried_in 2 / 0 / 0 / 2; cell-ambiguous: 0"),
    APPLICATIONS(BY_HEIGHT("            自然人                                总计"),
                 "received 3 / 1 / 0 / 4; carried_in 2 / 0 / 0 / 2; cell-ambiguous: 0"),
    APPLICATIONS(
        BY_HEIGHT("                                                              自然人 总计"),
        "received 3a '/'a 1a '/'a 0a '/'a 4a; carried_in 2a '/'a 0a '/'a 0a '/'a 2a; cell-ambiguous: 1"),
#undef BY_HEIGHT
/* A head whose labels are torn over lines is the form's where each line has its pieces in the form's order,
 * and all are the form's; its last line, of which no piece is a label, is none of the first row. */
#define OVER_LINES(line)                                                                                      \
    "申请人情况\n(本列数据的勾稽关系为:第一项加\n法人或其他组织\n第二项之和,等于第三项加第四项之\n" line      \
    "\n其他\n业 构 益组织 务机构\n一、本年新收政府信息公开申请数量 3 0 1 0 0 2 6\n" \
    "（一）予以公开 3 0 1 0 0 0 4\n2.重复申请 1 0 0\n"
    APPLICATIONS(OVER_LINES("和) 自然人 总计\n商业企 科研机 社会公 法律服"),
                 "received 3 0 1 0 0 2 6; granted 3 0 1 0 0 0 4; column-unknown: 0; "
                 "cell-placed: 1; cell-ambiguous: 1"),
    APPLICATIONS(OVER_LINES("和) 自然人 总计\n科研机 商业企 社会公 法律服"), "cell-ambiguous: 3"),
    APPLICATIONS(OVER_LINES("和) 自然人 上年 总计\n商业企 科研机 社会公 法律服"), "cell-ambiguous: 3"),
    APPLICATIONS(
        OVER_LINES("和) 自然人 总计\n商业企 科研机 社会公 法律服\n其他\n业 构 益组织 务机构\n申请人情况\n"
                   "法人或其他组织\n自然人 总计\n商业企 科研机 社会公 法律服"),
        "received 3 0 1 0 0 2 6; column-unknown: 0; cell-ambiguous: 1"),
#undef OVER_LINES
    /* So are those whose units stand in a line below, one for each, or behind the last piece of each. */
    DISCLOSURE("第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n（件） （份） （部）\n"
               "规章 4 1 37\n行政规范性文件 0 2 5\n",
               "regulations 4[件] 1[份] 37[部]; normative_documents 0[件] 2[份] 5[部]"),
    DISCLOSURE("第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n（件） （份）\n"
               "规章 4 1 37\n行政规范性文件 0 2 5\n",
               "regulations 4 1 37; normative_documents 0 2 5"),
    REPORT(
        "云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
        "上一年项目数 本年增/减（ 处理决定数量\n信息内容\n量（项） 次） （件）\n行政许可 2 3 0\n"
        "其他对外管理服务事项 1 0 "
        "4\n第二十条第（九）项\n信息内\n容\n采购项目数量\n采购总金\n额\n（单位：元）\n"
        "政府集中采购 5 7\n",
        "licensing 2[项] 3[次] 0[件]; other_services 1[项] 0[次] 4[件]; procurement 5 7[元]; cell-placed: 0"),
    /* Labels broken around their values, beside one that is set upright, whose first letter is no number. */
    APPLICATIONS(
        "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
        "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n8.属于行政查询事项 0 0 0 0 0 0 0\n"
        "1.本机关不掌握\n2 0 0 0 0 0 2\n三 相关政府信息\n、 （四）无法提 2.没有现成信息\n"
        "1 0 0 0 0 0 1\n本 供 需要另行制作\n年 3.补正后申请内\n0 0 0 0 0 0 0\n度 容仍不明确\n"
        "1.信访举报投诉类申请 0 0 0 0 0 0 0\n",
        "unavailable.not_held 2p 0p 0p 0p 0p 0p 2p; unavailable.needs_creation 1p 0p 0p 0p 0p 0p 1p; "
        "row-unknown: 0"),
    /* No line of the head is a label: it begins where lines have pieces of labels only. */
    APPLICATIONS("（本列数据的勾稽关系为：第一项加第二 申请人情况\n项之和,等于第三项加第四项之和） 自然 "
                 "法人或其他组织 总计\n"
                 "人 商业 科研 社会 法律 其他\n企业 机构 公益 服务\n组织 机构\n"
                 "一、本年新收政府信息公开申请数量 3 0 1 0 0 2 6\n（一）予以公开 3 0 1 0 0 0 4\n",
                 "received 3 0 1 0 0 2 6; granted 3 0 1 0 0 0 4; column-unknown: 0; cell-ambiguous: 0"),
    /* Whole labels of a review, with the mark of a note among them. */
    REVIEW("行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 ① 总计 未经复议直接起诉 复议后起诉\n"
           "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
           "0 / / 0 / / 0 0 0 / 0 / 5 / 5\n",
           "reconsideration 0 / / 0 /; litigation_direct / 0 0 0 /; litigation_after_review 0 / 5 / 5"),
/* The first block of an across table is set lower than the two beside it, or higher. */
#define BLOCKS(one, two)                                                                                     \
    "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未 总\n" one                           \
    "\n维持 纠正 结果 审结 计\n" two "\n0 0 0 0 0 0 0 2 4 6 1 0 3 0 4\n"
    REVIEW(BLOCKS("结果 结果 其他 尚未 总 结果 结果 其他 尚未 总",
                  "维持 纠正 结果 审结 计 维持 纠正 结果 审结 计"),
           "reconsideration 0 0 0 0 0; litigation_direct 0 0 2 4 6; litigation_after_review 1 0 3 0 4; "
           "cell-ambiguous: 0"),
    REVIEW(BLOCKS("结果 结果 其他 尚未 总 结果 其他 结果 尚未 总",
                  "维持 纠正 结果 审结 计 维持 结果 纠正 审结 计"),
           "cell-ambiguous: 3"),
#undef BLOCKS
    /* No line has a total in its place: the sums say that it stands first. */
    REVIEW("行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未\n"
           "总计 结果 结果 其他 尚未 结果 结果 其他 尚未\n维持 纠正 结果 审结 总计 总计\n"
           "维持 纠正 结果 审结 维持 纠正 结果 审结\n1 ／ 1 0 ／ 7 ／ ／ 4 3 ／ 0 0 0 ／\n",
           "cell-ambiguous: 3"),
    /* Words behind the name of a group of rows are the label of one of them. */
    APPLICATIONS(
        "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n2.重复申请 1 0 0 0 0 0 1\n"
        "(六)其 1.申请人\n他处理 无正当理由 3 0 0 0 0 0 3\n逾期不补正、行政机关不再处理其政府信息公开申请\n"
        "(七)总计 4 0 0 0 0 0 4\n",
        "row-unknown: 1"),
/* Values in a line of their own below a broken label are its row's, if all such lines of the report are; a
 * single one may have lost its label. - 0 - numbers no page. */
#define APART                                                                                                \
    "申请人情况\n自然\n人\n法人或其他组织\n总计\n商业\n企业\n科研机构 社会公益组织 法律服务机构 其他\n"
    APPLICATIONS(
        APART "一、本年新收政府信息公开申\n请数量\n3 0 1 0 0 2 6\n二、上年结转政府信息公开申\n请数量\n- 0 -\n"
              "（一）予以公开 3 0 1 0 0 0 4\n2．其他法律行政法规禁\n止公开\n0 0 0 0 0 2 2\n",
        "received 3 0 1 0 0 2 6; denied.forbidden_by_law 0 0 0 0 0 2 2; row-unknown: 0"),
    /* values that have lost their label are those of no other row that prints both */
    APPLICATIONS(APART "一、本年新收政府信息公开申\n请数量\n3 0 1 0 0 2 6\n"
                       "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n5 0 0 0 0 0 5\n"
                       "（一）予以公开 3 0 1 0 0 0 4\n2．其他法律行政法规禁\n止公开\n0 0 0 0 0 2 2\n",
                 "received 3 0 1 0 0 2 6; denied.forbidden_by_law 0 0 0 0 0 2 2; row-unknown: 1"),
    APPLICATIONS(APART "一、本年新收政府信息公开申\n请数量\n3 0 1 0 0 2 6\n"
                       "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 3 0 1 0 0 0 4\n"
                       "2．其他法律行政法规禁止公开 0 0 0 0 0 2 2\n",
                 "received . . . . . . .; denied.forbidden_by_law 0 0 0 0 0 2 2; row-unknown: 1"),
#undef APART
/* Labels of rows behind their values, with what stands over them: words among values, empty cells, several
 * columns of labels. Two rows in one are not told apart by their places. */
#define BEHIND                                                                                               \
    "\n|自然人 |商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他 |总计 |项目 |\n|-|-|-|-|-|-|-|-|\n"
    APPLICATIONS(
        BEHIND
        "|3 |约1 |补 |0 |0 |2 |6 |一、本年新收政府信息公开申请数量 |\n"
        "|0 | | | | | | | 二、上年结转政府信息公开申请数量 |\n|- |- |- |- |- |5 |5 |（一）予以公开 |\n",
        "received 3 1 '补'? 0 0 2 6; carried_in 0 _ _ _ _ _ _; granted / / / / / 5 5"),
    APPLICATIONS(BEHIND "|3 |1 |0 |0 |0 |2 |6 |一、本年新收政府信息公开申请数量 |\n"
                        "|1 |0 |0 |0 |0 |0 |1 |二、上年结转政府信息公开申请数量 |\n"
                        "|2 |0 |0 |0 |0 |0 |2 |（一）予以公开 | |0 |0 |0 |0 |5 |5 |（二）部分公开 |\n",
                 "received 3 1 0 0 0 2 6; carried_in 1 0 0 0 0 0 1; granted 2a 0a 0a 0a 0a 0a 2a"),
#undef BEHIND
    APPLICATIONS(
        "<table><tr><td>自然人<td>商业企业<td>总计<td colspan=2>项目"
        "<tr><td>3<td>1<td>4<td colspan=2>（一）予以公开"
        "<tr><td>0<td>2<td>2<td "
        "rowspan=2>（三）不予公开<td>1.属于国家秘密<tr><td>5<td>0<td>5<td>8.属于行政查询事项</table>",
        "granted 3 1 . . . . 4; denied.state_secret 0 2 . . . . 2; denied.inquiry 5 0 . . . . "
        "5"),
    /* So does what a label that comes again says of whose block a row is. */
    DISCLOSURE(
        "|信息内容 |本年制发件数 |本年处理决定数量 |事项 |\n|-|-|-|-|\n|规章 |4 | |第二十条第（一）项 |\n"
        "|行政许可 | |7 |第二十条第（五）项 |\n|行政处罚 | |12 |第二十条第（六）项 |\n"
        "|行政强制 | |0 |第二十条第（六）项 |\n",
        "regulations 4 . .; licensing 7; penalty 12; coercion 0; cell-ambiguous: 0"),
    /* A sum of all below a cell a row is none of the last row's, whose own is printed under another wording.
     */
    REVIEW("|类型 |结果 |件数 |\n|-|-|-|\n|行政复议 |结果维持 |2 |\n| |总计 |2 |\n|未经复议直接起诉 "
           "|结果维持 |3 |\n"
           "| |总计 |3 |\n|复议后起诉 |结果维持 |1 |\n| |总计 |1 |\n|合计 |合计 |6 |\n",
           "reconsideration 2 . . . 2; litigation_direct 3 . . . 3; litigation_after_review 1 . . . 1; "
           "cell-ambiguous: 0"),
    /* A head in two lines whose labels stand in another order than the form's is none that is torn over them.
     */
    APPLICATIONS(
        "法人或其他组织 自然人 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        "一、本年新收政府信息公开申请数量 1 2 0 0 0 4 7\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
        "（一）予以公开 1 2 0 0 0 3 6\n",
        "received 4 1 2 0 0 0 7; granted 3 1 2 0 0 0 6"),
    /* What stands before the label over those of rows numbers them, and is over none of their values. */
    DISCLOSURE(
        "第二十条第（一）项\n序号\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n1\n规章\n29\n0\n7\n2\n"
        "行政规范性文件\n0\n0\n4\n",
        "regulations 29a 0a 7a; normative_documents 0 0 4"),
    /* Labels that take two rows of a head and are printed in both name one column. */
    APPLICATIONS(
        "自然人 法人或其他组织 总计\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
        "一、本年新收政府信息公开申请数量 3 1 0 0 0 2 6\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
        "（一）予以公开 3 1 0 0 0 0 4\n",
        "received 3 1 0 0 0 2 6; granted 3 1 0 0 0 0 4; cell-ambiguous: 0"),
    /* Numbers beside columns that are not printed may be more than the total all the same. */
    APPLICATIONS("\n| |自然人 |商业企业 |总计 |\n|-|-|-|-|\n|一、本年新收政府信息公开申请数量 |4 |3 |5 |\n",
                 "received 4 3 . . . . 5; row-total: 1"),
    APPLICATIONS("\n| |自然人 |商业企业 |总计 |\n|-|-|-|-|\n|一、本年新收政府信息公开申请数量 |4 |3 |9 |\n",
                 "received 4 3 . . . . 9; row-total: 0"),
    /* Words among values are no label of a row: the values beside them may be of the row above, whose cells
       were then not seen empty. */
    APPLICATIONS(
        "\n| |自然人 |商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他 |总计 |\n|-|-|-|-|-|-|-|-|\n"
        "|1.属于国家秘密 |0 |0 |0 | | | | |\n| | | |开 |0 |0 |0 |0 |\n",
        "denied.state_secret 0 0 0 . . . .; row-unknown: 1"),
    /* A row in which cells are empty does not go on in the next, whose label is short. */
    APPLICATIONS("| | | 2.重复申请 | 0 | 0 | 0 | 0 | | | 0 |\n|--|--|--|--|--|--|--|--|--|--|\n"
                 "| | | 3.公开出版物 | 4 | | 0 | | | | |\n",
                 "rejected.repeated 0p 0p 0p 0p _ _ 0p; rejected.publication 4p _ 0p _ _ _ _"),
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\n"
           "上一年项目数量（项）\n本年增/减\n（项）\n处\n理决定\n数量（件）\n行政处罚\n1\n2\n3\n",
           "penalty 1[项] 2[项] 3[件]"),
    /* Some labels of a head alone: an empty cell between values is a column that has none, so five values are
     * not those of five labels. */
    APPLICATIONS("\n| |商业企业 |法律服务机构 |社会公益组织 |科研机构 |其他 | | | |\n"
                 "|一、本年新收政府信息公开申请数量 | | |123 |105 | |7 |83 |79 |397\n"
                 "|四、结转下年度继续办理 | | |25 |40 | | |52 |58 |175\n",
                 "received . 123a 83a 7a 105a 79a .; carried_out . 25p 58p 52p 40p 175p ."),
    REVIEW("| 行政复议 | 结果维持 | | 2 |\n|-|-|-|-|\n| | 总计 | | 2 |\n| 行政诉讼 | 未经复议直接起诉 | "
           "结果维持 | 3 |\n"
           "| | | 结果纠正 | 13 |\n| | | 总计 | 16 |\n| | 复议后起诉 | 结果维持 | 0 |\n| | | 总计 | 0 |\n",
           "reconsideration 2 . . . 2; litigation_direct 3 13 . . 16; litigation_after_review 0 . . . 0"),
#undef RULE
#undef LONG
    APPLICATIONS(
        "<table><tr><td><td>自然人<td>总计<tr><td>一、本年新收政府信息公开申请数量<td>1<td>2篇</table>",
        "received 1 . . . . . 2[篇]"),
/* Numbers that count the rows go on below a head that is printed again. */
#define COUNTED_ROW(number, label, value) number "\t\n" label "\t\n" value "\t\n0\t\n" value "\t\n"
    APPLICATIONS("\n自然人\t\n商业企业\t\n总计\t\n" COUNTED_ROW("1", "一、本年新收政府信息公开申请数量", "8")
                     COUNTED_ROW("2", "（一）予以公开", "1")
                         COUNTED_ROW("3", "1.属于国家秘密", "7") "自然人\t\n商业企业\t\n总计\t\n" COUNTED_ROW(
                             "4", "1.信访举报投诉类申请", "2") COUNTED_ROW("5", "2.重复申请", "6")
                             COUNTED_ROW("6", "3.要求提供公开出版物", "0"),
                 "denied.state_secret 7 0 . . . . 7; rejected.complaint 2 0 . . . . 2; rejected.repeated 6 0 "
                 ". . . . 6"),
#undef COUNTED_ROW
/* Words in the place of the total are its label if no sum says otherwise; several may be garbled. */
#define SUMMED(other, total, count)                                                                          \
    "\n| |自然人 |商业企业 |科研机构 |社会公益组织 |法律服务机构 |" other " |" total                         \
    " |\n|-|-|-|-|-|-|-|-|\n|一、本年新收政府信息公开申请数量 |0 |2 |0 |0 |0 |0 |2 |\n"      \
    "|（一）予以公开 |0 |1 |0 |0 |0 |0 |1 |\n|四、结转下年度继续办理 |1 |0 |0 |1 |0 |0 |" count " |\n"
    APPLICATIONS(SUMMED("其他", "小计", "2"),
                 "received 0 2 0 0 0 0 2; granted 0 1 0 0 0 0 1; carried_out 1 0 0 1 0 0 2"),
    APPLICATIONS(SUMMED("其他", "小计", "1"),
                 "received 0 2 0 0 0 0 .; granted 0 1 0 0 0 0 .; carried_out 1 0 0 1 0 0 ."),
    APPLICATIONS(SUMMED("具他", "总汁", "2"),
                 "received 0 2 0 0 0 0 2; granted 0 1 0 0 0 0 1; carried_out 1 0 0 1 0 0 2"),
    APPLICATIONS(SUMMED("具他", "总汁", "待核"), "received 0 2 0 0 0 0 2; granted 0 1 0 0 0 0 1"),
    APPLICATIONS(SUMMED("具他", "总汁", "3"),
                 "received 0 2 0 0 0 . .; granted 0 1 0 0 0 . .; carried_out 1 0 0 1 0 . ."),
#undef SUMMED
    /* Shares stand under no label of numbers. */
    APPLICATIONS(
        "申请人情况\n法人或其他组织\n总计\n占比\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
        "一、本年新收政府信息公开申请数量\n3\n1\n0\n0\n0\n5\n50.5%\n"
        "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n1\n1\n10.1%\n（一）予以公开\n2\n0\n0\n1\n0\n4\n40.4%"
        "\n",
        "received . 3 1 0 0 0 5; carried_in . 0 0 0 0 1 1; granted . 2 0 0 1 0 4"),
/* Numbers that stand in a head may be those of a row that prints none: it was not seen empty. */
#define BARE(words)                                                                                                                         \
    "\n| |自然人 |商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他 |总计 |" words                                                       \
    " |\n|-|-|-|-|-|-|-|-|-|\n"                                                                                                             \
    "|一、本年新收政府信息公开申请数量 | | | | | | | | |\n|二、上年结转政府信息公开申请数量 | | | | | | | " \
    "| |\n"
    APPLICATIONS(BARE("12 3 15"), "received . . . . . . ."),
    APPLICATIONS(BARE("第 12 页"), "received _ _ _ _ _ _ _"),
#undef BARE
    /* Five cells that are all empty satisfy the sum of their block: so the five values behind the first ones
     * may be the second block's or the last one's, and no cell is said to be empty. */
    REVIEW("行政复议 |\n行政诉讼 | |||||||||||||\n结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 "
           "|\n未经复议直接起诉 "
           "|\n复议后起诉 | ||||||||\n结果维持 |\n结果纠正 |\n"
           "其他结果 |\n尚未审结 |\n总计 |\n结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 | |||||\n"
           "3 |\n0 |\n0 |\n19 |\n22 |\n0 |\n3 |\n0 |\n0 |\n3 | |||||\n",
           "litigation_direct 0a . . . ."),
/* The unit stands behind the number or in the label, whose bracket may be closed in the next line. */
#define FEES(table, expected) DISCLOSURE(table, "fees " expected)
    FEES("行政事业性收费\n0.5亿元\n", "0.5[亿元]p"),
    FEES("信息内容\t本年收费金额（单位：元）\n行政事业性收费\t7（含上年）\n", "7[元]"),
#define COUNTED(word) DISCLOSURE("| 行政处罚 | 6" word " |\n| 行政强制 | 2 |\n", "penalty 6[" word "]p")
    COUNTED("件"),
    DISCLOSURE("| 行政处罚 | [6件] |\n| 行政强制 | （2宗） |\n| 行政许可 | [7] |\n",
               "penalty 6[件]p; coercion 2[宗]p; licensing '[7]'?"),
    COUNTED("批"),
    COUNTED("批次"),
    COUNTED("例"),
    COUNTED("笔"),
    COUNTED("案"),
    COUNTED("家次"),
    COUNTED("种"),
#undef COUNTED
    FEES("行政事业性收费\n0.5万元①\n", "0.5[万元]p"),
    FEES("信息内容\t本年收费金额（单位：元）\n行政事业性收费\t1,200\n", "1200[元]"),
    FEES("信息内容\t本年收费金额（单位：元）\n行政事业性收费\t36238.\n", "'36238.'?"), /* and decimals */
    /* A scan has lost one bracket. */
    FEES("信息内容\t本年收费金额单位：元）\n行政事业性收费\t1,200\n", "1200[元]"),
    FEES("信息内容\t本年收费金额（单位：元\n行政事业性收费\t1,200\n", "1200[元]"),
#define BEFORE "信息内容 本年处理决定数量\n行政许可 5\n信息内容 本年收费"
    FEES(BEFORE "金额(单位:\n元)\n行政事业性收费 510.3\n", "510.3[元]"),
    FEES(BEFORE "金额(单\n位：元)\n行政事业性收费 510.3\n", "510.3[元]"),
    FEES("信息内容\n本年收费金额\n(单位：元)\n行政事业性收费\n510.3\n", "510.3[元]"),
    /* what is torn from the label, and no row's, holds it */
    FEES(BEFORE "\n金额（单位：元）\n行政事业性收费 0\n", "0[元]"),
    FEES("信息内容 本年处理决定数量\n行政许可 5\n行政处罚 3\n信息内容 "
         "本年收费\n金额（单位\n：元）\n行政事业性收费 510.3\n",
         "510.3[元]"),
    FEES(BEFORE "\n金额（元\n）\n行政事业性收费 0\n", "0[元]"),
#undef BEFORE
#undef FEES
    /* A number with a sign is a change: where it stands in the place of another column, cells were lost. */
    REPORT(
        "云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
        "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n+1\n0\n\n其他对外管理服务事项\n2\n\n0\n"
        "第二十条第（六）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n4\n-1\n3\n"
        "行政强制\n\n2\n3\n",
        "licensing _ 1p 0p; other_services 2 _ 0; penalty 4 -1 3; coercion _ 2 3; cell-placed: 1"),
    /* and one with decimals an amount of money */
    REPORT(
        "云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
        "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n1\n\n0\n其他对外管理服务事项\n2\n\n0\n"
        "第二十条第（六）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n4\n-1\n3\n"
        "行政强制\n\n2\n3\n第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额\n政府集中采购\n4722.14\n\n",
        "procurement . 4722.14p"),
    /* The label over those of rows stands left of all: below others, the labels were sorted by their height.
     */
    REPORT("云川县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
           "本年增/减 处理决定数量\n信息内容 上一年项目数量\n行政许可 2 3 5\n其他对外管理服务事项 1 2 0\n",
           "cell-ambiguous: some"),
    /* Values that have run together beside a row without any may be its: none of its cells was seen empty. */
    APPLICATIONS(
        "| |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n|-|-|-|-|-|-|-|-|\n"
        "|8.属于行政查询事项|1|0|0|0|0|0|1|\n|0 0无无0无||||||||\n|1.本机关不掌握相关政府信息||||||||\n"
        "|2.没有现成信息需要另行制作|2|0|0|0|0|0|2|\n",
        "denied.inquiry 1 0 0 0 0 0 1; unavailable.not_held . . . . . . .; row-unknown: 1"),
    /* Where a page ends within the columns, none of the last one was seen empty; one that lacks its last
       column has seen the others. */
    APPLICATIONS(
        "| |自然人|商业企业|科研机构|社会公益组织|\n|-|-|-|-|-|\n|一、本年新收政府信息公开申请数量|3|1|0||\n"
        "|(一)予以公开|1|0|0|0|\n",
        "received 3 1 0 _ . . .; granted 1 0 0 0 . . ."),
    APPLICATIONS(
        "| |自然人|商业企业|科研机构|社会公|\n|-|-|-|-|-|\n|一、本年新收政府信息公开申请数量|3|1|0||\n"
        "|(一)予以公开|1|0|0|0|\n",
        "received 3 1 0 . . . .; granted 1 0 0 0 . . ."),
    /* A sign for nothing in the place of a total that another cell holds is not known to be the total's. */
    APPLICATIONS("自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
                 "一、本年新收政府信息公开申请数量  3  1  /  /  /  4  /\n"
                 "二、上年结转政府信息公开申请数量  0  0  0  0  0  0  0\n(一)予以公开  1 0 0 0 0 0 1\n",
                 "received 3 1 '/'a '/'a '/'a 4 '/'a; carried_in 0 0 0 0 0 0 0; total-missing: 1"),
/* Where one row of cells in order lacks its total, empty ends of others were not seen empty either. A label
 * of which another cell has the rest is one. Where the cells of one table alone are paragraphs, its empty
 * lines are other cells than those of the others. */
#define ROWS(second)                                                                                         \
    "一、本年新收政府信息公开申请数量\n1\n\n2\n0\n0\n0\n3\n\n二、上年结转政府信息公开申请数量\n" second      \
    "\n(一)予以公开\n1\n\n2\n\n\n0\n3\n\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n\n2."               \
    "重复申请\n0\n0\n\n0\n0\n\n0\n\n"
    APPLICATIONS("自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
                 "一、本年新收政府信息公开申请数量\n1\n\n2\n0\n0\n3\n\n"
                 "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n\n(一)予以公开\n2\n\n0\n\n\n\n2\n"
                 "(七)总计\n2\n0\n\n\n\n0\n2\n四、结转下年度继续办理\n0\n\n\n0\n\n0\n0\n",
                 "received 1a 2a 0a 0a . . 3p; carried_in 0 0 0 0 0 0 .; granted 2 _ 0 _ _ _ 2"),
    APPLICATIONS("自然人\n\n法人或其他组织\n\n总计\n\n商业企业 "
                 "科研\n\n机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n" ROWS("0\n0\n\n\n0\n0\n0\n"),
                 "received 1 _ 2 0 0 0 3; carried_in 0 0 _ _ 0 0 0; column-unknown: 0"),
#define FIVE "结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n"
    REPORT(
        "云川县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" ROWS(
            "0\n0\n\n\n0\n0\n0\n") "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\n\n行政诉讼\n\n" FIVE
                                   "未经复议直接起诉\n\n复议后起诉\n\n" FIVE FIVE
                                   "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n17\n\n12\n\n29\n",
        "litigation_direct _ _ _ _ _; litigation_after_review _ _ 17 12 29"),
#undef FIVE
#undef ROWS
};

static void test_cases(void)
{
    sample_check(cases, sizeof cases / sizeof *cases);
}

/* Lines that end with CR LF are the same lines: no blank stands behind the last bar of a row, nor behind a
 * heading. */
static void test_returns_are_no_blanks(void)
{
    static const char text[] = "云川县2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章 | 4 |  "
                               "| 37 |\n行政规范性文件 | 2 |  |  \n"
                               "六、其他需要报告的事项\n";
    char returns[2 * sizeof text], *to = returns;
    for (const char *at = text; *at; *to++ = *at++)
        if (*at == '\n')
            *to++ = '\r';
    *to = '\0';
    struct nb_report *report = sample_report(text, false), *other = sample_report(returns, false);
    char buffer[SAMPLE_SIZE];
    CU_ASSERT_STRING_EQUAL(sample_cells(other, "disclosure", "normative_documents", buffer), "2p _ _");
    const struct nb_finding *finding = report->findings, *same = other->findings;
    for (; finding && same; finding = finding->next, same = same->next)
        CU_ASSERT_EQUAL(nb_locate(report, finding->span.start).column,
                        nb_locate(other, same->span.start).column);
    CU_ASSERT_TRUE(!finding && !same);
    nb_report_free(report);
    nb_report_free(other);
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

/* Words behind a numeral are in the place of no label, though only empty cells stand behind them. */
static void test_words_behind_number(void)
{
    struct nb_report *report = sample_applications("七总计 二\n"
                                                   "二)部分 3            自            科研机构 (\n"
                                                   "要求   四、结转下  一           社会公       科\n"
                                                   "     社             商     4.       1\n");
    CU_ASSERT_EQUAL(sample_findings(report, "row-label"), 1);
    nb_report_free(report);
}

static void test_numbers(void)
{
    static const struct {
        const char *printed, *value, *rest;
    } numbers[] = {
        {"0", "0", ""},           {"007", "7", ""},      {"1,234,567", "1234567", ""},
        {"1, 234", "1234", ""},   {"12,", "12", ""},     {"5,77", NULL, ""},
        {"1,2345", NULL, ""},     {"１２３", "123", ""}, {"-375", "-375", ""},
        {"−375", "-375", ""},     {"+378", "378", ""},   {"47222.14万元", "47222.14", "万元"},
        {"零", "0", ""},          {"$-12$", "-12", "$"}, {"[12](#t1)", "12", "](#t1)"},
        {"12[^1]", "12", "[^1]"}, {"12①", "12", "①"},    {"共 12件", "12", "件"},
        {"-", NULL, ""},          {"件", NULL, ""},      {"99999999999999999999999999", NULL, ""},
        {"[12件]", "12", "件]"},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct nb_arena *arena = arena_new();
        struct nb_text *text = sample_text(arena, numbers[i].printed);
        struct nb_number number = {0, 0};
        size_t at = 0;
        bool valid = read_number(text->shadow, text->length, &number, &at);
        CU_ASSERT_EQUAL(valid, numbers[i].value != NULL);
        if (valid && numbers[i].value) {
            CU_ASSERT_STRING_EQUAL(number_text(arena, number), numbers[i].value);
            CU_ASSERT_STRING_EQUAL(text->bytes + at, numbers[i].rest);
        }
        arena_free(arena);
    }
}

static CU_TestInfo tests[] = {
    {"cases", test_cases},
    {"CR LF and blanks", test_returns_are_no_blanks},
    {"many labels that the form does not have", test_many_foreign},
    {"words behind a number", test_words_behind_number},
    {"numbers", test_numbers},
    CU_TEST_INFO_NULL,
};

int add_bind_tests(void)
{
    CU_SuiteInfo suites[] = {{"bind", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
