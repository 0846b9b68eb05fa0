#!/bin/sh
# The example reports: what the program makes of them, byte for byte, in every format; run twice, it makes the same. Then golden.py
# compares the formats with each other and with the cells that were written down by hand. UPDATE=1 writes the golden files anew.
program=$(pwd)/nianbao
tests=$(cd "${srcdir:-.}/tests" && pwd) || exit 1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C
export LC_ALL
status=0
fail() { echo "$1"; status=1; }

cd "$tests/../examples" || exit 1
for source in *.txt *.html *.docx; do
	name=${source%.*}
	for format in json xml csv; do
		"$program" convert -t "$format" "$source" > "$scratch/$name.$format" 2> "$scratch/$name.err"
		[ $? -le 1 ] || fail "$source: cannot be converted"
		"$program" convert -t "$format" "$source" 2>&1 > "$scratch/again" | cmp -s - "$scratch/$name.err" &&
			cmp -s "$scratch/$name.$format" "$scratch/again" || fail "$source: $format differs from run to run"
	done
	[ -z "$UPDATE" ] || cp "$scratch/$name".* .
	for format in json xml csv err; do
		cmp -s "$name.$format" "$scratch/$name.$format" ||
			fail "$name.$format differs: $(diff "$name.$format" "$scratch/$name.$format" | head -n 4)"
	done
done

if command -v xmllint > /dev/null; then
	"$program" schema xml > "$scratch/schema.xsd"
	xmllint --noout --schema "$scratch/schema.xsd" ./*.xml 2> "$scratch/xmllint" || fail "$(grep -v ' validates$' "$scratch/xmllint" | head)"
else
	echo "no xmllint: XML is not checked against its schema"
fi
if [ -n "$PYTHON" ]; then
	"$PYTHON" -B "$tests/golden.py" "$program" || status=1
else
	echo "no python3: the formats are not compared with each other, nor cells with those written down"
fi
exit $status
