#!/bin/sh
# A room includes headers of itself and of rooms before it; nianbao.h, the public header, is everybody's. Programs of the build
# (formc, indicatorc) are no part of the house. doc/architecture.md names a room's files as they are.
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
exit $status
