"""What programs do to a text as a whole - lines become paragraphs, of a page too, marks without width come in - changes no value.

Usage: habits.py PROGRAM
"""
import html
import json
import os
import random
import re
import sys
import tempfile
import unicodedata
import urllib.parse

import generate
import score

HAN = "\u4e00-\u9fff"


def paragraphs(text, blank):
    """A page with a paragraph for each line; `blank`: what stands for one."""
    lines = (html.escape(line, False).replace(" ", blank) for line in text.split("\n"))
    return "<html><body>" + "".join("<p>%s</p>\n" % (line or "&nbsp;") for line in lines) + "</body></html>"


def marked(text, mark):
    """A mark behind every fifth ideograph that another one follows."""
    rng = random.Random(text)
    return re.sub("(?<=[%s])(?=[%s])" % (HAN, HAN), lambda _: mark if rng.random() < 0.2 else "", text)


def unexpanded(text):
    """Tabs for the blanks that end at every eighth column, as unexpand(1) has it; ideographs are two columns wide."""
    lines = []
    for line in text.split("\n"):
        made, column, blanks = "", 0, 0
        for sign in line:
            column += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
            blanks = blanks + 1 if sign == " " else 0
            made += sign
            if blanks > 1 and column % 8 == 0:
                made, blanks = made[:-min(blanks, 8)] + "\t", 0
        lines.append(made)
    return "\n".join(lines)


def paged(text, edge):
    """What stands between two pages behind every fortieth line; `edge` has the page's number in it."""
    lines = text.split("\n")
    pages = ["\n".join(lines[at:at + 40]) for at in range(0, len(lines), 40)]
    return "".join(page + edge % (number + 1) for number, page in enumerate(pages))


def inside(text):
    """The body of a page."""
    return re.search("<body[^>]*>(.*)</body>", text, re.DOTALL)[1]


def numbers(text, change):
    """Numbers of cells that say nothing else, changed."""
    return re.sub(r">(\d+)<", lambda number: ">%s<" % change(number[1]), text)


def tabs(text):
    """Each table but the first on a tab that is not open."""
    first, *rest = re.split("(?=<table)", text)[1:]
    hidden = [re.sub("(<table.*?</table>)", r"<div style='display: none'>\1</div>", part, flags=re.DOTALL) for part in rest]
    return text[:text.index("<table")] + first + "".join(hidden)


def typeset(text):
    """What troff typesets, in ASCII: headings of a manual page, and tables of tbl, whose cells are blocks of lines."""
    def block(cell):
        return "T{\n.PP\n\\f[B]%s\\f[R]\nT}" % re.sub("^(..)(?=[%s]{3})" % HAN, r"\1\n.br\n", cell) if cell else ""

    def table(rows):
        return ".TS\ntab(@);\nl l\nl l.\n%s\n=\n.TE\n" % "\n_\n".join(
            "@".join(map(block, row.split("\t"))) for row in rows[0].splitlines())
    text = re.sub("(.*\t.*\n)+", table, re.sub("^(?=[一二三四五六]、[^\t\n]*$)", ".SH ", text, flags=re.MULTILINE))
    return re.sub("[^\0-\x7f]", lambda sign: "\\[u%04X]" % ord(sign[0]), text)


def cells_of(table):
    """[{column: (row and column where the cell begins, its rows, its columns, its text)} for each row] of a table of HTML."""
    rows = re.findall("(?i)<tr.*?(?=<tr|</table)", table, re.DOTALL)
    grid = [{} for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for attributes, said in re.findall("(?is)<t[dh]([^>]*)>(.*?)(?:</t[dh]>)", row):
            spans = [int((re.search(name + '="?([0-9]+)', attributes) or "01")[1]) for name in ("rowspan", "colspan")]
            column = next(free for free in range(column, 99) if free not in grid[at])
            for line in grid[at:at + spans[0]]:
                line.update((column + i, (at, column, *spans, said)) for i in range(spans[1]))
            column += spans[1]
    return grid


def flexible(grid, top, bottom, left, right):
    """Rows, each of cells beside one another; those beside a cell that spans some stand in a column."""
    out = ""
    while top < bottom:
        end = top + 1
        while end < max(grid[at][column][0] + grid[at][column][2] for at in range(top, end) for column in range(left, right)):
            end += 1
        column, cells = left, ""
        while column < right:
            _, _, rows, columns, said = grid[top][column]
            behind = column + columns
            while rows < end - top and behind < right and grid[top][behind][2] < end - top:
                behind += grid[top][behind][3]
            inner = said if rows == end - top else flexible(grid, top, end, column, behind)
            cells += "<div style='flex: %d'>%s</div>" % (behind - column, inner)
            column = behind
        out += "<div style='display: flex'>%s</div>" % cells
        top = end
    return out


def rows_in_rows(table):
    grid = cells_of(table[0])
    return "<div>%s</div>" % flexible(grid, 0, len(grid), 0, len(grid[0]))


def tables(change):
    return lambda text: re.sub("<table.*?</table>", change, text, flags=re.DOTALL)


SITE = "\nhttps://www.example.gov.cn/art/2024/1/9/art_7.html %d/9\n2024/2/3 10:14 甲区公开年报\n"
HABITS = {
    "a blank line behind each line": (".txt", lambda text: text.replace("\n", "\n\n")),
    "paragraphs with no-break blanks": (".html", lambda text: paragraphs(text, "&nbsp;")),
    "paragraphs, and their tabs": (".html", lambda text: paragraphs(text, " ")),
    "preformatted": (".html", lambda text: "<html><body><pre>%s</pre></body></html>" % html.escape(text, False)),
    "preformatted by its style": (".html", lambda text: "<html><body style='white-space: pre'>%s</body></html>" % html.escape(text, False)),
    "an XML file's own elements": (".xml", lambda text: "<?xml version='1.0'?>\n<doc>%s</doc>" % "".join(
        "<para>%s</para>\n" % html.escape(line, False) for line in text.split("\n"))),
    "names of blanks": (".txt", lambda text: text.replace("  ", "&nbsp; ")),
    "comments of HTML": (".txt", lambda text: re.sub("$", "<!-- 8 -->", text, flags=re.MULTILINE)),
    "a list as Python prints it": (".txt", lambda text: repr(text.split("\n"))),
    "a notebook": (".txt", lambda text: json.dumps(
        {"cells": [{"cell_type": "markdown", "source": text.splitlines(keepends=True)}]}, ensure_ascii=False, indent=1)),
    "strings of C": (".txt", lambda text: "".join('"%s\\n"\n' % line.replace('"', '\\"') for line in text.split("\n"))),
    "a byte order mark before each line": (".txt", lambda text: re.sub("^", "\ufeff", text, flags=re.MULTILINE)),
    "places where a line may break": (".txt", lambda text: marked(text, "\u200b")),
    "tabs for blanks": (".txt", unexpanded),
    "blanks around tabs": (".txt", lambda text: text.replace("\t", " \t ")),
    "blanks at line ends": (".txt", lambda text: text.replace("\n", "  \n")),
    "blanks as an editor shows them": (".txt", lambda text: text.replace(" ", "·")),
    "lines in bold": (".txt", lambda text: re.sub("^([^|\\n]{1,30})$", r"**\1**", text, flags=re.MULTILINE)),
    "figures as wide as ideographs": (".txt", lambda text: re.sub("[0-9]", lambda digit: chr(ord(digit[0]) + 0xFEE0), text)),
    "vertical tabs": (".txt", lambda text: text.replace("\n", "\v")),
    "half-width punctuation": (".txt", lambda text: text.translate(str.maketrans("，、：；（）", ",,:;()"))),
    "a string of JSON": (".txt", lambda text: json.dumps({"id": 7, "text": text}, ensure_ascii=False)),
    "JSON that is ASCII": (".txt", lambda text: json.dumps({"id": 7, "text": text})),
    "entities": (".txt", lambda text: text.encode("ascii", "xmlcharrefreplace").decode()),
    "tables that troff typesets": (".txt", typeset),
    "an address": (".txt", lambda text: urllib.parse.quote(text, safe=" \n")),
    "what a form sends": (".txt", urllib.parse.quote_plus),
    "bytes as Python prints them": (".txt", lambda text: str(text.encode("gb18030"))),
    "pages that a browser printed": (".txt", lambda text: paged(text, SITE)),
    "pages with a head": (".txt", lambda text: paged(text, "\n- %d -\n甲区水务局政府信息公开工作年度报告\n")),
    "pages with a number and a feed": (".txt", lambda text: paged(text, "\n%d\n\f")),
    "a string in a script": (".html", lambda text: "<div id=a></div><script>var b = %s;</script>" % json.dumps(
        {"id": 7, "content": inside(text)}, ensure_ascii=False).replace("</", "<\\/")),
    "a hidden field": (".html", lambda text: "<div id=a></div><input type=hidden value='%s'>" % html.escape(inside(text))),
    "a page in an address": (".html", lambda text: "<iframe src='data:text/html,%s'></iframe>" % urllib.parse.quote(text)),
    "tabs that are not open": (".html", tabs),
    "a table for each row": (".html", tables(lambda table: "<div>%s</div>" % "".join(
        "<table>%s</table>" % row for row in re.findall("<tr.*?</tr>", table[0], re.DOTALL)))),
    "rows in rows": (".html", tables(rows_in_rows)),
    "decoys by a class": (".html", lambda text: "<style>td .a { display: none }\n.b, i.c {display:none}</style>" + numbers(
        text, lambda number: "<b class='d b'>8</b>" + number)),
    "decoys without a place": (".html", lambda text: numbers(
        text, lambda number: "<b style='width:0;overflow:hidden'>8</b><b style='opacity: 0'>8</b>" + number)),
    "names of blanks, written twice": (".html", lambda text: numbers(text, lambda number: "&amp;nbsp;%s&nbsp" % number)),
}
# What a browser does not show, or what shows nothing of its own, is lost; where a column begins, too.
LAYOUTS = {
    "a blank line behind each line": ["rows-tab", "rows-spaces", "csv", "box", "chrome", "aligned", "pipes", "html"],
    "paragraphs with no-break blanks": ["rows-tab", "rows-spaces", "chrome", "aligned", "box", "markdown"],
    "paragraphs, and their tabs": ["rows-tab", "pipes", "markdown"],
    "preformatted": ["rows-tab", "rows-spaces", "aligned", "box", "chrome", "markdown"],
    "preformatted by its style": ["rows-tab", "rows-spaces", "aligned", "box"],
    "an XML file's own elements": ["lines", "pipes", "rows-tab", "markdown"],
    "names of blanks": ["rows-spaces", "aligned", "box", "markdown"],
    "comments of HTML": ["lines", "pipes", "rows-tab", "rows-spaces", "markdown"],
    "a list as Python prints it": ["lines", "pipes", "rows-spaces", "markdown", "aligned"],
    "a notebook": ["lines", "pipes", "rows-tab", "rows-spaces", "markdown", "box"],
    "strings of C": ["lines", "pipes", "rows-spaces", "md-left"],
    "a byte order mark before each line": ["lines", "pipes", "rows-tab", "markdown"],
    "places where a line may break": ["lines", "pipes", "rows-tab", "rows-spaces", "chrome"],
    "tabs for blanks": ["rows-spaces", "box", "aligned", "markdown", "grid-pandoc"],
    "blanks around tabs": ["rows-tab", "chrome", "sheet-tabs"],
    "blanks at line ends": ["rows-tab", "chrome", "pipes", "markdown", "csv"],
    "blanks as an editor shows them": ["pipes", "markdown", "rows-spaces", "box", "aligned"],
    "lines in bold": ["lines", "rows-tab", "rows-spaces", "chrome", "word"],
    "figures as wide as ideographs": ["lines", "pipes", "rows-tab", "markdown", "box"],
    "vertical tabs": ["lines", "pipes", "rows-tab"],
    "half-width punctuation": ["lines", "pipes", "rows-tab", "rows-spaces", "chrome", "markdown"],
    "a string of JSON": ["lines", "pipes", "rows-tab", "rows-spaces", "markdown", "box", "html"],
    "JSON that is ASCII": ["lines", "pipes", "rows-tab", "box", "html"],
    "entities": ["lines", "pipes", "rows-tab", "markdown", "html"],
    "tables that troff typesets": ["rows-tab", "sheet-tabs"],
    "an address": ["lines", "pipes", "rows-tab"],
    "what a form sends": ["lines", "pipes", "rows-spaces", "markdown"],
    "bytes as Python prints them": ["lines", "pipes", "rows-tab"],
    "pages that a browser printed": ["lines", "pipes", "rows-tab", "markdown", "box", "word", "csv"],
    "pages with a head": ["lines", "pipes", "rows-tab", "markdown", "box", "word"],
    "pages with a number and a feed": ["pipes", "rows-tab", "markdown", "box"],
    "a string in a script": ["html"],
    "a hidden field": ["html"],
    "a page in an address": ["html"],
    "tabs that are not open": ["html"],
    "a table for each row": ["html"],
    "rows in rows": ["html"],
    "decoys by a class": ["html"],
    "decoys without a place": ["html"],
    "names of blanks, written twice": ["html"],
}


def values(output):
    return {(table, row, column): (cell["value"], cell["status"])
            for table, whole in (output.get("tables") or {}).items() for row, cells in whole["rows"].items()
            for column, cell in cells.items()}


def difference(cell, before, after):
    return "%s: %s, and %s" % ("/".join(cell), before.get(cell), after.get(cell))


def main():
    program, jobs = os.path.abspath(sys.argv[1]), []
    with tempfile.TemporaryDirectory() as folder:
        for habit, (suffix, change) in HABITS.items():
            for layout in LAYOUTS[habit]:
                case = generate.generate("habits-1", layout)
                text = case.data.decode()
                paths = [os.path.join(folder, "%d%s" % (2 * len(jobs) + new, suffix if new else case.layout.suffix))
                         for new in (0, 1)]
                for path, data in zip(paths, (text, change(text))):
                    with open(path, "w", encoding="utf-8", newline="") as file:
                        file.write(data)
                jobs.append((habit, layout, paths))
        outputs = score.convert(program, [path for _, _, paths in jobs for path in paths])
        failed = 0
        for habit, layout, (path, changed) in jobs:
            before, after = values(outputs.get(path, {})), values(outputs.get(changed, {}))
            wrong = [cell for cell in before if before[cell] != after.get(cell)] or ["nothing was read"] * (not before)
            failed += bool(wrong)
            if wrong:
                print("%s, %s: %d cells differ: %s" % (habit, layout, len(wrong), difference(wrong[0], before, after)))
    print("%d texts, %d differ" % (len(jobs), failed))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
