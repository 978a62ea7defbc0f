#!/usr/bin/env python3
"""Prints lexicon/event_words.tsv: event_words.py 'sayso analyse --json -'

Counts in the passages of training/events, but for those kept as dev, how often each noun, verb and phrase tells of an event, and of which kind.
Those passages are about events: uses in the plain news of training/own are counted as uses that tell of none, more than once since most news is
plain, and so are some of those in its other passages."""
import collections
import json
import re
import subprocess
import sys

import events
import own

HEAD = """# Words that often tell of an event, counted in training/events by training/event_words.py: what it tells is decided together with the network.
# type <tab> mode or - <tab> noun, verb (lemmas) or phrase (forms) <tab> how often it tells of any event: mostly, often, sometimes <tab> words
# A word may stand in several lines; the first is its commonest kind."""
PLAIN, OTHER = 3, 0.5
# What says nothing by itself, however often it is a passage's only word for its event.
EMPTY = set("incident operation out away through over back up net shock crush rush ease yield book credit dinner measure provide receive take give have "
            "set put try measure recover found crisis move act case scene row trip congress action through overboard freed alight ring pull hurt examine nomination proceedings fight lend carry terror terrorist fall slide shot".split()) | {"voted in", "carry out", "carried out", "leave the country"}
CLASSES = (("mostly", 0.8), ("often", 0.5), ("sometimes", 0.3))
LONGEST = 5
OF_ITS_USES = 0.3      # the share of a word's events that a kind must have


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def analyses(command, passages):
    fed = "".join(json.dumps({"id": p["name"], "text": p["text"]}) + "\n" for p in passages)
    out = subprocess.run(command, shell=True, input=fed, capture_output=True, text=True, check=True).stdout
    return {a["given_id"]: a["tokens"] for a in map(json.loads, out.splitlines())}


def place_of(token):
    if token["upos"] == "VERB":
        return "verb", token["lemma"].lower()
    return ("noun", token["lemma"].lower()) if token["upos"] in ("NOUN", "PROPN", "ADJ") else None


def main():
    passages = events.load("train")
    tokens_of = analyses(sys.argv[1], passages)
    kinds, all_uses, forms = collections.defaultdict(collections.Counter), collections.Counter(), set()
    for p in passages:
        tokens = tokens_of[p["name"]]
        forms.update(t["form"].lower() for t in tokens)
        all_uses.update(filter(None, map(place_of, tokens)))
        for e in p["events"]:
            for span in e["trigger"]:
                inside = [t for t in tokens if overlap(t["span"], span)]
                word = place_of(inside[0]) if len(inside) == 1 else ("phrase", " ".join(t["form"].lower() for t in inside))
                if word and len(inside) <= LONGEST:
                    kinds[word][e["kind"], e["mode"] or "-"] += 1
    plain, other = collections.Counter(), collections.Counter()
    for tokens, count in ((tokens, plain if "plain" in name else other) for name, tokens in analyses(sys.argv[1], own.load("train")).items()):
        count.update(filter(None, map(place_of, tokens)))
    text = " ".join(t["form"].lower() for p in passages for t in tokens_of[p["name"]])
    lines = collections.defaultdict(list)
    for (place, word), counts in kinds.items():
        if not re.fullmatch(r"[a-z][a-z' -]+", word) or word in EMPTY or (place != "phrase" and word not in forms):
            continue
        n = sum(counts.values())
        uses = max(n, len(re.findall(r"(?<!\S)" + re.escape(word) + r"(?!\S)", text)) if place == "phrase" else
                   all_uses[place, word] + PLAIN * plain[place, word] + OTHER * other[place, word])
        name = next((name for name, share in CLASSES if n >= share * uses), None)
        if n == 1 and place != "phrase" and name == "mostly":
            name = "often"                         # once is not much to go by
        types = collections.Counter()
        for (kind, mode), count in counts.items():
            types[kind] += count
        for rank, (kind, count) in enumerate(types.most_common()):
            if name and count >= OF_ITS_USES * n:
                mode = max((m for k, m in counts if k == kind), key=lambda m: counts[kind, m])
                lines[rank, kind, mode, place, name].append(word)
    print(HEAD)
    for (_, *columns), words in sorted(lines.items()):
        print("\t".join([*columns, "|".join(sorted(words))]))


if __name__ == "__main__":
    main()
