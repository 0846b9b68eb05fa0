"""Reports of the generator in which a few lines, or a few tags of a page, stand again and again: which take time that grows with the square.

What takes long, and nearly three times as long as half of it, stays in the folder "slow". So the lines between two rows in tests/bounds.sh were found.
"""
import argparse
import os
import random
import resource
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests"))
import generate  # noqa: E402

SIZE, LONG, MOST = 200000, 0.7, 25  # bytes; seconds that are long for them; that are enough
WORDS = ["规章", "信息内容", "本年制发件数", "自然人", "总计", "（一）予以公开", "其他", "0", "12", "—", "全年收到申请12件，", "一、总体情况", "&nbsp;"]
TAGS = ["<table>", "<tr>", "<td>", "</table>", "<p>", "</p>", "<div>", "</div>", "<span>", "</span>", "<td rowspan=900>", "<td colspan=9>", "<br>",
        "<pre>", "</pre>", "<!-- x -->", "<li>", "<b>", "<th>", "<caption>", "<sup>1</sup>", "<td style='display:none'>"]


def lines_of(rng):
    """The lines of a report, the ending of its file."""
    while True:
        case = generate.generate(rng.random(), rng.choice(generate.LAYOUT_NAMES))
        if case and case.layout.suffix != ".docx":
            return case.data.split(b"\n"), case.layout.suffix


def some(rng, lines):
    at = rng.randrange(len(lines))
    return lines[at:at + rng.choice([1, 1, 1, 2, 2, 3, 5])]


def shape(rng):
    """What stands before, what is repeated, what stands behind, and the ending."""
    lines, suffix = lines_of(rng)
    if suffix == ".html":
        again = "".join(rng.choice(rng.choice([TAGS, TAGS, WORDS])) for _ in range(rng.choice([1, 2, 3, 4, 6]))).encode()
    else:
        pieces = some(rng, lines) + some(rng, rng.choice([[b""], lines, lines_of(rng)[0]]))
        rng.shuffle(pieces)
        again = b"\n".join(pieces) + rng.choice([b"\n", b"\n", b"\n", b" "])
    cut = rng.randrange(len(lines) // 4, len(lines))
    return b"\n".join(lines[:cut]) + b"\n", again, b"\n" + b"\n".join(lines[cut:]), suffix


def seconds(program, path, data):
    """Of the processor."""
    with open(path, "wb") as file:
        file.write(data)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "lint", "--quiet", "--force", "-j1", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST, MOST)))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    rng, found = random.Random(options.seed), 0
    os.makedirs("slow", exist_ok=True)
    for number in range(options.count):
        before, again, behind, suffix = shape(rng)
        path = f"slow/{options.seed}-{number}{suffix}"
        half, taken = (seconds(options.program, path, before + again * (size // len(again) + 1) + behind) for size in (SIZE // 2, SIZE))
        if taken > LONG and taken > 2.8 * half:
            found += 1
            print(f"{path}: {taken:.1f} s, half of it {half:.1f}: {again.decode('utf-8', 'replace')!r}", flush=True)
        else:
            os.remove(path)
    print(f"{options.count} shapes, {found} of them slow")
    return found > 0


if __name__ == "__main__":
    sys.exit(main())
