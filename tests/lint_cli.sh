#!/bin/sh
# nianbao lint on the command line: statuses, switches, waivers, colour, languages.
program=$(pwd)/nianbao
draft=$(cd "$srcdir" && pwd)/tests/lint/draft.txt
base=$(cd "$srcdir" && pwd)/tests/lint/base.txt
. "$srcdir/tests/says.sh"
folder=$(mktemp -d) && cd "$folder" || exit 1
trap 'rm -rf "$folder"' EXIT
unset LANGUAGE LC_ALL LC_MESSAGES LANG NO_COLOR
status=0

cp "$draft" draft.txt && cp "$base" base.txt || exit 1
mkdir 2022 && cp draft.txt 2022/
expect 0 '!:' "$program" lint base.txt
expect 1 'errors: 4, warnings: 6, notes: 3, waived: 0' "$program" lint draft.txt
expect 1 '<stdin>:3:27: warning' "$program" lint - < draft.txt
expect 2 'no such rule' "$program" lint --disable=nonsense draft.txt
expect 2 'unknown level' "$program" lint --fail-on=loud draft.txt
expect 2 'unknown output format' "$program" lint --format=pdf draft.txt
expect 2 'unknown language' "$program" lint --lang=fr draft.txt
expect 2 'missing.txt' "$program" lint missing.txt draft.txt
expect 0 '[row-total]' "$program" lint --verbose --fail-on=never draft.txt
expect 1 '[number-space]' "$program" lint --fail-on=note draft.txt
expect 0 '![' "$program" lint --disable=all draft.txt
expect 0 'notes: 1,' "$program" lint --disable=all --enable=NB605 draft.txt
expect 1 '!document-number' "$program" lint --disable=document-number,NB601 draft.txt

# A row that is called as no row of the form is, and rows that are missing side by side.
sed 's/(一)予以公开/公开的/' base.txt > renamed.txt
expect 0 '“公开的” is no label of the form; by its place the row is' "$program" lint --fail-on=never renamed.txt
sed '/国家秘密/,/三安全/d' base.txt > shorter.txt
expect 1 '3 rows are missing, from “1.属于国家秘密” to' "$program" lint shorter.txt

# A sentence of last year and a plan for this one do not make the title wrong.
sed 's/^各单位/2021年举办座谈会3次。&/; s/^2023年,县政府办将/2022年底前聘请监督员,将/' base.txt > stale.txt
expect 1 'errors: 2, warnings: 0' "$program" lint stale.txt

# No year and no table: which form to expect nothing tells, but none is there.
printf '会议纪要\n没有表。\n' > minutes.txt
expect 1 '[table-missing]' "$program" lint --force minutes.txt

# A paragraph that says three sentences again points to the first of them: by their hashes it was the second.
said='全年举办政策解读会,请专家为用水户讲解水价改革的办法和步骤。全年在门户网站公布水利工程的建设进度和资金使用情况,接受群众监督。'
printf '青石县水利局2022年政府信息公开工作年度报告\n一、总体情况\n%s\n%s\n' "$said" "$said" > again.txt
expect 0 '{"line": 3, "column": 1, "place": null, "message": "first said here"}' \
	"$program" lint --force --fail-on=never --format=json --enable=repeated-passage again.txt

# Waivers: for all files, for some, from another place; with a reason, or not at all.
printf 'row-total off the register is being audited\n[2022/]\ndocument-number off as printed\n' > .nianbao-lint
expect 1 'waived: 1' "$program" lint draft.txt
expect 1 'waived: 2' "$program" lint 2022/draft.txt
expect 1 'waived: 0' "$program" lint --no-config draft.txt
expect 1 'the register is being audited' "$program" lint --format=sarif draft.txt
expect 1 '"waived": true' "$program" lint --format=json draft.txt
printf 'row-total note still being audited\nrow-missing note new office\nbalance note .\nreview-total note .\nnot-a-number warning .\n' > lower
expect 0 'lowered: still being audited' "$program" lint --verbose --config=lower draft.txt
expect 1 '' "$program" lint --config=lower --fail-on=warning draft.txt
# A reason may be any bytes; documents are UTF-8.
printf 'row-total off \377\nrow-missing note ok\n' > bytes
expect 1 'xff' "$program" lint --format=sarif --config=bytes draft.txt
printf '# why\nrow-total off\n' > bad
expect 2 'bad: line 2: a waiver needs a reason' "$program" lint --config=bad draft.txt
printf 'row-total error because\n' > bad
expect 2 'line 1: the level must be' "$program" lint --config=bad draft.txt
printf 'sum off because\n' > bad
expect 2 'line 1: no such rule' "$program" lint --config=bad draft.txt
expect 2 'nowhere' "$program" lint --config=nowhere draft.txt

# Patterns of files, blanks, what is quoted: how many findings of 2022/draft.txt each waives.
while IFS='|' read -r waived lines; do
	printf "$lines" > patterns
	expect 1 "waived: $waived" "$program" lint --config=patterns 2022/draft.txt
done <<'END'
1|[2022/*.txt]\nrow-total off why
1|[draft.txt]\nrow-total off why
1|[*/draft.txt]\t \n  row-total\toff why \r\n# a remark\n\n
1|[2022/]\nrow-total off why
0|[2021/]\nrow-total off why
0|[dra]\nrow-total off why
0|row-total "no such words" off why
0|row-total “无此字样” off why
1|row-total warning why\ndocument-number off why
END
for lines in '[' '[]' '[x' 'row-total "open off why' 'row-total "" off why' 'row-total “” off why'; do
	printf '%s\n' "$lines" > patterns
	expect 2 'patterns: line 1: ' "$program" lint --config=patterns draft.txt
done
cp 2022/draft.txt above.txt
printf 'row-total off why\n' > folder-of-waivers
expect 1 'waived: 1' "$program" lint --config="$PWD/folder-of-waivers" - < above.txt

# Each option of reading and of what is shown.
for option in -j2 --from=text --encoding=UTF-8 --max-size=1M --force --color=never --color=auto --color=always --lang=zh --lang=en --fail-on=error; do
	expect 1 ' ' "$program" lint $option draft.txt
done
# Colour and languages.
escape=$(printf '\033')
expect 1 "!$escape" "$program" lint draft.txt
expect 1 "$escape" "$program" lint --color=always draft.txt
# The place of a finding covers a number whole, also where its words would be cut.
sed 's/县政府办主要抓/,,联系人李明13912345678,&/' base.txt > person.txt
expect 1 '李＊139******78' "$program" lint --lang=zh --format=html person.txt
expect 1 '!1391' "$program" lint --lang=zh --format=html person.txt
expect 1 '!139*****6' "$program" lint --lang=zh --format=html person.txt
# Quotation marks within quotation marks are single ones.
sed 's/^\(3.危及“三安全一稳定”\)\t0/\1\t4/' base.txt > quoted.txt
expect 1 '“3.危及‘三安全一稳定’”' "$program" lint --lang=zh quoted.txt
# Columns are named as the draft prints them, on one line, over empty cells, too; where it prints no label, as the form does.
fees='本年收费金额(单位:万元)'
sed "s/$fees/本年收费总金额（单位：万元）/; s/^\(行政事业性收费\)\t.*/\1\t/" base.txt > fees.txt
expect 0 '“本年收费总金额（单位：万元）”列是空的' "$program" lint --lang=zh fees.txt
printf '<h1>青石县2022年政府信息公开工作年度报告</h1><table><tr><td>信息内容<td>本年收费<br>总金额（单位：<p>万元）<tr><td>行政事业性收费<td>无</table>' > fees.html
expect 1 '“行政事业性收费”行“本年收费总金额（单位：万元）”列：应填数字' "$program" lint --lang=zh fees.html
printf '<h1>青石县2022年政府信息公开工作年度报告</h1><table><tr><td>信息内容<td>备<br>考<td>本年收费金额<tr><td>行政事业性收费<td>无<td>0</table>' > fees.html
expect 1 '规定格式中没有“备考”列' "$program" lint --lang=zh fees.html
sed "s/$fees//; s/^\(行政事业性收费\)\t.*/\1\t无/" base.txt > fees.txt
expect 0 '“行政事业性收费”行“本年收费金额（单位：万元）”列：应填数字' "$program" lint --lang=zh fees.txt
expect 0 "“行政事业性收费”, $fees: “无” stands" "$program" lint fees.txt
expect 1 '发文字号' "$program" lint --lang=zh draft.txt
expect 1 '发文字号' env LANG=zh_CN.UTF-8 "$program" lint draft.txt
expect 1 'document number' env LANG=zh_CN.UTF-8 "$program" lint --lang=en draft.txt
expect 1 'document number' env LC_ALL=C LANG=zh_CN.UTF-8 "$program" lint draft.txt
expect 0 '检查内容' "$program" explain --lang=zh outcome-total

# The status only; how far it is; documents are written all the same.
expect 1 '!:' "$program" lint --quiet draft.txt
expect 0 '!:' "$program" lint --quiet base.txt
expect 2 'missing.txt' "$program" lint --quiet missing.txt
expect 1 '"findings"' "$program" lint --quiet --format=json draft.txt
expect 1 '!:' "$program" lint --quiet -o quiet.text draft.txt
grep -q NB602 quiet.text || grep -q document-number quiet.text || { echo 'quiet.text was not written'; status=1; }
expect 1 'inputs: 2, failed: 0, findings: 13, seconds' "$program" lint --progress=always draft.txt base.txt
expect 2 'inputs: 2, failed: 1,' "$program" lint --progress=always missing.txt draft.txt
expect 1 '!seconds' "$program" lint draft.txt
expect 1 '!seconds' "$program" lint --quiet draft.txt
expect 1 'seconds' "$program" lint --quiet --progress=always draft.txt
expect 2 'none of auto, always, never' "$program" lint --progress=soon draft.txt

# What is said: a percentage as exactly as it is written; negative numbers in brackets; no number that is suggested for itself; one
# finding for a column that is lost in each row.
sed 's/^(七)总计.*/(七)总计	9	2	0	0	1	0	\//' base.txt > total.txt
expect 1 'the sum is 12 [total-missing]' "$program" lint total.txt
sed 's/比上年增加12%/比上年的2200条增加12%/' base.txt > percent.txt
expect 0 'the numbers make 5%, the sentence says 12%' "$program" lint percent.txt
sed 's/^二、上年结转.*/二、上年结转政府信息公开申请数量	-3	0	0	0	0	0	-3/' base.txt > negative.txt
expect 1 '= 10 + (-3) = 7,' "$program" lint --verbose negative.txt
sed 's/^行政许可	8215/行政许可	8,21/' base.txt > comma.txt
expect 1 '“8,21” is not a number [' "$program" lint comma.txt
awk -F '\t' -v OFS='\t' '/^三、收到/ { on = 1 } /^四、政府/ { on = 0 } on && NF == 8 { $1 = $1; print $1, $2, $3, $4, $6, $7, $8; next } 1' base.txt |
	tr '\t' '\n' > column.txt
expect 0 'errors: 0, warnings: 1,' "$program" lint --disable=prose-table column.txt
# The same for a row whose label stands in a value, and for two columns.
sed 's/^3.危及.*/3.危及“三安全一稳定”\t\t\t\t\t\t\t4.保护第三方合法权益1/; /^4.保护第三方/d' base.txt > glued.txt
expect 1 'errors: 1,' "$program" lint glued.txt
awk -F '\t' -v OFS='\t' '/^三、收到/ { on = 1 } /^四、政府/ { on = 0 } on && NF == 8 { print $1, $2, $3, $6, $7, $8; next } 1' base.txt |
	sed 's/科研机构\t//; s/社会公益组织\t//' > two.txt
expect 0 'warnings: 1,' "$program" lint --disable=prose-table two.txt

# A file is written whole or not at all.
expect 1 '!nianbao:' "$program" lint --format=html -o page.html draft.txt
grep -q '</html>' page.html || { echo 'page.html is not whole'; status=1; }
expect 2 'missing.txt' "$program" lint --format=json -o page.html missing.txt
grep -q '</html>' page.html || { echo 'page.html was overwritten'; status=1; }
exit $status
