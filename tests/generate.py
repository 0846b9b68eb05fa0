"""Reports from a seed, with their truth: which cell prints what, on which line, and what was done to it."""
import argparse
import json
import random
import re
import sys
from dataclasses import dataclass
from decimal import Decimal

import damage as damages
import heads
import layouts
import layouts_bars
import layouts_copied
import layouts_extracted
import layouts_joined
import layouts_models
import layouts_programs
import markup
import model
import official
import printing
import prose
import report as reports
import script
import values

HALF_PUNCTUATION = re.compile("[,;]|:(?!//)")
MODULES = (layouts, layouts_bars, layouts_copied, layouts_extracted, layouts_joined, layouts_models, layouts_programs, markup)
LAYOUTS = [layout for module in MODULES for layout in module.LAYOUTS]
BY_NAME = {layout.name: layout for layout in LAYOUTS}
LAYOUT_NAMES = [layout.name for layout in LAYOUTS]
DAMAGE_NAMES = list(damages.DAMAGES)


@dataclass
class Case:
    """One report: its bytes, the ending of its file, and the truth."""
    seed: str
    layout: object
    damage: str
    detail: str
    twist: str
    head: str
    form: str
    hant: bool
    data: bytes
    truth: dict
    wanted: tuple  # (name of a finding, table, row) that must come, or None

    def name(self):
        kind = "-".join(filter(None, [self.damage or "none", self.head]))
        return "%s-%s-%s%s" % (self.layout.name, kind, self.seed, self.layout.suffix)


def dress_tables(tables, labels, numbers):
    for table in tables:
        for segment in table.segments:
            segment.caption = printing.dress(segment.caption, labels)
            if table.id != "review":
                segment.header = [(c, printing.dress(printing.header_with_unit(c, name, numbers), labels))
                                  for c, name in segment.header]
            for row in segment.rows:
                row.label = printing.dress(row.label, labels)
                row.path = tuple(printing.dress(heading, labels) for heading in row.path)


def truth_of(form, tables):
    """{key: expectation}; what no row prints is missing. Of a row printed twice the first counts."""
    truth = {(c["table"], c["row"], c["column"]): None for c in official.load(form)}
    for table in tables:
        for row in table.real_rows():
            for value in row.values:
                if value.key and truth.get(value.key) is None:
                    truth[value.key] = value
    return truth


def hide_blank(tables):
    """Where spaces alone set columns, a row without a label and without any figure leaves no trace."""
    for table in tables:
        for row in table.real_rows():
            if not row.label and not any(value.text for value in row.values):
                for value in row.values:
                    value.kind = "traceless" if value.kind == "blank" else value.kind


def line_numbers(text, marks):
    """{id of value: lines on which it stands}"""
    lines, number = {}, 1
    for char in text:
        if char == "\n":
            number += 1
        elif ord(char) >= layouts.MARK:
            lines.setdefault(id(marks.values[ord(char) - layouts.MARK]), []).append(number)
    return lines


def as_text(value):
    return None if value is None else format(value, "f")


def expectation(value, lines):
    """What a reader may say of one cell."""
    if value is None:
        return {"kind": "missing", "value": None}
    kind = "missing" if value.removed and value.kind != "absent" else value.kind
    number = value.value if isinstance(value.value, Decimal) else None
    return {
        "kind": kind, "value": as_text(number), "text": value.text,
        "unit": value.unit if value.kind == "given" else None, "intended": as_text(value.intended),
        "damaged": value.damaged, "must_flag": value.must_flag, "unseen": value.unseen, "lines": lines.get(
            id(value), [])
    }


def habits_for(rng, layout, damage, head):
    numbers = printing.habits(rng, layout.shows_blank or layout.loses_blank, plain=damage == "digit-wrong")
    if numbers.nothing in layout.forbidden:
        numbers.nothing, numbers.nothing_rate = None, 0.0
    numbers.thousands = numbers.thousands and "," not in layout.forbidden
    if layout.loses_blank and not numbers.nothing:
        numbers.blank_rate = numbers.blank_rate or 1.0
    for name, rate in heads.habits_of(head).items():
        setattr(numbers, name, rate)
    return numbers


def tables_for(rng, form, layout, damage, head):
    """Consistent tables in print, damaged where asked; None where the damage or the head finds nothing
    to bite on."""
    numbers = habits_for(rng, layout, damage, head)
    figures = values.figures(rng, form)
    scene = damages.Scene(rng, [], layout, form, numbers)
    if head in heads.BEFORE_PRINTING:
        heads.BEFORE_PRINTING[head](scene, figures)
    scene.tables = model.tables(form, printing.print_figures(rng, figures, numbers, form))
    details = [heads.HEADS[head](scene)] if head else []
    details += [damages.DAMAGES[damage](scene)] if damage else []
    if None in details:
        return None
    dress_tables(scene.tables + [table for _, table in scene.second], printing.dress_habits(rng), numbers)
    return scene, "; ".join(details)


def twist_for(rng, damage, head):
    """Damage, or another head, mostly comes without a twist; what cannot be told apart then is not tried
    together."""
    if not damage and not head:
        return rng.choice(reports.TWISTS)
    return "plain" if damage in ("table-cut", "tables-joined") or rng.random() < 0.7 else \
        rng.choice(["one-article", "other-order", "other-table", "glued-heading"])


def restyle_prose(rng, report):
    if rng.random() < 0.6:
        for block in report.blocks:
            if block.kind != "table":
                block.text = HALF_PUNCTUATION.sub(lambda mark: chr(ord(mark.group()) + 0xFEE0), block.text)


def print_report(rng, report, layout, scene, hant):
    """(bytes, {id of value: lines on which it stands})"""
    text, marks = layout.render(report, rng.random()) if layout.render else layouts.render(
        report, layout, rng.random())
    if not isinstance(text, str):
        return text, {}
    if scene.cut:
        text = damages.cut_text(rng, text, marks, scene.tables, layouts.MARK)
    lines = line_numbers(text, marks)
    text = "".join(char for char in text if ord(char) < layouts.MARK)
    return (script.traditional(text) if hant else text).encode("utf-8"), lines


def generate(seed, layout_name, damage="", twist=None, head=""):
    """The case of this seed, layout, damage and head: always the same. None if they do not go together."""
    rng = random.Random("/".join([str(seed), layout_name, damage] + [head] * bool(head)))
    layout = BY_NAME[layout_name]
    if head and not heads.fits(head, layout) or head and damage and head not in heads.WITH_DAMAGE:
        return None
    form = rng.choice(["2019", "2021"])
    twist = twist or twist_for(rng, damage, head)
    hant = rng.random() < 0.12
    for _ in range(20):
        made = tables_for(rng, form, layout, damage, head)
        if made:
            break
    else:
        return None
    scene, detail = made
    report = reports.compose(rng, prose.invent(rng, form), scene.tables, twist, scene.second)
    restyle_prose(rng, report)
    if scene.join:
        damages.join_tables(rng, report)
    data, lines = print_report(rng, report, layout, scene, hant)
    if layout.measured:
        hide_blank(scene.tables)
    truth = {"/".join(key): expectation(value, lines) for key, value in truth_of(form, scene.tables).items()}
    return Case(str(seed), layout, damage, detail, twist, head, form, hant, data, truth, scene.wanted)


def describe(case):
    return {
        "seed": case.seed, "layout": case.layout.name, "damage": case.damage, "detail": case.detail,
        "twist": case.twist, "head": case.head, "form": case.form, "hant": case.hant, "truth": case.truth
    }


def main():
    parser = argparse.ArgumentParser(description="Print one generated report, or its truth.")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--layout", default="lines", choices=LAYOUT_NAMES)
    parser.add_argument("--damage", default="", choices=[""] + DAMAGE_NAMES)
    parser.add_argument("--head", default="", choices=[""] + heads.HEAD_NAMES)
    parser.add_argument("--twist", choices=reports.TWISTS)
    parser.add_argument("--truth", action="store_true", help="print the truth, as JSON")
    arguments = parser.parse_args()
    case = generate(arguments.seed, arguments.layout, arguments.damage, arguments.twist, arguments.head)
    if case is None:
        sys.exit("these do not go together")
    if arguments.truth:
        json.dump(describe(case), sys.stdout, ensure_ascii=False, indent=1)
    else:
        sys.stdout.buffer.write(case.data)


if __name__ == "__main__":
    main()
