#!/bin/sh
# Precision and recall of facts, indicators and NB4xx on sentences marked by hand.
command -v "${PYTHON:-python3}" > /dev/null || { echo 'no Python 3'; exit 77; }
exec "${PYTHON:-python3}" -B "$srcdir/tests/facts.py" ./nianbao "$srcdir/tests/facts"
