#!/bin/sh
# soak.sh - many reports through one process: a result for each, and memory stays flat. "make soak" tries 100,000.
command -v python3 >/dev/null || exit 77
exec python3 -B "${srcdir:-.}/tests/soak.py" ./nianbao
