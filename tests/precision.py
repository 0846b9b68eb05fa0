"""How often each rule is right on paragraphs in the manner of real pages: of the findings, those that are marked there.

Usage: precision.py PROGRAM BASE PARAGRAPHS. Exit status 1 where a rule that warns is right in fewer than 0.95 of its findings, or
finds fewer than 0.9 of the places that are marked. precision_table.py makes the table of doc/rules.md."""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

PRECISION, RECALL = 0.95, 0.9
MARK = re.compile("‸([a-z,+-]+)‸")
# What these find is missing: it has no place.
PLACELESS = {"title-missing", "period-missing", "aspect-missing", "fee-statement-missing", "year-unknown",
             "oversight-missing", "empty-article"}
PLACES = {
    "title": r"\A[^\n]*\n",
    "preamble": r"(?<=\n\n)根据[^\n]*?(?=如有疑问)",
    "overview": r"(?<=一、总体情况\n)[^\n]*\n",
    "aspects": r"(?<=一、总体情况\n)(?:[^\n]+\n)+",
    "problems": r"(?<=五、存在的主要问题及改进情况\n)(?:[^\n]+\n)+",
    "other": r"(?<=六、其他需要报告的事项\n)[^\n]*\n",
    "end": r"\Z",
    "whole": r"(?s)\A.*\Z",
}


def read(path):
    """(place, text) of each paragraph."""
    with open(path, encoding="utf-8") as file:
        for part in file.read().split("\n=== ")[1:]:
            place, text = part.split("\n", 1)
            yield place, text.rstrip("\n") + "\n"


def take_marks(text):
    """The text without its marks, and the findings it must raise: (rule, line), line 0 where it has no place."""
    wanted = []
    for mark in MARK.finditer(text):
        line = text.count("\n", 0, mark.start()) + 1
        wanted += [(rule, 0 if rule in PLACELESS else line) for rule in mark.group(1).split(",")]
    return MARK.sub("", text), wanted


def lint(program, texts):
    """The findings of each text, all by one call of the program."""
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, f"{number}.txt") for number in range(len(texts))]
        for name, text in zip(names, texts):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        run = subprocess.run([program, "lint", "--no-config", "--fail-on=never", "--format=json", *names], stdout=subprocess.PIPE, check=False)
    for report in json.loads(run.stdout)["reports"]:
        yield [(f["name"], 0 if f["name"] in PLACELESS else f["line"], f["severity"], f["message"])
               for f in report["findings"] if "cause" not in f]


def compare(found, wanted):
    """The findings as right and wrong, and what was not found. RULE+ asks for one or more, wherever they stand."""
    right, wrong = [], []
    many = {rule[:-1]: 0 for rule, _ in wanted if rule.endswith("+")}
    left = [one for one in wanted if not one[0].endswith("+")]
    for finding in found:
        if finding[0] in many:
            many[finding[0]] += 1
            right.append(finding)
        elif finding[:2] in left:
            left.remove(finding[:2])
            right.append(finding)
        else:
            wrong.append(finding)
    return right, wrong, left + [(rule, 0) for rule, count in many.items() if not count]


def main():
    program, base_path, path = sys.argv[1:]
    with open(base_path, encoding="utf-8") as file:
        base = file.read()
    count, severity = collections.defaultdict(lambda: [0, 0, 0]), {}
    paragraphs = list(read(path))
    marked = [take_marks(re.sub(PLACES[place], lambda _, text=text: text, base, count=1)) for place, text in paragraphs]
    found = lint(program, [text for text, _ in marked])
    for (place, paragraph), (_, wanted), findings in zip(paragraphs, marked, found, strict=True):
        right, wrong, lost = compare(findings, wanted)
        for number, kind in enumerate((right, wrong, lost)):
            for finding in kind:
                count[finding[0]][number] += 1
                severity.update({finding[0]: finding[2]} if number < 2 else {})
        if wrong or lost:
            print(f"wrong {wrong}, not found {lost}, in {place}:\n{MARK.sub('', paragraph)}")
    bad = len(paragraphs) < 100
    for rule, (right, wrong, lost) in sorted(count.items()):
        precision = right / (right + wrong) if right + wrong else 1
        recall = right / (right + lost) if right + lost else 1
        fails = severity.get(rule) != "note" and (precision < PRECISION or recall < RECALL)
        bad |= fails
        if fails:
            print(f"| {rule} | {right + wrong} | {right} | {precision:.2f} | {lost} | {recall:.2f} |")
    print(f"{len(paragraphs)} paragraphs, {sum(c[0] for c in count.values())} findings right, {sum(c[1] for c in count.values())} wrong")
    return bad


if __name__ == "__main__":
    sys.exit(main())
