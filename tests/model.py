"""Tables between figures and print: rows of labelled cells, and the grid of spans they make on paper."""
from dataclasses import dataclass, field, replace

import official


@dataclass
class Value:
    """One cell as it will be printed. `value` is what the print says (None: no number), `intended` what
    the office meant."""
    key: tuple
    text: str
    value: object
    kind: str = "given"  # given, blank, na, either (a word that may be read as zero or as none)
    unit: str = None
    intended: object = None
    damaged: bool = False
    removed: bool = False  # lost in print, so that what follows moves up
    must_flag: bool = False  # not to be read silently, not even rightly
    unseen: str = None  # why the damage cannot be seen even in principle
    extra: bool = False  # one too many: stands in no column of its own
    habit: bool = False  # printed in a way that its digits alone do not show
    html: str = None  # how it is written where marks are possible: struck-out text, a raised mark of a note


@dataclass
class Row:
    """A row: where it hangs (headings above it), its label, its values. A note has a label only, across
    the table."""
    table: str
    id: str
    path: tuple
    label: str
    values: list
    note: bool = False
    damaged: bool = False


@dataclass
class Segment:
    """Rows under one header. `header` are (id, label) of the value columns."""
    caption: str
    header: list
    rows: list


@dataclass
class Table:
    id: str
    segments: list
    body: list = None  # of a table of no known form: rows of texts
    head: str = ""  # how its head differs from the form's (heads.py)
    serial: bool = False  # a column in front counts the rows

    def rows(self):
        return [row for segment in self.segments for row in segment.rows]

    def real_rows(self):
        return [row for row in self.rows() if not row.note]


@dataclass
class Cell:
    """A cell of the grid on paper: position, spans, text, and the Value it prints if it prints one."""
    text: str
    column: int
    columns: int = 1
    rows: int = 1
    kind: str = "label"  # label, side, header, caption, value, note
    value: Value = None


@dataclass
class Grid:
    table: str
    width: int
    lines: list = field(default_factory=list)  # lists of Cell, without covered positions
    row_of: list = field(default_factory=list)  # the Row of each line, or None

    def add(self, row, cells):
        self.lines.append(cells)
        self.row_of.append(row)


def insert_line(table, segment, at, text):
    """A line of text across the table before row `at`, under the headings that hang over the rows on
    both sides."""
    above = segment.rows[at - 1].path if at else ()
    below = segment.rows[at].path if at < len(segment.rows) else ()
    shared = tuple(a for a, b in zip(above, below) if a == b)
    segment.rows.insert(at, Row(table.id, "", shared, text, [], note=True))


def disclosure_table(form, values):
    segments = []
    for row, label, columns in official.rows_of(form, "disclosure"):
        caption, name = label.split("/", 1)
        if not segments or segments[-1].caption != caption:
            segments.append(Segment(caption, columns, []))
        segments[-1].rows.append(
            Row("disclosure", row, (), name, [values["disclosure", row, c] for c, _ in columns]))
    return Table("disclosure", segments)


def applications_table(form, values):
    rows = []
    columns = None
    for row, label, columns in official.rows_of(form, "applications"):
        path = () if row in official.OUTSIDE_RESULTS else (official.RESULTS,)
        if "." in row:
            path += (official.GROUPS[row.split(".")[0]],)
        rows.append(
            Row("applications", row, path, label, [values["applications", row, c] for c, _ in columns]))
    return Table("applications", [Segment(official.BALANCE_NOTE, columns, rows)])


def review_table(form, values):
    """All of it is one line of print without a label."""
    rows = official.rows_of(form, "review")
    line = [values["review", row, c] for row, _, columns in rows for c, _ in columns]
    header = [(label, [name for _, name in columns]) for _, label, columns in rows]
    return Table("review", [Segment("", header, [Row("review", "review", (), "", line)])])


def tables(form, values):
    return [disclosure_table(form, values), applications_table(form, values), review_table(form, values)]


def value_cells(row, column, last):
    """The values of a row, one column each; the last one reaches to the edge of the table."""
    cells = [Cell(v.text, column + i, 1, 1, "value", v) for i, v in enumerate(row.values)]
    if cells and cells[-1].column < last - 1:
        cells[-1].columns = last - cells[-1].column
    return cells


def squeeze(line):
    """A line of the grid without its lost cells; what follows them moves up."""
    kept, shift = [], 0
    for cell in line:
        if cell.value and cell.value.removed:
            shift += cell.columns
        else:
            kept.append(replace(cell, column=cell.column - shift))
    return kept


def disclosure_grid(table):
    width = 1 + max(3, *(len(segment.header) for segment in table.segments))
    grid = Grid("disclosure", width)
    for segment in table.segments:
        if segment.caption:
            grid.add(None, [Cell(segment.caption, 0, width, 1, "caption")])
        if table.head != "bare":
            header = [Cell("信息内容", 0, 1, 1, "header")]
            header += [Cell(label, i + 1, 1, 1, "header") for i, (_, label) in enumerate(segment.header)]
            header[-1].columns = width - header[-1].column
            grid.add(None, header)
        for row in segment.rows:
            label = Cell(row.label, 0, width if row.note else 1, 1, "note" if row.note else "label")
            grid.add(row, [label] + value_cells(row, 1, width))
    return grid


def applications_header(segment, flat):
    """Three lines as in the form: applicants, persons and bodies, kinds of bodies. One line if asked, or
    if the bodies stand apart."""
    width = len(segment.header)
    inside = [i for i, (column, _) in enumerate(segment.header) if column in official.BODIES]
    if flat or inside != list(range(inside[0], inside[-1] + 1)):
        return [[Cell(segment.caption, 0, 3, 1, "caption")]
                + [Cell(label, 3 + i, 1, 1, "header") for i, (_, label) in enumerate(segment.header)]]
    first = [Cell(segment.caption, 0, 3, 3, "caption"), Cell("申请人情况", 3, width, 1, "header")]
    second = [
        Cell(label, 3 + i, 1, 2, "header") for i, (_, label) in enumerate(segment.header) if i not in inside
    ]
    second.insert(inside[0], Cell("法人或其他组织", 3 + inside[0], len(inside), 1, "header"))
    return [first, second, [Cell(segment.header[i][1], 3 + i, 1, 1, "header") for i in inside]]


def side_cells(rows, index, open_path):
    """The headings that begin at this row, each spanning the rows that stay under it."""
    cells = []
    path = rows[index].path
    for depth, heading in enumerate(path):
        if open_path[:depth + 1] == path[:depth + 1]:
            continue
        span = 0
        while index + span < len(rows) and rows[index + span].path[:depth + 1] == path[:depth + 1]:
            span += 1
        cells.append(Cell(heading, depth, 1, span, "side"))
    return cells


def applications_grid(table):
    width = 3 + len(table.segments[0].header)
    grid = Grid("applications", width)
    for segment in table.segments:
        if table.head != "bare":
            for line in applications_header(segment, table.head == "flat"):
                grid.add(None, line)
        open_path = ()
        for index, row in enumerate(segment.rows):
            if row.note:
                grid.add(row, [Cell(row.label, len(row.path), width - len(row.path), 1, "note")])
                continue
            sides = side_cells(segment.rows, index, open_path)
            open_path = row.path
            label = Cell(row.label, len(row.path), 3 - len(row.path), 1, "label")
            grid.add(row, sides + [label] + value_cells(row, 3, width))
    return grid


def review_header(blocks):
    """Three lines: review and litigation; outcomes and the two ways to court; their outcomes. A block
    that stands alone has one line."""
    if len(blocks) == 1:
        return [[Cell(name, i, 1, 1, "header") for i, name in enumerate(blocks[0][1])]]
    lines, column = ([], [], []), 0
    for label, names in blocks:
        top, _, way = label.partition("/")
        if lines[0] and lines[0][-1].text == top:
            lines[0][-1].columns += len(names)
        else:
            lines[0].append(Cell(top, column, len(names), 1, "header"))
        if way:
            lines[1].append(Cell(way, column, len(names), 1, "header"))
        lines[2 if way else 1].extend(
            Cell(name, column + i, 1, 1 if way else 2, "header") for i, name in enumerate(names))
        column += len(names)
    return lines


def review_rows_grid(segment):
    """The blocks of the review table as rows under the outcomes."""
    grid = Grid("review-rows", 6)
    grid.add(None, [Cell("类别", 0, 1, 1, "header")]
             + [Cell(name, 1 + i, 1, 1, "header") for i, name in enumerate(segment.header[0][1])])
    values = list(segment.rows[0].values)
    for label, names in segment.header:
        row = replace(segment.rows[0], label=label.split("/")[-1], values=values[:len(names)])
        del values[:len(names)]
        grid.add(row, [Cell(row.label, 0, 1, 1, "label")] + value_cells(row, 1, 6))
    return grid


def review_grid(table):
    segment = table.segments[0]
    if table.head == "rows":
        return review_rows_grid(segment)
    width = sum(len(names) for _, names in segment.header)
    grid = Grid("review", width)
    header = [] if table.head in ("bare", "values") else review_header(segment.header)
    if table.head == "two-lines":
        header = header[:2]
    for line in header:
        grid.add(None, [replace(cell, rows=1) if table.head == "two-lines" else cell for cell in line])
    for row in segment.rows if table.head != "header" else []:
        grid.add(row, [Cell(row.label, 0, width, 1, "note")] if row.note else value_cells(row, 0, width))
    return grid


def review_parts(table):
    """The blocks of the review table as tables of their own: a list of (name of the block, table)."""
    segment = table.segments[0]
    values, parts = list(segment.rows[0].values), []
    for label, names in segment.header:
        row = replace(segment.rows[0], values=values[:len(names)])
        del values[:len(names)]
        parts.append((label.replace("/", "："), Table("review", [Segment("", [(label, names)], [row])])))
    return parts


def other_grid(table):
    """A table of no known form."""
    width = max(len(line) for line in table.body)
    grid = Grid("other", width)
    for number, line in enumerate(table.body):
        kind = "header" if number == 0 else "label"
        grid.add(None, [Cell(text, i, 1, 1, kind) for i, text in enumerate(line)])
    return grid


def with_serial(grid):
    """The grid with a column in front that counts its rows."""
    header = next((i for i, row in enumerate(grid.row_of) if row), 0)
    shifted, number = Grid(grid.table, grid.width + 1), 0
    for line, (cells, row) in enumerate(zip(grid.lines, grid.row_of)):
        first = [Cell("序号", 0, 1, header, "header")] if line == 0 else [] if line < header else [Cell("", 0)]
        if row and not row.note:
            number += 1
            first = [Cell(str(number), 0, 1, 1, "label")]
        shifted.add(row, first + [replace(cell, column=cell.column + 1) for cell in cells])
    return shifted


def grid_of(table):
    """The grid on paper; with lost cells gone but their columns left as they were."""
    makers = {
        "disclosure": disclosure_grid, "applications": applications_grid, "review": review_grid,
        "other": other_grid
    }
    grid = makers[table.id](table)
    return with_serial(grid) if table.serial else grid
