#!/usr/bin/env python3
"""Scores a reading's events with the kept-back fifth of training/events (or with all the rest): own_events.py READER [train|dev] [--json]

READER is a shell command that reads documents as JSON Lines and prints readings: own_events.py 'sayso read --json -'

Needed for docs/results.md. Triggers are compared one by one and count where they share characters; `exact` ones are the same stretch. Type,
mode, status and voice are the shares of matched triggers whose event has the gold's. `events`: gold and read events, matched one to one by the
triggers that they share. Roles: over matched events, a participant read is right if it shares characters with a gold stretch of its role, and a
gold stretch is found if the entity of a participant of its role is mentioned there; what belongs to unmatched events is wrong or not found."""
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
import events  # noqa: E402

ROLES = ("actor", "recipient", "victim", "target", "instrument")


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def pairs_of(weights):
    """Greedy one-to-one pairs of a {(i, j): weight}."""
    pairs, left, right = [], set(), set()
    for (i, j), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if i not in left and j not in right:
            pairs.append((i, j))
            left.add(i)
            right.add(j)
    return pairs


class Counts:
    """Right, read and gold of each figure; the right ones may be counted on both sides."""

    def __init__(self):
        self.all = {}

    def add(self, name, right, read, gold, found=None):
        old = self.all.get(name, (0, 0, 0, 0))
        self.all[name] = tuple(x + y for x, y in zip(old, (right, read, gold, right if found is None else found)))

    def rows(self):
        for name, (right, read, gold, found) in self.all.items():
            p, r = 100 * right / max(read, 1), 100 * found / max(gold, 1)
            yield name, p, r, 2 * p * r / max(p + r, 1e-9), right, read, gold


def score(passage, reading, counts, shares):
    gold, read = passage["events"], reading["events"]
    entities = {e["id"]: [tuple(m["span"]) for m in e["mentions"]] for e in reading["entities"]}
    times = {t["id"]: tuple(t["span"]) for t in reading["times"]}
    ours = [(tuple(m["span"]), v) for v in read for m in v["mentions"]]
    theirs = [(tuple(s), g) for g in gold for s in g["trigger"]]
    found = pairs_of({(i, j): min(a[1], b[1]) - max(a[0], b[0]) for i, (a, _) in enumerate(theirs) for j, (b, _) in enumerate(ours)
                      if overlap(a, b)})
    counts.add("trigger", len(found), len(ours), len(theirs))
    counts.add("trigger exact", sum(theirs[i][0] == ours[j][0] for i, j in found), len(ours), len(theirs))
    counts.add("trigger and type", sum(theirs[i][1]["kind"] == ours[j][1]["type"] for i, j in found), len(ours), len(theirs))
    for i, j in found:
        g, v = theirs[i][1], ours[j][1]
        for name, right in (("type", g["kind"] == v["type"]), ("mode", (g["kind"], g["mode"]) == (v["type"], v.get("mode"))),
                            ("status", g["status"] == v.get("status"))):
            shares.setdefault(name, []).append(right)
    shared = {}
    for i, j in found:
        key = gold.index(theirs[i][1]), read.index(ours[j][1])
        shared[key] = shared.get(key, 0) + 1
    matched = pairs_of(shared)
    counts.add("events", len(matched), len(read), len(gold))
    partner = {j: gold[i] for i, j in matched}
    reader_of = {i: read[j] for i, j in matched}
    for role in ROLES:
        right = size = 0
        for j, v in enumerate(read):
            for p in v.get("participants", []):
                if p["role"] != role:
                    continue
                size += 1
                right += any(overlap(p["span"], s) for s in partner.get(j, {}).get(role, []))
        got = total = 0
        for i, g in enumerate(gold):
            spans = [s for p in reader_of.get(i, {}).get("participants", []) if p["role"] == role
                     for s in [tuple(p["span"]), *entities[p["entity"]]]]
            total += len(g[role])
            got += sum(any(overlap(s, t) for t in spans) for s in g[role])
        counts.add(role, right, size, total, got)
        counts.add("role", right, size, total, got)
    for name, spans in (("place", lambda v: entities.get(v.get("place"), [])),
                        ("time", lambda v: [times[v["time"]]] if v.get("time") else [])):
        told = sum(bool(v.get(name)) for v in read)
        right = sum(any(overlap(s, t) for s in g[name] for t in spans(reader_of[i])) for i, g in enumerate(gold) if i in reader_of)
        counts.add(name, right, told, sum(bool(g[name]) for g in gold))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--json"]
    passages = events.load(arguments[1] if len(arguments) > 1 else "dev")
    fed = "".join(json.dumps({"id": p["name"], "text": p["text"]}) + "\n" for p in passages)
    out = subprocess.run(arguments[0], shell=True, input=fed, capture_output=True, text=True, check=True).stdout
    readings = {r["given_id"]: r for r in map(json.loads, out.splitlines())}
    counts, shares = Counts(), {}
    for passage in passages:
        reading = readings[passage["name"]]
        if reading["document"]["text"] != passage["text"]:
            sys.exit(f"{passage['name']}: the reading is of another text")
        score(passage, reading, counts, shares)
    if "--json" in sys.argv:
        print(json.dumps({**{name: [p, r, f] for name, p, r, f, *_ in counts.rows()},
                          **{name: 100 * sum(all_) / len(all_) for name, all_ in shares.items()}}))
        return
    print(f"{'':18}{'precision':>10}{'recall':>10}{'F1':>8}{'right':>8}{'read':>8}{'gold':>8}")
    for name, p, r, f, right, read, gold in counts.rows():
        print(f"{name:18}{p:10.2f}{r:10.2f}{f:8.2f}{right:8}{read:8}{gold:8}")
    for name, all_ in shares.items():
        print(f"{name + ' of triggers':18}{100 * sum(all_) / len(all_):10.2f}{'':18}{sum(all_):8}{'':8}{len(all_):8}")


if __name__ == "__main__":
    main()
