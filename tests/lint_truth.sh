#!/bin/sh
# The findings that people have checked in real reports, which are not part of this repository (../shared): all of them are found, at
# their lines, those below another of the same cause, too; the complete reports raise nothing about tables and sums, and none of them
# about sentences: all that they say agrees. What the narrative one says in its sentences is there as facts.
shared=$srcdir/../shared
[ -f "$shared/truth/findings.tsv" ] || { echo "no $shared: real reports are not at hand"; exit 77; }
status=0
tab=$(printf '\t')
{ read -r _ && while IFS=$tab read -r report line rule _; do
	./nianbao lint --no-config --lang=en --verbose --fail-on=never "$shared/reports/$report.txt" |
		grep -q "/$report\.txt:$line:[0-9]*: [a-z]*: .*\[$rule\]\$" || { echo "$report:$line: $rule is not found"; status=1; }
done; } < "$shared/truth/findings.tsv"
for report in xihu-2019 changshou-2020 minquan-2019; do
	./nianbao lint --no-config --format=json --fail-on=never "$shared/reports/$report.txt" | grep '"rule": "NB[23]' &&
		{ echo "$report is complete, nothing is wrong with its tables"; status=1; }
done
for report in xihu-2019 changshou-2020 minquan-2019 anshun-2022 lushan-2018; do
	./nianbao lint --no-config --format=json --fail-on=never "$shared/reports/$report.txt" | grep '"rule": "NB4' &&
		{ echo "$report: its sentences agree with its tables"; status=1; }
done
./nianbao convert -t csv --table=facts "$shared/reports/lushan-2018.txt" 2> /dev/null | cut -d, -f6,7,8 > lushan.facts
for fact in published.total,12656,条 published.website,9136,条 applications.received.total,2,件 applications.outcome_total.total,2,件 \
	places,3,处 fees.charged,0, review.reconsideration.total,0, review.litigation.total,0,; do
	grep -q "^$fact" lushan.facts || { echo "lushan-2018: $fact is not among the facts"; status=1; }
done
rm -f lushan.facts
# Sentences of a real report in PDF go on over its lines and pages.
if [ -x ./nianbao-pdf ] && [ -f "$shared/cases/real/hzq-2023.pdf" ]; then
	./nianbao lint --no-config --lang=en --fail-on=never "$shared/cases/real/hzq-2023.pdf" | grep -a 'missing-full-stop\|unbalanced-bracket' &&
		{ echo 'hzq-2023: sentences are broken'; status=1; }
fi
exit $status
