#!/bin/sh
# The form compiler: a small form becomes rules and tables, a wrong one a message with its place, and a new form needs no C.
test -x forms/formc || exit 77
top=$(cd "${srcdir:-.}" && pwd)
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
status=0
fail() { echo "$1"; status=1; }

cat > "$scratch/small.form" << 'END'
# a form of one table
form     9999
name     小表
notice   无
years    9000-
article  overview  概览 | 总览  => 概
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
expect rules '<LINE,CELL>"甲"{G}"店" '
expect rules '"苹"{G}"果"({G}"("'
expect rules '("("{G}"二"{G}")"{F}{G})?"某"'
expect rules '<LINE,CELL,GLUE>({ENUMERATOR}{G})?"总"{G}"览" '
expect tables.c '{"sum", "合计", NB_MONEY, "元"}'
expect tables.c '{"pears", "梨", NB_SIGNED, ""}'
expect tables.c '{1, 0, 2}, {-1, 0, 0}, {-1, 0, 1}, '
expect tables.c '{1, 0, 0}, {-1, 1, 0}, {-1, 1, 0}, '
expect tables.c '{"苹果公斤", 68, 0, ' # a column, long
expect tables.c '{"某某市场的摊位", 1, 2, '
expect tables.c '{"甲店", 1, 1, '
${CC:-cc} -I"$top/src" -I"$top/core" -I"$top/forms" -Wall -Werror -c -o "$scratch/tables.o" "$scratch/tables.c" || fail 'its tables are no C'

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
echo 'row shop 甲店 | | 乙店' | wrong 12 'empty label' line
echo '  relation row-total rows sum = plums' | wrong 14 'unknown column: plums' line
echo '  relation balance columns shop = plums' | wrong 15 'unknown row: plums' line
echo '  column apples number 苹果' | wrong 9 'unknown type: number' line
forms/formc --tables "$scratch/none.form" > /dev/null 2> "$scratch/message"
[ $? -eq 1 ] && grep -q 'none.form' "$scratch/message" || fail 'a form that is not there'
forms/formc --tables > /dev/null 2>&1
[ $? -eq 2 ] || fail 'wrong usage: not status 2'

# With the statutory forms beside it, all labels are compiled together, and none of theirs changes.
forms/formc --rules "$top"/forms/*.form > "$scratch/before" && forms/formc --rules "$top"/forms/*.form "$scratch/small.form" > "$scratch/after" ||
	fail 'the statutory forms and a new one cannot be compiled together'
[ "$(grep -c . "$scratch/after")" -gt "$(grep -c . "$scratch/before")" ] || fail 'the new form adds no rules'
exit $status
