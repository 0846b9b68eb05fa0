"""A report that a page or a mail has broken into lines says what it said before: its metadata and its findings, but for their places.

Usage: wrap.py PROGRAM BASE. Each report is wrapped at 20 to 60 characters, in five manners: hard, with indented paragraphs, in pages
with numbers and form feeds, by columns of a page, and in pieces of lines. Tables are left as they are. Findings are compared by rule, metadata field by field."""
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

WIDTHS = range(20, 61, 4)
NEVER_FIRST = "，。、；：！？）》”〕,.;:!?)%"
PIECES = range(20, 53, 4)  # wider lines, and those of the narrative, are too few to tell that they are broken behind commas
PAGE = 8


def is_prose(line):
    return "\t" not in line and "|" not in line and len(line) > 20 and not line.startswith(("当前位置", "发布时间"))


def wrapped(line, width):
    """Lines of at most `width` characters; a mark that may not open a line is drawn into the one before."""
    lines = []
    while len(line) > width:
        end = width
        while end < len(line) and line[end] in NEVER_FIRST:
            end += 1
        lines.append(line[:end])
        line = line[end:]
    return lines + [line] if line else lines


def hard(text, width):
    out = []
    for line in text.split("\n"):
        out += wrapped(line, width) if is_prose(line) else [line]
    return "\n".join(out)


def indented(text, width):
    out = []
    for line in text.split("\n"):
        out += wrapped("　　" + line, width) if is_prose(line) else [line]
    return "\n".join(out)


def in_pages(text, width):
    """Pages end in prose; tables over pages are the readers' (tests/pages.py)."""
    out, number, table = [], 0, False
    lines = hard(text, width).split("\n")
    for line, below in zip(lines, lines[1:] + [""]):
        out.append(line)
        table = "\t" in line or "\t" in below or (table and line != "")
        if len(out) > (number + 1) * PAGE and not table:
            number += 1
            out += [f"- {number} -", "\f"]
    return "\n".join(out)


def columns(text, width):
    """Twice as many columns, of which quotation marks take two, as in fonts of Chinese."""
    out = []
    for line in text.split("\n"):
        out.append("")
        for character in line:
            if is_prose(line) and sum(2 if ord(c) > 0x2000 else 1 for c in out[-1] + character) > 2 * width and character not in NEVER_FIRST:
                out.append("")
            out[-1] += character
    return "\n".join(out)


def in_pieces(text, width):
    """As a page's lines come out of it where they were spread to fill it: broken behind marks as well."""
    out = []
    for number, line in enumerate(hard(text, width).split("\n")):
        mark = max(line.rfind(mark, 0, -1) for mark in "，、,") + 1
        broken = is_prose(line) and mark and number % 3
        out += [line[:mark], line[mark:]] if broken else [line]
    return "\n".join(out)


MANNERS = (hard, indented, in_pages, columns, in_pieces)
# What a line's end cuts in two besides words: numbers, addresses, brackets over several lines.
CONTACTS = ("如有疑问,请与青石县人民政府办公室联系(电话:0000-1234567)。",
            "报告的电子版可以从门户网站(网址:http://www.qingshi.gov.cn)下载;咨询请致电0000-1234567。",
            "联系电话:0000-12345678,电子邮箱:xxgk@qingshi.gov.cn。",
            "如有疑问,请与青石县人民政府办公室联系(地址:青石县河西路18号;邮编:000000;电话:0000-1234567)。")
# Few paragraphs, and lines around them that are longer than any line of a narrow page, or as long as no other.
NARRATIVE = """当前位置：首页 > 政务公开 > 政府信息公开年报
青石县河务局2016年政府信息公开工作年度报告
发布时间：2017-01-19 来源：青石县河务局 浏览次数：32 字号：[大 中 小]
依照条例和县政府办公室《关于编写2016年度政府信息公开工作年度报告的通知》编写。数据的统计期限自2016年1月1日起至2016年12月31日止。
一、概述
（一）明确分工。由一名副局长分管，办公室具体承办，配备专（兼）职人员3名。
（二）完善办法。印发《青石县河务局2016年政务公开工作安排》，把任务分到9个股室。
（三）回应来信。围绕河道采砂、防汛值守等事，回应来信15次，用“局长信箱”答复留言47封。
二、主动公开政府信息情况
全年主动公开政府信息365条。其中，门户网站210条，政务微博95条，政务微信60条。
三、依申请公开政府信息情况
收到申请4件，都是网络申请，均已答复。按结果分：已经公开的1件，同意公开的2件，不属于本局公开的1件。
四、政府信息公开的收费及减免情况
没有收费，没有减免。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
没有行政复议和行政诉讼。
六、存在的主要问题及改进措施
一是公开不够主动，个别股室拖延。
二是写得不够好懂。
今后每季度通报一次，请信息员多作文字练习。
青石县河务局
2017年1月19日
【打印本页】 【关闭窗口】
上一篇：没有了
下一篇：青石县河务局政府信息公开指南
"""
META = ("title", "agency", "year", "form", "published", "period", "signed")


def lint(program, texts):
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, f"{number:04}.txt") for number in range(len(texts))]
        for name, text in zip(names, texts):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        found = subprocess.run([program, "lint", "--no-config", "--fail-on=never", "--format=json", *names], stdout=subprocess.PIPE, check=False)
        read = subprocess.run([program, "convert", "-t", "ndjson", *names], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    reports = [json.loads(line) for line in read.stdout.splitlines()]
    for report, findings in zip(reports, json.loads(found.stdout)["reports"], strict=True):
        rules = collections.Counter(f["name"] for f in findings["findings"] if f["name"] != "number-space")
        yield {key: report.get(key) for key in META}, rules


def sources(base):
    """Reports with longer paragraphs: the base's, each joined with others in an order that the number gives."""
    with open(base, encoding="utf-8") as file:
        text = file.read()
    sentences = ["各单位公布信息之前先行审核,县档案馆每季核对一次目录。", "门户网站全年改版栏目3个,新设专题2个,开通英文版。",
                 "县政府办每季抽查一次,举办培训3期,参训人员达到127人次,并把结果计入年终考核。",
                 "对群众来信逐件登记、逐件答复,其中涉及征地拆迁的转有关单位核实后答复。",
                 "开设《青石日报<公开专刊>》等栏目,并在镇级平台同步发布。", "组织办事人员参加培训,掌握办理规范,规范性文件、政策解读,信息审核等,提高了水平。",
                 "“青石发布”“一窗通”“云上青石”与“两微一端”接通,12345、12315、12333、12369、12318、12388等热线合并,“一号响应”“一网通办”。", "全年复议机关维持原答复,没有因信息公开工作引发的行政诉讼。",
                 "少数单位对《条例》第十六条、第三十六条的理解不够准确。", "棚户区一、二期和三、四期项目的进展逐月公布。",
                 "本报告的内容有总体情况、收到和处理政府信息公开申请情况、其他需要报告的事项。",
                 "依照县政府办公室关于政府信息公开工作年度报告编写事项的通知(青政办函〔2021〕6号)要求编写。"]
    for seed, contact in enumerate(CONTACTS):
        rng = random.Random(seed)
        more = "".join(rng.sample(sentences, 8))
        yield text.replace("重点做了以下几件事。", "重点做了以下几件事。" + more).replace(CONTACTS[0], contact)
    yield NARRATIVE
    yield NARRATIVE.replace("发布时间：2017-01-19 来源：青石县河务局 浏览次数：32 字号：[大 中 小]", "青石县河务局　　2017年01月19日")


def main():
    program, base = sys.argv[1:]
    texts, labels = [], []
    for number, source in enumerate(sources(base)):
        texts.append(source)
        labels.append((number, "as it is", 0))
        for manner in MANNERS:
            for width in WIDTHS if manner != in_pieces else PIECES if number < len(CONTACTS) else ():
                texts.append(manner(source, width))
                labels.append((number, manner.__name__, width))
    bad, first, count = 0, None, collections.Counter()
    for (number, manner, width), text, (meta, rules) in zip(labels, texts, lint(program, texts), strict=True):
        if manner == "as it is":
            first = meta, rules
            continue
        count[manner] += 1
        changed = {key: meta[key] for key in meta if meta[key] != first[0][key]}
        more, less = rules - first[1], first[1] - rules
        if changed or more or less:
            bad += 1
            print(f"report {number}, {manner} at {width}: {changed or ''} more {dict(more)}, less {dict(less)}")
    print(f"{sum(count.values())} wrapped reports, {bad} changed")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
