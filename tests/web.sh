#!/bin/sh
# web.sh - the page: built, and used in a browser. Usage: web.sh BUILD-FOLDER. What it needs of npm is laid there, too.
# Skipped where a part of it cannot be had.
build=$(cd "$1" && pwd) sources=$(cd "$(dirname "$0")/.." && pwd) || exit 1
skip() { echo "$1: the page is not tested"; exit 77; }
for program in emcc npm zopfli "${CHROMIUM:-chromium}"; do
	command -v "$program" > /dev/null || skip "there is no $program"
done
make -s -C "$build" -j2 web || exit 1
cd "$build/web/build" || exit 1
[ -d node_modules/playwright-core ] && [ -d node_modules/axe-core ] && [ -d node_modules/chrome-aws-lambda ] ||
	npm install --silent --no-audit --no-fund --prefix . playwright-core@1.65.1 axe-core@4.14.1 chrome-aws-lambda@5.3.1 puppeteer-core@5.3.1 ||
	skip "npm has no browsers"
program=$build/.libs/nianbao
[ -x "$program" ] || program=$build/nianbao
LC_ALL=C.UTF-8 timeout 1200 node "$sources/tests/web.mjs" "$build/nianbao.html" "$program" "$sources/examples" node_modules
