#!/usr/bin/env python3
"""Reads training/news: statements and events that we marked in articles of the newswire corpus (news/README.md), as offsets into
the texts that `corpora.read_worldwide` makes of them. Run by itself it checks them: news.py [FILE…]"""
import hashlib
import json
import sys
from pathlib import Path

import events
import own
from marked import Mistake

FOLDER = Path(__file__).resolve().parent / "news"
FILE = FOLDER / "annotations.jsonl"


def hash_of(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def load(path=FILE):
    """{article's name: annotation}, each checked: {"name", "hash", "statements": [as own.parse gives], "events": [as events.parse gives]}."""
    articles = {}
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            article = json.loads(line)
            check(f"{path.name}:{number}", article)
            articles[article["name"]] = article
    return articles


def check(place, article):
    for s in article["statements"] or []:
        if s["act"] not in own.ACTS or s["certainty"] not in own.CERTAINTIES or not s["content"] or len(s["cue"]) > 1:
            raise Mistake(f"{place}: not an act, a certainty, contents and at most one cue: {s}")
    for e in article["events"]:
        if e["kind"] not in events.MODES or e["mode"] not in [None, *events.MODES[e["kind"]]] or e["status"] not in events.STATUSES \
                or not e["trigger"]:
            raise Mistake(f"{place}: no such type, mode or status, or no trigger: {e}")
    for thing, roles in [(s, own.ROLES) for s in article["statements"] or []] + [(e, events.ROLES) for e in article["events"]]:
        if any(not 0 <= b < e for role in roles.values() for b, e in thing[role]):
            raise Mistake(f"{place}: a span that ends before it begins: {thing}")


if __name__ == "__main__":
    try:
        held = [article for name in sys.argv[1:] or [FILE] for article in load(Path(name)).values()]
    except Mistake as mistake:
        sys.exit(str(mistake))
    print(f"{len(held)} articles, {sum(len(a['statements'] or []) for a in held)} statements, {sum(len(a['events']) for a in held)} events")
