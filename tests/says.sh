# says.sh - what the tests of commands that read this file ask of each.
# expect STATUS WORDS COMMAND...: the exit status, and a line with these words in what is printed (! before words: no such line).
expect() {
	want=$1 words=$2
	shift 2
	"$@" > out 2>&1
	got=$?
	case $words in
	!*) ! grep -qF -- "${words#!}" out ;;
	*) grep -qF -- "$words" out ;;
	esac || { echo "$*: $words"; head -5 out; status=1; }
	[ $got -eq "$want" ] || { echo "$*: status $got, not $want"; status=1; }
}
