"""The network of docs/model.md in PyTorch: BERT's encoder, and heads on the vectors of words."""
import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

ARC, RELATION, SPAN, COREF, LINK, ROLE = 256, 192, 64, 128, 128, 128
PAIRS = {"arc_dependent": ARC, "arc_head": ARC, "relation_dependent": RELATION, "relation_head": RELATION,
         "span_anchor": SPAN, "span_begin": SPAN, "span_end": SPAN, "coref_this": COREF, "coref_that": COREF,
         "link_cue": LINK, "link_span": LINK, "role_event": ROLE, "role_word": ROLE}
SHAPES, GAPS, DISTANCES, COREF_FEATURES, LINK_DISTANCES, LINK_KINDS = 9, 7, 64, 48, 12, 4


def quantised(weight):
    """What is left of a matrix after seven-bit rows, with the gradient passed through."""
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 63
    return weight + (torch.round(weight.detach() / scale).clamp(-63, 63) * scale - weight.detach())


class Matrix(nn.Linear):
    """A linear map whose weights are what the file will hold: seven bits and a scale for each row. If `half`, its product alone is of bfloat16."""
    half = False

    def forward(self, x):
        weight = quantised(self.weight)
        if self.half:
            return F.linear(x.bfloat16(), weight.bfloat16(), self.bias.bfloat16()).float()
        return F.linear(x, weight, self.bias)


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = Matrix(width, 3 * width), Matrix(width, width)
        self.up, self.down = Matrix(width, inner), Matrix(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(a.transpose(1, 2).reshape(b, n, width)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Network(nn.Module):
    def __init__(self, config, labels):
        super().__init__()
        width = config["width"]
        self.config, self.labels = config, labels
        self.single = False
        self.words = nn.Embedding(config["vocabulary"], width)
        self.positions = nn.Embedding(512, width)
        self.shapes, self.gaps = nn.Embedding(SHAPES, width), nn.Embedding(GAPS, width)
        nn.init.normal_(self.shapes.weight, std=0.005)
        nn.init.normal_(self.gaps.weight, std=0.005)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, config["heads"], config["inner"]) for _ in range(config["layers"]))
        self.tag_parts = {"start": 1, "upos": len(labels["upos"]), "lemma": len(labels["lemma"]), "names": len(labels["names"]),
                          "attribution": len(labels["attribution"]), "mention": len(labels["mentions"]), "factuality": 1,
                          "inner": len(labels["attribution"]), "passing": len(labels["passing"]),
                          # for the words of a cue, then for those of its contents
                          "act": 2 * len(labels["acts"]), "certainty": 2 * len(labels["certainties"]),
                          "events": len(labels["events"]), "mode": len(labels["modes"]), "status": len(labels["statuses"]),
                          "fillers": len(labels["fillers"])}
        self.tags = Matrix(width, sum(self.tag_parts.values()))
        self.pairs = Matrix(width, sum(PAIRS.values()))
        self.arc_matrix = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_bias, self.arc_root = nn.Parameter(torch.zeros(ARC)), nn.Parameter(torch.randn(ARC) * 0.1)
        self.relation = nn.Linear(RELATION, len(labels["relations"]))
        self.begin_distance, self.end_distance = nn.Parameter(torch.zeros(DISTANCES)), nn.Parameter(torch.zeros(DISTANCES))
        self.coref_features = nn.Parameter(torch.zeros(COREF_FEATURES, COREF))
        self.coref = nn.Linear(COREF, 1)
        self.link_distance, self.link = nn.Parameter(torch.zeros(LINK_DISTANCES, LINK)), nn.Linear(LINK, LINK_KINDS)
        self.role_distance, self.role = nn.Parameter(torch.zeros(LINK_DISTANCES, ROLE)), nn.Linear(ROLE, len(labels["roles"]))
        nn.init.constant_(self.role.bias, -4)   # of all words beside an event few take part in it
        self.sentence = nn.Linear(width, width)

    def arithmetic(self):
        """bfloat16 where the processor has it, unless single precision is asked for; elsewhere it is slower than that."""
        return torch.autocast("cpu", dtype=torch.bfloat16, enabled=not self.single and torch.cpu._is_avx512_bf16_supported())

    def encode(self, pieces, shapes, gaps, real):
        """Rows of the last layer. `real` marks the pieces that are no padding."""
        x = self.words(pieces) + self.positions.weight[:pieces.shape[1]] + self.shapes(shapes) + self.gaps(gaps)
        x = self.norm(x)
        mask = real[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def word_vectors(self, rows, first, last):
        """Mean of a word's first and last piece; `first` and `last` are (windows, words)."""
        def pick(at):
            return torch.gather(rows, 1, at[:, :, None].expand(-1, -1, rows.shape[2]))
        return (pick(first).float() + pick(last).float()) / 2

    def heads(self, vectors):
        tags = dict(zip(self.tag_parts, self.tags(vectors).split(list(self.tag_parts.values()), -1)))
        pairs = dict(zip(PAIRS, self.pairs(vectors).split(list(PAIRS.values()), -1)))
        return tags, pairs

    def arc_scores(self, pairs):
        """(windows, dependents, heads + 1); the last column is the root."""
        dependent, head = F.relu(pairs["arc_dependent"]), F.relu(pairs["arc_head"])
        head = torch.cat([head, self.arc_root.expand(len(head), 1, -1)], 1)
        return dependent @ self.arc_matrix @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None, :]

    def relation_scores(self, dependent, head):
        return self.relation(F.relu(dependent + head))

    def span_scores(self, pairs, anchor_rows, windows, sentence, side):
        """For mention heads (window, word): scores of every word as the span's begin (side 0) or end (1)."""
        words = pairs[("span_begin", "span_end")[side]]
        scores = torch.einsum("md,mnd->mn", pairs["span_anchor"][windows, anchor_rows], words[windows])
        apart = torch.arange(words.shape[1])[None] - anchor_rows[:, None]
        apart = -apart if side == 0 else apart
        bias = (self.begin_distance, self.end_distance)[side][apart.clamp(0, DISTANCES - 1)]
        possible = (apart >= 0) & (sentence[windows] == sentence[windows, anchor_rows][:, None])
        return (scores + bias).masked_fill(~possible, -1e4)

    def coref_scores(self, this, that, features):
        """`features`: (pairs, 5) rows of coref_features, one of each group."""
        hidden = this + that + self.coref_features[features].sum(1)
        return self.coref(F.relu(hidden))[:, 0]

    def link_scores(self, cue, span, bucket):
        return self.link(F.relu(cue + span + self.link_distance[bucket]))

    def role_scores(self, event, word, bucket):
        return self.role(F.relu(event + word + self.role_distance[bucket]))


def read_safetensors(path):
    raw = Path(path).read_bytes()
    size = int.from_bytes(raw[:8], "little")
    out = {}
    for name, entry in json.loads(raw[8:8 + size]).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            assert entry["dtype"] in ("F32", "I64"), entry["dtype"]
            kind = np.float32 if entry["dtype"] == "F32" else np.int64
            out[name] = torch.from_numpy(np.frombuffer(raw[8 + size + begin:8 + size + end], kind).reshape(entry["shape"]).copy())
    return out


def start_from_bert(network, tensors, layers):
    """Copies a BERT's weights; `layers` says which of its layers become ours."""
    def copy(target, *names):
        target.data.copy_(torch.cat([tensors[n] for n in names]))
    copy(network.words.weight, "embeddings.word_embeddings.weight")
    network.positions.weight.data.copy_(tensors["embeddings.position_embeddings.weight"]
                                        + tensors["embeddings.token_type_embeddings.weight"][0])
    for side in ("weight", "bias"):
        copy(getattr(network.norm, side), f"embeddings.LayerNorm.{side}")
        for ours, theirs in zip(network.layers, layers):
            at = f"encoder.layer.{theirs}."
            copy(getattr(ours.qkv, side), *(f"{at}attention.self.{n}.{side}" for n in ("query", "key", "value")))
            copy(getattr(ours.out, side), f"{at}attention.output.dense.{side}")
            copy(getattr(ours.norm1, side), f"{at}attention.output.LayerNorm.{side}")
            copy(getattr(ours.up, side), f"{at}intermediate.dense.{side}")
            copy(getattr(ours.down, side), f"{at}output.dense.{side}")
            copy(getattr(ours.norm2, side), f"{at}output.LayerNorm.{side}")


def start_from_file(network, sections):
    """Takes the weights of a file of ours (`model_file.read`). Rows of `tags` and `pairs`, kinds of links and sections that the file does not
    have yet stay as they were."""
    def values(name):
        scale = sections.get(name + ".scale")
        array = np.asarray(sections[name], np.float32)
        return torch.from_numpy(array * scale[:, None] if scale is not None else array.copy())

    def copy(target, name):
        new = values(name).reshape(-1, *target.shape[1:])
        target.data[:len(new)] = new
    copy(network.words.weight, "embed.words")
    copy(network.positions.weight, "embed.positions")
    copy(network.shapes.weight, "embed.shapes")
    copy(network.gaps.weight, "embed.gaps")
    for side in ("weight", "bias"):
        copy(getattr(network.norm, side), f"embed.norm.{side}")
        for k, layer in enumerate(network.layers):
            for part in ("qkv", "out", "up", "down", "norm1", "norm2"):
                copy(getattr(getattr(layer, part), side), f"layer.{k}.{part}.{side}")
        for ours, theirs in [(network.tags, "tags"), (network.pairs, "pairs"), (network.relation, "relation"), (network.coref, "coref"),
                             (network.link, "link"), (network.sentence, "sentence"), *([(network.role, "role")] if "role.weight" in sections else [])]:
            copy(getattr(ours, side), f"{theirs}.{side}")
    for target, name in [(network.arc_matrix, "arc.matrix"), (network.arc_bias, "arc.bias"), (network.arc_root, "arc.root"),
                         (network.begin_distance, "span.begin_distance"), (network.end_distance, "span.end_distance"),
                         (network.coref_features, "coref.features"), (network.link_distance, "link.distance"),
                         *([(network.role_distance, "role.distance")] if "role.distance" in sections else [])]:
        copy(target, name)
