#!/bin/sh
# Reports as PDF: each cell exact; what cannot be read is refused with one line. Skipped where nianbao-pdf is not built.
test -x ./nianbao || exit 77
test -x ./nianbao-pdf || { echo "nianbao-pdf is not built (libpoppler-glib-dev is missing)"; exit 77; }
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/sheets.py" ./nianbao || exit 1
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf_refused.py" ./nianbao || exit 1
printf '%%PDF-1.7\nnothing\n' > sheets-damaged.pdf
said=$(./nianbao convert sheets-damaged.pdf 2>&1)
status=$?
rm -f sheets-damaged.pdf
echo "$status: $said"
test "$status" -eq 2 && test "$said" = "nianbao: sheets-damaged.pdf: the PDF is damaged: no pages can be read from it" || exit 1
# A font's soft hyphen is seen, and may be a minus sign.
"${PYTHON:-python3}" -B - "${srcdir:-.}/tests" > sheets-hyphen.pdf <<'END'
import sys
sys.path.insert(0, sys.argv[1])
import pdf_refused
whole = pdf_refused.FONT
pdf_refused.FONT = whole[:-2] + b"/Encoding << /Differences [65 /sfthyphen /five] >> >>"
sys.stdout.buffer.write(pdf_refused.pdf(b"BT /F 12 Tf 90 700 Td (AB) Tj ET", 1))
END
said=$(./nianbao-pdf < sheets-hyphen.pdf | sed -n 's/^c .* //p' | tr -d '\n')
rm -f sheets-hyphen.pdf
echo "soft hyphen: $said"
test "$said" = -5
