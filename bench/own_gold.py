#!/usr/bin/env python3
"""Prints the kept-back fifth of training/own as gold of the scorers' task `phenomena`, JSON Lines: own_gold.py [train|dev]

Needed for docs/results.md: score.py run phenomena own.jsonl --reader 'sayso read --json -'"""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
import own  # noqa: E402


def quotation(text, content):
    """As the reading judges it: wholly between quotation marks is direct, partly mixed."""
    words = [text[b:e].strip(" .,;:") for b, e in content]
    if all(piece and piece[0] in "“\"‘'" for piece in words):
        return "direct"
    return "mixed" if any(mark in piece for piece in words for mark in "“”\"") else "indirect"


def outer_of(statements):
    """For each statement the number of the narrowest one it lies in, or None."""
    found = []
    for statement in statements:
        around = [j for j, other in enumerate(statements) if own.lies_in(statement, other)]
        found.append(min(around, key=lambda j: own.size(statements[j])) if around else None)
    return found


def gold(passage):
    outer = outer_of(passage["statements"])
    statements = [{"source": s["source"], "cue": s["cue"], "content": s["content"], "via": s["via"], "act": s["act"],
                   "certainty": s["certainty"], "quotation": quotation(passage["text"], s["content"]), "inside": inside}
                  for s, inside in zip(passage["statements"], outer)]
    return {"id": passage["name"], "phenomenon": passage["name"].split(":")[0], "text": passage["text"],
            "statements": statements}


def main():
    for passage in own.load(sys.argv[1] if len(sys.argv) > 1 else "dev"):
        print(json.dumps(gold(passage), ensure_ascii=False))


if __name__ == "__main__":
    main()
