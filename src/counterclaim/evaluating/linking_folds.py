"""Honest figures where weights are learnt from the very file that is scored: each pair is scored by weights that were
learnt without the events of both its reports, in the midst of the whole file.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.linking.coded.columns import Ints
from counterclaim.linking.coded.grouping import groups, joins
from counterclaim.linking.coded.learning import learn
from counterclaim.linking.coded.link import Compared
from counterclaim.linking.coded.weights import Weights

FOLDS = 5
_SEED = 2011


@dataclass(frozen=True, slots=True)
class Apart:
    """``groups`` has a number for each report; ``learnt`` the weights for pairs of two folds (the lower first)."""

    groups: Ints
    fold: Ints
    learnt: Mapping[tuple[int, int], Weights]

    def weights(self, a: int, b: int) -> Weights:
        """The weights by which two reports were compared; ``KeyError`` where no pair of their folds was."""
        k, m = sorted((int(self.fold[a]), int(self.fold[b])))
        return self.learnt[k, m]


def folds(events: Sequence[str], many: int, seed: int = _SEED) -> Ints:
    """For each report the fold of its event, drawn by lot: all reports of an event are in one fold."""
    drawn = sorted(set(events))
    random.Random(seed).shuffle(drawn)
    of = {event: i % many for i, event in enumerate(drawn)}
    return numbered(events, of)


def numbered(names: Sequence[str], of: Mapping[str, int] | None = None) -> Ints:
    """A number for each name, alike for alike names."""
    of = of or {name: i for i, name in enumerate(sorted(set(names)))}
    return np.array([of[name] for name in names], dtype=np.int64)


def apart(compared: Compared, events: Ints, fold: Ints) -> Apart:
    """The reports into events, by pair scores each learnt without the folds of the pair's two reports, threshold
    included. ``ValueError`` where too little is left to learn from.
    """
    a, b = fold[compared.pairs.a], fold[compared.pairs.b]
    low, high = np.minimum(a, b), np.maximum(a, b)
    above = np.empty(len(compared.pairs))
    learnt: dict[tuple[int, int], Weights] = {}
    for k, m in sorted(set(zip(low.tolist(), high.tolist(), strict=True))):
        weights = learn(compared, np.where((fold == k) | (fold == m), -1, events))
        these = (low == k) & (high == m)
        above[these] = weights.scores(compared.values[these]) - weights.threshold
        learnt[k, m] = weights
    return Apart(groups(len(events), joins(compared.of.source, compared.pairs, above, 0.0)), fold, learnt)
