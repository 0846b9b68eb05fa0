#!/bin/sh
# The findings of one draft, with waivers, in every format and both languages, against golden files.
# UPDATE=1 writes the golden files anew.
program=$(pwd)/nianbao
status=0
cd "$srcdir/tests/lint" || exit 1
for language in en zh; do
	for format in text json sarif html; do
		golden=draft.$language.$format
		# The version of the program is no part of what is tested.
		got=$("$program" lint --lang=$language --format=$format --fail-on=never draft.txt | sed 's/"version": "[0-9.]*", "rules"/"version": "", "rules"/')
		if [ "${UPDATE-}" ]; then
			printf '%s\n' "$got" > "$golden"
		elif ! printf '%s\n' "$got" | diff "$golden" - > /dev/null; then
			echo "$golden differs:"
			printf '%s\n' "$got" | diff "$golden" - | head -20
			status=1
		fi
	done
done
# Where the official validator is installed, SARIF must pass it.
if command -v sarif-multitool > /dev/null; then
	for language in en zh; do
		copy=$(mktemp) && cp draft.$language.sarif "$copy.sarif" || exit 1
		sed -i 's/"version": "", "rules"/"version": "1.0", "rules"/' "$copy.sarif"
		if DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 sarif-multitool validate "$copy.sarif" 2>&1 | grep ' error '; then
			echo "draft.$language.sarif is not valid SARIF"
			status=1
		fi
		rm -f "$copy" "$copy.sarif"
	done
fi
exit $status
