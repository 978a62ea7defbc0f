"""Quality does not fall: each figure of floors.tsv, measured by the scorers, reaches its floor.

The scorers and the data are no part of the project. They are looked for in the folder that SAYSO_SHARED names, else in
`shared` beside the project; without them the test is skipped (exit code 77, as ctest is told).
"""

import json
import os
import pathlib
import subprocess
import sys

import sayso

SKIPPED = 77
SHARED = pathlib.Path(os.environ.get("SAYSO_SHARED", sayso.PROJECT.parent / "shared"))


def floors():
    lines = (pathlib.Path(__file__).parent / "floors.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            task, gold, what, figure, measure, floor = line.split("\t")
            yield (task, gold, what), figure, measure, float(floor)


def figures(task, gold, what):
    command = {"reader": "read", "analyser": "analyse"}[what]
    done = subprocess.run(
        [sys.executable, str(SHARED / "score" / "score.py"), "run", task, str(SHARED / "data" / gold), "--json",
         "--" + what, "'%s' %s --json -" % (sayso.BINARY, command)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=600)
    if done.returncode != 0:
        raise AssertionError("the scorer of %s ended with %d: %s" % (task, done.returncode, done.stderr.strip()[-300:]))
    return json.loads(done.stdout)["figures"]


def main():
    if not (SHARED / "score" / "score.py").exists():
        print("skipped: there are no scorers in the folder SAYSO_SHARED names, nor beside the project")
        return SKIPPED
    measured, fell = {}, 0
    for run, figure, measure, floor in floors():
        if run not in measured:
            measured[run] = figures(*run)
        value = measured[run][figure][measure]
        fell += value < floor
        print("%s  %s %s %s: %.2f, floor %g" % ("FELL" if value < floor else "ok  ", run[1], figure, measure, value, floor))
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main())
