"""Tables as programs write them that turn pages into Markdown and know no spans: html2text and turndown, where cells hold
paragraphs, and pandoc, where a head of several lines loses what spans its first one."""
import layouts
import layouts_bars
import model
from layouts import one_line


def options(rng):
    return {**layouts_bars.heading_options(rng), "break": rng.choice([0, 0, 0.2])}


def texts_of(grid, marks, rng, choices):
    """The texts of each row's own cells."""
    if choices["break"]:
        layouts.break_labels(rng, grid, choices["break"])
    return [[marks.print(cell).replace("\n", "  \n") for cell in model.squeeze(line)] for line in grid.lines]


def html2text_row(texts):
    row = " | ".join("\n\n%s\n\n" % text if text else "" for text in texts).replace("\n |", "\n|")
    return row.strip("\n") + "  \n  \n"


def html2text_lines(grid, marks, rng, choices):
    rows = texts_of(grid, marks, rng, choices)
    rule = "---|" * (len(rows[0]) - 1) + "---  \n  \n"
    body = "".join(html2text_row(row) for row in rows[1:])
    return ["", *(html2text_row(rows[0]) + rule + body)[:-len("  \n")].split("\n"), ""]


def turndown_row(texts):
    return "|" + "".join(" " + ("\n\n%s\n\n" % text if text else "") + " |" for text in texts)


def turndown_lines(grid, marks, rng, choices):
    rows = texts_of(grid, marks, rng, choices)
    rule = "| " + " | ".join(["---"] * len(rows[0])) + " |"
    return ["", *"\n".join([turndown_row(rows[0]), rule] + [turndown_row(row) for row in rows[1:]]).split("\n"), ""]


def left_lines(grid, marks, rng, choices):
    """The first row is the head; what spans it downwards is lost below, so that the other labels move to the left."""
    rows = layouts.square(grid, marks)
    covered = [column for cell in grid.lines[0] if cell.rows > 1 for column in range(cell.column, cell.column + cell.columns)]
    for index in range(1, max(cell.rows for cell in grid.lines[0]) if grid.lines[0] else 1):
        rows[index] = [text for column, text in enumerate(rows[index]) if column not in covered] + [""] * len(covered)
    lines = ["| " + " | ".join(one_line(text) for text in row) + " |" for row in rows]
    return [lines[0], "|" + "---|" * grid.width, *lines[1:], ""]


def filled_options(cells):
    """How rows are filled up with bars: a cell a line, its bar below it or behind it, or a row a line; then a bar may
    open it, and a rule stand below the first."""
    return lambda rng: {"cells": cells, "below": rng.random() < 0.5, "opened": not cells and rng.random() < 0.5,
                        "ruled": rng.random() < 0.5}


def filled_lines(grid, marks, rng, choices):
    """Cells that are empty are lost where a row is a line, and bars alone are left for them where it is not, the last of
    which may fill up its row as well: bars that touch do, for each row but the last."""
    lines = []
    for number, line in enumerate(grid.lines):
        texts = [one_line(marks.print(cell)) for cell in model.squeeze(line)]
        texts = [text for text in texts if text or choices["cells"]]
        room = "|" * (grid.width - len(texts)) if number + 1 < len(grid.lines) else ""
        if choices["cells"]:
            below = "\n|" if choices["below"] else " |"
            lines += "".join((text + below if text else "|") + "\n" for text in texts).split("\n")[:-1] + [room] * bool(room)
        else:
            lines.append("| " * choices["opened"] + "".join(text + " | " for text in texts).rstrip(" ") + (" " + room).rstrip(" "))
        if not number and choices["ruled"]:
            lines.append("---|" * grid.width)
    return lines


LAYOUTS = [
    layouts.Layout("filled-rows", filled_lines, filled_options(False), loses_blank=True, one_line=True),
    layouts.Layout("filled-cells", filled_lines, filled_options(True), loses_blank=True, cell_a_line=True),
    layouts_bars.markdown("html2text", html2text_lines, options),
    layouts_bars.markdown("turndown", turndown_lines, options),
    layouts_bars.markdown("md-left", left_lines, options),
]
