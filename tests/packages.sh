#!/bin/sh
# packages.sh - Debian packages of what is committed, built in a fresh clone, inspected by lintian, unpacked into a clean root and used
# there. Usage: packages.sh FOLDER, where the packages are left. Skipped where debhelper is missing.
set -eu
sources=$(cd "$(dirname "$0")/.." && pwd)
for program in dh lintian dpkg-buildpackage; do
	command -v "$program" > /dev/null || { echo "there is no $program (scripts/setup.sh packages): no packages are built"; exit 77; }
done
rm -rf "$1"
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$folder"
git clone -q "$sources" nianbao
(cd nianbao && dpkg-buildpackage -us -uc -b > ../build.log 2>&1) || { tail -n 40 build.log; exit 1; }
[ -z "$(git -C nianbao status --porcelain)" ] || { git -C nianbao status --short; echo "the build leaves files behind"; exit 1; }
lintian --allow-root --fail-on error,warning,info --display-info ./*.changes

for package in nianbao nianbao-ocr nianbao-pdf libnianbao0 libnianbao-dev nianbao-doc; do
	dpkg -x "$package"_*.deb root
	printf '%s %s\n' "$package" "$(stat -c %s "$package"_*.deb)"
done
LD_LIBRARY_PATH=$(echo "$folder"/root/usr/lib/*/)
PATH=$folder/root/usr/bin:$PATH LC_ALL=C.UTF-8 LANGUAGE=en
export LD_LIBRARY_PATH PATH LC_ALL LANGUAGE
nianbao --version
status=0
nianbao lint --lang=zh "$sources/examples/zhuyu-2024.txt" > found || status=$?
[ "$status" -eq 1 ] && grep -q '错误' found
(cd "$sources/examples" && nianbao convert --quiet -t json yuling-2022.txt) > json || [ $? -eq 1 ]
cmp json "$sources/examples/yuling-2022.json"
root/usr/libexec/nianbao-pdf < "$sources/tests/sheets/wkhtmltopdf-small.pdf" | tail -n 1 | grep -q '^end '
pages='man1/nianbao.1 man1/nianbao-lint.1 zh_CN/man1/nianbao-lint.1 man1/nianbao-ocr.1 man1/nianbao-pdf.1 man7/nianbao-rules.7'
for page in $pages; do
	gzip -t "root/usr/share/man/$page.gz"
done
for shell in bash-completion/completions/nianbao zsh/vendor-completions/_nianbao fish/vendor_completions.d/nianbao.fish; do
	[ -s "root/usr/share/$shell" ]
done
# The library as another program finds it.
cc -o consumer "$sources/tests/consumer.c" -Iroot/usr/include -L"$LD_LIBRARY_PATH" -lnianbao
./consumer "$sources/examples/yuling-2022.txt" > /dev/null
echo "packages: all is well"
