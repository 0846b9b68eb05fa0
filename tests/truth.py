"""Compares compiled real reports with what people have read in them: cells (REPORT.tsv), dates and names (meta.tsv), articles
(structure.tsv). Usage: truth.py PROGRAM SHARED-FOLDER"""
import os
import sys

import cells

# Its layout has lost the empty cells; where only one column fits a value is for the program to find out.
LOSSY = "anshun-2022"


def meta_of(report):
    flat = {**report, **{"period_" + key: value for key, value in report["period"].items()}}
    flat.update({"signed_" + key: value for key, value in report["signed"].items()}, articles=len(report["articles"]))
    return flat


def meta_faults(report, row):
    flat = meta_of(report)
    return [f"{row['report']}: {key} is {flat[key]!r}, not {row[key]!r}" for key in row if key != "report" and str(flat[key] or "") != row[key]]


def structure_faults(report, rows):
    bad = []
    for article, row in zip(report["articles"], rows):
        got = {"article": article["number"], "role": article["role"], "line": article["line"], "title": article["title"],
               "sections": sum(block["type"] == "section" for block in article["blocks"])}
        bad += [f"{row['report']}: article {row['article']}: {key} is {got[key]!r}, not {row[key]!r}" for key in got if str(got[key]) != row[key]]
    return bad


def main():
    program, shared = sys.argv[1:]
    truth = os.path.join(shared, "truth")
    structure = cells.table(os.path.join(truth, "structure.tsv"))
    bad = 0
    for row in cells.table(os.path.join(truth, "meta.tsv")):
        name = row["report"]
        report = cells.compiled(program, os.path.join(shared, "reports", name + ".txt"))
        faults = meta_faults(report, row) + structure_faults(report, [r for r in structure if r["report"] == name])
        path = os.path.join(truth, name + ".tsv")
        rows = cells.table(path) if os.path.exists(path) else []
        right = cells.compare(report, rows, name, placed_too=name == LOSSY)
        print("\n".join(faults + [f"{name}: {right} cells right of {len(rows)}"]))
        bad += len(faults) + len(rows) - right
    return bad != 0


sys.exit(main())
