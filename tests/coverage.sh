#!/bin/sh
# coverage.sh - which lines and branches "make check" runs, room by room: builds in the folder "coverage" of the build tree, runs the tests
# there (or those named) and prints a table of what they ran, whether all passed or not. Fails below what coverage.py asks for. Usage: coverage.sh [TEST...]
set -u
sources=$(cd "$(dirname "$0")/.." && pwd)
command -v gcovr > /dev/null || { echo 'SKIP: no gcovr, so no coverage'; exit 77; }
# Anew, as what the build runs counts too: the compilers of forms and indicators, manual pages, completions; tests use what they make. Atomic
# counters, as tests run threads; not optimised, so that a branch is one that somebody wrote.
rm -rf coverage
"$sources/scripts/build.sh" coverage CC=gcc CFLAGS='-g -O0 --coverage -fprofile-update=atomic' || exit 99
# The program that reads PDF may write no file: it goes on without its counts.
trap '' XFSZ
GCOV_ERROR_FILE=/dev/null
export GCOV_ERROR_FILE
if [ $# -gt 0 ]; then
	make -s -k -j2 -C coverage check TESTS="$*" > coverage/check.log 2>&1
else
	make -s -k -j2 -C coverage check > coverage/check.log 2>&1
fi
grep -E '^(FAIL|ERROR): ' coverage/check.log
# Counts of a process that was ended are not whole; gcov then tells of branches taken less than never.
gcovr --gcov-ignore-parse-errors -r "$sources" --object-directory coverage --json-summary coverage/summary.json coverage > coverage/gcovr.log 2>&1 || { cat coverage/gcovr.log; exit 99; }
"${PYTHON:-python3}" -B "$sources/tests/coverage.py" coverage/summary.json
