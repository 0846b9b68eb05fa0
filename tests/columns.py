#!/usr/bin/env python3
"""How well the model of measured columns (input/columns.c) knows where values stand: how many of its likeliest columns are right, how sure it
is of them, and what each of its parts is worth.

Usage: columns.py HELPER [NAME=NUMBER]... ; HELPER is tests/columns, built with the model's numbers open to change.
"""
import collections
import csv
import glob
import os
import re
import subprocess
import sys
import tempfile

import generate
import model

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = ("disclosure", "applications", "review")


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
        cells = [(each["cell"].rsplit("/", 1)[0], None if each["kind"] in ("blank", "missing") else plain(each["value"])) for each in rows]
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
        cells = [("/".join(key.split("/")[:2]), None if truth["kind"] in ("blank", "missing") else plain(truth["value"] or ""))
                 for key, truth in case.truth.items()]
        truths[path] = rows_of_truth(cells)
    return truths


def reliability(judged):
    """A line for each bin: how often the likeliest column is right."""
    edges = [0, 0.5, 0.7, 0.9, 0.97, 0.99, 0.997, 0.999, 0.9999, 1.1]
    for low, high in zip(edges, edges[1:]):
        here = [(p, right) for p, _, right in judged if low <= p < high]
        if here:
            yield low, len(here), sum(p for p, _ in here) / len(here), sum(right for _, right in here) / len(here), sum(not right for _, right in here)


def loss(judged):
    import math
    return -sum(math.log(max(q, 1e-6)) for _, q, _ in judged)


def judge_all(helper, truths, options):
    found = read(helper, list(truths), options)
    return {path: compare(truth, found.get(path, [])) for path, truth in truths.items()}


def main():
    helper, options = sys.argv[1], [a for a in sys.argv[2:] if "=" in a]
    count = int(([a for a in sys.argv[2:] if a.isdigit()] or ["60"])[0])
    verbose = "-v" in sys.argv
    sets = {"layout": {p: truth_of_cells(p[:-4] + ".cells") for p in sorted(glob.glob(os.path.join(HERE, "layout", "*.txt")))},
            "pdf": {p: truth_of_tsv(p[:-4] + ".tsv") for p in sorted(glob.glob(os.path.join(HERE, "pdf", "*.txt")))}}
    with tempfile.TemporaryDirectory() as folder:
        for layout in ("aligned", "aligned-pages"):
            sets[layout] = generated(count, layout, "col", folder)
        for name, truths in sets.items():
            by_path = judge_all(helper, truths, options)
            judged = [j for each in by_path.values() for j in each]
            values = sum(len(row) for truth in truths.values() for row in truth)
            wrong = sum(not right for *_, right in judged)
            print("%-14s %6d values, %6d seen, %5d wrong (%.2f %%), loss %.1f, wrong above 0.99: %d, right below: %d" % (
                name, values, len(judged), wrong, 100 * wrong / max(len(judged), 1), loss(judged),
                sum(not right and p > 0.99 for p, _, right in judged), sum(right and p < 0.99 for p, _, right in judged)))
            if verbose:
                for low, n, mean, right, bad in reliability(judged):
                    print("   %.4f: %6d %.4f %.4f %d" % (low, n, mean, right, bad))
                for path, each in by_path.items():
                    bad = sum(not r for *_, r in each)
                    need = sum(len(row) for row in truths[path])
                    if bad or len(each) < need:
                        print("     %s: %d wrong, %d unseen of %d" % (os.path.basename(path), bad, need - len(each), need))


if __name__ == "__main__":
    main()
