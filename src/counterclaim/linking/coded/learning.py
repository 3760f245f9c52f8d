"""Weights learnt from reports whose events are known: logistic regression, by Newton's method.

A feature declares which way it can speak, so that every weight can be read: that the day is the same never speaks
against. Features are brought to one scale for the penalty only; the weights that come out are for the features as they
are.
"""

from dataclasses import replace

import numpy as np

from counterclaim.linking.coded.candidates import Pairs
from counterclaim.linking.coded.choosing import LOWEST, threshold
from counterclaim.linking.coded.columns import Bools, Floats, Ints
from counterclaim.linking.coded.features import FEATURES
from counterclaim.linking.coded.grouping import joins
from counterclaim.linking.coded.link import Compared
from counterclaim.linking.coded.weights import Weights

# Squared weights count this much against pairs told rightly: chosen by leaving out events and elections, see
# docs/explanation/linking-coded-reports.md.
PENALTY = 3.0
FEWEST = 30
SIGNS = np.array([f.sign for f in FEATURES], dtype=np.int64)
_STEPS = 50
_SETTLED = 1e-6


def fit(values: Floats, linked: Bools, signs: Ints, penalty: float = PENALTY) -> tuple[Floats, float]:
    """One weight a feature, and the bias, for pairs (rows of ``values``) of which ``linked`` says whether they are of
    one event. A weight has the sign that ``signs`` has for it (0: either), or is 0. ``ValueError`` where all pairs are
    alike.
    """
    if not linked.any() or linked.all():
        raise ValueError("nothing can be learnt where all pairs are alike")
    mean, spread = values.mean(axis=0), values.std(axis=0)
    spread[spread == 0] = 1.0
    x = np.column_stack([(values - mean) / spread, np.ones(len(values))])
    cost = np.append(np.full(values.shape[1], penalty), 0.0)
    side = np.append(signs, 0)
    w = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - linked) + cost * w
        bend = (x * (p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(cost)
        # A weight that stands at 0 stays there while it would only go to the wrong side.
        free = (side == 0) | (w * side > 0) | (slope * side < 0)
        step = np.zeros_like(w)
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        before, w = w, np.where((w - step) * side < 0, 0.0, w - step)
        if np.abs(w - before).max() < _SETTLED:
            break
    scaled = w[:-1] / spread
    return scaled, float(w[-1] - scaled @ mean)


def learn(compared: Compared, events: Ints) -> Weights:
    """Weights and threshold from reports whose events are known. ``events`` has a number for each report; those with -1
    are not learnt from. ``ValueError`` where there is too little to learn from.
    """
    a, b = events[compared.pairs.a], events[compared.pairs.b]
    seen = (a >= 0) & (b >= 0)
    linked = a[seen] == b[seen]
    if linked.sum() < FEWEST or (~linked).sum() < FEWEST:
        raise ValueError(f"fewer than {FEWEST} pairs of one event, or of two, to learn from")
    values = compared.values[seen]
    of, bias = fit(values, linked, SIGNS)
    weights = Weights(tuple(of.tolist()), bias, LOWEST)
    pairs = Pairs(compared.pairs.a[seen], compared.pairs.b[seen], compared.pairs.km[seen])
    joined = joins(compared.of.source, pairs, weights.scores(values), LOWEST)
    return replace(weights, threshold=threshold(events, joined))
