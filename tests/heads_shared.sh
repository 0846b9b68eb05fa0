#!/bin/sh
# Minimal heads that failed, which are not part of this repository (../shared): their fields, articles and rules are right.
[ -n "$PYTHON" ] || { echo "no python3: heads are not read"; exit 77; }
heads=$srcdir/../shared/cases/heads
[ -d "$heads" ] || { echo "no $heads: these heads are not at hand"; exit 77; }
exec "$PYTHON" -B "$srcdir/tests/heads_shared.py" ./nianbao "$heads"
