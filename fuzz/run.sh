#!/bin/sh
# run.sh - builds the fuzzers in the folder "fuzzing" of the build tree and runs them, two at a time. What they find stays in fuzzing/found.
# Usage: run.sh SECONDS [FUZZER...]; seconds for each. Known inputs grow in fuzzing/corpus.
set -u
sources=$(cd "$(dirname "$0")/.." && pwd)
seconds=$1
shift
command -v clang >/dev/null || { echo 'SKIP: no clang, so no fuzzers'; exit 77; }
# The form compiler, which runs in the build, leaves its memory to the system.
[ -n "${FUZZ_BUILT-}" ] || ASAN_OPTIONS=detect_leaks=0 "$sources/scripts/build.sh" fuzzing CC=clang --enable-fuzzing || exit 99
cd fuzzing || exit 99
# nianbao-pdf lets nobody look at it, so leaks cannot be searched for there.
ASAN_OPTIONS=detect_leaks=0 python3 -B "$sources/fuzz/seeds.py" forms/formc seeds ./nianbao-pdf || exit 99
[ $# -gt 0 ] || set -- text html archive sheets bytes ndjson form waiver writer
mkdir -p found

# Time and memory are bounded for each input, too. Features are not counted (-entropic), which takes a fifth of the time.
fuzz() {
	mkdir -p "corpus/$1"
	"fuzz/${1}_fuzzer" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=65536 -entropic=0 -dict="seeds/$1.dict" \
		-artifact_prefix="found/$1-" -print_final_stats=1 "corpus/$1" "seeds/$1" > "$1.log" 2>&1 || : > "$1.failed"
}

# Two at a time.
rm -f ./*.failed
list=$*
while [ $# -gt 0 ]; do
	fuzz "$1" &
	[ $# -lt 2 ] || fuzz "$2"
	wait
	shift
	[ $# -eq 0 ] || shift
done

failures=0
for fuzzer in $list; do
	if [ -e "$fuzzer.failed" ]; then
		failures=$((failures + 1))
		echo "FAIL: $fuzzer (fuzzing/$fuzzer.log)"
		grep -aE '^does not hold|^SUMMARY|runtime error|Test unit written' "$fuzzer.log" | head -5
	else
		sed -n 's/^stat::number_of_executed_units: */'"$fuzzer"': inputs tried: /p' "$fuzzer.log"
	fi
done
exit "$((failures > 0))"
