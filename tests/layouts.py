"""The ways in which a report's text comes: one function a layout turns a grid of cells into lines of text."""
import random
from dataclasses import dataclass, replace

import aligned
import model

MARK = 0xF0000  # a value is preceded by a private character that says which one it is; taken out again at the end
SPACES = [
    " ", "  ", "    ", "\u3000", "\u3000\u3000", "\u2003", "\u2002\u2002", "\u00a0", "\u00a0\u00a0\u00a0",
    "\t"
]


def no_options(_rng):
    return {}


def paragraph(block, rng, _options):
    """The lines of a block of prose."""
    if block.kind in ("paragraph", "section") and rng.random() < 0.3:
        return ["\u3000\u3000" + block.text]
    return [block.text]


@dataclass
class Layout:
    """A way of printing. What it shows of a table is known: whether an empty cell can be seen, and what
    parts the cells."""
    name: str
    table: object  # makes the lines of one table: f(grid, marks, rng, options)
    options: object = no_options  # what stays the same all through one report
    prose: object = paragraph  # makes the lines of a block of prose: f(block, rng, options)
    shows_blank: bool = False  # an empty cell can be seen
    loses_blank: bool = False  # empty cells are left out without a trace
    loses_places: bool = False  # where words stand in their line: labels broken over lines may be any column's
    between: str = "\n"  # joins lines
    fills: bool = False  # a row that lacks a cell is filled up at its end
    measured: bool = False  # columns are known by their places on the line
    one_line: bool = False  # a row is a line of which blanks may part the cells
    cell_a_line: bool = False
    forbidden: tuple = ()  # what cannot stand in a cell, as it parts cells
    html: bool = False  # cells may hold marks of HTML
    suffix: str = ".txt"
    render: object = None  # makes the whole document instead: f(report, seed)

    @property
    def lossy(self):
        """Whether what it loses nobody can tell."""
        return self.loses_blank or self.loses_places


class Marks:
    """Which values have been printed; hands out their marks."""

    def __init__(self, html=False):
        self.html = html  # cells may hold marks of HTML
        self.values = []
        self.index = {}

    def mark(self, value):
        if id(value) not in self.index:
            self.index[id(value)] = len(self.values)
            self.values.append(value)
        return chr(MARK + self.index[id(value)])

    def print(self, cell):
        """The text of a cell, marked where it prints a value."""
        if not cell.value or not cell.text:
            return cell.text
        return self.mark(cell.value) + (self.html and cell.value.html or cell.text)


def broken(rng, text):
    """A label broken over two or three lines at any character."""
    if len(text) < 2:
        return text
    for _ in range(rng.choice([1, 1, 2])):
        at = rng.randint(1, len(text) - 1)
        text = text[:at] + "\n" + text[at:]
    return text.replace("\n\n", "\n")


def break_labels(rng, grid, rate):
    for line in grid.lines:
        for cell in line:
            if not cell.value and cell.kind != "note" and rng.random() < rate:
                cell.text = broken(rng, cell.text)


def indented(rng, line):
    return rng.choice(SPACES) + line + rng.choice(["", "", "", " ", "\u3000", "\u00a0"])


# ---- one cell a line ----

def cell_lines(grid, marks, rng, options):
    """Each cell on a line of its own."""
    if options.get("break"):
        break_labels(rng, grid, options["break"])
    lines = []
    for line in grid.lines:
        for cell in model.squeeze(line):
            lines += marks.print(cell).split("\n") if cell.text else []
    if options.get("indent"):
        lines = [indented(rng, line) if rng.random() < options["indent"] else line for line in lines]
    return lines


# ---- pipes of text extractors ----

def pipe_lines(grid, marks, rng, options):
    """Every cell followed by a pipe; empty cells are lost, and the row is closed by as many pipes as
    cells are missing."""
    if options.get("break"):
        break_labels(rng, grid, options["break"])
    lines = []
    for line in grid.lines:
        cells = [cell for cell in model.squeeze(line) if cell.text]
        texts = [marks.print(cell) + " |" for cell in cells]
        missing = "|" * max(0, grid.width - len(cells))
        bare = not any(cell.value for cell in cells) and any(cell.value for cell in line)
        if options.get("rows"):
            lines.append(" ".join(texts) + (" " + missing if missing else ""))
            continue
        for text in texts:
            lines += text.split("\n")
        if missing and bare:
            lines.append(missing)
        elif missing:
            lines[-1] += " " + missing
    return lines


# ---- markdown ----

def full_rows(grid, marks):
    """Each line with all its positions: text, or None where a cell spans from the left, "" where one
    hangs from above."""
    hanging = {}
    for line in grid.lines:
        row = {}
        for cell in model.squeeze(line):
            row[cell.column] = marks.print(cell)
            for extra in range(1, cell.columns):
                row[cell.column + extra] = None
            if cell.rows > 1:
                for column in range(cell.column, cell.column + cell.columns):
                    hanging[column] = cell.rows
        width = max(list(row) + list(hanging) + [-1]) + 1
        yield [row.get(column, "") for column in range(width)]
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1}


def markdown_lines(grid, marks, rng, options):
    """Rows of pipes; spanned columns as || or as empty cells."""
    lines = []
    lead = "| " if options.get("lead") else ""
    for number, row in enumerate(full_rows(grid, marks)):
        row += [""] * (grid.width - len(row) if options["fill"] else 0)
        text = lead + one_line(row[0])
        for cell in row[1:]:
            text += "|" if cell is None and options["tight"] else " |  " if not cell else " | " + one_line(
                cell)
        lines.append(text + (" |" if lead or rng.random() < 0.9 else ""))
        if number == 0 and options["rule"]:
            lines.append("|" + options["rule"] * grid.width if lead else "|".join([options["rule"][:-1]] *
                                                                                  grid.width))
    return [""] + lines + [""]


def expanded(rng, grid, rate):
    """The same table on a finer grid: a column may be two or three, spanned wherever it is used."""
    factors = [rng.choice([1, 2, 3]) if rng.random() < rate else 1 for _ in range(grid.width + 20)]
    starts = [sum(factors[:i]) for i in range(len(factors) + 1)]
    lines = []
    for line in grid.lines:
        lines.append(
            [
                replace(
                    cell,
                    column=starts[cell.column],
                    columns=starts[cell.column + cell.columns] - starts[cell.column],
                )
                for cell in model.squeeze(line)
            ]
        )
    return replace(grid, lines=lines, width=starts[grid.width])


def square(grid, marks, covered=""):
    """Every position of the grid, row by row; positions that a span covers print `covered`, or what it
    makes of their cell."""
    rows, hanging = [], {}
    for line in grid.lines:
        row = {column: cell for column, (cell, _) in hanging.items()}
        fresh = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
        texts = {column: covered(cell) if callable(covered) else covered for column, cell in row.items()}
        for cell in model.squeeze(line):
            own = marks.print(cell)
            for column in range(cell.column, cell.column + cell.columns):
                texts[column] = own if column == cell.column else covered(cell) if callable(
                    covered) else covered
                if cell.rows > 1:
                    fresh[column] = (cell, cell.rows - 1)
        hanging = fresh
        width = max([grid.width - 1] + list(texts)) + 1
        rows.append([texts.get(column, "") for column in range(width)])
    return rows


def one_line(text):
    return (text or "").replace("\n", " ")


# ---- one row a line ----

def lines_apart(row):
    """The cells of a row as a page of a PDF that is copied has them: a broken label in lines of its own, the others
    one behind the other."""
    lines, run = [], []
    for text in filter(None, row):
        if "\n" in text:
            lines += [" ".join(run)] * bool(run) + text.split("\n")
            run = []
        else:
            run.append(text)
    return lines + [" ".join(run)] * bool(run)


def row_lines(grid, marks, rng, options):
    """The cells of a row joined by tabs or spaces."""
    if options["break"]:
        break_labels(rng, grid, options["break"])
    lines = []
    if options["apart"]:
        return [line for row in grid.lines for line in lines_apart([marks.print(cell) for cell in model.squeeze(row)])]
    if options.get("full"):
        rows = [["" if text is None else text for text in row] for row in full_rows(grid, marks)]
    else:
        rows = [[marks.print(cell) for cell in model.squeeze(line)] for line in grid.lines]
    for row in rows:
        if options["sep"] != "\t":
            row = [text for text in row if text]
        joiner = options["sep"]
        text = row[0] if row else ""
        for cell in row[1:]:
            text += (joiner if joiner != "spaces" else " " * rng.randint(2, 9)) + cell
        lines += text.split("\n") if text.strip(" ") else []
    return lines


# ---- columns set with spaces ----

def aligned_lines(grid, marks, rng, options):
    return aligned.paint(grid, marks, rng, options)


def single(make):
    """What a way of printing makes, each run of blanks one, as a page's text comes from programs that keep its lines
    and not their places: labels wrapped in their cells are torn over lines that hold pieces of several."""
    return lambda *args: [line for line in (" ".join(line.split()) for line in make(*args)) if line]


def line_options(**rates):
    return lambda rng: {"break": rates.get("breaks", 0), "indent": rates.get("indent", 0)}


def pipe_options(rows):
    return lambda rng: {"break": 0.15 if rng.random() < 0.2 else 0, "rows": rows}


def markdown_options(lead):
    return lambda rng: {"lead": lead, "tight": rng.random() < 0.5, "fill": rng.random() < 0.8,
                        "rule": rng.choice(["---|", " --- |", ":---:|"] + ([] if lead else [None]))}


def row_options(sep, breaks=0, apart=False):
    return lambda rng: {"sep": sep, "full": sep == "\t" and rng.random() < 0.5, "break": breaks, "apart": apart}


def aligned_options(pages):
    return lambda rng: aligned.options_of(rng, pages=pages)


def indented_paragraph(block, rng, options):
    if block.kind == "heading" and rng.random() < 0.4:
        return [rng.choice(SPACES) + block.text]
    return paragraph(block, rng, options)


LAYOUTS = [
    Layout("lines", cell_lines, cell_a_line=True),
    Layout("lines-blank",
           cell_lines,
           line_options(indent=0.1),
           indented_paragraph,
           between="\n\n",
           cell_a_line=True),
    Layout("lines-indent", cell_lines, line_options(indent=0.7), indented_paragraph, cell_a_line=True),
    Layout("lines-broken", cell_lines, line_options(breaks=0.4), cell_a_line=True),
    Layout("lines-lossy", cell_lines, loses_blank=True, cell_a_line=True),
    Layout("pipes", pipe_lines, pipe_options(False)),
    Layout("pipes-rows", pipe_lines, pipe_options(True), one_line=True),
    Layout("pipes-lossy", pipe_lines, pipe_options(False), loses_blank=True),
    Layout("pipes-rows-lossy", pipe_lines, pipe_options(True), loses_blank=True, one_line=True),
    Layout("markdown", markdown_lines, markdown_options(True), shows_blank=True),
    Layout("markdown-bare", markdown_lines, markdown_options(False), shows_blank=True),
    Layout("rows-tab", row_lines, row_options("\t"), shows_blank=True, one_line=True),
    Layout("rows-spaces", row_lines, row_options("spaces"), one_line=True),
    Layout("rows-single", row_lines, row_options(" "), one_line=True, forbidden=(" ",)),
    Layout("rows-broken", row_lines, row_options(" ", 0.2), one_line=True, forbidden=(" ",)),
    Layout("rows-apart", row_lines, row_options(" ", 0.4, apart=True), one_line=True, forbidden=(" ",)),
    Layout("aligned",
           aligned_lines,
           aligned_options(False),
           aligned.paragraph,
           shows_blank=True,
           measured=True,
           one_line=True,
           ),
    Layout("aligned-pages",
           aligned_lines,
           aligned_options(True),
           aligned.paragraph,
           shows_blank=True,
           measured=True,
           one_line=True,
           ),
    Layout("aligned-single",
           single(aligned_lines),
           aligned_options(False),
           single(aligned.paragraph),
           one_line=True,
           loses_places=True,
           forbidden=(" ",),
           ),
]


def render(report, layout, seed):
    """The report's text with marks in it, and the marks."""
    rng = random.Random(seed)
    marks = Marks(layout.html)
    options = layout.options(rng)
    lines = []
    for block in report.blocks:
        if block.kind == "table":
            lines += layout.table(model.grid_of(block.table), marks, rng, options)
        else:
            lines += layout.prose(block, rng, options)
    text = layout.between.join(lines) + "\n"
    return (aligned.paginate(text, rng, options) if options.get("pages") else text), marks
