#!/bin/sh
# scale.sh - the recipes of doc/scale.md: make, GNU parallel, and Dask with a worker that is killed; the same records as from one process.
unset MAKEFLAGS MFLAGS # of the make that runs the tests, which may be silent
top=$(cd "${srcdir:-.}" && pwd)
. "${srcdir:-.}/tests/equal.sh"
alone
mkdir reports out
PATH=$(dirname "$nianbao"):$PATH
cp "$top"/examples/*-20*.txt reports

# 90 records, a broken line and one that is no report among each nine.
for file in reports/*.txt; do
    printf '"text":"%s"}\n' "$(sed 's/\\/\\\\/g; s/"/\\"/g; s/	/\\t/g; s/\r//g; s/$/\\n/' "$file" | tr -d '\n')"
done >texts
echo '"text":"no report"}' >>texts
for round in 0 1 2 3 4 5 6 7 8; do cat texts; echo broken; done | awk '{ print (/broken/ ? "" : "{\"id\":" NR ",") $0 }' >corpus.ndjson
"$nianbao" convert -j1 --quiet -f ndjson corpus.ndjson >whole 2>err
expect "one process" "$? $(wc -l <whole)" "2 $(wc -l <corpus.ndjson)"
# Where a record lay in its part is no part of what it says.
bare() { sed 's/"source":{"name":"[^"]*"/"source":{/; s/"line":[0-9]*}$/}/' "$@"; }
bare whole >wanted

# recipe FIRST: the recipe that begins with these words, from the document.
recipe() { sed -n "/^    $1/,/^\$/s/^    //p" "$top/doc/scale.md"; }

recipe 'reports = ' >Makefile
make -s -j2 >log 2>&1
expect "make -j" "$? $(ls out | wc -l)" "0 $(ls reports | wc -l)"
"$nianbao" convert -j1 --quiet -O direct reports/*.txt 2>err
expect "make -j: what was written" "$(diff -r out direct && echo same)" same
touch reports/zhuyu-2024.txt
expect "make: what is changed" "$(make -j2 2>err | grep -o 'reports/.*\.txt')" reports/zhuyu-2024.txt

if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
    recipe 'parallel --pipe' | head -n 1 | sed 's/20M/20k/' >recipe
    sh ./recipe 2>err
    bare out.ndjson | cmp -s - wanted || expect "parallel --pipe" "$(wc -l <out.ndjson) others" "the same records"
    recipe 'find reports' >recipe
    sh ./recipe 2>err
    expect "parallel of files" "$(grep -c '^{"nianbao":1,"source"' out.ndjson)" "$(ls reports | wc -l)"
else
    echo 'no GNU parallel, so its recipes are not run'
fi

# The script of Slurm's array, as srun would start it for task 7, whose reports have errors. What Slurm itself does is not tried.
recipe '#!' >task
mkdir bin parts && printf '#!/bin/sh\nshift\nexec "$@"\n' >bin/srun && chmod +x bin/srun && grep '"text":"竹屿区2024年' corpus.ndjson >parts/7.ndjson
PATH=$PWD/bin:$PATH SLURM_ARRAY_TASK_ID=7 sh ./task 2>err
expect "Slurm: status" "$?" 0
expect "Slurm: records" "$(grep -c '^{"nianbao":1,"id"' out/7.ndjson)" "$(wc -l <parts/7.ndjson)"
rm -r parts

for python in "${PYTHON:-python3}" /usr/bin/python3 none; do
    [ $python = none ] || "$python" -c 'import dask.distributed' 2>/dev/null && break
done
if [ $python != none ]; then
    timeout 120 "$python" -B "$top/examples/dask_corpus.py" "$nianbao" corpus.ndjson parts --partitions 30 --kill >log 2>err
    expect "Dask with a worker killed" "$?" 0
    grep -q 'partitions 30, .*killed 1' log || { cat log; tail err; expect "Dask" "$(cat log)" "partitions 30, killed 1"; }
    bare parts/*.ndjson | cmp -s - wanted || expect "Dask: records" "$(cat parts/*.ndjson | wc -l), others" "the same ones"
    expect "Dask: what is left over" "$(find parts -type f ! -name '[0-9]*.ndjson')" ""
else
    echo 'no python3-distributed, so the recipe for Dask is not run'
fi
[ "$failures" -eq 0 ] && echo "scale.sh: all good"
exit "$((failures > 0))"
