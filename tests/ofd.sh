#!/bin/sh
# Reports as OFD, written on the spot: each cell exact; what cannot be read is refused with one line, and so are damaged archives of any kind.
test -x ./nianbao || exit 77
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/archives.py" ./nianbao "${srcdir:-.}/examples/fengdu-2024.docx" || exit 1
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/ofd.py" ./nianbao 28
