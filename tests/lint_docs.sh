#!/bin/sh
# doc/rules.md and doc/rules.zh.md have the catalogue as the program explains it, the pages that the Chinese README names are Chinese,
# the manual pages have all options, and every message has its translation. UPDATE=1 writes the catalogues anew.
status=0
marker='<!-- from here on: nianbao explain --format=markdown -->'
# catalogue LANGUAGE FILE
catalogue() {
	explained=$(./nianbao explain --lang="$1" --format=markdown)
	if [ "${UPDATE-}" ]; then
		{ sed "/^$marker\$/,\$d" "$2"; printf '%s\n\n%s\n' "$marker" "$explained"; } > "$2-t" && mv "$2-t" "$2"
	elif [ "$(sed "1,/^$marker\$/d" "$2" | sed 1d)" != "$explained" ]; then
		echo "$2 does not agree with lint/rules.def (UPDATE=1 tests/lint_docs.sh)"
		status=1
	fi
}
catalogue en "$srcdir/doc/rules.md"
catalogue zh "$srcdir/doc/rules.zh.md"
for page in $(grep -o '(doc/[a-z.]*md)' "$srcdir/README.zh.md" | tr -d '()'); do
	case $page in
	*.zh.md) [ -s "$srcdir/$page" ] || { echo "README.zh.md names $page, which is not there"; status=1; } ;;
	*) echo "README.zh.md names $page, which is not in Chinese"; status=1 ;;
	esac
done
# In both languages the manual page names, in the part about a command, each option that its --help explains.
for page in doc/nianbao.1 doc/zh_CN/nianbao.1; do
	for command in $(LC_ALL=C ./nianbao --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
		part=$(sed -n "/^\.Ss nianbao $command\$/,/^\.S[hs] /p" "$srcdir/$page" | tr '\n' ' ')
		for option in $(LC_ALL=C ./nianbao "$command" --help | sed -n '/^  -h/d; s/^  -\(.\), .*/\1/p; s/^      -\(-[a-z-]*\).*/\1/p'); do
			case "$part " in
			*"Fl $option "*) ;;
			*) echo "$page: nianbao $command lacks -$option"; status=1 ;;
			esac
		done
	done
done
if command -v xgettext > /dev/null && command -v msgcmp > /dev/null; then
	messages=$(mktemp) && (cd "$srcdir" && xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ -o "$messages" \
		lint/rules.def lint/*.c src/*.c output/*.c input/*.c metadata/*.c forms/*.c core/*.[ch]) || exit 1
	msgcmp "$srcdir/po/zh_CN.po" "$messages" || { echo 'po/zh_CN.po lacks messages (make update-po)'; status=1; }
	rm -f "$messages"
fi
exit $status
