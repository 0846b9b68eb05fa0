"""A draft without fault in the forms of 2019 and 2021, and how it looks as text, Word document and page.

base(lint, form): the text, from tests/lint/base.txt; write(text, format, path): txt, docx or html, tables with their spans."""
import html
import os
import re

import docx_writer

DISCLOSURE_2019 = """第二十条第(一)项
信息内容	本年新制作数量	本年新公开数量	对外公开总数量
规章	0	0	0
规范性文件	4	4	37
第二十条第(五)项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	214	-3	8215
其他对外管理服务事项	66	+2	1204
第二十条第(六)项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	480	12	614
行政强制	31	0	27
第二十条第(八)项
信息内容	上一年项目数量	本年增/减
行政事业性收费	9	-1
第二十条第(九)项
信息内容	采购项目数量	采购总金额(单位:万元)
政府集中采购	57	1320.35

"""
TABLES = ("二、", "三、", "四、")
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in ",:;"}


def of_2019(text):
    """The report on 2020 with the tables of that form."""
    text = text.replace("2023年", "@").replace("2022年", "2020年").replace("@", "2021年").replace("〔2021〕30号", "〔2019〕60号")
    start, end = text.index("第二十条第(一)项"), text.index("三、收到和处理")
    text = text[:start] + DISCLOSURE_2019 + text[end:]
    start, end = text.index("1.申请人无正当理由逾期不补正"), text.index("(七)总计")
    text = text[:start] + text[end:]
    return text.replace("(六)其他处理\n", "(六)其他处理" + "\t0" * 7 + "\n").replace("收取信息处理费0元", "没有收取信息处理费")


def base(folder, form):
    with open(os.path.join(folder, "lint", "base.txt"), encoding="utf-8") as file:
        text = file.read()
    return {"2019": of_2019, "2021": str, "full-width": lambda text: text.translate(FULL_WIDTH)}[form](text)


def blocks(text):
    """Paragraphs, and the lines of each table as lists of cells."""
    found, article = [], ""
    for line in filter(str.strip, text.split("\n")):
        heading = re.match("[一二三四五六七]、", line) and "\t" not in line
        article = line if heading and line[2:4] != "本年" else article
        if heading or not article.startswith(TABLES):
            found.append(line)
        elif isinstance(found[-1], list):
            found[-1].append(line.split("\t"))
        else:
            found.append([line.split("\t")])
    return found


def head_of_applications(rows):
    names, kinds = rows[1], rows[2]
    return [[(rows[0][0], 1, 3), ("申请人情况", 7, 1)] + [None] * 6,
            [None, (names[0], 1, 2), (names[1], 5, 1)] + [None] * 4 + [(names[2], 1, 2)],
            [None, None] + [(kind, 1, 1) for kind in kinds] + [None]]


def head_of_review(rows):
    return [[(rows[0][0], 5, 1)] + [None] * 4 + [(rows[0][1], 10, 1)] + [None] * 9,
            [(name, 1, 2) for name in rows[1][:5]] + [(rows[1][5], 5, 1)] + [None] * 4 + [(rows[1][6], 5, 1)] + [None] * 4,
            [None] * 5 + [(name, 1, 1) for name in rows[2]]]


def grid(rows):
    """The lines of a table as (text, columns, rows), None where a span covers the place."""
    if rows[0][0].startswith("(本列数据"):
        head, rows = head_of_applications(rows), rows[3:]
    elif rows[0][0] == "行政复议":
        head, rows = head_of_review(rows), rows[3:]
    else:
        head = []
    width = max(len(row) for row in head + rows)
    for row in rows:
        wide = width - len(row)
        head.append([(cell, 1, 1) for cell in row[:-1]] + [(row[-1], wide + 1, 1)] + [None] * wide)
    return head


def page(text):
    lines = ['<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告</title></head><body>']
    for block in blocks(text):
        if isinstance(block, str):
            lines.append("<p>%s</p>" % html.escape(block, quote=False))
            continue
        lines.append("<table>")
        for row in grid(block):
            lines.append("<tr>%s</tr>" % "".join('<td colspan="%d" rowspan="%d">%s</td>' % (
                columns, rows, html.escape(cell, quote=False)) for cell, columns, rows in filter(None, row)))
        lines.append("</table>")
    return "\n".join(lines + ["</body></html>"])


def write(text, kind, path):
    if kind == "docx":
        docx_writer.write_docx(path, [block if isinstance(block, str) else docx_writer.Grid(
            [[cell and docx_writer.Cell(*cell) for cell in row] for row in grid(block)]) for block in blocks(text)])
        return
    with open(path, "w", encoding="utf-8") as file:
        file.write(page(text) if kind == "html" else text)
