"""Tables between figures and print: rows of labelled cells, and the grid of spans they make on paper."""
from dataclasses import dataclass, field, replace

import official


@dataclass
class Value:
    """One cell as it will be printed. `value` is what the print says (None: no number), `intended` what the office meant."""
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


@dataclass
class Row:
    """A row: where it hangs (headings above it), its label, its values. A note has a label only, across the table."""
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


def insert_line(table, segment, at, text):
    """A line of text across the table before row `at`, under the headings that hang over the rows on both sides."""
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
        segments[-1].rows.append(Row("disclosure", row, (), name, [values["disclosure", row, c] for c, _ in columns]))
    return Table("disclosure", segments)


def applications_table(form, values):
    rows = []
    columns = None
    for row, label, columns in official.rows_of(form, "applications"):
        path = () if row in official.OUTSIDE_RESULTS else (official.RESULTS,)
        if "." in row:
            path += (official.GROUPS[row.split(".")[0]],)
        rows.append(Row("applications", row, path, label, [values["applications", row, c] for c, _ in columns]))
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
    grid = Grid("disclosure", 4)
    for segment in table.segments:
        if segment.caption:
            grid.lines.append([Cell(segment.caption, 0, 4, 1, "caption")])
            grid.row_of.append(None)
        header = [Cell("信息内容", 0, 1, 1, "header")]
        header += [Cell(label, i + 1, 1, 1, "header") for i, (_, label) in enumerate(segment.header)]
        header[-1].columns = 4 - header[-1].column
        grid.lines.append(header)
        grid.row_of.append(None)
        for row in segment.rows:
            label = Cell(row.label, 0, 4 if row.note else 1, 1, "note" if row.note else "label")
            grid.lines.append([label] + value_cells(row, 1, 4))
            grid.row_of.append(row)
    return grid


def applications_header(segment):
    names = dict(segment.header)
    first = [Cell(segment.caption, 0, 3, 3, "caption"), Cell("申请人情况", 3, 7, 1, "header")]
    second = [Cell(names["natural_person"], 3, 1, 2, "header"), Cell("法人或其他组织", 4, 5, 1, "header"),
              Cell(names["total"], 9, 1, 2, "header")]
    third = [Cell(names[c], 4 + i, 1, 1, "header") for i, c in enumerate(official.APPLICANTS[1:-1])]
    return [first, second, third]


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
    segment = table.segments[0]
    grid = Grid("applications", 10)
    if segment.header:
        grid.lines = applications_header(segment)
        grid.row_of = [None] * 3
    open_path = ()
    for index, row in enumerate(segment.rows):
        if row.note:
            grid.lines.append([Cell(row.label, len(row.path), 10 - len(row.path), 1, "note")])
            grid.row_of.append(row)
            continue
        sides = side_cells(segment.rows, index, open_path)
        open_path = row.path
        label = Cell(row.label, len(row.path), 3 - len(row.path), 1, "label")
        grid.lines.append(sides + [label] + value_cells(row, 3, 10))
        grid.row_of.append(row)
    return grid


def review_grid(table):
    segment = table.segments[0]
    grid = Grid("review", 15)
    (first, names), *others = segment.header
    head = others[0][0].split("/")[0]
    grid.lines.append([Cell(first, 0, 5, 1, "header"), Cell(head, 5, 10, 1, "header")])
    second = [Cell(name, i, 1, 2, "header") for i, name in enumerate(names)]
    second += [Cell(label.split("/")[1], 5 + 5 * i, 5, 1, "header") for i, (label, _) in enumerate(others)]
    grid.lines.append(second)
    grid.lines.append([Cell(name, 5 + 5 * i + j, 1, 1, "header") for i, (_, names) in enumerate(others)
                       for j, name in enumerate(names)])
    grid.row_of = [None] * 3
    for row in segment.rows:
        cells = [Cell(row.label, 0, 15, 1, "note")] if row.note else value_cells(row, 0, 15)
        grid.lines.append(cells)
        grid.row_of.append(row)
    return grid


def other_grid(table):
    """A table of no known form."""
    width = max(len(line) for line in table.body)
    grid = Grid("other", width)
    for number, line in enumerate(table.body):
        kind = "header" if number == 0 else "label"
        grid.lines.append([Cell(text, i, 1, 1, kind) for i, text in enumerate(line)])
        grid.row_of.append(None)
    return grid


def grid_of(table):
    """The grid on paper; with lost cells gone but their columns left as they were."""
    makers = {"disclosure": disclosure_grid, "applications": applications_grid, "review": review_grid, "other": other_grid}
    return makers[table.id](table)
