#!/bin/sh
# The example reports in the characters and phrases of Taiwan and Hong Kong have the cells that they have here.
exec "$PYTHON" "${srcdir:-.}/tests/phrases.py" ./nianbao "${srcdir:-.}/examples"
