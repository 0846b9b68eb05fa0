#!/bin/sh
# analysis.sh - gcc's -fanalyzer, cppcheck and clang-tidy over all that is written by hand. What they say and is not so is told, with the
# reason, in .clang-tidy, tests/cppcheck.suppress and below; anything else fails. Usage: analysis.sh BUILD-FOLDER
set -u
sources=$(cd "$(dirname "$0")/.." && pwd)
cd "$1" || exit 99
for tool in gcc cppcheck clang-tidy; do
	command -v "$tool" > /dev/null || { echo "SKIP: no $tool, so its analysis is not made"; exit 77; }
done
said=$(mktemp) || exit 99
trap 'rm -f "$said"' EXIT
includes="-I."
for room in core input grammar metadata forms lint output src; do includes="$includes -I$room -I$sources/$room"; done
includes="$includes $(pkg-config --cflags libxml-2.0 jansson poppler-glib 2> /dev/null | sed 's/-I/-isystem /g')"
defines='-DHAVE_CONFIG_H -DLOCALEDIR="" -DLIBEXECDIR=""'
pdf="$sources/pdf/*.c"
pkg-config --exists poppler-glib || pdf=

# What the named files are, one a line, two at a time; $1 is the command, in which "$@" are the files.
each() {
	# shellcheck disable=SC2086 # the name pattern of pdf/
	ls "$sources"/core/*.c "$sources"/input/*.c "$sources"/grammar/*.c "$sources"/metadata/*.c "$sources"/forms/*.c "$sources"/lint/*.c "$sources"/output/*.c \
		"$sources"/src/*.c $pdf | xargs -P2 -n "$1" sh -c "$2" analyse >> "$said" 2>&1
}

# gcc. What is held by core/memory.c it takes for lost; leaks are what the sanitizer for addresses finds in the tests.
each 1 "gcc -std=gnu11 -O1 -fanalyzer -Wno-analyzer-malloc-leak -Werror $(printf %s "$defines" | sed 's/""/\\"\\"/g') $includes -c -o /dev/null \"\$1\"" || :
# cppcheck, which knows neither C11's word for a function that does not return nor jansson's loops.
cppcheck -q -j2 --enable=warning,performance,portability --std=c11 --error-exitcode=1 --suppressions-list="$sources/tests/cppcheck.suppress" \
	-DHAVE_CONFIG_H '-D_Noreturn=__attribute__((noreturn))' '-Djson_array_foreach(array, i, value)=for (;;)' \
	'-Djson_object_foreach(object, key, value)=for (;;)' $(printf '%s\n' $includes | grep -v isystem | grep -v '^/usr') \
	$(for room in core input grammar metadata forms lint output src; do echo "$sources/$room"; done) $(ls $pdf) >> "$said" 2>&1
# clang-tidy, by .clang-tidy.
each 12 "clang-tidy -quiet --config-file=$sources/.clang-tidy \"\$@\" -- -std=gnu11 $(printf %s "$defines" | sed 's/""/\\"\\"/g') $includes" || :

grep -E '(warning|error|portability|performance): |\[[a-zA-Z]+\]$' "$said" && exit 1
echo "nothing found"
