#!/usr/bin/env python3
"""Measures Sayso and prints Markdown: bench.py BUILD_FOLDER INPUT

INPUT is a file or folder of reports. Each stage is timed several times by itself, and the best time counts.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STAGES = ["intake", "analyse", "read", "add"]
RUNS = 5


def stages(program: Path, given: str, folder: str) -> dict[str, float]:
    """Seconds of each stage, and the numbers of articles and words."""
    best: dict[str, float] = {}
    for _ in range(RUNS):
        out = subprocess.run([program, f"{folder}/bench.sayso", given], check=True, capture_output=True, text=True).stdout
        for line in out.splitlines():
            name, value = line.split()
            best[name] = min(best.get(name, float("inf")), float(value))
    return best


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and peak memory (bytes) of a command."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begin
    if child.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} ended with status {child.returncode}")
    return seconds, usage.ru_maxrss * 1024


def main() -> None:
    build, given = Path(sys.argv[1]), sys.argv[2]
    program, sayso = build / "bench" / "sayso_bench", str(build / "sayso")
    with tempfile.TemporaryDirectory() as folder:
        seconds = stages(program, given, folder)
        articles, words = seconds["articles"], seconds["words"]
        if not articles:
            sys.exit(f"bench: there are no reports in {given}")
        print(f"\n{articles:.0f} articles, {words:,.0f} words\n")
        print("| one core | articles/s | words/s |\n| --- | ---: | ---: |")
        rows = [(stage, seconds[stage]) for stage in STAGES]
        rows.append(("all of it", sum(seconds[stage] for stage in STAGES)))
        for name, took in rows:
            took = max(took, 1e-4)
            print(f"| {name} | {articles / took:,.0f} | {words / took:,.0f} |")

        print("\n| command | seconds | peak memory |\n| --- | ---: | ---: |")
        record = f"{folder}/whole.sayso"
        for shown, command in [
            ("`sayso read --json --threads 1 INPUT`", [sayso, "read", "--json", "--threads", "1", given]),
            ("`sayso read --json INPUT` (all cores)", [sayso, "read", "--json", given]),
            ("`sayso add RECORD INPUT`", [sayso, "add", record, given]),
            ("the same again (adds nothing)", [sayso, "add", record, given]),
        ]:
            took, memory = run(command)
            print(f"| {shown} | {took:.2f} | {memory / 1e6:.0f} MB |")

        start = statistics.median(run([sayso, "--version"])[0] for _ in range(9))
        stripped = f"{folder}/stripped"
        subprocess.run(["strip", "-o", stripped, sayso], check=True)
        print("\n| | |\n| --- | ---: |")
        print(f"| binary, stripped | {Path(stripped).stat().st_size / 1e6:.1f} MB |")
        print(f"| record | {Path(record).stat().st_size / 1e6:.1f} MB |")
        print(f"| start (`sayso --version`) | {start * 1000:.0f} ms |")


if __name__ == "__main__":
    main()
