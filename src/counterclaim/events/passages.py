"""What a whole passage tells of: a linear model over its words, parts of words and triggers, in five languages.

Support vector machines, one a label against the rest, learnt from ``training/events`` by ``training/passages.py``.
Features are hashed into ``BUCKETS`` columns (Weinberger and others 2009, <https://arxiv.org/abs/0902.2206>), so that no
list of words ships.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from counterclaim.records.claim import Trigger
from counterclaim.words.tokens import tokens

BUCKETS = 1 << 17
PARTS = (3, 4, 5)  # lengths of the parts of words, a blank at each end of the word counted
LONGEST = 20_000  # characters that are read of a passage
OPENING = 12  # words at the beginning that count once more by themselves: what is told first is mostly the main thing
# How much each group of features weighs: words, pairs of words, parts of words, triggers, words of the opening.
# Triggers weigh little: where they weighed as much as words, snippets of other writers were read worse.
SHARES = (1.0, 1.0, 1.0, 0.25, 1.0)
_FILE = ("data", "passages.npz")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PassageModel:
    """``rarity`` of each column (its inverse document frequency), ``weights`` columns × labels in 8 bits with a
    ``scale`` a label, and ``bias`` a label.
    """

    labels: tuple[str, ...]
    rarity: Floats
    weights: npt.NDArray[np.int8]
    scale: Floats
    bias: Floats

    def chances(self, text: str, triggers: Sequence[Trigger]) -> Mapping[str, float]:
        """How likely ``text`` mainly tells of each label; the shares add up to 1. Empty for a text without words."""
        columns, values = weighed(text, triggers, self.rarity)
        if not len(columns):
            return {}
        scores = (values @ self.weights[columns].astype(np.float32)) * self.scale + self.bias
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return {label: round(float(share), 4) for label, share in zip(self.labels, shares, strict=True)}


@cache
def shipped() -> PassageModel:
    """The model of the package."""
    with files("counterclaim").joinpath(*_FILE).open("rb") as file, np.load(file, allow_pickle=False) as held:
        return PassageModel(
            tuple(str(label) for label in held["labels"]),
            held["rarity"].astype(np.float32),
            held["weights"],
            held["scale"],
            held["bias"],
        )


def groups(text: str, triggers: Iterable[Trigger]) -> tuple[Counter[str], ...]:
    """The features of a passage, each with its count, in the order of ``SHARES``."""
    words = [t.low for t in tokens(text, 0, min(len(text), LONGEST)) if t.is_word]
    parts: Counter[str] = Counter()
    for word in words:
        padded = f" {word} "
        parts.update(f"c {padded[i : i + n]}" for n in PARTS for i in range(len(padded) - n + 1))
    told = Counter(f"t {t.id}" for t in triggers)
    told.update(f"e {t.event.value}" for t in triggers if t.event is not None)
    return (
        Counter(f"w {word}" for word in words),
        Counter(f"p {first} {second}" for first, second in pairwise(words)),
        parts,
        told,
        Counter(f"o {word}" for word in words[:OPENING]),
    )


def weighed(text: str, triggers: Sequence[Trigger], rarity: Floats) -> tuple[npt.NDArray[np.int64], Floats]:
    """The columns of a passage and their values: logarithms of counts times rarity, each group as long as its share."""
    columns: list[int] = []
    values: list[float] = []
    for group, share in zip(groups(text, triggers), SHARES, strict=True):
        held = np.array([crc32(name.encode()) % BUCKETS for name in group], np.int64)
        found = (1 + np.log(np.array(list(group.values()), np.float32))) * rarity[held]
        length = float(np.sqrt((found**2).sum()))
        if length:
            columns += held.tolist()
            values += (found * (share / length)).tolist()
    return np.array(columns, np.int64), np.array(values, np.float32)
