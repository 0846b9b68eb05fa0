"""How the head of a table, or what stands in its cells, differs from the form: one function a kind, with
the truth kept beside it.

Each kind goes with any layout that can print it. Cells that nobody can place for certain (no labels at all,
say) are marked as damaged cells are: to be read rightly, or not to be trusted."""
from decimal import Decimal

import damage
import model
import official
import printing
import values

OTHER_WORDS = {"natural_person": ["公民", "个人"], "enterprise": ["公司", "工商户"], "research": ["高校", "院校"],
               "public_interest": ["社会团体", "慈善团体"], "legal_service": ["法律服务单位", "公证处"], "other": ["其余申请人"],
               "total": ["小计", "全部"]}
APPLICANT_LABELS = {"subtotal": ["小计", "法人或其他组织合计"], "last_year": ["上年总计", "去年合计"], "remark": ["备注", "说明"]}
REMARKS = ["无", "已办结", "见附件", "当面答复"]
WORDS = ["待核", "未统计", "不详", "见说明"]
HIDDEN = ["*", "**", "***", "＊＊"]
COUNTED = ["数据%d", "列%d", "数值%d", "第%d列", "Column %d"]
SHORT = {
    "一、本年新收政府信息公开申请数量": "一、本年新收", "二、上年结转政府信息公开申请数量": "二、上年结转", "三、本年度办理结果": "三、办理结果",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)": "(二)部分公开", "1.属于国家秘密": "1.国家秘密",
    "2.其他法律行政法规禁止公开": "2.法律法规禁止公开", "3.危及“三安全一稳定”": "3.三安全一稳定", "4.保护第三方合法权益": "4.第三方权益",
    "5.属于三类内部事务信息": "5.内部事务信息", "6.属于四类过程性信息": "6.过程性信息", "7.属于行政执法案卷": "7.执法案卷",
    "8.属于行政查询事项": "8.查询事项", "1.本机关不掌握相关政府信息": "1.本机关不掌握", "2.没有现成信息需要另行制作": "2.需另行制作",
    "3.补正后申请内容仍不明确": "3.补正后仍不明确", "1.信访举报投诉类申请": "1.信访举报投诉", "3.要求提供公开出版物": "3.公开出版物",
    "4.无正当理由大量反复申请": "4.大量反复申请", "5.要求行政机关确认或重新出具已获取信息": "5.确认或重新出具",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期未缴费", "四、结转下年度继续办理": "四、结转下年度",
    "商业企业": "企业", "科研机构": "科研", "社会公益组织": "公益组织", "法律服务机构": "法律服务",
    "结果维持": "维持", "结果纠正": "纠正", "其他结果": "其他", "尚未审结": "未审结", "未经复议直接起诉": "直接起诉",
    "本年制发件数": "制发件数", "本年废止件数": "废止件数", "现行有效件数": "现行有效", "本年处理决定数量": "处理决定",
    "本年收费金额(单位:万元)": "收费金额(万元)", "本年新制作数量": "新制作", "本年新公开数量": "新公开", "对外公开总数量": "公开总数",
    "上一年项目数量": "上年项目", "处理决定数量": "处理决定", "采购项目数量": "项目数量", "采购总金额": "总金额",
    "行政事业性收费": "事业性收费", "其他对外管理服务事项": "其他管理服务事项",
}
LOOK_ALIKE = {
    "未": "末", "申": "由", "件": "伴", "政": "故", "请": "清", "密": "蜜", "理": "埋", "复": "夏", "公": "么", "机": "杌",
    "科": "料", "益": "盖", "结": "洁", "果": "杲", "维": "惟", "纠": "纣", "正": "止", "诉": "拆", "自": "白", "然": "燃",
    "业": "亚", "服": "眼", "规": "现", "章": "童", "制": "刹", "年": "午", "收": "攸", "数": "敷", "处": "外", "保": "呆",
    "属": "厲", "权": "杈", "组": "祖"
}


def table_of(scene, name):
    return next(table for table in scene.tables if table.id == name)


def reorder(table, order):
    """Put the columns of each row, labels and cells, in another order: `order` takes and gives a list of
    (id, label)."""
    for segment in table.segments:
        header = order(segment.header)
        places = [segment.header.index(each) for each in header]
        segment.header = header
        for row in segment.rows:
            row.values = [row.values[i] for i in places]


def exchange(rng, header, least=0):
    """Two columns change places."""
    header = list(header)
    if len(header) - least > 1:
        i, j = rng.sample(range(least, len(header)), 2)
        header[i], header[j] = header[j], header[i]
    return header


def doubt(table, columns=None):
    """Cells that are to be read rightly or not to be trusted."""
    for row in table.real_rows():
        for value in row.values:
            if value.key and (columns is None or value.key[1:] in columns or value.key[2] in columns):
                value.damaged = True
                value.intended = value.value if value.intended is None else value.intended


def insert_column(scene, at, column, texts):
    """A column that the form does not have; `texts` are its cells, one a row."""
    table = table_of(scene, "applications")
    segment = table.segments[0]
    segment.header = list(segment.header)
    segment.header.insert(at, (column, scene.rng.choice(APPLICANT_LABELS[column])))
    for row, text in zip(segment.rows, texts):
        row.values.insert(at, model.Value(None, text, None))
    return segment.header[at][1]


# ---- columns in another order ----

def exchanged(scene):
    table = table_of(scene, "applications")
    reorder(table, lambda header: exchange(scene.rng, header[:-1]) + header[-1:])
    return " ".join(label for _, label in table.segments[0].header)


def total_first(scene):
    reorder(table_of(scene, "applications"), lambda header: header[-1:] + header[:-1])
    order_outcomes(table_of(scene, "review"), lambda names: names[-1:] + names[:-1])
    return "totals first"


def disclosure_exchanged(scene):
    reorder(table_of(scene, "disclosure"), lambda header: exchange(scene.rng, header))
    return "columns of the disclosure table"


def order_blocks(table, order):
    """Put the blocks of the review table in another order; `order` takes and gives a list of ((label,
    names), values)."""
    segment = table.segments[0]
    line, blocks = list(segment.rows[0].values), []
    for label, names in segment.header:
        blocks.append(((label, names), line[:len(names)]))
        del line[:len(names)]
    blocks = order(blocks)
    segment.header = [head for head, _ in blocks]
    segment.rows[0].values = [value for _, cells in blocks for value in cells]


def order_outcomes(table, order):
    """Put the outcomes of each block of the review table in another order."""
    def each(block):
        (label, names), cells = block
        header = order(list(enumerate(names)))
        return (label, [name for _, name in header]), [cells[i] for i, _ in header]
    order_blocks(table, lambda blocks: [each(block) for block in blocks])


def litigation_first(scene):
    order_blocks(table_of(scene, "review"), lambda blocks: blocks[1:] + blocks[:1])
    return "行政诉讼 first"


def outcomes_exchanged(scene):
    i, j = scene.rng.sample(range(4), 2)

    def order(names):
        names[i], names[j] = names[j], names[i]
        return names
    order_outcomes(table_of(scene, "review"), order)
    return "outcomes %d and %d" % (i + 1, j + 1)


# ---- columns too few and too many ----

def column_absent(scene):
    """A column in which nobody applied is left out, label and cells."""
    table = table_of(scene, "applications")
    column = scene.absent
    for row in table.real_rows():
        row.values = [value for value in row.values if value.key[2] != column]
    table.segments[0].header = [each for each in table.segments[0].header if each[0] != column]
    return "without %s" % column


def nobody_in_a_column(scene, figures):
    """Figures in which one kind of applicant does not occur."""
    scene.absent = scene.rng.choice(official.APPLICANTS[:-1])
    for (table, row, column), number in list(figures.items()):
        if table == "applications" and column == scene.absent:
            figures[table, row, "total"] -= number
            figures[table, row, column] = Decimal(0)


def label_blank(scene):
    """The label of a column is not printed; its cells are."""
    table = table_of(scene, "applications")
    column = scene.rng.choice(official.APPLICANTS[:-1])
    segment = table.segments[0]
    segment.header = [(each, "" if each == column else label) for each, label in segment.header]
    doubt(table, [column] if scene.layout.shows_blank else None)
    return "no label over %s" % column


def other_word(scene):
    """One column bears a word that is not the form's, nor near to it: the sums tell which it is."""
    column = scene.rng.choice(list(OTHER_WORDS))
    segment = table_of(scene, "applications").segments[0]
    words = scene.rng.choice(OTHER_WORDS[column])
    segment.header = [(each, words if each == column else label) for each, label in segment.header]
    doubt(table_of(scene, "applications"), [column])
    return "%s for %s" % (words, column)


def subtotal(scene):
    table = table_of(scene, "applications")
    inside = official.BODIES[:5]
    sums = [
        sum(value.value or 0 for value in row.values if value.key[2] in inside)
        for row in table.segments[0].rows
    ]
    return insert_column(scene, 1, "subtotal",
                         [printing.digits(Decimal(each), scene.numbers, "") for each in sums])


def last_year(scene):
    rows = table_of(scene, "applications").segments[0].rows
    return insert_column(scene, 7, "last_year", ["%d" % values.count(scene.rng, 40) for _ in rows])


def remark(scene):
    rows = table_of(scene, "applications").segments[0].rows
    empty = ["", "", ""] if scene.layout.shows_blank else []
    return insert_column(scene, 7, "remark",
                         [scene.rng.choice(REMARKS[:1] * 4 + REMARKS + empty) for _ in rows])


def serial(scene):
    table = table_of(scene, "applications")
    table.serial = True
    if not scene.layout.shows_blank:  # a number of the row stands where a value may
        doubt(table)
    return "序号 in front"


# ---- the head as a whole ----

def flat_head(scene):
    table_of(scene, "applications").head = "flat"
    return "one header row"


def no_labels(scene):
    for name in ("disclosure", "applications"):
        table = table_of(scene, name)
        table.head = "bare"
        doubt(table)
    return "no column labels"


def labels_of_nothing(scene):
    """Labels that count the columns, as models that read pages make them up; the total may keep its own."""
    table = table_of(scene, "applications")
    pattern, total = scene.rng.choice(COUNTED), scene.rng.random() < 0.5
    for segment in table.segments:
        segment.header = [(column, label if total and column == "total" else pattern % (i + 1))
                          for i, (column, label) in enumerate(segment.header)]
    table.head = "flat"
    doubt(table)
    return "labels that count the columns"


def head_repeated(scene):
    """The table goes on over one or two pages, each with the head."""
    table = table_of(scene, "applications")
    segment = table.segments[0]
    cuts = sorted(scene.rng.sample(range(3, len(segment.rows) - 1), scene.rng.choice([1, 1, 2])))
    table.segments = [model.Segment(segment.caption, segment.header, segment.rows[a:b])
                      for a, b in zip([0] + cuts, cuts + [len(segment.rows)])]
    return "head again before rows %s" % cuts


def relabel(scene, change):
    """Other wordings: rows, headings at the side, columns."""
    for table in scene.tables:
        for segment in table.segments:
            if table.id == "review":
                segment.header = [("/".join(map(change, label.split("/"))), list(map(change, names)))
                                  for label, names in segment.header]
            else:
                segment.header = [(column, change(label)) for column, label in segment.header]
            fresh = {}
            for row in segment.rows:
                row.label = change(row.label)
                row.path = tuple(fresh.setdefault(heading, change(heading)) for heading in row.path)


def short_labels(scene):
    rate, chosen = scene.rng.choice([0.2, 0.6, 1.0]), {}
    relabel(scene, lambda text: SHORT.get(text, text)
            if chosen.setdefault(text, scene.rng.random() < rate) else text)
    return "%d labels shortened" % sum(chosen[text] for text in chosen if text in SHORT)


def garbled(rng, text):
    """A label with one character read wrongly, a long one perhaps with two; where it is too short to be
    known again, none."""
    places = [i for i, char in enumerate(text) if char in LOOK_ALIKE]
    if len(text) < 4 or not places:
        return text
    for at in rng.sample(places, min(len(places), 2 if len(text) >= 9 and rng.random() < 0.3 else 1)):
        text = text[:at] + LOOK_ALIKE[text[at]] + text[at + 1:]
    return text


def garbled_labels(scene):
    rate, changed = scene.rng.choice([0.05, 0.15, 0.4]), []

    def change(text):
        other = garbled(scene.rng, text) if scene.rng.random() < rate else text
        changed.append(other != text)
        return other
    relabel(scene, change)
    return "%d labels garbled" % sum(changed)


# ---- the review table ----

def review_rows(scene):
    table_of(scene, "review").head = "rows"
    return "three rows of five"


def review_tables(scene):
    table_of(scene, "review").head = "tables"
    return "three tables, the block in the heading above"


def review_apart(scene):
    table_of(scene, "review").head = "apart"
    return "the values stand behind the next heading"


def review_two_lines(scene):
    table = table_of(scene, "review")
    table.head = "two-lines"
    doubt(table, ["litigation_direct", "litigation_after_review"] + [
        value.key[1:] for value in table.segments[0].rows[0].values[5:]])
    return "without the third header row"


def review_bare(scene):
    table = table_of(scene, "review")
    table.head = "bare"
    doubt(table)
    return "without a header"


# ---- a second table of the same kind ----

def second_table(scene, heading):
    """Another table of a kind that is there: its rows fill no gap of the first, which lacks one that is
    zero throughout."""
    name = scene.rng.choice(["disclosure", "applications"])
    table = table_of(scene, name)
    other = printing.print_figures(scene.rng, values.figures(scene.rng, scene.form), scene.numbers,
                                   scene.form)
    twin = next(each for each in model.tables(scene.form, other) if each.id == name)
    for row in twin.rows():
        for value in row.values:
            value.key = None
    scene.second.append((heading, twin))
    rows = [(segment, row) for segment in table.segments for row in segment.rows if len(segment.rows) > 1
            and row.id != "outcome_total" and not any(value.value for value in row.values)]
    if not rows or scene.rng.random() < 0.3:
        return "%s twice" % name
    segment, lost = scene.rng.choice(rows)
    segment.rows.remove(lost)
    return "%s twice, the first without %s" % (name, lost.id)


def second_last_year(scene):
    return second_table(scene, scene.rng.choice(["上年度有关数据如下。", "附:上年度同期数据", "附表:{last}年情况"]))


def second_office(scene):
    return second_table(scene, scene.rng.choice(["附:所属单位有关数据", "附件1:下属事业单位填报情况"]))


# ---- one cell ----

def one_cell(scene, texts, wanted=lambda value: value.kind == "given"):
    """One cell of the applications or the review table prints something else; the others stand as they
    are."""
    rows = [row for row in scene.rows("applications", "review")]
    cells = [value for row in rows for value in row.values if value.key and wanted(value)]
    if not cells:
        return None
    value = scene.rng.choice(cells)
    value.text = scene.rng.choice(texts(value))
    return value


def unread_cell(texts):
    def head(scene):
        value = one_cell(scene, lambda _: texts)
        if value is None:
            return None
        value.value, value.kind, value.unit = None, "unread", None
        return "%s in %s" % (value.text, value.key)
    return head


def cell_han(scene):
    value = one_cell(
        scene, lambda value: [printing.han(int(value.value))],
        lambda value: value.kind == "given" and 0 < value.value < 10000 and value.value == int(value.value))
    if value is None:
        return None
    value.unit = None
    return "%s in %s" % (value.text, value.key)


def total_without(texts, kind):
    """(七)总计 prints nothing, or a stroke, though outcomes are printed."""
    def head(scene):
        row = next(row for row in scene.rows("applications") if row.id == "outcome_total")
        if not any(value.value for value in row.values):
            return None
        text = scene.rng.choice([text for text in texts if text not in scene.layout.forbidden] or [""])
        for value in row.values:
            value.text, value.value, value.kind, value.unit = text, None, kind, None
        scene.wanted = ("total-missing", "applications", "outcome_total")
        return "%s in %s" % (text or "nothing", row.id)
    return head


# ---- figures ----

def figures_printed(**habits):
    def head(scene):
        if {"grouped", "spaced"} & set(habits) and " " in scene.layout.forbidden:
            return None
        touched = sum(value.habit for row in scene.rows() for value in row.values)
        return "%d figures" % touched if touched else None
    head.habits = habits
    return head


HEADS = {
    "exchanged": exchanged, "total-first": total_first, "disclosure-exchanged": disclosure_exchanged,
    "litigation-first": litigation_first, "outcomes-exchanged": outcomes_exchanged,
    "column-absent": column_absent, "label-blank": label_blank, "other-word": other_word, "subtotal": subtotal, "last-year": last_year,
    "remark": remark, "serial": serial, "flat": flat_head, "no-labels": no_labels, "labels-counted": labels_of_nothing, "repeated": head_repeated,
    "short-labels": short_labels, "garbled-labels": garbled_labels,
    "review-rows": review_rows, "review-tables": review_tables, "review-apart": review_apart,
    "review-two-lines": review_two_lines, "review-bare": review_bare,
    "second-last-year": second_last_year, "second-office": second_office,
    "cell-words": unread_cell(WORDS), "cell-question": unread_cell(["?", "？"]),
    "cell-stars": unread_cell(HIDDEN), "cell-han": cell_han,
    "total-empty": total_without([""], "blank"), "total-stroke": total_without(["/", "无", "—"], "na"),
    "figures-decimal": figures_printed(decimals=1.0), "figures-han": figures_printed(han=1.0),
    "figures-about": figures_printed(about=0.1), "figures-remark": figures_printed(remark=0.2),
    "figures-note": figures_printed(note=0.2), "figures-struck": figures_printed(struck=0.1),
    "figures-grouped": figures_printed(grouped=1.0), "figures-spaced": figures_printed(spaced=1.0),
}
HEAD_NAMES = list(HEADS)
BEFORE_PRINTING = {"column-absent": nobody_in_a_column}
WITH_DAMAGE = [
    "exchanged", "total-first", "disclosure-exchanged", "litigation-first", "outcomes-exchanged", "flat"
]


def fits(name, layout):
    """Whether a layout can print this kind, so that it can be known again."""
    if layout.loses_blank:
        return False
    if name == "figures-struck":
        return layout.html
    if name == "figures-han":
        return "、" not in layout.forbidden
    return layout.shows_blank or name != "total-empty"


def habits_of(name):
    return getattr(HEADS.get(name), "habits", {})
