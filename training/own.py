#!/usr/bin/env python3
"""Reads training/own: passages with their statements marked (own/README.md). Run by itself it checks them: own.py [FILE…]"""
import re
import sys
from pathlib import Path

ACTS = ("state confirm announce deny accuse claim warn threaten promise request order reject admit suggest condemn praise "
        "apologise ask decline intend").split()
CERTAINTIES = "certain probable possible doubtful".split()
ROLES = {"s": "source", "c": "cue", "x": "content", "v": "via", "a": "addressee"}
TOKEN = re.compile(r"\\(?P<plain>[\[\]])|\[(?P<labels>[scxva]\d+(?:,[scxva]\d+)*) |(?P<close>\])|(?P<wrong>\[)")
FOLDER = Path(__file__).resolve().parent / "own"
DEV_EVERY = 5


class Mistake(ValueError):
    pass


def passages(path):
    """(name, text with marks, lines of attributes) of each passage of a file."""
    at = 1
    for block in re.split(r"(?m)^===[ \t]*\n", path.read_text(encoding="utf-8")):
        if block.strip():
            marked, parted, rest = block.partition("\n---")
            name = f"{path.name}:{at}"
            if not parted:
                raise Mistake(f"{name}: the passage has no line ---")
            yield name, marked.strip(), [line for line in rest.strip().splitlines() if line.strip()]
        at += block.count("\n") + 1


def parse(name, marked, lines):
    """{"name", "text", "statements": [{"act", "certainty", "source": [[b, e]], …}]}; offsets in code points."""
    text, opened, spans, last = "", [], {}, 0
    for token in TOKEN.finditer(marked):
        text += marked[last:token.start()]
        last = token.end()
        if token["plain"]:
            text += token["plain"]
        elif token["labels"]:
            opened.append((token["labels"].split(","), len(text)))
        elif token["close"]:
            if not opened:
                raise Mistake(f"{name}: a bracket closes that was not opened, behind {text[-30:]!r}")
            labels, begin = opened.pop()
            if not text[begin:].strip() or text[begin:] != text[begin:].strip():
                raise Mistake(f"{name}: white space at the edge of {text[begin:]!r}")
            for label in labels:
                spans.setdefault(label[1:], {}).setdefault(ROLES[label[0]], []).append([begin, len(text)])
        else:
            raise Mistake(f"{name}: a bracket without labels, behind {text[-30:]!r}")
    text += marked[last:]
    if opened:
        raise Mistake(f"{name}: the bracket {opened[-1][0]} is not closed")
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
    """All passages of `part` (train or dev): every fifth of a file is dev."""
    return [parse(*passage) for path in sorted(folder.glob("*.txt")) for k, passage in enumerate(passages(path))
            if (k % DEV_EVERY == DEV_EVERY - 1) == (part == "dev")]


def depths(statements):
    """How many statements each lies in."""
    def within(inner, outer):
        inside = inner["cue"] or inner["content"]
        return inner is not outer and all(any(ob <= b and e <= oe for ob, oe in outer["content"]) for b, e in inside) \
            and sum(e - b for b, e in inner["content"]) < sum(e - b for b, e in outer["content"])
    return [sum(within(s, other) for other in statements) for s in statements]


def main():
    files = [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.txt"))
    mistakes, count, said, acts = 0, 0, 0, {}
    for path in files:
        try:
            all_passages = list(passages(path))
        except Mistake as mistake:
            print(mistake)
            mistakes += 1
            continue
        for passage in all_passages:
            try:
                read = parse(*passage)
            except Mistake as mistake:
                print(mistake)
                mistakes += 1
                continue
            count += 1
            said += len(read["statements"])
            for statement in read["statements"]:
                acts[statement["act"]] = acts.get(statement["act"], 0) + 1
    print(f"{count} passages, {said} statements, {mistakes} mistakes;", ", ".join(f"{k} {v}" for k, v in sorted(acts.items(), key=lambda x: -x[1])))
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
