"""Random figures of an office that keep every sum of the form."""
from decimal import Decimal

import official

# How busy the office is, and how likely it is: most have a handful of applications a year.
SIZES = [(0, 3), (3, 6), (12, 5), (60, 4), (400, 2), (9000, 1)]


def count(rng, size):
    """A count of an office of this size: mostly nothing, mostly small."""
    if size == 0 or rng.random() < 0.35:
        return 0
    return int(size * rng.random() ** 3) if rng.random() < 0.8 else rng.randint(0, size)


def applicants_of(rng, size):
    """How many cases each kind of applicant brings in a row; people far more than firms, firms more than the rest."""
    shares = {"natural_person": 1.0, "enterprise": 0.25, "research": 0.04, "public_interest": 0.04, "legal_service": 0.08,
              "other": 0.08}
    return {column: count(rng, size) if rng.random() < share ** 0.5 else 0 for column, share in shares.items()}


def applications(rng, form):
    """{(row, column): Decimal} of a consistent applications table."""
    size = rng.choices([s for s, _ in SIZES], [w for _, w in SIZES])[0]
    rows = [row for row, _, _ in official.rows_of(form, "applications")]
    outcomes = official.outcome_rows(rows)
    grid = {row: applicants_of(rng, size if rng.random() < 0.4 else 0) for row in outcomes}
    grid["granted"] = applicants_of(rng, size)
    grid["carried_out"] = applicants_of(rng, size // 8)
    columns = official.APPLICANTS[:-1]
    grid["outcome_total"] = {c: sum(grid[r][c] for r in outcomes) for c in columns}
    handled = {c: grid["outcome_total"][c] + grid["carried_out"][c] for c in columns}
    grid["carried_in"] = {c: min(handled[c], count(rng, size // 6)) for c in columns}
    grid["received"] = {c: handled[c] - grid["carried_in"][c] for c in columns}
    cells = {(row, c): Decimal(grid[row][c]) for row in rows for c in columns}
    cells.update({(row, "total"): Decimal(sum(grid[row].values())) for row in rows})
    return cells


def review(rng, form):
    """{(row, column): Decimal} of a consistent review table."""
    cells = {}
    for row, _, columns in official.rows_of(form, "review"):
        size = rng.choice([0, 0, 2, 5, 30])
        line = {c: count(rng, size) for c, _ in columns if c != "total"}
        line["total"] = sum(line.values())
        cells.update({(row, c): Decimal(v) for c, v in line.items()})
    return cells


def money(rng):
    """An amount, with up to two decimals or more."""
    if rng.random() < 0.4:
        return Decimal(0)
    whole = int(50000 * rng.random() ** 4)
    return Decimal(rng.choice(["%d" % whole, "%d.%d" % (whole, rng.randint(1, 9)), "%d.%02d" % (whole, rng.randint(1, 99)),
                               "%d.%04d" % (whole, rng.randint(1, 9999))]))


def disclosure(rng, form):
    """{(row, column): Decimal} of a disclosure table, which knows no sums."""
    size = rng.choice([0, 20, 300, 9000, 400000])
    cells = {}
    for row, _, columns in official.rows_of(form, "disclosure"):
        for column, _ in columns:
            if column == "amount":
                cells[row, column] = money(rng)
            elif column == "change":
                cells[row, column] = Decimal(count(rng, size // 20 + 3) * rng.choice([1, 1, -1]))
            else:
                cells[row, column] = Decimal(count(rng, size if column == "decisions" else size // 50 + 5))
    return cells


def figures(rng, form):
    """{(table, row, column): Decimal} of a whole report."""
    makers = {"disclosure": disclosure, "applications": applications, "review": review}
    return {(table, *key): value for table, make in makers.items() for key, value in make(rng, form).items()}
