#!/bin/sh
# Reports beside other reports: last year's, those of a folder, those of subordinate offices; what changed; baselines and waivers of a place.
program=$(pwd)/nianbao
tests=$(cd "$srcdir" && pwd)/tests
base=$tests/lint/base.txt
. "$srcdir/tests/says.sh"
folder=$(mktemp -d) && cd "$folder" || exit 1
trap 'rm -rf "$folder"' EXIT
unset LANGUAGE LC_ALL LC_MESSAGES LANG NO_COLOR
status=0

# write_word: word.docx of draft.txt.
write_word() {
	"$PYTHON" -B - "$tests" draft.txt word.docx << 'END'
import sys
sys.path.insert(0, sys.argv[1])
import drafts
with open(sys.argv[2], encoding="utf-8") as file:
    drafts.write(file.read(), "docx", sys.argv[3])
END
}

# Last year's report: carried out as this year takes over (1), in force what follows (34 + 4 - 1 = 37), its own words.
mkdir series
cp "$base" series/2022.txt
sed -e 's/2022年/@年/g; s/2023年/2022年/g; s/@年/2021年/g' -e "s/^四、结转下年度继续办理.*/四、结转下年度继续办理	1	0	0	0	0	0	1/" \
	-e "s/^(七)总计.*/(七)总计	10	2	0	0	1	0	13/" -e "s/^(一)予以公开	5	1	0	0	0	0	6/(一)予以公开	6	1	0	0	0	0	7/" \
	-e "s/^行政规范性文件.*/行政规范性文件	4	1	34/" \
	-e 's/办结12件,结转下年2件/办结13件,结转下年1件/' -e '/^全年在门户网站公布/s/.*/当年在网站登载动态1900条。/' "$base" > series/2021.txt
expect 0 '!carry-over' "$program" lint --previous=series/2021.txt series/2022.txt
expect 0 '!in-force' "$program" lint --series=series
# Thirteen as last year; ten the year before.
told() { sed "s/申请13件,/申请13件,$1,/" series/2022.txt > told.txt; }
sed 's/^一、本年新收.*/一、本年新收政府信息公开申请数量	8	1	0	0	1	0	10/' series/2021.txt > ten.txt
told 同比增长30%
expect 0 '!growth-mismatch' "$program" lint --previous=ten.txt told.txt
expect 0 'has as many, 13 [growth-mismatch]' "$program" lint --previous=series/2021.txt told.txt
expect 0 '!growth-mismatch' "$program" lint told.txt
told 同比下降30%
expect 0 'this one 13: a rise by 30% [growth-mismatch]' "$program" lint --previous=ten.txt told.txt
told 比上年增加4件
expect 0 'a rise by 3件 [growth-mismatch]' "$program" lint --previous=ten.txt told.txt
told 访问量增长40%
expect 0 '!growth-mismatch' "$program" lint --previous=ten.txt told.txt
# What takes over another number than was carried over is off in its total too, and balances no more: one finding.
sed 's/^二、上年结转.*/二、上年结转政府信息公开申请数量	3	0	0	0	0	0	3/; s/上年结转1件/上年结转3件/' series/2022.txt > over.txt
expect 1 'errors: 1, warnings: 0, notes: 1,' "$program" lint --previous=series/2021.txt over.txt
expect 1 'carry-over, balance' "$program" lint --previous=series/2021.txt over.txt
# A sentence with last year's figures; what an office has may be as many again.
sed 's/留言当日回复/编印简报26期，开展活动31次。公开栏设在12个乡镇、186个村/' series/2021.txt > figures.txt
sed 's/留言当日回复/编印简报26期，开展活动31次。公开栏设在12个乡镇、186个村/' series/2022.txt > again.txt
expect 0 '[stale-figures]' "$program" lint --previous=figures.txt again.txt
sed 's/活动31次/活动32次/' again.txt > other.txt
expect 0 '!stale-figures' "$program" lint --previous=figures.txt other.txt
# So is the sentence that has the number of last year's report.
sed 's/上年结转3件/上年结转1件/; s/^一、本年新收.*/一、本年新收政府信息公开申请数量	8	2	0	0	1	0	11/; s/申请13件/申请11件/' over.txt > told.txt
expect 1 'errors: 1, warnings: 0, notes: 1,' "$program" lint --previous=series/2021.txt told.txt
sed -i "s/^四、结转下年度继续办理.*/四、结转下年度继续办理	2	0	0	0	0	0	2/; s/^一、本年新收.*/一、本年新收政府信息公开申请数量	11	2	0	0	1	0	14/; s/申请13件/申请14件/; s/结转下年1件/结转下年2件/; s/	4	1	34/	4	1	30/" series/2021.txt
expect 1 'carries 2 over into this year, this one takes over 1' "$program" lint --previous=series/2021.txt series/2022.txt
expect 1 '[in-force]' "$program" lint --previous=series/2021.txt series/2022.txt
expect 1 'series/2022.txt' "$program" lint --series=series
expect 1 '[carry-over]' "$program" lint --series=series
expect 0 '!carry-over' "$program" lint series/2022.txt
# A row that was carried over in other columns is one finding; so is a paragraph that was copied with last year's year.
sed 's/^二、上年结转.*/二、上年结转政府信息公开申请数量	0	2	0	0	0	0	2/' series/2022.txt > over.txt
expect 1 'of the same cause' "$program" lint --disable=all --enable=carry-over --previous=series/2021.txt over.txt
expect 1 'errors: 1,' "$program" lint --disable=all --enable=carry-over --previous=series/2021.txt over.txt
own='2021年,县档案馆会同县融媒体中心把十二个乡镇的目录重新核对了一遍,漏登的补登,错登的更正。'
sed -E "s/^(全年|当年|各单位|“青石|县政府办主要|一些|2022年,县|2021年,青石县).*/情况平稳。/; s/^\(五\)监督保障/$own\n&/" series/2021.txt > copied-old.txt
sed "s/^(五)监督保障/$own\n&/" series/2022.txt > copied-new.txt
expect 0 'errors: 0, warnings: 1, notes: 0' "$program" lint --disable=all --enable=stale-year,copied-prose --previous=copied-old.txt copied-new.txt
# So is one with a number that was true last year.
own='县档案馆会同县融媒体中心把十二个乡镇的目录重新核对了一遍,漏登的补登。现行有效的行政规范性文件30件。'
sed "s/^(五)监督保障/$own\n&/" series/2021.txt > copied-old.txt
sed "s/^(五)监督保障/$own\n&/" series/2022.txt > copied-new.txt
expect 0 'errors: 0, warnings: 1, notes: 0' "$program" lint --disable=all --enable=prose-table,copied-prose --previous=copied-old.txt copied-new.txt
expect 1 '!balance' "$program" lint --previous=series/2021.txt series/2022.txt
# A year that is not the year before is not compared; another agency is, and is named.
expect 2 'names one on 2022, not on 2020' "$program" lint --previous=series/2022.txt series/2021.txt
sed 's/青石县/红岩县/g' series/2021.txt > other.txt
expect 1 'names one of 红岩县' "$program" lint --previous=other.txt series/2022.txt
# Folders in the folder; a report without its predecessor is named.
mkdir -p years/2021 years/2022
cp series/2021.txt years/2021/a.txt && cp series/2022.txt years/2022/b.txt && sed 's/青石县/红岩县/g' "$base" > years/2022/c.txt
expect 1 '[carry-over]' "$program" lint --series=years
expect 1 'years/2022/c.txt: the folder has no report of this agency on 2021' "$program" lint --series=years
expect 1 '!a.txt: the folder' "$program" lint --series=years
expect 2 'No such file' "$program" lint --series=nowhere
expect 2 'nowhere.txt' "$program" lint --previous=nowhere.txt series/2022.txt

# A paragraph taken over, with last year's year in it.
long='县政府办公室会同各乡镇逐项核对目录并在网站登载说明,组织窗口人员到村里讲解申请的办法和答复的期限,收集群众的意见一百余条并逐条答复。'
cp series/2022.txt this.txt && cp series/2021.txt last.txt
sed -i "s/^(五)监督保障/2021年,$long\n&/" this.txt last.txt
expect 1 '[stale-year]' "$program" lint --previous=last.txt this.txt
expect 1 '[copied-prose]' "$program" lint --previous=last.txt this.txt
# With a word changed behind the year, and a sentence of its own: that it opens with the wrong year follows.
sed "s/2021年,县政府办公室/2021年,县数据局/; s/并逐条答复。/&另外请了两位老师。/" this.txt > edited.txt
expect 1 '[stale-year]' "$program" lint --previous=last.txt edited.txt
expect 1 '!: error: the report says 2021' "$program" lint --previous=last.txt edited.txt
expect 1 '[copied-prose]' "$program" lint --previous=last.txt edited.txt
sed -i "s/2021年,$long/2022年,乡镇自行改写了说明的全部内容。/" this.txt
expect 1 '!stale-year' "$program" lint --previous=last.txt this.txt

# The level above: two offices make the summary, or do not.
mkdir parts
for office in 1 2; do sed 's/青石县/青石县第'$office'局/; s/行政处罚	614/行政处罚	307/' "$base" > parts/$office.txt; done
expect 0 '[parts-sum]' "$program" lint --parts=parts "$base"
expect 0 '!行政处罚' "$program" lint --parts=parts "$base"
expect 0 'the 2 reports of the offices add up to 20, this one says 10' "$program" lint --parts=parts "$base"
# Of another year, or of one office twice: told, and not counted.
cp -r parts sundry && cp parts/2.txt sundry/twice.txt && sed 's/2022年/2021年/g; s/青石县/青石县第3局/' "$base" > sundry/old.txt
expect 0 'sundry/old.txt: the report is on 2021, the summary on 2022' "$program" lint --parts=sundry "$base"
expect 0 'sundry/twice.txt: a second report of this agency, beside sundry/2.txt' "$program" lint --parts=sundry "$base"
expect 0 'the 2 reports of the offices add up to 20' "$program" lint --parts=sundry "$base"
mkdir twice && cp "$base" twice/a.txt && cp "$base" twice/b.txt
expect 0 'twice/b.txt: a second report of this agency on this year, beside twice/a.txt' "$program" lint --series=twice
# What a sum lacks is a failure: a part that is none, a folder that cannot be opened, here as its path is too long.
mkdir lacking && cp parts/*.txt lacking && : > lacking/empty.txt
expect 2 'lacking/empty.txt: the file is empty' "$program" lint --parts=lacking "$base"
expect 2 '[parts-sum]' "$program" lint --parts=lacking "$base"
rm lacking/empty.txt && "${PYTHON:-python3}" -c 'import os
os.chdir("lacking")
for i in range(25):
    os.mkdir("x" * 200)
    os.chdir("x" * 200)'
expect 2 'xxx: File name too long' "$program" lint --parts=lacking "$base"
expect 2 'xxx: File name too long' "$program" lint --series=lacking
# A folder with nothing to compare with is not taken for agreement.
mkdir none && expect 2 'none: the folder has no report' "$program" lint --parts=none "$base"
expect 2 'none: the folder has no report' "$program" lint --series=none
cp "$base" none/whole.txt && expect 2 'the folder has no report on 2022 of an office' "$program" lint --parts=none none/whole.txt

# The summary may lie beside its parts; of an office that was left out one finding is made.
cp "$base" parts/whole.txt
expect 0 'the 2 reports of the offices' "$program" lint --parts=parts parts/whole.txt
rm parts/whole.txt
sed -i 's/行政处罚	307/行政处罚	614/' parts/1.txt && sed -i 's/行政处罚	307/行政处罚	7/' parts/2.txt
expect 0 'short by just the report of 青石县第2局' "$program" lint --parts=parts "$base"
expect 0 'errors: 0, warnings: 1, notes: 0' "$program" lint --parts=parts "$base"
sed 's/行政强制	27/行政强制	28/' "$base" > other.txt
expect 0 '!short by just' "$program" lint --parts=parts other.txt

# What changed.
expect 0 '!exit $status' "$program" diff series/2022.txt series/2022.txt
sed 's/^(一)予以公开\t5/（一）予以公开\t6/' "$base" > wide.txt
expect 1 '（一）予以公开 · 自然人: 5 → 6' "$program" diff "$base" wide.txt
expect 1 '30 → 37' "$program" diff series/2021.txt series/2022.txt
expect 1 '"cell": ["disclosure", "normative_documents", "in_force"]' sh -c "'$program' diff --format=json series/2021.txt series/2022.txt | tr -d '\n' | sed 's/  */ /g; s/\[ /[/g; s/ \]/]/g'; '$program' diff --format=json series/2021.txt series/2022.txt > /dev/null"
expect 1 '<del>30</del></td><td><ins>37</ins>' "$program" diff --format=html series/2021.txt series/2022.txt
# What a cell holds instead of a number is shown; a paragraph stands beside the one that it comes from, and only what differs is marked.
sed 's/行政处罚	614/行政处罚	6l4/; s/^2022年,青石县把公开/县里新设了一个专栏。\n&/; s/重点做了/主要做了/' "$base" > changed.txt
expect 1 '614 → 6l4' "$program" diff "$base" changed.txt
expect 1 '<td>2022年,青石县把公开贯穿于各项工作,<del>重点</del>做了以下几件事。</td><td>2022年,青石县把公开贯穿于各项工作,<ins>主要</ins>做了' "$program" diff --format=html "$base" changed.txt
# As text, of a long paragraph only what is beside the change.
sed 's/如有疑问,请与/如对内容有疑问,请与/' "$base" > asked.txt
expect 1 '+ …22年12月31日止。如对内容有疑问,请与青石县人民政…' "$program" diff "$base" asked.txt
expect 1 '<tr><td></td><td><ins>县里新设了一个专栏。</ins></td></tr>' "$program" diff --format=html "$base" changed.txt
expect 1 'scope="rowgroup" lang="zh">主动公开政府信息情况</th>' "$program" diff --format=html "$base" changed.txt
cp "$base" persons.txt && sed -i "s/留言当日回复/由王小明(13912345678,李建国)回复/; s/行政强制\t27/行政强制\t13912345678/" persons.txt
for format in text json html; do
	"$program" diff --format=$format "$base" persons.txt > persons.$format
	grep -E "13912345678|小明|建国" persons.$format && echo "diff --format=$format prints numbers or names of persons" && status=1
	grep -q "139\*\*\*\*\*\*78" persons.$format || { echo "diff --format=$format: no number"; status=1; }
done
expect 2 'two files are needed' "$program" diff series/2021.txt

# Only what is new since an earlier run, though other lines were added.
sed 's/行政处罚	614/行政处罚	6l4/' "$base" > draft.txt
"$program" lint --format=json --fail-on=never draft.txt > known.json
sed -i '1i 来源:青石县政府网\n' draft.txt
expect 0 '!not-a-number' "$program" lint --baseline=known.json draft.txt
sed -i 's/行政强制	27/行政强制	2Z/' draft.txt
expect 1 '2Z' "$program" lint --baseline=known.json draft.txt
expect 1 '!6l4' sh -c "'$program' lint --baseline=known.json draft.txt | grep -v '|'; '$program' lint --baseline=known.json draft.txt > /dev/null"
expect 2 'known.txt' "$program" lint --baseline=known.txt draft.txt

# One place of two is waived, by its words, under the rule's Chinese name.
printf '不是数字 "行政处罚" off the stamp hides a digit\n' > .nianbao-lint
expect 1 'waived: 1' "$program" lint draft.txt
expect 1 '2Z' "$program" lint draft.txt
expect 0 '![not-a-number]' "$program" lint --no-config --disable=不是数字 draft.txt

# The page: findings of one kind are folded behind the first three, the count of each level leads to them, further places are listed.
sed 's/。$/。。/' "$base" > draft.txt
expect 0 'more of this kind: <span class="rule"' "$program" lint --format=html draft.txt
expect 0 '<a href="#r1warning"><b>' "$program" lint --format=html draft.txt
expect 0 'id="r1warning">warning (' "$program" lint --format=html draft.txt
expect 1 '<summary>Further places</summary>' "$program" lint --format=html --previous=last.txt series/2022.txt
expect 0 '!class="legend"' "$program" lint --format=html "$base"
expect 0 '第6行，“' "$program" lint --lang=zh --format=html draft.txt

# A place is waived by a comment beside it, which moves with it: above it or on its line, in text, Markdown and HTML.
sed 's/^(一)予以公开	5/<!-- nianbao: off 疑似笔误 the register is being audited -->\n(一)予以公开	8/; s/年终考核。/年终考核。。<!-- nianbao: note doubled-mark as printed -->/' "$base" > comment.md
expect 1 'errors: 2, warnings: 0, notes: 1, waived: 1' "$program" lint comment.md
expect 1 'lowered: as printed' "$program" lint comment.md
sed -i '1i 来源:青石县政府网\n' comment.md
expect 1 'errors: 2, warnings: 0, notes: 1, waived: 1' "$program" lint comment.md
expect 1 'waived: 0' "$program" lint --no-config comment.md
sed -i 's/疑似笔误/疑似误/' comment.md
expect 2 'comment.md: line 43: no such rule' "$program" lint comment.md
sed 's/年终考核。/年终考核。。/; s/.*/<p>&<\/p>/; s/\(.*年终考核.*\)/<!-- nianbao: off 标点连用 as printed -->\n\n\1/' "$base" > comment.html
expect 0 'waived: 1' "$program" lint --disable=all --enable=标点连用 --force comment.html
sed -i 's/as printed//' comment.html
expect 2 'a waiver needs a reason' "$program" lint --disable=all --enable=标点连用 --force comment.html

# In Word it is a comment in the margin: of a paragraph or of the row of a table. Other comments are people's.
cat > margin.py << 'END'
import re, sys, zipfile
sys.path.insert(0, sys.argv[1])
import drafts, docx_writer
base, says = open(sys.argv[2], encoding="utf-8").read(), sys.argv[4:]
drafts.write(base.replace("年终考核。", "年终考核。。").replace("(一)予以公开\t5", "(一)予以公开\t8"), "docx", "plain.docx")
parts = {name: zipfile.ZipFile("plain.docx").read(name).decode() for name in zipfile.ZipFile("plain.docx").namelist()}
mark = '<w:r><w:commentReference w:id="%d"/></w:r>'
for number, words in enumerate(("年终考核。。", "(一)予以公开")):
    parts["word/document.xml"] = re.sub(r"(<w:t[^>]*>[^<]*%s</w:t></w:r>)" % re.escape(words), r"\1" + mark % number, parts["word/document.xml"])
parts["word/_rels/document.xml.rels"] = docx_writer.relationships([(docx_writer.OFFICE + "/comments", "comments.xml")])
comments = "".join('<w:comment w:id="%d"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:comment>' % one for one in enumerate(says))
parts["word/comments.xml"] = "%s<w:comments %s>%s</w:comments>" % (docx_writer.HEAD, docx_writer.SPACES, comments)
docx_writer.write_zip(sys.argv[3], parts)
END
margin() { "$PYTHON" -B margin.py "$tests" "$base" margin.docx "$@"; }
margin '这里请核对' 'nianbao: off 疑似笔误 台账正在核对'
expect 1 'errors: 2, warnings: 1, notes: 0, waived: 1' "$program" lint margin.docx
margin 'nianbao：不报 标点连用 as printed' 'nianbao: 提示 疑似笔误 台账正在核对'
expect 1 'waived: 1' "$program" lint margin.docx
expect 1 'lowered: 台账正在核对' "$program" lint margin.docx
margin 'nianbao: off 标点 as printed' ''
expect 2 'margin.docx: comment “off 标点 as printed”: no such rule' "$program" lint margin.docx

# A wrong digit is one finding; what follows from it is told on request. Numbers of persons are not printed again.
sed 's/1	0	13$/1	0	31/' "$base" > draft.txt
expect 1 'errors: 1,' "$program" lint draft.txt
expect 1 'of the same cause' "$program" lint draft.txt
expect 1 '[row-total]' "$program" lint --verbose draft.txt
sed 's/(电话:0000-1234567)/(联系人:张小月,手机:13800138000)/' "$base" > draft.txt
for format in text json html sarif; do
	expect 1 '!13800138000' "$program" lint --format=$format draft.txt
done
sed 's/。$/。申请人王秀兰住青石县西园小区5栋2单元301室。/' "$base" > draft.txt
expect 1 '!王秀兰' "$program" lint draft.txt
sed 's/(电话:0000-1234567)/(联系人:张小月,手机:13800138000)/' "$base" > draft.txt
# A Word draft has no lines; the words that lead to a place are covered as the number is.
write_word
for format in text json html sarif; do
	expect 1 '!13800138000' "$program" lint --format=$format word.docx
	expect 1 'personal-data' "$program" lint --format=$format word.docx
done
# In Word a place names row and column; the message does not name them again. A missing row is told at the row before it.
# Rows whose values the sums have placed are one finding.
sed 's/1	0	13$/1	0	31/; /^2.重复申请/d' "$base" > draft.txt
write_word
expect 1 '“总计”列：错误：写作31' "$program" lint --lang=zh word.docx
expect 1 '“1.信访举报投诉类申请”行：错误：缺少“2.重复申请”行，应排在“1.信访举报投诉类申请”行之后' "$program" lint --lang=zh word.docx
sed 's/^(一)予以公开.*/(一)予以公开	5	1	6/; s/^四、结转.*/四、结转下年度继续办理	2	2/' "$base" > draft.txt
expect 0 'errors: 0, warnings: 0, notes: 1' "$program" lint draft.txt
awk -F'	' 'NF == 8 { gsub(/	0/, "") } 1' "$base" > draft.txt
expect 1 'errors: 0, warnings: 1, notes: 0' "$program" lint --fail-on=warning draft.txt
expect 1 'no row has a number in the column “法律服务机构”' "$program" lint --fail-on=warning --verbose draft.txt
sed 's/比上年增加12%。其中.*/其中文件68条、动态41条、其他2211条。/' "$base" > draft.txt
expect 1 '= 68条 + 41条 + 2211条 = 2320' "$program" lint --fail-on=warning draft.txt
for end in '2023年1月18日|2023年1月=落款的日期没有写到日' '^2023年1月18日|=落款没有日期' '^青石县人民政府办公室$|=没有机关名称'; do
	sed "s|${end%=*}|" "$base" > end.txt
	expect 0 "${end#*=}" "$program" lint --lang=zh end.txt
done
# Generated pairs of years and summaries with their parts, in every way of printing.
# A baseline and a waiver by its words hold in Word documents and pages too, when other paragraphs have changed.
for kind in docx html; do
	[ "$PYTHON" ] || continue
	PYTHONPATH=$tests "$PYTHON" -B - "$tests" "$kind" <<-'END'
	import sys, drafts
	base = drafts.base(sys.argv[1], "2019").replace("县档案馆每季", "XX局每季")
	drafts.write(base, sys.argv[2], "old." + sys.argv[2])
	changed = base.replace("全年在门户网站", "各单位互相配合。\n全年在门户网站").replace("抽查一次", "抽查X次")
	drafts.write(changed, sys.argv[2], "new." + sys.argv[2])
	END
	mkdir -p "before" && cp "old.$kind" "before/new.$kind"
	"$program" lint --no-config --format=json -o before.json "before/new.$kind"
	expect 1 '“X” is left over' "$program" lint --no-config --baseline=before.json "new.$kind"
	expect 1 'errors: 1, warnings: 0' "$program" lint --no-config --baseline=before.json "new.$kind"
	echo 'placeholder "XX局每季" off agreed' > words
	expect 1 'errors: 1, warnings: 0, notes: 0, waived: 1' "$program" lint --config=words "new.$kind"
done
[ -z "$PYTHON" ] || "$PYTHON" -B "$tests/series.py" "$program" || status=1
exit $status
