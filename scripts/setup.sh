#!/bin/sh
# Installs the Debian packages that the build needs; with the argument "web" also those of "make web", with "site" those of "make site"
# and "make pictures", with "packages" those of "make packages", with "tests" all that the tests need.
# As root or with sudo; asks nothing, and does nothing where all of them are there.
set -eu
packages="autoconf automake bison flex gcc gettext libc6-dev libjansson-dev libtool libxml2-dev make opencc perl pkg-config zlib1g-dev"
web="clang dpkg-dev emscripten node-acorn zopfli"
site="chromium graphviz xsltproc"
command -v npm > /dev/null || site="$site npm" web="$web npm" # Node of another maker brings its own
case ${1-} in
	web) packages="$packages $web" ;;
	site) packages="$packages $site" ;;
	packages)
		packages="$packages build-essential debhelper fakeroot git libarchive-dev libcunit1-dev libleptonica-dev libpoppler-glib-dev libsqlite3-dev libtesseract-dev lintian python3"
		;;
	tests)
		packages="$packages $web $site clang-tidy cppcheck gcovr git libarchive-dev libcunit1-dev libleptonica-dev libpoppler-glib-dev libsqlite3-dev libtesseract-dev libxml2-utils python3"
		packages="$packages mypy parallel python3-distributed python3-pandas python3-pip python3-setuptools python3-wheel tesseract-ocr-chi-sim tesseract-ocr-eng valgrind xz-utils"
		;;
esac

missing=
for package in $packages; do
	dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q ' installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		env DEBIAN_FRONTEND=noninteractive "$@"
	else
		sudo env DEBIAN_FRONTEND=noninteractive "$@"
	fi
}
echo "Installing:$missing"
as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of words
as_root apt-get install -y -qq --no-install-recommends $missing > /dev/null
