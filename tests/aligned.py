"""Columns set with spaces, as a PDF's text comes when its layout is kept: wrapped labels, side labels, pages."""
import unicodedata

BREAK = "\uf8ff"  # a place where a page may end; taken out again


def options_of(rng, pages):
    return {"wide": rng.random() < 0.5,  # a Chinese character takes two columns, or one
            "values": rng.choice(["center", "center", "right", "left"]), "middle": rng.random() < 0.85,
            "half": rng.random() < 0.5,  # a number beside two lines of a label stands between them
            "jitter": rng.choice([0, 0, 1]), "shift": rng.random() < 0.4, "gap": rng.randint(2, 4), "indent": rng.randint(0, 8), "airy": rng.choice([0, 0, 0.5, 1]),
            "side": rng.choice([1, 1, 2]), "group": rng.choice([3, 4, 6]), "label": rng.choice([7, 9, 12, 16]),
            "pages": pages, "page_lines": rng.randint(28, 48), "number": rng.choice(["- %d -", "\u2014 %d \u2014", "第%d页", "-%d-"])}


def width(text, wide):
    """Columns that a text takes; a mark takes none."""
    total = 0
    for char in text:
        if ord(char) >= 0xE000 and not 0xF900 <= ord(char) < 0xFFFF:
            continue
        total += 2 if wide and unicodedata.east_asian_width(char) in "WF" else 1
    return total


def wrap(text, limit, wide):
    """Break a text into pieces that fit."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for char in part:
            if line and width(line + char, wide) > limit:
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return lines


def merge_extra(line):
    """A value too many stands in the column of the one before it."""
    merged, shift = [], 0
    for cell in line:
        cell.column -= shift
        if cell.value and cell.value.extra and merged:
            shift += 1
            merged[-1].text += "  " + cell.text
        else:
            merged.append(cell)
    return merged


def column_widths(grid, options):
    """How wide each column is set."""
    unit = 2 if options["wide"] else 1
    if grid.table == "applications":
        labels = [options["side"] * unit, options["group"] * unit, options["label"] * unit]
        first = 3
    else:
        labels = [options["label"] * unit] if grid.table != "review" else []
        first = len(labels)
    widths = labels + [2 * unit] * (grid.width - first)
    for line in grid.lines:
        for cell in line:
            if cell.columns == 1 and (cell.value or grid.table == "other"):
                longest = max(width(part, options["wide"]) for part in cell.text.split("\n"))
                widths[cell.column] = max(widths[cell.column], longest)
    if grid.table == "disclosure":
        widths[1:] = [max(w, 6 * unit) for w in widths[1:]]
    return widths


def place(text, left, limit, align, wide):
    spare = max(0, limit - width(text, wide))
    return left + {"left": 0, "right": spare, "center": spare // 2}[align]


def blocks_of(grid, marks, options):
    """Every cell as its wrapped lines: a list of (row, cell, left edge, width, lines)."""
    widths = column_widths(grid, options)
    lefts = [options["indent"]]
    for each in widths:
        lefts.append(lefts[-1] + each + options["gap"])
    blocks = []
    for number, line in enumerate(grid.lines):
        for cell in line:
            if not cell.text or (cell.value and cell.value.removed):
                continue
            limit = lefts[cell.column + cell.columns] - options["gap"] - lefts[cell.column]
            blocks.append((number, cell, lefts[cell.column], limit, wrap(marks.print(cell), limit, options["wide"])))
    return blocks


def row_heights(count, blocks):
    heights = [1] * count
    for number, cell, _, _, lines in blocks:
        if cell.rows == 1:
            heights[number] = max(heights[number], len(lines))
    for number, cell, _, _, lines in blocks:
        if cell.rows > 1:
            last = min(number + cell.rows, count) - 1
            heights[last] += max(0, len(lines) - sum(heights[number:last + 1]))
    return heights


def paint(grid, marks, rng, options):
    """The lines of one table."""
    grid.lines = [merge_extra(line) for line in grid.lines]
    blocks = blocks_of(grid, marks, options)
    heights = row_heights(len(grid.lines), blocks)
    tops = [sum(heights[:i]) for i in range(len(heights) + 1)]
    canvas = {2 * line: [] for line in range(tops[-1])}  # by half lines
    for number, cell, left, limit, lines in blocks:
        spare = tops[min(number + cell.rows, len(heights))] - tops[number] - len(lines)
        centered = options["middle"] or cell.kind == "side"
        top = 2 * tops[number] + (max(0, spare) if centered and options["half"] else max(0, spare) // 2 * 2 if centered else 0)
        align = options["values"] if cell.value else "center" if cell.kind in ("header", "side", "caption") else "left"
        for offset, line in enumerate(lines):
            at = place(line, left, limit, align, options["wide"]) + rng.randint(-options["jitter"], options["jitter"])
            canvas.setdefault(top + 2 * offset, []).append((max(0, at), line))
    rows = [(half, compose(fragments, options["wide"])) for half, fragments in sorted(canvas.items())]
    return space_out(rows, {2 * top for top in tops}, rng, options)


def space_out(rows, tops, rng, options):
    """Blank lines between rows, and the places where a page may end."""
    lines = []
    for half, row in rows:
        if half in tops:
            lines += [""] if rng.random() < options["airy"] else []
            lines.append(BREAK + row)
        elif row:
            lines.append(row)
    return lines if options["pages"] else [line.replace(BREAK, "") for line in lines]


def compose(fragments, wide):
    line = ""
    for left, text in sorted(fragments, key=lambda f: f[0]):
        line += " " * max(left - width(line, wide), 1 if line else 0) + text
    return line.rstrip(" ")


def paragraph(block, rng, options):
    """Prose wrapped at the edge of the page."""
    unit = 2 if options["wide"] else 1
    indent = " " * options["indent"]
    if block.kind == "title":
        return [BREAK * options["pages"] + " " * 16 + block.text, ""]
    first = "    " if block.kind in ("paragraph", "section", "heading") else ""
    lines = wrap(first + block.text, 42 * unit, options["wide"])
    return [BREAK * options["pages"] + indent + line for line in lines] + [""]


def paginate(text, rng, options):
    """Page numbers and form feeds where a page is full; each page may be set a little further left."""
    pages, since = [[]], 0
    for line in text.split("\n"):
        if since >= options["page_lines"] and line.startswith(BREAK):
            pages.append([])
            since = 0
        pages[-1].append(line.replace(BREAK, ""))
        since += 1
    out = []
    for number, lines in enumerate(pages):
        spare = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0) if options["shift"] else 0
        lines = [line[spare:] for line in lines]
        if number < len(pages) - 1:
            lines += [""] * rng.randint(0, 2) + [" " * rng.randint(20, 40) + options["number"] % (number + 1)]
        out.append("\n".join(lines))
    return "\n\f".join(out)
