#!/bin/sh
# release-check.sh - all that must be true before a release (CONTRIBUTING.md); the last line says whether it is. About 40 minutes.
set -u
cd "$(dirname "$0")/.." || exit 1
failed=0
check() {
	name=$1
	shift
	echo "== $name"
	"$@"
	case $? in
		0) ;;
		77) echo "NOT CHECKED: $name" && failed=1 ;;
		*) echo "FAIL: $name" && failed=1 ;;
	esac
}
version=$(sed -n 's/^AC_INIT(\[nianbao\], \[\(.*\)\])$/\1/p' configure.ac)
same_version() {
	grep -q "^nianbao ($version) " debian/changelog && grep -q "^version = \"$version\"$" bindings/python/pyproject.toml &&
		grep -q "^## $version" NEWS.md
}
# The pictures show what the program writes today: nobody can compare pixels of another browser, but all are there and small.
pictures() {
	for picture in findings panel; do
		[ "$(stat -c %s "doc/pictures/$picture.png")" -lt 200000 ] || return 1
	done
}
committed() { [ -z "$(git status --porcelain)" ]; }
scripts/setup.sh tests && scripts/setup.sh packages && scripts/setup.sh site || exit 1
check 'everything is committed' committed
check "version $version is that of configure.ac, debian/changelog, NEWS.md and the Python package" same_version
check 'pictures' pictures
check 'tests' ./run-tests
check 'site' tests/site.sh build/gcc
check 'packages' tests/packages.sh build/packages
check 'tarball' make -s -C build/gcc dist
sha256sum build/gcc/nianbao-"$version".tar.xz build/gcc/nianbao.html build/packages/*.deb
[ "$failed" -eq 0 ] && echo "$version can be released"
