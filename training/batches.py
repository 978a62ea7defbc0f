"""From documents to padded batches: augmentation, windows, labels as tensors."""
import random

import numpy as np
import torch

import labels as label_sets
from features import shape_of

NONE = -100
WIDTHS = (64, 192)          # pieces in a window; few, since each is compiled for by itself
PIECES = 4608               # pieces in a batch

LISTS = ("words", "gaps", "starts", "blocks", "rule_starts", "upos", "lemmas", "relations", "three", "names", "attribution",
         "factuality", "sentences", "scripts", "inner", "passing", "events", "fillers")


# ---------------------------------------------------------------- augmentation

def augmented(document, names, rng):
    """The document with other quotation marks, without some full stops, and with other people's names."""
    document = dict(document)
    if rng.random() < 0.2:
        document["words"] = other_quotes(document["words"])
    if "names" in document:
        document["words"] = other_people(document["words"], document["names"], names, rng)
    return without_stops(document, rng)


def other_quotes(words):
    curly = any("“" in w or "’" in w for w in words)
    out, opened = [], False
    for word in words:
        if curly:
            word = word.translate(str.maketrans("“”‘’", "\"\"''"))
        else:
            if word in ('"', "``", "''"):
                word, opened = "”" if opened else "“", not opened
            word = word.replace("'", "’")
        out.append(word)
    return out


def other_people(words, tags, names, rng):
    words, at = list(words), 0
    while at < len(words):
        if tags[at] == "B-person":
            end = at + 1
            while end < len(words) and tags[end] == "I-person":
                end += 1
            if rng.random() < 0.3 and names.get(end - at):
                words[at:end] = rng.choice(names[end - at])
            at = end
        else:
            at += 1
    return words


def people(documents):
    """All names of people by their number of words."""
    names = {}
    for d in documents:
        at = 0
        while at < len(d["words"]):
            end = at + 1
            if d["names"][at] == "B-person":
                while end < len(d["words"]) and d["names"][end] == "I-person":
                    end += 1
                names.setdefault(end - at, []).append(d["words"][at:end])
            at = end
    return names


def without_stops(document, rng):
    """Drops some full stops that end a block: headlines and lists have none."""
    words, n = document["words"], len(document["words"])
    ends = [i for i in range(n) if words[i] in (".", "!", "?") and (i + 1 == n or document["blocks"][i + 1])
            and i and not document["blocks"][i]]
    drop = {i for i in ends if rng.random() < 0.12 and i not in set(document.get("heads", ()))}
    return keep_only(document, [i not in drop for i in range(n)]) if drop else document


def keep_only(document, kept):
    new = np.cumsum(kept) - 1
    out = dict(document)
    for key in LISTS:
        if key in document:
            out[key] = [v for v, k in zip(document[key], kept) if k]
    if "heads" in document:
        out["heads"] = [-1 if h < 0 else int(new[h]) for h, k in zip(document["heads"], kept) if k]
    if "mentions" in document:
        out["mentions"] = {"headed": [(int(new[b]) if kept[b] else int(new[b]) + 1, int(new[e - 1]) + 1, t, g, int(new[h]))
                                      for b, e, t, g, h in document["mentions"]["headed"] if kept[h]]}
    if "links" in document:
        out["links"] = [(int(new[c]), int(new[s]), k) for c, s, k in document["links"] if kept[c] and kept[s]]
    if "told" in document:
        out["told"] = [([int(new[i]) for i in cue if kept[i]], [int(new[i]) for i in content if kept[i]], a, c)
                       for cue, content, a, c in document["told"]]
    if "occurrences" in document:
        out["occurrences"] = [([int(new[i]) for i in words if kept[i]], label, status)
                              for words, label, status in document["occurrences"] if kept[words[0]]]
        out["roles"] = [(int(new[t]), int(new[i]), role) for t, i, role in document["roles"] if kept[t] and kept[i]]
        out["unsure"] = [(int(new[t]), int(new[i])) for t, i in document["unsure"] if kept[t] and kept[i]]
    return out


def recased(shapes, words, rng):
    """Shapes as if the window were written in one case, or in a headline's; the pieces are uncased anyway."""
    draw = rng.random()
    if draw < 0.06:
        return [1 if s in (2, 3, 4, 5) else s for s in shapes], True
    if draw < 0.12:
        return [(4 if len(w) == 1 else 3) if s in (1, 2, 5) else s for s, w in zip(shapes, words)], True
    if draw < 0.16:
        return [2 if s == 1 and len(w) > 3 else s for s, w in zip(shapes, words)], True
    return shapes, False


# ---------------------------------------------------------------- windows

def windows_of(document, lengths, width, first=None):
    """[begin, end) of each window: blocks packed greedily; a block that is too long is cut at sentences, then anywhere."""
    budget = width - 2
    units = []
    starts = document.get("rule_starts") or document["starts"]
    n = len(lengths)
    blocks = [i for i in range(n) if document["blocks"][i]] + [n]
    for b, e in zip(blocks, blocks[1:]):
        if sum(lengths[b:e]) <= budget:
            units.append((b, e))
            continue
        sentences = [i for i in range(b, e) if starts[i] or i == b] + [e]
        for sb, se in zip(sentences, sentences[1:]):
            while sum(lengths[sb:se]) > budget:
                at, size = sb, 0
                while size + lengths[at] <= budget:
                    size += lengths[at]
                    at += 1
                units.append((sb, at))
                sb = at
            units.append((sb, se))
    out, room = [], first or budget
    for b, e in units:
        size = sum(lengths[b:e])
        if out and out[-1][1] == b and size <= room:
            out[-1] = (out[-1][0], e)
        else:
            room = budget if out else first or budget
            out.append((b, e))
        room -= size
    return out


class Window:
    __slots__ = ("document", "begin", "end", "pieces", "order")

    def __init__(self, document, begin, end, pieces, order):
        self.document, self.begin, self.end, self.pieces, self.order = document, begin, end, pieces, order


def batches_of(documents, wordpieces, seed, names):
    """All batches of one epoch, in random order. GUM's windows stay together by document, for coreference."""
    rng = random.Random(seed)
    loose, batches = {w: [] for w in WIDTHS}, []
    gum = []
    order = 0
    for original in rng.sample(documents, len(documents)):
        document = augmented(original, names, rng)
        lengths = [len(wordpieces.of(w)) for w in document["words"]]
        short = document["source"] != "gum" and rng.random() < 0.15
        width = WIDTHS[0] if short else WIDTHS[1]
        first = rng.randint(30, width - 2) if rng.random() < 0.5 else None
        for b, e in windows_of(document, lengths, width, first):
            size = sum(lengths[b:e]) + 2
            window = Window(document, b, e, size, order)
            order += 1
            if document["source"] == "gum":
                gum.append(window)
            else:
                loose[next(w for w in WIDTHS if size <= w)].append(window)
    for width, windows in loose.items():
        rng.shuffle(windows)
        count = PIECES // width
        batches += [(width, windows[i:i + count]) for i in range(0, len(windows) - count + 1, count)]
    count = PIECES // WIDTHS[1]
    batches += [(WIDTHS[1], gum[i:i + count]) for i in range(0, len(gum) - count + 1, count)]
    rng.shuffle(batches)
    return batches


def packed(documents, wordpieces, rng):
    """Our own passages are short: most are put together, as paragraphs of one text, and some stay alone."""
    out, alone, joined, size = [], [], [], 0
    for document in rng.sample(documents, len(documents)):
        length = sum(len(wordpieces.of(w)) for w in document["words"])
        if length > 100 or rng.random() < 0.35:
            alone.append(document)
            continue
        if size + length > WIDTHS[1] - 2:
            out.append(one_text(joined))
            joined, size = [], 0
        joined.append(document)
        size += length
    return alone + out + ([one_text(joined)] if joined else [])


def one_text(documents):
    text = {key: [v for d in documents for v in d[key]] for key in LISTS if key in documents[0]}
    text |= {"name": documents[0]["name"], "source": documents[0]["source"]}
    text |= {key: [] for key in ("heads", "links", "told", "occurrences", "roles", "unsure") if key in documents[0]}
    at = 0
    for d in documents:
        if at:
            text["gaps"][at] = 4
        if "heads" in d:
            text["heads"] += [h if h < 0 else h + at for h in d["heads"]]
        if "told" in d:
            text["links"] += [(c + at, s + at, k) for c, s, k in d["links"]]
            text["told"] += [([i + at for i in cue], [i + at for i in content], a, c) for cue, content, a, c in d["told"]]
        if "occurrences" in d:
            text["occurrences"] += [([i + at for i in words], label, status) for words, label, status in d["occurrences"]]
            text["roles"] += [(t + at, i + at, role) for t, i, role in d["roles"]]
            text["unsure"] += [(t + at, i + at) for t, i in d["unsure"]]
        at += len(d["words"])
    return text


# ---------------------------------------------------------------- tensors

class Labels:
    def __init__(self, sets):
        self.sets = sets
        self.index = {key: {l: k for k, l in enumerate(values)} for key, values in sets.items()}
        allowed = {}
        names = sets["names"]
        for tag in ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"):
            allowed[tag] = [float(three_of(n) == tag) for n in names]
        self.three = {t: k for k, t in enumerate(allowed)}
        self.three_allowed = torch.tensor(list(allowed.values())).bool()


def three_of(name):
    kind = label_sets.THREE.get(name[2:])
    return name[:2] + kind if kind else "O"


def collate(width, windows, wordpieces, sets, rng=None, vectors=None):
    """Tensors of a batch. With `rng`, cases are changed and pieces are masked."""
    count = len(windows)
    most = max(w.end - w.begin for w in windows)
    pieces = np.zeros((count, width), np.int64)
    shapes, gaps = np.zeros((count, width), np.int64), np.zeros((count, width), np.int64)
    real = np.zeros((count, width), bool)
    first, last = np.zeros((count, most), np.int64), np.zeros((count, most), np.int64)
    out = {key: np.full((count, most), NONE, np.int64) for key in
           ("start", "upos", "lemma", "names", "three", "attribution", "inner", "passing", "events", "fillers", "mention", "head",
            "relation", "sentence")}
    out["takes_part"] = np.zeros((count, most), bool)
    out["factuality"] = np.full((count, most), np.nan, np.float32)
    mentions, links, told, occurrences, roles, unsure, sentence_vectors = [], [], [], [], [], [], []
    for k, window in enumerate(windows):
        d, b, e = window.document, window.begin, window.end
        words = d["words"][b:e]
        word_shapes = [shape_of(w) for w in words]
        cased = False
        if rng:
            word_shapes, cased = recased(word_shapes, words, rng)
        at = 1
        pieces[k, 0], real[k, 0] = wordpieces.begin, True
        for i, word in enumerate(words):
            ids = wordpieces.of(word)
            first[k, i], last[k, i] = at, at + len(ids) - 1
            pieces[k, at:at + len(ids)] = ids
            shapes[k, at:at + len(ids)] = word_shapes[i]
            gaps[k, at:at + len(ids)] = 6
            gaps[k, at] = d["gaps"][b + i]
            at += len(ids)
        pieces[k, at] = wordpieces.end
        real[k, :at + 1] = True
        fill(out, k, window, sets, cased)
        if "mentions" in d:
            mentions += [(window.order, id(d), mb, me, sets.index["mentions"][t], g, k, mb - b, me - b, h - b)
                         for mb, me, t, g, h in d["mentions"]["headed"] if b <= mb and me <= e]
        if "links" in d:
            links += [(k, c - b, s - b, kind) for c, s, kind in d["links"] if b <= c < e and b <= s < e]
        if "told" in d:
            told += [(k, [i - b for i in cue], [i - b for i in content], sets.index["acts"][a], sets.index["certainties"][c])
                     for cue, content, a, c in d["told"] if content and b <= min(cue + content) and max(cue + content) < e]
        if "occurrences" in d:
            within = range(b, e)
            occurrences += [(k, [i - b for i in words], sets.index["modes"][label], sets.index["statuses"][status])
                            for words, label, status in d["occurrences"] if words[0] in within and words[-1] in within]
            roles += [(k, t - b, i - b, sets.index["roles"][role]) for t, i, role in d["roles"] if t in within and i in within]
            unsure += [(k, t - b, i - b) for t, i in d["unsure"] if t in within and i in within]
        if vectors is not None and "sentences" in d:
            sentence_vectors += vectors_within(d, window, k)
    if rng:
        hidden = np.random.RandomState(rng.randrange(2 ** 31)).rand(count, width) < 0.02
        pieces[hidden & real & (pieces != wordpieces.begin) & (pieces != wordpieces.end)] = wordpieces.mask
    batch = {key: torch.from_numpy(v) for key, v in out.items()}
    batch |= {"pieces": torch.from_numpy(pieces), "shapes": torch.from_numpy(shapes), "gaps": torch.from_numpy(gaps),
              "real": torch.from_numpy(real), "first": torch.from_numpy(first), "last": torch.from_numpy(last),
              "mentions": sorted(mentions, key=lambda m: (m[0], m[2], -m[3])), "links": links, "told": told, "windows": windows,
              "occurrences": occurrences, "roles": roles, "unsure": unsure,
              "sentence_vectors": sentence_vectors}
    return batch


def vectors_within(d, window, k):
    """(window, begin, end, row of the teacher's vectors) of the sentences that lie wholly in the window."""
    starts = [i for i in range(window.begin, window.end) if d["starts"][i]]
    ends = starts[1:] + ([window.end] if window.end == len(d["words"]) or d["starts"][window.end] else [])
    return [(k, b - window.begin, e - window.begin, d["sentences"][b]) for b, e in zip(starts, ends)]


def fill(out, k, window, sets, cased):
    d, b, e = window.document, window.begin, window.end
    n = e - b
    index = sets.index
    if "starts" in d:
        out["start"][k, :n] = [NONE if blk else int(s) for s, blk in zip(d["starts"][b:e], d["blocks"][b:e])]
        out["upos"][k, :n] = [index["upos"].get(u, NONE) for u in d["upos"][b:e]]
        if not cased:
            out["lemma"][k, :n] = [index["lemma"].get(s, NONE) for s in d["scripts"][b:e]]
        out["relation"][k, :n] = [NONE if h < 0 else index["relations"].get(r, NONE) for h, r in zip(d["heads"][b:e], d["relations"][b:e])]
        out["head"][k, :n] = [-1 if h < 0 else h - b if b <= h < e else NONE for h in d["heads"][b:e]]
        out["sentence"][k, :n] = np.cumsum(d["starts"][b:e])
    if "names" in d:
        out["names"][k, :n] = [index["names"][t] for t in d["names"][b:e]]
    if "three" in d:
        out["three"][k, :n] = [NONE if t is None else sets.three[t] for t in d["three"][b:e]]
    if "attribution" in d:
        out["attribution"][k, :n] = [index["attribution"][t] for t in d["attribution"][b:e]]
    if "inner" in d:
        out["inner"][k, :n] = [index["attribution"][t] for t in d["inner"][b:e]]
        out["passing"][k, :n] = [index["passing"][t] for t in d["passing"][b:e]]
    for key in ("events", "fillers"):
        if key in d:
            out[key][k, :n] = [index[key][t] for t in d[key][b:e]]
    if "occurrences" in d:
        out["takes_part"][k, :n] = [u in label_sets.TAKES_PART for u in d["upos"][b:e]] if "upos" in d else True
    if "mentions" in d:
        out["mention"][k, :n] = 0
        for mb, me, t, g, h in d["mentions"]["headed"]:
            if b <= h < e:
                out["mention"][k, h - b] = index["mentions"][t]
    if "factuality" in d:
        out["factuality"][k, :n] = [np.nan if v is None else v for v in d["factuality"][b:e]]
