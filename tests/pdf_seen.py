"""What is seen on a PDF's pages and is not among its characters is told: pages that are pictures, text that was recognised, and glyphs
that the fonts do not name.

Usage: pdf_seen.py PROGRAM REPORT.pdf REPORT.tsv; the report's fonts name their digits one by one."""
import json
import os
import re
import subprocess
import sys
import tempfile

import pdf_refused

PICTURE = b"q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q "
SMALL = PICTURE.replace(b"595 0 0 842", b"59 0 0 84")
WORDS = b"BT /F 12 Tf 90 700 Td %s (annual report of an office on what it has disclosed) Tj ET "
CURVE = b"9 9 m 9 19 19 19 19 9 c f "
# What a page draws, and what is said of it.
PAGES = [
    ("words", WORDS % b"", ""),
    ("a picture", PICTURE, " picture"),
    ("a picture with a page number", PICTURE + b"BT /F 9 Tf 290 20 Td (- 4 -) Tj ET", " picture"),
    ("a small picture", SMALL, ""),
    ("words over a picture", PICTURE + WORDS % b"", ""),
    ("a picture, and words that are not drawn", PICTURE + WORDS % b"3 Tr", " recognised"),
    ("letters as outlines", CURVE * 60, " picture"),
    ("a few curves", CURVE * 5, ""),
    ("words beyond the edge", WORDS % b"" + b"BT /F 12 Tf 597 500 Td (beyond) Tj ET", ""),
    ("a letter turned, close to another", WORDS % b"" + b"BT /F 12 Tf 1 0 0 1 106.7 553 Tm (A) Tj 0 -1 1 0 108.57 558.8 Tm (M) Tj ET", ""),
]
UNREAD = "\uFFFD"
CUT = WORDS % b"" + b"BT /F 12 Tf 90 -4 Td (05) Tj ET"  # by the foot of the page: poppler tells nothing of it

# Lines that boxes clip: the middle of one is seen, that of the other is not, and a third is drawn where nothing is. Beside its cell
# no letter is seen, but all digits of a number count, and of two words in one place the one that is drawn there.
CLIPPED = (
    b"q 0 700 595 40 re W n BT /F 12 Tf 90 698 Td (A) Tj 0 -7 Td (B) Tj 0 -99 Td (C) Tj ET Q"
    b" q 90 600 11 40 re W n BT /F 12 Tf 90 610 Td (DEF) Tj ET Q q 90 500 11 40 re W n BT /F 12 Tf 90 510 Td (123) Tj ET Q"
    b" q 90 400 7 40 re W n BT /F 12 Tf 90 410 Td (XY) Tj ET Q BT /F 12 Tf 98.5 410 Td (Z) Tj ET"
)

# A font of two spaces, squares of many lines, that are drawn as a page is when their size is asked for.
SQUARES = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /CharProcs << /a 9 0 R /b 9 0 R >> " \
    b"/FirstChar 32 /LastChar 33 /Widths [9 9] /Encoding << /Differences [32 /a /b] >> /ToUnicode 10 0 R >>"
SQUARE = b"9 0 0 0 9 9 d1 0 0 m " + b"9 9 l 0 0 l " * 1000 + b"f"
SPACES = b"1 begincodespacerange <20> <21> endcodespacerange 2 beginbfchar <20> <0020> <21> <0020> endbfchar"

# A word that the side of the page cuts, below others: poppler leaves it out where it is asked for the page.
BESIDE = b"BT /F 12 Tf 300 760 Td (1) Tj 0 -15 Td (2) Tj 0 -15 Td (3) Tj -304 -430 Td (GH) Tj ET"


def sheets(program, data):
    """What is freed is written over, and not used again at once."""
    perturbed = dict(os.environ, MALLOC_PERTURB_="165", GLIBC_TUNABLES="glibc.malloc.tcache_count=0")
    return subprocess.run([os.path.join(os.path.dirname(program), "nianbao-pdf")], input=data, check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, env=perturbed).stdout.decode()


def marks(program):
    for name, content, wanted in PAGES:
        printed = sheets(program, pdf_refused.pdf(content, 1))
        mark = re.search(r"^page(?: [0-9]+){4}(.*)$", printed, re.M)
        if not mark or mark[1] != wanted or UNREAD in printed:
            yield "%s: “%s”, %d unread" % (name, mark and mark[1], printed.count(UNREAD))


def cut(program):
    printed = sheets(program, pdf_refused.pdf(CUT, 1))
    if printed.count(UNREAD) != 2:
        yield "two figures that the foot of the page cuts: %d unread" % printed.count(UNREAD)


def clipped(program):
    printed = re.findall(r"^c .* (.+)$", sheets(program, pdf_refused.pdf(CLIPPED, 1)), re.M)
    if "".join(printed) != "ADE123XZ":
        yield "of lines that a box clips: %s" % printed
    printed = re.findall(r"^c .* (.+)$", sheets(program, pdf_refused.pdf(BESIDE, 1)), re.M)
    if sorted(printed) != ["1", "2", "3", "G", "H"]:
        yield "beside what the side of the page cuts: %s" % printed


def glyphs(program):
    data = pdf_refused.pdf(b"BT /F 12 Tf 90 500 Td ( ! !) Tj ET", 1).replace(pdf_refused.FONT, SQUARES)
    for number, body in ((9, SQUARE), (10, SPACES)):
        data = data.replace(b"xref\n", b"%d 0 obj\n%s\nendobj\nxref\n" % (number, pdf_refused.stream(body)), 1)
    if sheets(program, data).count(UNREAD) != 4:
        yield "four glyphs that are drawn: " + sheets(program, data)
    boxes = re.findall(r"^c (\d+) (\d+) (\d+) (\d+) 一$", sheets(program, data.replace(b"<0020>", b"<4E00>")), re.M)
    if len(boxes) != 4 or any(int(x1) - int(x0) != int(y1) - int(y0) for x0, y0, x1, y1 in boxes):
        yield "ideographs that are no squares: %s" % boxes


def converted(program, path):
    run = subprocess.run([program, "convert", "--force", "--lang", "en", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return json.loads(run.stdout or b"{}"), run.stderr.decode()


def pages(program, folder):
    """A page of words and one that is a picture, in which nothing can be recognised."""
    path = os.path.join(folder, "mixed.pdf")
    data = pdf_refused.pdf(WORDS % b"", 2)
    data = data.replace(b"/Contents 4 0 R", b"/Contents 9 0 R", 1)
    with open(path, "wb") as file:
        file.write(data.replace(b"xref\n", b"9 0 obj\n%s\nendobj\nxref\n" % pdf_refused.stream(PICTURE), 1))
    said = converted(program, path)[1]
    if said.count("page 1: a picture without text") != 1 or "[page-unread]" not in said:
        yield "a page that is a picture: %s" % said
    with open(path, "wb") as file:
        file.write(pdf_refused.pdf(PICTURE + WORDS % b"3 Tr", 1))
    report, said = converted(program, path)
    if "[text-recognised]" not in said or report["source"]["format"] != "scan":
        yield "text that was recognised: %s" % said


def layer(program, folder, source):
    """Where another program recognised the words, a cell without any is not seen to be empty."""
    path = os.path.join(folder, "layer.txt")
    with open(source, "rb") as file:
        printed = sheets(program, file.read())
    for mark in ("", " recognised"):
        with open(path, "w", encoding="utf-8") as file:
            file.write(re.sub(r"^page [0-9 ]+$", lambda line: line[0] + mark, printed, flags=re.M))
        report = converted(program, path)[0]
        blank, missing = (set(cells_of(report, status)) for status in ("blank", "missing"))
        if bool(blank) != (mark == "") or bool(missing) != (mark != ""):
            yield "%d cells are blank and %d missing, marked%s" % (len(blank), len(missing), mark or " not")
        named = {tuple(cell) for finding in report["findings"] if finding["name"] == "text-recognised" for cell in finding["cells"]}
        if named != missing:
            yield "of %d missing cells of a layer %d are named" % (len(missing), len(named & missing))


def cells_of(report, status):
    for table, rows in report["tables"].items():
        for row, cells in rows["rows"].items():
            yield from ((table, row, column) for column, cell in cells.items() if cell["status"] == status)


def nameless(data, letters, name=b"<0000>"):
    """A PDF whose fonts do not name these letters (a pattern of their codes), or give them this name."""
    return re.sub(rb"beginbfrange.*?endbfrange", lambda table: re.sub(letters, name, table[0]), data, flags=re.S)


def digits(program, folder, source, truth):
    """No font names the digit 3: cells with it are unread, or at least doubted, and all others are as they were."""
    with open(source, "rb") as file:
        whole = file.read()
    data = nameless(whole, rb"<0033>")
    path, lost, threes, unread = os.path.join(folder, "digits.pdf"), 0, sheets(program, whole).count(" 3\n") - 1, sheets(program, data).count(UNREAD)
    if threes != unread:  # less the number of pages
        yield "%d times the digit is drawn, %d unread" % (threes, unread)
    if unread != sheets(program, nameless(whole, rb"<0033>", b"<0013>")).count(UNREAD):
        yield "a digit that is named by a control character is not unread"
    if sheets(program, nameless(whole, rb"<[0-9A-F]{4}>(?=[ <]*[]<])")).count(" picture\n") != 2:
        yield "pages whose fonts name nothing are no pictures"
    if not sheets(program, nameless(whole, rb"<[4-9][0-9A-F]{3}>(?=[ <]*[]<])")).endswith(" misnamed\n"):
        yield "fonts that name no ideograph are not said to misname"
    if not sheets(program, nameless(whole, rb"<003[0-9]>")).endswith(" misnamed\n"):
        yield "fonts that name no digit are not said to misname"
    with open(path, "wb") as file:
        file.write(data)
    report = converted(program, path)[0]
    named = {tuple(cell) for finding in report["findings"] for cell in finding["cells"]}
    with open(truth, encoding="utf-8") as file:
        cells = [line.rstrip("\n").split("\t") for line in file][1:]
    for name, kind, value, *_ in cells:
        table, row, column = name.split("/")
        cell = report["tables"].get(table, {"rows": {}})["rows"].get(row, {}).get(column)
        if "3" in value and kind == "given":
            lost += 1
            if not cell or cell["status"] in ("given", "placed", "blank", "na") or (table, row, column) not in named:
                yield "%s, printed “%s”: %s" % (name, value, cell)
        elif kind == "given" and (not cell or cell["status"] == "blank"):
            yield "%s, printed “%s”: %s" % (name, value, cell)
    if not lost:
        yield "no cell has the digit"


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        faults = [*marks(program), *cut(program), *clipped(program), *glyphs(program), *pages(program, folder), *digits(program, folder, *sys.argv[2:4]),
                  *layer(program, folder, sys.argv[4])]
    print("\n".join(faults) or "what is seen on pages is told")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
