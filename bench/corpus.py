#!/usr/bin/env python3
"""corpus.py - writes generated reports: corpus.py FOLDER COUNT [--layout NAME] [--ndjson FILE]; the same ones each time.

The mix of layouts is that of reports as they are published: most are copied from pages or printed with borders of some kind."""
import argparse
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests"))
import generate  # noqa: E402

MIX = ["lines", "pipes", "markdown", "rows-tab", "chrome", "lines", "writer", "md-rich", "rows-spaces", "grid-pandoc"]


def reports(count, layout):
    """Texts of `count` reports, of one layout or of the mix."""
    made, seed = 0, 0
    while made < count:
        seed += 1
        case = generate.generate(seed, layout or MIX[seed % len(MIX)])
        if case:
            made += 1
            yield made, case.data


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("count", type=int)
    parser.add_argument("--layout")
    parser.add_argument("--ndjson")
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    ending = ".html" if arguments.layout == "html" else ".txt"
    stream = open(arguments.ndjson, "w", encoding="utf-8") if arguments.ndjson else None
    for number, data in reports(arguments.count, arguments.layout):
        with open(os.path.join(arguments.folder, "%05d%s" % (number, ending)), "wb") as file:
            file.write(data)
        if stream:
            stream.write(json.dumps({"id": number, "text": data.decode()}, ensure_ascii=False) + "\n")
    if stream:
        stream.close()


if __name__ == "__main__":
    main()
