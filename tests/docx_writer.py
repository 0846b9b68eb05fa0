#!/usr/bin/env python3
"""Writes DOCX files by hand: write_docx(path, blocks, **options).

blocks is a list of
    "text" or Paragraph(...)     a paragraph; "\\t" and "\\n" become a tab and a line break
    Grid([[cell, ...], ...])     a table as it is seen: each cell "text", a Cell, or None where a span of another cell covers it
    Raw("<w:p>...</w:p>")        XML of one's own, put into the body as it is
Cell(text, columns=1, rows=1) spans that many columns and rows; its text may be a list of blocks.
Options: numbering=XML of <w:numbering>'s content, styles=XML of <w:styles>'s content, parts={name: bytes} further or other members,
compression=zipfile's constant. Files are the same from run to run.

Run as a program, it writes the test documents that no word processor makes: docx_writer.py FOLDER.
"""
import os
import sys
import zipfile
from dataclasses import dataclass
from typing import Any, List, Optional
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": WORD,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass
class Paragraph:
    text: str
    style: Optional[str] = None
    number: Optional[tuple] = None  # (numId, ilvl)
    properties: str = ""  # further XML of <w:pPr>


@dataclass
class Cell:
    text: Any
    columns: int = 1
    rows: int = 1


@dataclass
class Grid:
    rows: List[list]
    widths: Optional[List[int]] = None  # twentieths of a point


@dataclass
class Raw:
    xml: str


def run_xml(text):
    out, rest = [], text
    while rest:
        at = min((rest.index(c) for c in "\t\n" if c in rest), default=len(rest))
        if at:
            out.append(f'<w:t xml:space="preserve">{escape(rest[:at])}</w:t>')
        if at < len(rest):
            out.append("<w:tab/>" if rest[at] == "\t" else "<w:br/>")
        rest = rest[at + 1 :]
    return "<w:r>" + "".join(out) + "</w:r>" if out else ""


def paragraph_xml(block):
    if isinstance(block, str):
        block = Paragraph(block)
    properties = ""
    if block.style:
        properties += f'<w:pStyle w:val="{block.style}"/>'
    if block.number:
        properties += f'<w:numPr><w:ilvl w:val="{block.number[1]}"/><w:numId w:val="{block.number[0]}"/></w:numPr>'
    properties += block.properties
    if properties:
        properties = f"<w:pPr>{properties}</w:pPr>"
    return f"<w:p>{properties}{run_xml(block.text)}</w:p>"


def cell_xml(cell, width, merge):
    inside = cell.text if isinstance(cell.text, list) else cell.text.split("\n")
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        properties += f'<w:gridSpan w:val="{cell.columns}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks_xml(inside)}</w:tc>"


def row_xml(row, widths, hanging):
    """One row; hanging[column] = (rows left, columns) of a cell that hangs down into it, and is brought up to date."""
    out, covered = [], 0
    for column, cell in enumerate(row):
        if column < covered:
            if cell is not None:
                raise ValueError("a cell where a span covers")
            continue
        if column in hanging:
            left, columns = hanging.pop(column)
            cell, merge = Cell("", columns), "continue"
        elif cell is None:
            raise ValueError("None where no span covers")
        else:
            cell = cell if isinstance(cell, Cell) else Cell(cell)
            left, merge = cell.rows, "restart" if cell.rows > 1 else None
        covered = column + cell.columns
        if left > 1:
            hanging[column] = (left - 1, cell.columns)
        out.append(cell_xml(cell, sum(widths[column:covered]), merge))
    return "<w:tr>" + "".join(out) + "</w:tr>"


def grid_xml(grid):
    count = max(len(row) for row in grid.rows)
    widths = grid.widths or [9000 // count] * count
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    hanging = {}
    rows = "".join(row_xml(row, widths, hanging) for row in grid.rows)
    properties = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def blocks_xml(blocks):
    out = []
    for block in blocks:
        if isinstance(block, Raw):
            out.append(block.xml)
        elif isinstance(block, Grid):
            out.append(grid_xml(block))
        else:
            out.append(paragraph_xml(block))
    if blocks and isinstance(blocks[-1], Grid):
        out.append("<w:p/>")  # Word wants a paragraph at the end
    return "".join(out)


def relationships(pairs):
    out = "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(pairs, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{out}</Relationships>'


def content_types(parts):
    out = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{MAIN_TYPE}.{kind}+xml"/>' for part, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{out}</Types>'
    )


def document_parts(body, numbering=None, styles=None):
    """The members of a DOCX whose body is this XML."""
    kinds, related = [("document", "document.main")], []
    parts = {"word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"}
    for name, xml in ("styles", styles), ("numbering", numbering):
        if xml is not None:
            parts[f"word/{name}.xml"] = f"{HEAD}<w:{name} {SPACES}>{xml}</w:{name}>"
            kinds.append((name, name))
            related.append((f"{OFFICE}/{name}", f"{name}.xml"))
    return {
        "[Content_Types].xml": content_types(kinds),
        "_rels/.rels": relationships([(f"{OFFICE}/officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relationships(related),
        **parts,
    }


def write_zip(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = compression
            archive.writestr(entry, content)


def write_docx(path, blocks, numbering=None, styles=None, parts=None, compression=zipfile.ZIP_DEFLATED):
    members = document_parts(blocks_xml(blocks), numbering, styles)
    members.update(parts or {})
    write_zip(path, members, compression)


# ---- the test documents ----


def level(ilvl, form, text, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number, of, *overrides):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def restart_at(ilvl, start):
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


NUMBERING = (
    abstract(
        0,
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="Article"/>'),
        level(1, "chineseCountingThousand", "（%2）", more='<w:pStyle w:val="Section"/>'),
        level(2, "decimal", "%3."),
        level(3, "decimalEnclosedCircle", "%4"),
        level(4, "decimal", "%1.%5", more="<w:isLgl/><w:lvlRestart w:val=\"0\"/>"),
    )
    + abstract(1, level(0, "ideographTraditional", "%1、", start=9))
    + abstract(2, level(0, "bullet", "\uf0b7"))
    + abstract(3, more='<w:numStyleLink w:val="Linked"/>')
    + num(1, 0)
    + num(2, 0, restart_at(0, 5))
    + num(3, 1)
    + num(4, 2)
    + num(5, 3)
    + num(6, 0, '<w:lvlOverride w:ilvl="2">' + level(2, "lowerLetter", "%3)") + "</w:lvlOverride>")
)


def style(name, shown, inside="", kind="paragraph", default=False):
    is_default = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{is_default} w:styleId="{name}"><w:name w:val="{shown}"/>{inside}</w:style>'


STYLES = (
    style("Normal", "Normal", default=True)
    + style("Article", "heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Section", "heading 2", '<w:basedOn w:val="Article"/>')
    + style("Linked", "linked list", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>', kind="numbering")
    + style("Contents1", "toc 1")
    + style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("Loop", "Loop", '<w:basedOn w:val="Pool"/>')
    + style("Pool", "Pool", '<w:basedOn w:val="Loop"/>')
)


def numbered(text, number, ilvl=0):
    return Paragraph(text, number=(number, ilvl))


def write_numbering(path):
    blocks = [
        Paragraph("总体情况", style="Article"),
        Paragraph("主动公开", style="Section"),
        Paragraph("依申请公开", style="Section"),
        numbered("渠道", 1, 2),
        numbered("网站", 1, 3),
        numbered("窗口", 1, 3),
        numbered("条文", 1, 4),
        numbered("时限", 1, 2),
        Paragraph("存在问题", style="Article"),
        Paragraph("力量不足", style="Section"),
        numbered("先", 1, 2),
        numbered("条文", 1, 4),
        numbered("从第五起", 2),
        numbered("接着数", 1),
        numbered("自有层级", 6, 2),
        numbered("壬", 3),
        numbered("癸", 3),
        numbered("第十一", 5),
        numbered("一点", 4),
        Paragraph("不编号", style="Article", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'),
        Paragraph("首级", style="Loop"),
    ]
    write_docx(path, blocks, NUMBERING, STYLES)


def revision(kind, inside):
    return f'<w:{kind} w:id="1" w:author="a" w:date="2023-01-01T00:00:00Z">{inside}</w:{kind}>'


def deleted_run(text):
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def field(instruction, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + run_xml(result) + mark.format("end")


def text_box(text):
    content = f"<w:txbxContent>{blocks_xml(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>12</wp:posOffset>'
        "</wp:positionH><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def marked(inside, mark):
    return Raw(f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>")


def para(inside):
    return Raw(f"<w:p>{inside}</w:p>")


def control(properties, inside):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def write_revisions(path):
    """Tracked changes, hidden text, fields, text boxes, content controls, symbols, mathematics, notes."""
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    blocks = [
        para(run_xml("受理") + revision("del", deleted_run("12")) + revision("ins", run_xml("21")) + run_xml("件")),
        para(revision("moveFrom", run_xml("移走")) + revision("moveTo", run_xml("移来"))),
        marked(run_xml("前半"), '<w:del w:id="2"/>'),
        para(run_xml("后半")),
        marked(revision("del", deleted_run("整段删去")), '<w:del w:id="3"/>'),
        para(f"<w:r>{hidden}<w:t>看不见</w:t></w:r>" + run_xml("看得见")),
        para('<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/>'
             '<w:vanish w:val="0"/></w:rPr><w:t>不密</w:t></w:r>'),
        marked(f"<w:r>{hidden}<w:t>藏</w:t></w:r>", "<w:vanish/>"),
        para(run_xml("见") + field("REF biao1 \\h", "表1") + field("HYPERLINK \"x\"", "链接") + run_xml("。")),
        para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'),
        para(run_xml("域未结束也不丢")),
        para(text_box(["框一", Grid([["甲", "1"], ["乙", "2"]])]) + run_xml("锚段")),
        Raw(control('<w:showingPlcHdr/>', paragraph_xml("单击此处"))),
        Raw(control("", paragraph_xml("控件里"))),
        Raw(control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', paragraph_xml("目录"))),
        Paragraph("总体情况\t1", style="Contents1"),
        para(control("", run_xml("行内控件")) + "<w:r><w:tab/><w:t>后</w:t><w:softHyphen/><w:t>接</w:t><w:noBreakHyphen/><w:t>3</w:t>"
             '<w:cr/><w:t>换行</w:t><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>'),
        para('<w:r><w:br w:type="page"/></w:r>' + run_xml("新页")),
        para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F041"/></w:r>'),
        para("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
        para("<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>"),
        para("<w:r><w:t> 去空 </w:t></w:r>" + run_xml(" 留空 尾")),
        "   ",
    ]
    write_docx(path, blocks, styles=STYLES)


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph_xml(text)}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths, *rows):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return Raw(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def write_merges(path):
    span, below, start = '<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    blocks = [
        "合并单元格",
        Grid([[Cell("类", 2, 2), None, "自然人"], [None, None, "企业"], ["数", "3", Cell("4\n（件）")]]),
        "行首行尾空出",
        table([1000] * 4, row(cell("甲"), cell("乙"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
              row(cell("子"), cell("丑"), cell("寅"), cell("卯"))),
        "续格不合",
        table([1000] * 3, row(cell("无头续格", below), cell("a"), cell("b")), row(cell("宽", span + start), cell("c")),
              row(cell("窄有字", below), cell("d"), cell("e"))),
        "横向旧式合并",
        table([1000] * 2, row(cell("左", '<w:hMerge w:val="restart"/>'), cell("不见", "<w:hMerge/>")), row(cell("1"), cell("2"))),
        "细缝",
        table([1000, 20, 1000, 20], row(cell("头"), cell("尾", '<w:gridSpan w:val="3"/>')), row(cell("5", span), cell("6", span)),
              row(cell("7"), cell("", ""), cell("8", span))),
        "不用的列线",
        table([500] * 4, row(cell("p", span), cell("q", span)), row(cell("8", span), cell("9", span))),
        "修订过的表",
        table([1000] * 2, row(cell("留"), cell("1")), row(cell("删"), cell("2"), properties='<w:del w:id="1"/>'),
              row(cell("增"), cell("3"), properties='<w:ins w:id="2"/>'), row(cell("格"), cell("删格", '<w:cellDel w:id="3"/>'))),
        "框",
        Grid([[Cell(["框内段", Grid([["名", "数"], ["规章", "0"]])], 1)]]),
        "嵌套",
        Grid([["表头", "数", "数", "数"], [Cell([Grid([["内一", "内二"]])]), "1", "2", "3"]]),
        Raw("<w:tbl>" + control("", row(cell("控件行"), control("", cell("控件格")))) + "</w:tbl>"),
        "尾",
    ]
    write_docx(path, blocks)


def write_others(folder):
    """Archives that are no DOCX, and parts that a reader must refuse."""
    plain = document_parts(paragraph_xml("正文"))
    at = lambda name: os.path.join(folder, name)
    write_zip(at("no-xlsx.zip"), {"_rels/.rels": relationships([(f"{OFFICE}/officeDocument", "xl/workbook.xml")]), "xl/workbook.xml": "<w/>"})
    write_zip(at("no-odt.zip"), {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<c/>"})
    write_zip(at("no-document.zip"), {"a.txt": "a"})
    entity = plain["word/document.xml"].replace("<w:document", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document', 1)
    write_zip(at("entity.docx"), {**plain, "word/document.xml": entity.replace("正文", "&x;")})
    write_zip(at("broken.docx"), {**plain, "word/document.xml": plain["word/document.xml"].replace("</w:p>", "", 1)})
    page = document_parts('<w:altChunk xmlns:r="%s" r:id="rId1"/>' % OFFICE)
    page["word/_rels/document.xml.rels"] = relationships([(f"{OFFICE}/aFChunk", "page.htm")])
    write_zip(at("page.docx"), {**page, "word/page.htm": "<meta charset=utf-8><table><td>规章<td>3</table>"})
    write_zip(at("nameless.docx"), {**plain, "../../evil.xml": "x", "/etc/evil": "x"})


def main():
    folder = sys.argv[1]
    write_numbering(os.path.join(folder, "numbering.docx"))
    write_revisions(os.path.join(folder, "revisions.docx"))
    write_merges(os.path.join(folder, "merges.docx"))
    write_others(folder)


if __name__ == "__main__":
    main()
