#!/usr/bin/env python3
"""A page says the same however it is dressed: generated pages are written in the manner of many sites, and all must read alike.

Usage: pages.py PROGRAM [COUNT]
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import generate


def recoded(encoding, label):
    def dress(page, _):
        return page.replace('<meta charset="utf-8">', label).encode(encoding, "replace" if encoding == "big5" else "strict")
    return dress


def in_layout_tables(page, _):
    """The whole report in a cell of a cell of a table, as pages were built before style sheets. The title tells it from the rest."""
    side = "<td>一、机构</td>" if "<h1>" in page else "<td>机构</td>"
    return page.replace("<body>", "<body><center><table width=980><tr><td colspan=2><img src=top.jpg alt=网站><a href=/>首页</a></td></tr>"
                        "<tr><td width=180 rowspan=1><table><tr><td><a href=a>公开指南</a></td></tr><tr>" + side + "</tr></table></td><td>"
                        "<table cellpadding=8><tr><td>").replace("</body>", "</td></tr></table></td></tr><tr><td colspan=2>版权所有</td></tr>"
                                                                            "</table></center></body>")


def unclosed(page, _):
    """Without the end tags that HTML lets go, as old editors wrote."""
    return re.sub(r"(?i)</(td|th|tr|li|tbody)>|</p>(?=\s*<(p|div|table|h\d|/td)\b)", "", page)


def on_one_line(page, _):
    return page.replace("\n", "")


def with_dos_lines(page, _):
    return page.replace("\n", "\r\n")


def with_mac_lines(page, _):
    return page.replace("\n", "\r")


def from_a_word_processor(page, _):
    """Conditional comments, name spaces and a style for every paragraph."""
    page = page.replace("<html>", '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">')
    page = page.replace("<body>", "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><body lang=ZH-CN>"
                        "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" />")
    page = re.sub(r"(?i)<td([^>]*)>", r"<td\1 valign=top style='border:none;mso-border-alt:solid windowtext .5pt'><![if !supportMisalignedColumns]>"
                  r"<![endif]>", page)
    return re.sub(r"(?i)<p>", "<p class=MsoNormal style='mso-layout-grid-align:none'><!--StartFragment--><o:p></o:p>", page)


def with_references(page, rng):
    """Some characters as references, decimal or hexadecimal; only in text, where no tag is."""
    def text(match):
        return "".join("&#%d;" % ord(c) if rng.random() < 0.1 else "&#x%X;" % ord(c) if rng.random() < 0.1 else c for c in match[0]) \
            if "&" not in match[0] else match[0]
    head, body = page.split("<body>", 1)
    body = re.sub(r"(?s)<!--.*?-->", "", body)
    return head + "<body>" + re.sub(r"(?<=>)[^<>]+(?=<)", text, body)


def with_spans_in_cells(page, rng):
    """Each character run of a cell in its own element, as pasted texts have it, and comments between."""
    def cell(match):
        half = len(match[2]) // 2
        return "%s<font face=仿宋><b>%s</b><!-- %d --></font><span lang=EN-US>%s</span>%s" % (
            match[1], match[2][:half], rng.randrange(99), match[2][half:], match[3])
    return re.sub(r"(?i)(<td[^>]*>(?:<[^>]+>)*)([^<>&\s]+)(<)", cell, page)


def with_values_in_tables(page, _):
    """A number in a table of its own within its cell."""
    return re.sub(r"(?i)(<td[^>]*>)(\d+)(</td>)", r"\1<table width=100%><tr><td align=center>\2</td></tr></table>\3", page)


def with_hidden_cells(page, rng):
    """Cells, rows and columns that are not displayed."""
    page = re.sub(r"(?i)</tr>", lambda m: "<td style='display:none'>%d</td></tr>" % rng.randrange(99) if rng.random() < 0.5 else m[0], page)
    return re.sub(r"(?i)<tr>", lambda m: m[0] if rng.random() < 0.8 else "<tr hidden><td>7</td><td>7</td></tr>" + m[0], page)


def with_wrong_spans(page, rng):
    """Spans of nothing, of 65535 rows at the table's last row, of minus one."""
    page = re.sub(r"(?i)<(td|th)>", lambda m: "<%s %s>" % (m[1], rng.choice(["colspan=1", 'rowspan="1"', "colspan=0", "rowspan=-1", "colspan=''",
                                                                             'rowspan="x"'])), page)
    rows = re.split(r"(?i)(?=<tr>)", page)
    return "".join(re.sub(r"(?i)<td>(?=[^<]*<)", "<td rowspan=65535>", row) if re.search(r"(?i)</table>", row) and "<td rowspan" not in row
                   else row for row in rows)


VARIANTS = {
    "GB18030": recoded("gb18030", '<meta charset="gb18030">'),
    "GBK labelled GB2312": recoded("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    "GBK labelled UTF-8": recoded("gb18030", '<meta charset="utf-8">'),
    "GBK without a label": recoded("gb18030", ""),
    "UTF-8 labelled GBK": recoded("utf-8", "<meta charset=GBK>"),
    "UTF-8 with a mark": recoded("utf-8-sig", ""),
    "UTF-16": recoded("utf-16", ""),
    "UTF-16BE without a mark": recoded("utf-16-be", ""),
    "layout tables": in_layout_tables,
    "no end tags": unclosed,
    "one line": on_one_line,
    "CR LF": with_dos_lines,
    "CR": with_mac_lines,
    "word processor": from_a_word_processor,
    "references": with_references,
    "inline elements": with_spans_in_cells,
    "tables in cells": with_values_in_tables,
    "hidden cells": with_hidden_cells,
    "wrong spans": with_wrong_spans,
}


def says(report):
    """What a report says, without where it says it."""
    def cell(c):
        return c["value"], c["unit"], c["status"], re.sub(r"\s", "", c["raw"])
    tables = {t: {r: {c: cell(v) for c, v in row.items()} for r, row in table["rows"].items()} for t, table in report["tables"].items()}
    articles = [(a["role"], a["number"]) for a in report["articles"]]
    return {"tables": tables, "articles": articles, "year": report["year"], "agency": report["agency"], "form": report["form"]}


def differences(want, got):
    for key in want:
        if key != "tables" and want[key] != got[key]:
            yield "%s: %s, want %s" % (key, got[key], want[key])
    for t, rows in want["tables"].items():
        for r, cells in rows.items():
            for c, value in cells.items():
                if got["tables"].get(t, {}).get(r, {}).get(c) != value:
                    yield "%s/%s/%s: %s, want %s" % (t, r, c, got["tables"].get(t, {}).get(r, {}).get(c), value)


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    totals = {name: 0 for name in VARIANTS}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            page = generate.generate("page%d" % seed, "html").data.decode("utf-8")
            names = ["base"] + list(VARIANTS)
            for number, name in enumerate(names):
                data = VARIANTS[name](page, random.Random(seed)) if number else page
                with open("%s/%d.html" % (folder, number), "wb") as file:
                    file.write(data if isinstance(data, bytes) else data.encode("utf-8"))
            run = subprocess.run([program, "convert", "-t", "ndjson"] + ["%d.html" % n for n in range(len(names))], cwd=folder,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=300)
            reports = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
            if len(reports) != len(names):
                print("seed %d: %d reports of %d" % (seed, len(reports), len(names)))
                return 1
            want = says(reports[0])
            for name, report in zip(names[1:], reports[1:]):
                found = list(differences(want, says(report)))
                totals[name] += len(found)
                for difference in found[:3]:
                    print("seed %d, %s: %s" % (seed, name, difference))
    print("%d pages, %d variants, %d differences" % (count, len(VARIANTS), sum(totals.values())))
    return sum(totals.values()) > 0


if __name__ == "__main__":
    sys.exit(main())
