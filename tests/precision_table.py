"""The table of doc/rules.md: how often each rule is right, over everything that the tests hold ready for it.

Usage: precision_table.py [--clean N] PROGRAM TESTS     TESTS: the folder with lint/base.txt, precision.txt, faults.tsv
Sources: the marked paragraphs (precision.txt), faults and near misses put into a clean draft (faults.tsv), the reports for each rule
(lint_rules.py), and N clean reports, one in each way of printing that loses nothing, in turn (clean.py)."""
import argparse
import collections
import json
import os
import re
import subprocess
import tempfile

import clean
import faults
import lint_rules
import precision

SKIPPED = "NB5"  # rules that compare with other reports: tests/lint_series.sh has them


class Case:
    """A text, the findings that it must raise as (rule, lines on which it may stand; None: anywhere), and the rules that may be raised besides."""

    def __init__(self, text, wanted, besides=(), suffix=".txt"):
        self.text, self.wanted, self.besides, self.suffix = text, wanted, set(besides), suffix


def of_paragraphs(folder, base):
    for place, text in precision.read(os.path.join(folder, "precision.txt")):
        text, wanted = precision.take_marks(re.sub(precision.PLACES[place], lambda _, text=text: text, base, count=1))
        plain = [(rule.rstrip("+"), {line} if line and not rule.endswith("+") else None) for rule, line in wanted]
        yield Case(text, plain, [rule.rstrip("+") for rule, _ in wanted if rule.endswith("+")])


def of_faults(folder, base):
    for row in faults.table(os.path.join(folder, "faults.tsv")):
        text = base.replace(row["old"], row["new"], 1)
        lines = text.split("\n")
        places = {number for number, line in enumerate(lines, 1) if row["place"].split("\n")[0] in line} | {len(lines) - 1, len(lines)}
        if row["rule"] == "none":
            yield Case(text, [])
        elif row["rule"] != "-":
            yield Case(text, [(row["rule"], places)], (row["also"] or "").split() + [row["rule"]])


def of_rules(base):
    for rule, raises, edits, also in lint_rules.CASES:
        text, places = lint_rules.places(lint_rules.edited(base, edits))
        yield Case(text, [(rule, {line}) for line, _ in places] if raises else [], also)


def findings(program, cases):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, case in enumerate(cases):
            paths.append(os.path.join(folder, "%05d%s" % (number, case.suffix)))
            with open(paths[-1], "wb") as file:
                file.write(case.text if isinstance(case.text, bytes) else case.text.encode())
        with open(os.path.join(folder, "out.json"), "wb") as out:
            subprocess.run([program, "lint", "--no-config", "--lang=en", "--fail-on=never", "--format=json", *paths], stdout=out, check=True)
        with open(out.name, encoding="utf-8", errors="replace") as file:
            return [report["findings"] for report in json.load(file)["reports"]]


def judge(case, found, count):
    """Count what is right, what is not found, what is wrong."""
    left = list(case.wanted)
    for finding in found:
        name = finding["name"]
        match = next((one for one in left if one[0] == name and (one[1] is None or finding["line"] in one[1])), None)
        if match:
            left.remove(match)
            count[name]["right"] += 1
        elif name not in case.besides and "cause" not in finding:
            count[name]["wrong"] += 1
    for name, _ in left:
        count[name]["lost"] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clean", type=int, default=102)
    parser.add_argument("program")
    parser.add_argument("folder")
    arguments = parser.parse_args()
    with open(os.path.join(arguments.folder, "lint", "base.txt"), encoding="utf-8") as file:
        base = file.read()
    cases = [*of_paragraphs(arguments.folder, base), *of_faults(arguments.folder, base), *of_rules(base)]
    made = list(clean.reports_of(arguments.clean, "precision"))
    fair = [Case(data, [], suffix=suffix) for _, data, suffix, _ in made]
    count, raised, untrue = collections.defaultdict(collections.Counter), collections.Counter(), collections.Counter()
    found = findings(arguments.program, cases + fair)
    for case, one in zip(cases, found):
        judge(case, one, count)
    for one, (*_, tables) in zip(found[len(cases):], made):
        raised.update({f["name"] for f in one})
        untrue.update({f["name"] for f in one if not clean.is_printed(tables, f)})
    print("%d texts with faults and near misses; %d clean reports.\n" % (len(cases), len(fair)))
    print("| rule | right | wrong | precision | not found | recall | raised on clean reports | of these untrue |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for line in subprocess.run([arguments.program, "explain", "--lang=en"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines():
        number, name = line.split()[:2]
        if number.startswith(SKIPPED):
            continue
        one = count[name]
        shares = [one["right"] / (one["right"] + one[kind]) if one["right"] + one[kind] else None for kind in ("wrong", "lost")]
        shown = ["%.2f" % share if share is not None else "" for share in shares]
        print("| %s | %d | %d | %s | %d | %s | %d | %d |" % (name, one["right"], one["wrong"], shown[0], one["lost"], shown[1], raised[name], untrue[name]))


if __name__ == "__main__":
    main()
