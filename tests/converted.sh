#!/bin/sh
# A report as each of many programs converts it: a change that breaks one converter's kind is seen (converted.py).
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/converted.py" ./nianbao
