#!/usr/bin/env python3
"""Faults of both forms in text, Word documents and pages (tests/faults_forms.tsv): one finding by itself, of the rule that is named.

Usage: faults_forms.py [--list] PROGRAM FOLDER      FOLDER: the tests"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import drafts
import faults


def cases(folder):
    """(name, rule, text, format): the drafts themselves first."""
    texts = {form: drafts.base(folder, form) for form in ("2019", "2021", "full-width")}
    for form, text in texts.items():
        for kind in ("txt", "docx", "html"):
            yield "clean draft, %s, %s" % (form, kind), "none", text, kind
    for row in faults.table(os.path.join(folder, "faults_forms.tsv")):
        if row["old"] not in texts[row["form"]]:
            sys.exit("the draft has no “%s”" % row["old"])
        yield row["fault"], row["rule"], texts[row["form"]].replace(row["old"], row["new"], 1), row["format"]


def shown(finding):
    """The name of a finding; one about a person that prints seven digits in a row is another."""
    digits = re.search(r"\d{7,}", re.sub(r"[-. ]", "", unicodedata.normalize("NFKC", finding["message"] + str(finding.get("found")))))
    return finding["name"] + " (uncovered)" * bool(finding["name"] == "personal-data" and digits)


def findings(program, made):
    """The names of the findings that stand by themselves, for each draft."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, "%03d.%s" % (number, kind)) for number, (*_, kind) in enumerate(made)]
        for path, (_, _, text, kind) in zip(paths, made):
            drafts.write(text, kind, path)
        run = subprocess.run([program, "lint", "--no-config", "--fail-on=never", "--format=json", *paths], stdout=subprocess.PIPE, check=True)
    return [[shown(f) for f in report["findings"] if "cause" not in f] for report in json.loads(run.stdout)["reports"]]


def uncovered(program, made):
    """The pages with a mobile number that the findings print as text or page."""
    for name, rule, text, kind in made:
        number = re.search(r"\b1[3-9]\d{9}\b", text, re.ASCII)
        for style in ("text", "html") if number and rule == "personal-data" and kind == "html" else ():
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "draft." + kind)
                drafts.write(text, kind, path)
                shown = subprocess.run([program, "lint", "--no-config", "--fail-on=never", "--format=" + style, path], stdout=subprocess.PIPE, check=True)
            if number.group() in shown.stdout.decode():
                yield "%s: printed as %s" % (name, style)


def main():
    arguments = sys.argv[1:]
    listed = arguments[:1] == ["--list"]
    program, folder = arguments[listed:]
    made, bad = list(cases(folder)), 0
    for (name, rule, _, kind), found in zip(made, findings(program, made), strict=True):
        wrong = found != ([] if rule in ("none", "-") else [rule])
        bad += wrong
        if wrong or listed:
            print("%s %-5s %s: wanted %s, found %s" % ("WRONG" if wrong else "right", kind, name, rule, " ".join(found) or "nothing"))
    for line in uncovered(program, made):
        print(line)
        bad += 1
    rules = [rule for _, rule, *_ in made]
    print("%d faults, %d of them not found, %d drafts and near misses; %d not as expected" % (
        len(rules) - rules.count("none"), rules.count("-"), rules.count("none"), bad))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
