#!/usr/bin/env python3
"""worst.py FOLDER [BYTES] - texts that are made to cost much, of 64 KiB each: what a hostile or broken file may hold."""
import os
import random
import sys

TITLE = "汪河县档案局2023年政府信息公开工作年度报告\n"
LABELS = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "(一)予以公开", "(二)部分公开", "1.属于国家秘密",
          "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
          "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "3.补正后申请内容仍不明确", "2.重复申请",
          "3.要求提供公开出版物", "(七)总计", "四、结转下年度继续办理"]
HEAD = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"


def garble(rng, label):
    """A label with two characters exchanged: near to several, the same as none."""
    at, other = rng.sample(range(len(label)), 2)
    return "".join(label[other] if i == at else label[at] if i == other else c for i, c in enumerate(label))


def wide_table(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "| " + " | ".join([rng.choice(LABELS)] + [str(rng.randint(0, 9)) for _ in range(200)]) + " |\n"


def near_labels(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + "| | " + HEAD.replace(" ", " | ") + " |\n"
    while True:
        yield "| " + garble(rng, rng.choice(LABELS)) + " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"


def near_lines(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        yield garble(rng, rng.choice(LABELS)) + "\n1\n0\n"


def shorten(rng, label):
    """Some characters of a label, in their order; at least one."""
    return "".join(c for c in label if rng.random() < 0.75) or label[0]


def short_lines(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        yield shorten(rng, rng.choice(LABELS)) + "\n1\n"


def short_columns(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield shorten(rng, rng.choice(LABELS)) + "".join("   %d" % rng.randint(0, 9) for _ in range(7)) + "\n"


def short_labels(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "  ".join(shorten(rng, rng.choice(LABELS)) for _ in range(4)) + "\n"


def begun_columns(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        label = rng.choice(LABELS)
        yield label[:rng.randint(1, len(label))] + "".join("   %d" % rng.randint(0, 9) for _ in range(7)) + "\n"


def labels_only(rng):
    while True:
        yield rng.choice(LABELS) + "\n"


def numbers_a_line(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "%d\n" % rng.randint(0, 99)


def numbers_in_columns(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield rng.choice(LABELS) + "".join(" " * rng.randint(2, 9) + str(rng.randint(0, 9)) for _ in range(rng.randint(3, 7))) + "\n"


def digits(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield " ".join("%d" % rng.randint(0, 10**12) for _ in range(40)) + "\n"


def headings(_rng):
    while True:
        yield "1.主动公开情况\n"


def deep_headings(rng):
    marks = ["一、", "（一）", "1.", "（1）", "①"]
    while True:
        yield rng.choice(marks) + rng.choice(["主动公开", "依申请公开", "监督保障", "平台建设"]) + "情况\n"


def one_line(rng):
    while True:
        yield rng.choice(["本年度", "主动公开", "规章", "1件，", "（二）", "政府信息", "。", "总计", "2023年", "其中"])


def lost_cells(rng):
    """Rows of which the empty cells are gone: each may be put in many ways."""
    yield "三、收到和处理政府信息公开申请情况\n" + "| | " + HEAD.replace(" ", " | ") + " |\n"
    for label in LABELS:
        yield label + " | " + " | ".join(str(rng.randint(1, 9)) for _ in range(4)) + " |||\n"
    yield "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n"
    yield " | ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3) + " |\n"
    yield " | ".join(str(rng.randint(1, 9)) for _ in range(7)) + " ||||||||\n"
    while True:
        yield "六、其他需要报告的事项\n无其他需要报告的事项。\n"


def bars(_rng):
    while True:
        yield "|" * 60 + "\n"


def frames(rng):
    while True:
        yield "+" + "+".join("-" * rng.randint(1, 9) for _ in range(8)) + "+\n|" + "|".join(" " * rng.randint(1, 9) for _ in range(8)) + "|\n"


def commas(rng):
    while True:
        yield ",".join(rng.choice(["规章", "总计", "1", ""]) for _ in range(60)) + "\n"


def brackets(_rng):
    while True:
        yield "（" * 50 + "规章\n"


def shorten_to(rng, label, length):
    """So many characters of a label, in their order."""
    kept = sorted(rng.sample(range(len(label)), min(length, len(label))))
    return "".join(label[i] for i in kept)


def tied_columns(rng):
    """Labels of as many characters each, so that neither measure of width has the values in fewer places."""
    head = "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield head
        for _ in range(90):
            label = shorten_to(rng, rng.choice([one for one in LABELS if len(one) >= 8]), 8)
            yield label + "".join(" " * rng.randint(2, 4) + str(rng.randint(0, 9)) for _ in range(7)) + "\n"


def headed_columns(rng):
    """A table every few lines, each with values of its own places."""
    while True:
        yield "三、收到和处理政府信息公开申请情况\n" + " " * 20 + HEAD.replace(" ", " " * rng.randint(2, 5)) + "\n"
        for _ in range(3):
            yield rng.choice(LABELS) + "".join(" " * rng.randint(2, 6) + str(rng.randint(0, 9999)) for _ in range(rng.randint(3, 7))) + "\n"


def garbled_heads(rng):
    while True:
        yield "  ".join(garble(rng, rng.choice(HEAD.split()[1:6])) for _ in range(7)) + "\n"
        yield rng.choice(LABELS) + "  1  2  3  4  5  6  7\n"


def broken_heads(rng):
    """Labels of columns cut over two lines each, everywhere."""
    names = HEAD.split()
    while True:
        cuts = [(name[:len(name) // 2], name[len(name) // 2:]) for name in rng.sample(names, 7)]
        for half in (0, 1):
            yield "          " + "    ".join(cut[half] for cut in cuts) + "\n"
        yield "  ".join(str(rng.randint(0, 9)) for _ in range(7)) + "\n"


def letters_in_columns(rng):
    """One character of a label a cell."""
    letters = "".join(LABELS)
    while True:
        yield "  ".join(rng.choice(letters) for _ in range(12)) + "\n"


def words_in_columns(rng):
    while True:
        yield "  ".join(rng.choice(LABELS)[:rng.randint(2, 6)] for _ in range(5)) + "  %d\n" % rng.randint(0, 9)


def letters_a_line(rng):
    letters = "".join(LABELS)
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        yield rng.choice(letters) + "\n" + ("1\n" if rng.random() < 0.3 else "")


def joined_labels(rng):
    """Two labels without space between, shortened."""
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield shorten(rng, rng.choice(LABELS)) + shorten(rng, rng.choice(LABELS)) + "   1   2   3\n"


def long_labels(rng):
    long = ["申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"]
    yield "三、收到和处理政府信息公开申请情况\n" + "| | " + HEAD.replace(" ", " | ") + " |\n"
    while True:
        yield "| " + shorten(rng, rng.choice(long)) + " | 1 | 0 |\n"


def short_bars(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + "| | " + HEAD.replace(" ", " | ") + " |\n"
    while True:
        yield "|" + shorten(rng, rng.choice(LABELS)) + "|1\n"


def one_cell_tables(_rng):
    while True:
        yield "|规章|\n|-|\n|1|\n\n"


def digits_apart(rng):
    """Digits with blanks between, as of spaced figures."""
    yield "三、收到和处理政府信息公开申请情况\n" + " ".join(HEAD.split()) + "\n"
    while True:
        yield rng.choice(LABELS) + " " + " ".join(str(rng.randint(0, 9)) for _ in range(rng.randint(7, 20))) + "\n"


def digits_together(rng):
    """Rows of digits with nothing between, nor behind their labels, that part in more ways than are looked at."""
    heads = HEAD.replace(" ", "")
    while True:
        yield "三、收到和处理政府信息公开申请情况" + heads
        for label in LABELS:
            yield label + "".join(rng.choice("01123") for _ in range(16))
        yield "四、情况" + "结果维持结果纠正其他结果尚未审结总计" * 3 + "".join(rng.choice("01123") for _ in range(21)) + "\n"


def deep_brackets(rng):
    while True:
        yield "（单位：" * 8 + rng.choice(LABELS) + "）" * 8 + "\n"


def captions(rng):
    titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"]
    while True:
        yield rng.choice(titles) + "\n" + "第二十条第（一）项\n"


def units(rng):
    while True:
        yield rng.choice(["本年收费金额（单位：万元）", "单位：件", "（单位：", "元）", "采购总金额"]) + "  %d万元\n" % rng.randint(0, 99)


def grid_table(rng):
    while True:
        yield "+" + "+".join("-" * rng.randint(2, 12) for _ in range(5)) + "+\n|" + "|".join(
            rng.choice([" 规章 ", " 1 ", " ", " 总计 "]) for _ in range(5)) + "|\n"


def box_drawing(rng):
    while True:
        yield "├" + "┼".join("─" * rng.randint(1, 6) for _ in range(6)) + "┤\n│" + "│".join(
            rng.choice(["规章", "1", "", "总计"]) for _ in range(6)) + "│\n"


def wiki(rng):
    while True:
        yield "{| class=wikitable\n|-\n! rowspan=%d | %s\n| 1 || 2 || colspan=3 | 4\n|}\n" % (rng.randint(1, 9), rng.choice(LABELS))


def latex(rng):
    while True:
        yield "\\begin{tabular}{lll}\n\\multicolumn{2}{c}{%s} & 1 \\\\ \\hline\n\\end{tabular}\n" % rng.choice(LABELS)


def quoted_commas(rng):
    while True:
        yield ",".join(rng.choice(['"规章,\n1"', '""', '"a""b"', "总计", "1"]) for _ in range(20)) + "\n"


def tabs(rng):
    while True:
        yield "\t".join(rng.choice(["规章", "总计", "1", "", "自然人"]) for _ in range(40)) + "\n"


def dates(rng):
    while True:
        yield "".join("20%02d年%d月%d日" % (rng.randint(0, 99), rng.randint(1, 12), rng.randint(1, 28)) for _ in range(4)) + "\n"


def facts(rng):
    while True:
        yield "本年收到政府信息公开申请%d件，其中予以公开%d件，部分公开%d件，结转下年度%d件，主动公开信息%d条。\n" % tuple(rng.randint(0, 99) for _ in range(5))


def html_spans(rng):
    while True:
        yield "<table>" + "".join("<tr>" + "".join("<td rowspan=%d colspan=%d>%s</td>" % (
            rng.randint(1, 4), rng.randint(1, 4), rng.choice(["规章", "1", "总计"])) for _ in range(5)) + "</tr>" for _ in range(5)) + "</table>\n"


def html_rows(rng):
    yield "<table>"
    while True:
        yield "<tr><td>%s<td>%d<td>%d</tr>\n" % (shorten(rng, rng.choice(LABELS)), rng.randint(0, 9), rng.randint(0, 9))


def html_nested(_rng):
    while True:
        yield "<table><tr><td>" * 5 + "规章" + "</td></tr></table>" * 5 + "\n"


def html_lines(rng):
    while True:
        yield "<p>%s</p><p>%d</p>\n" % (shorten(rng, rng.choice(LABELS)), rng.randint(0, 9))


def pages(rng):
    """A page every few lines, with columns moved on each."""
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield "\f" + " " * rng.randint(0, 9)
        for _ in range(2):
            yield rng.choice(LABELS) + "".join(" " * rng.randint(2, 5) + str(rng.randint(0, 99)) for _ in range(rng.randint(2, 7))) + "\n"


def numbers_apart(_rng):
    """Each may be a row of two values, or one number: no table begins anywhere."""
    while True:
        yield "1 842\n"


def words_across(_rng):
    """Words where the review table has its numbers, which may be put in many ways."""
    yield "\t行政规范性文件  其他结果\n> 信以行   关三部法他   属关于|\n二; 办; 总; 属; .\t\n"
    yield "> 1开内.   类请   仍事.继定|\n> 关他关申息   府开属部属   )家|\n\t尚未审结  全年共收到\n\t其他结果  规章\n"
    while True:
        yield "六、其他需要报告的事项\n无其他需要报告的事项。\n"


def hollow_heads(rng):
    """Labels of columns among cells with nothing in them."""
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        marks = ["/", "-", "无", "—", "0件", "12万元", "（3）", "*", "?", "二十", "1 842", "6(其中2件)", "3①"]
        label = rng.choice([rng.choice(HEAD.split()), rng.choice(LABELS)[:rng.randint(1, 6)], rng.choice(marks)])
        yield "|" * 15 + "\n" if rng.random() < 0.5 else "- " + label + "|\n\n"


def joined_heads(rng):
    """Labels of columns that a mark of their writer's own joins, and no rows."""
    while True:
        yield "~".join(rng.choice(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]) for _ in range(5)) + "\n"


def quotes_between(rng):
    """Each line opens a quotation that the next one closes: rows of a thousand cells."""
    while True:
        yield '","'.join(rng.choice(["一、", "（一）", "1.", "（1）", "①", "第一条", "A.", "2）"]) for _ in range(3)) + "  1\n"


def wide_heads(rng):
    """Heads of 900 labels of columns."""
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "|" + "|".join(rng.choice(HEAD.split()) for _ in range(900)) + "|\n|" + "|".join("1" * 900) + "|\n\n"


def pairs_in_columns(rng):
    """Two characters of a label a cell."""
    yield "二、主动公开政府信息情况\n第二十条第（一）项\n"
    letters = "".join(LABELS)
    while True:
        starts = [rng.randint(0, len(letters) - 2) for _ in range(6)]
        yield "   ".join(letters[at:at + 2] if rng.random() < 0.6 else "" for at in starts) + "。\n"


def spread_columns(rng):
    """Labels with blanks between their characters, beside what is left of others."""
    while True:
        yield " ".join(rng.choice(LABELS)) + "   " + shorten(rng, rng.choice(LABELS)) + "\n"


def part_letters_a_line(rng):
    """Two to four characters of a label a line."""
    letters = "".join(LABELS)
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        at = rng.randint(0, len(letters) - 4)
        yield letters[at:at + rng.randint(2, 4)] + "\n" + ("1\n" if rng.random() < 0.3 else "")


def near_columns(rng):
    """Garbled labels of rows and columns, cut to six characters, in columns."""
    while True:
        yield "   ".join(garble(rng, rng.choice(HEAD.split() + LABELS))[:6] for _ in range(5)) + "\n"


def dotted_leaders(rng):
    """Dots with blanks between that lead from a label to its value."""
    while True:
        yield rng.choice(LABELS) + " . . . . " * rng.randint(1, 5) + str(rng.randint(0, 9)) + "\n"


def broken_lines(rng):
    """A garbled label over two lines, its value below."""
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        label = garble(rng, rng.choice(LABELS))
        cut = rng.randint(1, max(len(label) - 1, 1))
        yield "%s\n%s\n%d\n" % (label[:cut], label[cut:], rng.randint(0, 9))


def lists(rng):
    """Rows as a program prints its lists, with lists in them."""
    while True:
        yield "['%s', %d, [%d, '%s']],\n" % (rng.choice(LABELS), rng.randint(0, 9), rng.randint(0, 9), rng.choice(HEAD.split()))


def pairs_a_line(rng):
    """Two characters of a label a line."""
    letters = "".join(LABELS)
    yield "二、主动公开政府信息情况\n第二十条第（一）项\n"
    while True:
        at = rng.randint(0, len(letters) - 2)
        yield letters[at:at + 2] + "\n"


def spread_parts(rng):
    """Parts of labels with blanks between their characters, four in a line."""
    letters = "".join(LABELS)
    while True:
        starts = [rng.randint(0, len(letters) - 4) for _ in range(4)]
        yield "   ".join(" ".join(letters[at:at + rng.randint(2, 4)]) for at in starts) + "\n"


def spread_beside(rng):
    """A part of a label and one that lacks characters, both spread, before a value."""
    while True:
        yield "%s   %s   %d\n" % (" ".join(rng.choice(LABELS)[:rng.randint(2, 6)]), " ".join(shorten(rng, rng.choice(LABELS))), rng.randint(0, 9))


def enumerators_a_line(rng):
    while True:
        yield rng.choice(["一、", "（一）", "1.", "（1）", "①", "第一条", "A.", "2）", "二、", "3、", "Ⅳ.", "第二章"]) + "\n"


def signs_a_line(rng):
    """A sign a line, of ASCII and of Chinese."""
    while True:
        yield rng.choice("、。，-/|（）\"*#：+=.<_&{};“”《》〔〕【】—…·") + "\n"


def padded_columns(rng):
    """Parts of labels in columns that no-break spaces pad."""
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        cells = ["\u00a0" * rng.randint(1, 3) + rng.choice(HEAD.split() + LABELS)[:rng.randint(1, 5)] for _ in range(5)]
        yield "".join(cell.ljust(rng.randint(6, 14), "\u00a0") for cell in cells) + "\n"


def parts(rng):
    """Two to four characters of a label a cell, four in a line."""
    letters = "".join(LABELS)
    while True:
        starts = [rng.randint(0, len(letters) - 4) for _ in range(4)]
        yield "   ".join(letters[at:at + rng.randint(2, 4)] for at in starts) + "\n"


def set_at(cells):
    """A line with words where they stand, (column, word), an ideograph two columns wide."""
    line, end = "", 0
    for at, word in cells:
        blanks = max(at - end, 1 if line else 0)
        line += " " * blanks + word
        end += blanks + sum(1 + (ord(c) > 255) for c in word)
    return line + "\n"


def wide_columns(rng):
    """Values beside the columns of the review table, nearly no two rows alike."""
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    yield "四、政府信息公开行政复议、行政诉讼情况\n"
    while True:
        yield set_at((12 + 10 * i, outcomes[i % 5]) for i in range(15))
        for _ in range(40):
            places = sorted(rng.sample(range(40), 8))
            yield set_at([(0, "行政复议")] + [(12 + 4 * at, str(rng.randint(0, 9))) for at in places])


def other_columns(rng):
    """The same of a table of no form."""
    names = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield set_at([(0, "名")] + [(4 + 3 * i, names[i]) for i in range(14)])
        for _ in range(40):
            places = sorted(rng.sample(range(28), 7))
            yield set_at([(0, rng.choice(names))] + [(4 + 3 * at // 2, str(rng.randint(0, 9))) for at in places])


def many_blocks(rng):
    """Short tables set in columns, parted by others: each is a block of its own."""
    while True:
        yield " " * 40 + "   ".join(rng.sample(HEAD.split(), 7)) + "\n"
        for _ in range(9):
            yield "> " + rng.choice(LABELS) + "".join(" " * rng.randint(1, 6) + str(rng.randint(0, 9)) for _ in range(rng.randint(3, 7))) + "\n"
        yield from ("规章\t%d\n" % i for i in range(3))
        yield HEAD + "\n" + rng.choice(LABELS) + " 1 2 3 4 5 6 7\n"


def stretches(rng, kinds, lines):
    """So many of one kind, then as many of another: what one begins the next breaks."""
    running = [kind(rng) for kind in kinds]
    while True:
        here = rng.choice(running)
        for _ in range(lines):
            yield next(here)


def ragged_rows(rng):
    """Rows of as many values as come, one blank apart."""
    while True:
        yield rng.choice(LABELS) + "".join(" %d" % rng.randint(0, 9) for _ in range(rng.randint(7, 19))) + "\n"


def ragged_stretches(rng):
    return stretches(rng, [signs_a_line, part_letters_a_line, ragged_rows, spread_beside], 30)


def broken_stretches(rng):
    return stretches(rng, [broken_lines, other_columns, spread_beside], 30)


def spread_stretches(rng):
    return stretches(rng, [spread_parts, short_lines], 3)


def torn_beside(rng):
    """As spread_beside, with a tenth of all characters lost, the ends of lines too."""
    for line in spread_beside(rng):
        yield "".join(c for c in line if rng.random() < 0.9)


def narrow_tables(rng):
    """Tables of fourteen columns, two places apart, a head every few lines: values may stand in any."""
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    while True:
        yield "四、政府信息公开行政复议、行政诉讼情况\n" + set_at([(6 + 4 * i, names[i % 5]) for i in range(14)]) + "\n"
        for _ in range(17):
            places = sorted(rng.sample(range(14), rng.randint(8, 14)))
            yield set_at([(0, "规章")] + [(8 + 2 * at, str(rng.randint(0, 9))) for at in places]) + "\n"


def long_heads(rng):
    """A head that goes on: labels of columns where rows have theirs."""
    names = HEAD.split()
    yield "四、政府信息公开行政复议、行政诉讼情况\n" + " " * 6 + " ".join((names * 3)[:15]) + "\n\n"
    while True:
        places = sorted(rng.sample(range(16), rng.randint(9, 13)))
        yield set_at([(0, rng.choice(names))] + [(12 + 3 * at, str(rng.randint(0, 9))) for at in places]) + "\n  \n"


SHAPES = [wide_table, near_labels, near_lines, short_lines, short_columns, short_labels, begun_columns, labels_only, numbers_a_line,
          numbers_in_columns, digits, headings, deep_headings, one_line, lost_cells, bars, frames, commas, brackets,
          tied_columns, headed_columns, garbled_heads, broken_heads, letters_in_columns, words_in_columns, letters_a_line,
          joined_labels, long_labels, short_bars, one_cell_tables, digits_apart, digits_together, deep_brackets, captions, units, grid_table,
          box_drawing, wiki, latex, quoted_commas, tabs, dates, facts, html_spans, html_rows, html_nested, html_lines, pages, numbers_apart, words_across, hollow_heads,
          joined_heads, quotes_between, wide_heads, pairs_in_columns, spread_columns,
          part_letters_a_line, near_columns, dotted_leaders, broken_lines, lists,
          pairs_a_line, spread_parts, spread_beside, padded_columns, enumerators_a_line, signs_a_line,
          parts, wide_columns, other_columns, many_blocks,
          ragged_stretches, broken_stretches, spread_stretches, torn_beside,
          narrow_tables, long_heads]


def write(folder, size=64 * 1024):
    """The paths of the texts."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for shape in SHAPES:
        data, parts = TITLE.encode(), shape(random.Random(shape.__name__))
        while len(data) < size:
            data += next(parts).encode()
        ending = "html" if shape.__name__.startswith("html") else "txt"
        paths.append(os.path.join(folder, "%s.%s" % (shape.__name__.replace("_", "-"), ending)))
        with open(paths[-1], "wb") as file:
            file.write(data)
    return paths


if __name__ == "__main__":
    write(sys.argv[1], *map(int, sys.argv[2:]))
