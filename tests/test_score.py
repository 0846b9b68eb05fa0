"""The scorer scored: an output that repeats the truth is exact, one with a changed cell is a silent wrong cell unless it says so."""
import unittest

import generate
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


def undamaged():
    for layout in generate.LAYOUT_NAMES:
        for seed in range(6):
            yield generate.generate(seed, layout)


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

    def test_wrong_digit_must_be_named(self):
        for layout in ("lines", "markdown", "html"):
            case = generate.generate(1, layout, "digit-wrong")
            counts, _ = judge.judge(case, oracle(case))
            self.assertEqual((counts["damaged silent"], counts["typo not named"]), (1, 1))
            key = next(k for k, t in case.truth.items() if t.get("intended") not in (None, t["value"]))
            finding = {"rule": "NB307", "line": 1, "cells": [key.split("/")], "expected": case.truth[key]["intended"]}
            counts, _ = judge.judge(case, {**oracle(case), "findings": [finding]})
            self.assertEqual((counts["damaged flagged"], counts["typo named"]), (1, 1))

    def test_undamaged_sums_hold(self):
        for case in undamaged():
            numbers = {tuple(k.split("/")): judge.number(t["value"]) for k, t in case.truth.items()}
            relations = [r for r in official.broken_relations(numbers) if all(numbers[k] is not None for side in r for k in side)]
            self.assertEqual(relations, [])

    def test_no_output_fails(self):
        case = generate.generate(1, "lines")
        counts, _ = judge.judge(case, {})
        self.assertEqual(counts.get("exact"), None)
        self.assertTrue(score.verdicts([("lines", False, "", "plain", {**counts, "failed": 1})]))

    def test_same_seed_same_report(self):
        for layout in generate.LAYOUT_NAMES:
            self.assertEqual(generate.generate(5, layout, "value-missing").data, generate.generate(5, layout, "value-missing").data)


if __name__ == "__main__":
    unittest.main()
