#!/bin/sh
# What is no report is refused with what is missing.
[ -n "$PYTHON" ] || { echo "no python3: other documents are not tried"; exit 77; }
exec "$PYTHON" -B "$srcdir/tests/evidence.py" ./nianbao "$srcdir/tests/others.txt"
