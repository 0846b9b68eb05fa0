"""Archives that are damaged, protected or written in the long way (zip64): the same cells, or one line and status 2.

Usage: archives.py NIANBAO REPORT.docx
"""
import os
import struct
import subprocess
import sys
import tempfile

ENTRY, LOCAL, END = b"PK\1\2", b"PK\3\4", b"PK\5\6"


def patched(data, signature, offset, new):
    """The first record of a kind whose name is the document's with other bytes at an offset of it."""
    at = data.index(signature)
    while signature != END and data[at + (46 if signature == ENTRY else 30):].find(b"word/document.xml") != 0:
        at = data.index(signature, at + 1)
    return data[:at + offset] + new + data[at + offset + len(new):]


def long_form(data):
    """Sizes and places of members in 64 bits, and the end of the directory."""
    end = data.rindex(END)
    members, size, start = struct.unpack("<HII", data[end + 10:end + 20])
    directory, at = b"", start
    for _ in range(members):
        entry = data[at:at + 46]
        name, extra, comment = struct.unpack("<HHH", entry[28:34])
        sizes = struct.pack("<HHQQQ", 1, 24, *struct.unpack("<I", entry[24:28]), *struct.unpack("<I", entry[20:24]), *struct.unpack("<I", entry[42:46]))
        other = struct.pack("<HH", 0x9999, 2) + b"ab"
        directory += entry[:20] + b"\xff" * 8 + entry[28:30] + struct.pack("<HH", len(other + sizes), 0) + entry[34:42] + b"\xff" * 4
        directory += data[at + 46:at + 46 + name] + other + sizes
        at += 46 + name + extra + comment
    end64 = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, members, members, len(directory), start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, start + len(directory), 1)
    return data[:start] + directory + end64 + locator + END + b"\0" * 4 + b"\xff" * 12 + b"\0\0"


def cases(data):
    """(what it is, its bytes, a word of the refusal or None)"""
    local = patched(data, LOCAL, 0, b"QQ\3\4")
    packed = data.index(b"word/document.xml", data.index(LOCAL)) + 60
    return [
        ("as it is", data, None),
        ("long form", long_form(data), None),
        ("long form with a cut field", long_form(data).replace(struct.pack("<HH", 1, 24), struct.pack("<HH", 1, 99)), "damaged"),
        ("encrypted", patched(data, ENTRY, 8, b"\1\0"), "encrypted"),
        ("another method", patched(data, ENTRY, 10, b"\x0c\0"), "damaged"),
        ("wrong sum", patched(data, ENTRY, 16, b"\1\2\3\4"), "damaged"),
        ("no header", local, "damaged"),
        ("no entry", patched(data, ENTRY, 0, b"QQ\1\2"), "damaged"),
        ("a member beyond the end", patched(data, ENTRY, 20, struct.pack("<I", len(data) + 1)), "damaged"),
        ("a header beyond the end", patched(data, ENTRY, 42, struct.pack("<I", len(data) - 9)), "damaged"),
        ("a name beyond the directory", patched(data, ENTRY, 30, b"\xff\xff"), "damaged"),
        ("a directory before the start", patched(data, END, 16, b"\xff\xff\xff\x7f"), "damaged"),
        ("more members than entries", patched(data, END, 8, struct.pack("<HH", 999, 999)), None),
        ("no compressed bytes", data[:packed] + b"\xff" * 40 + data[packed + 40:], "damaged"),
        ("half of it", data[:len(data) // 2], "damaged"),
    ]


def main():
    program, path = sys.argv[1:]
    with open(path, "rb") as file:
        data = file.read()
    wanted, failures = None, 0
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "a.docx")
        for what, archive, refusal in cases(data):
            with open(name, "wb") as file:
                file.write(archive)
            run = subprocess.run([program, "convert", "-t", "csv", "--quiet", name], capture_output=True, text=True, env={"LC_ALL": "C"}, check=False)
            wanted = wanted or run.stdout
            good = run.stdout == wanted and run.returncode < 2 if not refusal else \
                run.returncode == 2 and run.stderr.count("\n") == 1 and refusal in run.stderr
            if not good:
                failures += 1
                print("FAIL: %s: status %d, %s" % (what, run.returncode, run.stderr.strip()[:300]))
    print("%d archives, %d failures" % (len(cases(data)), failures))
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
