#!/bin/sh
# The model of measured columns puts values where they belong, and is as sure as it is right.
test -x ./tests/columns || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/columns.py" ./tests/columns
