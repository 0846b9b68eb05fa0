#!/bin/sh
# resume.sh - a second run over a folder does what is new or changed, or was made in another way, and nothing else; and the summary.
examples=$(cd "${srcdir:-.}" && pwd)/examples
. "${srcdir:-.}/tests/equal.sh"
alone
mkdir sources
for name in a b c; do
    cp "$examples/lubei-2021.txt" sources/$name.txt
done
tick() { sleep 0.05; } # more than the clock of files needs to go on, which is 10 ms

run() { "$nianbao" convert --resume --progress=always -O made "$@" 2>err; }
# mark: each file that is there gets other words, so that one that is written anew is seen.
mark() {
    tick
    for file in made/*.json; do echo mark >"$file"; done
    tick
}
written() { grep -Lx mark made/*.json | sed 's|made/||; s|\.json||' | tr '\n' ' '; }
# resume NAME WANT ARGUMENT...: a run writes these files.
resume() {
    name=$1 want=$2
    shift 2
    run "$@"
    expect "$name: status" $? 0
    expect "$name: files written" "$(written)" "$want"
    mark
}

resume 'the first run' 'a b c ' sources/*.txt
resume 'the same again' '' sources/*.txt
expect 'the summary of a run with nothing to do' "$(grep -c 'up to date: 3$' err) $(sed -n 's/.*inputs: \([0-9]*\),.*/\1/p' err) $(grep -c 'cells:' err)" '1 0 0'
touch sources/b.txt
tick
resume 'one is changed' 'b ' sources/*.txt
cp "$examples/beizhu-2023.txt" sources/d.txt
tick
resume 'one is new' 'd ' sources/*.txt
# Another file in its place, with a time of long ago, as a synchronised folder has it.
cp "$examples/nanxiu-2022.txt" later && touch -d '2001-01-01' later && mv later sources/c.txt
tick
"$nianbao" convert --resume -O made sources/*.txt 2>err
expect 'an old file in the place of another' "$(written)" 'c '
mark
rm made/a.json
resume 'one is lost' 'a ' sources/a.txt sources/b.txt
resume 'other options' 'a b ' --fill sources/a.txt sources/b.txt

# What another making has left is not taken for this one's, though the run that began it was stopped after the first file.
run --fill --csv-raw sources/a.txt
run --fill --csv-raw sources/a.txt sources/b.txt sources/d.txt
expect 'after a run that was stopped' "$(written | grep -o '[bd] ' | tr -d '\n')" 'b d '
mark
# A file that cannot be read is tried again, and its old result stays.
echo 'no report' >sources/b.txt
tick
for time in first second; do
    run --fill --csv-raw sources/a.txt sources/b.txt
    expect "no report, the $time time" "$? $(written)" '2 '
    expect "no report, the $time time: said" "$(grep -c 'b.txt' err)" 1
done
mark
# A note that leads elsewhere is no note.
rm made/.nianbao-resume && echo precious >elsewhere && ln -s ../elsewhere made/.nianbao-resume
run --fill sources/a.txt
expect 'a link in the place of the note' "$? $(cat elsewhere) $(written)" '2 precious '
for wrong in '-o one.json' '-f ndjson' ''; do
    "$nianbao" convert --resume $wrong sources/a.txt >out 2>err
    expect "--resume $wrong" "$?$(cat out)" 2
done

# The summary counts what the tables say.
set -- "$examples"/*-20*.txt
"$nianbao" convert --progress=always -t csv --fill "$@" 2>err >cells.csv
for status in given blank na placed suspect missing derived; do
    listed=$(tr -d '\r' <cells.csv | grep -c ",$status,[0-9]*\$")
    summed=$(sed -n "s/^nianbao: cells:.* $status \([0-9]*\).*/\1/p" err)
    expect "cells $status" "${summed:-0}" "$listed"
done
for command in convert lint; do
    "$nianbao" $command --progress=always "$@" 2>err >out
    expect "findings by rule of $command" "$(sed -n 's/^nianbao: NB.*: //p' err | awk '{ sum += $1 } END { print sum + 0 }')" \
        "$(sed -n 's/.*inputs: .*findings: \([0-9]*\),.*/\1/p' err)"
done
[ "$failures" -eq 0 ] && echo "resume.sh: all good"
exit "$((failures > 0))"
