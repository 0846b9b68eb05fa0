#!/bin/sh
# folders.sh - --recursive: a folder stands for the files in it, and what is written for them keeps the folders.
examples=$(cd "${srcdir:-.}" && pwd)/examples
. "${srcdir:-.}/tests/equal.sh"
alone
mkdir -p town/2021/old town/2022 town/.hidden other
cp "$examples/lubei-2021.txt" town/2021/report.txt
cp "$examples/lubei-2021.txt" town/2021/old/report.TXT
cp "$examples/beizhu-2023.txt" town/2022/report # saved without an ending
cp "$examples/beizhu-2023.txt" town/.hidden/report.txt
cp "$examples/beizhu-2023.txt" other/alone.txt
ln -s .. town/2022/round
echo 'p {}' >town/2022/page.css

# run NAME STATUS FILES ARGUMENT...: what is in `made` afterwards.
run() {
    name=$1 status=$2 want=$3
    shift 3
    rm -rf made
    "$nianbao" convert --lang=en -O made "$@" 2>"$dir/err" >"$dir/out"
    expect "$name: status" "$?" "$status"
    expect "$name: files" "$(cd made 2>/dev/null && find . -type f ! -name '.*' | sort | tr '\n' ' ')" "$want"
}
all='./2021/old/report.json ./2021/report.json ./2022/report.json '
run 'a folder' 0 "$all" -r town
expect 'what is passed over' "$(grep -c '^nianbao: town: 1 files passed over.*town/2022/page.css$' "$dir/err")" 1
run 'a folder with slashes behind it' 0 "$all" --recursive town//
run 'two folders and a file' 0 "./2021/old/report.json ./2021/report.json ./2022/report.json ./alone.json ./alone.txt.json " -r town other/ \
    "$(cp other/alone.txt alone.txt.txt && echo alone.txt.txt)"
run 'a file in a folder that is not named' 0 './report.json ' -r town/2021/report.txt
run 'a folder that is not to be walked' 2 '' town
expect 'how to walk it' "$(grep -c 'town: Is a directory: --recursive' "$dir/err")" 1
run 'a folder without reports' 2 '' -r town/.hidden/none
mkdir empty
run 'an empty folder' 2 '' -r empty
run 'one of two folders is empty' 2 "$all" -r empty town
run 'files that would be one' 2 '' -r town/2021 town/2022
expect 'which' "$(grep -c 'made/report.json: two of the input files' "$dir/err")" 1

# What an earlier run wrote is no report, and a second run finds what is done.
cd town
run 'the folder that is written to lies in the one that is read' 0 "$(echo "$all" | sed 's|\.json|.csv|g')" -r -t csv .
"$nianbao" convert -r -t csv -O made --resume . 2>"$dir/err"
"$nianbao" convert -r -t csv -O made --resume --progress=always . 2>"$dir/err"
expect 'the second run' "$? $(grep -c 'up to date: 3$' "$dir/err")" '0 1'
rm -rf made && mkdir made ../away && ln -s ../../away made/2021
"$nianbao" convert -r -O made --lang=en . 2>"$dir/err"
expect 'a folder that leads elsewhere' "$? $(ls ../away | tr '\n' ' ')$(grep -c 'leads out of the folder' "$dir/err")" '2 2'
cd ..

# The order is that of names, for one document as for many files; lint takes folders too.
"$nianbao" convert -r -j2 -t csv --table=wide town 2>/dev/null | tr -d '\r' | cut -d, -f1 | tail -n +2 | tr '\n' ' ' >order
expect 'the order' "$(cat order)" 'town/2021/old/report.TXT town/2021/report.txt town/2022/report '
expect 'lint' "$("$nianbao" lint -r town --format=json 2>/dev/null | grep -c '"name": *"town/')" 3
[ "$failures" -eq 0 ] && echo "folders.sh: all good"
exit "$((failures > 0))"
