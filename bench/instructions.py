#!/usr/bin/env python3
"""instructions.py PROGRAM - instructions that a byte of generated reports costs, counted by callgrind for each layout, the
start of the program taken away: in all, by stage, and in the functions that cost most."""
import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests"))
import generate  # noqa: E402

COMMANDS = {
    "convert": ["convert", "-j1", "--force", "-t", "ndjson"],
    "csv": ["convert", "-j1", "--force", "-t", "csv"],
    "lint": ["lint", "-j1", "--force", "--format=json"]
}

# The function that is a stage, with all that it calls; facts are found within the rules. What is left is writing findings as text, threads, files and memory.
STAGES = {"read": "input_read", "parse": "parse_report", "metadata": "read_metadata", "bind": "bind_tables",
          "rules": "lint_report", "facts": "facts_find", "write": "nb_write_report"}


def own_costs(path):
    """{function: instructions in itself} and, of stages, {function: with all it calls}, from callgrind's own file."""
    names, costs, function, skip = {}, collections.Counter(), "", False
    called_name, whole = "", collections.Counter()
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            named = re.match(r"fn=\((\d+)\)(?: (.*))?", line)
            if named:
                names[named[1]] = named[2] or names[named[1]]
                function = re.sub(r"'\d+$", "", names[named[1]])
            elif line.startswith("cfn="):
                called = re.match(r"cfn=\((\d+)\)(?: (.*))?", line)
                names[called[1]] = called[2] or names[called[1]]
                called_name = names[called[1]]
            elif line.startswith("calls="):
                skip = True
            elif re.match(r"[+\-*\d]", line):
                if skip and called_name in STAGES.values():
                    whole[called_name] += int(line.split()[1])
                costs[function] += 0 if skip else int(line.split()[1])
                skip = False
    return costs, whole


def count(program, command, paths):
    """own_costs() of one run of the program over files."""
    with tempfile.TemporaryDirectory(prefix="nianbao-bench-") as folder:
        out = os.path.join(folder, "out")
        valgrind = ["valgrind", "-q", "--tool=callgrind", "--callgrind-out-file=" + out]
        libtool = os.path.join(os.path.dirname(program), "libtool")
        if os.path.exists(libtool):  # the program may be libtool's script around the real one
            valgrind = [libtool, "--mode=execute", *valgrind]
        # A string instruction counts once for each byte it copies, and only some machines have fast ones: the same ones are used on all.
        env = dict(os.environ, GLIBC_TUNABLES="glibc.cpu.hwcaps=-ERMS,-FSRM")
        run = subprocess.run([*valgrind, program, *COMMANDS[command], *paths], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, env=env)
        if run.returncode not in (0, 1):
            sys.exit(run.stderr.decode("utf-8", "replace"))
        return own_costs(out)


def write_reports(folder, layout, number):
    """Paths of generated reports of a layout, undamaged; the same ones each time."""
    paths, seed = [], 0
    while len(paths) < number:
        seed += 1
        case = generate.generate("1.%d" % seed, layout)
        if case:
            paths.append(os.path.join(folder, case.name()))
            with open(paths[-1], "wb") as file:
                file.write(case.data)
    return paths


class Meter:
    """Counts what the start of the program does not cost, nor, of pages and archives, that libxml2 is loaded."""

    def __init__(self, program, command):
        self.program, self.command = program, command
        self.starts = {False: self.count_start("start.txt", "政府信息公开工作年度报告\n一、总体情况\n"),
                       True: self.count_start("start.html", "<p>政府信息公开工作年度报告</p><p>一、总体情况</p>")}

    def count_start(self, name, text):
        with tempfile.TemporaryDirectory(prefix="nianbao-bench-") as folder:
            start = os.path.join(folder, name)
            with open(start, "wb") as file:
                file.write(text.encode())
            return count(self.program, self.command, [start])

    def measure(self, paths):
        """(bytes, instructions, {function: instructions}, {stage: instructions})"""
        costs, stages = count(self.program, self.command, paths)
        loads = any(name.startswith("dlopen") for name in costs)
        costs.subtract(self.starts[loads][0])
        stages.subtract(self.starts[loads][1])
        return sum(os.path.getsize(path) for path in paths), sum(costs.values()), costs, stages


def heading(command):
    columns = [command, "bytes", "instructions a byte", *STAGES, "most of them in"]
    return "| %s |\n|%s" % (" | ".join(columns), " --- |" * len(columns))


def row(name, size, total, costs, stages, top):
    most = ["%s %d" % (function, cost / size) for function, cost in costs.most_common(top)]
    by_stage = ["%.0f" % (stages[function] / size) for function in STAGES.values()]
    return "| %s | %d | %.0f | %s | %s |" % (name, size, total / size, " | ".join(by_stage), ", ".join(most))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("files", nargs="*", help="measure these, each alone, not generated reports")
    parser.add_argument("--count", type=int, default=3, help="reports of each layout")
    parser.add_argument("--layout", action="append", help="of these only")
    parser.add_argument("--command", choices=COMMANDS, default="convert")
    parser.add_argument("--top", type=int, default=4)
    parser.add_argument("--most", type=float, help="fail where one costs more instructions a byte than this")
    parser.add_argument("--stage", choices=STAGES, help="--most is of this stage")
    parser.add_argument("--together", action="store_true", help="measure the files as one")
    arguments = parser.parse_intermixed_args()
    meter = Meter(os.path.abspath(arguments.program), arguments.command)
    print(heading(arguments.command))
    dear = False

    def tell(name, paths):
        size, total, costs, stages = meter.measure(paths)
        cost = stages[STAGES[arguments.stage]] if arguments.stage else total
        print(row(name, size, total, costs, stages, arguments.top), flush=True)
        return arguments.most is not None and cost > arguments.most * size

    for paths in [arguments.files] if arguments.together else [[path] for path in arguments.files]:
        dear |= tell(os.path.basename(paths[0]), paths)
    for layout in [] if arguments.files else arguments.layout or generate.LAYOUT_NAMES:
        with tempfile.TemporaryDirectory(prefix="nianbao-bench-") as folder:
            dear |= tell(layout, write_reports(folder, layout, arguments.count))
    return dear


if __name__ == "__main__":
    sys.exit(main())
