#!/usr/bin/env python3
"""Generated reports as OFD, written here as GB/T 33190-2016 has it: every cell is read exactly; what cannot be read is refused.

Usage: ofd.py PROGRAM [COUNT [FOLDER]]: FOLDER keeps the files.
"""
import collections
import io
import os
import random
import re
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


# What programs that write OFD do beside the plainest, each by itself: graphics drawn as units of the document's resources, plain and in
# others, at the scale of points; no steps between characters, fewer of them than characters, or those of several lines in one object; the
# place left out that a piece of text has in common with the one before it; pages upside down; a box that does not begin at nought;
# names of parts with dots; a default namespace; another document before; a page's own resources.
HABITS = ("plain", "units", "units in units", "no steps", "few steps", "lines in one", "same place", "upside down", "box", "dotted names", "no prefix",
          "two documents", "page resources", "turned")


class Pages:
    """Pages being set from the top down, lengths in millimetres."""

    def __init__(self, rng, habit="plain"):
        self.pages, self.y, self.habit = [[]], TOP, habit
        self.rules = rng.choice(["boxes", "lines", "filled"])
        self.steps = rng.choice(["each", "same"])
        self.blocks, self.matrix = rng.random() < 0.5, rng.random() < 0.3 and habit in ("plain", "box", "no prefix")

    def room(self, height):
        if self.y + height > HEIGHT - FOOT and self.pages[-1]:
            self.pages.append([])
            self.y = TOP
            return True
        return False

    def lines(self, places):
        """Lines of text, of each its place and words."""
        places = [place for place in places if place[2].strip()]
        if len(places) < 2 or self.habit not in ("lines in one", "same place"):
            for place in places:
                self.text(*place)
        elif self.habit == "lines in one":
            self.text_of(places, [(places, True)])
        else:
            self.text_of(places, [([place], place[0] != before[0]) for before, place in zip([(None, 0, "")] + places, places)])

    def text_of(self, places, codes):
        left, top = min(x for x, _, _ in places), places[0][1]
        content = ""
        for lines, named in codes:
            pens = []
            for x, y, text in lines:
                for c in text:
                    pens.append((x - left, y - top + 0.86 * SIZE))
                    x += width_of(c)
            across, down = (" ".join("%g" % (b[i] - a[i]) for a, b in zip(pens, pens[1:])) for i in (0, 1))
            content += '<ofd:TextCode%s Y="%g" DeltaX="%s"%s>%s</ofd:TextCode>' % (
                ' X="%g"' % pens[0][0] if named else "", pens[0][1], across, ' DeltaY="%s"' % down if len(lines) > 1 else "",
                escape("".join(text for _, _, text in lines)))
        self.pages[-1].append('<ofd:TextObject ID="%d" Boundary="%g %g 100 50" Font="1" Size="%g">%s</ofd:TextObject>' % (
            len(self.pages[-1]) + 10, left, top, SIZE, content))

    def turned(self, x, y, text):
        """Words that run from the foot up: their base line is at the right of where they stand."""
        steps = " ".join("%g" % width_of(c) for c in text[:-1])
        self.pages[-1].append('<ofd:TextObject ID="%d" Boundary="%g %g 10 100" Font="1" Size="%g" CTM="0 -1 1 0 0 0"><ofd:TextCode X="0" Y="%g" '
                              'DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>' % (len(self.pages[-1]) + 10, x, y + width_of(text), SIZE, 0.86 * SIZE,
                                                                                  steps, escape(text)))

    def text(self, x, y, text):
        if not text.strip():
            return
        steps = [width_of(c) for c in text[:-1]]
        if self.habit == "few steps":
            while len(steps) > 1 and steps[-1] == steps[-2]:
                steps.pop()
        if self.habit == "no steps":
            steps = []
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
            for left, top, across, down in ((x, y, width, 0.5), (x, y + height, width, 0.5), (x, y, 0.5, height), (x + width, y, 0.5, height)):
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
        if self.habit == "turned" and cell.rows > 3 and words and width_of("".join(words)) < height:
            self.turned(x + width / 2 - SIZE / 2, top + (height - width_of("".join(words))) / 2, "".join(words))
        else:
            self.lines([(x + max(PADDING, (width - width_of(line)) / 2), y + PITCH * number, line) for number, line in enumerate(words)])


def page_xml(objects, number, blocks):
    objects = "".join(objects)
    if blocks:
        objects = '<ofd:PageBlock ID="5">%s</ofd:PageBlock>' % objects
    foot = '<ofd:TextObject ID="6" Boundary="100 280 10 5" Font="1" Size="3.7"><ofd:TextCode X="0" Y="3.2">%d</ofd:TextCode></ofd:TextObject>' % number
    return HEAD + ('<ofd:Page %s><ofd:Template TemplateID="2"/><ofd:Content><ofd:Layer ID="4">%s%s</ofd:Layer></ofd:Content></ofd:Page>' % (
        SPACE, objects, foot))


UNIT = 72 / 25.4  # a unit's lengths may be points


def scaled(drawn, scale):
    """An object whose lengths are so much longer: its place, its path and its text."""
    def longer(match):
        return match[1] + re.sub(r"-?[0-9][0-9.e-]*", lambda number: "%.5g" % (float(number[0]) * scale), match[2]) + match[3]
    drawn = re.sub(r"(DeltaX=\"|DeltaY=\")(g [0-9]+ )?([^\"]*)", lambda m: m[1] + (m[2] or "") + " ".join("%.5g" % (float(n) * scale) for n in m[3].split()), drawn)
    return re.sub(r"((?:Boundary|Size| X| Y|LineWidth)=\"|AbbreviatedData>)([^\"<]*)([\"<])", longer, drawn)


def as_units(objects, nested):
    """Each object a unit, drawn at a place of its own; nested: all units of a page in one. Returns what the page draws, and the units."""
    box = ' Boundary="0 0 %d %d"' % (WIDTH, HEIGHT)
    place = '<ofd:CompositeObject ID="%d" CTM="0.352778 0 0 0.352778 0 0"' + box + ' ResourceID="%d"/>'
    unit = '<ofd:CompositeGraphicUnit ID="%d" Width="595" Height="842"><ofd:Content ID="9">%s</ofd:Content></ofd:CompositeGraphicUnit>'
    as_units.count += len(objects) + 1
    ids = [as_units.count * 10 + i for i in range(len(objects))]
    units = [unit % (i, scaled(drawn, UNIT)) for i, drawn in zip(ids, objects)]
    drawn = [place % (i + 5, i) for i in ids]
    if nested:
        units.insert(0, unit % (as_units.count * 10 - 1, "".join(drawn).replace('CTM="0.352778 0 0 0.352778 0 0"', 'CTM="1 0 0 1 3 0"')))
        drawn = [place.replace(' Boundary="0 0', ' Boundary="-1.05833 0') % (8, as_units.count * 10 - 1)]
    return drawn, "<ofd:CompositeGraphicUnits>%s</ofd:CompositeGraphicUnits>" % "".join(units)


as_units.count = 1


def upside_down(drawn):
    """The same, drawn with its y axis up."""
    if "CTM" in drawn or "TextCode" not in drawn:
        return drawn
    drawn = re.sub(r" Y=\"([0-9.]*)\"", lambda y: ' Y="%g"' % -float(y[1]), drawn)
    return drawn.replace(" Size=", ' CTM="1 0 0 -1 0 0" Size=')


def away(drawn):
    return re.sub(r"Boundary=\"([0-9.]+) ([0-9.]+)", lambda m: 'Boundary="%g %g' % (float(m[1]) + 10, float(m[2]) + 20), drawn)


def dressed(parts, habit, count):
    """The parts of a document as programs of another habit write them."""
    pages = ["Doc_0/Pages/Page_%d/Content.xml" % i for i in range(count)]
    resources = []
    for name in pages:
        if habit in ("units", "units in units", "page resources"):
            start, end = parts[name].index('<ofd:Layer ID="4">') + 18, parts[name].index("</ofd:Layer>")
            objects = re.findall(r"<ofd:(?:Text|Path)Object.*?</ofd:(?:Text|Path)Object>", parts[name][start:end])
            drawn, units = as_units(objects, habit == "units in units")
            resources.append(units)
            parts[name] = parts[name][:start] + "".join(drawn) + parts[name][end:]
            if habit == "page resources":
                parts[name] = parts[name].replace("<ofd:Template ", "<ofd:PageRes>Res.xml</ofd:PageRes><ofd:Template ")
                parts[name.replace("Content", "Res")] = HEAD + "<ofd:Res %s>%s</ofd:Res>" % (SPACE, units)
        elif habit == "upside down":
            parts[name] = re.sub(r"<ofd:TextObject.*?</ofd:TextObject>", lambda m: upside_down(m[0]), parts[name])
        elif habit == "box":
            parts[name] = away(parts[name]).replace("<ofd:Template ", "<ofd:Area><ofd:PhysicalBox>10 20 %d %d</ofd:PhysicalBox></ofd:Area>"
                                                    "<ofd:Template " % (WIDTH, HEIGHT))
    root = "Doc_0/Document.xml"
    if habit == "box":  # a template's own box is none of the page's
        name = "Doc_0/Tpls/Tpl_0/Content.xml"
        parts[name] = parts[name].replace("<ofd:Content>", "<ofd:Area><ofd:PhysicalBox>0 0 99 99</ofd:PhysicalBox></ofd:Area><ofd:Content>")
    if habit in ("units", "units in units"):
        parts["Doc_0/DocumentRes.xml"] = HEAD + '<ofd:Res %s BaseLoc="Res">%s</ofd:Res>' % (SPACE, "".join(resources))
        parts[root] = parts[root].replace("<ofd:CommonData>", "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    elif habit == "dotted names":
        parts[root] = parts[root].replace('"Pages/', '"./Pages/../Pages/')
    elif habit == "two documents":
        parts["OFD.xml"] = parts["OFD.xml"].replace("<ofd:DocBody>", "<ofd:DocBody><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody><ofd:DocBody>")
        parts["Doc_1/Document.xml"] = HEAD + '<ofd:Document %s><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>' % SPACE
        parts["Doc_1/P.xml"] = HEAD + "<ofd:Page %s/>" % SPACE
    elif habit == "no prefix":
        for name in parts:
            parts[name] = parts[name].replace("xmlns:ofd=", "xmlns=").replace("<ofd:", "<").replace("</ofd:", "</")
    return parts


def write(pages, blocks, header, habit="plain"):
    template = ('<ofd:TextObject ID="7" Boundary="25 12 150 5" Font="1" Size="3"><ofd:TextCode X="0" Y="2.6" DeltaX="g %d 3">%s</ofd:TextCode>'
                '</ofd:TextObject>' % (len(header) - 1, escape(header)))
    template += "".join('<ofd:TextObject ID="%d" Boundary="%d %d 40 40" Font="1" Size="4" CTM="0.8 -0.6 0.6 0.8 0 0"><ofd:TextCode X="0" Y="4" '
                        'DeltaX="g 5 4">%s</ofd:TextCode></ofd:TextObject>' % (900 + 9 * x + y, 45 * x, 33 * y, "内部使用10") for x in range(4) for y in range(9))
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
        parts["Doc_0/Pages/Page_%d/Content.xml" % number] = page_xml(objects, number + 1, blocks and habit in ("plain", "no prefix"))
    parts = dressed(parts, habit, len(pages))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def render(report, seed):
    pages = Pages(random.Random(seed), HABITS[render.count % len(HABITS)])
    render.count += 1
    for block, grids in markup.grids_of(report):
        for grid in grids or []:
            pages.table(grid)
        if not grids:
            pages.paragraph(block.text, block.kind != "title")
    return write(pages.pages, pages.blocks, report.office.name, pages.habit), None


render.count = 0


USE = '<ofd:CompositeObject ResourceID="%d" Boundary="0 0 9 9"/>'


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
    def drawing(units):
        """A page that draws unit 10, where there are these, of each what it draws."""
        unit = '<ofd:CompositeGraphicUnit ID="%d"><ofd:Content>%s</ofd:Content></ofd:CompositeGraphicUnit>'
        return {**parts, "Doc_0/Document.xml": parts["Doc_0/Document.xml"].replace(b"<ofd:CommonData>", b"<ofd:CommonData><ofd:PublicRes>R.xml</ofd:PublicRes>"),
                "Doc_0/R.xml": (HEAD + "<ofd:Res %s><ofd:CompositeGraphicUnits>%s</ofd:CompositeGraphicUnits></ofd:Res>" % (
                    SPACE, "".join(unit % item for item in units))).encode(),
                "Doc_0/Pages/Page_0/Content.xml": (HEAD + "<ofd:Page %s><ofd:Content>%s</ofd:Content></ofd:Page>" % (SPACE, USE % 10)).encode()}
    cases["with a unit that is not there"] = drawing([(11, "")]), "damaged"
    cases["with a unit that draws itself"] = drawing([(10, USE % 11), (11, USE % 10)]), "damaged"
    cases["with units of units without end"] = drawing([(10 + i, USE % (11 + i)) for i in range(200000)]), "damaged"
    word = '<ofd:TextObject Boundary="9 9 9 9" Size="3"><ofd:TextCode X="0" Y="3">年报</ofd:TextCode></ofd:TextObject>'
    cases["with a unit drawn 2^40 times"] = drawing([(10 + i, 2 * (USE % (11 + i))) for i in range(40)] + [(50, word)]), "has more on it"
    cases["with more characters than a page has"] = {**parts, "Doc_0/Pages/Page_0/Content.xml": (HEAD + "<ofd:Page %s><ofd:Content>%s</ofd:Content></ofd:Page>" % (
        SPACE, word * 30000)).encode()}, "has more on it"
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


def stepped(program, folder):
    """Steps that are fewer than characters: the last is that of all that follow, and the last character is as wide as it is."""
    pages, path = Pages(random.Random(0)), os.path.join(folder, "stepped.ofd")
    code = '<ofd:TextObject Boundary="%g %g 90 9" Size="4"><ofd:TextCode X="0" Y="4"%s>%s</ofd:TextCode></ofd:TextObject>'
    pages.pages[-1] += [code % (30, 40, ' DeltaX="4 4 2"', "收到123456件"), code % (54.7, 40, "", "全部")]
    with open(path, "wb") as file:
        file.write(write(pages.pages, False, "\u3000"))
    run = subprocess.run([program, "convert", "--force", "-t", "text", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if "收到123456件全部" not in run.stdout.decode():
        yield "steps: %s" % run.stdout.decode()


def nowhere(program, folder):
    """A finding about a place where nothing stands is told by page and line, in the language asked for: at the first cell of a table, which is
    empty, and whose lines are rectangles of a unit, thin at the scale at which it is drawn."""
    pages, path = Pages(random.Random(0)), os.path.join(folder, "nowhere.ofd")
    pages.rules = "filled"
    for row in range(2):
        for column in range(2):
            pages.box(50 + 30 * column, 50 + 10 * row, 30, 10)
    pages.text(90, 61, "件数")
    with open(path, "wb") as file:
        file.write(write(pages.pages, False, "\u3000", "units in units"))
    for language, wanted in (("en", ":page 1, line 1: warning"), ("zh", ":第1页第1行: warning")):
        run = subprocess.run([program, "convert", "--force", "--lang", language, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if wanted not in run.stderr.decode():
            yield "a place without words: %s" % run.stderr.decode()


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


def layered(program, folder, data):
    """Words that are drawn without colour were recognised in a picture: a cell without any is not seen to be empty."""
    path, whole = os.path.join(folder, "layered.ofd"), zipfile.ZipFile(io.BytesIO(data))
    for habit in (b"", b' Alpha="0"', b' Fill="false"'):
        with zipfile.ZipFile(path, "w") as archive:
            for name in whole.namelist():
                archive.writestr(name, whole.read(name).replace(b"<ofd:TextObject", b"<ofd:TextObject" + habit))
        run = subprocess.run([program, "convert", "--lang", "en", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if (b"[text-recognised]" in run.stderr, b'"blank"' in run.stdout) != (bool(habit), not habit):
            yield "words%s: %s" % (habit.decode(), run.stderr.decode()[:400])


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
        faults += [*refusals(program, folder), *torn(program, folder), *nowhere(program, folder), *stepped(program, folder)]
        blanks = next(case for case in cases.values() if any(cell["kind"] == "blank" for cell in case.truth.values()))
        faults += layered(program, folder, blanks.data)
    cells = sum(totals[verdict] for verdict in ("exact", "marked", "flagged", "silent"))
    print("\n".join(faults[:40]))
    print("%d reports, %d of %d cells exact" % (count, totals["exact"], cells))
    return 1 if faults or not cells else 0


if __name__ == "__main__":
    sys.exit(main())
