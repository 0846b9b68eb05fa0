#!/usr/bin/env python3
"""The statistics behind a narrative report (政府信息公开情况统计表) in every way of printing: its cells, its sums, and the sentences
that contradict it. The rows and their official labels are those of official/2014.tsv. The older table, of the year and of all years,
prints what a place chose of its rows. Usage: annex.py PROGRAM"""
import json
import pathlib
import subprocess
import sys
import tempfile

import docx_writer

ROWS = [line.rstrip("\n").split("\t") for line in open(pathlib.Path(__file__).parent / "official/2014.tsv", encoding="utf-8")][1:]
HEADINGS = {
    "published.total": "一、主动公开情况", "published.gazette": "（二）通过不同渠道和方式公开政府信息的情况",
    "responses.total": "二、回应解读情况", "conferences.total": "（二）通过不同渠道和方式回应解读的情况",
    "received.total": "三、依申请公开情况", "offices": "八、机构建设和保障经费情况", "meetings": "九、政府信息公开会议和培训情况"}
# Values with sums that hold; every other row counts on from 40.
VALUES = {
    "received.total": 12, "received.in_person": 3, "received.fax": 0, "received.online": 7, "received.mail": 2,
    "closed.total": 12, "closed.on_time": 11, "closed.late": 1, "answered.total": 12, "answered.already_public": 2,
    "answered.granted": 4, "answered.partly_granted": 1, "answered.denied": 2, "answered.not_ours": 1, "answered.absent": 1,
    "answered.correction": 1, "answered.other_way": 0, "denied.state_secret": 0, "denied.business_secret": 1, "denied.privacy": 1,
    "denied.security_stability": 0, "denied.not_information": 0, "denied.other": 0, "reconsideration.total": 2,
    "reconsideration.upheld": 1, "reconsideration.corrected": 1, "reconsideration.other": 0, "litigation.total": 3,
    "litigation.upheld": 2, "litigation.corrected": 0, "litigation.other": 1, "staff.total": 20, "staff.full_time": 5,
    "staff.part_time": 15, "fees": 0, "budget": 4.5}
# A bureau's, with one column: row, label, unit, number.
ALONE = [("published.total", "主动公开信息数", "条", 31), ("published.website", "其中：1．网站公开", "条", 31),
         ("published.gazette", "2．政府公报公开", "条", 0), ("received.total", "受理依申请公开信息总数", "条", 12),
         ("received.in_person", "其中：1．当面申请数", "条", 3), ("received.online", "4. 网上申请数", "条", 9),
         ("reconsideration", "行政复议数", "件", 2)]
PROSE = """石坪县2016年政府信息公开工作年度报告
本报告由石坪县人民政府办公室编制，所列数据的统计期限自2016年1月1日起至2016年12月31日止。
一、概述
2016年，全县收到政府信息公开申请{received}件，办结12件。
二、主动公开情况
政府网站及时更新。
三、依申请公开情况
受理网上申请7件，同意公开4件。
四、政府信息公开的收费及减免情况
未收取费用。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
行政复议2件，其中被依法纠错1件。行政诉讼3件，被依法纠错0件。
六、存在的主要问题及改进措施
主动公开的内容还不够丰富，将逐步改进。
"""
TITLE = "附件：政府信息公开情况统计表\n"

# As a county of 2012 and one of 2016 print it: row, label, unit, this year, all years.
TALLIES = [[
    ("published.total", "主动公开信息数", "条", 912, 4105), ("published.website", "其中：1.网站公开", "条", 870, 3990),
    ("published.gazette", "2.政府公报公开", "条", 42, 96), ("received.total", "受理依申请公开信息总数", "条", 25, 61),
    ("received.in_person", "其中：1.当面申请数", "条", 9, 20), ("received.fax", "2.传真申请数", "条", 0, 1),
    ("received.email", "3.电子邮件申请数", "条", 4, 4), ("received.online", "4.网上申请数", "条", 10, 30),
    ("received.mail", "5.信函申请数", "条", 2, 6), ("received.other", "6.其它形式申请数", "条", 0, 0),
    ("answered.total", "对申请的答复总数", "条", 25, 61), ("answered.granted", "其中：1.同意公开答复数", "条", 18, 50),
    ("answered.partly_granted", "2.同意部分公开答复数", "条", 3, 5), ("answered.denied", "3.否决公开答复数", "条", 4, 6),
    ("reconsideration", "行政复议数", "件", 1, 2), ("litigation", "行政诉讼数", "件", 0, 1), ("appeals", "行政申诉数", "件", 0, 0)
], [
    ("published.total", "主动公开文件数", "条", 740, 9120), ("published.website", "其中：1、政府网站公开数", "条", 740, 9001),
    ("published.gazette", "2、政府公报公开数", "条", 0, 12), ("received.total", "受理依申请公开信息总数", "条", 12, 80),
    ("received.in_person", "其中：1、当面申请数", "条", 3, 31), ("received.online", "2、网上申请数", "条", 7, 40),
    ("received.mail_fax", "3、信函、传真申请数", "条", 2, 9), ("answered.total", "对申请的答复总数", "条", 12, 80),
    ("answered.granted", "其中：1、同意公开答复数", "条", 9, 66), ("answered.partly_granted", "2、同意部分公开答复数", "条", 1, 4),
    ("answered.denied", "3、不予公开答复数", "条", 2, 7), ("answered.other", "4、其他类型答复数", "条", 0, 3),
    ("fees", "政府信息公开收费减免金额", "元", 0, 35.5), ("complaints", "接受行政诉讼、举报数", "件", 0, 0),
    ("reconsideration", "行政复议数", "件", 2, 3), ("litigation", "行政诉讼数", "件", 3, 3)
], [
    ("published.total", "主动公开信息数", "条", 88, 410), ("visits", "网站专栏页面访问量", "人次", 5120, 20144),
    ("received.total", "申请总数", "条", 12, 33), ("received.online", "4.网上申请数", "条", 7, 20),
    ("answered.granted", "其中：1.同意公开答复数", "条", 9, 27), ("answered.denied", "3.否决公开答复总数", "条", 3, 6),
    ("reconsideration", "行政复议数", "件", 2, 4)]]


def printed(values):
    """The lines of the table: label, unit, number; a heading has dashes."""
    for row, label, unit in ROWS:
        if row in HEADINGS:
            yield HEADINGS[row], "——", "——"
        yield label, unit, str(values[row])


def wide(text, width):
    return text + " " * (width - len(text.encode("gbk", "replace")))


def indented(label):
    """其中 and the numbered rows stand in by their depth, as word processors and clipboards keep it."""
    return {"（": "　", "(": "　", "其": "　　", "1": "　　　", "2": "　　　", "3": "　　　"}.get(label[0], "") + label


def told(rows):
    """The narrative, with the numbers of a tally."""
    numbers = {row[0]: row[3] for row in rows}
    prose = PROSE.replace("收到政府信息公开申请{received}件，办结12件", "公开政府信息%d条" % numbers["published.total"])
    prose = prose.replace("受理网上申请7件，同意公开4件", "收到政府信息公开申请%d件" % numbers["received.total"])
    reviews = "行政复议%d件。行政诉讼%d件" % (numbers["reconsideration"], numbers.get("litigation", 0))
    return prose.replace("行政复议2件，其中被依法纠错1件。行政诉讼3件，被依法纠错0件", reviews)


def tally_layouts(prose, rows):
    """As layouts(), for tables with four columns, the year's headed by its name."""
    lines = [("指标名称", "计量单位", "2016年度", "历年累计")] + [(row[1], row[2], str(row[3]), str(row[4])) for row in rows]
    caption = "石坪县政府信息公开情况统计表\n"
    yield "tally.md", prose + caption + "\n" + "".join("| %s | %s | %s | %s |\n" % line for line in lines[:1] + [("---",) * 4] + lines[1:])
    yield "tally.txt", prose + caption + "".join("\t".join(line) + "\n" for line in lines)
    yield "tally.html", html(prose + caption, lines, "", "")
    yield "tally.csv", prose + caption + "".join('"%s","%s","%s","%s"\n' % line for line in lines)
    yield "tally.docx", prose.splitlines() + [caption.strip(), docx_writer.Grid([list(line) for line in lines])]


def tally_faults(program, place, rows):
    faults = []
    for name, (report, findings) in run(program, place, list(tally_layouts(told(rows), rows))).items():
        table = report["tables"].get("tally", {"rows": {}})["rows"]
        for row, _, _, *numbers in rows:
            cells = [table.get(row, {}).get(column, {"value": None, "status": None}) for column in ("year", "all_years")]
            if [(cell["status"], cell["value"]) for cell in cells] != [("given", number) for number in numbers]:
                faults.append("%s: %s is %s" % (name, row, cells))
        raised = rules(findings, ("NB2", "NB3", "NB4"))
        faults += ["%s: %s" % (name, raised)] if raised else []
    if "answered.total" not in [row[0] for row in rows]:
        return faults
    wrong = [row[:4] + (row[4] + 5,) if row[0] == "received.online" else row for row in rows]
    findings = run(program, place, list(tally_layouts(told(rows), wrong))[:1])["tally.md"][1]
    more = [row[:3] + (row[3] + 1,) + row[4:] if row[0] == "reconsideration" else row for row in rows]
    raised = rules(run(program, place, list(tally_layouts(told(more), rows))[:1])["tally.md"][1], ("NB4",))
    faults += [] if raised == ["NB401"] else ["a sentence against a tally: %s" % raised]
    return faults + ([] if rules(findings, ("NB3",)) == ["NB302"] else ["a wrong sum of a tally: %s" % findings])


def html(prose, lines, caption, dash):
    cells = "".join("<tr>%s</tr>" % "".join("<td>%s</td>" % (dash if cell == "——" else cell) for cell in line) for line in lines)
    paragraphs = "".join("<p>%s</p>" % line for line in prose.splitlines())
    return "<html><body>%s<table>%s%s</table></body></html>" % (paragraphs, caption, cells)


def layouts(prose, lines):
    """Name of a file, what it holds."""
    head = [("统计指标", "单位", "统计数")]
    yield "bars.md", prose + TITLE + "\n" + "".join("| %s | %s | %s |\n" % line for line in head + [("---",) * 3] + lines)
    yield "tabs.txt", prose + TITLE + "".join("%s\t%s\t%s\n" % line for line in head + lines)
    yield "lines.txt", prose + TITLE + "".join("%s\n%s\n%s\n" % line for line in head + lines)
    yield "spaces.txt", prose + TITLE + "".join(wide(a, 90) + wide(b, 10) + c + "\n" for a, b, c in head + lines)
    yield "plain.html", html(prose + TITLE, [("指标名称", "计量单位", "统计数")] + lines, "", "——")
    yield "quoted.csv", prose + TITLE + "".join('"%s","%s","%s"\n' % line for line in head + lines)
    yield "boxes.txt", prose + TITLE + "".join("│%s│%s│%s│\n" % (wide(a, 90), wide(b, 10), wide(c, 8)) for a, b, c in head + lines)
    yield "nested.txt", prose + TITLE + "".join("%s | %s | %s\n" % line for line in head + [(indented(a), b, c) for a, b, c in lines])
    yield "word.docx", prose.splitlines() + [TITLE.strip(), docx_writer.Grid([list(line) for line in head + lines])]
    yield "caption.html", html(prose, head + lines, "<tr><td colspan=3>政府信息公开情况统计表</td></tr>", "&nbsp;")


def run(program, place, files):
    """What convert and lint say of each file."""
    for name, text in files:
        if isinstance(text, str):
            (pathlib.Path(place) / name).write_text(text, encoding="utf-8")
        else:
            docx_writer.write_docx(pathlib.Path(place) / name, text)
    paths = [str(pathlib.Path(place) / name) for name, _ in files]
    reports = subprocess.run([program, "convert", "-t", "ndjson", *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    lint = subprocess.run([program, "lint", "--no-config", "--format=json", *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return {name: (json.loads(report), linted["findings"]) for (name, _), report, linted in
            zip(files, reports.decode().splitlines(), json.loads(lint)["reports"])}


def cell_faults(name, report, values):
    table = report["tables"].get("statistics", {"rows": {}})
    cells = {row: table["rows"].get(row, {}).get("number") or {"value": None, "status": "missing"} for row in values}
    faults = ["%s: %s is %s %s, not %s" % (name, row, cell["status"], cell["value"], values[row]) for row, cell in cells.items()
              if cell["value"] is None or float(cell["value"]) != values[row]]
    roles = [article["role"] for article in report["articles"]]
    if report["form"] != "2008" or roles != ["overview", "disclosure", "applications", "fees", "review", "problems"]:
        faults.append("%s: form %s, articles %s" % (name, report["form"], roles))
    return faults


def rules(findings, groups):
    return sorted({one["rule"] for one in findings if one["rule"][:3] in groups})


def alone_faults(program, place):
    """The table with one column, 年末统计, as a page, cell by cell and in one line."""
    lines = [("指标名称", "计量单位", "年末统计")] + [(row[1], row[2], str(row[3])) for row in ALONE]
    prose, caption = told(ALONE), "附表：\n"
    files = [("alone.html", html(prose + caption, lines, "", "")),
             ("alone.txt", prose + caption + "".join("\n".join(line) + "\n" for line in lines)),
             ("joined.txt", (prose + caption + "".join("\n".join(line) + "\n" for line in lines)).replace("\n", " ") + "\n")]
    faults = []
    for name, (report, findings) in run(program, place, files).items():
        table = report["tables"].get("tally", {"rows": {}})["rows"]
        for row, _, _, number in ALONE:
            cell = table.get(row, {}).get("year", {"value": None, "status": None})
            if (cell["status"], cell["value"]) != ("given", number):
                faults.append("%s: %s is %s" % (name, row, cell))
        raised = rules(findings, ("NB2", "NB3", "NB4"))
        faults += ["%s: %s" % (name, raised)] if raised else []
    return faults


def main(program):
    values = {row: VALUES.get(row, 40 + i) for i, (row, _, _) in enumerate(ROWS)}
    lines = list(printed(values))
    faults = []
    with tempfile.TemporaryDirectory() as place:
        for name, (report, findings) in run(program, place, list(layouts(PROSE.format(received=12), lines))).items():
            faults += cell_faults(name, report, values)
            # Where columns are set with spaces the numbers are right, but which column they stand in is told by the sums only.
            raised = rules(findings, ("NB2", "NB3", "NB4")) if name != "spaces.txt" else rules(findings, ("NB3", "NB4"))
            faults += ["%s: %s" % (name, raised)] if raised else []
        wrong = dict(values, **{"received.mail": 9})
        files = [("none.txt", PROSE.format(received=12)),
                 ("sum.md", list(layouts(PROSE.format(received=12), list(printed(wrong))))[0][1]),
                 ("prose.md", list(layouts(PROSE.format(received=15), lines))[0][1])]
        got = run(program, place, files)
        for name, expected in (("none.txt", []), ("sum.md", ["NB302"]), ("prose.md", ["NB401"])):
            raised = [one for one in rules(got[name][1], ("NB2", "NB3", "NB4")) if one != "NB307"]
            faults += ["%s: %s, not %s" % (name, raised, expected)] if raised != expected else []
        for rows in TALLIES:
            faults += tally_faults(program, place, rows)
        faults += alone_faults(program, place)
    print("\n".join(faults or ["%d rows in %d layouts" % (len(values), 10)]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
