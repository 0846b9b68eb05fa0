"""Articles with their roles and sections: compares what is read of each outline with what stands below it.

Usage: outline.py PROGRAM OUTLINES"""
import json
import subprocess
import sys

TITLE = "云丘市审计局2012年政府信息公开工作年度报告\n"


def read(path):
    """(text, lines of what is right) of each outline."""
    with open(path, encoding="utf-8") as file:
        for part in file.read().split("\n\n"):
            lines = [line for line in part.strip("\n").split("\n") if not line.startswith("# ")]
            right = [line for line in lines if line.startswith(("= ", "- ")) and not line.endswith("==")]
            if right:
                yield "\n".join(line for line in lines if line not in right) + "\n", right


def outline(report):
    lines = []
    for article in report["articles"]:
        lines.append(f"= {article['title']} / {article['role']}")
        lines += [f"- {block['number']} {block['title']}" for block in article["blocks"] if block["type"] == "section"]
    return lines


def main():
    program, path = sys.argv[1:]
    outlines = list(read(path))
    data = "".join(json.dumps({"text": TITLE + text}) + "\n" for text, _ in outlines).encode()
    run = subprocess.run([program, "convert", "-f", "ndjson", "-t", "ndjson", "-"], input=data, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False)
    bad = 0
    for (text, right), line in zip(outlines, run.stdout.splitlines(), strict=True):
        report = json.loads(line)
        found = [report["error"]] if "error" in report else outline(report)
        if found != right:
            bad += 1
            print(f"{text}\nis read as\n" + "\n".join(found) + "\n")
    print(f"{len(outlines)} outlines, {bad} wrong")
    return bad or len(outlines) < 20


if __name__ == "__main__":
    sys.exit(bool(main()))
