#!/bin/sh
# Articles, their roles and sections, in the kinds of outlines of outline.txt.
[ -n "$PYTHON" ] || { echo "no python3: outlines are not read"; exit 77; }
exec "$PYTHON" -B "$srcdir/tests/outline.py" ./nianbao "$srcdir/tests/outline.txt"
