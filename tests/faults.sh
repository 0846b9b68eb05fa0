#!/bin/sh
# Faults put one at a time into a clean draft are found, and nothing else is.
command -v "${PYTHON:-python3}" > /dev/null || { echo 'no Python 3'; exit 77; }
status=0
"${PYTHON:-python3}" -B "$srcdir/tests/faults.py" ./nianbao "$srcdir/tests/lint/base.txt" "$srcdir/tests/faults.tsv" || status=1
"${PYTHON:-python3}" -B "$srcdir/tests/faults_forms.py" ./nianbao "$srcdir/tests" || status=1
exit $status
