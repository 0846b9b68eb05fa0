"""Documents of other kinds are refused with what is missing, --force takes them, and reports are taken.

Usage: evidence.py PROGRAM DOCUMENTS, where a line "=== KIND | WORDS" opens a document that is refused with these words, and
"=== report" one that is taken."""
import collections
import json
import subprocess
import sys


def read(path):
    """(kind, words of the refusal, text) of each document."""
    with open(path, encoding="utf-8") as file:
        for part in file.read().split("=== ")[1:]:
            head, text = part.split("\n", 1)
            kind, _, words = head.partition(" | ")
            yield kind, words, text


def converted(program, texts, *options):
    """What each text becomes, all by one call: a report or an error."""
    data = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    run = subprocess.run([program, "convert", "-f", "ndjson", "-t", "ndjson", "--lang=en", *options, "-"], input=data,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def fault(kind, words, said, forced):
    """What is wrong with the program's answers; None if nothing is."""
    if kind == "report":
        return "refused: " + said if said else None
    if not said:
        return "taken"
    if words not in said:
        return f"refused without the words {words!r}: {said}"
    return "refused with --force" if forced else None


def main():
    program, path = sys.argv[1:]
    count, bad = collections.Counter(), collections.Counter()
    documents = list(read(path))
    texts = [text for _, _, text in documents]
    answers = zip(documents, converted(program, texts), converted(program, texts, "--force"), strict=True)
    for (kind, words, text), said, forced in answers:
        count[kind] += 1
        wrong = fault(kind, words, said.get("error"), forced.get("error"))
        if wrong:
            bad[kind] += 1
            print(f"{kind}: {wrong}\n{text}")
    print(", ".join(f"{kind} {number - bad[kind]} of {number}" for kind, number in count.items()))
    return bool(bad) or count["report"] < 10 or sum(count.values()) < 60


if __name__ == "__main__":
    sys.exit(main())
