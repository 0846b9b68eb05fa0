"""The Python package over the example reports: what it says is what the command writes."""
import csv
import io
import json
import os
import subprocess
import sys
import unittest
import warnings
from decimal import Decimal
from pathlib import Path

import nianbao
import pandas

EXAMPLES = Path(os.environ["EXAMPLES"])
REPORTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html", ".docx"))
DRAFT, OTHER = EXAMPLES / "zhuyu-2024.txt", EXAMPLES / "beizhu-2023.txt"


def command(*arguments):
    return subprocess.run([os.environ["NIANBAO"], *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


class Read(unittest.TestCase):
    def test_json_is_that_of_the_command(self):
        for path in REPORTS:
            report = nianbao.read(path, lint=False)
            self.assertEqual(report.to("json"), command("convert", "-t", "json", path))
            self.assertEqual(report.to("xml"), command("convert", "-t", "xml", path))

    def test_values_are_exact(self):
        cells = [cell for path in REPORTS for table in nianbao.read(path).tables.values()
                 for row in table.values() for cell in row.values()]
        printed = [cell for cell in cells if cell.status == "given"]
        self.assertGreater(len(printed), 500)
        for cell in printed:
            self.assertIsInstance(cell.value, Decimal)
            if cell.raw.replace(".", "", 1).isascii() and cell.raw.replace(".", "", 1).isdigit():
                self.assertEqual(cell.value, Decimal(cell.raw))
        self.assertTrue(any(cell.value != cell.value.to_integral_value() for cell in printed))

    def test_bytes_are_read_like_the_file(self):
        report = nianbao.read(DRAFT.read_bytes(), name=str(DRAFT))
        self.assertEqual(report.json, nianbao.read(DRAFT).json)
        self.assertEqual((report.agency, report.year, report.form), ("竹屿区", 2024, "2021"))

    def test_findings(self):
        finding = next(one for one in nianbao.read(DRAFT).findings if one.name == "row-total")
        self.assertEqual((finding.rule, finding.severity, finding.line), ("NB301", "error", 160))
        self.assertIn(("applications", "unavailable.not_held", "total"), finding.cells)
        few, all_rules = nianbao.read(DRAFT, lint=False).findings, nianbao.read(DRAFT).findings
        self.assertLess(len(few), len(all_rules))

    def test_comparison(self):
        report = nianbao.read(DRAFT)
        before = len(report.findings)
        report.compare(previous=nianbao.read(DRAFT.read_bytes().replace(b"2024", b"2023").replace(b"2025", b"2024")))
        self.assertIn("carry-over", {finding.name for finding in report.findings[:]})
        self.assertGreater(len(report.findings), before)

    def test_what_is_no_report_is_refused(self):
        with self.assertRaisesRegex(nianbao.Error, "^note.txt: "):
            nianbao.read("今天下雨。".encode(), name="note.txt")
        with self.assertRaises(OSError):
            nianbao.read(EXAMPLES / "none.txt")
        with self.assertRaises(nianbao.Error):
            nianbao.read(DRAFT).to("parquet")

    def test_memory_is_given_back(self):
        from resource import RUSAGE_SELF, getrusage
        data = DRAFT.read_bytes()
        for _ in range(20):
            nianbao.read(data)
        before = getrusage(RUSAGE_SELF).ru_maxrss
        for _ in range(100):
            nianbao.read(data).to("xml")
        self.assertLess(getrusage(RUSAGE_SELF).ru_maxrss - before, 8192)


class Panel(unittest.TestCase):
    def test_cells_are_those_of_the_command(self):
        panel = nianbao.panel(REPORTS)
        rows = list(csv.DictReader(io.StringIO(command("convert", "-t", "csv", "--csv-raw", *REPORTS).decode())))
        self.assertEqual(list(panel.columns), list(rows[0]))
        self.assertEqual(len(panel), len(rows))
        for name in ("source", "agency", "table", "row", "column", "unit", "raw", "status"):
            self.assertEqual(list(panel[name]), [row[name] for row in rows], name)
        self.assertEqual([str(value) if value is not None else "" for value in panel.value], [row["value"] for row in rows])

    def test_types(self):
        panel = nianbao.panel([DRAFT, OTHER])
        self.assertEqual(tuple(panel.status.cat.categories), nianbao.STATUSES)
        self.assertEqual(str(panel.year.dtype), "Int64")
        received = panel.query("row == 'received' and column == 'total'").set_index("year").value
        self.assertEqual(received[2024], Decimal(71))
        self.assertIsInstance(panel[panel.status == "given"].value.sum(), Decimal)

    def test_a_bad_file_costs_that_file(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            panel = nianbao.panel([DRAFT, EXAMPLES / "Makefile", EXAMPLES / "none.txt"])
        self.assertEqual(set(panel.source), {str(DRAFT)})
        self.assertEqual([Path(name).name for name, _ in panel.attrs["failures"]], ["Makefile", "none.txt"])
        self.assertEqual(len(caught), 2)

    def test_no_file(self):
        panel = nianbao.panel([])
        self.assertEqual((len(panel), list(panel.columns)[:3]), (0, ["source", "agency", "year"]))

    def test_derived_values(self):
        self.assertGreater(len(nianbao.panel([DRAFT], fill=True)), len(nianbao.panel([DRAFT])) - 1)


if __name__ == "__main__":
    unittest.main()
