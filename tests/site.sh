#!/bin/sh
# site.sh - the site: built, every page there, every link leads somewhere (build.mjs sees to that). Usage: site.sh BUILD-FOLDER.
# Skipped where a part of it cannot be had.
for program in npm xsltproc dot bison; do
	command -v "$program" > /dev/null || { echo "there is no $program (scripts/setup.sh site): the site is not built"; exit 77; }
done
cd "$1" || exit 1
make -s site || exit 1
# Every rule has a diagram but those that only say "any number of these".
rules=$(awk -F'\t' '{ sides[$1]++ } NF == 1 { empty[$1] = 1 } NF == 3 && $2 == $1 { again[$1] = 1 }
	END { for (name in sides) count += !(sides[name] == 2 && empty[name] && again[name]); print count }' doc/grammar.lines)
drawn=$(grep -c '<svg' site/railroad.html)
[ "$drawn" -eq "$rules" ] || { echo "$rules rules, $drawn diagrams"; exit 1; }
[ "$(grep -c '^<tr>' site/codebook.html)" -gt 100 ] || { echo "the codebook lacks lines"; exit 1; }
for page in index formats tables codebook rules word web encodings grammar railroad; do
	[ -s "site/$page.html" ] && [ -s "site/$page.zh.html" ] || { echo "$page is missing"; exit 1; }
done
du -sk site
