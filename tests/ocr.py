"""Cells with figures, signs and strokes, drawn; labels set large; a report made pictures, as a scanner's PDF, and its cells against those of the report.

Usage: ocr.py PROGRAM PDF CELLS."""
import json
import os
import re
import subprocess
import sys
import tempfile

import pdf_refused

FEWEST = 0.74  # of all cells: the page break cuts the head of a table, so that two columns are missing


PICTURE = b"q 595 0 0 842 0 0 cm /I Do Q"
LAYER = b" BT 3 Tr /F 9 Tf 90 700 Td (words in which another program has read what it could) Tj ET"


def scan_of(folder):
    """A PDF of A4 pages each of which shows one JPEG; over the second lie the words that another program has recognised."""
    paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".jpg")]
    kids = b" ".join(b"%d 0 R" % (6 + 2 * i) for i in range(len(paths)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(paths)),
               pdf_refused.stream(PICTURE), pdf_refused.stream(PICTURE + LAYER), pdf_refused.FONT]
    for number, path in enumerate(paths):
        with open(path, "rb") as file:
            data = file.read()
        height, width = (int.from_bytes(part, "big") for part in re.search(rb"\xff[\xc0-\xc2]...(..)(..)\x03", data, re.S).groups())
        objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /I %d 0 R >> "
                    b"/Font << /F 5 0 R >> >> >>" % (3 + number % 2, len(objects) + 2),
                    pdf_refused.stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
                                             b"/ColorSpace /DeviceRGB /Filter /DCTDecode" % (width, height))]
    return pdf_refused.document(objects)


# Cells from the upper left, with what PDF draws in each and what is read there: digits far from each other, a sign, a stroke that stands for
# nothing, one that is a dash; digits broken into halves, of which no 1s are made, and by less; last a room that encloses another, in which nothing is read twice.
CELLS = [(90, 700, b"(12) Tj", "12"), (190, 700, b"8 Tc (59) Tj 0 Tc", "59"), (290, 700, b"(+16) Tj", "+16"), (390, 700, b"(-3) Tj", "-3"),
         (90, 660, b"(7) Tj", "7"), (190, 660, b"ET 0.7 w 200 664 m 209 675 l S BT", "/"), (290, 660, b"ET 1 w 300 669 m 309 669 l S BT", "-"),
         (390, 660, b"", ""), (90, 520, b"(111) Tj", "111"), (190, 520, b"(60) Tj ET 1 g 203 520 0.6 20 re 209.8 520 0.6 20 re f 0 g BT", "?"),
         (390, 520, b"(16) Tj ET 0.7 w 390 546 m 430 546 l 490 543 l S BT", "16"),  # a line that is bent
         (290, 520, b"(38) Tj ET 1 g 303 520 0.3 20 re 309.8 520 0.3 20 re f 0 g BT", "38"), (390, 600, b"(95) Tj", "95")]
ROOM = b"90 575 400 75 re S "  # around the last
WORDS = b"".join(b"%d %d %d %d re S " % (x, y, side, side) for side, y in ((8, 500), (11, 604)) for x in range(374, 310, -2 * side))


def drawn():
    """A page of these cells; squares stand for ideographs, which are smaller outside."""
    draw = b"0.5 w %s %s" % (ROOM, WORDS)
    for x, y, what, _ in CELLS:
        draw += b"0.5 w %d %d 100 40 re S BT /F 12 Tf %d %d Td %s ET " % (x, y - 5, x + 10, y + 5, what)
    return pdf_refused.pdf(draw, 1)


def figures(ocr):
    """What is read wrongly in the drawn cells. None: there are no data."""
    run = subprocess.run([ocr], input=drawn(), stdout=subprocess.PIPE, check=True)
    if b"error languages" in run.stdout:
        return None
    read = {}
    for line in run.stdout.decode().splitlines():
        if line.startswith("c "):
            x0, y0, x1, y1 = (int(word) / 100 for word in line.split()[1:5])
            at = next((i for i, (x, y, _, _) in enumerate(CELLS) if x <= (x0 + x1) / 2 < x + 100 and y - 5 <= 842 - (y0 + y1) / 2 < y + 35), -1)
            read.setdefault(at, []).append((x0, line.split()[5]))
    texts = ["".join(text for _, text in sorted(read.get(i, []))) for i in range(len(CELLS))]
    return ["%s for %s" % (text, cell[3]) for text, cell in zip(texts, CELLS) if text != cell[3]]


# Labels on the second page, and how fine its picture is.
LABELS = (300, ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "危及“三安全一稳定”"])


class Part:
    """A part of the second page in greys, `ocr` read in it."""

    def __init__(self, source, dpi):
        place = [str(length * dpi // 150) for length in (344, 550, 550)]
        page = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), "-f", "2", "-l", "2", "-x", place[0], "-y", "0", "-W", place[1], "-H",
                               place[2], source], stdout=subprocess.PIPE, check=True).stdout
        start = page.index(b"\n255\n") + 5
        self.head, width = page[:start], int(page.split()[1])
        self.rows = [bytearray(page[at:at + width]) for at in range(start, len(page), width)]

    def read(self, ocr):
        run = subprocess.run([ocr], input=self.head + b"".join(self.rows), stdout=subprocess.PIPE, check=True)
        return "".join(re.findall(r"(?m)^c (?:\S+ ){4}(.*)", run.stdout.decode()))


def has_labels(ocr, source):
    """Whether the labels are read."""
    read = Part(source, LABELS[0]).read(ocr)
    return all(label in read for label in LABELS[1])


def has_lines(ocr, source):
    """Whether a label is read twice that is printed twice, line on line; a stroke reaches from one to the other, so that no row is white."""
    part, (left, top, right, foot) = Part(source, 150), (0, 470, 290, 510)
    line = [row[left:right] for row in part.rows[top:foot] if min(row[left:right]) < 128]
    stroke = bytearray(b"\xff" * (right - left))
    stroke[100:102] = b"\0\0"
    for y, ink in enumerate([*line, stroke, *line]):
        part.rows[top + y][left:right] = ink
    return part.read(ocr).count("类内部事务信息") == 2


def has_bracket(ocr, source):
    """Whether a bracket is read as a round one that is drawn with corners."""
    part, (left, top, right, foot), corner = Part(source, 300), (68, 363, 81, 387), 8
    for y in range(top, foot):
        from_corner = max(0, corner - min(y - top, foot - 1 - y))
        part.rows[y][left:right] = b"\xff" * (right - left)
        part.rows[y][left + 2 + from_corner:left + 5 + from_corner] = b"\0\0\0"
    return "(一)" in part.read(ocr)


# Rows that no lines enclose: beside a label of all two lines, and beside them a number at their middle; the last is open below, with lines drawn
# down close to its digits.
ROWS = (b"0.5 w 90 380 400 80 re S 120 420 m 490 420 l S 90 380 m 90 320 l 112 380 m 112 330 l 128 380 m 128 330 l 490 380 m 490 320 l S BT /F 12 Tf "
        b"126 445 Td (11) Tj 0 -17 Td (22) Tj 124 9 Td (7) Tj -124 -32 Td (33) Tj 0 -17 Td (11) Tj 124 9 Td (8) Tj -146 -37 Td (0) Tj "
        b"10 0 Td (2) Tj 16 0 Td (8) Tj 1 0 0 1 108 412 Tm (5) Tj ET ")


def has_rows(ocr, _):
    """Whether the figures of rows that are not enclosed are read, each on its side of the lines drawn down."""
    run = subprocess.run([ocr], input=pdf_refused.pdf(WORDS + ROWS, 1), stdout=subprocess.PIPE, check=True)
    read = [(line.split()[5], int(line.split()[1])) for line in run.stdout.decode().splitlines() if line.startswith("c ") and line[-1].isdigit()]
    return sorted(text for text, _ in read) == sorted("1122733118" + "5028") and ("8", True) in [(text, 12800 < x < 14000) for text, x in read]


def main():
    program, source, cells = sys.argv[1:]
    wrong = figures("./nianbao-ocr")
    for check in (has_labels, has_lines, has_bracket, has_rows) if wrong == [] else ():
        if not check("./nianbao-ocr", source):
            wrong.append(check.__name__)
    if wrong:
        print("drawn figures and labels: %s" % wrong)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-jpeg", "-r", "200", "-l", "2", source, os.path.join(folder, "page")], check=True)
        path = os.path.join(folder, "scan.pdf")
        with open(path, "wb") as file:
            file.write(scan_of(folder))
        run = subprocess.run([program, "convert", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if b"tesseract-ocr-eng" in run.stderr:
        print("Tesseract's data are not installed (tesseract-ocr-chi-sim, tesseract-ocr-eng)")
        return 77
    if run.returncode > 1:
        print(run.stderr.decode())
        return 1
    report = json.loads(run.stdout)
    count, exact, wrong = 0, 0, []
    named = {tuple(cell) for finding in report["findings"] for cell in finding.get("cells") or []}
    with open(cells, encoding="utf-8") as file:
        for line in list(file)[1:]:
            key, kind, value = line.rstrip("\n").split("\t")[:3]
            table, row, column = key.split("/")
            cell = report["tables"].get(table, {}).get("rows", {}).get(row, {}).get(column, {"status": "missing", "value": None})
            count += 1
            if cell["status"] == kind and (cell["value"] is None or float(cell["value"]) == float(value)):
                exact += 1
            elif tuple(key.split("/")) not in named:
                wrong.append("%s: %s %s for %s %s" % (key, cell["status"], cell["value"], kind, value))
    print("%d of %d exact; neither exact nor named: %s" % (exact, count, wrong))
    said = any(finding["name"] == "text-recognised" for finding in report["findings"])
    return not (exact >= FEWEST * count and not wrong and said and report["source"]["format"] == "scan")


if __name__ == "__main__":
    sys.exit(main())
