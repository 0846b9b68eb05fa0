#!/usr/bin/env python3
"""For each rule, reports that raise it exactly where they should and near misses that do not raise it.

Each case is tests/lint/base.txt, a report without fault, with some replacements. In a bad case ‸ marks the places of the findings of
the rule, behind ✂ everything is cut off, and nothing but the rules in `also` may be raised besides; in a good case nothing is raised but what `also` allows.
Usage: lint_rules.py PROGRAM BASE
"""
import json
import re
import subprocess
import sys

MARK = "‸"
CUT = "✂"


def bad(rule, *edits, also=()):
    return rule, True, edits, also


def good(rule, *edits, also=()):
    return rule, False, edits, also


TITLE = "青石县2022年政府信息公开工作年度报告\n"
PERIOD = "所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
BUREAU = [(TITLE, "青石县教育局2022年政府信息公开工作年度报告\n"), ("与青石县人民政府办公室联系", "与青石县教育局联系"),
          ("青石县人民政府办公室编制", "青石县教育局编制"), ("青石县人民政府办公室\n2023", "青石县教育局\n2023")]
WIDE = ("half-width", "full-width")  # all commas, colons and semicolons
BUREAU_OF_CITY = [(old, new.replace("青石县", "青石市")) for old, new in BUREAU] + [("青石县", "青石市")] * 3
STREET = "青石县青石街道办事处"
OFFICE_OF_STREET = [("青石县2022年", STREET + "2022年"), ("青石县人民政府办公室编制", STREET + "编制"), ("与青石县人民政府办公室联系", "与" + STREET + "联系"),
                    ("青石县人民政府办公室\n2023", STREET + "\n2023")]
REVIEW = "四、政府信息公开行政复议、行政诉讼情况\n"
REVIEW_TABLE = ("行政复议\t行政诉讼\n"
                "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
                "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
                "2\t0\t1\t0\t3\t1\t0\t0\t1\t2\t0\t0\t0\t0\t0\n")
RECEIVED = "一、本年新收政府信息公开申请数量\t10\t2\t0\t0\t1\t0\t13\n"
GRANTED = "(一)予以公开\t5\t1\t0\t0\t0\t0\t6\n"
TOTAL = "(七)总计\t9\t2\t0\t0\t1\t0\t12\n"
CARRIED_OUT = "四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2\n"
REPEATED = "2.重复申请\t0\t0\t0\t0\t0\t0\t0\n"
OTHER = "六、其他需要报告的事项\n"
FEES = "2022年,青石县各机关收取信息处理费0元。"
OTHER_ROWS = ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
              "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
              "3.其他\t0\t0\t0\t0\t0\t0\t0\n")
PROBLEMS = ("五、存在的主要问题及改进情况\n(一)存在的问题\n一些单位更新不够及时,个别栏目内容偏少。\n(二)改进的打算\n"
            "2023年,县政府办将逐月通报更新情况,并请群众评议。\n\n")

ALL_OF_YEAR = ["year-mismatch", "notice-outdated", "impossible-date", "fee-statement-missing", "late-date", "form-mismatch", "row-missing", "column-missing", "prose-table", "cell-placed"]
OTHER_FEE = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
DISCLOSURE = ("第二十条第(一)项\n"
              "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
              "规章\t0\t0\t0\n"
              "行政规范性文件\t4\t1\t37\n"
              "第二十条第(五)项\n"
              "信息内容\t本年处理决定数量\n"
              "行政许可\t8215\n"
              "第二十条第(六)项\n"
              "信息内容\t本年处理决定数量\n"
              "行政处罚\t614\n"
              "行政强制\t27\n"
              "第二十条第(八)项\n"
              "信息内容\t本年收费金额(单位:万元)\n"
              "行政事业性收费\t120.35\n")
PREAMBLE = "文件,青石县人民政府办公室编制本报告。所列数据的统计期限自2022年1月1日起至2022年12月31日止。如有疑问,请与青石县人民政府办公室联系(电话:0000"
SAID = lambda sentence: ("(五)监督保障\n", "(五)监督保障\n" + sentence)
FULL_PREAMBLE = PREAMBLE.replace(",", "，").replace(":", "：")

CASES = [
    bad("article-missing", (PROBLEMS + OTHER, MARK + OTHER)),
    good("article-missing", ("五、存在的主要问题及改进情况", "五、工作中的问题和不足"), also=["article-title"]),

    bad("article-order", (PROBLEMS, MARK + PROBLEMS.replace("五、", "六、", 1)), (OTHER, MARK + OTHER.replace("六", "八", 1))),
    good("article-order", ("二、主动公开政府信息情况", "  二、 主动公开政府信息情况")),

    bad("article-title", (REVIEW, MARK + "四、复议诉讼工作\n")),
    good("article-title", (REVIEW, "四、 政府信息公开行政复议行政诉讼情况\n")),

    bad("heading-glued", ("计入年终考核。\n\n二、", "计入年终考核。 " + MARK + "二、")),
    good("heading-glued", ("计入年终考核。\n\n二、", "计入年终考核。\n  二、")),

    bad("table-unread", ("二、主动公开政府信息情况\n" + DISCLOSURE, MARK + "二、主动公开政府信息情况\n许可\t8215\n处罚\t614\n强制\t27\n")),
    good("table-unread", (DISCLOSURE, "全年作出许可8215件、处罚614件、强制27件。\n"), also=["table-missing"]),
    good("table-missing", (DISCLOSURE, "许可\t8215\n处罚\t614\n强制\t27\n"), also=["table-unread"]),
    bad("period-partial", ("2022年1月1日起至2022年12月31日", MARK + "2022年1月1日起至2022年12月30日")),
    bad("period-partial", ("2022年1月1日起至2022年12月31日", MARK + "2022年4月1日起至2022年12月31日")),
    good("period-partial", ("2022年1月1日起至2022年12月31日", "2022年1月1日至12月31日")),
    good("period-partial", ("2022年1月1日起至2022年12月31日", "2022年1月1日起至2022年11月31日"), also=["impossible-date"]),

    bad("digit-letter", ("动态2310条", "动态" + MARK + "23l0条")),
    bad("digit-letter", ("2022年,青石县把公开", MARK + "2O22年,青石县把公开"), also=["aspect-missing"]),
    good("digit-letter", ("县档案馆每季", "县档案馆按PM2.5、H2O、A4O3的编号每季")),
    bad("leading-mark", ("六、其他需要报告的事项\n", "六、其他需要报告的事项\n\n" + MARK + "，")),
    good("leading-mark", ("六、其他需要报告的事项\n", "六、其他需要报告的事项\n……"), also=["missing-full-stop"]),
    bad("enumerator-broken", ("(三)政府信息管理", MARK + "(四)政府信息管理")),
    bad("enumerator-broken", ("(三)政府信息管理", MARK + ")政府信息管理")),
    bad("enumerator-broken", ("二是举办培训", MARK + "三是举办培训")),
    bad("enumerator-broken", ("2、规划和预算", MARK + "3、规划和预算")),
    good("enumerator-broken", ("三是把结果计入年终考核。", "三是把结果计入年终考核。明年的打算:一是早部署;二是勤通报。")),
    good("enumerator-broken", ("一是每季抽查一次;二是", "一是抽查。一是查栏目;二是查目录。二是")),
    bad("enumerator-broken", ("一是每季抽查一次;二是", "一是抽查。每季都查,查出的都改。一是查栏目;二是查目录。" + MARK + "二是"), also=["list-count"]),
    good("enumerator-broken", ("2、规划和预算", "其中2、3月规划和预算"), ("3、其他动态", "2、其他动态")),
    good("enumerator-broken", ("根据《", "根据条例第二十条第(三)项、《")),

    bad("title-missing", (TITLE, MARK)),
    good("title-missing", (TITLE, "青石县人民政府办公室2022年政府信息公开年报\n")),

    bad("year-mismatch", (PERIOD, "所列数据的统计期限自" + MARK + "2021年1月1日起至2021年12月31日止。")),
    bad("year-mismatch", ("2023年1月18日", MARK + "2020年1月18日")),
    bad("year-mismatch", ("编制本报告", "编制" + MARK + "2021年政府信息公开工作年度报告")),
    bad("year-mismatch", ("全年在门户网站公布", MARK + "2021年,在门户网站公布"), ("比上年增加12%", "增加12%")),
    good("year-mismatch", ("全年在门户网站公布", "2021年办理的遗留事项,已在2022年办完。在门户网站公布")),
    good("year-mismatch", ("编制本报告", "参照《青石县2021年政府信息公开工作年度报告》编制本报告")),
    good("year-mismatch", ("比上年增加12%", "比2021年增加12%,依青政发〔2021〕8号执行")),
    good("year-mismatch", ("一些单位更新", "2021年指出的问题已经整改,一些单位更新")),

    bad("period-missing", (PERIOD, ""), ("一、总体情况", MARK + "一、总体情况")),
    good("period-missing", (PERIOD, "统计数据从2022年1月1日到12月31日。")),

    bad("aspect-missing", ("一、总体情况", MARK + "一、总体情况"), ("(四)平台建设", "(四)队伍建设"),
        ("在门户网站公布", "公布"), ("“青石发布”公众号由两人值守,留言当日回复;详见《青石县政务新媒体管理办法》", "专人值守,留言当日回复")),
    good("aspect-missing", ("(四)平台建设", "(四)阵地建设")),

    bad("year-unknown", ("2022年政府信息公开", "政府信息公开"), (PERIOD, ""), ("2022年,青石县把", "青石县把"), ("2023年1月18日\n", ""), ("青石县政府", MARK + "青石县政府"),
        also=["signature-missing", "period-missing", "year-mismatch"]),
    good("year-unknown", ("2022年政府信息公开", "政府信息公开"), (PERIOD, ""), also=["period-missing", "title-year"]),

    bad("encoding-label", (TITLE, "<meta charset=gb2312><pre>" + MARK + TITLE)),
    good("encoding-label", (TITLE, "<meta charset=utf-8><pre>" + TITLE)),

    bad("fee-statement-missing", (FEES, MARK + "无。")),
    good("fee-statement-missing", (FEES, "本年度未向申请人收取信息公开处理费。")),

    bad("table-missing", (REVIEW, MARK + REVIEW), ("行政复议\t行政诉讼\n", "全年有行政复议3件,行政诉讼2件。\n"),
        ("结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n", ""),
        ("结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n", ""),
        ("2\t0\t1\t0\t3\t1\t0\t0\t1\t2\t0\t0\t0\t0\t0\n", "")),
    good("table-missing", ("2\t0\t1\t0\t3\t1\t0\t0\t1\t2\t0\t0\t0\t0\t0\n", "0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n")),

    bad("row-missing", (REPEATED, ""), ("1.信访", MARK + "1.信访")),
    good("row-missing", (REPEATED, "2、重复申请\t0\t0\t0\t0\t0\t0\t0\n")),

    bad("row-unknown", (REPEATED, REPEATED + MARK + "涉密申请\t0\t0\t0\t0\t0\t0\t0\n")),
    bad("row-unknown", ("行政事业性收费\t120.35\n", "行政事业性收费\t120\n" + MARK + ".35\t\n")),
    good("row-unknown", ("4.无正当理由大量反复申请", "4.无正当理由大量反覆申请")),

    bad("row-order", ("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", ""), (REPEATED, "3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n" + MARK + REPEATED)),
    good("row-order", ("(五)不予处理\n", "(五) 不予处理\n")),

    bad("cell-count", ("规章\t0\t0\t0\n", "规章\t" + MARK + "0\t0\t0\t0\n"), also=["cell-ambiguous"]),
    good("cell-count", ("规章\t0\t0\t0\n", "规章\t\t\t\n")),

    bad("cell-placed", (RECEIVED, "一、本年新收政府信息公开申请数量\t" + MARK + "10\t2\t1\t13\n"), also=["cell-ambiguous"]),
    good("cell-placed", (RECEIVED, "一、本年新收政府信息公开申请数量\t10\t2\t\t\t1\t\t13\n")),

    bad("cell-ambiguous", (REPEATED, "2.重复申请\t" + MARK + "0\t0\t0\n")),
    good("cell-ambiguous", (REPEATED, "2.重复申请\t0\t0\t0\t0\t0\t0\t0\n")),

    bad("not-a-number", ("行政处罚\t614", "行政处罚\t" + MARK + "6l4")),
    good("not-a-number", ("行政处罚\t614", "行政处罚\t/")),
    good("not-a-number", ("行政处罚\t614", "行政处罚\t614件")),

    bad("form-mismatch", (OTHER_ROWS, ""), ("(六)其他处理\n", MARK + "(六)其他处理\t0\t0\t0\t0\t0\t0\t0\n")),
    good("form-mismatch", ("(六)其他处理\n", "(六)其他处理:\n")),

    bad("table-truncated", (REPEATED, REPEATED.rstrip("\n") + MARK + CUT), also=["article-missing", "table-missing", "fee-statement-missing", "aspect-missing", "signature-missing"]),
    good("table-truncated", (CARRIED_OUT, CARRIED_OUT + "\n(本表完)\n")),

    bad("row-repeated", ("行政处罚\t614\n", "行政处罚\t614\n" + MARK + "行政处罚\t641\n")),
    good("row-repeated", ("行政处罚\t614\n", "行政处罚\t27\n")),

    bad("label-lost", (REPEATED, "2.重复申请\t" + MARK + "1\t0\t0\t0\t0\t0\t1\n4.无正当理由大量反复申请\n"), ("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", ""), ("4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n", ""), also=["cell-count", "row-missing", "outcome-total", "balance"]),
    good("label-lost", ("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", ""), also=["row-missing"]),

    bad("last-empty", ("规章\t0\t0\t0\n", "规章\t" + MARK + "0\t0\t\n")),
    good("last-empty", ("规章\t0\t0\t0\n", "规章\t0\t\t0\n"), also=["cell-blank"]),
    bad("cell-blank", ("规章\t0\t0\t0\n", MARK + "规章\t0\t\t0\n")),
    bad("cell-blank", (GRANTED, MARK + GRANTED.replace("\t5\t1", "\t\t1")), also=["row-total", "outcome-total"]),
    good("cell-blank", ("规章\t0\t0\t0\n", "规章\t0\t—\t0\n")),
    good("cell-blank", (RECEIVED, RECEIVED.replace("\t0", "\t")), (REPEATED, REPEATED.replace("\t0\t0", "\t\t", 1))),

    bad("row-label", (REPEATED, MARK + "2.重复审请\t0\t0\t0\t0\t0\t0\t0\n")),
    good("row-label", (REPEATED, "2、重复申请\t0\t0\t0\t0\t0\t0\t0\n")),

    bad("total-missing", (TOTAL, MARK + "(七)总计\t/\t/\t/\t/\t/\t/\t/\n"), also=["prose-table"]),
    bad("total-missing", (TOTAL, MARK + "(七)总计\t/\t/\t/\t/\t/\t/\t/\n"), (REPEATED, ""), also=["prose-table", "row-missing"]),
    good("total-missing", (RECEIVED, RECEIVED.replace("\t0\t0\t", "\t/\t/\t"))),

    bad("column-missing", ("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n",
                           "信息内容\t" + MARK + "本年制发件数\t现行有效件数\n规章\t0\t0\n"),
        ("行政规范性文件\t4\t1\t37\n", "行政规范性文件\t4\t37\n")),
    bad("column-missing", ("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n",
                           "信息内容\t" + MARK + "本年制发件数\t现行有效件数\n规章\t0\t0\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n")),
    bad("column-missing", ("尚未审结\t总计\n", "尚未审结\t备注\n"), ("行政复议\t行政诉讼\n", MARK + "行政复议\t行政诉讼\n"), also=["column-unknown"]),
    good("column-missing", ("规章\t0\t0\t0\n", "规章\t0\t\t0\n"), also=["cell-blank"]),

    bad("column-unknown", ("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n",
                           "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t" + MARK + "备注\n规章\t0\t0\t0\t1\n"),
        ("行政规范性文件\t4\t1\t37\n", "行政规范性文件\t4\t1\t37\t2\n")),
    good("column-unknown", ("规章\t0\t0\t0\n", "规章\t0\t/\t0\n")),

    bad("table-repeated", (OTHER, "附:上年的表\n" + MARK + "信息内容\t本年处理决定数量\n行政处罚\t3\n行政强制\t4\n" + OTHER)),
    good("table-repeated", ("行政处罚\t614\n", "行政处罚\t27\n")),

    bad("table-caption", (REVIEW, REVIEW + "2021年情况\n" + MARK)),
    good("table-caption", (REVIEW, REVIEW + "2022年情况\n")),
    good("table-caption", (REVIEW, REVIEW + "附:2022年情况(上年情况见网站)\n")),

    bad("table-misplaced", (REVIEW_TABLE, ""), ("(本列数据", MARK + REVIEW_TABLE + "\n(本列数据")),
    good("table-misplaced", ("三、收到和处理政府信息公开申请情况\n", ""), also=["article-missing", "article-order", "heading-glued"]),

    bad("row-total", (RECEIVED, RECEIVED.replace("\t13\n", "\t" + MARK + "15\n")), also=["balance", "likely-typo"]),
    good("row-total", (RECEIVED, RECEIVED.replace("\t0\t0\t", "\t\t/\t")), also=["cell-blank"]),
    good("row-total", (GRANTED, GRANTED.replace("\t6\n", "\t\n")), also=["last-empty", "total-missing"]),

    bad("outcome-total", (GRANTED, "(一)予以公开\t4\t1\t0\t0\t0\t0\t5\n"),
        (TOTAL, "(七)总计\t" + MARK + "9\t2\t0\t0\t1\t0\t" + MARK + "12\n")),
    good("outcome-total", ("1.信访举报投诉类申请\t1\t0\t0\t0\t0\t0\t1\n", "1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n"),
         ("3.其他\t0\t0\t0\t0\t0\t0\t0\n", "3.其他\t1\t0\t0\t0\t0\t0\t1\n")),

    bad("balance", (TOTAL, "(七)总计\t" + MARK + "9\t2\t0\t0\t1\t0\t" + MARK + "12\n"), (CARRIED_OUT, "四、结转下年度继续办理\t3\t0\t0\t0\t0\t0\t3\n")),
    good("balance", (RECEIVED, RECEIVED.replace("\t10\t", "\t11\t").replace("\t13\n", "\t14\n")),
         (CARRIED_OUT, "四、结转下年度继续办理\t3\t0\t0\t0\t0\t0\t3\n"), also=["prose-table"]),

    bad("review-total", ("2\t0\t1\t0\t3\t1", "2\t0\t1\t0\t" + MARK + "4\t1"), also=["likely-typo"]),
    good("review-total", ("2\t0\t1\t0\t3\t1", "2\t0\t1\t1\t4\t1")),

    bad("negative-count", ("行政处罚\t614", "行政处罚\t" + MARK + "-614")),
    good("negative-count", ("行政处罚\t614", "行政处罚\t-")),

    bad("fraction-count", ("行政处罚\t614", "行政处罚\t" + MARK + "61.4")),
    good("fraction-count", ("行政处罚\t614", "行政处罚\t1,614")),
    good("fraction-count", ("120.35", "120.357")),
    bad("cell-unit", ("行政处罚\t614", "行政处罚\t" + MARK + "614元")),
    bad("cell-unit", ("行政处罚\t614", "行政处罚\t" + MARK + "61%")),
    bad("cell-unit", ("120.35", MARK + "120件")),
    good("cell-unit", ("行政处罚\t614", "行政处罚\t614件")),
    good("cell-unit", ("120.35", "120.35万元")),
    bad("leading-zero", ("行政处罚\t614", "行政处罚\t" + MARK + "0614")),
    bad("leading-zero", ("行政处罚\t614", "行政处罚\t" + MARK + "０６")),
    good("leading-zero", ("120.35", "0.35")),
    good("leading-zero", ("行政处罚\t614", "行政处罚\t0")),
    good("leading-zero", ("2\t0\t1\t0\t3\t1\t0\t0\t1\t2\t", "02\t0\t01\t0\t03\t01\t0\t0\t01\t02\t")),

    bad("likely-typo", (GRANTED, "(一)予以公开\t" + MARK + "8\t1\t0\t0\t0\t0\t6\n"), also=["row-total", "outcome-total"]),
    bad("cells-exchanged", ("1.本机关不掌握相关政府信息\t2\t0\t0", "1.本机关不掌握相关政府信息\t" + MARK + "0\t2\t0"), also=["outcome-total"]),
    bad("cells-exchanged", (TOTAL + CARRIED_OUT, "(七)总计\t" + MARK + "2\t0\t0\t0\t0\t0\t2\n四、结转下年度继续办理\t9\t2\t0\t0\t1\t0\t12\n"),
        also=["outcome-total", "prose-table"]),
    bad("cells-exchanged", (RECEIVED, RECEIVED.replace("10\t2", MARK + "2\t10")), also=["balance"]),
    good("cells-exchanged", (GRANTED, "(一)予以公开\t7\t1\t0\t0\t0\t0\t8\n"), (RECEIVED, RECEIVED.replace("10\t2", "10\t3")), also=["row-total", "outcome-total", "balance", "likely-typo"]),
    good("likely-typo", (GRANTED, "(一)予以公开\t8\t1\t0\t0\t0\t0\t7\n"), also=["row-total", "outcome-total"]),

    bad("unbalanced-bracket", ("根据《中华人民共和国政府信息公开条例》和", "根据" + MARK + "《中华人民共和国政府信息公开条例和")),
    bad("unbalanced-bracket", ("“青石发布”公众号", "青石发布" + MARK + "”公众号")),
    bad("unbalanced-bracket", ("(含镇、村两级)", MARK + "(含镇、村两级")),
    good("unbalanced-bracket", ("(含镇、村两级)", "（含镇、村两级)")),
    good("unbalanced-bracket", ("县档案馆每季核对一次目录(含镇、村两级)。", "县档案馆每季核对一次目录(含镇、\n村两级)。")),
    good("unbalanced-bracket", ("1、政策文件", "1)政策文件"), ("2、规划", "2)规划"), ("3、其他动态", "3)其他动态")),

    bad("document-number", ("〔2021〕30号", MARK + "【2021】30号")),
    bad("document-number", ("〔2021〕30号", MARK + "〔202130号")),
    bad("document-number", ("〔2021〕30号", MARK + "〔2021〕第30号")),
    good("document-number", ("留言当日回复", "留言当日回复,遵照(2021)青01行初5号判决书和国务院令第711号办理")),

    bad("document-number", ("〔2021〕30号", MARK + "﹝2021﹞30号")),
    bad("document-number", ("〔2021〕30号", MARK + "〔2021〕30 号")),
    good("document-number", ("〔2021〕30号", "〔2021〕30 号"), ("留言当日回复", "留言当日回复,共 12 条、9 件、8 次、7 期、6 篇、5 个、4 场、3 份")),
    bad("document-number", ("〔2021〕30号", MARK + "〔二〇二一〕30号")),
    bad("year-mismatch", ("青石县人民政府办公室编制本报告", "青石县人民政府办公室编制《青石县" + MARK + "2021年政府信息公开工作年度报告》")),
    good("year-mismatch", ("全年在门户网站公布", "2021年结转的1件申请已全部办结。在门户网站公布")),
    good("year-mismatch", ("一些单位更新", "2021年修订的指南继续有效,一些单位更新")),
    good("year-mismatch", ("各单位公布信息之前", "2021年修订的审核办法继续有效,各单位公布信息之前")),
    good("year-mismatch", ("县政府办主要抓了三件事", "2021年度第三方评估指出的两点已经改正。县政府办主要抓了三件事")),
    good("aspect-missing", ("(三)政府信息管理", "(三)信息质量"), ("各单位公布信息之前先行审核,县档案馆每季核对一次目录(含镇、村两级)。", "各单位落实三审三校,公文逐件注明公开属性。")),
    good("aspect-missing", ("(一)主动公开", "(一)信息数量"), ("全年在门户网站公布文件和动态2310条", "全年在门户网站发布信息2310条")),
    good("fee-statement-missing", (FEES, "本年度政府信息公开未发生收费情况。")),
    good("number-space", ("公布文件和动态2310条", "公布文件和动态 2310 条"), ("政策文件58条", "政策文件 58 条"), ("规划和预算41条", "规划和预算 41 条"),
         ("申请13件", "申请 13 件"), ("其他动态2211条", "其他动态 2211 条")),
    good("enumerator-broken", ("二是举办培训3期", "二\n是举办培训3期")),
    good("enumerator-broken", ("“青石发布”公众号", "1.“青石发布”公众号"), ("留言当日回复;", "留言当日回复。\n新增栏目。\n1.政策。\n2.动态。\n")),
    good("missing-full-stop", (FEES, FEES + "\n联系地址:青石县人民路1号,邮政编码:000000,工作日上午接待来访群众,电话:0000-1234567")),
    good("missing-full-stop", ("留言当日回复;详见《青石县政务新媒体管理办法》。", "留言当日回复,标题一律写作“青石县今日动态要闻。”")),
    good("unbalanced-bracket", ("(含镇、村两级)", "(含镇、村两级\n)")),
    good("unbalanced-bracket", ("根据《中华", "根据《\n中华"), ("条例》和", "条例\n》和")),
    bad("form-mismatch", ("2022年政府信息公开", "2020年政府信息公开"), ("规章\t", MARK + "规章\t"), also=["year-mismatch", "notice-outdated", "impossible-date", "fee-statement-missing", "late-date"]),

    bad("missing-full-stop", ("留言当日回复;详见《青石县政务新媒体管理办法》。", "留言当日回复;详见《青石县政务新媒体管理办法》,全年无断" + MARK + "更")),
    good("missing-full-stop", ("各单位公布信息之前先行审核,县档案馆每季核对一次目录", "各单位公布信息之前先行审核,县档案\n馆每季核对一次目录")),
    good("missing-full-stop", (FEES, FEES + "\n报告的电子版,可在县政府门户网站下载:http://www.qingshi.example/nb/2022")),

    bad("prose-table", ("收到信息公开申请13件", "收到信息公开申请" + MARK + "15件")),
    bad("prose-table", ("办结12件", "办结" + MARK + "11件")),
    bad("prose-table", ("全年收到信息公开申请13件,上年结转1件,办结12件,结转下年2件。", "全年收到信息公开申请" + MARK + "13件,已全部办结。")),
    bad("prose-table", ("结转下年2件。", "结转下年2件。全年" + MARK + "没有发生行政复议。")),
    bad("prose-table", ("全年收到信息公开申请13件,上年结转1件,", "全年收到信息公开申请" + MARK + "13件,均予以公开。上年结转1件,")),
    bad("prose-table", ("办结12件", "办结12件,不予公开和无法提供" + MARK + "99件")),
    good("prose-table", ("收到信息公开申请13件", "收到信息公开申请10余件")),
    good("prose-table", ("收到信息公开申请13件", "2021年收到信息公开申请15件。今年收到申请13件")),
    good("prose-table", ("收到信息公开申请13件", "县政府办公室收到信息公开申请4件,各乡镇收到申请9件")),
    good("prose-table", ("办结12件", "建议办结77件,申请办结12件")),
    good("prose-table", ("全年收到信息公开申请13件,上年结转1件,办结12件,结转下年2件。",
                         "全年共受理信息公开申请14件,其中自然人申请11件,法人或其他组织申请3件;共办理12件,结转下一年2件。")),
    bad("prose-table", ("全年收到信息公开申请13件,上年结转1件,", "全年收到信息公开申请" + MARK + "14件,上年结转1件,")),

    bad("prose-sum", SAID("全年公布资料" + MARK + "30份,其中法规类8份,办事类9份,其余12份由各镇公布。")),
    good("prose-sum", SAID("全年公布资料30份,其中法规类8份,办事类9份,其余13份由各镇公布。")),
    good("prose-sum", SAID("县水务局公布资料14份,县教育局公布9份,其余单位公布13份。")),
    good("prose-sum", SAID("收到来信20封,加上去年的2封,回复21封,剩余1封。")),
    bad("prose-sum", SAID("受理群众诉求40件,办结37件,另有" + MARK + "2件正在办理。")),
    good("prose-sum", SAID("受理群众诉求40件,办结37件,另有3件正在办理。")),
    bad("prose-sum", SAID("编印资料98份。除过期的2份外," + MARK + "95份已上架。")),
    good("prose-sum", SAID("编印资料98份。除过期的2份外,96份已上架。")),
    bad("prose-sum", SAID("公布图册" + MARK + "32册:画册20册,其他13册。")),
    good("prose-sum", SAID("公布图册33册:画册20册,其他10册,附册3册。")),
    bad("prose-sum", SAID("配备人员" + MARK + "9名(专职3名、兼职7名)。")),
    good("prose-sum", SAID("配备人员9名(专职3名、兼职6名)。")),
    bad("prose-sum", SAID("编印简报" + MARK + "40期;一季度9期,二季度11期,三季度10期,四季度12期。")),
    good("prose-sum", SAID("编印简报40期;一季度9期,二季度11期,三季度10期,四季度10期。")),
    bad("prose-sum", SAID("来电4.80万个,接通4.77万个,接通率" + MARK + "96.4%。")),
    good("prose-sum", SAID("来电4.80万个,接通4.77万个,接通率99.3%。")),
    good("prose-sum", SAID("受理诉求36件,办结35件,按期办结率99.5%。")),
    bad("prose-sum", SAID("编印资料360份,月均" + MARK + "60份。")),
    good("prose-sum", SAID("编印资料360份,月均31份。")),
    bad("prose-sum", SAID("收到来信36封,回复" + MARK + "38封。")),
    good("prose-sum", SAID("收到来信36封,连同上年的回复38封。")),
    bad("prose-sum", SAID("账号由40个整合为36个,减少" + MARK + "7个。")),
    bad("prose-sum", SAID("全年收到咨询" + MARK + "36件条。")),
    good("prose-sum", SAID("全年收到咨询36件次,整理4个条目。")),
    bad("prose-sum", SAID("公布" + MARK + "信息98人,回应3次。")),
    good("prose-sum", SAID("公布涉及信息98人次。")),
    bad("table-total", SAID("渠道\t数量\n网站\t12\n微信\t9\n合计\t" + MARK + "22\n")),
    good("table-total", SAID("渠道\t数量\n网站\t12\n微信\t9\n合计\t21\n")),
    good("table-total", SAID("渠道\t数量\n网站\t12\n其中移动端\t9\n合计\t12\n")),
    bad("annex-missing", SAID("清单见" + MARK + "附件。")),
    good("annex-missing", SAID("清单见附件。"), (FEES, FEES + "\n附件:清单")),
    bad("statute-article", ("青石县人民政府办公室编制", "根据《政府信息公开条例》" + MARK + "第十五条,青石县人民政府办公室编制")),
    good("statute-article", ("青石县人民政府办公室编制", "根据《政府信息公开条例》第四十九条、第五十条,青石县人民政府办公室编制")),
    bad("impossible-date", (TITLE, TITLE + "发布日期:" + MARK + "2023-01-10\n")),
    good("impossible-date", (TITLE, TITLE + "发布日期:2023-01-18\n")),
    bad("office-mismatch", ("与青石县人民政府办公室联系", "与" + MARK + "国土资源局联系")),
    good("office-mismatch", ("与青石县人民政府办公室联系", "与原国土资源局档案室联系")),
    bad("wrong-word", ("青石县人民政府办公室编制", "根据《中华人民共和国" + MARK + "政府信息公开法》,青石县人民政府办公室编制")),
    bad("placeholder", SAID("每季抽查" + MARK + "(这个数跟科里再对一下)。"), also=["half-width-mark"]),
    bad("year-mismatch", ("2023年,县政府办将逐月", MARK + "2022年,将:逐月")),
    bad("year-mismatch", SAID(MARK + "2021年是开局之年。")),
    good("year-mismatch", SAID("2021年是开局之年,今年有新的进展。")),
    bad("prose-sum", ("收到信息公开申请13件", "收到信息公开" + MARK + "申请13")),
    bad("prose-sum", ("办结12件", "办结12件,不予公开、无法提供合计4件,占" + MARK + "43.3%")),
    good("prose-sum", ("办结12件", "办结12件,不予公开、无法提供合计4件,占33.3%")),
    bad("prose-table", ("办结12件", "至年底办结" + MARK + "14件")),
    bad("prose-table", ("上年结转1件,", "结转1件,"), ("办结12件,结转下年2件", "办结12件,结转下年度" + MARK + "5件")),
    bad("year-mismatch", ("2023年,县政府办将逐月", MARK + "2022年,力争逐月")),
    bad("prose-sum", ("上年结转1件,", "上年结转1件,合计" + MARK + "15件,")),
    bad("prose-sum", ("公布文件和动态2310条", "公布文件和动态2310条,其中政策文件" + MARK + "3000条")),
    bad("prose-sum", ("公布文件和动态2310条,比上年增加12%", "公布文件和动态2310条,比上年增加310条,增长" + MARK + "20%")),
    good("prose-sum", ("上年结转1件,", "上年结转1件,合计14件,")),
    good("prose-sum", ("(五)监督保障\n", "(五)监督保障\n全年接待来访8件,涉及教育1件、医保1件、住房6件。其中,当场办结3件,占比37.5%;转送4件,占比50%。")),
    bad("prose-sum", ("(五)监督保障\n", "(五)监督保障\n全年接待来访8件,涉及教育1件、医保1件、住房6件。其中,当场办结3件,占比" + MARK + "38.5%。")),
    bad("prose-sum", ("(五)监督保障\n", "(五)监督保障\n全年公布资料" + MARK + "30份，（其中法规类8份，办事类9份，其他应由各镇公布的资料11份）。"), also=["half-width-mark"]),
    good("prose-sum", ("(五)监督保障\n", "(五)监督保障\n全年公布资料30份(法规类8份,图解9份(动画2份),其他资料11份)。")),
    good("prose-sum", ("公布文件和动态2310条,比上年增加12%", "公布文件和动态2310条,比上年增加310条,增长15.5%")),
    good("prose-sum", ("公布文件和动态2310条", "公布文件和动态2310条,其中网站2000条,微信1500条")),

    bad("mixed-script", ("县档案馆每季核对", "县" + MARK + "檔案馆每季核对")),
    good("mixed-script", ("县档案馆每季核对", "县档案馆著录员乾坤每季核对")),
    good("mixed-script", ("县档案馆每季核对", "县档案馆\u00ad著录员\u00a0·乾坤每季核对")),  # what folds and has two bytes

    bad("number-space", ("举办培训3期", "举办培训" + MARK + "3 期")),
    good("number-space", ("举办培训3期", "用 WPS 2019 举办培训3期")),

    bad("doubled-mark", ("留言当日回复;", "留言当日回复" + MARK + "。;")),
    bad("doubled-mark", ("计入年终考核。", "计入年终考核" + MARK + "。。")),
    good("doubled-mark", ("留言当日回复;", "留言当日回复……")),

    bad("half-width-mark", (PREAMBLE, FULL_PREAMBLE), ("重点做了", "重点作了"), ("各项工作,", "各项工作，"), ("值守,", "值守，"), ("之前先行审核,", "之前先行审核" + MARK + ","),
        ("申请13件,", "申请13件，"), ("结转1件,", "结转1件，"), ("办结12件,", "办结12件，"), ("动态2310条,", "动态2310条，"), ("不够及时,", "不够及时，"),
        ("2310条，比上年增加12%。其中:", "2310条，比上年增加12%。其中："), ("58条;", "58条；"), ("41条;", "41条；"), ("三件事:", "三件事："), ("抽查一次;", "抽查一次；"),
        ("培训3期;", "培训3期；"), ("当日回复;", "当日回复；"), ("2023年,", "2023年，"), ("通报更新情况,", "通报更新情况，"), ("2022年,青石县各", "2022年，青石县各"), ("2022年,", "2022年，")),
    good("half-width-mark", ("值守,", "值守，")),

    bad("straight-quote", ("“青石发布”公众号", MARK + "\"青石发布\"公众号")),
    good("straight-quote", ("“青石发布”公众号", "“青石发布”公众号(nianbao \"beta\" 1)")),

    # what has grown may be the whole of a list, and is where the clause says so; nothing grows by more than there is
    good("prose-sum", SAID("全年编印资料2000份,其中图解700份,短文600份,其他700份,总量比上年的1900份增长5.3%。\n")),
    bad("prose-sum", SAID("全年编印资料2000份,其中图解700份,短文600份,其他700份,总量比上年的1900份增长" + MARK + "9.3%。\n")),
    bad("prose-sum", SAID("全年编印资料2000份,比上年增加" + MARK + "2600份。\n")),
    good("prose-sum", SAID("全年开课3次,浏览量增加200次。\n")),
    # parts that make the whole up to one digit; where they are said to be all, too few as well
    bad("prose-sum", SAID("全年编印资料" + MARK + "2310份。按渠道分,网站1200份、公众号800份、公示栏300份。\n")),
    bad("prose-sum", SAID("全年编印资料" + MARK + "2310份(网站1200份、公众号800份、公示栏300份)。\n")),
    bad("prose-sum", SAID("全年编印资料" + MARK + "2310份,其中网站1200份、公众号800份、公示栏320份。\n")),
    good("prose-sum", SAID("全年编印资料2310份,其中网站1200份、公众号800份、公示栏300份。\n")),
    good("prose-sum", SAID("全年编印资料178份,其中图解112份、短文31份、视频44份。\n")),
    good("prose-sum", SAID("从寄送方式看,网络12份、信函6份;从内容看,图解10份、短文8份。\n")),
    # a share whose part is named again
    bad("prose-sum", SAID("全年编印资料2000份,其中网站1200份、公众号800份,网站占" + MARK + "62.0%。\n")),
    bad("prose-sum", SAID("全年编印资料2000份,其中网站1200份、公众号800份。公众号占" + MARK + "60.0%。\n")),
    good("prose-sum", SAID("全年编印资料2000份,其中网站1200份、公众号800份,网站占60.0%。\n")),
    bad("number-grouping", ("动态2310条", "动态" + MARK + "23,10条"), also=["prose-sum"]),
    good("number-grouping", ("动态2310条", "动态2,310条")),

    bad("wrong-word", ("县政府办主要抓了三件事", MARK + "截止2022年12月31日,县政府办主要抓了三件事")),
    bad("wrong-word", ("“青石发布”公众号", "群众" + MARK + "登陆网站即可查阅,“青石发布”公众号")),
    good("wrong-word", ("县政府办主要抓了三件事", "申请的截止日期没有变,县政府办主要抓了三件事")),

    bad("placeholder", ("县档案馆每季", MARK + "XX局每季")),
    bad("placeholder", ("县档案馆每季", MARK + "××局每季")),
    bad("placeholder", ("县档案馆每季", MARK + "此处填写单位,每季")),
    bad("placeholder", ("每季抽查一次", "每季抽查" + MARK + "X次"), also=["enumerator-broken"]),
    bad("placeholder", ("2023年,县政府办", MARK + "____年,县政府办")),
    bad("placeholder", ("县档案馆每季核对一次目录", "县档案馆每季核对一次目录" + MARK + "(略)")),
    good("placeholder", ("县档案馆每季", "县档案馆用XXL号和3×5寸的卡片每季")),

    bad("impossible-date", ("2023年1月18日", MARK + "2023年2月30日"), also=["signature-missing"]),
    bad("impossible-date", ("各单位公布信息之前", MARK + "11月31日前,各单位公布信息之前")),
    bad("impossible-date", ("县政府办将逐月通报更新情况", MARK + "2033年将逐月通报更新情况"), ("2023年,", "")),
    bad("impossible-date", ("2023年1月18日", MARK + "2022年12月18日")),
    bad("impossible-date", ("各单位公布信息之前", MARK + "2022月1日起,各单位公布信息之前")),
    bad("impossible-date", ("各单位公布信息之前", MARK + "202212月31日前,各单位公布信息之前")),
    good("impossible-date", ("各单位公布信息之前", "2月28日前,各单位公布信息之前")),
    good("impossible-date", ("县政府办将逐月通报更新情况", "县政府办将按规划到2035年建成名录")),

    bad("late-date", ("2023年1月18日", MARK + "2023年4月18日")),
    bad("late-date", (TITLE, "青石县教育局2022年政府信息公开工作年度报告\n"), ("青石县人民政府办公室编制", "青石县教育局编制"), ("请与青石县人民政府办公室", "请与青石县教育局"),
        ("青石县人民政府办公室\n2023年1月18日", "青石县教育局\n" + MARK + "2023年2月18日")),
    good("late-date", (TITLE, "青石县教育局2018年政府信息公开工作年度报告\n"), ("青石县人民政府办公室编制", "青石县教育局编制"), ("请与青石县人民政府办公室", "请与青石县教育局"),
        ("青石县人民政府办公室\n2023年1月18日", "青石县教育局\n2019年2月18日"), also=[rule for rule in ALL_OF_YEAR if rule != "late-date"] + ["article-missing"]),
    good("late-date", ("2023年1月18日", "2023年3月18日")),

    bad("office-mismatch", ("青石县人民政府办公室\n2023", MARK + "白水县人民政府办公室\n2023")),
    bad("office-mismatch", ("青石县人民政府办公室编制", MARK + "青石县财政局编制"), (TITLE, "青石县教育局2022年政府信息公开工作年度报告\n"),
        ("请与青石县人民政府办公室", "请与青石县教育局"), ("青石县人民政府办公室\n2023", "青石县教育局\n2023")),
    bad("office-mismatch", ("2022年,青石县把公开", "2022年," + MARK + "白水县把公开")),
    good("office-mismatch", (TITLE, "青石产业实验区2022年政府信息公开工作年度报告\n"), ("青石县人民政府办公室编制", "我区管委会办公室编制"),
         ("请与青石县人民政府办公室", "请与区管委会办公室政务公开领导小组办公室"), ("青石县人民政府办公室\n2023", "青石产业实验区管理委员会办公室\n2023"), ("2022年,青石县把", "2022年,全区把"),
         ("县政府办主要", "管委会办公室主要"), ("县政府办将", "管委会办公室将")),
    good("office-mismatch", (TITLE, "青石县住房和城乡建设局2022年政府信息公开工作年度报告\n"), ("青石县人民政府办公室编制", "青石县住建局编制"),
         ("请与青石县人民政府办公室", "请与县住建局"), ("青石县人民政府办公室\n2023", "青石县住房和城乡建设局\n2023")),
    good("office-mismatch", ("比上年增加12%。", "比上年增加12%。与白水县相比略少。")),
    bad("office-mismatch", *BUREAU, ("2022年,青石县把公开", "2022年," + MARK + "青石县水利局坚持把公开")),
    good("office-mismatch", *BUREAU, ("2022年,青石县把公开", "2022年,青石县教育局坚持把公开")),
    good("office-mismatch", *BUREAU, ("2022年,青石县把公开", "2022年,按照青石县水利局坚持的做法,把公开")),

    bad("signature-missing", ("0元。\n\n青石县人民政府办公室\n2023年1月18日\n", "0元。" + MARK + "\n")),
    good("signature-missing", ("青石县人民政府办公室\n2023年1月18日", "青石县人民政府办公室 2023年1月18日")),

    bad("personal-data", ("留言当日回复", "留言当日回复(申请人:" + MARK + "张小月,身份证号11010519491231002X)")),
    bad("personal-data", ("(电话:0000-1234567)", "(电话:" + MARK + "13800138000)")),
    bad("personal-data", ("(电话:0000-1234567)", "(联系人所在科室:办公室,电话:" + MARK + "13800138000)")),
    bad("personal-data", ("留言当日回复", "退费账号" + MARK + "6222020200112233446,留言当日回复")),
    good("personal-data", ("留言当日回复", "索引号110105194912310021和000014349202010709101,留言当日回复")),

    bad("empty-article", (PROBLEMS, MARK + "五、存在的主要问题及改进情况\n无。\n\n")),
    bad("empty-article", (PROBLEMS, MARK + "五、存在的主要问题及改进情况\n一些单位更新不够及时,个别栏目内容偏少。\n\n")),
    good("empty-article", (PROBLEMS, "五、存在的主要问题及改进情况\n个别栏目内容偏少。下一步,按月检查。\n\n")),
    good("empty-article", (PROBLEMS, "五、存在的主要问题及改进情况\n(一)存在的问题。个别栏目内容偏少。\n(二)改进的打算。下一步,按月检查。\n\n")),

    bad("contact-missing", ("如有疑问,请与青石县人民政府办公室联系(电话:0000-1234567)。", ""), ("一、总体情况", MARK + "一、总体情况")),
    good("contact-missing", ("(电话:0000-1234567)", "(地址:青石县河滨路1号)")),

    bad("notice-outdated", ("国办公开办函〔2021〕30号", MARK + "国办公开办函〔2019〕60号")),
    bad("notice-outdated", ("国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号、" + MARK + "国务院令第492号")),
    good("notice-outdated", ("国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号")),
    good("notice-outdated", ("和国办公开办函〔2021〕30号", ""), ("各单位公布信息之前", "按照国办公开办函〔2019〕61号,各单位公布信息之前")),

    bad("fee-unit", ("120.35", MARK + "1203500元"), also=["not-a-number"]),
    bad("fee-unit", ("120.35", MARK + "1203500")),
    good("fee-unit", ("120.35", "12035.00")),

    bad("repeated-words", ("计入年终考核", "计入" + MARK + "年终年终考核")),
    bad("repeated-words", ("群众评议。", "群众" + MARK + "的的评议。")),
    good("repeated-words", ("计入年终考核", "研究研究,逐条逐条核对,一件一件计入年终考核")),

    bad("repeated-passage", ("留言当日回复;详见《青石县政务新媒体管理办法》。", "留言当日回复;详见《青石县政务新媒体管理办法》。\n" + MARK + "“青石发布”公众号由两人值守,留言当日回复;详见《青石县政务新媒体管理办法》。")),
    good("repeated-passage", ("计入年终考核。", "计入年终考核。全年无申诉。按期公布。全年无申诉。")),

    bad("link-broken", ("留言当日回复", "网址" + MARK + "http:/www.qingshi.gov.cn,留言当日回复")),
    bad("link-broken", ("留言当日回复", "网址" + MARK + "www.qingshi.gov,留言当日回复")),
    bad("link-broken", ("留言当日回复", "邮箱" + MARK + "xxgk@qingshi,留言当日回复")),
    good("link-broken", ("留言当日回复", "网址https://www.qingshi.gov.cn/zwgk?id=3,邮箱xxgk@qingshi.gov.cn,留言当日回复")),

    bad("phone-broken", ("电话:0000-1234567", "电话:" + MARK + "0000-123456")),
    bad("phone-broken", ("电话:0000-1234567", "电话:" + MARK + "010-1234567")),
    good("phone-broken", ("电话:0000-1234567", "电话:010-12345678转802,热线12345,传真(0000)1234567")),

    bad("statute-article", ("《中华人民共和国政府信息公开条例》和", "《中华人民共和国政府信息公开条例》" + MARK + "第六十条和")),
    good("statute-article", ("《中华人民共和国政府信息公开条例》和", "《中华人民共和国政府信息公开条例》第五十条、《某省优化营商环境条例》第七十条和")),

    bad("oversight-missing", ("计入年终考核", "计入年终总结"), ("一、总体情况", MARK + "一、总体情况")),
    good("oversight-missing", ("计入年终考核", "交第三方评估")),

    bad("title-year", (TITLE, MARK + "青石县政府信息公开工作年度报告\n")),
    good("title-year", (TITLE, "青石县二〇二二年政府信息公开工作年度报告\n")),

    bad("in-force-low", ("行政规范性文件\t4\t1\t37", "行政规范性文件\t4\t1\t" + MARK + "2")),
    good("in-force-low", ("行政规范性文件\t4\t1\t37", "行政规范性文件\t4\t1\t4")),

    bad("zero-word", ("行政处罚\t614", "行政处罚\t" + MARK + "无"), ("行政强制\t27", "行政强制\t无")),
    good("zero-word", ("行政处罚\t614", "行政处罚\t/")),

    bad("fee-mismatch", (OTHER_FEE, OTHER_FEE.replace("\t0", "\t1", 1)[:-2] + "1\n"), (FEES, "2022年,县政府办" + MARK + "没有发出收费通知,信息处理费为零。"), also=["outcome-total", "balance", "likely-typo"]),
    good("fee-mismatch", (FEES, "2022年,县政府办没有收取信息处理费。")),

    bad("list-count", ("县政府办主要抓了三件事", "县政府办主要抓了" + MARK + "四件事")),
    bad("list-count", ("县政府办将逐月通报更新情况,并请群众评议。", "县政府办抓好" + MARK + "三个方面:一是逐月通报。\n二是请群众评议。")),
    good("list-count", ("县政府办将逐月通报更新情况,并请群众评议。", "县政府办抓好两个方面:一是逐月通报。\n二是请群众评议。")),
    good("list-count", ("县政府办将逐月通报更新情况,并请群众评议。", "县政府办开展三次检查:一是逐月通报,二是请群众评议。")),
    good("list-count", ("县政府办将逐月通报更新情况,并请群众评议。", "县政府办抓好两件事:一是逐月通报,二是请群众评议;落实三项制度:一是初审;二是复审;三是终审。")),
    good("enumerator-broken", ("县政府办将逐月通报更新情况,并请群众评议。", "不足有两点:一是偏慢,二是偏长。\n明年打算一是逐月通报,二是请群众评议。")),
    bad("enumerator-broken", ("县政府办将逐月通报更新情况,并请群众评议。", "第一,逐月通报;" + MARK + "第三,请群众评议。")),
    good("enumerator-broken", ("县政府办将逐月通报更新情况,并请群众评议。", "第一,抓通报。一是按月,二是按季;第二,请群众评议。")),
    bad("list-count", ("县政府办将逐月通报更新情况,并请群众评议。", "县政府办抓好" + MARK + "三个方面:第一,逐月通报;第二,请群众评议。")),
    bad("list-count", ("编制本报告。所列", "编制本报告,由总体情况等" + MARK + "五部分组成。所列")),
    good("list-count", ("编制本报告。所列", "编制本报告,由总体情况等六个部分组成。所列")),
    good("list-count", ("编制本报告。所列", "编制本报告。县政府网站由首页、互动、专栏三部分组成。所列")),

    bad("impossible-date", ("各单位公布信息之前", MARK + "5月至3月,各单位公布信息之前")),
    bad("impossible-date", ("各单位公布信息之前", MARK + "6月12日至8日,各单位公布信息之前")),
    bad("impossible-date", ("县档案馆每季", "县档案馆按" + MARK + "2022年至2020年的清单每季")),
    good("impossible-date", ("各单位公布信息之前", "11月至3月和12月25日至1月5日,各单位公布信息之前")),
    good("impossible-date", ("各单位公布信息之前", "6月8日至12日,各单位公布信息之前")),
    good("impossible-date", ("县档案馆每季", "县档案馆按2020年至2022年的清单每季")),

    bad("office-mismatch", *BUREAU, ("(五)监督保障\n", "(五)监督保障\n" + MARK + "镇党委听取汇报。")),
    good("office-mismatch", *BUREAU, ("(五)监督保障\n", "(五)监督保障\n局党委听取汇报,各镇党委、乡党委通报。镇党委、政府配合。")),
    good("office-mismatch", ("(五)监督保障\n", "(五)监督保障\n镇党委听取汇报。")),
    bad("office-mismatch", *BUREAU_OF_CITY, ("(五)监督保障\n", "(五)监督保障\n" + MARK + "我县听取汇报。")),
    good("office-mismatch", *BUREAU_OF_CITY, ("(五)监督保障\n", "(五)监督保障\n答复“我县何时通车”等留言,我市听取汇报。")),
    good("office-mismatch", *BUREAU, ("(五)监督保障\n", "(五)监督保障\n我县听取汇报。")),

    bad("signature-missing", ("青石县人民政府办公室\n2023年1月18日\n", MARK + "青石县人民政府办公室\n")),
    bad("signature-missing", (TITLE, "<div><pre>" + TITLE), ("\n青石县人民政府办公室\n2023年1月18日\n", "</pre></div><p>" + MARK + "友情链接</p>\n<p>青石县人民政府办公室</p>")),

    bad("empty-article", (PROBLEMS, MARK + "五、存在的主要问题及改进情况\n一些单位更新不够及时,公开意识有待加强,答复的质量还需进一步提高。\n\n")),
    good("empty-article", (PROBLEMS, "五、存在的主要问题及改进情况\n公开意识有待加强。已安排培训,提高质量。\n\n")),
    bad("empty-article", (FEES, ""), (OTHER, MARK + OTHER), also=["fee-statement-missing"]),
    good("empty-article", (FEES, "月份\t条数\t人次\n1月\t3\t5\n"), also=["fee-statement-missing", "table-unread"]),

    bad("aspect-missing", ("一、总体情况", MARK + "一、总体情况"), ("(四)平台建设\n", ""), ("(五)监督", "(四)监督")),
    good("aspect-missing", ("(四)平台建设", "(四)渠道建设")),
    good("aspect-missing", ("(四)平台建设", "(四)队伍建设")),

    bad("fee-mismatch", (FEES, "2022年,青石县各机关收取信息处理费0元。1件申请因申请人" + MARK + "逾期未按通知缴纳费用而终止。")),
    good("fee-mismatch", (FEES, "2022年,青石县各机关收取信息处理费0元,没有逾期未缴费的申请。")),

    bad("placeholder", ("比上年增加12%", "比上年增加" + MARK + "?%")),
    good("placeholder", ("比上年增加12%", "增加的有12%吗")),

    bad("repeated-words", ("(二)依申请公开", "(二)依申请" + MARK + "公公开")),
    good("repeated-words", ("(二)依申请公开", "(二)依申请公开与办公公开、财政政府采购公开")),
    bad("year-mismatch", ("2023年,县政府办将", MARK + "2022年,县政府办将从两个方面改进,")),
    good("year-mismatch", ("2023年,县政府办将", "2022年,县政府办从严通报。2023年,县政府办将")),

    bad("statute-article", ("和国政府信息公开条例》和", "和国政府信息公开条例》(国务院令第711号)" + MARK + "第五百条和")),
    good("statute-article", ("和国政府信息公开条例》和", "和国政府信息公开条例》(国务院令第711号)第五十条和")),
    bad("notice-outdated", ("和国政府信息公开条例》和", "和国政府信息公开条例》(" + MARK + "国务院令第492号)第五十条和")),
    bad("wrong-word", ("全年收到信息公开申请13件", "全年收到" + MARK + "信息公工开申请13件")),
    # a term with a character that looks or sounds alike, with any other where none else makes sense, with two in each other's place
    bad("wrong-word", SAID("今年没有因公开引起的" + MARK + "行政复义。\n")),
    bad("wrong-word", SAID("栏目增设了" + MARK + "意见征极一项。\n")),
    bad("wrong-word", SAID("各镇的" + MARK + "政府信心公开工作有专人。\n")),
    bad("wrong-word", SAID("群众对" + MARK + "信公息开申请满意。\n")),
    bad("wrong-word", SAID("依照《办法》(以下简称" + MARK + "《条列》)办理。\n")),
    good("wrong-word", SAID("举办行政审议会1次,政府网占栏目的一半,车辆限行有效期已经公布。\n")),
    good("wrong-word", SAID("《条例》及其释义、案例都在网上。\n")),
    # dates that lack 月 or 日, and what is planned for a day that is over
    bad("impossible-date", SAID("开放日自" + MARK + "2022年11日至2022年12月31日举行。\n")),
    bad("impossible-date", SAID("目录更新到" + MARK + "2022年12月31。\n")),
    good("impossible-date", SAID("会议在2022年12月30、31日举行,2022年5日均浏览100次。\n")),
    bad("repeated-words", SAID(MARK + "2022年年举办两次培训。\n")),
    good("repeated-words", SAID("2022年年底通报一次。\n")),
    bad("year-mismatch", ("2023年,县政府办将逐月通报", "下一步,将在" + MARK + "2022年6月底完成通报")),
    good("year-mismatch", ("2023年,县政府办将逐月通报", "下一步,将在2023年6月底完成通报")),
    # a rate without %
    bad("prose-sum", SAID("浏览量" + MARK + "增长11.7。\n")),
    good("prose-sum", SAID("浏览量和订阅数分别增长4.4、5.1个百分点。\n")),
    # the number of the notice behind another series
    bad("notice-outdated", ("国办公开办函〔2021〕30号", MARK + "国办发〔2021〕30号")),
    # remarks of a template
    bad("placeholder", SAID("组织机构健全" + MARK + "(不超过300字)。\n")),
    bad("placeholder", SAID("各镇均按时报送" + MARK + "【科室意见:数字要补】。\n")),
    bad("placeholder", ("2022年,青石县各机关收取信息处理费0元。", "2022年,青石县各机关" + MARK + "(有/没有)收取信息处理费。")),
    good("placeholder", SAID("群众来信(长度不超过一页)都有回复。\n")),
    # a guide of another place, and of the own one
    bad("office-mismatch", SAID("修订《" + MARK + "白水县政府信息公开指南》。\n")),
    good("office-mismatch", SAID("修订《青石县政府信息公开指南》。\n")),
    bad("office-mismatch", *OFFICE_OF_STREET, SAID(MARK + "白水县水利局已建立台账。\n")),
    good("wrong-word", ("(一)主动公开\n", "(一)主动公开\n信息公开开展得好,办了信息公众开放日。")),
    bad("placeholder", ("电话:0000-1234567", "电话:0000-" + MARK + "*******")),
    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n全年" + MARK + "有/没有因公开被问责。")),
    good("placeholder", ("(五)监督保障\n", "(五)监督保障\n清单列明有无、已未办结,24/7受理。")),
    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n" + MARK + "【建议删除】县政府常听取汇报。")),
    good("placeholder", ("(五)监督保障\n", "(五)监督保障\n听取群众的意见(建议)3条,(人大建议)2件。")),
    bad("personal-data", ("(二)依申请公开\n", "(二)依申请公开\n" + MARK + "申请人住青石县西园小区5栋2单元301室。")),
    good("personal-data", ("(二)依申请公开\n", "(二)依申请公开\n申请人住所的证明一并归档,窗口在政务中心3楼12号。")),
    bad("repeated-words", ("公布文件和动态2310条", "公布文件和动态2310条,浏览6.2" + MARK + "万万人次")),
    good("repeated-words", ("公布文件和动态2310条", "公布文件和动态2310条,万万不可疏忽")),

    bad("half-width-mark", WIDE, ("目录(含镇、村两级)。", "目录" + MARK + "(含镇、村两级）。")),
    good("half-width-mark", WIDE, ("目录(含镇、村两级)。", "目录（含镇、村两级）。")),

    bad("repeated-words", ("(五)监督保障\n", "(五)监督保障\n以公开促规范、促服务、" + MARK + "促规范,提高水平。")),
    good("repeated-words", ("(五)监督保障\n", "(五)监督保障\n以公开促规范、促服务、促公平,提高水平。公开、答复信息、信息的解读。")),
    bad("in-force-low", (TITLE, "青石县2020年政府信息公开工作年度报告\n"), ("行政规范性文件\t4\t1\t37", "规范性文件\t4\t4\t" + MARK + "2"), ("规章\t0\t0\t0\n", "规章\t0\t0\t0\n"),
        ("本年制发件数\t本年废止件数\t现行有效件数", "本年新制作数量\t本年新公开数量\t对外公开总数量"), also=ALL_OF_YEAR),
    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n培训的人数" + MARK + "(待统计)列入考核。")),
    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n培训的人数" + MARK + "(标红部分请法制科核)列入考核。")),
    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n" + MARK + "[删除]培训列入考核。")),
    good("placeholder", ("(五)监督保障\n", "(五)监督保障\n待业人员的培训(待遇不变)列入考核。")),
    bad("personal-data", ("(二)依申请公开\n", "(二)依申请公开\n一人的身份证号" + MARK + "110101199003071239列在册上。")),
    bad("table-unread", (REVIEW, MARK + REVIEW), ("2\t0\t1\t0\t3\t1\t0\t0\t1\t2\t0\t0\t0\t0\t0\n", "(见附件)\n"), also=["annex-missing"]),
    bad("signature-missing", ("青石县人民政府办公室\n2023年1月18日\n", MARK + "青石县人民政府办公室\n2023年1月\n")),

    bad("number-space", ("青石县2022年政府信息", "青石县2" + MARK + "0 22年政府信息")),
    good("number-space", ("青石县2022年政府信息", "青 石 县 2 0 2 2 年 政 府 信 息")),
    bad("office-mismatch", *OFFICE_OF_STREET, ("2022年,青石县把公开", "2022年," + MARK + "白水街道坚持把公开")),
    good("office-mismatch", *OFFICE_OF_STREET, ("2022年,青石县把公开", "2022年,青石街道坚持联合白水街道把公开")),
    bad("office-mismatch", *OFFICE_OF_STREET[:-1], ("青石县人民政府办公室\n2023", MARK + "青石县人民政府\n2023"), ("2022年,青石县把", "2022年,把")),
    bad("repeated-words", ("举办培训3期", "举办培训3期,46" + MARK + "人人参加")),
    good("repeated-words", ("举办培训3期", "举办培训3期,46人人均2次")),
    bad("repeated-words", *BUREAU, ("举办培训3期", "举办培训3期,由县教育" + MARK + "局局授课")),
    good("repeated-words", *BUREAU, ("举办培训3期", "举办培训3期,由县教育局局长授课")),
    bad("prose-sum", ("比上年增加12%。", "比上年增加12%," + MARK + "占200%。")),
    bad("doubled-mark", ("(含镇、村两级)", "(含镇、村" + MARK + "、等部门)")),
    good("doubled-mark", ("(含镇、村两级)", "(含镇、村、等候区)")),
    bad("impossible-date", ("2023年,县政府办将", MARK + "203年4月,县政府办将")),
    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n" + MARK + "(应为:公开办)的培训列入考核。")),
    bad("empty-article", (PROBLEMS, "五、存在的主要问题及改进情况\n" + MARK + "(一)存在的问题\n(二)改进的打算\n今后按月检查栏目,请群众评议。\n\n")),
    bad("empty-article", (PROBLEMS, MARK + "五、存在的主要问题及改进情况\n(一)存在的问题\n个别栏目内容偏少,更新不及时。\n(二)改进的打算\n无。\n\n")),
    bad("prose-sum", ("其中:1、政策文件58条;2、规划和预算41条;3、其他动态2211条。", "其中概况类信息58条、动态类信息2254条。"), ("2310条", MARK + "2310条")),
    good("prose-sum", ("其中:1、政策文件58条;2、规划和预算41条;3、其他动态2211条。", "其中概况类信息58条、动态类信息2211条。")),

    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n培训列入考核" + MARK + "(以下略)。")),
    bad("placeholder", ("比上年增加12%", MARK + "比  年增加12%")),
    bad("repeated-words", ("(五)监督保障\n", "(五)监督保障\n" + MARK + "培训列入考核。培训列入考核。")),
    good("empty-article", (PROBLEMS, "五、存在的主要问题及改进情况\n公开意识有待加强,更新也不够及时,已安排专人按月检查。\n\n")),

    bad("placeholder", ("(五)监督保障\n", "(五)监督保障\n培训列入考核" + MARK + "(请各科室1月5日前报县政府办)。")),
    good("zero-word", ("行政强制\t27", "行政强制\t零")),
    bad("year-mismatch", ("(二)依申请公开\n", "(二)" + MARK + "2021年依申请公开情况\n")),
    good("year-mismatch", ("(二)依申请公开\n", "(二)2022年依申请公开情况\n2021年修订的指南继续使用。\n")),
    good("unbalanced-bracket", ("各单位公布信息之前先行审核", "1.各单位(联系人:办公室)公布信息之前先行审核")),

    # what 60 drafts of other offices and 120 kinds of mistakes in them taught
    good("fee-statement-missing", (FEES, "2022年,本机关发出收费通知的件数和总金额均为0。")),
    good("office-mismatch", *BUREAU, SAID("更新偶有延迟。对此，县教育局将按月检查。\n"), also=["half-width-mark"]),
    good("oversight-missing", ("计入年终考核", "用于约谈")),
    bad("wrong-word", SAID("完成" + MARK + "政府信公开各项任务。\n")),
    bad("wrong-word", SAID("做好" + MARK + "依申公开答复。\n")),
    bad("wrong-word", SAID("办理" + MARK + "人大代建议2件。\n")),
    bad("wrong-word", SAID("推进政府" + MARK + "信息公工作。\n")),
    good("wrong-word", SAID("政务信息公开和来信公开答复,依法申请公开。\n")),
    bad("statute-article", SAID("按照《条例》规定,自收到申请之日起" + MARK + "15个工作日内予以答复。\n")),
    bad("statute-article", SAID("自政府信息形成之日起" + MARK + "30个工作日内主动公开。\n")),
    good("statute-article", SAID("按照《条例》规定20个工作日内予以答复,县政府承诺10个工作日内答复。自形成之日起7个工作日内公开。《条例》规定第三方在15个工作日内答复。申请均在法定期限内办结,用5个工作日答复的居多。按照《条例》的规定和县里的分工,各单位收到转办件后在5个工作日内答复。\n")),
    bad("impossible-date", SAID("已于" + MARK + "2022年18日完成备案。\n")),
    bad("impossible-date", ("2022年1月1日起至2022年", MARK + "2022年1月1日起至2021年"), also=["year-mismatch"]),
    bad("year-mismatch", ("自2022年1月1日起至2022年12月31日止", "从2022年1月1日到" + MARK + "2021年12月31日"), also=["impossible-date"]),
    bad("list-count", SAID("全年做了" + MARK + "四个方面的工作。\n一是清理栏目;二是培训人员;三是检查目录。\n")),
    good("list-count", SAID("全年做了三个方面的工作。\n一是清理栏目;二是培训人员;三是检查目录。\n举办两项活动。\n一是开放日;二是座谈;三是论坛。\n")),
    bad("office-mismatch", SAID(MARK + "云谷县组织开展了培训。\n")),
    bad("office-mismatch", SAID("总体来看,各项任务已完成。" + MARK + "云谷县的公开工作还有不足。\n")),
    good("office-mismatch", SAID("云谷县组织部门的做法和云谷县举办的论坛值得借鉴。\n")),
    bad("year-mismatch", ("2023年,县政府办将逐月通报", MARK + "2022年,县政府办将着重逐月通报")),
    bad("prose-sum", SAID("全年收到申请13" + MARK + "条。\n")),
    good("prose-sum", SAID("全年收到依申请公开信息13条,其中网上申请13条。\n"), also=["prose-table"]),
    bad("prose-sum", SAID("退回率由12%降至4%,下降" + MARK + "18个百分点。\n")),
    good("prose-sum", SAID("退回率由12%降至4%,下降8个百分点。\n")),
    bad("prose-sum", SAID("全年发稿98篇,其中原创80篇、转载18篇,比上年增加24篇,增长" + MARK + "42.4%。\n")),
    good("prose-sum", SAID("全年发稿98篇,其中原创80篇、转载18篇,比上年增加24篇,增长32.4%。\n")),
    bad("prose-sum", SAID("目录由43项调整为47项,减少" + MARK + "4项。\n")),
    bad("prose-sum", SAID("评选案例" + MARK + "10个,其中一等奖1个、二等奖4个、三等奖6个。\n")),
    good("prose-sum", SAID("评选案例11个,其中一等奖1个、二等奖4个、三等奖6个。\n")),
    bad("prose-sum", SAID("(1)图解60篇,占61.2%。(2)视频38篇,占38.8%。两项合计" + MARK + "88篇。\n")),
    good("prose-sum", SAID("(1)图解60篇,占61.2%。(2)视频38篇,占38.8%。两项合计98篇。\n")),
    bad("prose-sum", SAID("抽查企业98户,其中合格95户、不合格3户,合格率" + MARK + "86.9%。\n")),
    good("prose-sum", SAID("抽查企业98户,其中合格95户、不合格3户,合格率96.9%。\n")),
    bad("prose-sum", SAID("收集意见13条,采纳" + MARK + "18条。\n")),
    good("prose-table", SAID("标注文件345份,其中主动公开210份、依申请公开100份、不予公开35份。\n")),
    bad("prose-sum", SAID("新增产品" + MARK + "27个:图解15个、短视频8个、动画3个。\n")),
    good("prose-sum", SAID("新增产品27个:图解15个、短视频8个、动画4个。新增点位98个:县城12个、乡镇20个。\n")),
    bad("prose-sum", SAID("编发" + MARK + "12期,上半年5期、下半年8期。\n")),
    good("prose-sum", SAID("编发12期,上半年5期、下半年7期。办理建议12件、提案8件,上半年10件、下半年10件。办理建议12件,上半年办结5件、下半年办结6件。\n")),
    bad("placeholder", SAID("新增" + MARK + "栏目个。\n")),
    bad("placeholder", SAID("来信" + MARK + "共件,占比" + MARK + "为%。\n")),
    good("placeholder", SAID("设立公共文件柜,文件件件有着落,培训场地、会议次数公开。\n")),
    bad("wrong-word", SAID("做好依" + MARK + "申请公工作,加强" + MARK + "政策解毒。\n")),
    bad("year-mismatch", SAID("与" + MARK + "2022年相比增加30条。\n")),
    bad("prose-sum", SAID("发布预警" + MARK + "132次,其中红色预警2次、橙色预警10次、黄色预警130次。\n")),
    bad("prose-sum", SAID("全年发稿" + MARK + "198篇,其中原创80篇、转载18篇、其他90篇,比上年增加24篇,增长13.8%。\n")),
    good("prose-sum", SAID("指南由每年更新1次调整为每半年更新1次,频次增加1次。公开信息98条,其中一级栏目60条、二级栏目50条。发布信息132条,其中网站公开120条、微信公开110条。参训56人,其中党员干部40人、女性干部30人。\n")),
    bad("prose-sum", SAID("收回问卷500份,有效问卷480份,有效率" + MARK + "86.0%。\n")),
    bad("prose-sum", SAID(MARK + "公开率达到了102%。\n")),
    bad("number-grouping", SAID("浏览量达" + MARK + "1.2.3万次。\n")),
    bad("placeholder", SAID("办理时限" + MARK + "为个工作日。\n")),
    bad("placeholder", SAID("印发了" + MARK + "《》。\n")),
    bad("placeholder", SAID(MARK + "会同等部门开展检查。\n")),
    good("placeholder", SAID("为15个工作日。会同公安等部门开展检查。\n")),
    bad("wrong-word", SAID("由县" + MARK + "政务公办牵头。\n")),
    bad("wrong-word", SAID("推进" + MARK + "政府信信息公开。\n")),
    bad("number-grouping", SAID("发布信息" + MARK + "18,82条。\n")),
    bad("prose-table", ("全年收到信息公开申请13件", "依申请公开" + MARK + "零受理"), also=["prose-sum"]),
]


def edited(base, edits):
    for old, new in edits:
        if (old, new) == WIDE:
            base = base.translate({ord(half): ord(half) + 0xFEE0 for half in ",:;"})
            continue
        if base.count(old) < 1:
            raise SystemExit(f"no such text in the base: {old!r}")
        base = base.replace(old, new, 1)
    return base.split(CUT)[0]


def places(text):
    """The text without its marks, and line and column of each."""
    found, line, column, plain = [], 1, 1, []
    for character in text:
        if character == MARK:
            found.append((line, column))
            continue
        plain.append(character)
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return "".join(plain), sorted(found)


def lint(program, text):
    run = subprocess.run([program, "lint", "--no-config", "--lang=en", "--format=json", "-"], input=text.encode(), stdout=subprocess.PIPE, check=False)
    if run.returncode > 1:
        raise SystemExit("lint failed")
    return json.loads(run.stdout)["reports"][0]["findings"]


def is_no_sum(detail):
    """What a finding spells out, 300条 + 150条 = 450, is a sum."""
    terms = re.fullmatch(r"([^=]* \+ [^=]*) = ([\d.]+)", detail or "")
    if not terms or re.search("[万亿]", detail):
        return False
    return any("%" in term for term in terms[1].split(" + ")) or abs(
        sum(float(re.match(r"[\d.]+", term)[0]) for term in terms[1].split(" + ")) - float(terms[2])) > 1e-6


def problems(program, base, case):
    rule, raises, edits, also = case
    text, expected = places(edited(base, edits))
    findings = lint(program, text)
    got = sorted((f["line"], f["column"]) for f in findings if f["name"] == rule)
    others = [f"{f['line']}:{f['column']} {f['name']}: {f['message']}" for f in findings if f["name"] != rule and f["name"] not in also]
    if raises and (not expected or got != expected):
        yield f"found at {got}, should be at {expected}"
    if not raises and got:
        yield f"found at {got}, should not be"
    yield from ("no sum: " + f["detail"] for f in findings if is_no_sum(f["detail"]))
    if others:
        yield "besides: " + "; ".join(others)


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        base = file.read()
    failures = [f"base.txt: {f['name']}" for f in lint(program, base)]
    for number, case in enumerate(CASES, 1):
        failures += [f"case {number}, {'bad' if case[1] else 'good'} {case[0]}: {problem}" for problem in problems(program, base, case)]
    known = subprocess.run([program, "explain"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    for line in known:
        if line.startswith("NB5") or "text-recognised" in line or "page-unread" in line:
            continue  # against other reports: tests/lint_series.py; of scans: tests/ocr.sh, tests/pdf_seen.py
        for raises in (True, False):
            if not any(case[0] == line.split()[1] and case[1] == raises for case in CASES):
                failures.append(f"no {'bad' if raises else 'good'} case for {line.split()[1]}")
    print("\n".join(failures) if failures else f"{len(CASES)} cases")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
