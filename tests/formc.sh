#!/bin/sh
# The form compiler: a small form becomes rules and tables, a wrong one a message with its place, and a new form needs no C.
test -x forms/formc || exit 77
top=$(cd "${srcdir:-.}" && pwd)
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
# Behind a pipe a variable would be lost with its shell.
fail() { echo "$1"; : > "$scratch/failed"; }

cat > "$scratch/small.form" << 'END'
# a form of one table
form     9999
name     小表
notice   无
years    9000-
article  overview  概览 | 总览  => 概
order    overview
table    fruit  水果
  head     品种
  column   apples  count     苹果[(公斤)]
  column   pears   signed    梨
  column   sum     money:元  合计
  row      shop    甲店 | 第一店
  row      market  (二)某某市场的摊位
  relation row-total  rows     sum = apples + pears
  relation balance    columns  shop - market = market
end
END
forms/formc --rules "$scratch/small.form" > "$scratch/rules" || fail 'the rules of a small form cannot be made'
forms/formc --tables "$scratch/small.form" > "$scratch/tables.c" || fail 'the tables of a small form cannot be made'
expect() { grep -qF -- "$2" "$scratch/$1" || fail "$1 lacks: $2"; }
expect tables.c '(const char *const[]){"overview", NULL}'
expect rules '<LINE,GLUE>({ENUMERATOR}{G})?"总"{G}"览" '
expect tables.c '{"sum", "合计", NB_MONEY, "元"}'
expect tables.c '{"pears", "梨", NB_SIGNED, ""}'
expect tables.c '{1, 0, 2}, {-1, 0, 0}, {-1, 0, 1}, '
expect tables.c '{1, 0, 0}, {-1, 1, 0}, {-1, 1, 0}, '
# word FILE KEY KINDS ROW: a word of the form, behind how it is spelt.
word() { grep -qE "[{]\"$2\"(, [0-9]+){2}, $3, $4, " "$scratch/$1" || fail "$1 lacks the word $2"; }
word tables.c 苹果公斤 68 0 # a column, long
word tables.c 某某市场的摊位 1 2
word tables.c 甲店 1 1
${CC:-cc} -I"$top/src" -I"$top/core" -I"$top/grammar" -I"$top/forms" -Wall -Werror -c -o "$scratch/tables.o" "$scratch/tables.c" || fail 'its tables are no C'

# What other places say, in their characters, is a further wording of the label, the title and the word for a role.
forms/formc --labels "$scratch/small.form" > "$scratch/labels" || fail 'the labels of a small form cannot be listed'
sed 's/苹果/蘋菓/; s/第一店/大壹號店/; s/总览/總覽表/; s/合计/合計/' "$scratch/labels" > "$scratch/turned"
for made in rules tables; do
	forms/formc --$made "$scratch/small.form" --phrases "$scratch/labels" "$scratch/turned" > "$scratch/phrases-$made" ||
		fail "no $made of a form with phrases"
done
expect phrases-rules '"总"{G}"览"{G}"表" '
word phrases-tables 大壹号店 1 1
[ "$(grep -c '合计' "$scratch/phrases-tables")" -eq "$(grep -c '合计' "$scratch/tables.c")" ] || fail 'a label that folds back is there twice'
sed 1d "$scratch/labels" > "$scratch/short"
forms/formc --tables "$scratch/small.form" --phrases "$scratch/labels" "$scratch/short" > /dev/null 2> "$scratch/message" &&
	fail 'phrases of fewer lines than labels'
grep -q 'short:.*fewer lines' "$scratch/message" || fail "phrases of fewer lines: $(cat "$scratch/message")"

# wrong LINE-NUMBER MESSAGE: the form with that line replaced by what is read from standard input.
wrong() {
	awk -v line="$1" -v text="$(cat)" 'NR == line { print text; next } { print }' "$scratch/small.form" > "$scratch/wrong.form"
	forms/formc --tables "$scratch/wrong.form" > /dev/null 2> "$scratch/message"
	[ $? -eq 1 ] || fail "$2: not status 1"
	grep -q "wrong.form:.*$2" "$scratch/message" || fail "$2: found $(cat "$scratch/message")"
	[ -z "$3" ] || grep -q "wrong.form:$1: " "$scratch/message" || fail "$2: wrong line in $(cat "$scratch/message")"
}
echo 'colour red' | wrong 3 'unknown word: colour' line
echo 'table x y' | wrong 2 'the first line must be' line
echo 'article overview 概览' | wrong 6 'article without => words' line
echo 'row shop 甲店 | | 乙店' | wrong 13 'empty label' line
echo '  relation row-total rows sum = plums' | wrong 15 'unknown column: plums' line
echo '  relation balance columns shop = plums' | wrong 16 'unknown row: plums' line
echo '  column apples number 苹果' | wrong 10 'unknown type: number' line
echo 'article overview 概览 => a b c d e f g h i j k l' | wrong 6 'too many: words' line
echo 'article overveiw 概览 => 概' | wrong 6 'unknown role: overveiw' line
echo 'article' | wrong 6 'missing: role' line
echo 'article overview 概[览] => 概' | wrong 6 'brackets in a title: 概' line
echo 'order overview other' | wrong 7 'no article of this role: other' line
echo 'order overview overview' | wrong 7 'twice in the order: overview' line
echo 'years soon' | wrong 5 'no years: soon' line
echo 'years 9000- 9001' | wrong 5 'unknown word: 9001' line
echo 'form 9999 x' | wrong 2 'unknown word: x' line
echo 'across down' | wrong 9 'unknown word: down' line
echo 'form 9998' | wrong 9 'a table without end: fruit' line
echo 'table fruit' | wrong 8 'a table without title: fruit' line
echo 'table' | wrong 8 'missing: ID' line
echo 'row shop 甲店 [一' | wrong 13 'brackets that do not pair' line
echo 'row shop 甲店 [一] [二]' | wrong 13 'brackets that do not pair' line
echo 'row shop ()' | wrong 13 'label without letters' line
echo '  column apples count:斤 苹果' | wrong 10 'only money has a unit; found: 斤' line
echo '  column apples' | wrong 10 'missing: type' line
echo '  column plums count 桃 | 苹果' | wrong 11 'the same label again: 苹果' line
echo '  column apples count 桃' | wrong 11 'the same ID again: apples' line
echo '  row market 乙店 | (第一店)' | wrong 14 'the same label again: (第一店)' line
echo '  row shop 乙店' | wrong 14 'the same ID again: shop' line
echo '  row early 早' | wrong 9 'a row before any column: early' line
echo '  relation row-totl rows sum = apples + pears' | wrong 15 'no rule for relations: row-totl' line
echo '  relation negative-count rows sum = apples' | wrong 15 'no rule for relations: negative-count' line
echo '  relation row-total row sum = apples' | wrong 15 'neither rows nor columns: row' line
echo '  relation row-total rows sum == apples' | wrong 15 'no sign of an equation: ==' line
echo '  relation row-total rows sum = apples pears' | wrong 15 'no sign of an equation: pears' line
echo '  relation row-total rows sum = apples +' | wrong 15 'an equation that is not whole' line
echo '  relation row-total rows sum + apples' | wrong 15 'an equation that is not whole' line
echo '  relation balance columns shop = plum.*' | wrong 16 'unknown row: plum.\*' line
echo 'end now' | wrong 17 'unknown word: now' line
echo '# no end' | wrong 17 'a table without end: fruit' line
echo '# no notice' | wrong 4 'a form needs name, notice and years: 9999'
forms/formc --tables "$scratch/none.form" > /dev/null 2> "$scratch/message"
[ $? -eq 1 ] && grep -q 'none.form' "$scratch/message" || fail 'a form that is not there'
forms/formc --tables > /dev/null 2>&1
[ $? -eq 2 ] || fail 'wrong usage: not status 2'

# With the statutory forms beside it, all labels are compiled together, and none of theirs changes.
forms/formc --rules "$top"/forms/*.form > "$scratch/before" && forms/formc --rules "$top"/forms/*.form "$scratch/small.form" > "$scratch/after" ||
	fail 'the statutory forms and a new one cannot be compiled together'
[ "$(grep -c . "$scratch/after")" -gt "$(grep -c . "$scratch/before")" ] || fail 'the new form adds no rules'
# The compiler of indicators: a small file becomes rules and tables, a wrong line a message with its place.
cat > "$scratch/small.indicators" << 'END'
word one topic : 甲 | 乙(丙|丁)[戊]
word two verb noun event : 己
none one fee : 未庚
none ~ : 无辛
none - : 无
skip : 壬甲
list fruit : 苹果 | 梨
role overview : one
about one : two
indicator first
says one two
of one
not two
units 件
cells a/b/c
or d
plain
modified
stock
END
forms/indicatorc --rules "$scratch/small.indicators" > "$scratch/indicator-rules" || fail 'no rules of small indicators'
forms/indicatorc --tables "$scratch/small.indicators" > "$scratch/indicators.c" || fail 'no tables of small indicators'
expect indicator-rules '"乙"("丙"|"丁")("戊")?'
expect indicator-rules 'TOKEN_NONE'
expect indicator-rules '"壬甲"  ;'
expect indicators.c '= {"苹果", "梨", NULL}'
expect indicators.c '{.id = "first", '
indicators_wrong() {
	{ cat "$scratch/small.indicators" && cat; } > "$scratch/wrong.indicators"
	forms/indicatorc --tables "$scratch/wrong.indicators" > /dev/null 2> "$scratch/message"
	[ $? -eq 1 ] || fail "$1: not status 1"
	grep -q "wrong.indicators:20: $1" "$scratch/message" || fail "$1: found $(cat "$scratch/message")"
}
echo 'colour red' | indicators_wrong 'unknown word: colour'
echo 'word one topic' | indicators_wrong 'no colon: '
echo 'word three : ' | indicators_wrong 'empty wording: '
echo 'word three huge : 壬' | indicators_wrong 'unknown aspect: huge'
echo 'word three : 甲' | indicators_wrong 'this wording has a word already: 甲'
echo 'none four : 癸' | indicators_wrong 'unknown word: four'
echo 'of two' | indicators_wrong 'no topic: two'
echo 'says one one one one one one one one one' | indicators_wrong 'too many: words'
forms/indicatorc --tables "$scratch/none" 2> /dev/null && fail 'indicators that are not there'
forms/indicatorc --tables > /dev/null 2>&1
[ $? -eq 2 ] || fail 'wrong usage of indicatorc: not status 2'
[ ! -e "$scratch/failed" ]
