#!/usr/bin/env python3
"""How many rows of a reading are right, by articles of the newswire that we marked and train nothing on (training/news/README.md):
news_rows.py READER DATA [--show KIND]. A row is an event or a statement with all its fields; it is wrong if one of them is.

`ongoing` counts as `occurred`, and `planned` as `hypothetical`; who suffers may be victim, target or recipient. A content is right if it has at least three
quarters (F1) of the letters."""
import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
import corpora  # noqa: E402
import news  # noqa: E402

ROLES = "actor recipient victim target instrument".split()
ALIKE = [{"occurred", "ongoing"}, {"planned", "hypothetical"}, {"planned", "ongoing"}]
SUFFERS = {"victim", "target", "recipient"}
SIDES = ("consult", "agree", "cooperate", "election", "support")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reader", help="the program")
    parser.add_argument("data", type=Path, help="the folder with names/")
    parser.add_argument("--show", help="print the rows with this kind of mistake")
    options = parser.parse_args()
    marked = news.load(news.FOLDER / "tuning.jsonl")
    texts = {}
    for part in ("train", "dev"):
        for d in corpora.read_worldwide(options.data / f"names/worldwide-{part}.tsv.gz", options.reader):
            if d["name"] in marked and news.hash_of(d["text"]) == marked[d["name"]]["hash"]:
                texts[d["name"]] = d["text"]
    given = "".join(json.dumps({"id": k, "text": t}) + "\n" for k, t in texts.items())
    out = subprocess.run([options.reader, "read", "--json", "-"], input=given, capture_output=True, text=True, check=True).stdout
    for thing, judge in (("events", event_mistakes), ("statements", statement_mistakes)):
        counts, rows, found, gold = Counter(), 0, 0, 0
        for reading in map(json.loads, out.splitlines()):
            article = marked[reading["given_id"]]
            gold += len(article[thing])
            seen = set()
            for row in reading[thing]:
                mistakes = judge(row, reading, article, seen)
                rows += 1
                counts.update({m.split()[0] for m in mistakes})
                counts["wrong"] += bool(mistakes)
                counts["wrong but for the act"] += bool([m for m in mistakes if m != "act"])
                if options.show and any(m.startswith(options.show) for m in mistakes):
                    print(reading["given_id"], mistakes, told(row, reading["document"]["text"]))
            found += len(seen)
        print(f"{thing}: {rows} rows, {100 * counts['wrong'] / rows:.1f} % wrong; {found} of {gold} found ({100 * found / gold:.1f} %)")
        print("  " + ", ".join(f"{kind} {n}" for kind, n in counts.most_common() if kind != "wrong"))


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def told(row, text):
    spans = [row["cue"]["span"]] * ("cue" in row) + row["content"] if "content" in row else [m["span"] for m in row["mentions"]]
    return " | ".join(text[b:e].replace("\n", " ") for b, e in spans)[:300]


def event_mistakes(row, reading, article, seen):
    events, entities = article["events"], {e["id"]: e for e in reading["entities"]}
    mine = [k for k, e in enumerate(events) if any(overlap(m["span"], t) for m in row["mentions"] for t in e["trigger"])]
    if not mine:
        return ["no-event"]
    same = [k for k in mine if events[k]["kind"] == row["type"]]
    mistakes = ["joined"] * (len(set(mine)) > 1) + ["twice"] * ((same or mine)[0] in seen)
    seen.update(mine)
    if not same:
        return mistakes + ["type"]
    event = events[same[0]]
    if row.get("mode") and event["mode"] and row["mode"] != event["mode"]:
        mistakes.append("mode")
    if row["status"] != event["status"] and {row["status"], event["status"]} not in ALIKE:
        mistakes.append("status")
    for p in row.get("participants", []):
        if not takes_part(p, row["type"], entities, [events[k] for k in mine]):
            mistakes.append("participant " + p["role"])
    if "time" in row:
        span = next(t["span"] for t in reading["times"] if t["id"] == row["time"])
        mistakes += ["time"] * (not any(overlap(span, s) for k in mine for s in events[k]["time"]))
    if "place" in row:
        named = [m["span"] for m in entities[row["place"]]["mentions"]]
        there = [s for k in mine for role in ("place", "target", "recipient") for s in events[k][role]]
        mistakes += ["place"] * (not any(overlap(m, s) for m in named for s in there))
    return mistakes


def takes_part(participant, kind, entities, events):
    spans = [(role, s) for e in events for role in [*ROLES, "place"] for s in e[role]]
    roles = {role for role, s in spans if overlap(participant["span"], s)} \
        or {role for role, s in spans for m in entities[participant["entity"]]["mentions"] if overlap(m["span"], s)}
    role = participant["role"]
    right = {role} | (SUFFERS | {"place"} if role in SUFFERS else set())
    if kind in SIDES:
        right |= {"actor", "recipient"}
    if kind in ("accident", "death") and role == "actor":
        right.add("victim")
    return bool(roles & right)


def statement_mistakes(row, reading, article, seen):
    text, gold = reading["document"]["text"], article["statements"]

    def letters(spans):
        return {i for b, e in spans for i in range(b, e) if text[i].isalnum()}

    if "cue" in row:
        mine = [k for k, s in enumerate(gold) if s["cue"] and overlap(s["cue"][0], row["cue"]["span"])]
    else:
        mine = [k for k, s in enumerate(gold) if any(overlap(a, b) for a in s["content"] for b in row["content"])]
    if not mine:
        return ["no-cue"]
    content = letters(row["content"])

    def likeness(k):
        other = letters(gold[k]["content"])
        return 2 * len(content & other) / max(1, len(content) + len(other))

    best = max(mine, key=likeness)
    seen.add(best)
    mistakes = ["content"] * (likeness(best) < 0.75)
    if "source" in row and not any(overlap(s, row["source"]["span"]) for s in gold[best]["source"]):
        mistakes.append("source")
    return mistakes + ["act"] * (row["act"] != gold[best]["act"])


if __name__ == "__main__":
    main()
