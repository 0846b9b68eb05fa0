#!/usr/bin/env python3
"""How often the rules are right that compare with other reports: generated pairs of years and summaries with their parts, without a
fault and with one, in every way of printing that loses nothing.

Usage: series.py [--count N] [--seed SEED] [--keep DIR] PROGRAM
Exit status 1 where a sound pair raises one of these rules, or a fault that can be seen is not found or found more than once."""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

import clean
import generate
import official
import prose
import values

# Not copied-prose: the generated prose is drawn from a few sentences, and so is taken over.
RULES = {"carry-over", "in-force", "stale-year", "parts-sum"}
PEOPLE = official.APPLICANTS[:-1]


def sum_people(figures, row):
    figures["applications", row, "total"] = sum(figures["applications", row, c] for c in PEOPLE)


def follow(old, new):
    """Make `new` take over what `old` leaves: applications, documents in force, and the items of 2019."""
    for c in PEOPLE:
        carried = new["applications", "carried_in", c]
        old["applications", "received", c] += carried - old["applications", "carried_out", c]
        old["applications", "carried_out", c] = carried
        lack = max(-old["applications", "received", c], 0)
        for row in ("received", "granted", "outcome_total"):
            old["applications", row, c] += lack
    for row in ("received", "granted", "outcome_total", "carried_out"):
        sum_people(old, row)
    for table, row, column in list(new):
        if column == "in_force" and (table, row, column) in old:
            old[table, row, column] += old[table, row, "issued"]
            new[table, row, "repealed"] = min(new[table, row, "repealed"], old[table, row, column])
            new[table, row, column] = old[table, row, column] + new[table, row, "issued"] - new[table, row, "repealed"]
        elif column == "in_force":
            new[table, row, column] += new[table, row, "issued"]
        if column == "items_last_year" and (table, row, column) in old:
            old[table, row, "change"] = max(old[table, row, "change"], -old[table, row, column])
            new[table, row, column] = old[table, row, column] + old[table, row, "change"]
            new[table, row, "change"] = max(new[table, row, "change"], -new[table, row, column])
    return old, new


# Each changes one cause in the figures of the later report, or of the earlier one, and says which rule must tell of it.
def takes_over_more(rng, old, new):
    for row in ("carried_in", "carried_out"):
        new["applications", row, "natural_person"] += 3
        sum_people(new, row)
    return "carry-over"


def begins_with_less(rng, old, new):
    rows = [key for key in new if key[2] == "items_last_year" and key in old]
    new[rng.choice(rows)] += 7
    return "carry-over"


def holds_more(rng, old, new):
    new["disclosure", "normative_documents", "in_force"] += 5
    return "in-force"


def years(rng, fault):
    """(form and year of the earlier report, of the later one)"""
    pairs = [(("2019", 2019), ("2019", 2020)), (("2019", 2020), ("2021", 2021)), (("2021", 2021), ("2021", 2022))]
    return pairs[0] if fault is begins_with_less else pairs[2] if fault is holds_more else rng.choice(pairs)


def pair(seed, fault):
    """[(bytes, ending)] of two years, and the rule that must tell of the fault."""
    rng = random.Random("series/%s" % seed)
    fair = [layout for layout in generate.LAYOUTS if not layout.lossy]
    when = years(rng, fault)
    name = prose.invent(rng, "2021").name
    figures = follow(*[values.figures(rng, form) for form, _ in when])
    rule = fault(rng, *figures) if fault else None
    made = []
    for number, ((form, year), one) in enumerate(zip(when, figures)):
        subject = (form, prose.Office(name, year, random.Random("%s/%d" % (seed, number))), one)
        data, suffix, _ = clean.make("%s/%d" % (seed, number), rng.choice(fair), subject=subject)
        made.append((data, suffix))
    return made, rule


def forgets_one(rng, parts, whole):
    for key, value in parts[-1].items():
        whole[key] -= value
    return "parts-sum"


def counts_one_more(rng, parts, whole):
    whole["disclosure", "penalty", "decisions"] += 1
    return "parts-sum"


def family(seed, fault):
    """[(bytes, ending)] of a summary and of the reports that it sums up, and the rule that must tell of the fault."""
    rng = random.Random("parts/%s" % seed)
    fair = [layout for layout in generate.LAYOUTS if not layout.lossy]
    form, year = rng.choice([("2019", 2020), ("2021", 2022)])
    parts = [values.figures(rng, form) for _ in range(3)]
    for one in parts:
        one["disclosure", "penalty", "decisions"] += 1
        for key in one:
            if key[2] == "in_force":
                one[key] += one[key[0], key[1], "issued"]
    whole = {key: sum(one[key] for one in parts) for key in parts[0]}
    rule = fault(rng, parts, whole) if fault else None
    made = []
    for number, one in enumerate([whole] + parts):
        name = "兰溪县%s" % ["人民政府", "教育局", "水利局", "民政局"][number]
        subject = (form, prose.Office(name, year, random.Random("%s/%d" % (seed, number))), one)
        data, suffix, _ = clean.make("%s/%d" % (seed, number), rng.choice(fair), subject=subject)
        made.append((data, suffix))
    return made, rule


def findings(program, folder, made, series):
    """What the rules say of the later report of a pair, or of the summary."""
    for number, (data, suffix) in enumerate(made):
        place = folder if series or not number else os.path.join(folder, "parts")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "%d%s" % (number, suffix)), "wb") as file:
            file.write(data)
    first, last = os.path.join(folder, "0" + made[0][1]), os.path.join(folder, "1" + made[1][1])
    options = ["--previous=" + first, last] if series else ["--parts=" + os.path.join(folder, "parts"), first]
    run = subprocess.run([program, "lint", "--no-config", "--lang=en", "--fail-on=never", "--format=json", *options], stdout=subprocess.PIPE, check=True)
    return [f for report in json.loads(run.stdout)["reports"] for f in report["findings"] if f["name"] in RULES and "cause" not in f]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep")
    parser.add_argument("program")
    arguments = parser.parse_args()
    counts = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as folder:
        for make, faults in ((pair, (None, None, takes_over_more, begins_with_less, holds_more)), (family, (None, forgets_one, counts_one_more))):
            for number, fault in enumerate(faults * arguments.count):
                made, rule = make("%s.%d" % (arguments.seed, number), fault)
                place = os.path.join(arguments.keep or folder, "%s-%d" % (make.__name__, number))
                found = findings(arguments.program, place, made, make is pair)
                told = [f["name"] for f in found if f["name"] == rule]
                counts[rule or "sound"]["right"] += len(told) == bool(rule) and len(found) == len(told)
                counts[rule or "sound"]["often"] += len(told) > 1
                counts[rule or "sound"]["lost"] += bool(rule) and not told
                counts[rule or "sound"]["cases"] += 1
                for f in found:
                    counts[f["name"]]["wrong"] += f["name"] != rule
                if len(told) != bool(rule) or len(found) != len(told):
                    print(os.path.basename(place), fault and fault.__name__, [suffix for _, suffix in made], [f["message"] for f in found])
    for rule, count in sorted(counts.items()):
        print("%-14s %3d cases, %3d right, %d more than once, %d not found, %d wrong" % (
            rule, count["cases"], count["right"], count["often"], count["lost"], count["wrong"]))
    return any(count["wrong"] or count["often"] or count["lost"] for count in counts.values())


if __name__ == "__main__":
    sys.exit(main())
