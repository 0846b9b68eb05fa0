#!/bin/sh
# Reports as pdftotext -layout prints them: no wrong cell looks right.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf.py" ./nianbao || exit 1
# Values of which nobody knows the columns are one finding a row, and none of each column that they leave open.
"${PYTHON:-python3}" -B -c 'import sys
sys.path.insert(0, sys.argv[1])
import generate
sys.stdout.buffer.write(generate.generate("7.0", "aligned", "").data)' "${srcdir:-.}/tests" > pdf-open.txt
./nianbao convert --lang=en -o pdf-open.json pdf-open.txt 2> pdf-open.err
rows=$(grep -c '\[cell-ambiguous\]' pdf-open.err)
columns=$(grep -c '\[column-missing\]' pdf-open.err)
rm -f pdf-open.txt pdf-open.json pdf-open.err
echo "values that may stand in several columns: $rows rows, $columns columns said to be missing"
test "$rows" -eq 3 && test "$columns" -eq 0 || exit 1
# Without -layout labels and numbers stand apart: nothing is read of the tables, and one finding says what to do.
command -v pdftotext > /dev/null || { echo "pdftotext is not installed (poppler-utils)"; exit 0; }
pdftotext "${srcdir:-.}/tests/sheets/weasyprint-half-ruled.pdf" pdf-apart.txt
./nianbao convert --lang=en -o pdf-apart.json pdf-apart.txt 2> pdf-apart.err
count=$(grep -c 'pdftotext -layout makes of it \[table-unread\]' pdf-apart.err)
others=$(grep -c '\[enumerator-broken\]\|\[table-missing\]\|\[not-a-number\]\|\[row-' pdf-apart.err)
seen=$(grep -o '"status": *"[a-z]*"' pdf-apart.json | grep -vc missing)
rm -f pdf-apart.txt pdf-apart.json pdf-apart.err
echo "numbers apart from labels: $count finding, $others beside it, $seen cells read"
test "$count" -eq 1 && test "$others" -eq 0 && test "$seen" -eq 0
