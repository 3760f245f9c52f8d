"""Scores every head on examples that were kept back, by the decoding that ships."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch

from counterclaim.evaluating import attribution
from counterclaim.language.trained import decode
from counterclaim.language.trained.labels import FAMILIES, ROLES
from counterclaim.language.trained.network import Floats, Network, scores
from counterclaim.language.trained.pieces import Ids

if TYPE_CHECKING:
    from network import Network as Torch
    from train import Read


def runner(model: Torch) -> Network:
    """The network in torch as the running code calls it."""

    def run(ids: Ids) -> tuple[Floats, Floats, Floats]:
        with torch.inference_mode():
            out = model(torch.from_numpy(ids)[None])
        return tuple(x[0].float().numpy() for x in out)

    return run


def moves_of(model: Torch) -> dict[str, Floats]:
    moves = model.moves.detach().float().numpy()
    return {"outer": decode.allowed(moves[0]), "inner": decode.allowed(moves[1])}


def all_heads(model: Torch, held: Sequence[Read]) -> dict[str, float]:
    """F1 of each head by corpus and, of our own material, by language."""
    return of_network(runner(model), moves_of(model), held)


def of_network(run: Network, moves: dict[str, Floats], held: Sequence[Read]) -> dict[str, float]:
    pairs: dict[str, list] = {}
    counts: dict[str, np.ndarray] = {}
    for text in held:
        e = text.example
        found = scores(text.pieces, starts(text), run)
        name = e.corpus if e.corpus != "own" else e.language
        if e.corpus in ("polnear", "own"):
            ends, sentence = bounds(text)
            made = decode.attributions(found, ends, moves, sentence)
            article = attribution.Article(e.id, e.text, tuple({r: tuple(g[r]) for r in ROLES} for g in e.gold))
            pairs.setdefault(name, []).append((article, tuple(spelled(m, e.tokens) for m in made)))
        if e.corpus != "polnear":
            said = decode.mentions(found)
            for i, family in enumerate(FAMILIES):
                if (e.bio[:, i] >= 0).any():
                    key = f"{name} {family}" if e.corpus != "own" else f"own {family}"
                    counts[key] = counts.get(key, 0) + overlaps(e.bio[:, i], [m for m in said if m.family == family])
    out: dict[str, float] = {}
    for name, both in pairs.items():
        figures = attribution.score(both).figures
        for measure in ("match.content", "match.full", "strict.content"):
            out[f"{name} {measure}"] = round(figures[measure]["f1"], 4)
    for name, (right, gold, predicted) in counts.items():
        out[name] = round(2 * right / (gold + predicted), 4) if gold + predicted else 0.0
    return out


def spelled(linked: decode.Linked, tokens: Sequence) -> attribution.Attributed:
    """The attribution as character spans."""
    return {r: tuple((tokens[p.first].start, tokens[p.last - 1].end) for p in getattr(linked, r)) for r in ROLES}


def hits(text: Read, made: Sequence[decode.Linked]) -> list[bool]:
    """Of each attribution whether a gold one has its content (Dice of at least a half) and its source."""
    tokens = text.example.tokens
    gold = [{r: _chars(g[r]) for r in ROLES} for g in text.example.gold]
    out = []
    for linked in made:
        said = {r: _chars(spans) for r, spans in spelled(linked, tokens).items()}
        out.append(
            any(
                2 * len(g["content"] & said["content"]) >= 0.5 * (len(g["content"]) + len(said["content"]))
                and (bool(g["source"] & said["source"]) if g["source"] else not said["source"])
                for g in gold
            )
        )
    return out


def _chars(spans: Sequence[tuple[int, int]]) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def starts(text: Read) -> list[int]:
    """The pieces at which sentences begin."""
    return [int(text.pieces.first[t]) for t in text.starts]


def bounds(text: Read) -> tuple[decode.Ints, decode.Ints]:
    """The ends of the paragraphs in tokens, and each token's sentence."""
    tokens = text.example.tokens
    begins = {a for a, _ in text.example.paragraphs}
    ends = [t for t, token in enumerate(tokens) if t and token.start in begins]
    sentence = np.zeros(len(tokens), np.int64)
    for t in text.starts:
        sentence[t:] += 1
    return np.array([*ends, len(tokens)], np.int64), sentence


def overlaps(gold: np.ndarray, said: Sequence[decode.Named]) -> np.ndarray:
    """How many gold spans are met by a span of their own, how many there are, how many were said."""
    spans = []
    for i in np.flatnonzero(gold == 1).tolist():
        j = i + 1
        while j < len(gold) and gold[j] == 2:
            j += 1
        spans.append((i, j))
    free = list(said)
    right = 0
    for a, b in spans:
        hit = next((m for m in free if m.first < b and a < m.last), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    neutral = sum(bool((gold[m.first : m.last] == -1).any()) for m in free)
    return np.array([right, len(spans), len(said) - neutral])
