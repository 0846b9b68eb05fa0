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
574 585 676 chengxi-2020.txt
533 544 574 lubei-2021.txt
859 864 890 nanxiu-2022.txt
471 479 497 huaipu-2023.html
2525 2537 2578 fengdu-2024.docx
END
# A line of a stream costs little more than a file: jansson is not shown long strings, and what it decoded is UTF-8 without a vote (809 before).
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT || exit 99
"${PYTHON:-python3}" - "$top"/examples/*.txt >"$dir/reports.ndjson" <<'END' || exit 99
import json, sys
for path in sys.argv[1:]:
    print(json.dumps({"id": path, "text": open(path, encoding="utf-8").read()}, ensure_ascii=False))
END
within 638 reports.ndjson "$dir/reports.ndjson"
# Of texts that are made to cost much (bench/worst.py, 64 KiB of each) those that cost most of their kind; the goal is 2,000.
"${PYTHON:-python3}" -B "$top/bench/worst.py" "$dir" || exit 99
while read -r measured name; do
    within "$measured" "$name" "$dir/$name.txt"
done <<'END'
1375 short-columns
1319 short-labels
1797 short-lines
1333 near-lines
1185 begun-columns
838 numbers-in-columns
1918 tied-columns
2104 one-cell-tables
1979 letters-a-line
1956 letters-in-columns
1725 broken-heads
1768 garbled-heads
1931 words-in-columns
1171 quoted-commas
1546 units
1635 numbers-apart
818 words-across
1907 hollow-heads
1617 long-labels
1862 numbers-a-line
516 joined-heads
1903 quotes-between
865 wide-heads
1828 pairs-in-columns
2005 spread-columns
1894 part-letters-a-line
1522 near-columns
1584 dotted-leaders
1397 broken-lines
1284 lists
END
# Of ways of printing that one pass or reader too many made dear: gone over as if their strings had run together, lines with pauses, leaders, wide bars
# and rows of HTML cost 130 to 390 more.
while read -r measured layout; do
    within "$measured" "layout $layout" --layout "$layout"
done <<'END'
506 pauses
393 leaders
477 bars-full-width
573 lines-blank
576 word
511 md-html
1212 pipes-rows-lossy
898 lines-lossy
753 aligned
END
"${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top"/examples/*.txt --together --stage facts --most 13.6 ||
    { echo 'FAIL: facts cost more than 13.6 instructions a byte'; status=1; }
exit $status
