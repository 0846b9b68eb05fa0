#!/bin/sh
# echo.sh - what files say reaches no terminal as a command and no spreadsheet as a formula; names of other bytes are other names.
set -u
LC_ALL=C
export LC_ALL
nianbao=$(pwd)/nianbao
example=$(cd "${srcdir:-.}" && pwd)/examples/zhuyu-2024.txt
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir" || exit 99
failures=0

# clean NAME FILE: no escape, no C1, no control of direction, no line separator, nothing that is not UTF-8.
clean() {
    if ! iconv -f UTF-8 -t UTF-16 <"$2" >/dev/null 2>&1 ||
        grep -qP '\x1b|\x07|\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]' "$2"; then
        failures=$((failures + 1))
        echo "FAIL: $1 reaches the terminal"
        cat -v "$2" | head -n 3
    fi
}

expect() {
    if [ "$2" != "$3" ]; then
        failures=$((failures + 1))
        printf 'FAIL: %s\n  is   %s\n  want %s\n' "$1" "$2" "$3"
    fi
}

esc=$(printf '\033]0;owned\007') c1=$(printf '\302\233\061m') bidi=$(printf '\342\200\256x\342\201\246\330\234') line=$(printf '\342\200\250')
sed "s/。/，，${bidi}${c1}${line}。。/" "$example" >report.txt
"$nianbao" lint --color=never report.txt >out 2>err
expect 'the source line is shown' "$(grep -c ' | ' out | sed 's/[1-9][0-9]*/some/')" some
clean 'a report' out
"$nianbao" convert report.txt 2>err >out
clean 'a finding of convert' err
printf 'mixed-script note because %s\n* off\n' "$esc$c1$bidi" >.nianbao-lint
"$nianbao" lint "$example" >out 2>err
printf 'number-space note because %s\n' "$esc$c1$bidi" >.nianbao-lint
"$nianbao" lint report.txt >out 2>err
clean 'a waiver' out
for argument in "--$esc" "-t$c1" "-$bidi" "--to=$esc" "--max-size=$bidi" "--encoding"; do
    "$nianbao" convert "$argument" </dev/null >out 2>err
    expect "status of an argument" $? 2
    expect "it is said" "$(grep -c '^nianbao' err | sed 's/[1-9]/some/')" some
    clean 'an argument' err
    "$nianbao" lint "$argument" </dev/null >out 2>err
    clean 'an argument of lint' err
done
for name in "$esc.txt" "$c1.txt" "$bidi.txt" "$(printf 'bad\377.txt')"; do
    "$nianbao" convert "$name" 2>err
    clean 'the name of a file that is not there' err
    cp report.txt "$name"
    "$nianbao" lint "$name" >out 2>err
    clean 'the name of a file' out
done

# The name is data, too: in every format of every command, and where there is no report to go with it. So is what a report says.
name="$esc$c1$bidi.txt" broken="x$esc$c1$bidi.txt"
cp "$example" "$name"
echo >"$broken"
mkdir "of-$name"
cp "$example" "of-$name/$name"
for format in json ndjson xml csv csv:facts text tree; do
    case $format in *:*) set -- -t csv --table=facts ;; *) set -- -t "$format" ;; esac
    "$nianbao" convert "$@" "$name" "$broken" "not-$name" >out 2>err
    expect "status of $format" $? 2
    clean "a name in $format" out
    clean "a name beside $format" err
done
for format in text json sarif html; do
    for with in "--previous=$name" "--parts=of-$name" "--series=of-$name"; do
        [ "${with#--series}" = "$with" ] && set -- "$name" "$broken" || set --
        "$nianbao" lint --format=$format "$with" "$@" >out 2>err
        clean "a name in $format of lint ${with%%=*}" out
        clean "a name beside $format of lint ${with%%=*}" err
    done
done
sed 's/[1-9]/7/g' "$example" >"2$name"
for format in text json html; do
    "$nianbao" diff --format=$format "$name" "2$name" >out 2>err
    expect "status of diff --format=$format" $? 1
    clean "a name in diff --format=$format" out
done
for command in explain forms schema "lint --series" "lint --baseline" "diff"; do
    "$nianbao" $command "$broken" "$broken" >out 2>err
    expect "status of $command" $? 2
    clean "an argument of $command" err
done
printf '<title>%s&#155;31m报告&#127;</title><p>主动公开%s&#155;31m&#x7f;</p><p>公开\177指南</p>' "$c1" "$c1" >page.html
for format in json xml csv:findings text tree; do
    case $format in *:*) set -- -t csv --table=findings ;; *) set -- -t "$format" ;; esac
    "$nianbao" convert --force "$@" page.html >out 2>err
    clean "what a page says in $format" out
done
expect 'the words around stay' "$("$nianbao" convert --force -t text page.html 2>/dev/null | grep -c '主动公开.*31m')" 1


# Data stays what it is: controls of direction are written as the report has them, where programs read; escapes nowhere.
sed "0,/竹屿区/s//竹$bidi屿区$esc/" "$example" >turned.txt
for format in json ndjson xml text; do
    "$nianbao" convert -t $format turned.txt >out 2>err
    expect "controls of direction in $format" "$(grep -qF "竹$bidi屿区" out && echo kept)" kept
    expect "escapes in $format" "$(grep -cP '\x1b|\x07' out)" 0
    clean "what stands beside $format" err
done

cp "$example" "$(printf 'a\377.txt')"
cp "$example" "$(printf 'a\376.txt')"
"$nianbao" convert -t csv "$(printf 'a\377.txt')" "$(printf 'a\376.txt')" 2>/dev/null >out
expect 'two names are two sources' "$(tail -n +2 out | cut -d, -f1 | sort -u | tr '\n' ' ')" 'a\xfe.txt a\xff.txt '
# So are a name with a line break and one that is spelt as the first is shown.
nl=$(printf 'a\nb.txt') && cp "$example" "$nl" && cp "$example" 'a\x0ab.txt'
"$nianbao" convert --quiet -t csv "$nl" 'a\x0ab.txt' >out 2>err
expect 'a name with a line break is another source' "$(tail -n +2 out | cut -d, -f1 | sort -u | tr '\n' ' ')" 'a\x0ab.txt a\x5cx0ab.txt ' 

cp "$example" '=cmd.txt'
"$nianbao" convert -t csv '=cmd.txt' 2>/dev/null >out
expect 'no source is a formula' "$(tail -n +2 out | cut -c1-9 | sort -u)" "'=cmd.txt"
"$nianbao" convert --csv-raw -t csv '=cmd.txt' 2>/dev/null >out
expect '--csv-raw' "$(tail -n +2 out | cut -c1-8 | sort -u)" "=cmd.txt"

[ "$failures" -eq 0 ] && echo "echo.sh: all good"
exit "$((failures > 0))"
