#!/bin/sh
# Reports as pdftotext -layout prints them: no wrong cell looks right.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf.py" ./nianbao || exit 1
# Labels sorted by their height, as some programs have them, do not tell what stands below them: nothing is given.
{
	printf '%s\n' 青柞市财政局2023年政府信息公开工作年度报告 三、收到和处理政府信息公开申请情况 申请人情况 法人或其他组织 自然人 总计 其他 商业企业 科研机构 社会公益组织 法律服务机构
	for row in 一、本年新收政府信息公开申请数量 二、上年结转政府信息公开申请数量 （一）予以公开 （六）总计 四、结转下年度继续办理; do
		printf '%s\n' "$row" 21 0 0 0 0 0 21
	done
} > pdf-sorted.txt
./nianbao convert --lang=en -t csv -o pdf-sorted.csv pdf-sorted.txt 2> pdf-sorted.err
given=$(grep -c ',applications,.*,given,' pdf-sorted.csv)
doubted=$(grep -c ',applications,.*,ambiguous,' pdf-sorted.csv)
told=$(grep -c '\[cell-ambiguous\]' pdf-sorted.err)
rm -f pdf-sorted.txt pdf-sorted.csv pdf-sorted.err
echo "labels sorted by height: $given cells given, $doubted doubted, $told findings"
test "$given" -eq 0 && test "$doubted" -ge 30 && test "$told" -ge 1 || exit 1
# Without -layout labels and numbers stand apart: nothing is read of the tables, and one finding says what to do.
command -v pdftotext > /dev/null || { echo "pdftotext is not installed (poppler-utils)"; exit 0; }
pdftotext "${srcdir:-.}/tests/sheets/wkhtmltopdf-small.pdf" pdf-apart.txt
./nianbao convert --lang=en -o pdf-apart.json pdf-apart.txt 2> pdf-apart.err
count=$(grep -c 'pdftotext -layout makes of it \[table-unread\]' pdf-apart.err)
others=$(grep -c '\[table-missing\]\|\[not-a-number\]\|\[row-' pdf-apart.err)
seen=$(grep -o '"status": *"[a-z]*"' pdf-apart.json | grep -vc missing)
rm -f pdf-apart.txt pdf-apart.json pdf-apart.err
echo "numbers apart from labels: $count finding, $others beside it, $seen cells read"
test "$count" -eq 1 && test "$others" -eq 0 && test "$seen" -eq 0
