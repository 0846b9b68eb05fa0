"""PDFs that no report can be read from, made on the spot: each is refused in one line, with status 2, and in time.

Usage: pdf_refused.py PROGRAM."""
import os
import resource
import subprocess
import sys
import tempfile

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
IMAGE = b"q 400 0 0 500 90 200 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"
WORDS = b"BT /F 12 Tf 90 700 Td (annual report) Tj ET"
MOST_SECONDS = 20  # 10,000 pages take 0.3 s on an idle machine


def document(objects, trailer=b""):
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def stream(content, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def pdf(content, pages, trailer=b""):
    """A PDF of so many pages, all with the same content."""
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(pages))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages), FONT, stream(content)]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 3 0 R >> >> >>"
    return document(objects + [page] * pages, trailer)


# A password that is not the empty one: what /O and /U hold then fits no key that can be tried.
ENCRYPTED = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>" % (b"5a" * 32, b"a5" * 32)

# Letters as wide as ideographs: another character is shown than the font names.
WIDE = pdf(b"BT /F 12 Tf 90 700 Td (abcdefghijklnopqrstuvxyz) Tj ET", 1).replace(
    b"/Helvetica >>", b"/Helvetica /FirstChar 97 /LastChar 122 /Widths [%s] >>" % (b"1000 " * 26))
OCR = "; nianbao-ocr does that, which is not installed (it is built where Debian's libtesseract-dev is)"

CASES = [
    ("encrypted", pdf(WORDS, 1, ENCRYPTED), "the PDF is encrypted: save it without a password first"),
    ("image-only", pdf(IMAGE, 1), "the PDF has pictures but no text: its text must be recognised (OCR) first" + OCR),
    ("misnamed", WIDE, "the fonts of the PDF name other characters than it shows: save the report as PDF with another program, or have its text "
     "recognised (OCR)" + OCR),
    ("many-pages", pdf(WORDS, 10000), "more pages than any annual report has (400)"),
    ("no-pages", document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
     "the PDF is damaged: no pages can be read from it"),
    ("cut-off", pdf(WORDS, 30)[:60], "the PDF is damaged: no pages can be read from it"),
    ("overwritten", b"%PDF-1.7\n" + bytes(range(256)) * 64, "the PDF is damaged: no pages can be read from it"),
]


def processor_seconds():
    """Of all that has been run: how long a busy machine makes one wait says nothing."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, data, wanted in CASES:
            path, start = os.path.join(folder, name + ".pdf"), processor_seconds()
            with open(path, "wb") as file:
                file.write(data)
            run = subprocess.run([sys.argv[1], "convert", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                                 env={**os.environ, "LC_ALL": "C", "LANGUAGE": ""})
            said = run.stderr.decode().rstrip("\n")
            if wanted.endswith(OCR) and os.path.exists("nianbao-ocr"):  # a grey square, or letters: what is recognised in it is no report
                wanted = said.split(": ", 2)[-1]
                wanted = wanted if wanted.startswith(("no words could", "the file is empty", "no annual report", "nianbao-ocr finds no data")) else "no report"
            if (run.returncode, run.stdout, said) != (2, b"", "nianbao: %s: %s" % (path, wanted)):
                print("%s: status %d, %r; wanted %r" % (name, run.returncode, said, wanted))
                status = 1
            if processor_seconds() - start > MOST_SECONDS:
                print("%s: took %.1f s" % (name, processor_seconds() - start))
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
