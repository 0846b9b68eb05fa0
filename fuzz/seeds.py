#!/usr/bin/env python3
"""What the fuzzers begin with: seeds from the generator, the examples and the tests, and a dictionary of the forms' labels.

Usage: seeds.py FORMC FOLDER [NIANBAO-PDF]
"""
import glob
import io
import json
import os
import re
import subprocess
import sys
import zipfile

SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path.insert(0, os.path.join(SOURCES, "tests"))

import generate  # pylint: disable=wrong-import-position
import markup  # pylint: disable=wrong-import-position
import ofd  # pylint: disable=wrong-import-position

MARKS = ["|", " | ", "|---|", "\t", "\r\n", "\f", "  ", "\u3000", "\u00a0", "\u2028", "\u0085", "\u202e", "\ufeff", "\x1b[", "\x1d", "\x1e",
         "\x1f", "\x11", "\x13", "。", "，", "/", "—", "无", "O", "1,234", "１２", "十二", "12.0", "-375", "0.5万元", "余件", "约", "└──", "+---+",
         "============", "\"", "\"\"", "2023年", "2023-01-31", "〔2021〕30号", "其中", "同比增加", "占", "%", "未收到"]
MARKUP = ["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=\"3\">", "<td rowspan=\"2\">", "<br>", "<p>", "<div>", "<!--", "-->",
          "<script>", "</script>", "&nbsp;", "&#0;", "&#x1F;", "<pre>", "<ol>", "<li>", "<meta charset=\"gbk\">", "<style>", "<th>", "display:none"]
WORD = ["<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:gridSpan w:val=\"3\"/>", "<w:vMerge/>",
        "<w:vMerge w:val=\"restart\"/>", "<w:p>", "</w:p>", "<w:r>", "<w:t>", "</w:t>", "<w:tab/>", "<w:br/>", "<w:numId w:val=\"1\"/>", "<w:ins>",
        "<w:del>", "<mc:AlternateContent>", "<w:sdt>", "<!DOCTYPE a [", "<![CDATA[", "&amp;", "==== "]
OFD = ["<ofd:TextObject", "<ofd:PathObject", "<ofd:TextCode X=\"0\" Y=\"0\">", "DeltaX=\"g 9 3\"", "CTM=\"1 0 0 1 0 0\"", "Boundary=\"0 0 9 9\"",
       "M 0 0 L 9 9 C", "1e308", "<ofd:AbbreviatedData>"]
JSON = ["\"text\":", "\"html\":", "\"id\":", "{", "}", "[", "]", "1e999", "null", "\\u0000", "\\ud800", "\"year\":", "\"input_year\":", "\\n"]
FORM = ["form ", "table ", "end", "row ", "column ", "relation ", "article ", "order ", "names ", "notice ", "years ", "each row", "each column",
        "across", "annex", "again", "heading ", "group ", " = ", " + ", " - ", "@"]
WAIVER = ["[", "]", "off", "note", "warning", "NB302", "NB601", "doubled-mark", "placeholder", "*", "**/", "#"]


def read(path):
    with open(os.path.join(SOURCES, path), "rb") as file:
        return file.read()


def reading(pattern):
    return [read(path) for path in sorted(glob.glob(os.path.join(SOURCES, pattern)))]


def members(archive):
    """An archive as archive_fuzzer.c takes it; what is no XML is left out."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        return b"".join(b"==== %s\n%s\n" % (name.encode(), parts.read(name)) for name in parts.namelist() if re.search(r"\.(xml|rels)$", name))


def is_archive(data):
    try:
        return bool(members(data))
    except (zipfile.BadZipFile, RuntimeError):
        return False


def generated(suffixes, damages):
    for number, name in enumerate(generate.LAYOUT_NAMES):
        for damage in damages:
            case = generate.generate("fuzz%d" % number, name, damage)
            if case and case.layout.suffix in suffixes:
                yield case.data


def pieces(texts):
    """The articles of reports, each below its report's first lines: short inputs with tables, which are tried more often."""
    for text in texts:
        parts = re.split(rb"\n(?=[\t #*|]*[\xe4-\xe9]..\xe3\x80\x81)", text)
        for part in (part for part in parts[1:] if 400 < len(part) < 2600):
            yield parts[0][:300].rsplit(b"\n", 1)[0] + b"\n" + part + b"\n"


def lines_of_page(page):
    """A page that nianbao-pdf printed as sheets_fuzzer.c takes it: characters side by side are one line."""
    lines, at = [], None
    for line in page.split("\n"):
        kind, *rest = line.split(" ")
        if kind == "c":
            x, y, right, bottom = map(int, rest[:4])
            if (x, y, bottom) == at:
                lines[-1] += rest[4]
            else:
                lines.append("t %d %d %d %s" % (x, y, bottom - y, rest[4]))
            at = (right, y, bottom)
        elif kind:
            lines.append(" ".join([kind] + rest[:3 if kind in "hv" else 2]))
    return "\n".join(lines) + "\n"


def sheets(program):
    """What nianbao-pdf prints of the tests' documents: a page, two pages, and a page as it is printed."""
    for data in reading("tests/sheets/*.pdf") if program and os.access(program, os.X_OK) else []:
        printed = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
        first, *pages = re.split(r"(?m)^(?=page )", printed.rsplit("end ", 1)[0])
        yield (first + pages[-1] + "end 1\n").encode()
        pages = [lines_of_page(page) for page in pages]
        yield from (page.encode() for page in pages + ["".join(pages[:2])])


WHOLE = 60000  # bytes of a seed; the fuzzers take 64 KB


def windows(document, tag, size):
    """A document with `size` of its elements `tag`, the first, the next and so on."""
    parts = re.split(rb"(<%s[\s>].*?</%s>)" % (tag, tag), document, flags=re.S)
    for start in range(1, len(parts), 2 * size):
        yield b"".join(part for number, part in enumerate(parts) if number % 2 == 0 or start <= number < start + 2 * size)


def archives(whole):
    """Archives as archive_fuzzer.c takes them, without looks, with a few rows at a time, or a page and a few of its words: short inputs are
    tried more often."""
    for data in whole:
        yield data[:WHOLE]
        data = re.sub(rb"==== (?:docProps|word/(?:theme|settings|fontTable|footnotes|header|footer))(?s:.*?)(?=\n==== |\Z)", b"", data)
        data = re.sub(rb"<w:(rPr|tcBorders|tblBorders|tblLook|shd|rFonts)\b(?:[^>]*/>|.*?</w:\1>)|\sw:rsid\w*=\"[^\"]*\"", b"", data)
        pages = re.findall(rb"BaseLoc=\"Pages/Page_(\d+)/", data)
        for page in pages:
            others = rb"==== Doc_0/Pages/Page_(?!%s/)(?s:.*?)(?=\n==== |\Z)|<ofd:Page ID=\"\d+\" BaseLoc=\"Pages/Page_(?!%s/)[^>]*>" % (page, page)
            yield from windows(re.sub(others, b"", data), b"ofd:TextObject", 50)
        if not pages:
            yield from windows(data, b"w:tr", 6)


def seeds(pdf_program):
    """{fuzzer: its seeds}"""
    generate.BY_NAME["ofd"] = markup.document("ofd", ofd.render, ".ofd")
    texts = reading("tests/corpus/*.txt") + reading("examples/*.txt") + reading("tests/facts/*.txt") + reading("tests/lint/*.txt")
    texts += reading("tests/pdf/*.txt") + list(generated({".txt", ".md", ".csv"}, ["", "digit-wrong"]))
    pages = reading("tests/corpus/*.html") + reading("examples/*.html") + reading("tests/docx/*.html") + list(generated({".html"}, [""]))
    words = [data for data in reading("examples/*.docx") + reading("tests/docx/*.docx") + reading("tests/docx/*.zip") if is_archive(data)]
    words += list(generated({".docx"}, ["", "digit-wrong"]))
    packed = words + [generate.generate("fuzz%d" % seed, "ofd").data for seed in range(4)]
    pages += [part for page in pages for part in windows(page, b"tr", 6)]
    lines = [json.dumps({"id": 7, "text": text.decode("utf-8", "replace"), "year": 1e99}, ensure_ascii=False).encode() + b"\n" for text in texts[:6]]
    lines += [json.dumps({"html": page.decode("utf-8", "replace")}).encode() + b"\n" for page in pages[:2]]
    return {
        "text": texts + list(pieces(texts)), "html": pages, "archive": list(archives(members(archive) for archive in packed)), "sheets": list(sheets(pdf_program)),
        "bytes": [text.decode("utf-8", "replace").encode(code, "replace") for text in texts[:8] for code in ("utf-16", "gb18030", "big5")] + packed,
        "ndjson": lines + [b'{"id":1}\n{"text":"","a":1e999}\n[]\n'], "form": reading("forms/*.form"),
        "waiver": reading("tests/lint/.nianbao-lint") + reading("examples/editors/*.conf") + [b"# why\n[*.txt]\nNB601 off ours\nplaceholder note later\n"],
        "writer": [b"\x0f<a>&\"\x1b.txt\n" + b"\f".join(texts[i:i + 2]) for i in range(0, 12, 2)] +
                  [b"\x10a.txt\n%s\f%s" % (text, text.replace(b"2", b"1")) for text in reading("examples/*.txt")[:4] + reading("tests/lint/*.txt")[:20:4]],
    }


def words(formc):
    """{fuzzer: the words of its dictionary}"""
    forms = sorted(glob.glob(os.path.join(SOURCES, "forms/*.form")))
    labels = subprocess.run([formc, "--labels"] + forms, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8").splitlines()
    labels = sorted({label for label in labels if label})
    report = labels + MARKS
    return {"text": report, "html": report + MARKUP, "archive": report + WORD + OFD, "sheets": report, "bytes": report + MARKUP, "ndjson": report + JSON,
            "form": labels + FORM, "waiver": WAIVER, "writer": report}


def quoted(word):
    return '"%s"\n' % "".join("\\x%02X" % byte for byte in word.encode("utf-8"))


def main():
    formc, folder, pdf_program = (sys.argv[1:] + [None])[:3]
    dictionaries = words(formc)
    for fuzzer, inputs in seeds(pdf_program).items():
        os.makedirs(os.path.join(folder, fuzzer), exist_ok=True)
        for number, data in enumerate(inputs):
            with open(os.path.join(folder, fuzzer, "seed%03d" % number), "wb") as file:
                file.write(data)
        with open(os.path.join(folder, fuzzer + ".dict"), "w", encoding="ascii") as file:
            file.writelines(quoted(word) for word in dictionaries[fuzzer])


if __name__ == "__main__":
    main()
