"""Generated reports set by word processor, browser and typesetter, then scanned at three resolutions, clean and as scanners
do it: cells exact, flagged, silent and untrue blanks, and seconds a page.

Usage: print_scans.py PROGRAM OCR SCAN FOLDER [SET...], where SCAN is tests/scan.c built, a set is "200 clean", "150 scanned" or
one report of it, "150 scanned 4". What stands in the folder is not made anew. Slow: minutes a set."""
import collections
import io
import os
import re
import resource
import subprocess
import sys
import zipfile

import generate
import judge
import print_pages
import score

# seed of the report, producer, fonts, points, points of rules, alignment
REPORTS = [
    (1, "soffice", "Noto Serif CJK SC", 10.5, 0.5, "center"),
    (3, "chromium", "Noto Sans CJK SC", 9, 0.75, "right"),
    (4, "weasyprint", "WenQuanYi Zen Hei", 10.5, 0.25, "center"),
    (7, "soffice", "AR PL UMing CN", 12, 1, "center"),
    (10, "chromium", "AR PL UKai CN", 10.5, 0.5, "center"),
    (12, "weasyprint", "Liberation Serif,AR PL UMing CN", 8, 0.75, "center"),
    (15, "soffice", "WenQuanYi Micro Hei", 9, 0.25, "center"),
    (19, "chromium", "Liberation Serif,Noto Serif CJK SC", 12, 0.75, "center"),
    (16, "weasyprint", "AR PL UMing CN", 10.5, 0.5, "right"),
    (11, "soffice", "Liberation Sans,Noto Sans CJK SC", 8, 0.5, "left"),
]
SETS = ["%d %s" % (dpi, kind) for kind in ("clean", "scanned") for dpi in (300, 200, 150)]
PROSE = 40  # characters of a paragraph that are kept: what is measured are cells


def shortened(page):
    def cut(match):
        text = re.sub(r"<[^>]*>", "", match[2])
        return match[0] if len(text) <= PROSE else match[1] + text[:PROSE] + "。" + match[3]
    return re.sub(r"(?is)(<(?:p|div)\b[^>]*>)((?:(?!<p\b|<div\b|<table|</table).)*?)(</(?:p|div)>)", cut, page)


def page_of(case, font, points, rule, align):
    """The report as a page, set so."""
    manner = {"paper": "portrait", "rules": "ruled", "font": font, "side": "stacked", "breaks": "whole", "align": align, "heads": False}
    page = shortened(print_pages.dressed(case.data, manner))
    page = page.replace("border:0.75pt solid", "border:%gpt solid" % rule)
    return page.replace("font:10.5pt", "font:%gpt" % points).encode("utf-8")


def document_of(case, font, points, rule, align):
    """The report as a word processor's document, set so. Borders are measured in eighths of a point, letters in halves."""
    latin, *rest = font.split(",")
    dress = '<w:r><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s"/><w:sz w:val="%d"/></w:rPr>' % (
        latin, latin, (rest or [latin])[0], 2 * points)
    sides = "".join('<w:%s w:val="single" w:sz="%d" w:color="000000"/>' % (side, 8 * rule)
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    source, out = zipfile.ZipFile(io.BytesIO(case.data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            part = source.read(name).decode("utf-8")
            part = re.sub(r'(<w:t [^>]*>)([^<]{%d})[^<]+' % PROSE, r"\1\2。", part)
            part = re.sub("<w:tbl>.*?</w:tbl>", lambda table: table[0].replace("<w:p>", '<w:p><w:pPr><w:jc w:val="%s"/></w:pPr>' % align), part)
            part = part.replace("<w:r>", dress).replace("</w:tblPr>", "<w:tblBorders>%s</w:tblBorders></w:tblPr>" % sides)
            made.writestr(name, part)
    return out.getvalue()


def printed(folder, index):
    """(path of the PDF, case)"""
    seed, producer, *manner = REPORTS[index]
    ending, dress = ("docx", document_of) if producer == "soffice" else ("html", page_of)
    case = generate.generate("scan%d" % seed, ending, twist="plain")
    source, pdf = ("%s/%d.%s" % (folder, index, end) for end in (ending, "pdf"))
    command = print_pages.PRODUCERS[producer](folder, source, pdf)
    if not os.path.exists(pdf):
        with open(source, "wb") as file:
            file.write(dress(case, *manner))
        subprocess.run([part for part in command if not part.startswith("--infilter")], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=True, timeout=240)
    return pdf, case


def scan_of(folder, scanner, pdf, index, kind):
    """The path of the PDF of pictures."""
    dpi, how = kind.split()
    path = "%s/%d-%s-%s.pdf" % (folder, index, dpi, how)
    if not os.path.exists(path):
        pages = "%s/tmp-%d-" % (folder, index)
        subprocess.run(["pdftoppm", "-r", dpi, pdf, pages], check=True)
        pictures = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("tmp-%d-" % index))
        subprocess.run([scanner, dpi, str(index + 1 if how == "scanned" else 0), path, *pictures], check=True, stderr=subprocess.DEVNULL)
        for picture in pictures:
            os.remove(picture)
    return path


def recognised(ocr, path):
    """(what is read of a scan, seconds of processor)"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(path, "rb") as file:
        run = subprocess.run([ocr], stdin=file, stdout=subprocess.PIPE, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return run.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(programs, folder, kind, indices):
    program, ocr, scanner = programs
    totals, seconds, pages = collections.Counter(), 0, 0
    for index in indices:
        pdf, case = printed(folder, index)
        path = scan_of(folder, scanner, pdf, index, kind)
        sheets, spent = recognised(ocr, path)
        with open(path + ".sheets", "wb") as file:
            file.write(sheets)
        counts, notes = judge.judge(case, score.convert(program, [path + ".sheets"]).get(path + ".sheets", {}))
        totals.update(counts)
        seconds, pages = seconds + spent, pages + sheets.count(b"\npage ")
        print("  %s %d %s: %s" % (kind, index, " ".join(str(habit) for habit in REPORTS[index][1:]), dict(counts)))
        for note in notes:
            if not note.startswith("needless"):
                print("    " + note)
        sys.stdout.flush()
    cells = sum(totals[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
    print("%s: %d of %d exact, %d marked, %d flagged, %d silent (%d untrue blanks), %.1f s a page" % (
        kind, totals["exact"], cells, totals["marked"], totals["flagged"], totals["silent"], totals["untrue"], seconds / max(pages, 1)))
    sys.stdout.flush()


def main():
    *programs, folder = (os.path.abspath(path) for path in sys.argv[1:5])
    os.makedirs(folder, exist_ok=True)
    for kind in sys.argv[5:] or SETS:
        dpi, how, *index = kind.split()
        measure(programs, folder, "%s %s" % (dpi, how), [int(i) for i in index] or range(len(REPORTS)))


if __name__ == "__main__":
    main()
