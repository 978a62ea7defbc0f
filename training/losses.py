"""What each head is taught, and how much it counts."""
import torch
from torch.nn import functional as F

from batches import NONE

WEIGHTS = {"start": 0.5, "upos": 0.7, "lemma": 0.7, "head": 1.0, "relation": 0.7, "names": 2.0, "three": 2.0, "attribution": 1.5, "inner": 1.5, "passing": 1.0, "act": 1.5,
           "certainty": 0.5,
           "mention": 0.5, "span": 0.3, "coref": 0.3, "link": 0.3, "factuality": 0.15, "sentence": 0.3,
           "events": 2.0, "mode": 0.7, "status": 0.5, "role": 0.5, "fillers": 1.5}
OF_EVENTS = ("events", "mode", "status", "role", "fillers")
MOST_BEFORE = 60            # mentions looked back at in training


def all_losses(network, batch, rows, sets, vectors, dropout):
    word_vectors = network.word_vectors(rows, batch["first"], batch["last"])
    dropped = F.dropout(word_vectors, dropout, network.training)
    tags, pairs = network.heads(dropped)
    losses = {}
    for key in ("upos", "lemma", "names", "attribution", "inner", "passing", "events", "fillers", "mention"):
        gold = batch[key].flatten()
        if (gold != NONE).any():
            losses[key] = F.cross_entropy(tags[key].float().flatten(0, 1), gold, ignore_index=NONE)
    for key, scores, gold in [*told_scores(batch, tags), *occurrence_scores(batch, tags)]:
        losses[key] = F.cross_entropy(scores, gold)
    if batch["occurrences"]:
        scores, gold, known = role_scores(network, batch, pairs)
        each = F.binary_cross_entropy_with_logits(scores, gold.float(), reduction="none")
        losses["role"] = (each * known[..., None]).sum() / max(1, len(batch["roles"]))
    known = batch["start"] != NONE
    if known.any():
        losses["start"] = F.binary_cross_entropy_with_logits(tags["start"][..., 0].float()[known], batch["start"][known].float())
    known = batch["three"] != NONE
    if known.any():
        scores = tags["names"].float()[known]
        allowed = sets.three_allowed[batch["three"][known]]
        losses["three"] = (scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e4).logsumexp(-1)).mean()
    known = ~batch["factuality"].isnan()
    if known.any():
        losses["factuality"] = F.smooth_l1_loss(tags["factuality"][..., 0].float()[known], batch["factuality"][known])
    if (batch["head"] != NONE).any():
        losses |= tree_losses(network, batch, pairs)
    if batch["mentions"]:
        losses |= mention_losses(network, batch, pairs)
    if batch["links"]:
        losses["link"] = link_loss(network, batch, pairs)
    if vectors is not None and batch["sentence_vectors"]:
        losses["sentence"] = vector_loss(network, batch, word_vectors, vectors)
    return losses


def told_scores(batch, tags):
    """Scores of acts and certainties: the mean over the cue's words of the first half, and over the contents' of the second."""
    told = batch["told"]
    if not told:
        return
    for at, key in ((3, "act"), (4, "certainty")):
        for_cue, for_content = tags[key].float().chunk(2, -1)
        scores = mean_of_words(for_cue, [(t[0], t[1]) for t in told]) + mean_of_words(for_content, [(t[0], t[2]) for t in told])
        yield key, scores, torch.tensor([t[at] for t in told])


def occurrence_scores(batch, tags):
    """Scores of modes and statuses: the mean over the trigger's words."""
    found = batch["occurrences"]
    if not found:
        return
    for at, key in ((2, "mode"), (3, "status")):
        yield key, mean_of_words(tags[key].float(), [o[:2] for o in found]), torch.tensor([o[at] for o in found])


def role_scores(network, batch, pairs):
    """Of each trigger with all words of its window: scores of the roles, which ones it has, and whether that is known."""
    found = batch["occurrences"]
    window, trigger = torch.tensor([o[0] for o in found]), torch.tensor([o[1][0] for o in found])
    apart = torch.arange(batch["takes_part"].shape[1])[None] - trigger[:, None]
    scores = network.role_scores(pairs["role_event"][window, trigger][:, None], pairs["role_word"][window], link_buckets(apart)).float()
    row = {(k, words[0]): n for n, (k, words, *_) in enumerate(found)}
    gold, known = torch.zeros(scores.shape, dtype=torch.bool), batch["takes_part"][window]
    for k, t, i, role in batch["roles"]:
        if (k, t) in row:   # else the window's border parts the trigger
            gold[row[k, t], i, role] = True
            known[row[k, t], i] = True
    for k, t, i in batch["unsure"]:
        if (k, t) in row:
            known[row[k, t], i] = False
    for n, (_, words, *_) in enumerate(found):
        known[n, words] = False
    return scores, gold, known


def mean_of_words(scores, told):
    """For each (window, words) the mean of the words' rows; nothing where there are none."""
    row, window, word = (torch.tensor(x) for x in zip(*((k, w, i) for k, (w, words) in enumerate(told) for i in words)))
    counts = torch.tensor([max(1, len(words)) for _, words in told])[:, None]
    return torch.zeros(len(told), scores.shape[-1]).index_add(0, row, scores[window, word]) / counts


def arc_scores(network, batch, pairs):
    """Scores with what cannot be masked out: heads in other sentences, and a word itself."""
    scores = network.arc_scores(pairs).float()
    sentence = batch["sentence"]
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence != NONE)[:, None, :]
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
    possible = torch.cat([same, torch.ones_like(same[:, :, :1])], 2)
    return scores.masked_fill(~possible, -1e4)


def tree_losses(network, batch, pairs):
    scores = arc_scores(network, batch, pairs)
    gold = batch["head"].clone()
    gold[gold == -1] = scores.shape[2] - 1
    losses = {"head": F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE)}
    known = (batch["relation"] != NONE) & (batch["head"] >= 0)
    window, word = known.nonzero(as_tuple=True)
    head = batch["head"][window, word]
    relations = network.relation_scores(pairs["relation_dependent"][window, word], pairs["relation_head"][window, head]).float()
    losses["relation"] = F.cross_entropy(relations, batch["relation"][window, word])
    return losses


def mention_losses(network, batch, pairs):
    mentions = batch["mentions"]
    window, begin, end, head = (torch.tensor([m[k] for m in mentions]) for k in (6, 7, 8, 9))
    losses = {"span": (F.cross_entropy(network.span_scores(pairs, head, window, batch["sentence"], 0).float(), begin)
                       + F.cross_entropy(network.span_scores(pairs, head, window, batch["sentence"], 1).float(), end - 1))}
    this, that, features, gold, rows = coref_pairs(batch)
    if not this:
        return losses
    this, that = torch.tensor(this), torch.tensor(that)
    scores = network.coref_scores(pairs["coref_this"][window[this], head[this]], pairs["coref_that"][window[that], head[that]],
                                  torch.tensor(features)).float()
    table = torch.full((len(rows), MOST_BEFORE + 1), -1e4)
    right = torch.zeros((len(rows), MOST_BEFORE + 1), dtype=torch.bool)
    row, column = torch.tensor([r for r, _ in gold_positions(rows)]), torch.tensor([c for _, c in gold_positions(rows)])
    table = table.index_put((row, column), scores)
    table = torch.cat([table[:, :MOST_BEFORE], torch.zeros(len(rows), 1)], 1)
    right[row, column] = torch.tensor(gold)
    right[:, MOST_BEFORE] = ~right[:, :MOST_BEFORE].any(1)
    losses["coref"] = (table.logsumexp(1) - table.masked_fill(~right, -1e4).logsumexp(1)).mean()
    return losses


def gold_positions(rows):
    return [(r, c) for r, count in enumerate(rows) for c in range(count)]


def coref_pairs(batch):
    """Every mention with those before it in its document: indexes, feature rows, and whether they corefer."""
    mentions = batch["mentions"]
    infos = [mention_info(batch["windows"], m) for m in mentions]
    this, that, features, gold, rows = [], [], [], [], []
    for i, m in enumerate(mentions):
        count = 0
        for j in range(i - 1, max(-1, i - 1 - MOST_BEFORE), -1):
            other = mentions[j]
            if other[1] != m[1]:
                break
            this.append(i)
            that.append(j)
            features.append(feature_rows(infos[i], infos[j], i - j))
            gold.append(other[5] == m[5])
            count += 1
        rows.append(count)
    return this, that, features, gold, rows


LEADING, TRAILING = {"the", "a", "an", "this", "that", "these", "those"}, {"'s", "’s"}


def mention_info(windows, mention):
    d, begin, end, head = windows[mention[6]].document, mention[2], mention[3], windows[mention[6]].begin + mention[9]
    words = [w.lower() for w in d["words"][begin:end]]
    if len(words) > 1 and words[0] in LEADING:
        words = words[1:]
    if len(words) > 1 and words[-1] in TRAILING:
        words = words[:-1]
    upos = d["upos"][head]
    return {"words": words, "head": d["words"][head].lower(), "form": 0 if upos in ("PRON", "DET") else 1 if upos == "PROPN" else 2,
            "type": mention[4], "span": (begin, end), "sentence": d["sentence_number"][head]}


def bucket(n, edges):
    return sum(n >= e for e in edges)


def feature_rows(i, j, apart):
    """Rows of `coref.features` for mention i and an earlier mention j, as in docs/model.md."""
    sentences = max(0, i["sentence"] - j["sentence"])
    match = 2 if i["words"] == j["words"] else 1 if i["head"] == j["head"] else 0
    (b, e), (jb, je) = i["span"], j["span"]
    nested = 1 if jb <= b and e <= je else 2 if b <= jb and je <= e else 0
    return [bucket(apart, (2, 3, 4, 5, 8, 16, 32, 64)), 9 + bucket(sentences, (1, 2, 3, 4, 8, 16)),
            16 + 9 * match + 3 * i["form"] + j["form"], 43 + (i["type"] == j["type"]), 45 + nested]


def link_bucket(apart):
    return bucket(abs(apart), (2, 4, 8, 16, 32)) + 6 * (apart < 0)


def link_buckets(apart):
    edges = torch.tensor([2, 4, 8, 16, 32])
    return torch.bucketize(apart.abs(), edges, right=True) + 6 * (apart < 0)


def link_loss(network, batch, pairs):
    """All cues with all sources and contents of the window, right and wrong."""
    by_window = {}
    for k, cue, span, kind in batch["links"]:
        cues, spans = by_window.setdefault(k, ({}, {}))
        cues.setdefault(cue, set()).add((span, kind))
        spans[span] = kind
    rows = [(k, c, s, kind, (s, kind) in own) for k, (cues, spans) in by_window.items() for c, own in cues.items()
            for s, kind in spans.items()]
    k, c, s, kind, right = (torch.tensor(x) for x in zip(*rows))
    scores = network.link_scores(pairs["link_cue"][k, c], pairs["link_span"][k, s],
                                 torch.tensor([link_bucket(a) for a in (s - c).tolist()])).float()
    return F.binary_cross_entropy_with_logits(scores.gather(1, kind[:, None])[:, 0], right.float())


def vector_loss(network, batch, word_vectors, vectors):
    means = torch.stack([word_vectors[k, b:e].mean(0) for k, b, e, _ in batch["sentence_vectors"]])
    gold = vectors[[row for *_, row in batch["sentence_vectors"]]].float()
    return (1 - F.cosine_similarity(network.sentence(means).float(), gold)).mean()
