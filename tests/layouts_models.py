"""Tables as models that read pages write them: in Markdown, a table for each group of rows with a heading over it and a
head of its own; in LaTeX."""
import re
from dataclasses import replace

import layouts
import layouts_bars
import model
from layouts import one_line

FIRST = ["类别", "项目", "指标", "", "(数据项目)"]


def options(rng):
    return {
        **layouts_bars.heading_options(rng),
        "section": rng.choice(["### %s", "#### %s", "**%s**"]),
        "first": rng.choice(FIRST),
        "alone": rng.random() < 0.5,  # rows under no group each have a table of their own
        "number": rng.random() < 0.5,  # the number of a row stands in its heading only
    }


def leaves(grid):
    """The labels next to the values, from left to right, by the lines of the head."""
    labels = {}
    for line, row in zip(grid.lines, grid.row_of):
        for cell in line if not row else []:
            if cell.kind == "header":
                for column in range(cell.column, cell.column + cell.columns):
                    labels[column] = cell.text
    return labels


def table(head, rows):
    lines = ["| " + " | ".join(one_line(text) for text in row) + " |" for row in [head] + rows]
    return lines[:1] + ["|" + "---|" * len(head)] + lines[1:] + [""]


def values_of(line, marks):
    return [marks.print(cell) for cell in model.squeeze(line) if cell.kind == "value"]


def head_of(grid, line):
    labels = leaves(grid)
    return [labels.get(cell.column, "") for cell in line if cell.kind == "value"]


def group_of(row, choices):
    return row.path[1:] if len(row.path) > 1 else (row.label,) if choices["alone"] else ("",)


def application_lines(grid, marks, rng, choices):
    """The groups of rows one below the other."""
    lines, rows, group, head = [], [], None, None
    for line, row in zip(grid.lines, grid.row_of):
        if not row:
            continue
        own = group_of(row, choices)
        if own != group and rows:
            lines += table(head, rows)
            rows = []
        if own != group and own != ("",):
            lines += [choices["section"] % own[-1], ""]
        group = own
        alone = own == (row.label,) and choices["number"]
        label = re.sub(r"^(\(.\)|[一二三四]、)", "", row.label) if alone else row.label
        if row.note:
            lines += [row.label, ""]
            continue
        head = [choices["first"]] + head_of(grid, line)
        rows.append([label] + values_of(line, marks))
    return lines + (table(head, rows) if rows else [])


def disclosure_lines(grid, marks, rng, choices):
    """The parts one below the other, their captions as headings."""
    lines, rows = [], []
    for line, row in list(zip(grid.lines, grid.row_of)) + [(None, None)]:
        if rows and (line is None or line[0].kind == "caption"):
            lines += table(rows[0], rows[1:])
            rows = []
        if line is not None and line[0].kind == "caption":
            lines += [choices["section"] % line[0].text, ""]
        elif line is not None:
            rows.append([marks.print(cell) for cell in model.squeeze(line)])
    return lines


def review_lines(grid, marks, rng, choices):
    """The blocks of the table as tables of their own, the block in their headings."""
    tops, ways = {}, {}
    for cell in (cell for line, row in zip(grid.lines, grid.row_of) if not row for cell in line):
        for column in range(cell.column, cell.column + cell.columns):
            (tops if column not in tops else ways).setdefault(column, cell.text)
    values = next(line for line, row in zip(grid.lines, grid.row_of) if row)
    lines, labels = [], leaves(grid)
    for block in range(0, 15, 5):
        cells = [cell for cell in model.squeeze(values) if block <= cell.column < block + 5]
        way = ways[block] if ways[block] != labels[block] else ""
        heading = tops[block] + ("（%s）" % way if way else "")
        lines += [choices["section"] % heading, ""]
        lines += table([labels[block + i] for i in range(5)], [[marks.print(cell) for cell in cells]])
    return lines


def is_whole(grid):
    """Whether a table has all its labels, and the review table its one row."""
    return len(leaves(grid)) > 1 and (grid.table != "review" or sum(map(bool, grid.row_of)) == 1 and grid.width == 15)


def lines_of(grid, marks, rng, choices):
    makers = {"disclosure": disclosure_lines, "applications": application_lines, "review": review_lines}
    if grid.table not in makers or not is_whole(grid):
        return layouts_bars.gfm_lines(grid, marks, rng, {"fine": 0, "empty": False, "wide": False})
    return [""] + makers[grid.table](grid, marks, rng, choices)


# ---- LaTeX ----

def latex_options(rng):
    return {
        **layouts_bars.heading_options(rng),
        "break": rng.choice([0, 0.2]),
        "newline": rng.choice(["\\makecell{%s}", "\\begin{tabular}[c]{@{}c@{}}%s\\end{tabular}", "\\shortstack{%s}"]),
        "rule": rng.choice(["\\hline", "\\hline", "\\cline{1-2}", ""]),
        "join": rng.choice(["\n", "\n", " "]),
        "math": rng.random() < 0.2,
        "name": rng.choice(["tabular", "tabular", "array", "longtable"]),
    }


def latex_text(text, choices):
    text = re.sub(r"([&%_#$])", r"\\\1", text)
    if choices["math"] and re.fullmatch(r"[\d.]+", text):
        return "$%s$" % text
    return choices["newline"] % text.replace("\n", " \\\\ ") if "\n" in text else text


def latex_cell(cell, marks, choices):
    text = latex_text(marks.print(cell), choices)
    text = "\\multirow{%d}{*}{%s}" % (cell.rows, text) if cell.rows > 1 else text
    return "\\multicolumn{%d}{|c|}{%s}" % (cell.columns, text) if cell.columns > 1 else text


def latex_lines(grid, marks, rng, choices):
    """Cells that span others say so; below one that spans rows an empty one is printed."""
    if choices["break"]:
        layouts.break_labels(rng, grid, choices["break"])
    rows, hanging = [], {}
    for line in grid.lines:
        cells = {cell.column: cell for cell in model.squeeze(line)}
        row, column = [], 0
        while column < max([grid.width] + [cell.column + cell.columns for cell in cells.values()]):
            cell = cells.get(column)
            own = hanging.get(column, (0, 1)) if not cell else (cell.rows, cell.columns)
            row.append(latex_cell(cell, marks, choices) if cell else
                       "\\multicolumn{%d}{|c|}{}" % own[1] if own[1] > 1 else "")
            hanging[column] = (own[0] - 1, own[1]) if own[0] > 1 else (0, 1)
            column += own[1]
        rows.append(" & ".join(row) + " \\\\ " + choices["rule"])
    spec = "{%s}" % ("|c" * grid.width + "|")
    return choices["join"].join(["\\begin{%s}%s" % (choices["name"], spec), "\\hline"] + rows +
                                ["\\end{%s}" % choices["name"]]).split("\n") + [""]


LAYOUTS = [
    replace(layouts_bars.markdown("md-model", lines_of, options), fills=True),
    replace(layouts_bars.markdown("latex", latex_lines, latex_options), fills=True),
]
