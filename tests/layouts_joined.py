"""Tables without lines: cells joined by leaders, strokes and marks; columns set with spaces as pandoc,
docutils and lynx write them."""
import aligned
import layouts
import layouts_bars as bars
import model
from layouts import Layout


# ---- joined by a mark ----

def joined_lines(grid, marks, rng, options):
    """The cells of a row joined by the same mark; a row of leaders has as many dots as there is room."""
    lines = []
    for line in grid.lines:
        row = [layouts.one_line(marks.print(cell)) for cell in model.squeeze(line) if cell.text]
        text = row[0] if row else ""
        for cell in row[1:]:
            text += options["pad"] + options["mark"] * rng.randint(*options["times"]) + options["pad"] + cell
        lines += [text] if text else []
    return lines


def leader_options(rng):
    mark, times = rng.choice([(".", (4, 20)), ("…", (2, 6)), ("·", (4, 12)), ("．", (3, 8))])
    return {"mark": mark, "times": times, "pad": rng.choice(["", "", " "])}


def mark_options(*marks):
    return lambda rng: {"mark": rng.choice(marks), "times": (1, 1), "pad": ""}


# ---- joined with nothing ----


def run_lines(grid, marks, rng, options):
    """The strings of a table right behind one another, as programs leave them that take a page's elements away;
    a row a line, or all in one."""
    joined = ["".join(layouts.one_line(marks.print(cell)) for cell in model.squeeze(line) if cell.text)
              for line in grid.lines]
    return [line for line in joined if line] if options["rows"] else ["".join(joined)]


def run_options(rng):
    return {"rows": rng.random() < 0.4}


# ---- set with spaces ----

def positions(widths, gap):
    return [sum(widths[:i]) + gap * i for i in range(len(widths))]


def set_lines(grid, marks, options):
    """Each row as the lines of its cells, every cell at the left edge of its column."""
    grid.lines = [aligned.merge_extra(line) for line in grid.lines]
    table = bars.owners(grid, options["spans"])
    texts = bars.cell_texts(table, marks, options)
    widths = bars.widths_of(table, texts, options)
    lefts, rows = positions(widths, options["gap"]), []
    for number in range(len(table)):
        cells = [(lefts[column], lines) for (line, column), (_, lines) in sorted(texts.items())
                 if line == number]
        height = max([1] + [len(lines) for _, lines in cells])
        rows.append([
            place([(left, lines[y]) for left, lines in cells if y < len(lines)], options["wide"])
            for y in range(height)
        ])
    return widths, rows


def place(fragments, wide):
    line = ""
    for left, text in fragments:
        line += " " * (left - aligned.width(line, wide)) + text
    return line


def lynx_lines(grid, marks, rng, options):
    """As lynx prints: columns a blank apart, each Chinese character counted as one column, three blanks
    in front."""
    _, rows = set_lines(grid, marks, options)
    return ["   " + line for row in rows for line in row if line]


def lynx_paragraph(block, rng, options):
    return [block.text if block.kind in ("title", "heading") else "   " + block.text, ""]


def ruled_lines(grid, marks, rng, options):
    """Between two rules; blank lines between rows where one of them has several lines."""
    if options["break"]:
        layouts.break_labels(rng, grid, options["break"])
    widths, rows = set_lines(grid, marks, options)
    rule = (" " * options["gap"]).join(options["rule"] * width for width in widths)
    several = options["multi"] or any(len(row) > 1 for row in rows)
    lines = []
    for number, row in enumerate(rows):
        lines += row + [""] * (several and number + 1 < len(rows))
    return [""] + [" " * options["indent"] + line for line in [rule] + lines + [rule]] + [""]


def spaced_options(rng, **given):
    return {
        "wide": True, "spans": False, "limit": 99, "gap": 1, "break": 0, "indent": 2, "multi": False,
        "rule": "-", **given
    }


def simple_options(rng):
    return spaced_options(rng, **bars.heading_options(rng))


def multiline_options(rng):
    return spaced_options(rng,
                          multi=True,
                          **{"limit": rng.choice([14, 24, 99]), "break": rng.choice([0, 0.2])},
                          **bars.heading_options(rng))


def rst_simple_options(rng):
    return spaced_options(rng, rule="=", indent=rng.choice([0, 3]))


def lynx_options(rng):
    return spaced_options(rng, wide=False, spans=True)


SET = {"shows_blank": True, "measured": True, "one_line": True}
LAYOUTS = [
    Layout("leaders", joined_lines, leader_options),
    Layout("strokes", joined_lines, mark_options(" / ", " ／ "), forbidden=("/", "／")),
    Layout("pauses", joined_lines, mark_options("、"), forbidden=("、",)),
    Layout("run-tables", run_lines, run_options, loses_blank=True),
    Layout("run-page", run_lines, run_options, loses_blank=True, between=""),
    Layout("lynx", lynx_lines, lynx_options, lynx_paragraph, **SET),
    Layout("pandoc-simple", ruled_lines, simple_options, bars.markdown_paragraph, suffix=".md", **SET),
    Layout("pandoc-multiline", ruled_lines, multiline_options, bars.markdown_paragraph, suffix=".md", **SET),
    Layout("rst-simple", ruled_lines, rst_simple_options, bars.rst_paragraph, **SET),
]
