#!/bin/sh
# Reports as PDF: each cell exact; what cannot be read is refused with one line. Skipped where nianbao-pdf is not built.
test -x ./nianbao || exit 77
test -x ./nianbao-pdf || { echo "nianbao-pdf is not built (libpoppler-glib-dev is missing)"; exit 77; }
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/sheets.py" ./nianbao || exit 1
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf_refused.py" ./nianbao || exit 1
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf_seen.py" ./nianbao "${srcdir:-.}/tests/sheets/wkhtmltopdf-small.pdf" \
	"${srcdir:-.}/tests/sheets/wkhtmltopdf-small.tsv" "${srcdir:-.}/tests/sheets/weasyprint-unruled.pdf" || exit 1
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
test "$said" = -5 || exit 1

# drawn CONTENT FONT FIELD [KIND]: of a page with this content, in a font of which this is said besides, what each character's line in the
# sheets has, or each line's of this kind; once where several in a row have the same.
drawn() {
	"${PYTHON:-python3}" -B - "${srcdir:-.}/tests" "$1" "$2" > sheets-drawn.pdf <<'END'
import sys
sys.path.insert(0, sys.argv[1])
import pdf_refused
pdf_refused.FONT = pdf_refused.FONT[:-2] + sys.argv[3].encode() + b">>"
sys.stdout.buffer.write(pdf_refused.pdf(sys.argv[2].encode(), 1))
END
	./nianbao-pdf < sheets-drawn.pdf | awk "/^${4:-c}/ { print $3 }" | uniq | tr '\n' ' '
	rm -f sheets-drawn.pdf
}

# drawn_as WANTED CONTENT FONT FIELD [KIND]
drawn_as() {
	wanted=$1
	shift
	said=$(drawn "$@")
	echo "$3: $said"
	test "$said" = "$wanted "
}

# Numbers of narrow columns, which poppler takes for letters set wide, are as wide as they are.
row='(0) Tj 9 0 Td (0) Tj 9 0 Td (0) Tj 9 0 Td (0) Tj 90 0 Td (0) Tj ET'
drawn_as 556 "BT /F 10 Tf 90 700 Td $row BT /F 10 Tf 90 640 Td $row BT /F 10 Tf 90 580 Td $row" '' '$4 - $2' || exit 1

# A dashed line has half a gap before its first dash and behind the last.
drawn_as '8800 19200' '[6 4] 0 d 90 600 m 190 600 l S' '' '$3, $4' h || exit 1

# Figures of full width may be set half as wide, too: of these each has its own width.
drawn_as '500 1000' 'BT /F 10 Tf 90 700 Td (A) Tj 90 0 Td (B) Tj ET' \
	'/Encoding << /Differences [65 /uniFF11 /uniFF11] >> /FirstChar 65 /LastChar 66 /Widths [500 1000] ' '$4 - $2' || exit 1

# A character's box is as high as its size, whatever its font says.
drawn_as 1000 'BT /F 10 Tf 90 700 Td (1) Tj ET' '/FontDescriptor << /Type /FontDescriptor /Ascent 1100 /Descent -400 /Flags 32 >> ' '$5 - $3' || exit 1

# What is stamped aslant or upside down is none of the text.
drawn_as C 'BT /F 20 Tf .8 .6 -.6 .8 90 300 Tm (AB) Tj .17 -.98 .98 .17 300 300 Tm (AB) Tj -1 0 0 -1 300 200 Tm (AB) Tj
	1 0 0 1 90 700 Tm (CCC) Tj 1 0 0 1 90 500 Tm (CCC) Tj ET' '' '$6' || exit 1

# Which way a page is turned its glyphs tell, though they be few and no figures.
drawn_as 48468 'BT /F 12 Tf 0 -1 1 0 100 700 Tm (AB) Tj ET' '' '$3' || exit 1

# A page that is shown turned says the same as the one upright.
upright=${srcdir:-.}/tests/sheets/wkhtmltopdf-small.pdf
./nianbao-pdf < "$upright" | grep -v '^page' | sort > sheets-upright
for degrees in 90 180 270; do
	"${PYTHON:-python3}" -c 'import sys
page = b"/Type /Page\n"
sys.stdout.buffer.write(open(sys.argv[1], "rb").read().replace(page, page + b"/Rotate " + sys.argv[2].encode() + b"\n"))' \
		"$upright" $degrees | ./nianbao-pdf | grep -v '^page' | sort | cmp - sheets-upright || { echo "turned by $degrees: it says something else"; exit 1; }
done
rm -f sheets-upright

# What white boxes leave of a dark one are lines; beside it they are none, nor is what is not on the page or clipped, but for the sides that are seen of one.
"${PYTHON:-python3}" -B - "${srcdir:-.}/tests" > sheets-white.pdf <<'END'
import sys
sys.path.insert(0, sys.argv[1])
import pdf_refused
boxes = b"0 g 90 690 102 51 re f .9 g 91 691 50 49 re f 1 g 91 691 50 49 re f 142 691 49 49 re f 300 691 50 49 re f "
sys.stdout.buffer.write(pdf_refused.pdf(boxes + b"0 g 90 900 99 1 re f q 0 0 9 9 re W n 90 600 99 1 re f Q q 1 g 91 691 9 9 re W n 90 690 99 50 re f Q 0 g 400 -50 102 151 re f 1 g 401 -49 100 149 re f BT /F 12 Tf 100 700 Td (A) Tj ET", 1))
END
said=$(./nianbao-pdf < sheets-white.pdf | grep -c '^[hv]')
rm -f sheets-white.pdf
echo "sides of white boxes: $said"
test "$said" -eq 11 || exit 1

# The border of a box that goes on on another page has three sides there.
"${PYTHON:-python3}" -B - "${srcdir:-.}/tests" > sheets-open.pdf <<'END'
import sys
sys.path.insert(0, sys.argv[1])
import pdf_refused
sys.stdout.buffer.write(pdf_refused.pdf(b"91 690 100 50 re 90 690 102 51 re f* BT /F 12 Tf 100 700 Td (A) Tj ET", 1))
END
said=$(./nianbao-pdf < sheets-open.pdf | grep '^[hv]' | cut -d' ' -f1 | tr '\n' ' ')
rm -f sheets-open.pdf
echo "sides of an open box: $said"
test "$said" = "h v v " || exit 1

# A finding is found by page and line, or by page and cell; the end of a paragraph by the words before it.
sheets=${srcdir:-.}/tests/sheets
said=$(./nianbao lint --no-config --lang=zh "$sheets/wkhtmltopdf-unruled.pdf" "$sheets/drawn-unruled-bottom.pdf")
for place in '第1页第3行，“总体情况”部分“一、总体情况”处' '第1页，“主动公开政府信息情况”表“规章”行“现行有效件数”列' \
	'第1页第3行，“统计期限自2019年1月”处'; do
	case $said in *".pdf:$place："*) ;; *) echo "no finding stands at: $place"; exit 1 ;; esac
done
