"""Many reports as one pandas table, one line a cell."""
from __future__ import annotations

import io
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Iterable

from .library import STATUSES, Error, Handle

if TYPE_CHECKING:
    import pandas

COLUMNS = "source agency year form table row column row_label column_label value unit raw status line".split()


def _compiled(path: str, fill: bool) -> bytes | Exception:
    try:
        return Handle(path, Path(path).read_bytes(), fill=fill).write("csv")
    except (Error, OSError) as why:
        return why


def panel(paths: Iterable[str | os.PathLike[str]], *, fill: bool = False) -> pandas.DataFrame:
    """The cells of all reports: the columns of `nianbao convert -t csv`. `value` holds exact Decimals (None where the cell has
    no number), `status`, `form`, `table`, `row` and `column` are categories, `year` and `line` nullable integers.
    A file that gives no report costs that file: it is warned of, and stands in `attrs["failures"]` with the reason."""
    import pandas

    names = [os.fspath(path) for path in paths]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(_compiled, names, [fill] * len(names)))
    failures = [(name, str(why)) for name, why in zip(names, results) if isinstance(why, Exception)]
    for _, why in failures:
        warnings.warn(why, stacklevel=2)
    frames = [_frame(document) for document in results if isinstance(document, bytes)]
    frame = pandas.concat([pandas.DataFrame(columns=COLUMNS, dtype=str), *frames], ignore_index=True)
    for name, categories in (("status", STATUSES), ("form", None), ("table", None), ("row", None), ("column", None)):
        values = categories or frame[name].unique()
        frame[name] = pandas.Categorical(frame[name], categories=values)
    for name in ("year", "line"):
        frame[name] = pandas.to_numeric(frame[name]).astype("Int64")
    frame["value"] = [Decimal(value) if value else None for value in frame["value"]]
    frame.attrs["failures"] = failures
    return frame


def _frame(document: bytes) -> pandas.DataFrame:
    import pandas

    return pandas.read_csv(io.BytesIO(document), dtype=str, keep_default_na=False, encoding="utf-8")
