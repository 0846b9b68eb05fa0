#!/usr/bin/env python3
"""What the sentences say, measured on sentences marked by hand: tests/facts/held.tsv (written before the words of
forms/prose.indicators were tuned) and tests/facts/tuned.tsv.

A line is a kind and a sentence; {36件:rec} marks a fact that is printed as 36件 and whose indicator is `rec`, - for none;
{两次=2:training} says its number; {未发生=0:recon+lit} is two facts; ! behind the print or the indicator marks a finding of NB4xx.
Each sentence is the first article of tests/facts/report.txt. Usage: facts.py PROGRAM FOLDER [--list]
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

A, R, D = "applications.", "review.", "disclosure.normative_documents."
NAMES = {
    "rec": A + "received.total", "in": A + "carried_in.total", "out": A + "carried_out.total", "ans": A + "outcome_total.total",
    "gra": A + "granted.total", "part": A + "partly_granted.total", "gp": A + "granted_or_partly.total", "ref": A + "denied.total",
    "unav": A + "unavailable.total", "held": A + "unavailable.not_held.total", "absent": A + "absent", "rej": A + "rejected.total",
    "other": A + "other.total", "corr": A + "correction", "with": A + "withdrawn", "rep": A + "rejected.repeated.total",
    "compl": A + "rejected.complaint.total", "handled": A + "handled", "online": A + "received.online", "mail": A + "received.mail",
    "person": A + "received.in_person", "fax": A + "received.fax", "nat": A + "received.natural_person",
    "legal": A + "received.organisations", "recon": R + "reconsideration.total", "lit": R + "litigation.total", "rl": R + "total",
    "recup": R + "reconsideration.upheld", "reccor": R + "reconsideration.corrected", "recoth": R + "reconsideration.other",
    "recpend": R + "reconsideration.pending", "litup": R + "litigation.upheld", "litcor": R + "litigation.corrected",
    "litpend": R + "litigation.pending", "lito": R + "litigation.other", "dir": R + "litigation_direct.total",
    "after": R + "litigation_after_review.total", "nis": D + "issued", "nrep": D + "repealed", "nforce": D + "in_force",
    "norm": D[:-1], "pub": "published.total", "web": "published.website", "wechat": "published.wechat", "weibo": "published.weibo",
    "media": "published.new_media", "press": "published.other_media", "cat": "published.category", "doc": "published.documents",
    "read": "readings", "conf": "conferences", "train": "training", "meet": "meetings", "staff": "staff", "place": "places",
    "col": "columns", "fee": "fees.charged", "adm": "disclosure.fees.amount", "msg": "messages", "prop": "proposals",
    "visit": "visits", "-": None,
}
LEAST = {"facts": (0.98, 0.98), "indicators": (0.98, 0.92), "NB4xx": (0.97, 0.92)}


def read_line(line):
    """The sentence without marks, its facts as (column, number or None, indicator), its findings as columns."""
    kind, marked = line.rstrip("\n").split("\t")
    plain, facts, findings, at = "", [], [], 0
    for match in re.finditer(r"\{([^:}]*):([^}]*)\}", marked):
        plain += marked[at:match.start()]
        at, column = match.end(), len(plain) + 1
        printed, _, number = match[1].rstrip("!").partition("=")
        bare = len(re.match("为?", printed)[0]) if number == "0" and printed.startswith("为") else 0
        if not number:
            digits = re.match(r"[\d. ,]+", printed)
            number = digits[0].replace(",", "").replace(" ", "") if digits else None
        for name in match[2].split("+"):
            facts.append((column + bare, number, NAMES[name.rstrip("!")]))
            if name.endswith("!") or match[1].endswith("!"):
                findings.append(column + bare)
        plain += printed
    return kind, plain + marked[at:], facts, findings


def run(program, command, files):
    done = subprocess.run([program, *command, *map(str, files)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode()


def same(expected, got):
    return expected[0] == got["column"] and (expected[1] is None or float(expected[1]) == float(got["quantity"]))


class Tally:
    """Of what was expected, what was found, and what is right."""
    def __init__(self):
        self.expected = self.found = self.right = 0

    def add(self, expected, found, right):
        self.expected += expected
        self.found += found
        self.right += right

    def figures(self):
        return self.right / max(self.found, 1), self.right / max(self.expected, 1)


def judge(lines, reports, findings, line_number, tallies, listing):
    for (kind, plain, facts, bad), report, found in zip(lines, reports, findings):
        got = [fact for fact in report["facts"] if fact["line"] == line_number]
        rest = list(got)
        matched = []
        for fact in facts:
            hit = next((one for one in rest if same(fact, one) and one["indicator"] == fact[2]), None) or \
                next((one for one in rest if same(fact, one)), None)
            if hit:
                rest.remove(hit)
                matched.append((fact, hit))
        named = [fact for fact in got if fact["indicator"]]
        right = sum(1 for fact, hit in matched if fact[2] and fact[2] == hit["indicator"])
        raised = sorted(one["column"] for one in found if one["rule"].startswith("NB4") and one["line"] == line_number)
        common = sum(min(raised.count(column), bad.count(column)) for column in set(bad))
        tallies["facts"].add(len(facts), len(got), len(matched))
        tallies["indicators"].add(sum(1 for fact in facts if fact[2]), len(named), right)
        tallies["NB4xx"].add(len(bad), len(raised), common)
        wrong = len(matched) < max(len(facts), len(got)) or any(fact[2] != hit["indicator"] for fact, hit in matched)
        if listing and (wrong or common < max(len(bad), len(raised))):
            print(kind, plain)
            print("   ", [(fact["column"], fact["quantity"], fact["unit"], fact["indicator"]) for fact in got], raised)


def measure(program, folder, name, listing):
    lines = [read_line(line) for line in open(folder / name, encoding="utf-8")]
    base = (folder / "report.txt").read_text(encoding="utf-8")
    line_number = base[:base.index("@")].count("\n") + 1
    tallies = {what: Tally() for what in LEAST}
    with tempfile.TemporaryDirectory() as place:
        files = [pathlib.Path(place) / ("%04d.txt" % i) for i in range(len(lines))]
        for file, line in zip(files, lines):
            file.write_text(base.replace("@", line[1]), encoding="utf-8")
        reports = [json.loads(line) for line in run(program, ["convert", "-t", "ndjson"], files).splitlines()]
        found = [one["findings"] for one in json.loads(run(program, ["lint", "--format=json"], files))["reports"]]
    judge(lines, reports, found, line_number, tallies, listing)
    print("%s: %d sentences" % (name, len(lines)))
    for what, tally in tallies.items():
        precision, recall = tally.figures()
        print("  %-10s precision %.3f recall %.3f (%d expected, %d found, %d right)"
              % (what, precision, recall, tally.expected, tally.found, tally.right))
    return tallies


def main(program, folder, *options):
    parts = [measure(program, pathlib.Path(folder), name, bool(options)) for name in ("held.tsv", "tuned.tsv")]
    good = True
    for what, least in LEAST.items():
        all_of = Tally()
        for part in parts:
            all_of.add(part[what].expected, part[what].found, part[what].right)
        figures = all_of.figures()
        good &= all(figure >= bound for figure, bound in zip(figures, least))
        print("all: %-10s precision %.3f recall %.3f" % (what, *figures))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
