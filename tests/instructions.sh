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
495 507 535 chengxi-2020.txt
436 448 464 lubei-2021.txt
773 780 792 nanxiu-2022.txt
450 459 466 huaipu-2023.html
2457 2470 2489 fengdu-2024.docx
END
# A line of a stream costs little more than a file: jansson is not shown long strings, and what it decoded is UTF-8 without a vote (809 before).
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT || exit 99
"${PYTHON:-python3}" - "$top"/examples/*.txt >"$dir/reports.ndjson" <<'END' || exit 99
import json, sys
for path in sys.argv[1:]:
    print(json.dumps({"id": path, "text": open(path, encoding="utf-8").read()}, ensure_ascii=False))
END
within 569 reports.ndjson "$dir/reports.ndjson"
# Of texts that are made to cost much (bench/worst.py, 64 KiB of each) those that cost most of their kind; the goal is 2,000.
"${PYTHON:-python3}" -B "$top/bench/worst.py" "$dir" || exit 99
while read -r measured name; do
    within "$measured" "$name" "$dir/$name.txt"
done <<'END'
1189 short-columns
1252 short-labels
1589 short-lines
1052 near-lines
1014 begun-columns
466 numbers-in-columns
1473 tied-columns
1962 one-cell-tables
1753 letters-a-line
1190 letters-in-columns
1060 broken-heads
1337 garbled-heads
1605 words-in-columns
1060 quoted-commas
1063 units
1394 numbers-apart
686 words-across
1429 hollow-heads
1569 long-labels
1544 numbers-a-line
377 joined-heads
1704 quotes-between
1473 wide-heads
959 pairs-in-columns
1167 spread-columns
1433 part-letters-a-line
1344 near-columns
1135 dotted-leaders
1238 broken-lines
1184 lists
1619 spread-beside
1195 spread-parts
1889 pairs-a-line
1084 parts
813 wide-columns
815 other-columns
1122 many-blocks
1706 ragged-stretches
1409 broken-stretches
1743 spread-stretches
1630 torn-beside
1866 narrow-tables
438 long-heads
1831 digits-together
END
# Of ways of printing that one pass or reader too many made dear: gone over as if their strings had run together, lines with pauses, leaders, wide bars
# and rows of HTML cost 130 to 390 more.
while read -r measured layout; do
    within "$measured" "layout $layout" --layout "$layout"
done <<'END'
435 pauses
364 leaders
402 bars-full-width
476 lines-blank
481 word
484 md-html
1087 pipes-rows-lossy
855 lines-lossy
625 aligned
END
"${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top"/examples/*.txt --together --stage facts --most 13.6 ||
    { echo 'FAIL: facts cost more than 13.6 instructions a byte'; status=1; }
exit $status
