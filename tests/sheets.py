#!/usr/bin/env python3
"""Generated reports as PDF: every cell is read exactly, or doubted.

Usage: sheets.py PROGRAM. Each NAME.pdf in tests/sheets, made by print_pages.py, has its cells beside it, NAME.tsv, as tests/pdf has.
Of those whose places do not tell the columns of all numbers, fewer are exact, but none is wrong and looks right.
"""
import collections
import glob
import os
import sys

import judge
import pdf
import score


FLOORS = {"drawn-parts.pdf": 191}


def main():
    program, status = sys.argv[1], 0
    paths = sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sheets", "*.pdf")))
    outputs = score.convert(program, paths)
    for path in paths:
        counts, notes = judge.judge(pdf.read(path), outputs.get(path, {}))
        counts = collections.Counter(counts)
        cells = sum(counts[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
        print("%s: %d of %d cells exact" % (os.path.basename(path), counts["exact"], cells))
        if counts["silent"] or counts["exact"] < FLOORS.get(os.path.basename(path), max(cells, 1)):
            print("\n".join(notes))
            status = 1
    return status if paths else 1


if __name__ == "__main__":
    sys.exit(main())
