"""The learnt weights: a small readable file, and where they came from."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from counterclaim.linking.coded.columns import Floats, fold
from counterclaim.linking.coded.features import FEATURES
from counterclaim.linking.coded.report import CodedReport
from counterclaim.words.toml_data import package_toml

_MARKS = 64


@dataclass(frozen=True, slots=True)
class Weights:
    """``of`` has a weight for each of ``FEATURES``, in their order; a pair's score is their sum over its features with
    ``bias``: log odds of one event. ``threshold`` is the mean score above which groups are joined. ``marks`` tell the
    reports that the weights were learnt from.
    """

    of: tuple[float, ...]
    bias: float
    threshold: float
    marks: frozenset[str] = frozenset()

    def scores(self, values: Floats) -> Floats:
        """The log odds of pairs with these features."""
        scores: Floats = values @ np.array(self.of) + self.bias
        return scores

    def knows(self, reports: Sequence[CodedReport]) -> bool:
        """Whether these weights were learnt from some of the reports."""
        return bool(self.marks) and not self.marks.isdisjoint(map(_mark, reports))


def shipped() -> Weights:
    """The weights that ship. ``ValueError`` where they are not of the features that the code has."""
    return from_toml(package_toml("counterclaim.linking.coded", "weights.toml"))


def from_toml(data: Mapping[str, Any]) -> Weights:
    """Weights as ``to_toml`` writes them; a feature that is not there weighs nothing. ``ValueError`` where one is not
    known.
    """
    named = data["weights"]
    names = [f.name for f in FEATURES]
    if not named.keys() <= set(names):
        raise ValueError("the weights are not those of the features: make them anew with training/linking.py")
    of = tuple(float(named.get(name, 0.0)) for name in names)
    return Weights(of, float(data["bias"]), float(data["threshold"]), frozenset(data["learned_from"]["marks"]))


def to_toml(weights: Weights, learned_from: Mapping[str, str | int]) -> str:
    """The weights as a file that people can read, each with its reason; ``learned_from`` says what they came from."""
    told = (f"{name} = {_value(value)}" for name, value in learned_from.items())
    marks = ", ".join(f'"{mark}"' for mark in sorted(weights.marks))
    lines = (f"{f.name} = {w:.4f}  # {f.told}" for f, w in zip(FEATURES, weights.of, strict=True) if w)
    return "\n".join(
        [
            "# Made by training/linking.py. A pair's score (log odds of one event) is the sum of the bias and the",
            "# weighted features; groups of reports are joined where the mean over their pairs is above the threshold.",
            f"bias = {weights.bias:.4f}",
            f"threshold = {weights.threshold:.4f}",
            "",
            "[learned_from]",
            *told,
            "# Beginnings of some reports' digests: on a file with one of them, the evaluation learns anew by folds.",
            f"marks = [{marks}]",
            "",
            "[weights]",
            *lines,
            "",
        ]
    )


def _value(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


def marks_of(reports: Iterable[CodedReport]) -> frozenset[str]:
    """The least of the reports' digests: as good as drawn by lot, and the same each time."""
    return frozenset(sorted({_mark(r) for r in reports})[:_MARKS])


def _mark(report: CodedReport) -> str:
    told = "|".join(
        map(str, (report.first, report.last, fold(report.town), report.lat, report.lon, fold(report.source)))
    )
    return hashlib.sha256(told.encode()).hexdigest()[:12]
