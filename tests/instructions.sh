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
576 587 679 chengxi-2020.txt
483 493 525 lubei-2021.txt
831 837 863 nanxiu-2022.txt
468 476 495 huaipu-2023.html
2515 2528 2571 fengdu-2024.docx
END
# A line of a stream costs little more than a file: jansson is not shown long strings, and what it decoded is UTF-8 without a vote (809 before).
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT || exit 99
"${PYTHON:-python3}" - "$top"/examples/*.txt >"$dir/reports.ndjson" <<'END' || exit 99
import json, sys
for path in sys.argv[1:]:
    print(json.dumps({"id": path, "text": open(path, encoding="utf-8").read()}, ensure_ascii=False))
END
within 617 reports.ndjson "$dir/reports.ndjson"
# Of texts that are made to cost much (bench/worst.py, 64 KiB of each) those that cost most of their kind; the goal is 2,000.
"${PYTHON:-python3}" -B "$top/bench/worst.py" "$dir" || exit 99
while read -r measured name; do
    within "$measured" "$name" "$dir/$name.txt"
done <<'END'
1328 short-columns
1276 short-labels
1734 short-lines
1295 near-lines
1136 begun-columns
837 numbers-in-columns
1866 tied-columns
1948 one-cell-tables
1961 letters-a-line
1900 letters-in-columns
1655 broken-heads
1736 garbled-heads
1773 words-in-columns
1065 quoted-commas
1394 units
1368 numbers-apart
795 words-across
1919 hollow-heads
1616 long-labels
1856 numbers-a-line
514 joined-heads
1790 quotes-between
799 wide-heads
1799 pairs-in-columns
1964 spread-columns
1824 part-letters-a-line
1479 near-columns
1511 dotted-leaders
1336 broken-lines
1244 lists
END
# Of ways of printing that one pass or reader too many made dear: gone over as if their strings had run together, lines with pauses, leaders, wide bars
# and rows of HTML cost 130 to 390 more.
while read -r measured layout; do
    within "$measured" "layout $layout" --layout "$layout"
done <<'END'
490 pauses
381 leaders
434 bars-full-width
569 lines-blank
574 word
508 md-html
1089 pipes-rows-lossy
860 lines-lossy
714 aligned
END
"${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top"/examples/*.txt --together --stage facts --most 13.6 ||
    { echo 'FAIL: facts cost more than 13.6 instructions a byte'; status=1; }
exit $status
