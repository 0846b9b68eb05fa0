#!/bin/sh
# Fetches Debian's source packages and unpacks them, patches and all: fetch.sh FOLDER PACKAGE...
# Where they come from is read from the machine's own list of sources, of which a copy in FOLDER asks for source packages, too: nothing
# outside FOLDER changes, and it needs no rights.
set -eu
folder=$1
shift
mkdir -p "$folder/parts" "$folder/lists/partial" "$folder/cache/archives/partial"
folder=$(cd "$folder" && pwd)
cd "$folder"
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
	[ ! -f "$list" ] || sed -n 's/^deb /deb-src /p' "$list" > "parts/$(basename "$list" .list).list"
done
for list in /etc/apt/sources.list.d/*.sources; do
	[ ! -f "$list" ] || sed 's/^Types:.*/Types: deb-src/' "$list" > "parts/$(basename "$list")"
done
apt() {
	apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$folder/parts" -o Dir::State::lists="$folder/lists" \
		-o Dir::Cache="$folder/cache" -o APT::Sandbox::User= "$@"
}
apt update
for package; do
	rm -rf "${package:?}"*
	apt source "$package"
	rm -f "$package"_*
	mv "$package"-* "$package"
done
