"""Documents of other kinds are refused with what is missing, --force takes them, and reports are taken.

Usage: evidence.py PROGRAM DOCUMENTS, where a line "=== KIND | WORDS" opens a document that is refused with these words, and
"=== report" one that is taken."""
import collections
import subprocess
import sys


def read(path):
    """(kind, words of the refusal, text) of each document."""
    with open(path, encoding="utf-8") as file:
        for part in file.read().split("=== ")[1:]:
            head, text = part.split("\n", 1)
            kind, _, words = head.partition(" | ")
            yield kind, words, text


def convert(program, text, *options):
    run = subprocess.run([program, "convert", "-f", "text", "--lang=en", *options, "-"], input=text.encode(),
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return run.returncode, run.stderr.decode()


def fault(program, kind, words, text):
    """What is wrong with the program's answer; None if nothing is."""
    status, said = convert(program, text)
    if kind == "report":
        return "refused: " + said if status > 1 else None
    if status != 2:
        return "taken"
    if words not in said:
        return f"refused without the words {words!r}: {said}"
    return None if convert(program, text, "--force")[0] < 2 else "refused with --force"


def main():
    program, path = sys.argv[1:]
    count, bad = collections.Counter(), collections.Counter()
    for kind, words, text in read(path):
        count[kind] += 1
        wrong = fault(program, kind, words, text)
        if wrong:
            bad[kind] += 1
            print(f"{kind}: {wrong}\n{text}")
    print(", ".join(f"{kind} {number - bad[kind]} of {number}" for kind, number in count.items()))
    return bool(bad) or count["report"] < 10 or sum(count.values()) < 60


if __name__ == "__main__":
    sys.exit(main())
