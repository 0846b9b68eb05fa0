#!/bin/sh
# The findings that people have checked in real reports, which are not part of this repository (../shared): all of them are found, at
# their lines, and the complete reports raise nothing about tables and sums.
shared=$srcdir/../shared
[ -f "$shared/truth/findings.tsv" ] || { echo "no $shared: real reports are not at hand"; exit 77; }
status=0
tab=$(printf '\t')
{ read -r _ && while IFS=$tab read -r report line rule _; do
	./nianbao lint --no-config --lang=en --fail-on=never "$shared/reports/$report.txt" |
		grep -q "/$report\.txt:$line:[0-9]*: [a-z]*: .*\[$rule\]\$" || { echo "$report:$line: $rule is not found"; status=1; }
done; } < "$shared/truth/findings.tsv"
for report in xihu-2019 changshou-2020 minquan-2019; do
	./nianbao lint --no-config --format=json --fail-on=never "$shared/reports/$report.txt" | grep '"rule": "NB[23]' &&
		{ echo "$report is complete, nothing is wrong with its tables"; status=1; }
done
exit $status
