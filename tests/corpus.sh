#!/bin/sh
# The grammar by examples: each input in tests/corpus beside the tree that the parser makes of it. UPDATE=1 writes the trees anew.
program=$(pwd)/nianbao
cd "${srcdir:-.}/tests/corpus" || exit 1
status=0
for source in *.txt *.html; do
	tree=${source%.*}.tree
	found=$("$program" convert --force -t tree "$source" 2> /dev/null)
	[ -z "${UPDATE-}" ] || printf '%s\n' "$found" > "$tree"
	if [ "$found" != "$(cat "$tree")" ]; then
		echo "$source gives"
		printf '%s\n' "$found" | diff "$tree" - | head -n 12
		status=1
	fi
done
exit $status
