"""A whole report as blocks in order: furniture, headings, paragraphs, tables."""
from dataclasses import dataclass, field, replace

import model
import prose

TWISTS = [
    "plain", "one-article", "other-order", "twice", "no-caption", "no-heading", "notes", "other-table",
    "glued-heading"
]
TABLE_ROLES = ["disclosure", "applications", "review"]  # each named like its table


@dataclass
class Block:
    """kind: before, after (furniture), title, heading, section, paragraph, table, signature."""
    kind: str
    text: str = ""
    table: object = None


@dataclass
class Report:
    office: object
    blocks: list = field(default_factory=list)
    waiting: list = field(default_factory=list)  # tables that stand behind the next heading

    def add(self, kind, *texts):
        self.blocks += [Block(kind, text) for text in texts]

    def add_tables(self, tables):
        """Tables as they stand under one heading; the review table may come in parts."""
        for table in tables:
            if table.head == "tables":
                for number, (name, part) in enumerate(model.review_parts(table)):
                    self.add("section", "(%s)%s" % ("一二三"[number], name))
                    self.blocks.append(Block("table", "", part))
            elif table.head == "apart":
                self.blocks.append(Block("table", "", replace(table, head="header")))
                self.waiting.append(replace(table, head="values"))
            else:
                self.blocks.append(Block("table", "", table))

    def add_waiting(self):
        """What comes behind the next heading."""
        tables, self.waiting = self.waiting, []
        self.add_tables(tables)


def overview(report, rng):
    office = report.office
    if rng.random() < 0.6:
        for number, name in enumerate(prose.SECTIONS):
            report.add("section", "(%s)%s" % ("一二三四五"[number], name))
            report.add("paragraph", *office.some(prose.OVERVIEW, 1, 2))
    else:
        report.add("paragraph", *office.some(prose.OVERVIEW, 2, 5))


def with_notes(office, rng, table):
    """Notes between rows, under the headings that their neighbours share."""
    for segment in table.segments:
        model.insert_line(table, segment, rng.randint(1, len(segment.rows)), office.one(prose.NOTES))
        if rng.random() < 0.6:
            break


def without_captions(rng, table):
    if table.id == "disclosure":
        for segment in table.segments:
            if rng.random() < 0.8:
                segment.caption = ""
    elif table.id == "applications":
        table.segments[0].caption = ""


def arrange(rng, tables, twist):
    """In which order the articles stand, and which tables stand under each."""
    roles = list(prose.ROLES)
    under = {table.id: [table] for table in tables}
    if twist == "one-article":
        where = rng.choice(TABLE_ROLES)
        under = {where: tables}
    elif twist == "other-order" and rng.random() < 0.5:
        roles[1:4] = rng.sample(TABLE_ROLES, 3)
    elif twist == "other-order":
        under = {role: [table] for role, table in zip(TABLE_ROLES, rng.sample(tables, len(tables)))}
    return roles, under


def articles(report, rng, tables, twist, other):
    office = report.office
    number = prose.enumerator(rng)
    roles, under = arrange(rng, tables, twist)
    for index, role in enumerate(roles):
        heading = number(index) + rng.choice(prose.HEADINGS[role])
        if not (twist == "no-heading" and role in TABLE_ROLES and rng.random() < 0.6):
            glued = twist == "glued-heading" and index > 0 and report.blocks[-1].kind == "paragraph"
            if glued:
                report.blocks[-1].text += heading
            else:
                report.add("heading", heading)
        report.add_waiting()
        if role == "overview":
            overview(report, rng)
            if other:
                report.add_tables([other])
        elif role in TABLE_ROLES:
            if rng.random() < 0.15:
                report.add("paragraph", office.fill("{year}年的具体情况见下表。"))
            report.add_tables(under.get(role, []))
        else:
            report.add("paragraph", *office.some(prose.PROBLEMS if role == "problems" else prose.OTHERS, 1,
                                                 3))


def compose(rng, office, tables, twist, second=()):
    """The report, tables in the places that the twist gives them; `second` are tables of a kind that was
    there, with their headings."""
    report = Report(office)
    other = model.Table("other", [], office.other_table()) if twist == "other-table" else None
    for table in tables:
        if twist == "notes" and rng.random() < 0.8:
            with_notes(office, rng, table)
        if twist == "no-caption":
            without_captions(rng, table)
    if rng.random() < 0.5:
        report.add("before", *office.some(prose.BEFORE, 1, 5))
    if rng.random() < 0.9:
        report.add("title", office.title())
    report.add("paragraph", *office.some(prose.PREAMBLE, 1, 2))
    articles(report, rng, tables, twist, other)
    if twist == "twice":
        report.add("paragraph", "附表如下。")
        report.add_tables(tables)
    report.add_waiting()
    for heading, table in second:
        report.add("paragraph", office.fill(heading))
        report.add_tables([table])
    if rng.random() < 0.6:
        report.add("signature", office.name, "%d年1月%d日" % (office.year + 1, rng.randint(4, 31)))
    if rng.random() < 0.5:
        report.add("after", *office.some(prose.AFTER, 1, 4))
    return report
