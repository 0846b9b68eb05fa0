"""A report made pictures, as a scanner's PDF, and its cells against those of the report.

Usage: ocr.py PROGRAM PDF CELLS."""
import json
import os
import re
import subprocess
import sys
import tempfile

import pdf_refused

FEWEST = 0.7  # of all cells: the page break cuts the head of a table, so that two columns are missing


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


def main():
    program, source, cells = sys.argv[1:]
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
