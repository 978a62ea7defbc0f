"""Quick figures on dev while training: gold words and, for trees, gold sentences. The real ones come from the program."""
import torch

import batches
import labels
import losses
import network as net


@torch.no_grad()
def report(model, dev, wordpieces, sets, most=20):
    model.eval()
    figures = {}
    for source, documents in dev.items():
        counts = {}
        windows = []
        for d in documents[:{"ewt": 150, "own": 1000, "events": 1000, "muc": 60}.get(source, most)]:
            lengths = [len(wordpieces.of(w)) for w in d["words"]]
            windows += [batches.Window(d, b, e, 0, len(windows) + k)
                        for k, (b, e) in enumerate(batches.windows_of(d, lengths, batches.WIDTHS[1]))]
        for at in range(0, len(windows), 24):
            chosen = windows[at:at + 24]
            pad = chosen + [chosen[-1]] * (24 - len(chosen))
            batch = batches.collate(batches.WIDTHS[1], pad, wordpieces, sets)
            with model.arithmetic():
                rows = model.encode(batch["pieces"], batch["shapes"], batch["gaps"], batch["real"])
                tags, pairs = model.heads(model.word_vectors(rows, batch["first"], batch["last"]))
                count(model, batch, tags, pairs, sets, counts, len(chosen))
        figures |= {f"{source} {k}": round(100 * v, 2) for k, v in summarise(counts).items()}
    return figures


def add(counts, key, right, of, also=0):
    a, b, c = counts.get(key, (0, 0, 0))
    counts[key] = (a + int(right), b + int(of), c + int(also))


def count(model, batch, tags, pairs, sets, counts, n):
    for key, scores, gold in [*losses.told_scores(batch, tags), *losses.occurrence_scores(batch, tags)]:
        add(counts, key, (scores.argmax(-1) == gold).sum(), len(gold))
    if batch["occurrences"]:
        scores, gold, known = losses.role_scores(model, batch, pairs)
        known = known[..., None] & torch.tensor([o[0] < n for o in batch["occurrences"]])[:, None, None]
        found, gold = (scores > 0) & known, gold & known
        for k, role in enumerate(labels.ROLES):
            add(counts, f"role {role} F1", 2 * (found & gold)[..., k].sum(), found[..., k].sum(), gold[..., k].sum())
        add(counts, "role F1", 2 * (found & gold).sum(), found.sum(), gold.sum())
    for key in ("upos", "lemma", "mention"):
        gold = batch[key][:n]
        known = gold != batches.NONE
        if known.any():
            add(counts, key, ((tags[key][:n].argmax(-1) == gold) & known).sum(), known.sum())
    gold = batch["start"][:n]
    if (gold != batches.NONE).any():
        predicted = (tags["start"][:n, :, 0] > 0) & (gold != batches.NONE)
        add(counts, "start F1", 2 * (predicted & (gold == 1)).sum(), predicted.sum(), (gold == 1).sum())
    if (batch["head"][:n] != batches.NONE).any():
        heads = losses.arc_scores(model, batch, pairs)[:n].argmax(-1)
        gold = batch["head"][:n]
        heads[heads == heads.shape[1]] = -1
        known = gold != batches.NONE
        k, i = known.nonzero(as_tuple=True)
        relation = model.relation_scores(pairs["relation_dependent"][k, i], pairs["relation_head"][k, heads[k, i]]).argmax(-1)
        right_head = heads[k, i] == gold[k, i]
        base = [r.split(":")[0] for r in sets.sets["relations"]]
        same = torch.tensor([base[p] == base[g] if g != batches.NONE else True
                             for p, g in zip(relation.tolist(), batch["relation"][k, i].tolist())])
        same |= gold[k, i] == -1
        add(counts, "UAS", right_head.sum(), len(k))
        add(counts, "LAS", (right_head & same).sum(), len(k))
    for key, names in (("names", labels.NAMES), ("attribution", labels.ATTRIBUTION), ("inner", labels.ATTRIBUTION), ("passing", labels.PASSING),
                       ("events", labels.EVENTS), ("fillers", labels.FILLERS)):
        if (batch[key][:n] != batches.NONE).any():
            predicted = tags[key][:n].argmax(-1)
            for k in range(n):
                gold = [names[t] for t in batch[key][k].tolist() if t != batches.NONE]
                found = [names[t] for t in predicted[k, :len(gold)].tolist()]
                g, p = spans(gold), spans(found)
                add(counts, f"{key} F1", 2 * len(g & p), len(p), len(g))
                if key == "events":
                    gk, pk = ({s[:2] for s in side} for side in (g, p))
                    add(counts, "trigger F1", 2 * len(gk & pk), len(pk), len(gk))
                    add(counts, "trigger precision", len(gk & pk), len(pk))
                if key == "attribution":
                    for kind in ("source", "cue", "content"):
                        gk, pk = ({s for s in side if s[2] == kind} for side in (g, p))
                        add(counts, f"{kind} F1", 2 * len(gk & pk), len(pk), len(gk))


def spans(tags):
    out, open_at = set(), None
    for k, tag in enumerate([*tags, "O"]):
        if open_at and (tag[0] != "I" or tag[2:] != open_at[1]):
            out.add((open_at[0], k, open_at[1]))
            open_at = None
        if tag[0] == "B" or tag[0] == "I" and not open_at:
            open_at = (k, tag[2:])
    return out


def summarise(counts):
    return {key: right / max(1, of + also) for key, (right, of, also) in counts.items()}
