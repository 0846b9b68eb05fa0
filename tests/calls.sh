#!/bin/sh
# Calls inside forms/ run one way: in no circle, and from each line of the drawing in doc/architecture.md to itself or below.
command -v nm > /dev/null && command -v tsort > /dev/null || { echo "nm or tsort is missing"; exit 77; }
objects=$(ls forms/.libs/*.o 2> /dev/null || ls forms/*.o)
for object in $objects; do
	nm -P "$object" | sed "s|^|$(basename "$object" .o) |"
done | awk '$3 ~ /^[TRDB]$/ { of[$2] = $1 }
	$3 == "U" { calls[$1 " " $2] }
	END { for (call in calls) { split(call, part, " "); if (of[part[2]] != "" && of[part[2]] != part[1]) print part[1], of[part[2]] } }' |
	sort -u > calls-of-forms
status=0
[ "$(wc -l < calls-of-forms)" -gt 50 ] || { echo "only $(wc -l < calls-of-forms) calls are found"; status=1; }
tsort calls-of-forms 2>&1 > /dev/null | grep . && status=1
awk -v drawing="${srcdir:-.}/doc/architecture.md" '
	{ from[NR] = $1; to[NR] = $2; file[$1]; file[$2] }
	END {
		while ((getline text < drawing) > 0) {
			inside = inside && text !~ /^```$/ || text ~ /^printed tables/
			level += inside && text ~ /▼/
			for (i = inside ? split(text, part, /  +/) : 0; i; i--) {
				names = 1
				for (n = split(part[i], word, " "); n; n--)
					names = names && word[n] in file
				for (n = split(names ? part[i] : "", word, " "); n; n--)
					at[word[n]] = level
			}
		}
		for (i = 1; i <= NR; i++)
			if (from[i] in at && to[i] in at && at[from[i]] > at[to[i]]) {
				print "forms/" from[i] ".c calls forms/" to[i] ".c, which is drawn above it"
				bad = 1
			}
		for (name in file)
			if (!(name in at) && name !~ /^(bind|roles|tables|indicators|evidence|quote)$/) {
				print "doc/architecture.md does not draw forms/" name ".c"
				bad = 1
			}
		exit bad
	}' calls-of-forms || status=1
rm -f calls-of-forms
exit $status
