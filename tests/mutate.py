"""Mutated reports through the whole program: whatever the bytes are, it ends in time, with a status of its own and whole output."""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import generate

LABELS = ["规章", "行政规范性文件", "一、本年新收政府信息公开申请数量", "三、本年度办理结果", "(一)予以公开", "(七)总计", "总计", "其他", "四、结转下年度继续办理",
          "自然人", "结果维持", "行政复议", "一、总体情况", "六、其他需要报告的事项", "第二部分 ", "(二)", "3.", "（1）", "①", "第二十条第(一)项", "規範性文件"]
MARKS = ["|", "||||", "|---|", "\t", "\n", "\r\n", "\f", "  ", "　", "\u00a0", "\x1d", "\x1e", "\x1f", "。", "-", "— 4 —", "/", "无", "O", "1,234",
         "１２", "-375", "0.5万元", "<td colspan=3>", "</table>", "<tr>", "&#0;", "\ufeff"]
BYTES = [b"\xff", b"\x80", b"\xe3", b"\x01", b"\x00", b"\xef\xbc"]


def delete(rng, lines):
    start = rng.randrange(len(lines))
    del lines[start:start + rng.choice([1, 1, 2, 10])]


def repeat(rng, lines):
    start = rng.randrange(len(lines))
    lines[start:start] = lines[start:start + rng.choice([1, 2, 20])] * rng.choice([1, 1, 30])


def swap(rng, lines):
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]


def cut(rng, lines):
    del lines[rng.randrange(len(lines)) + 1:]


def insert(rng, lines):
    words = rng.choice(LABELS if rng.random() < 0.4 else MARKS).encode() if rng.random() < 0.9 else rng.choice(BYTES)
    line = rng.randrange(len(lines))
    at = rng.randrange(len(lines[line]) + 1)
    lines[line] = lines[line][:at] + words * rng.choice([1, 1, 1, 2, 40]) + lines[line][at:]


def lose(rng, lines):
    line = rng.randrange(len(lines))
    at = rng.randrange(len(lines[line]) + 1)
    lines[line] = lines[line][:at] + lines[line][at + rng.choice([1, 3, 9]):]


def join(rng, lines):
    line = rng.randrange(len(lines))
    lines[line:line + 2] = [b"".join(lines[line:line + 2])]


MUTATIONS = [delete, repeat, swap, cut, insert, insert, insert, lose, lose, join]


def mutate(rng, data):
    lines = data.split(b"\n")
    for _ in range(rng.choice([1, 2, 5, 20])):
        if lines:
            rng.choice(MUTATIONS)(rng, lines)
    return b"\n".join(lines)


def write_batch(rng, seed, count, directory):
    """Mutants of reports in all layouts; their names, which tell seed and number."""
    names = []
    while len(names) < count:
        case = generate.generate(rng.random(), rng.choice(generate.LAYOUT_NAMES))
        for _ in range(min(5, count - len(names))):
            names.append("%s/%s-%d%s" % (directory, seed, len(names), case.layout.suffix))
            with open(names[-1], "wb") as file:
                file.write(mutate(rng, case.data) if case.layout.suffix != ".docx" else case.data)
    return names


def check(command, names, limit):
    """None, or what is wrong with the program's answer."""
    try:
        run = subprocess.run(command + names, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return "no end after %d s" % limit
    if run.returncode not in (0, 1, 2):
        return "status %d: %s" % (run.returncode, run.stderr[-3000:].decode(errors="replace"))
    if run.returncode == 2 and not run.stdout:
        return None
    try:
        json.loads(run.stdout)
    except ValueError as error:
        return "no JSON: %s" % error
    return None


def failing(command, names, limit):
    """(name, what is wrong) of each file that fails: many in one process, and one by one where that went wrong."""
    for start in range(0, len(names), 50):
        batch = names[start:start + 50]
        if check(command, batch, 4 * limit):
            for name in batch:
                wrong = check(command, [name], limit)
                if wrong:
                    yield name, wrong


HEAD = "某市2022年政府信息公开工作年度报告\n一、总体情况\n本年公开信息。\n三、收到和处理政府信息公开申请情况\n"
# Repeated many times, each took time that grew with the square of its length once, or might.
HOSTILE = ["规章\n", "规章 ", "规章 1 2 3\n", "规章 | 1 | |\n", " |", "|", "\t", "- ", "--- ", "一", "1,111", "甲  ", "自然人\n规章\n1\n", "一、总体情况\n",
           "（一）甲\n1.乙\n（1）丙\n①丁\n", "（一）", "“", "规\n\n", "\x1f", "2023年1月1日\n", "至2022年1月1日", "规章    1    2\n", "公开。 一、"]


def write_hostile(directory, times):
    """Files that repeat one thing without end, in front of the report and in its table."""
    names = []
    for number, words in enumerate(HOSTILE):
        for place, text in (("in", HEAD + words * times + "规章"), ("before", words * times + "\n" + HEAD)):
            names.append("%s/hostile-%s-%d.txt" % (directory, place, number))
            with open(names[-1], "w", encoding="utf-8") as file:
                file.write(text)
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="./nianbao")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--times", type=int, default=10000, help="how often a hostile file repeats its words")
    parser.add_argument("--limit", type=int, default=5, help="seconds for each report")
    parser.add_argument("--keep", help="folder for the reports that failed")
    arguments = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as directory:
        names = write_hostile(directory, arguments.times)
        names += write_batch(random.Random(arguments.seed), arguments.seed, arguments.count, directory)
        for words in (["convert", "--fill", "-t", "json"], ["lint", "--format=json"]):
            for name, wrong in failing([arguments.program] + words, names, arguments.limit):
                failures += 1
                print("%s %s: %s" % (words[0], os.path.basename(name), wrong))
                if arguments.keep:
                    os.makedirs(arguments.keep, exist_ok=True)
                    shutil.copy(name, arguments.keep)
    print("%d reports, %d failures" % (arguments.count, failures))
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
