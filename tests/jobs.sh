#!/bin/sh
# jobs.sh - the same bytes, in the same order, from any number of threads: files and streams, bad ones among them; no race that helgrind sees.
examples=$(cd "${srcdir:-.}" && pwd)/examples
supp=$(cd "${srcdir:-.}" && pwd)/tests/helgrind.supp
top=$(pwd)
. "${srcdir:-.}/tests/equal.sh"
alone

# Reports long and short, a page, a document, files that are no report or not there, many times over.
echo 'no report' >none.txt
cp "$examples"/*.txt "$examples"/*.html "$examples"/*.docx .
set -- *.txt *.html *.docx missing.txt
set -- "$@" "$@" "$@" "$@"

# same NAME ARGUMENT...: one thread and several give the same status, output and messages.
same() {
    name=$1
    shift
    command=$1
    shift
    "$nianbao" "$command" -j1 "$@" <stream >out1 2>err1
    status=$?
    for jobs in 2 7; do
        timeout 60 "$nianbao" "$command" -j$jobs "$@" <stream >out 2>err
        expect "$name, -j$jobs: status" $? $status
        cmp -s out1 out || expect "$name, -j$jobs: output" "another" "the same"
        cmp -s err1 err || expect "$name, -j$jobs: messages" "others" "the same"
    done
    [ -s out1 ] || expect "$name: output" none some
}

for file in *.txt; do
    text=$(sed 's/\\/\\\\/g; s/"/\\"/g; s/	/\\t/g; s/\r//g; s/$/\\n/' "$file" | tr -d '\n')
    printf '{"id":"%s","text":"%s"}\n{broken\n' "$file" "$text"
done >once
cat once once once once >stream
for format in json ndjson xml csv text; do
    same "files as $format" convert -t $format "$@"
done
for format in json ndjson csv; do
    same "a stream as $format" convert -f ndjson -t $format
    same "streams as $format" convert -f ndjson -t $format once missing - once
done
for format in text json sarif html; do
    same "findings as $format" lint --format=$format "$@"
done
same "findings beside last year's" lint --previous=beizhu-2023.txt fengdu-2024.docx zhuyu-2024.txt
same "standard input twice" convert -t ndjson - once - missing.txt

"$nianbao" convert -j1 -O one *.txt *.html 2>err1
"$nianbao" convert -j5 -O five *.txt *.html 2>err
expect "status into a folder" $? 2
expect "files in a folder" "$(diff -r one five && cmp err1 err && ls five | wc -l)" "$(ls one | wc -l)"
expect "what is left over" "$(find one five -name '.nianbao*')" ""
for number in 0 -1 x 1x 1025 ''; do
    "$nianbao" convert "-j$number" zhuyu-2024.txt </dev/null >out 2>err
    expect "-j '$number'" $? 2
done

# Who waits for an answer before asking again gets it.
mkfifo ask answer
timeout 60 "$nianbao" convert -j4 -f ndjson <ask >answer 2>err &
exec 3>ask 4<answer
for line in 1 2 3; do
    sed -n 1p once >&3
    read -r reply <&4
    expect "answer $line" "$(printf %s "$reply" | grep -c '^{"nianbao":1,"id":".*"findings"')" 1
done
exec 3>&- 4<&-
wait

# A full disk ends the work, whoever is still busy.
if [ -c /dev/full ]; then
    timeout 60 "$nianbao" convert -j4 -t xml "$@" >/dev/full 2>err
    expect "a full disk" $? 2
fi
done_of() { sed -n 's/.*nianbao: inputs: \([0-9]*\),.*/\1/p' err; }
# SQLite holds back 2 MB before it writes: all files 48 times give a database of 12 MB, of which a third is tried.
set -- "$@" "$@" "$@"
(ulimit -f 400; "$nianbao" convert -j4 --quiet --progress=always -o limited.db "$@" "$@" "$@" "$@") 2>err
expect "a database that may not grow" "$? $((0$(done_of) < 2 * $#))" "2 1"
if unshare -rm true 2>/dev/null; then
    mkdir full
    unshare -rm sh -c 'mount -t tmpfs -o size=256k none full && exec "$@"' sh "$nianbao" convert -j4 --quiet --progress=always -O full *.txt *.html 2>err
    expect "a full disk, into a folder" "$? $(grep -c 'No space left' err) $((0$(done_of) < $(ls *.txt *.html | wc -l)))" "2 1 1"
fi

[ "$failures" -eq 0 ] || exit 1
command -v valgrind >/dev/null || { echo 'jobs.sh: all good; no valgrind, so no search for races'; exit 0; }
# A program with a sanitizer of its own takes all memory under valgrind, for minutes, and then ends.
[ -z "${TSAN_OPTIONS:-}" ] || { echo 'jobs.sh: all good; the sanitizer searches for races'; exit 0; }
cd "$top" || exit 99
"${SHELL:-sh}" ./libtool --mode=execute valgrind -q --tool=helgrind --error-exitcode=3 --suppressions="$supp" \
    ./nianbao convert -j3 -t ndjson "$dir"/*.txt "$dir"/huaipu-2023.html >/dev/null 2>helgrind-jobs.log
[ $? -ne 3 ] || { head -60 helgrind-jobs.log; exit 1; }
rm -f helgrind-jobs.log
echo "jobs.sh: all good"
