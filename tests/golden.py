"""For golden.sh, in examples/: JSON, XML, CSV and ndjson of each report carry the same cells, and those that were written down by hand.
Usage: golden.py PROGRAM"""
import csv
import glob
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as tree

import cells

SPACE = "{urn:nianbao:report:1}"


def of_json(report):
    """{(table, row, column): (value, unit, raw, status, line)}, without the missing cells."""
    return {
        (table, row, column): (cell["value"] or "", cell["unit"], cell["raw"], cell["status"], str(cell["line"] or ""))
        for table, content in report["tables"].items()
        for row, columns in content["rows"].items()
        for column, cell in columns.items()
        if cell["status"] != "missing"
    }


def of_xml(root):
    return {
        (table.get("id"), row.get("id"), cell.get("id")): tuple(cell.get(key, "") for key in ("value", "unit", "raw", "status", "line"))
        for table in root.iter(SPACE + "table")
        for row in table.iter(SPACE + "row")
        for cell in row
        if cell.get("status") != "missing"
    }


def of_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {
            (row["table"], row["row"], row["column"]): (row["value"], row["unit"], row["raw"], row["status"], row["line"])
            for row in csv.DictReader(file, strict=True)
        }


def check(program, source):
    """The faults of one report."""
    name = os.path.splitext(source)[0]
    with open(name + ".json", encoding="utf-8") as file:
        report = json.load(file, parse_float=str, parse_int=str)
    expected = of_json(report)
    stream = subprocess.run([program, "convert", "-t", "ndjson", source], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    forms = {
        "XML": of_xml(tree.parse(name + ".xml").getroot()),
        "CSV": of_csv(name + ".csv"),
        "ndjson": of_json(json.loads(stream, parse_float=str, parse_int=str)),
    }
    bad = [f"{source}: {form} has other cells than JSON" for form, got in forms.items() if got != expected]
    if stream.count(b"\n") != 1:
        bad.append(f"{source}: ndjson is not one line")
    if os.path.exists(name + ".cells.tsv"):
        rows = cells.table(name + ".cells.tsv")
        right = cells.compare(report, rows, source)
        print(f"{source}: {right} cells right of {len(rows)}")
        if right != len(rows):
            bad.append(f"{source}: cells differ from those written down")
        for row in rows:  # the line that is named prints what the cell says
            if row["line"] and row["raw"] not in open(source, encoding="utf-8", newline="\n").read().split("\n")[int(row["line"]) - 1]:
                bad.append(f"{source}:{row['line']}: no {row['raw']}")
    elif expected:
        bad.append(f"{source}: no {name}.cells.tsv")
    return bad


def main():
    faults = []
    for source in sorted(glob.glob("*.txt") + glob.glob("*.html") + glob.glob("*.docx")):
        faults += check(sys.argv[1], source)
    print("\n".join(faults), end="\n" if faults else "")
    return bool(faults)


sys.exit(main())
