"""What goes wrong with tables on the way to a reader: one function a damage, each with the truth kept
beside it."""
import copy
import re
from decimal import Decimal

import model
import official
import printing
import prose

PAGE_NUMBERS = ["-4-", "- 12 -", "\u2014 3 \u2014", "第4页", "第 4 页 共 12 页", "7"]


class Scene:
    """What a damage may look at and change."""

    def __init__(self, rng, tables, layout, form, numbers):
        self.rng, self.tables, self.layout, self.form, self.numbers = rng, tables, layout, form, numbers
        self.second = []  # more tables of a kind that is there: (heading, table)
        self.absent = None  # a column that is not printed
        self.wanted = None  # the finding that is to come: (name, table, row)
        self.join = False
        self.cut = False

    def rows(self, *ids):
        return [row for table in self.tables if not ids or table.id in ids for row in table.real_rows()]

    def values(self):
        return [value for row in self.rows() for value in row.values if value.key]

    def broken(self):
        """Keys under a sum that does not hold in print."""
        numbers = {value.key: value.value for value in self.values()}
        return {key for sides in official.broken_relations(numbers) for side in sides for key in side}

    def blank_stays(self):
        """A cell is lost, but its place can be seen."""
        return self.layout.measured or (self.layout.shows_blank and self.rng.random() < 0.4)


def damage_row(row):
    """Every cell of the row is to be read rightly or flagged."""
    row.damaged = True
    for value in row.values:
        if value.key:
            value.damaged = True
            value.intended = value.value if value.intended is None else value.intended


def blank(value):
    value.text, value.value, value.kind = "", None, "blank"


def plain(value):
    """Printed as digits alone."""
    return value.kind == "given" and re.fullmatch(r"[0-9]+", value.text)


def is_like_any(scene, row, values):
    """Whether these, in order, are printed as all values of the row may be: no sum that held is broken then."""
    keys = [value.key for value in row.values if not value.extra]
    if len(values) > len(keys) or not all(keys):
        return False
    read = {value.key: value.value for value in scene.values()}
    held = official.broken_relations(read)
    read.update(dict.fromkeys(keys))
    read.update(zip(keys, [Decimal(v.text) if v.extra and v.text.isdecimal() else v.value for v in values]))
    return all(relation in held for relation in official.broken_relations(read))


def unseen(row, why):
    for value in row.values:
        value.unseen = why


def value_missing(scene):
    rows = [row for row in scene.rows() if any(value.text for value in row.values)]
    if not rows:
        return None
    row = scene.rng.choice(rows)
    value = scene.rng.choice([value for value in row.values if value.text])
    if scene.blank_stays():
        blank(value)
        return "blank left at %s" % (value.key,)
    left = [each for each in row.values if each is not value]
    filled = scene.layout.fills and is_like_any(scene, row, left)
    damage_row(row)
    value.removed, value.value = True, None
    if filled:
        unseen(row, "filled up at its end the row lacks no cell, and every sum still holds")
    return "lost %s" % (value.key,)


def value_extra(scene):
    rows = scene.rows()
    if scene.layout.loses_blank:  # one more may make a short row look whole
        rows = [row for row in rows if sum(bool(v.text) for v in row.values) + 1 > len(row.values)]
    if not rows:
        return None
    row = scene.rng.choice(rows)
    damage_row(row)
    text = scene.rng.choice([v.text for v in row.values if v.text] + ["%d" % scene.rng.randint(0, 99)])
    values = row.values + row.values[-1:]
    places = [i + 1 for i in range(len(row.values)) if not scene.layout.measured or (values[i].text and values[i + 1].text)]
    if not places:  # set in columns, one more beside an empty cell is its value
        return None
    row.values.insert(scene.rng.choice(places), model.Value(None, text, None, extra=True))
    if not row.values[-1].text and is_like_any(scene, row, row.values[:-1]):
        unseen(row, "the last cell is empty; without it the row has as many as others, and every sum still holds")
    return "a value %s too many in %s" % (text, row.id)


def values_joined(scene):
    pairs = [(row, i) for row in scene.rows() for i in range(len(row.values) - 1)
             if plain(row.values[i]) and plain(row.values[i + 1])]
    if not pairs:
        return None
    row, i = scene.rng.choice(pairs)
    first, second = row.values[i:i + 2]
    damage_row(row)
    space = "" if scene.layout.one_line else scene.rng.choice(["", " "])
    first.text += space + second.text
    first.value = None if space else Decimal(first.text)
    blank(second)
    stays = scene.blank_stays()
    second.removed = not stays
    if not space and (stays or scene.layout.loses_blank) and first.key not in scene.broken():
        first.unseen = "joined digits are a number like any other, no sum contains the cell, and no cell is lacking"
    return "joined %s" % (first.key,)


def lacks_cells(row):
    """Whether no sum contains the cells of a row, and it prints fewer than the form has."""
    return row.table == "disclosure" and sum(bool(value.text) for value in row.values) < len(row.values)


def value_split(scene):
    values = [(row, value) for row in scene.rows() for value in row.values if value.kind == "given" and len(value.text) > 1]
    if not values:
        return None
    row, value = scene.rng.choice(values)
    damage_row(row)
    at = scene.rng.randint(1, len(value.text) - 1)
    value.text = value.text[:at] + "\n" + value.text[at:]
    if scene.layout.loses_blank and lacks_cells(row):
        for each in row.values:
            each.unseen = "both halves are figures, a cell more is no cell too many, and no sum contains them"
    return "split %s" % (value.key,)


def label_missing(scene):
    rows = scene.rows("disclosure", "applications")
    at = scene.rng.randrange(len(rows))
    row = rows[at]
    damage_row(row)
    if scene.layout.loses_blank and at:  # nobody can say where the row before ends
        damage_row(rows[at - 1])
    row.label = ""
    return "label of %s" % row.id


def neighbours(scene):
    """Rows that stand one after the other under the same headings."""
    pairs = []
    for table in scene.tables:
        for segment in table.segments:
            rows = segment.rows
            pairs += [(segment, i) for i in range(len(rows) - 1)
                      if rows[i].path == rows[i + 1].path and rows[i].label and not rows[i].note and not rows[i + 1].note]
    return pairs


def label_repeated(scene):
    segment, i = scene.rng.choice(neighbours(scene))
    first, second = segment.rows[i:i + 2]
    way = scene.rng.choice(["row", "label", "wrong"])
    if way == "row":
        segment.rows.insert(i, copy.copy(first))
    elif way == "label":
        damage_row(first)
        first.label += "\n" + first.label
    else:
        damage_row(first)
        damage_row(second)
        second.label = first.label
    return "%s repeated: %s" % (way, first.id)


def rekeyed(value, row):
    value = copy.copy(value)
    value.key = (value.key[0], row, value.key[2])
    return value


def zero(key):
    return model.Value(key, "0", Decimal(0))


def other_rows(scene, table):
    """The rows of (六)其他处理 as the other form has them."""
    rows = table.segments[0].rows
    at, old = next((i, row) for i, row in enumerate(rows) if row.id.split(".")[0] == "other")
    if scene.form == "2019":
        labels = [(row, label) for row, label, _ in official.rows_of("2021", "applications") if row.startswith("other.")]
        path = old.path + (official.GROUPS["other"],)
        new = [model.Row("applications", row, path, label, [zero(("applications", row, v.key[2])) for v in old.values])
               for row, label in labels]
        new[-1].values = [rekeyed(value, "other.other") for value in old.values]
        rows[at:at + 1] = new
        return
    three = rows[at:at + 3]
    sums = [sum(row.values[i].value or 0 for row in three) for i in range(len(old.values))]
    values = [model.Value(("applications", "other", c), printing.digits(Decimal(s), scene.numbers, c), Decimal(s))
              for c, s in zip((value.key[2] for value in three[0].values), sums)]
    rows[at:at + 3] = [model.Row("applications", "other", old.path[:1], official.GROUPS["other"], values)]


def label_other_form(scene):
    if scene.rng.random() < 0.6:
        other_rows(scene, next(table for table in scene.tables if table.id == "applications"))
        return "rows of other"
    row = next(row for row in scene.rows("disclosure") if row.id == "normative_documents")
    row.label = "行政规范性文件" if scene.form == "2019" else "规范性文件"
    return "label of normative_documents"


def rows_out_of_order(scene):
    segment, i = scene.rng.choice(neighbours(scene))
    segment.rows[i:i + 2] = reversed(segment.rows[i:i + 2])
    return "%s and %s" % (segment.rows[i + 1].id, segment.rows[i].id)


def take_out(scene, row):
    for table in scene.tables:
        for segment in list(table.segments):
            segment.rows = [each for each in segment.rows if each is not row]
            if not segment.rows:
                table.segments.remove(segment)


def row_missing(scene):
    row = scene.rng.choice(scene.rows("disclosure", "applications"))
    take_out(scene, row)
    return row.id


def table_missing(scene):
    table = scene.rng.choice(scene.tables)
    scene.tables.remove(table)
    return table.id


def table_cut(scene):
    scene.cut = True
    return "end of file"


def stray_inside(scene, text):
    """A stray line between two cells of a row."""
    row = scene.rng.choice([row for row in scene.rows() if len(row.values) > 1])
    damage_row(row)
    at = scene.rng.randint(1, len(row.values) - 1)
    if text.isdigit() and scene.layout.loses_blank and lacks_cells(row):
        for each in row.values:
            each.unseen = "a bare page number is a figure like any other, takes the place of a lost cell, and no sum contains it"
    row.values.insert(at, model.Value(None, text, None, extra=True))
    return "%s inside %s" % (text, row.id)


def stray_line(scene):
    text = scene.rng.choice(PAGE_NUMBERS + prose.STRAY)
    if scene.layout.cell_a_line and scene.rng.random() < 0.5:
        return stray_inside(scene, text)
    table = scene.rng.choice(scene.tables)
    segment = scene.rng.choice(table.segments)
    at = scene.rng.randint(1, len(segment.rows))
    if text.isdigit():  # it may be a value of the row before or after
        for row in segment.rows[at - 1:at + 1]:
            damage_row(row)
            for each in row.values if scene.layout.loses_blank and lacks_cells(row) else []:
                each.unseen = "a bare page number takes the place of a lost cell, and no sum contains it"
    model.insert_line(table, segment, at, text)
    return "%s before row %d of %s" % (text, at, table.id)


def tables_joined(scene):
    scene.join = True
    return "no heading between"


def change_digit(scene, rows):
    values = [value for row in rows for value in row.values if plain(value)]
    if not values:
        return None
    value = scene.rng.choice(values)
    old = value.text
    at = scene.rng.randrange(len(old))
    choices = [d for d in "0123456789" if d != old[at] and not (d == "0" and at == 0 and len(old) > 1)]
    value.text = old[:at] + scene.rng.choice(choices) + old[at + 1:]
    value.intended, value.value, value.damaged = value.value, Decimal(value.text), True
    for row in rows:
        if any(v is value for v in row.values):
            damage_row(row)
    if value.key not in scene.broken():
        value.unseen = "no sum of the form contains the cell"
    return "%s: %s for %s" % (value.key, value.text, old)


def digit_wrong(scene):
    """In a full applications table."""
    rows = scene.rows("applications")
    if scene.layout.loses_blank or not all(plain(value) for row in rows for value in row.values):
        return None
    return change_digit(scene, rows)


def digit_elsewhere(scene):
    return change_digit(scene, scene.rows("disclosure", "review"))


def letter_digit(scene):
    values = [(row, v) for row in scene.rows() for v in row.values if plain(v) and re.search("[01]", v.text)]
    if not values:
        return None
    row, value = scene.rng.choice(values)
    at = scene.rng.choice([i for i, char in enumerate(value.text) if char in "01"])
    letter = scene.rng.choice("Oo") if value.text[at] == "0" else "l"
    damage_row(row)
    value.text = value.text[:at] + letter + value.text[at + 1:]
    value.value, value.must_flag = None, True
    return "%s: %s" % (value.key, value.text)


def consistent_row(scene):
    """Two outcome rows change places with their figures: every sum still holds."""
    rows = [row for row in scene.rows("applications") if row.path and row.id != "outcome_total"]
    pairs = [(a, b) for a in rows for b in rows if a.id < b.id and [v.value for v in a.values] != [v.value for v in b.values]]
    if not pairs:
        return None
    first, second = scene.rng.choice(pairs)
    for one, two in zip(first.values, second.values):
        if one.value != two.value:
            one.unseen = two.unseen = "one consistent row in place of another: every sum still holds"
        one.key, two.key = two.key, one.key
    first.values, second.values = second.values, first.values
    return "%s for %s" % (first.id, second.id)


DAMAGES = {
    "value-missing": value_missing, "value-extra": value_extra, "values-joined": values_joined, "value-split": value_split,
    "label-missing": label_missing, "label-repeated": label_repeated, "label-other-form": label_other_form,
    "rows-out-of-order": rows_out_of_order, "row-missing": row_missing, "table-missing": table_missing,
    "table-cut": table_cut, "stray-line": stray_line, "tables-joined": tables_joined, "digit-wrong": digit_wrong,
    "digit-elsewhere": digit_elsewhere, "letter-digit": letter_digit, "consistent-row": consistent_row,
}


def join_tables(rng, report):
    """Take away what stands between two tables that follow one another."""
    places = [i for i, block in enumerate(report.blocks) if block.kind == "table"]
    pairs = list(zip(places, places[1:]))
    if not pairs:
        return
    first, second = rng.choice(pairs)
    report.blocks[second].text = "joined"
    del report.blocks[first + 1:second]


def cut_text(rng, text, marks, tables, first_mark):
    """End the text inside a table. What was not printed is missing; the row that was cut is damaged.
    Whether the next row had begun,
    and whether an empty cell was printed between the last figure and the cut, nobody can say."""
    places = [i for i, char in enumerate(text) if ord(char) >= first_mark]
    if len(places) < 2:
        return text
    at = rng.randint(places[0] + 2, places[-1])
    begun = [marks.values[ord(text[i]) - first_mark] for i in places if i + 1 < at]  # a mark stands before its figure
    printed, last = {id(value) for value in begun}, begun[-1]
    since = None  # rows with figures since the one that was cut
    for row in (row for table in tables for row in table.real_rows()):
        since = since if since is None else since + any(value.text for value in row.values)
        for value in row.values:
            if id(value) not in printed and (value.text or since is not None):
                value.value, value.intended, value.removed = None, None, True
                value.kind = "missing" if value.text and (since or 0) > 1 else "absent"
            since = 0 if value is last else since
        if since == 0:
            damage_row(row)
    return text[:at]
