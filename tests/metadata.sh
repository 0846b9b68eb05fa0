#!/bin/sh
# Title, agency, year, dates and signature of the kinds of heads in metadata.txt: recall and precision of each field.
[ -n "$PYTHON" ] || { echo "no python3: heads are not read"; exit 77; }
exec "$PYTHON" -B "$srcdir/tests/metadata.py" ./nianbao "$srcdir/tests/metadata.txt"
