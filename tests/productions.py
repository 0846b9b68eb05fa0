#!/usr/bin/env python3
"""The productions of the grammar, one by one: run in the folder of a build.

Without arguments: the action of each production is reached by an input of tests/corpus (gcov; it must be 100 %).
--without-each: take each production of the tables away, build the parser without it, and see a tree of tests/corpus change."""
import argparse
import glob
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GRAMMAR = os.path.join(HERE, "..", "grammar", "report.y")
FOLDER = "productions"
FIRST_TABLE_RULE = "table\n"


def run(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)


def read_makefile(name):
    with open("Makefile", encoding="utf-8") as file:
        found = re.search(r"^%s = (.*)$" % name, file.read(), re.M)
    return shlex.split(found.group(1)) if found else []


def build(source, flags):
    """The program with the parser of `source`; None where bison refuses it. Anything else that fails ends the run: it proves nothing."""
    parser, program = os.path.join(FOLDER, "report.c"), os.path.join(FOLDER, "nianbao")
    top = os.path.join(HERE, "..")
    includes = ["-I.", "-I" + FOLDER] + ["-I" + os.path.join(top, each) for each in ("src", "core", "grammar")]
    libraries = [each for name in ("LIBS", "LIBXML_LIBS", "ZLIB_LIBS", "JANSSON_LIBS") for each in read_makefile(name)]
    steps = [["bison", "-o", parser, "--header=" + os.path.join(FOLDER, "report.h"), source],
             ["gcc", "-std=gnu11", "-DHAVE_CONFIG_H", *flags, *includes, "-c", parser, "-o", os.path.join(FOLDER, "report.o")],
             ["gcc", *flags, "-o", program, *sorted(glob.glob("*/nianbao-*.o")), os.path.join(FOLDER, "report.o"),
              os.path.join(".libs", "libcore.a"), *libraries, "-lm", "-lpthread"]]
    for step in steps:
        result = run(step)
        if result.returncode and step[0] != "bison":
            sys.exit(result.stdout)
        if result.returncode:
            return None
    return program


def inputs():
    return sorted(name for name in glob.glob(os.path.join(HERE, "corpus", "*")) if not name.endswith(".tree"))


def tree(program, name):
    # the parser's work alone is wanted: what else stands in the way of a report does not count
    result = subprocess.run([program, "convert", "--force", "-t", "tree", os.path.basename(name)], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, cwd=os.path.dirname(name), timeout=60)
    return result.stdout.decode("utf-8", "replace").rstrip("\n")


def changed(program):
    """An input whose tree is not the one beside it, or None."""
    for name in inputs():
        with open(os.path.splitext(name)[0] + ".tree", encoding="utf-8") as file:
            if tree(os.path.abspath(program), name) != file.read().rstrip("\n"):
                return os.path.basename(name)
    return None


def alternatives(line):
    """Where the productions stand that a line of the grammar has."""
    return [found.span() for found in re.finditer(r"[|:] +(?:%empty|[\w ]+?(?= +[|;{]|$))(?: +{.*})?", line)]


def coverage():
    program = build(GRAMMAR, ["--coverage"])
    for name in inputs():
        tree(os.path.abspath(program), name)
    run(["gcov", "-o", FOLDER, os.path.join(FOLDER, "report.c")])
    reached = missed = 0
    with open("report.y.gcov", encoding="utf-8") as file:
        for line in file:
            count, number, text = line.rstrip("\n").split(":", 2)
            if "{" not in text or not text.startswith("    ") or count.strip() == "-" or not re.search("build_|ROW_OF", text):
                continue
            if count.strip() == "#####":
                missed += 1
                print("report.y:%s is not reached: %s" % (number.strip(), text.strip()))
            else:
                reached += 1
    for name in glob.glob("*.gcov"):
        os.remove(name)
    print("actions of the parser reached by tests/corpus: %d of %d" % (reached, reached + missed))
    return missed


def without_each():
    with open(GRAMMAR, encoding="utf-8") as file:
        lines = file.readlines()
    start, end = lines.index(FIRST_TABLE_RULE), len(lines) - 1 - lines[::-1].index("%%\n")
    idle = tried = 0
    if changed(build(GRAMMAR, ["-O0"])):
        sys.exit("the whole grammar gives other trees than those in tests/corpus")
    for at, (first, last) in [(at, span) for at in range(start, end) for span in alternatives(lines[at])]:
        name = lines[at][:first]
        rest = lines[:at] + [name + lines[at][last:]] + lines[at + 1:]
        if lines[at][first] == ":":
            behind = at if "|" in rest[at][first:] else at + 1
            if "|" not in rest[behind]:
                continue  # the only production of its name
            rest[behind] = rest[behind].replace("|", ":", 1)
        tried += 1
        path = os.path.join(FOLDER, "without.y")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(rest)
        program = build(path, ["-O0"])
        found = changed(program) if program else "the grammar itself"
        if not found:
            idle += 1
        print("%s %4d %s" % ("changes " + found if found else "NOTHING CHANGES without", at + 1, lines[at][first:last]), flush=True)
    print("productions of tables without which nothing changes: %d of %d" % (idle, tried))
    return idle


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-each", action="store_true")
    arguments = parser.parse_args()
    os.makedirs(FOLDER, exist_ok=True)
    sys.exit(1 if (without_each() if arguments.without_each else coverage()) else 0)


main()
