"""Tables drawn with bars and rules: Markdown as several programs write it, grid tables, frames of ASCII,
box drawing."""
import re
from dataclasses import dataclass, replace

import aligned
import layouts
import model
from layouts import Layout

DASHES = ["—", "同上", "〃", "-"]


# ---- prose around them ----

def markdown_paragraph(block, rng, options):
    """Headings with # or in bold, a blank line behind each block."""
    text = escaped(block.text) if options.get("escape") else block.text
    styles = {
        "title": "# %s", "heading": options.get("heading", "## %s"), "section": options.get("section", "%s")
    }
    return [styles.get(block.kind, "%s") % text, ""]


def org_paragraph(block, rng, options):
    return [{"title": "#+TITLE: %s", "heading": options["heading"]}.get(block.kind, "%s") % block.text, ""]


def rst_paragraph(block, rng, options):
    if block.kind in ("title", "heading"):
        return [block.text, {"title": "=", "heading": "-"}[block.kind] * aligned.width(block.text, True), ""]
    return [block.text, ""]


def heading_options(rng):
    return {
        "heading": rng.choice(["## %s", "## %s", "**%s**", "# %s", "%s"]), "section": rng.choice(
            ["### %s", "%s", "**%s**"])
    }


# ---- Markdown ----

def escaped(text):
    """As converters to Markdown write what could be taken for a list or an emphasis."""
    return re.sub(r"^(\d+)\.", r"\1\\.", text).replace("*", "\\*").replace("_", "\\_")


def rich_options(rng):
    return {
        **heading_options(rng),
        "escape": rng.random() < 0.6,
        "bold": rng.choice(["", "", "head", "all"]),
        "break": rng.choice([0, 0.3]),
        "tag": rng.choice(["<br>", "<br/>", "<br />"]),
        "rule": rng.choice(["---", ":---:", ":--", "--"]),
        "pad": rng.choice(["", " "]),
        "empty": rng.random() < 0.3,
        "ends": rng.choice(["", "", " "]),
        "styled": rng.random() < 0.1,
    }


def rich_text(text, bold, options):
    """A cell with line breaks, escapes and emphasis."""
    mark, text = (text[0], text[1:]) if text and ord(text[0]) >= layouts.MARK else ("", text)
    if options["escape"]:
        text = re.sub(r"^-(?=\d)", r"\\-", escaped(text))
    text = "**%s**" % text if bold and text else text
    if options["styled"] and text:
        return '<span style="font-size:16px">%s%s</span>' % (mark, text.replace("\n", options["tag"]))
    return mark + text.replace("\n", options["tag"])


def rich_lines(grid, marks, rng, options):
    """Markdown with <br>, backslashes and bold, as converters from Word write it."""
    if options["break"]:
        layouts.break_labels(rng, grid, options["break"])
    header = next((i for i, row in enumerate(grid.row_of) if row), 1)
    lines = [[""] * grid.width] if options["empty"] else []
    for number, row in enumerate(layouts.square(grid, marks)):
        bold = options["bold"] == "all" or (options["bold"] == "head" and number < header)
        lines.append([rich_text(text, bold, options) for text in row])
    out = [
        "|" + "|".join(options["pad"] + text + options["pad"] for text in row) + "|" + options["ends"]
        for row in lines
    ]
    return out[:1] + ["|" + "|".join([options["rule"]] * grid.width) + "|"] + out[1:] + [""]


def padded(rows, wide):
    """Rows of texts, each column as wide as its longest."""
    count = max(map(len, rows))
    rows = [[layouts.one_line(text) for text in row] + [""] * (count - len(row)) for row in rows]
    widths = [max(aligned.width(row[i], wide) for row in rows) for i in range(count)]
    return widths, [[text + " " * (widths[i] - aligned.width(text, wide)) for i, text in enumerate(row)]
                    for row in rows]


def padded_options(rng):
    return {
        **heading_options(rng),
        "wide": rng.random() < 0.7,
        "empty": rng.random() < 0.5,
        "fine": rng.choice([0, 0, 0, 0.3]),
    }


def table_lines(rows, options):
    """Padded cells between bars, a rule below the first row."""
    widths, rows = padded(rows, options["wide"])
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return lines[:1] + ["|" + "|".join("-" * (width + 2) for width in widths) + "|"] + lines[1:] + [""]


def docling_lines(grid, marks, rng, options):
    """The text of a cell repeated in each position that it covers."""
    return table_lines(layouts.square(grid, marks, marks.print), options)


def gfm_lines(grid, marks, rng, options):
    """Padded cells, often below a header row that is empty, as pandoc writes tables without one."""
    grid = layouts.expanded(rng, grid, options["fine"])
    return table_lines(
        ([[""] * grid.width] if options["empty"] else []) + layouts.square(grid, marks), options
    )


def sides_options(rng):
    return {**padded_options(rng), "empty": False, "dash": rng.choice(DASHES)}


def repeated_sides(grid, marks, rng, options):
    """The headings at the side stand in each row that they cover."""
    return table_lines(layouts.square(grid, marks, lambda cell: cell.text
                                      if cell.kind == "side" else ""), options)


def dashed_sides(grid, marks, rng, options):
    """A dash or a word for "as above" stands where a heading at the side covers a row."""
    return table_lines(
        layouts.square(grid, marks, lambda cell: options["dash"] if cell.kind == "side" else ""), options)


def stacked_rows(grid, marks, rng, options):
    """The rows under one heading in one row of the table, parted by <br>."""
    rows, open_path = [], None
    for row, texts in zip(grid.row_of, layouts.square(grid, marks)):
        path = row.path if row and not row.note and len(row.path) == 2 else None
        if path and path == open_path:
            above = rows[-1]
            above += [""] * (len(texts) - len(above))
            first = len(path)
            rows[-1] = above[:first] + [a + options["tag"] + t for a, t in zip(above[first:], texts[first:])]
        else:
            rows.append([layouts.one_line(text) for text in texts])
        open_path = path
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return lines[:1] + ["|" + "---|" * grid.width] + lines[1:] + [""]


# ---- drawn with rules ----

@dataclass
class Pen:
    """What a frame is drawn with: `joints` by what meets in them, up 1, down 2, left 4, right 8."""
    across: str
    down: str
    joints: list
    header: str = ""  # the rule below the header, where it is another
    filler: str = ""  # behind a line of a cell that goes on


ASCII = Pen("-", "|", [" ", "|", "|", "|", "-"] + ["+"] * 3 + ["-"] + ["+"] * 3 + ["-"] + ["+"] * 3)
BOX = Pen("─", "│", list(" │││─┘┐┤─└┌├─┴┬┼"))
HEAVY = Pen("━", "┃", list(" ┃┃┃━┛┓┫━┗┏┣━┻┳╋"))


def owners(grid, spans):
    """For each position the cell that it belongs to, (line, column, cell); an empty one belongs to itself."""
    width = max([grid.width] +
                [cell.column + cell.columns for line in grid.lines for cell in model.squeeze(line)])
    table = [[(line, column, None) for column in range(width)] for line in range(len(grid.lines))]
    for number, line in enumerate(grid.lines):
        for cell in model.squeeze(line):
            rows = range(number, min(number + (cell.rows if spans else 1), len(grid.lines)))
            for row in rows:
                for column in range(cell.column, cell.column + (cell.columns if spans else 1)):
                    table[row][column] = (number, cell.column, cell)
    return table


def widths_of(table, texts, options):
    """How wide each column must be; what spans several widens the last."""
    count = len(table[0])
    widths = [2] * count
    for narrow in (True, False):
        for (line, column), (cell, lines) in texts.items():
            columns = sum(owner == (line, column, cell) for owner in table[line])
            if (columns == 1) == narrow:
                need = max(aligned.width(text, options["wide"]) for text in lines)
                have = sum(widths[column:column + columns]) + options["gap"] * (columns - 1)
                widths[column + columns - 1] += max(0, need - have)
    return widths


def cell_texts(table, marks, options):
    """The lines of each cell, by the position of its first."""
    texts = {}
    for row in table:
        for line, column, cell in row:
            if cell and cell.text and (line, column) not in texts:
                text = marks.print(cell)
                limit = options["limit"] if not cell.value else 99
                if cell.kind in ("caption", "note") and cell.columns > 1:
                    limit *= 3
                texts[line, column] = cell, aligned.wrap(text, limit, options["wide"])
    return texts


def heights_of(table, texts):
    heights = [1] * len(table)
    for (line, column), (cell, lines) in texts.items():
        rows = sum(row[column] == (line, column, cell) for row in table)
        have = sum(heights[line:line + rows]) + rows - 1  # with the rules that it crosses
        heights[line + rows - 1] += max(0, len(lines) - have)
    return heights


class Frame:
    """A table being drawn."""

    def __init__(self, grid, marks, pen, options):
        self.pen, self.options = pen, options
        self.table = owners(grid, options["spans"])
        self.texts = cell_texts(self.table, marks, options)
        self.widths = widths_of(self.table, self.texts, options)
        self.heights = heights_of(self.table, self.texts)
        self.tops = [sum(self.heights[:i]) + i
                     for i in range(len(self.heights) + 1)]  # each row has a rule above it
        self.header = next((i for i, row in enumerate(grid.row_of) if row), 0)
        self.first = [grid.row_of[i] is None for i in range(len(grid.lines))]

    def same(self, row, column, other_row, other_column):
        """Whether two positions are one cell; outside of the table there is none."""
        inside = 0 <= row < len(self.table) and 0 <= column < len(self.widths)
        other_inside = 0 <= other_row < len(self.table) and 0 <= other_column < len(self.widths)
        if not inside or not other_inside:
            return inside == other_inside
        return self.table[row][column] == self.table[other_row][other_column]

    def joint(self, row, column):
        meets = ((row - 1, column - 1, row - 1, column, 1), (row, column - 1, row, column, 2),
                 (row - 1, column - 1, row, column - 1, 4), (row - 1, column, row, column, 8))
        return self.pen.joints[sum(bit for *places, bit in meets if not self.same(*places))]

    def text_at(self, row, column, y):
        """What the cell at a position prints on a line of the drawing."""
        line, first, cell = self.table[row][column]
        if (line, first) not in self.texts:
            return ""
        _, lines = self.texts[line, first]
        rows = sum(each[first] == (line, first, cell) for each in self.table)
        spare = self.tops[line + rows] - self.tops[line] - 1 - len(lines)
        at = y - self.tops[line] - 1 - (spare // 2 if self.options["middle"] and spare > 0 else 0)
        if not 0 <= at < len(lines):
            return ""
        return lines[at] + (self.pen.filler if at + 1 < len(lines) else "")

    def piece(self, row, column, y):
        """(text, columns) from a position to the right edge of its cell, padded."""
        columns = 1
        while self.same(row, column, row, column + columns):
            columns += 1
        room = sum(self.widths[column:column + columns]) + self.options["gap"] * (columns - 1)
        text = self.text_at(row, column, y)
        spare = max(0, room - aligned.width(text, self.options["wide"]))
        cell = self.table[row][column][2]
        align = self.options["values"] if cell and cell.value else "left"
        left = {"left": 0, "right": spare, "center": spare // 2}[align]
        pad = " " * self.options["pad"]
        return pad + " " * left + text + " " * (spare - left) + pad, columns

    def line(self, row, y):
        out, column = "", 0
        while column < len(self.widths):
            text, columns = self.piece(row, column, y)
            out += self.pen.down + text
            column += columns
        return out + self.pen.down

    def rule(self, row):
        """The rule above a row; cells that hang down go on through it."""
        out, column = "", 0
        across = self.pen.header if self.pen.header and row == self.header else self.pen.across
        while column < len(self.widths):
            out += self.joint(row, column)
            if row and self.same(row - 1, column, row, column):
                text, columns = self.piece(row, column, self.tops[row])
                out, column = out + text, column + columns
            else:
                size = self.widths[column] + 2 * self.options["pad"]
                out, column = out + across * (size //
                                              aligned.width(across, self.options["wide_rules"])), column + 1
        return out + self.joint(row, len(self.widths))

    def draw(self):
        lines = []
        for row in range(len(self.table)):
            if self.options["rules"] == "all" or self.first[row] or row in (
                    0, self.header) or not self.simple(row):
                lines.append(self.rule(row))
            lines += [self.line(row, y) for y in range(self.tops[row] + 1, self.tops[row + 1])]
        return lines + [self.rule(len(self.table))]

    def simple(self, row):
        """Whether nothing hangs over the rule above a row."""
        return all(not self.same(row - 1, column, row, column) for column in range(len(self.widths)))


def frame_options(rng, **given):
    options = {
        "wide": True, "wide_rules": False, "spans": True, "limit": 99, "values": "left", "pad": 1, "gap": 3,
        "middle": False, "rules": "all", "indent": 0, **given
    }
    options["gap"] = 2 * options["pad"] + 1
    return options


def drawn(pen):
    """Lines of a table drawn with a pen, a blank line around them."""
    def lines(grid, marks, rng, options):
        if options.get("break"):
            layouts.break_labels(rng, grid, options["break"])
        used = options.get("pen") or pen
        return [""] + [" " * options["indent"] + line
                       for line in Frame(grid, marks, used, options).draw()] + [""]
    return lines


def grid_options(rng):
    """As pandoc writes grid tables: no spans; lines that go on end with a backslash; perhaps all of it
    moved in as part of a list."""
    pen = Pen("-", "|", ASCII.joints[:4] + ["+"] * 12, rng.choice(["", "="]), rng.choice(["", "\\"]))
    return frame_options(rng,
                         spans=False,
                         limit=rng.choice([14, 30, 99]),
                         indent=rng.choice([0, 0, 3]),
                         pen=pen,
                         **heading_options(rng))


def rst_options(rng):
    pen = Pen("-", "|", ASCII.joints, rng.choice(["", "="]))
    spans = rng.random() < 0.6  # pandoc writes none, and narrow columns
    return frame_options(
        rng,
        spans=spans,
        limit=rng.choice([14, 24, 99] if spans else [6, 14, 99]),
        indent=rng.choice([0, 0, 3]),
        pen=pen,
    )


def ascii_options(rng):
    """As database clients and scripts print; some do not know that a Chinese character takes two columns."""
    return frame_options(rng,
                         wide=rng.random() < 0.6,
                         spans=False,
                         values=rng.choice(["left", "left", "right", "center"]),
                         limit=99,
                         rules=rng.choice(["all", "all", "head"]))


def box_options(rng):
    return frame_options(rng,
                         limit=rng.choice([8, 16, 24, 99]),
                         pad=rng.choice([0, 0, 0, 1]),
                         middle=rng.random() < 0.7,
                         pen=rng.choice([BOX, BOX, BOX, HEAVY]))


def org_options(rng):
    return {
        "wide": rng.random() < 0.8,
        "heading": rng.choice(["* %s", "** %s", "*%s*", "%s"]),
        "rules": rng.choice(["none", "head", "all"]),
        "fine": rng.choice([0, 0, 0, 0.3]),
    }


def org_lines(grid, marks, rng, options):
    widths, rows = padded(
        layouts.square(layouts.expanded(rng, grid, options["fine"]), marks), options["wide"]
    )
    rule = "|" + "+".join("-" * (width + 2) for width in widths) + "|"
    lines, header = [], next((i for i, row in enumerate(grid.row_of) if row), 1)
    for number, row in enumerate(rows):
        if options["rules"] == "all" or (options["rules"] == "head" and number == header):
            lines.append(rule)
        lines.append("| " + " | ".join(row) + " |")
    return lines + [rule] * (options["rules"] == "all") + [""]


def full_width_options(rng):
    return {
        "edges": rng.random() < 0.6, "pad": rng.choice(["", "", " ", "\u3000"]), "all": rng.random() < 0.7
    }


def full_width_lines(grid, marks, rng, options):
    """Cells between full-width bars."""
    rows = layouts.square(grid, marks) if options["all"] else \
        [[marks.print(cell) for cell in model.squeeze(line)] for line in grid.lines]
    lines = []
    for row in rows:
        text = "｜".join(options["pad"] + layouts.one_line(text) + options["pad"] for text in row)
        lines.append("｜" + text + "｜" if options["edges"] else text)
    return lines


def markdown(name, table, options, **more):
    return Layout(name, table, options, markdown_paragraph, shows_blank=True, suffix=".md", **more)


LAYOUTS = [
    markdown("md-rich", rich_lines, rich_options, html=True),
    markdown("md-docling", docling_lines, padded_options),
    markdown("md-gfm", gfm_lines, padded_options),
    markdown("md-sides-repeated", repeated_sides, sides_options),
    markdown("md-sides-dashed", dashed_sides, sides_options),
    markdown("md-stacked", stacked_rows,
             lambda rng: {**heading_options(rng), "tag": rng.choice(["<br>", "<br/>"])}),
    markdown("grid-pandoc", drawn(ASCII), grid_options),
    Layout("grid-rst", drawn(ASCII), rst_options, rst_paragraph, shows_blank=True),
    Layout("org", org_lines, org_options, org_paragraph, shows_blank=True),
    Layout("ascii-frame", drawn(ASCII), ascii_options, shows_blank=True),
    Layout("box", drawn(BOX), box_options, shows_blank=True),
    Layout("bars-full-width", full_width_lines, full_width_options, shows_blank=True),
]
LAYOUTS = [replace(layout, fills=True) for layout in LAYOUTS]
