#!/bin/sh
# bounds.sh - inputs made to cost much: findings without end are counted, lines of separators take memory in proportion.
set -u
LC_ALL=C
export LC_ALL
nianbao=$(pwd)/nianbao
example=$(cd "${srcdir:-.}" && pwd)/examples/zhuyu-2024.txt
bars=${example%/*}/yuling-2022.txt
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir" || exit 99
failures=0

# least NAME MOST NUMBER: the number is at most so large.
least() {
    if [ "$3" -gt "$2" ]; then
        failures=$((failures + 1))
        echo "FAIL: $1: $3, more than $2"
    else
        echo "$1: $3"
    fi
}

# 1,500 times lines that break four rules: of each 1,000 findings are listed, and the last says how many more.
{ cat "$example" && awk 'BEGIN {
    for (i = 0; i < 1500; i++)
        print "(公开情况属实。国发[2021]" i "号。一共 5 件。\n一、主动公开\n情况良好。 二、总体情况"
}'; } >glued.txt
"$nianbao" lint --format=json glued.txt >out.json 2>err
least 'findings of one rule' 1000 "$(grep -o '"rule": "NB[0-9]*"' out.json | sort | uniq -c | sort -n | tail -n 1 | sed 's/ *\([0-9]*\) .*/\1/')"
"$nianbao" lint glued.txt >out 2>&1
if ! grep -Eq '[0-9]{3,} more of this kind are not listed' out; then
    failures=$((failures + 1))
    echo 'FAIL: nothing says how many findings are not listed'
fi
"$nianbao" lint --format=html glued.txt >out.html 2>err
least 'bytes of the page of findings' 6000000 "$(wc -c <out.html)"

# Numbers of persons are covered wherever a finding shows them, those of which none is listed, too.
{ cat "$example" && awk 'BEGIN { print "七、其他情况"; for (i = 0; i < 1500; i++) print "联系人张三，电话13812345678。" (i < 1000 ? "" : "情况良好，，重复。。") }'; } >persons.txt
for format in text html; do
    "$nianbao" lint --format=$format persons.txt >out 2>err
    if grep -q 13812345678 out || [ "$(grep -c '138\*\*\*\*\*\*78' out)" -lt 1000 ]; then
        failures=$((failures + 1))
        echo "FAIL: numbers of persons are not all covered as $format"
    fi
done

# 1 MiB of separators in one line, of several kinds, in 250 MB of address space, of which a small report needs 60.
for separator in '\t' ',' '|' ' '; do
    { cat "$example" && awk -v s="$separator" 'BEGIN { for (i = 0; i < 1048576; i++) printf "%s", s; print "" }'; } >line.txt
    (ulimit -v 250000 && "$nianbao" lint --format=json line.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: a line of '$separator' takes too much memory"
        head -n 3 err
    fi
done

# 120,000 labels with what may be a page mark or a row behind each: 0.2 s, once more than two minutes.
{ head -n 3 "$example" && printf '二、主动公开政府信息情况\n' && yes '规章
— 1 —' | head -n 240000; } >marks.txt
(ulimit -t 5 && "$nianbao" lint --format=json marks.txt >out 2>err)
if [ $? -gt 1 ]; then
    failures=$((failures + 1))
    echo 'FAIL: page marks behind labels take too long'
fi

# 300,000 empty lines between two rows of a ruled table: 0.1 s, once more than a minute.
{ head -n 3 "$example" && printf '二、主动公开政府信息情况\n  ---- ----\n  甲   乙\n' && yes '' | head -n 300000 && printf '  丙   丁\n\n  ---- ----\n'; } >ruled.txt
(ulimit -t 2 && "$nianbao" lint --format=json ruled.txt >out 2>err)
if [ $? -gt 1 ]; then
    failures=$((failures + 1))
    echo 'FAIL: empty lines in a ruled table take too long'
fi

# 600 KB of what may begin something and never does, or of dates without a stop, take time in proportion: 0.1 s, once 3 to 1,000.
for unit in '@' '#' '…' '《' '（一）' '2099年3月2日' '2020年的事，' '2月29日' '1%' 'http://。'; do
    { head -n 3 "$example" && printf '一、总体情况\n' && yes "$unit" | head -c 600000 | tr -d '\n' && echo; } >run.txt
    (ulimit -t 2 && ulimit -v 250000 && "$nianbao" lint --format=json run.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: a line of '$unit' takes too much time or memory"
    fi
done

# So does one label side by side and below itself: 150 KB, 0.1 s, once 5.
{ cat "$example" && echo '二、主动公开政府信息情况' && yes '自然人    自然人    自然人    自然人    自然人' | head -n 2300; } >run.txt
(ulimit -t 2 && "$nianbao" convert --force --quiet run.txt >out 2>err)
if [ $? -gt 1 ]; then
    failures=$((failures + 1))
    echo 'FAIL: labels side by side and below themselves take too long'
fi

# So do 500 KB of quantities, in sentences or in one: 0.2 s, once 5.
for stop in '。' '，'; do
    yes "全年收到政府信息公开申请12件，办结10件$stop" | head -n 8500 | tr -d '\n' >facts.txt
    { sed '/^二、/,$d' "$example" && cat facts.txt && echo && sed -n '/^二、/,$p' "$example"; } >run.txt
    (ulimit -t 2 && "$nianbao" lint --quiet run.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: quantities with '$stop' between them take too long"
    fi
done

# So do comments that waive something, and those that nothing closes (once 7 s).
for unit in '<!-- nianbao: off row-total an audit -->' '<!-- nianbao:'; do
    { cat "$example" && yes "$unit" | head -n 30000; } >run.txt
    (ulimit -t 2 && "$nianbao" lint --quiet run.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: comments '$unit' take too much time"
    fi
done

# So do 20,000 lines that are the same: rows that have lost their labels, a list whose first column is empty, a row of quoted cells without end, a head without end, cells in quotation marks that others open, commas that part no cells, columns that
# the form does not have over each row, rows of an across table without its labels, pairs of a column and a sign of nothing without a row (once 4 to 60 s, or 1.4 GB).
for unit in '其他\n规章\n1.属于国家秘密\n行政复议\n行政许可' '\t其他\t12件' '1,","甲：' '信息内容\t"1' '1,234"\t"0' '2022年,"自然人,"甲' '行政复议\n（一）予以公开\n行政复议\n12件\n总计' \
    '总计\t行政许可\n1 | 2022年\n/\n（一）予以公开\n\n1,234\n12件\n甲' '自然人—'; do
    { head -n 3 "$example" && printf '三、收到和处理政府信息公开申请情况\n' && yes "$(printf "$unit")" | head -n 20000; } >run.txt
    (ulimit -t 2 && ulimit -v 250000 && "$nianbao" convert --force --quiet run.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: lines of '$unit' take too much time or memory"
    fi
done

# So do lines between two rows: without tabs where the rows have them, as cells of a table copied from a browser, empty but for a
# tab, or bars (once 3 to 14 s).
between() {
    { head -n 3 "$example" && printf "三、收到和处理政府信息公开申请情况\n$1\n" && yes "$(printf "$2")" | head -n "$3" && printf "$4\n"; } >run.txt
    (ulimit -t 2 && "$nianbao" convert --force --quiet run.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: lines '$2' between rows take too long"
    fi
}
between '信息内容\t本年制发件数' '效件数"' 20000 '规章\t3'
between '' '2．重复申请\n\n\t\n\n\n44' 42000 '\t\n0'
between '自然人\t\n总计\t\n1.属于国家秘密\t\n1\t\n1\t' '\t' 60000 '2.其他\t\n1\t\n1\t'
between '' '\n |\n主办：甲教育局' 20000 ''

# 30,000 tables that captions set aside between the rows of one, and 20,000 that paragraphs part in a worksheet (0.4 s, once 6).
page='<html><body><p>汪河县档案局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>'
row='<tr><td>规章<td>4<td>1<td>37'
sheet='<tr><td>一、总体情况<td><td><tr><td>二、主动公开政府信息情况<td><td><tr><td>三、收到和处理政府信息公开申请情况<td><td>'
{ echo "$page" && yes "<tr><td colspan=4>2021年$row" | head -n 30000; } >aside.html
{ echo "$page$sheet" && yes "<tr><td>另有说明<td><td>$row" | head -n 20000; } >sheet.html
# 30,000 lines in a cell that have the letters of many labels, in another order (0.8 s, once 7).
{ echo "$page<tr><td>信息内容<td>本年制发件数" && awk 'BEGIN { for (i = 0; i < 30000; i++) print "<p>表" i "<sup>1</sup>信息内容" }'; } >near.html
# 60,000 lines that are the same and near to no label, each of which is compared a dozen times (0.1 s, once 13).
{ echo "$page<tr><td>信息内容<td>本年制发件数" && yes '<p>注1' | head -n 60000; } >same.html
# 150,000 lines of two words in a cell, each of which could begin a table (0.3 s, once 10).
{ echo "$page<tr><td>信息内容<td>本年制发件数" && yes '<p>甲 乙' | head -n 150000; } >words.html
# 60,000 tables with the same head, one behind the other (0.9 s, once 10), and 40,000 rows above and below a head that comes again (0.3 s, once 6).
head='<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数'
{ echo "${page%<table>}" && yes "<table>$head$row</table>" | head -n 60000; } >heads.html
{ echo "$page$head" && yes "$row" | head -n 40000 && echo "$head" && yes '<tr><td>行政许可<td>4<td><td>' | head -n 40000; } >halves.html
for file in aside.html sheet.html near.html same.html words.html heads.html halves.html; do
    (ulimit -t 4 && "$nianbao" convert --force --quiet "$file" >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: $file takes too much time"
    fi
done

# 80,000 articles of a report printed again and again (convert 0.5 s, lint 0.8 s, once lint took more than 2 s and convert of twice the text minutes).
yes '某县审计局2022年政府信息公开工作年度报告
一、总体情况
本单位认真落实条例要求，全年没有收到申请。
三、收到和处理政府信息公开申请情况
新收申请 3' | head -n 200000 >joined.txt
for command in 'convert --force' lint; do
    (ulimit -t 2 && "$nianbao" $command --quiet joined.txt >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo "FAIL: $command of very many articles takes too much time"
    fi
done

# A block of heads set with spaces, each a band of its own, keeps the labels of each once (22 MB, once 360).
{ head -n 3 "$example" && printf '三、收到和处理政府信息公开申请情况\n' && yes '结果维持  甲  结果维持  其他  1。' | head -n 1900; } >run.txt
(ulimit -v 150000 && "$nianbao" convert --force --quiet run.txt >out 2>err)
if [ $? -gt 1 ]; then
    failures=$((failures + 1))
    echo 'FAIL: heads set with spaces take too much memory'
fi

# Rows whose labels are all misspelt, a cell a line, with fewer values than columns: each row is cut once (once 20 GB).
{ printf '汪河县档案局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人\n总计\n1.属于国家秘密\n1\n1\n' && awk 'BEGIN {
    for (i = 0; i < 12000; i++) print "4.保护第三方合法杈益\n1\n1\n7.属于行政执法案巻\n1\n0" }'; } >near.txt
(ulimit -v 300000 && "$nianbao" convert --quiet near.txt >out 2>err)
if [ $? -gt 1 ]; then
    failures=$((failures + 1))
    echo 'FAIL: rows with misspelt labels take too much memory'
    head -n 3 err
fi

# 900,000 filled cells in rows of nine take half of that (2.0 MB of input; 51 MB, once 150); more than 1,000,000 are refused in one line.
cells() {
    cat "$example" && awk -v rows="$1" 'BEGIN { for (i = 0; i < rows; i++) print "甲\t1\t2\t3\t4\t5\t6\t7\t8" }'
}
cells 100000 >cells.txt
(ulimit -v 130000 && "$nianbao" convert -t ndjson cells.txt >out 2>err)
if [ $? -gt 1 ] || [ "$(grep -o '"raw":"8"' out | wc -l)" -lt 100000 ]; then
    failures=$((failures + 1))
    echo 'FAIL: 900,000 cells take too much memory, or are not all there'
    head -n 3 err
fi
# That is so whatever the last cell that is read is: in the middle of a row, its first, or one in a last column that is empty.
for row in '1\t2\t3\t4\t5\t6\t7\t8' '1\t2\t3\t4\t5\t6\t7\t8\t9' '1\t2\t3\t4\t5\t6\t7\t8\t'; do
    { cat "$example" && yes "$(printf "甲\t$row")" | head -n 120000; } >cells.txt
    "$nianbao" convert -t ndjson cells.txt >out 2>err
    if [ $? -ne 2 ] || [ "$(wc -l <err)" -ne 1 ] || ! grep -q 'tables of more than 1000000 cells' err; then
        failures=$((failures + 1))
        echo "FAIL: more than 1,000,000 cells in rows of $row are not refused in one line"
    fi
done

# Rows of two short cells take least input for a row (200,000: 29 MB, once 46), and of 4,500,000 cells none are kept beyond the most
# that are read (42 MB, once 176).
peak() {
    python3 -c 'import resource, subprocess, sys
subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$nianbao" ${2:-convert -t ndjson} -j1 "$1"
}
if command -v python3 >out; then
    { cat "$example" && yes "1$(printf '\t')2" | head -n 200000; } >pairs.txt
    least 'KiB for 200,000 rows of two cells' 29000 "$(peak pairs.txt)"
    { cat "$example" && yes "甲$(yes "$(printf '\t')1" | head -n 900 | tr -d '\n')" | head -n 5000; } >wide.txt
    least 'KiB for more cells than are read' 44000 "$(peak wide.txt)"
    { head -n 6 "$example" && yes '单位：件' | head -n 40000; } >short.txt
    least 'KiB for 40,000 paragraphs of one line' 14600 "$(peak short.txt)"
    # 4 MiB of prose (22,000, 22,000 and 27,800; once 91,000, 40,800 and 101,000).
    prose='各单位认真落实条例要求，扎实推进政务公开，不断完善工作制度，及时回应社会关切。'
    { head -n 6 "$example" && yes "$prose" | head -n 34000; } >prose.txt
    least 'KiB for 4 MiB of prose in lines' 23500 "$(peak prose.txt)"
    # With all rules, each of which gives back its copy of all prose (30,200; once 50,000). Lines that count are a page's and no prose.
    { head -n 6 "$example" && awk -v prose="$prose" 'BEGIN { for (i = 0; i < 34000; i++) print "第" i * 7919 % 34000 "处，" prose }'; } >numbered.txt
    least 'KiB for 4 MiB of prose with all rules' 32000 "$(peak numbered.txt 'lint --format=json')"
    { head -n 6 "$example" && yes "$prose" | head -n 34000 | tr -d '\n'; } >prose.txt
    least 'KiB for 4 MiB of prose in one line' 23500 "$(peak prose.txt)"
    { printf '<html><meta charset=utf-8><body>' && head -n 6 "$example" | sed 's/.*/<p>&<\/p>/' && yes "<p>$prose</p>" | head -n 32000; } >prose.html
    least 'KiB for 4 MiB of prose as a page' 29500 "$(peak prose.html)"
    # Prose that counts something with each breath, every other clause a fact, and a list of headings (42,200 and
    # 34,500; once 62,500 and 42,700).
    { head -n 6 "$example" && yes '全年收到政府信息公开申请12件，办结10件。' | head -n 70000; } >dense.txt
    least 'KiB for 4 MB of prose that counts' 44500 "$(peak dense.txt)"
    { head -n 6 "$example" && yes '1.主动公开情况' | head -n 190000; } >heads.txt
    least 'KiB for 4 MB of headings' 36500 "$(peak heads.txt)"
    # A report in bars printed again and again, 4 MB: a text that is read through another keeps its bytes (35,700; once 43,500).
    for i in $(seq "$((4000000 / $(wc -c <"$bars")))"); do cat "$bars"; done >again.txt
    least 'KiB for 4 MB of a report in bars again and again' 37500 "$(peak again.txt)"
    # And in lines, of which each is 24 bytes (30,500; once 41,200).
    for i in $(seq "$((4000000 / $(wc -c <"$example")))"); do cat "$example"; done >again.txt
    least 'KiB for 4 MB of a report in lines again and again' 32500 "$(peak again.txt)"
    # And in columns, which are read where they stand (37,400; once 51,700).
    columns=${example%/*}/nanxiu-2022.txt
    for i in $(seq "$((4000000 / $(wc -c <"$columns")))"); do cat "$columns"; done >again.txt
    least 'KiB for 4 MB of a report in columns again and again' 39500 "$(peak again.txt)"
    # 880,000 bound cells in 110,000 rows of a form (54,800; once 98,600).
    { head -n 3 "$example" && awk 'BEGIN {
        print "三、收到和处理政府信息公开申请情况"
        split("1.属于国家秘密 3.危及“三安全一稳定” 2.其他法律行政法规禁止公开 7.属于行政执法案卷", labels, " ")
        for (i = 0; i < 110000; i++) print labels[i % 4 + 1] "\t" i % 10 "\t1\t2\t3\t4\t5\t6"
    }'; } >rows.txt
    least 'KiB for 110,000 rows of a form' 57500 "$(peak rows.txt)"
fi

# 100 pages of prose in a PDF, none of which begins with a head (0.6 s, once 16).
if [ -x "$(dirname "$nianbao")/nianbao-pdf" ] && command -v python3 >out; then
    python3 - >prose.pdf <<'END'
import sys
pages, out, at = 100, b"%PDF-1.4\n", []
def add(body):
    global out
    at.append(len(out)); out += b"%d 0 obj\n%s\nendobj\n" % (len(at), body)
text = b"BT /F 10 Tf 13 TL 60 780 Td" + b" (%s) Tj T*" % (b"abcdefghij " * 6) * 45 + b" ET"
add(b"<< /Type /Catalog /Pages 2 0 R >>")
add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % (5 + i) for i in range(pages))))
add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
for _ in range(pages):
    add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 3 0 R >> >> >>")
xref = len(out)
out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, xref)
sys.stdout.buffer.write(out)
END
    (ulimit -t 5 && "$nianbao" convert --force --quiet prose.pdf >out 2>err)
    if [ $? -gt 1 ]; then
        failures=$((failures + 1))
        echo 'FAIL: pages of prose in a PDF take too much time'
    fi
fi

# Nor do 300,000 lines of a stream that are no reports: each is a result and a line of standard error, and none is kept for long.
yes '{"text":"x"}' | head -n 300000 >bad.ndjson
(ulimit -v 100000 && "$nianbao" convert -j1 -f ndjson bad.ndjson >out 2>err)
if [ $? -ne 2 ] || [ "$(wc -l <out)" -ne 300000 ] || [ "$(wc -l <err)" -ne 300000 ]; then
    failures=$((failures + 1))
    echo 'FAIL: lines of a stream that are no reports take memory'
    tail -n 1 err
fi
[ "$failures" -eq 0 ] && echo "bounds.sh: all good"
exit "$((failures > 0))"
