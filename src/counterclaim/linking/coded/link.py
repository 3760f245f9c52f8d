"""Coded reports into events, with the reasons for each pair."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.linking.coded.candidates import Pairs, candidates
from counterclaim.linking.coded.columns import Columns, Floats, Ints, columns
from counterclaim.linking.coded.features import FEATURES, features
from counterclaim.linking.coded.grouping import groups, joins
from counterclaim.linking.coded.report import CodedReport
from counterclaim.linking.coded.weights import Weights

_SLIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Compared:
    """Reports with the features of all candidate pairs."""

    of: Columns
    pairs: Pairs
    values: Floats


def compare(reports: Sequence[CodedReport]) -> Compared:
    """All candidate pairs of the reports with their features."""
    of = columns(reports)
    pairs = candidates(of)
    return Compared(of, pairs, np.concatenate([np.empty((0, len(FEATURES))), *features(of, pairs)]))


def link(reports: Sequence[CodedReport], weights: Weights) -> Ints:
    """For each report the number of its event's first report; alike numbers are one event."""
    of = columns(reports)
    pairs = candidates(of)
    scores = np.concatenate([np.empty(0), *map(weights.scores, features(of, pairs))])
    return groups(of.reports, joins(of.source, pairs, scores, weights.threshold))


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's share of a pair's score, as a sentence."""

    weight: float
    told: str


def reasons(compared: Compared, pair: int, weights: Weights) -> tuple[Reason, ...]:
    """What speaks for (above 0) and against the pair telling of one event, the weightiest first."""
    row = compared.values[pair]
    found = [
        Reason(round(float(x * w), 3), f.told.format(x=float(x)))
        for f, x, w in zip(FEATURES, row, weights.of, strict=True)
        if abs(x * w) >= _SLIGHT
    ]
    return tuple(sorted(found, key=lambda r: (-abs(r.weight), r.told)))
