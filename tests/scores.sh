#!/bin/sh
# A small measurement for "make check": fails if a wrong cell looks right, or fewer cells are exact than promised.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/test_score.py" || exit 1
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/score.py" --program ./nianbao --count 400 --promised -o tests/scores.md
