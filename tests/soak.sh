#!/bin/sh
# soak.sh - many reports through one process: a result for each, and memory stays flat. "python3 tests/soak.py PROGRAM --count 100000" is longer.
command -v python3 >/dev/null || exit 77
exec python3 -B "${srcdir:-.}/tests/soak.py" ./nianbao
