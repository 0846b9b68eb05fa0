"""Generated reports set by browsers and word processors, as PDF, and what is read of them: cells exact by producer and style.

Usage: print_pages.py PROGRAM COUNT [PRODUCER...]. A producer that is not installed is left out, with a line. Slow: a second a page."""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

import generate
import judge
import score

STYLES = {
    "portrait": "@page{size:A4;margin:2.5cm}",
    "landscape": "@page{size:A4 landscape;margin:2cm}",
    "narrow": "@page{size:A4;margin:2cm 4.5cm} table{font-size:9pt}",
    "small": "@page{size:A4;margin:2.5cm} body{font-size:8pt}",
    "half-ruled": "@page{size:A4;margin:2.5cm} table{border-left:0 hidden;border-right:0 hidden}",
}
RULED = "table{border-collapse:collapse;width:100%} td,th{border:0.75pt solid #000;padding:2pt 4pt;text-align:center} .nav{display:none}"


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


def dressed(data, style):
    """The page without the styles that its cells have of their own."""
    page = re.sub(r"(<(?:td|th|table|tr)\b[^>]*?) (?:style|border|width)=\"[^\"]*\"", r"\1", data.decode("utf-8"))
    page = re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.S)
    return page.replace("</head>", "<style>%s %s</style></head>" % (STYLES[style], RULED))


def made(folder, producer, count):
    """(path of the PDF, case, style)"""
    for seed in range(count):
        style = list(STYLES)[seed % len(STYLES)]
        case = generate.generate("sheet%d" % seed, "html")
        page, pdf = ("%s/%s-%d.%s" % (folder, producer, seed, ending) for ending in ("html", "pdf"))
        with open(page, "w", encoding="utf-8") as file:
            file.write(dressed(case.data, style))
        subprocess.run(PRODUCERS[producer](folder, page, pdf), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=120)
        if os.path.exists(pdf):
            yield pdf, case, style


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    for producer in sys.argv[3:] or PRODUCERS:
        if not shutil.which(producer):
            print("%s: not installed" % producer)
            continue
        with tempfile.TemporaryDirectory() as folder:
            cases = list(made(folder, producer, count))
            outputs = score.convert(program, [pdf for pdf, _, _ in cases])
            totals = collections.defaultdict(collections.Counter)
            for pdf, case, style in cases:
                counts, notes = judge.judge(case, outputs.get(pdf, {}))
                totals[style].update(counts)
                for note in notes:
                    print("  %s %s %s: %s" % (producer, style, case.seed, note))
                if notes and os.environ.get("KEEP"):
                    shutil.copy(pdf, os.environ["KEEP"])
        for style, counts in totals.items():
            cells = sum(counts[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
            print("%s %s: %d cells, %d exact, %d marked, %d flagged, %d silent" % (
                producer, style, cells, counts["exact"], counts["marked"], counts["flagged"], counts["silent"]))


if __name__ == "__main__":
    main()
