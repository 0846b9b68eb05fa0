#!/bin/sh
# Reports as pdftotext -layout prints them: no wrong cell looks right.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/pdf.py" ./nianbao
