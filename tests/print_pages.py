"""Generated reports set by browsers, word processors and typesetters, as PDF, and what is read of them: cells exact by producer
and habit.

Usage: print_pages.py PROGRAM COUNT [PRODUCER...]. A producer that is not installed is left out, with a line. Slow: a second a page.
FOLDER=... keeps the PDFs with their cells for the next run; KEEP=... those of which a cell is not exact."""
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import generate
import judge
import score

PAPERS = {
    "portrait": ("A4", "2.5cm", 10.5),
    "landscape": ("A4 landscape", "2cm", 10.5),
    "narrow": ("A4", "2cm 4.5cm", 9),
    "small": ("A4", "2.5cm", 8),
    "large": ("A4", "2.5cm", 12),
}
# How rules are drawn: CSS of the table, of its cells.
RULES = {
    "ruled": ("", "border:0.75pt solid #000"),
    "hairlines": ("", "border:0.25pt solid #777"),
    "half ruled": ("border-left:0 hidden;border-right:0 hidden", "border:0.75pt solid #000"),
    "double": ("border:2.5pt double #000", "border:0.75pt solid #000"),
    "separate": ("border-collapse:separate;border-spacing:0;border:0.75pt solid #000", "border:0.75pt solid #000"),
    "shaded": ("", "border:0.75pt solid #000;background:#eee"),
    "across": ("", "border:0.5pt solid #000;border-left:0 none;border-right:0 none"),
    "framed": ("border:1pt solid #000", "border:0 none"),
    "unruled": ("", "border:0 none"),
}
FONTS = ["AR PL UMing CN", "AR PL UMing TW MBE", "WenQuanYi Micro Hei", "WenQuanYi Micro Hei Mono", "DejaVu Serif,AR PL UMing CN"]
SIDES = {"plain": "", "stacked": ".side{width:1em}", "vertical": ".side{writing-mode:vertical-rl}"}
BREAKS = {"cut": "td{orphans:1;widows:1;padding:9pt 3pt}", "whole": "tr{break-inside:avoid;page-break-inside:avoid}",
          "tight": "td{padding:0 1pt;line-height:1.1}"}
ALIGNS = ["center", "center", "right", "left"]


def manner_of(seed):
    """How one report is set."""
    rng = random.Random("manner%d" % seed)
    rules = list(RULES)[seed % len(RULES)]
    return {"paper": rng.choice(list(PAPERS)), "rules": rules, "font": rng.choice(FONTS), "side": rng.choice(list(SIDES)),
            "breaks": rng.choice(list(BREAKS)), "align": rng.choice(ALIGNS), "heads": rng.random() < 0.5}


def style_of(manner):
    size, margin, points = PAPERS[manner["paper"]]
    table, cell = RULES[manner["rules"]]
    return ("@page{size:%s;margin:%s} body{font:%gpt %s} table{border-collapse:collapse;width:100%%;%s} "
            "td,th{%s;padding:2pt 4pt;text-align:%s} .nav{display:none} %s %s" %
            (size, margin, points, manner["font"], table, cell, manner["align"], SIDES[manner["side"]], BREAKS[manner["breaks"]]))


def is_head(row):
    """Whether all cells of a row print words."""
    cells = re.findall(r"(?is)<t[dh]\b[^>]*>(.*?)</t[dh]>", row)
    texts = [re.sub(r"(?s)<[^>]*>|&nbsp;|\s", "", cell) for cell in cells]
    return all(re.search(r"[\u4e00-\u9fff]{2}|类|他", text) for text in texts)


def with_heads(page):
    """The first rows of each table, which have labels only, as its head."""
    def dress(match):
        rows = re.findall(r"(?is)<tr\b.*?</tr>", match[2])
        count = next((i for i, row in enumerate(rows) if not is_head(row)), 0)
        return "%s<thead>%s</thead><tbody>%s</tbody>%s" % (match[1], "".join(rows[:count]), "".join(rows[count:]), match[3])
    page = re.sub(r"(?i)</?tbody>", "", page)
    return re.sub(r"(?is)(<table\b[^>]*>)((?:(?!<table).)*?)(</table>)", dress, page)


def with_sides(page):
    """Labels of several rows as those of a side, which may be set downwards."""
    cell = r"""(?i)<(t[dh])((?=[^>]*rowspan=["']?(?:[2-9]|\d\d))[^>]*)(>\s*(?:<[^>]*>\s*)*(?:[一二三四五六七八九]、|[（(][一二三四五六七八九][）)]))"""
    return re.sub(cell, r'<\1 class="side"\2\3', page)


def dressed(data, manner):
    """The page without the styles that its cells have of their own, set in this manner."""
    own = r"(?i) (?:style|border)=(?:\"[^\"]*\"|[^ \">]+)"
    page = re.sub(r"(?i)<(?:td|th|table|tr)\b[^>]*>", lambda tag: re.sub(own, "", tag[0]), data.decode("utf-8"))
    page = re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.S)
    page = with_sides(with_heads(page) if manner["heads"] else page)
    page = re.sub(r'<table width="100%"><tr><td class="left">(.*?)</td><td>', r"<div>\1</div><div>", page, flags=re.S)
    return page.replace("</head>", "<style>%s</style></head>" % style_of(manner))


# ---- producers ----


def chromium(folder, page, pdf):
    return ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=%s/chromium" % folder, "--print-to-pdf=%s" % pdf, page]


def writer(folder, page, pdf):
    return ["soffice", "-env:UserInstallation=file://%s/office" % folder, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf",
            "--outdir", os.path.dirname(pdf), page]


def weasyprint(_, page, pdf):
    return ["weasyprint", "-q", page, pdf]


def wkhtmltopdf(_, page, pdf):
    return ["wkhtmltopdf", "-q", page, pdf]


PRODUCERS = {"chromium": chromium, "soffice": writer, "weasyprint": weasyprint, "wkhtmltopdf": wkhtmltopdf}


def is_installed(producer):
    return bool(shutil.which(producer))


def made(folder, producer, count):
    """(path of the PDF, case, manner)"""
    for seed in range(count):
        manner = manner_of(seed)
        case = generate.generate("sheet%d" % seed, "html")
        page, pdf = ("%s/%s-%d.%s" % (folder, producer, seed, ending) for ending in ("html", "pdf"))
        if not os.path.exists(pdf):
            with open(page, "w", encoding="utf-8") as file:
                file.write(dressed(case.data, manner))
            with open(pdf + ".json", "w", encoding="utf-8") as file:
                json.dump(manner, file)
            subprocess.run(PRODUCERS[producer](folder, page, pdf), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                           timeout=120)
        if os.path.exists(pdf):
            yield pdf, case, manner


def measure(program, folder, producer, count, totals):
    cases = list(made(folder, producer, count))
    outputs = score.convert(program, [pdf for pdf, _, _ in cases])
    for pdf, case, manner in cases:
        counts, notes = judge.judge(case, outputs.get(pdf, {}))
        for habit, value in manner.items():
            totals[habit, str(value), manner["rules"] == "unruled"].update(counts)
        totals["producer", producer, manner["rules"] == "unruled"].update(counts)
        for note in notes:
            print("  %s-%s %s: %s" % (producer, case.seed, " ".join(str(value) for value in manner.values()), note))
        if notes and os.environ.get("KEEP"):
            shutil.copy(pdf, os.environ["KEEP"])


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    totals = collections.defaultdict(collections.Counter)
    for producer in sys.argv[3:] or PRODUCERS:
        if not is_installed(producer):
            print("%s: not installed" % producer)
            continue
        with tempfile.TemporaryDirectory() as folder:
            measure(program, os.environ.get("FOLDER", folder), producer, count, totals)
    for (habit, value, unruled), counts in sorted(totals.items()):
        cells = sum(counts[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
        print("%s %s%s: %d cells, %d exact, %d marked, %d flagged, %d silent (%d untrue)" % (
            habit, value, ", unruled" if unruled and habit != "rules" else "", cells, counts["exact"], counts["marked"],
            counts["flagged"], counts["silent"], counts["untrue"]))


if __name__ == "__main__":
    main()
