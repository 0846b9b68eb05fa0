#!/bin/sh
# Reports broken into lines have the metadata and the findings that they had before.
[ -n "$PYTHON" ] || { echo "no python3: nothing is wrapped"; exit 77; }
exec "$PYTHON" -B "$srcdir/tests/wrap.py" ./nianbao "$srcdir/tests/lint/base.txt"
