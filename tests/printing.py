"""How figures and labels look in print: digits, signs, units, words for nothing; brackets and points of
the labels."""
from dataclasses import dataclass
from decimal import Decimal

from model import Value

FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789.,+"}
# hyphen-minus, minus, full-width hyphen-minus, en dash, small hyphen-minus, hyphen, no-break hyphen
MINUS_SIGNS = ["-", "\u2212", "\uff0d", "\u2013", "\ufe63", "\u2010", "\u2011"]
NOTHING = ["/", "\u2014", "-", "无", "零", "\u2014\u2014", "\uff0f"]
UNITS = {"made": "件", "published": "条", "total_public": "件", "issued": "件", "repealed": "件", "in_force": "件",
         "items_last_year": "项", "change": "项", "decisions": "件", "items": "项"}


@dataclass
class Numbers:
    """The habits of one office; all false is plain print."""
    full_width: bool = False
    thousands: bool = False
    plus: bool = False
    minus: str = "-"
    units: bool = False  # in the cells of the disclosure table
    cases: str = ""  # the unit in the cells of the applications table
    count_units: bool = False  # in the headers of the disclosure table
    header_unit: str = None  # of amounts, in the header
    nothing: str = None  # the word for zero, and where it stands
    nothing_rate: float = 0.0
    blank_rate: float = 0.0
    blank_rows: bool = False
    decimals: float = 0.0  # how many figures are printed so: 12.0
    han: float = 0.0  # 十二
    about: float = 0.0  # 约12
    remark: float = 0.0  # 12(其中2件)
    note: float = 0.0  # the mark of a note behind the figure
    struck: float = 0.0  # an older figure struck out before it
    grouped: float = 0.0  # 1 842
    spaced: float = 0.0  # 1 8 4 2


def habits(rng, blanks, plain=False):
    """Choose the habits; `blanks` says whether the layout can show an empty cell."""
    if plain:
        return Numbers()
    numbers = Numbers(full_width=rng.random() < 0.06, thousands=rng.random() < 0.08, plus=rng.random() < 0.3,
                      minus=rng.choice(MINUS_SIGNS) if rng.random() < 0.5 else "-", units=rng.random() < 0.06,
                      header_unit=rng.choice([None, None, "万元", "元"]))
    if rng.random() < 0.03:
        numbers.cases = "件"
    numbers.count_units = not numbers.units and rng.random() < 0.05
    if rng.random() < 0.12:
        numbers.nothing = rng.choice(NOTHING)
        numbers.nothing_rate = rng.choice([0.2, 0.6, 1.0])
    elif blanks and rng.random() < 0.5:
        numbers.blank_rate = rng.choice([0.1, 0.5, 1.0])
        numbers.blank_rows = rng.random() < 0.4
    return numbers


def digits(number, numbers, column):
    """The figure itself."""
    text = format(abs(number), ",f" if numbers.thousands else "f")
    if number < 0:
        text = numbers.minus + text
    elif column == "change" and numbers.plus and number > 0:
        text = "+" + text
    return text.translate(FULL_WIDTH) if numbers.full_width else text


HAN = "〇一二三四五六七八九"
NOTE_MARKS = "①②③"
DRESSINGS = ("decimals", "han", "about", "remark", "note", "struck", "grouped", "spaced")


def han(number):
    """A figure below ten thousand in Chinese numerals."""
    if number < 10:
        return "零" if number == 0 else HAN[number]
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        zero = zero or (not digit and bool(text))
        if digit:
            text += ("零" if zero and text else "") + HAN[digit] + name
            zero = False
    return text[1:] if text.startswith("一十") else text


def whole(value):
    return value.value == int(value.value) and value.value >= 0


def with_decimals(rng, value):
    if whole(value):
        value.text += rng.choice([".0", ".0", ".00"])


def in_han(rng, value):
    if whole(value) and value.value < 10000 and value.unit is None:
        value.text = han(int(value.value))
        if value.text == "零":  # a word for nothing as well
            value.kind, value.value = "either", None


def with_about(rng, value):
    if value.value > 0:
        value.text = rng.choice(["约", "约", "近"]) + value.text


def with_remark(rng, value):
    if value.value > 1 and whole(value):
        part = rng.randint(1, int(value.value))
        value.text += rng.choice(["(其中%d件)", "（其中%d件）", "(含%d件信函)"]) % part


def with_note(rng, value):
    number = rng.randint(1, 3)
    value.html = value.text + "<sup>%s</sup>" % rng.choice(["%d", "[%d]", "(%d)", "注%d"]) % number
    value.text += NOTE_MARKS[number - 1]


def with_struck(rng, value):
    tag = rng.choice(["del", "s", "strike"])
    value.html = "<%s>%d</%s>%s" % (tag, rng.randint(0, 99), tag, value.text)


def in_groups(rng, value):
    if whole(value):
        value.text = value.html = "{:,}".format(int(value.value)).replace(",", " ")


def spaced_out(rng, value):
    if whole(value):
        value.text = value.html = " ".join(str(int(value.value)))


DRESS = dict(zip(DRESSINGS, (with_decimals, in_han, with_about, with_remark, with_note, with_struck, in_groups, spaced_out)))


def dress_value(rng, value, numbers):
    """A figure in the habits that change more than its digits."""
    for name in DRESSINGS:
        rate = getattr(numbers, name)
        bare = value.kind == "given" and value.text.isascii() and value.text[-1].isdigit()
        if rate and bare and value.key[2] != "amount" and rng.random() < rate:
            before = value.text, value.html
            DRESS[name](rng, value)
            value.habit = before != (value.text, value.html)
    return value


def amount_unit(numbers, form, column):
    """The unit of an amount of money that is printed nowhere but in the header."""
    if column != "amount":
        return None
    return numbers.header_unit or ("万元" if form == "2021" else None)


def print_value(rng, key, number, numbers, form):
    """One figure in print."""
    column = key[2]
    if number == 0 and rng.random() < numbers.nothing_rate:
        kind = "either" if numbers.nothing == "零" else "na"
        return Value(key, numbers.nothing, None, kind)
    if number == 0 and rng.random() < numbers.blank_rate:
        return Value(key, "", None, "blank")
    text = digits(number, numbers, column)
    unit = amount_unit(numbers, form, column)
    if column == "amount" and form == "2019" and unit is None and (number or rng.random() < 0.5):
        unit = rng.choice(["万元", "万元", "元"])
        text += unit
    elif key[0] == "disclosure" and column in UNITS and (numbers.units or numbers.count_units):
        unit = UNITS[column]
        text += unit if numbers.units else ""
    elif key[0] == "applications" and numbers.cases:
        unit = numbers.cases
        text += unit
    return Value(key, text, number, "given", unit)


def print_figures(rng, figures, numbers, form):
    """{key: Value} of all figures; habits may leave blank only rows that are zero throughout."""
    rows = {}
    for (table, row, _), number in figures.items():
        rows.setdefault((table, row), []).append(number)
    printed = {}
    for key, number in figures.items():
        zero_row = not numbers.blank_rows or not any(rows[key[:2]])
        habit = numbers if zero_row else Numbers(**{**vars(numbers), "blank_rate": 0.0})
        printed[key] = dress_value(rng, print_value(rng, key, number, habit, form), numbers)
    return printed


@dataclass
class Labels:
    """How the words of the form are dressed."""
    brackets: str = "half"
    point: str = "."
    comma: str = ","
    quotes: str = "\u201c\u201d"


def dress_habits(rng):
    return Labels(rng.choice(["half", "full"]), rng.choice([".", ".", ".", "\uff0e"]),
                  rng.choice([",", "\uff0c"]), rng.choice(["\u201c\u201d", "\u201c\u201d", '""']))


def dress(text, labels):
    """A label in the office's punctuation."""
    if labels.brackets == "full":
        text = text.translate({ord(c): ord(c) + 0xFEE0 for c in "():"})
    if len(text) > 2 and text[0].isdigit() and text[1] == ".":
        text = text[0] + labels.point + text[2:]
    return text.replace(",", labels.comma).replace("\u201c", labels.quotes[0]).replace(
        "\u201d", labels.quotes[1])


def header_with_unit(column, label, numbers):
    """The header of a column, with its unit where the office prints one there."""
    if column in UNITS and numbers.count_units:
        return "%s(%s)" % (label, UNITS[column])
    if column != "amount" or not numbers.header_unit:
        return label
    bare = label.split("(")[0]
    return "%s(单位:%s)" % (bare, numbers.header_unit) if "单位" in label or len(numbers.header_unit) == 1 \
        else "%s(%s)" % (bare, numbers.header_unit)
