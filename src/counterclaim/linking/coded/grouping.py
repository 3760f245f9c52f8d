"""Groups of reports from the scores of pairs: the two groups closest on average are joined, again and again, until none
are closer than the threshold.

Every pair between two groups has its say, also pairs that are no candidates (they speak against, at ``APART``): one
report that resembles two events does not join them.

Average linkage: Sokal and Michener 1958.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from counterclaim.linking.coded.candidates import Pairs
from counterclaim.linking.coded.columns import NONE, Floats, Ints

# The log odds of a pair that is no candidate; no candidate is held for less likely.
APART = -8.0
# A source tells of an event once: of 200 pairs of one event, one is of one source. Such a pair weighs so much more
# against the joining of its groups, in log odds, that many others that speak for it do not outvote it.
TOLD_TWICE = -20.0


@dataclass(frozen=True, slots=True)
class Join:
    """The group of ``gone`` joins the group of ``kept``; both are the numbers of their first reports."""

    height: float
    kept: int
    gone: int


def joins(source: Ints, pairs: Pairs, scores: Floats, threshold: float) -> Iterator[Join]:
    """The joins with a mean score (log odds) above ``threshold``, the best first. ``source`` is each report's."""
    near = _sums(source, pairs, scores, threshold)
    size = dict.fromkeys(near, 1)
    age = dict.fromkeys(near, 0)
    waiting = [(-s, i, j, 0, 0) for i, beside in near.items() for j, s in beside.items() if i < j and s > threshold]
    heapq.heapify(waiting)
    while waiting:
        cost, i, j, age_i, age_j = heapq.heappop(waiting)
        if age.get(i) != age_i or age.get(j) != age_j:
            continue
        yield Join(-cost, i, j)
        merged: dict[int, float] = {}
        for k in sorted((near[i].keys() | near[j].keys()) - {i, j}):
            total = near[i].get(k, APART * size[i] * size[k]) + near[j].get(k, APART * size[j] * size[k])
            merged[k] = near[k][i] = total
            near[k].pop(j, None)
        size[i] += size.pop(j)
        age[i] += 1
        near[i] = merged
        del near[j], age[j]
        for k, total in merged.items():
            mean = total / (size[i] * size[k])
            if mean > threshold:
                low, high = min(i, k), max(i, k)
                heapq.heappush(waiting, (-mean, low, high, age[low], age[high]))


def groups(reports: int, joined: Iterator[Join]) -> Ints:
    """For each report the number of its group's first report."""
    of = np.arange(reports)
    members: dict[int, list[int]] = {}
    for join in joined:
        moved = members.pop(join.gone, [join.gone])
        members.setdefault(join.kept, [join.kept]).extend(moved)
        of[moved] = join.kept
    return of


def _sums(source: Ints, pairs: Pairs, scores: Floats, threshold: float) -> dict[int, dict[int, float]]:
    """For each report that can be joined at all: the scores with those beside it."""
    twice = (source[pairs.a] == source[pairs.b]) & (source[pairs.a] != NONE)
    weighed = np.maximum(scores, APART) + np.where(twice, TOLD_TWICE, 0.0)
    above = weighed > threshold
    component = _components(len(source), pairs.a[above], pairs.b[above])
    inside = component[pairs.a] == component[pairs.b]
    near: dict[int, dict[int, float]] = {}
    clipped = weighed[inside]
    for i, j, s in zip(pairs.a[inside].tolist(), pairs.b[inside].tolist(), clipped.tolist(), strict=True):
        near.setdefault(i, {})[j] = s
        near.setdefault(j, {})[i] = s
    return near


def _components(reports: int, a: Ints, b: Ints) -> Ints:
    """Groups cannot grow beyond what chains of pairs above the threshold hold together."""
    above = list(range(reports))

    def top(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for i, j in zip(a.tolist(), b.tolist(), strict=True):
        x, y = top(i), top(j)
        above[max(x, y)] = min(x, y)
    return np.array([top(i) for i in range(reports)], dtype=np.int64)
