#!/usr/bin/env python3
"""Faults put one at a time into a clean draft (tests/faults.tsv): the rule that must find it fires at its place, and nothing else does.

Usage: faults.py [--list] PROGRAM BASE TABLE      --list prints each fault with "found" or "not found"
"""
import csv
import sys

from lint_rules import lint


def table(path):
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        for key in ("old", "new", "place"):
            row[key] = (row.get(key) or "").replace("\\n", "\n").replace("\\t", "\t")
    return rows


def problems(program, base, row):
    if row["old"] not in base:
        return ["the draft has no “%s”" % row["old"]]
    text = base.replace(row["old"], row["new"], 1)
    lines = text.split("\n")
    findings = [f for f in lint(program, text) if "cause" not in f]
    also = (row["also"] or "").split()
    if row["rule"] in ("-", "none"):
        return ["is found now: %s" % f["name"] for f in findings]
    places = [number for number, line in enumerate(lines, 1) if row["place"].split("\n")[0] in line]
    right = [f for f in findings if f["name"] == row["rule"] and (f["line"] in places or f["line"] >= len(lines) - 1)]
    others = [f["name"] for f in findings if f["name"] != row["rule"] and f["name"] not in also]
    wrong = [] if right else ["%s does not fire at “%s”" % (row["rule"], row["place"])]
    wrong += ["is found twice at one place"] * (len({(f["line"], f["column"]) for f in right}) < len(right))
    return wrong + ["besides: " + ", ".join(others)] * bool(others)


def main():
    arguments = sys.argv[1:]
    shown = arguments[:1] == ["--list"]
    program, base_path, path = arguments[shown:]
    with open(base_path, encoding="utf-8") as file:
        base = file.read()
    rows, bad = table(path), 0
    for row in rows:
        wrong = problems(program, base, row)
        bad += bool(wrong)
        if shown:
            print("%-9s  %-18s  %s" % ("not found" if row["rule"] == "-" else "found" if not wrong else "WRONG", row["rule"], row["fault"]))
        for line in wrong:
            print("%s: %s" % (row["fault"], line))
    kinds = [row["rule"] if row["rule"] in ("-", "none") else "found" for row in rows]
    print("%d faults, %d found, %d near misses; %d not as expected" % (len(rows) - kinds.count("none"), kinds.count("found"), kinds.count("none"), bad))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
