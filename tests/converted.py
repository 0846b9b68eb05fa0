"""Reports as programs convert them, a text of each: none may be read worse than when it was last measured.

Usage: converted.py PROGRAM. tests/converted holds PAGE-CONVERTER texts, the cells of each page (PAGE.tsv),
and what was read of each text (counts.tsv; UPDATE=1 writes it anew, and each figure that falls is to be
explained).
"""
import csv
import glob
import os
import sys

import judge
import pdf
import score

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "converted")
COUNTS = os.path.join(FOLDER, "counts.tsv")
VERDICTS = ("exact", "marked", "flagged", "silent", "needless")


def measure(program):
    """{name: counts}; what looks right and is not is printed."""
    paths = sorted(set(glob.glob(os.path.join(FOLDER, "*-*"))))
    outputs = score.convert(program, paths)
    measured = {}
    for path in paths:
        name = os.path.basename(path)
        case = pdf.read(os.path.join(FOLDER, name.split("-")[0] + ".tsv"))
        counts, notes = judge.judge(case, outputs.get(path, {}))
        measured[name] = [counts.get(verdict, 0) for verdict in VERDICTS]
        for note in notes:
            if "SILENT" in note:
                print("%s: %s" % (name, note))
    return measured


def known():
    with open(COUNTS, encoding="utf-8", newline="") as file:
        return {row["text"]: [int(row[verdict]) for verdict in VERDICTS]
                for row in csv.DictReader(file, delimiter="\t")}


def write(measured):
    with open(COUNTS, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("text", ) + VERDICTS)
        table.writerows([name] + counts for name, counts in sorted(measured.items()))


def main():
    measured, status = measure(sys.argv[1]), 0
    if os.environ.get("UPDATE"):
        write(measured)
    before = known()
    for name in sorted(set(measured) | set(before)):
        now, then = measured.get(name), before.get(name)
        if not now or not then or now[0] < then[0] or now[2] > then[2] or now[3] > then[3]:
            print("%s: %s %s, was %s" % (name, "/".join(VERDICTS), now, then))
            status = 1
    exact, cells = sum(row[0] for row in measured.values()), sum(sum(row[:4]) for row in measured.values())
    print("%d texts, %d of %d cells exact, %d silent" %
          (len(measured), exact, cells, sum(row[3] for row in measured.values())))
    return status


if __name__ == "__main__":
    sys.exit(main())
