"""Tables as programs write them that take the text out of pages for archives of the web."""
import model
from layouts import MARK, Layout


def cells_of(grid, marks):
    """The cells of each line with what they print; covered positions are not there."""
    return [[" ".join(marks.print(cell).split("\n")) for cell in model.squeeze(line)] for line in grid.lines]


def missing(grid, row):
    """As many bars as the row lacks cells."""
    return "|" * max(0, grid.width - len(row))


def barred_rows(grid, marks, rng, options):
    """A row a line between bars, an empty cell too, and bars alone at its end for what spans cover."""
    lines = []
    for row in cells_of(grid, marks):
        line = "|" + "".join(f" {text} |" if text else " |" for text in row)
        lines.append(line + " " + missing(grid, row))
    return lines


def barred_cells(grid, marks, rng, options):
    """A cell a line with a bar behind it, an empty one the bar alone; what spans cover, bars on a line,
    but not at the table's end."""
    lines = []
    for row in cells_of(grid, marks):
        lines += [f"{text} |" if text else "|" for text in row]
        lines += [missing(grid, row)] if missing(grid, row) else []
    return lines[:-1] if missing(grid, row) and rng.random() < 0.5 else lines


def begun_rows(grid, marks, rng, options):
    """A bar on a line of its own before each row, then a cell a line with a bar behind it; what spans cover,
    bars behind the last."""
    lines = []
    for row in cells_of(grid, marks):
        lines += ["|"] + [f"{text} |" if text else "|" for text in row]
        lines[-1] += " " + missing(grid, row) if missing(grid, row) else ""
    return lines


def paragraphs_options(before):
    """Whether labels and values are paragraphs in their cells; on which side of a cell its bar stands."""
    return lambda rng: {"before": before, "label": rng.random() < 0.5, "value": rng.random() < 0.5}


def one_bar_cells(grid, marks, rng, options):
    """A bar for each cell, on its line or, where it holds a paragraph, on a line of its own."""
    lines = []
    for row in cells_of(grid, marks):
        for text in row:
            apart = text and options["value" if ord(text[0]) >= MARK else "label"]
            parts = ["|", text] if options["before"] else [text, "|"]
            lines += ["|"] if not text else parts if apart else ["".join(parts)]
    return lines


def paired_cells(grid, marks, rng, options):
    """Bars around each cell of a row, on one line, but for those that hold a paragraph; empty ones are left
    out."""
    lines = []
    for row in cells_of(grid, marks):
        together = ""
        for text in filter(None, row):
            if options["value" if ord(text[0]) >= MARK else "label"]:
                lines += [together, text] if together else [text]
                together = ""
            else:
                together += f"|{text}|"
        lines += [together] if together else []
    return lines


def parted_cells(grid, marks, rng, options):
    """Each cell a paragraph; one that is empty is one more empty line."""
    lines = []
    for row in cells_of(grid, marks):
        for text in row:
            lines += [text, ""] if text else [""]
    return lines


def parted(block, rng, options):
    return [block.text, ""]


LAYOUTS = [
    Layout("bars-padded", barred_rows, shows_blank=True, one_line=True),
    Layout("cells-barred", barred_cells, shows_blank=True),
    Layout("rows-begun", begun_rows, shows_blank=True),
    Layout("bars-behind", one_bar_cells, paragraphs_options(False), shows_blank=True, cell_a_line=True),
    Layout("bars-before", one_bar_cells, paragraphs_options(True), shows_blank=True, cell_a_line=True),
    Layout("cells-paired", paired_cells, paragraphs_options(False), loses_blank=True),
    Layout("cells-parted", parted_cells, prose=parted, shows_blank=True),
]
