# equal.sh - what the tests share that read this file: where the program is, a folder of their own, and what they expect.
set -u
LC_ALL=C
export LC_ALL
nianbao=$(pwd)/nianbao
failures=0

# alone: from here on the test stands in an empty folder, which goes when it ends.
alone() {
    dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir" || exit 99
}

# expect NAME IS WANT: two words are the same, or one more failure.
expect() {
    if [ "$2" != "$3" ]; then
        failures=$((failures + 1))
        printf 'FAIL: %s\n  is   %s\n  want %s\n' "$1" "$2" "$3"
    fi
}
