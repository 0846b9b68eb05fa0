#!/bin/sh
# progress.sh - the line of progress on a real terminal, and none in a pipe.
LC_ALL=C
export LC_ALL
"${PYTHON:-python3}" -B "${srcdir:-.}/tests/progress.py" ./nianbao "${srcdir:-.}/examples/zhuyu-2024.txt" && echo 'progress.sh: all good'
