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
503 514 541 chengxi-2020.txt
444 455 470 lubei-2021.txt
778 784 796 nanxiu-2022.txt
466 474 467 huaipu-2023.html
2459 2472 2489 fengdu-2024.docx
END
# A line of a stream costs little more than a file: jansson is not shown long strings, and what it decoded is UTF-8 without a vote (809 before).
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT || exit 99
"${PYTHON:-python3}" - "$top"/examples/*.txt >"$dir/reports.ndjson" <<'END' || exit 99
import json, sys
for path in sys.argv[1:]:
    print(json.dumps({"id": path, "text": open(path, encoding="utf-8").read()}, ensure_ascii=False))
END
within 568 reports.ndjson "$dir/reports.ndjson"
# Of texts that are made to cost much (bench/worst.py, 64 KiB of each) those that cost most of their kind; the goal is 2,000.
"${PYTHON:-python3}" -B "$top/bench/worst.py" "$dir" || exit 99
while read -r measured name; do
    within "$measured" "$name" "$dir/$name.txt"
done <<'END'
1155 short-columns
1271 short-labels
1549 short-lines
1300 near-lines
999 begun-columns
763 numbers-in-columns
1464 tied-columns
2005 one-cell-tables
1800 digits-together
1791 letters-a-line
1208 letters-in-columns
1058 broken-heads
1327 garbled-heads
1713 words-in-columns
1061 quoted-commas
1066 units
1458 numbers-apart
706 words-across
1434 hollow-heads
1610 long-labels
1604 numbers-a-line
386 joined-heads
1750 quotes-between
731 wide-heads
971 pairs-in-columns
1494 spread-columns
1444 part-letters-a-line
1368 near-columns
1395 dotted-leaders
1176 broken-lines
1233 lists
1574 spread-beside
1212 spread-parts
1908 pairs-a-line
1105 parts
819 wide-columns
827 other-columns
1130 many-blocks
1721 ragged-stretches
1425 broken-stretches
1722 spread-stretches
1666 torn-beside
1891 narrow-tables
440 long-heads
END
# Of ways of printing that one pass or reader too many made dear: gone over as if their strings had run together, lines with pauses, leaders, wide bars
# and rows of HTML cost 130 to 390 more.
while read -r measured layout; do
    within "$measured" "layout $layout" --layout "$layout"
done <<'END'
447 pauses
373 leaders
421 bars-full-width
484 lines-blank
491 word
488 md-html
1124 pipes-rows-lossy
865 lines-lossy
631 aligned
END
"${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top"/examples/*.txt --together --stage facts --most 13.6 ||
    { echo 'FAIL: facts cost more than 13.6 instructions a byte'; status=1; }
exit $status
