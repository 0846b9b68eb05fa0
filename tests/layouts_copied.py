"""Tables as they are copied or saved out of other programs: browsers, word processors, spreadsheets."""
import layouts
import layouts_bars as bars
import model
from layouts import Layout

SAME = ["—", "同上", "〃"]


def cells_of(grid, marks):
    """The cells that are printed of each line, blank ones too; covered positions are not."""
    return [[marks.print(cell) for cell in model.squeeze(line)] for line in grid.lines]


# ---- browsers ----

def chrome_lines(grid, marks, rng, options):
    """A row a line, tabs between its cells; what a span covers is not there."""
    return [layouts.one_line("\t".join(row)) for row in cells_of(grid, marks)]


def paragraph_options(style):
    return lambda rng: {"style": style, "break": 0}


BREAKS = {"chrome": ["", "\t"], "firefox": ["", "\t", ""]}


def paragraph_cells(grid, marks, rng, options):
    """Each cell a paragraph: a blank line and a tab before the next of its row, a blank line before the
    next row."""
    lines = []
    for row in cells_of(grid, marks):
        for number, text in enumerate(row):
            lines += (BREAKS[options["style"]] if number else [""] if lines else []) + text.split("\n")
    return lines + [""]


# ---- word processors ----

def word_lines(grid, marks, rng, options):
    """A cell a line, each with a tab at its end."""
    return [text.replace("\n", "\t\n") + "\t" for row in cells_of(grid, marks) for text in row]


def writer_lines(grid, marks, rng, options):
    """A cell a line, as LibreOffice saves a text: an empty line for an empty cell, and for one that
    hangs from above."""
    lines = []
    for number, row in enumerate(bars.owners(grid, spans=True)):
        for column, (line, first, cell) in enumerate(row):
            if cell and first == column:
                lines += marks.print(cell).split("\n") if line == number else [""]
    return lines


# ---- spreadsheets ----

def quoted(text, sep, rate, rng):
    """A field as spreadsheets write it: in quotes where it must be, or anyway."""
    if any(char in text for char in (sep, "\n", '"')) or (text and rng.random() < rate):
        return '"%s"' % text.replace('"', '""')
    return text


def sheet_options(sep, saved):
    def options(rng):
        return {
            "sep": sep,
            "break": rng.choice([0, 0.2, 0.4]),
            "quotes": rng.choice([0, 0, 0.2, 1.0]) if sep == "," else 0,
            "sheet": saved,
            "width": 26,
            "repeat": rng.choice(["", "", "", "sides", "dash"]) if not saved else "",
            "trail": rng.random() < 0.8,
            "fine": rng.choice([0, 0.3, 0.6]) if saved else 0,
            "same": rng.choice(SAME),
        }

    return options


def field_lines(rows, rng, options):
    lines = []
    for row in rows:
        row = row + [""] * (options["width"] - len(row)) if options["sheet"] else row
        # a row of nothing keeps its separators: an empty line would be no row at all
        if any(row) and not options["trail"] and not options["sheet"]:
            while len(row) > 1 and not row[-1]:
                row = row[:-1]
        lines.append(options["sep"].join(
            quoted(text, options["sep"], options["quotes"], rng) for text in row))
    return lines


def sheet_lines(grid, marks, rng, options):
    """Every position of the table; cells of several lines in quotes."""
    if options["break"]:
        layouts.break_labels(rng, grid, options["break"])
    covered = {
        "sides": lambda cell: cell.text if cell.kind == "side" else "",
        "dash": lambda cell: options["same"] if cell.kind == "side" else "",
    }.get(options["repeat"], "")
    grid = layouts.expanded(rng, grid, options["fine"])
    return field_lines(layouts.square(grid, marks, covered), rng, options)


def sheet_paragraph(block, rng, options):
    """Prose is a row of the sheet too, where the whole report is one."""
    if not options["sheet"]:
        return layouts.paragraph(block, rng, options)
    return field_lines([[block.text]], rng, options)


# ---- a blank or a tab at each line's end ----

def trailing(make, end):
    """What a way of printing makes, with something at the end of every line that holds a cell."""
    def lines(grid, marks, rng, options):
        return [line + end for text in make(grid, marks, rng, options) for line in text.split("\n")]
    return lines


LAYOUTS = [
    Layout("chrome", chrome_lines, shows_blank=True, one_line=True),
    Layout("chrome-paragraphs",
           paragraph_cells,
           paragraph_options("chrome"),
           shows_blank=True,
           cell_a_line=True),
    Layout("firefox-paragraphs",
           paragraph_cells,
           paragraph_options("firefox"),
           shows_blank=True,
           cell_a_line=True),
    Layout("word", word_lines, shows_blank=True, cell_a_line=True),
    Layout("writer", writer_lines, shows_blank=True, cell_a_line=True),
    Layout("sheet-tabs", sheet_lines, sheet_options("\t", False), shows_blank=True, suffix=".txt"),
    Layout("csv", sheet_lines, sheet_options(",", False), shows_blank=True, suffix=".csv"),
    Layout("csv-sheet",
           sheet_lines,
           sheet_options(",", True),
           sheet_paragraph,
           shows_blank=True,
           suffix=".csv"),
    Layout("lines-trailing-tab", trailing(layouts.cell_lines, "\t"), cell_a_line=True),
    Layout("lines-trailing-blank", trailing(layouts.cell_lines, " "), cell_a_line=True),
    Layout("joined-blank", layouts.cell_lines, between=" ", forbidden=(" ",)),
    Layout("joined-blanks", layouts.cell_lines, between="  ", forbidden=(" ",)),
    Layout("joined-bars", layouts.cell_lines, between="|"),
    Layout("joined-commas", layouts.cell_lines, between=",", forbidden=(",", " ")),
    Layout("rows-trailing-tab",
           trailing(layouts.row_lines, "\t"),
           layouts.row_options("\t"),
           shows_blank=True,
           one_line=True),
    Layout("rows-trailing-blank",
           trailing(layouts.row_lines, " "),
           layouts.row_options("spaces"),
           one_line=True),
    Layout("pipes-trailing-blank",
           trailing(layouts.pipe_lines, " "),
           layouts.pipe_options(True),
           one_line=True),
]
