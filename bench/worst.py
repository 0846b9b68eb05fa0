#!/usr/bin/env python3
"""worst.py FOLDER [BYTES] - texts that are made to cost much, of 64 KiB each: what a hostile or broken file may hold."""
import os
import random
import sys

TITLE = "汪河县档案局2023年政府信息公开工作年度报告\n"
LABELS = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "(一)予以公开", "(二)部分公开", "1.属于国家秘密",
          "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
          "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "3.补正后申请内容仍不明确", "2.重复申请",
          "3.要求提供公开出版物", "(七)总计", "四、结转下年度继续办理"]
HEAD = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"


def garble(rng, label):
    """A label with two characters exchanged: near to several, the same as none."""
    at, other = rng.sample(range(len(label)), 2)
    return "".join(label[other] if i == at else label[at] if i == other else c for i, c in enumerate(label))


def wide_table(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "| " + " | ".join([rng.choice(LABELS)] + [str(rng.randint(0, 9)) for _ in range(200)]) + " |\n"


def near_labels(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + "| | " + HEAD.replace(" ", " | ") + " |\n"
    while True:
        yield "| " + garble(rng, rng.choice(LABELS)) + " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"


def near_lines(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        yield garble(rng, rng.choice(LABELS)) + "\n1\n0\n"


def shorten(rng, label):
    """Some characters of a label, in their order; at least one."""
    return "".join(c for c in label if rng.random() < 0.75) or label[0]


def short_lines(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + HEAD.replace(" ", "\n") + "\n"
    while True:
        yield shorten(rng, rng.choice(LABELS)) + "\n1\n"


def short_columns(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield shorten(rng, rng.choice(LABELS)) + "".join("   %d" % rng.randint(0, 9) for _ in range(7)) + "\n"


def short_labels(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "  ".join(shorten(rng, rng.choice(LABELS)) for _ in range(4)) + "\n"


def begun_columns(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        label = rng.choice(LABELS)
        yield label[:rng.randint(1, len(label))] + "".join("   %d" % rng.randint(0, 9) for _ in range(7)) + "\n"


def labels_only(rng):
    while True:
        yield rng.choice(LABELS) + "\n"


def numbers_a_line(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield "%d\n" % rng.randint(0, 99)


def numbers_in_columns(rng):
    yield "三、收到和处理政府信息公开申请情况\n" + " " * 40 + HEAD.replace(" ", "   ") + "\n"
    while True:
        yield rng.choice(LABELS) + "".join(" " * rng.randint(2, 9) + str(rng.randint(0, 9)) for _ in range(rng.randint(3, 7))) + "\n"


def digits(rng):
    yield "三、收到和处理政府信息公开申请情况\n"
    while True:
        yield " ".join("%d" % rng.randint(0, 10**12) for _ in range(40)) + "\n"


def headings(_rng):
    while True:
        yield "1.主动公开情况\n"


def deep_headings(rng):
    marks = ["一、", "（一）", "1.", "（1）", "①"]
    while True:
        yield rng.choice(marks) + rng.choice(["主动公开", "依申请公开", "监督保障", "平台建设"]) + "情况\n"


def one_line(rng):
    while True:
        yield rng.choice(["本年度", "主动公开", "规章", "1件，", "（二）", "政府信息", "。", "总计", "2023年", "其中"])


def lost_cells(rng):
    """Rows of which the empty cells are gone: each may be put in many ways."""
    yield "三、收到和处理政府信息公开申请情况\n" + "| | " + HEAD.replace(" ", " | ") + " |\n"
    for label in LABELS:
        yield label + " | " + " | ".join(str(rng.randint(1, 9)) for _ in range(4)) + " |||\n"
    yield "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n"
    yield " | ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3) + " |\n"
    yield " | ".join(str(rng.randint(1, 9)) for _ in range(7)) + " ||||||||\n"
    while True:
        yield "六、其他需要报告的事项\n无其他需要报告的事项。\n"


def bars(_rng):
    while True:
        yield "|" * 60 + "\n"


def frames(rng):
    while True:
        yield "+" + "+".join("-" * rng.randint(1, 9) for _ in range(8)) + "+\n|" + "|".join(" " * rng.randint(1, 9) for _ in range(8)) + "|\n"


def commas(rng):
    while True:
        yield ",".join(rng.choice(["规章", "总计", "1", ""]) for _ in range(60)) + "\n"


def brackets(_rng):
    while True:
        yield "（" * 50 + "规章\n"


SHAPES = [wide_table, near_labels, near_lines, short_lines, short_columns, short_labels, begun_columns, labels_only, numbers_a_line,
          numbers_in_columns, digits, headings, deep_headings, one_line, lost_cells, bars, frames, commas, brackets]


def write(folder, size=64 * 1024):
    """The paths of the texts."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for shape in SHAPES:
        data, parts = TITLE.encode(), shape(random.Random(shape.__name__))
        while len(data) < size:
            data += next(parts).encode()
        paths.append(os.path.join(folder, shape.__name__.replace("_", "-") + ".txt"))
        with open(paths[-1], "wb") as file:
            file.write(data)
    return paths


if __name__ == "__main__":
    write(sys.argv[1], *map(int, sys.argv[2:]))
