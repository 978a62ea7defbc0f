"""The label sets of the heads, and lemmas as edit scripts (docs/model.md, "Lemma scripts")."""
from collections import Counter, defaultdict

import events
from own import ACTS, CERTAINTIES  # noqa: F401

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
NAMES = ["O"] + [f"{p}-{t}" for t in "person organization location facility norp product misc date money".split() for p in "BI"]
THREE = {"person": "PER", "organization": "ORG", "location": "LOC", "facility": "LOC"}
ATTRIBUTION = ["O"] + [f"{p}-{t}" for t in ("source", "cue", "content") for p in "BI"]
PASSING = ["O"] + [f"{p}-{t}" for t in ("via", "addressee") for p in "BI"]
EVENTS = ["O"] + [f"{p}-{kind}" for kind in events.MODES for p in "BI"]
# The type alone where no mode fits.
MODES = [label for kind, modes in events.MODES.items() for label in (kind, *(f"{kind}.{mode}" for mode in modes))]
STATUSES = events.STATUSES
ROLES = "actor recipient victim target instrument place time".split()
# Words of other kinds do not take part in an event.
TAKES_PART = set("ADJ ADV INTJ NOUN NUM PRON PROPN SYM VERB X".split())
MUC = "PerpInd PerpOrg Target Victim Weapon".split()
FILLERS = ["O"] + [f"{p}-{role}" for role in MUC for p in "BI"]
MENTIONS = "none abstract animal event object organization person place plant substance time".split()


def script_of(form, lemma, upos):
    """The cheapest script; on a tie, names keep their case and other words are lowered."""
    def strip(base):
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        if same == 0 and base != lemma:
            return None
        return len(base) - same, lemma[same:]
    scripts = []
    for rank, (mark, base) in enumerate([("K", form), ("L", form.lower())] if upos == "PROPN" else [("L", form.lower()), ("K", form)]):
        found = strip(base)
        if found:
            scripts.append((found[0] + len(found[1]), rank, f"{mark}-{found[0]}+{found[1]}"))
    return min(scripts)[2] if scripts else "=" + lemma


def apply_script(script, form):
    """None where the script does not fit."""
    if script.startswith("="):
        return script[1:]
    count, suffix = script[2:].split("+", 1)
    base = form.lower() if script[0] == "L" else form
    count = int(count)
    if count and len(base) <= count:
        return None
    return base[:len(base) - count] + suffix


def lemma_scripts(documents):
    counts = Counter(script_of(f, l, u) for d in documents for f, l, u in zip(d["words"], d["lemmas"], d["upos"]) if l)
    return [s for s, n in counts.most_common() if n >= 3]


def lemma_table(documents):
    """Lemmas of (part of speech, lower-cased form) that are the same every time, also of the only time."""
    seen = defaultdict(Counter)
    for d in documents:
        for f, l, u in zip(d["words"], d["lemmas"], d["upos"]):
            if l and u not in ("PROPN", "NUM", "PUNCT", "SYM", "X"):
                seen[u, f.lower()][l] += 1
    table = {}
    for key, lemmas in seen.items():
        if len(lemmas) == 1:
            table[key] = next(iter(lemmas))
    return table


def relations(documents):
    counts = Counter(r for d in documents for r in d["relations"])
    return [r for r, n in counts.most_common() if n >= 5]


def own_sets():
    """The sets that our own passages and the heads' meaning give, whatever else is learned from."""
    return {"passing": PASSING, "acts": ACTS, "certainties": CERTAINTIES, "events": EVENTS, "modes": MODES, "statuses": STATUSES,
            "roles": ROLES, "fillers": FILLERS}
