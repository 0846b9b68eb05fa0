#!/bin/sh
# memory.sh - memory runs out at each allocation in turn, on text, HTML and DOCX, for convert and lint: in the library and in the command.
set -u
LC_ALL=C
export LC_ALL
tests=$(pwd)/tests
sources=$(cd "${srcdir:-.}" && pwd)
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir" || exit 99
failures=0

# The library calls nothing that prints or ends the process; what counts coverage does.
forbidden=$(nm -D --undefined-only "$tests/../.libs/libnianbao.so" | sed 's/@.*//; s/.* //' |
    grep -Ex '_?exit|_Exit|abort|stderr|v?printf|__v?printf_chk|puts|putchar|perror|__assert_fail|quick_exit')
if [ -n "$forbidden" ] && ! nm "$tests/../.libs/libnianbao.so" | grep -q gcov_exit; then
    failures=$((failures + 1))
    echo "FAIL: the library calls" $forbidden
fi
cp "$sources/examples/zhuyu-2024.txt" "$sources/examples/huaipu-2023.html" "$sources/examples/fengdu-2024.docx" .
# So many names that libxml2 must allocate most of those that come after them: where it cannot, it takes them for none. Which they are
# is chance, so thrice.
for names in 80 90 100; do
    awk -v names=$names '/<body/ { while (i < names) printf "<b n%d></b>", i++ } 1' huaipu-2023.html >names$names.html
done
"$tests/memory" names80.html names90.html names100.html || failures=$((failures + 1))
for file in zhuyu-2024.txt huaipu-2023.html fengdu-2024.docx; do
    "$tests/memory" "$file" || failures=$((failures + 1))
    "$tests/failing" out.json convert -o out.json "$file" || failures=$((failures + 1))
    "$tests/failing" none lint --color=never "$file" || failures=$((failures + 1))
done
"$tests/failing" none lint --color=never --previous=huaipu-2023.html zhuyu-2024.txt || failures=$((failures + 1))
"$tests/failing" out.html diff --format=html -o out.html huaipu-2023.html zhuyu-2024.txt || failures=$((failures + 1))
# A stream, with a string that grows between a backslash and the u behind it; waivers.
awk 'BEGIN { printf "{\"of\":\"x\\u516c\\u516c\\u516c\",\"text\":\"" } { gsub(/\t/, "\\t"); printf "%s\\n", $0 } END { print "\"}" }' \
    zhuyu-2024.txt >stream.ndjson
"$tests/failing" none convert -j1 -f ndjson -t ndjson --quiet stream.ndjson || failures=$((failures + 1))
# A database: SQLite allocates often, so one of many.
"$tests/../nianbao" convert --quiet -o out.db zhuyu-2024.txt 2>/dev/null
if [ -s out.db ]; then
    "$tests/failing" -307 out.db convert --quiet -j1 -o out.db zhuyu-2024.txt || failures=$((failures + 1))
fi
# What is compared with: an earlier run's findings, a folder of years, one of parts; one allocation of three or more.
"$tests/../nianbao" lint --format=json zhuyu-2024.txt >base.json 2>/dev/null
mkdir parts && sed 's/竹屿区/竹屿区水务局/' zhuyu-2024.txt >parts/one.txt && cp huaipu-2023.html parts
"$tests/failing" -7 none lint --color=never --baseline=base.json zhuyu-2024.txt || failures=$((failures + 1))
"$tests/failing" -9 none lint --color=never --series=parts || failures=$((failures + 1))
"$tests/failing" -9 none lint --color=never --parts=parts zhuyu-2024.txt || failures=$((failures + 1))
printf 'row-total note an audit goes on\noutcome-total note .\n' >waivers
"$tests/failing" none lint --color=never --config=waivers zhuyu-2024.txt || failures=$((failures + 1))
# Programs that read PDF and pictures end where memory runs out (pdf/memory.c), as their libraries do not: what is printed is all or refused.
pdf=$tests/../nianbao-pdf
if [ -x "$pdf" ] && getconf GNU_LIBC_VERSION >out && ! nm -D "$pdf" | grep -q '__[at]san_' && "${CC:-cc}" -shared -fPIC -o fail_child.so "$sources/tests/fail_child.c" -ldl; then
    for at in 1 6 30 200 3000 12000 21458 23780 47125 90000 120000 130133; do
        FAIL_AT=$at LD_PRELOAD=$PWD/fail_child.so "$pdf" <"$sources/tests/sheets/weasyprint-half-ruled.pdf" >out 2>err
        if [ $? -ne 3 ] || [ -s err ]; then
            failures=$((failures + 1))
            echo "FAIL: nianbao-pdf goes on without its allocation $at"
        fi
    done
fi
[ "$failures" -eq 0 ] && echo "memory.sh: all good"
exit "$((failures > 0))"
