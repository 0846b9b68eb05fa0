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
523 534 562 chengxi-2020.txt
455 465 482 lubei-2021.txt
794 800 813 nanxiu-2022.txt
469 478 471 huaipu-2023.html
2472 2485 2506 fengdu-2024.docx
END
# A line of a stream costs little more than a file: jansson is not shown long strings, and what it decoded is UTF-8 without a vote (809 before).
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT || exit 99
"${PYTHON:-python3}" - "$top"/examples/*.txt >"$dir/reports.ndjson" <<'END' || exit 99
import json, sys
for path in sys.argv[1:]:
    print(json.dumps({"id": path, "text": open(path, encoding="utf-8").read()}, ensure_ascii=False))
END
within 578 reports.ndjson "$dir/reports.ndjson"
# Of texts that are made to cost much (bench/worst.py, 64 KiB of each) those that cost most of their kind; the goal is 2,000.
"${PYTHON:-python3}" -B "$top/bench/worst.py" "$dir" || exit 99
while read -r measured name; do
    within "$measured" "$name" "$dir/$name.txt"
done <<'END'
1149 short-columns
1194 short-labels
1558 short-lines
1306 near-lines
974 begun-columns
784 numbers-in-columns
1437 tied-columns
1991 one-cell-tables
1794 letters-a-line
1133 letters-in-columns
1024 broken-heads
1232 garbled-heads
1687 words-in-columns
1044 quoted-commas
1051 units
1456 numbers-apart
725 words-across
1377 hollow-heads
1612 long-labels
1603 numbers-a-line
390 joined-heads
1718 quotes-between
719 wide-heads
949 pairs-in-columns
1446 spread-columns
1452 part-letters-a-line
1219 near-columns
1410 dotted-leaders
1196 broken-lines
1265 lists
1497 spread-beside
1197 spread-parts
1919 pairs-a-line
1090 parts
830 wide-columns
834 other-columns
1456 many-blocks
1677 ragged-stretches
1379 broken-stretches
1659 spread-stretches
1565 torn-beside
1901 narrow-tables
431 long-heads
END
# Of ways of printing that one pass or reader too many made dear: gone over as if their strings had run together, lines with pauses, leaders, wide bars
# and rows of HTML cost 130 to 390 more.
while read -r measured layout; do
    within "$measured" "layout $layout" --layout "$layout"
done <<'END'
447 pauses
377 leaders
418 bars-full-width
511 lines-blank
528 word
485 md-html
1099 pipes-rows-lossy
845 lines-lossy
639 aligned
END
"${PYTHON:-python3}" -B "$top/bench/instructions.py" ./nianbao "$top"/examples/*.txt --together --stage facts --most 13.6 ||
    { echo 'FAIL: facts cost more than 13.6 instructions a byte'; status=1; }
exit $status
