#!/usr/bin/env python3
"""Make NAME.txt, what pdftotext -layout prints of a report, and NAME.cells, the rows that must be read from it.

The official tables are set by a browser or a word processor, with sizes, widths and alignments that break labels; the numbers and the office
are invented. Needs chromium, LibreOffice Writer, WeasyPrint, wkhtmltopdf, poppler-utils and Chinese fonts (Debian: chromium, weasyprint,
libreoffice-writer-nogui, wkhtmltopdf, poppler-utils, fonts-wqy-microhei, fonts-arphic-uming). Usage: make.py [NAME]... Other versions of these programs print other texts, so "make check" uses the files kept here.
"""
import html
import pathlib
import random
import subprocess
import sys
import tempfile

COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
DENIED = ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
          "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"]
UNAVAILABLE = ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
REJECTED = ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息"]
OTHER = ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
         "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"]

# name, seed, form, what sets the page, tables to check, style
CASES = [
    ("plain", 1, 2019, "chromium", "dar", {"size": 9, "values": "right", "widths": (6, 8, 24)}),
    ("narrow", 5, 2021, "chromium", "dar", {"size": 14, "values": "center", "labels": "center", "widths": (5, 10, 22)}),
    ("tight", 7, 2021, "chromium", "dar", {"size": 12, "values": "left", "widths": (4, 6, 16)}),
    ("landscape", 8, 2019, "chromium", "dar", {"size": 12, "values": "center", "widths": (4, 6, 16), "landscape": True}),
    ("full-width", 6, 2019, "chromium", "dar", {"size": 10.5, "values": "center", "widths": (5, 10, 22), "brackets": True}),
    ("large", 10, 2019, "chromium", "dar", {"size": 14, "values": "center", "widths": (6, 8, 24)}),
    ("airy", 11, 2021, "chromium", "dar", {"size": 11, "values": "right", "widths": (5, 10, 22), "padding": 9}),
    ("blank", 4, 2019, "chromium", "a", {"size": 12, "values": "right", "widths": (4, 6, 16), "landscape": True, "blank": True}),
    ("blank-centre", 21, 2021, "chromium", "a", {"size": 10, "values": "center", "widths": (5, 9, 20), "blank": True}),
    ("writer", 3, 2019, "writer", "dar", {"size": 10, "values": "right", "labels": "center", "widths": (8, 10, 18), "landscape": True}),
    ("writer-wrapped", 6, 2021, "writer", "da", {"size": 10.5, "values": "center", "widths": (5, 10, 22)}),
    ("writer-left", 8, 2021, "writer", "da", {"size": 9, "values": "left", "widths": (4, 6, 16)}),
    # kept out of all tuning: other programs, another font
    ("weasy", 31, 2021, "weasyprint", "dar", {"size": 10, "values": "center", "widths": (5, 8, 22)}),
    ("weasy-blank", 32, 2019, "weasyprint", "a", {"size": 11, "values": "right", "widths": (5, 9, 20), "blank": True, "font": "AR PL UMing CN"}),
    ("weasy-left", 33, 2021, "weasyprint", "da", {"size": 9, "values": "left", "widths": (4, 7, 18), "blank": True}),
    ("wkhtml", 34, 2019, "wkhtmltopdf", "dar", {"size": 11, "values": "right", "widths": (6, 8, 22)}),
    ("wkhtml-blank", 35, 2021, "wkhtmltopdf", "a", {"size": 10, "values": "center", "widths": (5, 10, 20), "blank": True}),
    ("wkhtml-large", 36, 2021, "wkhtmltopdf", "da", {"size": 13, "values": "center", "widths": (5, 8, 18), "font": "AR PL UMing CN"}),
    ("uming-blank", 37, 2021, "chromium", "da", {"size": 12, "values": "center", "widths": (5, 9, 20), "blank": True, "font": "AR PL UMing CN"}),
    ("writer-blank", 38, 2019, "writer", "da", {"size": 10, "values": "center", "widths": (6, 9, 20), "blank": True, "landscape": True}),
]



class Report:
    """One report's tables as HTML, and its rows as they must come out."""

    def __init__(self, seed, form, style):
        self.rng = random.Random(seed)
        self.form = form
        self.style = style
        self.rows = {"d": [], "a": [], "r": []}

    def printed(self, value):
        return "" if value == 0 and self.style.get("blank") else str(value)

    def row(self, table, labels, values):
        self.rows[table].append(labels + [self.printed(value) for value in values])
        return "".join(cell(self.printed(value), kind="v") for value in values)

    def count(self, zero=0.6, most=900):
        return 0 if self.rng.random() < zero else self.rng.randint(1, most)

    def disclosure(self):
        wide = self.form == 2021
        sections = [("第二十条第(一)项", ["本年制发件数", "本年废止件数", "现行有效件数"] if wide else
                     ["本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "行政规范性文件" if wide else "规范性文件"])]
        counts = ["本年处理决定数量"] if wide else ["上一年项目数量", "本年增/减", "处理决定数量"]
        sections += [("第二十条第(五)项", counts, ["行政许可"] if wide else ["行政许可", "其他对外管理服务事项"]),
                     ("第二十条第(六)项", counts, ["行政处罚", "行政强制"]),
                     ("第二十条第(八)项", ["本年收费金额(单位:万元)"] if wide else ["上一年项目数量", "本年增/减"], ["行政事业性收费"])]
        lines = []
        for caption, labels, names in sections:
            lines.append(cell(caption, 4))
            spans = {1: [3], 2: [1, 2], 3: [1, 1, 1]}[len(labels)]
            lines.append(cell("信息内容") + "".join(map(cell, labels, spans)))
            for name in names:
                values = [self.count(0.3, 30000) for _ in labels]
                self.rows["d"].append([name] + [self.printed(value) for value in values])
                lines.append(cell(name, kind="l") + "".join(cell(self.printed(value), span, kind="v")
                                                            for value, span in zip(values, spans)))
        return table("d", lines)

    def applications(self):
        groups = [("(一)予以公开", None), ("(二)部分公开(区分处理的,只计这一情形,不计其他情形)", None), ("(三)不予公开", DENIED),
                  ("(四)无法提供", UNAVAILABLE), ("(五)不予处理", REJECTED), ("(六)其他处理", OTHER if self.form == 2021 else None),
                  ("(七)总计", None)]
        lines = [cell("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", 3, 3) + cell("申请人情况", 7),
                 cell("自然人", 1, 2) + cell("法人或其他组织", 5) + cell("总计", 1, 2), "".join(map(cell, COLUMNS[1:6]))]
        for label in ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]:
            lines.append(cell(label, 3, kind="l") + self.application([label, "", ""]))
        side = "三、本年度办理结果"
        height = sum(len(rows or [0]) for _, rows in groups)
        for group, names in groups:
            for i, name in enumerate(names or [group]):
                start = cell(side, 1, height) if side else ""
                if names and i == 0:
                    start += cell(group, 1, len(names))
                start += cell(name, 1 if names else 2, kind="l")
                labels = [side, group if i == 0 else "", name] if names else [side, group, ""]
                lines.append(start + self.application(labels))
                side = ""
        lines.append(cell("四、结转下年度继续办理", 3, kind="l") + self.application(["四、结转下年度继续办理", "", ""]))
        return table("a", lines)

    def application(self, labels):
        values = [self.count() for _ in range(6)]
        return self.row("a", labels, values + [sum(values)])

    def review(self):
        values = []
        for _ in range(3):
            group = [self.count(most=30) for _ in range(4)]
            values += group + [sum(group)]
        labels = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
        return table("r", [cell("行政复议", 5, 2) + cell("行政诉讼", 10), cell("未经复议直接起诉", 5) + cell("复议后起诉", 5),
                           "".join(map(cell, labels)), self.row("r", [], values)])

    def page(self):
        style = self.style
        widths = "".join(f"col.c{i}{{width:{width}%}}" for i, width in enumerate(style["widths"]))
        css = (f"@page{{size:A4 {'landscape' if style.get('landscape') else ''};margin:20mm 18mm}}"
               f"body{{font:{style['size']}pt '{style.get('font', 'WenQuanYi Micro Hei')}'}}table{{border-collapse:collapse;width:100%}}"
               f"td{{border:1px solid;padding:{style.get('padding', 2)}px;text-align:center;vertical-align:middle}}"
               f"td.v{{text-align:{style['values']}}}td.l{{text-align:{style.get('labels', 'left')}}}{widths}")
        body = (f"<h2>青石县科技局{self.form + 1}年政府信息公开工作年度报告</h2><p>本报告依照条例编制,数据自1月1日起至12月31日止。</p>"
                f"<h3>一、总体情况</h3><p>本局全年主动公开信息 128 条,其中网站 100 条。</p>"
                f"<h3>二、主动公开政府信息情况</h3>{self.disclosure()}<h3>三、收到和处理政府信息公开申请情况</h3>{self.applications()}"
                f"<h3>四、政府信息公开行政复议、行政诉讼情况</h3>{self.review()}"
                f"<h3>五、存在的主要问题及改进情况</h3><p>一是内容不够丰富,二是更新不够及时。</p><h3>六、其他需要报告的事项</h3><p>无。</p>")
        return f"<!doctype html><meta charset=utf-8><style>{css}</style>{self.bracketed(body)}"

    def bracketed(self, text):
        return text.translate({ord("("): "\uff08", ord(")"): "\uff09"}) if self.style.get("brackets") else text

    def cells(self, tables):
        return "".join(self.bracketed("|".join(row)) + "\n" for name in tables for row in self.rows[name])


def cell(text, columns=1, rows=1, kind=""):
    spans = (f" colspan={columns}" if columns > 1 else "") + (f" rowspan={rows}" if rows > 1 else "")
    return f"<td{spans} class='{kind}'>{html.escape(text) or '&nbsp;'}</td>"


def table(kind, lines):
    columns = "<col class=c0><col class=c1><col class=c2>" + "<col>" * 7 if kind == "a" else ""
    return f"<table>{columns}{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def set_page(program, page, folder):
    source = folder / "page.html"
    source.write_text(page)
    if program == "chromium":
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={folder}/page.pdf", source], check=True, capture_output=True)
    elif program == "weasyprint":
        subprocess.run(["weasyprint", source, folder / "page.pdf"], check=True, capture_output=True)
    elif program == "wkhtmltopdf":
        subprocess.run(["wkhtmltopdf", "-q", "-s", "A4", "-T", "20", "-L", "18", source, folder / "page.pdf"], check=True, capture_output=True,
                       env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)})
    else:
        for kind, document in (("odt:writer8", source), ("pdf", folder / "page.odt")):
            subprocess.run(["soffice", "--headless", "--infilter=HTML (StarWriter)" if document == source else "--norestore",
                            "--convert-to", kind, "--outdir", folder, document], check=True, capture_output=True)
    return subprocess.run(["pdftotext", "-layout", folder / "page.pdf", "-"], check=True, capture_output=True).stdout


def main():
    here = pathlib.Path(__file__).parent
    for name, seed, form, program, tables, style in CASES:
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        report = Report(seed, form, style)
        with tempfile.TemporaryDirectory() as folder:
            (here / f"{name}.txt").write_bytes(set_page(program, report.page(), pathlib.Path(folder)))
        (here / f"{name}.cells").write_text(report.cells(tables))


if __name__ == "__main__":
    main()
