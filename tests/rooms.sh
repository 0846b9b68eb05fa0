#!/bin/sh
# A room includes headers of itself and of rooms before it; nianbao.h, the public header, is everybody's. Programs of the build
# (formc, indicatorc) are no part of the house. doc/architecture.md names a room's files as they are. A name is that of one struct, and a
# line has 110 columns at most.
cd "${srcdir:-.}" || exit 1
rooms="core input grammar metadata forms lint output src"
status=0
before=
for room in $rooms; do
	before="$before $room"
	for file in "$room"/*.[chly]; do
		case $file in forms/formc*.c | forms/indicatorc.c) continue ;; esac
		for header in $(sed -n 's/^#include "\([^"]*\)".*/\1/p' "$file"); do
			[ "$header" != nianbao.h ] || continue
			for other in $rooms; do
				[ -f "$other/$header" ] || continue
				case " $before " in *" $other "*) ;; *) echo "$file includes $other/$header, which is of a later room" && status=1 ;; esac
			done
		done
	done
done
# The map of the rooms names files that are there.
for room in $rooms; do
	for file in $(grep "^| .$room/" doc/architecture.md | grep -o '`[a-z_*]*\.[a-z]*`' | tr -d '\`'); do
		ls "$room"/$file > /dev/null 2>&1 || { echo "doc/architecture.md: there is no $room/$file"; status=1; }
	done
done
for name in $(cat core/*.[chly] input/*.[chly] grammar/*.[chly] metadata/*.[chly] forms/*.[chly] lint/*.[chly] output/*.[chly] src/*.[chly] |
	sed -n 's/^struct \([a-z0-9_]*\) {$/\1/p' | sort | uniq -d); do
	echo "struct $name is defined in more than one place:" && grep -l "^struct $name {" ./*/*.[chly]
	status=1
done
for room in $rooms pdf ocr; do
	LC_ALL=C.UTF-8 wc -L "$room"/*.[ch] | awk '$1 > 110 && $2 != "total" { print $2 " has a line of " $1 " columns"; wide = 1 } END { exit wide }' || status=1
done
# clang-format decides layout; each version of it has its own mind, 14 is Debian's (bookworm).
if [ -f .clang-format ] && clang-format --version 2> /dev/null | grep -q 'version 14\.'; then
	git ls-files "*.[ch]" 2> /dev/null | xargs -r clang-format --dry-run -Werror || status=1
fi
exit $status
