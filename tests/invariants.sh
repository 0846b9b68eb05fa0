#!/bin/sh
# invariants.sh - what the fuzzers hold for true (fuzz/invariants.h), of the examples, the corpus and generated reports.
"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || exit 77
exec "${PYTHON:-python3}" -B "${srcdir:-.}/tests/invariants.py" fuzz/standalone 60 1 "${srcdir:-.}"/examples/*.txt "${srcdir:-.}"/examples/*.html \
	"${srcdir:-.}"/examples/*.docx "${srcdir:-.}"/tests/corpus/*.txt "${srcdir:-.}"/tests/corpus/*.html
