#!/bin/sh
# Reports without fault, one in each way of printing that loses nothing, raise neither an error nor a warning.
[ -n "$PYTHON" ] || { echo "no python3: no reports are generated"; exit 77; }
exec "$PYTHON" -B "$srcdir/tests/clean.py" --count 51 --seed 7010 ./nianbao
