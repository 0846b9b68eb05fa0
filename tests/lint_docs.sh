#!/bin/sh
# doc/rules.md has the catalogue as the program explains it, and every message has its translation. UPDATE=1 writes the catalogue anew.
status=0
doc=$srcdir/doc/rules.md
marker='<!-- from here on: nianbao explain --format=markdown -->'
catalogue=$(./nianbao explain --lang=en --format=markdown)
if [ "${UPDATE-}" ]; then
	{ sed "/^$marker\$/,\$d" "$doc"; printf '%s\n\n%s\n' "$marker" "$catalogue"; } > "$doc-t" && mv "$doc-t" "$doc"
elif [ "$(sed "1,/^$marker\$/d" "$doc" | sed 1d)" != "$catalogue" ]; then
	echo 'doc/rules.md does not agree with lint/rules.def (UPDATE=1 tests/lint_docs.sh)'
	status=1
fi
if command -v xgettext > /dev/null && command -v msgcmp > /dev/null; then
	messages=$(mktemp) && (cd "$srcdir" && xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ -o "$messages" \
		lint/rules.def lint/*.c src/*.c output/*.c input/*.c forms/*.c) || exit 1
	msgcmp "$srcdir/po/zh_CN.po" "$messages" || { echo 'po/zh_CN.po lacks messages (make update-po)'; status=1; }
	rm -f "$messages"
fi
exit $status
