# equal.sh - expect NAME IS WANT, for the tests that read this file: two words are the same, or one more failure.
expect() {
    if [ "$2" != "$3" ]; then
        failures=$((failures + 1))
        printf 'FAIL: %s\n  is   %s\n  want %s\n' "$1" "$2" "$3"
    fi
}
