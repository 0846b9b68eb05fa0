"""Compare what the program says of a report with the truth, cell by cell."""
from decimal import Decimal, InvalidOperation

PLAIN = {
    "given": ("given", ), "blank": ("blank", ), "na": ("na", ), "missing": ("missing", ),
    "either": ("na", "given", "blank"), "unread": ("unread", ),
    "absent": ("blank", "missing", "ambiguous", "placed"), "traceless": ("blank", "missing")
}
PLAIN_LOSSY = {"given": ("given", "placed", "ambiguous"), "blank": ("blank", "missing", "ambiguous")}
TRUSTED = ("given", "placed", "blank", "na", "derived")  # a reader of the output takes these at their word
SAID = ("given", "derived")  # other silent cells are said to be empty, missing or inferred, which is untrue
PRINTED = ("given", "unread")  # something stands in the cell
TITLES = {"disclosure": "主动公开政府信息情况", "applications": "收到和处理政府信息公开申请情况",
          "review": "政府信息公开行政复议、行政诉讼情况"}  # by which a finding names a table
ABSENT = {"value": None, "status": "missing", "unit": "", "line": None}


def number(text):
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return "not a number: %s" % text


class Flags:
    """What the findings name: cells, whole rows, lines."""

    def __init__(self, findings):
        self.cells, self.rows, self.lines, self.tables = set(), set(), set(), set()
        for finding in findings:
            for ref in finding.get("cells") or []:
                self.cells.add(tuple(ref))
            if finding["rule"].startswith("NB2") and finding.get("name") not in ("row-order",
                                                                                 "form-mismatch"):
                self.rows |= {tuple(ref[:2]) for ref in finding.get("cells") or []}
                self.lines.add(finding.get("line"))
                said = "%s %s" % (finding.get("expected"), finding.get("message"))
                self.tables |= {table for table, title in TITLES.items() if title in said}

    def name(self, key, cell):
        return key in self.cells or key[:2] in self.rows or (cell["line"] is not None
                                                             and cell["line"] in self.lines)


def right(truth, cell):
    """The value is the printed one, and so is the unit where one is printed."""
    value = number(cell["value"])
    if truth["kind"] == "either":
        return value is None or value == 0
    return value == number(truth["value"]) and (not truth.get("unit") or cell["unit"] == truth["unit"])


def value_right(truth, cell):
    """Right but for the unit."""
    return not truth.get("damaged") and not right(truth, cell) and right({**truth, "unit": None}, cell)


def is_flagged(truth, key, cell, flags):
    """Whether a reader is warned. Never where a printed cell is said to be empty, unless damage may have
    moved it; where it is said
    to be missing, a finding must name it."""
    if truth["kind"] in PRINTED and cell["status"] in ("blank", "na") and not truth.get("damaged"):
        return False
    if truth["kind"] in PRINTED and cell["status"] == "missing":
        return flags.name(key, cell) or key[0] in flags.tables
    return cell["status"] not in TRUSTED or flags.name(key, cell)


def judge_cell(truth, key, cell, flags, lossy):
    """A verdict: exact, marked (right but not plainly said so), flagged, silent; or of a damaged cell
    right, flagged, silent, unseen."""
    flagged = is_flagged(truth, key, cell, flags)
    if truth.get("damaged"):
        value = number(cell["value"])
        absent = value is None and truth["kind"] in ("missing", "blank", "na", "either", "absent", "traceless")
        word = truth["kind"] == "either" and value == 0
        if (value == number(truth["intended"]) or absent or word) and not truth["must_flag"]:
            return "right"
        return "flagged" if flagged else "unseen" if truth["unseen"] else "silent"
    if right(truth, cell) and (flagged or truth["kind"] != "unread"):
        plain = (PLAIN_LOSSY if lossy else {}).get(truth["kind"]) or PLAIN[truth["kind"]]
        return "exact" if cell["status"] in plain else "marked"
    return "flagged" if flagged else "silent"


def cell_of(output, key):
    table = (output.get("tables") or {}).get(key[0]) or {}
    return {**ABSENT, **((table.get("rows") or {}).get(key[1]) or {}).get(key[2], {})}


def typo_named(truth, output):
    """The right cell is named, alone, with the right value."""
    wrong = next(key for key, cell in truth.items() if cell.get("intended") not in (None, cell["value"]))
    for finding in output.get("findings") or []:
        if finding["rule"] == "NB307" and [list(ref)
                                           for ref in finding.get("cells") or []][:1] == [wrong.split("/")]:
            wanted = number(truth[wrong]["intended"])
            if wanted in (safe(finding.get("expected")), safe(finding.get("suggestion"))):
                return True
    return False


def safe(text):
    return number(text) if isinstance(text, str) else None


# Tables that stand under another's heading are said to, and rightly.
MISPLACING = ("one-article", "other-order")


def needless(case, output):
    """Findings on the tables of a report in which nothing is wrong with them, without notes and what hangs
    below another."""
    if case.damage or case.head:
        return []
    return [finding for finding in output.get("findings") or []
            if finding["rule"][:3] in ("NB2", "NB3") and finding.get("severity") != "note"
            and "cause" not in finding
            and not (getattr(case, "twist", None) in MISPLACING and finding.get("name") == "table-misplaced")]


def is_named(wanted, output):
    """Whether a finding says what it must: its name, and the row that it names."""
    name, *row = wanted
    return any(finding.get("name") == name and row in [list(ref[:2]) for ref in finding.get("cells") or []]
               for finding in output.get("findings") or [])


def judge(case, output):
    """({verdict: count}, [notes on cells that are not exact]); verdicts of damaged cells begin with
    "damaged "."""
    flags = Flags(output.get("findings") or [])
    flags.tables |= set() if "tables" in output else set(TITLES)  # refused: nothing is said of any cell
    counts, notes = {}, []

    def count(verdict):
        counts[verdict] = counts.get(verdict, 0) + 1

    for name, truth in case.truth.items():
        key = tuple(name.split("/"))
        cell = cell_of(output, key)
        verdict = judge_cell(truth, key, cell, flags, case.layout.loses_blank)
        count(("damaged " if truth.get("damaged") else "") + verdict)
        if verdict == "silent" and cell["status"] not in SAID:
            count("untrue")
        if not truth.get("damaged") and truth.get("unseen"):
            count("replaced")
        if verdict == "exact" and truth.get(
                "lines") and cell["value"] is not None and cell["line"] not in truth["lines"]:
            count("line wrong")
        if verdict not in ("exact", "right"):
            notes.append(
                "%s%s %s: printed %r %s(%s%s), read %s %s (%s) line %s; stands on %s" %
                ("unit " if value_right(truth, cell) else "damaged " if truth.get("damaged") else "",
                 verdict.replace("silent", "SILENT"), name, truth.get("text"), truth.get("unit")
                 or "", truth["kind"], ", meant %s" % truth["intended"] if truth.get("damaged") else "",
                 cell["value"], cell["unit"], cell["status"], cell["line"], truth.get("lines")))
    for finding in needless(case, output):
        count("needless")
        notes.append("needless %s %s line %s: %s" %
                     (finding["rule"], finding.get("name"), finding.get("line"), finding.get("message")))
    if case.wanted:
        count("wanted named" if is_named(case.wanted, output) else "wanted not named")
    if case.damage == "digit-wrong":
        count("typo named" if typo_named(case.truth, output) else "typo not named")
    return counts, notes
