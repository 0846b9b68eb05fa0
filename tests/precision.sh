#!/bin/sh
# How often each rule is right: on paragraphs in the manner of real pages, and in the table of doc/rules.md on all that the tests hold.
# UPDATE=1 writes the table anew.
[ -n "$PYTHON" ] || { echo "no python3: paragraphs are not read"; exit 77; }
measure() {
	"$PYTHON" -B "$srcdir/tests/precision.py" "$@" ./nianbao "$srcdir/tests/lint/base.txt" "$srcdir/tests/precision.txt"
}
doc=$srcdir/doc/rules.md
begin='<!-- make precision -->' end='<!-- precision ends -->'
measure
status=$?
table=$("$PYTHON" -B "$srcdir/tests/precision_table.py" ./nianbao "$srcdir/tests")
if [ "${UPDATE-}" ]; then
	{ sed "/^$begin\$/,\$d" "$doc"; printf '%s\n\n%s\n\n%s\n' "$begin" "$table" "$end"; sed "1,/^$end\$/d" "$doc"; } > "$doc-t" && mv "$doc-t" "$doc"
	printf '%s\n' "$table"
elif [ "$(sed "1,/^$begin\$/d;/^$end\$/,\$d" "$doc" | sed '1d;$d')" != "$table" ]; then
	echo 'the table in doc/rules.md is not what is measured (make precision)'
	status=1
fi
exit $status
