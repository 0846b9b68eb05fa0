"""Reports as web pages and as Word documents: the grid of a table is known, so every cell is to be read
without guessing."""
import html
import io
import random
from dataclasses import replace

import layouts
import layouts_bars as bars
import model
from layouts import Layout

try:
    import docx_writer
except ImportError:
    docx_writer = None


def grids_of(report):
    """(block, grids printed in one table) for each block; a joined table goes with the one before."""
    out = []
    for block in report.blocks:
        if block.kind != "table":
            out.append((block, None))
        elif block.text == "joined" and out and out[-1][1]:
            out[-1][1].append(model.grid_of(block.table))
        else:
            out.append((block, [model.grid_of(block.table)]))
    return out


def ragged(rng, grid):
    """The same table on a grid twice as fine, where the edges between values stand now here, now one
    further right."""
    fine = replace(grid, lines=[], width=2 * grid.width)
    for line in grid.lines:
        cells = [
            replace(cell, column=2 * cell.column, columns=2 * cell.columns) for cell in model.squeeze(line)
        ]
        for left, right in zip(cells, cells[1:]):
            loose = left.value and right.value or grid.table == "disclosure" and left.kind == right.kind == "header"
            if loose and rng.random() < 0.4:
                left.columns, right.column, right.columns = left.columns + 1, right.column + 1, right.columns - 1
        fine.lines.append(cells)
    return fine


def written(cell):
    """The text of a cell as HTML."""
    if cell.value and cell.value.html:
        return cell.value.html
    return html.escape(cell.text, quote=False).replace("\n", "<br>")


# ---- HTML ----

class Page:
    """Writes one page in the manner of one site."""

    def __init__(self, rng, marks, moving=False):
        self.rng, self.marks, self.moving = rng, marks, moving
        self.upper = rng.random() < 0.15
        self.newline = rng.choice(["\n", "\n", ""])
        self.inner = rng.choice([
            "%s", "%s", "<p>%s</p>", "<p><span style=\"font-size:16px\">%s</span></p>", "<span>%s</span>",
            "<div align=\"center\">%s</div>", "\n  %s\n",
            "<p class=MsoNormal><span lang=EN-US>%s<o:p></o:p></span></p>"
        ])
        self.blank = rng.choice(["", "", "&nbsp;", "<p>&nbsp;</p>", "<br>", " "])
        self.heads = rng.choice(["td", "td", "th"])
        self.break_rate = rng.choice([0, 0, 0.3])
        self.fine = rng.choice([0, 0, 0.3])
        self.parts = rng.random() < 0.25
        self.body = rng.random() < 0.7

    def tag(self, name, attributes=""):
        name = name.upper() if self.upper else name
        return "<%s%s>" % (name, attributes)

    def end(self, name):
        return "</%s>" % (name.upper() if self.upper else name)

    def text(self, cell):
        if not cell.text:
            return self.blank
        if cell.value:
            return self.inner % (self.marks.mark(cell.value) + written(cell))
        text = cell.text
        if self.rng.random() < self.break_rate:
            text = layouts.broken(self.rng, text)
        return self.inner % html.escape(text, quote=False).replace("\n", self.rng.choice(["<br>", "<br/>"]))

    def cell(self, cell):
        name = self.heads if cell.kind in ("header", "caption") else "td"
        attributes = ""
        for key, span in (("colspan", cell.columns), ("rowspan", cell.rows)):
            if span > 1 or self.rng.random() < 0.02:
                attributes += (' %s="%d"' if self.rng.random() < 0.8 else " %s=%d") % (key, span)
        if self.rng.random() < 0.2:
            attributes += ' style="border:1px solid #000"'
        return self.tag(name, attributes) + self.text(cell) + self.end(name)

    def rows(self, grid):
        """The rows of a grid, and after which of them no cell hangs down."""
        hanging = 0
        for number, line in enumerate(grid.lines):
            text = self.tag("tr") + self.newline + self.newline.join(self.cell(cell)
                                                                     for cell in line) + self.end("tr")
            hanging = max([hanging - 1] + [cell.rows - 1 for cell in line])
            yield text, hanging == 0 and any(cell.value for cell in line)

    def table(self, grids):
        out, parts = [], []
        for grid in grids:
            for text, whole in self.rows(
                ragged(self.rng, grid) if self.moving else layouts.expanded(self.rng, grid, self.fine)
            ):
                out.append(text)
                if self.parts and whole and self.rng.random() < 0.3:
                    parts.append(out)
                    out = []
        parts.append(out)
        opening = self.tag("table",
                           self.rng.choice(["", ' border="1"', ' class="MsoTableGrid" cellspacing="0"']))
        closing = self.end("table")
        if self.body:
            opening, closing = opening + self.tag("tbody"), self.end("tbody") + closing
        tables = [opening + self.newline + self.newline.join(part) + closing for part in parts if part]
        return "\n".join(tables)

    def block(self, block, grids):
        if grids:
            table = self.table(grids)
            return "<p>%s</p>" % table if self.rng.random() < 0.1 else table
        text = html.escape(block.text, quote=False)
        if block.kind == "title":
            return "<h1>%s</h1>" % text
        if block.kind == "heading":
            return self.rng.choice(
                ["<p><strong>%s</strong></p>", "<h2>%s</h2>", "<p>&nbsp;&nbsp;&nbsp; %s</p>"]) % text
        if block.kind in ("before", "after"):
            return "<span>%s</span>" % text
        return self.rng.choice([
            "<p>%s</p>", "<p style=\"text-indent:2em\">%s</p>", "<p><span>%s</span></p>", "<div>%s</div>"
        ]) % text


HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>%s</title>
<style>.a td { width: 12px } /* 规章 3 3 3 */</style>
<script>var rows = ["规章", 7, 7, 7]; if (rows.length < 4 && rows[0] > 2) { rows = null; }</script>
</head><body>
"""
NAVIGATION = """<div class="nav"><ul><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li><li><a href="#">互动交流</a></li></ul></div>
"""
HIDDEN = ['<!-- 二、主动公开政府信息情况 规章 5 5 5 -->\n', '<div style="display:none">规章 9 9 9</div>\n', ""]
FOOTER = """<div class="footer"><p>主办:办公室 地址:中心路1号</p><p>网站标识码:0000000000</p></div>
"""


def render_html(report, seed, moving=False):
    rng = random.Random(seed)
    marks = layouts.Marks(html=True)
    page = Page(rng, marks, moving)
    body = "\n".join(page.block(block, grids) for block, grids in grids_of(report))
    wrap = rng.choice([
        "%s", "<div class=\"article\" id=\"zoom\">%s</div>", "<div class=\"TRS_Editor\">%s</div>",
        "<table width=\"100%%\"><tr><td class=\"left\">栏目导航</td><td>%s</td></tr></table>"
    ])
    text = HEAD % html.escape(report.office.name) + (NAVIGATION
                                                     if rng.random() < 0.6 else "") + rng.choice(HIDDEN)
    text += wrap % body + "\n" + (FOOTER if rng.random() < 0.6 else "") + "</body></html>\n"
    return text, marks


# ---- DOCX ----

def docx_grid(rng, grids):
    rows = []
    rate = rng.choice([0, 0, 0.3])
    for grid in grids:
        for line in layouts.expanded(rng, grid, rate).lines:
            row = []
            for cell in line:
                row += [None] * (cell.column - len(row))
                row.append(docx_writer.Cell(cell.text, cell.columns, cell.rows))
                row += [None] * (cell.columns - 1)
            rows.append(row)
    return pad_rows(rows)


def pad_rows(rows):
    """Cells that hang from above are None to the writer, also at the end of a row."""
    hanging = {}
    for row in rows:
        width = max([len(row)] + [column + cell.columns for column, (cell, _) in hanging.items()])
        row += [None] * (width - len(row))
        fresh = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
        fresh.update({i: (cell, cell.rows - 1) for i, cell in enumerate(row) if cell and cell.rows > 1})
        hanging = fresh
    return docx_writer.Grid(rows)


def render_docx(report, seed):
    rng = random.Random(seed)
    blocks = [
        docx_grid(rng, grids) if grids else docx_writer.Paragraph(block.text)
        for block, grids in grids_of(report)
    ]
    out = io.BytesIO()
    docx_writer.write_docx(out, blocks)
    return out.getvalue(), None


# ---- HTML tables inside Markdown, tables of wikis ----

def table_options(rng):
    """One line as OCR pipelines write it, or a line a row or a cell as converters do."""
    return {
        **bars.heading_options(rng),
        "ones": rng.random() < 0.2,
        "newline": rng.choice(["", "", "\n"]),
        "frame": rng.choice(
            [
                ("<html><body><table>", "</table></body></html>"),
                ("<table>", "</table>"),
                ('<table border="1">', "</table>"),
                ('<div style="text-align: center;"><table>', "</table></div>"),
            ]
        ),
        "classes": rng.random() < 0.2,
        "cell_lines": rng.random() < 0.3,
        "columns": rng.random() < 0.15,
        "inner": rng.choice(
            ["%s", "%s", "%s", "<p>%s</p>", '<span style="font-size:16px">%s</span>', " %s "]
        ),
    }


def html_cell(cell, marks, options):
    text = (marks.mark(cell.value) if cell.value and cell.text else "") + written(cell)
    text = options["inner"] % text if cell.text else ""
    spans = [
        (name, span)
        for name, span in (("rowspan", cell.rows), ("colspan", cell.columns))
        if span > 1 or options["ones"]
    ]
    return "<td%s>%s</td>" % ("".join(' %s="%d"' % each for each in spans), text)


def html_lines(grid, marks, rng, options):
    """A table of HTML in a text of Markdown."""
    rows, newline = [], options["newline"]
    for number, line in enumerate(grid.lines):
        cells = [html_cell(cell, marks, options) for cell in model.squeeze(line)]
        opening = '<tr class="%s">' % ("even", "odd")[number % 2] if options["classes"] else "<tr>"
        rows.append(opening + (newline if options["cell_lines"] else "").join([""] + cells + [""]) + "</tr>")
    columns = "<colgroup>%s</colgroup>" % (
        newline.join(['<col style="width: %d%%" />' % (100 // grid.width)] * grid.width)
    )
    rows[:0] = [columns] if options["columns"] else []
    return ["", options["frame"][0] + newline + newline.join(rows) + newline + options["frame"][1], ""]


def wiki_options(rng):
    bold = "'" * 3
    return {
        "break": rng.choice([0, 0.2]),
        "spans": rng.random() < 0.6,
        "line": rng.random() < 0.5,
        "widths": rng.random() < 0.3,
        "opening": rng.choice(["{|", '{| class="wikitable"', '{| border="1"']),
        "heading": rng.choice(["== %s ==", bold + "%s" + bold, "%s"]),
    }


def wiki_paragraph(block, rng, options):
    return [(options["heading"] if block.kind == "heading" else "%s") % block.text, ""]


def wiki_cell(cell, marks, options):
    """The attributes of a cell and its text."""
    spans = [(name, span) for name, span in (("rowspan", cell.rows), ("colspan", cell.columns)) if span > 1]
    text = marks.print(cell).replace("\n", "<br />")
    return " ".join('%s="%d"' % each for each in spans) + " | " + text if spans and options["spans"] else text


def wiki_lines(grid, marks, rng, options):
    """A table of MediaWiki, with spans or with all positions."""
    if options["break"]:
        layouts.break_labels(rng, grid, options["break"])
    texts = layouts.square(grid, marks)
    lines = [options["opening"]]
    for number, line in enumerate(grid.lines):
        cells = (
            [wiki_cell(cell, marks, options) for cell in model.squeeze(line)]
            if options["spans"]
            else [text.replace("\n", "<br />") for text in texts[number]]
        )
        if options["widths"] and number == 0 and not options["spans"]:
            cells = ['width="%d%%"| %s' % (100 // grid.width, text) for text in cells]
        mark = "!" if line and line[0].kind == "header" and options["spans"] else "|"
        lines += ["|-"] * (number > 0)
        lines += [(mark + " " + (" %s " % (mark * 2)).join(cells)).rstrip(" ")] if options["line"] else \
            [(mark + " " + text).rstrip(" ") for text in cells]
    return lines + ["|}", ""]


def document(name, render, suffix, **more):
    return Layout(name, None, render=render, suffix=suffix, shows_blank=True, **more)


LAYOUTS = [
    document("html", render_html, ".html", html=True),
    document("html-moving", lambda report, seed: render_html(report, seed, True), ".html", html=True),
    Layout("md-html",
           html_lines,
           table_options,
           bars.markdown_paragraph,
           shows_blank=True,
           html=True,
           suffix=".md"),
    Layout("wiki", wiki_lines, wiki_options, wiki_paragraph, shows_blank=True, html=True),
]
if docx_writer:
    LAYOUTS.append(document("docx", render_docx, ".docx"))
