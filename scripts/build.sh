#!/bin/sh
# Builds in a folder of its own: build.sh FOLDER [CONFIGURE-ARGUMENT...]. Nothing but autoconf's own files is written elsewhere.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
shift
[ -x "$top/configure" ] && [ "$top/configure" -nt "$top/configure.ac" ] || (cd "$top" && autoreconf -fi > /dev/null 2>&1) || { cd "$top" && autoreconf -fi; }
mkdir -p "$folder"
cd "$folder"
"$top/configure" -q "$@"
make -s -j"$(nproc)" > make.log || { cat make.log; exit 1; }
