#!/usr/bin/env python3
"""Generated reports that a browser or a word processor has set, as pdftotext -layout prints them: what
is read of them.

Usage: pdf.py PROGRAM. Each NAME.txt in tests/pdf has its cells beside it, NAME.tsv. No wrong cell may look right, and nearly all are exact
where all cells are printed; where empty cells are blank and the extractor has moved values, more must be doubted.
"""
import collections
import csv
import glob
import os
import sys
import types

import judge
import score

FLOORS = {"all cells printed": 0.991, "some blank": 0.982}  # of the rest of the second all are right but marked
UNTRUE = {"all cells printed": 0, "some blank": 0}  # printed cells said to be empty


def read(path):
    """A case as judge.py takes it."""
    with open(path[:-4] + ".tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        truth = {
            row["cell"]: {"kind": row["kind"], "value": row["value"] or None, "unit": row["unit"] or None}
            for row in rows
        }
    return types.SimpleNamespace(truth=truth,
                                 damage="",
                                 head="",
                                 wanted=None,
                                 layout=types.SimpleNamespace(loses_blank=False))


def main():
    program, status = sys.argv[1], 0
    paths = sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pdf", "*.txt")))
    outputs = score.convert(program, paths)
    totals = collections.defaultdict(collections.Counter)
    for path in paths:
        case = read(path)
        counts, notes = judge.judge(case, outputs.get(path, {}))
        blank = any(cell["kind"] == "blank" for cell in case.truth.values())
        totals["some blank" if blank else "all cells printed"].update(counts)
        for note in notes:
            if "SILENT" in note:
                print("%s: %s" % (os.path.basename(path), note))
    for kind, counts in sorted(totals.items()):
        cells = sum(counts[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
        print("%s: %d cells, %s exact, %d right but marked, %d flagged, %d silent" %
              (kind, cells, score.percent(counts["exact"],
                                          cells), counts["marked"], counts["flagged"], counts["silent"]))
        if counts["silent"] > counts["untrue"] or counts["untrue"] > UNTRUE[kind]:
            print("%s: more are wrong and look right than have been" % kind)
            status = 1
        if counts["exact"] < FLOORS[kind] * cells:
            print("%s: fewer are exact than have been" % kind)
            status = 1
    if len(totals) != len(FLOORS):
        print("no reports")
        status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
