"""The official forms as facts: which cells there are, under which labels, and which sums must hold."""
import csv
import os

HERE = os.path.dirname(os.path.abspath(__file__))

APPLICANTS = ["natural_person", "enterprise", "research", "public_interest", "legal_service", "other", "total"]
BODIES = APPLICANTS[1:-1] + ["subtotal"]  # what may stand under 法人或其他组织
GROUPS = {"denied": "(三)不予公开", "unavailable": "(四)无法提供", "rejected": "(五)不予处理", "other": "(六)其他处理"}
RESULTS = "三、本年度办理结果"
BALANCE_NOTE = "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"
OUTSIDE_RESULTS = ("received", "carried_in", "carried_out")


def load(form):
    """The cells of a form, in print order: a list of dicts with table, row, column, row_label, column_label."""
    with open(os.path.join(HERE, "official", form + ".tsv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def rows_of(form, table):
    """The rows of one table: a list of (row id, row label, [(column id, column label)...])."""
    rows = {}
    for cell in load(form):
        if cell["table"] == table:
            rows.setdefault((cell["row"], cell["row_label"]), []).append((cell["column"], cell["column_label"]))
    return [(row, label, columns) for (row, label), columns in rows.items()]


def outcome_rows(rows):
    """Of the row ids of an applications table, those that (七)总计 adds up."""
    return [row for row in rows if row not in OUTSIDE_RESULTS and row != "outcome_total"]


def relations(keys):
    """The sums among the cells that are printed: a list of (total keys, addend keys), each side adding up to the same."""
    keys = list(keys)
    found = []
    for table, total in (("applications", "total"), ("review", "total")):
        for row in dict.fromkeys(k[1] for k in keys if k[0] == table):
            line = [k for k in keys if k[0] == table and k[1] == row]
            found.append(([k for k in line if k[2] == total], [k for k in line if k[2] != total]))
    applications = dict.fromkeys(k[1] for k in keys if k[0] == "applications")
    outcomes = outcome_rows(applications)
    for column in APPLICANTS if applications else []:
        found.append(([("applications", "outcome_total", column)], [("applications", r, column) for r in outcomes]))
        found.append(([("applications", r, column) for r in ("received", "carried_in")],
                      [("applications", r, column) for r in ("outcome_total", "carried_out")]))
    return found


def broken_relations(values):
    """Relations that do not hold; `values` maps a key to a number or None. A side with nothing printed says nothing."""
    broken = []
    for left, right in relations(values):
        if not all(any(values.get(k) is not None for k in side) for side in (left, right)):
            continue
        if sum(values.get(k) or 0 for k in left) != sum(values.get(k) or 0 for k in right):
            broken.append((left, right))
    return broken
