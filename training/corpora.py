"""Reads the corpora into documents of words with whatever labels each corpus has.

A document is a dict of lists with one item a word, and a few document-wide lists. Labels that a corpus
does not have are absent; single words without a label have None. Formats: docs/training data in README.md.
"""
import gzip
import json
import re
import subprocess
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import events
import labels
import news
import own

NAME_TYPES = {"Person": "person", "Organization": "organization", "Location": "location", "Facility": "facility",
              "NORP": "norp", "Product": "product", "Misc": "misc", "Miscellaneous": "misc", "Date": "date", "Money": "money"}


def lines_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


# ---------------------------------------------------------------- Universal Dependencies

def read_ud(path, source, limit=None):
    """One document for each newdoc: words, gaps, sentence and block starts, tags, lemmas, trees, mentions."""
    documents, comments, rows = [], [], []
    for line in lines_of(path):
        line = line.rstrip("\n")
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            if any(c.startswith("# newdoc") for c in comments) or not documents:
                name = next((c.partition("= ")[2] for c in comments if c.startswith("# newdoc")), path.name)
                if limit and len(documents) == limit:
                    break
                documents.append({"name": name, "source": source, "words": [], "gaps": [], "starts": [], "blocks": [],
                                  "upos": [], "lemmas": [], "heads": [], "relations": [], "sentence_ids": [], "entities": []})
            add_sentence(documents[-1], comments, rows)
            comments, rows = [], []
    for document in documents:
        if source == "gum":
            document["mentions"] = read_mentions(document)
        del document["entities"]
    return documents


def add_sentence(document, comments, rows):
    block = not document["words"] or any(re.match("# newpar( id|$)", c) for c in comments)
    sentence_id = next(c[12:] for c in comments if c.startswith("# sent_id = "))
    gap = 5 if not document["words"] else 4 if block else 1 if document.get("glued") else 2
    base, multi_end, multi_glued = len(document["words"]), 0, False
    for number, form, lemma, upos, _, _, head, relation, _, misc in rows:
        if "." in number:
            continue
        glued = "SpaceAfter=No" in misc.split("|")
        if "-" in number:
            multi_end, multi_glued, multi_form, multi_first = int(number.split("-")[1]), glued, form, True
            continue
        within = int(number) <= multi_end
        document["words"].append("".join(form.split()))
        document["gaps"].append(gap)
        document["starts"].append(len(document["words"]) - 1 == base)
        document["blocks"].append(block and len(document["words"]) - 1 == base)
        document["upos"].append(upos)
        document["lemmas"].append(None if lemma == "_" and form != "_" else lemma)
        document["heads"].append(base + int(head) - 1 if int(head) else -1)
        document["relations"].append(relation)
        document["sentence_ids"].append((sentence_id, number))
        document["entities"].append(next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), ""))
        last = within and int(number) == multi_end
        gap = 1 if (within and not last) or (multi_glued if last else glued) else 2
    document["glued"] = gap == 1


def read_mentions(document):
    """GUM's nested brackets `(id-type-…` and `id)`: (begin, end, type, entity, head word) with end exclusive."""
    opened, spans = {}, []
    for at, text in enumerate(document["entities"]):
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", text):
            if piece.startswith("("):
                fields = piece.strip("()").split("-")
                opened.setdefault(fields[0], []).append((at, fields[1]))
            if piece.endswith(")"):
                entity = piece.strip("()").split("-")[0]
                begin, kind = opened[entity].pop()
                spans.append((begin, at + 1, kind, entity))
    by_head = {}
    for begin, end, kind, entity in spans:
        head = head_of(document, begin, end)
        old = by_head.get(head)
        if old and better_known_by_head(document, old, (begin, end)):
            continue
        by_head[head] = (begin, end, kind, entity, head)
    return {"all": spans, "headed": sorted(by_head.values(), key=lambda m: (m[0], -m[1]))}


def head_of(document, begin, end):
    outside = [i for i in range(begin, end) if not begin <= document["heads"][i] < end]
    return outside[0] if outside else begin


def better_known_by_head(document, old, new):
    """Of two mentions with one head, a coordination is left out; else the longer one is kept."""
    def coordinated(span):
        return any(document["relations"][i] == "conj" and document["heads"][i] == head_of(document, *span)
                   for i in range(*span))
    if coordinated(old[:2]) != coordinated(new):
        return coordinated(new)
    return old[1] - old[0] >= new[1] - new[0]


def add_three_classes(documents, path):
    """UNER's PER, ORG and LOC for EWT's words, matched by sentence text; sentences whose words differ stay without."""
    by_text, text, rows = {}, None, []
    for line in lines_of(path):
        line = line.rstrip("\n")
        if line.startswith("# text = "):
            text = line[9:]
        elif "\t" in line:
            rows.append(line.split("\t"))
        elif not line and rows:
            by_text.setdefault("".join(text.split()), [(r[1], r[2]) for r in rows])
            rows = []
    matched = 0
    for document in documents:
        tags = [None] * len(document["words"])
        starts = [i for i, s in enumerate(document["starts"]) if s] + [len(tags)]
        for begin, end in zip(starts, starts[1:]):
            words = document["words"][begin:end]
            found = by_text.get("".join(words))
            if not found:
                continue
            labels = project([("".join(f.split()), t) for f, t in found], words)
            if labels:
                tags[begin:end] = labels
                matched += 1
        document["three"] = tags
    return matched


def project(tagged, words):
    """BIO tags of one tokenisation on another of the same characters; None if a name's border lies within a word."""
    spans, at = [], 0
    for form, tag in tagged:
        if tag[0] == "B" or (tag[0] == "I" and (not spans or spans[-1][2] != tag[2:] or spans[-1][1] != at)):
            spans.append([at, at + len(form), tag[2:]])
        elif tag[0] == "I":
            spans[-1][1] = at + len(form)
        at += len(form)
    offsets, at = [], 0
    for word in words:
        offsets.append((at, at + len(word)))
        at += len(word)
    return label_spans(spans, offsets)


def label_spans(spans, offsets):
    """BIO tags for words at `offsets`; a span whose borders are no word borders is widened to its words."""
    tags = ["O"] * len(offsets)
    k = 0
    for begin, end, kind in sorted(spans):
        while k < len(offsets) and offsets[k][1] <= begin:
            k += 1
        i, first = k, True
        while i < len(offsets) and offsets[i][0] < end:
            if tags[i] == "O":
                tags[i] = ("B-" if first else "I-") + kind
                first = False
            i += 1
    return tags


def add_factuality(documents, folder):
    """UDS factuality of EWT's predicates: value times confidence's sign kept as the value; test sentences are left out."""
    with gzip.open(folder / "uds-sentence-ids.json.gz", "rt") as file:
        ids = json.load(file)
    with zipfile.ZipFile(folder / "uds-factuality.zip") as packed:
        graphs = json.loads(packed.read("factuality.json"))["data"]
    values = {}
    for name, nodes in graphs.items():
        if name.startswith("ewt-test") or name not in ids:
            continue
        for node, labels in nodes.items():
            if "factuality" in labels:
                values[ids[name]["sentence_id"], node.rsplit("-", 1)[1]] = labels["factuality"]["factual"]["value"]
    count = 0
    for document in documents:
        document["factuality"] = [values.get(key) for key in document["sentence_ids"]]
        count += sum(v is not None for v in document["factuality"])
    return count


# ---------------------------------------------------------------- texts, given words by the program's own rules

def analyse(texts, sayso):
    """Words, gaps and blocks of texts, as the program's own tokenizer has them: the same as at inference."""
    given = "".join(json.dumps({"id": str(k), "text": t}) + "\n" for k, t in enumerate(texts))
    out = subprocess.run([sayso, "analyse", "--json", "-"], input=given, capture_output=True, text=True, check=True).stdout
    analyses = {a["given_id"]: a for a in map(json.loads, out.splitlines())}
    return [analyses.get(str(k)) for k in range(len(texts))]


def words_of(analysis, name, source):
    text, spans = analysis["text"], [tuple(t["span"]) for t in analysis["tokens"]]
    starts = {b for b, _ in analysis["sentences"]}
    gaps, blocks, last = [], [], 0
    for k, (b, e) in enumerate(spans):
        space = text[last:b]
        ends = space.count("\n")
        gaps.append(5 if not k else 1 if not space else 2 if not ends else 3 if ends == 1 else 4)
        blocks.append(not k or ends > 0 and b in starts)
        last = e
    return {"name": name, "source": source, "words": ["".join(text[b:e].split()) for b, e in spans], "gaps": gaps,
            "blocks": blocks, "rule_starts": [b in starts for b, _ in spans], "spans": spans, "text": text}


def read_worldwide(path, sayso):
    """Nine classes of names over newswire. The text is put together from tokens by simple spacing rules."""
    named, name, blocks = [], None, [[]]
    for line in lines_of(path):
        line = line.rstrip("\n")
        if line.startswith("# document = "):
            if name:
                named.append((name, blocks))
            name, blocks = line[13:], [[]]
        elif "\t" in line:
            token, tag = line.split("\t")[:2]
            blocks[-1].append((token.strip(), tag))
        else:
            blocks.append([])
    named.append((name, blocks))
    texts, gold = [], []
    for name, blocks in named:
        blocks = [b for b in blocks if b and not b[0][0].startswith(("http://", "https://"))]
        text, spans = "", []
        for block in blocks:
            part, offsets = join([t for t, _ in block])
            at = len(text) + 2 * bool(text)
            text += "\n\n" * bool(text) + part
            spans += [(at + b, at + e, k) for b, e, k in spans_of([t for _, t in block], offsets)]
        texts.append(text)
        gold.append(spans)
    documents = []
    for (name, _), text, spans, analysis in zip(named, texts, gold, analyse(texts, sayso)):
        if not analysis or analysis["text"] != text:
            continue
        document = words_of(analysis, name, "worldwide")
        document["names"] = label_spans([(b, e, NAME_TYPES[k]) for b, e, k in spans], document["spans"])
        documents.append(document)
    return documents


def spans_of(tags, offsets):
    spans = []
    for k, tag in enumerate(tags):
        if tag[0] == "B" or tag[0] == "I" and (not k or tags[k - 1][2:] != tag[2:]):
            spans.append([*offsets[k], tag[2:]])
        elif tag[0] == "I":
            spans[-1][1] = offsets[k][1]
    return spans


CLOSE = re.compile(r"[.,;:?!%)\]}”’»…°/\\-]+|['’](s|t|re|ve|ll|d|m)|n['’]t", re.I)
OPEN = re.compile(r"[(\[{“‘«$£€₹₡#/\\°-]+")


def join(tokens):
    """Text of tokens whose spacing is lost, and where each stands in it; straight quotes open and close by turns."""
    text, offsets, opened, glue = "", [], {'"': False, "'": False}, True
    for k, token in enumerate(tokens):
        closes = opened.get(token, False)
        if token in opened:
            opened[token] = not closes
        clitic = k and tokens[k - 1] == "’" and re.fullmatch("s|t|re|ve|ll|d|m", token)
        if not (glue or closes or clitic or CLOSE.fullmatch(token)):
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
        glue = bool(OPEN.fullmatch(token)) or token in opened and not closes
    return text, offsets


def read_polnear(path, sayso):
    """Attributions: one label a word (they do not nest), and which spans belong to which cue."""
    rows = [json.loads(line) for line in lines_of(path)]
    documents = []
    for row, analysis in zip(rows, analyse([r["text"] for r in rows], sayso)):
        if not analysis or analysis["text"] != row["text"]:
            continue
        document = words_of(analysis, row["id"], "polnear")
        spans = [(b, e, k) for a in row["attributions"] for k in ("content", "cue", "source") for b, e in a[k]]
        document["attribution"] = label_spans([(b, e, {"cue": "cue", "source": "source", "content": "content"}[k])
                                               for b, e, k in spans], document["spans"])
        first = {b: i for i, (b, _) in reversed(list(enumerate(document["spans"])))}
        document["links"] = [(first.get(cue[0]), first.get(b), k) for a in row["attributions"] for cue in a["cue"][:1]
                             for k in (0, 1) for b, _ in a[("source", "content")[k]]]
        document["links"] = [l for l in document["links"] if None not in l]
        documents.append(document)
    return documents


def read_own(part, sayso):
    """Our own passages: outer and inner statements, who passed them on and was told, acts and certainties."""
    passages = own.load(part)
    documents = []
    for passage, analysis in zip(passages, analyse([p["text"] for p in passages], sayso)):
        if analysis and analysis["text"] == passage["text"]:
            document = own_document(words_of(analysis, passage["name"], "own"), passage["statements"])
            add_own_syntax(document, analysis)
            documents.append(document)
    return documents


def add_own_syntax(document, analysis):
    """What the program makes of the words, where its weights know trees already: else they would be unlearned on short texts."""
    tokens = analysis["tokens"]
    if "upos" not in tokens[0]:
        return
    document["starts"] = document["rule_starts"]
    document["upos"], document["lemmas"] = [t["upos"] for t in tokens], [t["lemma"] for t in tokens]
    document["heads"], document["relations"] = [t["head"] for t in tokens], [t["deprel"] for t in tokens]
    document["scripts"] = [labels.script_of(w, l, u) for w, l, u in zip(document["words"], document["lemmas"], document["upos"])]
    document.setdefault("names", label_spans([(*n["span"], n["type"]) for n in analysis["names"]], document["spans"]))


def own_document(document, statements):
    first = {b: i for i, (b, _) in reversed(list(enumerate(document["spans"])))}
    depth = own.depths(statements)
    for layer, at in (("attribution", 0), ("inner", 1)):
        spans = [(b, e, role) for s, d in zip(statements, depth) if d == at for role in ("content", "cue", "source") for b, e in s[role]]
        document[layer] = label_spans(spans, document["spans"])
    document["passing"] = label_spans([(b, e, role) for s in statements for role in ("via", "addressee") for b, e in s[role]],
                                      document["spans"])
    document["links"], document["told"] = [], []
    for s in statements:
        anchor = first.get((s["cue"] or s["content"])[0][0])
        if anchor is None:
            continue
        cue, content = ([i for b, e in s[role] if b in first for i in range(first[b], len(first)) if document["spans"][i][1] <= e]
                        for role in ("cue", "content"))
        document["told"].append((cue, content, s["act"], s["certainty"]))
        if s["cue"]:
            document["links"] += [(anchor, first[b], kind) for kind, role in enumerate(("source", "content", "via", "addressee"))
                                  for b, _ in s[role] if b in first]
    return document


def read_events(part, sayso, folder=events.FOLDER):
    """Our own passages of events: triggers, their types, modes and statuses, and who takes part."""
    passages = events.load(part, folder)
    documents = []
    for passage, analysis in zip(passages, analyse([p["text"] for p in passages], sayso)):
        if analysis and analysis["text"] == passage["text"]:
            document = words_of(analysis, passage["name"], "events")
            add_own_syntax(document, analysis)
            add_events(document, passage["events"])
            documents.append(document)
    return documents


def read_news(originals, sayso, path=news.FILE):
    """Those of the documents in which we marked statements and events, or events alone, beside the labels that they have."""
    marked = news.load(path)
    chosen = [d for d in originals if d["name"] in marked and news.hash_of(d["text"]) == marked[d["name"]]["hash"]]
    documents = []
    for original, analysis in zip(chosen, analyse([d["text"] for d in chosen], sayso) if chosen else []):
        annotation = marked[original["name"]]
        document = original | {"source": "news"}
        if annotation["statements"] is not None:
            document = own_document(document, annotation["statements"])
        add_own_syntax(document, analysis)
        add_events(document, annotation["events"])
        documents.append(document)
    return documents


def add_events(document, marked):
    """`events`: tags; `occurrences`: (words, mode's label, status) of each piece of a trigger; `roles`: (trigger's first word, word, role);
    `unsure`: (trigger's first word, word) of which nothing is known."""
    words = {}      # of each trigger that got its tags: of two events with the same trigger the first has them
    taken = set()
    for e in marked:
        for span in e["trigger"]:
            of_trigger = words_within(document, *span)
            if of_trigger and not taken & set(of_trigger):
                taken |= set(of_trigger)
                words[tuple(span)] = of_trigger
    document["events"] = ["O"] * len(document["words"])
    document["occurrences"], roles, unsure = [], {}, set()
    for e in marked:
        own = {tuple(span) for span in e["trigger"]}
        for span in own & set(words):
            label = e["kind"] + (f".{e['mode']}" if e["mode"] else "")
            if not any(words[span] == occurrence[0] for occurrence in document["occurrences"]):
                document["occurrences"].append((words[span], label, e["status"]))
                for k, i in enumerate(words[span]):
                    document["events"][i] = ("I-" if k else "B-") + e["kind"]
        add_roles(document, e, [words[span][0] for span in sorted(own & set(words))], roles, unsure)
    document["occurrences"].sort()
    document["roles"] = sorted((trigger, word, role) for (trigger, word), all_roles in roles.items() for role in all_roles)
    document["unsure"] = sorted(unsure - set(roles))


def add_roles(document, event, triggers, roles, unsure):
    """A participant goes with the triggers in its sentence, else with the nearest; whether with the others too is not known."""
    sentence = document.get("starts") or document["rule_starts"]
    number = [sum(sentence[:i + 1]) for i in range(len(sentence))]
    for role in labels.ROLES:
        for span in event[role]:
            within = words_within(document, *span)
            if not within or not triggers:
                continue
            head = participant_head(document, within)
            near = [t for t in triggers if number[t] == number[head]] or [min(triggers, key=lambda t: abs(t - head))]
            for t in near:
                roles.setdefault((t, head), set()).add(role)
            unsure |= {(t, head) for t in triggers if t not in near}
            unsure |= {(t, i) for t in triggers for i in within if "heads" in document and document["heads"][i] == head
                       and document["relations"][i] in ("conj", "appos")}


def words_within(document, begin, end):
    """The words in [begin, end), or that share characters with it."""
    return [i for i, (b, e) in enumerate(document["spans"]) if b < end and e > begin]


def participant_head(document, within):
    """The word that the others belong to, by the program's tree if there is one; else the last."""
    if "heads" not in document:
        return within[-1]
    outside = [i for i in within if document["heads"][i] not in within]
    for kinds in ({"NOUN", "PROPN", "PRON", "NUM"}, labels.TAKES_PART):
        for words in (outside, within):
            found = [i for i in words if document["upos"][i] in kinds]
            if found:
                return found[0]
    return within[-1]


def read_muc(path, sayso):
    """MUC-4's texts with the words that fill its templates' slots, wherever they stand in a text; its texts without incidents too."""
    rows = [json.loads(line) for line in lines_of(path)]
    texts = [unicodedata.normalize("NFC", r["doctext"]).strip() for r in rows]
    documents = []
    for row, text, analysis in zip(rows, texts, analyse(texts, sayso)):
        if analysis and analysis["text"] == text:
            document = words_of(analysis, row["docid"], "muc")
            document["fillers"] = label_spans(filler_spans(text, row["extracts"]), document["spans"])
            documents.append(document)
    return documents


def filler_spans(text, extracts):
    """(begin, end, role), longer strings first; they do not overlap."""
    wordings = {(wording.strip(), role) for role in labels.MUC for entity in extracts[role] for wording, _ in entity if wording.strip()}
    spans, taken = [], set()
    for wording, role in sorted(wordings, key=lambda w: (-len(w[0]), *w)):
        for found in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text):
            if not taken & set(range(*found.span())):
                taken |= set(range(*found.span()))
                spans.append((*found.span(), role))
    return spans


def load(data, sayso, part, small=False):
    """All documents of `part` (train or dev)."""
    limit = 40 if small else None
    ewt = read_ud(data / f"ud/en_ewt-{part}.conllu.gz", "ewt", limit)
    add_three_classes(ewt, data / f"names/uner-ewt-{part}.iob2.gz")
    add_factuality(ewt, data / "factuality")
    gum = read_ud(data / f"ud/en_gum-{part}.conllu.gz", "gum", 10 if small else None)
    return {"ewt": ewt, "gum": gum,
            "worldwide": read_worldwide(data / f"names/worldwide-{part}.tsv.gz", sayso),
            "muc": read_muc(data / f"incident-templates/muc4-roles-{part}.jsonl.gz", sayso),
            "polnear": read_polnear(data / f"attribution/polnear-{part}.jsonl.gz", sayso)}
