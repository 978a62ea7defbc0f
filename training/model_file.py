"""Writes and reads the weights file of docs/model.md. `src/analyse/model_file.cpp` is its twin."""
import hashlib
import struct

import numpy as np

MAGIC = b"SAYSOMDL"
CONTAINER_VERSION, NETWORK_VERSION = 1, 3
HASHED_FROM, ALIGNMENT = 56, 64
KINDS = {0: None, 1: np.dtype("<f4"), 2: np.dtype("i1")}
LARGEST = 63  # of a weight: sums of two products fit into 16 bits on processors without VNNI


def quantise(matrix):
    """(i8, scale) by row: the scale that leaves the least squared error, so that value = i8 * scale."""
    matrix = np.asarray(matrix, np.float32)
    largest = np.abs(matrix).max(axis=1)
    best = np.where(largest > 0, largest / LARGEST, 1).astype(np.float32)
    least = np.full(len(matrix), np.inf)
    scale = best
    for part in np.linspace(1, 0.7, 13, dtype=np.float32):
        tried = best * part
        errors = ((rounded(matrix, tried) * tried[:, None] - matrix) ** 2).sum(axis=1, dtype=np.float64)
        scale = np.where(errors < least, tried, scale)
        least = np.minimum(errors, least)
    return rounded(matrix, scale).astype(np.int8), scale


def rounded(matrix, scale):
    return np.clip(np.rint(matrix / scale[:, None]), -LARGEST, LARGEST)


def write(path, sections):
    """`sections` are texts, f32 arrays and i8 arrays by name; see `quantised` for matrices of whole numbers."""
    named = [(name.encode(), *as_bytes(name, value)) for name, value in sections.items()]
    table_size = 8 + sum(4 + len(name) + 2 + 4 * len(shape) + 16 for name, _, shape, _ in named)
    offset = aligned(HASHED_FROM + table_size)
    table, content = struct.pack("<II", len(named), 0), b""
    for name, kind, shape, data in named:
        table += struct.pack("<I", len(name)) + name + struct.pack("<BB", kind, len(shape))
        table += struct.pack(f"<{len(shape)}I", *shape) + struct.pack("<QQ", offset, len(data))
        offset = aligned(offset + len(data))
    parts, at = [table], HASHED_FROM + len(table)
    for _, _, _, data in named:
        parts += [bytes(aligned(at) - at), data]
        at = aligned(at) + len(data)
    content = b"".join(parts)
    head = MAGIC + struct.pack("<IIQ", CONTAINER_VERSION, NETWORK_VERSION, HASHED_FROM + len(content))
    with open(path, "wb") as file:
        file.write(head + hashlib.sha256(content).digest() + content)


def quantised(name, matrix):
    """The two sections of a matrix of whole numbers."""
    whole, scale = quantise(matrix)
    return {name: whole, name + ".scale": scale}


def read(path):
    """The sections by name, as `write` takes them."""
    with open(path, "rb") as file:
        data = file.read()
    if len(data) < HASHED_FROM + 8 or data[:8] != MAGIC:
        raise ValueError(f"{path}: this is not a file of weights")
    container, network, size = struct.unpack_from("<IIQ", data, 8)
    if container > CONTAINER_VERSION or network > NETWORK_VERSION:
        raise ValueError(f"{path}: the weights are of a newer version (file {container}, network {network})")
    if size != len(data) or hashlib.sha256(data[HASHED_FROM:]).digest() != data[24:HASHED_FROM]:
        raise ValueError(f"{path}: the weights are damaged")
    count, at = struct.unpack_from("<I", data, HASHED_FROM)[0], HASHED_FROM + 8
    sections = {}
    for _ in range(count):
        length = struct.unpack_from("<I", data, at)[0]
        name = data[at + 4:at + 4 + length].decode()
        at += 4 + length
        kind, dimensions = struct.unpack_from("<BB", data, at)
        shape = struct.unpack_from(f"<{dimensions}I", data, at + 2)
        offset, length = struct.unpack_from("<QQ", data, at + 2 + 4 * dimensions)
        at += 18 + 4 * dimensions
        part = data[offset:offset + length]
        sections[name] = part.decode() if kind == 0 else np.frombuffer(part, KINDS[kind]).reshape(shape)
    return sections


def as_bytes(name, value):
    """Kind, dimensions and bytes."""
    if isinstance(value, str):
        data = value.encode()
        return 0, (len(data),), data
    value = np.ascontiguousarray(value)
    if value.dtype == np.int8:
        if value.size and int(np.abs(value.astype(np.int16)).max()) > LARGEST:
            raise ValueError(f"{name}: whole numbers are kept to -{LARGEST} to {LARGEST}")
        return 2, value.shape or (1,), value.tobytes()
    value = value.astype("<f4")
    if not np.isfinite(value).all():
        raise ValueError(f"{name}: not all values are finite")
    return 1, value.shape or (1,), value.tobytes()


def aligned(at):
    return -(-at // ALIGNMENT) * ALIGNMENT
