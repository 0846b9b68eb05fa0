"""Turns reports with OpenCC and compares their cells with the originals': phrases.py PROGRAM FOLDER. Status 77: no opencc."""

import csv
import glob
import io
import shutil
import subprocess
import sys

TURNS = ("s2t", "s2tw", "s2twp", "s2hk")
COLUMNS = ("year", "form", "table", "row", "column", "value", "status")


def turned(text, turn):
    return subprocess.run(["opencc", "-c", turn + ".json"], input=text, stdout=subprocess.PIPE, check=True).stdout


def cells(program, text, kind):
    done = subprocess.run([program, "convert", "-f", kind, "-t", "csv", "-"], input=text, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    if done.returncode > 1:
        sys.exit("phrases.py: %s convert: status %d" % (program, done.returncode))
    return [tuple(line[name] for name in COLUMNS) for line in csv.DictReader(io.StringIO(done.stdout.decode()))]


def main():
    program, folder = sys.argv[1:]
    if not shutil.which("opencc"):
        print("skipped: no opencc")
        sys.exit(77)
    wrong = compared = 0
    for path in sorted(glob.glob(folder + "/*.txt") + glob.glob(folder + "/*.html")):
        kind = "html" if path.endswith("html") else "text"
        with open(path, "rb") as file:
            text = file.read()
        here = cells(program, text, kind)
        for turn in TURNS:
            there = cells(program, turned(text, turn), kind)
            lost = [cell for cell in here if cell not in there] + [cell for cell in there if cell not in here]
            compared += len(here)
            wrong += len(lost)
            for cell in lost[:5]:
                print("%s, %s: %s" % (path, turn, ", ".join(cell)))
    print("%d cells compared, %d differ" % (compared, wrong))
    sys.exit(1 if wrong or compared < 1000 else 0)


main()
