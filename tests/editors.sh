#!/bin/sh
# The settings of examples/editors: Vim's errorformat, VS Code's pattern, git's hook, the waivers; each where its program is installed.
program=$(pwd)/nianbao
examples=$(cd "$srcdir/examples/editors" && pwd)
top=$(cd "$srcdir" && pwd)
draft=$(cd "$srcdir/tests/lint" && pwd)/draft.txt
folder=$(mktemp -d) && cd "$folder" || exit 1
trap 'rm -rf "$folder"' EXIT
mkdir bin && ln -s "$program" bin/nianbao && PATH=$folder/bin:$PATH && export PATH
unset LANGUAGE LC_ALL LC_MESSAGES LANG NO_COLOR
status=0
fail() { echo "$1"; status=1; }
cp "$draft" 2022年度报告.txt || exit 1

# The waivers are read.
cp "$examples/nianbao-lint.conf" .nianbao-lint
nianbao lint --fail-on=never 2022年度报告.txt > found || fail 'nianbao-lint.conf is not read'
grep -q 'waived: 1' found || fail 'nianbao-lint.conf waives nothing'
findings=$(grep -cE '^[^ ].*:[0-9]+:[0-9]+: (error|warning|note): .* \[[a-z-]+\]$' found)

# VS Code: the pattern takes every line of a finding, no other.
if command -v python3 > /dev/null; then
	python3 - "$examples/vscode-tasks.json" found "$findings" << 'END' || fail 'vscode-tasks.json: the pattern does not fit'
import json, re, sys
text = re.sub(r'^\s*//.*$', '', open(sys.argv[1], encoding='utf-8').read(), flags=re.M)
pattern = json.loads(text)['tasks'][0]['problemMatcher']['pattern']
lines = [re.match(pattern['regexp'], line) for line in open(sys.argv[2], encoding='utf-8').read().split('\n')]
taken = [match for match in lines if match]
sys.exit(not (len(taken) == int(sys.argv[3]) > 0 and all(match.group(pattern['line']).isdigit() for match in taken)))
END
fi

# Vim: the quickfix list has the findings and the notes beside them, each with its line.
if command -v vim > /dev/null && vim --version | grep -q '+quickfix' && vim --version | grep -q '+eval'; then
	mkdir compiler && cp "$examples/nianbao.vim" compiler/
	vim -u NONE -i NONE -es -N --cmd "set encoding=utf-8 runtimepath+=$folder" -c 'compiler nianbao' -c 'silent make' \
		-c 'call writefile(map(filter(getqflist(), "v:val.valid"), "v:val.lnum . v:val.type"), "list")' -c 'qa!' 2022年度报告.txt < /dev/null > log 2>&1
	places=$(grep -cE '^[^ ].*:[0-9]+:[0-9]+: (error|warning|note): ' found)
	[ "$(grep -c '^[1-9]' list)" = "$places" ] || fail "nianbao.vim: $(wc -l < list) entries, not $places"
fi

# git: the hook refuses the draft and takes the report without fault.
if command -v git > /dev/null; then
	git init -q . && git config user.name nobody && git config user.email nobody@example.org
	cp "$examples/pre-commit" .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
	git add 2022年度报告.txt
	git commit -qm draft > log 2>&1 && fail 'pre-commit: took a report with errors'
	grep -q 'row-total' log || fail 'pre-commit: does not show what is wrong'
	cp "$(dirname "$draft")/base.txt" 2022年度报告.txt && git add 2022年度报告.txt
	git commit -qm report > log 2>&1 || { cat log; fail 'pre-commit: refused a report without fault'; }
fi
# GitHub: what the action runs behind its build, with its inputs; the report without fault lies beside the draft.
sed -n '/name: Lint/,$p' "$top/action.yml" | sed -n '/run: |/,$s/^        //p' > lint
mkdir -p action/build/action action/scripts reports/2022 && ln -s "$program" action/build/action/nianbao
cp "$draft" reports/2022/draft.txt && cp "$(dirname "$draft")/base.txt" reports/base.txt
lint() { GITHUB_ACTION_PATH=$folder/action SARIF=$1 FILES=$2 FAIL_ON=$3 bash -e lint > log 2>&1; }
if command -v bash > /dev/null; then
	lint all.sarif 'reports/**/*.txt' error && fail 'action.yml: took a report with errors'
	grep -q '"ruleId": *"NB30' all.sarif && grep -q 'reports/2022/draft.txt' all.sarif || fail 'action.yml: no SARIF of a report in a folder'
	lint base.sarif 'reports/base.txt' error || { cat log; fail 'action.yml: refused a report without fault'; }
	lint none.sarif 'drafts/*.txt' error && fail 'action.yml: no file, and all is well'
fi

# The pre-commit framework: the hook lints with what it finds built, and says what is missing where nothing can be built.
mkdir -p hook/build/hook hook/scripts && cp "$top/scripts/hook.sh" hook/scripts/ && ln -s "$program" hook/build/hook/nianbao
hook/scripts/hook.sh reports/2022/draft.txt > log 2>&1 && fail 'hook.sh: took a report with errors'
grep -q 'row-total' log || fail 'hook.sh: does not show what is wrong'
hook/scripts/hook.sh reports/base.txt > log 2>&1 || fail 'hook.sh: refused a report without fault'
rm hook/build/hook/nianbao
hook/scripts/hook.sh reports/base.txt > log 2>&1
[ $? -eq 2 ] && grep -q 'setup.sh' log || fail 'hook.sh: without a program'
grep -q '^  entry: scripts/hook.sh$' "$top/.pre-commit-hooks.yaml" || fail '.pre-commit-hooks.yaml has another entry'
exit $status
