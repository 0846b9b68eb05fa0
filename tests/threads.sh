#!/bin/sh
# threads.sh - reports compiled in parallel from the first call on: no deadlock in many starts, no race that helgrind sees.
set -u
examples=$(cd "${srcdir:-.}" && pwd)/examples
html=$examples/huaipu-2023.html
docx=$examples/fengdu-2024.docx
for start in $(seq 100); do
    timeout 20 tests/threads "$html" >/dev/null || { echo "FAIL: start $start: status $?"; exit 1; }
done
timeout 20 tests/threads "$docx" "$html" "$examples/zhuyu-2024.txt" || exit 1
command -v valgrind >/dev/null || { echo 'SKIP: no valgrind, so no search for races'; exit 77; }
# A race in a library counts as well: only what tests/helgrind.supp explains is left out.
"${SHELL:-sh}" ./libtool --mode=execute valgrind -q --tool=helgrind --error-exitcode=3 --suppressions="${srcdir:-.}/tests/helgrind.supp" \
    tests/threads "$html" "$docx" "$examples/zhuyu-2024.txt" >helgrind.log 2>&1
status=$?
[ "$status" -eq 0 ] || { head -60 helgrind.log; echo "FAIL: helgrind: status $status"; }
rm -f helgrind.log
exit "$status"
