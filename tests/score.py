"""Measure the program on generated reports: exact cells, flagged cells, silent wrong cells, for each layout and each damage."""
import argparse
import collections
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

import generate
import judge

BATCH = 100


def plan(count, seed, layouts, damages):
    """Two undamaged reports for every three damaged ones; every layout and every damage in turn."""
    if "." in seed:  # one report, as the names of kept files have it
        return [(seed, layout, damage) for layout in layouts for damage in damages]
    undamaged = count * 2 // 5 if len(damages) > 1 else count if damages == [""] else 0
    jobs = [("%s.%d" % (seed, i), layouts[i % len(layouts)], "") for i in range(undamaged)]
    kinds = [damage for damage in damages if damage]
    pairs = [(layout, damage) for damage in kinds for layout in layouts]
    for i in range(count - undamaged):
        layout, damage = pairs[i % len(pairs)]
        jobs.append(("%s.%d" % (seed, i), layout, damage))
    return jobs


def cases_of(jobs):
    made = (generate.generate(*job) for job in jobs)
    return [case for case in made if case]


def read(line):
    """A line of output. One that is not valid UTF-8 is judged too, but counts as no output."""
    try:
        return json.loads(line.decode("utf-8"), parse_float=str)
    except UnicodeDecodeError as error:
        output = json.loads(line.decode("utf-8", "replace"), parse_float=str)
        output["not UTF-8"] = str(error)
        return output


def run_program(program, paths):
    """(exit status, standard output, standard error); a program that does not end counts as crashed."""
    try:
        run = subprocess.run([program, "convert", "-t", "ndjson", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             timeout=10 + len(paths))
        return run.returncode, run.stdout, run.stderr
    except subprocess.TimeoutExpired as late:
        return "timeout", late.stdout or b"", late.stderr or b""


def convert(program, paths):
    """{path: output}; a file without a line of output is not there."""
    status, data, messages = run_program(program, paths)
    if status not in (0, 1, 2) and len(paths) > 1:
        half = len(paths) // 2
        return {**convert(program, paths[:half]), **convert(program, paths[half:])}
    if status not in (0, 1, 2):
        return {paths[0]: {"crash": status, "message": messages.decode("utf-8", "replace")[-2000:]}}
    outputs = {}
    for line in data.split(b"\n"):
        if line.strip():
            output = read(line)
            outputs[output["source"]["name"]] = output
    return outputs


def keep(directory, case, output, notes):
    base = os.path.join(directory, case.name())
    with open(base, "wb") as file:
        file.write(case.data)
    with open(base + ".truth.json", "w", encoding="utf-8") as file:
        json.dump(generate.describe(case), file, ensure_ascii=False, indent=1)
    with open(base + ".output.json", "w", encoding="utf-8") as file:
        json.dump(output, file, ensure_ascii=False, indent=1, default=str)
    with open(base + ".why", "w", encoding="utf-8") as file:
        print("layout %s, damage %s (%s), twist %s, form %s" % (case.layout.name, case.damage or "none", case.detail,
                                                               case.twist, case.form), *notes, sep="\n", file=file)


def is_bad(case, counts):
    wrong = counts.get("silent", 0) + counts.get("damaged silent", 0) + counts.get("typo not named", 0) + counts.get("failed", 0)
    inexact = counts.get("flagged", 0) + counts.get("marked", 0)
    return wrong or (inexact and not case.layout.loses_blank)


def score_batch(program, jobs, keep_directory):
    """[(layout, damage, twist, counts)] of one batch."""
    cases = cases_of(jobs)
    scores = []
    directory = tempfile.mkdtemp(prefix="nianbao-score-")
    try:
        paths = [os.path.join(directory, case.name()) for case in cases]
        for case, path in zip(cases, paths):
            with open(path, "wb") as file:
                file.write(case.data)
        outputs = convert(program, paths) if paths else {}
        for case, path in zip(cases, paths):
            output = outputs.get(path, {})
            counts, notes = judge.judge(case, output)
            if "tables" not in output or "not UTF-8" in output:
                counts["failed"] = 1
                notes.insert(0, "no output: %s" % (output.get("not UTF-8") or output))
            if keep_directory and is_bad(case, counts):
                keep(keep_directory, case, output, notes)
            scores.append((case.layout.name, case.layout.loses_blank, case.damage, case.twist, counts))
    finally:
        shutil.rmtree(directory)
    return scores


def run(arguments, jobs):
    batches = [jobs[i:i + BATCH] for i in range(0, len(jobs), BATCH)]
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as pool:
        futures = [pool.submit(score_batch, arguments.program, batch, arguments.keep) for batch in batches]
        return [score for future in futures for score in future.result()]


# ---- tables ----

def total(scores):
    counts = collections.Counter()
    for *_, each in scores:
        counts.update(each)
        counts["reports"] += 1
    return counts


def whole(counts):
    """Cells of rows that were not damaged."""
    return sum(counts[v] for v in ("exact", "marked", "flagged", "silent"))


def percent(part, all_of):
    return "%.3f %%" % (100.0 * part / all_of) if all_of else "-"


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def undamaged_row(name, counts):
    return row(name, counts["reports"], whole(counts), percent(counts["exact"], whole(counts)), counts["marked"],
               counts["flagged"], "**%d**" % counts["silent"], counts["line wrong"], counts["failed"])


def damaged_row(name, counts):
    named = counts["typo named"] + counts["typo not named"]
    return row(name, counts["reports"], whole(counts), percent(counts["exact"], whole(counts)), counts["marked"],
               counts["flagged"], "**%d**" % counts["silent"], counts["damaged right"], counts["damaged flagged"],
               "**%d**" % counts["damaged silent"], counts["damaged unseen"] + counts["replaced"],
               percent(counts["typo named"], named), counts["failed"])


def table(head, make, groups):
    lines = [row(*head), "|" + " --- |" * len(head)]
    return lines + [make(name, total(scores)) for name, scores in groups if scores]


def grouped(scores, index, names):
    return [(name or "none", [score for score in scores if score[index] == name]) for name in names]


def summary(scores):
    undamaged = [score for score in scores if not score[2]]
    damaged = [score for score in scores if score[2]]
    lines = ["# Measured on generated reports", "", "Regenerated by `make scores`; `tests/score.py` explains each figure.", ""]
    head = ["reports", "cells", "exact", "right but marked", "flagged", "silent wrong"]
    lines += ["## Undamaged", ""] + table(["layout"] + head + ["line wrong", "no output"], undamaged_row,
                                          grouped(undamaged, 0, generate.LAYOUT_NAMES) + [
        ("all, nothing lost in print", [s for s in undamaged if not s[1]]), ("all, empty cells lost", [s for s in undamaged if s[1]])])
    lines += ["", "Variations of the undamaged reports:", ""] + table(["variation"] + head + ["line wrong", "no output"], undamaged_row,
                                                                  grouped([s for s in undamaged if not s[1]], 3, generate.reports.TWISTS))
    head += ["damaged: right", "damaged: flagged", "damaged: silent", "cannot be seen", "slip named", "no output"]
    lines += ["", "## Damaged", "", "The first figures count cells of rows that were not damaged.", ""]
    lines += table(["damage"] + head, damaged_row, grouped([s for s in damaged if not s[1]], 2, generate.DAMAGE_NAMES)
                   + [("all", [s for s in damaged if not s[1]])])
    lines += ["", "The same where the layout loses empty cells:", ""]
    lines += table(["damage"] + head, damaged_row, grouped([s for s in damaged if s[1]], 2, generate.DAMAGE_NAMES))
    lines += ["", "Damage, for each layout:", ""] + table(["layout"] + head, damaged_row, grouped(damaged, 0, generate.LAYOUT_NAMES))
    return "\n".join(lines + ["", NOTES])


NOTES = """Exact: the printed value and unit, with status `given`, `blank`, `na` or `missing` as the truth has it. Right but marked: the value
is right, the status claims less. Flagged: wrong, but the status says so or a finding names the cell, its row or its line. Silent
wrong: wrong, and nothing says so. Layouts ending in *lossy* leave out empty cells without a trace; there `placed` and `ambiguous`
count as exact when the value is right, and a wrong `placed` counts as silent.

What cannot be seen even in principle is counted apart: a figure changed in a cell that no sum of the form contains (the disclosure table
has none; a row of two cells joined where the empty cell stays; a bare page number where such a row has lost a cell), and one consistent
row in place of another (two outcome rows exchanged: every row total, the outcome total and the balance hold as before)."""


# Where only spaces tell the columns, and each place is off by a column, some values are right but doubted: the sums have the last word.
ALIGNED = ("aligned", "aligned-pages")
PROMISE = {"exact": 0.9999, "beside": 0.999, "named": 0.99, "silent": 0.0}
FLOOR = {"exact": 0.99, "beside": 0.985, "named": 0.99, "silent": 0.0}


def shortfalls(scores, promise, where):
    """What of a promise the figures break, in words."""
    undamaged = total(s for s in scores if not s[2] and not s[1])
    damaged = total(s for s in scores if s[2] and not s[1])
    everything = total(scores)
    broken = []
    silent = everything["silent"] + everything["damaged silent"]
    if silent > promise["silent"] * max(whole(everything), 1):
        broken.append("%s: %d silent wrong cells" % (where, silent))
    for name, kind, part, of in (("undamaged", "exact", undamaged["exact"], whole(undamaged)),
                                 ("rows beside the damage", "beside", damaged["exact"], whole(damaged)),
                                 ("one digit wrong, named", "named", damaged["typo named"], damaged["typo named"] + damaged["typo not named"])):
        if part < promise[kind] * of:
            broken.append("%s: %s %s, below %g %%" % (where, name, percent(part, of), 100 * promise[kind]))
    if everything["failed"]:
        broken.append("%s: %d reports without output" % (where, everything["failed"]))
    return broken


def verdicts(scores):
    """Where the figures fall short of the promises; empty if they are kept."""
    return (shortfalls([s for s in scores if s[0] not in ALIGNED], PROMISE, "all but columns set with spaces")
            + shortfalls([s for s in scores if s[0] in ALIGNED], FLOOR, "columns set with spaces"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=os.environ.get("NIANBAO", "nianbao"))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--layout", action="append", choices=generate.LAYOUT_NAMES)
    parser.add_argument("--damage", action="append", choices=["none"] + generate.DAMAGE_NAMES)
    parser.add_argument("--keep", metavar="DIR", help="write every report that is not read exactly there, with truth and output")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("-o", "--output", help="write the tables there instead of to standard output")
    arguments = parser.parse_args()
    if arguments.keep:
        os.makedirs(arguments.keep, exist_ok=True)
    damages = [("" if d == "none" else d) for d in arguments.damage or []] or [""] + generate.DAMAGE_NAMES
    scores = run(arguments, plan(arguments.count, arguments.seed, arguments.layout or generate.LAYOUT_NAMES, damages))
    text = summary(scores)
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8") as file:
            print(text, file=file)
    else:
        print(text)
    broken = verdicts(scores)
    for line in broken:
        print("score: %s" % line, file=sys.stderr)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
