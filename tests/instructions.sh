#!/bin/sh
# instructions.sh - what three of the examples cost, in instructions a byte: a cell a line, bars, columns set with spaces. Each has a tenth more than it took
# when it was last measured, so that nothing creeps back; whoever makes it cheaper lowers the figure.
set -u
command -v valgrind >/dev/null || { echo 'SKIP: no valgrind, so no count of instructions'; exit 77; }
# Only what users build is counted: not what a sanitizer or a count of lines adds.
cflags=$(grep '^CFLAGS = ' Makefile)
case $cflags in
*-fsanitize*|*--coverage*|*-O0*|*-Og*) echo "SKIP: not built for speed: $cflags"; exit 77 ;;
esac
top=${srcdir:-.}
status=0
while read -r most name; do
    "${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top/examples/$name" --most "$most" ||
        { echo "FAIL: $name: more than $most instructions a byte"; status=1; }
done <<'END'
790 chengxi-2020.txt
585 lubei-2021.txt
1430 nanxiu-2022.txt
END
exit $status
