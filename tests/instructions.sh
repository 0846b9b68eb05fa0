#!/bin/sh
# instructions.sh - what five of the examples cost, in instructions a byte, to convert, as CSV and with all rules: a cell a line, bars, columns set
# with spaces, a page, a Word document. The figures are what each took when it was last measured, so that nothing creeps back;
# whoever makes it cheaper lowers them. Finding facts costs 12.5 in all examples of plain text (15 where passages that state nothing are walked, too).
set -u
command -v valgrind >/dev/null || { echo 'SKIP: no valgrind, so no count of instructions'; exit 77; }
# Only what users build is counted: not what a sanitizer or a count of lines adds.
cflags=$(grep '^CFLAGS = ' Makefile)
case $cflags in
*-fsanitize*|*--coverage*|*-O0*|*-Og*) echo "SKIP: not built for speed: $cflags"; exit 77 ;;
esac
top=${srcdir:-.}
status=0

# within MEASURED WHAT ARGUMENT...: fails if it takes more than a fiftieth above what was measured: another processor's libc, another environment and
# another version of the libraries change the count by up to a hundredth.
within() {
    most=$(($1 * 51 / 50 + 1)) what=$2
    shift 2
    "${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$@" --most "$most" ||
        { echo "FAIL: $what: more than $most instructions a byte"; status=1; }
}

while read -r convert csv lint name; do
    for command in convert csv lint; do
        eval "measured=\$$command"
        within "$measured" "$command $name" "$top/examples/$name" --command $command
    done
done <<'END'
520 532 560 chengxi-2020.txt
460 471 487 lubei-2021.txt
820 825 838 nanxiu-2022.txt
470 479 474 huaipu-2023.html
2478 2492 2515 fengdu-2024.docx
END
# A line of a stream costs little more than a file: jansson is not shown long strings, and what it decoded is UTF-8 without a vote (809 before).
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT || exit 99
"${PYTHON:-python3}" - "$top"/examples/*.txt >"$dir/reports.ndjson" <<'END' || exit 99
import json, sys
for path in sys.argv[1:]:
    print(json.dumps({"id": path, "text": open(path, encoding="utf-8").read()}, ensure_ascii=False))
END
within 583 reports.ndjson "$dir/reports.ndjson"
# Of texts that are made to cost much (bench/worst.py, 64 KiB of each) those that cost most of their kind; the goal is 2,000.
"${PYTHON:-python3}" -B "$top/bench/worst.py" "$dir" || exit 99
while read -r measured name; do
    within "$measured" "$name" "$dir/$name.txt"
done <<'END'
1280 short-columns
1290 short-labels
1695 short-lines
1243 near-lines
1121 begun-columns
804 numbers-in-columns
1515 tied-columns
1823 one-cell-tables
1948 letters-a-line
1938 letters-in-columns
1718 broken-heads
1773 garbled-heads
1773 words-in-columns
1132 quoted-commas
1349 units
1510 numbers-apart
812 words-across
1625 hollow-heads
1603 long-labels
1703 numbers-a-line
605 joined-heads
1856 quotes-between
805 wide-heads
1886 pairs-in-columns
2003 spread-columns
1768 part-letters-a-line
1530 near-columns
1495 dotted-leaders
1271 broken-lines
1253 lists
1544 spread-beside
1912 spread-parts
2119 pairs-a-line
1750 parts
1254 wide-columns
854 other-columns
1862 many-blocks
END
# Of ways of printing that one pass or reader too many made dear: gone over as if their strings had run together, lines with pauses, leaders, wide bars
# and rows of HTML cost 130 to 390 more.
while read -r measured layout; do
    within "$measured" "layout $layout" --layout "$layout"
done <<'END'
446 pauses
352 leaders
409 bars-full-width
515 lines-blank
535 word
500 md-html
1056 pipes-rows-lossy
827 lines-lossy
723 aligned
END
"${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top"/examples/*.txt --together --stage facts --most 13.6 ||
    { echo 'FAIL: facts cost more than 13.6 instructions a byte'; status=1; }
exit $status
