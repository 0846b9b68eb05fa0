"""Compares the cells of a compiled report with cells written down by hand: a table with a line a cell, in which an empty `line` is
not compared and `placed` may also be `ambiguous`, and `blank` `missing`, where the caller says so."""
import csv
import json
import subprocess
import sys


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def compiled(program, *arguments):
    """The JSON that the program prints; its findings are not looked at."""
    run = subprocess.run([program, "convert", "-t", "json", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if run.returncode > 1:
        sys.exit(f"{program} convert {' '.join(arguments)}: status {run.returncode}")
    return json.loads(run.stdout)


def faults(expected, cell, placed_too):
    """What differs, in words."""
    got = {key: "" if cell[key] is None else str(cell[key]) for key in ("value", "unit", "raw", "status", "line")}
    if placed_too and got["status"] == "ambiguous":
        got["status"] = "placed"
    if placed_too and got["status"] == "missing" and expected["status"] == "blank":
        got["status"] = "blank"  # empty cells that have lost their places: seen, but not there
    if not (expected["raw"] and expected["line"]):
        got["line"] = expected["line"]
    return [f"{key} {got[key]!r}, not {expected[key]!r}" for key in got if got[key] != expected[key]]


def compare(report, rows, name, placed_too=False):
    """How many of these cells are right; says of each other one what is wrong."""
    right = 0
    for row in rows:
        where = f"{name}: {row['table']} {row['row']} {row['column']}"
        try:
            cell = report["tables"][row["table"]]["rows"][row["row"]][row["column"]]
        except KeyError:
            print(f"{where}: no such cell")
            continue
        wrong = faults(row, cell, placed_too)
        if wrong:
            print(f"{where}: {', '.join(wrong)}")
        right += not wrong
    return right
