#!/bin/sh
# The statistics behind narrative reports, in every way of printing.
command -v "${PYTHON:-python3}" > /dev/null || { echo 'no Python 3'; exit 77; }
exec "${PYTHON:-python3}" -B "$srcdir/tests/annex.py" ./nianbao
