"""The minimal inputs of ../shared/cases/heads: the fields and rules that their expect.tsv speaks of. Usage: heads_shared.py PROGRAM FOLDER"""
import json
import os
import subprocess
import sys


def run(program, *words):
    return subprocess.run([program, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)


def fields(**right):
    return lambda report, rules: all(report[key] == value for key, value in right.items())


def roles(*right):
    return lambda report, rules: [article["role"] for article in report["articles"]] == list(right)


def period(start, end):
    return lambda report, rules: report["period"] == {"from": start, "to": end} and "period-missing" not in rules


def raises(rule):
    return lambda report, rules: rule in rules


def silent(*names):
    return lambda report, rules: not set(names) & set(rules)


def both(*checks):
    return lambda report, rules: all(check(report, rules) for check in checks)


def sections(count):
    return lambda report, rules: sum(block["type"] == "section" for block in report["articles"][0]["blocks"]) == count


def states(**right):
    """Indicators of facts, TABLE.ROW.total, and their quantities."""
    return lambda report, rules: all(any(str(fact["indicator"]).endswith(f"{row}.total") and fact["quantity"] == number
                                         for fact in report["facts"]) for row, number in right.items())


RIGHT = {
    "01": fields(title="云丘海关2022年信息公开工作年度报告", agency="云丘海关", year=2022, form="2021"),
    "02": fields(title="云丘市审计局2022年政府信息公开工作的年度报告", agency="云丘市审计局", year=2022),
    "03": fields(title="云丘市审计局关于2022年度政府信息公开情况的报告", agency="云丘市审计局"),
    "05": both(fields(title="石坪街道办事处2022年政府信息公开工作年度报告", published="2023-01-25"), silent("title-missing")),
    "06": both(fields(title="云丘市审计局2022年政府信息公开工作年度报告", agency="云丘市审计局", year=2022),
               lambda report, rules: report["published"] in ("2023-01-30", "2023-06-08")),
    "07": both(fields(title="2022年政府信息公开年报"), lambda report, rules: report["agency"] in (None, "云丘市石坪镇人民政府")),
    "09": fields(agency="云丘海关"),
    "10": both(fields(agency="云丘大学"), silent("year-mismatch")),
    "11": fields(published=None),
    "13": fields(agency="云丘区审计局", published="2023-04-08"),
    "14": period("2022-01-01", "2022-12-31"),
    "15": fields(year=2022),
    "16": roles("overview", "disclosure", "applications", "review"),
    "17": roles("overview", "disclosure"),
    "18": both(sections(4), silent("enumerator-broken", "article-order")),
    "20": silent("unbalanced-bracket"),
    "21": both(roles("overview", "disclosure"), lambda report, rules: len(report["tables"]["disclosure"]["rows"]) >= 4),
    "22": raises("form-mismatch"),
    "23": silent("cell-count"),
    "26": raises("document-number"),
    "28": roles("overview", "disclosure", "applications"),
    "29": raises("year-mismatch"),
    "31": states(received=36, granted=30, partly_granted=3, denied=2, carried_out=1),
}
REFUSED = ("24", "25")


def main():
    program, folder = sys.argv[1:]
    bad = count = 0
    for name in sorted(os.listdir(folder)):
        path, number = os.path.join(folder, name), name[:2]
        done = run(program, "convert", "-t", "json", path)
        if number in REFUSED:
            right = done.returncode == 2
        elif number in RIGHT:
            rules = [f["name"] for f in json.loads(run(program, "lint", "--no-config", "--format=json", path).stdout)["reports"][0]["findings"]]
            right = RIGHT[number](json.loads(done.stdout), rules)
        else:
            continue
        count += 1
        bad += not right
        if not right:
            print(f"{name} is not right")
    print(f"{count} heads, {bad} wrong")
    return bad > 0 or count < len(RIGHT)


if __name__ == "__main__":
    sys.exit(main())
