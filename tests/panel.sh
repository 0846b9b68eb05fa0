#!/bin/sh
# panel.sh - tables for researchers: a SQLite database, CSV long and wide, the codebook, read back and compared.
tests=$(cd "${srcdir:-.}" && pwd)/tests
. "${srcdir:-.}/tests/equal.sh"
alone

cp "$tests"/../examples/*-20*.txt "$tests"/../examples/*.html "$tests"/../examples/*.docx .
set -- *-20*.txt *.html *.docx
"$nianbao" convert -t sqlite "$@" 2>err >out
expect "a database on standard output" "$?$(cat out)" 2
if grep -q 'built without' err; then
    echo 'SKIP: built without SQLite'
    exit 77
fi
"$nianbao" convert -o panel.db "$@" missing.txt 2>err
expect "status with a file that is not there" $? 2
"$nianbao" convert -t csv "$@" >long.csv 2>err
"$nianbao" convert --wide --bom -t csv "$@" >wide.csv 2>err
"$nianbao" convert --table=findings -o findings.csv "$@" 2>err
expect "the byte order mark" "$(head -c 3 wide.csv | od -An -tx1)" " ef bb bf"
expect "rows of wide" "$(wc -l <wide.csv)" $(($# + 1))
for python in "${PYTHON:-python3}" /usr/bin/python3 "${PYTHON:-python3}"; do
    "$python" -c 'import pandas' 2>out && break
done
"$python" -B "$tests/panel.py" panel.db long.csv wide.csv findings.csv || failures=$((failures + 1))

cp panel.db old.db
"$nianbao" convert -o panel.db missing.txt 2>err
expect "a run without any report" "$? $(cmp panel.db old.db && echo same)" '2 same'
expect "what is left over" "$(find . -name '.nianbao*')" ""
printf '{"id":7,"text":"%s"}\nbroken\n' "$(sed 's/\\/\\\\/g; s/"/\\"/g; s/	/\\t/g; s/$/\\n/' zhuyu-2024.txt | tr -d '\n')" >stream
"$nianbao" convert -f ndjson -o stream.db stream 2>err
expect "status of a stream with a bad line" $? 2
cat >ask.py <<'END'
import sqlite3
db = sqlite3.connect("stream.db")
print(db.execute("select json_extract(carried, '$.id') from reports").fetchall(), db.execute("select source from failures").fetchall())
END
expect "a stream" "$("${PYTHON:-python3}" -B ask.py)" "[(7,)] [('stream:2',)]"
for wrong in '-t json --wide' '-t xml --bom' '-t sqlite -O folder' '-t csv --table=none'; do
    "$nianbao" convert $wrong zhuyu-2024.txt >out 2>err
    expect "convert $wrong" "$?$(cat out)" 2
done

"$nianbao" schema codebook >codebook.csv
expect "the codebook has every column of wide" \
    "$(head -n 1 wide.csv | tr -d '\r' | tr , '\n' | sed 's/^\xef\xbb\xbf//' | while read -r name; do grep -q "^[a-z]*,$name," codebook.csv || echo "$name"; done)" ""
expect "both languages" "$(grep -c '^cell,applications\.received\.total,.*received.*本年新收' codebook.csv)" 1
[ "$failures" -eq 0 ] && echo "panel.sh: all good"
exit "$((failures > 0))"
