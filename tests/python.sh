#!/bin/sh
# The Python package over the library of the build tree, with Debian's pandas; and that a wheel can be built of it.
package=$(cd "${srcdir:-.}/bindings/python" && pwd) || exit 1
for python in "${PYTHON:-python3}" /usr/bin/python3 ''; do
	[ -n "$python" ] || { echo "no python3 with pandas (Debian: python3-pandas)"; exit 77; }
	"$python" -c 'import sys, pandas; sys.exit(sys.version_info < (3, 9))' 2> /dev/null && break
done
NIANBAO_LIBRARY=$(pwd)/.libs/libnianbao.so.0 NIANBAO=$(pwd)/nianbao EXAMPLES=$(cd "${srcdir:-.}/examples" && pwd)
PYTHONPATH=$package LC_ALL=C.UTF-8 LANGUAGE=en
export NIANBAO_LIBRARY NIANBAO EXAMPLES PYTHONPATH LC_ALL LANGUAGE
"$python" -B "$package/test_nianbao.py" || exit 1

# Its types, for those who rely on them (py.typed).
if command -v mypy > /dev/null; then
	mypy --strict --ignore-missing-imports --cache-dir=/dev/null "$package/nianbao" || exit 1
fi

"$python" -c 'import setuptools, pip, wheel' 2> /dev/null || { echo "no pip, setuptools or wheel: no wheel is built"; exit 0; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cp -R "$package" "$scratch/package" && chmod -R u+w "$scratch/package" && cd "$scratch" &&
	"$python" -m pip wheel -q --no-deps --no-build-isolation --no-index ./package && "$python" -m zipfile -e nianbao-*.whl installed &&
	PYTHONPATH=$scratch/installed "$python" -B -c 'import nianbao; print(nianbao.version); assert nianbao.__file__.startswith("'"$scratch"'")'
