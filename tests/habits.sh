#!/bin/sh
# habits.sh - what programs do to a text as a whole changes no value (habits.py).
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/habits.py" ./nianbao
