#!/bin/sh
# Damaged and hostile reports: no crash, no half output, no long wait.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/mutate.py" --program ./nianbao --count 1000
