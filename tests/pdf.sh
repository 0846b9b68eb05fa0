#!/bin/sh
# Reports as pdftotext -layout prints them: no wrong cell looks right.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf.py" ./nianbao || exit 1
# Without -layout labels and numbers stand apart: nothing is read of the tables, and one finding says what to do; of a page made so, too.
command -v pdftotext > /dev/null || { echo "pdftotext is not installed (poppler-utils)"; exit 0; }
for page in "" -htmlmeta; do
	# shellcheck disable=SC2086 # no option is no word
	pdftotext $page "${srcdir:-.}/tests/sheets/weasyprint-half-ruled.pdf" pdf-apart.txt
	./nianbao convert --lang=en -o pdf-apart.json pdf-apart.txt 2> pdf-apart.err
	count=$(grep -c 'pdftotext -layout makes of it \[table-unread\]' pdf-apart.err)
	others=$(grep -c '\[enumerator-broken\]\|\[table-missing\]\|\[not-a-number\]\|\[row-' pdf-apart.err)
	seen=$(grep -o '"status": *"[a-z]*"' pdf-apart.json | grep -vc missing)
	rm -f pdf-apart.txt pdf-apart.json pdf-apart.err
	echo "numbers apart from labels: $count finding, $others beside it, $seen cells read"
	test "$count" -eq 1 && test "$others" -eq 0 && test "$seen" -eq 0 || exit 1
done
