#!/bin/sh
# cli.sh - the command line: bad input, options, files written whole or not at all, exit statuses.
set -u
LC_ALL=C
export LC_ALL
nianbao=$(pwd)/nianbao
sources=$(cd "${srcdir:-.}" && pwd)
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir" || exit 99
failures=0
checks=0

# check NAME STATUS COMMAND...: runs the command with standard output in `out`, standard error in `err`.
check() {
    name=$1 expected=$2
    shift 2
    "$@" >out 2>err
    status=$?
    verify "$name: exit status $status, expected $expected" test "$status" -eq "$expected"
}

# verify MESSAGE COMMAND...: counts a failure, with the message, if the command fails.
verify() {
    message=$1
    shift
    checks=$((checks + 1))
    "$@" && return
    failures=$((failures + 1))
    echo "FAIL: $message"
    sed 's/^/    err: /' err | head -n 5
}

says() { verify "$name: standard error has /$1/" grep -Eq -- "$1" err; }
one_line() { verify "$name: one line on standard error" test "$(wc -l <err)" -eq 1; }
silent() { verify "$name: nothing on standard output" test ! -s out; }

# refused NAME REGEX COMMAND...: bad input gets one line and status 2, and nothing is written.
refused() {
    name=$1 regex=$2
    shift 2
    check "$name" 2 "$@"
    says "$regex"
    one_line
    silent
}

# A report without a fault. rows VALUES: each label of standard input with these values after it, a tab between.
rows() {
    while read -r label; do
        printf '%s\t%s\n' "$label" "$1"
    done
}
{
    cat <<'END'
清溪镇人民政府2021年政府信息公开工作年度报告
一、总体情况
2021年1月1日至2021年12月31日,本镇主动公开信息12条,办理提案08件;依申请公开工作按时办理;政府信息管理责任到人;政府信息公开平台建设稳步推进;监督保障有力。
二、主动公开政府信息情况
第二十条第(一)项
信息内容	本年制发件数	本年废止件数	现行有效件数
END
    printf '规章\n行政规范性文件\n' | rows '0	0	0'
    printf '第二十条第(五)项\n信息内容\t本年处理决定数量\n行政许可\t3\n'
    printf '第二十条第(六)项\n信息内容\t本年处理决定数量\n行政处罚\t0\n行政强制\t0\n'
    printf '第二十条第(八)项\n信息内容\t本年收费金额(单位:万元)\n行政事业性收费\t47.14\n'
    printf '三、收到和处理政府信息公开申请情况\n申请人情况\n'
    printf '\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
    rows '0	0	0	0	0	0	0' <<'END'
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
(一)予以公开
(二)部分公开(区分处理的,只计这一情形,不计其他情形)
1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
6.属于四类过程性信息
7.属于行政执法案卷
8.属于行政查询事项
1.本机关不掌握相关政府信息
2.没有现成信息需要另行制作
3.补正后申请内容仍不明确
1.信访举报投诉类申请
2.重复申请
3.要求提供公开出版物
4.无正当理由大量反复申请
5.要求行政机关确认或重新出具已获取信息
1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
3.其他
(七)总计
四、结转下年度继续办理
END
    printf '四、政府信息公开行政复议、行政诉讼情况\n'
    printf '行政复议\t行政诉讼\n\t未经复议直接起诉\t复议后起诉\n'
    printf '%s' '结果维持	结果纠正	其他结果	尚未审结	总计	'
    printf '%s' '结果维持	结果纠正	其他结果	尚未审结	总计	'
    printf '%s\n' '结果维持	结果纠正	其他结果	尚未审结	总计'
    printf '0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n'
    cat <<'END'
五、存在的主要问题及改进情况
镇里人手不足,今年增加一人。
六、其他需要报告的事项
本年度未收取信息处理费。
END
} >good.txt

check 'a report without a fault' 0 "$nianbao" convert good.txt
verify 'a report without a fault' test ! -s err

# ---- bad input ----
: >empty.txt
head -c 3000 /dev/urandom >binary.bin
printf 'A shopping list: apples, 3 pears.\n' >list.txt
printf '一、总体情况\n好的\377不好\n' >broken.txt
refused 'no such file' '^nianbao: nosuch.txt: No such file' "$nianbao" convert nosuch.txt
refused 'directory' '^nianbao: .*: Is a directory: --recursive' "$nianbao" lint --lang=en .
refused 'empty file' '^nianbao: empty.txt: .*empty' "$nianbao" convert empty.txt
refused 'binary' '^nianbao: binary.bin: ' "$nianbao" convert binary.bin
refused 'no report' '^nianbao: list.txt: ' "$nianbao" convert list.txt
refused 'invalid UTF-8' '^nianbao: broken.txt: .*(2:3|line 2, column 3|2 .*3)' "$nianbao" convert --encoding=UTF-8 broken.txt
refused 'empty standard input' '^nianbao: <stdin>: .*empty' "$nianbao" convert </dev/null
refused 'too large' '^nianbao: good.txt: larger than 10 bytes' "$nianbao" convert --max-size=10 good.txt
refused 'endless' '^nianbao: /dev/zero: larger than 1024 bytes' "$nianbao" convert --max-size=1K /dev/zero
refused 'name with a line break' '^nianbao: no\\x0asuch: No such file' "$nianbao" convert "$(printf 'no\nsuch')"
if [ "$(id -u)" -ne 0 ]; then
    cp good.txt secret.txt && chmod 0 secret.txt
    refused 'no permission' '^nianbao: secret.txt: Permission denied' "$nianbao" convert secret.txt
fi

# ---- output that cannot be written ----
if [ -w /dev/full ]; then
    "$nianbao" convert good.txt >/dev/full 2>err
    status=$?
    name='full disk'
    verify "$name: exit status $status" test "$status" -eq 2
    says '^nianbao: standard output: No space left on device'
    refused 'full disk, -o' '^nianbao: /dev/full: No space left on device' "$nianbao" convert -o /dev/full good.txt
    "$nianbao" schema xml >/dev/full 2>err
    verify 'full disk, schema' test $? -eq 2
fi
refused 'no such folder' '^nianbao: nowhere/x.json: No such file' "$nianbao" convert -o nowhere/x.json good.txt
refused 'output is a folder' '^nianbao: .: Is a directory' "$nianbao" convert -o . good.txt
refused 'output is the input' '^nianbao: good.txt: .*input' "$nianbao" convert -o good.txt good.txt
refused 'output is the input, -O' 'good.txt: .*input' "$nianbao" convert -t text -O . good.txt
name='a file that may not grow'
(ulimit -f 4; "$nianbao" convert -o limited.json good.txt) 2>err
verify "$name" test $? -eq 2
says '^nianbao: limited.json: File too large'
if [ -w /dev/full ] && (ulimit -f 40; "$nianbao" convert -t sqlite -o limited.db good.txt) 2>err; then
    verify 'a database that may not grow' false
fi
verify 'a database that may not grow is none' test ! -e limited.db

# ---- a file is written whole or not at all ----
echo old >old.json
refused 'old file stays' '^nianbao: empty.txt' "$nianbao" convert -o old.json empty.txt
verify 'old file stays' grep -qx old old.json
ln -s old.json link.json
chmod 640 old.json
check 'through a link' 0 "$nianbao" convert -o link.json good.txt
verify 'the link stays' test -L link.json
verify 'the file is replaced' grep -q '"nianbao": 1' old.json
verify 'its mode stays' test "$(stat -c %a old.json)" = 640
mkfifo pipe
cat pipe >from-pipe &
check 'into a pipe' 0 "$nianbao" convert -o pipe good.txt
wait
verify 'into a pipe' cmp -s from-pipe old.json
verify 'no temporary file is left' test -z "$(find . -name '.*.??????')"

# ---- formats ----
for format in json ndjson xml csv; do
    check "-o x.$format" 0 "$nianbao" convert -o "x.$format" good.txt
    check "-t $format" 0 "$nianbao" convert -t $format good.txt
    verify "the ending of x.$format decides" cmp -s out "x.$format"
    cp out again
    check "-t $format, standard input" 0 "$nianbao" convert --to=$format - <good.txt
    sed 's/<stdin>/good.txt/; s/&lt;stdin&gt;/good.txt/' out >out-named
    verify "$format of standard input" cmp -s out-named again
    check "two files, $format" 0 "$nianbao" convert -t $format good.txt good.txt
    mv out "two.$format"
done
verify 'ndjson is one line a report' test "$(wc -l <two.ndjson)" -eq 2
check 'text' 0 "$nianbao" convert --to text good.txt
mv out text.txt
"$nianbao" convert -t csv good.txt 2>/dev/null | cut -d, -f2-13 >cells
"$nianbao" convert -t csv text.txt 2>/dev/null | cut -d, -f2-13 >again
verify 'the text read again says the same' cmp -s cells again
"$nianbao" schema xml >schema.xsd
"$nianbao" schema json >schema.json
if command -v python3 >/dev/null; then
    check 'json is JSON' 0 python3 -c 'import json
for name in "x.json", "two.json":
    json.load(open(name))'
fi
if command -v xmllint >/dev/null; then
    check 'xml is valid' 0 xmllint --noout --schema schema.xsd x.xml two.xml
fi
if python3 -c 'import jsonschema' 2>/dev/null; then
    check 'json is valid' 0 python3 -c 'import json, jsonschema
for name in "x.json", "two.json":
    jsonschema.Draft202012Validator(json.load(open("schema.json"))).validate(json.load(open(name)))'
fi

cp good.txt "$(printf 'na\377me.txt')"
check 'a name that is no UTF-8' 0 "$nianbao" convert na*me.txt
verify 'a name that is no UTF-8' grep -q '"name": "na..xffme.txt"' out
rm na*me.txt

# ---- many files ----
check 'one of three fails' 2 "$nianbao" convert -t ndjson good.txt empty.txt good.txt
one_line
verify 'the others are done' test "$(grep -c '"tables"' out)" -eq 2
mkdir sub && cp good.txt sub/
refused 'two for one' 'good.json: .* would be written to it: good.txt and sub/good.txt' "$nianbao" convert -O dir good.txt sub/good.txt
cp good.txt sub/other.report.txt
check '-O' 2 "$nianbao" convert -t csv -O dir good.txt empty.txt sub/other.report.txt
verify '-O writes the good ones' test "$(ls dir | tr '\n' ' ')" = 'good.csv other.report.csv '

# ---- nothing is lost: links, long names, signals ----
name='a link to a later input'
mkdir links && cp good.txt links/b.html && ln -s ../good.txt links/b.json
cp good.txt before.txt
check "$name" 2 "$nianbao" convert -O links links/b.html good.txt
verify "$name: the input stays" cmp -s good.txt before.txt
says 'links/b.json: is an input file; not overwritten'
verify "$name: the other is written" test -s links/good.json
echo kept >outside.json && rm links/b.json && ln -s ../outside.json links/b.json
check 'a link out of the folder' 2 "$nianbao" convert -O links links/b.html
says 'links/b.json: .*leads out of the folder'
verify 'a link out of the folder: not followed' grep -qx kept outside.json
ln -s nowhere.json dangling.json
refused 'a link to nowhere' '^nianbao: dangling.json: No such file' "$nianbao" convert -o dangling.json good.txt
verify 'a link to nowhere: nothing comes to be' test ! -e nowhere.json
ln -s ring.json ring.json
refused 'a link to itself' '^nianbao: ring.json: Too many levels' "$nianbao" convert -o ring.json good.txt
ln good.txt hard.txt
refused 'another name of the input' '^nianbao: hard.txt: .*input' "$nianbao" convert -t text -o hard.txt good.txt
rm hard.txt
refused 'lint over its input' '^nianbao: good.txt: .*input' "$nianbao" lint -o good.txt good.txt
mkdir compared && cp good.txt compared/a.txt && cp good.txt last.txt && echo 'row-total note .' >waivers
echo '{"reports": []}' >known.json
while read -r file options; do
    cp "$file" before.txt
    refused "lint over what it reads: $options" "^nianbao: $file: .*input" "$nianbao" lint $options -o "$file"
    verify "lint over what it reads: $options: it stays" cmp -s "$file" before.txt
done <<'END'
last.txt --previous=last.txt good.txt
waivers --config=waivers good.txt
known.json --baseline=known.json good.txt
compared/a.txt --series=compared
compared/a.txt --parts=compared good.txt
END
echo kept >kept.txt
check 'nothing to compare with' 2 "$nianbao" lint --previous=missing.txt -o kept.txt good.txt good.txt
verify 'nothing to compare with: what was there stays' grep -qx kept kept.txt
mkdir special && mkfifo special/good.json
check 'a pipe in the folder' 2 timeout 10 "$nianbao" convert -O special good.txt
says 'special/good.json: is no regular file'
# Files that are opened do not take the place of a closed one.
sed 's/47.14/-47.14/' good.txt >noted.txt
"$nianbao" convert -o whole.json noted.txt 2>/dev/null
"$nianbao" convert -o closed.json noted.txt 2>&-
verify 'standard error closed' cmp -s whole.json closed.json
"$nianbao" convert good.txt 2>err >&-
verify 'standard output closed' test $? -eq 2
"$nianbao" convert <&- 2>err
verify 'standard input closed' test $? -eq 2
long=$(printf '%0250d' 0).json
check 'a name as long as names can be' 0 "$nianbao" convert -o "$long" good.txt
verify 'a name as long as names can be' test -s "$long"
for signal in HUP INT TERM PIPE USR1; do
    mkfifo "slow$signal"
    mkdir "folder$signal"
    (cd "folder$signal" && exec env --default-signal "$nianbao" convert -t ndjson -o x.ndjson ../good.txt "../slow$signal" 2>/dev/null) &
    exec 3>"slow$signal"
    tries=0
    while [ -z "$(ls -A "folder$signal")" ] && [ $tries -lt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    verify "SIG$signal: a file was begun" test -n "$(ls -A "folder$signal")"
    kill -$signal $!
    sleep 0.2
    exec 3>&-
    wait $! 2>/dev/null
    verify "SIG$signal ends the process" test $? -gt 128
    verify "SIG$signal: nothing is left" test -z "$(ls -A "folder$signal")"
done

# ---- a bad file costs itself ----
for format in json ndjson xml csv text; do
    check "a batch in $format" 2 "$nianbao" convert -t $format -o batch good.txt empty.txt good.txt missing.txt
    verify "a batch in $format: the good ones are written" test "$(grep -c '主动公开信息12条' batch)" -ge "$([ $format = csv ] && echo 0 || echo 2)"
    verify "a batch in $format: a line each at the end" test "$(tail -n 2 err | cut -d: -f2 | tr -d '\n')" = ' empty.txt missing.txt'
done
"$nianbao" convert -t ndjson good.txt empty.txt good.txt missing.txt >out 2>err
verify 'ndjson: records in order' test "$(grep -n '"error"' out | sed 's/{"nianbao":1,"source":{"name":"\([^"]*\)"},"error":"[^"]*"}/\1/' | tr '\n' ' ')" = '2:empty.txt 4:missing.txt '
check 'SARIF of a batch' 2 "$nianbao" lint --format=sarif -o batch good.txt empty.txt
tr -d '\n' <batch >joined
verify 'SARIF of a batch: a notification' grep -q '"executionSuccessful": false.*"text":"the file is empty".*"uri":"empty.txt"' joined
check 'JSON findings of a batch' 2 "$nianbao" lint --format=json -o batch good.txt empty.txt
verify 'JSON findings of a batch' grep -q '"failures": \[{"source": {"name": "empty.txt"}, "error": "the file is empty"}\]' batch
check 'page of a batch' 2 "$nianbao" lint --format=html -o batch good.txt empty.txt
verify 'page of a batch' grep -q 'empty.txt: the file is empty' batch

# ---- usage ----
check 'no command' 2 "$nianbao"
check 'unknown command' 2 "$nianbao" frobnicate
says "unknown command 'frobnicate'"
for arguments in '--frobnicate' '-t yaml' '-f yaml' '--max-size=many' '-o a -O b' '--max-size=-1' '--max-size=99999999999999999G'; do
    check "convert $arguments" 2 "$nianbao" convert $arguments good.txt
    silent
    says "nianbao convert: "
done
for command in '' convert lint diff forms explain schema completion; do
    check "$command --help" 0 "$nianbao" $command --help
    verify "$command --help says how" grep -q '^Usage: nianbao' out
done
check '--version' 0 "$nianbao" --version
verify '--version' grep -Eq '^nianbao [0-9]' out
for word in 'MIT' 'libxml2 [0-9]' 'zlib [0-9]' 'jansson [0-9]' '  2021  .*〔2021〕30号'; do
    verify "--version: $word" grep -Eq "$word" out
done
check 'unknown shell' 2 "$nianbao" completion tcsh
says "unknown shell 'tcsh'"
check 'unknown form' 2 "$nianbao" forms 1999
check 'unknown schema' 2 "$nianbao" schema yaml
check 'forms' 0 "$nianbao" forms
verify 'forms' test "$(cut -c1-4 out | tr '\n' ' ')" = '2008 2019 2021 '
check 'forms 2021' 0 "$nianbao" forms 2021
verify 'forms 2021 shows rows' grep -q 'denied.state_secret  *1.属于国家秘密' out
verify 'forms 2021 shows relations' grep -q 'outcome_total + carried_out = received + carried_in' out

# ---- progress and quiet ----

printf 'nothing to see\n' >bad.txt
"$nianbao" convert --force -o loud.csv bad.txt 2>loud
check '--quiet leaves out findings' 1 "$nianbao" convert --force --quiet -o quiet.csv bad.txt
verify 'there is something to leave out' test -s loud
verify '--quiet says nothing' test ! -s err
verify '--quiet writes the same' cmp -s loud.csv quiet.csv
check '--quiet tells of failures' 2 "$nianbao" convert --quiet -o quiet.csv bad.txt
one_line
check '--progress=always' 2 "$nianbao" convert --progress=always -o two.csv bad.txt good.txt
says '(^|K)nianbao: inputs: 2, failed: 1, findings: [0-9]+, seconds: '
check '--progress=auto in a pipe' 0 "$nianbao" convert -o one.csv good.txt
verify 'no progress in a pipe' sh -c '! grep -q seconds err'
check '--progress=soon' 2 "$nianbao" convert --progress=soon good.txt
says 'none of auto, always, never'
rm -f loud loud.csv quiet.csv two.csv one.csv bad.txt

# ---- refusals in the reader's language, with advice; endings that name no format ----

printf '\320\317\021\340\241\261\032\341....' >old.doc
refused 'an old Word document' '用 Word 或 WPS 打开，另存为 .docx' "$nianbao" convert --lang=zh old.doc
refused 'an old Word document' 'save it as .docx' "$nianbao" convert --lang=en old.doc
printf 'PK\003\004 cut' >cut.docx
refused 'a cut archive' '文件已损坏或不完整' "$nianbao" lint --lang=zh cut.docx
if [ -x "$(dirname "$nianbao")/nianbao-pdf" ]; then
    printf '%%PDF-1.4 x' >cut.pdf
    refused 'a damaged PDF' '文件已损坏' "$nianbao" convert --lang=zh cut.pdf
fi
# Each message of refusal is there in Chinese: what readers and the command say of an input goes through the catalogue.
verify 'no message outside the catalogue' test -z "$(grep -rnE '(fail|pull_fail|reader_fail)\([^()"]*"[a-z]' "$sources/input" "$sources/src" --include='*.c')"
check 'an ending that names no format' 2 "$nianbao" convert -o out.jsn good.txt
says "out.jsn.*-t"
verify 'nothing is written' test ! -e out.jsn
check 'any ending with -t' 0 "$nianbao" convert -t json -o out.jsn good.txt
check 'no ending' 0 "$nianbao" convert -o no-ending good.txt
check 'a folder with a dot' 0 "$nianbao" convert -o ./.hidden good.txt
rm -f out.jsn no-ending .hidden

# ---- --via-office: what stands in for LibreOffice writes what it is told to, or fails ----

mkdir office empty
cat >office/soffice <<'END'
#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
folder=$2
case $(cat "$3") in
*fails*) exit 1 ;;
*killed*) kill -9 $$ ;;
*nothing*) exit 0 ;;
*late*) exit 124 ;;
*sleeps*) echo $$ >"$TMPDIR/../office.pid" && exec sleep 60 ;;
*) cp "$DOCX" "$folder/report.docx" ;;
esac
END
chmod +x office/soffice
DOCX=$sources/examples/fengdu-2024.docx
export DOCX
printf '\320\317\021\340\241\261\032\341 good' >good.doc
printf '{\\rtf good' >good.rtf
printf 'PK\003\004..........................mimetypeapplication/vnd.oasis.opendocument.text' >good.odt
via() { env PATH="$dir/office:$PATH" TMPDIR="$dir/empty" "$nianbao" "$@"; }
"$nianbao" convert "$DOCX" 2>/dev/null | grep -v '"name"' >direct
for file in good.doc good.rtf good.odt; do
    refused "$file without LibreOffice" 'save it as .docx' "$nianbao" convert "$file"
    via convert --via-office "$file" 2>/dev/null | grep -v '"name"' >out
    verify "$file by LibreOffice: what the .docx says" cmp -s out direct
    verify "$file by LibreOffice: no folder stays" test -z "$(ls empty)"
done
check 'lint by LibreOffice' 0 via lint --via-office good.doc
check 'diff by LibreOffice' 0 via diff --via-office good.doc "$DOCX"
for word in fails killed nothing; do
    printf '\320\317\021\340\241\261\032\341 %s' $word >bad.doc
    refused "LibreOffice: $word" 'LibreOffice cannot convert' via convert --via-office bad.doc
    verify "LibreOffice: $word: no folder stays" test -z "$(ls empty)"
done
printf '{\\rtf late' >late.rtf
refused 'LibreOffice: late' 'took more than 120 seconds' via convert --via-office late.rtf
# A program that is ended ends LibreOffice, too.
printf '{\\rtf sleeps' >slow.rtf
env PATH="$dir/office:$PATH" TMPDIR="$dir/empty" "$nianbao" convert --via-office slow.rtf >out 2>err &
i=0
while [ ! -s office.pid ] && [ $i -lt 100 ]; do sleep 0.1 && i=$((i + 1)); done
kill $!
wait $!
i=0
while { kill -0 "$(cat office.pid)" 2>/dev/null || [ -n "$(ls empty)" ]; } && [ $i -lt 50 ]; do sleep 0.1 && i=$((i + 1)); done
verify 'LibreOffice ends with the program, and no folder stays' test $i -lt 50
refused 'LibreOffice writes too much' 'cannot convert' via convert --via-office --max-size=1K good.doc
check 'no LibreOffice' 2 env PATH="$dir/empty" "$nianbao" convert --via-office good.doc
says 'good.doc: .*not installed'
refused 'no folder for LibreOffice' 'No such file' env TMPDIR="$dir/nowhere" "$nianbao" convert --via-office good.doc

# ---- a PDF: what stands in for nianbao-pdf beside an installation that was moved ends in all ways ----

mkdir -p moved/bin moved/libexec
real=$(dirname "$nianbao")/.libs/nianbao
[ -x "$real" ] || real=$nianbao
cp "$real" moved/bin/nianbao
moved() { env LD_LIBRARY_PATH="$(dirname "$nianbao")/.libs" "$dir/moved/bin/nianbao" "$@"; }
printf '%%PDF-1.4 x' >some.pdf
ends_as() {
    printf '#!/bin/sh\n%s\n' "$3" >"moved/libexec/$1"
    chmod +x "moved/libexec/$1"
    refused "$1: $3" "$4" moved convert "$2"
}
ends() { ends_as nianbao-pdf some.pdf "$@"; }
ends 'exit 1' 'nianbao-pdf has failed on it'
ends 'kill -SEGV $$' 'nianbao-pdf has failed on it'
ends 'kill -XCPU $$' 'takes too long'
ends 'kill -ALRM $$' 'takes too long'
# Its libraries' own words reach nobody, and one that waits for itself is woken: here after a moment, for the test.
ends 'echo terminate called >&2; kill -ABRT $$' 'nianbao-pdf has failed on it'
moved convert some.pdf 2>&1 >out | cat >err # it may not write to a file, so to a pipe
verify "nianbao-pdf's own words" test "$(wc -l <err)" -eq 1
command -v python3 >out && ends 'exec python3 -c "import signal, time
if signal.getitimer(signal.ITIMER_REAL)[0]: signal.setitimer(signal.ITIMER_REAL, 0.1)
time.sleep(9)"' 'takes too long'
ends 'echo nianbao-sheets 1; echo error damaged' 'no pages can be read'
ends 'echo nianbao-sheets 1; echo error encrypted' 'is encrypted'
ends 'echo nianbao-sheets 1; echo error pages' 'more pages than'
ends 'echo nianbao-sheets 1; echo error size' 'more on it, than'
ends 'echo nianbao-sheets 1; echo error unheard of' 'not complete'
ends 'yes' 'nianbao-pdf has failed on it'
ends 'echo nianbao-sheets 1; echo end 0' 'has pictures but no text'
ends 'echo nianbao-sheets 1; echo page' 'not complete'

# ---- a picture: what stands in for nianbao-ocr ----

printf '\211PNG\r\n' >some.png
refused 'a picture without nianbao-ocr' 'nianbao-ocr does that, which is not installed' env PATH="$dir/empty" \
    LD_LIBRARY_PATH="$(dirname "$nianbao")/.libs" "$dir/moved/bin/nianbao" convert some.png
scan_ends() { ends_as nianbao-ocr some.png "$@"; }
scan_ends 'kill -SEGV $$' 'nianbao-ocr has failed on it'
scan_ends 'kill -KILL $$' 'nianbao-ocr takes too long'
scan_ends 'echo nianbao-sheets 1 ocr; echo error size' 'a page is larger'
scan_ends 'echo nianbao-sheets 1 ocr; echo error picture' 'no picture of a page'
scan_ends 'echo nianbao-sheets 1 ocr; echo error languages' 'no data of Tesseract'
scan_ends 'echo nianbao-sheets 1 ocr; echo page' 'what nianbao-ocr printed is not complete'
scan_ends 'echo nianbao-sheets 1 ocr; echo page 100 100 0 0; echo end 1' 'no words could be recognised'

# ---- each command refuses what it does not know ----

while read -r words; do
    set -f
    check "$words" 2 "$nianbao" $words
    set +f
    silent
    verify "$words: says why" test -s err
done <<'END'
nosuch
lint --nosuch good.txt
lint --format=yaml good.txt
lint --lang=la good.txt
lint --color=red good.txt
lint --fail-on=never-ever good.txt
lint --max-size=big good.txt
lint --from=yaml good.txt
lint --encoding=KLINGON good.txt
lint -j0 good.txt
lint --enable=nosuch good.txt
lint --disable=NB999 good.txt
lint --config=nowhere good.txt
lint --baseline=nowhere good.txt
lint --previous=nowhere good.txt
lint --parts=nowhere good.txt
lint --series=nowhere
lint
convert --table=nosuch -t csv good.txt
convert -t yaml good.txt
convert -f yaml good.txt
convert -j many good.txt
convert --lang=la good.txt
convert --nosuch
convert -O dir -o one good.txt
diff --nosuch
diff --lang=la good.txt good.txt
diff --format=yaml good.txt good.txt
diff good.txt
diff -o good.txt good.txt good.txt
diff -o nowhere/x good.txt good.txt
explain --nosuch
explain --lang=la
explain --format=yaml
explain NB999
forms --nosuch
forms --lang=la
forms 2021 2019
schema
schema json xml
schema --nosuch
completion
completion --nosuch
END
for command in convert lint diff forms explain schema completion; do
    check "$command --help" 0 "$nianbao" $command --help
    verify "$command --help: says how" grep -q "nianbao $command" out
done
sed 's/47.14/48.14/' good.txt >'a <b> & c.txt'
check 'diff --format=html' 1 "$nianbao" diff --format=html -o diff.html good.txt 'a <b> & c.txt'
verify 'diff --format=html: signs are escaped' grep -q '&lt;b&gt; &amp;' diff.html
for format in text markdown man; do
    check "explain --format=$format" 0 "$nianbao" explain --format=$format --lang=en
    verify "explain --format=$format: all rules" test "$(grep -c 'NB[0-9][0-9][0-9] ' out)" -ge 50
done

echo "$checks checks, $failures failures"
[ "$failures" -eq 0 ]
