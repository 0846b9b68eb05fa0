"""progress.py NIANBAO REPORT - the line that tells how far a long call is: on a terminal after a second, in a pipe when it is asked for."""
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time

NIANBAO, REPORT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
BAR = re.compile(rb"(\d+)/4  (\d+) a second(?:  (\d+) s left)?  findings: (\d+)")
faults = 0


def expect(what, found, wanted):
    global faults
    if found != wanted:
        faults += 1
        print("FAIL: %s: is %r, want %r" % (what, found, wanted))


def feed(path, seconds):
    time.sleep(seconds)
    with open(path, "wb") as pipe, open(REPORT, "rb") as report:
        pipe.write(report.read())


def read_all(descriptor):
    """What a terminal, whose end is an error, or a pipe gives."""
    data = b""
    try:
        while True:
            more = os.read(descriptor, 65536)
            if not more:
                return data
            data += more
    except OSError:
        return data


def run(seconds, terminal, *options):
    """What four reports, of which the third comes so late, write to standard error, a terminal or a pipe."""
    with tempfile.TemporaryDirectory() as folder:
        late = os.path.join(folder, "late.txt")
        os.mkfifo(late)
        writer = threading.Thread(target=feed, args=(late, seconds))
        own, theirs = os.openpty() if terminal else os.pipe()
        process = subprocess.Popen([NIANBAO, "convert", "-j1", "-t", "ndjson", *options, REPORT, REPORT, late, REPORT],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        writer.start()
        data = read_all(own)
        process.wait()
        writer.join()
        os.close(own)
        return data


def stream_left():
    """Whether the time is told that is left of a stream, whose reports nobody has counted."""
    with tempfile.TemporaryDirectory() as folder, open(REPORT, encoding="utf-8") as report:
        path, line = os.path.join(folder, "in.ndjson"), json.dumps({"text": report.read()}) + "\n"
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(1500 * line)
        done = subprocess.run([NIANBAO, "convert", "-j1", "--progress=always", path], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE)
    return bool(re.search(rb"\d+  \d+ a second  \d+ s left  findings: \d+", done.stderr))


def main():
    expect("the time left of a stream", stream_left(), True)
    shown = run(1.3, True)
    bar = BAR.search(shown)
    expect("a bar on a terminal", bool(bar), True)
    if bar:
        expect("reports done", int(bar[1]), 3)
        expect("the rate", 1 <= int(bar[2]) <= 3, True)
        expect("the time left", bar[3], b"0")
        expect("findings", int(bar[4]) * 4, int(re.search(rb"inputs: 4, failed: 0, findings: (\d+)", shown)[1]) * 3)
    expect("bars that were left standing", len(BAR.findall(shown)) - len(re.findall(BAR.pattern + rb"\r\x1b\[K", shown)), 0)
    expect("the summary", len(re.findall(rb"inputs: 4, failed: 0, findings: \d+, seconds: 1\.\d\r\n", shown)), 1)
    for name, seconds, terminal, options in [("a short call", 0.2, True, []), ("a pipe", 1.3, False, []),
                                             ("a quiet call", 1.3, True, ["--quiet"]),
                                             ("never", 1.3, True, ["--progress=never"])]:
        shown = run(seconds, terminal, *options)
        expect("bars and summaries of " + name, len(BAR.findall(shown)) + shown.count(b"inputs:"), 0)
    shown = run(0.3, False, "--progress=always")
    expect("a pipe that asks for it", (len(BAR.findall(shown)) > 0, shown.count(b"inputs: 4")), (True, 1))
    shown = run(0.3, False, "--quiet", "--progress=always")
    expect("a quiet call that asks for it", (len(BAR.findall(shown)) > 0, shown.count(b"inputs: 4")), (True, 1))
    sys.exit(faults > 0)


main()
