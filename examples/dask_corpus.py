"""dask_corpus.py - an ndjson corpus converted by several processes that Dask starts, and nothing lost when one of them is killed.

dask_corpus.py PROGRAM CORPUS FOLDER [--workers N] [--partitions N] [--kill]

Each partition of lines goes through `nianbao convert -f ndjson` on a worker and is written to FOLDER/NNNN.ndjson, whole or not at
all: whoever does a partition twice writes the same file twice. With --kill one worker is killed when some partitions are done."""
import argparse
import os
import signal
import subprocess
import sys
import time

from dask.distributed import Client, LocalCluster, as_completed


def partitions_of(path, count):
    """(start, end) of about as many bytes each, on ends of lines."""
    size, start = os.path.getsize(path), 0
    with open(path, "rb") as file:
        for number in range(1, count + 1):
            file.seek(max(start, size * number // count))
            file.readline()
            end = min(file.tell(), size)
            if end > start:
                yield start, end
            start = end


def convert(program, corpus, start, end, target):
    """(worker's process, seconds); status 2 says that some lines were bad, and the output says which."""
    began = time.time()
    with open(corpus, "rb") as file:
        file.seek(start)
        lines = file.read(end - start)
    run = subprocess.run([program, "convert", "-j1", "--quiet", "-f", "ndjson", "-o", target], input=lines,
                         stderr=subprocess.PIPE)
    if run.returncode not in (0, 1, 2) or not os.path.exists(target):
        raise RuntimeError("%s: status %d: %s" % (target, run.returncode, run.stderr.decode("utf-8", "replace")))
    return os.getpid(), time.time() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("corpus")
    parser.add_argument("folder")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--partitions", type=int, default=16)
    parser.add_argument("--kill", action="store_true")
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    corpus, program = os.path.abspath(arguments.corpus), os.path.abspath(arguments.program)
    began, killed, workers = time.time(), None, {}
    with LocalCluster(n_workers=arguments.workers, threads_per_worker=1, processes=True, dashboard_address=None,
                      host="127.0.0.1") as cluster, Client(cluster) as client:
        futures = []
        for number, (start, end) in enumerate(partitions_of(corpus, arguments.partitions)):
            target = os.path.join(os.path.abspath(arguments.folder), "%04d.ndjson" % number)
            futures.append(client.submit(convert, program, corpus, start, end, target, pure=False, retries=3))
        for future in as_completed(futures):
            process, _ = future.result()
            workers[process] = workers.get(process, 0) + 1
            if arguments.kill and not killed and sum(workers.values()) >= len(futures) // 4:
                killed = process
                os.kill(process, signal.SIGKILL)
    print("partitions %d, processes %d, killed %d, seconds %.1f" %
          (len(futures), len(workers), bool(killed), time.time() - began))
    return bool(arguments.kill) != bool(killed)


if __name__ == "__main__":
    sys.exit(main())
