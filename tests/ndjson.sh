#!/bin/sh
# ndjson.sh - streams on the command line: one result for each line, in order, bad lines too; exit statuses; where nothing is written.
report=$(cd "${srcdir:-.}" && pwd)/tests/docx/report.html
. "${srcdir:-.}/tests/equal.sh"
alone

html=$(tr -d '\n' <"$report" | sed 's/\\/\\\\/g; s/"/\\"/g')
good() { printf '{"id":%s,"html":"%s","price":1.10}\n' "$1" "$html"; }
bad() { printf '%s\n' '{"id":"two","text":"neither one nor the other"}'; }

{ good 1; bad; echo '{broken'; echo; good 12345678901234567890; } >in
"$nianbao" convert -f ndjson in >out 2>err
expect "status with bad lines" $? 2
expect "results" "$(wc -l <out)" 4
expect "order" "$(sed 's/^{"nianbao":1,//; s/,.*//' out | tr '\n' ' ')" '"id":1 "id":"two" "id":null "id":12345678901234567890 '
expect "carried members" "$(grep -c '"price":1.10,"source"' out)" 2
expect "errors" "$(grep -o '"error":\|"line":[0-9]*}$' out | tr '\n' ' ')" '"error": "line":2} "error": "line":3} '
expect "messages" "$(grep -c '^nianbao: in:[23]: ' err)" 2

{ good 1; good 2; } | "$nianbao" convert -f ndjson -o out.csv 2>err
expect "status of good lines" $? 0
expect "names in CSV" "$(cut -d, -f1 out.csv | sort -u | tr '\n' ' ')" '<stdin>:1 <stdin>:2 source '
good 1 | "$nianbao" convert -f ndjson -t json >out 2>err
expect "JSON is a list" "$(head -c 1 out)$(tail -n 1 out)" '[]'


# Without -f the bytes tell a stream of lines; one line alone is one report.
good 1 >one.jsonl
{ echo; good 1; good 2; } >two.ndjson
"$nianbao" convert -t json one.jsonl >out 2>err
expect "status of a line alone" "$? $(head -c 1 out)$(tail -n 1 out)" '0 {}'
"$nianbao" convert one.jsonl two.ndjson >out 2>err
expect "streams by their bytes" "$? $(grep -c '^{"nianbao":1,"id":[12],' out)" '0 3'
"$nianbao" convert -t json two.ndjson 2>err | head -c 1 >out
expect "lines are a list" "$(cat out)" '['
{ good 1 | sed 's/"html"/"content"/'; } >page.json
"$nianbao" convert -t ndjson page.json >out 2>err
expect "a page in JSON is no stream" "$(grep -c '"name":"page.json"' out)" 1
{ echo '{"broken'; good 1; } >named.jsonl
"$nianbao" convert named.jsonl >out 2>err
expect "a stream by its name" "$? $(wc -l <out)" '2 2'
"$nianbao" convert -f text one.jsonl >out 2>err
expect "what is said to be text" "$(grep -c '"id"' out)" 0

# lint checks each line; what fails is told by its line.
"$nianbao" lint -f ndjson --format=json in two.ndjson >out 2>err
expect "status of checked lines" "$? $(grep -c '^nianbao: in:[23]: ' err)" '2 2'
expect "checked lines" "$(grep -o '"name": "[a-z.]*:[0-9]*", "format"' out | tr -d '\n')" \
    '"name": "in:1", "format""name": "in:5", "format""name": "two.ndjson:2", "format""name": "two.ndjson:3", "format"'
"$nianbao" lint one.jsonl two.ndjson --format=json -j2 >out 2>err
expect "streams to check by their bytes" "$? $(grep -c '"name": ".*:[0-9]*", "format"' out)" '0 3'
"$nianbao" lint -f ndjson nowhere 2>err >out
expect "no stream to check" "$? $(cat err)" '2 nianbao: nowhere: No such file or directory'

good 1 | "$nianbao" convert -f ndjson --max-size=5K >out 2>err
expect "status of a long line" $? 2
expect "a long line" "$(cat out)" '{"nianbao":1,"id":null,"error":"the line is longer than 5120 bytes (--max-size allows more)","line":1}'

printf '{"id":1e999,"title":-2E+400,"input_title":"x","input_input_title":[1e5],"big":%s,"html":"%s"}\n' "$(printf '7%0400d' 0)" "$html" >odd
"$nianbao" convert -f ndjson odd >out 2>err
expect "numbers that no double holds are carried" "$(grep -o '"id":1e999,"input_input_input_title":-2E+400,"input_title":"x","input_input_title":\[1e5\],"big":70*,' out | wc -c)" 498
printf '%s\n' '{"id":01,"text":""}' '{"id":1e,"text":""}' '{"id":-,"text":""}' '{"id":1.,"text":""}' >odd
"$nianbao" convert -f ndjson odd 2>err >out
expect "what is no number stays none" "$(grep -c 'not valid JSON' out)" 4

printf '%s\n' '{"text":' '{"text":"x"} y' '{"text":"x","text":"y"}' '{"text":"\u0000"}' '{text}' >odd
"$nianbao" convert --lang=zh -f ndjson odd 2>err >out
expect "why a line is no JSON, in Chinese" "$(grep -c '"error":"第[0-9]*字节起不是有效的 JSON：[^a-z]*"' out)" 5
printf '{"reports":' >findings.json
"$nianbao" lint --lang=zh --baseline=findings.json odd 2>err
expect "a baseline that is no JSON, in Chinese" "$(grep -c 'findings.json: 不是' err)" 1

echo old >out.ndjson
"$nianbao" convert -f ndjson missing -o out.ndjson 2>err
expect "status of a file that is not there" $? 2
expect "old output" "$(cat out.ndjson)" old
"$nianbao" convert -f ndjson in missing in -o out.ndjson 2>err
expect "status with a file that is not there" $? 2
expect "the other streams" "$(grep -c '"source":{"name":"in:' out.ndjson)" 4
expect "its record" "$(sed -n 5p out.ndjson)" '{"nianbao":1,"source":{"name":"missing"},"error":"No such file or directory"}'
expect "its line is among the last" "$(tail -n 3 err | grep -c '^nianbao: missing: ')" 1
"$nianbao" convert -f ndjson -O out in 2>err
expect "a stream into a directory" $? 2
"$nianbao" convert -f ndjson . >out 2>err
expect "a directory as a stream" "$? $(cat out)" '2 {"nianbao":1,"source":{"name":"."},"error":"Is a directory"}'
if [ -c /dev/full ]; then
    "$nianbao" convert -f ndjson in >/dev/full 2>err
    expect "a full disk" $? 2
fi

[ "$failures" -eq 0 ] && echo "ndjson.sh: all good"
exit "$((failures > 0))"
