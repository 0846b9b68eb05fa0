#!/usr/bin/env python3
"""One cause, one finding: a single fault is put into the tables of a clean report, and what lint says of it is counted.

Usage: causes.py [--count N] [--seed SEED] [--keep DIR] [--lines] [--show] PROGRAM
--lines counts the lines of the text output too. Exit status 1 where a kind of fault that is found comes out as just one finding less
often than ONE says."""
import argparse
import collections
import copy
import json
import os
import random
import subprocess
import sys
import tempfile

import clean
import generate


def plain_values(scene, *tables):
    return [value for row in scene.rows(*tables) for value in row.values if value.key and generate.damages.plain(value)]


def digit(scene):
    generate.damages.change_digit(scene, scene.rows("applications"))


def digit_review(scene):
    generate.damages.change_digit(scene, scene.rows("review"))


def exchange(one, two):
    one.text, two.text = two.text, one.text
    one.value, two.value = two.value, one.value


def swapped(scene):
    """Two neighbouring cells of a row."""
    pairs = [pair for row in scene.rows("applications") for pair in zip(row.values, row.values[1:])
             if all(map(generate.damages.plain, pair)) and pair[0].text != pair[1].text]
    if pairs:
        exchange(*scene.rng.choice(pairs))


def swapped_rows(scene):
    """The figures of two rows stand behind each other's label."""
    rows = [row for row in scene.rows("applications") if row.path and row.id != "outcome_total"]
    pairs = [(a, b) for a, b in zip(rows, rows[1:]) if [v.text for v in a.values] != [v.text for v in b.values]]
    if pairs:
        for one, two in zip(*(row.values for row in scene.rng.choice(pairs))):
            exchange(one, two)


def shifted(scene):
    """The figures of a stretch of rows stand one row too low, the last of them on top."""
    rows = scene.rows("applications")
    start = scene.rng.randrange(len(rows) - 5)
    part = rows[start:start + scene.rng.randint(3, 5)]
    for upper, lower in reversed(list(zip(part, part[1:]))):
        for one, two in zip(upper.values, lower.values):
            exchange(one, two)


def shifted_column(scene):
    """The figures of one column stand a row too low in a stretch of rows."""
    rows = scene.rows("applications")
    column = scene.rng.randrange(len(rows[0].values))
    start = scene.rng.randrange(len(rows) - 5)
    for upper, lower in reversed(list(zip(rows[start:start + 3], rows[start + 1:start + 4]))):
        exchange(upper.values[column], lower.values[column])


def doubled_row(scene):
    """A row stands twice, the second time with one digit wrong."""
    segment = scene.rng.choice([table for table in scene.tables if table.id == "applications"]).segments[0]
    places = [i for i, row in enumerate(segment.rows) if any(map(generate.damages.plain, row.values))]
    if places:
        at = scene.rng.choice(places)
        segment.rows.insert(at + 1, copy.deepcopy(segment.rows[at]))
        generate.damages.change_digit(scene, [segment.rows[at + 1]])


def lost_row(scene):
    generate.damages.row_missing(scene)


def lost_rows(scene):
    """Three rows, one below the other."""
    rows = scene.rows("applications")
    first = scene.rng.randrange(3, len(rows) - 6)
    for row in rows[first:first + 3]:
        generate.damages.take_out(scene, row)


def lost_total(scene):
    rows = [row for row in scene.rows("applications") if row.values[-1].value]
    if rows:
        generate.damages.blank(scene.rng.choice(rows).values[-1])


def lost_totals(scene):
    """The totals of all rows were left for later."""
    for row in scene.rows("applications"):
        if row.values[-1].value:
            generate.damages.blank(row.values[-1])


# The share of found faults that must come out as one finding. Measured on 51 layouts, seed 1: 0.93, 0.94, 0.90, 1.00, 1.00, 0.92, 0.95, 0.56; what is
# missing are layouts in which a blank total, or a row whose sums fail, makes the reader doubt the columns.
ONE = {"digit": 0.85, "digit-review": 0.85, "swapped": 0.8, "shifted": 0.8, "lost-row": 0.85, "lost-rows": 0.85, "lost-total": 0.8, "lost-totals": 0.4}
FAULTS = {"digit": digit, "digit-review": digit_review, "swapped": swapped, "swapped-rows": swapped_rows, "shifted": shifted,
          "shifted-column": shifted_column, "doubled-row": doubled_row, "lost-row": lost_row, "lost-rows": lost_rows, "lost-total": lost_total,
          "lost-totals": lost_totals}


def harmed(seed, layout, fault):
    """The clean report and the one with the fault; the same in all else."""
    sound, suffix, _ = clean.make(seed, layout)
    broken, _, _ = clean.make(seed, layout, lambda scene: FAULTS[fault](with_own_dice(scene, seed, fault)))
    return sound, broken, suffix


def with_own_dice(scene, seed, fault):
    """What follows the fault is made with the same dice as without it."""
    scene.rng = random.Random("causes/%s/%s" % (seed, fault))
    return scene


def findings_of(program, paths, *options):
    run = subprocess.run([program, "lint", "--no-config", "--lang=en", "--fail-on=never", "--format=json", *options, *paths], stdout=subprocess.PIPE, check=True)
    return [report["findings"] for report in json.loads(run.stdout.decode("utf-8", "replace"))["reports"]]


def lines_of(program, path):
    run = subprocess.run([program, "lint", "--no-config", "--lang=zh", "--fail-on=never", path], stdout=subprocess.PIPE, check=True)
    return len(run.stdout.decode("utf-8", "replace").rstrip("\n").split("\n")) - 1


def table_findings(findings):
    return [f for f in findings if "cause" not in f and f["rule"][:3] in ("NB2", "NB3", "NB4")]


def measure(program, folder, arguments):
    """{fault: [(layout, findings by themselves, hanging, lines, findings)]}"""
    fair = [layout for layout in generate.LAYOUTS if not layout.lossy]
    results = collections.defaultdict(list)
    jobs = []
    for number in range(0, arguments.count, arguments.every):
        layout = fair[number % len(fair)]
        for fault in arguments.faults or FAULTS:
            sound, broken, suffix = harmed("%s.%d" % (arguments.seed, number), layout, fault)
            if sound == broken and layout.suffix != ".docx":
                continue
            paths = [os.path.join(folder, "%03d-%s-%s-%s%s" % (number, layout.name, fault, kind, suffix)) for kind in ("sound", "broken")]
            for path, data in zip(paths, (sound, broken)):
                with open(path, "wb") as file:
                    file.write(data)
            jobs.append((fault, layout.name, paths))
    before = findings_of(program, [paths[0] for _, _, paths in jobs])
    after = findings_of(program, [paths[1] for _, _, paths in jobs])
    for (fault, layout, paths), old, new in zip(jobs, before, after):
        known = collections.Counter((f["name"], f["message"]) for f in table_findings(old))
        fresh = []
        for f in table_findings(new):
            if known[f["name"], f["message"]]:
                known[f["name"], f["message"]] -= 1
            else:
                fresh.append(f)
        hanging = sum("cause" in f for f in new)
        results[fault].append((layout, len(fresh), hanging, lines_of(program, paths[1]) if arguments.lines else 0, fresh, paths[1]))
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=51)
    parser.add_argument("--every", type=int, default=1, help="only every so many of them")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--faults", nargs="*")
    parser.add_argument("program")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = arguments.keep or folder
        os.makedirs(folder, exist_ok=True)
        results = measure(arguments.program, folder, arguments)
    bad = False
    for fault, rows in results.items():
        counts = collections.Counter(min(n, 9) for _, n, *_ in rows)
        names = collections.Counter(tuple(sorted(f["name"] for f in fresh)) for *_, fresh, _ in rows)
        print("%-13s %3d reports; findings by themselves: %s; lines of text: %.1f" % (
            fault, len(rows), ", ".join("%d: %d" % pair for pair in sorted(counts.items())), sum(row[3] for row in rows) / len(rows)))
        for kind, count in names.most_common(12):
            print("     %3d  %s" % (count, " ".join(kind) or "(nothing)"))
        found = [n for _, n, *_ in rows if n]
        if found and found.count(1) < ONE.get(fault, 0) * len(found):
            print("     too often more than one finding")
            bad = True
        if arguments.show:
            for layout, n, hanging, lines, fresh, path in rows:
                if n != 1:
                    print("  ", os.path.basename(path), [(f["name"], f["line"], f["message"]) for f in fresh][:4])
    return bad


if __name__ == "__main__":
    sys.exit(main())
