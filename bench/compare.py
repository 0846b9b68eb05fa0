#!/usr/bin/env python3
"""compare.py PROGRAM - the time that the program takes for generated reports, beside programs that do less with the same bytes.

Each pair runs in turns; a figure is the median of processor seconds for a megabyte, a ratio the median of the pairs' ratios. On a
busy machine processor time is what can be compared; the seconds that pass are told for threads only."""
import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus  # noqa: E402

SPLIT = "import re,sys\nfor path in sys.argv[1:]:\n    re.split(r'[ \\t\\r\\n|]+', open(path, encoding='utf-8').read())"


def processor_seconds(command):
    """(of the processor, that passed) for one run."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    passed, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode not in (0, 1):
        sys.exit("%s: status %d" % (command[0], run.returncode))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, passed


def write_corpus(folder, count, layout):
    """The paths of generated reports, and one of them all as ndjson."""
    os.makedirs(folder)
    paths, lines = [], os.path.join(folder, "all.ndjson")
    with open(lines, "w", encoding="utf-8") as stream:
        for number, data in corpus.reports(count, layout):
            paths.append(os.path.join(folder, "%05d%s" % (number, ".html" if layout == "html" else ".txt")))
            with open(paths[-1], "wb") as file:
                file.write(data)
            stream.write(json.dumps({"id": number, "text": data.decode()}, ensure_ascii=False) + "\n")
    return paths, lines


def size_of(paths):
    return sum(os.path.getsize(path) for path in paths)


def pairs(program, text, lines, pages):
    """(what is done, the program's command, the other's, the files that both read)"""
    convert = [program, "convert", "-j1", "--force", "--quiet", "-t", "ndjson"]
    yield "text, against wc -m", convert + text, ["wc", "-m", *text], text
    yield "text, against a split by a regular expression in Python", convert + text, [sys.executable, "-c", SPLIT, *text], text
    yield "text, against cmark", convert + text, ["cmark", *text], text
    yield "ndjson, against jq .", convert + ["-f", "ndjson", lines], ["jq", "-c", ".", lines], [lines]
    yield "HTML, against xmllint --html", convert + pages, ["xmllint", "--html", "--noout", *pages], pages
    yield "lint, against convert", [program, "lint", "-j1", "--force", "--format=json", *text], convert + text, text


def compare(command, other, rounds):
    """Medians of both, and of the ratio."""
    runs = [(processor_seconds(command)[0], processor_seconds(other)[0]) for _ in range(rounds)]
    ratios = [own / max(others, 0.001) for own, others in runs]
    return (*[statistics.median(column) for column in zip(*runs)], statistics.median(ratios))


def threads(program, lines, rounds):
    """Medians of (processor, passed) with one thread and with two."""
    found = {}
    for _ in range(rounds):
        for number in (1, 2):
            command = [program, "convert", "-j%d" % number, "--quiet", "-f", "ndjson", "-t", "ndjson", lines]
            found.setdefault(number, []).append(processor_seconds(command))
    return [[statistics.median(column) for column in zip(*found[number])] for number in (1, 2)]


def tables(program, count, rounds):
    """The lines of the tables."""
    with tempfile.TemporaryDirectory(prefix="nianbao-bench-") as folder:
        text, lines = write_corpus(os.path.join(folder, "text"), count, None)
        pages, _ = write_corpus(os.path.join(folder, "pages"), count, "html")
        yield "| what | MB | s a MB | of the other | ratio |\n| --- | --- | --- | --- | --- |"
        for what, command, other, paths in pairs(program, text, lines, pages):
            if not shutil.which(other[0]):
                yield "| %s | | | not installed | |" % what
                continue
            own, others, ratio = compare(command, other, rounds)
            size = size_of(paths) / 1e6
            yield "| %s | %.1f | %.4f | %.4f | %.2f |" % (what, size, own / size, others / size, ratio)
        one, two = threads(program, lines, rounds)
        yield "\n| threads | processor s | passed s | ms a report |\n| --- | --- | --- | --- |"
        for name, (processor, passed) in zip("12", (one, two)):
            yield "| %s | %.2f | %.2f | %.2f |" % (name, processor, passed, 1000 * passed / count)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=400, help="reports")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    for line in tables(os.path.abspath(arguments.program), arguments.count, arguments.rounds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
