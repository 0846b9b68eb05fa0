"""panel.py - a SQLite database and the CSV files of the same reports say the same, read back by other programs.

panel.py DATABASE LONG.csv WIDE.csv FINDINGS.csv"""
import csv
import sqlite3
import sys

faults = 0


def expect(what, found, wanted):
    global faults
    if found != wanted:
        faults += 1
        print("FAIL: %s\n  is   %r\n  want %r" % (what, found, wanted))


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    """As NUMERIC affinity has it."""
    if text in ("", None):
        return None
    return float(text) if "." in text else int(text)


def check_long(db, long):
    names = ["source", "agency", "year", "form", "table", "row", "column"]
    listed = {tuple(row[n] for n in names): (number(row["value"]), row["unit"], row["raw"], row["status"], row["line"])
              for row in long}
    stored = {tuple(str(value or "") for value in row[:7]): (row[7], row[8], row[9] or "", row[10], str(row[11] or ""))
              for row in db.execute('SELECT source, agency, year, form, "table", "row", "column", value, unit, raw, status, line '
                                    "FROM long WHERE status <> 'missing'")}
    expect("cells of the view long", stored, listed)


def check_wide(db, wide):
    cursor = db.execute("SELECT * FROM wide ORDER BY report")
    names = [column[0] for column in cursor.description]
    stored = [dict(zip(names, row)) for row in cursor]
    expect("columns of wide", names[1:], list(wide[0]))
    for row, printed in zip(stored, wide):
        for name in names[5:]:
            expect("%s of %s" % (name, row["source"]), row[name], number(printed[name]))
    expect("rows of wide", len(stored), len(wide))
    plan = db.execute('EXPLAIN QUERY PLAN SELECT sum("applications.received.total") FROM wide').fetchall()
    expect("cells that one column of wide looks for", [step[-1].split(" (")[0] for step in plan if "cells" in step[-1]],
           ["SEARCH cells USING PRIMARY KEY"])


def check_sums(db):
    """Keys hold, and what each relation of a form says can be asked for."""
    expect("integrity", db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
    expect("foreign keys", db.execute("PRAGMA foreign_key_check").fetchall(), [])
    expect("labels", db.execute("SELECT count(*) FROM cells LEFT JOIN labels USING (\"table\", \"row\", \"column\") "
                                "WHERE row_label IS NULL").fetchone()[0], 0)
    expect("failures", db.execute("SELECT source FROM failures").fetchall(), [("missing.txt",)])
    expect("facts", db.execute("SELECT count(*) > 20 FROM facts").fetchone()[0], 1)


def check_pandas(path, wide):
    try:
        import pandas
    except ImportError:
        print("no pandas, so the database is not read by it")
        return
    with sqlite3.connect(path) as db:
        frame = pandas.read_sql("SELECT * FROM wide", db)
    expect("pandas: reports", len(frame), len(wide))
    expect("pandas: a sum", int(frame["applications.received.total"].fillna(0).sum()),
           sum(number(row["applications.received.total"]) or 0 for row in wide))


def main():
    path, long, wide, findings = sys.argv[1], *map(rows_of, sys.argv[2:])
    db = sqlite3.connect(path)
    check_long(db, long)
    check_wide(db, wide)
    expect("findings", db.execute("SELECT count(*) FROM findings").fetchone()[0], len(findings))
    check_sums(db)
    check_pandas(path, wide)
    sys.exit(faults > 0)


main()
