#!/bin/sh
# A report made pictures: no cell is wrong without a finding, nearly all are exact, and it is said that it is a scan.
# Skipped where nianbao-ocr, its data or pdftoppm are missing.
test -x ./nianbao-ocr || { echo "nianbao-ocr is not built (libtesseract-dev is missing)"; exit 77; }
command -v pdftoppm > /dev/null || { echo "pdftoppm is not installed (poppler-utils)"; exit 77; }
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "$srcdir/tests/ocr.py" ./nianbao "$srcdir/tests/sheets/wkhtmltopdf-small.pdf" \
	"$srcdir/tests/sheets/wkhtmltopdf-small.tsv"
