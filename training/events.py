#!/usr/bin/env python3
"""Reads training/events: passages with their events marked (events/README.md). Run by itself it checks them: events.py [FILE…]"""
import re
import sys
from pathlib import Path

import marked
from marked import Mistake

ROLES = {"e": "trigger", "a": "actor", "r": "recipient", "v": "victim", "t": "target", "i": "instrument", "p": "place", "d": "time"}
STATUSES = "occurred ongoing planned prevented hypothetical denied".split()
FOLDER = Path(__file__).resolve().parent / "events"
MODES = {
    "assault": "armed-attack bombing suicide-attack arson stabbing vehicle-attack beating airstrike drone-strike shelling missile-strike "
               "abduction hostage-taking hijacking killing torture sexual-violence destruction crowd-control unconventional clash seizure",
    "coerce": "arrest detain raid seize deport restrict censor curfew martial-law withhold cyber-attack disinformation",
    "justice": "complaint warrant interrogation charge trial plea conviction acquittal sentence appeal release investigation extradition",
    "protest": "demonstration riot strike hunger-strike boycott blockade vandalism",
    "mobilize": "troops weapons police militia exercise weapons-test",
    "sanction": "sanctions expel withdraw suspend",
    "retreat": "withdrawal release surrender ceasefire disarm access resign",
    "consult": "meeting visit call negotiation mediation",
    "agree": "agreement treaty truce-accord",
    "support": "recognition endorsement vote",
    "aid": "humanitarian economic military asylum",
    "cooperate": "joint-operation intelligence-sharing trade",
    "concede": "policy-change reform dismissal",
    "election": "vote result campaign",
    "crime": "robbery theft fraud bribery smuggling trafficking harassment",
    "politics": "appointment founding legislation decree commemoration takeover diplomatic-protest",
    "rescue": "rescue evacuation search",
    "accident": "crash collapse fire explosion capsizing derailment stampede",
    "disaster": "earthquake flood storm wildfire landslide eruption drought epidemic",
    "death": "death",
}
MODES = {kind: names.split() for kind, names in MODES.items()}


def event(name, line, spans):
    words = re.fullmatch(r"(\d+) (\S+) (\S+) (\S+)(?: part=(\d+))?", line.strip())
    if not words:
        raise Mistake(f"{name}: not a number, a type, a mode or -, and a status: {line!r}")
    number, kind, mode, status, whole = words.groups()
    if kind not in MODES or mode not in [*MODES[kind], "-"] or status not in STATUSES:
        raise Mistake(f"{name}: no such type, mode or status: {line!r}")
    parts = spans.pop(number, {})
    if "trigger" not in parts:
        raise Mistake(f"{name}: event {number} has no trigger")
    return {"number": number, "kind": kind, "mode": None if mode == "-" else mode, "status": status, "part_of": whole,
            **{role: sorted(parts.get(role, [])) for role in ROLES.values()}}


def parse(name, words, lines):
    """{"name", "text", "events": [{"kind", "mode", "status", "part_of", "trigger": [[b, e], …], "actor": …}]}; offsets in code points."""
    text, spans = marked.unmark(name, words, ROLES)
    events = [event(name, line, spans) for line in lines]
    if spans:
        raise Mistake(f"{name}: no line for event {', '.join(sorted(spans))}")
    numbers = {e["number"] for e in events}
    for e in events:
        if e["part_of"] and e["part_of"] not in numbers:
            raise Mistake(f"{name}: event {e['number']} is part of {e['part_of']}, which is not there")
    return {"name": name, "text": text, "events": events}


def load(part, folder=FOLDER):
    return marked.load(folder, parse, part)


if __name__ == "__main__":
    sys.exit(1 if marked.check([Path(name) for name in sys.argv[1:]] or sorted(FOLDER.rglob("*.txt")), parse, "events") else 0)
