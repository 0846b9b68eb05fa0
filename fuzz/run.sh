#!/bin/sh
# run.sh - builds the fuzzers in the folder "fuzzing" of the build tree and runs them, two at a time. What they find stays in fuzzing/found.
# Usage: run.sh SECONDS [FUZZER...]: other inputs each time, for so many seconds each; known inputs grow in fuzzing/corpus.
#        run.sh same QUARTERS [FUZZER...]: the same inputs each time, as many as take each fuzzer so many quarters of a minute on an idle
#        machine. A test that tried others each time would fail by chance, on a change that has nothing to do with what it finds.
set -u
sources=$(cd "$(dirname "$0")/.." && pwd)
same=0
[ "$1" != same ] || { same=1 && shift; }
long=$1
shift
command -v clang >/dev/null || { echo 'SKIP: no clang, so no fuzzers'; exit 77; }
# The form compiler, which runs in the build, leaves its memory to the system.
[ -n "${FUZZ_BUILT-}" ] || ASAN_OPTIONS=detect_leaks=0 "$sources/scripts/build.sh" fuzzing CC=clang --enable-fuzzing || exit 99
cd fuzzing || exit 99
# nianbao-pdf lets nobody look at it, so leaks cannot be searched for there.
ASAN_OPTIONS=detect_leaks=0 python3 -B "$sources/fuzz/seeds.py" forms/formc seeds ./nianbao-pdf || exit 99
[ $# -gt 0 ] || set -- text html archive sheets bytes ndjson form waiver writer
mkdir -p found

# inputs FUZZER: how many it tries in a quarter of a minute. Each seed is one.
inputs() {
	case $1 in
		archive) echo 4000 ;;
		bytes | waiver) echo 2000 ;;
		text | html) echo 1500 ;;
		form | ndjson) echo 300 ;;
		*) echo 500 ;;
	esac
}

# Time and memory are bounded for each input, too. Features are not counted (-entropic), which takes a fifth of the time. Seeds are given
# by name: folders are read in an order of their own.
fuzz() {
	fuzzer=$1
	find "seeds/$fuzzer" -type f | LC_ALL=C sort | paste -sd, - | tr -d '\n' > "seeds/$fuzzer.list"
	if [ "$same" -eq 1 ]; then
		set -- -seed=1 -runs=$((long * $(inputs "$fuzzer")))
	else
		mkdir -p "corpus/$fuzzer"
		set -- -max_total_time="$long" "corpus/$fuzzer"
	fi
	"fuzz/${fuzzer}_fuzzer" "$@" -timeout=60 -rss_limit_mb=2048 -max_len=65536 -entropic=0 -dict="seeds/$fuzzer.dict" \
		-seed_inputs="@seeds/$fuzzer.list" -artifact_prefix="found/$fuzzer-" -print_final_stats=1 > "$fuzzer.log" 2>&1 || : > "$fuzzer.failed"
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
		sed -n 's/^INFO: Seed: /seed: /p' "$fuzzer.log"
	else
		sed -n 's/^INFO: Seed: /'"$fuzzer"': seed: /p; s/^stat::number_of_executed_units: */'"$fuzzer"': inputs tried: /p' "$fuzzer.log"
	fi
done
exit "$((failures > 0))"
