#!/bin/sh
# A report made pictures: no cell is wrong without a finding, nearly all are exact, and it is said that it is a scan.
# Skipped where nianbao-ocr, its data or pdftoppm are missing.
test -x ./nianbao-ocr || { echo "nianbao-ocr is not built (libtesseract-dev is missing)"; exit 77; }
command -v pdftoppm > /dev/null || { echo "pdftoppm is not installed (poppler-utils)"; exit 77; }
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
# What it has begun ends with the program.
sheets=$srcdir/tests/sheets
pdftoppm -r 100 -f 1 -l 1 -png "$sheets/wkhtmltopdf-small.pdf" > ocr-ended.png
./nianbao convert --quiet ocr-ended.png > /dev/null 2>&1 &
program=$! tries=0
until child=$(ps -A -o pid=,ppid=,comm= | awk -v p="$program" '$2 == p && /nianbao-ocr/ { print $1 }') && [ -n "$child" ] || [ $tries -gt 200 ]; do
	tries=$((tries + 1))
	sleep 0.01
done
rm -f ocr-ended.png
kill -9 $program
wait $program 2> /dev/null
sleep 0.1
[ -n "$child" ] || { echo "nianbao-ocr has not begun"; exit 1; }
case $(ps -o state= -p "$child") in '' | Z*) ;; *) echo "nianbao-ocr goes on by itself"; exit 1 ;; esac
exec "${PYTHON:-python3}" -B "$srcdir/tests/ocr.py" ./nianbao "$srcdir/tests/sheets/wkhtmltopdf-small.pdf" \
	"$srcdir/tests/sheets/wkhtmltopdf-small.tsv"
