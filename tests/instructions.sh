#!/bin/sh
# instructions.sh - what three of the examples cost, in instructions a byte, to convert and with all rules: a cell a line, bars, columns set with spaces.
# Each has a tenth more than it took when it was last measured, so that nothing creeps back; whoever makes it cheaper lowers the figure.
set -u
command -v valgrind >/dev/null || { echo 'SKIP: no valgrind, so no count of instructions'; exit 77; }
# Only what users build is counted: not what a sanitizer or a count of lines adds.
cflags=$(grep '^CFLAGS = ' Makefile)
case $cflags in
*-fsanitize*|*--coverage*|*-O0*|*-Og*) echo "SKIP: not built for speed: $cflags"; exit 77 ;;
esac
top=${srcdir:-.}
status=0
while read -r convert lint name; do
    for command in convert lint; do
        most=$convert && [ $command = lint ] && most=$lint
        "${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top/examples/$name" --command $command --most "$most" ||
            { echo "FAIL: $command $name: more than $most instructions a byte"; status=1; }
    done
done <<'END'
730 800 chengxi-2020.txt
520 545 lubei-2021.txt
1280 1285 nanxiu-2022.txt
END
exit $status
