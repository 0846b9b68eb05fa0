#!/bin/sh
# run.sh - builds the fuzzers in the folder "fuzzing" of the build tree and runs each of them. What it finds stays in fuzzing/found.
# Usage: run.sh SECONDS [FUZZER...]; seconds for each. Known inputs grow in fuzzing/corpus.
set -u
sources=$(cd "$(dirname "$0")/.." && pwd)
seconds=$1
shift
command -v clang >/dev/null || { echo 'SKIP: no clang, so no fuzzers'; exit 77; }
# The form compiler, which runs in the build, leaves its memory to the system.
[ -n "${FUZZ_BUILT-}" ] || ASAN_OPTIONS=detect_leaks=0 "$sources/scripts/build.sh" fuzzing CC=clang --enable-fuzzing || exit 99
cd fuzzing || exit 99
python3 -B "$sources/fuzz/seeds.py" forms/formc seeds ./nianbao-pdf || exit 99
[ $# -gt 0 ] || set -- text html archive sheets bytes ndjson form waiver writer
failures=0
mkdir -p found
for fuzzer; do
	mkdir -p "corpus/$fuzzer"
	# Time and memory are bounded for each input, too.
	if "fuzz/${fuzzer}_fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 -dict="seeds/$fuzzer.dict" \
		-artifact_prefix="found/$fuzzer-" -print_final_stats=1 "corpus/$fuzzer" "seeds/$fuzzer" >"$fuzzer.log" 2>&1; then
		sed -n 's/^stat::number_of_executed_units: */'"$fuzzer"': inputs tried: /p' "$fuzzer.log"
	else
		failures=$((failures + 1))
		echo "FAIL: $fuzzer (fuzzing/$fuzzer.log)"
		grep -aE '^does not hold|^SUMMARY|runtime error|Test unit written' "$fuzzer.log" | head -5
	fi
done
exit "$((failures > 0))"
