"""The scorer scored: an output that repeats the truth is exact, one with a changed cell is a silent
wrong cell unless it says so."""
import functools
import tempfile
import unittest

import floors
import generate
import heads
import judge
import official
import score


def oracle(case):
    """What a perfect program would print."""
    tables = {}
    for name, truth in case.truth.items():
        table, row, column = name.split("/")
        status = "na" if truth["kind"] == "either" else truth["kind"]
        cell = {"value": truth["value"], "unit": truth.get("unit") or "", "status": status,
                "line": (truth.get("lines") or [None])[0]}
        tables.setdefault(table, {"rows": {}})["rows"].setdefault(row, {})[column] = cell
    return {"tables": tables, "findings": []}


@functools.lru_cache(None)
def undamaged():
    return [generate.generate(seed, layout) for layout in generate.LAYOUT_NAMES for seed in range(2)]


def headed(layout):
    """(head, case) of every head that the layout can print."""
    for head in heads.HEAD_NAMES:
        if heads.fits(head, generate.BY_NAME[layout]):
            yield head, next(
                case for case in (generate.generate(seed, layout, head=head) for seed in range(20)) if case)


def changed(case, wanted, **change):
    """What a perfect program would print, but for the first cell of a kind."""
    output = oracle(case)
    key = next(name for name, truth in case.truth.items() if truth["kind"] == wanted)
    table, row, column = key.split("/")
    output["tables"][table]["rows"][row][column].update(change)
    return key.split("/"), output


def layout_text(layout, head):
    """A report in simplified characters."""
    cases = filter(None, (generate.generate(seed, layout, head=head, twist="plain") for seed in range(20)))
    return next(case for case in cases if not case.hant).data.decode("utf-8")


class Scorer(unittest.TestCase):
    def test_truth_is_exact(self):
        for case in undamaged():
            counts, notes = judge.judge(case, oracle(case))
            self.assertEqual(counts["exact"], len(case.truth), notes)

    def test_wrong_value_is_silent_until_named(self):
        for case in undamaged():
            output = oracle(case)
            key = next(name for name, truth in case.truth.items() if truth["kind"] == "given")
            table, row, column = key.split("/")
            cell = output["tables"][table]["rows"][row][column]
            cell["value"] += "7"
            self.assertEqual(judge.judge(case, output)[0]["silent"], 1)
            output["findings"] = [{"rule": "NB301", "line": 1, "cells": [[table, row, column]]}]
            self.assertEqual(judge.judge(case, output)[0]["flagged"], 1)
            output["findings"] = []
            cell["status"] = "suspect"
            self.assertEqual(judge.judge(case, output)[0]["flagged"], 1)

    def test_no_printed_cell_is_empty(self):
        for status in ("blank", "na"):
            key, output = changed(undamaged()[0], "given", value=None, status=status)
            output["findings"] = [{"rule": "NB205", "line": 1, "cells": [key]}]
            counts, _ = judge.judge(undamaged()[0], output)
            self.assertEqual((counts["silent"], counts["untrue"]), (1, 1))

    def test_missing_cell_must_be_named(self):
        case = undamaged()[0]
        key, output = changed(case, "given", value=None, status="missing")
        self.assertEqual(judge.judge(case, output)[0]["silent"], 1)
        for finding in ({"cells": [key]}, {"cells": [key[:2] + ["total"]]}, {
                "expected": judge.TITLES[key[0]]
        }):
            output["findings"] = [{"rule": "NB201", "line": 1, **finding}]
            self.assertEqual(judge.judge(case, output)[0]["flagged"], 1)

    def test_placed_wrongly_is_silent(self):
        case = undamaged()[0]
        key, output = changed(case, "given", value="987654", status="placed")
        self.assertEqual(judge.judge(case, output)[0]["silent"], 1)
        output["findings"] = [{"rule": "NB206", "line": 1, "cells": [key]}]
        self.assertEqual(judge.judge(case, output)[0]["flagged"], 1)

    def test_needless_findings(self):
        case = undamaged()[0]
        for rule, severity, cause, counted in (("NB205", "warning", {}, 1), ("NB301", "error", {}, 1),
                                               ("NB205", "note", {}, None), ("NB601", "warning", {}, None),
                                               ("NB205", "warning", {"cause": 0}, None)):
            finding = {"rule": rule, "severity": severity, "line": 1, "cells": [], **cause}
            output = {**oracle(case), "findings": [finding]}
            self.assertEqual(judge.judge(case, output)[0].get("needless"), counted)

    def test_words_in_a_cell(self):
        case = generate.generate(1, "markdown", head="cell-words")
        self.assertEqual(judge.judge(case, oracle(case))[0]["exact"], len(case.truth))
        _, output = changed(case, "unread", value=None, status="blank")
        self.assertEqual(judge.judge(case, output)[0]["silent"], 1)

    def test_total_without_figure_must_be_named(self):
        case = next(
            filter(None, (generate.generate(seed, "markdown", head="total-empty") for seed in range(20))))
        output = oracle(case)
        self.assertEqual(judge.judge(case, output)[0]["wanted not named"], 1)
        output["findings"] = [{
            "rule": "NB212", "name": "total-missing", "line": 1,
            "cells": [["applications", "outcome_total", "total"]]
        }]
        self.assertEqual(judge.judge(case, output)[0]["wanted named"], 1)

    def test_truth_of_every_head(self):
        for layout in ("lines", "markdown", "html", "md-html", "box", "pauses"):
            for head, case in headed(layout):
                counts, notes = judge.judge(case, oracle(case))
                self.assertEqual(
                    counts.get("exact", 0) + counts.get("damaged right", 0), len(case.truth),
                    (layout, head, notes))

    def test_heads_are_printed(self):
        self.assertIn("总计\t自然人", layout_text("chrome", "total-first"))
        self.assertIn("行政诉讼\t行政复议", layout_text("chrome", "litigation-first"))
        self.assertIn("序号", layout_text("chrome", "serial"))
        self.assertNotIn("自然人", layout_text("chrome", "no-labels"))
        self.assertNotIn("结果维持", layout_text("chrome", "review-bare"))
        self.assertEqual(layout_text("chrome", "review-two-lines").count("结果维持"), 1)
        self.assertEqual(layout_text("chrome", "review-tables").count("结果维持"), 3)
        self.assertGreater(layout_text("chrome", "repeated").count("商业企业"), 1)

    def test_printed_cells_are_in_the_text(self):
        for layout in generate.LAYOUT_NAMES:
            case = generate.generate(3, layout, twist="plain")
            if case.layout.suffix != ".docx":
                missing = [
                    name for name, truth in case.truth.items()
                    if truth["kind"] == "given" and not truth["lines"]
                ]
                self.assertEqual(missing, [], layout)

    def test_wrong_digit_must_be_named(self):
        for layout in ("lines", "markdown", "html"):
            case = generate.generate(1, layout, "digit-wrong")
            counts, _ = judge.judge(case, oracle(case))
            self.assertEqual((counts["damaged silent"], counts["typo not named"]), (1, 1))
            key = next(k for k, t in case.truth.items() if t.get("intended") not in (None, t["value"]))
            finding = {
                "rule": "NB307", "line": 1, "cells": [key.split("/")], "expected": case.truth[key]["intended"]
            }
            counts, _ = judge.judge(case, {**oracle(case), "findings": [finding]})
            self.assertEqual((counts["damaged flagged"], counts["typo named"]), (1, 1))

    def test_undamaged_sums_hold(self):
        for case in undamaged():
            numbers = {tuple(k.split("/")): judge.number(t["value"]) for k, t in case.truth.items()}
            relations = [
                r for r in official.broken_relations(numbers)
                if all(numbers[k] is not None for side in r for k in side)
            ]
            self.assertEqual(relations, [])

    def test_no_output_fails(self):
        case = generate.generate(1, "lines")
        counts, _ = judge.judge(case, {})
        self.assertEqual(counts.get("exact"), None)
        self.assertEqual(self.broken(failed=1), ["lines, no output: 1, where 0 were measured"])

    def broken(self, **verdicts):
        """What the floors say of a layout of which nothing was lost before."""
        scores = [score.Score("lines", False, "", "plain", "", verdicts)]
        with tempfile.NamedTemporaryFile() as file:
            floors.write(file.name, {"lines": [0] * len(floors.FIGURES)})
            return list(floors.broken(file.name, floors.measured(score.by_layout(scores))))

    def test_floors_hold_each_layout(self):
        self.assertEqual(self.broken(exact=9), [])
        self.assertEqual(self.broken(exact=8, flagged=1), ["lines, form's head: 1, where 0 were measured"])
        self.assertEqual(len(self.broken(exact=8, silent=1)), 2)

    def test_plan_goes_round(self):
        jobs = score.plan(20000, "1", generate.LAYOUT_NAMES, [""] + generate.DAMAGE_NAMES,
                          [""] + heads.HEAD_NAMES)
        self.assertEqual({layout for _, layout, *_ in jobs}, set(generate.LAYOUT_NAMES))
        self.assertEqual({damage for *_, damage, _ in jobs}, {"", *generate.DAMAGE_NAMES})
        self.assertEqual({head for *_, head in jobs}, {"", *heads.HEAD_NAMES})
        self.assertEqual(len({seed for seed, *_ in jobs}), 20000)

    def test_same_seed_same_report(self):
        for layout in generate.LAYOUT_NAMES:
            self.assertEqual(
                generate.generate(5, layout, "value-missing").data,
                generate.generate(5, layout, "value-missing").data)


if __name__ == "__main__":
    unittest.main()
