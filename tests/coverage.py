"""The lines and branches of each room that tests have run, from gcovr's summary; what flex, bison and the form compiler generate does not count.

Usage: coverage.py SUMMARY; exit status 1 if a room or the whole is below its goal.
"""
import json
import os
import sys

ROOMS = ["core", "input", "grammar", "metadata", "forms", "lint", "output", "src"]
GENERATED = {"grammar/report.c", "grammar/scanner.c", "grammar/report.y", "grammar/scanner.l", "metadata/marks.c", "metadata/marks.l", "forms/tables.c",
             "forms/indicators.c", "lint/prose.c", "lint/prose.l", "lint/prose-full.l", "lint/slips.c", "lint/slips.l"}
WHOLE, ROOM = (95, 88), (90, 84)  # percent of lines and of branches


class Count:
    """Lines and branches, run and in all."""

    def __init__(self):
        self.lines = self.lines_run = self.branches = self.branches_run = 0

    def add(self, file):
        self.lines += file["line_total"]
        self.lines_run += file["line_covered"]
        self.branches += file["branch_total"]
        self.branches_run += file["branch_covered"]

    def percent(self):
        return 100 * self.lines_run / max(1, self.lines), 100 * self.branches_run / max(1, self.branches)


def show(name, count, goal):
    lines, branches = count.percent()
    low = lines < goal[0] or branches < goal[1]
    print(f"{name:10} lines {lines:5.1f} % of {count.lines:5}  branches {branches:5.1f} % of {count.branches:5}" + ("  BELOW" if low else ""))
    return low


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        files = json.load(file)["files"]
    rooms, whole, low = {room: Count() for room in ROOMS}, Count(), False
    for entry in files:
        parts = entry["filename"].split("/")
        name = "/".join(parts[-2:])
        if name in GENERATED or parts[-2] not in rooms or not os.path.splitext(name)[1] == ".c":
            continue
        rooms[parts[-2]].add(entry)
        whole.add(entry)
        if os.environ.get("FILES"):
            count = Count()
            count.add(entry)
            show("  " + name, count, (0, 0))
    for room in ROOMS:
        low |= show(room, rooms[room], ROOM)
    low |= show("all", whole, WHOLE)
    return low


if __name__ == "__main__":
    sys.exit(main())
