#!/bin/sh
# A small measurement for "make check": fails if a layout loses more than when it was last measured (tests/floors.tsv; UPDATE=1 writes
# it anew, and the difference is to be read).
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/test_score.py" || exit 1
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/score.py" --program ./nianbao --count 3600 \
	--floors "${srcdir:-.}/tests/floors.tsv" -o tests/scores.md
