"""The network in torch: a BERT-like encoder whose word embeddings stay as they were, and linear heads."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from counterclaim.language.trained.labels import LAYER, POINTER, WIDTH

WIDE, HEADS, DEEP = 384, 12, 1536


class FourBit(nn.Module):
    """Word embeddings in 4 bits, as their makers publish them: nothing is lost by keeping them so."""

    def __init__(self, packed: np.ndarray, scales: np.ndarray) -> None:
        super().__init__()
        self.register_buffer("packed", torch.from_numpy(packed))
        self.register_buffer("scales", torch.from_numpy(scales))

    def forward(self, ids: Tensor) -> Tensor:
        # Two weights a byte; in floats, for not every runtime shifts bits of bytes.
        pair = self.packed[ids].float()
        high = torch.floor(pair / 16)
        low = pair - 16 * high
        rows = torch.stack([low, high], -2) - 8  # … × 12 blocks × (low half, high half) × 16
        scale = self.scales[ids].float()
        return (rows.flatten(-2) * scale[..., None]).flatten(-2)


class Layer(nn.Module):
    """One layer of the encoder. Nothing is dropped within it: a few epochs over much text do not overfit."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDE, 3 * WIDE)
        self.out = nn.Linear(WIDE, WIDE)
        self.norm1 = nn.LayerNorm(WIDE, eps=1e-12)
        self.up = nn.Linear(WIDE, DEEP)
        self.down = nn.Linear(DEEP, WIDE)
        self.norm2 = nn.LayerNorm(WIDE, eps=1e-12)
        self.column: Tensor | None = None

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDE // HEADS).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q @ k.transpose(-1, -2) * (WIDE // HEADS) ** -0.5, -1)
            mixed = weights @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDE)
        x = self.norm1(x + self.out(mixed))
        if self.column is not None:
            return self.norm2(x + self._evened(x, self.column))
        return self.norm2(x + self.down(F.gelu(self.up(x))))

    @torch.no_grad()
    def even(self) -> None:
        """From here on, what goes into the two wide matrices is brought to one range first: ``up``'s by column, from
        the weights of the norm before it, ``down``'s by row; the answers stay. What ships rounds it to 8 bits over the
        range of the whole window, and a few columns and a few pieces (full stops, the first) reach ten times as far as
        the rest, to which few of the 256 steps would be left. The columns' way is that of SmoothQuant (Xiao and others
        2023, <https://arxiv.org/abs/2211.10438>), with the norm's weights in the place of measured ranges.
        """
        column = self.norm1.weight.abs() + self.norm1.bias.abs()
        self.up.weight *= column
        self.column = 1 / column

    def _evened(self, x: Tensor, column: Tensor) -> Tensor:
        inner = F.gelu(self.up(x * column))
        # gelu's values go down to -0.17 only, so the highest is the furthest.
        row = inner.amax(-1, keepdim=True).clamp(min=0.5)
        return F.linear(inner / row, self.down.weight) * row + self.down.bias


class Network(nn.Module):
    """Ids (texts × pieces) to scores (… × WIDTH), queries and keys (… × POINTER)."""

    def __init__(self, words: FourBit, positions: int, depth: int, drop: float = 0.1) -> None:
        super().__init__()
        self.words = words
        self.positions = nn.Parameter(torch.zeros(positions, WIDE))
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(depth))
        self.drop = nn.Dropout(drop)
        self.scores = nn.Linear(WIDE, WIDTH)
        self.query = nn.Linear(WIDE, POINTER)
        self.key = nn.Linear(WIDE, POINTER)
        # From tag × to tag of each attribution layer: counted, not learnt.
        self.register_buffer("moves", torch.zeros(2, LAYER, LAYER))

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        x = self.drop(self.norm(self.words(ids) + self.positions[: ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        return self.scores(x), self.query(x) * POINTER**-0.5, self.key(x)


def build(weights: dict[str, np.ndarray], words: FourBit, depth: int) -> Network:
    """The first ``depth`` layers of a BERT's weights under new heads."""
    positions = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    network = Network(words, len(positions), depth)

    def put(target: Tensor, *names: str) -> None:
        with torch.no_grad():
            target.copy_(torch.from_numpy(np.concatenate([weights[n] for n in names])))

    with torch.no_grad():
        network.positions.copy_(torch.from_numpy(positions))
    put(network.norm.weight, "embeddings.LayerNorm.weight")
    put(network.norm.bias, "embeddings.LayerNorm.bias")
    for i, layer in enumerate(network.layers):
        b = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            names = [f"{b}attention.self.{n}.{part}" for n in ("query", "key", "value")]
            put(getattr(layer.qkv, part), *names)
            put(getattr(layer.out, part), f"{b}attention.output.dense.{part}")
            put(getattr(layer.norm1, part), f"{b}attention.output.LayerNorm.{part}")
            put(getattr(layer.up, part), f"{b}intermediate.dense.{part}")
            put(getattr(layer.down, part), f"{b}output.dense.{part}")
            put(getattr(layer.norm2, part), f"{b}output.LayerNorm.{part}")
    return network
