"""Generated reports, whole and damaged, and files, through fuzz/standalone: what must hold of any (fuzz/invariants.h).

Usage: invariants.py STANDALONE COUNT SEED [FILE...]; with KEEP=FOLDER in the environment the reports stay there, and what differs is shown.
"""
import os
import random
import subprocess
import sys
import tempfile

import generate


def main():
    program, count, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    rng = random.Random("invariants%s" % seed)
    with tempfile.TemporaryDirectory() as folder:
        paths = sys.argv[4:]
        kept = os.environ.get("KEEP")
        for number in range(count):
            layout, damage = rng.choice(generate.LAYOUT_NAMES), rng.choice(["", "", rng.choice(generate.DAMAGE_NAMES)])
            case = generate.generate("%s-%d" % (seed, number), layout, damage)
            if case:
                paths.append(os.path.join(kept or folder, case.name()))
                with open(paths[-1], "wb") as file:
                    file.write(case.data)
        return subprocess.run([program] + paths, stderr=None if kept else subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
