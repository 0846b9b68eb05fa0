#!/bin/sh
# Checks reports with the nianbao of this folder, which is built when it is first asked for: the hook of .pre-commit-hooks.yaml.
top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
nianbao=$top/build/hook/nianbao
[ -x "$nianbao" ] || "$top/scripts/build.sh" "$top/build/hook" > /dev/null 2>&1 || {
	echo "nianbao could not be built; $top/scripts/setup.sh installs what that needs" >&2
	exit 2
}
exec "$nianbao" lint --color=never -- "$@"
