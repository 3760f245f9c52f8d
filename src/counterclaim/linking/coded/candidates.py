"""Pairs of coded reports that may tell of one event: cheap grounds first, so that 100,000 reports are no trouble.

A pair is a candidate if both were tied to the same election of the same country, their days overlap or adjoin, and
their places, where both are known, are not far apart. In the data that the weights were learnt from, 98 of 100 true
pairs are candidates, and most of the rest have a wrong year.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from counterclaim.linking.coded.columns import Columns, Floats, Ints

ADJOINING_DAYS = 1
FAR_KM = 60.0
_EARTH_KM = 6371.0088
_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """``a`` and ``b`` are the reports' places in the columns, ``a`` below ``b``; ``km`` is NaN where one place is not
    known.
    """

    a: Ints
    b: Ints
    km: Floats

    def __len__(self) -> int:
        return len(self.a)

    def part(self, start: int, end: int) -> "Pairs":
        """The pairs from ``start`` to ``end``."""
        return Pairs(self.a[start:end], self.b[start:end], self.km[start:end])


def candidates(of: Columns) -> Pairs:
    """Every candidate pair once, in order of ``a`` and ``b``."""
    found = [_near(of, a, b) for a, b in _together(of)]
    if not found:
        none = np.empty(0, dtype=np.int64)
        return Pairs(none, none, np.empty(0))
    a, b, km = (np.concatenate([getattr(p, name) for p in found]) for name in ("a", "b", "km"))
    order = np.lexsort((b, a))
    return Pairs(a[order], b[order], km[order])


def _together(of: Columns) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of one election whose days overlap or adjoin, some at a time."""
    dated = np.flatnonzero(~np.isnan(of.first))
    if not len(dated):
        return
    dated = dated[np.lexsort((of.first[dated], of.group[dated]))]
    # One line of time on which elections cannot meet: later bounds are then found by one look-up for all.
    days = of.last[dated].max(initial=0.0) + of.first[dated].max(initial=0.0) + ADJOINING_DAYS + 2
    starts = of.group[dated] * days + of.first[dated]
    ends = np.searchsorted(starts, of.group[dated] * days + of.last[dated] + ADJOINING_DAYS, side="right")
    counts = ends - np.arange(len(dated)) - 1
    cuts = np.flatnonzero(np.diff(np.cumsum(counts) // _AT_ONCE, prepend=-1))
    for start, end in zip(cuts, [*cuts[1:], len(dated)], strict=True):
        many = counts[start:end]
        left = np.repeat(np.arange(start, end), many)
        within = np.arange(len(left)) - np.repeat(np.cumsum(many) - many, many)
        x, y = dated[left], dated[left + 1 + within]
        yield np.minimum(x, y), np.maximum(x, y)


def _near(of: Columns, a: Ints, b: Ints) -> Pairs:
    km = distance(of, a, b)
    kept = ~(km > FAR_KM)
    return Pairs(a[kept], b[kept], km[kept])


def distance(of: Columns, a: Ints, b: Ints) -> Floats:
    """Great-circle distance in km, NaN where a place is not known (haversine)."""
    lat_a, lat_b = np.radians(of.lat[a]), np.radians(of.lat[b])
    east = np.radians(of.lon[b] - of.lon[a])
    half = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin(east / 2) ** 2
    km: Floats = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return km
