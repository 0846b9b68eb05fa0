"""What each layout lost when it was last measured, so that no change, nor two that are right alone, takes a layout back
unseen: the sums over all layouts hide one of a hundred that breaks."""

FIGURES = ["form's head", "other heads", "beside damage", "silent", "needless", "not named", "no output"]


def lost_cells(counts):
    return sum(counts[verdict] for verdict in ("marked", "flagged", "silent"))


def measured(groups):
    """{layout: its FIGURES}, of (layout, counts of undamaged reports, with another head, damaged): cells that are not exact
    in each, those of them that nothing names, findings without cause, damages without finding, reports without output."""
    figures = {}
    for layout, *kinds in groups:
        every = sum(kinds, type(kinds[0])())
        figures[layout] = [lost_cells(counts) for counts in kinds] + [
            every["silent"] + every["damaged silent"], kinds[0]["needless"],
            every["typo not named"] + every["wanted not named"], every["failed"]
        ]
    return figures


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    return {row[0]: [int(figure) for figure in row[1:]] for row in rows}


def write(path, figures):
    with open(path, "w", encoding="utf-8") as file:
        for row in [["layout"] + FIGURES] + [[layout] + row for layout, row in figures.items()]:
            print(*row, sep="\t", file=file)


def broken(path, figures):
    """Where more is lost than the file says, in words."""
    allowed = read(path)
    for layout, row in figures.items():
        for name, now, before in zip(FIGURES, row, allowed.get(layout, [0] * len(row))):
            if now > before:
                yield "%s, %s: %d, where %d were measured" % (layout, name, now, before)
