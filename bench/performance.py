#!/usr/bin/env python3
"""performance.py PROGRAM - the page doc/performance.md: times and instructions, measured now, with date, machine and commit."""
import argparse
import datetime
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import compare  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUTS = ["lines", "pipes", "markdown", "rows-tab", "rows-spaces", "chrome", "md-rich", "grid-pandoc", "html", "docx"]

INTRODUCTION = """# Performance

Made by `make performance`; not edited by hand. Measured on %s (%s, %d processors, load %.1f), commit %s.

## Beside other programs

Medians of %d rounds over %d generated reports in the layouts of published ones (`bench/compare.py`). `s a MB` is processor time.

"""

INSTRUCTIONS = """
## Instructions a byte

From bytes to ndjson, counted by callgrind on %d generated reports of each layout, the start of the program taken away
(`bench/instructions.py`): in all, and in each stage with all that it calls.

"""


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "unknown")


def commit():
    run = subprocess.run(["git", "-C", HERE, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return run.stdout.strip() or "unknown"


def instructions(program, count, command):
    layouts = [word for layout in LAYOUTS for word in ("--layout", layout)]
    script = os.path.join(HERE, "instructions.py")
    run = subprocess.run([sys.executable, "-B", script, program, "--count", str(count), "--command", command, *layouts],
                         capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=200, help="reports that are timed")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--each", type=int, default=3, help="reports of each layout whose instructions are counted")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    today = datetime.date.today().isoformat()
    print(INTRODUCTION % (today, machine(), os.cpu_count(), os.getloadavg()[0], commit(), arguments.rounds, arguments.count), end="")
    for line in compare.tables(program, arguments.count, arguments.rounds):
        print(line)
    print(INSTRUCTIONS % arguments.each + instructions(program, arguments.each, "convert"))
    print("With all rules:\n\n" + instructions(program, arguments.each, "lint"), end="")


if __name__ == "__main__":
    main()
