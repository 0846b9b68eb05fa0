#!/usr/bin/env python3
"""How well the model of measured columns (input/columns.c) knows where values stand: how many of its likeliest columns are right, how sure it
is of them, and what each of its parts is worth.

Usage: columns.py HELPER [--parts] [--count N]; HELPER is tests/columns, built with the model's numbers open to change. Fails where the model is
less right, or surer than right, than it has been.
"""
import argparse
import collections
import csv
import fnmatch
import glob
import math
import os
import re
import subprocess
import sys
import tempfile

import generate

HERE = os.path.dirname(os.path.abspath(__file__))
HELD_OUT = ("weasy*", "wkhtml*", "uming*", "writer-blank*")  # of tests/layout: not looked at when the model's numbers were chosen
PARTS = [
    ("all of it", []),
    ("values are not moved by those before them", ["pushed=0"]),
    ("it is known where columns stand", ["unsure=0"]),
    ("no annealing: the jitter is small from the beginning", ["start=0.05"]),
    ("columns keep the distances of their labels", ["gap=0.1", "loose=0.01"]),
    ("columns stand anywhere", ["gap=100", "shift=1000"]),
    ("a page stands as the one before it", ["stay=1000"]),
    ("all columns are as often empty", ["fill=1000", "empty=1000"]),
    ("no two values in a column", ["share=1e-9", "force=1e-9"]),
    ("the best way to set values only", ["temper=100"]),
]


def plain(text):
    """A value's digits, however it is printed."""
    text = text.translate({0xFF10 + i: 0x30 + i for i in range(10)})
    return re.sub(r"[^0-9]", "", text)


def rows_of_truth(cells):
    """[(columns in all, [(column, digits)])] of the rows, in the order of print; `cells`: (row, digits or "" where empty)."""
    rows = collections.OrderedDict()
    for row, digits in cells:
        rows.setdefault("review" if row.startswith("review") else row, []).append(digits)
    return [[(column, digits) for column, digits in enumerate(row) if digits is not None] for row in rows.values()]


def truth_of_tsv(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cells = [(each["cell"].rsplit("/", 1)[0], None if each["kind"] in ("blank", "missing", "traceless") else plain(each["value"])) for each in rows]
    return rows_of_truth([(row, digits) for row, digits in cells])


def truth_of_cells(path):
    """The rows of tests/layout: labels, then what is printed in each column."""
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("|")
            labels = {15: 0, 10: 3}.get(len(fields), 1)
            rows.append([(column, plain(text)) for column, text in enumerate(fields[labels:]) if text])
    return rows


def read(helper, paths, options):
    """{path: [[(digits, best, p)] of each row]}."""
    found = {}
    for at in range(0, len(paths), 200):
        run = subprocess.run([helper, *options, *paths[at:at + 200]], stdout=subprocess.PIPE, check=True)
        for line in run.stdout.decode("utf-8", "replace").split("\n")[:-1]:
            path, row, value, best, placed, p = line.split("\t")
            rows = found.setdefault(path, collections.OrderedDict())
            rows.setdefault(row, []).append((plain(value), [float(x) for x in p.split()]))
    return {path: list(rows.values()) for path, rows in found.items()}


def paired(truth, found):
    """The rows of both that print the same, in order: as many as possible."""
    one = [tuple(digits for _, digits in row) for row in truth]
    other = [tuple(digits for digits, _ in row) for row in found]
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            best[i][j] = best[i + 1][j + 1] + 1 if one[i] == other[j] else max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            yield truth[i], found[j]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1


def compare(truth, found):
    """[(probability of the likeliest column, of the right one, whether these are one)] of each value."""
    return [(max(p), p[column] if column < 16 else 0, p.index(max(p)) == column)
            for row, values in paired(truth, found) for (column, _), (_, p) in zip(row, values)]


def generated(count, layout, seed, folder):
    truths = {}
    for i in range(count):
        case = generate.generate("%s.%d" % (seed, i), layout, "")
        path = os.path.join(folder, case.name())
        with open(path, "wb") as file:
            file.write(case.data)
        cells = [("/".join(key.split("/")[:2]), None if truth["kind"] in ("blank", "missing", "traceless") else plain(truth["value"] or ""))
                 for key, truth in case.truth.items()]
        truths[path] = rows_of_truth(cells)
    return truths


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def reliability(judged):
    """A row for each bin: how sure the model was on average, and how often its likeliest column is right."""
    edges = [0, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 0.9999, 1.1]
    yield row("probability", "values", "mean", "right", "wrong")
    yield row(*["---"] * 5)
    for low, high in zip(edges, edges[1:]):
        here = [(p, right) for p, _, right in judged if low <= p < high]
        if here:
            right = sum(right for _, right in here)
            yield row("from %g" % low, len(here), "%.4f" % (sum(p for p, _ in here) / len(here)), "%.4f" % (right / len(here)), len(here) - right)


def loss(judged):
    """Of the right columns: minus the logarithms of their probabilities."""
    return -sum(math.log(max(q, 1e-6)) for _, q, _ in judged)


def judge_all(helper, truths, options):
    found = read(helper, list(truths), options)
    return [each for path, truth in truths.items() for each in compare(truth, found.get(path, []))]


def wrong(judged):
    return sum(not right for *_, right in judged)


def test_sets(count, folder):
    layout = sorted(glob.glob(os.path.join(HERE, "layout", "*.txt")))
    held = [path for path in layout if any(fnmatch.fnmatch(os.path.basename(path), pattern) for pattern in HELD_OUT)]
    sets = {"tests/pdf": {p: truth_of_tsv(p[:-4] + ".tsv") for p in sorted(glob.glob(os.path.join(HERE, "pdf", "*.txt")))},
            "tests/layout": {p: truth_of_cells(p[:-4] + ".cells") for p in layout if p not in held},
            "tests/layout, held out": {p: truth_of_cells(p[:-4] + ".cells") for p in held}}
    for name in ("aligned", "aligned-pages"):
        sets[name] = generated(count, name, "columns", folder)
    return sets


def measure(helper, sets):
    yield from ("", "## Columns set by measure", "", "Which column the model puts values in (doc/columns.md), before any sum is looked at.", "")
    yield row("set", "values", "not in a table", "wrong", "wrong above 0.99", "right below 0.9", "loss")
    yield row(*["---"] * 7)
    everything = []
    for name, truths in sets.items():
        judged = judge_all(helper, truths, [])
        values = sum(len(each) for truth in truths.values() for each in truth)
        yield row(name, values, values - len(judged), wrong(judged), sum(not r and p > 0.99 for p, _, r in judged),
                  sum(r and p < 0.9 for p, _, r in judged), "%.1f" % loss(judged))
        everything += judged
    yield from ("", "How sure it is, and how often it is right:", "")
    yield from reliability(everything)


def parts(helper, sets):
    yield from ("", "What its parts are worth: values wrong and loss without each of them.", "")
    yield row("without", *["%s: wrong" % name for name in sets], "loss of all")
    yield row(*["---"] * (len(sets) + 2))
    for name, options in PARTS:
        results = [judge_all(helper, truths, options) for truths in sets.values()]
        yield row(name, *[wrong(judged) for judged in results], "%.1f" % sum(map(loss, results)))


def shortfalls(helper, sets):
    judged = [each for name in ("tests/pdf", "tests/layout", "tests/layout, held out") for each in judge_all(helper, sets[name], [])]
    if len(judged) < 5000:
        yield "only %d values are seen" % len(judged)
    if wrong(judged) > 0.005 * len(judged):
        yield "%d of %d likeliest columns are wrong" % (wrong(judged), len(judged))
    if loss(judged) > 25:  # 22.3; 28.0 with a jitter of three degrees
        yield "the right columns are less likely than they have been: a loss of %.1f" % loss(judged)
    if sum(not right and p > 0.99 for p, _, right in judged) > 0.002 * len(judged):
        yield "too sure of what is wrong"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("helper")
    parser.add_argument("--parts", action="store_true", help="what each part of the model is worth")
    parser.add_argument("--count", type=int, default=10)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sets = test_sets(arguments.count, folder)
        print(*measure(arguments.helper, sets), sep="\n")
        if arguments.parts:
            print(*parts(arguments.helper, sets), sep="\n")
        short = list(shortfalls(arguments.helper, sets))
    for line in short:
        print("columns: %s" % line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
