#!/bin/sh
# hardened.sh - the program and the library are what configure asked the compiler and the linker for: PIE, RELRO with BIND_NOW, stack
# protector, FORTIFY.
set -u
makefile=Makefile failures=0

# has NAME FILE PATTERN READELF-OPTION...: the listing has the pattern.
has() {
    name=$1 file=$2 pattern=$3
    shift 3
    if ! readelf -W "$@" "$file" 2>/dev/null | grep -Eq "$pattern"; then
        failures=$((failures + 1))
        echo "FAIL: $file has no $name"
    fi
}

flags=$(grep -E '^(HARDEN_CFLAGS|HARDEN_LDFLAGS|PIE_FLAGS) =' "$makefile")
echo "$flags"
for file in .libs/nianbao .libs/libnianbao.so; do
    case $flags in *-z,relro*) has RELRO "$file" GNU_RELRO -l ;; esac
    case $flags in *-z,now*) has BIND_NOW "$file" 'BIND_NOW|Flags:.* NOW' -d ;; esac
    case $flags in *-fstack-protector*) has 'stack protector' "$file" __stack_chk_fail --dyn-syms ;; esac
    case $flags in *_FORTIFY_SOURCE*) has FORTIFY "$file" '__[a-z]+_chk' --dyn-syms ;; esac
done
case $flags in *-pie*) has PIE .libs/nianbao 'Type: *DYN' -h ;; esac
exit "$((failures > 0))"
