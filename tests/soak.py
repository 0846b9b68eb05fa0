"""Many generated reports, whole and damaged, through one process: a result or an error for each, and memory does not grow."""
import argparse
import json
import os
import random
import subprocess
import sys
import threading

import generate
import mutate

WARM = 300  # reports after which memory is measured for the first time; what libraries keep for good is there by then


def resident(process):
    """KiB of memory."""
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def lines(count, seed, distinct):
    """Each report generated, whole or damaged, is sent several times, every second time mutated: generating costs more than reading."""
    rng = random.Random(seed)
    kinds = [""] + list(generate.DAMAGE_NAMES)
    cases = []
    while len(cases) < distinct:
        case = generate.generate(rng.random(), rng.choice(generate.LAYOUT_NAMES), rng.choice(kinds))
        if case and case.layout.suffix != ".docx":
            cases.append(case)
    for number in range(count):
        case = cases[number % distinct]
        data = mutate.mutate(rng, case.data) if number // distinct % 2 else case.data
        kind = "html" if case.layout.suffix == ".html" else "text"
        yield json.dumps({"id": number, kind: data.decode("utf-8", "replace")}) + "\n"


def after_large(program, report):
    """KiB of memory of two threads after small reports, and again after large ones between small ones: what large ones take goes back."""
    line = "本机关认真学习有关规定，办理申请一百件。\n"
    process = subprocess.Popen([program, "convert", "-j", "2", "-f", "ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)

    def ask(text, count):
        for number in range(count):  # two are read at a time
            process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
            process.stdin.flush()
            if number:
                process.stdout.readline()
        process.stdout.readline()

    ask(report, 20)
    before = resident(process)
    for _ in range(4):
        for lines_more in 1500, 2500:
            ask(report + line * lines_more, 2)
            ask(report, 3)
    after = resident(process)
    process.stdin.close()
    process.wait()
    return before, after


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--distinct", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", default="2", help="threads")
    parser.add_argument("--report", default=os.path.join(os.path.dirname(__file__), "../examples/zhuyu-2024.txt"), help="a small one")
    options = parser.parse_args()
    process = subprocess.Popen([options.program, "convert", "-j", options.jobs, "-f", "ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)

    def feed():
        for line in lines(options.count, options.seed, options.distinct):
            process.stdin.write(line.encode())
        process.stdin.close()

    threading.Thread(target=feed, daemon=True).start()
    warm = most = errors = 0
    for number, line in enumerate(process.stdout):
        result = json.loads(line)
        # A line that is no JSON to the program (a NUL in a string) has no id, but its number.
        if result["id"] != number and result.get("line") != number + 1:
            sys.exit(f"FAIL: result {number} is that of {result['id']}")
        errors += "error" in result
        if number == WARM:
            warm = resident(process)
        elif number > WARM and number % 100 == 0:
            most = max(most, resident(process))
        if number % 10000 == 0 and number:
            print(f"{number} results: {resident(process)} KiB", flush=True)
    status = process.wait()
    print(f"{number + 1} results of {options.count}, {errors} errors, status {status}, {warm} KiB after {WARM} reports, at most {most} later")
    if number + 1 != options.count or status not in (0, 1, 2) or most > 1.25 * warm + 4096:
        sys.exit("FAIL")
    with open(options.report, encoding="utf-8") as report:
        before, after = after_large(options.program, report.read())
    print(f"{before} KiB after small reports, {after} after large ones between them")
    if after > before + 2200:  # 360 to 520 more on an idle machine, 1,520 once on a loaded one; 3,440 where glibc decides what goes back
        sys.exit("FAIL")


if __name__ == "__main__":
    main()
