#!/bin/sh
# Each rule fires where it should and nowhere else.
command -v "${PYTHON:-python3}" > /dev/null || { echo 'no Python 3'; exit 77; }
exec "${PYTHON:-python3}" -B "$srcdir/tests/lint_rules.py" ./nianbao "$srcdir/tests/lint/base.txt"
