#!/bin/sh
# Compiles and runs consumer.c against what "make install" has installed. Usage: consumer.sh CC SRCDIR LIBDIR [DESTDIR]
set -eu
cc=$1 srcdir=$2 libdir=$3 destdir=${4-}
PKG_CONFIG_PATH=$destdir$libdir/pkgconfig
PKG_CONFIG_SYSROOT_DIR=$destdir
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck disable=SC2046,SC2086 # words
$cc -o "$scratch/consumer" "$srcdir/tests/consumer.c" $(pkg-config --cflags --libs libnianbao)
said=$(LD_LIBRARY_PATH=$destdir$libdir "$scratch/consumer" "$srcdir/examples/liuchuan-2019.txt")
echo "$said"
[ "$said" = '柳川县 2019: 41 (given)' ]
