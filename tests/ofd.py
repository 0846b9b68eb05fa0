#!/usr/bin/env python3
"""Generated reports as OFD, written here as GB/T 33190-2016 has it: every cell is read exactly; what cannot be read is refused.

Usage: ofd.py PROGRAM [COUNT [FOLDER]]: FOLDER keeps the files.
"""
import collections
import io
import os
import random
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from xml.sax.saxutils import escape

import generate
import judge
import markup
import score

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
WIDTH, HEIGHT, SIDE, TOP, FOOT = 210, 297, 25, 28, 25
SIZE, PITCH, PADDING = 3.7, 5.2, 0.8


def width_of(text):
    return sum(SIZE if unicodedata.east_asian_width(c) in "WFA" else SIZE / 2 for c in text)


def wrapped(text, room):
    lines = []
    for part in text.split("\n"):
        line = ""
        for c in part:
            if line and width_of(line + c) > room:
                lines.append(line)
                line = ""
            line += c
        lines.append(line)
    return lines


class Pages:
    """Pages being set from the top down, lengths in millimetres."""

    def __init__(self, rng):
        self.pages, self.y = [[]], TOP
        self.rules = rng.choice(["boxes", "lines", "filled"])
        self.steps = rng.choice(["each", "same"])
        self.blocks, self.matrix = rng.random() < 0.5, rng.random() < 0.3

    def room(self, height):
        if self.y + height > HEIGHT - FOOT and self.pages[-1]:
            self.pages.append([])
            self.y = TOP
            return True
        return False

    def text(self, x, y, text):
        if not text.strip():
            return
        steps = [width_of(c) for c in text[:-1]]
        delta = " ".join("%g" % step for step in steps)
        if self.steps == "same" and steps and len(set(steps)) == 1:
            delta = "g %d %g" % (len(steps), steps[0])
        scale = 2 if self.matrix else 1
        ctm = ' CTM="2 0 0 2 0 0"' if self.matrix else ""
        if self.matrix:
            delta = " ".join("%g" % (step / 2) for step in steps)
        self.pages[-1].append('<ofd:TextObject ID="%d" Boundary="%g %g %g %g" Font="1" Size="%g"%s><ofd:TextCode X="0" Y="%g"%s>%s'
                              '</ofd:TextCode></ofd:TextObject>' % (
                                  len(self.pages[-1]) + 10, x, y, width_of(text) + 1, SIZE * 1.2, SIZE / scale, ctm,
                                  0.86 * SIZE / scale, ' DeltaX="%s"' % delta if delta else "", escape(text)))

    def path(self, x, y, width, height, data, how):
        self.pages[-1].append('<ofd:PathObject ID="%d" Boundary="%g %g %g %g" LineWidth="0.2"%s><ofd:AbbreviatedData>%s'
                              '</ofd:AbbreviatedData></ofd:PathObject>' % (len(self.pages[-1]) + 10, x, y, width, height, how, data))

    def box(self, x, y, width, height):
        if self.rules == "boxes":
            self.path(x, y, width, height, "M 0 0 L %g 0 L %g %g L 0 %g C" % (width, width, height, height), "")
        elif self.rules == "lines":
            self.path(x, y, width, height, "M 0 0 L %g 0 M 0 %g L %g %g S 0 0 L 0 %g M %g 0 L %g %g" % (
                width, height, width, height, height, width, width, height), ' Stroke="true"')
        else:
            for left, top, across, down in ((x, y, width, 0.2), (x, y + height, width, 0.2), (x, y, 0.2, height), (x + width, y, 0.2, height)):
                self.path(left, top, across, down, "M 0 0 L %g 0 L %g %g L 0 %g C" % (across, across, down, down), ' Stroke="false" Fill="true"')

    def paragraph(self, text, indented):
        for i, line in enumerate(wrapped("\u3000\u3000" * indented + text, WIDTH - 2 * SIDE)):
            self.room(PITCH)
            self.text(SIDE + 2 * SIZE * (indented and not i), self.y, line.strip("\u3000"))
            self.y += PITCH

    def table(self, grid):
        lines, column = grid.lines, (WIDTH - 2 * SIDE) / grid.width
        texts = {id(c): wrapped(c.text, column * c.columns - 2 * PADDING) for line in lines for c in line}
        heights = [PITCH + 2 * PADDING] * len(lines)
        for number, line in enumerate(lines):
            for cell in line:
                need = len(texts[id(cell)]) * PITCH + 2 * PADDING - sum(heights[number:number + cell.rows - 1])
                last = min(number + cell.rows, len(lines)) - 1
                heights[last] = max(heights[last], need)
        self.room(sum(heights[:4]))
        self.rows(lines, heights, column, texts)

    def rows(self, lines, heights, column, texts):
        """What hangs over a page's end ends there, and goes on without its words."""
        hanging = []
        for number, line in enumerate(lines):
            if self.room(heights[number]):
                hanging = [[cell, left, self.y, None] for cell, left, _, _ in hanging]
            hanging += [[cell, min(cell.rows, len(lines) - number), self.y, texts[id(cell)]] for cell in line]
            last = number + 1 == len(lines) or self.y + heights[number] + heights[number + 1] > HEIGHT - FOOT
            rest = []
            for cell, left, top, words in hanging:
                if left > 1 and not last:
                    rest.append([cell, left - 1, top, words])
                    continue
                self.cell(cell, column, top, self.y + heights[number] - top, words or [])
                if left > 1:
                    rest.append([cell, left - 1, top, None])
            hanging = rest
            self.y += heights[number]

    def cell(self, cell, column, top, height, words):
        x, width = SIDE + column * cell.column, column * cell.columns
        self.box(x, top, width, height)
        y = top + (height - PITCH * len(words)) / 2
        for number, line in enumerate(words):
            self.text(x + max(PADDING, (width - width_of(line)) / 2), y + PITCH * number, line)


def page_xml(objects, number, blocks):
    objects = "".join(objects)
    if blocks:
        objects = '<ofd:PageBlock ID="5">%s</ofd:PageBlock>' % objects
    foot = '<ofd:TextObject ID="6" Boundary="100 280 10 5" Font="1" Size="3.7"><ofd:TextCode X="0" Y="3.2">%d</ofd:TextCode></ofd:TextObject>' % number
    return HEAD + ('<ofd:Page %s><ofd:Template TemplateID="2"/><ofd:Content><ofd:Layer ID="4">%s%s</ofd:Layer></ofd:Content></ofd:Page>' % (
        SPACE, objects, foot))


def write(pages, blocks, header):
    template = ('<ofd:TextObject ID="7" Boundary="25 12 150 5" Font="1" Size="3"><ofd:TextCode X="0" Y="2.6" DeltaX="g %d 3">%s</ofd:TextCode>'
                '</ofd:TextObject>' % (len(header) - 1, escape(header)))
    listed = "".join('<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>' % (100 + i, i) for i in range(len(pages)))
    parts = {
        "OFD.xml": HEAD + '<ofd:OFD %s Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
                          '</ofd:DocBody></ofd:OFD>' % SPACE,
        "Doc_0/Document.xml": HEAD + '<ofd:Document %s><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 %d %d</ofd:PhysicalBox></ofd:PageArea>'
                                     '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>%s</ofd:Pages>'
                                     '</ofd:Document>' % (SPACE, WIDTH, HEIGHT, listed),
        "Doc_0/Tpls/Tpl_0/Content.xml": HEAD + '<ofd:Page %s><ofd:Content><ofd:Layer ID="3">%s</ofd:Layer></ofd:Content></ofd:Page>' % (
            SPACE, template),
    }
    for number, objects in enumerate(pages):
        parts["Doc_0/Pages/Page_%d/Content.xml" % number] = page_xml(objects, number + 1, blocks)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def render(report, seed):
    pages = Pages(random.Random(seed))
    for block, grids in markup.grids_of(report):
        for grid in grids or []:
            pages.table(grid)
        if not grids:
            pages.paragraph(block.text, block.kind != "title")
    return write(pages.pages, pages.blocks, report.office.name), None


def refusals(program, folder):
    """What cannot be read costs one line and status 2."""
    empty = write([[]], False, "xx")
    whole = io.BytesIO(empty)
    parts = {name: zipfile.ZipFile(whole).read(name) for name in zipfile.ZipFile(whole).namelist()}
    cases = {
        "without its text layer": ({name: data for name, data in parts.items()}, "OCR"),
        "without its document": ({name: data for name, data in parts.items() if "Document" not in name}, "damaged"),
        "encrypted": ({**parts, "Encryptions.xml": b"<x/>"}, "encrypted"),
    }
    cases["without its text layer"][0]["Doc_0/Tpls/Tpl_0/Content.xml"] = b"<Page/>"
    cases["without its text layer"][0]["Doc_0/Pages/Page_0/Content.xml"] = b"<Page/>"
    for name, (members, word) in cases.items():
        path = os.path.join(folder, "refused.ofd")
        with zipfile.ZipFile(path, "w") as archive:
            for member, data in members.items():
                archive.writestr(member, data)
        run = subprocess.run([program, "convert", "--lang", "en", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        said = run.stderr.decode("utf-8")
        if run.returncode != 2 or said.count("\n") != 1 or word not in said:
            yield "%s: status %d, %s" % (name, run.returncode, said)


def torn(program, folder):
    """A line is broken before 理 where the program that set it does not part 理 from “旧: the paragraph goes on."""
    pages, path = Pages(random.Random(0)), os.path.join(folder, "torn.ofd")
    room = int((WIDTH - 2 * SIDE) / SIZE)
    first, second, third = "公开专栏按月核对" * 9, "各科室逐条登记来信" * 9, "理“旧账”三件。"
    for line in (first[:room], second[:room], third):
        pages.text(SIDE, pages.y, line[:room - 2] if line == second[:room] else line)
        pages.y += PITCH
    with open(path, "wb") as file:
        file.write(write(pages.pages, False, "xx"))
    run = subprocess.run([program, "convert", "--force", "-t", "text", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if (second[:room - 2] + third).encode() not in run.stdout:
        yield "a paragraph is torn before a quotation: %s" % run.stdout.decode()


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    generate.BY_NAME["ofd"] = markup.document("ofd", render, ".ofd")
    totals, faults = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        cases, kept = {}, sys.argv[3] if len(sys.argv) > 3 else folder
        for seed in range(count):
            case = generate.generate("ofd%d" % seed, "ofd")
            path = os.path.join(kept, "%d.ofd" % seed)
            with open(path, "wb") as file:
                file.write(case.data)
            cases[path] = case
        outputs = score.convert(program, list(cases))
        for path, case in cases.items():
            counts, notes = judge.judge(case, outputs.get(path, {}))
            totals.update(counts)
            faults += ["%s: %s" % (os.path.basename(path), note) for note in notes]
        faults += [*refusals(program, folder), *torn(program, folder)]
    cells = sum(totals[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
    print("\n".join(faults[:40]))
    print("%d reports, %d of %d cells exact" % (count, totals["exact"], cells))
    return 1 if faults or not cells else 0


if __name__ == "__main__":
    sys.exit(main())
