"""Runs the program for the tests of the whole. The environment variable SAYSO names the binary."""

import json
import os
import pathlib
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
REPORTS = PROJECT / "examples" / "reports"
BINARY = os.environ.get("SAYSO", str(PROJECT / "build" / "release" / "sayso"))

# The exit codes that the documentation names (docs/cli.md) for input that is read, or in part refused.
FINE, MISSING_INPUT, BAD_INPUT = 0, 3, 4


def run(*arguments, stdin=None, timeout=300):
    """The finished process; its outputs are bytes."""
    return subprocess.run(
        [BINARY, *map(str, arguments)],
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=timeout,
    )


def output(*arguments, stdin=None):
    """What the program prints; it has to succeed."""
    done = run(*arguments, stdin=stdin)
    if done.returncode != FINE:
        raise AssertionError(
            "sayso %s ended with %d: %s"
            % (" ".join(map(str, arguments)), done.returncode, done.stderr.decode(errors="replace"))
        )
    return done.stdout


def objects(printed):
    """The objects of JSON Lines; every line has to be whole."""
    if printed and not printed.endswith(b"\n"):
        raise AssertionError("the last line is not ended")
    return [json.loads(line) for line in printed.decode("utf-8").split("\n")[:-1]]


def schema(name):
    with open(PROJECT / "docs" / "schema" / (name + ".schema.json"), encoding="utf-8") as file:
        return json.load(file)


def words(text, span):
    return text[span[0] : span[1]]


def bare(text):
    """Without white space at either end, as the program sees it: zero-width spaces and marks of byte order too."""
    end = ""
    while text != end:
        end, text = text, text.strip().strip("\u200b\ufeff")
    return text
