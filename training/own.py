#!/usr/bin/env python3
"""Reads training/own: passages with their statements marked (own/README.md). Run by itself it checks them: own.py [FILE…]"""
import sys
from pathlib import Path

import marked
from marked import Mistake

ACTS = ("state confirm announce deny accuse claim warn threaten promise request order reject admit suggest condemn praise "
        "apologise ask decline intend").split()
CERTAINTIES = "certain probable possible doubtful".split()
ROLES = {"s": "source", "c": "cue", "x": "content", "v": "via", "a": "addressee"}
FOLDER = Path(__file__).resolve().parent / "own"


def parse(name, words, lines):
    """{"name", "text", "statements": [{"act", "certainty", "source": [[b, e]], …}]}; offsets in code points."""
    text, spans = marked.unmark(name, words, ROLES)
    return {"name": name, "text": text, "statements": statements(name, lines, spans)}


def statements(name, lines, spans):
    found = []
    for line in lines:
        number, act, certainty = (line.split() + ["", ""])[:3]
        if len(line.split()) != 3 or act not in ACTS or certainty not in CERTAINTIES:
            raise Mistake(f"{name}: not a number, an act and a certainty: {line!r}")
        parts = spans.pop(number, {})
        if "content" not in parts:
            raise Mistake(f"{name}: statement {number} has no content")
        if len(parts.get("cue", [])) > 1:
            raise Mistake(f"{name}: statement {number} has more than one cue")
        found.append({"act": act, "certainty": certainty, **{role: sorted(parts.get(role, [])) for role in ROLES.values()}})
    if spans:
        raise Mistake(f"{name}: no line for statement {', '.join(sorted(spans))}")
    return found


def load(part, folder=FOLDER):
    return marked.load(folder, parse, part)


def lies_in(inner, outer):
    """Whether a statement stands in another's content, and that holds more."""
    inside = inner["cue"] or inner["content"]
    return inner is not outer and all(any(ob <= b and e <= oe for ob, oe in outer["content"]) for b, e in inside) \
        and size(inner) < size(outer)


def size(statement):
    return sum(e - b for b, e in statement["content"])


def depths(statements):
    """How many statements each lies in."""
    return [sum(lies_in(s, other) for other in statements) for s in statements]


if __name__ == "__main__":
    sys.exit(1 if marked.check([Path(name) for name in sys.argv[1:]] or sorted(FOLDER.rglob("*.txt")), parse, "statements") else 0)
