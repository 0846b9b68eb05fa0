"""Measure the program on generated reports: exact cells, flagged cells, silent wrong cells, for each
layout, head and damage."""
import argparse
import collections
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

import floors
import generate
import heads as kinds
import judge

BATCH = 100
Score = collections.namedtuple("Score", "layout lossy damage twist head counts")


def headed_jobs(count, layouts, heads):
    """(layout, head) in turn: every head in each layout that can print it."""
    fitting = {
        head: [layout for layout in layouts if kinds.fits(head, generate.BY_NAME[layout])]
        for head in heads
    }
    possible = [head for head in heads if fitting[head]]
    for i in range(count if possible else 0):
        head = possible[i % len(possible)]
        yield fitting[head][i // len(possible) % len(fitting[head])], head


def damaged_jobs(count, layouts, damages, heads):
    """(layout, damage, head) in turn; one in five has another head, if it goes with damage."""
    pairs = [(layout, damage) for damage in damages for layout in layouts]
    heads = [head for head in heads if head in kinds.WITH_DAMAGE]
    for i in range(count):
        layout, damage = pairs[i % len(pairs)]
        head = heads[i // 5 % len(heads)] if heads and i % 5 == 4 else ""
        yield layout, damage, head if head and kinds.fits(head, generate.BY_NAME[layout]) else ""


def plan(count, seed, layouts, damages, heads):
    """A fifth undamaged with the form's head, a fifth with other heads, the rest damaged; every layout,
    head and damage in turn."""
    if "." in seed:  # one report, as the names of kept files have it
        return [(seed, layout, damage, head) for layout in layouts for damage in damages for head in heads]
    kinds_of_damage = [damage for damage in damages if damage]
    kinds_of_head = [head for head in heads if head]
    undamaged = count if not kinds_of_damage else count * 2 // 5 if "" in damages else 0
    plain = undamaged if not kinds_of_head else undamaged // 2 if "" in heads else 0
    jobs = [(layouts[i % len(layouts)], "", "") for i in range(plain)]
    jobs += [(layout, "", head) for layout, head in headed_jobs(undamaged - plain, layouts, kinds_of_head)]
    if kinds_of_damage:
        jobs += damaged_jobs(count - undamaged, layouts, kinds_of_damage, kinds_of_head)
    return [("%s.%d" % (seed, i), *job) for i, job in enumerate(jobs)]


def cases_of(jobs):
    made = (generate.generate(seed, layout, damage, head=head) for seed, layout, damage, head in jobs)
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
        run = subprocess.run([program, "convert", "-t", "ndjson", *paths],
                             stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE,
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
        print("layout %s, damage %s, head %s (%s), twist %s, form %s" %
              (case.layout.name, case.damage or "none", case.head
               or "form", case.detail, case.twist, case.form),
              *notes,
              sep="\n",
              file=file)


def is_bad(case, counts):
    """Whether a report is worth looking at."""
    wrong = sum(
        counts.get(verdict, 0) for verdict in ("silent", "damaged silent", "typo not named",
                                               "wanted not named", "needless", "failed"))
    inexact = counts.get("flagged", 0) + counts.get("marked", 0)
    return wrong or (inexact and not case.layout.lossy)


def score_batch(program, jobs, keep_directory):
    """The scores of one batch."""
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
            scores.append(
                Score(case.layout.name, case.layout.lossy, case.damage, case.twist, case.head, counts))
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
    for score in scores:
        counts.update(score.counts)
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
    return row(name, counts["reports"], whole(counts), percent(counts["exact"], whole(counts)),
               counts["marked"], counts["flagged"], "**%d**" % counts["silent"], counts["line wrong"],
               "%.2f" % (counts["needless"] / max(counts["reports"], 1)), counts["failed"])


def headed_row(name, counts):
    named = counts["wanted named"] + counts["wanted not named"]
    return row(name, counts["reports"], whole(counts), percent(
        counts["exact"], whole(counts)), counts["marked"], counts["flagged"], "**%d**" % counts["silent"],
               counts["damaged right"], counts["damaged flagged"], "**%d**" % counts["damaged silent"],
               percent(counts["wanted named"], named), counts["failed"])


def damaged_row(name, counts):
    named = counts["typo named"] + counts["typo not named"]
    return row(name, counts["reports"], whole(counts), percent(
        counts["exact"], whole(counts)), counts["marked"], counts["flagged"], "**%d**" % counts["silent"],
               counts["damaged right"], counts["damaged flagged"],
               "**%d**" % counts["damaged silent"], counts["damaged unseen"] + counts["replaced"],
               percent(counts["typo named"], named), counts["failed"])


def table(head, make, groups):
    lines = [row(*head), "|" + " --- |" * len(head)]
    return lines + [make(name, total(scores)) for name, scores in groups if scores]


def grouped(scores, field, names):
    return [(name or "none", [score for score in scores if getattr(score, field) == name]) for name in names]


COUNTED = ["reports", "cells", "exact", "right but marked", "flagged", "silent wrong"]
DOUBTED = ["damaged: right", "damaged: flagged", "damaged: silent"]


def undamaged_tables(scores):
    whole_grid = [score for score in scores if not score.lossy]
    more = ["line wrong", "needless findings a report", "no output"]
    lines = ["## Undamaged", ""] + table(["layout"] + COUNTED + more, undamaged_row,
                                         grouped(scores, "layout", generate.LAYOUT_NAMES) +
                                         [("all, nothing lost in print", whole_grid),
                                          ("all, cells or places lost", [s for s in scores if s.lossy])])
    lines += ["", "Variations of the undamaged reports:", ""]
    return lines + table(["variation"] + COUNTED + more, undamaged_row,
                         grouped(whole_grid, "twist", generate.reports.TWISTS))


def headed_tables(scores):
    """Reports of which the head or some cells are not those of the form."""
    more = DOUBTED + ["finding named", "no output"]
    lines = [
        "", "## Other heads, other cells", "",
        "Undamaged; what nobody can place for certain is counted as damaged.", ""
    ]
    lines += table(["head"] + COUNTED + more, headed_row,
                   grouped(scores, "head", kinds.HEAD_NAMES) + [("all", scores)])
    return lines + ["", "The same, for each layout:", ""] + table(
        ["layout"] + COUNTED + more, headed_row, grouped(scores, "layout", generate.LAYOUT_NAMES))


def damaged_tables(scores):
    more = DOUBTED + ["cannot be seen", "slip named", "no output"]
    headed, scores = [s for s in scores if s.head], [s for s in scores if not s.head]
    grids, lossy = [s for s in scores if not s.lossy], [s for s in scores if s.lossy]
    lines = ["", "## Damaged", "", "The first figures count cells of rows that were not damaged.", ""]
    for heading, field, names, group in (
        ("", "damage", generate.DAMAGE_NAMES, grids),
        ("The same where the layout loses empty cells, or places:", "damage", generate.DAMAGE_NAMES, lossy),
        ("Damage, for each layout:", "layout", generate.LAYOUT_NAMES, scores),
        ("Damage and another head:", "head", kinds.WITH_DAMAGE, headed),
    ):
        lines += ["", heading, ""] if heading else []
        lines += table([field] + COUNTED + more, damaged_row, grouped(group, field, names) + [("all", group)])
    return lines


def summary(scores, seed):
    lines = [
        "# Measured on generated reports", "",
        "{:,} reports, seed {} (`make scores`); `tests/score.py` explains each figure.".format(len(scores), seed), ""
    ]
    lines += undamaged_tables([score for score in scores if not score.damage and not score.head])
    lines += headed_tables([score for score in scores if not score.damage and score.head])
    lines += damaged_tables([score for score in scores if score.damage])
    return "\n".join(lines + ["", NOTES])


NOTES = """Exact: the printed value and unit, with status `given`, `blank`, `na` or `missing` as the truth has it.
Right but marked: the value is right, the status claims less. Flagged: wrong, but the status says so or a
finding names the cell, its row or its line. Silent wrong: wrong, and nothing says so; `blank` or `na` said
of a cell that prints something, whatever the findings say; `missing` said of it where no finding names the
cell, its row or its table. Layouts ending in *lossy* leave out empty cells without a trace; there `placed`
and `ambiguous` count as exact when the value is right. Needless findings: errors and warnings about the
tables, though nothing is wrong with them.

What cannot be seen even in principle is counted apart: a figure changed in a cell that no sum of the form
contains (the disclosure table has none; a row of two cells joined where the empty cell stays; a bare page
number where such a row has lost a cell), and one consistent row in place of another (two outcome rows
exchanged: every row total, the outcome total and the balance hold as before)."""


def by_layout(scores):
    """(layout, counts with the form's head, with others, damaged) of each layout that was tried."""
    for name, group in grouped(scores, "layout", generate.LAYOUT_NAMES):
        if group:
            yield (name, total(s for s in group if not s.damage and not s.head),
                   total(s for s in group if not s.damage and s.head), total(s for s in group if s.damage))


def choices(arguments):
    """(layouts, damages, heads) to be tried."""
    def named(given, neutral, names):
        return ["" if name == neutral else name for name in given or []] or names
    return (arguments.layout or generate.LAYOUT_NAMES, named(arguments.damage, "none", [""] + generate.DAMAGE_NAMES),
            named(arguments.head, "form", [""] + kinds.HEAD_NAMES))


def hold(path, figures):
    """The exit status: 1 if a layout loses more than the file says; it is written anew instead where UPDATE is set."""
    if os.environ.get("UPDATE"):
        floors.write(path, figures)
    broken = list(floors.broken(path, figures))
    for line in broken:
        print("score: %s" % line, file=sys.stderr)
    return 1 if broken else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=os.environ.get("NIANBAO", "nianbao"))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--layout", action="append", choices=generate.LAYOUT_NAMES)
    parser.add_argument("--damage", action="append", choices=["none"] + generate.DAMAGE_NAMES)
    parser.add_argument("--head", action="append", choices=["form"] + kinds.HEAD_NAMES)
    parser.add_argument("--keep",
                        metavar="DIR",
                        help="write every report that is not read exactly there, with truth and output")
    parser.add_argument("--floors", metavar="FILE", help="fail where a layout loses more than it says (UPDATE=1 writes it)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("-o", "--output", help="write the tables there instead of to standard output")
    arguments = parser.parse_args()
    if arguments.keep:
        os.makedirs(arguments.keep, exist_ok=True)
    scores = run(arguments, plan(arguments.count, arguments.seed, *choices(arguments)))
    text = summary(scores, arguments.seed)
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8") as file:
            print(text, file=file)
    else:
        print(text)
    if arguments.floors:
        sys.exit(hold(arguments.floors, floors.measured(by_layout(scores))))


if __name__ == "__main__":
    main()
