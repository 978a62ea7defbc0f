#!/usr/bin/env python3
"""Fits the rows of acts and certainties anew on what the encoder has become: fit_told.py OUT/last.pt OUT/data.pickle --sayso PROGRAM

Our own passages are few: while all else is learned these rows lag behind. With the encoder kept as it is they are a logistic
regression over the mean vectors of cue and content, and done in a minute. Changes OUT/last.pt.
"""
import argparse
import pickle
from pathlib import Path

import torch
from torch.nn import functional as F

import batches
import corpora
import model_file
import network as net
from features import Wordpieces

STEPS, RATE, DECAY = 600, 0.01, 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, required=True, help="the weights file whose wordpieces are used")
    parser.add_argument("--sayso", default="build/release/sayso", help="the program, for its words")
    options = parser.parse_args()
    torch.manual_seed(0)
    saved = torch.load(options.weights)
    sets = pickle.loads(options.data.read_bytes())["sets"]
    model = net.Network(saved["config"], sets)
    saved["model"] = {k: v for k, v in saved["model"].items() if k in model.state_dict()}
    grow(saved["model"], model)
    model.load_state_dict(saved["model"])
    wordpieces = Wordpieces(model_file.read(options.model)["vocabulary"].splitlines())
    train, dev = (vectors(model, corpora.read_own(part, options.sayso), wordpieces, batches.Labels(sets)) for part in ("train", "dev"))
    first = sum(model.tag_parts.values()) - model.tag_parts["act"] - model.tag_parts["certainty"]
    for key, at in (("act", 1), ("certainty", 2)):
        half = model.tag_parts[key] // 2
        weight, bias = fitted(train[0], train[at], half)
        print(key, "dev accuracy", round(100 * ((dev[0] @ weight.T + bias).argmax(1) == dev[at]).float().mean().item(), 2))
        width = model.config["width"]
        model.tags.weight.data[first:first + half], model.tags.weight.data[first + half:first + 2 * half] = weight[:, :width], weight[:, width:]
        model.tags.bias.data[first:first + half], model.tags.bias.data[first + half:first + 2 * half] = 0, bias
        first += 2 * half
    torch.save({"model": model.state_dict(), "config": saved["config"]}, options.weights)


def grow(weights, model):
    """Weights made when these rows were fewer: they are fitted anew anyway."""
    for name in ("tags.weight", "tags.bias"):
        fresh = model.state_dict()[name].clone()
        kept = len(fresh) - model.tag_parts["act"] - model.tag_parts["certainty"]
        fresh[:kept] = weights[name][:kept]
        weights[name] = fresh


@torch.no_grad()
def vectors(model, documents, wordpieces, labels):
    """Mean vectors of cue and content beside each other, acts and certainties of all statements."""
    model.eval()
    rows, acts, certainties = [], [], []
    for document in documents:
        lengths = [len(wordpieces.of(w)) for w in document["words"]]
        for begin, end in batches.windows_of(document, lengths, batches.WIDTHS[1]):
            window = batches.Window(document, begin, end, 0, 0)
            batch = batches.collate(sum(lengths[begin:end]) + 2, [window], wordpieces, labels)
            words = model.word_vectors(model.encode(batch["pieces"], batch["shapes"], batch["gaps"], batch["real"]), batch["first"], batch["last"])[0]
            for _, cue, content, act, certainty in batch["told"]:
                of_cue = words[cue].mean(0) if cue else torch.zeros(words.shape[1])
                rows.append(torch.cat([of_cue, words[content].mean(0)]))
                acts.append(act)
                certainties.append(certainty)
    return torch.stack(rows), torch.tensor(acts), torch.tensor(certainties)


def fitted(rows, gold, count):
    """Weights and biases of a logistic regression, for rows as they are."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-4
    scaled = (rows - mean) / spread
    linear = torch.nn.Linear(rows.shape[1], count)
    optimiser = torch.optim.AdamW(linear.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(STEPS):
        loss = F.cross_entropy(linear(scaled), gold)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    weight = linear.weight.data / spread
    return weight, linear.bias.data - weight @ mean


if __name__ == "__main__":
    main()
