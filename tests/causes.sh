#!/bin/sh
# One cause, one finding: wrong digits, exchanged cells, shifted and lost rows in tables printed in many ways.
command -v "${PYTHON:-python3}" > /dev/null || { echo 'no Python 3'; exit 77; }
exec "${PYTHON:-python3}" -B "$srcdir/tests/causes.py" --count 51 --every 5 ./nianbao
