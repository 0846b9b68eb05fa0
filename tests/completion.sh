#!/bin/sh
# The completions of shells have each command and each option that --help explains; bash and fish, where they are installed, complete
# with them, and zsh reads its own.
nianbao=./nianbao
failed=0
fail() { echo "FAIL: $1"; failed=1; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C
export LC_ALL

# holds FILE COMMAND OPTION: the completion that knows nothing of others' options has this one.
holds() {
	case $1 in
		*/fish/*) grep -q "_from $2' -l ${3#--} " "$1" ;;
		*) sed -n "/^ *$2)\$/,/^ *[a-z]*)\$/p" "$1" | grep -qE -- "$3[=\\[} ']" ;;
	esac
}
commands=$($nianbao --help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
[ "$(echo "$commands" | wc -w)" -ge 7 ] || fail "--help lists commands: $commands"
count=0
for command in $commands; do
	for option in $($nianbao "$command" --help | sed -n 's/^  \(-., \|    \)\(--[a-z-]*\).*/\2/p'); do
		count=$((count + 1))
		for file in completion/bash/nianbao completion/zsh/_nianbao completion/fish/nianbao.fish; do
			holds "$file" "$command" "$option" || fail "$file: $command $option"
		done
	done
done
[ "$count" -ge 50 ] || fail "only $count options"

# completed WORD...: what bash completes the last of the words to; bash itself takes "=" for a word.
completed() {
	bash -c '
		shopt -s extglob
		compopt() { :; }
		. completion/bash/nianbao
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_nianbao
		echo "${COMPREPLY[*]}"' bash "$@"
}
# check EXPECTED WORD...
check() {
	expected=$1
	shift
	got=$(completed "$@")
	[ "$got" = "$expected" ] || fail "bash: $*: '$got', not '$expected'"
}
touch "$scratch/one report.txt"
if command -v bash > /dev/null; then
	check convert nianbao con
	check '--baseline=' nianbao lint --bas
	check 'html' nianbao lint --format = ht
	check 'text json sarif html' nianbao lint --format =
	check 'ndjson' nianbao convert -t nd
	check 'NB301,outcome-total' nianbao lint --disable = NB301,outcome-t
	check 'row-total' nianbao explain row-t
	check '2021' nianbao forms 2021
	check 'codebook' nianbao schema co
	check "$scratch/one report.txt" nianbao lint "$scratch/one"
	check "$scratch/one report.txt" nianbao diff -o "$scratch/one"
	check '' nianbao convert -j ''
fi
if command -v zsh > /dev/null; then
	zsh -n completion/zsh/_nianbao || fail "zsh cannot read its completion"
fi
if command -v fish > /dev/null; then
	HOME=$scratch fish -N -c 'source completion/fish/nianbao.fish; complete -C "nianbao lint --format=ht"; complete -C "nianbao expl"' > "$scratch/fish"
	grep -q '^--format=html' "$scratch/fish" && grep -q '^explain' "$scratch/fish" || fail "fish: $(cat "$scratch/fish")"
fi
exit "$failed"
