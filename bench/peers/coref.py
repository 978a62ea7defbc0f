#!/usr/bin/env python3
"""Scores coreference against GUM: CoNLL F1, the mean of MUC, B-cubed and CEAF-e.

  coref.py GOLD.conllu[.gz] --analyser 'sayso analyse --json -'
  coref.py GOLD.conllu[.gz] --predictions ANALYSES.jsonl

GOLD has entities in its MISC column (`Entity=`), as GUM has them. The command is fed JSON Lines (`id`, `text`) and prints
analyses, one a line: `given_id`, `text` and `mentions`, each {"span": [begin, end], "entity": number}, in code points.

A mention is right if its first and last character are those of a gold mention, white space at the ends left out. Figures
are given over all mentions, and once more without entities that are mentioned only once (left out on both sides). Counts
are summed over the documents, as the CoNLL-2012 scorer does (Pradhan et al. 2014). Standard library only.
"""
import argparse
import gzip
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict

Span = tuple[int, int]
Entities = list[set[Span]]


class CorefError(Exception):
    """What cannot be scored, in a sentence."""


# ---- gold

def read_gold(path: str) -> dict[str, tuple[str, Entities]]:
    """Text and entities of each document."""
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as lines:
        return dict(build_document(name, sentences) for name, sentences in split_documents(lines))


def split_documents(lines):
    """(name, sentences) of each document; a sentence is (begins a paragraph, text, rows)."""
    name, sentences, paragraph, text, rows = None, [], False, "", []
    for line in [*lines, "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences = line.partition("= ")[2], []
        elif re.match("# newpar( id|$)", line):
            paragraph = True
        elif line.startswith("# text = "):
            text = line[9:]
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            sentences.append((paragraph, text, rows))
            paragraph, rows = False, []
    if sentences:
        yield name, sentences


def build_document(name, sentences):
    """Sentences are parted by a blank where the last word has one after it, paragraphs by an empty line."""
    raw, mentions, still_open, space = "", [], defaultdict(list), ""
    for paragraph, sentence, rows in sentences:
        raw += ("\n\n" if paragraph else space) if raw else ""
        words = word_spans(name, sentence, rows, len(raw))
        raw += sentence
        for (begin, end), misc in words:
            for opened, at_once, closed in re.findall(r"\(([^()]+)(\)?)|([^()]+)\)", misc.get("Entity", "")):
                entity = (opened or closed).split("-")[0]
                if "[" in entity:
                    raise CorefError(f"{name}: a mention in several pieces, which this scorer does not take: {entity}")
                if opened and at_once:
                    mentions.append((begin, end, entity))
                elif opened:
                    still_open[entity].append(begin)
                elif still_open[entity]:
                    mentions.append((still_open[entity].pop(), end, entity))
                else:
                    raise CorefError(f"{name}: entity {entity} is closed without having been opened")
        space = "" if rows[-1][9] != "_" and "SpaceAfter=No" in rows[-1][9].split("|") else " "
    if any(still_open.values()):
        raise CorefError(f"{name}: a mention is not closed")
    text, moved = as_fed(raw)
    entities = defaultdict(set)
    for begin, end, entity in mentions:
        entities[entity].add((moved[begin], moved[end]))
    return name, (text, list(entities.values()))


def word_spans(name, sentence, rows, offset):
    """Span and MISC fields of each word. The words of a multi-word token ("don't") share its characters as their forms
    do; where the forms are not the token's characters, each word has the whole token."""
    at = [offset + i for i, c in enumerate(sentence) if not c.isspace()]
    done, words, token = 0, [], None
    for number, form, *_, misc in rows:
        if "." in number:                                   # an empty node
            continue
        form, fields = "".join(form.split()), dict(f.partition("=")[::2] for f in misc.split("|"))
        if "-" in number:
            first, last = map(int, number.split("-"))
            forms = ["".join(row[1].split()) for row in rows if row[0].isdigit() and first <= int(row[0]) <= last]
            token = last, (at[done], at[done + len(form) - 1] + 1), done + len(form), "".join(forms) == form
            continue
        if token and not token[3]:
            words.append((token[1], fields))
        else:
            if done + len(form) > len(at):
                raise CorefError(f"{name}: words are not the text: {sentence!r}")
            words.append(((at[done], at[done + len(form) - 1] + 1), fields))
            done += len(form)
        if token and int(number) == token[0]:
            done, token = token[2], None
    if done != len(at):
        raise CorefError(f"{name}: words are not the text: {sentence!r}")
    return words


def as_fed(raw):
    """The text in NFC and without white space at its ends, and for each offset of `raw` the one there."""
    pieces, whole, moved = [], "", []
    for c in raw:
        if pieces and unicodedata.combining(c):
            pieces[-1] += c
        else:
            pieces.append(c)
    for piece in pieces:
        moved += [len(whole)] * len(piece)
        whole += unicodedata.normalize("NFC", piece)
    moved.append(len(whole))
    text = whole.strip()
    skipped = len(whole) - len(whole.lstrip())
    return text, [min(max(x - skipped, 0), len(text)) for x in moved]


# ---- predictions

def read_predictions(lines, gold) -> dict[str, Entities]:
    found = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            analysis = json.loads(line)
            name, text, mentions = analysis["given_id"], analysis["text"], analysis.get("mentions")
        except (ValueError, KeyError, TypeError) as e:
            raise CorefError(f"predictions, line {number}: not an analysis ({type(e).__name__}: {e})") from None
        if name not in gold:
            raise CorefError(f"predictions, line {number}: there is no document {name!r} in the gold file")
        if name in found:
            raise CorefError(f"predictions, line {number}: {name} comes a second time")
        if text != gold[name][0]:
            raise CorefError(f"{name}: its text is not the text that was given")
        if mentions is None:
            raise CorefError(f"{name}: the analysis has no field \"mentions\"; this analyser does not do coreference")
        entities = defaultdict(set)
        for mention in mentions:
            begin, end = mention["span"]
            if not 0 <= begin < end <= len(text):
                raise CorefError(f"{name}: a mention is not within the text: {begin}, {end}")
            entities[mention["entity"]].add(trim(text, begin, end))
        found[name] = list(entities.values())
    return found


def trim(text, begin, end):
    part = text[begin:end]
    return begin + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


# ---- scores. Each gives (recall's numerator and denominator, precision's numerator and denominator).

def entity_of(entities: Entities) -> dict[Span, int]:
    """A span that stands in two entities (rare, and an error on either side) counts for the first."""
    owner = {}
    for number, entity in enumerate(entities):
        for span in entity:
            owner.setdefault(span, number)
    return owner


def once(entities: Entities) -> Entities:
    """Entities with every span in one of them only."""
    owner = entity_of(entities)
    kept = [{span for span in entity if owner[span] == number} for number, entity in enumerate(entities)]
    return [entity for entity in kept if entity]


def mentions(gold: Entities, predicted: Entities):
    g, p = entity_of(gold).keys(), entity_of(predicted).keys()
    return len(g & p), len(g), len(g & p), len(p)


def muc(gold: Entities, predicted: Entities):
    """Links: an entity of n mentions has n - 1, less one for each further part that the other side breaks it into
    (Vilain et al. 1995)."""
    def links(entities, others):
        owner, right, total = entity_of(others), 0, 0
        for entity in entities:
            parts = len({owner[span] for span in entity if span in owner}) + sum(span not in owner for span in entity)
            right += len(entity) - parts
            total += len(entity) - 1
        return right, total
    return *links(gold, predicted), *links(predicted, gold)


def b_cubed(gold: Entities, predicted: Entities):
    """For each mention, the share of its entity that is in the entity it has on the other side (Bagga, Baldwin 1998)."""
    def shares(entities, others):
        owner, right = entity_of(others), 0.0
        for entity in entities:
            right += sum(n * n for n in Counter(owner[span] for span in entity if span in owner).values()) / len(entity)
        return right, sum(map(len, entities))
    return *shares(gold, predicted), *shares(predicted, gold)


def ceaf_e(gold: Entities, predicted: Entities):
    """Entities are paired one to one so that the sum of the pairs' likeness, 2 |g ∩ p| / (|g| + |p|), is greatest
    (Luo 2005, phi 4)."""
    owner, likeness = entity_of(predicted), {}
    for g, entity in enumerate(gold):
        for p, shared in Counter(owner[span] for span in entity if span in owner).items():
            likeness[g, p] = 2 * shared / (len(entity) + len(predicted[p]))
    best = sum(greatest_sum(part) for part in connected(likeness))
    return best, len(gold), best, len(predicted)


def connected(weights):
    """The pairs in groups that share no row and no column, as matrices: most are tiny, which makes pairing fast."""
    rows, columns = defaultdict(list), defaultdict(list)
    for g, p in weights:
        rows[g].append(p)
        columns[p].append(g)
    seen = set()
    for first in rows:
        if first in seen:
            continue
        gs, ps, todo = [], {}, [first]
        seen.add(first)
        while todo:
            g = todo.pop()
            gs.append(g)
            for p in rows[g]:
                ps.setdefault(p)
                for other in columns[p]:
                    if other not in seen:
                        seen.add(other)
                        todo.append(other)
        yield [[weights.get((g, p), 0.0) for p in ps] for g in gs]


def greatest_sum(gain) -> float:
    """The greatest sum of one cell a row and a column (the Hungarian method, with potentials; Kuhn 1955)."""
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain)]
    n, m = len(gain), len(gain[0])
    row_price, column_price, row_of = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        # Grows a tree of alternating pairs from this row until a free column is reached.
        row_of[0], column = row, 0
        slack, before, done = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while row_of[column]:
            done[column], i, step, nearest = True, row_of[column], float("inf"), 0
            for j in range(1, m + 1):
                if done[j]:
                    continue
                cost = -gain[i - 1][j - 1] - row_price[i] - column_price[j]
                if cost < slack[j]:
                    slack[j], before[j] = cost, column
                if slack[j] < step:
                    step, nearest = slack[j], j
            for j in range(m + 1):
                if done[j]:
                    row_price[row_of[j]] += step
                    column_price[j] -= step
                else:
                    slack[j] -= step
            column = nearest
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return sum(gain[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j])


MEASURES = {"mentions": mentions, "MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}


def score(pairs, singletons=True) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 (percent) of each measure over (gold, predicted) of all documents, and CoNLL's F1."""
    sums = {name: [0, 0, 0, 0] for name in MEASURES}
    for sides in pairs:
        gold, predicted = ([e for e in once(side) if singletons or len(e) > 1] for side in sides)
        for name, measure in MEASURES.items():
            sums[name] = [a + b for a, b in zip(sums[name], measure(gold, predicted))]
    figures = {}
    for name, (r, r_of, p, p_of) in sums.items():
        recall, precision = 100 * r / r_of if r_of else 0.0, 100 * p / p_of if p_of else 0.0
        figures[name] = precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    figures["CoNLL"] = None, None, sum(figures[name][2] for name in ("MUC", "B-cubed", "CEAF-e")) / 3
    return figures


def table(figures) -> str:
    cell = lambda x: "" if x is None else f"{x:.2f}"
    return "\n".join(["| | precision | recall | F1 |", "| --- | ---: | ---: | ---: |",
                      *(f"| {name} | {' | '.join(map(cell, row))} |" for name, row in figures.items())])


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--analyser", help="command that reads documents and prints analyses")
    parser.add_argument("--predictions", help="file of analyses; - is standard input")
    parser.add_argument("--input", action="store_true", help="print the documents as they are fed, and nothing else")
    options = parser.parse_args(arguments)
    try:
        gold = read_gold(options.gold)
        if not gold:
            raise CorefError(f"{options.gold}: no documents")
        fed = "".join(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n" for name, (text, _) in gold.items())
        if options.input:
            sys.stdout.write(fed)
            return 0
        if options.analyser:
            done = subprocess.run(options.analyser, shell=True, input=fed.encode(), stdout=subprocess.PIPE)
            if done.returncode:
                raise CorefError(f"{options.analyser!r} ended with status {done.returncode}")
            lines = done.stdout.decode().split("\n")
        elif options.predictions:
            with open(0 if options.predictions == "-" else options.predictions, encoding="utf-8", newline="\n") as f:
                lines = f.readlines()
        else:
            raise CorefError("give --analyser or --predictions")
        predictions = read_predictions(lines, gold)
        pairs = [(entities, predictions.get(name, [])) for name, (_, entities) in gold.items()]
        print(f"{len(gold)} documents, {len(gold) - len(predictions)} missing\n\nAll mentions\n\n{table(score(pairs))}\n")
        print(f"Without entities mentioned once\n\n{table(score(pairs, singletons=False))}")
    except (CorefError, OSError, UnicodeDecodeError) as e:
        print(f"coref: {e}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
