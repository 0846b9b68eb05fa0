"""A compiled report as Python objects."""
from __future__ import annotations

import json
import os
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Mapping, Sequence, Union

from .library import Handle

Source = Union[str, "os.PathLike[str]", bytes]


@dataclass(frozen=True)
class Cell:
    """A cell of a statutory table. `value` is exact, or None where `status` says why (README: What a cell says of itself)."""

    value: Decimal | None
    unit: str
    raw: str
    status: str
    line: int | None
    column: int | None


@dataclass(frozen=True)
class Finding:
    """What is wrong; `rule` is its number (NB301), `name` its name (row-total), `cells` the cells concerned."""

    rule: str
    name: str
    severity: str
    line: int | None
    column: int | None
    message: str
    cells: tuple[tuple[str, str, str], ...]
    expected: str | None
    found: str | None
    suggestion: str | None


Tables = Mapping[str, Mapping[str, Mapping[str, Cell]]]


class Report:
    """`title`, `agency`, `year`, `form`, `published` and the like are those of the JSON document, which `json` holds whole."""

    title: str | None
    agency: str | None
    year: int | None
    form: str | None
    published: str | None
    updated: str | None

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._take()

    def _take(self) -> None:
        self.json: dict[str, Any] = json.loads(self._handle.write("json"), parse_float=Decimal)
        for name in ("title", "agency", "year", "form", "published", "updated"):
            setattr(self, name, self.json[name])
        self.tables: Tables = {
            table: {row: {column: _cell(cell) for column, cell in cells.items()} for row, cells in content["rows"].items()}
            for table, content in self.json["tables"].items()
        }
        self.findings: list[Finding] = [_finding(finding) for finding in self.json["findings"]]

    def cell(self, table: str, row: str, column: str) -> Cell:
        return self.tables[table][row][column]

    def compare(self, previous: Report | None = None, parts: Sequence[Report] = ()) -> None:
        """Add findings against last year's report of the same agency, and against the reports that this one sums up. Once."""
        self._handle.compare(previous._handle if previous else None, [part._handle for part in parts])
        self._take()

    def to(self, format: str) -> bytes:
        """The report as "json", "ndjson", "xml", "csv", "csv:facts", "text" or "tree"."""
        return self._handle.write(format)

    def __repr__(self) -> str:
        return f"<nianbao.Report {self.agency} {self.year}, {len(self.findings)} findings>"


def _cell(cell: dict[str, Any]) -> Cell:
    value = cell["value"]
    return Cell(None if value is None else Decimal(value), *(cell[key] for key in ("unit", "raw", "status", "line", "column")))


def _finding(finding: dict[str, Any]) -> Finding:
    known: dict[str, Any] = {name: finding.get(name) for name in Finding.__dataclass_fields__}
    known["cells"] = tuple(map(tuple, finding["cells"]))
    return Finding(**known)


def read(source: Source, *, name: str | None = None, lint: bool = True, fill: bool = False, force: bool = False,
         format: str | None = None, encoding: str | None = None) -> Report:
    """Compile a file (its path) or the bytes of one. `lint`: every rule, else those of structure, tables and arithmetic.
    `fill`: values that follow from the form's relations, as 'derived'. `force`: take what is no report all the same.
    `format` and `encoding` are detected. Raises nianbao.Error, or OSError where the file cannot be opened."""
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    given = name or ("bytes" if isinstance(source, bytes) else os.fspath(source))
    return Report(Handle(given, data, all_rules=lint, fill=fill, force=force, format=format, encoding=encoding))
