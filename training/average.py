#!/usr/bin/env python3
"""Averages weights with those of an earlier file: average.py OUT/last.pt OUT/data.pickle EARLIER.model AVERAGED.pt [--share 0.4]

What was learned last forgets less so (Wortsman et al. 2022). The heads of events can be left out: they are taught again afterwards, on the encoder
as it then is (`train.py --weights AVERAGED.pt --heads-only`)."""
import argparse
import pickle
from pathlib import Path

import torch

import model_file
import network as net
from losses import OF_EVENTS
from shifts import shift

PAIRS_OF_EVENTS = ("role_event", "role_word")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("earlier", type=Path, help="a weights file that the training went on from")
    parser.add_argument("averaged", type=Path)
    parser.add_argument("--share", type=float, default=0.25, help="how much of the average is the earlier file's")
    parser.add_argument("--but-events", action="store_true", help="leave the heads of events as they are")
    options = parser.parse_args()
    saved = torch.load(options.weights)
    sets = pickle.loads(options.data.read_bytes())["sets"]
    network, sections = net.Network(saved["config"], sets), model_file.read(options.earlier)
    network.load_state_dict(saved["model"])
    net.start_from_file(network, sections)
    shift(network.tags.bias.data, network.coref.bias.data, sets, -1, "labels.acts" in sections, "labels.events" in sections)
    earlier = network.state_dict()
    averaged = {key: (1 - options.share) * value + options.share * earlier[key] for key, value in saved["model"].items()}
    if options.but_events:
        keep_events(network, averaged, saved["model"])
    torch.save({"model": averaged, "config": saved["config"]}, options.averaged)


def keep_events(network, averaged, new):
    for key in averaged:
        if key.startswith("role"):
            averaged[key] = new[key]
    for head, sizes, ours in (("tags", network.tag_parts, OF_EVENTS), ("pairs", net.PAIRS, PAIRS_OF_EVENTS)):
        at = 0
        for part, size in sizes.items():
            if part in ours:
                for side in ("weight", "bias"):
                    averaged[f"{head}.{side}"][at:at + size] = new[f"{head}.{side}"][at:at + size]
            at += size


if __name__ == "__main__":
    main()
