#!/bin/sh
# Web pages in the manner of many sites, all of which must read alike.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/pages.py" ./nianbao 20
